"""The organizations of one document while they are read, and what its text says about a stretch of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from jiqun.facts.cluster_rows import Named
from jiqun.facts.frame import Frame
from jiqun.facts.organization_roles import ROLES
from jiqun.facts.organization_terms import tail_lengths, tail_terms
from jiqun.language.places import region_name
from jiqun.language.words import Words

NAME_EDGES = "，；。：！？\n“”《》（） |■□、—"
_BEFORE_NAMES = frozenset(NAME_EDGES + "和由与及")
_CLAUSE = re.compile("[，；。：！？（\n“]")
NAME_STOP = re.compile(r"[，；。：！？\n“”《》（） |■□、—]|[①-⑳]")
_OWN_REGION = ("省", "市", "县", "区", "州", "盟", "旗", "自治区", "全省", "全市", "全县", "全区", "园区")
_LIST_MARK = re.compile(r"\d{1,2}[.、．](?!\d)\s*|[一二三四五六七八九十]是")
_OPENS_NO_NAME = re.compile(
    "该|园区正|按照|围绕|聚焦|坚持|根据|瞄准|立足|.{0,3}[今明昨]天[上搞办建抓]|(?:大力|加快|重点|积极|着力|全力|推动|推进|做大|做强|培育|壮大)+发展|.*[+＋]"
)
PUBLIC_BUSINESS = re.compile(
    "(?:高新|城市|城建|产业|工业|国有|资产|文化|旅游|交通|水务|发展|投资|建设|开发|经营|融资|担保|科技|金融|控股)+$"
)
# The zone that a firm lies in: 西林经济开发区南园工业园区|恒泰能源股份有限公司.
_IN_ZONE = re.compile(
    "[\u4e00-\u9fff]{2,16}(?:开发区|高新区|经开区|工业园区?|产业园区?|集中区|集聚区|保税区|示范区)(?=[\u4e00-\u9fff]{2,}(?:公司|集团|厂)$)"
)
LEGAL_FORM = re.compile("(?:集团)?(?:股份|控股)?(?:有限责任公司|有限公司|公司|集团|厂)$")
# What stands before a name and is none of it.
NOT_OF_NAME = re.compile(
    r"[^，；。：、（）]{2,8}(?:行业|产业|领域|企业)中(?!心|型|等|小)|不?含|不?包括|带着|领着|帮着|委托|依托|联合|共办|合办|联办|开办|办|帮助|帮|(?:当地|本地|本土)?企业(?=[\u4e00-\u9fff]{4})|眼下|邀请|聘请|授权|业主(?:单位)?为?|港资|台资|外资|民企|国企|央企|龙头企业|链主(?:企业)?|骨干企业|核心企业"
)
_ZONE = re.compile("先行|示范|合作|实验|试验|开发|高新|经开|保税|功能|集聚|集中")
_NAMED_LEADER = re.compile("(?:龙头|链主|骨干|核心)企业$")
# 民营500强|杭萧钢构: a rank is none of the name.
_RANK = re.compile(r"(?<=\d)强(?:企业)?")


@dataclass(slots=True)
class Body:
    """An organization while its document is read; positions are of the view."""

    start: int
    end: int
    name: str
    kind: str
    role: str
    cluster: Named | None = None
    region_code: str | None = None
    row_id: str = ""


_OF_LEVEL = re.compile("(?:省|自治区|(?:自治)?州|市(?!场))(?!级)")
_MUNICIPALITIES = ("11", "12", "31", "50")
# What is done for a firm, before its name.
_ACTED_ON = re.compile("(?:支持|鼓励|引导|推动|协助)(?=[\u4e00-\u9fff]{3})")
# 和 and 越 where they open a name.
_FIRST_OF_NAME = re.compile(r"(?:^|[以由，。；：、\s])和$|(?<!来)(?<!愈)越$")


class Bodies:
    """The organizations found so far in one document; positions are of the view."""

    def __init__(self, frame: Frame, words: Words) -> None:
        self.frame, self.words = frame, words
        self.text = frame.text
        self.found: list[Body] = []
        self._titles = [found.span() for found in re.finditer(r"《[^《》]{2,120}》", frame.text)]
        self.places = [(place.start, place.end) for place in frame.places]
        self._stops = [found.end() for found in NAME_STOP.finditer(frame.text)]
        self._clauses = [found.end() for found in _CLAUSE.finditer(frame.text)]

    def opens(self, start: int) -> bool:
        """Whether a name can begin here: at a word, behind a mark or behind 和, 由, 与."""
        return self.words.starts_word(start) or self.text[start - 1 : start] in _BEFORE_NAMES

    def ends_zone(self, start: int) -> bool:
        """Whether the 区 or 市 at a position ends the name before it: 先行|区建设领导小组, 集聚|区管委会."""
        return _ZONE.match(self.text, max(0, start - 2), start) is not None

    def is_address(self, start: int) -> bool:
        """Whether a body is one of many (各设区市经贸委) or the mark of a web page ([省经贸委])."""
        return self.text[start - 1 : start] == "[" or (start >= 2 and self.text.startswith("设区", start - 2))

    def follows_verb(self, start: int) -> bool:
        """Whether a breaking word ends right before a position."""
        index = bisect_right(self.words.starts, start - 1) - 1
        return index >= 0 and self.words.ends[index] == start and self.words.breaks(index)

    def places_near(self, position: int) -> list[tuple[int, int]]:
        """The last place that begins at or before a position, and the next one."""
        index = bisect_right(self.places, (position, 0))
        return self.places[max(0, index - 1) : index + 1]

    def stop_before(self, position: int) -> int:
        """Where the stretch around a position begins that a name cannot reach out of."""
        index = bisect_right(self._stops, position) - 1
        return self._stops[index] if index >= 0 else 0

    def clause_start(self, position: int) -> int:
        """Where the clause around a position begins, 120 characters back at most."""
        index = bisect_right(self._clauses, position) - 1
        return max(self._clauses[index] if index >= 0 else 0, position - 120)

    def holds_verb(self, start: int, end: int) -> bool:
        """Whether a word of more than one character that breaks names stands in a stretch."""
        return any(
            self.words.breaks(index) and self.words.ends[index] - self.words.starts[index] > 1
            for index in self.words.between(start, end)
        )

    def ends_in_tail(self, start: int, end: int) -> bool:
        """Whether a stretch ends in a trade (科技, 纸业) behind two characters or more."""
        tails, text = tail_terms(), self.text
        return any(
            end - length >= start + 2 and text[end - length : end] in tails for length in tail_lengths()
        )

    def is_common(self, start: int, end: int) -> bool:
        """Whether a stretch is made of common words of the dictionary alone: 新型, 现代物流; 众力 and 玉龙
        are not.
        """
        indices = self.words.between(start, end)
        if not indices or self.words.starts[indices[0]] != start:
            return False
        return all(
            self.words.ends[index] - self.words.starts[index] > 1
            and self.words.tags[index] not in ("nr", "nrt", "nz", "nt", "ns", "z", "zg")
            for index in indices
        )

    def in_title(self, position: int) -> bool:
        """Whether a position lies in a title in 《》."""
        index = bisect_right(self._titles, (position, 1 << 60)) - 1
        return index >= 0 and self._titles[index][0] <= position < self._titles[index][1]

    def add(self, start: int, end: int, kind: str, role: str, founded: bool = False) -> None:
        """Keep a body; one `founded` by the document's place lies there where its name tells no other."""
        mark = _LIST_MARK.match(self.text, start, end)
        printed = mark.end() if mark else start
        if mark and end - printed <= 2:
            return  # 二是|铁矿
        start = self._behind_origin(printed, end, kind)
        if kind == "enterprise" and start == printed and self._is_cut(start):
            start -= 1  # 越|丰领带集团, 以和|丰铜业为龙头
        acted_on = _ACTED_ON.match(self.text, start, end) if kind == "enterprise" else None
        start = acted_on.end() if acted_on else start  # 支持|中能集团, cut as 支|持中
        if self._is_joined(start):
            start, role = start + 2, min(role, "responsible", key=ROLES.index)
        if _NAMED_LEADER.search(self.text, printed, start):
            role = min(role, "leading", key=ROLES.index)
        name = self.text[start:end]
        if _OPENS_NO_NAME.match(name):
            return
        if kind == "university" and re.fullmatch("各?(?:大学|高校|院校|研究院|研究所|学院)", name):
            return
        region = self._region(start, end, kind)
        region = self.frame.region_code if founded and region is None and kind != "enterprise" else region
        self.found.append(Body(start, end, name, kind, role, region_code=region))

    def _is_cut(self, start: int) -> bool:
        """Whether the first character of a firm's name was taken for an adverb or a conjunction.

        Nothing is joined where nothing stands before 和, and no adjective stands behind 越.
        """
        return _FIRST_OF_NAME.search(self.text, max(start - 2, 0), start) is not None

    def _is_joined(self, start: int) -> bool:
        """Whether a name begins behind 会同, as in 会同|县发改局; in Huaihua that is a county."""
        return self.text.startswith("会同", start) and not (self.frame.region_code or "").startswith("4312")

    def _behind_origin(self, start: int, end: int, kind: str) -> int:
        """Where a name begins behind what is none of it.

        A verb (委托阿克苏职业技术学院), the origin of capital (港资味达集团), the county that a firm in short
        form lies in (旬阳县朗益电子).
        """
        start = behind_rank(self.text, start, end)
        if kind == "enterprise" and self.text.startswith("园区", start) and end - start >= 6:
            start += 2  # 深入园区|英马电动车
        found = NOT_OF_NAME.match(self.text, start, end)
        if found and end - found.end() >= 4:
            start = found.end()
        zone = _IN_ZONE.match(self.text, start, end) if kind == "enterprise" else None
        if zone and not PUBLIC_BUSINESS.search(LEGAL_FORM.sub("", self.text[zone.end() : end])):
            start = zone.end()
        if kind == "enterprise" and not self.text.endswith("公司", start, end):
            places = self.frame.places_between(start, end)
            if (
                places
                and places[0].start == start
                and end - places[-1].end >= 4
                and self.text[places[-1].end - 1] in "县镇乡旗"
            ):
                start = places[-1].end
        return start

    def _region(self, start: int, end: int, kind: str) -> str | None:
        """Code of the place that a name begins with; for an office without one, of the document's place."""
        name = self.text[start:end]
        level = _OF_LEVEL.match(name)
        if level and kind != "enterprise":
            return _above(self.frame.region_code, level[0])
        if name.startswith(_OWN_REGION):
            return self.frame.region_code
        places = self.frame.places_between(start, end)
        if places and places[0].start <= start + 2:
            first, last = places[0].code, places[-1].code
            is_chain = places[-1].start == places[0].end and (first or "")[:2] == (last or "")[:2]
            return last if is_chain else first  # 图木舒克|前海 is in no chain
        if places and name.endswith(("分行", "支行", "分中心")):
            return places[-1].code  # 工商银行福安支行
        return self.frame.region_code if kind in ("government", "party") else None


def _above(code: str | None, level: str) -> str | None:
    """The division of a level that a division lies in: 省 of 371522 is 370000, 市 is 371500.

    A city of county rank is what it calls 市, as a municipality is; a county below its province has none.
    """
    if code is None:
        return None
    if level in ("省", "自治区") or (level == "市" and code.startswith(_MUNICIPALITIES)):
        return code[:2] + "0000"
    is_own = code[4:] == "00" or (level == "市" and region_name(code).endswith("市"))
    prefecture = code[:4] + "00"
    return prefecture if not is_own and region_name(prefecture) else code


def behind_rank(text: str, start: int, end: int) -> int:
    """Where a name begins behind the rank of its firm (世界500强企业|中化), if one stands in it."""
    rank = _RANK.search(text, start, end)
    return rank.end() if rank and end - rank.end() >= 2 else start
