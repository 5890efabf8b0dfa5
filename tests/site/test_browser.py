"""The pages in Chromium: scripts work, texts of sources do not, and rows and passages lead to each other."""

import functools
import http.server
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files and keeps quiet."""

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site served on a port of this machine, below a path as on a real host."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


class Browser:
    """Opens a page, lets its scripts run and gives the document as it stands then, and what was logged."""

    def __init__(self, program: str, profile: Path) -> None:
        self.program = program
        self.profile = profile

    def open(self, address: str, width: int = 1280) -> tuple[str, list[str]]:
        command = [
            self.program,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--enable-logging=stderr",
            "--v=0",
            f"--user-data-dir={self.profile}",
            f"--window-size={width},900",
            "--virtual-time-budget=8000",
            "--dump-dom",
            address,
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        return done.stdout, re.findall(r':CONSOLE[:(].*?\] "(.*)", source', done.stderr)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """Chromium; a visible skip where there is none, a failure in continuous integration."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        program = shutil.which(name)
        if program:
            return Browser(program, tmp_path_factory.mktemp("profile"))
    if os.environ.get("CI"):
        pytest.fail("chromium is not installed: the pages would go unseen")
    pytest.skip("chromium is not installed")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "en/",
        "explore/",
        "quality/",
        "en/downloads/",
        "tables/targets/",
        "en/tables/issues/",
        "documents/plan/",
    ],
)
def test_pages_open_without_a_word_on_the_console(browser: Browser, address: str, path: str) -> None:
    dom, console = browser.open(address + path)
    assert console == []
    assert "data-owned" not in dom.partition("<body")[0]
    if "tables/" in path or "documents/plan" in path:
        assert 'data-ready="true"' in dom


def test_a_row_address_turns_to_its_page_of_a_long_table(browser: Browser, address: str) -> None:
    dom, console = browser.open(f"{address}tables/region_codes/#659004")
    assert console == []
    row = re.search(r'<tr[^>]*id="659004"[^>]*>', dom)
    assert row is not None
    assert 'class="aim"' in row.group()


def test_an_address_can_choose_rows(browser: Browser, address: str) -> None:
    dom, _ = browser.open(f"{address}tables/mentions/?document_id=plan")
    body = dom.partition("<tbody>")[2].partition("</tbody>")[0]
    assert re.findall(r'<tr[^>]*id="([^"]*)"', body) == ["plan-m2", "plan-m1"]


def test_a_passage_address_shows_its_row(browser: Browser, address: str) -> None:
    dom, _ = browser.open(f"{address}documents/plan/#plan-t1")
    panel = dom.partition('id="passage-panel"')[2].partition("</aside>")[0]
    assert "../../tables/targets/#plan-t1" in panel
    marked = re.findall(r'<a class="m [^"]*aim"[^>]*>(.*?)</a>', dom)
    assert unescape(re.sub("<[^>]*>", "", "".join(marked))) == "“纺织”产业集群产值达到50亿元"
