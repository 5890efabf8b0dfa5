"""The report as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..engine.problem import Problem
from ..engine.report import Report
from .text import counted, group, place

_EXAMPLES = 50
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
.error { color: #b3261e; } .warning { color: #8a5a00; } .notice { color: #35618e; } .valid { color: #2e6b34; }
@media (prefers-color-scheme: dark) {
  .error { color: #ffb4ab; } .warning { color: #ffcc80; } .notice { color: #a8c8f0; } .valid { color:
  #a5d6a7; }
}
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid
#8884; } summary { cursor: pointer; } code { overflow-wrap: anywhere; }
"""


def write(report: Report) -> str:
    """The whole report; of each group of problems the first fifty are listed."""
    state = "invalid" if not report.valid else "valid"
    colour = "error" if not report.valid else "valid"
    body = [
        f"<h1>{escape(report.path)}: <span class='{colour}'>{state}</span></h1>",
        f"<p>{counted(len(report.errors), 'error')}, {counted(len(report.warnings), 'warning')}, "
        f"{counted(len(report.notices), 'notice')}.</p>",
        *_resources(report),
    ]
    head = f"<meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>{state}</title>"
    return (
        f"<!doctype html>\n<html lang='en'><head>{head}<style>{_STYLE}</style></head>\n<body>"
        + "\n".join(body)
        + "</body></html>\n"
    )


def _resources(report: Report) -> Iterator[str]:
    if report.problems:
        yield "<h2>Package</h2>"
        yield from _groups(report.problems)
    for task in report.tasks:
        rows = f", {counted(int(task.stats['rows']), 'row')}" if "rows" in task.stats else ""
        yield f"<h2 id='{escape(task.name)}'>{escape(task.name)}</h2>"
        yield f"<p><code>{escape(task.place)}</code>{rows}</p>"
        yield from (f"<p>{escape(warning)}</p>" for warning in task.warnings)
        yield from _groups(task.problems) if task.problems else ["<p class='valid'>Nothing is wrong.</p>"]


def _groups(problems: list[Problem]) -> Iterator[str]:
    for (level, type_, field), members in group(problems).items():
        where = f" in <code>{escape(field)}</code>" if field else ""
        count = counted(len(members), "time")
        kind = f"<span class='{level}'>{level}</span> <b>{escape(type_)}</b>"
        yield f"<details open><summary>{kind}{where}: {count}</summary>"
        if members[0].hint:
            yield f"<p>{escape(members[0].hint)}</p>"
        yield "<table><tr><th>place</th><th>what</th></tr>"
        for problem in members[:_EXAMPLES]:
            yield f"<tr><td><code>{escape(place(problem))}</code></td><td>{escape(problem.message)}</td></tr>"
        yield "</table></details>"
