"""Files of every format made from lines of text, as offices and portals make them.

A line with tabs is a row of a table; rows that follow one another are one table.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any

import docx
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

# One of the fonts that every PDF reader has for Chinese: nothing needs to be installed.
_FONT = "STSong-Light"

_ABOVE = """<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}_青石市人民政府</title><style>.zoom {{ font-size: 16px }}</style>
<script>var visits = "2024年访问量12.5亿人次<p>增长30%</p>";</script></head><body>
<div class="top"><a href="/login">登录</a> | <a href="/register">注册</a> <span>无障碍浏览</span></div>
<ul class="menu"><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li></ul>
<div>您当前的位置：<a href="/">首页</a> &gt; <a href="/gk">政务公开</a> &gt; 政策文件</div>
<div class="frame"><div class="left"><ul><li><a href="/1">2023年政府工作报告</a></li>
<li><a href="/2">12345热线</a></li></ul></div><div class="right">
<p class="tools">浏览次数：1024次 【字体：大 中 小】 <a href="javascript:print()">打印</a></p>
<div class="zoom">
"""
_BELOW = """</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<p>上一篇：<a href="/3">关于2019年财政收入增长8%的通报</a></p>
<div style="display:none">500亿元</div><noscript>请启用脚本（第3版）</noscript>
</div></div>
<div class="bottom"><p>主办单位：青石市人民政府办公室　承办单位：青石市政务服务中心</p>
<p>粤ICP备05012345号-1　粤公网安备44070302000123号　网站标识码：4407000001</p></div></body></html>
"""


def page(lines: Sequence[str], charset: str = "gb2312") -> bytes:
    """A page saved from a government portal, with navigation, widgets and footer around the text."""
    title = next(line for line in lines if line.strip())
    body = []
    for is_row, group in _groups(lines):
        if is_row:
            rows = "".join(
                "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line.split("\t")) + "</tr>\n"
                for line in group
            )
            body.append(f"<table border='1'>{rows}</table>\n")
        else:
            body += [f"<p>{escape(line) or '&nbsp;'}</p>\n" for line in group]
    whole = _ABOVE.format(charset=charset, title=escape(title)) + "".join(body) + _BELOW
    return whole.encode("gb18030" if charset == "gb2312" else charset)


def word(lines: Sequence[str]) -> bytes:
    """A file of a word processor."""
    document = docx.Document()
    for is_row, group in _groups(lines):
        if not is_row:
            for line in group:
                document.add_paragraph(line)
            continue
        cells = [line.split("\t") for line in group]
        table = document.add_table(len(cells), max(map(len, cells)))
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def print_out(lines: Sequence[str], head: str = "青石市人民政府公报　2023年第6期") -> bytes:
    """A PDF file as an office prints it: justified, first lines indented, a running head, — 3 — below."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    prose = ParagraphStyle(
        "prose",
        fontName=_FONT,
        fontSize=14,
        leading=24,
        wordWrap="CJK",
        firstLineIndent=28,
        alignment=4,
    )

    def decorate(canvas: Any, layout: Any) -> None:
        canvas.setFont(_FONT, 9)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 40, head)
        canvas.drawCentredString(A4[0] / 2, 30, f"— {layout.page} —")

    story: list[Any] = []
    for is_row, group in _groups(lines):
        if is_row:
            cells = [line.split("\t") for line in group]
            columns = max(map(len, cells))
            style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), _FONT, 8)]
            story.append(
                Table([row + [""] * (columns - len(row)) for row in cells], style=style, repeatRows=1)
            )
        else:
            story += [
                Paragraph(escape(line.strip()), prose) if line.strip() else Spacer(1, 24) for line in group
            ]
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build(story, onFirstPage=decorate, onLaterPages=decorate)
    return stream.getvalue()


MAKERS: dict[str, Callable[[Sequence[str]], bytes]] = {".html": page, ".docx": word, ".pdf": print_out}


def _groups(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    for is_row, group in groupby(lines, key=lambda line: "\t" in line):
        yield is_row, list(group)


def scanned(*pages: str) -> bytes:
    """A PDF file of one line a page; a page for which that is empty is a picture with a page number."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    picture = ImageReader(Image.new("L", (60, 80), 200))
    for number, line in enumerate(pages, 1):
        canvas.setFont(_FONT, 12)
        if not line:
            canvas.drawImage(picture, 0, 0, *A4)
        canvas.drawString(60, 700 if line else 30, line or f"- {number} -")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
