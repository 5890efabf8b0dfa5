"""Charts: what is drawn stands for what is counted, fits its width and is never markup of a source."""

import re
from xml.etree import ElementTree

import pytest
from sample_package import ATTACK

from jiqun.site.charts import (
    HALF,
    NARROW,
    WIDE,
    Bar,
    Bars,
    Cell,
    Drawing,
    Matrix,
    Panel,
    Panels,
    Point,
    Strip,
    Strips,
    element,
)
from jiqun.site.charts.strips import linear, logarithmic, spans_widely

_LONG = "计算机、通信和其他电子设备制造业与专用设备制造业产业集群"
_DRAWINGS: dict[str, Drawing] = {
    "bars": Bars(
        [Bar(ATTACK, {"a": 3, "b": 1}, {"a": "?a=1&b=2"}), Bar(_LONG, {"a": 0, "b": 400})],
        {"a": "甲", "b": "乙"},
    ),
    "matrix": Matrix([ATTACK, _LONG], [(_LONG, 1), ("b", 2)], {(0, 0): Cell(9, "?x=1"), (1, 1): Cell(1)}),
    "panels": Panels([Panel("供给", "推动", "right", [Bar(ATTACK, {"": 2}, {"": "?x"})])]),
    "strips": Strips(
        [
            Strip(ATTACK, [Point(5e6, ATTACK, "#x", 1), Point(5e6, "b", "#y", 2, True)], "2 / 3"),
            Strip(_LONG, []),
        ],
        logarithmic([5e6], str),
    ),
}


@pytest.mark.parametrize("width", [WIDE, HALF, NARROW])
@pytest.mark.parametrize("name", _DRAWINGS)
def test_a_chart_is_well_formed_and_stays_inside(name: str, width: int) -> None:
    svg = ElementTree.fromstring(element("a-b", ATTACK, "summary", _DRAWINGS[name], width))
    height = float(svg.get("viewBox", "").split()[3])
    for shape in svg.iter():
        if shape.tag == "rect":
            assert float(shape.get("x", "0")) + float(shape.get("width", "0")) <= width
        if shape.tag == "circle":
            assert 0 <= float(shape.get("cx", "0")) <= width
            assert 0 <= float(shape.get("cy", "0")) <= height
    assert "script" not in {shape.tag for shape in svg.iter()}


def test_parts_of_a_bar_are_as_long_as_their_counts() -> None:
    drawn, _ = _DRAWINGS["bars"].draw(WIDE)
    widths = [float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', drawn)]
    assert len(widths) == 3
    assert widths[2] / widths[0] == pytest.approx(400 / 3, rel=0.01)
    assert 'data-href="?a=1&amp;b=2"' in drawn


def test_rows_of_a_matrix_end_with_their_remarks() -> None:
    cells = {(0, number): Cell(3) for number in range(20)}
    for width in (WIDE, NARROW):
        drawn, _ = Matrix(["a"], [("x", 1)] * 20, cells, ["60"]).draw(width)
        place = re.search(r'<text class="figure end" x="([\d.]+)" y="[\d.]+">60</text>', drawn)
        assert place is not None
        assert max(map(float, re.findall(r'cx="([\d.]+)"', drawn))) < float(place[1]) <= width


def test_a_disc_has_its_count_where_it_fits() -> None:
    def said(*counts: int) -> list[str]:
        cells = {(0, number): Cell(count) for number, count in enumerate(counts)}
        drawn, _ = Matrix(["a"], [("x", 1)] * len(counts), cells).draw(WIDE)
        return re.findall(r'class="in-disc"[^>]*>(\d+)<', drawn)

    assert said(9, 4) == ["9", "4"]
    # As large as the disc of 4 above, but of two digits.
    assert said(45, 20) == ["45"]


def test_the_area_of_a_disc_is_its_count() -> None:
    drawn, _ = Matrix(["a"], [("x", 1), ("y", 1)], {(0, 0): Cell(16), (0, 1): Cell(4)}).draw(WIDE)
    large, small = (float(radius) for radius in re.findall(r' r="([\d.]+)"', drawn))
    assert large / small == pytest.approx(2, rel=0.01)


def test_points_at_one_place_are_drawn_apart() -> None:
    axis = linear([1.0], str)
    drawn, _ = Strips([Strip("a", [Point(1.0, str(number), "", 1) for number in range(3)])], axis).draw(WIDE)
    assert len(set(re.findall(r'cy="([\d.]+)"', drawn))) == 3


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [([3.0, 17.0], 0, 20), ([-8.0, 20.0], -10, 20), ([0.0], 0, 1), ([0.2], 0, 0.2)],
)
def test_a_linear_axis_has_zero_and_round_ends(values: list[float], low: float, high: float) -> None:
    axis = linear(values, str)
    assert axis.low <= min(values)
    assert axis.high >= max(values)
    assert (axis.low, axis.high) == (low, high)
    assert 0 in [value for value, _ in axis.ticks]


def test_a_logarithmic_axis_has_whole_decades() -> None:
    axis = logarithmic([3e6, 4e9], str)
    assert [value for value, _ in axis.ticks] == [1e6, 1e7, 1e8, 1e9, 1e10]
    assert axis.place(1e8) == pytest.approx(0.5)
    assert logarithmic([10.0], str).place(10) == 0


def test_values_of_a_wide_range_ask_for_a_logarithmic_axis() -> None:
    assert spans_widely([1, 100])
    assert not spans_widely([10, 100])
    assert not spans_widely([-1, 100])
    assert not spans_widely([0, 100])
