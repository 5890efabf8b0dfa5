"""Where each document lies: its source text and its span, from the table `documents`."""

from __future__ import annotations

from dataclasses import dataclass

from .check import Package
from .sources import Unreadable

COLUMNS = ("document_id", "source_file", "start", "end")
"""What a check must read of `documents` to find passages."""


@dataclass(frozen=True, slots=True)
class DocumentSpan:
    """A document: its row in `documents`, its source and its offsets in it. `text` is None where
    unreadable."""

    document_id: str
    row_number: int
    source_file: str
    encoding: str
    start: int
    end: int
    text: str | None
    """The whole source's text: offsets refer to the source file, not to the document."""
    fault: str = ""

    def quote(self, start: int, end: int) -> str | None:
        """The source text at a span; None where the source is unreadable or the span is not inside it."""
        if self.text is None or not 0 <= start <= end <= len(self.text):
            return None
        return self.text[start:end]


def document_spans(package: Package) -> dict[str, DocumentSpan]:
    """The documents by id, in table order. Rows without id, source or offsets are left out."""
    table = package.tables["documents"]
    starts, ends = table.integers("start"), table.integers("end")
    encodings = table.texts("source_encoding") if table.has("source_encoding") else [None] * len(starts)
    found: dict[str, DocumentSpan] = {}
    for row_number, (document_id, source_file) in table.rows("document_id", "source_file"):
        start, end = starts[row_number - 2], ends[row_number - 2]
        if document_id is None or source_file is None or start is None or end is None:
            continue
        encoding = encodings[row_number - 2] or "utf-8"
        text, fault = None, ""
        try:
            text = package.sources.text(source_file, encoding)
        except Unreadable as error:
            fault = str(error)
        found.setdefault(
            document_id, DocumentSpan(document_id, row_number, source_file, encoding, start, end, text, fault)
        )
    return found
