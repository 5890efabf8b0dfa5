"""Names of projects: where they begin and end, whose they are, and what stands in them besides the name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from jiqun.facts.firm_names import TOWN_LIKE
from jiqun.facts.frame import Frame
from jiqun.facts.organization_bodies import Body
from jiqun.language import vocabulary
from jiqun.language.industries import industries
from jiqun.language.numbers import Numeral
from jiqun.language.words import Words
from jiqun.patterns import quick

Span = tuple[int, int]
_PACE = re.compile(
    r"(?:年|日|月)(?:产|处理|加工|生产|发电|供|纺|吞吐|周转|可?生产|新增|出栏|屠宰|养殖|回收|拆解)(?:能力)?[^，；。、（）\d]{0,8}$"
    r"|(?:处理|加工|转化)$"
)
_NO_NAME_BEGINS = re.compile(r"^(?:[及和与等的地、，（）]|[一二三四五六七八九十\d]+期)")
_PHASE = re.compile(r"(?:[（]?[一二三四五六七八九十\d]+(?:、[一二三四五六七八九十\d]+)*期(?:工程)?[）]?)")
_NO_NAME_TAGS = ("uj", "uv", "ul", "p", "c", "w", "x", "eng")
_AREA_TERMS = ("亩", "公顷", "平方公里", "平方千米")
_NO_OUTPUT = (
    "CNY",
    "USD",
    "%",
    "pp",
    "a",
    "d",
    "h",
    "mo",
    "person",
    "in",
    "mm",
    "cm",
    "nm",
    "um",
    "km",
    "kV",
    "V",
    "degC",
    "ha",
    "mu",
    "km2",
)
_COUNTED_TERMS = (
    "个",
    "家",
    "项",
    "期",
    "大",
    "名",
    "人",
    "户",
    "位",
    "种",
    "类",
    "条",
    "座",
    "批",
    "次",
    "宗",
)


@cache
def terms(role: str) -> frozenset[str]:
    """Words of the projects' vocabulary with one role."""
    return frozenset(row["term"] for row in vocabulary.read("project_terms") if row["role"] == role)


@cache
def pattern(role: str) -> str:
    """An alternation of the words of one role, longest first."""
    return "|".join(re.escape(term) for term in sorted(terms(role), key=lambda term: (-len(term), term)))


@cache
def _firm_words() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """(firms known as a whole, endings that make a firm of any stem, endings that make one of an unusual
    stem).
    """
    rows = [row for row in vocabulary.read("organization_terms") if row["kind"] == "enterprise"]
    whole = frozenset(row["term"] for row in rows if row["position"] == "whole" and row["generic"] != "1")
    strong = {
        row["term"].replace("(", "（").replace(")", "）") for row in rows if row["position"] == "suffix"
    } | {"集团", "公司", "厂"}
    weak = {row["term"] for row in rows if row["position"] == "tail"} | set(terms("firm_tail"))

    def any_of(words: set[str]) -> re.Pattern[str]:
        return re.compile(
            "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
        )

    return whole, any_of(strong), any_of(weak - strong)


@cache
def _openings() -> frozenset[str]:
    """The first two characters of firms known by themselves."""
    return frozenset(name[:2] for name in _firm_words()[0])


@cache
def _pure_tails() -> frozenset[str]:
    """Endings of firms that modify no product: 科技, 股份, 能源."""
    return frozenset(
        row["term"]
        for row in vocabulary.read("project_terms")
        if row["role"] == "firm_tail" and row["value"] == "pure"
    )


@cache
def _public_work() -> re.Pattern[str]:
    """Works that are called after where they stand: 机场, 水利枢纽."""
    return re.compile(rf"(?:[东南西北总]?干渠)?(?:{pattern('public_work')})")


@dataclass(slots=True)
class Parsed:
    """A project's name taken apart; spans are of the view.

    `name` may hold several spans (南安 + 装备制造业基地); `strong` tells that a firm, place, capacity or
    phase marks it as one project.
    """

    name: list[Span]
    firm: Span | None
    strong: bool


