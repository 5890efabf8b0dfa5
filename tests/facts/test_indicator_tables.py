"""Tables of figures: the headers supply indicator, unit and period."""

from __future__ import annotations

from typing import Any

import pytest

from texts import read

HEAD = "江苏省人民政府关于发展产业集群的意见\n苏政发〔2023〕12号\n各市人民政府：\n一、主要目标\n"
TAIL = "\n江苏省人民政府\n2023年3月5日\n"


def rows(table: str) -> list[Any]:
    """Targets and indicators of a table in an opinion of March 2023, in order of their numbers."""
    tables = read(HEAD + table + TAIL)
    places = {row.mention_id: row.start for row in tables["mentions"]}
    return sorted([*tables["targets"], *tables["indicators"]], key=lambda row: places[row.mention_id])


def reasons(table: str) -> dict[str, str | None]:
    return {row.quote: row.reason or row.kind for row in read(HEAD + table + TAIL)["mentions"]}


def facts(table: str) -> list[tuple[str, str, float, str, str | None, str]]:
    """(indicator, statistic, value, unit, period, modality or "fact") of each figure."""
    return [
        (
            row.indicator_text,
            row.statistic,
            float(row.value),
            row.unit,
            row.period_text,
            getattr(row, "modality", "fact"),
        )
        for row in rows(table)
    ]


YEARS = [
    ("规上工业增加值", "level", 129640000000.0, "CNY", "2022年", "fact"),
    ("规上工业增加值", "level", 180000000000.0, "CNY", "2025年", "goal"),
    ("高新技术企业数", "level", 120.0, "1", "2022年", "fact"),
    ("高新技术企业数", "level", 200.0, "1", "2025年", "goal"),
]


@pytest.mark.parametrize(
    "table",
    [
        "指标\t单位\t2022年\t2025年\n规上工业增加值\t亿元\t1296.4\t1800\n高新技术企业数\t家\t120\t200",
        "指标\t2022年\t2025年\n规上工业增加值（亿元）\t1296.4\t1800\n高新技术企业数（家）\t120\t200",
        "| 指标 | 单位 | 2022年 | 2025年 |\n|---|:---:|---:|---:|\n"
        "| 规上工业增加值 | 亿元 | 1296.4 | 1800 |\n| 高新技术企业数 | 家 | 120 | 200 |",
        "指标　　单位　　2022年　　2025年\n规上工业增加值　　亿元　　1296.4　　1800\n"
        "高新技术企业数　　家　　120　　200",
        "序号\t指标名称\t计量单位\t2022年\t2025年目标\t属性\n1\t规上工业增加值\t亿元\t1296.4\t1800\t预期性\n"
        "2\t高新技术企业数\t家\t120\t200\t预期性",
        "指标\t单位\t实际\t目标\n\t\t2022年\t2025年\n规上工业增加值\t亿元\t1296.4\t1800\n"
        "高新技术企业数\t家\t120\t200",
        "指标\t单位\t2022年\t2025年\n经济效益\n规上工业增加值\t亿元\t1296.4\t1800\n创新能力\n"
        "高新技术企业数\t家\t120\t200",
    ],
    ids=["tabs", "units in brackets", "Markdown", "blanks", "numbered", "two heads", "groups"],
)
def test_a_row_is_an_indicator_and_columns_are_years(table: str) -> None:
    assert facts(table) == YEARS


