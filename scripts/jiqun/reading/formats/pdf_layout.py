"""Pages to paragraphs and rows: running heads and page numbers left out, lines joined that only layout
broke."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TypeAlias

from jiqun.reading.formats.blocks import Blank, Block, Paragraph, Row, join_lines
from jiqun.reading.formats.pdf_lines import Line, find_lines
from jiqun.reading.formats.pdf_page import Page
from jiqun.reading.formats.pdf_tables import Grid, find_grids
from jiqun.reading.markers import match_marker
from jiqun.reading.view import fold


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of a page and the height of its upper edge."""

    top: float
    rows: list[Row]


Item: TypeAlias = Line | Table

# Running heads and feet stand in this part of the page at either end, and on this share of the pages.
_EDGE = 0.13
_OFTEN = 0.4
# What the script of a running head is to that of the text at most, where nothing else tells it apart.
_SMALLER = 0.9
_PAGE_NUMBER = re.compile(
    r"[-—–―－~·.〔\[（(]\s*\d{1,4}\s*[-—–―－~·.〕\]）)]*|第?\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_STOP = re.compile(r"[。！？；：…][”’』」》）)]*$")
_HANGING = re.compile("[，。；：、！？）”’》】]$")
_UNBROKEN = re.compile(r"[A-Za-z0-9.,%％]+")
_PROSE = re.compile("[，。；]")
# In heights of the script: how far a full line may end before the margin, and what counts as an indent.
_SLACK = 1.7
_INDENT = 0.7
# How much wider than usual the way to the next line is where a blank line stands, or where a paragraph ends.
_WIDER, _MUCH_WIDER = 1.3, 1.75


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a document begin and end, and how far they usually are apart."""

    left: float
    right: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its height, and its lines and tables from the top."""

    height: float
    items: list[Item]


def lay_out(sheets: Sequence[Sheet]) -> list[Block]:
    """The blocks of a document: what is no table and no running head is text."""
    _drop_furniture(sheets)
    items = [sheet.items for sheet in sheets]
    margins = _margins([item for page in items for item in page if isinstance(item, Line)])
    blocks: list[Block] = []
    header: tuple[str, ...] = ()
    paragraph: list[Line] = []
    previous: Item | None = None
    for page in items:
        for at, item in enumerate(page):
            if isinstance(item, Line):
                if paragraph and not _goes_on(paragraph[-1], item, margins, is_next_page=at == 0):
                    blocks += _paragraph(paragraph)
                    paragraph = []
                    if at and _is_blank_between(previous, item, margins):
                        blocks.append(Blank())
                elif not paragraph and at and _is_blank_between(previous, item, margins):
                    blocks.append(Blank())
                paragraph.append(item)
            else:
                blocks += _paragraph(paragraph)
                paragraph = []
                rows = item.rows
                # A table that goes on over the page repeats its head there.
                if rows and not (at == 0 and isinstance(previous, Table) and rows[0].cells == header):
                    header = tuple(rows[0].cells)
                    blocks += rows
                else:
                    blocks += rows[1:]
            previous = item
    blocks += _paragraph(paragraph)
    return blocks


def read_sheet(page: Page) -> Sheet:
    """Lines and tables of a page."""
    grids, outside = find_grids(page)
    items: list[Item] = [*find_lines(outside, page.width)]
    for grid in sorted(grids, key=lambda grid: -grid.top):
        items.insert(_place(grid, items), Table(grid.top, _rows(grid)))
    return Sheet(page.height, items)


def _place(grid: Grid, items: Sequence[Item]) -> int:
    """Where a table stands among the lines of its page: before the first one below it.

    On a page in two columns it stands beside the nearest line over or under it, so that a table in the right
    column is not read before the left one, nor with the page number that the file may have first.
    """
    lines = [(at, item) for at, item in enumerate(items) if isinstance(item, Line)]
    own = [(at, line) for at, line in lines if line.left < grid.columns[-1] and line.right > grid.columns[0]]
    if not own or not any(below.middle > above.top for (_, above), (_, below) in pairwise(lines)):
        return next((at for at, line in lines if line.middle < grid.top), len(items))
    at, line = min(own, key=lambda place: _distance(grid, place[1]))
    return at if line.middle < grid.top else at + 1


def _distance(grid: Grid, line: Line) -> float:
    return max(grid.rows[-1] - line.middle, line.middle - grid.top)


# --- Running heads -----------------------------------------------------------------------------------------


