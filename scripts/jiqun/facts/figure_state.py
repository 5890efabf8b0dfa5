"""What is known of a figure while its sentence is read, and what one figure hands on to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from jiqun.facts.modality import Modality
from jiqun.language.numbers import Numeral
from jiqun.language.periods import Period

Span = tuple[int, int]


@dataclass(slots=True)
class Figure:
    """A figure while its sentence is read. Positions are of the view."""

    numeral: Numeral
    indicator: Span | None
    code: str
    subject: Span | None
    statistic: str
    operator: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    period: Period | None
    modality: Modality
    baseline: Numeral | None = None
    start: int = 0
    # whether a list has given the figure its subject: 甲、乙分别增长3%、5%
    given: bool = False
    # the indicator where its list shares a noun: 新开工|、新投产|项目
    parts: tuple[Span, Span] | None = None


@dataclass(slots=True)
class Carried:
    """What a quantity hands on to the next of its sentence and, in part, to the next sentence."""

    indicator: Span | None = None
    code: str = ""
    subject: Span | None = None
    period: Period | None = None
    figures: list[Figure] = field(default_factory=list)
    # the code of the last output told of, for a trade that grows with no measure named
    output: str = ""
    section: int = -1
    sentence: int = -1

    def open_sentence(self, sentence: int, section: int) -> None:
        """Drop what ends with a sentence and, in a new section, all that was carried."""
        self.indicator, self.figures, self.sentence = None, [], sentence
        if section != self.section:
            self.code, self.subject, self.period, self.section = "", None, None, section


class Quantity(NamedTuple):
    """A quantity in its sentence. Positions are of the view.

    `position` is the end of the last figure before it, `clause` the start of the words that it is judged by,
    `start` and `end` the sentence; `gap` holds the words from `position` on, `baseline` the number it starts
    from (由5%提高到).
    """

    numeral: Numeral
    previous: Numeral | None
    following: Numeral | None
    clause: int
    position: int
    start: int
    end: int
    gap: str
    baseline: Numeral | None


class Measure(NamedTuple):
    """What a quantity says: which statistic, its value and the code of its unit."""

    statistic: str
    value: Decimal
    unit: str


class Named(NamedTuple):
    """What a quantity is of: the indicator's span and code, the subject's span.

    No code where none is named.
    """

    indicator: Span | None
    code: str | None
    subject: Span | None


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list that 分别 hands values to: an earlier figure, an indicator, or a subject alone."""

    kind: Literal["figure", "indicator", "subject"]
    indicator: Span | None
    code: str
    subject: Span | None
    parts: tuple[Span, Span] | None = None

    def applied(
        self, indicator: Span | None, code: str, subject: Span | None
    ) -> tuple[Span | None, str, Span | None]:
        """(indicator, code, subject) of the member's value; what the member leaves open is as given."""
        if self.kind == "figure":
            return self.indicator, self.code, self.subject
        if self.kind == "indicator":
            return self.indicator, self.code, self.subject or subject
        return indicator, code, self.subject
