"""Texts that say the same in both languages, as entries of a changelog do: what a page shows of them."""

import re

from jiqun.site.languages import Language

_CODE = re.compile("`[^`]*`")
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
# A Chinese character says about as much as so many Latin letters.
_LETTERS = 4


def said_in(language: Language, text: str) -> str:
    """What a page in a language shows of a text, in one paragraph.

    A text may have lines in Chinese and after them lines in English that say the same: a page shows its own.
    One in a single language is shown whole. Names and terms of the other language do not make a line that.
    """
    lines = text.splitlines()
    weights = [_weight(line) for line in lines]
    # Where the English begins: most of what is Chinese stands before, most of what is English behind.
    turn = max(range(len(lines) + 1), key=lambda place: sum(weights[:place]) - sum(weights[place:]))
    chinese, english = "".join(lines[:turn]), " ".join(lines[turn:])
    return (chinese or english) if language.code == "zh" else (english or chinese)


def _weight(line: str) -> int:
    """Above zero where a line is Chinese, below where it is English; code between backticks is neither."""
    words = _CODE.sub("", line)
    return len(_HAN.findall(words)) * _LETTERS - len(_LATIN.findall(words))
