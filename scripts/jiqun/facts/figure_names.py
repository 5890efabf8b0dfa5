"""What a figure is of, as the passage prints it: the indicator's name with what narrows it.

The rules before this one find the word that decides the indicator's code (企业 of 产值超50亿元的龙头企业).
A reader needs the whole of it: a bound, a modifier, whose it is of all (户均). The subject, the place, the
period and the verb of a goal are told elsewhere and stay outside.
"""

from __future__ import annotations

import re

from jiqun.facts.claims import Claims
from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Figure, Span
from jiqun.facts.frame import Frame
from jiqun.language import cues
from jiqun.language.numbers import Numeral

_CLAUSE = re.compile(r"[，；：。！？\n（）]")
# What may stand between a bound and what it bounds: 50亿元以上的|企业.
_BOUND_TAIL = re.compile(r"(?:及?以上|以下|以内|级)?(?:关联度[^，；。]{0,12})?的?")
# What stands between a class without its noun and its number.
_OF_THESE = re.compile(r"的(?:有|仅|只有|才|达到?|发展到|增加到|不足|约|近|共)*$")
# Verbs before a name that say only that there is such a thing: 实现利税, 现有企业.
_SAYS_THERE_IS = re.compile(
    r"(?:年)?(?:实现|现有|拥有|培育|争取|建成(?!区)|达成|共有|取得)(?=[\u4e00-\u9fffA-Z“])"
)
# Verbs that say of what is counted only that it has come to be there: 新增|规模以上企业12家. People who are
# given work, and land and floors, are what the verb says: 新增就业, 盘活闲置厂房.
_HAS_COME = re.compile(
    r"(?:累计|已)?(?:新增|净增|新建|新引进|引进|招引|引育|引入|新批|新认定|开发|培养|输送|落户)(?:了)?(?=[\u4e00-\u9fffA-Z\d“]{2})(?!项目$)"
)
_COMES = frozenset(
    (
        "enterprise_count",
        "product_count",
        "institution_count",
        "project_count",
        "talent",
        "facility_count",
        "standard_count",
    )
)
# A sum told as completed: 累计完成|固定资产投资; 完成投资 has no other name.
_COMPLETED = re.compile(r"(?:累计|已)*(?:完成(?=(?!投资)[\u4e00-\u9fff]{4})|(?=完成投资))")
_EMPLOYED = re.compile("吸纳(?=从业人员)")
# Verbs behind a name that say how it moves: 审批时限|压缩, 收入|由1350元.
_MOVES = re.compile(
    r"(?:(?:由|从).*\d.*|(?:压缩|缩短|扩大|增加|减少|提高|下降|降低|提升|分别|总计|合计|共计|三年内.*|[一二三四五]年内.*))$"
)
# Words that no name begins with, whatever the dictionary calls them.
_NEVER_INSIDE = frozenset(
    (
        "其中",
        "全年",
        "同比",
        "累计",
        "合计",
        "目前",
        "其余",
        "其他",
        "另有",
        "分别",
        "平均每",
        "达",
        "近",
        "约",
        "等",
        "好",
    )
)
_WHOLE = re.compile(r"(?:全|我|本|该)(?:省|市|县|区|州|旗|盟|镇|乡|国|地区)")
# Parts of speech that narrow a noun: nouns, verbal nouns, adjectives, abbreviations, letters.
_NARROWS = ("n", "vn", "b", "a", "an", "j", "l", "i", "eng", "g", "mq")
# Where a rate is taken, inside its name: 关键零部件|省内|配套率.
_WHERE = frozenset(("省内", "国内", "区内", "市内", "县内", "本地", "全国", "国际", "全球"))
# What has a figure rather than narrows it: a zone, a trade, a project.
_OWNER = re.compile(r"(?:集群|园区|产业|产业链|链|业|园|区|项目|基地|集团|公司|市场|[省市县区州旗镇乡])$")
# Words that narrow any measure, money too.
_PER_WHAT = re.compile(
    r"(?:户均|人均|亩均|平均|每百元|每万人|单位|规划|(?<![\d今去前明本当上全每半])年|各类)$"
)


