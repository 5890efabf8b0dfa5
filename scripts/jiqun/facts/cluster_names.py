"""A cluster with a head of its own: where its name begins, and which names name none."""

from __future__ import annotations

import re

from jiqun.facts.cluster_heads import LISTED_BEHIND, NUMBER, Head
from jiqun.facts.cluster_rows import Maker, Named
from jiqun.facts.cluster_stems import ALONG, NO_TRADE_LEFT, Stems
from jiqun.facts.cluster_words import REMARK, is_trade, sectors, trade_name, without_generic
from jiqun.facts.coordination import DEPENDENT, split_members
from jiqun.language.industries import industries
from jiqun.language.places import NATION, Place
from jiqun.language.words import PROCESSES, breakers
from jiqun.patterns import quick

# What 与 joins to a trade that opens its clause: 应急与|专用装备集群; not 企业与|产业集群.
_TWO_FOLD = re.compile(
    "(?!企业|高校|院校|政府|项目|产业|人才|基地|园区|集群|资本|技术|银行|市场|城市|乡村|生态|投资)[\u4e00-\u9fff]{2,4}与"
)
_WHOLE_PLACE = re.compile("[全我本][省市县区州旗盟]")
_GREAT = re.compile(r"[\d一二两三四五六七八九十]大")
# Ranks, which are never part of a name: 千亿级新能源产业集群. Others may be (现代煤化工, 特色农产品).
RANK = quick(
    "(?:国家级|自治区级|省级以上|省级|市级|县级|镇级|世界级|(?:[五百千万两三四六七八九]|\\d)+亿元?级?|重点|成长型|标志性|培育型|骨干|全国性|区域性)+"
)
_OF_RANK = re.compile("(?:国家级|[省市县]级)")
_COUNTED = re.compile(
    rf"(?:{NUMBER}|[几数多若]干?)(?:余|多)?(?:个|条|家|类|处|座|批|片|万?亩)$|(?:一批|若干|多个|一些|每个|各类|各个|两个|本)$"
)
# One thing that is built: 建|一个|绿色船舶配套基地.
_BUILDS_ONE = re.compile("(?:建|建设|建成|新建|拟建|筹建|规划|打造|培育)了?一[个座处]$")
# 平果|年产500万吨|再生铝产业园.
_YEARLY = re.compile("[年日](?:产|处理|加工)?$")
_BUILT = re.compile("(?:建[了成]?)?一[个座处]|建(?:国家级|[省市县]级)|建")
BUILDS = re.compile("(?:分别|共同|规划|重点|加快|新)?(?:建设|发展|打造|布局|建立|建成|培育|建)$")
_QUOTED = re.compile("“[^“”，。、；]{2,6}”$")
# 西区、南区两个园区 name sides of one zone.
SIDE = re.compile("[东西南北中老新]{1,2}(?:部)?[区片园]?")
_LINE_ENDS = re.compile("[ \t　]*(?:[\n|；;。]|$)")
# 电解铝就地转化, 中成药研发生产: of the verbs that break, those that a trade's name holds.
_DONE_WITH_GOODS = PROCESSES | {"转化", "改造"}
_NO_ROLL = re.compile("[、，：“”的]|[关超过达]千亿|做[强大优]")
_STRONG_JOINT = re.compile("、|以及")
# A tier inside a name: 新一代信息技术|500亿级|产业集群.
_TIER_INSIDE = re.compile("(?:\\d{1,4}|[一二两三五八]?[百千万])亿元?级?")
_BASE_OF_LAND = re.compile(r"(?:面积)?(?:达到?|约|近|发展到|扩大到)?[\d.]+万?(?:余|多)?亩")
_POST_INSIDE = re.compile(
    "董事长|总经理|经理|书记|主任|局长|市长|县长|区长|总监|厂长|院长|校长|会长|秘书长|教授|记者"
)
_IS_ZONE = re.compile("(?:开发区|高新区|园区|集聚区|经开区)$")
_WEAK_JOINT = re.compile("和|及|与|暨")
COUNT_WITHIN = re.compile(rf"(?:{NUMBER}|[多数几])(?:个|家|座|条|处|批)")
PRAISED_AMONG = re.compile("(?:最大|一流|重要|领先|知名|著名|有影响力?|影响力|竞争力)的?$")
PRAISED = re.compile(
    f"{PRAISED_AMONG.pattern}|"
    "(?:打造|建成|是|为)(?:全国|国内|世界|国际|全球|全省|我国|中国|区域)?性?$|(?:打造|建成|创建|创成)[^、]*$"
)
# 是全国最大的汽车起动机、|发电机再制造基地.
_PRAISED_LIST = re.compile(
    "(?:(?:是|成为|打造)[^，；。、]{0,8}(?:最大|一流|领先)的?|打造(?:中国|全国|世界|国际))[^，；。]{1,20}[、和及与]$"
)
OPENS_LIST = re.compile("(?:分别|依次|主要|具体|即|基地)[为是]$")
# A base of the nation is a title: 全国富硒食品产业基地.
OF_THE_NATION = ("中国", "全国", "国家")
_PRAISED_NAME = re.compile("(?:重要|知名|一流|最大|领先|著名)")
_AIMED_AT = re.compile("(?:打造|建成|创建|创成)(?:“[^“”]{2,16}”[、和及与]?)*“(?:[百千万]亿级?)?$")
BASE_OF_NO_TRADE = re.compile(
    "(?:实习|培训|实训|教育|人才|科普|孵化|创业|创新|研发|中试|技术开发|开发|采购|种植|养殖|原料|原材料|供应|储备|总部|训练|保障|繁育|育种|培养|试验|实践|实验|孵化器)$"
)
# What the dictionary joins to a name: 2007年安平丝网产业集群, 印发重庆市消费品工业集群….
_BEFORE_NAME = re.compile(
    r"(?:(?:全[国省市区县]|国内|我[国省市区县])?(?:首[个家座条]|唯一)(?=[\u4e00-\u9fff]{2})|(?:19|20)\d\d年(?:[底末度]|上半年|下半年)?|(?<=年)度|暨|印发|转发|关于|(?:深入|全面)?贯彻落实|锻造(?=先进|现代|优势|新))+"
)
# A class that a roll is of: 首批优质白酒产业园区, 河南省十强产业集聚区, 工信部中小企业特色产业集群.
_OF_A_BATCH = re.compile(
    "首批|第[一二三四五六七八九十\\d]+批|[十百]+[强快佳优]|^(?:国家)?(?:工信部|发改委|省工信厅)"
)
# A zone or cluster before what joins the next to it.
ZONE_AND = re.compile("(?:基地|园区|产业园|工业园|科技园|物流园|开发区|集中区|集群|小镇)(?:以及|[和及与])")
# A firm before the zone or base that it builds: 宏远储能有限公司|储能产业园.
# A firm whose name runs on behind what looks like a park: 盛园|食品有限公司.
_OF_FIRM_BEHIND = re.compile("[^，。；：、内里的和与及 ]{1,8}?(?:公司|集团)")
_PARTNER = re.compile("[\u4e00-\u9fff]{2,10}(?:大学|学院|学校|研究院|公司|集团|政府)[与和同]")
_GROUP_FIRM = re.compile("[\u4e00-\u9fff]{2,8}?集团(?=[\u4e00-\u9fff]{4})")
_OF_FIRM = re.compile("公司(?!镇|村)")
# The zone that speaks, before the name of what it has: 开发区|氯碱产业链.
_OWN_ZONE = re.compile("(?:开发区|高新区|经开区|园区|[全我本](?:区|园))(?=[\u4e00-\u9fff]{2})")
# What is counted behind a name is in it, unless it is names: 甲产业集群2个|集群.
_HOLDS_COUNT = re.compile(rf"^{NUMBER}(?:处|个|座|家|片)(?!产业集群|集群|产业链|园区|开发区|基地)")
# A class of clusters, not one: 年工业总产值超百亿产业集群.
_TOLD_BY_SIZE = re.compile(
    "(?:产值|收入|营收)$|[两三四五六七八九十]地$|(?:产值|收入|营收|税收)[^，；。]{0,6}(?:超|过|达|上)|(?:超|过|上)[十百千]?[百千万]*亿"
)
# A time in front of a name: 年底前|电子信息产业集群, 三季度|南昌经开区.
_DEADLINE = re.compile(
    r"(?:第?[一二三四]季度|前[两二三]季度|[上下]半年|今后|当前|近期)(?=[\u4e00-\u9fff]{2})|"
    r"(?:\d{1,2}(?:-|—|至|到))?\d{1,2}月(?:份)?(?=[\u4e00-\u9fff]{2})|(?:年|月|季度|上半年|下半年)?[底末]?前(?=[\u4e00-\u9fff]{2})(?!沿|端|列|景|海)"
)
# What places of a list are called, before what they all have: 甲、乙等|地区|纺织产业集聚区.
_OF_SUCH = re.compile("地区|县区|市县|县市|[市县州]|省份?")
# Some of a sort, none of them named: 培育一批具有国际竞争力的|临港化工产业集群.
_OF_A_CLASS = re.compile("(?:一批|若干|一系列|多个|一些)(?:(?![、，；。]).){2,20}的$")
# A body named after what it looks after: 铜产业链|工作推进组.
_OF_BODY = re.compile(
    r"(?:培育|建设|发展|提升|推进)*(?:工作)?(?:推进组|专班|领导小组|工作组|指挥部|推进办|办公室|联盟|协会|促进会|(?:产业|工业)?(?:融资)?(?:担保|投资|建设|开发|控股)+(?:集团)?(?:有限)?公司)"
)


