"""What all charts are drawn with: sizes, texts, shapes."""

from dataclasses import dataclass
from html import escape
from typing import Protocol

from jiqun.site.labels import shorten, width_of

# Widths in pixels: of the text column, of half a page without outline, of half the text column, of a phone.
WIDE = 760
HALF = 560
COLUMN = 490
NARROW = 340
# Below this width labels stand above what they name, not beside it.
_ABOVE = 480
GAP = 8
# Half the width of a Chinese character in the type of the charts, of which a label may take two fifths.
_CHARACTER = 6.6
_LABELS = 0.4


class Drawing(Protocol):
    """What can be drawn at a width: the inside of an SVG element, and its height."""

    def draw(self, width: int) -> tuple[str, int]:
        """The shapes, and how high they are."""
        ...


@dataclass(frozen=True, slots=True)
class Gutter:
    """The room for labels at the left: none where they stand above, which takes `above` pixels of a row."""

    left: int
    above: int
    room: int

    def label(self, text: str, top: float, height: float) -> str:
        """The label of a row that begins at `top`."""
        shown = shorten(text, self.room)
        if self.above:
            return words(shown, 0, top + self.above - 5, "row-label start")
        return words(shown, self.left - GAP, top + height / 2 + 4.5, "row-label")


def gutter(labels: list[str], width: int) -> Gutter:
    """The room that labels need in a chart of that width."""
    if width < _ABOVE:
        return Gutter(0, 20, int(width / _CHARACTER))
    widest = max(map(width_of, labels), default=0)
    left = round(min(widest * _CHARACTER + 2 * GAP, width * _LABELS))
    return Gutter(left, 0, int((left - GAP) / _CHARACTER))


def words(text: str, x: float, y: float, style: str, more: str = "") -> str:
    """A text, its baseline at `y`."""
    return f'<text class="{style}" x="{x:g}" y="{y:g}"{more}>{escape(text)}</text>'


def shape(tag: str, style: str, place: str, name: str = "", **size: float) -> str:
    """A shape that leads to `place` when pressed and says its name when pointed at."""
    sizes = "".join(f' {key}="{value:.4g}"' for key, value in size.items())
    link = f' data-href="{escape(place)}"' if place else ""
    title = f"<title>{escape(name)}</title>" if name else ""
    return f'<{tag} class="{style}"{sizes}{link}>{title}</{tag}>'


def line(x1: float, y1: float, x2: float, y2: float, style: str = "grid") -> str:
    """A line."""
    return f'<line class="{style}" x1="{x1:.4g}" y1="{y1:.4g}" x2="{x2:.4g}" y2="{y2:.4g}"/>'


def element(identifier: str, title: str, summary: str, drawing: Drawing, width: int) -> str:
    """The chart as an SVG element that names and describes itself; it shows up to its own size."""
    body, height = drawing.draw(width)
    name = f"{escape(identifier)}-{width}"
    return (
        f'<svg class="chart" role="img" viewBox="0 0 {width} {height}" style="max-width:{width}px"'
        f' aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(summary)}</desc>'
        f"{body}</svg>"
    )
