"""The indicator and the subject of a quantity."""

from __future__ import annotations

import re

from jiqun.facts.figure_codes import code_of
from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Carried, Measure, Named, Quantity, Span
from jiqun.facts.figure_statistics import Statistics, part_of_them
from jiqun.facts.figure_words import (
    COMPLETION,
    DIFFERENCE,
    NO_COUNTED_NOUN,
    OUTPUTS,
    PAID,
    PART_OF,
    SHARE,
    SPENT,
    TOTAL,
    UNIT_INDICATORS,
)
from jiqun.facts.frame import Frame
from jiqun.language.lexicon import Term, Terms
from jiqun.patterns import quick

# A class without its noun: 、过50亿元的达到.
# Units of land and floors.
_OF_GROUND = ("m2", "mu", "km2", "ha")
_LEFT_OUT = re.compile(
    r"(?:^|[、，；])(?:其中，?)?[^，；。、]{0,10}?(?:过|超过?|突破|达到?)[^、，；。]{1,12}的"
    r"(?:分别|已|也|将)?(?:有|达到?|增加到|发展到|仅|只有|不足|约|近|共)*$"
)


# The first class of a group that the clause before it names: 提升一批特色产业集群，年营业收入超百亿元的.
_CLASS_AFTER_GROUP = re.compile(
    r"(?P<noun>[\u4e00-\u9fff“”]{0,10}(?:集群|企业|园区|项目|基地|开发区))[，：][^，；。、\d]{0,10}?(?:过|超过?|突破|达到?)"
    r"[^，；。、]{1,12}的(?:分别|已|也|将)?(?:有|达到?|增加到|发展到|仅|只有|不足|约|近|共)*$"
)
_GROUP_REACH = 60
# A class of firms that leaves the word out: 产值过亿元的才36家.
_OF_FIRMS = re.compile(
    r"(?:产值|收入|销售|税收|利润|营收|纳税)[^，；。]{0,14}的(?:企业)?(?:才|仅|只有|有|达到?|突破|超过)*$"
)
# People trained: 培训产业工人1.5万人次.
_TAUGHT = re.compile(r"(?P<verb>培训(?!班|机构)|培养|轮训|输送)[^，；。、\d班机]{0,10}$")
# What can be taken for people's number otherwise: workers, households, residents.
_PEOPLE = frozenset(("employment", "household_count", "population", "enterprise_count", "other"))
# Measure words of what is done for somebody, and how often.
_TIMES = frozenset(("家次", "户次", "场次", "批次", "班次", "场", "次"))
# Firms that do something, told by their number alone: 退库3户, 68家反映资金紧张.
_SOME_OF_THEM = re.compile(r"企业[^。；]{0,30}$")
_THEY_DO = re.compile(
    r"[，。；、）]|(?:反映|停产|半停产|亏损|退库|关停|处于|没有|实现|属于|列入|进入|开工|投产|获|入选|达|超|过)"
)


# A share of what was planned, or the plan itself, of the figure before: 完成年任务60亿元的25%.
_OF_THE_PLAN = quick(
    r"(?:^|[，、；])?(?:为|占|完成)(?:了)?(?:(?:[省市州县区盟](?:委|政府)?|上级)?下达的?)?(?:全年|年度?|年初|季度)?(?:投资|产值|税收|收入)?(?:计划|目标|任务|预算)(?:任务|目标)?数?(?:（?[\d.]+[万亿]*(?:美)?元）?的|（)?$"
)


# What makes a trade of the noun before it, and nouns that are trades.
_MAKES_TRADE = re.compile("(?:制造|修理|服务|加工)?业(?![务绩余主态])|(?:制造|生产|加工)?行业")
# Firms by who owns them, told after what they make: 国有控股企业增加值增长10%，私营|企业|下降3%.
_FIRMS = re.compile("企业$")
_TRADE = re.compile("(?:产业|行业)$")
_LOOKS_AT = re.compile("(?:从|就|按)(?P<what>[^，；。]{2,16}?)(?:来)?看，")
# A rate of what is counted: 研发机构设置率, 项目开工率.
_RATE_OF_THEM = re.compile(r"(?:(?P<covers>覆盖|设置|建有|拥有|普及|开设)|[\u4e00-\u9fff]{1,6}?)(?:率|比例)")


