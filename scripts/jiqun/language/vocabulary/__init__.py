"""Vocabularies as data: CSV files beside this module, one term a line."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def read(name: str) -> tuple[dict[str, str], ...]:
    """Rows of the vocabulary `name` (its file name without .csv), cells as text."""
    text = (resources.files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
