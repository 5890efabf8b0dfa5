"""Many documents: the same bytes however they are converted, interrupted and resumed; and a package of its
own shape where there are very many."""

import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

import dying
import jiqun.batch
import jiqun.checks
import jiqun.convert
import jiqun.merge
import jiqun.shards
import sample_rows
from jiqun import WORK
from jiqun.batch import convert_batch
from jiqun.checks import Report
from jiqun.cli import main
from jiqun.convert import Options, convert
from jiqun.curation import ConversionError
from jiqun.engines import Processes, WorkerDiedError
from jiqun.package import Replacement, read_table
from jiqun.progress import Progress
from jiqun.reading import ManifestRow
from jiqun.shards import Batch, Outcome
from jiqun.tables import CORRECTIONS, ERRORS, MANIFEST, TABLES, TABLES_BY_NAME

validate_in_full = jiqun.checks.validate
DERIVED = [table for table in TABLES if not table.is_code_list]


def text_of(number: int) -> str:
    return f"青石县第{number}号通知\n到201{number % 10}年，全县工业总产值达到{number + 50}亿元。\n"


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Nine files in three folders, one of which cannot be read, to be converted two at a time."""
    folder = tmp_path / "in"
    for number in range(9):
        path = folder / str(number // 3) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(number), encoding="utf-8")
    (folder / "1" / "4.txt").write_bytes(b"")
    return folder


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files a batch; and the finished package is judged only where a test says so."""
    monkeypatch.setattr(jiqun.shards, "_FILES", 2)
    monkeypatch.setattr(jiqun.checks, "validate", lambda path, **_: Report(path=str(path)))


@pytest.fixture
def expected(sources: Path, tmp_path: Path) -> dict[str, bytes]:
    """The package as one process makes it without interruption."""
    convert([sources], tmp_path / "expected")
    return files_of(tmp_path / "expected")


