"""Texts made to be slow are read within the fuzzer's limit of processor time, two seconds.

Each was slow once: what takes half a second here at most took from two to twenty.
`benchmarks/adversarial.py` measures how time grows.
"""

import pytest

from fuzz import target

SIZE = 40_000
UNITS = {
    "words that end a noun phrase": "，预计",
    "numerals that are powers": "亿",
    "orders": "分别",
    "counts": "1个",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_hostile_text(unit: str) -> None:
    text = f"关于产业集群的意见\n\n到2015年，{unit * (SIZE // len(unit))}产值达到5亿元，增长15%。\n"
    assert target.extract(text.encode()) is not None