# What stands behind the name of a place: 屏都|综合新区, 岩口|水电站.
_ZONE_BEHIND = re.compile(
    "(?:综合)?新区|省际|(?:工业|产业|科技|物流)?园|开发区|高新区|经开区|集聚区|集中区|[镇乡村湖江河](?!产)|街道|片区|大桥|水库|水电站|抽水蓄能|线[\u4e00-\u9fff]{1,3}至"
)
# A zone without the name of its place is no firm: 经开区|半导体产业园.
_ZONE_ALONE = re.compile("经开区|高新区|开发区|新区|园区|示范区|保税区|集聚区|工业园|产业园")
# What makes a known firm's short name its full one: 领标科技|发展有限公司.
_FULL_NAME = re.compile(
    "(?:[^，。；：、“”（）与和及的\\d]{0,6}|（[^（）]{2,8}）[^，。；：、“”（）与和及的\\d]{0,8})"
    "(?:股份|集团)?有限(?:责任)?公司"
)
# Endings that are a firm's own even before what they may describe: 永拓智能|机器人.
_OWN_ENDINGS = ("智能", "智造", "科技")
# Works that are called after where they stand: 唐家沱|污水处理厂.
_NAMELESS_WORK = re.compile("(?:污水|垃圾|污泥)(?:处理|焚烧|发电)|自来水厂|水厂|热电厂|变电站")
_PLACE_IN_NAME = re.compile("（[\u4e00-\u9fff]{2,6}）")
_MADE_OF = re.compile("[钛铜钒铁铝镁锂硅碳镍钴锰锌硼磷硫氯氟钾钠钨钼铬铅锡锑]+(?:基|系|合金)")
# What is no name without the firm or place before it: 南山文化|生态园.
_ANY_PLACE_OF_WORK = re.compile(
    "(?:生态|科技|产业|工业|物流|创业|创新|特色|文化|农业|智慧|现代|智能|总部|生产|制造|加工)*(?:园区?|基地|城|中心|小镇|广场|大厦|总部|工厂|厂房|车间)"
)
_TWO_CHARACTERS = re.compile(r"[\u4e00-\u9fff]{2}")
_LETTERS = re.compile(r"[A-Za-z]{2,}|第\d+代|\d+(?:英寸|纳米|MW|GW)")
_FURTHER_SIZE = re.compile(r"[及和、并](?:新增|配套|年产)(?=[^，。]{0,10}\d)")
_SIZE_BEHIND = re.compile(r"[约近共]?[\d.,]+[十百千万亿]*(?:平方米|平方公里|亩|公里|公顷|米|座|条|处|个|套)$")


