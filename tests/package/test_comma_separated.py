"""The canonical CSV: what RFC 4180 asks, and that any text survives it."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pandas
import pyarrow.csv
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiqun.package import read_table, write_table
from jiqun.tables import TABLES_BY_NAME, Issue, Mention, Section

SECTIONS = TABLES_BY_NAME["sections"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def section(heading: str) -> Section:
    return Section(section_id="a-s0", document_id="a", level=0, heading=heading, start=0, end=5)


def written(folder: Path, *headings: str) -> bytes:
    return write_table(SECTIONS, [section(heading) for heading in headings], folder).read_bytes()


def test_bytes_of_a_table(tmp_path: Path) -> None:
    assert (
        written(tmp_path, "总则", '一"二,三')
        == (
            "section_id,document_id,parent_id,level,ordinal_text,heading,start,end\n"
            "a-s0,a,,0,,总则,0,5\n"
            'a-s0,a,,0,,"一""二,三",0,5\n'
        ).encode()
    )


def test_a_table_without_rows_has_its_header(tmp_path: Path) -> None:
    assert written(tmp_path) == b"section_id,document_id,parent_id,level,ordinal_text,heading,start,end\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_inside_a_cell_are_quoted_and_kept(tmp_path: Path, ending: str) -> None:
    """A lone CR left bare is a record's end to many readers."""
    data = written(tmp_path, f"上{ending}下")
    assert f'"上{ending}下"'.encode() in data
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
    assert [row["heading"] for row in rows] == [f"上{ending}下"]


@given(headings=st.lists(TEXT, min_size=1, max_size=4))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, headings: list[str]) -> None:
    folder = tmp_path_factory.mktemp("table")
    rows = [section(heading) for heading in headings]
    path = write_table(SECTIONS, rows, folder)
    assert read_table(SECTIONS, path) == rows


OTHER_TEXTS = ["甲\r乙", " 前后有空 ", "'单引号', \"双\"", "=1+1", "a;b|c\td", "上\r\n下\n"]


@pytest.mark.parametrize("text", OTHER_TEXTS)
def test_other_readers_see_the_same_text(tmp_path: Path, text: str) -> None:
    path = write_table(SECTIONS, [section(text), section("二")], tmp_path)
    assert list(pandas.read_csv(path)["heading"]) == [text, "二"]
    options = pyarrow.csv.ParseOptions(newlines_in_values=True)
    assert pyarrow.csv.read_csv(path, parse_options=options)["heading"].to_pylist() == [text, "二"]


def test_every_type_comes_back(tmp_path: Path) -> None:
    mentions = [
        Mention(
            mention_id="a-m0",
            document_id="a",
            start=0,
            end=3,
            quote="５ ０",
            kind="quantity",
            value=Decimal("1.5E+9"),
            value_max=Decimal("-0.25"),
            unit="CNY",
            reason="unresolved",
        )
    ]
    issues = [Issue(issue_id="a-i0", document_id="a", kind="missing_date", message="无", resolution="留空")]
    for name, rows in (("mentions", mentions), ("issues", issues)):
        table = TABLES_BY_NAME[name]
        assert read_table(table, write_table(table, rows, tmp_path)) == rows


def test_a_misfit_is_named(tmp_path: Path) -> None:
    row = section("总则")
    row.level = "一"  # type: ignore[assignment]
    with pytest.raises(TypeError, match="sections, row a-s0: level"):
        write_table(SECTIONS, [section("前"), row], tmp_path)
    assert not (tmp_path / "data" / "sections.csv").exists()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("section_id,heading\n", "header is section_id,heading"),
        ("HEADER\na-s0,a,,x,,总则,0,5\n", "line 2: level: 'x' is not an integer"),
        ("HEADER\na-s0,a,,0\n", "line 2: "),
        ("", "header is "),
    ],
)
def test_a_file_that_is_not_the_table_is_refused(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "sections.csv"
    path.write_text(content.replace("HEADER", ",".join(SECTIONS.column_names)), encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        read_table(SECTIONS, path)
