"""The projects table: named projects, and counted groups of projects with a sum, a bound or a stage."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from jiqun.facts.claims import Claims
from jiqun.facts.clusters import Named
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.organizations import Body
from jiqun.facts.project_names import NameReader, Span, is_capacity, pattern
from jiqun.facts.project_stages import UNSPECIFIED, Event, StageReader
from jiqun.facts.project_tables import ProjectRow, read_tables
from jiqun.language import cues
from jiqun.language.industries import industries
from jiqun.language.numbers import Numeral
from jiqun.language.words import Words
from jiqun.tables import Project

_CLAUSE = "，；。：！？\n"
_RELEVANT = re.compile(r"项目|投资|工程|投产|开工|签约|建设|投入|投运|投用|竣工|共建|前期|[一二三四五六1-6]期")
_BRACKET = re.compile(r"（[^（）\n]{0,120}）")
# What follows 项目 and 工程 where they name no project: 项目库, 工程机械, 项目化.
_NOT_NOUN = r"(?!化|部|经理|法人|库|审批|资金|管理|推介|策划|用地|办|组(?!织)|带动|支撑|名单|清单|机械|技术|研究|实验|中心|学院|师|建设年|储备|招商|招引|申报|质量|绩效|评估|信息|谋划|攻坚|融资|负责|产业|引领|为王|落地|服务|承载|开发|集中|签约(?:活动|仪式|大会|会)|对接)"
_LIST = re.compile(rf"等(?P<between>[^，；。、：\n]{{0,24}}?)(?P<noun>项目|工程){_NOT_NOUN}(?P<tail>建设)?")
# A list closed by its count alone: A、B、C三个项目.
_COUNTED_LIST = re.compile(rf"(?<=[\u4e00-\u9fff）])(?:\d+|[二两三四五六七八九十])(?:个|项|大)[^，；。、：等\n\d]{{0,4}}(?:投资[^，；。、\n]{{2,10}}的)?[^，；。、：等\n\d]{{0,6}}(?:项目|工程){_NOT_NOUN}")
_PLAIN = re.compile(rf"(?:项目|(?<=[\u4e00-\u9fffA-Za-z])[一二三四五六1-6]期(?:、[一二三四五六1-6]期)*(?:项目|工程)?){_NOT_NOUN}")
_COUNT_UNITS = ("个", "项", "宗", "件", "家", "批")
_COUNTED = re.compile(r"(?!一批)(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[个项宗家批]")
# Ends of a stretch before 项目 that say what kind of projects, and name none: 重大项目, 亿元以上项目.
_CLASS_END = re.compile(r"(?:重大|重点|工业|[大新好小]|招商|合作|科技|储备|续建|在建|亿元|万元|以上|[类型性个项批等的]|入园|签约|外资|内资|优质|示范|试点|专项|投资|产业|建设|招引|拟建|列入|符合|标准厂房|厂房|全部|集群|技改|上述|其他|同类|配套|引进|落户|推进|实施|抓|有|该|此|本|这|各|每|单)$")
_INVEST = r"(?:首期|一期|二期|三期|计划|概算|估算|预算|预计|协议|合同|固定资产|累计|合计|共|项目|规划|拟|总)*(?:投资|投入资金|投入|出资|斥资)(?:总额|额|规模)?(?:人民币|资金)?(?:为|约|近|达到|达|超过|超|过|逾|高达|在)*"
_INVESTED = re.compile(rf"(?P<what>{_INVEST})$")
_INVESTED_MEMBER = re.compile(rf"(?P<firm>[^，；。、]{{0,20}}?)(?P<what>{_INVEST})$")
_TOTAL = re.compile(r"总投资|投资总额|投资规模|投资额|首期投资|概算投资|计划投资")
# A sum spent in a period or per unit of land is a figure of its own: 完成投资, 年度计划投资, 每亩投资.
_FLOW = re.compile(r"(?:完成|实现|到位|年度|年内|今年|当年|全年|每年|[\d年]年|亩均|每亩|平均|财政|政府|强度|新增|累计完成|技改|技术改造|研发|全社会|民间|工业|固定资产|基础设施|年)(?:计划|预计|的)?(?:固定资产)?(?:投资|投入)(?:额|总额)?(?:约|近|达|超过|超)*$")
# Between a sum and the name it belongs to, sizes may stand: 总投资3.5亿元、年产10万套橡胶密封件的…
_OF = re.compile(r"(?:以上|左右|上下)?(?:（[^（）]{1,24}）)?(?:[、，](?:占地|年产|日产|日处理|年处理|年加工|建筑面积|用地|规划用地)[^，；。、的]{1,24}){0,2}的")
_PUBLIC = re.compile(r"(?:[省市县区镇乡州盟旗]|政府|财政|管委会|我们|全省|全市|全县|全区|各级|国家|中央|部门|局|厅|委|单位|各地|企业|社会|民间|资金|均|平均|强度|用于)$")
_BUILD = re.compile(r"(?:(?:分期|合作|共同|联合|合资|独资|投资)?(?:建设|新建|兴建|创建|扩建|改造|打造|筹建|修建|共建)|启动|实施|完成|建成|搞|上马|新上|用于|开发|引进)(?:了|一个|一座|一条|起|成)*(?P<name>[^，；。：]{2,48})")
_WORKED_ON = re.compile(r"(?:将)?对(?P<thing>[^，；。]{2,60}?)进行(?P<work>[^，；。]{2,16})")
_ANAPHOR = re.compile(r"(?:这个|这一|该|此|上述|本)(?:[^，；。]{0,2})$|^(?:该|此|这个|这一)?(?:项目|工程)$")
_PROGRAMME_NOUN_LEFT = re.compile(r"(?:项目|工程)(?:建设)?(?:共有|共计|共|合计|累计|总数|数量|数|达到|达|有|超过|近|约)*$")
_PROGRAMME_NOUN_RIGHT = re.compile(rf"(?P<mods>[^，；。：\n]{{0,28}}?)(?:项目|工程){_NOT_NOUN}")
_BOUND = re.compile(
    r"(?:(?:计划|固定资产|项目)?(?:总)?投资(?:总?额|规模)?(?:在|为|达)?)?"
    r"(?:(?:超过|超|过|逾)[\d.]*[一二三四五六七八九两]?[十百千]*[万亿]+元?(?:及?以上)?|[\d.]+[万亿]?元?[-~—至到][\d.]+[十百千]*[万亿]+元?(?=的?[^，；。]{0,6}(?:项目|工程|\d))|(?:[\d.]+|[一二三四五六七八九两])?[十百千]*[万亿]+(?:美)?元?(?:人民币)?(?:\([^)]*\))?(?:及?以上))"
)
_SUM_BEHIND = re.compile(r"[^；。\n]{0,30}?(?:总投资|投资总额|合计投资|投资规模|投资额|，(?:计划|协议)?投资)(?:额|总额)?(?:约|近|达到|达|超过|超|逾|为|合计)*$")
_GROUP_REST = re.compile(r"^(?:其中|其余|另有|另外|还有|有|共有|确保|力争|计划|新|已|的|，|、|：|将|可|正|年内|全年|目前|现)*$")
_ALL_OF_THEM = re.compile(r"(?:以上|上述|这些|这批|所有|全部)[^，；。\d]{0,6}(?:项目|工程)?(?:合计|共计|共)?")
_MARKER = re.compile(r"(?:（[一二三四五六七八九十\d]{1,3}）|第[一二三四五六七八九十]{1,3}[，、]|[一二三四五六七八九十]{1,3}(?:[是要]|、)|\d{1,2}[.、）](?!\d)|[①-⑳]|——)\s?")
_SHARED_OUT = re.compile(r"分别(?:计划|预计)?(?:总)?投资(?:额)?(?:约|达)?")
_CLOSED = re.compile(r"(?<=[\u4e00-\u9fff）])等(?![离级压静温效外候待腰])")
_RESTATED = re.compile(r"（(?:约|折合|合|约合|折)[^（）]{0,16}）")
_DONE = re.compile(r"(?:已|刚刚?|正在|即将)(?:经)?(?:建成投产|竣工投产|投产|建成|开工|竣工|投用|建设|施工)的")
# Lists before 项目 whose members are no projects: 电子、机械等产业项目, 水、电等方面的工程.
_OTHER_LIST = re.compile(r"企业|央企|民企|产品|产业(?!化)|领域|方面|部门|措施|条件|方式|手续|等|内容|环节|行业|类|资金|扶持")


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
    strong: bool = False
    stage: str = UNSPECIFIED
    staged: bool = False
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
        self.frame, self.words, self.claims = frame, words, claims
        self.text = frame.text
        # Commas inside brackets end no clause.
        self.masked = _BRACKET.sub(lambda found: "（" + "□" * (len(found[0]) - 2) + "）", frame.text)
        self.names = NameReader(frame, words, bodies)
        self.stages = StageReader(frame)
        self.found: list[Plan] = []
        self._keys: dict[str, Plan] = {}
        self._here: list[Plan] = []
        self._waiting: list[tuple[Numeral, int]] = []
        self._used: set[int] = set()
        self._mark_places: dict[str, list[int]] = {}
        # One byte a character: whether it lies in the name of a project.
        self._named_here = bytearray(len(frame.text) + 1)
        self._sentence_starts = [sentence.start for sentence in frame.sentences]
        self._bodies = {body.name: body for body in bodies}
        self._clusters = {named.name: named for named in clusters}

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
            if at < len(edges) and edges[at] < end or not _RELEVANT.search(self.text, start, end):
                continue
            self._here, self._waiting = [], []
            self._read_lists(start, end)
            self._read_invested(start, end)
            self._read_plain(start, end)
            self._read_under_way(start, end)
            self._share_out(start, end)
            self._place_waiting(start)
            self._read_announced(start, end)
            self._read_prepared(start, end)
            self._read_built(start, end)
            self._read_completed(start, end)
            group = self._read_programmes(start, end, group)
            self._finish(start, end)
        self.found.sort(key=lambda plan: (plan.start, plan.end))
        return self.found

    def _complete_sums(self) -> None:
        """Give sums of investment printed without 元 their unit: 总投资5800亿项目, 投资额在5亿以上."""
        for numeral in self.frame.numerals:
            if numeral.kind != "quantity" or numeral.code is not None or self.text[numeral.number_end - 1] not in "万亿":
                continue
            if _INVESTED.search(self.text, max(0, numeral.start - 12), numeral.start):
                numeral.code = "CNY"

    # --- where clauses and names begin and end --------------------------------------------------------------------------

    def _clause(self, start: int, position: int, marks: str = _CLAUSE) -> int:
        """Where the clause that holds a position begins, not before `start`; commas in brackets do not count."""
        places = self._places_of(marks)
        index = bisect_left(places, position) - 1
        return max(start, places[index] + 1) if index >= 0 else start

    def _clause_end(self, position: int, end: int, marks: str = _CLAUSE) -> int:
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
        """(where the first name of a clause begins, the verb that governs it): behind the first verb and its followers.

        重点推进赣铜集团投资… begins at 赣铜集团; 在…建设 behind 建设; a clause without verb at its own start.
        """
        left = max(left, limit - 100)
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
            found = re.compile(r"其中|同时|目前|另外|此外|截至目前|以|如|即|包括|特别是|尤其是|重点|由|是|有|在|与|和|对|等|了|也|又|力争|确保|争取|着力|继续|全力|大力|尽快|同日|当天").match(self.text, position, limit)
            period = next((p for p in self.stages.periods(position, min(limit, position + 12)) if p.start == position), None)
            if period:
                position = period.end
            elif found and self.words.starts_word(found.end()):
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
        counted = re.compile(r"(?:等)?(?:\d+|[一二两三四五六七八九十]+)[个项](?:重大|重点|工业)*项目").search(self.text, start + 2, limit)
        if counted:
            return counted.start()
        for found in re.finditer(r"项目|工程(?=建设|$)", self.text[start:limit]):
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
        floor = start
        for found in _LIST.finditer(self.masked, start, end):
            if _OTHER_LIST.search(found["between"]):
                continue
            left, floor = max(self._clause(start, found.start()), floor), found.end()
            self._read_list(left, found.start(), found.end(), end, counted=_COUNTED.search(found["between"]) is not None)

        for found in _COUNTED_LIST.finditer(self.masked, start, end):
            left = self._clause(start, found.start())
            if "、" in self.masked[left : found.start()] and not self._inside(found.start() - 1):
                self._read_list(left, found.start(), found.end(), end, counted=True)

    def _read_list(self, left: int, list_end: int, anchor_end: int, end: int, *, counted: bool) -> None:
        """Rows for the members of one list, and for the one sum that several share."""
        joint = self.masked.find("、", left, list_end)
        begin, verb = self._begin(left, joint if joint >= 0 else list_end)
        members = [plan for first, last, tail in self._members(begin, list_end) if (plan := self._member(first, last, tail))]
        strong = any(plan.investment or plan.strong for plan in members)
        if not strong and not self._is_list_of_projects(members, verb, left, begin):
            return
        kept = [plan for plan in members if plan.investment or plan.strong or not self._is_class(plan)]
        if not kept:
            return
        for plan in kept:
            plan.before, plan.after, plan.joined = (left, max(begin, kept[0].name[0][0])), anchor_end, True
        kept[-1].joined = False
        if not counted:
            self._share_sum(kept, left, begin, anchor_end, end)
        for plan in kept:
            self._keep(plan)

    def _is_list_of_projects(self, members: list[Plan], verb: str, left: int, begin: int) -> bool:
        """Whether a list without firm, place or size names projects: 推进天然林保护、生态环境治理等重点工程 does, 对道路、供水等项目 does not."""
        if not verb or verb in ("支持", "服务", "协调", "围绕", "依托", "促进", "包括", "涵盖", "涉及", "组织"):
            return False
        if re.search(r"对|凡|符合|属于|用于|鼓励|从事", self.text[left:begin]):
            return False
        return len(members) >= 2 and all(plan.name[-1][1] - plan.name[0][0] >= 4 and not self._is_class(plan) for plan in members)

    def _is_class(self, plan: Plan) -> bool:
        """Whether a name is that of a class or a campaign."""
        first, last = plan.name[0][0], plan.name[-1][1]
        return self.names.is_class(first, last) or self.names.is_campaign(first, last) or _CLASS_END.search(self.text[first:last]) is not None

    def _members(self, start: int, end: int) -> list[tuple[int, int, Span | None]]:
        """(start, end, head shared with the next member) of each member of a list.

        、 and 以及 split, outside brackets; 三、四期 does not; 和 splits the last member where both sides can be projects of
        their own (A基地和B基地), not inside one (低丘岗地和低产林改造).
        """
        pieces: list[Span] = []
        position = start
        for found in re.finditer("、|以及", self.masked[start:end]):
            at = start + found.start()
            if re.match(r"[一二三四五六\d]+期", self.text[start + found.end() : start + found.end() + 3]) and self.text[at - 1] in "一二三四五六0123456789期":
                continue
            if self._is_sum(position, at) and re.match(r"占地|年产|日产|日处理|年处理|年加工|建筑面积", self.text[start + found.end() : start + found.end() + 4]):
                continue
            pieces.append((position, at))
            position = start + found.end()
        pieces.append((position, end))
        pieces = [(first, last) for first, last in pieces if last > first]
        if pieces:
            pieces[-1:] = self._split_last(*pieces[-1])
        return [(first, last, self._shared_head(first, last, pieces[number + 1 :])) for number, (first, last) in enumerate(pieces)]

    def _is_sum(self, first: int, last: int) -> bool:
        """Whether a stretch is a sum invested and no more: 总投资3.5亿元."""
        return any(_is_money(n) and n.end == last and _INVESTED.search(self.text, first, n.start) for n in self.frame.numerals_in(first, last))

    def _split_last(self, first: int, last: int) -> list[Span]:
        for found in re.finditer("[和及与]", self.masked[first + 2 : last - 2]):
            at = first + 2 + found.start()
            left, right = self.names.parse(first, at), self.names.parse(at + 1, last)
            if left and right and right.strong and not re.match(r"新增|配套|其", self.text[at + 1 : last]):
                tail = re.search(rf"(?:{pattern('tail')})$", self.text[first:at])
                if tail or left.firm and right.firm:
                    return [(first, at), (at + 1, last)]
        return [(first, last)]

    def _shared_head(self, first: int, last: int, following: list[Span]) -> Span | None:
        """The head noun that a bare place shares with a later member: 南安、晋江装备制造业基地."""
        for head in [(first, last), *following]:
            places = [place for place in self.frame.places_between(*head) if place.start == head[0]]
            if not places:
                return None
            if places[0].end < head[1]:
                return (places[0].end, head[1]) if head[0] != first else None
        return None

    def _member(self, first: int, last: int, tail: Span | None = None) -> Plan | None:
        """One project as printed in a list: 总投资12.8亿元的共青城羽绒服装产业基地, 湘味坊三期（总投资18.6亿元）."""
        text = self.text
        money = next((n for n in self.frame.numerals_in(first, last) if _is_money(n) and self.masked[n.start] != "□"), None)
        invested = _INVESTED_MEMBER.fullmatch(text, first, money.start) if money else None
        start, firm = first, None
        if money and invested:
            of = _OF.match(text, money.end, last) or re.compile(r"(?:兴建|新建|建设|扩建|创建)(?:的)?").match(text, money.end, last)
            first = of.end() if of else money.end
            if invested.end("firm") > invested.start("firm"):
                firm = self.names.firm_before(invested.start("firm"), invested.end("firm"))
        elif _COUNTED.match(text, first, last):
            return None
        bracket = self._size_bracket(first, last)
        parsed = self.names.parse(first, bracket[0] if bracket else last)
        if parsed is None or money and invested and self._bounds(money) and not parsed.strong:
            return None
        plan = Plan(start, max(last, parsed.name[-1][1]), "project", parsed.name, (first, first), last, strong=parsed.strong or firm is not None)
        plan.enterprise_span = firm or parsed.firm
        if tail:
            plan.name, plan.end, plan.strong = [*parsed.name, tail], tail[1], True
        if money and invested:
            self._invest(plan, money, invested["what"])
        if bracket:
            plan.strong = True
            plan.end = max(plan.end, bracket[1])
            self._read_bracket(plan, bracket)
        return plan

    def _size_bracket(self, first: int, last: int) -> Span | None:
        """The bracket behind a name that says what the project costs and makes; （CPP） and （一期） say neither."""
        at = self.text.find("（", first + 2, last)
        while at >= 0:
            close = self.text.find("）", at)
            if close < 0:
                return None
            if any(_is_money(n) or is_capacity(n) for n in self.frame.numerals_in(at, close)):
                return at, close + 1
            at = self.text.find("（", close, last)
        return None

    def _read_bracket(self, plan: Plan, bracket: Span) -> None:
        """（总投资18.6亿元、年产烘焙食品12万吨）"""
        for numeral in self.frame.numerals_in(*bracket):
            before = self.text[max(bracket[0], numeral.start - 14) : numeral.start]
            if _is_money(numeral) and plan.investment is None and (_INVESTED.search(before) or before.endswith("（")) and not _FLOW.search(before):
                self._invest(plan, numeral, "")
            elif is_capacity(numeral) and plan.capacity is None:
                self._give_capacity(plan, numeral, bracket[0])

    def _share_sum(self, kept: list[Plan], left: int, begin: int, anchor_end: int, end: int) -> None:
        """A sum before or behind a whole list: the project's own where the list has one member, else a programme's.

        投资3亿元完成A、B等工程 and A、B等项目，总投资20亿元.
        """
        found: tuple[Numeral, int, int] | None = None
        for numeral in self.frame.numerals_in(left, begin):
            before = _INVESTED.search(self.text, left, numeral.start) if _is_money(numeral) else None
            if before and self._is_free(numeral) and not self.text.startswith("的", numeral.end):
                found = (numeral, before.start(), anchor_end)
        for numeral in self.frame.numerals_in(anchor_end, min(end, anchor_end + 24)):
            between = self.text[anchor_end : numeral.start]
            if _is_money(numeral) and re.fullmatch(r"，?(?:合计|共|共计|计划|概算|估算|预计)*总投资(?:额|约|近|达|超过|超|逾)*", between) and self._is_free(numeral):
                found = (numeral, kept[0].start, numeral.end)
        if found is None:
            return
        numeral, first, last = found
        if len(kept) == 1:
            if kept[0].investment is None:
                self._invest(kept[0], numeral, "")
            return
        plan = Plan(min(first, kept[0].start), max(last, kept[-1].end), "programme", [], (left, begin), anchor_end)
        self._invest(plan, numeral, "")
        self._keep(plan)

    # --- 投资X的Y, Y总投资X, F投资X建设Y -----------------------------------------------------------------------------------

    def _read_invested(self, start: int, end: int) -> None:
        for numeral in self.frame.numerals_in(start, end):
            if not _is_money(numeral) or not self._is_free(numeral):
                continue
            clause = self._clause(start, numeral.start, _CLAUSE + "、")
            if self.masked[numeral.start] == "□":
                clause = self.text.rfind("（", start, numeral.start) + 1
            near = max(clause, numeral.start - 40)
            invested = _INVESTED.search(self.text, near, numeral.start)
            if not invested or self.text.endswith("分别", 0, invested.start()) or _FLOW.search(self.text, near, numeral.start) and not _TOTAL.match(invested["what"]):
                continue
            of = _OF.match(self.text, numeral.end, end)
            if of:
                plan = self._name_behind(numeral, clause, invested, of.end(), end)
            else:
                plan = self._name_before(numeral, start, clause, invested)
                plan = plan or self._built(numeral, start, end, clause, invested)
            if plan is not None:
                self._keep(plan)

    def _name_behind(self, numeral: Numeral, clause: int, invested: re.Match[str], first: int, end: int) -> Plan | None:
        """投资46亿元的年产20万吨铜板带; the firm that invests may stand before."""
        text = self.text
        last = self._name_end(first, end)
        if _ANAPHOR.search(text[clause : invested.start()]) and text.startswith(("项目", "工程"), first):
            return self._earlier(numeral, invested.start(), first + 2)
        if _COUNTED.search(text, first, last) or last - first < 2 or self.names.is_class(first, last) or _CLASS_END.search(text[first:last]):
            return None
        if self._bounds(numeral) and (not self.names.parse_strong(first, last) or _COUNTED.search(text, max(0, clause - 6), invested.start())):
            return None
        if re.search(r"(?:企业|大户|集群|客商|商家|公司|条件|标准|奖励|补助|，)$", text[first:last]):
            return None
        parsed = self.names.parse(first, last)
        if parsed is None:
            return None
        firm = self.names.firm_before(clause, invested.start()) if invested.start() - clause >= 2 else None
        plan = Plan(firm[0] if firm else invested.start(), last, "project", parsed.name, (clause, invested.start()), last)
        plan.enterprise_span = firm or parsed.firm
        after = last + 2 if text.startswith(("项目", "工程"), last) else last
        plan.joined, plan.after = text.startswith("、", after), after
        self._invest(plan, numeral, invested["what"])
        for size in self.frame.numerals_in(numeral.end, first):
            if is_capacity(size) and plan.capacity is None:
                self._give_capacity(plan, size, numeral.end)
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
            told = invested["what"].startswith("项目") or stem.endswith(("项目", "工程"))
            told = told or not stem and text[clause - 3 : clause] in ("项目，", "工程，")
            if not _TOTAL.search(invested["what"]) and not told:
                return None
            if text[clause - 1 : clause] == "、" and (shared := self._shared_sum(numeral, start, stem_end)):
                return shared
            if stem and _ANAPHOR.search(stem):
                return self._earlier(numeral, stem_end, numeral.end)
            if not stem:
                return self._clause_earlier(numeral, start, clause)
            if not told and not re.search(rf"(?:{pattern('tail')})$", stem) or _COUNTED.search(stem):
                return None
            begin, _ = self._begin(clause, stem_end)
        plan = self._named(numeral, begin, stem_end, numeral.end)
        return plan if plan and (plan.strong or _TOTAL.search(invested["what"]) or self.masked[clause] == "□") else None

    def _shared_sum(self, numeral: Numeral, start: int, stem_end: int) -> Plan | None:
        """A、B基地总投资40亿元: one sum for several, none of which has its own."""
        left = self._clause(start, stem_end)
        begin, _ = self._begin(left, self.masked.find("、", left, stem_end))
        pieces = self._members(begin, stem_end)
        members = [plan for first, last, tail in pieces if (plan := self._member(first, last, tail))]
        if len(members) != len(pieces) or any(plan.investment or self._is_unnamed(plan) for plan in members) or not any(plan.strong for plan in members):
            return None
        for plan in members:
            plan.before, plan.after, plan.joined = (left, begin), numeral.end, plan is not members[-1]
            self._keep(plan)
        total = Plan(members[0].start, numeral.end, "programme", [], (left, begin), numeral.end)
        self._invest(total, numeral, "")
        return total

    def _clause_earlier(self, numeral: Numeral, start: int, clause: int) -> Plan | None:
        """…合资建设年产60万吨油脂化工项目，总投资5.2亿美元: the name closes the clause before, or opens the sentence's."""
        text = self.text
        if clause == start:
            return self._heading_before(numeral, start)
        if text[clause - 1] != "，":
            return None
        first = self._clause(start, clause - 1)
        if _COUNTED.search(text, first, clause - 1):
            return None
        if re.search(rf"(?:{pattern('tail')})$", text[first : clause - 1]) and "等" not in text[first : clause - 1]:
            begin, verb = self._begin(first, clause - 1)
            plan = self._named(numeral, begin, clause - 1, numeral.end)
            if plan and not plan.enterprise_span and verb:
                owner = begin - len(verb)
                plan.enterprise_span = self.names.firm_before(first, owner) if owner - first >= 2 else None
            return plan
        named = [plan for plan in self._here[-6:] if plan.kind == "project"]
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
            sums = [n for n in self.frame.numerals_in(found.end(), stop) if _is_money(n) and self._is_free(n)]
            owners = [plan for plan in self._here if plan.kind == "project" and left <= plan.start < found.start() and plan.investment is None]
            if len(sums) == len(owners) > 1:
                for plan, numeral in zip(owners, sums, strict=True):
                    self._invest(plan, numeral, "")
                    self._take(plan)

    def _place_waiting(self, start: int) -> None:
        """…管道项目获得核准，投资规模260亿元: sums whose project was found after them, or is told without mark."""
        for numeral, clause in self._waiting:
            if not self._is_free(numeral):
                continue
            if any(plan.kind == "project" and plan.end <= clause for plan in self._here[-6:]):
                self._earlier(numeral, clause, numeral.end)
                continue
            first = self._clause(start, clause - 1)
            told = re.compile(rf"[^等、]{{4,30}}?项目{_NOT_NOUN}").match(self.masked, first, clause - 1)
            if told and not _COUNTED.search(told[0]):
                begin, _ = self._begin(first, told.end() - 2)
                plan = self._named(numeral, begin, told.end() - 2, numeral.end)
                if plan:
                    plan.after = told.end()
                    self._keep(plan)

    def _heading_before(self, numeral: Numeral, start: int) -> Plan | None:
        """1．青石年产5万吨铜箔项目。总投资12亿元: the item's heading names the project."""
        heading = self.frame.headings[self.frame.innermost(start)]
        first, last = heading.heading
        if last > start or start - last > 3 or not re.search(r"项目|工程", self.text[first:last]) or last - first > 40:
            return None
        return self._named(numeral, first, last, numeral.end)

    def _named(self, numeral: Numeral, first: int, last: int, end: int) -> Plan | None:
        if last - first < 3 or _COUNTED.search(self.text[first:last]) or self.names.is_generic(first, last):
            return None
        parsed = self.names.parse(first, last)
        if parsed is None or _CLASS_END.search(self.text[parsed.name[0][0] : parsed.name[-1][1]]) and not parsed.strong:
            return None
        before = (self._clause(max(first - 40, 0), first), first)
        plan = Plan(first, max(end, last), "project", parsed.name, before, numeral.end, strong=parsed.strong)
        plan.enterprise_span = parsed.firm
        self._invest(plan, numeral, "")
        return plan

    def _earlier(self, numeral: Numeral, first: int, last: int) -> Plan | None:
        """该项目总投资X, 这个总投资X的项目: the sum goes to the project named last in this sentence or the one before; where
        none was, to one with a size (…的120万吨/年乙烯装置塔林高耸。)."""
        number = bisect_left(self._sentence_starts, first + 1) - 1
        floor = self._sentence_starts[max(number - 1, 0)]
        candidates = [plan for plan in [*self.found[-1:], *self._here[-6:]] if plan.kind == "project" and plan.start >= floor]
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
        for size in reversed(self.frame.numerals_in(floor, first)):
            tail = re.compile(r"[^，；。、]{0,12}?(?:装置|生产线|项目|工程|基地)").match(self.text, size.end, first) if is_capacity(size) else None
            parsed = self.names.parse(self._clause(floor, size.start), tail.end()) if tail else None
            if parsed:
                plan = Plan(self._clause(floor, size.start), last, "project", parsed.name, (first, first), last)
                plan.enterprise_span = parsed.firm
                self._invest(plan, numeral, "")
                return plan
        return None

    def _built(self, numeral: Numeral, start: int, end: int, clause: int, invested: re.Match[str]) -> Plan | None:
        """F投资X建设Y, F将投资X，在P创建Y, F投资X对Y进行Z; public spending without 项目 or 工程 in the name is none."""
        text = self.text
        subject = re.sub(r"(?:[将拟先再又已]|计划|意向|有意向?|先后|共|累计|预计|准备|决定|近期|今年|还)+$", "", text[clause : invested.start()])
        subject = re.sub(r"(?<=[\u4e00-\u9fff]{2})在[^，；。]{2,14}$", "", subject)
        opening = self._begin(clause, clause + len(subject))[0] if len(subject) >= 4 else clause
        clause, subject = opening, subject[opening - clause :]
        firm = self.names.firm_before(clause, clause + len(subject)) if len(subject) >= 2 else None
        first = clause
        if not subject and clause > start:
            first = start
            firm = self._leading_firm(start, clause)
        private = firm is not None or bool(re.search(r"(?:集团|公司|老板|客商|资本|商会|厂|企业家)$", subject))
        behind = re.compile(r"(?:以上|左右|多|元|人民币)*(?:，(?:同时)?)?(?:在[^，；。]{2,16}?(?=建|新|兴|创|搞|征|实)(?:征地[\d\u4e00-\u9fff]{1,8}亩，?)?)?").match(text, numeral.end, end)
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
        noun = text[last : last + 2] == "项目" or text[begin:last].endswith("工程")
        if subject and not private and not noun and _PUBLIC.search(subject):
            return None
        if parsed is None or self.names.is_class(*parsed.name[0]) or _COUNTED.match(text, begin, last) or not (private or noun or parsed.strong or subject and re.search(rf"(?:{pattern('tail')})$", text[begin:last])):
            return None
        if not private and not noun and "投资" not in invested["what"]:
            return None
        plan = Plan(firm[0] if firm else first if not subject else clause, last, "project", parsed.name, (first, begin), last)
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
        """投资X对压裂泵、高压管汇件两个…新产品进行扩规批量生产: the things without their count, and what is done to them."""
        thing = re.search(r"(?:[一二两三四五六七八九十]|\d+)(?:个|种|条|项|类|大)|的", worked["thing"])
        last = worked.start("thing") + thing.start() if thing and thing.start() >= 2 else worked.end("thing")
        plan = Plan(firm[0] if firm else clause, worked.end(), "project", [(worked.start("thing"), last), worked.span("work")], (clause, clause), worked.end())
        plan.enterprise_span = firm
        self._invest(plan, numeral, "")
        return plan

    # --- projects named alone -------------------------------------------------------------------------------------------

    def _read_plain(self, start: int, end: int) -> None:
        """A、B项目年内投产, 滨海新材二期上半年开工, 一期30万吨今年6月开工: marked by a firm, place, size or phase."""
        for found in _PLAIN.finditer(self.masked, start, end):
            noun = found.start() if self.text.startswith("项目", found.start()) else found.end()
            if self.text.startswith("、", found.end()) and "项目" in self.text[found.end() : self._clause_end(found.end(), end)][:60]:
                continue  # the list's last member reads them all
            if self.text.startswith(("等", "的"), noun - 1) or self._inside(noun - 1) or _CLOSED.search(self.masked, self._clause(start, noun, _CLAUSE + "、"), noun):
                continue
            left = self._clause(start, found.start())
            joint = self.masked.find("、", left, noun)
            begin, verb = self._begin(left, joint if joint >= 0 else noun)
            closed = verb and self.text[noun : noun + 1] in "，。；、"
            if noun == found.end() and not closed and not self._becomes(noun, end) and not self._opens_predicate(noun, end):
                continue
            pieces = self._members(begin, noun)
            members = [plan for first, last, tail in pieces if (plan := self._member(first, last, tail))]
            listed = len(members) > 1 and all(plan.enterprise_span for plan in members)
            if noun == found.start() and not verb and not listed and not self._becomes(found.end(), end):
                continue
            marked = any(plan.strong or plan.investment for plan in members)
            if not marked or len(members) != len(pieces) or any(self._is_unnamed(plan) or not plan.strong and self._is_class(plan) for plan in members):
                continue
            for plan in members:
                plan.before, plan.after, plan.joined = (left, begin), found.end(), plan is not members[-1]
                self._keep(plan)
        self._read_phase(start, end)

    def _read_under_way(self, start: int, end: int) -> None:
        """加快A三工厂、B第五工厂建设: a list closed by 建设 alone, where each member shows a firm, size or phase."""
        for found in re.compile(r"(?:建设|投产|达产|扩建)(?=[，。；])").finditer(self.masked, start, end):
            left = self._clause(start, found.start())
            joint = self.masked.find("、", left, found.start())
            if joint < 0 or self._inside(joint - 1) or self._inside(found.start() - 1):
                continue
            begin, verb = self._begin(left, joint)
            pieces = self._members(begin, found.start())
            members = [plan for first, last, tail in pieces if (plan := self._member(first, last, tail))]
            firms = all(plan.enterprise_span and plan.enterprise_span[1] < plan.name[-1][1] or plan.investment for plan in members)
            if not verb or len(members) != len(pieces) or not firms or any(self._is_unnamed(plan) for plan in members):
                continue
            for plan in members:
                plan.before, plan.after, plan.joined = (left, begin), found.end(), plan is not members[-1]
                self._keep(plan)

    def _is_unnamed(self, plan: Plan) -> bool:
        printed = self.text[plan.name[0][0] : plan.name[-1][1]]
        return len(printed) > 34 or re.fullmatch(r"[一二三四五六1-6、]+期(?:工程)?", printed) is not None or _CLASS_END.search(printed) is not None or "，" in printed or _COUNTED.search(printed) is not None or self.names.is_campaign(*plan.name[0])

    def _becomes(self, position: int, end: int) -> bool:
        """Whether a predicate of a project's course follows: an event in the same clause."""
        stop = self._clause_end(position, end)
        return any(event.kind != "none" for event in self.stages.events(position, min(stop, position + 24)))

    def _read_phase(self, start: int, end: int) -> None:
        """A phase with its own size or date, after its project: 分两期实施，一期30万吨今年6月开工."""
        for found in re.compile(r"(?<=[，；：])[一二三四]期(?=\d)").finditer(self.masked, start, end):
            owners = [plan for plan in self._here[-6:] if plan.kind == "project" and plan.end <= found.start() and found.start() - plan.end < 60]
            stop = self._clause_end(found.end(), end)
            size = next((n for n in self.frame.numerals_in(found.end(), stop) if is_capacity(n) and n.start == found.end()), None)
            if not owners or size is None or not self._becomes(size.end, end):
                continue
            plan = Plan(found.start(), size.end, "project", [*owners[-1].name, found.span()], (found.start(), found.start()), size.end, strong=True)
            plan.enterprise_span = owners[-1].enterprise_span
            plan.capacity, plan.capacity_text = size, (size.start, size.end)
            if size.code == "t" and owners[-1].capacity and owners[-1].capacity.code == "t/a":
                size.code = "t/a"
            self._keep(plan)

    def _read_announced(self, start: int, end: int) -> None:
        """抓紧抓好几个大项目：A…；B…: each item behind the colon opens with a project."""
        found = re.compile(r"(?:抓|推进|实施|建设|突出|启动)[^，；。：]{0,16}(?:项目|工程)(?:建设)?：").search(self.masked, start, end)
        if not found:
            return
        position = found.end()
        while position < end:
            stop = self._clause_end(position, end, "；。")
            if not any(self._named_here[position:stop]):
                last = self._name_end(position, stop)
                name = self._without_land(position, last)
                if 4 <= last - position <= 30 and not self._is_unnamed(Plan(position, last, "project", name, (position, position), last)):
                    self._keep(Plan(position, last, "project", name, (position, position), last))
            position = stop + 1

    def _without_land(self, first: int, last: int) -> list[Span]:
        """The name without the land that stands inside it: 沙溪三千亩服装工业园."""
        for numeral in self.frame.numerals_in(first, last):
            if numeral.unit and numeral.unit.term in ("亩", "公顷", "平方公里", "平方米") and numeral.start > first:
                return [(first, numeral.start), (numeral.end, last)]
        parsed = self.names.parse(first, last)
        return parsed.name if parsed else [(first, last)]

    def _read_prepared(self, start: int, end: int) -> None:
        """启动X前期工作, 做好X可研: a project in preparation."""
        for found in re.compile(r"(?:项目|工程)?(?:的)?前期(?:工作)?|(?:项目|工程)可研").finditer(self.masked, start, end):
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
            if clause - 2 <= start or self.names.capacity_start(clause, numeral) != clause or clause == numeral.start:
                continue
            left = max(self._clause(start, clause - 1), clause - 60)
            built = re.compile(r".*(?:共建共享|合作共建|共建|新建|兴建|建设)(?:了|一个|一座)?").match(self.text, left, clause - 1)
            if not built or clause - 1 - built.end() > 16 or self._inside(clause - 2):
                continue
            parsed = self.names.parse(built.end(), clause - 1)
            if parsed and re.search(rf"(?:{pattern('tail')})$", self.text[built.end() : clause - 1]) and "、" not in self.text[built.end() : clause - 1]:
                plan = Plan(left, numeral.end, "project", parsed.name, (left, built.end()), clause)
                self._give_capacity(plan, numeral, clause)
                self._keep(plan)

    def _read_completed(self, start: int, end: int) -> None:
        """已投产的商品混凝土搅拌中心: a work of which its own course is told."""
        for found in _DONE.finditer(self.masked, start, end):
            last = self._name_end(found.end(), end)
            if last - found.end() < 5 or self._inside(found.end()) or not re.search(rf"(?:{pattern('tail')})$", self.text[found.end() : last]):
                continue
            plan = self._member(found.end(), last)
            if plan and not self._is_unnamed(plan) and not self._is_class(plan) and "、" not in self.text[found.end() : last]:
                plan.start, plan.before = found.start(), found.span()
                self._keep(plan)

    # --- programmes ------------------------------------------------------------------------------------------------------

    def _read_programmes(self, start: int, end: int, before: Plan | None) -> Plan | None:
        """950项、总投资5800亿项目; 投资5亿元以上的集群项目320个、总投资6800亿元; 新开工项目37个; 其中10亿元以上29个.

        `before` is the last programme of the sentence before, whose parts 其中 opens; the last one of this is returned.
        """
        group = before if self._narrows(start) else None
        grouped = group is not None
        for numeral in self.frame.numerals_in(start, end):
            if numeral.code != "1" or numeral.unit is None or numeral.unit.term not in _COUNT_UNITS or numeral.form == "multiple":
                continue
            clause, stop = max(self._clause(start, numeral.start), numeral.start - 80), self._clause_end(numeral.end, end)
            left = _PROGRAMME_NOUN_LEFT.search(self.text, clause, numeral.start)
            right = None if left else self._noun_right(numeral, stop)
            if left or right:
                plan = self._programme(numeral, clause, stop, end, right, group if self._narrows(clause) else None)
                grouped = True
            elif grouped:
                plan = self._subgroup(numeral, clause, stop, end, group)
            else:
                continue
            if plan is not None:
                self._keep(plan)
                group = plan if left or right else group
        return group

    def _narrows(self, clause: int) -> bool:
        return self.text.startswith(("其中", "其余"), clause)

    def _noun_right(self, numeral: Numeral, stop: int) -> re.Match[str] | None:
        found = _PROGRAMME_NOUN_RIGHT.match(self.text, numeral.end, stop)
        if not found or re.search(r"企业|产业(?!化|$)|集群(?!$)|园区|平台|中心|等|单位", found["mods"]):
            return None
        inner = [n for n in self.frame.numerals_in(numeral.end, found.end()) if n.code == "1" and n.unit]
        return None if inner else found

    def _programme(self, count: Numeral, clause: int, stop: int, end: int, right: re.Match[str] | None, parent: Plan | None) -> Plan | None:
        noun_end = right.end() if right else count.end
        total = self._total(count, clause, noun_end, end)
        bound = self._bound(clause, noun_end, total)
        events = self.stages.governing(clause, count.start) if not self.text.startswith("等", count.start - 1) else []
        inner = self.stages.events(count.end, noun_end)
        behind = self.stages.events(noun_end, min(stop, noun_end + 24))
        if not behind and stop < end and re.match(r"，(?:确保|力争|年内|全部|均|已)[^\d]{2,12}[，。；]", self.text[stop : stop + 16]):
            behind = self.stages.events(stop + 1, self._clause_end(stop + 1, end))
        stage, event = self.stages.decide(events or inner) if events or inner else self.stages.decide(behind)
        if stage == UNSPECIFIED and len(events) == 1 and not inner and behind:
            stage, event = self.stages.decide(behind)
        listed = self.text.startswith("等", count.start - 1) or self.text.startswith("等近", count.start - 2)
        if listed and stage == UNSPECIFIED:
            owner = next((plan for plan in reversed(self._here) if plan.end <= count.start), None)
            if owner:
                stage, event = self.stages.decide(self.stages.governing(*owner.before))
        weak = event is not None and self.text[event.start : event.end] in ("安排", "储备")
        if not (total or bound or (stage != UNSPECIFIED and not weak)):
            return None
        begin = self._skip_adverbs(clause, count.start) if not listed else count.start
        plan = Plan(min(begin, count.start), max(noun_end, total.end if total else 0), "programme", [], (clause, count.start), noun_end)
        plan.count, plan.stage, plan.staged = count, stage, True
        if stage == UNSPECIFIED and parent:
            plan.stage = parent.stage
        self._date(plan, event, clause, stop)
        self._measure(plan, total, bound)
        return plan

    def _subgroup(self, count: Numeral, clause: int, stop: int, end: int, group: Plan | None) -> Plan | None:
        """A part of the group just counted, told by a bound or an event alone: 其中10亿元以上29个, 竣工15个, 4家年内有望投产."""
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
        for event in events:
            if event.end <= count.start:
                rest = rest.replace(text[event.start : event.end], "")
        for period in self.stages.periods(clause, count.start):
            rest = rest.replace(text[period.start : period.end], "")
        if not _GROUP_REST.match(rest) or re.match(r"[\u4e00-\u9fff]", text[count.end : count.end + 1]) and not self._opens_predicate(count.end, stop):
            return None
        stage, event = self.stages.decide(events)
        if stage == UNSPECIFIED and group:
            stage = group.stage
        plan = Plan(clause, max(count.end, events[-1].end if events else 0), "programme", [], (clause, count.start), count.end)
        plan.count, plan.stage, plan.staged = count, stage, True
        self._date(plan, event, clause, stop)
        self._measure(plan, self._total(count, clause, count.end, end), bound)
        return plan

    def _opens_predicate(self, position: int, stop: int) -> bool:
        return _predicate().match(self.text, position, stop) is not None or any(event.start == position for event in self.stages.events(position, stop))

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
        """The sum stated with a count of projects, behind it or before: 320个、总投资6800亿元; 总投资97亿元的9个项目."""
        for numeral in self.frame.numerals_in(count.end, min(end, max(noun_end, count.end) + 34)):
            between = self.text[count.end : numeral.start]
            if re.search(r"[；。]", between) or numeral.code == "1" and numeral.unit and numeral.start >= noun_end:
                return None
            if _is_money(numeral) and self._is_free(numeral) and _SUM_BEHIND.fullmatch(between) and not _FLOW.search(between):
                if numeral.start >= noun_end and re.match(r"(?:以上|以下)?的?[^，；。、]{0,8}(?:项目|工程|\d+[个项])", self.text[numeral.end : numeral.end + 14]):
                    return None  # the next group's bound
                return None if self._bounds(numeral) and numeral.end <= noun_end else numeral
        for numeral in self.frame.numerals_in(clause, count.start):
            of = _OF.match(self.text, numeral.end, count.start) if _is_money(numeral) else None
            if of and self._is_free(numeral) and not self._bounds(numeral) and re.search(r"总投资(?:额|约|近|达|超过|超)*$", self.text[clause : numeral.start]) and "、" not in self.text[of.end() : count.start] and not self.text.startswith("等", count.start - 1):
                return numeral
        return None

    def _bounds(self, numeral: Numeral) -> bool:
        """Whether a sum bounds each member: 5亿元以上的, 过亿元的."""
        return re.match(r"(?:人民币)?(?:及)?以上", self.text[numeral.end : numeral.end + 6]) is not None or re.search(r"[过超]$|超过$", self.text[max(0, numeral.start - 2) : numeral.start]) is not None

    def _bound(self, start: int, end: int, total: Numeral | None) -> Span | None:
        """The bound on each member's investment between two positions; output and sales of a firm are none."""
        for found in _BOUND.finditer(self.text, start, end):
            if total is not None and found.start() <= total.start < found.end():
                continue
            if re.search(r"产值|收入|销售|税收|利税|利润|产能", self.text[max(start, found.start() - 6) : found.start()]):
                continue
            return found.span()
        return None

    # --- rows of tables --------------------------------------------------------------------------------------------------

    def _add_row(self, row: ProjectRow) -> None:
        """A project from one row of a table: cells speak under their headers."""
        first, last = row.cells["name"]
        text = self.text
        name = (first, last - 2) if text[first:last].endswith("项目") and last - first > 4 else (first, last)
        plan = Plan(row.start, row.end, "project", [name], (first, first), last, strong=True, staged=True)
        plan.enterprise_span = row.cells.get("enterprise")
        if "investment" in row.cells:
            for numeral in self.frame.numerals_in(*row.cells["investment"]):
                if _is_money(numeral) and plan.investment is None:
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

    # --- shared ------------------------------------------------------------------------------------------------------------

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
            known = self._keys.get(key)
            if known is not None:
                self._repeat(known, plan)
                return
            self._keys[key] = plan
            if plan.enterprise_span and plan.enterprise_span[1] == plan.name[0][0]:
                self._keys.setdefault(self.text[slice(*plan.enterprise_span)] + key, plan)
        elif plan.count is not None and not self._is_free(plan.count):
            return
        self._take(plan)
        for first, last in plan.name:
            self._named_here[first:last] = b"\x01" * (last - first)
        self._here.append(plan)

    def _key(self, plan: Plan) -> str:
        return re.sub(r"[\s“”]", "", "".join(self.text[first:last] for first, last in plan.name))

    def _repeat(self, known: Plan, plan: Plan) -> None:
        """A project named again: its figures printed again feed nothing new."""
        for mine, other in ((known.investment, plan.investment), (known.capacity, plan.capacity)):
            if mine is not None and other is not None and mine.value == other.value and mine is not other:
                self.claims.give_reason(other, "duplicate")

    def _finish(self, start: int, end: int) -> None:
        """Stages, sizes and claims for the projects of one sentence."""
        plans = sorted(self._here, key=lambda plan: (plan.start, plan.end))
        starts = [plan.start for plan in plans]
        for number, plan in enumerate(plans):
            following = bisect_left(starts, plan.after, number + 1)
            if plan.kind == "project" and not plan.staged or plan.kind == "programme" and plan.count is None:
                self._set_stage(plan, starts[following] if following < len(starts) else end)
        for plan, later in zip(reversed(plans[:-1]), reversed(plans[1:]), strict=True):
            if plan.joined and not plan.staged and plan.stage == UNSPECIFIED:
                plan.stage, plan.period, plan.period_end = later.stage, later.period, later.period_end
        for number, plan in enumerate(plans):
            following = bisect_left(starts, plan.end, number + 1)
            self._find_capacity(plan, starts[following] if following < len(starts) else end)
            if plan.enterprise_span:
                plan.enterprise = self._bodies.get(self.text[slice(*plan.enterprise_span)])
            plan.cluster = self._clusters.get(self._key(plan)) if plan.name else None
            self._claim(plan)
        self.found.extend(plans)

    def _set_stage(self, plan: Plan, limit: int) -> None:
        """The first of: what follows in the same clause, the words that govern, what the next clause says."""
        stop = self._clause_end(plan.after, limit)
        joined = plan.joined and self.text.startswith("、", plan.after)
        behind = [] if joined else self.stages.events(plan.after, stop)
        governing = self.stages.governing(*plan.before)
        following: list[Event] = []
        if stop < limit and self.text[stop] == "，":
            following = self.stages.events(stop + 1, self._clause_end(stop + 1, limit, "；。"))
        for events in (behind, governing, following):
            stage, event = self.stages.decide(events)
            if stage != UNSPECIFIED:
                plan.stage = stage
                self._date(plan, event, plan.before[0] if events is governing else plan.after, event.end if event else plan.after)
                break
        if plan.stage == "negotiating" and plan.investment is not None and re.search(r"有意|意向|框架", self.text[max(0, plan.start - 20) : plan.end]):
            plan.operator = "approx"

    def _date(self, plan: Plan, event: Event | None, floor: int, end: int) -> None:
        """The period printed with the event that gives the stage."""
        if event is None:
            return
        first = max(floor, self._clause(floor, event.start, "；。："))
        for period in self.stages.periods(first, max(end, event.end)):
            plan.period, plan.period_end = (period.start, period.end), period.last

    def _find_capacity(self, plan: Plan, limit: int) -> None:
        """The output in the name, else stated in the clauses behind: 日处理废水两千吨, 新增库容160万立方米."""
        if plan.kind != "project" or plan.capacity is not None:
            return
        for first, last in [*plan.name, (plan.name[-1][1], plan.end)]:
            for numeral in self.frame.numerals_in(first, last):
                if is_capacity(numeral) and self._is_free(numeral):
                    self._give_capacity(plan, numeral, first)
                    return
        if "等" in self.text[plan.name[-1][1] : plan.after]:
            return
        stop = self._clause_end(plan.end, limit, "；。")
        for numeral in self.frame.numerals_in(plan.end, stop):
            begin = self.names.capacity_start(plan.end, numeral)
            stated = begin < numeral.start or re.search(r"(?:新增|形成)[^，；。\d]{0,8}$", self.text[max(plan.end, numeral.start - 10) : numeral.start])
            if is_capacity(numeral) and stated and self._is_free(numeral) and not re.search(r"产值|收入", self.text[begin : numeral.start]):
                self._give_capacity(plan, numeral, plan.end)
                plan.end = max(plan.end, numeral.end)
                return

    def _claim(self, plan: Plan) -> None:
        """Keep the plan's numerals from being read as targets."""
        for numeral in (plan.investment, plan.capacity, plan.count):
            if numeral is not None and self.claims.is_free(numeral):
                plan.numerals.append(numeral)
                self.claims.hold(numeral)


