"""The projects table: named projects, and counted groups of projects with a sum, a bound or a stage."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jiqun.facts.claims import Claims
from jiqun.facts.clusters import Named
from jiqun.facts.coordination import split_members
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.organizations import Body
from jiqun.language import cues
from jiqun.language.industries import industries
from jiqun.language.numbers import Numeral
from jiqun.language.periods import find_periods
from jiqun.language.words import Words
from jiqun.tables import Project

_LIST = re.compile(r"等(?:一批|[^，；。、等]{0,14}?)?(?:重大|重点|工业|产业化?|技改|续建|新建|在建|招商|建设|技术改造|大)*(?:项目|工程)(?:的)?(?P<after>建设)?")
_INVESTED = re.compile(r"(?P<what>(?:首期|一期|计划|总|概算|估算|协议|预计|新增|固定资产)?(?:总)?投资(?:额|总额|约|近|达|超|超过)*)$")
_NAME_AFTER = re.compile(r"^(?:以上|左右|多)?的(?P<name>[^，；。：、]{2,40})")
_STAGES = (
    ("operational", re.compile(r"已(?:经)?(?:建成|投产|竣工|达产|投运|投用|完工|运营)|(?:建成|竣工)(?:并)?投产|竣工投产|投入(?:使用|运营|生产)|正式(?:投产|运营)|建成投用|(?<!可)(?<!望)(?<!内)(?<!计划)(?<!均可)投产|投用|竣工|完成[^，。；]{0,60}(?:工程|项目)建设")),
    ("under_construction", re.compile(r"年内(?:均)?(?:可|有望|将)?(?:全部)?(?:建成|投产|竣工|完工)|在建|开工|动工|主体(?:完工|封顶)|施工|启动了|正在建设|加快建设|即将投产|计划投产|有望投产|新开工|续建|奠基|实施了|月(?:底)?投产")),
    ("negotiating", re.compile(r"争取落户|洽谈|在谈|意向|框架(?:协议)?|磋商|对接|争取[^，。；]{0,8}落户")),
    ("signed", re.compile(r"签约|签订|签下|签署|落户")),
    ("planned", re.compile(r"规划|拟|计划|前期|谋划|储备|策划|将投资|论证|拟建|筹建|筹备|力争开工|申报|争取")),
)
_PROJECTISH = re.compile(r"项目|工程|扩建|改造|搬迁|技改|一体化|生产线|基地|产业园|工业园|[一二三四五\d]期|扩能|新建|建设|年产|产能|[吨套台件米片辆千瓦]|中心|电站|电厂|园$|加工$|制造$|生产$|处理厂|道路|公路|港|码头|管网")
_CAPACITY = re.compile(r"(?:(?:年|日|月)(?:产|处理|加工|纺|生产|发电|供|新增产能))?$")
_PROGRAMME_NOUN = re.compile(r"(?:项目|工程)$")


@dataclass(slots=True)
class Plan:
    """A project or programme while its document is read; positions are of the view."""

    start: int
    end: int
    kind: str
    name: tuple[int, int] | None
    stage: str
    enterprise: Body | None = None
    enterprise_span: tuple[int, int] | None = None
    investment: Numeral | None = None
    investment_text: tuple[int, int] | None = None
    capacity: Numeral | None = None
    capacity_text: tuple[int, int] | None = None
    capacity_unit: str | None = None
    count: Numeral | None = None
    period: tuple[int, int] | None = None
    period_end: str | None = None
    numerals: list[Numeral] = field(default_factory=list)
    operator: str | None = None


class ProjectReader:
    """Finds the projects of one document."""

    def __init__(self, frame: Frame, words: Words, clusters: list[Named], bodies: list[Body], claims: Claims) -> None:
        self.frame, self.words, self.clusters, self.bodies, self.claims = frame, words, clusters, bodies, claims
        self.text = frame.text
        self.found: list[Plan] = []
        self._taken: list[tuple[int, int]] = []

    def read(self) -> list[Plan]:
        """All projects and programmes in order."""
        for sentence in self.frame.sentences:
            stretch = self.text[sentence.start : sentence.end]
            if not re.search(r"项目|投资|工程|投产|开工|签约|建设", stretch):
                continue
            self._read_lists(sentence.start, sentence.end)
            self._read_invested(sentence.start, sentence.end)
            self._read_programmes(sentence.start, sentence.end)
        self.found.sort(key=lambda plan: (plan.start, plan.end))
        return self.found

    # --- 推进A、B、C等项目 -----------------------------------------------------------------------------------------------

    def _read_lists(self, start: int, end: int) -> None:
        text = self.text
        for found in _LIST.finditer(text, start, end):
            list_end = found.start()
            left = max(text.rfind(mark, start, list_end) for mark in "，；。：\n") + 1
            left = max(left, start)
            # members may themselves hold commas before them only in the opening clause
            joint = text.find("、", left, list_end)
            begin = self._list_begin(left, joint if joint >= 0 else list_end)
            members = split_members(text, begin, list_end)
            stage = self._stage(start, end, left, found.end())
            for first, last in members:
                self._add_member(first, last, stage, end)

    def _list_begin(self, left: int, joint: int) -> int:
        """Where the first member begins: behind the governing verb, investors and sums kept."""
        found = re.compile(r"(?:重点推进|加快推进|推进|推动|实施|建设|启动|抓好|建成|完成|引进培育了?|引进了?|开工|加快|依托|围绕|做好|服务|确保|促进|组织|谋划|储备|包装|落实|支持|引进培育|新上|续建|竣工|投产)了?(?=[^，；。]{2,})").search(self.text, left, joint)
        if not found:
            return self.words.name_start(left, joint) if not re.search(r"\d", self.text[left:joint]) else left
        # the last verb that leaves a name behind it
        position = found.end()
        more = re.compile(r"^(?:了|好|建设|实施|推进)+").match(self.text[position:joint])
        return position + (more.end() if more else 0)

    def _add_member(self, first: int, last: int, stage: str, sentence_end: int) -> None:
        text = self.text
        found = re.match(r"^(?P<firm>[\u4e00-\u9fff（）A-Za-z]{0,14}?)(?P<what>(?:计划|首期)?(?:总)?投资(?:额)?(?:约|近|超)?)(?=[\d])", text[first:last])
        plan = Plan(first, last, "project", (first, last), stage)
        if found:
            numerals = [n for n in self.frame.numerals_in(first + found.end(), last) if n.code in ("CNY", "USD") or (n.kind == "quantity" and n.unit is None)]
            if numerals and numerals[0].start == first + found.end():
                plan.investment, plan.investment_text = numerals[0], (numerals[0].start, numerals[0].end)
                rest = re.compile(r"(?:以上|左右|多)?的?").match(text, numerals[0].end)
                plan.name = (rest.end() if rest else numerals[0].end, last)
        self._finish(plan, sentence_end)

    # --- 投资X的Y, Y总投资X -----------------------------------------------------------------------------------------------

    def _read_invested(self, start: int, end: int) -> None:
        text = self.text
        for numeral in self.frame.numerals_in(start, end):
            if numeral.code not in ("CNY", "USD") or numeral.kind != "quantity" or any(a <= numeral.start < b for a, b in self._taken):
                continue
            clause = max(max(text.rfind(mark, start, numeral.start) for mark in "，；。：、（\n") + 1, start)
            before = text[clause : numeral.start]
            invested = _INVESTED.search(before)
            if not invested:
                continue
            after = _NAME_AFTER.match(text[numeral.end : end])
            if after and not re.search(r"(?:企业|大户|集群|园区)$", after["name"]) and not re.match(r"(?:\d|[一二三四五六七八九十]+)[个项]", after["name"]):
                name_start = numeral.end + after.start("name")
                name_end = self._name_end(name_start, numeral.end + after.end("name"))
                if self._counted(name_start, name_end):
                    continue
                plan = Plan(clause + invested.start(), name_end, "project", (name_start, name_end), self._stage(start, end, clause, min(end, name_end + 30)), investment=numeral)
                plan.investment_text = (numeral.start, numeral.end)
                firm = before[: invested.start()]
                if len(firm) >= 2:
                    plan.start = self.words.name_start(clause, clause + invested.start())
                self._finish(plan, end)
                continue
            self._read_name_before(numeral, start, end, clause, invested)

    def _read_name_before(self, numeral: Numeral, start: int, end: int, clause: int, invested: re.Match[str]) -> None:
        """Y项目总投资X, Y（总投资X）, and firm F投资X…项目."""
        text = self.text
        stem_end = clause + invested.start()
        bracket = text[clause - 1 : clause] == "（"
        if bracket:
            left = max(max(text.rfind(mark, start, clause - 1) for mark in "，；。：、\n") + 1, start)
            name = (self._list_begin(left, clause - 1), clause - 1)
        elif re.search(r"(?:项目|工程|基地|园|生产线|[一二三]期)，?$", text[start:stem_end]):
            close = stem_end - 1 if text[stem_end - 1] == "，" else stem_end
            left = max(max(text.rfind(mark, start, close) for mark in "，；。：、\n") + 1, start)
            name = (self._list_begin(left, close), close)
        else:
            firm = next((body for body in self.bodies if body.end == stem_end and body.kind == "enterprise"), None)
            found = re.compile(r"(?:对|用于|启动了?|实施|建设|新建|兴建|创建|，在[^，]{2,14})(?P<name>[^，；。]{2,40})").match(text, numeral.end, end)
            if not firm or not found:
                return
            name = (found.start("name"), self._name_end(found.start("name"), found.end("name")))
            self._finish(Plan(firm.start, name[1], "project", name, self._stage(start, end, clause, found.end()), firm, (firm.start, firm.end), numeral, (numeral.start, numeral.end)), end)
            return
        if name[1] - name[0] >= 3 and not self._counted(*name):
            self._finish(Plan(name[0], numeral.end, "project", name, self._stage(start, end, name[0], end), investment=numeral, investment_text=(numeral.start, numeral.end)), end)

    def _name_end(self, start: int, end: int) -> int:
        """End of a project's name: before 项目 or the verb that says what becomes of it."""
        stretch = self.text[start:end]
        found = re.search(r"(?:等)?(?:项目|工程)?(?:年内|均可|已|正在|也正|主体|签约|开工|竣工|投产|落户|启动|建成|将|有望|可望|上半年|下半年|\d+月|[一二三四]季度|等项目|项目)", stretch)
        return start + found.start() if found and found.start() >= 2 else end

    def _counted(self, start: int, end: int) -> bool:
        return bool(re.search(r"(?:\d|[一二三四五六七八九十])[个项]|^(?:重大|重点|工业|大|亿元|技改|产业|招商|各类)*(?:项目|工程)?$", self.text[start:end]))

    # --- programmes ------------------------------------------------------------------------------------------------------

    def _read_programmes(self, start: int, end: int) -> None:
        """950项、总投资5800亿项目; 投资5亿元以上的集群项目320个、总投资6800亿元; 新开工项目37个."""
        text = self.text
        for numeral in self.frame.numerals_in(start, end):
            if numeral.code != "1" or numeral.unit is None or numeral.unit.term not in ("个", "项", "宗", "件", "批"):
                continue
            clause = max(max(text.rfind(mark, start, numeral.start) for mark in "，；。：\n") + 1, start)
            before, after = text[clause : numeral.start], text[numeral.end : min(end, numeral.end + 40)]
            left_noun = re.search(r"(?P<noun>[\u4e00-\u9fff\d亿万元以上（）]{0,24}?(?:项目|工程))(?:共|达|总数|数)?$", before)
            right_noun = re.match(r"(?:、总投资[^，；。]{2,14}?|投资[^，；。]{2,14}?|[\u4e00-\u9fff\d亿万元以上]{0,14}?)?的?(?P<noun>[\u4e00-\u9fff]{0,16}?(?:项目|工程))", after)
            bare = re.match(r"(?:在建|年内|竣工|开工|投产|建成|签约|已)", after) or re.search(r"(?:开工|竣工|投产|签约|在建|亿元以上|万元以上)$", before)
            if not left_noun and not right_noun and not bare:
                continue
            if before.endswith("等") or re.search(r"(?:上述|这)$", before) and not re.search("总投资", after):
                continue
            total = self._total(numeral, start, end)
            bound = re.search(r"投资(?:额|总额)?(?:在)?(?:过|超|超过)?(?:\d+(?:\.\d+)?)?[十百千万亿]+(?:元)?(?:以上)?|[\d十百千]+[万亿]元?以上|过[\d十百千]*[万亿]元", before[-24:] + "|" + after[:24])
            near = before[-10:] + after[:14]
            stage = self._stage_of(near)
            if not (total or bound or stage != "unspecified"):
                continue
            if re.search(r"目标|计划|力争|储备", before) and not total and not bound and stage == "unspecified":
                continue
            last = total.end if total else (numeral.end + right_noun.end() if right_noun else numeral.end)
            begin = clause if left_noun is None else max(clause, numeral.start - len(left_noun["noun"]))
            begin = self.words.name_start(clause, begin) if begin > clause else begin
            plan = Plan(min(begin, numeral.start), max(last, numeral.end), "programme", None, stage, count=numeral, investment=total)
            if total:
                plan.investment_text = (total.start, total.end)
            elif bound:
                position = text.find(bound[0], max(clause, numeral.start - 24), min(end, numeral.end + 30))
                if position >= 0:
                    plan.investment_text = (position, position + len(bound[0]))
            self._finish(plan, end)

    def _total(self, count: Numeral, start: int, end: int) -> Numeral | None:
        """The sum stated with a count of projects, directly behind it."""
        for numeral in self.frame.numerals_in(count.end, min(end, count.end + 30)):
            between = self.text[count.end : numeral.start]
            if re.match(r"^[^；。]{0,12}?(?:，|、)?(?:计划|概算|项目|合计)?总投资(?:额|约|达|近|超过|规模)*$", between) or re.match(r"^的?[^，；。]{0,10}项目(?:合计)?，?总投资(?:额)?$", between):
                return numeral
            if not between.startswith(("、", "，", "项目", "的")):
                return None
        return None

    # --- shared ------------------------------------------------------------------------------------------------------------

    def _stage(self, start: int, end: int, left: int, right: int) -> str:
        clause_end = next((self.text.find(mark, right, end) for mark in "，；。" if self.text.find(mark, right, end) >= 0), end)
        return self._stage_of(self.text[left : min(clause_end, right + 24)])

    def _stage_of(self, text: str) -> str:
        if re.search(r"年内[^，。；]{0,6}(?:投产|建成|竣工)|计划投产|有望投产|可投产|新增投产|上半年开工|下半年开工", text):
            return "under_construction"
        for stage, pattern in _STAGES:
            if pattern.search(text):
                return stage
        return "unspecified"

    def _finish(self, plan: Plan, sentence_end: int) -> None:
        """Fill in what the words at hand say, claim the numerals, keep the plan unless it is known."""
        text = self.text
        if plan.name:
            first, last = plan.name
            last = self._trim_name(first, last)
            if last - first < 2 or not re.search(r"[\u4e00-\u9fff]", text[first:last]):
                return
            plan.name = (first, last)
            self._find_enterprise(plan)
            self._find_capacity(plan)
            key = text[plan.name[0] : plan.name[1]]
            if any(other.name and text[other.name[0] : other.name[1]] == key for other in self.found):
                return
        if any(start <= plan.start < end and plan.kind == "project" for start, end in self._taken):
            return
        for period in find_periods(text, plan.start, min(sentence_end, plan.end + 12), self.frame.issued):
            plan.period, plan.period_end = (period.start, period.end), period.last
        if plan.investment is not None:
            before = cues.ending("comparator").match(text, max(0, plan.investment.start - 8), plan.investment.start)
            after = cues.opening("comparator").match(text, plan.investment.end)
            operator = after[1] if after else before[1] if before else "approx" if plan.investment.rough else "eq"
            plan.operator = operator if operator != "range" else "eq"
            plan.numerals.append(plan.investment)
            if plan.investment.code is None:
                plan.investment.code = "CNY"
        plan.numerals += [numeral for numeral in (plan.capacity, plan.count) if numeral is not None]
        if any(not self.claims.is_free(numeral) for numeral in plan.numerals):
            return
        for numeral in plan.numerals:
            self.claims.hold(numeral)
        self.found.append(plan)
        self._taken.append((plan.start, plan.end))

    def _trim_name(self, first: int, last: int) -> int:
        text = self.text
        while last > first and text[last - 1] in "等，、的了和及":
            last -= 1
        for tail in ("等项目", "项目建设", "项目"):
            if text[first:last].endswith(tail) and last - first > len(tail) + 1:
                return last - len(tail)
        return last

    def _find_enterprise(self, plan: Plan) -> None:
        """The investor: an organization at the head of the name, cut from it where a name remains."""
        if plan.name is None or plan.enterprise:
            return
        first, last = plan.name
        for body in self.bodies:
            if body.kind in ("enterprise", "financial") and plan.start <= body.start and body.start <= first + 1 and body.end <= last:
                plan.enterprise, plan.enterprise_span = body, (body.start, body.end)
                if body.start <= first and last - body.end >= 2:
                    plan.name = (body.end, last)
                return

    def _find_capacity(self, plan: Plan) -> None:
        if plan.name is None:
            return
        for numeral in self.frame.numerals_in(plan.name[0], max(plan.end, plan.name[1])):
            if numeral.kind != "quantity" or numeral is plan.investment or numeral.code in ("CNY", "USD", "%", None):
                continue
            if numeral.code == "1" and numeral.unit and numeral.unit.term in ("个", "家", "项", "期", "大"):
                continue
            if numeral.unit and numeral.unit.term in ("亩", "公顷", "平方米", "平方公里", "人"):
                continue
            before = re.search(r"(?:年|日|月)(?:产|处理|加工|纺|生产|发电|供)?$", self.text[max(plan.start, numeral.start - 4) : numeral.start])
            start = numeral.start - len(before[0]) if before else numeral.start
            plan.capacity, plan.capacity_text = numeral, (start, numeral.end)
            unit = numeral.code
            if before and before[0].startswith("年") and "/" not in unit:
                unit = "1/a" if unit == "1" else unit + "/a"
            elif before and before[0].startswith("日") and "/" not in unit:
                unit = "1/d" if unit == "1" else unit + "/d"
            if unit in self.claims.unit_dimensions:
                plan.capacity_unit = unit
                numeral.code = unit
            else:
                plan.capacity_unit = numeral.code
            return


