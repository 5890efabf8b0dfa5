"""Units as printed behind a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from jiqun.language import vocabulary

# Words that begin with a measure word and count nothing: 5800亿项目 is a sum without its unit.
_WORD = re.compile(
    r"项目(?!标)|名牌|名优|家庭|处理|处于|位于|件均|户均|人均|条件|口岸|种植|种养|台湾|台商|部门|部分|级别|点击|头部|场地|次性|年|组织|组建|站式|站点|层次|层面|块状|片区|双向|队伍|批发|套利|辆份|包括|席位|本地|本级|本市|本省|本县|位居|座谈"
)
_COMPOUND_COUNTS = ("次", "套", "件", "列", "箱")


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit: its code, what a value is multiplied by to get there, whether it is a measure word."""

    term: str
    code: str
    factor: Decimal
    measure_word: bool


@cache
def _by_first() -> dict[str, tuple[tuple[int, dict[str, Unit]], ...]]:
    """Printed units by first character: for each length, longest first, the units of that length by term.

    A measure word with its noun (个企业) is left out: the noun is no unit. 人次, 台套 and the like are kept.
    """
    rows = vocabulary.read("unit_terms")
    words = {row["term"] for row in rows if row["measure_word"] == "1" and len(row["term"]) == 1}
    units: dict[str, list[Unit]] = {}
    for row in rows:
        term = row["term"].replace("(", "（").replace(")", "）")
        counted = row["unit"] == "1" and len(term) > 1 and term[0] in words and "/" not in term
        if counted and not (len(term) == 2 and term.endswith(_COMPOUND_COUNTS)) and "（" not in term:
            continue
        if "noun" in row["note"]:
            continue
        units.setdefault(term[0], []).append(
            Unit(term, row["unit"], Decimal(row["factor"]), row["measure_word"] == "1")
        )
    return {
        first: tuple(
            (length, {unit.term: unit for unit in reversed(found) if len(unit.term) == length})
            for length in sorted({len(unit.term) for unit in found}, reverse=True)
        )
        for first, found in units.items()
    }


# 四大园区 counts parks; 大 before a size, a mass or a common word (大约, 大型, 大会) counts nothing.
_GREAT = Unit("大", "1", Decimal(1), True)
_GREAT_NOUN = re.compile(
    r"大(?![约型量批会学小专力件概致幅豆米桥赛河江中家厦道街院棚户精数棵气连众姓陆洋街盘师])(?=[\u4e00-\u9fff“])"
)


def _runs_on(unit: Unit | None, text: str, position: int) -> bool:
    """Whether 个亿 is no sum: 五个亿 is one, 6个亿元以上项目 counts projects."""
    return unit is not None and unit.term == "个亿" and text.startswith(("元", "级", "吨"), position + 2)


def unit_at(text: str, position: int) -> Unit | None:
    """The longest unit printed at `position` of folded text."""
    if (
        text.startswith("大", position)
        and _GREAT_NOUN.match(text, position)
        and text[position - 1 : position] not in "一七八九百千万亿"
    ):
        return _GREAT
    for length, units in _by_first().get(text[position : position + 1], ()):
        unit = units.get(text[position : position + length])
        if _runs_on(unit, text, position):
            continue
        if unit is not None and not (unit.measure_word and _WORD.match(text, position)):
            return unit
    return None
