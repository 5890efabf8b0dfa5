"""Which cells of a column are certainly valid.

A mask accepts only what frictionless's own reader of the field would accept beyond doubt. Every other cell
is given to that reader, text by text, so the verdict is frictionless's either way: fast because almost all
cells are certain.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Collection, Iterable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .arrays import index_array, numbers_of, text_array, truth_array, truths_of

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Indices = np.ndarray[Any, np.dtype[np.int64]]
Bytes = np.ndarray[Any, np.dtype[np.uint8]]
Judge = Callable[[pa.StringArray], Mask]
Read = tuple[Any, dict[str, str] | None]
"""A value, and what is wrong with it by `type` or constraint."""
Reader = Callable[[str | None], Read]

_REMEMBERED = 200_000
_ZERO, _NINE, _MINUS, _POINT = 0x30, 0x39, 0x2D, 0x2E
# The days of each month, 0 for what is no month. The 29th of February is left to the reader.
_DAYS = np.zeros(256, np.uint8)
_DAYS[1:13] = [calendar.monthrange(2023, month)[1] for month in range(1, 13)]
# Patterns that Python's `re` and Arrow's RE2 understand alike: literal ASCII letters, digits and hyphens,
# classes of such, groups, alternatives and counts. Anything else is left to Python.
_COMMON_PATTERN = re.compile(
    r"(?:[A-Za-z0-9_:/ -]|\\[.+-]|\[[A-Za-z0-9_./: -]+\]|\((?:\?:)?|\)|\||[*+?]|\{\d{1,3}(?:,\d{0,3})?\})+",
    re.ASCII,
)


class ColumnJudge:
    """Says which cells of one field are faulty, and what values the others have.

    `reader` is frictionless's cell reader of the field; `missing` are the texts that stand for no value.
    """

    def __init__(self, field: Any, reader: Reader, missing: frozenset[str]) -> None:
        self._reader = reader
        self._missing = missing
        self._required = bool(field.constraints.get("required"))
        self._certain = _certain_of(field, reader, missing)
        self.accepts_all = self._certain is _everything and not self._required
        """Whether no cell can be faulty."""
        self._read: dict[str | None, Read] = {}

    def faulty(self, cells: pa.StringArray, certain: Mask) -> Indices:
        """The indices of the cells that frictionless finds an error in, none of which is certain."""
        doubtful = np.flatnonzero(~certain)
        if not len(doubtful):
            return doubtful
        texts = cells.take(index_array(doubtful)).dictionary_encode()
        bad = np.array([bool(self.read(text)[1]) for text in texts.dictionary.to_pylist()], dtype=bool)
        found: Indices = doubtful[bad[numbers_of(texts.indices)]]
        return found

    def certain(self, cells: pa.StringArray) -> Mask:
        """The cells that are valid beyond doubt, missing ones included where the field is not required."""
        mask = self._certain(cells)
        if "" in self._missing:
            empty = lengths(cells) == 0
            found: Mask = mask & ~empty if self._required else mask | empty
            return found
        return mask

    def read(self, text: str | None) -> Read:
        """What frictionless's reader makes of a text, or of a cell that is not there (None)."""
        found = self._read.get(text)
        if found is None:
            if len(self._read) > _REMEMBERED:
                self._read.clear()
            found = self._read[text] = self._reader(text)
        return found


def offsets(cells: pa.StringArray) -> np.ndarray[Any, np.dtype[np.int32]]:
    """The offsets of the cells' bytes in the array's data."""
    buffer = cells.buffers()[1]
    if buffer is None or not len(cells):
        return np.zeros(len(cells) + 1, np.int32)
    return np.frombuffer(buffer, np.int32, len(cells) + 1, cells.offset * 4)


def lengths(cells: pa.StringArray) -> np.ndarray[Any, np.dtype[np.int32]]:
    """The length of each cell in bytes of UTF-8."""
    return np.diff(offsets(cells))


def empty(cells: pa.StringArray) -> Mask:
    """The cells without any text."""
    found: Mask = lengths(cells) == 0
    return found


def is_one_of(cells: pa.StringArray, texts: Collection[str]) -> Mask:
    """The cells that are one of these texts."""
    if set(texts) == {""}:
        return empty(cells)
    return truths_of(pc.is_in(cells, text_array(sorted(texts))))


def data_of(cells: pa.StringArray) -> Bytes:
    """The bytes that the offsets refer to."""
    buffer = cells.buffers()[2]
    return np.frombuffer(buffer, np.uint8) if buffer is not None else np.zeros(0, np.uint8)


def bytes_of(cells: pa.StringArray) -> Bytes:
    """The bytes of the cells, one behind the other."""
    limits = offsets(cells)
    return data_of(cells)[int(limits[0]) : int(limits[-1])]


