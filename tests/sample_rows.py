"""Rows of small documents, made by a few lines of their own instead of the extraction, for tests of what
comes after.

`extract` stands in for `jiqun.facts.extract`: every digit run of a document is a mention, and 达到N亿元 is a
target.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from jiqun.reading import Document as SourceDocument
from jiqun.tables import Document, Mention, Row, Section, Target

PLAN = "青石县产业发展意见\n到2015年，全县工业总产值达到50亿元，“园区”产值达到20亿元。\n"
REPORT = "白水市工作报告\r\n建成厂房3座。\r\n"

_NUMERAL = re.compile(r"(?P<fact>(?P<indicator>[\u4e00-\u9fff]*产值)达到(?P<value>[0-9]+)亿元)|[0-9]+年?")


def extract(document: SourceDocument) -> dict[str, Sequence[Row]]:
    """The rows of a document that holds Arabic numerals only."""
    text = document.text
    digest = hashlib.sha256("".join(text.split()).encode()).hexdigest()
    given = document.facts.document_id if document.facts else ""
    identifier = given or f"doc-{digest[:10]}"
    documents = [
        Document(
            document_id=identifier,
            title=text.split()[0],
            title_basis="printed",
            document_type="policy",
            source_file=document.source.name,
            source_encoding=document.source.encoding,
            start=document.start,
            end=document.end,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            characters=len(text),
            rights="公有领域",
        )
    ]
    section = Section(
        section_id=f"{identifier}-s0",
        document_id=identifier,
        level=0,
        heading=text.split()[0],
        start=document.start,
        end=document.end,
    )
    mentions: list[Mention] = []
    targets: list[Target] = []
    for found in _NUMERAL.finditer(text):
        mention, target = _figure(found, identifier, document.start)
        mentions.append(mention)
        targets += target
    return {"documents": documents, "sections": [section], "mentions": mentions, "targets": targets}


def extract_all(documents: Iterable[SourceDocument]) -> Iterator[dict[str, Sequence[Row]] | Exception]:
    """Stands in for `jiqun.facts.extract_all`: what `extract` gives or raises for each document."""
    for document in documents:
        try:
            yield extract(document)
        except Exception as error:
            yield error


def _figure(found: re.Match[str], identifier: str, offset: int) -> tuple[Mention, list[Target]]:
    begin = found.start("value") if found["fact"] else found.start()
    place = {"document_id": identifier, "end": offset + found.end()}
    mention = Mention(
        **place,
        mention_id=f"{identifier}-m{begin}",
        start=offset + begin,
        quote=found.string[begin : found.end()],
        kind="name_part",
        reason="not_a_quantity",
    )
    if not found["fact"]:
        return mention, []
    value = Decimal(found["value"]) * 100_000_000
    target = Target(
        **place,
        target_id=f"{identifier}-t{found.start()}",
        section_id=f"{identifier}-s0",
        start=offset + found.start(),
        quote=found["fact"],
        mention_id=mention.mention_id,
        indicator="gross_output",
        indicator_text=found["indicator"],
        statistic="level",
        operator="eq",
        value=value,
        unit="CNY",
        value_text=found["value"] + "亿元",
        period_status="unknown",
        modality="goal",
        origin="rule",
    )
    mention.kind, mention.value, mention.unit, mention.reason = "quantity", value, "CNY", None
    mention.fact_table, mention.fact_id = "targets", target.target_id
    return mention, [target]
