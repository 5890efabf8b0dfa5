"""The fixed order of rows: document, start, id."""

import random

from jiqun.package import in_order
from jiqun.tables import TABLES_BY_NAME, Document, Issue


def document(identifier: str, source_file: str, start: int) -> Document:
    return Document(
        document_id=identifier,
        title="标题",
        title_basis="printed",
        document_type="policy",
        source_file=source_file,
        source_encoding="utf-8",
        start=start,
        end=start + 9,
        sha256="",
        characters=9,
        rights="公有领域",
    )


def issue(identifier: str, start: int | None) -> Issue:
    end = None if start is None else start + 1
    document_id = identifier.split("-")[0]
    return Issue(
        issue_id=identifier,
        document_id=document_id,
        start=start,
        end=end,
        kind="encoding",
        message="",
        resolution="",
    )


def test_rows_follow_documents_places_and_natural_ids() -> None:
    documents = [document("z", "a.txt", 0), document("b", "a.txt", 9), document("a", "b.txt", 0)]
    expected = ["z-i0", "z-i2", "z-i2-2", "z-i2-10", "z-i10", "b-i1", "a-i0"]
    starts = {"z-i0": None, "z-i10": 10, "b-i1": 10, "a-i0": 0}
    rows = [issue(identifier, starts.get(identifier, 2)) for identifier in expected]
    shuffle = random.Random(3).sample
    ordered = in_order(TABLES_BY_NAME["issues"], shuffle(rows, len(rows)), shuffle(documents, 3))
    assert [row.issue_id for row in ordered if isinstance(row, Issue)] == expected
    assert in_order(TABLES_BY_NAME["documents"], [], list(reversed(documents))) == documents
