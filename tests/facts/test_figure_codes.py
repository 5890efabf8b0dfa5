"""Codes that unit, measure word or verb decide: a sentence for each rule, one it must leave alone."""

from __future__ import annotations

import pytest

from texts import figures


def coded(sentence: str) -> list[tuple[str, str, str]]:
    return [(row.value_text, row.indicator, row.unit) for row in figures(sentence, "工业运行")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a sum for each mu is what the land yields, bears or holds; its price is none of these
        (
            "工业用地平均产出118万元/亩，税收强度31万元/亩，投资强度260万元/亩。",
            [
                ("118万元/亩", "output_per_land", "CNY/mu"),
                ("31万元/亩", "tax_per_land", "CNY/mu"),
                ("260万元/亩", "investment_intensity", "CNY/mu"),
            ],
        ),
        ("征地补偿费达到4万元/亩。", [("4万元/亩", "other", "CNY/mu")]),
        # money lent, whatever the loan is called; money put by for lending is none
        ("银行累计发放“茶贷”4.7亿元。", [("4.7亿元", "loan", "CNY")]),
        ("为中小企业协调担保贷款4600万元。", [("4600万元", "loan", "CNY")]),
        ("市担保公司累计为企业担保贷款4600万元。", [("4600万元", "financing", "CNY")]),
        ("今年以来节省运输费用2600万元。", [("2600万元", "cost_saving", "CNY")]),
        ("今年以来发生运输费用2600万元。", [("2600万元", "other", "CNY")]),
        # machines, works and premises by their measure words
        ("园区拥有无梭剑杆2400台。", [("2400台", "equipment_count", "1")]),
        ("关停水泥立窑2座。", [("2座", "equipment_count", "1")]),
        ("建成隧道2座。", [("2座", "facility_count", "1")]),
        ("盘活旧厂房26处。", [("26处", "facility_count", "1")]),
        ("整改隐患26处。", [("26处", "other", "1")]),
        # those sent out are no people of the place and no bodies
        ("选派136名干部驻厂帮扶。", [("136名", "other", "1")]),
        ("组建招商小分队5支。", [("5支", "other", "1")]),
        ("建成公共服务机构5家。", [("5家", "institution_count", "1")]),
        ("规上企业数字化改造覆盖率达到90%。", [("90%", "digitalization_rate", "%")]),
        ("规上企业数达到90家。", [("90家", "enterprise_count", "1")]),
        ("五个工作日之内必须有回音。", [("五个工作日", "time_limit", "d")]),
        # what was made is no capacity
        ("2009年生产轴承2.4亿套。", [("2.4亿套", "production_volume", "1")]),
        ("年产轴承2.4亿套。", [("2.4亿套", "production_capacity", "1/a")]),
        ("两个园区合计分梳绒毛1.2万吨。", [("1.2万吨", "production_volume", "t")]),
        (
            "年产整机30万台、零部件170万台。",
            [("30万台", "production_capacity", "1/a"), ("170万台", "production_capacity", "1/a")],
        ),
        (
            "年产整机30万台、库存零部件170万台。",
            [("30万台", "production_capacity", "1/a"), ("170万台", "equipment_count", "1")],
        ),
        # firms are a share of firms: a bare total has no measure
        ("规模以上企业占集群企业总数的12%。", [("12%", "enterprise_count", "%")]),
        ("三个集群占全省工业总产值的12%。", [("12%", "gross_output", "%")]),
        # what stands before the number is counted where what stands behind is what it does
        ("选派科技特派员100名驻企服务。", [("100名", "talent", "1")]),
        ("引进100名高层次人才。", [("100名", "talent", "1")]),
        # two counts of the same people
        ("搬迁群众1200户4800人。", [("1200户", "population", "1"), ("4800人", "population", "1")]),
        ("在建面积21平方公里。", [("21平方公里", "land_area", "km2")]),
        ("在建面积21万平方米。", [("21万平方米", "floor_area", "m2")]),
        # a clause with 的 tells which firms; a verb behind firms ends what is counted
        ("园区接洽29家有意向入驻的企业。", [("29家", "enterprise_count", "1")]),
        ("园区有29家企业入驻标准厂房。", [("29家", "enterprise_count", "1")]),
        ("新建6条园区道路。", [("6条", "other", "1")]),
    ],
)
def test_codes_by_unit_and_verb(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert coded(sentence) == expected
