"""A large package judged some documents at a time gives what judging it as a whole gives."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import jiqun.batch
import sample_rows
from jiqun.checks import validate
from jiqun.checks.engine import columns, keys, windows
from jiqun.checks.engine.arrays import text_array
from jiqun.convert import convert

SENTENCE = "到2015年，全县工业总产值达到{}亿元，“园区”产值达到20亿元。"
TEXTS = {f"{number}.txt": f"第{number}号通知\n{SENTENCE.format(number)}\n" for number in range(1, 8)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("windows")
    (folder / "in").mkdir()
    for name, text in TEXTS.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jiqun.batch, "facts", sample_rows)
        convert([folder / "in"], folder / "out")
    return folder / "out"


@pytest.fixture
def package(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "out"))


def change(package: Path, table: str, column: str, row: int, value: str) -> None:
    path = package / "data" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    rows[row][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def turn(package: Path, table: str) -> None:
    """Put the rows of a table in the opposite order."""
    path = package / "data" / f"{table}.csv"
    header, *rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(header + "".join(reversed(rows)), encoding="utf-8")


def problems(package: Path) -> list[tuple[str, str, int, str]]:
    report = validate(package)
    found = [*report.errors, *report.warnings]
    return sorted((item.type, item.resource, item.row_number or 0, item.message) for item in found)


@pytest.fixture
def in_windows(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def switch() -> None:
        monkeypatch.setattr(columns, "_SMALL_FILE", 0)
        monkeypatch.setattr(windows, "_DOCUMENTS", 2)
        monkeypatch.setattr(windows, "_PIECE_BYTES", 700)
        monkeypatch.setattr(keys, "_EXACT_KEYS", 3)

    return switch


FAULTS = [
    ("mentions", "start", 3, "1"),
    ("mentions", "fact_id", 9, "nothing-t1"),
    ("mentions", "reason", 3, "duplicate"),
    ("targets", "quote", 11, "别的话"),
    ("targets", "mention_id", 14, "nothing-m1"),
    ("targets", "value", 8, "21"),
    ("sections", "end", 6, "3"),
    ("sections", "parent_id", 4, "nothing-s1"),
    ("documents", "sha256", 7, "0" * 64),
    ("documents", "start", 5, "2"),
]


@pytest.mark.parametrize(("table", "column", "row", "value"), FAULTS)
def test_windows_see_what_the_whole_shows(
    package: Path, in_windows: Callable[[], None], table: str, column: str, row: int, value: str
) -> None:
    change(package, table, column, row, value)
    whole = problems(package)
    in_windows()
    assert whole
    assert problems(package) == whole


@pytest.mark.parametrize("table", ["documents", "mentions"])
def test_rows_in_another_order_are_judged_as_a_whole(
    package: Path, in_windows: Callable[[], None], table: str
) -> None:
    turn(package, table)
    change(package, "targets", "quote", 11, "别的话")
    whole = problems(package)
    in_windows()
    assert "quote" in " ".join(message for _, _, _, message in whole)
    assert problems(package) == whole


def test_no_more_than_a_window_is_read_at_once(
    package: Path, in_windows: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_windows()
    seen = []
    plain = windows.windows

    def watch(of: windows.Package) -> object:
        for window in plain(of):
            seen.append(len(window.tables["documents"].texts("document_id")))
            yield window

    monkeypatch.setattr("jiqun.checks.engine.run.windows", watch)
    assert problems(package) == []
    assert seen == [2, 2, 2, 1]


def test_a_hash_is_the_same_wherever_the_text_stands() -> None:
    texts = ["", "a", "\0", "\0\0", "文件-1", "文件-2", "x" * 8, "x" * 16, "x" * 17, "y" + "x" * 16]
    texts += ["z" * 512, "z" * 513, "z" * 600 + "a", "z" * 600 + "b", *map(str, range(40))]
    whole = keys.hash_texts(text_array(texts)).tolist()
    assert len(set(whole)) == len(texts)
    for start in range(len(texts)):
        assert keys.hash_texts(text_array(texts).slice(start)).tolist() == whole[start:]
        assert keys.hash_texts(text_array([texts[start]])).tolist() == whole[start : start + 1]


def test_texts_that_differ_little_have_different_hashes() -> None:
    texts = [f"doc-{number:07d}-m{number % 10}" for number in range(300_000)]
    assert len(np.unique(keys.hash_texts(text_array(texts)))) == len(texts)


def test_keys_are_known_by_text_or_by_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    for exact in (100, 5):
        monkeypatch.setattr(keys, "_EXACT_KEYS", exact)
        known = keys.Keys()
        known.add(text_array(["a", None, "b", "a"]))
        known.add(text_array([f"k{number}" for number in range(9)]))
        known.add(text_array(["z"]))
        assert known.strangers(text_array(["a", "c", None, "k8", "z", "k9"])) == [1, 5]
        assert "b" in known and "c" not in known and None not in known
