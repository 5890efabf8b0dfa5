"""The largest table of a package, read while frictionless is still loaded.

Frictionless says how a table is read, and to load it takes half a second. Meanwhile the table is read as its
descriptor suggests; what was read counts only if frictionless then says the same.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from .descriptor import Descriptor, climbs, is_remote
from .pieces import Layout
from .records import Records

_LARGE = 16 * 1024 * 1024
"""Bytes of a table for which this is worth while."""
_MOST_PIECES = 16
_LONGEST_HEADER = 64 * 1024


class Ahead:
    """Gives the records of tables, those of the descriptor's largest one begun. `every_column` says whether
    all its columns will be asked for, or only those that frictionless could find fault with."""

    def __init__(self, descriptor: Descriptor | None = None, *, every_column: bool = True) -> None:
        self._begun: Records | None = None
        large = _large(descriptor) if descriptor else ()
        found = max(large, key=lambda item: item[0], default=None)
        if found:
            _, layout, labels, resource = found
            columns = None if every_column else _asked(resource.get("schema"), labels)
            self._begun = Records(layout, columns=columns)
            self._begun.begin(_MOST_PIECES)

    def records(self, layout: Layout, algorithm: str, columns: Collection[int] | None) -> Records:
        """The records of a table that is read so; see `Records`."""
        begun = self._begun
        if begun is None or not begun.layout.reads_as(layout):
            return Records(layout, algorithm=algorithm, columns=columns)
        self._begun = None
        begun.go_on(layout, algorithm, columns)
        return begun

    def close(self) -> None:
        """Give up what was begun and not asked for."""
        if self._begun:
            self._begun.leave()
            self._begun = None


def _large(descriptor: Descriptor) -> Iterator[tuple[int, Layout, list[str], dict[str, Any]]]:
    """The large tables: size, how each is likely to be read, its labels, and its descriptor."""
    for resource in descriptor.resources:
        path, encoding = resource.get("path"), resource.get("encoding", "utf-8")
        if not isinstance(path, str) or not path.lower().endswith(".csv") or is_remote(path) or climbs(path):
            continue
        if encoding not in ("utf-8", "utf8", "UTF-8", "UTF8") or "dialect" in resource:
            continue
        file = descriptor.folder / path
        try:
            size = file.stat().st_size
            labels = _labels(file) if size >= _LARGE else []
        except (OSError, ValueError, csv.Error):
            continue
        if labels:
            yield size, Layout(file, "utf-8", len(labels), csv.excel, True), labels, resource


def _labels(file: Path) -> list[str]:
    """The cells of a file's first line."""
    with file.open("rb") as stream:
        line = stream.readline(_LONGEST_HEADER).decode("utf-8-sig")
    return next(csv.reader([line]), [])


def _asked(schema: object, labels: list[str]) -> list[int] | None:
    """The places of the columns in which frictionless could find fault; None where the schema does not say
    so."""
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not isinstance(schema, dict) or not isinstance(fields, list):
        return None
    foreign_keys = schema.get("foreignKeys")
    keys = [schema.get("primaryKey")]
    if isinstance(foreign_keys, list):
        keys += [key.get("fields") for key in foreign_keys if isinstance(key, dict)]
    names = [name for key in keys for name in (key if isinstance(key, list) else [key])]
    free = [field.get("name") for field in fields if isinstance(field, dict) and _takes_any_text(field)]
    return [place for place, label in enumerate(labels) if label not in free or label in names]


def _takes_any_text(field: dict[str, Any]) -> bool:
    return field.get("type", "string") in ("string", "any") and not {"constraints", "format"} & field.keys()
