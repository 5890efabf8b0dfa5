"""Documents to tables: read, find documents, extract, correct, write aside, check, then replace.

The result is a package: `datapackage.json`, `data/*.csv`, `data/codes/*.csv`, `data/sources/` and, where
there are corrections, `data/curation/`. Where the sources already lie in the package's own `data/sources`,
as in the repository, only the derived files are written.
"""

import json
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jiqun import codes, curation, facts
from jiqun.checks import validate
from jiqun.curation import ConversionError, Curation, Tables
from jiqun.intake import Intake, file_hash, gather, is_same
from jiqun.package import (
    PACKAGE_NAME,
    SOURCES_FOLDER,
    Replacement,
    find_faults,
    in_order,
    make_descriptor,
    read_table,
    write_descriptor,
    write_table,
)
from jiqun.reading import Document, Manifest, ManifestRow, Source, find_documents, read_source
from jiqun.tables import CORRECTIONS, MANIFEST, TABLES, Row, Table

_DERIVED = tuple(table for table in TABLES if not table.is_code_list)
_CODE_LISTS = tuple(table for table in TABLES if table.is_code_list)


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a conversion made: the rows of each derived table, where they are, and the files it left aside."""

    output: Path
    tables: Mapping[str, Sequence[Row]]
    skipped: Sequence[Path]


def convert(sources: Sequence[Path], output: Path | None = None) -> Conversion:
    """Convert files and folders of documents into a data package.

    Without `output` there must be one source, the `data/sources` folder of a package, which is converted
    into that package. Raises ConversionError, ReadingError or OSError; the output is then as it was before.
    """
    # Load
    intake = gather(sources)
    target = _target(sources, output)
    in_place = len(sources) == 1 and is_same(sources[0], target / SOURCES_FOLDER)
    _refuse_foreign(target, intake, in_place)
    texts = _read(intake)
    corrections = None if intake.corrections is None else curation.read_corrections(intake.corrections)

    # Process
    tables = _extract(texts, intake.manifest)
    if corrections is not None:
        tables = _correct(corrections, tables, texts, intake)
    tables = {table.name: in_order(table, tables[table.name], tables["documents"]) for table in _DERIVED}
    faults = find_faults(tables, {table.name: _codes(table) for table in _CODE_LISTS})
    if faults:
        raise ConversionError(
            target, "the tables do not hold together: " + "; ".join(faults), "report it with the document"
        )

    # Save
    with Replacement(target) as aside:
        _write(aside.folder, tables, intake, texts, target / MANIFEST.path if in_place else None)
        _check(aside.folder, target)
        aside.commit(obsolete=set() if in_place else _obsolete(target, aside.folder))
    return Conversion(target, tables, intake.skipped)


# --- Load --------------------------------------------------------------------------------------------------


def _target(sources: Sequence[Path], output: Path | None) -> Path:
    """The package's folder. Raises ConversionError when it is not said or is no folder."""
    if output is None:
        folder = sources[0].resolve()
        if len(sources) > 1 or folder.parts[-2:] != tuple(SOURCES_FOLDER.split("/")):
            raise ConversionError(
                sources[0], "lies in no package's data/sources", "name a folder with --output DIR"
            )
        return folder.parents[1]
    if output.exists() and not output.is_dir():
        raise ConversionError(output, "is a file", "--output needs a folder")
    for source in sources:
        if source.is_dir() and output.resolve().is_relative_to(source.resolve()):
            raise ConversionError(
                output, f"lies inside the source {source}", "name another folder with --output"
            )
    return output


def _refuse_foreign(target: Path, intake: Intake, in_place: bool) -> None:
    """Refuse to write over a package of another making, or to put copies over the very files that are
    read."""
    descriptor = _read_descriptor(target)
    if descriptor is not None and descriptor.get("name") != PACKAGE_NAME:
        raise ConversionError(
            target / "datapackage.json",
            "belongs to another data package",
            "name another folder with --output",
        )
    inside = target.resolve()
    for path in intake.files.values():
        if not in_place and path.resolve().is_relative_to(inside / "data"):
            hint = f"convert {target / SOURCES_FOLDER} as a whole, or name another folder"
            raise ConversionError(path, "lies inside the output folder", hint)


def _read_descriptor(folder: Path) -> dict[str, Any] | None:
    """The descriptor that lies in a folder, {} when it is none, None when there is no such file."""
    path = folder / "datapackage.json"
    if not path.is_file():
        return None
    try:
        content = json.loads(path.read_text("utf-8"))
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _read(intake: Intake) -> dict[str, Source]:
    return {name: read_source(path, name) for name, path in intake.files.items()}


# --- Process -----------------------------------------------------------------------------------------------


def _extract(texts: Mapping[str, Source], manifest: Manifest) -> Tables:
    """The rows of all documents, in no particular order."""
    tables: Tables = {table.name: [] for table in _DERIVED}
    seen: dict[str, str] = {}
    for number, (name, source) in enumerate(texts.items(), 1):
        _show_progress(f"{number}/{len(texts)} {name}")
        for document in find_documents(source, manifest):
            for table, rows in _facts(document).items():
                tables[table] += rows
        for row in tables["documents"][len(seen) :]:
            if row.document_id in seen:
                hint = "the same text twice? drop one, or give each a document_id in manifest.csv"
                raise ConversionError(
                    name, f"holds {row.document_id}, which {seen[row.document_id]} holds too", hint
                )
            seen[row.document_id] = name
    _show_progress("")
    return tables


