"""Charts as SVG made here. Colours and type are the style sheet's, light and dark.

Each is drawn twice, for a wide and for a narrow screen, so that its words keep their size. Shapes that stand
for rows carry the rows' address in `data-href` and say in a `title` what they are; the same is in the table
of figures below a chart, for those who use no pointer.
"""

from jiqun.site.charts.bars import Bar, Bars
from jiqun.site.charts.canvas import COLUMN, HALF, NARROW, WIDE, Drawing, element
from jiqun.site.charts.matrix import Cell, Matrix
from jiqun.site.charts.panels import Panel, Panels
from jiqun.site.charts.strips import Axis, Point, Strip, Strips

__all__ = [
    "COLUMN",
    "HALF",
    "NARROW",
    "WIDE",
    "Axis",
    "Bar",
    "Bars",
    "Cell",
    "Drawing",
    "Matrix",
    "Panel",
    "Panels",
    "Point",
    "Strip",
    "Strips",
    "element",
]
