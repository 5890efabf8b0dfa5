"""The figures of a document, as rows that other figures can be held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from .columns import Table

COLUMNS = (
    "document_id",
    "indicator",
    "indicator_text",
    "statistic",
    "operator",
    "value",
    "unit",
    "period_end",
)
"""What a table of figures must have."""
_SUBJECT = ("subject_text", "cluster_id", "organization_id", "region_code")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure that is stated as it is: not a bound, not an estimate, with a known period."""

    table: Table
    row_number: int
    document_id: str
    subject: tuple[str | None, ...]
    cluster_id: str | None
    indicator: tuple[str, str | None]
    statistic: str
    value: Decimal
    unit: str
    period_start: str | None
    period_end: str


def figure_rows(table: Table) -> Iterator[FigureRow]:
    """The exact figures of a table that have a period; its columns are COLUMNS and, where it has them, the
    subject's."""
    count = len(table.texts("document_id"))
    subjects = [table.texts(name) if table.has(name) else [None] * count for name in _SUBJECT]
    starts = table.texts("period_start") if table.has("period_start") else [None] * count
    for row_number, cells in table.rows(*COLUMNS):
        document_id, indicator, indicator_text, statistic, operator, value, unit, period_end = cells
        if (
            not (document_id and indicator and statistic and value and unit and period_end)
            or operator != "eq"
        ):
            continue
        try:
            number = Decimal(value)
        except InvalidOperation:
            continue  # frictionless reports cells that are no numbers
        place = row_number - 2
        subject = tuple(texts[place] for texts in subjects)
        yield FigureRow(
            table,
            row_number,
            document_id,
            subject,
            subject[_SUBJECT.index("cluster_id")],
            (indicator, indicator_text),
            statistic,
            number,
            unit,
            starts[place],
            period_end,
        )
