"""Programmes: counted groups of projects with a sum, a bound or a stage."""

from __future__ import annotations

import re
from bisect import bisect_left

from jiqun.facts.modality import judge
from jiqun.facts.project_names import Span
from jiqun.facts.project_plans import FLOW, MEMBERS, NOT_NOUN, SUM_OF, Plan, PlanReader, is_money
from jiqun.facts.project_stages import UNSPECIFIED, Event
from jiqun.language.numbers import Numeral

_COUNT_UNITS = ("个", "项", "宗", "件", "家", "批", "只")
_PROGRAMME_NOUN_LEFT = re.compile(
    r"(?:项目|工程)(?:建设)?(?:共计|共|合计|累计|总数|数量|数|达到|达|占到?|有|要有|要|超过|近|约|只|仅|才)*$"
)
_PROGRAMME_NOUN_RIGHT = re.compile(rf"(?P<mods>[^，；。：\n]{{0,28}}?)(?:项目|工程){NOT_NOUN}")
_BOUND = re.compile(
    r"(?:(?:计划|固定资产|项目)?(?:总)?投资(?:总?额|规模)?(?:在|为|达)?)?"
    r"(?:(?:超过|超|过|逾)[\d.]*[一二三四五六七八九两]?[十百千]*[万亿]+元?(?:及?以上)?|[\d.]+[万亿]?元?[-~—至到][\d.]+[十百千]*[万亿]+元?(?=的?[^，；。]{0,6}(?:项目|工程|\d))|(?:[\d.]+|[一二三四五六七八九两])?[十百千]*[万亿]+(?:美)?元?(?:人民币)?(?:\([^)]*\))?(?:及?以上))"
)
_SUM_BEHIND = re.compile(
    r"[^；。\n]{0,30}?(?:总投资|投资总额|合计投资|投资规模|投资额|(?:合同|协议)?(?:总额|总金额|金额)|[，、](?:计划|协议|合同|意向|估算)?投资)(?:额|总额)?(?:约|近|达到|达|超过|超|逾|为|合计)*$"
)
_MEMBERS = re.compile(rf"{MEMBERS}(?=，)")
# 开工的251个项目中，|亿元以上的55个.
_OF_THESE = re.compile("\\d个[^，；。]{0,10}项目当?中，$")
_SEVERAL = re.compile("[、和与等；]")
_PARTS = re.compile("，其中，?(?:[^，；。、\\d]{2,10}\\d{1,5}[个项](?=[，、])[，、]?){2,6}(?=，)")
_COUNTED_THING = re.compile("(?![分均全已进中也计总年投完占同])[\u4e00-\u9fff]{2}")
# 全年新开工项目|要有一百个
_ASKED_FOR = re.compile("要有|要达|力争|不少于|不低于|确保|争取")
_GROUP_REST = re.compile(
    r"^(?:其中|其余|实现|另有|另外|还有|有|共有|确保|力争|计划|新|已|处于|阶段|的|，|、|：|将|可|正|年内|全年|目前|现|前)*$"
)


# Projects to come from elsewhere, which nobody has begun: 引进亿元以上项目10个.
_BROUGHT_IN = re.compile("引进|招引|招商")
# 今年前四批重点项目 tells which; 年底前3个投产 how many.
_NTH = re.compile("(?<![底末月日])(?<!\\d年)前$|第$")
# A clause that speaks of the projects just listed: 确保年底前12个竣工投产.
_AS_A_WHOLE = re.compile("确保|力争|争取")


