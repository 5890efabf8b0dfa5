"""Makes a corpus of documents from the project's own open annotated texts: no two alike, none of them real.

    python benchmarks/corpus.py FOLDER --documents 1000

A document takes title and front matter from one of the texts and its paragraphs from several; within it,
every year moves by the same number, most other figures are drawn anew with as many digits, and most names of
places and firms become others. Lengths are spread like those of notices and plans: 1,200 characters on
average, half of the documents shorter than 910, one in ten longer than 2,270; `--median 220` makes them
short notices of 540 characters on average. The same seed gives the same corpus, and document number n is the
same in every corpus that holds it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from jiqun import codes  # noqa: E402
from jiqun.reading.source import decode  # noqa: E402

FILES_IN_A_FOLDER = 1000
_MEDIAN, _SPREAD = 680, 0.85
_SHORTEST, _LONGEST = 120, 12_000
_YEAR = re.compile("(?<![0-9])(?:19[89]|20[0-3])[0-9](?![0-9])")
_FIGURE = re.compile(r"(?<![0-9.])[1-9][0-9]{0,6}(?![0-9]*[0-9年月日号期)）、.．~～—-])")
_PLACE = re.compile("[\u4e00-\u9fff]{2}(?:县|市|区)")
_GIVEN = (
    "安宝昌成达德东方丰福高广海恒宏华汇吉佳建江金景九凯康科利联龙隆茂"
    "明宁鹏千仁荣瑞三盛顺泰天通万伟文祥新鑫兴旭亚永宇源远泽振正中众卓"
)


def open_texts() -> list[list[str]]:
    """The lines of each open annotated text."""
    found = []
    for folder in sorted((ROOT / "tests" / "gold").iterdir()):
        about = folder / "gold.json"
        if not about.is_file() or json.loads(about.read_text("utf-8")).get("set") != "open":
            continue
        if (folder / "source.txt").is_file():
            text, _ = decode((folder / "source.txt").read_bytes(), str(folder))
            found.append([line for line in text.splitlines() if line.strip()])
    # A text that is one long line has no paragraphs to combine.
    return [lines for lines in found if len(lines) >= 6]


def documents(number: int, median: int = _MEDIAN, seed: int = 6) -> Iterator[tuple[str, str]]:
    """Names and texts of so many documents; half of them are asked to be longer than `median` characters."""
    texts = open_texts()
    counties = [row["label_zh"] for row in codes.read("region_codes") if _PLACE.fullmatch(row["label_zh"])]
    for index in range(number):
        name = f"{index // FILES_IN_A_FOLDER:04}/{index:07}.txt"
        yield name, _document(random.Random(f"{seed}-{index}"), median, texts, counties)


def _document(chance: random.Random, median: int, texts: list[list[str]], counties: list[str]) -> str:
    """Front matter of one text, then stretches of several, until the length drawn is reached."""
    length = max(_SHORTEST, min(_LONGEST, int(chance.lognormvariate(0, _SPREAD) * median)))
    first = chance.choice(texts)
    lines = first[: chance.randint(2, 4)]
    while sum(map(len, lines)) < length:
        text = chance.choice(texts)
        begin = chance.randrange(2, len(text) - 1)
        lines += text[begin : begin + chance.randint(1, 4)]
    return _varied(chance, "\n".join(lines) + "\n", counties)


def _varied(chance: random.Random, text: str, counties: list[str]) -> str:
    moved = chance.randint(-6, 6)
    text = _YEAR.sub(lambda found: str(int(found[0]) + moved), text)
    text = _FIGURE.sub(lambda found: _as_long_as(chance, found[0]), text)
    for place in sorted(set(_PLACE.findall(text))):
        if chance.random() < 0.7:
            text = text.replace(place, chance.choice(counties))
    firm = "".join(chance.sample(_GIVEN, 2))
    return re.sub("[\u4e00-\u9fff]{2}(?=(?:集团|股份|科技|实业)(?:有限)?公司)", firm, text)


def _as_long_as(chance: random.Random, figure: str) -> str:
    low = 10 ** (len(figure) - 1)
    return str(chance.randint(low, 10 * low - 1))


def write(folder: Path, number: int, median: int = _MEDIAN) -> int:
    """Write so many documents below a folder, those that are there left as they are; returns their
    characters."""
    characters = 0
    for name, text in documents(number, median):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_bytes(text.encode("utf-8"))
        characters += len(text)
    return characters


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument(
        "--median", type=int, default=_MEDIAN, help="characters asked of half of the documents"
    )
    options = parser.parse_args()
    characters = write(options.folder, options.documents, options.median)
    print(f"{options.documents} documents, {characters:,} characters in {options.folder}")


if __name__ == "__main__":
    main()
