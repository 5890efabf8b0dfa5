"""A document as rules want to read it, with the way back to exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

# One character to one character, so that offsets never move. Commas and colons between digits stay as they are.
_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDTH |= str.maketrans(
    {
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
        "\u00a0": " ",
        "\u3000": " ",
        "\t": " ",
    }
)
_COMMA = re.compile(r"(?<![0-9]),|,(?!\d{3}(?!\d))")
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
_QUESTION = re.compile(r"\?(?!\d)")


def fold(text: str) -> str:
    """Full-width letters, digits and signs to one common form, length unchanged.

    １２．５％ becomes 12.5% and (一) becomes （一）; 1,200 keeps its comma, 轻工,纺织 gets a Chinese one.
    """
    text = text.translate(_WIDTH)
    if "," in text:
        text = _COMMA.sub("，", text)
    if ":" in text:
        text = _COLON.sub("：", text)
    if "?" in text:
        text = _QUESTION.sub("？", text)
    return text


class View:
    """Normalised text of a stretch of a source.

    `text` has folded widths, no layout blanks, no line ends inside a paragraph, and "\\n" between paragraphs.
    `start` and `end` give source offsets for view offsets; a span of the view maps to the source span that runs from
    its first character to its last, so blanks and breaks inside are included and those around it are not.
    """

    __slots__ = ("_source_starts", "_view_starts", "text")

    def __init__(self, pieces: Iterable[tuple[int, str]]) -> None:
        """`pieces` are (source offset, text) in order, each text one to one with the source from that offset."""
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

    def offset(self, position: int) -> int:
        """Source offset of the view's character at `position`."""
        piece = bisect_right(self._view_starts, position) - 1
        return self._source_starts[piece] + position - self._view_starts[piece]

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of the view's characters `start` to `end` (end-exclusive, not empty)."""
        return self.offset(start), self.offset(end - 1) + 1

    def position(self, offset: int) -> int:
        """View offset of the first character at or after the source offset `offset`."""
        piece = bisect_right(self._source_starts, offset) - 1
        if piece < 0:
            return 0
        position = self._view_starts[piece] + offset - self._source_starts[piece]
        following = self._view_starts[piece + 1] if piece + 1 < len(self._view_starts) else len(self.text)
        return min(position, following)

    def is_whole(self, start: int, end: int) -> bool:
        """Whether the view's characters `start` to `end` lie together in the source, nothing left out between."""
        piece = bisect_right(self._view_starts, start) - 1
        return piece + 1 >= len(self._view_starts) or end <= self._view_starts[piece + 1]

    def printed(self, source_text: str, start: int, end: int) -> str:
        """The source's own characters behind the view's `start` to `end`, layout left out but widths as printed."""
        parts = []
        piece = bisect_right(self._view_starts, start) - 1
        while start < end:
            following = self._view_starts[piece + 1] if piece + 1 < len(self._view_starts) else len(self.text)
            stop = min(end, following)
            offset = self._source_starts[piece] + start - self._view_starts[piece]
            parts.append(source_text[offset : offset + stop - start])
            start = stop
            piece += 1
        return "".join(parts)
