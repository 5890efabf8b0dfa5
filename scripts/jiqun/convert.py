"""Documents to tables: one way for five documents and for a hundred thousand.

    files -> batches -> shards -> tables -> check -> replace

The files are taken in order of their names, in batches; each batch becomes a shard, a folder with its piece
of every table, judged (`jiqun.batch`), here or in other processes (`jiqun.engines`); the pieces are put one
behind the other (`jiqun.merge`); the finished package takes the place of the older one. Everything lies aside
until then, and a run that was interrupted goes on from the shards it left.

The result is a package: `datapackage.json`, `data/*.csv`, `data/codes/*.csv`, `data/sources/` and, where
there are corrections, `data/curation/`. Where the sources already lie in the package's own `data/sources`,
as in the repository, only the derived files are written.
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from jiqun import codes, curation
from jiqun.curation import ConversionError, Curation
from jiqun.engines import Dask, Engine, InProcess, Processes
from jiqun.intake import Intake, file_hash, gather, is_same
from jiqun.merge import Merged, Part, merge
from jiqun.package import (
    PACKAGE_NAME,
    SOURCES_FOLDER,
    FileFacts,
    Replacement,
    facts_of,
    iter_table,
    make_descriptor,
    own_header,
    read_table,
    write_descriptor,
    write_part,
)
from jiqun.progress import Progress
from jiqun.shards import CODE_LISTS, DERIVED, Batch, Outcome, batches, finished
from jiqun.tables import CORRECTIONS, ERRORS, MANIFEST, TABLES_BY_NAME, Table, references

# From so many source files on a package is large: it has its tables as Parquet, too, and its descriptor
# leaves the list of sources to the manifest.
LARGE = 1000
_DERIVED = {table.name for table in DERIVED}


@dataclass(frozen=True, slots=True)
class Options:
    """How a conversion is run; none of this changes what comes out.

    `engine` is `processes`, or `dask` with the address of its scheduler or, without one, a local cluster.
    """

    workers: int = 1
    resume: bool = False
    engine: str = "processes"
    scheduler: str | None = None

    def open_engine(self) -> Engine:
        """The engine, not yet entered. Raises ConversionError where it cannot be had."""
        if self.engine == "dask":
            return Dask(self.scheduler, self.workers)
        return Processes(self.workers) if self.workers > 1 else InProcess()


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a conversion made: where, what is in it, and how many files it left aside, with the first of
    them."""

    output: Path
    merged: Merged
    skipped: Sequence[Path] = ()
    skipped_count: int = 0
    in_place: bool = False


@dataclass(slots=True)
class _Job:
    """What is converted, into what; `strict` where one file that fails ends it."""

    intake: Intake
    target: Path
    in_place: bool
    corrections: Curation | None
    basis: str = field(default_factory=str)

    @property
    def has_own_tables(self) -> bool:
        """Whether there are tables that people wrote."""
        return self.intake.corrections is not None or bool(self.intake.manifest.rows)

    def batches(self, shards: Path) -> Iterator[Batch]:
        """All batches, in order, from a new walk of the folders."""
        return batches(self.intake.files(), self.intake.manifest, self.corrections, shards, self.basis)


def convert(
    sources: Sequence[Path], output: Path | None = None, options: Options | None = None
) -> Conversion:
    """Convert files and folders of documents into a data package.

    Without `output` there must be one source, the `data/sources` folder of a package, which is converted
    into that package; then a file that cannot be converted ends the conversion. Elsewhere such a file is
    left out and named in `data/errors.csv`. Raises ConversionError, ReadingError or OSError; the output is
    then as it was before.
    """
    options = options or Options()
    # Load
    intake = gather(sources)
    target = _target(sources, output)
    in_place = len(sources) == 1 and is_same(sources[0], target / SOURCES_FOLDER)
    _refuse_foreign(target, intake, in_place)
    corrections = None if intake.corrections is None else curation.read_corrections(intake.corrections)
    job = _Job(intake, target, in_place, corrections, _basis(intake))

    try:
        merged = _run(job, options)
    except OSError as error:
        if error.filename is None and error.errno is not None:
            raise type(error)(error.errno, error.strerror, str(target)) from error
        raise
    return Conversion(target, merged, intake.skipped, intake.skipped_count, in_place)


def _run(job: _Job, options: Options) -> Merged:
    """The conversion from the first batch to the finished package in its place."""
    intake, target = job.intake, job.target
    with Replacement(target, resume=options.resume) as aside, options.open_engine() as engine:
        # Process
        shards = aside.work / "shards"
        progress = Progress(intake.count, intake.bytes)
        aside.keep = True
        _convert(job, shards, engine, progress)
        progress.say("putting the tables together")
        merged = _merge(job, shards, aside.folder, aside.work)
        # Save
        _write(job, aside.folder, merged, engine)
        progress.say("checking the package")
        _check(job, aside.folder, is_large=merged.files >= LARGE)
        progress.say("")
        aside.commit(obsolete=set() if job.in_place else _obsolete(target, aside.folder))
    return merged


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
    for source in intake.sources:
        if not in_place and source.resolve().is_relative_to(inside / "data"):
            hint = f"convert {target / SOURCES_FOLDER} as a whole, or name another folder"
            raise ConversionError(source, "lies inside the output folder", hint)


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


