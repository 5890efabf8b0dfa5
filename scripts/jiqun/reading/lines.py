"""Lines of a source and how they hang together: which line ends are real and which only layout."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jiqun.reading.markers import match_marker
from jiqun.reading.view import fold

_LINE = re.compile(r"[^\r\n\f\x0b\x1c-\x1e\x85\u2028\u2029]+")
_TERMINAL = re.compile(r"[。！？；：…■][”’』》）\]]*$")
_PROSE = re.compile(r"[，。；]")
_OPEN_END = re.compile(r"[，、（《“—-]$|(?:的|和|与|及|或|关于|为|以|在|对|将|把)$")
_DATE = re.compile(r"^[（]?[〇○零一二三四五六七八九十\d]{2,4}年[〇○零一二三四五六七八九十\d]{1,3}月(?:[〇○零一二三四五六七八九十\d]{1,3}日)?[）]?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line that is not blank.

    `start` and `end` are source offsets without the blanks around it; `text` is the folded text between them;
    `indented` tells whether blanks stood before it; `gap` whether a blank line did; `width` counts half for ASCII.
    """

    start: int
    end: int
    text: str
    indented: bool
    gap: bool
    width: float


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text` between two offsets that hold more than blanks, in order."""
    lines: list[Line] = []
    end = len(text) if end is None else end
    previous_end = start
    for found in _LINE.finditer(text, start, end):
        raw = found[0]
        stripped = raw.strip()
        if not stripped:
            continue
        left = found.start() + len(raw) - len(raw.lstrip())
        gap = text.count("\n", previous_end, left) > 1
        for first, last in _printed_apart(stripped):
            piece = stripped[first:last]
            indented = left + first > found.start()
            lines.append(Line(left + first, left + last, fold(piece), indented, gap, _width(piece)))
        previous_end = found.end()
    return lines


_APART = re.compile(r"(?<=[^\sA-Za-z0-9０-９])[ \u3000\u00a0]+(?=[^\sA-Za-z％%])")


def _printed_apart(text: str) -> list[tuple[int, int]]:
    """Pieces of a long line that blanks set apart, where a copy lost its line ends but kept a blank for each.

    A text broken every few dozen characters by layout blanks is one piece: there the blanks mean nothing.
    """
    if len(text) < 300:
        return [(0, len(text))]
    gaps = [found.span() for found in _APART.finditer(text)]
    if not gaps or len(gaps) * 50 > len(text):
        return [(0, len(text))]
    edges = [0, *(edge for gap in gaps for edge in gap), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def wrap_width(lines: list[Line]) -> int:
    """Width at which a text is hard-wrapped, or 0 when its lines are paragraphs.

    A wrapped text has many lines of nearly one width, and none much longer. Width counts half for ASCII.
    """
    widths = [line.width for line in lines]
    if len(widths) < 8:
        return 0
    widest = sorted(widths)[int(len(widths) * 0.98)]
    if not 16 <= widest <= 60 or max(widths) > widest + 8:
        return 0
    full = sum(1 for width in widths if width >= widest - 4)
    return int(widest) if full >= 0.35 * len(widths) else 0


def _width(text: str) -> float:
    return sum(0.5 if character < "\u0100" else 1 for character in text)


def is_soft(line: Line, following: Line, wrapped: int) -> bool:
    """Whether the line end between two lines is layout: the second goes on where the first broke off.

    For 重点扶持四⏎机、四机赛瓦等企业 in prose; leaves a heading alone that has no full stop before its paragraph.
    """
    if following.gap or _DATE.match(following.text) or _DATE.match(line.text):
        return False
    if following.text[0] in "，。；、）”！？%：":
        return True
    opened = match_marker(following.text, 0, len(following.text))
    if opened and not (opened.kind == "arabic" and _in_number(line.text, following.text)):
        return False
    if wrapped:
        return not following.indented and line.width >= wrapped - 3.5 and not _is_heading(line)
    if _TERMINAL.search(line.text):
        return False
    if following.indented:
        return False
    prose = _PROSE.search(line.text) is not None
    if prose and len(line.text) >= 20:
        return True
    return bool(_OPEN_END.search(line.text)) and len(line.text) >= 8 and not line.text.endswith("：")


def _is_heading(line: Line) -> bool:
    """A numbered line without any stop, short enough to be a heading of its own."""
    return match_marker(line.text, 0, len(line.text)) is not None and not _PROSE.search(line.text) and len(line.text) < 24


def _in_number(line: str, following: str) -> bool:
    """１⏎２、 style breaks: digits on both sides of the line end belong together."""
    return line[-1].isdigit() and following[0].isdigit()
