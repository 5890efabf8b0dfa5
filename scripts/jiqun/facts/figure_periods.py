"""The period of a figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from jiqun.facts.figure_state import Carried, Quantity
from jiqun.facts.frame import Frame
from jiqun.language.periods import Period, find_periods, plan_of

# As much of a heading as is read for a period; a paragraph without a full stop may be one long heading.
_HEADING = 100
_start = attrgetter("start")


_PER_YEAR = re.compile(r"年均|每年|平均")
_TIMES = re.compile(r"的?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍")


class FigurePeriods:
    """Periods of one document's figures: printed in the sentence, or carried along by the section."""

    def __init__(self, frame: Frame, carried: Carried) -> None:
        self.frame = frame
        self.text = frame.text
        self.carried = carried
        self._periods: dict[int, Period] = {}
        self._of_headings: dict[int, Period | None] = {}

    def of_sentence(self, start: int, end: int) -> list[Period]:
        """Periods between two offsets, without those that only say what is compared with."""
        found = find_periods(self.text, start, end, self.frame.issued)
        return [period for period in found if not self._only_compared(period, start)]

    def _only_compared(self, period: Period, start: int) -> bool:
        """Whether a period only says what is compared with.

        比上年增长, 较“十一五”末降低, 在2005年的基础上.
        """
        before = self.text[max(start, period.start - 2) : period.start]
        after = self.text[period.end : period.end + 6]
        return (
            before.endswith(("比", "较", "与", "同", "于", "由", "是", "为"))
            or after.startswith(("的基础上", "基础上", "相比", "前", "年前"))
            or _TIMES.match(self.text, period.end, period.end + 10) is not None
        )

    def period(self, quantity: Quantity, periods: list[Period]) -> Period | None:
        """The last period printed before the number in its sentence, else the one its section carries along.

        年均 under a deadline speaks for the whole plan; 三年累计 for the plan that heads the section, where
        it is as long.
        """
        numeral = quantity.numeral
        found = None
        for index in range(bisect_left(periods, numeral.start, key=_start) - 1, -1, -1):
            period = periods[index]
            if period.kind not in ("every", "recent") and self.text[period.start : period.end] not in (
                "全年",
                "年度",
                "年均",
            ):
                found = period
                break
        section = self.frame.sentences[self.carried.sentence].section
        if found is None:
            found = self._period_of_section(section)
        elif found.kind not in ("within", "now", "span", "day"):
            self.carried.period = self._periods[section] = found
        if found is not None and found.kind == "span":
            found = self._placed(found, section)
        if (
            found is not None
            and found.kind == "deadline"
            and found.first is None
            and found.last
            and _PER_YEAR.search(self.text, quantity.clause, numeral.start)
        ):
            plan = plan_of(found.last)
            if plan:
                found = replace(found, first=plan[0])
        return found

    def _placed(self, span: Period, section: int) -> Period:
        """A duration put where the plan around it lies: 三年累计 under 三年行动计划（2023-2025年）."""
        outer = self._period_of_section(section) or self._period_of_title()
        if outer is None or not outer.last:
            return span
        if outer.first and int(outer.last[:4]) - int(outer.first[:4]) + 1 == span.length:
            return replace(span, first=outer.first, last=outer.last)
        plan = plan_of(outer.last)
        if plan and span.length == 5:
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
        for index in self.frame.section_path(section):
            if index == section and index in self._periods:
                return self._periods[index]
            if index not in self._of_headings:
                first, last = self.frame.headings[index].heading
                printed = find_periods(self.text, first, min(last, first + _HEADING), self.frame.issued)
                self._of_headings[index] = printed[-1] if printed else None
            period = self._of_headings[index]
            if period is not None:
                return period
        return None
