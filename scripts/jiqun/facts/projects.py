"""The projects table: named projects, and counted groups of projects with a sum, a bound or a stage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from jiqun.facts.claims import Claims
from jiqun.facts.clusters import Named
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.organizations import Body
from jiqun.facts.project_names import NameReader, Span, is_capacity, pattern, terms
from jiqun.facts.project_stages import UNSPECIFIED, Event, StageReader
from jiqun.facts.project_tables import ProjectRow, read_tables
from jiqun.language import cues
from jiqun.language.industries import industries
from jiqun.language.numbers import Numeral
from jiqun.language.words import Words
from jiqun.tables import Project

_RELEVANT = re.compile(r"项目|投资|工程|投产|开工|签约|建设|投入|投运|投用|竣工|共建|前期")
_BRACKET = re.compile(r"（[^（）\n]{0,120}）")
# What follows 项目 and 工程 where they name no project: 项目库, 工程机械, 项目化.
_NOT_NOUN = r"(?!化|部|经理|法人|库|审批|资金|管理|推介|策划|用地|办|组(?!织)|带动|支撑|名单|清单|机械|技术|研究|实验|中心|学院|师|建设年|储备|招商|招引|申报|质量|绩效|评估|信息|谋划|攻坚|融资|负责|产业|引领|为王|落地|服务|承载|开发)"
_LIST = re.compile(rf"等(?P<between>[^，；。、：\n]{{0,24}}?)(?P<noun>项目|工程){_NOT_NOUN}(?P<tail>建设)?")
_PLAIN = re.compile(rf"(?:项目|(?<=[\u4e00-\u9fff]{{2}})[一二三四五六1-6]期(?:、[一二三四五六1-6]期)*(?:项目|工程)?){_NOT_NOUN}")
_COUNT_UNITS = ("个", "项", "宗", "件", "家", "批")
_COUNTED = re.compile(r"(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[个项宗家批]")
# Ends of a stretch before 项目 that say what kind of projects, and name none: 重大项目, 亿元以上项目.
_CLASS_END = re.compile(r"(?:重大|重点|工业|[大新好小]|招商|合作|科技|储备|续建|在建|亿元|万元|以上|[类型性个项批等的]|入园|签约|外资|内资|优质|示范|试点|专项|投资|产业|建设|招引|拟建|列入|符合|全部|集群|技改|上述|其他|同类|配套|引进|落户|推进|实施|抓|有|该|此|本|这|各|每|单)$")
_INVEST = r"(?:首期|一期|二期|三期|计划|概算|估算|预算|预计|协议|合同|固定资产|累计|合计|共|项目|规划|拟|总)*(?:投资|投入资金|投入|出资)(?:总额|额|规模)?(?:人民币|资金)?(?:为|约|近|达到|达|超过|超|过|逾|高达|在)*"
_INVESTED = re.compile(rf"(?P<what>{_INVEST})$")
_INVESTED_MEMBER = re.compile(rf"(?P<firm>[^，；。、]{{0,20}}?)(?P<what>{_INVEST})$")
_TOTAL = re.compile(r"总投资|投资总额|投资规模|投资额|首期投资|概算投资|计划投资")
# A sum spent in a period or per unit of land is a figure of its own: 完成投资, 年度计划投资, 每亩投资.
_FLOW = re.compile(r"(?:完成|实现|到位|年度|年内|今年|当年|全年|每年|[\d年]年|亩均|每亩|平均|财政|政府|强度|新增|累计完成|技改|技术改造|研发|全社会|民间|工业|固定资产|基础设施|年)(?:计划|预计|的)?(?:固定资产)?(?:投资|投入)(?:额|总额)?(?:约|近|达|超过|超)*$")
_OF = re.compile(r"(?:以上|左右|上下)?(?:（[^（）]{1,24}）)?的")
_PUBLIC = re.compile(r"(?:[省市县区镇乡州盟旗]|政府|财政|管委会|我们|全省|全市|全县|全区|各级|国家|中央|部门|局|厅|委|单位|各地|企业|社会|民间|资金|均|平均|强度|用于)$")
_BUILD = re.compile(r"(?:(?:分期|合作|共同|联合|合资|独资|投资)?(?:建设|新建|兴建|创建|扩建|改造|打造|筹建|修建|共建)|启动|实施|完成|建成|搞|上马|新上|用于|开发|引进)(?:了|一个|一座|一条|起|成)*(?P<name>[^，；。：]{2,48})")
_WORKED_ON = re.compile(r"(?:将)?对(?P<thing>[^，；。]{2,60}?)进行(?P<work>[^，；。]{2,16})")
_ANAPHOR = re.compile(r"(?:这个|这一|该|此|上述|本)(?:[^，；。]{0,2})$|^(?:该|此|这个|这一)?(?:项目|工程)$")
_PROGRAMME_NOUN_LEFT = re.compile(r"(?:项目|工程)(?:建设)?(?:共有|共计|共|合计|累计|总数|数量|数|达到|达|有|超过|近|约)*$")
_PROGRAMME_NOUN_RIGHT = re.compile(rf"(?P<mods>[^，；。：\n]{{0,28}}?)(?:项目|工程){_NOT_NOUN}")
_BOUND = re.compile(
    r"(?:(?:计划|固定资产|项目)?(?:总)?投资(?:总?额|规模)?(?:在|为|达)?)?"
    r"(?:(?:超过|超|过|逾)[\d.]*[一二三四五六七八九两]?[十百千]*[万亿]+元?(?:及?以上)?|(?:[\d.]+|[一二三四五六七八九两])?[十百千]*[万亿]+(?:美)?元?(?:人民币)?(?:\([^)]*\))?(?:及?以上))"
)
_SUM_BEHIND = re.compile(r"[^；。\n]{0,30}?(?:总投资|投资总额|合计投资|投资规模|投资额|，(?:计划|协议)?投资)(?:额|总额)?(?:约|近|达到|达|超过|超|逾|为|合计)*$")
_GROUP_REST = re.compile(r"^(?:其中|其余|另有|另外|还有|有|共有|确保|力争|计划|新|已|的|，|、|：|将|可|正|年内|全年|目前|现)*$")
_TWO_PLACES = re.compile(r"^[、和及与]+$")
_LAND = re.compile(r"(?:占地)?(?:面积)?(?:约|近)?$")


@dataclass(slots=True)
class Plan:
    """A project or programme while its document is read; positions are of the view.

    `name` holds one span, or several where a list shares its head. `before` is the stretch that governs the project and
    `after` where its predicate begins; `joined` tells that the next project's predicate is its own too.
    """

    start: int
    end: int
    kind: str
    name: list[Span]
    before: Span
    after: int
    joined: bool = False
    stage: str = UNSPECIFIED
    staged: bool = False
    enterprise_span: Span | None = None
    investment: Numeral | None = None
    investment_text: Span | None = None
    capacity: Numeral | None = None
    capacity_text: Span | None = None
    count: Numeral | None = None
    period: Span | None = None
    period_end: str | None = None
    operator: str | None = None
    numerals: list[Numeral] = field(default_factory=list)


@cache
def _verbs() -> re.Pattern[str]:
    """Verbs that govern a project: 推进, 实施, 新建."""
    return re.compile(rf"(?:{pattern('verb')})")


@cache
def _predicate() -> re.Pattern[str]:
    """How what becomes of a project may begin, behind its name."""
    return re.compile(rf"(?:项目|工程)?(?:建设)?(?:{pattern('predicate')}|(?:\d{{4}}年|\d{{1,2}}月|[一二三四]季度|“[^”]{{2,4}}”前))")


class ProjectReader:
    """Finds the projects of one document."""

    def __init__(self, frame: Frame, words: Words, clusters: list[Named], bodies: list[Body], claims: Claims) -> None:
        self.frame, self.words, self.clusters, self.bodies, self.claims = frame, words, clusters, bodies, claims
        self.text = frame.text
        # Commas inside brackets end no clause.
        self.masked = _BRACKET.sub(lambda found: "（" + "□" * (len(found[0]) - 2) + "）", frame.text)
        self.names = NameReader(frame, words, bodies)
        self.stages = StageReader(frame)
        self.found: list[Plan] = []
        self._keys: dict[str, Plan] = {}
        self._here: list[Plan] = []
        self._used: set[int] = set()

    def read(self) -> list[Plan]:
        """All projects and programmes in order."""
        tables = read_tables(self.frame)
        for row in tables:
            self._add_row(row)
        edges = {row.start for row in tables}
        for sentence in self.frame.sentences:
            start, end = sentence.start, sentence.end
            if any(start <= edge < end for edge in edges) if edges else False:
                continue
            if not _RELEVANT.search(self.text, start, end):
                continue
            self._here = []
            self._read_lists(start, end)
            self._read_invested(start, end)
            self._read_plain(start, end)
            self._read_announced(start, end)
            self._read_prepared(start, end)
            self._read_built(start, end)
            self._read_programmes(start, end)
            self._finish(start, end)
        self.found.sort(key=lambda plan: (plan.start, plan.end))
        return self.found

    # --- where clauses and names begin and end --------------------------------------------------------------------------

    def _clause(self, start: int, position: int, marks: str = "，；。：！？\n") -> int:
        """Where the clause that holds a position begins, not before `start`; commas in brackets do not count."""
        return max(start, max(self.masked.rfind(mark, start, position) for mark in marks) + 1)

    def _clause_end(self, position: int, end: int, marks: str = "，；。：！？\n") -> int:
        """Where the clause that holds a position ends."""
        ends = [at for at in (self.masked.find(mark, position, end) for mark in marks) if at >= 0]
        return min(ends, default=end)

    def _begin(self, left: int, limit: int) -> tuple[int, str]:
        """(where the first name of a clause begins, the verb that governs it): behind the first verb and its followers.

        重点推进赣铜集团投资… begins at 赣铜集团; 在…建设 behind 建设; a clause without verb at its own start.
        """
        position, verb = left, ""
        for found in _verbs().finditer(self.text, left, limit):
            first, last = found.span()
            if limit - last < 2 or not self.words.starts_word(first):
                continue
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

    def _ends_word(self, position: int) -> bool:
        return position >= len(self.text) or self.words.starts_word(position)

    def _skip_adverbs(self, left: int, limit: int) -> int:
        """Past periods and words that only lead over to a name: 其中, 同时, 今年."""
        position = left
        while position < limit:
            found = re.compile(r"其中|同时|目前|另外|此外|截至目前|以|如|即|包括|特别是|尤其是|重点|由|是|有|在|与|和|对|等|了|也|又").match(self.text, position, limit)
            period = next((p for p in self.stages.periods(position, min(limit, position + 12)) if p.start == position), None)
            if period:
                position = period.end
            elif found:
                position = found.end()
            else:
                break
        return position if limit - position >= 2 else left

    def _name_end(self, start: int, end: int) -> int:
        """End of the name that begins at `start`: before 项目 with what follows it, or the verb that says what becomes of it."""
        limit = self._clause_end(start, end)
        joint = self.masked.find("、", start, limit)
        if joint >= 0 and not re.match(r"[一二三四五六\d]+期", self.text[joint + 1 : joint + 4]):
            limit = joint
        for found in re.finditer(r"项目|工程", self.text[start:limit]):
            at = start + found.start()
            if at - start >= 2 and not re.match(r"[一二三四五六\d]期", self.text[at + 2 : at + 4]):
                return at if found[0] == "项目" else at + 2
        for found in _predicate().finditer(self.text, start + 2, limit):
            if self.words.starts_word(found.start()) and not self._in_name(found, limit):
                return found.start()
        return limit

    def _in_name(self, found: re.Match[str], limit: int) -> bool:
        """Whether a word that may open a predicate closes the name instead: …产业园建设, …设备."""
        return found.end() == limit and found[0] in ("建设", "施工", "设备", "主体", "启动")

    # --- lists: 推进A、B、C等项目 -----------------------------------------------------------------------------------------

    def _read_lists(self, start: int, end: int) -> None:
        for found in _LIST.finditer(self.masked, start, end):
            if re.search(r"企业|产品|产业$|领域|方面|部门|措施|条件|方式|手续|等", found["between"]) and not re.search(r"产业化$", found["between"]):
                continue
            left = self._clause(start, found.start())
            self._read_list(left, found.start(), found.end(), start, end, counted=_COUNTED.search(found["between"]) is not None)

    def _read_list(self, left: int, list_end: int, anchor_end: int, start: int, end: int, *, counted: bool) -> None:
        """Rows for the members of one list, and for the one sum that several share."""
        joint = self.masked.find("、", left, list_end)
        begin, verb = self._begin(left, joint if joint >= 0 else list_end)
        members = [plan for first, last in self._members(begin, list_end) for plan in self._member(first, last)]
        strong = any(plan.investment or self._strong(plan) for plan in members)
        if not strong and not self._is_list_of_projects(members, verb, left, begin):
            return
        kept = [plan for plan in members if plan.investment or self._strong(plan) or not self._is_class(plan)]
        if not kept:
            return
        for plan in kept:
            plan.before, plan.after, plan.joined = (left, begin), anchor_end, True
        kept[-1].joined = False
        if not counted:
            self._share_sum(kept, left, begin, anchor_end, start, end)
        for plan in kept:
            self._keep(plan)

    def _members(self, start: int, end: int) -> list[list[Span]]:
        raise NotImplementedError
