"""The clusters table: named agglomerations: clusters, bases, parks, regions, chains, pillar industries.

A clause is read from its last head noun (产业集群, 工业园, 支柱产业 …) to its first. What stands before a
head is a list that shares it, where 等, a count or a coordination says so, else one name. A name begins
behind the last word that no name holds (`Words.name_start`); it is a row only where something in it tells it
from others: a trade, a place, a proper noun.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from jiqun import codes
from jiqun.facts.claims import Claims
from jiqun.facts.cluster_status import status_of
from jiqun.facts.coordination import DEPENDENT, split_members
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.table_cells import find_tables
from jiqun.language import vocabulary
from jiqun.language.industries import industries
from jiqun.language.places import NATION, Place
from jiqun.language.words import OF_NAMES, PROCESSES, Words, breakers
from jiqun.patterns import quick
from jiqun.tables import Cluster

_ZONE_TRADE = (
    "高新技术产业|高技术产业|经济技术|经济合作|边境经济|高新技术|台商投资|出口加工"
    "|农业科技|自由贸易|工业|经济|高新|旅游|综合|产业|自贸|保税|农业|生态"
    "|创新|转型|物流|化工|承接产业转移|重点开发开放|开发开放|跨境电商综合|跨境电子商务综合"
)
_PARK_TRADE = (
    "高新技术产业|产业|工业|科技|软件|物流|创业|农业|(?<![煤盐氟硅磷油])化工|科创|创新|创意"
    "|文创|循环经济|低碳|双创|数字经济|总部经济|信息|民营"
)
# The printed head decides the kind; a name's own words (trade, place) stay outside the match.
HEAD = quick(
    "(?P<subcluster>产业集群和子集群|(?:产业)?子集群)"
    "|(?P<cluster>(?:企业|制造业|先进制造业)?产业集群(?!协同区|核心区|基地[县市区]|示范[县市区]|区(?!域|内|位|别))|制造业集群|产业化集群|产业群(?!体)|集群(?!化|基地[县市区]|示范[县市区]|效应|发展|式|区|内|中|企业|规模|经济|注册|招商))"
    "|(?P<chain>产品链(?!条|长|式)|子?产业链(?!条|长|式|上|链[长主]|专班|企业|供应链|接|延|群|招商|图谱|党建)|(?<![强补延建壮锁拉全应值冷])链(?=[、，；。）等]))"
    "|(?P<base>(?:先进制造业|装备制造业|制造业|高技术产业|高新技术产业|产业化|生产|加工|制造|产业|工业|出口)*基地(?![县市]))"
    f"|(?P<park>(?:{_ZONE_TRADE}|(?:融合|协同|联动|一体化|绿色|转型|振兴)发展(?=试验区|实验区|示范区))*(?:开发区|投资区|实验区|试验区|示范区|合作区|保税港区|保税区|先导区|(?:出口)?加工区|贸易区)"
    "|高新区|经开区|综保区|自贸区|新区(?!域)"
    f"|(?:{_PARK_TRADE})*(?:园区|产业园区?|工业园区?|科技园区?|物流园区?|软件园区?|创业园区?|(?<![煤盐氟硅磷油])化工园区?|创意园区?|农业园区?|循环经济园区?)"
    "|(?:工业|产业|化工|企业|物流|服务业|先进制造业)*(?:集中区|集聚区|聚集区|功能区)(?!域)|(?:工业|产业)小区|(?:工业|产业|企业)(?:集中|集聚|聚集)点|(?<!老)工业区|产业区(?!域|块|位)|工贸区|化工区"
    "|(?:工业|生物|医药|汽车|科技|产业|智造|光电|服装|纺织|家具|陶瓷|五金|机电|石化|航空|食品|泡菜|笋竹|白酒|光伏|新材料|钢构)城(?![镇市区乡关里建])"
    "|(?:科技|产业|企业|医药|软件|创新)*加速器(?![理项装物])|(?:医药|科技|科创|信息|软件|数字)港(?![口区湾元务资])"
    "|(?:科技|产业|工业|智慧)新城|科学城|小镇|片区|港区|谷(?!食品|科技|集团|公司|股份|实业|农业|矿业|化工|能源|电子|新材料|生物|药业|制药|机械|建设|置业|物流|[粮物城酒类雨])|(?<![果桃橘橙柚梨枣茶桑花菜萄枝柿莓李杏蔗菇苗乐入进出驻退我一二两三四五六七八九十多])"
    "园(?![林艺丁长主地景舍方中田圃外]))"
    "|(?P<growth_region>(?:工业|产业)廊?带(?!动)|走廊|(?:重点|新增长|增长)区域)"
    "|(?P<pillar_industry>(?:支柱|主导|优势|特色)(?:性|传统|新兴|富民)?产业(?!集群|基地|园|链|带|群|集聚|体系|化))"
)
# The characters that every head ends in or near; its expression runs around them only.
_ANCHOR = quick(
    "[群链园谷廊区镇城]|[中聚集]点|基地|业带|加速器|[药技创息件字]港|导产业|导性产业|柱产业|柱性产业|统产业|兴产业|民产业|势产业|势性产业|色产业|色性产业"
)
_REACH = 24
# A list of names is not longer; it keeps the work linear where a text has no marks.
_LONGEST_LIST = 300
_CLUSTER_END = re.compile("(?:产业)?集群$|产业群$")
_BRACKETS = re.compile("[（(].*?[）)]")
# A quotation mark before a count is none: 化工、建材“两大支柱产业”.
_EDGE = re.compile(r"[，；。：！？”《》 |■□①-⑳]|“(?![一二两三四五六七八九十\d]+[大个])|——|其中")
# The number of a member in a roll that runs on in one line: 开封产业集聚区|2.|新乡产业集聚区.
_RUN_IN = quick(r"\d{1,2}[.．](?=[\u4e00-\u9fff])")
_TITLE = re.compile(r"《[^《》]{2,60}》")
_NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})"
# 等12个千亿, 四大优势, 两个: what may stand between a list and its head.
_MODIFIER = (
    "(?:国家级|省级以上|省级|市级|县级|镇级|世界级|[一二两三五八]?[十百千万]亿元?级?|\\d+亿元?级?|重点|成长型|传统|新兴|战略性|特色|优势|装备|原材料"
    "|创新型|先进|龙头|主导|支柱|示范|培育型|标志性|骨干|现代|高端|县域|块状|新型|地标性?|支撑性|先导性|基础性|外向型|劳动密集型|专业|细分|核心|工业|大型|优先|关键|主要|重大|未来|临港|生态|循环经济|循环|绿色)"
)
_LIST_TAIL = quick(
    rf"(?P<et>等)?(?:其他|[几多数]个|若干个?|一批|一系列|系列)?(?P<count>(?P<number>{_NUMBER})(?:个|大|条|家|类|处|座))?(?P<modifiers>{_MODIFIER}*)"
    r"(?:(?<=级)(?:(?:营收|产值|收入)?规模)?的)?$"
)
# A count and what kind of zones it counts: 等4个|乡镇.
_COUNTED_TAIL = re.compile(
    rf"(?P<et>等)?(?P<count>(?P<number>{_NUMBER})(?:个|大|条|类))(?P<modifiers>(?:(?!园|区|基地|集群)[\u4e00-\u9fff]){{1,8}})$"
)
# What sort of trades a list was of: 等|海洋|传统.
_OF_A_SORT = re.compile(
    rf"(?P<et>等)(?P<count>(?P<number>{_NUMBER})(?:个|大|条))?"
    rf"(?P<modifiers>{_MODIFIER}*(?:海洋|涉海|农业|现代农业|服务业|现代服务业|制造业|先进制造业|实体){_MODIFIER}*)$"
)
# Behind a list of places, what they all make: 等|百亿级|装备制造|特色.
_SHARED_TRADE = re.compile(
    rf"(?P<et>等)(?P<count>(?P<number>{_NUMBER})(?:个|大))?(?:地区|县区|县市|市县|市|县|区|地)?"
    r"(?P<modifiers>(?:国家级|[省市县]级|[一二两三五八\d]*[百千万]?亿元?级?|重点|成长型)*)(?P<own>[\u4e00-\u9fff]{2,8}?)(?P<sort>(?:特色|优势)?)$"
)
_GREAT = re.compile(r"[\d一二两三四五六七八九十]大")
_COUNTED_MEMBER = re.compile(rf"{_NUMBER}[个大条家批]")
_TIER = re.compile(_MODIFIER + "+")
# Ranks, which are never part of a name: 千亿级新能源产业集群. Others may be (现代煤化工, 特色农产品).
_RANK = quick(
    "(?:国家级|自治区级|省级以上|省级|市级|县级|镇级|世界级|(?:[五百千万两三四六七八九]|\\d)+亿元?级?|重点|成长型|标志性|培育型|骨干|全国性|区域性)+"
)
_OF_RANK = re.compile("(?:国家级|[省市县]级)")
# Modifiers that are a trade of their own where no 等 and no count parts them from the list:
# 衡阳输变电装备产业集群.
_MAY_BE_TRADE = re.compile("装备|原材料|工业|生态|循环|绿色|龙头|核心|临港|未来|高端|先进|现代")
_COUNTED = re.compile(
    rf"(?:{_NUMBER}|[几数多若]干?)(?:余|多)?(?:个|条|家|类|处|座|批|片|万?亩)$|(?:一批|若干|多个|一些|每个|各类|各个|两个|首个|本)$"
)
# One thing that is built: 建|一个|绿色船舶配套基地.
_BUILDS_ONE = re.compile("(?:建|建设|建成|新建|拟建|筹建|规划|打造|培育)了?一[个座处]$")
# 平果|年产500万吨|再生铝产业园.
_YEARLY = re.compile("[年日](?:产|处理|加工)?$")
# Two that act together, a division and a zone's office.
_DIVISION_AND = re.compile("[^、]{1,12}[县市区省][与和]")
_BUILT = re.compile("(?:建[了成]?)?一[个座处]|建(?:国家级|[省市县]级)|建")
_BUILDS = re.compile("(?:分别|共同|规划|重点|加快|新)?(?:建设|发展|打造|布局|建立|建成|培育|建)$")
_QUOTED = re.compile("“[^“”，。、；]{2,6}”$")
# 西区、南区两个园区 name sides of one zone.
_SIDE = re.compile("[东西南北中老新]{1,2}(?:部)?[区片园]?")
_LINE_ENDS = re.compile("[ \t　]*(?:[\n|；;。]|$)")
# 电解铝就地转化, 中成药研发生产: of the verbs that break, those that a trade's name holds.
_DONE_WITH_GOODS = PROCESSES | {"转化", "改造"}
_NO_ROLL = re.compile("[、，：“”的]|[关超过达]千亿|做[强大优]")
_STRONG_JOINT = re.compile("、|以及")
# Behind a head of its own: 甲产业集群（基地）、.
_OWN_HEAD_ENDS = re.compile("(?:（[^（）]{1,12}）)?(?:、|以及)")
# A tier inside a name: 新一代信息技术|500亿级|产业集群.
_TIER_INSIDE = re.compile("(?:\\d{1,4}|[一二两三五八]?[百千万])亿元?级?")
_POST_INSIDE = re.compile(
    "董事长|总经理|经理|书记|主任|局长|市长|县长|区长|总监|厂长|院长|校长|会长|秘书长|教授|记者"
)
_IS_ZONE = re.compile("(?:开发区|高新区|园区|集聚区|经开区)$")
_COLUMN_OF_NAMES = re.compile("(?P<kind>产业集群|产业链)(?:名称)?")
_NO_TRADE_LEFT = re.compile(
    "(?:县域|区域|特色|优势|重点|骨干|先进|现代|新兴|战略性|制造业|中小企业|专项)*(?:产业集群|集群|产业园|园区|基地|产业链)"
)
_WEAK_JOINT = re.compile("和|及|与|暨")
_LEADING_JOINT = re.compile("(?:以及|和|与|及)(?=[^、，]{2,}、)")
_COUNT_WITHIN = re.compile(rf"(?:{_NUMBER}|[多数几])(?:个|家|座|条|处|批)")
_INCLUDING = re.compile("不?含|包括|即|原")
_ALSO_CALLED = re.compile("即|又[名称]|[亦也]称|简称|以下简称|下称")
_JOINT = re.compile("、|以及|和|及|与|暨")
_GOES_ON = ("、", "和", "及", "与", "以及", "（", "等")
_COMPLEMENT = quick(
    "(?:(?:打造|建设|发展|培育)成(?![都渝])|建成为|建成了?全|升级为|打造为|建设为|创成|创建为?国家|壮大成|提升为|成长为|形成为|争创|列为|列入|获评为?|荣获|荣膺|跻身|评为|认定为|命名为|授予(?![^，；。]{2,40}等(?:\\d+|[一二三四五六七八九十]+)[个家])|誉为|称为|申报|入选|成为|作为|转变为|变成|(?:是|系)(?=国家|全国|中国|首批|全省))[^，；。]*$"
)
# 已成为甲集群的重要组成部分 names a cluster that is there.
_HAS_BECOME = re.compile("已经?(?:迅速|快速|逐步|逐渐)?成为[^，；。]{0,10}$")
_PART_OF = re.compile("的[^，；。]{0,6}(?:部分|成员|一员|载体|环节)")
_TOWARDS = re.compile("向[^，；。]*$")
_TURNS = re.compile("(?:转变|迈进|进军|挺进|转型|升级|跨越|迈上)")
_PRAISED_AMONG = re.compile("(?:最大|一流|重要|领先|知名|著名|有影响力?|影响力|竞争力)的?$")
_PRAISED = re.compile(
    f"{_PRAISED_AMONG.pattern}|"
    "(?:打造|建成|是|为)(?:全国|国内|世界|国际|全球|全省|我国|中国|区域)?性?$|(?:打造|建成|创建|创成)[^、]*$"
)
# 是全国最大的汽车起动机、|发电机再制造基地.
_PRAISED_LIST = re.compile(
    "(?:(?:是|成为|打造)[^，；。、]{0,8}(?:最大|一流|领先)的?|打造(?:中国|全国|世界|国际))[^，；。]{1,20}[、和及与]$"
)
_OPENS_LIST = re.compile("(?:分别|依次|主要|具体|即|基地)[为是]$")
# A base of the nation is a title: 全国富硒食品产业基地.
_OF_THE_NATION = ("中国", "全国", "国家")
_PRAISED_NAME = re.compile("(?:重要|知名|一流|最大|领先|著名)")
_AIMED_AT = re.compile("(?:打造|建成|创建|创成)(?:“[^“”]{2,16}”[、和及与]?)*“(?:[百千万]亿级?)?$")
_BASE_OF_NO_TRADE = re.compile(
    "(?:实习|培训|实训|教育|人才|科普|孵化|创业|创新|研发|中试|技术开发|开发|采购|种植|养殖|原料|原材料|供应|储备|总部|训练|保障|繁育|育种|培养|试验|实践|实验|孵化器)$"
)
_BRACKET_PAIR = re.compile("（[^（）]{1,12}）")
_BIG = re.compile(
    "集群|基地|园区?|开发区|高新区|经开区|投资区|集中区|集聚区|聚集区|实验区|试验区|示范区|小区|工业区|工贸区|新区|保税区|工业带|走廊|小镇|谷|片区|港区"
)
_BAY = re.compile("(?:湾|半岛|口|澳|岸|江|河|沿线|沿海|岛|海|盆地|平原|地区|流域|板块|片区|新城|新区|组团)$")
_REGION_TALK = re.compile("区域|板块|增长极|经济带|走廊|都市圈|经济区|片区|组团")
_PLACES_COUNTED = re.compile(r"[两三四五六七八九十\d](?:个)?[省州市县区旗]+$|多[个家处条]$")
# With nothing but a place before them these are its zones in general: 三市园区, 全省示范区.
_ZONES_OF_A_PLACE = ("园区", "工业园区", "产业园区", "示范区", "小镇", "园")
# What the dictionary joins to a name: 2007年安平丝网产业集群, 印发重庆市消费品工业集群….
_BEFORE_NAME = re.compile(
    r"(?:(?:19|20)\d\d年(?:[底末度]|上半年|下半年)?|(?<=年)度|暨|印发|转发|关于|(?:深入|全面)?贯彻落实|锻造(?=先进|现代|优势|新))+"
)
# A class that a roll is of: 首批优质白酒产业园区, 河南省十强产业集聚区, 工信部中小企业特色产业集群.
_OF_A_BATCH = re.compile(
    "首批|第[一二三四五六七八九十\\d]+批|[十百]+[强快佳优]|^(?:国家)?(?:工信部|发改委|省工信厅)"
)
# A zone or cluster before what joins the next to it.
_ZONE_AND = re.compile("(?:基地|园区|产业园|工业园|科技园|物流园|开发区|集中区|集群|小镇)(?:以及|[和及与])")
# A firm before the zone or base that it builds: 宏远储能有限公司|储能产业园.
_OF_FIRM = re.compile("公司(?!镇|村)")
# The zone that speaks, before the name of what it has: 开发区|氯碱产业链.
_OWN_ZONE = re.compile("(?:开发区|高新区|经开区|园区|[全我本](?:区|园))(?=[\u4e00-\u9fff]{2})")
# What is counted behind a name is in it, unless it is names: 甲产业集群2个|集群.
_HOLDS_COUNT = re.compile(rf"^(?:等)?{_NUMBER}(?:处|个|座|家|片)(?!产业集群|集群|产业链|园区|开发区|基地)")
_SUBJECT_IS = re.compile(
    rf"(?:(?:已经?|迅速|快速|逐步|逐渐|日益|现已)*(?:是|成为|为))(?P<whose>[^、，；。]{{0,8}}?)(?:的)?(?:第?{_NUMBER}(?:大|个))?(?:{_MODIFIER})*$"
)
_AFTER = re.compile(
    "（(?P<inside>[^（）]{3,120})）"
    "|，?(?:：|——|(?:主要|分别|具体|依次|即)?(?:为|是|有|包括|包含|即|如下)(?:：|——)?)(?P<after>[^，；。：\\n]{3,160})"
)


# Kinds whose names a list behind the head may give.
_LISTED_BEHIND = ("pillar_industry", "cluster", "chain")
# Parts of speech that the words of a good's name have.
_OF_GOODS = ("n", "nz", "nr", "nrt", "ns", "b", "vn", "zg", "g", "x")
_CHINESE = re.compile("[\u4e00-\u9fff]+")
# What zones of joint development are called, behind their place.
_DEVELOPS = re.compile("(?:融合|协同|联动|一体化|绿色|转型|振兴)发展")
# What a corridor is for, behind its name: 光谷|科创大|走廊.
_CORRIDOR = re.compile("[^的]{2}(?:科创|科技创新|创新|智造|先进制造)大?$")
# What ends in 谷 by nature: 山谷, 稻谷.
_NATURAL = "山河稻五峡低布川沟深幽空"
# Heads of zones that are set up by decree and bear the name of a place.
_OFFICIAL = re.compile(
    "经济技术开发区|经济开发区|高新技术产业开发区|经开区|高新区|工业园|工业集中区|工业小区|产业集聚区|产业园|小镇|科技新城|科学城"
)
# What a bracket tells of a member of a list: 装备制造（含机器人）.
_REMARK = re.compile("（(?:不?含|包括|包含|涵盖)[^（）]*）$")


@dataclass(slots=True)
class Named:
    """A cluster while its document is read; positions are of the view. `also` are shorter names that the
    text prints for it.
    """

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
    also: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Head:
    """A head noun in its clause, and what stands before it."""

    start: int
    end: int
    text: str
    kind: str
    left: int
    right: int
    list_end: int
    marked: bool
    number: int | None
    tier: str | None


class ClusterReader:
    """Finds the clusters of one document."""

    def __init__(self, frame: Frame, words: Words, places: list[Place], claims: Claims) -> None:
        self.frame, self.words, self.places, self.claims = frame, words, places, claims
        self.text = frame.text
        self.found: list[Named] = []
        self._by_key: dict[tuple[str, str], Named] = {}
        self._by_name: dict[str, Named] = {}
        self._place_starts = [place.start for place in places]
        self._heads = _find_heads(frame.text)
        spans = [(place.start, place.end) for place in places]
        spans += [(trade.start, trade.end) for trade in industries().find(frame.text)]
        spans += [head.span() for head in self._heads if head.lastgroup == "park"]
        self._solid = _merged(spans)
        self._edges = self._clause_edges()
        self._headings = {heading.heading for heading in frame.headings}

    def read(self) -> list[Named]:
        """All clusters in order of first mention."""
        titles = [found.span() for found in _TITLE.finditer(self.text)]
        clauses: dict[int, list[re.Match[str]]] = {}
        self._head_ends = {head.end() for head in self._heads if head.lastgroup in ("park", "growth_region")}
        for head in self._heads:
            if not _within(titles, head.start()):
                clauses.setdefault(bisect_right(self._edges, head.start()) - 1, []).append(head)
        for clause, heads in clauses.items():
            self._read_clause(self._edges[clause], self._edges[clause + 1], heads)
        self._read_regions()
        self._read_tables()
        self._join_names()
        self.found.sort(key=lambda named: (named.start, named.member))
        return self.found

    def _read_tables(self) -> None:
        """Clusters that a table's column lists below 产业集群, without their head: 孟村弯头管件."""
        for table in find_tables(self.frame):
            for column, cell in enumerate(table[0].cells):
                kind = _COLUMN_OF_NAMES.fullmatch(self.text, *cell) if cell is not None else None
                if kind is None:
                    continue
                for row in table[1:]:
                    span = row.cell(column)
                    if span is not None and self._is_listed(span):
                        self._keep(self._of_table(span, kind["kind"]))

    def _is_listed(self, span: tuple[int, int]) -> bool:
        """Whether a cell holds a name that no other rule reads: short, no number in it, no head."""
        printed = self.text[slice(*span)]
        return (
            2 <= len(printed) <= 20
            and re.fullmatch("[\u4e00-\u9fff（）、及和与]+", printed) is not None
            and not re.search("(?:集群|产业链|园区?|基地|合计|总计|小计|平均)$", printed)
            and self._names_something(*span, "cluster")
        )

    def _of_table(self, span: tuple[int, int], head_text: str) -> Named:
        kind = "chain" if head_text == "产业链" else "cluster"
        head = _Head(span[1], span[1], head_text, kind, span[0], span[1], span[1], False, None, None)
        named = self._named(span, self.text[slice(*span)] + head_text, kind, head, [span], None)
        named.start, named.end, named.status = *span, "existing"
        return named

    def _clause_edges(self) -> list[int]:
        """Where clauses begin: behind commas, colons, quotation marks and list markers."""
        edges = {0, len(self.text)} | {found.end() for found in _EDGE.finditer(self.text)}
        edges |= {
            found.end()
            for found in _RUN_IN.finditer(self.text)
            if _CHINESE.match(self.text, found.start() - 1) or self.text.startswith("）", found.start() - 1)
        }
        for heading in self.frame.headings:
            edges |= {heading.start, heading.heading[0], heading.end}
        edges.update(sentence.start for sentence in self.frame.sentences)
        return sorted(edge for edge in edges if edge <= len(self.text))

    def _read_clause(self, left: int, right: int, heads: list[re.Match[str]]) -> None:
        """From the last head to the first, for a list's head speaks for what stands before it."""
        claimed = right
        found: list[list[Named]] = []
        for number in range(len(heads) - 1, -1, -1):
            match = heads[number]
            if match.end() > claimed:
                continue
            head = self._head(match, self._left_of(left, heads, number), right)
            before = self.text[head.left : head.start]
            if self._is_aim(head, before):
                continue
            named = (
                self._read_heading(head)
                if not head.marked and (head.left, head.end) in self._headings
                else None
            )
            named = named or self._read_line(head)
            named = named or (
                self._read_list(head)
                if head.list_end < head.start or _JOINT.search(self.text, head.left, head.start)
                else None
            )
            if named is None:
                single = self._read_single(head)
                named = self._for_each_place(single, head) if single else []
            if not named and head.kind == "pillar_industry":
                named = self._subject_members(head)
            elif not named and head.kind in _LISTED_BEHIND:
                named = self._listed_behind(head)
            if named:
                claimed = min(item.member[0] for item in named)
                found.append(named)
        for named in reversed(found):
            for item in named:
                self._keep(item)

    def _is_aim(self, head: _Head, before: str) -> bool:
        """Whether a head is what something is to become: 打造成…基地, 向产业集群转变. What has become a
        pillar is one, and what is part of a cluster leaves that a cluster.
        """
        if head.kind == "pillar_industry" and _HAS_BECOME.search(before):
            return False
        if _TOWARDS.search(before) and _TURNS.match(self.text, head.end):
            return True
        return _COMPLEMENT.search(before) is not None and not _PART_OF.match(self.text, head.end)

    def _left_of(self, left: int, heads: list[re.Match[str]], number: int) -> int:
        """Where what belongs to a head can begin: behind an earlier head that closes a list of its own, or
        an open bracket.
        """
        text, start = self.text, heads[number].start()
        left = max(left, start - _LONGEST_LIST)
        for index in range(number - 1, -1, -1):
            earlier, following = heads[index], heads[index + 1].start()
            if earlier.start() < left:
                break
            named = _OWN_HEAD_ENDS.match(text, earlier.end())
            if (
                named
                and named.end() <= start
                and earlier.lastgroup == heads[number].lastgroup in ("cluster", "subcluster", "chain")
            ):
                left = named.end()  # 甲特色产业集群、|乙特色产业集群
                break
            tail = _list_tail(text, left, earlier.start())
            closes = tail is not None and (tail["et"] or tail["count"])
            counted = _list_tail(text, earlier.end(), following)
            goes_on = text.startswith(_GOES_ON, earlier.end()) or (
                counted is not None and counted.start() == earlier.end()
            )
            if closes or not (goes_on or self._runs_on(earlier.end(), following)):
                left = earlier.end()
                break
        bracket = text.rfind("（", left, start)
        if bracket >= 0 and text.find("）", bracket, start) < 0:
            if _ALSO_CALLED.match(text, bracket + 1) and bracket in self._head_ends:
                return start  # 甲开发区（即乙新区）: one zone by two names
            opened = _INCLUDING.match(text, bracket + 1)
            return opened.end() if opened else bracket + 1
        return left

    def _runs_on(self, start: int, end: int) -> bool:
        """Whether a name can run from one head to the next: 厦门火炬高新区电子信息产业集群, with no verb
        between; in a list to its next member (中原电气谷智能电网装备、|新乡高端装备产业集群).
        """
        joint = self.text.find("、", start, end)
        end = joint if joint > start else end
        if self.text.startswith(("建一", "建了", "建成", "建有"), start):
            return False  # 在甲工业园|建一个船舶基地
        return end - start <= 14 and self.words.name_start(start, end, self._solid) == start

    def _head(self, match: re.Match[str], left: int, right: int) -> _Head:
        text = self.text
        kind = match.lastgroup or "cluster"
        tail = _list_tail(text, left, match.start())
        assert tail is not None  # every part of the expression may be empty
        head_text = match[0]
        if kind in _LISTED_BEHIND and not (tail["et"] or tail["count"]):
            counted = _COUNTED_TAIL.search(text, max(left, match.start() - 30), match.start())
            if counted and _JOINT.search(text, left, counted.start()) and _is_trade(counted["modifiers"]):
                tail = counted  # 光伏制造、储能电池两个|新能源|产业集群: the trade is what they are all of
            of_a_sort = _OF_A_SORT.search(text, max(left, match.start() - 12), match.start())
            if of_a_sort and _JOINT.search(text, left, of_a_sort.start()):
                tail = of_a_sort  # 海洋渔业、船舶工业等|海洋|传统优势产业
        if kind in ("park", "base") and not (tail["et"] or tail["count"]):
            counted = _COUNTED_TAIL.search(text, max(left, match.start() - 30), match.start())
            goods = counted is not None and _is_trade(counted["modifiers"])
            if counted and (goods or kind == "park") and _JOINT.search(text, left, counted.start()):
                # 徐墩、东峰、小松三个|竹制品加工|集中区: a trade is part of each name, 乡镇 is not
                tail, own = counted, counted["modifiers"]
                head_text = own + head_text if goods else head_text
        near = max(left, match.start() - 30)
        listed = text.find("等", near, match.start()) >= 0
        shared = _SHARED_TRADE.search(text, near, match.start()) if listed else None
        if shared and _is_trade(shared["own"]) and self._are_placed(left, shared.start()):
            # 林州、安阳新区等百亿级|装备制造特色|产业集群: places share what they make
            tail, head_text = shared, shared["own"] + shared["sort"] + head_text
        number = _number(tail["number"]) if tail["number"] else None
        tier = _TIER.search(tail["modifiers"])
        return _Head(
            match.start(),
            match.end(),
            head_text,
            kind,
            left,
            right,
            tail.start() - (text[tail.start() - 1 : tail.start()] == "“"),
            bool(tail["et"] or tail["count"]),
            number,
            tier[0] if tier else None,
        )

    def _are_placed(self, left: int, end: int) -> bool:
        """Whether most members of a list are or open with a place, and none names a trade."""
        members = split_members(self.text, left, end)
        members = [
            (self.words.name_start(*member, self._solid, joints=True), member[1]) for member in members
        ]
        placed = sum(
            any(place.start == start for place in self._places_in(start, stop)) for start, stop in members
        )
        return (
            len(members) > 1
            and placed * 3 >= len(members) * 2
            and not any(industries().find(self.text[start:stop]) for start, stop in members)
        )

    # --- a list that shares one head: A、B和C等12个重点产业集群 ---

    def _read_list(self, head: _Head) -> list[Named] | None:
        """Members of the list before a head; None where what stands before it is no list, [] where it names
        nothing.
        """
        text = self.text
        stop = head.list_end
        if head.kind == "chain" and text.startswith("全", head.start - 1):
            return []  # 种植、加工、销售全产业链
        if head.number and head.kind in _LISTED_BEHIND and not _JOINT.search(text, head.left, head.start):
            named = self._listed_behind(head)
            if named:
                return named
        if (
            not head.marked
            and stop < head.start
            and (self._ends_in_place(head.left, stop) or _MAY_BE_TRADE.search(text, stop, head.start))
        ):
            stop = head.start
        if not head.marked and not _JOINT.search(text, head.left, head.start):
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
            return self._subject_members(head)
        if text[stop - 1 : stop] in "的了" or (head.kind == "pillar_industry" and text[stop - 1] in "为是第"):
            return self._subject_members(head) if head.kind == "pillar_industry" else []
        members = self._split(head, stop)
        verb = _BUILDS.search(text, *members[-1]) if head.number and len(members) == head.number else None
        if verb and verb.start() > members[-1][0]:
            members[-1] = members[-1][0], verb.start()  # 大安、镇赉和通榆|布局|三个装备基地
        if self._has_own_head(head):
            left = head.left
            for zone in _ZONE_AND.finditer(text, head.left, head.start):
                left = zone.end()  # 硫磷化工基地和|信江新区物流园
            whole = (self.words.name_start(left, head.start, self._solid, joints=True), head.start)
            if whole[0] < head.start:
                name = text[whole[0] : head.end]
                return [self._named(whole, name, head.kind, head, [whole], None)]
        if head.marked:
            members = self._trimmed(members)
            if not members:
                return self._subject_members(head) if head.kind in _LISTED_BEHIND else []
            one = head.number == 1 and _is_trade(text[slice(*members[0])])
            if len(members) == 1 and not text.startswith("等", stop) and not one:
                return None if head.tier and not head.number else []
            known = sum(self._is_known(*member, head.kind) for member in members)
            # What is called a pillar is a trade, so fewer known ones will do.
            share = 3 if head.kind == "pillar_industry" else 2
            if known * share < len(members) and not self._is_told(members, head):
                return []
        else:
            members = self._sharing(members, head)
            if len(members) < 2:
                return None
        counted = head.number is not None and head.number == len(members) > 1
        praise = _PRAISED_AMONG if counted else _PRAISED
        opening = text[head.left : members[0][0]] if members else ""
        if head.kind == "base" and members and text.startswith(_OF_THE_NATION, members[0][0]):
            return []
        if head.kind == "base" and praise.search(opening) and not _OPENS_LIST.search(opening):
            return []
        names = [self._member(member, head, members) for member in members]
        kept = [named for named in names if named]
        if not head.marked:
            self._share_place(kept)
        if head.kind == "subcluster" and head.text.startswith("产业集群"):
            self._split_double_head(kept, members[0][0], stop)
        return kept

    def _has_own_head(self, head: _Head) -> bool:
        """Whether a name stands in a list of names with a head each, so that what joins its trades is part of
        it: 甲产业链、乙及丙|产业链.
        """
        text = self.text
        following = text.find(head.text, head.end, head.end + 20)
        if text.startswith("“", head.left - 1) and text.startswith("”", head.end) and not head.marked:
            return "、" not in text[head.left : head.start] and _is_trade(text[head.left : head.start])
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

    def _read_heading(self, head: _Head) -> list[Named] | None:
        """The one cluster that a heading names, whatever joins its trades: （一）食品及农产品加工集群.

        A heading with 、 is a list.
        """
        if head.kind not in ("cluster", "chain") or "、" in self.text[head.left : head.start]:
            return None
        spans = self._trimmed(split_members(self.text, head.left, head.start))
        if (
            len(spans) != 2
            or spans[0][0] != head.left
            or not all(_is_trade(self.text[slice(*span)]) for span in spans)
        ):
            return None
        whole = (head.left, head.start)
        return [self._named(whole, self.text[head.left : head.end], head.kind, head, [whole], None)]

    def _read_line(self, head: _Head) -> list[Named] | None:
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
        places = self._places_in(start, head.start)
        if not places or places[0].start != start or places[0].end + 2 > head.start:
            return None
        said = (self.words.words[index] for index in self.words.between(places[0].end, head.start))
        if any(len(word) > 1 and word in breakers() and word not in _DONE_WITH_GOODS for word in said):
            return None
        if not industries().find(_without_generic(text[places[0].end : head.start])):
            return None
        named = self._named((start, head.start), text[start : head.end], head.kind, head, [], None)
        self._parent_inside(named, head, start, head.start)
        return [named]

    def _is_told(self, members: list[tuple[int, int]], head: _Head) -> bool:
        """Whether a count says that short words are names of places: 徐墩、东峰、小松三个集中区."""
        return (
            head.kind in ("park", "chain", "cluster")
            and head.number == len(members) > 1
            and all(
                2 <= end - start <= (4 if head.kind == "park" else 6) and not self._is_generic(start, end)
                for start, end in members
            )
        )

    def _split(self, head: _Head, stop: int) -> list[tuple[int, int]]:
        """Members before a head; a printed count decides whether 和 in the last one splits it."""
        # What joins a list to the head before it is no part of it: 四大园区和东山、西河两个工业小区.
        joint = _LEADING_JOINT.match(self.text, head.left, stop)
        members = split_members(self.text, joint.end() if joint else head.left, stop)
        if (
            head.number
            and len(members) > 1
            and _CLUSTER_END.search(self.text, *members[-1])
            and not HEAD.search(self.text, *members[-2])
            and self.text[members[-2][1]] != "、"
        ):
            # 丙和丁产业集群|3个集群: each has its head, so 和 stands inside the last name.
            members[-2:] = [(members[-2][0], members[-1][1])]
        trimmed = self._trimmed(members)
        if head.number is None or head.number < 2 or len(trimmed) == head.number or not trimmed:
            return members
        comma = self.text.rfind("、", head.left, stop)
        whole = [member for member in members if member[1] <= comma] + [(max(comma + 1, head.left), stop)]
        if len(self._trimmed(whole)) == head.number:
            return whole
        first = whole[-1][0]
        last = max(self.text.rfind(joint, first, stop) for joint in "和与及")
        halves = [*whole[:-1], (first, last), (last + 1, stop)]
        return halves if last > first and len(self._trimmed(halves)) == head.number else members

    def _trimmed(self, members: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The members from the last one that holds a verb on, without what stands before its name.

        推进园区建设、培育石化、冶金等产业集群 has two members.
        """
        kept: list[tuple[int, int]] = []
        for start, end in reversed(members):
            if "等" in self.text[start:end]:
                break
            begin = self.words.name_start(start, end, self._solid, joints=True)
            counted = _COUNTED_MEMBER.match(self.text, begin, end)
            if begin >= end or counted or end - begin > 30:
                break
            kept.append((begin, end))
            if begin > start:
                break
        return kept[::-1]

    def _sharing(self, members: list[tuple[int, int]], head: _Head) -> list[tuple[int, int]]:
        """Of a list with no 等 and no count, the members that share the head: places, or trades where the
        list ends here.

        南安、晋江装备制造业基地 is two bases and 乐清电气、瑞安汽摩配产业集群 two clusters;
        冠捷液晶背光模组及电视机、厦门软件基地 is one.
        """
        members = self._trimmed(members)
        runs_on = re.match("[、和及与]|以及|等(?!地)", self.text[head.end : head.end + 2])
        sharing = members[-1:]
        led = bool(sharing) and any(place.start == sharing[0][0] for place in self._places_in(*sharing[0]))
        for start, end in reversed(members[:-1]):
            place = led and self._is_place(start, end)
            trade = (
                not (runs_on and (head.kind != "cluster" or self.text.startswith("、", head.end)))
                and head.kind != "growth_region"
                and _is_trade(self.text[start:end])
                and (head.kind != "park" or self._share_park((start, end), sharing[0]))
            )
            of_a_kind = self.text[end - 2 : end] == self.text[sharing[-1][1] - 2 : sharing[-1][1]]
            placed = led and head.kind in _LISTED_BEHIND and (of_a_kind or self._is_placed(start, end))
            named = head.kind == "park" and self._may_be_villages((start, end), sharing[0], led)
            if not (place or trade or placed or named):
                break
            sharing.insert(0, (start, end))
        if len(sharing) >= 2 and not self._names_something(*sharing[-1], head.kind):
            return []
        return sharing

    def _may_be_villages(self, member: tuple[int, int], last: tuple[int, int], led: bool) -> bool:
        """Whether two names that no list of places has can be villages or towns: 定水和肖家工业园; 学校 and
        交通 are words of the dictionary.
        """
        unit = self.text.startswith(("工业区", "开发区", "新区"), last[1])
        return not (led or unit) and self._is_unheard(*member) and self._is_unheard(*last)

    def _is_unheard(self, start: int, end: int) -> bool:
        """Whether a stretch of two or three characters is a proper noun or no word of the dictionary."""
        printed = self.text[start:end]
        within = self.words.between(start, end)
        return (
            2 <= end - start <= 3
            and _CHINESE.fullmatch(printed) is not None
            and _without_generic(printed) == printed
            and not industries().find(printed)
            and len(within) > 0
            and all(
                len(self.words.words[index]) == 1 or self.words.tags[index] in ("ns", "nr", "nrt", "nz", "nt")
                for index in within
            )
        )

    def _share_park(self, member: tuple[int, int], last: tuple[int, int]) -> bool:
        """Whether trades side by side have a park each: 冶金、化工工业园 do, 福州医药和机电产业园 is one."""
        places = self._places_in(*member)
        led = bool(places) and places[0].start == member[0]
        if self.text[member[1]] == "与" or (
            self.text[member[1]] == "及" and member[0] - 1 in self._head_ends
        ):
            return False  # 现代中药与民族药产业集聚区; 陶瓷产业园、|建材及食品产业园
        joined = self.text[member[1]] in "和与及"
        return _is_trade_alone(self.text[slice(*last)]) and not (led and joined)

    def _is_placed(self, start: int, end: int) -> bool:
        """Whether a member opens with a place and goes on with what is made there: 乐清低压电气."""
        places = self._places_in(start, end)
        return (
            bool(places)
            and places[0].start == start
            and places[0].end + 2 <= end
            and self._names_something(start, end, "cluster")
        )

    def _subject_members(self, head: _Head) -> list[Named]:
        """石油机械和造纸包装是荆州区两大优势主导产业: the subject names the trades; so does a list behind
        the head.
        """
        before = _SUBJECT_IS.search(self.text, head.left, head.start)
        if before and not _JOINT.search(before["whose"]):
            spans = self._trimmed(split_members(self.text, head.left, before.start()))
            # 专用汽车是我市的支柱产业: who has it tells that the subject is one.
            least = 1 if before["whose"] else 2
            if len(spans) >= least and all(_is_trade(self.text[slice(*span)]) for span in spans):
                return [named for span in spans if (named := self._member(span, head, spans))]
            if spans:
                return []
        spans = self._trimmed(split_members(self.text, head.left, head.start))
        if len(spans) > 1 and all(_is_trade_alone(self.text[slice(*span)]) for span in spans):
            return [named for span in spans if (named := self._member(span, head, spans))]
        return self._listed_behind(head)

    def _listed_behind(self, head: _Head) -> list[Named]:
        """Members of a list behind its head: all trades, or as many as a count says.

        全市8条重点产业链：白酒、能源 … and 支柱产业（化工、建材）; 产业链：研发、销售 names none.
        """
        after = _AFTER.match(self.text, head.end)
        if after is None:
            return []
        first, last = after.span("inside" if after["inside"] else "after")
        members = split_members(self.text, first, last)
        if any(_CLUSTER_END.search(self.text, *member) for member in members):
            return []  # 三大集群：甲集群、乙集群: they are read by their own heads
        spans = [(start, _without_remark(self.text, start, end)) for start, end in members]
        spans = [(start, _without_class(self.text, start, end)) for start, end in spans]
        if len(spans) < 2 or not (
            all(_is_trade(self.text[slice(*span)]) for span in spans) or len(spans) == head.number
        ):
            return []
        return [named for span in spans if (named := self._member(span, head, spans))]

    def _share_place(self, names: list[Named]) -> None:
        """钦州绿色石化与新能源材料集群: the document's own place stands once and before all, so it is in no
        name.
        """
        places = self._places_in(*names[0].member) if len(names) >= 2 else []
        if (
            len(places) != 1
            or places[0].start != names[0].member[0]
            or places[0].code != self.frame.region_code
        ):
            return
        if names[0].kind not in ("cluster", "chain") or any(
            self._places_in(*named.member) for named in names[1:]
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

    def _member(self, member: tuple[int, int], head: _Head, members: list[tuple[int, int]]) -> Named | None:
        """One row of a list, its name with the shared head; a member with a head of its own keeps that."""
        text = self.text
        start, end = member
        rank = _RANK.match(text, start, end)
        if rank and rank.end() < end:
            member = start, end = rank.end(), end
        if head.kind in ("park", "base"):
            member = start, end = start, _without_remark(text, start, end)
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
            if self._is_generic(start, stem_end) or not (
                (head.marked and self._is_noun(start + 2, stem_end))
                or self._names_something(start, stem_end, inner.lastgroup or "park")
            ):
                return None
            named = self._named(member, printed, inner.lastgroup or "park", head, members, head.tier)
            self._parent_inside(named, head, start, stem_end)
            return named
        told = head.number is not None and head.number == len(members)
        if (self._is_generic(start, end) and not told) or _COUNT_WITHIN.search(printed):
            return None
        if head.kind == "park" and _SIDE.fullmatch(printed):
            return None
        shared = self._shared_with_last(member, head, members) if not made else None
        if head.kind != "growth_region" and shared:
            return self._named(member, printed + shared[0], shared[1], head, members, head.tier)
        kind = head.kind
        if kind == "growth_region":
            belt = told and head.text.endswith("带")
            if not (
                belt
                or self._places_in(start, end)
                or own
                or _BAY.search(printed)
                or self._is_proper(start, end)
            ):
                return None
            return self._named(
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
            name = _trade_name(printed) + "产业"
        elif kind == "subcluster":
            name = printed + "子集群"
        elif kind in ("cluster", "chain"):
            # Behind a count or 等 the head is the class (两个集群); alone it is part of the name as printed.
            name = re.sub("产业$", "", printed) + (
                "产业集群" if kind == "cluster" and head.marked and not made else head.text
            )
        else:
            name = printed + head.text
        if kind == "base" and head.text.startswith("基地") and _BASE_OF_NO_TRADE.search(printed):
            return None
        named = self._named(member, name, kind, head, members, head.tier or (rank[0] if rank else None))
        if kind in ("cluster", "chain", "base"):
            self._parent_inside(named, head, start, end + 1 if made else end)
        return named

    def _shared_with_last(
        self, member: tuple[int, int], head: _Head, members: list[tuple[int, int]]
    ) -> tuple[str, str] | None:
        """What a bare place takes from the end of its list, and the kind: 南安 takes 装备制造业基地 from
        晋江装备制造业基地.
        """
        last = members[-1]
        if member == last or self._is_place(*last):
            return None
        places = [place for place in self._places_in(*last) if place.start == last[0]]
        trades = industries().find(self.text[slice(*last)])
        if not places and trades and 2 <= trades[0].start <= 4:
            opened = last[0] + trades[0].start
            places = [Place(last[0], opened, self.text[last[0] : opened], None)]  # 古雷|石化基地
        following = [
            (start, _without_remark(self.text, start, end)) for start, end in members[:-1] if end > member[0]
        ]
        bare = (self._is_place(*other) or _BAY.search(self.text, *other) is not None for other in following)
        if not places or not all(bare):
            return None
        own = [found for found in HEAD.finditer(self.text, places[0].end, last[1]) if found.end() == last[1]]
        tail = self.text[places[0].end : last[1]]
        return (tail, own[-1].lastgroup or head.kind) if own else (tail + head.text, head.kind)

    # --- a name of its own: 拍马纸品工业园, 湄洲湾石化产业集群 ---

    def _read_single(self, head: _Head) -> Named | None:
        text = self.text
        closed = text.startswith("）", head.start - 1)
        remark = _REMARK.search(text, max(head.left, head.start - 40), head.start) if closed else None
        if remark:
            return self._read_remarked(head, remark.start())
        left = max(
            (joint.end() for joint in _STRONG_JOINT.finditer(text, head.left, head.start)), default=head.left
        )
        for joint in _WEAK_JOINT.finditer(text, left, head.start):
            if joint.start() in self._head_ends:
                left = joint.end()  # 甲高新区和|乙经济开发区
        start = self._single_start(left, head.start)
        if head.kind == "park" and start == head.start:
            start = self._quoted_start(start)
        for firm in _OF_FIRM.finditer(text, start, head.start):
            if head.start - firm.end() >= 2 and self._names_something(firm.end(), head.start, head.kind):
                start = firm.end()  # 德邦物流公司|大宗物流产业园
        opening = _BEFORE_NAME.match(text, start, head.start)
        if opening:
            start = opening.end()
        zone = _OWN_ZONE.match(text, start, head.start) if head.kind in _LISTED_BEHIND else None
        if zone:
            start = zone.end()
        start = self._behind_build(start, head.start)
        told = _DEADLINE.match(text, start, head.start)
        if told:
            start = told.end()
        if (
            _OF_BODY.match(text, head.end)
            or (_OF_SUCH.match(text, start) and text[start - 1 : start] == "等")
            or (
                _OF_A_CLASS.search(text, max(0, head.left - 20), start)
                and not self._places_in(start, head.start)
            )
            or self._is_division(start, head.end)
        ):
            return None
        if text.startswith("（", start) or (
            head.kind == "growth_region" and text.endswith("黄金", 0, head.start)
        ):
            return None
        listed = any(place.start == start for place in self._places_in(start, head.start))
        if head.kind == "growth_region" and listed and text[start - 1] in "环沿泛" and start > head.left:
            start -= 1  # 环|长春产业带
        if text.startswith("原", start) and not listed and self._is_proper(start + 1, head.start):
            start += 1
        # 四大园区 is a count, 大营陶瓷产业园 a name
        left_over = (
            text[start : start + 1] in "的个条家和及与等"
            and not self.words.covers(start, start + 2)
            and not _is_trade(text[start : head.start])
        )
        if left_over or _GREAT.match(text, start - 1) or _GREAT.match(text, start):
            return None
        places = self._places_in(start, head.start)
        ranked = places[0].end if places and places[0].start == start else start
        tier = _RANK.match(text, start, head.start)
        ranked_place = _OF_RANK.match(text, ranked, head.start)
        if ranked_place and any(place.start == ranked_place.end() for place in places):
            tier = ranked_place  # 江苏省|省级|泰兴经济开发区
        if tier and tier.end() < head.start:
            start = tier.end()
        before = text[head.left : start]
        stem = text[start : head.start]
        among = head.kind == "park" and self._is_among_parks(start, head)
        if (
            stem.endswith("全")
            or _SIDE.fullmatch(stem)
            or _OF_A_BATCH.search(stem)
            or (len(stem) < 2 and not _is_trade(stem) and not among)
            or head.start - start > 30
            or (self._is_generic(start, head.start) and not among)
        ):
            return None
        if (
            (_COUNTED.search(before) and not _BUILDS_ONE.search(before))
            or _COUNT_WITHIN.search(stem)
            or _HOLDS_COUNT.match(text[head.end : head.end + 8])
        ):
            return None
        if head.kind == "base" and (
            stem.startswith(_OF_THE_NATION) or _AIMED_AT.search(text, max(0, head.left - 60), start)
        ):
            return None  # “中国丝网产业基地” is a title, 打造“锂电产业基地” an aim
        if head.kind == "base" and (
            (_PRAISED.search(before) and not _OPENS_LIST.search(text, max(0, head.left - 2), start))
            or _PRAISED_NAME.search(stem)
            or _PRAISED_LIST.search(text, max(0, head.left - 40), start)
            or (head.text.startswith("基地") and _BASE_OF_NO_TRADE.search(stem))
        ):
            return None
        if stem.startswith("建") and not self._is_place(start, start + 2):
            places = self._places_in(start + 1, head.start)
            if places and places[0].start == start + 1:
                start, stem = start + 1, stem[1:]  # 另建|宣州光伏产业园
        elif stem.startswith("好") and text[max(0, start - 2) : start] in breakers():
            start, stem = start + 1, stem[1:]  # 对接好|湘江新区
        if stem.endswith("建") or _IS_ZONE.search(stem):
            return None  # 提质建|园区, 青石经济开发区|产业集群
        if _POST_INSIDE.search(stem):
            return None  # 联璞集团董事长徐怀|谷
        if _TOLD_BY_SIZE.search(stem) or not (
            among or self._names_something(start, head.start, head.kind) or self._is_one_of_many(start, head)
        ):
            return None
        name, end = self._single_name(start, head)
        if name != text[start : head.end] and _NO_TRADE_LEFT.fullmatch(name):
            return None  # 3000万元|县域特色产业集群
        named = self._named(
            (start, end),
            name,
            head.kind,
            head,
            [(start, end)],
            tier[0] if tier and start == tier.end() else None,
        )
        named.start, named.end = start, end
        self._parent_inside(named, head, start, head.start)
        return named

    def _for_each_place(self, single: Named, head: _Head) -> list[Named]:
        """What several places each build: 醴陵、永兴|建设|陶瓷生产基地 is two; a name with a place in it
        is one.
        """
        start, end = single.member
        verb = _BUILDS.search(self.text, max(head.left, start - 6), start)
        if single.kind != "base" or verb is None or self._places_in(start, end):
            return [single]
        members = self._trimmed(split_members(self.text, head.left, verb.start()))
        if len(members) < 2 or not all(self._is_place(*member) for member in members):
            return [single]
        name = single.name
        return [
            self._named(member, self.text[slice(*member)] + name, single.kind, head, members, single.tier)
            for member in members
        ]

    def _read_remarked(self, head: _Head, stop: int) -> Named | None:
        """The name before a bracket that says what it includes: 装备制造（含汽车、冶金）产业基地 is
        装备制造产业基地.
        """
        left = max(
            (joint.end() for joint in _STRONG_JOINT.finditer(self.text, head.left, stop)), default=head.left
        )
        start = self._single_start(left, stop)
        if not _is_trade(self.text[start:stop]):
            return None
        whole = (start, stop)
        return self._named(whole, self.text[start:stop] + head.text, head.kind, head, [whole], None)

    def _behind_build(self, start: int, end: int) -> int:
        """Where a name begins behind 建, which breaks no name by itself: 建|船舶基地, 建一个|船舶基地, not
        建材基地.
        """
        built = _BUILT.match(self.text, start, end)
        if built is None or self._is_place(start, start + 2):
            return start
        one = built.end() > start + 1
        trades = industries().find(self.text[built.end() : end])
        whole = industries().find(self.text[start:end])
        opens = bool(trades) and trades[0].start == 0 and not (whole and whole[0].start == 0)
        return built.end() if one or opens else start

    def _is_division(self, start: int, end: int) -> bool:
        """Whether a name with a zone's head is a division's: 沈阳市沈北新区."""
        places = self._places_in(start, end)
        return (
            self.text.endswith("新区", start, end)
            and self._is_place(start, end)
            and (places[-1].code, places[-1].term) in _new_districts()
        )

    def _quoted_start(self, end: int) -> int:
        """Where a name begins whose own word stands in quotation marks behind its place:
        北流“两湾”|产业园.
        """
        quoted = _QUOTED.search(self.text, max(0, end - 10), end)
        if quoted is None:
            return end
        places = self._places_in(max(0, quoted.start() - 8), quoted.start())
        return places[-1].start if places and places[-1].end == quoted.start() else end

    def _single_start(self, left: int, end: int) -> int:
        """Where the one name before a head begins; what is joined to a trade behind a place is part of it:
        温岭市泵与|电机, 南昌高新区光电及|通信, 哈密现代能源与|化工产业示范区.
        """
        text = self.text
        start = self.words.name_start(left, end, self._solid)
        if (
            end - start > 4
            and text[start : start + 2] in breakers()
            and not self.words.covers(start, start + 2)
        ):
            start += 2  # 培优|育强|县域产业集群
        if text[start - 1] == "成" and text[start] in "都渝" and start - 1 > left:
            start -= 1  # 打造|成渝经济走廊
        if start - 2 < left or text[start - 1] not in "和与及" or _ZONE_AND.search(text, left, start):
            return start
        if start - 2 == left and not _is_trade(text[left] + "产业"):
            return left  # 、|新和工业园区
        for place in self._places_in(max(left, start - 20), start - 1):
            ends = range(start - 2, place.end, -1)
            first = text[next((stop for stop in ends if stop in self._head_ends), place.end) : start - 1]
            if (
                place.code == NATION
                or self.words.name_start(place.start, start - 1, self._solid) > place.start
            ):
                continue
            if 1 <= len(first) <= 2 or _is_trade(first) or (len(first) > 2 and start == end):
                return self._outermost(place, left)
        if left - 1 in self._head_ends and _is_trade(text[left : start - 1]) and _is_trade(text[start:end]):
            return left  # 生物制药产业园、|建材及轻工产业园
        first_trade = self.words.name_start(left, start - 1, self._solid)
        if (
            text[start - 1] == "与"
            and _is_trade(text[first_trade : start - 1])
            and _is_trade(text[start:end])
        ):
            return first_trade  # 现代中药与|民族药产业集聚区
        if DEPENDENT.match(text[start:end]) or "—" in text[left:start]:
            return self.words.name_start(left, start - 1, self._solid)  # 钢铁材料及|应用
        return start

    def _outermost(self, place: Place, left: int) -> int:
        """Where the places that stand before a place without a break begin: 沈阳市|浑南区."""
        start = place.start
        for outer in reversed(self._places_in(max(left, start - 20), start)):
            if outer.end != start:
                break
            start = outer.start
        return start

    def _single_name(self, start: int, head: _Head) -> tuple[str, int]:
        """The name as printed, without a size inside it (沙溪三千亩服装工业园)."""
        text = self.text
        name = text[start : head.end]
        if head.kind == "pillar_industry":
            return _trade_name(text[start : head.start]) + "产业", head.end
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

    def _names_something(self, start: int, end: int, kind: str) -> bool:
        """Whether what stands before a head tells it from others: a trade, a place or a proper noun."""
        printed = self.text[start:end]
        places = self._places_in(start, end)
        opening = places[0] if places and places[0].start == start else None
        rest = printed[opening.end - start :] if opening else printed
        trade = bool(_without_generic(rest)) and bool(
            industries().find(rest)
            or industries().find(_without_generic(rest))
            or industries().find(rest + self.text[end : end + 3])
        )
        if kind in ("cluster", "subcluster", "chain", "pillar_industry"):
            if kind != "pillar_industry" and self._is_good(opening.end if opening else start, end):
                return True
            return trade or (
                bool(opening)
                and (bool(_without_generic(rest)) or rest.endswith(("循环经济", "数字经济", "低空经济")))
                and self._is_noun(opening.end if opening else start, end)
            )
        if kind == "base":
            if self.text.startswith(("装备制造", "先进制造", "制造业"), end) and places:
                return True
            if self.text.startswith(("加工", "产业化"), end) and self._is_made(start, end):
                return True
            return trade or (bool(places) and bool(_without_generic(rest)) and self._is_noun(start, end))
        if kind == "growth_region":
            corridor = _CORRIDOR.search(printed) is not None
            return bool(places) or trade or corridor or self._is_proper(start, end)
        head = self.text[end : end + 4]
        if _PLACES_COUNTED.search(printed):
            return False  # 滇中五州市园区
        if opening and not _without_generic(rest) and head.startswith(_ZONES_OF_A_PLACE):
            return head.startswith(("工业", "产业")) and not (opening.code or "0000").endswith("0000")
        if _DEVELOPS.match(self.text, end):
            return any(place.code != NATION for place in places)
        if head.startswith("谷"):
            return printed[-1:] not in _NATURAL and (bool(places) or self._is_proper(start, end))
        if head.startswith("园") and start - 1 in self._head_ends and self.text[start - 1] == "、":
            return True
        if head.startswith("园") and not head.startswith("园区") and self.words.covers(end - 1, end + 1):
            return False
        return (
            bool(places)
            or trade
            or self._is_proper(start, end)
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
            and bool(_without_generic(printed))
            and all(len(general[0]) == 1 for general in _generic().finditer(printed))
            and _CHINESE.fullmatch(printed) is not None
            and len(within) > 0
            and all(self.words.tags[index] in ("n", "nz", "ns", "nr", "s", "l") for index in within)
        )

    def _is_noun(self, start: int, end: int) -> bool:
        """Whether a stretch holds nouns only: no verb, adverb or number that the dictionary knows."""
        return all(self.words.tags[index][0] not in "dpcrmuyq" for index in self.words.between(start, end))

    def _is_good(self, start: int, end: int) -> bool:
        """Whether a stretch can be a good or trade that no list has: nouns that are no general words.

        电光源, 钢卷尺 before 产业集群 are; 中小企业, 龙头企业 are none.
        """
        printed = self.text[start:end]
        if not self.text.startswith("产业", end) or _BIG.search(printed) or not _CHINESE.fullmatch(printed):
            return False
        return len(_without_generic(printed)) >= 2 and all(
            self.words.tags[index] in _OF_GOODS for index in self.words.between(start, end)
        )

    def _is_made(self, start: int, end: int) -> bool:
        """Whether a stretch can be what a base works: nouns that are no general words, 藏药 before
        产业化基地.
        """
        return len(_without_generic(self.text[start:end])) >= 2 and all(
            self.words.tags[index] in _OF_GOODS for index in self.words.between(start, end)
        )

    def _is_proper(self, start: int, end: int) -> bool:
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

    def _is_one_of_many(self, start: int, head: _Head) -> bool:
        """Whether an unknown good stands in a list of names with a head each: 、井开区终端产业集群、."""
        text, stem = self.text, self.text[start : head.start]
        if (
            head.kind not in ("cluster", "chain")
            or start != head.left
            or not 4 <= len(stem) <= 24
            or _CHINESE.fullmatch(stem) is None
            or _NO_TRADE_LEFT.fullmatch(stem + head.text)
        ):
            return False
        if text[start - 1] == "、":
            return text.endswith(head.text, 0, start - 1)
        following = text.find(head.text, head.end, head.end + 30) if text.startswith("、", head.end) else -1
        return following > 0 and _CHINESE.fullmatch(text, head.end + 1, following) is not None

    def _is_among_parks(self, start: int, head: _Head) -> bool:
        """Whether a park told by a general trade stands in a list of a zone's parks, next to one with a name:
        生物制药产业园、|化工产业园; 开发区、物流园区 are two sorts.
        """
        text = self.text
        own = _without_generic(re.sub("产业园区?$|园区?$", "", text[start : head.end]))
        if text[start - 1 : start] != "、" or not head.text.endswith("园") or head.end - start < 5:
            return False
        opened = max(text.rfind(mark, max(0, start - 20), start - 1) for mark in "、，。：；\n") + 1
        before = text[opened : start - 1]
        return (
            before.endswith("产业园")
            and bool(own or start < head.start)
            and bool(industries().find(before[:-3]))
        )

    def _parent_inside(self, named: Named, head: _Head, start: int, stop: int) -> None:
        """A park inside a cluster's or base's name is a row of its own and the parent:
        厦门火炬高新区电子信息产业集群.
        """
        for inner in HEAD.finditer(self.text, start, stop):
            if (
                inner.lastgroup != "park"
                or inner.end() >= stop
                or (named.kind == "park" and not inner[0].endswith(("开发区", "高新区", "经开区")))
                or not self._names_something(start, inner.start(), "park")
                or self._is_division(start, inner.end())
            ):
                continue
            park = self._named((start, inner.end()), self.text[start : inner.end()], "park", head, [], None)
            park.start, park.end = start, inner.end()
            if self.text.startswith("（", inner.end()):
                places = self._places_in(inner.end(), stop)
                if places:
                    park.region, park.region_code = (places[-1].start, places[-1].end), places[-1].code
            park.status = "existing" if named.status == "existing" else "unspecified"
            named.parent = park
            return

    # --- regions that head the items of a list (——闽江口) ---

    def _read_regions(self) -> None:
        """Places that head —— items under a sentence that speaks of regions or blocks are growth regions."""
        headings = self.frame.headings
        first_of: dict[int | None, int] = {}
        for heading in headings:
            if heading.kind == "dash":
                first_of.setdefault(heading.parent, heading.start)
        for heading in headings:
            if heading.kind != "dash":
                continue
            opening = first_of[heading.parent]
            if not _REGION_TALK.search(self.text[max(0, opening - 40) : opening]):
                continue
            start, end = heading.heading
            places = self._places_in(start, end)
            if end - start <= 14 and (places or _BAY.search(self.text[start:end])):
                named = Named(
                    start,
                    end,
                    self.text[start:end],
                    (start, end),
                    "growth_region",
                    None,
                    None,
                    None,
                    (start, end),
                    (places[-1].code if places else None) or self.frame.region_code,
                    "unspecified",
                )
                self._keep(named)

    # --- shared ---

    def _named(
        self,
        member: tuple[int, int],
        name: str,
        kind: str,
        head: _Head,
        members: list[tuple[int, int]],
        tier: str | None,
    ) -> Named:
        start = members[0][0] if members else member[0]
        places = self._places_in(*member)
        text = self.text
        region = (
            (places[0].start, places[-1].end)
            if places and (places[0].start - member[0] <= 8 or kind in ("park", "growth_region"))
            else None
        )
        code = places[-1].code if region else None
        trade_start = region[1] if region and region[1] < member[1] else member[0]
        industry, industry_code = (
            self._industry(trade_start, member[1]) if kind != "growth_region" else (None, None)
        )
        if region is None:
            region, code = self._region_of_passage(start)
            if (
                kind == "park"
                and industry
                and 2 <= industry[0] - member[0] <= 4
                and self._is_proper(member[0], industry[0])
            ):
                region = (member[0], industry[0])
        name = self._printed_name(name.replace("\n", ""), member, text)
        return Named(
            # Members may stand behind their head, which is then the begin of what proves them.
            min(start, head.start),
            max(member[1], head.end, members[-1][1] if members else 0),
            name,
            member,
            kind,
            tier,
            industry,
            industry_code,
            region,
            code or self.frame.region_code,
            self._status(start, head, kind),
        )

    def _printed_name(self, name: str, member: tuple[int, int], text: str) -> str:
        """A name with brackets as the source prints them (the view has folded them)."""
        if "（" not in name:
            return name
        view, source = self.frame.document.view, self.frame.document.source.text
        for position in range(*member):
            if text[position] in "（）" and source[view.offset(position)] in "()":
                name = name.replace(text[position], source[view.offset(position)])
        return name

    def _industry(self, start: int, end: int) -> tuple[tuple[int, int] | None, str | None]:
        """The trades between two positions, and their code."""
        trades = industries().find(self.text[start:end])
        if not trades:
            return None, None
        span = (start + trades[0].start, start + trades[-1].end)
        return span, industries().code_of(self.text[span[0] : span[1]])

    def _region_of_passage(self, position: int) -> tuple[tuple[int, int] | None, str | None]:
        """The place that heads the section (——闽江口), else the document's."""
        for index in self.frame.section_path(self.frame.innermost(position)):
            heading = self.frame.headings[index]
            if heading.kind == "dash":
                first, last = heading.heading
                places = self._places_in(first, last)
                if places or (last - first <= 14 and _BIG.search(self.text[first:last])):
                    return (first, last), (places[-1].code if places else None) or self.frame.region_code
        return None, self.frame.region_code

    def _places_in(self, start: int, end: int) -> list[Place]:
        return self.frame.places_between(start, end)

    def _is_place(self, start: int, end: int) -> bool:
        """Whether a stretch is a place and nothing else."""
        places = self._places_in(start, end)
        return bool(places) and places[0].start == start and places[-1].end == end

    def _ends_in_place(self, start: int, end: int) -> bool:
        places = self._places_in(start, end)
        return bool(places) and places[-1].end == end

    def _is_known(self, start: int, end: int, kind: str) -> bool:
        """Whether a member of a list is a trade, a place, or has a head of its own."""
        printed = self.text[start:end]
        if (
            _is_trade(printed)
            or industries().find(printed)
            or self._places_in(start, end)
            or _BIG.search(printed[-4:])
        ):
            return True
        return kind in ("park", "growth_region") and (self._is_proper(start, end) or 2 <= end - start <= 5)

    def _is_generic(self, start: int, end: int) -> bool:
        """Whether nothing is left of a stretch but words that name nothing: 国家级, 若干, 全省, 特色; a word
        known as a name (九原) is something.
        """
        return not _without_generic(self.text[start:end]) and not any(
            self.words.tags[index] in ("ns", "nr") and self.words.ends[index] - self.words.starts[index] > 1
            for index in self.words.between(start, end)
        )

    def _status(self, start: int, head: _Head, kind: str) -> str:
        if kind == "pillar_industry":
            return "existing"
        return status_of(self.text, start, head.end)

    def _keep(self, named: Named) -> None:
        """Keep a cluster unless the same one was named before: document, name and place are its identity.

        A name with half a pair of brackets (评论 新闻）装备制造基地) is what a page's layout left of one.
        """
        if sum(named.name.count(mark) for mark in "（(") != sum(named.name.count(mark) for mark in "）)"):
            return
        if named.parent:
            named.parent = self._kept(named.parent)
        self._kept(named)

    def _kept(self, named: Named) -> Named:
        key = self._key(named)
        placed = bool(self._places_in(*named.member))
        earlier = self._by_key.get((named.name, "")) or (None if placed else self._by_name.get(named.name))
        earlier = earlier or self._by_key.setdefault(key, named)
        if earlier is named:
            self.found.append(named)
            if placed:
                self._by_name.setdefault(named.name, named)
        elif (
            named.kind == "cluster"
            and named.name.endswith("产业集群")
            and not earlier.name.endswith("产业集群")
            and "集群" in earlier.name
        ):
            earlier.name = named.name
        elif named.kind in ("cluster", "chain") and placed and named.name.endswith(earlier.name):
            earlier.also.append(earlier.name)
            earlier.name = named.name  # 佳木斯农机装备产业集群 behind 我市农机装备产业集群
        return earlier

    def _key(self, named: Named) -> tuple[str, str]:
        """What makes two mentions the same: 与 is 和, 集群 is 产业集群, and the document's own place may be
        left out.
        """
        name = named.name
        places = self._places_in(*named.member)
        if named.kind == "growth_region":
            return name, ""
        if (
            len(places) > 1
            and places[0].start == named.member[0]
            and places[1].start == places[0].end
            and _holds(places[0].code, places[1].code)
        ):
            name = name[places[0].end - places[0].start :]  # 黑龙江|虎林产业园区
            places = places[1:]
        elif places and places[0].start > named.member[0]:
            places = []
        if places and places[0].code:
            rest = name[places[0].end - places[0].start :]
            if places[0].code != self.frame.region_code:
                name = places[0].code + rest  # 广水风机 is 广水市风机
            elif len(rest) > (4 if named.kind == "park" else 3) and not rest.startswith(
                ("经济", "高新", "工业", "产业")
            ):
                name = rest
        name = _CLUSTER_END.sub("集群", name).replace("与", "和").replace("及", "和").replace("园区", "园")
        name = name.replace("业集群", "集群")
        return _BRACKETS.sub("", name), named.region_code or ""

    def _join_names(self) -> None:
        """拍马工业园 is 拍马纸品工业园; 湄洲湾 is 湄洲湾南北岸; 湄洲湾石化基地 is 湄洲湾石化产业集群 where
        产业集群（基地） is said.
        """
        bases_too = "集群（基地）" in self.text or "集群和基地" in self.text
        by_opening: dict[str, list[Named]] = {}
        for named in self.found:
            by_opening.setdefault(_opening(named), []).append(named)
            places = self._places_in(*named.member)
            if places and places[0].start > named.member[0]:
                by_opening.setdefault(places[0].term[:2], []).append(named)
            elif places and named.kind == "park":
                by_opening.setdefault(named.name[len(places[0].term) :][:2], []).append(named)
            if named.kind == "park" and len(named.name) >= 8 and not industries().find(named.name[2:]):
                villages = by_opening.setdefault(named.name[2:4], [])
                if not any(other is named for other in villages):
                    villages.append(named)  # 七圩|虹桥工业园区
            if named.parent and named.kind == "park":
                # 敦化经济开发区医药园 is 医药园 further on
                by_opening.setdefault(named.name[len(named.parent.name) :][:2], []).append(named)
        dropped: dict[int, Named] = {}
        for named in self.found:
            others = [
                other
                for other in by_opening[_opening(named)]
                if other is not named and id(other) not in dropped
            ]
            longer = [
                other
                for other in others
                if _is_short_for(named, other, bases_too) and not self._are_listed(named, other)
            ]
            if len(longer) == 1:
                dropped[id(named)] = longer[0]
                self._take_over(longer[0], named)
        for named in self.found:
            if named.parent and id(named.parent) in dropped:
                named.parent = dropped[id(named.parent)]
        self.found = [named for named in self.found if id(named) not in dropped]

    def _are_listed(self, one: Named, other: Named) -> bool:
        """Whether two names are members of one list, so two zones: 连江可门经济开发区、…、连江经济开发区."""
        first, last = sorted((one, other), key=lambda named: named.member)
        if last.member[0] - first.member[1] > _LONGEST_LIST:
            return False
        between = self.text[first.member[1] : last.member[0]]
        return "、" in between and not re.search("[，。；：\n]", between)

    def _take_over(self, full: Named, short: Named) -> None:
        """The first mention is the evidence, and a name in which brackets explain gives way to the plain
        one.
        """
        full.also += [short.name, *short.also]
        if short.start < full.start:
            if "（" in full.name or "(" in full.name:
                full.name = short.name
            full.start, full.end, full.member, full.status, full.tier = (
                short.start,
                short.end,
                short.member,
                short.status,
                short.tier,
            )


def _holds(outer: str | None, inner: str | None) -> bool:
    """Whether one division lies in another: 黑龙江 holds 虎林, 策勒 does not hold 天津."""
    if outer is None or inner is None:
        return True
    return inner.startswith(outer.removesuffix("00").removesuffix("00"))


def _opening(named: Named) -> str:
    return named.name[:2]


_HEAD_CLASS = re.compile(
    "(?:工业|产业|科技|化工)?园区?$|(?:工业|产业)?(?:小区|集中区|集聚区|功能区)$|(?:经济|技术|高新|产业|工业)*开发区$|基地$|产业集群$"
)


def _is_short_for(short: Named, full: Named, bases_too: bool) -> bool:
    """Whether one name is a short form of another: same opening, same sort of head, all of it in order
    inside the other.
    """
    if ("—" in full.name) != ("—" in short.name):
        return False  # 甲—乙工业园 is of two places
    if short.kind == full.kind == "growth_region":
        return len(short.name) < len(full.name) and full.name.startswith(short.name)
    if short.kind == "base" and full.kind == "cluster" and bases_too:
        return short.region_code == full.region_code and re.sub(
            "(?:产业|生产)?基地$", "", short.name
        ) == re.sub("产业集群$", "", full.name)
    if short.kind == full.kind == "park" and (
        _shortened(short.name) == _shortened(full.name) or _is_bare(short.name, full.name)
    ):
        return len(short.name) < len(full.name)
    if short.kind not in ("park", "base") or full.kind != short.kind or len(short.name) >= len(full.name):
        return False
    if len(short.name) >= 6 and full.name.endswith(short.name):
        return True
    if len(short.name) >= 5 and _shortened(full.name).endswith(_shortened(short.name)):
        return True  # 扶风经开区 is 陕西扶风经济技术开发区
    heads = [_HEAD_CLASS.search(named.name) for named in (short, full)]
    if not (heads[0] and heads[1]):
        return False
    classes = [re.sub("^(?:产业|工业|科技|化工)?园区?$", "园", head[0]) for head in heads if head]
    stem, whole = short.name[: heads[0].start()], full.name[: heads[1].start()]
    rest = whole.removeprefix(stem)
    differ = heads[0][0] != heads[1][0] and whole.startswith(stem)
    if differ and _without_generic(rest) and not _is_trade(rest):
        return False  # 永兴工业园区 is another than 永兴|龙安|化工园区
    return (
        classes[0] == classes[1]
        and len(stem) >= 2
        # 玉米产业园 is no short form of 玉米现代物流园: nothing in it is a name.
        and (short.kind != "park" or whole.endswith(stem) or not _is_trade_alone(stem))
        and _is_inside(stem, whole)
        and (stem != whole or short.name != full.name)
    )


def _shortened(name: str) -> str:
    """A zone's name with the short form of its kind: 青石高新技术产业开发区 is 青石高新区."""
    name = re.sub("高新技术产业开发区|高新技术产业园区?|高新技术开发区|高新技术产业园", "高新区", name)
    return re.sub("经济技术开发区|经济开发区", "经开区", name)


def _is_bare(short: str, full: str) -> bool:
    """Whether a zone is called 开发区 of its place only: 西宁开发区 for 西宁经济技术开发区."""
    place = short.removesuffix("开发区")
    if place == short or not 2 <= len(place) <= 5:
        return False
    stems = {place, place[:-1] if len(place) > 2 and place[-1] in "市县区州旗" else place}
    stems |= {stem + suffix for stem in tuple(stems) for suffix in "市县区州旗"}
    return any(full in (f"{stem}经济技术开发区", f"{stem}经济开发区") for stem in stems)


def _is_inside(short: str, long: str) -> bool:
    """Whether all characters of `short` occur in `long` in order."""
    position = 0
    for character in short:
        position = long.find(character, position) + 1
        if position == 0:
            return False
    return True


def _without_remark(text: str, start: int, end: int) -> int:
    """End of a member without a bracket that tells what it includes."""
    remark = _REMARK.search(text, start, end)
    return remark.start() if remark else end


def _without_class(text: str, start: int, end: int) -> int:
    """End of a member without the word that closes its list, or calls it a field: 食品加工|等,
    电子信息|领域.
    """
    if text.endswith("等", start, end):
        end -= 1
    return end - 2 if text.endswith("领域", start, end) and end - start > 3 else end


def _is_trade(printed: str) -> bool:
    """Whether a stretch is a trade, or trades side by side, and little else."""
    trades = industries().find(printed)
    return bool(trades) and sum(trade.end - trade.start for trade in trades) * 2 >= len(printed)


def _is_trade_alone(printed: str) -> bool:
    """Whether a stretch is one trade and nothing else: 化工, not 厦门化工."""
    return any(trade.start == 0 and trade.end == len(printed) for trade in industries().find(printed))


def _trade_name(printed: str) -> str:
    """A trade without its ending: 装备制造业 and 装备制造产业 are 装备制造, 乳业 stays."""
    name = re.sub("(?:产业|行业|(?<=加工)业|(?<=..)(?<![加重轻化新])工业)$", "", printed)
    return (
        name[:-1] if name.endswith("业") and len(name) >= 3 and name[-2] not in "农工林渔牧商矿乳药" else name
    )


def _without_generic(printed: str) -> str:
    """What is left of a stretch without the words that name nothing."""
    return _generic().sub("", printed)


@cache
def _generic() -> re.Pattern[str]:
    """Words that tell nothing of what they stand before (kind `generic` of list_breakers.csv), and counts."""
    terms = sorted(
        (row["term"] for row in vocabulary.read("list_breakers") if row["kind"] == "generic"),
        key=lambda term: (-len(term), term),
    )
    return quick(
        "|".join(map(re.escape, terms))
        + rf"|{_NUMBER}(?:个|大|条|家|批|类|座|市|县|区|镇|乡|省|级|亿元?级?)?|[（）、的]"
    )


@cache
def _new_districts() -> frozenset[tuple[str | None, str]]:
    """Code and name of the divisions whose name ends like a zone's: 沈北新区, not 西海岸新区."""
    return frozenset(
        (row["code"], row["label_zh"])
        for row in codes.read("region_codes")
        if row["label_zh"].endswith("新区") and len(row["label_zh"]) > 2
    )


_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"两": 2}


