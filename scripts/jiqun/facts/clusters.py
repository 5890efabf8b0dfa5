"""The clusters table: named agglomerations: clusters, bases, parks, regions, chains, pillar industries."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jiqun.facts.claims import Claims
from jiqun.facts.coordination import split_members
from jiqun.facts.frame import RULE, Frame
from jiqun.language.industries import industries
from jiqun.language.places import Place
from jiqun.language.words import Words
from jiqun.tables import Cluster

# Heads, longest first; the printed head decides the kind.
HEAD = re.compile(
    r"(?P<subcluster>(?:产业)?子集群|产业集群和子集群)"
    r"|(?P<cluster>(?:特色|优势|传统|新兴|支柱|主导)?产业集群|产业群(?!体)|(?<=[\u4e00-\u9fff])集群(?!化|效应|发展|式|区|内|中|企业|规模|经济|化))"
    r"|(?P<chain>产业链(?!条|长|式|上|的|、|专班|企业|供应链|接|延)|(?<=[\u4e00-\u9fff])链(?=[、，；。）等]))"
    r"|(?P<base>(?:生产|加工|制造业?|产业|工业|研发|出口|创新|种植|示范|高技术产业|新材料|先进制造业?)*基地)"
    r"|(?P<park>(?:高新技术产业|经济技术|经济|高新|工业|旅游|台商投资|综合|产业)?(?:开发区|投资区|实验区|试验区|示范区|保税区|保税港区|综保区|自贸区|自贸试验区|合作区)|高新区|经开区|(?:产业|工业|科技|软件|物流|创业|农业|化工|科创|创新|文创|文化|数字|食品|医药|信息|低碳|生态|循环经济|返乡创业)+(?:园区|园)|[\u4e00-\u9fff]{1,6}(?:工业园|产业园|科技园|物流园|软件园|创业园|化工园)区?|(?:工业|产业)(?:集中区|集聚区|聚集区|小区|功能区)|(?<=[\u4e00-\u9fff]{2})园区|(?<=[\u4e00-\u9fff]{2})小镇|(?<=[\u4e00-\u9fff])工业区|生态工贸区|(?<=[\u4e00-\u9fff]{2})(?:片区|港区)|(?:光|药|硅|智|声|数|芯|车|氢|云|电)谷)"
    r"|(?P<growth_region>工业带|产业带|经济带|(?:科创|产业|经济|创新|工业)?走廊|(?:重点|新增长|增长)区域|经济圈|都市圈|增长极)"
    r"|(?P<pillar_industry>(?:支柱|主导|优势|特色)(?:性)?产业(?!集群|基地|园|链|发展|体系))"
)
_ZONE_TAIL = re.compile(r"^(?:（[^（）]{1,12}）)")
_COMPLEMENT = re.compile(r"(?:打造成为?|建设成为?|建成(?!了)|成为|发展成为?|培育成为?|打造为|建设为|升级为|创成|建成为|壮大成为?|提升为|成长为|形成为|争创|列为|评为|认定为|列入|申报)[^，；。]*$")
_GENERIC = re.compile(
    r"^(?:[一二两三四五六七八九十百千万亿数几多各若干\d—-]*(?:个|大|批|条|家|类|以上|亿元?|级|些)*|若干|重点|各类|各|有关|相关|现有|全部|所有|其他|其它|特色|优势|传统|新兴|战略性新兴|先进|现代|高端|新型|主导|支柱|创新型|成长型|省级|国家级|市级|县级|县域|区域|区域性|专业|专业化|大型|龙头|品牌|地方|本地|当地|我省|我市|我县|我区|全省|全市|全县|全区|国家|省|市|县|产业|工业|经济|的|等|知名|一流|重要|综合性|世界级|标志性|百亿|千亿|万亿|级|元|沿海|内陆|产城融合|农村|中小企业|中小微企业|城市|新建|在建|该|本|这|每|每个|两|入园|示范|试点|生产|加工|制造|研发|创新|创业|孵化|配套|产业化|规模|大|小|集聚|高新技术|高技术|科技)*$"
)
_TIER = re.compile(r"(?:国家级|省级|市级|县级|镇级|百亿级?|千亿级?|万亿级?|五百亿级?|\d+亿元?级?|重点|成长型|传统|新兴|战略性新兴|特色|优势|装备|原材料|创新型|先进|龙头|主导|支柱|示范|培育型|标志性|世界级|骨干)+")
_COUNT = re.compile(r"(?:等)?(?P<number>(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|大|条|家|类|处))?$")
_STATUS_EXISTING = re.compile(r"现有|已(?:经)?(?:形成|建成|初具|拥有|有)|形成了|建成了|初步形成|基本形成|拥有|升级|转型|提升|改造|集聚了|壮大(?<!培育壮大)|做强|做大|做优|支柱产业|占|完成|实现|发展迅速")
_STATUS_PLANNED = re.compile(r"规划建设|规划|拟建|新建|将建|力争(?:形成|建成)|培育形成|着力打造|打造|加快培育|培植|谋划|创建|计划|筹建|争取|启动|培育(?!壮大|了)|建设(?!了)|建立")
_CANONICAL = {"cluster": "产业集群", "subcluster": "子集群", "chain": "产业链", "pillar_industry": "产业"}
_OWN_HEAD = re.compile(r"(?:集群|基地|园区|园|开发区|高新区|经开区|投资区|集中区|集聚区|实验区|试验区|示范区|小区|工业区|工贸区|新区|保税区|工业带|走廊|小镇|产业链|湾|半岛|口|都澳|南北岸|谷|片区|港区)(?:（[^（）]{1,12}）)?$")


@dataclass(slots=True)
class Named:
    """A cluster while its document is read; positions are of the view."""

    start: int
    end: int
    name: str
    member: tuple[int, int]
    kind: str
    tier: str | None
    industry: tuple[int, int] | None
    industry_code: str | None
    region: tuple[int, int] | None
    region_code: str | None
    status: str
    parent: Named | None = None
    row_id: str = ""


class ClusterReader:
    """Finds the clusters of one document."""

    def __init__(self, frame: Frame, words: Words, places: list[Place], claims: Claims) -> None:
        self.frame, self.words, self.places, self.claims = frame, words, places, claims
        self.text = frame.text
        self.found: list[Named] = []
        self._by_key: dict[tuple[str, str], Named] = {}

    def read(self) -> list[Named]:
        """All clusters in order of first mention."""
        for sentence in self.frame.sentences:
            previous = sentence.start
            for head in HEAD.finditer(self.text, sentence.start, sentence.end):
                self._read_head(head, max(sentence.start, previous), sentence.start, sentence.end)
                previous = head.end() if not self.text.startswith("、", head.end()) else previous
        self._join_short_names()
        self.found.sort(key=lambda named: (named.start, named.member))
        return self.found

    def _read_head(self, head: re.Match[str], left: int, start: int, end: int) -> None:
        text = self.text
        kind = head.lastgroup or "cluster"
        head_start, head_end = head.span()
        tail = _ZONE_TAIL.match(text[head_end:end]) if kind in ("base", "park", "cluster") and not text.startswith("（含", head_end) else None
        region = max(left, max(text.rfind(mark, left, head_start) for mark in "，；：。！？\n") + 1)
        if _COMPLEMENT.search(text[region:head_start]):
            return
        et = self._list_end(region, head_start)
        if et is not None:
            self._read_list(region, et, head_start, head_end, kind, head[0])
            return
        self._read_single(region, head_start, head_end, kind, head[0], tail)

    # --- a list that shares one head: A、B和C等12个重点产业集群 --------------------------------------------------------

    def _list_end(self, region: int, head_start: int) -> int | None:
        """Where the members of a list end before its head: behind the last, before 等, a count or modifiers."""
        text = self.text
        stretch = text[region:head_start]
        found = re.search(r"等(?:[^、，；。等]{0,14})$", stretch)
        if found:
            return region + found.start()
        if "、" not in stretch and not re.search(r"[和及与]", stretch):
            return None
        stop = len(stretch)
        counted = re.search(r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|大|条|家)[^、，；。]{0,8}$", stretch)
        if counted:
            stop = counted.start()
        elif "、" not in stretch:
            tier = re.search(_TIER.pattern + "$", stretch)
            if not tier and not re.search(r"(?<=[\u4e00-\u9fff]{2})[和及与](?=[\u4e00-\u9fff]{2})", stretch):
                return None
            stop = tier.start() if tier else stop
        else:
            tier = re.search(_TIER.pattern + "$", stretch)
            stop = tier.start() if tier and tier.start() > stretch.rfind("、") + 2 else stop
        return region + stop if stop else None

    def _read_list(self, region: int, list_end: int, head_start: int, head_end: int, kind: str, head: str) -> None:
        text = self.text
        first = self._list_start(region, list_end)
        members = split_members(text, first, list_end)
        modifiers = text[list_end:head_start]
        tier = _TIER.search(re.sub(r"等|(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|大|条|家|类)", "", modifiers))
        names: list[Named] = []
        for member in members:
            named = self._member(member, kind, head, first, head_end, tier[0] if tier else None)
            if named:
                names.append(named)
        if kind == "subcluster" and head.startswith("产业集群"):
            self._split_double_head(names, first, list_end)
        for named in names:
            self._add(named)

    def _split_double_head(self, names: list[Named], first: int, list_end: int) -> None:
        """A以及B、C等产业集群和子集群: what stands before 以及 are clusters, the rest subclusters."""
        joint = self.text.find("以及", first, list_end)
        for named in names:
            if joint >= 0 and named.member[1] <= joint:
                named.kind = "cluster"
                named.name = named.name.removesuffix("子集群") + "产业集群"

    def _list_start(self, region: int, list_end: int) -> int:
        """Where the first member begins: behind the last verb before the first 、 (or before the joint)."""
        text = self.text
        joint = text.find("、", region, list_end)
        if joint < 0:
            weak = re.search(r"以及|[和及与]", text[region:list_end])
            joint = region + weak.start() if weak else list_end
        return self.words.name_start(region, joint)

    def _member(self, member: tuple[int, int], kind: str, head: str, first: int, head_end: int, tier: str | None) -> Named | None:
        text = self.text
        start, end = member
        found = _TIER.match(text[start:end])
        while end > start and text[end - 1] in "等 ":
            end -= 1
        printed = text[start:end]
        if not printed or _GENERIC.match(printed) or len(printed) > 30 or re.search(r"[，；。]", printed):
            return None
        own = _OWN_HEAD.search(printed)
        if own and kind != "growth_region":
            inner = HEAD.search(printed)
            name = printed
            member_kind = inner.lastgroup if inner and inner.lastgroup else "park" if not printed.endswith("集群") else "cluster"
            return self._named((start, end), name, member_kind, tier, start, end)
        if kind == "growth_region":
            if not (self._places_in(start, end) or own):
                return None
            name = printed if head in ("重点区域", "新增长区域", "增长区域") else printed + head
        elif kind == "pillar_industry":
            name = re.sub(r"(?:产业|行业)$", "", printed) + "产业"
        elif kind in _CANONICAL:
            canonical = _CANONICAL[kind]
            name = re.sub(r"产业$", "", printed) + canonical if kind != "subcluster" else printed + "子集群"
        else:
            name = printed + re.sub(r"^(?:重点|特色)", "", head)
        if kind in ("cluster", "subcluster", "chain", "pillar_industry", "base") and not self._is_trade(start, end):
            return None
        named = self._named((start, end), name, kind, tier or (found[0] if found and found.end() < end - start else None), first, head_end)
        return named

    def _is_trade(self, start: int, end: int) -> bool:
        """Whether a member can be a trade or place at all: it holds a known trade or place, or is a short noun in a list."""
        printed = self.text[start:end]
        return bool(industries().find(printed)) or bool(self._places_in(start, end)) or (1 <= len(printed) <= 12 and not re.search(r"[一二三四五六七八九十\d]+(?:个|家|项)|的|了", printed))

    # --- a name of its own: 拍马纸品工业园, 湄洲湾石化产业集群 ------------------------------------------------------------

    def _read_single(self, region: int, head_start: int, head_end: int, kind: str, head: str, tail: re.Match[str] | None) -> None:
        text = self.text
        close = head_end
        start = max(region, text.rfind("、", region, head_start) + 1, text.rfind("“", region, head_start) + 1)
        open_bracket = text.rfind("（", start, head_start)
        if open_bracket >= 0 and "）" not in text[open_bracket:head_start]:
            start = open_bracket + 1
        start = self.words.name_start(start, head_start)
        printed = text[start:head_start]
        if re.match(r"^(?:的|个|大|条|家|和|及|与)", printed):
            return
        if _GENERIC.match(printed) or len(printed) > 26:
            return
        trade = bool(industries().find(printed))
        place = self._places_in(start, head_start)
        proper = kind in ("park", "base", "growth_region") and self._is_proper(start, head_start)
        if kind in ("cluster", "subcluster", "chain", "pillar_industry") and not (trade or place):
            return
        if kind in ("base", "park", "growth_region") and not (place or proper or (trade and kind == "park" and len(printed) <= 8)):
            return
        tier = _TIER.match(printed)
        if tier and tier.end() < len(printed):
            start += tier.end()
            printed = text[start:head_start]
            if _GENERIC.match(printed):
                return
        if kind == "pillar_industry":
            return
        name = text[start:close]
        if kind == "cluster" and not re.search(r"产业集群$", name):
            name = re.sub(r"(?:(?:特色|优势|传统|新兴|主导)?产业)?(?:集群|产业群)$", "", name) + "产业集群"
        named = self._named((start, close), name, kind, tier[0] if tier and tier.end() < close - start else None, start, close)
        self._parent_inside(named, start, head_start)
        self._add(named)

    def _is_proper(self, start: int, end: int) -> bool:
        """Whether a stretch opens with a proper noun: characters that the dictionary knows as no common word."""
        text = self.text
        for index in self.words.between(start, end):
            tag = self.words.tags[index]
            word = text[self.words.starts[index] : self.words.ends[index]]
            if tag in ("ns", "nr", "nz", "nt", "nrt", "s") or (len(word) == 1 and "\u4e00" <= word and tag not in ("m", "q", "n", "x", "a")):
                return True
            return bool(tag == "s" or word in ("城南", "城北", "城东", "城西", "临港", "空港", "滨江", "滨海"))
        return False

    def _parent_inside(self, named: Named, start: int, head_start: int) -> None:
        """A park inside a cluster's name is a row of its own and the parent: 厦门火炬高新区电子信息产业集群."""
        for inner in HEAD.finditer(self.text, start, head_start):
            if inner.lastgroup == "park" and inner.end() < head_start:
                park = self._named((start, inner.end()), self.text[start : inner.end()], "park", None, start, inner.end())
                named.parent = self._add(park)
                return

    # --- shared ---------------------------------------------------------------------------------------------------------

    def _named(self, member: tuple[int, int], name: str, kind: str, tier: str | None, start: int, end: int) -> Named:
        text = self.text
        places = self._places_in(*member)
        region = (places[0].start, places[-1].end) if places and places[0].start - member[0] <= 4 else None
        code = places[-1].code if region else None
        trade_start = region[1] if region else member[0]
        trades = industries().find(text[trade_start : member[1]])
        industry = None
        industry_code = None
        if trades and kind != "growth_region":
            industry = (trade_start + trades[0].start, trade_start + trades[-1].end)
            industry_code = industries().code_of(text[industry[0] : industry[1]])
        if region is None:
            region, code = self._region_of_passage(start)
        return Named(start, end, name, member, kind, tier, industry, industry_code, region, code or self.frame.region_code, self._status(start, end, kind))

    def _region_of_passage(self, position: int) -> tuple[tuple[int, int] | None, str | None]:
        """The place that heads the section (——闽江口), else the document's."""
        for index in self.frame.section_path(self.frame.innermost(position)):
            heading = self.frame.headings[index]
            if heading.kind == "dash":
                first, last = heading.heading
                places = self._places_in(first, last)
                if places or _OWN_HEAD.search(self.text[first:last]):
                    return (first, last), (places[-1].code if places else None) or self.frame.region_code
        return None, self.frame.region_code

    def _places_in(self, start: int, end: int) -> list[Place]:
        return [place for place in self.frame.places_between(start, end)]

    def _status(self, start: int, end: int, kind: str) -> str:
        before = self.text[max(0, start - 24) : start]
        clause = re.split(r"[。；]", before)[-1]
        after = self.text[end : end + 14]
        if _STATUS_EXISTING.search(clause) or kind == "pillar_industry" or re.match(r"(?:加快)?(?:转型|升级|提升|改造)|现有|占地|已", after):
            return "existing"
        if _STATUS_PLANNED.search(clause):
            return "planned"
        return "existing" if kind == "park" and re.search(r"(?:开发区|高新区|经开区|集中区|工业园)$", self.text[start:end]) else "unspecified"

    def _add(self, named: Named) -> Named:
        """Keep a cluster unless the same one was named before: document, name and place are its identity."""
        key = (named.name, named.region_code or "")
        earlier = self._by_key.get(key)
        if earlier:
            return earlier
        self._by_key[key] = named
        self.found.append(named)
        return named

    def _join_short_names(self) -> None:
        """拍马工业园 is 拍马纸品工业园: same first two and last two characters, all of it in order inside the longer name."""
        parks = [named for named in self.found if named.kind in ("park", "base")]
        for named in parks:
            longer = [
                other
                for other in parks
                if other is not named and len(other.name) > len(named.name) and other.name[:2] == named.name[:2] and other.name[-3:] == named.name[-3:] and _is_inside(named.name, other.name)
            ]
            if len(longer) == 1:
                self.found.remove(named)


def _is_inside(short: str, long: str) -> bool:
    """Whether all characters of `short` occur in `long` in order."""
    position = 0
    for character in short:
        position = long.find(character, position) + 1
        if position == 0:
            return False
    return True


def rows(frame: Frame, found: list[Named]) -> list[Cluster]:
    """Rows of a document's clusters."""
    for named in found:
        named.row_id = frame.row_id("c", frame.bounds(named.start, named.end)[0])
    result = []
    for named in found:
        start, end = frame.bounds(named.start, named.end)
        result.append(
            Cluster(
                cluster_id=named.row_id,
                document_id=frame.document_id,
                section_id=frame.section_id(named.start),
                start=start,
                end=end,
                quote=frame.document.source.text[start:end],
                name=named.name,
                name_text=frame.printed(*named.member),
                kind=named.kind,
                tier_text=named.tier,
                industry_text=frame.printed(*named.industry) if named.industry else None,
                industry_code=named.industry_code,
                region_text=frame.printed(*named.region) if named.region else None,
                region_code=named.region_code,
                parent_cluster_id=named.parent.row_id if named.parent else None,
                status=named.status,
                origin=RULE,
            )
        )
    return result
