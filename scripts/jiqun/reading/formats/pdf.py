"""PDF: read in a process of its own, so that a hostile file costs no more than the limits allow.

PDFium (by pypdfium2) gives characters and strokes with their places; what is a line, a paragraph, a running
head or a cell is worked out in `pdf_layout` and `pdf_tables`. The process reads one file after another, since
to start it takes longer than to read most files.
"""

from __future__ import annotations

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

from jiqun.reading.formats.blocks import Blank, Block, Paragraph, Row, Unread
from jiqun.reading.formats.limits import MAX_PDF_MEMORY_BYTES, MAX_PDF_SECONDS, MAX_PDF_WAIT_SECONDS
from jiqun.reading.source import ReadingError

_PACKAGES = Path(__file__).parents[3]
_START = """import sys
sys.path.insert(0, sys.argv[1])
from jiqun.reading.formats.pdf_process import main
main()
"""
# A process is given up after so many files, and what it has kept of their memory with it.
_MOST_FILES = 200
_RECOGNIZE = "recognize the text of these pages (OCR) and convert the file that holds it"
_SAVE = "open it in a PDF reader and save it anew, or convert its text"
# How a process ends that reaches its limit of processor time: by SIGXCPU.
_OUT_OF_TIME = -24
_own = threading.local()


def read_pdf(data: bytes, path: str) -> list[Block]:
    """The paragraphs and rows of a PDF file.

    Raises ReadingError where the file is none, damaged, encrypted, a scan without text, or takes more time or
    memory than the limits allow.
    """
    if b"%PDF-" not in data[:1024]:
        raise ReadingError(path, "is no PDF file, whatever its name", "give it the suffix of its format")
    try:
        answer = _reader().ask(data)
    except _Ended as ended:
        raise ReadingError(path, ended.reason, _SAVE) from None
    if "reason" in answer:
        raise ReadingError(path, answer["reason"], answer["hint"])
    pictures, count = answer["pictures"], answer["pages"]
    unread = [Unread(f"{_pages(pictures)} of {count}: pictures without text", _RECOGNIZE)] if pictures else []
    return [*(_block(item) for item in answer["blocks"]), *unread]


def _pages(numbers: list[int]) -> str:
    """Ascending page numbers as people write them: pages 3, 5-7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    said = ", ".join("-".join(map(str, run)) for run in runs)
    return f"page {said}" if len(numbers) == 1 else f"pages {said}"


def _block(item: str | list[str] | None) -> Block:
    """A block as `pdf_process` writes it: null a blank line, a string a paragraph, an array a row."""
    if item is None:
        return Blank()
    return Paragraph(item) if isinstance(item, str) else Row(item)


class _Ended(Exception):
    """The process has ended without an answer, and why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Reader:
    """A process that reads PDF files; see `pdf_process` for what it is sent and answers."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.files = 0
        # -P: the folder that the user happens to be in gives no modules.
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, str(_PACKAGES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, data: bytes) -> dict[str, Any]:
        """The answer to a file. Raises _Ended; whatever is raised, the process is no longer used."""
        self.files += 1
        watch = threading.Timer(MAX_PDF_WAIT_SECONDS, self.process.kill)
        watch.daemon = True
        watch.start()
        try:
            return self._exchange(data)
        except (OSError, EOFError):
            code = self.process.wait()
            raise _Ended(_reason(code, is_late=not watch.is_alive())) from None
        except BaseException:
            self.stop()
            raise
        finally:
            watch.cancel()

    def _exchange(self, data: bytes) -> dict[str, Any]:
        entry, out = self.process.stdin, self.process.stdout
        assert entry is not None and out is not None
        entry.write(struct.pack(">QQQ", len(data), MAX_PDF_SECONDS, MAX_PDF_MEMORY_BYTES))
        entry.write(data)
        entry.flush()
        (length,) = struct.unpack(">Q", _exactly(out, 8))
        answer: dict[str, Any] = json.loads(_exactly(out, length))
        return answer

    def is_usable(self) -> bool:
        """Whether it can be asked: not by a process that was forked off the one that started it."""
        return self.owner == os.getpid() and self.process.poll() is None and self.files < _MOST_FILES

    def stop(self) -> None:
        """End the process, where it is this process's own."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    _close(stream)


def _reader() -> _Reader:
    """The reader of this thread, a new one where it has none that can be asked."""
    reader: _Reader | None = getattr(_own, "reader", None)
    if reader is None or not reader.is_usable():
        stop()
        reader = _own.reader = _Reader()
    return reader


@atexit.register
def stop() -> None:
    """End the reader of this thread, if there is one."""
    reader: _Reader | None = getattr(_own, "reader", None)
    _own.reader = None
    if reader is not None:
        reader.stop()


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return


def _reason(code: int, is_late: bool) -> str:
    """Why a process has ended with a code instead of an answer."""
    if is_late:
        return f"takes more than {MAX_PDF_WAIT_SECONDS} seconds to read"
    if code == _OUT_OF_TIME:
        return f"takes more than {MAX_PDF_SECONDS} seconds of processor time"
    return f"needs more than {MAX_PDF_MEMORY_BYTES // 2**20:,} MB of memory, or makes the PDF reader fail"
