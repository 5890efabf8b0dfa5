"""The package as Croissant 1.1 (MLCommons): every table a record set over its Parquet file.

Parquet, because readers of Croissant guess the types of CSV cells: a region code would become a number, and
an empty cell among integers would turn them into fractions. Foreign keys are left to the other descriptions:
`mlcroissant` joins every table a record set refers to before it reads it, and fails where tables refer to
themselves or to an empty one.
"""

from collections.abc import Sequence
from typing import Any

from jiqun.package.about import About
from jiqun.package.download import Download
from jiqun.package.finished import FinishedField, FinishedPackage, FinishedTable, Words

CROISSANT = "croissant.json"
_CONFORMS_TO = "http://mlcommons.org/croissant/1.1"
_TYPES = {"integer": "sc:Integer", "number": "sc:Float"}
# What the reader of Croissant knows a Parquet file by is older than its registered media type.
_ENCODINGS = {"parquet": "application/x-parquet", "zip": "application/zip"}
# The context that the specification gives.
_CONTEXT: dict[str, Any] = {
    "@language": "zh",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def make_croissant(package: FinishedPackage, about: About, downloads: Sequence[Download]) -> dict[str, Any]:
    """The JSON-LD of a package; files are named relative to the downloads' folder, where it is to lie.

    With `about.base` they have the full addresses they get on the site.
    """
    parquet = {file.table: file for file in downloads if file.format == "parquet"}
    archive = [file for file in downloads if file.format == "zip"]
    metadata = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": _CONFORMS_TO,
        "name": _in_both(about.title),
        "description": _in_both(about.description),
        "url": about.base or None,
        "version": about.version,
        "datePublished": about.released,
        "license": about.licence or about.licence_name,
        "citeAs": about.citation,
        "creator": [{"@type": "sc:Organization", "name": name} for name in about.creators],
        "keywords": list(about.keywords),
        "inLanguage": ["zh", "en"],
        "distribution": [_file(file, about) for file in (*archive, *parquet.values())],
        "recordSet": [_record_set(table, parquet[table.name]) for table in package.tables if table.rows],
    }
    return {name: value for name, value in metadata.items() if value}


def _in_both(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _file(file: Download, about: About) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": f"{about.base}downloads/{file.path}" if about.base else file.path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": _ENCODINGS[file.format],
        "sha256": file.sha256,
    }


def _record_set(table: FinishedTable, file: Download) -> dict[str, Any]:
    record_set: dict[str, Any] = {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": _in_both(table.title),
        "description": _in_both(table.description),
    }
    if table.primary_key:
        record_set["key"] = {"@id": f"{table.name}/{table.primary_key}"}
    record_set["field"] = [_field(table, field, file) for field in table.fields]
    return record_set


def _field(table: FinishedTable, field: FinishedField, file: Download) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{field.name}",
        "name": _in_both(field.title),
        "description": _in_both(field.description),
        "dataType": _TYPES.get(field.type, "sc:Text"),
        "source": {"fileObject": {"@id": file.path}, "extract": {"column": field.name}},
    }
