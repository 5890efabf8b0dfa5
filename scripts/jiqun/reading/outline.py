"""The outline of a document: its numbered parts, nested, covering it from first character to last."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from jiqun.reading.boundaries import CLOSING_LINE, DATE_LINE
from jiqun.reading.documents import Document
from jiqun.reading.markers import Marker, match_marker

_INLINE = re.compile(r"(?<=[。；：！？，”）■])(?=[（一二三四五六七八九十\d①-⑳⑴-⒛㈠-㈩第])")
_LIST_OF_NUMERALS = re.compile(
    r"[一二三四五六七八九十\d]{1,3}[、.](?:[一二三四五六七八九十\d]{1,3}(?:[、.]|[次产])|[一二三四五六七八九十]产)"
)
_HEADING_END = re.compile(r"[。：\n■]")
_THING_END = re.compile(
    r"[：，。；\n]|重点|集中(?!区)|着力|加快|大力|积极|主要|全力|力争|努力|突出|要|将|以|到|建设|发展|推进|推动|打造|依托|围绕|实现|培育|加强|实施|开展|在(?!线)"
)
_RUN_IN = ("clause", "duty")
_ENDS_WITH_PARAGRAPH = ("clause", "duty", "dash")
_ISSUER_LINE = re.compile(r"^[^，。；：！？]{4,40}$")
_BODY_ENDS = ("厅", "局", "委", "委员会", "政府", "部", "办公室", "银行")
# Number two of each kind, which a list inside a paragraph must reach within so many characters.
_SECOND_WITHIN = 4000
_SECOND = {
    "clause": ("二是",),
    "duty": ("二要",),
    "chinese": ("二、",),
    "chinese_bracket": ("（二）", "㈡"),
    "arabic_bracket": ("（2）", "⑵"),
    "arabic_half": ("2）",),
    "arabic": ("2、", "2.", "⒉"),
    "circled": ("②",),
}


@dataclass(slots=True)
class Heading:
    """One section: view offsets, nesting level, index of its parent, marker and heading."""

    start: int
    end: int
    level: int
    parent: int | None
    kind: str
    ordinal: int
    ordinal_text: str
    heading: tuple[int, int]


def find_outline(document: Document) -> list[Heading]:
    """Sections of a document in order, the document itself first (level 0).

    Offsets are of the document's view. A marker opens a section where a paragraph begins, and inside a
    paragraph where the numbering goes on (…。二是…). Numbered parts run to the next marker of their own rank
    or above; 一是, 一要 and —— items end with their paragraph; signature and byline belong to the document
    itself. Numbers of table rows are no markers.
    """
    return _OutlineReader(document.view.text, document.compiled, document.table_rows).read()


def closing_start(text: str) -> int:
    """View offset where a document's signature, date and bylines begin; its length where there are none."""
    end = len(text)
    below = ""
    while True:
        start = text.rfind("\n", 0, end) + 1
        if start == 0 or end - start > 60:
            break
        line = text[start:end].strip()
        if line and not _is_closing(line, below, end == len(text)):
            break
        below = line
        end = start - 1
    return end + 1 if end < len(text) else end


def _is_closing(line: str, below: str, is_last: bool) -> bool:
    """Whether a line belongs to the closing that the lines below it belong to: a date, a byline, who signs
    above the date.
    """
    if DATE_LINE.match(line.replace(" ", "")):
        return True
    if match_marker(line, 0, len(line)):
        return False
    if CLOSING_LINE.search(line):
        return True
    if is_last or not _ISSUER_LINE.match(line):
        return False
    return DATE_LINE.match(below.replace(" ", "")) is not None or line.endswith(_BODY_ENDS)


