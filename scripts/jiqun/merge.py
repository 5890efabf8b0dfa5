"""Shards to tables: the pieces one behind the other, in the order of the files.

The rows were judged where they were made (`jiqun.batch`). What is left to be seen here is that no two files
hold documents of one id: which there are is kept in a database beside the shards, so that memory does not
grow with them.
"""

import csv
import json
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any
from zlib import crc32

from jiqun.curation import ConversionError
from jiqun.package import SOURCES_FOLDER, FileFacts, cells_of, header_of, records_of
from jiqun.shards import ABOUT, PIECES, Batch, renamed_cell, settle
from jiqun.tables import ERRORS, MANIFEST, Failure, Table

# The rows of each document are counted for the summary as long as somebody may read them.
_DOCUMENTS_COUNTED = 50
_BLOCK = 1024 * 1024
# Of a table as Parquet, a part has so many bytes of its CSV, and the rest of a shard's piece.
_PART_BYTES = 48 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """Records of a table's file, from one offset up to another, that become a file of their own."""

    table: str
    number: int
    start: int
    end: int


@dataclass(slots=True)
class Merged:
    """What the shards held: files, failures, and files converted only in part; rows by table, and by document
    for the first documents; the files written, by path, and the parts of them that make Parquet files."""

    files: int = 0
    failures: int = 0
    first_failure: Failure | None = None
    incomplete: int = 0
    first_note: Failure | None = None
    documents: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    by_document: dict[str, Mapping[str, int]] = field(default_factory=dict)
    corrected: set[str] = field(default_factory=set)
    written: dict[str, FileFacts] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)


def merge(batches: Iterable[Batch], folder: Path, work: Path, wanted: set[str]) -> Merged:
    """Write the tables' files of a package into `folder` from the batches' shards, and the sources.

    `wanted` are ids of documents; those that are there come back as `corrected`.
    """
    try:
        return _merge(batches, folder, work, wanted)
    except sqlite3.Error as error:
        # Its own errors do not tell a full disk from others by their type.
        raise OSError(f"{work}: {error}") from error


def _merge(batches: Iterable[Batch], folder: Path, work: Path, wanted: set[str]) -> Merged:
    merged = Merged()
    with ExitStack() as stack:
        known = stack.enter_context(closing(_Known(work / "documents.sqlite")))
        files = {table.name: stack.enter_context(_File(folder, table)) for table in PIECES}
        for batch in batches:
            about = _read(batch)
            repeats, ids = _add(merged, known, batch, about, wanted)
            for table in PIECES:
                _append(files[table.name], batch, about, repeats, ids)
            failures = [Failure(**failure) for failure in about["failures"]]
            notes = [Failure(**note) for note in about["notes"] if note["file"] not in repeats]
            _note_failures(merged, files[ERRORS.name], [*failures, *repeats.values()], notes)
            for file in about["files"]:
                if file["name"] not in repeats:
                    _link_all(batch, file["stored"], folder / SOURCES_FOLDER)
    for opened in files.values():
        merged.written[opened.table.path] = opened.facts
        merged.parts += opened.parts
    if not merged.failures and not merged.incomplete:
        (folder / ERRORS.path).unlink()
    return merged


def _read(batch: Batch) -> dict[str, Any]:
    """What is in a batch's shard. Raises ConversionError where it is another batch's by now."""
    try:
        about: dict[str, Any] = json.loads((batch.shard / ABOUT).read_text("utf-8"))
    except FileNotFoundError:
        about = {}
    if about.get("key") != batch.key:
        raise ConversionError(
            batch.files[0].path,
            "this or a file near it was changed, added or removed during the conversion",
            "convert again",
        )
    return about


def _damaged(path: Path) -> ConversionError:
    """A file of a shard that is not what its worker wrote: a machine that lost power may leave such."""
    return ConversionError(path, "is damaged since it was made", "convert again, without --resume")


class _Known:
    """The documents there are, each with the file that holds it."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute(
            "CREATE TABLE documents (id TEXT PRIMARY KEY, file TEXT, text TEXT) WITHOUT ROWID"
        )
        self._database.execute("BEGIN")

    def find(self, document: str) -> tuple[str, str] | None:
        """The file that holds a document, and what stands for its text; None where it is not known."""
        query = "SELECT file, text FROM documents WHERE id = ?"
        found: tuple[str, str] | None = self._database.execute(query, (document,)).fetchone()
        return found

    def add(self, texts: Mapping[str, str], file: str) -> None:
        """Take in the documents of a file, each with what stands for its text."""
        rows = [(document, file, text) for document, text in texts.items()]
        self._database.executemany("INSERT INTO documents VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        self._database.close()


class _File:
    """A table's file while it grows: what it measures, and where it can be cut into parts."""

    def __init__(self, folder: Path, table: Table) -> None:
        self.table = table
        self.parts: list[Part] = []
        self._path = folder / table.path
        self._hash = sha256()
        self._size = 0

    def __enter__(self) -> "_File":
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._stream = self._path.open("wb")
        self.write(header_of(self.table))
        self._start = self._size
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()
        self._cut(0)

    @property
    def facts(self) -> FileFacts:
        """Its bytes and their hash."""
        return FileFacts(self._size, self._hash.hexdigest())

    def write(self, data: bytes) -> None:
        """Append bytes; records may end anywhere in them."""
        self._stream.write(data)
        self._hash.update(data)
        self._size += len(data)

    def end_piece(self) -> None:
        """Say that a record has ended."""
        self._cut(_PART_BYTES)

    def _cut(self, least: int) -> None:
        if self._size > self._start and self._size - self._start >= least:
            self.parts.append(Part(self.table.name, len(self.parts), self._start, self._size))
            self._start = self._size


