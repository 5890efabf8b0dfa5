"""The pages before other people's judges: axe, Lighthouse and the Nu HTML checker.

`.ci/run` installs them from the lock file in judges/, which needs Node.js; the checker needs Java besides.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from chromium import Chromium

_JUDGES = Path(__file__).parent / "judges"
# One of each kind of page.
_KINDS = [
    "",
    "tables/",
    "tables/targets/",
    "tables/region_codes/",
    "documents/",
    "documents/qufu-industrial-clusters/",
    "explore/",
    "quality/",
    "score/",
    "downloads/",
    "about/",
    "about/use/",
    "cite/",
    "changelog/",
]
_BARS = {"accessibility": 1.0, "best-practices": 1.0, "seo": 1.0, "performance": 0.95}
# Each kind in one of the languages.
_MEASURED = [page if number % 2 else f"en/{page}" for number, page in enumerate(_KINDS)]


def judge(name: str, *programs: str) -> Path:
    """The folder of an installed judge; a visible skip where it or a program that it needs is missing."""
    folder = _JUDGES / "node_modules" / name
    missing = [program for program in programs if shutil.which(program) is None]
    if folder.is_dir() and not missing:
        return folder
    reason = f"{', '.join(missing) or name} is not installed: npm ci --prefix tests/site/judges"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_axe_finds_nothing(
    browser: Chromium, own_site: Path, own_address: str, folder: str, scheme: str
) -> None:
    """On every page, and in dark, where nothing but colours differs, on one of each kind.

    Lighthouse asks for targets large enough to press as well, which axe alone leaves out.
    """
    axe = (judge("axe-core") / "axe.min.js").read_text("utf-8")
    browser.prefer(scheme)
    find = (
        "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
        ".then(({violations}) =>"
        " violations.map(({id, nodes}) => `${id}: ${nodes.slice(0, 3).map((one) => one.html).join(' ')}`))"
    )
    found = {}
    start = own_site / folder
    every = sorted(f"{path.parent.relative_to(start).as_posix()}/" for path in start.glob("**/index.html"))
    pages = [page.removeprefix("./") for page in every if not page.startswith("en/")]
    assert set(_KINDS) <= set(pages)
    for page in [*(pages if scheme == "light" else _KINDS), *([] if folder else ["404.html"])]:
        browser.open(own_address + folder + page)
        browser.wait("[...document.querySelectorAll('.rows, #passage')].every(one => one.dataset.ready)")
        browser.wait("window.document$ && !document.querySelector('link[data-theme]')")
        browser.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        browser.evaluate("document.querySelector('.passage a.m, .row-more')?.click()")
        browser.evaluate(f"{axe};0")
        if violations := browser.evaluate(find):
            found[page] = violations
    assert found == {}


def test_lighthouse_gives_full_marks(chromium_program: str, own_address: str) -> None:
    judge("lighthouse", "node")
    pages = [own_address + page for page in _MEASURED]
    lost: dict[str, object] = {}
    # Performance suffers where the machine has other work: a page has three goes.
    for _ in range(3):
        command = ["node", str(_JUDGES / "lighthouse.mjs"), chromium_program, *pages]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=900)
        assert run.returncode == 0, run.stderr
        lost = {
            page: under
            for page, result in json.loads(run.stdout).items()
            if (under := {name: result[name] for name, bar in _BARS.items() if result[name]["score"] < bar})
        }
        pages = list(lost)
        if not pages:
            break
    assert lost == {}


@pytest.mark.parametrize("kind", ["sample", "own"])
def test_the_checker_of_html_finds_nothing(site: Path, own_site: Path, kind: str) -> None:
    """All pages, of the package whose texts try to break them as well."""
    checker = judge("vnu-jar", "java") / "build" / "dist" / "vnu.jar"
    pages = sorted(map(str, (site if kind == "sample" else own_site).rglob("*.html")))
    command = ["java", "-Xss4m", "-jar", str(checker), "--errors-only", "--format", "json", *pages]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)
    messages = json.loads(run.stderr)["messages"]
    assert [(one["url"], one["message"], one.get("extract", "")) for one in messages] == []
