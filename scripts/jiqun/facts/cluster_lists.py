"""Lists that share one head noun: A、B和C等12个重点产业集群, and lists behind it: 支柱产业（化工、建材）."""

from __future__ import annotations

import re

from jiqun.facts.cluster_heads import HEAD, LISTED_BEHIND, MODIFIER, NUMBER, Head
from jiqun.facts.cluster_names import (
    BASE_OF_NO_TRADE,
    BUILDS,
    COUNT_WITHIN,
    OF_THE_NATION,
    OPENS_LIST,
    PRAISED,
    PRAISED_AMONG,
    RANK,
    SIDE,
    ZONE_AND,
)
from jiqun.facts.cluster_rows import Maker, Named
from jiqun.facts.cluster_stems import Stems
from jiqun.facts.cluster_words import (
    is_trade,
    is_trade_alone,
    trade_name,
    without_class,
    without_remark,
)
from jiqun.facts.coordination import split_members
from jiqun.language.industries import industries
from jiqun.language.places import Place
from jiqun.language.words import breakers

CLUSTER_END = re.compile("(?:产业)?集群$|产业群$")
# Modifiers that are a trade of their own where no 等 and no count parts them from the list:
# 衡阳输变电装备产业集群.
_MAY_BE_TRADE = re.compile("装备|原材料|工业|生态|循环|绿色|龙头|核心|临港|未来|高端|先进|现代")
# Two that act together, a division and a zone's office.
_DIVISION_AND = re.compile("[^、]{1,12}[县市区省][与和]")
_LEADING_JOINT = re.compile("(?:以及|和|与|及)(?=[^、，]{2,}、)")
JOINT = re.compile("、|以及|和|及|与|暨")
BAY = re.compile("(?:湾|半岛|口|澳|岸|江|河|沿线|沿海|岛|海|盆地|平原|地区|流域|板块|片区|新城|新区|组团)$")
_SUBJECT_IS = re.compile(
    rf"(?:(?:已经?|迅速|快速|逐步|逐渐|日益|现已|[都均]|仍|也)*(?:是|成长?为|跃升为|上升为|作为|为)|这)(?P<whose>[^、，；。]{{0,8}}?)(?:的)?(?:第?{NUMBER}(?:大|个))?(?:{MODIFIER})*$"
)
_AFTER = re.compile(
    "”?（(?P<inside>[^（）]{3,120})）"
    "|，?(?:：|——|(?:主要|分别|具体|依次|即|定位|确定|明确|选定)?(?:为|是|有|包括|包含|即|如下)(?:：|——)?)(?P<after>[^，；。：\\n]{3,160})"
)

# What stands in quotation marks before a head: names, a list, the links of a chain.
_QUOTED_NAMES = re.compile("[\u4e00-\u9fff、—]{2,40}")
_COUNTED_TRADES = re.compile(rf"等?{NUMBER}[大个](?:产业|行业)$|等$")
_JOINT_OF_TRADES = re.compile("[、和与及]")


