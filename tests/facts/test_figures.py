"""Targets and indicators: one small sentence for each rule, and one it must leave alone. Read by hand."""

from decimal import Decimal

import pytest

from texts import figures, read, read_sentence


def cells(sentence: str, heading: str = "主要目标") -> list[tuple[str, str, str, str, str]]:
    return [
        (row.indicator, row.statistic, row.operator, format(row.value, "f").removesuffix(".0"), row.unit)
        for row in figures(sentence, heading)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "到2015年，全省工业总产值达到5000亿元，年均增长15%以上。",
            [
                ("gross_output", "level", "eq", "500000000000", "CNY"),
                ("gross_output", "growth_rate", "ge", "15", "%"),
            ],
        ),
        ("单位工业增加值能耗下降18%。", [("energy_intensity", "growth_rate", "eq", "-18", "%")]),
        ("产业集群省内配套率由不到30%提高到50%以上。", [("local_supply_rate", "level", "ge", "50", "%")]),
        ("税收占财政收入的比重提高5个百分点。", [("tax", "growth_amount", "eq", "5", "pp")]),
        ("工业增加值增速高于全国平均水平1.8个百分点。", [("value_added", "difference", "eq", "1.8", "pp")]),
        (
            "销售收入、利税、利润分别增长17.5%、16.5%、11.2%。",
            [
                ("sales_revenue", "growth_rate", "eq", "17.5", "%"),
                ("profit_and_tax", "growth_rate", "eq", "16.5", "%"),
                ("profit", "growth_rate", "eq", "11.2", "%"),
            ],
        ),
        ("重点支持建设20个国家级企业技术中心。", [("institution_count", "level", "eq", "20", "1")]),
        ("全省生产总值翻一番。", [("gdp", "multiple", "eq", "2", "1")]),
        # 分别 under an indicator of its own gives it to both values
        (
            "销售收入40亿元，利税4亿元，市场占有率分别达到70%和20%。",
            [
                ("sales_revenue", "level", "eq", "4000000000", "CNY"),
                ("profit_and_tax", "level", "eq", "400000000", "CNY"),
                ("market_share", "level", "eq", "70", "%"),
                ("market_share", "level", "eq", "20", "%"),
            ],
        ),
        # the plan and the share of it are of what was done
        (
            "园区实现税金6000万元，完成年任务3亿元的20%。",
            [
                ("tax", "level", "eq", "60000000", "CNY"),
                ("tax", "level", "eq", "300000000", "CNY"),
                ("tax", "completion_rate", "eq", "20", "%"),
            ],
        ),
        # so is what an office above has set, with the growth between
        (
            "园区实现税金6000万元，增长8%，完成市政府下达任务数3亿元的20%。",
            [
                ("tax", "level", "eq", "60000000", "CNY"),
                ("tax", "growth_rate", "eq", "8", "%"),
                ("tax", "level", "eq", "300000000", "CNY"),
                ("tax", "completion_rate", "eq", "20", "%"),
            ],
        ),
        # 分别 before an indicator of its own hands nothing on from the list before
        (
            "分别完成生产总值240亿元、310亿元；分别完成工业开票销售500亿元、640亿元。",
            [
                ("gdp", "level", "eq", "24000000000", "CNY"),
                ("gdp", "level", "eq", "31000000000", "CNY"),
                ("sales_revenue", "level", "eq", "50000000000", "CNY"),
                ("sales_revenue", "level", "eq", "64000000000", "CNY"),
            ],
        ),
        # a trade that a sum is said of, with no name of what is measured; growth goes on with its value
        (
            "增加值占比达到38%；汽车产业力争突破3000亿元，食品产业力争突破1800亿元。",
            [
                ("value_added", "share", "eq", "38", "%"),
                ("gross_output", "level", "ge", "300000000000", "CNY"),
                ("gross_output", "level", "ge", "180000000000", "CNY"),
            ],
        ),
        # what is counted is told by its last noun
        ("每年选取5个重点产业链核心缺失环节。", [("other", "level", "eq", "5", "1")]),
        (
            "完成投资36亿元，完成年度投资计划的24%。",
            [
                ("investment", "level", "eq", "3600000000", "CNY"),
                ("investment", "completion_rate", "eq", "24", "%"),
            ],
        ),
        (
            "完成技改投资36亿元，完成年度计划投资的24%。",
            [
                ("investment", "level", "eq", "3600000000", "CNY"),
                ("investment", "completion_rate", "eq", "24", "%"),
            ],
        ),
        # ground that a park is laid out on
        ("规划建设10平方公里的工业产业园。", [("land_area", "level", "eq", "10", "km2")]),
        # the plan in brackets
        (
            "外贸进出口总额为12亿元，完成年任务（40亿元）的30%。",
            [
                ("foreign_trade", "level", "eq", "1200000000", "CNY"),
                ("foreign_trade", "level", "eq", "4000000000", "CNY"),
                ("foreign_trade", "completion_rate", "eq", "30", "%"),
            ],
        ),
        # a count has its own noun, not a word of the clause before
        ("扎实开展“百名局长访百企”行动，落实处理各类诉求46个。", [("other", "level", "eq", "46", "1")]),
        # what doubles and what it comes to; a rate of what is counted
        (
            "上市公司总数翻一番、达到30家。",
            [
                ("enterprise_count", "multiple", "eq", "2", "1"),
                ("enterprise_count", "level", "eq", "30", "1"),
            ],
        ),
        ("研发机构设置率不足五成。", [("coverage_rate", "level", "lt", "50", "%")]),
        # the first class of a group that the clause before names; a bound on firms counts no group
        (
            "提升一批百亿级特色产业集群，年营业收入超1000亿元的2个，超500亿元的5个。",
            [("cluster_count", "level", "eq", "2", "1"), ("cluster_count", "level", "eq", "5", "1")],
        ),
        (
            "提升特色产业集群，年营业收入超1000亿元的企业2家。",
            [("enterprise_count", "level", "eq", "2", "1")],
        ),
        # the same income counted another way
        (
            "财政收入3.5亿元，同口径完成3.6亿元。",
            [
                ("fiscal_revenue", "level", "eq", "350000000", "CNY"),
                ("fiscal_revenue", "level", "eq", "360000000", "CNY"),
            ],
        ),
        # a distance from a further place; a rise of a further place is none
        (
            "生产总值增长8.5%，增速高于全国4个百分点、全省4.7个百分点。",
            [
                ("gdp", "growth_rate", "eq", "8.5", "%"),
                ("gdp", "difference", "eq", "4", "pp"),
                ("gdp", "difference", "eq", "4.7", "pp"),
            ],
        ),
        # what a zone has so much of stands behind the number
        (
            "青石产业园60万平方米标房入驻46家企业陆续投产。",
            [
                ("floor_area", "level", "eq", "600000", "m2"),
                ("enterprise_count", "level", "eq", "46", "1"),
            ],
        ),
        # projects told by their stage alone
        ("66个新开工项目已有28个开工建设。", [("project_count", "level", "eq", "28", "1")]),
        # a part of what stands behind it, and what tells the part
        ("七成企业产值不足五百万元。", [("enterprise_count", "share", "eq", "70", "%")]),
        # a distance from another place, not from another year
        ("港口吞吐量比邻市少了1.1亿吨。", [("freight_volume", "difference", "eq", "-110000000", "t")]),
        ("失业率控制在4.5%以内。", [("unemployment_rate", "level", "le", "4.5", "%")]),
        ("销售收入约100亿元。", [("sales_revenue", "level", "approx", "10000000000", "CNY")]),
        ("新增就业80万人以上。", [("employment", "level", "ge", "800000", "1")]),
        (
            "完成投资120亿元，为年度计划的96%。",
            [
                ("investment", "level", "eq", "12000000000", "CNY"),
                ("investment", "completion_rate", "eq", "96", "%"),
            ],
        ),
    ],
)
def test_what_a_figure_is_of(sentence: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert cells(sentence) == expected


def test_a_list_of_values_binds_its_last_comparator() -> None:
    rows = figures("本地配套率和市场占有率分别提高到55%、70%以上。")
    assert [(row.value, row.operator) for row in rows] == [(Decimal(55), "ge"), (Decimal(70), "ge")]


def test_places_share_an_indicator() -> None:
    rows = figures("苏州、无锡、常州三市园区主营业务收入分别达到5000亿元、3500亿元和3000亿元。")
    assert [(row.subject_text, row.region_code, row.indicator) for row in rows] == [
        ("苏州", "320500", "sales_revenue"),
        ("无锡", "320200", "sales_revenue"),
        ("常州", "320400", "sales_revenue"),
    ]


def test_baseline_stands_beside_its_goal() -> None:
    row = figures("高新技术企业由96家增加到158家。")[0]
    assert (row.value, row.baseline_text, row.baseline_value) == (Decimal(158), "96家", Decimal(96))


@pytest.mark.parametrize(
    ("sentence", "heading", "table", "modality"),
    [
        ("到2015年，全省工业总产值达到5000亿元。", "主要目标", "targets", "goal"),
        ("预计全省工业总产值可达5000亿元。", "主要目标", "targets", "forecast"),
        ("已投产的搅拌中心预计年产值将突破3亿元。", "工作回顾", "targets", "forecast"),
        ("预计已实现产值3亿元。", "工作回顾", "indicators", None),
        (
            "预计全年完成财政收入3.5亿元，增长5%；粮食产值7亿元，同比增长6%。",
            "工作回顾",
            "targets",
            "forecast",
        ),
        ("财政收入3.5亿元，增长5%；粮食产值7亿元，同比增长6%。", "工作回顾", "indicators", None),
        ("研发投入占比不低于3%。", "主要目标", "targets", "requirement"),
        # 到2015年 sets a date, 截止到2006年底 tells how it stood then
        ("截止到2006年底，开发区完成工业产值3277亿元。", "发展现状", "indicators", None),
        ("到2015年底，开发区完成工业产值3277亿元。", "发展思路", "targets", "goal"),
        ("2009年，全省完成工业总产值4000亿元，同比增长12%。", "发展现状", "indicators", None),
        ("去年，全省实现财政收入300亿元。", "工作回顾", "indicators", None),
        ("工业项目从拿地到开工不得超过60天。", "作风建设", "targets", "requirement"),
        ("全省企业营收比上年增长40%。", "目标任务", "targets", "goal"),
        ("依托学院，每年培训工人不少于2000名。", "工作回顾", "targets", "requirement"),
        ("每年培训工人2000名。", "工作回顾", "indicators", None),
        ("下一步，我省将加快招商。引进企业10家。", "工作回顾", "targets", "goal"),
        # so does what is said of this year before its tasks, and not what this year is asked for
        ("今年要抓好以下几件事：一要抓园区。年内引进企业10家。", "工作情况", "targets", "goal"),
        ("今年要求更高。园区引进企业10家。", "工作情况", "indicators", None),
        ("全省企业营收比上年增长40%。", "工作回顾", "indicators", None),
    ],
)
def test_goal_forecast_requirement_fact(
    sentence: str, heading: str, table: str, modality: str | None
) -> None:
    tables = read_sentence(sentence, heading)
    rows = tables[table]
    assert rows and not tables["indicators" if table == "targets" else "targets"]
    assert {getattr(row, "modality", None) for row in rows} == {modality}


def test_a_counted_noun_ends_before_its_predicate() -> None:
    assert [row.indicator_text for row in figures("在全国54个国家级开发区中名列前茅。")] == ["国家级开发区"]
    assert [row.indicator_text for row in figures("推动10家以上企业嫁接落户。")] == ["企业"]
    assert [row.indicator_text for row in figures("建成30个中试基地。")] == ["中试基地"]


def test_growth_of_money_without_a_unit_is_left_open() -> None:
    assert [row.value_text for row in figures("完成产值113亿元，增长25.6。")] == ["113亿元"]
    assert [row.value_text for row in figures("完成产值113亿元，增长25.6%。")] == ["113亿元", "25.6%"]
    assert [row.value_text for row in figures("规上企业113家，增加25家。")] == ["113家", "25家"]


def test_a_tier_belongs_to_what_is_counted_and_a_bound_does_not_become_one() -> None:
    rows = figures("打造500亿级产业链2条、50亿级产业集群3个。", "主要目标")
    assert [row.indicator_text for row in rows] == ["500亿级产业链", "50亿级产业集群"]
    (row,) = figures("产值突破500亿元，产业集群3个。", "主要目标")[1:]
    assert row.indicator_text == "产业集群"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Kinds that share a noun are no subjects; 分别 gives each the noun.
        (
            "开工、投产项目分别达19个、5个。",
            [("全省", "开工项目"), ("全省", "投产项目")],
        ),
        (
            "全市省级、国家级专精特新企业分别达到30家、5家。",
            [("全市", "省级专精特新企业"), ("全市", "国家级专精特新企业")],
        ),
        # Places that share an indicator are subjects, whatever their number.
        ("甲县、乙县产值分别达到30亿元、5亿元。", [("甲县", "产值"), ("乙县", "产值")]),
    ],
)
def test_kinds_share_a_noun_and_places_an_indicator(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.subject_text, row.indicator_text) for row in figures(sentence)] == expected


