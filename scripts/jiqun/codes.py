"""The published code lists: indicators, units, instruments, regions, industries."""

import csv
from functools import cache
from pathlib import Path


def folder() -> Path:
    """The folder of the code lists: inside the package when installed from a wheel, else the repository's."""
    inside = Path(__file__).parent / "codes"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "data" / "codes"


@cache
def read(name: str) -> list[dict[str, str]]:
    """The rows of a code list, such as `unit_codes`, by column name; the list is shared, do not change it.

    Raises FileNotFoundError when there is no such list.
    """
    with (folder() / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))
