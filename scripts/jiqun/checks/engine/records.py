"""The records of a CSV file in blocks of columns.

Two readers give the same blocks. The fast one cuts the file at line ends outside quotes and lets Arrow parse
each piece; it is used as long as the file's quoting is strictly that of RFC 4180, where Arrow and Python's
`csv` agree. The exact one is Python's `csv` itself, which is also frictionless's, and reads whatever else
there is, and small files, which it has read before the fast one has begun.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv

from .arrays import index_array, text_array
from .endless import CountedLines, EndlessRecord
from .pieces import LINE_FEED, Indices, Irregular, Layout, Piece, check, cut, quotes_of
from .workers import workers

PIECE_BYTES = 4 * 1024 * 1024
SMALL_FILE = 8 * 1024
"""Bytes of a file up to which the exact reader is the faster one."""
_EXACT_ROWS = 20_000
_AHEAD = (
    2  # pieces that are parsed while an earlier one is waited for: one for each core, and memory stays flat
)

Prepared = TypeVar("Prepared")


UNREADABLE = (UnicodeError, csv.Error, OSError, Irregular, EndlessRecord)
"""What is raised where a file cannot be read as a table at all."""


@dataclass(slots=True)
class Block:
    """Consecutive records as columns of text.

    `first` is the row number of the first record (the header is row 1). Records with too few or too many
    cells are in `ragged`, by their place in the block, and not in `columns`; `places` gives the place of
    each row of the columns where there are such records, and is None where the rows are all the records.
    """

    first: int
    count: int
    columns: Sequence[pa.StringArray]
    ragged: dict[int, list[str]] = field(default_factory=dict)
    places: Indices | None = None

    @property
    def height(self) -> int:
        """The number of rows of the columns."""
        return self.count - len(self.ragged)

    @property
    def order(self) -> list[int]:
        """The places of the columns, those that need no parsing first."""
        if not isinstance(self.columns, LateColumns):
            return list(range(len(self.columns)))
        at_hand = self.columns.at_hand
        return [*at_hand, *(place for place in range(len(self.columns)) if place not in at_hand)]

    def row_number(self, index: int) -> int:
        """The row number of a row of the columns."""
        return self.first + (index if self.places is None else int(self.places[index]))

    def row_numbers(self) -> range | Indices:
        """The row numbers of all rows of the columns."""
        if self.places is None:
            return range(self.first, self.first + self.count)
        return self.places + self.first

    def cells(self, indices: Sequence[int]) -> list[list[str]]:
        """The cells of some rows of the columns."""
        if not indices:
            return []
        if isinstance(self.columns, LateColumns):
            return self.columns.rows(indices if self.places is None else self.places[indices].tolist())
        chosen = index_array(np.asarray(indices))
        columns = [column.take(chosen).to_pylist() for column in self.columns]
        return [list(cells) for cells in zip(*columns, strict=True)]


class LateColumns(Sequence[pa.StringArray]):
    """The columns of a block of which only some are at hand: the others are parsed once one is asked for,
    which must be before the next block is.

    `parse` gives the columns at some places, `cut` the cells of some records of the block.
    """

    def __init__(
        self,
        width: int,
        at_hand: dict[int, pa.StringArray],
        parse: Callable[[list[int]], dict[int, pa.StringArray]],
        cut: Callable[[Sequence[int]], list[list[str]]],
    ) -> None:
        self._width = width
        self._columns = at_hand
        self._parse = parse
        self._cut = cut
        self._closed = False

    @property
    def at_hand(self) -> list[int]:
        """The places of the columns that need no parsing."""
        return list(self._columns)

    def rows(self, records: Sequence[int]) -> list[list[str]]:
        """The cells of some records of the block."""
        if self._closed:
            raise RuntimeError("rows are asked for after the block was left")
        return self._cut(records)

    def close(self) -> None:
        """Leave the block: the bytes it was parsed from are used for another."""
        self._closed = True

    def __len__(self) -> int:
        return self._width

    @overload
    def __getitem__(self, place: int) -> pa.StringArray: ...
    @overload
    def __getitem__(self, place: slice) -> list[pa.StringArray]: ...
    def __getitem__(self, place: int | slice) -> pa.StringArray | list[pa.StringArray]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._width))]
        if place not in range(self._width):
            raise IndexError(place)
        if place not in self._columns:
            if self._closed:
                raise RuntimeError(f"column {place} is asked for after the block was left")
            self._columns |= self._parse(
                [other for other in range(self._width) if other not in self._columns]
            )
        return self._columns[place]


@dataclass(slots=True)
class Measure:
    """What reading found out about the file as a whole; complete once all blocks are read, `size` grows
    meanwhile."""

    size: int = 0
    digest: str = ""
    records: int = 0
    """Records including the header."""


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[Prepared]):
    """A piece that is parsed and hashed meanwhile."""

    piece: Piece
    parsed: Future[tuple[Block, Prepared]]
    hashed: Future[None] | None


class Records:
    """Reads a file's blocks, and single rows of it afterwards. `algorithm` names the hash to take, or is
    empty; `columns` are the places of those that will be asked for (None: all), others come late."""

    def __init__(
        self,
        layout: Layout,
        *,
        algorithm: str = "",
        exact: bool = False,
        piece_bytes: int | None = None,
        columns: Collection[int] | None = None,
    ) -> None:
        self.layout = layout
        self.measure = Measure()
        every = range(layout.width)
        self._columns = sorted(every if columns is None else columns) or list(every)
        self._algorithm = algorithm
        self._piece_bytes = piece_bytes or PIECE_BYTES
        self._exact = exact or not layout.is_plain or layout.path.stat().st_size <= SMALL_FILE
        self._line_end = LINE_FEED
        self._pieces: list[tuple[int, int, int]] = []  # first row number, offset and length of each piece

    def blocks(self, prepare: Callable[[Block], Prepared]) -> Iterator[tuple[Block, Prepared]]:
        """The blocks in file order, the header left out, each with what `prepare` made of it.

        `prepare` runs beside the reading, on several blocks at once, and does not know `Block.first` yet.
        Raises Irregular where the exact reader is needed.
        """
        return self._exact_blocks(prepare) if self._exact else self._fast_blocks(prepare)

    def rows(self, numbers: Sequence[int]) -> dict[int, list[str]]:
        """The cells of the rows with these ascending numbers, read again from the file."""
        if not numbers:
            return {}
        if self._exact:
            return self._exact_rows(numbers)
        wanted = np.asarray(numbers)
        bounds = [*(first for first, _, _ in self._pieces[1:]), numbers[-1] + 1]
        chosen = [
            (piece, wanted[begin:end])
            for piece, (begin, end) in zip(
                self._pieces, pairwise([0, *np.searchsorted(wanted, bounds).tolist()]), strict=True
            )
            if begin < end
        ]
        found: dict[int, list[str]] = {}
        with workers(2, worthwhile=len(chosen) > 1) as readers:
            for rows in readers.map(lambda choice: self._rows_of(*choice), chosen):
                found |= rows
        return found

    def _rows_of(self, piece: tuple[int, int, int], numbers: Indices) -> dict[int, list[str]]:
        """Rows of one piece, as (first row number, offset, length), cut out at line ends outside quotes."""
        first, offset, length = piece
        with self.layout.path.open("rb") as stream:
            stream.seek(offset)
            data = bytearray(stream.read(length))
        cut_from = Piece(offset, data, length, quotes_of(data, length), self._line_end)
        cut_from.use_line_feeds()
        found = numbers.tolist()
        return dict(zip(found, self._cut(cut_from, [row - first for row in found]), strict=True))

    def _cut(self, piece: Piece, records: Sequence[int]) -> list[list[str]]:
        """The cells of some records of a piece, the first of which is number 0."""
        found = []
        for number in records:
            start = int(piece.record_ends[number - 1]) + 1 if number else piece.begin
            text = piece.data[start : int(piece.record_ends[number])].decode("utf-8")
            cells = next(csv.reader(io.StringIO(text, newline=""), dialect=self.layout.settings), [])
            found.append(cells or [""] * self.layout.width)
        return found

    def _fast_blocks(self, prepare: Callable[[Block], Prepared]) -> Iterator[tuple[Block, Prepared]]:
        digest = hashlib.new(self._algorithm) if self._algorithm else None
        large = self.layout.path.stat().st_size > self._piece_bytes
        with (
            self.layout.path.open("rb") as stream,
            workers(2, worthwhile=large) as parsers,
            workers(1, worthwhile=large) as hasher,
        ):
            number = 1
            spare: list[bytearray] = []
            waiting: list[_Waiting[Prepared]] = []
            for piece in cut(stream, self._piece_bytes, spare):
                hashed = hasher.submit(digest.update, memoryview(piece.data)[: piece.end]) if digest else None
                self._line_end = piece.line_end
                if piece.line_end != LINE_FEED:
                    if hashed:
                        hashed.result()
                    piece.use_line_feeds()
                parsed = parsers.submit(self._parse_and_prepare, piece, prepare)
                waiting.append(_Waiting(piece, parsed, hashed))
                while len(waiting) > _AHEAD:
                    number = yield from self._next(waiting.pop(0), number, spare)
            while waiting:
                number = yield from self._next(waiting.pop(0), number, spare)
            self.measure.records = number - 1
            self.measure.digest = digest.hexdigest() if digest else ""

    def _next(
        self, waiting: _Waiting[Prepared], number: int, spare: list[bytearray]
    ) -> Generator[tuple[Block, Prepared], None, int]:
        """Yield the block that is next in the file, whose first record has this row number; returns the one
        behind it. The piece's memory is `spare` afterwards."""
        piece = waiting.piece
        block, prepared = waiting.parsed.result()
        self._pieces.append((number, piece.offset, piece.end))
        self.measure.size += piece.end
        block.first = number + (piece.offset == 0)
        yield block, prepared
        if waiting.hashed:
            waiting.hashed.result()
        if isinstance(block.columns, LateColumns):
            block.columns.close()
        spare.append(piece.data)
        return block.first + block.count

    def _parse_and_prepare(
        self, piece: Piece, prepare: Callable[[Block], Prepared]
    ) -> tuple[Block, Prepared]:
        check(piece, self.layout)
        block = self._parse(piece, 1)
        if piece.offset == 0:
            block = _without_header(block)
        return block, prepare(block)

    def _parse(self, piece: Piece, first: int) -> Block:
        """Parse whole records with Arrow; the header is still among them."""
        if not self.layout.blank_is_missing and _has_blank_line(piece.data[piece.begin : piece.end]):
            raise Irregular("it has blank lines, and the empty text is a value")
        ragged: dict[int, list[str]] = {}

        def keep(row: arrow_csv.InvalidRow) -> str:
            ragged[row.number - 1] = next(
                csv.reader(io.StringIO(row.text, newline=""), dialect=self.layout.settings), []
            )
            return "skip"

        width = self.layout.width
        # The first piece is read whole, so that its header can be taken off.
        chosen = list(range(width)) if piece.offset == 0 else self._columns
        found = self._parse_columns(piece, chosen, keep)
        count = len(found[chosen[0]]) + len(ragged)
        places = None
        if ragged:
            places = np.delete(np.arange(count, dtype=np.int64), sorted(ragged))
        columns: Sequence[pa.StringArray] = list(found.values())
        if len(found) < width:
            columns = LateColumns(width, found, partial(self._parse_late, piece), partial(self._cut, piece))
        return Block(first, count, columns, ragged, places)

    def _parse_late(self, piece: Piece, places: list[int]) -> dict[int, pa.StringArray]:
        """The other columns of a piece; from now on they are taken for asked for."""
        self._columns = list(range(self.layout.width))
        return self._parse_columns(piece, places, lambda row: "skip")

    def _parse_columns(
        self, piece: Piece, places: list[int], invalid: Callable[[arrow_csv.InvalidRow], str]
    ) -> dict[int, pa.StringArray]:
        """The columns at some places; `invalid` is told of the rows that have more or fewer cells."""
        names = [str(number) for number in range(self.layout.width)]
        try:
            table = arrow_csv.read_csv(
                pa.BufferReader(pa.py_buffer(piece.data).slice(piece.begin, piece.end - piece.begin)),
                arrow_csv.ReadOptions(use_threads=False, block_size=piece.end + 16, column_names=names),
                arrow_csv.ParseOptions(
                    delimiter=self.layout.settings.delimiter,
                    # The piece ends with a record, so nobody needs to look for a place to cut it.
                    newlines_in_values=piece.data[piece.end - 1] != LINE_FEED,
                    ignore_empty_lines=False,
                    invalid_row_handler=invalid,
                ),
                arrow_csv.ConvertOptions(
                    # The piece was found to be UTF-8 as a whole.
                    check_utf8=False,
                    column_types={name: pa.string() for name in names},
                    strings_can_be_null=False,
                    include_columns=[names[place] for place in places],
                ),
            )
        except pa.ArrowInvalid as error:
            raise Irregular(str(error)) from None
        return {place: _whole(table.column(number)) for number, place in enumerate(places)}

    def _exact_blocks(self, prepare: Callable[[Block], Prepared]) -> Iterator[tuple[Block, Prepared]]:
        with _Hashing(self.layout.path, self._algorithm) as raw:
            lines = CountedLines(_text(raw, self.layout))
            reader = csv.reader(lines, dialect=self.layout.settings)
            number = 1
            while chunk := list(_counted(islice(reader, _EXACT_ROWS), lines)):
                block = _block_of(chunk, number, self.layout.width)
                block = _without_header(block) if number == 1 else block
                number += len(chunk)
                self.measure.size = raw.size
                yield block, prepare(block)
            self.measure = Measure(raw.size, raw.digest, number - 1)

    def _exact_rows(self, numbers: Sequence[int]) -> dict[int, list[str]]:
        wanted = set(numbers)
        with _Hashing(self.layout.path, "") as raw:
            reader = csv.reader(_text(raw, self.layout), dialect=self.layout.settings)
            rows = enumerate(islice(reader, max(wanted)), start=1)
            return {number: cells for number, cells in rows if number in wanted}


