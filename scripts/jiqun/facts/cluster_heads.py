"""Head nouns of clusters (产业集群, 工业园, 支柱产业 …), and what may stand between a list and its head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jiqun.patterns import quick

_ZONE_TRADE = (
    "高新技术产业|高技术产业|经济技术|经济合作|边境经济|高新技术|台商投资|出口加工"
    "|农业科技|自由贸易|工业|经济|高新|旅游|综合|产业|自贸|保税|农业|生态"
    "|国家自主创新|特别|合作特别|创新|转型|物流|化工|承接产业转移|重点开发开放|开发开放|跨境电商综合|跨境电子商务综合"
)
PARK_TRADE = (
    "高新技术产业|产业|工业|科技|软件|物流|创业|农业|(?<![煤盐氟硅磷油])化工|科创|创新|创意"
    "|文创|循环经济|低碳|双创|数字经济|总部经济|信息|民营|产业转移"
)
# The printed head decides the kind; a name's own words (trade, place) stay outside the match.
HEAD = quick(
    "(?P<subcluster>产业集群和子集群|(?:产业)?子集群)"
    "|(?P<cluster>(?:企业|制造业|先进制造业)?产业集群(?!协同区|核心区|基地[县市区]|示范[县市区]|区(?!域|内|位|别))|制造业集群|产业化集群|产业群(?!体)|集群(?!化|基地[县市区]|示范[县市区]|效应|发展|式|区|内|中|企业|规模|经济|注册|招商))"
    "|(?P<chain>产品链(?!条|长|式)|子?产业链(?!条|长|式|上|链[长主]|专班|企业|供应链|接|延|群|招商|图谱|党建)|(?<=[条个大])产业链(?=招商)|(?<![强补延建壮锁拉全应值冷])链(?=[、，；。）等]))"
    "|(?P<base>(?:战略性新兴产业集聚发展|产业集聚发展|重大新兴产业|先进制造业|装备制造业|制造业|高技术产业|高新技术产业|产业化|生产|加工|制造|产业|工业|出口)*基地(?![县市]))"
    f"|(?P<park>(?:{_ZONE_TRADE}|(?:融合|协同|联动|一体化|绿色|转型|振兴)发展(?=试验区|实验区|示范区))*(?:开发区|投资区|实验区|试验区|示范区|合作区|保税港区|保税区|先导区|(?:出口)?加工区|贸易区)"
    "|(?:空港|临港|临空)经济区(?!域)|高新区|经开区|综保区|自贸区|新区(?!域)"
    f"|(?:{PARK_TRADE})*(?:园区|产业园区?|工业园区?|科技园区?|物流园区?|软件园区?|创业园区?|示范园区?|(?<![煤盐氟硅磷油])化工园区?|创意园区?|农业园区?|循环经济园区?)"
    "|(?:工业|产业|化工|企业|物流|服务业|先进制造业)*(?:集中区|集聚区|聚集区|功能区)(?!域)|(?:工业|产业)小区|(?:工业|产业|企业)(?:集中|集聚)园|(?:绿色|数字|创新)?(?:智造|智创|制造)园(?:区)?(?!林)|(?:工业|产业|企业)(?:集中|集聚|聚集)点|(?<!老)工业区|产业区(?!域|块|位)|工贸区|化工区"
    "|(?:工业|生物|医药|汽车|科技|产业|智造|光电|服装|纺织|家具|陶瓷|五金|机电|石化|航空|食品|泡菜|笋竹|白酒|光伏|新材料|钢构)城(?![镇市区乡关里建])"
    "|(?:科技|产业|企业|医药|软件|创新)*加速器(?![理项装物])|(?:医药|科技|科创|信息|软件|数字)港(?![口区湾元务资])"
    "|(?:科技|产业|工业|智慧)新城|科学城|(?:产业|工业|科创|经济|人才|协作)+飞地(?!经济|工业|产业|园)|小镇|片区|港区|谷(?!食品|科技|集团|公司|股份|实业|农业|矿业|化工|能源|电子|新材料|生物|药业|制药|机械|建设|置业|物流|[粮物城酒类雨])|(?<![果桃橘橙柚梨枣茶桑花菜萄枝柿莓李杏蔗菇苗乐入进出驻退扩我一二两三四五六七八九十多])"
    "(?<![动植]物)园(?![林艺丁长主地景舍方中田圃外]))"
    "|(?P<growth_region>(?:工业|产业)廊?带(?![动来给领头入有着走回出])|(?:高效|海洋|蓝色|生态)+经济区(?!域)|(?:工业|产业)?走廊|(?:重点|新增长|增长)区域)"
    "|(?P<pillar_industry>(?:支柱|主导|优势|特色)(?:性|传统|新兴|富民)?产业(?!集群|基地|园|链|带|群|集聚|体系|化))"
)
# The characters that every head ends in or near; its expression runs around them only.
_ANCHOR = quick(
    "[群链园谷廊区镇城]|飞地|[中聚集]点|基地|业带|加速器|[药技创息件字]港|导产业|导性产业|柱产业|柱性产业|统产业|兴产业|民产业|势产业|势性产业|色产业|色性产业"
)
_REACH = 24
NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})"
# 等12个千亿, 四大优势, 两个: what may stand between a list and its head.
MODIFIER = (
    "(?:国家级|省级以上|省级|市级|县级|镇级|乡镇|世界级|(?:超过?|突破)?[一二两三五八]?[十百千万]亿元?级?|(?:超过?|突破)?\\d+亿元?级?|重点|成长型|传统|新兴|战略性|特色|优势|装备|原材料"
    "|创新型|先进|龙头|主导|支柱|示范|培育型|标志性|骨干|现代|高端|县域|区域|镇域|专业镇|块状|新型|地标性?|支撑性|先导性|基础性|外向型|劳动密集型|专业|细分|核心|工业|大型|优先|关键|主要|重大|未来|临港|生态|循环经济|循环|绿色)"
)
_LIST_TAIL = quick(
    rf"(?P<et>等)?(?:其他|(?P<these>这[几些]个?)|[几多数]个|若干个?|一批|一系列|系列)?这?(?P<count>(?P<number>{NUMBER})(?:个|大|条|家|类|处|座))?(?P<modifiers>{MODIFIER}*)"
    r"(?:(?<=级)(?:(?:营收|产值|收入)?规模)?的)?$"
)
TIER = re.compile(MODIFIER + "+")
BIG = re.compile(
    "集群|基地|园区?|开发区|高新区|经开区|投资区|集中区|集聚区|聚集区|实验区|试验区|示范区|小区|工业区|工贸区|新区|保税区|工业带|走廊|小镇|谷|片区|港区"
)
# Kinds whose names a list behind the head may give.
LISTED_BEHIND = ("pillar_industry", "cluster", "chain")
_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"两": 2}


@dataclass(frozen=True, slots=True)
class Head:
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


def number_of(printed: str) -> int:
    """12, 十二 and 二十 as numbers; lists in print hold fewer than a hundred."""
    if printed.isdigit():
        return int(printed)
    tens, found, units = printed.rpartition("十")
    if not found:
        return _DIGITS.get(printed, 0)
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(units, 0)


def list_tail(text: str, left: int, end: int) -> re.Match[str] | None:
    """What parts a list from its head at `end`; looked for in the last 30 characters only."""
    return _LIST_TAIL.search(text, max(left, end - 30), end)


def find_heads(text: str) -> list[re.Match[str]]:
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
