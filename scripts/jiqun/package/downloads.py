"""The downloads: a finished package in the formats people open, each file with its size and SHA-256.

CSV in the package is canonical; everything here is derived from it and can be made again, byte for byte.
Empty cells are missing values in every format. Numbers with a fraction are the nearest double everywhere
but in CSV.
"""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jiqun.package.about import About, describe_package
from jiqun.package.citation import BIBTEX, CITATION_FILE, bibtex, citation_file
from jiqun.package.croissant import CROISSANT, make_croissant
from jiqun.package.csvw import CSVW, make_csvw
from jiqun.package.dcat import DCAT, make_dcat
from jiqun.package.download import Download
from jiqun.package.downloads_database import write_database
from jiqun.package.downloads_mirror import write_mirror, zip_member
from jiqun.package.downloads_spreadsheet import write_spreadsheet, write_spreadsheet_text
from jiqun.package.finished import FinishedPackage, FinishedTable

# Lists the SHA-256 of every file, as sha256sum --check reads it.
CHECKSUMS = "SHA256SUMS"


def write_downloads(package: FinishedPackage, folder: Path, base: str = "") -> list[Download]:
    """Write every format into `folder` and say what was written; SHA256SUMS lists them all.

    `base` is the address of the site the folder is to be `downloads/` of, with a slash at its end: with it
    the metadata name every file by its full address.

    `package/` is the package itself, file by file, pages among its sources packed; `csv-excel`, `parquet`,
    `json` and `jsonl` have a file per table; the workbook, the database and the archive hold everything.
    """
    downloads = [_describe(folder, path, "package", None) for path in _mirror(package, folder)]
    for kind, (suffix, write) in _PER_TABLE.items():
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for table in package.tables:
            path = f"{kind}/{table.name}{suffix}"
            write(table, folder / path)
            downloads.append(_describe(folder, path, kind, table.name))
    for kind, (suffix, write_all) in _WHOLE.items():
        path = f"{package.name}{suffix}"
        write_all(package, folder / path)
        downloads.append(_describe(folder, path, kind, None))
    about = describe_package(package, base)
    for kind, (path, make) in _METADATA.items():
        (folder / path).write_bytes(make(package, about, downloads).encode("utf-8"))
        downloads.append(_describe(folder, path, kind, None))
    sums = "".join(f"{download.sha256}  {download.path}\n" for download in downloads)
    (folder / CHECKSUMS).write_bytes(sums.encode("utf-8"))
    return downloads


def _describe(folder: Path, path: str, kind: str, table: str | None) -> Download:
    data = (folder / path).read_bytes()
    return Download(path, kind, table, len(data), hashlib.sha256(data).hexdigest())


def _mirror(package: FinishedPackage, folder: Path) -> Iterator[str]:
    return (f"package/{path}" for path in write_mirror(package, folder / "package"))


def _write_json(table: FinishedTable, path: Path) -> None:
    """An array of objects, one a line."""
    body = ",\n".join(_objects(table))
    path.write_bytes(f"[\n{body}\n]\n".encode() if body else b"[]\n")


def _write_json_lines(table: FinishedTable, path: Path) -> None:
    """JSON Lines: an object a line."""
    path.write_bytes("".join(f"{line}\n" for line in _objects(table)).encode("utf-8"))


def _objects(table: FinishedTable) -> Iterator[str]:
    names = [field.name for field in table.fields]
    for values in table.values:
        yield json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False)


def _write_parquet(table: FinishedTable, path: Path) -> None:
    """Parquet: strings, 64-bit integers, doubles; Zstandard."""
    # pyarrow takes half a second to load: only where it is used.
    import pyarrow
    import pyarrow.parquet

    types = {"integer": pyarrow.int64(), "number": pyarrow.float64()}
    schema = pyarrow.schema(
        [
            pyarrow.field(
                field.name,
                types.get(field.type, pyarrow.string()),
                metadata={"title": field.title.zh, "title_en": field.title.en},
            )
            for field in table.fields
        ]
    )
    columns = [
        pyarrow.array((values[number] for values in table.values), type=field.type)
        for number, field in enumerate(schema)
    ]
    pyarrow.parquet.write_table(pyarrow.Table.from_arrays(columns, schema=schema), path, compression="zstd")


def _write_archive(package: FinishedPackage, path: Path) -> None:
    """The whole package as a zip, in a folder of its name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in package.files:
            archive.writestr(zip_member(f"{package.name}/{name}"), (package.folder / name).read_bytes())


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


_PER_TABLE: dict[str, tuple[str, Callable[[FinishedTable, Path], None]]] = {
    "csv-excel": (".csv", write_spreadsheet_text),
    "parquet": (".parquet", _write_parquet),
    "json": (".json", _write_json),
    "jsonl": (".jsonl", _write_json_lines),
}
_WHOLE: dict[str, tuple[str, Callable[[FinishedPackage, Path], None]]] = {
    "xlsx": (".xlsx", write_spreadsheet),
    "sqlite": (".sqlite", write_database),
    "zip": (".zip", _write_archive),
}
_METADATA: dict[str, tuple[str, Callable[[FinishedPackage, About, Sequence[Download]], str]]] = {
    "croissant": (CROISSANT, lambda package, about, files: _json(make_croissant(package, about, files))),
    "dcat": (DCAT, lambda package, about, files: _json(make_dcat(package, about, files))),
    "csvw": (CSVW, lambda package, about, files: _json(make_csvw(package, about))),
    "citation": (CITATION_FILE, lambda package, about, files: citation_file(about)),
    "bibtex": (BIBTEX, lambda package, about, files: bibtex(about)),
}
METADATA = tuple(_METADATA)
