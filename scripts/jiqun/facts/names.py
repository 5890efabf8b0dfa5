"""Numerals inside names: 四机厂 and 三星 hold no number."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable

import ahocorasick_rs

from jiqun.facts.frame import Frame
from jiqun.language.numbers import Numeral, bounds_without_digit

_VERSION = re.compile(r"\d\.0")
_QUOTED = re.compile(r"[“《‘](?P<inside>[^“”《》‘’]{1,60})[”》’]")
_GRADE = re.compile(r"(?:元)?级(?!别)|强(?!度|化)")
_LEVELS = re.compile(r"[两三四]级(?!别)")
_LEVELS_OF = re.compile(r"[省市州县区旗镇乡村](?:、?[省市州县区旗镇乡村街道（）]+)+$")
_DIVIDED = re.compile(r"工业|规上|规模|GDP|生产总值|产值|增加值|地区生产")
_CHINESE_PHASE = re.compile(r"[期号](?!间|望|末|限|货|召|称|码)")
_PHASE = re.compile(r"期(?!间|望|末|限|货)")
_NEXT_PHASE = re.compile(r"、[一二三四五六七八九十]期")
_NAMED_BEHIND = re.compile(r"计划|国道|省道|号|线|工程(?!项)")
_LATIN = re.compile(r"[A-Za-z+＋]")
_BROKEN_BEHIND = re.compile(r"[?？·•]\d|\d")
_BROKEN_BEFORE = re.compile(r"\d[?？·•]$")
_HOLDS_NUMERAL = re.compile(r"[一二三四五六七八九十百千万亿两\d]")
_EACH_BEFORE = re.compile(r"(?:各|至少|新增|新建|共|达|建成|引进|由)(?:建|有|设)?$")
_RISES_BEHIND = re.compile(r"增加到|发展到|增至|扩大到")
_TIER_BEHIND = re.compile(r"级?(?:产业|集群|园区|企业集群|强企)")
_MONEY_BOUND = re.compile(r"[上超过破百千]$")
_BOUND = re.compile(r"[超过破上近]$")
# The longest name that a numeral is looked for in.
_LONGEST = 30
# An automaton of one document's names is asked once: to make it takes longer than to ask it.
_MADE_QUICKLY = ahocorasick_rs.Implementation.NoncontiguousNFA


def name_numerals(frame: Frame, names: Iterable[tuple[int, int, str]]) -> None:
    """Mark numerals that are part of names and slogans, and judge those without unit.

    `names` are (start, end, name) of organizations and clusters; a name's later occurrences count too.
    “一纵六横” and 《二十条规定》 hold no quantity; 二期 is an ordinal; a bare Arabic number beside Latin
    letters (5A, G30) is a name.
    """
    text = frame.text
    spans = sorted({span for span in _occurrences(text, names) if span[1] - span[0] <= _LONGEST})
    quoted = [found.span("inside") for found in _QUOTED.finditer(text)]
    quoted_starts = [start for start, _ in quoted]
    for numeral in frame.numerals:
        if numeral.kind != "quantity":
            continue
        if numeral.form == "" and numeral.unit is None and _inside(spans, numeral.start, numeral.number_end):
            _set(numeral, "name_part")
            continue
        if _LEVELS.match(text, numeral.start) and _LEVELS_OF.search(
            text, max(0, numeral.start - 8), numeral.start
        ):
            # 市、县两级: so many levels, no grade
            numeral.end, numeral.code = numeral.number_end + 1, "1"
            continue
        if (
            numeral.form == ""
            and _GRADE.match(text, numeral.number_end)
            and numeral.value
            and (numeral.unit is None or numeral.code == "CNY")
        ):
            _set(numeral, "name_part")
            continue
        if (
            numeral.code == "CNY"
            and _DIVIDED.match(text, numeral.end)
            and text[numeral.start : numeral.number_end] == "万"
        ):
            numeral.form = "denominator"
            continue
        bare = numeral.unit is None and numeral.code is None and numeral.form == ""
        chinese = not (text[numeral.start].isdigit() or text[numeral.start] in "-−")
        # Quoted stretches never overlap: only the last one before the numeral's end can hold it.
        opened, closed = 0, -1
        if quoted and (index := bisect_right(quoted_starts, numeral.start)):
            opened, closed = quoted[index - 1]
        if bare and _VERSION.fullmatch(text, numeral.start, numeral.end):
            _set(numeral, "name_part")  # 工业4.0
            continue
        title = numeral.start < closed and text[opened - 1] == "《"
        if title and (bare or numeral.code == "1"):
            _set(numeral, "name_part")
        elif (
            numeral.end <= closed and closed - opened <= 10 and text[opened - 1] in "“‘" and (bare or chinese)
        ):
            _set(numeral, "idiom" if chinese else "name_part")
        elif (
            (
                chinese
                and _CHINESE_PHASE.match(text, numeral.number_end)
                and not _scaled(text, numeral.start, numeral.number_end)
            )
            or (bare and _PHASE.match(text, numeral.number_end))
            or (bare and chinese and _NEXT_PHASE.match(text, numeral.number_end))
        ):
            _set(numeral, "ordinal")
        elif (bare and _NAMED_BEHIND.match(text, numeral.number_end) and not chinese) or (
            bare
            and (
                _LATIN.match(text, numeral.number_end)
                or _LATIN.match(text[max(0, numeral.start - 1) : numeral.start])
            )
        ):
            _set(numeral, "name_part")
        elif (
            chinese
            and _scaled(text, numeral.start, numeral.number_end)
            and set(text[numeral.start : numeral.number_end]) <= set("十百千万亿")
        ):
            _judge_bare_scale(frame, numeral)
        elif (chinese and bare) or (
            chinese
            and text[numeral.start : numeral.number_end] == "一"
            and numeral.value_max is None
            and not _counts_one(text, numeral.start, numeral.end)
        ):
            _set(numeral, "idiom")
        elif (bare and _BROKEN_BEHIND.match(text, numeral.number_end)) or (
            bare and _BROKEN_BEFORE.search(text[max(0, numeral.start - 2) : numeral.start])
        ):
            _set(numeral, "name_part")


def _occurrences(text: str, names: Iterable[tuple[int, int, str]]) -> Iterable[tuple[int, int]]:
    sought: dict[str, int] = {}
    for start, end, name in names:
        yield start, end
        if len(name) >= 2 and name not in sought and _HOLDS_NUMERAL.search(name):
            sought[name] = 0
    if not sought:
        return
    # All names in one pass; of one name's occurrences none overlaps the one before it.
    terms = list(sought)
    automaton = ahocorasick_rs.AhoCorasick(terms, implementation=_MADE_QUICKLY)
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if start >= sought[terms[index]]:
            sought[terms[index]] = end
            yield start, end


def _inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the sorted spans, none of them longer than `_LONGEST`, holds a stretch."""
    first = bisect_left(spans, (end - _LONGEST, 0))
    last = bisect_left(spans, (start + 1, 0))
    return any(span[1] >= end for span in spans[first:last])


