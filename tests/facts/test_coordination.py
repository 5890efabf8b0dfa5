"""Lists in running text: where 、 和 and 及 split, and where they do not."""

import pytest

from jiqun.facts.coordination import split_members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("石化、汽车、稀土", ["石化", "汽车", "稀土"]),
        ("铜、铝以及石化", ["铜", "铝", "石化"]),
        ("食品、纺织和医药", ["食品", "纺织", "医药"]),
        ("塑胶及金属深加工", ["塑胶", "金属深加工"]),
        # One trade, wherever it stands.
        ("汽车及零部件", ["汽车及零部件"]),
        ("生物与新医药、半导体照明", ["生物与新医药", "半导体照明"]),
        # 及 splits only where it closes the list.
        ("计算机及外设、纺织", ["计算机及外设", "纺织"]),
        # Behind a zone 和 always splits.
        ("武夷新区和三明生态工贸区、龙岩产业集中区", ["武夷新区", "三明生态工贸区", "龙岩产业集中区"]),
        # 与 at the end of a list is part of a trade; between zones it splits.
        ("农业机械、建材与装配式建筑", ["农业机械", "建材与装配式建筑"]),
        ("永兴高新区、桂阳工业园与资兴经开区", ["永兴高新区", "桂阳工业园", "资兴经开区"]),
        # A county's name holds 和; a trade of one character is a member.
        ("新和食品", ["新和食品"]),
        ("铜和陶瓷", ["铜", "陶瓷"]),
        # Brackets are not opened.
        ("金沙园（沙县、永安）、江阴园", ["金沙园（沙县、永安）", "江阴园"]),
    ],
)
def test_members(text: str, members: list[str]) -> None:
    assert [text[start:end] for start, end in split_members(text, 0, len(text))] == members
