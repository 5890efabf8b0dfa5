"""CSV files and schemas of our own making on which the verdicts must be frictionless's, as a table to be
read.

Each fixture is a name, the bytes of a CSV file, the fields of its schema, and whatever else the schema or
the resource declares. They are made from short lists, so that each type meets each kind of text and each
constraint.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

TYPES: dict[str, list[dict[str, Any]]] = {
    "string": [
        {},
        {"format": "email"},
        {"format": "uri"},
        {"format": "uuid"},
        {"format": "binary"},
        {"format": "wkt"},
    ],
    "integer": [{}, {"bareNumber": False}],
    "number": [{}, {"bareNumber": False}, {"groupChar": ","}, {"decimalChar": ","}, {"floatNumber": True}],
    "boolean": [{}, {"trueValues": ["是"], "falseValues": ["否"]}],
    "date": [{}, {"format": "any"}, {"format": "%d/%m/%Y"}],
    "datetime": [{}, {"format": "any"}, {"format": "%Y-%m-%d %H:%M"}],
    "time": [{}, {"format": "any"}, {"format": "%H:%M"}],
    "year": [{}],
    "yearmonth": [{}],
    "duration": [{}],
    "geopoint": [{}, {"format": "array"}, {"format": "object"}],
    "geojson": [{}, {"format": "topojson"}],
    "object": [{}],
    "array": [{}],
    "list": [{}, {"itemType": "integer", "delimiter": "|"}],
    "any": [{}],
}

TEXTS = [
    "", " ", "a", "A-1", "中文", "7", " 7 ", "007", "-7", "+7", "-0", "--7", "７", "1_000", "0x1F",
    "99999999999999999999", "1.5", "1.50", ".5", "5.", "-1.5", "1e3", "1E-3", "NaN", "inf", "-Infinity",
    "1,5", "1.000,5", "1.2.3", "$5", "5%", "true", "True", "1", "0", "是", "否", "2009-03-19", "2009-3-9",
    "2009-02-29", "2008-02-29", "0000-01-01", "2009-13-01", "19/03/2009", "20090319", "2009", "0999",
    "10000", "-200", "２００９", "2009-03", "2009-3", "2009-00", "2009-03-19T10:20:30",
    "2009-03-19T10:20:30Z", "2009-03-19T10:20", "2009-03-19 10:20", "10:20:30", "10:20", "25:00:00",
    "P1Y2M", "P", "PT5M", "45.5,9.1", "[45.5, 9.1]", '{"lon": 1, "lat": 2}', "200,200", '{"a": 1}',
    "[1, 2]", "{", "1|2", "1|x", '{"type": "Point", "coordinates": [1, 2]}', "x@y.org", "x@",
    "http://x.org/a", "//x.org", "95ecc380-afe9-11e4-9b6c-751b66dd541e", "aGk=", "POINT (1 2)", "None",
    "null", "NA", "a\nb", 'say "hi"', "tab\there",
]  # fmt: skip

CONSTRAINTS: list[tuple[str, dict[str, Any]]] = [
    ("string", {"required": True}),
    ("string", {"minLength": 2}),
    ("string", {"maxLength": 3}),
    ("string", {"minLength": 2, "maxLength": 3, "required": True}),
    ("string", {"pattern": "[a-z]+"}),
    ("string", {"pattern": "a|b"}),
    ("string", {"pattern": "^(a|A-1)$"}),
    ("string", {"pattern": "^a|7$"}),
    ("string", {"pattern": "[A-Z]-\\d+"}),
    ("string", {"pattern": "\\d+"}),
    ("string", {"pattern": "\\w*"}),
    ("string", {"pattern": ".*"}),
    ("string", {"pattern": "[^a]*"}),
    ("string", {"pattern": "(?=7).*"}),
    ("string", {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
    ("string", {"pattern": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"}),
    ("string", {"enum": ["a", "中文", ""]}),
    ("string", {"enum": ["a"], "required": True}),
    ("string", {"unique": True}),
    ("integer", {"minimum": 1}),
    ("integer", {"maximum": 7}),
    ("integer", {"minimum": 0, "maximum": 7, "required": True}),
    ("integer", {"exclusiveMinimum": 7}),
    ("integer", {"minimum": 0}),
    ("integer", {"exclusiveMinimum": 0}),
    ("integer", {"minimum": -7, "maximum": 1000}),
    ("integer", {"exclusiveMaximum": 10}),
    ("number", {"minimum": 0}),
    ("number", {"minimum": 1, "maximum": 10}),
    ("number", {"exclusiveMinimum": -1, "exclusiveMaximum": 100}),
    ("year", {"minimum": 0, "maximum": 2009}),
    ("string", {"minLength": 0, "maxLength": 0}),
    ("integer", {"exclusiveMaximum": 7}),
    ("integer", {"minimum": "1"}),
    ("integer", {"enum": [7, 2009]}),
    ("integer", {"enum": ["7", "007"]}),
    ("integer", {"unique": True}),
    ("number", {"minimum": 1.5}),
    ("number", {"maximum": 1.5}),
    ("number", {"exclusiveMinimum": 0, "exclusiveMaximum": 7}),
    ("number", {"minimum": "0.1"}),
    ("number", {"minimum": 99999999999999999999}),
    ("number", {"enum": [1.5, 7]}),
    ("number", {"unique": True}),
    ("boolean", {"enum": [True]}),
    ("boolean", {"required": True}),
    ("boolean", {"unique": True}),
    ("date", {"minimum": "2009-01-01"}),
    ("date", {"maximum": "2009-03-19", "required": True}),
    ("date", {"enum": ["2009-03-19"]}),
    ("date", {"unique": True}),
    ("datetime", {"required": True}),
    ("datetime", {"unique": True}),
    ("time", {"minimum": "10:00:00"}),
    ("time", {"unique": True}),
    ("year", {"minimum": "2000"}),
    ("year", {"maximum": "2009"}),
    ("year", {"unique": True}),
    ("yearmonth", {"minimum": "2009-01"}),
    ("yearmonth", {"unique": True}),
    ("duration", {"required": True}),
    ("any", {"required": True, "enum": ["a", "7"]}),
    ("any", {"unique": True}),
    ("array", {"minLength": 1}),
    ("object", {"required": True}),
    ("list", {"maxLength": 1}),
    ("geopoint", {"required": True}),
]

MISSING: list[tuple[str, list[Any]]] = [
    ("none", []),
    ("NA", ["NA"]),
    ("empty and NA", ["", "NA", "None"]),
    ("blank", [" "]),
    ("a number", ["", "7", "-7"]),
    ("v2 objects", [{"value": "", "label": "empty"}, {"value": "NA", "label": "not available"}]),
    ("v2 objects without labels", [{"value": "7"}]),
]

LAYOUTS: list[tuple[str, str]] = [
    ("plain", "id,name\n1,a\n2,b\n"),
    ("CRLF", "id,name\r\n1,a\r\n2,b\r\n"),
    ("CR alone", "id,name\r1,a\r2,b\r"),
    ("CR alone with faults", "id,name\rx,a\r\r2\r3,b,c\r4,中文\ry,d"),
    ("CR alone, quoted comma", 'id,name\r1,"a,b"\rx,"c ""d"""\r'),
    ("CR alone, quoted CR", 'id,name\r1,"a\rb"\rx,c\r'),
    ("CR alone, quoted line end", 'id,name\r1,"a\nb"\rx,c\r'),
    ("CR first, line ends later", "id,name\r1,a\rx,b\r" + "2,c\r" * 9 + "3,d\ny,e\n"),
    ("CR alone after a BOM", "\ufeffid,name\r1,a\rx,b\r"),
    ("mixed line ends", "id,name\r\n1,a\n2,b\r3,c\n"),
    ("no line end at the end", "id,name\n1,a\n2,b"),
    ("header only", "id,name\n"),
    ("header only, no line end", "id,name"),
    ("empty file", ""),
    ("one blank line", "\n"),
    ("blank lines", "id,name\n1,a\n\n2,b\n\n\n"),
    ("blank CRLF lines", "id,name\r\n1,a\r\n\r\n2,b\r\n"),
    ("blank line first", "\nid,name\n1,a\n"),
    ("blank line second", "id,name\n\n1,a\n"),
    ("row of commas", "id,name\n,\n1,a\n"),
    ("row of blanks", "id,name\n , \n"),
    ("short row", "id,name\n1\n2,b\n"),
    ("long row", "id,name\n1,a,x\n2,b,,\n"),
    ("short and long rows with faults", "id,name\nx\n1,a,x\ny,b\n"),
    ("quoted", 'id,name\n"1","a"\n'),
    ("quoted comma", 'id,name\n1,"a,b"\n'),
    ("quoted line end", 'id,name\n1,"a\nb"\nx,c\n'),
    ("quoted CRLF", 'id,name\r\n1,"a\r\nb"\r\nx,c\r\n'),
    ("quoted CR", 'id,name\n1,"a\rb"\nx,c\n'),
    ("doubled quotes", 'id,name\n1,"a ""b"" c"\n2,""""\n3,""\n'),
    ("quote in the middle", 'id,name\n1,5" pipe\nx,6" pipe\n'),
    ("quote in the middle, line end", 'id,name\n1,5" pipe\n2,"a\nb"\nx,c\n'),
    ("text after a quote", 'id,name\n1,"a"b\nx,c\n'),
    ("blank before a quote", 'id,name\n1, "a,b"\nx,c\n'),
    ("blank after a quote", 'id,name\n1,"a" \nx,c\n'),
    ("unclosed quote", 'id,name\n1,"a\n2,b\nx,c\n'),
    ("quoted header", '"id","name"\n1,a\n'),
    ("header across lines", '"id","na\nme"\n1,a\n'),
    ("single quotes", "id,name\n1,'a,b'\n2,'c'\n"),
    ("blanks after commas", "id, name\n1, a\nx, b\n"),
    ("BOM", "\ufeffid,name\n1,a\nx,b\n"),
    ("BOM and quoted header", '\ufeff"id","name"\n1,a\n'),
    ("NUL", "id,name\n1,a\x00b\nx,\x00\n"),
    ("Chinese", "id,name\n1,产业集群\n１,产业\n"),
    ("line separators in cells", "id,name\n1,a\u2028b\n2,a\x0bb\n3,a\x85b\n"),
    ("semicolons", "id;name\n1;a\nx;b\n"),
    ("tabs", "id\tname\n1\ta\nx\tb\n"),
    ("pipes", "id|name\n1|a\nx|b\n"),
    ("comment", "# a comment\nid,name\n1,a\n"),
    ("wide first row", "a title,,,\nid,name\n1,a\n2,b\n3,c\n4,d\n"),
    ("missing label", "id\n1\nx\n"),
    ("extra label", "id,name,more\n1,a,x\nx,b,y\n"),
    ("extra unnamed label", "id,name,\n1,a,x\n"),
    ("blank label", ",name\n1,a\nx,b\n"),
    ("duplicate label", "id,id\n1,a\nx,b\n"),
    ("duplicate extra labels", "id,name,x,x\n1,a,2,3\n"),
    ("incorrect label", "ID,name\n1,a\nx,b\n"),
    ("labels swapped", "name,id\na,1\n"),
    ("labels with blanks", " id ,name\n1,a\n"),
    ("many rows", "id,name\n" + "".join(f"{number},n{number}\n" for number in range(300)) + "x,y\n"),
    ("faults beyond the sample", "id,name\n" + "1,a\n" * 150 + "x,a\n1\n\n1,a,b\n"),
    ("more errors than are reported", "id,name\n" + "x,a\n" * 1100),
    ("ragged rows up to the limit", "id,name\n" + "1\n" * 999 + "x,a,b\n1,a\n"),
]  # fmt: skip

