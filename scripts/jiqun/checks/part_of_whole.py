"""A part is not larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.figure_rows import COLUMNS, FigureRow, figure_rows
from .engine.problem import Problem

_SUMS = {"CNY", "USD", "1", "t", "t/a", "ha", "km2", "m2", "mu"}
"""Units of quantities that add up: a part's cannot exceed its whole's."""


class PartOfWhole(Check):
    """No share is above 100 %, and no cluster's figure above that of the cluster or park it sits in."""

    name = "part-of-whole"
    title = "A part and its whole"
    level = "warning"
    of_documents = True
    types = ("share-above-whole", "part-above-whole")
    hint = "Read both passages: one of the figures, or what it speaks of, is not as it seems."
    each = COLUMNS

    def run(self, package: Package) -> Iterator[Problem]:
        parents = _parents(package)
        for table in self.subjects(package):
            rows = list(figure_rows(table))
            levels = {_key(row, row.cluster_id): row for row in rows if row.cluster_id}
            for row in rows:
                if row.statistic == "share" and row.unit == "%" and row.value > 100:
                    yield self._at(row, f"a share of {row.value:f} % is more than the whole", self.types[0])
                whole = levels.get(_key(row, parents.get(row.cluster_id or "")))
                adds_up = row.statistic == "level" and row.unit in _SUMS and row.value > 0
                if whole and adds_up and row.value > whole.value:
                    message = (
                        f"{row.value:f} {row.unit} of {row.cluster_id} is more than the {whole.value:f} of "
                    )
                    message += (
                        f"{whole.cluster_id}, which holds it (row {table.row_in_file(whole.row_number)})"
                    )
                    yield self._at(row, message, self.types[1])

    def _at(self, row: FigureRow, message: str, type: str) -> Problem:
        cell = f"{row.value:f}"
        return self.problem(
            row.table, message, row_number=row.row_number, column="value", cell=cell, type=type
        )


def _key(row: FigureRow, cluster_id: str | None) -> tuple[object, ...]:
    return (
        row.document_id,
        cluster_id,
        row.indicator[0],
        row.statistic,
        row.unit,
        row.period_start,
        row.period_end,
    )


def _parents(package: Package) -> dict[str, str]:
    """The cluster that each cluster sits in."""
    table = package.tables.get("clusters")
    if table is None or not table.has("cluster_id", "parent_cluster_id"):
        return {}
    rows = table.rows("cluster_id", "parent_cluster_id")
    return {cluster: parent for _, (cluster, parent) in rows if cluster and parent}
