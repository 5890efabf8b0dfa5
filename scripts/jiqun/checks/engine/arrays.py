"""Arrow arrays from Python and numpy values and back, by their buffers.

`pyarrow.array`, `pyarrow.scalar` and `to_numpy` would do the same, but load pandas on their first call,
which takes longer than to judge most packages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa


def text_array(texts: Sequence[str | None]) -> pa.StringArray:
    """An array of texts; None is null."""
    stored = [b"" if text is None else text.encode("utf-8") for text in texts]
    limits = np.zeros(len(stored) + 1, np.int32)
    np.cumsum([len(text) for text in stored], out=limits[1:])
    valid = np.array([text is not None for text in texts], bool)
    bitmap = None if valid.all() else _bits(valid)
    return pa.StringArray.from_buffers(
        len(stored), pa.py_buffer(limits), pa.py_buffer(b"".join(stored)), bitmap
    )


def index_array(indices: np.ndarray[Any, np.dtype[Any]]) -> pa.Int64Array:
    """An array of indices, for `take`."""
    numbers = np.ascontiguousarray(indices, np.int64)
    return pa.Array.from_buffers(pa.int64(), len(numbers), [None, pa.py_buffer(numbers)])


def truth_array(mask: np.ndarray[Any, np.dtype[np.bool_]]) -> pa.BooleanArray:
    """An array of truth values."""
    return pa.Array.from_buffers(pa.bool_(), len(mask), [None, _bits(mask)])


def _bits(mask: np.ndarray[Any, np.dtype[np.bool_]]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(mask, bitorder="little"))


def truths_of(array: pa.BooleanArray) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """The values of an array of truth values that has no nulls."""
    bits = np.frombuffer(array.buffers()[1], np.uint8)
    values = np.unpackbits(bits, count=array.offset + len(array), bitorder="little")
    return values[array.offset :].view(np.bool_)


def numbers_of(array: pa.Array) -> np.ndarray[Any, np.dtype[Any]]:
    """The values of an array of numbers; what stands in the place of a null means nothing."""
    type = {pa.int32(): np.int32, pa.int64(): np.int64, pa.float64(): np.float64}[array.type]
    buffer = array.buffers()[1]
    if buffer is None:
        return np.zeros(0, type)
    return np.frombuffer(buffer, type, len(array), array.offset * np.dtype(type).itemsize)
