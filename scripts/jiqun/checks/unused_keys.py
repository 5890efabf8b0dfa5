"""Rows that foreign keys could refer to, and none does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from .engine.check import Check, Package
from .engine.columns import Table
from .engine.problem import Problem

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
        return "" if any(True for _ in _references(package)) else "no small table has a foreign key"

    def run(self, package: Package) -> Iterator[Problem]:
        used: dict[tuple[str, str], set[str | None]] = defaultdict(set)
        for table, field, target, key in _references(package):
            used[target.name, key].update(table.texts(field))
        for (name, key), texts in used.items():
            target = package.tables[name]
            unused = [text for text in target.texts(key) if text is not None and text not in texts]
            if unused:
                examples = ", ".join(unused[:_SHOWN]) + (" …" if len(unused) > _SHOWN else "")
                message = (
                    f"{len(unused):,} of {len(target.texts(key)):,} keys are not referred to: {examples}"
                )
                yield self.problem(target, message, column=key)


def _references(package: Package) -> Iterator[tuple[Table, str, Table, str]]:
    """The foreign keys of one field between small tables: table, field, target, its field."""
    for table in package.tables.values():
        for declared in table.schema.get("foreignKeys") or []:
            reference: Mapping[str, Any] = declared["reference"]
            target = package.tables.get(reference["resource"] or table.name)
            fields, keys = declared["fields"], reference["fields"]
            if target is None or len(fields) != 1 or not (table.is_small and target.is_small):
                continue
            if table.has(*fields) and target.has(*keys):
                yield table, fields[0], target, keys[0]
