"""The static JSON of tables and rows: every row is there, and every address in it leads somewhere."""

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from pages_reader import read_page

from jiqun.package.finished import read_package
from jiqun.site.row_files import file_name


def test_every_table_and_row_is_there_with_its_values(site: Path, package: Path) -> None:
    api = site / "api"
    index = json.loads((api / "index.json").read_text("utf-8"))
    tables = read_package(package).tables
    assert [entry["name"] for entry in index["tables"]] == [table.name for table in tables]
    for entry, table in zip(index["tables"], tables, strict=True):
        rows = json.loads((api / entry["href"]).read_text("utf-8"))
        assert len(rows) == entry["rows"]
        assert [list(row.values()) for row in rows] == [list(values) for values in table.values]
        if not table.primary_key:
            assert not (api / table.name).exists()
            continue
        listed = {path.name for path in (api / table.name).iterdir()}
        for row in rows:
            identifier = row[entry["key"]]
            name = f"{file_name(identifier)}.json"
            listed.remove(name)
            found = json.loads((api / table.name / name).read_text("utf-8"))
            assert (found["row"], found["id"], found["table"]) == (row, identifier, table.name)
            assert found["version"] == index["version"]
        assert listed == set()


def test_every_address_leads_somewhere(site: Path, package: Path) -> None:
    for table in read_package(package).tables:
        # Of the code lists, which are long, the shortest will do.
        if not table.primary_key or len(table.rows) > 200:
            continue
        for path in (site / "api" / table.name).iterdir():
            found = json.loads(path.read_text("utf-8"))
            for address in found["references"].values():
                assert (path.parent / address).is_file(), address
            for address in found["pages"].values():
                parts = urlsplit(address)
                page = read_page((path.parent / parts.path / "index.html").resolve())
                assert unquote(parts.fragment) in page.ids, address


def test_names_of_files_are_their_own(repository: Path) -> None:
    """No two ids share a file, also where a file system does not tell capitals from small letters."""
    for table in read_package(repository).tables:
        names = (
            [file_name(row[table.primary_key]).casefold() for row in table.rows] if table.primary_key else []
        )
        assert len(set(names)) == len(names), table.name


@pytest.mark.parametrize(
    ("identifier", "name"),
    [("plan-t1", "plan-t1"), ("t/a", "t~2Fa"), ("%", "~25"), ("~", "~7E"), ("..", ".."), ("亩", "~E4~BA~A9")],
)
def test_the_name_of_a_row_s_file(identifier: str, name: str) -> None:
    assert file_name(identifier) == name
