"""Figures of communiqués, surveys and work reports: a sentence for each rule, one it must leave alone."""

from __future__ import annotations

import pytest

from texts import figures, read, read_sentence

_REPORT = "{title}\n2023年7月18日\n{body}\n"


def told(title: str, body: str) -> list[tuple[str, str, str, str, str]]:
    """(value, indicator, statistic, period start, period end) of the figures of a report by its title."""
    tables = read(_REPORT.format(title=title, body=body))
    places = {row.mention_id: row.start for row in tables["mentions"]}
    rows = sorted([*tables["targets"], *tables["indicators"]], key=lambda row: places[row.mention_id])
    return [
        (row.value_text, row.indicator, row.statistic, row.period_start or "", row.period_end or "")
        for row in rows
    ]


def spans(title: str, body: str) -> list[tuple[str, str]]:
    return [(start, end) for *_, start, end in told(title, body)]


def cells(sentence: str, heading: str = "工业运行") -> list[tuple[str, str, str, str]]:
    return [
        (row.indicator, row.statistic, format(row.value, "f").removesuffix(".0"), row.unit)
        for row in figures(sentence, heading)
    ]


def reasons(sentence: str) -> dict[str, str | None]:
    """Why each quantity of a sentence is no figure, by how it is printed."""
    mentions = read_sentence(sentence)["mentions"]
    return {row.quote: row.reason or row.fact_table for row in mentions if row.kind == "quantity"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2022年清溪县国民经济和社会发展统计公报", ("2022-01-01", "2022-12-31")),
        ("上半年清溪县工业经济持续向好", ("2023-01-01", "2023-06-30")),
        # a work report is given in the year that its title prints
        ("2023年清溪县政府工作报告", ("", "")),
        # news of January on the year before; of the same year it may say what that year is to bring
        ("2022年清溪县工业跑出加速度", ("2022-01-01", "2022-12-31")),
        ("2023年清溪县工业跑出加速度", ("", "")),
        # two years: which of them is not said
        ("清溪县2022年、2023年工业运行情况", ("", "")),
    ],
)
def test_the_title_of_a_survey_says_when(title: str, expected: tuple[str, str]) -> None:
    assert spans(title, "一、工业\n工业增加值32亿元。") == [expected]


