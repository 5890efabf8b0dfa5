"""Rows to files: the tables as CSV, the descriptor, and putting a finished package in its place.

Knows formats and the schema, but no language and no documents' content.
"""

from jiqun.package.comma_separated import (
    cells_of,
    header_of,
    iter_table,
    read_table,
    records_of,
    write_table,
)
from jiqun.package.descriptor import (
    PACKAGE_NAME,
    SOURCES_FOLDER,
    FileFacts,
    facts_of,
    make_descriptor,
    make_schema,
    own_header,
    write_descriptor,
)
from jiqun.package.partitions import PARQUET_FOLDER, write_part
from jiqun.package.replacement import InUseError, Replacement, finish_interrupted
from jiqun.package.row_order import in_order
from jiqun.package.structure import find_faults, find_foreign

__all__ = [
    "PACKAGE_NAME",
    "PARQUET_FOLDER",
    "SOURCES_FOLDER",
    "FileFacts",
    "InUseError",
    "Replacement",
    "cells_of",
    "facts_of",
    "find_faults",
    "find_foreign",
    "finish_interrupted",
    "header_of",
    "in_order",
    "iter_table",
    "make_descriptor",
    "make_schema",
    "own_header",
    "read_table",
    "records_of",
    "write_descriptor",
    "write_part",
    "write_table",
]
