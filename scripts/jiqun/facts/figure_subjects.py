"""Whose figure it is: the subject of each figure, once the figures of a document are known.

Chinese prose names a subject once and goes on: a place, trade, cluster, park or firm at the head of a clause
is what its figures and those of the following clauses are of, until another is named. A part (其中…), a
product or a firm among others holds for its own clause alone; a heading, or what opens a paragraph, holds
for the sentences below it that name none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import groupby

from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Figure, Span
from jiqun.facts.figure_words import LIST_JOINT, RESPECTIVELY
from jiqun.facts.frame import Frame
from jiqun.facts.subject_owners import Owners
from jiqun.facts.subject_topics import Topics
from jiqun.facts.subject_words import (
    AMOUNT,
    COUNTED,
    KIND_ALONE,
    LASTING,
    NOBODY,
    OF_GROUP,
    PART,
    RELIES_ON,
    SIZE_CLASS,
    WHOLE,
    ZONE_KIND,
)

_ITS_SHARE = re.compile("的?(?:占比|比重|比例|份额)$")
_PLANNED = re.compile("计划|目标|任务|预算")
_CLAUSE_MARK = re.compile("[，；：。]")
_OF_IT = re.compile(AMOUNT)
# 其中汽车增压器产业拥有整机企业87户，从业人员9600余人: the part is spoken of for longer.
_HAS_FIRMS = re.compile("拥有|现有|集聚|聚集")
# A further part and nothing else before its number.
_NEXT_PART = re.compile("、(?![是为占比达约近])(?P<what>[\u4e00-\u9fff]{2,12})")
# A clause that sums up the list before it.
_SUM = re.compile(r"(?:三者|两者|共计|合计|总计|加起来)")
# Projects of one stage, whose money and output the next figures are: 签约项目43个、总额68.5亿元.
_SIGNED = re.compile(
    r"(?:\w{0,8}?(?:季度|年|月))?(?:\d{1,4}[个项])?(?P<what>(?:现场|集中|新|正式)?(?:签约|投产|竣工|开工|在建|续建)(?:投产)?(?:工业|产业|招商)?项目)"
    r"(?:中，|(?:共|达|达到|有)?[\d一二三四五六七八九十百]+个)"
)
# Industry as such, which is nobody's name.
# Zones that are ground, and how what can be meant by such a kind alone is named.
_GROUND_KIND = re.compile("园区|开发区|产业园|工业园|集聚区|小区|小镇")
_GROUND_NAME = re.compile("[区园镇城港]|基地|集群|[市县]$")
# The place before what a fact counts: 全区|工业园区, 全市各类|市场.
_ALL_KINDS = re.compile(WHOLE.pattern + "(?:各类|各级)?$")
# A rank alone among those counted: 园区7个，其中国家级|4个.
_RANK_OF_THEM = re.compile("，其中[，：]?(?:国家|省|市|自治区)级(?:以上)?(?:有|达到)?")
# What stands around a kind alone: 该集群, 集群内.
_ALONE_IN = re.compile("^[该本此]|(?:内|里)$")
_INDUSTRY_ALONE = re.compile("产业|行业|领域|企业")
# A part of the projects with what came with it: 其中外资项目11个，合同外资14.8亿美元.
_PART_OF_PROJECTS = re.compile(
    r"其中，?(?P<what>[\u4e00-\u9fff]{1,8}?项目)(?:共|达|达到|有)?[\d一二三四五六七八九十百]+[个项]，"
)
_OF_SIGNED = OF_GROUP | {"contracted_fdi", "gross_output", "revenue", "tax"}
# A counted group that has figures of its own: what follows it speaks of the group.
_GROUP = re.compile(
    r"(?:集群|园区|小区|开发区|高新区|工业园|产业园|集中区|项目|工程|基地|专业镇|小镇|块状经济|市场)(?:（[^）]*）)?$"
)
# Before the number of those that have come further.
_HAVE_COME = re.compile("(?:已有|其中有|其中|现有)$")
# What a place seldom has without being named, and what may stand before it at the head of a sentence.
_OF_BEARER = frozenset(
    (
        "gross_output",
        "sales_revenue",
        "revenue",
        "profit",
        "tax",
        "employment",
        "export_value",
        "production_capacity",
        "enterprise_count",
    )
)
_TELLS_ON = re.compile(
    "(?:我们的?|他们的?|公司|企业|产品|现有|拥有|安置|吸纳|提供|解决|上缴|完成|实现|可|其中|共|年)*"
)
# What is added is of whom the document speaks for.
_ADDS = re.compile("新增|净增|培育|形成|引进|新建|培植")
# What a firm is called before its name, in a list of firms.
_FIRM_BY_KIND = re.compile("(?:龙头|骨干|链主|核心|领军|重点|牵头)企业(?=[\u4e00-\u9fff]{3})")
# A further trade, and the verb before its number.
_NEXT_TRADE = re.compile(
    r"(?:以上|左右)?[、，](?P<what>(?:(?![的超过])[\u4e00-\u9fff]){2,12}?(?:产业|产业链|集群|(?<![企就创])业))(?:力争)?(?:突破|达到?|超过|保持在|稳定在|实现|完成|增加到|提高到)$"
)
# How far projects have come, before the 的 that joins it to their name.
_STAGE_BEFORE = re.compile("(?:新?签约|新?开工|在建|引进|竣工|投产|入库|储备)$")
# What is done with a group of projects, before its name.
_DONE_WITH_GROUP = re.compile(
    "(?:纳入|列入|(?:园区|开发区|全[省市县区州旗])?共?(?:组织|集中)?(?:实施|安排|推进|谋划)(?:了)?)(?=[\u4e00-\u9fff“\\d])"
)
# A phase of a zone of which no more is said than that it is there.
_PHASE_DONE = re.compile(
    r"[一二三四五六]期(?:[\d.]+万?(?:亩|平方米|平方公里)[\u4e00-\u9fff]{0,6}?)?(?:已|全面|正式|顺利)*"
    "(?:(?:建成|竣工)(?:[，。；]|使用|投用|投产|运营)|投用|投入使用|开园|启用|(?:已)?交付使用|平整完毕)"
)
# What an authority takes its time for.
_APPROVES = re.compile("审批|审核|办理|办结|办证|时限|开办|注册|登记")
_GROWN = re.compile("，(?:同比|比上年|比去年|分别)?(?:增长|下降|增|降|上升|回落)(?:了)?")
# What firms as such do or have done for them: 企业|开办时间, 企业|贷款.
_OF_ANY_FIRM = ("贷款", "融资", "开办", "注册", "注销", "准入", "办事", "登记")
_COUNT_OF_GROUPS = frozenset(("cluster_count", "park_count", "administrative_count", "facility_count"))


@dataclass(slots=True)
class _Reading:
    """What is known while a sentence is read from left to right.

    `topic` is spoken of now, `opening` again behind ；; `group` is what the last figure counted, `signed` the
    projects of one stage, `whole` the names that a list's members are part of; `heard` opened the sentence
    without a name that holds for the paragraph: a trade, a firm, a kind of zone alone.
    """

    start: int
    position: int
    topic: Span | None
    opening: Span | None
    group: Span | None = None
    signed: Span | None = None
    previous: Figure | None = None
    first: bool = True
    heard: Span | None = None
    whole: dict[Span, Span] = field(default_factory=dict)

    def begin_anew(self) -> None:
        """Go back to what the sentence opened with."""
        self.topic, self.group, self.previous, self.signed = self.opening, None, None, None


class Subjects:
    """Gives the figures of one document their subjects."""

    def __init__(
        self, frame: Frame, phrases: Phrases, projects: dict[int, int], groups: dict[int, int]
    ) -> None:
        """`projects`, `groups`: spans of the names of projects and of counted groups, end by start."""
        self.frame, self.phrases, self.text, self.projects = frame, phrases, frame.text, projects
        self.topics = Topics(frame, phrases, projects)
        self.owners = Owners(frame, phrases, self.topics, projects, groups)
        self._lead: Span | None = None
        self._heard: Span | None = None
        self._full_names: list[Span] = []

    def assign(self, figures: list[Figure]) -> None:
        """Set the subject of each figure whose list has not given it one; `figures` are in order of place."""
        starts = [sentence.start for sentence in self.frame.sentences]
        topic: Span | None = None
        last = -2
        for index, group in groupby(
            figures, key=lambda figure: bisect_right(starts, figure.numeral.start) - 1
        ):
            sentence = self.frame.sentences[index]
            first = self.topics.paragraph(index)
            if index != last + 1 or last < first:
                self._heard = None
            if last < first:
                self._full_names = []
                runs_on = first > 0 and "\n" not in self.text[self.topics.ends(first - 1) : sentence.start]
                if runs_on:
                    topic = self._place_before(last, first) or topic
                kept = topic if runs_on and topic is not None and self.topics.is_whole(topic) else None
                topic = self.topics.lead(index) or kept
                last = first - 1
            for between in range(last + 1, index):
                silent = self.frame.sentences[between]
                found = self.topics.clause_head(silent.start, silent.end)
                if found and KIND_ALONE.fullmatch(self.text, *found):
                    works = self.text[slice(*found)] in ("项目", "工程")  # （三）项目建设提速。
                    found = None if works else self.topics.named_before(found) or found  # 三是开发区用地紧。
                self._heard = found if found and self.topics.is_told_of(found) else None
                if found and (
                    self.topics.hands_on(found)
                    or (
                        self.projects.get(found[0]) == found[1]
                        and self.topics.is_only_work(found, silent.end)
                    )
                ):
                    topic = found
                    continue
                place = self.topics.place_that_acts(silent.start, silent.end)
                if place:
                    topic = place
                    continue
                end = silent.start + len(self.text[silent.start : silent.end].rstrip("。：\n 　"))
                found = self.topics.clause_head(silent.start, end)
                if found and self.topics.is_run_in(between, found):
                    topic = found
                    continue
                worked_on = self.topics.trade_worked_on(silent.start, silent.end)
                topic = worked_on or self.topics.works_pushed(silent.start, silent.end) or topic
            inside = list(group)
            self._lead = self.topics.lead(index)
            handed = self._read_sentence(sentence.start, sentence.end, inside, topic)
            self._share_out(inside)
            for figure in inside:
                figure.subject = self._group_alone(figure.subject)
            topic = handed if handed and self.topics.hands_on(handed) else topic
            last = index

    def _place_before(self, last: int, first: int) -> Span | None:
        """The place that the sentence before a run-in heading tells of: 青石市从…入手。一是…."""
        if first - 1 <= last:
            return None
        before = self.frame.sentences[first - 1]
        return self.topics.place_that_acts(before.start, before.end)

    def _read_sentence(self, start: int, end: int, figures: list[Figure], topic: Span | None) -> Span | None:
        """Subjects of one sentence's figures; the topic it hands on."""
        topic_before = topic
        reading = _Reading(start, start, topic, topic)
        if self._heard is not None and self._goes_on_telling(start, figures[0]):
            reading.topic = reading.opening = reading.heard = self._heard
        self._heard = None
        # What the sentences before have handed on.
        carried = topic
        for figure in figures:
            head = self._head(figure, reading)
            topic = reading.topic
            if (
                head is None
                and topic is not None
                and figure.indicator
                and not self.topics.is_place_alone(topic)
            ):
                if topic is carried and self._is_of_authority(figure):
                    reading.topic = reading.opening = self.topics.place_of(topic)
                elif self.owners.speaks_of_place(topic, figure):
                    opening = reading.opening if reading.opening is not topic else None
                    reading.topic = reading.opening = self.topics.place_of(topic) or opening
                elif reading.opening is not None and self.owners.is_trade_aside(
                    topic, reading.opening, figure
                ):
                    reading.topic = reading.opening
            if figure.given and figure.subject is not None:
                figure.subject = self.topics.without_help(figure.subject)
                kind = _FIRM_BY_KIND.match(self.text, *figure.subject)
                if kind:
                    figure.subject = kind.end(), figure.subject[1]  # 龙头企业|沙窖酒业、赤禾酒业分别
            if (
                figure.given
                and figure.subject is not None
                and (
                    NOBODY.fullmatch(self.text, *figure.subject)
                    or SIZE_CLASS.fullmatch(self.text, *figure.subject)
                )
            ):
                figure.subject = None
            told = self._told_before(figures, figure) if figure.given else None
            if told is not None:
                figure.subject = told.subject  # 产值425亿元、投资19亿元，|分别增长27%和35%
            elif figure.given and figure.subject is not None:
                self._give_whole(figure, head, reading)
            elif figure.code != "gross_output" or figure.indicator != figure.subject or not figure.subject:
                # 汽车产业力争突破3000亿元 has its subject
                figure.subject = self._without_share(self._subject(figure, head, reading))
            if self._is_what_is_counted(figure):
                figure.subject = None
            if figure.unit == "1" and figure.code in _COUNT_OF_GROUPS and self._is_group(figure):
                reading.group = self._with_whole(start, figure)
                if reading.group is not None and "、" in self.text[slice(*reading.group)]:
                    self._full_names.append(reading.group)
            if figure.given and reading.previous is not None and reading.previous.given:
                self._cut_to_place(reading.previous, figure)
            reading.previous = figure
            reading.position = figure.numeral.end
        # A name that opens the sentence holds until another of its kind is named.
        peer = reading.topic
        if peer is not None and peer == reading.heard:
            self._heard = peer
        if reading.opening is not None and reading.opening == reading.heard:
            return topic_before
        if (
            peer is not None
            and reading.opening is not None
            and peer != reading.opening
            and not self.topics.is_whole(reading.opening)
            and self.topics.hands_on(peer)
        ):
            return topic_before
        return reading.opening

    def _told_before(self, figures: list[Figure], figure: Figure) -> Figure | None:
        """The figure before whose growth a list tells, which has the same indicator."""
        if figure.indicator is None:
            return None
        return next(
            (
                one
                for one in figures
                if one.numeral.start < figure.numeral.start
                and one.indicator == figure.indicator
                and one.statistic != figure.statistic
                and not one.given
            ),
            None,
        )

    def _goes_on_telling(self, start: int, figure: Figure) -> bool:
        """Whether a sentence opens with what only somebody told of has: 食品工业产值20亿元。利税3亿元。"""
        if figure.indicator is None or figure.code not in _OF_BEARER:
            return False
        if self.text.startswith("“", start):
            start += 1
        first, last = self.phrases.trim(start, figure.indicator[0])
        if _ADDS.search(self.text, start, figure.indicator[1]):
            return False  # 新增规上企业8家
        return _TELLS_ON.fullmatch(self.text, first, max(first, last)) is not None

    def _head(self, figure: Figure, reading: _Reading) -> Span | None:
        """Whom the clauses since the last figure give this one to; the topics they open are kept."""
        start, number = reading.start, figure.numeral.start
        anchor = number
        if figure.indicator and start <= figure.indicator[0] < number:
            anchor = figure.indicator[0]
        head: Span | None = None
        for left, right in self.topics.clauses(reading.position, number):
            if left == reading.position > start:
                # 20个国家级中心、200个省级中心: what stands behind a number is what it counts
                joint = self.text.find("、", left, right)
                if 0 <= joint == anchor - 1:
                    head = self.owners.product(anchor, figure)  # 火电装机480万千瓦、焦炭|产量600万吨
                if joint < 0 or joint + 1 >= anchor or anchor >= right:
                    continue  # 组建5支小分队常驻深圳、东莞，与协会合办对接会3场
                left = joint + 1
            stage = _SIGNED.match(self.text, left)
            if stage and stage.end() <= number:
                # 新开工项目8个，竣工项目14个，完成投资30亿元: nobody says whose
                behind = reading.previous is not None and reading.previous.code == "project_count"
                alone = reading.signed is None and not (behind and left == reading.position + 1)
                reading.signed = stage.span("what") if alone else None
            part = _PART_OF_PROJECTS.match(self.text, left)
            if part:
                reading.signed = part.span("what")
            found = self.owners.of_clause((left, right), anchor, figure)
            if left > start and self.text[left - 1] == "；":
                head = None
                reading.begin_anew()
            whole = self._whole_before(left, found)
            if whole is not None:
                self._take(whole, left, reading, False)
            if found is not None and not NOBODY.fullmatch(self.text, *found):
                glued = figure.indicator is not None and found[1] == figure.indicator[0]
                head = self._take(found, left, reading, glued)
        platform = self.owners.serves(figure, start)
        if platform and (head is None or platform[0] > head[0]):
            return platform
        named = self.owners.each_has(figure) or self.owners.found_for(figure)
        if named:
            return named
        zone = self.owners.improved(figure)
        if zone:
            return self._take(zone, zone[0], reading, False)
        return self.owners.made(figure) or head

    def _whole_before(self, left: int, found: Span | None) -> Span | None:
        """The named zone or cluster right before what it makes, of which the next clauses tell.

        泊头铸造产业集群|铸件年产能160万吨，上缴税金9.3亿元.
        """
        if found is None:
            return None
        first, _ = self.phrases.trim(left, found[0])
        zone_end = self.phrases.named.get(first, found[0] + 1)
        return (first, zone_end) if first < found[0] and zone_end == found[0] else None

    def _without_share(self, subject: Span | None) -> Span | None:
        """A part without the word for its share: 其中新能源汽车|占比70%."""
        share = _ITS_SHARE.search(self.text, *subject) if subject else None
        return (subject[0], share.start()) if subject and share and share.start() > subject[0] else subject

    def _take(self, found: Span, left: int, reading: _Reading, glued: bool) -> Span | None:
        """The name that a clause opens with, a kind alone resolved; kept as topic where it lasts.

        A trade `glued` to an indicator in mid-sentence holds for its own clause.

        None where industry as such opens the name of an indicator.
        """
        topic = reading.topic
        if self.text[slice(*found)] == "企业" and self.text.startswith(_OF_ANY_FIRM, found[1]):
            return None  # 新增|企业贷款: whoever lends it
        alone = KIND_ALONE.fullmatch(self.text, *found) is not None
        named = self.topics.named_before(found) if alone else None
        if named and self._is_of_kind(named, found):
            told = topic is not None and named[0] < topic[0] and self._is_of_kind(topic, found)
            found = topic if told and topic is not None and self.topics.hands_on(topic) else named
        elif alone and self._lead is not None and self._is_of_kind(self._lead, found):
            found = self._lead
        elif alone and (full := self._full_name(found)):
            found = full
        elif (
            alone
            and topic is not None
            and not self.topics.is_whole(topic)
            and not self.topics.is_body(topic)
            and not self._is_of_another_kind(found, topic)
        ):
            found = topic
        elif named:
            found = named
        elif _INDUSTRY_ALONE.fullmatch(self.text, *found):
            return None  # 产业|集中度, 企业|用电成本
        is_part = PART.match(self.text, left) and not _HAS_FIRMS.match(self.text, found[1])
        by_whom = (
            self.text.startswith("由", left)
            and topic is not None
            and (topic[0] in self.projects or self.text.endswith("项目", *topic))
        )
        if not alone and WHOLE.match(self.text, *found) and ZONE_KIND.search(self.text, *found):
            self._full_names.append(found)
        aside = (
            glued and not (reading.first and reading.previous is None) and self.topics.is_mere_trade(found)
        )
        if found is not topic and not is_part and not by_whom and not aside and self.topics.lasts(found):
            reading.topic, reading.group = found, None
            if reading.first and (
                self.topics.hands_on(found)
                or (self.topics.is_firm(found) and self.phrases.trim(left, found[1])[0] == found[0])
                or COUNTED.search(self.text, *found)
                or self.text[found[0] - 1 : found[0]] in ("个", "家", "条")
                or (alone and self.text.endswith(("园区", "开发区", "工业园"), *found))
            ):
                reading.opening = found
            told = alone and not self.topics.hands_on(found) and not self.topics.is_whole(found)
            if reading.first and (told or self.topics.is_told_of(found)):
                reading.heard = found
        reading.first = False
        return found

    def _full_name(self, kind: Span) -> Span | None:
        """The last topic of the paragraph that a place's zones or clusters were called by in full."""
        printed = _ALONE_IN.sub("", self.text[slice(*kind)])
        if ZONE_KIND.match(printed) is None:
            return None
        for span in reversed(self._full_names):
            if self.text[slice(*span)].endswith(printed):
                return span
        return None

    def _is_of_another_kind(self, kind: Span, topic: Span) -> bool:
        """Whether a kind of zone alone cannot mean the project or the group of single zones spoken of."""
        if ZONE_KIND.match(self.text, *kind) is None:
            return False
        return (
            topic[0] in self.projects
            or self.text.startswith("每", topic[0])
            or (self.text.endswith("集群", *kind) and self.text[slice(*topic)] in self.frame.body_names)
            or (
                _GROUND_KIND.match(self.text, *kind) is not None
                and _GROUND_NAME.search(self.text, *topic) is None
            )
        )

    def _is_of_kind(self, name: Span, kind: Span) -> bool:
        """Whether a name ends with a kind that stands alone: 产业带 of 南部煤化工产业带."""
        return self.text[slice(*name)].endswith(self.text[slice(*kind)])

    def _cut_to_place(self, previous: Figure, figure: Figure) -> None:
        """Leave the trade behind the last place of a list to the indicator: 甲市、乙县|农机产值."""
        if previous.subject is None or figure.subject is None or previous.subject[0] >= figure.subject[0]:
            return
        figure.subject = self.topics.as_places([previous.subject, figure.subject])[1]

    def _give_whole(self, figure: Figure, head: Span | None, reading: _Reading) -> None:
        """Let a subject that a list has given be the whole name that its clause opens with."""
        assert figure.subject is not None
        if (
            head is not None
            and head[0] <= figure.subject[0] < head[1]
            and "、" not in self.text[slice(*head)]
        ):
            reading.whole[figure.subject] = head
        figure.subject = reading.whole.get(figure.subject, figure.subject)

    def _subject(self, figure: Figure, head: Span | None, reading: _Reading) -> Span | None:
        """The subject of a figure: its plan's or project's, its clause's, the last figure's, the topic."""
        previous, topic, number = reading.previous, reading.topic, figure.numeral.start
        owner = previous.subject if previous is not None else None
        if previous is not None and self._is_of_plan(previous, figure):
            # 完成投资398亿元，为年度计划482亿元的82.6%
            return owner
        works = self.owners.works(
            figure, reading.start, number, owner is not None and owner[0] not in self.projects, head or owner
        )
        if works is not None:
            return works
        if head is None and reading.signed is not None and self._is_of_signed(figure):
            return reading.signed
        if previous is not None and (part := self._further_part(previous, number)):
            return part  # 其中再生铜126亿元、再生铝48亿元
        if previous is not None and (trade := self._next_trade(previous, number)):
            return trade
        if head is None and previous is not None and self._is_of_part(previous, figure):
            return owner  # 其中特种纸产业产值386亿元，规模以上企业74家
        if figure.numeral.form == "structure":
            return topic if topic is not None and self.topics.hands_on(topic) else None
        if head is not None:
            return head
        if previous is not None and (self._counts_on(previous, figure) or self._grows_too(previous, figure)):
            return owner
        if previous is not None and (self._goes_on(previous, figure) or self._is_part_of(previous, figure)):
            return owner
        if previous is not None and previous.given and topic and self._is_sum(number):
            return topic
        if (
            previous is not None
            and figure.indicator
            and previous.indicator
            and figure.indicator[1] == previous.indicator[1]
        ):
            return owner
        if reading.group is not None and figure.indicator and figure.code == "enterprise_count":
            added = _ADDS.search(self.text, max(figure.indicator[0] - 4, reading.start), figure.indicator[0])
            if added and SIZE_CLASS.match(self.text, *figure.indicator):
                return topic  # 集群发展到3个，新增|规模以上企业20户
        if reading.group is not None and self._counts_the_same(figure, reading.group):
            return topic  # 百亿级集群达到2个，形成|五百亿级集群1个
        return reading.group or topic

    def _is_of_signed(self, figure: Figure) -> bool:
        """Whether a figure is of the projects of one stage: 签约项目23个，协议引资10亿元，已有4个项目开工.

        新建项目12个 behind them counts others.
        """
        if figure.code in _OF_SIGNED:
            return True
        return (
            figure.code == "project_count"
            and figure.indicator is not None
            and self.text[slice(*figure.indicator)] == "项目"
            and _HAVE_COME.search(self.text, figure.numeral.start - 6, figure.numeral.start) is not None
        )

    def _goes_on(self, previous: Figure, figure: Figure) -> bool:
        """Whether a figure stands in the clause of the last, or is of the same product.

        产能达到25万吨/年、市场占有率12%; 肉牛饲养量13.8万头，出栏5.2万头.
        """
        if not _CLAUSE_MARK.search(self.text, previous.numeral.end, figure.numeral.start):
            return True
        return (
            previous.subject is not None
            and figure.indicator is not None
            and _OF_IT.match(self.text, previous.subject[1]) is not None
            and _OF_IT.match(self.text, figure.indicator[0]) is not None
        )

    def _grows_too(self, previous: Figure, figure: Figure) -> bool:
        """Whether a growth without a measure of its own is the last figure's: 其中制鞋业728亿元，增长18%."""
        return (
            figure.indicator is None
            and figure.statistic in ("growth_rate", "growth_amount")
            and previous.subject is not None
            and _GROWN.fullmatch(self.text, previous.numeral.end, figure.numeral.start) is not None
        )

    def _counts_on(self, previous: Figure, figure: Figure) -> bool:
        """Whether a count goes on with the same: 高新区8个，省级高新区13个; 园区7个，其中国家级4个."""
        between = self.text[previous.numeral.end : figure.numeral.start]
        return (
            figure.unit == previous.unit == "1"
            and previous.code in _COUNT_OF_GROUPS
            and (figure.code == previous.code or _RANK_OF_THEM.fullmatch(between) is not None)
            and previous.subject is not None
            and re.search("[；。]", between) is None
        )

    def _is_part_of(self, previous: Figure, figure: Figure) -> bool:
        """Whether a figure is a part of the last one, told by where it went: 其中对东盟出口2亿元."""
        edge = max(self.text.rfind(mark, 0, figure.numeral.start) for mark in "，；。") + 1
        same = previous.unit == figure.unit or (figure.code == previous.code and figure.code != "other")
        return (
            edge > previous.numeral.end
            and same
            and figure.unit != "1"
            and PART.match(self.text, edge) is not None
        )

    def _is_of_plan(self, previous: Figure, figure: Figure) -> bool:
        """Whether a figure says what was planned of the one before it, or what share of the plan that is."""
        between = self.text[previous.numeral.end : figure.numeral.start]
        return (
            figure.indicator == previous.indicator
            and len(between) < 14
            and (_PLANNED.search(between) is not None or between == "的")
        )

    def _further_part(self, previous: Figure, number: int) -> Span | None:
        """A further part of a list that 其中 opened: what stands between 、 and its number."""
        subject, last = previous.subject, previous.numeral.end
        if subject is None or subject[1] != previous.numeral.start:
            return None
        found = _NEXT_PART.fullmatch(self.text, last, number)
        if found is None or not (
            self.text.endswith("其中", 0, subject[0]) or self.text.endswith("、", 0, subject[0])
        ):
            return None
        return found.span("what")

    def _next_trade(self, previous: Figure, number: int) -> Span | None:
        """A further trade of a list whose measure the first has: 装备产值190亿元、|食品产业|突破120亿元."""
        found = _NEXT_TRADE.match(self.text, previous.numeral.end, number)
        return found.span("what") if found and previous.subject is not None else None

    def _is_of_part(self, previous: Figure, figure: Figure) -> bool:
        """Whether firms or jobs are those of the trade or zone that 其中 has just opened."""
        if previous.subject is None or figure.code not in ("enterprise_count", "employment"):
            return False
        first, last = previous.subject
        return (
            PART.search(self.text, max(first - 4, 0), first) is not None
            and LASTING.search(self.text[first:last]) is not None
            and re.search("[；。]", self.text[previous.numeral.end : figure.numeral.start]) is None
        )

    def _is_sum(self, number: int) -> bool:
        """Whether a clause sums up the list before it: 分别为22.4亿元、8.9亿元，合计31.3亿元."""
        edge = max(self.text.rfind(mark, 0, number) for mark in "，；。") + 1
        return _SUM.match(self.text, edge, number) is not None

    def _share_out(self, figures: list[Figure]) -> None:
        """Give the values of a 分别 list the members of the list that is their common subject.

        甲、乙、丙3个集群，2025年产值分别达到90亿元、40亿元和25亿元; not 甲、乙实现产值90亿元、税收3亿元.
        """
        index = 0
        while index < len(figures):
            last = index + 1
            while last < len(figures) and LIST_JOINT.match(
                self.text[figures[last - 1].numeral.end : figures[last].numeral.start]
            ):
                last += 1
            run = figures[index:last]
            index = last
            number, whole = run[0].numeral.start, run[0].subject
            if len(run) < 2 or any(figure.given for figure in run):
                continue
            if len({figure.period for figure in run}) > 1:
                continue
            edge = max(self.text.rfind(mark, 0, number) for mark in "，；。：\n") + 1
            if not RESPECTIVELY.search(self.text, edge, number):
                continue
            members = (
                self.topics.members(whole) or self.topics.members_before(whole[0])
                if whole is not None
                else []
            )
            if len(members) != len(run):
                members = self.topics.members_worked_on(edge, number) or members
            if len(members) != len(run):
                continue
            members = self.topics.as_places(members)
            for figure, member in zip(run, members, strict=True):
                figure.subject = member

    def _group_alone(self, subject: Span | None) -> Span | None:
        """A group of projects with what tells it apart, and without what is done: 纳入|省级计划项目.

        A restriction cut at its 的 is whole again: 签约|的亿元以上项目.
        """
        if subject is None:
            return None
        first, last = subject
        if self.text.startswith(("去年", "今年"), first) and self.text.endswith("项目", first, last):
            first += 2  # 去年|签约的亿元以上项目
        if self.text[first] == "的":
            stage = _STAGE_BEFORE.search(self.text, max(first - 4, 0), first)
            return (stage.start(), last) if stage else (first + 1, last)
        phase = _PHASE_DONE.match(self.text, last - 2)
        if phase and last - first > 5 and self.topics.is_zone((first, last - 2)):
            return first, last - 2  # 白酒产业园|一期建成使用，入园企业21户
        done = _DONE_WITH_GROUP.match(self.text, first, last)
        return (
            (done.end(), last)
            if done and self.text.endswith(("项目", "工程"), done.end(), last)
            else (first, last)
        )

    def _counts_the_same(self, figure: Figure, group: Span) -> bool:
        """Whether a figure counts clusters or zones as the group before it does, which are no part of it."""
        return (
            figure.code in _COUNT_OF_GROUPS
            and figure.indicator is not None
            and self.text[group[1] - 2 : group[1]] == self.text[figure.indicator[1] - 2 : figure.indicator[1]]
        )

    def _is_of_authority(self, figure: Figure) -> bool:
        """Whether a figure limits how long an authority takes: 全面推行承诺制，审批时限压缩到50个工作日."""
        return (
            figure.code == "time_limit"
            and figure.indicator is not None
            and not self.frame.speaks_as_zone
            and _APPROVES.search(self.text, *figure.indicator) is not None
        )

    def _is_group(self, figure: Figure) -> bool:
        """Whether a fact counts zones or clusters, of which the next clauses speak; no list goes on there."""
        return (
            figure.indicator is not None
            and (figure.modality.table == "indicators" or self.text.endswith("等", 0, figure.numeral.start))
            and _GROUP.search(self.text[slice(*figure.indicator)]) is not None
            and RELIES_ON.match(self.text, self._clause_start(figure.numeral.start)) is None
            and (figure.code != "facility_count" or figure.indicator[0] < figure.numeral.start)
            and self.text.startswith(("，", "；"), max(figure.numeral.end, figure.indicator[1]))
        )

    def _clause_start(self, position: int) -> int:
        return max(self.text.rfind(mark, 0, position) for mark in "，；。\n") + 1

    def _is_what_is_counted(self, figure: Figure) -> bool:
        """Whether zones by their kind alone are said to have zones: 工业园区是载体，…提升23个省级工业园区."""
        return (
            figure.code in _COUNT_OF_GROUPS
            and figure.subject is not None
            and figure.indicator is not None
            and not figure.given
            and KIND_ALONE.fullmatch(self.text, *figure.subject) is not None
            and self.text.endswith(self.text[slice(*figure.subject)], *figure.indicator)
        )

    def _with_whole(self, start: int, figure: Figure) -> Span | None:
        """The group that a fact counts, with the place before it: 全区工业园区 of 全区工业园区达到31个."""
        if figure.indicator is None:
            return None
        first, last = figure.indicator
        if first == figure.numeral.end:
            members = self.topics.with_members(start, (figure.numeral.start, last))
            if members[0] < figure.numeral.start:
                return members
        whole = _ALL_KINDS.search(self.text, max(start, first - 4), first)
        return (whole.start() if whole else first), last
