"""Judging a package: the descriptor, frictionless's verdict, then the checks that only we have."""

from __future__ import annotations

import gc
import os
import time
import warnings
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from . import structure
from .archives import unpacked
from .check import CellCheck, CellPass, Check, Package
from .columns import Column, Table, table_of
from .descriptor import Descriptor, Refusal, load, untrusted_address, untrusted_addresses
from .problem import Problem
from .records import UNREADABLE
from .report import Report, Task
from .sources import Sources
from .windows import OutOfOrder, windows

if TYPE_CHECKING:
    from .columnar import ColumnarJudge, Opened, Progress

LIMIT_ERRORS = 1000
"""How many errors of one resource are reported, as in frictionless."""
_MOST_PROBLEMS = 200_000
"""How many problems of a large package are looked for; of each type no more than LIMIT_ERRORS are kept."""


def validate(
    path: str | os.PathLike[str],
    *,
    extra_checks: bool = True,
    document_checks: bool = True,
    trusted: bool = False,
    limit_errors: int = LIMIT_ERRORS,
    progress: Progress | None = None,
) -> Report:
    """Judge the data package whose descriptor, or whose folder, is at `path`.

    With `extra_checks=False` the report says exactly what frictionless 5.21.0 says; with
    `document_checks=False` it leaves out what `judge_documents` sees. `trusted` permits
    addresses on the network and paths that leave the package's folder. Of one resource at most
    `limit_errors` errors are reported, as in frictionless. `progress` is told how far the reading is.
    Nothing is raised for a bad package: all that is wrong is in the report.
    """
    begun = time.perf_counter()
    report = Report(path=os.fspath(path))
    asked: list[str] = []
    try:
        with _at_rest(), unpacked(path, trusted=trusted) as place, _trust(trusted, asked):
            descriptor = load(place, trusted=trusted)
            before = _states(descriptor)
            package = structure.open_package(descriptor)
            if not trusted:
                _refuse_nested_addresses(descriptor, package)
            checks = _made_checks(document_checks) if extra_checks else []
            _judge(report, descriptor, package, limit_errors, checks, progress)
            _compare_states(report, before, _states(descriptor))
    except (Refusal, structure.Unacceptable) as refused:
        if not asked:  # else this is the reason
            report.add(refused.problems)
    report.add(untrusted_address(address, "") for address in dict.fromkeys(asked))
    report.seconds = time.perf_counter() - begun
    return report


@contextmanager
def _trust(trusted: bool, asked: list[str]) -> Iterator[None]:
    """Tell frictionless whether paths may leave the package and addresses may be fetched.

    Those that it wants to fetch all the same, such as a profile that another one refers to, are put into
    `asked`.
    """
    from frictionless import system

    assert system.plugins  # all its modules are loaded
    context = system.use_context(trusted=trusted, http_session=None if trusted else _Offline(asked))
    context.__enter__()
    try:
        yield
    finally:
        # Were it told of an exception, it would leave everything as it is now.
        context.__exit__(None, None, None)


class _Offline:
    """Stands in for the session in which frictionless fetches addresses: fetches nothing, and keeps them in
    `asked`."""

    def __init__(self, asked: list[str]) -> None:
        self._asked = asked

    def get(self, address: str, **options: object) -> NoReturn:
        self._asked.append(address)
        raise OSError(f"{address} is not fetched")


@contextmanager
def _at_rest() -> Iterator[None]:
    """Leave garbage alone while a package is judged, and let frictionless keep to itself what it has to say
    of old spellings in descriptors.

    Modules, rows in doubt and errors are many objects that stay, and looking through them again and again
    takes a fifth of the time; what is not needed goes by itself, for next to nothing of it is in circles.
    """
    resting = not gc.isenabled()
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if not resting:
            gc.enable()


def _judge(
    report: Report,
    descriptor: Descriptor,
    package: Any,
    limit_errors: int,
    made: Sequence[Check],
    progress: Progress | None,
) -> None:
    """Fill the report: frictionless's verdict, and the checks of cells in the same pass; then the other
    checks."""
    from .columnar import ColumnarJudge

    of_cells = [check for check in made if isinstance(check, CellCheck)]

    def watch(opened: Opened) -> CellPass | None:
        return CellPass(table_of(opened), of_cells) if of_cells else None

    columnar = ColumnarJudge(package, limit_errors, watch, progress)
    for tasks, problems in _judge_resources(descriptor, package, columnar, limit_errors):
        report.tasks += tasks
        report.problems += problems
    if made:
        _run_checks(report, descriptor, made, columnar)


def _judge_resources(
    descriptor: Descriptor, package: Any, columnar: ColumnarJudge, limit_errors: int
) -> Iterator[tuple[list[Task], list[Problem]]]:
    """The verdict on each resource: over columns where that gives frictionless's verdict, else by
    frictionless."""
    from .columnar import HandOver

    untouched: Any = None
    for resource in package.resources:
        try:
            yield [columnar.judge(resource)], []
        except HandOver as reason:
            if structure.is_table(resource):
                # Opening it leaves what was detected in it, so frictionless gets a package nobody has opened.
                untouched = untouched or structure.open_package(descriptor)
                resource = untouched.get_resource(resource.name)
            tasks, problems = structure.judge(resource, limit_errors)
            for task in tasks:
                task.handed_over = str(reason)
            yield tasks, problems


def _made_checks(document_checks: bool = True) -> list[Check]:
    from ..catalog import CHECKS

    return [check() for check in CHECKS if document_checks or not check.of_documents]


