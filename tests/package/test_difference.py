"""What changed between two packages, and what each change means for the version."""

import copy
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiqun.package.difference import Difference, Level, RowChange, TableDifference, compare
from jiqun.package.finished import PackageError, read_package
from made_packages import FIELDS, NOTES, ROWS, make_package


def differ(tmp_path: Path, **changes: Any) -> Difference:
    """The difference between the plain package and one with changes."""
    old, new = make_package(tmp_path / "old"), make_package(tmp_path / "new", **changes)
    return compare(read_package(old), read_package(new))


def table_of(difference: Difference) -> TableDifference:
    [table] = difference.tables
    return table


def field(number: int, **changes: Any) -> list[dict[str, Any]]:
    """The fields with other properties of one."""
    fields = copy.deepcopy(FIELDS)
    fields[number] |= changes
    return fields


def test_a_package_is_like_itself(tmp_path: Path) -> None:
    difference = differ(tmp_path)
    assert difference == Difference("1.2.3", "1.2.3")
    assert difference.level is Level.none


def test_another_version_alone_is_no_change(tmp_path: Path) -> None:
    assert differ(tmp_path, version="2.0.0") == Difference("1.2.3", "2.0.0")


def test_rows_added_removed_and_changed_by_key_and_column(tmp_path: Path) -> None:
    difference = differ(tmp_path, rows=[["r-0", "0", "a"], ["r-2", "2.5", "b"], ["r-3", "3", "b"]])
    table = table_of(difference)
    assert (table.name, table.before, table.after) == ("facts", 3, 3)
    assert (table.added, table.removed) == (["r-0"], ["r-1"])
    assert table.changed == [RowChange("r-2", {"value": ("2", "2.5"), "kind": ("a", "b")})]
    assert not table.reordered
    assert difference.level is Level.minor


def test_corrected_cells_are_a_patch(tmp_path: Path) -> None:
    difference = differ(tmp_path, rows=[*ROWS[:2], ["r-3", "", "b"]])
    assert table_of(difference).changed == [RowChange("r-3", {"value": ("3", "")})]
    assert difference.level is Level.patch


def test_rows_in_another_order_are_a_patch(tmp_path: Path) -> None:
    difference = differ(tmp_path, rows=[ROWS[1], ROWS[0], ROWS[2]])
    assert table_of(difference).reordered
    assert difference.level is Level.patch


def test_rows_without_a_key_are_compared_whole(tmp_path: Path) -> None:
    table = table_of(differ(tmp_path, notes=[["two", "2"], ["three", "3"], ["one", "1"]]))
    assert (table.added, table.removed) == (
        [{"note": "three", "number": "3"}],
        [{"note": "two", "number": "2"}],
    )


@pytest.mark.parametrize(
    ("fields", "rows", "expected"),
    [
        (
            [*FIELDS, {"name": "new"}],
            [[*row, "x"] for row in ROWS],
            {"columns_added": ["new"]},
        ),
        (FIELDS[:2], [row[:2] for row in ROWS], {"columns_removed": ["kind"]}),
        (
            [FIELDS[0], FIELDS[2], FIELDS[1]],
            [[one, three, two] for one, two, three in ROWS],
            {"columns_moved": True},
        ),
    ],
)
def test_other_columns_are_major(
    tmp_path: Path, fields: list[dict[str, Any]], rows: list[list[str]], expected: dict[str, Any]
) -> None:
    difference = differ(tmp_path, fields=fields, rows=rows)
    table = table_of(difference)
    assert {name: getattr(table, name) for name in expected} == expected
    assert (table.added, table.removed, table.changed) == ([], [], [])
    assert difference.level is Level.major


@pytest.mark.parametrize(
    "fields",
    [
        field(1, type="integer"),
        field(1, constraints={"minimum": 1}),
        field(1, constraints={}),
        field(2, categories=["a", "b"]),
    ],
)
def test_other_types_constraints_and_codes_are_major(tmp_path: Path, fields: list[dict[str, Any]]) -> None:
    difference = differ(tmp_path, fields=fields)
    [change] = table_of(difference).constraints
    assert change.place in ("value", "kind")
    assert difference.level is Level.major


@pytest.mark.parametrize(
    "fields",
    [
        field(0, title="号"),
        field(0, description_en="The id"),
        field(2, categories=[{"value": "a", "label": "乙"}]),
    ],
)
def test_other_titles_descriptions_and_labels_are_a_patch(
    tmp_path: Path, fields: list[dict[str, Any]]
) -> None:
    difference = differ(tmp_path, fields=fields)
    assert len(table_of(difference).texts) == 1
    assert difference.level is Level.patch