class _OutlineReader:
    """One pass over a document's text; `stack` holds the indices of the open sections, outermost first."""

    def __init__(self, text: str, is_compiled: bool, table_rows: Collection[int]) -> None:
        self.text = text
        self.table_rows = table_rows
        self.body_end = closing_start(text)
        self.body_start = min(text.find("\n") + 1, self.body_end) if is_compiled else 0
        self.sections = [Heading(0, len(text), 0, None, "document", 0, "", (0, 0))]
        self.stack = [0]
        self.has_begun = False
        self._ahead: dict[str, int] = {}

    def read(self) -> list[Heading]:
        """All sections in order."""
        position = self.body_start
        while position < self.body_end:
            end = self.text.find("\n", position, self.body_end)
            end = self.body_end if end < 0 else end
            if position not in self.table_rows:
                self._read_paragraph(position, end)
            position = end + 1
        for index in self.stack[1:]:
            self.sections[index].end = self.body_end
        self._name_sections()
        return self.sections

    def _read_paragraph(self, start: int, end: int) -> None:
        """Open the sections of one paragraph, and close those that end with it."""
        inline_from = start
        marker = match_marker(self.text, start, end)
        if marker and self._opens_paragraph(start, marker):
            self._open(start, marker)
            inline_from = start + marker.length
        for found in _INLINE.finditer(self.text, inline_from + 1, end):
            marker = match_marker(self.text, found.start(), end)
            if marker and self._opens_inline(found.start(), end, marker):
                self._open(found.start(), marker)
        self.has_begun = self.has_begun or self.text.find("。", start, end) >= 0
        while len(self.stack) > 1 and self.sections[self.stack[-1]].kind in _ENDS_WITH_PARAGRAPH:
            self.sections[self.stack.pop()].end = end

    def _opens_paragraph(self, at: int, marker: Marker) -> bool:
        if marker.kind == "dash":
            return self.has_begun
        if marker.kind in ("chinese", "arabic") and _LIST_OF_NUMERALS.match(self.text, at):
            return False
        if marker.kind in _RUN_IN:
            return marker.ordinal == 1 or self._last_ordinal(marker.kind) == marker.ordinal - 1
        return True

    def _opens_inline(self, at: int, end: int, marker: Marker) -> bool:
        """Whether a marker inside a paragraph carries the outline on: its number follows the last, or 一
        begins a list.
        """
        before = self.text[at - 1]
        if marker.kind in ("dash", "annex") or (marker.kind.startswith("part_") and before != "。"):
            return False
        if marker.kind not in _RUN_IN:
            if before in "，）" and marker.kind != "circled":
                return False
            if marker.kind in ("chinese", "arabic") and (
                before == "”" or _LIST_OF_NUMERALS.match(self.text, at)
            ):
                return False
        if marker.ordinal > 1:
            return self._last_ordinal(marker.kind) == marker.ordinal - 1
        return marker.ordinal == 1 and self._second_follows(at + marker.length, end, marker.kind)

    def _second_follows(self, start: int, end: int, kind: str) -> bool:
        """Whether number two of the same kind stands later in the paragraph (within 4,000 characters)."""
        stop = min(end, start + _SECOND_WITHIN)
        return any(self._next(sign, start) + len(sign) <= stop for sign in _SECOND.get(kind, ()))

    def _next(self, sign: str, start: int) -> int:
        """Where a sign stands next, from a place never before the last one asked for; beyond the text where
        nowhere.

        The answer is kept until it is passed, so that all searches together go over the text once.
        """
        found = self._ahead.get(sign, -1)
        if found < start:
            found = self.text.find(sign, start)
            self._ahead[sign] = found = found if found >= 0 else len(self.text)
        return found

    def _last_ordinal(self, kind: str) -> int:
        """Number of the last section of a kind that is open, or that closed last under the innermost open
        one; else 0.
        """
        for index in reversed(self.stack):
            if self.sections[index].kind == kind:
                return self.sections[index].ordinal
        last = self.sections[-1]
        return last.ordinal if last.kind == kind and last.parent == self.stack[-1] else 0

    def _open(self, at: int, marker: Marker) -> None:
        """Open a section: beside the open one of its kind, else inside the innermost; an annex beside
        everything.
        """
        kinds = [self.sections[index].kind for index in self.stack]
        if marker.kind == "annex":
            keep = 1
        elif marker.kind in kinds:
            keep = kinds.index(marker.kind)
        else:
            keep = len(self.stack)
        while len(self.stack) > keep:
            self.sections[self.stack.pop()].end = at
        name = at + marker.length
        self.stack.append(len(self.sections))
        self.sections.append(
            Heading(
                at,
                len(self.text),
                keep,
                self.stack[keep - 1],
                marker.kind,
                marker.ordinal,
                marker.text,
                (name, name),
            )
        )
        self.has_begun = True

    def _name_sections(self) -> None:
        """Find each heading: to the first 。 or ： or line end and no further than the next section.

        Of a —— item it is the place or thing that it opens with.
        """
        limit = self.body_end
        for section in reversed(self.sections[1:]):
            start, limit = section.heading[0], min(limit, section.end)
            while start < limit and self.text[start] in " ：、.":
                start += 1
            sign = _THING_END if section.kind == "dash" else _HEADING_END
            # The first character of a thing may be one that ends others: ——以色列产业园.
            found = _HEADING_END.match(self.text, start, limit) or sign.search(self.text, start + 1, limit)
            stop = found.start() if found else limit
            while not found and stop > start and self.text[stop - 1] in "，；、 ":
                stop -= 1
            section.heading = start, max(stop, start)
            limit = section.start
