"""Whether a stretch can be a firm's short name: a proper stem before a trade, or a list's member."""

from __future__ import annotations

import re

from jiqun.facts.organization_bodies import Bodies
from jiqun.facts.organization_terms import (
    ABROAD,
    GOES_ON,
    MATERIAL,
    PLURAL_STEM,
    any_tail,
    is_generic,
    kind_of_name,
    tail_terms,
    weak_tails,
)
from jiqun.language.industries import industries

# A part of a machine, told by two characters: 塔筒、叶片等企业10户.
_PART = re.compile("[\u4e00-\u9fff][筒片轴板管件泵阀轮箱缆壳膜纱丝革机]")
# What may be a town, before the trade of a base: 郑集|冷链, 旧馆|木业.
TOWN_LIKE = re.compile("[\u4e00-\u9fff]{1,2}[集镇店口庄堡桥岗坪铺寨屯塘坝馆渡营坊乡村]")
# A stretch of land and a trade are no firm: 成都地区|化工, 南疆|纺织.
_REGION_STEM = re.compile("(?:地区|片区|一带|[东南西北]疆|[东南西北中]部|各地|当地)$")
# Endings that no trade has: 洞庭重工 is a firm whatever 洞庭 means.
_FIRMS_ALONE = frozenset(("重工", "重机", "重汽", "控股"))
# A trade that tells what goods: 上海宝臣|石油|套管; one that only a firm's name has: 路邦车业.
_NO_GOODS = re.compile("(?:业|科技|重工|重机|重汽|控股|新材|高科|精工|智造|股份)$")
_GOODS = re.compile(
    "(?!项目|工程|[一二三四五]期|年|公司|集团|有限|股份|投资|建设|生产|技改|扩建|搬迁|改造|新建|新上|迁建|整体|总部|产业园|工业园)"
    "(?:(?![^，。；、]?[的等将已在与和])[\u4e00-\u9fff]{2}|[屏板管片件机膜线车箱泵阀柜芯](?=[等、，。；项]))"
)
_MADE = re.compile("生产|年产|加工|经营|产销|销售|出口")
# 盐油化工 and 煤焦化工 are trades by the single signs of their goods.
_GOODS_BY_SIGN = re.compile("[盐油煤气焦钢铁铜铝铅锌糖粮棉麻竹木皮毛肉奶蛋菜果氯碱磷硫氟]{2,3}")
_LOCALLY_MADE = re.compile("[省市县区国]产")
_DOCUMENT_YEAR = re.compile(r"[字发函办]?\s?[〔\[（【]\s?(?:19|20)\d\d")
_CLOSES = re.compile("(?:关停|淘汰|拆除|关闭|压减|取缔)(?:了)?$")
# Trades that are ways of building, before what is built: 液压元件, 精密铸造.
_OF_PARTS = frozenset(("液压", "精密", "密封", "光学", "传动", "电控", "数控"))
_PARTS = re.compile("元件|部件|零部件|组件|器件|系统|铸造(?!公司|有限)|加工(?!公司|有限)|机床")


def add_member(bodies: Bodies, start: int, end: int, role: str) -> None:
    """Keep a member of a list of firms, without the words around its name, if it can be one."""
    name = bodies.text[start:end]
    opening = re.match("^(?:以|由|和|与|及|了|一是|集团)", name)
    if opening:
        start, name = start + opening.end(), name[opening.end() :]
    closing = re.search(r"(?:牵头|联合|带动|领衔|担当|领跑|[一二三四五]期|年产\d.*)$", name)
    if closing and closing.start() >= (2 if closing[0].startswith("年产") else 3):
        end, name = end - len(closing[0]), name[: closing.start()]
    if is_member(bodies, start, end, name):
        bodies.add(start, end, kind_of_name(name) or "enterprise", role)


