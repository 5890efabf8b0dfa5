"""Keys as columns of text: unique fields, primary keys, foreign keys.

A key's text is canonical: two cells have the same text exactly when frictionless takes their values for
equal (`007` and `7` as integers, `1.0` and `1` as numbers). Repeated keys are found by 64-bit hashes, so
that a key costs eight bytes a row; rows whose hashes meet are compared by their text before anything is said
of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .arrays import index_array, numbers_of, text_array, truth_array, truths_of
from .masks import ColumnJudge, Indices, Mask, data_of, is_date, is_integer, lengths, offsets

TYPES = {"string", "integer", "number", "date", "boolean", "year", "any"}
"""The field types whose values have a canonical text here."""
_MULTIPLIER = 0x9E3779B97F4A7C15 | 1
_INVERSE = pow(_MULTIPLIER, -1, 2**64)
_MISSING = "null"
_SORTED_AT_ONCE = 2_000_000
"""Hashes, about: more are sorted in parts, so that little memory is needed besides them."""

Hashes = np.ndarray[Any, np.dtype[np.uint64]]


class NoKey(Exception):
    """A value that has no canonical text, so that only frictionless itself can compare it."""


def canonical(value: Any) -> str | None:
    """The canonical text of a value as frictionless's readers give it; None for a missing one."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        return _canonical_decimal(value)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    raise NoKey(f"{type(value).__name__} {value!r} has no canonical text")


def _canonical_decimal(value: Decimal) -> str:
    """Without trailing zeros and exact, whatever the number of digits; whole numbers up to 15 digits are
    plain."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    significant = "".join(map(str, digits)).rstrip("0")
    if not significant:
        return "0"
    exponent += len(digits) - len(significant)
    significant = significant.lstrip("0")
    minus = "-" if sign else ""
    if exponent >= 0 and len(significant) + exponent <= 15:
        return f"{minus}{significant}{'0' * exponent}"
    return f"{minus}{significant}E{exponent}"


def key_column(cells: pa.StringArray, certain: Mask, type: str, judge: ColumnJudge) -> pa.StringArray:
    """The canonical texts of a column's cells, null where the value is missing or of the wrong type.
    `certain` says of which cells the judge is."""
    plain = certain if type in ("string", "any") else certain & _is_canonical(cells, type)
    # A cell that is certain and empty stands for no value, if it were a value it would not be certain.
    empty = lengths(cells) == 0
    odd = np.flatnonzero(~plain | empty)
    if not len(odd):
        return cells
    texts = cells.take(index_array(odd)).dictionary_encode()
    values = text_array([canonical(judge.read(text)[0]) for text in texts.dictionary.to_pylist()])
    mask = np.zeros(len(cells), bool)
    mask[odd] = True
    return pc.replace_with_mask(cells, truth_array(mask), values.take(texts.indices))


def _is_canonical(cells: pa.StringArray, type: str) -> Mask:
    """Cells whose text is the canonical text of their value, as far as that is easily seen."""
    if type == "date":
        return is_date(cells)
    if type in ("integer", "number", "year"):
        data = data_of(cells)
        if not len(data):
            return np.zeros(len(cells), bool)
        first = data[np.minimum(offsets(cells)[:-1], len(data) - 1)]
        size = lengths(cells)
        found: Mask = is_integer(cells) & ((first > 0x30) | (size == 1))
        return found
    return np.zeros(len(cells), bool)


def join(columns: Sequence[pa.StringArray]) -> pa.StringArray:
    """One text for each row of a key of several columns; null where all of them are."""
    if len(columns) == 1:
        return columns[0]
    parts: list[pa.StringArray] = []
    count = len(columns[0])
    present = np.zeros(count, bool)
    for column in columns:
        present |= truths_of(column.is_valid())
        # The length before each text makes the joined text unambiguous; a missing value has no length.
        length = pc.cast(pc.binary_length(column), pa.string())
        parts += [pc.coalesce(length, _constant(_MISSING, count)), pc.coalesce(column, _constant("", count))]
    joined = pc.binary_join_element_wise(*parts, _constant(":", count))
    # Taking from no place gives a null.
    places = pa.Array.from_buffers(
        pa.int64(), count, [truth_array(present).buffers()[1], pa.py_buffer(np.arange(count))]
    )
    return joined.take(places)


def _constant(text: str, count: int) -> pa.StringArray:
    """An array that holds one text `count` times."""
    return text_array([text]).take(index_array(np.zeros(count, np.int64)))


def join_texts(texts: Sequence[str | None]) -> str | None:
    """The same for one row."""
    if len(texts) == 1:
        return texts[0]
    if all(text is None for text in texts):
        return None
    parts: list[str] = []
    for text in texts:
        parts += [_MISSING if text is None else str(len(text.encode())), text or ""]
    return ":".join(parts)


@dataclass
class Repeats:
    """Finds the rows whose key occurs more than once, over all blocks of a table. A row costs eight bytes."""

    _blocks: list[tuple[Hashes, range | Indices]] = field(default_factory=list)

    def add(self, hashes: Hashes, row_numbers: range | Indices) -> None:
        """Take in the hashed keys of some rows."""
        self._blocks.append((hashes, row_numbers))

    def candidates(self) -> list[int]:
        """The rows, ascending, whose hash occurs more than once."""
        count = sum(len(hashes) for hashes, _ in self._blocks)
        bits = max(0, count.bit_length() - _SORTED_AT_ONCE.bit_length())
        repeated = np.concatenate([self._repeated(part, bits) for part in range(1 << bits)])
        if not len(repeated):
            return []
        found: list[int] = []
        for hashes, row_numbers in self._blocks:
            places = np.flatnonzero(np.isin(hashes, repeated)).tolist()
            found += [int(row_numbers[place]) for place in places]
        return sorted(found)

    def _repeated(self, part: int, bits: int) -> Hashes:
        """The hashes that occur more than once among those whose first bits are `part`."""
        chosen = [hashes for hashes, _ in self._blocks]
        if bits:
            shift = np.uint64(64 - bits)
            chosen = [hashes[hashes >> shift == part] for hashes in chosen]
        ordered = np.concatenate([np.zeros(0, np.uint64), *chosen])
        ordered.sort()
        return np.unique(ordered[1:][ordered[1:] == ordered[:-1]])


_EXACT_KEYS = 50_000
_HASHED_AT_ONCE = 256 * 1024
_FEW = 10_000
"""Keys that are looked up anew for each block; of more, each block's distinct keys are."""