_QUOTED_BEFORE = re.compile("“[^“”，；。]{1,12}”$")
# What is left of 集群内, 园区里 where the zone is the subject.
_INSIDE_OF = re.compile("(?<=[群区园链镇])(?:内(?![资贸销需陆河部蒙])|里)(?=[\u4e00-\u9fff])")
# Nouns of the statistic, not of what it is of: 技改投资|增幅.
_HOW_MUCH = re.compile(r"增幅|增速|降幅|涨幅|比重|占比|比例|份额")
# Whose and when in front of a name: 链2023年共有|规上企业, 全县|新植苗木.
_BEFORE_NAME = re.compile(r".{0,3}(?:19|20)\d\d年(?:共有|有)?|(?:全|我)[省市县区州旗](?=[\u4e00-\u9fff]{2})")


# The tier before what is of it: 50亿级|产业集群, 300亿级以上|产业链.
_TIER_BEFORE = re.compile(
    r"(?<![\d.])(?:\d{1,4}(?:(?:[—~-]|至|到){1,2}\d{1,4})?|[一二三四五六七八九十]{1,3})?[百千万]?亿元?级(?:以上)?的?$"
)

# A tier of which a list of terms knows the rest alone.
_TENS_OF_TIER = re.compile("[一二两三四五六七八九][百千]亿级")


