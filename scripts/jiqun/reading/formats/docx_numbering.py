"""The numbers that Word sets before paragraphs: 一、, （二）, 3., 第四条 are counted, not written.

ECMA-376 part 1, 17.9: a paragraph or its style names a list and a level; the level says how its number is
written, where it begins and after which level it begins anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from jiqun.reading.formats.docx_parts import attribute, child, children, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
# Styles based on one another; more than ten are nowhere, and a ring of them has no end.
_LONGEST_CHAIN = 20
_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: format of the number, the text with %1 %2 in it, where it starts, after which
    level it starts anew; `legal` where it writes the numbers of the levels above in digits."""

    format: str
    text: str
    start: int
    restart: int | None = None
    legal: bool = False


class Numbering:
    """The numbers of one document, counted on as its paragraphs come."""

    def __init__(self, part: Any | None, styles: Any | None) -> None:
        """`part`, `styles`: root elements of numbering.xml and styles.xml, None where the file has none."""
        abstract = {attribute(item, "abstractNumId"): item for item in children(part, "abstractNum")}
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        for number in children(part, "num"):
            of = value(child(number, "abstractNumId"))
            levels = _levels(abstract.get(of))
            overrides = _overrides(number)
            # A list with a start of its own counts by itself; any other counts on with its kind.
            counted = attribute(number, "numId") if overrides else "abstract " + of
            levels |= {at: _overridden(level, levels.get(at)) for at, level in overrides.items()}
            self._lists[attribute(number, "numId")] = (counted, levels)
        self._styles = {attribute(style, "styleId"): style for style in children(styles, "style")}
        self._counters: dict[str, list[int | None]] = {}

    def before(self, properties: Any | None) -> str:
        """The number before a paragraph with these properties, "" where it has none. Counts it."""
        found = self._place(properties)
        if found is None:
            return ""
        counted, levels, at = found
        level = levels.get(at)
        if level is None:
            return ""
        counters = self._counters.setdefault(counted, [None] * _LEVELS)
        last = counters[at]
        counters[at] = level.start if last is None else last + 1
        for deeper in range(at + 1, _LEVELS):
            inner = levels.get(deeper)
            if inner is None or inner.restart is None or at < inner.restart:
                counters[deeper] = None
        if level.format == "bullet":
            return level.text
        return _PLACE.sub(lambda place: self._written(int(place[1]) - 1, counters, levels, level), level.text)

    def _written(self, at: int, counters: list[int | None], levels: dict[int, Level], own: Level) -> str:
        level = levels.get(at, own)
        count = counters[at]
        return write_number(level.start if count is None else count, "decimal" if own.legal else level.format)

    def _place(self, properties: Any | None) -> tuple[str, dict[int, Level], int] | None:
        """(counter, levels, level) of a paragraph: its own list, else that of its style or the one it is
        based on."""
        numbered = child(properties, "numPr")
        number, at = value(child(numbered, "numId")), value(child(numbered, "ilvl"))
        style = self._styles.get(value(child(properties, "pStyle")))
        for _ in range(_LONGEST_CHAIN):
            if style is None or (number and at):
                break
            of_style = child(child(style, "pPr"), "numPr")
            number = number or value(child(of_style, "numId"))
            at = at or value(child(of_style, "ilvl"))
            style = self._styles.get(value(child(style, "basedOn")))
        if number not in self._lists or number == "0":
            return None
        level = int(at) if at.isdecimal() and len(at) == 1 else 0
        return (*self._lists[number], min(level, _LEVELS - 1))


def _levels(abstract: Any | None) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in children(abstract, "lvl"):
        at = attribute(element, "ilvl")
        if at.isdecimal() and len(at) == 1:
            restart = value(child(element, "lvlRestart"))
            found[int(at)] = Level(
                value(child(element, "numFmt")) or "decimal",
                value(child(element, "lvlText")),
                _start(value(child(element, "start"))),
                int(restart) if restart.isdecimal() and len(restart) == 1 else None,
                child(element, "isLgl") is not None,
            )
    return found


def _overrides(number: Any) -> dict[int, Level | int]:
    """What a list changes of its kind, by level: a whole level, or where it starts."""
    found: dict[int, Level | int] = {}
    for override in children(number, "lvlOverride"):
        at = attribute(override, "ilvl")
        if not at.isdecimal() or len(at) != 1:
            continue
        start = child(override, "startOverride")
        found |= _levels(override)
        if start is not None and int(at) not in found:
            found[int(at)] = _start(value(start))
    return found


def _overridden(override: Level | int, level: Level | None) -> Level:
    if isinstance(override, Level):
        return override
    return replace(level, start=override) if level else Level("none", "", override)


def _start(printed: str) -> int:
    return int(printed) if printed.isdecimal() and len(printed) < 6 else 1


def write_number(number: int, kind: str) -> str:
    """A number in a format of Word: chineseCounting 21 is 二十一, decimalEnclosedCircle 3 is ③."""
    if kind in ("none", "bullet"):
        return ""
    writer = _WRITERS.get(kind)
    return writer(number) if writer else str(number)


def _chinese(number: int, digits: str = _DIGITS, units: tuple[str, ...] = ("", "十", "百", "千")) -> str:
    """A number below ten thousand as it is spoken; 十 to 十九 without 一."""
    if not 0 < number < 10_000:
        return digits[0] if number == 0 else str(number)
    written = ""
    printed = str(number)
    for place, digit in enumerate(printed):
        unit = units[len(printed) - place - 1]
        if digit != "0":
            written += digits[int(digit)] + unit
        elif written and not written.endswith("零") and printed[place:].strip("0"):
            written += "零"
    return written[1:] if digits is _DIGITS and written.startswith("一十") else written


def _formal(number: int) -> str:
    return _chinese(number, _FORMAL, ("", "拾", "佰", "仟"))


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _sign(first: str, count: int) -> Callable[[int], str]:
    """Numbers that are signs in a row, as many as there are: ① to ⑳."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else str(number)


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _letters(first: str) -> Callable[[int], str]:
    """a to z, then aa, bb …"""
    return lambda number: (
        chr(ord(first) + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else str(number)
    )


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for sign, amount in (
        ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40),
        ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
    ):  # fmt: skip
        written += sign * (number // amount)
        number %= amount
    return written


_CIRCLED = _sign("①", 20)
_STEMS, _BRANCHES = _one_of("甲乙丙丁戊己庚辛壬癸"), _one_of("子丑寅卯辰巳午未申酉戌亥")
_WRITERS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "koreanCounting": _chinese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
    "ideographEnclosedCircle": _sign("㊀", 10),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _sign("⑴", 20),
    "decimalEnclosedFullstop": _sign("⒈", 20),
    "decimalFullWidth": lambda number: "".join(chr(ord("０") + int(digit)) for digit in str(max(number, 0))),
    "decimalFullWidth2": lambda number: "".join(chr(ord("０") + int(digit)) for digit in str(max(number, 0))),
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
