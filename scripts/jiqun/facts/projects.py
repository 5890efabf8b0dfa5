"""The projects table: named projects, and counted groups of projects with a sum, a bound or a stage."""

from __future__ import annotations

import re
from bisect import bisect_left

from jiqun.facts.claims import Claims
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.project_groups import GroupReader
from jiqun.facts.project_names import Span, is_capacity, pattern
from jiqun.facts.project_plans import CLAUSE, COUNTED, INVEST, NOT_NOUN, Plan, is_money
from jiqun.facts.project_stages import UNSPECIFIED
from jiqun.facts.project_sums import SumReader
from jiqun.facts.project_tables import ProjectRow, read_tables
from jiqun.facts.project_told import ToldReader
from jiqun.facts.project_works import WorksReader
from jiqun.language.industries import industries
from jiqun.language.numbers import Numeral
from jiqun.language.places import NATION, Place, contains
from jiqun.patterns import quick
from jiqun.tables import Project

_RELEVANT = quick(
    r"项目|投资|工程|投产|开工|动工|建成|交付使用|通水|并网|奠基|开业|有意在|签约|建设|投入|投运|投用|竣工|共建|前期|封顶|安装|调试|试车|[一二三四五六1-6]期|通车|通航|贯通|合龙|完工|加快|推进|新建|扩建"
)
# A product or works behind a capacity, before what is being done: 年产6万吨|橙汁饮料|主体厂房封顶.
_AT_WORK = re.compile(
    r"(?:的)?(?P<what>[^，；。、：（）\d]{2,16}?)(?P<done>(?:项目|工程)?(?:已|已经|正在|主体|全面|顺利|分别|预计|将|进入|现已|目前"
    r"|\d{1,2}月|(?:20\d\d|[今明])年|年内|年底|[一二三四]季度|[上下]半年)"
    r"[^，；。]{0,12}?(?:建成|竣工|投产|封顶|开工|安装|施工|调试|试车|并网|达产|建设)|(?:项目|工程)?(?:建成投产|建成|竣工|投产|开工建设|开工|点火|全容量并网))"
)
_PLAIN = quick(
    rf"(?:项目|(?<=[\u4e00-\u9fffA-Za-z])(?<!分)(?<!分为)(?<!分成)[一二三四五六1-6]期"
    rf"(?:、[一二三四五六1-6]期)*(?:(?:改?扩建|改造|技改)(?:项目|工程)|项目|工程)?){NOT_NOUN}"
)
_ANNOUNCED = re.compile(
    r"(?:抓|推进|实施|建设|突出|启动|重点|重大|主要|在建|续建|储备|签约|开工|投资|竣工|投产|谋划|引进)[^，；。：]{0,16}(?:项目|工程)(?:建设)?"
    r"(?:主要)?(?:有|包括|为|是|如下)?："
    r"|(?:\d{1,3}|[一二两三四五六七八九十]+)[个项大][^，；。：\n]{0,12}?(?:项目|工程)(?:分别|具体|依次)?(?:[是为]|如下|包括)?："
)
_MARKER = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）|第[一二三四五六七八九十]{1,3}[，、]|[一二三四五六七八九十]{1,3}(?:[是要]|、)|\d{1,2}[.、）](?!\d)|[①-⑳]|——)\s?"
)
# What follows a project of which more is told: 光伏组件项目|目前快速推进, 电解液项目|占地260亩.
_UNDER_WAY = re.compile(
    "(?:，?(?:累计)?已?完成投资|分(?:为|成)?[两二三四2-4]期|[是为](?=[^，；。]{0,16}(?:新建|续建|在建|重[点大]|签约|招商引资)[^，；。]{0,6}项目)|形成(?:年产|产能)|目前|现已|也?正在|也?已经?|正式|年内|全部|预计|位于|占地|选址|规划占地)"
)
# Members of a list that have a predicate each: 甲项目成功落户、|乙项目全面投产.
_TOLD_BEFORE = re.compile(r".*(?:项目|工程)[\u4e00-\u9fff]{2,10}、")
# Clauses that each end in a project, and the one that closes them.
_RUN = re.compile(
    rf"(?:^|(?<=[，；。：\n]))(?:[^，；。：\n\d][^，；。：\n]{{4,60}}项目，){{1,12}}[^，；。：\n]{{4,60}}项目{NOT_NOUN}(?=等|[现集先共])"
)
# How far before a project's noun the list is looked for that it closes.
_NEAR = 400
_CLOSED = re.compile(r"(?<=[\u4e00-\u9fff）])等(?![离级压静温效外候待腰])")
# An entry of a list of projects: a name and a colon that opens a line, and the sum behind it.
_ENTRY = re.compile(
    rf"(?P<name>[^：，。；！？\n]{{3,64}})：(?:[^。；\n]{{0,60}}?[，、]|由[^，。；\n]{{2,20}}?)?(?P<what>{INVEST})(?=[\d一二三四五六七八九十])"
)
# A work and what becomes of it: 日供水三万吨的自来水厂|一季度|动工.
_WHEN = (
    r"(?:已经?|将|正在|正|正式|顺利|全面|于|力争|确保|预计|可望|有望|(?:\d{4}|[今明去])年|[上下]半年|第?[一二三四]季度|"
    r"\d{1,2}月(?:份|底|初|中旬)?|年底|年内|月底|近日|日前|前|内|底|初)*+"
)
_WORKS = re.compile(
    r"(?:^|(?<=[，；。：\n]))(?P<name>[^，；。：、\n]{3,30}?(?:厂|(?<!市)场|园|基地|中心|生产线|灌装线|车间|船台|装置|电站|高炉|焦炉|机组|矿井"
    r"|码头|泊位|城|站|仓库|大楼|平台))(?P<size>（□*）)?"
    + _WHEN
    + r"(?:动工|开工|竣工|投产|投运|投用|投入(?:使用|运营|生产)|建成|交付使用|通水|通车|(?:全容量)?并网"
    r"|(?:主体|厂房|主体厂房)?封顶|奠基|启动建设|做前期|进入设备安装|安装设备|施工|开业|试生产|试运行)"
)
_INTENDED = re.compile(
    r"(?:^|(?<=[，；。：\n]))(?P<firm>[^，；。：、\n]{2,20}?)(?:还|也|已)?(?:有意|计划|打算|准备|拟|将)"
    r"(?:拿出|投资|出资)?[^，；。\n]{0,14}?在[^，；。\n]{2,20}?(?:投资)?(?:新建|兴建|建设|布局|建)(?:了)?(?:一个|一座|一条|一处)"
    r"(?P<name>[^，；。：、\n]{3,24}?)(?:项目)?(?=[，；。\n]|$)"
)
_DONE = quick(
    r"(?:已|刚刚?|正在|即将)(?:经)?(?:建成投产|竣工投产|投产|建成|开工|竣工|投用|建设|施工)的|(?:拟建|在建|待建|规划建设)的"
)


