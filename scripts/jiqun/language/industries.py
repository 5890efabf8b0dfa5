"""Trades named in a text, and their codes in GB/T 4754-2017.

The vocabulary `industry_terms.csv` gives trades as policy prose names them (石化, 汽车零部件, 半导体照明)
with a division or group, empty where none fits (新材料, 高新技术). Its column `use` reads `guarded` for terms
that are common words too (文化, 工具, 铜): they count before an ending of trade (文化产业) or as members of a
list; and `none` for words that hold a trade and name none (工业化, 商业银行).

Offsets are 0-based, end-exclusive, in code points of the text handed in.
"""

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

_ENDING = (
    "制造业|加工业|制品业|行业|工业(?!园|集中|小区|化|用地|企业|区|基地)"
    "|业(?!务|主|态|绩|内|界|余|已|经|者|户|园)"
    "|产业(?!集群|集聚|链|园|基地|带|化|区|群|政策|工人|结构|升级|转型|布局|体系)"
)
_TRADE_ENDING = re.compile(_ENDING)
# A guarded term also counts before 产业集群 and the like, which the span does not take in.
_GUARD_BEHIND = re.compile("产业|制造|加工|深加工|集群|[、，,和及与等（(]|以及|$|" + _ENDING)
# What stands behind the trade that a zone is named after, at the end of its name.
_OF_ZONE = re.compile("(?:科技|工业|加工|制造)?(?:园区?|集中区|小区|小镇)\\Z")
_GUARD_BEFORE = re.compile("[、，,和及与（(：:—]")
# A text of so many characters is a name or a phrase.
_SHORT = 40
_COORDINATION = re.compile("、|和|及|与|暨")


class Industry(NamedTuple):
    """A trade named at [start, end), its ending of trade included. `code` is None where no division fits."""

    start: int
    end: int
    term: str
    code: str | None


@cache
def industries() -> "Industries":
    """The trades of the package's vocabulary, loaded at the first call."""
    return Industries()


class Industries:
    """Finds trades in texts and gives their codes; see `industries()`."""

    def __init__(self) -> None:
        text = (files("jiqun.language") / "vocabulary" / "industry_terms.csv").read_text(encoding="utf-8")
        rows = list(csv.DictReader(text.splitlines()))
        self._terms = [row["term"] for row in rows]
        self._codes = [row["industry_code"] or None for row in rows]
        self._uses = [row["use"] for row in rows]
        self._automaton = AhoCorasick(self._terms, matchkind=MatchKind.LeftmostLongest)
        self._found_in_short = lru_cache(8192)(self._find)

    def find(self, text: str) -> list[Industry]:
        """The trades named in `text`, longest first, in order, without overlaps.

        纺织业 and 纺织产业 are one span each; 纺织产业集群 gives 纺织, for the head noun is not the trade's.
        Names are asked for again and again: what was found in short texts is kept.
        """
        return list(self._found_in_short(text)) if len(text) <= _SHORT else self._find(text)

    def _find(self, text: str) -> list[Industry]:
        found: list[Industry] = []
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            use = self._uses[number]
            if use == "none" or (use == "guarded" and not _is_guarded(text, start, end)):
                continue
            if text.startswith("化", end) and not text.startswith(("化工", "化学", "化纤"), end):
                continue
            if found and start < found[-1].end:
                continue  # 木材制造业 is one span, though 制造业 is a trade too
            ending = _TRADE_ENDING.match(text, end)
            found.append(
                Industry(start, ending.end() if ending else end, self._terms[number], self._codes[number])
            )
        return found

    def code_of(self, name: str) -> str | None:
        """The code of the trade that a name, of a cluster or its industry, speaks of; None where none fits.

        The last trade is the head: 食品加工机械 is 机械 (34); 石墨烯新材料 is 石墨烯 (309), for 新材料 has
        none. Of trades side by side it gives the division they share (电机和电缆: 38); if they share none, as
        in 电子信息和食品, it must leave them alone.
        """
        groups: list[str] = []
        for part in [name] if self._is_one_trade(name) else _COORDINATION.split(name):
            codes = [industry.code for industry in self._trades(part) if industry.code]
            if codes:
                groups.append(codes[-1])
        if not groups:
            return None
        if len(set(groups)) == 1:
            return groups[0]
        divisions = {group[:2] for group in groups}
        return divisions.pop() if len(divisions) == 1 else None

    def _is_one_trade(self, name: str) -> bool:
        """Whether the marks of coordination in a name lie inside one term (汽车及零部件产业集群)."""
        last = max((mark.end() for mark in _COORDINATION.finditer(name)), default=0)
        return any(trade.end > last and _COORDINATION.search(trade.term) for trade in self._trades(name))

    def _trades(self, name: str) -> list[Industry]:
        """The trades in a name, where a guarded term needs no guard, for the whole is a name of trades."""
        return [
            Industry(start, end, self._terms[number], self._codes[number])
            for number, start, end in self._automaton.find_matches_as_indexes(name)
            if self._uses[number] != "none"
        ]


def _is_guarded(text: str, start: int, end: int) -> bool:
    """Whether a common word stands as a trade: before an ending of trade, or between the marks of a list.

    For 文化产业, 铜、铝、不锈钢 and a zone's name (胜芳|家具|园); it must leave alone 企业文化建设.
    """
    if _TRADE_ENDING.match(text, end) or text.startswith(("产业", "、"), end) or _OF_ZONE.match(text, end):
        return True
    opens = start == 0 or _GUARD_BEFORE.match(text, start - 1) is not None
    return opens and _GUARD_BEHIND.match(text, end) is not None
