"""A small reader of printed figures, independent of the one that made the tables.

It reads what it is sure of and nothing else: two readers that agree are evidence, one that guesses is none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

# Numerals, units and words around them in traditional characters.
_TRADITIONAL = str.maketrans(
    "萬億兩點餘幾數約過達於為長減個畝頃噸錠紗戶圓塊",
    "万亿两点余几数约过达于为长减个亩顷吨锭纱户元块",
)
_DIGITS = {
    sign: value
    for value, signs in enumerate(["零〇○", "一", "二两", "三", "四", "五", "六", "七", "八", "九"])
    for sign in signs
}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
# A power of ten before these is part of the unit's name: 千瓦, 千伏, 千克, 百分点.
_POWER = "(?:[十万亿]|千(?!瓦|伏|米|克|卡|帕|赫)|百(?!分))"
_ARABIC = rf"(?P<{{0}}>\d+(?:\.\d+)?)(?:[余多几])?(?P<{{0}}_scale>{_POWER}*)[余多]?"
_CHINESE = (
    rf"(?P<{{0}}_chinese>(?:[零〇○一二三四五六七八九两]|{_POWER})+(?:点[零〇一二三四五六七八九]+)?)[余多]?"
)
_NUMERAL = re.compile(rf"(?:[\d零〇○一二三四五六七八九两半几数]|{_POWER})")
_WORDS_BEFORE = re.compile(r"[约近逾超过突破达到至少不低于高以上多约为的增长提下降减翻第每年均控制在最个]*")
_TO = "[-—–~至到－～]{1,2}"
_PERCENT_SIGNS = {"%": Decimal(1), "‰": Decimal("0.1")}


def _pattern(name: str) -> str:
    return f"(?:{_ARABIC.format(name)}|{_CHINESE.format(name)})"


_ONE = re.compile(_pattern("one"))
_RANGE = re.compile(_pattern("one") + r"(?P<unit>[^\d-]{0,3}?)" + _TO + _pattern("two"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a range as printed, powers of ten multiplied out, and the text that follows it (its
    unit)."""

    value: Decimal
    value_max: Decimal | None
    rest: str


