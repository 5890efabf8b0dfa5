"""Files to sources: plain text decoded, any other format by way of the text that is extracted from it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from jiqun.reading.formats import extract_with_gaps
from jiqun.reading.formats.limits import MAX_FILE_BYTES
from jiqun.reading.formats.names import has_extracted_text, suffix_of, text_name
from jiqun.reading.source import ReadingError, Source, decode

# How files begin that are no plain text, what they are, and what to do about it.
_NO_TEXT = (
    (b"%PDF-", "a PDF file", "give it the suffix .pdf"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "give it the suffix of its format, or unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "open it in a word processor and save it as .docx"),
    (b"{\\rtf", "an RTF document", "open it in a word processor and save it as .docx"),
)


def read_source(path: Path, name: str | None = None) -> Source:
    """Read one file: decode it, or extract its text where it is a DOCX, HTML or PDF file by its suffix.

    `name` is what the manifest calls the file (by default its own name). The source of an extracted text has
    the name of that text, and the file's as `received`. Raises ReadingError when the file is missing, empty,
    binary, in no encoding known here, or no document of its format.
    """
    name = name or path.name
    try:
        if has_extracted_text(name) and path.stat().st_size > MAX_FILE_BYTES:
            raise ReadingError(
                path, "is larger than any document", f"at most {MAX_FILE_BYTES:,} bytes are read"
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadingError(path, "no such file", "check the path") from None
    except IsADirectoryError:
        raise ReadingError(path, "is a folder, not a file") from None
    except OSError as error:
        raise ReadingError(path, f"cannot be read: {error.strerror}") from None
    digest = hashlib.sha256(data).hexdigest()
    if has_extracted_text(name):
        text, gaps = extract_with_gaps(data, suffix_of(name), str(path))
        unread = tuple((gap.what, gap.hint) for gap in gaps)
        return Source(text_name(name), digest, text, "utf-8", received_as=name, unread=unread)
    for mark, kind, hint in _NO_TEXT:
        if data.startswith(mark):
            raise ReadingError(path, f"is {kind}, whatever its name", hint)
    text, encoding = decode(data, str(path))
    return Source(name, digest, text, encoding)
