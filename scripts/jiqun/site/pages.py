"""The generated pages: every table, every document, and the pages about them, in both languages.

A page is written as a Markdown file that holds its title and outline and nothing else, beside the HTML of
its body: what comes from a package never goes through Markdown. The hook puts the two together.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from html import escape, unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from jiqun.checks import Report, validate
from jiqun.package.about import describe_package
from jiqun.package.changelog import CHANGELOG, read_changelog
from jiqun.package.download import Download
from jiqun.package.downloads import METADATA
from jiqun.package.downloads_mirror import served_path
from jiqun.package.finished import FinishedPackage, FinishedTable, check_name
from jiqun.reading.formats.names import received_name
from jiqun.site import accounts, metadata, passages, scores
from jiqun.site.addresses import Address, document_path, table_path
from jiqun.site.bilingual import said_in
from jiqun.site.charts import COLUMN, HALF, NARROW, WIDE, element
from jiqun.site.columns import as_columns
from jiqun.site.facets import find_facets
from jiqun.site.figures import Figure, Figures
from jiqun.site.labels import code_label, plain_labels, shorten
from jiqun.site.languages import LANGUAGES, Language
from jiqun.site.rows import RowCells

_HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>')
_LEAD = re.compile(r'<p class="lead">(.*?)</p>', re.DOTALL)
_TAG = re.compile("<[^>]*>")
# Documents that the home page lists; all are on their own page.
_HOME_DOCUMENTS = 12
# Tables whose rows people search for by name.
_NAMED = ("clusters", "organizations")
# Rows of a table that the search lists by their names.
_MOST_NAMES = 3000
# Why a quantity feeds no fact: no rule could place it.
_UNRESOLVED = "unresolved"
# Problems of an invalid package that the page of its quality lists.
_MOST_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a page's outline: heading level, anchor, title as plain text."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, title as plain text, body as HTML, outline, and what the theme leaves out."""

    address: Address
    title: str
    body: str
    outline: Sequence[Entry]
    hide: tuple[str, ...] = ("navigation",)
    files: tuple[tuple[str, str], ...] = ()

    @property
    def boost(self) -> int:
        """How much a hit counts in a search: in a table more than in the documents its rows are from."""
        return 4 if self.address.path.startswith("tables/") else 1


