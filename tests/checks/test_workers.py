"""Small files are read without threads, whatever comes of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from jiqun.checks import validate
from jiqun.checks.engine import records
from jiqun.checks.engine.workers import workers


@pytest.mark.parametrize("worthwhile", [True, False])
def test_results_and_errors_are_those_of_the_call(worthwhile: bool) -> None:
    with workers(2, worthwhile=worthwhile) as those:
        assert list(those.map(int, ["1", "2"])) == [1, 2]
        fault = those.submit(int, "x")
        with pytest.raises(ValueError, match="invalid literal"):
            fault.result()


def test_a_small_table_starts_no_threads(table: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting them takes longer than to judge it; a larger one is read by several."""
    started: list[str] = []
    start = threading.Thread.start
    monkeypatch.setattr(threading.Thread, "start", lambda self: (started.append(self.name), start(self))[1])
    path = table("a,b\n" + "1,x\n" * 50, [{"name": "a", "type": "integer"}, {"name": "b"}], primaryKey="b")
    errors = validate(path).flatten()
    assert (len(errors), started) == (49, [])
    monkeypatch.setattr(records, "SMALL_FILE", 0)
    monkeypatch.setattr(records, "PIECE_BYTES", 40)
    assert validate(path).flatten() == errors
    assert started
