"""The second reader of figures: what it must read, and what it must leave alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jiqun.checks.engine.figures import in_unit, read_figure


@pytest.mark.parametrize(
    ("text", "unit", "value", "value_max"),
    [
        ("50亿元", "CNY", "5000000000", None),
        ("３．５万元", "CNY", "35000", None),
        ("1 ２\n亿元", "CNY", "1200000000", None),
        ("1,200万美元", "USD", "12000000", None),
        ("３亿多元", "CNY", "300000000", None),
        ("5万亿元", "CNY", "5000000000000", None),
        ("三千五百万元", "CNY", "35000000", None),
        ("亿元", "CNY", "100000000", None),
        ("百亿元", "CNY", "10000000000", None),
        ("20%", "%", "20", None),
        ("３‰", "%", "0.3", None),
        ("百分之二十五", "%", "25", None),
        ("三分之二", "%", "66.66666666666666666666666667", None),
        ("七成", "%", "70", None),
        ("1.5倍", "%", "150", None),
        ("2.6倍", "1", "2.6", None),
        ("翻两番", "1", "4", None),
        ("翻番", "1", "2", None),
        ("0.3个百分点", "pp", "0.3", None),
        ("2至3家", "1", "2", "3"),
        ("5—8万元", "CNY", "50000", "80000"),
        ("30%~50%", "%", "30", "50"),
        ("30亿元-50亿元", "CNY", "3000000000", "5000000000"),
        ("150万千瓦", "kW", "1500000", None),
        ("1500MW", "kW", "1500000", None),
        ("220千伏", "kV", "220", None),
        ("8000吨", "t/a", "8000", None),
        ("1200万吨", "t", "12000000", None),
        ("二〇〇九家", "1", "2009", None),
        ("十二个", "1", "12", None),
        ("二十三点五公顷", "ha", "23.5", None),
        ("一百零五亩", "mu", "105", None),
        ("两个", "1", "2", None),
        ("10余家", "1", "10", None),
        ("超过30家", "1", "30", None),
    ],
)
def test_reads(text: str, unit: str, value: str, value_max: str | None) -> None:
    figure = read_figure(text)
    assert figure is not None
    found = in_unit(figure, unit)
    assert found is not None
    assert found.value == Decimal(value)
    assert found.value_max == (None if value_max is None else Decimal(value_max))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("三五家", "1"),  # an estimate
        ("二三十家", "1"),
        ("半年", "a"),
        ("几十家", "1"),
        ("30%提高到50%", "%"),  # two figures
        ("50亿元", "ha"),  # another dimension
        ("50斤", "t"),
        ("6个月", "a"),
        ("若干", "1"),
        ("", "1"),
    ],
)
def test_leaves_alone(text: str, unit: str) -> None:
    figure = read_figure(text)
    assert figure is None or in_unit(figure, unit) is None
