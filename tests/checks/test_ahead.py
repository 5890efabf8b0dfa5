"""A large table is read ahead of frictionless's word on how, and what was read counts only if that fits."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from test_differential import frictionless_says

from jiqun.checks import validate
from jiqun.checks.engine import ahead, begun, records

FIELDS = [
    {"name": "id", "type": "integer", "constraints": {"required": True}},
    {"name": "text", "type": "string"},
    {"name": "parent", "type": "string"},
]
ROWS = [f'{number},"文字, {number}",p{number % 7}' for number in range(2000)]


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_LARGE", 0)
    monkeypatch.setattr(records, "PIECE_BYTES", 3000)


def write(folder: Path, rows: list[str], end: str = "\n", **more: Any) -> Path:
    (folder / "one.csv").write_bytes(end.join(["id,text,parent", *rows, ""]).encode())
    schema = {"fields": FIELDS, "primaryKey": "id"}
    resource = {"name": "one", "path": "one.csv", "encoding": "utf-8", "schema": schema, **more}
    path = folder / "datapackage.json"
    path.write_text(json.dumps({"resources": [resource]}), encoding="utf-8")
    return path


@pytest.mark.parametrize("where", [0, 20, 500, 1999])
@pytest.mark.parametrize("row", ["x,y,z", "1,2", ",,", '3,"a"b,c', '4,"a', "5,\0,c", "6,a\rb,c"])
def test_faults_in_what_was_read_ahead_and_behind_it(tmp_path: Path, where: int, row: str) -> None:
    path = write(tmp_path, [*ROWS[:where], row, *ROWS[where + 1 :]])
    said = frictionless_says(path)
    assert validate(path, extra_checks=False).flatten(["rowNumber", "fieldNumber", "type"]) == [
        [error[1], error[2], error[3]] for error in said or []
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"encoding": "gb18030"},
        {"dialect": {"delimiter": ";"}},
        {"dialect": {"header": False}},
        {"schema": {"fields": FIELDS, "missingValues": ["-"]}},
        {"schema": {"fields": "id"}},
        {"path": "../one.csv"},
        {"path": "none.csv"},
        {"format": "xlsx"},
        {"bytes": 5, "hash": "sha256:00"},
    ],
    ids=str,
)
def test_where_it_turns_out_otherwise_the_verdict_is_the_same(tmp_path: Path, more: dict[str, Any]) -> None:
    path = write(tmp_path, ROWS, **more)
    said = frictionless_says(path)
    assert validate(path, extra_checks=False).flatten(["type"]) == [[error[3]] for error in said or []]


def test_other_line_ends_and_their_hash(tmp_path: Path) -> None:
    path = write(tmp_path, ROWS, end="\r", bytes=5, hash="sha256:00")
    assert validate(path, extra_checks=False).flatten(["type"]) == [["hash-count"], ["byte-count"]]


def test_pieces_are_read_ahead_and_no_thread_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bool] = []
    pieces = begun.Begun.pieces

    def noted(self: Any) -> Any:
        if self._thread:
            # As if frictionless took very long to load.
            self._thread.join()
        for piece, parsed in pieces(self):
            given.append(parsed is not None)
            yield piece, parsed

    monkeypatch.setattr(begun.Begun, "pieces", noted)
    monkeypatch.setattr(ahead, "_MOST_PIECES", 3)
    threads = threading.active_count()
    assert validate(write(tmp_path, ROWS), extra_checks=False).valid
    assert given[:4] == [True, True, True, False]
    assert threading.active_count() == threads
    assert not validate(write(tmp_path, ROWS, path="../one.csv"), extra_checks=False).valid
    assert threading.active_count() == threads
