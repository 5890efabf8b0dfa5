"""Texts made by chance, from sentences of the open annotated texts and from words that the rules look for."""

from __future__ import annotations

import json
import random
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from fuzz.expressions import expressions

ROOT = Path(__file__).resolve().parents[2]
_HARD = (
    *"0123456789０１２９一二三十百千万亿两半〇零几多余约近以上下至到－—-~、，。；：（）()《》“”%％‰",
    *"\n\r\f\t \u3000\u200b\ufeff",
    *("亿元", "万元", "万亩", "个百分点", "年均", "分别", "其中", "同比", "增长", "力争", "第一章", "（一）"),
    *("一、", "1.", "一是", "附件", "——", "等12个", "2015年", "二○○九年", "9-8月", "上半年", "翻一番"),
    *("产业集群", "工业园区", "项目", "有限公司", "人民政府", "〔2009〕20号", "３\n０亿元"),
    *("、" * 40, "1" * 40, "（" * 20, "和的" * 20),
)
_NUMERALS = (
    "0123456789" * 4 + "０１２３４５６７８９一二三四五六七八九十两" * 2 + "百千万亿半〇零○几数廿佰仟壹.．,，%"
)
_MARKS = "，" * 6 + "。、、、；：\n\n（）()“”《》—-~～·• \u3000的和及与等了为达"
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le")
# How often the words of a vocabulary are drawn, beside those of the expressions.
_VOCABULARIES = {
    "unit_terms": 6,
    "verb_terms": 6,
    "indicator_terms": 5,
    "project_terms": 3,
    "organization_terms": 3,
    "act_terms": 2,
    "instrument_cues": 2,
    "list_breakers": 2,
    "industry_terms": 2,
    "place_terms": 2,
    "numeral_words": 2,
    "dated_events": 1,
}


@cache
def sentences() -> list[str]:
    """Sentences of the open annotated texts."""
    found: list[str] = []
    for folder in sorted((ROOT / "tests" / "gold").iterdir()):
        about, source = folder / "gold.json", folder / "source.txt"
        if about.is_file() and source.is_file() and json.loads(about.read_text("utf-8")).get("set") == "open":
            found += re.findall("[^。；\n]+[。；\n]*", source.read_text("utf-8", errors="ignore"))
    return found


@cache
def _words() -> list[tuple[str, ...]]:
    """Words by where they come from: each expression's literals, each vocabulary; one list for each share."""
    from jiqun.language import vocabulary

    found = [tuple(sorted(literals(expression.pattern))) for expression in expressions().values()]
    found = [words for words in found if words]
    each = max(1, len(found) // sum(_VOCABULARIES.values()))
    for name, share in _VOCABULARIES.items():
        terms = tuple(next(iter(row.values())) for row in vocabulary.read(name))
        found += [terms] * (share * each)
    return found


def literals(pattern: str) -> set[str]:
    """The runs of plain characters in an expression, and one character of each of its classes."""
    parser: Any = import_module("re._parser")
    found: set[str] = set()

    def walk(items: Any) -> None:
        run = ""
        for operation, argument in items:
            name = str(operation)
            if name == "LITERAL":
                run += chr(argument)
                continue
            if run:
                found.add(run)
            run = ""
            if name == "IN":
                found.update(chr(value) for kind, value in argument if str(kind) == "LITERAL")
            elif name == "BRANCH":
                for branch in argument[1]:
                    walk(branch)
            elif name in ("SUBPATTERN", "ASSERT", "ASSERT_NOT", "MAX_REPEAT", "MIN_REPEAT"):
                walk(argument[-1])
        if run:
            found.add(run)

    walk(parser.parse(pattern, re.VERBOSE if "\n" in pattern and "(?P<" in pattern else 0))
    return {run for run in found if run.strip()}


def short_text(chance: random.Random) -> str:
    """20 to 200 characters of words that the rules look for, numerals and marks."""
    words = _words()
    parts: list[str] = []
    size, wanted = 0, chance.choice((20, 20, 40, 40, 60, 100, 200))
    while size < wanted:
        kind = chance.random()
        if kind < 0.2:
            part = "".join(chance.choices(_NUMERALS, k=chance.choice((1, 1, 2, 3, 4))))
        elif kind < 0.4:
            part = chance.choice(_MARKS)
        elif kind < 0.93:
            part = chance.choice(chance.choice(words))
        elif kind < 0.97:
            part = chance.choice(_HARD)
        else:
            part = chance.choice(parts) if parts else ""
        parts.append(part)
        size += len(part) or 1
    return "".join(parts)


def bytes_by_chance(chance: random.Random) -> bytes:
    """Some hundred bytes that look like a document in one way or another."""
    return _encoded(chance, _document(chance))


def short_bytes(chance: random.Random) -> bytes:
    """A short text, mostly in UTF-8."""
    text = short_text(chance)
    return text.encode() if chance.random() < 0.9 else _encoded(chance, text)


def _document(chance: random.Random) -> str:
    own, parts = sentences(), list[str]()
    for _ in range(chance.randint(1, 8)):
        kind = chance.random()
        if kind < 0.45:
            sentence = chance.choice(own)
            begin = chance.randrange(len(sentence))
            parts.append(sentence[begin : begin + chance.randint(1, 60)] if kind < 0.25 else sentence)
        elif kind < 0.9:
            parts += chance.choices(_HARD, k=chance.randint(1, 12))
        elif kind < 0.97:
            parts.append(chance.choice(_HARD) * chance.randint(2, 30))
        else:
            parts.append("".join(chr(chance.randrange(1, 0x30000)) for _ in range(chance.randint(1, 10))))
    return "".join(parts)


def _encoded(chance: random.Random, text: str) -> bytes:
    data = bytearray(text.encode(chance.choice(_ENCODINGS), errors="ignore"))
    for _ in range(chance.choice((0, 0, 0, 1, 4)) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)