def _add(
    merged: Merged, known: _Known, batch: Batch, about: Mapping[str, Any], wanted: set[str]
) -> tuple[dict[str, Failure], dict[str, str | None]]:
    """Count what a shard holds. Returns its files that are left out, by name, and the ids that documents get
    instead of their own; None for the documents of files that are left out."""
    repeats: dict[str, Failure] = {}
    ids: dict[str, str | None] = {}
    given = {file.name: file for file in batch.files}
    for file in about["files"]:
        name = file["name"]
        documents: Mapping[str, Mapping[str, int]] = file["documents"]
        settled = settle(given[name], file["texts"], file["spare"], known.find)
        if isinstance(settled, Failure):
            repeats[name] = settled
            ids |= dict.fromkeys(documents)
            continue
        ids |= settled
        known.add({settled.get(old, old): text for old, text in file["texts"].items()}, name)
        merged.files += 1
        merged.documents += len(documents)
        merged.corrected.update(wanted.intersection(documents).difference(settled))
        for identifier, counts in documents.items():
            merged.rows.update(counts)
            if len(merged.by_document) < _DOCUMENTS_COUNTED:
                merged.by_document[settled.get(identifier, identifier)] = counts
    return repeats, ids


def _append(
    file: _File, batch: Batch, about: Mapping[str, Any], files: Container[str], ids: Mapping[str, str | None]
) -> None:
    """Append a shard's piece of a table, without the rows of some files, and as `ids` has it: with another id
    for a document, or without its rows where that is None."""
    table = file.table
    if table is ERRORS:
        return
    piece = batch.shard / f"{table.name}.csv"
    checksum = 0
    with piece.open("rb") as source:
        while block := source.read(_BLOCK):
            checksum = crc32(block, checksum)
            if not ids:
                file.write(block)
    if checksum != about["pieces"][table.name]:
        raise _damaged(piece)
    if ids:
        with piece.open(encoding="utf-8", newline="") as text:
            rows = csv.reader(text, strict=True)
            kept = list(_without(rows, files) if table is MANIFEST else _with_ids(rows, table, ids))
        if kept:
            file.write(records_of(list(zip(*kept, strict=True))))
    file.end_piece()


def _without(rows: Iterable[list[str]], files: Container[str]) -> Iterator[list[str]]:
    """The rows of the manifest but for those of some files."""
    place = MANIFEST.column_names.index("file")
    return (cells for cells in rows if cells[place] not in files)


def _with_ids(rows: Iterable[list[str]], table: Table, ids: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Rows of a table with other ids for some documents, and without those of others."""
    names = table.column_names
    place = names.index("document_id")
    for cells in rows:
        old = cells[place]
        new = ids.get(old, old)
        if new == old:
            yield cells
        elif new is not None:
            yield [renamed_cell(name, cell, old, new) for name, cell in zip(names, cells, strict=True)]


def _note_failures(
    merged: Merged, file: _File, failures: Sequence[Failure], notes: Sequence[Failure]
) -> None:
    """Append the failures of a shard, and its notes on files converted in part, in the order of the files."""
    if failures and merged.first_failure is None:
        merged.first_failure = min(failures, key=lambda failure: failure.file)
    if notes and merged.first_note is None:
        merged.first_note = min(notes, key=lambda note: note.file)
    merged.failures += len(failures)
    merged.incomplete += len({note.file for note in notes})
    together = sorted([*failures, *notes], key=lambda failure: failure.file)
    if together:
        file.write(records_of(cells_of(ERRORS, together)))


def _link_all(batch: Batch, stored: Mapping[str, int], folder: Path) -> None:
    """Give the sources of a file, and their sizes, a second name below a folder."""
    for name, size in stored.items():
        source = batch.shard / "sources" / name
        if source.stat().st_size != size:
            raise _damaged(source)
        _link(source, folder / name)


def _link(source: Path, destination: Path) -> None:
    """A second name for a file, or a copy where the file system has none: the shard stays whole."""
    destination.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, destination)
    except OSError:
        shutil.copyfile(source, destination)
