"""How well and how fast quantities are found: ours against jionlp and recognizers-text, on the same gold.

    python benchmarks/quantities.py [--write] [--misses SYSTEM]

For every quantity that people annotated in tests/gold: whether anything was found at its place, with the
right value, with the right value and unit, and exactly; also what was found where the gold has no quantity.
All but exactness give every system the benefit of the doubt, see benchmarks/README.md. Speed is characters of
text to a second of processor time, models loaded and warm, the best of a few runs.

The others come with `pip install 'jiqun[benchmarks]'`, or from requirements/benchmarks.txt; one that is not
installed is left out, and then nothing is written.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import logging
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from jiqun.codes import read as read_codes  # noqa: E402
from jiqun.facts import extract  # noqa: E402
from jiqun.facts.frame import open_frame  # noqa: E402
from jiqun.reading import Source, find_documents, read_source  # noqa: E402
from jiqun.score import Record, read_gold  # noqa: E402

GOLD = ROOT / "tests" / "gold"
RESULTS = ROOT / "benchmarks" / "results" / "quantities.csv"
RUNS = 3
CLASSES = ("money", "percent", "other", "all")
COLUMNS = (
    "set",
    "system",
    "text",
    "class",
    "gold",
    "found",
    "value_right",
    "unit_right",
    "exact",
    "spurious",
    "characters_per_second",
)


@dataclass(frozen=True, slots=True)
class Find:
    """A quantity that a system found: source offsets, one value or the two ends of a range, unit code.

    Unit is "1" for a number alone, "" for one that has no counterpart among our codes.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class System:
    """A way to find quantities in a source, given its text as received or as normalised."""

    name: str
    text: str
    find: Callable[[Source], list[Find]]


# --- Ours ---------------------------------------------------------------------------------------------------


def our_tables(source: Source) -> list[Find]:
    """The quantities of the finished table of mentions: all tables are made on the way."""
    return [
        _ours(row.start, row.end, row.value, row.value_max, row.unit)
        for document in find_documents(source)
        for row in extract(document)["mentions"]
        if row.kind == "quantity"  # type: ignore[attr-defined]
    ]


def our_numerals(source: Source) -> list[Find]:
    """The quantities as first read, with no table made: the same work as the others do."""
    finds = []
    for document in find_documents(source):
        frame = open_frame(document, "document")
        for numeral in frame.numerals:
            if numeral.kind == "quantity":
                start, end = frame.bounds(numeral.start, numeral.end)
                finds.append(_ours(start, end, numeral.value, numeral.value_max, numeral.code))
    return finds


def _ours(start: int, end: int, value: Decimal | None, value_max: Decimal | None, unit: str | None) -> Find:
    return Find(start, end, tuple(one for one in (value, value_max) if one is not None), unit or "")


# --- The texts the others are given -------------------------------------------------------------------------

Finder = Callable[[str], Iterable[Find]]


def as_received(find: Finder) -> Callable[[Source], list[Find]]:
    """A finder over the source text with its layout."""
    return lambda source: list(find(source.text))


def as_normalised(find: Finder) -> Callable[[Source], list[Find]]:
    """A finder over our view of each document: no full-width digits, no blanks or line ends in numbers."""

    def run(source: Source) -> list[Find]:
        finds = []
        for document in find_documents(source):
            view = document.view
            for one in find(view.text):
                start, end = view.bounds(one.start, one.end)
                finds.append(Find(start, end, one.values, one.unit))
        return finds

    return run


# --- jionlp -------------------------------------------------------------------------------------------------

