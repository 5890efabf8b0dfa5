"""The outline of each document is a tree whose leaves tile the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .engine.check import Check, Package
from .engine.documents import COLUMNS, DocumentSpan, document_spans
from .engine.problem import Problem


@dataclass(frozen=True, slots=True)
class _Section:
    section_id: str
    parent_id: str | None
    document_id: str | None
    start: int
    end: int
    level: int | None
    row_number: int


class Outline(Check):
    """Children lie inside their parents, siblings do not overlap, level is depth, roots cover the document.

    Together these say that every character of a document belongs to exactly one innermost section.
    """

    name = "outline"
    title = "The outline of a document"
    of_documents = True
    types = ("section-parent", "section-outside-parent", "section-level", "section-overlap", "section-gap")
    reads = (
        ("documents", COLUMNS),
        ("sections", ("section_id", "document_id", "parent_id", "level", "start", "end")),
    )

    def run(self, package: Package) -> Iterator[Problem]:
        sections = _sections(package)
        for section in sections.values():
            yield from self._against_parent(package, section, sections)
        children: dict[tuple[str | None, str | None], list[_Section]] = defaultdict(list)
        for section in sections.values():
            children[section.document_id, section.parent_id].append(section)
        for siblings in children.values():
            yield from self._overlaps(
                package, sorted(siblings, key=lambda section: (section.start, section.end))
            )
        for document in document_spans(package).values():
            roots = sorted(children.get((document.document_id, None), []), key=lambda section: section.start)
            yield from self._covers(package, document, roots)

    def _against_parent(
        self, package: Package, section: _Section, sections: dict[str, _Section]
    ) -> Iterator[Problem]:
        if section.parent_id is None:
            if section.level not in (0, None):
                message = f"the section has no parent, so its level is 0, not {section.level}"
                yield self._at(package, section, "level", message, "section-level")
            return
        parent = sections.get(section.parent_id)
        if parent is None or parent.document_id != section.document_id:
            message = f"there is no section {section.parent_id!r} in the same document"
            yield self._at(package, section, "parent_id", message, "section-parent")
            return
        if not (parent.start <= section.start and section.end <= parent.end):
            message = f"{section.start}..{section.end} is not inside {parent.section_id} "
            message += f"({parent.start}..{parent.end})"
            yield self._at(package, section, "start", message, "section-outside-parent")
        if section.level is not None and parent.level is not None and section.level != parent.level + 1:
            message = f"the parent has level {parent.level}, so this is level {parent.level + 1}"
            yield self._at(package, section, "level", message, "section-level")

    def _overlaps(self, package: Package, siblings: list[_Section]) -> Iterator[Problem]:
        for before, section in pairwise(siblings):
            if section.start < before.end:
                message = f"it begins at {section.start}, before {before.section_id} ends at {before.end}"
                yield self._at(package, section, "start", message, "section-overlap")

    def _covers(self, package: Package, document: DocumentSpan, roots: list[_Section]) -> Iterator[Problem]:
        reached = document.start
        for root in roots:
            if root.start > reached:
                message = f"{reached}..{root.start} of {document.document_id} is in no section"
                yield self._at(package, root, "start", message, "section-gap")
            reached = max(reached, root.end)
        if reached < document.end:
            message = f"{reached}..{document.end} of {document.document_id} is in no section"
            row_number = document.row_number
            yield self.problem(
                package.tables["documents"], message, row_number=row_number, column="end", type="section-gap"
            )

    def _at(self, package: Package, section: _Section, column: str, message: str, type: str) -> Problem:
        table = package.tables["sections"]
        cell = table.texts(column)[section.row_number - 2]
        return self.problem(
            table, message, row_number=section.row_number, column=column, cell=cell, type=type
        )


def _sections(package: Package) -> dict[str, _Section]:
    table = package.tables["sections"]
    starts, ends, levels = table.integers("start"), table.integers("end"), table.integers("level")
    found: dict[str, _Section] = {}
    for row_number, (section_id, document_id, parent_id) in table.rows(
        "section_id", "document_id", "parent_id"
    ):
        start, end = starts[row_number - 2], ends[row_number - 2]
        if section_id is not None and start is not None and end is not None:
            level = levels[row_number - 2]
            found[section_id] = _Section(section_id, parent_id, document_id, start, end, level, row_number)
    return found