def _basis(intake: Intake) -> str:
    """What stands for all that the shards depend on besides files and manifest: the program, its code lists
    and vocabularies, and the corrections."""
    digest = sha256()
    program = Path(__file__).parent
    for path in sorted([*program.rglob("*.py"), *program.rglob("*.csv"), *codes.folder().glob("*.csv")]):
        digest.update(f"{path.name} {file_hash(path)}\n".encode())
    if intake.corrections is not None:
        digest.update(file_hash(intake.corrections).encode())
    return digest.hexdigest()


# --- Process -----------------------------------------------------------------------------------------------


def _convert(job: _Job, shards: Path, engine: Engine, progress: Progress) -> None:
    """Make the shards that are not there yet. Raises ConversionError where a file fails that must not."""

    def missing() -> Iterator[Batch]:
        for batch in job.batches(shards):
            outcome = finished(batch)
            if outcome is None:
                batch.shard.parent.mkdir(parents=True, exist_ok=True)
                yield batch
            else:
                note(outcome, old=True)

    def note(outcome: Outcome, old: bool = False) -> None:
        if job.in_place and outcome.failures:
            failure = outcome.failures[0]
            path = job.intake.sources[0] / failure.file
            raise ConversionError(path, failure.reason, failure.hint or "")
        progress.add(outcome.files, outcome.bytes, outcome.characters, old=old)

    for outcome in engine.run(convert_batch, missing()):
        note(outcome)


def convert_batch(batch: Batch) -> Outcome:
    """See jiqun.batch, whose vocabularies take a while to load: only the process that converts needs them."""
    from jiqun.batch import convert_batch as convert_here

    return convert_here(batch)


def _merge(job: _Job, shards: Path, folder: Path, work: Path) -> Merged:
    """Put the shards together. Raises ConversionError where nothing is left, or a correction fits nothing."""
    corrections = job.corrections.corrections if job.corrections else ()
    wanted = {correction.document_id for _, correction in corrections}
    merged = merge(job.batches(shards), folder, work, wanted)
    failure = merged.first_failure
    if failure is not None and (job.in_place or not merged.files):
        others = f"; none of {merged.failures} files could be converted" if merged.failures > 1 else ""
        raise ConversionError(_path_of(job.intake, failure.file), failure.reason + others, failure.hint or "")
    if job.intake.is_whole:
        for number, correction in corrections:
            if correction.document_id not in merged.corrected:
                assert job.corrections is not None
                raise job.corrections.refuse(number, correction, "is stale: there is no such document")
    return merged


def _path_of(intake: Intake, name: str) -> str:
    """The path of a file, as far as one source says it."""
    source = intake.sources[0]
    return str(source / name if source.is_dir() else source) if len(intake.sources) == 1 else name


# --- Save --------------------------------------------------------------------------------------------------


def _write(job: _Job, folder: Path, merged: Merged, engine: Engine) -> None:
    """Complete the package in its folder: code lists, manifest, corrections, Parquet and descriptor."""
    for table in CODE_LISTS:
        _copy(codes.folder() / f"{table.name}.csv", folder / table.path)
    own = job.target / MANIFEST.path
    if job.in_place and own.is_file():
        _check_columns(MANIFEST, own)
        _copy(own, folder / MANIFEST.path)
    if job.intake.corrections is not None:
        _copy(job.intake.corrections, folder / CORRECTIONS.path)
    is_large = merged.files >= LARGE
    known: dict[str, FileFacts] = dict(merged.written)
    if job.in_place:
        known.pop(MANIFEST.path)
    if is_large:
        known |= engine.run(_write_part, ((part, folder) for part in merged.parts if part.table in _DERIVED))
    received_from = {row.file: row.received_from for row in job.intake.manifest.rows if row.received_from}
    documents: Any = []
    if not is_large:
        documents = read_table(TABLES_BY_NAME["documents"], folder / TABLES_BY_NAME["documents"].path)
    descriptor = make_descriptor(_described(folder, known, is_large), documents, received_from)
    descriptor |= own_header(job.target / "datapackage.json")
    write_descriptor(descriptor, folder / "datapackage.json")


def _described(folder: Path, known: Mapping[str, FileFacts], is_large: bool) -> dict[str, Path | FileFacts]:
    """The files that the descriptor lists, by their paths in the package; of some the size and hash are
    known."""
    sources = folder / SOURCES_FOLDER
    names = [MANIFEST.path, CORRECTIONS.path, ERRORS.path, *(table.path for table in TABLES_BY_NAME.values())]
    names += known
    if not is_large:
        names += [path.relative_to(folder).as_posix() for path in sources.rglob("*") if path.is_file()]
    return {name: known.get(name, folder / name) for name in names if (folder / name).is_file()}