# What follows a name and is none of it: 二期|建设, 扩建|工程去年.
_NO_NAME_BEHIND = quick(
    r"(?:(?<=期)(?:建设|工程|入驻.*)|(?:工程|项目)?(?:去年|今年|明年|上半年|下半年|年内|年底|上月|本月|近日|日前|计划|预计|将)"
    r"|(?:现)?已(?:经|完成|建成|开工|竣工|投产|封顶|进入|全面).*)$"
)
# What a work is said to be: 藻渡水库|是国家重大水利工程.
_CALLED_WHAT = re.compile("(?<!的)(?:是|作为|属于)[^，；。、]{2,30}(?:项目|工程)$")
# 就60万吨/年煤制烯烃项目签订框架协议
_ABOUT = re.compile(r"就(?=\d|年产)")
# With whom, before what: 与德国赫曼密封技术公司就|汽车密封条项目.
_WITH_ABOUT = re.compile(
    r"(?:正|还|已)?(?:与|同|和)?(?P<firm>[^，；。、就]{3,24}?(?:公司|集团|厂|企业))就(?!业|近|地)(?=[\u4e00-\u9fff]{3})"
)
# 甲市乙县28个|项目集中开工: how many, not which; 该项目分三期: one already named.
_COUNT_OF_WORKS = re.compile(r"(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[个项宗](?:项目|工程)?$")
_COUNTED_THINGS = re.compile(r"(?:\d{1,3}|[一二两三四五六七八九十]+)[条座所处][^\d产]{2,8}(?:项目|工程)?")
# Where people go to see what is being built.
SEEN = "观摩|察看|查看|考察|督查|调研|参观|视察|走访|来到|走进"
# Whom somebody talks with about it: 与肃宁县洽谈|电商产业园; where it was shown: 主会场|丙公司三期.
_IN_TALKS = re.compile(r"[^，；。、]{0,20}?(?:与|和)[^，；。、]{2,14}(?:洽谈|商谈)|(?:主|分)会场")
_POWER_PLANT = re.compile("(?:的)?(?:风电|风力|光伏|水电|电站|抽水|生物质|农光|渔光|林光|集中式|分散式)")
_SAYS_HOW = re.compile("围绕|聚焦|紧扣|紧紧|立足|按照|对(?:园区|开发区|企业)")
# What a text says of its projects, and a batch of them: 主要是|基础民生工程, 企业的|一期, 第一批重点建设.
_NO_WORK = re.compile(
    r"主要(?:是|为|有|包括|涉及|涵盖)|(?:建设)?(?:内容|规模)(?:为|包括|：)|(?:企业|公司|园区|开发区)的[一二三四\d]期|.{0,16}第[一二三四五六七八九十\d]+[批次]"
)
# Who went to see it: 记者走进|远拓集团石墨材料项目现场.
_VISITED = re.compile(f"[^，；。、]{{0,12}}?(?:(?:{SEEN})了?|(?:仪式|活动|大会)在)(?=[\u4e00-\u9fff]{{4}})")
_OPENS_WITH_NOUN = re.compile(
    "项目|工程(?!机械|车|船|塑料|橡胶|陶瓷|玻璃|材料|装备|设备|技术|钢|轮胎|木|胶|用)"
)
# What kind of project a firm's is, or in which zone, before the firm: 商务中心建设项目|某某公司….
_LABEL = re.compile(
    "[^，；。、：的]{2,30}(?:开发区|高新区|园区|工业园|新区)(?=[^，；。、：园]{4,20}(?:股份|有限)公司)|"
    "[^，；。、：]{2,16}?(?:建设|产业|重点|重大|招商)项目(?=[^，；。、：]{4,24}(?:公司|集团))"
    "|[^，；。、：]{0,10}?(?:招商引资|签约|开工|重点|新建|续建|在建|投产|竣工|前期)项目(?:分别)?[为是有](?=[\u4e00-\u9fffA-Z\\d]{4})"
)
_NOUN_INSIDE = re.compile("项目(?=（[一二三四五六1-6]期(?:工程)?）)")
_OF_KIND = re.compile("(?:现代|新型|重[点大]|传统|优势|特色)+")
_THIS_WORK = re.compile("(?:该|此|这个?|上述|本)(?:项目|工程|基地)|该")
_NOT_OF_NAME = re.compile(
    r"作为[^，；。、的]{0,10}项目的|港资|台资|外资|民企|国企|央企|龙头企业|链主企业|骨干企业"
)


