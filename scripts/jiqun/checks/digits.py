"""Numbers are written in ASCII digits."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa

from .engine.check import CellCheck
from .engine.columns import Column, Table
from .engine.masks import Mask, byte_table, holding

_NUMERIC = {"integer", "number", "year"}
_SUSPECT = byte_table(ord("_"), *range(0x80, 0x100))


class Digits(CellCheck):
    """In a numeric column no cell holds other digits than 0-9, nor underscores.

    Python, and with it frictionless, reads `１２` and `1_000` as numbers; most other programs do not.
    """

    name = "digits"
    title = "Digits that are not ASCII"
    level = "warning"
    types = ("digit-not-ascii",)
    hint = "Write the number with 0-9 and a point."

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        return _fault if column.type in _NUMERIC else None

    def suspects(self, cells: pa.StringArray) -> Mask:
        return holding(cells, _SUSPECT)


def _fault(text: str) -> str:
    strange = [
        character for character in text if character == "_" or (character.isdigit() and character > "9")
    ]
    return (
        f"{text!r} holds {strange[0]!r}, which only some programs read as part of a number" if strange else ""
    )
