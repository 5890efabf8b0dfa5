"""A tiny package whose texts try to break the pages and the spreadsheets they end up in.

Two documents: one from a page with a script, its text in UTF-8 with CR LF, which holds markup as its title
and names do; one in UTF-16 with a byte order mark, so that offsets are seen to count from after it.
"""

import hashlib
import shutil
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from jiqun import __version__
from jiqun.package import in_order, make_descriptor, write_descriptor, write_table
from jiqun.tables import (
    MANIFEST,
    TABLES,
    Cluster,
    Document,
    Indicator,
    Issue,
    ManifestEntry,
    Measure,
    Mention,
    Organization,
    Row,
    Section,
    Target,
)

ATTACK = "<script>document.documentElement.dataset.owned='yes'</script>"
PLAN = (
    f"{ATTACK}青石县意见\r\n"
    "一、目标\r\n"
    "到2015年，“纺织”产业集群产值达到50亿元，=1+1 **不是** [链接](javascript:alert(1)) `码`"
    " &lt;b&gt; & $x$。\r\n"
    "二、措施\r\n"
    "市财政设立专项资金，支持青石纺织厂。<img src=x onerror=document.documentElement.dataset.owned=1>\r\n"
)
REPORT = "白水县报告\n工业下降3.5%，“纺织”增长2%。\n"

_REPOSITORY = Path(__file__).parents[2]


class _Place:
    """Where a document lies: gives the columns that place a row in it."""

    def __init__(self, document_id: str, text: str) -> None:
        self.document_id = document_id
        self.text = text

    def of(self, quote: str, **more: Any) -> dict[str, Any]:
        start = self.text.index(quote)
        return {
            "document_id": self.document_id,
            "start": start,
            "end": start + len(quote),
            "quote": quote,
            **more,
        }


def write_package(folder: Path) -> Path:
    """Write the package into `folder`, which must not hold one, and return the folder."""
    sources = folder / "data" / "sources"
    sources.mkdir(parents=True)
    (sources / "plan.html.txt").write_bytes(PLAN.encode())
    (sources / "plan.html").write_text(f"<!DOCTYPE html><title>x</title>{ATTACK}<p>青石县意见</p>", "utf-8")
    (sources / "report.txt").write_bytes(b"\xff\xfe" + REPORT.encode("utf-16-le"))
    shutil.copytree(_REPOSITORY / "data" / "codes", folder / "data" / "codes")
    rows = _rows()
    documents = [row for row in rows["documents"] if isinstance(row, Document)]
    files = {}
    for table in TABLES:
        if not table.is_code_list:
            write_table(table, in_order(table, rows.get(table.name, []), documents), folder)
        files[table.path] = folder / table.path
    entries = [ManifestEntry(file="plan.html"), ManifestEntry(file="report.txt", note="+1 @x")]
    files[MANIFEST.path] = write_table(MANIFEST, entries, folder)
    for name in ("plan.html", "plan.html.txt", "report.txt"):
        files[f"data/sources/{name}"] = sources / name
    write_descriptor(make_descriptor(files, documents, {}), folder / "datapackage.json")
    changes = f"# Changes\n\n## {__version__} (2026-01-02)\n\n- {ATTACK}\n- 首个\n  版本\n"
    (folder / "CHANGELOG.md").write_text(changes, "utf-8")
    return folder


