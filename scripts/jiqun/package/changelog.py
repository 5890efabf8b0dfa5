"""CHANGELOG.md beside a package: its versions, when each was released, and what is said of them.

A version has a heading of the second level, `## 1.2.0`, with the day of its release once it has one:
`## 1.2.0 (2026-11-23)`. The newest comes first.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from jiqun.package.finished import PackageError

CHANGELOG = "CHANGELOG.md"
_HEADING = re.compile(r"## (?P<version>[0-9]+\.[0-9]+\.[0-9]+)(?: \((?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\))?")


@dataclass(frozen=True, slots=True)
class Release:
    """A version, the day of its release in ISO 8601 or None, and what changed.

    An entry is an item of the list with its line ends, as each language has a line of its own, or a line
    outside of any item.
    """

    version: str
    day: str | None
    entries: tuple[str, ...]


def read_changelog(path: Path) -> list[Release]:
    """The versions of a changelog in its own order; none where there is no such file.

    Raises PackageError naming the line where a heading of the second level is of another form.
    """
    if not path.is_file():
        return []
    releases: list[Release] = []
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise PackageError(path, f"is not UTF-8: {error}") from None
    for number, line in enumerate(lines, 1):
        if line.startswith("## "):
            found = _HEADING.fullmatch(line.rstrip())
            if found is None:
                raise PackageError(
                    path, f"line {number}: {line!r}, expected `## 1.2.0` or `## 1.2.0 (2026-11-23)`"
                )
            releases.append(Release(found["version"], found["day"], ()))
        elif releases and line.strip():
            releases[-1] = _extended(releases[-1], line)
    return releases


def _extended(release: Release, line: str) -> Release:
    """The release with a line more: an item or a line of its own, or the rest of an item where indented."""
    text = line.strip().removeprefix("- ")
    entries = release.entries
    if line.startswith(" ") and not line.strip().startswith("- ") and entries:
        entries = (*entries[:-1], f"{entries[-1]}\n{text}")
    else:
        entries = (*entries, text)
    return Release(release.version, release.day, entries)
