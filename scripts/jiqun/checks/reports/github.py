"""The report as workflow commands of GitHub Actions, which shows them beside the lines they concern.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions. GitHub shows only a few
annotations a step, so each group of equal problems gives one.
"""

from __future__ import annotations

import os
from pathlib import Path

from ..engine.problem import Problem
from ..engine.report import Report
from .text import group, place


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
        # Records and lines agree as long as no quoted cell holds a line end; the row number is in the text
        # as well.
        properties["line"] = str(first.row_number)
    stated = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    at = place(first)
    said = f"{at}: {first.message}" if at else first.message
    return f"::{first.level} {stated}::{_data(f'{said}. {first.hint}' if first.hint else said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
