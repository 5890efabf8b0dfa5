"""The statistic of a quantity, its sign and its comparator."""

from __future__ import annotations

import re
from decimal import Decimal

from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Measure, Quantity, Span
from jiqun.facts.figure_words import (
    COMPLETION,
    DIFFERENCE,
    DURATION_UNITS,
    FALL,
    OF_A_PLAN,
    RATE_NOUN,
    RISE,
    RISE_TO,
    SHARE,
    SHARE_NOUN,
)
from jiqun.language import cues
from jiqun.language.numbers import Numeral

# Another place to compare with, not an earlier time.
_ANOTHER = re.compile(r"^(?!.*(?:年|月|期|初|末|计划|预算|目标|上次))[\u4e00-\u9fff]{2,}$")
_PART_OF_THEM = re.compile(
    r"(?:以上|左右)?的?(?P<noun>(?:规上|规模以上|中小|生产|入园|工业)?(?:企业|项目|员工|职工|园区|集群|设备))"
)
_BEHIND_ANOTHER = re.compile(
    r"比(?!重|例|上|去|前|往|年|计划|预|同期|原)(?![^，；。]{0,8}(?:年|月|期|末|计划|上次))[\u4e00-\u9fff]{2,16}?(?P<way>少|低|多|高)了?(?:出)?$"
)
# What is said of a part of something, behind how large the part is.
_SAID_OF_PART = re.compile(
    r"(?:以上|左右|多)?(?:属于?|来自|源自|产自|是(?!指)|集中[在于到]|分布在|销往|外销|出口|仍?处于|没有|依赖|依靠|靠|仍|还)"
)
# What a growth rate alone stands behind: 用电量同比-6.5%.
_THAN_BEFORE = re.compile(r"(?:同比|环比|比上年(?:同期)?|较上年(?:同期)?)(?:为)?$")
_ABOUT_A_SHARE = re.compile(r"[约近]占[^，；。]{0,20}$")
# 净增高新技术企业90家
_NET_RISE = re.compile(r"净增[^，；。、\d]{1,14}$")
# 城乡收入比为1.69
# What takes percentage points off a rate: 下拉规上工业增加值增速1.1个百分点.
_PULLS_DOWN = re.compile(r"(?:下拉|拉低|拖累)[^，；。\d]*$")
# An earlier time that a figure is compared with.
_EARLIER = re.compile(
    r"上[年月季期周半次]|去年|前[年期]|年初(?!目标|计划|预期|预算|确定)|五年前|“|\d{1,4}年|\d{1,2}(?:[-—~至]\d{1,2})?月|[一二三四]季度|同期"
)
_QUOTIENT = re.compile(r"(?<![占同环对相])比(?:为|达|达到|缩小到|缩小至|降至|降到)$")
_AT_LEAST = re.compile(r"(?:不少于|不低于|至少|突破|超过|迈上|跨入)[^，；。]{0,3}$")
# 至少|建成标准厂房五万平方米
_TO_DO_AT_LEAST = re.compile(
    r"至少(?:要|新)?(?:建成|建设|建立|新建|引进|培育|新增|完成|形成|布局|培养|组织|开展|落户|办)[^，；。、\d]{0,12}$"
)


