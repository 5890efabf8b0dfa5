"""The pages in Chromium: scripts work, texts of sources do not, and rows and passages lead to each other."""

import csv
import json
from pathlib import Path

import pytest
from chromium import Chromium

from jiqun.package.finished import FinishedTable, read_package

# One of each kind, between them both languages.
_PAGES = ["", "en/tables/", "en/tables/targets/", "tables/mentions/", "documents/plan/", "en/documents/"]
_PAGES += ["score/", "en/score/"]
_PAGES += ["explore/", "en/quality/", "en/downloads/", "cite/", "en/about/use/", "404.html"]
_REPOSITORY = Path(__file__).parents[2]


def wait_for_scripts(browser: Chromium) -> None:
    """Until tables and marks have been set up, where the page has any, and the theme's script has run."""
    browser.wait("[...document.querySelectorAll('.rows, #passage')].every(one => one.dataset.ready)")
    browser.wait("window.document$ && !document.querySelector('link[data-theme]')")


def test_the_theme_works_on_the_page_of_a_table(browser: Chromium, address: str) -> None:
    """Its script comes after the rows: the search finds, colours are the reader's."""
    browser.prefer("dark")
    browser.open(f"{address}en/tables/targets/")
    wait_for_scripts(browser)
    assert browser.evaluate("document.body.dataset.mdColorScheme") == "slate"
    browser.evaluate("document.getElementById('__search').click()")
    browser.type("[data-md-component=search-query]", "targets")
    browser.evaluate(
        "document.querySelector('[data-md-component=search-query]').dispatchEvent(new Event('keyup'))"
    )
    assert browser.wait("document.querySelectorAll('.md-search-result__item').length") > 0


@pytest.mark.parametrize("path", _PAGES)
def test_pages_open_without_complaint_and_fit_a_phone(browser: Chromium, address: str, path: str) -> None:
    browser.open(address + path)
    wait_for_scripts(browser)
    assert browser.console == []
    assert browser.failures == []
    assert [one for one in browser.requests if not one.startswith((address, "data:", "blob:"))] == []
    assert browser.evaluate("document.documentElement.dataset.owned ?? 'safe'") == "safe"
    # Only tables and charts may scroll sideways, in boxes of their own.
    browser.resize(390)
    assert browser.evaluate("document.documentElement.scrollWidth") <= 390


def test_every_row_address_turns_to_its_row(browser: Chromium, address: str) -> None:
    browser.open(f"{address}en/tables/region_codes/")
    wait_for_scripts(browser)
    for code in ("659004", "110000", "350100"):
        browser.evaluate(f"location.hash = '{code}'")
        browser.wait(f"document.querySelector('tr.aim')?.id === '{code}'")
        assert browser.evaluate(f"document.getElementById('{code}').getBoundingClientRect().top > 0")


def test_an_address_can_choose_rows(browser: Chromium, address: str) -> None:
    browser.open(f"{address}tables/mentions/?document_id=plan")
    wait_for_scripts(browser)
    rows = "[...document.querySelectorAll('.rows-table tbody tr')].map(row => row.id)"
    assert browser.evaluate(rows) == ["plan-m2", "plan-m1"]
    browser.evaluate(
        "(select => { select.value = ''; select.dispatchEvent(new Event('change')); })"
        "(document.querySelector('.facets select'))"
    )
    assert len(browser.evaluate(rows)) == 4


def test_a_passage_and_its_row_lead_to_each_other(browser: Chromium, address: str) -> None:
    browser.open(f"{address}en/documents/plan/#plan-t1")
    wait_for_scripts(browser)
    aimed = "[...document.querySelectorAll('a.aim')].map(one => one.textContent).join('')"
    assert browser.evaluate(aimed) == "“纺织”产业集群产值达到50亿元"
    browser.evaluate("document.querySelector('#passage-panel a').click()")
    browser.wait(
        "location.pathname.endsWith('/tables/targets/') && document.querySelector('tr.aim')?.id === 'plan-t1'"
    )
    browser.evaluate("document.querySelector('tr.aim a[href*=documents][href*=\"#\"]').click()")
    browser.wait("location.pathname.endsWith('/documents/plan/') && location.hash === '#plan-t1'")


