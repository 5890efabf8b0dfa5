"""Static JSON at addresses that stay: `api/` for the package, a file for each table and one for each row.

    api/index.json              the package and its tables
    api/targets.json            all rows of a table, an array of objects
    api/targets/ROW_ID.json     a row, what it refers to, and where people read it

An address holds no version, so that a row that keeps its id keeps its address; the version is in the file. In
a file's name every character of an id but letters, digits, `.`, `_` and `-` is `~` and its UTF-8 bytes in
hexadecimal: the unit `t/a` is `unit_codes/t~2Fa.json`.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jiqun.package.about import About
from jiqun.package.finished import FinishedPackage, FinishedTable, Value
from jiqun.site.addresses import document_path, table_path

FOLDER = "api"
# Their pages show the document itself, with no mark of the row.
_UNMARKED = ("documents", "sections")


def write_row_files(package: FinishedPackage, about: About, folder: Path) -> None:
    """Write every file below `folder`, which is `api/` on the site."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "index.json", _index(package, about))
    for table in package.tables:
        names = [field.name for field in table.fields]
        rows = [dict(zip(names, values, strict=True)) for values in table.values]
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (folder / f"{table.name}.json").write_bytes(f"[\n{lines}\n]\n".encode() if rows else b"[]\n")
        if table.primary_key:
            (folder / table.name).mkdir()
            for row in rows:
                identifier = str(row[table.primary_key])
                path = folder / table.name / f"{file_name(identifier)}.json"
                _write(path, _row(table, identifier, row, about))


def file_name(identifier: str) -> str:
    """The id as the name of a file, without its suffix: safe in every file system and address."""
    return re.sub(
        "[^A-Za-z0-9._-]",
        lambda found: "".join(f"~{byte:02X}" for byte in found[0].encode("utf-8")),
        identifier,
    )


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_bytes((json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def _about(about: About) -> dict[str, Any]:
    return {"package": about.name, "version": about.version, "license": about.licence or about.licence_name}


def _index(package: FinishedPackage, about: About) -> dict[str, Any]:
    tables = [
        {
            "name": table.name,
            "title": table.title.zh,
            "title_en": table.title.en,
            "rows": len(table.rows),
            "href": f"{table.name}.json",
            **(
                {"key": table.primary_key, "row_href": f"{table.name}/{{id}}.json"}
                if table.primary_key
                else {}
            ),
        }
        for table in package.tables
    ]
    return {**_about(about), "title": about.title.zh, "title_en": about.title.en, "tables": tables}


def _row(table: FinishedTable, identifier: str, row: Mapping[str, Value], about: About) -> dict[str, Any]:
    """A row; addresses in it are relative to its own file."""
    pages = {"row": f"../../{table_path(table.name)}#{quote(identifier)}"}
    document = row.get("document_id")
    if document and row.get("start") is not None and table.name not in _UNMARKED:
        pages["passage"] = f"../../{document_path(str(document))}#{quote(identifier)}"
    references = {
        field.name: f"../{field.reference[0]}/{file_name(str(row[field.name]))}.json"
        for field in table.fields
        if field.reference and row[field.name] is not None
    }
    return {
        **_about(about),
        "table": table.name,
        "id": identifier,
        "row": row,
        "references": references,
        "pages": pages,
    }
