"""A finished package as its descriptor tells it: what the downloads and the site are made from.

Nothing here knows the schema of this project: tables, fields, codes and keys are what `datapackage.json`
says, so a package that someone else made, or an older one, is read the same way.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

Value: TypeAlias = str | int | float | None

DESCRIPTOR = "datapackage.json"
# What may become the name of a file or a page: no separators, no dot in front.
_PLAIN_NAME = re.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*")


class PackageError(Exception):
    """A package that cannot be read: which file, and what is wrong with it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages; where the descriptor has no English the Chinese stands in."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Category:
    """A permitted value of a field and its label."""

    value: str
    label: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedField:
    """A field of a table; `reference` is the table and field a foreign key points at."""

    name: str
    type: str
    title: Words
    description: Words
    example: str
    categories: tuple[Category, ...]
    constraints: Mapping[str, Any]
    reference: tuple[str, str] | None

    def value(self, cell: str) -> Value:
        """The cell as a value: None where it is empty, a number as int where it is whole.

        Decimals become the nearest double, as every format but CSV has it. Raises ValueError on text of
        another type.
        """
        if cell == "":
            return None
        if self.type == "integer":
            return int(cell)
        if self.type == "number":
            number = float(cell)
            return int(cell) if cell.lstrip("-").isdigit() else number
        return cell


@dataclass(frozen=True)
class FinishedTable:
    """A table: its fields, its file, and its rows as they stand in the CSV, cell by cell as text."""

    name: str
    title: Words
    description: Words
    path: str
    location: Path
    fields: tuple[FinishedField, ...]
    primary_key: str | None

    def records(self) -> Iterator[list[str]]:
        """The rows one by one, as cells in field order, read from the file each time.

        Raises PackageError when the file is not what the schema says.
        """
        names = [field.name for field in self.fields]
        try:
            with self.location.open(encoding="utf-8", newline="") as stream:
                reader = csv.reader(stream, strict=True)
                header = next(reader, [])
                if header != names:
                    raise PackageError(
                        self.location, f"header is {','.join(header)}, the descriptor says {','.join(names)}"
                    )
                for cells in reader:
                    if len(cells) != len(names):
                        raise PackageError(
                            self.location,
                            f"line {reader.line_num}: {len(cells)} cells, expected {len(names)}",
                        )
                    yield cells
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise PackageError(self.location, str(error)) from None

    @cached_property
    def rows(self) -> Sequence[Mapping[str, str]]:
        """The rows in file order. Raises PackageError when the file is not what the schema says."""
        names = [field.name for field in self.fields]
        return [dict(zip(names, cells, strict=True)) for cells in self.records()]

    @cached_property
    def values(self) -> Sequence[Sequence[Value]]:
        """The rows as values, in field order. Raises PackageError where a cell has another type."""
        values = []
        for number, row in enumerate(self.rows, 1):
            try:
                values.append([field.value(row[field.name]) for field in self.fields])
            except ValueError as error:
                raise PackageError(self.location, f"row {number}: {error}") from None
        return values

    @property
    def is_code_list(self) -> bool:
        """Whether it is a list that other tables refer to, by the folder it lies in."""
        return PurePosixPath(self.path).parent.name == "codes"

    def has(self, *names: str) -> bool:
        """Whether the table has all these fields."""
        return set(names) <= {field.name for field in self.fields}

    @cached_property
    def unfilled(self) -> frozenset[str]:
        """The fields that no row fills; none of them where there are no rows."""
        rows = self.rows
        return frozenset(
            field.name for field in self.fields if rows and not any(row[field.name] for row in rows)
        )

    @cached_property
    def by_key(self) -> Mapping[str, Mapping[str, str]]:
        """The rows by primary key; empty for a table without one."""
        return {row[self.primary_key]: row for row in self.rows} if self.primary_key else {}


@dataclass(frozen=True)
class FinishedPackage:
    """A package's folder, its descriptor and its tables in the descriptor's order."""

    folder: Path
    descriptor: Mapping[str, Any]
    tables: tuple[FinishedTable, ...]

    @property
    def title(self) -> Words:
        """The package's title."""
        return words(self.descriptor, "title")

    @property
    def description(self) -> Words:
        """The package's description."""
        return words(self.descriptor, "description")

    @property
    def name(self) -> str:
        """The package's name, used for file names."""
        return str(self.descriptor.get("name", "package"))

    @property
    def files(self) -> list[str]:
        """Paths of all files of the package, the descriptor first."""
        return [DESCRIPTOR, *(str(resource["path"]) for resource in self.descriptor["resources"])]

    @cached_property
    def table_names(self) -> Mapping[str, FinishedTable]:
        """The tables by name."""
        return {table.name: table for table in self.tables}

    def rows(self, table: str) -> Sequence[Mapping[str, str]]:
        """The rows of a table, none where the package has no such table."""
        found = self.table_names.get(table)
        return found.rows if found else []