def _refuse_nested_addresses(descriptor: Descriptor, package: Any) -> None:
    """Raise Refusal where a resource that is itself a descriptor leads to the network."""
    problems = [
        problem
        for resource in package.resources
        if (nested := structure.nested_descriptor(resource)) is not None
        for problem in untrusted_addresses(nested, descriptor.folder, resource.name)
    ]
    if problems:
        raise Refusal(*problems)


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


def _compare_states(
    report: Report, before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]
) -> None:
    for name, state in after.items():
        if before.get(name) != state:
            message = "the file changed while it was read, so its verdict is worth nothing"
            hint = "Validate again once nothing writes to it."
            report.add([Problem(type="file-changed", message=message, hint=hint, resource=name)])


def _run_checks(
    report: Report, descriptor: Descriptor, checks: Sequence[Check], columnar: ColumnarJudge
) -> None:
    if not descriptor.resources:
        message = "the package has no resources, so there is nothing to validate"
        report.add([Problem(type="no-resources", message=message, hint="Add the tables to `resources`.")])
        return
    of_cells = [check for check in checks if isinstance(check, CellCheck)]
    passes = _passes(report, columnar, of_cells)
    tables = {name: reading.table for name, reading in passes.items()}
    package = Package(tables, Sources(descriptor.folder), tuple(descriptor.resources))
    found = _Collected(report)
    running = []
    for check in checks:
        lacking = check.missing(package)
        if lacking:
            report.skipped[check.name] = lacking
        elif not isinstance(check, CellCheck):
            running.append(check)
    for problem in _in_order(running, package):
        found.add(problem)
    for reading in passes.values():
        for finding in reading.findings:
            found.add(finding.check.of_finding(reading.table, finding))


def _in_order(checks: Sequence[Check], package: Package) -> Iterator[Problem]:
    """What the checks state, check by check; those of documents window by window where the package is
    large."""
    of_documents = [check for check in checks if check.of_documents]
    if not of_documents or all(table.is_small for table in package.tables.values()):
        for check in checks:
            yield from _guarded(check, package)
        return
    try:
        found = list(islice(_in_windows(of_documents, package), _MOST_PROBLEMS))
    except (OutOfOrder, *UNREADABLE):
        found = [problem for check in of_documents for problem in _guarded(check, package)]
    yield from found
    for check in checks:
        if not check.of_documents:
            yield from _guarded(check, package)


def _in_windows(checks: Sequence[Check], package: Package) -> Iterator[Problem]:
    for window in windows(package):
        for check in checks:
            yield from _guarded(check, window)


def judge_documents(
    tables: Mapping[str, tuple[Mapping[str, Any], Sequence[Sequence[str]]]],
    texts: Mapping[tuple[str, str], str],
    lookups: Collection[str],
) -> list[Problem]:
    """The errors that the checks of documents find in rows that no file holds yet.

    `tables` gives schema and columns of cells of each table, `texts` the sources' texts by name and encoding;
    `lookups` names the tables that are only there to be looked up in.
    """
    made = {name: _table_of_cells(name, schema, columns) for name, (schema, columns) in tables.items()}
    package = Package(made, Sources(Path(), dict(texts)), lookups=frozenset(lookups))
    checks = [check for check in _made_checks() if check.of_documents and check.level == "error"]
    return [
        problem
        for check in checks
        if not check.missing(package)
        for problem in _guarded(check, package)
        if problem.level == "error"
    ]


def _table_of_cells(name: str, schema: Mapping[str, Any], columns: Sequence[Sequence[str]]) -> Table:
    missing = frozenset({""})
    fields = schema["fields"]
    described = {
        field["name"]: Column(field["name"], number, field, missing) for number, field in enumerate(fields, 1)
    }
    cells = {
        field["name"]: [cell or None for cell in column]
        for field, column in zip(fields, columns, strict=True)
    }
    return Table(name, described, schema, _read=cells)


def _passes(report: Report, columnar: ColumnarJudge, checks: Sequence[CellCheck]) -> dict[str, CellPass]:
    """The passes over the tables that can be read as columns, made now where they were not yet made."""
    passes: dict[str, CellPass] = {}
    for task in report.tasks:
        opened = columnar.opened.get(task.name)
        if opened is None:
            if task.type == "table":
                report.skipped[f"the cells of {task.name}"] = task.handed_over
            continue
        reading = columnar.passes.get(task.name) or CellPass(table_of(opened), checks)
        try:
            reading.run()
        except UNREADABLE as error:
            report.skipped[f"the cells of {task.name}"] = str(error)
        else:
            passes[task.name] = reading
    return passes


def _guarded(check: Check, package: Package) -> Iterator[Problem]:
    """What a check states. A package that it cannot cope with is said to be so, and left to the others."""
    try:
        yield from check.run(package)
    except Exception as error:
        message = f"the check {check.name} cannot cope with this package: {type(error).__name__}: {error}"
        hint = "This is a fault of the check: please report it with the package."
        yield Problem(type="check-failed", message=message, level="warning", hint=hint)


class _Collected:
    """Files problems in a report, no more than LIMIT_ERRORS of one type in one resource."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._tasks = {task.name: task for task in report.tasks}
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, problem: Problem) -> None:
        key = (problem.resource, problem.type)
        self._counts[key] += 1
        if self._counts[key] <= LIMIT_ERRORS:
            self._report.add([problem])
        elif self._counts[key] == LIMIT_ERRORS + 1 and problem.resource in self._tasks:
            self._tasks[problem.resource].warnings.append(
                f"{problem.type}: only the first {LIMIT_ERRORS} are shown"
            )