class NameReader:
    """Reads the one name before a head."""

    def __init__(self, stems: Stems, maker: Maker) -> None:
        self.stems, self.maker = stems, maker
        self.frame, self.words, self.text = stems.frame, stems.words, stems.text

    def read_heading(self, head: Head) -> list[Named] | None:
        """The one cluster that a heading names, whatever joins its trades: （一）食品及农产品加工集群.

        A heading with 、 is a list.
        """
        if head.kind not in ("cluster", "chain") or "、" in self.text[head.left : head.start]:
            return None
        spans = self.stems.trimmed(split_members(self.text, head.left, head.start))
        if (
            len(spans) != 2
            or spans[0][0] != head.left
            or not all(is_trade(self.text[slice(*span)]) for span in spans)
        ):
            return None
        whole = (head.left, head.start)
        return [self.maker.named(whole, self.text[head.left : head.end], head.kind, head, [whole], None)]

    def read_line(self, head: Head) -> list[Named] | None:
        """The one cluster that a line or cell of a roll names, a place in front, whatever words it holds:
        水城区电解铝就地转化及铝制家居制品产业集群. A line that says what is done (青石市培育陶瓷产业集群) is
        none.
        """
        text = self.text
        start = head.left
        while start < head.start and text[start] in " \t　|":
            start += 1
        if (
            head.kind not in ("cluster", "chain")
            or head.marked
            or not 4 <= head.start - start <= 30
            or text[start - 1] not in "\n\t|、．. ）"
            or _LINE_ENDS.match(text, head.end) is None
            or _NO_ROLL.search(text, start, head.start)
        ):
            return None
        places = self.stems.places_in(start, head.start)
        if not places or places[0].start != start or places[0].end + 2 > head.start:
            return None
        said = (self.words.words[index] for index in self.words.between(places[0].end, head.start))
        if any(len(word) > 1 and word in breakers() and word not in _DONE_WITH_GOODS for word in said):
            return None
        if not industries().find(without_generic(text[places[0].end : head.start])):
            return None
        named = self.maker.named((start, head.start), text[start : head.end], head.kind, head, [], None)
        self.maker.parent_inside(named, head, start, head.start)
        return [named]

    def read_single(self, head: Head) -> Named | None:
        text = self.text
        closed = text.startswith("）", head.start - 1)
        remark = REMARK.search(text, max(head.left, head.start - 40), head.start) if closed else None
        if remark:
            return self._read_remarked(head, remark.start())
        left = max(
            (joint.end() for joint in _STRONG_JOINT.finditer(text, head.left, head.start)), default=head.left
        )
        for joint in _WEAK_JOINT.finditer(text, left, head.start):
            if joint.start() in self.stems.head_ends:
                left = joint.end()  # 甲高新区和|乙经济开发区
        start = left if self._is_member(left, head) else self._single_start(left, head.start, head.kind)
        if head.kind == "park" and start == head.start:
            start = self._quoted_start(start)
        for firm in _OF_FIRM.finditer(text, start, head.start):
            if head.start - firm.end() >= 2 and self.stems.names_something(firm.end(), head.start, head.kind):
                start = firm.end()  # 德邦物流公司|大宗物流产业园
        start = self._behind_founder(start, head)
        opening = _BEFORE_NAME.match(text, start, head.start)
        if opening:
            start = opening.end()
        zone = _OWN_ZONE.match(text, start, head.start) if head.kind in LISTED_BEHIND else None
        if zone:
            start = zone.end()
        start = self._behind_build(start, head.start)
        start = self._before_deepening(start, head)
        told = _DEADLINE.match(text, start, head.start)
        if told:
            start = told.end()
        if (
            _OF_BODY.match(text, head.end)
            or (_OF_SUCH.match(text, start) and text[start - 1 : start] == "等")
            or (
                _OF_A_CLASS.search(text, max(0, head.left - 20), start)
                and not self.stems.places_in(start, head.start)
            )
            or self.stems.is_division(start, head.end)
        ):
            return None
        if head.text in ("园", "谷") and _OF_FIRM_BEHIND.match(text, head.end):
            return None  # 盛园|食品有限公司
        if text.startswith("（", start) or (
            head.kind == "growth_region" and text.endswith("黄金", 0, head.start)
        ):
            return None
        along = ALONG.search(text, max(head.left, head.start - 8), head.start)
        if head.kind != "growth_region":
            along = None
        elif along:
            start = min(start, along.start())
        listed = any(place.start == start for place in self.stems.places_in(start, head.start))
        if head.kind == "growth_region" and listed and text[start - 1] in "环沿泛" and start > head.left:
            start -= 1  # 环|长春产业带
        if text.startswith("原", start) and not listed and self.stems.is_proper(start + 1, head.start):
            start += 1
        # 四大园区 is a count, 大营陶瓷产业园 a name
        left_over = (
            text[start : start + 1] in "的个条家和及与等"
            and not self.words.covers(start, start + 2)
            and not is_trade(text[start : head.start])
        )
        if left_over or _GREAT.match(text, start - 1) or _GREAT.match(text, start):
            return None
        places = self.stems.places_in(start, head.start)
        ranked = places[0].end if places and places[0].start == start else start
        tier = RANK.match(text, start, head.start)
        ranked_place = _OF_RANK.match(text, ranked, head.start)
        if ranked_place and any(place.start == ranked_place.end() for place in places):
            tier = ranked_place  # 江苏省|省级|泰兴经济开发区
        if tier and tier.end() < head.start:
            start = tier.end()
        before = text[head.left : start]
        stem = text[start : head.start]
        among = head.kind == "park" and self.stems.is_among_parks(start, head)
        if (
            stem.endswith("全")
            or SIDE.fullmatch(stem)
            or _OF_A_BATCH.search(stem)
            or (len(stem) < 2 and not is_trade(stem) and not among)
            or head.start - start > 30
            or (self.stems.is_generic(start, head.start) and not among and not along)
        ):
            return None
        if (
            (_COUNTED.search(before) and not _BUILDS_ONE.search(before))
            or self._is_counted(start, head.start)
            or _HOLDS_COUNT.match(text[head.end : head.end + 8])
        ):
            return None
        if head.kind == "park" and (stem.startswith("全国") or _WHOLE_PLACE.fullmatch(stem)):
            return None  # 全州|工业园区 of a prefecture
        if head.kind == "base" and _BASE_OF_LAND.match(text, head.end):
            return None  # 酿酒葡萄基地|5万亩
        if head.kind == "base" and (
            stem.startswith(OF_THE_NATION) or _AIMED_AT.search(text, max(0, head.left - 60), start)
        ):
            return None  # “中国丝网产业基地” is a title, 打造“锂电产业基地” an aim
        if head.kind == "base" and (
            (PRAISED.search(before) and not OPENS_LIST.search(text, max(0, head.left - 2), start))
            or _PRAISED_NAME.search(stem)
            or _PRAISED_LIST.search(text, max(0, head.left - 40), start)
            or (head.text.startswith("基地") and BASE_OF_NO_TRADE.search(stem))
        ):
            return None
        if stem.startswith("建") and not self.stems.is_place(start, start + 2):
            places = self.stems.places_in(start + 1, head.start)
            if places and places[0].start == start + 1:
                start, stem = start + 1, stem[1:]  # 另建|宣州光伏产业园
        elif stem.startswith("好") and text[max(0, start - 2) : start] in breakers():
            start, stem = start + 1, stem[1:]  # 对接好|湘江新区
        if stem.endswith("建") or _IS_ZONE.search(stem):
            return None  # 提质建|园区, 青石经济开发区|产业集群
        post = _POST_INSIDE.search(text, start, head.start)
        if post and not any(
            place.end == post.start() + 1 for place in self.stems.places_in(start, head.start)
        ):
            return None  # 联璞集团董事长徐怀|谷; 资阳区|长春工业园 is one
        if head.kind == "pillar_industry" and stem in sectors():
            return None  # 农业|主导产业: those of a sector
        if _TOLD_BY_SIZE.search(stem) or not (
            among
            or self.stems.names_something(start, head.start, head.kind)
            or self.stems.is_one_of_many(start, head)
        ):
            return None
        name, end = self._single_name(start, head)
        if name != text[start : head.end] and NO_TRADE_LEFT.fullmatch(name):
            return None  # 3000万元|县域特色产业集群
        named = self.maker.named(
            (start, end),
            name,
            head.kind,
            head,
            [(start, end)],
            tier[0] if tier and start == tier.end() else None,
        )
        named.start, named.end = start, end
        self.maker.parent_inside(named, head, start, head.start)
        return named

    def _behind_founder(self, start: int, head: Head) -> int:
        """Where a name begins behind who builds it, or acts with it.

        乙集团|海伦大豆产业基地, 甲大学与|高新区; not 甲集团产业园, which is named after its firm.
        """
        partner = _PARTNER.match(self.text, start, head.start)
        if partner:
            return partner.end()
        firm = _GROUP_FIRM.match(self.text, start, head.start)
        if (
            firm
            and head.kind == "base"
            and is_trade(self.text[firm.end() : head.start])
            and not is_trade(self.text[start : firm.end()])
        ):
            return firm.end()  # 药业集团|三七制剂生产基地
        if firm and head.kind == "park" and self.text.startswith("项目", head.end):
            return firm.end()  # 广东粤河集团|葡萄酒文化产业园项目
        if firm and any(place.start == firm.end() for place in self.stems.places_in(firm.end(), head.start)):
            return firm.end()
        return start

    def for_each_place(self, single: Named, head: Head) -> list[Named]:
        """What several places each build: 醴陵、永兴|建设|陶瓷生产基地 is two; a name with a place in it
        is one.
        """
        start, end = single.member
        verb = BUILDS.search(self.text, max(head.left, start - 6), start)
        if single.kind != "base" or verb is None or self.stems.places_in(start, end):
            return [single]
        members = self.stems.trimmed(split_members(self.text, head.left, verb.start()))
        if len(members) < 2 or not all(self.stems.is_place(*member) for member in members):
            return [single]
        name = single.name
        return [
            self.maker.named(
                member, self.text[slice(*member)] + name, single.kind, head, members, single.tier
            )
            for member in members
        ]

    def _read_remarked(self, head: Head, stop: int) -> Named | None:
        """The name before a bracket that says what it includes: 装备制造（含汽车、冶金）产业基地 is
        装备制造产业基地.
        """
        left = max(
            (joint.end() for joint in _STRONG_JOINT.finditer(self.text, head.left, stop)), default=head.left
        )
        start = self._single_start(left, stop)
        if not is_trade(self.text[start:stop]):
            return None
        whole = (start, stop)
        return self.maker.named(whole, self.text[start:stop] + head.text, head.kind, head, [whole], None)

    def _is_member(self, left: int, head: Head) -> bool:
        """Whether all behind a 、 is a name, as the one before it is: a place and no verb behind it, and the
        same head: 、长沙自主安全计算系统产业集群.
        """
        text = self.text
        places = self.stems.places_in(left, head.start)
        if (
            head.kind not in ("cluster", "chain")
            or text[left - 1 : left] != "、"
            or not text.endswith(head.text, 0, left - 1)
            or not places
            or places[0].start != left
            or not 2 <= head.start - places[0].end <= 20
        ):
            return False
        said = (self.words.words[index] for index in self.words.between(places[0].end, head.start))
        return not any(len(word) > 1 and word in breakers() for word in said)

    def _is_counted(self, start: int, end: int) -> bool:
        """Whether a count stands in a stem (两个重点|园区) that is not part of a place: 五家渠|工业园."""
        counted = COUNT_WITHIN.search(self.text, start, end)
        return counted is not None and not any(
            place.start <= counted.start() < place.end for place in self.stems.places_in(start, end)
        )

    def _before_deepening(self, start: int, head: Head) -> int:
        """Where the name of a pilot zone begins that has its task in it, behind its place:
        昆山|深化两岸产业合作试验区.
        """
        verb = self.text.rfind("深化", max(head.left, start - 6), start)
        if verb < 0 or not head.text.endswith(("试验区", "实验区", "示范区")):
            return start
        places = self.stems.places_in(max(head.left, verb - 12), verb)
        return self._outermost(places[-1], head.left) if places and places[-1].end == verb else start

    def _behind_build(self, start: int, end: int) -> int:
        """Where a name begins behind 建, which breaks no name by itself: 建|船舶基地, 建一个|船舶基地, not
        建材基地.
        """
        built = _BUILT.match(self.text, start, end)
        if built is None or self.stems.is_place(start, start + 2):
            return start
        one = built.end() > start + 1
        trades = industries().find(self.text[built.end() : end])
        whole = industries().find(self.text[start:end])
        opens = bool(trades) and trades[0].start == 0 and not (whole and whole[0].start == 0)
        return built.end() if one or opens else start

    def _quoted_start(self, end: int) -> int:
        """Where a name begins whose own word stands in quotation marks behind its place:
        北流“两湾”|产业园.
        """
        quoted = _QUOTED.search(self.text, max(0, end - 10), end)
        if quoted is None:
            return end
        places = self.stems.places_in(max(0, quoted.start() - 8), quoted.start())
        return places[-1].start if places and places[-1].end == quoted.start() else end

    def _single_start(self, left: int, end: int, head_kind: str = "") -> int:
        """Where the one name before a head begins; what is joined to a trade behind a place is part of it:
        温岭市泵与|电机, 南昌高新区光电及|通信, 哈密现代能源与|化工产业示范区.
        """
        text = self.text
        start = self.words.name_start(left, end, self.stems.solid)
        if (
            end - start > 4
            and text[start : start + 2] in breakers()
            and not self.words.covers(start, start + 2)
        ):
            start += 2  # 培优|育强|县域产业集群
        if text[start - 1] == "成" and text[start] in "都渝" and start - 1 > left:
            start -= 1  # 打造|成渝经济走廊
        joined = _TWO_FOLD.fullmatch(text, left, start)
        joined = joined if self.words.name_start(left, start - 1, self.stems.solid) == left else None
        if joined and text[left - 1 : left] in "，；。：、\n" and head_kind in ("cluster", "chain"):
            return left  # ，应急与|专用装备集群
        if start - 2 < left or text[start - 1] not in "和与及" or ZONE_AND.search(text, left, start):
            return start
        if start - 2 == left and not is_trade(text[left] + "产业"):
            return left  # 、|新和工业园区
        for place in self.stems.places_in(max(left, start - 20), start - 1):
            ends = range(start - 2, place.end, -1)
            first = text[next((stop for stop in ends if stop in self.stems.head_ends), place.end) : start - 1]
            if (
                place.code == NATION
                or self.words.name_start(place.start, start - 1, self.stems.solid) > place.start
            ):
                continue
            if 1 <= len(first) <= 2 or is_trade(first) or (len(first) > 2 and start == end):
                return self._outermost(place, left)
        if (
            left - 1 in self.stems.head_ends
            and is_trade(text[left : start - 1])
            and is_trade(text[start:end])
        ):
            return left  # 生物制药产业园、|建材及轻工产业园
        first_trade = self.words.name_start(left, start - 1, self.stems.solid)
        if text[start - 1] == "与" and is_trade(text[first_trade : start - 1]) and is_trade(text[start:end]):
            return first_trade  # 现代中药与|民族药产业集聚区
        if DEPENDENT.match(text[start:end]) or "—" in text[left:start]:
            return self.words.name_start(left, start - 1, self.stems.solid)  # 钢铁材料及|应用
        return start

    def _outermost(self, place: Place, left: int) -> int:
        """Where the places that stand before a place without a break begin: 沈阳市|浑南区."""
        start = place.start
        for outer in reversed(self.stems.places_in(max(left, start - 20), start)):
            if outer.end != start:
                break
            start = outer.start
        return start

    def _single_name(self, start: int, head: Head) -> tuple[str, int]:
        """The name as printed, without a size inside it (沙溪三千亩服装工业园)."""
        text = self.text
        name = text[start : head.end]
        if head.kind == "pillar_industry":
            return trade_name(text[start : head.start]) + "产业", head.end
        tier = _TIER_INSIDE.search(text, start + 2, head.start)
        if tier and tier.end() == head.start:
            trade = text[start : tier.start()]
            return (trade[:-2] if trade.endswith("产业") else trade) + head.text, head.end
        for numeral in self.frame.numerals_in(start, head.start):
            if numeral.code == "CNY" and numeral.end < head.start:
                return text[numeral.end : head.end], head.end  # 年产值200亿元|智能制造产业集群
            if numeral.unit is not None and numeral.end < head.start and numeral.code not in (None, "1"):
                before = _YEARLY.sub("", text[start : numeral.start])
                return before + text[numeral.end : head.end], head.end
        return name, head.end
