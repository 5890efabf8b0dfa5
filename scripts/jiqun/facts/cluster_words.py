"""What the words of a cluster's name say: a trade, a proper name, or nothing that tells it from others."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from jiqun import codes
from jiqun.facts.cluster_heads import NUMBER
from jiqun.language import vocabulary
from jiqun.language.industries import industries
from jiqun.patterns import quick

BRACKETS = re.compile("[（(].*?[）)]")
CHINESE = re.compile("[\u4e00-\u9fff]+")
# What a bracket tells of a member of a list: 装备制造（含机器人）.
REMARK = re.compile("（(?:不?含|包括|包含|涵盖)[^（）]*）$")


def without_remark(text: str, start: int, end: int) -> int:
    """End of a member without a bracket that tells what it includes."""
    remark = REMARK.search(text, start, end)
    return remark.start() if remark else end


def without_class(text: str, start: int, end: int) -> int:
    """End of a member without the word that closes its list, or calls it a field: 食品加工|等,
    电子信息|领域.
    """
    if text.endswith("等", start, end):
        end -= 1
    return end - 2 if text.endswith("领域", start, end) and end - start > 3 else end


def is_trade(printed: str) -> bool:
    """Whether a stretch is a trade, or trades side by side, and little else."""
    trades = industries().find(printed)
    return bool(trades) and sum(trade.end - trade.start for trade in trades) * 2 >= len(printed)


def is_trade_alone(printed: str) -> bool:
    """Whether a stretch is one trade and nothing else: 化工, not 厦门化工."""
    return any(trade.start == 0 and trade.end == len(printed) for trade in industries().find(printed))


def trade_name(printed: str) -> str:
    """A trade without its ending: 装备制造业 and 装备制造产业 are 装备制造, 乳业 stays."""
    name = re.sub("(?:产业|行业|(?<=加工)业|(?<=..)(?<![加重轻化新])工业)$", "", printed)
    return (
        name[:-1] if name.endswith("业") and len(name) >= 3 and name[-2] not in "农工林渔牧商矿乳药" else name
    )


def without_generic(printed: str) -> str:
    """What is left of a stretch without the words that name nothing."""
    return generic().sub("", printed)


@cache
def generic() -> re.Pattern[str]:
    """Words that tell nothing of what they stand before (kind `generic` of list_breakers.csv), and counts."""
    terms = sorted(
        (row["term"] for row in vocabulary.read("list_breakers") if row["kind"] == "generic"),
        key=lambda term: (-len(term), term),
    )
    return quick(
        "|".join(map(re.escape, terms))
        + rf"|{NUMBER}(?:个|大|条|家|批|类|座|市|县|区|镇|乡|省|级|亿元?级?)?|[（）、的]"
    )


@cache
def sectors() -> frozenset[str]:
    """Sectors of the economy, whose leading industries are many (kind `sector` of list_breakers.csv)."""
    return frozenset(row["term"] for row in vocabulary.read("list_breakers") if row["kind"] == "sector")


@cache
def new_districts() -> frozenset[tuple[str | None, str]]:
    """Code and name of the divisions whose name ends like a zone's: 沈北新区, not 西海岸新区."""
    return frozenset(
        (row["code"], row["label_zh"])
        for row in codes.read("region_codes")
        if row["label_zh"].endswith("新区") and len(row["label_zh"]) > 2
    )


def within(spans: list[tuple[int, int]], position: int) -> bool:
    index = bisect_right(spans, (position, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= position < spans[index][1]


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap kept as they are but for those inside others."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
