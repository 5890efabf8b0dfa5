"""How far a conversion is: one line on a terminal, nothing elsewhere."""

import shutil
import sys
import time

_EVERY = 0.2


class Progress:
    """Counts files and bytes of so many, and shows them with the rate and the time left."""

    def __init__(self, files: int, size: int) -> None:
        self._files, self._size = files, size
        self._done_files = self._done_size = self._characters = self._old = 0
        self._begun = time.monotonic()
        self._shown = 0.0
        self._live = sys.stderr.isatty()

    def add(self, files: int, size: int, characters: int, *, old: bool = False) -> None:
        """So many more are done; `old` ones were done before this run."""
        self._done_files += files
        self._done_size += size
        if old:
            self._old += size
        else:
            self._characters += characters
        now = time.monotonic()
        if self._live and now - self._shown >= _EVERY:
            self._shown = now
            self.say(self._line(now - self._begun))

    def _line(self, seconds: float) -> str:
        rate = (self._done_size - self._old) / seconds if seconds else 0.0
        left = (self._size - self._done_size) / rate if rate else 0.0
        speed = self._characters / seconds if seconds else 0.0
        return (
            f"{self._done_files:,} of {self._files:,} files, {speed:,.0f} characters/s, "
            f"{_duration(left)} left"
        )

    def say(self, message: str) -> None:
        """Show a message in place of the last; the empty one wipes it."""
        if self._live:
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\x1b[K{message[:width]}", end="", file=sys.stderr, flush=True)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return (
        f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
    )
