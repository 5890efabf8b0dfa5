"""Each document's `sha256` and `characters` are those of its span."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.documents import COLUMNS, document_spans
from .engine.problem import Problem


class DocumentDigest(Check):
    """`documents.sha256` is the hash of exactly the span as UTF-8, `characters` its length in code points."""

    name = "document-digest"
    title = "Document hash and length"
    of_documents = True
    types = ("document-hash", "document-characters", "document-span")
    hint = "Convert the sources again: the document or its row has changed."
    reads = (("documents", (*COLUMNS, "sha256", "characters")),)

    def run(self, package: Package) -> Iterator[Problem]:
        table = package.tables["documents"]
        hashes, lengths = table.texts("sha256"), table.integers("characters")
        for span in document_spans(package).values():
            if span.text is None:
                continue
            text = span.quote(span.start, span.end)
            if text is None:
                message = f"the source has {len(span.text)} characters; the span is {span.start}..{span.end}"
                yield self._at(package, span.row_number, "end", message, "document-span", str(span.end))
                continue
            digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
            stated, length = hashes[span.row_number - 2], lengths[span.row_number - 2]
            if stated != digest:
                message = f"the text at the span has the sha256 {digest}"
                yield self._at(package, span.row_number, "sha256", message, "document-hash", stated)
            if length != len(text):
                message = f"the span has {len(text)} characters"
                yield self._at(
                    package, span.row_number, "characters", message, "document-characters", str(length)
                )

    def _at(
        self, package: Package, row_number: int, column: str, message: str, type: str, cell: str | None
    ) -> Problem:
        table = package.tables["documents"]
        return self.problem(table, message, row_number=row_number, column=column, cell=cell, type=type)