def test_the_whole_year_of_a_communique_is_the_one_it_tells_of() -> None:
    body = "一、工业\n全年工业增加值32亿元。"
    assert spans("2022年清溪县国民经济和社会发展统计公报", body) == [("2022-01-01", "2022-12-31")]
    assert spans("清溪县工业有新变化", body) == [("2023-01-01", "2023-12-31")]
    people = "一、综合\n年末全县从业人员2万人。"
    assert spans("2022年清溪县国民经济和社会发展统计公报", people) == [("", "2022-12-31")]
    assert spans("清溪县工业有新变化", people) == [("", "2023-12-31")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # the years of growth between a base and a level; the level itself is of its year
        (
            "生产总值从2017年的100亿元增加到2022年的160亿元，年均增长9.9%。",
            [("2022-01-01", "2022-12-31"), ("2018-01-01", "2022-12-31")],
        ),
        ("生产总值2022年达到160亿元，增长6%。", [("2022-01-01", "2022-12-31")] * 2),
        # compared with, together or one inside the other
        ("一季度增加值增长5%，较上年全年提高2个百分点。", [("2023-01-01", "2023-03-31")] * 2),
        (
            "上半年增加值增长5%，增速较一季度和1-5月分别提高3和2个百分点。",
            [("2023-01-01", "2023-06-30")] * 3,
        ),
        ("今年前5个月，全县完成工业投资15亿元。", [("2023-01-01", "2023-05-31")]),
        # what has only gone on
        ("前三季度，全县延续上半年好势头，产值增长9%。", [("2023-01-01", "2023-09-30")]),
        # what the year plans, and how far it has come
        (
            "1-6月完成投资12亿元，年度计划投资30亿元。",
            [("2023-01-01", "2023-06-30"), ("2023-01-01", "2023-12-31")],
        ),
        ("1-6月完成投资12亿元，完成年度计划的40%。", [("2023-01-01", "2023-06-30")] * 2),
        # a part of the sentence before, whoever has that one's figures
        (
            "3月18日集中签约项目46个，总投资612亿元。其中外资金额14亿美元。",
            [("2023-03-18", "2023-03-18")],
        ),
        # the day a number is published is not the month it tells of
        ("省统计局6月28日发布的数据显示，5月，全县增加值增长5%。", [("2023-05-01", "2023-05-31")]),
        (
            "前4月完成投资5亿元，5月当月完成2亿元。",
            [("2023-01-01", "2023-04-30"), ("2023-05-01", "2023-05-31")],
        ),
        ("力争5月底前完成投资5亿元。", [("", "2023-05-31")]),
        # the day a plant starts is not the day of its site
        ("青溪材料厂2022年6月投产，占地180亩。", [("", "")]),
        ("2022年园区扩区，占地1800亩。", [("2022-01-01", "2022-12-31")]),
    ],
)
def test_the_period_of_a_figure(body: str, expected: list[tuple[str, str]]) -> None:
    assert spans("清溪县工业有新变化", body) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # one unit for a list of numbers
        (
            "三个行业分别拉动规上工业增加值增长5.3、1.2和1.1个百分点。",
            [("value_added", "growth_amount", value, "pp") for value in ("5.3", "1.2", "1.1")],
        ),
        (
            "规上工业增加值增长3.7%，高于全国0.7、全省2.3个百分点。",
            [
                ("value_added", "growth_rate", "3.7", "%"),
                ("value_added", "difference", "0.7", "pp"),
                ("value_added", "difference", "2.3", "pp"),
            ],
        ),
        # growth told in times and in percent
        (
            "新能源汽车、充电桩、锂电池产量分别增长3.9倍、2.3倍和10.9%。",
            [("production_volume", "growth_rate", value, "%") for value in ("390", "230", "10.9")],
        ),
        (
            "产值分别是上年的3.9倍、2.3倍。",
            [("gross_output", "multiple", value, "1") for value in ("3.9", "2.3")],
        ),
        # a thing that is made is not what grows
        (
            "机器人、无人机产量分别增长12%和14%。",
            [("production_volume", "growth_rate", value, "%") for value in ("12", "14")],
        ),
        (
            "企业数、产值分别增长12%和14%。",
            [("enterprise_count", "growth_rate", "12", "%"), ("gross_output", "growth_rate", "14", "%")],
        ),
        # a trade grows in what was told of before, not in number
        (
            "全省工业增加值900亿元，石化产业增长17.6%。",
            [("value_added", "level", "90000000000", "CNY"), ("value_added", "growth_rate", "17.6", "%")],
        ),
        (
            "全省工业增加值900亿元，园区数量增长20%。",
            [("value_added", "level", "90000000000", "CNY"), ("park_count", "growth_rate", "20", "%")],
        ),
        (
            "工业增加值增长5%。税金增长3%。生物医药产业增长11%。",
            [
                ("value_added", "growth_rate", "5", "%"),
                ("tax", "growth_rate", "3", "%"),
                ("value_added", "growth_rate", "11", "%"),
            ],
        ),
        # firms by their owners grow in what was told, not in number; a trade by a service's name as well
        (
            "国有企业增加值增长9%，外商投资企业增长2%，私营企业下降3%，技术服务业增长4%。",
            [("value_added", "growth_rate", value, "%") for value in ("9", "2", "-3", "4")],
        ),
        ("规模以上企业增长12%。", [("enterprise_count", "growth_rate", "12", "%")]),
        # what a list looks at
        (
            "从主要产品产量看，纱增长16%，粗钢增长2%。",
            [("production_volume", "growth_rate", value, "%") for value in ("16", "2")],
        ),
        # compared with an earlier time behind 高于 as behind 比
        (
            "技改投资增长9%，高于去年同期2个百分点，高于全省1个百分点。",
            [
                ("investment", "growth_rate", "9", "%"),
                ("investment", "growth_amount", "2", "pp"),
                ("investment", "difference", "1", "pp"),
            ],
        ),
        (
            "完成技改投资36亿元，完成年度计划投资的24%。",
            [
                ("investment", "level", "3600000000", "CNY"),
                ("investment", "completion_rate", "24", "%"),
            ],
        ),
        # a rate named by what comes, and the rate of a plan
        ("招商资金实际到位率为41%。", [("other", "level", "41", "%")]),
        ("实际到位资金41亿元。", [("investment", "level", "4100000000", "CNY")]),
        (
            "完成工业投资36亿元，完成计划投资率123%。",
            [
                ("fixed_asset_investment", "level", "3600000000", "CNY"),
                ("fixed_asset_investment", "completion_rate", "123", "%"),
            ],
        ),
        # a bare total is of what it is a share of
        ("总量占全省规上工业增加值65.7%。", [("value_added", "share", "65.7", "%")]),
        # an earlier time is no other place
        (
            "利润增长5%，比上月止累计提高2个百分点，比全省平均高1个百分点。",
            [
                ("profit", "growth_rate", "5", "%"),
                ("profit", "growth_amount", "2", "pp"),
                ("profit", "difference", "1", "pp"),
            ],
        ),
        ("采矿业下拉规上工业增加值增速1.1个百分点。", [("value_added", "growth_amount", "-1.1", "pp")]),
        # a rate behind 分别 is told anew, not of the growth before
        (
            "甲、乙两市工业增加值分别增长9%和8%，贡献率分别为30%和20%。",
            [
                ("value_added", "growth_rate", "9", "%"),
                ("value_added", "growth_rate", "8", "%"),
                ("other", "level", "30", "%"),
                ("other", "level", "20", "%"),
            ],
        ),
    ],
)
def test_what_a_report_says(sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert cells(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "printed", "reason"),
    [
        ("工业增速居全省第6位，较上年上升2位。", "2位", "attribute"),
        ("市工信局走访企业320家，解决困难56个。", "320家", "attribute"),
        ("调查的38家企业中，有25家反映资金不足。", "38家", "attribute"),
        ("调查的38家企业中，有25家反映资金不足。", "25家", "targets"),
        ("每年组织企业300家参加展会。", "300家", "targets"),
        ("在产的35个行业中，24个行业增加值增长。", "35个", "label_count"),
        ("在产的35个行业中，24个行业增加值增长。", "24个", "targets"),
        ("把5个产业集群培育成中国一流的集群。", "5个", "targets"),
        ("牢牢守住发展和生态两条底线。", "两条", "label_count"),
        ("分两批确定特色产业链。", "两批", "attribute"),
        ("建设三层以上标准厂房。", "三层", "attribute"),
        ("建设三幢标准厂房。", "三幢", "targets"),
        ("引进两批技术人才。", "两批", "targets"),
        ("开发区是百强榜单中的34名。", "34名", "attribute"),
        ("名单中的34名人才落户园区。", "34名", "targets"),
        ("营收达7099亿元，较2009年的3885亿元接近翻番。", "3885亿元", "baseline"),
        ("营收达7099亿元，较2009年增加3885亿元。", "3885亿元", "targets"),
        ("三次产业结构由5.7:49.3:45，进一步优化为6.6:45.8:47.6。", "49.3", "baseline"),
        ("三次产业结构由5.7:49.3:45，进一步优化为6.6:45.8:47.6。", "45.8", "targets"),
        ("建成两条生产线。", "两条", "targets"),
        ("土地出让底价按最低价标准的70%确定。", "70%", "attribute"),
        # how large the park or plant behind the number is, and how many plants of a size
        ("青石产业园产值突破500亿元，成为全市首个300亿元园区。", "300亿元", "attribute"),
        ("全县产量5万吨的项目10个。", "10个", "targets"),
        ("主要装备有2×350兆瓦发电机组。", "2", "attribute"),
        ("主要装备有2台发电机组。", "2台", "targets"),
        ("地价评估值达到最低价标准。土地利用率提高到70%。", "70%", "targets"),
        ("土地出让金首付50%，余款按期付清。", "50%", "attribute"),
        ("土地利用率达到90%。", "90%", "targets"),
    ],
)
def test_why_a_number_of_a_report_is_no_figure(sentence: str, printed: str, reason: str) -> None:
    assert reasons(sentence)[printed] == reason