def _is_money(numeral: Numeral) -> bool:
    return numeral.kind == "quantity" and numeral.code in ("CNY", "USD")


def rows(frame: Frame, found: list[Plan], claims: Claims) -> list[Project]:
    """Rows of a document's projects; each numeral that a row uses is claimed for it."""
    result = []
    for plan in found:
        spans = [*((numeral.start, numeral.end) for numeral in plan.numerals), *plan.name]
        plan.start, plan.end = min([plan.start, *(first for first, _ in spans)]), max([plan.end, *(last for _, last in spans)])
        start, end = frame.bounds(plan.start, plan.end)
        row_id = frame.row_id("p", start)
        for numeral in plan.numerals:
            claims.claim(numeral, "projects", row_id)
        result.append(_row(frame, plan, row_id, start, end))
    return result


def _row(frame: Frame, plan: Plan, row_id: str, start: int, end: int) -> Project:
    name = "".join(frame.printed(*span) for span in plan.name) or None
    places = frame.places_between(plan.start, plan.end)
    trades = industries().find(frame.text[plan.start : plan.end])
    return Project(
        project_id=row_id,
        document_id=frame.document_id,
        section_id=frame.section_id(plan.start),
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
        industry_text=frame.text[plan.start + trades[0].start : plan.start + trades[0].end] if trades else None,
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