# A line that heads entries: 2、在建项目：.
_HEADS_LIST = re.compile(r"[^，。；：\n]{0,20}(?:项目|工程)(?:有|如下)?[：:]?")
# A work that is to be built, and when, behind a comma: 启动日处理2万吨的青石污水处理厂，|10月底建成.
_WORKS_NEXT = re.compile(
    r"(?:启动|新建|扩建|改建|迁建|建设)(?P<name>[^，；。：、\n]{4,30}?(?:(?<!市)场|[厂园站城]|基地|中心|生产线|灌装线|车间|码头|电站|平台))"
    r"(?P<size>（□*）)?，(?P<when>"
    + _WHEN
    + r")(?:动工|开工|竣工|投产|投运|投用|投入(?:使用|运营|生产)|建成|交付使用|通水|通车)"
)
_LISTS_THEM = re.compile("，分别[是为]")
# A work that is begun or done, without the word 项目: 开工建设|220千伏国泰变电站|，.
_WORKS_BEGUN = re.compile(
    r"(?:开工建设|新开工|动工建设|启动建设|建成投产|竣工投产|建成投用)了?(?P<name>[^，；。：、\n]{4,30}?"
    r"(?:(?<!市)场|[厂园站]|基地|生产线|灌装线|码头|电站|泊位|机组|高炉|[一二三四]期))(?P<size>（□*）)?(?=[，；。])"
)
_NO_ENTRY = re.compile(
    "目标|任务|要求|规模|内容|情况|原则|进度|[总合小]计|其中|达到|思路|方式|来源|仪式|签约|集中|举行|记者|[日月]，"
)
# What is told of one project, not of a kind: 项目|位于岭东镇.
_TOLD_MORE = re.compile(
    "(?:分(?:为|成)?[两二三四2-4]期|目前|现已|正在|已经?|总?占地|位于|选址|总投资|计划总投资)"
)
# Words of kinds and of what authorities count: 农村饮水安全, 招商引资, 各类产业.
_KIND_OF_WORK = re.compile(
    "招商|引资|各|类|产业(?!园|基地|化)|领域|民生|专项|资金|政府|社会|重[点大]|合作|储备|农村|城市|城镇|扶贫|安全|改革|企业|个|批|年|市|县|区(?!域)|投资"
)
_SHORTEST_ALONE = 6
_LIST_CLOSED = re.compile(r"(?:建设|投产|达产|扩建)(?=[，。；])")
_PHASE_OPENS = re.compile(r"(?<=[，；：])(?:其中，?)?(?P<phase>[一二三四]期)(?:工程|项目)?")
_LABELS_WORKS = re.compile("：[^，；。：]{4,40}?(?:项目|工程|[一二三四]期)，")
_PHASE_ENDS = re.compile(r"[一二三四]期$")
# A date and what is to be or has been done then: 二期|拟于2026年10月开工.
_DATED_COURSE = re.compile(
    r"(?:工程|项目)?(?:拟|计划|将|预计|力争|确保|已|也|于|正式)*(?:(?:20)?\d\d年|[今明去]年|年[内底]|\d{1,2}月|[上下]半年|[一二三四]季度)"
    r"[^，；。]{0,10}?(?:开工|动工|投产|竣工|建成|投用|投运)"
)
_PREPARATION = quick(r"(?:项目|工程)?(?:的)?前期(?:工作)?|(?:项目|工程)可研")


