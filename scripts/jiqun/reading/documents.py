"""Documents in a source file: each a stretch of it, its lines, and a view of its paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jiqun.reading.boundaries import CLOSING_LINE, COMPILER_LINE, DATE_LINE, find_boundaries
from jiqun.reading.lines import (
    LAYOUT,
    LINE_ENDS,
    Layout,
    Line,
    bold_marks,
    is_letter_spaced,
    is_soft,
    read_layout,
    split_lines,
    width,
)
from jiqun.reading.manifest import Manifest, ManifestRow
from jiqun.reading.script import simplified
from jiqun.reading.source import ReadingError, Source
from jiqun.reading.view import NOTHING, View


@dataclass(slots=True, eq=False)
class Document:
    """One document: a stretch of a source file and its paragraphs.

    `start` and `end` are source offsets; `view` is its normalised text; `lines` its printed lines;
    `soft_breaks` the source offsets of line ends that only layout put there, `wrap` the width at which all of
    it is hard-wrapped (or 0), `blanks` the number of layout blanks left out inside lines, `table_rows` the
    view offsets of table rows. `plain` is the source's text in simplified characters, as long as the text.
    """

    source: Source
    start: int
    end: int
    facts: ManifestRow | None
    compiled: bool
    plain: str
    lines: list[Line] = field(default_factory=list)
    view: View = field(default_factory=lambda: View(()))
    soft_breaks: list[int] = field(default_factory=list)
    wrap: int = 0
    blanks: int = 0
    table_rows: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """The document's text as received."""
        return self.source.text[self.start : self.end]

    def read(self, printed: str) -> str:
        """A stretch of the document's text in simplified characters; what it does not hold stays as it is."""
        at = self.source.text.find(printed, self.start, self.end)
        return printed if at < 0 else self.plain[at : at + len(printed)]


def find_documents(source: Source, manifest: Manifest | None = None) -> list[Document]:
    """The documents of a source, tiling it: each begins where the one before it ends.

    Boundaries are found by rules over lines and can be overruled by rows of the manifest: `manual` forces a
    document to begin at the row's opening text, `join` forbids one there, `rule` expects one. Raises
    ReadingError when an opening is not in the text, a `rule` row finds no boundary or two rows describe one
    document.
    """
    plain = simplified(source.text)
    lines = split_lines(plain)
    if not lines:
        return []
    boundaries = find_boundaries(lines)
    begins = {
        (_begin(source.text, lines, index) if index else 0): announced
        for index, announced in boundaries.items()
    }
    rows: dict[int, ManifestRow] = {}
    for row in manifest.rows_for(source.received) if manifest else ():
        begin = _apply(row, source, lines, begins)
        if begin in rows:
            raise ReadingError(
                source.name,
                f"two rows of the manifest describe the document at {row.opening!r}",
                "drop one of them",
            )
        if begin is not None:
            rows[begin] = row
    starts = [line.start for line in lines]
    ordered = sorted(begins)
    documents = []
    for begin, end in zip(ordered, [*ordered[1:], len(source.text)], strict=True):
        inside = lines[bisect_left(starts, begin) : bisect_left(starts, end)]
        documents.append(_open(Document(source, begin, end, rows.get(begin), begins[begin], plain, inside)))
    return documents


def _open(document: Document) -> Document:
    layout = read_layout(document.lines)
    document.wrap = layout.wrap
    document.view = View(_pieces(document, layout))
    rows = (line.start for line in document.lines if line.tabular)
    document.table_rows = frozenset(document.view.position(start) for start in rows)
    return document


def _apply(row: ManifestRow, source: Source, lines: list[Line], begins: dict[int, bool]) -> int | None:
    """Check or enforce one manifest row against the boundaries found; returns where its document begins."""
    if not row.opening.strip():
        return 0
    at = _find_opening(source.text, lines, row.opening)
    if at < 0:
        raise ReadingError(
            source.name, f"the manifest's opening {row.opening!r} is not in the text", "mend manifest.csv"
        )
    index = _line_at(lines, at)
    begin = _begin(source.text, lines, index) if index else 0
    if row.boundary == "join":
        if begin:
            begins.pop(begin, None)
        return None
    if row.boundary == "manual":
        if at > lines[index].start:
            lines[index : index + 1] = _cut(lines[index], at)
            begin = at
        begins.setdefault(begin, False)
    elif begin not in begins:
        raise ReadingError(
            source.name,
            f"the manifest expects a document to begin at {row.opening!r} but the rules find none there",
            "set its boundary to manual",
        )
    return begin


def _find_opening(text: str, lines: list[Line], opening: str) -> int:
    """Offset of an opening, where it begins a line if it ever does, of its first character that is no blank;
    or -1.
    """
    opening = opening.lstrip(LAYOUT)
    first = at = text.find(opening)
    while at >= 0:
        if lines[_line_at(lines, at)].start >= at:
            return at
        at = text.find(opening, at + len(opening))
    return first