@pytest.mark.parametrize(
    ("before", "heading", "last"),
    [
        # What has set a goal goes on to set goals, where neither it nor a heading tells of the past.
        ("狠抓招商引资，确保引进项目20个。", "狠抓招商", "targets"),
        ("狠抓招商引资，确保引进项目20个，已开工3个。", "狠抓招商", "indicators"),
        ("狠抓招商引资，确保引进项目20个。", "工作回顾", "indicators"),
        ("狠抓招商引资，引进项目20个。", "狠抓招商", "indicators"),
    ],
)
def test_a_paragraph_that_sets_goals_goes_on(before: str, heading: str, last: str) -> None:
    text = f"2023年政府工作报告\n\n一、{heading}\n\n{before}新增小巨人企业2家。\n"
    tables = read(text)
    rows = [(name, row) for name in ("targets", "indicators") for row in tables[name]]
    assert [name for name, row in rows if row.value_text == "2家"] == [last]


@pytest.mark.parametrize(
    ("sentence", "printed", "reason"),
    [
        ("形成机械、纺织、电子等三大支柱产业。", "三大", "label_count"),
        ("全省20个产业集群完成产值500亿元。", "20个", "label_count"),
        ("培育产值过10亿元的企业3家。", "10亿元", "threshold"),
        ("销售收入由80亿元增加到120亿元。", "80亿元", "baseline"),
        ("装机容量达到150万千瓦（1500MW）。", "1500MW", "duplicate"),
        ("每万人拥有发明专利4.6件。", "万人", "denominator"),
        ("实施800万元投资建设项目12个。", "800万元", "threshold"),
        ("连续引进20亿元以上、40亿元以上以及百亿元龙头型项目。", "20亿元", "threshold"),
        ("以“两个聚焦”为主线，以两个聚焦统揽全局。", "两个", "label_count"),
        ("对全省160个产业集群开展评估。", "160个", "label_count"),
        ("生产总值居全省34个县区第3位。", "34个", "label_count"),
        ("园区位于县城北12公里，铺筑道路4公里。", "12公里", "attribute"),
        ("26个试点园区2009年营业收入超过1万亿元。", "26个", "label_count"),
        ("纳入全省500亿产业园区发展计划。", "500亿", "not_a_quantity"),
        ("生产总值在全市排位，由去年的20位上升为今年的11位。", "11位", "attribute"),
        ("会议历时3天，参观考察了青石、河口的16个企业。", "3天", "attribute"),
        ("市下达两区工业增加值增长12%。", "两区", "label_count"),
        ("建设摩托车4.0工厂，对接工业4.0标准。", "4.0", "not_a_quantity"),
        ("会议历时3天，参观考察了青石、河口的16个企业。", "16个", "label_count"),
        ("投资2000万元对东渔场、园艺场两家企业实行改制。", "两家", "label_count"),
        ("投资2000万元新建车间、仓库两座。", "两座", None),
        ("3位浙江客商将投资6亿元。", "3位", "attribute"),
        ("引进浙江客商3位。", "3位", None),
        ("每条产业链明确1名市级领导任链长。", "1名", "attribute"),
        ("新引进市级领军人才12名。", "12名", None),
    ],
)
def test_why_a_number_is_no_figure(sentence: str, printed: str, reason: str | None) -> None:
    mentions = {row.quote: row for row in read_sentence(sentence)["mentions"]}
    assert mentions[printed].reason == reason


