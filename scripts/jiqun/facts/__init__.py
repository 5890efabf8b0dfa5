"""Sentences to rows: one module per table.

`extract` reads one document, `extract_all` many of them. The order of the stages matters: what is claimed
first (a project's investment, a grant) is not read again as a figure.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

from jiqun.facts import clusters, figure_rows, incentives, measures, organizations, projects
from jiqun.facts.claims import Claims
from jiqun.facts.cluster_rows import Named
from jiqun.facts.documents import FrontMatter, document_id, read_document
from jiqun.facts.figures import FigureReader
from jiqun.facts.frame import Frame, open_frame
from jiqun.facts.indicator_tables import TableReader, without_repeated
from jiqun.facts.issues import IssueReader
from jiqun.facts.mentions import read_mentions
from jiqun.facts.names import name_numerals, names_again, without_givers
from jiqun.facts.organization_bodies import Body
from jiqun.facts.project_periods import set_periods
from jiqun.facts.sections import read_sections
from jiqun.facts.years import find_false_years
from jiqun.language.instruments import Cues
from jiqun.language.lexicon import Terms
from jiqun.language.places import PlaceContext, places
from jiqun.language.words import Words
from jiqun.reading import Document
from jiqun.tables import Row

_LEGAL_FORM = re.compile("(?:股份|有限|责任|集团|控股|公司)+$")

Extracted = Mapping[str, Sequence[Row]]
"""Rows of all derived tables for one document, by table name, each list in order of place."""

# Documents of so many characters are read together; from half to three times as many are no faster.
_TOGETHER = 20_000


def extract(document: Document) -> Extracted:
    """The rows of one document."""
    (found,) = extract_all([document])
    if isinstance(found, Exception):
        raise found
    return found


def extract_all(documents: Iterable[Document]) -> Iterator[Extracted | Exception]:
    """The rows of each document in order, or what was raised where one could not be read.

    Small documents are read some together, each stage for all of them before the next, while its rules and
    vocabularies lie in the processor's caches. One document after the other each would find them gone.
    """
    together: list[Document] = []
    characters = 0
    for document in documents:
        together.append(document)
        characters += document.end - document.start
        if characters >= _TOGETHER:
            yield from _extract_together(together)
            together, characters = [], 0
    yield from _extract_together(together)


def _extract_together(documents: Sequence[Document]) -> list[Extracted | Exception]:
    """What `extract_all` gives for a few documents, stage by stage."""
    found: dict[int, Extracted | Exception] = {}
    unfinished = {index: _stages(document) for index, document in enumerate(documents)}
    while unfinished:
        for index, stages in list(unfinished.items()):
            try:
                next(stages)
                continue
            except StopIteration as finished:
                found[index] = finished.value
            except Exception as error:
                found[index] = error
            del unfinished[index]
    return [found[index] for index in range(len(documents))]


def _stages(document: Document) -> Generator[None, None, Extracted]:
    """Read one document; where it yields, a stage ends and other documents may have their turn."""
    frame = open_frame(document, document_id(document))
    finder = places()
    yield
    row, front = read_document(document, frame.document_id, frame, finder)
    _without_page_header(frame, front)
    issued_text = document.read(row.issued_on_text) if row.issued_on_text else None
    false = find_false_years(frame.text, row.issued_on, issued_text, row.issued_on_basis)
    frame.false_years = frozenset(year.year for year in false)
    if row.issued_on and row.issued_on_basis == "header" and int(row.issued_on[:4]) in frame.false_years:
        row.issued_on = None
    frame.title, frame.issuer = front.title, row.issuer
    frame.issued, frame.document_type, frame.region_code = row.issued_on, row.document_type, row.region_code
    year = int(row.issued_on[:4]) if row.issued_on else None
    yield
    frame.set_places(finder.find(frame.text, PlaceContext(row.region_code, year)))
    yield
    claims = Claims()
    words = Words(frame.text)
    sections = read_sections(frame, row.title)
    yield
    named = clusters.ClusterReader(frame, words, frame.places).read()
    yield
    bodies = organizations.read(frame, words, row.issuer)
    bodies = _of_the_text(frame, front, bodies)
    organizations.link(frame, bodies, named)
    frame.body_names = frozenset(body.name for body in bodies)
    name_numerals(
        frame,
        [
            *((item.start, item.end, item.name) for item in named),
            *((body.start, body.end, body.name) for body in bodies),
        ],
    )
    yield
    cluster_rows = clusters.rows(frame, named)
    yield
    plans = projects.ProjectReader(frame, words, named, bodies, claims).read()
    set_periods(frame, sorted(plans, key=lambda plan: plan.start))
    organizations.add_builders(frame, words, bodies, plans)
    organization_rows = organizations.rows(frame, bodies)
    project_rows = projects.rows(frame, plans, claims)
    yield
    acts = measures.MeasureReader(frame, Cues(frame.text), _served(frame, named, bodies)).read()
    measure_rows = measures.rows(frame, acts)
    yield
    grants = incentives.IncentiveReader(frame, acts, claims).read()
    incentive_rows = incentives.rows(frame, grants, claims)
    names = {item.name for item in named} | {body.name for body in bodies}
    proper = names_again(frame.text, names.union(*(item.also for item in named)))
    proper |= {item.start: item.end for item in named} | {body.start: body.end for body in bodies}
    proper = without_givers(frame.text, proper)
    works, groups = projects.named_spans(frame.text, plans)
    yield
    terms = Terms(frame.text)
    tabled = TableReader(frame, claims, terms).read()
    yield
    printed = FigureReader(frame, claims, terms, words, frame.places, proper, works, groups).read()
    tabled = without_repeated(tabled, printed, claims)
    read = sorted([*printed, *tabled], key=lambda figure: figure.numeral.start)
    yield
    targets, indicators = figure_rows.rows(frame, read, claims)
    return {
        "documents": [row],
        "sections": sections,
        "clusters": cluster_rows,
        "targets": targets,
        "indicators": indicators,
        "projects": project_rows,
        "measures": measure_rows,
        "incentives": incentive_rows,
        "organizations": organization_rows,
        "mentions": read_mentions(frame, claims),
        "issues": IssueReader(frame).read(row, front, false, read),
    }


def _served(frame: Frame, named: list[Named], bodies: list[Body]) -> dict[int, int]:
    """Where the text names bodies and zones that a measure may be for: no authorities, chains or trades."""
    served = [body for body in bodies if body.kind not in ("government", "party")]
    names = {body.name for body in served}
    # 支持徐岳重工 of 徐岳重工集团
    names |= {name for body in served if len(name := _LEGAL_FORM.sub("", body.name)) > 3}
    for item in named:
        if item.kind in ("park", "cluster", "subcluster"):
            names.update((item.name, *item.also))
    spans = names_again(frame.text, names)
    spans |= {body.start: body.end for body in served}
    return spans


def _of_the_text(frame: Frame, front: FrontMatter, bodies: list[Body]) -> list[Body]:
    """The bodies without those that only the buttons and the foot of the page name: 主办：某县融媒体中心."""
    view = frame.document.view
    spans = [(view.position(first), view.position(last)) for first, last in front.page_spans]
    return [
        body
        for body in bodies
        if body.role == "issuer" or not any(first <= body.start < last for first, last in spans)
    ]


def _without_page_header(frame: Frame, front: FrontMatter) -> None:
    """Numbers in the header that a web page sets above a text and in its foot count nothing: 索引号
    0123/2023-04100, 阅读：3114, 上一篇：2020年12个项目开工."""
    view = frame.document.view
    for first, last in (*front.header_spans, *front.page_spans):
        for numeral in frame.numerals_in(view.position(first), view.position(last)):
            if numeral.kind == "quantity" and frame.text[numeral.start].isdecimal():
                numeral.kind, numeral.value, numeral.value_max, numeral.code = (
                    "document_number",
                    None,
                    None,
                    None,
                )


__all__ = ["Extracted", "Frame", "extract", "extract_all"]
