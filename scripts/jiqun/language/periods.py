"""Periods as policy prose names them, and the dates they stand for.

Official texts count in five-year plans, relative years and deadlines: “十一五”末, 去年, 今年上半年, 年内,
五年内, 到2015年. What a relative one means is worked out from the date of the document.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from jiqun.language import vocabulary
from jiqun.language.numbers import DIGITS, number_value
from jiqun.patterns import quick

_CN = "〇○零一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)\d\d|[一二][九〇○零0O][{_CN}0O]{{2}})"
_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_PLAN = (
    r"(?:第(?P<nth>[六七八九]|十[一二三四五]?)个五年(?:规划|计划)?"
    r"|(?<![百千万零一二三四五六七八九十第])[“\"]?(?P<plan>(?:[六七八九]|十[一二三四五]?)五)[”\"]?(?![个家户只件项万亿千百元吨亩人公平名条座台套种多余来米辆艘头]))"
)
_TO = r"(?:-|—{1,2}|~|至|到)"
_TAIL = r"(?P<tail>年?[底末](?!端)|期?末|初期?|期间|时期|以来|规划期?|前(?![沿端景列]))?"

PERIOD = quick(
    rf"""
    # 300亿元, 12.5%, 年增长, 目标: most of what looks like a beginning begins no period.
    (?!\d+[^\d年月季至到~—-]|年[^底末内度均]|目[^前])(?:
      (?P<by>到|至|截至|截止到?|力争到|于|自|从)?(?P<range_from>{_YEAR})(?:年度?)?(?:-|—{{1,2}}|~|至|到)
          (?P<range_to>{_YEAR}|\d\d(?=年))(?!\d)(?:年度?)?
    | (?P<by2>(?<![增加升高展大少低降短])[到至]|截至|截止到?)?(?P<year>{_YEAR})年度?
          (?:(?P<half>上半年|下半年)|(?P<quarter>第?[一二三四1-4]季度|前三季度)
            |(?:(?P<month_from>{_N})(?:月份?)?{_TO})?(?P<month>{_N})月(?:份)?(?P<day>{_N}[日号])?)?
          (?P<year_tail>[底末初](?!端)|年[底末]|以来|前(?![沿端景列])|期间)?
    | (?P<by3>到|至|截至)?{_PLAN}{_TAIL}(?P<plan_years>(?:前|后)[一二两三四]年)?
    | (?P<relative>今年|本年度?|当年|去年|(?<!以)上年|(?:过去|刚刚过去)的?一年|上一年|前年|明年
          |(?<![产成工营用后投])后年|全年|年内|年度(?=计划|投资|目标))
          (?P<relative_part>上半年|下半年|[一二三四1-4]季度|前三季度|(?:{_N}(?:月份?)?{_TO})?{_N}月份?)?
          (?P<relative_tail>[底末初]|年[底末]|以?来|内)?
    | (?P<this_half>(?<![年])[上下]半年|(?<![年上下每])半年(?=累计))
    | (?P<this_quarter>(?<!年)(?:第?[一二三四1-4]季度|前三季度))
    | (?P<this_months>(?<![\d年]){_N}(?:月份?)?{_TO}{_N}月份?)
    | (?P<month_end>(?<![年\d]){_N}月[底末])
    | (?P<one_month>(?<![\d年前\-—~至到]){_N}月(?:份(?!额)|当月|(?=，|组织|举办|召开|开展|集中签约)))
    | (?P<since_month>(?<![年\d]){_N}月(?:份)?(?:起|以来)(?![步重诉源]))
    | (?P<month_day>(?<![年\d]){_N}月{_N}日)
    | (?P<first_months>今年前|(?<!提)前)(?P<first_n>{_N})个?月(?![末底初中下上\d])
    | (?P<by4>到|至)?(?P<end_of_year>(?<!今)(?<!去)(?<!\d)年[底末])
    | (?P<now>截至目前|截止目前|到目前为止|(?<!项)目前|当前|现在|现有|现(?=已|共|有)|如今|迄今
        |(?<!截)至今(?!年)|截至今(?!年))
    | (?P<two_years>今明两?年|今年和明年|今、明两年)
    | (?P<every>每年|年均)
    | (?P<within_prefix>未来|今后|用|力争|再用|通过|经过|从今年开始|从今年起)?
          (?P<within>{_N}(?:(?:至|到|-|—){_N})?)年(?:左右|多)?
          (?P<within_tail>(?:的)?时间(?:内|里)?|的努力|以?内|之内|后)
    | (?P<bare>(?<![第近前后每头这\d]){_N})年
          (?=累计|共|攻克|突破|整治|收储|全[省市县区州](?!累计)|盘活|柔性|净增|招引|培训|压减|消化|筹集|统筹|实施|引育|引进|培育|培养|培训|翻|内|新增|新建|改造|拆除|完成|投入|建成|滚动|总|各(?:形成|实现|建成|新增))(?:累计)?
    | (?P<next_prefix>未来|今后)(?P<next>{_N}(?:(?:至|到|-|—){_N})?)年
    | (?P<recent>近(?P<recent_n>{_N}|几)?年(?:来|多来|间)?|几年来)
    )
    """,
    re.VERBOSE,
)

# Before the time that something took, which is over: 仅一年多时间就建成了; not 力争三年时间.
_GONE_BY = re.compile(r"(?:仅|仅仅|只|短短|历时)$")

# Every period holds one of these; most stretches that are looked through hold none.
_SIGN = re.compile(r"年|季|月|五|目|当|现|今|19\d\d|20\d\d|一[九〇○零0O]|二[九〇○零0O]")


@dataclass(frozen=True, slots=True)
class Period:
    """A printed period: where it stands in the text given, what kind, and its dates if they can be known.

    `first` and `last` are ISO dates or None; `status` is printed, resolved or unknown; `years` the years it
    prints, `length` the years a duration counts.
    """

    start: int
    end: int
    kind: str
    first: str | None
    last: str | None
    status: str
    years: tuple[int, ...] = ()
    length: int = 0


def plan_of(last: str) -> tuple[str, str] | None:
    """First and last day of the five-year plan that ends with the year of an ISO date.

    None where none does.
    """
    for first_year, last_year in _plans().values():
        if last[:4] == str(last_year):
            return f"{first_year}-01-01", f"{last_year}-12-31"
    return None


@cache
def _plans() -> dict[str, tuple[int, int]]:
    """Five-year plans by name: first and last year."""
    plans: dict[str, tuple[int, int]] = {}
    for row in vocabulary.read("dated_events"):
        if row["kind"] == "plan":
            name = re.sub(r"[“”\"]|规划|计划|时期|期间", "", row["term"])
            plans.setdefault(name, (int(row["from"][:4]), int(row["to"][:4])))
    return plans


def find_periods(text: str, start: int, end: int, issued: str | None) -> list[Period]:
    """Periods printed between two offsets of folded text.

    `issued` is the document's date (ISO, may be reduced).
    """
    if _SIGN.search(text, start, end) is None:
        return []
    return [_in_order(_resolve(found, issued)) for found in PERIOD.finditer(text, start, end)]


def _in_order(period: Period) -> Period:
    """A period whose printed end lies before its beginning (9-8月, 2015-2011年) has no known dates."""
    if period.first and period.last and period.first[: len(period.last)] > period.last:
        return replace(period, first=None, last=None, status="unknown")
    return period


def period_end(text: str, start: int, end: int) -> int | None:
    """Where the period ends that is printed at an offset, if one is."""
    found = PERIOD.match(text, start, end)
    return found.end() if found else None


def year_value(text: str) -> int:
    """A printed year: 2015, 二〇一五, 二○○九."""
    if text.isdigit():
        return int(text)
    return int(
        "".join(
            character if character.isdigit() else "0" if character in "Oo" else str(DIGITS[character])
            for character in text
        )
    )


def _resolve(found: re.Match[str], issued: str | None) -> Period:
    start, end = found.span()
    if found["range_from"]:
        first, last = year_value(found["range_from"]), found["range_to"]
        until = year_value(last) if len(last) == 4 else first // 100 * 100 + int(last)
        return Period(start, end, "range", f"{first}-01-01", f"{until}-12-31", "printed", (first, until))
    if found["year"]:
        return _resolve_year(found)
    if found["plan"] or found["nth"]:
        return _resolve_plan(found)
    if found["relative"]:
        return _resolve_relative(found, issued)
    year = int(issued[:4]) if issued else None
    part = found["this_half"] or found["this_quarter"] or found["this_months"] or found["one_month"]
    if part:
        first_day, last_day = _part_of_year(part, year) if year else (None, None)
        return Period(start, end, "part", first_day, last_day, "resolved" if year else "unknown")
    if found["month_end"]:
        month = int(number_value(re.findall(_N, found["month_end"])[0]))
        if not year or not 1 <= month <= 12:
            return Period(start, end, "deadline", None, None, "unknown")
        last_day = f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"
        return Period(start, end, "deadline", None, last_day, "resolved")
    if found["since_month"]:
        month = int(number_value(re.findall(_N, found["since_month"])[0]))
        if not year or not 1 <= month <= 12 or f"{year}-{month:02d}" > (issued or "9")[:7]:
            return Period(start, end, "since", None, None, "unknown")
        return Period(start, end, "since", f"{year}-{month:02d}-01", _days_of(issued)[1], "resolved")
    if found["end_of_year"]:
        return Period(
            start, end, "deadline", None, f"{year}-12-31" if year else None, "resolved" if year else "unknown"
        )
    if found["now"]:
        first_day, last_day = _days_of(issued)
        return Period(start, end, "now", first_day, last_day, "resolved" if issued else "unknown")
    if found["two_years"]:
        first_day, last_day = (f"{year}-01-01", f"{year + 1}-12-31") if year else (None, None)
        return Period(start, end, "relative", first_day, last_day, "resolved" if year else "unknown")
    if found["month_day"]:
        month, day = (int(number_value(part)) for part in re.findall(_N, found["month_day"])[:2])
        if not year or not 1 <= month <= 12:
            return Period(start, end, "day", None, None, "unknown")
        printed = f"{year}-{month:02d}-{min(day, calendar.monthrange(year, month)[1]):02d}"
        return Period(start, end, "day", printed, printed, "resolved")
    if found["first_n"]:
        first_day, last_day = _part_of_year(f"1-{found['first_n']}月", year) if year else (None, None)
        return Period(start, end, "part", first_day, last_day, "resolved" if year else "unknown")
    if found["bare"]:
        years = _years(found["bare"])
        return Period(
            start,
            end,
            "span",
            issued,
            _after(issued, years) if issued else None,
            "resolved" if issued else "unknown",
            (),
            years,
        )
    if found["every"]:
        return Period(start, end, "every", None, None, "unknown")
    if found["within"] and _GONE_BY.search(found.string, max(0, start - 4), start):
        return Period(start, end, "within", None, None, "unknown")
    if found["within"] or found["next"]:
        years = _years(found["within"] or found["next"])
        last = _after(issued, years) if issued else None
        return Period(start, end, "within", issued, last, "resolved" if last else "unknown")
    return Period(start, end, "recent", None, None, "unknown")


def _days_of(issued: str | None) -> tuple[str | None, str | None]:
    """First and last day of a document's date, which may be a month or a year alone."""
    if issued is None or len(issued) >= 10:
        return issued, issued
    if len(issued) == 4:
        return f"{issued}-01-01", f"{issued}-12-31"
    year, month = int(issued[:4]), int(issued[5:7])
    return f"{issued}-01", f"{issued}-{calendar.monthrange(year, month)[1]:02d}"


