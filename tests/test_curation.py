"""Corrections: applied where they fit, refused where they are stale, and what follows from them."""

import csv
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jiqun.curation import ConversionError, apply, read_corrections
from jiqun.package import find_faults
from jiqun.reading import Source, find_documents
from jiqun.tables import CORRECTIONS, TABLES
from sample_rows import PLAN, extract

WHY = {"reason": "试验", "source": "正文"}


def tables() -> dict[str, list[Any]]:
    """The rows of the sample plan: two targets, of 50 and of 20 亿元."""
    (document,) = find_documents(Source("plan.txt", "", PLAN, "utf-8"))
    made = {table.name: [] for table in TABLES if not table.is_code_list}
    return {**made, **{name: list(rows) for name, rows in extract(document).items()}}


def place(quote: str) -> dict[str, str]:
    start = PLAN.index(quote)
    document_id = tables()["documents"][0].document_id
    return {"document_id": document_id, "start": str(start), "end": str(start + len(quote))}


FIRST = place("全县工业总产值达到50亿元")
SECOND = place("产值达到20亿元")


def corrected(
    folder: Path, *corrections: dict[str, str], rows: dict[str, list[Any]] | None = None
) -> dict[str, list[Any]]:
    path = folder / "corrections.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, CORRECTIONS.column_names, lineterminator="\n")
        writer.writeheader()
        writer.writerows({**WHY, **correction} for correction in corrections)
    return apply(read_corrections(path), rows or tables(), {"plan.txt": PLAN})


def refusal(folder: Path, *corrections: dict[str, str]) -> str:
    with pytest.raises(ConversionError) as caught:
        corrected(folder, *corrections)
    message = str(caught.value)
    assert message.startswith(str(folder / "corrections.csv"))
    assert f"correction {len(corrections)} " in message
    return message


def assert_whole(rows: dict[str, Sequence[Any]]) -> None:
    """Keys and references hold, and each numeral has a fact or a reason, not both."""
    codes = {"indicator_codes": {"gross_output"}, "unit_codes": {"CNY", "USD"}}
    others = {table.name: set[str]() for table in TABLES if table.is_code_list}
    assert find_faults(rows, {**others, **codes}) == []
    for mention in rows["mentions"]:
        assert (mention.fact_id is None) != (mention.reason is None)


def test_set_changes_one_cell_and_says_so(tmp_path: Path) -> None:
    change = {"table": "targets", "action": "set", "column": "unit", "expect": "CNY", "value": "USD", **FIRST}
    rows = corrected(tmp_path, change)
    assert [(row.unit, row.origin) for row in rows["targets"]] == [("USD", "curated"), ("CNY", "rule")]
    assert_whole(rows)


def test_set_reads_the_type_of_the_column_and_may_empty_it(tmp_path: Path) -> None:
    change = {"table": "targets", "action": "set", **FIRST}
    rows = corrected(
        tmp_path,
        {**change, "column": "value", "expect": "5000000000", "value": "4.5"},
        {**change, "column": "period_end", "value": "2015-12-31"},
        {**change, "column": "period_end", "expect": "2015-12-31"},
    )
    assert (rows["targets"][0].value, rows["targets"][0].period_end) == (Decimal("4.5"), None)


def test_a_moved_span_takes_quote_id_and_references_along(tmp_path: Path) -> None:
    start = str(PLAN.index("工业总产值"))
    change = {
        "table": "targets",
        "action": "set",
        "column": "start",
        "expect": FIRST["start"],
        "value": start,
        **FIRST,
    }
    rows = corrected(tmp_path, change)
    target, mention = rows["targets"][0], rows["mentions"][1]
    assert target.quote == "工业总产值达到50亿元"
    assert target.target_id == f"{FIRST['document_id']}-t{start}"
    assert (mention.fact_table, mention.fact_id) == ("targets", target.target_id)
    assert_whole(rows)


def test_a_span_may_be_moved_as_a_whole_end_first_or_last(tmp_path: Path) -> None:
    where = {"table": "targets", "action": "set", **FIRST}
    beyond = int(FIRST["end"]) + 1
    rows = corrected(
        tmp_path,
        {**where, "column": "start", "expect": FIRST["start"], "value": str(beyond)},
        {**where, "column": "end", "expect": FIRST["end"], "value": str(beyond + 2), "start": str(beyond)},
    )
    assert rows["targets"][0].quote == PLAN[beyond : beyond + 2]
    assert rows["targets"][0].target_id == f"{FIRST['document_id']}-t{beyond}"
    assert_whole(rows)


def test_remove_leaves_its_numeral_unresolved(tmp_path: Path) -> None:
    rows = corrected(tmp_path, {"table": "targets", "action": "remove", **SECOND})
    assert [row.quote for row in rows["targets"]] == ["全县工业总产值达到50亿元"]
    assert rows["mentions"][2].reason == "unresolved"
    assert_whole(rows)


