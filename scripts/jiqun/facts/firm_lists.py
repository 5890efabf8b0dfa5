"""Firms that their sentence calls firms: members of lists, leaders, investors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jiqun.facts.coordination import split_members
from jiqun.facts.firm_names import add_member, firm_prefix
from jiqun.facts.organization_bodies import Bodies
from jiqun.facts.organization_roles import BUILDS
from jiqun.facts.organization_terms import NO_STEM, NUMBER, known_firms
from jiqun.language.industries import industries
from jiqun.patterns import quick

_NUMBERS = "两三四五六七八九十"
# 等一批小型加工制造企业, 等28家下游企业, 两家骨干企业, 这些带头大哥
_LIST_HEAD = quick(
    rf"(?P<open>等(?:一批|一大批|近|多家|众多)?(?:{NUMBER}(?:余|多)?[家户个])?|(?<=[\u4e00-\u9fff）])(?:这些|这样的|之类的|这?[几{_NUMBERS}]家|{NUMBER}(?:(?:余|多)?[家户]|大(?=龙头|骨干|核心|企业))))"
    r"(?P<what>[^，；。：、（）\n]{0,24}?)(?P<head>企业(?!家|公共服务|服务平台|协会|技术中心)|公司|集团|厂家|厂商|链主|带头大哥|龙头(?!企业|产业|项目|带动|作用)|配套商|食品加工业|加工业|供应商|(?:项目|整车供应体系)(?!库))"
)
# 配套企业有贵盘碳素、红果机修等26户
_COUNTED = re.compile(
    rf"(?P<what>[\u4e00-\u9fff]{{0,4}})(?P<head>企业)有(?P<list>[^，；。：\n]{{4,80}}?)等{NUMBER}[家户](?=[，；。、）\n])"
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
_LEADER_HAS = re.compile(
    r"(?:龙头|链主|骨干|核心|领军)企业(?P<name>[\u4e00-\u9fff]{4,8}?)"
    r"(?=(?:去年|今年|上半年|前三季度|\d{4}年)(?:实现|完成)?(?:营业收入|销售收入|产值|营收|主营))"
)
# What a firm makes is no firm: 竹胶板、竹家具等加工企业.
_MAKERS = re.compile(r"(?:精?深)?加工|生产|制造|制品|经销|销售|零售|贸易")
# Trades and products are taken in and gathered: 承接竹胶板、竹炭等企业.
_GATHERED = re.compile("(?:承接|集聚|聚集)了?$")
_QUOTED_NAMES = re.compile("(?:“[^“”，。]{2,10}”[、和]?)+$")


def read_supported(bodies: Bodies) -> None:
    """支持永拓智能与合肥工业大学联合攻关: who is to work with a school is a firm, whatever its trade."""
    for found in _SUPPORTED.finditer(bodies.text):
        start, end = found.span("name")
        if bodies.ends_in_tail(start, end) and not bodies.is_common(start, end):
            leads = "牵头" in bodies.text[end : end + 12]
            add_member(bodies, start, end, "leading" if leads else "mentioned")


def read_named_leaders(bodies: Bodies) -> None:
    """龙头企业河东重卡部件去年营业收入16亿元: what is called a leading firm and then has a figure is one,
    whatever its name is made of."""
    for found in _LEADER_HAS.finditer(bodies.text):
        start, end = found.span("name")
        if not bodies.holds_verb(start, end) and not NO_STEM.search(found["name"]):
            bodies.add(start, end, "enterprise", "leading")


def read_investors(bodies: Bodies) -> None:
    """漯河金谷食品投资3.2亿元的生产线: who opens a clause and puts up money for one thing is a firm."""
    for found in _INVESTOR.finditer(bodies.text):
        start, end = found.span("name")
        if not bodies.ends_in_tail(start, end) or bodies.in_title(start) or bodies.holds_verb(start, end):
            continue
        places = bodies.frame.places_between(start, end)
        own = places[-1].end if places and places[0].start == start else start
        stem = bodies.text[own:end]
        if len(stem) >= 4 and not NO_STEM.match(stem) and not industries().find(stem[:-2]):
            bodies.add(start, end, "enterprise", "investor")


def read_lists(bodies: Bodies) -> None:
    """Names in a list that a head noun calls firms: 支持陕鼓集团、西电集团等龙头企业,
    以A、B为龙头，带动C、D等一批企业.
    """
    text = bodies.text
    for found in _LEADING_FRAME.finditer(text):
        start, end = found.span("list")
        nearest = text.rfind("以", start, end)
        start = nearest + 1 if nearest >= 0 else start
        for member in split_members(text, start, end):
            if text[member[0]] == "“" and found["what"] not in ("龙头", "骨干", "链主"):
                continue  # 以“数智卫浴”为核心: an idea
            if (
                found["what"] == "链主"
                or not bodies.is_common(*member)
                or text[slice(*member)] in known_firms()
                or bodies.ends_in_tail(*member)
                or text.endswith(("集团", "公司", "厂"), *member)
            ):
                add_member(bodies, *member, "leading")
    for found in _led(bodies):
        start, end = found.span("list")
        end -= text.endswith("的", start, end)
        for member in _trimmed(bodies, split_members(text, start, end)):
            if bodies.ends_in_tail(*member):
                add_member(bodies, *member, "leading")
    for found in _VISITED.finditer(text):
        _add_owners(bodies, split_members(text, *found.span("list")), "mentioned")
    for found in _COUNTED.finditer(text):
        for member in _trimmed(bodies, split_members(text, *found.span("list"))):
            add_member(bodies, *member, _list_role(bodies, found, member[0]))
    for found in _SETTLED.finditer(text):
        for member in _settled(bodies, found):
            add_member(bodies, *member, "investor")
    for found in _LIST_HEAD.finditer(text):
        if _NO_FIRMS.search(found["what"]):
            continue
        if text[found.start() - 1] == "”":
            _add_quoted(bodies, found)
            continue
        start, end = bodies.clause_start(found.start()), found.start()
        if end - start < 2:
            continue
        projects = found["head"].startswith(("项目", "整车"))
        if projects and "等" not in found["open"]:
            continue
        members = _trimmed(bodies, split_members(text, start, end))
        if not members or (not found["open"].startswith("等") and len(members) < 2):
            continue
        role = _list_role(bodies, found, members[0][0])
        if _MAKERS.match(found["what"]) or _GATHERED.search(text[: members[0][0]][-8:]):
            members = [member for member in members if bodies.ends_in_tail(*member)]
        if projects and found["open"][-1:] not in "家户":
            _add_owners(bodies, members, "investor")
            continue
        counted = found["open"][0] in _NUMBERS and _NUMBERS.index(found["open"][0]) + 2 == len(members)
        for member in members:
            if counted and _WORKPLACE.search(text, *member):
                bodies.add(*member, "enterprise", role)
            else:
                add_member(bodies, *member, "investor" if projects else role)


def _add_owners(bodies: Bodies, members: list[tuple[int, int]], role: str) -> None:
    """The firms that a list of projects names alone, or before what they build: 森茂能源|机制炭.

    Beside a firm that is plainly one, a trade that stands behind common words is a name's end too; beside
    two that are known, so is any short member (长安、吉利、理想等整车项目).
    """
    text = bodies.text
    known = sum(text[slice(*member)] in known_firms() for member in members)
    plain = [firm_prefix(bodies, *member) for member in members]
    weak = [firm_prefix(bodies, *member, weak=True) for member in members]
    whole = sum(end == member[1] for end, member in zip(weak, members, strict=True))
    beside = any(plain) or whole > 1
    for member, end, other in zip(members, plain, weak, strict=True):
        if end == member[1] or (beside and other == member[1]):
            add_member(bodies, *member, role)
        elif beside and other and bodies.ends_in_tail(member[0], other):
            if not bodies.frame.places_between(member[0], other):
                add_member(bodies, member[0], other, role)
        elif known > 1 and member[1] - member[0] <= 3 and not industries().find(text[slice(*member)]):
            add_member(bodies, *member, role)


def _settled(bodies: Bodies, found: re.Match[str]) -> list[tuple[int, int]]:
    """The members of a list that came one after the other, where each ends as a firm's name does."""
    left = bodies.clause_start(found.start())
    start = max(left, bodies.text.rfind("—", left, found.start()) + 1)
    members = _trimmed(bodies, split_members(bodies.text, start, found.start()))
    are_firms = len(members) > 1 and all(bodies.ends_in_tail(*member) for member in members)
    return members if are_firms else []


