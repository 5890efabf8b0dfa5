"""The rows of a long table as columns, for the script of its page.

`rows.json` holds the rows' ids and a column per field, each in its shortest form:

    {"length": ..., "ids": [...], "tails": true, "columns": [{"name": ..., "kind": ..., ...}, ...]}

    number, text, passage        "values": a text per row
    code, key, fact, and texts   "keys", "labels": one per distinct value; "rows": the number of the value
    that recur                   of each row, -1 for none; all three without entries where no row has any
    own                          nothing: the ids are its values

Where `tails` is true an id is that of the row's document, a hyphen, and what `ids` has. A number may name the
columns that say more of it as "operator", with the "signs" of operators, and "upper", the end of a range.

Where cells are links "place" is their address with a tilde for the key, the row's id or, for a passage, the
document's id, with the row's id behind a "#" at its end; a fact has one of "places", its number in "of".
"""

import json
from collections.abc import Sequence
from typing import Any

from jiqun.package.finished import FinishedField, FinishedTable
from jiqun.site.rows import SIGNS, RowCells

# A text column is listed by its distinct values where they are at most this part of the rows.
_RECURRING = 0.5
_KEY = "~"


def as_columns(cells: RowCells) -> str:
    """All rows of a table as JSON, a column after the other."""
    table = cells.table
    ids, tails = _ids(table)
    columns = [_column(cells, field) for field in cells.header]
    data = {"length": len(table.rows), "ids": ids, "tails": tails, "columns": columns}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _ids(table: FinishedTable) -> tuple[list[str], bool]:
    """The rows' ids, and whether each is without its document's id at the start."""
    if not table.primary_key:
        return [], False
    ids = [row[table.primary_key] for row in table.rows]
    if not table.has("document_id") or table.primary_key == "document_id":
        return ids, False
    starts = [f"{row['document_id']}-" for row in table.rows]
    if not all(map(str.startswith, ids, starts)):
        return ids, False
    return list(map(str.removeprefix, ids, starts)), True


def _column(cells: RowCells, field: FinishedField) -> dict[str, Any]:
    kind = cells.kind(field)
    values = [row[field.name] for row in cells.table.rows]
    column: dict[str, Any] = {"name": field.name, "kind": kind}
    if kind == "own":
        return column | {"place": cells.own_place(_KEY)}
    if field.name in cells.table.unfilled and kind != "passage":
        return column | {"keys": [], "labels": [], "rows": []}
    if kind == "passage":
        # A document is its passage; all others are a place on its page.
        place = cells.document_place(_KEY) + ("" if cells.table.name == "documents" else "#")
        return column | {"values": values, "place": place, "empty": cells.passage_text("")}
    if kind == "number":
        return column | {"values": values} | _figure(cells, field)
    if kind == "fact":
        tables = [row["fact_table"] for row in cells.table.rows]
        distinct, numbers = _number(list(zip(tables, values, strict=True)), ("", ""))
        places = list(dict.fromkeys(table for table, _ in distinct))
        return column | {
            "keys": [value for _, value in distinct],
            "labels": [cells.fact_label(*key) for key in distinct],
            "rows": numbers,
            "places": [cells.fact_place(table, _KEY) for table in places],
            "of": [places.index(table) for table, _ in distinct],
        }
    keys, numbers = _number(values, "")
    if kind == "text":
        if len(keys) > len(values) * _RECURRING:
            return column | {"values": values}
        return column | {"keys": keys, "labels": keys, "rows": numbers}
    column |= {"keys": keys, "labels": [cells.key_label(field, key) for key in keys], "rows": numbers}
    return column | ({"place": cells.key_place(field, _KEY)} if kind == "key" else {})


def _figure(cells: RowCells, field: FinishedField) -> dict[str, Any]:
    """What says more of a number column."""
    figure = cells.figure(field)
    if figure is None:
        return {}
    return {"operator": figure.operator, "upper": figure.upper, "signs": SIGNS}


def _number(values: Sequence[Any], missing: Any) -> tuple[list[Any], list[int]]:
    """The distinct values in the order they come, and for each row the number of its value."""
    distinct: dict[Any, int] = {}
    numbers = [-1 if value == missing else distinct.setdefault(value, len(distinct)) for value in values]
    return list(distinct), numbers