def test_a_price_that_an_act_sets_is_granted() -> None:
    granted = read_sentence("对鼓励类项目，土地出让底价可按最低价标准的70%执行。", "用地保障")["incentives"]
    assert [row.value_text for row in granted] == ["70%"]


def test_the_body_owns_what_the_title_prints() -> None:
    title = "1-5月清溪县工业增加值增长4.5%"
    assert len(told(title, "据统计，1-5月全县规模以上工业增加值同比增长4.5%。")) == 1
    tables = read(_REPORT.format(title=title, body="1-5月全县规模以上工业增加值同比增长4.5%。"))
    assert [row.start > len(title) for row in tables["indicators"]] == [True]
    # a title that tells what the body does not keeps its figure
    assert told(title, "据统计，全县工业用电量增长3%。")[0][:2] == ("4.5%", "value_added")


def test_what_was_agreed_is_no_goal() -> None:
    agreed = "现场签订协议投资120亿元、意向投资80亿元。"
    assert [bool(row) for row in read_sentence(agreed)["indicators"]] == [True, True]
    assert not read_sentence("力争签订协议投资120亿元。")["indicators"]


def test_a_heading_on_how_it_went_sets_no_goal() -> None:
    report = "清溪县工业简况\n2023年7月18日\n一是{heading}。产值增长24.9%。\n"
    assert read(report.format(heading="主要指标增长明显"))["indicators"]
    assert read(report.format(heading="主要指标"))["targets"]


def test_growth_of_a_trade_shows_its_verb() -> None:
    sentence = "工业增加值增长5%。食品、医药分别增长7.3%、6.8%。"
    assert [row.indicator_text for row in figures(sentence, "工业运行")] == ["工业增加值", "增长", "增长"]
