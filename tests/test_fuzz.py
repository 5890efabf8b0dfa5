"""Any bytes give rows without fault or a clear refusal: a few here, many by `tests/fuzz/target.py`."""

import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import strategies
from fuzz import target

FINDS = sorted(target.FINDS.glob("*.bin"))
SENTENCES = target.pieces()


@pytest.mark.parametrize("path", FINDS, ids=lambda path: path.stem)
def test_what_was_found_once_is_mended(path: Path) -> None:
    target.execute(path.read_bytes())


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_what_looks_like_a_document(seed: int) -> None:
    target.execute(target.bytes_by_chance(random.Random(seed), SENTENCES))


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
        jiqun.batch._facts = lambda document: {**plain(document), "mentions": []}  # type: ignore[assignment]
        with pytest.raises(target.Find, match="mention"):
            target.execute("到2015年产值达到30亿元。".encode())
    finally:
        jiqun.batch._facts = plain
