"""Judging a package: the descriptor, frictionless's verdict, then the checks that only we have."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import structure
from .check import Package
from .columns import Table, read_tables
from .descriptor import Descriptor, Refusal, load
from .problem import Problem
from .report import Report, Task
from .sources import Sources

LIMIT_ERRORS = 1000
"""How many errors of one resource are reported, as in frictionless."""


def validate(
    path: str | os.PathLike[str],
    *,
    extra_checks: bool = True,
    trusted: bool = False,
    limit_errors: int = LIMIT_ERRORS,
) -> Report:
    """Judge the data package whose descriptor, or whose folder, is at `path`.

    With `extra_checks=False` the report says exactly what frictionless 5.21.0 says. `trusted` permits addresses
    on the network and paths that leave the package's folder. Nothing is raised for a bad package: all that is
    wrong is in the report.
    """
    begun = time.perf_counter()
    report = Report(path=os.fspath(path))
    try:
        descriptor = load(path, trusted=trusted)
        _judge_structure(report, descriptor, trusted, limit_errors)
    except (Refusal, structure.Unacceptable) as refused:
        report.add(refused.problems)
    else:
        if extra_checks:
            _run_checks(report, descriptor)
    report.seconds = time.perf_counter() - begun
    return report


def _judge_structure(report: Report, descriptor: Descriptor, trusted: bool, limit_errors: int) -> None:
    from frictionless import system

    with system.use_context(trusted=trusted):
        package = structure.open_package(descriptor)
        before = _states(descriptor)
        report.tasks += _judge_resources(descriptor, package, limit_errors)
    for name, state in _states(descriptor).items():
        if before.get(name) != state:
            message = "the file changed while it was read, so its verdict is worth nothing"
            hint = "Validate again once nothing writes to it."
            report.add([Problem(type="file-changed", message=message, hint=hint, resource=name)])


def _judge_resources(descriptor: Descriptor, package: Any, limit_errors: int) -> Iterator[Task]:
    """The verdict on each resource: over columns where that gives frictionless's verdict, else by frictionless."""
    from .columnar import ColumnarJudge, HandOver

    columnar = ColumnarJudge(package, limit_errors)
    untouched: Any = None
    for resource in package.resources:
        try:
            yield columnar.judge(resource)
        except HandOver as reason:
            # Opening a resource leaves what was detected in it, so frictionless gets a package nobody has opened.
            untouched = untouched or structure.open_package(descriptor)
            task = structure.judge(untouched.get_resource(resource.name), limit_errors)
            task.handed_over = str(reason)
            yield task


def _states(descriptor: Descriptor) -> dict[str, tuple[int, int]]:
    """Size and time of change of each resource's file."""
    found: dict[str, tuple[int, int]] = {}
    for resource in descriptor.resources:
        path = resource.get("path")
        if isinstance(path, str):
            try:
                status = (descriptor.folder / path).stat()
            except (OSError, ValueError):
                continue
            found[str(resource.get("name", ""))] = (status.st_size, status.st_mtime_ns)
    return found


def _run_checks(report: Report, descriptor: Descriptor) -> None:
    from ..catalog import CHECKS

    if not descriptor.resources:
        message = "the package has no resources, so there is nothing to validate"
        report.add([Problem(type="no-resources", message=message, hint="Add the tables to `resources`.")])
        return
    tables = _readable_tables(report, descriptor)
    package = Package(tables, Sources(Path(descriptor.folder)), tuple(descriptor.resources))
    for Check in CHECKS:
        check = Check()
        lacking = check.missing(package)
        if lacking:
            report.skipped[check.name] = lacking
        else:
            report.add(check.run(package))


def _readable_tables(report: Report, descriptor: Descriptor) -> dict[str, Table]:
    def unreadable(name: str, reason: str) -> None:
        report.skipped[f"cells of {name}"] = reason

    return read_tables(descriptor, unreadable)
