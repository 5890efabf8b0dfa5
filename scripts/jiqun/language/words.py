"""Words of a text with their parts of speech, for the rules that need to know where a name begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from rjieba import Jieba

from jiqun.language import vocabulary

# Parts of speech (of jieba's dictionary) that no name of a trade, place or firm begins behind without a break.
_BREAKING = ("v", "d", "p", "c", "r", "uj", "ul", "ud", "uv", "uz", "ug", "f", "y", "e")


@cache
def _segmenter() -> Jieba:
    return Jieba()


@cache
def breakers() -> frozenset[str]:
    """Words that end what stands before a name: 发展, 推进, 依托, 其中."""
    return frozenset(row["term"] for row in vocabulary.read("list_breakers") if row["kind"] == "break")


@cache
def _joiners() -> frozenset[str]:
    """Words that may stand inside a name whatever their part of speech: 加工, 制造, 先进, 装备."""
    return frozenset(row["term"] for row in vocabulary.read("list_breakers") if row["kind"] == "join")


class Words:
    """The words of one text in order; offsets are of the text."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[str] = []
        self.text = text
        position = 0
        for word, tag in _segmenter().tag(text, False):
            self.starts.append(position)
            position += len(word)
            self.ends.append(position)
            self.tags.append(tag)

    def starts_word(self, position: int) -> bool:
        """Whether a word begins at a position."""
        index = bisect_left(self.starts, position)
        return index < len(self.starts) and self.starts[index] == position

    def name_start(self, start: int, end: int) -> int:
        """Where the name that ends at `end` begins, not before `start`: behind the last word that breaks.

        力争5年内形成湄洲湾石化产业集群 begins at 湄洲湾; 装备制造 is not broken at its verb.
        """
        index = bisect_left(self.ends, end)
        if index >= len(self.ends):
            index = len(self.ends) - 1
        while index >= 0 and self.starts[index] >= start:
            if self.breaks(index):
                return min(self.ends[index], end)
            index -= 1
        return start

    def breaks(self, index: int) -> bool:
        """Whether a word ends what stands before a name."""
        word = self.text[self.starts[index] : self.ends[index]]
        if word in breakers():
            return True
        tag = self.tags[index]
        if word in _joiners():
            return False
        return tag in _BREAKING and (len(word) > 1 or tag in ("p", "uj", "ul", "d", "c", "r"))

    def between(self, start: int, end: int) -> range:
        """Indices of the words that lie whole between two positions."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_right(self.ends, end))