# The longest name of one product among several: 40万吨|醋酸乙烯.
_PRODUCT = 8


class ProjectReader(SumReader, ToldReader, WorksReader, GroupReader):
    """Finds the projects of one document."""

    _entry_line = -1
    _list_head: Span = (0, 0)

    def read(self) -> list[Plan]:
        """All projects and programmes in order."""
        tables = read_tables(self.frame)
        self._complete_sums()
        for row in tables:
            self._add_row(row)
        edges = [row.start for row in tables]
        group: Plan | None = None
        for sentence in self.frame.sentences:
            marker = _MARKER.match(self.text, sentence.start, sentence.end)
            start, end = marker.end() if marker else sentence.start, sentence.end
            at = bisect_left(edges, start)
            if (at < len(edges) and edges[at] < end) or not _RELEVANT.search(self.text, start, end):
                continue
            self._here, self._waiting = [], []
            if self._read_entry(start, end, marker is not None):
                self._finish(start, end)
                continue
            self._read_lists(start, end)
            self._read_enumerated(start, end)
            self._read_intended(start, end)
            self._read_invested(start, end)
            self._read_signed(start, end)
            self._read_plain(start, end)
            self._read_under_way(start, end)
            self._share_out(start, end)
            self._place_waiting(start)
            self._read_announced(start, end)
            self._read_told(start, end)
            self._read_course(start, end)
            self._read_public(start, end)
            self._read_prepared(start, end)
            self._read_built(start, end)
            self._read_at_work(start, end)
            self._read_completed(start, end)
            self._read_works(start, end)
            self._read_plants(start, end)
            self._give_later_sums(start, end)
            group = self._read_programmes(start, end, group)
            self._join_totals()
            self._finish(start, end)
        self.found = [plan for plan in self.found if not plan.dropped]
        self.found.sort(key=lambda plan: (plan.start, plan.end))
        return self.found

    def _join_totals(self) -> None:
        """A、B、C三个项目开工，总投资达19.1亿元: the sum of a list belongs to the group that counts it."""
        groups = [plan for plan in self._here if plan.kind == "programme" and not plan.dropped]
        for total in groups:
            counted = [
                plan
                for plan in groups
                if plan.count is not None
                and plan.investment is None
                and total.count is None
                and (
                    total.start <= plan.count.start < total.end
                    or (
                        _LISTS_THEM.search(self.text, plan.count.end, max(total.start, plan.count.end))
                        and self.text.find("；", plan.count.end, max(total.end, plan.count.end)) < 0
                    )
                )
            ]
            if total.investment is not None and len(counted) == 1:
                group = counted[0]
                group.investment, group.operator = total.investment, total.operator
                group.investment_text = total.investment_text
                group.start, group.end = min(group.start, total.start), max(group.end, total.end)
                total.dropped = True

    def _read_entry(self, start: int, end: int, marked: bool) -> bool:
        """Whether a line is one entry of a list: 林海家居智能工厂：总投资8.2亿元，在建，2023年竣工.

        主要任务：总投资达到300亿元 names none.
        """
        found = _ENTRY.match(self.text, start, end)
        if found and _LABELS_WORKS.match(self.text, found.end("name"), end):
            return False  # ——装备制造：星河液压柱塞泵项目，总投资…；…
        if found is None or not (marked or self.text[start - 1 : start] in ("", "\n")):
            return False
        sums = [n for n in self.frame.numerals_in(found.end(), end) if is_money(n) and n.start == found.end()]
        plan = self._member(*found.span("name"))
        if not sums or plan is None:
            return False
        listed = self._is_listed(start) and _NO_ENTRY.search(found[0]) is None
        is_work = re.search(rf"(?:{pattern('tail')})$", self.text[slice(*plan.name[-1])]) is not None
        is_work = is_work or (marked and self.text.endswith(("项目", "工程"), *found.span("name")))
        if not (plan.strong or listed) and not is_work:
            return False
        if not plan.strong and (self._is_unnamed(plan) or self._is_class(plan)):
            return False
        plan.start, plan.end = start, sums[0].end
        plan.before, plan.after = (found.end("name"), found.end("name")), sums[0].end
        self._invest(plan, sums[0], found["what"])
        plan.stage, event = self.stages.decide(self.stages.events(sums[0].end, end))
        if plan.stage == UNSPECIFIED and listed:
            plan.stage, _ = self.stages.decide(self.stages.events(*self._list_head))
        plan.staged = plan.stage != UNSPECIFIED
        self._date(plan, event, sums[0].end, end)
        plan.end = max(plan.end, *(edge.end for edge in self.stages.events(sums[0].end, end)), sums[0].end)
        self._keep(plan)
        self._entry_line = self.text.rfind("\n", 0, start) + 1 if listed else self._entry_line
        return bool(self._here)

    def _is_listed(self, start: int) -> bool:
        """Whether a line stands below one that heads projects (在建项目：) or below another such entry."""
        line = self.text.rfind("\n", 0, start) + 1
        before = self.text.rfind("\n", 0, max(line - 1, 0)) + 1
        if line == 0:
            return False
        if _HEADS_LIST.fullmatch(self.text, before, line - 1):
            self._list_head = (before, line - 1)
            return True
        return before == self._entry_line

    def _read_plain(self, start: int, end: int) -> None:
        """A、B项目年内投产, 滨海新材二期上半年开工, 一期30万吨今年6月开工: marked by a firm, place, size
        or phase.
        """
        for found in _PLAIN.finditer(self.masked, start, end):
            noun = found.start() if self.text.startswith("项目", found.start()) else found.end()
            if (
                self.text.startswith("、", found.end())
                and "项目"
                in self.text[found.end() : min(self._clause_end(found.end(), end), found.end() + 60)]
            ):
                continue  # the list's last member reads them all
            if (
                self.text.startswith(("等", "的"), noun - 1)
                or self._inside(noun - 1)
                or _CLOSED.search(
                    self.masked, max(self._clause(start, noun, CLAUSE + "、"), noun - _NEAR), noun
                )
            ):
                continue
            left = self._clause(start, found.start())
            told = _TOLD_BEFORE.match(self.masked, max(left, noun - _NEAR), noun)
            left = told.end() if told else left
            joint = self.masked.find("、", left, noun)
            begin, verb = self._begin(left, joint if joint >= 0 else noun)
            closed = verb and self.text[noun : noun + 1] in "，。；、"
            if (
                noun == found.end()
                and not closed
                and not self._becomes(noun, end)
                and not self._opens_predicate(noun, end)
            ):
                continue
            pieces = self._products_joined(self._members(begin, noun))
            members = [plan for first, last, tail in pieces if (plan := self._member(first, last, tail))]
            listed = sum(1 for plan in members if plan.enterprise_span) > 1
            if self.text.endswith("配套建设", left, begin):
                continue  # 配套建设3×50MW发电机组项目: part of the project before
            goes_on = _UNDER_WAY.match(self.text, found.end(), end) or self._becomes(found.end(), end)
            if noun == found.start() and not verb and not listed and not goes_on:
                continue
            marked = any(plan.strong or plan.investment for plan in members)
            marked = marked or (
                len(pieces) == 1 and bool(members) and self._goes_well(found, members[0], end)
            )
            if (
                not marked
                or len(members) != len(pieces)
                or any(self._is_unnamed(plan) for plan in members)
                or any(self._is_class(plan) for plan in members if not plan.strong)
            ):
                continue
            self._add_phase(members[-1], noun)
            goes_on = self.text.startswith("、", found.end())
            for plan in members:
                plan.before, plan.after = (left, begin), found.end()
                plan.joined = goes_on or plan is not members[-1]
                self._keep(plan)
        self._read_run(start, end)
        self._read_phase(start, end)

    def _goes_well(self, found: re.Match[str], plan: Plan, end: int) -> bool:
        """Whether more is told of one project, though nothing marks it: 冬虫夏草饮料项目已进入中试.

        工业项目已完成投资 tells of a kind.
        """
        first, last = plan.name[0][0], plan.name[-1][1]
        told = _TOLD_MORE.match(self.text, found.end(), end)
        return (
            told is not None
            and last - first >= _SHORTEST_ALONE
            and not self.names.is_generic(first, last)
            and not _KIND_OF_WORK.search(self.text, first, last)
            and self._is_work(plan, _SHORTEST_ALONE)
        )

    def _products_joined(
        self, pieces: list[tuple[int, int, Span | None]]
    ) -> list[tuple[int, int, Span | None]]:
        """Products of one project are one piece: 远拓集团年产150万吨甲醇、40万吨醋酸|项目."""
        joined: list[tuple[int, int, Span | None]] = []
        paced = False  # whether the last piece says 年产, which holds for the sizes that follow
        for first, last, tail in pieces:
            size = next((n for n in self.frame.numerals_in(first, last) if is_capacity(n)), None)
            goes_on = size is not None and size.start == first and last - size.end <= _PRODUCT
            if paced and goes_on and joined and tail is None:
                joined[-1] = (joined[-1][0], last, None)
                continue
            paced = size is not None and self.names.capacity_start(first, size) < size.start
            joined.append((first, last, tail))
        return joined

    def _read_run(self, start: int, end: int) -> None:
        """甲公司乙项目，丙县丁产业园项目，戊扩能项目等现场签约: clauses that name a project each, and what
        becomes of them all in the last.
        """
        for found in _RUN.finditer(self.masked, start, end):
            if not self._becomes(found.end(), end):
                continue
            begin, verb = self._begin(found.start(), found.end() - 2)
            position = begin if verb else found.start()
            for comma in [*re.finditer("项目，", self.masked[position : found.end()])]:
                stop = position + comma.start()
                left = self._clause(start, stop)
                for first, last, tail in self._members(max(left, position), stop):
                    plan = self._member(first, last, tail)
                    if plan and not self._is_unnamed(plan) and not self._is_class(plan):
                        plan.before, plan.after, plan.joined = (left, left), found.end(), True
                        self._keep(plan)

    def _read_under_way(self, start: int, end: int) -> None:
        """加快A三工厂、B第五工厂建设: a list closed by 建设 alone, where each member shows a firm, size or
        phase.
        """
        for found in _LIST_CLOSED.finditer(self.masked, start, end):
            left = self._clause(start, found.start())
            joint = self.masked.find("、", left, found.start())
            if joint < 0 or self._inside(joint - 1) or self._inside(found.start() - 1):
                continue
            begin, verb = self._begin(left, joint)
            pieces = self._members(begin, found.start())
            members = [plan for first, last, tail in pieces if (plan := self._member(first, last, tail))]
            firms = all(
                (plan.enterprise_span and plan.enterprise_span[1] < plan.name[-1][1]) or plan.investment
                for plan in members
            )
            if (
                not verb
                or len(members) != len(pieces)
                or not firms
                or any(self._is_unnamed(plan) for plan in members)
            ):
                continue
            for plan in members:
                plan.before, plan.after, plan.joined = (left, begin), found.end(), plan is not members[-1]
                self._keep(plan)

    def _read_phase(self, start: int, end: int) -> None:
        """A phase with its own size, sum or date, after its project: 分两期实施，一期30万吨今年6月开工;
        一期已投产，二期拟于2026年开工. 一期投产、二期在建 alone tell how far the whole is.
        """
        for found in _PHASE_OPENS.finditer(self.masked, start, end):
            stop = self._clause_end(found.end(), end)
            owner = next(
                (
                    plan
                    for plan in reversed(self._here[-6:])
                    if plan.kind == "project" and plan.end <= found.start() and found.start() - plan.end < 60
                ),
                None,
            )
            figure = next(
                (n for n in self.frame.numerals_in(found.end(), stop) if is_capacity(n) or is_money(n)), None
            )
            if figure is not None and not self._is_free(figure):
                figure = None
            if owner is None or self.text.find("\n", owner.end, found.start()) >= 0:
                continue
            sized = figure is not None and is_capacity(figure) and figure.start == found.end("phase")
            invested = (
                figure is not None
                and is_money(figure)
                and re.fullmatch(INVEST, self.text[found.end("phase") : figure.start]) is not None
            )
            dated = _DATED_COURSE.match(self.text, found.end("phase"), stop) is not None
            behind = figure.end if figure is not None and (sized or invested) else found.end("phase")
            becomes = self._becomes(behind, end) or (
                invested and self.text.startswith("，", behind) and self._becomes(behind + 1, end)
            )
            if (sized or invested or dated) and becomes:
                self._keep_phase(owner, found.span("phase"), behind, figure if sized or invested else None)

    def _keep_phase(self, owner: Plan, phase: Span, behind: int, figure: Numeral | None) -> None:
        """Keep a phase told after its project; the first phase's name gives way: 轴承线一期, 轴承线|二期."""
        first, last = owner.name[-1]
        told = _PHASE_ENDS.search(self.text, first, last)
        if told and self.text[slice(*told.span())] == self.text[slice(*phase)]:
            return
        stem = [*owner.name[:-1], (first, told.start() if told else last)]
        plan = Plan(phase[0], behind, "project", [*stem, phase], (phase[0], phase[0]), behind, strong=True)
        plan.enterprise_span = owner.enterprise_span
        if figure is not None and is_capacity(figure):
            plan.capacity, plan.capacity_text = figure, (figure.start, figure.end)
            if figure.code == "t" and owner.capacity and owner.capacity.code == "t/a":
                figure.code = "t/a"
        elif figure is not None:
            self._invest(plan, figure, "")
        self._keep(plan)

    def _read_announced(self, start: int, end: int) -> None:
        """抓紧抓好几个大项目：A…；B…: each item behind the colon opens with a project."""
        found = _ANNOUNCED.search(self.masked, start, end)
        if not found:
            return
        position = found.end()
        while position < end:
            stop = self._clause_end(position, end, "；。")
            if not any(self._named_here[position:stop]):
                for plan in self._announced(position, stop):
                    plan.before = found.span()
                    self._keep(plan)
            position = stop + 1

    def _announced(self, position: int, stop: int) -> list[Plan]:
        """The projects of one item: what opens it, or all members where it is a list."""
        marker = _MARKER.match(self.text, position, stop)
        position = marker.end() if marker else position
        last = self._name_end(position, stop)
        if re.match("(?:项目)?、", self.masked[last : last + 3]):
            last = self._clause_end(position, stop)
            last -= self.text.endswith("等", 0, last)
            pieces = self._members(position, last)
            members = [plan for first, final, tail in pieces if (plan := self._member(first, final, tail))]
            marked = any(plan.strong or plan.investment for plan in members)
            return [
                plan for plan in members if marked and not self._is_unnamed(plan) and not self._is_class(plan)
            ]
        plan = Plan(position, last, "project", self._without_land(position, last), (position, position), last)
        return (
            [plan]
            if 4 <= last - position <= 30 and not self._is_unnamed(plan) and not self._is_class(plan)
            else []
        )

    def _without_land(self, first: int, last: int) -> list[Span]:
        """The name without the land that stands inside it: 沙溪三千亩服装工业园."""
        for numeral in self.frame.numerals_in(first, last):
            if (
                numeral.unit
                and numeral.unit.term in ("亩", "公顷", "平方公里", "平方米")
                and numeral.start > first
            ):
                return [(first, numeral.start), (numeral.end, last)]
        parsed = self.names.parse(first, last)
        return parsed.name if parsed else [(first, last)]

    def _read_prepared(self, start: int, end: int) -> None:
        """启动X前期工作, 做好X可研: a project in preparation."""
        for found in _PREPARATION.finditer(self.masked, start, end):
            left = self._clause(start, found.start())
            begin, verb = self._begin(left, found.start())
            if not verb or begin + 4 > found.start():
                continue
            for first, last, tail in self._members(begin, found.start()):
                plan = self._member(first, last, tail)
                if plan and plan.strong and not self._is_unnamed(plan) and not self._inside(last - 1):
                    plan.before, plan.after = (left, begin), found.start()
                    self._keep(plan)

    def _read_built(self, start: int, end: int) -> None:
        """共建共享染整中心，日处理纱线40吨: a work to be built whose output follows at once."""
        for numeral in self.frame.numerals_in(start, end):
            if not is_capacity(numeral) or not self._is_free(numeral):
                continue
            clause = self._clause(start, numeral.start)
            if (
                clause - 2 <= start
                or self.names.capacity_start(clause, numeral) != clause
                or clause == numeral.start
            ):
                continue
            left = max(self._clause(start, clause - 1), clause - 60)
            built = re.compile(r".*(?:共建共享|合作共建|共建|新建|兴建|建设)(?:了|一个|一座)?").match(
                self.text, left, clause - 1
            )
            if not built or clause - 1 - built.end() > 16 or self._inside(clause - 2):
                continue
            parsed = self.names.parse(built.end(), clause - 1)
            if (
                parsed
                and re.search(rf"(?:{pattern('tail')})$", self.text[built.end() : clause - 1])
                and "、" not in self.text[built.end() : clause - 1]
            ):
                plan = Plan(left, numeral.end, "project", parsed.name, (left, built.end()), clause)
                self._give_capacity(plan, numeral, clause)
                self._keep(plan)

    def _read_at_work(self, start: int, end: int) -> None:
        """嘉陵果业年产6万吨橙汁饮料主体厂房封顶: a firm, a capacity and what is being done.

        年产6万吨的企业 and the output of a firm that runs are none.
        """
        for numeral in self.frame.numerals_in(start, end):
            if not is_capacity(numeral) or not self._is_free(numeral) or self._inside(numeral.start):
                continue
            clause = self._clause(start, numeral.start)
            first = self.names.capacity_start(clause, numeral)
            found = _AT_WORK.match(self.text, numeral.end, end)
            if first == numeral.start or first - clause < 3 or found is None:
                continue
            firm = self.names.firm_before(clause, first)
            if firm is None or firm[1] != first:
                continue
            plan = self._member(firm[0], found.end("what"))
            if plan and not self._is_unnamed(plan):
                plan.before, plan.after = (clause, firm[0]), found.start("done")
                self._keep(plan)

    def _read_completed(self, start: int, end: int) -> None:
        """已投产的商品混凝土搅拌中心: a work of which its own course is told."""
        for found in _DONE.finditer(self.masked, start, end):
            last = self._name_end(found.end(), end)
            if (
                last - found.end() < 5
                or self._inside(found.end())
                or not re.search(rf"(?:{pattern('tail')})$", self.text[found.end() : last])
            ):
                continue
            plan = self._member(found.end(), last)
            if (
                plan
                and not self._is_unnamed(plan)
                and not self._is_class(plan)
                and "、" not in self.text[found.end() : last]
            ):
                plan.start, plan.before = found.start(), found.span()
                self._keep(plan)

    def _read_intended(self, start: int, end: int) -> None:
        """远航集团有意在新港工业园建一个船舶配套基地: who wants to build what, and where."""
        for found in _INTENDED.finditer(self.masked, start, end):
            firm = self.names.firm_before(found.start("firm"), found.end("firm"))
            parsed = self.names.parse(*found.span("name"))
            if firm is None or parsed is None or self._inside(found.start("name")):
                continue
            plan = Plan(
                firm[0],
                found.end("name"),
                "project",
                parsed.name,
                (found.start("firm"), found.start("name")),
                found.end(),
            )
            plan.enterprise_span, plan.strong = firm, True
            if self._is_unnamed(plan) or self._is_class(plan):
                continue
            sums = [n for n in self.frame.numerals_in(found.end("firm"), found.start("name")) if is_money(n)]
            if len(sums) == 1 and self._is_free(sums[0]):
                self._invest(plan, sums[0], "")
            self._keep(plan)

    def _read_works(self, start: int, end: int) -> None:
        """赛江船舶公司3万吨级船台交付使用: a work of a firm, place or size, and what becomes of it.

        产业园全面开工 and 一批项目投产 name none.
        """
        for found in _WORKS.finditer(self.masked, start, end):
            first, last = found.span("name")
            noun = self.masked.find("项目", first + 2, last)
            last = noun if noun >= 0 else last  # 电池片|项目部分生产线投产
            if self._inside(last - 1) or self._inside(first):
                continue
            begin, _ = self._begin(first, last)
            plan = self._member(begin, found.end("size") if found["size"] else last)
            if (
                plan is None
                or not (plan.strong or self.text[slice(*plan.name[0])] in self._clusters)
                or self._is_unnamed(plan)
                or self._is_class(plan)
                or COUNTED.search(self.text, first, last)
            ):
                continue
            plan.before, plan.after = (first, begin), max(found.end("name"), found.end("size"))
            self._keep(plan)
        for found in _WORKS_BEGUN.finditer(self.masked, start, end):
            first, last = found.span("name")
            plan = self._member(first, found.end("size") if found["size"] else last)
            if plan is None or self._inside(last - 1) or self._inside(first) or not plan.strong:
                continue
            if not (self._is_unnamed(plan) or self._is_class(plan)):
                plan.before, plan.after = (found.start(), first), last
                self._keep(plan)
        for found in _WORKS_NEXT.finditer(self.masked, start, end):
            first, last = found.span("name")
            plan = self._member(first, found.end("size") if found["size"] else last)
            if not found["when"] or plan is None or self._inside(last - 1) or not plan.strong:
                continue
            if not (self._is_unnamed(plan) or self._is_class(plan)):
                plan.before, plan.after = (found.start(), first), found.start("when")
                self._keep(plan)

    def _add_row(self, row: ProjectRow) -> None:
        """A project from one row of a table: cells speak under their headers."""
        first, last = row.cells["name"]
        text = self.text
        name = (first, last - 2) if text[first:last].endswith("项目") and last - first > 4 else (first, last)
        plan = Plan(row.start, row.end, "project", [name], (first, first), last, strong=True, staged=True)
        plan.enterprise_span = row.cells.get("enterprise")
        if "investment" in row.cells:
            for numeral in self.frame.numerals_in(*row.cells["investment"]):
                if is_money(numeral) and plan.investment is None:
                    self._invest(plan, numeral, "")
        if "capacity" in row.cells:
            for numeral in self.frame.numerals_in(*row.cells["capacity"]):
                if is_capacity(numeral) and plan.capacity is None:
                    self._give_capacity(plan, numeral, row.cells["capacity"][0])
        if "stage" in row.cells:
            plan.stage, event = self.stages.decide(self.stages.events(*row.cells["stage"]))
            self._date(plan, event, *row.cells["stage"])
        self._here = []
        self._keep(plan)
        self._finish(row.start, row.end)


