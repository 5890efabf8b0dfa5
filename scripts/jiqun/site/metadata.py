"""How to cite the package, and the package as schema.org describes a Dataset."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jiqun.package.about import About
from jiqun.package.citation import bibtex
from jiqun.package.download import MEDIA_TYPES, Download
from jiqun.package.finished import FinishedPackage
from jiqun.site.languages import Language


@dataclass(frozen=True, slots=True)
class Citation:
    """The citation in its forms; `released` is the day of the version's release, or None."""

    short: str
    long: str
    bibtex: str
    version: str
    released: str | None
    licences: list[tuple[str, str]]


def cite(package: FinishedPackage, about: About, language: Language) -> Citation:
    """The citation of a package; the year is that of the version's release, where it has one."""
    creators = "; ".join(about.creators)
    year = f" ({about.released[:4]})" if about.released else ""
    kind = "[数据集]" if language.code == "zh" else "[Data set]"
    licences = [
        (str(one.get("name", "")), str(one.get("path", ""))) for one in package.descriptor.get("licenses", [])
    ]
    return Citation(
        short=f"{creators}{year}: {language.pick(about.title)} {about.version}",
        long=f"{creators}{year}: {about.title.zh} / {about.title.en} {kind}."
        f" {language.say('version')} {about.version}. {about.licence_name}."
        + (f" {about.base}" if about.base else ""),
        bibtex=bibtex(about),
        version=about.version,
        released=about.released,
        licences=[one for one in licences if one[1].startswith(("https://", "http://"))],
    )


def describe(
    package: FinishedPackage, about: About, files: Sequence[Download], language: Language, base: str
) -> str:
    """schema.org JSON-LD of the package, safe inside a script element.

    `files` are the ones to offer; `base` is what leads from the page to the site's root, its full address or
    a relative one, with a slash at its end.
    """
    data: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": language.pick(about.title),
        "alternateName": about.title.en if language.code == "zh" else about.title.zh,
        "description": language.pick(about.description),
        "url": about.base or None,
        "identifier": f"{about.base or about.name}#{about.version}",
        "version": about.version,
        "datePublished": about.released,
        "dateModified": about.released,
        "license": about.licence,
        "creator": [{"@type": "Organization", "name": name} for name in about.creators],
        "citation": about.citation,
        "keywords": list(about.keywords),
        "inLanguage": ["zh-CN", "en"],
        "isAccessibleForFree": True,
        "temporalCoverage": "/".join(about.years) if about.years else None,
        "spatialCoverage": [{"@type": "Place", "name": language.pick(place)} for place in about.places],
        "measurementTechnique": language.say("technique"),
        "variableMeasured": [
            {
                "@type": "PropertyValue",
                "name": language.pick(table.title),
                "description": language.pick(table.description),
            }
            for table in package.tables
            if not table.is_code_list and table.primary_key
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.path,
                "encodingFormat": MEDIA_TYPES[file.format],
                "contentUrl": f"{base}downloads/{file.path}",
                "contentSize": f"{file.bytes} B",
                "sha256": file.sha256,
            }
            for file in files
            if file.format in MEDIA_TYPES
        ],
    }
    return in_script({name: value for name, value in data.items() if value})


def in_script(data: Mapping[str, Any]) -> str:
    """JSON that no text in it can end the script element of."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
