"""Frictionless's errors in words for people: what is wrong, and what can be done about it.

The place (row, column, value) is not said here, since every report gives it besides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_TYPE = re.compile(r'type is "([^/"]+)/(.*)"', re.DOTALL)
_CONSTRAINT = re.compile(r'constraint "(\w+)" is "(.*)"', re.DOTALL)
_SAME_ROW = re.compile(r"the same as in the row at position (\d+)")


def message(type: str, note: str, properties: Mapping[str, Any]) -> str:
    """What is wrong; empty where frictionless's own message says it best. `properties` are the error's, by
    the names of frictionless's reports."""
    if type in _FIXED:
        return _FIXED[type].format_map({"note": note, **properties})
    if type == "type-error" and (found := _TYPE.fullmatch(note)):
        name, format = found.groups()
        article = "an" if name[0] in "aeiou" else "a"
        return f"not {article} {name}" + (f" of the format {format}" if format != "default" else "")
    if type == "constraint-error" and (found := _CONSTRAINT.fullmatch(note)):
        name, value = found.groups()
        return _CONSTRAINTS[name].format(value) if name in _CONSTRAINTS else note
    if type in ("unique-error", "primary-key"):
        return _of_key("value" if type == "unique-error" else "key", note)
    if type == "foreign-key" and "referenceFieldNames" in properties:
        return _of_foreign_key(properties)
    return note if type in ("type-error", "constraint-error", "foreign-key") else ""


def _of_key(what: str, note: str) -> str:
    found = _SAME_ROW.fullmatch(note)
    return f"the same {what} as in row {found[1]}" if found else "the row has no key"


def _of_foreign_key(properties: Mapping[str, Any]) -> str:
    cells = [repr(str(cell)) for cell in properties["fieldCells"]]
    table = properties["referenceName"] or "this table"
    there = _listed(properties["referenceFieldNames"])
    return f"{_listed(properties['fieldNames'])} is {_listed(cells)}, which is not in {there} of {table}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"({', '.join(names)})"


_CONSTRAINTS = {
    "required": "a value is required",
    "minimum": "below the minimum, {}",
    "maximum": "above the maximum, {}",
    "exclusiveMinimum": "not above {}",
    "exclusiveMaximum": "not below {}",
    "minLength": "shorter than {}",
    "maxLength": "longer than {}",
    "pattern": "not of the pattern {}",
    "enum": "not one of {}",
}
_FIXED = {
    "blank-row": "the row is blank",
    "missing-cell": "there is no cell for {fieldName}",
    "extra-cell": "there is a cell more than the header has columns",
    "blank-label": "the column of {fieldName} has no label",
    "incorrect-label": "the label is {label}, the descriptor says {fieldName}",
    "missing-label": "there is no column {fieldName}",
    "extra-label": "no field describes the column {label}",
    "hash-count": "the hash is not as stated: {note}",
    "byte-count": "the size is not as stated: {note}",
    "row-count": "the number of rows is not as stated: {note}",
    "field-count": "the number of fields is not as stated: {note}",
}
HINTS = {
    "type-error": "Correct the cell, or the field's type or format in the descriptor.",
    "constraint-error": "Correct the cell, or loosen the constraint in the descriptor.",
    "unique-error": "Remove the repeated value, or drop `unique`.",
    "primary-key": "Give each row a key of its own.",
    "foreign-key": "Add the row that the key refers to, or correct the key.",
    "missing-cell": "The row is shorter than the header: look for a missing comma or a broken line.",
    "extra-cell": "The row is longer than the header: look for an unquoted comma.",
    "blank-row": "Delete the empty line.",
    "blank-label": "Name the column.",
    "duplicate-label": "Give each column a name of its own.",
    "incorrect-label": "Rename the column, or the field in the descriptor.",
    "missing-label": "Add the column, or remove the field from the descriptor.",
    "extra-label": "Describe the column in the descriptor, or remove it.",
    "hash-count": "The file was changed after the descriptor was written: write the descriptor anew.",
    "byte-count": "The file was changed after the descriptor was written: write the descriptor anew.",
    "row-count": "The file was changed after the descriptor was written: write the descriptor anew.",
    "field-count": "The file was changed after the descriptor was written: write the descriptor anew.",
    "encoding-error": "Save the file as UTF-8, or declare its encoding.",
    "scheme-error": "Check that the file is there and is a file.",
    "source-error": "Check that the file is a CSV table and is not empty.",
    "resource-error": "Correct the resource in the descriptor.",
    "package-error": "Correct the descriptor.",
    "field-error": "Correct the field in the descriptor.",
    "schema-error": "Correct the schema in the descriptor.",
}
