"""Line ends and blanks that only layout put there, and those that mean something."""

import textwrap

import pytest

from jiqun.reading import Document, Source, find_documents
from jiqun.reading.lines import is_letter_spaced, is_table_row, read_layout, split_lines
from jiqun.reading.view import fold

PARAGRAPH = (
    "近年来，全市坚持规划引领，依托园区，壮大纺织、五金、家具等特色产业集群，规模以上企业达到三百二十家，"
    "产值突破一百二十亿元，年均增长百分之十五，占全市工业总产值的比重由三成提高到四成，集群配套能力明显增强。"
)


def read(text: str) -> Document:
    documents = find_documents(Source("text.txt", "0" * 64, text, "utf-8"))
    assert len(documents) == 1
    return documents[0]


def paragraphs(text: str) -> list[str]:
    """The view's paragraphs."""
    return read(text).view.text.split("\n")


def wrapped(text: str, width: int, indent: str = "\u3000\u3000") -> str:
    """A text set in lines of so many characters, each paragraph indented."""
    lines = []
    for paragraph in text.split("\n"):
        lines += textwrap.wrap(indent + paragraph, width, drop_whitespace=False)
    return "\n".join(lines)


@pytest.mark.parametrize("indent", ["\u3000\u3000", "    ", ""])
@pytest.mark.parametrize("width", [22, 35, 44])
@pytest.mark.parametrize("digits", ["0123456789", "０１２３４５６７８９"])
def test_hard_wrapped_paragraphs_are_whole_again(indent: str, width: int, digits: str) -> None:
    text = "\n".join(
        [
            PARAGRAPH,
            PARAGRAPH.replace("三百二十", "1320"),
            "一、总体要求",
            PARAGRAPH.replace("一百二十", "52.6"),
        ]
        * 3
    )
    text = text.translate(str.maketrans("0123456789", digits))
    printed = wrapped(text, width, indent)
    document = read(printed)
    assert document.view.text == fold(text)
    assert document.wrap > 0
    assert len(document.soft_breaks) == printed.count("\n") - text.count("\n")


def test_a_remark_in_brackets_behind_a_full_stop_ends_its_paragraph() -> None:
    first = (
        "支持企业建设研发中心，给予经费补助，推动产学研协同创新和成果转化。（责任单位：市科技局、市财政局）"
    )
    broken = (
        "支持企业建设研发中心，给予经费补助，推动产学研协同创新和成果转化（责任单位：市科技局、市财政局）"
    )
    assert paragraphs(f"{first}\n对新认定的中心给予奖励，优先安排用地。\n")[0] == first
    assert len(paragraphs(f"{broken}\n和有关部门配合实施，形成工作合力。\n")) == 1


def test_a_point_typed_for_a_full_stop_ends_a_sentence() -> None:
    (document,) = find_documents(
        Source("t.txt", "0" * 64, "产值30.5亿元.我县企业8户.\n一.总体要求\n", "utf-8")
    )
    assert document.view.text == "产值30.5亿元。我县企业8户。\n一.总体要求"


def test_a_wrapped_heading_stands_alone() -> None:
    text = (
        wrapped("\n".join([PARAGRAPH] * 3), 30)
        + "\n　　一、总体要求\n"
        + wrapped("\n".join([PARAGRAPH] * 3), 30)
    )
    assert paragraphs(text) == [*[PARAGRAPH] * 3, "一、总体要求", *[PARAGRAPH] * 3]


