"""Each mention feeds a fact or says why it feeds none."""

from __future__ import annotations

from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.problem import Problem


class MentionAccount(Check):
    """Exactly one of `fact_id` and `reason` is filled, and `fact_table` goes with `fact_id`."""

    name = "mention-account"
    title = "A fact or a reason"
    of_documents = True
    types = ("mention-not-accounted", "fact-table-without-id")
    hint = "Fill fact_table and fact_id, or reason."
    reads = (("mentions", ("fact_table", "fact_id", "reason")),)

    def run(self, package: Package) -> Iterator[Problem]:
        table = package.tables["mentions"]
        for row_number, (fact_table, fact_id, reason) in table.rows("fact_table", "fact_id", "reason"):
            if (fact_id is None) == (reason is None):
                message = (
                    "the mention has neither a fact nor a reason"
                    if fact_id is None
                    else f"the mention has both a fact ({fact_id}) and a reason ({reason})"
                )
                yield self.problem(table, message, row_number=row_number, column="reason", cell=reason)
            if (fact_table is None) != (fact_id is None):
                message = f"fact_table is {fact_table!r}, fact_id is {fact_id!r}: both or neither"
                yield self.problem(
                    table,
                    message,
                    row_number=row_number,
                    column="fact_table",
                    cell=fact_table,
                    type=self.types[1],
                )
