"""The mentions table: every numeral, with the fact that uses it or the reason why none does."""

from __future__ import annotations

from jiqun.facts.claims import Claims
from jiqun.facts.frame import Frame
from jiqun.language.numbers import Numeral, find_leftovers
from jiqun.tables import Mention


def read_mentions(frame: Frame, claims: Claims) -> list[Mention]:
    """One row per numeral of the document, in order: those that were read, and what is left between them."""
    numerals = [*frame.numerals, *find_leftovers(frame.text, frame.numerals)]
    return [_row(frame, numeral, claims) for numeral in sorted(numerals, key=lambda numeral: numeral.start)]


def _row(frame: Frame, numeral: Numeral, claims: Claims) -> Mention:
    start, end = frame.bounds(numeral.start, numeral.end)
    fact = claims.fact(numeral)
    quantity = numeral.kind == "quantity"
    reason = None if fact else (claims.reason(numeral) or "unresolved") if quantity else "not_a_quantity"
    return Mention(
        mention_id=f"{frame.document_id}-m{start - frame.document.start}",
        document_id=frame.document_id,
        start=start,
        end=end,
        quote=frame.document.source.text[start:end],
        kind=numeral.kind,
        value=numeral.value if quantity else None,
        value_max=numeral.value_max if quantity else None,
        unit=numeral.code if quantity else None,
        fact_table=fact[0] if fact else None,
        fact_id=fact[1] if fact else None,
        reason=reason,
    )
