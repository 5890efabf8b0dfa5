"""A file in pieces of whole records, and whether Arrow reads them as Python's `csv` does."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BufferedReader
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from .endless import LONGEST

Indices = np.ndarray[Any, np.dtype[np.int64]]

LINE_FEED = 0x0A
_QUOTE, _RETURN = 0x22, 0x0D
_AT_ONCE = 1024 * 1024
"""Bytes that are compared at once: what comes of it stays in the processor's cache."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Irregular(Exception):
    """A file that the fast reader does not read, and why: the exact one does."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is read: its path, codec, the number of labels of its header, and `csv` reader's
    settings."""

    path: Path
    encoding: str
    width: int
    settings: Any
    blank_is_missing: bool
    line_ends_translated: bool = False
    """Whether a carriage return in a cell is read as a line feed, as frictionless does for `.tsv` files."""

    @property
    def is_plain(self) -> bool:
        """Whether the fast reader may try: UTF-8, one ASCII delimiter, double quotes doubled, nothing
        else."""
        settings = self.settings
        delimiter = settings.delimiter
        return (
            self.encoding in ("utf-8", "utf-8-sig")
            and len(delimiter) == 1
            and delimiter.isascii()
            and delimiter not in '"\r\n \x00'
            and settings.quotechar == '"'
            and settings.quoting == csv.QUOTE_MINIMAL
            and settings.doublequote
            and settings.escapechar is None
            and not settings.skipinitialspace
        )


@dataclass(frozen=True)
class Piece:
    """Whole records: where they begin in the file, and their bytes, which are `data` up to `end`; `quotes`
    says where in `data` their quotes are."""

    offset: int
    data: bytearray
    end: int
    quotes: Indices
    line_end: int = LINE_FEED

    def use_line_feeds(self) -> None:
        """Where lines end with a carriage return alone, make it a line feed, except in quotes."""
        if self.line_end == LINE_FEED:
            return
        if self.data.find(LINE_FEED, 0, self.end) >= 0:
            raise Irregular("its lines end now with a carriage return, now with a line feed")
        places = _places_of(self.data, _RETURN, self.end)
        outside = np.searchsorted(self.quotes, places) % 2 == 0
        np.frombuffer(self.data, np.uint8)[places[outside]] = LINE_FEED

    @property
    def begin(self) -> int:
        """Where in `data` the first record begins."""
        return len(_BYTE_ORDER_MARK) if self.offset == 0 and self.data.startswith(_BYTE_ORDER_MARK) else 0

    @cached_property
    def record_ends(self) -> Indices:
        """Where in `data` the records end: the line ends outside quotes, and the end."""
        found = _places_of(self.data, LINE_FEED, self.end)
        found = found[np.searchsorted(self.quotes, found) % 2 == 0]
        return found if self.data[self.end - 1] == LINE_FEED else np.append(found, self.end)


def cut(stream: BufferedReader, piece_bytes: int, spare: list[bytearray]) -> Iterator[Piece]:
    """The file in pieces of whole records; raises Irregular on a record that is too long. Memory is taken
    from `spare` where there is any: new memory costs more than to read into it."""
    offset, size, line_end = 0, piece_bytes, LINE_FEED
    while True:
        stream.seek(offset)
        data = spare.pop() if spare else bytearray(size)
        if len(data) != size:
            data = bytearray(size)
        length = stream.readinto(data)
        last = length < size
        if not length:
            return
        if offset == 0 and data.find(LINE_FEED, 0, length) < 0 <= data.find(_RETURN, 0, length):
            line_end = _RETURN
        quotes = quotes_of(data, length)
        end = length if last else _record_end(data, line_end, quotes)
        if end == 0:
            if size >= LONGEST:
                raise Irregular(f"it has a record of more than {LONGEST // 1024**2} MB")
            size *= 2
            continue
        # What is left of the last record is read again: cheaper than to copy all that is before it.
        yield Piece(offset, data, end, quotes[: np.searchsorted(quotes, end)], line_end)
        offset, size = offset + end, piece_bytes
        if last:
            return


def _places_of(data: bytearray, byte: int, end: int) -> Indices:
    """Where in `data` up to `end` a byte is."""
    if data.find(byte, 0, end) < 0:
        return np.zeros(0, np.int64)
    bytes_ = np.frombuffer(data, np.uint8, end)
    found = [
        np.flatnonzero(bytes_[start : start + _AT_ONCE] == byte) + start for start in range(0, end, _AT_ONCE)
    ]
    return np.concatenate(found)


def quotes_of(data: bytearray, end: int) -> Indices:
    """Where in `data` up to `end` the quotes are."""
    return _places_of(data, _QUOTE, end)


def _record_end(data: bytearray, line_end: int, quotes: Indices) -> int:
    """The offset behind the last line end that is outside quotes, or 0."""
    end = data.rfind(line_end) + 1
    while end and (count := int(np.searchsorted(quotes, end))) % 2:
        # All line ends behind the last quote before this one are inside quotes as well.
        end = data.rfind(line_end, 0, int(quotes[count - 1])) + 1
    return end


def check(piece: Piece, layout: Layout) -> None:
    """Raise Irregular unless a piece is text in which Arrow and Python's `csv` see the same records."""
    data, end = piece.data, piece.end
    if data.find(b"\x00", 0, end) >= 0:
        raise Irregular("it holds NUL bytes")
    if data.find(b"\r", 0, end) >= 0:
        if layout.line_ends_translated:
            raise Irregular("it is tab-separated and has carriage returns")
        if data.count(b"\r", 0, end) != data.count(b"\r\n", 0, end):
            raise Irregular("it has line ends that are a carriage return alone")
    if len(piece.quotes):
        _check_quotes(np.frombuffer(data, np.uint8, end), piece.quotes, ord(layout.settings.delimiter))
    if not _is_utf8(data, end):
        raise Irregular("it is not UTF-8")


def _is_utf8(data: bytearray, end: int) -> bool:
    whole = pa.StringArray.from_buffers(1, pa.py_buffer(np.array([0, end], np.int32)), pa.py_buffer(data))
    try:
        whole.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _check_quotes(data: np.ndarray[Any, np.dtype[np.uint8]], quotes: Indices, delimiter: int) -> None:
    """Each opening quote stands at the start of a cell, each closing one at its end, or both are a doubled
    quote."""
    if len(quotes) % 2:
        raise Irregular("a quote is not closed")
    opening, closing = quotes[0::2], quotes[1::2]
    doubled = opening[1:] == closing[:-1] + 1
    before = data[np.maximum(opening - 1, 0)]
    starts = (opening == 0) | (before == delimiter) | (before == LINE_FEED)
    starts |= (opening == len(_BYTE_ORDER_MARK)) & (bytes(data[:3]) == _BYTE_ORDER_MARK)
    starts[1:] |= doubled
    after = data[np.minimum(closing + 1, len(data) - 1)]
    ends = (closing == len(data) - 1) | (after == delimiter) | (after == LINE_FEED) | (after == _RETURN)
    ends[:-1] |= doubled
    if not (starts.all() and ends.all()):
        raise Irregular("a quote stands in the middle of a cell")
