"""Documents tile their source file: no character of a source is outside a document, none is in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.documents import COLUMNS, DocumentSpan, document_spans
from .engine.problem import Problem


class DocumentTiling(Check):
    """Each document begins where the one before it ends; the first begins at 0, the last ends with the
    file."""

    name = "document-tiling"
    title = "Documents tile their source"
    of_documents = True
    types = ("document-gap", "document-overlap")
    hint = "Check the documents' start and end."
    reads = (("documents", COLUMNS),)

    def run(self, package: Package) -> Iterator[Problem]:
        of_source: dict[str, list[DocumentSpan]] = defaultdict(list)
        for span in document_spans(package).values():
            if span.text is not None:
                of_source[span.source_file].append(span)
        for spans in of_source.values():
            yield from self._tile(package, sorted(spans, key=lambda span: (span.start, span.end)))

    def _tile(self, package: Package, spans: list[DocumentSpan]) -> Iterator[Problem]:
        table = package.tables["documents"]
        reached = 0
        for span in spans:
            if span.start != reached:
                kind = "document-gap" if span.start > reached else "document-overlap"
                message = (
                    f"{span.document_id} begins at {span.start}; the documents before it end at {reached}"
                )
                yield self.problem(
                    table,
                    message,
                    row_number=span.row_number,
                    column="start",
                    cell=str(span.start),
                    type=kind,
                )
            reached = max(reached, span.end)
        last = spans[-1]
        length = len(last.text or "")
        if reached < length:
            message = f"{last.source_file} has {length} characters; its documents end at {reached}"
            yield self.problem(table, message, row_number=last.row_number, column="end", cell=str(last.end))