def _scaled(text: str, start: int, end: int) -> bool:
    return any(character in "十百千万亿" for character in text[start:end])


def _counts_one(text: str, start: int, end: int) -> bool:
    """Whether 一家 or 一个 counts: behind 各, 每, 至少, 新增 it does, in running words (一支队伍) it does
    not.
    """
    return bool(_EACH_BEFORE.search(text[max(0, start - 4) : start]) or _RISES_BEHIND.match(text, end))


# A sum that is given, whatever digits it is written in: 奖励十万元, 30万元和十万元.
_GRANTED = re.compile("(?:奖励?|给予|补助?|补贴|资助|元[和、])$")


def _judge_bare_scale(frame: Frame, numeral: Numeral) -> None:
    """千亿产业集群 names a tier; 过亿元, 千万元以上 bound something; 百货 is a word."""
    text = frame.text
    if numeral.unit is not None and numeral.code in ("CNY", "USD"):
        if _GRANTED.search(text, max(0, numeral.start - 3), numeral.start):
            return
        tier = _TIER_BEHIND.match(text, numeral.end) and not bounds_without_digit(text, numeral)
        if not tier and (
            bounds_without_digit(text, numeral)
            or _MONEY_BOUND.search(text[max(0, numeral.start - 1) : numeral.start])
        ):
            numeral.form = "bound"
            return
        _set(numeral, "name_part")
        return
    if bounds_without_digit(text, numeral) and _BOUND.search(text[max(0, numeral.start - 2) : numeral.start]):
        numeral.form = "bound"
        return
    if numeral.rough or text.startswith(("多", "余"), numeral.number_end):
        return
    if text[numeral.start : numeral.number_end] in ("十",) and numeral.unit is not None:
        return
    if numeral.start and text[numeral.start - 1] in "每":
        return
    following = text[numeral.number_end : numeral.number_end + 1]
    _set(
        numeral,
        "name_part"
        if following in "级产元工集园"
        or text[numeral.start : numeral.number_end] in ("千亿", "百亿", "万亿", "亿")
        else "idiom",
    )


def _set(numeral: Numeral, kind: str) -> None:
    """Make a numeral of another kind: its span shrinks to the bare number."""
    numeral.kind = kind
    numeral.end = numeral.number_end
    numeral.value = numeral.value_max = numeral.unit = numeral.code = None


# Nothing longer is printed twice as a name; such a row of signs takes long to look for.
_LONGEST_AGAIN = 100


def names_again(text: str, names: Collection[str]) -> dict[int, int]:
    """Every place where one of the names is printed in full, end by start; the longest name wins."""
    wanted = sorted(name for name in names if 2 < len(name) <= _LONGEST_AGAIN)
    if not wanted:
        return {}
    automaton = ahocorasick_rs.AhoCorasick(
        wanted, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, implementation=_MADE_QUICKLY
    )
    return {start: end for _, start, end in automaton.find_matches_as_indexes(text)}


# Whose money is asked for, and has it no more: 争取|农发行|贷款5000万元.
_ASKED = re.compile("(?:争取|申请|获得|落实)[到了]?$")
_MONEY = re.compile("贷款|授信|融资|资金|基金")


def without_givers(text: str, spans: dict[int, int]) -> dict[int, int]:
    """The spans of names, end by start, without those whose loan or money is sought: it is the seeker's."""
    return {
        start: end
        for start, end in spans.items()
        if not (_MONEY.match(text, end) and _ASKED.search(text, max(0, start - 3), start))
    }
