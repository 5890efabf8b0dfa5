"""The report as workflow commands of GitHub Actions, which shows them beside the lines they concern.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions. GitHub shows only a few
annotations a step, so each group of equal problems gives one.
"""

from __future__ import annotations

import csv
import os
from itertools import islice
from pathlib import Path

from ..engine.problem import Problem
from ..engine.report import Report
from .text import group, place

_MOST_COUNTED = 200_000


def write(report: Report) -> str:
    """One annotation for each group of problems of one type in one column, at its first place."""
    folder = Path(report.path) if Path(report.path).is_dir() else Path(report.path).parent
    lines = [_annotation(members, report.path) for members in group(report.problems).values()]
    for task in report.tasks:
        in_descriptor = task.place in ("", "<memory>")
        file = report.path if in_descriptor else os.path.normpath(folder / task.place)
        lines += [_annotation(members, file) for members in group(task.problems).values()]
    return "".join(f"{line}\n" for line in lines)


def _annotation(problems: list[Problem], file: str) -> str:
    first = problems[0]
    properties = {"file": file, "title": f"{first.type} ({len(problems)})"}
    if first.row_number is not None:
        properties["line"] = str(_line(Path(file), first.row_number))
    stated = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    at = place(first)
    said = f"{at}: {first.message}" if at else first.message
    return f"::{first.level} {stated}::{_data(f'{said}. {first.hint}' if first.hint else said)}"


def _line(file: Path, row_number: int) -> int:
    """The line of a file at which a record begins, which is not its number where a quoted cell before it
    holds a line end.

    It is the number where the file is no plain table of that many rows, or where counting takes too long.
    """
    if file.suffix.lower() not in (".csv", ".tsv") or row_number > _MOST_COUNTED:
        return row_number
    try:
        with file.open(encoding="utf-8", errors="replace", newline="") as stream:
            records = csv.reader(stream)
            before = sum(1 for _ in islice(records, row_number - 1))
            return records.line_num + 1 if before == row_number - 1 else row_number
    except (OSError, csv.Error):
        return row_number


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
