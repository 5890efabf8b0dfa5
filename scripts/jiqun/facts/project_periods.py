"""When a project is, or is to be, built, signed or running: the period printed with what becomes of it.

A project's own period stands with an event (2020年底前投产, 上月签约); of several, the last is when it will
be there (一季度动工，年底通水). A counted group has the period that its sentence or its section speaks of
(今年上半年，…新开工项目37个).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange

from jiqun.facts.frame import Frame
from jiqun.facts.project_plans import Plan
from jiqun.language.periods import Period, find_periods
from jiqun.reading.markers import ordinal_value

_EVENT = (
    "(?:竣工|投产|开工|动工|建成|完工|签约|奠基|试产|试车|试生产|试运行|试运营|投用|投运|投入|通水|通车|通电|点火|封顶|交付|并网|达产|出水"
    "|出钢|出产|出产品|开建|破土|启动|启用|运营|落地|落户|完成|建设|全部|生产|开业|上线|下线|具备)"
)
# What may stand between a period and its event: 2020年底前|可全部|投产.
_UNTIL_EVENT = re.compile(
    rf"前?(?:[将要可已]|可以|正式|即可|全面|全部|陆续|相继|顺利|实现|计划|预计|力争)*{_EVENT}"
)
# Months told without a year that happen to a project: 9月动工, 上月投产, 明年3月投产.
_MONTH = re.compile(
    r"(?P<year>[今明去]年)?(?<![\d年前一\-—~至到])(?P<month>\d{1,2}|[一二三四五六七八九]|十[一二]?)月(?:份|[底末初]|[上中下]旬)?"
    rf"(?=前?(?:[将要可已]|正式|即可|全面|如期|顺利)*{_EVENT})|(?P<last>上个?月)(?=[^，；。]{{0,4}}{_EVENT})"
)
_HAPPENS = re.compile(rf"(?:项目|工程)?(?:主体)?(?:[将要可已]|正式|全面|顺利|加快)*{_EVENT}")
_OPENS = re.compile("前?[，,]")
# Groups told by something that happened in a time, not by what is under way: 新开工项目8个, 引进项目15个.
_HAPPENED = re.compile("(?<!未能)(?<!未能如期)(?:开工|竣工|引进|投产|签约|落地)")
_NOT_BEFORE = "期后沿提往"
# Periods that speak of no time of a project's own.
_NO_TIME = frozenset(("now", "every", "recent", "since"))
_YEARS = {"今": 0, "明": 1, "去": -1}
# How far a project's predicates reach behind its name, and a group's period before it.
_REACH = 120


def set_periods(frame: Frame, plans: list[Plan]) -> None:
    """Set the period of each project that has one printed with what becomes of it; of groups, of the passage.

    `plans` are in order of place. What a reader has set is only widened to 前 behind it, or replaced by a
    later period of the same passage.
    """
    starts = [sentence.start for sentence in frame.sentences]
    for number, plan in enumerate(plans):
        sentence = frame.sentences[max(bisect_right(starts, plan.start) - 1, 0)]
        following = plans[number + 1].start if number + 1 < len(plans) else sentence.end
        if plan.kind == "project":
            stop = min(sentence.end, plan.end + _REACH, following if following > plan.end else sentence.end)
            found = _of_events(frame, min(plan.end, plan.after), stop) or _that_opens(
                frame, sentence.start, plan
            )
        else:
            found = None if plan.period else _of_passage(frame, sentence.start, plan)
        if found is not None and (plan.period is None or _is_later(found, plan)):
            plan.period, plan.period_end = (found.start, found.end), found.last
        if plan.period and _is_deadline(frame.text, plan.period[1]):
            plan.period = plan.period[0], plan.period[1] + 1


def _is_deadline(text: str, end: int) -> bool:
    """Whether 前 behind a period belongs to it: 2020年底|前|投产; not 2020年|前期."""
    return text[end : end + 1] == "前" and text[end + 1 : end + 2] not in _NOT_BEFORE


def _is_later(found: Period, plan: Plan) -> bool:
    return bool(
        plan.period_end
        and found.last
        and found.last > plan.period_end
        and plan.period
        and found.start > plan.period[0]
    )


def _of_events(frame: Frame, start: int, stop: int) -> Period | None:
    """The last period between two positions that an event follows."""
    clause = frame.text.find("；", start, stop)
    stop = clause if clause > 0 else stop
    found = [
        period
        for period in (*find_periods(frame.text, start, stop, frame.issued), *_months(frame, start, stop))
        if period.kind not in _NO_TIME and _UNTIL_EVENT.match(frame.text, period.end, stop)
    ]
    return max(found, key=lambda period: (period.start, period.end), default=None)


def _that_opens(frame: Frame, sentence: int, plan: Plan) -> Period | None:
    """The period that opens a project's sentence, with an event behind the name: 今年3月，…|开工建设."""
    if plan.period or not _HAPPENS.match(frame.text, plan.end, plan.end + 16):
        return None
    found = find_periods(frame.text, sentence, min(plan.start, sentence + 16), frame.issued)
    if not found or found[0].start != sentence or found[0].kind in _NO_TIME:
        return None
    return found[0] if _OPENS.match(frame.text, found[0].end) else None


def _months(frame: Frame, start: int, stop: int) -> list[Period]:
    """Months without a year, against the document's date: that month of its year, 上月 the one before."""
    issued = frame.issued or ""
    found: list[Period] = []
    for printed in _MONTH.finditer(frame.text, start, stop):
        year = int(issued[:4]) if issued else None
        if printed["last"]:
            month = int(issued[5:7]) - 1 if len(issued) >= 7 else None
            if month == 0 and year is not None:
                year, month = year - 1, 12
        else:
            month = int(printed["month"]) if printed["month"].isdigit() else ordinal_value(printed["month"])
            year = year + _YEARS[printed["year"][0]] if year is not None and printed["year"] else year
        known = year is not None and month is not None and 1 <= month <= 12
        last = f"{year}-{month:02d}-{monthrange(year, month)[1]:02d}" if known and year and month else None
        found.append(Period(*printed.span(), "month", None, last, "resolved" if last else "unknown"))
    return found


def _of_passage(frame: Frame, sentence: int, plan: Plan) -> Period | None:
    """The period that a counted group's sentence prints last before it, else its section's heading."""
    before = [
        period
        for period in find_periods(frame.text, max(sentence, plan.start - _REACH), plan.end, frame.issued)
        if period.kind not in _NO_TIME and period.last
    ]
    if before:
        return before[-1]
    if not _HAPPENED.search(frame.text, plan.start, plan.end):
        return None
    for index in frame.section_path(frame.innermost(plan.start)):
        first, last = frame.headings[index].heading
        if index == 0:
            break
        printed = find_periods(frame.text, first, min(last, first + 100), frame.issued)
        if printed:
            return printed[-1] if printed[-1].last else None
    return None