def read_figure(text: str) -> Figure | None:
    """Read `50亿元`, `２至3家`, `百分之二十` …; None where the text holds anything this reader is not sure
    of."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(_TRADITIONAL)
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain)
    figure = _parts_of_whole(plain.lstrip("-−")) or _plain_figure(plain.lstrip("-−"))
    if figure is None or plain[:1] not in ("-", "−"):
        return figure
    return None if figure.value_max is not None else Figure(-figure.value, None, figure.rest)


def _plain_figure(text: str) -> Figure | None:
    start = _WORDS_BEFORE.match(text)
    begin = start.end() if start else 0
    found = _RANGE.match(text, begin)
    if found:
        low, high = _number(found, "one"), _number(found, "two")
        rest = text[found.end() :]
        if low is None or high is None or _NUMERAL.search(rest):
            return None
        if found["unit"] and not rest.startswith(found["unit"]):
            return None
        # 5—8万元: the power of ten behind the second number is the first one's as well, unless it has its
        # own.
        if found["one"] and found["two"] and not found["one_scale"] and not found["unit"]:
            low *= _scale(found["two_scale"])
        return Figure(low, high, rest)
    single = _ONE.match(text, begin)
    if not single:
        return None
    value, rest = _number(single, "one"), text[single.end() :]
    return None if value is None or _NUMERAL.search(rest) else Figure(value, None, rest)


def _parts_of_whole(text: str) -> Figure | None:
    """百分之二十, 三分之一, 七成, 翻两番: read as percent or as a multiple."""
    found = re.fullmatch(rf".*?百分之({_ONE.pattern})(.{{0,2}})", text)
    if found:
        figure = _plain_figure(found[1])
        return Figure(figure.value, None, "%") if figure and not figure.rest else None
    found = re.fullmatch(r"([二三四五六七八九十])分之([一二两三四五六七八九])(?:以上|左右)?", text)
    if found:
        below, above = _chinese(found[1]), _chinese(found[2])
        return Figure(above * 100 / below, None, "%") if below and above else None
    found = re.fullmatch(r"([一二两三四五六七八九\d])成(?:以上|左右)?", text)
    if found:
        tenths = _plain_figure(found[1])
        return Figure(tenths.value * 10, None, "%") if tenths else None
    found = re.fullmatch(r"翻([一二两三四\d])?番(?:以上)?", text)
    if found:
        times = _plain_figure(found[1]) if found[1] else Figure(Decimal(1), None, "")
        return Figure(Decimal(2) ** int(times.value), None, "番") if times else None
    return None


def in_unit(figure: Figure, unit: str) -> Figure | None:
    """The figure in a unit of `unit_codes`; None where the text behind it cannot be brought into that unit
    surely."""
    factor = _factor(figure.rest, unit)
    if factor is None:
        return None
    high = None if figure.value_max is None else figure.value_max * factor
    return Figure(figure.value * factor, high, figure.rest)


def _factor(rest: str, unit: str) -> Decimal | None:
    if unit == "%":
        for sign, factor in _PERCENT_SIGNS.items():
            if rest.startswith(sign):
                return factor
        return Decimal(100) if rest.startswith("倍") else None
    if rest.startswith(tuple(_PERCENT_SIGNS)) and unit != "pp":
        return None
    if unit == "kW":
        megawatts = rest.startswith(("兆瓦", "MW"))
        return Decimal(1000) if megawatts else Decimal(1) if rest.startswith(("千瓦", "kW")) else None
    if unit.startswith("t"):
        return Decimal(1) if rest.startswith("吨") else None
    if unit in _WORDS_OF_UNIT:
        return Decimal(1) if rest.startswith(_WORDS_OF_UNIT[unit]) else None
    return Decimal(1) if unit == "1" else None


_WORDS_OF_UNIT: dict[str, tuple[str, ...]] = {
    "CNY": ("元", "人民币", "块"),
    "USD": ("美元", "美金"),
    "pp": ("个百分点", "百分点"),
    "ha": ("公顷",),
    "km2": ("平方公里", "km2"),
    "m2": ("平方米", "平米", "㎡", "m2"),
    "mu": ("亩",),
    "kV": ("千伏", "kV"),
    "a": ("年",),
    "d": ("天", "日", "个工作日", "工作日"),
    "spindle": ("锭", "纱锭"),
}


def _number(found: re.Match[str], name: str) -> Decimal | None:
    digits = found[name]
    if digits:
        return Decimal(digits) * _scale(found[f"{name}_scale"])
    return _chinese(found[f"{name}_chinese"])


def _scale(powers: str) -> Decimal:
    product = Decimal(1)
    for power in powers:
        product *= _POWERS[power]
    return product


def _chinese(text: str) -> Decimal | None:
    """A number in Chinese numerals; None where it is not one number (三五家, 二三十)."""
    whole, _, decimals = text.partition("点")
    if not set(whole) & set(_POWERS):
        value = _digit_by_digit(whole)
    elif re.search("[一二三四五六七八九两]{2}", whole):
        return None
    else:
        value = _with_powers(whole)
    if value is None or not decimals:
        return value
    return value + Decimal("0." + "".join(str(_DIGITS[sign]) for sign in decimals))


def _digit_by_digit(text: str) -> Decimal | None:
    """二〇〇九 is 2009 and 五 is 5; two digits side by side (三五) are an estimate, not a number."""
    if len(text) == 2 and not set(text) & set("零〇○"):
        return None
    return Decimal("".join(str(_DIGITS[sign]) for sign in text)) if text else None


def _with_powers(text: str) -> Decimal:
    """三千五百万: 亿 and 万 multiply what is before them, 千 百 十 their own digit; 万 behind 亿 adds."""
    total, part, digit = 0, 0, 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif _POWERS[sign] < 10**4:
            part += (digit or 1) * _POWERS[sign]
            digit = 0
        else:
            power = _POWERS[sign]
            if total >= power:
                total += (part + digit) * power
            else:
                total = (total + part + digit or 1) * power
            part = digit = 0
    return Decimal(total + part + digit)