def test_a_row_is_a_county_and_columns_are_indicators() -> None:
    table = (
        "表2 2022年各县区主要指标（单位：亿元）\n县区\t产值\t税收（万元）\t企业数（家）\t增长（%）\n"
        "沭阳县\t120.5\t3,400\t56\t-3.2\n泗阳县\t80\t1200\t30余\t12\n合计\t200.5\t4600\t86\t5"
    )
    found = [
        (row.subject_text, row.indicator, float(row.value), row.unit, row.operator) for row in rows(table)
    ]
    assert found[:5] == [
        ("沭阳县", "gross_output", 12050000000.0, "CNY", "eq"),
        ("沭阳县", "tax", 34000000.0, "CNY", "eq"),
        ("沭阳县", "enterprise_count", 56.0, "1", "eq"),
        ("沭阳县", "enterprise_count", -3.2, "%", "eq"),
        ("泗阳县", "gross_output", 8000000000.0, "CNY", "eq"),
    ]
    assert ("泗阳县", "enterprise_count", 30.0, "1", "approx") in found
    assert ("全省", "gross_output", 20050000000.0, "CNY", "eq") in found
    assert {row.period_text for row in rows(table)} == {"2022年"}


def test_quotes_run_from_the_indicator_or_subject_to_the_cell() -> None:
    for row in rows("指标\t单位\t2022年\t2025年\n产值\t亿元\t12\t20"):
        assert row.quote in ("产值\t亿元\t12", "产值\t亿元\t12\t20")
    assert [row.quote for row in rows("县区\t产值（亿元）\n沭阳县\t12\n泗阳县\t20")] == [
        "沭阳县\t12",
        "泗阳县\t20",
    ]


def test_a_yearly_rate_speaks_for_the_plan() -> None:
    table = (
        "指标\t单位\t2020年\t2025年\t年均增长（%）\n产值\t亿元\t800\t1200\t8.4\n"
        "研发强度\t%\t2.5\t3.1\t〔0.6〕"
    )
    found = {
        (row.indicator_text, row.statistic, float(row.value), row.unit): (row.period_start, row.period_end)
        for row in rows(table)
    }
    plan = ("2021-01-01", "2025-12-31")
    assert found["产值", "growth_rate", 8.4, "%"] == plan
    assert found["研发强度", "growth_amount", 0.6, "pp"] == plan


def test_bounds_falls_and_binding_targets() -> None:
    table = (
        "指标\t单位\t2025年目标\t属性\n企业数\t家\t≥200\t预期性\n产值\t亿元\t1000以上\t预期性\n"
        "单位工业增加值能耗下降\t%\t13.5\t约束性"
    )
    assert [(row.operator, float(row.value), row.modality) for row in rows(table)] == [
        ("ge", 200.0, "goal"),
        ("ge", 100000000000.0, "goal"),
        ("eq", -13.5, "requirement"),
    ]


def test_bare_years_at_the_head_are_periods() -> None:
    table = "指标\t单位\t2022\t2025\n产值\t亿元\t12\t20"
    assert [row.period_end for row in rows(table)] == ["2022-12-31", "2025-12-31"]
    assert reasons(table)["2025"] == "not_a_quantity"


def test_row_numbers_and_table_numbers_are_no_figures() -> None:
    found = reasons("表1 主要指标\n序号\t指标\t单位\t2022年\n1\t产值\t亿元\t12\n2\t税收\t亿元\t3")
    assert found["1"] == found["2"] == "not_a_quantity"


def test_a_cell_without_a_unit_or_with_two_numbers_is_left_open() -> None:
    found = reasons("指标\t2022年\t2025年\n产值\t12\t20-30\n税收（亿元）\t3\t5")
    assert [found[number] for number in ("12", "20", "30")] == ["unresolved"] * 3
    assert found["3"] == found["5"] == "quantity"


def test_a_figure_that_the_text_has_stated_is_a_duplicate() -> None:
    table = "2022年，全省集群产值达到120亿元。\n指标\t单位\t2022年\t2025年\n集群产值\t亿元\t120\t200"
    assert reasons(table)["120"] == "duplicate"


