"""The process that reads PDF files.

On standard input it takes, for each file, three numbers of eight bytes (length, seconds of processor time and
bytes of memory that it may take) and the file; on standard output it answers with a length and JSON:
`blocks`, `pages` (how many there are) and `pictures` (the numbers, from 1, of those that are pictures without
text), or `reason` and `hint`. It ends with its input, or when a file takes more than it may.
"""

from __future__ import annotations

import json
import math
import os
import struct
import sys
from typing import Any

from jiqun.reading.formats.blocks import Blank, Paragraph, Unread
from jiqun.reading.formats.limits import (
    MAX_CHARACTERS,
    MAX_PAGE_CHARACTERS,
    MAX_PAGES,
)

_DIVIDE = "divide the document"
_RECOGNIZE = "recognize its text (OCR) and convert that"
# A page with fewer characters than this holds a stamp or a page number and no text.
_LEAST_CHARACTERS = 10
# A document has more than this on a page, all in all.
_FEW_CHARACTERS = 50
_MOST_UNREADABLE = 0.1
# A page with few characters is a picture where pictures cover this share of it.
_PICTURE = 0.4
# What PDFium refers to as long as it is used.
_kept: list[Any] = []


class Refusal(Exception):
    """What is wrong with the file, and what to do about it."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def main() -> None:
    """Answer one file after another."""
    entry, out = sys.stdin.buffer, sys.stdout.buffer
    _use_own_font()
    while len(head := entry.read(24)) == 24:
        length, seconds, memory = struct.unpack(">QQQ", head)
        data = entry.read(length)
        _limit(seconds, memory)
        answer = json.dumps(_answer(data)).encode("ascii")
        out.write(struct.pack(">Q", len(answer)) + answer)
        out.flush()


def _use_own_font() -> None:
    """Have PDFium take fonts that files do not embed from the package and not from the machine; where it is
    built for systems that always have some (Windows, macOS), it takes theirs all the same."""
    import ctypes

    from pypdfium2 import raw

    from jiqun.reading.formats.stand_in_font import FOLDER

    config = raw.FPDF_LIBRARY_CONFIG()
    config.version = 2
    _kept.append((ctypes.c_char_p * 2)(os.fsencode(FOLDER), None))
    config.m_pUserFontPaths = ctypes.cast(_kept[-1], type(config.m_pUserFontPaths))
    raw.FPDF_DestroyLibrary()
    raw.FPDF_InitLibraryWithConfig(config)


def _answer(data: bytes) -> dict[str, Any]:
    try:
        return _content(data)
    except Refusal as refusal:
        return {"reason": refusal.reason, "hint": refusal.hint}
    except MemoryError:
        return {"reason": "needs more memory than a document may", "hint": _DIVIDE}
    except Exception as error:
        reason = f"makes the PDF reader fail: {type(error).__name__}: {error}"
        return {"reason": reason, "hint": "save it anew, or convert its text"}


def _limit(seconds: int, memory: int) -> None:
    """Have the system end this process when it takes more from now on; Windows knows no such limits."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = math.ceil(used.ru_utime + used.ru_stime) + seconds
    wanted = {resource.RLIMIT_CPU: until, resource.RLIMIT_AS: memory, resource.RLIMIT_CORE: 0}
    for what, most in wanted.items():
        ceiling = resource.getrlimit(what)[1]
        allowed = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
        try:
            resource.setrlimit(what, (allowed, ceiling))
        except (ValueError, OSError):
            continue


def _content(data: bytes) -> dict[str, Any]:
    import pypdfium2

    from jiqun.reading.formats.pdf_layout import lay_out

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refusal("is encrypted", "save it without a password") from None
        raise Refusal(f"is a damaged PDF file: {error}", "receive the file once more") from None
    try:
        if count > MAX_PAGES:
            raise Refusal(f"has {count:,} pages, at most {MAX_PAGES:,} are read", _DIVIDE)
        sheets, pictures = _sheets(document, count)
    finally:
        document.close()
    blocks = [
        None
        if isinstance(block, Blank)
        else block.text
        if isinstance(block, Paragraph)
        else list(block.cells)
        for block in lay_out(sheets)
        if not isinstance(block, Unread)
    ]
    return {"blocks": blocks, "pages": count, "pictures": pictures}


def _sheets(document: Any, count: int) -> tuple[list[Any], list[int]]:
    """The pages of a document as lines and tables, and the numbers of those that are pictures without text.
    Raises Refusal where they are too much, or too little."""
    import pypdfium2

    from jiqun.reading.formats.pdf_layout import Sheet, read_sheet
    from jiqun.reading.formats.pdf_page import read_page

    sheets: list[Sheet] = []
    pictures: list[int] = []
    characters = unreadable = empty = 0
    for number in range(count):
        try:
            page = read_page(document, number)
        except pypdfium2.PdfiumError as error:
            raise Refusal(f"is damaged: page {number + 1}: {error}", "receive the file once more") from None
        if len(page.glyphs) > MAX_PAGE_CHARACTERS:
            raise Refusal(f"has {len(page.glyphs):,} characters on page {number + 1}", _DIVIDE)
        characters += len(page.glyphs)
        if characters > MAX_CHARACTERS:
            raise Refusal(f"holds more than {MAX_CHARACTERS:,} characters", _DIVIDE)
        unreadable += page.unreadable
        empty += len(page.glyphs) < _LEAST_CHARACTERS
        if page.pictured >= _PICTURE and len(page.glyphs) < _FEW_CHARACTERS:
            pictures.append(number + 1)
        sheets.append(read_sheet(page))
    _refuse_scan(count, empty, characters, unreadable)
    return sheets, pictures


def _refuse_scan(count: int, empty: int, characters: int, unreadable: int) -> None:
    """A file of pictures, or one whose fonts do not say which characters they draw, has no text to read."""
    if not count or (empty * 2 > count and characters < _FEW_CHARACTERS * count):
        raise Refusal(f"is a scan: {empty} of {count} pages hold no text", _RECOGNIZE)
    drawn = characters + unreadable
    if unreadable > _MOST_UNREADABLE * drawn:
        raise Refusal(
            f"does not say which characters it prints: {unreadable} of {drawn} are unknown", _RECOGNIZE
        )
