"""Cues of instruments: where they stand, and phrases that count only beside another."""

from jiqun import codes
from jiqun.language import vocabulary
from jiqun.language.instruments import Cues, family


def told(text: str) -> set[tuple[str, str]]:
    return {(text[cue.start : cue.end], cue.instrument) for cue in Cues(text).within(0, len(text))}


def test_cue_stands_alone() -> None:
    assert ("贴息", "funding") in told("给予贴息。")


def test_second_phrase_must_be_in_the_stretch() -> None:
    text = "聘请顾问。引进专家。"
    assert ("专家", "talent") in told("聘请专家。")
    half = text.index("引")
    assert not [c for c in Cues(text).within(half, len(text)) if text[c.start : c.end] == "聘请"]
    assert ("聘请", "talent") not in told("聘请顾问。")


def test_cues_outside_the_stretch_are_left_out() -> None:
    text = "给予贴息。完善规划。"
    assert all(cue.start >= 5 for cue in Cues(text).within(5, len(text)))


def test_every_instrument_of_the_vocabulary_has_a_family() -> None:
    known = {row["code"] for row in codes.read("instrument_codes")}
    used = {row["instrument"] for row in vocabulary.read("instrument_cues")}
    assert used <= known
    assert family("funding") == "supply"
    assert family("land") == "environment"
    assert family("trade") == "demand"
