"""Files that Excel misreads when they are opened by a double click."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .engine.check import Check, Package
from .engine.columns import FileTable
from .engine.problem import Problem

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AT_ONCE = 1024 * 1024
_SHOWN = 5


class SpreadsheetFiles(Check):
    """Excel takes a file without a byte order mark for one in the system's own encoding, and one that begins
    with `ID` for a SYLK file, which it then calls damaged.

    The mark is no fault of either kind, since other programs need none: all tables without are said in one.
    """

    name = "spreadsheet-files"
    title = "Files that spreadsheets misread"
    level = "notice"
    types = ("spreadsheet-encoding", "spreadsheet-sylk")
    hint = "In Excel, import the files with Data → From Text/CSV and their encoding, or use an XLSX download."

    def missing(self, package: Package) -> str:
        return "" if any(_files(package)) else "no table is a file"

    def run(self, package: Package) -> Iterator[Problem]:
        unmarked = []
        for table, path in _files(package):
            begin = _begin(path)
            if begin.startswith(b"ID"):
                message = "the file begins with ID, so Excel takes it for a damaged SYLK file"
                hint = "Call the first column something else, or put its label in quotes."
                yield self.problem(table, message, type="spreadsheet-sylk", hint=hint)
            if not begin.startswith(_MARKS) and not _is_ascii(path):
                unmarked.append(table.name)
        if unmarked:
            names = ", ".join(unmarked[:_SHOWN]) + (" …" if len(unmarked) > _SHOWN else "")
            tables = "1 table" if len(unmarked) == 1 else f"{len(unmarked):,} tables"
            message = f"Excel garbles the text of {tables} without a byte order mark: {names}"
            yield self.problem(None, message, type="spreadsheet-encoding")


def _files(package: Package) -> Iterator[tuple[FileTable, Path]]:
    return (
        (table, table.opened.layout.path) for table in package.tables.values() if isinstance(table, FileTable)
    )


def _begin(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(3)


def _is_ascii(path: Path) -> bool:
    with path.open("rb") as stream:
        return all(piece.isascii() for piece in iter(partial(stream.read, _AT_ONCE), b""))
