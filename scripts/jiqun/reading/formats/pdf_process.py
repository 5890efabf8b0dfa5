"""The process that reads one PDF file: its bytes on standard input, its blocks or what is wrong as JSON
on output."""

from __future__ import annotations

import json
import sys
from typing import Any

from jiqun.reading.formats.blocks import Blank, Paragraph
from jiqun.reading.formats.limits import (
    MAX_CHARACTERS,
    MAX_PAGE_CHARACTERS,
    MAX_PAGES,
)

_DIVIDE = "divide the document"
# A page with fewer characters than this holds a stamp or a page number and no text.
_LEAST_CHARACTERS = 10
_MOST_UNREADABLE = 0.1


class Refusal(Exception):
    """What is wrong with the file, and what to do about it."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def main(seconds: int, memory: int) -> None:
    """Read standard input, write one JSON object: `blocks`, or `reason` and `hint`.

    The system ends the process after so many seconds of processor time, or above so many bytes of memory.
    """
    _limit(seconds, memory)
    try:
        answer: dict[str, Any] = {"blocks": _blocks(sys.stdin.buffer.read())}
    except Refusal as refusal:
        answer = {"reason": refusal.reason, "hint": refusal.hint}
    except MemoryError:
        answer = {"reason": "needs more memory than a document may", "hint": _DIVIDE}
    json.dump(answer, sys.stdout)


def _limit(seconds: int, memory: int) -> None:
    """Have the system end this process when it takes too much; Windows knows no such limits."""
    try:
        import resource
    except ImportError:
        return
    wanted = {resource.RLIMIT_CPU: seconds, resource.RLIMIT_AS: memory, resource.RLIMIT_CORE: 0}
    for what, most in wanted.items():
        ceiling = resource.getrlimit(what)[1]
        allowed = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
        try:
            resource.setrlimit(what, (allowed, ceiling))
        except (ValueError, OSError):
            continue


def _blocks(data: bytes) -> list[str | list[str] | None]:
    import pypdfium2

    from jiqun.reading.formats.pdf_layout import lay_out
    from jiqun.reading.formats.pdf_page import Page, read_page

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refusal("is encrypted", "save it without a password") from None
        raise Refusal(f"is a damaged PDF file: {error}", "receive the file once more") from None
    if count > MAX_PAGES:
        raise Refusal(f"has {count:,} pages, at most {MAX_PAGES:,} are read", _DIVIDE)
    pages: list[Page] = []
    characters = 0
    for number in range(count):
        try:
            page = read_page(document, number)
        except pypdfium2.PdfiumError as error:
            raise Refusal(f"is damaged: page {number + 1}: {error}", "receive the file once more") from None
        characters += len(page.glyphs)
        if len(page.glyphs) > MAX_PAGE_CHARACTERS:
            raise Refusal(f"has {len(page.glyphs):,} characters on page {number + 1}", _DIVIDE)
        if characters > MAX_CHARACTERS:
            raise Refusal(f"holds more than {MAX_CHARACTERS:,} characters", _DIVIDE)
        pages.append(page)
    _refuse_scan(pages)
    return [
        None
        if isinstance(block, Blank)
        else block.text
        if isinstance(block, Paragraph)
        else list(block.cells)
        for block in lay_out(pages)
    ]


def _refuse_scan(pages: list[Any]) -> None:
    """A file of pictures, or one whose fonts do not say which characters they draw, has no text to read."""
    empty = sum(len(page.glyphs) < _LEAST_CHARACTERS for page in pages)
    if not pages or (empty * 2 > len(pages) and sum(len(page.glyphs) for page in pages) < 50 * len(pages)):
        raise Refusal(
            f"is a scan: {empty} of {len(pages)} pages hold no text",
            "recognize its text (OCR) and convert that",
        )
    glyphs = sum(len(page.glyphs) for page in pages)
    unreadable = sum(page.unreadable for page in pages)
    if unreadable > _MOST_UNREADABLE * (glyphs + unreadable):
        raise Refusal(
            f"does not say which characters it prints: {unreadable} of {glyphs + unreadable} are unknown",
            "recognize its text (OCR) and convert that",
        )
