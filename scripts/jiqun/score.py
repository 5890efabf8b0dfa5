"""Extraction measured against hand annotation.

A gold folder holds `gold.json` (which source, open or closed) and one CSV a table with the contract's
columns, without ids: rows are matched by place, so the score does not depend on how rows are named.
Extraction is scored as it comes from the rules, before any correction; with a package given, the package's
tables are scored instead.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jiqun.arguments import Parser
from jiqun.facts import extract
from jiqun.reading import find_documents, read_source
from jiqun.tables import TABLES

Record = dict[str, Any]
_FIGURES = ("targets", "indicators")
_NUMBER = ("value", "value_max")


@dataclass(slots=True)
class Line:
    """One line of the score: what was asked for, how much was found, and what was missed."""

    name: str
    bar: float
    right: int = 0
    gold: int = 0
    found: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def score(self) -> float | None:
        """F1 where found and asked can differ, else the share that is right; None where nothing was asked."""
        total = self.gold + self.found
        return 2 * self.right / total if total else None

    def add(self, other: Line) -> None:
        """Pool another line into this one."""
        self.right, self.gold, self.found = (
            self.right + other.right,
            self.gold + other.gold,
            self.found + other.found,
        )
        self.misses += other.misses


def read_gold(folder: Path) -> tuple[Path, dict[str, list[Record]], str]:
    """(source file, rows by table, open or closed) of a gold folder."""
    about = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    tables = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            tables[path.stem] = [
                {key: _typed(key, value) for key, value in row.items()} for row in csv.DictReader(stream)
            ]
    return folder / about["source"], tables, about["set"]


def _typed(name: str, text: str) -> Any:
    if name in ("start", "end", "mention_start", "mention_end", "measure_start", "parent_start"):
        return int(text) if text else None
    return text or None


def extracted(source: Path) -> dict[str, list[Record]]:
    """Rows of all tables as the rules alone give them for one source file."""
    tables: dict[str, list[Record]] = defaultdict(list)
    for document in find_documents(read_source(source)):
        for name, rows in extract(document).items():
            tables[name].extend(_record(name, row) for row in rows)
    return tables


def packaged(package: Path, source: Path) -> dict[str, list[Record]]:
    """Rows of all tables of a finished package that come from one source file."""
    tables: dict[str, list[Record]] = {}
    for table in TABLES:
        path = package / table.path
        if not table.is_code_list and path.exists():
            with path.open(encoding="utf-8", newline="") as stream:
                tables[table.name] = [
                    {key: _typed(key, value) for key, value in row.items()} for row in csv.DictReader(stream)
                ]
    wanted = {
        row["document_id"] for row in tables["documents"] if Path(row["source_file"]).name == source.name
    }
    return {name: [row for row in rows if row.get("document_id") in wanted] for name, rows in tables.items()}


def _record(table: str, row: Any) -> Record:
    fields = {item.name: item for item in next(t for t in TABLES if t.name == table).fields}
    return {name: _typed(name, fields[name].write(getattr(row, name))) for name in fields}


# --- scoring ------------------------------------------------------------------------------------------------


def score(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], text: str
) -> dict[str, Line]:
    """All lines of the score for one source file."""
    lines: dict[str, Line] = {}

    def line(name: str, bar: float) -> Line:
        return lines.setdefault(name, Line(name, bar))

    _score_ledger(gold, found, text, line)
    _score_figures(gold, found, text, line)
    _score_clusters(gold, found, line)
    _score_projects(gold, found, line)
    _score_organizations(gold, found, line)
    _score_measures(gold, found, line)
    _score_incentives(gold, found, line)
    _score_documents(gold, found, line)
    _score_issues(gold, found, line)
    _score_sections(gold, found, line)
    return lines


LineOf = Callable[[str, float], Line]


def _score_ledger(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], text: str, line: LineOf
) -> None:
    covered = {offset for row in found["mentions"] for offset in range(row["start"], row["end"])}
    ledger = line("numerals accounted for", 1.0)
    kinds = line("kind of mention", 0.0)
    quantities = line("quantity: value and unit", 0.97)
    resolved = line("quantities not unresolved", 0.97)
    for row in gold["mentions"]:
        ledger.gold += 1
        ledger.found += 1
        if covered.issuperset(range(row["start"], row["start"] + 1)):
            ledger.right += 1
        else:
            ledger.misses.append(_show(text, row, "no mention"))
    pairs = _paired(gold["mentions"], found["mentions"])
    for row, other in pairs:
        kinds.gold += 1
        kinds.found += 1
        if other is not None and other["kind"] == row["kind"]:
            kinds.right += 1
        else:
            kinds.misses.append(_show(text, row, f"{row['kind']} found as {other and other['kind']}"))
        if row["kind"] == "quantity":
            quantities.gold += 1
            if (
                other is not None
                and other["kind"] == "quantity"
                and all(row[name] == other[name] for name in ("value", "value_max", "unit"))
            ):
                quantities.right += 1
            else:
                quantities.misses.append(
                    _show(text, row, f"{_cells(row)} found as {other and _cells(other)}")
                )
    for row in found["mentions"]:
        if row["kind"] == "quantity":
            quantities.found += 1
            resolved.gold += 1
            resolved.found += 1
            if row["reason"] != "unresolved":
                resolved.right += 1
            else:
                resolved.misses.append(_show(text, row, "unresolved"))


def _cells(row: Record) -> str:
    return f"{row.get('kind', '')} {row['value']} {row['value_max'] or ''} {row['unit']}"


def _score_figures(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], text: str, line: LineOf
) -> None:
    spans = {row["mention_id"]: (row["start"], row["end"]) for row in found["mentions"]}
    whole = line("figure: row fully right", 0.90)
    parts = {
        name: line(f"figure: {name}", 0.0)
        for name in ("table", "indicator", "statistic", "operator", "value", "unit")
    }
    modality, period, subject = line("modality", 0.92), line("period", 0.90), line("subject", 0.90)
    printed = line("indicator as printed", 0.0)
    wanted = [
        row | {"table": name, "start": row["mention_start"], "end": row["mention_end"]}
        for name in _FIGURES
        for row in gold[name]
    ]
    got = [
        row | {"table": name, "start": spans[row["mention_id"]][0], "end": spans[row["mention_id"]][1]}
        for name in _FIGURES
        for row in found[name]
    ]
    for row, other in _paired(wanted, got):
        whole.gold += 1
        wrong = (
            ["missing"]
            if other is None
            else [
                f"{name} {row[name]} found as {other[name]}"
                for name in ("table", "indicator", "statistic", "operator", "value", "value_max", "unit")
                if row[name] != other[name]
            ]
        )
        if other is not None:
            for name, part in parts.items():
                part.gold += 1
                part.found += 1
                part.right += row[name] == other[name]
        if wrong or other is None:
            whole.misses.append(_show(text, row, "; ".join(wrong)))
            continue
        whole.right += 1
        _check(
            modality,
            row.get("modality") == other.get("modality"),
            text,
            row,
            f"{row.get('modality')} found as {other.get('modality')}",
        )
        dates = tuple((r["period_start"], r["period_end"], r["period_status"]) for r in (row, other))
        _check(
            period,
            dates[0] == dates[1],
            text,
            row,
            f"{row['period_text']} {dates[0]} found as {other['period_text']} {dates[1]}",
        )
        same = _letters(row["indicator_text"]) == _letters(other["indicator_text"])
        _check(printed, same, text, row, f"{row['indicator_text']} found as {other['indicator_text']}")
        same = _letters(row["subject_text"]) == _letters(other["subject_text"])
        _check(subject, same, text, row, f"{row['subject_text']} found as {other['subject_text']}")
    whole.found = len(got)
    taken = {(row["start"], row["end"]) for row in wanted}
    for row in got:
        if not any(start < row["end"] and row["start"] < end for start, end in taken):
            whole.misses.append(
                _show(text, row, f"not in gold: {row['table']} {row['indicator']} {row['statistic']}")
            )


def _check(line: Line, right: bool, text: str, row: Record, message: str) -> None:
    line.gold += 1
    line.found += 1
    line.right += right
    if not right:
        line.misses.append(_show(text, row, message))


def _score_clusters(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], line: LineOf
) -> None:
    names, kinds = line("clusters: name", 0.92), line("clusters: kind", 0.92)
    cells = _Cells(
        line, "clusters", {"status": "status", "industry_code": "industry", "region_code": "region"}
    )
    _score_names(
        names,
        gold["clusters"],
        found["clusters"],
        lambda row: (row["name"].replace(" ", ""), row["region_code"] or ""),
        kinds,
        "kind",
        cells,
    )


class _Cells:
    """Lines without a bar for further columns of matched rows, by the line's name: what no key tells."""

    def __init__(self, line: LineOf, table: str, columns: Mapping[str, str]) -> None:
        self._lines = {column: line(f"{table}: {name}", 0.0) for column, name in columns.items()}

    def check(self, row: Record, other: Record, what: str) -> None:
        """Score the cells of one pair of rows; blanks of the layout do not count."""
        for column, scored in self._lines.items():
            same = _letters(row[column]) == _letters(other[column])
            scored.gold += 1
            scored.found += 1
            scored.right += same
            if not same:
                scored.misses.append(f"{what}: {row[column]} found as {other[column]}")


