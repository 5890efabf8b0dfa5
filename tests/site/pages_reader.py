"""Reads built pages as a browser would find them: ids, links, and what they would fetch."""

import json
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

# Elements that fetch what they name; `a` only leads there.
_FETCHING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "link": "href",
    "object": "data",
}


@dataclass
class PageContent(HTMLParser):
    """What a page holds; `repeated` are ids that occur more than once."""

    ids: set[str] = field(default_factory=set)
    repeated: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    rows_file: str = ""
    language: str = ""
    _in_script: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            (self.repeated if given["id"] in self.ids else self.ids).add(given["id"])
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in _FETCHING and given.get(_FETCHING[tag]):
            self.fetched.append(given[_FETCHING[tag]])
        if tag == "img":
            self.images.append(given.get("src", ""))
        self.handlers += [name for name in given if name.startswith("on")]
        self.rows_file = given.get("data-source") or self.rows_file
        self._in_script = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)


@cache
def read_page(path: Path) -> PageContent:
    """The content of a built page; ids of rows that its script loads count as its own."""
    content = PageContent()
    content.feed(path.read_text("utf-8"))
    content.close()
    if content.rows_file:
        content.ids |= set(json.loads((path.parent / content.rows_file).read_text("utf-8"))["ids"])
    return content
