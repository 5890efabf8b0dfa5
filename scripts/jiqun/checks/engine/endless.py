"""Lines and records that do not end: a reader would hold them in memory whole, and seem to hang.

Looked for before anything else opens the file, in little time: a window of the file that holds a line end at
its very beginning needs no further look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

LONGEST = 64 * 1024 * 1024
"""Bytes of a line, or characters of a record, that are no longer a table's."""
_CHUNK = 64 * 1024
_SAMPLE = 100
"""Rows that frictionless reads to find out how a table is written."""


class EndlessRecord(Exception):
    """A record that is longer than LONGEST."""


class CountedLines:
    """Lines for a `csv` reader; raises EndlessRecord once those of one record are too many. Whoever reads
    says where a record ends."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._length = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._length += len(line)
        if self._length > LONGEST:
            raise EndlessRecord(f"it has a record of more than {LONGEST // 1024**2} MB")
        return line

    def end_record(self) -> None:
        self._length = 0


def endless(path: Path) -> str:
    """What does not end in a large CSV file, in words; empty if all is well."""
    size = path.stat().st_size
    if size <= LONGEST:
        return ""
    for start in range(0, size - LONGEST, LONGEST):
        if not _has_line_end(path, start):
            return f"has a line of more than {LONGEST // 1024**2} MB"
    return f"has a record of more than {LONGEST // 1024**2} MB" if _has_endless_record(path) else ""


def _has_line_end(path: Path, start: int) -> bool:
    with path.open("rb") as stream:
        stream.seek(start)
        for _ in range(LONGEST // _CHUNK):
            block = stream.read(_CHUNK)
            if b"\n" in block or b"\r" in block:
                return True
    return False


def _has_endless_record(path: Path) -> bool:
    """Whether a quote near the file's beginning is not closed for long."""
    length, records, quoted = 0, 0, False
    with path.open(encoding="latin-1", newline="") as stream:
        for line in stream:
            length += len(line)
            quoted ^= line.count('"') % 2 == 1
            if not quoted:
                length, records = 0, records + 1
            if length > LONGEST or records == _SAMPLE:
                return length > LONGEST
    return False
