"""Checks that keep something of each row: the same over many blocks as over one, ragged rows included."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jiqun.checks import validate
from jiqun.checks.engine import keys, records

SIZE = 3000


@pytest.fixture(params=[False, True], ids=["kept as they are", "hashed"])
def _many_blocks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "PIECE_BYTES", 500)
    if request.param:
        monkeypatch.setattr(keys, "_EXACT_KEYS", 10)


def table(name: str, fields: dict[str, str], **more: Any) -> dict[str, Any]:
    described = [{"name": field, "type": type_} for field, type_ in fields.items()]
    schema = {"fields": described, "missingValues": ["", "NA"], **more}
    return {"name": name, "path": f"{name}.csv", "encoding": "utf-8", "schema": schema}


def write(folder: Path, tables: dict[str, list[str]], *resources: dict[str, Any]) -> Path:
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    path = folder / "datapackage.json"
    path.write_text(json.dumps({"resources": resources}), encoding="utf-8")
    return path


def rows(path: Path, type_: str) -> list[tuple[int | None, str]]:
    problems = validate(path).every("error", "warning", "notice")
    return [(problem.row_number, problem.message) for problem in problems if problem.type == type_]


@pytest.mark.usefixtures("_many_blocks")
def test_unique_keys(tmp_path: Path) -> None:
    lines = ["number,text", *(f"{number},字{number}" for number in range(SIZE))]
    lines[2001] = "0007,字7"  # row 9 as a number
    lines[2002] = "８,字8"  # row 10, as frictionless reads it
    lines[2003:2006] = ["NA,字1", ",字1", "12"]  # something is missing
    lines[2007] = "9,字9,more"
    path = write(
        tmp_path,
        {"one": lines},
        table("one", {"number": "integer", "text": "string"}, uniqueKeys=[["number", "text"]]),
    )
    found = rows(path, "unique-key")
    assert [row for row, _ in found] == [2002, 2003, 2008]
    assert found[0][1] == "number, text are 0007, 字7, as in row 9"


@pytest.mark.usefixtures("_many_blocks")
def test_unused_keys(tmp_path: Path) -> None:
    parents = ["id", *(f"p{number}" for number in range(SIZE)), "NA"]
    children = ["n,parent,other", *(f"1,p{number},NA" for number in range(SIZE) if number % 1000)]
    children[1500] = "1,p0,NA,more"
    children[1600] = "1"
    key = {"fields": ["parent"], "reference": {"resource": "two", "fields": ["id"]}}
    other = {"fields": ["other"], "reference": {"resource": "two", "fields": ["id"]}}
    path = write(
        tmp_path,
        {"one": children, "two": parents},
        table("one", {"n": "integer", "parent": "string", "other": "string"}, foreignKeys=[key, other]),
        table("two", {"id": "string"}),
    )
    assert rows(path, "key-not-used") == [
        (None, "4 of 3,001 keys are not referred to: p1000, p1501, p1601, p2000")
    ]
