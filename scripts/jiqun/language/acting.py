"""Words that tell acting from describing: verbs that open a clause, grants, background, targets, headings."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from jiqun.language import vocabulary


class Word(NamedTuple):
    """A term of `act_terms` at [start, end) of a text, with its role and weight."""

    start: int
    end: int
    role: str
    weight: int


class Acting:
    """The acting words of one text, found in one pass, longest first within each role."""

    def __init__(self, text: str) -> None:
        automaton, readings = _automaton()
        self.words = [
            Word(start, end, role, weight)
            for index, start, end in automaton.find_matches_as_indexes(text)
            for role, weight in readings[index]
        ]
        self._starts = [word.start for word in self.words]

    def within(self, start: int, end: int) -> list[Word]:
        """Words that lie whole between two positions, in order."""
        found = self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        while found and found[-1].end > end:
            found.pop()
        return found


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[tuple[str, int], ...], ...]]:
    readings: dict[str, list[tuple[str, int]]] = {}
    for row in vocabulary.read("act_terms"):
        readings.setdefault(row["term"], []).append((row["role"], int(row["weight"])))
    automaton = ahocorasick_rs.AhoCorasick(list(readings), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, tuple(tuple(found) for found in readings.values())
