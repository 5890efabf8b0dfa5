"""The report in frictionless's own format, which its `Report.from_descriptor` reads.

Frictionless refuses types of errors that it does not know. A problem of ours therefore has the type of its
kind of place (`cell-error`, `row-error`, `table-error`, `resource-error`) and its own type as `code`.
"""

from __future__ import annotations

import json

from ..engine.problem import Problem
from ..engine.report import Report, Task


def write(report: Report) -> str:
    """The report as JSON. Warnings and notices are in `warnings` as text and in `findings` in full."""
    errors = [problem for problem in report.problems if problem.level == "error"]
    return json.dumps(
        {
            "valid": report.valid,
            "stats": {
                "tasks": len(report.tasks),
                "errors": len(report.errors),
                "warnings": len(report.warnings),
                "seconds": round(report.seconds, 3),
            },
            "warnings": [
                f"{problem.type}: {problem.message}" for problem in report.problems if _lesser(problem)
            ],
            "errors": [_error(problem) for problem in errors],
            "tasks": [_task(task) for task in report.tasks],
            "findings": [problem.properties() for problem in [*report.warnings, *report.notices]],
        },
        ensure_ascii=False,
        indent=2,
    )


def _task(task: Task) -> dict[str, object]:
    errors = [problem for problem in task.problems if problem.level == "error"]
    lesser = [problem for problem in task.problems if _lesser(problem)]
    return {
        "valid": not errors,
        "name": task.name,
        "type": task.type,
        "place": task.place,
        "labels": task.labels,
        "stats": {**task.stats, "errors": len(errors), "warnings": len(task.warnings) + len(lesser)},
        "warnings": [*task.warnings, *(f"{problem.type}: {problem.message}" for problem in lesser)],
        "errors": [_error(problem) for problem in errors],
    }


def _error(problem: Problem) -> dict[str, object]:
    if problem.descriptor:
        return dict(problem.descriptor)
    kind, tags = _kind(problem)
    found: dict[str, object] = {
        "type": kind,
        "title": problem.title or problem.type,
        "description": problem.title or problem.type,
        "message": problem.message,
        "tags": tags,
        "note": problem.message,
        "code": problem.type,
        "hint": problem.hint,
    }
    if kind in ("row-error", "cell-error"):
        found |= {"cells": [], "rowNumber": problem.row_number}
    if kind == "cell-error":
        cell = {
            "cell": problem.cell or "",
            "fieldName": problem.field_name,
            "fieldNumber": problem.field_number,
        }
        found |= cell
    return found


def _kind(problem: Problem) -> tuple[str, list[str]]:
    """Frictionless's type for the kind of place a problem of ours is at, and its tags."""
    if problem.type == "package-error":
        return "package-error", []
    if problem.row_number is None:
        return ("table-error", ["#table"]) if problem.resource else ("package-error", [])
    if problem.field_number is None:
        return "row-error", ["#table", "#row"]
    return "cell-error", ["#table", "#row", "#cell"]


def _lesser(problem: Problem) -> bool:
    return problem.level == "warning"
