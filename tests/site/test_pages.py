"""The built site as files: links lead somewhere, texts are shown, never run, building twice is the same."""

import gzip
import json
import os
import re
import subprocess
import sys
import zipfile
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from pages_reader import PageContent, read_page
from sample_package import ATTACK, PLAN, write_package

from jiqun.curation import ConversionError
from jiqun.package.changelog import read_changelog
from jiqun.package.finished import read_package
from jiqun.site import publish
from jiqun.site.bilingual import said_in
from jiqun.site.languages import LANGUAGES
from jiqun.site.pages import Site

# Other hosts that a reader may be sent to; none is ever fetched from.
_KNOWN_HOSTS = {"creativecommons.org", "datapackage.org", "frictionlessdata.io", "github.com"}


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def target(site: Path, page: Path, address: str) -> tuple[Path, str]:
    """The file a link on a page leads to, and the anchor in it."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    start = site if path.startswith("/") else page.parent
    file = page if not path else Path(os.path.normpath(start / path.lstrip("/")))
    return (file / "index.html" if file.is_dir() else file), unquote(parts.fragment)


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    expected = {
        "index.html",
        "explore/index.html",
        "quality/index.html",
        "score/index.html",
        "downloads/index.html",
        "cite/index.html",
        "changelog/index.html",
        "tables/targets/index.html",
        "tables/region_codes/index.html",
        "documents/plan/index.html",
        "about/index.html",
        "about/use/index.html",
    }
    for path in expected:
        assert read_page(site / path).language == "zh"
        assert read_page(site / "en" / path).language == "en"


def test_every_link_and_anchor_resolves(site: Path) -> None:
    wrong = []
    for page in pages(site):
        for address in read_page(page).links:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if parts.scheme not in ("http", "https") or parts.netloc not in _KNOWN_HOSTS:
                    wrong.append((page, address))
                continue
            file, anchor = target(site, page, address)
            lost = anchor and file.suffix == ".html" and file.is_file() and anchor not in read_page(file).ids
            if not file.is_file() or lost:
                wrong.append((page, address))
    assert wrong == []


def test_the_page_for_what_is_not_found_speaks_both_languages_and_leads_on(site: Path) -> None:
    page = (site / "404.html").read_text("utf-8")
    assert read_page(site / "404.html").language == "zh"
    for language in LANGUAGES:
        assert language.say("not_found") in page
        assert f'href="/{language.folder}tables/"' in page
    assert page.count("<h1") == 1


def test_a_site_that_knows_its_address_says_it_where_programs_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://data.example/clusters/")
    site = tmp_path / "site"
    publish(write_package(tmp_path / "package"), site)
    mapped = (site / "sitemap.xml").read_text("utf-8")
    listed = re.findall("<loc>([^<]*)</loc>", mapped)
    assert set(listed) == {
        f"https://data.example/clusters/{page.relative_to(site).as_posix().removesuffix('index.html')}"
        for page in pages(site)
        if page.name != "404.html"
    }
    # When a page changed nobody has noted.
    assert "lastmod" not in mapped
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == mapped
    assert 'href="https://data.example/clusters/en/cite/"' in (site / "en/cite/index.html").read_text("utf-8")
    # It is shown at any address below.
    assert 'href="/clusters/en/tables/"' in (site / "404.html").read_text("utf-8")


def test_sentences_of_a_chinese_note_have_no_blank_between_them(site: Path) -> None:
    notes = [
        note
        for page in pages(site)
        if "/en/" not in page.as_posix()
        for note in re.findall(r"<figcaption>.*?<small>(.*?)</small>", page.read_text("utf-8"))
    ]
    assert [note for note in notes if note != note.strip() or "。 " in note] == []
    assert any(note.count("。") > 1 for note in notes)


def test_the_home_page_is_named_as_the_package_is(site: Path, package: Path) -> None:
    title = read_package(package).title
    for folder, name in (("", title.zh), ("en/", title.en)):
        home = (site / folder / "index.html").read_text("utf-8")
        cite = (site / folder / "cite" / "index.html").read_text("utf-8")
        assert f"<title>{escape(name)}</title>" in home
        assert re.search(f"<title>.+ - {re.escape(escape(name))}</title>", cite)


def test_nothing_is_fetched_from_other_hosts(site: Path) -> None:
    for page in pages(site):
        for address in read_page(page).fetched:
            assert not urlsplit(address).netloc, f"{page}: {address}"
            assert target(site, page, address)[0].is_file(), f"{page}: {address}"


def test_no_id_is_given_twice(site: Path) -> None:
    assert {page: read_page(page).repeated for page in pages(site) if read_page(page).repeated} == {}


def test_every_row_has_an_address_in_its_table_and_in_its_document(site: Path, package: Path) -> None:
    for table in read_package(package).tables:
        if not table.primary_key:
            continue
        for folder in (site, site / "en"):
            listed = read_page(folder / "tables" / table.name / "index.html")
            for row in table.rows:
                key = row[table.primary_key]
                assert key in listed.ids
                if table.name == "sections":
                    document = read_page(folder / "documents" / row["document_id"] / "index.html")
                    assert f"../../tables/sections/#{key}" in document.links
                elif table.name == "documents":
                    document = read_page(folder / "documents" / key / "index.html")
                    assert f"../../tables/documents/#{key}" in document.links
                elif row.get("start"):
                    document = read_page(folder / "documents" / row["document_id"] / "index.html")
                    assert key in document.ids
                    assert f"../../tables/{table.name}/#{key}" in document.links or key in _marked(
                        folder / "documents" / row["document_id"] / "index.html"
                    )


def _marked(page: Path) -> set[str]:
    """The rows that the script of a document's page can show."""
    return set(json.loads((page.parent / "facts.json").read_text("utf-8"))["rows"])


