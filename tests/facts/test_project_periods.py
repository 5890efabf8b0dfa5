"""When a project is built, signed or running. Each text has its date, 5 March 2010. Read by hand."""

import pytest

from texts import read_sentence


@pytest.mark.parametrize(
    ("sentence", "printed", "end"),
    [
        # a month without a year is one of the document's; a month that only ends a time is none
        ("总投资3亿元的恒锦纺织织造项目9月开工。", "9月", "2010-09-30"),
        ("总投资3亿元的恒锦纺织织造项目上月投产。", "上月", "2010-02-28"),
        ("总投资3亿元的恒锦纺织织造项目明年3月投产。", "明年3月", "2011-03-31"),
        ("总投资3亿元的恒锦纺织织造项目建设历时9个月。", None, None),
        # 前 belongs to the period that it ends, not to 前期
        ("总投资3亿元的恒锦纺织织造项目2011年底前投产。", "2011年底前", "2011-12-31"),
        # of several the last
        ("总投资3亿元的恒锦纺织织造项目二季度动工，年底投产。", "年底", "2010-12-31"),
        # the period that opens the sentence
        ("今年2月，总投资3亿元的恒锦纺织织造项目开工建设。", "今年2月", "2010-02-28"),
        ("今年2月，我省提出，总投资3亿元的恒锦纺织织造项目进展顺利。", None, None),
        # a group has the period of its sentence; what is under way has none of the heading
        ("今年上半年，全省新开工亿元以上项目37个。", "今年上半年", "2010-06-30"),
    ],
)
def test_the_period_of_a_project(sentence: str, printed: str | None, end: str | None) -> None:
    (row,) = read_sentence(sentence)["projects"]
    assert (row.period_text, row.period_end) == (printed, end)


@pytest.mark.parametrize(
    ("sentence", "end"),
    [("新开工亿元以上项目37个。", "2009-12-31"), ("在建亿元以上项目37个，总投资80亿元。", None)],
)
def test_a_heading_dates_what_happened_in_its_time(sentence: str, end: str | None) -> None:
    (row,) = read_sentence(sentence, "2009年工作回顾")["projects"]
    assert row.period_end == end
