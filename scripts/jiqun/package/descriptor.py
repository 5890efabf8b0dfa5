"""datapackage.json, Data Package v2, generated from the one schema and the files of a finished package.

Titles and descriptions are Chinese, with their English in `title_en` and `description_en` (the standard
lets a descriptor carry further properties). `created` is left out: no clock goes into the outputs.
`fieldsMatch` is left out because its default, `exact`, is what is meant, and the standard's profile wants
an array where frictionless wants a string.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from jiqun import __version__
from jiqun.package.partitions import PARQUET_FOLDER
from jiqun.reading.formats.names import received_name
from jiqun.tables import CORRECTIONS, ERRORS, MANIFEST, TABLES, Document, Field, Table, references

PACKAGE_NAME = "industrial-cluster-policies"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SOURCES_FOLDER = "data/sources"

_LICENSE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
# Written out so that no reader guesses the delimiter or drops blanks that belong to a quote.
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}
_MEDIA_TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "htm": "text/html",
    "html": "text/html",
    "md": "text/markdown",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "txt": "text/plain",
}
_KEYWORDS = [
    "产业集群",
    "政策文本",
    "政策工具",
    "区域经济",
    "开放数据",
    "industrial clusters",
    "policy documents",
    "policy instruments",
    "regional economy",
    "China",
]


# Who made a package, until somebody says so.
_CONTRIBUTORS = [{"title": "jiqun contributors", "roles": ["creator"]}]
# What a descriptor says of the package as a whole, and not of its files.
_HEADER = (
    *("title", "title_en", "description", "description_en", "version", "licenses", "contributors"),
    *("keywords", "homepage", "id", "image", "created"),
)


class FileFacts(NamedTuple):
    """The size of a file in bytes, and their SHA-256 as hexadecimal digits."""

    bytes: int
    sha256: str


def facts_of(location: Path) -> FileFacts:
    """Size and hash of a file."""
    with location.open("rb") as stream:
        return FileFacts(location.stat().st_size, hashlib.file_digest(stream, "sha256").hexdigest())


def make_descriptor(
    files: Mapping[str, Path | FileFacts], documents: Sequence[Document], received_from: Mapping[str, str]
) -> dict[str, Any]:
    """The descriptor of a package.

    `files` maps the package's paths (posix, relative) to where each file lies now, or to what is known of it;
    `documents` are the rows
    of that table, or none for a package so large that the manifest alone lists its source files;
    `received_from` says where a file as received, by its name below data/sources, came from.
    A text that was extracted from another file of the package is a resource behind that file.
    """
    tables = [table for table in (*TABLES, MANIFEST, CORRECTIONS, ERRORS) if table.path in files]
    received = {name: _received(name, files) for name in sorted({row.source_file for row in documents})}
    parts = sorted(path for path in files if path.startswith(f"{PARQUET_FOLDER}/"))
    all_sources = [{"title": MANIFEST.title_zh, "title_en": MANIFEST.title_en, "path": MANIFEST.path}]
    return {
        "$schema": PROFILE,
        "name": PACKAGE_NAME,
        "title": "中国产业集群政策数据",
        "title_en": "Chinese industrial-cluster policies",
        "description": "从中国产业集群政策文件中抽取的集群、目标、指标、项目、措施、激励与机构，"
        "每个数值都可回溯到原文的位置。",
        "description_en": "Clusters, targets, indicators, projects, measures, incentives and organizations "
        "extracted from Chinese policy documents on industrial clusters; every value leads back to its "
        "place in the text.",
        "version": __version__,
        "licenses": [_LICENSE],
        "contributors": _CONTRIBUTORS,
        "keywords": _KEYWORDS,
        "sources": [
            _source(name, file, documents, received_from.get(file, "")) for name, file in received.items()
        ]
        or all_sources,
        "resources": [
            *(_table_resource(table, files[table.path]) for table in tables),
            *(
                _source_resource(file, name, files[f"{SOURCES_FOLDER}/{file}"], documents)
                for name, whole in received.items()
                for file in dict.fromkeys((whole, name))
            ),
            *(_part_resource(path, files[path]) for path in parts),
        ],
    }


def own_header(path: Path) -> dict[str, Any]:
    """What an older descriptor says of the package as a whole, where it names other contributors than this
    program does: whoever signed a package keeps its title, authors, licence and version when it is converted
    anew. Nothing where there is no such descriptor.
    """
    try:
        older = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(older, dict) or older.get("contributors") in (None, [], _CONTRIBUTORS):
        return {}
    return {key: older[key] for key in _HEADER if key in older}


def write_descriptor(descriptor: Mapping[str, Any], path: Path) -> None:
    """Write a descriptor as UTF-8 JSON, two blanks of indentation, LF."""
    text = json.dumps(descriptor, ensure_ascii=False, indent=2)
    path.write_bytes((text + "\n").encode("utf-8"))


def _received(name: str, files: Mapping[str, Path | FileFacts]) -> str:
    """Name of the file as received that holds a source's text, or that it was extracted from."""
    received = received_name(name)
    return received if received and f"{SOURCES_FOLDER}/{received}" in files else name