class Statistics:
    """Says of a quantity whether it is a level, a change, a share or a distance, and how it is bounded."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.text = phrases.text

    def measure(self, quantity: Quantity) -> Measure:
        """Statistic, value and unit of a quantity from the words before it."""
        numeral, clause = quantity.numeral, quantity.clause
        before = self.text[clause : self.phrases.edge(clause, numeral.start)]
        value = numeral.value if numeral.value is not None else Decimal(0)
        unit = numeral.code or "1"
        return (
            self._by_form(numeral, before, value)
            or self._completion(numeral, before, value, unit)
            or self._difference(before, value, unit)
            or self._change(before, value, unit)
            or self._part(quantity, before, value, unit)
            or Measure("level", value, unit)
        )

    def _by_form(self, numeral: Numeral, before: str, value: Decimal) -> Measure | None:
        """Multiples, structures and ratios, which show in the number itself."""
        if numeral.form == "multiple":
            return Measure("multiple", value, "1")
        if numeral.form == "structure":
            return Measure("share", value, "%")
        if numeral.form == "ratio":
            return Measure("ratio", value, "1")
        if numeral.unit is None and _QUOTIENT.search(before):
            return Measure("ratio", value, "1")
        if numeral.unit and numeral.unit.term == "倍":
            if RISE.search(before) and not RISE_TO.search(before):
                return Measure("growth_rate", value * 100, "%")
            return Measure("multiple", value, "1")
        return None

    def _completion(self, numeral: Numeral, before: str, value: Decimal, unit: str) -> Measure | None:
        """A share of what was planned."""
        if unit != "%":
            return None
        behind_plan = before.endswith("的") and OF_A_PLAN.search(
            self.text, max(0, numeral.start - 30), numeral.start
        )
        if COMPLETION.search(before) or behind_plan:
            return Measure("completion_rate", value, unit)
        return None

    def _difference(self, before: str, value: Decimal, unit: str) -> Measure | None:
        """A distance from another figure; compared with an earlier year it is growth."""
        found = DIFFERENCE.search(before)
        behind = _BEHIND_ANOTHER.search(before)
        if behind and unit not in ("pp", "%"):
            # 我市比人家少了一亿吨
            return Measure("difference", -value if behind["way"] in "少低" else value, unit)
        if not found:
            return None
        if unit not in ("pp", "%"):
            # 比东莞少11家: a count behind another place's, told by the word right before the number
            if found["than"] is None or found["compared"] is None or found.end("compared") != len(before):
                return None
            if not _ANOTHER.search(found["than"]):
                return None
            return Measure("difference", -value if found["compared"] in ("低", "慢", "少") else value, unit)
        if unit == "%" and not found["than"]:
            return None
        if not found["than"] and _EARLIER.match(found["base"]):
            # 高于去年同期9个百分点
            signed = -value if found["sign"][:1] in "低慢落少" else value
            return Measure("growth_amount" if unit == "pp" else "growth_rate", signed, unit)
        negative = found["sign"][:1] in "低慢落少" or (found["compared"] or "")[:1] in ("低", "慢", "少")
        signed = -value if negative else value
        if found["than"] and _EARLIER.match(found["than"]):
            return Measure("growth_amount" if unit == "pp" else "growth_rate", signed, unit)
        return Measure("difference", signed, unit)

    def _change(self, before: str, value: Decimal, unit: str) -> Measure | None:
        """A rise or a fall by the value; what rises to it is a level."""
        if unit == "%" and RATE_NOUN.search(before):
            falls = "降" in before[-12:] or "减幅" in before[-12:]
            return Measure("growth_rate", -value if falls else value, unit)
        if unit == "%" and _THAN_BEFORE.search(before):
            return Measure("growth_rate", value, unit)
        statistic = "growth_rate" if unit == "%" else "growth_amount"
        if unit != "%" and _NET_RISE.search(before):
            return Measure(statistic, value, unit)
        rise_to = RISE_TO.search(before)
        if unit == "pp" and _PULLS_DOWN.search(before):
            return Measure(statistic, -value, unit)
        if not rise_to and FALL.search(before):
            return Measure(statistic, -value, unit)
        if not rise_to and RISE.search(before) and not _is_comparative(before):
            return Measure(statistic, value, unit)
        return Measure("growth_amount", value, unit) if unit == "pp" else None

    def _part(self, quantity: Quantity, before: str, value: Decimal, unit: str) -> Measure | None:
        """A percentage that the words behind it call a rate of growth, or those around it a share."""
        numeral, clause, baseline = quantity.numeral, quantity.clause, quantity.baseline
        if unit != "%":
            return None
        if re.match(
            r"^(?:以上|左右)?的(?:年均)?(?:增速|速度|增幅|增长)", self.text[numeral.end : numeral.end + 10]
        ):
            return Measure("growth_rate", value, unit)
        whole = before
        if baseline is not None:
            whole = self.text[clause : self.phrases.edge(clause, baseline.start)]
        if SHARE.search(whole) or SHARE_NOUN.search(whole) or self.phrases.part_printed_behind(numeral):
            return Measure("share", value, unit)
        if _SAID_OF_PART.match(self.text, numeral.end) and "率" not in whole and not RISE_TO.search(before):
            # 管件产品七成以上|属中低档, 到位资金六成以上|来自省外
            return Measure("share", value, unit)
        if part_of_them(self.text, numeral):
            # 七成企业产值不足五百万元
            return Measure("share", value, unit)
        if numeral.form in ("tenths", "fraction", "half") and baseline is None and "率" not in whole:
            # 树龄20年以上的果园接近四成
            return Measure("share", value, unit)
        return None

    def share_match(self, quantity: Quantity) -> re.Match[str] | None:
        """占…的比重 before a share, or before the baseline that precedes it."""
        clause, numeral = quantity.clause, quantity.numeral
        for end in (numeral.start, (quantity.baseline or numeral).start):
            edge = self.phrases.edge(clause, end)
            found = SHARE.search(self.text, clause, edge) or SHARE_NOUN.search(self.text, clause, edge)
            if found:
                return found
        return None

    def share_code(self, numeral: Numeral, code: str, clause: int) -> str:
        """The code of a share: market_share of a market, rd_intensity of research money per revenue."""
        found = SHARE.search(self.text, clause, numeral.start)
        if found and ("市场" in found["base"] or "销售份额" in found[0]):
            return "market_share"
        if re.search(
            r"研发|R&D|研究(?:与|和)?(?:试验)?发展", self.text[clause : numeral.start]
        ) and re.search(r"收入|产值|生产总值|GDP|增加值", self.text[clause : numeral.start]):
            return "rd_intensity"
        return code

    def operator(self, numeral: Numeral, clause: int) -> str:
        """Comparator of a number: the word behind it (以上), the word before it (超过), 多 or 余 inside."""
        after = cues.opening("comparator").match(self.text, numeral.end)
        if after and after[1] != "range":
            return after[1]
        before = cues.ending("comparator").match(self.text, clause, numeral.start)
        if before and before[1] not in ("eq", "range"):
            return before[1]
        if numeral.form == "multiple":
            return "eq"
        if (
            (numeral.unit is not None and numeral.unit.term.startswith("个多"))
            or numeral.rough
            or _ABOUT_A_SHARE.search(self.text, clause, numeral.start)
        ):
            return "approx"
        if numeral.code in DURATION_UNITS and self.text.startswith(("内", "以内", "之内"), numeral.end):
            return "le"
        tail = self.text[max(clause, numeral.start - 8) : numeral.start]
        if _AT_LEAST.search(tail) or _TO_DO_AT_LEAST.search(self.text, clause, numeral.start):
            return "ge"
        return "eq"


def part_of_them(text: str, numeral: Numeral) -> Span | None:
    """What a part is of, where it stands right behind it: 七成|企业, 三分之一的|项目."""
    in_tenths = numeral.unit is not None and numeral.unit.term == "成"
    if not in_tenths and numeral.form not in ("tenths", "fraction", "share"):
        return None
    found = _PART_OF_THEM.match(text, numeral.end)
    return found.span("noun") if found else None


def _is_comparative(before: str) -> bool:
    """Whether 高 before the number is part of a comparative and tells no rise."""
    return bool(re.search(r"(?:最高|不高|较高)$", before))
