"""The first pieces of a file, parsed beside something else that takes its time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from typing import Generic, TypeVar

from .pieces import LINE_FEED, Piece, cut

Parsed = TypeVar("Parsed")


class Begun(Generic[Parsed]):
    """Reads a file in pieces of about `piece_bytes`, and from the start on parses the first of them, `most`
    at most.

    `parse` runs in another thread until the pieces are asked for; a piece for which it raises anything is
    given without what was parsed, and is the last that it sees.
    """

    def __init__(self, path: Path, piece_bytes: int, parse: Callable[[Piece], Parsed], most: int) -> None:
        self.spare: list[bytearray] = []
        """Memory that is no longer needed, for further pieces."""
        self._parse = parse
        self._stream = path.open("rb")
        self._pieces = cut(self._stream, piece_bytes, self.spare)
        self._parsed: deque[tuple[Piece, Parsed | None]] = deque()
        self._failure: Exception | None = None
        self._enough = Event()
        self._thread = Thread(target=self._read, args=(most,), daemon=True) if most else None
        if self._thread:
            self._thread.start()

    def pieces(self) -> Iterator[tuple[Piece, Parsed | None]]:
        """The file's pieces, each with what was parsed of it meanwhile; raises Irregular on a record that is
        too long."""
        self._stop()
        while self._parsed:
            yield self._parsed.popleft()
        if self._failure:
            raise self._failure
        for piece in self._pieces:
            yield piece, None

    def close(self) -> None:
        """Read no more."""
        self._stop()
        self._stream.close()

    def _stop(self) -> None:
        if self._thread:
            self._enough.set()
            self._thread.join()
            self._thread = None

    def _read(self, most: int) -> None:
        try:
            for piece in islice(self._pieces, most):
                if piece.line_end != LINE_FEED or self._enough.is_set():
                    # A piece with other line ends is changed before it is parsed, and hashed before that.
                    self._parsed.append((piece, None))
                    return
                try:
                    self._parsed.append((piece, self._parse(piece)))
                except Exception:  # whatever it is, it comes again where there is somebody to hear it
                    self._parsed.append((piece, None))
                    return
        except Exception as failure:
            self._failure = failure
