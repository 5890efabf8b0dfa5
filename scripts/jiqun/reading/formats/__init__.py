"""Documents that are not plain text: the text that HTML, DOCX and PDF files hold.

`extract` gives what is kept beside the file as received (`NAME.docx.txt`) and is what all offsets refer to.
One module per format; each hands `Paragraph`, `Row` and `Blank` to `laid_out`, which writes them down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jiqun.reading.formats.blocks import Block, Unread, laid_out
from jiqun.reading.formats.limits import MAX_CHARACTERS, MAX_FILE_BYTES
from jiqun.reading.formats.names import EXTRACTED_SUFFIXES
from jiqun.reading.source import ReadingError


def extract(data: bytes, suffix: str, path: str = "<bytes>") -> str:
    """The text of a document in the format that `suffix` (".docx", in any case) names: LF, no control
    characters.

    A paragraph is a line; a row of a table is a line with tabs between its cells. Raises ReadingError where
    the file is of another format, damaged, encrypted, larger than the limits allow, or holds no text.
    """
    return extract_with_gaps(data, suffix, path)[0]


def extract_with_gaps(data: bytes, suffix: str, path: str = "<bytes>") -> tuple[str, tuple[Unread, ...]]:
    """The same, and what of the file is not in the text, such as pages that are pictures."""
    if not data.strip():
        raise ReadingError(path, "is empty", "a document needs at least one character")
    if len(data) > MAX_FILE_BYTES:
        raise ReadingError(
            path, f"has {len(data):,} bytes", f"at most {MAX_FILE_BYTES:,} are read: divide the document"
        )
    blocks = list(_reader(suffix)(data, path))
    text = laid_out(blocks)
    if len(text) > MAX_CHARACTERS:
        raise ReadingError(
            path,
            f"holds {len(text):,} characters",
            f"at most {MAX_CHARACTERS:,} are read: divide the document",
        )
    if not text.strip():
        raise ReadingError(path, "holds no text", "a document needs at least one character")
    return text, tuple(block for block in blocks if isinstance(block, Unread))


def _reader(suffix: str) -> Callable[[bytes, str], Iterable[Block]]:
    """The reader of a format. Loaded when it is first needed: plain text needs none of the parsers."""
    suffix = suffix.lower()
    if suffix == ".docx":
        from jiqun.reading.formats.docx import read_docx as read
    elif suffix == ".pdf":
        from jiqun.reading.formats.pdf import read_pdf as read
    elif suffix in EXTRACTED_SUFFIXES:
        from jiqun.reading.formats.html import read_html as read
    else:
        raise ValueError(f"no format is named {suffix}")
    return read
