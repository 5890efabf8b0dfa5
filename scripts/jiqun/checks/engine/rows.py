"""Judging single rows as frictionless does, with its own cell readers.

The columns say which rows are in doubt; what is wrong with such a row, and in which order its faults come,
is decided here. The order is that of frictionless 5.21's `Row` and of the integrity checks of its row stream
(`TableResource.__open_row_stream`): a cell is read when it is first asked for, and a key asks before the rest
of the row is looked at. Both are restated because frictionless's row and error objects take a hundred times
longer than the judgement itself; a fault becomes an error of frictionless only when somebody wants its
descriptor.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .keys import Keys, canonical, join_texts
from .masks import ColumnJudge


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key: the fields, the resource and fields they refer to, and the keys that exist there."""

    fields: tuple[str, ...]
    resource: str
    reference: tuple[str, ...]
    parents: Keys


@dataclass
class Integrity:
    """What the columns found out about keys. `repeats` gives for a field (or () for the primary key) and a
    row the row before it with the same key."""

    unique: Sequence[str]
    primary_key: Sequence[str]
    foreign_keys: Sequence[ForeignKey]
    repeats: dict[tuple[str, ...], Mapping[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row in doubt: its cells, and the places of those that may be faulty (None: any, and the row may be
    ragged or blank)."""

    cells: Sequence[str]
    suspects: Collection[int] | None = None


@dataclass(slots=True)
class Fault:
    """What an error of frictionless says of a row or, where `field_number` is set, of a cell. `more` are
    further arguments of the error's class."""

    type: str
    note: str
    row_number: int
    cells: list[str]
    cell: str = ""
    field_name: str = ""
    field_number: int | None = None
    more: dict[str, Any] = field(default_factory=dict)

    def error(self) -> Any:
        """The error of frictionless."""
        from frictionless import system

        values: dict[str, Any] = {"note": self.note, "cells": self.cells, "row_number": self.row_number}
        if self.field_number is not None:
            values |= {
                "cell": self.cell,
                "field_name": self.field_name,
                "field_number": self.field_number,
            }
        return system.select_error_class(self.type)(**values, **self.more)


@dataclass(frozen=True, slots=True)
class _Handler:
    name: str
    place: int
    judge: ColumnJudge

    @property
    def number(self) -> int:
        """The field's number, from 1."""
        return self.place + 1


class RowJudge:
    """Finds the faults of a row. `fields` are the fields frictionless expects, in the file's order, `judges`
    their columns' judges."""

    def __init__(self, fields: Sequence[Any], judges: Sequence[ColumnJudge], integrity: Integrity) -> None:
        placed = enumerate(zip(fields, judges, strict=True))
        # By name, as in frictionless: the last of several fields of one name counts.
        self._handlers = {item.name: _Handler(item.name, place, judge) for place, (item, judge) in placed}
        self._integrity = integrity

    def faults(self, found: FoundRow, row_number: int) -> list[Fault]:
        """The faults of a row in frictionless's order."""
        row = _Row(found, row_number, self._handlers)
        self._unique(row)
        if self._integrity.primary_key:
            self._primary_key(row)
        for key in self._integrity.foreign_keys:
            self._foreign_key(row, key)
        row.finish()
        return row.faults

    def _unique(self, row: _Row) -> None:
        for name in self._integrity.unique:
            # Reading the cell comes first, as in frictionless: it puts the cell's own faults before the
            # others.
            value = row.value(name)
            before = self._integrity.repeats[name,].get(row.number) if value is not None else None
            if before:
                handler = self._handlers[name]
                note = f"the same as in the row at position {before}"
                row.finish()
                row.add_cell_fault("unique-error", note, str(value), handler.name, handler.number)

    def _primary_key(self, row: _Row) -> None:
        cells = [row.value(name) for name in self._integrity.primary_key]
        if all(cell is None for cell in cells):
            row.finish()
            row.add_fault("primary-key", 'cells composing the primary keys are all "None"')
            return
        before = self._integrity.repeats[()].get(row.number)
        if before:
            row.finish()
            row.add_fault("primary-key", f"the same as in the row at position {before}")

    def _foreign_key(self, row: _Row, key: ForeignKey) -> None:
        cells = [row.value(name) for name in key.fields]
        if (
            all(cell is None for cell in cells)
            or join_texts([canonical(cell) for cell in cells]) in key.parents
        ):
            return
        note = (
            f'for "{", ".join(key.fields)}": '
            f'values "{", ".join(map(str, cells))}" not found in the lookup '
            f'table "{key.resource}" as "{", ".join(key.reference)}"'
        )
        row.finish()
        row.add_fault(
            "foreign-key",
            note,
            field_names=list(key.fields),
            field_cells=[_text(cell) for cell in cells],
            reference_name=key.resource,
            reference_field_names=list(key.reference),
        )


class _Row:
    """A row whose cells are read when they are asked for."""

    def __init__(self, found: FoundRow, number: int, handlers: Mapping[str, _Handler]) -> None:
        self.number = number
        self.faults: list[Fault] = []
        self._cells: Sequence[str | None] = found.cells
        self._texts = list(found.cells)
        self._suspects = found.suspects
        self._handlers = handlers
        self._values: dict[str, Any] = {}
        self._blank = 0
        self._finished = False

    def value(self, name: str) -> Any:
        """The value of a field, None where it has none."""
        if name not in self._values:
            self._read(self._handlers[name])
        return self._values[name]

    def finish(self) -> None:
        """Read what was not yet read, and look at the row as a whole."""
        if self._finished:
            return
        self._finished = True
        for handler in self._handlers.values():
            if (
                self._suspects is None or handler.place in self._suspects
            ) and handler.name not in self._values:
                self._read(handler)
        if self._suspects is None:
            self._compare_width()

    def add_fault(self, type: str, note: str, **more: Any) -> None:
        self.faults.append(Fault(type, note, self.number, self._texts, more=more))

    def add_cell_fault(self, type: str, note: str, cell: str, name: str, number: int) -> None:
        self.faults.append(Fault(type, note, self.number, self._texts, cell, name, number))

    def _read(self, handler: _Handler) -> None:
        cell = self._cells[handler.place] if handler.place < len(self._cells) else None
        value, notes = handler.judge.read(cell)
        self._values[handler.name] = value
        if value is None and not (notes and notes.get("type")):
            self._blank += 1
        for name, note in (notes or {}).items():
            type = "type-error" if name == "type" else "constraint-error"
            self.add_cell_fault(type, note, str(cell), handler.name, handler.number)

    def _compare_width(self) -> None:
        count = len(self._handlers)
        for number, cell in enumerate(self._texts[count:], start=count + 1):
            self.add_cell_fault("extra-cell", "", cell, "", number)
        for handler in list(self._handlers.values())[len(self._texts) :]:
            self.add_cell_fault("missing-cell", "", "", handler.name, handler.number)
        if self._blank == count:
            self.faults = []
            self.add_fault("blank-row", "")


def _text(value: Any) -> str:
    return "" if value is None else str(value)