def test_a_long_table_shows_its_first_rows_and_loads_all(site: Path, package: Path) -> None:
    codes = read_package(package).table_names["region_codes"]
    page = PageContent()
    page.feed((site / "tables/region_codes/index.html").read_text("utf-8"))
    assert page.rows_file == "rows.json"
    assert codes.rows[0]["code"] in page.ids
    assert codes.rows[-1]["code"] not in page.ids
    rows = json.loads((site / "tables/region_codes/rows.json").read_text("utf-8"))
    assert rows["ids"] == [row["code"] for row in codes.rows]
    assert [column["name"] for column in rows["columns"]] == [field.name for field in codes.fields]


def test_texts_of_sources_are_never_markup(site: Path) -> None:
    for page in pages(site):
        content = read_page(page)
        assert content.handlers == [], page
        assert content.images == [], page
        assert not any(
            script.lstrip().startswith("document.documentElement.dataset") for script in content.scripts
        )
        assert ATTACK not in page.read_text("utf-8"), page


def test_the_text_of_a_document_is_shown_as_received(site: Path) -> None:
    html = (site / "documents/plan/index.html").read_text("utf-8")
    passage = html.partition('id="passage">')[2].partition("</div>")[0]
    # Markup of ours is all that is left out; a parser reads CR LF as LF, and so does Path.read_text.
    assert unescape(re.sub("<[^>]*>", "", passage)) == PLAN.replace("\r\n", "\n")


def test_search_has_sections_and_names_and_skips_rows(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    other = json.loads((site / "en/search/search_index.json").read_text("utf-8"))
    # Each language has its own, whole: the same document's text is in both.
    assert not [entry for entry in index["docs"] if entry["location"].startswith("en/")]
    sections = [
        [entry["location"] for entry in one["docs"] if entry["location"].startswith("documents/plan/")]
        for one in (index, other)
    ]
    assert sections[0] == sections[1] != []
    # What stands in boxes of their own is read as words of their own.
    (dictionary,) = (one["text"] for one in other["docs"] if one["location"] == "tables/targets/#dictionary")
    assert {"primary", "required", "Example"} <= set(re.sub("<[^>]*>", "", dictionary).split())
    entries = {entry["location"]: entry for entry in index["docs"]}
    assert "纺织" in entries["documents/plan/#plan-s1"]["text"]
    assert "纺织" not in entries["documents/plan/#plan-s2"]["text"].replace("青石纺织厂", "")
    assert "纺织产业集群" in entries["tables/clusters/#plan-c1"]["title"].replace("\u200b", "")
    assert not any("plan-t1" in location for location in entries)
    # What only the search reads is not shown, and what it reads plainly is.
    page = (site / "tables/clusters/index.html").read_text("utf-8")
    assert page.count('id="plan-c1"') == 1
    assert "<!--" not in page.partition("<article")[2].partition("</article>")[0]


def test_building_twice_gives_the_same_bytes(site: Path, package: Path, tmp_path: Path) -> None:
    again = tmp_path / "elsewhere"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C"}
    script = Path(__file__).parents[2] / "scripts" / "publish.py"
    command = [sys.executable, str(script), "--package", str(package), "--output", str(again)]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    assert files(again) == files(site)


def test_the_words_of_one_package_do_not_cut_the_texts_of_the_next(
    site: Path, package: Path, tmp_path: Path
) -> None:
    """The search's dictionary is one for the process; 产业集群 is a name of the other package only."""
    other = write_package(tmp_path / "other")
    clusters = other / "data" / "clusters.csv"
    text = clusters.read_text("utf-8")
    assert text.count(",纺织产业集群<") == 1
    clusters.write_text(re.sub(",纺织产业集群<[^,]*,", ",产业集群,", text), "utf-8", newline="")
    publish(other, tmp_path / "first")
    publish(package, tmp_path / "second")
    first, second, alone = (
        (folder / "search" / "search_index.json").read_bytes()
        for folder in (tmp_path / "first", tmp_path / "second", site)
    )
    title = json.loads(first)["docs"][0]["title"].split("\u200b")
    assert "产业集群" in title
    assert second == alone


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/issues?new&row", True),
        ("mailto:data@example.org", True),
        ("javascript:alert(1)", False),
        ("", False),
    ],
)
def test_readers_are_told_where_to_report_mistakes(package: Path, address: str, shown: bool) -> None:
    site = Site(read_package(package), [], "", address)
    [page] = [page for page in site.about_pages(LANGUAGES[0]) if page.address.path == "cite/"]
    content = PageContent()
    content.feed(page.body)
    assert (address in content.links) == shown
    assert not any(link.startswith("javascript:") for link in content.links)
    # Where no address is known it is said where to go.
    assert (LANGUAGES[0].say("feedback_repository") in page.body) != shown