def rows(frame: Frame, found: list[Plan], claims: Claims) -> list[Project]:
    """Rows of a document's projects; each numeral that a row uses is claimed for it."""
    result = []
    for plan in found:
        spans = [*((numeral.start, numeral.end) for numeral in plan.numerals), *plan.name]
        plan.start, plan.end = (
            min([plan.start, *(first for first, _ in spans)]),
            max([plan.end, *(last for _, last in spans)]),
        )
        start, end = frame.bounds(plan.start, plan.end)
        row_id = frame.row_id("p", start)
        for numeral in plan.numerals:
            claims.claim(numeral, "projects", row_id)
        for first, last in plan.name:
            for numeral in frame.numerals_in(first, last):
                if numeral.kind == "quantity" and is_capacity(numeral) and claims.is_free(numeral):
                    claims.give_reason(numeral, "attribute")  # a further size in the name
        result.append(_row(frame, plan, row_id, start, end))
    return result


_GROUP_NOUN = re.compile(r"[^，；。：、\n]*?(?:项目|工程)")
# Words between a group and its count: 重点建设项目|共56个.
_SAYS_HOW_MANY = re.compile(r"(?:共计|共有|共|合计|总计|累计|达到|达|有|约|近)+$")
_GROUP_VERB = re.compile(
    r"(?:其中|全年|今年|目前|滚动|重点|共|计划|谋划|总共|新|全省|全市|全县|全区|全州|全旗|将|再|又|年内|实际|要|力争|确保|此次|本次|本批|这次"
    r"|[一二三四五六七八九十\d]+年)*"
    r"(?:实施|安排|推进|引进|开工|建设|储备|谋划|启动|完成|续建|竣工|投产|签约|组织|抓好|动工|落户)?(?:了)?"
)


