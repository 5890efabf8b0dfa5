"""The organizations table: firms, bodies, schools and banks that a document names, and what they do there.

Full names end in a word that says what they are (集团, 厅, 大学). Firms in short form are known by what
surrounds them: a list that a head noun calls firms, a frame (以…为龙头), money that they put up, or a proper
stem before a trade (玉龙科技).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from jiqun.facts.clusters import Named
from jiqun.facts.coordination import split_members
from jiqun.facts.frame import RULE, Frame
from jiqun.language import vocabulary
from jiqun.language.industries import industries
from jiqun.language.words import Words, breakers
from jiqun.patterns import quick
from jiqun.tables import Organization

ROLES = ("issuer", "leading", "supporting", "investor", "responsible", "mentioned")
_EDGES = "，；。：！？\n“”《》（） |■□、—"
_BEFORE_NAMES = frozenset(_EDGES + "和由与及")
_BEFORE_SHORT_NAMES = frozenset(_EDGES + "入与和对给为以")
_CLAUSE = re.compile("[，；。：！？（\n“]")
_STOP = re.compile(r"[，；。：！？\n“”《》（） |■□、—]|[①-⑳]")
_NUMBERS = "两三四五六七八九十"
_OWN_REGION = ("省", "市", "县", "区", "州", "盟", "旗", "自治区", "全省", "全市", "全县", "全区", "园区")
_NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})"
# 等一批小型加工制造企业, 等28家下游企业, 两家骨干企业, 这些带头大哥
_LIST_HEAD = quick(
    rf"(?P<open>等(?:一批|一大批|近|多家|众多)?(?:{_NUMBER}(?:余|多)?[家户个])?|(?<=[\u4e00-\u9fff）])(?:这些|这样的|之类的|这?[几{_NUMBERS}]家|{_NUMBER}(?:(?:余|多)?[家户]|大(?=龙头|骨干|核心|企业))))"
    r"(?P<what>[^，；。：、（）\n]{0,24}?)(?P<head>企业(?!家|公共服务|服务平台|协会|技术中心)|公司|集团|厂家|厂商|链主|带头大哥|龙头(?!企业|产业|项目|带动|作用)|配套商|食品加工业|加工业|供应商|(?:项目|整车供应体系)(?!库))"
)
# 配套企业有贵盘碳素、红果机修等26户
_COUNTED = re.compile(
    rf"(?P<what>[\u4e00-\u9fff]{{0,4}})(?P<head>企业)有(?P<list>[^，；。：\n]{{4,80}}?)等{_NUMBER}[家户](?=[，；。、）\n])"
)
# 先后前往云图控股、桐馨乐器等地，: who is visited
_VISITED = re.compile(
    r"(?:来到|前往|走访|查看|深入|考察|参观|走进)了?(?P<list>[^，；。：\n、]{2,16}(?:[、和][^，；。：\n、]{2,16}){1,9}?)(?:等地|等处)?[，。\n]"
)
# What people work at, though it is a common word: 四新渔场、园艺场两家企业.
_WORKPLACE = re.compile("(?:厂|场|矿|社|店)$")
_NO_FIRMS = re.compile(
    r"部门|单位|高校|院校|机构|商场|银行|领域|行业(?!核心|龙头|骨干|领先)|产业的|人才|工程"
)
# 恒泰电子、远景光电相继落户
_SETTLED = re.compile("(?:相继|先后|陆续|纷纷|成功|正式)(?:在[^，；。]{1,8})?(?:落户|入驻|落地|投产|签约)")
_LEADING_FRAME = re.compile(
    r"以(?P<list>[^，；。：\n]{2,80}?)(?:等)?(?:企业)?为(?P<what>龙头|核心(?!区)|支撑|骨干|依托|链主|引领|代表|牵引)"
)
# 支持甲、乙牵头组建联盟, 发挥甲、乙龙头作用
_LEADING = r"(?:牵头|领衔|担当链主|(?:发挥)?龙头(?:引领|带动)?作用)"
_LED_BY = re.compile(
    r"(?P<list>[^，；。：、和与\n]{2,24}(?:[、和与][^，；。：、和与\n]{2,10}){1,4}?)" + _LEADING
)
_LEADS = quick(_LEADING)
_NO_LIST = "，；。：\n"
_LED_TO = re.compile(f"[{_NO_LIST}]")
_LEAD_WORDS = re.compile(
    r"龙头|核心|骨干|链主|领军|头部|支柱|重点|优势|领先|“火车头”|旗舰|主导|大企业|带头|标杆|知名|规模"
)
_SUPPORT_WORDS = re.compile(
    r"配套|中小|小企业|上下游|下游|上游|协作|加工制造|食品加工业|供应|小型|小微|加工业"
)
_SUPPORTED_BY = re.compile(r"(?:带动|联合|吸引|辐射|集聚|促进|催生)(?:了)?$")
_SUPPORTED = re.compile(
    r"(?:支持|推动|鼓励)(?P<name>[\u4e00-\u9fff]{3,7}?)(?=[与同](?!时|步)[^，；。]{2,20}(?:大学|学院|研究院|研究所)|联合[^，；。]{2,20}(?:大学|学院|研究院|研究所)|、[\u4e00-\u9fff]{3,7}(?:牵头|联合))"
)
_INVESTOR = re.compile(
    r"(?<=[，；。：、\n])(?P<name>[\u4e00-\u9fff]{4,8}?)(?=(?:总|计划|拟|追加|首期)?投资[^，；。、\u4e00-\u9fff]{1,8}[万亿]?[美欧]?元的)"
)
# What opens a trade or a list and no firm's name.
_NO_STEM = re.compile(
    "现代|绿色|传统|新型|特色|生态|智慧|数字|高端|先进|精深|有机|冷冻|休闲|海洋|健康|重点|其中|另有|包括|引进|建设|推进|加快|新建|[的了和与及等各该本由对]"
)
_BUILDS = re.compile(
    r"^[^，；。]{0,24}?(?:各建|合资|投资建|投资兴建|兴建|共同投资|出资建|建立[^，；。]{2,12}基地|各投)"
)
_RESPONSIBLE_LIST = re.compile(
    r"(?:责任|牵头|配合|主办|承办|实施|落实|参与|协办|成员)(?:单位|部门|领导)?：(?P<list>[^）；。\n]+)"
)
# Who has to do what stands before: 。（省财政厅牵头，省商务厅、能源局配合）, 〔责任单位：省农牧厅〕.
_DUTY_BRACKET = re.compile(
    r"[（〔【\[](?P<list>(?:[^（）〔〕【】\[\]\n]|（[^（）\n]{1,20}）){3,400})[）〕】\]](?=\s|$|[。；（〔【\[])"
)
_DUTY = re.compile(
    r"牵头|负责|配合|落实|承办|承担|协办|按职责|(?:责任|主管|实施|参与|主办|成员)(?:单位|部门)"
)
_DUTY_PIECE = re.compile(r"(?:[^、，；：\s（）]|（[^（）]{1,20}）)+(?P<label>：)?")
_DUTY_VERBS = re.compile(
    r"等|(?<=.{3})(?:牵头|配合|负责|落实|承办|承担|协办|参与|组织|实施)|(?:按照?|依)[^，；]{0,6}(?:职[责能]|分工)|共同|分别|具体"
)
_DUTY_JOINT = re.compile("(?<=[局厅委办部院会行府司团])(?:和|及|与|以及|会同|联合)(?=[^，；、]{3})")
_NO_DUTY = re.compile(
    "[一二两三四五六七八九十几\\d]+[个家]|各|有关|相关|其他|其它|[省市县区州盟旗]直|[省市县区州盟旗]级|所在|属地|本|全"
)
_OFFICE_END = re.compile("(?:局|厅|委|办|署|院|部|司)$")
_SET_UP = re.compile(
    r"(?:成立|组建|设立|建立|组成|共建)(?:了)?(?:由[^，；。]{2,12}(?:任|担任)(?:组长|主任|总指挥|召集人)的)?(?P<name>(?!由|以|共享|健全|完善|若干|一批|一支|一个|高水平|了)[\u4e00-\u9fff]{2,20}?"
    r"(?P<what>领导小组|指挥部|工作小组|推进小组|协调小组|工作组|委员会|工作专班|联盟|协会|商会|研究院|实验室|联席会议|创新中心|公司|集团|工程技术中心|(?<!技术)(?<!研发)(?<!研究)(?<!检测)(?<!服务)中心|巡逻队|服务队|招商局|办公室))"
    r"(?=[，；。、）和及并与\n]|$|统筹|负责|由|下设|办公室|具体)"
)
_PARTY = re.compile(r"中共[\u4e00-\u9fff]{2,12}?(?:[省市县区州盟旗]委)(?!员)(?:办公室|办公厅|宣传部|组织部)?")
_LEVEL = "省|市|县|地区|区|州|盟|旗|镇|自治区|国家|园区|开发区|高新区|经开区"
_LEVEL_FIRST = re.compile(f"(?:中共|中国)?(?:{_LEVEL})")
_LEVEL_OR_NATION = re.compile(f"{_LEVEL}|中共|中国")
_SEAT = re.compile("(?:省|市|县|区|州|旗|盟|自治区)(?!级|内)")
_NO_OWN_NAME = re.compile(r"[的了等各到\n]|^(?:该|本|其|我|两|一家|全)|企业|民营|有关|所在")
_NEXT_WORKS = re.compile("[二三四]期|年产|拟在|拟投")
# Who is to do something, by the words before the name.
_ENTRUSTED_BODY = re.compile("(?:由|请|责任单位：|牵头单位：|设在|办公室于|会同|以及|、)$")
_ENTRUSTED = re.compile("(?:由|会同)$")
# A firm that leads others, by the words before and behind its name.
_LEADING_FIRM = re.compile("(?:龙头|核心|骨干|链主|领军)企业$")
_LEADS_OTHERS = re.compile(
    "牵头|领衔|担当链主|带动|联合[^，。；]{2,30}?(?:等|企业)|[^。；]{0,60}带动[^，。；]{0,4}(?:配套|上下游)企业"
    "|(?:、[^，。；、]{2,10}){0,3}(?:牵头|领衔|担当链主|领跑|龙头(?:引领|带动)?作用)"
)
_IS_LEADING = re.compile(
    "等?[^，。；、]{0,10}(?:龙头|核心|骨干|链主|领军)|是[^，。；]{0,20}(?:龙头|“火车头”|骨干)"
)
_LEVELLED = re.compile(
    rf"(?:{_LEVEL})(?!级|内|域|场|长|直)(?:[\u4e00-\u9fff]{{2,14}}?)(?P<what>厅|局|委员会|办公室|办公厅|委(?!员|托|派|会)|(?<![开创合举兴])办(?!公|法|理|事|好|学|厂)|纪委|联社|融媒体中心|服务中心|促进中心|担保中心|供电公司|工作推进组|推进小组|(?:建设|推进|工作)专班)"
    r"(?:(?<=担保中心)|(?=[、，；。：）和及与会要对按负牵等为作将每切具设联配主\n（]|$|相关|有关|共同|组织|统筹|制定|实行|开展|启动|出台|印发|发布|公布|下发|召开|举办|推荐|审核|认定|受理|拨付|兑付|协调|监督|考核|获悉|介绍|了解|表示|局长|厅长|主任|副局长))"
)
_TALK = re.compile(
    r"以及|按照|根据|贯彻|落实|坚持|要|委常|工程|改扩建|各|有关|部门|政府(?!办)|党委|企业|等|的|产业(?!发展局|集群链长|链)|工作(?!委|办)|由|与|向|对|把|在"
)
# What turns the end of a name into another word: 厂区, 公司制, 大学生, 集团化.
_GOES_ON = re.compile(
    r"^(?:区|品|房|商|家(?!具|居)|长|制|化|生(?!产)|城|式|军|业|卡|贷|派|面(?!向)|员|队|件|校|士|所|一体化|效应|引领型|治理|及其)"
)
# 日本|和泉电装株式会社: 和 opens the name.
_ABROAD_AND = re.compile("(?:日本|韩国|美国|德国|法国|英国|意大利|瑞士|荷兰|新加坡|台湾|香港|澳门)[和与及]$")
_LEADING_GROUP = re.compile("(?:领导小组|推进组|协调小组)(?:办公室)?")
_ORGANIZES = re.compile("(?:组织|协调|督促|报)(?=[省市县区州盟旗])")
_NO_GROUP = re.compile(
    "成立|组建|设立|建立|[的等各了和与及]|[省市县区州盟旗](?:委|政府)[^，]{0,2}(?:成立|决定)"
)
_JOINTLY = re.compile(
    r"(?:共建|组建|合建|合作建设|联合建设|联合建立|联合设立)(?:了)?(?P<name>(?!共享|一批|若干|一个|高水平|了)[\u4e00-\u9fff]{2,18}?"
    r"(?:研究中心|检测中心|试验站|中试中心|中试基地(?!项目)))(?=[，；。、）\n]|$)"
)
# 中国电子|信息产业发展研究院 is no firm's.
_INSTITUTE_OF = re.compile(
    r"(?:(?!投资|建设|成立|设立|共建|组建|联合|合作)[^，；。：、（）“”\n与和同及的了在等将]){2,10}?(?:研究院|研究所|研究会|学会|协会)"
)
_INSTITUTE = re.compile("[\u4e00-\u9fff]{2,10}?(?:研究所|研究院|(?<!研究)所(?!属|有|以|在))")
# Bodies of one level in a list, which only the first of them names: 盟发改委、|国土资源局.
_OF_ONE_LEVEL = re.compile(
    r"[省市县区州盟旗](?:[^，。；、（）\n]{1,10}(?:委|局|厅|办|部|署|办公室|会)[、和]){1,9}$"
)
_LIST_MARK = re.compile(r"\d{1,2}[.、．](?!\d)\s*|[一二三四五六七八九十]是")
_OPENS_NO_NAME = re.compile(
    "按照|围绕|聚焦|坚持|根据|瞄准|立足|(?:大力|加快|重点|积极|着力|全力|推动|推进|做大|做强|培育|壮大)+发展|.*[+＋]"
)
_ONLY_KIND = re.compile("项目|工程|中心|基地|生产线|建设|改造|技改|铸造|加工|制造")
_PUBLIC_BUSINESS = re.compile(
    "(?:高新|城市|城建|产业|工业|国有|资产|文化|旅游|交通|水务|发展|投资|建设|开发|经营|融资|担保|科技|金融|控股)+$"
)
_POLICY_BANK = re.compile("开行(?=贷款|融资|授信|基金|资金|、农发行)|(?<=农发行、)开行(?!了)")
_PAPER = re.compile(
    r"(?:来源|来自)：(?:[\u4e00-\u9fff]{2,8}[-—]{1,2})?(?P<source>[\u4e00-\u9fff]{2,10}(?:报|讯|周刊|杂志|融媒|电视台))(?![道告料社息体])|《(?P<paper>[\u4e00-\u9fff]{2,10}报)》(?:见习|实习|首席)?记者"
)
# The zone that a firm lies in: 西林经济开发区南园工业园区|恒泰能源股份有限公司.
_IN_ZONE = re.compile(
    "[\u4e00-\u9fff]{2,16}(?:开发区|高新区|经开区|工业园区?|产业园区?|集中区|集聚区|保税区|示范区)(?=[\u4e00-\u9fff]{2,}(?:公司|集团|厂)$)"
)
_LEGAL_FORM = re.compile("(?:集团)?(?:股份|控股)?(?:有限责任公司|有限公司|公司|集团|厂)$")
# What follows a firm's name with its trade in a list.
_TRADE_ENDS = re.compile("[、，。；]|等|相继|先后|陆续")
# A stretch of land and a trade are no firm: 成都地区|化工, 南疆|纺织.
_REGION_STEM = re.compile("(?:地区|片区|一带|[东南西北]疆|[东南西北中]部|各地|当地)$")
# Endings that no trade has: 洞庭重工 is a firm whatever 洞庭 means.
_FIRMS_ALONE = frozenset(("重工", "重机", "重汽", "控股"))
_DROPPED = re.compile(
    r"^(?:各)?(?:市)?县?(?:市|区)?(?:市区|县区|县市区|旗县区)(?:人民)?政府|^(?:各类?|有关|相关|地方|省|市|县|区)?行业协会$|(?:产业园|工业园|示范)区?$|(?:污水|垃圾|固废|危废|水质|自来水|净水|再生水)[\u4e00-\u9fff]{0,4}厂$|技术中心$|孵化器$|平台$|^(?:省|市|县|区)(?:委|政府)$|国务院"
)
_PLURAL_STEM = quick(
    rf"{_NUMBER}[家个户]|^首(?:批次|版次|台套|台|批|创(?!担保))|^(?:大型|中小|重点|骨干|龙头|民营|国有|上市|知名|大|小|一批|企业|跨国|行业|相关|产业|股份制|有限|省级|国家级|市级|市县|各|优势|核心|配套|投资|创业|风险|专业"
    r"|新兴|融资|工业|商业|政策性|外资|地方|中介|金融|担保|保险|物流|外贸|新|老|原|平台|乡镇|村镇|三地|各地|新办|合作|国际|国内|运营|建设|开发|入驻|入园|高新技术|农业|智能网联|子|分|母|总|全资|控股|合资|设备制造|加工|供应链|集体|外来|外地|本地|当地|制造|生产|科研|有条件的|村集体|第三方|高强|国家|中央|地方性|区域性|股份|新型|社会|所属|下属|县域|物业|劳务|融资租赁|政府|国企)+$"
)
# A firm's name in front of those who run it or of what only firms do, whatever its trade.
_RUNS = re.compile(
    "(?:副?董事长|副?总经理|总裁|副总|厂长|创始人|老板|产销|获评|获批|入选|主打产品|生产车间|开票|总部|挂牌|上市(?!公司))"
)
_PROJECT_TALK = re.compile(
    r"项目|投产|竣工|开工|签约|工程(?!技术|研究|师|机械)|落户|封顶|投用|建成|安装|调试|试车|动工|拟建|在建|总投资"
)
_INVESTS = re.compile(
    r"^(?:集团)?(?:[^，；。]{0,12}[与按][^，；。]{2,10})?(?:计划|拟|将|有意|意向|累计|追加|总|再)*(?:投资|出资|投入|斥资|增资|拿出)"
    r"|^(?:同日|正|已|上月|去年|今年)*[与同][^，；。]{2,16}(?:签订|签署|签约|洽谈|达成)"
    r"|^，(?:占地[^，；。]{1,10}，)?(?:计划|总|拟|累计)*投资\d"
)
# What stands between a firm and its money, and what before money is no firm.
_MONEY_LEAD = re.compile("(?:总|计划|拟|将|累计|追加|新增|首期|一期|二期|再|共|其中)+$")
_NO_OWNER = re.compile(
    "(?:引进|签约|落户|建设|有|推进|加快|实施|启动|开工|项目|及|和|与|对|为|了|的|由|以|是|完成|达|固定资产|[上下]半年|今年|全年)$"
)
_ABROAD = re.compile(
    "(?:中国)?(?:香港|台湾|澳门)|新加坡|马来西亚|韩国|日本|德国|美国|法国|英国|泰国|瑞士|荷兰|意大利|加拿大|澳大利亚|印尼|越南"
)
# What stands before a name and is none of it.
_NOT_OF_NAME = re.compile(
    r"[^，；。：、（）]{2,8}(?:行业|产业|领域|企业)中(?!心|型|等|小)|不?含|不?包括|带着|领着|帮着|委托|依托|联合|共办|合办|联办|开办|办|帮助|帮|(?:当地|本地|本土)?企业(?=[\u4e00-\u9fff]{4})|眼下|邀请|聘请|授权|业主(?:单位)?为?|港资|台资|外资|民企|国企|央企|龙头企业|链主(?:企业)?|骨干企业|核心企业"
)
_NAMED_LEADER = re.compile("(?:龙头|链主|骨干|核心)企业$")
_LEADER = re.compile("[\u4e00-\u9fff]{0,10}?(?:龙头|链主|骨干|核心|领军|牵头|头部)企业(?=[\u4e00-\u9fff]{2})")
# 民营500强|杭萧钢构: a rank is none of the name.
_RANK = re.compile(r"(?<=\d)强(?:企业)?")
# 、永川嘉陵年产60万吨特种纸, 、荣昌渝江1.2亿件/年日用瓷, ；浙江瑞泽的电解液项目占地260亩
_PLACED = re.compile(
    r"(?<=[、，。；：\n）])(?:重点|加快)?(?:推进|建设|实施|引进)?(?P<name>[\u4e00-\u9fff]{4,6}?)"
    r"(?=年(?:产|处理|加工)\d[\d.]*[万亿]?[\u4e00-\u9fff]{3}|\d[\d.]*[万亿]?[^，。；、\d]{1,3}/年[\u4e00-\u9fff]{2}"
    r"|的[^，。；、]{2,10}项目(?:占地|总投资|投资))"
)
# 、中复神鹰年产2.5万吨碳纤维: who makes so much of a good, by an odd name.
_MAKES = re.compile(
    r"(?<=[、，。；：\n）])(?:重点|加快)?(?:推进|建设|实施|引进)?(?P<name>[\u4e00-\u9fff]{3,6}?)"
    r"(?=年产\d[\d.]*(?:[万亿]|[GM]Wh?)?[\u4e00-\u9fffA-Za-z]{3})"
)
_NO_MAKER = re.compile(
    "[建将预达该可后分期已拟并及年全各共约每能][^，。]{0,3}$|^[建将预达该可后分已拟并及年全各共约其新]|计划|形成|实现|项目|目前|完成"
    "|新[增上]|引进|主要|设计|生产|产业|基地|园|[线厂地个]$|公司$|集团$"
)
_BUILT_THERE = re.compile("[^，。；、]{2,10}(?:基地|产业园|工厂|项目|生产线)")
_NO_ODD = re.compile(
    "[年月日个家第各每达至已将拟可能共约近县市省区镇乡村]|预计|计划|设计|有望|园区?$|厂$|公司|集团"
)
# A trade that tells what goods: 上海宝臣|石油|套管; one that only a firm's name has: 路邦车业.
_NO_GOODS = re.compile("(?:业|科技|重工|重机|重汽|控股|新材|高科|精工|智造|股份)$")
_GOODS = re.compile(
    "(?!项目|工程|[一二三四五]期|年|公司|集团|有限|股份|投资|建设|生产|技改|扩建|搬迁|改造|新建|新上|迁建|整体|总部|产业园|工业园)"
    "(?:(?![^，。；、]?[的等将已在与和])[\u4e00-\u9fff]{2}|[屏板管片件机膜线车箱泵阀柜芯](?=[等、，。；项]))"
)
_LEADER_HAS = re.compile(
    r"(?:龙头|链主|骨干|核心|领军)企业(?P<name>[\u4e00-\u9fff]{4,8}?)"
    r"(?=(?:去年|今年|上半年|前三季度|\d{4}年)(?:实现|完成)?(?:营业收入|销售收入|产值|营收|主营))"
)
# What is made of elements is a material: 钒钛磁铁, 铜基.
_MATERIAL = re.compile(
    "[钛铜钒铁铝镁锂硅碳镍钴锰锌硼磷硫氯氟钾钠钨钼铬铅锡锑]+(?:基|系|磁铁|石膏|酸|化)?|彝族|藏族|苗族"
)
_MADE = re.compile("生产|年产|加工")
# 盐油化工 and 煤焦化工 are trades by the single signs of their goods.
_GOODS_BY_SIGN = re.compile("[盐油煤气焦钢铁铜铝铅锌糖粮棉麻竹木皮毛肉奶蛋菜果氯碱磷硫氟]{2,3}")
_LOCALLY_MADE = re.compile("[省市县区国]产")
_DOCUMENT_YEAR = re.compile(r"[字发函办]?\s?[〔\[（【]\s?(?:19|20)\d\d")
# A firm whose name holds a place in brackets: 香港恒昌实业（福安）有限公司.
_FORM_BEHIND_BRACKETS = re.compile(
    r"（[\u4e00-\u9fff]{2,8}）[\u4e00-\u9fff]{0,10}?(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|公司)"
)
_LONGEST_STEM = 16
# 的 as a word of its own; 美的 is a firm.
_ARTICLE = re.compile("(?<!美)的")
_FUNCTION_WORD = re.compile("(?<!美)的|[了等各到由与和及对向把被在于以将]")
_BEFORE_BRACKETS = re.compile(rf"[\u4e00-\u9fffA-Za-z]{{2,{_LONGEST_STEM}}}\Z")
# What follows a firm known by a short name that has many by number: 中铁|四局集团有限公司.
_NUMBERED = re.compile(
    r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:公局|航局|工程局|局|设计院|研究院|院|冶|建(?!设))(?:集团)?(?:有限公司|公司)?"
)
# Trades that are ways of building, before what is built: 液压元件, 精密铸造.
_OF_PARTS = frozenset(("液压", "精密", "密封", "光学", "传动", "电控", "数控"))
_PARTS = re.compile("元件|部件|零部件|组件|器件|系统|铸造(?!公司|有限)|加工(?!公司|有限)|机床")
_MODEL_FACTORY = ("智能工厂", "未来工厂", "数字工厂", "灯塔工厂", "绿色工厂", "无人工厂", "标准厂")
_FIRM_BEFORE = re.compile("(?:公司|集团)[^，；。、公]{0,16}、$")
_FIRM_BEHIND = re.compile("[^，；。、的]{0,16}、[^，；。、]{2,8}(?:公司|集团)")
# Works and offices that a firm has in a place: 深圳工厂, 上海总部.
_WORKS_OF_A_FIRM = re.compile("(?:工|分|总)厂$|[分总]公司$")
_PROJECT_ENDS = re.compile("项目|今年|年内|上月|已|将|(?=[\\d一二三四五六七八九十]{1,2}月)")
_SIZED = re.compile(r"\d[\d.]*[万亿]?[^，。；\d]{1,4}/年")
# What a firm makes is no firm: 竹胶板、竹家具等加工企业.
_MAKERS = re.compile(r"(?:精?深)?加工|生产|制造|制品|经销|销售|零售|贸易")
# 北方民族大学, 中南大学
_REGION_OF_SCHOOL = re.compile("(?:北方|南方|东北|西北|西南|东南|华东|华中|华南|华北|中南|中央|中国|首都)$")
_CAMPUS = re.compile("（(?:华东|北京|武汉|青岛|保定|徐州|威海|深圳|珠海)）")
# A centre that works for firms is no authority: 担保中心, 检测中心; 投诉举报中心 is one.
_WORKS = re.compile("担保|检测|技术|研发|中试|实验|数据|创新|孵化|试验|设计")
# Trades and products are taken in and gathered: 承接竹胶板、竹炭等企业.
_GATHERED = re.compile("(?:承接|集聚|聚集)了?$")
_QUOTED_NAMES = re.compile("(?:“[^“”，。]{2,10}”[、和]?)+$")
_WHOLE_SUFFIXES = (
    "厂",
    "集团",
    "公司",
    "股份",
    "有限公司",
    "集团有限公司",
    "股份有限公司",
    "集团公司",
    "科技",
    "控股",
)


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


class OrganizationReader:
    """Finds the organizations of one document."""

    def __init__(self, frame: Frame, words: Words) -> None:
        self.frame, self.words = frame, words
        self.text = frame.text
        self.found: list[Body] = []
        self._titles = [found.span() for found in re.finditer(r"《[^《》]{2,120}》", frame.text)]
        self._places = [(place.start, place.end) for place in frame.places]
        self._stops = [found.end() for found in _STOP.finditer(frame.text)]
        self._clauses = [found.end() for found in _CLAUSE.finditer(frame.text)]

    def read(self, issuer: str | None) -> list[Body]:
        """All organizations, the issuing body first."""
        if issuer:
            self._add_issuer(issuer)
        self._read_responsible()
        self._read_duties()
        self._read_lists()
        self._read_supported()
        self._read_investors()
        self._read_named_leaders()
        self._read_known()
        self._read_policy_bank()
        self._read_suffixed()
        self._read_bracketed_firms()
        self._read_levelled()
        self._read_set_up()
        self._read_leading_groups()
        self._read_jointly_founded()
        self._read_papers()
        self._read_short_firms()
        return self._merged()

    # --- bodies ---

    def _add_issuer(self, issuer: str) -> None:
        for name in issuer.split("、"):
            at = self.text.find(name)
            if at >= 0 and not (at and self.text[at - 1] == "□"):
                self._add(at, at + len(name), _kind(name) or "government", "issuer")

    def _read_responsible(self) -> None:
        """（责任单位：省财政厅、省科技厅）"""
        for found in _RESPONSIBLE_LIST.finditer(self.text):
            for start, end in split_members(self.text, found.start("list"), found.end("list")):
                for piece in re.finditer(r"[^，,\s]+", self.text[start:end]):
                    first = start + piece.start()
                    name = re.sub("等.*$", "", piece[0])
                    if (
                        3 <= len(name) <= 20
                        and not _NO_DUTY.match(name)
                        and not _is_generic(name)
                        and _kind(name)
                    ):
                        self._add(first, first + len(name), _kind(name) or "government", "responsible")

    def _read_duties(self) -> None:
        """（省财政厅牵头，能源局负责）and （州财政局、州工信局）behind a task: who has to do it, with or
        without its level."""
        text = self.text
        for found in _DUTY_BRACKET.finditer(text):
            if text[found.start() - 1] not in "。；！：\n）〕】 ":
                continue
            parts = _DUTY_PIECE.finditer(text, *found.span("list"))
            pieces = [piece for piece in parts if not piece["label"]]
            bodies = [_on_duty(piece[0]) or _NO_DUTY.match(piece[0]) for piece in pieces]
            if not _DUTY.search(found["list"]) and not all(bodies):
                continue
            for piece in pieces:
                start = piece.start()
                for part in _DUTY_JOINT.split(piece[0]):
                    start = text.index(part, start)
                    body = _on_duty(part)
                    if body:
                        self._add(start, start + len(body[0]), body[1], "responsible")
                    start += len(part)

    def _read_levelled(self) -> None:
        """省工业和信息化厅, 县融媒体中心: a body of the level that the text speaks of; and 中共…县委."""
        text = self.text
        for found in _LEVELLED.finditer(text):
            start = found.start()
            if self._is_inside_word(start):
                continue
            if (
                _TALK.search(found[0][1:].replace("中小企业", "").replace("产业链工作", ""))
                or _is_generic(found[0])
                or not self._opens(start)
            ):
                continue
            if (
                (start and text[start - 1] in "各全我本该")
                or self._is_address(start)
                or self._in_title(start)
            ):
                continue
            kind = {
                "纪委": "party",
                "联社": "financial",
                "融媒体中心": "other",
                "供电公司": "enterprise",
            }.get(found["what"], "government")
            kind = _kind(found[0]) or kind
            self._add(start, found.end(), kind, self._role(start, found.end(), kind))
        for found in _PARTY.finditer(text):
            if not self._in_title(found.start()):
                self._add(found.start(), found.end(), "party", "mentioned")

    def _is_inside_word(self, start: int) -> bool:
        """Whether 区 or 市 ends the name before it: 先行|区建设领导小组办公室, 示范|区办公室."""
        return (
            start > 0
            and re.match(
                "先行|示范|合作|实验|试验|开发|高新|经开|保税|功能|集聚|集中",
                self.text[max(0, start - 2) : start],
            )
            is not None
        )

    def _opens(self, start: int) -> bool:
        """Whether a name can begin here: at a word, behind a mark or behind 和, 由, 与."""
        return self.words.starts_word(start) or self.text[start - 1 : start] in _BEFORE_NAMES

    def _read_set_up(self) -> None:
        """成立园区建设指挥部: a body named in full where it is set up; 建立技术中心 names none."""
        for found in _SET_UP.finditer(self.text):
            start, end = found.span("name")
            if (
                self._in_title(start)
                or _is_generic(found["name"])
                or end - start < 5
                or re.search(r"[的等各]|国家级|省级以上|\d", found["name"])
            ):
                continue
            what = found["what"]
            kind = {
                "联盟": "association",
                "协会": "association",
                "商会": "association",
                "公司": "enterprise",
                "集团": "enterprise",
                "研究院": "other",
                "实验室": "other",
                "创新中心": "other",
                "工程技术中心": "other",
            }.get(what, "government")
            if what == "中心" and _WORKS.search(found["name"]):
                kind = "other"
            self._add(start, end, kind, "responsible" if kind == "government" else "mentioned", founded=True)

    def _read_leading_groups(self) -> None:
        """自治区发展纺织产业带动就业领导小组办公室: a leading group by its whole name, whatever verbs are in
        it."""
        for found in _LEADING_GROUP.finditer(self.text):
            end = found.end()
            left = max(self._stop_before(found.start()), found.start() - 30)
            said = max(self.text.rfind(mark, left, found.start()) + 1 for mark in "从由据向经")
            start = max(left, said)
            places = self.frame.places_between(start, end)
            organized = _ORGANIZES.match(self.text, start, end)
            start = organized.end() if organized else start
            is_named = (places and places[0].start == start) or _OF_LEVEL.match(self.text, start)
            if is_named and end - start >= 10 and not _NO_GROUP.search(self.text, start, end):
                self._add(start, end, "government", self._role(start, end, "government"))

    def _read_jointly_founded(self) -> None:
        """共建纺织技术研究中心: a centre that two set up together, by its name."""
        for found in _JOINTLY.finditer(self.text):
            start, end = found.span("name")
            if (
                self._in_title(start)
                or re.search(r"[的等各]|国家级|省级以上|\d", found["name"])
                or end - start < (5 if found["name"].endswith("站") else 6)
            ):
                continue
            self._add(start, end, "other", "mentioned", founded=True)

    def _read_papers(self) -> None:
        """The paper that a page names as its source or its reporter's: 来源：青石新报, 《青石报》记者."""
        for found in _PAPER.finditer(self.text):
            name = "source" if found["source"] else "paper"
            self._add(*found.span(name), "other", "mentioned")

    def _read_policy_bank(self) -> None:
        """争取开行贷款: the development bank; to 开行 a train is another word."""
        for found in _POLICY_BANK.finditer(self.text):
            self._add(*found.span(), "financial", "mentioned")

    def _read_known(self) -> None:
        """Names known as a whole, with the suffix that follows them: 延长石油集团."""
        automaton, rows = _terms()
        for index, start, end in automaton.find_matches_as_indexes(self.text):
            term, kind, generic = rows[index]
            if generic or self._in_title(start) or not self._opens(start) or self._is_address(start):
                continue
            if kind == "financial" and (
                places := [place for place in self._places_near(start) if place[1] == start]
            ):
                start = places[0][0]  # 武汉中信银行
            elif kind == "financial" and _levelled(self.text, start) and self._opens(start - 1):
                start -= 1  # 市农业银行
            if kind == "enterprise":
                suffix = re.match(
                    "(?:集团|股份|控股)?(?:有限责任公司|有限公司|公司)?", self.text[end : end + 8]
                )
                grown = end + (suffix.end() if suffix else 0)
                institute = _INSTITUTE_OF.match(self.text, end)
                if institute:
                    end = institute.end()
                    kind = _kind(self.text[start:end]) or "other"
                    self._add(start, end, kind, self._role(start, end, kind))
                    continue
                grown = grown if grown > end else self._with_trade(end)
                numbered = _NUMBERED.match(self.text, end)
                grown = numbered.end() if numbered else grown
                if grown == end and not self._stands_alone(start, end, term):
                    continue
                end = grown
            elif (kind in ("government", "party") and len(term) <= 2) or term in (
                "国务院",
                "党中央",
                "中共中央",
            ):
                continue
            elif term in ("中科院", "中国科学院"):
                institute = _INSTITUTE.match(self.text, end)
                end = institute.end() if institute else end
            self._add(start, end, kind, self._role(start, end, kind))

    def _with_trade(self, end: int) -> int:
        """Where a known firm's name ends with its trade: 蔚来|动力; 蔚来|动力电池 is what it makes."""
        trade = next(
            (n for n in reversed(_tail_lengths()) if self.text[end : end + n] in _tail_terms()),
            0,
        )
        return end + trade if trade and _TRADE_ENDS.match(self.text, end + trade) else end

    def _stands_alone(self, start: int, end: int, term: str) -> bool:
        """Whether a known firm's name is used as such: 炼化一体化 and 其中石油机械 hold none."""
        if (self.text.startswith("一体化", end) and term.endswith(("化", "化工"))) or self.text.startswith(
            ("镇", "区", "县", "市", "街", "路", "化", "人", "性", "年"), end
        ):
            return False
        if not self.words.starts_word(start) and self.text[start - 1 : start] not in _EDGES:
            return False
        if len(term) >= 4:
            return True
        following = self.text[end : end + 1]
        if following in _EDGES or following in "等和与及的在" or not following:
            return self.text[start - 1 : start] in _BEFORE_SHORT_NAMES or self.words.starts_word(end)
        opens = self.text[start - 1 : start] in _EDGES or self._clause_verb(start)
        goes_on = any(first == end for first, _ in self._places_near(end)) or self.words.starts_word(end)
        return opens and goes_on and bool(_PROJECT_TALK.search(self.text, end, end + 60))

    def _is_address(self, start: int) -> bool:
        """Whether a body is one of many (各设区市经贸委) or the mark of a web page ([省经贸委])."""
        return self.text[start - 1 : start] == "[" or (start >= 2 and self.text.startswith("设区", start - 2))

    def _clause_verb(self, start: int) -> bool:
        """Whether a breaking word ends right before a position."""
        index = bisect_right(self.words.starts, start - 1) - 1
        return index >= 0 and self.words.ends[index] == start and self.words.breaks(index)

    def _places_near(self, position: int) -> list[tuple[int, int]]:
        index = bisect_right(self._places, (position, 0))
        return self._places[max(0, index - 1) : index + 1]

    # --- full names ---

    def _read_suffixed(self) -> None:
        automaton, terms, kinds = _suffixes()
        for index, suffix_start, end in automaton.find_matches_as_indexes(self.text):
            kind = kinds[terms[index]]
            if self._in_title(suffix_start):
                continue
            if kind != "government" and _GOES_ON.match(self.text[end : end + 3]):
                continue
            short = kind not in ("enterprise", "university") and end - suffix_start <= 2
            if short and self.words.covers(suffix_start - 1, suffix_start + 1):
                continue  # 办公会 ends in no 公会
            start = self._name_start(suffix_start, end, kind)
            leader = _LEADER.match(self.text, start, suffix_start) if kind == "enterprise" else None
            start = _behind_rank(self.text, leader.end() if leader else start, suffix_start)
            campus = _CAMPUS.match(self.text, end) if kind == "university" else None
            end = campus.end() if campus else end
            name, stem = self.text[start:end], self.text[start:suffix_start]
            if self._is_full_name(start, suffix_start, name, stem, kind):
                self._add(start, end, kind, self._role(start, end, kind))

    def _read_bracketed_firms(self) -> None:
        """香港恒昌实业（福安）有限公司: a legal form behind a place in brackets."""
        done = 0
        for form in _FORM_BEHIND_BRACKETS.finditer(self.text):
            bracket = form.start()
            stem = _BEFORE_BRACKETS.search(self.text, max(done, bracket - _LONGEST_STEM), bracket)
            if stem is None:
                continue
            done = form.end()
            start = _behind_rank(self.text, self.words.name_start(*stem.span(), self._places), bracket)
            if bracket - start >= 2 and not self._in_title(start):
                self._add(start, done, "enterprise", self._role(start, done, "enterprise"))

    def _name_start(self, suffix_start: int, end: int, kind: str) -> int:
        """Where a full name begins: at its place or level if it has one, else behind the last word that
        breaks.
        """
        text = self.text
        left = max(self._stop_before(suffix_start), suffix_start - 24)
        start = self.words.name_start(left, suffix_start, self._places)
        if kind == "enterprise" and suffix_start - start < 2 <= suffix_start - left <= 4:
            start = left  # 瑞能公司: a name too short to be broken
        if kind == "enterprise" and text[start:suffix_start] in _tail_terms() and 1 <= start - left <= 4:
            start = left  # 天开|钨业|有限公司: a trade and a legal form are no name
        if kind == "enterprise":
            start = self._with_owner(left, start)
            if _is_registered(text[suffix_start:end]):
                start = self._from_place(left, start, suffix_start)
            abroad = _ABROAD_AND.search(text, left, start)
            start = abroad.start() if abroad else start
        region = _REGION_OF_SCHOOL.search(text, max(left, start - 2), start)
        if region and kind == "university":
            return region.start()
        if (
            region
            and kind == "enterprise"
            and any(one[1] == region.start() for one in self._places_near(start))
        ):
            start = region.start()  # 宁夏|北方|精工钢结构公司
        before = self.frame.places_between(max(left, start - 8), start)
        if (
            kind == "enterprise"
            and before
            and 0 <= start - before[-1].end <= 1
            and before[-1].end < suffix_start
        ):
            # 浙江正禾新能源公司: what stands between the place and the suffix is the name
            start = before[-1].start
        places = self.frame.places_between(start, suffix_start)
        if kind in ("government", "party", "association") and places:
            return places[0].start
        level = _LEVEL_FIRST.match(text, start, suffix_start)
        if not level and start - left >= 1 and text[start - 1] in "省市县区" and self._opens(start - 1):
            return start - 1
        return start

    def _from_place(self, left: int, start: int, stem_end: int) -> int:
        """Start of a registered name that opens its clause with a place, whatever its words are else:
        的|河北领标科技发展有限公司; in 河北省引进恒泰有限公司 a verb stands between."""
        begin = left
        for article in _ARTICLE.finditer(self.text, left, start):
            begin = article.end()
        first = next(iter(self.frame.places_between(begin, stem_end)), None)
        if first is None or first.end >= start or stem_end - first.start > _LONGEST_STEM:
            return start
        if first.start != begin and not self._clause_verb(first.start):
            return start
        begin = first.start
        between = [
            self.text[self.words.starts[i] : self.words.ends[i]] for i in self.words.between(first.end, start)
        ]
        verbs = [
            word
            for word in between
            if len(word) > 1 and word in breakers() and not _PUBLIC_BUSINESS.fullmatch(word)
        ]
        return start if verbs or _FUNCTION_WORD.search(self.text, first.end, start) else begin

    def _with_owner(self, left: int, start: int) -> int:
        """Start of a public firm's name with its place or level: 青石|发展|控股公司, 市|产业投资|集团."""
        business = _PUBLIC_BUSINESS.search(self.text, left, start)
        first = business.start() if business else start
        place = next((one for one in self.frame.places_between(left, first) if one.end == first), None)
        if business is None:
            return start
        if place is not None:
            return place.start
        at_level = first - 1 >= left and self.text[first - 1] in "省市县区州" and self._opens(first - 1)
        return first - 1 if at_level and self.text[first - 2 : first - 1] not in "全各我本" else start

    def _stop_before(self, position: int) -> int:
        index = bisect_right(self._stops, position) - 1
        return self._stops[index] if index >= 0 else 0

    def _is_full_name(self, start: int, stem_end: int, name: str, stem: str, kind: str) -> bool:
        if not stem and kind == "government" and len(name) >= 3:
            return not _is_generic(name) and bool(_OF_ONE_LEVEL.search(self.text[max(0, start - 80) : start]))
        if (
            not stem
            or self._is_address(start)
            or _is_generic(name)
            or _DROPPED.search(name)
            or _PLURAL_STEM.search(stem)
            or len(name) > 26
            or name.endswith(_MODEL_FACTORY)
            or self._is_works_in_place(start, name)
        ):
            return False
        if kind == "enterprise" and re.search(r"\d[\u4e00-\u9fff]?[名个家户人位]", stem):
            return False
        if _is_registered(name) and len(stem) >= 4 and not _PUBLIC_BUSINESS.fullmatch(stem):
            return not re.search(r"(?<!美)的|[了等各到\n]|^(?:该|本|其|我|两|一家|全)|企业|民营|有关", stem)
        if name.endswith("矿") and (
            _MATERIAL.fullmatch(stem.rstrip("磁")) or self._is_ore(start + len(name))
        ):
            return False  # 钒钛磁铁矿
        own = stem.replace("中小企业", "") if _SEAT.match(stem) else stem
        if _NO_OWN_NAME.search(own):
            return False
        if kind in ("government", "party"):
            anchored = _LEVEL_OR_NATION.match(stem) or any(
                place.start == start for place in self.frame.places_between(start, stem_end)
            )
            return (
                bool(anchored)
                and not re.match("^(?:省|市|县|区)级", stem)
                and (
                    not name.endswith(("领导小组", "指挥部", "工作专班"))
                    or (len(name) >= 8 and re.match("[省市县区州旗盟]", name) is not None)
                    or any(place.start == start for place in self.frame.places_between(start, stem_end))
                )
            )
        if kind == "other" and len(stem) < 2:
            return re.fullmatch("[省市县区旗州]", stem) is not None
        if kind in ("university", "financial", "association"):
            return len(stem) >= 2 or bool(re.match(_LEVEL, stem))
        if len(stem) < 2:
            return self._clause_verb(start) is False and stem + "厂" == name and len(name) >= 3
        return (
            not self._is_common(start, stem_end)
            or bool(re.match("(?:省|市|县|区)(?!级|内)", stem))
            or (name == stem + "公司" and self._is_among_firms(start, start + len(name)))
        )

    def _is_among_firms(self, start: int, end: int) -> bool:
        """Whether a name of common words stands in a list of firms: 众沅公司选矿、|宏大公司|石材加工."""
        text = self.text
        return (
            end - start == 4
            and not industries().find(text[start : end - 2])
            and not _tail_terms().intersection((text[start : end - 2],))
            and (
                (
                    text[start - 1 : start] == "、"
                    and _FIRM_BEFORE.search(text, max(0, start - 30), start) is not None
                )
                or _FIRM_BEHIND.match(text, end) is not None
            )
        )

    def _is_works_in_place(self, start: int, name: str) -> bool:
        """Whether a name is but a place and what some firm has there."""
        works = _WORKS_OF_A_FIRM.search(name)
        places = self.frame.places_between(start, start + works.start()) if works else []
        return bool(works and places and places[0].start == start and places[-1].end == start + works.start())

    def _read_supported(self) -> None:
        """支持永拓智能与合肥工业大学联合攻关: who is to work with a school is a firm, whatever its trade."""
        for found in _SUPPORTED.finditer(self.text):
            start, end = found.span("name")
            if self._ends_in_tail(start, end) and not self._is_common(start, end):
                leads = "牵头" in self.text[end : end + 12]
                self._add_member(start, end, "leading" if leads else "mentioned")

    def _read_named_leaders(self) -> None:
        """龙头企业河东重卡部件去年营业收入16亿元: what is called a leading firm and then has a figure is one,
        whatever its name is made of."""
        for found in _LEADER_HAS.finditer(self.text):
            start, end = found.span("name")
            if not self._holds_verb(start, end) and not _NO_STEM.search(found["name"]):
                self._add(start, end, "enterprise", "leading")

    def _holds_verb(self, start: int, end: int) -> bool:
        return any(
            self.words.breaks(index) and self.words.ends[index] - self.words.starts[index] > 1
            for index in self.words.between(start, end)
        )

    def _read_investors(self) -> None:
        """漯河金谷食品投资3.2亿元的生产线: who opens a clause and puts up money for one thing is a firm."""
        for found in _INVESTOR.finditer(self.text):
            start, end = found.span("name")
            if not self._ends_in_tail(start, end) or self._in_title(start) or self._holds_verb(start, end):
                continue
            places = self.frame.places_between(start, end)
            own = places[-1].end if places and places[0].start == start else start
            stem = self.text[own:end]
            if len(stem) >= 4 and not _NO_STEM.match(stem) and not industries().find(stem[:-2]):
                self._add(start, end, "enterprise", "investor")

    def _is_ore(self, end: int) -> bool:
        """Whether what is named is what lies in the ground: 翁泉沟硼铁矿资源."""
        return self.text.startswith(("资源", "石", "砂", "储量", "床"), end)

    # --- lists of firms ---

    def _read_lists(self) -> None:
        """Names in a list that a head noun calls firms: 支持陕鼓集团、西电集团等龙头企业,
        以A、B为龙头，带动C、D等一批企业.
        """
        text = self.text
        for found in _LEADING_FRAME.finditer(text):
            start, end = found.span("list")
            nearest = text.rfind("以", start, end)
            start = nearest + 1 if nearest >= 0 else start
            for member in split_members(text, start, end):
                if (
                    not self._is_common(*member)
                    or text[slice(*member)] in _known_firms()
                    or self._ends_in_tail(*member)
                    or text.endswith(("集团", "公司", "厂"), *member)
                ):
                    self._add_member(*member, "leading")
        for found in self._led():
            start, end = found.span("list")
            end -= text.endswith("的", start, end)
            for member in self._trimmed(split_members(text, start, end)):
                if self._ends_in_tail(*member):
                    self._add_member(*member, "leading")
        for found in _VISITED.finditer(text):
            self._add_owners(split_members(text, *found.span("list")), "mentioned")
        for found in _COUNTED.finditer(text):
            for member in self._trimmed(split_members(text, *found.span("list"))):
                self._add_member(*member, self._list_role(found, member[0]))
        for found in _SETTLED.finditer(text):
            for member in self._settled(found):
                self._add_member(*member, "investor")
        for found in _LIST_HEAD.finditer(text):
            if _NO_FIRMS.search(found["what"]):
                continue
            if text[found.start() - 1] == "”":
                self._add_quoted(found)
                continue
            start, end = self._sentence_left(found.start()), found.start()
            if end - start < 2:
                continue
            projects = found["head"].startswith(("项目", "整车"))
            if projects and "等" not in found["open"]:
                continue
            members = self._trimmed(split_members(text, start, end))
            if not members or (not found["open"].startswith("等") and len(members) < 2):
                continue
            role = self._list_role(found, members[0][0])
            if _MAKERS.match(found["what"]) or _GATHERED.search(text[: members[0][0]][-8:]):
                members = [member for member in members if self._ends_in_tail(*member)]
            if projects and found["open"][-1:] not in "家户":
                self._add_owners(members, "investor")
                continue
            counted = found["open"][0] in _NUMBERS and _NUMBERS.index(found["open"][0]) + 2 == len(members)
            for member in members:
                if counted and _WORKPLACE.search(text, *member):
                    self._add(*member, "enterprise", role)
                else:
                    self._add_member(*member, "investor" if projects else role)

    def _add_owners(self, members: list[tuple[int, int]], role: str) -> None:
        """The firms that a list of projects names alone, or before what they build: 森茂能源|机制炭.

        Beside a firm that is plainly one, a trade that stands behind common words is a name's end too; beside
        two that are known, so is any short member (长安、吉利、理想等整车项目).
        """
        text = self.text
        known = sum(text[slice(*member)] in _known_firms() for member in members)
        plain = [self._firm_prefix(*member) for member in members]
        weak = [self._firm_prefix(*member, weak=True) for member in members]
        whole = sum(end == member[1] for end, member in zip(weak, members, strict=True))
        beside = any(plain) or whole > 1
        for member, end, other in zip(members, plain, weak, strict=True):
            if end == member[1] or (beside and other == member[1]):
                self._add_member(*member, role)
            elif beside and other and self._ends_in_tail(member[0], other):
                if not self.frame.places_between(member[0], other):
                    self._add_member(member[0], other, role)
            elif known > 1 and member[1] - member[0] <= 3 and not industries().find(text[slice(*member)]):
                self._add_member(*member, role)

    def _settled(self, found: re.Match[str]) -> list[tuple[int, int]]:
        """The members of a list that came one after the other, where each ends as a firm's name does."""
        left = self._sentence_left(found.start())
        start = max(left, self.text.rfind("—", left, found.start()) + 1)
        members = self._trimmed(split_members(self.text, start, found.start()))
        are_firms = len(members) > 1 and all(self._ends_in_tail(*member) for member in members)
        return members if are_firms else []

    def _led(self) -> Iterator[re.Match[str]]:
        """Lists of firms that lead, in the clauses that say so."""
        reached = 0
        for verb in _LEADS.finditer(self.text):
            if verb.start() >= reached:
                start = max(self.text.rfind(mark, reached, verb.start()) + 1 for mark in _NO_LIST)
                stop = _LED_TO.search(self.text, verb.end())
                end = stop.start() if stop else len(self.text)
                yield from _LED_BY.finditer(self.text, max(start, reached), end)
                reached = end

    def _add_quoted(self, found: re.Match[str]) -> None:
        """“湘味坊”“楚洁”等企业"""
        before = max(0, found.start() - 60)
        quoted = _QUOTED_NAMES.search(self.text[before : found.start()])
        if quoted:
            for name in re.finditer("“([^“”]+)”", quoted[0]):
                start = before + quoted.start() + name.start(1)
                self._add_member(start, start + len(name[1]), self._list_role(found, start))

    def _ends_in_tail(self, start: int, end: int) -> bool:
        tails, text = _tail_terms(), self.text
        return any(
            end - length >= start + 2 and text[end - length : end] in tails for length in _tail_lengths()
        )

    def _sentence_left(self, position: int) -> int:
        """Where the clause around a position begins, 120 characters back at most."""
        index = bisect_right(self._clauses, position) - 1
        return max(self._clauses[index] if index >= 0 else 0, position - 120)

    def _list_role(self, found: re.Match[str], first: int) -> str:
        what, text = found["what"] + found["head"], self.text
        if _SUPPORT_WORDS.search(what):
            return "supporting"
        if found["head"] not in ("链主", "带头大哥", "龙头") and re.match(
            r"(?!带动)(?:进入|纳入|成为|提供|开展|就近)?[^，；。]{0,4}配套|参与(?:组建|共建|建设)",
            text[found.end() : found.end() + 8],
        ):
            return "supporting"
        if _BUILDS.match(text[found.end() : found.end() + 30]):
            return "investor"
        if _LEAD_WORDS.search(what):
            return "leading"
        if text.startswith("带动", found.end()):
            return "leading"
        return "supporting" if _SUPPORTED_BY.search(text[max(0, first - 4) : first]) else "mentioned"

    def _trimmed(self, members: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The members from the last one that holds a verb on, without what stands before its name."""
        kept: list[tuple[int, int]] = []
        for start, end in reversed(self._rejoined(members)):
            begin = self.words.name_start(start, end, self._places, joints=True)
            if (
                self.text[start - 1 : start] == "、"
                and re.search("(?:集团|公司|厂)$", self.text[start:end])
                and end - start <= 14
            ) or (
                4 <= end - start <= 6
                and (self._ends_in_tail(start, end) or end - start == 4)
                and ("和" in self.text[start + 1 : end] or self._breaks_singly(start, end))
            ):
                begin = start
            match = re.match("[以由随着对把]+", self.text[begin:end])
            begin += match.end() if match else 0
            if begin >= end or end - begin > 24 or "等" in self.text[begin:end]:
                break
            kept.append((begin, end))
            if begin > start:
                break
        return kept[::-1]

    def _rejoined(self, members: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The members with 瑞|和|包装 as one: no firm is named by one character."""
        whole: list[tuple[int, int]] = []
        for start, end in members:
            if whole and whole[-1][1] - whole[-1][0] == 1 and self.text[whole[-1][1] : start] == "和":
                start = whole.pop()[0]
            whole.append((start, end))
        return whole

    def _breaks_singly(self, start: int, end: int) -> bool:
        """Whether a member behind 、 is broken by single characters alone, as an odd name is: 亚力特电器."""
        return self.text[start - 1 : start] == "、" and not self._holds_verb(start, end)

    def _add_member(self, start: int, end: int, role: str) -> None:
        name = self.text[start:end]
        opening = re.match("^(?:以|由|和|与|及|了|一是|集团)", name)
        if opening:
            start, name = start + opening.end(), name[opening.end() :]
        closing = re.search(r"(?:牵头|联合|带动|领衔|担当|领跑|[一二三四五]期|年产\d.*)$", name)
        if closing and closing.start() >= (2 if closing[0].startswith("年产") else 3):
            end, name = end - len(closing[0]), name[: closing.start()]
        if self._is_member(start, end, name):
            self._add(start, end, _kind(name) or "enterprise", role)

    def _is_member(self, start: int, end: int, name: str) -> bool:
        """Whether a list's member can be a firm's name: short, no function word, no trade or common noun by
        itself.
        """
        if not 2 <= len(re.sub("（.*?）", "", name)) <= 14 or re.search(
            r"[的了是在，。；：\n]|^[^（]*）|等|一批|各类|企业$|行业$|产业$|[央国民外台港名强]企$|深加工$|业主|园区?$|[市县省区]$|项目$|集群$|基地$|(?<!冷)(?<!供应)链$",
            name,
        ):
            return False
        if (
            _is_generic(name)
            or "+" in name
            or _PLURAL_STEM.search(name)
            or re.fullmatch(r"[\d一二三五六七八九十]+[家个].*", name)
        ):
            return False
        if re.search("(?:集团|公司|厂|股份|科技|银行)$", name):
            return not _PLURAL_STEM.search(re.sub("(?:集团|公司|厂|股份|科技|银行)$", "", name) or "大")
        places = self.frame.places_between(start, end)
        if places and places[0].start == start and places[-1].end == end:
            # 河南永泰: a county of another province is none
            return len(places) == 2 and (places[0].code or "")[:2] != (places[1].code or "")[:2]
        trades = industries().find(name)
        if (
            trades
            and trades[0].start == 0
            and (
                trades[0].end == len(name)
                or sum(trade.end - trade.start for trade in trades) >= len(name) - 1
            )
        ):
            return False
        if self._ends_in_tail(start, end) and not (trades and trades[0].start == 0):
            return True
        return not (
            self._is_common(start, end)
            and re.search(
                "(?:业|产品|技术|服务|设备|材料|人才|资源|要素|领域|方面|环节|装备|平台|工程|制度|机制|发电|建设|品牌|模式|资金|政策)$",
                name,
            )
        )

    # --- firms in short form ---

    def _read_short_firms(self) -> None:
        """玉龙科技, 营东镁业: a proper stem of two to four characters before a trade, where a name can
        begin and end.
        """
        text = self.text
        listed = {body.name for body in self.found if body.kind == "enterprise"}
        self._read_placed_firms()
        investors: dict[int, int] = {}
        for found in re.finditer(r"(?:投资|首期投资)[^，；。、的]{2,16}?元(?:、[^，；。的]{2,16})?的", text):
            stop = _STOP.search(text, found.end(), found.end() + 40)
            member = text[found.end() : stop.start() if stop else found.end() + 40]
            member = _PROJECT_ENDS.split(member, maxsplit=1)[0]
            end = found.end() + len(member)
            if self._has_investor(found.start()):
                continue
            known = next((member[:n] for n in range(min(8, len(member)), 1, -1) if member[:n] in listed), "")
            if known:
                self._add(found.end(), found.end() + len(known), "enterprise", "investor")
                continue
            if not (3 <= len(member) <= 4 and self._is_member(found.end(), end, member)):
                end = self._firm_prefix(found.end(), min(len(text), found.end() + 12), weak=True)
                made = _ONLY_KIND.sub("", text[end : found.end() + len(member)]) if end else ""
                end = end if len(made) >= 3 else 0  # 苹果大数据|中心, 人参多肽|项目: no firm and its product
            if end:
                self._add(found.end(), end, "enterprise", "investor")
                investors[found.end()] = end
        automaton, terms = _tail_automaton()
        for index, stem_end, end in automaton.find_matches_as_indexes(text):
            left = max(self._stop_before(stem_end), stem_end - 8)
            if stem_end - left < 2 or self.words.covers(end - 1, end + 1):
                continue
            if self.words.is_noun_over(stem_end):
                continue  # 港口|起重机, 废旧电池: the trade is part of a common word
            start = self.words.name_start(left, stem_end, self._places)
            start = _behind_rank(text, start, stem_end)
            kind_of_firm = _NOT_OF_NAME.match(text, start, stem_end)
            start = kind_of_firm.end() if kind_of_firm else start
            if terms[index] in _weak_tails() and not self._beside_firm(start, end):
                continue
            if self._in_title(start) or not self._is_short_firm(start, stem_end, end):
                continue
            start = self._behind_place(start, stem_end)
            if investors.get(start) == stem_end:
                continue
            if text[stem_end - 1] == text[stem_end] and stem_end - start >= 2:
                end = stem_end  # 台玻|玻璃: the name has its trade already
            suffix = re.match("(?:集团|股份)?(?:有限公司|公司)?", text[end : end + 6])
            end += suffix.end() if suffix else 0
            self._add(start, end, "enterprise", self._role(start, end, "enterprise"))

    def _read_placed_firms(self) -> None:
        """永川嘉陵年产60万吨特种纸, 台湾鼎元福州LED产业基地: a place and an odd word before what is built, by
        its size or by where it is built."""
        for found in _PLACED.finditer(self.text):
            start, end = found.span("name")
            places = self.frame.places_between(start, end)
            if places and places[0].start == start and self._is_odd(places[0].end, end):
                self._add(start, end, "enterprise", "investor")
        for found in _MAKES.finditer(self.text):
            if self._is_maker(*found.span("name")):
                self._add(*found.span("name"), "enterprise", "investor")
        for found in _ABROAD.finditer(self.text):
            start, stem = found.span()
            there = next((one for one in self._places_near(stem + 2) if one[0] == stem + 2), None)
            is_built = there is not None and _BUILT_THERE.match(self.text, there[1])
            if is_built and self._opens(start) and self._is_odd(stem, stem + 2):
                self._add(start, stem + 2, "enterprise", "investor")

    def _is_maker(self, start: int, end: int) -> bool:
        """Whether who makes so much a year can be a firm: no verb first, no trade, place or common words."""
        name, indices = self.text[start:end], self.words.between(start, end)
        opens = indices[0] if indices and self.words.starts[indices[0]] == start else None
        return not (
            _NO_MAKER.search(name)
            or _NO_STEM.match(name)
            or (opens is not None and self.words.breaks(opens))
            or self._is_common(start, end)
            or self._in_title(start)
            or industries().find(name)
            or self.frame.places_between(start, end)
        )

    def _is_odd(self, start: int, end: int) -> bool:
        """Whether two or three characters are no common word, no trade and no place, as a firm's name is."""
        stem = self.text[start:end]
        return (
            2 <= end - start <= 4
            and not self._is_common(start, end)
            and not _NO_STEM.search(stem)
            and not _NO_ODD.search(stem)
            and not industries().find(stem)
            and not self.frame.places_between(start, end)
        )

    def _has_investor(self, start: int) -> bool:
        """Whether the clause names who invests before the money: 华诺公司|投资8500万元的涡轮壳精密铸造."""
        clause = self._stop_before(start)
        owner = _MONEY_LEAD.sub("", self.text[clause:start])
        return 2 <= len(owner) <= 14 and _NO_OWNER.search(owner) is None

    def _beside_firm(self, start: int, end: int) -> bool:
        """Whether a name stands where firms act: before its investment, or from abroad."""
        return bool(
            _INVESTS.match(self.text[end : end + 8])
            or _ABROAD.match(self.text, start)
            or _NEXT_WORKS.match(self.text, end)
            or _SIZED.match(self.text, end, end + 16)
            or _RUNS.match(self.text, end)
        )

    def _behind_place(self, start: int, stem_end: int) -> int:
        """A firm known by itself needs no place before it: 东山旗滨玻璃 is 旗滨玻璃."""
        places = self.frame.places_between(start, stem_end)
        if places and places[0].start == start and self.text[places[-1].end : stem_end] in _known_firms():
            return places[-1].end
        return start

    def _is_short_firm(self, start: int, stem_end: int, end: int) -> bool:
        """Whether stem and tail are a firm: the stem no trade, place or common word; nothing behind that
        makes it a trade.
        """
        text = self.text
        stem = text[start:stem_end]
        places = self.frame.places_between(start, stem_end)
        abroad = _ABROAD.match(text, start, stem_end)
        if places and places[0].start == start and (places[-1].end < stem_end or places[-1].code):
            stem = text[places[-1].end : stem_end]
        elif abroad:
            stem = text[abroad.end() : stem_end]
        if any(stem[-length:] in _tail_terms() for length in (2, 3) if len(stem) - length >= 2):
            return False  # 冠鑫新材|光伏支架
        if (
            _REGION_STEM.search(stem)
            or _GOODS_BY_SIGN.fullmatch(stem)
            or stem.endswith(("厂", "集团", "公司", "银行"))
            or _MATERIAL.fullmatch(stem)
        ):
            return False
        if text.startswith("中国", start) or _LOCALLY_MADE.match(stem) or _DOCUMENT_YEAR.match(text, end):
            return False  # 省产铜材, 赣工信新材〔2020〕5号
        if text[start - 1 : start] == "可" or _MADE.search(text, max(0, start - 2), start):
            return False  # 可降解塑料, 生产深沟球轴承
        if not 2 <= len(stem) <= 4 or _is_generic(text[start:end]) or _GOES_ON.match(text[end : end + 3]):
            return False
        if (
            industries().find(stem)
            or (text[stem_end:end] not in _FIRMS_ALONE and self._is_common(stem_end - len(stem), stem_end))
            or re.search(
                rf"[的了和与及等各年月\d，百千万亿个家类]|日[产处均加供用]|{_PLURAL_STEM.pattern}", stem
            )
        ):
            return False
        if any(
            trade.start == 0 and trade.end > len(stem)
            for trade in industries().find(text[stem_end - len(stem) : end])
        ):
            return False
        if text[stem_end:end] in _OF_PARTS and _PARTS.match(text, end):
            return False  # 大吨位液压|元件
        return not re.match(
            "之都|之乡|产业|行业|企业|制造业|加工业|集群|园|基地|装备产业|工业|小镇|谷|镇|区|协会|局|厅|大学|学院|市场|链|业(?!务)|博览|展|城|带|走廊",
            text[end : end + 4],
        )

    def _firm_prefix(self, start: int, end: int, weak: bool = False) -> int:
        """Where the firm's name that opens a stretch ends (辽南特钢|高端线材), or 0; `weak` takes any trade
        for its tail.
        """
        text = self.text
        places = self.frame.places_between(start, end)
        for found in _tails().finditer(text, start + 2, end):
            if found.start() - (places[0].end if places and places[0].start == start else start) > 6:
                break
            if (weak or found[0] not in _weak_tails()) and self._is_short_firm(
                start, found.start(), found.end()
            ):
                of_goods = weak and not _NO_GOODS.search(found[0]) and _GOODS.match(text, found.end())
                at_place = (
                    places
                    and places[0].start == start
                    and found.start() - places[0].end >= 2
                    and text[places[0].end - 1] not in "县镇乡旗"
                )
                return found.start() if of_goods and at_place else found.end()
        if places and places[0].start == start and places[0].end - start <= 4:
            stem_end = places[0].end + 2
            if (
                stem_end <= end
                and not industries().find(text[places[0].end : stem_end])
                and not self._is_common(places[0].end, stem_end)
                and re.fullmatch("[\u4e00-\u9fff]{2}", text[places[0].end : stem_end])
            ):
                return stem_end
        return 0

    def _is_common(self, start: int, end: int) -> bool:
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

    # --- judging ---

    def _in_title(self, position: int) -> bool:
        index = bisect_right(self._titles, (position, 1 << 60)) - 1
        return index >= 0 and self._titles[index][0] <= position < self._titles[index][1]

    def _role(self, start: int, end: int, kind: str) -> str:
        """What the words around a name say it does."""
        text = self.text
        before, after = text[max(0, start - 12) : start], text[end : end + 40]
        if kind == "enterprise":
            return self._firm_role(text[max(0, start - 24) : start], after, end)
        if before.endswith("请") and kind in ("government", "financial"):
            return "responsible"
        if kind == "financial" and not re.match("要|应|负责|牵头", after):
            return "mentioned"
        if (kind == "government" and _ENTRUSTED_BODY.search(before)) or _ENTRUSTED.search(before):
            return "responsible"
        if kind in ("government", "party", "other", "university", "association", "financial") and re.match(
            "(?:、[^，。；]{2,40}?|和[^，。；]{2,14}?)?(?:要|会同|负责|牵头|应当|应|具体负责|按月|按季|每年|建立[^，。；]{2,12}制度|从[^，。；]{1,6}起对|将会同|统筹|配合|参与|参加|按职责|为成员|作为成员|等省级|等部门)",
            after,
        ):
            return "mentioned" if re.search("贯彻|落实|根据|按照", before) else "responsible"
        return "mentioned"

    def _firm_role(self, before: str, after: str, end: int) -> str:
        if _LEADING_FIRM.search(before) or _LEADS_OTHERS.match(after):
            return "leading"
        if (
            _INVESTS.match(after)
            or (before.endswith("元的") and not re.search("注册资|财政", before))
            or _BUILDS.match(re.sub("[，；。].*", "", after))
            or re.match("在[^，；。]{2,20}(?:建立|建设|兴建|投资)", after)
        ):
            return "investor"
        if _IS_LEADING.match(after):
            return "leading"
        if re.search("[与同]$", before) and re.match("(?:达成|签订|签署|签约)[^。；]{0,16}投资", after):
            return "investor"
        if re.match("[^。；]{0,36}为[^，。；]{2,10}配套(?:生产|加工)", after):
            return "supporting"
        member = re.match("[^，；。、]*", after)
        clause = self.text[end : end + 120]
        clause = re.split("[；。]", clause)[0]
        goes_on = (
            member is not None
            and (len(member[0]) >= 2 or member[0] in tuple("一二三四五"))
            and not re.match("[和与及等的]|分别|成为|通过|牵头|达|已|要|集团中国区", member[0])
        )
        return "investor" if goes_on and _PROJECT_TALK.search(clause) else "mentioned"

    def _add(self, start: int, end: int, kind: str, role: str, founded: bool = False) -> None:
        """Keep a body; one `founded` by the document's place lies there where its name tells no other."""
        mark = _LIST_MARK.match(self.text, start, end)
        printed = mark.end() if mark else start
        if mark and end - printed <= 2:
            return  # 二是|铁矿
        start = self._behind_origin(printed, end, kind)
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

    def _is_joined(self, start: int) -> bool:
        """Whether a name begins behind 会同, as in 会同|县发改局; in Huaihua that is a county."""
        return self.text.startswith("会同", start) and not (self.frame.region_code or "").startswith("4312")

    def _behind_origin(self, start: int, end: int, kind: str) -> int:
        """Where a name begins behind what is none of it.

        A verb (委托阿克苏职业技术学院), the origin of capital (港资味达集团), the county that a firm in short
        form lies in (旬阳县朗益电子).
        """
        start = _behind_rank(self.text, start, end)
        found = _NOT_OF_NAME.match(self.text, start, end)
        if found and end - found.end() >= 4:
            start = found.end()
        zone = _IN_ZONE.match(self.text, start, end) if kind == "enterprise" else None
        if zone and not _PUBLIC_BUSINESS.search(_LEGAL_FORM.sub("", self.text[zone.end() : end])):
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

    def _offices(self, body: Body) -> list[str]:
        """What a body of the document's own place is also called: 江西省财政厅 is 省财政厅, and behind
        another of its level 财政厅."""
        if body.kind != "government":
            return []
        name = body.name.replace("人民政府办公", "政府办公")
        places = self.frame.places_between(body.start, body.end)
        if places and places[0].start == body.start:
            own = places[0]
            for place in places[1:]:
                own = place if place.start == own.end else own  # 青石市|北原区经信局
            if own.code != self.frame.region_code:
                return []
            name = name[own.start - body.start :]
            level = _OF_LEVEL.search(name[: own.end - own.start])
            name = name[level.start() :] if level else name
        level = _OF_LEVEL.match(name)
        return [name, name[level.end() :]] if level and len(name) - level.end() >= 3 else [name]

    def _same_office(self, body: Body, by_office: dict[str, Body]) -> Body | None:
        """The body that this one is by another name, if one is known."""
        offices = self._offices(body)
        same = by_office.get(offices[0]) if offices else None
        # 工信局 first, and then 市工信局.
        short = by_office.get(offices[1]) if same is None and len(offices) == 2 else None
        if short and short.name == offices[1]:
            return short
        if same is None and len(offices) == 2:
            alike = by_office.get(_office_key(offices[0]))
            return alike if alike and _is_abbreviated(self._offices(alike)[0], offices[0]) else None
        return same

    def _without_place(self, body: Body) -> str:
        """A firm's name without the place before it (广西桂海石化集团, 福州耀隆化工); other names as they
        are.
        """
        places = self.frame.places_between(body.start, body.end) if body.kind == "enterprise" else []
        length = places[0].end - body.start if places and places[0].start == body.start else 0
        own = body.name[length:]
        return own if len(_LEGAL_FORM.sub("", own)) >= 3 else body.name

    def _region(self, start: int, end: int, kind: str) -> str | None:
        name = self.text[start:end]
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

    def _merged(self) -> list[Body]:
        """One body per name: overlapping finds give way to the longest, short forms to the fullest name,
        roles to the first.
        """
        self.found.sort(key=lambda body: (body.start, -body.end, ROLES.index(body.role)))
        kept: list[Body] = []
        for body in self.found:
            if kept and body.start < kept[-1].end:
                last = kept[-1]
                last.role = min(last.role, body.role, key=ROLES.index)
                if body.start == last.start and body.end == last.end:
                    last.region_code = last.region_code or body.region_code
                if body.end > last.end and body.start == last.start:
                    last.end, last.name = body.end, body.name
                continue
            if kept and body.start == kept[-1].end and body.kind == kept[-1].kind == "enterprise":
                last = kept[-1]  # 华菱|湘钢
                last.end, last.name, last.role = (
                    body.end,
                    last.name + body.name,
                    min(last.role, body.role, key=ROLES.index),
                )
                continue
            kept.append(body)
        by_name: dict[str, Body] = {}
        by_opening: dict[str, list[Body]] = {}
        by_office: dict[str, Body] = {}
        for body in kept:
            own = self._without_place(body)
            earlier = (
                by_name.get(body.name)
                or self._same_office(body, by_office)
                or next(
                    (
                        other
                        for other in by_opening.get(own[:2], [])
                        if _same(other, self._without_place(other), body, own)
                    ),
                    None,
                )
            )
            if earlier is None:
                by_name[body.name] = body
                offices = self._offices(body)
                for office in [*offices, *map(_office_key, offices[:1])]:
                    by_office.setdefault(office, body)
                by_opening.setdefault(own[:2], []).append(body)
                continue
            earlier.role = min(earlier.role, body.role, key=ROLES.index)
            if _fullness(body.name) > _fullness(earlier.name):
                earlier.name = body.name
        return list(by_name.values())


_OF_LEVEL = re.compile("自治区|[省市县区州盟旗]")
_COMMISSION = re.compile("委员会$")


def _behind_rank(text: str, start: int, end: int) -> int:
    """Where a name begins behind the rank of its firm (世界500强企业|中化), if one stands in it."""
    rank = _RANK.search(text, start, end)
    return rank.end() if rank and end - rank.end() >= 2 else start


def _levelled(text: str, start: int) -> bool:
    """Whether the character before a position is a level of government that stands alone."""
    return text[start - 1 : start] in tuple("省市县区州旗") and text[start - 2 : start - 1] not in tuple(
        "全各我本该"
    )


def _office_key(office: str) -> str:
    """What an office and its short form have alike, as no name is: 省经*委."""
    return f"{office[:2]}*{_COMMISSION.sub('委', office)[-1:]}"


def _is_abbreviated(one: str, other: str) -> bool:
    """Whether of two offices of a level one is short for the other: 省经信委, 省经济和信息化委员会."""
    short, long = sorted((_COMMISSION.sub("委", one), _COMMISSION.sub("委", other)), key=len)
    if len(short) < 4 or short[:2] != long[:2] or short[-1] != long[-1] or short[-1] not in "委局厅办":
        return False
    signs = iter(long)
    return all(sign in signs for sign in short)


def _same(one: Body, name: str, other: Body, other_name: str) -> bool:
    """四机 for 四机厂, 湘味坊 for 湘味坊食品, 桂海石化 for 广西桂海石化集团: one firm's name begins with
    the other's.

    The names come without their places. What the longer adds is its trade or its legal form; 瑞能负极材料
    is 瑞能公司.
    """
    if one.kind != other.kind:
        return False
    if name == other_name:
        return (
            (one.kind == "enterprise" and name not in (one.name, other.name))
            or one.name == other.name
            or one.kind == "enterprise"
        )
    short, long = sorted((name, other_name), key=len)
    stem = re.sub("(?:集团|公司)$", "", short)
    if one.kind == "enterprise" and len(stem) >= 2 and stem != short and long.startswith(stem):
        return True
    if not long.startswith(short) or len(short) < 2:
        return False
    added = long[len(short) :]
    return added in _WHOLE_SUFFIXES or (
        one.kind == "enterprise"
        and len(short) <= 4
        and (
            _tails().fullmatch(added) is not None
            or added in _suffixes()[2]
            or (len(added) <= 6 and added.endswith(("集团", "公司")))
        )
    )


def _fullness(name: str) -> tuple[bool, int]:
    """Which of two printed names is the fuller: the one with its legal form, then the longer."""
    return name.endswith(("公司", "集团", "厂")), len(name)


@cache
def _known_firms() -> frozenset[str]:
    return frozenset(
        row["term"]
        for row in vocabulary.read("organization_terms")
        if row["position"] == "whole" and row["kind"] == "enterprise"
    )


@cache
def _terms() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str, bool], ...]]:
    """Names of organizations known as a whole."""
    rows = tuple(
        (row["term"].replace("(", "（").replace(")", "）"), row["kind"], row["generic"] == "1")
        for row in vocabulary.read("organization_terms")
        if row["position"] == "whole"
    )
    return ahocorasick_rs.AhoCorasick(
        [row[0] for row in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    ), rows


@cache
def _suffixes() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...], dict[str, str]]:
    """Words at the end of full names, and what they make of the name."""
    kinds = {
        row["term"].replace("(", "（").replace(")", "）"): row["kind"]
        for row in vocabulary.read("organization_terms")
        if row["position"] == "suffix" and row["term"] not in _tail_terms()
    }
    terms = tuple(sorted(kinds))
    return ahocorasick_rs.AhoCorasick(terms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), terms, kinds


