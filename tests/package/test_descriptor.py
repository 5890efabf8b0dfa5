"""datapackage.json: generated from the schema, valid for frictionless and for the standard's own profile."""

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from frictionless import Package
from referencing import Registry, Resource

from jiqun import __version__
from jiqun.convert import convert
from jiqun.package import make_schema
from jiqun.tables import CORRECTIONS, MANIFEST, TABLES, TABLES_BY_NAME
from sample_rows import PLAN, REPORT

pytestmark = pytest.mark.usefixtures("plain_extraction")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of two documents in two encodings, with corrections, converted anew."""
    sources = tmp_path / "in" / "sources"
    (sources / "2024").mkdir(parents=True)
    (sources / "plan.txt").write_bytes(PLAN.encode())
    (sources / "2024" / "report.txt").write_bytes(REPORT.encode("gb18030"))
    (tmp_path / "in" / "curation").mkdir()
    header = ",".join(CORRECTIONS.column_names) + "\n"
    (tmp_path / "in" / "curation" / "corrections.csv").write_text(header, encoding="utf-8")
    convert([sources], tmp_path / "out")
    return tmp_path / "out"


def descriptor_of(package: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((package / "datapackage.json").read_text("utf-8"))
    return content


def frictionless_errors(package: Path) -> list[list[Any]]:
    report = Package(str(package / "datapackage.json")).validate()
    return report.flatten(["type", "fieldName", "rowNumber"])


def test_plain_frictionless_finds_it_valid(package: Path) -> None:
    assert frictionless_errors(package) == []


@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("targets", ",CNY,", ",KGM,", "hash-count"),
        ("targets", ",eq,", ",about,", "constraint-error"),
        ("mentions", ",quantity,", ",quantum,", "constraint-error"),
        ("documents", "plan.txt", "/etc/passwd", "constraint-error"),
    ],
)
def test_frictionless_sees_what_is_spoilt(package: Path, table: str, old: str, new: str, error: str) -> None:
    """The schema binds: a cell that breaks it, or a changed byte, makes the package invalid."""
    path = package / TABLES_BY_NAME[table].path
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert error in {found for found, _, _ in frictionless_errors(package)}


def test_a_broken_reference_is_seen(package: Path) -> None:
    path = package / TABLES_BY_NAME["targets"].path
    path.write_text(path.read_text("utf-8").replace(",gross_output,", ",gross_input,"), encoding="utf-8")
    assert "foreign-key" in {found for found, _, _ in frictionless_errors(package)}


def test_it_fits_the_profile_of_the_standard(package: Path, judges: Path) -> None:
    folder = judges / "datapackage" / "2.0"
    profiles = {path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    base = "https://datapackage.org/profiles/2.0/"
    registry = Registry().with_resources(  # type: ignore[var-annotated]
        (base + name, Resource.from_contents(profile)) for name, profile in profiles.items()
    )
    descriptor = descriptor_of(package)
    jsonschema.Draft7Validator(profiles["datapackage.json"], registry=registry).validate(descriptor)
    resource_judge = jsonschema.Draft7Validator(profiles["dataresource.json"], registry=registry)
    schema_judge = jsonschema.Draft7Validator(profiles["tableschema.json"], registry=registry)
    for resource in descriptor["resources"]:
        resource_judge.validate(resource)
        if "schema" in resource:
            schema_judge.validate(resource["schema"])
    del descriptor["resources"]
    assert not jsonschema.Draft7Validator(profiles["datapackage.json"], registry=registry).is_valid(
        descriptor
    )


def test_every_file_has_its_bytes_and_hash(package: Path) -> None:
    listed = {resource["path"]: resource for resource in descriptor_of(package)["resources"]}
    files = {
        path.relative_to(package).as_posix(): path.read_bytes()
        for path in (package / "data").rglob("*")
        if path.is_file()
    }
    assert set(listed) == set(files)
    for path, data in files.items():
        assert listed[path]["bytes"] == len(data)
        assert listed[path]["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert listed["data/sources/2024/report.txt"]["encoding"] == "gb18030"


def test_package_properties(package: Path) -> None:
    descriptor = descriptor_of(package)
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["version"] == __version__
    assert "created" not in descriptor
    assert descriptor["licenses"][0]["name"] == "CC-BY-4.0"
    assert [source["path"] for source in descriptor["sources"]] == [
        "data/sources/2024/report.txt",
        "data/sources/plan.txt",
    ]
    names = [resource["name"] for resource in descriptor["resources"]]
    assert names[: len(TABLES) + 2] == [*(table.name for table in TABLES), MANIFEST.name, CORRECTIONS.name]


@pytest.mark.parametrize("table", [*TABLES, MANIFEST, CORRECTIONS], ids=lambda table: table.name)
def test_schema_says_all_that_the_columns_say(table: Any) -> None:
    schema = make_schema(table)
    assert [field["name"] for field in schema["fields"]] == table.column_names
    for field, described in zip(table.fields, schema["fields"], strict=True):
        constraints = described.get("constraints", {})
        assert {"title", "title_en", "description", "description_en", "example"} <= set(described)
        assert constraints.get("required", False) == field.required
        assert constraints.get("enum", []) == [code.value for code in field.column.codes]
        assert constraints.get("pattern") == field.column.pattern
        assert constraints.get("minimum") == field.column.minimum
    keys = {key["fields"][0]: key["reference"] for key in schema.get("foreignKeys", [])}
    expected = {
        field.name: field.column.foreign_key
        for field in table.fields
        if field.column.foreign_key and field.column.foreign_key != (table.name, field.name)
    }
    assert {
        name: (reference.get("resource", table.name), reference["fields"][0])
        for name, reference in keys.items()
    } == expected
