"""`jiqun explain`: a row, its cells, the sections that hold it, and the passage it came from with the span
marked."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jiqun.curation import ConversionError
from jiqun.package import SOURCES_FOLDER, iter_table
from jiqun.reading import Source, read_source
from jiqun.tables import TABLES, TABLES_BY_NAME, Table

# How much of the text is shown on either side of the span, where its paragraph is longer than that.
_CONTEXT = 200
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

Mark = tuple[str, str]
TERMINAL_MARK: Mark = ("\x1b[7m", "\x1b[0m")
PLAIN_MARK: Mark = ("【", "】")


def explain(row_id: str, package: Path, mark: Mark) -> str:
    """What a row says and where it comes from.

    `package` is the package's folder; `mark` opens and closes the span in the passage. Raises
    ConversionError when the package cannot be read or has no such row, ReadingError when its source cannot
    be read.
    """
    table, row = _find(row_id, package)
    lines = [f"{table.name}  {row_id}", ""]
    lines += _cells(table, row)
    document = _document(row.document_id, package)
    source = _source(document.source_file, package)
    lines += ["", f"{document.source_file}: {document.title}"]
    if row.start is None:
        lines.append("(about the whole document)")
    elif table.name != "documents":
        lines += [f"  {'  ' * depth}{heading}" for depth, heading in enumerate(_path(row, package))]
        lines += ["", _passage(source.text, row.start, row.end, (document.start, document.end), mark)]
    return "\n".join(lines)


def _source(name: str, package: Path) -> Source:
    """The source file that the tables call so. Raises ConversionError where it is none of the package's."""
    folder = (package / SOURCES_FOLDER).resolve()
    if not (folder / name).resolve().is_relative_to(folder):
        raise ConversionError(
            package, f"names the source file {name!r}, which lies outside it", "do not trust this package"
        )
    return read_source(folder / name, name)


def _find(row_id: str, package: Path) -> tuple[Table, Any]:
    for table in TABLES:
        if not table.is_code_list:
            for row in _rows(table, package):
                if getattr(row, table.primary_key) == row_id:
                    return table, row
    raise ConversionError(package, f"has no row {row_id!r}", "ids are in the first column of each table")


def _rows(table: Table, package: Path) -> Iterator[Any]:
    try:
        yield from iter_table(table, package / table.path)
    except FileNotFoundError:
        hint = "name the package's folder with --package DIR"
        raise ConversionError(package, f"is no package: it has no {table.path}", hint) from None
    except ValueError as error:
        raise ConversionError(package, f"cannot be read: {error}", "convert it anew") from None


def _document(document_id: str, package: Path) -> Any:
    for document in _rows(TABLES_BY_NAME["documents"], package):
        if document.document_id == document_id:
            return document
    raise ConversionError(package, f"has no document {document_id!r}", "see what `jiqun validate` says")


def _cells(table: Table, row: Any) -> list[str]:
    filled = [(field.name, field.write(getattr(row, field.name))) for field in table.fields]
    width = max(len(name) for name, cell in filled if cell)
    return [f"  {name.ljust(width)}  {_one_line(cell)}" for name, cell in filled if cell]


def _path(row: Any, package: Path) -> list[str]:
    """Ordinals and headings of the sections that hold the row's first character, from the outermost in."""
    holding = [
        section
        for section in _rows(TABLES_BY_NAME["sections"], package)
        if section.document_id == row.document_id and section.start <= row.start < section.end
    ]
    parents: Mapping[str, Any] = {section.section_id: section for section in holding}
    path: list[str] = []
    section = max(holding, key=lambda section: section.level, default=None)
    while section is not None and section.level > 0:
        path.insert(0, _one_line((section.ordinal_text or "") + section.heading))
        section = parents.get(section.parent_id)
    return path


def _passage(text: str, start: int, end: int, document: tuple[int, int], mark: Mark) -> str:
    """The paragraph around the span, cut to `_CONTEXT` characters on either side, with the span marked."""
    begin = max(text.rfind("\n", 0, start) + 1, document[0])
    close = text.find("\n", end - 1)
    close = document[1] if close < 0 else min(close, document[1])
    before, after = text[begin:start], text[end : max(close, end)]
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT] + "…"
    return f"{_printable(before)}{mark[0]}{_printable(text[start:end])}{mark[1]}{_printable(after)}"


def _one_line(cell: str) -> str:
    return _printable(cell).replace("\n", "⏎")


def _printable(text: str) -> str:
    """Without the control characters of a source: they must not steer a terminal."""
    return _CONTROL.sub("", text)
