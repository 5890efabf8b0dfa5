"""The unit of a figure fits what the indicator measures."""

from __future__ import annotations

from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.problem import Problem

_UNITS_OF_STATISTIC = {
    "growth_rate": {"%"},
    "share": {"%"},
    "completion_rate": {"%"},
    "multiple": {"1"},
    "ratio": {"1", "%"},
}
"""Statistics that have units of their own, whatever the indicator measures."""
_ANY_DIMENSION = {"", "any", "other", "various"}


class UnitDimension(Check):
    """`unit` and `indicator` have the same dimension in the code lists, or the unit is the statistic's
    own."""

    name = "unit-dimension"
    title = "Unit and indicator"
    level = "warning"
    of_documents = True
    types = ("unit-dimension",)
    hint = "Check the indicator, the statistic and the unit of the row."
    reads = (
        ("indicator_codes", ("code", "dimension")),
        ("unit_codes", ("code", "dimension")),
    )
    each = ("indicator", "unit")

    def run(self, package: Package) -> Iterator[Problem]:
        indicators = _dimensions(package, "indicator_codes")
        units = _dimensions(package, "unit_codes")
        for table in self.subjects(package):
            statistics = table.texts("statistic") if table.has("statistic") else None
            for row_number, (indicator, unit) in table.rows("indicator", "unit"):
                if indicator not in indicators or unit not in units:
                    continue  # foreign keys are frictionless's matter
                statistic = statistics[row_number - 2] if statistics else None
                fault = _fault(statistic or "level", indicators[indicator], unit or "", units)
                if fault:
                    message = f"{indicator}: {fault}"
                    yield self.problem(table, message, row_number=row_number, column="unit", cell=unit)


def _fault(statistic: str, dimension: str, unit: str, units: dict[str, str]) -> str:
    """What is wrong with a unit; `units` gives each unit's dimension."""
    own = _UNITS_OF_STATISTIC.get(statistic)
    if own is not None:
        return "" if unit in own else f"a {statistic} is in {' or '.join(sorted(own))}, not in {unit}"
    if statistic in ("difference", "growth_amount") and unit == "pp":
        # Of a rate, or of an amount's share or growth: 税收占财政收入的比重提高5个百分点.
        return ""
    if dimension in _ANY_DIMENSION or units[unit] in _ANY_DIMENSION or units[unit] == dimension:
        return ""
    return f"it is measured in {dimension}, but {unit} is a unit of {units[unit]}"


def _dimensions(package: Package, table: str) -> dict[str, str]:
    rows = package.tables[table].rows("code", "dimension")
    return {code: dimension or "" for _, (code, dimension) in rows if code is not None}
