"""Every span lies inside its document and its section, and holds the mention that it names."""

from __future__ import annotations

from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.columns import Table
from .engine.documents import COLUMNS, document_spans
from .engine.problem import Problem

_Place = tuple[str | None, int | None, int | None]
"""Document, start and end."""


class Containment(Check):
    """A row's span is not empty and inside its document, its section, and around its mention."""

    name = "containment"
    title = "Spans and what holds them"
    of_documents = True
    types = ("span-empty", "span-outside-document", "span-outside-section", "mention-outside-span")
    hint = "Offsets count code points of the whole source file, end-exclusive."
    reads = (("documents", COLUMNS),)
    each = ("document_id", "start", "end")

    def run(self, package: Package) -> Iterator[Problem]:
        holders: dict[str, dict[str, _Place]] = {
            "document_id": {
                span.document_id: (span.document_id, span.start, span.end)
                for span in document_spans(package).values()
            },
            "section_id": _places(package.tables.get("sections"), "section_id"),
            "mention_id": _places(package.tables.get("mentions"), "mention_id"),
        }
        for table in self.subjects(package):
            if table.name != "documents":
                yield from self._judge(table, holders)

    def _judge(self, table: Table, holders: dict[str, dict[str, _Place]]) -> Iterator[Problem]:
        names = [name for name in holders if table.has(name) and table.key != name]
        starts, ends = table.integers("start"), table.integers("end")
        for row_number, cells in table.rows(*names):
            start, end = starts[row_number - 2], ends[row_number - 2]
            if start is None or end is None:
                continue
            if not 0 <= start < end:
                message = f"the span {start}..{end} is empty or reversed"
                yield self.problem(table, message, row_number=row_number, column="end", cell=str(end))
                continue
            for name, key in zip(names, cells, strict=True):
                place = holders[name].get(key or "")
                fault = _fault(name, place, start, end) if place else ""
                if fault:
                    yield self.problem(
                        table, fault, row_number=row_number, column=name, cell=key, type=_TYPE_OF[name]
                    )


_TYPE_OF = {
    "document_id": "span-outside-document",
    "section_id": "span-outside-section",
    "mention_id": "mention-outside-span",
}


def _fault(name: str, place: _Place, start: int, end: int) -> str:
    """What is wrong between a span and the document, section or mention that its row names."""
    _, first, last = place
    if first is None or last is None:
        return ""
    if name == "mention_id":
        inside = start <= first and last <= end
        return "" if inside else f"the span {start}..{end} does not hold its mention ({first}..{last})"
    inside = first <= start and end <= last
    return "" if inside else f"the span {start}..{end} is not inside its {name[:-3]} ({first}..{last})"


def _places(table: Table | None, key: str) -> dict[str, _Place]:
    if table is None or not table.has(key, "document_id", "start", "end"):
        return {}
    starts, ends = table.integers("start"), table.integers("end")
    return {
        name: (document_id, starts[row - 2], ends[row - 2])
        for row, (name, document_id) in table.rows(key, "document_id")
        if name is not None
    }
