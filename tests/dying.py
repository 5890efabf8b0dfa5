"""Tasks that kill the process they run in, or tell which it is and what it has loaded."""

import os
import signal
import sys
from pathlib import Path

from jiqun.engines import Processes


def die_once(task: tuple[Path, int]) -> int:
    """Kills its process the first time it is given 3."""
    marks, number = task
    if number == 3 and not (marks / "died").exists():
        (marks / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def always_die(task: int) -> int:
    """Kills its process whenever it is given 3."""
    if task == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def tell(task: int) -> int:
    """The number of its process."""
    return os.getpid()


def has_loaded(module: str) -> bool:
    """Whether its process had the module before the task came."""
    return module in sys.modules


def double(task: int) -> int:
    """Twice the number."""
    return 2 * task


def double_elsewhere() -> None:
    """The same, done by another process."""
    with Processes(1) as engine:
        assert list(engine.run(double, [1])) == [2]
