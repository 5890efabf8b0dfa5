"""The validator's own reader of printed figures. Values worked out by hand."""

from decimal import Decimal

import pytest

from jiqun.checks.engine.figures import read_figure


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("二十八亿七千万元", 2870000000),
        ("三亿五千万美元", 350000000),
        ("一万二千元", 12000),
        ("千亿元", 100000000000),
        ("两万亿元", 2000000000000),
        ("三千五百万元", 35000000),
        ("十二家", 12),
        ("兩萬億元", 2000000000000),
        ("不低於3.5萬噸", 35000),
    ],
)
def test_numbers_in_chinese_numerals(printed: str, value: int) -> None:
    figure = read_figure(printed)
    assert figure is not None and figure.value == Decimal(value)
