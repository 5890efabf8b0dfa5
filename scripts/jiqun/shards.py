"""Batches and shards: which files are converted together, and what is said of what came of them.

Nothing here reads a document, so that a process which only leads others starts quickly and stays small.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from jiqun.curation import Curation
from jiqun.intake import SourceFile
from jiqun.reading import Manifest
from jiqun.tables import ERRORS, MANIFEST, TABLES, Failure

DERIVED = tuple(table for table in TABLES if not table.is_code_list)
CODE_LISTS = tuple(table for table in TABLES if table.is_code_list)
# What a shard holds: pieces of these tables' files, without header.
PIECES = (*DERIVED, MANIFEST, ERRORS)
# Small enough for several processes to end at about the same time.
_FILES, _BYTES = 100, 64 * 1024
ABOUT = "shard.json"


@dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive files, what people say of them, and the folder of the shard that they become.

    `key` stands for all that the shard depends on.
    """

    number: int
    files: tuple[SourceFile, ...]
    manifest: Manifest
    corrections: Curation | None
    shard: Path
    key: str

    @property
    def bytes(self) -> int:
        """The bytes of its files."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a batch: files and bytes read, characters converted, and the failures."""

    number: int
    files: int
    bytes: int
    characters: int
    failures: tuple[Failure, ...]


def batches(
    files: Iterator[SourceFile], manifest: Manifest, corrections: Curation | None, folder: Path, basis: str
) -> Iterator[Batch]:
    """The files in batches of some hundred thousand characters; `basis` stands for all that shards depend on
    besides the files and their manifest rows."""
    number = 0
    waiting: list[SourceFile] = []
    size = 0

    def batch() -> Batch:
        rows = tuple(row for file in waiting for row in manifest.rows_for(file.name))
        said = json.dumps([basis, list(waiting), [repr(row) for row in rows]])
        key = sha256(said.encode()).hexdigest()
        shard = folder / f"{number // 1000:05}" / f"{number:08}"
        return Batch(number, tuple(waiting), Manifest(rows), corrections, shard, key)

    for file in files:
        waiting.append(file)
        # What is not even opened takes no time.
        size += 0 if file.fault else file.size
        if size >= _BYTES or len(waiting) >= _FILES:
            yield batch()
            waiting, size, number = [], 0, number + 1
    if waiting:
        yield batch()


def finished(batch: Batch) -> Outcome | None:
    """What came of a batch that was converted before, if its shard is there and still holds."""
    try:
        about = json.loads((batch.shard / ABOUT).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return outcome_of(batch, about) if about["key"] == batch.key else None


def failure_of(file: SourceFile, reason: str, hint: str = "") -> Failure:
    """The row of errors.csv for a file."""
    name = file.name if file.name.isprintable() else ascii(file.name)
    return Failure(file=name, reason=_one_line(reason), hint=_one_line(hint) or None)


def _one_line(text: str) -> str:
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def outcome_of(batch: Batch, about: Mapping[str, Any]) -> Outcome:
    """What came of a batch, from what its shard says of itself."""
    failures = tuple(Failure(**failure) for failure in about["failures"])
    return Outcome(batch.number, len(batch.files), batch.bytes, about["characters"], failures)


def repeat_of(file: SourceFile, document_id: str, other: str, *, is_same: bool) -> Failure:
    """The failure of a file that holds a document whose id an earlier file's document has: the same text, or
    another one."""
    if is_same:
        hint = "the same text twice? drop one, or give each a document_id in manifest.csv"
        return failure_of(file, f"holds {document_id}, which {other} holds too", hint)
    reason = f"holds another text than {other}, but their documents have the same id {document_id}"
    return failure_of(file, reason, "give one of the two a document_id in manifest.csv")
