"""The fact that a mention names is there, and holds the mention.

`fact_table` and `fact_id` together are a foreign key whose target table changes from row to row, which Table
Schema cannot express.
"""

from __future__ import annotations

from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.columns import Table
from .engine.problem import Problem

_Fact = tuple[int | None, int | None, str | None, str | None]
"""Start, end, document and mention of a fact row."""


class FactReference(Check):
    """Each `fact_id` is a row of `fact_table` that names the mention or whose span holds it."""

    name = "fact-reference"
    title = "The fact of a mention"
    of_documents = True
    types = ("fact-missing", "fact-disagrees")
    hint = "Point fact_table and fact_id at the row that the number feeds."
    reads = (("mentions", ("mention_id", "document_id", "start", "end", "fact_table", "fact_id")),)

    def run(self, package: Package) -> Iterator[Problem]:
        table = package.tables["mentions"]
        starts, ends = table.integers("start"), table.integers("end")
        facts: dict[str, dict[str, _Fact]] = {}
        columns = ("mention_id", "document_id", "fact_table", "fact_id")
        for row_number, (mention_id, document_id, fact_table, fact_id) in table.rows(*columns):
            if fact_table is None or fact_id is None:
                continue
            if fact_table not in facts:
                facts[fact_table] = _facts(package.tables.get(fact_table))
            fact = facts[fact_table].get(fact_id)
            if fact is None:
                message = f"there is no row {fact_id!r} in the table {fact_table!r}"
                yield self.problem(table, message, row_number=row_number, column="fact_id", cell=fact_id)
            elif not _agrees(fact, mention_id, document_id, starts[row_number - 2], ends[row_number - 2]):
                message = f"{fact_id} of {fact_table} neither names this mention nor holds its span"
                yield self.problem(
                    table,
                    message,
                    row_number=row_number,
                    column="fact_id",
                    cell=fact_id,
                    type="fact-disagrees",
                )


def _facts(table: Table | None) -> dict[str, _Fact]:
    """The rows of a fact table by primary key; empty where there is no such table or no single key."""
    if table is None or table.key is None or not table.has(table.key, "start", "end", "document_id"):
        return {}
    starts, ends = table.integers("start"), table.integers("end")
    mentions = table.texts("mention_id") if table.has("mention_id") else [None] * len(starts)
    return {
        fact_id: (starts[row - 2], ends[row - 2], document_id, mentions[row - 2])
        for row, (fact_id, document_id) in table.rows(table.key, "document_id")
        if fact_id is not None
    }


def _agrees(
    fact: _Fact, mention_id: str | None, document_id: str | None, start: int | None, end: int | None
) -> bool:
    fact_start, fact_end, fact_document, fact_mention = fact
    if fact_mention is not None and fact_mention == mention_id:
        return True
    if start is None or end is None or fact_start is None or fact_end is None:
        return False
    return fact_document == document_id and fact_start <= start and end <= fact_end