def _source(name: str, received: str, documents: Sequence[Document], received_from: str) -> dict[str, Any]:
    titles = [document.title for document in documents if document.source_file == name]
    source = {"title": "；".join(titles), "path": f"{SOURCES_FOLDER}/{received}"}
    return {**source, "received_from": received_from} if received_from else source


def _source_resource(
    file: str, name: str, location: Path | FileFacts, documents: Sequence[Document]
) -> dict[str, Any]:
    """A file of the source whose text is `name`: as received, or that text. A plain file, with its rights."""
    inside = [document for document in documents if document.source_file == name]
    encoding = inside[0].source_encoding if file == name else None
    facts = _file_facts(f"{SOURCES_FOLDER}/{file}", location, encoding)
    digest = facts["hash"].removeprefix("sha256:")
    return {
        "name": f"source-{digest[:12]}",
        "title": file,
        **facts,
        "rights": "；".join(dict.fromkeys(document.rights for document in inside)),
    }


def _part_resource(path: str, location: Path | FileFacts) -> dict[str, Any]:
    """A part of a table as Parquet: a plain file, which nobody who validates the CSV need read again."""
    place = PurePosixPath(path)
    # Under its usual name, `parquet`, frictionless would read it row by row.
    facts = {**_file_facts(path, location, None), "format": "apache-parquet"}
    return {"name": f"{place.parent.name}-{place.stem}", **facts}


def _table_resource(table: Table, location: Path | FileFacts) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "title": table.title_zh,
        "title_en": table.title_en,
        "description": table.description_zh,
        "description_en": table.description_en,
        **_file_facts(table.path, location, "utf-8"),
        "dialect": _DIALECT,
        "schema": make_schema(table),
    }


def _file_facts(path: str, location: Path | FileFacts, encoding: str | None) -> dict[str, Any]:
    """What is to be known of a file; `encoding` is None where it is not characters that it holds."""
    facts = location if isinstance(location, FileFacts) else facts_of(location)
    kind = PurePosixPath(path).suffix.lstrip(".").lower()
    return {
        "path": path,
        "format": kind,
        "mediatype": _MEDIA_TYPES[kind],
        **({"encoding": encoding} if encoding else {}),
        "bytes": facts.bytes,
        "hash": f"sha256:{facts.sha256}",
    }


def make_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table: fields, primary key, foreign keys."""
    schema: dict[str, Any] = {"fields": [_field(field) for field in table.fields], "missingValues": [""]}
    if table in TABLES:
        schema["primaryKey"] = [table.primary_key]
    foreign_keys = [
        {
            "fields": [field.name],
            # The standard's way to say "this very table" is to leave the resource out.
            "reference": {"fields": [column]}
            if other == table.name
            else {"resource": other, "fields": [column]},
        }
        for field, other, column in references(table)
    ]
    if foreign_keys:
        schema["foreignKeys"] = foreign_keys
    return schema


def _field(field: Field) -> dict[str, Any]:
    column = field.column
    described: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "title": column.title_zh,
        "title_en": column.title_en,
        "description": column.description_zh,
        "description_en": column.description_en,
        "example": column.example,
    }
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.pattern is not None:
        constraints["pattern"] = column.pattern
    if column.codes:
        constraints["enum"] = [code.value for code in column.codes]
        described["categories"] = [
            {"value": code.value, "label": code.label_zh, "label_en": code.label_en} for code in column.codes
        ]
    if constraints:
        described["constraints"] = constraints
    return described
