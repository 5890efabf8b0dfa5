"""Ruled tables of a page: the grid that strokes draw, and which characters stand in which cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from jiqun.reading.formats.pdf_page import Glyph, Page, Stroke

# Strokes nearer than this are one; ends may miss the stroke that they meet by as much.
_NEAR = 3.0
_MOST_CELLS = 10_000


@dataclass(slots=True)
class Grid:
    """A ruled table: the heights of its rows' edges from the top, the places of its columns' edges from the
    left.

    `cells` holds the characters of each cell, by row and column; those of merged cells stand in the first.
    """

    rows: list[float]
    columns: list[float]
    cells: list[list[list[Glyph]]]

    def texts(self) -> list[list[list[Glyph]]]:
        """The characters of each cell, every merged cell once and the others that it covers empty."""
        seen: set[int] = set()
        rows: list[list[list[Glyph]]] = []
        for row in self.cells:
            rows.append([])
            for cell in row:
                rows[-1].append([] if id(cell) in seen else cell)
                seen.add(id(cell))
        return rows

    @property
    def top(self) -> float:
        """Height of its upper edge."""
        return self.rows[0]


def find_grids(page: Page) -> tuple[list[Grid], list[Glyph]]:
    """The ruled tables of a page, and the characters outside all of them.

    A table has two rows and two columns at least: a frame around text is none.
    """
    grids = [grid for level, upright in _groups(page) if (grid := _grid(level, upright)) is not None]
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        home = next((grid for grid in grids if _holds(grid, glyph)), None)
        if home is None:
            outside.append(glyph)
        else:
            row, column = _cell_at(home, glyph)
            home.cells[row][column].append(glyph)
    kept = []
    for grid in grids:
        rows = grid.texts()
        if sum(any(row) for row in rows) > 1:
            kept.append(grid)
        else:
            outside += [glyph for row in rows for cell in row for glyph in cell]
    return kept, outside


def _groups(page: Page) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Strokes that meet, group by group."""
    level, upright = sorted(page.level), sorted(page.upright)
    owner = list(range(len(level)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    heights = [stroke.at for stroke in level]
    met: list[int | None] = []
    for stroke in upright:
        first: int | None = None
        index = bisect_right(heights, stroke.start - _NEAR)
        while index < len(level) and heights[index] <= stroke.end + _NEAR:
            if level[index].start - _NEAR <= stroke.at <= level[index].end + _NEAR:
                if first is None:
                    first = index
                else:
                    owner[root(index)] = root(first)
            index += 1
        met.append(first)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for index, stroke in enumerate(level):
        groups.setdefault(root(index), ([], []))[0].append(stroke)
    for stroke, at in zip(upright, met, strict=True):
        if at is not None:
            groups[root(at)][1].append(stroke)
    return [group for group in groups.values() if len(group[0]) > 2 and len(group[1]) > 2]


def _grid(level: Sequence[Stroke], upright: Sequence[Stroke]) -> Grid | None:
    rows = _places(level)[::-1]
    columns = _places(upright)
    if len(rows) < 3 or len(columns) < 3 or len(rows) * len(columns) > _MOST_CELLS:
        return None
    cells: list[list[list[Glyph]]] = [[[] for _ in columns[1:]] for _ in rows[1:]]
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if row and not _is_ruled(level, rows[row], columns[column], columns[column + 1]):
                cells[row][column] = cells[row - 1][column]
            elif column and not _is_ruled(upright, columns[column], rows[row + 1], rows[row]):
                cells[row][column] = cells[row][column - 1]
    return Grid(rows, columns, cells)


def _places(strokes: Sequence[Stroke]) -> list[float]:
    """Where strokes lie, those close together as one, in rising order."""
    places: list[float] = []
    for at in sorted(stroke.at for stroke in strokes):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return places


def _is_ruled(strokes: Sequence[Stroke], at: float, start: float, end: float) -> bool:
    """Whether a stroke at a place covers the middle of a stretch."""
    middle = (start + end) / 2
    return any(abs(stroke.at - at) <= _NEAR and stroke.start <= middle <= stroke.end for stroke in strokes)


def _holds(grid: Grid, glyph: Glyph) -> bool:
    across = (glyph.left + glyph.right) / 2
    return grid.rows[-1] < glyph.middle < grid.rows[0] and grid.columns[0] < across < grid.columns[-1]


def _cell_at(grid: Grid, glyph: Glyph) -> tuple[int, int]:
    across = (glyph.left + glyph.right) / 2
    row = next(row for row in range(len(grid.rows) - 1) if glyph.middle >= grid.rows[row + 1])
    column = next(column for column in range(len(grid.columns) - 1) if across <= grid.columns[column + 1])
    return row, column


__all__ = ["Grid", "find_grids"]
