"""What all table modules share while one document is read: its text, outline, sentences, numerals and lexicon
hits.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from jiqun import codes
from jiqun.language.numbers import Numeral, find_numerals, rate_units
from jiqun.language.places import Place
from jiqun.reading import Document, Heading, Sentence, find_outline, find_sentences

RULE = "rule"
_ORDINAL = re.compile(r"[〇零一二三四五六七八九十百]+|\d+|[①-⑳]")


_TOLD_UNTIL = re.compile("截[至止]((?:19|20)\\d\\d)年")
_SPOKEN = re.compile("讲话|发言|报告|汇报|致辞|方案|规划|计划|意见|办法|措施|总结")
_ZONE_SPEAKS = re.compile("开发区|高新区|园区|管委会|管理委员会|新区|示范区|保税区")


@dataclass(slots=True, eq=False)
class Frame:
    """One document under extraction. All positions are of `text`, the document's view, unless named offsets.

    `headings[0]` is the document itself; `sentences` tile the text in order; `numerals` are in order and
    never overlap.
    """

    document: Document
    document_id: str
    text: str
    headings: list[Heading]
    sentences: list[Sentence]
    numerals: list[Numeral]
    issued: str | None = None
    document_type: str = "article"
    region_code: str | None = None
    title: str = ""
    issuer: str | None = None
    false_years: frozenset[int] = frozenset()
    body_names: frozenset[str] = frozenset()
    places: list[Place] = field(default_factory=list)
    _numeral_starts: list[int] = field(default_factory=list)
    _place_starts: list[int] = field(default_factory=list)
    _counters: dict[tuple[str, int], int] = field(default_factory=dict)
    _heading_starts: list[int] = field(default_factory=list)
    _told_until: str | None = None

    @property
    def told_until(self) -> str:
        """The last year that an undated text tells of as past (截至2010年); empty where it says none."""
        if self._told_until is None:
            self._told_until = max(_TOLD_UNTIL.findall(self.text), default="")
        return self._told_until

    @property
    def speaks_as_zone(self) -> bool:
        """Whether a development zone issues or tells the document, which then is 全区 or 园区 to itself."""
        return _ZONE_SPEAKS.search(self.issuer or self.title) is not None

    @property
    def speaks_for_itself(self) -> bool:
        """Whether a zone itself speaks; a newspaper that tells of one calls it 园区 as it does others."""
        return self.speaks_as_zone and (self.issuer is not None or _SPOKEN.search(self.title) is not None)

    def row_id(self, letter: str, offset: int) -> str:
        """A row id: document, table letter and offset in the document, with -2, -3 … where several rows share
        it.
        """
        relative = offset - self.document.start
        count = self._counters.get((letter, relative), 0) + 1
        self._counters[letter, relative] = count
        return f"{self.document_id}-{letter}{relative}" + (f"-{count}" if count > 1 else "")

    def mention_id(self, numeral: Numeral) -> str:
        """Id of the mention that a numeral becomes."""
        return f"{self.document_id}-m{self.document.view.offset(numeral.start) - self.document.start}"

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of a stretch of the view."""
        return self.document.view.bounds(start, end)

    def quote(self, start: int, end: int) -> str:
        """Source text at a stretch of the view, character for character."""
        first, last = self.bounds(start, end)
        return self.document.source.text[first:last]

    def printed(self, start: int, end: int) -> str:
        """The source's own characters at a stretch of the view, without layout blanks and line ends."""
        return self.document.view.printed(self.document.source.text, start, end)

    def written(self, words: str, start: int = 0) -> str:
        """Words of the text, where it first has them from `start` on, in the script of the source."""
        source, plain = self.document.source.text, self.document.plain
        at = self.text.find(words, start) if plain is not source else -1
        if at < 0:
            return words
        offsets = map(self.document.view.offset, range(at, at + len(words)))
        return "".join(
            source[offset] if source[offset] != plain[offset] else word
            for word, offset in zip(words, offsets, strict=True)
        )

    def section_id(self, start: int, end: int | None = None) -> str:
        """Id of the innermost section at a position, or around a stretch: a name may run on over a heading
        that the layout put into it."""
        index = self.innermost(start)
        while end is not None and index > 0 and self.headings[index].end < end:
            index = self.headings[index].parent or 0
        return self.section_ids[index]

    def innermost(self, position: int) -> int:
        """Index of the innermost section at a position."""
        index = bisect_right(self._heading_starts, position) - 1
        while index > 0 and self.headings[index].end <= position:
            parent = self.headings[index].parent
            index = parent if parent is not None else 0
        return max(index, 0)

    @property
    def section_ids(self) -> list[str]:
        """Section ids by index, made once."""
        if not self._section_ids:
            for heading in self.headings:
                offset = (
                    self.document.start if heading.level == 0 else self.document.view.offset(heading.start)
                )
                self._section_ids.append(self.row_id("s", offset))
        return self._section_ids

    _section_ids: list[str] = field(default_factory=list)
    _paths: dict[int, list[int]] = field(default_factory=dict)

    def numerals_in(self, start: int, end: int) -> list[Numeral]:
        """Numerals that begin between two positions."""
        first = bisect_left(self._numeral_starts, start)
        if first == len(self.numerals) or self.numerals[first].start >= end:
            return []
        return self.numerals[first : bisect_left(self._numeral_starts, end, first)]

    def places_between(self, start: int, end: int) -> list[Place]:
        """Places that lie whole between two positions."""
        first = bisect_left(self._place_starts, start)
        if first == len(self.places) or self.places[first].start >= end:
            return []
        last = bisect_left(self._place_starts, end, first)
        return [place for place in self.places[first:last] if place.end <= end]

    def set_places(self, places: list[Place]) -> None:
        """The places named in the text, in order."""
        self.places = places
        self._place_starts = [place.start for place in places]

    def section_path(self, index: int) -> list[int]:
        """Indices of a section and those around it, innermost first."""
        path = self._paths.get(index)
        if path is None:
            parent = self.headings[index].parent
            path = self._paths[index] = [index] if parent is None else [index, *self.section_path(parent)]
        return path


def open_frame(document: Document, document_id: str) -> Frame:
    """Read the outline, sentences and numerals of a document."""
    text = document.view.text
    headings = find_outline(document)
    frame = Frame(document, document_id, text, headings, [], [])
    frame._heading_starts = [heading.start for heading in headings]
    frame.sentences = _sentences(frame)
    frame.numerals = find_numerals(text, _marker_numerals(text, headings))
    rate_units(text, frame.numerals, _unit_codes())
    frame._numeral_starts = [numeral.start for numeral in frame.numerals]
    return frame


@cache
def _unit_codes() -> frozenset[str]:
    return frozenset(row["code"] for row in codes.read("unit_codes"))


def _sentences(frame: Frame) -> list[Sentence]:
    """Sentences of all stretches between section boundaries."""
    edges = sorted(
        {0, len(frame.text)}
        | {heading.start for heading in frame.headings}
        | {heading.end for heading in frame.headings}
    )
    sentences: list[Sentence] = []
    for start, end in pairwise(edges):
        sentences.extend(find_sentences(frame.text, start, end, frame.innermost(start)))
    return sentences


def _marker_numerals(text: str, headings: list[Heading]) -> dict[int, int]:
    """Start and end of the numeral inside each list marker."""
    spans = {}
    for heading in headings:
        if not heading.ordinal:
            continue
        limit = heading.start + len(heading.ordinal_text)
        found = _ORDINAL.search(text, heading.start, limit)
        if found:
            spans[found.start()] = found.end()
    return spans
