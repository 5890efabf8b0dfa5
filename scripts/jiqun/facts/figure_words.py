"""The words that tell figures apart: what a quantity is of, what it says and what makes it none."""

from __future__ import annotations

import re

from jiqun.patterns import Tail, quick

# Marks that end the words a quantity is judged by.
BOUNDARY = "，；：。！？\n"
# What may stand between two quantities of one list: 、 with the bounds on both sides of it.
LIST_JOINT = re.compile(
    r"^[:：]$|^(?:以上|以下|左右|以内|多)?(?:、|和|与|及|以及|，|,|或)(?:约|近|超过|突破|达到|达|至少"
    r"|不低于)?$"
    r"|^(?:和|与|及|以及)(?:增长|下降|提高|降低|增加|减少|上升|回落)(?:了|约|近|到|至)?$"
)
# What stands between numbers that share one unit: 15|和|50个百分点, 高于全国0.7|、全省|2.3个百分点.
SHARED_UNIT_JOINT = re.compile(r"[、和与及或](?:全国|全省|全市|全州|全区|全县)?(?:平均)?")
# Words that hand the values behind them to the members before them, in order.
RESPECTIVELY = re.compile(r"分别|依次|各自")
# A change whose number is the level reached: 提高到, 下降至.
RISE_TO = re.compile(
    r"(?:提(?=到)|压(?=到)|提高|提升|增长|增加|上升|发展|扩大|增|壮大|攀升|跃升|升|扩展|拓展|下降|降低"
    r"|减少|降|压缩|缩短|压减|控制|回落|缩小|减)(?:了)?(?:到|至|为|在)(?:约|近|了)?$"
)
# A rise whose number is the change itself: 增长15%.
RISE = quick(
    r"(?:增长|增加|增速|增幅|涨幅|多出|递增|提高|提升|上升|上涨|(?<!新)增|加快|增收|上浮|升|多增|净增|涨|扩大|高(?!达)|快)"
    r"(?:率|速度|幅度|额)?(?:了|为|达|约|近|突破|不低于|高于|保持在|在|力争|不少于|至少"
    r"|大于|超|过|逾|均|稳定在|控制在|到|预期)*$"
)
# A fall whose number is the change itself; its value is negative.
FALL = quick(
    r"(?:压减[\u4e00-\u9fff]{0,4}产能|下降|降低|减少|(?<=[下倒])少(?=了)|回落|下滑|削减|压减|下跌|减|降|缩短|缩小|收窄|压缩|下调|降幅|负增长|累计下降|节约"
    r"|节省)(?:率|幅度|额)?(?:了|为|达|约|近|突破|不低于|高于|不少于|至少|超|过|逾|均|到|在)*$"
)
# 占…的比重: a share, with the whole it is of.
SHARE = re.compile(
    r"占(?!有|比|地(?!区))(?P<base>[^，；。占]{0,30}?)(?:的)?(?:比重|比例|份额|比率|比)?(?:仍|还|已|也|均|都|由|从|将"
    r"|要|分别|仅|约|近|达|为|超过|突破|提高|上升到|提升到|提升至|到|在|不低于|力争|降低到"
    r"|降到|下降到|稳定在|控制在|低于|不足|不到|高达|的|以上)*$"
)
# A share named without its whole: 占比达到30%.
SHARE_NOUN = re.compile(
    r"(?:比重|占比|份额|比例|比率)(?:仍|还|有望|可望|预计|可|只有|只|才|不足|不到|低于|已|也|均|都|由|从|将|要|分别|仅|约|近|达|为|超过"
    r"|突破|提高到|上升到|提升到|提升至|到|在|不低于|力争|不少于|控制在)*$"
)
# A share of what was planned: 完成年度计划的98%.
COMPLETION = quick(
    r"(?:完成|占|为|达到|实现)?(?:了)?(?:全年|年度|年初|年|预期|计划|既定|调整|当年)*(?:计划|目标|任务"
    r"|预算|预期目标|目标任务|进度)(?:完成)?(?:总?投资|产值|产量|税收|收入)?(?:额|数|值)?的$|(?:完成|计划投资)率(?:为|达到|达)?$|(?:超额完成|超计划|超目标)(?:任务"
    r"|计划|目标)?$"
)
# A year that belongs to the number behind it: 由2010年的5%.
OWN_YEAR = quick(r"(?:(?:19|20)\d\d|[今去上前明]|本|当)年(?:末|底|初|上半年)?的?$")
# A noun that makes the percentage behind it a growth rate.
RATE_NOUN = re.compile(r"(?:涨幅|增幅|增速|增长率|增长速度|降幅|减幅)[^，；。\d]{0,8}$")
# 完成年计划3.6万人的126.7%: the plan's own number stands between.
OF_A_PLAN = re.compile(r"(?:计划|目标|任务|预算)数?（?[\d.,一二三四五六七八九十百千万亿]+[^，；。\d]{0,6}的$")
# A distance from another figure, with what it is compared to: 比全省平均高2个百分点.
DIFFERENCE = quick(
    r"(?P<sign>(?<=[重率量额例])[高低](?=$)|(?<!不)高于|快于|高出|超出|优于|好于|领先|(?<!不)大于|"
    r"(?<!不)多于|高过|(?<!不)低于|慢于|落后于?|(?<!不)少于|(?<![同环占对])比(?![重例率])"
    r"(?P<than>[^，；。]{1,16}?)(?P<compared>高出?|快|低|慢|多|少))(?P<base>[^，；。\d]{0,24})$"
)
# A change behind a number says that the number was its baseline: 由5%提高到10%.
BASELINE_AFTER = re.compile(
    r"^(?:以上|以下|左右|多)?(?:的水平)?(?:，)?(?:[^，；。\d]{0,8}?)(?:提高|提升|增加|增长|上升|扩大|发展"
    r"|下降|降低|减少|缩短|降|减|升|压缩|调整|优化|回落|增|提|压|缩小|拓展|攀升|壮大|跃升)(?:了)?(?:到|至"
    r"|为)"
)
# 由 or 从 before a baseline.
FROM = re.compile(r"(?:由|从)(?P<inside>[^，；。由从]{0,24})$")
# The group that a threshold bounds: 10亿元以上的企业.
QUALIFIER = re.compile(
    r"(?:元|吨|亩|人)?(?:及以上|以上|以下|以内|左右|级)?的?(?P<noun>[\u4e00-\u9fffA-Za-z0-9“”（）]{0,24}?"
    r"(?:企业|项目|集群|园区|基地|集团|公司|大户|产业|大企业|品牌|县|乡镇|镇|区|市|工程|链|单位|行业|产品"
    r"|机构|商场|市场))"
)
# Words before a count that names a group already known: 上述三个园区.
LABEL_BEFORE = re.compile(
    r"(?:等|这|其余|其他|其它|上述|以上|以下|下列|如下|该|前|后|余下|剩余|全部|另外|另|所有|现有|原有|两者"
    r"|我市|我省|我县|我区|全市|全省|全县|全区)$"
)
# Verbs and adverbs before a count that say how many there are or will be.
CLAIM = quick(
    r"(?:有|(?<!下)达|达到|达成|为|是|到|新增|新建|建设|建成|建立|培育|形成|打造|引进|引入|实施|完成|组织|开展"
    r"|发展|创建|创成|认定|获|获得|拥有|设立|组建|成立|安排|推进|开工|竣工|投产|启动|签约|签订|落户|入驻"
    r"|聚集|集聚|吸引|吸纳|支持|扶持|选派|选择|遴选|共|计|超过|突破|增加|增|净增|新|扩大|改造|淘汰|关停"
    r"|培养|招聘|申报|争取|转化|突破|攻克|制定|修订|举办|办|至少|各|每年|建|招引|储备|谋划|包装|带动|孵化"
    r"|布局|列入|入选|在建|续建|减少|关闭|整合|盘活|收回|清理|约|近|逾|过|超|仅|均|供应|提供|安置|解决"
    r"|增设|选树|投放|新上|上|实现|购置|生产|推广|建起|实行|进行|涉及|覆盖|包括|惠及|服务|惠及|创办|派出"
    r"|接待|备案|论证)(?:了|起|成|出|约|近|达|至少|不少于|不低于|超过|突破|各|以上)*$"
)
# Verbs that claim the whole of 等N个 as their object: 吸引甲、乙等28家企业落户, 力争形成…等12个集群.
LIST_CLAIM = re.compile(
    r"(?:力争|争取|计划|确保)?(?:吸引|建成|形成|引进|新建|组建|引入|建立|设立|集聚)(?:了|起|出)?"
    r"(?!.*的.*、)|将[^，；。]*$"
)
# 每 makes what follows a denominator.
EACH = re.compile(r"每(?:个)?$|平均每$")
# Units that describe a product or a work, not an economy.
ATTRIBUTE_UNITS = {
    "kV",
    "V",
    "mm",
    "cm",
    "um",
    "nm",
    "in",
    "Hz",
    "MPa",
    "degC",
    "dB",
    "km/h",
    "kcal",
    "lm/W",
}
# Indicators that say how much a trade makes.
OUTPUTS = frozenset(("value_added", "gross_output", "sales_revenue", "production_volume", "profit"))
# Units of time: 内 behind them is an upper bound.
DURATION_UNITS = {"a", "mo", "d", "h", "min", "s", "week"}
# Adverbs, verbs and connectives before a noun phrase.
# What goes on with a period before it: 2027年底|前, 三年|内; not 前沿材料 behind a year.
BEFORE_THAT = re.compile("(?<=[底末月日年])(?:前(?![沿端景期列海])|内(?![销外需贸地陆部蒙容]))")
SUBJECT_TRIM_LEFT = quick(
    r"(?:按?(?:同口径|自然口径|可比口径|可比价格|同比口径)(?:计算)?|其中|同时|不过|尤其是|特别是|此外|另外|目前|预计|预测|力争|确保|到|使|年内|全年|今年|去年|通过|随着|截至|并"
    r"|且|而|但|在|对|由|从(?!业)|将|已|累计|初步统计|据统计|据初步统计|预期|主要|合计|积极|努力|进一步|仅"
    r"|一年就|建好|新设|引育|实施|着力|大力|重点|加快|推动|促进|实现|完成|达到|争取|培育|形成|建成(?!区)|带动"
    r"|使得|以及|和|与|及|新增|其|的|是|其他|，|、|末|底|期间|时期|”|年)+"
)
# Adverbs, verbs and connectives behind a noun phrase.
SUBJECT_TRIM_RIGHT = Tail(
    "预计|共|共计|已|累计|实现|完成|达|年|全年|力争|总|的|将|要|可|均|新增"
    "|拥有|现|有|聚集|集聚|发展|内|为|是|，|、|分别|今年|预期|当年|合计|上半年"
    "|去年|平均|确保|争取|由|从|全部|仅|只|才|却|则|还|就|企业共|实际|新|到|计划|目标|也|都|："
)
# What ends a noun phrase that figures can be said of: a trade, a zone, a firm, a place, a group of them.
TOPIC = re.compile(
    r"(?:业|集群|园区|开发区|高新区|经开区|工业园|产业园|园|集团|公司|厂|企业|领域|全[省市县区州旗盟国]"
    r"|我[省市县区]|新区|新城|科技城|示范区|片区|基地|项目|板块|镇|村|区|街道|工业带|产业带|用地|单位|家庭|支柱产业|产业链"
    r"|小镇|中心|港|湾|半岛|工程|块状经济|功能区)$"
)
# Modifiers that belong to an indicator's name.
MODIFIER = Tail(
    "新增|新建|新签|新开工|引进|签约|上缴|实际|外贸|地方|规模以上|规上|全口径"
    "|全社会|工业|技改|总|农产品|工业品"
)
# Words that break no noun phrase though the dictionary calls them adverbs, pronouns or conjunctions.
INSIDE_NOUN = frozenset(
    (
        "该",
        "本",
        "和",
        "与",
        "及",
        "、",
        "以及",
        "以上",
        "以下",
        "每",
        "每个",
        "各",
        "全省",
        "全市",
        "全县",
        "全区",
        "全州",
        "全国",
        "我省",
        "我市",
        "我县",
        "我区",
        "规模以上",
        "收入",
        "加工",
        "制造",
        "生产",
    )
)
# Headings that name a zone, a chain or a trade.
HEADING_SUBJECT = re.compile(
    r"(?:产业集群|集群|产业链|产业带|工业带|产业园|工业园|园区|开发区|高新区|基地|集中区|小镇|小区|制造业|产业"
    r"|[\u4e00-\u9fff]业|[\u4e00-\u9fff]{2}(?<![县省州进全都新老古])城)$"
)
# Words of an indicator's name that say whose figure it is.
WHOSE = re.compile(
    r"(?!第.产业)(?:[\u4e00-\u9fff]{0,8}?(?:产业集群|集群|产业链|产业(?!化|园|链)|园区|行业|"
    r"(?<![工农产企行事就营])业(?=产值|总产值|增加值|主营|营业|销售|收入|利润|利税|税收|完成|实现)|"
    r"企业(?=研发|主营|营业|销售|利润|利税|税|产值|总产值|增加值|收入|亏损))|企业(?!数|家)|全[省市县区国]|区域|县域)+(?=[\u4e00-\u9fff]{2})"
)
# A group that a clause names with its number and the next speaks of: …等六大支柱产业，实现销售收入….
COUNTED_GROUP = re.compile(
    r"(?:\d{1,3}|[两二三四五六七八九十]{1,3})(?:大|个|家|户)[\u4e00-\u9fff]{0,8}?"
    r"(?:产业|集群|园区|开发区|企业|行业|基地|项目|工程)(?=[，；。：]|$)"
)
# Places named by their kind alone.
GENERIC_PLACES = re.compile(r"(?:全|我|本)(?:省|市|县|区|州|旗|盟|国|镇|乡)")
# Marks that end a clause.
CLAUSE_END = re.compile(r"[，；。：！？\n]")
# What ends a counted noun.
NOUN_END = re.compile(r"[、（）\d]|[一二三四五六七八九十]{1,3}[个家项]")
# Predicates behind a counted noun.
NOUN_VERB = re.compile(
    r"(?:当中|中)?(?:名列|排名|位居|位列|居于|排在|率先|脱颖而出)|中(?:有|[居列排])|嫁接|申报(?!项目)|实现|完成|达到|分别|均|全部|进入|总投资|投资(?!企业)|协议|引资|到位|参加|落户|协调|解决|争取|办理|发放|减免|兑现|周转|就近|入选|位列|上榜|集聚|入驻|取得|共|到(?=[省市县区]?[内外])|赴|进企|驻企|陆续|相继|初具|投产(?!项目|企业)"
)
# Public money laid out, whatever noun stands before the verb: 财政预算内优先安排700万元.
SPENT = re.compile(
    r"(?P<verb>(?:优先|统筹|共|累计|先后)?(?:安排|列支|拨付|拨款|争取(?:扶持|专项|上级|国家|省级)?资金))"
    r"(?:了|资金|专项资金)*(?:约|近|达|共)?$"
)
# Money spent by whoever stands before the verb.
PAID = re.compile(r"(?P<verb>出资|投入|投资|斥资|注资|耗资)(?:了|资金|共|约|近|达|又|再|逾|超过?)*$")
# The whole that a change in percentage points is a share of.
PART_OF = re.compile(r"占[^，；。占]{2,24}?(?:比重|比例|份额)")
# Totals that leave open what is totalled.
TOTAL = re.compile(r"(?:余额|总数|总量|总额|总计|合计|数量|规模|总规模|总值|金额)")
# Words behind a count that begin the next statement instead of naming what is counted.
NO_COUNTED_NOUN = re.compile(r"(?:总投资|投资|合计|分别|其中|同比|实现|增长|占)")
# What a quantity is of where no word says: an area of land or floor, a capacity.
UNIT_INDICATORS = {
    "km2": "land_area",
    "mu": "land_area",
    "ha": "land_area",
    "m2": "floor_area",
    "t/a": "production_capacity",
    "1/a": "production_capacity",
    "t/d": "production_capacity",
    "kW": "installed_capacity",
    "km": "infrastructure_length",
    "d": "time_limit",
    "mo": "time_limit",
    "h": "time_limit",
}
# Last words of a counted noun and the indicator that counts it, the more specific first.
COUNT_HEADS = (
    ("项目", "project_count"),
    ("工程", "project_count"),
    ("集群", "cluster_count"),
    ("园区", "park_count"),
    ("开发区", "park_count"),
    ("产业园", "park_count"),
    ("工业园", "park_count"),
    ("基地", "park_count"),
    ("小区", "park_count"),
    ("企业", "enterprise_count"),
    ("公司", "enterprise_count"),
    ("集团", "enterprise_count"),
    ("户", "enterprise_count"),
    ("中心", "institution_count"),
    ("平台", "institution_count"),
    ("机构", "institution_count"),
    ("实验室", "institution_count"),
    ("工作站", "institution_count"),
    ("研究院", "institution_count"),
    ("孵化器", "institution_count"),
    ("人才", "talent"),
    ("专家", "talent"),
    ("院士", "talent"),
    ("博士", "talent"),
    ("人员", "employment"),
    ("特派员", "talent"),
    ("技术骨干", "talent"),
    ("就业", "employment"),
    ("岗位", "employment"),
    ("职工", "employment"),
    ("工人", "employment"),
    ("专业镇", "administrative_count"),
    ("乡镇", "administrative_count"),
    ("镇", "administrative_count"),
    ("县", "administrative_count"),
    ("专利", "patents"),
    ("设备", "equipment_count"),
    ("机床", "equipment_count"),
    ("布机", "equipment_count"),
    ("炉", "equipment_count"),
    ("窑", "equipment_count"),
    ("厂房", "facility_count"),
    ("车间", "facility_count"),
    ("社区工厂", "facility_count"),
    ("生产线", "equipment_count"),
    ("织机", "equipment_count"),
    ("机器人", "equipment_count"),
)
