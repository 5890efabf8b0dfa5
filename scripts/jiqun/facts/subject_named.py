"""Owners by what a figure is of: goods, zones, trades that grow, those for whom something is found."""

from __future__ import annotations

import re

from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Figure, Span
from jiqun.facts.frame import Frame
from jiqun.facts.subject_topics import Topics
from jiqun.facts.subject_words import (
    AMOUNT,
    KIND_ALONE,
    NOBODY,
    SIZE_CLASS,
    WHOLE,
    ZONE_END,
    ZONE_KIND,
)

_PRODUCT = re.compile(
    rf"(?P<what>(?:[\u4e00-\u9fff]{{2,5}}、){{1,3}}[\u4e00-\u9fff]{{2,4}}[两三四五六七八九十][镇乡县区旗市][\u4e00-\u9fff]{{2,8}}?"
    rf"|[\u4e00-\u9fffA-Za-z]{{2,14}}?|[钢铁铝铜锌糖煤纸盐茶])(?:实现|完成)?(?=的?{AMOUNT})"
)
# Ground and floors, whose area is the zone's: no product.
NO_PRODUCT = re.compile(
    "粮食|^农畜?产品|石膏(?!板)|固废|固体废物|废弃物|资源|粉煤灰|煤矸石|建筑$|滩涂|水域|占地|规划|用地|开发|厂房|建成|建设|(?:种植|养殖|播种|栽培|加工)$|^(?:市场|卖场|商场|展厅|仓储)$|土地|绿化|核心区|本地|区域|国土|行政|新开工|施工|竣工|销售|供热|供暖|供水|播种|经营|营业|落后|淘汰|过剩|总$|^总|新增|^(?:培训|培养|引育)"
)
# A place and what it has: 我市现有|茶园面积.
_HOLDS = re.compile(WHOLE.pattern + "(?:现有|共有|拥有|累计|已有|有)")
# What goes on with a good's name, where that looks like a firm's: 甲热电|材料, 乙电子|元件.
_REST_OF_GOODS = re.compile("材料|产品|制品|设备|器件|元件|部件|组件|薄膜|化学品|添加剂")
# Verbs and prepositions that open no product's name, though a dictionary takes 采暖 and 包装 for verbs, too.
_NO_NOUN = re.compile(
    "推动|推进|提高|提升|扩大|带动|形成|新增|淘汰|压减|实现|建成|确保|完成|保持|稳定|达到|力争|发展|培育|打造|加快|使|将|到|由|从|为|与|和|在|对|其|把|因|受|已|年|且|并|均|各|仅|也|都|有|无|不"
)
# A firm called by its trade, before its goods: 龙头企业|宁恒锰业|电解锰.
_SHORT_FIRM = re.compile("[\u4e00-\u9fff]{2,4}(?<![产行工农企务造])业(?=[\u4e00-\u9fff]{2})")
# Of what grade a capacity is.
_GRADE = re.compile("(?:先进|优质|落后|过剩|有效|低效|高端)$")
# Verbs between who makes a product and the product: 青石县|实现|白酒产能.
_MADE_BY = re.compile(".*(?:实现|完成|压减|淘汰|化解|关停|形成|拥有|生产出|企业(?!产品))")
# Who makes it, by the kind alone: 公司|布匹年产能.
_MAKER_ALONE = re.compile("公司|企业(?!产品)|集团")
# What is done to a capacity, before whose it is.
_CUTS = re.compile("(?:关停|淘汰|压减|化解|削减)+")
# What is made so much of a year, between the pace and the number: 年产电力机车800台、城轨车辆1500辆.
_MADE = re.compile(
    r"(?:年产|年产[^，；。、\d]{2,10}\d[\d.]*[万亿]?[\u4e00-\u9fff]、)(?P<what>(?!值|量|能|业|出)[^，；。、\d达到约近各]{2,10})$"
)
# A platform or centre that is set up, its number behind it.
_PLATFORM = re.compile(
    r"(?:建设|建成|搭建|设立|新建|组建|打造|成立|共建|合建)(?P<what>[^，；。\d]{2,24}?(?:平台|检测中心|服务中心|研究院|服务站))(?:\d{1,2}[个家])?(?=，)"
)
# One that is relied on and serves others: 依托|国家产品质量检验中心|，为企业提供检测服务.
_RELIED = re.compile(
    r"依托(?P<what>[^，；。、\d]{2,24}?(?:平台|中心|研究院|实验室|服务站))，(?:为|向|面向)[^，；。]{2,20}?(?:提供|开展)"
)
# What money is put in for, before a zone's name.
_IMPROVES = re.compile(
    "(?:，)?(?:用于|重点)?(?:完善|新修|修建|铺设|整治|建设|改造|扩建|提升|升级|实施)(?:了)?"
)
# Who pays, before the money.
_WHO_PAYS = re.compile(
    "(?:两级|三级|财政|公司|集团|政府|管委会)(?:累计|共|先后|将|要|再)*(?:投入|投资|出资|安排)(?:了)?$"
)
# What land is taken for, before a zone's name.
_BUILT_ON = re.compile(
    "(?:土地|用地)?，?(?:用于|用来|用以|全力|高标准|规划)?(?:创建|兴建|新建|建设|建立|建起|建成)(?:了)?"
)
# For whom land or plants are found, before the verb: 帮助|四机厂|解决扩建所需的300亩用地.
_FOUND_FOR = re.compile("(?:帮助|协助|帮|为|给|替)$")
_FINDS = re.compile("(?:协调|解决|落实|提供|腾出|争取|安排|调剂)(?:了)?[^，；。]{0,24}$")
# Before the number that each of several is to have: 甲、乙等企业|各建1个工业园.
_SHARED_OUT = re.compile("[、和与][\\d一二两三四五六七八九十]")
_LONGEST_LIST = 160
_EACH_HAS = re.compile(
    "各自?(?:新建|建|创建|培育|打造|形成|引进|设立|组建|布局|安排|投资|出资)(?:成|起|立|设|了)*$"
)
# A trade, and what it does by so much.
_TRADE = re.compile("(?:[\u4e00-\u9fff]{2}(?<![企就创作])业|产业链|集群|板块)$")
_SHARE_OF = re.compile("占比|占[^，；。占]{0,20}?(?:比重|比例|份额)")
_GROWS = re.compile("(?:同比|比上年|逆势|快速)?(?:增长|下降|增|降|上升|回落|下滑)")
# A phrase that grows by so much or has a share, and what is no goods though it stands there.
_GOODS_ALONE = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{3,10}?)(?:同比|比上年)?(?:占比[^，；。\d占比]{0,8}|增长|下降)(?:了|约|近|达|超过?)?$"
)
_NO_GOODS = re.compile(
    "[率量额值数度入资款价速幅本耗电力人员户里元重例比]$|企业|项目|方面|工业$|投资|消费|收入|占|同比|平均|年均|累计|分别|合计|预计|其中|可比|连续|实际|继续|持续|不断|稳步|快速|以上|今年|去年|上年|季度|全年"
)
_WIDENS = re.compile("(?:扩区|扩园|扩容|扩建|[东西南北][拓扩进延]|新征土?地|征地)(?:到|至)?$")
_PHASE = re.compile("[一二三四五六首]期(?P<done>开发|供地|规划)?$")
# Firms that are set to work, of whom the next clauses do not tell: 推动甲、乙两家整车企业扩能.
SET_TO_WORK = re.compile("(?:支持|推动|引导|鼓励|依托|发挥|带动|扶持|协助|帮助|通过|围绕)")


