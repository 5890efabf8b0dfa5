"""With `extra_checks=False` the validator says exactly what frictionless says."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
import zipfile
from pathlib import Path
from typing import Any

import frictionless
import pytest
from checks_fixtures import TWO, Fixture, every

from jiqun.checks import validate
from jiqun.checks.engine import records

PROPERTIES = ["taskNumber", "rowNumber", "fieldNumber", "type", "fieldName", "cell", "note"]
SMALL_FILE = records.SMALL_FILE
FIXTURES = every()


def frictionless_says(path: Path, limit_errors: int = 1000) -> list[list[Any]] | None:
    """Frictionless's errors; None where it raises instead of reporting."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            report = frictionless.validate(str(path), limit_errors=limit_errors)
        except Exception:
            return None
    return report.flatten(PROPERTIES)


def write(folder: Path, fixture: Fixture) -> Path:
    (folder / "one.csv").write_bytes(fixture.data)
    (folder / "two.csv").write_bytes(TWO.encode())
    path = folder / "datapackage.json"
    path.write_text(json.dumps(fixture.descriptor(), ensure_ascii=False), encoding="utf-8")
    return path


def test_the_fixtures_are_many_and_distinct() -> None:
    assert len(FIXTURES) >= 300
    assert len({fixture.name for fixture in FIXTURES}) == len(FIXTURES)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_the_verdict_is_that_of_frictionless(
    fixture: Fixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, fixture)
    expected = frictionless_says(path)
    for small_file, piece_bytes in ((SMALL_FILE, records.PIECE_BYTES), (0, records.PIECE_BYTES), (0, 40)):
        monkeypatch.setattr(records, "SMALL_FILE", small_file)
        # In pieces of 40 bytes nearly every record is at the edge of one.
        if len(fixture.data) < 400:
            monkeypatch.setattr(records, "PIECE_BYTES", piece_bytes)
        report = validate(path, extra_checks=False)
        if expected is None:
            assert "judge-failed" in [problem.type for problem in report.errors]
        else:
            assert report.flatten(PROPERTIES) == expected


@pytest.mark.parametrize("form", ["yaml", "zip", "package", "inquiry", "resource"])
def test_a_package_in_another_form_has_the_same_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    path = write(tmp_path, next(fixture for fixture in FIXTURES if fixture.name == "several"))
    expected = frictionless_says(path)
    assert expected
    if form == "yaml":
        path = path.rename(tmp_path / "datapackage.yaml")
    elif form == "zip":
        with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
            for name in ("datapackage.json", "one.csv", "two.csv"):
                archive.write(tmp_path / name, name)
        path = tmp_path / "package.zip"
    else:
        monkeypatch.chdir(tmp_path)
        inner = {"package": path.name, "inquiry": "inquiry.json", "resource": "resource.json"}[form]
        resource = json.loads(path.read_text(encoding="utf-8"))["resources"][0]
        Path("inquiry.json").write_text(
            json.dumps({"tasks": [resource, {"path": "none.csv"}]}), encoding="utf-8"
        )
        Path("resource.json").write_text(json.dumps(resource), encoding="utf-8")
        path = tmp_path / "outer.json"
        path.write_text(json.dumps({"resources": [{"name": "inner", "path": inner}]}), encoding="utf-8")
    expected = frictionless_says(path)
    assert expected
    assert validate(path, extra_checks=False).flatten(PROPERTIES) == expected


def test_most_fixtures_are_judged_over_columns(tmp_path: Path) -> None:
    handed_over = []
    for fixture in FIXTURES[::10]:
        tasks = validate(write(tmp_path, fixture), extra_checks=False).tasks
        handed_over += [tasks[0].handed_over] if tasks and tasks[0].handed_over else []
    assert len(handed_over) < len(FIXTURES[::10]) / 4, sorted(handed_over)


def test_a_table_of_many_pieces_is_judged_over_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "PIECE_BYTES", 3000)
    fields: list[dict[str, Any]] = [
        {"name": "id", "type": "string", "constraints": {"pattern": "[a-z0-9-]+", "unique": True}},
        {"name": "parent", "type": "string"},
        {"name": "number", "type": "integer", "constraints": {"minimum": 0}},
    ]
    keys = [{"fields": ["parent"], "reference": {"resource": "", "fields": ["id"]}}]
    rows = [f"row-{number},{f'row-{number // 2}' if number % 3 else ''},{number}" for number in range(20_000)]
    rows[15_000] = "row-7,row-none,x"
    data = "\n".join(["id,parent,number", *rows, ""]).encode()
    fixture = Fixture("many pieces", data, fields, {"primaryKey": "id", "foreignKeys": keys})
    path = write(tmp_path, fixture)
    report = validate(path, extra_checks=False)
    assert [task.handed_over for task in report.tasks] == ["", ""]
    assert report.flatten(PROPERTIES) == frictionless_says(path)
    assert [error.type for error in report.errors[:4]] == [
        "type-error",
        "unique-error",
        "primary-key",
        "foreign-key",
    ]


@pytest.mark.parametrize("blank", ["", ",,,"])
def test_columns_that_nobody_judges_are_read_where_a_row_may_be_blank(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blank: str
) -> None:
    monkeypatch.setattr(records, "PIECE_BYTES", 3000)
    fields = [{"name": name, "type": "string"} for name in ("a", "b", "c")]
    fields.insert(1, {"name": "number", "type": "integer"})
    rows = [f'a,{number},文字,"x\n,y"' for number in range(1000)]
    for number, row in (
        (300, blank),
        (301, ",,,z"),
        (500, "a,x,b,c"),
        (700, "a,1"),
        (701, blank),
        (999, ",x,,"),
    ):
        rows[number] = row
    data = "\n".join(["a,number,b,c", *rows, ""]).encode()
    path = write(tmp_path, Fixture("late columns", data, fields))
    report = validate(path, extra_checks=False)
    assert [task.handed_over for task in report.tasks] == ["", ""]
    assert report.flatten(PROPERTIES) == frictionless_says(path)
    errors = report.errors[:6]
    assert [error.type for error in errors] == [
        "blank-row",
        "type-error",
        "missing-cell",
        "missing-cell",
        "blank-row",
        "type-error",
    ]
    cells = [error.properties("cells")["cells"] for error in errors]
    assert cells[1] == ["a", "x", "b", "c"] and cells[-1] == ["", "x", "", ""]


def test_judging_does_not_load_pandas(tmp_path: Path) -> None:
    """Loading it takes longer than to judge most packages; pyarrow loads it unasked where it makes arrays of
    lists."""
    fixture = next(fixture for fixture in FIXTURES if fixture.name == "primary key of two fields")
    path = write(tmp_path, fixture)
    scripts = Path(__file__).parents[2] / "scripts"
    code = f"import sys; sys.path.insert(0, {str(scripts)!r}); from jiqun.checks import validate; "
    code += f"validate({str(path)!r}); print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_descriptors_of_errors_are_those_of_frictionless(tmp_path: Path) -> None:
    # The cells of a blank line are left out: the fast reader takes it for a row of empty cells.
    names = {"several", "short and long rows with faults", "incorrect label", "duplicate label"}
    chosen = [fixture for fixture in FIXTURES if fixture.name in names]
    assert len(chosen) == len(names)
    for fixture in chosen:
        path = write(tmp_path, fixture)
        expected = frictionless.validate(str(path))
        report = validate(path, extra_checks=False)
        ours = [dict(problem.descriptor) for problem in report.errors]
        assert ours == [error.to_descriptor() for task in expected.tasks for error in task.errors]
