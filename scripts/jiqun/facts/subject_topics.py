"""Topics: who or what a clause opens with, and the members of the groups that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from jiqun.facts.coordination import split_members
from jiqun.facts.figure_state import Span
from jiqun.facts.subject_background import (
    BRINGS_IN,
    CLAUSE,
    GENERIC,
    HEADING_VERB,
    ZONE_KIND_ALONE,
    Background,
)
from jiqun.facts.subject_words import COUNTED_PROJECTS, LASTING, SIZE_CLASS, WHOLE, ZONE_END, ZONE_KIND
from jiqun.language.periods import find_periods
from jiqun.patterns import quick

# Adverbs, connectives and prepositions before a subject; a verb there makes what follows its object.
_BEFORE_SUBJECT = re.compile(
    r"(?:其中|同时|此外|另外|目前|预计|预期|力争|确保|争取|努力|到|使|使得|年内|全年|随着|截至|并|且|而|但|在|对|由|从|将|已"
    r"|初步统计|据统计|据初步统计|据测算|今年|去年|主要|合计|累计|仅|平均|其|、|末|底|期间|时期|”|“|年)+"
)
# What a firm is called before its name: 龙头企业宇晟轴承.
# A firm that no list knows, told by its kind and a time behind it: 龙头企业河东部件去年营业收入.
_FIRM_OF_KIND = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:龙头|骨干|核心|链主|重点|领军|牵头)企业(?P<name>(?![的要和与在户数家带引培发加达不全均都共主实完])[\u4e00-\u9fff]{3,10}?)(?=去年|今年|年内|上半年|前年|(?:19|20)\d\d年|现有|拥有|实现产值|实现营业)"
)
_MAKER = re.compile("(?P<name>[\u4e00-\u9fff]{3,8}?)(?=年产(?![值量能业出]))")
_NO_MAKER = re.compile(
    "[后前线目期置时可将达套条房区域间里内上下了的各均共计]$|^(?:该|其|可|将|预计|达产|建成|投产|形成|全|每|现|总|一|两|三)|企业|公司|项目"
)
_FIRM_KIND = re.compile(r"(?:龙头|骨干|核心|链主|重点|领军|牵头)(?:企业|公司)")
_NUMBER_OF_PROJECTS = re.compile(
    r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})[个项](?=[\u4e00-\u9fff]{0,8}(?:项目|工程)$)"
)
_OF_A_LIST = re.compile(r"、[^，；。]{2,40}?等[^，；。、]{0,10}(?:项目|工程)")
# Chains and clusters that a place works on first, told apart by that alone: 全市|重点产业链.
_KEY_KIND = re.compile("(?:[全我本][省市县区州旗盟])?重点(?:产业链|产业集群|集群|园区|开发区)")
# A project that only stands for those counted: 甲生产线|等新材料项目6个.
_AMONG_WORKS = re.compile(r"(?:、[^，；。]{2,40}?)?等[^，；。、]{0,10}?(?:项目|工程)[\d一二三四五六七八九十]")
_STANDS_FOR = re.compile("等[^等、]{0,8}$")
# Trades of a place by their number, of which something is said: 我县三大重点行业|为…，产值….
_KINDS_COUNTED = re.compile(
    r"(?:[全我本][省市县区州旗])?[\d两二三四五六七八九十]{1,3}(?:大|个|条)(?:重点|主导|支柱|优势|特色|传统|新兴|工业)"
    r"[\u4e00-\u9fff]{0,4}?(?:行业|产业|集群|产业链)(?=[为是均共]|合计|包括|分别是|产值|总产值|营业收入|主营业务|销售收入|增加值|税收|利润|实现)|“?[一二三四]区[两二三四五六七八九十多]园”?(?=[\u4e00-\u9fff，])(?![模格架发布管体战的])"
)
# Its members before it: 甲、乙、丙三大主导产业.
_COUNTED_LIST = re.compile(
    r"(?:[\u4e00-\u9fff]{2,20}的(?=[\d一二两三四五六七八九十])|(?:(?![和与及])[\u4e00-\u9fff（）]){1,16}(?:[、和与及](?:(?![和与及])[\u4e00-\u9fff（）]){1,16}){1,12}(?:等)?|(?:(?![和与及等])[\u4e00-\u9fff]){2,16}等|[\u4e00-\u9fff]{2,12}[和与及])(?:这?(?:\d{1,3}|[两二三四五六七八九十]{1,3})|这?几)(?:个|大|家|条)"
    r"[\u4e00-\u9fff]{0,8}?(?:产业集群|集群|块状经济|园区|产业链|产业(?!园|带|基地|链)|产业园区?|工业园区?|镇(?!级|工业|产业)|开发区|基地|小区|集中区|企业)"
)
# Several of a kind that stand for more, and what became of them: 甲光伏、乙建材等产业集群|初具规模.
_LISTED_KIND = re.compile(
    r"(?:(?![和与及])[\u4e00-\u9fff]){2,14}(?:[、和与及](?:(?![和与及等])[\u4e00-\u9fff]){2,14}){1,8}等"
    r"(?:产业集群|集群|产业链|产业园区?|工业园区?|产业基地|开发区)"
    r"(?=(?:已|也|均|都|正|全部|建设)*(?:初具|形成|崛起|壮大|建成|投入|成型|成为|起步|兴起|加快|加速|不断|持续|逐步|快速|蓬勃|稳步|迅速|实现|集聚|聚集))"
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
    r".*(?:建成|建起|形成|打造|培育|建设|发展|壮大|推进|突出|做强|做大|构筑|构建|抓好|聚焦|围绕|确立|确定|包括|拥有|现有|做优|依托|支持|推动|带动|(?<=[省市县区镇乡旗州])有(?![色机限线]))(?:了|起|出|以)?"
)
_LONGEST_LIST = 160
# What a counted group is known by, and the predicate behind it: 纳入省重点统计的50个产业集群实现.
_IN_A_LIST = re.compile("纳入|列入|入选|参加|统计|认定|命名|公布|监测")
_HAS = re.compile("实现|完成|达到|拥有|共|现有|累计|上缴|聚集")
_THIS_WORK = re.compile("(?:该|此|这个|这一|本)(?:项目|工程)")
_THIS_BODY = re.compile(
    "该(?:院|所|校|厂|中心|公司|企业|集团)|这家(?:链主|龙头|骨干)?(?:企业|公司)|公司(?=今年|去年|全年|上半年|前|现有|拥有|实现|累计|年)"
)
# A year behind a name, its last character cut off with the adverbs: 桃江县竹产业|2019年实现.
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}月")
# What a place does that the following sentences tell of.
_ACTS = re.compile(
    "坚持|始终|围绕|立足|紧扣|聚焦|把|将|从[^，；。]{2,20}入手|通过|按照|大力|积极|着力|深入|扎实|全面|抢抓|依托|抓住|突出|加快|全力"
)
# A place before the list of what it has or works at: 青石镇|有甲、乙、丙3个园区.
_HAS_LIST = re.compile(
    "(?:现|建|拥|共)?有(?![色机限线])|围绕|聚焦|依托|突出|主攻|重点发展|做强|做大|做优|培育|壮大"
)
# What a place builds, of which the next clauses tell: 青石县打造|竹木产业园，.
_PLACE_BUILDS = re.compile(
    "(?:规划建设|打造|建设|新建|建成|创建)(?P<what>[\u4e00-\u9fff]{0,16}(?:园区?|基地|小镇|工业区|开发区))(?=，)"
)
# What makes a place's name a zone's.
_ZONE_BEHIND = re.compile(
    r"[^，；。：、\d的在有以至是由从要将把形占实完达]{1,10}?(?:产业集群|子集群|集群|产业链|产业园区?|工业园区?|产业小镇|开发区|高新区)"
)
# A trade of a place that a predicate or a comma follows: 阳新县|的鞋服产业从零起步.
_TRADE_OF_PLACE = re.compile(
    r"的[^，；。、\d的在有以至是由从要将把形占实完达]{1,8}(?:产业集群|产业|业|产业园区?|工业园区?)(?=[，从由已现起在呈规发经保持]|年产)"
    r"|[^，；。、\d的在有以至是由从要将把形占实完达]{1,6}产业(?=(?:19|20)\d\d年|今年|去年|实现|完成)"
)
# A branch of trade before what it has: 煤炭行业|矿井, 义乌饰品行业|生产经营企业.
_BRANCH = re.compile(
    r"(?![^，；。]{0,8}(?:[全各分同本跨多等的在由为对与和、]|领先|重点))[\u4e00-\u9fff]{2,8}?行业(?!协会|商会|标准|龙头|领军|头部|企业|技术|前|内|中|的|和|上|第)(?=[\u4e00-\u9fff])"
)
# A market by its name, before what it sells: 桥头钮扣市场|成交.
_MARKET = re.compile(
    r"(?![^，；。]{0,6}[国际内外全])[\u4e00-\u9fff]{3,14}?(?:批发|专业|交易)?市场(?=成交|年成交|交易额|现有|拥有)"
)
# A centre or plant by its name, before what it does or has: 龙回共享喷涂中心|年喷涂能力, 污水处理厂|设计.
_FACILITY = re.compile(
    r"(?![建新依通在由与和各全])[\u4e00-\u9fff]{3,14}?(?<![服政])(?:中心|平台|车间|电站|水厂|处理厂)(?=设计|日处理|年[加处服检接喷产]|日[加处服检供产]|累计|接入|拥有|现有|占地|总投资|建筑面积)"
)
# What is told of a trade as a whole: 新能源产业从无到有，现有企业30家; 造纸包装业聚集企业26家.
_RISES = re.compile(
    r"[^，；。、的\d]{2,12}?(?:产业集群|产业链|产业|集群|(?<![企就创毕作营专职学事])业)(?=受[^，；。]{2,14}(?:影响|冲击|制约|拖累)|(?:聚集|集聚|拥有|现有|有)(?:了)?企业|从无到有|从小到大|由小到大|由弱到强|从弱到强|起步|异军突起|方兴未艾|蓬勃发展|快速发展|加速崛起|持续壮大|不断壮大|稳步发展|势头良好|来势|近年|连续|提质|提档|升级|扩容|增效|转型|加快|加速|持续|不断|稳步|快速|健康|平稳|蓬勃|逆势|强势|迅速|初具|初步形成|做大|做强|领跑|产销)"
)
# A public body that acts at the head of a clause: 管委会设立应急转贷资金, 市经贸局每年组织三百家企业.
_BODY = re.compile(
    r"(?:我们)?(?:组建|协调|成立)?(?P<body>(?:[省市州县区旗](?![的级内外直属属域])(?:(?!政府)[\u4e00-\u9fff]){0,12}?(?:局|经委|政府|公司|中心)|(?:园区|开发区|高新区|经开区)?管委会(?=[推实每按将要统]行?)|管委会|[省市县区州]财政(?!收|支|预|厅|局|资|奖|补|专)|[省市县区州]里"
    r"|(?!联合|支持|鼓励|推动|依托|与|和|同)[\u4e00-\u9fff]{2,6}?(?:学院|大学)))(?=[\u4e00-\u9fff，])(?![的、和内])"
)
# A body that a clause sets up, of which the next clauses tell: 组建县融资担保公司，累计担保6亿元.
_FOUNDED = re.compile(
    r"(?:组建|成立|设立|共建|合建|联建|联合建立|建立)(?:了)?(?P<what>(?!一批|若干|专项|多个|首个|一个|\d)[\u4e00-\u9fff]{3,20}?(?:公司|研究院|研究所|检测中心|担保中心|服务平台|检测平台|服务中心|中试基地|中试平台))(?=[，；]|$)"
)
_TOGETHER = re.compile("共建|合建|联建|联合建立")
_WITH = re.compile("(?:与|同|和|联合|会同|携手|依托)")
# A lender, guarantor or school that is to act, by the name of its kind: 支持某职业学院与企业共建产业学院,
# 协调农行、农信社新增贷款. A firm that is supported is none: its trade or place goes on.
_KIND_OF_BODY = (
    r"(?:(?!与|和|同|的|及)[\u4e00-\u9fff]){0,16}?"
    r"(?:银行(?:[\u4e00-\u9fff]{2,6}?[支分]行)?|信用社|信用联社|农信社|农商行|[农工建中]行|金融机构|担保公司|担保机构|担保中心|(?<!产业)学院|大学|(?:技工|职业|专科|技术|师范|卫生)学校|职业中专|职业?教育?中心|技师学校)"
)
_CAUSED = quick(
    r"(?:支持|鼓励|引导|推动|协调|督促|撬动|组织|请|(?<!我们)依托(?=[^，；。]{2,20}(?:开设|开办|举办))|扩大(?=[^，；。]{2,20}注册资本)|[\d.一二三四五六七八九十]+[万亿]+元(?:增资|充实|注资)|注册资本金?[^，；。]{2,10}元的)"
    rf"(?P<body>(?:各家|各县|各)?{_KIND_OF_BODY}(?:[、和](?:各家|各县|各)?{_KIND_OF_BODY}){{0,4}}(?:等(?:金融)?机构)?)(?!、|等|的)"
)
# A bank before its product or balance: 某农商银行“泵业贷”余额.
_BANK_FIRST = re.compile(
    r"(?!各|全|我|本|与|由|对|联合|协调|支持|推动|引导|鼓励)(?:(?:(?![行社])[\u4e00-\u9fff]){0,8}(?:[支分]行|银行|农商行|信用社|农信社|信用联社|担保公司|[农工建中]行)[、和与]?){1,6}(?=“|余额|累计|发放|投放|推出|贷款余额)"
)
# What stands before the members of a group: 发展壮大|甲、乙三大产业集群, 开发区下设|甲、乙两个园区.
_BEFORE_MEMBERS = re.compile(
    r"(?:(?:加快|着力|大力|重点|全力)?(?:扶持|发展壮大|做大做强|做强做优|培育壮大|发展|培育|打造|建设|壮大)|[^、，；。]{0,12}?(?:布局|下设|下辖|辖有|辖))(?=[\u4e00-\u9fff]{2})"
)
# The mark of a heading that is run in to its paragraph: 二、装备制造业。, （一）再生资源产业。
_HEADS = re.compile(
    r"(?<![^\s。：])(?:[一二三四五六七八九十]{1,3}(?:、|是(?![\d一二三四五六七八九十]))|[（(][一二三四五六七八九十\d]{1,3}[)）])"
)
# The mark of a list that a clause opens with: 2．钢铁产业集群：.
_MARKER = re.compile(r"\d{1,2}[．、.](?!\d)\s?|[（(][一二三四五六七八九十\d]{1,3}[)）]")
# Where a zone lies, not what it is: 地处楚雄市东瓜镇.
_LIES_IN = re.compile(r"地处|位于|坐落")
_WHOLE_LIES = re.compile(r"(?P<whole>[我本该](?:省|市|县|区|州|旗|镇))(?:地处|位于|坐落)")
# A place and itself as a whole: 塘厦镇|全镇外资企业.
_ITS_WHOLE = re.compile(r"(?P<place>[\u4e00-\u9fff]{1,5}?(?P<kind>[省市县区州旗镇乡]))全(?P=kind)")
# A few places spoken of before: 三地|调味品交易额, 四县|经济总量.
_SOME_PLACES = re.compile("[两三四五六七八九](?:地|县|市|区|镇)(?![级长委域年个区里中间段块])")
# The head that the members of a list share: 甲、乙3个产业集群, 甲、乙产业集群.
_SHARED_HEAD = re.compile(
    r"(?:等)?(?:(?:这?(?:\d{1,3}|[两二三四五六七八九十]{1,3})|这?几)(?:个|大|家|条)[\u4e00-\u9fff]{0,10}?)?"
    r"(?:产业集群|子集群|集群|产业链|园区|产业|开发区|基地|小区|专业镇|企业)$"
)
# Ground that a zone is measured by: 静宁工业园区建成区扩展到8.4平方公里.
_GROUND = re.compile(r"(?:建成区|核心区|起步区|规划区|内|区内|集聚区)")
# 每个设区市至少形成1个
_EACH_OF = re.compile(
    r"(?:平均)?(?P<who>每[个支条]?[\u4e00-\u9fff]{0,4}?(?:设区市|县（市、?区?）区?|[市县]级园区|市|县|小分队|(?<!设)区|镇|园区|集群|企业|基地|产业链|平台|机构|实验室))"
)
# Firms of a class inside a place's clusters, which are the place's: 全市|集群内过亿元企业43家.
_INSIDE = re.compile(
    r"(?P<whole>(?:全|我|本)[省市县区州旗])(?:产业)?(?:集群|园区)内(?=[^，；。]{0,20}元[^，；。]{0,6}企业)"
)
# Clauses that tell what helped, not whose figures follow: 随着两个项目的落户, 在两大产业的拉动下.
_UNDER = re.compile(
    r"从[^，；。]{1,16}到[^，；。]{1,16}(?:齐全|配套|完备|覆盖|贯通)|(?:随着|由于|得益于|受[^，；。]{2,20}影响)|在[^，；。]{2,40}(?:拉动|带动|推动|支持|努力|背景|形势|影响|基础)(?:下|上|之下)(?=[，；]|$)"
)
# A rank, which is of what is counted, not of who has it: 省级产融合作制造业|重点企业.
_RANK_FIRST = re.compile("(?:国家|省|市|县)级(?![^，；。]{0,12}(?:园区|开发区|高新区|集群|基地|新区|产业园))")
# The money between a firm and its project, and the stage behind: 甲公司|投资6亿元的|…项目|如期开工.
_FOR_SUM = re.compile(r"(?:总?投资[\d.]+[万亿]*(?:美|欧|港)?元)?的")
_STAGE = re.compile(
    "(?:已|将|拟|计划)?于?(?:(?:今年|去年|明年|年内)?(?:\\d{1,2}月(?:份|底|初)?|[上下]半年|年底|年初)?前?)?(?:已|已经|也|全面|如期|顺利|正式|主体|即将|正在|现已|建设|桩基)*(?:建成|开工|动工|投产|竣工|完工|在建|建设|封顶|试产|安装|并网|达产|投运|点火|开建|启动|打桩|平整场地|(?:累计|共)?完成(?:年度|固定资产)?投资)"
)
# What is put into works: 高压胶管项目|新上编织机120台.
_FITS = re.compile("(?:新上|新增|购置|引进|配备|添置)(?=[\u4e00-\u9fff]{2})")
# What makes of 企业 a class of firms.
_CLASSES = ("重点", "骨干", "龙头", "中小", "核心", "集群", "园区", "工业", "规上")
# What a firm does, or how an authority works: 主要生产原料药, 全力以赴建载体、提能级.
_DOES = quick(
    r"(?:主要|专业|专门)?(?:生产(?!线|基地|企业|服务|性|资料)|从事|经营(?!主体)"
    r"|主营(?!业务)|主产|研制|致力)|全力以赴|坚持|聚焦|紧扣|围绕|立足|瞄准|秉承|坚定"
)
# A project spoken of again by its name, before what it has: 变压器扩建项目|占地320亩.
_WORK_AGAIN = re.compile(
    r"(?P<what>(?![该此这本上各全每其等的]|优先|安排|支持|推[动进]|加快|重点|亿元|新?开工|签约|在建|续建|产业|工业|所有)[\u4e00-\u9fffA-Za-z]{3,16}?项目)(?=占地|用地|(?:全部)?(?:达产|投产|建成)后|计划用地|规划用地"
    r"|(?:(?:[今明]年)?(?:[上下]半年|年内|年底前?|[一二三四]季度|\d{1,2}月(?:份|底前?)?)?)(?:试产|投产|建成投产)，(?:全部)?(?:达产|投产)后)"
)
# A trade that others drive: 铁塔钢构产业|在甲、乙两家龙头企业带动下，.
_DRIVEN = re.compile(
    "(?P<what>(?!在)[^，；。、在]{2,14}?(?:产业集群|产业链|产业|集群|(?<![企就创])业))在[^，；。]{2,40}?(?:带动|引领|拉动|支撑|支持|推动|牵引)下(?=，)"
)
_WORKED_ON = re.compile(
    r"(?:围绕|聚焦|做强|做优|做大|培育|壮大|发展|打造|推进|提升)(?P<list>[^，；。]{2,16}(?:、[^，；。、]{2,16}){1,8})[\d两三四五六七八九十]{1,2}[大个条]"
)
# What lies inside the zone spoken of, and who leads a cluster, before its name.
_WITHIN_ZONE = re.compile("(?:区|园|园区|县|市|镇|境|辖区)内的")
_LED_BY = re.compile(
    "以[^，；。]{2,40}?为(?:龙头|链主|引领|主导|主体|核心|代表|支撑|骨干|依托|重点|主力)的(?=[\u4e00-\u9fff])"
)
# Projects of one stage, and what has been spent on them: 在建项目|完成投资48亿元.
_OF_STAGE = re.compile(
    "(?P<what>(?:在建|续建|新开工|竣工|投产)项目)(?:累计|共|已)*(?:完成(?:固定资产)?投资|到位资金)"
)
_SET_UNDER = re.compile("(?:下设|下辖|所辖|辖)的")
# A project's name that tells it apart, with 项目 behind it.
_SHORTEST_WORK = 5
# What lies in a zone, before the zone's name: 冠岳铜箔所在的|铜基新材料基地是….
_WHERE_IT_IS = re.compile("[^，；。、的\\d]{2,14}所(?:在|属)的")
# What a zone or place builds for its firms.
_WORKS_BUILT = re.compile("(?:处理厂|水厂|变电站|道路|大道|管网|热源点|热电厂|码头)$")
# Two that found one together, before what they found: 甲大学与乙区合办的|产业学院, 甲与乙合资建设的|项目.
_JOINTLY = re.compile(
    r"[\u4e00-\u9fff（）]{2,20}[与和同][\u4e00-\u9fff（）]{2,20}?(?:合办|合建|共建|联建|合资|合作|联合)(?:兴建|兴办|创办|创建|建设|成立|设立|组建|投资|开发|打造)*的"
    r"(?P<school>[\u4e00-\u9fff]{2,14}?(?:学院|研究院|研究所|中心|实验室|公司|平台))?"
)
# A town before what its firms make: 石门镇|卫生洁具企业; not 城镇, 特色小镇.
_TOWN_FIRST = re.compile(
    "(?!全|每|各|专业|重点|特色|乡|城|集|这)[\u4e00-\u9fff]{1,5}(?:(?<![城乡集小])镇|街道)(?=[\u4e00-\u9fff]{2})"
)
# A phase of a zone, which goes on with its name: 甲工业园二期; not 甲工业园|大大小小聚了九十多家企业.
_PHASE_BEHIND = re.compile("[一二三四五六首][期区]|的")
# What is done to what follows, which is nobody then: 稳定水泥熟料产能，….
_ACTS_UPON = re.compile("稳定|扩大|压减|释放|控制|保持|化解|削减|拓展|延伸|补齐|淘汰")
# Fields by their number that something is done in: 在甲、乙四大领域，.
_FIELDS = re.compile(
    r"(?:在|围绕|聚焦|针对|面向|立足)[^，；。]{2,60}?[\d一二两三四五六七八九十]+[大个][^，；。]{0,6}?(?:领域|环节|方面|行业)(?:内|上|中)?(?:，|$)"
)
# How far something has come, before its name: 已投产的|搅拌中心; not 已投产的企业, 在建的12个项目.
_RUNNING = re.compile(
    r"(?:已经?|刚|新近?)?(?:建成|投产|建成投产|投运|竣工|建成投运|正在建设|落户|入驻)的(?![企项园公\d一二三四五六七八九十两几])"
)
# Where something named is: 小镇内的|世界袜业设计中心，.
_INSIDE_IT = re.compile(
    r"[^，；。的\d]{2,12}(?:内|里|中)的(?=[\u4e00-\u9fff]{3,16}(?:中心|研究院|市场|公司|平台|园)，)"
)
# A trade of which the next clauses tell: 硅基新材料产业|方面，.
_IN_FIELD = re.compile(
    r"(?P<what>[^，；。、的\d在从围]{2,12}(?:[^企就创作]业|产业链|集群))(?:方面|领域|板块)，"
)
# A zone or firm told apart by what was done with it: 我们引进的|兴发宜都绿色生态产业园，.
_TOLD_ZONE = re.compile(
    r"[^，；。、的\d]{0,10}(?:引进|引入|建设|规划|打造|兴建|创办|投资|落户|建成)的(?P<what>[\u4e00-\u9fff]{4,16}(?:园区|园|公司|集团|开发区|基地))(?=，)"
)
# A firm told by whose it is: 陕西有色集团旗下的|陕西锌业，.
_CHILD = re.compile(r"[^，；。、的\d]{2,16}(?:旗下|所属|下属|控股)的(?P<what>[\u4e00-\u9fff]{3,10})(?=，)")
# A firm that a reporter visits: 记者走进|新万兴瓷业，; not 走进大山.
_VISITS = re.compile(
    r"(?:[^，；。\d]{0,8}?记者)?(?:走进|来到|步入|走访|探访)(?P<what>[\u4e00-\u9fff]{2,12}?(?:[^企就创作工农]业|集团|公司|科技|厂))(?:的?(?:生产|智能|数字化)*车间|厂区)?(?:里|内)?，"
)
# What singles one out, before its name: 投资额最大的是甲项目.
_LARGEST = re.compile(r"[^，；。]{0,10}最[大多高长新早](?:的)?是(?!由|因|为)")
# Who speaks: 某市委主要领导接受采访时表示.
_SPEAKER = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:[省市县区州旗]委|[省市县区州旗]政府|管委会|[局厅]|开发区|高新区)?(?:主要|分管|有关|相关)?(?:领导|负责人|书记|[省市县区州]长)"
    r"[\u4e00-\u9fff]{0,12}?(?:表示|介绍|说|指出|强调|透露|告诉)"
)
# Where figures come from, and who is to see to something: 市商务局提供的数据显示, 由市经贸局牵头.
_SOURCE = re.compile(
    r"[\u4e00-\u9fff]{0,16}?(?:数据|统计|资料|调查|监测)(?:结果)?(?:显示|表明)"
    r"|(?:[省市州县区旗][\u4e00-\u9fff]{1,12}(?:局|委|办|厅|政府|中心|部门)、?)+(?:牵头|负责)(?=，)"
)
# Verbs before a zone or firm that the figures behind it are of: 完善河东工业园路网, 组建县工业投资公司.
_OPENING_VERB = quick(
    r"(?:另建|筹建|抓紧|完善|新修|修建|铺设|整治|组建|成立|建成|建设|新建|启动|支持|推动|推进|加快|提升|改造|扩建|做强|做大|壮大|规划|高标准|高水平|着力|全面|持续)+"
)
_BUILDS = re.compile("另建|筹建|抓紧筹建|完善|新修|修建|铺设|整治|建成|建设|新建|启动|改造|扩建|规划|提升")
# What is built in a zone and has a name of its own: 推进青石开发区|未来财富中心建设; not its 路网, 标准厂房.
_BUILT_THERE = re.compile(
    "(?!组建|共建|与|和)[^，。；、\\d]{2,10}?(?:中心|广场|大厦|小镇|学院|学校|医院|集聚区|综合体|商圈)"
)
_FIRM = re.compile("(?:公司|集团|厂|企业)$")
# Verbs whose object follows: 形成甲、乙等12个集群.
_MAKES = re.compile(
    r"(?:形成|培育|打造|建成|新建|引进|组建|编制|制定|吸引|实施|培植|带动)(?:了|起|壮大)?《?$"
)
# A zone, chain or firm that opens a clause, whatever follows it: 河东工业园全年新征土地.
_ZONE_FIRST = re.compile(
    r"[^，；。：、\d《的在有以至是由从要将把与和]{0,14}?(?:工业园区?|产业园区?|园区|开发区|高新区|产业集群|子集群|产业链|集聚区|集中区|示范区|科技城|新城|集团|公司)"
    r"(?![的内区和与、链主业建])"
)


@dataclass(slots=True)
class _Clause:
    """A clause from `start` to `end`; `first` to `last` without adverbs and periods at its ends."""

    start: int
    end: int
    first: int
    last: int


class Topics(Background):
    """Finds the topics of one document."""

    def place_that_acts(self, start: int, end: int) -> Span | None:
        """A place that a later clause of a sentence without figures tells of: 今年来，我区从…入手."""
        for left, right in self.clauses(start, end)[1:]:
            first, last = self.phrases.trim(left, right)
            for place in self.phrases.places_from(first):
                if place.end < last and _ACTS.match(self.text, place.end):
                    return place.start, place.end
        return None

    def clause_head(self, start: int, end: int) -> Span | None:
        """The topic that opens a clause, before its predicate or indicator.

        A class of firms is none: 全市规上工业企业 speaks of 全市, 集群企业 of the clusters spoken of.
        """
        found = self._opening(start, end)
        if found and self.text[slice(*found)] == "工业":
            return None  # 今年工业发展的主要目标是
        if found and found[0] in self.projects and _WORKS_BUILT.search(self.text, *found):
            verb = self.text[start : found[0]]
            if verb.endswith(("建成", "新建", "建设", "启动", "完成")):
                return None  # 建成|日处理5000吨污水处理厂，新增建成区1.8平方公里
        if found and self.text.endswith(("建成", "规划"), *found) and self.text.startswith("面积", found[1]):
            found = found[0], found[1] - 2  # 全市工业园区|建成面积
        if found:
            for begin in range(found[0] + 1, found[1] - 3):
                if self.projects.get(begin) == found[1] and found[0] in self.phrases.named:
                    return begin, found[1]  # 甲公司|年产20万吨甲醇项目
            work = self._work_of_firm(found, end)
            if work:
                return work
        inside = _INSIDE.match(self.text, found[0]) if found else None
        if inside:
            return inside.span("whole")
        size = SIZE_CLASS.search(self.text, *found) if found else None
        if found is None or size is None or self.text.endswith("等", found[0], size.start()):
            return found  # 甲集团、乙公司等|龙头企业
        if found[0] in self.phrases.named:
            zone_end = self.phrases.named[found[0]]
            return (found[0], zone_end) if zone_end == size.start() else found
        owner = found[0], size.start()
        whole = WHOLE.match(self.text, *owner)
        if self.phrases.is_place(*owner) or LASTING.search(self.text[slice(*owner)]):
            return owner
        return whole.span() if whole else None

    def _work_of_firm(self, firm: Span, end: int) -> Span | None:
        """The project that a clause tells the stage of, behind its firm: 甲公司|纯碱扩建项目|正在建设."""
        if firm[0] not in self.phrases.named or self.phrases.named[firm[0]] != firm[1]:
            return None
        sum_of_it = _FOR_SUM.match(self.text, firm[1], end)
        start = sum_of_it.end() if sum_of_it else firm[1]
        work_end = self.projects.get(start, end)
        told = _STAGE.match(self.text, work_end) or _FITS.match(self.text, work_end)
        return (start, work_end) if work_end < end and told else None

    def _opening(self, start: int, end: int) -> Span | None:
        """The name that opens a clause: a group told by its number, a name, what acts, what is built."""
        if _UNDER.match(self.text, start, end):
            return None
        if self.text[end - 1] == "：" and (marker := _MARKER.match(self.text, start, end)):
            start = marker.end()
        elif heads := _HEADS.match(self.text, start, end):
            start = heads.end()
        largest = _LARGEST.match(self.text, start, end)
        if largest:
            start = largest.end()
        clause = _Clause(start, end, *self.phrases.trim(start, end))
        if self.text.startswith("“", clause.first) and "”" not in self.text[clause.first : clause.last]:
            clause.first += 1  # “光伏电站项目占地7000余亩。”
        running = _RUNNING.match(self.text, clause.first - 1, clause.last)
        running = running or _RUNNING.match(self.text, clause.first, clause.last)
        if running:
            clause.first = running.end()
        inside = _INSIDE_IT.match(self.text, clause.first, clause.end)
        if inside:
            clause.first = inside.end()
        driven = _DRIVEN.match(self.text, clause.first, clause.end)
        if driven:
            return driven.span("what")
        within = _WITHIN_ZONE.match(self.text, clause.first, clause.end)
        if within and within.end() in self.phrases.named:
            clause.first = clause.start = within.end()  # 区内的|装备制造产业集群
        led = _LED_BY.match(self.text, clause.first, clause.end)
        if led and led.end() in self.phrases.named:
            clause.first = clause.start = led.end()
        lies_in = _WHERE_IT_IS.match(self.text, clause.first, clause.end)
        if lies_in and lies_in.end() in self.phrases.named:
            clause.first = clause.start = lies_in.end()
        visited = _VISITS.match(self.text, self.phrases.trim(clause.start, clause.end)[0])
        if visited and visited.end() <= clause.end + 1 and not self.phrases.is_place(*visited.span("what")):
            self.learn(visited.span("what"))
            return visited.span("what")
        field = _IN_FIELD.match(self.text, clause.first)
        if field and field.end() <= clause.end:
            return field.span("what")
        if self.text.startswith("平均每", clause.first):
            clause.first += 2
        if self.is_towards(clause.start):
            return None
        town = _ITS_WHOLE.match(self.text, clause.first, clause.last)
        if town:
            return town.span("place")
        if self.text.startswith("当地", clause.first) and clause.last - clause.first > 4:
            clause.first += 2  # 当地|起重机产业近年来逆势成长
        lies = _WHOLE_LIES.match(self.text, clause.first, clause.last)
        if lies:
            return lies.span("whole")
        caused = self._caused(clause)
        if caused:
            return caused
        if self._names_nobody(clause):
            return None
        bank = _BANK_FIRST.match(self.text, clause.first, clause.end)
        if bank:
            return bank.span()
        unknown = _FIRM_OF_KIND.match(self.text, clause.first)
        if unknown and unknown.end() <= clause.end and unknown.start("name") not in self.phrases.named:
            return unknown.span("name")
        maker = self._maker(clause)
        if maker:
            return maker
        kind = _FIRM_KIND.match(self.text, clause.first, clause.last)
        if kind and kind.end() in self.phrases.named:
            clause.first = clause.start = kind.end()
        if clause.last - clause.first < 2:
            return None
        jointly = _JOINTLY.match(self.text, clause.first, clause.end)
        if jointly and jointly["school"]:
            return jointly.span("school")
        sum_of_it = jointly or _FOR_SUM.match(self.text, clause.first, clause.end)
        if sum_of_it:
            work = sum_of_it.end()
            known = self.projects.get(work, 0), self.phrases.named.get(work, 0)
            if max(known) and max(known) <= clause.end:
                return work, max(known)
        for read in (self._group, self._name, self._acting, self._built):
            found = read(clause)
            if found is not None:
                return found or None
        return None

    def _maker(self, clause: _Clause) -> Span | None:
        """A firm that no list knows, told by what it makes a year: 江淮安驰|年产整车; not 生产线|年产整车."""
        maker = _MAKER.match(self.text, clause.first)
        if maker is None or clause.first in self.phrases.named or clause.first in self.projects:
            return None
        found = maker.span("name")
        if (
            found[1] > clause.end
            or _NO_MAKER.search(self.text, *found)
            or self.phrases.is_topic(*found)
            or self.phrases.is_place(found[0], found[0] + 2)
            or self.phrases.noun(*found) != found
        ):
            return None
        self.learn(found)
        return found

    def founded_together(self, start: int, end: int) -> Span | None:
        """The institute that a clause sets up with a partner: 与甲大学共建竹产业研究院，五年攻克技术12项."""
        partner = _WITH.match(self.text, start, end)
        founded = _FOUNDED.search(self.text, partner.end(), end) if partner else None
        return founded.span("what") if founded else None

    def _caused(self, clause: _Clause) -> Span | None:
        """The lender, guarantor or school that a clause sets to work, unless it founds a body of its own."""
        mark = CLAUSE.search(self.text, clause.start, clause.end)
        end = mark.start() if mark else clause.end
        found = _CAUSED.search(self.text, clause.start, end)
        if found is None or found.end() == clause.end or _FOUNDED.search(self.text, found.end(), clause.end):
            return None
        return found.span("body")

    def _names_nobody(self, clause: _Clause) -> bool:
        """Whether a clause opens with where something lies, who speaks, a rank, or what is done."""
        first, last = clause.first, clause.last
        return bool(
            _LIES_IN.match(self.text, first, last)
            or _SPEAKER.match(self.text, first, last)
            or _SOURCE.match(self.text, first, clause.end)
            or _FIELDS.match(self.text, clause.start, clause.end)
            or _RANK_FIRST.match(self.text, first, last)
            or self.text.startswith(("入园", "入驻", "入区"), first)
            or (self.text.startswith("企业", first) and self.text.endswith(_CLASSES, 0, first))
            or (_ACTS_UPON.match(self.text, first, last) and first not in self.phrases.named)
            or (_DOES.match(self.text, first, last) and first not in self.phrases.named)
        )

    def _group(self, clause: _Clause) -> Span | tuple[()] | None:
        """A counted group, or the place by its kind alone; () where the clause names none for sure."""
        text, first, last = self.text, clause.first, clause.last
        this = _THIS_WORK.match(text, first, last) or _THIS_BODY.match(text, first)
        if this:
            return this.span()
        several = _SOME_PLACES.match(text, first)
        if several and several.end() <= clause.end:
            return several.span()
        staged = _OF_STAGE.match(text, clause.start)
        if staged and staged.end("what") <= clause.end:
            return staged.span("what")
        works = COUNTED_PROJECTS.match(text, first, last)
        if works:
            return works.span("what")
        key = _KEY_KIND.match(text, first - 2 if text.startswith("重点", first - 2) else first, clause.end)
        if key and key.start() >= clause.start:
            return key.span()
        ranked = _COUNTED_RANK.match(text, first, clause.end)
        if ranked:
            return ranked.span("what")
        whole = WHOLE.match(text, first, last)
        if whole and (
            whole.end() == last or self.phrases.noun(whole.end(), last) == (whole.end(), whole.end())
        ):
            return whole.span()
        again = _WORK_AGAIN.match(text, first)
        if again and again.end() <= clause.end + 4:
            return self._known_work(again.span("what"))
        kinds = _KINDS_COUNTED.match(text, first, clause.end)
        if kinds:
            return kinds.span()
        members = self._named_list(clause)
        if members:
            return members
        told_of = self.told_of(first)
        if told_of and told_of[1] <= clause.end:
            return told_of
        listed = _COUNTED_LIST.match(text, first, last) or _LISTED_KIND.match(text, first, clause.end)
        if listed is None:
            return None
        places = [place.end for place in self.phrases.places_from(first) if place.end < listed.end()]
        places.append(self.phrases.named.get(first, 0))
        for end in places:
            if first < end < listed.end() and _HAS_LIST.match(text, end):
                return first, end  # 高新区|突出甲、乙两大主导产业
        if _WITHIN.match(text, clause.start, listed.start() + 1):
            return ()
        if BRINGS_IN.match(text, first):
            return ()
        opens = self.phrases.noun(first, first + 2) == (first, first + 2)
        told = _IN_A_LIST.match(text, first) and _HAS.match(text, listed.end())
        if text[clause.start - 1 : clause.start] not in tuple("个家大户项") and (opens or told):
            verb = _BEFORE_MEMBERS.match(text, *listed.span())
            return (verb.end() if verb else listed.start()), listed.end()
        return None

    def _named_list(self, clause: _Clause) -> Span | None:
        """Zones that a clause lists and says nothing of: 下设的|甲产业园、乙物流园|，到2015年产值."""
        under = _SET_UNDER.match(self.text, clause.first, clause.last)
        first = position = under.end() if under else clause.first
        count = 0
        while (end := self.phrases.named.get(position, 0)) and ZONE_END.search(self.text, position, end):
            count, position = count + 1, end + 1
            if self.text[end] not in "、和及与":
                break
        ends = self.text[position - 1 : position] in ("，", ",")
        return (first, position - 1) if count > 1 and ends and position - 1 <= clause.end else None

    def _known_work(self, span: Span) -> Span:
        """A project spoken of again without whose it is, where its own name is known: 华昌|精密制管项目."""
        printed = self.text[slice(*span)]
        for known in self._work_names:
            if printed.endswith(known) and len(known) + 4 >= len(printed):
                return span[1] - len(known), span[1]
        return span

    @cached_property
    def _work_names(self) -> list[str]:
        """The names of projects as printed with 项目, longest first."""
        names = {self.text[start:end] for start, end in self.projects.items()}
        names = {name if name.endswith("项目") else name + "项目" for name in names}
        return sorted((name for name in names if len(name) > _SHORTEST_WORK), key=len, reverse=True)

    def _name(self, clause: _Clause) -> Span | tuple[()] | None:
        """The project, zone, firm, trade or place that opens a clause; () where what opens it is no topic."""
        text, first, last = self.text, clause.first, clause.last
        if first in self.projects and self.projects[first] <= last:
            works_end = self.projects[first]
            listed = _OF_A_LIST.match(text, works_end, clause.end) or _AMONG_WORKS.match(text, works_end)
            return () if listed else (first, works_end)
        if first in self.phrases.named and last < self.phrases.named[first]:
            # 橡塑制品产业集群企业数: the cluster's name runs into the indicator's
            return first, self.phrases.named[first]
        verb = _OPENING_VERB.match(text, first, last)
        if verb and verb.end() in self.phrases.named and first not in self.phrases.named:
            return None  # 新修|赵城工业园区主干道
        branch = _BRANCH.match(text, first)
        if branch and branch.end() <= clause.end:
            return branch.span()
        market = _MARKET.match(text, first)
        if market and market.end() <= last:
            return market.span()
        facility = _FACILITY.match(text, first)
        if (
            facility
            and facility.end() <= clause.end
            and self.phrases.noun(first, first + 2) != (first, first)
        ):
            return facility.span()
        rises = _RISES.match(text, first, clause.end)
        if rises:
            return rises.span()
        places = [place.end for place in self.phrases.places_from(first) if place.end <= last]
        if places and places[-1] < last and _ACTS.match(text, places[-1]):
            return first, places[-1]  # 红河州|全面推行链长制
        built = _PLACE_BUILDS.match(text, places[-1], clause.end) if places else None
        if built:
            is_kind = ZONE_KIND_ALONE.fullmatch(built["what"]) or ZONE_KIND.fullmatch(built["what"])
            return (first, places[-1]) if is_kind else built.span("what")
        if places and text.startswith(("规模以上", "规上", "限额以上"), places[-1]):
            return first, places[-1]  # 湖镇镇|规模以上纸制品企业由13家增加到25家
        left, right = self._noun_phrase(first, last)
        if left < right and (self.phrases.is_place(left, right) or self.is_town((left, right))):
            if text.startswith(("著名", "名牌", "知名", "驰名"), right):
                return ()  # 四川省|著名品牌8个
            # 冀州采暖铸造产业集群: a zone named by its place, whatever words its trade is made of
            zone = _ZONE_BEHIND.match(text, right, last) or _TRADE_OF_PLACE.match(text, right)
            right = zone.end() if zone else right
        left, right = self._without_indicator(left, right)
        if (right < last and self._is_object(clause.start, left)) or _MAKES.search(text, clause.start, left):
            return ()
        if _OF_A_LIST.match(text, right, clause.end):
            return ()  # 甲产业园、乙基础设施二期等项目顺利推进
        counted = _NUMBER_OF_PROJECTS.match(text, left, right)
        if counted:
            left = counted.end() if right - counted.end() > 2 else right
        if _STANDS_FOR.search(text, left, right) and text.startswith(("项目", "工程"), right):
            return ()  # 甲生产线等新材料|项目6个
        left, right = self.without_help((left, right))
        if text.startswith(("过", "超"), right - 1) and self.phrases.is_place(left, right - 1):
            right -= 1  # 潍坊|过百亿产业集群达26个
        if text.startswith(("企业", "商户", "业户"), right):
            town = _TOWN_FIRST.match(text, left, right)
            if town or (places and left == first):
                return town.span() if town else (left, places[-1])
        is_topic = right - left >= 2 and self.phrases.is_subject(left, right)
        return (left, right) if is_topic and self.phrases.is_topic(left, right) else None

    def _noun_phrase(self, first: int, last: int) -> Span:
        """The noun phrase that opens a stretch, a zone's or body's whole name with it, brackets without."""
        first = self.phrases.words.behind_break(first)
        year = _YEAR.search(self.text, first + 2, last)
        left, right = self.phrases.noun(first, year.start() if year else last)
        zone_end = self.phrases.named.get(left, right)
        told = self.text[zone_end : zone_end + 1] not in "、和与及（" and self.text[left - 1] not in "在于"
        if left < zone_end < right and told and self.is_zone((left, zone_end)):
            right = zone_end if _PHASE_BEHIND.match(self.text, zone_end) is None else right
        aside = self.text.find("（", left + 2, right)
        if aside > 0 and left not in self.phrases.named:
            right = aside  # 全市工业园区（不含两家企业）
        name_end = self.phrases.named.get(left, last + 1)
        if name_end <= last:
            right = max(right, name_end)
            if _GROUND.fullmatch(self.text, name_end, right):
                right = name_end
        return left, right

    def _without_indicator(self, left: int, right: int) -> Span:
        """A noun phrase without the indicator's name that it runs into."""
        terms = [
            term
            for term in self.phrases.terms.within(left, right)
            if self.phrases.dimension(term.code) != "count"
        ]
        if terms and terms[0].start > left:
            right = self.phrases.extend_left(terms[0], left)
        return self.phrases.trim(left, right)

    def _acting(self, clause: _Clause) -> Span | None:
        """A kind of zone before what it has, a body set up or at work, each of a kind."""
        text, first, last = self.text, clause.first, clause.last
        kind = ZONE_KIND.match(text, first, last)
        if kind and any(term.start == kind.end() for term in self.phrases.terms.within(kind.end(), last)):
            return kind.span()
        founded = _FOUNDED.search(text, first, last)
        body = _BODY.match(text, first, clause.end)
        if founded and not (body and _TOGETHER.match(founded[0])):
            return founded.span("what")
        if body and body.end() < clause.end and not _WITH.match(text, clause.start):
            whole = self.phrases.named.get(body.start("body"), 0)
            return body.start("body"), max(body.end("body"), whole if whole <= clause.end else 0)
        each = _EACH_OF.match(text, first, last)
        return each.span("who") if each else None

    def _built(self, clause: _Clause) -> Span | None:
        """A zone or firm behind the verb that opens a clause: 完善河东工业园路网."""
        text, first, last = self.text, clause.first, clause.last
        mark = text.find("，", first, last)
        for built in _OPENING_VERB.finditer(text, first, mark if mark > 0 else last):
            zone_end = self.phrases.named.get(built.end())
            if zone_end and _BUILDS.match(built[0]):
                printed = text[built.end() : zone_end]
                if _BUILT_THERE.match(text, zone_end, last):
                    return None
                if LASTING.search(printed) and not _FIRM.search(printed):
                    return built.end(), zone_end
        child = _CHILD.match(text, first, clause.end)
        if child:
            self.learn(child.span("what"))
            return child.span("what")
        told = _TOLD_ZONE.match(text, first, clause.end)
        if told:
            return told.span("what")
        owner = text.rfind("的", first, last)
        if owner > 0 and self.phrases.named.get(owner + 1) == last and text[last : last + 1] in "，,":
            return owner + 1, last  # 陈国梁创办的新天棉业，去年
        verb = _OPENING_VERB.match(text, first, last)
        if verb is None and self.phrases.noun(first, first + 2) == (first, first):
            return None
        zone = _ZONE_FIRST.match(text, verb.end() if verb else first, last)
        if zone is None or (GENERIC.fullmatch(zone[0]) and len(zone[0]) > 3):
            return None
        holds = verb is not None and not _FIRM.search(zone[0]) and _BUILT_THERE.match(text, zone.end(), last)
        return None if holds else zone.span()

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

    def as_places(self, members: list[Span]) -> list[Span]:
        """Members without the trade behind the last of them where all are places: 甲市、乙县|农机."""
        if not all(self.phrases.is_place(*member) for member in members[:-1]):
            return members
        places = self.phrases.places_from(members[-1][0])
        return [*members[:-1], (members[-1][0], places[-1].end)] if places else members

    def members(self, span: Span) -> list[Span]:
        """The members of a coordinated subject, without the head that all of them share."""
        start, end = span
        head = _SHARED_HEAD.search(self.text[start:end])
        first = re.split("[、和与及]", self.text[start:end], maxsplit=1)[0]
        if head and (first.endswith(head[0]) or ZONE_END.search(first)):
            head = None  # 甲产业园区、乙工业园区; 甲产业园、乙工业小区
        end = start + head.start() if head and head.start() else end
        members = split_members(self.text, start, end)
        return members if len(members) > 1 else []

    def with_members(self, edge: int, group: Span) -> Span:
        """A counted group with the list of its members: 甲、乙等六大支柱产业 of 形成甲、乙等六大支柱产业."""
        found = _LIST_BEFORE.search(self.text, max(edge, group[0] - _LONGEST_LIST), group[0])
        if found is None:
            return group
        verb = _BEFORE_LIST.match(self.text, found.start(), found.end("first"))
        start = verb.end() if verb else found.start()
        start, _ = self.phrases.trim(start, found.end("first"))
        return self.without_help((start, group[1])) if start < found.end("first") else group

    def members_worked_on(self, clause: int, number: int) -> list[Span]:
        """The members of a counted list that the clause before works on, where 分别 has nobody before it:
        围绕甲皮革、乙玛瑙、丙硅砂三大特色产业打造品牌，2025年产值|分别|达到.
        """
        if self.text[clause - 1 : clause] not in "，,":
            return []
        start = max(self.text.rfind(mark, 0, clause - 1) for mark in "，；。：\n") + 1
        found = _WORKED_ON.match(self.text, start, clause)
        return split_members(self.text, *found.span("list")) if found else []

    def members_before(self, group: int) -> list[Span]:
        """The members printed right before a counted group: 甲、乙、丙 of 做优甲、乙、丙3个特色子集群."""
        edge = max(self.text.rfind(mark, 0, group) for mark in "，；。：\n") + 1
        verb = HEADING_VERB.match(self.text, edge, group)
        return split_members(self.text, verb.end() if verb else edge, group)
