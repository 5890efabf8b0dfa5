"""What rules cannot decide: corrections by people, as data, applied to the extracted rows.

A correction names the table, the row (by document and span), the column, the new value, the reason, the
source and what it expects to find; see the columns of `jiqun.tables.Correction` and
data/curation/README.md. They are applied in the order of the file. What follows from a correction is done
here: `origin` becomes `curated`, a moved span gets its quote and its id, other rows' references follow an
id, and the ledger of numerals follows a row.
"""

import json
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from jiqun.failure import Failure
from jiqun.package import read_table
from jiqun.tables import CORRECTIONS, FACT_TABLES, TABLES_BY_NAME, Cell, Correction, Row, Table, references

# The letter that a row's id carries for its table, as the extraction gives it.
ID_LETTERS = {
    "sections": "s",
    "clusters": "c",
    "targets": "t",
    "indicators": "n",
    "projects": "p",
    "measures": "a",
    "incentives": "g",
    "organizations": "o",
    "mentions": "m",
    "issues": "i",
}
# Columns by which `key` tells rows of one span apart, besides the id.
_KEY_COLUMNS = ("name", "name_text", "value_text", "mention_id")
_FOLLOWING = ("document_id", "quote", "origin")

Tables = dict[str, list[Any]]


class ConversionError(Failure):
    """A conversion that cannot go on."""


@dataclass(frozen=True, slots=True)
class Curation:
    """The corrections of one file, with their numbers in it, its header not counted, by which errors name
    them."""

    path: Path
    corrections: tuple[tuple[int, Correction], ...]

    def of_documents(self, present: Container[str]) -> "Curation":
        """The corrections of some documents."""
        kept = tuple(item for item in self.corrections if item[1].document_id in present)
        return Curation(self.path, kept)

    def refuse(self, number: int, correction: Correction, why: object) -> ConversionError:
        """The error for a correction that does not fit."""
        done = f"{correction.action} {correction.column or 'row'} of {correction.table}"
        place = f"{correction.document_id} {correction.start}-{correction.end}"
        return ConversionError(
            self.path,
            f"correction {number} ({done} {place}) {why}",
            "look at the row with `jiqun explain`, then mend or drop the correction",
        )


def read_corrections(path: Path) -> Curation:
    """Read a file of corrections. Raises ConversionError where header or cells are not as they must be."""
    try:
        rows = read_table(CORRECTIONS, path)
    except (OSError, ValueError) as error:
        raise ConversionError(path, f"cannot be read as corrections: {error}") from None
    corrections = tuple(enumerate((row for row in rows if isinstance(row, Correction)), 1))
    for number, correction in corrections:
        complaint = _complaint(correction)
        if complaint:
            raise ConversionError(path, f"correction {number} {complaint}", "mend the correction")
    return Curation(path, corrections)


def _complaint(correction: Correction) -> str:
    """What makes a correction meaningless in itself, or ""."""
    for field in CORRECTIONS.fields:
        if field.required and getattr(correction, field.name) is None:
            return f"lacks its {field.name}"
    table = TABLES_BY_NAME.get(correction.table)
    if table is None or table.is_code_list:
        return f"names the table {correction.table!r}, which is none that can be corrected"
    if correction.action not in ("set", "add", "remove"):
        return f"has action {correction.action!r}, expected set, add or remove"
    if table.name == "documents" and (correction.action != "set" or correction.column in ("start", "end")):
        return "changes which documents there are, which is for the manifest of the sources to do"
    if correction.action == "set" and correction.column is None:
        return "sets no column"
    if correction.column is not None and correction.column not in table.column_names:
        return f"names the column {correction.column!r}, which {table.name} does not have"
    if correction.action == "set" and correction.column in (*_FOLLOWING, table.primary_key):
        return f"sets {correction.column}, which follows from the rest"
    return ""


def apply(curation: Curation, tables: Mapping[str, Sequence[Row]], texts: Mapping[str, str]) -> Tables:
    """The tables with the corrections applied; the rows given are changed in place.

    `tables` maps the names of all tables but the code lists to rows; `texts` maps names of source files to
    their decoded text. Raises ConversionError naming the correction that is stale or does not fit.
    """
    workshop = _Workshop({name: list(rows) for name, rows in tables.items()}, texts)
    for number, correction in curation.corrections:
        try:
            workshop.apply(correction)
        except _Refusal as refusal:
            raise curation.refuse(number, correction, refusal) from None
    return workshop.tables


