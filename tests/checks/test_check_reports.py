"""The report in each of its forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from jiqun.checks import validate
from jiqun.checks.cli import run
from jiqun.checks.reports import as_json, github, html, text

FIELDS = [{"name": "a", "type": "integer"}, {"name": "b", "type": "string"}]
FAULTY = "a,b\n" + "x,ok\n" * 7 + "１,=1\n"


def test_text_counts_equal_problems_and_shows_a_few(table: Callable[..., Path]) -> None:
    written = text.write(validate(table(FAULTY, FIELDS)))
    assert "type-error in a: 7 times" in written
    assert written.count("\n    row ") == 5 + 2
    assert "… and 2 more" in written
    assert "row 9, column 1, '１'" in written
    assert "\x1b[" not in written
    assert written.rstrip().splitlines()[-1].startswith("invalid: 7 errors, 2 warnings; 1 resource, 8 rows")


def test_text_has_no_control_characters_of_the_package(table: Callable[..., Path]) -> None:
    """A name in it could move the cursor, or begin a line that GitHub takes for a command."""
    name = "\x1b[2J\n::error::\u202eabc"
    fields = [{"name": name, "type": "integer"}, {"name": "b", "type": f"none{name}"}]
    for said in (table(f'"{name}",b\nx,1\n', fields[:1]), table("a,b\n1,x\n", fields)):
        written = text.write(validate(said), verbose=True)
        assert "\\x1b[2J\\n::error::\\u202eabc" in written
        assert not any(line.startswith("::") for line in written.splitlines())
        assert not set(written) & {"\x1b", "\u202e"}


def test_verbose_text_shows_all_and_colours_are_optional(table: Callable[..., Path]) -> None:
    report = validate(table(FAULTY, FIELDS))
    assert text.write(report, verbose=True).count("'x'") >= 7
    assert "\x1b[31;1merror\x1b[0m" in text.write(report, colours=True)


def test_json_is_read_by_frictionless(table: Callable[..., Path], package: Callable[..., Path]) -> None:
    from frictionless import Report

    ours = validate(table(FAULTY, FIELDS))
    read = Report.from_descriptor(json.loads(as_json.write(ours)))
    assert read.valid is False
    assert read.flatten(["rowNumber", "fieldNumber", "type"]) == ours.flatten(
        ["rowNumber", "fieldNumber", "type"]
    )


def test_json_keeps_the_type_of_problems_of_ours(package: Callable[..., Path]) -> None:
    from frictionless import Report

    def change(tables: dict[str, list[dict[str, str]]]) -> None:
        tables["targets"][0]["quote"] = "总产值"
        tables["mentions"][5]["reason"] = ""

    written = json.loads(as_json.write(validate(package(change))))
    assert Report.from_descriptor(written).stats["errors"] == 2
    codes = [(error["type"], error["code"]) for task in written["tasks"] for error in task["errors"]]
    assert codes == [("cell-error", "quote-mismatch"), ("cell-error", "mention-not-accounted")]


def test_json_lists_warnings_with_all_their_properties(table: Callable[..., Path]) -> None:
    findings = json.loads(as_json.write(validate(table("a,b\n1,=1\n", FIELDS))))["findings"]
    assert [
        (found["type"], found["rowNumber"], found["fieldNumber"], found["level"]) for found in findings
    ] == [("formula-prefix", 2, 2, "warning")]


def test_github_annotations(table: Callable[..., Path]) -> None:
    lines = github.write(validate(table(FAULTY, FIELDS))).splitlines()
    path = table(FAULTY, FIELDS).parent / "data" / "one.csv"
    assert lines[0].startswith(f"::notice file={path.parents[1] / 'datapackage.json'},title=spreadsheet-")
    assert lines[1].startswith(f"::error file={path},title=type-error (7),line=2::row 2, column 1, 'x': ")
    assert lines[2].startswith("::warning ")
    assert len(lines) == 4


def test_github_annotations_stand_at_the_line_where_the_record_begins(table: Callable[..., Path]) -> None:
    """Cells before it may hold line ends; where nobody can count them, it is the record's number."""
    path = table('a,b\r\n1,"x\n\ny"\r\n\r\nx,z\r\n', FIELDS)
    report = validate(path, extra_checks=False)
    assert [error.row_number for error in report.errors if error.type == "type-error"] == [4]
    assert ",line=6::row 4, column 1" in github.write(report)
    (path.parent / "data" / "one.csv").unlink()
    assert ",line=4::row 4, column 1" in github.write(report)


def test_github_text_is_escaped(table: Callable[..., Path]) -> None:
    line = github.write(validate(table('a,b\n1,"x%\n"\n', FIELDS))).splitlines()
    assert len(line) == 1
    assert "%25" in line[0]


class _Closed(HTMLParser):
    """Collects text, and checks that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name in ("src", "href") for name, _ in attrs), "the file must need nothing else"
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] in ("tr", "td", "th", "p") and self.open[-1] != tag:
            self.open.pop()
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_html_is_one_closed_file_with_escaped_cells(table: Callable[..., Path]) -> None:
    parser = _Closed()
    parser.feed(html.write(validate(table("a,b\n<script>,ok\n", FIELDS))))
    assert parser.open == []
    assert any("'<script>'" in data for data in parser.texts)


@pytest.mark.parametrize(
    ("csv", "code"),
    [("a,b\n1,x\n", 0), ("a,b\nx,x\n", 1), ("a,b\n１,x\n", 2)],
    ids=["valid", "errors", "warnings"],
)
@pytest.mark.parametrize("form", ["text", "json", "github", "html"])
def test_the_command_returns_the_exit_code_in_every_form(
    table: Callable[..., Path], capsys: pytest.CaptureFixture[str], csv: str, code: int, form: str
) -> None:
    assert run([str(table(csv, FIELDS)), "--format", form]) == code
    written = capsys.readouterr().out
    assert written.strip() or (form == "github" and code == 0)


def test_the_command_judges_the_current_folder(
    table: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(table("a,b\n1,x\n", FIELDS).parent)
    assert run([]) == 0
    assert capsys.readouterr().out.startswith("valid; 1 resource, 1 row")


def test_a_missing_package_is_said_on_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run([str(tmp_path / "no.json")]) == 1
    assert "no such file" in capsys.readouterr().out
