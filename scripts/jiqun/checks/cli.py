"""The command `jiqun validate`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..arguments import Parser
from .engine.report import Report
from .engine.run import validate
from .reports import as_json, github, html, text

_DESCRIPTION = """\
Judge a data package: the verdict of frictionless, and checks that no schema can express (quotes against their
sources, the ledger of numbers, units, periods, spans). Any Data Package v1 or v2 with CSV tables can be
judged; a check runs where the columns are that it reads.

Exit code: 0 valid, 1 errors or wrong usage, 2 warnings only.
"""


def parser() -> argparse.ArgumentParser:
    """The command's arguments."""
    made = Parser(
        prog="jiqun validate", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument(
        "package",
        nargs="?",
        default="datapackage.json",
        metavar="PACKAGE",
        help="a descriptor, or a folder or zip file with a datapackage.json (default: datapackage.json)",
    )
    made.add_argument(
        "--format",
        choices=("text", "json", "github", "html"),
        default="text",
        help="text for people, json as frictionless writes it, annotations for GitHub, or one html file",
    )
    made.add_argument(
        "--verbose", action="store_true", help="show every problem, notices, and what was not judged and why"
    )
    made.add_argument(
        "--trusted",
        action="store_true",
        help="fetch addresses on the network and follow paths that leave the package's folder",
    )
    return made


def package_folder(argv: Sequence[str]) -> Path:
    """The folder of the package that the arguments name."""
    named = Path(parser().parse_args(argv).package)
    return named if named.is_dir() else named.parent


def run(argv: list[str]) -> int:
    """Validate as the arguments say, print the report, and return the exit code."""
    arguments = parser().parse_args(argv)
    progress = _Progress() if sys.stderr.isatty() else None
    try:
        report = validate(arguments.package, trusted=arguments.trusted, progress=progress)
    finally:
        if progress:
            progress.clear()
    sys.stdout.write(_written(report, arguments.format, arguments.verbose))
    return report.exit_code


class _Progress:
    """Shows on the terminal how far the reading of a large table is."""

    _LARGE = 50 * 1024 * 1024

    def __call__(self, table: str, read: int, size: int) -> None:
        if size >= self._LARGE:
            sys.stderr.write(f"\r\x1b[K{table}: {100 * read // size} % of {size / 1e6:,.0f} MB")
            sys.stderr.flush()

    def clear(self) -> None:
        """Remove the line."""
        sys.stderr.write("\r\x1b[K")


def _written(report: Report, form: str, verbose: bool) -> str:
    if form == "json":
        return as_json.write(report) + "\n"
    if form == "github":
        return github.write(report)
    if form == "html":
        return html.write(report)
    return text.write(report, colours=sys.stdout.isatty(), verbose=verbose)