class _Refusal(Exception):
    """Why a correction cannot be applied."""


class _Workshop:
    """The tables while corrections are applied to them."""

    def __init__(self, tables: Tables, texts: Mapping[str, str]) -> None:
        self.tables = tables
        self.texts = texts
        self.documents = {document.document_id: document for document in tables["documents"]}

    def apply(self, correction: Correction) -> None:
        """Apply one correction. Raises _Refusal."""
        if correction.document_id not in self.documents:
            raise _Refusal("is stale: there is no such document")
        table = TABLES_BY_NAME[correction.table]
        if correction.action == "add":
            self._add(table, correction)
            return
        row = self._find(table, correction)
        if correction.column is not None:
            now = table.field(correction.column).write(getattr(row, correction.column))
            if now != (correction.expect or ""):
                raise _Refusal(f"is stale: it expects {correction.expect or ''!r}, the row now has {now!r}")
        if correction.action == "remove":
            self.tables[table.name] = [other for other in self.tables[table.name] if other is not row]
            self._release(table, getattr(row, table.primary_key))
        else:
            self._set(table, row, correction)

    # --- Finding -------------------------------------------------------------------------------------------

    def _find(self, table: Table, correction: Correction) -> Any:
        """The one row the correction means."""
        found = [
            row
            for row in self.tables[table.name]
            if (row.document_id, row.start, row.end)
            == (correction.document_id, correction.start, correction.end)
        ]
        if not found:
            raise _Refusal("is stale: there is no row at that span")
        if correction.key is not None:
            found = [row for row in found if correction.key in _keys(table, row)]
            if not found:
                raise _Refusal(f"is stale: no row at that span has the key {correction.key!r}")
        if len(found) > 1 and correction.column is not None:
            field = table.field(correction.column)
            found = [
                row for row in found if field.write(getattr(row, field.name)) == (correction.expect or "")
            ]
            if not found:
                raise _Refusal(f"is stale: no row at that span has {field.name} {correction.expect or ''!r}")
        if len(found) > 1:
            raise _Refusal(f"fits {len(found)} rows at that span: name one of them with `key`")
        return found[0]

    # --- Changing ------------------------------------------------------------------------------------------

    def _set(self, table: Table, row: Any, correction: Correction) -> None:
        assert correction.column is not None
        field = table.field(correction.column)
        try:
            value: Cell = field.read(correction.value or "")
        except ValueError as error:
            raise _Refusal(str(error)) from None
        setattr(row, correction.column, value)
        if correction.column in ("start", "end"):
            self._move(table, row)
        _mark(table, row)

    def _add(self, table: Table, correction: Correction) -> None:
        if correction.start is None or correction.end is None:
            raise _Refusal("has no span for the row to add")
        try:
            given = json.loads(correction.value or "", parse_float=Decimal)
        except ValueError as error:
            raise _Refusal(f"has a value that is not JSON: {error}") from None
        if not isinstance(given, dict) or not set(given) <= set(table.column_names):
            raise _Refusal(f"must give a JSON object with columns of {table.name}")
        values: dict[str, Cell] = {
            "document_id": correction.document_id,
            "start": correction.start,
            "end": correction.end,
            "quote": "",
            "origin": "curated",
            "section_id": self._section_at(correction.document_id, correction.start),
            table.primary_key: "",
        }
        row = _make(table, {**values, **given})
        self._move(table, row)
        self.tables[table.name].append(row)
        if table.name in FACT_TABLES:
            self._claim(table, row)

    def _move(self, table: Table, row: Any) -> None:
        """Give a row the quote and the id of its span, and let other rows' references follow the id."""
        document = self.documents[row.document_id]
        text = self.texts[document.source_file]
        if row.start is not None and not document.start <= row.start < row.end <= document.end:
            # A span is moved by two corrections, start and end, and may be empty in between.
            if not document.start <= min(row.start, row.end) <= max(row.start, row.end) <= document.end:
                raise _Refusal(f"leaves the document, which spans {document.start}-{document.end}")
            return
        if "quote" in table.column_names:
            row.quote = text[row.start : row.end]
        before = getattr(row, table.primary_key)
        after = self._free_id(table, row)
        setattr(row, table.primary_key, after)
        if before and before != after:
            self._rename(table, before, after)

    def _free_id(self, table: Table, row: Any) -> str:
        document = self.documents[row.document_id]
        stem = f"{row.document_id}-{ID_LETTERS[table.name]}{(row.start or document.start) - document.start}"
        taken = {getattr(other, table.primary_key) for other in self.tables[table.name] if other is not row}
        number, identifier = 1, stem
        while identifier in taken:
            number += 1
            identifier = f"{stem}-{number}"
        return identifier

    def _rename(self, table: Table, before: str, after: str) -> None:
        for _, row, column in self._referring(table, before):
            setattr(row, column, after)
        for mention in self._fed(table, before):
            mention.fact_id = after

    def _referring(self, table: Table, identifier: str) -> Iterator[tuple[str, Any, str]]:
        """Tables, rows and columns that refer to a row of the table by its id."""
        for name, rows in self.tables.items():
            for field, other, _ in references(TABLES_BY_NAME[name]):
                if other == table.name:
                    yield from (
                        (name, row, field.name) for row in rows if getattr(row, field.name) == identifier
                    )

    def _fed(self, table: Table, identifier: str) -> list[Any]:
        """The numerals that feed a row."""
        return [
            mention
            for mention in self.tables["mentions"]
            if mention.fact_table == table.name and mention.fact_id == identifier
        ]

    # --- The ledger ----------------------------------------------------------------------------------------

    def _claim(self, table: Table, row: Any) -> None:
        """A numeral that fed no fact feeds the row that was added for it."""
        identifier = getattr(row, "mention_id", None)
        for mention in self.tables["mentions"]:
            if mention.mention_id == identifier and mention.fact_id is None:
                mention.fact_table, mention.fact_id = table.name, getattr(row, table.primary_key)
                mention.reason = None

    def _release(self, table: Table, identifier: str) -> None:
        """Numerals that fed a removed row feed another that uses them, else are unresolved.

        References of other tables' rows must have been corrected before, or they would hang in the air.
        """
        for name, _, column in self._referring(table, identifier):
            raise _Refusal(f"removes a row that {name} refers to by {column}: correct that first")
        for mention in self._fed(table, identifier):
            self._account(mention)

    def _account(self, mention: Any) -> None:
        mention.fact_table, mention.fact_id, mention.reason = None, None, "unresolved"
        for name in FACT_TABLES:
            for row in self.tables[name]:
                if getattr(row, "mention_id", None) == mention.mention_id:
                    key = TABLES_BY_NAME[name].primary_key
                    mention.fact_table, mention.fact_id, mention.reason = name, getattr(row, key), None
                    return

    def _section_at(self, document_id: str, start: int) -> str | None:
        """The innermost section that holds an offset: of those that hold it, the last to begin, then the
        deepest."""
        sections = sorted(
            (section for section in self.tables["sections"] if section.document_id == document_id),
            key=lambda section: (section.start, section.level),
        )
        last = bisect_right([section.start for section in sections], start)
        for section in reversed(sections[:last]):
            if start < section.end:
                return str(section.section_id)
        return None


def _keys(table: Table, row: Any) -> list[str]:
    columns = [column for column in _KEY_COLUMNS if column in table.column_names]
    return [getattr(row, column) for column in (table.primary_key, *columns)]


def _mark(table: Table, row: Any) -> None:
    if "origin" in table.column_names:
        row.origin = "curated"


def _make(table: Table, values: Mapping[str, Any]) -> Any:
    """A row from JSON values, each read as its column's type. Raises _Refusal."""
    cells: dict[str, Cell] = {}
    for field in table.fields:
        value = values.get(field.name)
        try:
            cells[field.name] = field.read(value) if isinstance(value, str) and value else _number(value)
        except ValueError as error:
            raise _Refusal(str(error)) from None
        if cells[field.name] is None and field.required and field.name not in ("quote", table.primary_key):
            raise _Refusal(f"gives no {field.name}, which {table.name} requires")
        if field.type == "number" and isinstance(cells[field.name], int):
            cells[field.name] = Decimal(str(value))
    return table.row(**cells)


def _number(value: Any) -> Cell:
    if value is None or value == "":
        return None
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return value
    raise ValueError(f"{value!r} is no text or number")