# --- Order -------------------------------------------------------------------------------------------------


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = ["a-b/x.txt", "a.txt", "a/x.txt", "a/y/z.txt", "a/y.txt", "a0.txt", "b.txt", "乙.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("一")
    found = [file.name for file in jiqun.convert.gather([tmp_path]).files()]
    assert found == sorted(names)


# --- Workers -----------------------------------------------------------------------------------------------


def test_several_processes_give_the_same_bytes(
    sources: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    convert([sources], tmp_path / "out", Options(workers=2))
    assert files_of(tmp_path / "out") == expected


def test_a_dask_cluster_gives_the_same_bytes_though_a_worker_dies(
    sources: Path, tmp_path: Path, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker is killed as soon as the first batch is done; the others do its work."""
    distributed = pytest.importorskip("distributed")
    killed: list[int] = []
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        workers = list(client.run(os.getpid).values())

        class Killing(Progress):
            def add(self, files: int, size: int, characters: int, *, old: bool = False) -> None:
                if not killed:
                    killed.append(workers[0])
                    os.kill(killed[0], signal.SIGKILL)

        monkeypatch.setattr(jiqun.convert, "Progress", Killing)
        options = Options(engine="dask", scheduler=cluster.scheduler_address)
        convert([sources], tmp_path / "out", options)
    assert killed
    assert files_of(tmp_path / "out") == expected


def test_a_scheduler_needs_its_engine(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["convert", "in", "--output", "out", "--scheduler", "tcp://10.0.0.1:8786"])
    assert "--engine dask" in capsys.readouterr().err


# --- Interruption ------------------------------------------------------------------------------------------


class Interrupted:
    """An engine's function that stops after so many batches, and counts them."""

    def __init__(self, after: int, error: type[BaseException] = KeyboardInterrupt) -> None:
        self.after, self.error = after, error
        self.done: list[int] = []

    def __call__(self, batch: Batch) -> Outcome:
        if len(self.done) == self.after:
            raise self.error
        self.done.append(batch.number)
        return convert_batch(batch)


@pytest.fixture
def interrupt(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Interrupted]:
    def make(after: int, error: type[BaseException] = KeyboardInterrupt) -> Interrupted:
        made = Interrupted(after, error)
        monkeypatch.setattr(jiqun.convert, "convert_batch", made)
        return made

    return make


@pytest.mark.usefixtures("plain_extraction")
@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_what_was_interrupted_goes_on(
    sources: Path,
    tmp_path: Path,
    expected: dict[str, bytes],
    interrupt: Callable[..., Interrupted],
    error: type[BaseException],
) -> None:
    out = tmp_path / "out"
    interrupt(3, error)
    with pytest.raises(error):
        convert([sources], out)
    assert [path.name for path in out.iterdir()] == [WORK]
    rest = interrupt(-1)
    convert([sources], out, Options(resume=True))
    assert rest.done == [3, 4]
    assert files_of(out) == expected


@pytest.mark.usefixtures("plain_extraction")
def test_only_what_still_holds_is_taken_over(
    sources: Path, tmp_path: Path, interrupt: Callable[..., Interrupted], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was changed meanwhile is converted anew, and so is all when the program was."""
    out = tmp_path / "out"
    interrupt(4)
    with pytest.raises(KeyboardInterrupt):
        convert([sources], out)
    (sources / "0" / "1.txt").write_text(text_of(99), encoding="utf-8")
    rest = interrupt(1)
    with pytest.raises(KeyboardInterrupt):
        convert([sources], out, Options(resume=True))
    assert rest.done == [0]
    monkeypatch.setattr(jiqun.convert, "_basis", lambda intake: "another program")
    rest = interrupt(-1)
    convert([sources], out, Options(resume=True))
    assert rest.done == [0, 1, 2, 3, 4]
    convert([sources], tmp_path / "again")
    assert files_of(out) == files_of(tmp_path / "again")


@pytest.mark.usefixtures("plain_extraction")
def test_without_resume_all_begins_anew(
    sources: Path, tmp_path: Path, interrupt: Callable[..., Interrupted]
) -> None:
    interrupt(3)
    with pytest.raises(KeyboardInterrupt):
        convert([sources], tmp_path / "out")
    assert interrupt(-1).done == []
    rest = interrupt(-1)
    convert([sources], tmp_path / "out")
    assert rest.done == [0, 1, 2, 3, 4]


@pytest.mark.usefixtures("plain_extraction")
def test_files_that_change_meanwhile(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = jiqun.convert.merge

    def late(*arguments: Any) -> Any:
        (sources / "0" / "00.txt").write_text(text_of(77), encoding="utf-8")
        return plain(*arguments)

    monkeypatch.setattr(jiqun.convert, "merge", late)
    with pytest.raises(ConversionError, match="during the conversion"):
        convert([sources], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("plain_extraction")
def test_two_conversions_do_not_meet(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    with Replacement(out) as other:
        (other.folder / "mine").write_text("kept")
        assert main(["convert", str(sources), "--output", str(out)]) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert "another conversion is writing" in line
        assert (other.folder / "mine").read_text() == "kept"


# --- One document in two files -----------------------------------------------------------------------------


@pytest.mark.usefixtures("plain_extraction")
def test_a_document_is_kept_where_it_comes_first(sources: Path, tmp_path: Path) -> None:
    """Whether the two files are of one batch (0/2a) or of two (2/9)."""
    for name in ("0/0a.txt", "2/9.txt"):
        (sources / name).write_text(text_of(0), encoding="utf-8")
    conversion = convert([sources], tmp_path / "out")
    rows: Sequence[Any] = read_table(ERRORS, tmp_path / "out" / ERRORS.path)
    assert [row.file for row in rows] == ["0/0a.txt", "1/4.txt", "2/9.txt"]
    assert all("which 0/0.txt holds too" in rows[place].reason for place in (0, 2))
    documents: Sequence[Any] = read_table(TABLES_BY_NAME["documents"], tmp_path / "out/data/documents.csv")
    assert len(documents) == conversion.merged.documents == 8
    for table in DERIVED:
        held = {getattr(row, "document_id") for row in read_table(table, tmp_path / "out" / table.path)}  # noqa: B009
        assert held <= {document.document_id for document in documents}
    assert not (tmp_path / "out/data/sources/2/9.txt").exists()


@pytest.mark.usefixtures("plain_extraction")
def test_a_correction_of_no_document_is_stale(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text(text_of(1), encoding="utf-8")
    row = {"table": "targets", "action": "remove", "document_id": "doc-0", "reason": "x", "source": "y"}
    cells = ",".join(row.get(name, "") for name in CORRECTIONS.column_names)
    (tmp_path / "curation").mkdir()
    header = ",".join(CORRECTIONS.column_names)
    (tmp_path / "curation" / "corrections.csv").write_text(f"{header}\n{cells}\n", encoding="utf-8")
    with pytest.raises(ConversionError, match=r"correction 1 .* there is no such document"):
        convert([folder], tmp_path / "out")


def write_manifest(sources: Path, *rows: dict[str, str]) -> None:
    lines = [MANIFEST.column_names, *([row.get(name, "") for name in MANIFEST.column_names] for row in rows)]
    text = "".join(",".join(cells) + "\n" for cells in lines)
    (sources / "manifest.csv").write_text(text, encoding="utf-8")


def rows_by_document(out: Path) -> dict[str, dict[str, list[Any]]]:
    """The rows of each document, by table; every id of a row begins with that of its document."""
    found: dict[str, dict[str, list[Any]]] = {}
    for table in DERIVED:
        rows: Sequence[Any] = read_table(table, out / table.path)
        for row in rows:
            found.setdefault(row.document_id, {}).setdefault(table.name, []).append(row)
            key = getattr(row, table.primary_key)
            assert key == row.document_id or key.startswith(row.document_id + "-")
    return found


@pytest.fixture
def collide(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the documents of some files have one id, as two hashes that begin alike would."""

    def make(*names: str) -> None:
        extract = sample_rows.extract

        def colliding(document: Any) -> Any:
            facts = document.facts or ManifestRow(file="x")
            is_one = document.source.name in names and not facts.document_id
            return extract(
                replace(document, facts=replace(facts, document_id="doc-1")) if is_one else document
            )

        monkeypatch.setattr(sample_rows, "extract", colliding)
        monkeypatch.setattr(jiqun.batch, "facts", sample_rows)

    return make


@pytest.mark.parametrize("names", [("0/0.txt", "0/1.txt"), ("0/0.txt", "2/8.txt")])
def test_two_texts_of_one_id_are_both_kept(
    sources: Path,
    tmp_path: Path,
    collide: Callable[..., None],
    names: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whether they are of one batch or of two: the second has an id of its own, and so have its rows."""
    collide(*names)
    conversion = convert([sources], tmp_path / "out")
    monkeypatch.setattr(jiqun.checks, "validate", validate_in_full)
    assert jiqun.checks.validate(tmp_path / "out" / "datapackage.json").errors == []
    errors: Sequence[Any] = read_table(ERRORS, tmp_path / "out" / ERRORS.path)
    assert [row.file for row in errors] == ["1/4.txt"]
    found = rows_by_document(tmp_path / "out")
    assert len(found) == conversion.merged.documents == 8
    of_file = {tables["documents"][0].source_file: name for name, tables in found.items()}
    assert of_file[names[0]] == "doc-1"
    assert re.fullmatch("doc-1-[0-9a-f]{8}", of_file[names[1]])
    for name in names:
        (target,) = found[of_file[name]]["targets"]
        number = int(name[2])
        assert target.value == (number + 50) * 100_000_000
        assert target.mention_id in {mention.mention_id for mention in found[of_file[name]]["mentions"]}


def test_the_other_id_does_not_depend_on_other_files(
    sources: Path, tmp_path: Path, collide: Callable[..., None]
) -> None:
    collide("0/0.txt", "2/7.txt", "2/8.txt")
    convert([sources], tmp_path / "out")
    (sources / "2" / "7.txt").unlink()
    convert([sources], tmp_path / "fewer")
    assert rows_by_document(tmp_path / "fewer").keys() < rows_by_document(tmp_path / "out").keys()


@pytest.mark.usefixtures("plain_extraction")
@pytest.mark.parametrize("names", [("0/0.txt", "0/1.txt"), ("0/0.txt", "2/8.txt")])
def test_an_id_that_a_person_gave_twice_is_said(
    sources: Path, tmp_path: Path, names: tuple[str, str]
) -> None:
    write_manifest(sources, *({"file": name, "document_id": "own"} for name in names))
    convert([sources], tmp_path / "out")
    rows: Sequence[Any] = read_table(ERRORS, tmp_path / "out" / ERRORS.path)
    (row,) = [row for row in rows if row.file == names[1]]
    assert "holds another text than 0/0.txt" in row.reason
    assert "give one of the two a document_id" in row.hint


@pytest.mark.usefixtures("plain_extraction")
@pytest.mark.parametrize("name", ["0/0a.txt", "2/9.txt"])
def test_what_is_new_in_a_file_is_not_lost_with_what_is_not(sources: Path, tmp_path: Path, name: str) -> None:
    """A collection that holds a document of another file, and one of its own, is kept whole."""
    (sources / name).write_text(text_of(0) + text_of(77), encoding="utf-8")
    write_manifest(sources, {"file": name, "opening": "青石县第77号", "boundary": "manual"})
    convert([sources], tmp_path / "out")
    found = rows_by_document(tmp_path / "out")
    held = [tables for tables in found.values() if tables["documents"][0].source_file == name]
    assert [tables["targets"][0].value for tables in held] == [50 * 100_000_000, 127 * 100_000_000]
    assert len(found) == 10


@pytest.mark.usefixtures("plain_extraction")
def test_a_text_that_a_file_holds_twice(sources: Path, tmp_path: Path) -> None:
    """The blank, which does not count, only tells the manifest which of the two it speaks of."""
    again = text_of(77).replace("青石县第", "青石县 第")
    (sources / "2" / "9.txt").write_text(text_of(77) + again, encoding="utf-8")
    write_manifest(sources, {"file": "2/9.txt", "opening": "青石县 第77号", "boundary": "manual"})
    convert([sources], tmp_path / "out")
    found = rows_by_document(tmp_path / "out")
    first, second = (
        name for name, tables in found.items() if tables["documents"][0].source_file == "2/9.txt"
    )
    assert second.startswith(first + "-")


# --- Shards that are damaged --------------------------------------------------------------------------------


@pytest.mark.usefixtures("plain_extraction")
@pytest.mark.parametrize("name", ["mentions.csv", "sources/0/0.txt"])
def test_a_shard_that_was_damaged_ends_the_conversion(
    sources: Path, tmp_path: Path, interrupt: Callable[..., Interrupted], name: str
) -> None:
    """As a machine leaves it that loses power before it has written everything."""
    out = tmp_path / "out"
    interrupt(3)
    with pytest.raises(KeyboardInterrupt):
        convert([sources], out)
    shard = next(path for path in (out / WORK).rglob("00000000") if path.is_dir())
    (shard / name).write_bytes((shard / name).read_bytes()[:-1])
    interrupt(-1)
    with pytest.raises(ConversionError, match=r"damaged since it was made .*without --resume"):
        convert([sources], out, Options(resume=True))


# --- The process that leads --------------------------------------------------------------------------------


def test_the_process_that_leads_loads_no_vocabularies() -> None:
    """It starts quickly and stays small: what extracts, and what judges, is loaded where it is used."""
    code = (
        "import sys, jiqun.convert\n"
        "heavy = {'jiqun.batch', 'jiqun.facts', 'jiqun.checks', 'numpy', 'pyarrow', 'rjieba'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# --- Very many ---------------------------------------------------------------------------------------------


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jiqun.convert, "LARGE", 5)


@pytest.mark.usefixtures("plain_extraction", "large")
def test_a_large_package_has_its_tables_as_parquet(sources: Path, tmp_path: Path) -> None:
    from frictionless import Package

    out = tmp_path / "out"
    convert([sources], out)
    assert Package(str(out / "datapackage.json")).validate().valid
    descriptor = json.loads((out / "datapackage.json").read_text("utf-8"))
    assert [source["path"] for source in descriptor["sources"]] == ["data/sources/manifest.csv"]
    listed = {resource["path"] for resource in descriptor["resources"]}
    assert not any(path.endswith(".txt") for path in listed)
    for table in DERIVED:
        path = f"data/parquet/{table.name}/part-00000.parquet"
        rows = read_table(table, out / table.path)
        assert (path in listed) == bool(rows)
        if rows:
            found = pyarrow.parquet.read_table(out / path).to_pylist()
            names = table.column_names
            expected = [{name: getattr(row, name) for name in names} for row in rows]
            assert [{name: row[name] for name in names} for row in found] == expected


@pytest.mark.usefixtures("plain_extraction", "large")
@pytest.mark.parametrize("workers", [1, 2])
def test_parquet_in_parts(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    """One after the other, the parts hold what the whole table holds, also where a quote has a line end."""
    text = "青石县通知\n到201\n5年，全县工业总产值达到50亿元，“园区”产值达到2亿元。\n"
    (sources / "0" / "0.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr(jiqun.merge, "_PART_BYTES", 400)
    out = tmp_path / "out"
    convert([sources], out, Options(workers=workers))
    for name in ("mentions", "targets"):
        parts = sorted((out / "data/parquet" / name).iterdir())
        assert len(parts) > 1
        found = [row for part in parts for row in pyarrow.parquet.read_table(part).to_pylist()]
        rows = read_table(TABLES_BY_NAME[name], out / "data" / f"{name}.csv")
        names = TABLES_BY_NAME[name].column_names
        assert found == [{name: getattr(row, name) for name in names} for row in rows]


@pytest.mark.usefixtures("plain_extraction", "large")
def test_what_people_wrote_is_judged_in_a_large_package_too(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[set[str]] = []

    def spy(path: Path, **_: Any) -> Report:
        content = json.loads(path.read_text("utf-8"))
        judged.append({resource["name"] for resource in content["resources"]})
        report: Report = validate_in_full(path, document_checks=False)
        assert report.valid
        return report

    monkeypatch.setattr(jiqun.checks, "validate", spy)
    convert([sources], tmp_path / "out")
    assert judged == []
    header = ",".join(MANIFEST.column_names)
    (sources / "manifest.csv").write_text(f"{header}\n0/0.txt{',' * header.count(',')}\n", encoding="utf-8")
    convert([sources], tmp_path / "out")
    assert judged == [{"manifest", "documents", "region_codes"}]
    assert not (tmp_path / "out" / "datapackage.part.json").exists()


@pytest.mark.usefixtures("plain_extraction", "large")
def test_sources_of_an_older_large_package_go(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    convert([sources], out)
    for name in ("0/0.txt", "2/8.txt", "2/7.txt", "2/6.txt"):
        (sources / name).unlink()
    (out / "data/sources/2/8.txt").write_text("改过")
    convert([sources], out)
    left = {name.removeprefix("data/sources/") for name in files_of(out) if name.startswith("data/sources/")}
    assert left == {"0/1.txt", "0/2.txt", "1/3.txt", "1/5.txt", "2/8.txt", "manifest.csv"}
    assert not (out / "data" / "parquet").exists()


# --- Progress ----------------------------------------------------------------------------------------------


def test_progress_is_for_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Progress(10, 1000).add(1, 100, 30)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    times = iter([0.0, 10.0])
    monkeypatch.setattr("jiqun.progress.time.monotonic", lambda: next(times))
    Progress(10_000, 1000).add(1000, 100, 30)
    assert "1,000 of 10,000 files, 3 characters/s, 1 min 30 s left" in capsys.readouterr().err


# --- Workers that die --------------------------------------------------------------------------------------


def test_the_work_of_a_process_that_dies_is_done_by_another(tmp_path: Path) -> None:
    with Processes(2) as engine:
        assert sorted(engine.run(dying.die_once, ((tmp_path, number) for number in range(8)))) == list(
            range(8)
        )
    assert (tmp_path / "died").exists()


def test_each_run_has_its_own_processes() -> None:
    """What one function has loaded is gone when the next one runs."""
    with Processes(1) as engine:
        assert set(engine.run(dying.tell, range(3))).isdisjoint(engine.run(dying.tell, range(3)))


@pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="each loads for itself"
)
def test_processes_begin_with_all_that_converting_takes() -> None:
    """It is loaded once: each process is forked from one that has it."""
    modules = ["jiqun.batch", "jiqun.checks.catalog", "pyarrow.parquet"]
    with Processes(2) as engine:
        assert list(engine.run(dying.has_loaded, modules)) == [True] * 3


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no process is forked")
def test_a_process_that_was_forked_has_workers_of_its_own() -> None:
    """Those of the process it was forked from serve that one alone."""
    with Processes(1) as engine:
        assert list(engine.run(dying.double, [1])) == [2]
    child = multiprocessing.get_context("fork").Process(target=dying.double_elsewhere)
    child.start()
    child.join()
    assert child.exitcode == 0


def test_what_cannot_be_loaded_beforehand_is_reported_where_it_is_used() -> None:
    code = (
        "import gc, sys, jiqun.facts\n"
        "jiqun.facts.extract_all = None\n"
        "import jiqun.loaded\n"
        "sys.exit(not gc.isenabled())"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_task_that_no_process_survives_is_named() -> None:
    with pytest.raises(WorkerDiedError, match="3: the worker"), Processes(2) as engine:
        list(engine.run(dying.always_die, range(8)))
