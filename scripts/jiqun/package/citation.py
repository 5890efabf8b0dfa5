"""How to cite a package, in the formats that programs read: Citation File Format 1.2 and BibTeX."""

import json
import re
from collections.abc import Iterator

from jiqun.package.about import About

CITATION_FILE = "CITATION.cff"
BIBTEX = "citation.bib"
_MESSAGE = "引用本数据集时请使用以下信息。 If you use this dataset, please cite it as below."


def citation_file(about: About) -> str:
    """CITATION.cff of a package; every value is written as a JSON string, which is YAML, too."""
    return "".join(f"{line}\n" for line in _citation_lines(about))


def _citation_lines(about: About) -> Iterator[str]:
    yield "cff-version: 1.2.0"
    yield f"message: {_quoted(_MESSAGE)}"
    yield "type: dataset"
    yield f"title: {_quoted(f'{about.title.zh} / {about.title.en}')}"
    if about.description.en:
        yield f"abstract: {_quoted(f'{about.description.zh} {about.description.en}')}"
    yield "authors:"
    for name in about.creators:
        yield f"  - name: {_quoted(name)}"
    if about.version:
        yield f"version: {_quoted(about.version)}"
    if about.released:
        yield f"date-released: {_quoted(about.released)}"
    if re.fullmatch("[A-Za-z0-9.+-]+", about.licence_name):
        yield f"license: {about.licence_name}"
    elif about.licence:
        yield f"license-url: {_quoted(about.licence)}"
    if about.base:
        yield f"url: {_quoted(about.base)}"
    if about.keywords:
        yield "keywords:"
        for word in about.keywords:
            yield f"  - {_quoted(word)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def bibtex(about: About) -> str:
    """A BibTeX entry of the type dataset, with its version, as BibLaTeX knows both."""
    fields = {
        "title": f"{_plain(about.title.zh)} / {_plain(about.title.en)}",
        # The inner braces keep a body's name in one piece.
        "author": " and ".join(f"{{{_plain(name)}}}" for name in about.creators),
        "year": about.released[:4] if about.released else "",
        "date": about.released or "",
        "version": _plain(about.version),
        "url": about.base,
        "note": _plain(about.licence_name),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@dataset{{{about.name},\n" + ",\n".join(lines) + "\n}\n"


def _plain(text: str) -> str:
    """Text that cannot end a BibTeX field early, with what LaTeX would take for commands escaped."""
    return re.sub(r"[&%$#_]", r"\\\g<0>", text.replace("{", "(").replace("}", ")").replace("\\", "/"))
