"""The rows of a table as HTML cells: codes by their labels, keys and evidence as links."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from html import escape
from typing import Literal

from jiqun.package.finished import FinishedField, FinishedPackage, FinishedTable
from jiqun.site.addresses import Address, document_path, table_path
from jiqun.site.labels import code_label, plain_labels, row_label, row_tail, shorten
from jiqun.site.languages import Language

# Above this many rows a page holds the first ones only, and a script loads all from rows.json.
STATIC_ROWS = 1000
_HEAD_ROWS = 100

# What a reader looks for first, in the order of the columns shown; all others follow as the table has them.
_FIRST = (
    "name",
    "subject_text",
    "indicator",
    "statistic",
    "role",
    "kind",
    "tier_text",
    "ordinal_text",
    "heading",
    "level",
    "stage",
    "value",
    "unit",
    "investment",
    "investment_unit",
    "project_count",
    "period_start",
    "period_end",
    "message",
    "quote",
    "instrument",
    "instrument_family",
    "actor_text",
    "target_group_text",
    "title",
    "issuer",
    "author",
    "issued_on",
    "document_number",
    "fact_table",
    "fact_id",
    "reason",
    "enterprise_text",
    "industry_code",
    "region_code",
    "modality",
    "document_id",
)
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
        "cluster_id",
        "operator",
        "indicator_text",
        "value_text",
        "parent_code",
        "parent_cluster_id",
        "base_text",
        "capacity",
        "capacity_text",
        "investment_text",
        "industry_text",
    ]
)
# The end of a key column's title: its cells show names, not keys.
_KEY_TITLE = re.compile("(编号|代码| code)$")
# How an operator shows before its value; equality and ranges need no sign.
SIGNS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "approx": "≈ "}
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
# What a row's evidence is shown by, the first that its table has.
_EVIDENCE = ("quote", "heading")

Kind = Literal["own", "passage", "number", "fact", "code", "key", "text"]
"""How a column's cells are shown: the row's own key, words that lead to their passage, a number, a key whose
table the row names, a code of a closed list, a key of another table, or text."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The columns that say more of a number: how it compares, and the upper end of a range; "" for none."""

    operator: str
    upper: str


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
        self._plain: dict[str, Mapping[str, str]] = {}
        # A row leads to a passage where it has a place in a document; a document is itself one.
        placed = table.has("document_id", "start") and bool(table.primary_key)
        evidence = ("title",) if table.name == "documents" else _EVIDENCE
        self._evidence = next((name for name in evidence if placed and table.has(name)), None)

        self.header = self._in_order()

    def _in_order(self) -> Sequence[FinishedField]:
        """The fields in the order of their columns: what is hidden at first comes last."""
        fields = self.table.fields
        if not (self.table.has("document_id") and self.table.primary_key):
            return fields
        rank = {name: number for number, name in enumerate(_FIRST)}
        key = self.table.primary_key
        return sorted(
            fields,
            key=lambda field: (
                field.name != key,
                self.is_secondary(field),
                rank.get(field.name, len(rank)),
            ),
        )

    @property
    def is_long(self) -> bool:
        """Whether the page holds the first rows only."""
        return len(self.table.rows) > STATIC_ROWS

    def kind(self, field: FinishedField) -> Kind:
        """How the cells of a column are shown."""
        if field.name == self.table.primary_key:
            return "own"
        if field.name == self._evidence:
            return "passage"
        if self.table.name == "mentions" and field.name == "fact_id" and self.table.has("fact_table"):
            return "fact"
        if field.type in ("integer", "number"):
            return "number"
        if field.reference is not None:
            return "key"
        return "code" if field.categories else "text"

    def is_secondary(self, field: FinishedField) -> bool:
        """Whether a column is hidden at first: it says little, or nothing in any row."""
        if field.name == self.table.primary_key:
            return False
        return field.name in _SECONDARY or field.name in self.table.unfilled

    def heading(self, field: FinishedField) -> str:
        """What stands over a column: of a key, what it is the key of, which is what its cells show."""
        title = self.language.pick(field.title)
        if field.reference is None:
            return title
        return _KEY_TITLE.sub("", title) or title

    def figure(self, field: FinishedField) -> Figure | None:
        """What says more of a number column, where its table has it."""
        if field.type != "number":
            return None
        operator = "operator" if field.name == "value" else f"{field.name}_operator"
        upper = f"{field.name}_max"
        found = Figure(*(name if self.table.has(name) else "" for name in (operator, upper)))
        return found if found.operator or found.upper else None

    def styles(self, field: FinishedField) -> str:
        """The classes of a column's cells: w for sentences, n for numbers, s for what is hidden at first."""
        found = {"n": self.is_number(field), "w": field.name in _WIDE, "s": self.is_secondary(field)}
        return " ".join(name for name, holds in found.items() if holds)

    @cached_property
    def _styles(self) -> Mapping[str, str]:
        found = {field.name: self.styles(field) for field in self.header}
        return {name: f' class="{styles}"' if styles else "" for name, styles in found.items()}

    def is_number(self, field: FinishedField) -> bool:
        """Whether a column is set flush right and sorted by size."""
        return field.type in ("integer", "number")

    def head(self) -> Iterator[str]:
        """The table rows that stand in the page itself: all, or the first where there are very many."""
        rows = self.table.rows
        for row in rows[:_HEAD_ROWS] if self.is_long else rows:
            key = row[self.table.primary_key] if self.table.primary_key else ""
            identity = f' id="{escape(key)}"' if key else ""
            yield f"<tr{identity}>{''.join(self._cell(field, row) for field in self.header)}</tr>"

    @property
    def head_count(self) -> int:
        """How many rows stand in the page itself."""
        return _HEAD_ROWS if self.is_long else len(self.table.rows)

    def key_label(self, field: FinishedField, value: str) -> str:
        """What a cell of a code or key shows."""
        if field.categories:
            if field.name not in self._plain:
                self._plain[field.name] = plain_labels(field, self.language)
            return self._plain[field.name].get(value, value)
        label = code_label(self.table, field.name, value, self.package, self.language)
        # Titles are long, and the same in row after row.
        return shorten(label, _TITLE) if field.reference and field.reference[0] == "documents" else label

    def key_place(self, field: FinishedField, value: str) -> str:
        """Where a key of another table leads; "" for a code of a closed list."""
        if field.reference is None:
            return ""
        if field.reference[0] == "documents":
            return self.address.page(document_path(value))
        return self.address.page(table_path(field.reference[0]), value)

    def fact_label(self, table: str, value: str) -> str:
        """What a key shows whose table the row itself names."""
        target = self.package.table_names.get(table)
        found = target.by_key.get(value) if target else None
        return row_label(target, found, self.language) if target and found else value

    def fact_place(self, table: str, value: str) -> str:
        """Where a key leads whose table the row itself names."""
        return self.address.page(table_path(table), value)

    def own_place(self, value: str) -> str:
        """Where a row's own key leads: to the row, for its address to be copied; a document's to its page."""
        if self.table.name == "documents":
            return self.document_place(value)
        return self.address.page(self.address.path, value)

    def document_place(self, value: str) -> str:
        """The page of a document."""
        return self.address.page(document_path(value))

    def passage_place(self, row: Mapping[str, str]) -> str:
        """Where the passage is that a row comes from."""
        key = row[self.table.primary_key] if self.table.primary_key else ""
        anchor = "" if self.table.name == "documents" else key
        return self.address.page(document_path(row["document_id"]), anchor)

    def passage_text(self, value: str) -> str:
        """What a passage's link shows: the passage, where it has anything to see."""
        if value == "":
            return self.language.say("whole_document")
        return value if value.strip() else BLANK * len(value)

    def said(self, key: str) -> list[tuple[int, str]]:
        """The filled cells of a row that say something of it, each after the number of its field."""
        row = self.table.by_key[key]
        return [
            (
                number,
                self._number(field, row) if kind == "number" else self.key_label(field, row[field.name]),
            )
            for number, field in enumerate(self.header)
            if row[field.name]
            and field.name not in _SECONDARY
            and field.name != "document_id"
            and (kind := self.kind(field)) in ("number", "code", "key", "text")
        ]

    def _cell(self, field: FinishedField, row: Mapping[str, str]) -> str:
        content = self._content(field, row)
        style = self._styles[field.name]
        if self.is_number(field):
            # The raw number is what the column is sorted by.
            return f'<td{style} data-raw="{escape(row[field.name])}">{content}</td>'
        kind = self.kind(field)
        if kind == "own" or (kind == "passage" and not row[field.name].strip()):
            return f'<td{style} data-raw="{escape(row[field.name])}">{content}</td>'
        return f"<td{style}>{content}</td>"

    def _content(self, field: FinishedField, row: Mapping[str, str]) -> str:
        value = row[field.name]
        kind = self.kind(field)
        if kind == "passage":
            return f'<a href="{self.passage_place(row)}">{escape(self.passage_text(value))}</a>'
        if value == "":
            return ""
        if kind == "own":
            return f'<a href="{self.own_place(value)}">{escape(row_tail(value, row))}</a>'
        if kind == "fact":
            place, label = (
                self.fact_place(row["fact_table"], value),
                self.fact_label(row["fact_table"], value),
            )
            return f'<a href="{place}" title="{escape(value)}">{escape(label)}</a>'
        if kind == "number":
            return escape(self._number(field, row))
        known = self._known.get((field.name, value))
        if known is None:
            known = self._known[field.name, value] = self._text(field, kind, value)
        return known

    def _number(self, field: FinishedField, row: Mapping[str, str]) -> str:
        """A number with what says more of it: ≥ 5,000, 5–10."""
        number = group_digits(row[field.name])
        figure = self.figure(field)
        if figure is None:
            return number
        upper = row[figure.upper] if figure.upper else ""
        sign = SIGNS.get(row[figure.operator], "") if figure.operator else ""
        return f"{sign}{number}–{group_digits(upper)}" if upper else f"{sign}{number}"

    def _text(self, field: FinishedField, kind: Kind, value: str) -> str:
        """A code's label with the code as its title, a key's label as a link, or the text."""
        if kind == "code":
            return f'<span title="{escape(value)}">{escape(self.key_label(field, value))}</span>'
        if kind == "key":
            place, label = self.key_place(field, value), escape(self.key_label(field, value))
            return f'<a href="{place}" title="{escape(value)}">{label}</a>'
        return escape(value)


# Stands for each character of a passage of blanks, such as a broken line's end.
BLANK = "␣"


def group_digits(number: str) -> str:
    """A number with its thousands set apart by commas."""
    try:
        return f"{Decimal(number):,}"
    except ArithmeticError:
        return number
