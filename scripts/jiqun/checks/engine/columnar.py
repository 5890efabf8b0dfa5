"""Frictionless's verdict on a table, reached over columns.

The table is read in blocks. Masks say which cells are certainly valid, hashes which keys are certainly
unique; only rows in doubt are given to frictionless's own reader, row class and errors. Whatever this engine
does not know how to judge exactly so, it hands over (`HandOver`) to frictionless itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import pyarrow as pa

from .arrays import index_array, text_array, truths_of
from .endless import EndlessRecord
from .keys import (
    TYPES,
    Hashes,
    Keys,
    NoKey,
    Repeats,
    canonical,
    hash_keys,
    join,
    join_texts,
    key_column,
    repeats_of,
)
from .masks import ColumnJudge, Indices, Mask, is_one_of
from .pieces import Irregular, Layout
from .problem import Problem
from .records import Block, Records
from .report import Task
from .rows import ForeignKey, FoundRow, Integrity, RowJudge
from .structure import is_table, problem_of

_CANDIDATES = 20_000
if TYPE_CHECKING:
    from .check import CellPass

T = TypeVar("T")
_TEXT_TYPES = {"string", "any"}


Progress = Callable[[str, int, int], None]
"""Is told a table's name, the bytes of it that were read, and its size."""


class HandOver(Exception):
    """A resource that frictionless has to judge itself, and why."""


@dataclass(slots=True)
class Opened:
    """A table as frictionless opened it: its fields in the file's order, its header's errors, how to read
    it."""

    resource: Any
    fields: list[Any]
    labels: list[str]
    start_errors: list[Any]
    layout: Layout
    judges: list[ColumnJudge]
    missing: list[frozenset[str]]
    exact: bool = False
    """Whether the file was found to need the exact reader."""

    def either_way(self, read: Callable[[], T]) -> T:
        """Read the table with the fast reader or, where the file turns out to need it, with the exact one."""
        try:
            return read()
        except Irregular:
            if self.exact:
                raise
            self.exact = True
            return read()

    def position(self, name: str) -> int | None:
        """The place of a field among the expected ones."""
        return next((place for place, item in enumerate(self.fields) if item.name == name), None)


_References = tuple[range | Indices, pa.StringArray]
"""Row numbers, and for each the key that it refers to."""


@dataclass(slots=True)
class _Found:
    """What the blocks showed: faulty rows with their cells, repeated keys, and keys that refer to the table
    itself."""

    rows: dict[int, FoundRow] = field(default_factory=dict)
    repeats: dict[tuple[str, ...], Repeats] = field(default_factory=dict)
    own_keys: dict[tuple[str, ...], Keys] = field(default_factory=dict)
    own_references: list[tuple[ForeignKey, list[_References]]] = field(default_factory=list)
    read: int = 1
    """The number of the last row that was read."""
    complete: bool = True


@dataclass(slots=True)
class _Seen:
    """What one block showed, by the indices of its columns' rows."""

    rows: dict[int, FoundRow]
    hashed: dict[tuple[str, ...], tuple[Hashes, Indices | None]]
    own_keys: dict[tuple[str, ...], pa.StringArray]
    own_references: list[pa.StringArray]


