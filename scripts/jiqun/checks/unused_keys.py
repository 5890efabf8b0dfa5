"""Rows that foreign keys could refer to, and none does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from .engine.arrays import index_array
from .engine.check import Check, Package
from .engine.columns import FileTable
from .engine.keys import Keys
from .engine.problem import Problem
from .engine.records import Block

_SHOWN = 5


class UnusedKeys(Check):
    """Which keys of a table no foreign key of the package refers to. Code lists often have such: it is no
    fault."""

    name = "unused-keys"
    title = "Keys that nothing refers to"
    level = "notice"
    types = ("key-not-used",)
    hint = "Nothing needs to be done, unless the table should hold only what is used."

    def missing(self, package: Package) -> str:
        return "" if any(True for _ in _references(package)) else "no table has a foreign key of one field"

    def run(self, package: Package) -> Iterator[Problem]:
        used: dict[tuple[str, str], list[Keys]] = defaultdict(list)
        targets: dict[str, FileTable] = {}
        for table, field, target, key in _references(package):
            targets[target.name] = target
            used[target.name, key].append(table.used[field])
        for (name, key), keys in used.items():
            target = targets[name]
            rows, unused, examples = _unused(target, key, keys)
            if unused:
                shown = ", ".join(examples[:_SHOWN]) + (" …" if unused > _SHOWN else "")
                message = f"{unused:,} of {rows:,} keys are not referred to: {shown}"
                yield self.problem(target, message, column=key)


def _unused(target: FileTable, key: str, used: Sequence[Keys]) -> tuple[int, int, list[str]]:
    """The number of rows of a table, of those whose key nothing refers to, and some such keys."""
    column = target.columns[key]
    place = column.number - 1

    def look(block: Block) -> list[str]:
        cells = block.columns[place]
        for keys in used:
            cells = cells.take(index_array(np.asarray(keys.strangers(cells), np.int64)))
        texts = [*cells.to_pylist(), *_strange_of_ragged(block, place, used)]
        return [text for text in texts if text not in column.missing]

    def read() -> tuple[int, int, list[str]]:
        rows, unused, examples = 0, 0, list[str]()
        for block, strange in target.blocks(look, columns=[place]):
            rows, unused = rows + block.count, unused + len(strange)
            examples += strange[: _SHOWN - len(examples)]
        return rows, unused, examples

    for keys in used:
        keys.settle()
    return target.opened.either_way(read)


def _strange_of_ragged(block: Block, place: int, used: Sequence[Keys]) -> list[str]:
    cells = [cells[place] for cells in block.ragged.values() if len(cells) > place]
    return [cell for cell in cells if not any(cell in keys for keys in used)]


def _references(package: Package) -> Iterator[tuple[FileTable, str, FileTable, str]]:
    """The foreign keys of one field: table, field, target, its field."""
    for table in package.tables.values():
        for declared in table.schema.get("foreignKeys") or []:
            reference: Mapping[str, Any] = declared["reference"]
            target = package.tables.get(reference["resource"] or table.name)
            fields, keys = declared["fields"], reference["fields"]
            if len(fields) != 1 or not isinstance(table, FileTable) or not isinstance(target, FileTable):
                continue
            if table.has(*fields) and target.has(*keys):
                yield table, fields[0], target, keys[0]
