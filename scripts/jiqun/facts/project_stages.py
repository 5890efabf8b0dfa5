"""How far a project is: the events a passage tells of it, and whether they lie behind or ahead."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from jiqun.facts.frame import Frame
from jiqun.facts.modality import judge
from jiqun.language import vocabulary
from jiqun.language.periods import Period, find_periods

UNSPECIFIED = "unspecified"
# What an event that is done, and one that is to come, says of the project. Work under way stays what it is.
_STAGES = {
    "finish": ("operational", "under_construction"),
    "start": ("under_construction", "planned"),
    "ongoing": ("under_construction", "under_construction"),
    "sign": ("signed", "negotiating"),
    "negotiate": ("negotiating", "negotiating"),
    "plan": ("planned", "planned"),
    "none": (UNSPECIFIED, UNSPECIFIED),
}
_DRAWN_UP = frozenset(
    (
        "拟建",
        "拟",
        "谋划",
        "策划",
        "规划建设",
        "规划",
        "筹建",
        "筹备",
        "待建",
        "前期",
        "前期工作",
        "将建",
        "将建设",
        "将新建",
    )
)
_AHEAD = re.compile(
    r"年内|将|拟|(?<![主需重必首])要(?![求素点闻])|计划|力争|争取|确保|可(?!观)|望|预计|即将|尽快|尽早|早日|推动|加快|促(?!进)|[底末日月]前|”前|明年|后年|目标"
)
# What holds for the clauses behind that open with what is to be done: 下半年，我们将再掀热潮，|新开工9个.
_WILL = re.compile(r"(?:^|[，；])[^，；]{0,6}将[^，；]{2,30}，$")
_PAST = re.compile(r"已(?!成)|(?:去年|上年|前年|先后|相继|陆续|成功|顺利|现场|此前|刚刚?|率先)|一批")
_MONTH = re.compile(r"(?<![\d年])(\d{1,2})月(?!\d)")
_JOINED = re.compile(r"^(?:[、和及并与]|、?并)$")


# Where a word tells nothing of a project's course: 计划总投资 names a sum, 科技计划 a scheme, 规划面积 a
# size.
_GUARDS = {
    "计划": "(?<!科技计划)(?<!年度计划)(?<!火炬计划)(?<!星火计划)(?<!行动计划)(?<!三年计划)(?<!五年计划)"
    "(?!项目|总?投资(?!建)|单列|总额|[^，；。]{0,2}投资[\\d约])",
    "规划": "(?!面积|总面积|区|内|院|局|占地)",
    "前期": "(?!投入)",
    "拟": "(?!定|订|合|带动|新增就业|占地|用地|建建筑|建面积)",
    "拟建": "(?!建筑|面积)",
    "竣工": "(?!验收备案)",
    "建成": "(?!区|面积|后|(?:高)?标准|厂房|道路|主干道|(?:运营|投用|投运|使用|并[^，；。]{2,6})后)",
    "建成投产": "(?!后)",
    "竣工投产": "(?!后)",
    "投产达产": "(?!后)",
    "建成达产": "(?!后)",
    "建成投用": "(?!后)",
    "投入使用": "(?!后)",
    "投入运营": "(?!后)",
    "落户": "(?!政策)",
    "投产": "(?!后|企业)",
    "达产": "(?!后)",
    "有意": "(?!义|思|识)",
}


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells of a project's course, at [start, end) of the view."""

    start: int
    end: int
    kind: str


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {row["term"]: row["value"] for row in vocabulary.read("project_terms") if row["role"] == "event"}
    ordered = sorted(kinds, key=lambda term: (-len(term), term))
    part = "主体[^，。；、]{0,8}?(?:完工|封顶|竣工|建成|完成)|完成(?:主体|土建)(?:工程|结构|厂房|施工|建设)?"
    return re.compile(
        part + "|" + "|".join(re.escape(term) + _GUARDS.get(term, "") for term in ordered)
    ), kinds


@cache
def _governing() -> tuple[re.Pattern[str], dict[str, str]]:
    """Words that tell of a project's course only where they stand before it: 完成A、B等工程, 启动C."""
    kinds = {
        row["term"]: row["value"] for row in vocabulary.read("project_terms") if row["role"] == "event_before"
    }
    ordered = sorted(kinds, key=lambda term: (-len(term), term))
    return re.compile(
        "|".join(re.escape(term) + ("(?!投资|产值|税收|销售)" if term == "完成" else "") for term in ordered)
    ), kinds


_PAST_OR_COMING = re.compile("回顾|总结|完成情况|工作|安排|任务|打算|计划|预期|目标|重点")
# The longest heading that is read for its year.
_HEADING = 100
# How far before a project the words are read that tell of it: a clause may have no end.
_REACH = 400


def _opens(issued: str, first: str) -> bool:
    """Whether a date lies in the first month of a period."""
    return len(issued) >= 7 and issued[:7] == first[:7]


def year_of_section(frame: Frame, position: int) -> str | None:
    """The year that the heading of a section of a report tells of: 2014年工作回顾, 2015年主要任务."""
    for index in frame.section_path(frame.innermost(position)):
        first, last = frame.headings[index].heading
        if index == 0 or last - first > _HEADING:
            continue
        printed = find_periods(frame.text, first, last, frame.issued)
        if len(printed) == 1 and printed[0].kind in ("year", "relative") and printed[0].last:
            return printed[0].last[:4] if _PAST_OR_COMING.search(frame.text, first, last) else None
    return None