@cache
def _tail_terms() -> frozenset[str]:
    """Words that end the short name of a firm behind a proper stem only: trades (科技, 纸业) and 业-words."""
    return frozenset(
        row["term"]
        for row in vocabulary.read("organization_terms")
        if row["kind"] == "enterprise"
        and (
            row["position"] == "tail"
            or (
                row["position"] == "suffix"
                and (row["term"].endswith("业") or row["term"] in ("重工", "重机", "重汽", "控股"))
            )
        )
    )


@cache
def _tail_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(term) for term in _tail_terms()}))


@cache
def _weak_tails() -> frozenset[str]:
    """Tails marked generic: trades that stand behind common words everywhere (关键技术, 城市建设)."""
    rows = vocabulary.read("organization_terms")
    return frozenset(row["term"] for row in rows if row["position"] == "tail" and row["generic"] == "1")


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(
        "|".join(re.escape(term) for term in sorted(_tail_terms(), key=lambda term: (-len(term), term)))
    )


@cache
def _tail_automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    terms = tuple(sorted(_tail_terms()))
    return ahocorasick_rs.AhoCorasick(terms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), terms


@cache
def _kinds_by_suffix() -> dict[str, str]:
    return {
        row["term"]: row["kind"]
        for row in vocabulary.read("organization_terms")
        if row["position"] == "suffix"
    }


