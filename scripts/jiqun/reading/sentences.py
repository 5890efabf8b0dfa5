"""Sentences of a document's view."""

from __future__ import annotations

import re
from typing import NamedTuple

_END = re.compile(r"[。！？][”’」』）》\]]*|\n|■")


class Sentence(NamedTuple):
    """A sentence: view offsets without the blanks around it, and the index of its innermost section."""

    start: int
    end: int
    section: int


def find_sentences(text: str, start: int, end: int, section: int) -> list[Sentence]:
    """Sentences between two view offsets that lie in one section.

    A sentence ends with 。！？ and the closing marks behind it, or with its paragraph; ；and a broken line do
    not end it.
    """
    sentences: list[Sentence] = []
    position = start
    for found in _END.finditer(text, start, end):
        stop = found.end() if found[0] != "\n" else found.start()
        _add(sentences, text, position, stop, section)
        position = found.end()
    _add(sentences, text, position, end, section)
    return sentences


def _add(sentences: list[Sentence], text: str, start: int, end: int, section: int) -> None:
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n":
        end -= 1
    if start < end:
        sentences.append(Sentence(start, end, section))