def _write_part(task: tuple[Part, Path]) -> tuple[str, FileFacts]:
    """The Parquet file of a part, and what is to be known of it."""
    part, folder = task
    table = TABLES_BY_NAME[part.table]
    name = write_part(table, folder, part.number, part.start, part.end)
    return name, facts_of(folder / name)


def _check_columns(table: Table, path: Path) -> None:
    try:
        read_table(table, path)
    except ValueError as error:
        raise ConversionError(path, f"is not as a package publishes it: {error}", "mend the file") from None


def _copy(source: Path, destination: Path) -> None:
    destination.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, destination)


def _check(job: _Job, folder: Path, is_large: bool) -> None:
    """Judge the finished package as anybody would; of a large one, whose rows were all judged where they were
    made, only the tables that people wrote. Raises ConversionError with the first problems found."""
    descriptor = folder / "datapackage.json"
    if not is_large:
        _judge(job, descriptor)
    elif job.has_own_tables:
        part = folder / "datapackage.part.json"
        content = json.loads(descriptor.read_text("utf-8"))
        wanted = _with_references(MANIFEST, CORRECTIONS)
        content["resources"] = [item for item in content["resources"] if item["name"] in wanted]
        write_descriptor(content, part)
        _judge(job, part)
        part.unlink()


def _with_references(*tables: Table) -> set[str]:
    """The names of some tables and of all that they refer to."""
    names: set[str] = set()
    waiting = list(tables)
    while waiting:
        table = waiting.pop()
        if table.name not in names:
            names.add(table.name)
            waiting += [TABLES_BY_NAME[other] for _, other, _ in references(table)]
    return names


def _judge(job: _Job, descriptor: Path) -> None:
    # Loaded here: it takes a second, and a process that leads others through a large package needs it not.
    from jiqun.checks import validate

    errors = validate(descriptor, document_checks=False).errors
    if errors:
        first = "; ".join(
            f"{problem.resource} row {problem.row_number}: {problem.message}" for problem in errors[:3]
        )
        raise ConversionError(
            job.target,
            f"the package made would have {len(errors)} errors: {first}",
            "report it with the documents",
        )


def _obsolete(target: Path, new: Path) -> Iterator[str]:
    """Files of the older package at `target` that the new one lacks and that nobody has changed since."""
    for name, expected in _files_of(target):
        place = target / name
        if (
            not (new / name).exists()
            and ".." not in Path(name).parts
            and place.resolve().is_relative_to(target.resolve())
            and place.is_file()
            and expected == file_hash(place)
        ):
            yield name


def _files_of(target: Path) -> Iterator[tuple[str, str]]:
    """The files of an older package and their hashes, as its descriptor and its manifest say."""
    listed = set()
    resources = (_read_descriptor(target) or {}).get("resources")
    for resource in resources if isinstance(resources, list) else []:
        if isinstance(resource, dict):
            name = str(resource.get("path", ""))
            listed.add(name)
            yield name, str(resource.get("hash")).removeprefix("sha256:")
    if MANIFEST.path in listed:
        entries: Iterator[Any] = iter_table(MANIFEST, target / MANIFEST.path)
        try:
            for entry in entries:
                name = f"{SOURCES_FOLDER}/{entry.file}"
                if name not in listed:
                    yield name, entry.sha256 or ""
        except (OSError, ValueError):
            return


# --- Summary -----------------------------------------------------------------------------------------------


def summary(conversion: Conversion) -> str:
    """Rows per document and table, the ledger of numerals, what failed, and where the package is.

    Of many documents only the sums.
    """
    merged = conversion.merged
    names = [table.name for table in DERIVED if table.name != "documents"]
    by_document: Mapping[str, Mapping[str, int]] = (
        merged.by_document if len(merged.by_document) == merged.documents else {}
    )
    table = [["document", *names]]
    for document, counts in by_document.items():
        table.append([document, *(str(counts.get(name, 0)) for name in names)])
    table.append([f"all {merged.documents}", *(str(merged.rows[name]) for name in names)])
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in table
    ]
    lines.append(f"{merged.rows['mentions']} numerals, of which {merged.rows['unresolved']} unresolved")
    lines.append(f"written to {conversion.output}")
    return "\n".join(lines)


def warnings(conversion: Conversion) -> Iterator[str]:
    """What was left out, and where to read why."""
    for path in conversion.skipped:
        yield f"{path}: left aside: no document, or a link that is not followed"
    more = conversion.skipped_count - len(conversion.skipped)
    if more:
        yield f"{more} more files left aside"
    merged = conversion.merged
    path = conversion.output / ERRORS.path
    for count, what, first in (
        (merged.failures, "could not be converted", merged.first_failure),
        (merged.incomplete, "were converted in part", merged.first_note),
    ):
        if first is not None:
            yield f"{count} of the files {what}, see {path}: {first.file} {first.reason}"
