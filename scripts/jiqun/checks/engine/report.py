"""What a validation found: problems, grouped by the resource they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .problem import Level, Problem


@dataclass(slots=True, kw_only=True)
class Task:
    """The verdict on one resource. `warnings` are frictionless's own notes, such as a reached error limit.

    `stats` uses frictionless's names: rows, fields, bytes, sha256, md5. `handed_over` says why the resource
    was judged by frictionless itself; it is empty where the columnar engine judged it.
    """

    name: str
    type: str
    place: str
    labels: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    stats: dict[str, int | str | float] = field(default_factory=dict)
    handed_over: str = ""


@dataclass(slots=True, kw_only=True)
class Report:
    """The verdict on a data package. `problems` are those that belong to no single resource."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    seconds: float = 0.0
    skipped: dict[str, str] = field(default_factory=dict)
    """Checks that did not run, by name, each with the reason."""

    def every(self, *levels: Level) -> Iterator[Problem]:
        """All problems of the given levels: the package's first, then each resource's in package order."""
        for problem in self.problems:
            if problem.level in levels:
                yield problem
        for task in self.tasks:
            for problem in task.problems:
                if problem.level in levels:
                    yield problem

    @property
    def valid(self) -> bool:
        """True when there is no problem of level `error`."""
        return next(self.every("error"), None) is None

    @property
    def errors(self) -> list[Problem]:
        return list(self.every("error"))

    @property
    def warnings(self) -> list[Problem]:
        return list(self.every("warning"))

    @property
    def notices(self) -> list[Problem]:
        return list(self.every("notice"))

    @property
    def exit_code(self) -> int:
        """0 valid, 1 errors, 2 warnings only."""
        if not self.valid:
            return 1
        return 2 if next(self.every("warning"), None) else 0

    def flatten(
        self, properties: Sequence[str] = ("taskNumber", "rowNumber", "fieldNumber", "type")
    ) -> list[list[object]]:
        """The errors as lists of the named properties, in frictionless's order and under its names."""
        rows: list[list[object]] = []
        of_problems = [name for name in properties if name != "taskNumber"] or ["type"]
        for number, problems in self._numbered():
            for problem in problems:
                if problem.level == "error":
                    # No problem knows its task, and asking it would make its whole descriptor.
                    found = problem.properties(*of_problems) | {"taskNumber": number}
                    rows.append([found[name] for name in properties])
        return rows

    def task(self, name: str) -> Task | None:
        """The task of the resource with this name, if there is one."""
        return next((task for task in self.tasks if task.name == name), None)

    def add(self, problems: Iterable[Problem]) -> None:
        """File each problem under its resource, or under the package where it names none."""
        by_name = {task.name: task for task in self.tasks}
        for problem in problems:
            task = by_name.get(problem.resource)
            (task.problems if task else self.problems).append(problem)

    def _numbered(self) -> Iterator[tuple[int | None, list[Problem]]]:
        yield None, self.problems
        for number, task in enumerate(self.tasks, start=1):
            yield number, task.problems
