"""No cell is taken for a formula by a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyarrow as pa

from .engine.check import CellCheck
from .engine.columns import Column, Table
from .engine.masks import Mask, byte_table, first_bytes

_SUSPECT = byte_table(*b"=+-@\t\r")

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

    def suspects(self, cells: pa.StringArray) -> Mask:
        found: Mask = _SUSPECT[first_bytes(cells)]
        return found


def _fault(text: str) -> str:
    return f"{text[:40]!r} begins like a formula" if _FORMULA.match(text) else ""
