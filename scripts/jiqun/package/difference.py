"""What changed between two versions of a package: tables, columns, constraints, rows, cells, files, texts.

Rows of a table with a primary key are the same row where their keys are equal; without one a changed row is
one removed and one added. A table is read one at a time, each file once: time and memory grow with the rows
of the largest table.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

from jiqun.package.finished import FinishedPackage, FinishedTable, PackageError

# What programs rely on, of a package, a table, its schema and its columns; all else describes.
_BINDING = {
    *("name", "path", "type", "format", "mediatype", "encoding", "dialect", "compression"),
    *("primaryKey", "foreignKeys", "uniqueKeys", "missingValues", "fieldsMatch"),
    *("constraints", "categories", "categoriesOrdered", "trueValues", "falseValues"),
    *("decimalChar", "groupChar", "bareNumber"),
}
# What differs between two versions anyway, or is compared by itself.
_ASIDE = {"bytes", "hash", "schema", "resources", "version", "fields"}


class Level(IntEnum):
    """How much a change means, and which part of the version it raises."""

    none = 0
    patch = 1
    minor = 2
    major = 3


@dataclass(frozen=True, slots=True)
class Change:
    """A property that changed: the column it is of, or none, its name, and what it was and is."""

    place: str
    property: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that stayed and has other cells: what they were and are, by column."""

    key: str
    cells: Mapping[str, tuple[str, str]]


@dataclass(slots=True)
class TableDifference:
    """What changed in a table that both versions have.

    `added` and `removed` are keys; of a table without a primary key they are whole rows, as cells by column.
    """

    name: str
    before: int = 0
    after: int = 0
    columns_added: list[str] = field(default_factory=list)
    columns_removed: list[str] = field(default_factory=list)
    columns_moved: bool = False
    constraints: list[Change] = field(default_factory=list)
    texts: list[Change] = field(default_factory=list)
    added: list[str | Mapping[str, str]] = field(default_factory=list)
    removed: list[str | Mapping[str, str]] = field(default_factory=list)
    changed: list[RowChange] = field(default_factory=list)
    reordered: bool = False

    @property
    def level(self) -> Level:
        """What the table's changes mean."""
        if self.columns_added or self.columns_removed or self.columns_moved or self.constraints:
            return Level.major
        if self.added or self.removed:
            return Level.minor
        return Level.patch if self.changed or self.reordered or self.texts else Level.none


@dataclass(slots=True)
class Difference:
    """What changed between two packages; `files` are those that are no tables, the source texts above all."""

    old_version: str
    new_version: str
    tables: list[TableDifference] = field(default_factory=list)
    tables_added: list[str] = field(default_factory=list)
    tables_removed: list[str] = field(default_factory=list)
    files_added: list[str] = field(default_factory=list)
    files_removed: list[str] = field(default_factory=list)
    files_changed: list[str] = field(default_factory=list)
    constraints: list[Change] = field(default_factory=list)
    texts: list[Change] = field(default_factory=list)

    @property
    def level(self) -> Level:
        """What all changes together mean."""
        own = Level.none
        if self.tables_added or self.tables_removed or self.constraints:
            own = Level.major
        elif self.files_added or self.files_removed:
            own = Level.minor
        elif self.files_changed or self.texts:
            own = Level.patch
        return max([own, *(table.level for table in self.tables)])


def compare(old: FinishedPackage, new: FinishedPackage) -> Difference:
    """What changed from `old` to `new`.

    Raises PackageError where a table is not what its descriptor says or has a key twice.
    """
    found = Difference(str(old.descriptor.get("version", "")), str(new.descriptor.get("version", "")))
    found.constraints, found.texts = _properties("", old.descriptor, new.descriptor)
    names = set(old.table_names), set(new.table_names)
    found.tables_added = [table.name for table in new.tables if table.name not in names[0]]
    found.tables_removed = [table.name for table in old.tables if table.name not in names[1]]
    for table in new.tables:
        if table.name in names[0]:
            one = _compare_tables(old, new, table.name)
            if one.level:
                found.tables.append(one)
    files = _files(old), _files(new)
    found.files_added = sorted(files[1].keys() - files[0].keys())
    found.files_removed = sorted(files[0].keys() - files[1].keys())
    found.files_changed = sorted(
        path
        for path in files[0].keys() & files[1].keys()
        if _digest(files[0][path]) != _digest(files[1][path])
    )
    return found