def _facts(document: Document) -> Mapping[str, Sequence[Row]]:
    """The rows of one document. A fault of the rules must not look like a fault of the user."""
    try:
        return facts.extract(document)
    except Exception as error:
        raise ConversionError(
            document.source.name,
            f"extraction failed in the document at {document.start}-{document.end}: "
            f"{type(error).__name__}: {error}",
            "a fault of the rules: report it with the document",
        ) from error


def _correct(corrections: Curation, tables: Tables, texts: Mapping[str, Source], intake: Intake) -> Tables:
    if not intake.is_whole:
        present = {document.document_id for document in tables["documents"]}
        kept = tuple(row for row in corrections.corrections if row.document_id in present)
        corrections = replace(corrections, corrections=kept)
    return curation.apply(corrections, tables, {source.name: source.text for source in texts.values()})


def _codes(table: Table) -> set[str]:
    return {row[table.primary_key] for row in codes.read(table.name)}


def _show_progress(message: str) -> None:
    """One line on a terminal that the next message overwrites; the empty message wipes it."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        print(f"\r\x1b[K{message[:width]}", end="", file=sys.stderr, flush=True)


# --- Save --------------------------------------------------------------------------------------------------


def _write(
    folder: Path, tables: Tables, intake: Intake, texts: Mapping[str, Source], manifest: Path | None
) -> None:
    """Write the whole package, what it received included, into an empty folder.

    `manifest` is the package's own one, where the conversion is in place.
    """
    for table in _DERIVED:
        write_table(table, tables[table.name], folder)
    for table in _CODE_LISTS:
        _copy(codes.folder() / f"{table.name}.csv", folder / table.path)
    for name, path in intake.files.items():
        _copy(path, folder / SOURCES_FOLDER / name)
    for source in texts.values():
        if source.received_as:
            (folder / SOURCES_FOLDER / source.name).write_bytes(source.text.encode("utf-8"))
    if manifest is not None and manifest.is_file():
        _check_columns(MANIFEST, manifest)
        _copy(manifest, folder / MANIFEST.path)
    else:
        write_table(MANIFEST, _entries(intake, texts), folder)
    if intake.corrections is not None:
        _copy(intake.corrections, folder / CORRECTIONS.path)
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    received_from = {row.file: row.received_from for row in intake.manifest.rows if row.received_from}
    descriptor = make_descriptor(files, tables["documents"], received_from)
    write_descriptor(descriptor, folder / "datapackage.json")


def _entries(intake: Intake, texts: Mapping[str, Source]) -> list[Row]:
    """The manifest as used: the rows there were, and a row for each file that had none, all with their
    hash."""
    entries: list[Row] = []
    for name, source in texts.items():
        for row in intake.manifest.rows_for(name) or [ManifestRow(file=name)]:
            cells = {field.name: field.read(getattr(row, field.name)) for field in MANIFEST.fields}
            entries.append(MANIFEST.row(**{**cells, "sha256": source.sha256}))
    return entries


def _check_columns(table: Table, path: Path) -> None:
    try:
        read_table(table, path)
    except ValueError as error:
        raise ConversionError(path, f"is not as a package publishes it: {error}", "mend the file") from None


def _copy(source: Path, destination: Path) -> None:
    destination.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, destination)


def _check(folder: Path, target: Path) -> None:
    """Judge the finished package as anybody would. Raises ConversionError with the first problems found."""
    errors = validate(folder / "datapackage.json").errors
    if errors:
        first = "; ".join(
            f"{problem.resource} row {problem.row_number}: {problem.message}" for problem in errors[:3]
        )
        raise ConversionError(
            target,
            f"the package made would have {len(errors)} errors: {first}",
            "report it with the documents",
        )


def _obsolete(target: Path, new: Path) -> set[str]:
    """Files of the older package at `target` that the new one lacks and that nobody has changed since."""
    obsolete = set()
    for resource in (_read_descriptor(target) or {}).get("resources", []):
        name = str(resource.get("path", ""))
        place = target / name
        if (
            not (new / name).exists()
            and place.resolve().is_relative_to(target.resolve())
            and place.is_file()
            and resource.get("hash") == f"sha256:{file_hash(place)}"
        ):
            obsolete.add(name)
    return obsolete


# --- Summary -----------------------------------------------------------------------------------------------


def summary(conversion: Conversion) -> str:
    """Rows per document and table, the ledger of numerals, and where the package is."""
    names = [table.name for table in _DERIVED if table.name != "documents"]
    counts = {name: Counter(row.document_id for row in _rows(conversion, name)) for name in names}
    documents = [row.document_id for row in _rows(conversion, "documents")]
    table = [["document", *names]]
    table += [[document, *(str(counts[name][document]) for name in names)] for document in documents]
    table.append([f"all {len(documents)}", *(str(counts[name].total()) for name in names)])
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in table
    ]
    mentions = _rows(conversion, "mentions")
    unresolved = sum(mention.reason == "unresolved" for mention in mentions)
    lines.append(f"{len(mentions)} numerals, of which {unresolved} unresolved")
    lines.append(f"written to {conversion.output}")
    return "\n".join(lines)


def _rows(conversion: Conversion, name: str) -> Sequence[Any]:
    return conversion.tables[name]
