"""Lists of values: what 分别 and 、 share out among the figures of a sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from jiqun.facts.coordination import split_members
from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Carried, Figure, Measure, Member, Quantity, Span
from jiqun.facts.figure_statistics import Statistics
from jiqun.facts.figure_words import (
    FALL,
    LIST_JOINT,
    RESPECTIVELY,
    RISE,
    UNIT_INDICATORS,
)
from jiqun.facts.frame import Frame
from jiqun.facts.subject_words import AMOUNT, ZONE_END
from jiqun.language.lexicon import Term
from jiqun.language.numbers import Numeral

# The number of the members and what they are, behind the last of them: 赣州|三市园区, 十里堡|两个工业小区.
_AMOUNT = re.compile(AMOUNT)
_OF_TRADE = re.compile("(?:产业|行业)(?:总?产值|增加值|(?:营业|主营业务|销售)收入|利润|税收)$")
# The head of a name that a term begins with: 不锈钢|产业集群|产值.
_KIND_OF_ZONE = re.compile("产业集群|集群|产业链|园区|开发区|基地")
_SHARED_KIND = re.compile(r"[一二两三四五六七八九十\d]+(?:个|大|家)?[\u4e00-\u9fff]*(?:（[^）]*)?$")
# Verbs that zones and places are the objects of, and what stands before them in the clause.
_BEFORE_MEMBERS = re.compile(
    r"[^，；。、]{0,8}?(?:布局|下设|下辖|建设|发展|培育|打造|形成|建成|规划|拥有|依托|做强|做大)(?:了|有)?(?=[\u4e00-\u9fff]{2})"
)
# Kinds of what a list counts, which share its noun: 省级、国家级|企业, 新开工、新投产|项目.
_KIND = re.compile(
    "(?:[省市县区州]|国家|世界|全国)级|新?(?:开工|签约|落地|落户|投产|竣工|达产|在建|续建|新建|引进|入库|储备|立项)"
    "|(?:大|中|小|微)型|[一二三]类|[内外]资|境[内外]|民营|国有|进口|出口"
)
# A verb before a list that each of its values is passed by.
_PASSED_BY_EACH = re.compile("分别(?:均)?(?:将)?(?:突破|超过|过|不低于|不少于)$")


class Distribution:
    """Values that follow each other in a list, and the members that 分别 hands them to."""

    def __init__(self, frame: Frame, phrases: Phrases, statistics: Statistics, carried: Carried) -> None:
        self.frame = frame
        self.phrases = phrases
        self.statistics = statistics
        self.text = frame.text
        self.carried = carried
        self._members: list[Member] = []

    def end_list(self) -> None:
        """Forget the members: the next quantity continues no list."""
        self._members = []

    def first_member(self, quantity: Quantity, indicator: Span | None, code: str) -> Member | None:
        """The member that the first value of a list belongs to.

        The others are kept for the further values.
        """
        members = None
        values = list_length(self.frame, quantity.numeral)
        if values == 2:
            members = self._town_and_country(indicator, code)
        if members:
            self._members = members
        else:
            members = self._respective(quantity, values)
        return members[0] if members else None

    def next_of_list(self, quantity: Quantity, previous: Numeral, measure: Measure) -> Figure:
        """A further value of a list: it shares all with the one before but what 分别 gives it."""
        last = self.carried.figures[-1]
        numeral, measure = quantity.numeral, _grown_by_times(quantity.numeral, measure, last)
        value, unit = measure.value, measure.unit
        members = self._members
        indicator, code, subject, parts = last.indicator, last.code, last.subject, last.parts
        if members:
            place = self._list_position()
            number = place + 1 if place < len(members) else 1
            if number < len(members):
                indicator, code, subject = members[number].applied(indicator, code, subject)
                parts = members[number].parts
        elif unit == "1":
            right = self.phrases.right_noun(numeral, quantity.end)
            if right:
                indicator, code = right, self.phrases.count_code(right)
        elif unit != last.unit and unit in UNIT_INDICATORS:
            # 还迁房115套、9200平方米: another unit measures another thing
            code = UNIT_INDICATORS[unit]
        if (
            last.statistic in ("growth_rate", "growth_amount")
            and last.value < 0
            and not RISE.search(quantity.gap)
        ):
            value = -abs(value)
        operator = self.statistics.operator(numeral, previous.end)
        if operator == "eq" and last.operator == "ge" and self._passed_by_each():
            operator = "ge"
        first = last.start
        if indicator and members and members[0].kind == "subject":
            first = min(indicator[0], last.start)
        elif indicator:
            first = indicator[0]
        return Figure(
            numeral,
            indicator,
            code,
            subject,
            _further_statistic(last, measure, quantity.gap),
            "range" if numeral.value_max is not None else operator,
            value,
            numeral.value_max,
            unit,
            last.period,
            last.modality,
            start=min(max(parts[0][0] if parts else first, quantity.start), numeral.start),
            given=last.given,
            parts=parts,
        )

    def spread_operator(self, figure: Figure) -> None:
        """以上 behind a 分别 list binds every member: 分别提高到55%、70%以上."""
        if figure.operator not in ("ge", "approx", "le") or not (self._members or self._shared_out()):
            return
        for earlier in reversed(self.carried.figures[:-1]):
            if (
                not LIST_JOINT.match(self.text[earlier.numeral.end : figure.numeral.start])
                or earlier.operator != "eq"
            ):
                break
            earlier.operator = figure.operator
            figure = earlier

    def _passed_by_each(self) -> bool:
        """Whether each value of a list is passed, by the verb before the first: 分别突破80亿元和30亿元."""
        number = self.carried.figures[self._list_start()].numeral.start
        return _PASSED_BY_EACH.search(self.text, max(0, number - 8), number) is not None

    def _shared_out(self) -> bool:
        """Whether 分别 stands before the list that the last figure ends, though its members are not known."""
        first = self.carried.figures[self._list_start()].numeral.start
        return RESPECTIVELY.search(self.text, max(0, first - 12), first) is not None

    def _respective(self, quantity: Quantity, values: int) -> list[Member] | None:
        """Members that 分别 hands its values to, which are so many."""
        numeral, clause, text = quantity.numeral, quantity.clause, self.text
        if values < 2:
            return None
        words = list(RESPECTIVELY.finditer(text, clause, numeral.start))
        if not words:
            return self._respective_without_word(numeral, clause, values)
        end = words[-1].start()
        segment = max(clause, max(text.rfind(mark, quantity.start, end) for mark in "，；：。") + 1)
        members = self._coordinated(segment, end, values) or self._group_named_before(segment, end, values)
        last = self.carried.figures[-values:]
        if members is None and self._names_anew(words[-1].end(), numeral.start):
            return None
        if members is not None:
            self._members = members
        elif len(last) == values and not self._measures_anew(segment, end, last):
            self._members = [_as_member(figure) for figure in last]
        return self._members or None

    def _names_anew(self, start: int, end: int) -> bool:
        """Whether an indicator stands behind 分别: 分别完成工业开票销售500亿元、640亿元; not 分别增长3%."""
        if self.text.startswith(("占", "比", "较", "相当", "是", "为"), start):
            return False  # 分别占全区工业总产值的75%和91%
        end = self.phrases.strip_right(start, end)
        term = self.phrases.terms.last(start, end)
        return term is not None and term.end == end and self.phrases.dimension(term.code) != ""

    def _measures_anew(self, segment: int, end: int, last: list[Figure]) -> bool:
        """Whether the words before 分别 name an indicator that none of the figures before them has.

        销售收入40亿元，国内市场占有率分别达到70%和20%; not 产值90亿元、税收3亿元，增速分别为.
        """
        end = self.phrases.strip_right(segment, end)
        term = self._measure_in((segment, end))
        parted = "；" in self.text[last[-1].numeral.end : segment]
        return (
            term is not None
            and term.end == end
            and (parted or self.text[term.end - 1] == "率" or self.phrases.dimension(term.code) == "rate")
            and all(figure.code != term.code for figure in last)
        )

    def _respective_without_word(self, numeral: Numeral, clause: int, values: int) -> list[Member] | None:
        """…分别为34872元、17046元，增长6.3%和7.1%: growth of as many figures as the list before it holds."""
        last = self.carried.figures[-values:]
        if len(last) < values or not (
            RISE.search(self.text, clause, numeral.start) or FALL.search(self.text, clause, numeral.start)
        ):
            return None
        joined = all(
            LIST_JOINT.match(self.text[one.numeral.end : other.numeral.start])
            for one, other in pairwise(last)
        )
        if not joined:
            return None
        self._members = [_as_member(figure) for figure in last]
        return self._members

    def _town_and_country(self, indicator: Span | None, code: str) -> list[Member] | None:
        """城乡居民收入分别为A、B is the town's income, then the country's."""
        if (
            code != "resident_income"
            or indicator is None
            or not re.search("城乡|城镇.{0,3}农村", self.text[max(0, indicator[0] - 6) : indicator[1]])
        ):
            return None
        return [Member("indicator", indicator, code, None) for code in ("urban_income", "rural_income")]

    def _group_named_before(self, segment: int, end: int, values: int) -> list[Member] | None:
        """两大集群本地配套率分别提升至60%、45%.

        The subjects of the figures before, under an indicator of its own.
        """
        last = self.carried.figures[-values:]
        if (
            len(last) < values
            or self.phrases.terms.last(segment, end) is None
            or not re.match(r"[两二三四五六七八九十\d]+[大个家]|上述|以上", self.text[segment:end])
        ):
            return None
        if not all(figure.subject for figure in last):
            return None
        return [Member("subject", None, "", figure.subject) for figure in last]

    def _coordinated(self, start: int, end: int, count: int) -> list[Member] | None:
        """A、B和C before 分别, as many as values: indicators, or subjects that share one indicator."""
        text = self.text
        start, end = self.phrases.trim(start, self.phrases.strip_right(start, end))
        parts = split_members(text, start, end)
        if len(parts) != count:
            parts = [
                (start + m.start(), start + m.end()) for m in re.finditer(r"[^、和与及]+", text[start:end])
            ]
        if len(parts) != count:
            return None
        terms = [self._measure_in(part) for part in parts]
        if terms[-1] is not None and not self._is_thing(terms[-1]):
            # 服务机器人、民用无人机产量: what is made, and how much of it is told once
            terms = [None if term is not None and self._is_thing(term) else term for term in terms]
        named = [(part, term) for part, term in zip(parts, terms, strict=True) if term is not None]
        alike = len({term.code for _, term in named}) <= 1  # 签约、落地|项目; not 进口、出口总额
        kinds = self._kinds(parts, terms[-1]) if alike else None
        if kinds:
            return kinds
        if len(named) < count:
            own_heads = ZONE_END.search(self.text, *parts[0]) is not None
            last = self._without_head(parts[-1], terms[-1], own_heads=own_heads)
            first = self._without_verb(parts[0])
            return [Member("subject", None, "", part) for part in (first, *parts[1:-1], last)]
        members = []
        for part, term in named:
            head = self.phrases.extend_left(term, part[0])
            whose = (parts[0][0], head) if part == parts[0] and head - part[0] >= 2 else None
            members.append(Member("indicator", (head, term.end), term.code, whose))
        return members

    def _kinds(self, parts: list[Span], term: Term | None) -> list[Member] | None:
        """Indicators that share a noun, each of its kind: 省级、国家级|企业; 开工、投产|项目.

        Subjects share an indicator, and are no kinds: 甲县、乙县产值.
        """
        text = self.text
        first = next((one for one in _KIND.finditer(text, *parts[0]) if one.end() == parts[0][1]), None)
        last = _KIND.match(text, *parts[-1])
        if first is None or last is None or last.end() == parts[-1][1]:
            return None
        if not all(_KIND.fullmatch(text, *part) for part in parts[1:-1]):
            return None
        head = last.end(), parts[-1][1]
        code = self.phrases.count_code(head) if term is None else term.code
        whose = (parts[0][0], first.start()) if first.start() - parts[0][0] >= 2 else None
        return [
            Member("indicator", head, code, whose, (kind, head))
            for kind in (first.span(), *parts[1:-1], last.span())
        ]

    def _measure_in(self, part: Span) -> Term | None:
        """The last term of a member that is no part of a zone's name: none in 平南工业园."""
        found = self.phrases.terms.within(*part)
        return next((term for term in reversed(found) if not self.phrases.is_in_name(term)), None)

    def _is_thing(self, term: Term) -> bool:
        """Whether a term names what can be counted, not its number: 机器人, not 企业数."""
        ends = self.text[term.end - 1 : term.end + 1]
        return self.phrases.dimension(term.code) == "count" and "数" not in ends and "量" not in ends

    def _without_head(self, part: Span, term: Term | None, *, own_heads: bool) -> Span:
        """The last member of 南昌、九江、赣州三市园区主营业务收入 without what all share."""
        start, end = part
        if term:
            kind = _KIND_OF_ZONE.match(self.text, term.start, term.end) if own_heads else None
            end = kind.end() if kind and kind.end() < term.end else term.start
            trade = _OF_TRADE.search(self.text, term.start, term.end)
            end = trade.start() if trade and not own_heads else end  # 机械|电机|产业产值
            amount = _AMOUNT.search(self.text, start + 1, part[1])
            if amount and amount.end() >= term.end:
                end = amount.start()  # 载货汽车|产量, 电解铝|就地加工转化率
        found = _SHARED_KIND.search(self.text[start:end], 2)
        if found:
            end = start + found.start()
        return start, end if end > start else part[1]

    def _without_verb(self, part: Span) -> Span:
        """The first member without the verb that the list is the object of: 轴线上布局|钟山."""
        verb = _BEFORE_MEMBERS.match(self.text, *part)
        return (verb.end(), part[1]) if verb else part

    def _list_position(self) -> int:
        """How many values of its list stand before the last figure, as far as there are members."""
        return len(self.carried.figures) - 1 - self._list_start(len(self._members))

    def _list_start(self, most: int = 12) -> int:
        """Index of the figure that opens the list of the last one, at most so many before it."""
        index = first = len(self.carried.figures) - 1
        while (
            first > 0
            and index - first <= most
            and LIST_JOINT.match(
                self.text[
                    self.carried.figures[first - 1].numeral.end : self.carried.figures[first].numeral.start
                ]
            )
        ):
            first -= 1
        return first


