"""Lists whose members are each called a project, and projects that somebody goes to see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jiqun.facts.project_lists import ListReader
from jiqun.facts.project_names import SEEN, pattern
from jiqun.facts.project_plans import CLAUSE, COUNTED, NOT_NOUN, Plan
from jiqun.language.industries import industries
from jiqun.patterns import quick

# 甲项目|、, 乙项目|和, 丙项目（一期）|，, 丁项目|现场.
_CALLED = quick(rf"(?:项目|工程){NOT_NOUN}(?:（□*）)?(?=[、，；。和与及以\n]|(?:建设|施工)?现场|$)")
# Members that are not called so, behind several that are: 甲项目、乙项目、|丙产业园（二期）、丁基地|等.
_UNCALLED = re.compile(
    rf"、(?P<name>[^、，；。：]{{4,30}}?(?:{pattern('tail')})(?:（□*）)?)(?=、|等[，。；]|[，。；])"
)
_BETWEEN = re.compile("(?:(?:建设|施工)?现场)?(?:、|，?以及|[和与及]|，)")
# Whom a rule is for, what is applied for, and what projects are ranked among: no list of projects.
_RULED = re.compile(
    r"[对凡]|列入|入选|符合|属于|用于|鼓励|申报|申请|承担|获批?|认定|给予|纳入|扶持|奖励|支持"
)
_ON_SITE = re.compile("(?:建设|施工)?现场")
_AT_SITE = re.compile(rf"(?:.{{0,12}}?(?:{SEEN}|仪式在|活动在)|在|位于)")
# What has the projects that follow: 新材料产业链有|甲项目、乙项目.
_HAS = re.compile("[^，；。：]{2,40}(?:产业链?|领域|方面|板块|分别)(?:有|包括|为|是)(?!限)")
_PHASES = frozenset(f"（{number}期）" for number in "一二三四五六123456")
_GOES_TO_SEE = re.compile(rf"(?:{SEEN})了?")
# 甲公司和乙县政府签约|光电生产基地|项目.
_SIGNED = re.compile(
    r"(?:^|(?<=[，；。：\n]))(?P<firm>[^，；。：、\n]{3,30}?)(?:和|与|同)[^，；。：、\n]{2,16}?(?:政府|管委会|[开高经]发?区|新区|园区|镇|街道)"
    r"(?:正式|成功|现场|就)*(?:签约|签订|签署|签下)了?(?P<name>[^，；。：、\n]{4,40}?)(?:项目|(?:合作|投资)?(?:框架)?协议|合同)"
)
# 乙县与甲公司签订|光电生产基地|项目协议: who governs stands first.
_SIGNED_WITH = re.compile(
    r"(?:^|(?<=[，；。：\n]))[^，；。：、\n与同]{0,12}?(?:[省市县区旗州镇]|政府|管委会|开发区|高新区|园区)(?:已|成功|正式|先后)?(?:与|同)(?P<firm>[^，；。：、\n]{3,30}?)"
    r"(?:正式|成功|现场)*(?:签约|签订|签署|签下)了?(?P<name>[^，；。：、\n]{4,40}?)(?:项目|(?:合作|投资)?(?:框架)?协议|合同)"
)
_TALKS = re.compile("战略|合作$|全面|意向|框架")
_SEVERAL = re.compile(rf"{COUNTED.pattern}|多[个项]|一[批系]|若干|部分|各类|这些|其他|等")
_SIZED = re.compile("（□+）(?=(?:均|都|已|正|分别|进入|相继|先后|陆续|落户|开工|投产|竣工|建成|封顶))")
# What shows a work without its owner: 年产8000吨管材, 外延片二期.
_PACED = re.compile("(?:年产|日产|日处理|年处理|年加工)\\D{0,6}\\d|[一二三四五六]期$")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Called:
    """One stretch that ends in 项目: the name is at [start, noun), what follows begins at `end`."""

    start: int
    noun: int
    end: int


class ToldReader(ListReader):
    """Reads the projects of one sentence that are called so one by one."""

    def _read_told(self, start: int, end: int) -> None:
        """观摩了甲公司乙项目、丙县丁产业园项目和戊生产项目: a list whose members are each called a project.

        One of them must show a firm, a place, a size or a phase; where somebody goes to see them none need.
        科技计划项目、重点研发项目 are kinds of projects.
        """
        for run in self._runs(start, end):
            left = self._clause(start, run[0].noun)
            begin, verb = self._begin(left, run[0].noun)
            seen = _GOES_TO_SEE.fullmatch(verb) is not None or (
                _ON_SITE.match(self.text, run[-1].end) is not None
                and _AT_SITE.match(self.text, left, run[-1].end) is not None
            )
            if header := _HAS.match(self.text, left, run[0].noun):
                begin = max(begin, header.end())
            if not seen and (len(run) < 2 or _RULED.search(self.text, left, begin)):
                continue
            self._keep_run(run, begin, left, seen=seen)

    def _read_signed(self, start: int, end: int) -> None:
        """甲公司和乙县政府签约光电生产基地项目: who signed, with whom, and what.

        A framework of co-operation (战略合作) names no project.
        """
        signed = (*_SIGNED.finditer(self.masked, start, end), *_SIGNED_WITH.finditer(self.masked, start, end))
        for found in signed:
            first, last = found.span("name")
            firm = self.names.firm_before(*found.span("firm"))
            if firm is None or self._inside(first) or self._inside(last - 1) or _TALKS.search(found["name"]):
                continue
            plan = self._member(first, last)
            if plan is None or self._is_unnamed(plan) or self._is_class(plan):
                continue
            if plan.enterprise_span and not self.text.endswith(("公司", "集团"), 0, plan.enterprise_span[1]):
                plan.name = [(min(first, plan.enterprise_span[0]), plan.name[-1][1])]  # who builds is told
            plan.enterprise_span = firm
            plan.before, plan.after = (found.start(), first), last
            self._keep(plan)

    def _keep_run(self, run: list[_Called], begin: int, left: int, *, seen: bool) -> None:
        members = []
        for called in run:
            first = max(called.start, begin) if called is run[0] else called.start
            if self.text[first - 1] == "，":
                first = max(first, self._begin(first, called.noun)[0])
            if self._inside(called.noun - 1) or self._inside(first) or _SEVERAL.match(self.text, first):
                continue
            noun = called.noun - 2 * (seen and self.text.endswith(("重点", "重大"), first, called.noun))
            plan = self._member(first, noun)
            if plan is None or self._is_unnamed(plan) or self._is_class(plan):
                continue
            if plan.strong or plan.investment or not self._is_kind(plan):
                plan.before, plan.after = (left, begin), called.end
                self._add_phase(plan, called.noun)
                members.append(plan)
        known = any(self._inside(called.noun - 1) for called in run)
        if not (seen or known or any(plan.strong or plan.investment for plan in members)):
            return
        for plan in members:
            plan.joined = plan is not members[-1]
            self._keep(plan)

    def _read_course(self, start: int, end: int) -> None:
        """甲公司每小时3万瓶灌装线、乙管业年产8000吨管材分别于3月和9月投产: a list without the word 项目, and
        what becomes of its members.

        Each must show a firm with its work, a size or a phase; 甲公司、乙公司相继投产 names firms alone.
        """
        position = start
        while (joint := self.masked.find("、", position, end)) >= 0:
            left, stop = self._clause(start, joint), self._clause_end(joint, end)
            position = stop
            last_joint = self.masked.rfind("、", left, stop)
            name_end = self._name_end(last_joint + 1, stop)
            if name_end == stop and (bracket := _SIZED.search(self.masked, last_joint, stop)):
                name_end = bracket.end()  # 甲驾驶室、乙外延片二期（投资5.4亿元）|进入设备安装
            told = name_end < stop and not self.text.startswith(("项目", "工程", "等"), name_end)
            if told and self._becomes(name_end, end) and not self._inside(last_joint - 1):
                self._keep_course(left, joint, name_end)

    def _keep_course(self, left: int, joint: int, name_end: int) -> None:
        begin, _ = self._begin(left, joint)
        pieces = self._members(begin, name_end)
        members = [plan for first, last, tail in pieces if (plan := self._member(first, last, tail))]
        if len(members) != len(pieces) or len(pieces) < 2:
            return
        if not all(self._is_work_of_firm(plan) for plan in members):
            return
        for plan in members:
            plan.before, plan.after, plan.joined = (left, begin), name_end, plan is not members[-1]
            self._keep(plan)

    def _is_work_of_firm(self, plan: Plan) -> bool:
        """Whether a name shows one work: a firm and what it builds, a sum, a size that is paced, a phase."""
        first, last = plan.name[0][0], plan.name[-1][1]
        if self._is_unnamed(plan) or self._is_class(plan) or self._inside(last - 1):
            return False
        firm = plan.enterprise_span
        owned = firm is not None and firm[1] < last
        sized = plan.name[-1][1] < plan.after and self.text.endswith("）", 0, plan.after)
        return (
            owned or sized or plan.investment is not None or _PACED.search(self.text, first, last) is not None
        )

    def _is_kind(self, plan: Plan) -> bool:
        """Whether a name without marks is a trade or too short to name one project."""
        printed = self.text[slice(*plan.name[-1])]
        trade = any(
            found.start == 0 and found.end >= len(printed) - 1 for found in industries().find(printed)
        )
        return trade or len(printed) < _SHORTEST

    def _runs(self, start: int, end: int) -> Iterator[list[_Called]]:
        """Stretches called projects that follow each other with nothing but 、，和 between them."""
        run: list[_Called] = []
        for found in _CALLED.finditer(self.masked, start, end):
            first = self._clause(start, found.start(), CLAUSE + "、")
            goes_on = False
            if run:
                joint = _BETWEEN.match(self.masked, run[-1].end, found.start())
                goes_on = joint is not None and joint.end() >= first
                first = max(first, joint.end()) if joint and goes_on else first
            if run and not goes_on:
                yield run
                run = []
            noun = found.start() if self.text.startswith("项目", found.start()) else found.start() + 2
            run.append(_Called(first, noun, found.end()))
        if run:
            yield [*run, *self._uncalled(run, end)]

    def _uncalled(self, run: list[_Called], end: int) -> Iterator[_Called]:
        """The last members of a list of which the others are called projects, where they are works."""
        position = run[-1].end
        while len(run) > 1 and (found := _UNCALLED.match(self.masked, position, end)):
            last = found.end("name")
            bracket = self.masked.rfind("（", found.start(), last)
            size = self.text.endswith("）", 0, last) and self.text[bracket:last] not in _PHASES
            yield _Called(found.start("name"), bracket if size else last, last)
            position = last
