"""The same text through every format: the same facts."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from jiqun.facts import extract as extract_facts
from jiqun.reading import Source, decode, find_documents
from jiqun.reading.formats import extract
from jiqun.reading.formats.stand_in_font import FILE, font
from made_files import MAKERS
from texts import read

REPOSITORY = Path(__file__).parents[1]
# Every other open text: all of them agree as well, and take twice as long.
GOLD = sorted(
    path for path in (REPOSITORY / "tests" / "gold").glob("*/source.txt") if "closed" not in path.parent.name
)[::2]
# Of all rows, in all tables, the least share that must be the same.
AGREEMENT = 0.99

TABLE = """江苏省人民政府关于发展产业集群的意见
苏政发〔2023〕12号
各市人民政府：
一、主要目标
主要指标见下表。
指标\t单位\t2022年\t2025年目标
规模以上工业增加值\t亿元\t1296.4\t1800
高新技术企业数\t家\t120\t200以上
研发经费投入强度\t%\t2.5\t3.1
江苏省人民政府
2023年3月5日
"""


def rows_of(text: str) -> Counter[object]:
    """The rows of all tables but `documents`, without what only says where they stand."""
    found: Counter[object] = Counter()
    for document in find_documents(Source("text", "0" * 64, text, "utf-8")):
        for table, rows in extract_facts(document).items():
            for row in rows if table != "documents" else ():
                found[table, _cells(row)] += 1
    return found


def _cells(row: object) -> tuple[object, ...]:
    names = [
        name for name in row.__dataclass_fields__ if not name.endswith("_id") and name not in ("start", "end")
    ]
    values = [getattr(row, name) for name in names]
    return tuple("".join(value.split()) if isinstance(value, str) else value for value in values)


@cache
def _plain(path: Path) -> tuple[tuple[str, ...], Counter[object]]:
    """Lines of an annotated text, and its rows as plain text."""
    text = decode(path.read_bytes())[0].replace("\r\n", "\n")
    return tuple(text.split("\n")), rows_of(text)


@pytest.mark.parametrize("suffix", MAKERS)
def test_every_format_gives_the_facts_of_the_plain_text(suffix: str) -> None:
    same = printed = read_there = 0
    lost: Counter[str] = Counter()
    for path in GOLD:
        lines, plain = _plain(path)
        rows = rows_of(extract(MAKERS[suffix](lines), suffix))
        same += (plain & rows).total()
        printed += plain.total()
        read_there += rows.total()
        lost[path.parent.name] = (plain - rows).total() + (rows - plain).total()
    assert printed > 4000
    assert 2 * same / (printed + read_there) >= AGREEMENT, lost.most_common(5)


def _in_markdown(text: str, sign: str) -> str:
    """The text with its table as Markdown has it, with bars at the ends of rows or without."""
    lines: list[str] = []
    for line in text.splitlines():
        cells = line.split("\t")
        lines.append(sign + " | ".join(cells) + sign if len(cells) > 1 else line)
        if cells[0] == "指标":
            lines.append(sign + " | ".join(["---"] * len(cells)) + sign)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("suffix", ["", "|.md", ".md", *MAKERS])
def test_a_table_of_indicators_gives_figures_in_every_format(suffix: str) -> None:
    text = extract(MAKERS[suffix](TABLE.splitlines()), suffix) if suffix in MAKERS else TABLE
    if suffix.endswith(".md"):
        text = _in_markdown(text, suffix.removesuffix(".md"))
    tables = read(text)
    found = {
        (row.indicator_text, row.period_text, str(row.value.normalize()), row.unit, row.operator)
        for row in (*tables["targets"], *tables["indicators"])
    }
    assert found == {
        ("规模以上工业增加值", "2022年", "1.2964E+11", "CNY", "eq"),
        ("规模以上工业增加值", "2025年", "1.8E+11", "CNY", "eq"),
        ("高新技术企业数", "2022年", "1.2E+2", "1", "eq"),
        ("高新技术企业数", "2025年", "2E+2", "1", "ge"),
        ("研发经费投入强度", "2022年", "2.5", "%", "eq"),
        ("研发经费投入强度", "2025年", "3.1", "%", "eq"),
    }
    assert {row.period_text for row in tables["targets"]} == {"2025年"}
    for row in (*tables["targets"], *tables["indicators"]):
        assert text[row.start : row.end] == row.quote
        assert row.quote.startswith(row.indicator_text) and row.quote.endswith(row.value_text)


def test_what_surrounds_a_page_and_a_print_is_no_text() -> None:
    lines = TABLE.splitlines() * 12
    for suffix, around in {
        ".html": (
            "登录",
            "首页",
            "位置",
            "字体",
            "浏览",
            "12345",
            "分享",
            "上一篇",
            "ICP",
            "500亿元",
            "访问量",
            "主办",
        ),
        ".pdf": ("公报", "—", "第6期"),
        ".docx": (),
    }.items():
        text = extract(MAKERS[suffix](lines), suffix)
        assert [word for word in around if word in text] == []
        assert "".join(text.split()) == "".join("".join(lines).split())


def test_characters_by_themselves_are_read_whatever_fonts_the_machine_has() -> None:
    """A file that embeds no fonts: 家 and % are all there is in their cells."""
    assert FILE.read_bytes() == font()
    lines = ["各项指标", "指标\t单位\t数", "企业\t家\t12", "占比\t%\t5"]
    text = extract(MAKERS[".pdf"](lines), ".pdf")
    assert "企业\t家\t12" in text and "占比\t%\t5" in text