def _certain_of(field: Any, reader: Reader, missing: frozenset[str]) -> Judge:
    """The mask for a field of frictionless; nothing is certain where the field has anything unusual."""
    constraints = {
        name: value for name, value in field.constraints.items() if name not in ("required", "unique")
    }
    judge = _certain_type(field, reader)
    if judge is None:
        return _nothing
    judges = [judge]
    for name, value in constraints.items():
        judge = _certain_constraint(field, name, value, reader)
        if judge is None:
            return _nothing
        judges.append(judge)
    texts = text_array(sorted(missing - {""}))
    if len(texts):
        # A text that stands for no value may look valid: what it means is the reader's to say.
        judges.append(lambda cells: ~truths_of(pc.is_in(cells, texts)))
    if len(judges) == 1:
        return judges[0]
    if judges[0] is _everything:
        del judges[0]
    return lambda cells: np.logical_and.reduce([judge(cells) for judge in judges])


def _certain_type(field: Any, reader: Reader) -> Judge | None:
    defined = set(field.list_defined())
    if field.type == "any" or (field.type == "string" and field.format == "default"):
        return _everything
    if field.type == "integer" and field.bare_number:
        return is_integer
    if field.type == "number" and not defined & {"group_char", "decimal_char", "bare_number"}:
        return is_decimal
    if field.type == "date" and field.format == "default":
        return is_date
    if field.type == "year":
        return _is_year
    if field.type == "boolean":
        return _is_one_of([*field.true_values, *field.false_values], reader)
    return None


def _is_one_of(values: Iterable[Any], reader: Reader) -> Judge:
    """Cells that are one of these values as text, as far as the reader finds no fault with it."""
    accepted = text_array([text for text in map(str, values) if text and not reader(text)[1]])
    return lambda cells: truths_of(pc.is_in(cells, accepted))


def _certain_constraint(field: Any, name: str, value: Any, reader: Reader) -> Judge | None:
    if name == "enum":
        return _is_one_of(value, reader)
    if field.type == "string" and name in ("minLength", "maxLength") and isinstance(value, int):
        return _certain_length(name, value)
    if field.type == "string" and name == "pattern":
        return _certain_pattern(str(value))
    if name in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
        return _certain_bound(field, name, value)
    return None


def _certain_length(name: str, value: int) -> Judge:
    """Texts of so many characters. Most are certain by their bytes, of which a character has one to four."""

    def judge(cells: pa.StringArray) -> Mask:
        size = lengths(cells)
        if name == "minLength":
            enough: Mask = size >= (4 * value - 3 if value > 0 else 0)
            return enough if enough.all() else numbers_of(pc.utf8_length(cells)) >= value
        few: Mask = size <= value
        return few if few.all() else numbers_of(pc.utf8_length(cells)) <= value

    return judge


def _certain_pattern(pattern: str) -> Judge | None:
    """A text that matches the pattern as a whole; frictionless asks less of alternatives (`^a|b$`), never
    more."""
    plain = pattern.removeprefix("^").removesuffix("$") if not pattern.endswith("\\$") else pattern
    if not _COMMON_PATTERN.fullmatch(plain):
        return None
    try:
        re.compile(f"^{pattern}$")
        anchored = f"^(?:{plain})$"
        pc.match_substring_regex(text_array([""]), anchored)
    except (re.error, pa.ArrowInvalid):
        return None
    if "|" in plain and plain != pattern:
        return None  # ^a|b$: the anchors belong to the first and last alternative only
    return lambda cells: truths_of(pc.match_substring_regex(cells, anchored))


def _certain_bound(field: Any, name: str, value: Any) -> Judge | None:
    """A number that is on the right side of a bound also when both are rounded to doubles.

    Rounding keeps the order of numbers, so a strict inequality of doubles is one of the numbers. Equality is
    left to the reader, except for integers that doubles hold exactly.
    """
    if field.type not in ("integer", "number", "year"):
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 2**53:
        return None
    if field.type != "number" and not isinstance(value, int):
        return None
    bound = float(value)
    exact = field.type != "number"
    is_number = is_decimal if field.type == "number" else is_integer

    lower = name.lower().endswith("minimum")

    def judge(cells: pa.StringArray) -> Mask:
        sure = is_number(cells)
        accepted = sure & (_above(cells, bound, name == "minimum") if lower else _below(cells, bound))
        if (accepted == sure).all():
            return accepted
        doubtful = sure & ~accepted
        numbers = numbers_of(pc.cast(cells.filter(truth_array(doubtful)), pa.float64()))
        found: Mask = numbers > bound if lower else numbers < bound
        if exact and name in ("minimum", "maximum"):
            found |= numbers == bound
        accepted[doubtful] = found
        return accepted

    return judge


def _above(cells: pa.StringArray, bound: float, inclusive: bool) -> Mask:
    """Which numbers are certainly above a bound, or equal to it where that is `inclusive`: those without a
    minus sign are no less than 0, those that begin with 1 to 9 no less than 1."""
    first = first_bytes(cells)
    found: Mask = np.zeros(len(cells), bool)
    if bound < 0 or (inclusive and bound == 0):
        found = first != _MINUS
    elif bound < 1 or (inclusive and bound == 1):
        found = (first > _ZERO) & (first <= _NINE)
    return found


