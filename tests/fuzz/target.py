"""Any bytes in: rows that hold together, or a clear refusal.

    python tests/fuzz/target.py --executions 1000000 --seed 1      # texts made by chance, as below
    python tests/fuzz/target.py --atheris [options of libFuzzer]   # guided by coverage: pip install atheris

An execution reads bytes as a file, finds its documents and extracts their rows. A conversion's judgement of
them is made for a hundred executions at a time, as it is for a batch of files: keys, references and values;
spans and quotes against the text; every numeral in the ledger. Anything but rows without fault or a
ReadingError is a find, and so is an execution of more than two seconds of processor time, or of more than
fifty times what texts of its length take. A find is made as short as it can be and written to
tests/fuzz/finds, where `tests/test_fuzz.py` reads it ever after.

Without atheris nine of ten texts are short: words that the rules look for (of their expressions and
vocabularies), numerals and marks. The others are pieces of the open annotated texts and of what is hard to
read, cut, repeated, shuffled, and encoded one way or another, some with bytes turned. See `texts.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jiqun.batch import Converted

ROOT = Path(__file__).resolve().parents[2]
FINDS = Path(__file__).parent / "finds"
_SECONDS = 2
_TOGETHER = 100
# What is slow: so many times the usual processor time for its length, and so many seconds at least.
_TIMES, _LEAST = 50, 0.05


class Find(AssertionError):
    """Bytes that are neither converted without fault nor refused."""


def execute(data: bytes) -> bool:
    """Whether the bytes were converted; False where they were refused. Raises Find, or what went wrong."""
    converted = extract(data)
    if converted is None:
        return False
    judge([converted])
    return True


def extract(data: bytes, name: str = "a.txt") -> Converted | None:
    """The rows of the bytes, None where they are refused. Raises Find where that takes too long."""
    from jiqun.batch import extracted
    from jiqun.reading import ReadingError, Source, decode

    signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    try:
        text, encoding = decode(data)
        return extracted(Source(name, hashlib.sha256(data).hexdigest(), text, encoding))
    except ReadingError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def judge(converted: list[Converted]) -> None:
    """Raise Find where the rows of some texts do not hold together."""
    from jiqun.batch import faults_of

    faults = faults_of(converted)
    if faults:
        raise Find("; ".join(faults))


def _too_long(number: int, frame: FrameType | None) -> None:
    raise Find(f"takes more than {_SECONDS} seconds of processor time")


class Run:
    """Executions one after the other, and what came of them."""

    def __init__(self) -> None:
        self.executions = self.converted = self.finds = self.size = 0
        self._usual = 0.0
        self._waiting: list[tuple[bytes, Converted]] = []

    def add(self, data: bytes) -> None:
        """Execute; judge together with those before."""
        self.executions += 1
        self.size += len(data)
        begun = time.process_time()
        try:
            converted = extract(data, f"{len(self._waiting)}.txt")
        except Exception as error:
            self._keep(data, error)
            return
        self._watch(data, time.process_time() - begun)
        if converted is None:
            return
        self.converted += 1
        self._waiting.append((data, converted))
        if len(self._waiting) == _TOGETHER:
            self.finish()

    def finish(self) -> None:
        """Judge what waits for judgement."""
        waiting, self._waiting = self._waiting, []
        try:
            judge([converted for _, converted in waiting])
        except Exception:
            for data, _ in waiting:
                try:
                    execute(data)
                except Exception as error:
                    self._keep(data, error)

    def _watch(self, data: bytes, seconds: float) -> None:
        """Note what a text of its length usually takes; a slow one is a find if slow three times more."""
        share = seconds / (len(data) + 100)
        if self._usual and seconds > _LEAST and share > _TIMES * self._usual:
            least = min(_seconds(data) for _ in range(3))
            if least > max(_LEAST, _TIMES * self._usual * (len(data) + 100)):
                self._keep(data, Find(f"takes {least:.2f} seconds of processor time"))
            return
        if self.executions > _TOGETHER:
            # Moves to the median, whatever single ones take.
            self._usual = self._usual * (1.01 if share > self._usual else 0.99) or share

    def _keep(self, data: bytes, error: Exception) -> None:
        self.finds += 1
        keep(data, error)


def _seconds(data: bytes) -> float:
    begun = time.process_time()
    extract(data)
    return time.process_time() - begun


def keep(data: bytes, error: Exception) -> None:
    """Write a find beside this program, as short as it can be, and say what it is."""
    kind = _kind(error)
    data = shortest(data, lambda part: _error(part) == kind)
    FINDS.mkdir(exist_ok=True)
    path = FINDS / f"{hashlib.sha256(data).hexdigest()[:12]}.bin"
    path.write_bytes(data)
    print(f"{path.name}: {data.decode('utf-8', 'replace')!r}: {type(error).__name__}: {error}", flush=True)


def shortest(data: bytes, is_one: Callable[[bytes], bool]) -> bytes:
    """The bytes without the pieces, ever smaller ones, that a find needs not."""
    try:
        items: list[bytes] = [character.encode() for character in data.decode()]
    except UnicodeDecodeError:
        items = [bytes([byte]) for byte in data]
    if not is_one(data):
        return data
    size = max(1, len(items) // 2)
    while True:
        index = 0
        while index < len(items):
            less = items[:index] + items[index + size :]
            if is_one(b"".join(less)):
                items = less
            else:
                index += size
        if size == 1:
            return b"".join(items)
        size //= 2


def _error(data: bytes) -> str:
    try:
        execute(data)
    except Exception as error:
        return _kind(error)
    return ""


def _kind(error: Exception) -> str:
    """What sort of a fault it is, whatever the text: the words of its message that hold no digit."""
    message = str(error).split("; ")[0].split("'")[0]
    return " ".join([type(error).__name__, *re.findall(r"(?<!\S)\D+?(?!\S)", message)])


def by_chance(executions: int, seed: int) -> int:
    """So many executions; returns the number of finds."""
    from fuzz.texts import bytes_by_chance, short_bytes

    run = Run()
    begun = time.process_time()
    for number in range(executions):
        chance = random.Random(f"{seed}-{number}")
        run.add(short_bytes(chance) if number % 10 else bytes_by_chance(chance))
        if not (number + 1) % 10_000:
            print(f"{number + 1:,} executions, {run.finds} finds", flush=True)
    run.finish()
    print(
        f"{executions:,} executions of seed {seed}: {run.converted:,} converted, {run.finds} finds, "
        f"the others refused; {run.size:,} bytes, {time.process_time() - begun:.0f} s of processor"
    )
    return run.finds


def with_atheris(arguments: list[str]) -> None:
    """Executions that look for what was not reached before."""
    import atheris  # type: ignore[import-not-found,unused-ignore]

    with atheris.instrument_imports(include=["jiqun"]):
        import jiqun.batch  # noqa: F401
    run = Run()
    atheris.Setup(arguments, run.add)
    atheris.Fuzz()


def main() -> None:
    """Run the program."""
    sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]
    if "--atheris" in sys.argv:
        with_atheris([argument for argument in sys.argv if argument != "--atheris"])
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--executions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.exit(1 if by_chance(options.executions, options.seed) else 0)


if __name__ == "__main__":
    main()
