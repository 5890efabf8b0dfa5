"""A text in traditional characters gives the rows of the same text in simplified ones, cells as printed."""

from __future__ import annotations

from jiqun.facts import extract
from jiqun.reading import Source, find_documents

SIMPLIFIED = """乾县人民政府关于发展石材产业集群的意见
第一章　发展目标
　　到2025年，全县石材产业集群实现产值3.5亿元，建成园区1个、面积两万亩。
　　培育县石材产业集群，由县经济和信息化局负责。
"""
TRADITIONAL = """乾縣人民政府關於發展石材產業集羣的意見
第一章　發展目標
　　到2025年，全縣石材產業集羣實現產值3.5億元，建成園區1個、面積兩萬畝。
　　培育縣石材產業集羣，由縣經濟和信息化局負責。
"""
# What rows of several documents are compared by.
NAMES = {"name", "issuer", "author"}
IDENTITIES = {"sha256", "message", "resolution"}
BACK = str.maketrans({new: old for new, old in zip(TRADITIONAL, SIMPLIFIED, strict=True) if new != old})


def cells(text: str) -> dict[str, list[dict[str, object]]]:
    (document,) = find_documents(Source("text.txt", "0" * 64, text, "utf-8"))
    return {
        table: [
            {
                name: getattr(row, name)
                for name in row.__slots__
                if name not in IDENTITIES and not name.endswith("_id")
            }
            for row in rows
        ]
        for table, rows in extract(document).items()
    }


def test_rows_are_those_of_the_simplified_text() -> None:
    read = cells(TRADITIONAL)
    assert len(read["targets"]) == 3 and read["clusters"] and read["organizations"]
    assert {
        table: [
            {name: cell.translate(BACK) if isinstance(cell, str) else cell for name, cell in row.items()}
            for row in rows
        ]
        for table, rows in read.items()
    } == cells(SIMPLIFIED)


def test_names_are_simplified_and_all_other_words_as_printed() -> None:
    read = cells(TRADITIONAL)
    assert "石材产业集群" in [row["name"] for row in read["clusters"]]
    assert read["documents"][0]["issuer"] == "乾县人民政府"
    assert read["documents"][0]["title"] == "乾縣人民政府關於發展石材產業集羣的意見"
    for rows in read.values():
        for row in rows:
            for name, cell in row.items():
                if name in ("quote", "title", "heading", "ordinal_text") or name.endswith("_text"):
                    assert cell is None or cell in TRADITIONAL, (name, cell)
    assert {row["value_text"]: str(row["value"]) for row in read["targets"]}["兩萬畝"] == "20000"
