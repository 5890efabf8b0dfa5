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
from jiqun.reading.formats.limits import MAX_PDF_MEMORY_BYTES, MAX_PDF_SECONDS, MAX_PDF_WAIT_SECONDS
from jiqun.reading.source import ReadingError

_PACKAGES = Path(__file__).parents[3]
_START = """import sys
sys.path.insert(0, sys.argv[1])
from jiqun.reading.formats.pdf_process import main
main(seconds=int(sys.argv[2]), memory=int(sys.argv[3]))
"""
_SAVE = "open it in a PDF reader and save it anew, or convert its text"
# How a process ends that reaches its limit of processor time: by SIGXCPU.
_OUT_OF_TIME = -24


def read_pdf(data: bytes, path: str) -> list[Block]:
    """The paragraphs and rows of a PDF file.

    Raises ReadingError where the file is none, damaged, encrypted, a scan without text, or takes more time or
    memory than the limits allow.
    """
    if b"%PDF-" not in data[:1024]:
        raise ReadingError(path, "is no PDF file, whatever its name", "give it the suffix of its format")
    # -P: the folder that the user happens to be in gives no modules.
    command = [
        sys.executable,
        "-P",
        "-c",
        _START,
        str(_PACKAGES),
        str(MAX_PDF_SECONDS),
        str(MAX_PDF_MEMORY_BYTES),
    ]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=MAX_PDF_WAIT_SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReadingError(path, f"takes more than {MAX_PDF_WAIT_SECONDS} seconds to read", _SAVE) from None
    if done.returncode == _OUT_OF_TIME:
        raise ReadingError(path, f"takes more than {MAX_PDF_SECONDS} seconds of processor time", _SAVE)
    if done.returncode < 0:
        memory = f"{MAX_PDF_MEMORY_BYTES // 2**20:,} MB"
        raise ReadingError(path, f"needs more than {memory} of memory, or makes the PDF reader fail", _SAVE)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise ReadingError(path, f"makes the PDF reader fail: {''.join(said)}", _SAVE)
    answer = json.loads(done.stdout)
    if "reason" in answer:
        raise ReadingError(path, answer["reason"], answer["hint"])
    return [_block(item) for item in answer["blocks"]]


def _block(item: str | list[str] | None) -> Block:
    """A block as `pdf_process` writes it: null a blank line, a string a paragraph, an array a row."""
    if item is None:
        return Blank()
    return Paragraph(item) if isinstance(item, str) else Row(item)