def _resolve_year(found: re.Match[str]) -> Period:
    start, end = found.span()
    year = year_value(found["year"])
    tail, by = found["year_tail"] or "", found["by2"]
    if found["half"] or found["quarter"]:
        first, last = _part_of_year(found["half"] or found["quarter"], year)
        return Period(start, end, "part", first, last, "printed", (year,))
    if found["month"]:
        month = int(number_value(found["month"]))
        if not 1 <= month <= 12:
            return Period(start, end, "year", f"{year}-01-01", f"{year}-12-31", "printed", (year,))
        first_month = int(number_value(found["month_from"])) if found["month_from"] else month
        last = f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"
        if found["day"]:
            day = min(int(number_value(found["day"][:-1])), calendar.monthrange(year, month)[1])
            last = f"{year}-{month:02d}-{day:02d}"
            return Period(start, end, "day", last, last, "printed", (year,))
        if by or tail in ("底", "末", "前"):
            return Period(start, end, "deadline", None, last, "printed", (year,))
        return Period(start, end, "part", f"{year}-{first_month:02d}-01", last, "printed", (year,))
    if tail in ("底", "末", "年底", "年末", "前") or by:
        return Period(start, end, "deadline", None, f"{year}-12-31", "printed", (year,))
    if tail == "初":
        return Period(start, end, "point", f"{year}-01-01", f"{year}-01-31", "printed", (year,))
    if tail == "以来":
        return Period(start, end, "since", f"{year}-01-01", None, "printed", (year,))
    return Period(start, end, "year", f"{year}-01-01", f"{year}-12-31", "printed", (year,))


