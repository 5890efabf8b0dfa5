"""A growth rate fits the two levels that it lies between."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .engine.check import Check, Package
from .engine.figure_rows import COLUMNS, FigureRow, figure_rows
from .engine.problem import Problem

_TOLERANCE = Decimal(2)  # percentage points: levels are rounded, and prices may differ


class GrowthFits(Check):
    """Where a document gives a level for a year and the year before, the growth rate is their quotient,
    roughly."""

    name = "growth-fits"
    title = "Growth between two levels"
    level = "warning"
    of_documents = True
    types = ("growth-differs",)
    hint = "Compare the three passages; a rate in constant prices may differ."
    each = COLUMNS

    def run(self, package: Package) -> Iterator[Problem]:
        for table in self.subjects(package):
            rows = [row for row in figure_rows(table) if any(row.subject) and _is_year(row)]
            levels = {_key(row, _year(row)): row for row in rows if row.statistic == "level"}
            for row in rows:
                if row.statistic != "growth_rate":
                    continue
                after = levels.get(_key(row, _year(row)))
                before = levels.get(_key(row, _year(row) - 1))
                if after and before and after.unit == before.unit and before.value > 0:
                    growth = (after.value / before.value - 1) * 100
                    if abs(growth - row.value) > _TOLERANCE:
                        message = f"{before.value:f} grows to {after.value:f}, by {growth:.1f} %"
                        message += f", not {row.value:f} %"
                        yield self.problem(
                            table, message, row_number=row.row_number, column="value", cell=f"{row.value:f}"
                        )


def _is_year(row: FigureRow) -> bool:
    """Whether a figure speaks for one whole year, or for its end."""
    end = row.period_end
    start = row.period_start or end
    return end[:4].isdigit() and start[:4] == end[:4] and (len(end) == 4 or end.endswith("-12-31"))


def _year(row: FigureRow) -> int:
    return int(row.period_end[:4])


def _key(row: FigureRow, year: int) -> tuple[object, ...]:
    return row.document_id, row.subject, row.indicator, year
