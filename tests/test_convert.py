"""Conversion as a whole: what is read, where it goes, what is refused, and that good output survives
failures."""

import errno
import hashlib
import io
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import jiqun.batch
import jiqun.checks
import jiqun.convert
import sample_rows
from jiqun.checks import Report
from jiqun.cli import main
from jiqun.convert import convert, summary
from jiqun.package import read_table
from jiqun.tables import ERRORS, MANIFEST, TABLES_BY_NAME
from sample_rows import PLAN, REPORT

pytestmark = pytest.mark.usefixtures("plain_extraction")
validate_in_full = jiqun.checks.validate
judge_in_full = jiqun.batch.judge_documents

MANIFEST_HEADER = ",".join(MANIFEST.column_names)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "2024").mkdir(parents=True)
    (folder / "plan.txt").write_bytes(PLAN.encode())
    (folder / "2024" / "report.md").write_bytes(REPORT.encode("gb18030"))
    return folder


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the checks of documents and of the finished package, which take a while; some tests put them
    back."""
    monkeypatch.setattr(jiqun.checks, "validate", lambda path, **_: Report(path=str(path)))
    monkeypatch.setattr(jiqun.batch, "judge_documents", lambda *_: [])


@pytest.fixture
def checked(unchecked: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jiqun.checks, "validate", validate_in_full)
    monkeypatch.setattr(jiqun.batch, "judge_documents", judge_in_full)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def documents_of(package: Path) -> list[Any]:
    return read_table(TABLES_BY_NAME["documents"], package / "data" / "documents.csv")


def manifest_of(folder: Path, **cells: str) -> Path:
    path = folder / "manifest.csv"
    row = ",".join(cells.get(column, "") for column in MANIFEST.column_names)
    path.write_text(f"{MANIFEST_HEADER}\n{row}\n", encoding="utf-8")
    return path


# --- What is read and written ------------------------------------------------------------------------------


def test_a_folder_becomes_a_package_that_stands_alone(sources: Path, tmp_path: Path) -> None:
    (sources / "style.css").write_bytes(b"p {}")
    (sources / ".hidden.txt").write_text("一")
    conversion = convert([sources], tmp_path / "out")
    assert conversion.skipped == [sources / "style.css"]
    made = set(files_of(tmp_path / "out"))
    assert {name for name in made if name.startswith("data/sources/")} == {
        "data/sources/2024/report.md",
        "data/sources/plan.txt",
        "data/sources/manifest.csv",
    }
    assert {"datapackage.json", "data/targets.csv", "data/codes/unit_codes.csv"} <= made
    assert [(row.source_file, row.source_encoding) for row in documents_of(tmp_path / "out")] == [
        ("2024/report.md", "gb18030"),
        ("plan.txt", "utf-8"),
    ]
    assert (tmp_path / "out/data/sources/2024/report.md").read_bytes() == REPORT.encode("gb18030")


def test_documents_of_formats_that_are_not_read_are_named(sources: Path, tmp_path: Path) -> None:
    """But not the pictures of a page that a browser saved."""
    others = ["2024/old.DOC", "a.wps", "b.xls", "photo.jpg", "z.zip"]
    for name in [*others, "page_files/logo.png"]:
        (sources / name).parent.mkdir(exist_ok=True)
        (sources / name).write_bytes(b"\xd0\xcf")
    out = tmp_path / "out"
    assert main(["convert", str(sources), "--output", str(out)]) == 2
    rows: Any = read_table(ERRORS, out / ERRORS.path)
    assert [row.file for row in rows] == others
    assert all("cannot be read" in row.reason for row in rows)
    assert "soffice --headless --convert-to docx" in rows[0].hint and "OCR" in rows[3].hint
    assert not (out / "data/sources/a.wps").exists()
    assert convert([sources], tmp_path / "again").skipped == [sources / "page_files" / "logo.png"]


def test_a_folder_of_old_office_documents_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.doc", "b.doc"):
        (tmp_path / "in" / name).write_bytes(b"\xd0\xcf")
    assert main(["convert", str(tmp_path / "in"), "--output", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "none of 2 files could be converted" in said and "--convert-to docx" in said
    assert not (tmp_path / "out").exists()


def test_a_package_made_from_a_packages_sources_is_the_same(sources: Path, tmp_path: Path) -> None:
    convert([sources], tmp_path / "one")
    convert([tmp_path / "one" / "data" / "sources"], tmp_path / "two")
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    convert([tmp_path / "one" / "data" / "sources"])
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_whoever_signed_a_package_keeps_what_it_says_of_itself(sources: Path, tmp_path: Path) -> None:
    package = tmp_path / "package"
    assert main(["convert", str(sources), "--output", str(package)]) == 0
    path = package / "datapackage.json"
    plain = json.loads(path.read_text("utf-8"))
    signed = plain | {"title": "青石集群", "version": "3.1.0", "contributors": [{"title": "青石研究所"}]}
    # A title alone is no signature: the program's own package takes its words from the program.
    for written, kept in ((plain | {"title": "青石集群"}, plain), (signed, signed)):
        path.write_text(json.dumps(written), "utf-8")
        assert main(["convert", str(sources), "--output", str(package)]) == 0
        assert json.loads(path.read_text("utf-8")) == kept


def test_files_and_folders_together(sources: Path, tmp_path: Path) -> None:
    convert([sources / "2024", sources / "plan.txt", sources / "plan.txt"], tmp_path / "out")
    assert [row.source_file for row in documents_of(tmp_path / "out")] == ["plan.txt", "report.md"]


def test_the_manifest_is_used_and_kept(sources: Path, tmp_path: Path) -> None:
    manifest_of(sources, file="plan.txt", document_id="qingshi-plan", received_from="青石县网站")
    convert([sources], tmp_path / "out")
    assert [row.document_id for row in documents_of(tmp_path / "out")][1] == "qingshi-plan"
    entries: list[Any] = read_table(MANIFEST, tmp_path / "out" / MANIFEST.path)
    assert [(entry.file, entry.document_id, len(entry.sha256)) for entry in entries] == [
        ("2024/report.md", None, 64),
        ("plan.txt", "qingshi-plan", 64),
    ]
    descriptor = json.loads((tmp_path / "out/datapackage.json").read_text("utf-8"))
    assert descriptor["sources"][1]["received_from"] == "青石县网站"


def test_one_file_is_converted_by_the_manifest_beside_it(sources: Path, tmp_path: Path) -> None:
    """The rows of other files, there or not, are no concern of its."""
    path = manifest_of(sources, file="plan.txt", document_id="qingshi-plan")
    path.write_text(path.read_text("utf-8") + "gone.txt" + "," * 14 + "\n", encoding="utf-8")
    convert([sources / "plan.txt"], tmp_path / "out")
    assert [row.document_id for row in documents_of(tmp_path / "out")] == ["qingshi-plan"]


def test_files_of_the_older_package_go_unless_changed(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    convert([sources], out)
    (out / "data/sources/plan.txt").write_text("改过")
    (out / "notes.txt").write_text("我的")
    (sources / "other.txt").write_text("另一份文件\n共有7座。\n", encoding="utf-8")
    convert([sources / "other.txt"], out)
    assert not (out / "data/sources/2024/report.md").exists()
    assert (out / "data/sources/plan.txt").read_text() == "改过"
    assert (out / "notes.txt").read_text() == "我的"


def test_summary_counts_rows_and_numerals(sources: Path, tmp_path: Path) -> None:
    text = summary(convert([sources], tmp_path / "out"))
    header, report, plan, total, ledger, place = text.splitlines()
    columns = header.split()
    assert (columns[0], columns[3], columns[9]) == ("document", "targets", "mentions")
    assert [line.split()[3] for line in (report, plan)] == ["0", "2"]
    assert total.split()[:2] == ["all", "2"]
    assert ledger == "4 numerals, of which 0 unresolved"
    assert place == f"written to {tmp_path / 'out'}"


# --- What is refused ---------------------------------------------------------------------------------------


def spoil_missing(folder: Path) -> Path:
    return folder / "nowhere.txt"


def spoil_empty(folder: Path) -> Path:
    (folder / "empty.txt").write_bytes(b"")
    return folder


def spoil_blank(folder: Path) -> Path:
    (folder / "blank.txt").write_bytes(b" \r\n")
    return folder


def spoil_binary(folder: Path) -> Path:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    return folder


def spoil_undecodable(folder: Path) -> Path:
    (folder / "broken.txt").write_bytes("政府".encode() + b"\xff\xfe\xfa" + "工作".encode("big5"))
    return folder


def spoil_format(folder: Path) -> Path:
    (folder / "scan.djvu").write_bytes(b"AT&TFORM")
    return folder / "scan.djvu"


def spoil_no_documents(folder: Path) -> Path:
    (folder / "bare").mkdir()
    return folder / "bare"


def spoil_manifest_file(folder: Path) -> Path:
    manifest_of(folder, file="gone.txt")
    return folder


def spoil_manifest_hash(folder: Path) -> Path:
    manifest_of(folder, file="plan.txt", sha256="0" * 64)
    return folder


def spoil_manifest_column(folder: Path) -> Path:
    (folder / "manifest.csv").write_text("file,colour\nplan.txt,red\n")
    return folder


def spoil_twice(folder: Path) -> Path:
    shutil.copy(folder / "plan.txt", folder / "copy.txt")
    return folder


def spoil_name(folder: Path) -> Path:
    (folder / "行\n尾.txt").write_text("通知\n共有7座。\n", encoding="utf-8")
    return folder


# What is wrong with one file of a folder, and what with all that is asked for.
SPOILT_FILES = [
    (spoil_empty, "empty.txt", "is empty"),
    (spoil_blank, "blank.txt", "is empty"),
    (spoil_binary, "binary.txt", "is binary"),
    (spoil_undecodable, "broken.txt", "encoding"),
    (spoil_manifest_hash, "plan.txt", "sha256"),
    (spoil_twice, "plan.txt", "copy.txt"),
    (spoil_name, "'行\\n尾.txt'", "cannot be printed"),
]
SPOILT = [
    (spoil_missing, "nowhere.txt", "no such file"),
    (spoil_format, "scan.djvu", "cannot be read"),
    (spoil_no_documents, "bare", "holds no documents"),
    (spoil_manifest_file, "gone.txt", "is not there"),
    (spoil_manifest_column, "manifest.csv", "colour"),
]


@pytest.mark.parametrize(("spoil", "file", "reason"), SPOILT, ids=[spoil.__name__ for spoil, _, _ in SPOILT])
def test_bad_input_is_one_line_and_changes_nothing(
    sources: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], Path],
    file: str,
    reason: str,
) -> None:
    out = tmp_path / "out"
    convert([sources], out)
    before = files_of(out)
    bad = spoil(sources)
    assert main(["convert", str(bad), "--output", str(out)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert line.startswith("jiqun convert: error: ")
    assert file in line
    assert reason in line
    assert files_of(out) == before
    assert main(["convert", str(bad), "--output", str(tmp_path / "never")]) == 1
    assert not (tmp_path / "never").exists()


@pytest.mark.parametrize(
    ("spoil", "file", "reason"), SPOILT_FILES, ids=[spoil.__name__ for spoil, _, _ in SPOILT_FILES]
)
def test_a_file_that_fails_is_named_and_the_others_go_on(
    sources: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], Path],
    file: str,
    reason: str,
) -> None:
    out = tmp_path / "out"
    spoil(sources)
    assert main(["convert", str(sources), "--output", str(out)]) == 2
    ((name, why, _),) = [
        (row.file, row.reason, row.hint)
        for row in read_table(ERRORS, out / ERRORS.path)  # type: ignore[attr-defined]
    ]
    assert name == (ascii("行\n尾.txt") if spoil is spoil_name else file)
    assert reason in why
    captured = capsys.readouterr()
    (warning,) = captured.err.splitlines()
    assert "1 of the files could not be converted" in warning and name in warning
    left = {row.source_file for row in documents_of(out)}
    assert left == {"2024/report.md", "plan.txt", "copy.txt"} & {*left} and name not in left
    assert "2024/report.md" in left
    assert {entry.file for entry in read_table(MANIFEST, out / MANIFEST.path)} == left  # type: ignore[attr-defined]
    assert not (out / "data/sources" / file).exists()


def errors_of(package: Path) -> dict[str, str]:
    rows: list[Any] = read_table(ERRORS, package / ERRORS.path)
    return {row.file: row.reason for row in rows}


def deny(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let a folder be one that may not be opened, whoever runs the tests."""
    opened = os.scandir

    def scandir(path: Any) -> Any:
        if Path(str(path)).name == name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_folder_that_cannot_be_opened_is_named(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deny(monkeypatch, "2024")
    assert main(["convert", str(sources), "--output", str(tmp_path / "out")]) == 2
    assert errors_of(tmp_path / "out") == {"2024/": "is a folder that cannot be opened: Permission denied"}
    assert [row.source_file for row in documents_of(tmp_path / "out")] == ["plan.txt"]


def test_the_folder_itself_cannot_be_opened(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    deny(monkeypatch, "in")
    assert main(["convert", str(sources), "--output", str(tmp_path / "out")]) == 1
    assert "Permission denied" in capsys.readouterr().err


def test_a_name_that_leaves_no_room_for_that_of_its_text(sources: Path, tmp_path: Path) -> None:
    """Browsers save pages under names as long as there can be: 83 characters of three bytes, and .html."""
    long, longest = "页" * 82 + ".html", "页" * 83 + ".html"
    for name in (long, longest):
        (sources / name).write_text(f"<p>{PLAN}{len(name)}</p>", encoding="utf-8")
    convert([sources], tmp_path / "out")
    assert (tmp_path / "out/data/sources" / f"{long}.txt").is_file()
    ((name, reason),) = errors_of(tmp_path / "out").items()
    assert name == longest
    assert "has a name so long that the text beside it, NAME.txt, can have none" in reason


@pytest.mark.parametrize("code", [errno.ENAMETOOLONG, errno.EINVAL])
def test_a_name_that_the_output_cannot_have(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """A path that gets too long below the output folder, or a colon on a disk from elsewhere."""
    plain = Path.open

    def opened(path: Path, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if path.name == "plan.txt" and mode == "wb":
            raise OSError(code, os.strerror(code), str(path))
        return plain(path, mode, *arguments, **named)

    monkeypatch.setattr(Path, "open", opened)
    convert([sources], tmp_path / "out")
    ((name, reason),) = errors_of(tmp_path / "out").items()
    assert name == "plan.txt"
    assert reason == f"has a name or path that the output folder cannot have: {os.strerror(code)}"


def test_a_file_whose_disk_fails(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Path.open

    class Failing(io.BytesIO):
        def read(self, *_: Any) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    def opened(path: Path, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        is_it = path == sources / "plan.txt" and mode == "rb"
        return Failing() if is_it else plain(path, mode, *arguments, **named)

    monkeypatch.setattr(Path, "open", opened)
    convert([sources], tmp_path / "out")
    assert errors_of(tmp_path / "out") == {"plan.txt": "cannot be read: Input/output error"}
    assert not (tmp_path / "out/data/sources/plan.txt").exists()


def test_links_to_nothing_links_to_folders_and_pipes_are_left_aside(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sources / "gone.txt").symlink_to("nowhere.txt")
    (sources / "ring.txt").symlink_to("ring.txt")
    (sources / "again").symlink_to("2024")
    os.mkfifo(sources / "pipe.txt")
    conversion = convert([sources], tmp_path / "out")
    names = ["again", "gone.txt", "pipe.txt", "ring.txt"]
    assert conversion.skipped == [sources / name for name in names]
    assert len(documents_of(tmp_path / "out")) == 2


def test_errors_of_an_older_package_go_when_all_is_well(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    spoil_empty(sources)
    convert([sources], out)
    descriptor = json.loads((out / "datapackage.json").read_text("utf-8"))
    assert "errors" in [resource["name"] for resource in descriptor["resources"]]
    (sources / "empty.txt").unlink()
    convert([sources], out)
    assert not (out / ERRORS.path).exists()


def test_a_file_that_fails_ends_a_conversion_in_place(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    convert([sources], out)
    spoil_empty(out / "data" / "sources")
    before = files_of(out)
    assert main(["convert", str(out / "data" / "sources")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "data/sources/empty.txt: is empty" in line
    assert files_of(out) == before


def test_when_every_file_fails_nothing_is_written(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("plan.txt", "2024/report.md"):
        (sources / name).write_bytes(b"")
    assert main(["convert", str(sources), "--output", str(tmp_path / "out")]) == 1
    assert "none of 2 files could be converted" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_sources_without_a_place_for_the_package(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(sources)]) == 1
    assert "--output" in capsys.readouterr().err


def test_the_older_descriptor_may_name_anything(sources: Path, tmp_path: Path) -> None:
    """Places outside the package, addresses, and what is no path at all: nothing of it is touched."""
    (tmp_path / "mine.txt").write_text("mine")
    digest = f"sha256:{hashlib.sha256(b'mine').hexdigest()}"
    paths = ["../mine.txt", str(tmp_path / "mine.txt"), "https://example.org/x.csv", 7, ["a", "b"], None]
    resources = [*({"name": "x", "path": path, "hash": digest} for path in paths), "no resource", None]
    content = {"name": "industrial-cluster-policies", "resources": resources}
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "datapackage.json").write_text(json.dumps(content))
    convert([sources], tmp_path / "out")
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert len(documents_of(tmp_path / "out")) == 2


@pytest.mark.parametrize("content", ['{"name": "somebody-elses"}', "{not json", "[]"])
def test_another_data_package_is_not_written_over(sources: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "datapackage.json").write_text(content)
    assert main(["convert", str(sources), "--output", str(tmp_path / "out")]) == 1
    assert files_of(tmp_path / "out") == {"datapackage.json": content.encode()}


def test_a_file_is_no_output_folder(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(sources), "--output", str(sources / "plan.txt")]) == 1
    assert "needs a folder" in capsys.readouterr().err


def test_part_of_a_packages_own_sources_is_not_converted_over_it(sources: Path, tmp_path: Path) -> None:
    """Else the other sources, being no part of the new package, would be removed."""
    convert([sources], tmp_path / "out")
    before = files_of(tmp_path / "out")
    source = tmp_path / "out/data/sources/plan.txt"
    assert main(["convert", str(source), "--output", str(tmp_path / "out")]) == 1
    assert files_of(tmp_path / "out") == before


def test_the_output_is_no_part_of_the_sources(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Else the next conversion would read what this one wrote."""
    assert main(["convert", str(sources), "--output", str(sources / "out")]) == 1
    assert "lies inside the source" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a\x1b[2J.txt", os.fsdecode(b"\xb8\xa3\xbd\xa8.txt")])
def test_a_name_that_cannot_be_printed(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (sources / name).write_text(REPORT, encoding="utf-8")
    assert main(["convert", str(sources), "--output", str(tmp_path / "out")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "cannot be printed" in line
    assert line.isascii()


@pytest.mark.usefixtures("checked")
def test_names_that_are_only_odd(tmp_path: Path, sources: Path) -> None:
    for number, name in enumerate(["意见 #1?.TXT", "a%20b.md", '~x：y,z"q".txt', "-o.txt"]):
        (sources / name).write_text(f"通知\n共有{number}座。\n", encoding="utf-8")
    convert([sources], tmp_path / "out")
    assert len(documents_of(tmp_path / "out")) == 6


def test_two_files_of_one_name(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sources / "2024" / "plan.txt").write_text("又一份\n", encoding="utf-8")
    arguments = [str(sources / "plan.txt"), str(sources / "2024" / "plan.txt")]
    assert main(["convert", *arguments, "--output", str(tmp_path / "out")]) == 1
    assert "same name" in capsys.readouterr().err


# --- Faults of the rules -----------------------------------------------------------------------------------


def test_a_crash_of_the_rules_names_the_document(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(document: object) -> None:
        raise KeyError("单位")

    monkeypatch.setattr(sample_rows, "extract", crash)
    assert main(["convert", str(sources), "--output", str(tmp_path / "out")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "2024/report.md" in line and "KeyError" in line
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"unit": "公斤"}, "unit '公斤' is not in unit_codes"),
        ({"quote": "总产值达到50亿"}, "targets"),
    ],
)
def test_rows_that_do_not_hold_together_are_not_published(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, str], complaint: str
) -> None:
    """The first is seen in the rows, the second only by the checks that read the text."""
    plain = sample_rows.extract

    def spoilt(document: Any) -> dict[str, Any]:
        rows: dict[str, Any] = dict(plain(document))
        rows["targets"] = [replace(row, **changes) for row in rows["targets"]]
        return rows

    out = tmp_path / "out"
    convert([sources], out)
    before = files_of(out)
    monkeypatch.setattr(sample_rows, "extract", spoilt)
    with pytest.raises(jiqun.convert.ConversionError, match=complaint):
        convert([sources / "plan.txt"], out)
    assert files_of(out) == before
    assert convert([sources], out).merged.failures == 1
    assert [row.source_file for row in documents_of(out)] == ["2024/report.md"]
