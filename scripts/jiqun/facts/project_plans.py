"""Projects while their document is read: where clauses and names begin and end, sums, stages, claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import pairwise

from jiqun.facts.claims import Claims
from jiqun.facts.cluster_rows import Named
from jiqun.facts.frame import Frame
from jiqun.facts.organization_bodies import Body
from jiqun.facts.project_names import NameReader, Span, is_capacity, pattern
from jiqun.facts.project_stages import UNSPECIFIED, Event, StageReader
from jiqun.language import cues
from jiqun.language.numbers import Numeral
from jiqun.language.words import Words

CLAUSE = "，；。：！？\n"
# The comma of a chemical's name: 1，4-丁二醇.
_LOCANT = re.compile(r"(?<=\d)，(?=\d-?[丁己丙戊苯辛甲乙])")
_BRACKET = re.compile(r"（[^（）\n]{0,120}）")
# What follows 项目 and 工程 where they name no project: 项目库, 工程机械, 项目化.
NOT_NOUN = (
    rf"(?!{pattern('no_noun')}|组(?!织)|(?:集中)?(?:签约|开工|竣工|开竣工)"
    r"(?:(?:暨|及|、)?(?:集中)?(?:签约|开工|竣工|投产))?(?:活动|仪式|大会|典礼|会))"
)
COUNTED = re.compile(r"(?!一批)(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[个项宗家批只]")
# Ends of a stretch before 项目 that say what kind of projects, and name none: 重大项目, 亿元以上项目.
CLASS_END = re.compile(
    r"(?:重大|重点|工业|[大新好小]|招商(?:引资)?|合作|(?:^|高新|民生|重[大点]|农业|省|市|的)科技|储备|续建|在建|亿元|万元|以上|[类型性个项批等的]|入园|签约|外资|内资|优质|示范|试点|专项|投资|产业|招引|拟建|列入|符合|(?:^|米|[栋幢座层建类]|园区)(?:标准化?)?厂房|(?:^|企业|工业|重[点大]|设备|[产行]业|[的类大]|传统|实施)技改|[一二三四]季度|[上下]半年|年度|月份|全部|集群|上述|其他|同类|(?:^|重[大点]|设施|园区|产业|相关)配套|引进|落户|推进|实施|抓|有|该|此|本|这|各|每|单)$"
)
INVEST = (
    r"(?:(?:首期|一期|二期|三期)(?!项目|工程))?(?:计划|意向|概算|估算|预算|预计|协议|合同|固定资产|累计|合计|共|项目|规划|拟|总)*"
    r"(?:投资|投入资金|投入|出资|斥资|(?<=合同)(?:资金|金额|额)|(?<=协议)(?:资金|金额|额))(?:总额|额|规模)?(?:人民币|资金)?"
    r"(?:为|大概|大约|约|近|达到|达|超过|超|过|逾|高达|在)*"
)
# What is said of sums that are not settled yet.
_ROUGH = re.compile("有意|意向|框架")
# What is put into works, behind their name: 激光测距仪智能工厂|新上自动化生产线12条.
_FITTED = re.compile(
    r"(?:工厂|车间|基地|产业园|生产线)(?=(?:新上|新增|购置|引进|配备|添置)[^，；。、]{2,12}\d)"
)
# What leads from a name to how far the works have come: 阴极铜二期|工程进入|设备安装阶段.
_ENTERS = re.compile("(?:项目|工程)?(?:已|正|即将|全面|顺利)*(?:进入|处于|转入)$")
_PERIOD_OPENS = "0123456789一二三四五六七八九十〇今去明上下本近未前后年“全到截自从第每当目现迄"
INVESTED = re.compile(rf"(?P<what>{INVEST})$")
# A sum spent in a period or per unit of land is a figure of its own: 完成投资, 年度计划投资, 每亩投资.
FLOW = re.compile(
    r"(?:完成|实现|到位|年度|年内|今年|当年|全年|每年|[\d年]年|亩均|每亩|平均|财政|政府|强度|新增|累计完成|技改|技术改造|研发|全社会|民间|工业|固定资产|基础设施|年)(?:计划|预计|的)?(?:固定资产|制造业|工业|基础设施|产业|服务业)?(?:投资|投入)(?:额|总额)?(?:约|近|达|超过|超)*$"
)
# Between a sum and the name it belongs to, sizes may stand: 总投资3.5亿元、年产10万套橡胶密封件的…
SUM_OF = re.compile(
    r"(?:以上|左右|上下)?(?:（[^（）]{1,24}）)?(?:[、，](?:占地|年产|日产|日处理|年处理|年加工|建筑面积|用地|规划用地)[^，；。、的]{1,24}){0,2}的"
)
# Works on the product of the member before, not a member: 研发、|制造及销售项目.
FURTHER_WORK = re.compile(
    r"(?:研发|制造|生产|加工|销售|组装|维修|检测|设计|展示|仓储|物流|服务|培训)(?:(?:[及和与、])(?:研发|制造|生产|加工|销售|组装|维修|检测|设计|展示|仓储|物流|服务|培训))*"
    r"(?:为一体|一体化)?(?:的)?(?:项目|工程|基地|中心|等|，|。|$)"
)
# The members of a counted group behind its count: 签约项目6个|，包括甲、乙、丙等|，总投资额….
MEMBERS = (
    r"[，（：]?(?:包括|包含|涵盖|其中有|有|涉及|分别为|分别是|即|主要(?:是|为|有|包括|涉及|涵盖))"
    r"(?:[^；。\n]{4,200}等[^，；。\n]{0,6}|[^；。，\n]{4,400})）?"
)
_RESTATED = re.compile(r"（(?:约|折合|合|约合|折)[^（）]{0,16}）")


@dataclass(slots=True)
class Plan:
    """A project or programme while its document is read; positions are of the view.

    `name` holds one span, or several where a list shares its head. `before` is the stretch that governs
    the project and
    `after` where its predicate begins; `joined` tells that the next project's predicate is its own too.
    """

    start: int
    end: int
    kind: str
    name: list[Span]
    before: Span
    after: int
    joined: bool = False
    strong: bool = False
    stage: str = UNSPECIFIED
    staged: bool = False
    told_before: str = UNSPECIFIED
    finished: bool = False
    dropped: bool = False
    enterprise_span: Span | None = None
    enterprise: Body | None = None
    cluster: Named | None = None
    investment: Numeral | None = None
    investment_text: Span | None = None
    capacity: Numeral | None = None
    capacity_text: Span | None = None
    count: Numeral | None = None
    period: Span | None = None
    period_end: str | None = None
    operator: str | None = None
    numerals: list[Numeral] = field(default_factory=list)
    again: list[Span] = field(default_factory=list)  # where it is named once more


@cache
def governing_verbs() -> re.Pattern[str]:
    """Verbs that govern a project: 推进, 实施, 新建."""
    return re.compile(rf"(?:{pattern('verb')})")


@cache
def predicates() -> re.Pattern[str]:
    """How what becomes of a project may begin, behind its name."""
    return re.compile(
        rf"(?:项目|工程)?(?:建设)?(?:{pattern('predicate')}|(?:\d{{4}}年|\d{{1,2}}月|[一二三四]季度|“[^”]{{2,4}}”前))"
    )


def is_money(numeral: Numeral) -> bool:
    return numeral.kind == "quantity" and numeral.code in ("CNY", "USD")


_LEADS_OVER = re.compile(
    r"其中|共有|另有|还有|现有|现?已有|仍有|具体[是为有]|主要[是有]|暨|为|同时|目前|随着|通过|由于|另外|此外|截至目前|以|如|即|包括|特别是|尤其是|重点|由|是|有|在(?![谈建])|与|和|对|等|了|也|又|力争|确保|争取|着力|继续|全力|大力|尽快|同日|当天"
)


# 开工|仪式同时还设立…: a ceremony does nothing to projects.
# What may make one word with the verb behind it: 大力|支持.
_ZEALOUSLY = re.compile("(?:大力|全力|着力|积极)$")
_CEREMONY = re.compile("仪式|典礼|大会|活动")
# What follows the name of a project that is being built, or the list that it is in.
_BUILDING = re.compile(
    r"(?:（[^（）\n]{0,60}）)?(?:、[^，。；\n]{0,80}?)?(?:等)?(?:项目|工程)?建设(?!前期|用地|条件|方案|规划)"
)


# What opens a passage on projects that share a stage: （此次）签约项目中，.
_OPENING = re.compile(
    r"(?:^|(?<=[。；：\n　 ]))(?=[^，。；：\n]{2,24}项目)(?:其中，?)?(?:在)?(?:[此本这]次|首批|新)?(?:集中)?"
    r"(?P<stage>签约|开工|竣工|新开工|在建|续建|投产|拟建|储备|谋划|新签约|开工建设|竣工投产|建成投产)(?:的)?"
    r"[^，；。：\n]{0,12}?项目(?:中|里|方面)[，：]"
)
# What opens the list of a group's members.
_LISTS = re.compile("(?:分别|具体|依次)[是为]：?|包括：?$|即：?$|项目：$")
# The shortest name that may be short for another: 再生铝.
_SHORT_NAME = 3
_PHASE_BEHIND = re.compile("(?:项目|工程)(?P<phase>（[一二三四五六1-6]期(?:工程)?）)")
_NEAR_LIST = 120
_LONGEST_PASSAGE = 600
# Characters of a name; one with the sizes of several products may be longer.
_LONGEST_NAME, _LONGEST_OF_PRODUCTS = 34, 48
# Words that take up a group told before: 此次开工的|4个项目, 集中签约的|3个项目.
_POINTS_BACK = re.compile(
    "(?:此次|这次|本次|当[天日]|这批?|上述|以上|该)[^，。；：\\d]{0,10}$|集中(?:开工|签约|竣工|投产|开竣工)的$"
)
# Two groups of as many projects are one from this count on; 3个 and 3个 are often two.
_TOLD_APART = 6


class PlanReader:
    """What all readers of projects share: the document, its clauses, and the projects found so far."""

    def __init__(
        self, frame: Frame, words: Words, clusters: list[Named], bodies: list[Body], claims: Claims
    ) -> None:
        self.frame, self.words, self.claims = frame, words, claims
        self.text = frame.text
        # Commas inside brackets end no clause.
        self.masked = _BRACKET.sub(lambda found: "（" + "□" * (len(found[0]) - 2) + "）", frame.text)
        self.masked = _LOCANT.sub("□", self.masked)
        zones = {item.start: item.end for item in clusters if item.kind in ("park", "base")}
        self.names = NameReader(frame, words, bodies, zones)
        self.stages = StageReader(frame)
        self.found: list[Plan] = []
        self._keys: dict[str, Plan] = {}
        # By what is left of a name without the place in front.
        self._placed: dict[str, Plan] = {}
        self._told: set[tuple[Decimal | None, Decimal | None]] = set()
        self._here: list[Plan] = []
        self._waiting: list[tuple[Numeral, int]] = []
        self._used: set[int] = set()
        self._mark_places: dict[str, list[int]] = {}
        self._openings = [found.span("stage") for found in _OPENING.finditer(frame.text)]
        # One byte a character: whether it lies in the name of a project.
        self._named_here = bytearray(len(frame.text) + 1)
        self._sentence_starts = [sentence.start for sentence in frame.sentences]
        self._bodies = {body.name: body for body in bodies}
        self._clusters = {named.name: named for named in clusters}

    def _complete_sums(self) -> None:
        """Give sums of investment printed without 元 their unit: 总投资5800亿项目, 投资额在5亿以上."""
        for numeral in self.frame.numerals:
            if (
                numeral.kind != "quantity"
                or numeral.code is not None
                or self.text[numeral.number_end - 1] not in "万亿"
            ):
                continue
            if INVESTED.search(self.text, max(0, numeral.start - 12), numeral.start):
                numeral.code = "CNY"

    def _clause(self, start: int, position: int, marks: str = CLAUSE) -> int:
        """Where the clause that holds a position begins, not before `start`; commas in brackets do not
        count.
        """
        places = self._places_of(marks)
        index = bisect_left(places, position) - 1
        return max(start, places[index] + 1) if index >= 0 else start

    def _clause_end(self, position: int, end: int, marks: str = CLAUSE) -> int:
        """Where the clause that holds a position ends."""
        places = self._places_of(marks)
        index = bisect_left(places, position)
        return min(end, places[index]) if index < len(places) else end

    def _places_of(self, marks: str) -> list[int]:
        """Positions of any of these marks outside brackets, in order."""
        if marks not in self._mark_places:
            self._mark_places[marks] = [found.start() for found in re.finditer(f"[{marks}]", self.masked)]
        return self._mark_places[marks]

    def _begin(self, left: int, limit: int) -> tuple[int, str]:
        """(where the first name of a clause begins, the verb that governs it): behind the first verb and
        its followers.

        重点推进赣铜集团投资… begins at 赣铜集团; 在…建设 behind 建设; a clause without verb at its own start.
        """
        left = max(left, limit - 100)
        position, verb = left, ""
        for found in governing_verbs().finditer(self.text, left, limit):
            first, last = found.span()
            if limit - last < 2 or not self._starts_verb(left, first) or _CEREMONY.match(self.text, last):
                continue
            if self.text.startswith("项目的", last):
                continue  # 作为开工项目的|甲公司乙基地
            if verb and first > position + 2:
                break
            if not verb and not self._ends_word(last) and self.text[last : last + 1] not in "了好":
                continue
            position, verb = last, found[0]
            while position < limit - 2 and self.text[position] in "了好":
                position += 1
        if not verb:
            position = self._skip_adverbs(left, limit)
        return position, verb

    def _starts_verb(self, left: int, first: int) -> bool:
        """Whether a verb begins at a position: a word, or what 大力 makes one word with."""
        return self.words.starts_word(first) or _ZEALOUSLY.search(self.text, left, first) is not None

    def _ends_word(self, position: int) -> bool:
        return position >= len(self.text) or self.words.starts_word(position)

    def _skip_adverbs(self, left: int, limit: int) -> int:
        """Past periods and words that only lead over to a name: 其中, 同时, 今年."""
        position = left
        while position < limit:
            found = _LEADS_OVER.match(self.text, position, limit)
            period = None
            if self.text[position] in _PERIOD_OPENS:
                periods = self.stages.periods(position, min(limit, position + 12))
                period = next((one for one in periods if one.start == position), None)
            if period:
                position = period.end
            elif found and self.words.starts_word(found.end()):
                position = found.end()
            else:
                break
        return position if limit - position >= 2 else left

    def _name_end(self, start: int, end: int) -> int:
        """End of the name that begins at `start`: before 项目 with what follows it, or the verb that says
        what becomes of it.
        """
        limit = self._clause_end(start, end)
        joint = self.masked.find("、", start, limit)
        while joint >= 0 and FURTHER_WORK.match(self.text, joint + 1, limit):
            joint = self.masked.find("、", joint + 1, limit)
        if joint >= 0 and not re.match(r"[一二三四五六\d]+期", self.text[joint + 1 : joint + 4]):
            limit = joint
        counted = re.compile(r"(?:等)?(?:\d+|[一二两三四五六七八九十]+)[个项](?:重大|重点|工业)*项目").search(
            self.text, start + 2, limit
        )
        if counted:
            return counted.start()
        for found in re.finditer(r"项目|(?<!主体)工程(?=建设|$)", self.text[start:limit]):
            at = start + found.start()
            if at - start >= 2 and not re.match(r"[一二三四五六\d]期", self.text[at + 2 : at + 4]):
                return at if found[0] == "项目" else at + 2
        fitted = _FITTED.search(self.text, start + 2, limit)
        if fitted:
            limit = fitted.end()
        for found in predicates().finditer(self.text, start + 2, limit):
            if self.words.starts_word(found.start()) and not self._in_name(found, limit):
                enters = _ENTERS.search(self.text, start + 2, found.start())
                return enters.start() if enters else found.start()
        return limit

    def _in_name(self, found: re.Match[str], limit: int) -> bool:
        """Whether a word that may open a predicate closes the name instead: …产业园建设, …设备."""
        return found.end() == limit and found[0] in ("建设", "施工", "设备", "主体", "启动")

    def _is_class(self, plan: Plan) -> bool:
        """Whether a name is that of a class or a campaign."""
        first, last = plan.name[0][0], plan.name[-1][1]
        return (
            self.names.is_class(first, last)
            or self.names.is_campaign(first, last)
            or CLASS_END.search(self.text[first:last]) is not None
        )

    def _add_phase(self, plan: Plan, noun: int) -> None:
        """Add the phase printed in brackets behind 项目 to a name: 光电产业园项目|（一期）."""
        phase = _PHASE_BEHIND.match(self.text, noun)
        if phase and len(plan.name) == 1:
            plan.name = [*plan.name, phase.span("phase")]

    def _is_unnamed(self, plan: Plan) -> bool:
        printed = self.text[plan.name[0][0] : plan.name[-1][1]]
        sizes = self.frame.numerals_in(plan.name[0][0], plan.name[-1][1])
        longest = _LONGEST_NAME if not any(map(is_capacity, sizes)) else _LONGEST_OF_PRODUCTS
        return (
            len(printed) > longest
            or re.fullmatch(r"[一二三四五六1-6、]+期(?:工程)?", printed) is not None
            or CLASS_END.search(printed) is not None
            or "，" in self.masked[plan.name[0][0] : plan.name[-1][1]]
            or COUNTED.search(printed) is not None
            or any(map(is_money, sizes))
            or self.names.is_campaign(*plan.name[0])
        )

    def _becomes(self, position: int, end: int) -> bool:
        """Whether a predicate of a project's course follows: an event in the same clause."""
        stop = self._clause_end(position, end)
        return any(event.kind != "none" for event in self.stages.events(position, min(stop, position + 24)))

    def _bounds(self, numeral: Numeral) -> bool:
        """Whether a sum bounds each member: 5亿元以上的, 过亿元的."""
        return (
            re.match(r"(?:人民币)?(?:及)?以上", self.text[numeral.end : numeral.end + 6]) is not None
            or re.search(r"[过超]$|超过$", self.text[max(0, numeral.start - 2) : numeral.start]) is not None
        )

    def _opens_predicate(self, position: int, stop: int) -> bool:
        return predicates().match(self.text, position, stop) is not None or any(
            event.start == position for event in self.stages.events(position, stop)
        )

    def _is_free(self, numeral: Numeral) -> bool:
        return numeral.start not in self._used and self.claims.is_free(numeral)

    def _inside(self, position: int) -> bool:
        """Whether a position lies in the name of a project of this sentence."""
        return bool(self._named_here[position])

    def _invest(self, plan: Plan, numeral: Numeral, what: str) -> None:
        """Give a plan its sum, with what is printed of its part (首期投资) and how exact it is."""
        if not self._is_free(numeral):
            return
        text = self.text
        plan.investment = numeral
        partial = re.match(r"(?:首期|一期)", what)
        plan.investment_text = (numeral.start - len(what) if partial else numeral.start, numeral.end)
        before = cues.ending("comparator").match(text, max(0, numeral.start - 8), numeral.start)
        after = cues.opening("comparator").match(text, numeral.end)
        operator = after[1] if after else before[1] if before else "approx" if numeral.rough else "eq"
        plan.operator = operator if operator != "range" else "eq"
        if numeral.value_max is not None and not after and not before:
            plan.operator = "range"

    def _take(self, plan: Plan) -> None:
        """Mark the plan's numerals as used, and a sum restated in brackets behind its own as told twice."""
        for numeral in (plan.investment, plan.capacity, plan.count):
            if numeral is not None:
                self._used.add(numeral.start)
        restated = _RESTATED.match(self.text, plan.investment.end) if plan.investment else None
        if restated:
            for other in self.frame.numerals_in(*restated.span()):
                self.claims.give_reason(other, "duplicate")
                self._used.add(other.start)

    def _give_capacity(self, plan: Plan, numeral: Numeral, floor: int) -> None:
        if self._is_free(numeral):
            plan.capacity = numeral
            plan.capacity_text = (self.names.capacity_start(floor, numeral), numeral.end)

    def _keep(self, plan: Plan) -> None:
        """Keep a plan of this sentence unless its name is known; a known one again is the same row."""
        if plan.kind == "project":
            if len(plan.name) == 1 and self._inside(plan.name[0][0]):
                return
            key = self._key(plan)
            known = self._keys.get(key) or self._same_but_for_place(plan, key)
            if known is not None and self._are_of_two_companies(plan, known):
                known, key = None, self.text[slice(*plan.enterprise_span or (0, 0))] + key
                if key in self._keys:
                    return
            known = known or self._told_longer(plan, key)
            if known is not None and not self._is_fuller(plan, known):
                self._repeat(known, plan)
                return
            if known is not None:
                self._replace(known, plan)
            self._keys[key] = plan
            if bare := self._without_place(plan):
                self._placed.setdefault(bare, plan)
            if plan.enterprise_span and plan.enterprise_span[1] == plan.name[0][0]:
                self._keys.setdefault(self.text[slice(*plan.enterprise_span)] + key, plan)
        elif self._is_restated(plan) or (plan.count is not None and not self._is_free(plan.count)):
            return
        elif plan.count is not None:
            self._complete_group(plan)
        self._take(plan)
        for first, last in plan.name:
            self._named_here[first:last] = b"\x01" * (last - first)
        self._here.append(plan)

    def _are_of_two_companies(self, plan: Plan, known: Plan) -> bool:
        """Whether two projects of one name are told of two companies by their full names."""
        if plan.enterprise_span is None or known.enterprise_span is None:
            return False
        mine, other = (self.text[slice(*span)] for span in (plan.enterprise_span, known.enterprise_span))
        return mine.endswith("公司") and other.endswith("公司") and mine not in other and other not in mine

    def _told_longer(self, plan: Plan, key: str) -> Plan | None:
        """The project that was named in full before: 澜海再生铝 below 浙江澜海集团年产20万吨再生铝."""
        if plan.investment is not None or plan.capacity is not None or len(key) < _SHORT_NAME:
            return None
        if any(is_capacity(n) for n in self.frame.numerals_in(*plan.name[0])):
            return None
        firm = self.text[slice(*plan.enterprise_span)] if plan.enterprise_span else ""
        for known in reversed([*self.found[-60:], *self._here]):
            if known.kind != "project" or known.dropped or not self._key(known).endswith(key):
                continue
            owner = self.text[slice(*known.enterprise_span)] if known.enterprise_span else ""
            more = self._key(known)[: -len(key)]
            sized = re.fullmatch(r"(?:年产|年处理|日处理|年加工).{2,10}", more) is not None
            if (firm and (firm in owner or (owner and owner in firm))) or (sized and not firm):
                return known
        return None

    def _is_fuller(self, plan: Plan, known: Plan) -> bool:
        """Whether a later sentence tells the sum of a project that an earlier one only names."""
        return (
            known.finished
            and plan.investment is not None
            and known.investment is None
            and known.capacity is None
            and known.period is None
        )

    def _replace(self, known: Plan, plan: Plan) -> None:
        """Let the passage with the sum be the project's; the stage told before stands where none is told."""
        known.dropped = True
        plan.told_before = known.stage
        plan.enterprise_span = plan.enterprise_span or known.enterprise_span

    def _is_restated(self, plan: Plan) -> bool:
        """Whether a counted group with its sum has been told before: a headline, and the text below it."""
        if plan.count is None:
            return self._is_sum_of_group(plan)
        if plan.investment is None:
            return self._is_told_again(plan)
        key = plan.count.value, plan.investment.value
        if key not in self._told:
            self._told.add(key)
            return False
        self.claims.give_reason(plan.count, "duplicate")
        self.claims.give_reason(plan.investment, "duplicate")
        return True

    def _is_sum_of_group(self, plan: Plan) -> bool:
        """Whether a sum for several projects is that of a counted group told before, in a headline, say."""
        if plan.investment is None or not any(
            known.count is not None
            and known.investment is not None
            and known.investment.value == plan.investment.value
            and not known.dropped
            for known in self.found[-40:]
        ):
            return False
        self.claims.give_reason(plan.investment, "duplicate")
        return True

    def _is_told_again(self, plan: Plan) -> bool:
        """Whether a counted group without a sum is one told before: 此次开工的4个项目 below a headline."""
        if plan.count is None or plan.investment_text is not None:
            return False
        if not any(self._is_same_group(known, plan) for known in [*self.found[-40:], *self._here]):
            return False
        self.claims.give_reason(plan.count, "duplicate")
        return True

    def _is_same_group(self, known: Plan, plan: Plan) -> bool:
        """Whether two counted groups are one: as many, of one stage, and the words point back or a headline
        told the first.
        """
        if known.count is None or plan.count is None or known.count.value != plan.count.value:
            return False
        if known.kind != "programme" or known.dropped or (known.investment_text and not known.investment):
            return False
        bare = self.text.startswith(("项目", "个项目"), plan.count.end) and plan.stage == UNSPECIFIED
        clause = max(self._clause(0, plan.count.start), plan.count.start - 24)
        if not _POINTS_BACK.search(self.text, clause, plan.count.start) and not (
            bare and plan.count.start == clause
        ):
            headline = self.text.find("\n", 0, plan.start) >= known.end
            if not headline or known.stage != plan.stage:
                return False
        return plan.stage in (known.stage, UNSPECIFIED) or known.stage == UNSPECIFIED

    def _complete_group(self, plan: Plan) -> None:
        """Let a counted group that is told with its sum be the one that was told without: 27个项目集中开工
        and 总投资122亿元的27个项目.
        """
        if plan.investment is None or plan.count is None:
            return
        for known in [*self.found[-12:], *self._here]:
            if known.count is None or known.investment is not None or known.investment_text is not None:
                continue
            many = (
                known.kind == "programme"
                and known.count.value == plan.count.value
                and known.stage == plan.stage != UNSPECIFIED
                and (plan.count.value or 0) >= _TOLD_APART
            )
            if many or self._is_same_group(known, plan):
                known.dropped = True
                if plan.stage == UNSPECIFIED:
                    plan.stage = known.stage
                self.claims.give_reason(known.count, "duplicate")
                if many:
                    return

    def _key(self, plan: Plan) -> str:
        return re.sub(r"[\s“”]", "", "".join(self.text[first:last] for first, last in plan.name))

    def _without_place(self, plan: Plan) -> str:
        """A name without the place it opens with; empty where it opens with none, or little is left."""
        first, last = plan.name[0]
        place = next((one for one in self.frame.places_between(first, last) if one.start == first), None)
        if place is None or len(plan.name) > 1 or last - place.end < 6:
            return ""
        return re.sub(r"[\s“”]", "", self.text[place.end : last])

    def _same_but_for_place(self, plan: Plan, key: str) -> Plan | None:
        """The project that a headline calls 河口县鲜食玉米加工 and the text 鲜食玉米加工, or the reverse; two
        places, or two firms, are two projects.
        """
        bare = self._without_place(plan)
        known = self._keys.get(bare) if bare else self._placed.get(key)
        if known is None or (known.enterprise_span and plan.enterprise_span):
            return None
        return known

    def _repeat(self, known: Plan, plan: Plan) -> None:
        """A project named again: its figures printed again feed nothing new."""
        if len(plan.name) == 1:
            known.again.append(plan.name[0])
        for mine, other in ((known.investment, plan.investment), (known.capacity, plan.capacity)):
            if mine is not None and other is not None and mine.value == other.value and mine is not other:
                self.claims.give_reason(other, "duplicate")

    def _finish(self, start: int, end: int) -> None:
        """Stages, sizes and claims for the projects of one sentence."""
        plans = sorted(self._here, key=lambda plan: (plan.start, plan.end))
        starts = [plan.start for plan in plans]
        for number, plan in enumerate(plans):
            following = bisect_left(starts, plan.after, number + 1)
            counted = plan.kind == "programme" and plan.count is not None
            if not counted and not plan.staged:
                self._set_stage(plan, starts[following] if following < len(starts) else end)
        for plan, later in zip(reversed(plans[:-1]), reversed(plans[1:]), strict=True):
            if plan.joined and not plan.staged and plan.stage == UNSPECIFIED:
                plan.stage, plan.period, plan.period_end = later.stage, later.period, later.period_end
        for plan, later in pairwise(plans):
            behind = self.text[plan.after : max(plan.after, later.start)] == "、"
            if plan.joined and behind and later.stage == UNSPECIFIED and not later.staged:
                later.stage, later.period, later.period_end = plan.stage, plan.period, plan.period_end
        self._stage_listed(plans)
        # A、B等5个在建项目，确保3个投产: the group that counts a list tells its members' stage.
        groups = {plan.after: plan.stage for plan in plans if plan.kind == "programme"}
        for number, plan in enumerate(plans):
            if plan.stage == UNSPECIFIED and plan.kind == "project":
                plan.stage = groups.get(plan.after, UNSPECIFIED)
            if plan.stage == UNSPECIFIED:
                plan.stage = plan.told_before
            following = bisect_left(starts, plan.end, number + 1)
            self._find_capacity(plan, starts[following] if following < len(starts) else end)
            if plan.enterprise_span:
                plan.enterprise = self._bodies.get(self.text[slice(*plan.enterprise_span)])
            plan.cluster = self._clusters.get(self._key(plan)) if plan.name else None
            self._claim(plan)
        for plan in plans:
            plan.finished = True
        self.found.extend(plans)

    def _stage_listed(self, plans: list[Plan]) -> None:
        """Give members the stage of the counted group that lists them: 集中开工的4个项目总投资6亿元，分别是
        甲、乙…; and 这7个项目分别为：… that of the 7 projects told before.
        """
        group: Plan | None = None
        stage = UNSPECIFIED
        for plan in plans:
            if plan.kind == "programme" and plan.count is not None:
                group, stage = plan, UNSPECIFIED
            elif plan.kind == "project" and stage == UNSPECIFIED:
                stage = self._stage_of_list(group, plan)
            if plan.kind == "project" and plan.stage == UNSPECIFIED and not plan.staged:
                plan.stage = stage

    def _stage_of_list(self, group: Plan | None, plan: Plan) -> str:
        """Stage of the group whose listing opens right before a project; unspecified where none does."""
        start = max(plan.start - _NEAR_LIST, 0)
        start = max(start, *(self.text.rfind(mark, 0, plan.start) + 1 for mark in "。\n"))
        found = _LISTS.search(self.text, start, plan.start)
        if found is None:
            return UNSPECIFIED
        if group is not None and group.end <= found.end() and group.stage != UNSPECIFIED:
            return group.stage
        counts = [n for n in self.frame.numerals_in(start, found.end()) if n.code == "1" and n.unit]
        for known in reversed(self.found[-40:]):
            if known.count is not None and counts and known.count.value == counts[-1].value:
                return known.stage
        return UNSPECIFIED

    def _set_stage(self, plan: Plan, limit: int) -> None:
        """The first of: what follows in the same clause, the words that govern, what the next clause says."""
        stop = self._clause_end(plan.after, limit)
        joined = plan.joined and self.text.startswith("、", plan.after)
        behind = [] if joined else self.stages.events(plan.after, stop)
        # 园区正与客商洽谈|运动服装项目: what stands between the clause's start and the name counts, too.
        named = plan.name[0][0] if plan.name else plan.before[1]
        first, last = plan.before
        near = last <= named == self._clause_end(last, named)
        governing = self.stages.governing(first, named if near else last)
        following: list[Event] = []
        if stop < limit and self.text[stop] == "，":
            following = self.stages.events(stop + 1, self._clause_end(stop + 1, limit, "；。"))
        opened = self._opened(plan.start)
        later = [event for event in following if event.kind in ("negotiate", "sign")]
        if later and not behind and governing and all(event.kind == "plan" for event in governing):
            governing = []  # 拟投资3亿元建设…，|已签订框架协议
            following = later
        for events in (behind, governing, opened, following):
            stage, event = self.stages.decide(events)
            if stage != UNSPECIFIED:
                plan.stage = stage
                self._date(
                    plan,
                    event,
                    plan.before[0]
                    if events is governing
                    else event.start
                    if events is opened and event
                    else plan.after,
                    event.end if event else plan.after,
                )
                break
        if plan.stage == UNSPECIFIED and self._is_speeded(plan, limit):
            plan.stage = "under_construction"
        if plan.stage == UNSPECIFIED:
            plan.stage = self._stage_of_heading(plan.start)
        if (
            plan.stage == "negotiating"
            and plan.investment is not None
            and (
                _ROUGH.search(self.text, max(0, plan.start - 20), plan.end)
                or _ROUGH.search(self.text, plan.end, self._clause_end(plan.end, limit, "；。"))
            )
        ):
            plan.operator = "approx"

    def _opened(self, position: int) -> list[Event]:
        """What the words that open a passage say of all projects in it: 竣工项目中，甲…；乙…; the last such
        words of the paragraph count.
        """
        index = bisect_left(self._openings, (position, 0)) - 1
        if index < 0:
            return []
        start, end = self._openings[index]
        near = position - start <= _LONGEST_PASSAGE and self.text.find("\n", start, position) < 0
        return self.stages.events(start, end) if near else []

    def _is_speeded(self, plan: Plan, limit: int) -> bool:
        """Whether its building is hurried, so has begun: 加快动力电池二期建设; not 加快推进前期工作."""
        before = self.text[max(self._clause(plan.before[0], plan.start), plan.start - 80) : plan.start]
        return (
            "加快" in before
            and bool(plan.name)
            and _BUILDING.match(self.text, plan.name[-1][1], max(limit, plan.after)) is not None
        )

    def _stage_of_heading(self, position: int) -> str:
        """What a heading says of the projects below it: 续建项目, 拟建项目; 重点项目 says nothing.

        The heading may be run in to the paragraph: （二）拟建项目。
        """
        first, last = self.frame.headings[self.frame.innermost(position)].heading
        number = bisect_left(self._sentence_starts, position + 1) - 1
        line = self.text.rfind("\n", 0, position) + 1
        while number >= 0 and self._sentence_starts[number] > line:
            number -= 1
        opening = self.frame.sentences[max(number, 0)]
        for start, end in ((opening.start, opening.end), (first, last)):
            printed = self.text[start:end].strip("。：\n ")
            if start <= position and len(printed) <= 20 and printed.endswith(("项目", "工程")):
                stage, _ = self.stages.decide(self.stages.events(start, end))
                if stage != UNSPECIFIED:
                    return stage
        return UNSPECIFIED

    def _date(self, plan: Plan, event: Event | None, floor: int, end: int) -> None:
        """The period printed with the event that gives the stage."""
        if event is None:
            return
        first = max(floor, self._clause(floor, event.start, "；。："))
        for period in self.stages.periods(first, max(end, event.end)):
            plan.period, plan.period_end = (period.start, period.end), period.last

    def _find_capacity(self, plan: Plan, limit: int) -> None:
        """The output in the name, else stated in the clauses behind: 日处理废水两千吨,
        新增库容160万立方米.
        """
        if plan.kind != "project" or plan.capacity is not None:
            return
        for first, last in [*plan.name, (plan.name[-1][1], plan.end)]:
            for numeral in self.frame.numerals_in(first, last):
                if is_capacity(numeral) and self._is_free(numeral):
                    self._give_capacity(plan, numeral, first)
                    return
        if "等" in self.text[plan.name[-1][1] : plan.after]:
            return
        of = plan.name[0][0] - 1
        for numeral in self.frame.numerals_in(max(of - 10, 0), of):
            if (
                self.text[of] == "的"
                and numeral.end == of
                and is_capacity(numeral)
                and self._is_free(numeral)
            ):
                self._give_capacity(plan, numeral, max(of - 16, 0))  # 日处理1.5万吨|的|印染污水处理厂
                plan.start = min(plan.start, numeral.start)
                return
        stop = self._clause_end(plan.end, limit, "；。")
        for numeral in self.frame.numerals_in(plan.end, stop):
            begin = self.names.capacity_start(plan.end, numeral)
            stated = begin < numeral.start or re.search(
                r"(?:新增|形成)[^，；。\d]{0,8}$",
                self.text[max(plan.end, numeral.start - 10) : numeral.start],
            )
            if (
                is_capacity(numeral)
                and stated
                and self._is_free(numeral)
                and not re.search(r"产值|收入|[高加大升]到|达到", self.text[begin : numeral.start])
            ):
                self._give_capacity(plan, numeral, plan.end)
                plan.end = max(plan.end, numeral.end)
                return

    def _claim(self, plan: Plan) -> None:
        """Keep the plan's numerals from being read as targets."""
        for numeral in (plan.investment, plan.capacity, plan.count):
            if numeral is not None and self.claims.is_free(numeral):
                plan.numerals.append(numeral)
                self.claims.hold(numeral)
