"""The rows of a table as HTML cells: codes by their labels, keys and evidence as links."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape

from jiqun.package.finished import FinishedField, FinishedPackage, FinishedTable
from jiqun.site.addresses import Address, document_path, table_path
from jiqun.site.labels import code_label, row_label, row_tail, shorten
from jiqun.site.languages import Language

# Above this many rows a page holds the first ones only, and a script loads the rest from rows.json.
STATIC_ROWS = 2000
_HEAD_ROWS = 500

# Columns that prove or place a row rather than say something: hidden at first where a script can show them.
_SECONDARY = frozenset(
    [
        "section_id",
        "start",
        "end",
        "mention_id",
        "origin",
        "parent_id",
        "source_encoding",
        "sha256",
        "characters",
        "rights",
        "name_text",
        "measure_id",
        "valid_from",
        "valid_to",
        "former_names",
        "title_basis",
        "issued_on_text",
        "issued_on_basis",
        "source_file",
        "baseline_text",
        "baseline_value",
        "value_max",
        "period_text",
        "period_status",
        "investment_operator",
        "capacity_unit",
        "region_text",
        "organization_id",
        "full_name_zh",
        "parent_code",
    ]
)
# Columns worth choosing rows by: those with a closed list, and keys into these tables.
_FACET_TABLES = ("documents", "indicator_codes", "instrument_codes", "unit_codes")
# How much of a document's title a cell shows.
_TITLE = 32
# Columns of sentences, which need room.
_WIDE = frozenset(
    [
        "quote",
        "title",
        "message",
        "description",
        "definition",
        "definition_en",
        "resolution",
        "rights",
        "condition_text",
    ]
)
_NO_FACETS = frozenset(["origin", "operator", "title_basis", "issued_on_basis"])


class RowCells:
    """Makes the cells of one table's rows for one page.

    Labels of codes and keys are looked up once for each value; everything that comes from the package is
    escaped here.
    """

    def __init__(self, package: FinishedPackage, table: FinishedTable, address: Address) -> None:
        self.package = package
        self.table = table
        self.address = address
        self.language: Language = address.language
        self._known: dict[tuple[str, str], str] = {}
        # A row leads to a passage where it has a place in a document; documents are themselves the passage.
        self._placed = table.has("document_id", "start") and table.name != "documents"

    @property
    def header(self) -> Sequence[FinishedField]:
        """The fields in the order of their columns."""
        return self.table.fields

    def is_secondary(self, field: FinishedField) -> bool:
        """Whether a column is hidden at first."""
        return field.name in _SECONDARY and field.name != self.table.primary_key

    def is_facet(self, field: FinishedField) -> bool:
        """Whether rows can be chosen by this column's values."""
        if field.name in _NO_FACETS or field.name == self.table.primary_key:
            return False
        return bool(field.categories) or (field.reference is not None and field.reference[0] in _FACET_TABLES)

    def is_wide(self, field: FinishedField) -> bool:
        """Whether a column holds sentences."""
        return field.name in _WIDE

    def is_number(self, field: FinishedField) -> bool:
        """Whether a column is set flush right and sorted by size."""
        return field.type in ("integer", "number")

    def head(self) -> Iterator[str]:
        """The table rows that stand in the page itself: all, or the first where there are very many."""
        rows = self.table.rows
        for row in rows if len(rows) <= STATIC_ROWS else rows[:_HEAD_ROWS]:
            key = row[self.table.primary_key] if self.table.primary_key else ""
            identity = f' id="{escape(key)}"' if key else ""
            yield f"<tr{identity}>{''.join(self._cell(field, row) for field in self.table.fields)}</tr>"

    def as_json(self) -> str:
        """All rows for the script of a long table: the ids, and for each row its cells' HTML."""
        rows = self.table.rows
        key = self.table.primary_key
        data = {
            "ids": [row[key] if key else "" for row in rows],
            "rows": [[self._content(field, row) for field in self.table.fields] for row in rows],
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"

    def _cell(self, field: FinishedField, row: Mapping[str, str]) -> str:
        content = self._content(field, row)
        if not self.is_number(field):
            return f"<td>{content}</td>"
        # The raw number is what the column is sorted by.
        return f'<td class="n" data-order="{escape(row[field.name])}">{content}</td>'

    def _content(self, field: FinishedField, row: Mapping[str, str]) -> str:
        value = row[field.name]
        if value == "":
            return ""
        if field.name == self.table.primary_key:
            return self._own_key(value, row)
        if self._placed and field.name in ("quote", "start") and row["start"]:
            place = self.address.page(
                document_path(row["document_id"]), row.get(self.table.primary_key or "", "")
            )
            text = group_digits(value) if field.name == "start" else escape(value)
            return f'<a href="{place}">{text}</a>'
        if self.table.name == "mentions" and field.name == "fact_id" and row.get("fact_table"):
            return self._fact(row)
        if field.type in ("integer", "number"):
            return group_digits(value)
        known = self._known.get((field.name, value))
        if known is None:
            known = self._known[field.name, value] = self._text(field, value)
        return known

    def _own_key(self, value: str, row: Mapping[str, str]) -> str:
        if self.table.name == "documents":
            return f'<a href="{self.address.page(document_path(value))}">{escape(value)}</a>'
        anchor = self.address.page(self.address.path, value)
        return f'<a href="{anchor}">{escape(row_tail(value, row))}</a>'

    def _fact(self, row: Mapping[str, str]) -> str:
        """A key whose table the row itself names."""
        target = self.package.table_names.get(row["fact_table"])
        found = target.by_key.get(row["fact_id"]) if target else None
        label = row_label(target, found, self.language) if target and found else row["fact_id"]
        place = self.address.page(table_path(row["fact_table"]), row["fact_id"])
        return f'<a href="{place}">{escape(label)}</a>'

    def _text(self, field: FinishedField, value: str) -> str:
        """A text cell: a code's label with the code as its title, a key's label as a link, or the text."""
        label = code_label(self.table, field.name, value, self.package, self.language)
        if field.reference is None:
            text = escape(label)
            return f'<span title="{escape(value)}">{text}</span>' if field.categories else text
        if field.reference[0] == "documents":
            # Titles are long, and the same in row after row.
            place, label = self.address.page(document_path(value)), shorten(label, _TITLE)
        else:
            place = self.address.page(table_path(field.reference[0]), value)
        return f'<a href="{place}" title="{escape(value)}">{escape(label)}</a>'


def group_digits(number: str) -> str:
    """A number with its thousands set apart by commas."""
    try:
        return f"{Decimal(number):,}"
    except ArithmeticError:
        return escape(number)
