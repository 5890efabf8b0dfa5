"""The package's CSV files as CSV on the Web (W3C, 2015): columns, keys and what cells may hold.

Only foreign keys that every row has are declared: CSVW wants each row to refer to one, and has no way to say
that a key may be empty. `datapackage.json` has them all.
"""

import re
from typing import Any

from jiqun.package.about import About
from jiqun.package.finished import FinishedField, FinishedPackage, FinishedTable, Words

CSVW = "csvw.json"
_CONTEXT = "http://www.w3.org/ns/csvw"
_TYPES = {"integer": "integer", "number": "decimal"}


def make_csvw(package: FinishedPackage, about: About) -> dict[str, Any]:
    """The metadata of a table group, which lies beside the folder `package` of the downloads."""
    description: dict[str, Any] = {
        "@context": [_CONTEXT, {"@language": "zh"}],
        "@type": "TableGroup",
        "dc:title": _in_both(about.title),
        "dc:description": _in_both(about.description),
        "dc:creator": "; ".join(about.creators),
        "schema:version": about.version,
    }
    if about.licence:
        description["dc:license"] = {"@id": about.licence}
    if about.released:
        description["dc:issued"] = about.released
    return {
        **description,
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"], "header": True, "delimiter": ","},
        "tables": [_table(table, package) for table in package.tables],
    }


def _table(table: FinishedTable, package: FinishedPackage) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_column(field) for field in table.fields]}
    if table.primary_key:
        schema["primaryKey"] = table.primary_key
    foreign_keys = [
        {
            "columnReference": field.name,
            "reference": {"resource": _url(package.table_names[name]), "columnReference": column},
        }
        for field in table.fields
        if field.reference and _is_required(field)
        for name, column in [field.reference]
    ]
    if foreign_keys:
        schema["foreignKeys"] = foreign_keys
    return {
        "url": _url(table),
        "dc:title": _in_both(table.title),
        "dc:description": _in_both(table.description),
        "tableSchema": schema,
    }


def _url(table: FinishedTable) -> str:
    return f"package/{table.path}"


def _in_both(words: Words) -> list[dict[str, str]]:
    return [{"@value": words.zh, "@language": "zh"}, {"@value": words.en, "@language": "en"}]


def _is_required(field: FinishedField) -> bool:
    return bool(field.constraints.get("required"))


def _column(field: FinishedField) -> dict[str, Any]:
    return {
        "name": field.name,
        # The first title is what the header says; the others are for people.
        "titles": {"und": field.name, "zh": field.title.zh, "en": field.title.en},
        "dc:description": _in_both(field.description),
        "required": _is_required(field),
        "null": "",
        "datatype": _datatype(field),
    }


def _datatype(field: FinishedField) -> str | dict[str, Any]:
    """The type with its bounds; a closed list of values becomes a regular expression for want of another."""
    base = _TYPES.get(field.type, "string")
    constraints = field.constraints
    bounds: dict[str, Any] = {}
    if base == "string" and constraints.get("enum"):
        bounds["format"] = "|".join(map(re.escape, map(str, constraints["enum"])))
    elif base == "string" and constraints.get("pattern"):
        bounds["format"] = constraints["pattern"]
    for name in ("minimum", "maximum"):
        if base != "string" and name in constraints:
            bounds[name] = constraints[name]
    return {"base": base, **bounds} if bounds else base
