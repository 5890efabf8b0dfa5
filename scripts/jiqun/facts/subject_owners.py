"""Owners: whom the clause around a figure gives it to, and which figures go back to the place."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from jiqun.facts.figure_state import Figure, Span
from jiqun.facts.figure_words import COUNTED_GROUP
from jiqun.facts.subject_named import NO_PRODUCT, SET_TO_WORK, NamedOwners
from jiqun.facts.subject_words import (
    BY_SIZE,
    COUNTED,
    COUNTED_PROJECTS,
    KIND_ALONE,
    NOBODY,
    OF_GROUP,
    PART,
    RELIES_ON,
    SIZE_CLASS,
    WHOLE,
    ZONE_END,
    ZONE_KIND,
)
from jiqun.language.industries import industries

# Verbs between a place and what it adds or gives: 全省|新增|铜产业链贷款60亿元.
_LAYS_OUT = re.compile(r"[^，；。]{0,6}?(?:新增|安排|发放|投放|引进|完成|落实|争取|统筹|新建|建成)")
# How names of goods end that are no trades by name.
_GOODS = re.compile("(?:制品|产品(?<!新产品)|材料|加工|器|件|菇|菌|油|酒|茶|机|(?<![内际地])市场)$")
# The head of a trade's name, taken for what is measured.
_HEAD_ALONE = re.compile("产业|行业|集群|产业链")
# 其中应急车辆2.1万辆: a product among those made.
_PART_OF_OUTPUT = re.compile(
    "其中，?(?P<what>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:年(?=产))?(?:产量|产能|达到?|约|近|有)*$"
)
_SIZE_BEFORE = re.compile("(?:规模以上|规上|限额以上)$")
# What takes in all trades of a place.
_BROAD = (
    "制造业",
    "区工业",
    "市工业",
    "县工业",
    "省工业",
    "州工业",
    "民营经济",
    "实体经济",
    "消费品工业",
    "集群",
    "块状经济",
)
# Verbs of having between a trade and its firms: 造纸包装业|聚集|企业26家.
_GATHERS = re.compile("(?:现|共|已)?(?:聚集|集聚|拥有|现有|有)")
# Firms told by their size or rank.
_CLASS_OF_FIRMS = re.compile(
    r"[\d十百千万亿]+元|[十百千]亿级|专精特新|小巨人|单项冠军|高新技术企业|上市|独角兽|瞪羚"
)
# What trades have a share of.
_OUTPUTS = frozenset(("value_added", "gross_output", "sales_revenue", "revenue"))
# What a place's statistics call so as a whole, and what only a place has.
_OF_PLACE = re.compile(
    r"(?:规模以上|规上)工业(?:企业)?(?:总产值|增加值|产值)|全社会|(?:地区)?生产总值|每万人|一般公共预算|城镇|农村|居民|社会消费品"
    r"|(?:单位|万元)(?:工业)?(?:地区生产总值|GDP|工业增加值)|一般工业固体|主要污染物|绿电|(?:规模以上|规上)?工业(?:企业)?(?:研发|能耗|固废|用电|投资)"
)
_OF_PLACE_ALONE = re.compile("(?:单位|万元)(?:工业)?(?:地区生产总值|GDP|工业增加值)|一般工业固体|主要污染物")
# What a trade does to what its place measures.
_PULLS = re.compile("(?:拉动|下拉|贡献)(?:全[省市县区州])?$")
_OF_OUTPUT = re.compile("占(?:全[省市县区州])?(?:地区)?生产总值")
# What a project has, or will bring once it runs.
_OF_PROJECT = re.compile(
    r"(?:达产|投产|建成|满产|竣工|运营)后|占地|(?<!工业)(?<!建设)用地(?:面积)?(?:约|近)?$|建筑面积"
)
# What a counted group of projects will bring: 产业类项目27个，27个项目全部建成后新增产值66亿元.
_ALL_BUILT = re.compile(r"(?:\d{1,4}[个项]|这些|上述)项目(?:全部)?(?:建成|达产|投产)(?:投产|达产)?后")
# What a trade that is built up has, right behind the clause that builds it.
_OF_BEARER = frozenset(("gross_output", "sales_revenue", "revenue", "profit", "export_value"))
_OF_FIRMS = frozenset(("enterprise_count", "employment"))
_ADDED = re.compile("新增|引进|培育|形成|新建|净增|争取|支持|扶持|有")
# What a product has.
_OF_PRODUCT = frozenset(("production_capacity", "production_volume", "market_share"))
_OWNS_SUPPLY = re.compile(
    "(?:[^企就创]业|集群|链|[园区镇城省市县州旗]|基地|公司|集团|项目|块状经济|领域|板块"
    "|装备|机械|制造|汽车|新材料|家电|医药|电子信息)$"
)
_TRADE_FIRST = re.compile("[^，；。、的]{2,12}?(?:产业集群|产业链|产业|集群)")
# Rates of what comes off a trade, which are of the zone or cluster: 印染|中水回用率.
_OF_WASTE = re.compile("中水|固废|固体废|污水|废水|余热|工业用水")
# What share of a group of projects has come to a stage.
_STAGE_RATE = re.compile("(?:项目)?(?:开复?工|复工|竣工|投产|完工|落地|履约|转化|入库|达产)率")
# What goods have besides, by how goods are called that are no class of statistics.
_OF_SALES = frozenset(("export_value", "sales_revenue", "revenue"))
_SOLD = re.compile("(?<!社会消费)(?:制品|商品|食品|调味品|工艺品|饰品)$")
# What a town makes, by the town's name: 山下湖镇珍珠|销售额.
_TOWN_AND_GOODS = re.compile(
    "(?!全|每|各|专业|重点|特色)[\u4e00-\u9fff]{1,4}(?:(?<![城乡集])镇|街道)[\u4e00-\u9fff]{0,6}"
)
# What has so much of a market: 昌黎干红酒|已占据全国市场份额的三分之一.
_SOLD_TO = re.compile(
    r"(?:目前，?)?(?P<what>(?!产品|其|该)[\u4e00-\u9fff]{2,10}?)(?:已经?|约|就|现)?(?:占(?:据|有|领|到)?|抢占)(?:了)?"
    r"(?:全国|国内|全球|国际|世界|省内|全省|同类产品|同行业)[^，；。\d]{0,8}?(?:市场|份额)"
)
# Projects of a kind before that share: 亿元以上产业项目|开工率.
_RATED_PROJECTS = re.compile(
    r"(?!全[省市县区])[\u4e00-\u9fff]{2,12}?项目(?=(?:开复?工|复工|竣工|投产|完工|落地|履约|入库|达产)率)"
)
# Money that has come to a place, whatever projects brought it: 引进项目15个，到位内资50亿元.
_ARRIVED = re.compile(
    "(?:引进)?(?:省外|市外|县外|区外|境外)?(?:到位|实际(?:到位|利用|使用)|引进(?:内|外|市外|省外)?资|[内外]资(?:实际)?(?:到账|到位))"
)
# A sentence that goes on with the group of the one before: 截至9月底，已开工287个、竣工65个，完成投资.
_COME_SO_FAR = re.compile(
    r"(?:截至[^，。]{2,12}，|目前，?)?(?:已|现已|已经)?(?:累计|全部)?(?:新?开工|开工建设|竣工|投产)\d{1,4}个"
)
# A single project before what has been spent on it: 其中，尧柏特种水泥技改项目|完成投资1.8亿元.
_WORK_BEFORE = re.compile(
    r"(?:^|其中，?|[，；、。])(?P<what>(?!重点|在建|续建|新建|前期|计划|亿元|新开工|签约|产业|各类|全部|这些|上述|一批)[\u4e00-\u9fff]{4,20}?项目)(?:累计|已|共)?完成(?:固定资产)?投资(?:达|约|近)?$"
)
# What all projects of a group have cost so far, behind their stages: …，前期33个；完成投资398亿元.
_SUM_OF_THEM = re.compile("(?:累计|共|已|年度)?完成(?:年度)?投资(?:达|约|近|超过?)?")
# Who builds or leads what is spoken of: 由甲集团投资35亿元建设, 由甲、乙担当链主.
_BY_WHOM = re.compile(
    r"由[^，；。]{2,40}?(?:投资|出资|承建|建设|实施|投建|负责|担当|担任|领衔|运营|开发|独资)"
    r"|由[^，；。]{2,40}?牵头(?=，|$)"
)
# Where something is laid out, which does not have what follows: 在甲、乙开发区布局精深加工.
_LAYS_IN = re.compile(r"在[^，；。]{2,40}?(?:布局|建设|设立|建立|开展|选址)(?![上中方里时期，；。])")
# What a zone works at, of which the next clauses do not tell: 高新区|突出甲、乙两大主导产业，税收….
_WORKS_AT = re.compile("(?:重点)?(?:突出|主攻|聚焦|围绕|立足|瞄准|紧扣)|重点发展")
# The zone that is laid out there, of which the next clauses tell: 在甲开发区建设|蛋品产业园|，规划面积.
_LAID_OUT = re.compile(
    r"在[^，；。]{2,24}?(?:规划|布局|选址|高标准|加快)*(?:建设|新建|兴建|设立)(?P<what>(?!一批|若干|\d)[\u4e00-\u9fff]{3,16}?(?:园区?|基地|小镇|开发区))，?$"
)
_OF_NEW_ZONE = frozenset(("land_area", "floor_area", "enterprise_count", "production_capacity", "investment"))
_FIRMS = re.compile("(?:公司|集团|厂|企业)$")
# What such a firm goes on with itself: 支持甲公司组建技术中心，每年…; 支持乙集团组建联盟，带动….
_OWN_CENTRE = re.compile(
    "(?:组建|建立|建设|建成|设立)[^，；。]{0,16}(?:技术中心|研发中心|研究院|实验室|工程中心)"
)
_SETS_UP = re.compile(
    "(?:与|同|联合|会同|携手)[^，；。]{2,30}?(?:设立|组建|共建|建立|合建|成立|创建)[^，；。]{0,20}?(?:中心|实验室|基地|平台|研究院|研究所|联合体|联盟)，?$"
)
_THIS_FIRM = re.compile("该(?:公司|企业|集团|厂)")
_MADE_THERE = frozenset(("product_count", "patents", "project_count", "standard_count", "other"))
# What an institute has of its research.
_RESEARCH = re.compile(
    "(?:攻克|突破|转化|攻关|申请|授权|获得|完成)?(?:发明|关键|核心|科技|技术)*(?:专利|技术|成果|标准)"
)
_DRAWS = re.compile("(?:带动|吸引)")
# What stands between a size and what it is of: 占地1200亩、总投资48亿元|的|应急装备产业园.
_OF_WHAT = re.compile(r"(?:、总?投资[\d.]+[万亿]*(?:美)?元)?的")


class Owners(NamedOwners):
    """Finds whose a figure is in its own clause."""

    def _is_modifier(self, found: Span, figure: Figure) -> bool:
        """Whether a trade only tells which firms are counted: 黑茶|加工企业180家; not 黑茶产业企业180家."""
        if figure.code != "enterprise_count" or figure.indicator is None or found[0] in self.phrases.named:
            return False
        return (
            figure.indicator[1] > found[1]
            and self.text.endswith(("企业", "户"), *figure.indicator)
            and re.fullmatch("[\u4e00-\u9fff]{0,6}", self.text[found[1] : figure.indicator[0]]) is not None
            and not _GATHERS.match(self.text, found[1])
            and not self.phrases.is_place(*found)
            and not WHOLE.match(self.text, *found)
            and not re.search("(?:产业|行业|集群|链|[园区镇]|街道|制造业|工业)$", self.text[slice(*found)])
        )

    def _with_size(self, left: int, figure: Figure) -> None:
        """Let the name of an indicator begin with the class of firms by size before it: 规上工业亩均税收.

        Such a class is nobody's name: the figure is the place's, the zone's or the trade's. 规上工业增加值
        has it already; 规上企业72户 counts it.
        """
        if not figure.indicator or figure.indicator[1] > figure.numeral.start or figure.unit == "1":
            return
        first, last = figure.indicator
        for found in BY_SIZE.finditer(self.text, left, first):
            if re.fullmatch("[\u4e00-\u9fff]*", self.text[found.end() : first]):
                figure.indicator = found.start("size"), last
                return

    def of_clause(self, clause: Span, anchor: int, figure: Figure) -> Span | None:
        """The topic of one clause before a figure; `anchor` is where what the figure is of begins."""
        left, right = clause
        number = figure.numeral.start
        part = _PART_OF_OUTPUT.match(self.text, left, number) if figure.code in _OF_PRODUCT else None
        if part:
            return part.span("what")
        goods = self._goods_alone(clause, figure)
        if goods:
            return goods
        if not (left <= anchor < right or right == anchor == number):
            return self._before(clause, figure)
        grown = self._grown(figure)
        if grown:
            return grown
        self._with_size(left, figure)
        sold = _SOLD_TO.match(self.text, left, number) if figure.code == "market_share" else None
        if sold and self.phrases.noun(*sold.span("what")) == sold.span("what"):
            return sold.span("what")
        if figure.unit in ("km2", "mu", "ha", "m2"):
            zone = self._zone_before(left, number)
            if zone:
                return zone
        narrow = self.product(left, figure)
        if narrow:
            return narrow
        first, _ = self.phrases.trim(left, anchor)
        rated = _RATED_PROJECTS.match(self.text, first, number)
        if rated and figure.indicator and figure.indicator[0] <= rated.end() < figure.indicator[1]:
            figure.indicator = rated.end(), figure.indicator[1]
            return rated.span()
        kind = ZONE_KIND.match(self.text, first, anchor) if figure.code in _OF_PRODUCT else None
        if kind and kind.end() < anchor and first not in self.phrases.named:
            return kind.span()  # 集群|纸品年生产能力
        found = self.topics.clause_head(left, anchor)
        if (
            found
            and figure.unit == "1"
            and "、" in self.text[slice(*found)]
            and not _DRAWS.match(self.text, found[1])
            and not _GATHERS.match(self.text, found[1])
        ):
            found = None
        whole = WHOLE.match(self.text, *found) if found else None
        if found and whole and whole.end() < found[1] and self._is_modifier((whole.end(), found[1]), figure):
            found = whole.span()  # 全县|海产品加工企业85家
        elif found and self._is_modifier(found, figure):
            found = None
        projects = COUNTED_PROJECTS.match(self.text, *self.phrases.trim(left, right))
        if projects and figure.indicator and figure.indicator[0] <= projects.end("what") < number:
            found = projects.span("what")
            if projects.end("what") < figure.indicator[1]:
                figure.indicator = projects.end("what"), figure.indicator[1]
        if found is None and figure.indicator and figure.indicator[0] == anchor:
            found = self._inside_indicator(left, figure)
        if (
            found
            and self.topics.is_office(found)
            and figure.indicator
            and _ARRIVED.match(self.text, figure.indicator[0])
        ):
            found = None  # 县招商局|引进到位资金: the place's
        near = self._near(left, anchor, figure)
        if (
            found
            and figure.code == "local_supply_rate"
            and figure.indicator
            and self.text.endswith("配套率", *figure.indicator)
            and found[0] not in self.phrases.named
            and not self.phrases.is_place(*found)
            and _OWNS_SUPPLY.search(self.text, *found) is None
        ):
            found = None
        if near and figure.indicator:
            size = _SIZE_BEFORE.search(self.text, left, near[0])
            if size or SIZE_CLASS.fullmatch(self.text, *near):
                figure.indicator = size.start() if size else near[0], figure.indicator[1]
                near = None
        if found is None and near is None:
            first, _ = self.phrases.trim(left, right)
            whole = WHOLE.match(self.text, first, right)
            return whole.span() if whole and not self.topics.is_towards(left) else None
        if (
            near
            and found
            and (WHOLE.fullmatch(self.text, *found) or self.topics.is_lender(found))
            and _LAYS_OUT.fullmatch(self.text, found[1], near[0])
        ):
            return found  # 全省新增铜产业链贷款
        return self._with_head(near if near and (found is None or found[1] <= near[0]) else found, figure)

    def _with_head(self, found: Span | None, figure: Figure) -> Span | None:
        """A trade with the head of its name, where that is taken for what is measured: 化工产业|占比达45%."""
        if (
            found is None
            or figure.indicator is None
            or found[1] != figure.indicator[0]
            or _HEAD_ALONE.fullmatch(self.text, *figure.indicator) is None
            or not self.text.startswith("占", figure.indicator[1])
        ):
            return found
        last = figure.indicator[1]
        figure.indicator = (last, last + 2) if self.text.startswith("占比", last) else None
        return found[0], last

    def _before(self, clause: Span, figure: Figure) -> Span | None:
        """The topic of a clause before the one that a figure stands in; None where others act there."""
        left, right = clause
        number = figure.numeral.start
        if self.text.startswith(("将", "把"), left) and not self.text.startswith("将于", left):
            return None
        laid = _LAID_OUT.match(self.text, left, right) if figure.code in _OF_NEW_ZONE else None
        if laid:
            return laid.span("what")
        if _BY_WHOM.match(self.text, left, right) or _LAYS_IN.match(self.text, left, right):
            return None
        joined = self._joined_firm(left, right, figure)
        if joined:
            return joined
        shared = figure.code in ("equipment_count", "service_count")
        if figure.indicator and (shared or _RESEARCH.match(self.text, figure.indicator[0])):
            founded = self.topics.founded_together(left, right)
            if founded:
                return founded
        found = self.topics.clause_head(left, right)
        if found and self.topics.is_lender(found) and self.text[found[0] - 1] in "与同和":
            return None  # 与农村信用联社|合作，新增贷款8亿元
        counts = figure.code in _OF_FIRMS and not _ADDED.search(self.text, right, number)
        if (counts or figure.code in _OF_BEARER) and (found is None or self.topics.is_whole(found)):
            built = self.topics.trade_built(found[1] if found else left, right)
            if built:
                return built
        if found and figure.code != "production_capacity" and self._is_set_to_work(left, found, number):
            return None
        counted = COUNTED_GROUP.search(self.text, left, right)
        if counted and found and _WORKS_AT.match(self.text, found[1]):
            return found
        if counted and RELIES_ON.match(self.text, left, counted.start()):
            return found if found and found[1] <= counted.start() else None
        if counted and (
            self.topics.brings_in(left, right) or self._is_set_to_work(left, counted.span(), number)
        ):
            return found
        if counted and (found is None or found[1] <= counted.start()):
            return self.topics.with_members(left, counted.span())
        return found

    def _joined_firm(self, left: int, right: int, figure: Figure) -> Span | None:
        """The firm that sets up a centre with somebody, and what it makes there:
        支持|甲公司|与某大学联合设立研发中心，累计开发新产品50种; what a centre does for others is its own.
        """
        verb = SET_TO_WORK.match(self.text, left, right)
        end = self.phrases.named.get(verb.end(), 0) if verb else 0
        alone = _THIS_FIRM.match(self.text, verb.end(), right) if verb else None
        known = self.topics.named_before((alone.start(), alone.end())) if alone else None
        if alone and known and figure.code in _MADE_THERE and _SETS_UP.match(self.text, alone.end(), right):
            return known
        if verb is None or not verb.end() < end < right or figure.code not in _MADE_THERE:
            return None
        if self.text.endswith(("大学", "学院", "学校", "研究院", "研究所"), verb.end(), end):
            return None
        return (verb.end(), end) if _SETS_UP.match(self.text, end, right) else None

    def _is_set_to_work(self, left: int, found: Span, number: int) -> bool:
        """Whether a clause only tells which firms are supported, of whom that with the number does not.

        A lender or school set to work is told of, and so is a firm that sets up a centre or draws others.
        """
        if not SET_TO_WORK.match(self.text, left, found[0]) or not _FIRMS.search(self.text, *found):
            return False
        own = self.text.rfind("，", found[1], number) + 1
        return not _OWN_CENTRE.search(self.text, found[1], number) and not _DRAWS.match(self.text, own)

    def works(
        self, figure: Figure, start: int, number: int, owned: bool, head: Span | None = None
    ) -> Span | None:
        """The project or counted group of projects that a figure of land, money or output is of.

        `head` is whom its clauses name: a place or a kind of zone behind 投产后 has the figure itself.
        """
        owner = _OF_WHAT.match(self.text, figure.numeral.end)
        if owner and figure.code in OF_GROUP:
            # 占地220亩的智能工厂
            if owner.end() in self.projects:
                return owner.end(), self.projects[owner.end()]
            firm_end = self.phrases.named.get(owner.end())
            if firm_end in self.projects:
                return firm_end, self.projects[firm_end]  # 占地220亩的|甲公司|智能工厂
            if firm_end is not None:
                return owner.end(), firm_end
        work = _WORK_BEFORE.search(self.text, max(start, number - 36), number)
        if work and WHOLE.match(work["what"]) is None and SIZE_CLASS.search(work["what"]) is None:
            return work.start("what"), self.projects.get(work.start("what"), work.end("what"))
        arrived = figure.indicator is not None and _ARRIVED.match(self.text, figure.indicator[0]) is not None
        stage_rate = figure.indicator is not None and _STAGE_RATE.match(self.text, figure.indicator[0])
        if figure.code in OF_GROUP or figure.code == "project_count" or stage_rate:
            left = bisect_right(self._group_starts, number) - 1
            edge = self.text.rfind("\n", 0, start) + 1 if self.text.startswith("其中", start) else start
            if _COME_SO_FAR.match(self.text, start):
                edge = max(self.text.rfind(mark, 0, max(start - 1, 0)) for mark in "。\n") + 1
            if left >= 0 and self._group_starts[left] >= edge:
                found = self._group_starts[left]
                between = self.text[self.groups[found] : number]
                if arrived and not self.text.endswith("其中", edge, found):
                    return None
                nearest = bisect_right(self._project_starts, number) - 1
                if nearest >= 0 and self._project_starts[nearest] > found:
                    single = self._project_starts[nearest]
                    of_it = self.text[self.projects[single] : number]
                    if "；" not in of_it and "。" not in of_it and "、" not in of_it:
                        return single, self.projects[single]
                gap = between.split("其中")[0].rstrip("；")
                if ("；" not in gap or _SUM_OF_THEM.fullmatch(gap.rsplit("；", 1)[1])) and (
                    figure.code in OF_GROUP or stage_rate or "其中" in between
                ):
                    return found, self.groups[found]
        edge = max(start, number - 40)
        edge = max(edge, self.text.rfind("；", edge, number) + 1)
        all_built = _ALL_BUILT.search(self.text, edge, number)
        if all_built:
            left = bisect_right(self._group_starts, all_built.start()) - 1
            if left >= 0 and self._group_starts[left] >= start:
                return self._group_starts[left], self.groups[self._group_starts[left]]
        of_project = _OF_PROJECT.search(self.text, edge, number)
        if (
            of_project
            and head is not None
            and start <= head[0] < of_project.start()
            and self.text.endswith("项目", *head)
            and "、" not in self.text[slice(*head)]
        ):
            return head  # 变压器扩建项目|占地320亩，达产后: spoken of again by a part of its name
        if of_project and not self._is_wider(head, of_project.end()):
            left = bisect_right(self._project_starts, number) - 1
            # A sentence that has had a figure of someone's own goes on with it.
            reach = start if owned else max(start - 120, 0)
            reach = max(reach, self.text.rfind("\n", reach, number) + 1)
            if left >= 0 and self._project_starts[left] >= reach:
                return self._project_starts[left], self.projects[self._project_starts[left]]
        return None

    def _is_wider(self, head: Span | None, once_running: int) -> bool:
        """Whether whom a clause names is a place or a kind of zone that runs more than one project.

        项目投产后，|集群|年产能可达30万吨, 项目建成后，|全县|将新增产值; not 项目投产后，|公司|年产值.
        """
        return (
            head is not None
            and head[0] >= once_running
            and (ZONE_KIND.fullmatch(self.text, *head) or WHOLE.fullmatch(self.text, *head)) is not None
        )

    @cached_property
    def _project_starts(self) -> list[int]:
        return sorted(self.projects)

    @cached_property
    def _group_starts(self) -> list[int]:
        return sorted(self.groups)

    def _inside_indicator(self, start: int, figure: Figure) -> Span | None:
        """A subject read as part of the indicator: 静宁工业园区 of 静宁工业园区建成区扩展到8.4平方公里.

        The indicator is cut to what stands behind it.
        """
        assert figure.indicator is not None
        end = min(figure.indicator[1], figure.numeral.start)
        found = self.topics.clause_head(start, end)
        if (
            found is None
            or found[1] >= end
            or not (
                self.topics.hands_on(found)
                or found[0] in self.phrases.named
                or ZONE_KIND.fullmatch(self.text, *found)
                or ZONE_END.search(self.text, *found)
                or self.text.endswith(("中心", "厂", "平台", "车间", "电站"), *found)
            )
            or found[0] > figure.indicator[0]
        ):
            return None
        rest = self.phrases.trim(found[1], end)
        if rest[1] - rest[0] >= 2:
            figure.indicator = rest
        return found

    def _near(self, start: int, anchor: int, figure: Figure) -> Span | None:
        """The trade or product right before the indicator: 绿色石化产业 of 全市力争绿色石化产业产值达到."""
        if not figure.indicator or figure.indicator[0] != anchor or figure.unit == "1":
            return None
        if self.topics.is_towards(start) or _OF_WASTE.match(self.text, anchor):
            return None
        supply = figure.code == "local_supply_rate" and self.text.endswith("配套率", *figure.indicator)
        words = self.phrases.words
        left = anchor
        for index in reversed(words.between(start, anchor)):
            if words.ends[index] != left or self.phrases.breaks(index):
                break
            left = words.starts[index]
        left, right = self.phrases.trim(left, anchor)
        if left - 1 in self.projects:
            left -= 1  # 年|产5亿只薄膜电容器项目
        if right != anchor or right - left < 2 or self.text[left] in "为向给":
            return None  # 三年累计为中小企业担保贷款
        if (
            KIND_ALONE.fullmatch(self.text, left, right)
            or WHOLE.match(self.text, left, right)
            or NO_PRODUCT.fullmatch(self.text, left, right)
        ):
            return None
        if supply and _OWNS_SUPPLY.search(self.text, left, right) is None:
            first, _ = self.phrases.trim(start, anchor)
            whose = _TRADE_FIRST.match(self.text, first, anchor)
            return whose.span() if whose else None  # 机电产业|关键零部件本地配套率, 铸件本地配套率
        if self.phrases.is_subject(left, right) and (
            self.phrases.is_topic(left, right)
            or self._has_share(left, right, start, figure)
            or (PART.match(self.text, start) and self._is_made(left, right))
            or _TOWN_AND_GOODS.fullmatch(self.text, left, right)
            or (figure.code in _OF_SALES and _SOLD.search(self.text, left, right))
            or (figure.code in _OF_PRODUCT and left == self.phrases.trim(start, anchor)[0])
        ):
            return left, right
        return None

    def _has_share(self, left: int, right: int, start: int, figure: Figure) -> bool:
        """Whether trades in short open a clause and have a share of an output: 煤焦冶电|增加值占规上工业."""
        return (
            figure.statistic == "share"
            and figure.code in _OUTPUTS
            and left == self.phrases.trim(start, right)[0]
            and not self.text.endswith(("产品", "加工", "工业", "企业"), left, right)
            and NOBODY.match(self.text, left, right) is None
            and SIZE_CLASS.search(self.text, left, right) is None
        )

    def _is_made(self, start: int, end: int) -> bool:
        """Whether a part of an output names what is made or grown: 其中|竹制品加工|产值, 其中|香菇|出口."""
        printed = self.text[start:end]
        return _GOODS.search(printed) is not None or bool(industries().find(printed))

    def speaks_of_place(self, topic: Span, figure: Figure) -> bool:
        """Whether a figure leaves a group of firms or a trade for the place: 规上工业…，全社会研发投入…."""
        assert figure.indicator is not None
        if _PULLS.search(self.text, max(figure.indicator[0] - 6, 0), figure.indicator[0]):
            return False  # 陶瓷产业增长9%，拉动|规模以上工业增加值|增长2.1个百分点
        of_place = _OF_PLACE.match(self.text, figure.indicator[0]) is not None
        if COUNTED.search(self.text, *topic) and of_place:
            return True  # 建设三大工业园区，去年规模以上工业增加值超过20亿元
        whole = WHOLE.match(self.text, *topic)
        if whole and whole.end() < topic[1] and ZONE_KIND.search(self.text, whole.end(), topic[1]):
            # Zones have an industrial output of their own; clusters have no statistics of energy and waste.
            use = self.text.endswith("集群", *topic) and _OF_PLACE_ALONE.match(self.text, figure.indicator[0])
            return bool(use) or self._counts_for_place(figure, topic)
        if whole and whole.end() < topic[1]:
            # 全区制造业增加值占比达到24%，形成千亿级集群6个
            per_output = _OF_OUTPUT.search(self.text, figure.indicator[0], figure.numeral.start)
            is_research = figure.code == "rd_intensity" and per_output is not None
            return of_place or is_research or self._counts_for_place(figure, topic)
        if whole is None:
            is_trade = topic[0] not in self.phrases.named and self.phrases.is_topic(*topic)
            return of_place and is_trade and not self.topics.hands_on(topic)
        return of_place or (
            _OF_OUTPUT.search(self.text, figure.indicator[0], figure.numeral.start) is not None
        )

    def _counts_for_place(self, figure: Figure, topic: Span | None) -> bool:
        """Whether a count is of clusters, zones or a class of firms, which a place has, not its industry.

        A trade has firms of a class itself: 全省铜产业…培育百亿元企业12户.
        """
        if figure.indicator is None or figure.unit != "1":
            return False
        edge = max(self.text.rfind(mark, 0, figure.indicator[0]) for mark in "，；。：") + 1
        if PART.match(self.text, edge) and figure.code != "cluster_count":
            return False
        if figure.code in ("cluster_count", "park_count"):
            return True
        if topic is not None and not self.text.endswith((*_BROAD, "企业"), *topic):
            return False
        printed = self.text[max(figure.indicator[0] - 12, edge) : figure.indicator[1]]
        return figure.code == "enterprise_count" and _CLASS_OF_FIRMS.search(printed) is not None

    def is_trade_aside(self, topic: Span, opening: Span, figure: Figure) -> bool:
        """Whether a count of clusters or of firms by their size leaves the trade named last for the place.

        全市…，数字经济增加值占比达到12%，纳税过1亿元的企业达30家; not 汽车产业产值90亿元，企业30家.
        """
        if (
            figure.indicator is None
            or figure.unit != "1"
            or not self.topics.is_whole(opening)
            or opening == topic
        ):
            return False
        if self.topics.hands_on(topic) or topic[0] in self.phrases.named or not self.phrases.is_topic(*topic):
            return False
        return self._counts_for_place(figure, None)
