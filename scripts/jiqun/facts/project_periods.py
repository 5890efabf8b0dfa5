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
from jiqun.facts.project_stages import year_of_section
from jiqun.language.periods import Period, find_periods
from jiqun.reading.markers import ordinal_value

_EVENT = (
    "(?:竣工|投产|开工|动工|建成|完工|签约|奠基|试产|试车|试生产|试运行|试运营|投用|投运|投入|通水|通车|通电|点火|封顶|交付|并网|达产|出水"
    "|出钢|出产|出产品|开建|破土|启动|启用|运营|落地|落户|完成(?!投资|产值|税收|销售)|建设|全部|生产|开业|上线|下线|具备)"
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
_BARE_MONTH = re.compile(
    r"(?P<year>[今明去]年)?(?P<month>\d{1,2})月(?:份|[底末初]|[上中下]旬)?(?P<last>(?!))?"
)
_HAPPENS = re.compile(rf"(?:项目|工程)?(?:主体)?(?:[将要可已]|正式|全面|顺利|加快)*{_EVENT}")
_OPENS = re.compile("前?[，,]")
# Groups told by something that happened in a time, not by what is under way: 新开工项目8个, 引进项目15个.
_HAPPENED = re.compile("(?<!未能)(?<!未能如期)(?:开工|竣工|引进|投产|签约|落地)")
_NOT_BEFORE = "期后沿提往"
# Periods that speak of no time of a project's own.
_NO_TIME = frozenset(("now", "every", "recent", "since"))
_YEARS = {"今": 0, "明": 1, "去": -1}
# Times of a year without the year, which the heading of their section may tell: 全年, 上半年, 9月.
_OF_SOME_YEAR = re.compile(
    "全年|年度|年内|年[底末]前?|[上下]半年|第?[一二三四]季度|\\d{1,2}月(?:份|[底末初]|[上中下]旬)?前?"
)
# A festival before which something is to be done: “五一”前|动工.
_FESTIVAL = re.compile(
    rf"(?P<name>“(?:五一|十一|七一|八一)”|国庆节?|元旦)前(?:[将要可]|正式|全面|力争|确保)*(?={_EVENT})"
)
_FESTIVALS = {
    "五一": "05-01",
    "十一": "10-01",
    "国庆": "10-01",
    "七一": "07-01",
    "八一": "08-01",
    "元旦": "01-01",
}
# Members and when each happens, in their order: 甲、乙|分别于3月和9月投产.
_IN_TURN = re.compile(f"分别(?:将)?(?:于|在)(?P<times>[^，；。]{{3,40}}?){_EVENT}")
# What was held at a time, with what was signed there: 8月28日，…签约仪式举行，|现场签约项目38个.
_HELD = re.compile("举行|召开|举办|记者")
# What goes on behind a counted group: 31个项目|，2021年全部开工.
_GROUP_GOES_ON = re.compile("(?:项目|工程)?，?(?:力争|确保|计划|预计|将)?(?=[\\d今明年]|[上下]半年)")
# How far a project's predicates reach behind its name, and a group's period before it.
_REACH, _TITLE = 120, 200


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
            behind = min(plan.end, plan.after, plan.name[-1][1])
            found = _of_events(frame, behind, stop) or _that_opens(frame, sentence.start, plan)
        elif plan.period:
            found = None
        else:
            found = _of_group(frame, plan, sentence.end) or _of_passage(frame, sentence.start, plan)
        if found is not None and (plan.period is None or _is_later(found, plan)):
            plan.period, plan.period_end = (found.start, found.end), found.last
        if plan.period and _is_deadline(frame.text, plan.period[1]):
            plan.period = plan.period[0], plan.period[1] + 1
    _share(frame, plans)
    for plan in plans:
        _place(frame, plan)


def _share(frame: Frame, plans: list[Plan]) -> None:
    """Give the members of a list the period told behind the last of them, or each its own of several.

    甲、乙5月竣工投产; 甲、乙分别于3月和9月投产.
    """
    named = [plan for plan in plans if plan.kind == "project"]
    for first, plan in enumerate(named):
        if not plan.joined or (first and _is_linked(frame, named[first - 1], plan)):
            continue
        last = first
        while last + 1 < len(named) and _is_linked(frame, named[last], named[last + 1]):
            last += 1
        members = named[first : last + 1]
        times = _in_turn(frame, members)
        for number, member in enumerate(members):
            if times:
                member.period, member.period_end = (
                    (times[number].start, times[number].end),
                    times[number].last,
                )
            elif member.period is None and member.stage == members[-1].stage:
                member.period, member.period_end = members[-1].period, members[-1].period_end


def _is_linked(frame: Frame, plan: Plan, following: Plan) -> bool:
    """Whether two projects are members of one list."""
    between = frame.text[plan.after : max(following.start, plan.after)]
    return plan.joined and (following.after == plan.after or between in ("、", "和", "，"))


def _in_turn(frame: Frame, members: list[Plan]) -> list[Period]:
    """As many periods as members, told in their order behind the last; else none."""
    start = min(members[-1].after, members[-1].end)
    found = _IN_TURN.search(frame.text, start, min(start + 60, len(frame.text)))
    if found is None:
        return []
    first, last = found.span("times")
    times: list[Period] = []
    for piece in re.finditer("[^、和及]+", frame.text[first:last]):
        start, stop = first + piece.start(), first + piece.end()
        told = [
            one for one in find_periods(frame.text, start, stop, frame.issued) if one.kind not in _NO_TIME
        ]
        told = told or _months(frame, start, stop, _BARE_MONTH)
        if len(told) != 1:
            return []
        times.append(told[0])
    return times if len(times) == len(members) > 1 else []


def _of_group(frame: Frame, plan: Plan, stop: int) -> Period | None:
    """The period that opens the clause behind a counted group: 31个项目|，2021年全部开工."""
    goes_on = _GROUP_GOES_ON.match(frame.text, plan.end, min(stop, plan.end + 8))
    if goes_on is None:
        return None
    for period in find_periods(frame.text, goes_on.end(), min(stop, goes_on.end() + 24), frame.issued):
        if period.start == goes_on.end() and period.kind not in _NO_TIME:
            return period if _UNTIL_EVENT.match(frame.text, period.end, stop) else None
    return None


def _place(frame: Frame, plan: Plan) -> None:
    """Put a time that names no year into the year of its section's heading, and a duration into the plan.

    全年 under 2014年工作回顾 in a report of 2015 is 2014; 三年 in a plan for 2019 to 2021 ends with 2021.
    """
    if plan.period is None or not plan.period_end:
        return
    printed = frame.text[plan.period[0] : plan.period[1]]
    if _OF_SOME_YEAR.fullmatch(printed):
        year = year_of_section(frame, plan.period[0])
        past = bool(
            year
            and frame.issued
            and year < frame.issued[:4]
            and (printed.startswith("年") or plan.stage == "planned")
        )
        if year and year != plan.period_end[:4] and not past:
            plan.period_end = year + plan.period_end[4:]
        return
    # What a duration is read from stands behind it: 三年|滚动实施.
    span = find_periods(frame.text, plan.period[0], plan.period[1] + 6, frame.issued)
    if span and span[0].kind == "span" and (around := _plan_of_title(frame)):
        length = int(around.last[:4]) - int(around.first[:4]) + 1 if around.first and around.last else 0
        if length == span[0].length:
            plan.period_end = around.last


def _plan_of_title(frame: Frame) -> Period | None:
    """The span of years that the title of a plan prints: …三年行动计划（2019—2021年）."""
    first = frame.headings[1].start if len(frame.headings) > 1 else _TITLE
    found = find_periods(frame.text, 0, min(first, _TITLE), frame.issued)
    return next((one for one in found if one.kind in ("range", "plan")), None)


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
        for period in (
            *find_periods(frame.text, start, stop, frame.issued),
            *_months(frame, start, stop),
            *_festivals(frame, start, stop),
        )
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


def _months(frame: Frame, start: int, stop: int, month: re.Pattern[str] = _MONTH) -> list[Period]:
    """Months without a year, against the document's date: that month of its year, 上月 the one before."""
    issued = frame.issued or ""
    found: list[Period] = []
    for printed in month.finditer(frame.text, start, stop):
        year = int(issued[:4]) if issued else None
        if printed["last"]:
            number = int(issued[5:7]) - 1 if len(issued) >= 7 else None
            if number == 0 and year is not None:
                year, number = year - 1, 12
        else:
            number = int(printed["month"]) if printed["month"].isdigit() else ordinal_value(printed["month"])
            year = year + _YEARS[printed["year"][0]] if year is not None and printed["year"] else year
        known = year is not None and number is not None and 1 <= number <= 12
        last = f"{year}-{number:02d}-{monthrange(year, number)[1]:02d}" if known and year and number else None
        found.append(Period(*printed.span(), "month", None, last, "resolved" if last else "unknown"))
    return found


def _festivals(frame: Frame, start: int, stop: int) -> list[Period]:
    """Festivals that something is to be done before, of the document's year or the next."""
    issued = frame.issued or ""
    found: list[Period] = []
    for printed in _FESTIVAL.finditer(frame.text, start, stop):
        day = _FESTIVALS[printed["name"].strip("“”")[:2]]
        year = int(issued[:4]) if issued else None
        if year and day < issued[5:]:
            year += 1
        last = f"{year}-{day}" if year else None
        found.append(
            Period(printed.start(), printed.end(), "day", None, last, "resolved" if last else "unknown")
        )
    return found


def _of_passage(frame: Frame, sentence: int, plan: Plan) -> Period | None:
    """The period that a counted group's sentence prints last before it, else its section's heading."""
    before = [
        period
        for period in find_periods(frame.text, max(sentence, plan.start - _REACH), plan.end, frame.issued)
        if period.last
        and (
            period.kind not in _NO_TIME
            or (
                frame.text.startswith("今年以来", period.start)
                and frame.text.find("；", period.end, plan.start) < 0
            )
        )
    ]
    if before and _HELD.search(frame.text, before[-1].end, plan.start):
        return None
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
