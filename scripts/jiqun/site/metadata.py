"""How to cite the package, and the package as schema.org describes a Dataset."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jiqun.package.downloads import Download
from jiqun.package.finished import FinishedPackage
from jiqun.site.languages import Language

_MEDIA_TYPES = {
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """The citation in its forms."""

    short: str
    long: str
    bibtex: str
    version: str
    licences: list[tuple[str, str]]


def cite(package: FinishedPackage, language: Language) -> Citation:
    """The citation of a package, from its descriptor; there is no year because no clock goes into outputs."""
    descriptor = package.descriptor
    title = language.pick(package.title)
    version = str(descriptor.get("version", ""))
    creators = "; ".join(str(one.get("title", "")) for one in descriptor.get("contributors", []))
    licences = [
        (str(one.get("name", "")), str(one.get("path", ""))) for one in descriptor.get("licenses", [])
    ]
    names = ", ".join(name for name, _ in licences)
    kind = "[数据集]" if language.code == "zh" else "[Data set]"
    return Citation(
        short=f"{creators}: {title} {version}",
        long=f"{creators}: {package.title.zh} / {package.title.en} {kind}."
        f" {language.say('version')} {version}. {names}.",
        bibtex="\n".join(
            [
                f"@dataset{{{package.name},",
                f"  title = {{{_braces(package.title.zh)} / {_braces(package.title.en)}}},",
                f"  author = {{{{{_braces(creators)}}}}},",
                f"  version = {{{_braces(version)}}},",
                f"  note = {{{_braces(names)}}}",
                "}",
            ]
        ),
        version=version,
        licences=[one for one in licences if one[1].startswith(("https://", "http://"))],
    )


def _braces(text: str) -> str:
    """Text that cannot end a BibTeX field early."""
    return text.replace("{", "(").replace("}", ")")


def describe(package: FinishedPackage, whole: list[Download], language: Language, base: str) -> str:
    """schema.org JSON-LD of the package, safe inside a script element.

    `base` is the site's address with a slash at its end, or `""` where it is not known: the files are then
    given relative to the page.
    """
    descriptor = package.descriptor
    data: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": package.title.zh,
        "alternateName": package.title.en,
        "description": language.pick(package.description),
        "version": str(descriptor.get("version", "")),
        "license": next((str(one.get("path", "")) for one in descriptor.get("licenses", [])), ""),
        "creator": [
            {"@type": "Organization", "name": str(one.get("title", ""))}
            for one in descriptor.get("contributors", [])
        ],
        "keywords": [str(word) for word in descriptor.get("keywords", [])],
        "inLanguage": ["zh-CN", "en"],
        "isAccessibleForFree": True,
        "variableMeasured": [
            language.pick(table.title)
            for table in package.tables
            if not table.is_code_list and table.primary_key
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": _MEDIA_TYPES[file.format],
                "contentUrl": f"{base}downloads/{file.path}",
                "contentSize": f"{file.bytes} B",
                "sha256": file.sha256,
            }
            for file in whole
            if file.format in _MEDIA_TYPES
        ],
    }
    return in_script(data)


def in_script(data: Mapping[str, Any]) -> str:
    """JSON that no text in it can end the script element of."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