KEYS: list[tuple[str, str, dict[str, Any]]] = [
    ("primary key", "id,name\n1,a\n2,b\n1,c\n1,d\n", {"primaryKey": "id"}),
    ("primary key in two ways", "id,name\n7,a\n07,b\n 7 ,c\n７,d\n-0,e\n0,f\n", {"primaryKey": ["id"]}),
    ("primary key missing", "id,name\n,a\n,b\n1,c\n", {"primaryKey": ["id"]}),
    ("primary key of a wrong type", "id,name\nx,a\nx,b\n1,c\n", {"primaryKey": ["id"]}),
    ("primary key and blank rows", "id,name\n1,a\n,\n\n1,b\n", {"primaryKey": ["id"]}),
    ("primary key in ragged rows", "id,name\n1\n1,a\n1,b,c\n2,x\n", {"primaryKey": ["id"]}),
    ("primary key of two fields", "id,name\n1,a\n1,b\n1,a\n,a\n,a\n,\n1,\n1,\n", {
        "primaryKey": ["id", "name"]}),
    ("primary key in another order", "id,name\n1,a\n1,b\n1,a\nx,a\n", {"primaryKey": ["name", "id"]}),
    ("primary key that is text", "id,name\n1,a\n2,a \n3,a\n", {"primaryKey": ["name"]}),
    ("primary key that is not in the file", "id\n1\n1\n", {"primaryKey": ["name"]}),
    ("primary key that no field has", "id,name\n1,a\n", {"primaryKey": ["other"]}),
    ("foreign key to itself", "id,name\n1,a\n2,1\n3,9\n", {"foreignKeys": [
        {"fields": "id", "reference": {"resource": "", "fields": "id"}}]}),
    ("parent in the same table", "name,parent\na,\nb,a\nc,x\nd,e\ne,d\n", {"foreignKeys": [
        {"fields": ["parent"], "reference": {"resource": "", "fields": ["name"]}}]}),
    ("parent by the table's name", "name,parent\na,\nb,a\nc,x\n", {"foreignKeys": [
        {"fields": ["parent"], "reference": {"resource": "one", "fields": ["name"]}}]}),
    ("parent in ragged rows", "name,parent\na,\nb\nc,b\nd,e,f\ne,d\ng,h\n", {"foreignKeys": [
        {"fields": ["parent"], "reference": {"resource": "", "fields": ["name"]}}]}),
    ("two fields", "name,parent\na,a\nb,\na,b\n,\n,a\n", {"foreignKeys": [
        {"fields": ["name", "parent"], "reference": {"resource": "", "fields": ["parent", "name"]}}]}),
    ("a resource that is not there", "id,name\n1,a\n", {"foreignKeys": [
        {"fields": "id", "reference": {"resource": "none", "fields": "id"}}]}),
    ("a field that is not there", "id,name\n1,a\n", {"foreignKeys": [
        {"fields": "id", "reference": {"resource": "two", "fields": "none"}}]}),
    ("another table", "id,name\n1,a\n5,b\n,c\nx,d\n07,e\n", {"foreignKeys": [
        {"fields": "id", "reference": {"resource": "two", "fields": "id"}}]}),
    ("another table and its text", "id,name\n1,甲\n2,丁\n3,\n", {"foreignKeys": [
        {"fields": "name", "reference": {"resource": "two", "fields": "label"}}]}),
    ("another table and two fields", "id,name\n1,甲\n2,甲\n3,\n,\n,甲\n", {"foreignKeys": [
        {"fields": ["id", "name"], "reference": {"resource": "two", "fields": ["id", "label"]}}]}),
    ("number to text", "id,name\n1,1\n2,2\n", {"foreignKeys": [
        {"fields": "name", "reference": {"resource": "two", "fields": "id"}}]}),
    ("several", "id,name\n1,a\n5,b\n5,甲\n", {"primaryKey": "id", "foreignKeys": [
        {"fields": "id", "reference": {"resource": "two", "fields": "id"}},
        {"fields": "name", "reference": {"resource": "two", "fields": "label"}}]}),
    ("a table that is broken", "id,name\n1,a\n", {"foreignKeys": [
        {"fields": "id", "reference": {"resource": "absent", "fields": "id"}}]}),
]  # fmt: skip

