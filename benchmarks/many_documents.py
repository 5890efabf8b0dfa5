"""What a conversion costs as documents become many: time, memory, disk, and how it divides among processes.

    python benchmarks/many_documents.py [--documents 10 1000] [--workers 1 2] [--median 680]
    python benchmarks/many_documents.py --money PYTHON      # a Python that has jionlp, see README.md

Makes a corpus (`corpus.py`), converts it by `scripts/convert.py` in a process of its own for each number of
workers, and prints characters a second of wall time and of processor time (all processes together), the
memory of the largest process and of all processes together (both sampled; of pages that several processes
share each is counted its part), and the size of the package. With `--validate` each package is also judged by
`scripts/validate.py`. With `--runs` the numbers of workers are measured so many times in turns, and their
ratios to the first are printed with the median: on a machine that others use one pair of runs says little.
`start` is a conversion of one short document: what is paid before the first character, however many processes
convert; `without start` leaves it out of the processor time. With `--money` jionlp's finder of sums of money
alone goes over the same files, clause by clause, in the same run.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import corpus

ROOT = Path(__file__).resolve().parent.parent
_PR_SET_CHILD_SUBREAPER = 36
_QUIET = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
_MONEY = """
import re, sys, time
from pathlib import Path
import jionlp
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.txt"))[:int(sys.argv[2])]]
jionlp.ner.extract_money("投资5亿元")
begun, found = time.process_time(), 0
for text in texts:
    for part in re.split("[，。；\\n]", text):
        found += len(jionlp.ner.extract_money(part)) if part else 0
print(sum(map(len, texts)), time.process_time() - begun, found)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall and processor seconds, of these the ones of the process that leads the others; megabytes of the
    largest process and of all together."""

    wall: float
    processor: float
    lead: float
    largest: float
    together: float


def measure(command: list[str]) -> Cost:
    """Run a command and what it starts. Raises CalledProcessError when it fails."""
    # Processes that outlive the one which started them become children of this one, and are counted.
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    # As for a user, whose modules are compiled once and for all.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    number = os.posix_spawn(command[0], command, environment, file_actions=_QUIET)
    peaks = [0.0, 0.0]
    ended = threading.Event()
    watch = threading.Thread(target=_watch, args=(number, peaks, ended), daemon=True)
    watch.start()
    _, status, lead = os.wait4(number, 0)
    wall = time.monotonic() - begun
    ended.set()
    watch.join()
    with suppress(ChildProcessError):
        while True:
            os.wait()
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 2):
        raise subprocess.CalledProcessError(code, command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, used, lead.ru_utime + lead.ru_stime, *peaks)


def _watch(number: int, peaks: list[float], ended: threading.Event) -> None:
    """Keep the highest memory of one process, and of all, in megabytes."""
    while not ended.wait(0.2):
        sizes = [_memory(one) for one in _tree(number)]
        peaks[0] = max([peaks[0], *sizes])
        peaks[1] = max(peaks[1], sum(sizes))


def _tree(number: int) -> list[int]:
    try:
        children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    except OSError:
        return [number]
    return [number, *(other for child in children for other in _tree(int(child)))]


def _memory(number: int) -> float:
    """Proportional set size: what is a process's own, and its part of what it shares."""
    try:
        for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024 / 1e6
    except OSError:
        pass
    return 0.0


def convert(sources: Path, output: Path, workers: int) -> Cost:
    """Convert a folder anew."""
    shutil.rmtree(output, ignore_errors=True)
    script = str(ROOT / "scripts" / "convert.py")
    return measure([sys.executable, script, str(sources), "--output", str(output), "--workers", str(workers)])


def validate(package: Path) -> Cost:
    """Judge a package with all checks."""
    return measure([sys.executable, str(ROOT / "scripts" / "validate.py"), str(package)])


def size_of(folder: Path) -> float:
    """Megabytes of the files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def money(python: str, sources: Path, documents: int) -> None:
    """What jionlp's finder of money takes for the same files, at most 2,000 of them."""
    command = [python, "-c", _MONEY, str(sources), str(min(documents, 2000))]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-3:]
    characters, seconds, found = int(said[0]), float(said[1]), int(said[2])
    print(f"jionlp, money alone: {characters / seconds:,.0f} characters/s of processor, {found:,} sums found")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[10, 1000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--runs", type=int, default=1, help="of all numbers of workers, in turns")
    parser.add_argument("--median", type=int, default=680, help="see corpus.py")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "jiqun-many-documents")
    parser.add_argument("--validate", action="store_true", help="judge the packages, too")
    parser.add_argument("--money", metavar="PYTHON")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    print("documents  characters  workers  wall s  processor s  lead s  char/s wall  char/s processor"
          "  without start  largest MB  all MB  package MB")  # fmt: skip
    corpus.write(options.folder / "one", 1, 120)
    start = convert(options.folder / "one", options.folder / "out", 1)
    for documents in options.documents:
        sources = options.folder / f"{documents}-{options.median}"
        characters = corpus.write(sources, documents, options.median)
        walls: dict[int, list[float]] = {workers: [] for workers in options.workers}
        for workers in options.workers * options.runs:
            cost = convert(sources, options.folder / "out", workers)
            walls[workers].append(cost.wall)
            net = characters / max(cost.processor - start.processor, 0.01)
            size = size_of(options.folder / "out")
            print(
                f"{documents:9,}  {characters:10,}  {workers:7}  {cost.wall:6.1f}  {cost.processor:11.1f}"
                f"  {cost.lead:6.2f}  {characters / cost.wall:11,.0f}  {characters / cost.processor:16,.0f}"
                f"  {net:13,.0f}  {cost.largest:10,.0f}  {cost.together:6,.0f}  {size:10,.1f}",
                flush=True,
            )
        first, *others = options.workers
        for workers in others:
            ratios = [one / other for one, other in zip(walls[first], walls[workers], strict=True)]
            each = ", ".join(f"{ratio:.2f}" for ratio in ratios)
            median = statistics.median(ratios)
            said = f"{workers} workers, {first}: {median:.2f} times as fast ({each})"
            print(f"{documents:9,}  {said}", flush=True)
        if options.validate:
            cost = validate(options.folder / "out")
            print(
                f"{documents:9,}  validate  wall {cost.wall:.1f} s, processor {cost.processor:.1f} s, "
                f"{cost.together:,.0f} MB",
                flush=True,
            )
        if options.money:
            money(options.money, sources, documents)
    print(f"start: {start.wall:.1f} s, {start.processor:.1f} s of processor, {start.largest:,.0f} MB")


if __name__ == "__main__":
    main()
