"""Batches and shards: which files are converted together, and what is said of what came of them.

Nothing here reads a document, so that a process which only leads others starts quickly and stays small.
"""

import json
from collections.abc import Callable, Iterator, Mapping
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


def spare_id(document_id: str, file: str, start: int) -> str:
    """The id of a document whose own another file's document has; it depends on nothing but the place where
    the document begins, so that other files may come and go."""
    return f"{document_id}-{sha256(f'{start} {file}'.encode()).hexdigest()[:8]}"


def settle(
    file: SourceFile,
    texts: Mapping[str, str],
    spare: Mapping[str, str],
    find: Callable[[str], tuple[str, str] | None],
) -> Failure | dict[str, str]:
    """What becomes of a file of which other files hold documents, or ids: the ids that some of its documents
    get instead of their own, or why the file is left out.

    `texts` gives what stands for the text of each of its documents, `spare` the other id of each but those
    that a person named, and `find` the file and text of a document met before. A file is left out where
    it holds nothing new, or where two documents were given one id.
    """
    taken = {identifier: found for identifier in texts if (found := find(identifier)) is not None}
    for identifier, (other, text) in taken.items():
        is_same = text == texts[identifier]
        own = spare.get(identifier)
        if own is None or find(own) is not None:
            return repeat_of(file, identifier, other, is_same=is_same)
    if len(taken) == len(texts) and all(text == texts[name] for name, (_, text) in taken.items()):
        identifier, (other, _) = next(iter(taken.items()))
        return repeat_of(file, identifier, other, is_same=True)
    return {identifier: spare[identifier] for identifier in taken}


def renamed_cell(column: str, cell: str, old: str, new: str) -> str:
    """The cell of a row after its document has got another id; ids of rows begin with that of their
    document."""
    is_id = column.endswith("_id") and (cell == old or cell.startswith(old + "-"))
    return new + cell[len(old) :] if is_id else cell


def repeat_of(file: SourceFile, document_id: str, other: str, *, is_same: bool) -> Failure:
    """The failure of a file that holds a document whose id an earlier file's document has: the same text, or
    another one that was given the same id."""
    if is_same:
        hint = "the same text twice? drop one, or give each a document_id in manifest.csv"
        return failure_of(file, f"holds {document_id}, which {other} holds too", hint)
    reason = f"holds another text than {other}, but their documents have the same id {document_id}"
    return failure_of(file, reason, "give one of the two a document_id in manifest.csv")