TWO = "id,label\n1,甲\n2,乙\n,丙\n7,\nx,丁\n3\n"
"""The table that foreign keys refer to; it is not without faults itself."""


@dataclass(frozen=True)
class Fixture:
    """One package: a table `one`, a table `two`, and one whose file is not there where a key refers to it."""

    name: str
    data: bytes
    fields: list[dict[str, Any]]
    schema: dict[str, Any] = field(default_factory=dict)
    resource: dict[str, Any] = field(default_factory=dict)

    def descriptor(self) -> dict[str, Any]:
        one = {
            "name": "one",
            "type": "table",
            "path": "one.csv",
            "schema": {"fields": self.fields, **self.schema},
            **self.resource,
        }
        one = {name: value for name, value in one.items() if value is not None}
        two_fields = [{"name": "id", "type": "integer"}, {"name": "label", "type": "string"}]
        two = {"name": "two", "type": "table", "path": "two.csv", "schema": {"fields": two_fields}}
        absent = {"name": "absent", "type": "table", "path": "absent.csv", "schema": {"fields": two_fields}}
        others = [two, absent] if "absent" in str(self.schema) else [two]
        profile = "https://datapackage.org/profiles/2.0/datapackage.json"
        return {"$schema": profile, "resources": [one, *others]}


ID_AND_NAME: list[dict[str, Any]] = [{"name": "id", "type": "integer"}, {"name": "name", "type": "string"}]


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\n') else text