def _score_names(
    names: Line,
    wanted: Sequence[Record],
    got: Sequence[Record],
    key: Callable[[Record], Any],
    attribute: Line,
    column: str,
    cells: _Cells,
) -> None:
    """Match rows of one table by key, then by name alone inside the same passage.

    Score further columns of the matched.
    """
    left = list(got)
    names.gold += len(wanted)
    names.found += len(got)
    for row in wanted:
        match = next((other for other in left if key(other) == key(row)), None) or next(
            (
                other
                for other in left
                if key(other)[0] == key(row)[0] and abs(other["start"] - row["start"]) < 40
            ),
            None,
        )
        if match is None:
            names.misses.append(f"missing: {key(row)} {row['start']} {row['quote'][:40]!r}")
            continue
        left.remove(match)
        names.right += 1
        attribute.gold += 1
        attribute.found += 1
        attribute.right += row[column] == match[column]
        if row[column] != match[column]:
            attribute.misses.append(f"{key(row)}: {column} {row[column]} found as {match[column]}")
        cells.check(row, match, f"{row['name']} {row['start']}")
    names.misses += [f"not in gold: {key(row)} {row['start']} {row['quote'][:40]!r}" for row in left]


def _score_projects(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], line: LineOf
) -> None:
    names, investment, stage = (
        line("projects: name or group", 0.88),
        line("projects: investment", 0.95),
        line("projects: stage", 0.85),
    )
    cells = _Cells(
        line,
        "projects",
        {"enterprise_text": "whose", "region_code": "region", "period_end": "until when"},
    )
    left = list(found["projects"])
    names.gold += len(gold["projects"])
    names.found += len(left)
    for row in gold["projects"]:
        match = next((other for other in left if _same_project(row, other)), None)
        if match is None:
            names.misses.append(
                f"missing: {row['kind']} {row['name'] or row['name_text']} "
                f"{row['start']} {row['quote'][:60]!r}"
            )
            continue
        left.remove(match)
        names.right += 1
        cells.check(row, match, f"{row['name'] or row['name_text']} {row['start']}")
        for scored, columns in (
            (investment, ("investment", "investment_operator", "investment_unit")),
            (stage, ("stage",)),
        ):
            sums = [
                tuple(r[c] for c in columns) if r["investment"] or scored is stage else (None,)
                for r in (row, match)
            ]
            scored.gold += 1
            scored.found += 1
            scored.right += sums[0] == sums[1]
            if sums[0] != sums[1]:
                scored.misses.append(f"{row['name'] or row['name_text']}: {sums[0]} found as {sums[1]}")
    names.misses += [
        f"not in gold: {row['kind']} {row['name'] or row['name_text']} {row['start']} {row['quote'][:60]!r}"
        for row in left
    ]


