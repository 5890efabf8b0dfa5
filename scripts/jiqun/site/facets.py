"""What the rows of a table can be chosen by: the values of a column with how many rows have them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jiqun.package.finished import FinishedField
from jiqun.site.rows import RowCells

# Columns with a closed list are facets, and keys into these tables.
_TABLES = (
    "documents",
    "indicator_codes",
    "instrument_codes",
    "unit_codes",
    "region_codes",
    "industry_codes",
)
# What nobody chooses rows by: how a row came about, or what only says more of another column.
_NOT = frozenset(
    [
        "origin",
        "operator",
        "investment_operator",
        "capacity_unit",
        "period_status",
        "title_basis",
        "issued_on_basis",
        "parent_code",
        "fact_table",
    ]
)
# Codes whose beginning names what holds them: GB/T 2260, two digits each for province, prefecture and county;
# GB/T 4754, two for a division, a third for a group.
_NESTED = {"region_codes": (2, 4, 6), "industry_codes": (2, 3)}
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Option:
    """A value, its label and its rows; `depth` is how far a nested code lies below the first."""

    value: str
    label: str
    count: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """A column's values. In a nested one a value stands for all codes that begin with it."""

    field: FinishedField
    options: tuple[Option, ...]
    nested: bool


def find_facets(cells: RowCells) -> Iterator[Facet]:
    """The facets of a table in the order of its fields, those that leave a choice."""
    for field in cells.table.fields:
        target = field.reference[0] if field.reference else ""
        if field.name in _NOT or field.name == cells.table.primary_key or target == cells.table.name:
            continue
        if not field.categories and target not in _TABLES:
            continue
        counts = Counter(row[field.name] for row in cells.table.rows if row[field.name])
        options = (
            _nested(cells, field, counts, _NESTED[target])
            if target in _NESTED
            else _flat(cells, field, counts)
        )
        if 2 <= len(options) <= _LONGEST:
            yield Facet(field, options, target in _NESTED)


def _flat(cells: RowCells, field: FinishedField, counts: Counter[str]) -> tuple[Option, ...]:
    """In the order of the closed list, or of the rows of the table that the field refers to."""
    order = [category.value for category in field.categories]
    if field.reference:
        order = list(cells.package.table_names[field.reference[0]].by_key)
    return tuple(
        Option(value, cells.key_label(field, value), counts[value]) for value in order if counts[value]
    )


def _nested(
    cells: RowCells, field: FinishedField, counts: Counter[str], widths: tuple[int, ...]
) -> tuple[Option, ...]:
    """Every code, below those that hold it, each with all that lies below it."""
    inclusive: Counter[str] = Counter()
    for code, count in counts.items():
        for beginning in {code[:width] for width in widths if _holds(code, width)}:
            inclusive[beginning] += count
    full = widths[-1] if field.reference and field.reference[0] == "region_codes" else 0
    options = []
    for beginning in sorted(inclusive):
        code = beginning.ljust(full, "0")
        label = cells.key_label(field, code)
        if label != code or code in counts:
            options.append(Option(beginning, label, inclusive[beginning], widths.index(len(beginning))))
    return tuple(options)


def _holds(code: str, width: int) -> bool:
    """Whether that many digits of a code name something: those after the last zeros in pairs do not."""
    return len(code) >= width and code[width - 2 : width] != "00"
