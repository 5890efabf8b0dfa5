"""What a conversion reads: the source files in order of their names, the manifest, and where the corrections
are.

Folders are walked when the files are asked for, so that a million files take no more memory than a few.
"""

import heapq
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jiqun.curation import ConversionError
from jiqun.reading import Manifest, ManifestRow, read_manifest
from jiqun.reading.manifest import check_files

TEXT_SUFFIXES = (".txt", ".md")
_SKIPPED_KEPT = 10


class SourceFile(NamedTuple):
    """A file to convert: what the tables call it, where it lies, its bytes and when it was changed.

    `fault` is what is wrong with it before it is even opened.
    """

    name: str
    path: str
    size: int
    changed: int
    fault: str = ""


@dataclass(slots=True)
class Intake:
    """What a conversion reads. `count` and `bytes` are of the files, `skipped` are the first of those left
    aside and `skipped_count` how many there are."""

    sources: Sequence[Path]
    manifest: Manifest = field(default_factory=Manifest)
    corrections: Path | None = None
    # Whether the files are all of a folder, so that what its manifest and corrections name must be there.
    is_whole: bool = True
    count: int = 0
    bytes: int = 0
    skipped: list[Path] = field(default_factory=list)
    skipped_count: int = 0

    def files(self) -> Iterator[SourceFile]:
        """The files by name. Raises ConversionError where two of different places have one name."""
        before: SourceFile | None = None
        for file in heapq.merge(*(self._files_of(source) for source in self.sources)):
            if before is None or file.name != before.name:
                yield file
            elif not is_same(Path(before.path), Path(file.path)):
                hint = "convert the folder that holds both, so that their paths differ"
                raise ConversionError(file.path, f"has the same name as {before.path}", hint)
            before = file

    def _files_of(self, source: Path) -> Iterator[SourceFile]:
        if source.is_dir():
            for file in _walk(source, "", source.resolve()):
                if is_text(file.name):
                    yield file
        else:
            status = source.stat()
            yield SourceFile(source.name, str(source), status.st_size, status.st_mtime_ns, _fault(source))


def gather(sources: Sequence[Path]) -> Intake:
    """The files to read: those named, and the text files of the folders named, with manifest and corrections.

    A file's name in the tables is its path below the folder, or its own name. Raises ConversionError.
    """
    intake = Intake(sources)
    rows: list[ManifestRow] = []
    for source in sources:
        if source.is_dir():
            _count(intake, source)
            folder = source
        elif source.is_file():
            if not is_text(source.name):
                hint = f"expected {' or '.join(TEXT_SUFFIXES)}: save its text as one of these"
                raise ConversionError(
                    source, f"is a {source.suffix or 'nameless'} file, which cannot be read", hint
                )
            folder, intake.is_whole = source.parent, False
            intake.count += 1
            intake.bytes += source.stat().st_size
        else:
            raise ConversionError(source, "no such file or folder", "check the path")
        rows += _manifest_rows(folder, source)
        beside = folder.parent / "curation" / "corrections.csv"
        if folder.name == "sources" and beside.is_file():
            if intake.corrections not in (None, beside):
                raise ConversionError(beside, f"is a second file of corrections beside {intake.corrections}")
            intake.corrections = beside
    intake.manifest = Manifest(tuple(dict.fromkeys(rows)))
    return intake


def is_text(name: str) -> bool:
    """Whether a file of this name is one that is read."""
    return name.lower().endswith(TEXT_SUFFIXES)


def _count(intake: Intake, folder: Path) -> None:
    """Count the files of a folder. Raises ConversionError when there are none."""
    before = intake.count
    for file in _walk(folder, "", folder.resolve()):
        if is_text(file.name):
            intake.count += 1
            intake.bytes += file.size
        elif file.name != "manifest.csv":
            intake.skipped_count += 1
            if len(intake.skipped) < _SKIPPED_KEPT:
                intake.skipped.append(Path(file.path))
    if intake.count == before:
        raise ConversionError(folder, "holds no documents", f"expected {' or '.join(TEXT_SUFFIXES)} files")


def _walk(folder: Path, prefix: str, root: Path) -> Iterator[SourceFile]:
    """The files below a folder in the order of their relative posix paths; hidden ones are left out, and
    links to folders are not followed."""
    with os.scandir(folder) as entries:
        found = [
            (entry.name + "/" if entry.is_dir(follow_symlinks=False) else entry.name, entry)
            for entry in entries
            if not entry.name.startswith(".")
        ]
    # With the slash, a folder comes where the paths below it belong.
    for key, entry in sorted(found, key=lambda item: item[0]):
        if key.endswith("/"):
            yield from _walk(Path(entry.path), prefix + key, root)
        elif entry.is_file():
            status = entry.stat()
            fault = _fault(Path(entry.path), root if entry.is_symlink() else None)
            yield SourceFile(prefix + key, entry.path, status.st_size, status.st_mtime_ns, fault)


def _fault(path: Path, root: Path | None = None) -> str:
    """What is wrong with a file's name, or with the link that it is; `root` is the folder it must not
    leave."""
    if not str(path.name).isprintable():
        return "has a name that cannot be printed"
    if root is not None and not path.resolve().is_relative_to(root):
        return "is a link that leads out of the folder"
    return ""


def _manifest_rows(folder: Path, source: Path) -> list[ManifestRow]:
    """The rows of the manifest in a folder, all of them or, where the source is one file, those of it."""
    path = folder / "manifest.csv"
    if not path.is_file():
        return []
    manifest = read_manifest(path)
    if source.is_file():
        return manifest.rows_for(source.name)
    check_files(manifest, folder, lambda name: is_text(name) and (folder / name).is_file())
    return list(manifest.rows)


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes, as hexadecimal digits."""
    digest = sha256()
    with path.open("rb") as stream:
        while block := stream.read(1024 * 1024):
            digest.update(block)
    return digest.hexdigest()


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same place."""
    return one.resolve() == other.resolve()