class NameReader:
    """Takes names of one document's projects apart."""

    def __init__(
        self, frame: Frame, words: Words, bodies: list[Body], zones: Mapping[int, int] | None = None
    ) -> None:
        """`zones` are the parks and bases that the text names, end by start: no firm is cut off these."""
        self.frame, self.words, self.text = frame, words, frame.text
        self.zones = zones or {}
        self._known = {
            body.name
            for body in bodies
            if body.kind in ("enterprise", "financial")
            and len(body.name) >= 2
            and not re.search(r"\d|工厂$", body.name)
        }
        self._longest = max((len(name) for name in self._known), default=0)
        self._openings = {name[:2] for name in self._known} | _openings()

    @cached_property
    def _stems(self) -> frozenset[str]:
        """What stands before 公司, 集团 and the like anywhere in the text."""
        return _before(_FIRM_WORD, self.text)

    @cached_property
    def _areas(self) -> frozenset[str]:
        """What stands before 半岛, 开发区 and the like anywhere in the text."""
        return _before(_AREA_WORD, self.text)

    # --- firms --------------------------------------------------------------------------------------------

    def firm_end(self, first: int, last: int) -> int | None:
        """End of the firm that a stretch begins with, or None.

        A firm is known by name (the document or the vocabulary has it), by its ending (九岭锂业), by the
        place before an
        unusual word (上海姚记), or by the capacity that follows an unusual word. 泉州太阳能光伏 begins
        with no firm.
        """
        if _ZONE_ALONE.match(self.text, first, last):
            return None
        known = self._known_end(first, last)
        if known:
            return known
        starts = [first]
        listed = next(
            (
                place.end
                for place in self.frame.places_between(first, min(last, first + 12))
                if place.start == first and place.code
            ),
            None,
        )
        if listed:
            starts = [listed]  # 福建石化 is no firm, 福州耀隆化工 is
        elif foreign := self._foreign_place(first, last):
            starts = [foreign, first]
        for start in starts:
            end = (self._known_end(start, last) if start > first else None) or self._ending(
                first, start, last
            )
            if end:
                return end
        stem = self._unusual_word(starts[0], last)
        own = self.text[starts[0] : stem] if stem else ""
        if stem and (
            _ZONE_BEHIND.match(self.text, stem, last) or _public_work().match(self.text, stem, last)
        ):
            return None  # 屏都|综合新区低丘开发, 龙嘉|机场三期扩建
        if _MADE_OF.fullmatch(own):
            return self._known_end(first, last, halves=True)  # 硅基|密封件
        if stem and own not in self._areas and (starts[0] > first or own in self._stems):
            return stem
        return self._known_end(first, last, halves=True)

    def _foreign_place(self, first: int, last: int) -> int | None:
        """End of a place that the list of counties has not, where the dictionary knows one: 新加坡, 韩国."""
        index = bisect_left(self.words.starts, first)
        if (
            index < len(self.words.starts)
            and self.words.starts[index] == first
            and self.words.tags[index] == "ns"
            and first + 2 <= self.words.ends[index] < last
        ):
            return self.words.ends[index]
        return None

    def _known_end(self, first: int, last: int, *, halves: bool = False) -> int | None:
        """End of the longest known name at a position; with `halves` also one that leaves half a word."""
        if self.text[first : first + 2] not in self._openings:
            return None
        whole = _firm_words()[0]
        for length in range(min(last - first, max(self._longest, 12)), 1, -1):
            piece = self.text[first : first + length]
            if piece not in self._known and piece not in whole:
                continue
            if full := _FULL_NAME.match(self.text, first + length, last):
                return full.end()
            rest = last - first - length
            if piece not in whole and (short := self._before_trade(first, first + length, last)):
                return short
            if not halves and 0 < rest < 3 and not _PHASE.match(self.text, first + length, last):
                continue  # 上海宝臣石油|套管: what is left would be half a word
            return self._with_tail(first, first + length, last)
        return None

    def _before_trade(self, first: int, end: int, last: int) -> int | None:
        """Where a known name ends whose ending begins the name of a product: 芳奎|环保设备, 恒力|新能源汽车;
        None where it is whole.
        """
        tails = _firm_words()[2]
        for length in (4, 3, 2):
            tail = self.text[max(end - length, first) : end]
            if end - first - length < 2 or tails.fullmatch(tail) is None or tail in _OWN_ENDINGS:
                continue
            if self._is_place(first, end - length):
                continue
            trades = industries().find(self.text[end - length : last])
            if any(trade.start == 0 and trade.end > length for trade in trades):
                return end - length
        return None

    def _with_tail(self, first: int, end: int, last: int) -> int:
        """End of a known name with the ending that follows it: 长安|汽车 before 新基地, not before 零部件;
        a name of four characters is whole: 鲁泽纸业 before 文化纸.
        """
        if self.text.endswith(("集团", "公司", "厂"), 0, end):
            return end
        tail = _firm_words()[2].match(self.text, end, last)
        if tail and tail[0] not in _pure_tails() and end - first > 3:
            return end
        if not tail or last - tail.end() < 3 or not self._ends_word(tail.end()):
            return end
        longer = [
            trade
            for trade in industries().find(self.text[end:last])
            if trade.start == 0 and trade.end > tail.end() - end
        ]
        return end if longer else tail.end()

    def _ending(self, first: int, start: int, last: int) -> int | None:
        """End of a name with a firm's ending: 辽南特钢, 恒远新能源, 韩国星宇集团."""
        text = self.text
        _, strong, weak = _firm_words()
        limit = min(last, first + 24)
        found = None
        for match in strong.finditer(text, first + 2, limit):
            if (len(match[0]) == 1 and not self._ends_word(match.end())) or text.endswith(
                "工厂", 0, match.end()
            ):
                continue  # 标准厂房, 智能工厂
            if not re.search(r"[\d的，。、“”与和及]", text[first : match.start()]) and self._is_stem(
                start if match.start() - start >= 1 else first, match.start(), loose=True
            ):
                found = match.end()
        if found:
            return found
        for match in weak.finditer(text, start + 2, min(last, start + 9)):
            left = text[match.end() : last]
            if re.match(r"园|区|集聚|集中|基地|制造|生产|经济|高新|开发", left) or (
                match[0] not in _pure_tails() and re.match(r"材料|组件|部件|零部件|配件|设备", left)
            ):
                continue  # 国轩|电池材料
            if (
                match[0] not in _pure_tails()
                and _ANY_PLACE_OF_WORK.fullmatch(left)
                and left.startswith(("产业", "工业", "科技", "物流"))
                and text[start : match.start()] not in self._stems
            ):
                continue  # 岭东汽车|产业园: the park of a trade
            if (
                0 < len(left) < 3
                and not _PHASE.match(left)
                and match[0] not in _pure_tails()
                and not match[0].endswith("业")
            ):
                continue  # 拍马工业|园, 宝臣石油|套管: what is left would be half a word
            if any(
                trade.start == 0 and trade.end > len(match[0])
                for trade in industries().find(text[match.start() : last])
            ):
                continue  # 江北光伏|组件
            # The trade may be a longer word: 汇能|煤化工.
            word = self.words.starts[max(bisect_right(self.words.starts, match.start()) - 1, 0)]
            pure = match[0] in _pure_tails() or match[0].endswith("业")
            if (pure or self._ends_word(match.end())) and self._is_stem(
                start, match.start() if pure else max(word, start), loose=False
            ):
                return match.end()
        return None

    def _is_stem(self, start: int, end: int, loose: bool) -> bool:
        """Whether a stretch can be the own part of a firm's name: no number, no trade, no plain noun."""
        stem = self.text[start:end]
        if loose:
            stem = _PLACE_IN_NAME.sub("", stem)  # 大唐融合（河南）信息服务|有限公司
        if not 1 <= len(stem) <= (14 if loose else 5) or re.search(r"[\d的，。、“”（）年产]", stem):
            return False
        if loose:
            return stem not in terms("generic") and not re.search(
                r"发电|热电|水泥|污水|自来水|处理|加工$|工$", stem
            )
        return (
            len(stem) >= 2
            and _MADE_OF.fullmatch(stem) is None
            and (
                stem in self._stems
                or self._unusual_word(start, end) == end
                or self._is_place_like(start, end)
            )
        )

    def _is_place_like(self, start: int, end: int) -> bool:
        """A word the dictionary takes for a place or person that is no county or city of the list: 辽南,
        洪都.
        """
        for index in self.words.between(start, end):
            if (
                self.words.starts[index] == start
                and self.words.ends[index] == end
                and self.words.tags[index] in ("ns", "nr", "nz", "nt", "nrt")
            ):
                return True
        return False

    def _unusual_word(self, start: int, last: int) -> int | None:
        """End of the two to four characters from `start` on that the dictionary does not join: 姚记|扑克,
        营东镁业|年产.
        """
        index = bisect_left(self.words.starts, start)
        position = start
        while position < last and position - start < 4 and index < len(self.words.starts):
            single = self.words.starts[index] == position and self.words.ends[index] == position + 1
            if (
                not single
                or self.words.tags[index] in _NO_NAME_TAGS
                or self.text[position] in "一二三四五六七八九十两"
            ):
                break
            position, index = position + 1, index + 1
        return position if position - start >= 2 else None

    def _ends_word(self, position: int) -> bool:
        index = bisect_left(self.words.ends, position)
        return index < len(self.words.ends) and self.words.ends[index] == position

    def is_firm(self, first: int, last: int) -> bool:
        """Whether a stretch is a firm's name and nothing else."""
        return 2 <= last - first <= 30 and self.firm_end(first, last) == last

    # --- names --------------------------------------------------------------------------------------------

    def parse(self, first: int, last: int) -> Parsed | None:
        """Take the name at a stretch apart, or None where nothing names a project."""
        text = self.text
        visited = _VISITED.match(text, first, last)
        if visited:
            first = visited.end()
        about = _WITH_ABOUT.match(text, first, last)
        if about:
            told = self.parse(about.end(), last)
            return Parsed(told.name, told.firm or about.span("firm"), strong=True) if told else None
        label = _LABEL.match(text, first, last)
        first = label.end() if label else first
        if (
            _OPENS_WITH_NOUN.match(text, first, last)
            or _COUNT_OF_WORKS.search(text, first, last)
            or _COUNTED_THINGS.fullmatch(text, first, last)
            or _THIS_WORK.match(text, first, last)
            or _SAYS_HOW.search(text, first, last)
            or _NO_WORK.match(text, first, last)
        ):
            return None
        first, last = self._trim(first, last)
        if last - first < 2 or not _TWO_CHARACTERS.search(text, first, last):
            return None
        firm: Span | None = None
        sized = False
        owner = text.rfind("的", first, last)
        # 美的|家电产业园: 的 inside a word parts nothing
        own_word = owner > first and self.words.starts_word(owner)
        if own_word and last - owner > 3 and "“" not in text[first:owner]:
            size = self._capacity_start(first, owner)
            if size is not None and not self.text.startswith("的", size - 1):
                # 水头皮革小区|日处理污水2万吨的治污厂; 日处理1.5万吨的|印染污水处理厂 has a name of its own
                firm = self._firm_before(first, size)
                sized = last - owner > _SHORTEST_OF_SIZED or self.text.endswith(_BUILDS, 0, size)
                first = owner + 1 if sized else size
            else:
                # 龙头企业桂海石化的120万吨/年乙烯装置
                firm, first = self._firm_before(first, owner), owner + 1
                first += text.startswith("是", first)  # 投资额最大的是|远拓集团总部
        zone = self.zones.get(first, last) if firm is None else last
        if zone + 4 <= last and self._capacity_start(zone, last) is not None:
            first = zone  # 中河纺织工业园|华锦20万锭紧密纺
        if firm is None:
            cut, begin = self._cut_firm(first, last)
            # 郑集冷链食品产业基地 is a base; what a known firm builds is named after it
            firm_name = text[slice(*cut)] if cut else ""
            known = firm_name in self._known or text.count(firm_name) > 1
            known = known or firm_name.endswith(("公司", "集团", "厂", "股份", "控股"))
            town = TOWN_LIKE.match(firm_name) is not None
            whole = self.zones.get(first) == last and town and not known
            firm, first = (None, first) if whole else (cut, begin)
        if firm is not None and _ABOUT.match(text, first, last):
            first += 1  # 渤津集团|就60万吨煤制烯烃项目签约
        strong = firm is not None or sized or self._is_marked(first, last)
        noun = _NOUN_INSIDE.search(text, first, last)
        if noun and noun.start() - first >= 2 and text.endswith("）", 0, last):
            # 规模养殖|项目|（一期）
            return Parsed([(first, noun.start()), (noun.end(), last)], firm, strong)
        return Parsed([(first, last)], firm, strong)

    def parse_strong(self, first: int, last: int) -> bool:
        """Whether a stretch bears the marks of one project."""
        parsed = self.parse(first, last)
        return parsed is not None and parsed.strong

    def _firm_before(self, first: int, end: int) -> Span | None:
        """The firm that ends at a position, from the first place in the stretch where one begins."""
        first = max(first, end - 40)
        told = re.search(
            rf".*(?:企业|由|引进|引来的|客商|公司的|的|仪式在|{SEEN}|项目[是为]|分别[是为]|设立|首[套个条座])了?",
            self.text[first : max(end - 2, first)],
        )
        first += told.end() if told else 0
        for at in range(max(first, end - 16), end - 1):
            if (at == first or self.words.starts_word(at)) and self.is_firm(at, end):
                return at, end
        return None

    def firm_before(self, first: int, end: int) -> Span | None:
        """The firm that ends at a position, begun not before `first`; joint investors (A与B) are one span."""
        found = self._firm_before(first, end)
        if found and text_joins(self.text, first, found[0]):
            left = self._firm_before(first, found[0] - 1)
            return (left[0], end) if left else found
        return found

    def _cut_firm(self, first: int, last: int) -> tuple[Span | None, int]:
        """(firm, where the name begins without it). The firm stays where what is left is no name:
        玖龙纸业一体化.
        """
        end = self.firm_end(first, last)
        capacity = self._capacity_start(first, last)
        if end is None and capacity and self._is_owner(first, capacity):
            end = capacity
        if end is None or end >= last:
            return ((first, last), first) if end is not None else (None, first)
        here = [place for place in self.frame.places_between(first, end) if place.start == first]
        if here and self.text.endswith("公司", 0, end) and self._stands_alone(end, last):
            return (first, end), end  # 旬阳朗益电子公司|连接器: the place is the firm's own
        if here and end == capacity and end - here[0].end >= 2:
            return (first, end), end  # 永川嘉陵|年产60万吨特种纸
        if here and here[0].code and not here[0].code.endswith("00") and self._is_near(here[0].code):
            # 旬阳县|朗益电子|连接器
            told = self.text[here[0].end - 1] in "县镇乡旗" and self._stands_alone(end, last)
            return (here[0].end, end), end if told else first
        if not self._stands_alone(end, last):
            return (first, end), first
        return (first, end), end

    def _is_owner(self, first: int, capacity: int) -> bool:
        """Whether what stands before a capacity is an unusual word, so a firm: 久泰|100万吨甲醇, not
        泉州|1200万吨炼油.
        """
        if not 2 <= capacity - first <= 10 or re.search(
            r"[省市县区镇乡旗州盟园湾港岛村口期道]$|\d", self.text[first:capacity]
        ):
            return False
        if self._is_place(first, capacity):
            return False
        sizes = self.frame.numerals_in(capacity, capacity + 8)
        if sizes and _POWER_PLANT.match(self.text, sizes[0].end):
            return False  # 原安100兆瓦风电场: plants are named after where they stand
        tail = next(_firm_words()[2].finditer(self.text, first + 2, capacity), None)
        if tail and tail.end() == capacity and not self._is_place(first, tail.start()):
            return True  # 宏源新材料|10万吨粗苯加氢精制
        unusual = self._unusual_word(first, capacity) is not None
        return unusual or (capacity - first > 2 and self._is_place_like(first, first + 2))

    def _is_place(self, first: int, last: int) -> bool:
        places = self.frame.places_between(first, last)
        return bool(places) and places[0].start == first and places[-1].end == last

    def _is_near(self, code: str) -> bool:
        """Whether a county lies in the province that the document speaks for."""
        return self.frame.region_code is not None and code[:2] == self.frame.region_code[:2]

    def _stands_alone(self, first: int, last: int) -> bool:
        """Whether a stretch names a project without its firm: 红薯全粉 does; 二期, 一体化 and 搬迁改造 do
        not.
        """
        stretch = self.text[first:last]
        if _NO_NAME_BEGINS.match(stretch) or _NAMELESS_WORK.match(stretch):
            return False
        if re.match(
            r"一体化|生产线|项目|工程|基地|厂区|园区|[港园城谷](?![口林艺内外区市])", stretch
        ) or _ANY_PLACE_OF_WORK.fullmatch(stretch):
            return False
        bare = re.sub(rf"^(?:{pattern('dependent')}|{_PHASE.pattern})+", "", stretch)
        return len(bare) >= 3 if bare == stretch else len(bare) >= 4

    def _capacity_start(self, first: int, last: int) -> int | None:
        """Where the first capacity of a stretch begins, 年产 included."""
        for numeral in self.frame.numerals_in(first, last):
            if is_capacity(numeral):
                return self.capacity_start(first, numeral)
        return None

    def capacity_start(self, first: int, numeral: Numeral) -> int:
        """Where a capacity begins: at 年产 or 日处理, else at its number."""
        before = _PACE.search(self.text, max(first, numeral.start - 14), numeral.start)
        return before.start() if before else numeral.start

    def _is_marked(self, first: int, last: int) -> bool:
        """Whether a name holds what campaigns and categories do not: a capacity, a phase, a place,
        letters.
        """
        stretch = self.text[first:last]
        if _PHASE.search(stretch) or _LETTERS.search(stretch):
            return True
        if self._capacity_start(first, last) is not None:
            return True
        places = self.frame.places_between(first, last)
        return (
            bool(places)
            and places[0].start - first <= 2
            and last - places[0].end >= 2
            and not self._is_trade_of(places[0].end, last)
        )

    def _is_trade_of(self, end: int, last: int) -> bool:
        """Whether a place by its full name is followed by a trade alone: 山西省|现代煤化工; not 泉州|光伏."""
        if self.text[end - 1] not in "省市县区州旗盟":
            return False
        kind = _OF_KIND.match(self.text, end, last)
        rest = self.text[kind.end() if kind else end : last]
        trade = any(found.start == 0 and found.end == len(rest) for found in industries().find(rest))
        return (trade or rest in terms("generic")) and "园" not in rest

    def _opens_clause(self, position: int) -> bool:
        """Whether a character that else joins opens a name, for nothing stands before it: ，|和晟显示三期."""
        return self.text[position] in "和与及" and self.text[position - 1] in "，。；：\n"

    def _trim(self, first: int, last: int) -> Span:
        text = self.text
        called = _CALLED_WHAT.search(text, first + 3, last)
        if called:
            last = called.start()
        talks = _IN_TALKS.match(text, first, last)
        if talks and last - talks.end() >= 3:
            first = talks.end()
        behind = _NO_NAME_BEHIND.search(text[first:last])
        if behind and behind.start() >= 3:
            last = first + behind.start()
        while last > first and text[last - 1] in "等，、的了和及与于：“":
            last -= 1
        while first < last and (
            (text[first] in "、，和及与等了的：）" and not self._opens_clause(first))
            or (text[first] == "“" and text.find("”", first, last) < 0)
        ):
            first += 1
        if _ABOUT.match(text, first, last):
            first += 1
        origin = _NOT_OF_NAME.match(text, first, last)
        if origin and last - origin.end() >= 4:
            first = origin.end()
        cut = _FURTHER_SIZE.search(text[first:last])
        if cut and cut.start() >= 4:
            last = first + cut.start()
        size = _SIZE_BEHIND.search(text[first:last])
        if size and size.start() >= 3 and text[first + size.start() - 1] not in "产理工":
            last = first + size.start()
        for tail in ("项目建设", "重点项目", "项目"):
            if text[first:last].endswith(tail) and last - first > len(tail) + 1:
                return first, last - len(tail)
        return first, last

    def is_generic(self, first: int, last: int) -> bool:
        """Whether a stretch names a class of projects or a trade and not one project: 基础设施, 新材料."""
        if self.is_class(first, last):
            return True
        stretch = self.text[first:last]
        return any(
            trade.start == 0 and trade.end == len(stretch) for trade in industries().find(stretch)
        ) and not re.search(r"园|基地", stretch)

    def is_class(self, first: int, last: int) -> bool:
        """Whether a stretch is made of the vocabulary's words for classes of projects."""
        stretch = self.text[first:last]
        if stretch in terms("generic") or len(stretch) < 2:
            return True
        return re.fullmatch(rf"(?:{pattern('generic')}|[大小新]|亿元|以上|千万|等)+", stretch) is not None

    def is_campaign(self, first: int, last: int) -> bool:
        """Whether a stretch names what an authority does to others: 人才培育, 企业上云."""
        return re.search(pattern("campaign"), self.text[first:last]) is not None


