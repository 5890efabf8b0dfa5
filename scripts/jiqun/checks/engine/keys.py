"""Keys as columns of text: unique fields, primary keys, foreign keys.

A key's text is canonical: two cells have the same text exactly when frictionless takes their values for
equal (`007` and `7` as integers, `1.0` and `1` as numbers). Repeated keys are found by 64-bit hashes, so
that a key costs eight bytes a row; rows whose hashes meet are compared by their text before anything is said
of them.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .arrays import index_array, numbers_of, text_array, truth_array, truths_of
from .masks import Bytes, ColumnJudge, Indices, Mask, data_of, is_date, is_integer, lengths, offsets
from .workers import workers

TYPES = {"string", "integer", "number", "date", "boolean", "year", "any"}
"""The field types whose values have a canonical text here."""
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_STEPS = (
    (np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)),
    (np.uint64(27), np.uint64(0x94D049BB133111EB)),
)
_LONGEST_HASHED = 512
"""Bytes of a text that are hashed beside those of others."""
_MISSING = "null"
_SORTED_AT_ONCE = 1_000_000
"""Hashes, about: more are sorted in more parts, so that little memory is needed besides them."""

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
    empty = lengths(cells) == 0
    if empty.any():
        if judge.read("")[0] is None:
            cells = _missing_where(empty, cells)
            plain = plain | empty
        else:
            plain = plain & ~empty
    odd = np.flatnonzero(~plain)
    if not len(odd):
        return cells
    texts = cells.take(index_array(odd)).dictionary_encode()
    values = text_array([canonical(judge.read(text)[0]) for text in texts.dictionary.to_pylist()])
    mask = np.zeros(len(cells), bool)
    mask[odd] = True
    return pc.replace_with_mask(cells, truth_array(mask), values.take(texts.indices))


def _missing_where(empty: Mask, cells: pa.StringArray) -> pa.StringArray:
    """The same cells, the empty ones null."""
    limits, data = pa.py_buffer(np.ascontiguousarray(offsets(cells))), cells.buffers()[2]
    return pa.StringArray.from_buffers(
        len(cells), limits, pa.py_buffer(b"") if data is None else data, truth_array(~empty).buffers()[1]
    )


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

    def candidates(self) -> Indices:
        """The rows, ascending, whose hash occurs more than once."""
        count = sum(len(hashes) for hashes, _ in self._blocks)
        bits = max(1, count.bit_length() - _SORTED_AT_ONCE.bit_length())
        with workers(2, worthwhile=count > _FEW) as sorters:
            parts = list(sorters.map(lambda part: self._repeated(part, bits), range(1 << bits)))
        repeated = np.concatenate(parts)
        if not len(repeated):
            return np.zeros(0, np.int64)
        found = [
            np.asarray(row_numbers)[_are_among(hashes, repeated)] for hashes, row_numbers in self._blocks
        ]
        return np.sort(np.concatenate(found))

    def _repeated(self, part: int, bits: int) -> Hashes:
        """The hashes that occur more than once among those whose first bits are `part`."""
        shift = np.uint64(64 - bits)
        chosen = [hashes[hashes >> shift == part] for hashes, _ in self._blocks]
        ordered = np.concatenate([np.zeros(0, np.uint64), *chosen])
        ordered.sort()
        again = ordered[1:][ordered[1:] == ordered[:-1]]
        # `np.unique` hashes before it sorts, which takes twenty times as long for millions of keys.
        distinct: Hashes = again[:1]
        return np.append(distinct, again[1:][again[1:] != again[:-1]])


def _are_among(hashes: Hashes, ordered: Hashes) -> Mask:
    """Which hashes are among those, of which there is at least one."""
    places = np.minimum(np.searchsorted(ordered, hashes), len(ordered) - 1)
    found: Mask = ordered[places] == hashes
    return found


_EXACT_KEYS = 50_000
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

    def settle(self) -> None:
        """Say that all keys are there, so that they are ordered once and not by several threads."""
        if self._hashes:
            self._in_order()

    def strangers(self, keys: pa.StringArray) -> list[int]:
        """The indices of the keys that are not among these; a missing key is none."""
        if not self._hashes:
            return self._strange_texts(keys)
        hashes, indices = hash_keys(keys)
        present = np.arange(len(keys)) if indices is None else indices
        # Looked up in their order, neighbours are found near each other in the memory.
        order = np.argsort(hashes)
        hashes, ordered = hashes[order], self._in_order()
        found: list[int] = np.sort(present[order[~_are_among(hashes, ordered)]]).tolist()
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
            # `np.unique` hashes before it sorts, which takes twenty times as long for millions of keys.
            ordered = np.concatenate(self._hashes)
            ordered.sort()
            self._ordered = ordered
            self._hashes = [ordered]
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
    hashes = hash_texts(keys)
    if not keys.null_count:
        return hashes, None
    present = np.flatnonzero(truths_of(keys.is_valid()))
    return hashes[present], present


def hash_texts(cells: pa.StringArray) -> Hashes:
    """A 64-bit hash of each text: equal texts have equal hashes.

    A text is taken eight bytes at a time, in the end the last eight.
    """
    limits = offsets(cells)
    begin = int(limits[0])
    # Eight bytes before the first text, so that even there eight bytes end with it.
    data = np.concatenate([np.zeros(8, np.uint8), data_of(cells)[begin : int(limits[-1])]])
    words = np.ndarray((len(data) - 7,), np.uint64, data, strides=(1,))
    starts, stops = limits[:-1] - begin + 8, limits[1:] - begin
    size = stops - starts + 8
    hashes: Hashes = size.astype(np.uint64) * _GOLDEN
    rows = np.flatnonzero((size > 8) & (size <= _LONGEST_HASHED))
    for place in count(0, 8):
        if not len(rows):
            break
        hashes[rows] = _mixed(hashes[rows], words[starts[rows] + place])
        rows = rows[size[rows] > place + 16]
    unused = np.clip(8 - size, 0, 8).astype(np.uint64) * np.uint64(8)
    # A shift by 64 bits is undefined: it is made in two steps.
    hashes = _mixed(hashes, words[stops] >> (unused >> np.uint64(1)) >> (unused - (unused >> np.uint64(1))))
    for row in np.flatnonzero(size > _LONGEST_HASHED).tolist():
        hashes[row] = _hash_of_long(data[starts[row] : stops[row] + 8])
    return hashes


def _mixed(hashes: Hashes, words: Hashes) -> Hashes:
    """A word taken in, mixed as by SplitMix64 (Steele, Lea and Flood 2014): each bit changes every other."""
    mixed = hashes ^ words
    for shift, factor in _STEPS:
        mixed ^= mixed >> shift
        mixed *= factor
    mixed ^= mixed >> np.uint64(31)
    return mixed


def _hash_of_long(text: Bytes) -> int:
    return int.from_bytes(hashlib.blake2b(text.tobytes(), digest_size=8).digest(), "little")
