"""Characters of a page to printed lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from jiqun.reading.formats.pdf_page import Glyph

# Gaps in parts of the line's height. A gap as wide as one sets columns apart; a narrower one parts Latin
# words.
_COLUMN_GAP = 1.6
_WIDE_GAP = 0.75
_WORD_GAP = 0.2
# How far two characters of one line may differ in height.
_RAISED = 0.45
# A page is set in two columns where so few lines cross its middle.
_CROSSING = 0.2
_LEAST_LINES = 12


@dataclass(slots=True)
class Line:
    """A printed line: its words with the place of each from the left edge, its box, and the height of its
    script."""

    words: list[tuple[float, str]]
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def middle(self) -> float:
        """Height of its middle over the page's lower edge."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """Its text, wide blanks between words that stand far apart."""
        return "\u3000\u3000".join(word for _, word in self.words)


def find_lines(glyphs: Sequence[Glyph], width: float) -> list[Line]:
    """The lines of a page, or of a cell, from the top; in two columns the left one first as far as the file
    says so.

    A line is what stands side by side, whatever the order in the file.
    """
    runs = list(_runs(glyphs))
    if _is_in_columns(runs, width):
        return [_line(run) for run in runs]
    runs.sort(key=lambda run: -_middle(run))
    rows: list[list[Glyph]] = []
    for run in runs:
        if rows and abs(_middle(rows[-1]) - _middle(run)) < _RAISED * max(_size(rows[-1]), _size(run)):
            rows[-1] += run
        else:
            rows.append(list(run))
    return [_line(sorted(row, key=lambda glyph: glyph.left)) for row in rows]


def _runs(glyphs: Iterable[Glyph]) -> Iterable[list[Glyph]]:
    """Characters that follow one another in the file from left to right at one height."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (
            abs(glyph.middle - run[-1].middle) > _RAISED * max(glyph.size, run[-1].size)
            or glyph.left < run[-1].left - run[-1].size / 2
        ):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _middle(glyphs: Sequence[Glyph]) -> float:
    return glyphs[0].middle


def _size(glyphs: Sequence[Glyph]) -> float:
    return glyphs[0].size


def _is_in_columns(runs: Sequence[Sequence[Glyph]], width: float) -> bool:
    """Whether a page is set in two columns: nearly no line crosses its middle, many stand on either side."""
    if len(runs) < _LEAST_LINES:
        return False
    crossing = sum(run[0].left < width * 0.47 and run[-1].right > width * 0.53 for run in runs)
    right = sum(run[0].left > width * 0.47 for run in runs)
    left = sum(run[-1].right < width * 0.53 for run in runs)
    return crossing < _CROSSING * len(runs) and min(left, right) > len(runs) / 4


def _line(glyphs: Sequence[Glyph]) -> Line:
    size = median(glyph.size for glyph in glyphs)
    words: list[tuple[float, str]] = []
    previous: Glyph | None = None
    for glyph in glyphs:
        gap = 0.0 if previous is None else glyph.left - previous.right
        if previous is None or gap > _COLUMN_GAP * size:
            words.append((glyph.left, glyph.text))
        else:
            left, word = words[-1]
            is_gap = glyph.spaced or (gap > _WORD_GAP * size and _are_latin(previous, glyph))
            blank = "\u3000" if gap > _WIDE_GAP * size else " " if is_gap else ""
            words[-1] = left, word + blank + glyph.text
        previous = glyph
    return Line(
        words,
        min(glyph.left for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        min(glyph.bottom for glyph in glyphs),
        max(glyph.top for glyph in glyphs),
        size,
    )


def _are_latin(one: Glyph, other: Glyph) -> bool:
    return one.text.isascii() and other.text.isascii() and one.text.isalnum() and other.text.isalnum()