def _kind(name: str) -> str | None:
    """What the end of a name makes of it, by the longest suffix known."""
    kinds = _kinds_by_suffix()
    return next((kinds[name[start:]] for start in range(len(name)) if name[start:] in kinds), None)


def _is_registered(name: str) -> bool:
    """Whether a name has its legal form: 银星能源股份公司 is a firm, though its words are common ones."""
    return name.endswith(("股份公司", "有限公司", "有限责任公司"))


def _on_duty(part: str) -> tuple[str, str] | None:
    """Name and kind of the body in a part of a list of duties: 能源局按职责分工负责 is 能源局."""
    verb = _DUTY_VERBS.search(part)
    name = re.sub("（.*?）", "", part[: verb.start()] if verb else part)
    if not 3 <= len(name) <= 20 or not part.startswith(name) or _NO_DUTY.match(name) or _is_generic(name):
        return None
    kind = _kind(name) or ("government" if _OFFICE_END.search(name) else None)
    return (name, kind) if kind else None


def _is_generic(name: str) -> bool:
    return name in _generic()


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["term"] for row in vocabulary.read("organization_terms") if row["generic"] == "1")


def rows(frame: Frame, found: list[Body]) -> list[Organization]:
    """Rows of a document's organizations."""
    found.sort(key=lambda body: (body.start, body.end))
    result = []
    for body in found:
        start, end = frame.bounds(body.start, body.end)
        body.row_id = frame.row_id("o", start)
        result.append(
            Organization(
                organization_id=body.row_id,
                document_id=frame.document_id,
                section_id=frame.section_id(body.start, body.end),
                start=start,
                end=end,
                quote=frame.document.source.text[start:end],
                name=body.name,
                kind=body.kind,
                role=body.role,
                cluster_id=body.cluster.row_id if body.cluster else None,
                region_code=body.region_code,
                origin=RULE,
            )
        )
    return result


