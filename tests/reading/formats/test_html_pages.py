"""Saved pages: what is text, what only surrounds it, in which encoding, and what a table is."""

from __future__ import annotations

import pytest

from jiqun.reading import ReadingError
from jiqun.reading.formats import extract


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
