"""Documents in a source file: where one ends and the next begins, and each as a view of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jiqun.reading.lines import Line, is_soft, split_lines, wrap_width
from jiqun.reading.manifest import Manifest, ManifestRow
from jiqun.reading.markers import match_marker
from jiqun.reading.source import ReadingError, Source
from jiqun.reading.view import View

DATE_LINE = re.compile(
    r"^[（(]?(?:二[〇○零Ｏ0O]|一九|\d\d)[〇○零Ｏ0O一二三四五六七八九\d]{2}年"
    r"(?:[一二三四五六七八九十\d]{1,2}月(?:[一二三四五六七八九十\d]{1,3}日)?)[）)]?$"
)
COMPILER_LINE = re.compile(r"^(?:第[一二三四五六七八九十\d]{1,3}篇|[篇例][一二三四五六七八九十\d]{1,3}|.{0,12}范文[一二三四五六七八九十\d]{0,3})：(?P<title>.{4,60})$")
CLOSING_LINE = re.compile(
    r"""[（][^（）]{0,40}(?:作者|本文|此文|此件|供稿|执笔|发言|讲话|整理|单位)[^（）]{0,60}[）]$
      | ■$
      | ^(?:主题词|抄送|抄报|印发机关|责任编辑|编辑|审核)\s?[：]?
      | (?:印发|共印\s?\d+\s?份[）]?)$
    """,
    re.VERBOSE,
)
_TITLE_END = re.compile(
    r"(?:意见|通知|规划|纲要|计划|方案|办法|细则|规定|措施|政策|决定|决议|报告|讲话|发言|通报|公告|批复|函|实践|思考|建议|对策|要点|行动|经验|材料|发展|建设)(?:[（].{1,16}[）])?$"
)
_STOP = re.compile(r"[。；！？]")
_NUMBER_LINE = re.compile(r"^[^。，；]{2,14}[〔\[（(【]\s?\d{4}\s?[〕\]）)】]\s?(?:第)?\s?\d{1,4}\s?号$")
_LETTERS = re.compile(r"[^\w]")


@dataclass(slots=True, eq=False)
class Document:
    """One document: a stretch of a source file and its paragraphs.

    `start` and `end` are source offsets; `view` is its normalised text; `lines` its printed lines; `soft_breaks` the
    source offsets of line ends that only layout put there, `wrap` the width at which all of it is hard-wrapped (or
    0), `blanks` the number of layout blanks left out inside lines.
    """

    source: Source
    start: int
    end: int
    facts: ManifestRow | None
    compiled: bool
    lines: list[Line] = field(default_factory=list)
    view: View = field(default_factory=lambda: View(()))
    soft_breaks: list[int] = field(default_factory=list)
    wrap: int = 0
    blanks: int = 0

    @property
    def text(self) -> str:
        """The document's text as received."""
        return self.source.text[self.start : self.end]


def find_documents(source: Source, manifest: Manifest | None = None) -> list[Document]:
    """The documents of a source, tiling it: each begins where the one before it ends.

    Boundaries are found by rules over lines and can be overruled by rows of the manifest: `manual` forces a document
    to begin at the row's opening text, `join` forbids one there, `rule` expects one. Raises ReadingError when an
    opening is not in the text or a `rule` row finds no boundary.
    """
    lines = split_lines(source.text)
    starts = {_line_start(source.text, lines[index].start): lines[index] for index in _boundaries(lines)}
    first = min(starts) if starts else 0
    begins = sorted({0} | {start for start in starts if start != first})
    rows: dict[int, ManifestRow] = {}
    for row in manifest.rows_for(source.name) if manifest else ():
        begin = _apply(row, source, begins)
        if begin is not None:
            rows[begin] = row
    documents = []
    for begin, end in zip(begins, [*begins[1:], len(source.text)], strict=True):
        inside = [line for line in lines if begin <= line.start < end]
        if not inside:
            continue
        document = Document(
            source, begin, end, rows.get(begin), COMPILER_LINE.match(inside[0].text) is not None, inside, wrap=wrap_width(inside)
        )
        document.view = View(_pieces(document))
        documents.append(document)
    return documents


def _apply(row: ManifestRow, source: Source, begins: list[int]) -> int | None:
    """Check or enforce one manifest row against the boundaries found; returns where its document begins."""
    if not row.opening:
        return 0
    at = source.text.find(row.opening)
    if at < 0:
        raise ReadingError(source.name, f"the manifest's opening {row.opening!r} is not in the text", "mend manifest.csv")
    begin = _line_start(source.text, at)
    if begin > 0 and not source.text[:begin].strip():
        begin = 0
    if row.boundary == "join":
        if begin in begins and begin:
            begins.remove(begin)
        return None
    if begin not in begins:
        if row.boundary != "manual":
            raise ReadingError(
                source.name,
                f"the manifest expects a document to begin at {row.opening!r} but the rules find none there",
                "set its boundary to manual",
            )
        begins.append(begin)
        begins.sort()
    return begin


def _line_start(text: str, offset: int) -> int:
    """Offset of the printed line's first character, its leading blanks included."""
    while offset > 0 and text[offset - 1] not in "\r\n\f":
        offset -= 1
    return offset


