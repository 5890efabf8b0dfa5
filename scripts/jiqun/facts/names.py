"""Numerals inside names: 四机厂 and 三星 hold no number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import ahocorasick_rs

from jiqun.facts.frame import Frame
from jiqun.language.numbers import Numeral, bounds_without_digit

_QUOTED = re.compile(r"[“《](?P<inside>[^“”《》]{1,60})[”》]")


def name_numerals(frame: Frame, names: Iterable[tuple[int, int, str]]) -> None:
    """Mark numerals that are part of names and slogans, and judge those without unit.

    `names` are (start, end, name) of organizations and clusters; a name's later occurrences count too.
    “一纵六横” and 《二十条规定》 hold no quantity; 二期 is an ordinal; a bare Arabic number beside Latin
    letters (5A, G30) is a name.
    """
    spans = sorted(_occurrences(frame.text, [(start, end, name) for start, end, name in names]))
    quoted = [found.span("inside") for found in _QUOTED.finditer(frame.text)]
    for numeral in frame.numerals:
        if numeral.kind != "quantity":
            continue
        text = frame.text
        if numeral.form == "" and numeral.unit is None and _inside(spans, numeral.start, numeral.number_end):
            _set(numeral, "name_part")
            continue
        if (
            numeral.form == ""
            and re.match(r"^(?:元)?级(?!别)|^强(?!度|化)", text[numeral.number_end :])
            and numeral.value
            and (numeral.unit is None or numeral.code == "CNY")
        ):
            _set(numeral, "name_part")
            continue
        if (
            numeral.code == "CNY"
            and re.match(r"^(?:工业|规上|规模|GDP|生产总值|产值|增加值|地区生产)", text[numeral.end :])
            and text[numeral.start : numeral.number_end] == "万"
        ):
            numeral.form = "denominator"
            continue
        bare = numeral.unit is None and numeral.code is None and numeral.form == ""
        chinese = not text[numeral.start].isdigit()
        title = any(start <= numeral.start < end and text[start - 1] == "《" for start, end in quoted)
        if title and (bare or numeral.code == "1"):
            _set(numeral, "name_part")
        elif any(
            start <= numeral.start and numeral.end <= end and end - start <= 10 and text[start - 1] == "“"
            for start, end in quoted
        ) and (bare or chinese):
            _set(numeral, "idiom" if chinese else "name_part")
        elif (
            (
                chinese
                and re.match(r"^[期号](?!间|望|末|限|货|召|称|码)", text[numeral.number_end :])
                and not _scaled(text, numeral.start, numeral.number_end)
            )
            or (bare and re.match(r"^期(?!间|望|末|限|货)", text[numeral.number_end :]))
            or (bare and chinese and re.match(r"^、[一二三四五六七八九十]期", text[numeral.number_end :]))
        ):
            _set(numeral, "ordinal")
        elif (
            bare
            and re.match(r"^(?:计划|国道|省道|号|线|工程(?!项))", text[numeral.number_end :])
            and not chinese
        ) or (
            bare
            and (
                re.match(r"[A-Za-z+＋]", text[numeral.number_end : numeral.number_end + 1])
                or re.match(r"[A-Za-z+＋]", text[max(0, numeral.start - 1) : numeral.start])
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
        elif (bare and re.match(r"[?？·•]\d|\d", text[numeral.number_end : numeral.number_end + 2])) or (
            bare and re.search(r"\d[?？·•]$", text[max(0, numeral.start - 2) : numeral.start])
        ):
            _set(numeral, "name_part")


def _occurrences(text: str, names: list[tuple[int, int, str]]) -> Iterable[tuple[int, int]]:
    for start, end, name in names:
        yield start, end
        if re.search(r"[一二三四五六七八九十百千万亿两\d]", name) and len(name) >= 2:
            at = text.find(name)
            while at >= 0:
                yield at, at + len(name)
                at = text.find(name, at + len(name))


def _inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first <= start and end <= last and last - first <= 30 for first, last in spans)


def _scaled(text: str, start: int, end: int) -> bool:
    return any(character in "十百千万亿" for character in text[start:end])


def _counts_one(text: str, start: int, end: int) -> bool:
    """Whether 一家 or 一个 counts: behind 各, 每, 至少, 新增 it does, in running words (一支队伍) it does
    not.
    """
    return bool(
        re.search(r"(?:各|至少|新增|新建|共|达|建成|引进|由)(?:建|有|设)?$", text[max(0, start - 4) : start])
        or re.match(r"(?:增加到|发展到|增至|扩大到)", text[end:])
    )


def _judge_bare_scale(frame: Frame, numeral: Numeral) -> None:
    """千亿产业集群 names a tier; 过亿元, 千万元以上 bound something; 百货 is a word."""
    text = frame.text
    if numeral.unit is not None and numeral.code in ("CNY", "USD"):
        tier = re.match(
            r"^级?(?:产业|集群|园区|企业集群|强企)", text[numeral.end :]
        ) and not bounds_without_digit(text, numeral)
        if not tier and (
            bounds_without_digit(text, numeral)
            or re.search(r"[上超过破百千]$", text[max(0, numeral.start - 1) : numeral.start])
        ):
            numeral.form = "bound"
            return
        _set(numeral, "name_part")
        return
    if bounds_without_digit(text, numeral) and re.search(
        r"[超过破上近]$", text[max(0, numeral.start - 2) : numeral.start]
    ):
        numeral.form = "bound"
        return
    if numeral.rough or re.match(r"^[多余]", text[numeral.number_end :]):
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


def names_again(text: str, names: Collection[str]) -> dict[int, int]:
    """Every place where one of the names is printed in full, end by start; the longest name wins."""
    wanted = sorted(name for name in names if len(name) > 2)
    if not wanted:
        return {}
    automaton = ahocorasick_rs.AhoCorasick(wanted, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return {start: end for _, start, end in automaton.find_matches_as_indexes(text)}
