"""The downloads, opened again by other readers: the same values, and nothing that a spreadsheet runs."""

import csv
import hashlib
import io
import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas
import pyarrow.parquet
import pytest

from jiqun.package.download import Download
from jiqun.package.downloads import write_downloads
from jiqun.package.downloads_spreadsheet import neutralise
from jiqun.package.finished import FinishedPackage, PackageError, Value, read_package

# Cells as the CSV has them, and what they are worth.
CELLS = [
    ["a-1", "=1+1", "-3.5", "7", "行一\r\n行二"],
    ["a-2", "＝SUM(A1)", "5000000000", "", 'say "x", y'],
    ["a-3", "-下降", "0.1", "-2", " 空格 "],
    ["a-4", "@cmd", "", "0", "\ttab"],
    ["a-5", "普通", "123456.789", "12", "x" * 40_000],
]
VALUES: list[list[Value]] = [
    ["a-1", "=1+1", -3.5, 7, "行一\r\n行二"],
    ["a-2", "＝SUM(A1)", 5_000_000_000, None, 'say "x", y'],
    ["a-3", "-下降", 0.1, -2, " 空格 "],
    ["a-4", "@cmd", None, 0, "\ttab"],
    ["a-5", "普通", 123456.789, 12, "x" * 40_000],
]
NAMES = ["id", "name", "value", "count", "quote"]
RISKY = {"=1+1", "＝SUM(A1)", "-下降", "@cmd", "\ttab"}


@pytest.fixture
def package(tmp_path: Path) -> FinishedPackage:
    """A table with every type and every risk, and another that refers to it."""
    folder = tmp_path / "package"
    (folder / "data").mkdir(parents=True)
    _write(folder / "data" / "facts.csv", [NAMES, *CELLS])
    _write(folder / "data" / "notes.csv", [["note_id", "fact_id"], ["n-1", "a-3"], ["n-2", ""]])
    types = {"value": "number", "count": "integer"}
    fields: list[dict[str, Any]] = [
        {"name": name, "type": types.get(name, "string"), "title": name} for name in NAMES
    ]
    fields[0]["constraints"] = {"required": True}
    key = {"fields": ["fact_id"], "reference": {"resource": "facts", "fields": ["id"]}}
    descriptor = {
        "name": "sample",
        "resources": [
            {"name": "facts", "path": "data/facts.csv", "schema": {"fields": fields, "primaryKey": ["id"]}},
            {
                "name": "notes",
                "path": "data/notes.csv",
                "schema": {
                    "fields": [{"name": "note_id"}, {"name": "fact_id"}],
                    "primaryKey": "note_id",
                    "foreignKeys": [key],
                },
            },
        ],
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    return read_package(folder)


@pytest.fixture
def folder(package: FinishedPackage, tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    write_downloads(package, tmp_path / "out")
    return tmp_path / "out"


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def _plain(frame: pandas.DataFrame) -> list[list[Value]]:
    """A frame's cells with None for missing."""
    return [[None if pandas.isna(cell) else cell for cell in row] for row in frame.itertuples(index=False)]


def test_parquet_holds_the_values(folder: Path) -> None:
    table = pyarrow.parquet.read_table(folder / "parquet" / "facts.parquet")
    assert [str(column.type) for column in table.columns] == ["string", "string", "double", "int64", "string"]
    assert [list(row.values()) for row in table.to_pylist()] == VALUES
    assert _plain(pandas.read_parquet(folder / "parquet" / "facts.parquet")) == VALUES


def test_json_and_json_lines_hold_the_values(folder: Path) -> None:
    rows = json.loads((folder / "json" / "facts.json").read_text("utf-8"))
    lines = [
        json.loads(line) for line in (folder / "jsonl" / "facts.jsonl").read_text("utf-8").split("\n") if line
    ]
    assert rows == lines
    assert [list(row.values()) for row in rows] == VALUES
    assert list(rows[0]) == NAMES


def test_sqlite_holds_the_values_the_keys_and_a_search(folder: Path) -> None:
    with sqlite3.connect(folder / "sample.sqlite") as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        assert [list(row) for row in connection.execute("SELECT * FROM facts")] == VALUES
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO facts VALUES ('a-1', 'again', 1, 1, 'q')")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO notes VALUES ('n-3', 'nowhere')")
        indexes = {
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")
        }
    connection.close()
    assert "notes_fact_id" in indexes


def test_excel_csv_holds_the_values_and_no_formula(folder: Path) -> None:
    data = (folder / "csv-excel" / "facts.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]
    assert [[cell[1:] if cell[1:] in RISKY else cell for cell in row] for row in rows] == CELLS
    texts = [cell for row in rows for number, cell in enumerate(row) if number in (0, 1, 4)]
    assert not [text for text in texts if text.startswith(tuple("=+-@\t＝＋－＠"))]
    # A number below zero is a number, not a formula.
    assert rows[0][2] == "-3.5"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])
