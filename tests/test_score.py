"""The score, and the floors below which extraction must not fall.

Floors lie a little under what is measured; `jiqun score tests/gold` prints the measure. They are raised when
the rules get better, never lowered to let a change pass.
"""

import csv
import json
from pathlib import Path

import pytest

from jiqun.score import Line, pool, read_gold, report, run, score, score_folder, score_folders

GOLD = Path(__file__).parent / "gold"


def _folders(wanted: str) -> list[Path]:
    return [
        path.parent
        for path in sorted(GOLD.rglob("gold.json"))
        if json.loads(path.read_text())["set"] == wanted
    ]


def _floors() -> list[tuple[str, str, float]]:
    with (GOLD / "floors.csv").open(encoding="utf-8", newline="") as stream:
        return [(row["set"], row["line"], float(row["floor"])) for row in csv.DictReader(stream)]


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, Line]]:
    return {wanted: score_folders(_folders(wanted)) for wanted in ("open", "closed")}


@pytest.mark.parametrize(("wanted", "line", "floor"), _floors())
def test_extraction_holds_its_floor(
    scores: dict[str, dict[str, Line]], wanted: str, line: str, floor: float
) -> None:
    measured = scores[wanted][line].score
    assert measured is not None and measured >= floor


def test_our_five_documents_hold_the_bar_of_rules_alone() -> None:
    """Every line that has a bar is at .97 on the five documents without curation."""
    lines = score_folder(GOLD / "five", None)
    under = {name: line.score for name, line in lines.items() if line.bar and (line.score or 0) < 0.97}
    assert under == {}


def test_gold_scores_full_marks_against_itself() -> None:
    """The annotation as if it had been extracted: every line is 1 but those that need ids of their own."""
    source, gold, _ = read_gold(GOLD / "jiangxi-opinion-2012")
    found = {name: [dict(row) for row in rows] for name, rows in gold.items()}
    mentions = {(row["start"], row["end"]): f"m{row['start']}" for row in found["mentions"]}
    for row in found["mentions"]:
        row["mention_id"] = mentions[row["start"], row["end"]]
    for table in ("targets", "indicators", "incentives"):
        for row in found[table]:
            row["mention_id"] = mentions[row["mention_start"], row["mention_end"]]
    text = source.read_text(encoding="utf-8")
    lines = score(gold, found, text)
    assert {name: line.score for name, line in lines.items() if line.score not in (None, 1.0)} == {}


def test_a_wrong_value_costs_its_row() -> None:
    source, gold, _ = read_gold(GOLD / "jiangxi-opinion-2012")
    mentions = [dict(row) | {"mention_id": f"m{row['start']}"} for row in gold["mentions"]]
    wrong = next(row for row in mentions if row["kind"] == "quantity")
    wrong["value"] = "1"
    empty: dict[str, list[dict[str, object]]] = {name: [] for name in gold}
    lines = score(
        gold,
        {**empty, "mentions": mentions, "documents": gold["documents"]},
        source.read_text(encoding="utf-8"),
    )
    assert lines["quantity: value and unit"].gold - lines["quantity: value and unit"].right == 1
    assert lines["figure: row fully right"].right == 0
    assert "numerals accounted for" in report(lines, "quantity")


def test_every_quote_of_the_gold_is_its_source() -> None:
    for folder in [*_folders("open"), *_folders("closed")]:
        source, gold, _ = read_gold(folder)
        with source.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        for name, rows in gold.items():
            for row in rows:
                if row.get("quote"):
                    assert row["quote"].replace("\r\n", "\n") == text[row["start"] : row["end"]].replace(
                        "\r\n", "\n"
                    ), (folder.name, name)


def test_a_score_is_written_for_people_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(GOLD / "qinzhou-news-2026")
    assert run([folder]) == 0
    printed = capsys.readouterr().out
    assert run([folder, "--format", "csv"]) == 0
    table = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert run([folder, "--format", "json", "--misses", "subject"]) == 0
    lines = json.loads(capsys.readouterr().out)
    assert [row["line"] for row in table] == [line["line"] for line in lines]
    for row, line in zip(table, lines, strict=True):
        assert row["line"] in printed
        numbers = [
            None if row[name] == "" else float(row[name]) for name in ("score", "bar", "right", "gold")
        ]
        assert numbers == [line[name] for name in ("score", "bar", "right", "gold")]
        assert ("misses" in line) == ("subject" in line["line"])


def test_a_csv_score_has_no_place_for_misses(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run([str(GOLD / "qinzhou-news-2026"), "--format", "csv", "--misses"])
    assert "--misses goes with text and json" in capsys.readouterr().err


def test_pooling_leaves_the_parts_alone() -> None:
    one, other = Line("x", 0.9, 1, 2, 3, ["a"]), Line("x", 0.9, 4, 5, 6, ["b"])
    pooled = pool([{"x": one}, {"x": other}])["x"]
    assert (pooled.right, pooled.gold, pooled.found, pooled.misses) == (5, 7, 9, ["a", "b"])
    assert (one.right, one.misses) == (1, ["a"])
