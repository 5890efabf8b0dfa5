"""`jiqun diff`: what changed between two versions of a package, in words or as JSON."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jiqun.arguments import Parser, natural
from jiqun.curation import ConversionError
from jiqun.package.changelog import CHANGELOG, read_changelog
from jiqun.package.difference import Change, Difference, Level, TableDifference, compare
from jiqun.package.finished import DESCRIPTOR, PackageError
from jiqun.package.opening import open_package
from jiqun.package.versions import find_faults

_DESCRIPTION = """\
Say what changed between two versions of a data package: rows by id and column, columns, constraints, files
and texts. Each version is a folder, a datapackage.json or a zip.

Columns or constraints raise the major version, added or removed rows the minor, corrected values the patch.
--check holds the new version and the newest entry of its changelog against that.

Exit code: 0 compared, and with --check the version and the changelog are right; 1 they are not, a package
cannot be read, or wrong usage.
"""
_LIMIT = 20
_LONGEST = 80


def parser() -> argparse.ArgumentParser:
    """The command's arguments."""
    made = Parser(
        prog="jiqun diff", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("old", type=Path, metavar="OLD", help="the version that was")
    made.add_argument("new", type=Path, metavar="NEW", help="the version that is")
    made.add_argument("--format", choices=("text", "json"), default="text", help="for people or for programs")
    made.add_argument(
        "--limit",
        type=natural,
        default=_LIMIT,
        metavar="N",
        help=f"show N changes of a kind in each table, 0 for all (default: {_LIMIT}; JSON has all)",
    )
    made.add_argument(
        "--check", action="store_true", help="also judge the new version's number and its changelog"
    )
    made.add_argument(
        "--changelog",
        type=Path,
        metavar="FILE",
        help=f"the changelog to judge (default: {CHANGELOG} beside the new package)",
    )
    return made


def run(argv: Sequence[str]) -> int:
    """Compare as the arguments say, print the result, and return the exit code.

    Raises ConversionError where a package cannot be read.
    """
    options = parser().parse_args(argv)
    try:
        with open_package(options.old) as old, open_package(options.new) as new:
            difference = compare(old, new)
            changelog = options.changelog or _beside(options.new, new.folder)
            faults = find_faults(difference, read_changelog(changelog)) if options.check else None
    except PackageError as error:
        raise ConversionError(error.path, error.reason, "validate the package first") from None
    if options.format == "json":
        result = as_json(difference)
        if faults is not None:
            result["faults"] = faults
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print("\n".join(in_words(difference, options.limit or sys.maxsize)))
    for fault in faults or []:
        print(f"jiqun diff: error: {options.new}: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _beside(path: Path, folder: Path) -> Path:
    """The changelog of a package: in its zip or folder, or where the zip lies."""
    inside = folder / CHANGELOG
    return inside if inside.is_file() or path.suffix.lower() != ".zip" else path.parent / CHANGELOG


def as_json(difference: Difference) -> dict[str, Any]:
    """All that changed, as JSON has it."""
    return {
        "old_version": difference.old_version,
        "new_version": difference.new_version,
        "level": difference.level.name,
        "tables_added": difference.tables_added,
        "tables_removed": difference.tables_removed,
        "files_added": difference.files_added,
        "files_removed": difference.files_removed,
        "files_changed": difference.files_changed,
        "constraints": _changes(difference.constraints),
        "texts": _changes(difference.texts),
        "tables": [_table(table) for table in difference.tables],
    }


def _changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    return [
        {"column": change.place or None, "property": change.property, "old": change.old, "new": change.new}
        for change in changes
    ]


def _table(table: TableDifference) -> dict[str, Any]:
    return {
        "table": table.name,
        "level": table.level.name,
        "columns_added": table.columns_added,
        "columns_removed": table.columns_removed,
        "columns_moved": table.columns_moved,
        "constraints": _changes(table.constraints),
        "texts": _changes(table.texts),
        "rows_before": table.before,
        "rows_after": table.after,
        "rows_added": table.added,
        "rows_removed": table.removed,
        "rows_changed": [
            {
                "id": row.key,
                "cells": {column: {"old": old, "new": new} for column, (old, new) in row.cells.items()},
            }
            for row in table.changed
        ],
        "rows_reordered": table.reordered,
    }


_MEANING = {
    Level.none: "nothing changed",
    Level.patch: "patch: values or texts changed",
    Level.minor: "minor: rows were added or removed",
    Level.major: "major: columns or constraints changed",
}


def in_words(difference: Difference, limit: int = _LIMIT) -> Iterator[str]:
    """The lines that people read; of each kind of change the first `limit`."""
    yield f"{difference.old_version} -> {difference.new_version}: {_MEANING[difference.level]}"
    for sign, kind, names in (
        ("+", "table", difference.tables_added),
        ("-", "table", difference.tables_removed),
        ("+", "file", difference.files_added),
        ("-", "file", difference.files_removed),
        ("~", "file", difference.files_changed),
    ):
        yield from _limited((f"{sign} {kind} {name}" for name in names), len(names), limit)
    yield from _limited(_told(difference.constraints, DESCRIPTOR), len(difference.constraints), limit)
    yield from _limited(_told(difference.texts, DESCRIPTOR), len(difference.texts), limit)
    for table in difference.tables:
        yield ""
        yield f"{table.name}: {_MEANING[table.level]}"
        yield from (f"  {line}" for line in _table_in_words(table, limit))


def _table_in_words(table: TableDifference, limit: int) -> Iterator[str]:
    yield from (f"+ column {name}" for name in table.columns_added)
    yield from (f"- column {name}" for name in table.columns_removed)
    if table.columns_moved:
        yield "~ columns are in another order"
    yield from _limited(_told(table.constraints, "the table"), len(table.constraints), limit)
    yield from _limited(_told(table.texts, "the table"), len(table.texts), limit)
    if table.before != table.after or table.added:
        yield f"rows: {table.before} -> {table.after}"
    for sign, rows in (("+", table.added), ("-", table.removed)):
        yield from _limited((f"{sign} row {_shown(row)}" for row in rows), len(rows), limit)
    changed = (
        f"~ row {row.key}: "
        + "; ".join(f"{column} {_shown(old)} -> {_shown(new)}" for column, (old, new) in row.cells.items())
        for row in table.changed
    )
    yield from _limited(changed, len(table.changed), limit)
    if table.reordered:
        yield "~ rows are in another order"


def _told(changes: Iterable[Change], whole: str) -> Iterator[str]:
    for change in changes:
        place = f"column {change.place}" if change.place else whole
        yield f"~ {change.property} of {place}: {_shown(change.old)} -> {_shown(change.new)}"


def _limited(lines: Iterable[str], count: int, limit: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == limit:
            yield f"… and {count - limit} more of this kind"
            return
        yield line


def _shown(value: Any) -> str:
    """A value on one line, cut where it is long."""
    if value is None or value == "":
        return "(none)"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