_FIRM_WORD = re.compile(r"公司|集团|有限|股份")
_AREA_WORD = re.compile(
    r"半岛|湾|港|岛|新区|开发区|高新区|工业区|园区|工业园|镇|乡|村|街道|片区|都澳|石化基地"
)
_CHINESE_END = re.compile(r"[\u4e00-\u9fff]{2,4}$")


def _before(word: re.Pattern[str], text: str) -> frozenset[str]:
    """What stands before a word anywhere in a text, as stems of two to four characters."""
    stems: set[str] = set()
    for found in word.finditer(text):
        before = _CHINESE_END.search(text, max(0, found.start() - 4), found.start())
        if before:
            stems.update(before[0][-length:] for length in range(2, len(before[0]) + 1))
    return frozenset(stems)


def text_joins(text: str, first: int, position: int) -> bool:
    """Whether a stretch that ends at `position` joins on to a name before it: A与B."""
    return position - first > 2 and text[position - 1] in "与和、及"


_BUILDS = ("建设", "新建", "建成", "扩建", "续建", "兴建")
_SHORTEST_OF_SIZED = 5  # a name behind a size and 的, with the 的


def is_capacity(numeral: Numeral) -> bool:
    """Whether a number is a size of output: 20万吨, 年产30万套; not land, money, people or a count of
    things.
    """
    if numeral.kind != "quantity" or numeral.code is None or numeral.code in _NO_OUTPUT:
        return False
    if numeral.value is not None and numeral.value < 0:
        return False
    unit = numeral.unit.term if numeral.unit else ""
    if unit in _AREA_TERMS or (
        unit in ("公里", "千米", "米", "平方米", "平米", "㎡", "m2") and "/" not in numeral.code
    ):
        return False
    if numeral.code.startswith(("CNY", "USD")):
        return False
    return not (numeral.code == "1" and unit in _COUNTED_TERMS)
