"""Indicator names in a text."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from jiqun.language import vocabulary
from jiqun.reading.view import fold

# What makes another word of 数: 数字, 数据, 数智, 数控.
_DIGITAL = frozenset("字据智控")


class Term(NamedTuple):
    """A vocabulary term found at [start, end): its code and what it measures (level, rate, count or any)."""

    start: int
    end: int
    code: str
    measures: str


class Terms:
    """The indicator names of one text, in order and without overlaps, longest first."""

    def __init__(self, text: str) -> None:
        automaton, rows = _automaton()
        matches = automaton.find_matches_as_indexes(text)
        split = [end for _, _, end in matches if text[end - 1] == "数" and text[end : end + 1] in _DIGITAL]
        if split:
            # 规上企业|数字化改造覆盖率 holds no 企业数
            signs = list(text)
            for end in split:
                signs[end - 2] = "\0"
            matches = automaton.find_matches_as_indexes("".join(signs))
        self.found = [
            Term(start, end, rows[index][0], rows[index][1])
            for index, start, end in matches
            # 占地区生产总值的比重 holds no 占地
            if not (text.startswith("占地区", start) and end == start + 2)
        ]
        self._starts = [term.start for term in self.found]

    def within(self, start: int, end: int) -> list[Term]:
        """Terms that lie whole between two positions."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [term for term in self.found[first:last] if term.end <= end]

    def last(self, start: int, end: int) -> Term | None:
        """The last term that lies whole between two positions."""
        found = self.within(start, end)
        return found[-1] if found else None


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str], ...]]:
    rows = vocabulary.read("indicator_terms")
    terms = [fold(row["term"]) for row in rows]
    automaton = ahocorasick_rs.AhoCorasick(terms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, tuple((row["code"], row["measures"]) for row in rows)