def _number(printed: str) -> int:
    """12, 十二 and 二十 as numbers; lists in print hold fewer than a hundred."""
    if printed.isdigit():
        return int(printed)
    tens, found, units = printed.rpartition("十")
    if not found:
        return _DIGITS.get(printed, 0)
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(units, 0)


def _list_tail(text: str, left: int, end: int) -> re.Match[str] | None:
    """What parts a list from its head at `end`; looked for in the last 30 characters only."""
    return _LIST_TAIL.search(text, max(left, end - 30), end)


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
    r"(?:工作)?(?:推进组|专班|领导小组|工作组|指挥部|推进办|办公室|联盟|协会|促进会|(?:产业|工业)?(?:融资)?(?:担保|投资|建设|开发|控股)+(?:集团)?(?:有限)?公司)"
)


def _find_heads(text: str) -> list[re.Match[str]]:
    """All heads of a text in order."""
    heads: list[re.Match[str]] = []
    done = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.end() <= done:
            continue
        head = HEAD.search(text, max(done, anchor.start() - _REACH), min(len(text), anchor.end() + 8))
        while head:
            heads.append(head)
            done = head.end()
            head = HEAD.search(text, done, anchor.end() + 8) if done < anchor.end() else None
    return heads


def _within(spans: list[tuple[int, int]], position: int) -> bool:
    index = bisect_right(spans, (position, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= position < spans[index][1]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap kept as they are but for those inside others."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept


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
                section_id=frame.section_id(named.start, named.end),
                start=start,
                end=end,
                quote=frame.document.source.text[start:end],
                name=named.name,
                name_text=frame.printed(*named.member),
                kind=named.kind,
                tier_text=frame.written(named.tier) if named.tier else None,
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
