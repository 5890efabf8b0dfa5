"""What a conversion reads: the source files by name, the manifest, and where the corrections are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from jiqun.curation import ConversionError
from jiqun.reading import Manifest, ManifestRow, read_manifest
from jiqun.reading.formats.names import SUFFIXES, received_name, suffix_of
from jiqun.reading.manifest import check_files


@dataclass(slots=True)
class Intake:
    """What a conversion reads: source files by the names the tables call them, and what people say of
    them."""

    files: dict[str, Path] = field(default_factory=dict)
    manifest: Manifest = field(default_factory=Manifest)
    corrections: Path | None = None
    skipped: list[Path] = field(default_factory=list)
    # Whether the files are all of a folder, so that what its manifest and corrections name must be there.
    is_whole: bool = True


def gather(sources: Sequence[Path]) -> Intake:
    """The files to read: those named, and the documents in the folders named, with manifest and corrections.

    A file's name in the tables is its path below the folder, or its own name. Raises ConversionError.
    """
    intake = Intake()
    rows: list[ManifestRow] = []
    for source in sources:
        if source.is_dir():
            found = _documents(source, intake.skipped)
            if not found:
                raise ConversionError(source, "holds no documents", f"expected {' or '.join(SUFFIXES)} files")
            folder = source
        elif source.is_file():
            if suffix_of(source.name) not in SUFFIXES:
                hint = f"expected {' or '.join(SUFFIXES)}: save it as one of these"
                raise ConversionError(
                    source, f"is a {source.suffix or 'nameless'} file, which cannot be read", hint
                )
            found, folder, intake.is_whole = {source.name: source}, source.parent, False
        else:
            raise ConversionError(source, "no such file or folder", "check the path")
        for name, path in found.items():
            if not name.isprintable():
                raise ConversionError(
                    ascii(str(path)), "has a name that cannot be printed", "rename the file"
                )
            if name in intake.files and not is_same(intake.files[name], path):
                hint = "convert the folder that holds both, so that their paths differ"
                raise ConversionError(path, f"has the same name as {intake.files[name]}", hint)
            intake.files[name] = path
        rows += _manifest_rows(folder, found, source.is_dir())
        beside = folder.parent / "curation" / "corrections.csv"
        if folder.name == "sources" and beside.is_file():
            if intake.corrections not in (None, beside):
                raise ConversionError(beside, f"is a second file of corrections beside {intake.corrections}")
            intake.corrections = beside
    _refuse_two_texts(intake.files)
    intake.files = dict(sorted(intake.files.items()))
    intake.manifest = Manifest(tuple(dict.fromkeys(rows)))
    return intake


def _refuse_two_texts(files: Mapping[str, Path]) -> None:
    """Refuse a text of the name that the text of another file will have; inside one folder that is this
    text."""
    for name in files:
        received = received_name(name)
        if received is not None and received in files:
            hint = "rename it, or convert only one of the two"
            raise ConversionError(files[name], f"has the name that the text of {files[received]} gets", hint)


def _documents(folder: Path, skipped: list[Path]) -> dict[str, Path]:
    """Documents below a folder by their relative posix path; other files go to `skipped`, hidden ones
    nowhere.

    A text that lies beside the file it was extracted from is no document of its own. A link that leads out of
    the folder is not followed.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if not path.is_file() or any(part.startswith(".") for part in name.parts):
            continue
        if suffix_of(path.name) in SUFFIXES and not _leads_out(path, folder):
            found[name.as_posix()] = path
        elif name != Path("manifest.csv"):
            skipped.append(path)
    return {name: path for name, path in found.items() if received_name(name) not in found}


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a path below a folder is a link, or lies behind one, to a place outside of it."""
    return not path.resolve().is_relative_to(folder.resolve())


def _manifest_rows(folder: Path, files: Mapping[str, Path], is_whole: bool) -> list[ManifestRow]:
    path = folder / "manifest.csv"
    if not path.is_file():
        return []
    manifest = read_manifest(path)
    if not is_whole:
        manifest = Manifest(tuple(row for row in manifest.rows if row.file in files))
    check_files(manifest, folder, {name: file_hash(file) for name, file in files.items()})
    return list(manifest.rows)


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes, as hexadecimal digits."""
    return sha256(path.read_bytes()).hexdigest()


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same place."""
    return one.resolve() == other.resolve()
