"""Some files to a shard: read, find documents, extract, correct, check, and write what comes of it aside.

A batch needs nothing but itself and its files, so batches may be converted in any order, by any process, on
any machine that sees the files; converting one twice gives the same shard.
"""

import errno
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from zlib import crc32

from jiqun import codes, curation, facts
from jiqun.checks import judge_documents
from jiqun.curation import ConversionError, Tables
from jiqun.intake import SourceFile
from jiqun.package import cells_of, find_faults, find_foreign, in_order, make_schema, records_of
from jiqun.reading import Document, Manifest, ManifestRow, ReadingError, Source, find_documents, read_source
from jiqun.reading.manifest import check_hash
from jiqun.shards import (
    ABOUT,
    CODE_LISTS,
    DERIVED,
    PIECES,
    Batch,
    Outcome,
    failure_of,
    finished,
    outcome_of,
    renamed_cell,
    settle,
    spare_id,
)
from jiqun.tables import ERRORS, MANIFEST, TABLES, Failure, Row, Table

_BLOCK = 1024 * 1024
# What systems say of a name that is too long, or that a file system cannot have.
_NAME_ERRORS = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})

Cells = Mapping[str, list[list[str]]]
"""The cells of each table, column by column."""


@dataclass
class Converted:
    """A file and what was found in it."""

    file: SourceFile
    source: Source
    tables: Tables = field(default_factory=lambda: {table.name: [] for table in DERIVED})
    # The ids that documents get where their own are taken; none for those that a person named.
    spare: dict[str, str] = field(default_factory=dict)

    @property
    def document_ids(self) -> list[str]:
        return [document.document_id for document in self.tables["documents"]]

    @cached_property
    def texts(self) -> dict[str, str]:
        """What stands for the text of each document, without its blanks: a hash of 128 bits."""
        text = self.source.text
        letters = {
            document.document_id: "".join(text[document.start : document.end].split())
            for document in self.tables["documents"]
        }
        return {identifier: sha256(text.encode()).hexdigest()[:32] for identifier, text in letters.items()}

    def renamed(self, ids: Mapping[str, str]) -> "Converted":
        """The same with other ids for some documents."""
        tables = {name: [_renamed(row, ids) for row in rows] for name, rows in self.tables.items()}
        spare = {identifier: other for identifier, other in self.spare.items() if identifier not in ids}
        return Converted(self.file, self.source, tables, spare)


