"""The checks as frictionless `Check` classes, for those who use frictionless itself.

    from frictionless import Checklist, Package
    from jiqun.checks.for_frictionless import checks

    Package("datapackage.json").validate(Checklist(checks=checks("evidence", "ledger")))

Frictionless knows no warnings: whatever a check finds is an error there, so those that only note what may be
as it is are used when they are named. A resource must be part of a package.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from frictionless import Check, Error, errors
from frictionless import Package as FrictionlessPackage

from .catalog import CHECKS
from .engine import check as own
from .engine.columnar import ColumnarJudge, HandOver
from .engine.columns import table_of
from .engine.problem import Problem
from .engine.records import UNREADABLE
from .engine.run import LIMIT_ERRORS
from .engine.sources import Sources


def checks(*names: str) -> list[Check]:
    """Frictionless checks by the names of ours (`evidence`, `ledger`, …); where none is named, all that find
    errors or warnings.

    Raises KeyError for a name that no check has.
    """
    classes = {check.name: check for check in CHECKS}
    chosen = names or [name for name, check in classes.items() if check.level != "notice"]
    return [class_of(classes[name])() for name in chosen]


def class_of(check: type[own.Check]) -> type[Check]:
    """The frictionless class of one of our checks; its type is `jiqun-` and the check's name."""
    kinds = {kind: {place: _error_class(place, kind, check) for place in _PLACES} for kind in check.types}

    def validate_end(self: Check) -> Iterator[Error]:
        if self.resource.package is None:
            return
        package = _reader.read(self.resource.package)
        made = check()
        if made.missing(package):
            return
        for problem in made.run(package):
            if problem.resource == self.resource.name:
                yield _error(problem, kinds[problem.type])

    members: dict[str, Any] = {
        "__doc__": check.__doc__,
        "type": f"jiqun-{check.name}",
        "Errors": [place for places in kinds.values() for place in places.values()],
        "validate_end": validate_end,
    }
    made: type[Check] = attrs.define(kw_only=True, repr=False)(type(check.__name__, (Check,), members))
    return made


_PLACES: dict[str, type[Any]] = {
    "table": errors.TableError,
    "row": errors.RowError,
    "cell": errors.CellError,
}


def _error_class(place: str, kind: str, check: type[own.Check]) -> type[errors.TableError]:
    members = {
        "type": kind,
        "title": check.title,
        "description": check.hint or check.title,
        "template": "{note}",
    }
    made: type[errors.TableError] = type(f"{check.__name__}{place.title()}Error", (_PLACES[place],), members)
    return made


def _error(problem: Problem, classes: dict[str, type[Any]]) -> Error:
    """A problem as an error of frictionless at the same place."""
    place = "table"
    values: dict[str, Any] = {"note": problem.message}
    if problem.row_number is not None:
        place = "row"
        values |= {"cells": [], "row_number": problem.row_number}
        if problem.field_number is not None:
            place = "cell"
            values |= {"cell": problem.cell or "", "field_name": problem.field_name}
            values["field_number"] = problem.field_number
    error: Error = classes[place](**values)
    return error


class _Reader:
    """Reads a package of frictionless as our checks do. Frictionless asks resource by resource: the last is
    kept."""

    def __init__(self) -> None:
        self._last: tuple[FrictionlessPackage, own.Package] | None = None

    def read(self, package: FrictionlessPackage) -> own.Package:
        """The package; tables that cannot be read as columns are left out."""
        if self._last is None or self._last[0] is not package:
            self._last = (package, _read(package))
        return self._last[1]


_reader = _Reader()


def _read(package: FrictionlessPackage) -> own.Package:
    copy = package.to_copy()
    columnar = ColumnarJudge(copy, LIMIT_ERRORS, lambda opened: None)
    tables = {}
    for resource in copy.resources:
        try:
            table = table_of(columnar.open(resource))
            own.CellPass(table, ()).run()
        except (HandOver, *UNREADABLE):
            continue
        tables[table.name] = table
    descriptors = tuple(resource.to_descriptor() for resource in copy.resources)
    return own.Package(tables, Sources(Path(package.basepath or ".")), descriptors)