def _boundaries(lines: list[Line]) -> Iterator[int]:
    """Indices of the lines that open a document.

    A line opens one where the text before has come to its close (a dated signature, a byline in brackets, a tail
    ■) and the line is a title, an issuer or a numbering that starts again; or where a compiler announces it (第五篇：…);
    or where a title with a document number or addressee follows a body. An annex behind a notice opens none.
    """
    if not lines:
        return
    yield 0
    opened = 0
    marked = False
    for index in range(1, len(lines)):
        line = lines[index]
        before = lines[index - 1]
        if COMPILER_LINE.match(line.text) and _announces(lines, index):
            pass
        elif _closes(lines, index - 1, opened) and _opens(lines, index, marked) and not _is_annex(lines, opened, index):
            pass
        elif not (
            _has_body(lines, opened, index)
            and _is_formal_title(lines, index)
            and not before.text.endswith("：")
            and not _is_annex(lines, opened, index)
        ):
            marker = match_marker(line.text, 0, len(line.text))
            marked = marked or (marker is not None and marker.kind == "chinese")
            continue
        yield index
        opened = index
        marker = match_marker(line.text, 0, len(line.text))
        marked = marker is not None and marker.kind == "chinese"


def _closes(lines: list[Line], index: int, opened: int) -> bool:
    """Whether the text comes to its close with this line."""
    line = lines[index]
    if CLOSING_LINE.search(line.text):
        return True
    return index - opened >= 3 and DATE_LINE.match(line.text) is not None and _has_body(lines, opened, index)


def _opens(lines: list[Line], index: int, marked: bool) -> bool:
    """Whether a line can be the first of a document: a short line without a full stop, or 一、 once more."""
    line = lines[index]
    marker = match_marker(line.text, 0, len(line.text))
    if marker is not None:
        return marker.kind == "chinese" and marker.ordinal == 1
    if DATE_LINE.match(line.text) or CLOSING_LINE.search(line.text):
        return False
    return 4 <= len(line.text) <= 60 and not _STOP.search(line.text) and not line.text.endswith("：") and index + 1 < len(lines)


def _announces(lines: list[Line], index: int) -> bool:
    """A compiler's line announces a document where the next lines repeat its title, or where a text has closed."""
    found = COMPILER_LINE.match(lines[index].text)
    if not found or index + 1 >= len(lines):
        return False
    title = _LETTERS.sub("", found["title"])
    following = _LETTERS.sub("", "".join(line.text for line in lines[index + 1 : index + 4]))
    return title[:12] in following or _closes(lines, index - 1, 0)


def _has_body(lines: list[Line], opened: int, index: int) -> bool:
    return sum(len(line.text) for line in lines[opened:index] if _STOP.search(line.text)) >= 120


def _is_formal_title(lines: list[Line], index: int) -> bool:
    """关于…的意见 and the like, with a document number or an addressee within the next three lines."""
    text = lines[index].text
    joined = text + (lines[index + 1].text if index + 1 < len(lines) else "")
    if _STOP.search(text) or "《" in text or len(text) > 60 or match_marker(text, 0, len(text)):
        return False
    if not ("关于" in joined and _TITLE_END.search(text)) and not ("关于" in text and _TITLE_END.search(joined)):
        return False
    return any(_NUMBER_LINE.match(line.text) for line in lines[index + 1 : index + 4])


def _is_annex(lines: list[Line], opened: int, index: int) -> bool:
    """Whether the line opens what the current notice prints: its title stands in 《》 or behind 附件 there."""
    title = _LETTERS.sub("", lines[index].text)
    if len(title) < 4:
        return False
    head = "".join(line.text for line in lines[opened : min(opened + 14, index)])
    tail = "".join(line.text for line in lines[max(opened, index - 4) : index] if line.text.startswith("附"))
    quoted = _LETTERS.sub("", "".join(re.findall(r"《([^《》]{4,60})》", head)) + tail)
    notice = re.search(r"(?:印发|转发|批转|公布|发布|下发)", head) is not None
    follows = _LETTERS.sub("", lines[index].text + (lines[index + 1].text if index + 1 < len(lines) else ""))
    return (notice or bool(tail)) and (title in quoted or any(part and part in follows for part in re.findall(r"《([^《》]{6,60})》", head)))


def _pieces(document: Document) -> Iterator[tuple[int, str]]:
    """The document's view as (source offset, text) pieces; notes soft breaks and blanks on the way."""
    previous: Line | None = None
    for line in document.lines:
        if previous is not None:
            if is_soft(previous, line, document.wrap):
                document.soft_breaks.append(previous.end)
                if previous.text[-1].isascii() and previous.text[-1].isalpha() and line.text[0].isascii() and line.text[0].isalpha():
                    yield previous.end, " "
            else:
                yield previous.end, "\n"
        yield from _without_blanks(document, line)
        previous = line


_BLANKS = re.compile(r" +")
_IS_PROSE = re.compile(r"[，。；]")


def _without_blanks(document: Document, line: Line) -> Iterator[tuple[int, str]]:
    """A line's text without the blanks that only layout put between Chinese characters, digits and signs.

    按 照高标准 and １５ ０％ lose theirs in prose; the blank of a title in two halves, of a table row and between Latin
    words stays.
    """
    text = line.text
    if " " not in text:
        yield line.start, text
        return
    prose = _IS_PROSE.search(text) is not None or document.wrap > 0
    position = 0
    for found in _BLANKS.finditer(text):
        before, after = text[found.start() - 1], text[found.end()]
        latin = before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
        if prose and not latin:
            document.blanks += found.end() - found.start()
            yield line.start + position, text[position : found.start()]
        else:
            yield line.start + position, text[position : found.start() + 1]
        position = found.end()
    yield line.start + position, text[position:]
