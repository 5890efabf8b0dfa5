"""Whose figure it is: the subject of each figure, once the figures of a document are known.

Chinese prose names a subject once and goes on: a place, trade, cluster, park or firm at the head of a clause
is what its figures and those of the following clauses are of, until another is named. A part (其中…), a
product or a firm among others holds for its own clause alone; a heading, or what opens a paragraph, holds
for the sentences below it that name none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import groupby, pairwise

from jiqun.facts.coordination import split_members
from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Figure, Span
from jiqun.facts.figure_words import COUNTED_GROUP, HEADING_SUBJECT, LIST_JOINT, RESPECTIVELY
from jiqun.facts.frame import Frame
from jiqun.language.periods import find_periods
from jiqun.reading import Sentence

# Where a clause begins, for its subject: brackets and quotes do not end one.
_CLAUSE = re.compile(r"[，；：。！？\n]|(?<=[^\d]),|——")
# Words that open a clause on a part of what was spoken of.
_PART = re.compile(r"(?:其中|这些|其)，?")
# Adverbs, connectives and prepositions before a subject; a verb there makes what follows its object.
_BEFORE_SUBJECT = re.compile(
    r"(?:其中|同时|此外|另外|目前|预计|预期|力争|确保|争取|努力|到|使|使得|年内|全年|随着|截至|并|且|而|但|在|对|由|从|将|已"
    r"|初步统计|据统计|据初步统计|据测算|今年|去年|主要|合计|累计|仅|平均|其|、|末|底|期间|时期|”|“|年)+"
)
# A place named by its kind.
_WHOLE = re.compile(r"(?:全|我|本|该)(?:省|市|县|区|州|旗|盟|镇|乡|国)")
# Verbs that a heading opens with: 建设现代煤化工集群.
_HEADING_VERB = re.compile(
    r"(?:加快|着力|大力|积极|重点|优先|全力)?(?:建设|发展|培育|打造|壮大|做强|做大|做优|提升|培强|构建|推进|聚力|建强"
    r"|改造提升|巩固|形成|支持|推动|升级)*(?:发展)?"
)
# Headings that name a kind of trade or zone, none of its own.
_GENERIC = re.compile(
    r"(?:产业|特色|支柱|主导|优势|重点|骨干|传统|新兴|战略性|高新技术|工业|县域|现代|未来|集群|体系|龙头|省级|国家级|、|和)*"
    r"(?:产业集群|集群|产业链|产业园|工业园|园区|开发区|高新区|基地|集中区|小镇|小区|制造业|产业|企业|工业)"
)
# What a firm is called before its name: 龙头企业宇晟轴承.
_FIRM_KIND = re.compile(r"(?:龙头|骨干|核心|链主|重点|领军|牵头)(?:企业|公司)")
# A group of places, zones or trades with its number: 十四个专业镇, 六大支柱产业.
_COUNTED = re.compile(
    r"(?:\d{1,3}|[两二三四五六七八九十]{1,3})(?:个|大|家|条)[^，]{0,10}(?:产业链|集群|园区|产业|镇|开发区|基地|小区)$"
)
# A counted group of projects that opens a clause: 58个续建项目进展顺利.
_COUNTED_PROJECTS = re.compile(
    r"(?:全[省市县区州旗]|我[省市县区])?(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})[个项](?P<what>[\u4e00-\u9fff]{1,10}?(?:项目|工程))"
    r"(?=[^中])"
)
_NUMBER_OF_PROJECTS = re.compile(
    r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})[个项](?=[\u4e00-\u9fff]{0,8}(?:项目|工程)$)"
)
_OF_A_LIST = re.compile(r"、[^，；。]{2,40}?等[^，；。、]{0,10}(?:项目|工程)")
# Its members before it: 甲、乙、丙三大主导产业.
_COUNTED_LIST = re.compile(
    r"(?:[\u4e00-\u9fff]{2,20}的(?=[\d一二两三四五六七八九十])|(?:(?![和与及])[\u4e00-\u9fff（）]){1,16}(?:[、和与及](?:(?![和与及])[\u4e00-\u9fff（）]){1,16}){1,12}(?:等)?|[\u4e00-\u9fff]{2,12}[和与及])(?:\d{1,3}|[两二三四五六七八九十]{1,3})(?:个|大|家|条)"
    r"[\u4e00-\u9fff]{0,8}?(?:产业集群|集群|园区|产业链|产业|镇|开发区|基地|小区|集中区|企业)"
)
# 全省94个省级以上工业园区实现: a counted kind that is told apart without its number.
_COUNTED_RANK = re.compile(
    r"(?:全|我)[省市县区州旗](?:\d{1,4}|[一二两三四五六七八九十百]{1,4})(?:个|家|条)"
    r"(?P<what>(?:国家级|省级|市级|县级|重点|省|市)(?:以上|及以上)?[\u4e00-\u9fff]{0,6}?(?:园区|集群|产业链|开发区|基地|企业))(?=[\u4e00-\u9fff，])(?![的中和、])"
)
# Fields that something is done in: 围绕甲、乙四大领域，打造20个集群.
_WITHIN = re.compile("(?:在|围绕|聚焦|针对|面向|立足)")
# A list before the group that it makes up, and the verb before the list.
_LIST_BEFORE = re.compile(
    r"(?P<first>[\u4e00-\u9fff“”（）A-Za-z]{2,24})(?:、[\u4e00-\u9fff“”（）A-Za-z]{1,16}){1,20}(?:等)?$"
)
_BEFORE_LIST = re.compile(
    r".*(?:建成|建起|形成|打造|培育|建设|发展|壮大|推进|突出|做强|做大|构筑|构建|抓好|聚焦|围绕|确立|确定|包括|拥有|现有|做优|依托|支持|推动|带动)(?:了|起|出|以)?"
)
_LONGEST_LIST = 160
# What a counted group is known by, and the predicate behind it: 纳入省重点统计的50个产业集群实现.
_IN_A_LIST = re.compile("纳入|列入|入选|参加|统计|认定|命名|公布|监测")
_HAS = re.compile("实现|完成|达到|拥有|共|现有|累计|上缴|聚集")
# A kind alone: it speaks of the zone, cluster or trade named before.
_KIND_ALONE = re.compile(
    r"(?:该|本|整个|各)?(?:产业)?(?:集群|园区|产业链|产业园|开发区|工业园|基地|项目|企业|产业|行业|小区|公司|用地|单位|中心|领域|区)(?:内|里)?"
)
# How a zone calls itself.
_OWN_KINDS = ("园区", "开发区", "工业园", "产业园", "基地")
# What a place does that the following sentences tell of.
_ACTS = re.compile(
    "坚持|始终|围绕|立足|紧扣|聚焦|把|将|从[^，；。]{2,20}入手|通过|按照|大力|积极|着力|深入|扎实|全面|抢抓|依托|抓住|突出|加快|全力"
)
# Kinds of zones that can mean one named before, and how names of that kind end.
_ZONE_KIND_ALONE = re.compile(
    "(?:该|本|整个)?(?P<kind>产业集群|集群|集聚区|园区|产业链|小镇|开发区|工业园|产业园|基地)(?:内|里)?"
)
_KINDS = {"园区": ("园区", "工业园", "产业园", "开发区", "高新区"), "集群": ("集群",), "产业集群": ("集群",)}
# The kind of a zone before what it has: 园区 of 园区从业人员.
_ZONE_KIND = re.compile("园区|集群|开发区|集聚区|产业园|工业园|小区|基地|小镇")
# What makes a place's name a zone's.
_ZONE_BEHIND = re.compile(
    r"[^，；。：、\d的在有以至是由从要将把形占实完达]{1,10}?(?:产业集群|子集群|集群|产业链|产业园区?|工业园区?|产业小镇|开发区|高新区)"
)
# A trade of a place that a predicate or a comma follows: 阳新县|的鞋服产业从零起步.
_TRADE_OF_PLACE = re.compile(
    r"的[^，；。、\d的在有以至是由从要将把形占实完达]{1,8}(?:产业集群|产业|业)(?=[，从由已现起在呈规发经保持]|年产)"
)
# What is told of a trade as a whole: 新能源产业从无到有，现有企业30家.
_RISES = re.compile(
    r"[^，；。、的\d]{2,12}?(?:产业集群|产业链|产业|集群|业)(?=从无到有|从小到大|由小到大|由弱到强|从弱到强|起步|异军突起|方兴未艾|蓬勃发展|快速发展|加速崛起|持续壮大|不断壮大|稳步发展|势头良好|来势)"
)
# Verbs between a place and what it adds or gives: 全省|新增|铜产业链贷款60亿元.
_LAYS_OUT = re.compile(r"[^，；。]{0,6}?(?:新增|安排|发放|投放|引进|完成|落实|争取|统筹|新建|建成)")
_PLANNED = re.compile("计划|目标|任务|预算")
# A public body that acts at the head of a clause: 管委会设立应急转贷资金, 市经贸局每年组织三百家企业.
_BODY = re.compile(
    r"(?:我们)?(?:组建|协调|成立)?(?P<body>(?:[省市州县区旗](?![的级内外直属属域])(?:(?!政府)[\u4e00-\u9fff]){0,12}?(?:局|经委|政府|公司|中心)|管委会|[省市县区州]财政(?!收|支|预|厅|局|资|奖|补|专)|[省市县区州]里"
    r"|(?!联合|支持|鼓励|推动|依托|与|和|同)[\u4e00-\u9fff]{2,6}?(?:学院|大学)))(?=[\u4e00-\u9fff，])(?![的、和内])"
)
_GOVERNS = ("管委会", "政府")
# A body that a clause sets up, of which the next clauses tell: 组建县融资担保公司，累计担保6亿元.
_FOUNDED = re.compile(
    r"(?:组建|成立|设立|共建|联合建立|建立)(?:了)?(?P<what>(?!一批|若干|专项|多个|首个|一个|\d)[\u4e00-\u9fff]{3,20}?(?:公司|研究院|研究所|检测中心|担保中心|服务平台|检测平台|服务中心))(?=[，；]|$)"
)
# What is made or grown, before how much of it there is: 钢卷尺 of 钢卷尺产量, 全县苹果 of 全县苹果面积.
_AMOUNT = (
    r"(?:年|日)?(?:总)?(?:标准化)?(?:产量|(?<!生)产能|生产能力|加工能力|种植面积|面积|饲养量|存栏|出栏|自给率|国产化率"
    r"|(?:国内|全国|国际|全球|世界|省内|区内|市内|本地)?(?:市场(?:占有率|份额)|自给率|综合利用率))"
)
_PRODUCT = re.compile(rf"(?P<what>[\u4e00-\u9fffA-Za-z]{{2,10}}?)(?={_AMOUNT})")
_OF_IT = re.compile(_AMOUNT)
# Ground and floors, whose area is the zone's: no product.
_NO_PRODUCT = re.compile(
    "粮食|石膏|固废|固体废物|废弃物|资源|粉煤灰|煤矸石|建筑|占地|规划|用地|开发|厂房|建成区|建设|土地|绿化|核心区|本地|落后|淘汰|过剩|总|新增"
)
# Where a zone lies, not what it is: 地处楚雄市东瓜镇.
_LIES_IN = re.compile(r"地处|位于|坐落")
_WHOLE_LIES = re.compile(r"(?P<whole>[我本该](?:省|市|县|区|州|旗|镇))(?:地处|位于|坐落)")
# 其中汽车增压器产业拥有整机企业87户，从业人员9600余人: the part is spoken of for longer.
_HAS_FIRMS = re.compile("拥有|现有|集聚|聚集")
# 其中应急车辆2.1万辆: a product among those made.
_PART_OF_OUTPUT = re.compile(
    "其中，?(?P<what>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:产量|产能|达到?|约|近|有)*(?=[\\d一二三四五六七八九十百千])"
)
# What is made so much of a year, between the pace and the number: 年产电力机车800台、城轨车辆1500辆.
_MADE = re.compile(
    r"(?:年产|年产[^，；。、\d]{2,10}\d[\d.]*[万亿]?[\u4e00-\u9fff]、)(?P<what>(?!值|量|能|业|出)[^，；。、\d达到约近各]{2,10})$"
)
# A further part and nothing else before its number.
_NEXT_PART = re.compile("、(?P<what>[\u4e00-\u9fff]{2,12})")
# A clause that sums up the list before it.
_SUM = re.compile(r"(?:三者|两者|共计|合计|总计|加起来)")
# The head that the members of a list share: 甲、乙3个产业集群, 甲、乙产业集群.
_SHARED_HEAD = re.compile(
    r"(?:等)?(?:(?:\d{1,3}|[两二三四五六七八九十]{1,3})(?:个|大|家|条)[\u4e00-\u9fff]{0,10}?)?"
    r"(?:产业集群|子集群|集群|产业链|园区|产业|开发区|基地|小区|专业镇|企业)$"
)
# Ground that a zone is measured by: 静宁工业园区建成区扩展到8.4平方公里.
_GROUND = re.compile(r"(?:建成区|核心区|起步区|规划区|内|区内|集聚区)")
# 每个设区市至少形成1个
_EACH_OF = re.compile(
    r"(?:平均)?(?P<who>每个?[\u4e00-\u9fff]{0,4}?(?:设区市|市|县|(?<!设)区|镇|园区|集群|企业|基地|产业链))"
)
# Clauses that tell what helped, not whose figures follow: 随着两个项目的落户, 在两大产业的拉动下.
_UNDER = re.compile(
    r"从[^，；。]{1,16}到[^，；。]{1,16}(?:齐全|配套|完备|覆盖|贯通)|(?:随着|由于|得益于|受[^，；。]{2,20}影响)|在[^，；。]{2,40}(?:拉动|带动|推动|支持|努力|背景|形势|影响|基础)(?:下|上|之下)(?=[，；]|$)"
)
# A rank, which is of what is counted, not of who has it: 省级产融合作制造业|重点企业.
_RANK_FIRST = re.compile("(?:国家|省|市|县)级(?![^，；。]{0,12}(?:园区|开发区|高新区|集群|基地|新区|产业园))")
# What a firm does, or how an authority works: 主要生产原料药, 全力以赴建载体、提能级.
_DOES = re.compile(
    r"(?:主要|专业|专门)?(?:生产(?!线|基地|企业|服务|性|资料)|从事|经营(?!主体)"
    r"|主营(?!业务)|主产|研制|致力)|全力以赴|坚持|聚焦|紧扣|围绕|立足|瞄准|秉承|坚定"
)
# Who speaks: 某市委主要领导接受采访时表示.
_SPEAKER = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:[省市县区州旗]委|[省市县区州旗]政府|管委会|[局厅]|开发区|高新区)?(?:主要|分管|有关|相关)?(?:领导|负责人|书记|[省市县区州]长)"
    r"[\u4e00-\u9fff]{0,12}?(?:表示|介绍|说|指出|强调|透露|告诉)"
)
# Verbs before a zone or firm that the figures behind it are of: 完善河东工业园路网, 组建县工业投资公司.
_OPENING_VERB = re.compile(
    r"(?:完善|新修|修建|铺设|整治|组建|成立|建成|建设|新建|启动|支持|推动|推进|加快|提升|改造|扩建|做强|做大|壮大|规划|高标准|高水平|着力|全面|持续)+"
)
_BUILDS = re.compile("完善|新修|修建|铺设|整治|建成|建设|新建|启动|改造|扩建|规划|提升")
_FIRM = re.compile("(?:公司|集团|厂|企业)$")
# Verbs whose object follows: 形成甲、乙等12个集群.
_MAKES = re.compile(
    r"(?:形成|培育|打造|建成|新建|引进|组建|编制|制定|吸引|实施|培植|带动)(?:了|起|壮大)?《?$"
)
# A zone, chain or firm that opens a clause, whatever follows it: 河东工业园全年新征土地.
_ZONE_FIRST = re.compile(
    r"[^，；。：、\d《的在有以至是由从要将把与和]{0,14}?(?:工业园区?|产业园区?|园区|开发区|高新区|产业集群|子集群|产业链|集聚区|集中区|集团|公司)"
    r"(?![的内区和与、链主业建])"
)
# Words that open an indicator's name and are nobody.
_NOBODY = re.compile(
    "全产业链|全行业|地区|城镇|农村|城乡|国内|省内|市内|区内|本地|当地|全国|全球|三次产业|国民经济|入区|入园|入驻|起步区|建成区|核心区|营业|国家|全社会|社会|工业用地|建设用地"
)
# Industry or firms of a place by their size: the rate behind them is theirs, not the place's.
_BY_SIZE = re.compile(
    r"(?:全[省市县区州旗]|(?:集群|园区|区|链)内)?(?P<size>(?:规模以上|规上|限额以上|大中型|规模(?=工业企业))(?:工业|企业)+)"
)
# Classes of firms, and industry as a whole: part of what is measured, nobody's name.
_SIZE_CLASS = re.compile(
    r"(?:内)?(?:(?:规模以上|规上|限额以上|大中型|规模(?=工业企业))(?:工业|企业)+|(?:龙头|骨干|重点|集群|园区|入园|入驻|中小)企业|(?:工业|产业|招商|投资)项目|(?<=[省市县区州旗])工业|^工业)$"
)
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
)
# Firms told by their size or rank.
_CLASS_OF_FIRMS = re.compile(
    r"[\d十百千万亿]+元|[十百千]亿级|专精特新|小巨人|单项冠军|高新技术企业|上市|独角兽|瞪羚"
)
# What a place's statistics call so as a whole, and what only a place has.
_OF_PLACE = re.compile(
    r"(?:规模以上|规上)工业(?:企业)?(?:总产值|增加值|产值)|全社会|(?:地区)?生产总值|每万人|一般公共预算|城镇|农村|居民|社会消费品"
    r"|(?:单位|万元)(?:工业)?(?:地区生产总值|GDP|工业增加值)|一般工业固体|主要污染物|绿电|(?:规模以上|规上)?工业(?:企业)?(?:研发|能耗|固废|用电|投资)"
)
_OF_OUTPUT = re.compile("占(?:全[省市县区州])?(?:地区)?生产总值")
# What a project has, or will bring once it runs.
_OF_PROJECT = re.compile(r"(?:达产|投产|建成|满产|竣工|运营)后|占地|用地|建筑面积")
# What a product has.
_OF_PRODUCT = frozenset(("production_capacity", "production_volume", "market_share"))
# Money put into a counted group of projects.
_OF_GROUP = frozenset(("investment", "contracted_investment", "land_area", "utilized_fdi"))
# Money that has come to a place, whatever projects brought it: 引进项目15个，到位内资50亿元.
_ARRIVED = re.compile(
    "(?:省外|市外|县外|区外|境外)?(?:到位|实际(?:到位|利用|使用)|引进(?:内|外|市外|省外)?资)"
)
# Projects of one stage, whose money and output the next figures are: 签约项目43个、总额68.5亿元.
_SIGNED = re.compile(
    r"(?:\w{0,8}?(?:季度|年|月))?(?:\d{1,4}[个项])?(?P<what>(?:现场|集中|新|正式)?(?:签约|投产|竣工|开工|在建|续建)(?:投产)?(?:工业|产业|招商)?项目)"
    r"(?:中，|(?:共|达|达到|有)?[\d一二三四五六七八九十百]+个)"
)
_OF_SIGNED = _OF_GROUP | {"contracted_fdi", "gross_output", "revenue", "tax"}
_PHASE = re.compile("[一二三四五六首]期$")
# What all projects of a group have cost so far, behind their stages: …，前期33个；完成投资398亿元.
_SUM_OF_THEM = re.compile("(?:累计|共|已|年度)?完成(?:年度)?投资(?:达|约|近|超过?)?")
# What stands between a size and what it is of: 占地1200亩、总投资48亿元|的|应急装备产业园.
_OF_WHAT = re.compile(r"(?:、总?投资[\d.]+[万亿]*(?:美)?元)?的")
# A counted group that has figures of its own: what follows it speaks of the group.
_GROUP = re.compile(
    r"(?:集群|园区|小区|开发区|高新区|工业园|产业园|集中区|项目|工程|基地|专业镇|小镇|块状经济)(?:（[^）]*）)?$"
)
_COUNT_OF_GROUPS = frozenset(("cluster_count", "park_count", "administrative_count"))
# What stands alone as subject beyond its own clause.
_LASTING = re.compile(
    r"(?:业|集群|集群（基地）|园区|开发区|高新区|经开区|工业园|产业园|集团|公司|厂|[省市县区州旗盟]|新区|片区|基地|项目"
    r"|局|政府|管委会|学院|大学|板块|镇|街道|工业带|产业带|产业链|小镇|中心|港|湾|半岛|工程|领域)$"
)


class Subjects:
    """Gives the figures of one document their subjects."""

    def __init__(
        self, frame: Frame, phrases: Phrases, projects: dict[int, int], groups: dict[int, int]
    ) -> None:
        """`projects`, `groups`: spans of the names of projects and of counted groups, end by start."""
        self.frame, self.phrases, self.text = frame, phrases, frame.text
        self.projects, self.groups = projects, groups
        self._headings: dict[int, Span | None] = {}

    def assign(self, figures: list[Figure]) -> None:
        """Set the subject of each figure whose list has not given it one; `figures` are in order of place."""
        starts = [sentence.start for sentence in self.frame.sentences]
        topic: Span | None = None
        last = -2
        for index, group in groupby(
            figures, key=lambda figure: bisect_right(starts, figure.numeral.start) - 1
        ):
            sentence = self.frame.sentences[index]
            first = self._paragraph(index)
            if last < first:
                runs_on = first > 0 and "\n" not in self.text[self._ends(first - 1) : sentence.start]
                kept = topic if runs_on and topic is not None and self._is_whole(topic) else None
                topic = self._lead(index) or kept
                last = first - 1
            for between in range(last + 1, index):
                silent = self.frame.sentences[between]
                found = self._clause_head(silent.start, silent.end)
                if found and self._hands_on(found):
                    topic = found
                    continue
                place = self._place_that_acts(silent.start, silent.end)
                if place:
                    topic = place
                    continue
                end = silent.start + len(self.text[silent.start : silent.end].rstrip("。：\n 　"))
                found = self._clause_head(silent.start, end)
                if found and self._is_run_in(between, found):
                    topic = found
            inside = list(group)
            handed = self._read_sentence(sentence.start, sentence.end, inside, topic)
            self._share_out(inside)
            topic = handed if handed and self._hands_on(handed) else topic
            last = index

    def _ends(self, index: int) -> int:
        return self.frame.sentences[index].end

    def _place_that_acts(self, start: int, end: int) -> Span | None:
        """A place that a later clause of a sentence without figures says something of: 今年来，荆州区从…入手."""
        for left, right in self._clauses(start, end)[1:]:
            first, last = self.phrases.trim(left, right)
            for place in self.phrases.places_from(first):
                if place.end < last and _ACTS.match(self.text, place.end):
                    return place.start, place.end
        return None

    def _named_before(self, found: Span) -> Span | None:
        """The one zone or cluster that a kind alone can mean: 集群 of 集群上半年交易额 after 甲轴承产业集群.

        None where the paragraph names several before it, or where a zone speaks of itself.
        """
        kind = _ZONE_KIND_ALONE.fullmatch(self.text, *found)
        if kind is None or (kind["kind"] in _OWN_KINDS and self.frame.speaks_as_zone):
            return None
        ends = _KINDS.get(kind["kind"], (kind["kind"],))
        starts = [start for start in self._named_starts if start < found[0]]
        spans = [
            (start, self.phrases.named[start])
            for start in starts
            if self.text.endswith(ends, start, self.phrases.named[start])
            and self.phrases.named[start] - start > len(kind["kind"]) + 1
            and "、" not in self.text[start : self.phrases.named[start]]
        ]
        if not spans:
            return None
        sentence = bisect_right(self._sentence_starts, found[0]) - 1
        edge = self.frame.sentences[self._paragraph(sentence)].start
        near = [span for span in spans if span[0] >= edge] or spans
        return near[-1] if len({self.text[slice(*span)] for span in near}) == 1 else None

    @cached_property
    def _named_starts(self) -> list[int]:
        return sorted(self.phrases.named)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.frame.sentences]

    def _is_run_in(self, index: int, found: Span) -> bool:
        """Whether a sentence is a name and nothing else, as a heading run in to its paragraph: 建材产业。"""
        sentence = self.frame.sentences[index]
        return (
            self._paragraph(index) == index
            and re.fullmatch("[\u4e00-\u9fff“”、]+", self.text[slice(*found)]) is not None
            and (
                HEADING_SUBJECT.search(self.text[slice(*found)]) is not None
                or self.phrases.named.get(found[0]) == found[1]
            )
            and self.text[sentence.start : sentence.end].strip("。：\n 　") == self.text[slice(*found)]
        )

    def _paragraph(self, index: int) -> int:
        """Index of the first sentence of the paragraph and section that a sentence stands in."""
        return self._paragraphs[index]

    @cached_property
    def _paragraphs(self) -> list[int]:
        """For each sentence the index of the first one of its paragraph and section."""
        firsts: list[int] = []
        previous: Sentence | None = None
        for index, sentence in enumerate(self.frame.sentences):
            goes_on = (
                previous is not None
                and previous.section == sentence.section
                and "\n" not in self.text[previous.end : sentence.start]
            )
            firsts.append(firsts[-1] if goes_on else index)
            previous = sentence
        return firsts

    def _lead(self, index: int) -> Span | None:
        """What heads a paragraph: the section's heading where it names a zone, chain or trade."""
        for section in self.frame.section_path(self.frame.sentences[index].section)[:2]:
            if section not in self._headings:
                self._headings[section] = self._heading(section)
            if self._headings[section]:
                return self._headings[section]
        return None

    def _heading(self, section: int) -> Span | None:
        first, last = self.frame.headings[section].heading
        verb = _HEADING_VERB.match(self.text, first, last)
        first = verb.end() if verb else first
        if (
            section
            and 2 <= last - first <= 24
            and (HEADING_SUBJECT.search(self.text[first:last]) or self.phrases.named.get(first) == last)
            and "，" not in self.text[first:last]
            and not _GENERIC.fullmatch(self.text, first, last)
            and (
                self.phrases.noun(first, last) == (first, last)
                or first in self.phrases.named
                or self.phrases.is_place(first, first + 2)
            )
        ):
            return first, last
        return None

    def _read_sentence(self, start: int, end: int, figures: list[Figure], topic: Span | None) -> Span | None:
        """Subjects of one sentence's figures; the topic it hands on."""
        position = start
        group: Span | None = None
        signed: Span | None = None
        opening: Span | None = topic
        previous: Figure | None = None
        whole: dict[Span, Span] = {}
        first = True
        for figure in figures:
            number = figure.numeral.start
            anchor = number
            if figure.indicator and start <= figure.indicator[0] < number:
                anchor = figure.indicator[0]
            head: Span | None = None
            for left, right in self._clauses(position, number):
                if left == position > start:
                    # 20个国家级中心、200个省级中心: what stands behind a number is what it counts
                    joint = self.text.find("、", left, right)
                    if joint < 0 or joint + 1 >= anchor:
                        continue
                    left = joint + 1
                stage = _SIGNED.match(self.text, left)
                if stage and stage.end() <= number:
                    # 新开工项目8个，竣工项目14个，完成投资30亿元: nobody says whose
                    signed = stage.span("what") if signed is None else None
                found = self._of_clause((left, right), anchor, figure)
                if left > start and self.text[left - 1] == "；":
                    topic, group, head, previous, signed = opening, None, None, None, None
                if found is None:
                    continue
                if _NOBODY.fullmatch(self.text, *found):
                    continue
                alone = _KIND_ALONE.fullmatch(self.text, *found) is not None
                if alone and topic is not None and not self._is_whole(topic) and not self._is_body(topic):
                    found = topic
                elif alone and (named := self._named_before(found)):
                    found = named
                head = found
                is_part = _PART.match(self.text, left) and not _HAS_FIRMS.match(self.text, found[1])
                if found is not topic and not is_part and self._lasts(found):
                    topic, group = found, None
                    if first and (
                        self._hands_on(found)
                        or _COUNTED.search(self.text, *found)
                        or self.text[found[0] - 1 : found[0]] in ("个", "家", "条")
                        or (alone and self.text.endswith(("园区", "开发区", "工业园"), *found))
                    ):
                        opening = found
                first = False
            if (
                head is None
                and topic is not None
                and figure.indicator
                and self._speaks_of_place(topic, figure)
            ):
                topic = opening = self._place_of(topic) or (opening if opening is not topic else None)
            owner = previous.subject if previous is not None else None
            if (
                head is None
                and topic is not None
                and opening is not None
                and self._is_trade_aside(topic, opening, figure)
            ):
                topic = opening
            works = self._works(figure, start, number, owner is not None and owner[0] not in self.projects)
            if figure.given and figure.subject is not None:
                if (
                    head is not None
                    and head[0] <= figure.subject[0] < head[1]
                    and "、" not in self.text[slice(*head)]
                ):
                    whole[figure.subject] = head
                figure.subject = whole.get(figure.subject, figure.subject)
            elif figure.code == "gross_output" and figure.indicator == figure.subject is not None:
                pass  # 汽车产业力争突破3000亿元
            elif previous is not None and self._is_of_plan(previous, figure):
                # 完成投资398亿元，为年度计划482亿元的82.6%
                figure.subject = previous.subject
            elif works is not None:
                figure.subject = works
            elif head is None and signed is not None and figure.code in _OF_SIGNED:
                figure.subject = signed
            elif previous is not None and (part := self._further_part(previous, number)):
                # 其中再生铜126亿元、再生铝48亿元
                figure.subject = part
            elif head is None and previous is not None and self._is_of_part(previous, figure):
                # 其中特种纸产业产值386亿元，规模以上企业74家
                figure.subject = previous.subject
            elif figure.numeral.form == "structure":
                figure.subject = topic if topic is not None and self._hands_on(topic) else None
            elif head is not None:
                figure.subject = head
            elif previous is not None and not re.search(
                "[，；：。]", self.text[previous.numeral.end : number]
            ):
                # 产能达到25万吨/年、全国市场占有率12%: one clause, one subject
                figure.subject = previous.subject
            elif (
                previous is not None
                and previous.subject
                and figure.indicator
                and _OF_IT.match(self.text, previous.subject[1])
                and _OF_IT.match(self.text, figure.indicator[0])
            ):
                # 肉牛饲养量13.8万头，出栏5.2万头
                figure.subject = previous.subject
            elif previous is not None and previous.given and topic and self._is_sum(number):
                figure.subject = topic
            elif (
                previous is not None
                and figure.indicator
                and previous.indicator
                and figure.indicator[1] == previous.indicator[1]
            ):
                figure.subject = previous.subject
            else:
                figure.subject = group or topic
            if figure.unit == "1" and figure.code in _COUNT_OF_GROUPS and self._is_group(figure):
                group = self._with_whole(start, figure)
            previous = figure
            position = figure.numeral.end
        return opening

    def _zone_before(self, left: int, number: int) -> Span | None:
        """A named zone right before its size: 建成甲开发区陶瓷园7.6平方公里, 启动乙工业园三期2000亩征地."""
        phase = _PHASE.search(self.text, left, number)
        edge = phase.start() if phase else number
        for start in range(max(left, edge - 30), edge):
            if self.phrases.named.get(start) == edge:
                return start, number
        return None

    def _with_size(self, left: int, figure: Figure) -> None:
        """Let the name of an indicator begin with the class of firms by size before it: 规上工业亩均税收.

        Such a class is nobody's name: the figure is the place's, the zone's or the trade's. 规上工业增加值 has it
        already; 规上企业72户 counts it.
        """
        if not figure.indicator or figure.indicator[1] > figure.numeral.start or figure.unit == "1":
            return
        first, last = figure.indicator
        for found in _BY_SIZE.finditer(self.text, left, first):
            if re.fullmatch("[\u4e00-\u9fff]*", self.text[found.end() : first]):
                figure.indicator = found.start("size"), last
                return

    def _product(self, left: int, figure: Figure) -> Span | None:
        """钢卷尺 of 钢卷尺产量8.5亿只; not of 规划面积15平方公里.

        The indicator is cut to what stands behind it.
        """
        if not figure.indicator or figure.indicator[1] > figure.numeral.start:
            return None
        first, last = self.phrases.trim(left, figure.indicator[1])
        found = _PRODUCT.match(self.text, first, max(last, figure.indicator[1]))
        if (
            found is None
            or _NO_PRODUCT.search(found["what"])
            or _KIND_ALONE.fullmatch(found["what"])
            or _NOBODY.fullmatch(found["what"])
            or self.phrases.noun(first, found.end())[1] < min(first + 2, found.end())
        ):
            return None
        if _WHOLE.fullmatch(found["what"]) or _ZONE_KIND.match(found["what"]):
            return None
        if found["what"].endswith("厂设计"):
            figure.indicator = max(figure.indicator[0], found.end()), figure.indicator[1]
            return found.start("what"), found.end("what") - 2
        whose = found["what"].rfind("的") + 1
        if whose and len(found["what"]) - whose >= 2:
            # 大梨树村的|五味子|种植面积
            figure.indicator = max(figure.indicator[0], found.end()), figure.indicator[1]
            return found.start("what") + whose, found.end("what")
        figure.indicator = max(figure.indicator[0], found.end()), figure.indicator[1]
        return found.span("what")

    def _speaks_of_place(self, topic: Span, figure: Figure) -> bool:
        """Whether a figure leaves a group of firms or a trade for the place: 规上工业…，全社会研发投入…."""
        assert figure.indicator is not None
        of_place = _OF_PLACE.match(self.text, figure.indicator[0]) is not None
        if _COUNTED.search(self.text, *topic) and of_place:
            return True  # 建设三大工业园区，去年规模以上工业增加值超过20亿元
        whole = _WHOLE.match(self.text, *topic)
        if whole and whole.end() < topic[1]:
            # 全区制造业增加值占比达到24%，形成千亿级集群6个
            per_output = _OF_OUTPUT.search(self.text, figure.indicator[0], figure.numeral.start)
            is_research = figure.code == "rd_intensity" and per_output is not None
            return of_place or is_research or self._counts_for_place(figure, topic)
        if whole is None:
            is_trade = topic[0] not in self.phrases.named and self.phrases.is_topic(*topic)
            return of_place and is_trade and not self._hands_on(topic)
        return of_place or (
            _OF_OUTPUT.search(self.text, figure.indicator[0], figure.numeral.start) is not None
        )

    def _place_of(self, topic: Span) -> Span | None:
        """The place that a topic begins with: 全区 of 全区制造业."""
        whole = _WHOLE.match(self.text, *topic)
        return whole.span() if whole and whole.end() < topic[1] else None

    def _counts_for_place(self, figure: Figure, topic: Span | None) -> bool:
        """Whether a count is of clusters, zones or a class of firms, which a place has rather than its industry.

        A trade has firms of a class itself: 全省铜产业…培育百亿元企业12户.
        """
        if figure.indicator is None or figure.unit != "1":
            return False
        edge = max(self.text.rfind(mark, 0, figure.indicator[0]) for mark in "，；。：") + 1
        if _PART.match(self.text, edge):
            return False
        if figure.code in ("cluster_count", "park_count"):
            return True
        if topic is not None and not self.text.endswith(_BROAD, *topic):
            return False
        printed = self.text[max(figure.indicator[0] - 12, edge) : figure.indicator[1]]
        return figure.code == "enterprise_count" and _CLASS_OF_FIRMS.search(printed) is not None

    def _is_of_plan(self, previous: Figure, figure: Figure) -> bool:
        """Whether a figure says what was planned of the one before it, or what share of the plan that is."""
        between = self.text[previous.numeral.end : figure.numeral.start]
        return (
            figure.indicator == previous.indicator
            and len(between) < 14
            and (_PLANNED.search(between) is not None or between == "的")
        )

    def _is_trade_aside(self, topic: Span, opening: Span, figure: Figure) -> bool:
        """Whether a count of clusters or of firms by their size leaves the trade named last for the place.

        全市…，数字经济增加值占比达到12%，纳税过1亿元的企业达30家; not 汽车产业产值90亿元，企业30家.
        """
        if figure.indicator is None or figure.unit != "1" or not self._is_whole(opening) or opening == topic:
            return False
        if self._hands_on(topic) or topic[0] in self.phrases.named or not self.phrases.is_topic(*topic):
            return False
        return self._counts_for_place(figure, None)

    def _further_part(self, previous: Figure, number: int) -> Span | None:
        """A further part of a list that 其中 opened: what stands between 、 and its number."""
        subject, last = previous.subject, previous.numeral.end
        if subject is None or subject[1] != previous.numeral.start:
            return None
        found = _NEXT_PART.fullmatch(self.text, last, number)
        if found is None or not (
            self.text.endswith("其中", 0, subject[0]) or self.text.endswith("、", 0, subject[0])
        ):
            return None
        return found.span("what")

    def _is_of_part(self, previous: Figure, figure: Figure) -> bool:
        """Whether firms or jobs are those of the trade or zone that 其中 has just opened."""
        if previous.subject is None or figure.code not in ("enterprise_count", "employment"):
            return False
        first, last = previous.subject
        return (
            _PART.search(self.text, max(first - 4, 0), first) is not None
            and _LASTING.search(self.text[first:last]) is not None
            and re.search("[；。]", self.text[previous.numeral.end : figure.numeral.start]) is None
        )

    def _is_sum(self, number: int) -> bool:
        """Whether a clause sums up the list before it: 分别为22.4亿元、8.9亿元，合计31.3亿元."""
        edge = max(self.text.rfind(mark, 0, number) for mark in "，；。") + 1
        return _SUM.match(self.text, edge, number) is not None

    def _share_out(self, figures: list[Figure]) -> None:
        """Give the values of a 分别 list the members of the list that is their common subject.

        甲、乙、丙3个集群，2025年产值分别达到90亿元、40亿元和25亿元; not 甲、乙实现产值90亿元、税收3亿元.
        """
        index = 0
        while index < len(figures):
            last = index + 1
            while last < len(figures) and LIST_JOINT.match(
                self.text[figures[last - 1].numeral.end : figures[last].numeral.start]
            ):
                last += 1
            run = figures[index:last]
            index = last
            number, whole = run[0].numeral.start, run[0].subject
            one_time = len({figure.period for figure in run}) == 1
            if len(run) < 2 or whole is None or not one_time or any(figure.given for figure in run):
                continue
            edge = max(self.text.rfind(mark, 0, number) for mark in "，；。：\n") + 1
            if not RESPECTIVELY.search(self.text, edge, number):
                continue
            members = self._members(whole) or self._members_before(whole[0])
            if len(members) != len(run):
                continue
            members = self._as_places(members)
            for figure, member in zip(run, members, strict=True):
                figure.subject = member

    def _as_places(self, members: list[Span]) -> list[Span]:
        """Members without the trade behind the last of them where all are places: 甲市、乙县|农机."""
        if not all(self.phrases.is_place(*member) for member in members[:-1]):
            return members
        places = self.phrases.places_from(members[-1][0])
        return [*members[:-1], (members[-1][0], places[-1].end)] if places else members

    def _members(self, span: Span) -> list[Span]:
        """The members of a coordinated subject, without the head that all of them share."""
        start, end = span
        head = _SHARED_HEAD.search(self.text[start:end])
        first = re.split("[、和与及]", self.text[start:end], maxsplit=1)[0]
        if head and first.endswith(head[0]):
            head = None  # 甲产业园区、乙工业园区
        end = start + head.start() if head and head.start() else end
        members = split_members(self.text, start, end)
        return members if len(members) > 1 else []

    def _with_members(self, edge: int, group: Span) -> Span:
        """A counted group with the list of its members: 甲、乙等六大支柱产业 of 形成甲、乙等六大支柱产业."""
        found = _LIST_BEFORE.search(self.text, max(edge, group[0] - _LONGEST_LIST), group[0])
        if found is None:
            return group
        verb = _BEFORE_LIST.match(self.text, found.start(), found.end("first"))
        start = verb.end() if verb else found.start()
        start, _ = self.phrases.trim(start, found.end("first"))
        return (start, group[1]) if start < found.end("first") else group

    def _members_before(self, group: int) -> list[Span]:
        """The members printed right before a counted group: 甲、乙、丙 of 做优甲、乙、丙3个特色子集群."""
        edge = max(self.text.rfind(mark, 0, group) for mark in "，；。：\n") + 1
        verb = _HEADING_VERB.match(self.text, edge, group)
        return split_members(self.text, verb.end() if verb else edge, group)

    def _of_clause(self, clause: Span, anchor: int, figure: Figure) -> Span | None:
        """The topic of one clause before a figure; `anchor` is where what the figure is of begins."""
        left, right = clause
        number = figure.numeral.start
        if not (left <= anchor < right or right == anchor == number):
            found = self._clause_head(left, right)
            counted = COUNTED_GROUP.search(self.text, left, right)
            if counted and (found is None or found[1] <= counted.start()):
                return self._with_members(left, counted.span())
            return found
        self._with_size(left, figure)
        if figure.unit in ("km2", "mu", "ha", "m2"):
            zone = self._zone_before(left, number)
            if zone:
                return zone
        if figure.code == "production_capacity":
            output = _MADE.search(self.text, max(left - 20, 0), number)
            edge = max(self.text.rfind(mark, 0, number) for mark in "，；。：") + 1
            if output and output.end() == number and not self._clause_head(edge, output.start()):
                return output.span("what")
        part = _PART_OF_OUTPUT.match(self.text, left, number) if figure.code in _OF_PRODUCT else None
        if part and part.end() == number:
            return part.span("what")
        narrow = self._product(left, figure)
        if narrow:
            return narrow
        found = self._clause_head(left, anchor)
        if found and figure.unit == "1" and "、" in self.text[slice(*found)]:
            found = None
        projects = _COUNTED_PROJECTS.match(self.text, *self.phrases.trim(left, right))
        if projects and figure.indicator and figure.indicator[0] <= projects.end("what") < number:
            found = projects.span("what")
            if projects.end("what") < figure.indicator[1]:
                figure.indicator = projects.end("what"), figure.indicator[1]
        if found is None and figure.indicator and figure.indicator[0] == anchor:
            found = self._inside_indicator(left, figure)
        near = self._near(left, anchor, figure)
        if near and figure.indicator and _SIZE_CLASS.fullmatch(self.text, *near):
            figure.indicator = near[0], figure.indicator[1]
            near = None
        if found is None and near is None and figure.unit == "1":
            first, _ = self.phrases.trim(left, right)
            whole = _WHOLE.match(self.text, first, right)
            return whole.span() if whole else None
        if (
            near
            and found
            and _WHOLE.fullmatch(self.text, *found)
            and _LAYS_OUT.fullmatch(self.text, found[1], near[0])
        ):
            return found  # 全省新增铜产业链贷款
        return near if near and (found is None or found[1] <= near[0]) else found

    def _works(self, figure: Figure, start: int, number: int, owned: bool) -> Span | None:
        """The project or counted group of projects that a figure of land, money or output is of."""
        owner = _OF_WHAT.match(self.text, figure.numeral.end)
        if owner and figure.code in _OF_GROUP:
            # 占地220亩的智能工厂
            if owner.end() in self.projects:
                return owner.end(), self.projects[owner.end()]
            if owner.end() in self.phrases.named:
                return owner.end(), self.phrases.named[owner.end()]
        arrived = figure.indicator is not None and _ARRIVED.match(self.text, figure.indicator[0]) is not None
        if figure.code in _OF_GROUP or figure.code == "project_count":
            left = bisect_right(self._group_starts, number) - 1
            edge = self.text.rfind("\n", 0, start) + 1 if self.text.startswith("其中", start) else start
            if left >= 0 and self._group_starts[left] >= edge:
                found = self._group_starts[left]
                between = self.text[self.groups[found] : number]
                if arrived and not self.text.endswith("其中", edge, found):
                    return None
                gap = between.split("其中")[0]
                if ("；" not in gap or _SUM_OF_THEM.fullmatch(gap.rsplit("；", 1)[1])) and (
                    figure.code in _OF_GROUP or "其中" in between
                ):
                    return found, self.groups[found]
        if _OF_PROJECT.search(self.text, max(start, number - 40), number):
            left = bisect_right(self._project_starts, number) - 1
            # A sentence that has had a figure of someone's own goes on with it.
            reach = start if owned else max(start - 120, 0)
            reach = max(reach, self.text.rfind("\n", reach, number) + 1)
            if left >= 0 and self._project_starts[left] >= reach:
                return self._project_starts[left], self.projects[self._project_starts[left]]
        return None

    @cached_property
    def _project_starts(self) -> list[int]:
        return sorted(self.projects)

    @cached_property
    def _group_starts(self) -> list[int]:
        return sorted(self.groups)

    def _clauses(self, start: int, end: int) -> list[Span]:
        edges = [start, *(mark.end() for mark in _CLAUSE.finditer(self.text, start, end)), end]
        return [(left, right) for left, right in pairwise(edges) if left < right]

    def _is_group(self, figure: Figure) -> bool:
        """Whether a fact counts zones or clusters, of which the next clauses speak; no list goes on there."""
        return (
            figure.indicator is not None
            and (figure.modality.table == "indicators" or self.text.endswith("等", 0, figure.numeral.start))
            and _GROUP.search(self.text[slice(*figure.indicator)]) is not None
            and self.text[figure.numeral.end : figure.numeral.end + 1] in "，；"
        )

    def _with_whole(self, start: int, figure: Figure) -> Span | None:
        """The group that a fact counts, with the place before it: 全区工业园区 of 全区工业园区达到31个."""
        if figure.indicator is None:
            return None
        first, last = figure.indicator
        if first == figure.numeral.end:
            members = self._with_members(start, (figure.numeral.start, last))
            if members[0] < figure.numeral.start:
                return members
        whole = _WHOLE.fullmatch(self.text, max(start, first - 2), first)
        return (whole.start() if whole else first), last

    def _is_whole(self, span: Span) -> bool:
        """Whether a topic is the place as a whole: 集群内 under it speaks of its clusters, not of it."""
        return _WHOLE.fullmatch(self.text, *span) is not None or self.phrases.is_place(*span)

    def _is_body(self, span: Span) -> bool:
        return self.text.endswith(_GOVERNS, *span)

    def _lasts(self, span: Span) -> bool:
        """Whether a topic is spoken of beyond its own clause."""
        if self.text.endswith(("等企业", "等公司", "等龙头企业", "等骨干企业"), *span):
            return False
        return (
            span[0] in self.phrases.named
            or span[0] in self.projects
            or _WHOLE.match(self.text, *span) is not None
            or _LASTING.search(self.text[slice(*span)]) is not None
            or self.phrases.is_place(*span)
        )

    def _hands_on(self, span: Span) -> bool:
        """Whether a topic is spoken of beyond its own sentence: a place, a named zone or cluster."""
        printed = self.text[slice(*span)]
        return (
            (_WHOLE.match(printed) is not None and not _BY_SIZE.fullmatch(printed))
            or self.phrases.is_place(*span)
            or printed.endswith(_GOVERNS)
            or (
                HEADING_SUBJECT.search(printed) is not None
                and span[0] in self.phrases.named
                and "、" not in printed
            )
        )

    def _clause_head(self, start: int, end: int) -> Span | None:
        """The topic that opens a clause, before its predicate or indicator.

        A class of firms is none: 全市规上工业企业 speaks of 全市, 集群企业 of the clusters spoken of.
        """
        found = self._opening(start, end)
        if found:
            for begin in range(found[0] + 1, found[1] - 3):
                if self.projects.get(begin) == found[1] and found[0] in self.phrases.named:
                    return begin, found[1]  # 甲公司|年产20万吨甲醇项目
        size = _SIZE_CLASS.search(self.text, *found) if found else None
        if found is None or size is None or found[0] in self.phrases.named:
            return found
        owner = found[0], size.start()
        whole = _WHOLE.match(self.text, *owner)
        if self.phrases.is_place(*owner) or _LASTING.search(self.text[slice(*owner)]):
            return owner
        return whole.span() if whole else None

    def _opening(self, start: int, end: int) -> Span | None:
        before = start
        if _UNDER.match(self.text, start, end):
            return None
        limit = end
        start, end = self.phrases.trim(start, end)
        if self.text.startswith("平均每", start):
            start += 2
        lies = _WHOLE_LIES.match(self.text, start, end)
        if lies:
            return lies.span("whole")
        if _LIES_IN.match(self.text, start, end) or _SPEAKER.match(self.text, start, end):
            return None
        if _RANK_FIRST.match(self.text, start, end) or self.text.startswith(("入园", "入驻", "入区"), start):
            return None
        if _DOES.match(self.text, start, end) and start not in self.phrases.named:
            return None
        if self.text.startswith("前", start) and self.text[start - 1 : start] in "底末月日年":
            start += 1
        kind = _FIRM_KIND.match(self.text, start, end)
        if kind and kind.end() in self.phrases.named:
            start = before = kind.end()
        if end - start < 2:
            return None
        works = _COUNTED_PROJECTS.match(self.text, start, end)
        if works:
            return works.span("what")
        whole = _WHOLE.match(self.text, start, end)
        if whole and (
            whole.end() == end or self.phrases.noun(whole.end(), end) == (whole.end(), whole.end())
        ):
            return whole.span()
        listed = _COUNTED_LIST.match(self.text, start, end)
        ranked = _COUNTED_RANK.match(self.text, start, limit)
        if ranked:
            return ranked.span("what")
        if listed and _WITHIN.match(self.text, before, listed.start() + 1):
            return None
        if (
            listed
            and self.text[before - 1 : before] not in tuple("个家大户项")
            and (
                self.phrases.noun(start, start + 2) == (start, start + 2)
                or (_IN_A_LIST.match(self.text, start) and _HAS.match(self.text, listed.end()))
            )
        ):
            return listed.span()
        if start in self.projects and self.projects[start] <= end:
            works_end = self.projects[start]
            return None if _OF_A_LIST.match(self.text, works_end, limit) else (start, works_end)
        if start in self.phrases.named and end < self.phrases.named[start]:
            # 橡塑制品产业集群企业数: the cluster's name runs into the indicator's
            return start, self.phrases.named[start]
        rises = _RISES.match(self.text, start, limit)
        if rises:
            return rises.span()
        left, right = self.phrases.noun(start, end)
        aside = self.text.find("（", left + 2, right)
        if aside > 0 and left not in self.phrases.named:
            right = aside  # 全市工业园区（不含两家企业）
        if left in self.phrases.named and self.phrases.named[left] <= end:
            right = max(right, self.phrases.named[left])
            if _GROUND.fullmatch(self.text, self.phrases.named[left], right):
                right = self.phrases.named[left]
        named = [place.end for place in self.phrases.places_from(start) if place.end <= end]
        if named and self.text.startswith(("规模以上", "规上", "限额以上"), named[-1]):
            return start, named[-1]  # 湖镇镇|规模以上纸制品企业由13家增加到25家
        if self.phrases.is_place(left, right) and left < right:
            if self.text.startswith(("著名", "名牌", "知名", "驰名"), right):
                return None  # 四川省|著名品牌8个
            # 冀州采暖铸造产业集群: a zone named by its place, whatever words its trade is made of
            zone = _ZONE_BEHIND.match(self.text, right, end) or _TRADE_OF_PLACE.match(self.text, right)
            right = zone.end() if zone else right
        terms = [
            term
            for term in self.phrases.terms.within(left, right)
            if self.phrases.dimension(term.code) != "count"
        ]
        if terms and terms[0].start > left:
            right = self.phrases.extend_left(terms[0], left)
        left, right = self.phrases.trim(left, right)
        if (right < end and self._is_object(before, left)) or _MAKES.search(self.text, before, left):
            return None
        if _OF_A_LIST.match(self.text, right, limit):
            return None  # 甲产业园、乙基础设施二期等项目顺利推进
        counted = _NUMBER_OF_PROJECTS.match(self.text, left, right)
        if counted:
            left = counted.end() if right - counted.end() > 2 else right
        if right - left >= 2 and self.phrases.is_subject(left, right) and self.phrases.is_topic(left, right):
            return left, right
        kind = _ZONE_KIND.match(self.text, start, end)
        if kind and any(term.start == kind.end() for term in self.phrases.terms.within(kind.end(), end)):
            return kind.span()
        founded = _FOUNDED.search(self.text, start, end)
        if founded:
            return founded.span("what")
        body = _BODY.match(self.text, start, limit)
        if body and body.end() < limit:
            return body.span("body")
        each = _EACH_OF.match(self.text, start, end)
        if each:
            return each.span("who")
        mark = self.text.find("，", start, end)
        for built in _OPENING_VERB.finditer(self.text, start, mark if mark > 0 else end):
            zone_end = self.phrases.named.get(built.end())
            if zone_end and _BUILDS.match(built[0]):
                printed = self.text[built.end() : zone_end]
                if _LASTING.search(printed) and not _FIRM.search(printed):
                    return built.end(), zone_end
        verb = _OPENING_VERB.match(self.text, start, end)
        if verb is None and self.phrases.noun(start, start + 2) == (start, start):
            return None
        zone = _ZONE_FIRST.match(self.text, verb.end() if verb else start, end)
        if zone is None or (_GENERIC.fullmatch(zone[0]) and len(zone[0]) > 3):
            return None
        return zone.span()

    def _inside_indicator(self, start: int, figure: Figure) -> Span | None:
        """A subject read as part of the indicator: 静宁工业园区 of 静宁工业园区建成区扩展到8.4平方公里.

        The indicator is cut to what stands behind it.
        """
        assert figure.indicator is not None
        end = min(figure.indicator[1], figure.numeral.start)
        found = self._clause_head(start, end)
        if (
            found is None
            or found[1] >= end
            or not (
                self._hands_on(found)
                or found[0] in self.phrases.named
                or _ZONE_KIND.fullmatch(self.text, *found)
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
        words = self.phrases.words
        left = anchor
        for index in reversed(words.between(start, anchor)):
            if words.ends[index] != left or words.breaks(index):
                break
            left = words.starts[index]
        left, right = self.phrases.trim(left, anchor)
        if right != anchor or right - left < 2:
            return None
        if _KIND_ALONE.fullmatch(self.text, left, right) or _WHOLE.match(self.text, left, right):
            return None
        if self.phrases.is_subject(left, right) and (
            self.phrases.is_topic(left, right)
            or (figure.code in _OF_PRODUCT and left == self.phrases.trim(start, anchor)[0])
        ):
            return left, right
        return None

    def _is_object(self, start: int, noun: int) -> bool:
        """Whether a verb stands before a noun: 带动甲、乙等企业."""
        for period in find_periods(self.text, start, noun, None):
            if period.start == start:
                start = period.end
            break
        found = _BEFORE_SUBJECT.match(self.text, start, noun)
        if found:
            start = found.end()
        return start < noun and not find_periods(self.text, start, noun, None)
