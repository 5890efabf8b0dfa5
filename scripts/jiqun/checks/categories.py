"""`categories` of Table Schema v2, which frictionless ignores."""

from __future__ import annotations

from collections.abc import Callable

from .engine.check import CellCheck
from .engine.columns import Column, Table


class Categories(CellCheck):
    """A field with `categories` holds none but these values. A category may be a value, or value and
    label."""

    name = "categories"
    title = "Categories"
    types = ("category-unknown",)
    hint = "Correct the value, or add it to the field's categories."

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        declared = column.descriptor.get("categories")
        if not isinstance(declared, list):
            return None
        stated = (item.get("value") if isinstance(item, dict) else item for item in declared)
        value_of = _integer if column.type == "integer" else str
        values = {value_of(value) for value in stated}
        return lambda text: "" if value_of(text) in values else f"{text!r} is not among the categories"


def _integer(value: object) -> str:
    """The integer that a value, or its text, stands for (`007` is 7) as text; of anything else its own."""
    try:
        return str(int(str(value)))
    except ValueError:
        return str(value)
