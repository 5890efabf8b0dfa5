"""The incentives table: each sum, rate or cap that a measure grants."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jiqun.facts.claims import Claims
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.measures import Act
from jiqun.language import cues
from jiqun.language.numbers import Numeral
from jiqun.tables import Incentive

_GRANT = re.compile(r"奖励|补助|补贴|给予|资助|贴息|奖补|返还|减免|减征|免征|奖金|补偿|扶持资金|配套资金|兑现|上浮|优惠|减按|补足|减半|授信|支持")
_FUND_BEFORE = re.compile(r"(?:设立|安排|列支|出资|建立|筹集|拨付|拨出|预算安排|整合|统筹|首期出资|规模|配套|拿出|预留|注入)(?:了|总额|总规模|规模|不少于|不低于|约|各|近|达)*$")
_FUND_AFTER = re.compile(r"^(?:以上|左右|多)?的?[^，。；]{0,16}(?:基金|专项资金|资金|周转金|风险池|补偿金|奖励金|专项)")
_CAP = re.compile(r"(?:最高|不超过|上限|封顶|至多|最多|不得超过|累计不超过|限额|以内)[^，。；\d]{0,8}$")
_RATE_BASE = re.compile(r"按(?:照)?(?:其|该|当年|年度|上年|实际|实缴)?(?P<base>[^，。；]{2,24}?)的?(?:不超过|最高|不低于)?$")
_OF = re.compile(r"^(?:以内|左右|以上)?(?:给予|予以|的(?:标准|比例|额度)|补助|补贴|奖励|资助|贴息|计提|提取|返还|安排|减|降|上浮)")
_THRESHOLD_CLAUSE = re.compile(r"对(?P<condition>[^；。]{2,80}?)(?:的(?P<who>[^，；。]{0,16}?))?(?:，|给予|按|予以|奖励|分别|一次性)")
_DURATION = re.compile(r"(?:连续|为期|期限|前|后|补贴|补助|奖励|扶持|免(?:费|租)|贴息)[^，。；]{0,6}$")


@dataclass(slots=True)
class Grant:
    """An incentive while its measure is read; positions are of the view."""

    act: Act
    numeral: Numeral
    role: str
    operator: str
    start: int
    condition: tuple[int, int] | None
    beneficiary: tuple[int, int] | None
    base: tuple[int, int] | None


class IncentiveReader:
    """Finds the incentives of one document inside its measures."""

    def __init__(self, frame: Frame, acts: list[Act], claims: Claims) -> None:
        self.frame, self.acts, self.claims, self.text = frame, acts, claims, frame.text

    def read(self) -> list[Grant]:
        """All incentives in order; thresholds in their conditions get their reason."""
        grants: list[Grant] = []
        for act in self.acts:
            grants.extend(self._read_act(act))
        return grants

    def _read_act(self, act: Act) -> list[Grant]:
        grants: list[Grant] = []
        for numeral in self.frame.numerals_in(act.start, act.end):
            if not self.claims.is_free(numeral):
                continue
            clause = max(max(self.text.rfind(mark, act.start, numeral.start) for mark in "；。") + 1, act.start)
            local = max(max(self.text.rfind(mark, clause, numeral.start) for mark in "，：") + 1, clause)
            role = self._role(numeral, local, clause, act)
            if role is None:
                continue
            grants.append(self._grant(act, numeral, role, clause, local))
            self.claims.hold(numeral)
        if grants:
            self._thresholds(act, grants)
            self._ladders(grants)
        return grants

    def _role(self, numeral: Numeral, local: int, clause: int, act: Act) -> str | None:
        """amount, cap, rate, count or duration; None where the number grants nothing."""
        text = self.text
        before = text[local : numeral.start]
        after = text[numeral.end : min(act.end, numeral.end + 24)]
        wide = text[clause : numeral.start]
        if numeral.kind != "quantity" or numeral.code is None:
            return None
        money = numeral.code in ("CNY", "USD") or numeral.code.startswith("CNY/")
        granted = _GRANT.search(before) or re.match(r"^(?:以内|左右|/[\u4e00-\u9fff])?的?(?:一次性)?(?:奖励|补助|补贴|资助|扶持|支持|奖补|贴息|配套|奖金)", after) or (re.match(r"^[、和至-]", after) and _GRANT.search(before)) or (_GRANT.search(wide) and re.search(r"(?:、|和|及)$|^[，、]?(?:最高|每|单)", before))
        if money:
            if _CAP.search(before) and (_GRANT.search(wide) or _GRANT.search(after) or re.search(r"(?:最高|封顶|单[个户项])", before)):
                return "cap"
            if re.search(r"投资|产值|收入|销售|纳税|利润|营收|达到|突破|超过|以上", before[-8:]) and not _GRANT.search(before[-6:]):
                return None
            if re.match(r"^(?:及?以上|以下)的", after) and not granted:
                return None
            if granted or (_FUND_BEFORE.search(before) and (_FUND_AFTER.match(after) or re.search(r"基金|专项资金|出资", wide[-20:] + after))) or (re.search(r"列支|出资|安排", before[-6:]) and re.search(r"基金|专项资金", after)):
                return "amount"
            return None
        if numeral.code == "%":
            if _CAP.search(before) and re.search(r"上浮|利率|比例|补助|补贴", wide):
                return "cap"
            if (re.search(r"按|给予|上浮|下浮|减按|返还|奖励|补贴|补助|贴息", before) and (_OF.match(after) or re.search(r"按|上浮|下浮|减按|给予|返还", before))) or re.match(r"^(?:以内)?(?:的)?(?:给予|予以|补助|补贴|奖励|贴息|专项用于)", after):
                return "rate"
            return None
        return None

    def _grant(self, act: Act, numeral: Numeral, role: str, clause: int, local: int) -> Grant:
        text = self.text
        operator = "le" if role == "cap" else "eq"
        after = cues.opening("comparator").match(text, numeral.end)
        before = cues.ending("comparator").match(text, local, numeral.start)
        if role != "cap":
            if after and after[1] != "range":
                operator = after[1]
            elif before and before[1] not in ("eq", "range"):
                operator = before[1]
            elif numeral.rough:
                operator = "approx"
        if numeral.value_max is not None:
            operator = "range"
        base = _RATE_BASE.search(text, local, numeral.start) if role == "rate" else None
        condition = self._condition(clause, numeral.start)
        who = self._beneficiary(clause, numeral.start)
        return Grant(act, numeral, role, operator, min(clause, numeral.start), condition, who, base.span("base") if base else None)

    def _condition(self, clause: int, end: int) -> tuple[int, int] | None:
        found = _THRESHOLD_CLAUSE.search(self.text, clause, end)
        if found:
            return found.span("condition")
        found = re.compile(r"(?P<condition>[^，；。]{4,40}?)的，").search(self.text, clause, end)
        return found.span("condition") if found else None

    def _beneficiary(self, clause: int, end: int) -> tuple[int, int] | None:
        found = re.compile(r"对(?:[^，；。]{0,60}?的)?(?P<who>[^，；。的]{2,16}?(?:企业|项目|机构|平台|集群|园区|人才|个人|单位|公司|基地|团队|中心))").search(self.text, clause, end)
        return found.span("who") if found else None

    def _thresholds(self, act: Act, grants: list[Grant]) -> None:
        """Quantities of the same measure that bound who is granted something."""
        for numeral in self.frame.numerals_in(act.start, act.end):
            if numeral.kind != "quantity" or not self.claims.is_free(numeral):
                continue
            clause_end = min((at for at in (self.text.find(mark, numeral.end, act.end) for mark in "；。") if at >= 0), default=act.end)
            if any(numeral.end <= grant.numeral.start < clause_end for grant in grants):
                before = self.text[max(act.start, numeral.start - 14) : numeral.start]
                after = self.text[numeral.end : numeral.end + 8]
                if re.search(r"超过|达到|突破|达|满|不低于|投资|收入|产值|营收|纳税|首次|、|以上|低于|购置", before) or re.match(r"^(?:及?以上|以下|的)", after):
                    self.claims.give_reason(numeral, "threshold")

    def _ladders(self, grants: list[Grant]) -> None:
        """达到100亿元、300亿元的，分别奖励100万元、300万元: each step has its own condition."""
        for grant in grants:
            if grant.condition is None:
                continue
            steps = [g for g in grants if g.condition == grant.condition and g.role == grant.role]
            bounds = [n for n in self.frame.numerals_in(*grant.condition) if n.kind == "quantity"]
            if len(steps) > 1 and len(bounds) == len(steps) and "分别" in self.text[grant.condition[1] - 2 : grant.numeral.start]:
                for step, bound in zip(steps, bounds, strict=True):
                    step.condition = (bound.start if bound is not bounds[0] else grant.condition[0], bound.end)
                return


def rows(frame: Frame, grants: list[Grant], claims: Claims) -> list[Incentive]:
    """Rows of a document's incentives."""
    result = []
    for grant in grants:
        start, end = frame.bounds(grant.start, grant.numeral.end)
        row_id = frame.row_id("g", start)
        claims.claim(grant.numeral, "incentives", row_id)
        assert grant.numeral.value is not None and grant.numeral.code is not None
        result.append(
            Incentive(
                incentive_id=row_id,
                measure_id=grant.act.row_id,
                document_id=frame.document_id,
                start=start,
                end=end,
                quote=frame.document.source.text[start:end],
                mention_id=frame.mention_id(grant.numeral),
                role=grant.role,
                operator=grant.operator,
                value=grant.numeral.value,
                value_max=grant.numeral.value_max,
                unit=grant.numeral.code,
                value_text=frame.quote(grant.numeral.start, grant.numeral.end),
                beneficiary_text=frame.printed(*grant.beneficiary) if grant.beneficiary else None,
                condition_text=frame.printed(*grant.condition) if grant.condition else None,
                base_text=frame.printed(*grant.base) if grant.base else None,
                origin=RULE,
            )
        )
    return result