def _column(texts: list[str]) -> bytes:
    return ("id,value\n" + "".join(f"{number},{_cell(text)}\n" for number, text in enumerate(texts))).encode()


def _value(type: str, **more: Any) -> list[dict[str, Any]]:
    return [{"name": "id", "type": "integer"}, {"name": "value", "type": type, **more}]


def types() -> Iterator[Fixture]:
    """Each type and format with every text, in one table, and with texts of each kind in a table of their
    own."""
    for type, formats in TYPES.items():
        for options in formats:
            yield Fixture(f"{type} {options} all texts", _column(TEXTS), _value(type, **options))
    for type in TYPES:
        for start in range(0, len(TEXTS), 17):
            part = TEXTS[start : start + 17]
            yield Fixture(f"{type} texts {start} to {start + 16}", _column(part), _value(type))


def constraints() -> Iterator[Fixture]:
    for type, declared in CONSTRAINTS:
        fields = _value(type, constraints=declared)
        # Each text twice, so that unique fields have something to find.
        yield Fixture(f"{type} {declared}", _column([*TEXTS, *TEXTS[::-1]]), fields)


def missing_values() -> Iterator[Fixture]:
    texts = ["", " ", "NA", "None", "7", "-7", "a", ""]
    for name, values in MISSING:
        for type in ("string", "integer", "any"):
            for declared in ({}, {"required": True}, {"unique": True}):
                fields = _value(type, constraints=declared)
                yield Fixture(
                    f"missing {name} {type} {declared}", _column(texts), fields, {"missingValues": values}
                )
        blank_rows = b"id,value\n,\n\n7,NA\nNA,NA\n"
        yield Fixture(f"missing {name} blank rows", blank_rows, _value("string"), {"missingValues": values})
        own = [
            {"name": "id", "type": "integer", "missingValues": values},
            {"name": "value", "type": "string"},
        ]
        yield Fixture(f"missing {name} of a field", blank_rows, own, {"missingValues": ["-"]})


