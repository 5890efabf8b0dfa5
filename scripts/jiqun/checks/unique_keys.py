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
    types = ("unique-key", "unique-key-unknown")
    hint = "Remove the repeated row, or drop the unique key."

    def missing(self, package: Package) -> str:
        declared = any(table.schema.get("uniqueKeys") for table in package.tables.values())
        return "" if declared else "no table declares uniqueKeys"

    def run(self, package: Package) -> Iterator[Problem]:
        for table in package.tables.values():
            if isinstance(table, FileTable):
                for key in _declared(table):
                    yield from self._judge_key(table, key)

    def _judge_key(self, table: FileTable, key: object) -> Iterator[Problem]:
        names = [key] if isinstance(key, str) else key
        if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
            yield self._unknown(table, f"uniqueKeys has {key!r}, which is no list of fields")
            return
        described = {field.get("name") for field in table.schema["fields"]}
        strange = [name for name in names if name not in described]
        if strange:
            yield self._unknown(table, f"uniqueKeys names {', '.join(strange)}, which no field is called")
        elif table.has(*names):  # a column that the file lacks was reported by frictionless
            yield from self._judge(table, tuple(names))

    def _unknown(self, table: FileTable, message: str) -> Problem:
        hint = "Correct uniqueKeys in the descriptor: a list of lists of fields' names."
        return self.problem(table, message, type="unique-key-unknown", hint=hint)

    def _judge(self, table: FileTable, key: tuple[str, ...]) -> Iterator[Problem]:
        for row_number, first, cells in islice(repeated_rows(table, key), KEPT + 1):
            message = f"{', '.join(key)} are {', '.join(cells)}, as in row {first}"
            yield self.problem(table, message, row_number=row_number, column=key[0], cell=cells[0])


def _declared(table: Table) -> list[object]:
    """What the schema states as unique keys, each as it is written there."""
    found = table.schema.get("uniqueKeys") or []
    return found if isinstance(found, list) else [found]
