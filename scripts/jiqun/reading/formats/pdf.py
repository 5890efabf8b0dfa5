"""PDF: read in a process of its own, so that a hostile file costs no more than the limits allow.

PDFium (by pypdfium2) gives characters and strokes with their places; what is a line, a paragraph, a running
head or a cell is worked out in `pdf_layout` and `pdf_tables`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from jiqun.reading.formats.blocks import Blank, Block, Paragraph, Row
from jiqun.reading.formats.limits import MAX_PDF_SECONDS, MAX_PDF_WAIT_SECONDS
from jiqun.reading.source import ReadingError

_PACKAGES = Path(__file__).parents[3]
# -P: the folder that the user happens to be in gives no modules.
_COMMAND = [sys.executable, "-P", "-c", "import sys; sys.path.insert(0, sys.argv[1]); "
            "from jiqun.reading.formats.pdf_process import main; main()", str(_PACKAGES)]  # fmt: skip
_RECEIVE = "open it in a PDF reader and save it anew, or convert its text"
# How a process ends that its limit of processor time ends (SIGXCPU, then SIGKILL).
_OUT_OF_TIME = (-24, -9)


def read_pdf(data: bytes, path: str) -> list[Block]:
    """The paragraphs and rows of a PDF file.

    Raises ReadingError where the file is none, damaged, encrypted, a scan without text, or takes more time or
    memory than the limits allow.
    """
    if b"%PDF-" not in data[:1024]:
        raise ReadingError(path, "is no PDF file, whatever its name", "give it the suffix of its format")
    # The same dates and letters everywhere, whatever the user has set.
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            _COMMAND,
            input=data,
            capture_output=True,
            timeout=MAX_PDF_WAIT_SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReadingError(
            path, f"takes more than {MAX_PDF_WAIT_SECONDS} seconds to read", _RECEIVE
        ) from None
    if done.returncode in _OUT_OF_TIME:
        raise ReadingError(path, f"takes more than {MAX_PDF_SECONDS} seconds of processor time", _RECEIVE)
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        reason = "".join(last) or f"the reader ended with {done.returncode}"
        raise ReadingError(path, f"cannot be read within the limits of time and memory: {reason}", _RECEIVE)
    answer = json.loads(done.stdout)
    if "reason" in answer:
        raise ReadingError(path, answer["reason"], answer["hint"])
    return [_block(item) for item in answer["blocks"]]


def _block(item: str | list[str] | None) -> Block:
    """A block as `pdf_process` writes it: null a blank line, a string a paragraph, an array a row."""
    if item is None:
        return Blank()
    return Paragraph(item) if isinstance(item, str) else Row(item)
