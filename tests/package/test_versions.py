"""Versions by the rule, and the changelog's entries against what changed."""

from pathlib import Path

import pytest

from jiqun.package.changelog import Release, read_changelog
from jiqun.package.difference import Change, Difference, Level, TableDifference
from jiqun.package.finished import PackageError
from jiqun.package.versions import find_faults, next_version


@pytest.mark.parametrize(
    ("level", "version"), [("major", "2.0.0"), ("minor", "1.3.0"), ("patch", "1.2.4"), ("none", "1.2.3")]
)
def test_the_next_version(level: str, version: str) -> None:
    assert next_version("1.2.3", Level[level]) == version


@pytest.mark.parametrize("version", ["", "1.2", "v1.2.3", "1.2.3-rc1", "01.2.3"])
def test_versions_are_three_numbers(version: str) -> None:
    with pytest.raises(ValueError, match="expected three numbers"):
        next_version(version, Level.patch)


def difference(level: Level, old: str, new: str) -> Difference:
    """A difference of a level."""
    table = TableDifference("facts")
    if level is Level.major:
        table.columns_added = ["stage"]
        table.constraints = [Change("value", "type", "number", "integer")]
    if level is Level.minor:
        table.added = ["r-1"]
    table.reordered = level is Level.patch
    return Difference(old, new, tables=[table] if level else [])


def releases(*versions: str, entry: str = "facts: stage, value") -> list[Release]:
    return [Release(version, None, (entry,)) for version in versions]


@pytest.mark.parametrize(
    ("level", "new"),
    [("major", "2.0.0"), ("minor", "1.3.0"), ("patch", "1.2.4"), ("none", "1.2.3"), ("none", "1.2.4")],
)
def test_a_version_by_the_rule_is_right(level: str, new: str) -> None:
    changelog = releases(*dict.fromkeys([new, "1.2.3", "1.0.0"]))
    assert find_faults(difference(Level[level], "1.2.3", new), changelog) == []


@pytest.mark.parametrize(
    ("level", "new", "expected"),
    [
        ("major", "1.3.0", "2.0.0"),
        ("minor", "1.2.4", "1.3.0"),
        ("minor", "1.2.3", "1.3.0"),
        ("patch", "1.3.0", "1.2.4"),
        ("minor", "1.4.0", "1.3.0"),
        ("minor", "1.1.0", "1.3.0"),
        ("none", "2.0.0", "1.2.3 or 1.2.4"),
    ],
)
def test_a_version_against_the_rule_is_told(level: str, new: str, expected: str) -> None:
    faults = find_faults(difference(Level[level], "1.2.3", new), releases(new, "1.2.3"))
    assert faults[0].startswith(f"version {new} after 1.2.3: ")
    assert faults[0].endswith(f"which makes it {expected}")


@pytest.mark.parametrize(
    ("changelog", "complaint"),
    [
        ([], "has no version"),
        (releases("1.2.3"), "begins with 1.2.3, the package is 2.0.0"),
        ([Release("2.0.0", None, ()), *releases("1.2.3")], "says nothing of 2.0.0"),
        (releases("2.0.0", "1.0.0", "1.2.3"), "do not go down"),
        (releases("2.0.0", "1.0.0"), "has no 1.2.3"),
        (releases("2.0.0", "1.2.3", entry="facts: stages"), "does not name what changed: stage, value"),
    ],
)
def test_a_changelog_that_is_wrong_is_told(changelog: list[Release], complaint: str) -> None:
    faults = find_faults(difference(Level.major, "1.2.3", "2.0.0"), changelog)
    assert any(complaint in fault for fault in faults), faults


def test_a_version_that_is_none_is_told() -> None:
    assert "expected three numbers" in find_faults(difference(Level.none, "1.2.3", "new"), [])[0]


def test_a_changelog_is_read_entry_by_entry(tmp_path: Path) -> None:
    path = tmp_path / "CHANGELOG.md"
    path.write_text(
        "# Changes\n\nA word.\n\n## 1.1.0 (2026-01-02)\n\n- one\n  goes on\n- two\n\nthree\n\n## 1.0.0\n",
        "utf-8",
    )
    assert read_changelog(path) == [
        Release("1.1.0", "2026-01-02", ("one\ngoes on", "two", "three")),
        Release("1.0.0", None, ()),
    ]
    assert read_changelog(tmp_path / "none.md") == []


def test_a_heading_of_another_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "CHANGELOG.md"
    path.write_text("# Changes\n\n## Version 1\n", "utf-8")
    with pytest.raises(PackageError, match=r"line 3: '## Version 1', expected"):
        read_changelog(path)
