"""A large package some documents at a time, so that checks over rows need no more memory for more documents.

The tables of a package have their rows in the order of `documents`, each document's rows together. A window
holds the rows of consecutive documents of all tables whose `document_id` is a foreign key, and ends where a
source file ends.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from .check import Package
from .columns import FileTable, Table
from .records import Block
from .sources import Sources

_DOCUMENTS = 200
_CHARACTERS = 400_000
_PIECE_BYTES = 512 * 1024


class OutOfOrder(Exception):
    """A package whose rows are not in the order of its documents, so that it can only be read as a whole."""


def windows(package: Package) -> Iterator[Package]:
    """The package in windows. Raises OutOfOrder, perhaps after some of them, where it cannot be cut so."""
    documents = package.tables.get("documents")
    if not isinstance(documents, FileTable) or not documents.has("document_id", "source_file"):
        raise OutOfOrder("there are no documents to cut it by")
    streams = [_Stream(table) for table in package.tables.values() if _is_of_documents(table)]
    others = {name: table for name, table in package.tables.items() if not _is_of_documents(table)}
    # What is not of documents is judged along with the first window, and after that only looked up.
    lookups: frozenset[str] = frozenset()
    for identifiers in _runs(_Stream(documents)):
        tables = {stream.table.name: stream.take(identifiers) for stream in streams}
        ordered = {name: tables.get(name, others.get(name, table)) for name, table in package.tables.items()}
        yield Package(ordered, Sources(package.sources.folder), package.resources, lookups)
        lookups = frozenset(others)
    left = [stream.table.name for stream in streams if not stream.is_spent]
    if left:
        raise OutOfOrder(f"{', '.join(left)} have rows out of the order of the documents")


def _is_of_documents(table: Table) -> bool:
    """Whether each row belongs to a document."""
    if table.name == "documents":
        return True
    return any(
        declared["fields"] == ["document_id"] and declared["reference"]["resource"] == "documents"
        for declared in table.schema.get("foreignKeys") or []
    ) and table.has("document_id")


def _runs(stream: _Stream) -> Iterator[set[str]]:
    """The ids of consecutive documents, enough for a window."""
    identifiers: set[str] = set()
    characters = 0
    last: str | None = None
    for rows in stream.rest():
        sizes = rows.integers("characters") if rows.has("characters") else [None] * len(rows)
        names = zip(rows.texts("document_id"), rows.texts("source_file"), sizes, strict=True)
        for identifier, source_file, size in names:
            if source_file is not None and last is not None and source_file < last:
                raise OutOfOrder("documents are not in the order of their source files")
            full = len(identifiers) >= _DOCUMENTS or characters >= _CHARACTERS
            if full and source_file != last:
                yield identifiers
                identifiers, characters = set(), 0
            if identifier is not None:
                identifiers.add(identifier)
            characters += size or 0
            last = source_file
    yield identifiers


@dataclass
class _Rows(Table):
    """Consecutive rows of a table, as stretches of blocks; cells become text when they are asked for."""

    stretches: list[tuple[Block, int, int]] = field(default_factory=list, kw_only=True)

    def __len__(self) -> int:
        return sum(stop - start for _, start, stop in self.stretches)

    def _load(self, names: list[str]) -> None:
        for name in names:
            column = self.columns[name]
            cells: list[str | None] = []
            for block, start, stop in self.stretches:
                cells += block.columns[column.number - 1].slice(start, stop - start).to_pylist()
            self._read[name] = [None if cell in column.missing else cell for cell in cells]


class _Stream:
    """A table that is read once, from its first row to its last."""

    def __init__(self, table: FileTable | Table) -> None:
        assert isinstance(table, FileTable)
        self.table = table
        self._blocks = table.blocks(lambda block: None, _PIECE_BYTES)
        self._block: Block | None = None
        self._documents: list[str | None] = []
        self._place = 0

    @property
    def is_spent(self) -> bool:
        """Whether there are no rows left."""
        return not self._fill()

    def take(self, identifiers: Container[str | None]) -> _Rows:
        """The next rows, as far as they belong to these documents."""
        stretches: list[tuple[Block, int, int]] = []
        first = 2
        while self._fill():
            assert self._block is not None
            start = self._place
            while self._place < len(self._documents) and self._documents[self._place] in identifiers:
                self._place += 1
            if self._place > start:
                first = first if stretches else self._block.row_number(start)
                stretches.append((self._block, start, self._place))
            if self._place < len(self._documents):
                break
        return self._rows(first, stretches)

    def rest(self) -> Iterator[_Rows]:
        """The rows that are left, block by block."""
        while self._fill():
            assert self._block is not None
            start, self._place = self._place, len(self._documents)
            yield self._rows(self._block.row_number(start), [(self._block, start, self._place)])

    def _rows(self, first: int, stretches: list[tuple[Block, int, int]]) -> _Rows:
        table = self.table
        # Few columns are asked for, so each is read on its own.
        return _Rows(table.name, table.columns, table.schema, first, is_small=False, stretches=stretches)

    def _fill(self) -> bool:
        """Go on to the next block where this one is used up; whether there are rows."""
        while self._place >= len(self._documents):
            found = next(self._blocks, None)
            if found is None:
                return False
            self._block, self._place = found[0], 0
            if self._block.ragged:
                raise OutOfOrder(f"{self.table.name} has rows of other lengths")
            number = self.table.columns["document_id"].number
            self._documents = self._block.columns[number - 1].to_pylist()
        return True
