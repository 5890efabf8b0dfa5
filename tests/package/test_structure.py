"""The plain structural check: each thing that can be wrong with rows is found and named."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from jiqun.package import find_faults, find_foreign
from jiqun.reading import Source, find_documents
from jiqun.tables import Row
from sample_rows import PLAN, extract

CODES = {
    "indicator_codes": {"gross_output"},
    "unit_codes": {"CNY"},
    "instrument_codes": {"funding"},
    "region_codes": {"350000"},
    "industry_codes": {"17"},
}


def tables() -> dict[str, list[Any]]:
    (document,) = find_documents(Source("plan.txt", "", PLAN, "utf-8"))
    made: dict[str, list[Row]] = {name: list(rows) for name, rows in extract(document).items()}
    return {**made, "clusters": [], "organizations": []}


def test_sound_rows_have_no_faults() -> None:
    assert find_faults(tables(), CODES) == []


@pytest.mark.parametrize(
    ("name", "changes", "complaint"),
    [
        ("targets", {"unit": "公斤"}, "unit '公斤' is not in unit_codes"),
        ("targets", {"mention_id": "a-m1"}, "mention_id 'a-m1' is not in mentions"),
        ("targets", {"cluster_id": "a-c1"}, "cluster_id 'a-c1' is not in clusters"),
        ("targets", {"operator": "about"}, "operator 'about' is none of its codes"),
        ("targets", {"value_text": ""}, "value_text '' is required"),
        ("targets", {"value": None}, "value None is required"),
        ("targets", {"period_end": "２０１５"}, "period_end '２０１５' does not match"),
        ("targets", {"start": 9, "end": 9}, "9-9 is no span"),
        ("targets", {"start": -1}, "start -1 is below 0"),
        ("mentions", {"mention_id": "一"}, "mention_id '一' does not match"),
        ("documents", {"region_code": "110000"}, "region_code '110000' is not in region_codes"),
        ("sections", {"parent_id": "a-s9"}, "parent_id 'a-s9' is not in sections"),
    ],
)
def test_a_fault_is_named(name: str, changes: dict[str, object], complaint: str) -> None:
    rows = tables()
    rows[name][0] = replace(rows[name][0], **changes)
    assert any(fault.startswith(f"{name}") and complaint in fault for fault in find_faults(rows, CODES))


def test_a_repeated_key_is_named() -> None:
    rows = tables()
    rows["targets"].append(replace(rows["targets"][0], value=Decimal(1)))
    (fault,) = find_faults(rows, CODES)
    assert fault.startswith("targets: target_id") and fault.endswith("occurs 2 times")


def test_only_the_first_faults_are_told() -> None:
    rows = tables()
    rows["targets"] = [
        replace(rows["targets"][0], target_id=f"a-t{number}", unit="?") for number in range(50)
    ]
    assert len(find_faults(rows, CODES, limit=3)) == 3


# --- Rows of their own documents ---------------------------------------------------------------------------


def test_rows_of_their_own_documents_are_not_foreign() -> None:
    assert find_foreign(tables()) == []


@pytest.mark.parametrize(
    ("name", "column", "identifier"),
    [
        ("targets", "target_id", "doc-1-t3"),
        ("targets", "target_id", "{}-2-t3"),
        ("targets", "target_id", "{}t3"),
        ("targets", "section_id", "other-s0"),
        ("targets", "mention_id", "{}"),
        ("sections", "parent_id", "{}0-s1"),
    ],
)
def test_an_id_that_is_not_of_its_document_is_foreign(name: str, column: str, identifier: str) -> None:
    rows = tables()
    wrong = identifier.format(rows["documents"][0].document_id)
    rows[name][0] = replace(rows[name][0], **{column: wrong})
    (fault,) = find_foreign(rows)
    assert fault.startswith(name) and f"{column} {wrong!r} is no id of document" in fault
