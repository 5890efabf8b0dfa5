"""Whose figure it is, and when: one small text for each rule, and one it must leave alone. Read by hand."""

import pytest

from texts import figures, read


def subjects(sentence: str, heading: str = "发展现状") -> list[str]:
    return [row.subject_text for row in figures(sentence, heading)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what opens a clause is what the following clauses are of
        (
            "青石县陶瓷产业集群实现产值24亿元，从业人员6000人，上缴税金1.2亿元。",
            ["青石县陶瓷产业集群"] * 3,
        ),
        # behind a semicolon the sentence comes back to the place
        ("全县工业产值达到80亿元；财政收入5亿元。", ["全县", "全县"]),
        # a count in a list is no subject of the next
        ("重点支持建设20个国家级企业技术中心、5个行业技术中心。", ["全省", "全省"]),
        # what a verb acts upon is none
        ("带动恒锦纺织、宏绣服饰等企业增收，全市工业产值达到80亿元。", ["全市"]),
        # words that open an indicator's name are nobody
        ("全社会研发投入占地区生产总值的比重达到2.1%。", ["全省"]),
        # a counted group of projects
        ("58个续建项目进展顺利，已完成投资56.4亿元。", ["续建项目"]),
    ],
)
def test_whose_figure_it_is(sentence: str, expected: list[str]) -> None:
    assert subjects(sentence) == expected


def test_a_heading_that_names_a_cluster_is_the_subject_below_it() -> None:
    rows = figures("到2027年，产值达到300亿元，本地配套率达到60%。", "建设现代煤化工集群")
    assert [row.subject_text for row in rows] == ["现代煤化工集群"] * 2
    rows = figures("到2027年，产值达到300亿元。", "培育支柱产业")
    assert [row.subject_text for row in rows] == ["全省"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a rate a year under a plan's name is for that figure alone
        (
            "到2025年，工业总产值突破6000亿元，“十四五”年均增长7%左右，占全省工业的比重保持在20%以上。",
            [(None, "2025-12-31"), ("2021-01-01", "2025-12-31"), (None, "2025-12-31")],
        ),
        # years in a list take the values in order
        (
            "2023年、2025年工业总产值分别达到1650亿元、2000亿元。",
            [("2023-01-01", "2023-12-31"), ("2025-01-01", "2025-12-31")],
        ),
        # a year to compare with is none
        ("2021年全省生产总值增长7.4%，以2019年为基期增长11%。", [("2021-01-01", "2021-12-31")] * 2),
        # 二十五 holds no plan
        ("到2000年，工业总产值年均递增百分之二十五。", [("1996-01-01", "2000-12-31")]),
        # once it runs, nobody knows when
        ("该项目2026年底竣工，达产后年销售收入可达9亿元。", [(None, None)]),
    ],
)
def test_when(sentence: str, expected: list[tuple[str | None, str | None]]) -> None:
    rows = figures(sentence)
    assert [(row.period_start, row.period_end) for row in rows] == expected


def test_a_firm_a_capacity_and_what_is_being_done_are_a_project() -> None:
    text = "青石县工业简报\n\n一、项目进展\n\n{}\n"
    found = read(text.format("嘉陵果业年产6万吨橙汁饮料主体厂房封顶。"))["projects"]
    assert [(row.name, row.capacity_unit) for row in found] == [("年产6万吨橙汁饮料", "t/a")]
    assert not read(text.format("嘉陵果业年产6万吨橙汁饮料，是全县最大的果汁企业。"))["projects"]