class Keys:
    """The keys that a foreign key may refer to.

    Up to 50,000 are kept as they are. Of more only the 64-bit hashes are kept, eight bytes each: a key that
    is not there is then taken for one that is with a chance of one in 10^12 for each ten million keys.
    """

    def __init__(self) -> None:
        self._texts: set[str] = set()
        self._hashes: list[Hashes] = []
        self._ordered: Hashes | None = None
        self._few: pa.StringArray | None = None

    def add(self, keys: pa.StringArray) -> None:
        """Take in keys; missing ones are left out."""
        distinct = keys.unique().drop_null()
        if self._hashes:
            self._hashes.append(hash_texts(distinct))
            self._ordered = None
            return
        self._few = None
        self._texts.update(distinct.to_pylist())
        if len(self._texts) > _EXACT_KEYS:
            self._hashes = [hash_texts(text_array(sorted(self._texts)))]
            self._texts = set()

    def strangers(self, keys: pa.StringArray) -> list[int]:
        """The indices of the keys that are not among these; a missing key is none."""
        if not self._hashes:
            return self._strange_texts(keys)
        present = np.flatnonzero(truths_of(keys.is_valid()))
        hashes = hash_texts(keys.take(index_array(present)))
        ordered = self._in_order()
        places = np.minimum(np.searchsorted(ordered, hashes), len(ordered) - 1)
        found: list[int] = present[ordered[places] != hashes].tolist()
        return found

    def __contains__(self, text: str | None) -> bool:
        if text is None or not self._hashes:
            return text in self._texts
        return not self.strangers(text_array([text]))

    def _strange_texts(self, keys: pa.StringArray) -> list[int]:
        if len(self._texts) <= _FEW:
            # Null is a key without values, which refers to nothing.
            few = self._few = text_array([None, *self._texts]) if self._few is None else self._few
            absent: list[int] = np.flatnonzero(~truths_of(pc.is_in(keys, few))).tolist()
            return absent
        texts = keys.dictionary_encode()
        strange = [
            place for place, text in enumerate(texts.dictionary.to_pylist()) if text not in self._texts
        ]
        if not strange:
            return []
        codes = np.where(truths_of(texts.indices.is_valid()), numbers_of(texts.indices), -1)
        found: list[int] = np.flatnonzero(np.isin(codes, strange)).tolist()
        return found

    def _in_order(self) -> Hashes:
        if self._ordered is None:
            self._ordered = np.unique(np.concatenate(self._hashes))
            self._hashes = [self._ordered]
        return self._ordered


def repeats_of(keys: Iterable[tuple[int, str | None]]) -> dict[int, int]:
    """For rows with their key in row order: each row that repeats a key, with the row before it that has the
    key."""
    last: dict[str, int] = {}
    found: dict[int, int] = {}
    for row_number, key in keys:
        if key is None:
            continue
        before = last.get(key)
        last[key] = row_number
        if before is not None:
            found[row_number] = before
    return found


def hash_keys(keys: pa.StringArray) -> tuple[Hashes, Indices | None]:
    """The hashes of the keys that are not missing, and their indices (None where none is missing)."""
    if not keys.null_count:
        return hash_texts(keys), None
    present = keys.is_valid()
    return hash_texts(keys.filter(present)), np.flatnonzero(truths_of(present))


def hash_texts(cells: pa.StringArray) -> Hashes:
    """A 64-bit polynomial hash of each text: equal texts have equal hashes.

    The hash of a stretch of bytes is the difference of two running sums, brought to the same power.
    """
    limits = offsets(cells)
    begin = int(limits[0])
    if int(limits[-1]) - begin > _HASHED_AT_ONCE and len(cells) > 1:
        # The powers and sums of many bytes take up far more memory than the bytes.
        middle = len(cells) // 2
        return np.concatenate([hash_texts(cells.slice(0, middle)), hash_texts(cells.slice(middle))])
    data = data_of(cells)[begin : int(limits[-1])]
    powers, inverses = _powers_to(max(10, len(data).bit_length()))
    sums = np.zeros(len(data) + 1, np.uint64)
    np.cumsum((data.astype(np.uint64) + np.uint64(1)) * powers[: len(data)], out=sums[1:])
    start, stop = limits[:-1] - begin, limits[1:] - begin
    hashes: Hashes = (sums[stop] - sums[start]) * inverses[start]
    hashes ^= hashes >> np.uint64(29)
    return hashes


@lru_cache(maxsize=32)
def _powers_to(bits: int) -> tuple[Hashes, Hashes]:
    """The powers of the multiplier and of its inverse modulo 2^64, 2^bits of each."""
    tables = []
    for factor in (_MULTIPLIER, _INVERSE):
        table = np.full(1 << bits, factor, np.uint64)
        table[0] = 1
        tables.append(np.multiply.accumulate(table))
    return tables[0], tables[1]
