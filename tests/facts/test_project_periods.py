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
        # what has been spent in a time is no course; a festival may end one
        ("总投资3亿元的恒锦纺织织造项目正在建设，今年上半年完成投资1亿元。", None, None),
        ("总投资3亿元的恒锦纺织织造项目“五一”前动工。", "“五一”前", "2010-05-01"),
        # the time of a ceremony is not that of what was signed there; 今年以来 is up to the document's date
        ("2月28日，全省项目集中签约仪式举行，现场签约项目38个，总投资276亿元。", None, None),
        ("今年以来，18个技改项目竣工，总投资7.9亿元。", "今年以来", "2010-03-05"),
        # what opens the clause behind a group
        ("恒锦织造、永拓风机等31个技改项目，2011年全部开工。", "2011年", "2011-12-31"),
        # a group has the period of its sentence; what is under way has none of the heading
        ("今年上半年，全省新开工亿元以上项目37个。", "今年上半年", "2010-06-30"),
    ],
)
def test_the_period_of_a_project(sentence: str, printed: str | None, end: str | None) -> None:
    row = read_sentence(sentence)["projects"][-1]
    assert (row.period_text, row.period_end) == (printed, end)


@pytest.mark.parametrize(
    ("sentence", "end"),
    [("新开工亿元以上项目37个。", "2009-12-31"), ("在建亿元以上项目37个，总投资80亿元。", None)],
)
def test_a_heading_dates_what_happened_in_its_time(sentence: str, end: str | None) -> None:
    (row,) = read_sentence(sentence, "2009年工作回顾")["projects"]
    assert row.period_end == end


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        # The last member's period is that of all; members may have one each, in their order.
        ("恒锦纺织织造、永拓机械风机两个项目5月竣工投产。", ["2010-05-31", "2010-05-31"]),
        ("恒锦纺织织造、永拓机械风机两个项目分别于5月和9月投产。", ["2010-05-31", "2010-09-30"]),
        ("恒锦纺织织造项目5月竣工投产，永拓机械风机项目9月开工。", ["2010-05-31", "2010-09-30"]),
    ],
)
def test_the_members_of_a_list_share_a_period_or_have_one_each(sentence: str, ends: list[str]) -> None:
    rows = [row for row in read_sentence(sentence)["projects"] if row.kind == "project"]
    assert [row.period_end for row in rows] == ends


@pytest.mark.parametrize(
    ("sentence", "heading", "end"),
    [
        # A time without its year is of the year that the heading of a report's section tells.
        ("全年新开工亿元以上项目168个。", "2009年工作回顾", "2009-12-31"),
        ("总投资3亿元的恒锦纺织织造项目9月开工。", "2009年工作回顾", "2009-09-30"),
        ("总投资3亿元的恒锦纺织织造项目今年9月开工。", "2009年工作回顾", "2010-09-30"),
        ("总投资3亿元的恒锦纺织织造项目9月开工。", "到2012年的目标和展望", "2010-09-30"),
    ],
)
def test_a_heading_tells_the_year_of_a_time_without_one(sentence: str, heading: str, end: str) -> None:
    (row,) = read_sentence(sentence, heading)["projects"]
    assert row.period_end == end
