"""List marks, outline and sentences: small texts of our own, read by eye."""

import pytest

from jiqun.reading import Heading, Source, find_documents, find_outline, find_sentences
from jiqun.reading.markers import match_marker, ordinal_value
from jiqun.reading.outline import closing_start
from jiqun.reading.view import fold


def outline(text: str) -> list[tuple[int, str, str]]:
    """Level, ordinal and heading of each section but the document."""
    document = find_documents(Source("text.txt", "0" * 64, text, "utf-8"))[0]
    view = document.view.text
    return [
        (part.level, part.ordinal_text, view[slice(*part.heading)]) for part in find_outline(document)[1:]
    ]


def parts(text: str) -> list[tuple[Heading, str]]:
    document = find_documents(Source("text.txt", "0" * 64, text, "utf-8"))[0]
    return [(part, document.view.text[part.start : part.end]) for part in find_outline(document)]


@pytest.mark.parametrize(
    ("text", "kind", "ordinal"),
    [
        ("一、总体要求", "chinese", 1),
        ("二十一、附则", "chinese", 21),
        ("（三）加强领导", "chinese_bracket", 3),
        ("(三)加强领导", "chinese_bracket", 3),
        ("㈢加强领导", "chinese_bracket", 3),
        ("１２、加强领导", "arabic", 12),
        ("3.加强领导", "arabic", 3),
        ("３．加强领导", "arabic", 3),
        ("⒊加强领导", "arabic", 3),
        ("（4）加强领导", "arabic_bracket", 4),
        ("⑷加强领导", "arabic_bracket", 4),
        ("4）加强领导", "arabic_half", 4),
        ("⑤加强领导", "circled", 5),
        ("第一章　总则", "part_章", 1),
        ("第十二条 本办法", "part_条", 12),
        ("第三部分 措施", "part_部分", 3),
        ("一是加强领导", "clause", 1),
        ("三要狠抓落实", "duty", 3),
        ("——湄洲湾", "dash", 0),
        ("──湄洲湾", "dash", 0),
        ("附件2：清单", "annex", 2),
        ("附表", "annex", 0),
    ],
)
def test_marks(text: str, kind: str, ordinal: int) -> None:
    marker = match_marker(fold(text), 0, len(text))
    assert marker is not None
    assert (marker.kind, marker.ordinal) == (kind, ordinal)


@pytest.mark.parametrize(
    "text",
    [
        "一般公共预算",
        "3.5亿元",
        "2015年",
        "一是指标",
        "二要求",
        "——5%",
        "附件中",
        "第一产业",
        "第二批项目",
        "（以下简称）",
        "三产",
        "12家",
    ],
)
def test_no_marks(text: str) -> None:
    assert match_marker(fold(text), 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", 0),
        ("7", 7),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百零三", 103),
        ("一〇", 10),
        ("百", 100),
    ],
)
def test_ordinals(text: str, value: int) -> None:
    assert ordinal_value(text) == value


def test_an_outline_of_many_kinds() -> None:
    text = (
        "关于发展产业集群的意见\n第一章　总则\n一、总体要求\n（一）指导思想。坚持规划引领。\n"
        "（二）主要目标：三年翻番。\n"
        "1、产值目标\n（1）纺织。做强面料。\n①面料\n②服装\n二、主要任务\n第二章　保障\n一、加强领导\n"
    )
    assert outline(text) == [
        (1, "第一章", "总则"),
        (2, "一、", "总体要求"),
        (3, "（一）", "指导思想"),
        (3, "（二）", "主要目标"),
        (4, "1、", "产值目标"),
        (5, "（1）", "纺织"),
        (6, "①", "面料"),
        (6, "②", "服装"),
        (2, "二、", "主要任务"),
        (1, "第二章", "保障"),
        (2, "一、", "加强领导"),
    ]


def test_items_inside_a_paragraph_end_with_it() -> None:
    text = (
        "主要做法：一是抓规划。编制规划。二是抓园区，建设平台。\n下一步继续努力。\n"
        "二、打算\n一要抓项目。二要抓服务。\n"
    )
    assert outline(text) == [
        (1, "一是", "抓规划"),
        (1, "二是", "抓园区，建设平台"),
        (1, "二、", "打算"),
        (2, "一要", "抓项目"),
        (2, "二要", "抓服务"),
    ]
    assert [part for _, part in parts(text)][1:3] == ["一是抓规划。编制规划。", "二是抓园区，建设平台。"]


def test_a_heading_ends_where_the_next_item_begins() -> None:
    assert outline("要一是抓规划，一是抓规划，二是抓园区，三是抓龙头。\n") == [
        (1, "一是", "抓规划"),
        (1, "二是", "抓园区"),
        (1, "三是", "抓龙头"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一、二、三产业融合发展，带动农民增收。\n",
        "这是我们的优势，一是一，二是二。\n",
        "企业说，一是资金少。要解决。\n",
        "达到3.5亿元，（2）号地块开工。\n",
    ],
)
def test_marks_that_carry_no_outline(text: str) -> None:
    assert outline(text) == []


def test_dashes_open_items_in_the_body_only() -> None:
    text = (
        "工业立县的实践\n——在全省会议上的发言\n发展重点是：加快建设。\n"
        "——湄洲湾重点发展石化。\n——闽江口：发展电子。\n"
    )
    assert outline(text) == [(1, "——", "湄洲湾"), (1, "——", "闽江口")]


def test_an_annex_stands_beside_all_parts() -> None:
    text = "一、总则\n（一）目标\n附件1：项目清单\n一、纺织\n附件2\n"
    assert [(level, ordinal) for level, ordinal, _ in outline(text)] == [
        (1, "一、"),
        (2, "（一）"),
        (1, "附件1"),
        (2, "一、"),
        (1, "附件2"),
    ]


@pytest.mark.parametrize(
    ("closing", "is_closing"),
    [
        ("某省人民政府\n二○○九年三月十九日", True),
        ("某省财政厅\n某省科技厅\n2009年3月19日", True),
        ("（作者系某市市长）", True),
        ("2009 年 3 月 19 日", True),
        ("继续努力。", False),
        ("三、保障措施", False),
        ("某省人民政府", False),
    ],
)
def test_closings(closing: str, is_closing: bool) -> None:
    text = "意见\n一、总则\n抓好落实。\n" + closing
    assert closing_start(text) == (len(text) - len(closing) if is_closing else len(text))


def test_a_signature_belongs_to_the_document_itself() -> None:
    text = "意见\n一、总则\n抓好落实。\n某省人民政府\n2009年3月19日\n"
    document, section = parts(text)
    assert document[1].endswith("2009年3月19日")
    assert section[1] == "一、总则\n抓好落实。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抓规划。抓园区！抓龙头？好", ["抓规划。", "抓园区！", "抓龙头？", "好"]),
        ("他说：“抓规划。”又说（抓园区。）。", ["他说：“抓规划。”", "又说（抓园区。）", "。"]),
        ("抓规划；抓园区，\n抓龙头", ["抓规划；抓园区，", "抓龙头"]),
        ("形成集群。■", ["形成集群。", "■"]),
        ("……。\n\n", ["……。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [
        text[sentence.start : sentence.end] for sentence in find_sentences(text, 0, len(text), 0)
    ] == expected
