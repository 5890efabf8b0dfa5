"""Cells neither begin nor end with blanks."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa

from .engine.check import CellCheck
from .engine.columns import Column, Table
from .engine.masks import Mask, byte_table, first_bytes, last_bytes, lengths

# With these bytes begin and end the blanks of Unicode in UTF-8: ASCII ones, U+0085, U+00A0, U+1680, U+2000
# to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000. Many other characters share them: the text decides.
_FIRST = byte_table(*range(0x21), 0xC2, 0xE1, 0xE2, 0xE3)
_LAST = byte_table(*range(0x21), *range(0x80, 0x8B), 0x9F, 0xA0, 0xA8, 0xA9, 0xAF)


class Blanks(CellCheck):
    """No cell has blanks at its ends. Quotes are left out: their characters are the source's, and proven
    elsewhere."""

    name = "blanks"
    title = "Blanks at the ends of cells"
    level = "warning"
    types = ("blank-at-end",)
    hint = "Remove them: they are not seen, and make equal values unequal."

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        return None if is_evidence(table, column) else _fault

    def suspects(self, cells: pa.StringArray) -> Mask:
        found: Mask = (lengths(cells) > 0) & (_FIRST[first_bytes(cells)] | _LAST[last_bytes(cells)])
        return found


def is_evidence(table: Table, column: Column) -> bool:
    """Whether a column holds quotes that a span proves."""
    return column.name == "quote" and table.has("document_id", "start", "end")


def _fault(text: str) -> str:
    return f"{text[:40]!r} begins or ends with blanks" if text != text.strip() else ""
