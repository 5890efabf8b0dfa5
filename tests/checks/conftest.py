"""Small packages of our own making, written to a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checks_packages import TEXT, Rows, resource, sample, write_descriptor, write_package

from jiqun.checks.engine import records


@pytest.fixture(autouse=True)
def _fast_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small tables of tests are read as large ones are, where a test does not say otherwise."""
    monkeypatch.setattr(records, "SMALL_FILE", 0)


@pytest.fixture
def package(tmp_path: Path) -> Callable[..., Path]:
    """Writes the sample package after a change to its tables, and returns its descriptor's path."""

    def write(change: Callable[[dict[str, Rows]], None] | None = None, source: str = TEXT) -> Path:
        tables = sample()
        if change:
            change(tables)
        return write_package(tmp_path, tables, source)

    return write


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes a package of one CSV table from its text and fields, and returns its descriptor's path."""

    def write(text: str, fields: list[dict[str, Any]], **more: Any) -> Path:
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / "one.csv").write_bytes(text.encode())
        return write_descriptor(
            tmp_path, {"name": "one", "resources": [resource("one", text, fields, **more)]}
        )

    return write
