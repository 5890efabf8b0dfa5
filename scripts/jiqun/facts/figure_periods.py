"""The period of a figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cached_property
from operator import attrgetter

from jiqun.facts.figure_distribution import list_length
from jiqun.facts.figure_state import Carried, Quantity
from jiqun.facts.frame import Frame
from jiqun.language.periods import Period, find_periods, plan_of
from jiqun.reading import Sentence

# As much of a heading as is read for a period; a paragraph without a full stop may be one long heading.
_HEADING = 100
# What joins a period to the one compared with before it: 比上年|全年, 较一季度|和|1-5月.
_JOINTS = ("", "和", "与", "、", "及")
# How many periods before a figure are looked at for one that does not hold for another.
_LOOK_BACK = 24
_start, _end = attrgetter("start"), attrgetter("end")

_IN_ORDER = re.compile("分别|依次")

_YEARLY_RATE = re.compile(r"年均|年平均")
_TIMES = re.compile(r"的?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍")

# A paragraph that turns from what was reached to what is wanting.
_TURN = re.compile(
    r"(?:但|但是|然而|不过|同时)?，?(?:也要|还要|也应|应当|也必须|必须|也)?(?:清醒(?:地)?)?(?:看到|认识到)|但|短板|存在的(?:主要)?(?:问题|困难)"
    r"|(?:主要)?问题|不足之处"
)
# The plan of a year right before its sum.
_PLANNED = re.compile(
    r"(?<![\d今去上前明本当])(?P<year>年度?)(?:投资|产值|税收)?(?:计划|目标|任务|预算)(?:完成|安排|实施)?(?:总)?(?:投资|产值|税收)?（?(?:为|约|达)?$"
)
# What follows a period that holds for its own clause alone: a sum over a plan, an event of a project.
_ASIDE = re.compile(
    r"(?:期间|时期)?(?:年均|累计)|(?:底|末|初)?前?(?:动工|开工|竣工|投产|投运|建成|投入运营|试车|试产|签约|完工|投用|封顶|交付)"
)
_FOR_ONE_SUM = re.compile(r"(?:期间|时期)?(?:年均|累计)")
# What stands for long: its time is printed with it, or is that of the whole section.
_STANDS = re.compile(
    r"(?:占地|规划(?:总)?面积|建筑(?:总)?面积|总面积|占地面积)(?:约|近|达|为|达到|超过|共)*$"
)
# What works will bring, nobody says when.
_WILL_BRING = re.compile("(?:预计)?(?:每?年)?可(?:年)?(?:新增|实现|带动|形成|吸纳|提供|安排|解决|创|增)")
# When something is to be there, behind its size: 一期280亩|于|2007年底前建成; not 高于2007年.
_DUE_AT = re.compile(
    "(?:[\\d一二三四五六七八九十百千万亿][^，；。\\d]{1,3}|将|拟|计划|预计|力争|确保|已|期|项目|工程)于$"
)
_TILL_DUE = re.compile(r"[^，；。、\d]{0,8}?(?:于|(?:计划|拟|将|预计|力争|确保)于?)")
# 2018—2020年, 2018年至2020年
_YEARS_OF_PLAN = 5
_SPAN_OF_YEARS = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)年?(?:-|—{1,2}|~|至|到)(?P<last>(?:19|20)\d\d)年"
)
# Once it runs: 达产后, 全部建成投产后.
_ONCE_RUNNING = re.compile(r"(?:达产|投产|建成|满产|竣工|运营|完工)后")


# What a named programme is to reach, told behind it in brackets.
_NAMED_PLAN = re.compile("(?:工程|计划|行动)[”]?（即[^）]*$")
# Titles of texts that tell what a time has brought, and how far into a document a title may begin.
_TELLS = re.compile("公报|运行|快报|统计|形势|概况|(?:完成|进展|发展)情况")
_BEFORE_TITLE = 300
# When something was founded, which is no time of its figures: 2014年|建成的产业园占地680亩.
_ONCE_FOUNDED = re.compile(
    "(?:[底初末]|\\d{1,2}月)?(?:建成|成立|设立|引进|创办|落户|启用|获批|组建|起步)的(?=[“\u4e00-\u9fff])"
)


class FigurePeriods:
    """Periods of one document's figures: printed in the sentence, or carried along by the section."""

    def __init__(self, frame: Frame, carried: Carried) -> None:
        self.frame = frame
        self.text = frame.text
        self.carried = carried
        self._periods: dict[int, Period] = {}
        self._last: Period | None = None
        self._last_sentence = -1
        self._of_headings: dict[int, Period | None] = {}
        self._told_of: list[Period] | None = None
        self._in_order = [found.start() for found in _IN_ORDER.finditer(frame.text)]
        # Those of the sentence: 每年, and the others.
        self._every: list[Period] = []
        self._told: list[Period] = []
        # The years it measures growth from: 由2015年的3亿元.
        self._bases: list[Period] = []

    def of_sentence(self, start: int, end: int) -> list[Period]:
        """Periods of the sentence that is read next, without those that only say what is compared with."""
        found = find_periods(self.text, start, end, self.frame.issued)
        periods = self._said(found, start, end)
        self._bases = [
            period
            for period in found
            if period.kind == "year" and self.text.startswith(("从", "由"), period.start - 1)
        ]
        periods = [self._of_told_year(period) for period in periods]
        self._every = [period for period in periods if period.kind == "every"]
        self._told = [period for period in periods if period.kind != "every"]
        return periods

    def _of_told_year(self, period: Period) -> Period:
        """年末 in a communiqué is the end of the year that it tells of, not of the one it comes out in."""
        printed = self.text[period.start : period.end]
        if printed in ("年内", "年底", "年末", "年度", "年底前") and period.last:
            year = self._year_ahead()
            if year and year > period.last[:4]:
                first = f"{year}-01-01" if period.first else None
                return replace(period, first=first, last=f"{year}-12-31")
        if period.kind != "deadline" or printed not in ("年末", "年底"):
            return period
        told = self._period_told()
        if told is None or told.last is None or told.last[:4] >= (period.last or "")[:4]:
            return period
        return replace(period, last=f"{told.last[:4]}-12-31")

    def _year_ahead(self) -> str | None:
        """The year after the document's that a heading plans for: 二、2023年工作打算, of December 2022."""
        issued = self.frame.issued
        index = self.carried.sentence
        if not issued or not 0 <= index < len(self.frame.sentences):
            return None
        heading = self._period_of_heading(self.frame.sentences[index].section)
        if heading is None or heading.kind != "year" or not heading.last or len(heading.years) != 1:
            return None
        return heading.last[:4] if int(heading.last[:4]) == int(issued[:4]) + 1 else None

    def _said(self, found: list[Period], start: int, end: int) -> list[Period]:
        """The periods of a sentence without those compared with, one by one or joined: 较一季度和1-5月."""
        kept: list[Period] = []
        compared = -1
        for period in found:
            joined = compared >= 0 and self.text[compared : period.start] in _JOINTS
            if joined or self._only_compared(period, start):
                behind = self.text.startswith(("比", "较", "与", "同"), period.start - 1)
                compared = period.end if joined or behind else -1
            elif not self._in_title(period, start, end):
                kept.append(period)
        return kept

    def _in_title(self, period: Period, start: int, end: int) -> bool:
        """Whether a period is part of a document's title: 《雁阵形集群行动（2024-2025年）实施方案》."""
        opens = self.text.rfind("《", start, period.start)
        return (
            opens >= 0
            and opens > self.text.rfind("》", start, period.start)
            and (self.text.find("》", period.end, min(end, period.end + 60)) >= 0)
        )

    def _is_due(self, start: int, period: Period) -> bool:
        """Whether 于 before a period says when something is due: 一期280亩于2007年底前; not 高于2007年."""
        return _DUE_AT.search(self.text, max(start, period.start - 12), period.start) is not None

    def _only_compared(self, period: Period, start: int) -> bool:
        """Whether a period only says what is compared with.

        比上年增长, 较“十一五”末降低, 在2005年的基础上.
        """
        before = self.text[max(start, period.start - 2) : period.start]
        after = self.text[period.end : period.end + 6]
        return (
            before.endswith(("比", "较", "与", "同", "由", "是", "为"))
            or (
                before.endswith("于")
                and not _DUE_AT.search(self.text, max(start, period.start - 12), period.start)
            )
            or (period.kind == "day" and after.startswith(("发布", "公布", "印发", "通报", "对外发布")))
            or self.text.endswith(("延续了", "延续", "扭转了", "扭转"), start, period.start)
            or after.startswith(("的基础上", "基础上", "相比", "为基期", "为基数", "同期的", "年前"))
            or (after.startswith("前") and self.text[period.end - 1] not in "底末月日")
            or _TIMES.match(self.text, period.end, period.end + 10) is not None
            or (period.kind == "year" and _ONCE_FOUNDED.match(self.text, period.end) is not None)
        )

    def period(self, quantity: Quantity, periods: list[Period]) -> Period | None:
        """The period of a quantity; what `_judge` says, remembered for a sentence that goes on with 其中."""
        self._last, self._last_sentence = self._judge(quantity, periods), self.carried.sentence
        return self._last

    def _judge(self, quantity: Quantity, periods: list[Period]) -> Period | None:
        """The last period printed before the number in its sentence, else the one its section carries along.

        年均 under a deadline speaks for the whole plan; 三年累计 for the plan that heads the section, where
        it is as long.
        """
        numeral = quantity.numeral
        planned = self._planned_year(quantity)
        if planned is not None:
            return planned
        named_plan = _NAMED_PLAN.search(self.text, max(quantity.start, numeral.start - 60), numeral.start)
        if named_plan:
            # 今年来实施“323”工程（即培育…）: when it was carried out is not when its goals are due
            periods = [period for period in periods if period.start > named_plan.start()]
            if not periods:
                return None
        found = whole = None
        nearest = bisect_left(periods, numeral.start, key=_start)
        for period in reversed(periods[max(0, nearest - _LOOK_BACK) : nearest]):
            if self._is_whole_year(period):
                whole = whole or period
            if (
                period.kind not in ("every", "recent")
                and self.text[period.start : period.end] not in ("全年", "年度", "年均")
                and not self._holds_elsewhere(period, quantity)
                and not self._is_of_other_works(period, numeral.start)
            ):
                # 1至11月完成产值100亿元，预计全年可完成142亿元
                found = whole if whole is not None and self._is_part_of_year(period) else period
                break
        sentence = self.frame.sentences[self.carried.sentence]
        section = sentence.section
        if found is None and self.text.startswith("其中", sentence.start):
            goes_on = self._last_sentence >= self.carried.sentence - 1
            last = self._last if goes_on else self._period_before(sentence.start)
            if last is not None:
                return last
        if _STANDS.search(self.text, quantity.clause, numeral.start):
            parted = found is not None and self.text.find("；", found.end, numeral.start) >= 0
            if found is None or (parted and found.kind != "now"):
                return self._period_of_heading(section)
            if found.kind == "day":
                return self._period_of_heading(section)
            if self._is_aside(found) and found.start < quantity.clause:
                return None
        if found is None and whole is not None:
            return self._whole_year(whole, section)
        if found is None:
            found = self._due(quantity, periods) or self._carried_period(section, sentence.start)
        elif (
            found.kind not in ("within", "now", "span", "day")
            and not self._is_month(found)
            and not self._is_aside(found)
            and self.text[found.start : found.end] not in ("年内", "年底", "年末")
            and not self.text.startswith(("截至", "截止"), found.start)
        ):
            self.carried.period = self._periods[section] = found
        if self._once_running(found, numeral.start, quantity.start):
            return None
        if (
            found is not None
            and quantity.start <= found.start < quantity.clause
            and self._is_aside(found)
            and _WILL_BRING.match(self.text, quantity.clause)
        ):
            return None  # 二期年内开工，|可新增就业600人
        if found is not None and found.kind == "span":
            found = self._placed(found, section)
        every = bisect_left(self._every, numeral.start, key=_start) - 1
        if every >= 0 and self._yearly(self._every[every], quantity):
            return self._each_year(self._every[every], found)
        if _YEARLY_RATE.search(self.text, quantity.clause, numeral.start):
            return self._of_all_years(found, section)
        return found

    def _of_all_years(self, found: Period | None, section: int) -> Period | None:
        """The years that a yearly rate is of: those of the plan, or since the year the growth starts from."""
        if found is None:
            return self._period_of_title()
        if found.kind == "year" and found.first and found.last:
            around = self._period_of_heading(section)
            if around is not None and around.kind == "plan" and (around.last or "")[:4] == found.last[:4]:
                return around
            base = bisect_left(self._bases, found.start, key=_start) - 1
            if base >= 0 and (since := self._bases[base].years[0]) < int(found.last[:4]):
                return replace(found, first=f"{since + 1}-01-01", status="resolved")
        if found.kind == "deadline" and found.first is None and found.last:
            plan = self._plan_span(found.last)
            if plan:
                return replace(found, first=plan[0])
            if self.frame.issued and self.frame.issued[:4] <= found.last[:4]:
                return replace(found, first=f"{self.frame.issued[:4]}-01-01")
        return found

    def _whole_year(self, whole: Period, section: int) -> Period:
        """全年 as the year that heads its section, else that of the document's date.

        A deadline that the sentence before set does not hold for it, nor a heading's 下半年.
        """
        heading = self._period_of_heading(section)
        if heading is None or (heading.kind in ("part", "relative") and self._is_part_of_year(heading)):
            return whole
        return heading

    def note(self, sentence: Sentence) -> None:
        """Carry the year that opens a sentence without figures: 1998年，形势严峻。…产值986亿元."""
        found = find_periods(
            self.text, sentence.start, min(sentence.end, sentence.start + 14), self.frame.issued
        )
        if (
            found
            and found[0].start == sentence.start
            and (
                found[0].kind == "year"
                or (
                    self.text[found[0].start : found[0].end] in ("去年", "上年", "今年上半年", "上半年")
                    and self._period_of_heading(sentence.section) is None
                )
            )
            and not self._only_compared(found[0], sentence.start)
        ):
            self._periods[sentence.section] = found[0]

    def listed(self, quantity: Quantity) -> list[Period]:
        """Periods that a list of values takes in order: 2023年、2025年产值分别达到A、B.

        Fewer than two are none.
        """
        told = self._told
        index = bisect_right(told, quantity.numeral.start, key=_end) - 1
        if index < 0 or not self._says_in_order(told[index].end, quantity.numeral.start):
            return []
        years = self._years_of(told[index], quantity)
        if years:
            return years
        first = index
        while first and self._joined(told[first - 1], told[first]):
            first -= 1
        return told[first : index + 1] if first < index else []

    def _says_in_order(self, start: int, end: int) -> bool:
        """Whether 分别 or 依次 stands between two positions."""
        place = bisect_left(self._in_order, start)
        return place < len(self._in_order) and self._in_order[place] < end

    def _joined(self, one: Period, other: Period) -> bool:
        return other.start == one.end + 1 and self.text[one.end] in "、和与及"

    def _years_of(self, period: Period, quantity: Quantity) -> list[Period]:
        """Each year of a span that a list of as many values follows: 2016年至2018年，分别完成A、B、C."""
        if period.kind != "range" or period.first is None or period.last is None:
            return []
        first, last = int(period.first[:4]), int(period.last[:4])
        if (
            not 1 <= last - first <= 6
            or list_length(self.frame, quantity.numeral, one_unit=True) != last - first + 1
        ):
            return []
        return [
            replace(period, first=f"{year}-01-01", last=f"{year}-12-31", status="resolved")
            for year in range(first, last + 1)
        ]

    def _plan_span(self, last: str) -> tuple[str, str] | None:
        """The span that ends with a date: the title's own, else the five-year plan's."""
        titled = self._period_of_title()
        if titled is not None and titled.first and titled.last and titled.last[:4] == last[:4]:
            return titled.first, titled.last
        return self._printed_spans.get(last[:4]) or plan_of(last)

    @cached_property
    def _printed_spans(self) -> dict[str, tuple[str, str]]:
        """Spans of years that the text prints, by the year they end with: 2018—2020年; none where two do."""
        spans: dict[str, tuple[str, str]] = {}
        for found in _SPAN_OF_YEARS.finditer(self.text):
            span = f"{found['first']}-01-01", f"{found['last']}-12-31"
            if 1 <= int(found["last"]) - int(found["first"]) <= 6:
                known = spans.setdefault(found["last"], span)
                if known != span:
                    return {}
        return spans

    def _period_before(self, start: int) -> Period | None:
        """The period of the sentence that one with 其中 is a part of: 3月18日签约46个。其中外资项目11个."""
        index = self.carried.sentence - 1
        if index < 0 or self.frame.sentences[index].section != self.frame.sentences[index + 1].section:
            return None
        before = self.frame.sentences[index].start, start
        found = find_periods(self.text, *before, self.frame.issued)
        return next((p for p in reversed(self._said(found, *before)) if p.kind != "every"), None)

    def _holds_elsewhere(self, period: Period, quantity: Quantity) -> bool:
        """Whether a period was for another figure only.

        “十四五”年均增长7% and 五年累计 say how that one figure is meant; 到2025年 before it holds on.
        """
        if period.kind in ("part", "now") or (
            period.kind != "span" and not _FOR_ONE_SUM.match(self.text, period.end)
        ):
            return False  # 1-6月累计 goes on as 1-6月 does
        end = min(
            (at for mark in "，；。" if (at := self.text.find(mark, period.end)) >= 0), default=len(self.text)
        )
        return end < quantity.numeral.start and not re.search(
            r"翻|达到", self.text[max(quantity.clause, quantity.numeral.start - 4) : quantity.numeral.end]
        )

    def _due(self, quantity: Quantity, periods: list[Period]) -> Period | None:
        """The time behind a number and what it counts: 280亩|于2007年底前|建成, 12栋厂房|计划明年6月|交付."""
        number = quantity.numeral.end
        following = bisect_left(periods, number, key=_start)
        if following >= len(periods) or periods[following].kind not in (
            "deadline",
            "year",
            "relative",
            "part",
        ):
            return None
        due = periods[following]
        between = self.text[number : due.start]
        return due if _TILL_DUE.fullmatch(between) and self._is_aside(due) else None

    def _is_of_other_works(self, period: Period, number: int) -> bool:
        """Whether a period is when something is built that is told before a ；, or what it will bring then.

        6月底前建成污水处理厂；入园企业不少于6家; 二期年内开工，可新增就业600人: no time of these is known.
        """
        if not self._is_aside(period) or _FOR_ONE_SUM.match(self.text, period.end):
            return False
        return self.text.find("；", period.end, number) >= 0

    def _is_month(self, period: Period) -> bool:
        """Whether a period is a single month: an event of that month, no time that goes on."""
        return bool(period.first and period.last and period.first[:7] == period.last[:7])

    def _planned_year(self, quantity: Quantity) -> Period | None:
        """The year that plans a sum: 年度计划投资260亿元, 完成年任务75亿元; not 完成年度计划的23%.

        Of a past year that the section tells of, the period is that year as printed.
        """
        number = quantity.numeral.start
        found = None if quantity.numeral.code == "%" else _PLANNED.search(self.text, quantity.clause, number)
        if found is None:
            return None
        index = bisect_right(self._told, number, key=_end) - 1
        near = self._told[index] if index >= 0 and self._told[index].last else None
        around = near or self._period_of_section(self.frame.sentences[self.carried.sentence].section)
        issued = (self.frame.issued or "")[:4]
        year = ((around.last if around is not None else None) or issued)[:4]
        ahead = self._year_ahead()
        year = ahead if ahead and near is None else year
        if not year or (issued and year not in (issued, ahead)):
            return None
        return Period(*found.span("year"), "relative", f"{year}-01-01", f"{year}-12-31", "resolved")

    def _is_whole_year(self, period: Period) -> bool:
        """全年 as a time, not in 完成全年目标的78%."""
        return (
            self.text[period.start : period.end] == "全年"
            and period.first is not None
            and not self.text.startswith(("目标", "计划", "任务", "预期"), period.end)
        )

    def _is_part_of_year(self, period: Period) -> bool:
        """Whether a period ends before its year does, or begins after: 1至11月, 四季度, 年底."""
        if period.last is None:
            return False
        opens = period.first is not None and period.first[4:] in ("", "-01-01")
        return not (opens and period.last[4:] in ("", "-12-31"))

    def _is_aside(self, period: Period) -> bool:
        """Whether a period is said of one thing alone: “十三五”累计减贫, 一季度动工."""
        return _ASIDE.match(self.text, period.end) is not None

    def _carried_period(self, section: int, start: int) -> Period | None:
        """The period carried into a sentence; a paragraph on what is wanting drops it."""
        if _TURN.match(self.text, start) and self._opens_paragraph(start):
            self._periods.pop(section, None)
            self.carried.period = None
        carried = self._periods.get(section)
        if (
            carried is not None
            and self.frame.document_type == "article"
            and (carried.status == "resolved" or not section)
            and "\n" in self.text[carried.end : start]
        ):
            # 去年 in a news item holds for its paragraph
            return self._period_of_heading(section)
        return self._period_of_section(section)

    def _opens_paragraph(self, start: int) -> bool:
        return self.text[max(0, start - 8) : start].rstrip(" \u3000").endswith("\n")

    def _once_running(self, period: Period | None, number: int, start: int) -> bool:
        """Whether a figure is what a project will bring once it runs: no date is known for it."""
        first = max(start, period.end if period is not None and period.start < number else start, number - 40)
        found = _ONCE_RUNNING.search(self.text, first, number)
        return found is not None and "。" not in self.text[found.end() : number]

    def _yearly(self, every: Period, quantity: Quantity) -> bool:
        return self.text.startswith("每年", every.start) and every.start >= quantity.clause

    def _each_year(self, every: Period, around: Period | None) -> Period:
        """每年 under a plan is each year of the plan."""
        if around is None or not around.last:
            around = self._period_of_title()
        if around is None or not around.last:
            return every
        first = around.first
        if first is None and (span := self._plan_span(around.last)):
            first = span[0]
        return replace(every, first=first, last=around.last, status="resolved" if first else "unknown")

    def _placed(self, span: Period, section: int) -> Period:
        """A duration put where the plan around it lies: 三年累计 under 三年行动计划（2023-2025年）."""
        outer = self._period_of_section(section) or self._period_of_title()
        if outer is None or not outer.last:
            return span
        titled = self._period_of_title()
        if (
            titled is not None
            and titled.first
            and titled.last
            and int(titled.last[:4]) - int(titled.first[:4]) + 1 == span.length
            and titled.first[:4] <= outer.last[:4]
            and span.length != _YEARS_OF_PLAN
        ):
            return replace(span, first=titled.first, last=titled.last)
        if outer.first and int(outer.last[:4]) - int(outer.first[:4]) + 1 == span.length:
            return replace(span, first=outer.first, last=outer.last)
        plan = plan_of(outer.last)
        if plan and span.length == _YEARS_OF_PLAN:
            return replace(span, first=plan[0], last=plan[1], status=outer.status)
        return span

    def _period_of_title(self) -> Period | None:
        """The plan span that the document's title prints: …三年行动计划（2023-2025年）."""
        first = self.frame.headings[1].start if len(self.frame.headings) > 1 else 200
        spans = [
            period
            for period in find_periods(self.text, 0, min(first, 200), self.frame.issued)
            if period.kind in ("range", "plan")
        ]
        return spans[0] if spans else None

    def _period_of_section(self, section: int) -> Period | None:
        """The period printed last in a section's text, else in its heading, else around it."""
        return self._periods.get(section) or self._period_of_heading(section)

    def _period_of_heading(self, section: int) -> Period | None:
        """The period printed in a section's heading, else in the one around it."""
        for index in self.frame.section_path(section):
            if index not in self._of_headings:
                first, last = self.frame.headings[index].heading
                printed = find_periods(self.text, first, min(last, first + _HEADING), self.frame.issued)
                self._of_headings[index] = printed[-1] if printed else None
            period = self._of_headings[index]
            if period is not None:
                return period
        return self._period_told()

    def _period_told(self) -> Period | None:
        """The one period that the title of a survey or communiqué prints: 2015年…统计公报, 1-7月…增长4.5%.

        That of a plan or of measures says when they apply, that of a work report when it is given.
        """
        if self._told_of is None:
            self._told_of = [*self._periods_of_title()]
        return self._told_of[0] if len(self._told_of) == 1 else None

    def _periods_of_title(self) -> list[Period]:
        title = self.frame.title
        start = self.text.find(title, 0, len(title) + _BEFORE_TITLE) if title else -1
        if start < 0 or self.frame.document_type == "policy":
            return []
        found = find_periods(self.text, start, start + len(title), self.frame.issued)
        opens = bool(found) and found[0].start == start
        if opens and found[0].kind == "year":
            # 2022年…跑出加速度, of January 2023: what a year gone by has brought
            opens = (found[0].last or "")[:4] < (self.frame.issued or "")[:4]
        if not (opens or _TELLS.search(title)) or any(p.kind not in ("year", "part") for p in found):
            return []
        return found