def layouts() -> Iterator[Fixture]:
    for name, text in LAYOUTS:
        yield Fixture(name, text.encode(), ID_AND_NAME)
        yield Fixture(f"{name}, declared UTF-8", text.encode(), ID_AND_NAME, {}, {"encoding": "utf-8"})
        yield Fixture(
            f"{name}, required and unique",
            text.encode(),
            [
                {"name": "id", "type": "integer", "constraints": {"required": True, "unique": True}},
                {"name": "name", "type": "string", "constraints": {"required": True}},
            ],
            {"primaryKey": "id"},
        )
    for match in ("exact", "equal", "subset", "superset", "partial"):
        for name, text in LAYOUTS:
            if "label" in name:
                yield Fixture(
                    f"{name}, fieldsMatch {match}", text.encode(), ID_AND_NAME, {"fieldsMatch": match}
                )


def dialects() -> Iterator[Fixture]:
    for dialect, text in (
        ({"delimiter": ";"}, "id;name\n1;a\nx;b,c\n"),
        ({"delimiter": ";"}, "id,name\n1,a\n"),
        ({"csv": {"delimiter": "|"}}, "id|name\n1|a\nx|b\n"),
        ({"delimiter": "\t"}, "id\tname\n1\ta\nx\tb\n"),
        ({"quoteChar": "'"}, "id,name\n1,'a,b'\nx,c\n"),
        ({"quoteChar": ""}, 'id,name\n1,"a\nx,b"\n'),
        ({"escapeChar": "\\"}, 'id,name\n1,"a\\"b"\nx,c\n'),
        ({"doubleQuote": False}, 'id,name\n1,"a""b"\nx,c\n'),
        ({"skipInitialSpace": True}, 'id, name\n1, "a,b"\nx, c\n'),
        ({"nullSequence": "\\N"}, "id,name\n\\N,a\n1,\\N\n"),
        ({"header": False}, "1,a\nx,b\n"),
        ({"headerRows": [2]}, "title,\nid,name\n1,a\nx,b\n"),
        ({"headerRows": [1, 2]}, "id,na\n,me\n1,a\nx,b\n"),
        ({"commentChar": "#"}, "# comment\nid,name\n#1,a\nx,b\n"),
        ({"commentRows": [2]}, "id,name\nx,a\ny,b\n"),
        ({"skipBlankRows": True}, "id,name\n\n1,a\n,\nx,b\n"),
        ({"headerCase": False}, "ID,NAME\n1,a\nx,b\n1,c\n"),
        ({"lineTerminator": "\n"}, "id,name\r\n1,a\r\nx,b\r\n"),
    ):
        key = {"primaryKey": "id"}
        yield Fixture(
            f"dialect {dialect} on {text[:9]!r}", text.encode(), ID_AND_NAME, key, {"dialect": dialect}
        )