def group_noun(text: str, plan: Plan) -> Span | None:
    """Span of the words that name a counted group: 投资1亿元以上技术改造项目 of …项目360个.

    None where 项目 is bare.
    """
    if plan.kind != "programme" or plan.count is None:
        return None
    count = plan.count
    edge = max(text.rfind(mark, plan.start - 1, count.start) for mark in "，；。：、\n") + 1
    first = max(edge, plan.start)
    counted = _SAYS_HOW_MANY.search(text, first, count.start)
    end = counted.start() if counted else count.start
    if text.endswith(("项目", "工程"), first, end):
        pass
    else:
        behind = _GROUP_NOUN.match(text, count.end, min(len(text), count.end + 40))
        if behind is None:
            return None
        # 5个|续建项目: how far they have come tells them apart
        return (count.end, behind.end()) if behind.end() - count.end > 2 else None
    verb = _GROUP_VERB.match(text, first, end)
    first = verb.end() if verb else first
    return (first, end) if end - first > 2 else None


def named_spans(text: str, plans: list[Plan]) -> tuple[dict[int, int], dict[int, int]]:
    """Spans of the names of projects and of counted groups, end by start, as subjects of their figures."""
    works = {
        plan.name[0][0]: with_kind(text, plan.name[0][1])
        for plan in plans
        if plan.kind == "project" and len(plan.name) == 1
    }
    for plan in plans:
        works.update({first: with_kind(text, last) for first, last in plan.again})
    groups = [group_noun(text, plan) for plan in plans]
    return works, dict(span for span in groups if span is not None)


