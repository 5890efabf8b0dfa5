"""How fast the validator is, against frictionless and against pyarrow's parsing of the same file.

    python benchmarks/validate.py [--rows 1000000] [--faulty 0.001] [--runs 5] [--frictionless-runs 1]
    python benchmarks/validate.py --package datapackage.json

Makes (once, in a temporary folder) a package of four tables whose main table has 20 columns and foreign keys
into the others, then times whole processes: `jiqun validate` without and with the extra checks,
`frictionless validate`, and pyarrow reading the main table with the schema's types. Prints medians, peak
memory, and how many times longer the others take. With `--package` any package is timed instead. The error
limit is lifted for both validators where cells are faulty, since both stop at it otherwise.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL = {"documents": 200, "regions": 3000, "units": 40}
UNITS = [f"u{number}" for number in range(SMALL["units"])]

FIELDS: list[dict[str, object]] = [
    {
        "name": "id",
        "type": "string",
        "constraints": {"required": True, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    },
    {"name": "document_id", "type": "string", "constraints": {"required": True}},
    {"name": "region_code", "type": "string"},
    {"name": "unit", "type": "string", "constraints": {"required": True}},
    {"name": "start", "type": "integer", "constraints": {"required": True, "minimum": 0}},
    {"name": "end", "type": "integer", "constraints": {"required": True, "minimum": 1}},
    {"name": "quote", "type": "string", "constraints": {"required": True, "minLength": 1}},
    {"name": "name", "type": "string"},
    {"name": "kind", "type": "string", "constraints": {"enum": ["cluster", "base", "park", "chain"]}},
    {"name": "value", "type": "number"},
    {"name": "value_max", "type": "number"},
    {"name": "count", "type": "integer"},
    {"name": "issued_on", "type": "date"},
    {"name": "year", "type": "year"},
    {"name": "valid", "type": "boolean"},
    {"name": "relation", "type": "string", "constraints": {"enum": ["eq", "ge", "le", "range"]}},
    {"name": "title", "type": "string"},
    {"name": "note", "type": "string"},
    {"name": "address", "type": "string"},
    {"name": "comment", "type": "string"},
]


def make_package(folder: Path, rows: int, faulty: float) -> Path:
    """Write the package; `faulty` is the share of cells of the main table that are made wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "datapackage.json"
    if path.is_file():
        return path
    chance = random.Random(1)
    _write_small(folder)
    with (folder / "main.csv").open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(",".join(str(field["name"]) for field in FIELDS) + "\n")
        for number in range(rows):
            stream.write(",".join(_row(chance, number, faulty)) + "\n")
    resources = [_resource("main", FIELDS, "id", _foreign_keys())]
    resources += [_resource(name, [{"name": "code", "type": "string"}], "code", []) for name in SMALL]
    path.write_text(json.dumps({"name": "benchmark", "resources": resources}), encoding="utf-8")
    return path


def _row(chance: random.Random, number: int, faulty: float) -> list[str]:
    start = chance.randrange(10**6)
    cells = [
        f"doc-{number:07d}-m{start}",
        f"d{chance.randrange(SMALL['documents'])}",
        f"{chance.randrange(SMALL['regions']):06d}" if chance.random() < 0.7 else "",
        chance.choice(UNITS),
        str(start),
        str(start + chance.randrange(1, 200)),
        chance.choice(
            ("力争到2015年全区规模以上工业总产值突破1000亿元，年均增长25%以上", "纺织服装产业集群")
        ),
        chance.choice(("泉州纺织服装产业集群", "经济技术开发区", "汽车产业链")),
        chance.choice(("cluster", "base", "park", "chain")),
        f"{chance.random() * 10**6:.2f}",
        "" if chance.random() < 0.8 else str(chance.randrange(10**9)),
        str(chance.randrange(-50, 5000)),
        f"{chance.randrange(1990, 2026)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}",
        str(chance.randrange(1990, 2026)),
        chance.choice(("true", "false")),
        chance.choice(("eq", "ge", "le", "range")),
        '"关于加快发展产业集群的意见, 2009"',
        "n" * chance.randrange(0, 60),
        "福建省泉州市晋江市经济开发区",
        "x" * chance.randrange(20, 90),
    ]
    if faulty:
        for place in range(len(cells)):
            if chance.random() < faulty:
                cells[place] = chance.choice(("", "错", "１２", "2009-2-3x", "-"))
    return cells


