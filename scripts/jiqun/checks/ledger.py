"""The ledger of numbers: every numeral character of every document lies in exactly one mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.documents import COLUMNS, DocumentSpan, document_spans
from .engine.numeral_characters import numeral_runs
from .engine.problem import Problem

_Mention = tuple[int, int, int]
"""Start, end, row number."""


class Ledger(Check):
    """Each numeral character of a document is in one mention's span; no two mentions overlap."""

    name = "ledger"
    title = "Every number is accounted for"
    of_documents = True
    types = ("numeral-not-in-ledger", "mention-overlap")
    hint = "Each numeral is one row of mentions, with a fact or with the reason why it feeds none."
    reads = (
        ("documents", COLUMNS),
        ("mentions", ("document_id", "start", "end")),
    )

    def run(self, package: Package) -> Iterator[Problem]:
        mentions = self._by_document(package)
        for document in document_spans(package).values():
            own = sorted(mentions.get(document.document_id, []))
            yield from self._overlaps(package, own)
            if document.text is not None and document.end <= len(document.text):
                yield from self._uncovered(package, document, own)

    def _by_document(self, package: Package) -> dict[str, list[_Mention]]:
        table = package.tables["mentions"]
        starts, ends = table.integers("start"), table.integers("end")
        found: dict[str, list[_Mention]] = defaultdict(list)
        for row_number, (document_id,) in table.rows("document_id"):
            start, end = starts[row_number - 2], ends[row_number - 2]
            if document_id is not None and start is not None and end is not None:
                found[document_id].append((start, end, row_number))
        return found

    def _overlaps(self, package: Package, mentions: list[_Mention]) -> Iterator[Problem]:
        reached, before = 0, 0
        for start, end, row_number in mentions:
            if start < reached:
                place = package.tables["mentions"].row_in_file(before)
                message = (
                    f"the mention {start}..{end} overlaps the one in row {place}, which ends at {reached}"
                )
                yield self.problem(
                    package.tables["mentions"],
                    message,
                    row_number=row_number,
                    column="start",
                    cell=str(start),
                    type="mention-overlap",
                )
            if end > reached:
                reached, before = end, row_number

    def _uncovered(
        self, package: Package, document: DocumentSpan, mentions: list[_Mention]
    ) -> Iterator[Problem]:
        assert document.text is not None
        covered = bytearray(document.end - document.start)
        for start, end, _ in mentions:
            first, last = max(start, document.start), min(end, document.end)
            covered[first - document.start : last - document.start] = b"\1" * max(last - first, 0)
        for start, end in numeral_runs(document.text, document.start, document.end):
            part = covered[start - document.start : end - document.start]
            if all(part):
                continue
            first = start + part.index(0)
            around = document.text[max(first - 8, document.start) : min(end + 8, document.end)]
            place = f"{first}..{end} of {document.source_file}"
            message = f"{document.text[start:end]!r} at {place} is in no mention: {around!r}"
            yield self.problem(
                package.tables["documents"], message, row_number=document.row_number, column="document_id"
            )