def test_another_key_is_major_and_rows_are_compared_whole(tmp_path: Path) -> None:
    old, new = make_package(tmp_path / "old"), make_package(tmp_path / "new")
    path = new / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('["id"]', '["kind"]'), "utf-8")
    table = table_of(compare(read_package(old), read_package(new)))
    assert [change.property for change in table.constraints] == ["primaryKey"]
    assert (table.added, table.removed, table.level) == ([], [], Level.major)


def test_tables_added_and_removed_are_major(tmp_path: Path) -> None:
    old, new = make_package(tmp_path / "old"), make_package(tmp_path / "new")
    path = new / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"name": "notes"', '"name": "remarks"'), "utf-8")
    difference = compare(read_package(old), read_package(new))
    assert (difference.tables_added, difference.tables_removed) == (["remarks"], ["notes"])
    assert difference.level is Level.major


def test_another_text_is_a_patch_and_another_name_major(tmp_path: Path) -> None:
    difference = differ(tmp_path, text="原 文", title="另一题名")
    assert difference.files_changed == ["text.txt"]
    assert [change.property for change in difference.texts] == ["title"]
    assert difference.level is Level.patch
    assert differ(tmp_path / "again", name="other").level is Level.major


def test_files_added_and_removed_are_minor(tmp_path: Path) -> None:
    old, new = make_package(tmp_path / "old"), make_package(tmp_path / "new")
    (new / "text.txt").rename(new / "other.txt")
    path = new / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace("text.txt", "other.txt"), "utf-8")
    difference = compare(read_package(old), read_package(new))
    assert (difference.files_added, difference.files_removed) == (["other.txt"], ["text.txt"])
    assert difference.level is Level.minor


@pytest.mark.parametrize("side", ["old", "new"])
def test_a_key_given_twice_is_refused_by_name(tmp_path: Path, side: str) -> None:
    packages = {
        name: make_package(tmp_path / name, rows=[*ROWS, ROWS[0]] if name == side else ROWS)
        for name in ("old", "new")
    }
    with pytest.raises(PackageError, match=rf"{side}/facts\.csv: id 'r-1' occurs twice"):
        compare(read_package(packages["old"]), read_package(packages["new"]))


_CELLS = st.lists(st.sampled_from(["", "1", "a", "行\n一", '"', ","]), min_size=2, max_size=2)
_TABLES = st.dictionaries(st.sampled_from([f"r-{number}" for number in range(8)]), _CELLS)


@given(_TABLES, _TABLES, st.randoms())
def test_the_difference_leads_from_the_old_rows_to_the_new(
    old: dict[str, list[str]], new: dict[str, list[str]], shuffle: Any
) -> None:
    after = [[key, *cells] for key, cells in new.items()]
    shuffle.shuffle(after)
    with tempfile.TemporaryDirectory() as folder:
        fields = [{"name": "id"}, {"name": "one"}, {"name": "two"}]
        before = [[key, *cells] for key, cells in old.items()]
        packages = [
            read_package(make_package(Path(folder) / name, fields=fields, rows=rows, notes=NOTES))
            for name, rows in (("old", before), ("new", after))
        ]
        difference = compare(*packages)
    table = difference.tables[0] if difference.tables else TableDifference("facts")
    made = {key: list(cells) for key, cells in old.items() if key not in table.removed}
    for change in table.changed:
        for column, (was, now) in change.cells.items():
            assert made[change.key][column == "two"] == was
            made[change.key][column == "two"] = now
    made |= {str(key): new[str(key)] for key in table.added}
    assert made == new
    common = [key for key in old if key in new]
    assert table.reordered == (common != [key for key, *_ in after if key in old])


@given(st.lists(_CELLS), st.lists(_CELLS))
def test_without_a_key_rows_are_counted(old: list[list[str]], new: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        packages = [
            read_package(make_package(Path(folder) / name, notes=rows))
            for name, rows in (("old", old), ("new", new))
        ]
        difference = compare(*packages)
    table = difference.tables[0] if difference.tables else TableDifference("notes")
    count = Counter(map(tuple, old))
    count.subtract(tuple(row.values()) for row in table.removed if not isinstance(row, str))
    count.update(tuple(row.values()) for row in table.added if not isinstance(row, str))
    assert +count == Counter(map(tuple, new))
