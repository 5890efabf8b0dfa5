"""Ids are slugs: they survive in file names, addresses and other people's tables."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from .engine.arrays import truths_of
from .engine.check import CellCheck
from .engine.columns import Column, Table
from .engine.masks import Mask

# Capitals, points and low lines are other people's custom (`ENSG00000139618`, `stop_12`), and as stable.
_SLUG = re.compile(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")


class Slugs(CellCheck):
    """A text primary key named `…_id` holds ASCII letters and digits only, with single hyphens, points and
    low lines between them."""

    name = "slugs"
    title = "Ids are slugs"
    level = "warning"
    types = ("id-not-a-slug",)
    hint = "Use letters of a-z, digits and single hyphens, and derive the id from what does not change."

    def judge_of(self, table: Table, column: Column) -> Callable[[str], str] | None:
        if column.name != table.key or not column.name.endswith("_id") or column.type != "string":
            return None
        return lambda text: "" if _SLUG.fullmatch(text) else f"{text!r} is not a slug"

    def suspects(self, cells: pa.StringArray) -> Mask:
        slugs = truths_of(pc.match_substring_regex(cells, f"^(?:{_SLUG.pattern})$"))
        return ~slugs
