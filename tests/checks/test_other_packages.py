"""Packages as other people write them: odd, but legal or nearly so. The verdict is that of frictionless."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from test_differential import PROPERTIES, frictionless_says

from jiqun.checks import validate

AB = b"a,b\n1,x\nz,y\n3,\n"
PARENTS = b"id,parent\n1,\n2,1\n3,9\n"
VERSION_2 = "https://datapackage.org/profiles/2.0/"


@dataclass(frozen=True)
class Other:
    """A package of one table, or of several: its files, and what its resources and its descriptor say."""

    files: dict[str, bytes]
    resources: list[dict[str, Any]]
    more: dict[str, Any] = field(default_factory=dict)


def item(name: str, type: str = "string", **more: Any) -> dict[str, Any]:
    return {"name": name, "type": type, **more}


SCHEMA = {"fields": [item("a", "integer"), item("b")]}
V2 = {"$schema": f"{VERSION_2}datapackage.json"}


def table(path: object, schema: object = SCHEMA, **more: Any) -> dict[str, Any]:
    return {"name": "t", "path": path, "schema": schema, **more}


def one(data: bytes, schema: object = SCHEMA, *, more: dict[str, Any] | None = None, **said: Any) -> Other:
    """A package of one table in `t.csv`."""
    return Other({"t.csv": data}, [table("t.csv", schema, **said)], more or {})


def fields(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"fields": list(items), **more}


def refers(own: object, resource: str | None, there: object) -> dict[str, Any]:
    target = {"fields": there} if resource is None else {"resource": resource, "fields": there}
    return {"foreignKeys": [{"fields": own, "reference": target}]}


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"{name}.csv", data)
    return stream.getvalue()


def row(*cells: str) -> bytes:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells).encode() + b"\n"


IDS = [item("id", "integer"), item("parent", "integer")]
OF_PARENT = {**SCHEMA, **refers("b", "p", "k")}
KEYS = {"name": "p", "schema": fields(item("k"), primaryKey="k")}
TYPES = ["geopoint", "geojson", "yearmonth", "duration", "time", "datetime", "object", "array", "list"]
GOOD = ["12.5, 50", '{"type":"Point","coordinates":[1,2]}', "2009-03", "P1Y2M", "10:00:00"]
GOOD += ["2009-03-19T10:00:00Z", '{"a":1}', "[1,2]", "a,b"]
BAD = ["200,100", '{"type":"No"}', "2009-13", "1 year", "25:00", "2009-02-30", "[1]", "{}", ""]
EVERY_TYPE = row(*TYPES) + row(*GOOD) + row(*BAD) + row(*GOOD)
BOUNDED = b"ym,d,t\n2009-03,P1Y,10:00:00\n2001-01,P3Y,23:00:00\n"
BOUNDS = fields(
    item("ym", "yearmonth", constraints={"minimum": "2005-01"}),
    item("d", "duration", constraints={"maximum": "P2Y"}),
    item("t", "time", constraints={"maximum": "12:00:00"}),
)
DIALECT = json.dumps({"csvddfVersion": 1.2, "delimiter": ";", "quoteChar": "'"}).encode()
LABELLED = [{"value": "-99", "label": "unknown"}, {"value": "NA", "label": "none"}]
OWN_MISSING = fields(
    item("a", "integer", missingValues=["-99"]),
    item("b", constraints={"required": True}, missingValues=["NA", ""]),
    missingValues=["NA"],
)
CATEGORIES = fields(
    item("a", "integer", categories=[{"value": 1, "label": "one"}]),
    item("b", categories=["x", "y"], categoriesOrdered=True),
)
NUMBERS = fields(item("a", "number", groupChar=".", decimalChar=","), item("b", "number", bareNumber=False))
TRUTHS = fields(item("a", "boolean", trueValues=["ja"], falseValues=["nein"]), item("b", "boolean"))
WEB = fields(item("a", format="uri"), item("b", format="email"), item("c", format="uuid"))
SHAPED = fields(item("a", "object", constraints={"jsonSchema": {"required": ["x"]}}), item("b"))
LISTS = fields(item("a", "list", delimiter=";", itemType="integer"), item("b"))
DATES = fields(item("a", "date", format="%d/%m/%Y"), item("b", "date", format="any"))
CHECKLIST = {"checks": [{"type": "table-dimensions", "minRows": 10}], "skipErrors": ["type-error"]}

PACKAGES: dict[str, Other] = {
    "profile of v1": one(AB, profile="tabular-data-resource", more={"profile": "tabular-data-package"}),
    "$schema of v2": one(AB, {"$schema": f"{VERSION_2}tableschema.json", **SCHEMA}, type="table", more=V2),
    "properties of its own": one(AB, {**SCHEMA, "x-own": 1}, **{"foo:bar": {"a": 1}}),
    "gz": Other({"t.csv.gz": gzip.compress(AB)}, [table("t.csv.gz")]),
    "gz, stated": Other({"t.gz": gzip.compress(AB)}, [table("t.gz", compression="gz", format="csv")]),
    "gz that is none": Other({"t.csv.gz": AB}, [table("t.csv.gz")]),
    "zip": Other({"t.csv.zip": zipped(t=AB)}, [table("t.csv.zip", bytes=3, hash="md5:ab")]),
    "a file in a zip": Other({"t.zip": zipped(other=b"q\n1\n", t=AB)}, [table("t.zip", innerpath="t.csv")]),
    "parts": Other({"1.csv": AB, "2.csv": b"7,q\nw,e\n"}, [table(["1.csv", "2.csv"])]),
    "a list of one part": Other({"1.csv": AB}, [table(["1.csv"])]),
    "extra paths": Other({"1.csv": AB, "2.csv": b"w,e\n"}, [table("1.csv", extrapaths=["2.csv"])]),
    "rows in the descriptor": Other({}, [{"name": "t", "data": [["a", "b"], ["z", None]], "schema": SCHEMA}]),
    "objects in the descriptor": Other({}, [{"name": "t", "data": [{"a": 1}, {"a": "z"}], "schema": SCHEMA}]),
    "an object in the descriptor": Other({}, [{"name": "t", "data": {"a": 1}}]),
    "keys in the descriptor": Other(
        {"t.csv": AB}, [{**KEYS, "data": [["k"], ["x"]]}, table("t.csv", OF_PARENT)]
    ),
    "no schema": Other({"t.csv": AB}, [{"name": "t", "path": "t.csv"}]),
    "json": Other({"t.json": b'[["a","b"],[1,"x"],["z","y"]]'}, [table("t.json", type="table")]),
    "json that is no table": Other({"t.json": b'{"a":1}'}, [{"name": "t", "path": "t.json"}]),
    "ndjson": Other({"t.ndjson": b'{"a":1,"b":"x"}\n{"a":"z"}\n'}, [table("t.ndjson")]),
    "xlsx that is none": Other({"t.xlsx": AB}, [table("t.xlsx")]),
    "txt, stated": Other({"t.txt": AB}, [table("t.txt", format="csv")]),
    "txt": Other({"t.txt": AB}, [table("t.txt")]),
    "a dialect in a file": Other(
        {"t.csv": AB.replace(b",", b";"), "d.json": DIALECT}, [table("t.csv", dialect="d.json")]
    ),
    "a dialect of v2": one(b"# c\na|b\nz|y\n", dialect={"delimiter": "|", "commentChar": "#"}),
    "a joined header": one(b"a,b\nx,y\n1,x\n", dialect={"headerRows": [1, 2], "headerJoin": "-"}),
    "a schema in a file": Other(
        {"t.csv": AB, "s.json": json.dumps(SCHEMA).encode()}, [table("t.csv", "s.json")]
    ),
    "a schema in YAML": Other(
        {"t.csv": AB, "s.yaml": b"fields:\n- name: a\n  type: integer\n- name: b\n"},
        [table("t.csv", "s.yaml")],
    ),
    "a schema that is not there": one(AB, "none.json"),
    "a dialect that is not there": one(AB, dialect="none.json"),
    "a key to itself": one(PARENTS, fields(*IDS, primaryKey="id", **refers("parent", "", "id"))),
    "a key to itself by name": one(PARENTS, fields(*IDS, **refers(["parent"], "t", ["id"]))),
    "a key to itself in v2": one(PARENTS, fields(*IDS, **refers("parent", None, "id")), more=V2),
    "a key of a text and a list": one(PARENTS, fields(*IDS, **refers("parent", "", ["id"]))),
    "a key into a gz file": Other(
        {"t.csv": AB, "p.csv.gz": gzip.compress(b"k\nx\n")},
        [table("t.csv", OF_PARENT), {**KEYS, "path": "p.csv.gz"}],
    ),
    "a key into no file": Other({"t.csv": AB}, [table("t.csv", OF_PARENT), {**KEYS, "path": "p.csv"}]),
    "a key into no table": one(AB, OF_PARENT),
    "a year that refers to an integer": Other(
        {"t.csv": b"a\n2009\n2010\n", "p.csv": b"k\n2009\n"},
        [
            table("t.csv", fields(item("a", "year"), **refers(["a"], "p", ["k"]))),
            {"name": "p", "path": "p.csv", "schema": fields(item("k", "integer"))},
        ],
    ),
    "every type": one(EVERY_TYPE, fields(*(item(type, type) for type in TYPES))),
    "bounds of durations": one(BOUNDED, BOUNDS),
    "a key of months": one(b"a\n2009-03\n2009-03\n", fields(item("a", "yearmonth"), primaryKey="a")),
    "unique times": one(
        b"a\n2009-03-19T10:00:00\n2009-03-19T10:00:00\n",
        fields(item("a", "datetime", constraints={"unique": True})),
    ),
    **{
        f"fieldsMatch {match}": one(b"b,a,c\nx,1,2\ny,z,3\n", {**SCHEMA, "fieldsMatch": match}, more=V2)
        for match in ("exact", "equal", "subset", "superset", "partial")
    },
    "fieldsMatch as a list": one(b"b,a\nx,1\ny,z\n", {**SCHEMA, "fieldsMatch": ["equal"]}, more=V2),
    "missing values with labels": one(b"a,b\n-99,x\nNA,y\n", {**SCHEMA, "missingValues": LABELLED}, more=V2),
    "missing values of a field": one(b"a,b\n-99,-99\nNA,NA\nz,\n", OWN_MISSING),
    "no missing values": one(b"a,b\n1,x\n,\n", {**SCHEMA, "missingValues": []}),
    "exactlyOne": one(AB, fields(item("a", constraints={"exactlyOne": True}), item("b"), exactlyOne=["a"])),
    "categories": one(b"a,b\n1,x\n2,q\n", CATEGORIES, more=V2),
    "unique keys": one(b"a,b\n1,x\n1,x\n", {**SCHEMA, "uniqueKeys": [["a", "b"]]}, more=V2),
    "objects of a shape": one(b'a,b\n"{""x"":1}",x\n"{}",y\n', SHAPED),
    "lists of integers": one(b"a,b\n1;2,x\nq;2,y\n", LISTS),
    "numbers of other countries": one(b'a,b\n"1.234,5",50%\n"x",1\n', NUMBERS),
    "truth in other words": one(b"a,b\nja,true\nnein,1\nyes,TRUE\n,x\ntrue,0\n", TRUTHS),
    "dates of other countries": one(b"a,b\n19/03/2009,3 March 2009\n2009-03-19,x\n", DATES),
    "addresses": one(b"a,b,c\nhttp://x.org,a@b.org,123e4567-e89b-12d3-a456-426614174000\nx,y,z\n", WEB),
    "a name with capitals": Other({"t.csv": AB}, [{**table("t.csv"), "name": "My Table"}]),
    "no name": Other({"t.csv": AB}, [{"path": "t.csv", "schema": SCHEMA}]),
    "the same name twice": Other({"t.csv": AB}, [table("t.csv"), table("t.csv")]),
    "a checklist": one(AB, checklist=CHECKLIST),
    "a document beside": Other(
        {"t.csv": AB, "d.pdf": b"%PDF"}, [{"name": "d", "path": "d.pdf"}, table("t.csv")]
    ),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_the_verdict_is_that_of_frictionless(name: str, tmp_path: Path) -> None:
    other = PACKAGES[name]
    for file, data in other.files.items():
        (tmp_path / file).write_bytes(data)
    path = tmp_path / "datapackage.json"
    path.write_text(json.dumps({"name": "x", "resources": other.resources, **other.more}), encoding="utf-8")
    expected = frictionless_says(path)
    report = validate(path, extra_checks=False)
    if expected is None:
        assert "judge-failed" in [problem.type for problem in report.errors]
    else:
        assert report.flatten(PROPERTIES) == expected
    assert "check-failed" not in [problem.type for problem in validate(path).warnings]
