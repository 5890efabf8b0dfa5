"""Rows of targets and indicators from the figures of a document."""

from __future__ import annotations

import re
from collections import Counter

from jiqun.facts.claims import Claims
from jiqun.facts.figure_state import Figure
from jiqun.facts.frame import RULE, Frame
from jiqun.language.places import level_of, region_name
from jiqun.tables import Indicator, Target

_PRINTED_WHOLE = re.compile("全[省市县区州旗盟]|全地区")
_OWN_WHOLE = re.compile("我[省市县区州旗]")
# What a trade does where no measure of it is named: 生物医药|增长|10.9%.
_MOVES = re.compile("增长|增加|下降|降低|减少|提高|提升|上升|回落|下滑|收窄|扩大|加快")
# How far before its number a verb may stand.
_CLOSE = 6
_ZONE = re.compile("(?<![\u4e00-\u9fff])(?:开发区|高新区|经开区|园区|新区)")


def rows(frame: Frame, figures: list[Figure], claims: Claims) -> tuple[list[Target], list[Indicator]]:
    """Targets and indicators of a document's figures."""
    targets: list[Target] = []
    indicators: list[Indicator] = []
    whole_place = _whole_place(frame)
    if whole_place:
        whole_place = frame.written(whole_place)
    for figure in figures:
        is_target = figure.modality.table == "targets"
        end = max(
            figure.numeral.end,
            figure.indicator[1] if figure.indicator and figure.indicator[0] >= figure.numeral.start else 0,
        )
        first, last = frame.bounds(min(figure.start, figure.numeral.start), end)
        row_id = frame.row_id("t" if is_target else "n", first)
        claims.claim(figure.numeral, "targets" if is_target else "indicators", row_id)
        shared = _shared(frame, figure, first, last, whole_place)
        if is_target:
            targets.append(Target(target_id=row_id, modality=figure.modality.modality or "goal", **shared))  # type: ignore[arg-type]
        else:
            indicators.append(Indicator(indicator_id=row_id, **shared))  # type: ignore[arg-type]
    return targets, indicators


def _shared(
    frame: Frame, figure: Figure, first: int, last: int, whole_place: str | None
) -> dict[str, object]:
    """The columns that targets and indicators share."""
    period, baseline = figure.period, figure.baseline
    subject = (
        frame.printed(*_trimmed(frame.text, *figure.subject))
        if figure.subject and figure.subject[0] < figure.subject[1]
        else whole_place
    )
    conflict = period is not None and (
        any(year in frame.false_years for year in period.years)
        or (len(period.years) == 2 and period.years[0] == period.years[1])
    )
    return {
        "document_id": frame.document_id,
        "section_id": frame.section_id(figure.numeral.start),
        "start": first,
        "end": last,
        "quote": frame.document.source.text[first:last],
        "mention_id": frame.mention_id(figure.numeral),
        "subject_text": subject,
        "region_code": _region(frame, figure.subject),
        "indicator": figure.code,
        "indicator_text": _indicator_text(frame, figure),
        "statistic": figure.statistic,
        "operator": figure.operator,
        "value": figure.value,
        "value_max": figure.value_max,
        "unit": figure.unit,
        "value_text": frame.quote(figure.numeral.start, figure.numeral.end),
        "baseline_text": frame.printed(baseline.start, baseline.end) if baseline else None,
        "baseline_value": baseline.value if baseline else None,
        "period_text": frame.printed(period.start, period.end) if period else None,
        "period_start": period.first if period and not conflict else None,
        "period_end": period.last if period and not conflict else None,
        "period_status": "conflict" if conflict else period.status if period else "unknown",
        "origin": RULE,
    }


def _whole_place(frame: Frame) -> str | None:
    """全省, 全市, 全县 or 全区: whose figure it is where the passage names no subject.

    As the document prints it: 全地区, or 开发区 where a zone speaks that never says 全区.
    """
    expected = _expected_whole(frame)
    if frame.region_code is None:
        own: Counter[str] = Counter(_OWN_WHOLE.findall(frame.text))
        if not own:
            return None
        said = own.most_common(1)[0][0]  # 我县 of a place unknown
        return "全" + said[1:] if "全" + said[1:] in frame.text else said
    if expected is None or expected in frame.text:
        printed = Counter(_PRINTED_WHOLE.findall(frame.text))
        if expected == "全区" and printed["全地区"] and region_name(frame.region_code or "").endswith("地区"):
            return "全地区"
        return expected
    if frame.speaks_as_zone:
        zones: Counter[str] = Counter(_ZONE.findall(frame.text))
        if zones:
            return zones.most_common(1)[0][0]
    printed = Counter(_PRINTED_WHOLE.findall(frame.text))
    printed.pop("全省", None)  # compared with, where a county or city speaks
    if level_of(frame.region_code or "") == "county" and expected != "全市":
        printed.pop("全市", None)
    return printed.most_common(1)[0][0] if printed else expected


def _expected_whole(frame: Frame) -> str | None:
    """How a document of such a place is expected to call it."""
    code = frame.region_code
    if code is None:
        return None
    level = level_of(code)
    if level == "national":
        return "全国"
    if frame.speaks_as_zone:
        return "全区"
    name = region_name(code)
    sign = {
        "自治区": "区",
        "特别行政区": "区",
        "自治州": "州",
        "自治县": "县",
        "地区": "区",
        "盟": "盟",
        "自治旗": "旗",
    }
    ending = next((value for key, value in sign.items() if name.endswith(key)), name[-1:])
    return "全" + ending if ending in "省市县区州盟旗" else None


_LIST_MARK = re.compile(r"\d{1,2}[、．]\s*(?=[^\d\s])")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with both its quotation marks or none, without the mark of a list: “五大集群”, 4、|电子."""
    marker = _LIST_MARK.match(text, start, end)
    start = marker.end() if marker else start
    opening, closing = text.count("“", start, end), text.count("”", start, end)
    if opening == closing + 1:
        if text.startswith("”", end):
            return start, end + 1
        return (start + 1, end) if text.startswith("“", start) else (start, end)
    if closing == opening + 1:
        if text.endswith("“", 0, start):
            return start - 1, end
        return (start, end - 1) if text.endswith("”", start, end) else (start, end)
    return start, end


def _indicator_text(frame: Frame, figure: Figure) -> str:
    """The indicator as printed; where none is, the words before the number, or the number itself."""
    if figure.parts:
        return "".join(frame.printed(*part) for part in figure.parts)
    span = figure.indicator
    if span is None and figure.statistic in ("growth_rate", "growth_amount"):
        first = min(figure.start, max(0, figure.numeral.start - _CLOSE))
        moves = [*_MOVES.finditer(frame.text, first, figure.numeral.start)]
        span = moves[-1].span() if moves else None
    if span is None or span[0] >= span[1]:
        span = (
            (figure.start, figure.numeral.start)
            if figure.start < figure.numeral.start
            else (figure.numeral.start, figure.numeral.end)
        )
    return frame.printed(*_trimmed(frame.text, *span)).strip() or frame.quote(
        figure.numeral.start, figure.numeral.end
    )


def _region(frame: Frame, subject: tuple[int, int] | None) -> str | None:
    """Code of the place in the subject, else of the document."""
    if subject:
        for place in frame.places_between(*subject):
            if place.code:
                return place.code
    return frame.region_code