def _same_project(row: Record, other: Record) -> bool:
    """Same name; a programme is the same where count or sum agree and the passages overlap."""
    if row["kind"] != other["kind"]:
        return False
    overlap = row["start"] < other["end"] and other["start"] < row["end"]
    if row["kind"] == "project":
        return _letters(row["name"]) == _letters(other["name"])
    return overlap and (row["project_count"], row["investment"]) == (
        other["project_count"],
        other["investment"],
    )


def _score_organizations(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], line: LineOf
) -> None:
    _score_names(
        line("organizations: name", 0.90),
        gold["organizations"],
        found["organizations"],
        lambda row: (_letters(row["name"]),),
        line("organizations: role", 0.85),
        "role",
        _Cells(line, "organizations", {"kind": "kind", "region_code": "region"}),
    )


def _score_measures(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], line: LineOf
) -> None:
    sentences, family, instrument = (
        line("measures: sentence", 0.88),
        line("measures: instrument family", 0.90),
        line("measures: instrument", 0.80),
    )
    group = line("measures: for whom, as printed", 0.0)
    cells = _Cells(line, "measures", {"actor_text": "who acts", "tense": "tense"})
    sentences.gold += len(gold["measures"])
    sentences.found += len(found["measures"])
    taken = set()
    for row, other in _paired(gold["measures"], found["measures"]):
        if other is None or _overlap(row, other) < 0.5 * max(
            row["end"] - row["start"], other["end"] - other["start"]
        ):
            sentences.misses.append(f"missing: {row['start']} {row['instrument']} {row['quote'][:70]!r}")
            continue
        taken.add(id(other))
        sentences.right += 1
        wanted, said = ("".join((one["target_group_text"] or "").split()) for one in (row, other))
        group.gold += bool(wanted)
        group.found += bool(said)
        group.right += bool(wanted) and wanted == said
        if wanted != said:
            group.misses.append(f"{wanted!r} found as {said!r}: {row['quote'][:80]!r}")
        cells.check(row, other, f"{row['start']} {row['quote'][:60]!r}")
        for scored, column in ((family, "instrument_family"), (instrument, "instrument")):
            scored.gold += 1
            scored.found += 1
            scored.right += row[column] == other[column]
            if row[column] != other[column]:
                scored.misses.append(f"{row[column]} found as {other[column]}: {row['quote'][:80]!r}")
    sentences.misses += [
        f"not in gold: {row['start']} {row['instrument']} {row['quote'][:70]!r}"
        for row in found["measures"]
        if id(row) not in taken
    ]


