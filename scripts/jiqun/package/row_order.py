"""The fixed order of rows: documents by file and place, rows by document, place and id."""

from collections.abc import Iterable, Sequence

from jiqun.tables import Document, Row, Table


def in_order(table: Table, rows: Iterable[Row], documents: Sequence[Document]) -> list[Row]:
    """The rows of a table in publishing order.

    Order is that of `documents` by (source_file, start), then by start (a row without one, about the whole
    document, comes first), then by id in natural order: x-c12, x-c12-2, x-c12-10.
    """
    ranked = sorted(documents, key=lambda document: (document.source_file, document.start))
    if table.name == "documents":
        return list(ranked)
    rank = {document.document_id: number for number, document in enumerate(ranked)}
    key = table.primary_key

    def place(row: Row) -> tuple[int, int, int, str]:
        start: int | None = getattr(row, "start")  # noqa: B009 (Row itself has no columns)
        identifier: str = getattr(row, key)
        document: str = getattr(row, "document_id")  # noqa: B009
        # Ids of one document and start differ only in a number at the end: the shorter is the smaller.
        return rank[document], -1 if start is None else start, len(identifier), identifier

    return sorted(rows, key=place)
