"""The pages in Chromium: scripts work, texts of sources do not, and rows and passages lead to each other."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from chromium import Chromium

# One of each kind, between them both languages.
_PAGES = ["", "en/tables/", "en/tables/targets/", "tables/mentions/", "documents/plan/", "en/documents/"]
_PAGES += ["score/", "en/score/"]
_PAGES += ["explore/", "en/quality/", "en/downloads/", "cite/", "en/about/use/", "404.html"]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files and keeps quiet."""

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site served on a port of this machine."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """Chromium; a visible skip where there is none, a failure in continuous integration."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed: the pages would go unseen")
    if program is None:
        pytest.skip("chromium is not installed")
    with Chromium(program, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def wait_for_scripts(browser: Chromium) -> None:
    """Until tables and marks have been set up, where the page has any."""
    browser.wait("[...document.querySelectorAll('.rows, #passage')].every(one => one.dataset.ready)")


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


@pytest.mark.parametrize(
    ("words", "first"),
    [("产业集群", "tables/clusters/"), ("青石纺织厂", "tables/organizations/"), ("白水县", "documents/report/")],
)
def test_search_finds_chinese_words(browser: Chromium, address: str, words: str, first: str) -> None:
    browser.open(f"{address}?q={quote(words)}")
    found = browser.wait("document.querySelector('.md-search-result__link')?.href")
    assert found.startswith(address + first)
