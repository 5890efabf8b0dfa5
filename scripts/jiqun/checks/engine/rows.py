"""Judging single rows with frictionless's own readers and errors.

The columns say which rows are in doubt; what is wrong with such a row, and in which order its errors come,
is decided here by frictionless's `Row`, followed by the integrity checks of its row stream (frictionless
5.21, `TableResource.__open_row_stream`), which are restated because they keep their memory of keys row by
row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .keys import canonical, join_texts


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key: the fields, the resource and fields they refer to, and the keys that exist there."""

    fields: tuple[str, ...]
    resource: str
    reference: tuple[str, ...]
    parents: set[str]


@dataclass
class Integrity:
    """What the columns found out about keys. `repeats` gives for a field (or () for the primary key) and a
    row the row before it with the same key."""

    unique: Sequence[str]
    primary_key: Sequence[str]
    foreign_keys: Sequence[ForeignKey]
    repeats: dict[tuple[str, ...], Mapping[int, int]] = field(default_factory=dict)


class RowJudge:
    """Makes frictionless's errors of a row. `fields` are the fields frictionless expects, in the file's
    order."""

    def __init__(self, fields: Sequence[Any], integrity: Integrity) -> None:
        from frictionless.table.row import create_cell_handlers

        self._handlers = create_cell_handlers(list(fields))
        self._integrity = integrity

    def row(self, cells: list[str], row_number: int) -> Any:
        """The row as frictionless reads it."""
        from frictionless.table.row import Row

        return Row(list(cells), handlers=self._handlers, row_number=row_number)

    def values(self, cells: list[str], names: Sequence[str]) -> list[Any]:
        """Frictionless's values of some fields of a row."""
        row = self.row(cells, 0)
        return [row[name] for name in names]

    def errors(self, cells: list[str], row_number: int) -> list[Any]:
        """The errors of a row in frictionless's order."""
        row = self.row(cells, row_number)
        self._unique(row)
        if self._integrity.primary_key:
            self._primary_key(row)
        for key in self._integrity.foreign_keys:
            self._foreign_key(row, key)
        return list(row.errors)

    def _unique(self, row: Any) -> None:
        from frictionless.errors import UniqueError

        for name in self._integrity.unique:
            # Reading the cell comes first, as in frictionless: it puts the cell's own errors before the
            # others.
            before = self._integrity.repeats[name,].get(row.row_number) if row[name] is not None else None
            if before:
                note = f"the same as in the row at position {before}"
                row.errors.append(UniqueError.from_row(row, note=note, field_name=name))

    def _primary_key(self, row: Any) -> None:
        from frictionless.errors import PrimaryKeyError

        cells = [row[name] for name in self._integrity.primary_key]
        if all(cell is None for cell in cells):
            note = 'cells composing the primary keys are all "None"'
            row.errors.append(PrimaryKeyError.from_row(row, note=note))
            return
        before = self._integrity.repeats[()].get(row.row_number)
        if before:
            note = f"the same as in the row at position {before}"
            row.errors.append(PrimaryKeyError.from_row(row, note=note))

    def _foreign_key(self, row: Any, key: ForeignKey) -> None:
        from frictionless.errors import ForeignKeyError

        cells = [row[name] for name in key.fields]
        if (
            all(cell is None for cell in cells)
            or join_texts([canonical(cell) for cell in cells]) in key.parents
        ):
            return
        row.errors.append(
            ForeignKeyError.from_row(
                row,
                note=(
                    f'for "{", ".join(key.fields)}": '
                    f'values "{", ".join(map(str, cells))}" not found in the lookup '
                    f'table "{key.resource}" as "{", ".join(key.reference)}"'
                ),
                field_names=list(key.fields),
                field_values=cells,
                reference_name=key.resource,
                reference_field_names=list(key.reference),
            )
        )
