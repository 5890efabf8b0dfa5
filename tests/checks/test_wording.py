"""Frictionless's errors are said in words that name the rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jiqun.checks import validate
from jiqun.checks.engine.wording import message

CASES = [
    ({"type": "integer"}, "x", "not an integer"),
    ({"type": "date", "format": "%d/%m/%Y"}, "2009-01-02", "not a date of the format %d/%m/%Y"),
    ({"type": "string", "constraints": {"required": True}}, "", "a value is required"),
    ({"type": "integer", "constraints": {"minimum": 3}}, "2", "below the minimum, 3"),
    ({"type": "number", "constraints": {"exclusiveMaximum": 3}}, "3.0", "not below 3"),
    ({"type": "string", "constraints": {"maxLength": 3}}, "abcd", "longer than 3"),
    ({"type": "string", "constraints": {"pattern": "[a-z]+"}}, "1", "not of the pattern [a-z]+"),
    ({"type": "string", "constraints": {"enum": ["a", "b"]}}, "1", "not one of ['a', 'b']"),
    ({"type": "string", "constraints": {"unique": True}}, "same", "the same value as in row 2"),
]


@pytest.mark.parametrize(("field", "cell", "said"), CASES, ids=[said for *_, said in CASES])
@pytest.mark.parametrize("compressed", [False, True], ids=["over columns", "by frictionless"])
def test_cells(tmp_path: Path, field: dict[str, object], cell: str, said: str, compressed: bool) -> None:
    (tmp_path / "one.csv").write_text(f"a,b\nsame,1\n{cell},2\n", encoding="utf-8")
    fields = [{"name": "a", **field}, {"name": "b", "type": "string"}]
    resource = {"name": "one", "path": "one.csv", "encoding": "utf-8", "schema": {"fields": fields}}
    if compressed:
        del resource["path"]
        resource["data"] = [["a", "b"], ["same", "1"], [cell, "2"]]
    path = tmp_path / "datapackage.json"
    content = {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": [resource]}
    path.write_text(json.dumps(content), encoding="utf-8")
    report = validate(path, extra_checks=False)
    assert [error.message for error in report.errors if error.row_number == 3] == [said]
    assert bool(report.tasks[0].handed_over) is compressed


def test_keys(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("a,b,c\n1,1,\n1,1,9\n,,1\n", encoding="utf-8")
    schema = {
        "fields": [{"name": name, "type": "integer"} for name in "abc"],
        "primaryKey": ["a", "b"],
        "foreignKeys": [
            {"fields": ["c"], "reference": {"resource": "", "fields": ["a"]}},
            {"fields": ["b", "c"], "reference": {"resource": "", "fields": ["a", "b"]}},
        ],
    }
    path = tmp_path / "datapackage.json"
    path.write_text(
        json.dumps({"resources": [{"name": "one", "path": "one.csv", "schema": schema}]}), encoding="utf-8"
    )
    assert [(error.row_number, error.message) for error in validate(path, extra_checks=False).errors] == [
        (2, "(b, c) is ('1', ''), which is not in (a, b) of this table"),
        (3, "the same key as in row 2"),
        (3, "c is '9', which is not in a of this table"),
        (3, "(b, c) is ('1', '9'), which is not in (a, b) of this table"),
        (4, "the row has no key"),
        (4, "(b, c) is ('', '1'), which is not in (a, b) of this table"),
    ]


def test_what_is_not_known_is_said_as_frictionless_says_it() -> None:
    assert message("type-error", "something new", {}) == "something new"
    assert message("constraint-error", 'constraint "new" is "3"', {}) == 'constraint "new" is "3"'
    assert message("source-error", "the source is empty", {}) == ""
