"""Small packages made for comparing them: a table with a key, one without, and a text."""

import csv
import json
from pathlib import Path
from typing import Any

FIELDS: list[dict[str, Any]] = [
    {"name": "id", "type": "string", "title": "编号", "constraints": {"required": True}},
    {"name": "value", "type": "number", "constraints": {"minimum": 0}},
    {"name": "kind", "type": "string", "categories": [{"value": "a", "label": "甲"}]},
]
ROWS = [["r-1", "1", "a"], ["r-2", "2", "a"], ["r-3", "3", "b"]]
NOTES = [["one", "1"], ["two", "2"], ["two", "2"]]


def make_package(
    folder: Path,
    version: str = "1.2.3",
    fields: list[dict[str, Any]] = FIELDS,
    rows: list[list[str]] = ROWS,
    notes: list[list[str]] = NOTES,
    text: str = "原文",
    changelog: str = "",
    **properties: Any,
) -> Path:
    """Write a package into `folder` and return it; `properties` go to the descriptor."""
    folder.mkdir(parents=True)
    _write(folder / "facts.csv", [[field["name"] for field in fields], *rows])
    _write(folder / "notes.csv", [["note", "number"], *notes])
    (folder / "text.txt").write_text(text, "utf-8")
    descriptor = {
        "name": "made",
        "version": version,
        **properties,
        "resources": [
            {"name": "facts", "path": "facts.csv", "schema": {"fields": fields, "primaryKey": ["id"]}},
            {
                "name": "notes",
                "path": "notes.csv",
                "schema": {"fields": [{"name": "note"}, {"name": "number"}]},
            },
            {"name": "text", "path": "text.txt", "hash": "irrelevant"},
        ],
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    if changelog:
        (folder / "CHANGELOG.md").write_text(changelog, "utf-8")
    return folder


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
