"""A document's text with every fact marked in place.

Spans of rows nest and overlap freely, which HTML elements cannot: the text is cut at every boundary, and each
piece knows all rows that cover it.
"""

import codecs
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from jiqun.package.finished import FinishedPackage, FinishedTable, PackageError
from jiqun.site.labels import row_label
from jiqun.site.languages import Language

# Which rows are marked, the widest spans first: where marks overlap, a later table's colour shows.
MARKED = (
    "measures",
    "projects",
    "incentives",
    "indicators",
    "targets",
    "clusters",
    "organizations",
    "mentions",
    "issues",
)
SOURCES = "data/sources"
_NONE: frozenset[str] = frozenset()


RowsOfDocument: TypeAlias = Callable[[FinishedTable, str], Sequence[Mapping[str, str]]]
"""Gives the rows of a table that belong to a document."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row that lies somewhere in the text."""

    table: str
    identifier: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two boundaries: the rows that begin here, and those that cover it.

    `anchors` are all that begin here, `sections` those of them that are sections. `covering` has the
    narrowest row first. `heading` is the level of the section whose heading the piece belongs to, one more
    than the section's own, and zero elsewhere.
    """

    text: str
    anchors: tuple[str, ...]
    sections: frozenset[str]
    covering: tuple[Fact, ...]
    heading: int


def read_text(package: FinishedPackage, document: Mapping[str, str]) -> str:
    """The text of a document as its source file holds it, decoded as the package says.

    Offsets count from after a byte order mark. Raises PackageError when the file is not there, lies outside
    the package or is in another encoding.
    """
    root = (package.folder / SOURCES).resolve()
    path = (root / document["source_file"]).resolve()
    if not path.is_relative_to(root):
        raise PackageError(path, f"lies outside {SOURCES}")
    try:
        encoding = codecs.lookup(document.get("source_encoding") or "utf-8").name
        text = path.read_bytes().decode(encoding)
    except (OSError, LookupError, UnicodeDecodeError) as error:
        raise PackageError(path, str(error)) from None
    text = text.removeprefix("\ufeff")
    return text[int(document["start"]) : int(document["end"])]


def find_facts(
    package: FinishedPackage, document: Mapping[str, str], rows: RowsOfDocument, language: Language
) -> list[Fact]:
    """The rows that lie in a document, with offsets that count from the document's beginning."""
    offset, length = int(document["start"]), int(document["end"]) - int(document["start"])
    facts = []
    for name in MARKED:
        table = package.table_names.get(name)
        if table is None or not table.primary_key:
            continue
        for row in rows(table, document["document_id"]):
            if row["start"] and row["end"]:
                start, end = int(row["start"]) - offset, int(row["end"]) - offset
                if 0 <= start < end <= length:
                    label = row_label(table, row, language)
                    facts.append(Fact(name, row[table.primary_key], start, end, label))
    return facts


def cut(
    text: str, offset: int, facts: Sequence[Fact], sections: Sequence[Mapping[str, str]]
) -> Iterator[Piece]:
    """The text in pieces, none lost and none twice.

    `offset` is where the text begins in its source file, which is what the sections' offsets count from;
    the facts' offsets count from the text's beginning.
    """
    headings = [
        (*span, int(section["level"]) + 1)
        for section in sections
        if (span := _heading_span(text, offset, section)) is not None
    ]
    names = {section["section_id"] for section in sections}
    anchors: dict[int, list[str]] = {}
    for section in sections:
        anchors.setdefault(int(section["start"]) - offset, []).append(section["section_id"])
    for fact in facts:
        anchors.setdefault(fact.start, []).append(fact.identifier)
    bounds = {
        0,
        len(text),
        *anchors,
        *(fact.end for fact in facts),
        *(edge for start, end, _ in headings for edge in (start, end)),
    }
    ordered = sorted(bound for bound in bounds if 0 <= bound <= len(text))
    opening = sorted(facts, key=lambda fact: fact.start)
    active: list[Fact] = []
    position = heading = 0
    for start, end in pairwise(ordered):
        active = [fact for fact in active if fact.end > start]
        while position < len(opening) and opening[position].start <= start:
            active.append(opening[position])
            position += 1
        while heading < len(headings) and headings[heading][1] <= start:
            heading += 1
        inside = heading < len(headings) and headings[heading][0] <= start
        level = headings[heading][2] if inside else 0
        here = tuple(anchors.get(start, ()))
        covering = tuple(sorted(active, key=lambda fact: (fact.end - fact.start, MARKED.index(fact.table))))
        yield Piece(
            text[start:end], here, frozenset(names.intersection(here)) if here else _NONE, covering, level
        )


def _heading_span(text: str, offset: int, section: Mapping[str, str]) -> tuple[int, int] | None:
    """Where a section's ordinal and heading stand, if they stand on a line of their own."""
    wanted = "".join((section["ordinal_text"] + section["heading"]).split())
    position = start = int(section["start"]) - offset
    for character in wanted:
        while position < len(text) and text[position].isspace():
            position += 1
        if position >= len(text) or text[position] != character:
            return None
        position += 1
    rest = text[position : position + 2].lstrip(" \u3000。：:")
    return (start, position) if rest == "" or rest[0] in "\r\n" else None
