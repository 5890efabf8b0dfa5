"""The checks inside frictionless."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checks_packages import Rows

from jiqun.checks.catalog import CHECKS
from jiqun.checks.for_frictionless import checks


def test_a_checklist_finds_what_the_validator_finds(package: Callable[..., Path]) -> None:
    from frictionless import Checklist, Package

    def change(tables: dict[str, Rows]) -> None:
        tables["targets"][0]["quote"] = "总产值"
        del tables["mentions"][5]

    found = Package(str(package(change))).validate(Checklist(checks=checks("evidence", "ledger")))
    properties = ["taskNumber", "rowNumber", "fieldNumber", "type"]
    assert found.flatten(properties) == [[1, 2, 1, "numeral-not-in-ledger"], [3, 2, 6, "quote-mismatch"]]


def test_all_checks_pass_over_a_proven_package(package: Callable[..., Path]) -> None:
    from frictionless import Checklist, Package

    assert Package(str(package())).validate(Checklist(checks=checks())).valid


def test_checks_that_only_note_something_are_used_when_named() -> None:
    notices = [check.name for check in CHECKS if check.level == "notice"]
    assert notices
    assert not {f"jiqun-{name}" for name in notices} & {check.type for check in checks()}
    assert [check.type for check in checks(*notices)] == [f"jiqun-{name}" for name in notices]


def test_a_table_without_a_package_is_left_alone(tmp_path: Path) -> None:
    from frictionless import Checklist, Resource, system

    (tmp_path / "a.csv").write_text("a\n1\n")
    with system.use_context(trusted=True):
        assert Resource(path=str(tmp_path / "a.csv")).validate(Checklist(checks=checks())).valid


def test_an_unknown_name() -> None:
    with pytest.raises(KeyError):
        checks("none")
