"""No cell holds control characters."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pyarrow as pa

from .blanks import is_evidence
from .engine.check import CellCheck
from .engine.columns import Column, Table
from .engine.masks import Bytes, Indices, Mask, byte_table, bytes_of, cells_at

# C0 controls except tab and line ends; DEL, and the byte that begins C1 controls in UTF-8; then the line
# separators of Unicode and the byte order mark as they look there.
_ASCII = byte_table(*set(range(0x20)) - {0x09, 0x0A, 0x0D})
_BYTES = (0x7F, 0xC2)
_MARKS = tuple(mark.encode() for mark in ("\u2028", "\u2029", "\ufeff"))
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
        data = bytes_of(cells)
        if not len(data):
            return np.zeros(len(cells), bool)
        # Looks for the least and the greatest byte cost next to nothing, and most columns need no other.
        places = [np.flatnonzero(_ASCII[data])] if data.min() < 0x20 else []
        if data.max() >= _BYTES[0]:
            places += [np.flatnonzero(data == byte) for byte in _BYTES]
            places += [_places_of(mark, data) for mark in _MARKS]
        return cells_at(cells, np.concatenate(places)) if places else np.zeros(len(cells), bool)


def _places_of(mark: bytes, data: Bytes) -> Indices:
    """Where a mark of three bytes begins."""
    first, second, third = mark
    begun = np.flatnonzero(data[:-2] == first)
    found: Indices = begun[(data[begun + 1] == second) & (data[begun + 2] == third)]
    return found


def _fault(text: str) -> str:
    found = _CONTROL.search(text)
    return f"{text[:40]!r} holds the control character U+{ord(found[0]):04X}" if found else ""
