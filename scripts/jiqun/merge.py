"""Shards to tables: the pieces one behind the other, in the order of the files.

A document that two files hold is kept where it comes first. Which documents there are is kept in a database
beside the shards, so that memory does not grow with them.
"""

import csv
import json
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from jiqun.batch import PIECES, Batch, repeat_of
from jiqun.curation import ConversionError
from jiqun.package import SOURCES_FOLDER, cells_of, header_of, records_of
from jiqun.tables import ERRORS, MANIFEST, Failure, Table

# The rows of each document are counted for the summary as long as somebody may read them.
_DOCUMENTS_COUNTED = 50


@dataclass(slots=True)
class Merged:
    """What the shards held: files and failures, rows by table, and by document for the first documents."""

    files: int = 0
    failures: int = 0
    first_failure: Failure | None = None
    documents: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    by_document: dict[str, Mapping[str, int]] = field(default_factory=dict)
    corrected: set[str] = field(default_factory=set)


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
        files = {table.name: stack.enter_context(_open(folder, table)) for table in PIECES}
        for batch in batches:
            about = _read(batch)
            repeats = _add(merged, known, batch, about, wanted)
            gone = {
                document
                for file in about["files"]
                if file["name"] in repeats
                for document in file["documents"]
            }
            for table in PIECES:
                _append(files[table.name], table, batch.shard, set(repeats), gone)
            failures = [Failure(**failure) for failure in about["failures"]]
            _note_failures(merged, files[ERRORS.name], failures, list(repeats.values()))
            for file in about["files"]:
                for name in file["stored"] if file["name"] not in repeats else ():
                    _link(batch.shard / "sources" / name, folder / SOURCES_FOLDER / name)
    if not merged.failures:
        (folder / ERRORS.path).unlink()
    return merged


def _read(batch: Batch) -> dict[str, Any]:
    """What is in a batch's shard. Raises ConversionError where it is another batch's by now."""
    try:
        about: dict[str, Any] = json.loads((batch.shard / "shard.json").read_text("utf-8"))
    except FileNotFoundError:
        about = {}
    if about.get("key") != batch.key:
        raise ConversionError(
            batch.files[0].path,
            "this or a file near it was changed, added or removed during the conversion",
            "convert again",
        )
    return about


class _Known:
    """The documents there are, each with the file that holds it."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("CREATE TABLE documents (id TEXT PRIMARY KEY, file TEXT) WITHOUT ROWID")
        self._database.execute("BEGIN")

    def file_of(self, documents: Iterable[str]) -> tuple[str, str] | None:
        """The first of the documents that is known, and its file."""
        for document in documents:
            query = "SELECT id, file FROM documents WHERE id = ?"
            found = self._database.execute(query, (document,)).fetchone()
            if found:
                return str(found[0]), str(found[1])
        return None

    def add(self, documents: Iterable[str], file: str) -> None:
        """Take in the documents of a file."""
        rows = [(document, file) for document in documents]
        self._database.executemany("INSERT INTO documents VALUES (?, ?)", rows)

    def close(self) -> None:
        self._database.close()


def _open(folder: Path, table: Table) -> BinaryIO:
    path = folder / table.path
    path.parent.mkdir(parents=True, exist_ok=True)
    stream = path.open("wb")
    stream.write(header_of(table))
    return stream


def _add(
    merged: Merged, known: _Known, batch: Batch, about: Mapping[str, Any], wanted: set[str]
) -> dict[str, Failure]:
    """Count what a shard holds; returns its files that hold a document already known, by name."""
    repeats: dict[str, Failure] = {}
    given = {file.name: file for file in batch.files}
    for file in about["files"]:
        documents: Mapping[str, Mapping[str, int]] = file["documents"]
        found = known.file_of(documents)
        if found is not None:
            repeats[file["name"]] = repeat_of(given[file["name"]], *found)
            continue
        known.add(documents, file["name"])
        merged.files += 1
        merged.documents += len(documents)
        merged.corrected.update(wanted.intersection(documents))
        for identifier, counts in documents.items():
            merged.rows.update(counts)
            if len(merged.by_document) < _DOCUMENTS_COUNTED:
                merged.by_document[identifier] = counts
    return repeats


def _append(stream: BinaryIO, table: Table, shard: Path, files: set[str], documents: set[str]) -> None:
    """Append a shard's piece of a table, without the rows of some files and their documents."""
    piece = shard / f"{table.name}.csv"
    if table is ERRORS:
        return
    if not files:
        with piece.open("rb") as source:
            shutil.copyfileobj(source, stream, 1024 * 1024)
        return
    column, unwanted = ("file", files) if table is MANIFEST else ("document_id", documents)
    place = table.column_names.index(column)
    with piece.open(encoding="utf-8", newline="") as text:
        rows = [cells for cells in csv.reader(text, strict=True) if cells[place] not in unwanted]
    if rows:
        stream.write(records_of(list(zip(*rows, strict=True))))


def _note_failures(
    merged: Merged, stream: BinaryIO, failures: Sequence[Failure], repeats: Sequence[Failure]
) -> None:
    """Append the failures of a shard in the order of the files."""
    together = sorted([*failures, *repeats], key=lambda failure: failure.file)
    if together:
        merged.first_failure = merged.first_failure or together[0]
        merged.failures += len(together)
        stream.write(records_of(cells_of(ERRORS, together)))


def _link(source: Path, destination: Path) -> None:
    """A second name for a file, or a copy where the file system has none: the shard stays whole."""
    destination.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, destination)
    except OSError:
        shutil.copyfile(source, destination)
