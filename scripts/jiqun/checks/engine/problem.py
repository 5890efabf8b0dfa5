"""One thing that is wrong, as every part of the checks room states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "notice"]
"""`error` makes a package invalid, `warning` alone gives exit code 2, a `notice` changes no exit code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A fault with its place.

    `row_number` counts the records of a CSV file from 1, the header included (as frictionless counts);
    `field_number` counts columns from 1. `descriptor` is frictionless's own error descriptor where the
    verdict is frictionless's, and empty where the check is ours.
    """

    type: str
    message: str
    level: Level = "error"
    title: str = ""
    hint: str = ""
    resource: str = ""
    row_number: int | None = None
    field_number: int | None = None
    field_name: str = ""
    cell: str | None = None
    descriptor: Mapping[str, object] = field(default_factory=dict)

    def properties(self, *names: str) -> dict[str, object]:
        """The problem under the property names of frictionless's reports (`rowNumber`, `fieldNumber` …): the
        named ones, None where it has none, or all."""
        own: dict[str, object] = {
            "type": self.type,
            "title": self.title,
            "message": self.message,
            "note": self.message,
            "rowNumber": self.row_number,
            "fieldNumber": self.field_number,
            "fieldName": self.field_name or None,
            "cell": self.cell,
            "level": self.level,
            "hint": self.hint,
            "resource": self.resource,
        }
        said = self.descriptor
        if not names:
            return own | dict(said)
        return {name: said[name] if name in said else own.get(name) for name in names}
