"""The ledger while a document is read: which fact uses a numeral, or why none does."""

from __future__ import annotations

from functools import cache

from jiqun import codes
from jiqun.language.numbers import Numeral


@cache
def _dimensions(name: str) -> dict[str, str]:
    return {row["code"]: row["dimension"] for row in codes.read(name)}


class Claims:
    """Facts and reasons by numeral; each numeral has at most one of either."""

    def __init__(self) -> None:
        self._facts: dict[int, tuple[str, str]] = {}
        self._reasons: dict[int, str] = {}
        self._held: set[int] = set()
        self.indicator_dimensions = _dimensions("indicator_codes")
        self.unit_dimensions = _dimensions("unit_codes")

    def is_free(self, numeral: Numeral) -> bool:
        """Whether neither a fact nor a reason holds the numeral yet."""
        return (
            numeral.start not in self._facts
            and numeral.start not in self._reasons
            and numeral.start not in self._held
        )

    def hold(self, numeral: Numeral) -> None:
        """Keep the numeral for a row that is still being made."""
        self._held.add(numeral.start)

    def claim(self, numeral: Numeral, table: str, row_id: str) -> None:
        """Give the numeral to a row."""
        self._reasons.pop(numeral.start, None)
        self._facts[numeral.start] = (table, row_id)

    def give_reason(self, numeral: Numeral, reason: str) -> None:
        """Say why no fact uses the numeral."""
        if numeral.start not in self._facts:
            self._reasons[numeral.start] = reason

    def fact(self, numeral: Numeral) -> tuple[str, str] | None:
        """(table, row id) of the fact that uses the numeral."""
        return self._facts.get(numeral.start)

    def reason(self, numeral: Numeral) -> str | None:
        """Why no fact uses the numeral."""
        return self._reasons.get(numeral.start)
