"""Policy instruments by cue words: Rothwell and Zegveld's supply, environment and demand side tools."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from jiqun import codes
from jiqun.language import vocabulary


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at [start, end) of a text: the instrument it tells of and how surely (1 to 9)."""

    start: int
    end: int
    instrument: str
    weight: int


class Cues:
    """The cues of one text, found in one pass; a cue with a second phrase needs it in the same stretch."""

    def __init__(self, text: str) -> None:
        automaton, terms = _automaton()
        self._text = text
        self._hits = [
            (start, end, terms[index])
            for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
        ]
        self._hits.sort()
        self._starts = [hit[0] for hit in self._hits]

    def within(self, start: int, end: int) -> list[Cue]:
        """Cues between two positions, in order."""
        stretch = None
        found = []
        for hit_start, hit_end, readings in self._hits[
            bisect_left(self._starts, start) : bisect_left(self._starts, end)
        ]:
            if hit_end > end:
                continue
            for also, instrument, weight in readings:
                if also:
                    stretch = self._text[start:end] if stretch is None else stretch
                    if also not in stretch:
                        continue
                found.append(Cue(hit_start, hit_end, instrument, weight))
        return found


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[tuple[str, str, int], ...], ...]]:
    readings: dict[str, list[tuple[str, str, int]]] = {}
    for row in vocabulary.read("instrument_cues"):
        readings.setdefault(row["cue"], []).append((row["also"], row["instrument"], int(row["weight"])))
    automaton = ahocorasick_rs.AhoCorasick(list(readings), matchkind=ahocorasick_rs.MatchKind.Standard)
    return automaton, tuple(tuple(found) for found in readings.values())


@cache
def family(instrument: str) -> str:
    """supply, environment or demand."""
    return {row["code"]: row["family"] for row in codes.read("instrument_codes")}[instrument]