def link(frame: Frame, found: list[Body], clusters: list[Named]) -> None:
    """The cluster that a firm leads or supports: the one its section's heading names
    (机电汽配业：以…为龙头).
    """
    stems = {named.member[0]: named.member[1] for named in clusters}
    parks = {named.member[0]: named.member[1] for named in clusters if named.kind == "park"}
    # Where all of a name is taken off as what stands before a name, nothing is left of it.
    found[:] = [body for body in found if body.name and body.start < body.end]
    # 古镇灯饰 of 古镇灯饰等产业集群 and 九阳机械 of 九阳机械电子工业园 are no firms.
    found[:] = [
        body
        for body in found
        if body.role != "mentioned" or body.kind != "enterprise" or body.end > stems.get(body.start, -1)
    ]
    found[:] = [
        body
        for body in found
        if body.end > parks.get(body.start, -1)
        or body.name in _known_firms()
        or not _tail_terms().intersection((body.name[-2:], body.name[-3:]))
    ]
    by_name = sorted(range(len(clusters)), key=lambda number: clusters[number].name)
    names = [clusters[number].name for number in by_name]
    for body in found:
        if body.role not in ("leading", "supporting"):
            continue
        for index in frame.section_path(frame.innermost(body.start)):
            first, last = frame.headings[index].heading
            heading = re.sub(r"(?:产业链|产业|业)$", "", frame.text[first:last])
            if index and 2 <= len(heading) <= 14:
                first = bisect_left(names, heading)
                last = bisect_left(names, heading + "\U0010ffff", first)
                matching = [clusters[number] for number in sorted(by_name[first:last])]
                if matching:
                    body.cluster = min(
                        matching, key=lambda named: (named.kind not in ("cluster", "chain"), named.start)
                    )
                    break
