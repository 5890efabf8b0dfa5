"""Saved pages: what is text, what only surrounds it, in which encoding, and what a table is."""

from __future__ import annotations

import pytest

from jiqun.reading import ReadingError
from jiqun.reading.formats import extract, extract_with_gaps


def read(body: str, head: str = "") -> str:
    return extract(f"<html><head>{head}</head><body>{body}</body></html>".encode(), ".html")


PROSE = "<p>到2015年，全市产业集群产值达到100亿元。</p><p>县区要抓好落实，形成合力。</p>"
TEXT = "到2015年，全市产业集群产值达到100亿元。\n县区要抓好落实，形成合力。\n"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-8", "utf-8"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("", "gb18030"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("big5", "big5"),
        ("no-such", "gb18030"),
    ],
)
def test_encodings_declared_rightly_wrongly_or_not_at_all(declared: str, encoding: str) -> None:
    """㐂 and 䶮 are in GB18030 and no part of GB2312, whatever the page declares."""
    rare = "㐂䶮" if encoding != "big5" else ""
    text = f"第一章　总则{rare}。各县（区）人民政府要把本年度的工作安排好，完成全年目标任务。"
    if encoding == "big5":
        text = "第一章　總則。各縣人民政府要把本年度的工作安排好，完成全年目標任務。"
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert extract(page.encode(encoding), ".htm") == text + "\n"


@pytest.mark.parametrize(
    "declared",
    [
        *("iso-8859-1", "windows-1252", "iso-8859-15", "euc-jp", "euc-kr", "shift_jis", "koi8-r", "big5"),
        *("unicode_escape", "raw_unicode_escape", "undefined", "utf-7", "idna", "rot13"),
    ],
)
def test_a_page_in_gb2312_whatever_it_declares(declared: str) -> None:
    """None of these codecs finds a fault in the bytes, or they are no codecs of pages at all."""
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">{PROSE}'
    assert extract(page.encode("gb2312"), ".html") == TEXT