def _counted(rows: Iterator[list[str]], lines: CountedLines) -> Iterator[list[str]]:
    """The rows as they are; the lines are told where each ends."""
    for row in rows:
        lines.end_record()
        yield row


class _Hashing(io.RawIOBase):
    """A file that counts and hashes what is read from it."""

    def __init__(self, path: Path, algorithm: str) -> None:
        self._stream = path.open("rb", buffering=0)
        self._hash = hashlib.new(algorithm) if algorithm else None
        self.size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count = self._stream.readinto(buffer) or 0
        self.size += count
        if self._hash:
            self._hash.update(memoryview(buffer)[:count])
        return count

    def close(self) -> None:
        self._stream.close()
        super().close()

    @property
    def digest(self) -> str:
        return self._hash.hexdigest() if self._hash else ""


def _text(raw: io.RawIOBase, layout: Layout) -> io.TextIOWrapper:
    newline = None if layout.line_ends_translated else ""
    return io.TextIOWrapper(io.BufferedReader(raw, 1024 * 1024), layout.encoding, newline=newline)


def _has_blank_line(data: bytearray) -> bool:
    return data.startswith((b"\n", b"\r\n")) or b"\n\n" in data or b"\n\r\n" in data


def _whole(column: pa.ChunkedArray) -> pa.StringArray:
    """A column in one piece."""
    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.concat_arrays(column.chunks) if column.num_chunks else text_array([])


def _block_of(chunk: list[list[str]], first: int, width: int) -> Block:
    """Records as a block."""
    ragged = {place: cells for place, cells in enumerate(chunk) if len(cells) != width}
    whole = [cells for cells in chunk if len(cells) == width] if ragged else chunk
    columns = [text_array([cells[number] for cells in whole]) for number in range(width)]
    places = np.delete(np.arange(len(chunk), dtype=np.int64), sorted(ragged)) if ragged else None
    return Block(first, len(chunk), columns, ragged, places)


def _without_header(block: Block) -> Block:
    """A block without its first record."""
    if 0 in block.ragged:
        del block.ragged[0]
        columns, places = block.columns, block.places
    else:
        columns = [column.slice(1) for column in block.columns]
        places = None if block.places is None else block.places[1:]
    shifted = None if places is None else places - 1
    ragged = {place - 1: cells for place, cells in block.ragged.items()}
    return Block(block.first + 1, block.count - 1, columns, ragged, shifted)