def _document(identifier: str, text: str, file: str, encoding: str, title: str, issuer: str) -> Document:
    return Document(
        document_id=identifier,
        title=title,
        title_basis="printed",
        issuer=issuer,
        document_type="policy",
        source_file=file,
        source_encoding=encoding,
        start=0,
        end=len(text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        characters=len(text),
        rights="公有领域",
    )


def _rows() -> dict[str, list[Row]]:
    plan, report = _Place("plan", PLAN), _Place("report", REPORT)
    figure: dict[str, Any] = {
        "statistic": "level",
        "operator": "eq",
        "period_status": "unknown",
        "origin": "rule",
    }
    goal = "“纺织”产业集群产值达到50亿元"
    rows: dict[str, list[Row]] = {
        "documents": [
            _document("plan", PLAN, "plan.html.txt", "utf-8", f"{ATTACK}青石县意见", "青石县<b>政府</b>"),
            _document("report", REPORT, "report.txt", "utf-16-le", "白水县报告", "白水县"),
        ],
        "sections": [*_sections(plan, ["一、目标", "二、措施"]), *_sections(report, [])],
        "clusters": [
            Cluster(
                **plan.of("“纺织”产业集群", cluster_id="plan-c1", section_id="plan-s1"),
                name="纺织产业集群<i onclick=alert(1)>",
                name_text="=cmd|' /C calc'!A0",
                kind="cluster",
                industry_code="17",
                region_code="350000",
                status="existing",
                origin="rule",
            )
        ],
        "targets": [
            Target(
                **plan.of(goal, target_id="plan-t1", section_id="plan-s1", mention_id="plan-m1", **figure),
                subject_text="-纺织产业集群",
                cluster_id="plan-c1",
                indicator="gross_output",
                indicator_text="产值",
                value=Decimal("5000000000"),
                unit="CNY",
                value_text="50亿元",
                modality="goal",
            )
        ],
        "indicators": [
            Indicator(
                **report.of("工业下降3.5%", indicator_id="report-n1", section_id="report-s0", **figure)
                | {"statistic": "growth_rate", "mention_id": "report-m1"},
                subject_text="工业",
                indicator="gross_output",
                indicator_text="工业",
                value=Decimal("-3.5"),
                unit="%",
                value_text="下降3.5%",
            )
        ],
        "measures": [
            Measure(
                **plan.of("市财政设立专项资金，支持青石纺织厂。", measure_id="plan-a1", section_id="plan-s2"),
                title="措施",
                instrument="funding",
                instrument_family="supply",
                tense="planned",
                origin="curated",
            )
        ],
        "organizations": [
            Organization(
                **plan.of("青石纺织厂", organization_id="plan-o1", section_id="plan-s2"),
                name="青石纺织厂",
                kind="enterprise",
                role="mentioned",
                origin="rule",
            )
        ],
        "mentions": [
            _mention(plan, "plan-m1", "50亿元", Decimal("5000000000"), "CNY", fact=("targets", "plan-t1")),
            _mention(plan, "plan-m2", "2015年", None, None, reason="not_a_quantity"),
            _mention(report, "report-m1", "3.5%", Decimal("3.5"), "%", fact=("indicators", "report-n1")),
            _mention(report, "report-m2", "2%", Decimal(2), "%", reason="unresolved"),
        ],
        "issues": [
            Issue(
                **plan.of("到2015年", issue_id="plan-i1"),
                kind="year_conflict",
                message=f"年份可疑 {ATTACK}",
                resolution="未改",
            ),
            Issue(
                issue_id="plan-i2",
                document_id="plan",
                kind="missing_date",
                message="没有日期",
                resolution="留空",
            ),
        ],
    }
    return rows


def _sections(place: _Place, headings: list[str]) -> list[Row]:
    root = f"{place.document_id}-s0"
    starts = [place.text.index(heading) for heading in headings]
    sections: list[Row] = [
        Section(
            section_id=root,
            document_id=place.document_id,
            level=0,
            heading=f"{ATTACK}题",
            start=0,
            end=len(place.text),
        )
    ]
    for number, (start, end) in enumerate(pairwise([*starts, len(place.text)]), 1):
        sections.append(
            Section(
                section_id=f"{place.document_id}-s{number}",
                document_id=place.document_id,
                parent_id=root,
                level=1,
                ordinal_text=headings[number - 1][:2],
                heading=headings[number - 1][2:],
                start=start,
                end=end,
            )
        )
    return sections


def _mention(
    place: _Place,
    identifier: str,
    quote: str,
    value: Decimal | None,
    unit: str | None,
    fact: tuple[str, str] | None = None,
    reason: str | None = None,
) -> Mention:
    return Mention(
        **place.of(quote, mention_id=identifier),
        kind="date" if value is None else "quantity",
        value=value,
        unit=unit,
        fact_table=fact[0] if fact else None,
        fact_id=fact[1] if fact else None,
        reason=reason,
    )
