"""Rows of a table that repeat the cells of earlier ones, found in blocks: a row costs eight bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from .arrays import text_array, truth_array, truths_of
from .columns import Column, FileTable
from .keys import Hashes, Repeats, hash_keys, join, join_texts, key_column
from .masks import Indices, is_one_of
from .records import Block, Records

_AT_ONCE = 20_000
"""Rows that are read again at once."""


def repeated_rows(table: FileTable, names: Sequence[str]) -> Iterator[tuple[int, int, list[str]]]:
    """The rows whose cells in these columns are those of an earlier row: its number in the file, that of the
    first such row, and the cells.

    Rows with a missing value there are left out. Cells are compared as printed, those of integers as
    numbers.
    """
    columns = [table.columns[name] for name in names]

    def read() -> tuple[Records, Indices]:
        opened = table.opened
        places = [column.number - 1 for column in columns]
        records = Records(opened.layout, exact=opened.exact, columns=places)
        repeats = Repeats()
        for block, (hashes, indices) in records.blocks(lambda block: _hashed(table, columns, block)):
            numbers = block.row_numbers()
            repeats.add(hashes, numbers if indices is None else np.asarray(numbers)[indices])
            ragged = [
                (block.first + place, key)
                for place, cells in sorted(block.ragged.items())
                if (key := _key_of(table, columns, cells)) is not None
            ]
            more, _ = hash_keys(text_array([key for _, key in ragged]))
            repeats.add(more, np.array([row for row, _ in ragged], np.int64))
        return records, repeats.candidates()

    records, candidates = table.opened.either_way(read)
    first: dict[str, int] = {}
    for start in range(0, len(candidates), _AT_ONCE):
        for row, cells in records.rows(candidates[start : start + _AT_ONCE].tolist()).items():
            key = _key_of(table, columns, cells)
            if key is not None and first.setdefault(key, row) != row:
                yield row, first[key], [cells[column.number - 1] for column in columns]


def _hashed(table: FileTable, columns: Sequence[Column], block: Block) -> tuple[Hashes, Indices | None]:
    """The hashes of a block's keys, and the indices of the rows that have one."""
    parts = [_texts_of(table, column, block) for column in columns]
    complete = np.logical_and.reduce([truths_of(part.is_valid()) for part in parts])
    keys = join(parts)
    if complete.all():
        return hash_keys(keys)
    hashes, _ = hash_keys(keys.filter(truth_array(complete)))
    return hashes, np.flatnonzero(complete)


def _texts_of(table: FileTable, column: Column, block: Block) -> pa.StringArray:
    """A column's cells as they are compared, null where they are missing."""
    cells, judge = block.columns[column.number - 1], table.opened.judges[column.number - 1]
    if column.type == "integer":
        return key_column(cells, judge.certain(cells), column.type, judge)
    missing = is_one_of(cells, column.missing)
    if not missing.any():
        return cells
    return text_array([None if cell in column.missing else cell for cell in cells.to_pylist()])


def _key_of(table: FileTable, columns: Sequence[Column], cells: Sequence[str]) -> str | None:
    """The key of one record as `_hashed` joins it; None where a part of it is missing."""
    texts: list[str] = []
    for column in columns:
        cell = cells[column.number - 1] if column.number <= len(cells) else None
        if cell is not None and column.type == "integer":
            value = table.opened.judges[column.number - 1].read(cell)[0]
            cell = None if value is None else str(value)
        if cell is None or cell in column.missing:
            return None
        texts.append(cell)
    return join_texts(texts)