def _resolve_plan(found: re.Match[str]) -> Period:
    start, end = found.span()
    years = _plans().get(found["plan"] or f"{found['nth']}五")
    if years is None:
        return Period(start, end, "plan", None, None, "unknown")
    if (found["tail"] and ("末" in found["tail"] or "底" in found["tail"])) or found["by3"]:
        return Period(start, end, "deadline", None, f"{years[1]}-12-31", "printed")
    return Period(start, end, "plan", f"{years[0]}-01-01", f"{years[1]}-12-31", "printed")


_SHIFT = {
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "过去一年": -1,
    "过去的一年": -1,
    "刚刚过去的一年": -1,
    "前年": -2,
    "明年": 1,
    "后年": 2,
}


def _resolve_relative(found: re.Match[str], issued: str | None) -> Period:
    start, end = found.span()
    if not issued:
        return Period(start, end, "relative", None, None, "unknown")
    year = int(issued[:4]) + _SHIFT.get(found["relative"], 0)
    part, tail = found["relative_part"], found["relative_tail"] or ""
    if part:
        opening, last = _part_of_year(part, year)
        if "月" in part and tail in ("底", "末"):
            return Period(start, end, "deadline", None, last, "resolved")
        return Period(start, end, "part", opening, last, "resolved")
    if "末" in tail or "底" in tail or found["relative"] == "年内":
        first = f"{year}-01-01" if found["relative"] == "年内" else None
        return Period(start, end, "deadline", first, f"{year}-12-31", "resolved")
    if "来" in tail:
        return Period(start, end, "since", f"{year}-01-01", issued, "resolved")
    return Period(start, end, "relative", f"{year}-01-01", f"{year}-12-31", "resolved")