def test_a_list_mark_at_the_head_of_a_wrapped_line_may_be_none() -> None:
    """第⏎一、二、三产业 in an indented text is one sentence; a list mark behind a full stop is one."""
    line = (
        "　　要统筹协调推进产业集群建设，促进第\n一、二、三产业融合发展，壮大县域经济实\n力，带动农民增收。\n"
    )
    text = line * 4 + "　　一、总体要求\n" + line
    assert (
        paragraphs(text)[0]
        == "要统筹协调推进产业集群建设，促进第一、二、三产业融合发展，壮大县域经济实力，带动农民增收。"
    )
    assert paragraphs(text)[4] == "一、总体要求"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "在石油机械产业集群建设中，重点扶持沙隆达、四\n机、四机赛瓦等企业做大做强。",
            ["在石油机械产业集群建设中，重点扶持沙隆达、四机、四机赛瓦等企业做大做强。"],
        ),
        (
            "围绕龙头企业，今年全市工业产值要达到１\n２亿元，增长一成。",
            ["围绕龙头企业，今年全市工业产值要达到12亿元，增长一成。"],
        ),
        ("工业园区完成投资，产值１２\n亿元，增长一成。", ["工业园区完成投资，产值12亿元，增长一成。"]),
        (
            "今年一季度，工业增加值增长８．\n５％，利润增长一成。",
            ["今年一季度，工业增加值增长8.5%，利润增长一成。"],
        ),
        ("积极推进产业集群建设和\n园区建设。", ["积极推进产业集群建设和园区建设。"]),
        (
            "延伸产业链条，引进PVC材料和chemical\nfibre企业，形成规模。",
            ["延伸产业链条，引进PVC材料和chemical fibre企业，形成规模。"],
        ),
        ("完善配套体系\n，提高竞争力。", ["完善配套体系，提高竞争力。"]),
    ],
)
def test_a_line_broken_in_mid_sentence_goes_on(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected
    assert paragraphs(text.replace("\n", "\r\n")) == expected
    assert paragraphs(text.replace("\n", "\r")) == expected
    assert paragraphs(text.replace("\n", "\f")) == expected
    assert len(read(text.replace("\n", "\r\n")).soft_breaks) == 1


@pytest.mark.parametrize(
    "text",
    [
        "一、抓规划引导，明确产业集群发展方向\n近年来，我区编制了规划。",
        "（一）加强组织领导，建立健全推进产业集群发展的工作机制\n各地要成立领导小组。",
        "在全市产业集群发展大会上的讲话，结束时的强调\n各县区人民政府：\n现将讲话印发。",
        "关于加快产业集群发展，推动工业转型升级的若干意见\n某政发〔2009〕20号\n现印发给你们。",
        "会议认为，产业集群是工业发展的重要载体，要抓实抓好\n　　会议指出，园区是平台。",
        "会议认为，产业集群是工业发展的重要载体，要抓实抓好\n\n会议指出，园区是平台。",
        "会议认为，产业集群是工业发展的重要载体，要抓实抓好\n二、工作要求",
        "会议认为，产业集群是工业发展的重要载体，要抓实抓好\n●会议指出，园区是平台。",
        "会议认为，产业集群是工业发展的重要载体，要抓实抓好\n二○○九年三月十九日",
        "序号2010\n2011\n2012",
        "产业园区\n产业集群\n产业基地",
    ],
)
def test_a_line_end_that_means_something_stays(text: str) -> None:
    assert len(paragraphs(text)) == len([line for line in text.split("\n") if line])


@pytest.mark.parametrize(
    "row",
    [
        "指标\t2010年\t2015年",
        "| 产值 | 120亿元 | 15% |",
        "产值　　120亿元　　15%",
        "某园\t纺织，服装\t建设标准厂房，引进企业",
    ],
)
def test_table_rows_stay_lines(row: str) -> None:
    text = f"到2015年主要指标如下，各县区要认真抓好落实并加强督查\n{row}\n{row}\n以上指标由统计局负责。"
    found = paragraphs(text)
    assert len(found) == 4
    assert found[1] == found[2] != ""
    assert " " in found[1], "cells stay apart"


def test_table_rows_of_a_wrapped_text_stay_lines() -> None:
    row = "某某省级经济技术开发区管委会\t1200\t15"
    text = wrapped("\n".join([PARAGRAPH] * 4), 22) + f"\n{row}\n{row}\n" + wrapped(PARAGRAPH, 22)
    assert paragraphs(text) == [*[PARAGRAPH] * 4, *[fold(row)] * 2, PARAGRAPH]


@pytest.mark.parametrize(
    "text", ["1.\t推进园区建设", "（一）\t推进园区建设", "加快　推进园区建设", "加  快  发  展"]
)
def test_a_blank_makes_no_table(text: str) -> None:
    assert not is_table_row(text, fold(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚持 高标准，按 照 规划推进。", "坚持高标准，按照规划推进。"),
        ("产值１５ ０亿元，增长１５ ． ２％。", "产值150亿元，增长15.2%。"),
        ("产值\u00a0120\u2003亿元，\u3000增长\u200b一成\ufeff。", "产值120亿元，增长一成。"),
        ("引进 BYD Auto 公司，生产 PX 产品。", "引进BYD Auto公司，生产PX产品。"),
        ("加快工业园区建设 推进产业集群发展", "加快工业园区建设 推进产业集群发展"),
        ("关 于 加 快 集 群 发 展", "关于加快集群发展"),
        ("二 ○ ○ 九 年 三 月", "二○○九年三月"),
        ("1 2 3 4 5", "1 2 3 4 5"),
    ],
)
def test_layout_blanks_inside_a_line(text: str, expected: str) -> None:
    assert paragraphs(text) == [expected]


def test_letter_spacing() -> None:
    assert is_letter_spaced("关 于 加 快")
    assert not is_letter_spaced("序号 1 2 3")
    assert not is_letter_spaced("1 2 3 4")


def test_one_line_whose_blanks_stand_for_line_ends() -> None:
    body = [PARAGRAPH, "一、总体要求", PARAGRAPH, "二、主要任务", PARAGRAPH + PARAGRAPH]
    lines = ["推进块状经济转型升级的意见", *body]
    assert paragraphs("　".join(lines)) == lines
    assert paragraphs(" ".join(lines)) == lines
    assert not read(" ".join(lines)).soft_breaks


def test_one_stray_blank_in_a_long_paragraph_is_no_line_end() -> None:
    text = PARAGRAPH * 4
    broken = text[:150] + " " + text[150:]
    assert paragraphs(broken) == [text]
    assert read(broken).blanks == 1
    assert read(broken).soft_breaks == []


def test_blanks_all_over_a_long_paragraph_mean_nothing() -> None:
    text = PARAGRAPH * 4
    broken = " ".join(text[start : start + 13] for start in range(0, len(text), 13))
    assert paragraphs(broken) == [text]


def test_a_blank_line_between_all_lines_means_nothing() -> None:
    text = wrapped("\n".join([PARAGRAPH] * 4), 30).replace("\n", "\n\n")
    assert paragraphs(text) == [PARAGRAPH] * 4


def test_markdown_is_layout() -> None:
    text = (
        "# 某市产业集群发展意见\n\n## 一、**总体要求**\n\n坚持规划引领，**突出特色**。\n"
        "- 建设园区，完善功能，形成产业发展的平台\n- 培育龙头，做大规模\n> 以上由经信局负责。\n"
    )
    assert paragraphs(text) == [
        "某市产业集群发展意见",
        "一、总体要求",
        "坚持规划引领，突出特色。",
        "建设园区，完善功能，形成产业发展的平台",
        "培育龙头，做大规模",
        "以上由经信局负责。",
    ]
    assert read(text).view.bounds(0, 2) == (2, 4)


def test_a_paragraph_may_be_wrapped_under_its_item_sign() -> None:
    assert paragraphs("- 建设园区，完善功能，完善配套，形成产业发\n展的平台。") == [
        "建设园区，完善功能，完善配套，形成产业发展的平台。"
    ]


@pytest.mark.parametrize("number", ["— 3 —", "- 12 -", "第3页", "第 3 页 共 10 页", "3/10"])
def test_a_page_number_joins_nothing(number: str) -> None:
    text = f"近年来，全市产业集群快速发展，园区建设步伐加\n{number}\n快，龙头企业不断壮大。"
    assert paragraphs(text)[1] == fold(number)


@pytest.mark.parametrize("width", [24, 36])
def test_wrap_width_of_lines(width: int) -> None:
    layout = read_layout(split_lines(wrapped("\n".join([PARAGRAPH] * 6), width)))
    assert abs(layout.wrap - width) <= 2
    assert layout.indents
    assert read_layout(split_lines("\n".join([PARAGRAPH] * 12))).wrap == 0
    assert read_layout(split_lines("产业\n集群\n" * 12)).wrap == 0


def test_a_wrap_by_characters_is_told_from_one_by_width() -> None:
    paragraph = PARAGRAPH.replace("三百二十", "320").replace("一百二十", "1234567890.12")
    printed = wrapped("\n".join([paragraph] * 6), 30)
    assert read(printed).view.text == "\n".join([paragraph] * 6)


def test_a_markdown_table_needs_no_bars_at_its_ends() -> None:
    """For lines with bars around --- | ---; leaves lines with bars alone where no such row stands."""
    text = (
        "首页 | 新闻\n\n指标 | 2025年\n--- | ---:\n产值（亿元） | 50\n企业（家） | 8\n\n来源 | 统计局\n----\n"
    )
    rows = [line.text for line in split_lines(text) if line.tabular]
    assert rows == ["指标 | 2025年", "--- | ---：", "产值（亿元） | 50", "企业（家） | 8"]
