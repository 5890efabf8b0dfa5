"""A period ends after it starts, and its dates are days of the calendar."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from .engine.check import Check, Package
from .engine.columns import Table
from .engine.problem import Problem

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class PeriodOrder(Check):
    """`period_start` is not after `period_end`; both are ISO 8601 dates, reduced precision allowed."""

    name = "period-order"
    title = "Periods"
    of_documents = True
    types = ("period-order", "period-date")
    each = ("period_end",)

    def run(self, package: Package) -> Iterator[Problem]:
        for table in self.subjects(package):
            yield from self._judge(table)

    def _judge(self, table: Table) -> Iterator[Problem]:
        ends = table.texts("period_end")
        starts = table.texts("period_start") if table.has("period_start") else [None] * len(ends)
        for row_number, (start, end) in enumerate(zip(starts, ends, strict=True), start=2):
            first, last = day(start, last=False), day(end, last=True)
            for column, text, found in (("period_start", start, first), ("period_end", end, last)):
                if text is not None and found is None:
                    message = f"{text!r} is no date of the form 2009, 2009-03 or 2009-03-19"
                    yield self.problem(
                        table, message, row_number=row_number, column=column, cell=text, type="period-date"
                    )
            if first and last and first > last:
                message = f"the period starts on {start} and ends on {end}"
                yield self.problem(table, message, row_number=row_number, column="period_end", cell=end)


def day(text: str | None, *, last: bool) -> date | None:
    """The first or the last day of a date of reduced precision; None for no text or no date."""
    found = _DATE.fullmatch(text or "")
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    if year < 1 or not 1 <= month <= 12:
        return None
    days = calendar.monthrange(year, month)[1]
    number = int(found[3] or (days if last else 1))
    return date(year, month, number) if 1 <= number <= days else None
