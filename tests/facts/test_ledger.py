"""What must hold for any text: spans are exact, every numeral is accounted for once, references resolve."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jiqun.facts import extract
from jiqun.reading import Source, find_documents

_PIECES = st.sampled_from(
    [
        "一、",
        "（二）",
        "1.",
        "一是",
        "——",
        "到2015年，",
        "全省",
        "石化产业",
        "产业集群",
        "等12个",
        "总投资",
        "5800亿",
        "23.5亿元",
        "增长",
        "15%",
        "分别",
        "、",
        "和",
        "，",
        "。",
        "；",
        "：",
        "\n",
        "２０ ００",
        "多亩",
        "企业",
        "项目",
        "推进",
        "给予",
        "最高",
        "200万元",
        "奖励",
        "由",
        "提高到",
        "“十一五”末",
        "翻一番",
        "（",
        "）",
        "《",
        "》",
        "某某集团",
        "等龙头企业",
        "百分之二十",
        "三成",
        "1.5:1",
        "二〇一〇年八月八日",
        "江苏省人民政府",
        "每亩",
        "年产",
        "吨",
        " ",
        "\u3000",
        "\r\n",
        "?",
    ]
)


@settings(max_examples=150)
@given(st.lists(_PIECES, min_size=1, max_size=60).map("".join))
def test_any_text_gives_exact_rows(text: str) -> None:
    if not text.strip():
        return
    source = Source("text.txt", "0" * 64, text, "utf-8")
    documents = find_documents(source)
    for document in documents:
        tables = extract(document)
        _check_rows(text, tables)
    assert [document.start for document in documents[1:]] == [document.end for document in documents[:-1]]


def _check_rows(text: str, tables: Any) -> None:
    ids = {name: {getattr(row, _key(name)) for row in rows} for name, rows in tables.items()}
    for name, rows in tables.items():
        assert len(ids[name]) == len(rows), f"{name} has an id twice"
        for row in rows:
            if getattr(row, "quote", None) is not None:
                assert row.quote == text[row.start : row.end], name
    taken: set[int] = set()
    for mention in tables["mentions"]:
        span = set(range(mention.start, mention.end))
        assert not span & taken
        taken |= span
        assert (mention.fact_id is None) != (mention.reason is None)
        if mention.fact_table:
            assert mention.fact_id in ids[mention.fact_table]
    numerals = {
        offset
        for offset, character in enumerate(text)
        if character in "0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两"
    }
    document = tables["documents"][0]
    assert {offset for offset in numerals if document.start <= offset < document.end} <= taken


def _key(table: str) -> str:
    return {"documents": "document_id", "issues": "issue_id"}.get(table, table.rstrip("s") + "_id")
