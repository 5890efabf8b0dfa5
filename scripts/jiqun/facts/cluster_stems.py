"""What stands before a head noun: whether it names something, and where its places and trades are."""

from __future__ import annotations

import re
from bisect import bisect_left

from jiqun.facts.cluster_heads import BIG, NUMBER, PARK_TRADE, Head
from jiqun.facts.cluster_words import (
    CHINESE,
    generic,
    is_trade,
    merged,
    new_districts,
    without_generic,
)
from jiqun.facts.coordination import split_members
from jiqun.facts.frame import Frame
from jiqun.language.industries import industries
from jiqun.language.places import NATION, Place
from jiqun.language.words import OF_NAMES, Words, breakers

_COUNTED_MEMBER = re.compile(rf"{NUMBER}[个大条家批]")
NO_TRADE_LEFT = re.compile(
    "(?:县域|区域|特色|优势|重点|骨干|先进|现代|新兴|战略性|制造业|中小企业|专项)*(?:产业集群|集群|产业园|园区|基地|产业链)"
)
_PLACES_COUNTED = re.compile(r"[两三四五六七八九十\d](?:个)?[省州市县区旗]+$|多[个家处条]$")
# With nothing but a place before them these are its zones in general: 三市园区, 全省示范区.
_ZONES_OF_A_PLACE = ("园区", "工业园区", "产业园区", "示范区", "小镇", "园")
# Parts of speech that the words of a good's name have.
_OF_GOODS = ("n", "nz", "nr", "nrt", "ns", "b", "vn", "zg", "g", "x")
# What zones of joint development are called, behind their place.
_DEVELOPS = re.compile("(?:融合|协同|联动|一体化|绿色|转型|振兴)发展")
# What a corridor is for, behind its name: 光谷|科创大|走廊.
_CORRIDOR = re.compile("[^的]{2}(?:科创|科技创新|创新|智造|先进制造)大?$")
# What ends in 谷 by nature: 山谷, 稻谷.
_NATURAL = "山河稻五峡低布川沟深幽空"
# Heads of zones that are set up by decree and bear the name of a place.
_OFFICIAL = re.compile(
    "经济技术开发区|经济开发区|高新技术产业开发区|高新技术产业园区|经开区|高新区|工业园|工业集中区|工业小区|产业集聚区|产业园|小镇|科技新城|科学城"
)

# What a figure of trades begins with, or the end of what is said of them.
_GOES_ON_WITH = re.compile("[，。；：]|等|产值|总产值|增加值|营业收入|主营业务|销售|税收|利税|占|规模")
# Who leads a trade, before it: 以三一为链主的|工程机械.
_LED_BY = re.compile("为(?:龙头|链主|引领|主导|主体|核心|代表|支撑|骨干|依托|重点|特色|牵引|主力|主|首)的")
# Belts that are named after what they run along: 沿江|产业带, 环湖|产业带.
ALONG = re.compile(
    "(?:[沿环滨临](?:[海江河湖湾边黄淮渭汉湘赣洮]|[\u4e00-\u9fff]{1,2}[江河湖海湾])|(?:沿|[\u4e00-\u9fff]{2})(?:铁路|高铁|高速|公路|国道)|"
    r"沿?[GS]?\d{1,4}(?:国道|省道|高速))$"
)
# Last characters of goods.
_ENDS_AS_GOODS = re.compile("(?<!产)[品器具材件机车船布纱鞋帽伞笔灯锁刀盐酒药纸瓷板管缆绒革椅袜](?<!人才)$")
# Zones that many places have; without a place they are a class.
_OF_A_CLASS_OF_ZONES = re.compile(f"(?:{PARK_TRADE})*示范园")
# Zones set up by decree, whatever short form of places stands before: 深汕|特别合作区.
_SET_UP = ("特别合作区", "合作特别试验", "国家自主创新")


