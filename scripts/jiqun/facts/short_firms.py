"""Firms in short form by themselves: a proper stem before a trade, where a name can begin and end."""

from __future__ import annotations

import re
from functools import cache

from jiqun.facts.firm_names import firm_prefix, is_member, is_short_firm
from jiqun.facts.organization_bodies import NAME_STOP, NOT_OF_NAME, Bodies, behind_rank
from jiqun.facts.organization_roles import INVESTS, role_of
from jiqun.facts.organization_terms import ABROAD, NO_STEM, known_firms, tail_automaton, weak_tails
from jiqun.language import vocabulary
from jiqun.language.industries import industries

_NEXT_WORKS = re.compile("[二三四]期|年产|拟在|拟投")
_ONLY_KIND = re.compile("项目|工程|中心|基地|生产线|建设|改造|技改|铸造|加工|制造")
# A firm's name in front of those who run it or of what only firms do, whatever its trade.
_RUNS = re.compile(
    "(?:副?董事长|副?总经理|总裁|副总|厂长|创始人|老板|产销|获评|获批|入选|主打产品|生产车间|开票|总部|挂牌|上市(?!公司))"
)
# What stands between a firm and its money, and what before money is no firm.
_MONEY_LEAD = re.compile("(?:总|计划|拟|将|累计|追加|新增|首期|一期|二期|再|共|其中)+$")
_NO_OWNER = re.compile(
    "(?:引进|签约|落户|建设|有|推进|加快|实施|启动|开工|项目|及|和|与|对|为|了|的|由|以|是|完成|达|固定资产|[上下]半年|今年|全年)$"
)
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
_PROJECT_ENDS = re.compile("项目|今年|年内|上月|已|将|(?=[\\d一二三四五六七八九十]{1,2}月)")
_SIZED = re.compile(r"\d[\d.]*[万亿]?[^，。；\d]{1,4}/年")
# A list, and its members: from where a run of characters opens (any but 等, U+7B49), never from within it.
_RUN = re.compile(
    "(?<![\u4e00-\u7b48\u7b4a-\u9fffA-Za-z])[\u4e00-\u7b48\u7b4a-\u9fffA-Za-z]++"
    "(?:、[\u4e00-\u7b48\u7b4a-\u9fffA-Za-z]++)++(?P<others>等)?"
)
_MEMBER = re.compile("[^、]+")
# What stands before the first of a list of firms, and what is told of firms behind the last.
_OPENS_RUN = re.compile(
    "(?:支持|推动|推进|扶持|帮助|引导|鼓励|促进|引进|引入|招引|培育|其中|包括|依托|像|有)+(?=[^、]{2})"
)
_TOLD = re.compile(
    "产值|营业收入|营收|主营业务|销售收入|税收|纳税|做大做强|做优做强|做强做优|转型|扩能|扩产|技改|上市|达产|满产|先后|相继|陆续"
)
# What is built or made, and no firm.
_BUILT = re.compile(
    "[路桥线站厂港湖河江山镇乡村街酒茶米油果]$|水库|项目|中心|广场|公园|小区|学校|医院|基地|机场|大厦"
)


@cache
def _kinds_of_place() -> tuple[str, ...]:
    """Words that say where works are, and no firm's name: 城市, 农村, 县城."""
    return tuple(
        row["term"]
        for row in vocabulary.read("project_terms")
        if row["role"] == "generic_work" and row["value"] == "place"
    )


def read_short_firms(bodies: Bodies) -> None:
    """玉龙科技, 营东镁业: a proper stem of two to four characters before a trade, where a name can
    begin and end.
    """
    text = bodies.text
    listed = {body.name for body in bodies.found if body.kind == "enterprise"}
    _read_placed_firms(bodies)
    investors: dict[int, int] = {}
    for found in re.finditer(r"(?:投资|首期投资)[^，；。、的]{2,16}?元(?:、[^，；。的]{2,16})?的", text):
        stop = NAME_STOP.search(text, found.end(), found.end() + 40)
        member = text[found.end() : stop.start() if stop else found.end() + 40]
        member = _PROJECT_ENDS.split(member, maxsplit=1)[0]
        end = found.end() + len(member)
        if _has_investor(bodies, found.start()):
            continue
        known = next((member[:n] for n in range(min(8, len(member)), 1, -1) if member[:n] in listed), "")
        if known:
            bodies.add(found.end(), found.end() + len(known), "enterprise", "investor")
            continue
        if not (3 <= len(member) <= 4 and is_member(bodies, found.end(), end, member)):
            end = firm_prefix(bodies, found.end(), min(len(text), found.end() + 12), weak=True)
            made = _ONLY_KIND.sub("", text[end : found.end() + len(member)]) if end else ""
            end = end if len(made) >= 3 else 0  # 苹果大数据|中心, 人参多肽|项目: no firm and its product
            if end and (member.startswith(_kinds_of_place()) or bodies.words.covers(end - 1, end + 1)):
                continue  # 城市|轨道交通, 义乌小商|品城: where it is, and half a word
        if end:
            bodies.add(found.end(), end, "enterprise", "investor")
            investors[found.end()] = end
    automaton, terms = tail_automaton()
    for index, stem_end, end in automaton.find_matches_as_indexes(text):
        left = max(bodies.stop_before(stem_end), stem_end - 8)
        if stem_end - left < 2 or bodies.words.covers(end - 1, end + 1):
            continue
        if bodies.words.is_noun_over(stem_end):
            continue  # 港口|起重机, 废旧电池: the trade is part of a common word
        start = bodies.words.name_start(left, stem_end, bodies.places)
        start = behind_rank(text, start, stem_end)
        kind_of_firm = NOT_OF_NAME.match(text, start, stem_end)
        start = kind_of_firm.end() if kind_of_firm else start
        if terms[index] in weak_tails() and not _beside_firm(bodies, start, end):
            continue
        if bodies.in_title(start) or not is_short_firm(bodies, start, stem_end, end):
            continue
        start = _behind_place(bodies, start, stem_end)
        if investors.get(start) == stem_end:
            continue
        if text[stem_end - 1] == text[stem_end] and stem_end - start >= 2:
            end = stem_end  # 台玻|玻璃: the name has its trade already
        suffix = re.match("(?:集团|股份)?(?:有限公司|公司)?", text[end : end + 6])
        end += suffix.end() if suffix else 0
        bodies.add(start, end, "enterprise", role_of(bodies.text, start, end, "enterprise"))


