"""Rows to files: the tables as CSV, the descriptor, and putting a finished package in its place.

Knows formats and the schema, but no language and no documents' content.
"""

from jiqun.package.comma_separated import read_table, write_table
from jiqun.package.descriptor import (
    PACKAGE_NAME,
    SOURCES_FOLDER,
    make_descriptor,
    make_schema,
    write_descriptor,
)
from jiqun.package.replacement import Replacement
from jiqun.package.row_order import in_order
from jiqun.package.structure import find_faults

__all__ = [
    "PACKAGE_NAME",
    "SOURCES_FOLDER",
    "Replacement",
    "find_faults",
    "in_order",
    "make_descriptor",
    "make_schema",
    "read_table",
    "write_descriptor",
    "write_table",
]