def is_member(bodies: Bodies, start: int, end: int, name: str) -> bool:
    """Whether a list's member can be a firm's name: short, no function word, no trade or common noun by
    itself.
    """
    if not 2 <= len(re.sub("（.*?）", "", name)) <= 14 or re.search(
        r"(?<!美)的|[了是在，。；：\n]|^[^（]*）|等|一批|各类|企业$|行业$|产业$|[央国民外台港名强]企$|深加工$|业主|园区?$|[市县省区]$|项目$|集群$|基地$|(?<!冷)(?<!供应)链$",
        name,
    ):
        return False
    if (
        is_generic(name)
        or _PART.fullmatch(name)
        or "+" in name
        or PLURAL_STEM.search(name)
        or re.fullmatch(r"[\d一二三五六七八九十]+[家个].*", name)
    ):
        return False
    if re.search("(?:集团|公司|厂|股份|科技|银行)$", name):
        return not PLURAL_STEM.search(re.sub("(?:集团|公司|厂|股份|科技|银行)$", "", name) or "大")
    places = bodies.frame.places_between(start, end)
    if places and places[0].start == start and places[-1].end == end:
        # 河南永泰: a county of another province is none
        return len(places) == 2 and (places[0].code or "")[:2] != (places[1].code or "")[:2]
    trades = industries().find(name)
    if (
        trades
        and trades[0].start == 0
        and (trades[0].end == len(name) or sum(trade.end - trade.start for trade in trades) >= len(name) - 1)
    ):
        return False
    if bodies.ends_in_tail(start, end) and not (trades and trades[0].start == 0):
        return True
    return not (
        bodies.is_common(start, end)
        and re.search(
            "(?:业|产品|技术|服务|设备|材料|人才|资源|要素|领域|方面|环节|装备|平台|工程|制度|机制|发电|建设|品牌|模式|资金|政策)$",
            name,
        )
    )


def is_short_firm(bodies: Bodies, start: int, stem_end: int, end: int) -> bool:
    """Whether stem and tail are a firm: the stem no trade, place or common word; nothing behind that
    makes it a trade.
    """
    text = bodies.text
    stem = text[start:stem_end]
    places = bodies.frame.places_between(start, stem_end)
    abroad = ABROAD.match(text, start, stem_end)
    if places and places[0].start == start and (places[-1].end < stem_end or places[-1].code):
        stem = text[places[-1].end : stem_end]
    elif abroad:
        stem = text[abroad.end() : stem_end]
    if any(stem[-length:] in tail_terms() for length in (2, 3) if len(stem) - length >= 2):
        return False  # 冠鑫新材|光伏支架
    if (
        _REGION_STEM.search(stem)
        or _GOODS_BY_SIGN.fullmatch(stem)
        or stem.endswith(("厂", "集团", "公司", "银行"))
        or MATERIAL.fullmatch(stem)
    ):
        return False
    if text.startswith("中国", start) or _LOCALLY_MADE.match(stem) or _DOCUMENT_YEAR.match(text, end):
        return False  # 省产铜材, 赣工信新材〔2020〕5号
    if text[start - 1 : start] == "可" or _MADE.search(text, max(0, start - 2), start):
        return False  # 可降解塑料, 生产深沟球轴承
    if not 2 <= len(stem) <= 4 or is_generic(text[start:end]) or GOES_ON.match(text[end : end + 3]):
        return False
    if (
        industries().find(stem)
        or (text[stem_end:end] not in _FIRMS_ALONE and bodies.is_common(stem_end - len(stem), stem_end))
        or re.search(rf"[的了和与及等各年月\d，百千万亿个家类]|日[产处均加供用]|{PLURAL_STEM.pattern}", stem)
    ):
        return False
    if any(
        trade.start == 0 and trade.end > len(stem)
        for trade in industries().find(text[stem_end - len(stem) : end])
    ):
        return False
    if text[stem_end:end] in _OF_PARTS and _PARTS.match(text, end):
        return False  # 大吨位液压|元件
    if _CLOSES.search(text, max(0, start - 4), start):
        return False  # 关停立窑水泥|生产线
    return not re.match(
        "大道|大桥|立交|隧道|之都|之乡|产业|行业|企业|制造业|加工业|集群|园|基地|装备产业|工业|小镇|谷|镇|区|协会|局|厅|大学|学院|市场|链|业(?!务)|博览|展|城|带|走廊",
        text[end : end + 4],
    )


def firm_prefix(bodies: Bodies, start: int, end: int, weak: bool = False) -> int:
    """Where the firm's name that opens a stretch ends (辽南特钢|高端线材), or 0; `weak` takes any trade
    for its tail.
    """
    text = bodies.text
    places = bodies.frame.places_between(start, end)
    for found in any_tail().finditer(text, start + 2, end):
        if found.start() - (places[0].end if places and places[0].start == start else start) > 6:
            break
        if (weak or found[0] not in weak_tails()) and is_short_firm(
            bodies, start, found.start(), found.end()
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
            and not bodies.is_common(places[0].end, stem_end)
            and re.fullmatch("[\u4e00-\u9fff]{2}", text[places[0].end : stem_end])
        ):
            return stem_end
    return 0
