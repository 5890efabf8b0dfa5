"""Conversion of files that are not plain text: what is kept of them, and what the offsets refer to."""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import jiqun.batch
import jiqun.checks
import jiqun.convert
from jiqun.checks import Report, validate
from jiqun.cli import main
from jiqun.convert import convert
from jiqun.package import read_table
from jiqun.tables import ERRORS, MANIFEST, TABLES_BY_NAME
from made_files import page, print_out, scanned, word
from sample_rows import PLAN, REPORT

pytestmark = pytest.mark.usefixtures("plain_extraction")

FORMAL = (
    "青石县人民政府关于发展石材产业的通知\n青政发〔2023〕6号\n各乡镇人民政府：\n到2025年产值达到30亿元。\n"
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "plan.docx").write_bytes(word(PLAN.splitlines()))
    (folder / "report.PDF").write_bytes(print_out(REPORT.splitlines()))
    (folder / "notice.html").write_bytes(page(FORMAL.splitlines()))
    return folder


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the checks of documents and of the finished package, which take a while; one test calls
    them."""
    monkeypatch.setattr(jiqun.checks, "validate", lambda path, **_: Report(path=str(path)))
    monkeypatch.setattr(jiqun.batch, "judge_documents", lambda *_: [])


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def documents_of(package: Path) -> list[Any]:
    return read_table(TABLES_BY_NAME["documents"], package / "data" / "documents.csv")


def test_originals_and_their_texts_lie_side_by_side(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    convert([sources], out)
    names = {name.removeprefix("data/sources/") for name in files_of(out) if name.startswith("data/sources/")}
    originals = {"2024/plan.docx", "notice.html", "report.PDF"}
    assert names == {"manifest.csv", *originals, *(name + ".txt" for name in originals)}
    for name in originals:
        assert (out / "data/sources" / name).read_bytes() == (sources / name).read_bytes()
    for document in documents_of(out):
        assert (document.source_encoding, document.source_file[-4:]) == ("utf-8", ".txt")
        text = (out / "data/sources" / document.source_file).read_bytes().decode("utf-8")
        assert hashlib.sha256(text[document.start : document.end].encode()).hexdigest() == document.sha256
        assert "\r" not in text


def test_the_package_is_valid_and_needs_no_parser_to_be_judged(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    convert([sources], out)
    for name in ("lxml", "pypdfium2"):
        monkeypatch.setitem(sys.modules, name, None)
    assert validate(out / "datapackage.json").errors == []
    (out / "data/sources/report.PDF").write_bytes(b"%PDF-another")
    assert {problem.type for problem in validate(out / "datapackage.json").errors} >= {
        "source-hash",
        "hash-count",
    }


def test_the_manifest_and_the_descriptor_name_the_originals(sources: Path, tmp_path: Path) -> None:
    with (sources / "manifest.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, MANIFEST.column_names)
        writer.writeheader()
        digest = hashlib.sha256((sources / "notice.html").read_bytes()).hexdigest()
        facts = {"document_id": "qingshi-notice", "received_from": "青石县网站", "sha256": digest}
        writer.writerow({"file": "notice.html", **facts})
    out = tmp_path / "out"
    convert([sources], out)
    assert "qingshi-notice" in {row.document_id for row in documents_of(out)}
    entries: list[Any] = read_table(MANIFEST, out / MANIFEST.path)
    assert [entry.file for entry in entries] == ["2024/plan.docx", "notice.html", "report.PDF"]
    descriptor = json.loads((out / "datapackage.json").read_text("utf-8"))
    assert [source["path"] for source in descriptor["sources"]] == [
        "data/sources/2024/plan.docx",
        "data/sources/notice.html",
        "data/sources/report.PDF",
    ]
    assert descriptor["sources"][1]["received_from"] == "青石县网站"
    resources = {item["path"]: item for item in descriptor["resources"] if "sources/" in item["path"]}
    assert resources["data/sources/report.PDF"]["mediatype"] == "application/pdf"
    assert "encoding" not in resources["data/sources/report.PDF"]
    assert resources["data/sources/report.PDF.txt"]["encoding"] == "utf-8"
    assert len({item["name"] for item in resources.values()}) == len(resources) == 7


def test_in_place_the_texts_are_no_documents_and_nothing_changes(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    convert([sources], out)
    before = files_of(out)
    convert([out / "data" / "sources"])
    assert files_of(out) == before


def test_an_old_text_gives_way_to_what_the_file_says(sources: Path, tmp_path: Path) -> None:
    (sources / "notice.html.txt").write_text("旧的文字，产值1亿元。\n", encoding="utf-8")
    convert([sources], tmp_path / "out")
    text = (tmp_path / "out/data/sources/notice.html.txt").read_text("utf-8")
    assert "旧的" not in text
    assert "产值达到30亿元" in text
    assert len(documents_of(tmp_path / "out")) == 3


def test_a_text_whose_file_is_not_there_is_a_document(sources: Path, tmp_path: Path) -> None:
    (sources / "report.PDF").rename(sources / "report.PDF.txt")
    (sources / "report.PDF.txt").write_text(REPORT, encoding="utf-8")
    convert([sources], tmp_path / "out")
    assert "report.PDF.txt" in {row.source_file for row in documents_of(tmp_path / "out")}


def test_two_files_whose_texts_would_have_one_name(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other" / "notice.html.txt"
    other.parent.mkdir()
    other.write_text(PLAN, encoding="utf-8")
    assert main(["convert", str(sources), str(other), "--output", str(tmp_path / "out")]) == 1
    assert "has the name that the text of" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html"])
def test_a_file_that_cannot_be_read_is_left_out_and_named(
    sources: Path, tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    convert([sources], out)
    before = files_of(out)
    (sources / f"bad{suffix}").write_bytes(b"%PDF-1.7\x00\x01\x02")
    assert main(["convert", str(sources), "--output", str(out)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f"bad{suffix} " in line
    after = files_of(out)
    assert f"bad{suffix}," in after.pop("data/errors.csv").decode()
    assert {**after, "datapackage.json": before["datapackage.json"]} == before


def test_pages_without_text_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rest of the file is converted; in a package's own sources that is no failure."""
    line = FORMAL.splitlines()[-1] * 2
    folder = tmp_path / "package" / "data" / "sources"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(scanned(line, "", line))
    assert main(["convert", str(folder), "--output", str(tmp_path / "out")]) == 2
    errors: list[Any] = read_table(ERRORS, tmp_path / "out" / ERRORS.path)
    assert [(row.file, row.reason) for row in errors] == [
        ("a.pdf", "was converted without page 2 of 3: pictures without text")
    ]
    assert "1 of the files were converted in part" in capsys.readouterr().err
    assert (tmp_path / "out/data/sources/a.pdf.txt").exists()
    assert main(["convert", str(folder)]) == 0
    assert "page 2 of 3" in capsys.readouterr().err
    assert (tmp_path / "package" / ERRORS.path).exists()


def test_links_that_lead_out_of_the_folder_are_left_aside(sources: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(REPORT, encoding="utf-8")
    (sources / "link.txt").symlink_to(secret)
    (sources / "away").symlink_to(tmp_path)
    conversion = convert([sources], tmp_path / "out")
    assert sources / "link.txt" in conversion.skipped
    assert not (tmp_path / "out/data/sources/link.txt").exists()
    assert not (tmp_path / "out/data/sources/away").exists()


def test_a_name_with_a_line_end_is_refused(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sources / "one\ntwo.html").write_bytes(page(FORMAL.splitlines()))
    assert main(["convert", str(sources), "--output", str(tmp_path / "out")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert r"one\ntwo.html" in line


def test_explain_shows_the_passage_of_the_extracted_text(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    convert([sources], out)
    targets: list[Any] = read_table(TABLES_BY_NAME["targets"], out / "data" / "targets.csv")
    assert main(["explain", targets[0].target_id, "--package", str(out)]) == 0
    shown = capsys.readouterr().out
    assert ".txt: " in shown
    assert f"【{targets[0].quote}】" in shown
