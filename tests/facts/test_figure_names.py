"""What a figure is of, as printed: its bound and the words that narrow it. Read by hand."""

import pytest

from texts import figures


def names(sentence: str) -> list[str]:
    return [row.indicator_text for row in figures(sentence, "发展现状")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a bound with its measure, printed before what it bounds
        ("培育年营收超50亿元企业1家、超10亿元企业6家。", ["年营收超50亿元企业", "超10亿元企业"]),
        ("产值超百亿元的产业集群达到3个。", ["产值超百亿元的产业集群"]),
        ("营业收入10亿元以上企业11家。", ["营业收入10亿元以上企业"]),
        ("产值上亿元的企业仅4户。", ["产值上亿元的企业"]),
        # a class that leaves its noun out
        (
            "提升一批特色产业集群，年营业收入超1000亿元的2个，超500亿元的5个。",
            ["年营业收入超1000亿元的", "超500亿元的"],
        ),
        # nouns and adjectives that narrow a count or a rate
        ("建成标准化原料基地12个。", ["标准化原料基地"]),
        ("关键零部件省内配套率达到60%。", ["关键零部件省内配套率"]),
        ("集群企业户均营业收入410万元。", ["户均营业收入"]),
        # the noun that ends the name
        ("全省竹林面积126.8万亩。", ["竹林面积"]),
        # the place, the period and the verb of being there stay outside, and so does how it moves
        ("全省现有企业1280家。", ["企业"]),
        ("全省拥有发明专利86件。", ["发明专利"]),
        ("2009年实现利税915亿元。", ["利税"]),
        ("审批时限压缩到40个工作日。", ["审批时限"]),
        ("规上工业用电量6亿度，同比增长30%。", ["规上工业用电量", "规上工业用电量"]),
        # that there are more of them is no part of what is counted; of jobs and land it is
        ("新增规模以上企业12家，引进投资亿元以上企业3家。", ["规模以上企业", "投资亿元以上企业"]),
        ("新增就业1200人，新增建设用地300亩。", ["新增就业", "新增建设用地"]),
        ("引进项目12个。", ["引进项目"]),
        # a sum told as completed, unless it is called investment alone
        ("全省累计完成固定资产投资320亿元。", ["固定资产投资"]),
        ("全省累计完成投资320亿元。", ["完成投资"]),
        # words that look like prepositions and verbs inside a name
        ("从业人员达到1200人。", ["从业人员"]),
        ("从工业看，增加值30亿元。", ["增加值"]),
        ("开发区建成区面积48平方公里。", ["建成区面积"]),
        ("青石陶瓷产业集群内规模以上企业72家。", ["规模以上企业"]),
        # money keeps its trade outside
        ("青石县陶瓷产业产值24亿元。", ["产值"]),
    ],
)
def test_the_printed_name(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


def test_counts_of_two_classes_are_no_repetition() -> None:
    rows = figures("工业总产值超500亿元产业集群3个，超300亿元产业集群1个，超100亿元产业集群3个。")
    assert [(row.indicator_text, row.value) for row in rows] == [
        ("工业总产值超500亿元产业集群", 3),
        ("超300亿元产业集群", 1),
        ("超100亿元产业集群", 3),
    ]
