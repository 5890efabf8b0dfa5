"""Cue words around a number, from the vocabulary of verbs: comparators, growth, falls, goals, forecasts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from jiqun.language import vocabulary


class Ending:
    """Terms that a text may end with; finds the longest."""

    def __init__(self, terms: dict[str, str]) -> None:
        self._terms = terms
        self._lengths = _lengths(terms, -1)

    def match(self, text: str, start: int, end: int) -> tuple[int, str] | None:
        """(start of the term, its value) where `text` from `start` on ends with a term at `end`."""
        for length in self._lengths.get(text[end - 1 : end], ()):
            at = end - length
            if at >= start and text[at:end] in self._terms:
                return at, self._terms[text[at:end]]
        return None


class Opening:
    """Terms that a text may begin with; finds the longest."""

    def __init__(self, terms: dict[str, str]) -> None:
        self._terms = terms
        self._lengths = _lengths(terms, 0)

    def match(self, text: str, start: int) -> tuple[int, str] | None:
        """(end of the term, its value) where `text` has a term at `start`."""
        for length in self._lengths.get(text[start : start + 1], ()):
            if text[start : start + length] in self._terms:
                return start + length, self._terms[text[start : start + length]]
        return None


def _lengths(terms: Iterable[str], place: int) -> dict[str, list[int]]:
    """Lengths of the terms, longest first, by their first (0) or last (-1) character."""
    found: dict[str, set[int]] = {}
    for term in terms:
        found.setdefault(term[place], set()).add(len(term))
    return {character: sorted(lengths, reverse=True) for character, lengths in found.items()}


@cache
def terms(role: str, position: str | None = None, value: str | None = None) -> dict[str, str]:
    """Terms of a role with their values."""
    return {
        row["term"].replace("(", "（").replace(")", "）"): row["value"]
        for row in vocabulary.read("verb_terms")
        if row["role"] == role
        and (position is None or row["position"] == position)
        and (value is None or row["value"] == value)
    }


@cache
def ending(*roles: str) -> Ending:
    """Terms of these roles that stand before a number."""
    found: dict[str, str] = {}
    for role in roles:
        found.update(terms(role, "before"))
    return Ending(found)


@cache
def opening(role: str) -> Opening:
    """Terms of a role that stand behind a number."""
    return Opening(terms(role, "after"))


@cache
def pattern(role: str, position: str | None = "before") -> re.Pattern[str]:
    """An expression for any term of a role, longest first."""
    found = sorted(terms(role, position), key=lambda term: (-len(term), term))
    return re.compile("|".join(re.escape(term) for term in found))