def test_remove_hands_its_numeral_to_another_row_that_uses_it(tmp_path: Path) -> None:
    added = {"indicator": "gross_output", "indicator_text": "产值", "statistic": "level", "operator": "eq"}
    added |= {"value": "2000000000", "unit": "CNY", "value_text": "20亿元", "period_status": "unknown"}
    added |= {"mention_id": tables()["mentions"][2].mention_id}
    rows = corrected(
        tmp_path,
        {"table": "indicators", "action": "add", "value": json.dumps(added), **SECOND},
        {"table": "targets", "action": "remove", **SECOND},
    )
    (row,) = rows["indicators"]
    mention = rows["mentions"][2]
    assert (mention.fact_table, mention.fact_id, mention.reason) == ("indicators", row.indicator_id, None)
    assert_whole(rows)


def test_an_added_row_gets_what_follows_from_its_span(tmp_path: Path) -> None:
    numeral = place("2015年")
    cells = {"name": "青石县", "kind": "government", "role": "issuer"}
    rows = corrected(
        tmp_path,
        {"table": "organizations", "action": "add", "value": json.dumps(cells), **place("青石县")},
        {"table": "organizations", "action": "add", "value": json.dumps(cells), **place("青石县")},
        {
            "table": "mentions",
            "action": "set",
            "column": "reason",
            "expect": "not_a_quantity",
            "value": "attribute",
            **numeral,
        },
    )
    first, second = rows["organizations"]
    assert (first.organization_id, second.organization_id) == (
        f"{FIRST['document_id']}-o0",
        f"{FIRST['document_id']}-o0-2",
    )
    assert (first.quote, first.origin, first.section_id) == (
        "青石县",
        "curated",
        f"{FIRST['document_id']}-s0",
    )
    assert rows["mentions"][0].reason == "attribute"
    assert_whole(rows)


def two_at_one_span() -> dict[str, list[Any]]:
    rows = tables()
    one, other = rows["targets"]
    other.start, other.end, other.quote = one.start, one.end, one.quote
    return rows


@pytest.mark.parametrize(
    "pick",
    [
        {"key": "20亿元"},
        {"key": tables()["targets"][1].target_id},
        {"key": tables()["mentions"][2].mention_id},
        {"column": "value_text", "expect": "20亿元"},
    ],
)
def test_rows_of_one_span_are_told_apart(tmp_path: Path, pick: dict[str, str]) -> None:
    rows = corrected(
        tmp_path, {"table": "targets", "action": "remove", **FIRST, **pick}, rows=two_at_one_span()
    )
    assert [row.value_text for row in rows["targets"]] == ["50亿元"]


def test_rows_of_one_span_that_are_not_told_apart_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match="fits 2 rows"):
        corrected(tmp_path, {"table": "targets", "action": "remove", **FIRST}, rows=two_at_one_span())


SET = {"table": "targets", "action": "set", "column": "unit", "expect": "CNY", "value": "USD", **FIRST}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"expect": "USD"}, "is stale: it expects 'USD', the row now has 'CNY'"),
        ({"expect": ""}, "is stale: it expects '', the row now has 'CNY'"),
        ({"end": "1"}, "is stale: there is no row at that span"),
        ({"key": "70亿元"}, "is stale: no row at that span has the key"),
        ({"document_id": "gone"}, "is stale: there is no such document"),
        ({"column": "value", "expect": "5000000000", "value": "五十"}, "is not a decimal number"),
        ({"column": "end", "expect": FIRST["end"], "value": "9999"}, "leaves the document"),
        ({"column": "colour"}, "names the column 'colour'"),
        ({"column": ""}, "sets no column"),
        ({"column": "quote"}, "which follows from the rest"),
        ({"column": "target_id"}, "which follows from the rest"),
        ({"table": "unit_codes"}, "names the table 'unit_codes'"),
        ({"table": "documents", "action": "remove"}, "is for the manifest"),
        ({"action": "move"}, "has action 'move'"),
        ({"reason": ""}, "lacks its reason"),
        ({"action": "add", "value": "{"}, "not JSON"),
        ({"action": "add", "value": '{"colour": "red"}'}, "must give a JSON object with columns of targets"),
        ({"action": "add", "value": "{}"}, "gives no mention_id"),
        ({"action": "add", "value": "{}", "start": ""}, "has no span"),
        (
            {"table": "sections", "action": "remove", "column": "", **place(PLAN)},
            "removes a row that targets refers to by section_id",
        ),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(
    tmp_path: Path, change: dict[str, str], complaint: str
) -> None:
    assert complaint in refusal(tmp_path, {**SET, **change})


def test_the_refused_correction_is_named_by_its_number(tmp_path: Path) -> None:
    assert "correction 2 (set unit of targets" in refusal(tmp_path, SET, SET)


def test_a_file_that_is_no_corrections_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("table,action\n", encoding="utf-8")
    with pytest.raises(ConversionError, match="header is table,action"):
        read_corrections(path)


def test_the_committed_corrections_can_be_read(repository: Path) -> None:
    read_corrections(repository / "data" / "curation" / "corrections.csv")
