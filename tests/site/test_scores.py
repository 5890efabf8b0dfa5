"""The page of the score: what it measures, on which documents, and what it says without annotation."""

import csv
import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from sample_package import ATTACK, write_package

from jiqun.package.downloads import write_downloads
from jiqun.package.finished import FinishedPackage, read_package
from jiqun.score import score_folders
from jiqun.site import scores
from jiqun.site.addresses import Address
from jiqun.site.languages import LANGUAGES, Language
from jiqun.site.pages import Site

_PLACED = ("targets", "indicators", "incentives")


@pytest.fixture
def package_with_gold(tmp_path: Path) -> tuple[FinishedPackage, Path]:
    """The sample package, and an annotation of its plan that says what the package says."""
    package = read_package(write_package(tmp_path / "package"))
    write_gold(package, tmp_path / "gold" / "plan", "plan", "open")
    return package, tmp_path / "gold"


def write_gold(package: FinishedPackage, folder: Path, document: str, part: str) -> None:
    """Write what a package has of a document as an annotation of its source."""
    folder.mkdir(parents=True)
    (source,) = (package.folder / "data" / "sources").glob(f"{document}*.txt")
    shutil.copyfile(source, folder / source.name)
    about = {"source": source.name, "set": part, "about": "what a package says"}
    (folder / "gold.json").write_text(json.dumps(about), "utf-8")
    mentions = package.table_names["mentions"].by_key
    for table in package.tables:
        if table.is_code_list or not table.has("document_id"):
            continue
        rows = [dict(row) for row in table.rows if row["document_id"] == document]
        names = [field.name for field in table.fields]
        if table.name in _PLACED:
            names += ["mention_start", "mention_end"]
            for row in rows:
                mention = mentions[row["mention_id"]]
                row |= {"mention_start": mention["start"], "mention_end": mention["end"]}
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, names)
            writer.writeheader()
            writer.writerows(rows)


def score_page(package: FinishedPackage, language: Language, folder: Path) -> str:
    """The page's body; `folder` is for the downloads."""
    pages = Site(package, write_downloads(package, folder), "").pages()
    address = Address(language, "score/")
    return next(page.body for page in pages if page.address == address)


def test_the_page_has_the_scores_of_the_command(site: Path) -> None:
    page = unescape((site / "score" / "index.html").read_text("utf-8"))
    folders = [path.parent for path in scores.GOLD.rglob("gold.json")]
    closed = score_folders([folder for folder in folders if '"closed"' in (folder / "gold.json").read_text()])
    for line in closed.values():
        if line.score is None:
            continue  # nothing of its kind was annotated
        label = LANGUAGES[0].say(f"line {line.name}")
        cells = re.search(rf'<th scope="row">{re.escape(label)}</th>(.*?)</tr>', page)
        assert cells is not None, label
        first = re.findall(r"<td[^>]*>(.*?)</td>", cells[1])[1]
        assert first.removeprefix(f'<b class="under" title="{LANGUAGES[0].say("under_bar")}">').startswith(
            f"{line.score:.3f}"
        )
        assert ('class="under"' in first) == (line.score is not None and line.score < line.bar)


def test_the_page_tells_how_far_two_readings_agree(site: Path) -> None:
    agreement = scores.read_agreement(scores.GOLD)
    assert agreement
    for folder, language in zip(("", "en"), LANGUAGES, strict=True):
        page = unescape((site / folder / "score" / "index.html").read_text("utf-8"))
        section = page.partition('id="agreement"')[2].partition("<h2")[0]
        rows = re.findall(r"<tr><th[^>]*>(.*?)</th>(.*?)</tr>", section, re.DOTALL)
        shown = [[name, *re.findall(r"<td[^>]*>(.*?)</td>", cells)] for name, cells in rows[1:]]
        assert shown == [
            [
                language.say(f"line {one.line}"),
                language.say(f"group_{one.part}"),
                f"{one.rows:,}",
                f"{one.same:,}",
                f"{one.same / one.rows:.3f}",
            ]
            for one in agreement
        ]


def test_misses_of_the_closed_set_stay_unlisted(site: Path) -> None:
    page = (site / "en" / "score" / "index.html").read_text("utf-8")
    listed = page.partition('id="misses"')[2]
    assert "yingkou-work-report-2019" in listed
    assert "closed-" not in listed
    # Closed at first, so that the page can be read.
    assert "<details open" not in listed


def test_the_quality_page_and_the_navigation_lead_to_the_score(site: Path) -> None:
    for folder in (site, site / "en"):
        assert (folder / "quality" / "index.html").read_text("utf-8").count('href="../score/"') >= 2
        assert 'href="score/"' in (folder / "index.html").read_text("utf-8")


def test_a_package_is_scored_where_it_has_annotated_documents(
    package_with_gold: tuple[FinishedPackage, Path],
) -> None:
    package, gold = package_with_gold
    write_gold(package, gold / "report", "report", "closed")
    (gold / "report" / "report.txt").write_text("白水县报告\n工业下降3.5%，“纺织”增长2%。\n\n", "utf-8")
    board = scores.measure(package, gold)
    groups = {group.name: group for group in board.groups}
    # The report has the name of a source of the package, but is another text.
    assert {name: group.files for name, group in groups.items()} == {
        "closed": 1,
        "open": 1,
        "rules": 1,
        "tables": 1,
    }
    assert groups["tables"].documents == 1
    assert groups["tables"].rows == sum(
        row["document_id"] == "plan"
        for table in package.tables
        if not table.is_code_list and table.has("document_id")
        for row in table.rows
    )
    assert {line.score for line in groups["tables"].lines.values()} <= {1.0, None}
    assert any(line.score not in (1.0, None) for line in groups["rules"].lines.values())
    assert groups["rules"].lines == groups["open"].lines


def test_a_package_with_tables_of_its_own_is_not_scored(
    package_with_gold: tuple[FinishedPackage, Path],
) -> None:
    package, gold = package_with_gold
    path = package.folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["resources"] = [one for one in descriptor["resources"] if one["name"] != "projects"]
    path.write_text(json.dumps(descriptor), "utf-8")
    assert [group.name for group in scores.measure(read_package(package.folder), gold).groups] == ["open"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_the_annotation_are_never_markup(
    package_with_gold: tuple[FinishedPackage, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: Language,
) -> None:
    package, gold = package_with_gold
    monkeypatch.setattr(scores, "GOLD", gold)
    body = score_page(package, language, tmp_path / "downloads")
    assert ATTACK not in body
    # It is in a title, which the rules read otherwise.
    assert "<script>" in unescape(body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_annotation_the_page_says_so(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setattr(scores, "GOLD", tmp_path / "none")
    body = score_page(read_package(package), language, tmp_path / "downloads")
    assert language.say("score_none") in body
    assert "<table" not in body


def test_a_gold_folder_whose_source_is_elsewhere_is_left_out(
    package_with_gold: tuple[FinishedPackage, Path],
) -> None:
    package, gold = package_with_gold
    (gold / "plan" / "plan.html.txt").unlink()
    assert scores.measure(package, gold).groups == []
