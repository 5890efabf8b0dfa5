"""The package as a catalogue of data sets: DCAT-AP 3.0 in JSON-LD, with the vocabularies of the EU.

The package is a data set, every table another that is part of it; each file is a distribution.
"""

from collections.abc import Sequence
from typing import Any

from jiqun.package.about import About
from jiqun.package.download import MEDIA_TYPES, Download
from jiqun.package.finished import FinishedPackage, Words

DCAT = "dcat.jsonld"
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
# Formats as the EU's list of file types has them; what it lacks is told by the media type.
_FILE_TYPES = {
    "csv-excel": "CSV",
    "json": "JSON",
    "jsonl": "JSON",
    "package": "CSV",
    "parquet": "PARQUET",
    "xlsx": "XLSX",
    "zip": "ZIP",
}
_THEMES = {"ECON": "Economy and finance", "GOVE": "Government and public sector"}
_CONTEXT: dict[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def make_dcat(package: FinishedPackage, about: About, downloads: Sequence[Download]) -> dict[str, Any]:
    """The JSON-LD of a package, which lies in the downloads' folder.

    Files are named relative to it, or by their full addresses where `about.base` is known.
    """
    whole = [file for file in downloads if file.table is None and file.format in ("zip", "xlsx", "sqlite")]
    dataset = _dataset("#dataset", about.title, about.description, whole, about)
    parts = []
    for table in package.tables:
        files = [
            file for file in downloads if file.table == table.name or file.path == f"package/{table.path}"
        ]
        parts.append(_dataset(f"#{table.name}", table.title, table.description, files, about))
    dataset["dct:hasPart"] = [{"@id": part["@id"]} for part in parts]
    for part in parts:
        part["dct:isPartOf"] = {"@id": dataset["@id"]}
    catalogue = {
        "@id": _place("#catalogue", about),
        "@type": "dcat:Catalog",
        **_head(about.title, about.description, about),
        "dcat:dataset": [{"@id": one["@id"]} for one in (dataset, *parts)],
        "dcat:themeTaxonomy": _concept("data-theme", "", "skos:ConceptScheme", "dct:title", "Data theme"),
        "foaf:homepage": {"@id": about.base or "../", "@type": "foaf:Document"},
    }
    return {"@context": _CONTEXT, "@graph": [catalogue, dataset, *parts]}


def _place(path: str, about: About) -> str:
    """A file of the downloads, or a part of this one, by its address."""
    if not about.base:
        return path
    return f"{about.base}downloads/{DCAT}{path}" if path.startswith("#") else f"{about.base}downloads/{path}"


def _texts(words: Words) -> list[dict[str, str]]:
    return [{"@value": words.zh, "@language": "zh"}, {"@value": words.en, "@language": "en"}]


def _concept(
    scheme: str, code: str, kind: str = "skos:Concept", naming: str = "skos:prefLabel", label: str = ""
) -> dict[str, Any]:
    """A term of the EU's vocabularies, with its class and name, so that none must be fetched to judge it."""
    term: dict[str, Any] = {"@id": f"{_AUTHORITY}{scheme}/{code}".rstrip("/"), "@type": kind}
    return {**term, naming: {"@value": label, "@language": "en"}} if label else term


def _head(title: Words, description: Words, about: About) -> dict[str, Any]:
    """What a catalogue and a data set both say."""
    makers = [
        {"@id": _place(f"#creator-{number}", about), "@type": "foaf:Agent", "foaf:name": name}
        for number, name in enumerate(about.creators, 1)
    ]
    head: dict[str, Any] = {
        "dct:title": _texts(title),
        "dct:description": _texts(description),
        "dct:publisher": makers[:1],
        "dct:creator": makers,
        "dct:language": [_concept("language", code, "dct:LinguisticSystem") for code in ("ZHO", "ENG")],
        "dct:spatial": _concept("country", "CHN", "dct:Location"),
    }
    if about.licence:
        head["dct:license"] = {"@id": about.licence, "@type": "dct:LicenseDocument"}
    if about.released:
        day = {"@value": about.released, "@type": "xsd:date"}
        head |= {"dct:issued": day, "dct:modified": day}
    return head


def _dataset(
    identifier: str, title: Words, description: Words, files: Sequence[Download], about: About
) -> dict[str, Any]:
    place = _place(identifier, about)
    head = _head(title, description, about)
    licence = head.pop("dct:license", None)
    dataset: dict[str, Any] = {
        "@id": place,
        "@type": "dcat:Dataset",
        **head,
        "dct:identifier": place,
        "dct:accessRights": _concept("access-right", "PUBLIC", "dct:RightsStatement"),
        "dcat:version": about.version,
        "dcat:keyword": list(about.keywords),
        "dcat:theme": [_concept("data-theme", code, label=label) for code, label in _THEMES.items()],
        "dcat:distribution": [_distribution(file, licence, about) for file in files],
    }
    if about.years:
        first, last = about.years
        dataset["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": f"{first}-01-01", "@type": "xsd:date"},
            "dcat:endDate": {"@value": f"{last}-12-31", "@type": "xsd:date"},
        }
    return dataset


def _distribution(file: Download, licence: dict[str, Any] | None, about: About) -> dict[str, Any]:
    place = {"@id": _place(file.path, about), "@type": "rdfs:Resource"}
    media_type = _MEDIA + MEDIA_TYPES[file.format]
    distribution: dict[str, Any] = {
        "@id": _place(f"#{file.path}", about),
        "@type": "dcat:Distribution",
        "dct:title": file.path,
        "dct:description": {"@value": f"{file.path} ({file.format})", "@language": "en"},
        "dcat:accessURL": place,
        "dcat:downloadURL": place,
        "dcat:mediaType": {"@id": media_type, "@type": "dct:MediaType"},
        "dct:format": _concept("file-type", _FILE_TYPES[file.format], "dct:MediaTypeOrExtent")
        if file.format in _FILE_TYPES
        else {"@id": media_type, "@type": "dct:MediaTypeOrExtent"},
        "dcat:byteSize": {"@value": str(file.bytes), "@type": "xsd:nonNegativeInteger"},
        "dcatap:availability": _concept("planned-availability", "STABLE", label="stable"),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {
                "@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
                "@type": "spdx:ChecksumAlgorithm",
            },
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }
    if licence:
        distribution["dct:license"] = licence
    return distribution