def test_values_of_as_many_years_are_each_years() -> None:
    rows = figures("2006年至2008年，分别完成生产总值240亿元、310亿元、360亿元。", "发展现状")
    assert [(row.period_start, row.period_end) for row in rows] == [
        (f"{year}-01-01", f"{year}-12-31") for year in (2006, 2007, 2008)
    ]
    (row, _) = figures("2006年至2008年，分别完成生产总值240亿元、投资120亿元。", "发展现状")
    assert (row.period_start, row.period_end) == ("2006-01-01", "2008-12-31")


def test_a_figure_shows_itself_in_its_quote() -> None:
    tables = read_sentence("到2015年，全省工业总产值达到5000亿元，年均增长15%以上。")
    spans = {row.mention_id: row for row in tables["mentions"]}
    for row in tables["targets"]:
        mention = spans[row.mention_id]
        assert row.start <= mention.start and mention.end <= row.end
        assert row.indicator_text in row.quote


def test_a_count_before_its_noun_shows_the_noun() -> None:
    row = figures("重点支持建设20个国家级企业技术中心。")[0]
    assert (row.quote, row.indicator_text, row.value_text) == (
        "20个国家级企业技术中心",
        "国家级企业技术中心",
        "20个",
    )


def test_what_a_document_states_again_is_a_duplicate() -> None:
    tables = read_sentence(
        "到2015年，培育38个重点产业集群。着力壮大38个省级重点产业集群。全省新增上市企业15家。"
    )
    assert [(row.quote, row.reason) for row in tables["mentions"] if row.quote == "38个"] == [
        ("38个", None),
        ("38个", "duplicate"),
    ]
    assert len(tables["targets"]) == 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # people trained are talent, whoever they are; workers who are not are jobs
        ("培训产业工人3万人次。", [("talent", "1")]),
        ("全市安置产业工人3万人。", [("employment", "1")]),
        # times that something is done are services; firms counted are firms
        ("检测平台每年服务企业500家次。", [("service_count", "1")]),
        ("检测平台每年服务企业500家。", [("enterprise_count", "1")]),
        # firms told by their number alone; households are none
        ("全县规模以上工业企业新增9户、退库3户。", [("enterprise_count", "1")] * 2),
        # a distance is in the unit of what it is a distance from; one of counts has none
        ("亩均税收4.7万元，比青石开发区低2.1万元。", [("tax_per_land", "CNY/mu")] * 2),
        # several outputs before the pace of all of them; stocks have no pace
        ("青石电器、河口电器分别形成1000万台、800万台的年产能。", [("production_capacity", "1/a")] * 2),
        ("拥有织布机2.8万台。", [("equipment_count", "1")]),
        # length of roads, whatever they are called
        ("打通迎宾大道延伸段6.5公里。", [("infrastructure_length", "km")]),
        # clusters and bases counted as one; bases alone
        ("打造21个产业集群和基地。", [("cluster_count", "1")]),
        ("打造21个产业基地。", [("park_count", "1")]),
        # a part that grows is of what grew before it; exports have a measure of their own
        (
            "工业增加值增长8.2%，其中开发区增长12%，出口增长3%。",
            [("value_added", "%")] * 2 + [("export_value", "%")],
        ),
        # plans are no clusters, whatever they are for
        ("编制20个产业集群发展规划。", [("other", "1")]),
        # rates that are no use of capacity and cover nothing
        ("产销率96.2%。", [("other", "%")]),
        ("产能利用率96.2%。", [("utilization_rate", "%")]),
    ],
)
def test_counts_and_rates_by_what_measures_them(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.indicator, row.unit) for row in figures(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("甲县、乙县产值分别突破80亿元和30亿元。", ["ge", "ge"]),
        ("甲县、乙县产值分别达到80亿元和30亿元。", ["eq", "eq"]),
    ],
)
def test_a_verb_that_is_passed_holds_for_each_value(sentence: str, expected: list[str]) -> None:
    assert [row.operator for row in figures(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("园区绿电占比有望达到45%。", "share"), ("园区绿电利用率有望达到45%。", "level")],
)
def test_a_share_behind_words_of_hope(sentence: str, expected: str) -> None:
    assert [row.statistic for row in figures(sentence)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what was planned is a target, also in brackets; what share of it is done is a fact
        ("上缴税金8亿元，完成年度计划（16亿元）的50%。", ["indicators", "targets", "indicators"]),
        ("财政收入32亿元，为年初预算35亿元的93.1%。", ["indicators", "targets", "indicators"]),
        ("财政收入32亿元，为上年同期35亿元的93.1%。", ["indicators"] * 3),
        # a fall and a rise that only 同比 tells; a level has no such word
        ("用电量同比-6.5%。", ["indicators"]),
    ],
)
def test_what_was_planned_beside_what_is(sentence: str, expected: list[str]) -> None:
    assert [type(row).__name__.lower() + "s" for row in figures(sentence, "发展现状")] == expected