@pytest.mark.parametrize(
    "table",
    [
        "序号\t项目名称\t建设单位\t总投资（万元）\n1\t芯片封装项目\t华光公司\t12000\n2\t锂电池项目\t南星公司\t8000",
        "姓名\t职务\t电话\n张三\t主任\t88886666\n李四\t副主任\t88886667",
        "任务\t牵头部门\t完成时限\n建设园区3个\t发改委\t2025年\n新增企业20家\t工信局\t2025年",
    ],
)
def test_other_tables_are_left_to_others(table: str) -> None:
    from jiqun.facts import TableReader
    from jiqun.facts.claims import Claims
    from jiqun.facts.frame import open_frame
    from jiqun.language.lexicon import Terms
    from jiqun.reading import Source, find_documents

    (document,) = find_documents(Source("text", "0" * 64, HEAD + table + TAIL, "utf-8"))
    frame = open_frame(document, "doc-1")
    assert TableReader(frame, Claims(), Terms(frame.text)).read() == []


def test_digits_of_two_cells_are_no_number() -> None:
    assert {"1", "2", "3亿元"} <= set(reasons("区\t甲\t乙\t丙\n沭阳\t1\t2\t3亿元\n泗阳\t4\t5\t6亿元"))


def test_empty_cells_keep_the_columns_of_a_table_of_projects() -> None:
    """A merged cell stands in its first row, so the owner of the second project is not its sum."""
    table = (
        "序号\t项目名称\t建设单位\t总投资（万元）\t进度\t备注\n"
        "1\t芯片封装线\t华光集团\t42000\t在建\t新开\n"
        "2\t锂电池材料\t\t18000\t拟建\n"
        "3\t数控机床\t南星公司\t\t拟建\n"
    )
    found = [
        (row.name, row.enterprise_text, row.investment and int(row.investment), row.stage)
        for row in read(HEAD + table + TAIL)["projects"]
    ]
    assert found == [
        ("芯片封装线", "华光集团", 420000000, "under_construction"),
        ("锂电池材料", None, 180000000, "planned"),
        ("数控机床", "南星公司", None, "planned"),
    ]


def test_a_column_of_names_counts_nothing() -> None:
    table = "园区\t工业总产值（亿元）\t从业人员（人）\n青石工业园\t428.6\t26300\n河口示范区\t96.4\t11450"
    assert [(row.subject_text, row.indicator, float(row.value)) for row in rows(table)] == [
        ("青石工业园", "gross_output", 42860000000.0),
        ("青石工业园", "employment", 26300.0),
        ("河口示范区", "gross_output", 9640000000.0),
        ("河口示范区", "employment", 11450.0),
    ]


def test_a_name_that_opens_with_a_cluster_is_of_the_cluster() -> None:
    table = "指标\t单位\t2022年\n工程机械集群营业收入\t亿元\t1580\n高新技术企业\t家\t760"
    assert [(row.subject_text, row.indicator_text) for row in rows(table)] == [
        ("工程机械集群", "营业收入"),
        ("全省", "高新技术企业"),
    ]


def test_a_year_at_the_head_and_clusters_down_the_side() -> None:
    tables = read(
        "青石市集群提升计划\n二、总体目标\n主要集群目标表\n"
        "产业集群\t2014年营业收入（亿元）\t2017年规上企业（家）\n昆山弯头管件\t286\t95\n太仓管道装备\t342.5\t168\n三、任务\n"
    )
    rows = [*tables["targets"], *tables["indicators"]]
    assert {
        (row.subject_text, row.indicator, row.value) for row in rows if row.indicator == "sales_revenue"
    } == {
        ("昆山弯头管件", "sales_revenue", 28600000000),
        ("太仓管道装备", "sales_revenue", 34250000000),
    }
    assert [row.name for row in tables["clusters"]] == ["昆山弯头管件产业集群", "太仓管道装备产业集群"]


