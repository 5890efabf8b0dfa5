"""Bars, plain or of several parts, their figures beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jiqun.site.charts.canvas import GAP, gutter, shape, words

_BAR = 16
_ROW = 26
_FIGURE = 48


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of one or more parts: series to size, and where each part's rows are."""

    label: str
    parts: Mapping[str, int]
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """The size of the whole bar."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under one another; `series` maps the parts to their labels, in the order they are drawn.

    `whole` draws all bars equally long, as shares.
    """

    bars: Sequence[Bar]
    series: Mapping[str, str]
    whole: bool = False

    def draw(self, width: int) -> tuple[str, int]:
        """Parts are told apart by the classes series-1, series-2 … of the style sheet."""
        side = gutter([bar.label for bar in self.bars], width)
        longest = max((bar.total for bar in self.bars), default=1)
        drawn = []
        top = 0.0
        for bar in self.bars:
            drawn.append(side.label(bar.label, top, _ROW))
            x, y = float(side.left), top + side.above + (0 if side.above else (_ROW - _BAR) / 2)
            scale = (width - side.left - _FIGURE) / ((bar.total if self.whole else longest) or 1)
            for number, (name, label) in enumerate(self.series.items(), 1):
                size = bar.parts.get(name, 0)
                if size:
                    said = f"{bar.label} · {label}: {size}" if label else f"{bar.label}: {size}"
                    drawn.append(
                        shape(
                            "rect",
                            f"series-{number}",
                            bar.links.get(name, ""),
                            said,
                            x=x,
                            y=y,
                            width=max(size * scale, 1.5),
                            height=_BAR,
                        )
                    )
                    x += size * scale
            drawn.append(words(f"{bar.total:,}", x + 6, y + _BAR / 2 + 4.5, "figure"))
            top += _ROW + (side.above and side.above - 2)
        return "".join(drawn), round(top + GAP)