def _led(bodies: Bodies) -> Iterator[re.Match[str]]:
    """Lists of firms that lead, in the clauses that say so."""
    reached = 0
    for verb in _LEADS.finditer(bodies.text):
        if verb.start() >= reached:
            start = max(bodies.text.rfind(mark, reached, verb.start()) + 1 for mark in _NO_LIST)
            stop = _LED_TO.search(bodies.text, verb.end())
            end = stop.start() if stop else len(bodies.text)
            yield from _LED_BY.finditer(bodies.text, max(start, reached), end)
            reached = end


def _add_quoted(bodies: Bodies, found: re.Match[str]) -> None:
    """“湘味坊”“楚洁”等企业"""
    before = max(0, found.start() - 60)
    quoted = _QUOTED_NAMES.search(bodies.text[before : found.start()])
    if quoted:
        for name in re.finditer("“([^“”]+)”", quoted[0]):
            start = before + quoted.start() + name.start(1)
            add_member(bodies, start, start + len(name[1]), _list_role(bodies, found, start))


def _list_role(bodies: Bodies, found: re.Match[str], first: int) -> str:
    what, text = found["what"] + found["head"], bodies.text
    if _SUPPORT_WORDS.search(what):
        return "supporting"
    if found["head"] not in ("链主", "带头大哥", "龙头") and re.match(
        r"(?!带动)(?:进入|纳入|成为|提供|开展|就近)?[^，；。]{0,4}配套|参与(?:组建|共建|建设)",
        text[found.end() : found.end() + 8],
    ):
        return "supporting"
    if BUILDS.match(text[found.end() : found.end() + 30]):
        return "investor"
    if _LEAD_WORDS.search(what):
        return "leading"
    if text.startswith("带动", found.end()):
        return "leading"
    return "supporting" if _SUPPORTED_BY.search(text[max(0, first - 4) : first]) else "mentioned"


