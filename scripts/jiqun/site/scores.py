"""The score of extraction as the site shows it, measured on hand-annotated documents, in groups."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jiqun.package.finished import FinishedPackage
from jiqun.reading import read_source
from jiqun.score import (
    Line,
    Record,
    extracted,
    find_gold,
    packaged,
    pool,
    read_gold,
    score,
)
from jiqun.site.passages import SOURCES
from jiqun.tables import TABLES

# The annotation lies beside the sources of the program; a wheel comes without.
GOLD = Path(__file__).parents[3] / "tests" / "gold"


@dataclass(frozen=True, slots=True)
class Group:
    """Annotated documents that are scored together, and how much they are.

    `name` is closed or open for the sets of the annotation; rules or tables for the documents that are in the
    package, as the rules alone read them and as the package has them.
    """

    name: str
    files: int
    documents: int
    characters: int
    rows: int
    lines: Mapping[str, Line]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readings of the same rows agree, each made without the other: `same` of `rows`.

    `part` is closed or open for the sets of the annotation, package for the documents that are in this one.
    """

    line: str
    part: str
    rows: int
    same: int


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """All groups that have documents, and the misses of the open set by line, then by file."""

    groups: Sequence[Group]
    misses: Mapping[str, Sequence[tuple[str, Sequence[str]]]]
    agreement: Sequence[Agreement] = ()

    @property
    def lines(self) -> list[Line]:
        """The lines in order, as any group has them: for their names and bars."""
        return list({name: line for group in self.groups for name, line in group.lines.items()}.values())


@dataclass(frozen=True, slots=True)
class _Scored:
    """One gold folder: its file, set, size and annotation, and the score of the rules."""

    name: str
    source: Path
    part: str
    text: str
    gold: Mapping[str, Sequence[Record]]
    lines: Mapping[str, Line]


def measure(package: FinishedPackage, gold: Path | None = None) -> Scoreboard:
    """The scoreboard of all annotation in a folder; without groups where there is none."""
    scored = list(_score_rules(gold or GOLD))
    inside = [one for one in scored if _holds(package, one.source)]
    groups = [
        *(_group(part, [one for one in scored if one.part == part]) for part in ("closed", "open")),
        _group("rules", inside),
        _group("tables", inside, [_score_tables(package, one) for one in inside]),
    ]
    misses: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for one in scored:
        if one.part == "open":
            for line in one.lines.values():
                if line.misses:
                    misses.setdefault(line.name, []).append((one.name, line.misses))
    return Scoreboard([group for group in groups if group.files], misses, read_agreement(gold or GOLD))


def read_agreement(root: Path) -> list[Agreement]:
    """What `agreement.csv` beside the gold folders says; nothing where there is none."""
    path = root / "agreement.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Agreement(row["line"], row["part"], int(row["rows"]), int(row["same"]))
            for row in csv.DictReader(file)
        ]


def _score_rules(root: Path) -> Iterator[_Scored]:
    """Every gold folder whose source is there, scored as the rules read it."""
    for folder in find_gold([root]):
        source, gold, part = read_gold(folder)
        if source.is_file():
            text = read_source(source).text
            yield _Scored(folder.name, source, part, text, gold, score(gold, extracted(source), text))


def _score_tables(package: FinishedPackage, one: _Scored) -> Mapping[str, Line]:
    return score(one.gold, packaged(package.folder, one.source), one.text)


def _holds(package: FinishedPackage, source: Path) -> bool:
    """Whether a package has the very same source, and tables with the columns of this program."""
    path = package.folder / SOURCES / source.name
    return (
        path.is_file()
        and path.read_bytes() == source.read_bytes()
        and all(
            table.name in package.table_names
            and package.table_names[table.name].path == table.path
            and package.table_names[table.name].has(*(field.name for field in table.fields))
            for table in TABLES
            if not table.is_code_list
        )
    )


def _group(name: str, scored: Sequence[_Scored], lines: Sequence[Mapping[str, Line]] | None = None) -> Group:
    return Group(
        name,
        len(scored),
        sum(len(one.gold["documents"]) for one in scored),
        sum(len(one.text) for one in scored),
        sum(len(rows) for one in scored for rows in one.gold.values()),
        pool(lines if lines is not None else [one.lines for one in scored]),
    )
