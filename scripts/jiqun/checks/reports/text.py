"""The report for people: grouped by resource and kind of problem, with counts instead of a thousand equal
lines."""

from __future__ import annotations

from collections.abc import Iterator

from ..engine.problem import Level, Problem
from ..engine.report import Report

_EXAMPLES = 5
_WIDTH = 60
_COLOURS = {"error": "31;1", "warning": "33;1", "notice": "36", "valid": "32;1", "hint": "2"}


# Controls of terminals, ends of lines, and marks that turn the direction of text around.
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F]
_CONTROLS += [*range(0x2028, 0x202F), *range(0x2066, 0x206A)]
_ESCAPES = {control: ascii(chr(control))[1:-1] for control in _CONTROLS}


def write(report: Report, *, colours: bool = False, verbose: bool = False) -> str:
    """The whole report as text. `verbose` shows every problem, notices, and what was not judged and why."""
    paint = _Painter(colours)
    lines: list[str] = []
    for name, problems in _by_resource(report):
        shown = problems if verbose else [problem for problem in problems if problem.level != "notice"]
        if shown:
            lines += [_plain(name), *_groups(shown, paint, verbose), ""]
    for task in report.tasks:
        lines += [_plain(f"{task.name}: {warning}") for warning in task.warnings]
        if verbose and task.handed_over:
            lines.append(_plain(f"{task.name}: judged by frictionless itself, because {task.handed_over}"))
    if verbose:
        skipped = _skipped(report).items()
        lines += [_plain(f"not run, because {reason}: {names}") for reason, names in skipped]
    lines.append(_verdict(report, paint))
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """A line without control characters. Names and messages hold what the package says: nothing of it may
    move the cursor of a terminal, or begin a line of its own."""
    return text.translate(_ESCAPES)


def counted(number: int, noun: str) -> str:
    """A number of things: `1 error`, `2 errors`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _skipped(report: Report) -> dict[str, str]:
    """The checks that did not run, by the reason."""
    found: dict[str, list[str]] = {}
    for name, reason in report.skipped.items():
        found.setdefault(reason, []).append(name)
    return {reason: ", ".join(names) for reason, names in found.items()}


def group(problems: list[Problem]) -> dict[tuple[Level, str, str], list[Problem]]:
    """Problems by level, type and field, in order of first appearance, errors first."""
    found: dict[tuple[Level, str, str], list[Problem]] = {}
    for level in ("error", "warning", "notice"):
        for problem in problems:
            if problem.level == level:
                found.setdefault((problem.level, problem.type, problem.field_name), []).append(problem)
    return found


def place(problem: Problem) -> str:
    """Where a problem is: row, column and value, as far as they are known."""
    parts = []
    if problem.row_number is not None:
        parts.append(f"row {problem.row_number}")
    if problem.field_number is not None:
        parts.append(f"column {problem.field_number}")
    if problem.cell is not None:
        parts.append(repr(_short(problem.cell)))
    return ", ".join(parts)


def _by_resource(report: Report) -> Iterator[tuple[str, list[Problem]]]:
    yield report.path, report.problems
    for task in report.tasks:
        yield f"{task.name} ({task.place})", task.problems


def _groups(problems: list[Problem], paint: _Painter, verbose: bool) -> Iterator[str]:
    for (level, type_, field), members in group(problems).items():
        first = members[0]
        where = f" in {field}" if field else ""
        yield f"  {paint(level, level)} {_plain(type_ + where)}: {counted(len(members), 'time')}"
        for problem in members if verbose else members[:_EXAMPLES]:
            at = place(problem)
            yield "    " + _plain(f"{at}: {problem.message}" if at else problem.message)
        if len(members) > _EXAMPLES and not verbose:
            yield f"    … and {len(members) - _EXAMPLES} more (--verbose shows all)"
        if first.hint:
            yield "    " + paint("hint", _plain(first.hint))


def _verdict(report: Report, paint: _Painter) -> str:
    errors, warnings = len(report.errors), counted(len(report.warnings), "warning")
    rows = counted(sum(int(task.stats.get("rows", 0)) for task in report.tasks), "row")
    scope = f"{counted(len(report.tasks), 'resource')}, {rows}, {report.seconds:.1f} s"
    if errors:
        return f"{paint('error', 'invalid')}: {counted(errors, 'error')}, {warnings}; {scope}"
    if report.warnings:
        return f"{paint('warning', 'valid')}, with {warnings}; {scope}"
    return f"{paint('valid', 'valid')}; {scope}"


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[:_WIDTH] + "…"


class _Painter:
    """Wraps text in terminal colours, or leaves it as it is."""

    def __init__(self, colours: bool) -> None:
        self._colours = colours

    def __call__(self, colour: str, text: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self._colours else text
