"""Any bytes give rows without fault or a clear refusal: a few here, many by `tests/fuzz/target.py`."""

import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import strategies
from fuzz import target, texts
from fuzz.expressions import expressions
from jiqun.facts import Extracted
from jiqun.reading import Document

FINDS = sorted(target.FINDS.glob("*.bin"))


@pytest.mark.parametrize("path", FINDS, ids=lambda path: path.stem)
def test_what_was_found_once_is_mended(path: Path) -> None:
    target.execute(path.read_bytes())


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_what_looks_like_a_document(seed: int) -> None:
    target.execute(texts.bytes_by_chance(random.Random(seed)))


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_short_texts_of_words_that_rules_look_for(seed: int) -> None:
    target.execute(texts.short_bytes(random.Random(seed)))


@settings(max_examples=60)
@given(st.binary(max_size=200))
@example(b"")
def test_any_bytes(data: bytes) -> None:
    target.execute(data)


@settings(max_examples=40)
@given(strategies.filled_texts, st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_any_text(text: str, encoding: str) -> None:
    target.execute(text.encode(encoding, errors="ignore"))


def test_a_find_is_one() -> None:
    """The target sees a fault of the rows where there is one."""
    import jiqun.batch

    plain = jiqun.batch._facts
    try:
        jiqun.batch._facts = lambda document, found: {**plain(document, found), "mentions": []}
        with pytest.raises(target.Find, match="mention"):
            target.execute("到2015年产值达到30亿元。".encode())
    finally:
        jiqun.batch._facts = plain


def test_finds_among_many_are_told_apart_and_made_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Judged together, the one text whose rows do not hold together is kept, without what it needs not."""
    import jiqun.batch

    plain = jiqun.batch._facts

    def without_mentions(document: Document, found: Extracted | Exception) -> Extracted:
        rows = plain(document, found)
        return {**rows, "mentions": []} if "力争" in document.source.text else rows

    monkeypatch.setattr(jiqun.batch, "_facts", without_mentions)
    monkeypatch.setattr(target, "FINDS", tmp_path)
    run = target.Run()
    for text in ("全区企业30家。", "力争全区企业达到30家。", "全区园区3个。"):
        run.add(text.encode())
    run.finish()
    assert (run.executions, run.converted, run.finds) == (3, 3, 1)
    assert [path.read_text("utf-8") for path in tmp_path.iterdir()] == ["力争全0"]


def test_expressions_are_found_wherever_they_are_written() -> None:
    found = expressions()
    assert {"jiqun.language.periods.PERIOD", "jiqun.facts.modality._GOAL"} <= set(found)
    assert any(name.startswith("jiqun.facts.") and name.rsplit(".", 1)[1].isdigit() for name in found)
    assert texts.literals(r"(?:甲乙|丙)[丁戊]+(?=己)") == {"甲乙", "丙", "丁", "戊", "己"}