class IndicatorNames:
    """Widens and cuts the indicator of each figure to its printed name."""

    def __init__(self, frame: Frame, phrases: Phrases, claims: Claims) -> None:
        self.text, self.frame, self.phrases, self.claims = frame.text, frame, phrases, claims

    def assign(self, figures: list[Figure]) -> None:
        """Set the indicator spans of a document's figures; their subjects are known."""
        last = 0
        for figure in figures:
            if figure.indicator is not None and figure.indicator[0] < figure.indicator[1]:
                figure.indicator = self._name(figure, figure.indicator, last)
            last = figure.numeral.end

    def _name(self, figure: Figure, span: Span, last: int) -> Span:
        left_out = self._left_out(figure, last)
        if left_out:
            return left_out
        start, end = self._cut(figure, span)
        if start >= figure.numeral.end:
            return start, end
        if figure.subject is not None and figure.subject[0] <= start < figure.subject[1] <= end - 2:
            start = figure.subject[1]  # 规上工业|用电量
        if end - start > 2 and _INSIDE_OF.match(self.text, start):
            start += 1  # 集群|内规模以上企业
        edge = self._edge(figure, start, last)
        start = self._with_bound(start, end, edge)
        if start > edge and _TENS_OF_TIER.match(self.text, start - 1):
            start -= 1  # 四|百亿级产业集群
        tier = _TIER_BEFORE.search(self.text, max(edge, start - 16), start)
        start = tier.start() if tier else start
        end = self._with_head(end, figure.numeral.start)
        if figure.unit == "1" or self.phrases.dimension(figure.code) not in ("money", "dimension"):
            start = self._with_modifiers(start, edge)
            come = _HAS_COME.match(self.text, start, end) if figure.code in _COMES else None
            return (come.end() if come and figure.unit == "1" else start), end
        if self.text[start:end] == "投资" and self.text.endswith("完成", edge, start):
            return start - 2, end
        found = _PER_WHAT.search(self.text, edge, start)
        return found.start() if found else start, end

    def _left_out(self, figure: Figure, last: int) -> Span | None:
        """A class without its noun: 年营业收入超1000亿元的 of 年营业收入超1000亿元的2个."""
        number = figure.numeral.start
        found = _OF_THESE.search(self.text, max(last, number - 12), number) if figure.unit == "1" else None
        if found is None:
            return None
        end = found.start() + 1
        bounds = [
            numeral
            for numeral in self.frame.numerals_in(self._edge(figure, end, last), end)
            if self.claims.reason(numeral) == "threshold"
        ]
        if not bounds or not _BOUND_TAIL.fullmatch(self.text, bounds[-1].end, end):
            return None
        return self._with_bound(bounds[0].end, end, self._edge(figure, bounds[0].start, last)), end

    def _edge(self, figure: Figure, start: int, last: int) -> int:
        """Where the name may begin at the earliest: behind the last mark, figure or subject before it."""
        edge = last if last <= start else 0
        for mark in _CLAUSE.finditer(self.text, max(edge, start - 60), start):
            edge = mark.end()
        edge = max(edge, start - 60)
        if figure.subject is not None and figure.subject[1] <= start:
            edge = max(edge, figure.subject[1])
        return edge

    def _cut(self, figure: Figure, span: Span) -> Span:
        """The name without the verb that opens it and the movement that ends it."""
        start, end = span
        if end <= figure.numeral.start:
            moves = _MOVES.search(self.text[start:end])
            if moves and moves.start() >= 2:
                end = start + moves.start()
            whose = _BEFORE_NAME.match(self.text, start, end)
            if whose and end - whose.end() >= 2:
                start = whose.end()
            for opens in (_SAYS_THERE_IS, _COMPLETED, _EMPLOYED):
                says = opens.match(self.text, start, end)
                if says and end - says.end() >= 2:
                    start = says.end()
        return start, end

    def _with_bound(self, start: int, end: int, edge: int) -> int:
        """Start of the name with the bound that it is told by: 产值超|50亿元的|龙头企业."""
        bounds = [
            numeral
            for numeral in self.frame.numerals_in(edge, end)
            if self.claims.reason(numeral) in ("threshold", "attribute") and self._touches(numeral, start)
        ]
        if not bounds:
            return start
        first = bounds[0].start
        before = first
        compared = cues.ending("comparator").match(self.text, edge, first)
        if compared:
            before = compared[0]
        elif first > edge and self.text[first - 1] in "上满":
            before = first - 1
        measure = self.phrases.terms.last(edge, before)
        if measure is not None and measure.end == before:
            return max(edge, self.phrases.extend_left(measure, edge))
        return min(start, before)

    def _touches(self, numeral: Numeral, start: int) -> bool:
        if numeral.end > start:
            return True
        tail = _BOUND_TAIL.match(self.text, numeral.end)
        between = self.text[tail.end() if tail else numeral.end : start]
        return len(between) <= 14 and not re.search(r"[，；。、\d]", between)

    def _with_head(self, end: int, number: int) -> int:
        """End of the name with the noun that stands between it and the number: 竹林|面积126.8万亩."""
        words = self.phrases.words
        if self.text.startswith("产业链", end - 2):
            end += 1  # 500亿级产业|链
        for index in words.between(end, number):
            is_noun = words.tags[index].startswith("n") and not _HOW_MUCH.match(words.words[index])
            if words.starts[index] != end or words.breaks(index) or not is_noun:
                break
            end = words.ends[index]
        return end

    def _with_modifiers(self, start: int, edge: int) -> int:
        """Start of the name with the nouns and adjectives right before it: 户均|营业收入."""
        words = self.phrases.words
        quoted = _QUOTED_BEFORE.search(self.text, max(edge, start - 16), start)
        start = quoted.start() if quoted else start
        for index in reversed(words.between(edge, start)):
            word = words.words[index]
            if (
                words.ends[index] != start
                or (words.breaks(index) and word not in _WHERE)
                or word in _NEVER_INSIDE
                or _OWNER.search(word)
                or (len(word) == 1 and words.starts[index] == edge)
                or not (words.tags[index].startswith(_NARROWS) or word == "类" or word in _WHERE)
                or _WHOLE.match(word)
                or self.phrases.is_place(words.starts[index], words.ends[index])
            ):
                break
            start = words.starts[index]
        return start
