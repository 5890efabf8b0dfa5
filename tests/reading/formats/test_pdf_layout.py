"""Lines, paragraphs, running heads and ruled tables from characters and strokes with their places."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from jiqun.reading import ReadingError
from jiqun.reading.formats import extract, extract_with_gaps, pdf_layout
from jiqun.reading.formats.blocks import Blank, Block, Paragraph, Row
from jiqun.reading.formats.pdf_page import Glyph, Page, Stroke
from made_files import scanned

SIZE = 10.0
WIDTH, HEIGHT = 300.0, 400.0
LEFT = 50.0
# Twenty characters fill a line.
RIGHT = LEFT + 20 * SIZE


def write(text: str, left: float, height: float, size: float = SIZE) -> list[Glyph]:
    """Characters side by side, a blank as wide as any."""
    glyphs, spaced = [], False
    for at, character in enumerate(text):
        place = left + at * size
        if character != " ":
            glyphs.append(Glyph(character, place, place + size, height, height + size, spaced))
        spaced = character == " "
    return glyphs


def page(lines: Sequence[str], pitch: float = 15.0, top: float = 340.0) -> Page:
    """A page of lines from the top; each leading blank indents by one character."""
    glyphs: list[Glyph] = []
    for number, line in enumerate(lines):
        bare = line.lstrip(" ")
        glyphs += write(bare, LEFT + (len(line) - len(bare)) * SIZE, top - number * pitch)
    return Page(WIDTH, HEIGHT, glyphs)


def lay_out(pages: Sequence[Page]) -> list[Block]:
    return pdf_layout.lay_out([pdf_layout.read_sheet(page) for page in pages])


def texts(blocks: Sequence[Block]) -> list[str]:
    return ["" if isinstance(block, Blank) else block.text for block in blocks if not isinstance(block, Row)]


PROSE = ["  到二〇一五年，全市产业集群产值达到一百", "亿元，增长一成五，吸纳就业三万人。"]
JOINED = "到二〇一五年，全市产业集群产值达到一百亿元，增长一成五，吸纳就业三万人。"


def test_lines_that_layout_broke_are_one_paragraph() -> None:
    assert texts(lay_out([page(["  一、主要目标", *PROSE, *PROSE, "  二、保障措施"])])) == [
        "一、主要目标",
        JOINED,
        JOINED,
        "二、保障措施",
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    blocks = lay_out([page([*PROSE, PROSE[0]]), page([PROSE[1], *PROSE])])
    assert texts(blocks) == [JOINED] * 3


def test_latin_words_keep_a_blank_and_numbers_none() -> None:
    blocks = lay_out(
        [page(["  全市产业集群产值达到一百二十亿元，共12", "34家，比照industrial clu", "ster。"])]
    )
    assert texts(blocks)[0].startswith("全市产业集群产值达到一百二十亿元，共1234家")


def test_a_signature_at_the_right_is_no_part_of_the_text_before_it() -> None:
    signed = ["             青石市人民政府", "           二〇一〇年三月五日"]
    assert texts(lay_out([page([*PROSE, *signed])])) == [JOINED, *[line.strip() for line in signed]]


def test_a_wide_way_down_is_a_blank_line() -> None:
    above, below = page(PROSE), page(PROSE, top=270.0)
    above.glyphs += below.glyphs
    assert texts(lay_out([above])) == [JOINED, "", JOINED]


def test_running_heads_and_page_numbers_go() -> None:
    pages = []
    for number in range(1, 5):
        one = page([*PROSE, "  第三条", "  3"])
        one.glyphs += write("公报二〇二三年第6期", 80.0, 385.0) + write(f"—{number}—", 130.0, 10.0)
        pages.append(one)
    assert texts(lay_out(pages)) == [JOINED, "第三条", "3"] * 4
    bare = [page(PROSE) for _ in range(3)]
    for number, one in enumerate(bare, 7):
        one.glyphs += write(str(number), 140.0, 12.0)
    assert texts(lay_out(bare)) == [JOINED] * 3


def headed(heads: Sequence[str], size: float, height: float = 385.0) -> list[str]:
    """The text of pages of prose below these heads."""
    pages = [page(PROSE) for _ in heads]
    for one, head in zip(pages, heads, strict=True):
        one.glyphs += write(head, 80.0, height, size)
    return texts(lay_out(pages))


def test_a_head_that_one_page_has_in_the_place_of_the_others() -> None:
    """The second of three pages is the only even one."""
    assert headed(["市政府公报", "市政府文件", "市政府公报"], 6.0) == [JOINED] * 3


def test_text_in_the_place_of_a_head_stays() -> None:
    assert "市政府文件" in headed(["市政府公报", "市政府文件", "市政府公报"], SIZE)
    assert "县里的文件" in headed(["市政府公报", "县里的文件", "省政府公报"], 6.0)
    close = headed(["市政府公报", "市政府文件", "市政府公报"], 6.0, height=357.0)
    assert "市政府文件" in close


def test_a_line_at_the_edge_that_comes_once_stays() -> None:
    one = page(PROSE)
    one.glyphs += write("本文有删节", 80.0, 12.0)
    assert texts(lay_out([one, page(PROSE)]))[-2:] == ["本文有删节", JOINED]


def test_lines_are_read_from_the_top_whatever_their_order_in_the_file() -> None:
    one = page(["  一、目标", *PROSE])
    one.glyphs = one.glyphs[10:] + one.glyphs[:10]
    assert texts(lay_out([one])) == ["一、目标", JOINED]


def grid(left: float, right: float, heights: Sequence[float], columns: Sequence[float]) -> Page:
    level = [Stroke(height, left, right) for height in heights]
    upright = [Stroke(column, heights[-1], heights[0]) for column in columns]
    return Page(WIDTH, HEIGHT, [], level, upright)


def test_a_ruled_table_gives_rows_with_the_lines_of_a_cell_joined() -> None:
    one = grid(50, 250, [300, 260, 240], [50, 120, 180, 250])
    one.glyphs = [
        *write("见下表：", 50, 320),
        *write("指标", 55, 285),
        *write("名称", 55, 270),
        *write("产值", 125, 280),
        *write("120", 185, 280),
        *write("税收", 55, 245),
        *write("8.5", 185, 245),
        *write("以上为主要指标。", 50, 220),
    ]
    assert lay_out([one]) == [
        Paragraph("见下表："),
        Row(("指标名称", "产值", "120")),
        Row(("税收", "", "8.5")),
        Paragraph("以上为主要指标。"),
    ]


def test_cells_without_a_stroke_between_them_are_one() -> None:
    one = grid(50, 250, [300, 280, 260], [50, 250])
    one.upright += [Stroke(120, 260, 280), Stroke(180, 260, 300)]
    one.glyphs = (
        write("产值合计", 60, 285) + write("1", 190, 285) + write("2", 60, 265) + write("3", 130, 265)
    )
    assert lay_out([one]) == [Row(("产值合计", "", "1")), Row(("2", "3", ""))]


def test_a_table_that_goes_on_over_the_page_has_one_head() -> None:
    pages = []
    for value in "12":
        one = grid(50, 250, [340, 320, 300], [50, 150, 250])
        one.glyphs = (
            write("指标", 60, 325) + write("产值", 160, 325) + write("税收", 60, 305) + write(value, 160, 305)
        )
        pages.append(one)
    assert lay_out(pages) == [Row(("指标", "产值")), Row(("税收", "1")), Row(("税收", "2"))]


def test_a_frame_around_text_is_no_table() -> None:
    one = grid(40, 260, [350, 300], [40, 260])
    one.glyphs = page(PROSE).glyphs
    assert texts(lay_out([one])) == [JOINED]


# --- Whole files -------------------------------------------------------------------------------------------


def draw(encrypt: str | None = None, columns: bool = False) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=encrypt)
    canvas.setFont("STSong-Light", 12)
    if columns:
        for column in range(2):
            for number in range(12):
                canvas.drawString(
                    60 + column * 260, 700 - number * 20, f"{'左右'[column]}栏第{number}行的文字在此"
                )
    else:
        canvas.drawString(60, 700, "全市产值达到100亿元。")
        canvas.saveState()
        canvas.rotate(45)
        canvas.setFont("STSong-Light", 60)
        canvas.drawString(300, 100, "内部资料888")
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_watermark_across_the_page_is_no_text() -> None:
    assert extract(draw(), ".pdf") == "全市产值达到100亿元。\n"


def test_two_columns_are_read_one_after_the_other() -> None:
    text = "".join(extract(draw(columns=True), ".pdf").split())
    assert text.index("左栏第11行") < text.index("右栏第0行")


def test_a_file_with_a_password_is_refused() -> None:
    with pytest.raises(ReadingError, match="encrypted"):
        extract(draw(encrypt="secret"), ".pdf")


def test_pages_that_are_pictures_are_named() -> None:
    line = "全市规模以上工业企业产值达到100亿元，同比增长12%，占全市工业总产值的比重为35%，园区为20%。"
    text, gaps = extract_with_gaps(scanned(line, "", line, line, "", "", line), ".pdf")
    assert [gap.what for gap in gaps] == ["pages 2, 5-6 of 7: pictures without text"]
    assert text.count("100亿元") == 4
    assert extract_with_gaps(scanned(line, " ", line), ".pdf")[1] == ()


def test_a_table_in_a_column_is_read_in_its_column() -> None:
    """Though the file has the page number first, and though the text beside it is set lower."""
    glyphs = write("—1—", WIDTH / 2 - 10, 10)
    for number in range(10):
        glyphs += write(f"左栏第{number}行文字。", 20, 340 - number * 15)
    for number in range(7):
        glyphs += write(f"右栏第{number}行文字。", 165, 340 - number * 15)
    rows, columns = [240.0, 220.0, 200.0], [165.0, 215.0, 275.0]
    for height, cells in zip((225, 205), (("指标", "产值"), ("目标", "50亿")), strict=True):
        for left, text in zip(columns, cells, strict=False):
            glyphs += write(text, left + 5, height)
    level = [Stroke(row, columns[0], columns[-1]) for row in rows]
    upright = [Stroke(column, rows[-1], rows[0]) for column in columns]
    blocks = lay_out([Page(WIDTH, HEIGHT, glyphs, level, upright)])
    read = [" ".join(block.cells) if isinstance(block, Row) else "" for block in blocks]
    assert read[-2:] == ["指标 产值", "目标 50亿"]
    assert len([text for text in read if text]) == 2
