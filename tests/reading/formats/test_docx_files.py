"""DOCX: numbers that Word counts, tracked changes, notes, tables, fields."""

from __future__ import annotations

import io
import zipfile

import pytest

from jiqun.reading.formats import extract, extract_with_gaps
from jiqun.reading.formats.docx_numbering import write_number

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(body: str, parts: dict[str, str] | None = None, namespace: str = _W) -> bytes:
    """A DOCX file of a body in WordprocessingML, and further parts by kind: numbering, styles, footnotes."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_RELATION}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
        file.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        file.writestr("word/document.xml", f"<w:document {namespace}><w:body>{body}</w:body></w:document>")
        for kind, content in parts.items():
            file.writestr(f"word/{kind}.xml", f"<w:{kind} {namespace}>{content}</w:{kind}>")
    return stream.getvalue()


def read(body: str, parts: dict[str, str] | None = None, namespace: str = _W) -> str:
    return extract(package(body, parts, namespace), ".docx")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def level(at: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(text: str, at: int = 0, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%1.%2.%3.", "<w:isLgl/>")
    + level(3, "lowerLetter", "%1-%4")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def test_automatic_numbers_are_printed_as_word_counts_them() -> None:
    body = (
        numbered("总体要求")
        + numbered("指导思想", 1)
        + numbered("基本原则", 1)
        + paragraph("坚持集聚发展。")
        + numbered("主要目标")
        + numbered("产值", 1)
        + numbered("2015年达到100亿元", 2)
        + numbered("细项", 3)
        + numbered("另起", number=2)
    )
    assert read(body, {"numbering": NUMBERING}).splitlines() == [
        "一、总体要求",
        "（一）指导思想",
        "（二）基本原则",
        "坚持集聚发展。",
        "二、主要目标",
        "（一）产值",
        "2.1.1. 2015年达到100亿元",
        "二-a细项",
        "五、另起",
    ]


def test_a_style_can_number_its_paragraphs() -> None:
    styles = (
        '<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="own"><w:basedOn w:val="base"/></w:style>'
    )
    body = paragraph("一级", '<w:pStyle w:val="own"/>') + paragraph("二级", '<w:pStyle w:val="base"/>')
    assert read(body, {"numbering": NUMBERING, "styles": styles}) == "一、一级\n二、二级\n"


@pytest.mark.parametrize(
    ("number", "kind", "written"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (21, "chineseCounting", "二十一"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (2, "chineseLegalSimplified", "贰"),
        (12, "ideographTraditional", "乙"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalFullWidth", "７"),
        (7, "no-such-format", "7"),
        (99999, "chineseCounting", "99999"),
    ],
)
def test_formats_of_numbers(number: int, kind: str, written: str) -> None:
    assert write_number(number, kind) == written


def test_tracked_changes_are_taken_as_made() -> None:
    body = (
        f"<w:p>{run('产值达到')}<w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:ins>{run('100')}</w:ins>"
        f"{run('亿元。')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('前半')}</w:p><w:p>{run('后半')}</w:p>"
        f"<w:p><w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo></w:p>"
    )
    assert read(body) == "产值达到100亿元。\n前半后半\n移来\n"


def test_a_note_follows_the_paragraph_that_cites_it_once() -> None:
    notes = (
        '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("口径为规模以上。")}</w:footnote>'
    )
    cited = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        f"<w:p>{run('产值100亿元')}{cited}{run('。')}</w:p>{paragraph('其次。')}<w:p>{cited}{run('末')}</w:p>"
    )
    assert read(body, {"footnotes": notes}) == "产值100亿元。\n\n口径为规模以上。\n\n其次。\n末\n"


def test_a_note_of_a_cell_comes_behind_the_table() -> None:
    """It is no part of the value that it explains."""
    notes = f'<w:footnote w:id="2">{paragraph("为2020年口径。")}</w:footnote>'
    cited = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('300')}{cited}</w:p></w:tc></w:tr></w:tbl><w:p/>"
    cells = f"<w:tc>{paragraph('产值')}</w:tc><w:tc>{inner}</w:tc><w:tc>{paragraph('500')}</w:tc>"
    body = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{paragraph('末')}"
    assert read(body, {"footnotes": notes}) == "产值\t300\t500\n\n为2020年口径。\n\n末\n"


def test_a_part_in_another_format_is_named() -> None:
    """Programs that turn pages into DOCX put the page in as it is, for Word to read."""
    text, gaps = extract_with_gaps(package(paragraph("前言") + "<w:altChunk/>"), ".docx")
    assert text == "前言\n"
    assert [gap.what for gap in gaps] == ["a part that is kept in another format"]


def test_fields_breaks_symbols_and_hidden_runs() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 9</w:instrText></w:r>'
        f"{run('甲')}<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/></w:r>"
        '<w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>8亿元</w:t></w:r><w:hyperlink>{run('丁')}</w:hyperlink></w:p>"
    )
    assert read(body) == "甲\t乙\n丙-\uf06c丁\n"


def test_a_table_of_contents_is_no_text() -> None:
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{paragraph('一、目标 1')}</w:sdtContent></w:sdt>"
    )
    styles = '<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    body = contents + paragraph("二、任务 3", '<w:pStyle w:val="11"/>') + paragraph("一、目标")
    assert read(body, {"styles": styles}) == "一、目标\n"


def test_rows_of_tables_with_merged_cells_and_content_controls() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    first, wide = "<w:vMerge w:val='restart'/>", "<w:gridSpan w:val='2'/>"
    rows = (
        f"<w:tr>{cell('指标', first)}{cell('产值', wide)}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('2020年')}"
        f"<w:sdt><w:sdtContent>{cell('2025年')}</w:sdtContent></w:sdt>"
        f"</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cell('删')}{cell('1')}</w:tr>"
        f"<w:tr>{cell('企业')}{cell('1')}<w:tc>{paragraph('2')}{paragraph('家')}</w:tc></w:tr>"
    )
    assert read(f"<w:tbl>{rows}</w:tbl>") == "指标\t产值\n\t2020年\t2025年\n企业\t1\t2家\n"


def test_the_strict_form_reads_the_same() -> None:
    body = numbered("目标") + paragraph("100亿元")
    assert read(body, {"numbering": NUMBERING}, _STRICT) == "一、目标\n100亿元\n"


def test_a_drawing_gives_its_text_box_once() -> None:
    box = f"<w:txbxContent>{paragraph('附注')}</w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert read(f"<w:p>{run('正文')}{drawing}</w:p>") == "正文\n附注\n"
