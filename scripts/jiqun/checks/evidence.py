"""Every quote is the source text at its span, character for character."""

from __future__ import annotations

from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.columns import Table
from .engine.documents import COLUMNS, DocumentSpan, document_spans
from .engine.problem import Problem

_SHOWN = 40


class Evidence(Check):
    """In each table with `document_id`, `start`, `end` and `quote`, the quote equals the text at the span."""

    name = "evidence"
    title = "Quote and source agree"
    of_documents = True
    types = ("quote-mismatch", "quote-without-span")
    hint = "A quote is copied from the source, never edited: correct the quote or its span."
    reads = (("documents", COLUMNS),)
    each = ("document_id", "start", "end", "quote")

    def run(self, package: Package) -> Iterator[Problem]:
        documents = document_spans(package)
        for table in self.subjects(package):
            yield from self._judge(table, documents)

    def _judge(self, table: Table, documents: dict[str, DocumentSpan]) -> Iterator[Problem]:
        starts, ends = table.integers("start"), table.integers("end")
        for row_number, (document_id, quote) in table.rows("document_id", "quote"):
            start, end = starts[row_number - 2], ends[row_number - 2]
            document = documents.get(document_id or "")
            if quote is None or document is None or document.text is None:
                continue  # the schema asks for quote and document, another check for the source
            if start is None or end is None:
                message = "the row has a quote but no span to prove it"
                yield self.problem(
                    table,
                    message,
                    row_number=row_number,
                    column="quote",
                    cell=quote,
                    type="quote-without-span",
                )
                continue
            text = document.quote(start, end)
            if text != quote:
                found = "nothing" if text is None else repr(_short(text))
                message = (
                    f"{document.source_file} has {found} at {start}..{end}, the quote is {_short(quote)!r}"
                )
                yield self.problem(table, message, row_number=row_number, column="quote", cell=quote)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