class StageReader:
    """Reads the events of one document's sentences."""

    def __init__(self, frame: Frame) -> None:
        self.frame, self.text = frame, frame.text
        self._starts = [sentence.start for sentence in frame.sentences]

    def events(self, start: int, end: int) -> list[Event]:
        """Events told between two positions, in order."""
        pattern, kinds = _words()
        return [
            Event(found.start(), found.end(), kinds.get(found[0], "ongoing"))
            for found in pattern.finditer(self.text, start, end)
        ]

    def governing(self, start: int, end: int) -> list[Event]:
        """Events told by the words that stand before a project or a group of them, in order."""
        start = max(start, end - _REACH)
        pattern, kinds = _governing()
        more = [
            Event(found.start(), found.end(), kinds[found[0]])
            for found in pattern.finditer(self.text, start, end)
        ]
        found = self.events(start, end)
        return sorted(
            [
                *found,
                *(
                    event
                    for event in more
                    if not any(event.start < other.end and other.start < event.end for other in found)
                ),
            ],
            key=lambda event: event.start,
        )

    def decide(self, events: list[Event]) -> tuple[str, Event | None]:
        """The stage that the events of one passage give, and the event that gives it.

        The first event of the project's course counts (今年6月开工、2027年底投产 is `planned`), talks come
        before a signature
        (签署框架协议，有意投资), plans count where nothing else is told. Unlike events in one coordination
        (在建、前期和策划的44项)
        give none.
        """
        if not events or self._mixed(events):
            return UNSPECIFIED, None
        course = [event for event in events if event.kind not in ("plan", "none")]
        talks = [event for event in course if event.kind == "negotiate"]
        chosen = (talks or course or [event for event in events if event.kind == "plan"] or events)[0]
        drawn_up = any(
            event.kind == "plan" and self.text[event.start : event.end] in _DRAWN_UP
            for event in events
            if event.start < chosen.start
        )
        if drawn_up and chosen.kind in ("finish", "start") and self.is_ahead(chosen):
            return "planned", chosen  # 拟建的X，2020年建成
        behind, ahead = _STAGES[chosen.kind]
        return (behind if behind == ahead else ahead if self.is_ahead(chosen) else behind), chosen

    def _mixed(self, events: list[Event]) -> bool:
        """Whether two unlike events are coordinated: 引进和续建, 在建、前期和策划."""
        return any(
            one.kind != other.kind and _JOINED.match(self.text[one.end : other.start]) is not None
            for one, other in pairwise(events)
        )

    def is_ahead(self, event: Event) -> bool:
        """Whether an event is still to come: its own words say so, else a printed period, else the
        passage.
        """
        text = self.text
        number = max(bisect_left(self._starts, event.end) - 1, 0)
        sentence = self.frame.sentences[number]
        floor = max(sentence.start, event.start - 200)
        clause = max(floor, max(text.rfind(mark, floor, event.start) for mark in "，；。：") + 1)
        before = text[clause : event.start]
        if text.startswith("了", event.end) or re.search(
            r"已(?:经|全部|全面|正式|如期|顺利|于[^，]{2,8})?$", before
        ):
            return False
        if re.match(r"[^，；。]{0,2}(?:有望|可望)", text[event.end : event.end + 4]):
            return True
        if _AHEAD.search(before) or (before.strip() in ("", "新") and _WILL.search(text, floor, clause)):
            return True
        ahead = self._ahead_by_period(clause, event)
        if ahead is not None:
            return ahead
        if _PAST.search(before) or event.kind == "sign":
            return False
        return judge(self.frame, number, event.start, event.end, floor, sentence.end, None).table == "targets"

    def _ahead_by_period(self, clause: int, event: Event) -> bool | None:
        """What a period in the event's clause says against the document's date; None where either is
        missing.
        """
        issued = self.frame.issued
        # 全年 is the year that the section speaks of.
        periods = [
            period
            for period in self.periods(clause, event.end)
            if self.text[period.start : period.end] not in ("全年", "年度")
        ]
        if (
            issued
            and periods
            and periods[-1].last
            and not any(year in self.frame.false_years for year in periods[-1].years)
        ):
            first, last = periods[-1].first, periods[-1].last
            if first and first[: len(issued)] <= issued <= last and periods[-1].kind not in ("within", "now"):
                # 三季度集中开工31个, said in the quarter; a report that opens the year tells what is to come.
                return True if _opens(issued, first) and self._reports() else None
            length = min(len(last), len(issued))
            if last[:length] != issued[:length]:
                return last[:length] > issued[:length]
            return None
        month = _MONTH.search(self.text, clause, event.start)
        if issued and len(issued) >= 7 and month and 1 <= int(month[1]) <= 12:
            told_of = year_of_section(self.frame, clause) or issued[:4]
            if told_of != issued[:4]:
                return told_of > issued[:4]  # 9月投产 under 2014年工作回顾, said in 2015
            return int(month[1]) > int(issued[5:7])
        return None

    def _reports(self) -> bool:
        """Whether the document is a report, which tells the plans of the year it opens."""
        return self.frame.document_type == "report"

    def periods(self, start: int, end: int) -> list[Period]:
        """Periods printed between two positions."""
        return find_periods(self.text, start, end, self.frame.issued)
