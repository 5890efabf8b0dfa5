"""Cells that a spreadsheet changes when it opens the file."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyarrow as pa

from .engine.check import CellCheck
from .engine.columns import Column, Table
from .engine.masks import Mask, byte_table, first_bytes, lengths

_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
_CHANGED = (
    (re.compile(r"0\d+"), "loses its leading zeros"),
    (re.compile(r"\d{16,}"), "loses its last digits"),
    (re.compile(r"\d+(?:\.\d+)?[eE][+-]?\d+"), "becomes a number in scientific notation"),
    (re.compile(r"\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?"), "becomes a date"),
    (re.compile(rf"(?:{_MONTH})[- ]?\d{{1,2}}|\d{{1,2}}[- ]?(?:{_MONTH})", re.IGNORECASE), "becomes a date"),
)
_LONGEST_CELL = 32_767
_DIGIT = byte_table(*b"0123456789")
_MONTH_LETTER = byte_table(*b"jfmasondJFMASOND")


class Spreadsheets(CellCheck):
    """Text cells that Excel takes for numbers or dates, and cells too long for it."""

    name = "spreadsheets"
    title = "Cells that spreadsheets change"
    level = "notice"
    types = ("spreadsheet-changes",)
    hint = "In Excel, import the file with these columns as text, or use the XLSX download."

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        return _fault if column.type in ("string", "any") else None

    def suspects(self, cells: pa.StringArray) -> Mask:
        size, first = lengths(cells), first_bytes(cells)
        like_number = _DIGIT[first] & (size > 1) & (size < 40)
        like_month = _MONTH_LETTER[first] & (size > 3) & (size < 8)
        found: Mask = like_number | like_month | (size > _LONGEST_CELL)
        return found


def _fault(text: str) -> str:
    if len(text) > _LONGEST_CELL:
        return f"the cell has {len(text):,} characters, a spreadsheet keeps {_LONGEST_CELL:,}"
    return next((f"{text!r} {change}" for pattern, change in _CHANGED if pattern.fullmatch(text)), "")
