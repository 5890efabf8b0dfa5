"""For whom an incentive is and on what condition: what the clause around the grant says of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from jiqun.facts.frame import Frame
from jiqun.facts.measures import Act
from jiqun.language.numbers import Numeral

_CONDITION_OF = re.compile(
    r"(?:对于?|凡|给予?|支持)?(?P<condition>[^，；。：]{2,60}?)的(?P<who>[^，；。：的]{2,20}?)(?=，"
    r"|给予|予以|按|一次性|分别|每|奖励|补助|补贴|最高|$)"
)
_CONDITION = re.compile(
    r"(?:对于?|凡|，(?:对于?|凡)?)(?P<condition>[^，；。：]{3,60}?)的(?=，|给予|予以|奖|补|按|再|可|分别|一次性|每)"
)
_CONDITION_FIRST = re.compile(
    r"(?:对于?|凡)?(?P<condition>[^，；。：]{3,60}?)的(?=，|奖|补|按|再|可|分别|一次性|每|给予|予以)"
)
_TOWARDS = re.compile(
    r"对于?(?P<who>[^，；。：]{2,60}?)(?=，|再|给予|予以|按|一次性|分别|每|奖励|补助|补贴|实行|[前后首]?$)"
)
# Who is granted something is named by no verb of doing: 设立产业集群, 引导银行机构, 县政府设立中小企业.
_SUBJECT = re.compile(
    r"(?:支持|鼓励|引进|招引|培育|奖励|发挥|落实|壮大|(?:做[大强优精]){2}|对于?|凡)?(?P<who>"
    r"(?!支持|鼓励|发挥|落实|壮大|做[大强优精]|(?:[^，；。：]{0,4}政府)?(?:设立|成立|组建|建立)|引导|租用|优先|首次入选)"
    r"(?:[^，；。：（）〔〕【】]{0,8}?)(?:企业(?!所得税)|(?:投资|市场|经营)主体|项目(?!投资主体)|机构|平台|集群|园区"
    r"|人才|个人|单位|公司|基地|团队|中心|实验室|站)(?:内的?(?:企业|项目|单位))?)"
)
_WHOM = (
    "(?:企业(?!所得税)|(?:投资|市场|经营)主体|项目|机构|平台|集群|园区|人才|团队|个人|单位|公司|基地|中心|实验室|站|政府|管委会"
    "|负责人|企业家|银行|县区（园区）|县区|县（市、区）|县（市）)"
)
# 奖励|牵头单位|300万元, 给予|采购单位|10%的价格补助
_PAID_TO = re.compile(
    rf"(?:给予|予以|奖励|补助|补贴|资助|奖补|奖)(?P<who>[^，；。：、\d的]{{0,10}}?{_WHOM})"
    "(?:一次性|各|每[家户人个年])*(?:最高|不超过)?$"
)
# 按合同金额的15%|给予|承建企业|奖励
_GIVEN_TO = re.compile(
    rf"的?(?:给予|奖励|补助|补贴)(?:给)?(?P<who>[^，；。：、\d的]{{0,10}}?{_WHOM})(?:奖励|补助|补贴|奖补|资助|支持|扶持|[，；。])"
)
# What a group has to be or to have done, before its noun: 新认定的|研发平台, 经认定的|企业.
_RESTRICTED = re.compile(
    r"(?:对于?)?(?P<condition>[^，；。：的]{1,30})的(?P<who>[^，；。：的\d]{2,60})(?<![率费税额])"
)
# The same without 的: 新认定|市级示范企业, 首次获评|单项冠军企业.
_NEWLY = re.compile(
    r"(?P<condition>(?:新|首次|当年|年内|年度)+(?:认定|获批|获评|评定|入选|引进|获得|建成|成立|备案|通过|列入"
    r"|[进上升入纳]规(?:入[库统])?)(?:和认定)?)(?P<who>[^，；。：的\d]{2,60})(?<![率费税额])"
)
_OPENS_NEWLY = re.compile(
    r"(?P<who>(?:新|首次|当年)(?:认定|获批|获评|评定|入选)[^，；。：的\d]{3,30}?)(?=，|给予|予以|按|一次性|分别|奖励|补助)"
)
# A bound before the noun: 投资5亿元以上|先进制造业项目.
_BOUNDED = re.compile(
    r"(?P<condition>(?=[^以]*[\d万亿])[^，；。：]{1,40}以[上下](?:（含）)?)的?(?P<who>[^，；。：的\d]{2,24})(?<![率费税额])"
)
# What must be met in more than one clause: 对揭榜完成任务，并获得奖补资金的|企业.
_CONDITION_LONG = re.compile(
    r"对于?(?P<condition>[^；。：]{4,90}?，(?:并|且|同时|未)[^，；。：]{2,40}?)"
    r"的(?P<who>[^，；。：的\d]{2,20}?)(?=，|给予|予以|按|一次性|分别|每|奖励|补助|补贴|最高)"
)
# Whoever is granted something: 对…的|工业集中区; no rate, fee or tax.
_GRANTED = re.compile(r"对(?!.*[费利税]率).*\Z")
# What a firm does, behind its noun: 企业|购置国产设备, 企业|设备贷款.
_DOES = re.compile(
    r"(?P<who>[^，；。：的\d]{0,8}?企业)"
    r"(?P<condition>[^，；。：的内家\d、和与技负协研所上标]{2}[^，；。：的\d]{0,12})"
)
# 面向|中小企业|预留, 为|收购企业|提供
_FACES = re.compile(rf"(?:面向|为|对)(?P<who>[^，；。：、\d的]{{0,10}}?{_WHOM})(?=提供|预留|担保|收取|的)")
_OF_FUND_SERVED = re.compile(
    rf"了?(?:一批|部分|广大|各类)?(?P<who>[^，；。：、\d的]{{0,12}}{_WHOM}|(?!资金|本)[^，；。：、\d的]{{2,4}}$)"
)
_RANKS = re.compile("[^、和及]{1,16}(?P<kind>[级类])(?:[、和及][^、和及]{1,4}(?P=kind)){1,4}(?=[^、级类]{2})")
_RANK = re.compile("[^、和及]{1,16}[级类]")
_SERVES = re.compile(
    r"(?:用于)?(?:支持|扶持|奖励|用于(?!支|扶|奖)|助推|补助|补贴|解决)(?P<who>[^，；。：\d]{2,20}?)"
    r"(?=建设|发展|做大|做强|，|。|；|$)"
)
# What money is put into: 出资3亿元|组建|担保公司; 组建|担保公司|，由财政出资10亿元.
_PUT_IN = re.compile("出资|注资|拿出|注入|投入|注册资[本金]+")
_FOUNDED = re.compile(
    r"(?:组建|设立|成立|筹建|建设|创办|充实|增资|参股)(?P<who>[^，；。：、的\d]{2,20}?"
    r"(?:公司|集团|研究院|中心|平台|机构))(?=资本金|[，；。]|$)"
)
# 组建注册资本1亿元|的|担保公司
_OF_CAPITAL = re.compile(
    r"的(?P<who>[^，；。：、的\d]{2,20}?(?:公司|集团|研究院|中心|平台|机构))(?=[，；。]|$)"
)
# A cap for each: 单个企业|最高300万元, 同一项目|累计不超过3000万元.
_EACH = re.compile(
    "(?P<who>(?:单个|单户|单家|单一|同一|同一个|每个)(?:[^，；。：、\\d的年月]{0,6}(?:企业|项目|园区|平台|机构|单位|个人|团队|集群)))"
    "(?:每年|年度|年|一次性|奖励|补助|补贴|资助|扶持|贴息|奖补|资金|总额|累计|额度?|合计|全年)*$"
)
_IS_WHOM = re.compile(_WHOM + r"\Z")
_BOUND_WORDS = re.compile(
    "(?:最高|不超过|上限|封顶|至多|最多|不得超过|不高于|限额|最长|控制在|可达|可|给予|为|达)+$"
)
_MEMBER = re.compile(r"[^、]+")
_JOINED_MEMBER = re.compile("[^和及]{3,}")
_STEPS = re.compile(r"分别|依次|各")


@dataclass(slots=True)
class Grant:
    """An incentive while its measure is read; positions are of the view."""

    act: Act
    numeral: Numeral
    role: str
    operator: str
    start: int
    condition: tuple[int, int] | None = None
    beneficiary: tuple[int, int] | None = None
    base: tuple[int, int] | None = None
    step: tuple[int, int] | None = None  # the member of a list in the condition that is this grant's own
    head: int = 0  # where that list begins: the condition up to there holds for each step
    rank: tuple[int, int] | None = None  # of which rank the beneficiary is: 国家级、|省级|企业技术中心


@dataclass(slots=True)
class Place:
    """Where a numeral stands: its act, clause (between ；), part (between ，) and what came before."""

    act: Act
    clause: int
    local: int
    stop: int
    before: str
    after: str
    earlier: Grant | None  # the last grant of the same clause
    priced: Grant | None  # the last of them that is so much for each (每平方米10元)


def name_parties(text: str, grant: Grant, place: Place) -> bool:
    """Fill in for whom and on what condition; whether the opening of the clause says so."""
    end = grant.numeral.start
    if place.earlier and (place.earlier.condition or place.earlier.beneficiary):
        own = _CONDITION.search(text, place.earlier.numeral.end, end)
        named = None if own else _CONDITION_OF.match(text, place.local, end)
        if named and not _SUBJECT.fullmatch(text, *named.span("who")):
            named = None
        own = own or named
        grant.beneficiary = named.span("who") if named else place.earlier.beneficiary
        grant.condition = own.span("condition") if own else place.earlier.condition
        return True
    found = _CONDITION_FIRST.match(text, place.clause, end) or _CONDITION.search(text, place.clause, end)
    if found:
        grant.condition = found.span("condition")
        who = _SUBJECT.match(text, *grant.condition) or _SUBJECT.match(text, place.clause, grant.condition[0])
        if who:
            grant.beneficiary = who.span("who")
            if who.start("who") == grant.condition[0] and who.end("who") < grant.condition[1]:
                grant.condition = who.end("who"), grant.condition[1]
        return True
    found = _CONDITION_LONG.match(text, place.clause, end) or _CONDITION_OF.match(text, place.clause, end)
    if found and (
        _GRANTED.match(text, place.clause, found.end()) or _SUBJECT.fullmatch(text, *found.span("who"))
    ):
        grant.condition, grant.beneficiary = found.span("condition"), found.span("who")
        return True
    opens = text.rfind("，对", place.clause, end) + 1
    found = _CONDITION_OF.match(text, opens, end) if opens else None
    if found and _SUBJECT.match(text, *found.span("who")):
        grant.condition, grant.beneficiary = found.span("condition"), found.span("who")
        return True
    subject = _SUBJECT.match(text, place.clause, end)
    found = _TOWARDS.search(text, place.clause, end) or _OPENS_NEWLY.match(text, place.clause, end)
    found = found or _FACES.search(text, place.clause, end) or subject
    if found:
        _restrict(text, grant, found.span("who"))
        return True
    found = _SERVES.search(text, grant.numeral.end, place.stop)
    served = _OF_FUND_SERVED.match(text, *found.span("who")) if found else None
    if served:
        grant.beneficiary = served.span("who")
    return False


def _restrict(text: str, grant: Grant, who: tuple[int, int]) -> None:
    """Part those who are granted something from what they have to be or do.

    新认定的|研发平台, 企业|购置设备; of 企业|贷款 the loan is no condition.
    """
    ways = (_BOUNDED, _RESTRICTED, _NEWLY, _DOES)
    found = next((one for way in ways if (one := way.fullmatch(text, *who))), None)
    grant.beneficiary = found.span("who") if found else who
    if found and not found["condition"].endswith("贷款"):
        grant.condition = found.span("condition")


def name_recipient(text: str, grant: Grant, place: Place) -> None:
    """Who is paid, where the verb names another than those whose deed is rewarded: 奖励|牵头单位|."""
    number = grant.numeral
    each = _EACH.search(_without_bound(text[place.local : number.start])) if grant.role == "cap" else None
    if each and not (grant.beneficiary and _IS_WHOM.search(text, *grant.beneficiary)):
        grant.beneficiary = place.local + each.start("who"), place.local + each.end("who")
        return
    paid = _PAID_TO.search(text, place.local, number.start) or _GIVEN_TO.match(text, number.end, place.stop)
    if not paid and _PUT_IN.search(text, place.local, number.start):
        paid = (
            _OF_CAPITAL.match(text, number.end, place.stop)
            or _FOUNDED.search(text, number.end, place.stop)
            or _FOUNDED.search(text, place.clause, number.start)
        )
    if not paid:
        return
    if grant.condition and grant.beneficiary and grant.beneficiary[1] == grant.condition[0]:
        grant.condition = grant.beneficiary[0], grant.condition[1]  # whose deed it is stays with the deed
    grant.beneficiary = paid.span("who")


def _without_bound(before: str) -> str:
    """What stands before a sum, up to the words that make it a cap."""
    return _BOUND_WORDS.sub("", before)


def share_conditions(text: str, grants: list[Grant], bounds: list[Numeral]) -> None:
    """达到100亿元、300亿元的，分别奖励100万元、300万元: each step has its own condition.

    Steps with no bound share out the list: 国家级、省级技术中心的，分别给予100万元、50万元.
    """
    ladders: dict[tuple[tuple[int, int], str, str | None], list[Grant]] = defaultdict(list)
    for grant in grants:
        if grant.condition:
            ladders[grant.condition, grant.role, grant.numeral.code].append(grant)
    starts = [bound.start for bound in bounds]
    for ((first, last), _, _), steps in ladders.items():
        if len(steps) < 2 or not _STEPS.search(text, last, steps[0].numeral.start):
            continue
        within = bounds[bisect_left(starts, first) : bisect_left(starts, last)]
        members = [(bound.start, bound.end) for bound in within]
        head = members[0][0] if members else first
        if len(members) != len(steps):
            members = [found.span() for found in _MEMBER.finditer(text, first, last)]
            head = first
        if len(members) == len(steps):
            for step, member in zip(steps, members, strict=True):
                step.step, step.head = member, head


def share_beneficiaries(text: str, grants: list[Grant]) -> None:
    """博士、硕士，分别给予10万元、3万元: each its own; 国家级、省级技术中心 share a noun."""
    ladders: dict[tuple[tuple[int, int], str, str | None], list[Grant]] = defaultdict(list)
    for grant in grants:
        if grant.beneficiary:
            ladders[grant.beneficiary, grant.role, grant.numeral.code].append(grant)
    for ((first, last), _, _), steps in ladders.items():
        members = [found.span() for found in _MEMBER.finditer(text, first, last)]
        if len(steps) < 2 or not _STEPS.search(text, last, steps[0].numeral.start):
            continue
        ranked = _RANKS.match(text, first, last)
        if ranked:
            members = [found.span() for found in _RANK.finditer(text, *ranked.span())]
        if len(members) == 1:
            members = [found.span() for found in _JOINED_MEMBER.finditer(text, first, last)]
        if len(members) == len(steps):
            for step, member in zip(steps, members, strict=True):
                step.beneficiary = (ranked.end(), last) if ranked else member
                step.rank = member if ranked else None


def condition_text(frame: Frame, grant: Grant) -> str | None:
    """The condition as printed; of a step, what all share and its own bound (收入突破 + 300亿元)."""
    if grant.condition is None:
        return None
    if grant.step is None:
        return frame.printed(*grant.condition)
    shared = frame.printed(grant.condition[0], grant.head) if grant.head > grant.condition[0] else ""
    return shared + frame.printed(*grant.step)


def beneficiary_text(frame: Frame, grant: Grant) -> str | None:
    """For whom as printed; where ranks share a noun, the grant's own rank and the noun."""
    if grant.beneficiary is None:
        return None
    return (frame.printed(*grant.rank) if grant.rank else "") + frame.printed(*grant.beneficiary)