def test_a_road_known_by_its_number() -> None:
    """卫六路改扩建 is a road, 建成六路公交 counts."""
    assert [(str(row.value), row.indicator) for row in figures("卫六路改扩建全长5.7公里。")] == [
        ("5.7", "infrastructure_length")
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 分别 hands a rise and a fall to the two figures before; a list that falls goes on falling
        (
            "全省营业收入742亿元、利润23亿元，分别增长4%和下降8%。",
            [
                ("sales_revenue", "level", "74200000000"),
                ("profit", "level", "2300000000"),
                ("sales_revenue", "growth_rate", "4"),
                ("profit", "growth_rate", "-8"),
            ],
        ),
        # what has been reached behind a rise; growth behind a sum is growth
        (
            "羊绒衫产量增加35万件，达到180万件。",
            [("production_volume", "growth_amount", "350000"), ("production_volume", "level", "1800000")],
        ),
        (
            "医药产业产值达到24亿元、增长29%。",
            [("gross_output", "level", "2400000000"), ("gross_output", "growth_rate", "29")],
        ),
        # a goal set at the turn of the year is no earlier time; the turn of the year is
        ("工业增加值增速比年初目标低2个百分点。", [("value_added", "difference", "-2")]),
        ("工业增加值增速比年初低2个百分点。", [("value_added", "growth_amount", "-2")]),
        # a part of which something is said
        ("管件产品七成以上属中低档。", [("other", "share", "70")]),
        ("管件产品国内市场占有率达到七成以上。", [("market_share", "level", "70")]),
        # what is worked up and what is sold, by weight
        ("园区全年转化农畜产品420万吨。", [("production_volume", "level", "4200000")]),
        ("转化科技成果9件。", [("other", "level", "9")]),
        ("全年出口籽仁9万吨。", [("sales_volume", "level", "90000")]),
        # what a kilowatt-hour costs, in tenths of a cent
        ("大工业用电每千瓦时比周边高3分钱。", [("other", "difference", "0.03")]),
        # money put into roads and mains, and money set apart
        ("去年投入基础设施资金14亿元。", [("investment", "level", "1400000000")]),
    ],
)
def test_changes_parts_and_what_is_made(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (row.indicator, row.statistic, format(row.value, "f").removesuffix(".0"))
        for row in figures(sentence, "发展现状")
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "printed", "reason"),
    [
        # what many were made into fewer; what is built is no baseline
        ("2012年底前，将全省9个工业集中区整合为5个。", "9个", "baseline"),
        ("2012年底前，将9个工业集中区的企业集中管理。", "9个", None),
        # zones by their number, and what they have
        ("三个集群有从业人员4万人。", "三个", "label_count"),
        ("培育三个集群。", "三个", None),
    ],
)
def test_numbers_that_name_a_group_or_what_was(sentence: str, printed: str, reason: str | None) -> None:
    mentions = {row.quote: row.reason for row in read_sentence(sentence)["mentions"]}
    assert mentions[printed] == reason


