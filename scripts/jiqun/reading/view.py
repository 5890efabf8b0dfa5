"""A document as rules want to read it, with the way back to exact offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

# Characters that print nothing and no blank either; web copies are full of them.
ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# What zero-width characters fold to; the view leaves it out.
NOTHING = "\u200b"
# Blanks of every width; line ends and form feeds are none of them.
BLANKS = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

# One character to one character, so that offsets never move. Commas and colons between digits stay as they
# are.
_FOLDED = {
    "％": "%",
    "﹪": "%",
    "．": ".",
    "＋": "+",
    "－": "-",
    "–": "-",
    "﹣": "-",
    "‐": "-",
    "‑": "-",
    "／": "/",
    "＝": "=",
    "～": "~",
    "〜": "~",
    "＂": '"',
    "＄": "$",
    "＃": "#",
    "＊": "*",
    "＜": "<",
    "＞": ">",
    "(": "（",
    ")": "）",
    "﹙": "（",
    "﹚": "）",
    ";": "；",
    "!": "！",
    "﹑": "、",
    "︰": "：",
    "∶": "：",
    "［": "[",
    "］": "]",
    "〝": "“",
    "〞": "”",
    "「": "“",
    "」": "”",
    "―": "—",
    "─": "—",
    "﹐": "，",
    "､": "、",
    "｡": "。",
    "﹔": "；",
    "﹕": "：",
    "﹖": "？",
    "﹗": "！",
}
_FOLDED |= {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_FOLDED |= {chr(code): chr(code - 0xFEE0) for code in range(0xFF41, 0xFF5B)}
_FOLDED |= dict.fromkeys(BLANKS[1:], " ") | dict.fromkeys(ZERO_WIDTH, NOTHING)
# Kangxi radicals and compatibility ideographs, which texts copied from PDF files hold in place of common
# characters.
_FOLDED |= {
    chr(code): unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA0E), *range(0xFA10, 0xFA6E))
}
_UNFOLDED = re.compile("[" + re.escape("".join(_FOLDED)) + "]")
# １２，３４５ set full-width throughout; 10，200 in ASCII digits is two numbers.
_WIDE_THOUSANDS = re.compile("(?<![０-９．，])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])")
# Straight quotes around words of one line; one alone stays.
_QUOTED = re.compile(r'"([^"\n]{1,200}+)"')
_COMMA = re.compile(r"(?<![0-9]),|,(?!\d{3}(?!\d))")
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
# A full stop typed as a point: 产值30.5亿元.我县获评; 一.总体要求 is a mark of a list.
_POINT = re.compile(
    r"(?<=[\u4e00-\u9fff%])(?<![一二三四五六七八九十])\.(?![年月日时天])(?=[\u4e00-\u9fff\n“]|$)"
)
_QUESTION = re.compile(r"\?(?!\d)")


def _fold_character(found: re.Match[str]) -> str:
    return _FOLDED[found[0]]


def fold(text: str) -> str:
    """Full-width letters, digits and signs to one common form, length unchanged.

    １２．５％ becomes 12.5% and (一) becomes （一）; 1,200 and １，２００ get an ASCII comma, 轻工,纺织 a
    Chinese one.
    """
    if "，" in text:
        text = _WIDE_THOUSANDS.sub(lambda found: found[0].replace("，", ","), text)
    text = _UNFOLDED.sub(_fold_character, text)
    if '"' in text:
        text = _QUOTED.sub(r"“\1”", text)
    if "," in text:
        text = _COMMA.sub("，", text)
    if ":" in text:
        text = _COLON.sub("：", text)
    if "?" in text:
        text = _QUESTION.sub("？", text)
    if "." in text:
        text = _POINT.sub("。", text)
    return text


class View:
    """Normalised text of a stretch of a source.

    `text` has folded widths, no layout blanks, no line ends inside a paragraph, and "\\n" between paragraphs.
    `start` and `end` give source offsets for view offsets; a span of the view maps to the source span that
    runs from its first character to its last, so blanks and breaks inside are included and those around it
    are not.
    """

    __slots__ = ("_moved", "_source_starts", "_view_ends", "_view_starts", "text")

    def __init__(self, pieces: Iterable[tuple[int, str]]) -> None:
        """`pieces` are (source offset, text) in order, each one to one with the source from that offset."""
        view_starts: list[int] = []
        source_starts: list[int] = []
        texts: list[str] = []
        length = 0
        for offset, text in pieces:
            if not text:
                continue
            view_starts.append(length)
            source_starts.append(offset)
            texts.append(text)
            length += len(text)
        self.text = "".join(texts)
        self._view_starts = view_starts
        self._source_starts = source_starts
        # Of each piece: where it ends in the view, and how far its source lies from it.
        self._view_ends = [*view_starts[1:], length]
        self._moved = [source - view for source, view in zip(source_starts, view_starts, strict=True)]

    def offset(self, position: int) -> int:
        """Source offset of the view's character at `position`."""
        return position + self._moved[bisect_right(self._view_starts, position) - 1]

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of the view's characters `start` to `end` (end-exclusive, not empty)."""
        piece = bisect_right(self._view_starts, start) - 1
        moved = self._moved[piece]
        if end <= self._view_ends[piece]:
            return start + moved, end + moved
        return start + moved, self.offset(end - 1) + 1

    def position(self, offset: int) -> int:
        """View offset of the first character at or after the source offset `offset`."""
        piece = bisect_right(self._source_starts, offset) - 1
        if piece < 0:
            return 0
        return min(offset - self._moved[piece], self._view_ends[piece])

    def is_whole(self, start: int, end: int) -> bool:
        """Whether the view's characters `start` to `end` lie together in the source, nothing left out
        between.
        """
        return end <= self._view_ends[bisect_right(self._view_starts, start) - 1]

    def printed(self, source_text: str, start: int, end: int) -> str:
        """The source's own characters behind the view's `start` to `end`, layout left out but widths as
        printed.
        """
        piece = bisect_right(self._view_starts, start) - 1
        if start < end <= self._view_ends[piece]:
            moved = self._moved[piece]
            return source_text[start + moved : end + moved]
        parts = []
        while start < end:
            stop, moved = min(end, self._view_ends[piece]), self._moved[piece]
            parts.append(source_text[start + moved : stop + moved])
            start = stop
            piece += 1
        return "".join(parts)
