"""What a check is: a question to a finished package that no schema can ask.

A check declares the tables and columns it reads. It runs only when all of them are there, so it can judge
anybody's package: a check whose columns are missing is skipped, not failed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyarrow as pa

from .arrays import index_array, numbers_of, text_array
from .columns import Column, FileTable, Table
from .keys import Keys
from .masks import Mask
from .problem import Level, Problem
from .records import Block
from .sources import Sources


@dataclass(frozen=True)
class Package:
    """What checks may read: the tables by resource name, and the source texts beside them."""

    tables: Mapping[str, Table]
    sources: Sources
    resources: tuple[Mapping[str, object], ...] = ()
    """The resources' descriptors, tables or not."""
    lookups: frozenset[str] = frozenset()
    """Tables that are only there to be looked up in."""


class Check:
    """A check over columns of one or several tables.

    `reads` names tables with the columns that must be there; `each` names columns: every table that has them
    all is a subject of the check. `types` lists the codes of the problems the check may state.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    level: ClassVar[Level] = "error"
    types: ClassVar[tuple[str, ...]]
    hint: ClassVar[str] = ""
    of_documents: ClassVar[bool] = False
    """Whether it holds rows of one document, or of one source file, against each other only, so that some
    documents after the others can be judged."""
    reads: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()
    each: ClassVar[tuple[str, ...]] = ()

    def missing(self, package: Package) -> str:
        """What the package lacks for this check to run, or nothing."""
        for name, columns in self.reads:
            if name not in package.tables:
                return f"there is no table {name}"
            absent = [column for column in columns if not package.tables[name].has(column)]
            if absent:
                return f"{name} has no column {', '.join(absent)}"
        if self.each and not any(self.subjects(package)):
            return f"no table has the columns {', '.join(self.each)}"
        return ""

    def subjects(self, package: Package) -> Iterator[Table]:
        """The tables that have all columns of `each`."""
        return (
            table
            for table in package.tables.values()
            if table.has(*self.each) and table.name not in package.lookups
        )

    def run(self, package: Package) -> Iterator[Problem]:
        """State what is wrong. Offsets in messages count code points of the source file's decoded text."""
        raise NotImplementedError

    def problem(
        self,
        table: Table | None,
        message: str,
        *,
        row_number: int | None = None,
        column: str = "",
        cell: str | None = None,
        type: str = "",
        hint: str = "",
    ) -> Problem:
        """A problem of this check at a place in a table; `column` names the field, `type` one of `types`."""
        field = table.columns.get(column) if table else None
        return Problem(
            type=type or self.types[0],
            message=message,
            level=self.level,
            title=self.title,
            hint=hint or self.hint,
            resource=table.name if table else "",
            row_number=table.row_in_file(row_number) if table and row_number else row_number,
            field_number=field.number if field else None,
            field_name=field.name if field else column,
            cell=cell,
        )


class CellCheck(Check):
    """A check that judges cells one by one, whatever table they are in.

    It runs over columns: `suspects` picks out in one stroke the cells that may be wrong, and only their
    distinct texts are judged.
    """

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        """A function that says what is wrong with a text ("" for nothing); None where the column is no
        concern."""
        raise NotImplementedError

    def suspects(self, cells: pa.StringArray) -> Mask:
        """The cells that are worth judging; by default all."""
        return np.ones(len(cells), bool)

    def run(self, package: Package) -> Iterator[Problem]:
        for table in package.tables.values():
            if not isinstance(table, FileTable):
                continue
            reading = CellPass(table, [self])
            reading.run()
            for finding in reading.findings:
                yield self.of_finding(table, finding)

    def of_finding(self, table: Table, finding: Finding) -> Problem:
        """The problem that a finding stands for."""
        return self.problem(
            table,
            finding.fault,
            row_number=finding.row_number,
            column=finding.column.name,
            cell=finding.text,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell that a check finds fault with."""

    check: CellCheck
    column: Column
    row_number: int
    text: str
    fault: str


_Concern = tuple[CellCheck, Column, Callable[[str], str]]
KEPT = 1000
"""Findings of one check in one column that are kept: nobody reads more, and a column may be faulty
throughout."""
_Fault = tuple[int, str, str]
"""Index of a row in its block, text, and what is wrong with it."""
Looked = tuple[list[list[_Fault]], dict[str, pa.StringArray]]
"""What a block showed: its faults for each check and column; by column, the keys that refer to others."""


class CellPass:
    """What several checks find in a table's cells, in one pass over its blocks.

    The pass may be somebody else's: `look` may run beside the reading, `take_in` follows in the file's order.
    `findings` counts only once `complete` is set; the table then knows which keys it refers to.
    """

    def __init__(self, table: FileTable, checks: Sequence[CellCheck]) -> None:
        self.table = table
        self.findings: list[Finding] = []
        self.complete = False
        self._counts: Counter[tuple[str, str]] = Counter()
        self._concerns: list[_Concern] = [
            (check, column, judge)
            for check in checks
            for column in table.columns.values()
            if (judge := check.judge_of(table, column))
        ]
        self._referring = [table.columns[name] for name in table.referring]

    def look(self, block: Block) -> Looked:
        """What a block shows; no faults where enough are kept of earlier blocks."""
        faults = [
            [] if self._counts[concern[0].name, concern[1].name] >= KEPT else _faults(block, concern)
            for concern in self._concerns
        ]
        return faults, {column.name: block.columns[column.number - 1].unique() for column in self._referring}

    def take_in(self, block: Block, looked: Looked) -> None:
        """Keep what a block showed, now that its row numbers are known."""
        found, distinct = looked
        for column in self._referring:
            used = self.table.used.setdefault(column.name, Keys())
            used.add(distinct[column.name])
            long_enough = (cells for cells in block.ragged.values() if len(cells) >= column.number)
            used.add(text_array([cells[column.number - 1] for cells in long_enough]))
        for (check, column, _), faults in zip(self._concerns, found, strict=True):
            room = KEPT - self._counts[check.name, column.name]
            self._counts[check.name, column.name] += len(faults)
            self.findings += [
                Finding(check, column, block.row_number(index), text, fault)
                for index, text, fault in faults[:room]
            ]

    def restart(self) -> None:
        """Forget what was found: the table is read again from its beginning."""
        self.findings, self.complete = [], False
        self._counts.clear()
        self.table.used.clear()

    def run(self) -> None:
        """Make the pass, unless it was made already."""
        if not self.complete:
            self.table.opened.either_way(self._read)

    def _read(self) -> None:
        self.restart()
        for block, found in self.table.blocks(self.look):
            self.take_in(block, found)
        self.complete = True


def _faults(block: Block, concern: _Concern) -> list[_Fault]:
    """The faulty cells of one column in a block: index, text and what is wrong. Ragged rows are left out."""
    check, column, judge = concern
    cells = block.columns[column.number - 1]
    indices = np.flatnonzero(check.suspects(cells))
    if not len(indices):
        return []
    texts = cells.take(index_array(indices)).dictionary_encode()
    words = texts.dictionary.to_pylist()
    faults = ["" if word in column.missing else judge(word) for word in words]
    wrong = [code for code, fault in enumerate(faults) if fault]
    if not wrong:
        return []
    codes = numbers_of(texts.indices)
    return [
        (int(indices[place]), words[codes[place]], faults[codes[place]])
        for place in np.flatnonzero(np.isin(codes, wrong))[:KEPT].tolist()
    ]
