"""Groups of bars side by side under heads that point somewhere: what pushes, what surrounds, what pulls."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from jiqun.site.charts.bars import Bar
from jiqun.site.charts.canvas import shape, words

_HEAD = 54
_ROW = 26
_BAR = 6
_GAP = 26
_POINT = 14
_BESIDE = 480
# In a head narrower than this the share stands below the title.
_ROOMY = 220


@dataclass(frozen=True, slots=True)
class Panel:
    """A group: its title, what it does, the way it points, and its bars."""

    title: str
    note: str
    points: Literal["right", "up", "left"]
    bars: Sequence[Bar]

    @property
    def total(self) -> int:
        """The size of all its bars."""
        return sum(bar.total for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Panels:
    """Panels on one scale, beside one another where there is room."""

    panels: Sequence[Panel]

    def draw(self, width: int) -> tuple[str, int]:
        """A panel's colour is that of its number."""
        beside = width >= _BESIDE
        count = len(self.panels)
        room = (width - _GAP * (count - 1)) / count if beside else width
        longest = max((bar.total for panel in self.panels for bar in panel.bars), default=1)
        whole = sum(panel.total for panel in self.panels) or 1
        drawn = []
        left = top = lowest = 0.0
        for number, panel in enumerate(self.panels, 1):
            drawn.append(_head(panel, number, left, top, room, panel.total / whole))
            y = top + _HEAD + 12
            for bar in panel.bars:
                place = bar.links.get("", "")
                size = max(bar.total * room / longest, 1.5)
                said = f"{bar.label}: {bar.total}"
                drawn.append(words(bar.label, left, y + 10, "row-label start"))
                drawn.append(words(str(bar.total), left + room, y + 10, "figure end"))
                drawn.append(
                    shape("rect", "track", place, said, x=left, y=y + 15, width=room, height=_BAR)
                    + shape(
                        "rect", f"series-{number}", place, said, x=left, y=y + 15, width=size, height=_BAR
                    )
                )
                y += _ROW + 4
            lowest = max(lowest, y)
            left, top = (left + room + _GAP, top) if beside else (0, y + 14)
        return "".join(drawn), round(lowest + 4)


def _head(panel: Panel, number: int, left: float, top: float, room: float, share: float) -> str:
    """A head in the shape of an arrow, with the group's share of the whole."""
    right, bottom, middle = left + room, top + _HEAD, top + _HEAD / 2
    corners = {
        "right": [
            (left, top),
            (right - _POINT, top),
            (right, middle),
            (right - _POINT, bottom),
            (left, bottom),
        ],
        "left": [
            (right, top),
            (left + _POINT, top),
            (left, middle),
            (left + _POINT, bottom),
            (right, bottom),
        ],
        "up": [
            (left, top + _POINT * 0.6),
            (left + room / 2, top - _POINT * 0.0),
            (right, top + _POINT * 0.6),
            (right, bottom),
            (left, bottom),
        ],
    }[panel.points]
    points = " ".join(f"{x:.4g},{y:.4g}" for x, y in corners)
    inner = left + _POINT + 6
    return (
        f'<polygon class="head-{number}" points="{points}"/>'
        + words(panel.title, inner, top + 25, "head")
        + words(panel.note, inner, top + 43, "head-note")
        + words(f"{share:.0%}", right - _POINT - 8, top + (33 if room >= _ROOMY else 46), "head-share")
    )