_JIONLP_CURRENCIES = {"元": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD", "日元": "JPY", "英镑": "GBP"}
_JIONLP_SPANS = {"year": "a", "month": "mo", "week": "week", "day": "d", "workday": "d", "hour": "h"}
# jionlp joins sums across a comma and then reads neither; it is given one clause at a time.
_CLAUSE = re.compile(r"[^，,。；;：:！？、]+(?:,(?=\d)[^，,。；;：:！？、]+)*")


def jionlp_finder(times: bool) -> Finder:
    """Sums of money and, with `times`, spans of time: all that jionlp looks for. Raises ImportError."""
    # It greets on import, and logs what it cannot read with the whole traceback, to the root logger.
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp
    logging.disable()

    def find(text: str) -> Iterator[Find]:
        for clause in _CLAUSE.finditer(text):
            part = clause.group()
            for item in jionlp.ner.extract_money(part):
                numbers = item["detail"]["num"]
                values = numbers if isinstance(numbers, list) else [numbers]
                unit = _JIONLP_CURRENCIES.get(item["detail"]["case"], "")
                yield _moved(item["offset"], clause.start(), values, unit)
            for item in jionlp.ner.extract_time(part) if times else ():
                if item["type"] == "time_delta":
                    for name, length in item["detail"]["time"].items():
                        values = length if isinstance(length, list) else [length]
                        yield _moved(item["offset"], clause.start(), values, _JIONLP_SPANS.get(name, ""))

    return find


def _moved(offset: Sequence[int], by: int, values: Iterable[Any], unit: str) -> Find:
    return Find(offset[0] + by, offset[1] + by, tuple(Decimal(str(one)) for one in values), unit)


# --- recognizers-text ---------------------------------------------------------------------------------------

# Our codes of its units. It calls 毫米 micrometres and means millimetres; 位 here are people, never bits.
_RECOGNIZERS_UNITS = {
    "Meter": "m",
    "Kilometer": "km",
    "Centimeter": "cm",
    "Micrometer": "mm",
    "Microns": "um",
    "Nanometer": "nm",
    "Knot": "nmi",
    "Inch": "in",
    "Kilometer per hour": "km/h",
    "Square meter": "m2",
    "Square kilometer": "km2",
    "Hectare": "ha",
    "Mu": "mu",
    "Liter": "L",
    "Cubic meter": "m3",
    "Kilogram": "kg",
    "Gram": "g",
    "Ton": "t",
    "Barrel": "bbl",
    "Byte": "B",
    "Bit": "1",
    "C": "degC",
}
_SPAN = re.compile(r"P(?:T)?(\d+(?:\.\d+)?)([YMWDHS])")
_SPANS = {"Y": "a", "M": "mo", "W": "week", "D": "d", "H": "h", "S": "s"}
_DATE = re.compile("[年月日号]|[-/]")


def recognizers_finder(times: bool) -> Finder:
    """Money, dimensions, percentages and, where none of these is, numbers alone, without its ordinals.

    With `times` also spans of time, and no numbers within what it takes for a date. Raises ImportError.
    """
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    dates = DateTimeRecognizer(Culture.Chinese).get_datetime_model()
    number, percentage, ordinal = (
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        numbers.get_ordinal_model(),
    )
    currency, dimension = units.get_currency_model(), units.get_dimension_model()

    def find(text: str) -> Iterator[Find]:
        taken: set[int] = set()

        def take(result: Any, value: str | None, unit: str) -> Iterator[Find]:
            if value is not None and taken.isdisjoint(range(result.start, result.end + 1)):
                taken.update(range(result.start, result.end + 1))
                yield Find(result.start, result.end + 1, (Decimal(value),), unit)

        for result in currency.parse(text):
            yield from take(result, result.resolution["value"], result.resolution.get("isoCurrency") or "")
        for result in percentage.parse(text):
            yield from take(result, result.resolution["value"].rstrip("%"), "%")
        for result in dimension.parse(text):
            unit = _RECOGNIZERS_UNITS.get(result.resolution["unit"], "")
            yield from take(result, result.resolution["value"], unit)
        for result in dates.parse(text) if times else ():
            span = _SPAN.fullmatch(result.resolution["values"][0].get("timex", ""))
            if result.type_name.endswith("duration") and span:
                yield from take(result, span[1], _SPANS[span[2]])
            # It takes decimals such as 10.5 for days, too.
            elif _DATE.search(result.text):
                taken.update(range(result.start, result.end + 1))
        for result in ordinal.parse(text):
            taken.update(range(result.start, result.end + 1))
        for result in number.parse(text):
            yield from take(result, result.resolution["value"], "1")

    return find


# --- Comparison ---------------------------------------------------------------------------------------------

_MONEY = frozenset(row["code"] for row in read_codes("unit_codes") if row["dimension"] == "money")


def class_of(unit: str) -> str:
    """Money (also by the mu, person or year), percent (also percentage points), or other."""
    if unit.partition("/")[0] in _MONEY:
        return "money"
    return "percent" if unit in ("%", "pp") else "other"


def compare(gold: Sequence[Record], finds: Sequence[Find], misses: list[str]) -> Counter[tuple[str, str]]:
    """Counts by class and by what is counted, for one source; what lacks value or unit goes to `misses`."""
    counts: Counter[tuple[str, str]] = Counter()
    wanted = [row for row in gold if row["kind"] == "quantity"]
    for row in wanted:
        here = [find for find in finds if find.start < row["end"] and row["start"] < find.end]
        right = with_value(row, [as_share(find) if row["unit"] == "%" else find for find in here])
        with_unit = [find for find in right if means(find.unit, row["unit"])]
        outcome = {
            "gold": True,
            "found": bool(here),
            "value_right": bool(right),
            "unit_right": bool(with_unit),
            "exact": any(find.unit == row["unit"] and list(find.values) == ends(row) for find in here),
        }
        counts.update((class_of(row["unit"]), name) for name, yes in outcome.items() if yes)
        if not with_unit:
            misses.append(f"{row['quote']!r} {row['value']} {row['value_max'] or ''} {row['unit']}: {here}")
    for find in finds:
        if not any(find.start < row["end"] and row["start"] < find.end for row in wanted):
            counts[class_of(find.unit), "spurious"] += 1
    for (_, name), count in list(counts.items()):
        counts["all", name] += count
    return counts


def ends(row: Record) -> list[Decimal]:
    """The value of a gold row, or the two ends of its range."""
    return [Decimal(row[name]) for name in ("value", "value_max") if row[name]]


def with_value(row: Record, here: Sequence[Find]) -> list[Find]:
    """The finds at a gold row's place that begin with its value.

    The upper end of a range may be another find; one that the gold does not have, as some give for 多 and 几,
    does no harm, nor does a value where the gold has none.
    """
    wanted = ends(row)
    if not {value for find in here for value in find.values}.issuperset(wanted):
        return []
    return [find for find in here if not wanted or wanted[0] in find.values[:1]]


def as_share(find: Find) -> Find:
    """A fraction such as 四分之一 as percent; anything else as it is."""
    if find.unit == "1" and find.values and 0 < find.values[0] < 1:
        return Find(find.start, find.end, tuple(value * 100 for value in find.values), "%")
    return find


def means(found: str, wanted: str) -> bool:
    """Whether a unit is the gold's or what is left of it without "a year", "a mu" …; a percentage for points.

    A count by a measure word, which is a unit only here, is the same code as a number alone.
    """
    return found in (wanted, wanted.partition("/")[0]) or (found, wanted) == ("%", "pp")


def speed(system: System, sources: Sequence[Source]) -> int:
    """Characters a second of processor time, to two digits; the shortest of a few runs counts."""
    times = []
    for _ in range(RUNS):
        begin = time.process_time()
        for source in sources:
            system.find(source)
        times.append(time.process_time() - begin)
    rate = Decimal(sum(len(source.text) for source in sources)) / Decimal(min(times))
    return int(rate.quantize(Decimal(1).scaleb(rate.adjusted() - 1)))


def systems() -> tuple[list[System], list[str]]:
    """The systems that can run here, and the names of those that cannot."""
    out = [
        System("jiqun: all tables", "as received", our_tables),
        System("jiqun: numerals", "as received", our_numerals),
    ]
    missing = []
    for name, times, make in (
        ("jionlp: money", False, jionlp_finder),
        ("jionlp: money, time", True, jionlp_finder),
        ("recognizers-text: units", False, recognizers_finder),
        ("recognizers-text: units, time", True, recognizers_finder),
    ):
        try:
            finder = make(times)
        except ImportError as error:
            missing.append(f"{name}: {error}")
            continue
        out.append(System(name, "as received", as_received(finder)))
        out.append(System(name, "normalised", as_normalised(finder)))
    return out, missing


def measure(which: Sequence[System], misses_of: str | None = None) -> Iterator[dict[str, Any]]:
    """A row for each set, system and class."""
    folders = sorted(path.parent for path in GOLD.rglob("gold.json"))
    gold = [read_gold(folder) for folder in folders]
    sources = [read_source(path) for path, _, _ in gold]
    for system in which:
        counts: dict[str, Counter[tuple[str, str]]] = {"open": Counter(), "closed": Counter()}
        misses: list[str] = []
        for (_, tables, wanted), source in zip(gold, sources, strict=True):
            finds = system.find(source)
            counts[wanted] += compare(tables["mentions"], finds, misses if wanted == "open" else [])
        if misses_of and misses_of in system.name:
            print(f"\n{system.name}, {system.text}: open set", *misses, sep="\n  ")
        rate = speed(system, sources)
        for wanted, counted in counts.items():
            for name in CLASSES:
                yield {
                    "set": wanted,
                    "system": system.name,
                    "text": system.text,
                    "class": name,
                    **{column: counted[name, column] for column in COLUMNS[4:-1]},
                    "characters_per_second": rate if name == "all" else "",
                }


def show(rows: Iterable[dict[str, Any]]) -> None:
    """Print the rows as a table."""
    print(
        f"{'set':7}{'system':30}{'text':13}{'class':9}{'gold':>5}{'found':>7}{'value':>7}{'+unit':>7}{'exact':>7}"
        f"{'spurious':>10}{'characters/s':>14}"
    )
    for row in rows:
        shares = [f"{row[name] / row['gold']:7.1%}" for name in COLUMNS[5:9]]
        rate = row["characters_per_second"]
        print(
            f"{row['set']:7}{row['system']:30}{row['text']:13}{row['class']:9}{row['gold']:5}{''.join(shares)}"
            f"{row['spurious']:10}{f'{rate:,}' if rate else '':>14}"
        )


def main() -> None:
    """Measure, print, and with --write keep the result."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.relative_to(ROOT)}")
    parser.add_argument("--misses", metavar="SYSTEM", help="list what a system gets wrong in the open set")
    arguments = parser.parse_args()
    which, missing = systems()
    rows = sorted(measure(which, arguments.misses), key=lambda row: row["set"])
    show(rows)
    for line in missing:
        print(f"left out: {line} (see requirements/benchmarks.txt)", file=sys.stderr)
    if arguments.write and not missing:
        RESULTS.parent.mkdir(exist_ok=True)
        with RESULTS.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    main()