def _files(package: FinishedPackage) -> dict[str, Path]:
    tables = {table.path for table in package.tables}
    paths = (str(resource["path"]) for resource in package.descriptor["resources"])
    return {path: package.folder / path for path in paths if path not in tables}


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


# --- Descriptors -------------------------------------------------------------------------------------------


def _properties(
    place: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> tuple[list[Change], list[Change]]:
    """The properties of one object that changed: what programs rely on, and what only describes."""
    binding: list[Change] = []
    texts: list[Change] = []
    for name in sorted({*old, *new} - _ASIDE):
        was, now = old.get(name), new.get(name)
        if was == now:
            continue
        labels_only = name == "categories" and _values(was) == _values(now)
        (binding if name in _BINDING and not labels_only else texts).append(Change(place, name, was, now))
    return binding, texts


def _values(categories: Any) -> list[Any]:
    """The values of categories without their labels."""
    return [one.get("value") if isinstance(one, Mapping) else one for one in categories or []]


def _resource(package: FinishedPackage, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(one for one in package.descriptor["resources"] if one["name"] == name)
    return found


def _compare_tables(old: FinishedPackage, new: FinishedPackage, name: str) -> TableDifference:
    found = TableDifference(name)
    resources = _resource(old, name), _resource(new, name)
    fields = [{one["name"]: one for one in resource["schema"]["fields"]} for resource in resources]
    common = [column for column in fields[0] if column in fields[1]]
    found.columns_added = [column for column in fields[1] if column not in fields[0]]
    found.columns_removed = [column for column in fields[0] if column not in fields[1]]
    found.columns_moved = common != [column for column in fields[1] if column in fields[0]]
    pairs = [
        ("", *resources),
        ("", *(resource["schema"] for resource in resources)),
        *((column, fields[0][column], fields[1][column]) for column in common),
    ]
    for place, was, now in pairs:
        constraints, texts = _properties(place, was, now)
        found.constraints += constraints
        found.texts += texts
    _compare_rows(old.table_names[name], new.table_names[name], common, found)
    return found


# --- Rows --------------------------------------------------------------------------------------------------


def _compare_rows(
    old: FinishedTable, new: FinishedTable, columns: Sequence[str], found: TableDifference
) -> None:
    if old.primary_key and old.primary_key == new.primary_key:
        _compare_by_key(old, new, columns, found)
    else:
        _compare_whole(old, new, columns, found)


def _picked(table: FinishedTable, columns: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """The cells of the columns, row by row."""
    numbers = {one.name: number for number, one in enumerate(table.fields)}
    picked = [numbers[column] for column in columns]
    for cells in table.records():
        yield tuple(cells[number] for number in picked)


def _compare_by_key(
    old: FinishedTable, new: FinishedTable, columns: Sequence[str], found: TableDifference
) -> None:
    key = columns.index(str(old.primary_key))
    before: dict[str, tuple[int, tuple[str, ...]]] = {}
    for number, cells in enumerate(_picked(old, columns)):
        if cells[key] in before:
            raise PackageError(old.location, f"{columns[key]} {cells[key]!r} occurs twice")
        before[cells[key]] = number, cells
    found.before = len(before)
    seen: set[str] = set()
    last = -1
    for cells in _picked(new, columns):
        if cells[key] in seen:
            raise PackageError(new.location, f"{columns[key]} {cells[key]!r} occurs twice")
        seen.add(cells[key])
        number, was = before.pop(cells[key], (last, ()))
        if not was:
            found.added.append(cells[key])
            continue
        found.reordered |= number < last
        last = max(number, last)
        if cells != was:
            changed = {
                column: (one, other)
                for column, one, other in zip(columns, was, cells, strict=True)
                if one != other
            }
            found.changed.append(RowChange(cells[key], changed))
    found.after = len(seen)
    found.removed = list(before)


def _compare_whole(
    old: FinishedTable, new: FinishedTable, columns: Sequence[str], found: TableDifference
) -> None:
    before = Counter(_picked(old, columns))
    after = Counter(_picked(new, columns))
    found.before, found.after = before.total(), after.total()
    found.added = [dict(zip(columns, cells, strict=True)) for cells in (after - before).elements()]
    found.removed = [dict(zip(columns, cells, strict=True)) for cells in (before - after).elements()]