def test_the_ground_of_a_named_base_is_a_figure_and_no_bound() -> None:
    (row,) = figures("总投资7亿元、占地1200亩的河口番茄加工基地8月底前开工。", "发展现状")
    assert (row.indicator, row.value_text, row.subject_text) == ("land_area", "1200亩", "河口番茄加工基地")


@pytest.mark.parametrize(
    ("sentence", "tables"),
    [
        # 目前 holds for what its sentence goes on with, a plan's goals are goals; so is money that is to come
        ("目前累计完成投资1亿元，入园企业57家。", ["Indicator"] * 2),
        ("力争完成投资1亿元，入园企业57家。", ["Target"] * 2),
        ("本地配套率由目前不到30%提高到50%。", ["Target"]),
        ("年内引进项目20个以上，实际到位资金75亿元。", ["Target"] * 2),
    ],
)
def test_goals_beside_what_is_there(sentence: str, tables: list[str]) -> None:
    assert [type(row).__name__ for row in figures(sentence)] == tables


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a number without its unit in a list has the last one's, its scale its own
        (
            "白水、大荔两个园区分别新建标准厂房6万和3.5万平方米。",
            [("floor_area", "60000", "m2"), ("floor_area", "35000", "m2")],
        ),
        # a distance from another place, whatever its name holds
        (
            "亩均税收4.8万元，比全省省级高新区平均水平低1.9万元。",
            [("tax_per_land", "48000", "CNY/mu"), ("tax_per_land", "-19000", "CNY/mu")],
        ),
        # what is shut down by its size, which bounds it
        ("关停日处理矿石200吨以下的小选厂26家。", [("enterprise_count", "26", "1")]),
        ("淘汰炭化室高度4.3米以下焦炉18座。", [("equipment_count", "18", "1")]),
        ("关停小造纸、小水泥企业17家。", [("enterprise_count", "17", "1")]),
        # firms by their number that are to do something; a group that has something is none
        ("三年内全省300家企业完成技术改造。", [("enterprise_count", "300", "1")]),
        ("全省300家企业实现产值90亿元。", [("gross_output", "9000000000", "CNY")]),
        # who grows for a cluster, who is sent, what is solved
        ("带动药农7.5万户。", [("household_count", "75000", "1")]),
        ("抽调48名干部驻点帮扶重点企业。", [("other", "48", "1")]),
        ("协调解决用地、用电等问题215个。", [("service_count", "215", "1")]),
        # what can be smelted, and what was
        ("铅锌冶炼产能超过30万吨。", [("production_capacity", "300000", "t")]),
        # a list of firms that are drawn along names them
        ("带动德驰导轨、菱新钢丝绳等63家企业就近配套。", []),
    ],
)
def test_what_is_counted_bounded_and_shut(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (row.indicator, format(row.value, "f").removesuffix(".0"), row.unit) for row in figures(sentence)
    ]
    assert found == expected


def test_a_speech_bids_under_headings_that_do() -> None:
    text = (
        "在全区工业工作会议上的讲话\n区长　李明\n（2010年4月16日）\n同志们：\n{heading}\n{body}\n"
        "今年全区新增制造业贷款15亿元。\n"
    )
    for heading, body, table in (
        ("二、突出重点，推动产业升级", "（一）加快培育新兴产业。抓好龙头。", "targets"),
        ("一、认清形势，增强紧迫感", "（一）成绩来之不易。大家都不容易。", "indicators"),
    ):
        rows = read(text.format(heading=heading, body=body))[table]
        assert [row.value_text for row in rows] == ["15亿元"]