def with_kind(text: str, end: int) -> int:
    """End of a project's name with the word 项目 or 工程 behind it."""
    return end + 2 if text.startswith(("项目", "工程"), end) else end


def _is_origin(frame: Frame, plan: Plan, place: Place) -> bool:
    """Whether a place says where an investor is from, not where it builds.

    For: 香港丰利集团 in a document of 广东. Leaves alone: 泉州船厂 in a document of 福建.
    """
    if not plan.enterprise_span or not frame.region_code or not place.code:
        return False
    home = frame.region_code if frame.region_code == NATION else f"{frame.region_code[:2]}0000"
    first, last = plan.enterprise_span
    return first <= place.start and place.end <= last and not contains(home, place.code)


def _trade_of(frame: Frame, plan: Plan) -> Span | None:
    """The trade that a project is in: the last that its name has, of a group the first of its passage; never
    that of the firm that builds it (嘉陵果业|年产6万吨橙汁饮料).
    """
    for first, last in reversed(plan.name):
        inside = industries().find(frame.text[first:last])
        if inside:
            return first + inside[-1].start, first + inside[-1].end
    firm = plan.enterprise_span or (plan.end, plan.end)
    for first, last in ((plan.start, min(firm[0], plan.end)), (max(firm[1], plan.start), plan.end)):
        inside = industries().find(frame.text[first:last]) if first < last and not plan.name else []
        if inside:
            return first + inside[0].start, first + inside[0].end
    return None


