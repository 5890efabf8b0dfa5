"""Goal, forecast, requirement or fact: what a sentence does with its figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from jiqun.facts.frame import Frame
from jiqun.language.periods import Period
from jiqun.patterns import quick


@dataclass(frozen=True, slots=True)
class Modality:
    """The table a figure belongs to and, for a target, whether it is a goal, a forecast or a requirement."""

    table: str
    modality: str | None = None


GOAL = Modality("targets", "goal")
FORECAST = Modality("targets", "forecast")
REQUIREMENT = Modality("targets", "requirement")
FACT = Modality("indicators")

_FORECAST = quick(
    r"预计|预期(?!目标)|有望|可望|预测|估计|望达|可(?=达|实现|新增|形成|带动|年产|吸纳|安排|增加|创|完成"
    r"|突破|节约|减少|解决|提供)|将(?=达|突破|实现|超|形成|新增|带动|可)|(?:投产|达产|建成|满产|竣工"
    r"|全部建成)后"
)
_REQUIREMENT = re.compile(r"不少于|不低于|不得|至少|必须|不超过|每年(?!增长|递增|平均)|不高于")
_GOAL = re.compile(
    r"力争|争取|确保|努力|目标|计划|规划(?!面积|建设面积|总面积)|拟|(?<![主需重必首])要"
    r"(?![求素点闻害件塞道])|将(?!军|其|近)|到20\d\d年|到[“\"]?十|末(?:达|，|实现|力争)|达到(?!了)|提高到"
    r"|提升到|争创|建成|培育|打造|形成(?!了)|新增|翻|突破(?!了)|奋斗|安排|推进|实施|组织|完成|实现|重点"
)
_STRONG_GOAL = quick(
    r"力争|争取|确保|努力(?:使|实现|达到)?|目标|拟|(?<![主需重必首])要(?![求素点闻害件塞道])|将(?!军|其"
    r"|近)|(?<![止至])到20\d\d年(?!以来)|年内(?:实现|新增|完成|力争|建成|达到|突破)|奋斗|计划(?:用|到|新|在|实施|建设|完成"
    r"|总)|规划(?:到|新|建设(?!面积))|末(?:，?力争|达到|实现|突破)|预期目标|五年内|年内(?!已)"
)
# In a report of work done only these look ahead; 争取贷款 and 要 there mostly do not.
_FIRM_GOAL = quick(
    r"力争|争取(?=在|到|通过|年内|实现|达到|用|再|拿|突破|超)|确保|奋斗|目标是|预期目标|(?<![止至])到20\d\d年(?!以来)"
    r"|到[二一][〇○零]|年内(?=还?将|再|实现|新增|新?引进|新建|新开|完成|力争|建成|达到|突破)|末(?:，?力争|达到|实现|突破)|计划(?=用"
    r"|到|新|在|总|全年新|今年新|年内新)|(?<![主需重必首])要(?=达|实现|突破|有|引进|建|力争|确保|[从由]|完成|新|奔|冲|做到|做大到|提|增|降到|控制|保持在|稳定在|拿下|净增)"
)
_FACT = quick(
    r"同比|[比较]上年|[比较]去年|上年同期|已(?!成为目标)|目前|去年|截至|截止|[成现到立了建进获增]了|先后"
    r"|上半年|一季度|前三季度|完成了|今年以来|今年来|近年来|近几年|近三年|近五年|过去五年|五年来|实际"
    r"(?:到位|完成|利用)|拥有|现有|位居|居全|仅(?=有|占|为|\d)|不足|迄今|期间全|共(?=有|引进|实施|完成"
    r"|建成|实现)"
)
# A heading that states what has become: 要素保障持续改善, 承载能力明显增强.
_STATE_HEADING = re.compile(
    r"(?:稳步|持续|不断|明显|显著|进一步|全面|逐步|有效|成效|大幅|日益|更加|更)[\u4e00-\u9fff]{0,4}"
    r"(?:改善|提升|提高|增强|优化|突出|显著|扩大|完善|壮大|加快|夯实|巩固|向好|好转|凸显|显现|上升|推进|深化|明显|见效|强|优|好|厚|稳|实)$"
    r"|(?:增长|增势|运行|表现|完成|回升|向好)(?:情况)?(?:明显|较快|迅速|强劲|良好|平稳|稳定|较好)$"
)
_TARGET_HEADING = quick(
    r"目标|任务|要求|思路|指标|今后|下一步|打算|规划|部署|安排|措施|保障|重点工作|对策|行动|愿景|展望|方向"
)
_FACT_HEADING = re.compile(
    r"回顾|现状|成效|成绩|成就|进展|基础|概况|情况|背景|问题|意义|做法|经验|形势|主要工作|评估|优势|存在"
    r"|基本情况|取得"
)
# A heading that bids: 加快培育新兴产业, 做优做强园区平台, 一要健全机制.
_BIDS = re.compile(
    "要|(?:进一步|切实|着力|全力|大力|积极|继续|坚持|坚决|全面|深入)?(?:加快|加强|加大|强化|突出|推动|推进|改造提升|做[优大强实精细]|培育|壮大|提升|提高|优化|完善|健全|破解|深化|落实|打造|建设|发展|抓[好住紧实]|扩大|拓展|夯实|创新|增强|实施|聚焦|围绕|引导|支持)"
)
_SPEAKS = re.compile("讲话|致辞|动员")
# Size of a thing that is there or drawn up: no goal by itself.
_OF_A_THING = re.compile(r"占地|规划(?:总|控制)?面积|建筑面积|征地|注册资本|辖|总面积|已建成")
_SIZE_OF_A_THING = re.compile(
    r"(?:占地|占地面积|规划(?:总)?面积|规划用地|建筑面积|项目用地)(?:约|近|共|达)?$"
)
# Inside the brackets that tell a project's sum: （总投资26亿元，新增用地420亩）.
_SUM_IN_BRACKETS = re.compile(r"（(?:总)?投资[^（）]*，[^（）]*$")
_HAS_BECOME = re.compile(r"已(?:经)?(?:完成|建成|开发|入驻|形成|集聚|落户|签约|投入)[^，；。]{0,10}$")
_IS_DONE = quick(
    r"已(?:经)?[^，；。]{0,8}(?:达|到|有|完成|实现|建成|开工|突破)[^，；。]{0,6}$|(?:完成|实现|建成|引进|签约|达到)了[^，；。]{0,6}$"
)
_MUST_BEHIND = re.compile(r"(?:之内|以内|内)?(?:必须|一律|务必)")
# What a goal is compared with: 比上年增长40%.
_COMPARED = re.compile("[比较](?:上年|去年)")
# 预计全年完成…，增长4%；…增长5%：the word that opens a sentence governs the figures of its list.
_OPENS_EXPECTED = re.compile(r"(?:[^，；。：]{0,10}，|[^，；。：]{0,16}：)?(?:初步|据)?预计(?!的|数|性)")
# 注册资本由1200万元|增加到
_RAISED_TO = re.compile("(?:增加|提高|增|扩大|充实)(?:到|至)[^，；。]{0,4}$")
# What a plan wants of money as well: 年内引进项目20个，实际到位资金75亿元.
_ARRIVED = re.compile("实际(?=到位|利用|完成)")
_COMPARED_RATE = re.compile("同比|[比较](?:上年|去年)(?:同期)?|上年同期")
_EVERY_YEAR_AT_LEAST = re.compile("每年[^，；。]{0,24}(?:不少于|不低于|至少)")
_DONE = quick("了(?!解)|已")
_NEXT_STEP = quick(
    "(?:^|(?<=[\\n。]))(?:下一步|接下来|下阶段|今后|未来|(?:今年|明年|新的一年)(?:里)?，?(?:我[们省市县区])?(?:还?要(?!求|素)|(?:重点|着重|主要|集中)(?:要)?抓))"
)
_MUST_NOT = re.compile(r"不得(?:超过|低于|少于|高于|突破)$")
_FROM_LEVEL = re.compile(
    r"[由从][^，。；]*?(?=提高|增加|上升|提升|增长|扩大|下降|降低|减少|发展|提到|增至|缩短|压)"
)
# What was planned, before its number; a share of it stands behind: 为年初预算35亿元的93.1%.
_OF_THE_PLAN = re.compile("(?:计划|目标|任务|预算)数?（?$")
# What a year is to bring of the sum before: 总投资30亿元，年度计划完成投资6亿元.
_PLANNED_SUM = re.compile(
    r"(?:年度?|今年|当年|全年|本年度|年内)计划(?:完成|实施|安排)?(?:总)?投资(?:约|达|为)?$"
)
_OF_NUMBER = re.compile(r"）?的[\d一二三四五六七八九十百]")
_GOAL_BEHIND = re.compile(r"的?(?:年度|全年|预期)?(?:控制)?目标")
_NAMED_PLAN = re.compile(r"(?:工程|计划|行动)[”]?（即[^）]*$")
# What has been agreed with investors: 签订协议投资120亿元、意向投资80亿元.
_AGREED = re.compile(
    r"(?:协议|意向|签约|合同|框架)(?:总)?(?:投资|引资|资金|金额|总额)[^，；。\d]{0,6}(?:[\d.]+[万亿]+元[、和])?[^，；。\d]{0,6}$"
)
_JOBS = re.compile(r"(?:带动|吸纳|安排)[^，；。]{0,4}就业")
_WORKS = re.compile(r"项目|达产|投产|建成后|共建|车间|生产线")
# How far before a figure a word still governs it, in characters; a sentence without end stays linear.
_REACH = 800


def judge(
    frame: Frame,
    sentence: int,
    start: int,
    end: int,
    sentence_start: int,
    sentence_end: int,
    period: Period | None,
) -> Modality:
    """Table and modality of the figure at [start, end).

    The local word decides (不低于 is a requirement inside a list of goals); else the goal word that governs
    the list; else the period against the document's date; else the heading; else what such a document mostly
    states.
    """
    text = frame.text
    sentence_start = max(sentence_start, start - _REACH)
    clause_start = max(
        sentence_start,
        text.rfind("。", sentence_start, start) + 1,
        text.rfind("；", sentence_start, start) + 1,
    )
    local_start = max(clause_start, text.rfind("，", clause_start, start) + 1)
    local = _FROM_LEVEL.sub("", text[local_start:start])
    head = text[clause_start:start]
    whole = text[sentence_start:start]
    after = text[end : min(sentence_end, end + 8)]
    future = _is_future(frame, period)
    is_plan = _expects_targets(frame, sentence, future) or _looks_ahead(text, sentence_start)
    if _EVERY_YEAR_AT_LEAST.search(local):
        return REQUIREMENT
    if after.startswith(("年内", "有望", "可望")):
        return FORECAST
    if (_OF_THE_PLAN.search(local) and _OF_NUMBER.match(text[end : end + 3])) or _GOAL_BEHIND.match(after):
        return GOAL
    if _PLANNED_SUM.search(local):
        return GOAL
    if _NAMED_PLAN.search(text[max(sentence_start, start - 60) : start]):
        return GOAL
    if _AGREED.search(local) and not _STRONG_GOAL.search(whole):
        return FACT
    if _JOBS.search(local) and _WORKS.search(whole):
        return FACT
    if _SIZE_OF_A_THING.search(local) or _SUM_IN_BRACKETS.search(
        text[max(sentence_start, start - 40) : start]
    ):
        return FACT
    if _MUST_BEHIND.match(after) or (_MUST_NOT.search(local) and future is not False):
        return REQUIREMENT
    if _HAS_BECOME.search(local) or after.startswith("已") or _IS_DONE.search(local):
        return FACT
    if (
        _OF_A_THING.search(local)
        and not _REQUIREMENT.search(local)
        and not _STRONG_GOAL.search(local)
        and future is not True
        and not (is_plan and _RAISED_TO.search(local))
    ):
        return FACT
    if _FORECAST.search(local[local.rfind("已") + 1 :]) and not local.endswith("了"):
        return FORECAST  # 已投产的搅拌中心预计年产值; not 预计已达到
    if (
        future is not False
        and (_FORECAST.search(head) and not _STRONG_GOAL.search(local))
        and not _FACT.search(local)
    ):
        return FORECAST
    if _OPENS_EXPECTED.match(whole) and not _FACT.search(_COMPARED_RATE.sub("", local)):
        return FORECAST
    told = _FACT.search(_ARRIVED.sub("", _COMPARED.sub("", local)) if is_plan else local)
    led = _FROM_LEVEL.sub("", _ARRIVED.sub("", head) if is_plan else head)
    told_before = _FACT.search(_COMPARED.sub("", led) if is_plan else led)
    if told and not _STRONG_GOAL.search(local) and future is not True:
        return FACT
    if is_plan or future:
        if _REQUIREMENT.search(local):
            return REQUIREMENT
        if future or _STRONG_GOAL.search(whole) or (is_plan and not told_before and _GOAL.search(head)):
            if future is False and not _STRONG_GOAL.search(local):
                return FACT
            return GOAL
    strong = _STRONG_GOAL if is_plan else _FIRM_GOAL
    if strong.search(head) and future is not False:
        return GOAL
    if strong.search(whole) and future is not False and not _FACT.search(head):
        return GOAL
    if future is False or told_before:
        return FACT
    if is_plan or (future is not False and _aims(frame, sentence, sentence_start, end)):
        return GOAL
    return FACT


def _aims(frame: Frame, sentence: int, sentence_start: int, end: int) -> bool:
    """Whether the paragraph has set goals before and tells nothing done, nor does a heading.

    狠抓招商，确保引进20家。|新增小巨人企业2家|; not where the paragraph tells what was done: 引进了18家.
    """
    text = frame.text
    opening = max(text.rfind("\n", 0, sentence_start) + 1, sentence_start - _REACH)
    if not _FIRM_GOAL.search(text[opening:sentence_start]):
        return False
    closing = text.find("\n", end, end + _REACH)
    paragraph = text[opening : closing if closing >= 0 else end + _REACH]
    return not (_FACT.search(paragraph) or _DONE.search(paragraph)) and not _tells_of_facts(frame, sentence)


def _looks_ahead(text: str, sentence_start: int) -> bool:
    """Whether the paragraph has said before that it tells of what is to come: 下一步，…将…。…引进10家."""
    paragraph = max(text.rfind("\n", 0, sentence_start) + 1, sentence_start - _REACH)
    return _NEXT_STEP.search(text, paragraph, sentence_start) is not None


def _is_future(frame: Frame, period: Period | None) -> bool | None:
    """Whether a period lies ahead of the document's date; None where nothing says."""
    if period is None or period.status == "unknown":
        return None
    if period.kind in ("now", "since"):
        return False
    if period.kind in ("within",):
        return True
    if (
        frame.issued is None
        and frame.told_until
        and (period.last or period.first or "9")[:4] <= frame.told_until
    ):
        return False
    if frame.issued is None:
        return True if period.kind == "deadline" and period.first is None else None
    if any(year in frame.false_years for year in period.years):
        return None
    last = period.last or period.first
    if last is None:
        return None
    if last[:4] > frame.issued[:4]:
        return True
    if last[:4] < frame.issued[:4]:
        return False
    if len(frame.issued) >= 7 and last[:7] < frame.issued[:7]:
        return False
    # 今年 said in February lies ahead; said in October it may be told as done.
    is_early = period.first is None or frame.issued[5:7] <= "02"
    if len(frame.issued) >= 7 and last[:7] > frame.issued[:7] and is_early:
        return True
    return None


