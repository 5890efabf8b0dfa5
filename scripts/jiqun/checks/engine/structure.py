"""The verdict of frictionless on a package, resource by resource.

Frictionless is the standard's own tool: what it says about types, constraints, keys and headers is what
counts. This module asks it, and puts its answers in the words of this room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from .descriptor import Descriptor
from .problem import Problem
from .report import Task
from .rows import Fault
from .wording import HINTS, message

if TYPE_CHECKING:
    from frictionless import Error, Package, ReportTask, Resource


class Unacceptable(Exception):
    """A descriptor that frictionless does not accept, with its errors."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


def open_package(descriptor: Descriptor) -> Package:
    """The package as frictionless understands it; raises Unacceptable with frictionless's own errors.

    Frictionless is given the content that was looked at, not the file, which may have changed since.
    """
    from frictionless import FrictionlessException, Package
    from frictionless.helpers import parse_basepath

    try:
        package = Package.from_descriptor(descriptor.content, basepath=parse_basepath(descriptor.path))
        package.to_descriptor(validate=True)
    except FrictionlessException as exception:
        raise Unacceptable(_problems(exception.to_errors(), "")) from None
    except Exception as exception:  # frictionless raises plain errors on descriptors of unforeseen shapes
        raise Unacceptable([_failure(exception, "")]) from exception
    return package


def judge(resource: Resource, limit_errors: int) -> tuple[list[Task], list[Problem]]:
    """Frictionless's verdict on one resource of an open package.

    A resource that is itself a package or an inquiry has several tasks, and problems that belong to none.
    """
    try:
        report = resource.validate(limit_errors=limit_errors)
    except Exception as exception:  # some faults make frictionless raise instead of report
        place, name = resource.place, resource.name or ""
        return [Task(name=name, type=resource.type, place=place, problems=[_failure(exception, name)])], []
    return [_task(task) for task in report.tasks], _problems(report.errors, "")


def is_table(resource: Resource) -> bool:
    """Whether frictionless takes a resource for a table."""
    from frictionless.resources import TableResource

    return isinstance(resource, TableResource)


def nested_descriptor(resource: Resource) -> object:
    """The content or the path of a resource that itself describes data; None for any other."""
    from frictionless.resources import CatalogResource, InquiryResource, PackageResource, ResourceResource

    nested = CatalogResource, InquiryResource, PackageResource, ResourceResource
    return resource.descriptor if isinstance(resource, nested) else None


def _task(task: ReportTask) -> Task:
    stats: dict[str, Any] = dict(task.stats)
    return Task(
        name=task.name,
        type=task.type or "",
        place=task.place,
        labels=list(task.labels),
        problems=_problems(task.errors, task.name),
        warnings=list(task.warnings),
        stats={name: stats[name] for name in ("md5", "sha256", "bytes", "fields", "rows") if name in stats},
    )


def _problems(errors: Iterable[Error], resource: str) -> list[Problem]:
    return [problem_of(error, resource) for error in errors]


def problem_of(error: Error | Fault, resource: str) -> Problem:
    """A frictionless error, or what would be one, in the words of this room; its own descriptor is kept."""
    if isinstance(error, Fault):
        return _problem_of_fault(error, resource)
    descriptor = _descriptor_of(error)
    return Problem(
        type=error.type,
        message=message(error.type, error.note, descriptor) or error.message,
        title=error.title,
        hint=HINTS.get(error.type, ""),
        resource=resource,
        row_number=descriptor.get("rowNumber"),
        field_number=descriptor.get("fieldNumber"),
        field_name=descriptor.get("fieldName", ""),
        cell=descriptor.get("cell"),
        descriptor=descriptor,
    )


def _problem_of_fault(fault: Fault, resource: str) -> Problem:
    properties = {"fieldName": fault.field_name} | {_CAMEL[name]: value for name, value in fault.more.items()}
    of_cell = fault.field_number is not None
    return Problem(
        type=fault.type,
        message=message(fault.type, fault.note, properties) or fault.note,
        title=_title(fault.type),
        hint=HINTS.get(fault.type, ""),
        resource=resource,
        row_number=fault.row_number,
        field_number=fault.field_number,
        field_name=fault.field_name,
        cell=fault.cell if of_cell else None,
        descriptor=_LateDescriptor(fault),
    )


class _LateDescriptor(Mapping[str, object]):
    """The descriptor of a fault as frictionless's error has it: what flattening asks for is known, the rest
    is made when it is asked for."""

    __slots__ = ("_fault", "_whole")

    def __init__(self, fault: Fault) -> None:
        self._fault = fault
        self._whole: dict[str, Any] | None = None

    def __getitem__(self, name: str) -> object:
        known = _KNOWN.get(name)
        if known is None or (name in _OF_CELLS and self._fault.field_number is None):
            return self._made()[name]
        return getattr(self._fault, known)

    def __contains__(self, name: object) -> bool:
        if name in _OF_CELLS:
            return self._fault.field_number is not None
        return name in _KNOWN or name in self._made()

    def __iter__(self) -> Iterator[str]:
        return iter(self._made())

    def __len__(self) -> int:
        return len(self._made())

    def _made(self) -> dict[str, Any]:
        if self._whole is None:
            self._whole = _descriptor_of(self._fault.error())
        return self._whole


_CAMEL = {
    "field_names": "fieldNames",
    "field_cells": "fieldCells",
    "reference_name": "referenceName",
    "reference_field_names": "referenceFieldNames",
}
_OF_CELLS = {"cell": "cell", "fieldName": "field_name", "fieldNumber": "field_number"}
_KNOWN = {"type": "type", "note": "note", "rowNumber": "row_number", "cells": "cells"} | _OF_CELLS


@cache
def _title(type: str) -> str:
    from frictionless import system

    return system.select_error_class(type).title


def _descriptor_of(error: Error) -> dict[str, Any]:
    return {
        name: value
        for name, attribute in _ERROR_PROPERTIES.items()
        if (value := getattr(error, attribute, None)) is not None
    }


def _failure(exception: Exception, resource: str) -> Problem:
    message = f"frictionless cannot judge this: {type(exception).__name__}: {exception}"
    hint = "The descriptor asks for a comparison that its types do not allow; check the constraints."
    return Problem(type="judge-failed", message=message, hint=hint, resource=resource, title="No verdict")


# What `Error.to_descriptor` writes, which takes longer than to find the error.
_ERROR_PROPERTIES = {
    "type": "type",
    "title": "title",
    "description": "description",
    "message": "message",
    "tags": "tags",
    "note": "note",
    "labels": "labels",
    "label": "label",
    "rowNumbers": "row_numbers",
    "cells": "cells",
    "rowNumber": "row_number",
    "cell": "cell",
    "fieldName": "field_name",
    "fieldNumber": "field_number",
    "fieldNames": "field_names",
    "fieldCells": "field_cells",
    "referenceName": "reference_name",
    "referenceFieldNames": "reference_field_names",
}
