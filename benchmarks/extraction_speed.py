"""How fast text becomes rows, stage by stage, and how that holds as texts grow.

    python benchmarks/extraction_speed.py [--characters 300000] [--runs 3] [--largest 400000]

Reads the package's own sources and the annotated texts of tests/gold over and over until there are so many
characters, small documents together as a conversion does, on one core, after a first round that loads the
vocabularies. Prints
characters a second of processor time for each stage (the round with the shortest time counts) and its share
of the time. A stage counts without the stages it calls.

Then reads texts of growing size made of the same paragraphs: many documents in one file, one document, one
line, one sentence. The speed should stay the same; the last column says how it changed from the smallest size
to the largest.
"""

from __future__ import annotations

import argparse
import functools
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import jiqun.facts as facts  # noqa: E402
import jiqun.reading.documents as reading  # noqa: E402
from jiqun.language.places import Places  # noqa: E402
from jiqun.reading import Source  # noqa: E402
from jiqun.reading.source import decode  # noqa: E402

# Where each stage happens: the objects and the names of their functions.
STAGES: dict[str, list[tuple[Any, str]]] = {
    "reading: lines": [(reading, "split_lines")],
    "reading: boundaries": [(reading, "find_boundaries")],
    "reading: views": [(reading, "_open")],
    "outline, sentences, numerals": [(facts, "open_frame")],
    "words": [(facts.Words, "__init__")],
    "places": [(Places, "find")],
    "false years": [(facts, "find_false_years")],
    "documents": [(facts, "read_document")],
    "sections": [(facts, "read_sections")],
    "clusters": [(facts.clusters.ClusterReader, "__init__"), (facts.clusters.ClusterReader, "read")],
    "organizations": [
        (facts.organizations, "read"),
        (facts.organizations, "link"),
    ],
    "numerals in names": [(facts, "name_numerals")],
    "projects": [(facts.projects.ProjectReader, "__init__"), (facts.projects.ProjectReader, "read")],
    "measures": [
        (facts.Cues, "__init__"),
        (facts.measures.MeasureReader, "__init__"),
        (facts.measures.MeasureReader, "read"),
    ],
    "incentives": [
        (facts.incentives.IncentiveReader, "__init__"),
        (facts.incentives.IncentiveReader, "read"),
    ],
    "targets and indicators": [
        (facts.Terms, "__init__"),
        (facts.FigureReader, "__init__"),
        (facts.FigureReader, "read"),
    ],
    "mentions": [(facts, "read_mentions")],
    "issues": [(facts.IssueReader, "read")],
    "rows of the other tables": [
        (module, "rows")
        for module in (
            facts.clusters,
            facts.organizations,
            facts.projects,
            facts.measures,
            facts.incentives,
            facts.figure_rows,
        )
    ],
}


class Clock:
    """Processor time by stage; a stage stands still while one that it calls runs."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._running: list[str] = ["rest"]
        self._since = time.process_time()

    def switch(self, stage: str | None) -> None:
        """Begin a stage, or with None end the one that runs."""
        now = time.process_time()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now
        if stage is None:
            self._running.pop()
        else:
            self._running.append(stage)

    def watch(self, stage: str, owner: Any, name: str) -> None:
        """Time every call of a function from now on."""
        function: Callable[..., Any] = getattr(owner, name)

        @functools.wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            self.switch(stage)
            try:
                return function(*arguments, **named)
            finally:
                self.switch(None)

        setattr(owner, name, timed)


def texts() -> list[str]:
    """The package's own sources and the annotated texts."""
    paths = [*sorted((ROOT / "data" / "sources").glob("*.txt"))]
    paths += sorted((ROOT / "tests" / "gold").glob("*/source.txt"))
    return [decode(path.read_bytes())[0] for path in paths]


def extract_all(*texts: str) -> int:
    """Number of rows of all tables for some texts."""
    documents = (
        document
        for text in texts
        for document in reading.find_documents(Source("text.txt", "0" * 64, text, "utf-8"))
    )
    count = 0
    for found in facts.extract_all(documents):
        if isinstance(found, Exception):
            raise found
        count += sum(map(len, found.values()))
    return count


def seconds_of(run: Callable[[], object]) -> float:
    """Processor time that a call takes."""
    begin = time.process_time()
    run()
    return time.process_time() - begin


def grown(own: list[str], largest: int) -> dict[str, Callable[[int], str]]:
    """Makers of texts of a size, by what they are."""
    paragraphs = [line for text in own for line in text.splitlines() if len(line.strip()) > 40]
    body = paragraphs * (largest // sum(len(line) for line in paragraphs) + 1)
    files = "\n\n".join(own)
    line = "".join(body)
    prose = "".join(part for part in line if part not in "。；！？")
    return {
        "many documents": lambda size: (files * (size // len(files) + 1))[:size],
        "one document": lambda size: "产业集群发展规划\n\n" + "\n".join(body)[:size],
        "one line": lambda size: line[:size],
        "one sentence": lambda size: prose[:size],
    }


def main() -> None:
    """Print the speed of each stage, then of texts of growing size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--characters", type=int, default=300_000, help="characters of one round")
    parser.add_argument("--runs", type=int, default=3, help="rounds, and repetitions of each size")
    parser.add_argument("--largest", type=int, default=400_000, help="characters of the largest text")
    arguments = parser.parse_args()
    own = texts()
    corpus = own * (arguments.characters // sum(len(text) for text in own) + 1)
    characters = sum(len(text) for text in corpus)
    extract_all("\n".join(own))

    sizes = [arguments.largest // 8, arguments.largest // 4, arguments.largest // 2, arguments.largest]
    best = min(seconds_of(lambda: extract_all(*corpus)) for _ in range(arguments.runs))
    print(f"text to all tables: {characters / best:,.0f} characters/s ({characters:,} characters)\n")

    print(f"{'characters/s':>18}" + "".join(f"{size:>12,}" for size in sizes) + "   change")
    for name, make in grown(own, arguments.largest).items():
        speeds = []
        for size in sizes:
            text = make(size)
            times = (seconds_of(lambda text=text: extract_all(text)) for _ in range(arguments.runs))  # type: ignore[misc]
            speeds.append(len(text) / min(times))
        line = "".join(f"{speed:>12,.0f}" for speed in speeds)
        print(f"{name:>18}{line}   {speeds[-1] / speeds[0] - 1:+.0%}", flush=True)

    clock = Clock()
    for stage, functions in STAGES.items():
        for owner, name in functions:
            clock.watch(stage, owner, name)
    rounds = []
    for _ in range(arguments.runs):
        clock.seconds.clear()
        extract_all(*corpus)
        clock.switch("rest")
        clock.switch(None)
        rounds.append(dict(clock.seconds))
    shortest = min(rounds, key=lambda seconds: sum(seconds.values()))
    total = sum(shortest.values())
    print(f"\n{'stage':30}{'characters/s':>14}  share")
    for stage in [*STAGES, "rest"]:
        seconds = shortest.get(stage, 0.0)
        print(f"{stage:30}{characters / max(seconds, 1e-9):>14,.0f}  {seconds / total:5.1%}")


if __name__ == "__main__":
    main()
