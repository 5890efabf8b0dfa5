"""What a check is: a question to a finished package that no schema can ask.

A check declares the tables and columns it reads. It runs only when all of them are there, so it can judge
anybody's package: a check whose columns are missing is skipped, not failed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from .columns import Column, Table
from .problem import Level, Problem
from .sources import Sources


@dataclass(frozen=True)
class Package:
    """What checks may read: the tables by resource name, and the source texts beside them."""

    tables: Mapping[str, Table]
    sources: Sources
    resources: tuple[Mapping[str, object], ...] = ()


class Check:
    """A check over columns of one or several tables.

    `reads` names tables with the columns that must be there; `each` names columns: every table that has them all
    is a subject of the check. `types` lists the codes of the problems the check may state.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    level: ClassVar[Level] = "error"
    types: ClassVar[tuple[str, ...]]
    hint: ClassVar[str] = ""
    reads: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    each: ClassVar[tuple[str, ...]] = ()

    def missing(self, package: Package) -> str:
        """What the package lacks for this check to run, or nothing."""
        for name, columns in self.reads.items():
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
        return (table for table in package.tables.values() if table.has(*self.each))

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
            row_number=row_number,
            field_number=field.number if field else None,
            field_name=field.name if field else column,
            cell=cell,
        )


class CellCheck(Check):
    """A check that judges cells one by one, whatever table they are in.

    `accepts` gives for a column a function that says what is wrong with a text ("" for nothing), or None where
    the column does not concern the check. Each distinct text of a block is judged once.
    """

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        """The function that judges this column's cells, or None."""
        raise NotImplementedError

    def run(self, package: Package) -> Iterator[Problem]:
        for table in package.tables.values():
            judges = [(column, self.judge_of(table, column)) for column in table.columns.values()]
            concerned = [(place, column, judge) for place, (column, judge) in enumerate(judges) if judge]
            if concerned:
                yield from self._judge(table, concerned)

    def _judge(
        self, table: Table, concerned: list[tuple[int, Column, Callable[[str], str]]]
    ) -> Iterator[Problem]:
        for block in table.blocks():
            for place, column, judge in concerned:
                cells = block.cells[place]
                faults = {text: fault for text in set(cells) if text is not None and (fault := judge(text))}
                if not faults:
                    continue
                for row_number, text in zip(block.row_numbers, cells, strict=True):
                    if text in faults:
                        yield self.problem(
                            table, faults[text], row_number=row_number, column=column.name, cell=text
                        )
