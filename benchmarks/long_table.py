"""How fast a long table opens and answers in Chromium, see README.md.

A package is made whose table of indicators has as many rows as asked for, its site is built once in the
temporary folder, and its page is opened in a fresh browser for each run. Times are the page's own clock, in
seconds, beside the processor seconds of the page's main thread, which other work on the machine leaves alone.

A page is open when its first rows, the choices and the search are painted and answer: the time from the start
of the navigation to the end of the first frame after that. The first search comes at once behind it, so that
it fetches and reads all rows; a search or a choice takes from its event until the rows shown are others.

Sites named with --site are opened in turns with the one made here, to see what a change has brought on a
machine that has other work, too.
"""

import argparse
import csv
import functools
import http.server
import shutil
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

_ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(_ROOT / "scripts"), str(_ROOT / "tests" / "site")]

from chromium import Chromium  # noqa: E402

from jiqun.package.finished import read_package  # noqa: E402
from jiqun.site import publish  # noqa: E402

_TABLE = "indicators"
# From an act until the count of the rows shown is another.
_MEASURE = """(async (act, done) => {
  const before = document.querySelector('.dt-info').textContent;
  const start = performance.now();
  act();
  while (document.querySelector('.dt-info').textContent === before) await new Promise(requestAnimationFrame);
  return (performance.now() - start) / 1000;
})"""
# Notes when the page is open, by its own clock.
_OPENED = """(() => {
  const done = () => setTimeout(() => { window.opened = performance.now(); });
  const shown = (name) => document.querySelector(name);
  const isReady = () => shown('.rows')?.dataset.ready && shown('.dt-search input');
  const look = () => requestAnimationFrame(isReady() ? done : look);
  look();
})()"""
_ACTS = {
    "first search": "() => { const input = document.querySelector('.dt-search input');"
    " input.value = '产值 2006'; input.dispatchEvent(new Event('input')); }",
    "search cleared": "() => { const input = document.querySelector('.dt-search input'); input.value = '';"
    " input.dispatchEvent(new Event('input')); }",
    "choice": "() => { const select = document.querySelector('.facets select'); select.selectedIndex = 2;"
    " select.dispatchEvent(new Event('change')); }",
}


def main() -> None:
    """Build where needed, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    parser.add_argument("--site", type=Path, action="append", default=[], help="another site to compare")
    arguments = parser.parse_args()
    if arguments.chromium is None:
        parser.error("chromium is not on the path: name it with --chromium")
    sites = [_site(arguments.rows), *arguments.site]
    addresses = [_serve(site) for site in sites]
    runs = [[_run(arguments.chromium, address) for address in addresses] for _ in range(arguments.runs)]
    for site, found in zip(sites, zip(*runs, strict=True), strict=True):
        print(site)
        page = site / "tables" / _TABLE
        for name in ("index.html", "rows.json"):
            print(f"  {name}: {(page / name).stat().st_size / 1e6:.1f} MB")
        for name in found[0]:
            times = sorted(run[name] for run in found)
            print(f"  {name}: {statistics.median(times):.2f} s ({times[0]:.2f} to {times[-1]:.2f})")


def _site(rows: int) -> Path:
    """The site of a package with that many indicators, made unless it is there already."""
    folder = Path(tempfile.gettempdir()) / f"jiqun-long-table-{rows}"
    if not (folder / "site").is_dir():
        shutil.rmtree(folder, ignore_errors=True)
        package = folder / "package"
        for path in read_package(_ROOT).files:
            (package / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(_ROOT / path, package / path)
        _lengthen(package / "data" / f"{_TABLE}.csv", rows)
        begun = time.monotonic()
        publish(package, folder / "site")
        print(f"built in {time.monotonic() - begun:.0f} s")
    return folder / "site"


def _lengthen(path: Path, wanted: int) -> None:
    """Repeat the table's rows under new ids until there are as many as wanted."""
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    column = header.index("quote")
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        for number in range(wanted):
            row = list(rows[number % len(rows)])
            round_ = number // len(rows)
            if round_:
                row[0] = f"{row[0]}-r{round_}"
                row[column] = f"{row[column]}（{round_}）"
            writer.writerow(row)


def _serve(site: Path) -> str:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/tables/{_TABLE}/"


def _run(program: str, address: str) -> dict[str, float]:
    """The times of one fresh browser."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        Chromium(program, Path(profile)) as browser,
    ):
        browser.run_first(_OPENED)
        worked = browser.processor_seconds()
        browser.open(address)
        times = {"opens": browser.wait("window.opened / 1000")}
        times["opens, processor"] = browser.processor_seconds() - worked
        for name, act in _ACTS.items():
            worked = browser.processor_seconds()
            times[name] = browser.evaluate(f"{_MEASURE}({act})")
            times[f"{name}, processor"] = browser.processor_seconds() - worked
    return times


if __name__ == "__main__":
    main()