def test_marks_can_be_hidden(browser: Chromium, address: str) -> None:
    browser.open(f"{address}documents/plan/#plan-c1")
    wait_for_scripts(browser)
    colour = "getComputedStyle(document.querySelector('.passage .m-organizations')).backgroundColor"
    shown = browser.evaluate(colour)
    browser.evaluate("document.querySelector('[data-marks=organizations]').click()")
    # A measure lies below it.
    assert browser.evaluate(colour) not in (shown, "rgba(0, 0, 0, 0)")
    browser.evaluate("document.querySelector('[data-marks=measures]').click()")
    assert browser.evaluate(colour) == "rgba(0, 0, 0, 0)"
    # What is not marked is no link either, until it is marked again; what lies in a mark still shown is.
    link = "document.querySelector('.passage .m-organizations').hasAttribute('href')"
    number = "document.querySelector('.passage .m-targets.m-mentions').hasAttribute('href')"
    assert not browser.evaluate(link)
    assert browser.evaluate(number)
    browser.evaluate("document.querySelector('[data-marks=organizations]').click()")
    assert browser.evaluate(link)


@pytest.mark.parametrize(
    ("words", "page", "part"),
    [
        ("集群", "tables/clusters/", ""),
        ("产业集群", "tables/clusters/", ""),
        ("光伏", "tables/clusters/", "光伏产业链"),
        ("龙头企业", "documents/shaanxi-industrial-clusters-2009/", "壮大龙头企业"),
        ("厦门火炬高新区电子信息产业集群", "tables/clusters/", "厦门火炬高新区电子信息产业集群"),
        # Its document has it in a list that shares one head noun: 汽车、输变电设备、航空…等产业集群.
        ("输变电设备产业集群", "tables/clusters/", "输变电设备产业集群"),
    ],
)
def test_what_is_typed_is_found_first(
    browser: Chromium, own_address: str, words: str, page: str, part: str
) -> None:
    browser.open(own_address)
    browser.type(".md-search__input", words)
    links = "[...document.querySelectorAll('.md-search-result__item:first-child .md-search-result__link')]"
    browser.wait(f"{links}.length > 0")
    assert browser.evaluate(f"{links}[0].href").startswith(own_address + page)
    if part:
        found = browser.evaluate(f"{links}[1].querySelector('h2').textContent")
        assert part in found.replace("\u200b", "")


@pytest.mark.parametrize(
    ("folder", "words", "page"),
    [
        ("", "集群", "tables/clusters/"),
        ("", "目标", "tables/targets/"),
        ("en/", "光伏", "tables/clusters/"),
        ("en/", "龙头企业", "documents/shaanxi-industrial-clusters-2009/"),
        # Words that a stemmer would cut shorter than they are typed.
        ("en/", "targets", "tables/targets/"),
        ("en/", "Rothwell", "tables/"),
        # In a list of terms, and in the cell of a table.
        ("en/", "Jingzhou District", "documents/jingzhou-district-parks-2006/"),
        ("en/", "frictionless", "about/use/"),
    ],
)
def test_the_home_page_has_a_box_that_finds_pages_in_its_language(
    browser: Chromium, own_address: str, folder: str, words: str, page: str
) -> None:
    browser.open(own_address + folder)
    browser.type(".home-search input", words)
    browser.evaluate("document.querySelector('.home-search button').click()")
    links = "[...document.querySelectorAll('.md-search-result__link')].map(link => link.href)"
    browser.wait(f"{links}.length > 0")
    found = browser.evaluate(links)
    assert found[0].startswith(own_address + folder + page)
    assert {link.removeprefix(own_address).startswith("en/") for link in found} == {folder == "en/"}
    assert browser.console == []


def own_tables() -> list[FinishedTable]:
    return [table for table in read_package(_REPOSITORY).tables if table.primary_key]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_row_leads_to_its_passage_and_back(browser: Chromium, own_address: str, folder: str) -> None:
    """For every row of every table: its address turns to it, its link leads to a mark that knows the row."""
    passages: dict[str, list[tuple[str, str]]] = {}
    for table in own_tables():
        if table.is_code_list:
            continue
        browser.open(f"{own_address}{folder}tables/{table.name}/")
        wait_for_scripts(browser)
        links = browser.evaluate(_LINKS_OF_ROWS)
        assert set(links) == set(table.by_key), table.name
        for key, row in table.by_key.items():
            page = f"{folder}documents/{row['document_id']}/"
            anchor = "" if table.name == "documents" else f"#{key}"
            assert links[key] == own_address + page + anchor
            passages.setdefault(page, []).append((table.name, key))
    for page, rows in passages.items():
        browser.open(own_address + page)
        wait_for_scripts(browser)
        assert browser.evaluate(_WRONG_PASSAGES % json.dumps(rows)) == [], page


# The link to the passage of every row, a page of the table after the other.
_LINKS_OF_ROWS = """(async () => {
  const links = {};
  const document_page = /\\/documents\\/[^/]+\\/$/;
  for (;;) {
    for (const row of document.querySelectorAll(".rows-table tbody tr")) {
      const own = location.pathname.includes("/tables/documents/") ? "" : "#" + row.id;
      links[row.id] = [...row.querySelectorAll("a")].find((one) =>
        document_page.test(one.pathname) && one.hash === own)?.href;
    }
    const next = document.querySelector(".dt-paging-button.next");
    if (!next || next.classList.contains("disabled")) return links;
    const first = document.querySelector(".rows-table tbody tr").id;
    next.click();
    while (document.querySelector(".rows-table tbody tr").id === first) {
      await new Promise((done) => setTimeout(done));
    }
  }
})()"""

