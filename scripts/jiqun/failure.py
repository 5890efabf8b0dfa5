"""What stops a command, apart from faults of the program: known to all without loading what raises it."""

from pathlib import Path


class Failure(Exception):
    """Which file it was, why, and what to do about it."""

    def __init__(self, path: str | Path, reason: str, hint: str = "") -> None:
        super().__init__(f"{path}: {reason}" + (f" ({hint})" if hint else ""))
        self.path = str(path)
        self.reason = reason
        self.hint = hint