def read_package(folder: Path) -> FinishedPackage:
    """Read the descriptor of a package; the rows of its tables are read when they are asked for.

    Raises PackageError when there is no descriptor, or one that is no JSON, has no resources or names a
    file outside the package or not there, or one with a name that no file can have.
    """
    path = folder / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PackageError(path, f"cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise PackageError(path, f"is no JSON: {error}") from None
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    if not isinstance(resources, list) or not resources:
        raise PackageError(path, "names no resources")
    for named in [descriptor.get("name", "package"), *(resource.get("name") for resource in resources)]:
        check_name(named, path)
    tables = []
    for resource in resources:
        location = _location(folder, resource, path)
        if "schema" in resource:
            _check_schema(resource, path)
            tables.append(_table(resource, location))
    return FinishedPackage(folder, descriptor, tuple(tables))


def check_name(name: object, path: Path) -> None:
    """Raise PackageError naming `path` where a name from the package cannot name a file or a page."""
    if not isinstance(name, str) or not _PLAIN_NAME.fullmatch(name):
        raise PackageError(path, f"{name!r} is no plain name: letters, digits, - _ and . are expected")


def _location(folder: Path, resource: Mapping[str, Any], descriptor: Path) -> Path:
    """Where a resource lies; one file inside the package is all that is read."""
    path = resource.get("path")
    if not isinstance(path, str):
        raise PackageError(
            descriptor, f"resource {resource.get('name')!r}: path is {path!r}, expected a string"
        )
    location = folder / path
    if not location.resolve().is_relative_to(folder.resolve()):
        raise PackageError(descriptor, f"resource {resource.get('name')!r}: {path} lies outside the package")
    if not location.is_file():
        raise PackageError(descriptor, f"resource {resource.get('name')!r}: there is no file {path}")
    return location


def _check_schema(resource: Mapping[str, Any], descriptor: Path) -> None:
    """Raise PackageError where a table's schema is not written out with its fields and their names."""
    schema = resource["schema"]
    fields = schema.get("fields") if isinstance(schema, Mapping) else None
    if not isinstance(fields, list) or not all(
        isinstance(field, Mapping) and isinstance(field.get("name"), str) for field in fields
    ):
        raise PackageError(
            descriptor, f"resource {resource.get('name')!r}: its schema has no list of fields with names"
        )
    if PurePosixPath(resource["path"]).suffix.lower() != ".csv":
        raise PackageError(
            descriptor, f"resource {resource['name']!r}: {resource['path']} has fields and is no .csv file"
        )


def _table(resource: Mapping[str, Any], location: Path) -> FinishedTable:
    schema = resource["schema"]
    key = schema.get("primaryKey") or []
    references = {
        reference["fields"][0]: (
            str(reference["reference"].get("resource") or resource["name"]),
            str(reference["reference"]["fields"][0]),
        )
        for reference in schema.get("foreignKeys", [])
        if len(reference["fields"]) == 1
    }
    return FinishedTable(
        name=str(resource["name"]),
        title=words(resource, "title"),
        description=words(resource, "description"),
        path=str(resource["path"]),
        location=location,
        fields=tuple(_field(field, references) for field in schema["fields"]),
        primary_key=key if isinstance(key, str) else key[0] if len(key) == 1 else None,
    )


def _field(field: Mapping[str, Any], references: Mapping[str, tuple[str, str]]) -> FinishedField:
    name = str(field["name"])
    return FinishedField(
        name=name,
        type=str(field.get("type", "string")),
        title=words(field, "title", name),
        description=words(field, "description"),
        example=str(field.get("example", "")),
        categories=tuple(_category(category) for category in field.get("categories", [])),
        constraints=field.get("constraints", {}),
        reference=references.get(name),
    )


def _category(category: Any) -> Category:
    """A category as Data Package v2 has it: a bare value, or one with a label."""
    if not isinstance(category, Mapping):
        return Category(str(category), Words(str(category), str(category)))
    value = str(category["value"])
    return Category(value, words(category, "label", value))


def words(properties: Mapping[str, Any], name: str, default: str = "") -> Words:
    """A property of a descriptor and its English, which is the same name with `_en`."""
    text = str(properties.get(name) or default)
    return Words(text, str(properties.get(f"{name}_en") or text))
