"""Projects told by a sum: 投资X的Y, Y总投资X, F投资X建设Y."""

from __future__ import annotations

import re
from bisect import bisect_left

from jiqun.facts.project_lists import ListReader
from jiqun.facts.project_names import Span, is_capacity, pattern
from jiqun.facts.project_plans import (
    CLASS_END,
    CLAUSE,
    COUNTED,
    FLOW,
    INVESTED,
    MEMBERS,
    NOT_NOUN,
    SUM_OF,
    Plan,
    is_money,
)
from jiqun.language.numbers import Numeral

_TOTAL = re.compile(
    r"总投资|投资总额|投资规模|投资额|(?:首期|概算|计划|协议|意向|合同|估算)投资|(?:合同|协议)(?:资金|金额|额)"
)
_PUBLIC = re.compile(
    r"(?:[省市县区镇乡州盟旗]|政府|财政|管委会|我们|全省|全市|全县|全区|各级|国家|中央|部门|局|厅|委|单位|各地|企业|社会|民间|资金"
    r"|均|平均|强度|用于)$"
)
_BUILD = re.compile(
    r"(?:(?:分期|合作|共同|联合|合资|独资|投资)?(?:建设|新建|兴建|创建|扩建|改造|打造|筹建|修建|共建)"
    r"|建(?=年产|日产|日处理|一个|一座|一条)|启动|实施|完成|建成|搞|上马|新上|用于|开发|引进)"
    r"(?:了|一个|一座|一条|起|成)*(?P<name>[^，；。：]{2,48})"
)
_WORKED_ON = re.compile(r"(?:将)?对(?P<thing>[^，；。]{2,60}?)进行(?P<work>[^，；。]{2,16})")
_ANAPHOR = re.compile(r"(?:这个|这一|该|此|上述|本)(?:[^，；。]{0,2})$|^(?:该|此|这个|这一)?(?:项目|工程)$")
_ALL_OF_THEM = re.compile(r"(?:以上|上述|这些|这批|所有|全部)[^，；。\d]{0,6}(?:项目|工程)?(?:合计|共计|共)?")
# Works that a firm does at home: 华岭特钢总投资18.5亿元的|连铸连轧技改.
_WORKS_OF_FIRM = re.compile(r"[\u4e00-\u9fff]{3,}(?:技改|技术改造|扩能|搬迁)$")
# What is said of a project by its name: 智造总部|项目是高新区重点打造的支撑性战略项目.
_TOLD_WHAT = re.compile(r"(?:项目|工程)(?=[是为系][^，；。]{2,40}的)")
# Members of a counted group, in front of the group's sum: 签约项目6个，包括甲、乙、丙等，|总投资60亿元.
_MEMBERS_OF_GROUP = re.compile(
    rf"(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[个项宗只](?:[^，；。：\n]{{0,8}}(?:项目|工程))?{MEMBERS}，$"
)
# 甲项目由|远拓集团|投资35亿元; 甲产业园由|远拓集团|投资建设.
_BY_WHOM = re.compile(
    r"(?P<name>[^，；。：\n]{2,40}?)由(?P<firm>[^，；。：\n]{2,24}?)(?:计划|拟|预计|共同|独家)*"
)
_BUILT_BY = re.compile(
    r"(?:项目|工程)?(?:主要|计划|拟)?由(?P<firm>[^，；。、：\n]{2,24}?)(?:负责|投资|出资|独资|共同|联合)*"
    r"(?:建设|兴建|实施|打造|开发|运营|承建|投建)+$"
)
_BUILDER = re.compile(
    r"(?:该?项目)?[由是](?P<firm>[^，；。、：\n]{4,40}?)(?:负责|投资|出资|独资|共同|联合)*(?:投资|建设|兴建|实施|打造|开发|运营|承建|投建)+"
)
# Where a project goes, which is none itself: 搬迁项目|落户岭东工业区|，总投资….
_SETTLES = re.compile("落户|位于|坐落|选址")
_TOLD_ALONE = re.compile(rf"(?:^|(?<=[，。；：\n]))(?P<name>[^，；。：、\n]{{4,30}}?)项目{NOT_NOUN}")
# 汽车轮毂（二期）项目|位于龙岩组团，总投资….
_OPENS_WITH = re.compile(rf"[^等、：]{{4,30}}?项目{NOT_NOUN}")
_REMARK = re.compile("(?<=项目|工程)（[^（）]*）$")
_BUILDS_NEXT = re.compile("，(?:建设|新建|兴建)(?:了)?[^，；。]{2,40}(?:项目|工程)")
# What follows a sum where the name is still to come: 投资3亿元|新建橡塑基地.
_PLANT = re.compile("[\u4e00-\u9fff]{2}(?:处理厂|生产线|灌装线|发电厂|自来水厂)$")
_LANDED = re.compile("[^，；。、]{4,30}?项目(?:规划)?(?:占地|用地)")
_TWO_CALLED = re.compile("项目(?:[和及与、]|以及)")
_NAMELESS = re.compile("(?:城市|城区|县城|生活|工业|印染)*(?:污水|垃圾)处理厂|自来水厂|水厂|热电厂")
_NAMES_NEXT = re.compile(
    "(?:左右|以上)?，?(?:分期)?(?:在[^，；。]{2,16})?(?:建设|新建|兴建|扩建|创建|改造|打造)[^，；。]{2}|的"
)
_WORK_OF_FIRM = re.compile("(?:工厂|基地|生产线|产业园|工业园|车间|总部|中心)$")
# A phase or renewal of a firm's works, before its sum: 陇兴铝业公司|电解槽技改二期|投资6亿元.
_PHASE_OF_FIRM = re.compile(
    "(?:公司|集团|厂|[^企就创]业|科技|股份)[\u4e00-\u9fff]{2,14}(?:[一二三四五]期|技改|技术改造|扩能|扩建|迁建)$"
)
# How far back the sentence before is looked at.
_NEAR = 300
_SHARED_OUT = re.compile(r"分别(?:计划|预计)?(?:总)?投资(?:额)?(?:约|达)?")