def _part_of_year(part: str, year: int) -> tuple[str, str]:
    """上半年, 三季度, 前三季度 and 1-6月 of a year as first and last day."""
    if "半年" in part:
        first, last = (7, 12) if part.startswith("下") else (1, 6)
    elif part.startswith("前三"):
        first, last = 1, 9
    elif "季度" in part:
        quarter = int(number_value(part.replace("第", "").replace("季度", "")))
        first, last = quarter * 3 - 2, quarter * 3
    else:
        months = [int(number_value(month)) for month in re.findall(_N, part)]
        first, last = min(months[0], 12), min(months[-1], 12)
    return f"{year}-{first:02d}-01", f"{year}-{last:02d}-{calendar.monthrange(year, last)[1]:02d}"


def _years(printed: str) -> int:
    """Years of 五, 3 and 三到五 (the longest)."""
    return max(int(number_value(part)) for part in re.findall(_N, printed))


def _after(issued: str, years: int) -> str:
    """The date so many years after a date of any precision: the last day that lies inside."""
    year = int(issued[:4]) + years
    if len(issued) == 10:
        day = date.fromisoformat(issued)
        return f"{year}-{day.month:02d}-{min(day.day, calendar.monthrange(year, day.month)[1]):02d}"
    return issued.replace(issued[:4], str(year), 1)