class ColumnarJudge:
    """Judges the tables of one open package. Errors beyond `limit_errors` of a resource are not looked for.

    `opened` has the tables that could be opened, by resource name. `watch` makes for a table the pass of
    other checks that go along with the reading; `passes` has them, by resource name.
    """

    def __init__(
        self,
        package: Any,
        limit_errors: int,
        watch: Callable[[Opened], CellPass | None],
        progress: Progress | None = None,
    ) -> None:
        self._package = package
        self.progress = progress
        self._watch = watch
        self.passes: dict[str, CellPass] = {}
        self._limit = limit_errors
        self.opened: dict[str, Opened] = {}
        self._parents: dict[tuple[str, tuple[str, ...]], Keys] = {}

    def judge(self, resource: Any) -> Task:
        """The task of a resource, whose metadata was judged with the package's; raises HandOver where
        frictionless has to judge."""
        try:
            opened = self.open(resource)
            watching = self._watch(opened)
            if watching:
                self.passes[resource.name] = watching
            return opened.either_way(lambda: _Table(self, opened, self._limit, watching).judge())
        except HandOver:
            raise
        except EndlessRecord as error:
            # Frictionless would hold all of it in memory several times.
            return _unreadable(resource, error)
        except Irregular as error:
            raise HandOver(str(error)) from None
        except NoKey as error:
            raise HandOver(str(error)) from None
        except Exception as error:
            # Frictionless raises on some faults itself: then its own words count, in its own order.
            raise HandOver(_stopped_by(error)) from error

    def parents(self, resource_name: str, fields: tuple[str, ...]) -> Keys:
        """The keys that exist in some fields of another table."""
        key = (resource_name, fields)
        if key not in self._parents:
            opened = self.open(self._package.get_resource(resource_name))
            self._parents[key] = opened.either_way(lambda: _keys_of(opened, fields))
        return self._parents[key]

    def type_of(self, resource_name: str, name: str) -> str | None:
        """The type of a field of another table; None where the table has no such column."""
        opened = self.open(self._package.get_resource(resource_name))
        place = opened.position(name)
        return None if place is None else opened.fields[place].type

    def has(self, resource_name: str) -> bool:
        return bool(self._package.has_resource(resource_name))

    def open(self, resource: Any) -> Opened:
        """The table as frictionless opened it, once; raises HandOver where it is none that this engine
        reads."""
        name = resource.name
        if name not in self.opened:
            self.opened[name] = _open(resource)
        return self.opened[name]


def _stopped_by(error: Exception) -> str:
    """Why a table could not be judged over columns, in a few words."""
    said = getattr(error, "error", None)
    return f"it cannot be opened ({said.type})" if said else f"{type(error).__name__}: {error}"


def _unreadable(resource: Any, error: EndlessRecord) -> Task:
    hint = "Check that the quotes of the file are closed."
    name = resource.name or ""
    problem = Problem(type="line-too-long", message=str(error), hint=hint, resource=name)
    return Task(name=name, type=resource.type, place=resource.place, problems=[problem])


def _open(resource: Any) -> Opened:
    """Open a table with frictionless, which detects encoding, dialect and schema and compares the header.

    Its foreign keys are left out while it opens: frictionless would read all tables they refer to.
    """
    from frictionless.checks import baseline
    from frictionless.formats.csv import CsvControl

    if not is_table(resource):
        raise HandOver("it is not a table")
    for reason, applies in (
        ("its data is in the descriptor", resource.memory),
        ("it is fetched from the network", resource.remote),
        ("it is in several files", resource.multipart),
        ("it is compressed", resource.compression or resource.innerpath),
    ):
        if applies:
            raise HandOver(reason)
    if resource.scheme != "file":
        raise HandOver(f"it is fetched by {resource.scheme}")
    if resource.format not in ("csv", "tsv") or resource.normpath is None:
        raise HandOver(f"its format is {resource.format}")
    with _without_foreign_keys(resource):
        try:
            resource.open()
            check = baseline()
            check.connect(resource)
            start_errors = list(check.validate_start())
            fields = resource.header.get_expected_fields()
            labels = list(resource.labels)
        finally:
            resource.close()
    _refuse_dialect(resource.dialect)
    if not labels:
        raise HandOver("it has no header")
    missing = [_missing_values(item) for item in fields]
    layout = Layout(
        path=Path(resource.normpath.removeprefix("file://")),
        encoding=resource.encoding or "",
        width=len(labels),
        settings=CsvControl.from_dialect(resource.dialect).to_python(),
        blank_is_missing=all("" in texts for texts in missing),
        line_ends_translated=resource.format == "tsv",
    )
    judges = [
        ColumnJudge(item, item.create_cell_reader(), texts)
        for item, texts in zip(fields, missing, strict=True)
    ]
    return Opened(resource, fields, labels, start_errors, layout, judges, missing)