class SumReader(ListReader):
    """Reads the projects of one sentence that a sum of investment tells."""

    def _read_invested(self, start: int, end: int) -> None:
        for numeral in self.frame.numerals_in(start, end):
            if not is_money(numeral) or not self._is_free(numeral):
                continue
            clause = self._clause(start, numeral.start, CLAUSE + "、")
            if self.masked[numeral.start] == "□":
                clause = self.text.rfind("（", start, numeral.start) + 1
            near = max(clause, numeral.start - 40)
            invested = INVESTED.search(self.text, near, numeral.start)
            if (
                not invested
                or self.text.endswith("分别", 0, invested.start())
                or (FLOW.search(self.text, near, numeral.start) and not _TOTAL.match(invested["what"]))
            ):
                continue
            of = SUM_OF.match(self.text, numeral.end, end)
            if of:
                plan = self._name_behind(numeral, clause, invested, of.end(), end)
            else:
                plan = self._by_whom(numeral, start, clause, invested)
                plan = plan or self._name_before(numeral, start, clause, invested)
                spoken_of = _ANAPHOR.search(self.text[clause : invested.start()])
                if plan is None and self._is_free(numeral) and not spoken_of:
                    plan = self._built(numeral, start, end, clause, invested)
            if plan is not None:
                self._keep(plan)

    def _name_behind(
        self, numeral: Numeral, clause: int, invested: re.Match[str], first: int, end: int
    ) -> Plan | None:
        """投资46亿元的年产20万吨铜板带; the firm that invests may stand before."""
        text = self.text
        last = self._products_end(first, self._name_end(first, end), end)
        if _ANAPHOR.search(text[clause : invested.start()]) and text.startswith(("项目", "工程"), first):
            return self._earlier(numeral, invested.start(), first + 2)
        works = (
            _WORKS_OF_FIRM.search(text, first, last)
            if invested["what"] and clause < invested.start()
            else None
        )
        if (
            COUNTED.search(text, first, last)
            or last - first < 2
            or self.names.is_class(first, last)
            or (CLASS_END.search(text[first:last]) and works is None)
        ):
            return None
        if self._bounds(numeral) and (
            not self.names.parse_strong(first, last)
            or COUNTED.search(text, max(0, clause - 6), invested.start())
        ):
            return None
        if re.search(r"(?:企业|大户|集群|客商|商家|公司|条件|标准|奖励|补助|，)$", text[first:last]):
            return None
        parsed = self.names.parse(first, last)
        if parsed is None:
            return None
        firm = self.names.firm_before(clause, invested.start()) if invested.start() - clause >= 2 else None
        plan = Plan(
            firm[0] if firm else invested.start(),
            last,
            "project",
            parsed.name,
            (clause, invested.start()),
            last,
        )
        plan.enterprise_span = firm or parsed.firm
        if firm and parsed.firm and len(parsed.name) == 1 and parsed.name[0] == (parsed.firm[1], last):
            plan.name = [(parsed.firm[0], last)]  # 云上集团投资2.6亿元的|黑茶自动化压制车间
        after = last + 2 if text.startswith(("项目", "工程"), last) else last
        plan.joined, plan.after = text.startswith("、", after), after
        self._invest(plan, numeral, invested["what"])
        for size in self.frame.numerals_in(numeral.end, first):
            if is_capacity(size) and plan.capacity is None:
                self._give_capacity(plan, size, numeral.end)
        return plan

    def _products_end(self, first: int, last: int, end: int) -> int:
        """Where a project of several products ends: 投资1.5亿元的光栅板|、探照灯|项目.

        A list of works (甲二期、乙技改项目) ends where its first member does.
        """
        joint = self.text.startswith("、", last) and self.masked.find("项目", last, min(end, last + 30))
        if not joint or joint < 0 or re.search("[，；。（等]|投资", self.masked[last:joint]):
            return last
        pieces = [(first, last)]
        position = last + 1
        for piece in self.text[position:joint].split("、"):
            pieces.append((position, position + len(piece)))
            position += len(piece) + 1
        for begin, stop in pieces:
            work = re.search(rf"(?:{pattern('tail')})$", self.text[begin:stop])
            if work or stop - begin < 2 or (begin > first and self.names.parse_strong(begin, stop)):
                return last
        return joint

    def _by_whom(self, numeral: Numeral, start: int, clause: int, invested: re.Match[str]) -> Plan | None:
        """储能产业园项目由远拓集团|投资35亿元|建设: who builds it stands between the name and the sum."""
        if self.text.find("由", clause, invested.start()) < 0:
            return None
        told = _BY_WHOM.fullmatch(self.text, clause, invested.start())
        if told is None and self.text.startswith("由", clause) and self.text.startswith("，", clause - 1):
            return self._built_by(numeral, start, clause, invested)
        if told is None or "总投资" in invested["what"]:
            return None
        firm = self.names.firm_before(*told.span("firm"))
        if firm is None:
            return None
        if _ANAPHOR.search(told["name"]) or told["name"].endswith(("该项目", "该工程")):
            return self._earlier(numeral, invested.start(), numeral.end)
        begin, _ = self._begin(clause, told.end("name"))
        plan = self._named(numeral, begin, told.end("name"), numeral.end)
        if plan is not None:
            plan.enterprise_span = firm
        return plan

    def _built_by(self, numeral: Numeral, start: int, clause: int, invested: re.Match[str]) -> Plan | None:
        """储能产业园项目，由远拓集团|投资35亿元|建设: the name is the clause before, where nothing is named
        behind.
        """
        firm = self.names.firm_before(clause + 1, invested.start())
        if firm is None or clause - 1 < start or _NAMES_NEXT.match(self.text, numeral.end):
            return None
        first = self._clause(start, clause - 1)
        stop = clause - 1
        if not self.text.endswith(("项目", "工程"), first, stop) and not re.search(
            rf"(?:{pattern('tail')})$", self.text[first:stop]
        ):
            return None
        if COUNTED.search(self.text, first, stop) or self._inside(stop - 3):
            return None
        begin, _ = self._begin(first, stop)
        plan = self._named(numeral, begin, stop, numeral.end)
        if plan is not None:
            plan.enterprise_span = firm
        return plan

    def _name_before(self, numeral: Numeral, start: int, clause: int, invested: re.Match[str]) -> Plan | None:
        """Y项目总投资X, Y项目，总投资X, Y（总投资X）, 该项目总投资X."""
        text = self.text
        stem_end = invested.start()
        if text[clause - 1 : clause] == "（" and self.masked[clause] == "□":
            first = self._clause(start, clause - 1)
            stem_end = clause - 1
            begin, _ = self._begin(max(first, self.masked.rfind("、", start, stem_end) + 1), stem_end)
        else:
            stem = text[clause:stem_end]
            if _ALL_OF_THEM.fullmatch(stem):
                plan = Plan(clause, numeral.end, "programme", [], (clause, clause), numeral.end)
                self._invest(plan, numeral, "")
                return plan
            if bracket := _REMARK.search(stem):
                # 100万吨烧碱项目|（一期建设60万吨）|总投资45.5亿元
                stem, stem_end = stem[: bracket.start()], stem_end - len(bracket[0])
            if stem and re.match("[一二三]期", invested["what"]):
                stem, stem_end = stem + invested["what"][:2], stem_end + 2
            told = invested["what"].startswith("项目") or stem.endswith(("项目", "工程"))
            told = told or _PHASE_OF_FIRM.search(stem) is not None
            told = told or (not stem and text[clause - 3 : clause] in ("项目，", "工程，"))
            if not _TOTAL.search(invested["what"]) and not told:
                return None if stem else self._work_before(numeral, start, clause)
            if text[clause - 1 : clause] == "、" and (shared := self._shared_sum(numeral, start, stem_end)):
                return shared
            if stem and _ANAPHOR.search(stem):
                return self._earlier(numeral, stem_end, numeral.end)
            if not stem and not _TOTAL.search(invested["what"]) and _BUILDS_NEXT.match(text, numeral.end):
                return None  # 投资100亿元，建设乙项目: the sum of what follows
            if not stem:
                return self._clause_earlier(numeral, start, clause)
            if (not told and not re.search(rf"(?:{pattern('tail')})$", stem)) or COUNTED.search(stem):
                return None
            begin, _ = self._begin(clause, stem_end)
            if told and text[clause - 1] == "、":
                begin = self._products_before(start, clause) or begin
        named = self._named(numeral, begin, stem_end, numeral.end)
        sure = named and (named.strong or _TOTAL.search(invested["what"]) or self.masked[clause] == "□")
        return named if sure else None

    def _products_before(self, start: int, clause: int) -> int | None:
        """Where a project of several products begins, whose last one stands before the sum: 润地褐煤提质、
        石灰石利用及硅片项目总投资…; None where a member before is called a project or has a sum.
        """
        left = self._clause(start, clause - 1)
        before = self.masked[left:clause]
        if "项目" in before or "等" in before or any(map(is_money, self.frame.numerals_in(left, clause))):
            return None
        return self._begin(left, clause - 1)[0] if clause - left > 4 else None

    def _shared_sum(self, numeral: Numeral, start: int, stem_end: int) -> Plan | None:
        """A、B基地总投资40亿元: one sum for several, none of which has its own."""
        left = self._clause(start, stem_end)
        begin, _ = self._begin(left, self.masked.find("、", left, stem_end))
        pieces = self._members(begin, stem_end)
        members = [plan for first, last, tail in pieces if (plan := self._member(first, last, tail))]
        if (
            len(members) != len(pieces)
            or any(plan.investment or self._is_unnamed(plan) for plan in members)
            or not any(plan.strong for plan in members)
        ):
            return None
        for plan in members:
            plan.before, plan.after, plan.joined = (left, begin), numeral.end, plan is not members[-1]
            self._keep(plan)
        total = Plan(members[0].start, numeral.end, "programme", [], (left, begin), numeral.end)
        self._invest(total, numeral, "")
        return total

    def _clause_earlier(self, numeral: Numeral, start: int, clause: int) -> Plan | None:
        """…合资建设年产60万吨油脂化工项目，总投资5.2亿美元: the name closes the clause before, or opens
        the sentence's.
        """
        text = self.text
        if clause == start:
            return self._heading_before(numeral, start)
        if text[clause - 1] != "，" or _MEMBERS_OF_GROUP.search(text, start, clause):
            return None
        first = self._clause(start, clause - 1)
        if COUNTED.search(text, first, clause - 1):
            return None
        builder = _BUILDER.fullmatch(text, first, clause - 1)
        if builder and text[first - 1] == "，" and first > start:
            # 甲项目，由乙公司和丙公司共同投资建设，总投资…
            plan = self._told_in(self._clause(start, first - 1), first - 1, numeral)
            if plan:
                builders = self.names.firm_before(*builder.span("firm"))
                plan.enterprise_span = plan.enterprise_span or builders
                return plan
            if not any(one.kind == "project" for one in self._here[-6:]):
                return None
        elif (
            not _SETTLES.search(text, first, clause - 1)
            and re.search(rf"(?:{pattern('tail')})$", text[first : clause - 1])
            and "等" not in text[first : clause - 1]
        ):
            begin, verb = self._begin(first, clause - 1)
            several = self.masked.count("、", begin, clause - 1) > 1
            several = several or _TWO_CALLED.search(self.masked, begin, clause - 1) is not None
            if several and (shared := self._shared_sum(numeral, start, clause - 1)):
                return shared
            # 白沙铝箔|项目开工建设，总投资5亿元: what becomes of it is none of the name
            last = self._name_end(begin, clause - 1)
            begun = (
                last < clause - 1 and self.text.startswith("项目", last) and self._becomes(last + 2, clause)
            )
            plan = self._named(numeral, begin, last if begun else clause - 1, numeral.end)
            if plan and begun:
                plan.after = last + 2
            if plan and not plan.enterprise_span and verb:
                owner = begin - len(verb)
                plan.enterprise_span = self.names.firm_before(first, owner) if owner - first >= 2 else None
            return plan
        if told := self._told_in(first, clause - 1, numeral):
            return told
        earlier = [plan for plan in self._here[-6:] if plan.kind == "project" and plan.name[-1][1] <= clause]
        named = [plan for plan in earlier if self.masked.find("；", plan.name[-1][1], clause) < 0]
        if earlier and not named:
            return None  # the sum of what another item tells
        if len(named) > 1 and named[-2].joined:
            plan = Plan(named[0].start, numeral.end, "programme", [], named[-1].before, named[-1].after)
            self._invest(plan, numeral, "")
            return plan
        if named:
            return self._earlier(numeral, clause, numeral.end)
        self._waiting.append((numeral, clause))
        return None

    def _share_out(self, start: int, end: int) -> None:
        """A项目、B项目分别投资14亿元、46亿元: each its own."""
        for found in _SHARED_OUT.finditer(self.masked, start, end):
            left, stop = self._clause(start, found.start()), self._clause_end(found.end(), end)
            sums = [n for n in self.frame.numerals_in(found.end(), stop) if is_money(n) and self._is_free(n)]
            owners = [
                plan
                for plan in self._here
                if plan.kind == "project" and left <= plan.start < found.start() and plan.investment is None
            ]
            if len(sums) == len(owners) > 1:
                for plan, numeral in zip(owners, sums, strict=True):
                    self._invest(plan, numeral, "")
                    self._take(plan)

    def _place_waiting(self, start: int) -> None:
        """…管道项目获得核准，投资规模260亿元: sums whose project was found after them, or is told without
        mark.
        """
        for numeral, clause in self._waiting:
            if not self._is_free(numeral):
                continue
            if any(plan.kind == "project" and plan.end <= clause for plan in self._here[-6:]):
                self._earlier(numeral, clause, numeral.end)
                continue
            plan = self._told_in(self._clause(start, clause - 1), clause - 1, numeral)
            plan = plan or self._told_in(start, self._clause_end(start, clause), numeral)
            if plan:
                self._keep(plan)

    def _give_later_sums(self, start: int, end: int) -> None:
        """龙湾二期今年动工，投资1.6亿元: a sum in the clause behind what becomes of the one project told."""
        for numeral in self.frame.numerals_in(start, end):
            if not is_money(numeral) or not self._is_free(numeral) or self._bounds(numeral):
                continue
            clause = self._clause(start, numeral.start)
            invested = INVESTED.search(self.text, clause, numeral.start)
            if (
                invested is None
                or invested.start() != clause
                or self.text[clause - 1 : clause] != "，"
                or FLOW.search(self.text, clause, numeral.start)
                or SUM_OF.match(self.text, numeral.end, end)
                or _NAMES_NEXT.match(self.text, numeral.end)
            ):
                continue
            before = self._clause(start, clause - 1)
            owners = [
                plan
                for plan in self._here
                if plan.kind == "project" and before <= plan.name[-1][1] <= clause and not plan.dropped
            ]
            if len(owners) == 1 and owners[0].investment is None:
                self._invest(owners[0], numeral, invested["what"])
                self._take(owners[0])
                owners[0].end = max(owners[0].end, numeral.end)

    def _work_before(self, numeral: Numeral, start: int, clause: int) -> Plan | None:
        """罗恩制药生物制剂工厂，投资2.1亿美元: a work of a firm that is all of the clause before; or the
        project whose land is told before its sum: 电解液项目占地260亩、投资8.5亿元.
        """
        if self.text.startswith("、", clause - 1):
            first = self._clause(start, clause - 1)
            landed = _LANDED.match(self.masked, first, clause - 1)
            return self._told_in(first, clause - 1, numeral) if landed else None
        if clause <= start or self.text[clause - 1] != "，" or _NAMES_NEXT.match(self.text, numeral.end):
            return None
        first, stop = self._clause(start, clause - 1), clause - 1
        if (
            not _WORK_OF_FIRM.search(self.text, first, stop)
            or self._inside(stop - 1)
            or "、" in self.text[first:stop]
        ):
            return None
        begin, _ = self._begin(first, stop)
        parsed = self.names.parse(begin, stop)
        told = parsed is not None and parsed.firm is not None
        return self._named(numeral, begin, stop, numeral.end) if told else None

    def _told_in(self, first: int, stop: int, numeral: Numeral) -> Plan | None:
        """The project that a clause opens with and no rule has read: 汽车轮毂（二期）项目位于龙岩组团."""
        told = _OPENS_WITH.match(self.masked, first, stop)
        if told is None or COUNTED.search(told[0]):
            return None
        if any(plan.start < stop and plan.end > first for plan in self._here[-6:]):
            return None
        begin, _ = self._begin(first, told.end() - 2)
        plan = self._named(numeral, begin, told.end() - 2, numeral.end)
        if plan:
            plan.after = told.end()
        return plan

    def _heading_before(self, numeral: Numeral, start: int) -> Plan | None:
        """1．青石年产5万吨铜箔项目。总投资12亿元: the item's heading names the project."""
        heading = self.frame.headings[self.frame.innermost(start)]
        first, last = heading.heading
        if (
            last > start
            or start - last > 3
            or not re.search(r"项目|工程", self.text[first:last])
            or last - first > 40
        ):
            return None
        return self._named(numeral, first, last, numeral.end)

    def _named(self, numeral: Numeral, first: int, last: int, end: int) -> Plan | None:
        told = _TOLD_WHAT.search(self.text, first, last)
        last = told.start() if told else last
        led = self.text.find("由", first + 2, last) >= 0
        builder = _BUILT_BY.search(self.text, first + 2, last) if led else None
        last = builder.start() if builder else last
        if last - first < 3 or COUNTED.search(self.text[first:last]) or self.names.is_generic(first, last):
            return None
        parsed = self.names.parse(first, last)
        if parsed is None or (
            CLASS_END.search(self.text[parsed.name[0][0] : parsed.name[-1][1]]) and not parsed.strong
        ):
            return None
        before = (self._clause(max(first - 40, 0), first), first)
        plan = Plan(first, max(end, last), "project", parsed.name, before, numeral.end, strong=parsed.strong)
        owner = self.names.firm_before(*builder.span("firm")) if builder else None
        plan.enterprise_span = owner or parsed.firm
        self._invest(plan, numeral, "")
        return plan

    def _earlier(self, numeral: Numeral, first: int, last: int) -> Plan | None:
        """该项目总投资X, 这个总投资X的项目: the sum goes to the project named last in this sentence or the
        one before; where
        none was, to one with a size (…的120万吨/年乙烯装置塔林高耸。)."""
        number = bisect_left(self._sentence_starts, first + 1) - 1
        floor = self._sentence_starts[max(number - 1, 0)]
        candidates = [
            plan
            for plan in [*self.found[-1:], *self._here[-6:]]
            if plan.kind == "project" and floor <= plan.start < first
        ]
        if candidates:
            plan = candidates[-1]
            if plan.investment is None:
                self._invest(plan, numeral, "")
                self._take(plan)
                plan.end = max(plan.end, last)
                if plan not in self._here:
                    plan.numerals.append(numeral)
                    self.claims.hold(numeral)
            return None
        if told := self._told_before(numeral, floor, first, last):
            return told
        for size in reversed(self.frame.numerals_in(floor, first)):
            tail = (
                re.compile(r"[^，；。、]{0,12}?(?:装置|生产线|项目|工程|基地)").match(
                    self.text, size.end, first
                )
                if is_capacity(size)
                else None
            )
            parsed = self.names.parse(self._clause(floor, size.start), tail.end()) if tail else None
            if parsed:
                plan = Plan(
                    self._clause(floor, size.start), last, "project", parsed.name, (first, first), last
                )
                plan.enterprise_span = parsed.firm
                self._invest(plan, numeral, "")
                return plan
        return None

    def _told_before(self, numeral: Numeral, floor: int, first: int, last: int) -> Plan | None:
        """纸面石膏板项目正在安装设备。该项目总投资10.6亿元: the one project of the sentence before, though no
        firm,
        place or size marks it.
        """
        floor = max(floor, first - _NEAR)
        told = list(_TOLD_ALONE.finditer(self.masked, floor, first))
        if len(told) != 1 or COUNTED.search(told[0]["name"]):
            return None
        seen = self.text.startswith(("现场", "建设现场", "工地", "施工现场"), told[0].end())
        if not seen and not self._becomes(told[0].end(), first):
            return None
        begin, _ = self._begin(told[0].start("name"), told[0].end("name"))
        plan = self._named(numeral, begin, told[0].end("name"), last)
        if plan is None or self._is_unnamed(plan) or self._is_class(plan):
            return None
        plan.after = told[0].end()
        return plan

    def _built(
        self, numeral: Numeral, start: int, end: int, clause: int, invested: re.Match[str]
    ) -> Plan | None:
        """F投资X建设Y, F将投资X，在P创建Y, F投资X对Y进行Z; public spending without 项目 or 工程 in the
        name is none.
        """
        text = self.text
        subject = re.sub(
            r"(?:[将拟先再又已]|计划|意向|有意向?|先后|共|累计|预计|准备|决定|近期|今年|还)+$",
            "",
            text[clause : invested.start()],
        )
        subject = re.sub(r"(?<=[\u4e00-\u9fff]{2})在[^，；。]{2,14}$", "", subject)
        opening = self._begin(clause, clause + len(subject))[0] if len(subject) >= 4 else clause
        clause, subject = opening, subject[opening - clause :]
        firm = self.names.firm_before(clause, clause + len(subject)) if len(subject) >= 2 else None
        first = clause
        if not subject and clause > start:
            first = start
            firm = self._leading_firm(start, clause)
        private = firm is not None or bool(
            re.search(r"(?:集团|公司|老板|客商|资本|商会|厂|企业家)$", subject)
        )
        behind = re.compile(
            r"(?:以上|左右|多|元|人民币)*(?:，(?:同时)?)?(?:在[^，；。]{2,16}?(?=建|新|兴|创|搞|征|实)(?:征地[\d\u4e00-\u9fff]{1,8}亩，?)?)?"
        ).match(text, numeral.end, end)
        at = behind.end() if behind else numeral.end
        worked = _WORKED_ON.match(text, at, end) if firm else None
        if worked:
            return self._worked(numeral, worked, firm, clause)
        build = _BUILD.match(text, at, end)
        if not build:
            return None
        begin = build.start("name")
        last = self._name_end(begin, end)
        parsed = self.names.parse(begin, last)
        if text.endswith("扩建", at, begin) and _NAMELESS.fullmatch(text, begin, last):
            begin -= 2  # 投资1.8亿元|扩建污水处理厂
            parsed = self.names.parse(begin, last)
        noun = text[last : last + 2] == "项目" or text[begin:last].endswith("工程")
        if subject and not private and not noun and _PUBLIC.search(subject):
            return None
        if (
            parsed is None
            or self.names.is_class(*parsed.name[0])
            or COUNTED.match(text, begin, last)
            or not (
                private
                or noun
                or parsed.strong
                or (subject and re.search(rf"(?:{pattern('tail')})$", text[begin:last]))
                or (not subject and _PLANT.search(text, begin, last) is not None)
            )
        ):
            return None
        if not private and not noun and "投资" not in invested["what"]:
            return None
        plan = Plan(
            firm[0] if firm else first if not subject else clause,
            last,
            "project",
            parsed.name,
            (first, begin),
            last,
        )
        plan.enterprise_span = firm or ((clause, clause + len(subject)) if private else parsed.firm)
        self._invest(plan, numeral, "")
        return plan

    def _leading_firm(self, start: int, clause: int) -> Span | None:
        """The firm that opens the clause before: 新加坡淡海资本与市政府签署框架协议，有意投资…"""
        first = self._skip_adverbs(self._clause(start, clause - 1), clause)
        for last in range(min(clause, first + 24), first + 1, -1):
            if self.names.is_firm(first, last):
                return first, last
        return None

    def _worked(self, numeral: Numeral, worked: re.Match[str], firm: Span | None, clause: int) -> Plan:
        """投资X对压裂泵、高压管汇件两个…新产品进行扩规批量生产: the things without their count, and what
        is done to them.
        """
        thing = re.search(r"(?:[一二两三四五六七八九十]|\d+)(?:个|种|条|项|类|大)|的", worked["thing"])
        last = worked.start("thing") + thing.start() if thing and thing.start() >= 2 else worked.end("thing")
        plan = Plan(
            firm[0] if firm else clause,
            worked.end(),
            "project",
            [(worked.start("thing"), last), worked.span("work")],
            (clause, clause),
            worked.end(),
        )
        plan.enterprise_span = firm
        self._invest(plan, numeral, "")
        return plan