def test_that_nothing_is_unresolved_is_said(own_site: Path) -> None:
    mentions = read_package(Path(__file__).parents[2]).rows("mentions")
    count = sum(row["reason"] == "unresolved" for row in mentions)
    html = (own_site / "en" / "quality" / "index.html").read_text("utf-8")
    table = html.partition('<table class="list ledger">')[2].partition("</table>")[0]
    assert re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', table)[-1].endswith("no rule could place")
    assert re.findall(r'<a href="[^"]*reason=unresolved#rows">(\d+)</a>', table) == [str(count)]


def test_the_changelog_is_shown_version_by_version(site: Path, package: Path) -> None:
    html = (site / "changelog/index.html").read_text("utf-8")
    version = read_package(package).descriptor["version"]
    assert f'<h2 id="v{version}">{version}</h2>' in html
    assert '<time datetime="2026-01-02">' in html
    # A line end inside a sentence is none on the page.
    assert "<li>首个版本</li>" in html


def test_an_entry_in_both_languages_is_shown_in_the_page_s_own() -> None:
    entry = (
        "校验器更快，`uniqueKeys` 与 Parquet 分区\n也是。\n"
        "`uniqueKeys` are judged sooner\nin clusters (产业集群)."
    )
    chinese, english = (said_in(language, entry) for language in LANGUAGES)
    assert chinese == "校验器更快，`uniqueKeys` 与 Parquet 分区也是。"
    assert english == "`uniqueKeys` are judged sooner in clusters (产业集群)."
    for one in ("只有中文。", "English alone.", "`code`", ""):
        assert said_in(LANGUAGES[0], one) == said_in(LANGUAGES[1], one) == one


def test_the_own_changelog_says_everything_in_both_languages() -> None:
    for release in read_changelog(Path(__file__).parents[2] / "CHANGELOG.md"):
        for entry in release.entries:
            chinese, english = (said_in(language, entry) for language in LANGUAGES)
            assert chinese != english
            assert (chinese[-1], english[-1]) == ("。", "."), entry
            assert not re.search("[a-z]{3,} [a-z]{3,} [a-z]{3,}", chinese), entry
            assert not re.search("[\u4e00-\u9fff]{16}", english), entry


def test_a_package_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ConversionError, match=r"datapackage\.json"):
        publish(tmp_path / "empty", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_folder_of_something_else_is_left_alone(package: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(ConversionError, match="something other than a site"):
        publish(package, tmp_path)
    assert (tmp_path / "thesis.txt").read_text("utf-8") == "years of work"


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package")
    site = tmp_path / "site"
    (site / "downloads").mkdir(parents=True)
    (folder / "data" / "sources" / "plan.html.txt").write_bytes(b"\xff\xff\xff")
    with pytest.raises(ConversionError, match=r"plan\.html\.txt"):
        publish(folder, site)
    assert (site / "downloads").is_dir()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["package", "site"]


def test_an_invalid_package_is_refused_by_name(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "package")
    table = folder / "data" / "targets.csv"
    table.write_text(table.read_text("utf-8").replace("5000000000", "fifty"), "utf-8")
    with pytest.raises(ConversionError, match=r"targets\.csv.*row 1.*fifty"):
        publish(folder, tmp_path / "site")


@pytest.mark.parametrize("name", ["../../escape", ".hidden", "a/b"])
def test_a_document_id_cannot_name_a_place_elsewhere(tmp_path: Path, name: str) -> None:
    folder = write_package(tmp_path / "package")
    table = folder / "data" / "documents.csv"
    table.write_text(table.read_text("utf-8").replace("\nreport,", f"\n{name},"), "utf-8")
    with pytest.raises(ConversionError, match="no plain name"):
        publish(folder, tmp_path / "site")


def test_a_page_among_the_sources_is_no_page_of_the_site(site: Path) -> None:
    assert {path.name for path in pages(site)} == {"index.html", "404.html"}
    packed = site / "downloads" / "package" / "data" / "sources" / "plan.html.zip"
    with zipfile.ZipFile(packed) as archive:
        assert archive.namelist() == ["plan.html"]
    page = (site / "downloads" / "index.html").read_text("utf-8")
    assert 'href="../downloads/package/data/sources/plan.html.zip" download' in page
    assert "来源中的网页装在 zip 中" in page
