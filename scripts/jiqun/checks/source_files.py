"""The sources that the documents name can be read."""

from __future__ import annotations

from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.documents import COLUMNS, document_spans
from .engine.problem import Problem


class SourceFiles(Check):
    """Every `documents.source_file` can be read."""

    name = "source-files"
    title = "Source files"
    of_documents = True
    types = ("source-unreadable",)
    hint = "Put the file into data/sources as it was received."
    reads = (("documents", COLUMNS),)

    def run(self, package: Package) -> Iterator[Problem]:
        documents = package.tables["documents"]
        for span in document_spans(package).values():
            if span.fault:
                yield self.problem(
                    documents,
                    span.fault,
                    row_number=span.row_number,
                    column="source_file",
                    cell=span.source_file,
                )