def _score_incentives(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], line: LineOf
) -> None:
    spans = {row["mention_id"]: (row["start"], row["end"]) for row in found["mentions"]}
    scored = line("incentives: role, value, unit", 0.0)
    cells = _Cells(
        line,
        "incentives",
        {"beneficiary_text": "for whom", "condition_text": "on what condition", "base_text": "of what"},
    )
    wanted = [row | {"start": row["mention_start"], "end": row["mention_end"]} for row in gold["incentives"]]
    got = [
        row | {"start": spans[row["mention_id"]][0], "end": spans[row["mention_id"]][1]}
        for row in found["incentives"]
    ]
    scored.gold += len(wanted)
    scored.found += len(got)
    taken = set()
    for row, other in _paired(wanted, got):
        if other is not None:
            taken.add(id(other))
        if other is not None and all(
            row[name] == other[name] for name in ("role", "operator", "value", "value_max", "unit")
        ):
            scored.right += 1
            cells.check(row, other, f"{row['start']} {row['quote'][-60:]!r}")
        else:
            scored.misses.append(
                f"{row['quote'][-40:]!r} {row['role']} {row['operator']} {row['value']} {row['unit']} "
                f"found as {other and (other['role'], other['operator'], other['value'], other['unit'])}"
            )
    scored.misses += [
        f"not in gold: {row['quote'][-50:]!r} {row['role']}" for row in got if id(row) not in taken
    ]