def _below(cells: pa.StringArray, bound: float) -> Mask:
    """Which numbers are certainly below a bound: those of n characters are less than the n-th power of 10."""
    longest = int(np.searchsorted(10.0 ** np.arange(16), bound, side="right")) - 1
    found: Mask = lengths(cells) <= longest
    return found


def _everything(cells: pa.StringArray) -> Mask:
    return np.ones(len(cells), bool)


def _nothing(cells: pa.StringArray) -> Mask:
    return np.zeros(len(cells), bool)


def holding(cells: pa.StringArray, wanted: Mask) -> Mask:
    """The cells that hold a byte for which `wanted`, a table of 256, says so."""
    return cells_at(cells, np.flatnonzero(wanted[bytes_of(cells)]))


def cells_at(cells: pa.StringArray, places: Indices) -> Mask:
    """The cells that these places among the cells' bytes are in."""
    limits = offsets(cells)
    mask = np.zeros(len(cells), bool)
    mask[np.searchsorted(limits, places + int(limits[0]), side="right") - 1] = True
    return mask


def first_bytes(cells: pa.StringArray) -> Bytes:
    """The first byte of each cell; that of an empty cell means nothing."""
    return _bytes_at(cells, offsets(cells)[:-1])


def last_bytes(cells: pa.StringArray) -> Bytes:
    """The last byte of each cell; that of an empty cell means nothing."""
    return _bytes_at(cells, offsets(cells)[1:] - 1)


def _bytes_at(cells: pa.StringArray, places: Any) -> Bytes:
    data = data_of(cells)
    if not len(data):
        return np.zeros(len(cells), np.uint8)
    found: Bytes = data.take(places, mode="clip")
    return found


def byte_table(*wanted: int) -> Mask:
    """A table of the 256 bytes that is true for the given ones."""
    table = np.zeros(256, bool)
    table[list(wanted)] = True
    return table


def is_integer(cells: pa.StringArray) -> Mask:
    """Cells of 1 to 15 ASCII digits with an optional minus sign."""
    return _is_number(cells, points=False)


def is_decimal(cells: pa.StringArray) -> Mask:
    """Cells like `-12.5`: up to 15 ASCII digits, a minus sign, one point with digits on both sides."""
    return _is_number(cells, points=True)


def _is_number(cells: pa.StringArray, *, points: bool) -> Mask:
    limits = offsets(cells)
    begin, end = int(limits[0]), int(limits[-1])
    data = data_of(cells)[begin:end]
    size = np.diff(limits)
    mask: Mask = (size > 0) & (size <= 15)
    strange = np.flatnonzero(data - np.uint8(_ZERO) > _NINE - _ZERO)
    if not len(strange):
        return mask
    # Each byte that is no digit must be a minus sign at the start or a point inside, and its cell is found
    # by its place among the offsets.
    cell = np.searchsorted(limits, strange + begin, side="right") - 1
    start, stop = limits[cell] - begin, limits[cell + 1] - begin
    sign = data[strange]
    after = strange + 1
    digit_after = (after < stop) & _is_digit(data, after)
    allowed = (sign == _MINUS) & (strange == start) & digit_after
    if points:
        point = (sign == _POINT) & digit_after & (strange > start) & _is_digit(data, strange - 1)
        repeated = np.zeros(len(strange), bool)
        of_points = np.flatnonzero(sign == _POINT)
        repeated[of_points[1:]] = cell[of_points[1:]] == cell[of_points[:-1]]
        allowed |= point & ~repeated
    mask[cell[~allowed]] = False
    return mask


def _is_digit(data: Bytes, places: Any) -> Mask:
    bytes_ = data[np.clip(places, 0, len(data) - 1)]
    found: Mask = (bytes_ >= _ZERO) & (bytes_ <= _NINE)
    return found


def is_date(cells: pa.StringArray) -> Mask:
    """Cells that are days of the calendar as `2009-03-19`."""
    mask: Mask = lengths(cells) == 10
    if not mask.any():
        return mask
    limits, data = offsets(cells), data_of(cells)
    if mask.all():
        signs = data[int(limits[0]) : int(limits[-1])].reshape(-1, 10)
    else:
        signs = data[limits[:-1][mask][:, None] + np.arange(10)]
    # One row for each place in the date: bytes that are no digits become numbers above 9.
    places = np.subtract(signs.T, _ZERO, order="C")
    digits = places[[0, 1, 2, 3, 5, 6, 8, 9]]
    shaped = (digits.max(axis=0) <= 9) & (signs[:, 4] == _MINUS) & (signs[:, 7] == _MINUS)
    month, day = digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]
    mask[mask] = shaped & digits[:4].any(axis=0) & (day >= 1) & (day <= _DAYS[month])
    return mask


def _is_year(cells: pa.StringArray) -> Mask:
    found: Mask = (lengths(cells) == 4) & _is_number(cells, points=False) & (first_bytes(cells) != _MINUS)
    return found