def _line_at(lines: list[Line], offset: int) -> int:
    """Index of the line that an offset lies in."""
    return max(bisect_right(lines, offset, key=lambda line: line.start) - 1, 0)


def _cut(line: Line, at: int) -> list[Line]:
    """A line as two: up to an offset inside it, and from there."""
    head, tail = line.text[: at - line.start], line.text[at - line.start :]
    end = line.start + len(head.rstrip(LAYOUT))
    return [
        replace(line, end=end, text=head.rstrip(LAYOUT), width=width(head)),
        replace(line, start=at, text=tail, width=width(tail), indent=0, gap=False, apart=True, opens=False),
    ]


def _begin(text: str, lines: list[Line], index: int) -> int:
    """Offset where a document begins whose first line this is: the line's first character, blanks and
    decorations included.
    """
    line, previous = lines[index], lines[index - 1]
    if line.apart:
        return line.start
    offset = line.start
    while offset > previous.end and text[offset - 1] not in LINE_ENDS:
        offset -= 1
    return offset


def _pieces(document: Document, layout: Layout) -> Iterator[tuple[int, str]]:
    """The document's view as (source offset, text) pieces; notes soft breaks and blanks on the way."""
    previous: Line | None = None
    is_joined = False
    for line in document.lines:
        if previous is not None:
            is_joined = is_soft(previous, line, layout)
            if not is_joined:
                yield previous.end, "\n"
            else:
                if line.apart:
                    document.blanks += 1
                else:
                    document.soft_breaks.append(previous.end)
                if _is_latin(previous.text[-1]) and _is_latin(line.text[0]):
                    yield previous.end, " "
        yield from _without_blanks(document, line, is_joined)
        previous = line


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


_IS_PROSE = re.compile(r"[，。；]")
# A heading's number set with a blank behind each digit: 2 0 0 5 年工作回顾; a table row of digits counts
# nothing behind it.
_SPACED_NUMBER = re.compile(r"(?<![\d.])\d(?: [\d.])+ ?[年月日%亿万元家个户]")
# A number in a title set off by single blanks, as word processors part digits from characters: 2020 年工作
# 报告, 力争到 2025 年.
_PARTED_NUMBER = re.compile(r"(?:(?<=[\u4e00-\u9fff]) )?(?<![\d.])\d+(?:\.\d+)? ?(?=[年月日%亿万元家个户])")
_SOME_BLANKS = re.compile(f"[ {NOTHING}]+")


def _without_blanks(document: Document, line: Line, is_joined: bool) -> Iterator[tuple[int, str]]:
    """A line's text without the blanks that only layout put between Chinese characters, digits and signs.

    按 照高标准 and １５ ０％ lose theirs in prose; the blank of a title in two halves, of a table row and
    between Latin words stays, but for those between the digits of one number. Characters without width and
    the ** of Markdown go everywhere.
    """
    text = line.text
    if " " not in text and NOTHING not in text and "**" not in text:
        yield line.start, text
        return
    is_prose = not line.alone and (
        _IS_PROSE.search(text) is not None
        or is_joined
        or (document.wrap > 0 and line.width >= document.wrap - 3.5)
        or is_letter_spaced(text)
    )
    gaps = [found.span() for found in _SOME_BLANKS.finditer(text)]
    # Tabs part the cells of a row: the digits of two cells are no number.
    is_parted = document.source.text.find("\t", line.start, line.end) >= 0
    spaced = [] if is_prose or is_parted else [found.span() for found in _SPACED_NUMBER.finditer(text)]
    if not is_prose and not is_parted and not line.alone:
        spaced = sorted({*spaced, *(found.span() for found in _PARTED_NUMBER.finditer(text))})
    marks = bold_marks(text)
    position = 0
    for first, last in sorted(gaps + marks) if marks else gaps:
        blank = text.find(" ", first, last)
        is_dropped = blank < 0 or (
            is_prose and not (_is_latin(text[first - 1]) and _is_latin(text[last : last + 1]))
        )
        if not is_dropped and spaced:
            # Spaced numbers never overlap: only the last that begins before the blank can hold it.
            number = bisect_right(spaced, (first, len(text))) - 1
            is_dropped = number >= 0 and last <= spaced[number][1]
        yield line.start + position, text[position:first]
        if blank >= 0 and is_dropped:
            document.blanks += last - first
        elif blank >= 0:
            yield line.start + blank, " "
        position = last
    yield line.start + position, text[position:]


__all__ = ["CLOSING_LINE", "COMPILER_LINE", "DATE_LINE", "Document", "find_documents"]
