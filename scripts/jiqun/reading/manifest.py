"""data/sources/manifest.csv: what a person says of the sources: where from, which rights, and what no rule
can read.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path

from jiqun.reading.source import ReadingError

BOUNDARIES = ("", "rule", "manual", "join")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestRow:
    """One document of a file, as a person describes it; every cell but `file` may be empty.

    `opening` is text that the document begins with, as printed, and locates it in a file that holds several;
    `boundary` says whether the rules find its beginning (`rule`), a person does (`manual`), or none is there
    (`join`).
    """

    file: str
    sha256: str = ""
    received_from: str = ""
    rights: str = ""
    opening: str = ""
    boundary: str = ""
    document_id: str = ""
    title: str = ""
    issuer: str = ""
    author: str = ""
    issuer_level: str = ""
    region_code: str = ""
    document_type: str = ""
    issued_on: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest, in order."""

    rows: tuple[ManifestRow, ...] = ()
    _by_file: dict[str, list[ManifestRow]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        for row in self.rows:
            self._by_file.setdefault(row.file, []).append(row)

    def rows_for(self, name: str) -> list[ManifestRow]:
        """Rows of the file that the tables call `name`."""
        return self._by_file.get(name, [])

    def files(self) -> list[str]:
        """Names of the files it speaks of, each once."""
        return list(self._by_file)


def read_manifest(path: Path) -> Manifest:
    """Read a manifest. Raises ReadingError with file and line where a cell is not as it must be."""
    known = [column.name for column in fields(ManifestRow)]
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            if reader.fieldnames is None:
                raise ReadingError(path, "has no header row", f"expected {', '.join(known)}")
            unknown = sorted(set(reader.fieldnames) - set(known))
            if unknown or "file" not in reader.fieldnames:
                raise ReadingError(
                    path, f"has columns {unknown or reader.fieldnames}", f"expected {', '.join(known)}"
                )
            return Manifest(tuple(_checked(path, reader.line_num, row) for row in reader))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReadingError(path, f"cannot be read as CSV in UTF-8: {error}") from None


def _checked(path: Path, number: int, row: dict[str | None, str | None]) -> ManifestRow:
    if None in row or any(value is None for value in row.values()):
        raise ReadingError(path, f"line {number} has not as many cells as the header")
    values = {
        str(key): (value or "").strip() if key != "opening" else value or "" for key, value in row.items()
    }
    if not values["file"] or values["file"].startswith("/") or ".." in Path(values["file"]).parts:
        raise ReadingError(
            path,
            f"line {number} names the file {values['file']!r}",
            "expected a path below the sources folder",
        )
    if values.get("boundary", "") not in BOUNDARIES:
        raise ReadingError(
            path, f"line {number} has boundary {values['boundary']!r}", f"expected one of {BOUNDARIES}"
        )
    if values.get("boundary") in ("manual", "join") and not values.get("opening", "").strip():
        raise ReadingError(
            path,
            f"line {number} has boundary {values['boundary']!r} but no opening",
            "expected the text that the document begins with",
        )
    return ManifestRow(**values)


def check_files(manifest: Manifest, folder: Path, is_there: Callable[[str], bool]) -> None:
    """Hold a manifest against the files that are there. Raises ReadingError for one that is not."""
    for name in manifest.files():
        if not is_there(name):
            raise ReadingError(
                folder / name, "is named by manifest.csv but is not there", "add the file or drop its rows"
            )


def check_hash(manifest: Manifest, name: str, path: Path, sha256: str) -> None:
    """Hold a file's hash against its rows in the manifest. Raises ReadingError where it is another."""
    for row in manifest.rows_for(name):
        if row.sha256 and row.sha256.lower() != sha256:
            raise ReadingError(
                path,
                f"has sha256 {sha256}, manifest.csv says {row.sha256}",
                "sources are never edited: restore the file, or receive it anew under a new name",
            )