def convert_batch(batch: Batch) -> Outcome:
    """Convert the files of a batch and write its shard, whole or not at all.

    Raises ConversionError where a correction does not fit, OSError where the shard cannot be written.
    """
    part = batch.shard.with_name(f"{batch.shard.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        about = _make(part, batch)
        # First what says that it is whole: the removal may be cut short.
        (batch.shard / ABOUT).unlink(missing_ok=True)
        shutil.rmtree(batch.shard, ignore_errors=True)
        part.rename(batch.shard)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        # Another process may have converted the same batch meanwhile: its shard is as good.
        outcome = finished(batch)
        if outcome is None:
            raise
        return outcome
    return outcome_of(batch, about)


def _make(folder: Path, batch: Batch) -> dict[str, Any]:
    """Make a shard in a new folder; returns what is in it."""
    folder.mkdir(parents=True)
    converted, failures = _convert(batch, folder / "sources")
    kept, twice = _without_repeats(converted)
    cells, faults = _judged(kept)
    if faults:
        for item in converted:
            _, faults = _judged([item])
            if faults:
                reason = "its rows do not hold together: " + "; ".join(faults[:3])
                failures[item.file.name] = failure_of(
                    item.file, reason, "a fault of the rules: report it with the document"
                )
        kept, twice = _without_repeats([item for item in converted if item.file.name not in failures])
        cells, _ = _judged(kept)
    failures.update(twice)
    ordered = tuple(failures[file.name] for file in batch.files if file.name in failures)
    for file in batch.files:
        if file.name in failures and not file.fault:
            for name in (file.name, file.text):
                (folder / "sources" / name).unlink(missing_ok=True)
    return _write(folder, batch, kept, cells, ordered)


# --- Read and extract --------------------------------------------------------------------------------------


class _Failed(Exception):
    """A file that cannot be converted."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.reason)
        self.failure = failure


def _convert(batch: Batch, copies: Path) -> tuple[list[Converted], dict[str, Failure]]:
    """Copy the files of a batch, read the copies and extract the rows of their documents; returns those that
    could be converted, and the failures of the others by name. Raises OSError where a copy cannot be written,
    and ConversionError where a correction does not fit."""
    failures: dict[str, Failure] = {}
    opened: list[tuple[Converted, list[Document]]] = []
    for file in batch.files:
        try:
            opened.append(_open(file, batch, copies / file.name))
        except _Failed as failed:
            failures[file.name] = failed.failure
    converted: list[Converted] = []
    extracted = facts.extract_all(document for _, documents in opened for document in documents)
    for item, documents in opened:
        own = list(zip(documents, extracted, strict=False))
        try:
            with _failing(item.file):
                _add(item, own)
        except _Failed as failed:
            failures[item.file.name] = failed.failure
            continue
        if batch.corrections is not None:
            corrections = batch.corrections.of_documents(set(item.document_ids))
            item.tables = curation.apply(corrections, item.tables, {item.source.name: item.source.text})
        converted.append(item)
    return converted, failures


def _open(file: SourceFile, batch: Batch, copy: Path) -> tuple[Converted, list[Document]]:
    """Copy a file, read the copy and find its documents. Raises _Failed, and OSError where it cannot be
    written."""
    if file.fault:
        raise _Failed(failure_of(file, file.fault, file.hint))
    _copy(file, copy)
    with _failing(file):
        source = read_source(copy, file.name)
        check_hash(batch.manifest, file.name, copy, source.sha256)
        if source.received_as:
            _write_new(file, copy.with_name(Path(file.text).name), iter([source.text.encode("utf-8")]))
        return Converted(file, source), find_documents(source, batch.manifest)


@contextmanager
def _failing(file: SourceFile) -> Iterator[None]:
    """Raises _Failed for whatever reading a file or adding up its rows raises."""
    try:
        yield
    except (ReadingError, ConversionError) as error:
        raise _Failed(failure_of(file, error.reason, error.hint)) from error
    except (MemoryError, RecursionError, ValueError, ArithmeticError, LookupError, TypeError) as error:
        reason = f"reading failed: {type(error).__name__}: {error}"
        raise _Failed(failure_of(file, reason, "a fault of the program: report it with the file")) from error


def _add(converted: Converted, extracted: Iterable[tuple[Document, facts.Extracted | Exception]]) -> None:
    """Add the rows of a file's documents, each with an id of its own."""
    source = converted.source
    known: set[str] = set()
    for document, found in extracted:
        tables = _facts(document, found)
        identifier: str = getattr(tables["documents"][0], "document_id")  # noqa: B009 (see _renamed)
        spare = spare_id(identifier, source.name, document.start)
        is_given = document.facts is not None and document.facts.document_id != ""
        if identifier in known and is_given:
            hint = "give each a document_id of its own in manifest.csv"
            raise ConversionError(source.name, f"holds two documents of the id {identifier}", hint)
        if identifier in known:
            tables = {
                name: [_renamed(row, {identifier: spare}) for row in rows] for name, rows in tables.items()
            }
        elif not is_given:
            converted.spare[identifier] = spare
        known.add(identifier)
        for table, rows in tables.items():
            converted.tables[table] += rows


def _renamed(row: Row, ids: Mapping[str, str]) -> Row:
    """A row of a document that has got another id."""
    old: str = getattr(row, "document_id")  # noqa: B009 (Row itself has no columns)
    new = ids.get(old)
    if new is None:
        return row
    names = [column.name for column in fields(row) if column.name.endswith("_id")]
    cells = {name: cell for name in names if (cell := getattr(row, name)) is not None}
    changed = {name: renamed_cell(name, cell, old, new) for name, cell in cells.items()}
    return replace(row, **changed)


def _copy(file: SourceFile, destination: Path) -> None:
    """Copy a file as received. Raises _Failed where it cannot be opened, OSError where the copy fails."""
    try:
        stream = Path(file.path).open("rb")  # noqa: SIM115 (its errors are the file's, the others are not)
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise _Failed(failure_of(file, reason, "check the file and its permissions")) from error
    with stream:
        _write_new(file, destination, _blocks(file, stream))


def _blocks(file: SourceFile, stream: IO[bytes]) -> Iterator[bytes]:
    """A file block by block. Raises _Failed where it cannot be read to its end."""
    try:
        while block := stream.read(_BLOCK):
            yield block
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise _Failed(failure_of(file, reason, "check the file and the disk that it lies on")) from error


def _write_new(file: SourceFile, destination: Path, blocks: Iterator[bytes]) -> None:
    """Write a file's copy, or its text. Raises _Failed where the output can have no file of its name."""
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        copy = destination.open("wb")
    except OSError as error:
        if error.errno not in _NAME_ERRORS:
            raise
        reason = f"has a name or path that the output folder cannot have: {error.strerror}"
        raise _Failed(failure_of(file, reason, "shorten or change it, or name another --output")) from error
    with copy:
        for block in blocks:
            copy.write(block)


def _facts(document: Document, found: facts.Extracted | Exception) -> facts.Extracted:
    """The rows of one document. A fault of the rules must not look like a fault of the user."""
    if not isinstance(found, Exception):
        return found
    raise ConversionError(
        document.source.name,
        f"extraction failed in the document at {document.start}-{document.end}: "
        f"{type(found).__name__}: {found}",
        "a fault of the rules: report it with the document",
    ) from found


# --- Check -------------------------------------------------------------------------------------------------


def extracted(source: Source) -> Converted:
    """A source with its rows, without manifest and corrections. Raises what extraction raises."""
    converted = Converted(SourceFile(source.name, source.received, "", 0, 0), source)
    documents = find_documents(source, Manifest())
    _add(converted, zip(documents, facts.extract_all(documents), strict=True))
    return converted


def faults_of(converted: Sequence[Converted]) -> list[str]:
    """What a conversion would find wrong with the rows of some sources, each of its own name."""
    kept, _ = _without_repeats(converted)
    return _judged(kept)[1]


def _without_repeats(converted: Sequence[Converted]) -> tuple[list[Converted], dict[str, Failure]]:
    """The files without those that hold nothing new, each document with an id of its own."""
    seen: dict[str, tuple[str, str]] = {}
    kept: list[Converted] = []
    repeats: dict[str, Failure] = {}
    for item in converted:
        settled = settle(item.file, item.texts, item.spare, seen.get)
        if isinstance(settled, Failure):
            repeats[item.file.name] = settled
            continue
        kept.append(item.renamed(settled) if settled else item)
        seen.update((name, (item.file.name, text)) for name, text in kept[-1].texts.items())
    return kept, repeats


def _judged(converted: Sequence[Converted]) -> tuple[Cells, list[str]]:
    """The cells of the rows of some files, and what is wrong with them: with keys, references and values, or
    with the texts. What this lets pass holds in a package with any other files' rows, too."""
    tables = _joined(converted)
    faults = find_faults(tables, _code_values()) or find_foreign(tables)
    if faults:
        return {}, faults
    cells = {table.name: cells_of(table, tables[table.name]) for table in DERIVED}
    described = {name: (_schema(name), columns) for name, columns in cells.items()}
    texts = {(item.source.name, item.source.encoding): item.source.text for item in converted}
    problems = judge_documents({**described, **_code_cells()}, texts, _code_cells())
    return cells, [
        f"{problem.resource} row {problem.row_number}: {problem.message}" for problem in problems[:5]
    ]


@cache
def _schema(name: str) -> dict[str, Any]:
    return make_schema(next(table for table in TABLES if table.name == name))


@cache
def _code_values() -> dict[str, set[str]]:
    return {table.name: {row[table.primary_key] for row in codes.read(table.name)} for table in CODE_LISTS}


@cache
def _code_cells() -> dict[str, tuple[dict[str, Any], list[list[str]]]]:
    return {
        table.name: (
            _schema(table.name),
            [[row[name] for row in codes.read(table.name)] for name in table.column_names],
        )
        for table in CODE_LISTS
    }


def _joined(converted: Sequence[Converted]) -> Tables:
    """The rows of some files, in publishing order."""
    tables: Tables = {table.name: [] for table in DERIVED}
    for item in converted:
        for name, rows in item.tables.items():
            tables[name] += rows
    return {table.name: in_order(table, tables[table.name], tables["documents"]) for table in DERIVED}


# --- Write -------------------------------------------------------------------------------------------------


def _write(
    folder: Path, batch: Batch, kept: Sequence[Converted], cells: Cells, failures: Sequence[Failure]
) -> dict[str, Any]:
    """Write pieces of the tables, and what is in them, into a shard's folder."""
    entries = [entry for item in kept for entry in _entries(item, batch.manifest)]
    pieces = {
        **cells,
        MANIFEST.name: cells_of(MANIFEST, entries),
        ERRORS.name: cells_of(ERRORS, failures),
    }
    about = {
        "key": batch.key,
        "characters": sum(len(item.source.text) for item in kept),
        "failures": [_said(failure) for failure in failures],
        "notes": [_said(note) for item in kept for note in _notes(item)],
        "pieces": {table.name: _write_piece(folder, table, pieces[table.name]) for table in PIECES},
        "files": [
            {
                "name": item.file.name,
                "stored": {
                    name: (folder / "sources" / name).stat().st_size
                    for name in dict.fromkeys((item.file.name, item.source.name))
                },
                "documents": _counts(item),
                "texts": item.texts,
                "spare": item.spare,
            }
            for item in kept
        ],
    }
    (folder / ABOUT).write_text(json.dumps(about), encoding="utf-8")
    return about


def _notes(item: Converted) -> Iterator[Failure]:
    """What of a file was not converted, though the file was."""
    for what, hint in item.source.unread:
        yield failure_of(item.file, f"was converted without {what}", hint)


def _said(failure: Failure) -> dict[str, str | None]:
    return {"file": failure.file, "reason": failure.reason, "hint": failure.hint}


def _write_piece(folder: Path, table: Table, columns: Sequence[Sequence[str]]) -> int:
    """Write a shard's piece of a table; returns its checksum, by which it is known again."""
    data = records_of(columns)
    (folder / f"{table.name}.csv").write_bytes(data)
    return crc32(data)


def _counts(item: Converted) -> dict[str, dict[str, int]]:
    """Rows of each document by table, and the numerals that are unresolved."""
    counts: dict[str, Counter[str]] = {identifier: Counter() for identifier in item.document_ids}
    for table in DERIVED:
        for row in item.tables[table.name]:
            counts[row.document_id][table.name] += 1
    for mention in item.tables["mentions"]:
        counts[mention.document_id]["unresolved"] += mention.reason == "unresolved"
    return {identifier: dict(count) for identifier, count in counts.items()}


def _entries(item: Converted, manifest: Manifest) -> Iterator[Row]:
    """The manifest as used: the rows there were, or one for a file that had none, with the file's hash."""
    for row in manifest.rows_for(item.file.name) or [ManifestRow(file=item.file.name)]:
        cells = {field.name: field.read(getattr(row, field.name)) for field in MANIFEST.fields}
        yield MANIFEST.row(**{**cells, "sha256": item.source.sha256})
