"""A value is what its printed figure says, read a second time by another reader."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from .engine.check import Check, Package
from .engine.columns import Table
from .engine.figures import Figure, in_unit, read_figure
from .engine.problem import Problem

_SIGNED = {"growth_rate", "growth_amount", "difference"}
"""Statistics in which a fall is negative though the text prints no sign (下降18% is -18)."""


class ValueText(Check):
    """`value` and `value_max` are those of `value_text` (in mentions: of `quote`) in `unit`.

    Texts that the reader is not sure of are passed over.
    """

    name = "value-text"
    title = "Values read a second time"
    level = "warning"
    of_documents = True
    types = ("value-differs",)
    hint = "Compare the value with the printed figure; both readers may be wrong."
    each = ("value", "value_max", "unit")

    def run(self, package: Package) -> Iterator[Problem]:
        for table in self.subjects(package):
            text = "value_text" if table.has("value_text") else "quote" if table.name == "mentions" else ""
            if text and table.has(text):
                yield from self._judge(table, text)

    def _judge(self, table: Table, text: str) -> Iterator[Problem]:
        statistics = table.texts("statistic") if table.has("statistic") else None
        for row_number, (printed, value, value_max, unit) in table.rows(text, "value", "value_max", "unit"):
            if printed is None or value is None or unit is None:
                continue
            figure = read_figure(printed)
            expected = in_unit(figure, unit) if figure else None
            if expected is None:
                continue
            signed = statistics is not None and statistics[row_number - 2] in _SIGNED
            if not _agree(expected, value, value_max, signed):
                bounds = f"{expected.value:f}" + (f" to {expected.value_max:f}" if expected.value_max else "")
                message = f"{printed!r} reads as {bounds} {unit}, the row has {value}"
                message += f" to {value_max}" if value_max else ""
                yield self.problem(table, message, row_number=row_number, column="value", cell=value)


def _agree(expected: Figure, value: str, value_max: str | None, signed: bool) -> bool:
    try:
        found = Decimal(value)
        found_max = Decimal(value_max) if value_max is not None else None
    except InvalidOperation:
        return True  # frictionless reports cells that are no numbers
    if signed:
        found, found_max = abs(found), abs(found_max) if found_max is not None else None
    # A rounded third (三分之一 as 33.33) is no difference.
    close = abs(found - expected.value) <= abs(expected.value) / 1000
    return close and (found_max is None) == (expected.value_max is None) and found_max == expected.value_max
