"""Policy instruments by cue words: Rothwell and Zegveld's supply, environment and demand side tools."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from jiqun import codes
from jiqun.language import vocabulary


class Cue(NamedTuple):
    """A cue at [start, end) of a text: the instrument it tells of and how surely (1 to 9)."""

    start: int
    end: int
    instrument: str
    weight: int


@dataclass(frozen=True, slots=True)
class _Readings:
    """What a cue tells by itself, and with another phrase (by its index) in the same stretch."""

    alone: tuple[tuple[str, int], ...]
    beside: dict[int, tuple[tuple[str, int], ...]]


class Cues:
    """The cues of one text, found in one pass; a cue with a second phrase needs it in the same stretch."""

    def __init__(self, text: str) -> None:
        automaton, self._readings = _automaton()
        self._hits = [
            (start, end, index)
            for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
        ]
        self._hits.sort()
        self._starts = [hit[0] for hit in self._hits]

    def within(self, start: int, end: int) -> list[Cue]:
        """Cues between two positions, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        hits = [hit for hit in self._hits[first:last] if hit[1] <= end]
        present = {hit[2] for hit in hits}
        found = []
        for hit_start, hit_end, index in hits:
            readings = self._readings[index]
            for instrument, weight in readings.alone:
                found.append(Cue(hit_start, hit_end, instrument, weight))
            if not readings.beside or present.isdisjoint(readings.beside):
                continue
            for also in sorted(readings.beside.keys() & present):
                for instrument, weight in readings.beside[also]:
                    found.append(Cue(hit_start, hit_end, instrument, weight))
        return found


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[_Readings, ...]]:
    """The automaton of all cues and second phrases, and readings by index (second phrases: none)."""
    rows = vocabulary.read("instrument_cues")
    phrases = list(dict.fromkeys([row["cue"] for row in rows] + [row["also"] for row in rows if row["also"]]))
    indices = {phrase: index for index, phrase in enumerate(phrases)}
    alone: dict[int, list[tuple[str, int]]] = defaultdict(list)
    beside: dict[int, dict[int, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        reading = (row["instrument"], int(row["weight"]))
        cue = indices[row["cue"]]
        if row["also"]:
            beside[cue][indices[row["also"]]].append(reading)
        else:
            alone[cue].append(reading)
    automaton = ahocorasick_rs.AhoCorasick(phrases, matchkind=ahocorasick_rs.MatchKind.Standard)
    readings = tuple(
        _Readings(tuple(alone[index]), {also: tuple(found) for also, found in beside[index].items()})
        for index in range(len(phrases))
    )
    return automaton, readings


@cache
def family(instrument: str) -> str:
    """supply, environment or demand."""
    return {row["code"]: row["family"] for row in codes.read("instrument_codes")}[instrument]