class Stems:
    """Judges what stands before the heads of one document."""

    def __init__(self, frame: Frame, words: Words, places: list[Place], heads: list[re.Match[str]]) -> None:
        self.frame, self.words, self.text = frame, words, frame.text
        spans = [(place.start, place.end) for place in places]
        spans += [(trade.start, trade.end) for trade in industries().find(frame.text)]
        spans += [head.span() for head in heads if head.lastgroup == "park"]
        self.solid = merged(spans)
        self.head_ends = {head.end() for head in heads if head.lastgroup in ("park", "growth_region")}

    def are_placed(self, left: int, end: int) -> bool:
        """Whether most members of a list are or open with a place, and none names a trade."""
        members = split_members(self.text, left, end)
        members = [(self.words.name_start(*member, self.solid, joints=True), member[1]) for member in members]
        placed = sum(
            any(place.start == start for place in self.places_in(start, stop)) for start, stop in members
        )
        return (
            len(members) > 1
            and placed * 3 >= len(members) * 2
            and not any(industries().find(self.text[start:stop]) for start, stop in members)
        )

    def trimmed(self, members: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The members from the last one that holds a verb on, without what stands before its name.

        推进园区建设、培育石化、冶金等产业集群 has two members; in 以甲、乙为链主的石化、以丙为龙头的冶金 who
        leads each is left out.
        """
        kept: list[tuple[int, int]] = []
        leaders = False
        for start, end in reversed(members):
            if leaders:
                opened = self.text.find("以", start, end)
                leaders = opened < 0
                if opened > start:
                    break
                continue
            if "等" in self.text[start:end]:
                break
            led = _LED_BY.search(self.text, start, end)
            begin = self.words.name_start(led.end() if led else start, end, self.solid, joints=True)
            counted = _COUNTED_MEMBER.match(self.text, begin, end)
            if begin >= end or counted or end - begin > 30:
                break
            kept.append((begin, end))
            if begin > start:
                opened = self.text.find("以", start, led.start()) if led else begin
                if opened > start:
                    break
                leaders = opened < 0
        return kept[::-1]

    def is_unheard(self, start: int, end: int) -> bool:
        """Whether a stretch of two or three characters is a proper noun or no word of the dictionary."""
        printed = self.text[start:end]
        within = self.words.between(start, end)
        return (
            2 <= end - start <= 3
            and CHINESE.fullmatch(printed) is not None
            and without_generic(printed) == printed
            and not industries().find(printed)
            and len(within) > 0
            and all(
                len(self.words.words[index]) == 1 or self.words.tags[index] in ("ns", "nr", "nrt", "nz", "nt")
                for index in within
            )
        )

    def is_placed(self, start: int, end: int) -> bool:
        """Whether a member opens with a place and goes on with what is made there: 乐清低压电气."""
        places = self.places_in(start, end)
        return (
            bool(places)
            and places[0].start == start
            and places[0].end + 2 <= end
            and self.names_something(start, end, "cluster")
        )

    def is_division(self, start: int, end: int) -> bool:
        """Whether a name with a zone's head is a division's: 沈阳市沈北新区."""
        places = self.places_in(start, end)
        return (
            self.text.endswith("新区", start, end)
            and self.is_place(start, end)
            and (places[-1].code, places[-1].term) in new_districts()
        )

    def _is_plain_good(self, start: int, end: int) -> bool:
        """Whether what opens its clause ends as goods do, though no list has them: 纸品卫品|产业集群."""
        printed = self.text[start:end]
        return (
            3 <= end - start <= 8
            and CHINESE.fullmatch(printed) is not None
            and _ENDS_AS_GOODS.search(printed) is not None
            and without_generic(printed) == printed
            and not self.text[start - 1 : start].isalnum()
        )

    def names_something(self, start: int, end: int, kind: str) -> bool:
        """Whether what stands before a head tells it from others: a trade, a place or a proper noun."""
        printed = self.text[start:end]
        places = self.places_in(start, end)
        opening = places[0] if places and places[0].start == start else None
        rest = printed[opening.end - start :] if opening else printed
        trade = bool(without_generic(rest)) and bool(
            industries().find(rest)
            or industries().find(without_generic(rest))
            or industries().find(rest + self.text[end : end + 3])
        )
        if kind in ("cluster", "subcluster", "chain", "pillar_industry"):
            if kind != "pillar_industry" and self._is_good(opening.end if opening else start, end):
                return True
            if kind != "pillar_industry" and self._is_plain_good(start, end):
                return True
            return trade or (
                bool(opening)
                and (bool(without_generic(rest)) or rest.endswith(("循环经济", "数字经济", "低空经济")))
                and self.is_noun(opening.end if opening else start, end)
            )
        if kind == "base":
            if self.text.startswith(("装备制造", "先进制造", "制造业", "制造产业"), end) and places:
                return True
            if self.text.startswith(("加工", "产业化"), end) and self._is_made(start, end):
                return True
            return trade or (bool(places) and bool(without_generic(rest)) and self.is_noun(start, end))
        if kind == "growth_region":
            corridor = _CORRIDOR.search(printed) is not None
            along = ALONG.search(printed) is not None
            belt = self.text.startswith(("产业带", "工业带"), end) and self._is_plain_noun(start, end)
            return bool(places) or trade or corridor or along or belt or self.is_proper(start, end)
        head = self.text[end : end + 6]
        if head.startswith(_SET_UP) and 2 <= len(without_generic(printed)) <= 6:
            return True
        if _PLACES_COUNTED.search(printed):
            return False  # 滇中五州市园区
        if opening and not without_generic(rest) and head.startswith(_ZONES_OF_A_PLACE):
            return head.startswith(("工业", "产业")) and not (opening.code or "0000").endswith("0000")
        if _DEVELOPS.match(self.text, end):
            return any(place.code != NATION for place in places)
        if not places and _OF_A_CLASS_OF_ZONES.match(self.text, end):
            return False  # 文化产业示范园: a class of zones
        if head.startswith("谷"):
            return printed[-1:] not in _NATURAL and (bool(places) or self.is_proper(start, end))
        if head.startswith("园") and start - 1 in self.head_ends and self.text[start - 1] == "、":
            return True
        if head.startswith("园") and not head.startswith("园区") and self.words.covers(end - 1, end + 1):
            return False
        return (
            bool(places)
            or trade
            or self.is_proper(start, end)
            or (head.startswith("新区") and self.is_unheard(start, end))
            or (len(printed) >= 4 and printed.endswith(("智造", "双创", "数智")))
            or (
                (_OFFICIAL.match(self.text, end) is not None or self.text[start - 1 : start] == "、")
                and self._is_plain_noun(start, end)
            )
        )

    def _is_odd(self, index: int, end: int) -> bool:
        """Whether a word that ends by `end` is a single character known from names: 柴 in 大柴旦."""
        return (
            index < len(self.words.words)
            and self.words.ends[index] <= end
            and len(self.words.words[index]) == 1
            and self.words.tags[index] in ("nr", "nrt", "ns", "nz", "zg", "g")
        )

    def _is_plain_noun(self, start: int, end: int) -> bool:
        """Whether a stretch is a short noun with no general word in it, as villages and hills that parks are
        named after are: 大路 in 大路工业园区; 乡镇 is none.
        """
        printed = self.text[start:end]
        within = self.words.between(start, end)
        return (
            2 <= len(printed) <= 4
            and bool(without_generic(printed))
            and all(len(general[0]) == 1 for general in generic().finditer(printed))
            and CHINESE.fullmatch(printed) is not None
            and len(within) > 0
            and all(self.words.tags[index] in ("n", "nz", "ns", "nr", "s", "l") for index in within)
        )

    def goes_on(self, position: int) -> bool:
        """Whether what is said of a name goes on at a position: a mark, a verb or adverb (分别, 实现), the
        name of a figure.
        """
        if _GOES_ON_WITH.match(self.text, position):
            return True
        index = bisect_left(self.words.starts, position)
        if index >= len(self.words.starts) or self.words.starts[index] != position:
            return False
        return self.words.words[index] in breakers() or self.words.tags[index] == "d"

    def is_noun(self, start: int, end: int) -> bool:
        """Whether a stretch holds nouns only: no verb, adverb or number that the dictionary knows."""
        return all(self.words.tags[index][0] not in "dpcrmuyq" for index in self.words.between(start, end))

    def _is_good(self, start: int, end: int) -> bool:
        """Whether a stretch can be a good or trade that no list has: nouns that are no general words.

        电光源, 钢卷尺 before 产业集群 are; 中小企业, 龙头企业 are none.
        """
        printed = self.text[start:end]
        if not self.text.startswith("产业", end) or BIG.search(printed) or not CHINESE.fullmatch(printed):
            return False
        return len(without_generic(printed)) >= 2 and all(
            self.words.tags[index] in _OF_GOODS for index in self.words.between(start, end)
        )

    def _is_made(self, start: int, end: int) -> bool:
        """Whether a stretch can be what a base works: nouns that are no general words, 藏药 before
        产业化基地.
        """
        return len(without_generic(self.text[start:end])) >= 2 and all(
            self.words.tags[index] in _OF_GOODS for index in self.words.between(start, end)
        )

    def is_proper(self, start: int, end: int) -> bool:
        """Whether a stretch opens with a proper noun, or with characters that the dictionary knows as no
        common word.
        """
        text = self.text
        for index in self.words.between(start, end):
            tag = self.words.tags[index]
            word = text[self.words.starts[index] : self.words.ends[index]]
            if tag in ("ns", "nr", "nz", "nt", "nrt", "s"):
                return True
            return (
                (
                    len(word) == 1
                    and word >= "\u4e00"
                    and (tag not in ("q", "x", "a", "p", "c", "d", "r", "f", "m") or word in OF_NAMES)
                )
                or (tag in ("a", "f") and len(word) == 1 and self._is_odd(index + 1, end))
                or (tag == "m" and len(word) == 1 and end - start <= 4)
            )
        return end - start >= 2

    def is_one_of_many(self, start: int, head: Head) -> bool:
        """Whether an unknown good stands in a list of names with a head each: 、井开区终端产业集群、."""
        text, stem = self.text, self.text[start : head.start]
        if (
            head.kind not in ("cluster", "chain")
            or start != head.left
            or not 4 <= len(stem) <= 24
            or CHINESE.fullmatch(stem) is None
            or NO_TRADE_LEFT.fullmatch(stem + head.text)
        ):
            return False
        if text[start - 1] == "、":
            return text.endswith(head.text, 0, start - 1)
        following = text.find(head.text, head.end, head.end + 30) if text.startswith("、", head.end) else -1
        return following > 0 and CHINESE.fullmatch(text, head.end + 1, following) is not None

    def is_among_parks(self, start: int, head: Head) -> bool:
        """Whether a park told by a general trade stands in a list of a zone's parks, next to one with a name:
        生物制药产业园、|化工产业园; 开发区、物流园区 are two sorts.
        """
        text = self.text
        own = without_generic(re.sub("产业园区?$|园区?$", "", text[start : head.end]))
        if text[start - 1 : start] != "、" or not head.text.endswith("园") or head.end - start < 5:
            return False
        opened = max(text.rfind(mark, max(0, start - 20), start - 1) for mark in "、，。：；\n") + 1
        before = text[opened : start - 1]
        return (
            before.endswith("产业园")
            and bool(own or start < head.start)
            and bool(industries().find(before[:-3]))
        )

    def industry(self, start: int, end: int) -> tuple[tuple[int, int] | None, str | None]:
        """The trades between two positions, and their code."""
        trades = industries().find(self.text[start:end])
        if not trades:
            return None, None
        span = (start + trades[0].start, start + trades[-1].end)
        return span, industries().code_of(self.text[span[0] : span[1]])

    def places_in(self, start: int, end: int) -> list[Place]:
        return self.frame.places_between(start, end)

    def is_place(self, start: int, end: int) -> bool:
        """Whether a stretch is a place and nothing else."""
        places = self.places_in(start, end)
        return bool(places) and places[0].start == start and places[-1].end == end

    def ends_in_place(self, start: int, end: int) -> bool:
        places = self.places_in(start, end)
        return bool(places) and places[-1].end == end

    def is_known(self, start: int, end: int, kind: str) -> bool:
        """Whether a member of a list is a trade, a place, or has a head of its own."""
        printed = self.text[start:end]
        if (
            is_trade(printed)
            or industries().find(printed)
            or self.places_in(start, end)
            or BIG.search(printed[-4:])
        ):
            return True
        return kind in ("park", "growth_region") and (self.is_proper(start, end) or 2 <= end - start <= 5)

    def is_generic(self, start: int, end: int) -> bool:
        """Whether nothing is left of a stretch but words that name nothing: 国家级, 若干, 全省, 特色; a word
        known as a name (九原) is something.
        """
        return not without_generic(self.text[start:end]) and not any(
            self.words.tags[index] in ("ns", "nr")
            and self.words.ends[index] - self.words.starts[index] > 1
            and generic().fullmatch(self.words.words[index]) is None
            for index in self.words.between(start, end)
        )