@contextmanager
def _without_foreign_keys(resource: Any) -> Iterator[None]:
    """While it lasts, the resource has no foreign keys. One that has none is left as it is: a schema that
    anything was assigned to counts as declared, and frictionless would not detect one."""
    schema = resource.schema
    foreign_keys = schema.foreign_keys
    if foreign_keys:
        schema.foreign_keys = []
    try:
        yield
    finally:
        if foreign_keys:
            schema.foreign_keys = foreign_keys


def _refuse_dialect(dialect: Any) -> None:
    if not dialect.header or dialect.header_rows != [1]:
        raise HandOver("its header is not its first row")
    if dialect.comment_char or dialect.comment_rows or dialect.skip_blank_rows or not dialect.header_case:
        raise HandOver("its dialect skips rows or ignores case")


def _missing_values(item: Any) -> frozenset[str]:
    own = item.has_defined("missing_values") or not item.schema
    return frozenset(item.missing_values if own else item.schema.missing_values)


class _Table:
    """The judgement of one table, from its first block to its task."""

    def __init__(self, package: ColumnarJudge, opened: Opened, limit: int, watching: CellPass | None) -> None:
        self._package = package
        self._watching = watching
        self._opened = opened
        self._limit = limit
        self._found = _Found()
        self._again: dict[int, list[str]] = {}
        schema = opened.resource.schema
        names = {item.name for item in opened.fields}
        primary_key = tuple(schema.primary_key) if set(schema.primary_key) <= names else ()
        unique = [item.name for item in opened.fields if item.constraints.get("unique")]
        foreign_keys = [key for key in self._foreign_keys(schema) if set(key.fields) <= names]
        self._integrity = Integrity(unique, primary_key, foreign_keys)
        self._found.repeats = {name: Repeats() for name in self._unique_keys()}
        self._found.own_references = [(key, []) for key in foreign_keys if self._is_own(key)]
        own = {*primary_key, *unique, *(name for key in foreign_keys for name in key.fields)}
        self._key_names = own.union(*self._found.own_keys)
        self._asked_for = self._asked()
        for name in own:
            place = opened.position(name)
            if place is None or opened.fields[place].type not in TYPES:
                raise HandOver(f"its key {name} has a type whose values only frictionless compares")

    def judge(self) -> Task:
        opened, found = self._opened, self._found
        algorithm, expected = _hash_of(opened.resource)
        records = Records(
            opened.layout,
            algorithm=algorithm if expected else "",
            exact=opened.exact,
            columns=None if self._watching else self._asked_for,
        )
        size = opened.layout.path.stat().st_size
        if self._watching:
            self._watching.restart()
        for block, (seen, faults) in records.blocks(self._look_at_all):
            self._take_in(block, seen)
            if self._package.progress:
                self._package.progress(opened.resource.name, records.measure.size, size)
            if self._watching:
                self._watching.take_in(block, faults)
            found.read = block.first + block.count - 1
            # Frictionless looks at its limit after each row, so at least one row is read whatever the header
            # has.
            if found.read > 1 and len(found.rows) + len(opened.start_errors) >= self._limit:
                found.complete = False
                break
        if self._watching:
            self._watching.complete = found.complete
        if found.own_references and not found.complete:
            raise HandOver("it refers to itself and has more errors than are reported")
        self._look_behind(records)
        errors, partial = self._errors()
        if not partial:
            errors += self._end_errors(records, algorithm)
        return self._task(errors, partial, records)

    def _asked(self) -> list[int]:
        """The places of the columns that are looked at: those in which a cell can be faulty, and keys."""
        opened = self._opened
        return [
            place
            for place, (item, judge) in enumerate(zip(opened.fields, opened.judges, strict=True))
            if not judge.accepts_all or item.name in self._key_names
        ]

    def _foreign_keys(self, schema: Any) -> Iterator[ForeignKey]:
        for declared in schema.foreign_keys:
            fields = tuple(declared["fields"])
            target = declared["reference"]["resource"]
            reference = tuple(declared["reference"]["fields"])
            own = not target or target == self._opened.resource.name
            if not own and not self._package.has(target):
                raise HandOver(f"it refers to {target}, which is not there")
            self._compare_types(fields, target, reference, own)
            if own:
                parents = self._found.own_keys.setdefault(reference, Keys())
            else:
                parents = self._package.parents(target, reference)
                # Null is a key without values, which refers to nothing.
            yield ForeignKey(fields, target, reference, parents)

    def _compare_types(self, fields: Sequence[str], target: str, reference: Sequence[str], own: bool) -> None:
        """Keys of different types are frictionless's to compare (1 and 1.0 are equal in Python, 1 and "1"
        are not)."""
        for name, other in zip(fields, reference, strict=True):
            place = self._opened.position(name)
            if own:
                other_place = self._opened.position(other)
                other_type = None if other_place is None else self._opened.fields[other_place].type
            else:
                other_type = self._package.type_of(target, other)
            if place is None or other_type is None:
                continue
            type_ = self._opened.fields[place].type
            if type_ != other_type and not {type_, other_type} <= _TEXT_TYPES:
                raise HandOver(f"its key {name} is {type_}, the key it refers to is {other_type}")
            if other_type not in TYPES:
                raise HandOver(f"the key {other} has a type whose values only frictionless compares")

    def _is_own(self, key: ForeignKey) -> bool:
        return not key.resource or key.resource == self._opened.resource.name

    def _unique_keys(self) -> list[tuple[str, ...]]:
        """The keys to be unique: () stands for the primary key."""
        keys: list[tuple[str, ...]] = [(name,) for name in self._integrity.unique]
        return [*keys, ()] if self._integrity.primary_key else keys

    def _names(self, key: tuple[str, ...]) -> tuple[str, ...]:
        return key or tuple(self._integrity.primary_key)

    # One block

    def _look_at_all(self, block: Block) -> tuple[_Seen, Any]:
        """What this engine sees in a block, and what the checks that go along see."""
        return self._look(block), self._watching.look(block) if self._watching else None

    def _look(self, block: Block) -> _Seen:
        """Judge a block's cells and collect its keys. Runs beside the reading: row numbers are not known
        yet."""
        suspects: dict[int, set[int]] = {}
        certain: dict[int, Mask] = {}
        for place in self._asked_for:
            column, judge = block.columns[place], self._opened.judges[place]
            certain[place] = judge.certain(column)
            for index in judge.faulty(column, certain[place]).tolist():
                suspects.setdefault(index, set()).add(place)
        hashed: dict[tuple[str, ...], tuple[Hashes, Indices | None]] = {}
        own_keys: dict[tuple[str, ...], pa.StringArray] = {}
        own_references: list[pa.StringArray] = []
        columns = self._key_columns(block, certain)
        for key in self._found.repeats:
            keys = join([columns[name] for name in self._names(key)])
            if not key and keys.null_count:
                for index in np.flatnonzero(truths_of(keys.is_null())).tolist():
                    suspects.setdefault(index, set())
            hashed[key] = hash_keys(keys)
        for reference in self._found.own_keys:
            if all(self._opened.position(name) is not None for name in reference):
                own_keys[reference] = join([columns[name] for name in reference])
        for foreign_key in self._integrity.foreign_keys:
            keys = join([columns[name] for name in foreign_key.fields])
            if self._is_own(foreign_key):
                own_references.append(keys)
            else:
                for index in foreign_key.parents.strangers(keys):
                    suspects.setdefault(index, set())
        blank = set(_blank_rows(block, self._opened.missing))
        indices = sorted(blank | suspects.keys())
        rows = {
            index: FoundRow(cells, None if index in blank else suspects[index])
            for index, cells in zip(indices, block.cells(indices), strict=True)
        }
        return _Seen(rows, hashed, own_keys, own_references)

    def _take_in(self, block: Block, seen: _Seen) -> None:
        """Add what a block showed to what is known of the table."""
        found, numbers = self._found, block.row_numbers()
        ragged = [(block.first + place, cells) for place, cells in sorted(block.ragged.items())]
        found.rows.update((row, FoundRow(cells)) for row, cells in ragged)
        found.rows.update((block.row_number(index), row) for index, row in seen.rows.items())
        for key, (hashes, indices) in seen.hashed.items():
            found.repeats[key].add(hashes, numbers if indices is None else np.asarray(numbers)[indices])
            keyed = [(row, self._key_of(cells, self._names(key))) for row, cells in ragged]
            present = [(row, text) for row, text in keyed if text is not None]
            if present:
                more, _ = hash_keys(text_array([text for _, text in present]))
                found.repeats[key].add(more, np.array([row for row, _ in present], dtype=np.int64))
        for reference, texts in seen.own_keys.items():
            found.own_keys[reference].add(texts)
            if ragged:
                found.own_keys[reference].add(
                    text_array([self._key_of(cells, reference) for _, cells in ragged])
                )
        for (_, references), keys in zip(found.own_references, seen.own_references, strict=True):
            references.append((numbers, keys))

    def _key_columns(self, block: Block, certain: Mapping[int, Mask]) -> dict[str, pa.StringArray]:
        """The columns that keys are made of, as canonical texts."""
        opened = self._opened
        found = {}
        for name in self._key_names:
            place = opened.position(name)
            if place is not None:
                type_, judge = opened.fields[place].type, opened.judges[place]
                found[name] = key_column(block.columns[place], certain[place], type_, judge)
        return found

    def _key_of(self, cells: Sequence[str], names: Sequence[str]) -> str | None:
        """The joined canonical key of one record, ragged or not."""
        return _key_of(self._opened, cells, names)

    # After the last block

    def _look_behind(self, records: Records) -> None:
        """Find the rows whose faults show only once all keys are known."""
        late: set[int] = set()
        for key, repeats in self._found.repeats.items():
            before = self._repeated(records, key, repeats.candidates())
            self._integrity.repeats[key] = before
            late.update(before)
        for foreign_key, references in self._found.own_references:
            for numbers, keys in references:
                late.update(int(numbers[place]) for place in foreign_key.parents.strangers(keys))
        missing = sorted(late - self._found.rows.keys())[: self._limit]
        self._found.rows.update((row, FoundRow(cells, ())) for row, cells in self._cells(records, missing))

    def _repeated(self, records: Records, key: tuple[str, ...], candidates: Indices) -> dict[int, int]:
        """The rows that repeat a key, with the row before; as many as can be reported."""
        names = self._names(key)
        keys: list[tuple[int, str | None]] = []
        for start in range(0, len(candidates), _CANDIDATES):
            keys += [
                (row, self._key_of(cells, names))
                for row, cells in self._cells(records, candidates[start : start + _CANDIDATES].tolist())
            ]
            before = repeats_of(keys)
            if len(before) >= self._limit:
                return before
        return repeats_of(keys)

    def _cells(self, records: Records, rows: Sequence[int]) -> Iterator[tuple[int, Sequence[str]]]:
        """The cells of some rows in ascending order; what was not kept is read again."""
        known, again = self._found.rows, self._again
        if len(again) > _CANDIDATES:
            self._again = again = {}
        again |= records.rows([row for row in rows if row not in known and row not in again])
        for row in rows:
            yield row, known[row].cells if row in known else again[row]

    def _errors(self) -> tuple[list[Any], bool]:
        """All errors in order, and whether there were more than are reported."""
        errors = list(self._opened.start_errors)
        if self._found.read > 1 and len(errors) >= self._limit:
            return errors[: self._limit], True
        judge = RowJudge(self._opened.fields, self._opened.judges, self._integrity)
        for row_number in sorted(self._found.rows):
            errors += judge.faults(self._found.rows[row_number], row_number)
            if len(errors) >= self._limit:
                return errors[: self._limit], True
        return errors, False

    def _end_errors(self, records: Records, algorithm: str) -> list[Any]:
        """Frictionless's comparison of hash, bytes, fields and rows with what was read."""
        from frictionless.checks import baseline

        resource, measure = self._opened.resource, records.measure
        resource.stats.bytes = measure.size
        resource.stats.rows = measure.records - 1
        if algorithm in ("md5", "sha256") and measure.digest:
            setattr(resource.stats, algorithm, measure.digest)
        check = baseline()
        check.connect(resource)
        return list(check.validate_end())

    def _task(self, errors: list[Any], partial: bool, records: Records) -> Task:
        resource, measure = self._opened.resource, records.measure
        algorithm, expected = _hash_of(resource)
        warnings = []
        if resource.hash and algorithm not in ("md5", "sha256"):
            warnings.append("hash is ignored; supported algorithms: md5/sha256")
        if partial:
            warnings.append(f"reached error limit: {self._limit}")
        stats: dict[str, int | str | float] = {
            "rows": self._found.read - 1,
            "fields": len(resource.schema.fields),
        }
        if not partial:
            stats["bytes"] = measure.size
            if expected and measure.digest:
                stats[algorithm] = measure.digest
        return Task(
            name=resource.name or "",
            type=resource.type,
            place=resource.place,
            labels=self._opened.labels,
            problems=[problem_of(error, resource.name or "") for error in errors],
            warnings=warnings,
            stats=stats,
        )