def _trimmed(bodies: Bodies, members: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The members from the last one that holds a verb on, without what stands before its name."""
    kept: list[tuple[int, int]] = []
    for start, end in reversed(_rejoined(bodies, members)):
        begin = bodies.words.name_start(start, end, bodies.places, joints=True)
        if (
            bodies.text[start - 1 : start] == "、"
            and re.search("(?:集团|公司|厂)$", bodies.text[start:end])
            and end - start <= 14
        ) or (
            4 <= end - start <= 6
            and (bodies.ends_in_tail(start, end) or end - start == 4)
            and ("和" in bodies.text[start + 1 : end] or _breaks_singly(bodies, start, end))
        ):
            begin = start
        match = re.match("[以由随着对把]+", bodies.text[begin:end])
        begin += match.end() if match else 0
        if begin >= end or end - begin > 24 or "等" in bodies.text[begin:end]:
            break
        kept.append((begin, end))
        if begin > start:
            break
    return kept[::-1]


def _rejoined(bodies: Bodies, members: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The members with 瑞|和|包装 as one: no firm is named by one character."""
    whole: list[tuple[int, int]] = []
    for start, end in members:
        if whole and whole[-1][1] - whole[-1][0] == 1 and bodies.text[whole[-1][1] : start] == "和":
            start = whole.pop()[0]
        whole.append((start, end))
    return whole


def _breaks_singly(bodies: Bodies, start: int, end: int) -> bool:
    """Whether a member behind 、 is broken by single characters alone, as an odd name is: 亚力特电器."""
    return bodies.text[start - 1 : start] == "、" and not bodies.holds_verb(start, end)
