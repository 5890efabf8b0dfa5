"""Packages made by chance: the verdicts are frictionless's there as well.

The suite makes a few; `JIQUN_RANDOM_PACKAGES=2000 pytest tests/checks/test_differential_random.py` makes
more.
"""

from __future__ import annotations

import copy
import csv
import io
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from checks_fixtures import TEXTS, Fixture
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_differential import PROPERTIES, frictionless_says, write

from jiqun.checks import validate
from jiqun.checks.engine import keys, records

COUNT = int(os.environ.get("JIQUN_RANDOM_PACKAGES", "25"))
TYPES = ["string", "integer", "number", "date", "boolean", "year", "any", "datetime", "yearmonth", "array"]
LIMITS = [1, 2, 5, 1000]

names = st.sampled_from(["id", "name", "value", "parent"])
texts = st.one_of(
    st.sampled_from(["", "1", "2", "3", "a", "b"]),
    st.sampled_from(TEXTS),
    st.text(st.sampled_from('01279-.,"\n\r a中\ufeff'), max_size=6),
    st.integers(-(10**20), 10**20).map(str),
    st.decimals(allow_nan=True, allow_infinity=True).map(str),
    st.dates().map(str),
)


@st.composite
def constraints(draw: st.DrawFn, type: str) -> dict[str, Any]:
    """Some constraints that the type supports."""
    choices: list[tuple[str, st.SearchStrategy[Any]]] = [
        ("required", st.booleans()),
        ("unique", st.booleans()),
    ]
    if type == "string":
        choices += [
            ("minLength", st.integers(0, 3)),
            ("maxLength", st.integers(0, 6)),
            (
                "pattern",
                st.sampled_from(["[a-z]*", "a|b", "[0-9]+(-[0-9]+)*", "\\d*", ".+", "^1$|^2", "(a|b|1)?"]),
            ),
        ]
    if type in ("integer", "number"):
        bounds = st.integers(-3, 3) if type == "integer" else st.sampled_from([-1.5, 0, 0.1, 2, 7])
        choices += [(name, bounds) for name in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")]
    if type in ("string", "integer", "any"):
        values = st.sampled_from(["1", "2", "a", ""]) if type != "integer" else st.sampled_from([1, 2, 3])
        choices += [("enum", st.lists(values, min_size=1, unique=True))]
    if type == "date":
        choices += [("minimum", st.just("2000-01-01"))]
    chosen = draw(st.lists(st.sampled_from(choices), max_size=2, unique_by=lambda choice: choice[0]))
    return {name: draw(strategy) for name, strategy in chosen}


@st.composite
def fields(draw: st.DrawFn, labels: list[str]) -> list[dict[str, Any]]:
    made = []
    for label in labels:
        type = draw(st.sampled_from(TYPES[:6] if draw(st.integers(0, 3)) else TYPES))
        made.append({"name": label, "type": type, "constraints": draw(constraints(type))})
    return made


@st.composite
def data(draw: st.DrawFn, labels: list[str]) -> bytes:
    """A CSV file: mostly whole rows, mostly well quoted."""
    stream = io.StringIO()
    line_end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer = csv.writer(stream, lineterminator=line_end, quoting=quoting)
    if draw(st.integers(0, 9)):
        writer.writerow(labels)
    width = len(labels)
    few = draw(st.lists(texts, min_size=1, max_size=6))
    cells = st.one_of(st.sampled_from(few), texts)
    for _ in range(draw(st.integers(0, 12))):
        ragged = draw(st.integers(0, 9)) == 0
        row = draw(st.lists(cells, min_size=0 if ragged else width, max_size=width + 2 if ragged else width))
        writer.writerow(row)
        if draw(st.integers(0, 20)) == 0:
            stream.write(draw(st.sampled_from([line_end, '"', "\r", ",,,", "\x00"])))
    return stream.getvalue().encode("utf-8", "surrogatepass")


@st.composite
def fixtures(draw: st.DrawFn) -> Fixture:
    labels = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    schema: dict[str, Any] = {}
    if draw(st.booleans()):
        schema["primaryKey"] = draw(st.lists(st.sampled_from(labels), min_size=1, max_size=2, unique=True))
    if draw(st.integers(0, 2)) == 0:
        schema["missingValues"] = draw(st.lists(st.sampled_from(["", "1", "a", "NA", " "]), unique=True))
    keys = []
    for _ in range(draw(st.integers(0, 2))):
        resource = draw(st.sampled_from(["", "two"]))
        count = draw(st.integers(1, min(2, len(labels))))
        own = draw(st.lists(st.sampled_from(labels), min_size=count, max_size=count, unique=True))
        there = labels if resource == "" else ["id", "label"]
        other = draw(st.lists(st.sampled_from(there), min_size=count, max_size=count))
        keys.append({"fields": own, "reference": {"resource": resource, "fields": other}})
    if keys:
        schema["foreignKeys"] = keys
    declared = {"encoding": "utf-8"} if draw(st.booleans()) else {}
    return Fixture("random", draw(data(labels)), draw(fields(labels)), schema, declared)


@settings(
    max_examples=COUNT,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=COUNT < 100,
    database=None,
)
@given(
    fixtures(),
    st.sampled_from(LIMITS),
    st.sampled_from([(30, 0), (200, 0), (8 * 1024 * 1024, 0), (8 * 1024 * 1024, records.SMALL_FILE)]),
    st.sampled_from([0, 10_000]),
)
def test_the_verdict_is_that_of_frictionless_on_any_package(
    fixture: Fixture, limit_errors: int, sizes: tuple[int, int], few: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = write(Path(folder), fixture)
        expected = frictionless_says(path, limit_errors)
        patch.setattr(records, "PIECE_BYTES", sizes[0])
        patch.setattr(records, "SMALL_FILE", sizes[1])
        patch.setattr(keys, "_FEW", few)
        patch.setattr(keys, "_EXACT_KEYS", 2 * few)
        patch.setattr(keys, "_SORTED_AT_ONCE", few)
        report = validate(path, extra_checks=False, limit_errors=limit_errors)
        if expected is None:
            assert "judge-failed" in [problem.type for problem in report.errors]
        else:
            assert report.flatten(PROPERTIES) == expected
        with_checks = validate(path, limit_errors=limit_errors)
        assert "check-failed" not in [problem.type for problem in with_checks.warnings]


VALUES: list[Any] = [
    *(None, True, 0, -1, 1.5, 10**30, "", "a", "one.csv", "id", "none.csv", "..", "../x.csv", "/etc/passwd"),
    *("utf-8", "latin1", "integer", "table", "csv", "[a-z", "\0", "$HOME/x", "~/x", [], ["id"], [[]], [None]),
    *({}, {"a": 1}, {"name": "x"}, {"fields": []}, {"resources": []}, ["one.csv", 5], "x" * 300),
]
NAMES = [
    *(
        "name",
        "path",
        "schema",
        "data",
        "dialect",
        "type",
        "profile",
        "$schema",
        "format",
        "encoding",
        "fields",
    ),
    *("constraints", "primaryKey", "foreignKeys", "reference", "compression", "innerpath", "extrapaths"),
    *("missingValues", "hash", "bytes", "stats", "resources", "uniqueKeys", "fieldsMatch", "categories"),
    *("required", "unique", "pattern", "enum", "minimum", "headerRows", "header", "commentChar", "created"),
]


def places(value: Any) -> list[tuple[Any, Any]]:
    """Each container in a JSON value, with one of its keys."""
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [place for key, child in children for place in [(value, key), *places(child)]]


@st.composite
def descriptors(draw: st.DrawFn) -> Any:
    """The descriptor of a package of three tables, with one or two things that are not as they should be."""
    fields: list[dict[str, Any]] = [
        {"name": "id", "type": "integer", "constraints": {"required": True, "unique": True, "minimum": 0}},
        {"name": "label", "type": "string", "constraints": {"enum": ["a", "b"], "pattern": "[a-z]*"}},
    ]
    schema = {
        "fields": fields,
        "primaryKey": ["id"],
        "missingValues": ["", "NA"],
        "uniqueKeys": [["label"]],
        "foreignKeys": [{"fields": ["id"], "reference": {"resource": "two", "fields": ["id"]}}],
    }
    dialect = {"delimiter": ",", "headerRows": [1], "commentChar": "#"}
    first = {"name": "one", "type": "table", "path": "one.csv", "schema": schema, "dialect": dialect}
    second = {"name": "two", "path": "two.csv", "encoding": "utf-8", "bytes": 9, "hash": "md5:00"}
    inline = {"name": "three", "data": [["id"], [1], ["x"]], "schema": {"fields": [{"name": "id"}]}}
    content: Any = {"name": "p", "created": "2020-01-01T00:00:00Z", "resources": [first, second, inline]}
    for _ in range(draw(st.integers(1, 2))):
        container, key = draw(st.sampled_from(places(content)))
        change = draw(st.integers(0, 3))
        if change == 0:
            del container[key]
        elif change == 1 and isinstance(container, dict):
            container[draw(st.sampled_from(NAMES))] = copy.deepcopy(draw(st.sampled_from(VALUES)))
        else:
            container[key] = copy.deepcopy(draw(st.sampled_from(VALUES)))
    return content


@settings(
    max_examples=COUNT // 2,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=COUNT < 100,
    database=None,
)
@given(descriptors())
def test_any_descriptor_gets_the_verdict_of_frictionless_or_a_clear_refusal(content: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), Fixture("random", b"id,label\n1,a\n7,c\nx,\n", []))
        path.write_text(json.dumps(content), encoding="utf-8")
        expected = frictionless_says(path)
        report = validate(path, extra_checks=False)
        if expected is None:
            assert report.exit_code == 1
        else:
            assert report.flatten(PROPERTIES) == expected
        with_checks = validate(path)
        assert "check-failed" not in [problem.type for problem in with_checks.warnings]
        assert with_checks.valid or all(problem.message for problem in with_checks.errors)
