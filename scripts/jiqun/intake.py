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
from jiqun.reading.formats.names import (
    SUFFIXES,
    has_extracted_text,
    is_of_saved_page,
    other_format,
    received_name,
    suffix_of,
    text_name,
)
from jiqun.reading.manifest import check_files

_SKIPPED_KEPT = 10
# What file systems take as a name, in bytes.
_LONGEST_NAME = 255


class SourceFile(NamedTuple):
    """A file to convert: what the tables call its text, and the manifest the file; where it lies, its bytes
    and when it was changed.

    `fault` is what is wrong with it before it is even opened, and `hint` what to do about that.
    """

    text: str
    name: str
    path: str
    size: int
    changed: int
    fault: str = ""
    hint: str = ""


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
        """The files by the names of their texts. Raises ConversionError where two have one name."""
        before: SourceFile | None = None
        for file in heapq.merge(*(self._files_of(source) for source in self.sources)):
            if before is None or file.text != before.text:
                yield file
            elif file.name != before.name:
                hint = "rename it, or convert only one of the two"
                raise ConversionError(file.path, f"has the name that the text of {before.path} gets", hint)
            elif not is_same(Path(before.path), Path(file.path)):
                hint = "convert the folder that holds both, so that their paths differ"
                raise ConversionError(file.path, f"has the same name as {before.path}", hint)
            before = file

    def _files_of(self, source: Path) -> Iterator[SourceFile]:
        if source.is_dir():
            yield from (file for file in _walk(source, "", source.resolve()) if file.text)
        else:
            status = source.stat()
            yield _source_file(source.name, str(source), status.st_size, status.st_mtime_ns)


def gather(sources: Sequence[Path]) -> Intake:
    """The files to read: those named, and the documents in the folders named, with manifest and corrections.

    A file's name in the tables is its path below the folder, or its own name. Raises ConversionError.
    """
    intake = Intake(sources)
    rows: list[ManifestRow] = []
    for source in sources:
        if source.is_dir():
            _count(intake, source)
            folder = source
        elif source.is_file():
            if suffix_of(source.name) not in SUFFIXES:
                kind, hint = other_format(source.name) or (
                    f"a {source.suffix or 'nameless'} file",
                    f"expected {' or '.join(SUFFIXES)}: save it as one of these",
                )
                raise ConversionError(source, f"is {kind}, which cannot be read", hint)
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


def _count(intake: Intake, folder: Path) -> None:
    """Count the files of a folder. Raises ConversionError when there are none."""
    before = intake.count
    for file in _walk(folder, "", folder.resolve()):
        if file.text:
            intake.count += 1
            intake.bytes += file.size
        elif file.name != "manifest.csv":
            intake.skipped_count += 1
            if len(intake.skipped) < _SKIPPED_KEPT:
                intake.skipped.append(Path(file.path))
    if intake.count == before:
        raise ConversionError(folder, "holds no documents", f"expected {' or '.join(SUFFIXES)} files")


def _walk(folder: Path, prefix: str, root: Path) -> Iterator[SourceFile]:
    """The files below a folder in the order of their texts' relative posix paths; `text` is empty for what is
    left aside: files that are no documents, links that lead out of the folder or nowhere, and links to
    folders, which are not followed.

    Documents of formats that are not read come with their fault, but for the pictures of a saved page, and so
    do folders that cannot be opened. Hidden files are left out, and the text that lies beside the file it was
    extracted from is no document of its own.
    """
    folder_name = Path(folder).name
    try:
        with os.scandir(folder) as entries:
            found = {entry.name: entry for entry in entries if not entry.name.startswith(".")}
    except OSError as error:
        if not prefix:
            raise
        yield _closed_folder(prefix, folder, error)
        return
    ordered = []
    for name, entry in found.items():
        if entry.is_dir(follow_symlinks=False):
            # With the slash, a folder comes where the paths below it belong.
            ordered.append((name + "/", name))
        elif received_name(name) not in found:
            ordered.append((_text_of(name), name))
    for key, name in sorted(ordered):
        entry = found[name]
        if key.endswith("/"):
            yield from _walk(Path(entry.path), prefix + key, root)
            continue
        file = _source_file(prefix + name, entry.path, *_measured(entry))
        is_left_aside = not _is_file(entry) or (
            entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(root)
        )
        other = None if is_of_saved_page(folder_name) else other_format(name)
        if is_left_aside or (suffix_of(name) not in SUFFIXES and other is None):
            yield file._replace(text="")
        elif other is not None:
            kind, hint = other
            yield file._replace(fault=file.fault or f"is {kind}, which cannot be read", hint=hint)
        else:
            yield file


def _measured(entry: os.DirEntry[str]) -> tuple[int, int]:
    """Size of a file and when it was changed; of one that cannot be reached, zeros: to read it fails, too."""
    try:
        status = entry.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it can be read like a file: no pipe, no device, no link to a folder or to nothing."""
    try:
        return entry.is_file()
    except OSError:
        return False  # a link that leads to itself, or to where one may not look


def _closed_folder(prefix: str, path: Path, error: OSError) -> SourceFile:
    """What stands for the files of a folder that cannot be opened."""
    reason, hint = f"is a folder that cannot be opened: {error.strerror}", "check its permissions"
    return SourceFile(prefix, prefix, str(path), 0, 0, reason, hint)


def _source_file(name: str, path: str, size: int, changed: int) -> SourceFile:
    text = _text_of(name)
    file = SourceFile(text, name, path, size, changed)
    if not Path(path).name.isprintable():
        return file._replace(fault="has a name that cannot be printed", hint="rename the file")
    excess = len(os.fsencode(text.rpartition("/")[2])) - _LONGEST_NAME
    if excess > 0:
        reason = f"has a name so long that the text beside it, NAME{text[len(name) :]}, can have none"
        return file._replace(fault=reason, hint=f"make its name shorter by {excess} bytes")
    return file


def _text_of(name: str) -> str:
    """What the tables call the text of a file."""
    return text_name(name) if has_extracted_text(name) else name


def _manifest_rows(folder: Path, source: Path) -> list[ManifestRow]:
    """The rows of the manifest in a folder, all of them or, where the source is one file, those of it."""
    path = folder / "manifest.csv"
    if not path.is_file():
        return []
    manifest = read_manifest(path)
    if source.is_file():
        return manifest.rows_for(source.name)

    def is_there(name: str) -> bool:
        known = suffix_of(name) in SUFFIXES or other_format(name) is not None
        return known and (folder / name).is_file()

    check_files(manifest, folder, is_there)
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
