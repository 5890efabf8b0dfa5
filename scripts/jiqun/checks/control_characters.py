"""No cell holds control characters."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pyarrow as pa

from .blanks import is_evidence
from .engine.check import CellCheck
from .engine.columns import Column, Table
from .engine.masks import Mask, byte_table, data_of, holding

# C0 and C1 controls except tab and line ends, the line separators of Unicode, and a byte order mark.
_SUSPECT = byte_table(*set(range(0x20)) - {0x09, 0x0A, 0x0D}, 0x7F, 0xC2)
# In UTF-8 the others begin with bytes that many Chinese punctuation marks begin with, so they are looked for whole.
_WHOLE = [mark.encode() for mark in ("\u2028", "\u2029", "\ufeff")]
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
        data = data_of(cells).tobytes()
        if any(mark in data for mark in _WHOLE):
            return np.ones(len(cells), bool)
        return holding(cells, _SUSPECT)


def _fault(text: str) -> str:
    found = _CONTROL.search(text)
    return f"{text[:40]!r} holds the control character U+{ord(found[0]):04X}" if found else ""