def _score_documents(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], line: LineOf
) -> None:
    boundaries = line("document boundaries", 0.95)
    boundaries.gold += len(gold["documents"])
    boundaries.found += len(found["documents"])
    for row, other in _paired(gold["documents"], found["documents"]):
        if other is not None and row["start"] == other["start"]:
            boundaries.right += 1
        if other is None:
            boundaries.misses.append(f"missing: {row['title']}")
            continue
        for column in (
            "title",
            "issuer",
            "document_number",
            "issued_on",
            "region_code",
            "document_type",
            "issuer_level",
            "author",
        ):
            if column == "title" and row["title_basis"] == "curated" and other["title_basis"] != "curated":
                continue
            scored = line(
                f"document: {column}",
                0.95 if column in ("title", "issuer", "document_number", "issued_on", "region_code") else 0.0,
            )
            same = (
                row[column] == other[column]
                if column.endswith(("on", "code", "level"))
                else _letters(row[column]) == _letters(other[column])
            )
            scored.gold += 1
            scored.found += 1
            scored.right += same
            if not same:
                scored.misses.append(f"{row[column]} found as {other[column]} ({row['title'][:20]})")


def _score_issues(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], line: LineOf
) -> None:
    scored = line("issues: kind and place", 0.0)
    scored.gold += len(gold["issues"])
    scored.found += len(found["issues"])
    left = list(found["issues"])
    for row in gold["issues"]:
        match = next(
            (
                other
                for other in left
                if other["kind"] == row["kind"]
                and (row["start"] is None or other["start"] is None or _overlap(row, other) > 0)
            ),
            None,
        )
        if match is None:
            scored.misses.append(f"missing: {row['kind']} {row['start']} {row['quote']!r} {row['message']}")
            continue
        left.remove(match)
        scored.right += 1
    scored.misses += [
        f"not in gold: {row['kind']} {row['start']} {(row['quote'] or '')[:50]!r} {row['message']}"
        for row in left
    ]


def _score_sections(
    gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]], line: LineOf
) -> None:
    scored = line("sections: start, level, heading", 0.0)
    scored.gold += len(gold["sections"])
    scored.found += len(found["sections"])
    got = {(row["start"], row["level"]): row for row in found["sections"]}
    for row in gold["sections"]:
        other = got.get((row["start"], row["level"]))
        if other is not None and (
            _letters(other["heading"]) == _letters(row["heading"]) or row["level"] == "0"
        ):
            scored.right += 1
        else:
            scored.misses.append(
                f"{row['start']} {row['level']} {row['heading'][:30]!r} "
                f"found as {other and other['heading'][:30]!r}"
            )


def _paired(wanted: Iterable[Record], got: Sequence[Record]) -> Iterable[tuple[Record, Record | None]]:
    """Each wanted row with the row found that overlaps it most, each found row given once.

    Linear for ordered rows.
    """
    ordered = sorted((row for row in got if row["start"] is not None), key=lambda row: row["start"])
    used: set[int] = set()
    for row in wanted:
        best, best_overlap = None, 0
        for other in ordered:
            if other["start"] >= row["end"]:
                break
            overlap = _overlap(row, other)
            if overlap > best_overlap and id(other) not in used:
                best, best_overlap = other, overlap
        if best is not None:
            used.add(id(best))
        yield row, best


def _overlap(one: Record, other: Record) -> int:
    first, last = max(one["start"], other["start"]), min(one["end"], other["end"])
    return max(0, int(last - first))


def _letters(text: str | None) -> str:
    # half and full width are one: a name may be given in either
    return re.sub(r"[\s\u3000]", "", unicodedata.normalize("NFKC", text or ""))


def _show(text: str, row: Record, message: str) -> str:
    before, after = text[max(0, row["start"] - 24) : row["start"]], text[row["end"] : row["end"] + 12]
    return f"{row['start']} …{before}【{text[row['start'] : row['end']]}】{after}… {message}".replace(
        "\n", "⏎"
    ).replace("\r", "")


# --- command ------------------------------------------------------------------------------------------------


