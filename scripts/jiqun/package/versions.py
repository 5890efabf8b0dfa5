"""The rule of versions: columns or constraints raise the major, rows the minor, corrected values the patch.

A new version and its entry in the changelog are checked against what changed in fact.
"""

import re
from collections.abc import Iterator, Sequence

from jiqun.package.changelog import Release
from jiqun.package.difference import Difference, Level

_VERSION = re.compile("(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)")
_MEANING = {
    Level.major: "columns or constraints changed",
    Level.minor: "rows were added or removed",
    Level.patch: "values or texts were corrected",
    Level.none: "nothing changed in the data",
}


def next_version(version: str, level: Level) -> str:
    """The version that follows after changes of a level. Raises ValueError where it is not like 1.2.3."""
    major, minor, patch = _numbers(version)
    if level is Level.major:
        return f"{major + 1}.0.0"
    if level is Level.minor:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + (level is Level.patch)}"


def _numbers(version: str) -> tuple[int, int, int]:
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(f"version {version!r}, expected three numbers such as 1.2.3")
    return int(found[1]), int(found[2]), int(found[3])


def find_faults(difference: Difference, changelog: Sequence[Release]) -> list[str]:
    """What is wrong with the new version or its changelog entry, as messages; none where both fit."""
    try:
        return [*_version_faults(difference), *_changelog_faults(difference, changelog)]
    except ValueError as error:
        return [str(error)]


def _version_faults(difference: Difference) -> Iterator[str]:
    old, new, level = difference.old_version, difference.new_version, difference.level
    _numbers(new)
    expected = {next_version(old, level)}
    if level is Level.none:
        # A release of the program alone.
        expected.add(next_version(old, Level.patch))
    if new not in expected:
        yield (
            f"version {new} after {old}: {_MEANING[level]}, which makes it {' or '.join(sorted(expected))}"
        )


def _changelog_faults(difference: Difference, changelog: Sequence[Release]) -> Iterator[str]:
    if not changelog:
        yield "the changelog has no version, expected a heading such as `## 1.2.3`"
        return
    newest = changelog[0]
    if newest.version != difference.new_version:
        yield f"the changelog begins with {newest.version}, the package is {difference.new_version}"
        return
    if not newest.entries:
        yield f"the changelog says nothing of {newest.version}"
    versions = [_numbers(release.version) for release in changelog]
    if versions != sorted(set(versions), reverse=True):
        yield "the versions of the changelog do not go down from the newest"
    listed = {release.version for release in changelog}
    if difference.old_version not in listed:
        yield f"the changelog has no {difference.old_version}, which the package is compared with"
    said = "\n".join(newest.entries)
    missing = [
        name for name in _names(difference) if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said, re.A)
    ]
    if missing:
        yield f"the changelog of {newest.version} does not name what changed: {', '.join(missing)}"


def _names(difference: Difference) -> Iterator[str]:
    """Tables and columns that users must hear of: those that programs may break on."""
    yield from (*difference.tables_added, *difference.tables_removed)
    for table in difference.tables:
        if table.level is Level.major:
            yield table.name
            yield from (*table.columns_added, *table.columns_removed)
            yield from dict.fromkeys(change.place for change in table.constraints if change.place)