class NamedOwners:
    """Finds whose a figure is where its own clause names goods, a zone or a trade for it."""

    def __init__(
        self,
        frame: Frame,
        phrases: Phrases,
        topics: Topics,
        projects: dict[int, int],
        groups: dict[int, int],
    ) -> None:
        """`projects`, `groups`: spans of the names of projects and of counted groups, end by start."""
        self.frame, self.phrases, self.text, self.topics = frame, phrases, frame.text, topics
        self.projects, self.groups = projects, groups

    def _zone_before(self, left: int, number: int) -> Span | None:
        """A named zone right before its size: 建成甲开发区陶瓷园7.6平方公里, 启动乙工业园三期2000亩征地."""
        phase = _PHASE.search(self.text, left, number)
        wider = _WIDENS.search(self.text, left, number)
        edge = wider.start() if wider else phase.start() if phase else number
        for start in range(max(left, edge - 30), edge):
            if self.phrases.named.get(start) == edge:
                whole = wider or (phase and phase["done"])
                return start, edge if whole else number  # 首期开发1200亩 is the zone's
        return None

    def _grown(self, figure: Figure) -> Span | None:
        """The trade that grows where no measure of it is named, or has a share of all.

        陶瓷产业|增长9%, 化工产业|占比45%; not 工业|增长9%.
        """
        if figure.indicator is None or figure.statistic not in ("growth_rate", "growth_amount", "share"):
            return None
        first, last = figure.indicator
        share = (
            _SHARE_OF.match(self.text, last, figure.numeral.start) if figure.statistic == "share" else None
        )
        if (
            (figure.code != "other" and not share)
            or not _TRADE.search(self.text, first, last)
            or not (share or _GROWS.match(self.text, last, figure.numeral.start))
            or SIZE_CLASS.search(self.text, first, last)
            or not self.phrases.is_topic(first, last)
        ):
            return None
        figure.indicator = share.span() if share else None
        return first, last

    def _goods_alone(self, clause: Span, figure: Figure) -> Span | None:
        """Goods that grow, or have a share, with no measure named: 光伏边框|增长45%, 硅系合金|占比55%."""
        left, right = clause
        if right != figure.numeral.start or figure.statistic not in ("growth_rate", "share"):
            return None
        found = _GOODS_ALONE.match(self.text, self.phrases.trim(left, right)[0], right)
        if (
            found is None
            or _NO_GOODS.search(found["what"])
            or self.phrases.terms.within(*found.span("what"))
            or self.phrases.noun(*found.span("what")) != found.span("what")
            or SIZE_CLASS.search(found["what"])
            or KIND_ALONE.fullmatch(found["what"])
            or NOBODY.match(found["what"])
            or WHOLE.match(found["what"])
        ):
            return None
        return found.span("what")

    def product(self, left: int, figure: Figure) -> Span | None:
        """钢卷尺 of 钢卷尺产量8.5亿只; not of 规划面积15平方公里.

        The indicator is cut to what stands behind it.
        """
        if not figure.indicator or figure.indicator[1] > figure.numeral.start:
            return None
        first, last = self.phrases.trim(left, figure.indicator[1])
        cut = _CUTS.match(self.text, first, last)
        first = cut.end() if cut else first  # 淘汰|限制类铁合金
        found = _PRODUCT.match(self.text, first, max(last, figure.indicator[1]))
        zone = self.phrases.named.get(first)
        if found is None and zone is not None and zone < last:
            found = _PRODUCT.match(self.text, zone, max(last, figure.indicator[1]))
        if (
            found is None
            or NO_PRODUCT.search(found["what"])
            or KIND_ALONE.fullmatch(found["what"])
            or NOBODY.fullmatch(found["what"])
            or _NO_NOUN.match(found["what"])
        ):
            return None
        if WHOLE.fullmatch(found["what"]) or ZONE_KIND.match(found["what"]) or _HOLDS.match(found["what"]):
            return None
        zone_end = self.phrases.named.get(found.start("what"), found.end())
        if zone_end < found.end("what") and _REST_OF_GOODS.fullmatch(self.text, zone_end, found.end("what")):
            zone_end = found.end()  # 碲铋热电|材料: no firm
        if zone_end < found.end("what"):
            figure.indicator = max(figure.indicator[0], found.end()), figure.indicator[1]
            return zone_end, found.end("what")
        if found["what"].endswith("厂设计"):
            figure.indicator = max(figure.indicator[0], found.end()), figure.indicator[1]
            return found.start("what"), found.end("what") - 2
        grade = _GRADE.search(self.text, *found.span("what"))
        if grade and grade.start() - found.start("what") >= 2:
            figure.indicator = grade.start(), figure.indicator[1]
            return found.start("what"), grade.start()  # 煤炭|先进产能
        whose = found["what"].rfind("的") + 1
        verb = _MADE_BY.search(found["what"]) or _MAKER_ALONE.match(found["what"])
        whose = max(whose, verb.end() if verb else 0)
        firm = _SHORT_FIRM.match(found["what"], whose) if whose and verb else None
        whose = firm.end() if firm else whose
        if whose and len(found["what"]) - whose >= 2:
            # 大梨树村的|五味子|种植面积
            figure.indicator = max(figure.indicator[0], found.end()), figure.indicator[1]
            return found.start("what") + whose, found.end("what")
        figure.indicator = max(figure.indicator[0], found.end()), figure.indicator[1]
        return found.span("what")

    def improved(self, figure: Figure) -> Span | None:
        """The zone that money or land is put into, named behind it.

        投入3亿元完善|河东工业园|路网, 征地1000亩创建|浙商工业园; not 占地1000亩.
        """
        if figure.code not in ("investment", "land_area") or not figure.indicator:
            return None
        if _WHO_PAYS.search(self.text, max(0, figure.numeral.start - 12), figure.numeral.start):
            return None  # 区、镇两级|投入3亿元完善…路网
        opens = _IMPROVES if figure.code == "investment" else _BUILT_ON
        verb = opens.match(self.text, figure.numeral.end)
        zone_end = self.phrases.named.get(verb.end()) if verb else None
        if verb is None or zone_end is None or not ZONE_END.search(self.text, verb.end(), zone_end):
            return None
        return verb.end(), zone_end

    def found_for(self, figure: Figure) -> Span | None:
        """The firm that land or plants are found for: 帮助|四机厂|解决扩建所需的300亩用地.

        None where only firms as a kind are named (帮助企业解决用地300亩).
        """
        if figure.unit not in ("mu", "ha", "km2", "m2"):
            return None
        number = figure.numeral.start
        edge = max(number - 60, max(self.text.rfind(mark, 0, number) for mark in "，；。：\n") + 1)
        verb = _FINDS.search(self.text, edge, number)
        if verb is None:
            return None
        for start in range(edge, verb.start()):
            end = self.phrases.named.get(start, 0)
            if edge < end <= verb.start() and _FOUND_FOR.search(self.text, edge, start):
                return start, end
        return None

    def each_has(self, figure: Figure) -> Span | None:
        """Those who are to have so much each: 支持|甲集团、乙公司等大企业|各建1个工业园.

        None where a kind of place alone is named (各市各建1个), which the place around them has.
        """
        number = figure.numeral.start
        edge = max(number - _LONGEST_LIST, max(self.text.rfind(mark, 0, number) for mark in "，；。：\n") + 1)
        verb = _EACH_HAS.search(self.text, max(edge, number - 8), number)
        if verb is None or _SHARED_OUT.match(self.text, figure.numeral.end):
            return None  # 甲、乙两个开发区各引进企业10户和12户
        opens = SET_TO_WORK.match(self.text, edge, verb.start())
        first, last = self.phrases.trim(opens.end() if opens else edge, verb.start())
        named = "、" in self.text[first:last] or self.phrases.named.get(first) == last
        return (first, last) if named else None

    def serves(self, figure: Figure, start: int) -> Span | None:
        """The platform whose services are counted: 建设检测公共服务平台，年服务企业200家次."""
        if figure.code != "service_count":
            return None
        last: Span | None = None
        relied = _RELIED.search(self.text, start, figure.numeral.start)
        if relied:
            last = relied.span("what")
        for found in _PLATFORM.finditer(self.text, start, figure.numeral.start):
            last = found.span("what")
        return last

    def made(self, figure: Figure) -> Span | None:
        """What is made so much of a year, where nobody who makes it opens the clause."""
        if figure.code not in ("production_capacity", "other"):
            return None
        number = figure.numeral.start
        edge = max(self.text.rfind(mark, 0, number) for mark in "，；。：\n") + 1
        output = _MADE.search(self.text, edge, number)
        if output is None or self.topics.clause_head(edge, output.start()):
            return None
        return output.span("what")
