"""A table's CSV as partitioned Parquet: the same rows in the same order, in files of some 50 MB of CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jiqun.tables import Table

if TYPE_CHECKING:
    import pyarrow

PARQUET_FOLDER = "data/parquet"
_PART_BYTES = 48 * 1024 * 1024
_BLOCK_BYTES = 4 * 1024 * 1024


def write_partitions(table: Table, folder: Path) -> list[str]:
    """Write `data/parquet/TABLE/part-00000.parquet` and so on from the table's CSV file in a package's
    folder.

    Text, 64-bit integers, decimals as doubles, null for an empty cell; Zstandard. Returns the paths written,
    relative to the folder. A part ends with a block of the file, so the same file gives the same parts.
    """
    # pyarrow takes half a second to load: only where it is used.
    import pyarrow.csv
    import pyarrow.parquet

    schema = _schema(table)
    source = folder / table.path
    options = pyarrow.csv.ConvertOptions(
        column_types=schema, strings_can_be_null=True, null_values=[""], quoted_strings_can_be_null=True
    )
    reader = pyarrow.csv.open_csv(
        source,
        read_options=pyarrow.csv.ReadOptions(use_threads=False, block_size=_BLOCK_BYTES),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=options,
    )
    place = Path(PARQUET_FOLDER) / table.name
    (folder / place).mkdir(parents=True)
    names: list[str] = []
    writer: pyarrow.parquet.ParquetWriter | None = None
    size = 0
    try:
        for batch in reader:
            if writer is None:
                names.append((place / f"part-{len(names):05}.parquet").as_posix())
                writer = pyarrow.parquet.ParquetWriter(folder / names[-1], schema, compression="zstd")
            writer.write_batch(batch)
            size += batch.nbytes
            if size >= _PART_BYTES:
                writer.close()
                writer, size = None, 0
    finally:
        if writer is not None:
            writer.close()
    return names


def _schema(table: Table) -> pyarrow.Schema:
    import pyarrow

    types = {"integer": pyarrow.int64(), "number": pyarrow.float64()}
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