class Site:
    """All pages of a package.

    `base` is the address of the site with a slash at its end, `feedback` the one where readers report
    mistakes; either may be `""`.
    """

    def __init__(
        self, package: FinishedPackage, downloads: Sequence[Download], base: str, feedback: str = ""
    ) -> None:
        self.package = package
        self.about = describe_package(package, base)
        self.feedback = feedback
        self.downloads = downloads
        self.base = base
        self.documents = package.rows("documents")
        for document in self.documents:
            check_name(document["document_id"], package.table_names["documents"].location)
        self.fact_tables = [
            table for table in package.tables if table.has("document_id") and table.primary_key
        ]

    def pages(self) -> Iterator[Page]:
        """Every page in every language."""
        for language in LANGUAGES:
            yield self._home(Address(language, ""))
            yield self._tables(Address(language, "tables/"))
            for table in self.package.tables:
                yield self._table(Address(language, table_path(table.name)), table)
            yield self._document_list(Address(language, "documents/"))
            for document in self.documents:
                yield self._document(Address(language, document_path(document["document_id"])), document)
            yield self._explore(Address(language, "explore/"))
            yield self._quality(Address(language, "quality/"))
            yield self._score(Address(language, "score/"))
            yield self._downloads(Address(language, "downloads/"))
            yield from self.about_pages(language)

    def about_pages(self, language: Language) -> Iterator[Page]:
        """The pages about the package as a whole: how to cite it, and what changed in it."""
        yield self._cite(Address(language, "cite/"))
        yield self._changelog(Address(language, "changelog/"))

    # --- One page each -----------------------------------------------------------------------------------

    def _home(self, address: Address) -> Page:
        drawn = Figures(self.package, address)
        compared = drawn.comparisons()
        # Money says more at first sight than counts.
        compared.sort(key=lambda figure: not figure.identifier.endswith("-CNY"))
        charts = [drawn.instruments(), *compared[:1]]
        return self._page(
            address,
            address.language.say("home"),
            "index.html",
            package=self.package,
            facts=[table for table in self.fact_tables if table.rows],
            charts=_drawn(charts, HALF),
            documents=self.documents[:_HOME_DOCUMENTS],
            more=len(self.documents) > _HOME_DOCUMENTS,
            whole=self._whole(address.language),
            citation=metadata.cite(self.package, self.about, address.language),
            metadata=metadata.describe(
                self.package,
                self.about,
                [*(file for file, _ in self._whole(address.language)), *self._canonical()],
                address.language,
                self.base or address.file(""),
            ),
            hide=("navigation", "toc"),
        )

    def _tables(self, address: Address) -> Page:
        groups = [
            ("data_tables", self.fact_tables),
            ("code_lists", [table for table in self.package.tables if table.is_code_list]),
            (
                "provenance",
                [table for table in self.package.tables if not table.is_code_list and not table.primary_key],
            ),
        ]
        return self._page(address, address.language.say("tables"), "tables.html", hide=(), groups=groups)

    def _table(self, address: Address, table: FinishedTable) -> Page:
        cells = RowCells(self.package, table, address)
        downloads = [file for file in self.downloads if file.table == table.name]
        canonical = [file for file in self.downloads if file.path == f"package/{table.path}"]
        return self._page(
            address,
            address.language.pick(table.title),
            "table.html",
            table=table,
            cells=cells,
            downloads=[*canonical, *downloads],
            facets=list(find_facets(cells)),
            citation=metadata.cite(self.package, self.about, address.language),
            names=self._names(table) if len(table.rows) <= _MOST_NAMES else [],
            siblings=[one for one in self.fact_tables if one.rows],
            hide=("navigation", "toc"),
            files=(("rows.json", as_columns(cells)),) if cells.is_long else (),
        )

    def _names(self, table: FinishedTable) -> list[tuple[str, str, str]]:
        """The rows of a table that have names: id, name and the title of their document."""
        if table.name not in _NAMED or not table.primary_key or not table.has("document_id", "name"):
            return []
        titles = {row["document_id"]: row["title"] for row in self.documents}
        return [
            (row[table.primary_key], row["name"], titles.get(row["document_id"], ""))
            for row in table.rows
            if row["name"]
        ]

    def _document_list(self, address: Address) -> Page:
        documents = [(document, self._counts(document["document_id"])) for document in self.documents]
        return self._page(
            address,
            address.language.say("documents"),
            "documents.html",
            documents=documents,
            hide=("navigation", "toc"),
        )

    def _document(self, address: Address, document: Mapping[str, str]) -> Page:
        language = address.language
        text = passages.read_text(self.package, document)
        facts = passages.find_facts(self.package, document, self._rows_of, language)
        sections = self._sections(document)
        pieces = passages.cut(text, int(document["start"]), facts, sections)
        headings = {
            row["section_id"]: escape(" ".join((row["ordinal_text"] + row["heading"]).split()))
            for row in sections
        }
        found = [
            (table, [fact for fact in facts if fact.table == table.name])
            for table in map(self.package.table_names.get, passages.MARKED)
            if table is not None
        ]
        page = self._page(
            address,
            shorten(document["title"], 80),
            "document.html",
            document=document,
            lead="document_lead_extracted" if self._is_extracted(document) else "document_lead",
            about=self._about(document, address),
            source=self._source(document),
            found=[(table, rows) for table, rows in found if rows],
            notices=accounts.notices(self.package, address, document["document_id"], self._rows_of),
            text="".join(_mark(piece, address, headings) for piece in pieces),
            files=(("facts.json", self._facts(facts, address)),),
        )
        outline = [
            Entry(2 + int(row["level"]), row["section_id"], shorten(row["ordinal_text"] + row["heading"], 48))
            for row in sections
            if row["level"] != "0"
        ]
        return Page(page.address, page.title, page.body, [*page.outline, *outline], files=page.files)

    def _facts(self, facts: Sequence[passages.Fact], address: Address) -> str:
        """What the script of a document's page shows of its rows.

        `tables` has a title, an address and the fields' titles by table; `rows` the table, the label and the
        filled cells that say something, each after the number of its field.
        """
        tables = {
            name: RowCells(self.package, self.package.table_names[name], address)
            for name in dict.fromkeys(fact.table for fact in facts)
        }
        pick = address.language.pick
        about = {
            name: [
                pick(cells.table.title),
                address.page(table_path(name)),
                [cells.heading(field) for field in cells.header],
            ]
            for name, cells in tables.items()
        }
        rows = {
            fact.identifier: [fact.table, fact.label, tables[fact.table].said(fact.identifier)]
            for fact in facts
        }
        return json.dumps({"tables": about, "rows": rows}, ensure_ascii=False, separators=(",", ":")) + "\n"

    def _is_extracted(self, document: Mapping[str, str]) -> bool:
        """Whether the document's text was extracted from another file of the package."""
        received = received_name(document["source_file"])
        return received is not None and f"{passages.SOURCES}/{received}" in self.package.files

    def _about(self, document: Mapping[str, str], address: Address) -> list[tuple[str, str]]:
        """What is known of a document, field by field, codes with their labels."""
        cells = RowCells(self.package, self.package.table_names["documents"], address)
        names = ("issuer", "author", "document_number", "issued_on", "document_type", "region_code", "rights")
        return [
            (cells.heading(field), cells.key_label(field, document[field.name]))
            for field in cells.table.fields
            if field.name in (*names, "sha256") and document[field.name]
        ]

    def _source(self, document: Mapping[str, str]) -> Download | None:
        """The file as received that a document is from, where it is among the downloads."""
        name = document["source_file"]
        whole = received_name(name) if self._is_extracted(document) else None
        path = f"package/{served_path(f'{passages.SOURCES}/{whole or name}')}"
        return self._by_path.get(path)

    def _explore(self, address: Address) -> Page:
        drawn = Figures(self.package, address)
        groups = [
            ("measures", [drawn.instruments(), drawn.instruments_by_document()]),
            ("figures_compared", [drawn.subjects_of_figures()]),
            ("projects", [drawn.projects()]),
            ("clusters", [drawn.industries(), drawn.cluster_kinds()]),
        ]
        charts = [(f"explore_{name}", _drawn(found, WIDE)) for name, found in groups if any(found)]
        compared = _drawn(drawn.comparisons(), COLUMN)
        page = self._page(
            address, address.language.say("explore"), "explore.html", groups=charts, compared=compared
        )
        outline = [
            entry
            for name, found in charts
            for entry in (
                Entry(2, name.replace("_", "-"), address.language.say(name)),
                *(
                    Entry(3, chart.identifier, chart.title)
                    for chart, _ in [*found, *(compared if name == "explore_figures_compared" else [])]
                ),
            )
        ]
        return Page(page.address, page.title, page.body, outline)

    def _quality(self, address: Address) -> Page:
        language = address.language
        ledger = accounts.account(self.package)
        totals = sum((line.reasons for line in ledger), Counter[str]())
        drawn = Figures(self.package, address)
        label = partial(self._label, language)
        kinds = Counter(row["kind"] for row in self.package.rows("issues"))
        by_origin = [
            (table, Counter(row["origin"] for row in table.rows))
            for table in self.fact_tables
            if table.has("origin")
        ]
        origins = sorted({origin for _, counts in by_origin for origin in counts}, reverse=True)
        return self._page(
            address,
            language.say("quality"),
            "quality.html",
            ledger=ledger,
            # That nothing is unresolved is worth a column, too.
            reasons=[
                *sorted(set(totals) - {_UNRESOLVED}, key=lambda reason: (-totals[reason], reason)),
                _UNRESOLVED,
            ],
            places=drawn.places,
            totals=totals,
            reason_label=self._reason_labels(language).get,
            issues=[(kind, label("issues", "kind", kind), count) for kind, count in kinds.most_common()],
            charts=_drawn([drawn.ledger(ledger)], WIDE),
            by_origin=by_origin,
            verdict=self._verdict,
            problems=list(self._verdict.every("error", "warning"))[:_MOST_PROBLEMS],
            origins={origin: label(by_origin[0][0].name, "origin", origin) for origin in origins},
        )

    def _score(self, address: Address) -> Page:
        board = self._scoreboard
        wrong = [
            line
            for line in board.lines
            if any(
                one.right < max(one.gold, one.found)
                for group in board.groups
                if (one := group.lines.get(line.name))
            )
        ]
        return self._page(address, address.language.say("score"), "score.html", board=board, wrong=wrong)

    @cached_property
    def _by_path(self) -> Mapping[str, Download]:
        return {file.path: file for file in self.downloads}

    @cached_property
    def _verdict(self) -> Report:
        """What the validator says of the package."""
        return validate(self.package.folder)

    @cached_property
    def _scoreboard(self) -> scores.Scoreboard:
        return scores.measure(self.package)

    def _downloads(self, address: Address) -> Page:
        language = address.language
        by_path = self._by_path
        formats = list(dict.fromkeys(file.format for file in self.downloads if file.table))
        tables = [
            (
                table,
                [
                    by_path[f"package/{table.path}"],
                    *(file for file in self.downloads if file.table == table.name),
                ],
            )
            for table in self.package.tables
        ]
        rights = {row["source_file"]: row["rights"] for row in self.documents}
        sources = [
            (by_path[path], right)
            for name, right in rights.items()
            for file in (received_name(name), name)
            if (path := f"package/{served_path(f'{passages.SOURCES}/{file}')}") in by_path
        ]
        return self._page(
            address,
            language.say("downloads"),
            "downloads.html",
            whole=[
                *self._whole(language),
                (by_path["package/datapackage.json"], language.say("descriptor")),
            ],
            formats=["package", *formats],
            tables=tables,
            sources=sources,
            packed=any(file.path.endswith(".zip") for file, _ in sources),
            descriptions=self._descriptions(language),
            hide=("navigation", "toc"),
        )

    def _cite(self, address: Address) -> Page:
        return self._page(
            address,
            address.language.say("cite"),
            "cite.html",
            hide=(),
            citation=metadata.cite(self.package, self.about, address.language),
            descriptions=self._descriptions(address.language),
            feedback=self.feedback,
        )

    def _changelog(self, address: Address) -> Page:
        releases = read_changelog(self.package.folder / CHANGELOG)
        return self._page(
            address,
            address.language.say("changelog"),
            "changelog.html",
            hide=(),
            releases=releases,
            said=partial(said_in, address.language),
        )

    # --- What they share ---------------------------------------------------------------------------------

    def _page(
        self,
        address: Address,
        title: str,
        template: str,
        hide: tuple[str, ...] = ("navigation",),
        files: tuple[tuple[str, str], ...] = (),
        **values: Any,
    ) -> Page:
        language = address.language
        body = (
            _templates()
            .get_template(template)
            .render(address=address, say=language.say, pick=language.pick, size=_size, **values)
        )
        outline = [
            Entry(int(level), unescape(anchor), unescape(_TAG.sub("", text)))
            for level, anchor, text in _HEADING.findall(body)
        ]
        return Page(address, title, body, outline, hide, files)

    def _counts(self, document_id: str) -> list[tuple[FinishedTable, int]]:
        """The fact tables that have rows of a document, and how many."""
        counts = [(table, len(self._rows_of(table, document_id))) for table in self.fact_tables]
        return [(table, count) for table, count in counts if count and table.name != "documents"]

    def _rows_of(self, table: FinishedTable, document_id: str) -> Sequence[Mapping[str, str]]:
        """The rows of a table that belong to a document, in the table's order."""
        return self._by_document[table.name].get(document_id, [])

    @cached_property
    def _by_document(self) -> Mapping[str, Mapping[str, Sequence[Mapping[str, str]]]]:
        grouped: dict[str, dict[str, list[Mapping[str, str]]]] = {}
        for table in self.fact_tables:
            groups = grouped.setdefault(table.name, {})
            for row in table.rows:
                groups.setdefault(row["document_id"], []).append(row)
        return grouped

    def _sections(self, document: Mapping[str, str]) -> Sequence[Mapping[str, str]]:
        """The document's sections, its own first."""
        table = self.package.table_names.get("sections")
        return self._rows_of(table, document["document_id"]) if table else []

    def _whole(self, language: Language) -> list[tuple[Download, str]]:
        """The files that hold the whole package, and what each is."""
        return [
            (file, language.say(f"format_{file.format}"))
            for file in self.downloads
            if file.format in ("zip", "xlsx", "sqlite")
        ]

    def _canonical(self) -> list[Download]:
        """The tables as the package has them."""
        paths = {f"package/{table.path}" for table in self.package.tables}
        return [file for file in self.downloads if file.path in paths]

    def _descriptions(self, language: Language) -> list[tuple[Download, str]]:
        """The files that describe the package to programs, and what each is."""
        return [
            (file, language.say(f"format_{file.format}"))
            for file in self.downloads
            if file.format in METADATA
        ]

    def _reason_labels(self, language: Language) -> Mapping[str, str]:
        """Why numbers feed no fact, without examples."""
        table = self.package.table_names.get("mentions")
        fields = [field for field in table.fields if field.name == "reason"] if table else []
        return {
            _UNRESOLVED: _UNRESOLVED,
            **{name: label for field in fields for name, label in plain_labels(field, language).items()},
        }

    def _label(self, language: Language, table: str, column: str, value: str) -> str:
        found = self.package.table_names.get(table)
        return code_label(found, column, value, self.package, language) if found else value


