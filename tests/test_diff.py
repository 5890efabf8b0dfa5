"""`jiqun diff`: words and JSON, folders and zips, and the check of version and changelog."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from jiqun.cli import main
from jiqun.package import opening
from made_packages import FIELDS, ROWS, make_package

CHANGELOG = "## 1.3.0\n\n- A row more.\n\n## 1.2.3\n\n- The first.\n"
MORE = [*ROWS, ["r-4", "4", "a"]]


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["diff", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_package(tmp_path / "old")


def test_words(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fields = [*FIELDS[:2], FIELDS[2] | {"title": "种类"}, {"name": "stage"}]
    rows = [["r-1", "1.5", "a", ""], ["r-3", "3", "b", ""], ["r-4", "4", "a", ""]]
    new = make_package(tmp_path / "new", "2.0.0", fields, rows, text="另文")
    assert run(capsys, old, new) == (
        0,
        """1.2.3 -> 2.0.0: major: columns or constraints changed
~ file text.txt

facts: major: columns or constraints changed
  + column stage
  ~ title of column kind: (none) -> 种类
  rows: 3 -> 3
  + row r-4
  - row r-2
  ~ row r-1: value 1 -> 1.5
""",
        "",
    )


def test_no_difference(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, old, old) == (0, "1.2.3 -> 1.2.3: nothing changed\n", "")


def test_many_changes_are_cut_in_words_and_never_in_json(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = make_package(tmp_path / "new", rows=[*ROWS, *([f"s-{number}", "1", "a"] for number in range(30))])
    assert "  + row s-1\n  … and 28 more of this kind\n" in run(capsys, old, new, "--limit", 2)[1]
    assert "s-29" in run(capsys, old, new, "--limit", 0)[1]
    code, out, _ = run(capsys, old, new, "--format", "json")
    found = json.loads(out)
    assert (code, found["level"]) == (0, "minor")
    [table] = found["tables"]
    assert table["rows_added"] == [f"s-{number}" for number in range(30)]


def test_json_says_it_by_id_and_column(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = make_package(tmp_path / "new", rows=[["r-1", "9", "a"], *ROWS[1:]])
    [table] = json.loads(run(capsys, old, new, "--format", "json")[1])["tables"]
    assert table["rows_changed"] == [{"id": "r-1", "cells": {"value": {"old": "1", "new": "9"}}}]
    assert table["level"] == "patch"


def zipped(folder: Path, prefix: str = "") -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{prefix}{file.name}")
    shutil.rmtree(folder)
    return path


@pytest.mark.parametrize("prefix", ["", "package/"])
def test_a_zip_is_as_good_as_a_folder(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], prefix: str
) -> None:
    new = zipped(make_package(tmp_path / "new", "1.3.0", rows=MORE, changelog=CHANGELOG), prefix)
    code, out, _ = run(capsys, zipped(old, prefix), new, "--check")
    assert code == 0
    assert "+ row r-4" in out


def test_check_passes_and_fails(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = make_package(tmp_path / "right", "1.3.0", rows=MORE, changelog=CHANGELOG)
    assert run(capsys, old, right, "--check")[0::2] == (0, "")
    wrong = make_package(tmp_path / "wrong", "1.2.4", rows=MORE, changelog=CHANGELOG)
    code, _, said = run(capsys, old, wrong, "--check")
    assert code == 1
    assert "version 1.2.4 after 1.2.3: rows were added or removed, which makes it 1.3.0" in said
    assert "the changelog begins with 1.3.0, the package is 1.2.4" in said
    code, out, _ = run(capsys, old, wrong, "--check", "--format", "json")
    assert (code, len(json.loads(out)["faults"])) == (1, 2)


def test_the_changelog_may_lie_elsewhere(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = make_package(tmp_path / "new", "1.3.0", rows=MORE)
    assert run(capsys, old, new, "--check")[0] == 1
    (tmp_path / "changes.md").write_text(CHANGELOG, "utf-8")
    assert run(capsys, old, new, "--check", "--changelog", tmp_path / "changes.md")[0] == 0


def test_what_is_no_package_is_told_in_one_line(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "torn.zip").write_bytes(b"PK torn")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("thesis.txt", "years of work")
    (old / "facts.csv").write_text("id,value,kind\nr-1,1\n", "utf-8")
    for path, complaint in (
        (tmp_path / "none", "datapackage.json: cannot be read"),
        (tmp_path / "none.zip", "cannot be read"),
        (tmp_path / "torn.zip", "cannot be read as a zip"),
        (tmp_path / "other.zip", "holds no datapackage.json"),
        (old, "facts.csv: line 2: 2 cells, expected 3"),
    ):
        code, out, said = run(capsys, old if path != old else path, path)
        assert (code, out) == (1, "")
        assert said.startswith("jiqun diff: error: ")
        assert complaint in said
        assert said.count("\n") == 1


def spoil(path: Path) -> Path:
    """Let the packed bytes of a file's last member be none that can be unpacked."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}" + " " * 5000)
    data = bytearray(path.read_bytes())
    start = data.index(b"datapackage.json") + len("datapackage.json")
    data[start : start + 8] = b"\xff" * 8
    path.write_bytes(data)
    return path


def test_a_zip_that_is_damaged_inside(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = run(capsys, old, spoil(tmp_path / "spoilt.zip"))
    assert code == 1
    assert "cannot be read as a zip" in said


def test_a_bomb_is_not_unpacked(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_LARGE", 1000)
    path = zipped(old)
    assert run(capsys, path, path)[0] == 0
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.csv", b"0" * 1_000_000)
    code, _, said = run(capsys, path, path)
    assert code == 1
    assert "GB when unpacked: unpack it" in said


def test_a_release_is_compared_with_the_tag_before_it(repository: Path, tmp_path: Path) -> None:
    """The script of continuous integration, in a repository with a tag."""
    folder = tmp_path / "repository"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(repository / ".ci" / "release", folder / ".ci" / "release")
    program = tmp_path / "jiqun"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(repository / 'scripts')!r})\n"
        "from jiqun.cli import main\nsys.exit(main())\n"
    )
    program.chmod(0o755)

    def call(*command: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"JIQUN": str(program), "GIT_CONFIG_GLOBAL": os.devnull}
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    def commit(message: str, **package: Any) -> None:
        for path in make_package(tmp_path / message, **package).iterdir():
            path.replace(folder / path.name)
        call("git", "add", ".")
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        assert call("git", *who, "commit", "-q", "-m", message).returncode == 0

    call("git", "init", "-q")
    commit("first")
    done = call("bash", ".ci/release")
    assert (done.returncode, done.stdout) == (0, "no version before this one: nothing to compare with\n")
    call("git", "tag", "v1.2.3")
    commit("wrong", rows=MORE, changelog=CHANGELOG, version="1.2.4")
    done = call("bash", ".ci/release")
    assert done.returncode == 1
    assert "which makes it 1.3.0" in done.stderr
    commit("right", rows=MORE, changelog=CHANGELOG, version="1.3.0")
    call("git", "tag", "v1.3.0")
    done = call("bash", ".ci/release")
    assert (done.returncode, done.stderr) == (0, "")
    assert "+ row r-4" in done.stdout
