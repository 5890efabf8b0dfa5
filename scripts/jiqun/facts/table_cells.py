"""Tables inside a text: runs of rows, and the cells of each with their column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jiqun.facts.figure_state import Span
from jiqun.facts.frame import Frame
from jiqun.language.numbers import Numeral
from jiqun.reading.lines import LAYOUT, Line

_BARS = re.compile(r"[|｜│]")
_OPENS = re.compile(r"\s*[|｜│]")
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|\u3000[ \u3000\u00a0]*)(?=\S)")
# The line that Markdown sets below the head of a table: |---|:---:|
_RULE = re.compile(r"[\s|｜│:—－-]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_LINE = 2000
# A line between rows that names a group of them, such as 一、经济发展.
_LONGEST_GROUP = 24


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its view positions, and the span of each cell by column, None where a cell is empty.

    `sign` is what sets its cells apart, a tab or a bar, so that an empty one keeps its place; "" where blanks
    do.
    """

    start: int
    end: int
    cells: tuple[Span | None, ...]
    sign: str

    def cell(self, column: int) -> Span | None:
        """The span of a cell; None where the row has none in the column."""
        return self.cells[column] if column < len(self.cells) else None


def find_tables(frame: Frame) -> list[list[TableRow]]:
    """The tables of a document, each a run of rows; a short line that names a group of rows does not end one.

    Behind such a line a row without numbers, or set in another way, opens the next table.
    """
    tables: list[list[TableRow]] = []
    rows: list[TableRow] = []
    waiting = False
    open_head = True  # whether the head begins without a bar
    for line in frame.document.lines:
        if line.tabular and line.end - line.start <= _LONGEST_LINE:
            row = _row(frame, line)
            if row is None:
                continue
            opens = _OPENS.match(frame.document.source.text, line.start, line.end) is not None
            if opens and open_head and rows and len(row.cells) < len(rows[0].cells):
                # |2|…: the first cell is left to the group above
                row = replace(row, cells=(None, *row.cells))
            if rows and (row.sign != rows[-1].sign or (waiting and not has_number(frame, row))):
                tables.append(rows)
                rows = []
            open_head = not opens if not rows else open_head
            rows.append(row)
            waiting = False
        elif rows and not waiting and len(line.text) <= _LONGEST_GROUP and "。" not in line.text:
            waiting = True
        elif rows:
            tables.append(rows)
            rows, waiting = [], False
    return [table for table in [*tables, rows] if len(table) > 1]


def has_number(frame: Frame, row: TableRow) -> bool:
    """Whether a row holds a number that is no year and no list mark."""
    return any(
        numeral.kind == "quantity" and not is_year(frame, numeral)
        for numeral in frame.numerals_in(row.start, row.end)
    )


def is_year(frame: Frame, numeral: Numeral) -> bool:
    """Whether a numeral is a bare year: 2025 at the head of a column."""
    return _YEAR.fullmatch(frame.text, numeral.start, numeral.end) is not None


def _row(frame: Frame, line: Line) -> TableRow | None:
    """The cells of a line; None where it only rules the table."""
    printed = frame.document.source.text[line.start : line.end]
    if _RULE.fullmatch(printed):
        return None
    spans = cells_between(frame, line.start, line.end)
    filled = [span for span in spans if span is not None]
    if not filled:
        return None
    sign = "\t" if "\t" in printed else "|" if _BARS.search(printed) else ""
    return TableRow(filled[0][0], filled[-1][1], spans, sign)


def cells_between(frame: Frame, first: int, last: int) -> tuple[Span | None, ...]:
    """View spans of the cells of a line given by its source offsets, with the empty cells before them."""
    source = frame.document.source.text
    while first and source[first - 1] == "\t":
        first -= 1
    cells = [_trimmed(source, first + start, first + end) for start, end in _pieces(source[first:last])]
    return tuple(None if cell is None else _position(frame, *cell) for cell in cells)


def _pieces(printed: str) -> Iterator[Span]:
    """Where the cells of a line lie: between tabs, else bars, else wide gaps."""
    if "\t" in printed:
        edges = [(found.start(), found.end()) for found in re.finditer("\t", printed)]
    elif _BARS.search(printed):
        edges = [(found.start(), found.end()) for found in _BARS.finditer(printed)]
        if edges and not printed[: edges[0][0]].strip():
            yield from _between(edges[1:], edges[0][1], len(printed.rstrip(LAYOUT + "|｜│")))
            return
    else:
        edges = [(found.start(), found.end()) for found in _GAP.finditer(printed)]
    yield from _between(edges, 0, len(printed))


def _between(edges: list[Span], start: int, end: int) -> Iterator[Span]:
    for first, last in edges:
        if first >= end:
            break
        yield start, first
        start = last
    yield start, max(start, end)


def _trimmed(source: str, start: int, end: int) -> Span | None:
    while start < end and source[start] in LAYOUT:
        start += 1
    while end > start and source[end - 1] in LAYOUT:
        end -= 1
    return (start, end) if start < end else None


def _position(frame: Frame, start: int, end: int) -> Span:
    view = frame.document.view
    return view.position(start), view.position(end - 1) + 1
