"""Lines of a source and how they hang together: which line ends are real and which only layout."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jiqun.reading.markers import match_marker
from jiqun.reading.view import BLANKS, ZERO_WIDTH, fold

LINE_ENDS = "\n\r\f\x0b\x1c\x1d\x1e\x85\u2028\u2029"
LAYOUT = BLANKS + ZERO_WIDTH + LINE_ENDS + "\x1f"
_LINE = re.compile(f"[^{LINE_ENDS}]+")
# What Markdown sets before a line: ## for a heading, - * + for an item, > for a quotation.
_DECORATION = re.compile(
    rf"(?:(?P<heading>#{{1,6}})|(?P<item>[-*+])|>)[ \t\u3000][ \t\u3000{ZERO_WIDTH}]*(?=[^\s{ZERO_WIDTH}])"
)
# Item signs that are print, not layout (\uf06c and its like are Word's); they stay, since □ also opens a
# byline.
_ITEM_SIGNS = "•●◆■□▪◇○◎▲△★☆\uf06c\uf0b2\uf075\uf0d8\uf06e"
_BOLD = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*")
RULE = re.compile(r"(?:[-_=*＊—─━~·.#☆★]\s?){3,}$")
_TERMINAL = re.compile(r"[。！？；：…■][”’』》）\]]*$")
# A full stop with a remark in brackets behind it: …。（责任单位：市财政局）
_REMARKED = re.compile(r"[。！？；][（][^（）]{2,200}[）]$")
_PROSE = re.compile(r"[，。；]")
_OPEN_END = re.compile(r"(?:[，、（《“—-]|的|和|与|及|或|关于|为|以|在|对|将|把)$")
_DATE = re.compile(
    r"^[（]?[〇○零一二三四五六七八九十\d]{2,4}年[〇○零一二三四五六七八九十\d]{1,3}月"
    r"(?:[〇○零一二三四五六七八九十\d]{1,3}日)?[）]?$"
)
_FRONT_LINE = re.compile(
    r"""(?:各|市|县|区|省|州|盟|旗|有关|机关)[^。；]{2,60}：$
      | [^。，；]{2,16}[〔\[（【]\s?\d{4}\s?[〕\]）】]\s?第?\s?\d{1,5}\s?号$
      | [^，。；：]{2,30}(?:政府|委员会|管委会|办公厅|办公室|[省市县区州盟旗]委|厅|局|部)$
      | (?:作者|来源|发布|时间|日期|记者|通讯员)
      | [\[【]
    """,
    re.VERBOSE,
)
_PAGE_NUMBER = re.compile(
    r"(?:[-—–·~]{1,2}\s?\d{1,4}\s?[-—–·~]{1,2}|第\s?\d{1,4}\s?页(?:\s?[，/]?\s?共\s?\d{1,4}\s?页)?|\d{1,4}\s?/\s?\d{1,4})$"
)
# The part of a line that no typesetting breaks: letters and digits, with a unit sign behind.
_UNBROKEN = re.compile(r"[A-Za-z0-9.,]+%?")
# How far a line may fall short of the wrap width and be full: signs that must not begin a line take the
# character before them along. One that ends with a full stop may end a paragraph, and must be quite full.
_SLACK, _FULL_STOP_SLACK = 3.5, 0.5
_NUMBER_END = re.compile(r"\d\.?$")
_GOES_ON_NUMBER = re.compile(r"\.?\d|[万亿千百元%％个家项年月日吨亩]|平方|公里|公顷")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line that is not blank.

    `start` and `end` are source offsets without the blanks and decorations around it; `text` is the folded
    text between them, one to one; `indent` is the number of blanks before it; `gap` whether a blank line
    stands before it; `width` counts half for ASCII, and counts the indent. `apart` tells that blanks stand
    for the line end before it; `opens` that its look makes it begin a paragraph (an item, a heading), `alone`
    that nothing goes on from it either (a table row, a page number); `tabular` that it is a table row.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: bool
    width: float
    apart: bool = False
    opens: bool = False
    alone: bool = False
    tabular: bool = False

    @property
    def indented(self) -> bool:
        """Whether blanks stand before it."""
        return self.indent > 0

    @property
    def length(self) -> int:
        """Characters from the edge of the page, ASCII counting whole."""
        return self.indent + len(self.text)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document's lines are set.

    `wrap` is the width at which they are hard-wrapped, 0 where lines are paragraphs; `counted` tells that the
    width is of characters, ASCII counting whole; `indents` that paragraphs begin with blanks; `spaced` that
    every line has a blank one before it, so that a blank one means nothing.
    """

    wrap: int = 0
    counted: bool = False
    indents: bool = False
    spaced: bool = False


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text` between two offsets that hold more than blanks, in order."""
    lines: list[Line] = []
    end = len(text) if end is None else end
    previous_end = start
    for found in _LINE.finditer(text, start, end):
        raw = found[0]
        bare = raw.lstrip(LAYOUT)
        left = found.start() + len(raw) - len(bare)
        bare = bare.rstrip(LAYOUT)
        if not bare:
            continue
        gap = _is_gap(text, previous_end, left)
        lines.extend(_read_line(bare, left, raw[: left - found.start()], gap))
        previous_end = left + len(bare)
    _mark_tables(lines)
    return lines


# What Markdown sets under the head of a table, with or without bars at its ends: --- | :---: | ---
_UNDER_HEAD = re.compile("[|]? *[:：]?-+[:：]? *(?:[|] *[:：]?-+[:：]? *)+[|]?")


def _mark_tables(lines: list[Line]) -> None:
    """Make rows of the lines of a Markdown table whose bars alone do not show it.

    For 指标 | 2025年 over --- | --- and the lines with bars below; leaves 首页 | 新闻 with no such row alone.
    """
    in_table = False
    for at in range(1, len(lines)):
        line, above = lines[at], lines[at - 1]
        has_bar = "|" in line.text and not line.gap
        is_under_head = has_bar and "|" in above.text and _UNDER_HEAD.fullmatch(line.text) is not None
        if is_under_head:
            lines[at - 1] = replace(above, alone=True, tabular=True)
        in_table = has_bar and (in_table or is_under_head)
        if in_table:
            lines[at] = replace(line, alone=True, tabular=True)


def _is_gap(text: str, start: int, end: int) -> bool:
    """Whether a blank line stands between two offsets: two line ends, CR LF being one, a form feed none."""
    if end - start < 2:
        return False
    between = text[start:end]
    ends = between.count("\n")
    return ends > 1 or (ends == 0 and between.count("\r") > 1)


def _read_line(bare: str, left: int, blanks: str, gap: bool) -> Iterator[Line]:
    """The line or lines of a printed line without the blanks around it, which begins at the offset `left`."""
    opens, alone = bare[0] in _ITEM_SIGNS, False
    indent, margin = len(blanks), width(blanks)
    if RULE.match(bare):
        yield Line(left, left + len(bare), fold(bare), indent, gap, margin + width(bare), alone=True)
        return
    while not _PAGE_NUMBER.match(fold(bare[:12])) and (found := _DECORATION.match(bare)):
        opens = opens or found["heading"] is not None or found["item"] is not None
        alone = alone or found["heading"] is not None
        left, bare = left + found.end(), bare[found.end() :]
    folded = fold(bare)
    tabular = is_table_row(bare, folded)
    alone = alone or tabular or _PAGE_NUMBER.match(folded) is not None
    pieces = [(0, len(bare))] if alone else _printed_apart(bare)
    for first, last in pieces:
        text = folded if len(pieces) == 1 else fold(bare[first:last])
        if first:
            yield Line(left + first, left + last, text, 0, False, width(text), apart=True)
        else:
            wide = margin + width(text)
            looks = {"opens": opens, "alone": alone, "tabular": tabular}
            yield Line(left, left + last, text, indent, gap, wide, **looks)


def width(text: str) -> float:
    """Printed width: a Chinese character is 1, an ASCII one a half (in UTF-8 the one has three bytes, the
    other one).
    """
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) / 4


_WIDE_BLANK = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|\u3000+[ \u3000\u00a0]*)(?=\S)")


def is_table_row(text: str, folded: str) -> bool:
    """Whether a line is a row of cells: set apart by tabs, by bars, or by at least two wide blanks.

    `folded` is the folded text. For 产值⇥120⇥15% and 2020年　　120亿元　　15%; leaves 1.⇥推进园区建设 alone
    and prose with wide blanks in it.
    """
    if "\t" in text:
        first = text.find("\t")
        marker = match_marker(folded, 0, first)
        cells = text.count("\t", first + 1 if marker and marker.length == first else 0)
        return cells > 1 or (cells == 1 and "。" not in text)
    if text.count("|") + text.count("｜") + text.count("│") >= 2:
        return text[0] in "|｜│" or text.count("|") + text.count("│") > 2
    if ("  " not in text and "\u3000" not in text) or _PROSE.search(folded):
        return False
    cells = 1 + sum(1 for _ in _WIDE_BLANK.finditer(text))
    return cells > 2 and not is_letter_spaced(text)


def is_letter_spaced(text: str) -> bool:
    """Whether every character stands by itself: 关 于 加 快 and 二 ○ ○ 九 年; leaves 1 2 3 4 alone."""
    words = text.split(maxsplit=200)
    return (
        len(words) >= 4
        and all(len(word) == 1 for word in words[:200])
        and not all(word.isdigit() for word in words)
    )


_APART = re.compile(r"(?<=[^\sA-Za-z0-9０-９])[ \u3000\u00a0]+(?=[^\sA-Za-z％%])")


def _printed_apart(text: str) -> list[tuple[int, int]]:
    """Pieces of a long line that blanks set apart, where a copy lost its line ends but kept a blank for each.

    A text broken every few dozen characters by layout blanks is one piece: there the blanks mean nothing,
    unless many of them stand where lines end, behind a full stop or in front of a list mark.
    """
    if len(text) < 300:
        return [(0, len(text))]
    gaps = [found.span() for found in _APART.finditer(text)]
    if not gaps or (len(gaps) * 50 > len(text) and not _stand_at_line_ends(text, gaps)):
        return [(0, len(text))]
    edges = [0, *(edge for gap in gaps for edge in gap), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _stand_at_line_ends(text: str, gaps: list[tuple[int, int]]) -> bool:
    """Whether at least one in three of the blanks stands behind the end of a sentence or in front of a list
    mark.
    """
    ends = 0
    for start, end in gaps:
        head = fold(text[end : end + 12])
        ends += text[start - 1] in "。！？；：…:;!?" or match_marker(head, 0, len(head)) is not None
    return ends * 3 >= len(gaps)


def read_layout(lines: Sequence[Line]) -> Layout:
    """How the lines of a document are set."""
    prose = [line for line in lines if not line.alone]
    if len(prose) < 8:
        return Layout()
    wide = _wrap([line.width for line in prose])
    counted = _wrap([float(line.length) for line in prose])
    indented = sum(1 for line in prose if line.indented)
    spaced = sum(1 for line in prose if line.gap) >= 0.9 * (len(prose) - 1)
    wrap, share = max(wide, counted, key=lambda found: (found[0] > 0, found[1]))
    return Layout(wrap, share > wide[1], bool(wrap) and indented * 12 >= len(prose), spaced)


def _wrap(widths: list[float]) -> tuple[int, float]:
    """Width at which lines are hard-wrapped and the share of lines just as wide; (0, 0) when lines are
    paragraphs.

    A wrapped text has many lines of nearly one width, and none much longer.
    """
    ordered = sorted(widths)
    widest = ordered[int(len(widths) * 0.98)]
    if not 16 <= widest <= 60 or ordered[-1] > widest + 8:
        return 0, 0.0
    full = len(widths) - bisect_left(ordered, widest - 4)
    exact = len(widths) - bisect_left(ordered, widest - 1)
    return (int(widest), exact / len(widths)) if full >= 0.35 * len(widths) else (0, 0.0)


def is_soft(line: Line, following: Line, layout: Layout) -> bool:
    """Whether the line end between two lines is layout: the second goes on where the first broke off.

    For 重点扶持四⏎机、四机赛瓦等企业 in prose; leaves a heading alone that has no full stop before its
    paragraph.
    """
    if (following.gap and not layout.spaced) or line.alone or following.alone or following.opens:
        return False
    if _DATE.match(following.text) or _DATE.match(line.text):
        return False
    if following.text[0] in "，。；、）”！？%：":
        return True
    if _NUMBER_END.search(line.text[-2:]) and _goes_on_number(line, following):
        return True
    if layout.wrap:
        return _is_wrapped(line, following, layout)
    if match_marker(following.text, 0, len(following.text)) or following.indented:
        return False
    if _ends_sentence(line):
        return False
    if _PROSE.search(line.text) and len(line.text) >= 20 and not _is_numbered_title(line):
        return not (_is_title(line) and _FRONT_LINE.match(following.text))
    return len(line.text) >= 8 and _OPEN_END.search(line.text[-2:]) is not None


def _ends_sentence(line: Line) -> bool:
    """Whether a line ends with a full stop, with the marks and the remark in brackets behind it."""
    return bool(_TERMINAL.search(line.text[-12:]) or _REMARKED.search(line.text[-210:]))


def _is_wrapped(line: Line, following: Line, layout: Layout) -> bool:
    """In a hard-wrapped text: whether a line is full, so that the next one, not indented, goes on from it.

    A list mark at the head of the next line counts only behind a full stop or where paragraphs have no
    indents: 第⏎一、二、三产业 is one sentence in an indented text.
    """
    marker = match_marker(following.text, 0, len(following.text))
    if following.indented or _is_heading(line):
        return False
    is_prose = _PROSE.search(line.text) is not None
    if marker and (not layout.indents or not is_prose or _ends_sentence(line)):
        return False
    if not is_prose and _FRONT_LINE.match(following.text) and following.width < layout.wrap - _SLACK:
        return False
    unbroken = _UNBROKEN.match(following.text)
    word = unbroken[0] if unbroken else ""
    full = line.length + len(word) if layout.counted else line.width + width(word)
    return full >= layout.wrap - (_FULL_STOP_SLACK if _ends_sentence(line) else _SLACK)


def _goes_on_number(line: Line, following: Line) -> bool:
    """１⏎２亿元, １２⏎亿元, １．⏎５％: digits, point or unit behind digits in prose belong to them; leaves
    2010⏎2011 in a column alone.
    """
    found = _GOES_ON_NUMBER.match(following.text)
    return (
        found is not None
        and not following.indented
        and len(line.text) >= 8
        and _PROSE.search(line.text) is not None
    )


def _is_title(line: Line) -> bool:
    """A line that may be a title with a comma in it, whatever stands below."""
    return len(line.text) <= 60 and "。" not in line.text and "；" not in line.text


def _is_numbered_title(line: Line) -> bool:
    """A numbered heading with a comma in it: （一）加强组织领导，建立健全产业集群工作机制."""
    return (
        len(line.text) <= 40
        and "。" not in line.text
        and "；" not in line.text
        and match_marker(line.text, 0, len(line.text)) is not None
    )


def _is_heading(line: Line) -> bool:
    """A numbered line without any stop, short enough to be a heading of its own."""
    return (
        len(line.text) < 24
        and match_marker(line.text, 0, len(line.text)) is not None
        and not _PROSE.search(line.text)
    )


def bold_marks(text: str) -> list[tuple[int, int]]:
    """Places of the ** that Markdown sets around strong words of a line; none where they do not pair."""
    if "**" not in text:
        return []
    marks = [found.span() for found in _BOLD.finditer(text)]
    return marks if len(marks) % 2 == 0 else []


__all__ = [
    "LAYOUT",
    "LINE_ENDS",
    "RULE",
    "Layout",
    "Line",
    "bold_marks",
    "is_letter_spaced",
    "is_soft",
    "is_table_row",
    "read_layout",
    "split_lines",
    "width",
]
