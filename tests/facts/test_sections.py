"""The sections table: offsets in the source, headings as printed, ids and parents."""

from pathlib import Path

from jiqun.facts.frame import Frame, open_frame
from jiqun.facts.sections import read_sections
from jiqun.reading import Source, find_documents
from texts import read

TEXT = (
    "某县产业发展意见\r\n一、总体 要求，加快发展。\r\n（一）目标：产值１ ２亿元。\r\n"
    "一是抓规划。二是抓园区。\r\n继续努力。\r\n二、保障\r\n加强领导。\r\n某县人民政府\r\n2009年3月19日\r\n"
)


def frame_of(text: str) -> Frame:
    return open_frame(find_documents(Source("text.txt", "0" * 64, text, "utf-8"))[0], "doc")


def test_rows_of_an_outline() -> None:
    rows = read_sections(frame_of(TEXT), "某县产业发展意见")
    assert [(row.level, row.ordinal_text, row.heading) for row in rows] == [
        (0, None, "某县产业发展意见"),
        (1, "一、", "总体要求，加快发展"),
        (2, "（一）", "目标"),
        (3, "一是", "抓规划"),
        (3, "二是", "抓园区"),
        (1, "二、", "保障"),
    ]
    assert [row.parent_id for row in rows] == [
        None,
        *(rows[index].section_id for index in (0, 1, 2, 2)),
        rows[0].section_id,
    ]


def test_offsets_count_line_ends_and_blanks() -> None:
    rows = read_sections(frame_of(TEXT), "标题")
    printed = [TEXT[row.start : row.end] for row in rows]
    assert printed[0] == TEXT
    assert printed[1].startswith("一、总体 要求") and printed[1].endswith("继续努力。\r\n")
    assert printed[2].startswith("（一）目标") and printed[2].endswith("继续努力。\r\n")
    assert printed[3] == "一是抓规划。"
    assert printed[4] == "二是抓园区。"
    assert printed[5] == "二、保障\r\n加强领导。\r\n"
    assert rows[1].section_id == f"doc-s{TEXT.index('一、')}"


def test_a_document_without_parts_is_one_section() -> None:
    rows = read_sections(frame_of("\n产业集群是工业的载体。\n"), "标题")
    assert [(row.start, row.end, row.heading, row.level) for row in rows] == [(0, 13, "标题", 0)]


def test_a_section_at_the_very_start_has_an_id_of_its_own() -> None:
    rows = read_sections(frame_of("一、现状\n较好。\n"), "标题")
    assert [row.section_id for row in rows] == ["doc-s0", "doc-s0-2"]


def test_a_list_mark_without_words_is_its_own_heading() -> None:
    rows = read_sections(frame_of("意见\n一、\n抓好落实。\n"), "标题")
    assert [row.heading for row in rows] == ["标题", "一、"]


def test_the_innermost_section_of_a_place() -> None:
    frame = frame_of(TEXT)
    at = frame.text.index
    assert frame.innermost(0) == 0
    assert frame.innermost(at("抓规划")) == 3
    assert frame.innermost(at("继续")) == 2
    assert frame.innermost(at("加强")) == 5
    assert frame.innermost(at("某县人民")) == 0
    assert frame.section_id(at("抓园区")) == f"doc-s{TEXT.index('二是')}"
    assert frame.section_path(3) == [3, 2, 1, 0]


def test_sentences_know_their_section() -> None:
    frame = frame_of(TEXT)
    found = {frame.text[sentence.start : sentence.end]: sentence.section for sentence in frame.sentences}
    assert found["一是抓规划。"] == 3
    assert found["继续努力。"] == 2
    assert found["某县人民政府"] == 0


def test_quotes_keep_what_the_view_leaves_out() -> None:
    frame = frame_of(TEXT)
    start = frame.text.index("12亿元")
    assert frame.quote(start, start + 4) == "１ ２亿元"[:5]
    assert frame.printed(start, start + 3) == "１２亿"
    assert frame.bounds(start, start + 2) == (TEXT.index("１"), TEXT.index("２") + 1)


def test_a_row_lies_inside_its_section_whatever_the_layout_puts_into_a_name() -> None:
    path = Path(__file__).parents[1] / "gold" / "henan-speech-2009" / "source.txt"
    tables = read(path.read_text("utf-8").replace("。", "（第1稿）。"))
    sections = {row.section_id: row for row in tables["sections"]}
    for name in ("clusters", "organizations", "projects", "measures", "targets", "indicators"):
        for row in tables[name]:
            section = sections[row.section_id]
            assert section.start <= row.start < row.end <= section.end, (name, row.quote)
