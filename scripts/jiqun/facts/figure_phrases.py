"""Noun phrases around a quantity: what is left of a stretch without its verbs, adverbs and periods."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from jiqun.facts.claims import Claims
from jiqun.facts.figure_state import Span
from jiqun.facts.figure_words import (
    BEFORE_THAT,
    CLAUSE_END,
    COUNT_HEADS,
    INSIDE_NOUN,
    MODIFIER,
    NOUN_END,
    NOUN_VERB,
    OWN_YEAR,
    SUBJECT_TRIM_LEFT,
    SUBJECT_TRIM_RIGHT,
    TOPIC,
    WHOSE,
)
from jiqun.language import cues
from jiqun.language.industries import industries
from jiqun.language.lexicon import Term, Terms
from jiqun.language.numbers import Numeral
from jiqun.language.periods import period_end
from jiqun.language.places import Place
from jiqun.language.words import Words

_ANOTHER_NOUN = re.compile(
    r"(?:环节|诉求|问题|难题|事项|领域|方面|任务|措施|目标|规划|方案|纲要|榜单|名单|案例|场景|标准|专利|商标|品牌|产品|技术|成果|道路|公路|管网|线路)$"
)
# Clusters and bases counted as one: 21个产业集群和基地.
_CLUSTERS_AND_BASES = re.compile("集群(?:[和及与]|（)(?:产业|生产)?基地）?$")
# A noun that is counted is no longer, whatever the clause.
_LONGEST_NOUN = 200
_BOUND_AND_OF = re.compile(r"(?:以上|左右|多|以内|以下)?的?")
# A clause that tells which are counted: 29家|有意向入驻的|企业.
_RELATIVE = re.compile(r"(?:有|拟|已|正|未|能|愿意?|可)[^，；。、\d]{1,10}的")
_BREAKS_NOUN = re.compile(r"[、（）\d]")
_BOUND_OF = re.compile(r"(?:以上|左右)?的")
_CLAUSE_MARK = re.compile(r"[，；。]")
_STAGE_ALONE = re.compile("(?:开工|动工|竣工|投产|签约)(?:建设|投产)?|建成(?:投产)?|在建|完工")
_ADVERB = re.compile(r"[一-鿿]?(?:全年|同比|年均|平均|累计)")
# A trade's name that runs into 工业产值.
_TRADE_END = re.compile("加工业|(?<=[加轻重手军])工业(?=[\u4e00-\u9fff])")
_SHORTEST_TRADE = 3
_GROUNDS = frozenset("区园")
_AMONG_THEM = re.compile(r"其中，?")


class Phrases:
    """Noun phrases of one text: where they begin and end, and what they can be."""

    def __init__(
        self,
        text: str,
        terms: Terms,
        words: Words,
        places: list[Place],
        named: dict[int, int],
        claims: Claims,
    ) -> None:
        self.text = text
        self.terms = terms
        self.words = words
        self.places = places
        self._trimmed: dict[Span, Span] = {}
        self._place_starts = [place.start for place in places]
        self._clause_ends = [found.start() for found in CLAUSE_END.finditer(text)]
        self.named = named
        self.claims = claims
        self._verbs = cues.ending(
            "goal",
            "forecast",
            "requirement",
            "comparator",
            "growth",
            "fall",
            "baseline",
            "distribution",
            "completion",
        )

    def trim(self, start: int, end: int) -> Span:
        """A stretch without periods, adverbs and connectives at its ends."""
        trimmed = self._trimmed.get((start, end))
        if trimmed is None:
            trimmed = self._trimmed[start, end] = self._trim(start, end)
        return trimmed

    def _trim(self, start: int, end: int) -> Span:
        text = self.text
        while start < end:
            before = start
            start = period_end(text, start, end) or start
            if start < end and start > 0 and BEFORE_THAT.match(text, start, end):
                start += 1  # 2027年底前|燃气轮机, 三年内|精深加工率
            found = SUBJECT_TRIM_LEFT.match(text, start, end)
            if found:
                start = found.end()
            if start == before:
                break
        return start, max(start, SUBJECT_TRIM_RIGHT.start(text, start, end))

    def noun(self, start: int, end: int) -> Span:
        """The noun phrase that opens a stretch: 四机厂 of 四机厂解决了西厂区扩规所需的.

        Nothing where a verb opens it.
        """
        for index in self.words.between(start, end):
            if (
                self.breaks(index)
                and self.text[self.words.starts[index] : self.words.ends[index]] not in INSIDE_NOUN
                and not (
                    self.text.startswith("等", self.words.starts[index]) and self.words.ends[index] < end
                )
            ):
                return (
                    (start, start) if self.words.starts[index] <= start else (start, self.words.starts[index])
                )
        return start, end

    def breaks(self, index: int) -> bool:
        """Whether a noun phrase ends before a word; no word of a trade's own name ends one: 休闲食品."""
        if not self.words.breaks(index) or self._is_use_of_ground(index):
            return False
        last = bisect_right(self._trade_starts, self.words.starts[index]) - 1
        if last < 0 or self._trade_ends[last] < self.words.ends[index]:
            return True
        return (self.words.starts[index], self.words.ends[index]) == self._trades[last]

    @cached_property
    def _trades(self) -> list[Span]:
        return [
            (trade.start, trade.end)
            for trade in industries().find(self.text)
            if trade.end - trade.start >= _SHORTEST_TRADE
        ]

    @cached_property
    def _trade_starts(self) -> list[int]:
        return [start for start, _ in self._trades]

    @cached_property
    def _trade_ends(self) -> list[int]:
        return [end for _, end in self._trades]

    def _is_use_of_ground(self, index: int) -> bool:
        """Whether a verb tells what a zone is for: 集聚 of 全市产业集聚区; not 建设 of 建设园区."""
        behind = index + 1
        return behind < len(self.words.words) and self.words.words[behind] in _GROUNDS

    def strip_right(self, start: int, end: int) -> int:
        """End of the noun phrase before a verb group: 主营业务收入力争突破 → behind 收入."""
        text = self.text
        ending = self._verbs
        while end > start:
            if text[end - 1] in "，、：的了达到为是至由从在也已均约近超过可要将共各":
                term = self.terms.last(max(start, end - 4), end)
                if (term and term.end == end) or text.endswith(("签约", "节约", "履约"), start, end):
                    return end
                end -= 1
                continue
            if text.endswith(("累计", "合计", "共计"), start, end):
                end -= 2
                continue
            found = ending.match(text, start, end)
            if not found:
                return end
            covering = self.terms.last(start, end)
            if covering and covering.end == end and covering.start <= found[0]:
                return end
            end = found[0]
        return end

    def right_noun(self, numeral: Numeral, end: int) -> Span | None:
        """The noun phrase counted by a number before it: 20个国家级企业技术中心.

        Its head may stand behind a clause with 的.
        """
        text = self.text
        after = _BOUND_AND_OF.match(text, numeral.end)
        start = after.end() if after else numeral.end
        if text[start : start + 1] in "、）":
            return None
        end = min(end, start + _LONGEST_NOUN)
        stop = bisect_left(self._clause_ends, start)
        close = min(self._clause_ends[stop], end) if stop < len(self._clause_ends) else end
        if close == start:
            return None
        head = text.rfind("的", start, close)
        if head < start or close - head < 3:
            inner = NOUN_END.search(text, start, close)
            close = inner.start() if inner else close
        else:
            inner = _BREAKS_NOUN.search(text, head, close)
            close = inner.start() if inner else close
        if close <= start:
            return None
        clause = _RELATIVE.match(text, start, close)
        verb = NOUN_VERB.search(text, clause.end() if clause else start + 1, close)
        if verb and (self.count_head(start, verb.start()) is not None or verb.start() - start <= 12):
            close = verb.start()
        while close > start and text[close - 1] in "和与及等以的":
            close -= 1
        return (start, close) if close > start else None

    def is_in_name(self, term: Term) -> bool:
        """Whether a term is part of the name of a zone or firm: 高新区 of 随州高新区则增长1.2%."""
        return any(
            self.named.get(start, 0) >= term.end for start in range(max(0, term.start - 20), term.start + 1)
        )

    def count_head(self, start: int, end: int) -> str | None:
        printed = self.text[start:end]
        return next((code for head, code in COUNT_HEADS if printed.endswith(head)), None)

    def count_code(self, noun: Span) -> str:
        term = None
        for found in reversed(self.terms.within(*noun)):
            if self.dimension(found.code) == "count":
                term = found
                break
        if _CLUSTERS_AND_BASES.search(self.text, *noun):
            return "cluster_count"
        if term and term.end == noun[1]:
            return term.code
        printed = self.text[noun[0] : noun[1]]
        if _STAGE_ALONE.fullmatch(printed):
            return "project_count"  # 66个项目已有28个开工建设
        best = max(
            ((printed.rfind(head) + len(head), code) for head, code in COUNT_HEADS if head in printed),
            default=None,
        )
        if self._counts_another(
            noun[0] + max(best[0] if best else 0, term.end - noun[0] if term else 0), noun[1]
        ):
            return "other"
        if best and (term is None or best[0] > term.end - noun[0]):
            return best[1]
        return term.code if term else "other"

    def _counts_another(self, start: int, end: int) -> bool:
        """Whether a noun of its own ends what is counted: 重点产业链核心缺失|环节, 企业|诉求."""
        return _ANOTHER_NOUN.search(self.text, start, end) is not None

    def extend_left(self, term: Term, clause: int) -> int:
        """Start of an indicator's name.

        With the modifiers before it (新增就业), without whose it is (产业 of 产业产值).
        """
        text = self.text
        start = term.start
        trade = _TRADE_END.match(text, start, term.end) if start > clause else None
        if trade and "\u4e00" <= text[start - 1] <= "\u9fff":
            return trade.end()  # 茶叶加工业|产值
        if (
            text[start] == "年"
            and start > clause
            and (text[start - 1].isdigit() or text[start - 1] in "今去")
        ):
            return start + 1
        whose = WHOSE.match(text, start, term.end)
        if whose and self.dimension(term.code) != "count":
            return whose.end()
        first = MODIFIER.start(text, clause, start)
        # 消费品工业规模以上总产值: 工业 ends the trade's name
        if text.startswith("工业", first, start) and self._is_noun_before(clause, first):
            return first + 2
        return first

    def _is_noun_before(self, clause: int, position: int) -> bool:
        """Whether a common noun ends at a position: 消费品 before 工业, but no place and no 规模以上."""
        inside = self.words.between(clause, position)
        if not inside:
            return False
        last = inside[-1]
        return (
            self.words.ends[last] == position
            and self.words.tags[last] in ("n", "nz")
            and not re.search("[省市县区州旗盟国上模]$", self.text[clause:position])
        )

    def edge(self, clause: int, end: int) -> int:
        """Where the words before a number end, its own year left out: 由2010年的5%提高到2015年的10%."""
        found = OWN_YEAR.search(self.text, clause, end)
        return found.start() if found else end

    def part_printed_behind(self, numeral: Numeral) -> Term | None:
        """What a share is of where it stands behind: 以全市1%的面积，贡献了42%的工业产值."""
        found = _BOUND_OF.match(self.text, numeral.end)
        if not found:
            return None
        terms = self.terms.within(found.end(), found.end() + 10)
        return terms[0] if terms and terms[0].start <= found.end() + 2 else None

    def part_named(self, start: int, end: int) -> Span | None:
        """镁质材料 in 其中镁质材料412.6亿元."""
        found = _AMONG_THEM.match(self.text, start)
        if not found:
            return None
        left, right = self.noun(*self.trim(found.end(), end))
        return (left, right) if 2 <= right - left <= 16 else None

    def narrows(self, start: int, end: int) -> bool:
        """Whether a clause without an indicator names a part or a whole of the last: 其中镁质材料, 总数."""
        left, right = self.trim(start, end)
        printed = self.text[left:right]
        if (
            not printed
            or self.text.startswith("其中", start)
            or re.fullmatch(r"(?:总数|总量|总额|总计|合计|总|共|累计|余额|规模)+", printed)
        ):
            return True
        return self.is_topic(left, right) or (bool(industries().find(printed)) and len(printed) <= 12)

    def is_subject(self, start: int, end: int) -> bool:
        printed = self.text[start:end]
        return (
            end - start <= (60 if "、" in printed else 30)
            and not _CLAUSE_MARK.search(printed)
            and not _ADVERB.fullmatch(printed)
        )

    def is_topic(self, start: int, end: int) -> bool:
        """A trade, place, firm or zone set before a comma as what the clause is about."""
        printed = self.text[start:end]
        if end - start > (60 if "、" in printed else 20):
            return False
        return (
            bool(TOPIC.search(printed))
            or self.is_place(start, end)
            or self.named.get(start) == end
            or self.is_trade(printed)
        )

    def is_trade(self, printed: str) -> bool:
        """Whether a phrase is the name of a trade and nothing else: 稀土功能材料, 光伏."""
        trades = industries().find(printed)
        return bool(trades) and trades[0].start <= 2 and trades[-1].end == len(printed)

    def is_place(self, start: int, end: int) -> bool:
        # Places never overlap: only the last that begins before the stretch can hold it.
        index = bisect_right(self._place_starts, start) - 1
        if index < 0:
            return False
        place = self.places[index]
        return place.start < end and place.end > start and place.end >= end - 1

    def places_from(self, start: int) -> list[Place]:
        """The places that follow each other from a position on: 龙游县|湖镇镇."""
        index = bisect_right(self._place_starts, start - 1)
        found: list[Place] = []
        while index < len(self.places) and self.places[index].start == start:
            found.append(self.places[index])
            start, index = self.places[index].end, index + 1
        return found

    def dimension(self, code: str) -> str:
        return self.claims.indicator_dimensions.get(code, "")

    def unit_dimension(self, unit: str) -> str:
        return self.claims.unit_dimensions.get(unit, "")
