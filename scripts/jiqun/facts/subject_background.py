"""What a clause stands before: headings, paragraphs, names told of, and how long each is spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from functools import cached_property
from itertools import pairwise

from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Span
from jiqun.facts.figure_words import HEADING_SUBJECT
from jiqun.facts.frame import Frame
from jiqun.facts.subject_words import COUNTED, LASTING, SIZE_CLASS, WHOLE, ZONE_END
from jiqun.patterns import quick
from jiqun.reading import Sentence

# Where a clause begins, for its subject: brackets and quotes do not end one.
CLAUSE = quick(r"[，；：。！？\n]|(?<=[^\d]),|——")
# Verbs that a heading opens with: 建设现代煤化工集群.
HEADING_VERB = re.compile(
    r"(?:加快|着力|大力|积极|重点|优先|全力)?(?:建设|发展|培育|打造|壮大|做强|做大|做优|提升|培强|构建|推进|聚力|建强"
    r"|改造提升|巩固|形成|支持|推动|升级)*(?:发展)?"
)
_WHOLE_TRADES = ("战略性新兴产业", "高新技术产业", "制造业")
# A clause that builds up a trade.
_BUILDS_UP = re.compile(
    r"[^\u4e00-\u9fff]{0,3}(?:加快|着力|大力|积极|重点|优先|全力|聚力|持续|要)?(?:(?:发展|培育|打造|壮大|做强|做大|做优|提升|培强|构建|推进|推动|建强|改造提升|聚焦|主攻|突出|抓好)(?:发展)?){1,3}"
    r"(?:[千百十]+亿元?级?)?(?P<what>[\u4e00-\u9fff、“”]{2,24}?(?:产业集群|集群|产业链|产业|(?<![企就创作])业))，?$"
)
# Headings that name a kind of trade or zone, none of its own.
GENERIC = re.compile(
    r"(?:产业|特色|支柱|主导|优势|重点|骨干|传统|新兴|战略性|高新技术|工业|县域|现代|未来|集群|体系|龙头|省级|国家级|、|和)*"
    r"(?:产业集群|集群|产业链|产业园|工业园|园区|开发区|高新区|基地|集中区|小镇|小区|制造业|产业|企业|工业)"
)
# Headings of a report by sectors of the economy, which are nobody's: 二、工业和建筑业.
_SECTORS = re.compile(
    "(?:(?:工业|建筑业|农业|农林牧渔业|服务业|第[一二三]产业|商贸业|批发零售业|房地产业|金融业|旅游业|交通运输业|邮电业|制造业)[和、与]?)+"
)
_LEADERS = ("龙头企业", "骨干企业", "核心企业", "链主企业", "领军企业", "牵头企业")
# Firms that a survey asked, and a counted group whose parts are told.
_AMONG = re.compile(
    r"(?P<whole>(?:走访|调查|调研|抽查|抽样|受访)的\d{1,5}[家户个][\u4e00-\u9fff]{0,6}?企业"
    r"|\d{1,4}[个家][\u4e00-\u9fff]{0,8}?(?:园区|集群|开发区|基地))中(?=，)"
)
_NOT_FAR = 400  # how far back a zone of the kind is meant, where others of its sort are named too
# What is done to those that a list names: 引进甲、乙、丙7家上市企业.
BRINGS_IN = re.compile("新?(?:引进|引入|招引|吸引|引育|签约|培育|带动|组织|服务)")
# One project that is spoken of already, and how far before it stands at most.
_WORK_ALONE = re.compile("(?:该|此|这个|这一|本)?(?:项目|工程)")
_NEAR = 200
# How many names of a kind are looked at before a kind alone.
_LOOK_BACK = 40
# Names of zones and clusters are so long.
_SHORTEST_NAME, _LONGEST_NAME = 7, 40
# A firm or institute that is spoken of already, and how its name ends.
_BODY_ALONE = re.compile(
    "(?:该|本|这家)?(?:(?<=家)(?:链主|龙头|骨干))?(?P<kind>公司|集团|企业)|该(?P<other>院|所|校|厂|中心)"
)
_BODY_ENDS = {
    **dict.fromkeys(
        ("公司", "集团", "企业"),
        "(?<![园区群链地业院所局厅会委府校社行])$|(?:泵业|实业|药业|纸业|锂业|钢铁|[^产]业)$",
    ),
    "院": "院$",
    "所": "所$",
    "厂": "厂$",
    "校": "(?:大学|学院|学校)$",
    "中心": "中心$",
}
# How firms are called that end as trades do: 津阜铜业.
_FIRM_OF_TRADE = re.compile("^[\u4e00-\u9fff]{2,6}(?<![产行工农企造务加])业$")
# What is done for those that are named next.
_HELPED = re.compile("(?:重点|大力|着力)?(?:扶持|帮扶|引导)")
# A town or street office, as towns are called: 桐乡市濮院镇, 大唐街道; not 专业镇.
_TOWN = re.compile("(?!每|各|这)[\u4e00-\u9fff]{2,14}(?:(?<![小业])镇|街道)")
# How a zone calls itself.
_OWN_KINDS = ("园区", "开发区", "工业园", "产业园", "基地")
# Kinds of zones that can mean one named before, and how names of that kind end.
ZONE_KIND_ALONE = re.compile(
    "(?:该|本|整个)?(?P<kind>产业集群|集群|集聚区|园区|产业链|小镇|开发区|工业园|产业园|基地)(?:内|里)?"
)
_KINDS = {"园区": ("园区", "工业园", "产业园", "开发区", "高新区"), "集群": ("集群",), "产业集群": ("集群",)}
# A trade and what became of it, and nothing else, as the head of a paragraph: 二是纺织服装产业做大。
_RISEN = re.compile(
    r"(?:[一二三四五六七八九十]是)(?P<trade>[\u4e00-\u9fff]{2,8}?(?:产业|制造业|工业))"
    r"(?:做|加快|持续|不断|稳步|快速|加速|健康|提质|逐步|日益|迅速|蓬勃|显著|优势|规模|实力|平稳)?(?:做)?(?:大|强|优|壮大|发展|增长|升级|转型|崛起|提升|增强|扩大|集聚|突破|增效|扩量)+[。；：\s]*$"
)
_GOVERNS = ("管委会", "政府")
_LENDS = re.compile("(?:[行社]|机构|担保公司|担保中心)$")
# Whom a rate is towards, who do not have it: 对甲公司、乙公司的本地配套率达35%.
_TOWARDS = re.compile(
    r"[，；。]?对[^，；。]{2,30}(?:的[^，；。]{0,6}(?:配套率|供货率|依存度|占比|出口|销售)|贡献)"
)
# Projects pushed forward in a sentence of their own.
_PUSHED = re.compile(
    r"(?:加快|推进|加快推进|实施|抓好|全力推进)(?:\d{1,4}|[一二两三四五六七八九十]{1,3})个(?P<what>[\u4e00-\u9fff]{2,12}?(?:项目|工程))(?:建设)?。\s*$"
)


class Background:
    """What is known around the clauses of one document."""

    def __init__(self, frame: Frame, phrases: Phrases, projects: dict[int, int]) -> None:
        """`projects`: spans of the names of projects, end by start."""
        self.frame, self.phrases, self.text, self.projects = frame, phrases, frame.text, projects
        self._headings: dict[int, Span | None] = {}
        self._kinds: dict[str, list[Span]] = {}
        self.makers: set[Span] = set()
        self._makers_in_order: list[Span] = []

    def learn(self, firm: Span) -> None:
        """Keep a firm that no list knows, for 公司 and 该企业 behind it."""
        if firm not in self.makers:
            self.makers.add(firm)
            insort(self._makers_in_order, firm)

    def named_before(self, found: Span) -> Span | None:
        """The one zone, cluster or project that a kind alone can mean: 集群 after 甲轴承产业集群, 该项目.

        None where the paragraph names several before it, or where a zone speaks of itself.
        """
        if _WORK_ALONE.fullmatch(self.text, *found):
            last = bisect_right(self._works, found[0] - 1) - 1
            if last < 0 or self._works[last] < found[0] - _NEAR:
                return None
            return self._works[last], self.projects[self._works[last]]
        body = _BODY_ALONE.fullmatch(self.text, *found)
        if body:
            known = self._body_before(found[0], _BODY_ENDS[body["kind"] or body["other"]])
            last = bisect_left(self._makers_in_order, found) - 1
            if body["kind"] and last >= 0 and self._makers_in_order[last][0] >= found[0] - _NEAR:
                return max(known or (0, 0), self._makers_in_order[last])
            return known
        kind = ZONE_KIND_ALONE.fullmatch(self.text, *found)
        if kind is None or (kind["kind"] in _OWN_KINDS and self.frame.speaks_for_itself):
            return None
        named = self._of_kind(kind["kind"])
        last = bisect_right(named, (found[0] - 1, 0))
        spans = named[max(last - _LOOK_BACK, 0) : last]
        if not spans:
            return None
        sentence = bisect_right(self._sentence_starts, found[0]) - 1
        edge = self.frame.sentences[self.paragraph(sentence)].start
        near = [span for span in spans if span[0] >= edge] or spans
        names = {self.text[slice(*span)] for span in near}
        if len(names) == 1:
            return near[-1]
        # 园区 is a zone that is called so, before one that is a 产业园
        exact = [span for span in near if self.text.endswith(kind["kind"], *span)]
        alone = near is spans and len({self.text[slice(*span)] for span in exact}) == 1
        if alone and found[0] - exact[-1][1] < _NOT_FAR:
            return exact[-1]
        return self._in_title(spans) if near is spans else None

    def _in_title(self, spans: list[Span]) -> Span | None:
        """The last of the zones or clusters that the document's title names, where it names one alone."""
        titled = [span for span in spans if self.text[slice(*span)] in self.frame.title]
        return titled[-1] if len({self.text[slice(*span)] for span in titled}) == 1 else None

    def trade_worked_on(self, start: int, end: int) -> Span | None:
        """The trade or chain that a sentence without figures sets out to build: 二是抓龙头，壮大陶瓷产业。

        Nothing where it lists several, or names none of its own: 壮大主导产业。
        """
        risen = _RISEN.match(self.text, start, end)
        if risen and not GENERIC.fullmatch(risen["trade"]):
            return risen.span("trade")
        left, right = self.clauses(start, end)[-1]
        right = left + len(self.text[left:right].rstrip("。：\n 　"))
        verb = HEADING_VERB.match(self.text, left, right)
        if verb is None or not verb[0] or not 3 <= right - verb.end() <= 16:
            return None
        found = verb.end(), right
        if (
            not self.text.endswith(("产业", "业", "产业链"), *found)
            or re.search("[、和与及，的]", self.text[slice(*found)])
            or GENERIC.fullmatch(self.text, *found)
            or SIZE_CLASS.search(self.text, *found)
            or self.text.endswith(("企业", "就业", "创业", "作业"), *found)
            or self.phrases.noun(*found) != found
        ):
            return None
        return found

    def trade_built(self, start: int, end: int) -> Span | None:
        """The trade that a clause builds up and nothing else: 做大做强起重机产业，产值达到60亿元.

        None where it names none of its own (壮大主导产业，产值达到60亿元).
        """
        first, _ = self.phrases.trim(start, end)
        built = _BUILDS_UP.match(self.text, start, end) or _BUILDS_UP.match(self.text, first, end)
        if built is None:
            return None
        found = built.span("what")
        if (
            (GENERIC.fullmatch(self.text, *found) and built["what"] not in _WHOLE_TRADES)
            or SIZE_CLASS.search(self.text, *found)
            or self.text.endswith(("企业", "就业", "创业", "作业", "工业"), *found)
            or ("、" not in built["what"] and self.phrases.noun(*found) != found)
        ):
            return None
        return found

    def works_pushed(self, start: int, end: int) -> Span | None:
        """The counted projects that a sentence without figures pushes: 加快7个畜牧产业项目建设。"""
        pushed = _PUSHED.match(self.text, start, end)
        return pushed.span("what") if pushed else None

    def _of_kind(self, kind: str) -> list[Span]:
        """Zones and clusters of a kind with a name of their own, in order; lists of them are none."""
        spans = self._kinds.get(kind)
        if spans is None:
            ends = _KINDS.get(kind, (kind,))
            spans = self._kinds[kind] = [
                (start, self.phrases.named[start])
                for start in self._named_starts
                if self.text.endswith(ends, start, self.phrases.named[start])
                and self.phrases.named[start] - start > len(kind) + 1
                and "、" not in self.text[start : self.phrases.named[start]]
            ]
        return spans

    @cached_property
    def _works(self) -> list[int]:
        return sorted(self.projects)

    def _body_before(self, position: int, ends: str) -> Span | None:
        """The firm or institute named last before 该公司 or 该院, near enough to be meant."""
        for index in range(bisect_right(self._named_starts, position - 1) - 1, -1, -1):
            start = self._named_starts[index]
            if start < position - _NEAR:
                return None
            if re.search(ends, self.text[start : self.phrases.named[start]]):
                return start, self.phrases.named[start]
        return None

    @cached_property
    def _named_starts(self) -> list[int]:
        return sorted(self.phrases.named)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.frame.sentences]

    def is_run_in(self, index: int, found: Span) -> bool:
        """Whether a sentence is a name and nothing else, as a heading run in to its paragraph: 建材产业。"""
        sentence = self.frame.sentences[index]
        return (
            self.paragraph(index) == index
            and re.fullmatch("[\u4e00-\u9fff“”、]+", self.text[slice(*found)]) is not None
            and (
                HEADING_SUBJECT.search(self.text[slice(*found)]) is not None
                or self.phrases.named.get(found[0]) == found[1]
            )
            and self.text[sentence.start : sentence.end].strip("。：\n 　") == self.text[slice(*found)]
        )

    def paragraph(self, index: int) -> int:
        """Index of the first sentence of the paragraph and section that a sentence stands in."""
        return self._paragraphs[index]

    @cached_property
    def _paragraphs(self) -> list[int]:
        """For each sentence the index of the first one of its paragraph and section."""
        firsts: list[int] = []
        previous: Sentence | None = None
        for index, sentence in enumerate(self.frame.sentences):
            goes_on = (
                previous is not None
                and previous.section == sentence.section
                and "\n" not in self.text[previous.end : sentence.start]
            )
            firsts.append(firsts[-1] if goes_on else index)
            previous = sentence
        return firsts

    def lead(self, index: int) -> Span | None:
        """What heads a paragraph: the section's heading where it names a zone, chain or trade."""
        for section in self.frame.section_path(self.frame.sentences[index].section)[:2]:
            if section not in self._headings:
                self._headings[section] = self._heading(section)
            if self._headings[section]:
                return self._headings[section]
        return None

    def _heading(self, section: int) -> Span | None:
        first, last = self.frame.headings[section].heading
        verb = HEADING_VERB.match(self.text, first, last)
        first = verb.end() if verb else first
        if (
            section
            and 2 <= last - first <= 24
            and (
                HEADING_SUBJECT.search(self.text[first:last])
                or self.phrases.named.get(first) == last
                or self.phrases.is_trade(self.text[first:last])
                or self.text.endswith(("制造", "加工"), first, last)
            )
            and "，" not in self.text[first:last]
            and not GENERIC.fullmatch(self.text, first, last)
            and not _SECTORS.fullmatch(self.text, first, last)
            and (
                self.phrases.noun(first, last) == (first, last)
                or first in self.phrases.named
                or self.phrases.is_place(first, first + 2)
            )
        ):
            return first, last
        return None

    def clauses(self, start: int, end: int) -> list[Span]:
        edges = [start, *(mark.end() for mark in CLAUSE.finditer(self.text, start, end)), end]
        return [(left, right) for left, right in pairwise(edges) if left < right]

    def is_whole(self, span: Span) -> bool:
        """Whether a topic is the place as a whole: 集群内 under it speaks of its clusters, not of it."""
        return WHOLE.fullmatch(self.text, *span) is not None or self.phrases.is_place(*span)

    def is_towards(self, start: int) -> bool:
        """Whether a clause tells a rate towards somebody, who does not have it."""
        return _TOWARDS.match(self.text, start) is not None

    def is_place_alone(self, span: Span) -> bool:
        return WHOLE.fullmatch(self.text, *span) is not None

    def told_of(self, start: int) -> Span | None:
        """The firms that a survey asked, or a group whose parts are told: 21个工业园区|中."""
        found = _AMONG.match(self.text, start)
        return found.span("whole") if found else None

    def is_firm(self, span: Span) -> bool:
        """Whether a topic is one named firm, of which a sentence goes on to tell behind ；."""
        printed = self.text[slice(*span)]
        return (
            self.phrases.named.get(span[0]) == span[1]
            and "、" not in printed
            and span[0] not in self.projects
            and HEADING_SUBJECT.search(printed) is None
        )

    def is_only_work(self, work: Span, end: int) -> bool:
        """Whether no other project is named behind one up to `end`."""
        behind = bisect_right(self._works, work[0])
        return behind == len(self._works) or self._works[behind] >= end

    def without_help(self, span: Span) -> Span:
        """A name without what is done for its bearer: 引导|甲电器, 重点扶持|甲、乙两大产业."""
        helped = _HELPED.match(self.text, *span)
        return (helped.end(), span[1]) if helped and span[1] - helped.end() >= 2 else span

    def brings_in(self, start: int, end: int) -> bool:
        """Whether a clause tells whom somebody brings in: 引进甲、乙等7家企业."""
        return BRINGS_IN.match(self.text, self.phrases.trim(start, end)[0], end) is not None

    def is_mere_trade(self, span: Span) -> bool:
        """Whether a topic is a trade without a place or name of its own."""
        return (
            self.text.endswith("业", *span)
            and span[0] not in self.phrases.named
            and not self.hands_on(span)
            and COUNTED.search(self.text, *span) is None
        )

    def is_told_of(self, span: Span) -> bool:
        """Whether a sentence without figures tells of a trade, firm or zone: 装备制造业蓬勃发展。"""
        return (
            self.lasts(span)
            and not self.is_whole(span)
            and not self.hands_on(span)
            and "、" not in self.text[slice(*span)]
            and COUNTED.search(self.text, *span) is None
            and GENERIC.fullmatch(self.text, *span) is None
        )

    def is_lender(self, span: Span) -> bool:
        return _LENDS.search(self.text, *span) is not None

    def is_body(self, span: Span) -> bool:
        return self.text.endswith(_GOVERNS, *span)

    def is_zone(self, span: Span) -> bool:
        return ZONE_END.search(self.text, *span) is not None

    def is_office(self, span: Span) -> bool:
        return self.text.endswith(("局", "厅"), *span)

    def is_town(self, span: Span) -> bool:
        return _TOWN.fullmatch(self.text, *span) is not None

    def lasts(self, span: Span) -> bool:
        """Whether a topic is spoken of beyond its own clause."""
        if self.text.endswith(("等企业", "等公司", "等龙头企业", "等骨干企业"), *span):
            return False
        return (
            span[0] in self.phrases.named
            or span[0] in self.projects
            or span in self.makers
            or WHOLE.fullmatch(self.text, *span) is not None
            or LASTING.search(self.text[slice(*span)]) is not None
            or self.phrases.is_place(*span)
            or self.text.endswith(_LEADERS, 0, span[0])
            or self.told_of(span[0]) == span
        )

    @cached_property
    def _named_again(self) -> set[str]:
        """How zones and clusters named once in full are printed again: 临朐县甲产业集群 of 山东省临朐县…."""
        again: set[str] = set()
        for start, end in self.phrases.named.items():
            name = self.text[start:end]
            if len(name) <= _LONGEST_NAME and HEADING_SUBJECT.search(name):
                again.update(name[cut:] for cut in range(len(name) - _SHORTEST_NAME + 1))
        return again

    def _is_named_again(self, span: Span) -> bool:
        """Whether a zone or cluster called by its place is one named in full elsewhere."""
        return self.text[slice(*span)] in self._named_again and bool(self.phrases.places_from(span[0]))

    def hands_on(self, span: Span) -> bool:
        """Whether a topic is spoken of beyond its own sentence: a place, a named zone or cluster."""
        printed = self.text[slice(*span)]
        return (
            (WHOLE.fullmatch(printed) is not None)
            or (WHOLE.match(printed) is not None and LASTING.search(printed) is not None)
            or self.phrases.is_place(*span)
            or _TOWN.fullmatch(printed) is not None
            or printed.endswith(_GOVERNS)
            or (
                HEADING_SUBJECT.search(printed) is not None
                and not self.text.endswith("元的", 0, span[0])  # 总投资30亿元的|产业园: a project
                and (span[0] in self.phrases.named or self._is_named_again(span))
                and "、" not in printed
                and _FIRM_OF_TRADE.search(printed) is None
            )
        )

    def place_of(self, topic: Span) -> Span | None:
        """The place that a topic begins with: 全区 of 全区制造业."""
        whole = WHOLE.match(self.text, *topic)
        return whole.span() if whole and whole.end() < topic[1] else None

    def ends(self, index: int) -> int:
        return self.frame.sentences[index].end
