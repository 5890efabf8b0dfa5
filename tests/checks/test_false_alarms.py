"""Other people's packages, with other names and habits, give no warnings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checks_packages import resource, write_descriptor

from jiqun.checks import validate

Fields = list[dict[str, Any]]


def fields(*names: str, **types: str) -> Fields:
    return [{"name": name, "type": types.get(name, "string")} for name in names]


BUDGET = (
    "accounts",
    "account_id,title,parent_id\n1000,Total,\n1100,Staff & other,1000\n",
    fields("account_id", "title", "parent_id"),
    {
        "primaryKey": "account_id",
        "foreignKeys": [{"fields": "parent_id", "reference": {"resource": "", "fields": "account_id"}}],
    },
)
SPENDING = (
    "spending",
    "id,value,unit,change,start,end\ns1,1500.5,EUR,+3.2%,2020-01-01,2020-12-31\ns2,-20,EUR,—,2021-01-01,\n",
    fields("id", "value", "unit", "change", "start", "end", value="number", start="date", end="date"),
    {"primaryKey": ["id"]},
)
GENES = (
    "genes",
    "gene_id,chromosome,strand,start,end\nENSG00000139618,X,+,10,20\nENSG0002.4,7,-,20,10\n",
    fields("gene_id", "chromosome", "strand", "start", "end", start="integer", end="integer"),
    {"primaryKey": "gene_id"},
)
STATIONS = (
    "stations",
    "stop_id,name,lat,level,text,quote\nS1_N,Zürich / Fluntern,47.38,-1,25:10:00,“x”\nS2,St @ 5,-1.5,2,a,b\n",
    fields("stop_id", "name", "lat", "level", "text", "quote", lat="number"),
    {"primaryKey": "stop_id"},
)
ANSWERS = (
    "回答",
    "编号,姓名,年龄,备注\n一,李 雷,23,第３期（见附件）\n二,王小明,45,-\n",
    fields("编号", "姓名", "年龄", "备注", 年龄="integer"),
    {"primaryKey": "编号", "missingValues": ["", "-"]},
)
TARGETS = (
    "targets",
    "target_id,name,value,unit,period_start,period_end\nT-1,Cut CO2,-50,%,2020,2030\nT-2,none,,,,\n",
    fields("target_id", "name", "value", "unit", "period_start", "period_end", value="number"),
    {"primaryKey": "target_id"},
)


@pytest.mark.parametrize(
    "tables",
    [[BUDGET, SPENDING], [GENES], [STATIONS], [ANSWERS], [TARGETS]],
    ids=["budget", "genes", "stations", "answers", "targets"],
)
def test_there_is_nothing_to_say(
    tmp_path: Path, tables: list[tuple[str, str, Fields, dict[str, Any]]]
) -> None:
    (tmp_path / "data").mkdir()
    resources = []
    for name, text, items, schema in tables:
        (tmp_path / "data" / f"{name}.csv").write_bytes(text.encode())
        resources.append(resource(name, text, items, **schema))
    report = validate(write_descriptor(tmp_path, {"name": "theirs", "resources": resources}))
    assert [(problem.type, problem.cell) for problem in [*report.errors, *report.warnings]] == []


@pytest.mark.parametrize("key", ["plan s2", "计划-1", "a/b", "-a", "a..b"])
def test_ids_that_are_no_slugs_are_named(table: Callable[..., Path], key: str) -> None:
    report = validate(table(f"row_id\n{key}\n", fields("row_id"), primaryKey=["row_id"]))
    assert "id-not-a-slug" in [problem.type for problem in report.warnings]
