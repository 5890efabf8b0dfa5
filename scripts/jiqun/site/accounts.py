"""The account of every number in the sources, and of what is wrong with them."""

from collections import Counter
from dataclasses import dataclass

from jiqun.package.finished import FinishedPackage
from jiqun.site.addresses import Address
from jiqun.site.labels import code_label, row_label
from jiqun.site.passages import RowsOfDocument


@dataclass(frozen=True, slots=True)
class Account:
    """The numbers of one document: how many there are, how many feed facts, and why the others feed none."""

    document_id: str
    title: str
    mentions: int
    used: int
    reasons: Counter[str]


def account(package: FinishedPackage) -> list[Account]:
    """The ledger of every document, in the package's order."""
    used: Counter[str] = Counter()
    reasons: dict[str, Counter[str]] = {}
    for row in package.rows("mentions"):
        if row["fact_id"]:
            used[row["document_id"]] += 1
        else:
            reasons.setdefault(row["document_id"], Counter())[row["reason"]] += 1
    return [
        Account(
            row["document_id"],
            row["title"],
            used[row["document_id"]] + sum(reasons.get(row["document_id"], Counter()).values()),
            used[row["document_id"]],
            reasons.get(row["document_id"], Counter()),
        )
        for row in package.rows("documents")
    ]


@dataclass(frozen=True, slots=True)
class Notice:
    """An anomaly of a source, as a page lists it."""

    identifier: str
    document_id: str
    kind: str
    message: str
    resolution: str
    placed: bool


def notices(
    package: FinishedPackage, address: Address, document_id: str, rows: RowsOfDocument
) -> list[Notice]:
    """The anomalies of a document."""
    table = package.table_names.get("issues")
    if table is None or not table.primary_key:
        return []
    return [
        Notice(
            row[table.primary_key],
            document_id,
            code_label(table, "kind", row["kind"], package, address.language),
            row["message"] or row_label(table, row, address.language),
            row["resolution"],
            bool(row["start"]),
        )
        for row in rows(table, document_id)
    ]