@lru_cache(4096)
def _states(heading: str) -> bool:
    """Whether a heading states what has become."""
    return _STATE_HEADING.search(heading) is not None


@lru_cache(4096)
def _heading_tells(heading: str) -> bool | None:
    """Whether a heading tells of goals (True) or of facts (False); None where of neither or both."""
    target, fact = bool(_TARGET_HEADING.search(heading)), bool(_FACT_HEADING.search(heading))
    return None if target == fact else target


def _bids(frame: Frame, sentence: int) -> bool:
    """Whether the headings of a speech around a sentence say what is to be done, and none what has been.

    二、突出重点，推动产业升级 above （二）加快培育新兴产业; not （二）项目建设提速见效, nor below a review.
    """
    path = [index for index in frame.section_path(frame.sentences[sentence].section) if index]
    headings = [frame.text[slice(*frame.headings[index].heading)] for index in path]
    return (
        bool(headings)
        and _SPEAKS.search(frame.title) is not None
        and all(_bids_to_do(heading) for heading in headings)
    )


@lru_cache(4096)
def _bids_to_do(heading: str) -> bool:
    return _BIDS.match(heading) is not None and not _states(heading)


def _tells_of_facts(frame: Frame, sentence: int) -> bool:
    """Whether the nearest heading that says anything tells of what has been."""
    for index in frame.section_path(frame.sentences[sentence].section):
        first, last = frame.headings[index].heading
        heading = frame.text[first:last]
        tells = False if _states(heading) else _heading_tells(heading)
        if tells is not None:
            return not tells
    return False


def _expects_targets(frame: Frame, sentence: int, future: bool | None) -> bool:
    """Whether a section mostly sets goals: its headings say so, else the kind of document does."""
    for index in frame.section_path(frame.sentences[sentence].section):
        first, last = frame.headings[index].heading
        heading = frame.text[first:last]
        if index == 0 and frame.sentences[sentence].section == 0:
            return False
        if not heading or index == 0:
            continue
        if frame.document_type != "policy" and _states(heading):
            continue
        tells = _heading_tells(heading)
        if tells is not None:
            return tells
    return frame.document_type == "policy" or _bids(frame, sentence)
