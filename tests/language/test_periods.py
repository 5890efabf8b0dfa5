"""Periods as printed and the dates they stand for, against a document of 5 March 2010."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiqun.language.periods import PERIOD, find_periods, plan_of


@pytest.mark.parametrize(
    ("text", "first", "last", "status"),
    [
        ("到2015年，", None, "2015-12-31", "printed"),
        ("2015年末", None, "2015-12-31", "printed"),
        ("2009年，", "2009-01-01", "2009-12-31", "printed"),
        ("2011年至2015年", "2011-01-01", "2015-12-31", "printed"),
        ("2011—2015年", "2011-01-01", "2015-12-31", "printed"),
        ("2009年上半年", "2009-01-01", "2009-06-30", "printed"),
        ("2009年1-9月", "2009-01-01", "2009-09-30", "printed"),
        ("“十一五”末", None, "2010-12-31", "printed"),
        ("“十二五”期间", "2011-01-01", "2015-12-31", "printed"),
        ("第十五个五年规划", "2026-01-01", "2030-12-31", "printed"),
        ("第十个五年计划", "2001-01-01", "2005-12-31", "printed"),
        ("今年上半年", "2010-01-01", "2010-06-30", "resolved"),
        ("去年，", "2009-01-01", "2009-12-31", "resolved"),
        ("年内", "2010-01-01", "2010-12-31", "resolved"),
        ("1~2月", "2010-01-01", "2010-02-28", "resolved"),
        ("去年1月至6月", "2009-01-01", "2009-06-30", "resolved"),
        ("半年累计", "2010-01-01", "2010-06-30", "resolved"),
        ("增加到2009年的", "2009-01-01", "2009-12-31", "printed"),
        ("力争到2012年", None, "2012-12-31", "printed"),
        ("三年新建", "2010-03-05", "2013-03-05", "resolved"),
        ("五年内", "2010-03-05", "2015-03-05", "resolved"),
        ("三到五年内", "2010-03-05", "2015-03-05", "resolved"),
        ("目前，", "2010-03-05", "2010-03-05", "resolved"),
    ],
)
def test_dates_of_periods(text: str, first: str | None, last: str | None, status: str) -> None:
    period = find_periods(text, 0, len(text), "2010-03-05")[0]
    assert (period.first, period.last, period.status) == (first, last, status)


@pytest.mark.parametrize("text", ["2020年9-8月", "2015-2011年"])
def test_a_period_that_ends_before_it_begins_has_no_dates(text: str) -> None:
    (period,) = find_periods(text, 0, len(text), "2020-10-01")
    assert (period.first, period.last, period.status) == (None, None, "unknown")


@pytest.mark.parametrize("text", ["今年上半年", "去年", "年内", "五年内", "目前"])
def test_what_depends_on_an_unknown_date_is_unknown(text: str) -> None:
    period = find_periods(text, 0, len(text), None)[0]
    assert (period.first, period.last, period.status) == (None, None, "unknown")


def test_a_part_of_a_plan_is_no_plan() -> None:
    assert plan_of("2015-12-31") == ("2011-01-01", "2015-12-31")
    assert plan_of("2013-12-31") is None


PRINTED = (
    "9月末 1-9月 3-5年内 3到5年内 3季度 12月5日 2011—15年 2011至15年 二〇一五年 三至五年内"
    " 年底 年末 年内 年均 年度 目前 每年 现有 当前 今后五年 近几年来"
)


@pytest.mark.parametrize("period", PRINTED.split())
def test_a_period_is_found_among_what_begins_like_one(period: str) -> None:
    text = f"12.5%，年增长目标300亿元，一批，{period}计划"
    (found,) = find_periods(text, 0, len(text), None)
    assert text[found.start : found.end].startswith(period)


@given(st.text("129年月季五目前当现今一二〇O至到-第末底内度均近来每“”", max_size=12))
def test_every_period_holds_a_sign_of_one(text: str) -> None:
    printed = [found.span() for found in PERIOD.finditer(text)]
    assert [(found.start, found.end) for found in find_periods(text, 0, len(text), None)] == printed


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2021-03-08", ("2021-03-08", "2021-03-08")),
        ("2021-02", ("2021-02-01", "2021-02-28")),
        ("2021", ("2021-01-01", "2021-12-31")),
        (None, (None, None)),
    ],
)
def test_now_is_the_date_of_the_document(issued: str | None, expected: tuple[str | None, str | None]) -> None:
    text = "目前入驻企业92户"
    (period,) = find_periods(text, 0, len(text), issued)
    assert (period.first, period.last) == expected
