"""Downloads for spreadsheet programs, in which no cell is run as a formula.

Excel takes text that begins with = + - @, a tab or a line end for a formula, and in East Asian settings the
full-width signs as well (OWASP, CSV Injection).
"""

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from jiqun.package.finished import FinishedField, FinishedPackage, FinishedTable, Value

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Limits of the format: longer text is cut and marked, more rows go on to a further sheet.
_CELL_LIMIT = 32_767
_CUT = "…[cut, see CSV]"
_SHEET_ROWS = 1_048_575
_NAME_LIMIT = 31
# Excel holds numbers as doubles and shows fifteen digits of them.
_WIDEST = 48


def neutralise(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def write_spreadsheet_text(table: FinishedTable, path: Path) -> None:
    """CSV that Excel opens as UTF-8: with byte order mark, CR LF, text cells neutralised."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    for row in table.rows:
        writer.writerow(
            [
                row[field.name] if field.type in ("integer", "number") else neutralise(row[field.name])
                for field in table.fields
            ]
        )
    path.write_bytes(buffer.getvalue().encode("utf-8-sig"))


def write_spreadsheet(package: FinishedPackage, path: Path) -> None:
    """A workbook: the dictionary of all fields first, then a sheet per table, header frozen and filterable.

    Text is written as text, never as formula or link; text that looks like a formula also carries the
    quote prefix, which keeps it text when someone edits the cell.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties(
        {
            "title": package.title.zh,
            "comments": package.description.zh,
            "created": datetime.datetime(1980, 1, 1),
        }
    )
    formats = {
        "header": book.add_format({"bold": True, "bg_color": "#E3EDF2", "bottom": 1}),
        "quoted": book.add_format({"quote_prefix": True}),
    }
    _write_sheet(book, formats, "dictionary", [_DICTIONARY, *_dictionary(package)])
    for table in package.tables:
        header: _Cells = [field.name for field in table.fields]
        for number in range(max(1, -(-len(table.rows) // _SHEET_ROWS))):
            suffix = f" ({number + 1})" if number else ""
            part = table.values[number * _SHEET_ROWS : (number + 1) * _SHEET_ROWS]
            _write_sheet(book, formats, table.name[: _NAME_LIMIT - len(suffix)] + suffix, [header, *part])
    book.close()


_Cells = Sequence[Value]
_DICTIONARY: _Cells = [
    "table",
    "field",
    "title",
    "title_en",
    "type",
    "required",
    "description",
    "description_en",
    "codes",
    "example",
]


def _dictionary(package: FinishedPackage) -> Iterator[_Cells]:
    for table in package.tables:
        for field in table.fields:
            yield [
                table.name,
                field.name,
                field.title.zh,
                field.title.en,
                field.type,
                "yes" if field.constraints.get("required") else None,
                field.description.zh,
                field.description.en,
                _codes(field),
                field.example,
            ]


def _codes(field: FinishedField) -> str | None:
    if field.reference:
        return " → {}.{}".format(*field.reference).strip()
    return "; ".join(f"{one.value} {one.label.zh}" for one in field.categories) or None


def _write_sheet(book: Any, formats: Any, name: str, rows: Sequence[_Cells]) -> None:
    sheet = book.add_worksheet(name)
    width = len(rows[0])
    for column in range(width):
        longest = max((_width(row[column]) for row in rows[:200]), default=0)
        sheet.set_column(column, column, min(max(longest + 2, 8), _WIDEST))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            _write_cell(sheet, formats, number, column, value)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows) - 1, width - 1)


def _write_cell(sheet: Any, formats: Any, number: int, column: int, value: Value) -> None:
    if value is None:
        return
    if not isinstance(value, str):
        sheet.write_number(number, column, value)
        return
    if len(value) > _CELL_LIMIT:
        value = value[: _CELL_LIMIT - len(_CUT)] + _CUT
    kind = formats["header"] if number == 0 else formats["quoted"] if neutralise(value) != value else None
    sheet.write_string(number, column, value, kind)


def _width(value: Value) -> int:
    """How wide a value shows, in Latin characters; a Chinese one is two."""
    text = "" if value is None else str(value)
    return sum(2 if character > "\u2e7f" else 1 for character in text[:_WIDEST])
