"""The tables of a finished package as columns of text, for the checks to read.

A cell is its text as printed, or None where it is a missing value (Table Schema `missingValues`). Rows that are
too short are filled with None; cells beyond the header are dropped: frictionless has reported both already.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from .descriptor import Descriptor, paths_of

_BLOCK_ROWS = 50_000
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_UTF8 = {"", "utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii"}
csv.field_size_limit(2**31 - 2)  # what frictionless sets; the default would refuse long passages


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a table: its 1-based number in the file and its descriptor."""

    name: str
    number: int
    descriptor: Mapping[str, Any]

    @property
    def type(self) -> str:
        return str(self.descriptor.get("type", "string"))

    @property
    def constraints(self) -> Mapping[str, Any]:
        found = self.descriptor.get("constraints")
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive records. `row_numbers` count records from 1 with the header; `cells` holds one list per column."""

    row_numbers: range
    cells: list[list[str | None]]


@dataclass
class Table:
    """A tabular resource of the package that the checks can read."""

    name: str
    path: Path
    columns: dict[str, Column]
    schema: Mapping[str, Any]
    encoding: str
    delimiter: str
    missing_values: frozenset[str]
    _read: dict[str, list[str | None]] = field(default_factory=dict, repr=False)

    def has(self, *names: str) -> bool:
        """Whether the table has all these columns."""
        return all(name in self.columns for name in names)

    def texts(self, name: str) -> list[str | None]:
        """All cells of a column, in row order; the first belongs to record 2 of the file."""
        if name not in self._read:
            self._load(name)
        return self._read[name]

    def integers(self, name: str) -> list[int | None]:
        """The column as integers; None for what is missing or is no integer in ASCII digits."""
        return [
            int(text) if text is not None and _INTEGER.fullmatch(text) else None for text in self.texts(name)
        ]

    def rows(self, *names: str) -> Iterator[tuple[int, tuple[str | None, ...]]]:
        """Each row's number in the file, and its cells in the named columns."""
        return enumerate(zip(*(self.texts(name) for name in names), strict=True), start=2)

    @cached_property
    def key(self) -> str | None:
        """The name of the primary key's column, where it is a single one."""
        found = self.schema.get("primaryKey")
        names = [found] if isinstance(found, str) else found
        return str(names[0]) if isinstance(names, list) and len(names) == 1 else None

    def blocks(self) -> Iterator[Block]:
        """The table in blocks of rows, read anew each time, so that memory stays flat."""
        numbers = [column.number - 1 for column in self.columns.values()]
        missing = self.missing_values
        with self.path.open(encoding=self.encoding, newline="") as stream:
            records = csv.reader(stream, delimiter=self.delimiter)
            next(records, None)
            first = 2
            while chunk := list(islice(records, _BLOCK_ROWS)):
                cells = [
                    [
                        record[number] if number < len(record) and record[number] not in missing else None
                        for record in chunk
                    ]
                    for number in numbers
                ]
                yield Block(range(first, first + len(chunk)), cells)
                first += len(chunk)

    def _load(self, name: str) -> None:
        position = list(self.columns).index(name)
        self._read[name] = [cell for block in self.blocks() for cell in block.cells[position]]


def read_tables(descriptor: Descriptor, unreadable: Callable[[str, str], None]) -> dict[str, Table]:
    """The tables of a package that can be read as columns, by resource name.

    For each tabular resource that cannot be read so (`unreadable` is told its name and why), the checks of cells
    are left out; frictionless's verdict on it stands all the same.
    """
    tables: dict[str, Table] = {}
    for resource in descriptor.resources:
        if not isinstance(resource.get("schema"), dict):
            continue
        name = str(resource.get("name", ""))
        try:
            tables[name] = _table(descriptor, resource)
        except (OSError, UnicodeError, csv.Error, ValueError) as error:
            unreadable(name, str(error))
    return tables


def _table(descriptor: Descriptor, resource: Mapping[str, Any]) -> Table:
    """One resource as a table; raises ValueError where its layout is not that of a plain CSV file."""
    paths = paths_of(dict(resource))
    if len(paths) != 1 or not paths[0].endswith((".csv", ".tsv")):
        raise ValueError("it is not a single CSV file")
    encoding = str(resource.get("encoding") or "").lower()
    if encoding not in _UTF8:
        raise ValueError(f"its encoding is {encoding}")
    delimiter = _delimiter(resource, paths[0])
    path = descriptor.folder / paths[0]
    with path.open(encoding="utf-8-sig", newline="") as stream:
        labels = [label.strip() for label in next(csv.reader(stream, delimiter=delimiter), [])]
        for _ in stream:  # undecodable bytes are found here, before any check runs
            pass
    schema = resource["schema"]
    fields = {
        str(item["name"]): item
        for item in schema.get("fields", [])
        if isinstance(item, dict) and "name" in item
    }
    columns = {
        label: Column(label, number, fields[label])
        for number, label in enumerate(labels, start=1)
        if label in fields and label not in labels[: number - 1]
    }
    return Table(
        name=str(resource.get("name", "")),
        path=path,
        columns=columns,
        schema=schema,
        encoding="utf-8-sig",
        delimiter=delimiter,
        missing_values=_missing_values(schema),
    )


def _delimiter(resource: Mapping[str, Any], path: str) -> str:
    """The delimiter of a plain dialect; raises ValueError for dialects with anything else in them."""
    dialect = resource.get("dialect") or {}
    if not isinstance(dialect, dict):
        raise ValueError("its dialect is in a file of its own")
    layout = {**dialect, **(dialect.get("csv") or {})}
    plain = {"quoteChar": '"', "doubleQuote": True, "header": True, "headerRows": [1], "lineTerminator": None}
    for name, value in layout.items():
        if name in ("csv", "delimiter", "$schema", "name", "title", "description", "caseSensitiveHeader"):
            continue
        if name != "lineTerminator" and plain.get(name, object()) != value:
            raise ValueError(f"its dialect sets {name}")
    return str(layout.get("delimiter") or ("\t" if path.endswith(".tsv") else ","))


def _missing_values(schema: Mapping[str, Any]) -> frozenset[str]:
    """The texts that stand for no value; a v2 entry may be an object with `value` and `label`."""
    found = schema.get("missingValues", [""])
    return frozenset(str(item["value"]) if isinstance(item, dict) else str(item) for item in found)