def test_every_beginning_of_a_formula_is_neutralised(text: str) -> None:
    assert neutralise(text) == "'" + text


@pytest.mark.parametrize("text", ["", "1=1", "纺织", "——平潭", "'=1"])
def test_other_text_stays(text: str) -> None:
    assert neutralise(text) == text


_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_workbook_holds_the_values_as_text_and_numbers(folder: Path) -> None:
    with zipfile.ZipFile(folder / "sample.xlsx") as book:
        assert _sheet_names(book) == ["dictionary", "facts", "notes"]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet2.xml"))
        strings = [
            "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        styles = ElementTree.fromstring(book.read("xl/styles.xml"))
    assert list(sheet.iter(f"{_MAIN}f")) == []
    formats = styles.find(f"{_MAIN}cellXfs")
    assert formats is not None
    quoted = [one.get("quotePrefix") == "1" for one in formats]
    cells = {cell.get("r"): cell for cell in sheet.iter(f"{_MAIN}c")}
    for number, row in enumerate(VALUES, 2):
        for letter, value in zip("ABCDE", row, strict=True):
            cell = cells.get(f"{letter}{number}")
            if value is None:
                assert cell is None
                continue
            assert cell is not None
            content = cell.findtext(f"{_MAIN}v") or ""
            if not isinstance(value, str):
                assert cell.get("t") is None
                assert float(content) == value
                continue
            assert cell.get("t") == "s"
            shown = strings[int(content)].replace("_x000D_", "\r").replace("_x0009_", "\t")
            assert shown == (value if len(value) <= 32_767 else value[: len(shown) - 15] + "…[cut, see CSV]")
            assert quoted[int(cell.get("s", "0"))] == (value in RISKY)
    pane = next(sheet.iter(f"{_MAIN}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")


def _sheet_names(book: zipfile.ZipFile) -> list[str | None]:
    workbook = ElementTree.fromstring(book.read("xl/workbook.xml"))
    return [sheet.get("name") for sheet in workbook.iter(f"{_MAIN}sheet")]


def test_archive_and_copy_are_the_package(folder: Path, package: FinishedPackage) -> None:
    with zipfile.ZipFile(folder / "sample.zip") as archive:
        assert archive.namelist() == [f"sample/{name}" for name in package.files]
        for name in package.files:
            original = (package.folder / name).read_bytes()
            assert archive.read(f"sample/{name}") == original
            assert (folder / "package" / name).read_bytes() == original


def test_a_page_among_the_sources_is_handed_out_in_a_zip(package: FinishedPackage, tmp_path: Path) -> None:
    """No server takes it for a page of the site, whose scripts it would run; its text is as it is."""
    page = b"<!DOCTYPE html><script>alert(document.domain)</script>"
    descriptor = json.loads((package.folder / "datapackage.json").read_text("utf-8"))
    for name in ("page.html", "page.html.txt", "page.XHTML", "drawing.svg"):
        (package.folder / "data" / name).write_bytes(page)
        facts = {"bytes": len(page), "hash": f"sha256:{hashlib.sha256(page).hexdigest()}"}
        resource = {"name": name.replace(".", "-").lower(), "path": f"data/{name}", "encoding": "utf-8"}
        descriptor["resources"].append({**resource, **facts})
    descriptor["sources"] = [{"title": "p", "path": "data/page.html"}, {"title": "elsewhere"}]
    (package.folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    listed = write_downloads(read_package(package.folder), folder)
    paths = [one.path for one in listed]
    assert not [path for path in paths if path.lower().endswith((".html", ".xhtml", ".svg"))]
    assert "package/data/page.html.txt" in paths
    with zipfile.ZipFile(folder / "package" / "data" / "page.html.zip") as archive:
        assert archive.namelist() == ["page.html"]
        assert archive.read("page.html") == page
    # The descriptor beside them is one of the files there are, and valid.
    mirrored = json.loads((folder / "package" / "datapackage.json").read_text("utf-8"))
    for resource in mirrored["resources"]:
        data = (folder / "package" / resource["path"]).read_bytes()
        assert resource.get("bytes", len(data)) == len(data)
        assert resource.get("hash", f"sha256:{hashlib.sha256(data).hexdigest()}")[7:] == (
            hashlib.sha256(data).hexdigest()
        )
    assert [source.get("path") for source in mirrored["sources"]] == ["data/page.html.zip", None]
    with zipfile.ZipFile(folder / "sample.zip") as archive:
        assert archive.read("sample/data/page.html") == page


def test_a_table_is_a_csv_file(package: FinishedPackage) -> None:
    path = package.folder / "datapackage.json"
    (package.folder / "data" / "facts.html").write_bytes((package.folder / "data" / "facts.csv").read_bytes())
    path.write_text(path.read_text("utf-8").replace("data/facts.csv", "data/facts.html"), "utf-8")
    with pytest.raises(PackageError, match=r"facts\.html has fields and is no \.csv file"):
        read_package(package.folder)


def test_every_file_is_listed_with_size_and_hash(package: FinishedPackage, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    listed = write_downloads(package, folder)
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {one.path for one in listed} == written - {"SHA256SUMS"}
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    for one, line in zip(listed, lines, strict=True):
        data = (folder / one.path).read_bytes()
        assert one == Download(one.path, one.format, one.table, len(data), hashlib.sha256(data).hexdigest())
        assert line == f"{one.sha256}  {one.path}"


def test_the_same_package_gives_the_same_bytes(
    package: FinishedPackage, folder: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    again.mkdir()
    write_downloads(package, again)
    for path in folder.rglob("*"):
        if path.is_file():
            assert (again / path.relative_to(folder)).read_bytes() == path.read_bytes(), path


def test_a_cell_of_another_type_is_named(package: FinishedPackage, folder: Path) -> None:
    _write(package.folder / "data" / "facts.csv", [NAMES, ["a-1", "x", "many", "1", "q"]])
    with pytest.raises(PackageError, match=r"facts\.csv: row 1: .*many"):
        write_downloads(read_package(package.folder), folder)


def test_a_path_outside_the_package_is_refused(package: FinishedPackage, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("x\n", "utf-8")
    path = package.folder / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace("data/facts.csv", "../secret.csv"), "utf-8")
    with pytest.raises(PackageError, match="outside the package"):
        read_package(package.folder)


@pytest.mark.parametrize(
    "schema", ['"elsewhere.json"', "{}", '{"fields": {}}', '{"fields": [{"type": "any"}]}']
)
def test_a_schema_without_fields_is_refused(tmp_path: Path, schema: str) -> None:
    (tmp_path / "facts.csv").write_text("id\n", "utf-8")
    (tmp_path / "datapackage.json").write_text(
        f'{{"resources": [{{"name": "facts", "path": "facts.csv", "schema": {schema}}}]}}', "utf-8"
    )
    with pytest.raises(PackageError, match=r"'facts': its schema has no list of fields"):
        read_package(tmp_path)