class Indicators:
    """Finds what a quantity is of: an indicator's name, or the one carried along, and whose it is."""

    def __init__(self, frame: Frame, phrases: Phrases, statistics: Statistics, carried: Carried) -> None:
        self.frame = frame
        self.phrases = phrases
        self.statistics = statistics
        self.text = frame.text
        self.carried = carried

    def find(self, quantity: Quantity, measure: Measure) -> Named:
        """Indicator and subject of a quantity; of counts, what their measure word and verb tell besides."""
        named = self._find(quantity, measure)
        if named.code is not None:
            code = code_of(self.text, quantity, measure, named.code, named.indicator)
            named = named._replace(code=code)
        whose = self._part_that_grows(named, measure)
        if whose is not None:
            return Named(self.carried.indicator, self.carried.code, whose)
        if measure.unit != "1" or quantity.numeral.unit is None or measure.statistic != "level":
            return named
        term, clause, number = quantity.numeral.unit.term, quantity.clause, quantity.numeral.start
        taught = _TAUGHT.search(self.text, clause, number) if term in ("人", "名", "人次") else None
        if taught and named.code in _PEOPLE and taught.start() < number:
            span = taught.start(), max(named.indicator[1] if named.indicator else 0, taught.end("verb"))
            return Named(span, "talent", self._subject(clause, taught.start(), quantity))
        return named._replace(code=self._code_of_count(quantity, named.code))

    def _part_that_grows(self, named: Named, measure: Measure) -> Span | None:
        """The zones or firms that a part of the last figure is of: 增加值增长8%，其中|开发区|增长12%.

        None where they are what grows themselves: 企业数增长8%，其中开发区增长12%.
        """
        if measure.statistic != "growth_rate" or named.indicator is None or not self.carried.code:
            return None
        if self.phrases.dimension(named.code or "") != "count" or self.carried.indicator is None:
            return None
        if self.phrases.dimension(self.carried.code) == "count":
            return None
        begins = named.indicator[0]
        return named.indicator if self.text.startswith(("其中", "中，"), begins - 2) else None

    def _code_of_count(self, quantity: Quantity, code: str | None) -> str | None:
        """The code of a count: times something was done, firms told by their number alone."""
        number, unit = quantity.numeral, quantity.numeral.unit
        term = unit.term if unit is not None else ""
        if term in _TIMES and code in _PEOPLE:
            return "service_count"
        if (
            term in ("家", "户")
            and code == "other"
            and _THEY_DO.match(self.text, number.end)
            and _SOME_OF_THEM.search(self.text, quantity.start, number.start)
        ):
            return "enterprise_count"
        return code

    def _find(self, quantity: Quantity, measure: Measure) -> Named:
        """Indicator and subject of a quantity, the closest name first."""
        if measure.statistic == "share" and (part := part_of_them(self.text, quantity.numeral)):
            whose = self._subject(quantity.clause, quantity.clause, quantity)
            return Named(part, self.phrases.count_code(part), whose)
        if measure.unit == "1" and self.carried.figures and quantity.previous is not None:
            last = self.carried.figures[-1]
            if last.numeral.end == quantity.numeral.start and last.unit == "1":
                # 搬迁群众1200户|4800人
                return Named(last.indicator, last.code, last.subject)
        planned = _OF_THE_PLAN.search(self.text, quantity.clause, quantity.numeral.start)
        if planned and self.carried.code and self.carried.figures:
            last = self.carried.figures[-1]
            # the sum of a plan behind the growth of what was done: …120亿元，增长29%，完成任务数132亿元的…
            same = [one for one in self.carried.figures[-2:] if one.indicator == last.indicator]
            fits = last.indicator is not None and measure.unit in ("%", *(one.unit for one in same))
            if fits and last.numeral.end >= quantity.start:
                return Named(last.indicator, last.code, last.subject)
        count = measure.unit == "1" and measure.statistic in ("level", "growth_amount")
        share = self.statistics.share_match(quantity) if measure.statistic == "share" else None
        noun_end = self._noun_end(quantity, measure, share)
        term = self._term(quantity.clause, noun_end, measure)
        if term is None and noun_end > quantity.clause and measure.statistic != "level":
            term = self._term_cut_short(quantity.clause, noun_end, measure)
        return (
            (self._left_out(quantity) if count else None)
            or self._share_of_base(share, term, quantity, noun_end)
            or (self._counted(quantity, noun_end) if count else None)
            or self._spent(quantity, measure, noun_end, term)
            or self._named(quantity, measure, noun_end, term, count)
            or self._built(quantity, measure, noun_end)
            or self._looked_at(quantity, measure)
            or self._carried_on(quantity, measure, noun_end)
            or self._named_earlier(quantity, measure, noun_end, count)
            or self._behind(quantity, measure, noun_end, count)
        )

    def _noun_end(self, quantity: Quantity, measure: Measure, share: re.Match[str] | None) -> int:
        """End of the noun phrase before the quantity; the clause's start where only verbs stand there."""
        text, numeral, clause = self.text, quantity.numeral, quantity.clause
        found: re.Match[str] | None = None
        if share:
            found = share
        elif measure.unit == "pp" and (part := PART_OF.search(text, clause, numeral.start)):
            found = part
        elif measure.statistic == "completion_rate":
            found = COMPLETION.search(text, clause, numeral.start)
        elif measure.statistic == "difference":
            found = DIFFERENCE.search(text, clause, numeral.start)
        stop = found.start() if found else self.phrases.edge(clause, numeral.start)
        noun_end = self.phrases.strip_right(clause, stop)
        left, right = self.phrases.trim(clause, noun_end)
        return noun_end if left < right else clause

    def _share_of_base(
        self, share: re.Match[str] | None, term: Term | None, quantity: Quantity, noun_end: int
    ) -> Named | None:
        """A share whose part names no measure.

        三大产业占工业总产值的比重 is of output; 企业设立研发机构的比例 covers firms.
        """
        clause = quantity.clause
        if share is None or noun_end <= clause:
            return None
        dimension = self.phrases.dimension(term.code) if term is not None else ""
        if term is not None and dimension != "count" and term.end >= noun_end - 1:
            return None
        if share.re is SHARE:
            bases = [
                base
                for base in self.phrases.terms.within(*share.span("base"))
                if self.phrases.dimension(base.code) not in ("count", "") and not self._is_bare_total(base)
            ]
            if bases and (term is None or dimension == "count"):
                span = (bases[-1].start, bases[-1].end)
                return Named(span, bases[-1].code, self._subject(clause, noun_end, quantity))
        elif term is not None and dimension == "count":
            code = "coverage_rate" if "比例" in share[0] else "other"
            return Named((clause, noun_end), code, self._subject(clause, noun_end, quantity))
        return None

    def _left_out(self, quantity: Quantity) -> Named | None:
        """The noun that a count of a further class leaves out: 过亿元的企业达到8户、过千万元的20户."""
        if not self.carried.figures or self.carried.figures[-1].unit != "1":
            reach = max(quantity.start, quantity.position, quantity.numeral.start - _GROUP_REACH)
            group = _CLASS_AFTER_GROUP.search(self.text, reach, quantity.numeral.start)
            if group is None:
                return None
            code = self.phrases.count_head(*group.span("noun"))
            return Named(group.span("noun"), code, None) if code else None
        if not _LEFT_OUT.search(self.text, self.carried.figures[-1].numeral.end, quantity.numeral.start):
            return None
        last = self.carried.figures[-1]
        return Named(last.indicator, last.code, last.subject)

    def _counted(self, quantity: Quantity, noun_end: int) -> Named | None:
        """What a count counts, where it stands behind the number."""
        right = self.phrases.right_noun(quantity.numeral, quantity.end)
        if not right or NO_COUNTED_NOUN.match(self.text, *right):
            return None
        code = self.phrases.count_code(right)
        before = self.phrases.terms.last(quantity.clause, noun_end)
        is_told = before is not None and before.end == noun_end and before.code != "other"
        if code == "other" and is_told and before and self.phrases.dimension(before.code) == "count":
            return None  # 科技特派员100名|驻企服务
        return Named(right, code, self._subject(quantity.clause, noun_end, quantity))

    def _spent(self, quantity: Quantity, measure: Measure, noun_end: int, term: Term | None) -> Named | None:
        """Money that a verb lays out: public funds, or an investment where no indicator is named."""
        text, clause, end = self.text, quantity.clause, quantity.numeral.start
        if measure.statistic != "level" or measure.unit not in ("CNY", "USD"):
            return None
        if measure.unit == "CNY" and (spent := SPENT.search(text, clause, end)):
            first = spent.start("verb")
            last = noun_end if noun_end > first else spent.end("verb")
            return Named((first, last), "funding", self._subject(clause, first, quantity))
        if term is None and (paid := PAID.search(text, clause, end)):
            return Named(paid.span("verb"), "investment", self._subject(clause, paid.start("verb"), quantity))
        return None

    def _named(
        self, quantity: Quantity, measure: Measure, noun_end: int, term: Term | None, count: bool
    ) -> Named | None:
        """The indicator's name in the clause, else at the end of the clause before it."""
        clause, edge = quantity.clause, max(quantity.position, quantity.start)
        if term:
            head = self.phrases.extend_left(term, clause)
            code = self._code(term, measure.statistic)
            if measure.unit == "%" and measure.statistic == "level" and self.text.startswith("率", term.end):
                # 资金实际到位|率为41.2%
                return Named((head, term.end + 1), "other", self._subject(clause, head, quantity))
            rate = _RATE_OF_THEM.match(self.text, term.end, quantity.numeral.start)
            if rate and measure.unit == "%" and self.phrases.dimension(term.code) == "count":
                # 研发机构|设置率不足五成
                code = "coverage_rate" if rate["covers"] else "other"
                return Named((head, rate.end()), code, self._subject(clause, head, quantity))
            return Named((head, term.end), code, self._subject(clause, head, quantity))
        if noun_end > clause and measure.statistic == "level" and not count and quantity.position < clause:
            # An earlier clause of the same sentence may name the indicator:
            # 石油机械制造业产值，力争达到25亿元.
            wider = self._term(edge, clause, measure)
            if wider and re.fullmatch(r"[，：]?", self.text[wider.end : clause][:1]):
                return self._wider(wider, measure, quantity)
        return None

    def _built(self, quantity: Quantity, measure: Measure, noun_end: int) -> Named | None:
        """What a zone has so much of, printed behind the number: 产业园|60万平方米|标准厂房."""
        if measure.statistic != "level" or measure.unit not in _OF_GROUND:
            return None
        words = self._without_opening(quantity.clause, noun_end)
        right = self.phrases.right_noun(quantity.numeral, quantity.end) if words[0] < words[1] else None
        if right is None or NO_COUNTED_NOUN.match(self.text, *right) or not self.phrases.is_topic(*words):
            return None
        return Named(right, UNIT_INDICATORS[measure.unit], words)

    def _wider(self, term: Term, measure: Measure, quantity: Quantity) -> Named:
        """A name found left of the clause, with the subject before it."""
        edge = max(quantity.position, quantity.start)
        code = self._code(term, measure.statistic)
        return Named((term.start, term.end), code, self._subject(edge, term.start, quantity))

    def _looked_at(self, quantity: Quantity, measure: Measure) -> Named | None:
        """What a sentence looks at, which the members of its list grow in: 从产品产量看，纱增长16%."""
        found = _LOOKS_AT.match(self.text, quantity.start, quantity.numeral.start)
        if found is None or measure.statistic != "growth_rate":
            return None
        term = self.phrases.terms.last(*found.span("what"))
        if (
            term is None
            or term.end != found.end("what")
            or self.phrases.dimension(term.code) in ("count", "")
        ):
            return None
        subject = self._subject(quantity.clause, quantity.numeral.start, quantity)
        return Named((term.start, term.end), term.code, subject)

    def _carried_on(self, quantity: Quantity, measure: Measure, noun_end: int) -> Named | None:
        """The last indicator, which a change or a part without a name of its own speaks of."""
        clause = quantity.clause
        last = self.carried.figures[-1] if self.carried.figures else None
        if last is not None and last.indicator == last.subject is not None and noun_end > clause:
            return None  # 汽车产业突破3500亿元，农产品加工产业突破2000亿元
        if not self._carries_on(measure.statistic, measure.unit) or not (
            measure.statistic != "level"
            or measure.unit in ("%", "pp")
            or self.phrases.narrows(clause, noun_end)
        ):
            return None
        subject = self.phrases.part_named(clause, noun_end) or self._subject(clause, noun_end, quantity)
        if quantity.position < clause and subject is None:
            subject = self._subject(quantity.position, clause, quantity)
        indicator, code = self._last_measured_so(measure)
        if (
            code not in OUTPUTS
            and self.carried.indicator is None
            and subject
            and self._grows(subject, measure)
        ):
            # 生物医药增长10.9% under 税金…: the trade's output, told of before
            code = self.carried.output or "other"
        return Named(indicator, code, subject or self.carried.subject)

    def _grows(self, subject: Span, measure: Measure) -> bool:
        """Whether a trade itself is said to grow or fall."""
        return measure.statistic == "growth_rate" and (
            self.phrases.is_trade(self.text[slice(*subject)]) or self.text[subject[1] - 1] == "业"
        )

    def _last_measured_so(self, measure: Measure) -> tuple[Span | None, str]:
        """The last indicator that can be measured in a unit: sales, not the jobs named after them.

        …实现销售收入712亿元，从业人员9.8万人；其中专用汽车产业集群385亿元
        """
        wanted = self.phrases.unit_dimension(measure.unit)
        sized = measure.statistic in ("level", "growth_amount", "difference") and measure.unit not in (
            "%",
            "pp",
        )
        if sized and self.phrases.dimension(self.carried.code) != wanted:
            for figure in reversed(self.carried.figures[-6:]):
                if self.phrases.unit_dimension(figure.unit) == wanted and figure.indicator:
                    return figure.indicator, figure.code
        return self.carried.indicator, self.carried.code

    def _named_earlier(
        self, quantity: Quantity, measure: Measure, noun_end: int, count: bool
    ) -> Named | None:
        """A name anywhere between the last figure and this one; a count with its own noun has none there."""
        if count and noun_end - quantity.clause >= 4:
            return None
        if quantity.position >= quantity.clause and measure.statistic == "level":
            return None
        if measure.statistic == "share" and self.phrases.is_topic(
            *self._without_opening(quantity.clause, noun_end)
        ):
            return None  # …，而四大主导产业占工业的90%: of the trades, not of what the clause before told
        wider = self._term(max(quantity.position, quantity.start), quantity.numeral.start, measure)
        return self._wider(wider, measure, quantity) if wider else None

    def _behind(self, quantity: Quantity, measure: Measure, noun_end: int, count: bool) -> Named:
        """A name behind the number; failing that, the words before it and what its unit measures."""
        clause = quantity.clause
        right = self.phrases.right_noun(quantity.numeral, quantity.end)
        term = self.phrases.terms.last(*right) if right else None
        if count and _TAUGHT.search(self.text, clause, quantity.numeral.start):
            return Named((clause, noun_end), "talent", self._subject(clause, clause, quantity))
        if right and term and not count:
            code = self._code(term, measure.statistic)
            if measure.unit in _OF_GROUND and self.phrases.dimension(code) == "count":
                return Named(right, UNIT_INDICATORS[measure.unit], right)  # 10平方公里的工业产业园
            return Named(right, code, self._subject(clause, noun_end, quantity))
        if noun_end > clause:
            words = self._without_opening(clause, noun_end)
            if measure.unit == "CNY" and measure.statistic == "level" and self.phrases.is_topic(*words):
                return Named(words, "gross_output", words)  # 汽车产业力争突破3000亿元
            code = self.phrases.count_code(words) if count else UNIT_INDICATORS.get(measure.unit, "other")
            if count and code == "other" and _OF_FIRMS.search(self.text, clause, quantity.numeral.start):
                unit = quantity.numeral.unit
                code = "enterprise_count" if unit is not None and unit.term in ("家", "户") else code
            return Named(words, code, self._subject(clause, clause, quantity))
        if right and count:
            code = self.phrases.count_code(right)
            return Named(right, code, self._subject(clause, noun_end, quantity))
        return Named(None, "other" if right else None, None)

    def _without_opening(self, start: int, end: int) -> Span:
        """Words that name a figure, without the bracket, 其中 and period before them."""
        while start < end and self.text[start] in "（(，、 ":
            start += 1
        left, right = self.phrases.trim(start, end)
        return (left, right) if right - left >= 2 else (start, end)

    def _term(self, start: int, end: int, measure: Measure) -> Term | None:
        """The last indicator term between two positions that can be measured in the unit."""
        for term in reversed(self.phrases.terms.within(start, end)):
            if self._is_bare_total(term) or self._is_in_trade(term, measure):
                continue
            if self.phrases.words.covers(term.end - 1, term.end + 1) and self.text.startswith("化", term.end):
                continue  # 标准|化原料基地
            if self._fits(term, measure) and not self.text.endswith(
                ("可比", "不变", "现行", "当年"), max(0, term.start - 2), term.start
            ):
                return term
        return None

    def _is_bare_total(self, term: Term) -> bool:
        return term.code == "other" and TOTAL.fullmatch(self.text, term.start, term.end) is not None

    def _is_in_trade(self, term: Term, measure: Measure) -> bool:
        """Whether a count's noun names a trade that grows or has a share: 石化|产业|增长17%, 设备|制造业."""
        if measure.unit not in ("%", "pp"):
            return False
        if measure.statistic == "growth_rate" and term.code == "investment":
            return self.text.startswith("企业", term.end)  # 外商投资|企业增长1.2%
        if self.phrases.dimension(term.code) != "count":
            return False
        if _MAKES_TRADE.match(self.text, term.end):
            return True
        if (
            measure.statistic == "growth_rate"
            and self.carried.indicator is not None
            and self.carried.code in OUTPUTS
            and not self.text.startswith("数", term.end)
            and _FIRMS.search(self.text, term.start, term.end)
        ):
            return True
        return measure.statistic in ("growth_rate", "growth_amount", "difference", "share") and (
            _TRADE.search(self.text, term.start, term.end) is not None
        )

    def _term_cut_short(self, start: int, end: int, measure: Measure) -> Term | None:
        """A term that a longer one hides which runs past the end.

        税收 before 占比, where 税收占比 is a term as well.
        """
        for term in reversed(Terms(self.text[start:end]).found):
            moved = Term(start + term.start, start + term.end, term.code, term.measures)
            if (
                self._fits(moved, measure)
                and not self._is_bare_total(moved)
                and not self._is_in_trade(moved, measure)
            ):
                return moved
        return None

    def _fits(self, term: Term, measure: Measure) -> bool:
        """Whether a term can be the indicator of such a figure: an area is no money, a count no sum."""
        if measure.unit in ("%", "pp") and self.phrases.is_in_name(term):
            return False
        if measure.statistic in (
            "growth_rate",
            "share",
            "completion_rate",
            "difference",
            "multiple",
            "ratio",
        ) or measure.unit in ("pp", "%"):
            return True
        dimension = self.phrases.dimension(term.code)
        wanted = self.phrases.unit_dimension(measure.unit)
        return (
            dimension in (wanted, "any", "")
            or (dimension == "rate" and measure.unit == "%")
            or wanted in ("price", "intensity", "density")
        )

    def _code(self, term: Term, statistic: str) -> str:
        if term.code == "rd_expenditure" and statistic == "share":
            return "rd_intensity"
        if term.code == "rural_income" and re.search(
            r"城镇(?:居民)?[和与、及]$", self.text[max(0, term.start - 6) : term.start]
        ):
            return "resident_income"
        return term.code

    def _carries_on(self, statistic: str, unit: str) -> bool:
        """Whether a quantity without an indicator of its own speaks of the last one."""
        if not self.carried.code:
            return False
        if statistic != "level" or unit in ("%", "pp"):
            return True
        wanted = self.phrases.unit_dimension(unit)
        of_share = bool(self.carried.figures) and self.carried.figures[-1].statistic == "share"
        if self.phrases.dimension(self.carried.code) == wanted and not of_share:
            return True
        return any(self.phrases.unit_dimension(figure.unit) == wanted for figure in self.carried.figures[-4:])

    def _subject(self, start: int, end: int, quantity: Quantity) -> Span | None:
        """The noun phrase left of the indicator, else the last subject; `Subjects` decides later."""
        left, right = self.phrases.noun(*self.phrases.trim(start, end))
        if left in self.phrases.named:
            right = max(right, self.phrases.named[left]) if self.phrases.named[left] <= end else right
        if right - left >= 2 and self.phrases.is_subject(left, right) and self.phrases.is_topic(left, right):
            return left, right
        return self.carried.subject
