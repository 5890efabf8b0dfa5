"""How long reading takes as texts grow: ordinary prose and texts made to be slow.

    python benchmarks/reading.py [--size 500000] [--only NAME]

Reads each text of tests/reading/hard_texts.py at a size and at twice that size and prints both times, their
ratio (2 is linear) and the speed, for the two steps: documents (lines, boundaries, view) and frame (outline,
sentences). Text is made before the clock starts; each step is run three times and the shortest time counts.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "reading")]

from hard_texts import HARD_TEXTS  # noqa: E402

from jiqun.reading import Document, Source, find_documents, find_outline, find_sentences  # noqa: E402

RUNS = 3


def read_outlines(documents: list[Document]) -> None:
    """Outline and sentences of each document, as extraction reads them first."""
    for document in documents:
        find_outline(document)
        find_sentences(document.view.text, 0, len(document.view.text), 0)


def shortest(step: Callable[[], object]) -> float:
    """Seconds of processor time that a step takes: the shortest of a few runs."""
    times = []
    for _ in range(RUNS):
        begin = time.process_time()
        step()
        times.append(time.process_time() - begin)
    return min(times)


def measure(make: Callable[[int], str], size: int) -> tuple[float, float]:
    """Seconds for documents and for outlines of a text of one size."""
    source = Source("text.txt", "0" * 64, make(size), "utf-8")
    documents = find_documents(source)
    return shortest(lambda: find_documents(source)), shortest(lambda: read_outlines(documents))


def main() -> None:
    """Print one line for each text."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=500_000, help="characters of the smaller text")
    parser.add_argument("--only", help="names that contain this")
    arguments = parser.parse_args()
    print(f"{'documents, s':>24} {'ratio':>6} {'outlines, s':>16} {'ratio':>6} {'M characters/s':>15}  text")
    for name, make in HARD_TEXTS.items():
        if arguments.only and arguments.only not in name:
            continue
        small, large = measure(make, arguments.size), measure(make, 2 * arguments.size)
        speed = 2 * arguments.size / sum(large) / 1e6
        ratios = [two / max(one, 1e-6) for one, two in zip(small, large, strict=True)]
        print(
            f"{small[0]:12.3f}{large[0]:12.3f} {ratios[0]:6.1f}"
            f" {small[1]:8.3f}{large[1]:8.3f} {ratios[1]:6.1f}"
            f" {speed:15.2f}  {name}",
            flush=True,
        )


if __name__ == "__main__":
    main()