def _trade(frame: Frame, start: int, end: int) -> str:
    return frame.written(frame.text[start:end], start)


def _row(frame: Frame, plan: Plan, row_id: str, start: int, end: int) -> Project:
    name = "".join(frame.printed(*span) for span in plan.name) or None
    places = [p for p in frame.places_between(plan.start, plan.end) if not _is_origin(frame, plan, p)]
    trade = _trade_of(frame, plan)
    return Project(
        project_id=row_id,
        document_id=frame.document_id,
        section_id=frame.section_id(plan.start, plan.end),
        start=start,
        end=end,
        quote=frame.document.source.text[start:end],
        kind=plan.kind,
        name=name,
        name_text=_name_text(frame, plan),
        enterprise_text=frame.quote(*plan.enterprise_span) if plan.enterprise_span else None,
        organization_id=plan.enterprise.row_id if plan.enterprise else None,
        cluster_id=plan.cluster.row_id if plan.cluster else None,
        region_text=frame.printed(places[0].start, places[0].end) if places else None,
        region_code=(places[0].code if places else None) or frame.region_code,
        industry_text=_trade(frame, *trade) if trade else None,
        investment=plan.investment.value if plan.investment else None,
        investment_operator=plan.operator if plan.investment else None,
        investment_text=frame.quote(*plan.investment_text) if plan.investment_text else None,
        investment_unit=plan.investment.code if plan.investment else None,
        capacity_text=frame.quote(*plan.capacity_text) if plan.capacity_text else None,
        capacity=plan.capacity.value if plan.capacity else None,
        capacity_unit=plan.capacity.code if plan.capacity else None,
        project_count=int(plan.count.value) if plan.count and plan.count.value is not None else None,
        stage=plan.stage,
        period_text=frame.printed(*plan.period) if plan.period else None,
        period_end=plan.period_end,
        origin=RULE,
    )


def _name_text(frame: Frame, plan: Plan) -> str:
    """The name as printed; a programme's is its whole passage, a name with a shared head its pieces."""
    if not plan.name:
        return frame.quote(plan.start, plan.end)
    if len(plan.name) == 1:
        return frame.quote(*plan.name[0])
    return "".join(frame.quote(*span) for span in plan.name)