class GroupReader(PlanReader):
    """Reads the counted groups of projects in one sentence."""

    def _read_programmes(self, start: int, end: int, before: Plan | None) -> Plan | None:
        """950项、总投资5800亿项目; 投资5亿元以上的集群项目320个、总投资6800亿元; 新开工项目37个;
        其中10亿元以上29个.

        `before` is the last programme of the sentence before, whose parts 其中 opens; the last one of this
        is returned.
        """
        follows = (
            before is not None and 0 <= start - before.end <= 4 and "\n" not in self.text[before.end : start]
        )
        group = before if follows or self._narrows(start) else None
        grouped = group is not None
        # The group whose parts are told: 其中10亿元以上项目9个，5亿元以上项目21个.
        parts_of: Plan | None = None
        for numeral in self.frame.numerals_in(start, end):
            if (
                numeral.code != "1"
                or numeral.unit is None
                or numeral.unit.term not in _COUNT_UNITS
                or numeral.form == "multiple"
                or not numeral.value
                or _NTH.search(self.text, max(0, numeral.start - 4), numeral.start)
            ):
                continue
            clause, stop = (
                max(self._clause(start, numeral.start), numeral.start - 80),
                self._clause_end(numeral.end, end),
            )
            left = _PROGRAMME_NOUN_LEFT.search(self.text, clause, numeral.start)
            right = None if left else self._noun_right(numeral, stop)
            if left and self._counts_parts(numeral, stop):
                continue
            if left or right:
                if self._narrows(clause):
                    parts_of = group
                elif parts_of is None or not self._is_part(parts_of, numeral):
                    parts_of = None
                plan = self._programme(numeral, clause, stop, end, right, parts_of)
                grouped = True
            elif grouped or (len(self._here) > 1 and _AS_A_WHOLE.match(self.text, clause)):
                plan = self._subgroup(numeral, clause, stop, end, group)
            else:
                continue
            if plan is not None:
                self._keep(plan)
                group = plan if left or right else group
        return group

    def _narrows(self, clause: int) -> bool:
        """Whether a clause tells parts of the group before it."""
        if self.text.startswith(("其中", "其余"), clause) or self.text.startswith("其中，", clause - 3):
            return True
        return _OF_THESE.search(self.text, max(clause - 24, 0), clause) is not None

    def _is_part(self, whole: Plan, numeral: Numeral) -> bool:
        """Whether a count can be of a part of a group that 其中 opened: fewer, in the same paragraph."""
        return (
            whole.count is not None
            and (numeral.value or 0) < (whole.count.value or 0)
            and self.text.find("\n", whole.count.end, numeral.start) < 0
        )

    def _counts_parts(self, numeral: Numeral, stop: int) -> bool:
        """Whether a number behind 项目 counts what the project has: 项目16个煤仓正在施工; 项目16个开工 does
        not.
        """
        noun = _COUNTED_THING.match(self.text, numeral.end, stop)
        return (
            noun is not None
            and not self._opens_predicate(numeral.end, stop)
            and not self.stages.events(numeral.end, noun.end())
        )

    def _noun_right(self, numeral: Numeral, stop: int) -> re.Match[str] | None:
        found = _PROGRAMME_NOUN_RIGHT.match(self.text, numeral.end, stop)
        if not found or re.search(
            r"完成(?!前期|可研|审批|立项|投资)|企业|产业(?!化|$|链$)|集群(?!$)|园区(?!$)|平台|中心|等|单位",
            found["mods"],
        ):
            return None
        inner = [n for n in self.frame.numerals_in(numeral.end, found.end()) if n.code == "1" and n.unit]
        return None if inner else found

    def _programme(
        self,
        count: Numeral,
        clause: int,
        stop: int,
        end: int,
        right: re.Match[str] | None,
        parent: Plan | None,
    ) -> Plan | None:
        noun_end = right.end() if right else count.end
        total = self._total(count, clause, noun_end, end)
        bound = self._bound(self._behind_counts(clause, count), noun_end, total)
        events = (
            self.stages.governing(self._behind_counts(clause, count), count.start)
            or self.stages.governing(clause, count.start)
            if not self.text.startswith("等", count.start - 1)
            else []
        )
        noun = _PROGRAMME_NOUN_LEFT.search(self.text, clause, count.start) if right is None else None
        nearest = [event for event in events if noun is not None and event.end == noun.start()]
        if nearest and not self._coordinated(events):
            # 集中开竣工的31个项目包含开工项目16个
            events = nearest
        inner = self.stages.events(count.end, noun_end)
        behind = self.stages.events(noun_end, min(stop, noun_end + 24))
        if (
            not behind
            and stop < end
            and re.match(
                r"，(?:确保|力争|年内|全部|均|已|未能|尚未|仍未|还没有?)[^\d]{2,12}[，。；]",
                self.text[stop : stop + 16],
            )
        ):
            behind = self.stages.events(stop + 1, self._clause_end(stop + 1, end))
        drawn_up = bool(inner) and all(one.kind == "plan" for one in inner)
        told = any(one.kind in ("start", "finish") for one in behind)
        if not events and drawn_up and told:
            inner = []  # 20个储备项目提前开工
        stage, event = self.stages.decide(events or inner) if events or inner else self.stages.decide(behind)
        if stage == UNSPECIFIED and len(events) == 1 and not inner and behind:
            stage, event = self.stages.decide(behind)
        listed = self.text.startswith("等", count.start - 1) or self.text.startswith("等近", count.start - 2)
        if event and stage == "under_construction" and event.kind == "start":
            asked = _ASKED_FOR.search(self.text, event.end, max(event.end, count.start))
            stage = "planned" if asked else stage
        if event and stage == "negotiating" and event.kind == "sign":
            stage = "planned"  # 明年新签约项目60个
        if listed and stage == UNSPECIFIED:
            owner = next((plan for plan in reversed(self._here) if plan.end <= count.start), None)
            if owner:
                stage, event = self.stages.decide(self.stages.governing(*owner.before))
        heading = self._stage_of_heading(count.start) if stage == UNSPECIFIED else UNSPECIFIED
        weak = event is not None and self.text[event.start : event.end] in ("安排", "储备")
        if not (total or bound or (stage != UNSPECIFIED and not weak) or (listed and heading != UNSPECIFIED)):
            return None
        begin = self._skip_adverbs(clause, count.start) if not listed else count.start
        if before := [n for n in self.frame.numerals_in(begin, count.start) if n.start in self._used]:
            begin = max(begin, self._clause(begin, count.start, "、"), before[-1].end)
        # （包括：|续建项目14个；|新开工项目14个）; not 亿元以上（含）项目
        mark = max(self.text.rfind(sign, begin, count.start) for sign in "（：；")
        begin = mark + 1 if mark >= 0 and self.text.find("）", mark, count.start) < 0 else begin
        plan = Plan(
            min(begin, count.start),
            max(noun_end, total.end if total else 0),
            "programme",
            [],
            (clause, count.start),
            noun_end,
        )
        plan.count, plan.stage, plan.staged = count, stage, True
        if stage == UNSPECIFIED and parent:
            plan.stage = parent.stage
        if plan.stage == UNSPECIFIED:
            plan.stage = heading
        if (
            plan.stage == UNSPECIFIED
            and _BROUGHT_IN.search(self.text, clause, count.start)
            and self._is_ahead(count)
        ):
            plan.stage = "planned"
        self._date(plan, event, clause, stop)
        self._measure(plan, total, bound)
        return plan

    def _coordinated(self, events: list[Event]) -> bool:
        """Whether the last of the events before a noun shares it with the one before: 开工、竣工项目."""
        return len(events) > 1 and len(self.text[events[-2].end : events[-1].start]) <= 1

    def _is_ahead(self, count: Numeral) -> bool:
        """Whether a count of projects is a goal: 2018年引进亿元以上项目10个."""
        number = max(bisect_left(self._sentence_starts, count.end) - 1, 0)
        sentence = self.frame.sentences[number]
        return (
            judge(self.frame, number, count.start, count.end, sentence.start, sentence.end, None).table
            == "targets"
        )

    def _subgroup(self, count: Numeral, clause: int, stop: int, end: int, group: Plan | None) -> Plan | None:
        """A part of the group just counted, told by a bound or an event alone: 其中10亿元以上29个,
        竣工15个, 4家年内有望投产.
        """
        text = self.text
        clause = self._clause(clause, count.start, "、，；。：")
        stop = self._clause_end(count.end, stop, "、，；。：")
        bound = self._bound(clause, count.start, None)
        events = self.stages.events(clause, stop)
        if bound is None and not events:
            return None
        rest = text[clause : count.start]
        if bound:
            rest = text[clause : bound[0]] + re.sub(r"^的?(?:项目)?", "", text[bound[1] : count.start])
        for told in events:
            if told.end <= count.start:
                rest = rest.replace(text[told.start : told.end], "")
        for period in self.stages.periods(clause, count.start):
            rest = rest.replace(text[period.start : period.end], "")
        if not _GROUP_REST.match(rest) or (
            re.match(r"[\u4e00-\u9fff]", text[count.end : count.end + 1])
            and not self._opens_predicate(count.end, stop)
        ):
            return None
        stage, event = self.stages.decide(events)
        if stage == UNSPECIFIED and group:
            stage = group.stage
        plan = Plan(
            clause,
            max(count.end, events[-1].end if events else 0),
            "programme",
            [],
            (clause, count.start),
            count.end,
        )
        plan.count, plan.stage, plan.staged = count, stage, True
        self._date(plan, event, clause, stop)
        self._measure(plan, self._total(count, clause, count.end, end), bound)
        return plan

    def _measure(self, plan: Plan, total: Numeral | None, bound: Span | None) -> None:
        if total is not None:
            self._invest(plan, total, "")
            plan.end = max(plan.end, total.end)
        if bound is not None:
            if plan.investment_text is None:
                plan.investment_text = bound
            for numeral in self.frame.numerals_in(*bound):
                if self._is_free(numeral):
                    self.claims.give_reason(numeral, "threshold")

    def _total(self, count: Numeral, clause: int, noun_end: int, end: int) -> Numeral | None:
        """The sum stated with a count of projects, behind it or before: 320个、总投资6800亿元;
        总投资97亿元的9个项目.
        """
        behind = max(noun_end, count.end)
        members = _MEMBERS.match(self.text, behind, end)
        if members and (count.value or 0) > 1 and _SEVERAL.search(members[0]) is None:
            return None  # 8个项目分别为：甲公司乙项目，投资总额…: the sum of the first
        members = members or self._parts(count, behind, end)
        after = members.end() if members else count.end
        for numeral in self.frame.numerals_in(after, min(end, max(behind, after) + 34)):
            between = self.text[after : numeral.start]
            if re.search(r"[；。]", between) or (
                numeral.code == "1" and numeral.unit and numeral.start >= noun_end
            ):
                return None
            if (
                is_money(numeral)
                and self._is_free(numeral)
                and _SUM_BEHIND.fullmatch(between)
                and not FLOW.search(between)
            ):
                if numeral.start >= noun_end and re.match(
                    r"(?:以上|以下)?的?[^，；。、]{0,8}(?:项目|工程|\d+[个项])",
                    self.text[numeral.end : numeral.end + 14],
                ):
                    return None  # the next group's bound
                return None if self._bounds(numeral) and numeral.end <= noun_end else numeral
        for numeral in self.frame.numerals_in(clause, count.start):
            of = SUM_OF.match(self.text, numeral.end, count.start) if is_money(numeral) else None
            if (
                of
                and self._is_free(numeral)
                and not self._bounds(numeral)
                and re.search(r"总投资(?:额|约|近|达|超过|超)*$", self.text[clause : numeral.start])
                and "、" not in self.text[of.end() : count.start]
                and not self.text.startswith("等", count.start - 1)
            ):
                return numeral
        return None

    def _parts(self, count: Numeral, behind: int, end: int) -> re.Match[str] | None:
        """The parts of a group between it and its sum, where they make up the whole: 项目120个，其中，
        续建62个，新开工58个，|总投资310亿元.
        """
        found = _PARTS.match(self.text, behind, end)
        if found is None or count.value is None:
            return None
        parts = [n.value or 0 for n in self.frame.numerals_in(*found.span()) if n.code == "1" and n.unit]
        return found if sum(parts) == count.value else None

    def _behind_counts(self, clause: int, count: Numeral) -> int:
        """Where the words of a count begin that follows others: 超50亿元项目3个、|超10亿元项目15个."""
        counted = [
            n for n in self.frame.numerals_in(clause, count.start) if n.code == "1" and n.start in self._used
        ]
        return counted[-1].end if counted else clause

    def _bound(self, start: int, end: int, total: Numeral | None) -> Span | None:
        """The bound on each member's investment between two positions; output and sales of a firm are
        none.
        """
        for found in _BOUND.finditer(self.text, start, end):
            if total is not None and found.start() <= total.start < found.end():
                continue
            if re.search(
                r"产值|收入|销售|税收|利税|利润|产能",
                self.text[max(start, found.start() - 6) : found.start()],
            ):
                continue
            return found.span()
        return None