def encodings() -> Iterator[Fixture]:
    text = "id,name\n1,产业集群\nx,工业园区\n2,重点产业链\n" * 3
    declared = [
        "utf-8",
        "utf-8-sig",
        "gb18030",
        "gbk",
        "utf-16",
        "utf-16-le",
        "big5",
        "latin-1",
        "ascii",
        "none-such",
    ]
    for encoding in declared:
        for stored in ("utf-8", "gb18030", "utf-16", "utf-8-sig"):
            yield Fixture(
                f"declared {encoding}, stored {stored}",
                text.encode(stored),
                ID_AND_NAME,
                {},
                {"encoding": encoding},
            )
    for stored in ("utf-8", "gb18030", "utf-16", "utf-8-sig"):
        yield Fixture(f"undeclared, stored {stored}", text.encode(stored), ID_AND_NAME)
    broken = text.encode() + b"3,\xff\xfe\n4,a\n"
    yield Fixture("broken UTF-8, undeclared", broken, ID_AND_NAME)
    yield Fixture("broken UTF-8, declared", broken, ID_AND_NAME, {}, {"encoding": "utf-8"})
    late = b"id,name\n" + b"1,a\n" * 60_000 + b"x,\xff\n"
    yield Fixture("broken UTF-8 behind the first 100 kB", late, ID_AND_NAME)
    yield Fixture(
        "broken UTF-8 behind the first 100 kB, declared", late, ID_AND_NAME, {}, {"encoding": "utf-8"}
    )
    surrogate = b"id,name\n1,\xed\xa0\x80\n"
    yield Fixture("a lone surrogate", surrogate, ID_AND_NAME, {}, {"encoding": "utf-8"})


