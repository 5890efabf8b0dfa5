"""Rows by columns, a disc in each cell whose area is a count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from jiqun.site.charts.canvas import gutter, line, shape, words
from jiqun.site.labels import shorten, width_of

_TILT = 52
_ROW = 28
_HALF_CHARACTER = 6.2
_LONGEST = 24
# In a disc at least this wide a figure of one digit can be read; each further digit takes some more.
_READABLE = 7.5
_DIGIT = 3.2
_WIDEST_COLUMN = 64.0
# The room for remarks.
_REMARK = 44


@dataclass(frozen=True, slots=True)
class Cell:
    """A count and where its rows are."""

    count: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Labels of rows; labels of columns, each with the number of its colour; counts by row and column.

    `remarks` has what stands at the right end of each row, such as its total.
    """

    rows: Sequence[str]
    columns: Sequence[tuple[str, int]]
    cells: Mapping[tuple[int, int], Cell]
    remarks: Sequence[str] = ()

    def draw(self, width: int) -> tuple[str, int]:
        """Column labels stand aslant above."""
        side = gutter(list(self.rows), width)
        names = [shorten(name, _LONGEST) for name, _ in self.columns]
        slant = max(map(width_of, names), default=0) * _HALF_CHARACTER
        head = round(slant * sin(radians(_TILT))) + 14
        # The last label leans out to the right.
        lean = slant * cos(radians(_TILT)) * 0.9
        end = max(lean * 0.6, _REMARK if self.remarks else 0)
        step = min((width - side.left - end) / max(len(names), 1), _WIDEST_COLUMN)
        most = max((cell.count for cell in self.cells.values()), default=1)
        largest = min(step, _ROW) / 2 - 1
        drawn = []
        for number, name in enumerate(names):
            x = side.left + (number + 0.5) * step
            turn = f' transform="rotate(-{_TILT} {x:.4g} {head - 8})"'
            drawn.append(words(name, round(x, 1), head - 8, "column-label", turn))
        top = float(head)
        for row, name in enumerate(self.rows):
            drawn.append(side.label(name, top, _ROW))
            middle = top + side.above + _ROW / 2
            drawn.append(line(side.left, middle, side.left + step * len(names), middle))
            for column, (label, colour) in enumerate(self.columns):
                cell = self.cells.get((row, column))
                if cell is None or not cell.count:
                    continue
                x = side.left + (column + 0.5) * step
                radius = max(largest * sqrt(cell.count / most), 2.5)
                said = f"{name} · {label}: {cell.count}"
                drawn.append(shape("circle", f"series-{colour}", cell.place, said, cx=x, cy=middle, r=radius))
                if radius >= _READABLE + _DIGIT * (len(str(cell.count)) - 1):
                    drawn.append(words(str(cell.count), round(x, 1), middle + 3.7, "in-disc"))
            if self.remarks:
                x = side.left + step * len(names) + _REMARK - 8
                drawn.append(words(self.remarks[row], round(x, 1), middle + 4.5, "figure end"))
            top += _ROW + side.above
        return "".join(drawn), round(top + 4)
