"""`uniqueKeys` of Table Schema v2, which frictionless ignores."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from .engine.check import KEPT, Check, Package
from .engine.columns import FileTable, Table
from .engine.problem import Problem
from .engine.repeated import repeated_rows


class UniqueKeys(Check):
    """No two rows share the values of a unique key; rows with a missing value in it are left out.

    Values are compared as printed, except that integers are compared as numbers.
    """

    name = "unique-keys"
    title = "Unique keys"
    types = ("unique-key",)
    hint = "Remove the repeated row, or drop the unique key."

    def missing(self, package: Package) -> str:
        declared = any(table.schema.get("uniqueKeys") for table in package.tables.values())
        return "" if declared else "no table declares uniqueKeys"

    def run(self, package: Package) -> Iterator[Problem]:
        for table in package.tables.values():
            if isinstance(table, FileTable):
                for key in _keys(table):
                    yield from self._judge(table, key)

    def _judge(self, table: FileTable, key: tuple[str, ...]) -> Iterator[Problem]:
        for row_number, first, cells in islice(repeated_rows(table, key), KEPT + 1):
            message = f"{', '.join(key)} are {', '.join(cells)}, as in row {first}"
            yield self.problem(table, message, row_number=row_number, column=key[0], cell=cells[0])


def _keys(table: Table) -> Iterator[tuple[str, ...]]:
    for key in table.schema.get("uniqueKeys") or []:
        names = (key,) if isinstance(key, str) else tuple(map(str, key))
        if names and table.has(*names):
            yield names
