"""Each check finds the one fault that is put before it, and nothing in a package that is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from checks_packages import TEXT, Rows, offsets

from jiqun.checks import Problem, Report, validate
from jiqun.checks.catalog import CHECKS
from jiqun.checks.engine.check import Check, Package
from jiqun.checks.ledger import Ledger

Tables = dict[str, Rows]


def found(report: Report) -> list[tuple[str, str, int | None, str]]:
    """Type, resource, row and column of every problem, of whatever level."""
    return [
        (problem.type, problem.resource, problem.row_number, problem.field_name)
        for problem in report.every("error", "warning", "notice")
    ]


def test_a_proven_package_has_no_problems(package: Callable[..., Path]) -> None:
    report = validate(package())
    assert report.errors == []
    assert report.warnings == []
    assert report.valid
    assert report.exit_code == 0


def put(table: str, row: int, **cells: str) -> Callable[[Tables], None]:
    """A change that sets cells of one row (0 is the first below the header)."""

    def change(tables: Tables) -> None:
        tables[table][row].update(cells)

    return change


def drop(table: str, row: int) -> Callable[[Tables], None]:
    def change(tables: Tables) -> None:
        del tables[table][row]

    return change


START_OF_20, END_OF_20 = offsets("20%")
FAULTS = [
    # what is wrong, the change that makes it so, and what must be found: type, table, row in the file, column
    (
        "a quote with another digit",
        put("targets", 0, quote="总产值达到60亿元"),
        ("quote-mismatch", "targets", 2, "quote"),
    ),
    ("a quote without offsets", put("targets", 1, start=""), ("quote-without-span", "targets", 3, "quote")),
    ("a document's hash", put("documents", 0, sha256="0" * 64), ("document-hash", "documents", 2, "sha256")),
    (
        "a document's length",
        put("documents", 0, characters="9"),
        ("document-characters", "documents", 2, "characters"),
    ),
    ("a span beyond the source", put("documents", 0, end="999"), ("document-span", "documents", 2, "end")),
    (
        "a document that starts late",
        put("documents", 0, start="1"),
        ("document-gap", "documents", 2, "start"),
    ),
    (
        "an unknown source",
        put("documents", 0, source_file="no.txt"),
        ("source-unreadable", "documents", 2, "source_file"),
    ),
    (
        "a source outside the package",
        put("documents", 0, source_file="../../datapackage.json"),
        ("source-unreadable", "documents", 2, "source_file"),
    ),
    (
        "an encoding that does not exist",
        put("documents", 0, source_encoding="klingon"),
        ("source-unreadable", "documents", 2, "source_file"),
    ),
    ("a missing mention", drop("mentions", 5), ("numeral-not-in-ledger", "documents", 2, "document_id")),
    (
        "two mentions on one numeral",
        put("mentions", 2, end=str(offsets("50亿元，增长2")[1]), quote="50亿元，增长2"),
        ("mention-overlap", "mentions", 5, "start"),
    ),
    (
        "neither fact nor reason",
        put("mentions", 5, reason=""),
        ("mention-not-accounted", "mentions", 7, "reason"),
    ),
    (
        "fact and reason",
        put("mentions", 2, reason="attribute"),
        ("mention-not-accounted", "mentions", 4, "reason"),
    ),
    (
        "a fact table without an id",
        put("mentions", 5, fact_table="targets"),
        ("fact-table-without-id", "mentions", 7, "fact_table"),
    ),
    ("an unknown fact", put("mentions", 2, fact_id="plan-t9"), ("fact-missing", "mentions", 4, "fact_id")),
    (
        "an unknown fact table",
        put("mentions", 2, fact_table="goals"),
        ("fact-missing", "mentions", 4, "fact_id"),
    ),
    ("a fact elsewhere", put("mentions", 2, fact_id="plan-t2"), ("fact-disagrees", "mentions", 4, "fact_id")),
    (
        "an unknown parent",
        put("sections", 1, parent_id="plan-s9"),
        ("section-parent", "sections", 3, "parent_id"),
    ),
    ("a child outside", put("sections", 2, end="999"), ("section-outside-parent", "sections", 4, "start")),
    ("a level that is no depth", put("sections", 1, level="2"), ("section-level", "sections", 3, "level")),
    ("a root with a level", put("sections", 0, level="1"), ("section-level", "sections", 2, "level")),
    ("siblings that overlap", put("sections", 2, start="20"), ("section-overlap", "sections", 4, "start")),
    ("a root that ends early", put("sections", 0, end="40"), ("section-gap", "documents", 2, "end")),
    ("an empty span", put("targets", 1, end=str(START_OF_20 - 2)), ("span-empty", "targets", 3, "end")),
    (
        "a span beyond the document",
        put("mentions", 5, end="999"),
        ("span-outside-document", "mentions", 7, "document_id"),
    ),
    (
        "the wrong section",
        put("targets", 0, section_id="plan-s2"),
        ("span-outside-section", "targets", 2, "section_id"),
    ),
    (
        "the wrong mention",
        put("targets", 0, mention_id="plan-m4"),
        ("mention-outside-span", "targets", 2, "mention_id"),
    ),
    (
        "a range without a second bound",
        put("targets", 0, operator="range"),
        ("range-bounds", "targets", 2, "value_max"),
    ),
    (
        "a second bound without a range",
        put("targets", 0, value_max="6000000000"),
        ("range-bounds", "targets", 2, "value_max"),
    ),
    (
        "a range upside down",
        put("targets", 0, operator="range", value_max="4000000000"),
        ("range-order", "targets", 2, "value_max"),
    ),
    ("money in hectares", put("targets", 0, unit="ha"), ("unit-dimension", "targets", 2, "unit")),
    ("a rate in money", put("targets", 1, unit="CNY"), ("unit-dimension", "targets", 3, "unit")),
    (
        "a period upside down",
        put("targets", 1, period_start="2016"),
        ("period-order", "targets", 3, "period_end"),
    ),
    (
        "a day that is none",
        put("targets", 1, period_end="2015-02-30"),
        ("period-date", "targets", 3, "period_end"),
    ),
    (
        "an id with blanks",
        put("sections", 2, section_id="plan s2"),
        ("id-not-a-slug", "sections", 4, "section_id"),
    ),
    ("a full-width digit", put("sections", 2, level="１"), ("digit-not-ascii", "sections", 4, "level")),
    ("an underscore", put("targets", 1, value="2_0"), ("digit-not-ascii", "targets", 3, "value")),
    (
        "a value ten times too large",
        put("targets", 0, value="50000000000"),
        ("value-differs", "targets", 2, "value"),
    ),
    (
        "a blank at the end",
        put("targets", 0, value_text="50亿元 "),
        ("blank-at-end", "targets", 2, "value_text"),
    ),
    (
        "a control character",
        put("targets", 0, value_text="50\x07亿元"),
        ("control-character", "targets", 2, "value_text"),
    ),
    ("a formula", put("targets", 0, value_text="=1+1"), ("formula-prefix", "targets", 2, "value_text")),
]


@pytest.mark.parametrize(
    ("change", "expected"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_each_fault_is_found_in_its_place(
    package: Callable[..., Path], change: Callable[[Tables], None], expected: tuple[str, str, int, str]
) -> None:
    assert expected in found(validate(package(change)))


def test_a_check_that_fails_leaves_the_others_alone(
    package: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Check, package: Package) -> Iterator[Problem]:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(Ledger, "run", fail)
    report = validate(package(put("targets", 0, quote="总产值")))
    assert [problem.type for problem in report.errors] == ["quote-mismatch"]
    assert [problem.type for problem in report.warnings] == ["check-failed"]


def test_every_type_of_problem_has_an_example_here_or_in_its_own_test() -> None:
    in_table = {fault[2][0] for fault in FAULTS}
    elsewhere = {
        "document-overlap",
        "source-hash",
        "unique-key",
        "unique-key-unknown",
        "category-unknown",
        "file-hash",
        "file-hash-unknown",
        "list-longer-than-count",
        "figures-differ",
        "growth-differs",
        "share-above-whole",
        "part-above-whole",
        "key-not-used",
        "spreadsheet-changes",
        "spreadsheet-encoding",
        "spreadsheet-sylk",
    }
    assert {name for check in CHECKS for name in check.types} == in_table | elsewhere


def test_documents_that_overlap(package: Callable[..., Path]) -> None:
    def change(tables: Tables) -> None:
        tables["documents"].append({**tables["documents"][0], "document_id": "annex", "start": "10"})

    assert ("document-overlap", "documents", 3, "start") in found(validate(package(change)))


def test_an_edited_source_is_found_by_its_hash_in_the_manifest(package: Callable[..., Path]) -> None:
    path = package()
    manifest = path.parent / "data" / "sources" / "manifest.csv"
    manifest.write_text("file,sha256\nplan.txt," + "0" * 64 + "\n", encoding="utf-8")
    assert ("source-hash", "", None, "") in found(validate(path))


def test_a_unique_key_of_two_columns(table: Callable[..., Path]) -> None:
    fields = [{"name": "a", "type": "integer"}, {"name": "b", "type": "string"}]
    path = table("a,b\n1,x\n01,x\n1,y\n1,\n1,\n", fields, uniqueKeys=[["a", "b"]])
    assert found(validate(path)) == [("unique-key", "one", 3, "a")]


@pytest.mark.parametrize("stated", [["c"], [["a", "c"]], [5], [[]], [["a", 5]], {"a": "b"}])
def test_unique_keys_that_name_no_field(table: Callable[..., Path], stated: object) -> None:
    fields = [{"name": "a", "type": "integer"}, {"name": "b", "type": "string"}]
    path = table("a,b\n1,x\n1,x\n", fields, uniqueKeys=stated)
    assert found(validate(path)) == [("unique-key-unknown", "one", None, "")]


def test_categories_of_integers_are_numbers(table: Callable[..., Path]) -> None:
    fields = [{"name": "a", "type": "integer", "categories": [{"value": 7}, {"value": 10}]}]
    path = table("a\n007\n+10\n70\n", fields)
    assert found(validate(path)) == [("category-unknown", "one", 4, "a")]


def test_categories_with_labels_and_without(table: Callable[..., Path]) -> None:
    fields = [
        {"name": "a", "type": "string", "categories": [{"value": "x", "label": "X"}, {"value": "y"}]},
        {"name": "b", "type": "integer", "categories": [1, 2]},
    ]
    path = table("a,b\nx,1\nz,2\n,3\n", fields)
    assert found(validate(path)) == [("category-unknown", "one", 3, "a"), ("category-unknown", "one", 4, "b")]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("sha1:" + "0" * 40, [("file-hash", "one", None, "")]),
        ("sha1:d3e6b2d0e4f21ef2bb1c8e3ea4f0e0a9cd1ae1de", [("file-hash", "one", None, "")]),
        ("crc99:00", [("file-hash-unknown", "one", None, "")]),
    ],
)
def test_hashes_that_frictionless_does_not_know(
    table: Callable[..., Path], stated: str, expected: list[tuple[str, str, None, str]]
) -> None:
    path = table("a\n1\n", [{"name": "a", "type": "integer"}])
    path.write_text(path.read_text().replace(path.read_text().split('"hash": "')[1].split('"')[0], stated))
    assert found(validate(path)) == expected


def test_a_check_is_left_out_where_its_columns_are_not(table: Callable[..., Path]) -> None:
    report = validate(table("a\n1\n", [{"name": "a", "type": "integer"}]))
    assert report.skipped["ledger"] == "there is no table documents"
    assert found(report) == []


def test_numerals_are_found_where_they_are_numbers_only() -> None:
    from jiqun.checks.engine.numeral_characters import numeral_runs

    text = "二○○九年队伍收拾○壹万元３①陆续伍仟"
    runs = [text[start:end] for start, end in numeral_runs(text, 0, len(text))]
    # 万 after the formal 壹 is a numeral of its own run, 仟 belongs to the run of formal digits
    assert runs == ["二○○九", "壹", "万", "３①", "伍仟"]


def test_a_crlf_source_keeps_its_offsets(package: Callable[..., Path]) -> None:
    report = validate(package(source=TEXT.replace("\n", "\r\n")))
    problem: Problem = next(problem for problem in report.errors if problem.type == "quote-mismatch")
    assert problem.row_number == 2


def figure(**cells: str) -> dict[str, str]:
    """A row of figures, as exact as the checks that compare figures want it."""
    plain = {
        "document_id": "plan",
        "subject_text": "全县",
        "cluster_id": "",
        "indicator": "gross_output",
        "indicator_text": "总产值",
        "statistic": "level",
        "operator": "eq",
        "value": "100",
        "unit": "CNY",
        "period_start": "",
        "period_end": "2015-12-31",
    }
    return plain | cells


def figures(
    package: Callable[..., Path], *rows: dict[str, str], **tables: Rows
) -> list[tuple[int | None, str]]:
    """Row and type of what is wrong with a table of figures beside other tables."""

    def change(sample: Tables) -> None:
        sample.clear()
        sample.update(tables)
        sample["figures"] = [figure(**row) | {"figure_id": f"f-{place}"} for place, row in enumerate(rows)]

    return [(problem.row_number, problem.type) for problem in validate(package(change)).warnings]


def test_two_values_for_one_thing(package: Callable[..., Path]) -> None:
    assert figures(package, {}, {"value": "101"}) == [(3, "figures-differ")]
    assert figures(package, {}, {"value": "100.0"}) == []
    for other in (
        {"operator": "ge"},
        {"subject_text": "全区"},
        {"period_end": "2014-12-31"},
        {"unit": "USD"},
    ):
        assert figures(package, {}, {"value": "101", **other}) == []


@pytest.mark.parametrize(("rate", "expected"), [("10", []), ("11.9", []), ("25", [(4, "growth-differs")])])
def test_a_growth_rate_between_two_levels(
    package: Callable[..., Path], rate: str, expected: list[tuple[int, str]]
) -> None:
    before = {"period_end": "2014", "value": "100"}
    after = {"period_end": "2015", "value": "110"}
    growth = {"period_end": "2015", "statistic": "growth_rate", "value": rate, "unit": "%"}
    assert figures(package, before, after, growth) == expected


def test_a_share_above_the_whole(package: Callable[..., Path]) -> None:
    share = {"statistic": "share", "unit": "%"}
    assert figures(package, {**share, "value": "100"}) == []
    assert figures(package, {**share, "value": "101"}) == [(2, "share-above-whole")]


def test_a_cluster_above_its_park(package: Callable[..., Path]) -> None:
    clusters = [
        {"cluster_id": "park", "parent_cluster_id": ""},
        {"cluster_id": "cluster", "parent_cluster_id": "park"},
    ]
    park, cluster = {"cluster_id": "park", "value": "100"}, {"cluster_id": "cluster", "value": "120"}
    assert figures(package, park, cluster, clusters=clusters) == [(3, "part-above-whole")]
    assert figures(package, park, {**cluster, "value": "99"}, clusters=clusters) == []


@pytest.mark.parametrize(
    ("line", "faulty"),
    [
        ("纺织、汽车、电子、机械等３个产业", True),
        ("纺织、汽车、电子等三个产业", False),
        ("纺织、汽车、电子等十二个产业", False),
        ("纺织、汽车、电子等产业", False),
    ],
)
def test_a_list_longer_than_its_count(package: Callable[..., Path], line: str, faulty: bool) -> None:
    source = line + TEXT[len(line) :]
    documents = [{"document_id": "plan", "source_file": "plan.txt", "start": "0", "end": str(len(source))}]

    def change(tables: Tables) -> None:
        tables.clear()
        tables["documents"] = documents

    problems = [problem.type for problem in validate(package(change, source)).warnings]
    assert problems == ["list-longer-than-count"] * faulty


def test_a_list_whose_mismatch_is_known(package: Callable[..., Path]) -> None:
    line = "纺织、汽车、电子、机械等３个产业"

    def change(tables: Tables) -> None:
        tables.clear()
        place = {"document_id": "plan", "start": "0"}
        tables["documents"] = [{**place, "source_file": "plan.txt", "end": str(len(line))}]
        tables["issues"] = [{"issue_id": "plan-i0", **place, "end": "16", "kind": "count_mismatch"}]

    assert validate(package(change, line)).warnings == []


def test_keys_that_nothing_refers_to(table: Callable[..., Path]) -> None:
    fields = [{"name": "a", "type": "string"}, {"name": "parent", "type": "string"}]
    key = {"fields": ["parent"], "reference": {"resource": "", "fields": ["a"]}}
    report = validate(table("a,parent\nx,\ny,x\nz,x\n", fields, foreignKeys=[key]))
    assert [(notice.type, notice.message) for notice in report.notices] == [
        ("key-not-used", "2 of 3 keys are not referred to: y, z")
    ]
    assert report.exit_code == 0


def test_cells_that_spreadsheets_change(table: Callable[..., Path]) -> None:
    texts = ["007", "12345678901234567", "1E5", "2009-03", "3/5", "MAR1", "7", "中1", "1.5", "x" * 32_768]
    report = validate(
        table("a\n" + "".join(f"{text}\n" for text in texts), [{"name": "a", "type": "string"}])
    )
    rows = [notice.row_number for notice in report.notices if notice.type == "spreadsheet-changes"]
    assert rows == [2, 3, 4, 5, 6, 7, 11]
    assert report.exit_code == 0


@pytest.mark.parametrize(
    ("data", "types"),
    [
        ("a\n1\n", []),
        ("a\n产业\n", ["spreadsheet-encoding"]),
        ("\ufeffa\n产业\n", []),
        ("ID\nx\n", ["spreadsheet-sylk"]),
        ('"ID"\nx\n', []),
        ("id\nx\n", []),
    ],
)
def test_files_that_excel_misreads(table: Callable[..., Path], data: str, types: list[str]) -> None:
    label = data.partition("\n")[0].strip('\ufeff"')
    report = validate(table(data, [{"name": label, "type": "any"}]))
    assert [notice.type for notice in report.notices] == types
    assert report.exit_code == 0


def test_tables_without_a_mark_are_one_notice(package: Callable[..., Path]) -> None:
    notices = validate(package()).notices
    assert [notice.message for notice in notices if notice.type == "spreadsheet-encoding"] == [
        "Excel garbles the text of 2 tables without a byte order mark: targets, mentions"
    ]


def test_a_column_that_is_faulty_throughout_is_not_kept_in_full(table: Callable[..., Path]) -> None:
    report = validate(table("a\n" + "x \n" * 3000, [{"name": "a", "type": "string"}]))
    assert len(report.warnings) == 1000