def _hash_of(resource: Any) -> tuple[str, str]:
    """The algorithm and the hash that a resource states; the hash is empty where frictionless does not
    compare."""
    from frictionless.helpers import parse_resource_hash_v1

    if not resource.hash:
        return "", ""
    algorithm, expected = parse_resource_hash_v1(resource.hash)
    return algorithm, expected if algorithm in ("md5", "sha256") else ""


def _blank_rows(block: Block, missing: Sequence[frozenset[str]]) -> list[int]:
    """The indices of the rows in which every cell is a missing value."""
    rows: pa.Array | None = None
    for place in block.order:
        column = block.columns[place]
        cells = column if rows is None else column.take(rows)
        absent = np.flatnonzero(is_one_of(cells, missing[place]))
        if not len(absent):
            return []
        rows = index_array(absent) if rows is None else rows.take(index_array(absent))
    return rows.to_pylist() if rows is not None else []


def _key_of(opened: Opened, cells: Sequence[str], names: Sequence[str]) -> str | None:
    texts: list[str | None] = []
    for name in names:
        place = opened.position(name)
        if place is None or place >= len(cells):
            texts.append(None)
        else:
            texts.append(canonical(opened.judges[place].read(cells[place])[0]))
    return join_texts(texts)


def _key_column(block: Block, opened: Opened, place: int) -> pa.StringArray:
    cells, judge = block.columns[place], opened.judges[place]
    return key_column(cells, judge.certain(cells), opened.fields[place].type, judge)


def _keys_of(opened: Opened, names: tuple[str, ...]) -> Keys:
    """All keys in some fields of a table; a field that the file lacks is missing in every row, as in
    frictionless."""
    places = [opened.position(name) for name in names]
    for place in places:
        if place is not None and opened.fields[place].type not in TYPES:
            raise HandOver(f"it refers to {opened.resource.name}, whose key only frictionless can compare")
    found = Keys()
    asked = [place for place in places if place is not None]
    for block, _ in Records(opened.layout, exact=opened.exact, columns=asked).blocks(lambda block: None):
        columns = [
            text_array([None] * block.height) if place is None else _key_column(block, opened, place)
            for place in places
        ]
        found.add(join(columns))
        if block.ragged:
            found.add(text_array([_key_of(opened, cells, names) for cells in block.ragged.values()]))
    found.settle()
    return found