class ListReader:
    """Reads the members of the list before or behind a head."""

    def __init__(self, stems: Stems, maker: Maker) -> None:
        self.stems, self.maker = stems, maker
        self.frame, self.words, self.text = stems.frame, stems.words, stems.text

    def read_list(self, head: Head) -> list[Named] | None:
        """Members of the list before a head; None where what stands before it is no list, [] where it names
        nothing.
        """
        text = self.text
        stop = head.list_end
        if head.kind == "chain" and text.startswith("全", head.start - 1):
            return []  # 种植、加工、销售全产业链
        if head.number and head.kind in LISTED_BEHIND and not JOINT.search(text, head.left, head.start):
            named = self.listed_behind(head)
            if named:
                return named
        if (
            not head.marked
            and stop < head.start
            and (self.stems.ends_in_place(head.left, stop) or _MAY_BE_TRADE.search(text, stop, head.start))
        ):
            stop = head.start
        if not head.marked and not JOINT.search(text, head.left, head.start):
            return None
        last = text.rfind("、", head.left, head.start)
        if not head.marked and last > 0 and head.kind == "base" and text.endswith(head.text, 0, last):
            return None  # 甲重大产业基地、|乙重大产业基地
        if (
            not head.marked
            and text.startswith("管委会", head.end)
            and _DIVISION_AND.match(text, head.left, stop)
        ):
            return None  # 郎溪县与|海宁经编产业园管委会
        if head.kind == "pillar_industry" and stop == head.start:
            return self.subject_members(head)
        if text[stop - 1 : stop] in "的了" or (head.kind == "pillar_industry" and text[stop - 1] in "为是第"):
            return self.subject_members(head) if head.kind == "pillar_industry" else []
        members = self._split(head, stop)
        verb = BUILDS.search(text, *members[-1]) if head.number and len(members) == head.number else None
        if verb and verb.start() > members[-1][0]:
            members[-1] = members[-1][0], verb.start()  # 大安、镇赉和通榆|布局|三个装备基地
        if self._has_own_head(head):
            left = head.left
            for zone in ZONE_AND.finditer(text, head.left, head.start):
                left = zone.end()  # 硫磷化工基地和|信江新区物流园
            whole = (self.words.name_start(left, head.start, self.stems.solid, joints=True), head.start)
            if whole[0] < head.start:
                name = text[whole[0] : head.end]
                return [self.maker.named(whole, name, head.kind, head, [whole], None)]
        if head.marked:
            members = (
                self._each_done(members, head)
                or self._as_counted(members, head)
                or self.stems.trimmed(members)
            )
            if not members:
                return self.subject_members(head) if head.kind in LISTED_BEHIND else []
            one = head.number == 1 and is_trade(text[slice(*members[0])])
            if len(members) == 1 and not text.startswith("等", stop) and not one:
                return None if head.tier and not head.number else []
            known = sum(self.stems.is_known(*member, head.kind) for member in members)
            # What is called a pillar is a trade, so fewer known ones will do.
            share = 3 if head.kind == "pillar_industry" else 2
            if known * share < len(members) and not self._is_told(members, head):
                return []
        else:
            members = self._sharing(members, head)
            if len(members) < 2:
                return None
        counted = head.number is not None and head.number == len(members) > 1
        praise = PRAISED_AMONG if counted else PRAISED
        opening = text[head.left : members[0][0]] if members else ""
        if head.kind == "base" and members and text.startswith(OF_THE_NATION, members[0][0]):
            return []
        if head.kind == "base" and praise.search(opening) and not OPENS_LIST.search(opening):
            return []
        names = [self._member(member, head, members) for member in members]
        kept = [named for named in names if named]
        if not head.marked:
            self._share_place(kept)
        if head.kind == "subcluster" and head.text.startswith("产业集群"):
            self._split_double_head(kept, members[0][0], stop)
        return kept

    def _has_own_head(self, head: Head) -> bool:
        """Whether a name stands in a list of names with a head each, so that what joins its trades is part of
        it: 甲产业链、乙及丙|产业链.
        """
        text = self.text
        following = text.find(head.text, head.end, head.end + 20)
        if text.startswith("“", head.left - 1) and text.startswith("”", head.end) and not head.marked:
            return "、" not in text[head.left : head.start] and is_trade(text[head.left : head.start])
        return (
            not head.marked
            and head.kind in ("cluster", "chain")
            and (
                (text[head.left - 1 : head.left] == "、" and text.endswith(head.text, 0, head.left - 1))
                or (
                    text.startswith("、", head.end)
                    and following >= 0
                    and "、" not in text[head.end + 1 : following]
                )
            )
            and not re.search("、|和|以及", text[head.left : head.start])
            and bool(industries().find(text[head.left : head.start]))
        )

    def _is_told(self, members: list[tuple[int, int]], head: Head) -> bool:
        """Whether a count says that short words are names of places or goods: 徐墩、东峰、小松三个集中区,
        优质烟、名优茶两大特色产业.
        """
        # Beside a trade that is known, others may be told at length: 通用航空、信息技术应用创新两个产业集群.
        longest = 10 if any(is_trade(self.text[slice(*member)]) for member in members) else 6
        return (
            head.kind in ("park", "chain", "cluster", "pillar_industry")
            and head.number == len(members) > 1
            and all(
                2 <= end - start <= (4 if head.kind == "park" else longest)
                and not self.stems.is_generic(start, end)
                for start, end in members
            )
        )

    def _split(self, head: Head, stop: int) -> list[tuple[int, int]]:
        """Members before a head; a printed count decides whether 和 in the last one splits it."""
        # What joins a list to the head before it is no part of it: 四大园区和东山、西河两个工业小区.
        joint = _LEADING_JOINT.match(self.text, head.left, stop)
        members = split_members(self.text, joint.end() if joint else head.left, stop)
        if (
            head.number
            and len(members) > 1
            and CLUSTER_END.search(self.text, *members[-1])
            and not HEAD.search(self.text, *members[-2])
            and self.text[members[-2][1]] != "、"
        ):
            # 丙和丁产业集群|3个集群: each has its head, so 和 stands inside the last name.
            members[-2:] = [(members[-2][0], members[-1][1])]
        trimmed = self.stems.trimmed(members)
        if head.number is None or head.number < 2 or len(trimmed) == head.number or not trimmed:
            return members
        comma = self.text.rfind("、", head.left, stop)
        whole = [member for member in members if member[1] <= comma] + [(max(comma + 1, head.left), stop)]
        if len(self.stems.trimmed(whole)) == head.number:
            return whole
        first = whole[-1][0]
        last = max(self.text.rfind(joint, first, stop) for joint in "和与及")
        halves = [*whole[:-1], (first, last), (last + 1, stop)]
        return halves if last > first and len(self.stems.trimmed(halves)) == head.number else members

    def _sharing(self, members: list[tuple[int, int]], head: Head) -> list[tuple[int, int]]:
        """Of a list with no 等 and no count, the members that share the head: places, or trades where the
        list ends here.

        南安、晋江装备制造业基地 is two bases and 乐清电气、瑞安汽摩配产业集群 two clusters;
        冠捷液晶背光模组及电视机、厦门软件基地 is one.
        """
        members = self.stems.trimmed(members)
        runs_on = re.match("[、和及与]|以及|等(?!地)", self.text[head.end : head.end + 2])
        sharing = members[-1:]
        led = bool(sharing) and any(
            place.start == sharing[0][0] for place in self.stems.places_in(*sharing[0])
        )
        for start, end in reversed(members[:-1]):
            place = led and self.stems.is_place(start, end)
            trade = (
                not (head.kind == "chain" and self.text[end] == "与")  # 食品与|饮料产业链
                and not (runs_on and (head.kind != "cluster" or self.text.startswith("、", head.end)))
                and head.kind != "growth_region"
                and is_trade(RANK.sub("", self.text[start:end], count=1))  # 千亿级|煤化工、500亿级|钢铁
                and (head.kind != "park" or self._share_park((start, end), sharing[0]))
            )
            of_a_kind = self.text[end - 2 : end] == self.text[sharing[-1][1] - 2 : sharing[-1][1]]
            placed = led and head.kind in LISTED_BEHIND and (of_a_kind or self.stems.is_placed(start, end))
            named = head.kind == "park" and self._may_be_villages((start, end), sharing[0], led)
            if not (place or trade or placed or named):
                break
            sharing.insert(0, (start, end))
        if len(sharing) >= 2 and not self.stems.names_something(*sharing[-1], head.kind):
            return []
        return sharing

    def _may_be_villages(self, member: tuple[int, int], last: tuple[int, int], led: bool) -> bool:
        """Whether two names that no list of places has can be villages or towns: 定水和肖家工业园; 学校 and
        交通 are words of the dictionary.
        """
        unit = self.text.startswith(("工业区", "开发区", "新区"), last[1])
        return not (led or unit) and self.stems.is_unheard(*member) and self.stems.is_unheard(*last)

    def _share_park(self, member: tuple[int, int], last: tuple[int, int]) -> bool:
        """Whether trades side by side have a park each: 冶金、化工工业园 do, 福州医药和机电产业园 is one."""
        places = self.stems.places_in(*member)
        led = bool(places) and places[0].start == member[0]
        if self.text[member[1]] == "与" or (
            self.text[member[1]] == "及" and member[0] - 1 in self.stems.head_ends
        ):
            return False  # 现代中药与民族药产业集聚区; 陶瓷产业园、|建材及食品产业园
        joined = self.text[member[1]] in "和与及"
        return is_trade_alone(self.text[slice(*last)]) and not (led and joined)

    def subject_members(self, head: Head) -> list[Named]:
        """石油机械和造纸包装是荆州区两大优势主导产业: the subject names the trades; so does a list behind
        the head.
        """
        before = _SUBJECT_IS.search(self.text, head.left, head.start)
        if before and not JOINT.search(before["whose"]):
            spans = self.stems.trimmed(
                split_members(self.text, head.left, self._subject_end(head.left, before.start()))
            )
            # 专用汽车是我市的支柱产业: who has it tells that the subject is one.
            # 以陶瓷为主导产业 and 茶产业作为主导产业 call one so.
            least = 1 if before["whose"] or self._is_called(head, before.start()) else 2
            if len(spans) >= least and self._are_trades(spans):
                return [named for span in spans if (named := self._member(span, head, spans))]
            if spans:
                return []
        spans = self.stems.trimmed(split_members(self.text, head.left, head.start))
        if len(spans) > 1 and all(is_trade_alone(self.text[slice(*span)]) for span in spans):
            return [named for span in spans if (named := self._member(span, head, spans))]
        return self.listed_behind(head)

    def _subject_end(self, left: int, end: int) -> int:
        """Where the trades of a subject end: 玉米、草畜、劳务|四大产业, 以水稻、生猪|等为主导产业."""
        counted = _COUNTED_TRADES.search(self.text, max(left, end - 8), end)
        return counted.start() if counted else end

    def _is_called(self, head: Head, verb: int) -> bool:
        """Whether one trade before a verb is said to be a pillar: 以|陶瓷|为主导产业, 茶产业|作为主导产业."""
        led = self.text.find("以", head.left, verb)
        return self.text.startswith("作为", verb) or 0 <= led <= head.left + 8

    def _are_trades(self, spans: list[tuple[int, int]]) -> bool:
        """Whether all members of a list are trades; beside one that is, a good of one character is and a noun
        that holds a trade: 以酒、煤、电为支柱产业, 精细化工和医药中间体.
        """
        trades = [is_trade(self.text[self._behind_place(*span) : span[1]]) for span in spans]
        good = [
            end - start == 1 and bool(industries().find(self.text[start:end] + "产业"))
            for start, end in spans
        ]
        if sum(trades) * 2 < len(spans) and not any(good):
            return False
        return all(
            trade
            or end - start == 1
            or (end - start <= 3 and sum(trades) * 3 >= len(spans) * 2 and self.stems.is_noun(start, end))
            or (
                end - start <= 8
                and bool(industries().find(self.text[start:end]))
                and self.stems.is_noun(start, end)
            )
            for trade, (start, end) in zip(trades, spans, strict=True)
        )

    def _behind_place(self, start: int, end: int) -> int:
        """Where a trade begins behind its place: 弋阳|水泥建材."""
        places = self.stems.places_in(start, end)
        return places[0].end if places and places[0].start == start and places[0].end < end else start

    def quoted_members(self, head: Head) -> list[Named]:
        """Names in quotation marks before a head: “浏阳烟花”“醴陵陶瓷”等特色产业集群, “安化黑茶”产业集群; a
        slogan (“双核驱动”产业集群) names no trade. A list may stand in them: “茶、菌、果”三大特色产业.
        """
        text, position = self.text, head.list_end
        spans: list[tuple[int, int]] = []
        while text.startswith("”", position - 1):
            opened = text.rfind("“", max(0, position - 60), position - 1)
            if opened < 0 or _QUOTED_NAMES.fullmatch(text, opened + 1, position - 1) is None:
                break
            spans[:0] = split_members(text, opened + 1, position - 1)
            position = opened - (text[opened - 1 : opened] in ("、", "和", "与", "及"))
        goods = head.kind == "pillar_industry" and len(spans) == head.number
        if not spans or not (
            (goods and all(end - start <= 6 for start, end in spans))
            or all(self.stems.names_something(start, end, head.kind) for start, end in spans)
        ):
            return []
        return [named for span in spans if (named := self._member(span, head, spans))]

    def _each_done(self, members: list[tuple[int, int]], head: Head) -> list[tuple[int, int]]:
        """Members that have a verb each, where a count says that all are meant:
        做优绿色食品、做强装备制造、做大清洁能源三大主导产业.
        """
        if head.number != len(members) or head.kind not in LISTED_BEHIND:
            return []
        names = [
            (self.words.name_start(*member, self.stems.solid, joints=True), member[1]) for member in members
        ]
        done = all(start > member[0] for (start, _), member in zip(names, members, strict=True))
        return names if done and all(is_trade(self.text[slice(*name)]) for name in names) else []

    def _as_counted(self, members: list[tuple[int, int]], head: Head) -> list[tuple[int, int]]:
        """Members that a count bears out though a word in them else begins another name:
        通用航空、信息技术|应用创新两个产业集群. A member that opens with a verb is none.
        """
        text = self.text
        trades = sum(is_trade(text[slice(*member)]) for member in members[1:])
        if (
            head.number != len(members)
            or head.kind not in ("cluster", "chain")
            or len(self.stems.trimmed(members)) == len(members)
            or trades * 2 < len(members) - 1
            or any(
                not 2 <= end - start <= 10 or text[start : start + 2] in breakers()
                for start, end in members[1:]
            )
        ):
            return []
        first, end = members[0]
        start = self.words.name_start(first, end, self.stems.solid, joints=True)
        return [(start, end), *members[1:]] if end - start >= 2 else []

    def _glued_behind(self, head: Head) -> list[Named]:
        """Trades right behind the word that classes them: 主导产业|机械制造、食品加工|分别增长…; what goes on
        with a noun (特色产业茶叶、油茶企业) is of that.
        """
        text, position = self.text, head.end
        joints = list(_JOINT_OF_TRADES.finditer(text, head.end, head.end + 120))
        spans: list[tuple[int, int]] = []
        for joint in joints:
            if not 1 <= joint.start() - position <= 10 or not is_trade(text[position : joint.start()]):
                break
            spans.append((position, joint.start()))
            position = joint.end()
        ends = range(position + 2, min(position + 11, len(text)))
        end = next((stop for stop in ends if self.stems.goes_on(stop)), None)
        if not spans or end is None or not is_trade(text[position:end]):
            return []
        spans.append((position, end))
        return [named for span in spans if (named := self._member(span, head, spans))]

    def listed_behind(self, head: Head) -> list[Named]:
        """Members of a list behind its head: all trades, or as many as a count says.

        全市8条重点产业链：白酒、能源 … and 支柱产业（化工、建材）; 产业链：研发、销售 names none.
        """
        after = _AFTER.match(self.text, head.end)
        if after is None:
            return self._glued_behind(head) if head.kind == "pillar_industry" else []
        first, last = after.span("inside" if after["inside"] else "after")
        members = split_members(self.text, first, last)
        if any(CLUSTER_END.search(self.text, *member) for member in members):
            return []  # 三大集群：甲集群、乙集群: they are read by their own heads
        spans = [(start, without_remark(self.text, start, end)) for start, end in members]
        spans = [(start, without_class(self.text, start, end)) for start, end in spans]
        if len(spans) < 2 or not (self._are_trades(spans) or len(spans) == head.number):
            return []
        return [named for span in spans if (named := self._member(span, head, spans))]

    def _share_place(self, names: list[Named]) -> None:
        """钦州绿色石化与新能源材料集群: the document's own place stands once and before all, so it is in no
        name.
        """
        places = self.stems.places_in(*names[0].member) if len(names) >= 2 else []
        if (
            len(places) != 1
            or places[0].start != names[0].member[0]
            or places[0].code != self.frame.region_code
        ):
            return
        if names[0].kind not in ("cluster", "chain") or any(
            self.stems.places_in(*named.member) for named in names[1:]
        ):
            return
        length = places[0].end - places[0].start
        if names[0].member[1] - places[0].end < 2:
            return
        names[0].member = (places[0].end, names[0].member[1])
        names[0].name = names[0].name[length:]
        for named in names:
            named.start, named.region = places[0].end, (places[0].start, places[0].end)

    def _split_double_head(self, names: list[Named], first: int, list_end: int) -> None:
        """A以及B、C等产业集群和子集群: what stands before 以及 are clusters, the rest subclusters."""
        joint = self.text.find("以及", first, list_end)
        for named in names:
            if joint >= 0 and named.member[1] <= joint:
                named.kind = "cluster"
                named.name = named.name.removesuffix("子集群") + "产业集群"

    def _member(self, member: tuple[int, int], head: Head, members: list[tuple[int, int]]) -> Named | None:
        """One row of a list, its name with the shared head; a member with a head of its own keeps that."""
        text = self.text
        start, end = member
        rank = RANK.match(text, start, end)
        if rank and rank.end() < end:
            member = start, end = rank.end(), end
        if head.kind in ("park", "base"):
            member = start, end = start, without_remark(text, start, end)
        printed = text[start:end]
        own = [
            found
            for found in HEAD.finditer(printed)
            if found.end() == len(printed) or printed[found.end() :].startswith("（")
        ]
        made = head.kind in ("cluster", "chain", "base") and head.text != text[head.start : head.end]
        if own and head.kind != "growth_region" and not made:
            inner = own[-1]
            stem_end = start + inner.start()
            told = head.number == len(members) and is_trade(printed[: inner.end() - 1])
            if (self.stems.is_generic(start, stem_end) and not told) or not (
                told
                or (head.marked and self.stems.is_noun(start + 2, stem_end))
                or self.stems.names_something(start, stem_end, inner.lastgroup or "park")
            ):
                return None
            named = self.maker.named(member, printed, inner.lastgroup or "park", head, members, head.tier)
            self.maker.parent_inside(named, head, start, stem_end)
            return named
        told = head.number is not None and head.number == len(members)
        if (self.stems.is_generic(start, end) and not told) or COUNT_WITHIN.search(printed):
            return None
        if head.kind == "park" and SIDE.fullmatch(printed):
            return None
        shared = self._shared_with_last(member, head, members) if not made else None
        if head.kind != "growth_region" and shared:
            return self.maker.named(member, printed + shared[0], shared[1], head, members, head.tier)
        kind = head.kind
        if kind == "growth_region":
            belt = told and head.text.endswith("带")
            if not (
                belt
                or self.stems.places_in(start, end)
                or own
                or BAY.search(printed)
                or self.stems.is_proper(start, end)
            ):
                return None
            return self.maker.named(
                member,
                printed
                if head.text.endswith("区域") or (own and own[-1].lastgroup == kind)
                else printed + head.text,
                kind,
                head,
                members,
                head.tier,
            )
        if kind == "pillar_industry":
            name = trade_name(printed) + "产业"
        elif kind == "subcluster":
            name = printed + "子集群"
        elif kind in ("cluster", "chain"):
            # Behind a count or 等 the head is the class (两个集群); alone it is part of the name as printed.
            name = re.sub("产业$", "", printed) + (
                "产业集群" if kind == "cluster" and head.marked and not made else head.text
            )
        else:
            name = printed + head.text
        if kind == "base" and head.text.startswith("基地") and BASE_OF_NO_TRADE.search(printed):
            return None
        named = self.maker.named(member, name, kind, head, members, head.tier or (rank[0] if rank else None))
        if kind in ("cluster", "chain", "base"):
            self.maker.parent_inside(named, head, start, end + 1 if made else end)
        return named

    def _shared_with_last(
        self, member: tuple[int, int], head: Head, members: list[tuple[int, int]]
    ) -> tuple[str, str] | None:
        """What a bare place takes from the end of its list, and the kind: 南安 takes 装备制造业基地 from
        晋江装备制造业基地.
        """
        last = members[-1]
        if member[1] == last[1] or self.stems.is_place(*last):
            return None
        places = [place for place in self.stems.places_in(*last) if place.start == last[0]]
        trades = industries().find(self.text[slice(*last)])
        if not places and trades and 2 <= trades[0].start <= 4:
            opened = last[0] + trades[0].start
            places = [Place(last[0], opened, self.text[last[0] : opened], None)]  # 古雷|石化基地
        following = [
            (start, without_remark(self.text, start, end)) for start, end in members[:-1] if end > member[0]
        ]
        bare = (
            self.stems.is_place(*other) or BAY.search(self.text, *other) is not None for other in following
        )
        if not places or not all(bare):
            return None
        own = [found for found in HEAD.finditer(self.text, places[0].end, last[1]) if found.end() == last[1]]
        tail = self.text[places[0].end : last[1]]
        return (tail, own[-1].lastgroup or head.kind) if own else (tail + head.text, head.kind)
