"""Expressions that the rules on subjects share: places by their kind, groups, sizes, kinds of zones."""

from __future__ import annotations

import re

from jiqun.patterns import quick

# Words that open a clause on a part of what was spoken of.
PART = re.compile(r"(?:其中|这些|其)，?")
# A place named by its kind.
WHOLE = re.compile(r"(?:全|我|本|该)(?:省|市|县|区|州|旗|盟|镇|乡|国)")
# A group of places, zones or trades with its number: 十四个专业镇, 六大支柱产业.
COUNTED = re.compile(
    r"(?:\d{1,3}|[两二三四五六七八九十]{1,3})(?:个|大|家|条)[^，]{0,10}(?:产业链|集群|园区|产业|镇|开发区|高新区|集聚区|集中区|基地|小区|块状经济)$"
)
# A counted group of projects that opens a clause: 58个续建项目进展顺利.
COUNTED_PROJECTS = re.compile(
    r"(?:全[省市县区州旗]|我[省市县区])?(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})[个项](?P<what>[\u4e00-\u9fff]{1,10}?(?:项目|工程))"
    r"(?=[^中])"
)
# A kind alone: it speaks of the zone, cluster or trade named before.
KIND_ALONE = re.compile(
    r"(?:该|本|此|这个|这一|这家(?:链主|龙头|骨干)?|整个|各)?(?:产业)?(?:集群|园区|工业园区|工业小区|集聚区|产业链|产业带|工业带|产业园|开发区|工业园|基地|项目|工程|企业|产业|行业|小区|院|所|校|厂|集团|公司|用地|单位|中心|领域|区)(?:内|里)?"
)
# The kind of a zone before what it has: 园区 of 园区从业人员.
ZONE_KIND = re.compile(
    "园区|功能区|块状经济|工业园区|工业小区|集群|开发区|集聚区|产业园|工业园|小区|基地|小镇"
)
# How the names of zones end.
ZONE_END = re.compile("(?:园区?|开发区|高新区|集聚区|集中区|功能区|工业小区|基地|小镇)$")
# What is made or grown, before how much of it there is: 钢卷尺 of 钢卷尺产量, 全县苹果 of 全县苹果面积.
AMOUNT = (
    r"(?:年|日)?(?:总|一次)?(?:标准化)?(?:产量|(?<!生)产能|生产能力|生产加工能力|(?:加工|分梳|拆解|冶炼|压榨|酿造)能力|种植面积|面积|饲养量|存栏|出栏|自给率|国产化率|(?:就地|就近|本地)(?:转化率|加工率)|(?:就地|就近|本地)?加工转化率"
    r"|(?:国内|全国|国际|全球|世界|省内|省外|区内|市内|县内|县外|海外|国外|境外|本地|华[东北南中]|西[南北]|东北|长三角|珠三角|欧美|东南亚)?(?:市场(?:占有率|份额)|自给率|综合利用率))"
)
# Words that open an indicator's name and are nobody.
NOBODY = re.compile(
    "第[一二三]产业|非?公有制|非国有|(?:一批|大批|一些|部分|多数|许多|不少)(?:企业|项目)|新开工|全产业链|全行业|地区|城镇|农村|城乡|国内|省内|市内|区内|本地|当地|全国|全球|三次产业|国民经济|入区|入园|入驻|起步区|建成区|核心区|营业|国家|全社会|社会|工业用地|建设用地"
)
# Industry or firms of a place by their size: the rate behind them is theirs, not the place's.
BY_SIZE = re.compile(
    r"(?:全[省市县区州旗]|(?:集群|园区|区|链)内)?(?P<size>(?:规模以上|规上|限额以上|大中型|规模(?=工业企业))(?:工业|企业)+)"
)
# Classes of firms, and industry as a whole: part of what is measured, nobody's name.
SIZE_CLASS = quick(
    r"(?:内)?(?:(?:规模以上|规上|限额以上|大中型|规模(?=工业企业))(?:工业|制造业|服务业|企业)+|(?:规模以上|规上|限额以上)(?!工业)[\u4e00-\u9fff]{1,8}?企业|(?:高新技术|工业|制造业|龙头|骨干|重点|(?:集群|园区|链|区)内|链上|集群|园区|入园|入驻|中小|小微|集体|股份制|国有|国有控股|私营|外资|外商投资|民营|上市|[十百千]亿级)企业|(?:工业|产业|招商|投资|集群|园区)项目|(?<=[省市县区州旗])工业|^工业)$"
)
# What something is done with, which does not have what follows: 依托10个省级开发区，培育2个专业镇.
RELIES_ON = re.compile("(?:依托|借助|利用|发挥)")
# Money put into a counted group of projects.
OF_GROUP = frozenset(("investment", "contracted_investment", "land_area", "utilized_fdi"))
# What stands alone as subject beyond its own clause.
LASTING = re.compile(
    r"(?:业|集群|块状经济|集聚区|集中区|功能区|(?<![公花果茶菜])园|集群（基地）|园区|开发区|高新区|经开区|工业园|产业园|集团|公司|厂|[省市县区州旗盟]|新区|新城|科技城|示范区|片区|基地|项目"
    r"|局|政府|管委会|银行|[支分]行|信用社|信用联社|农信社|[农工建中]行|金融机构|担保机构|职业中专|学院|大学|板块|镇|街道|工业带|产业带|产业链|小镇|中心|港|湾|半岛|工程|领域)$"
)
