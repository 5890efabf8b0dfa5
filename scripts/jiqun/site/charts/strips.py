"""Values as points on a common axis, a strip for each thing they are of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from jiqun.site.charts.canvas import gutter, line, shape, words

_ROW = 30
_RADIUS = 5
_AXIS = 26
_EDGE = 26
# From this ratio of the largest to the smallest value on, an axis is logarithmic.
_WIDE_RANGE = 40
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Point:
    """A value; its series is the number of its colour, and hollow tells a value aimed at from one reached."""

    value: float
    name: str
    place: str
    series: int
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """A labelled row of points, with a remark at its end."""

    label: str
    points: Sequence[Point]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The values from `low` to `high`, linear or logarithmic, and where its ticks are, with their labels."""

    low: float
    high: float
    logarithmic: bool
    ticks: Sequence[tuple[float, str]]

    def place(self, value: float) -> float:
        """Where a value lies between the ends, as a fraction."""
        if self.logarithmic:
            return (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Strips:
    """Strips under one another above their axis."""

    strips: Sequence[Strip]
    axis: Axis

    def draw(self, width: int) -> tuple[str, int]:
        """Points that would hide each other are moved up and down."""
        side = gutter([strip.label for strip in self.strips], width)
        remark = 90 if any(strip.remark for strip in self.strips) else 0
        start, end = side.left + 10, width - _EDGE - (0 if side.above else remark)
        height = len(self.strips) * (_ROW + side.above)
        drawn = []
        beside = None
        for value, label in self.axis.ticks:
            x = start + self.axis.place(value) * (end - start)
            drawn.append(line(x, 0, x, height, "grid zero" if value == 0 else "grid"))
            if beside is None or x - beside > 7.5 * len(label) + 8:
                drawn.append(words(label, round(x, 1), height + 18, "tick"))
                beside = x
        top = 0.0
        for strip in self.strips:
            middle = top + side.above + _ROW / 2
            drawn.append(side.label(strip.label, top, _ROW))
            drawn.append(line(start, middle, end, middle, "rail"))
            if strip.remark:
                x, y = (width, top + side.above - 5) if side.above else (width, middle + 4.5)
                drawn.append(words(strip.remark, x, y, "figure end"))
            xs = [start + self.axis.place(point.value) * (end - start) for point in strip.points]
            for point, x, shift in zip(strip.points, xs, _spread(xs), strict=True):
                style = f"{'ring' if point.hollow else 'dot'} series-{point.series}"
                drawn.append(
                    shape("circle", style, point.place, point.name, cx=x, cy=middle + shift, r=_RADIUS)
                )
            top += _ROW + side.above
        return "".join(drawn), height + _AXIS


def _spread(xs: Sequence[float]) -> list[float]:
    """How far up or down each point moves so that neighbours can be told apart."""
    shifts = [0.0] * len(xs)
    columns: dict[int, list[int]] = {}
    for number, x in enumerate(xs):
        columns.setdefault(round(x / (2 * _RADIUS)), []).append(number)
    for numbers in columns.values():
        step = min(2.0 * _RADIUS - 2, (_ROW - 2 * _RADIUS) / max(len(numbers) - 1, 1))
        for order, number in enumerate(numbers):
            shifts[number] = (order - (len(numbers) - 1) / 2) * step
    return shifts


def linear(values: Sequence[float], say: Callable[[float], str]) -> Axis:
    """An axis from zero, or from below it, with round ticks; `say` writes a tick's value."""
    low, high = min([*values, 0.0]), max([*values, 0.0])
    if low == high:
        high = 1.0
    rough = (high - low) / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first, last = floor(low / step), ceil(high / step)
    values = [round(number * step, 10) for number in range(first, last + 1)]
    return Axis(values[0], values[-1], False, [(value, say(value)) for value in values])


def logarithmic(values: Sequence[float], say: Callable[[float], str]) -> Axis:
    """An axis of whole decades for values above zero."""
    first, last = floor(log10(min(values))), ceil(log10(max(values)))
    last = max(last, first + 1)
    ticks = [(10.0**power, say(10.0**power)) for power in range(first, last + 1)]
    return Axis(10.0**first, 10.0**last, True, ticks)


def spans_widely(values: Sequence[float]) -> bool:
    """Whether values are best told apart on a logarithmic axis."""
    return min(values) > 0 and max(values) / min(values) >= _WIDE_RANGE
