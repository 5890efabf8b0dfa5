"""What a document is made of, whatever its format, and how that is written down as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line end inside it is one that the author set."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells from the first column on, empty where a merged cell reaches into it."""

    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line that the author set."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What of the file is not among its text, and what to do about it; no part of the text itself."""

    what: str
    hint: str


Block: TypeAlias = Paragraph | Row | Blank | Unread

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Control characters, byte order marks, halves of characters and code points that are none: no text holds
# them.
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\n\xa0]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014-\u2026]")


def laid_out(blocks: Iterable[Block]) -> str:
    """The text of a document: a paragraph a line, a row a line with tabs between its cells, LF at the end.

    Blank lines are kept, never two in a row. A row ends with its last cell that is not empty.
    """
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Unread):
            continue
        if isinstance(block, Blank):
            lines.append("")
        elif isinstance(block, Row):
            lines.append("\t".join(one_line(cell) for cell in block.cells).rstrip())
        else:
            lines += [line.rstrip() for line in clean(block.text).split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "".join(line + "\n" for line in kept)


def clean(text: str) -> str:
    """Text with LF for every kind of line end and without what no text holds."""
    return _NO_TEXT.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The text of a cell on one line: a line end between Chinese characters vanishes, any other is a
    blank."""
    return join_lines(_BLANKS.sub(" ", line).strip() for line in clean(text).split("\n"))


def join_lines(lines: Iterable[str]) -> str:
    """Lines that only layout parted, as one; empty ones are left out."""
    joined = ""
    for line in lines:
        if not line:
            continue
        joined += (" " if joined and needs_blank(joined[-1], line[0]) else "") + line
    return joined


def needs_blank(before: str, after: str) -> bool:
    """Whether a blank stands for the line end between two characters: between Latin words only."""
    return not (_WIDE.match(before) or _WIDE.match(after)) and (before.isalpha() or after.isalpha())
