"""A document does not give two figures for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.figure_rows import COLUMNS, FigureRow, figure_rows
from .engine.problem import Problem


class FiguresAgree(Check):
    """Same document, subject, indicator as printed, statistic, unit and period: same value."""

    name = "figures-agree"
    title = "Figures that contradict each other"
    level = "warning"
    of_documents = True
    types = ("figures-differ",)
    hint = "Read both passages: they may speak of different things, or the source contradicts itself."
    each = COLUMNS

    def run(self, package: Package) -> Iterator[Problem]:
        for table in self.subjects(package):
            first: dict[tuple[object, ...], FigureRow] = {}
            for row in figure_rows(table):
                if not any(row.subject):
                    continue  # what the figure speaks of is not known
                period = (row.period_start, row.period_end)
                key = (row.document_id, row.subject, row.indicator, row.statistic, row.unit, period)
                before = first.setdefault(key, row)
                if before.value != row.value:
                    place = table.row_in_file(before.row_number)
                    message = f"{row.value:f} {row.unit} here, {before.value:f} in row {place}"
                    yield self.problem(
                        table, message, row_number=row.row_number, column="value", cell=f"{row.value:f}"
                    )