def read_beside_firms(bodies: Bodies) -> None:
    """远山重工、山河智能、|铁建|、中通客车: an odd word in a list beside two firms, or beside one where the
    list is told what firms do (支持天能控股、|宝武特冶|做大做强).

    陕西、江苏 and 钢铁、水泥 beside firms are places and trades; 北湖大桥 is no odd word but something built.
    """
    text = bodies.text
    firms = {body.start: body for body in bodies.found if body.kind == "enterprise"}
    ends = {body.end for body in firms.values()}
    for run in _RUN.finditer(text):
        start, end = run.start(), run.end() - bool(run["others"])
        opening, told = _OPENS_RUN.match(text, start, end), _TOLD.search(text, start, end)
        start, end = opening.end() if opening else start, told.start() if told else end
        spans = [member.span() for member in _MEMBER.finditer(text, start, end)]
        known = [first in firms or last in ends for first, last in spans]
        if sum(known) + (told is not None) < 2 or all(known):
            continue
        role = next((firms[first].role for first, _ in spans if first in firms), "mentioned")
        for number, (first, last) in enumerate(spans):
            is_whole = (number or opening) and (number + 1 < len(spans) or told or run["others"])
            if not is_whole or known[number] or _BUILT.search(text, first, last):
                continue
            if _is_odd(bodies, first, last) or (
                last - first <= 6
                and not bodies.frame.places_between(first, last)
                and bodies.ends_in_tail(first, last)
                and is_member(bodies, first, last, text[first:last])
                and not bodies.is_common(first, last)
            ):
                bodies.add(first, last, "enterprise", role)


def _read_placed_firms(bodies: Bodies) -> None:
    """永川嘉陵年产60万吨特种纸, 台湾鼎元福州LED产业基地: a place and an odd word before what is built, by
    its size or by where it is built."""
    for found in _PLACED.finditer(bodies.text):
        start, end = found.span("name")
        places = bodies.frame.places_between(start, end)
        if places and places[0].start == start and _is_odd(bodies, places[0].end, end):
            bodies.add(start, end, "enterprise", "investor")
    for found in _MAKES.finditer(bodies.text):
        if _is_maker(bodies, *found.span("name")):
            bodies.add(*found.span("name"), "enterprise", "investor")
    for found in ABROAD.finditer(bodies.text):
        start, stem = found.span()
        there = next((one for one in bodies.places_near(stem + 2) if one[0] == stem + 2), None)
        is_built = there is not None and _BUILT_THERE.match(bodies.text, there[1])
        if is_built and bodies.opens(start) and _is_odd(bodies, stem, stem + 2):
            bodies.add(start, stem + 2, "enterprise", "investor")


def _is_maker(bodies: Bodies, start: int, end: int) -> bool:
    """Whether who makes so much a year can be a firm: no verb first, no trade, place or common words."""
    name, indices = bodies.text[start:end], bodies.words.between(start, end)
    opens = indices[0] if indices and bodies.words.starts[indices[0]] == start else None
    return not (
        _NO_MAKER.search(name)
        or NO_STEM.match(name)
        or (opens is not None and bodies.words.breaks(opens))
        or bodies.is_common(start, end)
        or bodies.in_title(start)
        or industries().find(name)
        or bodies.frame.places_between(start, end)
    )


def _is_odd(bodies: Bodies, start: int, end: int) -> bool:
    """Whether two or three characters are no common word, no trade and no place, as a firm's name is."""
    stem = bodies.text[start:end]
    return (
        2 <= end - start <= 4
        and not bodies.is_common(start, end)
        and not NO_STEM.search(stem)
        and not _NO_ODD.search(stem)
        and not industries().find(stem)
        and not bodies.frame.places_between(start, end)
    )


def _has_investor(bodies: Bodies, start: int) -> bool:
    """Whether the clause names who invests before the money: 华诺公司|投资8500万元的涡轮壳精密铸造."""
    clause = bodies.stop_before(start)
    owner = _MONEY_LEAD.sub("", bodies.text[clause:start])
    return 2 <= len(owner) <= 14 and _NO_OWNER.search(owner) is None


def _beside_firm(bodies: Bodies, start: int, end: int) -> bool:
    """Whether a name stands where firms act: before its investment, or from abroad."""
    return bool(
        INVESTS.match(bodies.text[end : end + 8])
        or ABROAD.match(bodies.text, start)
        or _NEXT_WORKS.match(bodies.text, end)
        or _SIZED.match(bodies.text, end, end + 16)
        or _RUNS.match(bodies.text, end)
    )


def _behind_place(bodies: Bodies, start: int, stem_end: int) -> int:
    """A firm known by itself needs no place before it: 东山旗滨玻璃 is 旗滨玻璃."""
    places = bodies.frame.places_between(start, stem_end)
    if places and places[0].start == start and bodies.text[places[-1].end : stem_end] in known_firms():
        return places[-1].end
    return start