# Rows, as [table, id], whose place in the text is not there, or does not lead back to them.
_WRONG_PASSAGES = """(async (rows) => {
  const wrong = [];
  const facts = await fetch("facts.json").then((answer) => answer.json());
  const passage = document.getElementById("passage");
  for (const [table, id] of rows) {
    const back = (link) => link && link.pathname.endsWith(`/tables/${table}/`) && link.hash === `#${id}`;
    const place = document.getElementById(id);
    const marks = passage.querySelectorAll(`a.m[data-rows~="${CSS.escape(id)}"]`);
    const good = table === "documents" ? [...document.querySelectorAll("dl.about a")].some(back)
      : table === "sections" ? passage.contains(place) && back(place)
      : passage.contains(place) ? marks.length > 0 && facts.rows[id]?.[0] === table
      : back(place?.querySelector("a"));
    if (!good) wrong.push([table, id]);
  }
  return wrong;
})(%s)"""


def test_every_row_of_the_code_lists_has_an_address(browser: Chromium, own_address: str) -> None:
    """Addresses of the first, the last and some rows between turn to them, also where rows are loaded."""
    for table in own_tables():
        browser.open(f"{own_address}en/tables/{table.name}/")
        wait_for_scripts(browser)
        keys = list(table.by_key)
        for key in {keys[0], keys[len(keys) // 2], keys[-1]}:
            browser.evaluate(f"location.hash = {json.dumps(key)}")
            browser.wait(f"document.querySelector('tr.aim')?.id === {json.dumps(key)}")


def test_a_row_that_a_choice_hides_is_shown_by_its_address(browser: Chromium, address: str) -> None:
    browser.open(f"{address}tables/mentions/?document_id=plan#report-m1")
    wait_for_scripts(browser)
    browser.wait("document.querySelector('tr.aim')?.id === 'report-m1'")


def test_a_long_table_is_searched_sorted_and_chosen_from(browser: Chromium, address: str) -> None:
    browser.open(f"{address}tables/region_codes/")
    wait_for_scripts(browser)
    info = "document.querySelector('.dt-info').textContent"
    first = "document.querySelector('.rows-table tbody tr').id"
    everything = browser.evaluate(info)
    browser.type(".rows .dt-search input", "荆州区 县级")
    browser.wait(f"{info} !== {json.dumps(everything)}")
    assert browser.evaluate(first) == "421003"
    browser.evaluate(
        "(input => { input.value = ''; input.dispatchEvent(new Event('input')); })"
        "(document.querySelector('.rows .dt-search input'))"
    )
    browser.wait(f"{info} === {json.dumps(everything)}")
    browser.evaluate("document.querySelector('.rows-table thead th').click()")
    browser.evaluate("document.querySelector('.rows-table thead th').click()")
    browser.wait(f"{first} === '820000'")


def test_the_rows_shown_are_downloaded_as_a_spreadsheet_takes_them(browser: Chromium, address: str) -> None:
    browser.open(f"{address}en/tables/clusters/")
    wait_for_scripts(browser)
    browser.evaluate("URL.createObjectURL = (blob) => { window.saved = blob; return '#'; }")
    browser.evaluate("[...document.querySelectorAll('.dt-button')].at(-1).click()")
    browser.wait("!!window.saved")
    text = browser.evaluate(
        "saved.arrayBuffer().then((data) => new TextDecoder('utf-8', {ignoreBOM: true}).decode(data))"
    )
    assert text.startswith("\ufeffcluster_id,")
    (row,) = csv.DictReader(text.removeprefix("\ufeff").splitlines())
    assert (row["cluster_id"], row["kind"], row["region_code"]) == ("plan-c1", "cluster", "350000")
    assert row["name_text"].startswith("'=cmd")


def test_a_column_is_chosen_from_all(browser: Chromium, address: str) -> None:
    browser.open(f"{address}en/tables/targets/")
    wait_for_scripts(browser)
    heads = "[...document.querySelectorAll('.rows-table thead th')].map(head => head.dataset.name)"
    assert "start" not in browser.evaluate(heads)
    button = "document.querySelector('.dt-buttons > [aria-haspopup=dialog]')"
    browser.evaluate(f"{button}.click()")
    browser.wait(f"{button}.ariaExpanded === 'true'")
    choices = "[...document.querySelectorAll('.dt-button-collection button')]"
    assert len(browser.evaluate(f"{choices}.map(one => one.textContent)")) == browser.evaluate(
        "document.querySelectorAll('.dictionary tbody tr').length"
    )
    browser.evaluate(f"{choices}.find(one => one.textContent === 'Start').click()")
    assert "start" in browser.evaluate(heads)


def test_a_row_shows_all_its_fields(browser: Chromium, address: str) -> None:
    browser.open(f"{address}en/tables/targets/")
    wait_for_scripts(browser)
    browser.evaluate("document.querySelector('.row-more').click()")
    terms = "[...document.querySelectorAll('.row-fields dt')].map(one => one.title)"
    (row,) = read_package(_REPOSITORY).rows("targets")[:1]
    shown = browser.evaluate(terms)
    assert shown[0] == "target_id"
    assert {"section_id", "start", "value", "origin"} <= set(shown)
    assert [name for name in shown if name] == [name for name in row if name in shown]
    # Behind them: how to cite the row, and the file that holds it.
    cite, file = browser.evaluate(
        "[...document.querySelectorAll('.row-fields dd')].slice(-2).map(one => one.textContent)"
    )
    assert cite.endswith(", plan-t1")
    assert file == "api/targets/plan-t1.json"
    assert (
        browser.evaluate(f"fetch('/{file}').then(answer => answer.json()).then(({{id}}) => id)") == "plan-t1"
    )
    # On a phone they lie inside the box that their table scrolls in.
    browser.resize(390)
    edge = "document.querySelector('{}').getBoundingClientRect().right"
    inner, outer = (browser.evaluate(edge.format(box)) for box in (".row-fields dl", ".rows-scroll"))
    assert inner <= outer
    browser.evaluate("document.querySelector('.row-more').click()")
    assert browser.evaluate(terms) == []


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("table", ["targets", "indicators", "projects"])
def test_a_desktop_shows_a_figure_and_its_passage_at_once(
    browser: Chromium, own_address: str, folder: str, table: str
) -> None:
    """Nobody scrolls sideways for what a row says, with its script or before."""
    browser.open(f"{own_address}{folder}tables/{table}/")
    wait_for_scripts(browser)
    box = "document.querySelector('.rows-scroll')"
    assert browser.evaluate(f"{box}.scrollWidth - {box}.clientWidth") <= 1
    names = browser.evaluate("[...document.querySelectorAll('.rows-table th')].map(one => one.dataset.name)")
    unit = "investment" if table == "projects" else "value"
    assert {unit, "period_end", "quote", "document_id"} <= set(names)


def test_a_choice_of_a_place_has_all_that_lies_in_it(browser: Chromium, own_address: str) -> None:
    rows = read_package(_REPOSITORY).rows("clusters")
    inside = [row["region_code"] for row in rows if row["region_code"].startswith("35")]
    assert len(set(inside)) > 1
    browser.open(f"{own_address}tables/clusters/?region_code=350000")
    wait_for_scripts(browser)
    assert f"共 {len(inside)} 行" in browser.evaluate("document.querySelector('.dt-info').textContent")


def test_a_mark_of_a_chart_leads_to_its_rows(browser: Chromium, own_address: str) -> None:
    browser.open(f"{own_address}explore/")
    browser.evaluate(
        "document.querySelector('#projects [data-href]').dispatchEvent(new Event('click', {bubbles: true}))"
    )
    browser.wait("location.pathname.endsWith('/tables/projects/') && !!document.querySelector('tr.aim')")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_page_opens_without_complaint_and_fits_a_phone(
    browser: Chromium, own_site: Path, own_address: str, folder: str
) -> None:
    """Nothing is fetched from elsewhere, nothing complains, and only tables scroll sideways."""
    for path in sorted(own_site.glob("**/index.html")):
        page = path.parent.relative_to(own_site).as_posix().removeprefix(".")
        if (page == "en" or page.startswith("en/")) != bool(folder):
            continue
        browser.open(f"{own_address}{page}{'/' if page else ''}", width=390)
        wait_for_scripts(browser)
        assert browser.console == [], page
        assert browser.failures == [], page
        assert [
            one for one in browser.requests if not one.startswith((own_address, "data:", "blob:"))
        ] == [], page
        assert browser.evaluate(_WIDER_THAN_THE_WINDOW) == [], page


# Boxes that scroll sideways, or run out of the window, and are no tables or code.
_WIDER_THAN_THE_WINDOW = """[
  ...(document.documentElement.scrollWidth > 390 ? ["the page"] : []),
  ...[...document.querySelectorAll("article *")].filter((one) => one.scrollWidth > one.clientWidth + 1
    && /auto|scroll/.test(getComputedStyle(one).overflowX)
    && !one.querySelector("table")).map((one) => one.className),
]"""
