"""No cell is taken for a formula by a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable

from .engine.check import CellCheck
from .engine.columns import Column, Table

_FORMULA = re.compile(r"[=+@\t\r-]\s*[^\s\d.,]|=|@")


class Formulas(CellCheck):
    """No text cell begins with = + - @ or a tab so that a spreadsheet would run it (OWASP, CSV injection)."""

    name = "formulas"
    title = "Formula prefixes"
    level = "warning"
    types = ("formula-prefix",)
    hint = "A spreadsheet runs such a cell as a formula: put another character before it."

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        return _fault if column.type in ("string", "any") else None


def _fault(text: str) -> str:
    return f"{text[:40]!r} begins like a formula" if _FORMULA.match(text) else ""
