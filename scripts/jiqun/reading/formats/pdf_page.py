"""Characters and strokes of a page of a PDF file, with their places in points from its lower left corner."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument

from jiqun.reading.formats.limits import MAX_PAGE_CHARACTERS, MAX_PAGE_STROKES

# A stroke is no thicker than this, and no shorter than that.
_THICK, _SHORT = 3.0, 4.0
_STRAIGHT = 0.1
_MOST_PICTURES = 1000
_BLANKS = frozenset(map(ord, " \t\r\n"))


class Glyph(NamedTuple):
    """A printed character with the box that it takes on its line; `spaced` tells that the file has a blank
    before it.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    spaced: bool

    @property
    def size(self) -> float:
        """Height of its line."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Height of its middle over the page's lower edge."""
        return (self.top + self.bottom) / 2


class Stroke(NamedTuple):
    """A straight line along the page: `at` is its height or, where upright, its distance from the left
    edge."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """What is printed on a page. `unreadable` counts the characters that the file does not name, `pictured`
    is the share of the page that pictures cover."""

    width: float
    height: float
    glyphs: list[Glyph]
    level: list[Stroke] = field(default_factory=list)
    upright: list[Stroke] = field(default_factory=list)
    unreadable: int = 0
    pictured: float = 0.0


def read_page(document: PdfDocument, number: int) -> Page:
    """A page by its number from 0. Raises PdfiumError where it is damaged."""
    loaded = document[number]
    try:
        width, height = loaded.get_size()
        page = Page(width, height, [])
        textpage = loaded.get_textpage()
        try:
            _read_glyphs(textpage.raw, page)
        finally:
            textpage.close()
        if page.glyphs:
            _read_strokes(loaded, page)
        page.pictured = _pictured(loaded, page)
        return page
    finally:
        loaded.close()


def _read_glyphs(textpage: Any, page: Page) -> None:
    """The characters of a page in the order of the file, without turned ones (watermarks) and doubles."""
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    spaced = False
    seen: set[tuple[str, int, int]] = set()
    for index in range(min(pdfium.FPDFText_CountChars(textpage), MAX_PAGE_CHARACTERS + 1)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        text = chr(code) if 0 < code < 0x110000 else "\ufffd"
        if code in _BLANKS or (code > 32 and text.isspace()):
            spaced = True
            continue
        if code < 32 or not pdfium.FPDFText_GetLooseCharBox(textpage, index, reference):
            page.unreadable += code < 32
            continue
        if abs(math.sin(pdfium.FPDFText_GetCharAngle(textpage, index))) > _STRAIGHT:
            continue
        if 0xE000 <= code <= 0xEFFF or code >= 0xFFFE or text == "\ufffd":
            page.unreadable += 1
        place = (text, round(box.left), round(box.bottom))
        if place in seen or box.top <= box.bottom:
            continue
        seen.add(place)
        page.glyphs.append(Glyph(text, box.left, box.right, box.bottom, box.top, spaced))
        spaced = False


def _pictured(loaded: Any, page: Page) -> float:
    """The share of a page that its pictures cover; of a page cut into a great many, one for each of the first
    thousand. Scanners may cut a page into strips, so they are added up."""
    covered = 0.0
    pictures = loaded.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    for item in islice(pictures, _MOST_PICTURES):
        left, bottom, right, top = item.get_bounds()
        across = min(right, page.width) - max(left, 0)
        covered += max(across, 0) * max(min(top, page.height) - max(bottom, 0), 0)
    return covered / (page.width * page.height) if page.width > 0 < page.height else 0.0


def _read_strokes(loaded: Any, page: Page) -> None:
    """The strokes that can rule a table: lines, and the edges of boxes; none where a page is a drawing."""
    for count, item in enumerate(loaded.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if max(count, len(page.level), len(page.upright)) > MAX_PAGE_STROKES:
            page.level.clear()
            page.upright.clear()
            return
        left, bottom, right, top = item.get_bounds()
        if top - bottom <= _THICK and right - left >= _SHORT:
            page.level.append(Stroke((bottom + top) / 2, left, right))
        elif right - left <= _THICK and top - bottom >= _SHORT:
            page.upright.append(Stroke((left + right) / 2, bottom, top))
        elif top - bottom > _THICK and right - left > _THICK:
            _add_segments(item, page)


def _add_segments(item: Any, page: Page) -> None:
    """The straight segments of a path that draws several."""
    count = pdfium.FPDFPath_CountSegments(item.raw)
    if not _is_drawn(item.raw) or not 1 < count <= MAX_PAGE_STROKES:
        return
    for (x, y), (u, v) in _segments(item, count):
        if abs(y - v) < 1 and abs(x - u) >= _SHORT:
            page.level.append(Stroke((y + v) / 2, min(x, u), max(x, u)))
        elif abs(x - u) < 1 and abs(y - v) >= _SHORT:
            page.upright.append(Stroke((x + u) / 2, min(y, v), max(y, v)))


def _is_drawn(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    drawn = pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(drawn and (stroke.value or fill.value))


def _segments(item: Any, count: int) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """From where to where each line of a path goes, on the page."""
    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item.raw, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        point = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield last, first
            last = first