def counts() -> Iterator[Fixture]:
    data = b"id,name\n1,a\nx,b\n"
    sha256, md5 = hashlib.sha256(data).hexdigest(), hashlib.md5(data).hexdigest()
    for stated in (
        {"hash": f"sha256:{sha256}"},
        {"hash": md5},
        {"hash": f"md5:{md5}"},
        {"hash": "sha256:00"},
        {"hash": "00"},
        {"hash": "sha512:00"},
        {"bytes": len(data)},
        {"bytes": 1},
        {"bytes": 0},
        {"rows": 2},
        {"rows": 3},
        {"fields": 2},
        {"fields": 3},
        {"hash": "sha256:00", "bytes": 1, "rows": 1, "fields": 1},
    ):
        yield Fixture(f"counts {stated}", data, ID_AND_NAME, {}, stated)
    returns = data.replace(b"\n", b"\r")
    for name, digest in (("right", hashlib.sha256(returns)), ("wrong", hashlib.sha256(data))):
        stated = {"hash": f"sha256:{digest.hexdigest()}", "bytes": len(data)}
        yield Fixture(f"counts of lines that end with CR, {name}", returns, ID_AND_NAME, {}, stated)


def keys() -> Iterator[Fixture]:
    for name, text, schema in KEYS:
        names = text.split("\n", 1)[0].split(",")
        fields: list[dict[str, Any]] = [
            {"name": label, "type": "integer" if label == "id" else "string"} for label in names
        ]
        if "not in the file" in name:
            fields.append({"name": "name", "type": "string"})
        yield Fixture(name, text.encode(), fields, schema)


def resources() -> Iterator[Fixture]:
    text = b"id,name\n1,a\nx,b\n"
    yield Fixture("no schema", text, [], {}, {"schema": None})
    yield Fixture("no schema and no type", text, [], {}, {"schema": None, "type": None})
    yield Fixture("an empty schema", text, [], {}, {"schema": {}})
    mixed = (
        b"a,b,c,d,e\n1,1.5,true,2009-03-19,x\n2,2,false,2009-03-20,\n"
        + b"3,x,1,2009-03-21,y\n" * 200
        + b"x,1,1,1\n"
    )
    yield Fixture("no schema, many types", mixed, [], {}, {"schema": None})
    yield Fixture("a path that is not there", text, ID_AND_NAME, {}, {"path": "none.csv"})
    yield Fixture("a file of another kind", text, ID_AND_NAME, {}, {"type": "file"})
    yield Fixture("a file in parts", text, ID_AND_NAME, {}, {"path": ["one.csv", "two.csv"]})
    yield Fixture(
        "data in the descriptor", text, ID_AND_NAME, {}, {"path": None, "data": [["id", "name"], ["x", "a"]]}
    )
    yield Fixture("a format of its own", text, ID_AND_NAME, {}, {"format": "tsv"})
    yield Fixture("a name with capitals", text, ID_AND_NAME, {}, {"name": "One"})
    yield Fixture("an unknown type", text, [{"name": "id", "type": "none"}])
    yield Fixture("fields of one name", text, [{"name": "id"}, {"name": "id"}])
    yield Fixture("no types", text, [{"name": "id"}, {"name": "name"}])
    yield Fixture(
        "a constraint of another type",
        text,
        [{"name": "id", "type": "integer", "constraints": {"pattern": "a"}}],
    )
    yield Fixture("a pattern that is none", text, _value("string", constraints={"pattern": "("}))
    yield Fixture(
        "a bound that is none",
        text,
        [
            {"name": "id", "type": "integer", "constraints": {"minimum": "x"}},
            {"name": "name", "type": "string"},
        ],
    )
    yield Fixture(
        "a bound with a fraction",
        text,
        [
            {"name": "id", "type": "integer", "constraints": {"minimum": 0.5}},
            {"name": "name", "type": "string"},
        ],
    )


def every() -> list[Fixture]:
    """All fixtures; their names are unique."""
    makers = (types, constraints, missing_values, layouts, dialects, encodings, counts, keys, resources)
    return [fixture for maker in makers for fixture in maker()]
