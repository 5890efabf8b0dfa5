"""Kills the converter at random moments and looks at what is left.

    python tests/kills.py --kills 200 [--workers 2] [--seed 1]

Converts two folders of documents into the same package in turn, each time in a process of its own that gets
SIGKILL after a random time, anywhere from its start to a little after its usual end; every other time the
next one goes on with `resume`. After each kill the package must be, byte for byte, the one that was there
before or the one that was being made, and `jiqun validate` must find it valid. At the end an undisturbed
conversion must give the undisturbed bytes.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import jiqun.loaded  # the processes are forked from this one
import jiqun.shards
from jiqun.cli import main as jiqun_command
from jiqun.convert import Options, convert


def documents(folder: Path, seed: int) -> Path:
    """Six short documents."""
    folder.mkdir(parents=True)
    chance = random.Random(seed)
    for number in range(6):
        output, firms = chance.randint(20, 90), chance.randint(3, 40)
        text = f"青石县第{number}号通知\n到2015年，全县工业总产值达到{output}亿元，培育企业{firms}家。\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def state(package: Path) -> dict[str, bytes]:
    """The files of a package and their bytes."""
    return {
        path.relative_to(package).as_posix(): path.read_bytes()
        for path in package.rglob("*")
        if path.is_file() and not any(part.startswith(".jiqun-") for part in path.parts)
    }


def _convert(sources: Path, package: Path, options: Options) -> None:
    jiqun.shards._FILES = 2
    convert([sources], package, options)


def run(folder: Path, kills: int, seed: int, workers: int = 1) -> tuple[int, int, int]:
    """Kill so many times; returns how often the older package was left, the newer one, and how often the
    conversion ended before it was killed. Raises AssertionError when anything else is left."""
    chance = random.Random(seed)
    sources = [documents(folder / "a", 1), documents(folder / "b", 2)]
    package = folder / "package"
    known = []
    processes = multiprocessing.get_context("fork")
    for source in sources:
        begun = time.monotonic()
        # Here, too, in a process of its own: this one has no processes that wait for work.
        child = processes.Process(target=_convert, args=(source, package, Options(workers=workers)))
        child.start()
        child.join()
        usual = time.monotonic() - begun
        known.append(state(package))
    assert known[0] != known[1]
    old = new = ended = 0
    for number in range(kills):
        current = state(package)
        turn = 1 - known.index(current)
        options = Options(workers=workers, resume=number % 2 == 1)
        child = processes.Process(target=_convert, args=(sources[turn], package, options))
        child.start()
        time.sleep(chance.uniform(0, 1.5 * usual))
        assert child.pid is not None
        with contextlib.suppress(ProcessLookupError):
            os.kill(child.pid, signal.SIGKILL)
        child.join()
        ended += child.exitcode == 0
        with contextlib.redirect_stdout(io.StringIO()) as said:
            verdict = jiqun_command(["validate", str(package)])
        assert verdict in (0, 2), said.getvalue()
        left = state(package)
        assert left in (current, known[turn]), f"kill {number} left neither package whole"
        old += left == current
        new += left != current
    child = processes.Process(target=_convert, args=(sources[0], package, Options(workers=workers)))
    child.start()
    child.join()
    assert state(package) == known[0]
    assert not any(path.name.startswith(".jiqun-") for path in package.iterdir())
    return old, new, ended


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        old, new, ended = run(Path(folder), options.kills, options.seed, options.workers)
    print(f"{options.kills} kills survived: {old} left the older package, {new} the newer one")
    print(f"({ended} of the conversions had ended before they were killed)")


if __name__ == "__main__":
    main()