def find_gold(roots: Iterable[Path]) -> list[Path]:
    """The gold folders among and below some folders, in order."""
    return sorted({path.parent for root in roots for path in root.rglob("gold.json")})


def score_folders(folders: Sequence[Path], package: Path | None = None) -> dict[str, Line]:
    """Pooled lines of several gold folders."""
    return pool(score_folder(folder, package) for folder in folders)


def score_folder(folder: Path, package: Path | None = None) -> dict[str, Line]:
    """The lines of one gold folder."""
    source, gold, _ = read_gold(folder)
    found = packaged(package, source) if package else extracted(source)
    return score(gold, found, read_source(source).text)


def pool(scores: Iterable[Mapping[str, Line]]) -> dict[str, Line]:
    """Lines of the same name added up; those given stay as they are."""
    pooled: dict[str, Line] = {}
    for lines in scores:
        for name, line in lines.items():
            pooled.setdefault(name, Line(name, line.bar)).add(line)
    return pooled


def report(lines: Mapping[str, Line], misses: str | None = None) -> str:
    """The score as a table, with the misses of the lines whose name holds `misses`."""
    out = [f"{'what':34} {'score':>6} {'bar':>5} {'right':>6} {'gold':>6} {'found':>6}"]
    for line in lines.values():
        shown = "" if line.score is None else f"{line.score:.3f}"
        bar = f"{line.bar:.2f}" if line.bar else ""
        out.append(f"{line.name:34} {shown:>6} {bar:>5} {line.right:>6} {line.gold:>6} {line.found:>6}")
    if misses is not None:
        for line in lines.values():
            if misses in line.name and line.misses:
                out.append(f"\n{line.name}")
                out += [f"  {miss}" for miss in line.misses]
    return "\n".join(out)


def as_json(lines: Mapping[str, Line], misses: str | None = None) -> str:
    """The score as a JSON list, with the misses of the lines whose name holds `misses`."""
    return json.dumps(
        [
            {"line": line.name, **_numbers(line)}
            | ({"misses": line.misses} if misses is not None and misses in line.name else {})
            for line in lines.values()
        ],
        ensure_ascii=False,
        indent=1,
    )


def as_csv(lines: Mapping[str, Line]) -> str:
    """The score as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["line", "score", "bar", "right", "gold", "found"])
    writer.writerows([line.name, *_numbers(line).values()] for line in lines.values())
    return stream.getvalue().rstrip("\n")


def _numbers(line: Line) -> dict[str, float | int | None]:
    """A line's numbers; None where nothing was asked for or no bar is set."""
    return {
        "score": None if line.score is None else round(line.score, 4),
        "bar": line.bar or None,
        "right": line.right,
        "gold": line.gold,
        "found": line.found,
    }


def run(argv: Sequence[str]) -> int:
    """`jiqun score GOLD… [--misses [LINE]] [--package DIR] [--set SET] [--format FORMAT]`"""
    parser = Parser(
        prog="jiqun score", description="Score extraction, or a finished package, against hand annotation."
    )
    parser.add_argument(
        "gold", nargs="+", type=Path, metavar="GOLD", help="gold folders, or folders that hold them"
    )
    parser.add_argument(
        "--misses",
        nargs="?",
        const="",
        metavar="LINE",
        help="list the misses (of lines whose name holds LINE)",
    )
    parser.add_argument(
        "--package", type=Path, help="score this finished package instead of a fresh extraction"
    )
    parser.add_argument("--set", choices=("open", "closed"), help="only gold of this set")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="text for people")
    arguments = parser.parse_args(argv)
    if arguments.format == "csv" and arguments.misses is not None:
        parser.error("--misses goes with text and json")
    folders = [
        folder for folder in find_gold(arguments.gold) if arguments.set in (None, read_gold(folder)[2])
    ]
    lines = score_folders(folders, arguments.package)
    if arguments.format == "csv":
        print(as_csv(lines))
    else:
        print({"text": report, "json": as_json}[arguments.format](lines, arguments.misses))
    return 0
