"""The plain structural check of rows before anything is published: keys, references, codes, patterns.

It looks at the rows themselves, column by column, and is quick enough to run on every conversion. What
needs the sources or the written files is for `jiqun.checks`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from jiqun.tables import TABLES_BY_NAME, Field, Row, Table, references


def find_faults(
    tables: Mapping[str, Sequence[Row]], codes: Mapping[str, set[str]], limit: int = 5
) -> list[str]:
    """What is wrong with the rows, as up to `limit` messages that name table, row, column and value.

    `tables` maps table names to rows, `codes` names of code lists to the codes they hold.
    """
    return list(islice(_faults(tables, codes), limit))


# What follows the document's id in the ids of its rows: -m120, -m120-2.
_OWN = re.compile("-[a-z]+[0-9]+(?:-[0-9]+)*")


def find_foreign(tables: Mapping[str, Sequence[Row]], limit: int = 5) -> list[str]:
    """Rows whose id, or whose reference to another row, is not made of their own document's id.

    Where there are none and no two documents share an id, no two rows do, and no row refers to one of another
    document: nothing that only shows in all rows together is left to be judged.
    """
    return list(islice(_foreign(tables), limit))


def _foreign(tables: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    for name, rows in tables.items():
        table = TABLES_BY_NAME[name]
        if name == "documents":
            continue
        own = {table.primary_key}
        own |= {
            field.name for field, other, _ in references(table) if other in tables and other != "documents"
        }
        documents = _column(rows, "document_id")
        for column in sorted(own):
            values = _column(rows, column)
            for row, document, value in zip(rows, documents, values, strict=True):
                if value is not None and not _is_of(str(document), str(value)):
                    identifier = getattr(row, table.primary_key)
                    yield f"{name}, row {identifier}: {column} {value!r} is no id of document {document}"


def _is_of(document: str, identifier: str) -> bool:
    return identifier.startswith(document) and _OWN.fullmatch(identifier, len(document)) is not None


def _faults(tables: Mapping[str, Sequence[Row]], codes: Mapping[str, set[str]]) -> Iterator[str]:
    keys = {name: set(_column(rows, TABLES_BY_NAME[name].primary_key)) for name, rows in tables.items()}
    known: dict[str, set[object]] = {**keys, **{name: set(values) for name, values in codes.items()}}
    for name, rows in tables.items():
        table = TABLES_BY_NAME[name]
        identifiers = _column(rows, table.primary_key)
        for identifier, times in Counter(identifiers).items():
            if times > 1:
                yield f"{name}: {table.primary_key} {identifier!r} occurs {times} times"
        for field in table.fields:
            yield from _field_faults(table, field, rows)
        if "start" in table.column_names:
            yield from _span_faults(table, rows)
        for field, other, _ in references(table):
            missing = set(_column(rows, field.name)) - known[other] - {None}
            yield from _name_rows(table, field, rows, missing, f"is not in {other}")


def _field_faults(table: Table, field: Field, rows: Sequence[Row]) -> Iterator[str]:
    """Missing values, codes outside the list, text outside the pattern, numbers below the minimum."""
    values = set(_column(rows, field.name))
    if field.required:
        yield from _name_rows(table, field, rows, values & {None, ""}, "is required")
    values -= {None}
    column = field.column
    if column.codes:
        wrong = values - {code.value for code in column.codes}
        yield from _name_rows(table, field, rows, wrong, "is none of its codes")
    if column.pattern is not None:
        pattern = re.compile(column.pattern)
        wrong = {value for value in values if not pattern.fullmatch(str(value))}
        yield from _name_rows(table, field, rows, wrong, f"does not match {column.pattern}")
    if column.minimum is not None:
        wrong = {value for value in values if value < column.minimum}  # type: ignore[operator]
        yield from _name_rows(table, field, rows, wrong, f"is below {column.minimum}")


def _span_faults(table: Table, rows: Sequence[Row]) -> Iterator[str]:
    for row, start, end in zip(rows, _column(rows, "start"), _column(rows, "end"), strict=True):
        if (start is None) != (end is None) or (
            isinstance(start, int) and isinstance(end, int) and start >= end
        ):
            yield f"{table.name}, row {getattr(row, table.primary_key)}: {start}-{end} is no span"


def _name_rows(
    table: Table, field: Field, rows: Sequence[Row], wrong: set[object], complaint: str
) -> Iterator[str]:
    if not wrong:
        return
    for row in rows:
        value = getattr(row, field.name)
        if value in wrong:
            yield f"{table.name}, row {getattr(row, table.primary_key)}: {field.name} {value!r} {complaint}"


def _column(rows: Sequence[Row], name: str) -> list[object]:
    return [getattr(row, name) for row in rows]
