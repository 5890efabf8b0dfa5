"""A range has two bounds, everything else has one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from .engine.check import Check, Package
from .engine.problem import Problem


class RangeBounds(Check):
    """`value_max` is filled exactly where `operator` is `range`, and is not below `value`."""

    name = "range-bounds"
    title = "Operator and bounds"
    of_documents = True
    types = ("range-bounds", "range-order")
    hint = "operator range goes with value_max; every other operator goes without it."
    each = ("operator", "value", "value_max")

    def run(self, package: Package) -> Iterator[Problem]:
        for table in self.subjects(package):
            for row_number, (operator, value, value_max) in table.rows("operator", "value", "value_max"):
                if (operator == "range") != (value_max is not None):
                    state = "empty" if value_max is None else f"filled ({value_max})"
                    message = f"operator is {operator!r}, but value_max is {state}"
                    yield self.problem(
                        table, message, row_number=row_number, column="value_max", cell=value_max
                    )
                elif value_max is not None and value is not None and _above(value, value_max):
                    message = f"the range runs from {value} to {value_max}"
                    yield self.problem(
                        table,
                        message,
                        row_number=row_number,
                        column="value_max",
                        cell=value_max,
                        type="range-order",
                    )


def _above(value: str, value_max: str) -> bool:
    try:
        return Decimal(value) > Decimal(value_max)
    except InvalidOperation:
        return False  # frictionless reports cells that are no numbers
