"""No cell holds control characters."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pyarrow as pa

from .blanks import is_evidence
from .engine.check import CellCheck
from .engine.columns import Column, Table
from .engine.masks import Mask, byte_table, data_of, holding, offsets

# C0 and C1 controls except tab and line ends, the line separators of Unicode, and a byte order mark.
_ASCII = byte_table(*set(range(0x20)) - {0x09, 0x0A, 0x0D})
# What the others look like in UTF-8: one search of a column's bytes for each is cheaper than a look at each
# cell.
_MARKS = [b"\x7f", b"\xc2", *(mark.encode() for mark in ("\u2028", "\u2029", "\ufeff"))]
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


class ControlCharacters(CellCheck):
    """No cell has characters that control a terminal or end a line unseen. Quotes are left out."""

    name = "control-characters"
    title = "Control characters"
    level = "warning"
    types = ("control-character",)
    hint = "Remove it: it is not seen, and breaks other programs."

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        return None if is_evidence(table, column) else _fault

    def suspects(self, cells: pa.StringArray) -> Mask:
        limits = offsets(cells)
        data = data_of(cells)[limits[0] : limits[-1]]
        raw = data.tobytes()
        if any(mark in raw for mark in _MARKS):
            return np.ones(len(cells), bool)
        if len(data) and data.min() < 0x20:
            return holding(cells, _ASCII)
        return np.zeros(len(cells), bool)


def _fault(text: str) -> str:
    found = _CONTROL.search(text)
    return f"{text[:40]!r} holds the control character U+{ord(found[0]):04X}" if found else ""