def _drop_furniture(sheets: Sequence[Sheet]) -> None:
    """Leave out running heads and feet, which come again on other pages, and page numbers."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    bare: Counter[int] = Counter()
    for number, sheet in enumerate(sheets):
        for edge, line in _at_edges(sheet):
            found[edge, _shape(line)].add(number)
            if _BARE_NUMBER.fullmatch(line.text):
                bare[int(line.text) - number] += 1
    least = max(2, _OFTEN * len(sheets))
    heads: list[tuple[str, Line]] = []
    for number, sheet in enumerate(sheets):
        for edge, line in list(_at_edges(sheet)):
            text = line.text.strip()
            is_counted = _BARE_NUMBER.fullmatch(text) and bare[int(text) - number] >= min(2, len(sheets))
            is_head = len(found[edge, _shape(line)]) >= least
            if is_head or _PAGE_NUMBER.fullmatch(text) or is_counted:
                sheet.items.remove(line)
            if is_head:
                heads.append((edge, line))
    _drop_other_heads(sheets, {(edge, round(line.middle), round(line.size)) for edge, line in heads})


def _drop_other_heads(sheets: Sequence[Sheet], heads: set[tuple[str, int, int]]) -> None:
    """Leave out the head that only one page has, in the place and the script of those that come again.

    For a gazette of three pages, whose second is headed otherwise than the first and third; leaves text of
    the usual size alone, and small print that the text goes on below, such as a table's row.
    """
    sizes = [item.size for sheet in sheets for item in sheet.items if isinstance(item, Line)]
    usual = median(sizes) if sizes and heads else 0.0
    for sheet in sheets:
        lines = sorted(
            (item for item in sheet.items if isinstance(item, Line)), key=lambda line: -line.middle
        )
        if len(lines) < 2:
            continue
        for edge, line, beside in (("top", lines[0], lines[1]), ("bottom", lines[-1], lines[-2])):
            place = edge, round(line.middle), round(line.size)
            is_apart = abs(line.middle - beside.middle) > 2 * usual
            if place in heads and is_apart and line.size < _SMALLER * usual:
                sheet.items.remove(line)


def _at_edges(sheet: Sheet) -> Iterator[tuple[str, Line]]:
    """The outermost lines of a page that stand near its upper and lower edge, three at most at either."""
    lines = sorted((item for item in sheet.items if isinstance(item, Line)), key=lambda line: -line.middle)
    for line in lines[:3]:
        if line.middle > sheet.height * (1 - _EDGE):
            yield "top", line
    for line in lines[-3:]:
        if line.middle < sheet.height * _EDGE:
            yield "bottom", line


def _shape(line: Line) -> str:
    """What a running head is on every page: its text, whatever the number in it."""
    return re.sub(r"\d+", "#", "".join(line.text.split()))


# --- Paragraphs --------------------------------------------------------------------------------------------


def _margins(lines: Sequence[Line]) -> Margins:
    """The margins that lines of prose keep to."""
    prose = [line for line in lines if _PROSE.search(line.text)] or list(lines)
    if not prose:
        return Margins(0, 0, 0)
    size = median(line.size for line in prose)
    left = _outermost([line.left for line in prose], size)
    # A sign that closes may hang out over the margin.
    inside = [line for line in prose if not _HANGING.search(line.text)] or prose
    right = -_outermost([-line.right for line in inside], size)
    ways = [
        above.middle - below.middle
        for above, below in pairwise(lines)
        if size * 0.5 < above.middle - below.middle < size * 4
    ]
    return Margins(left, right, median(ways) if ways else size * 1.5)


def _outermost(places: Sequence[float], size: float) -> float:
    """The least place that several lines share, so that one that hangs out moves no margin."""
    ordered = sorted(places)
    least = max(2, len(places) // 20) if len(places) > 4 else 1
    for place, shared in zip(ordered, ordered[least - 1 :], strict=False):
        if shared <= place + size / 2:
            return place
    return ordered[0]


def _goes_on(line: Line, following: Line, margins: Margins, is_next_page: bool) -> bool:
    """Whether a line end is layout: the line is full, and the next one begins at the margin, close below.

    For prose set in lines; leaves a heading, a signature, a short last line and an indented new paragraph
    alone.
    """
    size = max(line.size, following.size)
    if abs(line.size - following.size) > 0.12 * size or len(line.words) > 1 or len(following.words) > 1:
        return False
    if not is_next_page and not 0 < line.middle - following.middle < margins.pitch * _MUCH_WIDER:
        return False
    width = margins.right - margins.left
    unbroken = _UNBROKEN.match(following.text)
    slack = _SLACK * size + (len(unbroken[0]) * size / 2 if unbroken else 0)
    if line.right < margins.right - slack or line.right - line.left < width * 0.6:
        return False
    indent = following.left - margins.left
    # As far in as paragraphs begin, or not below the line before it: no continuation of it.
    if indent > _INDENT * size and (
        abs(following.left - line.left) > _INDENT * size or abs(indent - 2 * size) < _INDENT * size
    ):
        return False
    if not _STOP.search(line.text):
        return True
    # A new paragraph may begin at the margin behind a line that happens to be full.
    is_wide = not is_next_page and line.middle - following.middle > margins.pitch * _WIDER
    folded = fold(following.text[:12])
    return not is_wide and match_marker(folded, 0, len(folded)) is None


def _is_blank_between(above: Item | None, line: Line, margins: Margins) -> bool:
    """Whether a blank line stands between a line and what is above it."""
    return isinstance(above, Line) and above.middle - line.middle > margins.pitch * _MUCH_WIDER


def _paragraph(lines: Sequence[Line]) -> list[Block]:
    return [Paragraph(join_lines(line.text for line in lines))] if lines else []


def _rows(grid: Grid) -> list[Row]:
    """Rows of a ruled table, the lines of a cell joined; rows without text are left out."""
    rows = []
    for cells in grid.texts():
        texts = tuple(join_lines(line.text for line in find_lines(cell, 0)) if cell else "" for cell in cells)
        if any(texts):
            rows.append(Row(texts))
    return rows
