"""Expressions that are quick to search with."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

_parser: Any = import_module("re._parser")
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}


def quick(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression of a pattern, preceded by a look at the one character that a match can begin with.

    Finds the same, only sooner: an expression of many alternatives is tried where one of them can begin, and
    not at every character; one that can match nothing but the end ($), there too. A pattern that can begin
    with any character, or match nothing elsewhere, stays as it is; so does one that `re` itself looks for by
    its first character.
    """
    items = _parser.parse(pattern, flags)
    first, empty = (None, False) if _is_quick(items) else _openings(items)
    at_end = empty and str(items[-1][0]) == "AT" and str(items[-1][1]) == "AT_END"
    if not first or (empty and not at_end):
        return re.compile(pattern, flags)
    ahead = f"(?=[{''.join(sorted(first))}]{'|$' if at_end else ''})"
    # A comment at the end of a verbose pattern must not swallow the bracket.
    return re.compile(f"{ahead}(?:{pattern}\n)" if flags & re.VERBOSE else f"{ahead}(?:{pattern})", flags)


class Tail:
    """Terms that a stretch may end with, one behind another: what `(?:…|…)+$` is searched for.

    An expression is tried at every character, and reads to the end of the run from each; this reads back
    from the end.
    """

    def __init__(self, terms: str) -> None:
        """`terms` are separated by |."""
        self._terms = frozenset(terms.split("|"))
        self._lengths: dict[str, tuple[int, ...]] = {}
        for last in {term[-1] for term in self._terms}:
            lengths = {len(term) for term in self._terms if term[-1] == last}
            self._lengths[last] = tuple(sorted(lengths))

    def start(self, text: str, start: int, end: int) -> int:
        """Where the longest run of terms begins that ends at `end`, or before a line end there; `end` where
        there is none.
        """
        stop = end - 1 if text.endswith("\n", start, end) else end
        first = stop
        waiting, seen = [stop], {stop}
        while waiting:
            reached = waiting.pop()
            if reached <= start:
                continue
            for length in self._lengths.get(text[reached - 1], ()):
                begin = reached - length
                if begin >= start and begin not in seen and text[begin:reached] in self._terms:
                    waiting.append(begin)
                    seen.add(begin)
                    first = min(first, begin)
        return first if first < stop else end


def _is_quick(items: Any) -> bool:
    """Whether the items begin with one character or class, or with alternatives that each begin with a
    character.
    """
    if not len(items):
        return False
    name, argument = str(items[0][0]), items[0][1]
    if name == "SUBPATTERN":
        return _is_quick(argument[-1])
    if name == "BRANCH":
        return all(len(branch) and str(branch[0][0]) == "LITERAL" for branch in argument[1])
    return name in ("LITERAL", "IN")


def _openings(items: Any) -> tuple[set[str] | None, bool]:
    """Members of a character class that holds every character the items can begin with, None where any can;
    and whether the items can be empty, as (?<=附件)|(?<=附表) is.
    """
    found: set[str] = set()
    for operation, argument in items:
        more, empty = _opening(str(operation), argument)
        if more is None:
            return None, empty
        found |= more
        if not empty:
            return found, False
    return found, True


def _opening(name: str, argument: Any) -> tuple[set[str] | None, bool]:
    """What `_openings` says, of one item."""
    if name in ("ASSERT", "ASSERT_NOT", "AT"):
        return set(), True
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        more, empty = _openings(argument[2])
        return more, empty or argument[0] == 0
    if name == "LITERAL":
        return {re.escape(chr(argument))}, False
    if name == "IN":
        return _members(argument), False
    if name == "SUBPATTERN":
        return _openings(argument[-1])
    if name == "BRANCH":
        branches = [_openings(branch) for branch in argument[1]]
        kinds = [more for more, _ in branches if more is not None]
        empty = any(empty for _, empty in branches)
        return (set().union(*kinds) if len(kinds) == len(branches) else None), empty
    return None, False


def _members(items: Any) -> set[str] | None:
    """The members of a character class; None for one of all characters but some."""
    found: set[str] = set()
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL":
            found.add(re.escape(chr(argument)))
        elif name == "RANGE":
            found.add(f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}")
        elif name == "CATEGORY" and str(argument) in _CATEGORIES:
            found.add(_CATEGORIES[str(argument)])
        else:
            return None
    return found
