"""Documents that are read together give what each gives alone."""

from __future__ import annotations

import pytest

import jiqun.facts
from jiqun.facts import extract, extract_all
from jiqun.facts.projects import ProjectReader
from jiqun.reading import Document, Source, find_documents

_TEXTS = (
    "青石县人民政府关于发展纺织产业集群的意见\n到2015年，青石县纺织产业集群产值达到30亿元，企业达到50家。\n",
    "白水市工作报告\n去年，白水市规模以上工业增加值增长12.5%，总投资3亿元的铜业园项目已开工建设。\n",
    "河东工业园简介\n河东工业园有企业20家，由河东县商务局管理，对新认定的企业给予50万元奖励。\n",
)


def _documents(*texts: str) -> list[Document]:
    return [
        document
        for text in texts
        for document in find_documents(Source(f"{text[:3]}.txt", "0" * 64, text, "utf-8"))
    ]


@pytest.mark.parametrize("together", [1, 60, 20_000])
def test_documents_read_together_give_what_each_gives_alone(
    together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = [extract(document) for document in _documents(*_TEXTS)]
    assert all(tables["mentions"] for tables in alone)
    monkeypatch.setattr(jiqun.facts, "_TOGETHER", together)
    assert list(extract_all(_documents(*_TEXTS))) == alone
    assert list(extract_all(_documents(*reversed(_TEXTS)))) == alone[::-1]


def test_a_document_that_cannot_be_read_leaves_the_others_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = [extract(document) for document in _documents(*_TEXTS)]
    plain = ProjectReader.read

    def failing(reader: ProjectReader) -> object:
        if "白水市" in reader.text:
            raise ValueError("no project can be read")
        return plain(reader)

    monkeypatch.setattr(ProjectReader, "read", failing)
    first, second, third = extract_all(_documents(*_TEXTS))
    assert [first, third] == [alone[0], alone[2]]
    assert isinstance(second, ValueError)
    with pytest.raises(ValueError, match="no project can be read"):
        extract(_documents(*_TEXTS)[1])


def test_no_documents_give_nothing() -> None:
    assert list(extract_all([])) == []