def _write_small(folder: Path) -> None:
    codes = {
        "documents": [f"d{number}" for number in range(SMALL["documents"])],
        "regions": [f"{number:06d}" for number in range(SMALL["regions"])],
        "units": UNITS,
    }
    for name, values in codes.items():
        (folder / f"{name}.csv").write_text(
            "code\n" + "".join(f"{value}\n" for value in values), encoding="utf-8"
        )


def _foreign_keys() -> list[dict[str, object]]:
    pairs = (("document_id", "documents"), ("region_code", "regions"), ("unit", "units"))
    return [{"fields": [own], "reference": {"resource": there, "fields": ["code"]}} for own, there in pairs]


def _resource(
    name: str, fields: Sequence[dict[str, object]], key: str, foreign_keys: list[dict[str, object]]
) -> dict[str, object]:
    schema = {"fields": list(fields), "primaryKey": [key], "foreignKeys": foreign_keys}
    return {"name": name, "type": "table", "path": f"{name}.csv", "encoding": "utf-8", "schema": schema}


_OURS = """
import sys; sys.path.insert(0, {scripts!r})
from jiqun.checks import validate
report = validate({path!r}, extra_checks={extra}, limit_errors={limit})
print(len(report.flatten()), [task.handed_over for task in report.tasks if task.handed_over])
"""
_FRICTIONLESS = """
import frictionless
print(len(frictionless.validate({path!r}, limit_errors={limit}).flatten()))
"""
_ARROW = """
import pyarrow as pa, pyarrow.csv as csv
types = {{"start": pa.int64(), "end": pa.int64(), "value": pa.float64(), "value_max": pa.float64(), "count":
pa.int64(),
    "issued_on": pa.date32(), "year": pa.int32(), "valid": pa.bool_()}}
print(csv.read_csv({main!r}, convert_options=csv.ConvertOptions(column_types=types)).num_rows)
"""
_USAGE = """
import resource
used = resource.getrusage(resource.RUSAGE_SELF)
print("used", used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)
"""


@dataclass(frozen=True)
class Measured:
    """Median wall and processor seconds of whole processes, highest peak memory in MB, and what was
    printed."""

    wall: float
    processor: float
    peak: int
    said: str


def measure(code: str, runs: int) -> Measured:
    """Run a program several times, each in a process of its own."""
    walls, processors, peaks, said = [], [], [], ""
    for _ in range(runs):
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code + _USAGE], capture_output=True, text=True, check=False
        )
        walls.append(time.perf_counter() - begun)
        if done.returncode:
            raise SystemExit(done.stderr)
        said, _, used = done.stdout.strip().rpartition("used ")
        peak, processor = used.split()
        peaks.append(int(peak))
        processors.append(float(processor))
    return Measured(statistics.median(walls), statistics.median(processors), max(peaks), said.strip())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--faulty", type=float, default=0.0, help="share of faulty cells, such as 0.001")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--frictionless-runs", type=int, default=1, help="0 leaves frictionless out")
    parser.add_argument("--package", help="a descriptor to time instead of the package made here")
    arguments = parser.parse_args()
    name = f"jiqun-benchmark-{arguments.rows}-{arguments.faulty}"
    folder = Path(tempfile.gettempdir()) / name
    path = Path(arguments.package or make_package(folder, arguments.rows, arguments.faulty))
    limit = 10**9 if arguments.faulty else 1000
    names = {"scripts": str(ROOT / "scripts"), "path": str(path), "limit": limit}
    programs = {
        "jiqun, frictionless's verdict": (_OURS.format(extra=False, **names), arguments.runs),
        "jiqun, with the extra checks": (_OURS.format(extra=True, **names), arguments.runs),
        "frictionless": (_FRICTIONLESS.format(**names), arguments.frictionless_runs),
    }
    if not arguments.faulty and not arguments.package:
        programs["pyarrow, parse and type"] = (
            _ARROW.format(main=str(path.parent / "main.csv")),
            arguments.runs,
        )
    first: Measured | None = None
    for program, (code, runs) in programs.items():
        if runs:
            found = measure(code, runs)
            first = first or found
            times = f"{found.wall:8.2f} s {found.processor:8.2f} s processor"
            ratios = f"{found.wall / first.wall:6.2f} and {found.processor / first.processor:6.2f} times"
            print(f"{program:32} {times} {ratios} {found.peak:6} MB   {found.said}", flush=True)


if __name__ == "__main__":
    main()
