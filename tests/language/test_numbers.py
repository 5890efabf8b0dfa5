"""Numerals: kinds, values, units and spans. Expected values were worked out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiqun.language.numbers import find_numerals, number_value, rate_units
from jiqun.reading.view import fold

NUMERALS = set("0123456789〇零一二三四五六七八九十百千万亿两")


@pytest.mark.parametrize(
    ("text", "printed", "value", "value_max", "unit"),
    [
        ("产值23.5亿元", "23.5亿元", "2350000000", None, "CNY"),
        ("投资３亿多元", "3亿多元", "300000000", None, "CNY"),
        ("投入2000多万元", "2000多万元", "20000000", None, "CNY"),
        ("一亿一千多万吨", "一亿一千多万吨", "110000000", None, "t"),
        ("两三百多亿元", "两三百多亿元", "20000000000", "30000000000", "CNY"),
        ("二十来家企业", "二十来家", "20", None, "1"),
        ("达到9千亿元", "9千亿元", "900000000000", None, "CNY"),
        ("突破1万2千亿元", "1万2千亿元", "1200000000000", None, "CNY"),
        ("能力扩至8千吨，", "8千吨", "8000", None, "t"),
        ("吸纳1万5千余人就业", "1万5千余人", "15000", None, "1"),
        ("收入1,200.5万元", "1,200.5万元", "12005000", None, "CNY"),
        ("三亿五千万元", "三亿五千万元", "350000000", None, "CNY"),
        ("出口二十一亿三千万美元", "二十一亿三千万美元", "2130000000", None, "USD"),
        ("一百二十家企业", "一百二十家", "120", None, "1"),
        ("十余家企业", "十余家", "10", None, "1"),
        ("两三百家企业", "两三百家", "200", "300", "1"),
        ("三到五家企业", "三到五家", "3", "5", "1"),
        ("培育5—10个集群", "5—10个", "5", "10", "1"),
        ("投资5-10亿元", "5-10亿元", "500000000", "1000000000", "CNY"),
        ("增长2%-3%", "2%-3%", "2", "3", "%"),
        ("占百分之七十一点五", "百分之七十一点五", "71.5", None, "%"),
        ("提高到三成", "三成", "30", None, "%"),
        ("提到六成五，", "六成五", "65", None, "%"),
        ("占四分之一", "四分之一", "25", None, "%"),
        ("按2‰奖励", "2‰", "0.2", None, "%"),
        ("产值翻一番", "翻一番", "2", None, "1"),
        ("产值翻两番", "翻两番", "4", None, "1"),
        ("提高0.3个百分点", "0.3个百分点", "0.3", None, "pp"),
        ("收入比2.5:1", "2.5:1", "2.5", None, "1"),
        ("面积13平方公里", "13平方公里", "13", None, "km2"),
        ("用地300亩", "300亩", "300", None, "mu"),
        ("奖励贰拾万元", "贰拾万元", "200000", None, "CNY"),
    ],
)
def test_quantities(text: str, printed: str, value: str, value_max: str | None, unit: str) -> None:
    folded = fold(text)
    found = [numeral for numeral in find_numerals(folded, {}) if numeral.kind == "quantity"]
    assert [(folded[n.start : n.end], n.value, n.value_max, n.code) for n in found] == [
        (printed, Decimal(value), None if value_max is None else Decimal(value_max), unit)
    ]


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("二〇一〇年八月八日", "二〇一〇年八月八日", "date"),
        ("二○○九年三月十九日印发", "二○○九年三月十九日", "date"),
        ("2025-08-16", "2025-08-16", "date"),
        ("在31日举行的大会上", "31日", "date"),
        ("今晨10时35分讯", "10时35分", "date"),
        ("保持两位数增长", "两", "idiom"),
        ("联系电话：0710-3240304", "0710", "name_part"),
        ("详见www.example.cn/2023/a1.html", "2023", "name_part"),
        ("2011年至2015年", "2011年至2015年", "period"),
        ("到2015年末", "2015年", "period"),
        ("“十一五”末", "十一五", "period"),
        ("五年内建成", "五年", "period"),
        ("居第18位", "18", "ordinal"),
        ("增速居全市各区前3。", "3", "ordinal"),
        ("前3个月", "3个月", "period"),
        ("产值\n图1：2011-2015年产值", "1", "ordinal"),
        ("产值\n表2主要指标", "2", "ordinal"),
        ("产值\n表2家企业", "2家", "quantity"),
        ("“2017中国产业园区论坛”", "2017", "name_part"),
        ("“2017年中国产业园区论坛”", "2017年", "period"),
        ("收入比1：2", "1：2", "quantity"),
        ("培育300—500亿级集群10个", "300—500亿", "name_part"),
        ("产值300—500亿元的集群", "300—500亿元", "quantity"),
        ("省台两度走进我县", "两", "idiom"),
        ("信息编号003010明确", "003010", "name_part"),
        ("。21日上午开工", "21日", "date"),
        ("三届二次全会", "三", "ordinal"),
        ("统一规划", "一", "idiom"),
        ("唯一一个国家级集群", "一", "idiom"),
        ("投入一点二亿元", "一点二亿元", "quantity"),
        ("一点一滴做起", "一", "idiom"),
        ("零部件配套", "零", "idiom"),
        ("第二产业增加值", "二", "name_part"),
        ("二氧化硫排放", "二", "name_part"),
        ("苏政发〔2010〕12号", "2010", "document_number"),
    ],
)
def test_other_kinds(text: str, printed: str, kind: str) -> None:
    folded = fold(text)
    first = find_numerals(folded, {})[0]
    assert (folded[first.start : first.end], first.kind) == (printed, kind)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("每亩投资180万元", "CNY/mu"),
        ("亩均税收12万元", "CNY/mu"),
        ("每平方米补助100元", "CNY/m2"),
        ("年产20万吨", "t/a"),
        ("日处理污水5万吨", "t/d"),
        ("纸品年生产能力可达到30万吨", "t/a"),
        ("年产值15亿元", "CNY"),
        ("年产业规模20亿元", "CNY"),
    ],
)
def test_units_that_words_before_the_number_make(text: str, unit: str) -> None:
    numerals = find_numerals(text, {})
    rate_units(text, numerals, frozenset({"CNY/mu", "CNY/m2", "t/a", "t/d"}))
    assert numerals[-1].code == unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百零五", 105),
        ("十", 10),
        ("二十一", 21),
        ("一千二百", 1200),
        ("两万", 20000),
        ("三亿零五十万", 300500000),
        ("二〇一五", 2015),
        ("1万", 10000),
    ],
)
def test_number_value(text: str, value: int) -> None:
    assert number_value(text) == value


@given(
    st.text(
        alphabet="一二三四五十百千万亿两零〇○0123456789.,年月日第成分之翻番个家元%：:、，。至—-（）“”产业增长",
        max_size=60,
    )
)
def test_each_numeral_lies_in_one_span(text: str) -> None:
    """Whatever the text, spans are in order, none overlaps another, and no numeral is left out."""
    found = find_numerals(text, {})
    position = 0
    for numeral in found:
        assert position <= numeral.start < numeral.number_end <= numeral.end <= len(text)
        position = numeral.end
    covered = {offset for numeral in found for offset in range(numeral.start, numeral.end)}
    assert not [text[i] for i in range(len(text)) if text[i] in NUMERALS and i not in covered]


def test_an_ordinal_goes_on_in_its_list() -> None:
    """第一、二批 are two ordinals; 8家 behind 第一 counts firms."""
    assert [n.kind for n in find_numerals("专项债券第一、二批项目", {})] == ["ordinal", "ordinal"]
    assert [n.kind for n in find_numerals("位居全省第一、8家企业上市", {})] == ["ordinal", "quantity"]


def test_boxes_and_annexes_are_numbered() -> None:
    """专栏4-1 and 附件2 number what they head; 附件12个 counts it."""
    found = find_numerals("专栏4-1 重点项目，附件2：名单，共有附件12个", {})
    assert [n.kind for n in found] == ["ordinal", "ordinal", "quantity"]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("增长-3.2%，", "-3.2%", "-3.2"),
        ("增速为－5%，", "－5%", "-5"),
        ("电子|24.7|-8.3", "-8.3", "-8.3"),
        # a range, a name and a list have no sign
        ("引进2-3家", "2-3家", "2"),
        ("在G-7列车上坐了3小时", "3小时", "3"),
    ],
)
def test_a_printed_minus_belongs_to_its_number(text: str, printed: str, value: str) -> None:
    found = [n for n in find_numerals(fold(text), {}) if n.kind == "quantity"][-1]
    assert (text[found.start : found.end], str(found.value)) == (printed, value)
