"""The SQLite download: tables with their keys, an index per foreign key, full-text search over quotes."""

import sqlite3
from pathlib import Path

from jiqun.package.finished import FinishedField, FinishedPackage, FinishedTable, PackageError

_TYPES = {"integer": "INTEGER", "number": "NUMERIC"}


def write_database(package: FinishedPackage, path: Path) -> None:
    """Write the package's tables into a new SQLite file.

    `passages` is a full-text index (FTS5, trigrams, so that Chinese is found without word boundaries; three
    characters at least) over the quotes of all tables: table_name, row_id, document_id, quote.
    """
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        # Foreign keys are checked at the end: tables refer to each other and come in the package's order.
        connection.execute("PRAGMA page_size = 4096")
        with connection:
            for table in package.tables:
                _write_table(connection, table)
            _write_passages(connection, package)
        connection.execute("VACUUM")
    finally:
        connection.close()


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _write_table(connection: sqlite3.Connection, table: FinishedTable) -> None:
    """Raises PackageError where a row lacks a required value or shares its key with another."""
    definitions = [_column(field) for field in table.fields]
    if table.primary_key:
        definitions.append(f"PRIMARY KEY ({_name(table.primary_key)})")
    definitions += [
        f"FOREIGN KEY ({_name(field.name)})"
        f" REFERENCES {_name(field.reference[0])} ({_name(field.reference[1])})"
        for field in table.fields
        if field.reference
    ]
    connection.execute(f"CREATE TABLE {_name(table.name)} ({', '.join(definitions)})")
    places = ", ".join("?" * len(table.fields))
    try:
        connection.executemany(f"INSERT INTO {_name(table.name)} VALUES ({places})", table.values)
    except sqlite3.IntegrityError as error:
        raise PackageError(table.location, str(error)) from None
    for field in table.fields:
        if field.reference:
            index = _name(f"{table.name}_{field.name}")
            connection.execute(f"CREATE INDEX {index} ON {_name(table.name)} ({_name(field.name)})")


def _column(field: FinishedField) -> str:
    required = " NOT NULL" if field.constraints.get("required") else ""
    return f"{_name(field.name)} {_TYPES.get(field.type, 'TEXT')}{required}"


def _write_passages(connection: sqlite3.Connection, package: FinishedPackage) -> None:
    connection.execute(
        "CREATE VIRTUAL TABLE passages USING fts5"
        "(table_name UNINDEXED, row_id UNINDEXED, document_id UNINDEXED, quote, tokenize = 'trigram')"
    )
    for table in package.tables:
        if table.primary_key and table.has("quote", "document_id"):
            key = _name(table.primary_key)
            connection.execute(
                f"INSERT INTO passages SELECT ?, {key}, document_id, quote FROM {_name(table.name)}"
                f" WHERE quote IS NOT NULL",
                (table.name,),
            )