def test_a_group_in_front_of_bars_leaves_its_cell_to_the_rows_below() -> None:
    table = (
        "类别|序号|指标|2009年|2015年|年均增长（%）\n"
        "规模|1|工业增加值（亿元）|180|265|8\n"
        "|2|企业数（家）|410|600|[190]\n"
    )
    assert [(row.indicator, row.statistic, int(row.value), row.unit) for row in rows(table)] == [
        ("value_added", "level", 18000000000, "CNY"),
        ("value_added", "level", 26500000000, "CNY"),
        ("value_added", "growth_rate", 8, "%"),
        ("enterprise_count", "level", 410, "1"),
        ("enterprise_count", "level", 600, "1"),
        # [190] is what the years add up to
        ("enterprise_count", "growth_amount", 190, "1"),
    ]
    # bars around each row open no empty cell
    framed = "|指标|2009年|2015年|\n|工业增加值（亿元）|180|265|\n|企业数（家）|410|600|\n"
    assert [int(row.value) for row in rows(framed)] == [18000000000, 26500000000, 410, 600]


def test_columns_of_a_month_and_of_the_months_so_far() -> None:
    table = (
        "2010年2月主要指标\n"
        "指标\t单位\t本月\t同比增长（%）\t1-本月\t同比增长（%）\n"
        "利润总额\t亿元\t16.5\t-2\t30.5\t7\n"
        "产销率\t%\t99\t\t98\t\n"
    )
    assert [
        (row.indicator, row.statistic, float(row.value), row.period_start, row.period_end)
        for row in rows(table)
    ] == [
        ("profit", "level", 1650000000, "2010-02-01", "2010-02-28"),
        ("profit", "growth_rate", -2, "2010-02-01", "2010-02-28"),
        ("profit", "level", 3050000000, "2010-01-01", "2010-02-28"),
        ("profit", "growth_rate", 7, "2010-01-01", "2010-02-28"),
        ("other", "level", 99, "2010-02-01", "2010-02-28"),
        ("other", "level", 98, "2010-01-01", "2010-02-28"),
    ]


def test_a_caption_with_two_units_and_heads_that_imply_theirs() -> None:
    table = "单位：亿元、%\n县区\t固定资产投资\t增速\t工业增加值增速\n沭阳\t88.5\t6.5\t-1.5\n泗阳\t35\t4\t5\n"
    assert [(row.indicator, row.statistic, float(row.value), row.unit) for row in rows(table)] == [
        ("fixed_asset_investment", "level", 8850000000, "CNY"),
        ("fixed_asset_investment", "growth_rate", 6.5, "%"),
        ("value_added", "growth_rate", -1.5, "%"),
        ("fixed_asset_investment", "level", 3500000000, "CNY"),
        ("fixed_asset_investment", "growth_rate", 4, "%"),
        ("value_added", "growth_rate", 5, "%"),
    ]


def test_units_of_a_cell_for_each_mu_and_of_an_index() -> None:
    table = "指标\t单位\t2009年\n亩均税收\t万元/亩\t12.5\n产业发展指数\t\t92\n研发经费占营业收入比重\t%\t1.5"
    assert [(row.indicator, float(row.value), row.unit) for row in rows(table)] == [
        ("tax_per_land", 125000, "CNY/mu"),
        ("other", 92, "1"),
        ("rd_intensity", 1.5, "%"),
    ]


def test_numbers_of_a_table_that_no_head_explains_are_unresolved() -> None:
    table = "甲\t乙\t丙\t丁\n6.5\t412.3\t5.1\t298.6\n"
    tables = read(HEAD + table + TAIL)
    assert not tables["targets"] and not tables["indicators"]
    assert {row.reason for row in tables["mentions"] if row.quote in ("6.5", "412.3", "5.1")} == {
        "unresolved"
    }


def test_an_earlier_year_in_a_head_is_only_compared_with() -> None:
    table = (
        "2022年主要指标\n指标\t绝对数（万元）\t比上年增长（%）\n工业增加值\t1262\t6.9\n利润总额\t187\t2.6\n"
    )
    assert [(row.statistic, row.period_start, row.period_end) for row in rows(table)] == [
        ("level", "2022-01-01", "2022-12-31"),
        ("growth_rate", "2022-01-01", "2022-12-31"),
    ] * 2
