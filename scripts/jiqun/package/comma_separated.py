"""The canonical CSV: RFC 4180 quoting, UTF-8 without byte order mark, comma, LF, header row, "" for
missing."""

import csv
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path

from jiqun.tables import Row, Table


class _Lines:
    """Collects what csv.writer writes, one record at a time, with LF instead of CR LF at its end.

    The writer is told to end records with CR LF because it quotes exactly the cells that hold a character of
    its line end; told LF, it would leave a lone CR bare, which readers take for the end of a record.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line[:-2] + "\n")


def write_table(table: Table, rows: Sequence[Row], folder: Path) -> Path:
    """Write the rows, in the order given, to the table's path below the package's folder; returns that path.

    Raises TypeError or ValueError naming table, row and column where a value does not fit its column.
    """
    path = folder / table.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header_of(table) + records_of(cells_of(table, rows)))
    return path


def header_of(table: Table) -> bytes:
    """The first line of a table's file."""
    return records_of([[name] for name in table.column_names])


def records_of(columns: Sequence[Sequence[str]]) -> bytes:
    """The records of a file, from its cells column by column."""
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(zip(*columns, strict=True))
    return "".join(lines.lines).encode("utf-8")


def cells_of(table: Table, rows: Sequence[Row]) -> list[list[str]]:
    """The cells of the rows, column by column, without a call for each where all values are of the plain
    types.

    Raises TypeError or ValueError naming table, row and column where a value does not fit its column.
    """
    columns = []
    for field in table.fields:
        values = list(map(attrgetter(field.name), rows))
        types = set(map(type, values))
        try:
            if field.type == "string" and types <= {str}:
                columns.append(values)
            elif field.type == "integer" and types <= {int}:
                columns.append(list(map(str, values)))
            else:
                columns.append(list(map(field.write, values)))
        except (TypeError, ValueError):
            raise _misfit(table, field.name, rows) from None
    return columns


def _misfit(table: Table, column: str, rows: Sequence[Row]) -> Exception:
    """The error for the first row whose value does not fit the column."""
    field = table.field(column)
    for row in rows:
        try:
            field.write(getattr(row, column))
        except (TypeError, ValueError) as error:
            return type(error)(f"{table.name}, row {getattr(row, table.primary_key)}: {error}")
    raise AssertionError("no row misfits")


def read_table(table: Table, path: Path) -> list[Row]:
    """The rows of a table's CSV file.

    Raises ValueError naming file and line when the header is not the table's or a cell has the wrong type.
    """
    return list(iter_table(table, path))


def iter_table(table: Table, path: Path) -> Iterator[Row]:
    """The same row by row."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        header = next(reader, [])
        if header != table.column_names:
            raise ValueError(f"{path}: header is {','.join(header)}, expected {','.join(table.column_names)}")
        for cells in reader:
            try:
                values = {
                    field.name: field.read(cell) for field, cell in zip(table.fields, cells, strict=True)
                }
            except ValueError as error:
                raise ValueError(f"{path}: line {reader.line_num}: {error}") from None
            yield table.row(**values)
