"""Parts of a table's CSV as Parquet: the same rows in the same order, some 50 MB of CSV a file."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from jiqun.tables import Table

if TYPE_CHECKING:
    import pyarrow

PARQUET_FOLDER = "data/parquet"
_BLOCK_BYTES = 1024 * 1024
_ROWS = 32 * 1024


def write_part(table: Table, folder: Path, number: int, start: int, end: int) -> str:
    """Write `data/parquet/TABLE/part-NUMBER.parquet` from the whole records that lie from offset `start` up
    to `end` of the table's CSV file in a package's folder; returns its path, relative to the folder.

    Text, 64-bit integers, decimals as doubles, null for an empty cell; Zstandard. A few megabytes are in
    memory at a time.
    """
    # pyarrow takes half a second to load: only where it is used.
    import pyarrow
    import pyarrow.csv
    import pyarrow.parquet

    schema = _schema(table)
    options = pyarrow.csv.ConvertOptions(
        column_types=schema, strings_can_be_null=True, null_values=[""], quoted_strings_can_be_null=True
    )
    name = f"{PARQUET_FOLDER}/{table.name}/part-{number:05}.parquet"
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    with (
        (folder / table.path).open("rb") as stream,
        pyarrow.csv.open_csv(
            pyarrow.PythonFile(_Stretch(stream, start, end), mode="r"),
            read_options=pyarrow.csv.ReadOptions(
                use_threads=False, block_size=_BLOCK_BYTES, column_names=table.column_names
            ),
            parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
            convert_options=options,
        ) as reader,
        pyarrow.parquet.ParquetWriter(folder / name, schema, compression="zstd") as writer,
    ):
        waiting: list[pyarrow.RecordBatch] = []
        for batch in reader:
            waiting.append(batch)
            if sum(map(len, waiting)) >= _ROWS:
                writer.write_table(pyarrow.Table.from_batches(waiting, schema))
                waiting = []
        if waiting:
            writer.write_table(pyarrow.Table.from_batches(waiting, schema))
    return name


class _Stretch:
    """A stretch of a file as a file of its own, for reading from its beginning to its end."""

    closed = False

    def __init__(self, stream: IO[bytes], start: int, end: int) -> None:
        self._stream = stream
        self._left = end - start
        stream.seek(start)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most so many."""
        data = self._stream.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(data)
        return data

    def close(self) -> None:
        """The file itself is another's to close."""
        self.closed = True


def _schema(table: Table) -> pyarrow.Schema:
    import pyarrow

    types: dict[str, Any] = {"integer": pyarrow.int64(), "number": pyarrow.float64()}
    return pyarrow.schema(
        [
            pyarrow.field(
                field.name,
                types.get(field.type, pyarrow.string()),
                metadata={"title": field.column.title_zh, "title_en": field.column.title_en},
            )
            for field in table.fields
        ]
    )