def list_length(frame: Frame, numeral: Numeral, *, one_unit: bool = False) -> int:
    """How many quantities follow each other as a list, from this one on; with `one_unit` all of its unit."""
    count, end = 1, numeral.end
    for following in frame.numerals_in(numeral.end, min(len(frame.text), numeral.start + 400)):
        if (
            following.kind != "quantity"
            or (one_unit and following.code != numeral.code)
            or not LIST_JOINT.match(frame.text[end : following.start])
        ):
            break
        count, end = count + 1, following.end
    return count


_REACHES = re.compile("[，,](?:达到?|突破|超过)")


def _grown_by_times(numeral: Numeral, measure: Measure, last: Figure) -> Measure:
    """A further value in times is growth where the list tells growth: 分别增长3.9倍、2.3倍和10.9%."""
    in_times = numeral.unit is not None and numeral.unit.term == "倍"
    if not in_times or last.statistic != "growth_rate" or numeral.value is None:
        return measure
    return Measure("growth_rate", numeral.value * 100, "%")


def _further_statistic(last: Figure, measure: Measure, gap: str) -> str:
    """The statistic of a further value.

    增长3%、5% goes on; 翻一番、达到30家 and 增加3万件，达到8万件 do not.
    """
    if last.statistic == "multiple" or (last.statistic == "growth_amount" and _REACHES.match(gap)):
        return measure.statistic
    if measure.unit == last.unit:
        return last.statistic
    return "share" if measure.statistic == "share" else "level"


def _as_member(figure: Figure) -> Member:
    return Member("figure", figure.indicator, figure.code, figure.subject)
