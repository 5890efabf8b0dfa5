"""The layout of a copy changes nothing that is read: gold texts set otherwise score as they do as printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from opencc import OpenCC

from jiqun.reading import read_source
from jiqun.score import Line, Record, extracted, read_gold, score

GOLD = Path(__file__).parent / "gold"
FOLDERS = [
    folder
    for folder in sorted(path.parent for path in GOLD.glob("*/gold.json"))
    if read_gold(folder)[2] == "open"
][::5]
HALF = {"，": ",", "（": "(", "）": ")", "：": ":", "；": ";"}
LINES = (
    "quantity: value and unit",
    "figure: row fully right",
    "period",
    "subject",
    "projects: name or group",
)
# How far a line may fall: a blank that a table row keeps, a digit that runs into a word.
SLACK = 0.015


def _with_blanks(text: str) -> list[str]:
    """A blank between Chinese characters and digits or letters, as word processors print them."""
    pieces = []
    for before, character in zip("\n" + text, text, strict=False):
        one, other = (is_chinese(before), is_latin(character)), (is_latin(before), is_chinese(character))
        pieces.append(" " + character if all(one) or all(other) else character)
    return pieces


def is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _in_script(name: str) -> Callable[[str], list[str]]:
    """In the traditional characters of a place."""

    def printed(text: str) -> list[str]:
        converter = OpenCC(name)
        return list("".join(converter.convert(line) for line in text.splitlines(keepends=True)))

    return printed


LAYOUTS = {
    "as printed": list,
    "blanks": _with_blanks,
    "half-width signs": lambda text: [HALF.get(character, character) for character in text],
    "carriage returns": lambda text: ["\r\n" if character == "\n" else character for character in text],
    "traditional characters of Hong Kong": _in_script("s2hk"),
    "traditional characters of Taiwan": _in_script("s2tw"),
}


def _moved(rows: list[Record], starts: list[int], ends: list[int]) -> list[Record]:
    """Rows with their offsets in the text set otherwise."""
    moved = []
    for row in rows:
        changed = dict(row)
        for first, last in (("start", "end"), ("mention_start", "mention_end")):
            if row.get(first) is not None:
                changed[first], changed[last] = starts[row[first]], ends[row[last] - 1]
        for name in ("measure_start", "parent_start"):
            if row.get(name) is not None:
                changed[name] = starts[row[name]]
        moved.append(changed)
    return moved


def _back(tables: dict[str, list[Record]], text: str, pieces: list[str]) -> dict[str, list[Record]]:
    """Rows with their cells in the simplified characters of the gold."""
    changed = {
        ord(piece): character
        for piece, character in zip(pieces, text, strict=True)
        if len(piece) == 1 and piece != character and is_chinese(character)
    }
    if not changed:
        return tables
    return {
        name: [
            {key: cell.translate(changed) if isinstance(cell, str) else cell for key, cell in row.items()}
            for row in rows
        ]
        for name, rows in tables.items()
    }


def _scores(layout: str, folder_of_copies: Path) -> dict[str, Line]:
    lines: dict[str, Line] = {}
    for folder in FOLDERS:
        source, gold, _ = read_gold(folder)
        text = read_source(source).text
        pieces = LAYOUTS[layout](text)
        starts, ends, length = [], [], 0
        for piece in pieces:
            starts.append(length + (len(piece) - len(piece.lstrip(" ")) if piece.strip(" ") else 0))
            length += len(piece)
            ends.append(length)
        starts.append(length)
        copy = folder_of_copies / f"{folder.name}.txt"
        copy.write_text("".join(pieces), encoding="utf-8", newline="")
        wanted = {name: _moved(rows, starts, ends) for name, rows in gold.items()}
        for name, line in score(wanted, _back(extracted(copy), text, pieces), "".join(pieces)).items():
            lines.setdefault(name, Line(name, line.bar)).add(line)
    return lines


@pytest.fixture(scope="module")
def as_printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Line]:
    return _scores("as printed", tmp_path_factory.mktemp("printed"))


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "as printed"])
def test_layout_changes_nothing(layout: str, as_printed: dict[str, Line], tmp_path: Path) -> None:
    lines = _scores(layout, tmp_path)
    fallen = {
        name: (as_printed[name].score, lines[name].score)
        for name in LINES
        if (lines[name].score or 0) < (as_printed[name].score or 0) - SLACK
    }
    assert not fallen
    assert lines["numerals accounted for"].score == 1