@pytest.mark.parametrize(
    ("declared", "text"),
    [("iso-8859-1", "Développement économique à l’œuvre"), ("big5", "產業聚落發展計畫與園區建設推動要點")],
)
def test_a_page_that_is_what_it_declares(declared: str, text: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert extract(page.encode("cp1252" if declared == "iso-8859-1" else declared), ".html") == text + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_characters_that_are_broken_in_the_file(encoding: str) -> None:
    """A description cut off in the middle of a character is no text; what is text is read as browsers do,
    and said to be broken."""
    cut = (
        f'<meta charset="{encoding}"><meta name="description" content="'.encode() + "产".encode(encoding)[:-1]
    )
    head = b"<html><head>" + cut + b'"></head><body>'
    page = head + PROSE.encode(encoding)
    assert extract_with_gaps(page, ".html") == (TEXT, ())
    text, gaps = extract_with_gaps(page + b"<p>\xff</p>", ".html")
    assert text == TEXT + "\ufffd\n"
    assert [gap.what for gap in gaps] == ["a character that is broken in the file"]
    with pytest.raises(ReadingError, match="is in no encoding"):
        extract(page + b"<p>\xff</p>" * 9, ".html")


def test_deleted_text_and_declarations_are_no_text() -> None:
    declarations = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    body = f"<p><del>旧目标80亿元。</del>新目标<ins>100</ins>亿元&a;。</p>{PROSE}"
    page = f"{declarations}<html><head><title>题</title></head><body>{body}</body></html>"
    assert extract(page.encode(), ".html") == "新目标100亿元&a;。\n" + TEXT


def test_scripts_styles_forms_and_what_is_hidden_are_no_text() -> None:
    noise = (
        "<script>document.write('<p>增长30%</p>')</script><style>p{}</style><noscript>第3版</noscript>"
        "<div style='display: none'>500亿元</div><p hidden>9项</p><nav>1 2 3</nav><button>4</button>"
        "<template><p>5亿元</p></template><select><option>2023年</option></select><!-- 6 --><aside>7</aside>"
    )
    assert read(noise + PROSE + noise) == TEXT


def test_entities_blanks_and_line_ends() -> None:
    body = "<p>&nbsp;&nbsp;一、总&#8203;体\n要求&mdash;&mdash;A &amp;\n B&lt;5%</p><p>甲<br>乙</p>"
    text = read(body + "<div>丙</div>丁")
    assert text == "\xa0\xa0一、总\u200b体要求——A & B<5%\n甲\n乙\n丙\n丁\n"


@pytest.mark.parametrize(
    "mark",
    [
        "<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a>",
        "<sup><a href='#note1'>1</a></sup>",
        "<sup>[12]</sup>",
        "<a href='#n'><span>①</span></a>",
        "<a href='#n'>〔注 3〕</a>",
    ],
)
def test_marks_of_notes_are_no_numbers_of_the_text(mark: str) -> None:
    """In the text, in a cell, and before the note itself."""
    table = f"<table><tr><td>产值{mark}</td><td>5{mark}</td></tr><tr><td>a</td><td>b</td></tr></table>"
    body = f"<p>产值100亿元{mark}，增长5%。</p>{table}<p>{mark} 以年报为准。</p>"
    assert read(body) == "产值100亿元，增长5%。\n产值\t5\na\tb\n以年报为准。\n"


def test_other_raised_numbers_and_links_stay() -> None:
    body = (
        "<p>占地100m<sup>2</sup>，见<a href='#s2'>2</a>和<a href='#s3'>（三）</a>。"
        "<a href='/12'>[12]</a>号文件，①抓项目，<a href='#p'><b>5</b>亿元<i>、</i><u>3</u><i>项</i></a>。</p>"
    )
    assert read(body) == "占地100m2，见2和（三）。[12]号文件，①抓项目，5亿元、3项。\n"


def test_preformatted_text_keeps_its_lines() -> None:
    assert read("<pre>一、目标\n产值100亿元\n</pre>") == "一、目标\n产值100亿元\n"


def test_numbers_that_a_browser_counts_are_printed() -> None:
    listed = "<ol start='3'><li>抓项目。</li><li>2010年的工作。</li></ol><ul><li>其他。</li></ul>"
    assert read(listed) == "3.抓项目。\n4. 2010年的工作。\n其他。\n"


def test_merged_cells_stand_in_their_first_row_and_column() -> None:
    table = (
        "<table><tr><th rowspan=2>指标</th><th colspan=2>产值</th></tr>"
        "<tr><td>2020年</td><td>2025年</td></tr>"
        "<tr><td>一<br>二</td><td>1</td><td>2</td></tr><tr><td>三</td><td></td><td>4</td></tr></table>"
    )
    assert read(table) == "指标\t产值\n\t2020年\t2025年\n一二\t1\t2\n三\t\t4\n"


def test_a_table_that_lays_out_the_page_is_none() -> None:
    layout = f"<table><tr><td><a href='/'>首页</a></td></tr><tr><td>{PROSE}</td></tr></table>"
    assert read(layout) == TEXT
    nested = f"<table><tr><td>{PROSE}</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>"
    assert "\t" not in read(nested)


def test_the_title_and_the_line_of_date_and_source_before_the_text_are_kept() -> None:
    body = (
        "<div><a href='/'>首页</a></div><div><h1>关于产业集群的意见</h1>"
        "<div>发布时间：2010-03-05　来源：市政府　浏览次数：12　【字体：大 中 小】</div></div>"
        f"<div><p>今日天气</p></div><div>{PROSE * 9}</div><div>联系我们</div>"
    )
    assert read(body) == "关于产业集群的意见\n发布时间：2010-03-05　来源：市政府\n" + TEXT * 9


def old_page(*before: str) -> str:
    """A page laid out by tables, as portals made them about 2003."""
    rows = "".join(f"<tr><td align=center><font size=5>{line}</font></td></tr>" for line in before)
    links = "<td><a href='1'>县情概况</a></td>"
    return f"<table><tr>{links}<td><table>{rows}<tr><td>{PROSE * 5}</td></tr></table></td></tr></table>"


def test_a_title_in_a_cell_of_its_own_is_kept() -> None:
    """For a page whose own title is the portal's; leaves the name of a column and other lines alone."""
    head = "<title>青石县政府网</title>"
    title = "关于发展产业集群的通知（试行）"
    body = old_page("政策文件", "通知公告", title, "2003-5-6　阅读次数：88")
    assert read(body, head) == f"{title}\n2003-5-6\n" + TEXT * 5
    assert read(old_page("通知公告", "今日天气多云转晴"), head) == TEXT * 5
    assert (
        read(old_page("关于另一件事的通知", "<h1>产业集群发展意见</h1>"), head)
        == "产业集群发展意见\n" + TEXT * 5
    )


def test_share_buttons_without_blanks_between_them() -> None:
    """They are a widget; the words in a line that says something stay."""
    share = "<div>分享到：<a href='#'>微信</a><a href='#'>微博</a></div>"
    assert read(PROSE + share) == TEXT
    assert read(PROSE + "<p>下载中小企业目录</p>") == TEXT + "下载中小企业目录\n"


def test_prose_in_several_places_is_kept_whole() -> None:
    """Nothing that reads as prose is lost, however little of the page it is."""
    long = "<p>各级各部门要认真抓好贯彻落实，确保完成各项目标任务。</p>" * 30
    first = "<div><p>一、前言</p><p>为加快产业集群发展，特制定本意见。</p></div>"
    text = read(f"{first}<div>{long}</div>")
    assert text.startswith("一、前言\n为加快产业集群发展，特制定本意见。\n")


def test_words_of_a_widget_inside_prose_stay() -> None:
    prose = "<p>登录平台办理，下载表格后打印，主办单位为市政府。分享到各部门的数据有12项。</p>"
    assert "分享到各部门的数据有12项" in read(prose + PROSE)


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(ReadingError, match="holds no text"):
        extract(b"<html><body><script>1</script></body></html>", ".html")


def test_images_inside_a_page_do_not_count() -> None:
    image = "<img src='data:image/png;base64," + "iVBORw0KGgo" * 500_000 + "'>"
    assert read(image + PROSE) == TEXT
