"""The outline of a document: its numbered parts, nested, covering it from first character to last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jiqun.reading.boundaries import CLOSING_LINE, DATE_LINE
from jiqun.reading.documents import Document
from jiqun.reading.markers import Marker, match_marker

_INLINE = re.compile(r"(?<=[。；：！？，”）■])(?=[（一二三四五六七八九十\d①-⑳第])")
_LIST_OF_NUMERALS = re.compile(r"[一二三四五六七八九十\d]{1,3}[、.](?:[一二三四五六七八九十\d]{1,3}(?:[、.]|[次产])|[一二三四五六七八九十]产)")
_HEADING_END = re.compile(r"[。：\n■]")
_THING_END = re.compile(
    r"[：，。；\n]|重点|集中(?!区)|着力|加快|大力|积极|主要|全力|力争|努力|突出|要|将|以|到|建设|发展|推进|推动|打造|依托|围绕|实现|培育|加强|实施|开展|在(?!线)"
)
_RUN_IN = ("clause", "duty")
_ENDS_WITH_PARAGRAPH = ("clause", "duty", "dash")
_ISSUER_LINE = re.compile(r"^[^，。；：！？]{4,40}$")


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

    Offsets are of the document's view. A marker opens a section where a paragraph begins, and inside a paragraph where
    the numbering goes on (…。二是…). Numbered parts run to the next marker of their own rank or above; 一是, 一要 and ——
    items end with their paragraph; signature and byline belong to the document itself.
    """
    text = document.view.text
    body_end = closing_start(text)
    sections = [Heading(0, len(text), 0, None, "document", 0, "", (0, 0))]
    stack = [0]
    position = text.find("\n") + 1 if document.compiled else 0
    begun = False
    while position <= body_end:
        end = text.find("\n", position, body_end)
        end = body_end if end < 0 else end
        begun = _read_paragraph(text, position, end, sections, stack, begun)
        if position >= body_end:
            break
        position = end + 1
    for index in stack[1:]:
        sections[index].end = body_end
    return sections


def closing_start(text: str) -> int:
    """View offset where a document's signature, date and bylines begin; its length where there are none."""
    end = len(text)
    while True:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if start == 0 or end - start > 60:
            break
        stripped = line.strip()
        previous = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
        signed = _ISSUER_LINE.match(stripped) and end < len(text) and DATE_LINE.match(text[end + 1 :].split("\n", 1)[0].replace(" ", ""))
        closes = DATE_LINE.match(stripped.replace(" ", "")) or (CLOSING_LINE.search(stripped) and not match_marker(stripped, 0, len(stripped)))
        if stripped and not closes and not signed and not _is_co_signature(text, end, stripped, previous):
            break
        end = start - 1
    return end + 1 if end < len(text) else end


def _is_co_signature(text: str, end: int, line: str, previous: str) -> bool:
    """A second issuing body above the first of a joint signature."""
    return False if end >= len(text) else bool(_ISSUER_LINE.match(line)) and line.endswith(("厅", "局", "委", "委员会", "政府", "部", "办公室", "银行")) and not match_marker(line, 0, len(line))


def _read_paragraph(text: str, start: int, end: int, sections: list[Heading], stack: list[int], begun: bool) -> bool:
    """Open the sections of one paragraph; returns whether the body of the document has begun."""
    inline_from = start
    marker = match_marker(text, start, end)
    if marker and _opens_paragraph(text, start, marker, sections, stack, begun):
        _open(text, start, end, marker, sections, stack)
        inline_from = start + marker.length
        begun = True
    if end - start > 8:
        for found in _INLINE.finditer(text, inline_from + 1, end):
            marker = match_marker(text, found.start(), end)
            if marker and _opens_inline(text, found.start(), end, marker, sections, stack):
                _open(text, found.start(), end, marker, sections, stack)
                begun = True
        begun = begun or "。" in text[start:end]
    while len(stack) > 1 and sections[stack[-1]].kind in _ENDS_WITH_PARAGRAPH:
        sections[stack.pop()].end = end
    return begun


def _opens_paragraph(text: str, at: int, marker: Marker, sections: list[Heading], stack: list[int], begun: bool) -> bool:
    if marker.kind == "dash":
        return begun
    if marker.kind in ("chinese", "arabic") and _LIST_OF_NUMERALS.match(text, at):
        return False
    if marker.kind in _RUN_IN:
        return marker.ordinal == 1 or _last_ordinal(marker.kind, sections, stack) == marker.ordinal - 1
    return True


def _opens_inline(text: str, at: int, end: int, marker: Marker, sections: list[Heading], stack: list[int]) -> bool:
    """Whether a marker inside a paragraph carries the outline on: its number follows the last, or 一 begins a list."""
    before = text[at - 1]
    if marker.kind in ("dash", "annex") or marker.kind.startswith("part_") and before != "。":
        return False
    if marker.kind not in _RUN_IN:
        if before in "，）" and marker.kind != "circled" or before == "”" and marker.kind in ("chinese", "arabic"):
            return False
        if marker.kind in ("chinese", "arabic") and _LIST_OF_NUMERALS.match(text, at):
            return False
    if marker.ordinal > 1:
        return _last_ordinal(marker.kind, sections, stack) == marker.ordinal - 1
    return marker.ordinal == 1 and _next_marker_follows(text, at + marker.length, end, marker.kind)


def _next_marker_follows(text: str, start: int, end: int, kind: str) -> bool:
    """Whether number two of the same kind stands later in the paragraph (within 4,000 characters)."""
    sign = {"clause": "二是", "duty": "二要", "chinese": "二、", "chinese_bracket": "（二）", "arabic_bracket": "（2）", "circled": "②", "arabic_half": "2）"}
    if kind == "arabic":
        return text.find("2、", start, min(end, start + 4000)) >= 0 or text.find("2.", start, min(end, start + 4000)) >= 0
    return kind in sign and text.find(sign[kind], start, min(end, start + 4000)) >= 0


def _last_ordinal(kind: str, sections: list[Heading], stack: list[int]) -> int:
    """Number of the last section of a kind that is open, or that closed last under the innermost open one; else 0."""
    for index in reversed(stack):
        if sections[index].kind == kind:
            return sections[index].ordinal
    last = sections[-1]
    return last.ordinal if last.kind == kind and last.parent == stack[-1] else 0


def _open(text: str, at: int, paragraph_end: int, marker: Marker, sections: list[Heading], stack: list[int]) -> None:
    kinds = [sections[index].kind for index in stack]
    if marker.kind == "annex":
        keep = 1
    elif marker.kind in kinds:
        keep = len(kinds) - 1 - kinds[::-1].index(marker.kind)
    else:
        keep = len(stack)
    while len(stack) > keep:
        sections[stack.pop()].end = at
    parent = stack[-1]
    heading = _heading(text, at + marker.length, paragraph_end, marker)
    sections.append(Heading(at, len(text), len(stack), parent, marker.kind, marker.ordinal, marker.text, heading))
    stack.append(len(sections) - 1)


def _heading(text: str, start: int, end: int, marker: Marker) -> tuple[int, int]:
    """View span of a heading: to the first 。 or ： or line end; of a —— item the place or thing it opens with."""
    while start < end and text[start] in " ：、.":
        start += 1
    found = (_THING_END if marker.kind == "dash" else _HEADING_END).search(text, start + 1, end)
    stop = found.start() if found else end
    return start, max(stop, start)


