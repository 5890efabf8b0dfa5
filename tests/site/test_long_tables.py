"""Tables for pages: what their rows can be chosen by, and the rows of long ones as columns."""

import json
from pathlib import Path

import pytest
from sample_package import write_package

from jiqun.package.finished import FinishedPackage, read_package
from jiqun.site.addresses import Address, table_path
from jiqun.site.columns import as_columns
from jiqun.site.facets import find_facets
from jiqun.site.figures import Figures
from jiqun.site.languages import LANGUAGES
from jiqun.site.rows import RowCells

_REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def own() -> FinishedPackage:
    return read_package(_REPOSITORY)


def cells_of(package: FinishedPackage, table: str, language: int = 0) -> RowCells:
    return RowCells(package, package.table_names[table], Address(LANGUAGES[language], table_path(table)))


@pytest.mark.parametrize("name", ["targets", "mentions", "region_codes", "sections", "documents", "manifest"])
def test_columns_hold_every_cell(own: FinishedPackage, name: str) -> None:
    cells = cells_of(own, name)
    data = json.loads(as_columns(cells))
    assert data["length"] == len(cells.table.rows)
    for field, column in zip(cells.header, data["columns"], strict=True):
        if column["kind"] == "own":
            rows = zip(cells.table.rows, data["ids"], strict=True)
            found = [f"{row['document_id']}-{end}" if data["tails"] else end for row, end in rows]
        elif "keys" in column:
            numbers = column["rows"] or [-1] * data["length"]
            found = [column["keys"][number] if number >= 0 else "" for number in numbers]
            assert len(column["labels"]) == len(column["keys"]) == len(set(column["keys"]))
        else:
            found = column["values"]
        assert found == [row[field.name] for row in cells.table.rows], field.name


def test_what_readers_look_for_comes_first(own: FinishedPackage) -> None:
    """The subject, the figure and its passage before what only proves or places a row, which is hidden."""
    cells = cells_of(own, "targets")
    shown = [field.name for field in cells.header if not cells.is_secondary(field)]
    assert shown[0] == "target_id"
    wanted = ["subject_text", "indicator", "value", "unit", "period_end", "quote", "document_id"]
    assert [name for name in shown if name in wanted] == wanted
    # No row has an organization or the upper end of a range.
    assert not {"section_id", "start", "organization_id", "value_max"} & set(shown)
    assert [field.name for field in cells.header[: len(shown)]] == shown
    assert {field.name for field in cells.header} == {field.name for field in cells.table.fields}


def test_a_figure_shows_how_it_compares(own: FinishedPackage) -> None:
    cells = cells_of(own, "incentives")
    rows = {row["operator"]: row for row in cells.table.rows}
    number = next(n for n, field in enumerate(cells.header) if field.name == "value")
    for operator, expected in (("ge", "≥ "), ("range", "5–10"), ("eq", "")):
        key = rows[operator]["incentive_id"]
        assert dict(cells.said(key))[number].startswith(expected)
    (value,) = (one for one in json.loads(as_columns(cells))["columns"] if one["name"] == "value")
    assert (value["operator"], value["upper"]) == ("operator", "value_max")
    assert value["signs"]["ge"] == "≥ "


def test_headings_and_labels_are_short_where_that_is_plain(own: FinishedPackage) -> None:
    cells = cells_of(own, "targets")
    fields = {field.name: field for field in cells.header}
    assert cells.heading(fields["region_code"]) == "地区"
    assert cells.heading(fields["target_id"]) == "目标编号"
    label = cells.key_label(fields["statistic"], "growth_rate")
    assert label == "增长率"
    options = next(one for one in find_facets(cells) if one.field.name == "statistic").options
    assert len({option.label for option in options}) == len(options)


def test_addresses_of_columns_are_those_of_the_page(own: FinishedPackage) -> None:
    """What the script makes of the patterns is what the page has for the same rows."""
    cells = cells_of(own, "mentions")
    data = {column["name"]: column for column in json.loads(as_columns(cells))["columns"]}
    page = "".join(cells.head())
    row = next(row for row in cells.table.rows if row["fact_id"])
    fact = data["fact_id"]
    number = fact["keys"].index(row["fact_id"])
    assert f'href="{fact["places"][fact["of"][number]].replace("~", row["fact_id"])}"' in page
    assert f'href="{data["document_id"]["place"].replace("~", row["document_id"])}"' in page
    assert f'href="{data["quote"]["place"].replace("~", row["document_id"])}{row["mention_id"]}"' in page
    assert f'href="{data["mention_id"]["place"].replace("~", row["mention_id"])}"' in page


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("targets", {"document_id", "region_code", "indicator", "statistic", "unit", "modality"}),
        ("projects", {"document_id", "region_code", "kind", "stage"}),
        ("measures", {"document_id", "instrument", "instrument_family", "tense"}),
        ("clusters", {"document_id", "region_code", "industry_code", "kind", "status"}),
        ("issues", {"document_id", "kind"}),
    ],
)
def test_rows_can_be_chosen_by_what_people_ask_for(
    own: FinishedPackage, table: str, expected: set[str]
) -> None:
    assert expected <= {facet.field.name for facet in find_facets(cells_of(own, table))}


def test_a_place_counts_what_lies_in_it(own: FinishedPackage) -> None:
    (facet,) = (one for one in find_facets(cells_of(own, "clusters")) if one.field.name == "region_code")
    counts = {option.value: option.count for option in facet.options}
    rows = own.rows("clusters")
    assert facet.nested
    for beginning, count in counts.items():
        assert count == sum(row["region_code"].startswith(beginning) for row in rows)
    assert [option.value for option in facet.options] == sorted(counts)


def test_a_package_with_little_in_it_has_the_figures_it_can(tmp_path: Path) -> None:
    package = read_package(write_package(tmp_path / "package"))
    figures = Figures(package, Address(LANGUAGES[1], "explore/"))
    assert figures.instruments() is not None
    assert figures.projects() is None
    assert figures.comparisons() == []


def test_figures_are_those_of_the_tables(own: FinishedPackage) -> None:
    figures = Figures(own, Address(LANGUAGES[0], "explore/"))
    instruments = figures.instruments()
    assert instruments is not None
    assert sum(int(str(row[-1])) for row in instruments.rows) == len(own.rows("measures"))
    projects = figures.projects()
    assert projects is not None
    assert sum(int(str(row[1])) for row in projects.rows) == len(own.rows("projects"))
    clusters = own.rows("clusters")
    industries = figures.industries()
    assert industries is not None
    without = sum(not row["industry_code"] for row in clusters)
    assert str(without) in industries.remark
    divisions = {row["industry_code"][:2] for row in clusters if row["industry_code"]}
    assert len(industries.rows) + industries.more == len(divisions)
    kinds = figures.cluster_kinds()
    assert kinds is not None
    assert sum(int(str(row[-1])) for row in kinds.rows) == len(clusters)
    compared = figures.comparisons()
    assert compared
    for figure in compared:
        assert len({row[0] for row in figure.rows}) > 1
        assert figure.summary
