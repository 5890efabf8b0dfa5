"""Cells neither begin nor end with blanks."""

from __future__ import annotations

from collections.abc import Callable

from .engine.check import CellCheck
from .engine.columns import Column, Table


class Blanks(CellCheck):
    """No cell has blanks at its ends. Quotes are left out: their characters are the source's, and proven elsewhere."""

    name = "blanks"
    title = "Blanks at the ends of cells"
    level = "warning"
    types = ("blank-at-end",)
    hint = "Remove them: they are not seen, and make equal values unequal."

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        return None if is_evidence(table, column) else _fault


def is_evidence(table: Table, column: Column) -> bool:
    """Whether a column holds quotes that a span proves."""
    return column.name == "quote" and table.has("document_id", "start", "end")


def _fault(text: str) -> str:
    return f"{text[:40]!r} begins or ends with blanks" if text != text.strip() else ""
