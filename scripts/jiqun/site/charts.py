"""Charts as SVG made here: bars, plain or stacked. Colours and type are the style sheet's, light and dark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from jiqun.site.labels import width_of

_WIDTH = 720
_ROW = 26
_BAR = 16
_GAP = 8
_CHARACTER = 7.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of one or more parts: series name to size; `link` leads to the rows it counts."""

    label: str
    parts: Mapping[str, int]
    link: str = ""

    @property
    def total(self) -> int:
        """The size of the whole bar."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a title. `series` maps the parts' names, in order, to labels; one series needs none."""

    identifier: str
    title: str
    summary: str
    bars: Sequence[Bar]
    series: Mapping[str, str] = field(default_factory=dict)


def draw(chart: Chart) -> str:
    """The chart as an SVG element that names and describes itself; figures stand beside the bars.

    Series are told apart by the classes series-1, series-2 … of the style sheet.
    """
    widest = max((width_of(bar.label) for bar in chart.bars), default=0)
    left = round(min(widest * _CHARACTER + 2 * _GAP, 300))
    scale = (_WIDTH - left - 60) / max((bar.total for bar in chart.bars), default=1)
    height = len(chart.bars) * _ROW + _GAP
    rows = "".join(
        _draw_bar(bar, list(chart.series) or list(bar.parts), left, number * _ROW + _GAP // 2, scale)
        for number, bar in enumerate(chart.bars)
    )
    name = escape(chart.identifier)
    return (
        f'<svg class="chart" role="img" viewBox="0 0 {_WIDTH} {height}" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(chart.title)}</title>'
        f'<desc id="{name}-d">{escape(chart.summary)}</desc>'
        f"{rows}</svg>"
    )


def _draw_bar(bar: Bar, series: Sequence[str], left: int, top: int, scale: float) -> str:
    middle = top + _BAR / 2 + 4.5
    drawn = [f'<text class="bar-label" x="{left - _GAP}" y="{middle:g}">{escape(bar.label)}</text>']
    x = float(left)
    for number, name in enumerate(series, 1):
        width = bar.parts.get(name, 0) * scale
        if width:
            drawn.append(
                f'<rect class="series-{number}" x="{x:.1f}" y="{top}"'
                f' width="{width:.1f}" height="{_BAR}" rx="2"/>'
            )
            x += width
    drawn.append(f'<text class="bar-value" x="{x + 6:.1f}" y="{middle:g}">{bar.total}</text>')
    return "".join(drawn)
