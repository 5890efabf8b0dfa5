"""The tables of a finished package as columns of text, for the checks to read.

A cell is its text as printed, or None where it is a missing value (Table Schema `missingValues`). Rows that
are too short are filled with None; cells beyond the header are dropped: frictionless has reported both
already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .keys import Keys
from .records import Block, Prepared, Records

if TYPE_CHECKING:
    from .columnar import Opened

_SMALL_FILE = 8 * 1024 * 1024
_INTEGER = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a table: its 1-based number in the file, its descriptor, the texts that stand for no
    value."""

    name: str
    number: int
    descriptor: Mapping[str, Any]
    missing: frozenset[str]

    @property
    def type(self) -> str:
        """The Table Schema type."""
        return str(self.descriptor.get("type", "string"))


@dataclass
class Table:
    """Rows that the checks can read: those of a whole table, or some that follow one another.

    Checks number them as if they were whole, from 2; `first` is the number that the first has in its file.
    """

    name: str
    columns: dict[str, Column]
    schema: Mapping[str, Any]
    first: int = 2
    is_small: bool = True
    """Whether the rows may be held in memory."""
    _read: dict[str, list[str | None]] = field(default_factory=dict, repr=False)

    def has(self, *names: str) -> bool:
        """Whether the table has all these columns."""
        return all(name in self.columns for name in names)

    def texts(self, name: str) -> list[str | None]:
        """All cells of a column, in row order; the first belongs to row 2."""
        if name not in self._read:
            self._load(list(self.columns) if self.is_small else [name])
        return self._read[name]

    def integers(self, name: str) -> list[int | None]:
        """The column as integers; None for what is missing or is no integer in ASCII digits."""
        return [
            int(text) if text is not None and _INTEGER.fullmatch(text) else None for text in self.texts(name)
        ]

    def rows(self, *names: str) -> Iterator[tuple[int, tuple[str | None, ...]]]:
        """Each row's number, from 2, and its cells in the named columns."""
        return enumerate(zip(*(self.texts(name) for name in names), strict=True), start=2)

    def row_in_file(self, row_number: int) -> int:
        """The number in the file of a row that the checks number so."""
        return row_number + self.first - 2

    @cached_property
    def key(self) -> str | None:
        """The name of the primary key's column, where it is a single one."""
        found = self.schema.get("primaryKey")
        names = [found] if isinstance(found, str) else found
        return str(names[0]) if isinstance(names, list) and len(names) == 1 else None

    def _load(self, names: list[str]) -> None:
        """Read columns into `_read`; those given at the beginning need no reading."""
        raise KeyError(names)


@dataclass
class FileTable(Table):
    """A tabular resource of the package, read when it is asked for."""

    opened: Opened = field(repr=False, kw_only=True)
    used: dict[str, Keys] = field(default_factory=dict, repr=False, kw_only=True)
    """By column: what its cells refer to, as printed; of those that are foreign keys of one field, once a
    pass over the cells was made."""

    @property
    def referring(self) -> list[str]:
        """The columns that are foreign keys of one field."""
        declared = [key["fields"] for key in self.schema.get("foreignKeys") or []]
        return list(dict.fromkeys(names[0] for names in declared if len(names) == 1 and self.has(*names)))

    def blocks(
        self,
        prepare: Callable[[Block], Prepared],
        piece_bytes: int | None = None,
        columns: Collection[int] | None = None,
    ) -> Iterator[tuple[Block, Prepared]]:
        """The table in blocks, each with what `prepare` made of it, read anew each time: memory stays
        flat. `columns` are the places of those that are asked for, if not all."""
        opened = self.opened
        return Records(opened.layout, exact=opened.exact, piece_bytes=piece_bytes, columns=columns).blocks(
            prepare
        )

    def _load(self, names: list[str]) -> None:
        def read() -> dict[str, list[str | None]]:
            columns: dict[str, list[str | None]] = {name: [] for name in names}
            places = [self.columns[name].number - 1 for name in names]
            for _, cells in self.blocks(
                lambda block: {name: _cells(block, self.columns[name]) for name in names}, columns=places
            ):
                for name in names:
                    columns[name] += cells[name]
            return columns

        self._read |= self.opened.either_way(read)


def _cells(block: Block, column: Column) -> list[str | None]:
    """A column's cells in one block, those of ragged rows in their places."""
    texts: list[str | None] = block.columns[column.number - 1].to_pylist()
    for place, cells in sorted(block.ragged.items()):
        texts.insert(place, cells[column.number - 1] if column.number <= len(cells) else None)
    return [None if text in column.missing else text for text in texts]


def table_of(opened: Opened) -> FileTable:
    """A table that frictionless has opened, as the checks read it."""
    schema = opened.resource.schema.to_descriptor()
    described = {field["name"]: field for field in schema["fields"]}
    columns = {
        item.name: Column(item.name, number, described[item.name], missing)
        for number, (item, missing) in enumerate(zip(opened.fields, opened.missing, strict=True), start=1)
        if item.name in described
    }
    size = opened.layout.path.stat().st_size
    return FileTable(opened.resource.name, columns, schema, is_small=size <= _SMALL_FILE, opened=opened)
