"""The schema against the contract, which tests/contract states in the data model's own words."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiqun import codes
from jiqun.package import read_table
from jiqun.reading import ManifestRow
from jiqun.tables import (
    CORRECTIONS,
    ERRORS,
    FACT_TABLES,
    MANIFEST,
    TABLES,
    TABLES_BY_NAME,
    Column,
    Field,
    Table,
    references,
)

CONTRACT = Path(__file__).parent / "contract"
EVERY_TABLE = (*TABLES, MANIFEST, CORRECTIONS, ERRORS)
EVERY_FIELD = [
    pytest.param(table, field, id=f"{table.name}.{field.name}")
    for table in EVERY_TABLE
    for field in table.fields
]


def contract(name: str) -> list[dict[str, str]]:
    with (CONTRACT / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("row", contract("columns.csv"), ids=lambda row: row["table"])
def test_columns_of_the_contract_are_there_in_its_order(row: dict[str, str]) -> None:
    expected = row["columns"].split()
    columns = TABLES_BY_NAME[row["table"]].column_names
    assert [column for column in columns if column in expected] == expected


def test_tables_are_those_of_the_contract() -> None:
    assert [table.name for table in TABLES] == [row["table"] for row in contract("columns.csv")]


@pytest.mark.parametrize("row", contract("codes.csv"), ids=lambda row: f"{row['table']}.{row['column']}")
def test_codes_are_those_of_the_contract(row: dict[str, str]) -> None:
    column = TABLES_BY_NAME[row["table"]].field(row["column"]).column
    assert [code.value for code in column.codes] == row["codes"].split()


@pytest.mark.parametrize("row", contract("optional.csv"), ids=lambda row: row["table"])
def test_columns_that_may_be_empty_are_those_of_the_contract(row: dict[str, str]) -> None:
    fields = TABLES_BY_NAME[row["table"]].fields
    assert [field.name for field in fields if not field.required] == row["optional"].split()


def test_fact_tables_are_those_with_an_origin() -> None:
    assert {table.name for table in TABLES if "origin" in table.column_names} == set(FACT_TABLES)


@pytest.mark.parametrize(("table", "field"), EVERY_FIELD)
def test_field_is_described_in_both_languages(table: Table, field: Field) -> None:
    column = field.column
    for chinese in (column.title_zh, column.description_zh, *(code.label_zh for code in column.codes)):
        assert re.search("[\u4e00-\u9fff]", chinese) or chinese == "SHA-256"
    for english in (column.title_en, column.description_en, *(code.label_en for code in column.codes)):
        assert re.search("[A-Za-z]{2}", english)
    assert column.description_zh.endswith("。")
    assert column.description_en.endswith(".")


@pytest.mark.parametrize(("table", "field"), EVERY_FIELD)
def test_example_satisfies_its_own_column(table: Table, field: Field) -> None:
    column = field.column
    value = field.read(column.example)
    assert value is not None
    assert not column.codes or column.example in {code.value for code in column.codes}
    assert column.pattern is None or re.fullmatch(column.pattern, column.example)
    assert column.minimum is None or value >= column.minimum  # type: ignore[operator]
    if column.foreign_key and TABLES_BY_NAME[column.foreign_key[0]].is_code_list:
        listed = {row[column.foreign_key[1]] for row in codes.read(column.foreign_key[0])}
        assert column.example in listed


def test_foreign_keys_lead_to_primary_keys() -> None:
    for table in TABLES:
        for field, other, column in references(table):
            assert TABLES_BY_NAME[other].primary_key == column, f"{table.name}.{field.name}"


def test_one_name_has_one_type() -> None:
    """A column name that recurs in the tables of a document means the same kind of thing."""
    types: dict[str, set[str]] = {}
    for table in TABLES:
        for field in () if table.is_code_list else table.fields:
            types.setdefault(field.name, set()).add(field.type)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_manifest_columns_are_those_that_reading_reads() -> None:
    assert MANIFEST.column_names == list(ManifestRow.__dataclass_fields__)


@pytest.mark.parametrize(
    "table", [table for table in TABLES if table.is_code_list], ids=lambda table: table.name
)
def test_code_lists_are_as_their_schema_says(table: Table) -> None:
    rows = read_table(table, codes.folder() / f"{table.name}.csv")
    keys = [getattr(row, table.primary_key) for row in rows]
    assert rows
    assert len(set(keys)) == len(keys)
    for field in table.fields:
        values = [getattr(row, field.name) for row in rows]
        assert None not in values or not field.required
        permitted = {code.value for code in field.column.codes}
        assert not permitted or set(values) <= permitted
        if field.column.pattern:
            assert all(value is None or re.fullmatch(field.column.pattern, value) for value in values)


# --- Cells -------------------------------------------------------------------------------------------------

NUMBER = Field(
    "value",
    Column(title_zh="", title_en="", description_zh="", description_en="", example=""),
    "number",
    False,
)
INTEGER = Field("start", NUMBER.column, "integer", False)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_decimals_survive_their_cell(value: Decimal) -> None:
    text = NUMBER.write(value)
    assert NUMBER.read(text) == value
    assert re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", text)
    assert text != "-0"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (Decimal("5E+10"), "50000000000"),
        (Decimal("17.50"), "17.5"),
        (Decimal("100"), "100"),
        (Decimal("-0.0"), "0"),
        (None, ""),
    ],
)
def test_a_value_has_one_spelling(value: Decimal | None, cell: str) -> None:
    assert NUMBER.write(value) == cell


@pytest.mark.parametrize("text", ["５", "1e3", " 5", "1_000", "NaN", "5.", "+5", "五"])
def test_only_plain_ascii_makes_a_number(text: str) -> None:
    for field in (NUMBER, INTEGER):
        with pytest.raises(ValueError, match="is not"):
            field.read(text)


@pytest.mark.parametrize(
    ("field", "value"),
    [(NUMBER, 5), (NUMBER, "5"), (INTEGER, True), (INTEGER, Decimal(5)), (NUMBER, Decimal("Infinity"))],
)
def test_a_value_of_another_type_is_refused(field: Field, value: object) -> None:
    with pytest.raises((TypeError, ValueError), match=field.name):
        field.write(value)  # type: ignore[arg-type]
