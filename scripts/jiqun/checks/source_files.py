"""The sources that the documents name can be read, and are the files that the manifest describes."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.documents import COLUMNS, document_spans
from .engine.problem import Problem


class SourceFiles(Check):
    """Every `documents.source_file` can be read; each file has the sha256 that `data/sources/manifest.csv`
    gives."""

    name = "source-files"
    title = "Source files"
    types = ("source-unreadable", "source-hash")
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
        yield from self._against_manifest(package)

    def _against_manifest(self, package: Package) -> Iterator[Problem]:
        folder = package.sources.folder / "data" / "sources"
        manifest = folder / "manifest.csv"
        if not manifest.is_file():
            return
        with manifest.open(encoding="utf-8-sig", newline="") as stream:
            expected = {row.get("file") or "": row.get("sha256") or "" for row in csv.DictReader(stream)}
        for name, sha256 in expected.items():
            path = folder / name
            if not name or not sha256 or not path.is_file():
                continue
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found != sha256:
                message = f"{name} has the sha256 {found}, the manifest says {sha256}"
                hint = "A source is never edited: restore the file, or register it anew."
                yield self.problem(None, message, type="source-hash", hint=hint)