def rows(frame: Frame, found: list[Plan], claims: Claims) -> list[Project]:
    """Rows of a document's projects."""
    result = []
    for plan in found:
        for numeral in plan.numerals:
            if not (plan.start <= numeral.start and numeral.end <= plan.end):
                plan.start, plan.end = min(plan.start, numeral.start), max(plan.end, numeral.end)
        start, end = frame.bounds(plan.start, plan.end)
        row_id = frame.row_id("p", start)
        for numeral in plan.numerals:
            claims.claim(numeral, "projects", row_id)
        name = frame.printed(*plan.name) if plan.name else None
        places = frame.places_between(plan.start, plan.end)
        trades = industries().find(frame.text[plan.start : plan.end])
        result.append(
            Project(
                project_id=row_id,
                document_id=frame.document_id,
                section_id=frame.section_id(plan.start),
                start=start,
                end=end,
                quote=frame.document.source.text[start:end],
                kind=plan.kind,
                name=name,
                name_text=name or frame.printed(plan.start, plan.end),
                enterprise_text=frame.printed(*plan.enterprise_span) if plan.enterprise_span else None,
                organization_id=plan.enterprise.row_id if plan.enterprise else None,
                region_text=frame.printed(places[0].start, places[0].end) if places else None,
                region_code=(places[0].code if places else None) or frame.region_code,
                industry_text=frame.text[plan.start + trades[0].start : plan.start + trades[0].end] if trades else None,
                investment=plan.investment.value if plan.investment else None,
                investment_operator=plan.operator,
                investment_text=frame.quote(*plan.investment_text) if plan.investment_text else None,
                investment_unit=plan.investment.code if plan.investment else None,
                capacity_text=frame.quote(*plan.capacity_text) if plan.capacity_text else None,
                capacity=plan.capacity.value if plan.capacity else None,
                capacity_unit=plan.capacity_unit,
                project_count=int(plan.count.value) if plan.count and plan.count.value is not None else None,
                stage=plan.stage,
                period_text=frame.printed(*plan.period) if plan.period else None,
                period_end=plan.period_end,
                origin=RULE,
            )
        )
    return result


