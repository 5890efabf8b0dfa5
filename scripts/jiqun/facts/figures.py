"""Targets and indicators: what each quantity of a sentence is a figure of.

A sentence is read from left to right. Each quantity is judged by the words between it and what stands before
it: they name an indicator and a subject, or say that the one named last goes on (同比增长15%). What is
carried along is small: the last indicator, subject and period, and the figures so far, which 分别 may refer
to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from jiqun.facts.claims import Claims
from jiqun.facts.figure_distribution import Distribution
from jiqun.facts.figure_exclusions import Exclusions
from jiqun.facts.figure_indicators import Indicators
from jiqun.facts.figure_names import IndicatorNames
from jiqun.facts.figure_periods import FigurePeriods
from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Carried, Figure, Measure, Quantity, Span
from jiqun.facts.figure_statistics import Statistics
from jiqun.facts.figure_subjects import Subjects
from jiqun.facts.figure_words import (
    BOUNDARY,
    LIST_JOINT,
    OUTPUTS,
    SHARED_UNIT_JOINT,
)
from jiqun.facts.frame import Frame
from jiqun.facts.modality import judge
from jiqun.language.lexicon import Terms
from jiqun.language.numbers import Numeral
from jiqun.language.periods import Period
from jiqun.language.places import Place
from jiqun.language.words import Words

# A subject further from what is said of it is no part of the passage.
_NEAR = 60
# How far into a document a title may begin, and the least number that is no chance where it is met twice.
_BEFORE_TITLE, _TELLING = 300, 10
# How many figures of equal value are looked at for a repetition.
_LOOK_BACK = 24
# How many numbers of a list are looked through for the unit that all share.
_LIST_REACH = 8
_FURTHER_PLACE = re.compile(
    "[、，和](?:比|较|高于|低于)?(?:全国|全省|全市|全州|全区)(?:平均)?(?:水平)?(?:高|低)?"
)
_DIGITS = re.compile(r"[\d.]+|[一二两三四五六七八九十百千万亿]+(?=元)")
_BOUNDARY = re.compile(f"[{re.escape(BOUNDARY)}]")


class FigureReader:
    """Reads the figures of one document, sentence by sentence."""

    def __init__(
        self,
        frame: Frame,
        claims: Claims,
        terms: Terms,
        words: Words,
        places: list[Place],
        named: dict[int, int],
        projects: dict[int, int],
        groups: dict[int, int],
    ) -> None:
        """`named`, `projects`: spans of clusters and bodies and of projects, end by start.

        `claims`: which numerals are taken.
        """
        self.frame = frame
        self.claims = claims
        self.text = frame.text
        self.carried = Carried()
        self.figures: list[Figure] = []
        self._periods_in_order: list[Period] = []
        self._place_in_list = 0
        self._boundaries = [found.start() for found in _BOUNDARY.finditer(frame.text)]
        phrases = Phrases(frame.text, terms, words, places, named, claims)
        self.phrases = phrases
        self.exclusions = Exclusions(phrases)
        self.statistics = Statistics(phrases)
        self.periods = FigurePeriods(frame, self.carried)
        self.indicators = Indicators(frame, phrases, self.statistics, self.carried)
        self.subjects = Subjects(frame, phrases, projects, groups)
        self.names = IndicatorNames(frame, phrases, claims)
        self.distribution = Distribution(frame, phrases, self.statistics, self.carried)

    def read(self) -> list[Figure]:
        """All figures of the document, in order."""
        for index, sentence in enumerate(self.frame.sentences):
            quantities = [
                n for n in self.frame.numerals_in(sentence.start, sentence.end) if n.kind == "quantity"
            ]
            if quantities:
                self._read_sentence(index, sentence.start, sentence.end, quantities)
            else:
                self.periods.note(sentence)
        self.subjects.assign(self.figures)
        self._begin_at_subjects()
        self.names.assign(self.figures)
        return self._without_repetitions()

    def _without_repetitions(self) -> list[Figure]:
        """The figures without those that a document states again: the first full statement owns a figure.

        培育38个重点产业集群 and, further on, 壮大38个省级重点产业集群 are one; two firms added here and two
        there are not.
        """
        kept: list[Figure] = []
        seen: dict[tuple[object, ...], list[Figure]] = {}
        for figure in self._without_title():
            key = (
                figure.modality.table,
                figure.code,
                figure.statistic,
                figure.operator,
                figure.value,
                figure.value_max,
                figure.unit,
            )
            if any(self._repeats(earlier, figure) for earlier in seen.get(key, [])[-_LOOK_BACK:]):
                self.claims.give_reason(figure.numeral, "duplicate")
                continue
            seen.setdefault(key, []).append(figure)
            kept.append(figure)
        return kept

    def _without_title(self) -> list[Figure]:
        """The figures without those of the title that the body tells again, in whatever table."""
        title = self.frame.title
        start = self.text.find(title, 0, len(title) + _BEFORE_TITLE) if title else -1
        end = start + len(title) if start >= 0 else 0
        if not self.figures or self.figures[0].numeral.start >= end:
            return self.figures
        body = {
            (n.value, n.code) for n in self.frame.numerals_in(end, len(self.text)) if n.kind == "quantity"
        }
        kept = []
        for figure in self.figures:
            numeral = figure.numeral
            large = numeral.value is not None and (numeral.code == "%" or abs(numeral.value) >= _TELLING)
            if numeral.start < end and large and (numeral.value, numeral.code) in body:
                self.claims.give_reason(numeral, "duplicate")
            else:
                kept.append(figure)
        return kept

    def _repeats(self, earlier: Figure, figure: Figure) -> bool:
        """Whether a figure of equal value speaks of the same thing.

        One name of the indicator holds the other; subject and period agree.
        """
        if earlier.indicator is None or figure.indicator is None or earlier.indicator == figure.indicator:
            return False
        one, other = (
            re.sub(r"\s", "", self.text[slice(*span)]) for span in (earlier.indicator, figure.indicator)
        )
        if _DIGITS.findall(one) != _DIGITS.findall(other):
            # 超500亿元产业集群3个, 超100亿元产业集群3个
            return False
        if not (one in other or other in one or one.endswith(other[-6:])) or (
            min(len(one), len(other)) < 4 and abs(figure.value) < 20
        ):
            return False
        subjects = [self.text[slice(*f.subject)] if f.subject else "" for f in (earlier, figure)]
        periods = [(f.period.first, f.period.last) if f.period else None for f in (earlier, figure)]
        same_period = periods[0] == periods[1] or None in periods
        return same_period and (subjects[0] == subjects[1] or "" in subjects) and abs(figure.value) >= 2

    def _read_sentence(self, index: int, start: int, end: int, quantities: list[Numeral]) -> None:
        """Read one sentence from left to right; `quantities` are its numerals with a value."""
        self.carried.open_sentence(index, self.frame.sentences[index].section)
        self.carried.subject = None
        periods = self.periods.of_sentence(start, end)
        position = baseline_position = start
        previous_end: int | None = None
        baseline: Numeral | None = None
        for number, numeral in enumerate(quantities):
            if self.claims.is_free(numeral):
                quantity = self._quantity(
                    quantities, number, baseline_position if baseline else position, (start, end), baseline
                )
                if self._read_quantity(quantity, previous_end, periods):
                    baseline = None
                elif self.claims.reason(numeral) == "baseline":
                    if baseline is None:
                        baseline_position = position
                    baseline = numeral
            previous_end = numeral.end
            if self.claims.reason(numeral) not in ("label_count", "threshold", "denominator", "attribute"):
                position = numeral.end

    def _quantity(
        self, quantities: list[Numeral], number: int, position: int, sentence: Span, baseline: Numeral | None
    ) -> Quantity:
        """The quantity of this number in its sentence, with the words from `position` on."""
        text, numeral = self.text, quantities[number]
        previous = quantities[number - 1] if number else None
        limit = numeral.start if baseline is None else baseline.start
        index = bisect_left(self._boundaries, limit) - 1
        boundary = self._boundaries[index] if index >= 0 and self._boundaries[index] >= position else -1
        clause = max(boundary + 1, position)
        gap = text[position : numeral.start]
        # 培育3个国家级集群、10个省级集群: what stands before 、 belongs to the number before it
        if (
            boundary < position
            and self._is_last(previous)
            and "、" in gap
            and not LIST_JOINT.match(gap)
            and baseline is None
        ):
            clause = position + gap.rfind("、") + 1
        following = self._following(quantities, number)
        return Quantity(numeral, previous, following, clause, position, *sentence, gap, baseline)

    def _following(self, quantities: list[Numeral], number: int) -> Numeral | None:
        """The next number; where a list prints its unit once, the one that has it: 5.3、1.3和1.3个百分点."""
        following = quantities[number + 1] if number + 1 < len(quantities) else None
        index = number + 1
        while index + 1 < len(quantities) and quantities[index].code is None and index - number < _LIST_REACH:
            if not SHARED_UNIT_JOINT.fullmatch(
                self.text, quantities[index - 1].end, quantities[index].start
            ) or not SHARED_UNIT_JOINT.fullmatch(
                self.text, quantities[index].end, quantities[index + 1].start
            ):
                break
            index += 1
            if quantities[index].code is not None:
                return quantities[index]
        return following

    def _is_last(self, numeral: Numeral | None) -> bool:
        """Whether a numeral is the last figure's."""
        return bool(self.carried.figures) and self.carried.figures[-1].numeral is numeral

    def _read_quantity(self, quantity: Quantity, previous_end: int | None, periods: list[Period]) -> bool:
        """Add the figure of a quantity, or give the reason why it has none; whether there is a figure."""
        numeral, previous = quantity.numeral, quantity.previous
        reason = self.exclusions.reason(quantity, previous_end)
        if reason:
            self.claims.give_reason(numeral, reason)
            return False
        measure = self._same_distance(quantity, self.statistics.measure(quantity))
        joined = LIST_JOINT.match(quantity.gap) is not None
        if not joined:
            self.distribution.end_list()
        in_list = joined and previous is not None and self._is_last(previous)
        figure: Figure | None
        if in_list and previous is not None:
            figure = self.distribution.next_of_list(quantity, previous, measure)
            self._place_in_list += 1
        else:
            figure = self._new_figure(quantity, measure, periods)
            self._periods_in_order = self.periods.listed(quantity)
            self._place_in_list = 0
        if figure is None:
            self.claims.give_reason(numeral, "unresolved")
            return False
        if self._place_in_list < len(self._periods_in_order):
            figure.period = self._periods_in_order[self._place_in_list]
        figure.baseline = quantity.baseline
        self._same_unit(figure)
        self._add(figure)
        if in_list:
            self.distribution.spread_operator(figure)
        return True

    def _same_distance(self, quantity: Quantity, measure: Measure) -> Measure:
        """A distance from a further place, told by the verb before the first: 高于全国4个百分点、全省5个."""
        last = self.carried.figures[-1] if self.carried.figures else None
        if (
            last is None
            or last.statistic != "difference"
            or measure.unit != last.unit
            or not self._is_last(quantity.previous)
            or not _FURTHER_PLACE.fullmatch(quantity.gap)
        ):
            return measure
        return Measure("difference", abs(measure.value).copy_sign(last.value), measure.unit)

    def _same_unit(self, figure: Figure) -> None:
        """Let a distance from a figure be in its unit: 亩均税收4.7万元，比邻县低2.1万元 is 2.1万元 a mu."""
        last = self.carried.figures[-1] if self.carried.figures else None
        if (
            last is not None
            and figure.statistic in ("difference", "growth_amount")
            and figure.indicator == last.indicator
            and last.unit.startswith(f"{figure.unit}/")
        ):
            figure.unit = figure.numeral.code = last.unit

    def _add(self, figure: Figure) -> None:
        self.figures.append(figure)
        self.carried.figures.append(figure)
        if figure.code != "other" or figure.statistic == "level":
            self.carried.indicator, self.carried.code = figure.indicator, figure.code
        if figure.code in OUTPUTS:
            self.carried.output = figure.code
        self.carried.subject = figure.subject

    def _new_figure(self, quantity: Quantity, measure: Measure, periods: list[Period]) -> Figure | None:
        """The figure of a quantity that continues no list; None where nothing says what it is of."""
        numeral, start = quantity.numeral, quantity.start
        named = self.indicators.find(quantity, measure)
        if named.code is None or self._lost_its_unit(quantity, measure):
            return None
        period = self.periods.period(quantity, periods)
        operator = self.statistics.operator(numeral, quantity.clause)
        modality = judge(
            self.frame, self.carried.sentence, numeral.start, numeral.end, start, quantity.end, period
        )
        indicator, code = self._refined(quantity, measure, named.indicator, named.code)
        subject = named.subject
        member = self.distribution.first_member(quantity, indicator, code)
        if member:
            indicator, code, subject = member.applied(indicator, code, subject)
        value, value_max = _bounds(numeral, measure)
        return Figure(
            numeral,
            indicator,
            code,
            subject,
            measure.statistic,
            "range" if numeral.value_max is not None else operator,
            value,
            value_max,
            measure.unit,
            period,
            modality,
            start=self._first(quantity, member.parts[0] if member and member.parts else indicator),
            given=member is not None and member.subject is not None,
            parts=member.parts if member else None,
        )

    def _lost_its_unit(self, quantity: Quantity, measure: Measure) -> bool:
        """Whether a bare number tells how much money grew: 产值113亿元，增长25.6, of what nothing says."""
        last = self.carried.figures[-1] if self.carried.figures else None
        return (
            measure.statistic == "growth_amount"
            and quantity.numeral.unit is None
            and measure.unit == "1"
            and last is not None
            and last.unit in ("CNY", "USD")
        )

    def _refined(
        self, quantity: Quantity, measure: Measure, indicator: Span | None, code: str
    ) -> tuple[Span | None, str]:
        """Indicator and code where the statistic decides them: structures, ratios, shares."""
        numeral, clause = quantity.numeral, quantity.clause
        if numeral.form == "structure":
            code = "gdp"
        elif measure.statistic == "ratio":
            code = "other"
        elif measure.statistic == "share" and code == "product_count":
            code = "other"  # 产品三成出口: a part of the output, no number of kinds
        if code == "floor_area" and measure.unit in ("km2", "ha", "mu"):
            code = "land_area"  # 在建面积21平方公里
        if measure.statistic == "share" or measure.unit == "pp":
            code = self.statistics.share_code(numeral, code, clause)
            behind = self.phrases.part_printed_behind(numeral)
            if behind is not None and "占" not in self.text[clause : numeral.start]:
                return (behind.start, behind.end), behind.code
        return indicator, code

    def _first(self, quantity: Quantity, indicator: Span | None) -> int:
        """Where the figure's passage begins: at its indicator where that stands before it in the sentence."""
        number = quantity.numeral.start
        return indicator[0] if indicator and quantity.start <= indicator[0] < number else number

    def _begin_at_subjects(self) -> None:
        """Let the passage of a figure begin at its subject where that stands close before it."""
        for figure in self.figures:
            if figure.subject is None or figure.subject[0] >= figure.start:
                continue
            between = self.text[figure.subject[0] : figure.start]
            if len(between) < _NEAR and not any(mark in between for mark in "；。\n"):
                figure.start = figure.subject[0]


def _bounds(numeral: Numeral, measure: Measure) -> tuple[Decimal, Decimal | None]:
    """Value and upper value, in order: a fall of 3% to 5% runs from -5 to -3."""
    value, value_max = measure.value, numeral.value_max
    if value_max is None:
        return value, None
    if measure.unit == "%" and numeral.unit and numeral.unit.term == "倍":
        value_max = value_max * 100
    elif value < 0:
        value_max = -value_max
    return (value_max, value) if value_max < value else (value, value_max)


__all__ = ["Carried", "Figure", "FigureReader"]
