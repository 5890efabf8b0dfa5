"""Small texts read by the extraction, for tests of single rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jiqun.facts import extract
from jiqun.reading import Source, find_documents

_HEAD = "江苏省人民政府关于发展产业集群的意见\n苏政发〔2010〕12号\n各市人民政府：\n一、{heading}\n"
_TAIL = "\n江苏省人民政府\n二〇一〇年三月五日\n"


def read(text: str) -> Mapping[str, Sequence[Any]]:
    """Rows of all tables for a text that is one document."""
    documents = find_documents(Source("text.txt", "0" * 64, text, "utf-8"))
    assert len(documents) == 1, [document.text[:20] for document in documents]
    return extract(documents[0])


def read_sentence(sentence: str, heading: str = "主要目标") -> Mapping[str, Sequence[Any]]:
    """Rows of a provincial opinion of 5 March 2010 whose only sentence, below `heading`, is `sentence`."""
    return read(_HEAD.format(heading=heading) + sentence + _TAIL)


def figures(sentence: str, heading: str = "主要目标") -> list[Any]:
    """Targets and indicators of a sentence, in order of their numbers."""
    tables = read_sentence(sentence, heading)
    places = {row.mention_id: row.start for row in tables["mentions"]}
    return sorted([*tables["targets"], *tables["indicators"]], key=lambda row: places[row.mention_id])
