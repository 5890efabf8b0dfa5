"""Small packages of our own making for the tests of the checks."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

Rows = list[dict[str, str]]

TEXT = "青石县产业规划\n一、目标\n到2015年，全县总产值达到50亿元，增长20%。\n二、纺织\n支持５家企业。\n"


def offsets(quote: str) -> tuple[int, int]:
    """Start and end of the first place where the sample source prints a quote."""
    start = TEXT.index(quote)
    return start, start + len(quote)


def span(quote: str, **cells: str) -> dict[str, str]:
    start, end = offsets(quote)
    return {"document_id": "plan", "start": str(start), "end": str(end), "quote": quote, **cells}


def sample() -> dict[str, Rows]:
    """The tables of a small package in which everything is proven."""
    second = TEXT.index("二、")
    first = TEXT.index("一、")
    whole = {"document_id": "plan", "start": "0", "end": str(len(TEXT))}
    output = span("总产值达到50亿元")
    growth = span("增长20%")
    return {
        "documents": [
            {
                **whole,
                "source_file": "plan.txt",
                "source_encoding": "utf-8",
                "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
                "characters": str(len(TEXT)),
            }
        ],
        "sections": [
            {**whole, "section_id": "plan-s0", "parent_id": "", "level": "0"},
            {
                "section_id": "plan-s1",
                "document_id": "plan",
                "parent_id": "plan-s0",
                "level": "1",
                "start": str(first),
                "end": str(second),
            },
            {
                "section_id": "plan-s2",
                "document_id": "plan",
                "parent_id": "plan-s0",
                "level": "1",
                "start": str(second),
                "end": str(len(TEXT)),
            },
        ],
        "targets": [
            {
                "target_id": "plan-t1",
                "section_id": "plan-s1",
                **output,
                "mention_id": "plan-m3",
                "indicator": "gross_output",
                "statistic": "level",
                "operator": "eq",
                "value": "5000000000",
                "value_max": "",
                "unit": "CNY",
                "value_text": "50亿元",
                "period_start": "",
                "period_end": "2015-12-31",
            },
            {
                "target_id": "plan-t2",
                "section_id": "plan-s1",
                **growth,
                "mention_id": "plan-m4",
                "indicator": "gross_output",
                "statistic": "growth_rate",
                "operator": "eq",
                "value": "20",
                "value_max": "",
                "unit": "%",
                "value_text": "20%",
                "period_start": "2014",
                "period_end": "2015-12-31",
            },
        ],
        "mentions": [
            {"mention_id": "plan-m1", **span("一", fact_table="", fact_id="", reason="not_a_quantity")},
            {"mention_id": "plan-m2", **span("2015年", fact_table="", fact_id="", reason="not_a_quantity")},
            {"mention_id": "plan-m3", **span("50亿元", fact_table="targets", fact_id="plan-t1", reason="")},
            {"mention_id": "plan-m4", **span("20%", fact_table="targets", fact_id="plan-t2", reason="")},
            {"mention_id": "plan-m5", **span("二", fact_table="", fact_id="", reason="not_a_quantity")},
            {"mention_id": "plan-m6", **span("５家", fact_table="", fact_id="", reason="unresolved")},
        ],
        "indicator_codes": [{"code": "gross_output", "dimension": "money"}],
        "unit_codes": [
            {"code": "CNY", "dimension": "money"},
            {"code": "%", "dimension": "ratio"},
            {"code": "ha", "dimension": "area"},
        ],
    }


_INTEGERS = {"start", "end", "level", "characters"}
_KEYS = {
    "documents": "document_id",
    "sections": "section_id",
    "targets": "target_id",
    "mentions": "mention_id",
    "indicator_codes": "code",
    "unit_codes": "code",
    "figures": "figure_id",
    "clusters": "cluster_id",
    "issues": "issue_id",
}


def csv_text(rows: Rows) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def resource(name: str, text: str, fields: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    data = text.encode()
    return {
        "name": name,
        "type": "table",
        "path": f"data/{name}.csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
        "schema": {"fields": fields, **more},
    }


def write_package(folder: Path, tables: dict[str, Rows], source: str = TEXT) -> Path:
    """Write tables and source as a package; returns the descriptor's path."""
    (folder / "data" / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "sources" / "plan.txt").write_bytes(source.encode())
    resources = []
    for name, rows in tables.items():
        text = csv_text(rows)
        (folder / "data" / f"{name}.csv").write_bytes(text.encode())
        fields = [
            {
                "name": column,
                "type": "integer" if column in _INTEGERS else "number" if column == "value" else "string",
            }
            for column in rows[0]
        ]
        resources.append(resource(name, text, fields, primaryKey=[_KEYS[name]]))
    return write_descriptor(folder, {"name": "sample", "resources": resources})


def write_descriptor(folder: Path, descriptor: dict[str, Any]) -> Path:
    path = folder / "datapackage.json"
    content = {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", **descriptor}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path