def _mark(piece: passages.Piece, address: Address, headings: Mapping[str, str]) -> str:
    """A piece of text as HTML: anchors of the rows that begin here, then the text, linked.

    A section's anchor leads to its row, a comment before it has its heading for the search; an anomaly says
    on its mark what is wrong.
    """
    row = address.language.say("section_row")
    anchors = "".join(
        f"<!--section {escape(anchor)} {headings[anchor]}-->"
        f'<a class="anchor section" id="{escape(anchor)}" aria-label="{row}"'
        f' href="{address.page(table_path("sections"), anchor)}"></a>'
        if anchor in piece.sections
        else f'<span class="anchor" id="{escape(anchor)}"></span>'
        for anchor in piece.anchors
    )
    text = escape(piece.text)
    if piece.heading:
        text = f'<b class="level-{min(piece.heading, 4)}">{text}</b>'
    if not piece.covering:
        return anchors + text
    first = piece.covering[0]
    kinds = " ".join(dict.fromkeys(f"m-{fact.table}" for fact in piece.covering))
    if any(fact.table == "issues" and fact.identifier in piece.anchors for fact in piece.covering):
        kinds += " begins"
    messages = [fact.label for fact in piece.covering if fact.table == "issues"]
    title = f' title="{escape("; ".join(messages))}"' if messages else ""
    rows = escape(" ".join(fact.identifier for fact in piece.covering))
    place = address.page(table_path(first.table), first.identifier)
    return f'{anchors}<a class="m {kinds}" data-rows="{rows}" href="{place}"{title}>{text}</a>'


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("jiqun.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _safe(html: str) -> Any:
    """HTML made here, whose parts are escaped already."""
    from markupsafe import Markup

    return Markup(html)


def _drawn(figures: Iterable[Figure | None], width: int) -> list[tuple[Figure, list[Any]]]:
    """Charts as SVG for a wide and a narrow screen, without those that there is nothing for."""
    return [
        (
            figure,
            [
                _safe(element(figure.identifier, figure.title, figure.summary, figure.drawing, one))
                for one in (width, NARROW)
            ],
        )
        for figure in figures
        if figure is not None
    ]


def _size(count: int) -> str:
    """A file's size as people say it."""
    for unit, scale in (("MB", 1_000_000), ("kB", 1_000)):
        if count >= scale:
            return f"{count / scale:.1f} {unit}"
    return f"{count} B"


def write_pages(pages: Iterable[Page], markdown: Path, bodies: Path) -> None:
    """Write each page's Markdown file, its body and the files that lie beside it."""
    for page in pages:
        source = markdown / page.address.source
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(_front_matter(page), "utf-8", newline="\n")
        body = bodies / page.address.source
        body.parent.mkdir(parents=True, exist_ok=True)
        body.with_suffix(".html").write_text(page.body, "utf-8", newline="\n")
        for name, content in page.files:
            (source.parent / name).write_text(content, "utf-8", newline="\n")


def _front_matter(page: Page) -> str:
    """Title, description and outline as front matter; the theme prints them as HTML: they are escaped here.

    JSON is YAML too, and its escapes leave no character that YAML could read otherwise.
    """
    lead = _LEAD.search(page.body)
    description = unescape(_TAG.sub("", lead[1])) if lead else ""
    if page.address.path and lead:
        description = f"{page.title} · {description}"
    meta = {
        "title": escape(page.title),
        **({"description": escape(" ".join(description.split()))} if lead else {}),
        "hide": list(page.hide),
        **({"search": {"boost": page.boost}} if page.boost > 1 else {}),
        "outline": [[entry.level, entry.anchor, escape(entry.title)] for entry in page.outline],
        "generated": True,
    }
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items()) + "---\n"
