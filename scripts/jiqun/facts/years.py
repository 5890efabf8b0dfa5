"""Printed years that cannot be true: web copies of documents carry replaced years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from jiqun.language import vocabulary
from jiqun.patterns import quick

_YEAR = quick(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_RANGE = quick(r"(?<!\d)((?:19|20)\d\d)(?:年度?)?(?:-|—{1,2}|~|至|到)((?:19|20)\d\d)(?!\d)")
# A year gone by when the text was written.
_SINCE = quick(r"(?<!\d)((?:19|20)\d\d)年(?:\d{1,2}月)?以来")
# A year reported on: 2025年，全县完成生产总值…; no plan looks further ahead than ten years without 到 or 末.
_LONG_AFTER = quick(
    r"(?<![到至前\d])((?:19|20)\d\d)年，?(?:全[省市县区州]|我[省市县区])?(?:共|累计)?(?:完成|实现|引进|新增)"
)
_NUMBER_YEAR = re.compile(r"[〔\[（【]\s?((?:19|20)\d\d)\s?[〕\]）】]\s?第?\s?\d{1,5}\s?号")
_CURRENT = re.compile(r"贯彻|学习|落实|精神|召开|胜利|迎接|按照|根据|应对|抓住|围绕|战略部署")


@dataclass(frozen=True, slots=True)
class FalseYear:
    """A printed year in conflict with other evidence: view offsets of its digits, the year, the evidence."""

    start: int
    end: int
    year: int
    evidence: str


def find_false_years(
    text: str, issued: str | None, issued_text: str | None, basis: str | None
) -> list[FalseYear]:
    """Printed years that contradict the signature, a plan's span or a dated event the text calls current.

    A year is false where the document's own number or page header prints one that its signature refutes,
    where a span begins and ends with it, or where it lies well past the congress or campaign that the text
    carries out. What is refuted once in a document is taken to be replaced wherever the document prints it. A
    goal year ahead of the signature (2009: 到2015年) is no conflict.
    """
    refuted: dict[int, str] = {}
    signed = int(issued[:4]) if issued and basis in ("signature", "curated") else None
    if signed:
        for found in _NUMBER_YEAR.finditer(text[:600]):
            if int(found[1]) > signed:
                refuted.setdefault(
                    int(found[1]), f"文号或引用文号印作{found[1]}年，落款为{issued_text or issued}"
                )
        for found in re.finditer(r"((?:19|20)\d\d)[-/.]\d{1,2}[-/.]\d{1,2}", text[:600]):
            if int(found[1]) > signed + 1:
                refuted.setdefault(int(found[1]), f"页眉印作{found[1]}年，落款为{issued_text or issued}")
    else:
        refuted.update(_after_events(text))
    dated = int(issued[:4]) if issued and basis != "inferred" else None
    if dated:
        for found in _SINCE.finditer(text):
            if int(found[1]) > dated:
                refuted.setdefault(int(found[1]), f"印作{found[0]}，文件日期为{issued_text or issued}")
        for found in _LONG_AFTER.finditer(text):
            if int(found[1]) > dated + 10:
                refuted.setdefault(int(found[1]), f"印作{found[0]}，文件日期为{issued_text or issued}")
    same = {int(found[1]) for found in _RANGE.finditer(text) if found[1] == found[2]}
    for year in sorted(same - {dated}):
        refuted.setdefault(
            year, f"时期起止同为{year}年" + (f"，落款为{issued_text or issued}" if signed else "")
        )
    if not refuted:
        return []
    return [
        FalseYear(found.start(1), found.end(1), int(found[1]), refuted[int(found[1])])
        for found in _YEAR.finditer(text)
        if int(found[1]) in refuted
        and not re.match(r"[亿万元个户家]", text[found.end() : found.end() + 1])
        and not _is_signature(text, found.start(1), issued_text)
    ]


def _is_signature(text: str, at: int, issued_text: str | None) -> bool:
    return bool(issued_text) and text.startswith(issued_text or "", at)


def _after_events(text: str) -> dict[int, str]:
    """Years more than two past the latest dated event that an undated text speaks of as current."""
    latest: tuple[str, str] | None = None
    automaton, rows = _events()
    for index, start, end in automaton.find_matches_as_indexes(text):
        term, begin, until, kind = rows[index]
        around = text[max(0, start - 8) : end + 6]
        if not _CURRENT.search(around):
            continue
        last = until if kind == "event" and until else begin
        if latest is None or last > latest[0]:
            latest = (last, term)
    if latest is None:
        return {}
    # A congress is carried out until the next one, five years on; a campaign for two years.
    limit = int(latest[0][:4]) + 5
    return {
        int(found[1]): f"文中以{latest[1]}（{latest[0][:4]}年）为当前，印作{found[1]}年"
        for found in _YEAR.finditer(text)
        if limit < int(found[1]) < limit + 60
        and not re.search(r"(?:到|至|—|-|~)$", text[max(0, found.start() - 1) : found.start()])
    }


@cache
def _events() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str, str, str], ...]]:
    rows = tuple(
        (row["term"], row["from"], row["to"], row["kind"])
        for row in vocabulary.read("dated_events")
        if row["kind"] in ("congress", "plenary") or (row["kind"] == "event" and row["to"])
    )
    return ahocorasick_rs.AhoCorasick(
        [row[0] for row in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    ), rows
