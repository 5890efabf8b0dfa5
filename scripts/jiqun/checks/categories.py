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
        values = {str(item.get("value")) if isinstance(item, dict) else str(item) for item in declared}
        return lambda text: "" if text in values else f"{text!r} is not among the categories"
