"""Ordinal markers of Chinese official prose: 第一章, 一、, （一）, 1., （1）, ①, 一是, 一要, ——, 附件."""

from __future__ import annotations

import re
from typing import NamedTuple

from jiqun.patterns import quick

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_CHINESE = "〇零一二三四五六七八九十百"
# Signs that hold a whole ordinal, by the kind they write and the sign for one.
_SIGNS = {
    "circled": ("circled", "①"),
    "chinese_sign": ("chinese_bracket", "㈠"),
    "arabic_bracket_sign": ("arabic_bracket", "⑴"),
    "arabic_sign": ("arabic", "⒈"),
}

# Group names are marker kinds; the group holds the ordinal. Text is folded (see view.fold).
MARKER = quick(
    rf"""
      第(?P<part>[{_CHINESE}]{{1,4}}|\d{{1,3}})(?P<part_of>篇|编|部分|章|节|条)(?=[\s：:、.。]|[^\d，；年月日款项批次届])
    | (?:（(?P<chinese_bracket>[{_CHINESE}]{{1,3}})）|(?P<chinese_sign>[㈠-㈩]))
    | (?P<chinese>[{_CHINESE}]{{1,3}})(?:、|\.(?!\d)|．)
    | （(?P<arabic_bracket>\d{{1,2}})）|(?P<arabic_bracket_sign>[⑴-⒇])
    | (?P<arabic_half>\d{{1,2}})）
    | (?P<arabic>\d{{1,2}})(?:、|\.(?![\d]))
    | (?P<arabic_sign>[⒈-⒛])
    | (?P<circled>[①-⑳])
    | (?P<clause>[一二三四五六七八九十]{{1,3}})是(?![指否]|[一二][，。、；])
    | (?P<duty>[一二三四五六七八九十]{{1,3}})要(?![求点素])
    | (?P<dash>—{{1,2}}|──|--)(?=[^\s—\-\d])
    | (?P<annex>附[件表录])(?P<annex_number>\s?\d{{1,2}}|[{_CHINESE}]{{1,2}})?(?=[：:\s.、]|$)
    """,
    re.VERBOSE,
)


class Marker(NamedTuple):
    """One marker: `kind` (with 第…章 kinds told apart by their noun), `ordinal` (0 where it has none),
    `length`.
    """

    kind: str
    ordinal: int
    length: int
    text: str


def match_marker(text: str, position: int, end: int) -> Marker | None:
    """The marker that opens at `position` of folded `text`, if any."""
    found = MARKER.match(text, position, end)
    if not found:
        return None
    kind = found.lastgroup or ""
    if kind in ("part", "part_of"):
        return Marker("part_" + found["part_of"], ordinal_value(found["part"]), len(found[0]), found[0])
    if kind in ("annex", "annex_number"):
        return Marker("annex", ordinal_value((found["annex_number"] or "").strip()), len(found[0]), found[0])
    if kind == "dash":
        return Marker("dash", 0, len(found[0]), found[0])
    if kind in _SIGNS:
        sign_of, one = _SIGNS[kind]
        return Marker(sign_of, ord(found[kind]) - ord(one) + 1, 1, found[0])
    return Marker(kind, ordinal_value(found[kind]), len(found[0]), found[0])


def ordinal_value(text: str) -> int:
    """Value of a printed ordinal up to 999: 12, 十二 and 二十一; 0 for none."""
    if not text:
        return 0
    if text.isdigit():
        return int(text)
    if not set(text) & set("十百"):
        value = 0
        for character in text:
            value = value * 10 + _DIGITS.get(character, 0)
        return value
    total, digit = 0, None
    for character in text:
        if character == "百":
            total += (1 if digit is None else digit) * 100
            digit = None
        elif character == "十":
            total += (1 if digit is None else digit) * 10
            digit = None
        else:
            digit = _DIGITS.get(character, 0)
    return total + (digit or 0)
