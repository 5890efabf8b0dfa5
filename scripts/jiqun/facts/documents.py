"""The documents table: what a document says of itself: title, issuer, number, date, kind, place."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field, replace

from jiqun.facts.frame import Frame
from jiqun.language.periods import year_value
from jiqun.language.places import PlaceContext, Places, level_of
from jiqun.patterns import quick
from jiqun.reading import Document as SourceDocument
from jiqun.reading.documents import COMPILER_LINE, DATE_LINE
from jiqun.reading.lines import Line
from jiqun.reading.markers import match_marker, ordinal_value
from jiqun.reading.page import behind_sign, foot_start, is_page_line, is_path, label_of
from jiqun.tables import Document

_CN = "〇○零一二三四五六七八九十"
# No day is the span of months that a title prints: 2022年1-11月….
_DATE = re.compile(
    rf"(?P<year>(?:19|20)\d\d|[一二][九〇○零0O][{_CN}0O]{{2}})\s?(?:年|[-./])\s?(?:(?P<month>\d{{1,2}}"
    rf"|[{_CN}]{{1,2}})(?!(?:-|—|~|至|到)\d{{1,2}}月)\s?(?:月|[-./]|(?=\D|$))\s?(?:(?P<day>\d{{1,2}}|[{_CN}]{{1,3}})\s?日?)?)?"
)
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]|年\d{1,2}月)\d{1,2}(?!\d)")
_NUMBER = re.compile(
    r"(?P<number>[\u4e00-\u9fff]{2,14}\s?[〔\[（【]\s?(?:19|20)\d\d\s?[〕\]）】]\s?第?\s?\d{1,5}\s?号)"
)
_NUMBER_LINE = re.compile(r"^(?:文号|发文字号|文件编号)?[：]?\s?" + _NUMBER.pattern + r"$")
_BODY_NAME = quick(
    r"(?:人民政府|政府|委员会|管委会|办公厅|办公室|党委|[省市县区州盟旗]委|工委|厅|局|部|委|国务院|总局|政策研究室"
    r"|公署|行署|[省市县区]府办)(?:（[^（）]{2,20}）)?$"
)
_SIGNS_BESIDE = re.compile(r"(?:[分支]行|银行|海关|总队|联合会|协会|集团|公司|大学)$")
_BYLINE_MARK = re.compile(
    r"^(?:[□■◎●◆○☆★▲]|作者[：]|文[/／]|[（]?(?:本报|本刊|特约|《[^《》]{2,12}》)?(?:记者|通讯员)[：\s]?|撰[稿文][：]"
    r"|供稿[：])\s*"
)
_PERSON = re.compile(r"^[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]?$")
# Words of a page that stand alone on a line and are nobody's name.
_NO_PERSON = re.compile(
    r"佚名|未知|网络|管理员|(?:文章|信息|新闻|政策)?(?:正文|全文|详情|内容)|(?:文章|信息|新闻|政策)(?:正文|来源|解读|公开|动态|法规|文件)|首页|目录|附件|通知|公告|公示|打印|关闭|返回|分享|视频|图片|导航|搜索|登录|政务公开|下载|摘要|简介|前言|引言|序言|概述|背景|目标|结语|附录|总则|附则"
)
_POST = re.compile(
    r"^(?P<post>.{0,30}(?:书记|市长|县长|区长|省长|主任|局长|厅长|部长|处长|主席|州长|旗长|盟长|院长|会长"
    r"|主编|常委|研究员|教授|董事长|总经理))\s?(?P<name>[\u4e00-\u9fff]{2,3}"
    r"|[\u4e00-\u9fff]\s[\u4e00-\u9fff])$"
)
_REPORTER = re.compile(
    r"[^。；]{0,16}(?:讯|电|消息)\s?[（](?:本报|本刊|特约|本网|全媒体|融媒体)?(?:[\u4e00-\u9fff]{2,8}报)?(?:首席|见习|实习)?记者[：\s]?"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、\s](?:(?:实习|见习|特约)记者[：\s]?)?(?!通讯员|记者)[\u4e00-\u9fff]{2,3}){0,4}?)\s?(?:[，、]?\s?(?:特约)?通讯员[^（）]{0,30})?[）]"
)
_FURNITURE = re.compile(
    r"(?:本报|本刊|本台|晚报|日报|晨报|[\u4e00-\u9fff]{2,4}网)?讯|(?:文章|信息|新闻)?(?:正文|全文|详情|内容)|首页|打印|关闭|返回|分享|导航|搜索|登录|下载|政务公开|信息公开|字号.{0,12}"
)
# The reporter alone in the last line: 青石日报社全媒体记者 周明远.
_SIGNED_BY = re.compile(
    r"[（]?(?:[\u4e00-\u9fff]{2,10}?(?:报|社|网|台|中心)\s?)?(?:全媒体|融媒体|首席|本报|特约){0,3}记者[：\s]\s?"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、\s][\u4e00-\u9fff]{2,4}){0,2})[）]?"
)
# Who wrote, in the line of source and date below a title: 来源：青石商报 2022-08-11 记者 周明远.
_HEADER_AUTHOR = re.compile(
    r"(?:^|[\s|：])(?:作者[：\s]|(?:本报|本刊|全媒体|融媒体?)?记者[：\s])\s?(?P<names>[\u4e00-\u9fff]{2,4}(?:[、\s](?!通讯员|编辑|责编|来源)[\u4e00-\u9fff]{2,3})?)(?=$|[\s|])"
)
_PUBLISHED_BY = re.compile(
    r"(?:发布机构|发文机关|发文单位|发布单位)[\s：|]+(?P<body>[\u4e00-\u9fff（）]{3,30})"
)
_DOUBLE_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "司徒",
    "皇甫",
    "夏侯",
    "东方",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "宇文",
    "长孙",
    "呼延",
    "端木",
)
_POST_ONLY = re.compile(r"^.{2,30}(?:书记|市长|县长|区长|省长|主任|局长|厅长|主席|州长|旗长|盟长)$")
_NAVIGATION = re.compile(
    r"^(?:首页|当前位置|您(?:的|现在的)?位置|网站首页).{0,80}$|.{1,20} (?:>|»|›) .{1,40}$"
)
_SIGNED_LINE = re.compile(
    r"^(?P<body>[\u4e00-\u9fff（）]{4,30}(?:政府|委员会|管委会|局|厅|办公室|办公厅|委))(?P<date>(?:\d{4}"
    r"|[一二][九〇○零][〇○零一二三四五六七八九]{2})年.{1,3}月.{1,3}日)$"
)
# Below a title: who wrote it and when, on one line.
_DATED_LINE = re.compile(
    r"^(?P<who>[\u4e00-\u9fff、·（） ]{0,40}?)[\s（]*(?P<date>(?:(?:19|20)\d\d"
    r"|[一二][九〇○零][〇○零一二三四五六七八九]{2})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)[）]?(?:第?[\dA-Z]{1,4}版.{0,12})?$"
)
# Below a title: who gave the text out, and when.
_GIVEN_OUT = re.compile(
    r"^[（](?P<who>[\u4e00-\u9fff]{4,30}?)(?:于)?(?P<date>(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?)(?:印发|发布|公布|颁布)[）]$"
)
# A body's group that writes: an author, no issuer.
_GROUP = re.compile(r"^[\u4e00-\u9fff（）]{4,30}(?:课题组|调研组|编写组|写作组|联合调查组)$")
_ZONE_BODY = re.compile("开发区|高新区|园区|新区|示范区|保税区")
# Whom a notice is sent to, where the line runs on: 各市、县（区）人民政府，自治区各部门，.
_ADDRESSED = re.compile(r"各(?:市|县|区|州|盟|旗|镇|乡|地|有关)[^。；]{2,80}[，、]$")
_ADDRESSEE = re.compile(r"^(?P<place>[\u4e00-\u9fff]{2,8}[市县区旗])(?:人民政府|政府|委员会)：", re.MULTILINE)
_CONGRESS = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,12}(?:省|市|县|区|州|旗|盟))第[一二三四五六七八九十]+届(?:人民代表大会|委员会)"
)
_LETTERHEAD = re.compile(r"^[\u4e00-\u9fff]{4,30}(?:政府|委员会|管委会|局|厅|办公室|办公厅|委)文件$")
_HEADER = re.compile(
    r"^(?:(?:19|20)\d\d(?:年\d{1,2}月|(?P<mark>[-/.])\d{1,2}(?P=mark))\d{1,2}日?.{0,60}$|\[[^\[\]]{2,30}\]"
    r"|[^，。：]{2,20}(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}.{0,30}$"
    r"|(?:索引号|文件编号|发文字号|文号|发布机构|发文机关|公开方式|公开形式|公开时限|公开范围|主题分类|主题词?[（(]|效力状况|有效性|关键词|分类词|内容概况|生成日期|成文日期|公开日期|体裁)[\s：|].{0,200}$"
    r"|(?:信息)?(?:标题|名称)[：|].{2,90}$|(?:主题|信息)分类[：|].{1,60}$|字[号体][：].{0,40}$"
    r"|.{0,16}(?:发布(?:时间|日期)|发表(?:时间|于)|更新时间|浏览次数|点击[次量]?数|阅读次数|访问量)[：].{0,120}$"
    r"|[^，。：]{2,40}(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:\d{1,2}[：:时].{0,12})?(?:来源|[|]来源|作者|浏览|点击|字号).{0,60}$"
    r"|[^，。：]{0,16}(?:19|20)\d\d年\d{1,2}月\d{1,2}日.{0,12}?(?:本报|本刊|本网|本台|全媒体|融媒体|见习|特约|首席)*(?:记者|通讯员)(?![会站节团])[^，。]{2,40}$"
    r"|【[^【】]{2,30}】|(?:来源|来自|供稿|撰稿|点击|阅读|审核|责编|文章来源|信息来源|发布人|发布|时间|日期|作者|信息|发文|成文|索引|字体|浏览|编辑"
    r"|责任)[^，。]{0,40}[：].{1,80})"
)
# What a page calls the text: 标题：某县关于…的意见, 原标题：….
_TITLED = re.compile(r"(?:(?:信息|公文|文件)名称|标\s*题|名\s*称|原标题|原题)[：|]\s?(?P<title>[^。]{4,90})")
# Who has issued a text, and when, below its title: （青石市人民政府　2021年3月）.
_ISSUED_BY = re.compile(
    r"[（(](?P<who>[^（）()，。在]{4,30}?)[，,]?(?:(?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2})年[^（）()，。在]{1,9}[）)]$"
)
_OCCASION = re.compile(
    r"^(?:[（].{0,60}(?:\d{4}|[一二][九〇○零][〇○零一二三四五六七八九]{2})年.{0,80}[）]|(?:——)?.{0,40}"
    r"(?:\d{4}|[一二][九〇○零][〇○零一二三四五六七八九]{2})年.{1,3}月.{0,4}日?.{0,60}(?:会议|大会|全会|上"
    r"|讲话|报告)[）]?)$"
)
_ISSUE_LINE = re.compile(r"^(?:\d{4}年第\d{1,3}期|《[^《》]{2,20}》\d{4})")
_CLOSING_NOTE = re.compile(r"[（](?P<note>[^（）]{0,60}(?:作者|本文|执笔|单位)[^（）]{0,60})[）]\s*■?\s*$")
_POLICY = re.compile(
    r"(?:意见|通知|规划|纲要|计划|方案|办法|细则|规定|措施|政策|决定|决议|条例|行动|公告|批复|通告|函|要点"
    r"|指南|目录)(?:[（][^（）]{1,24}[）])*$"
)
_POLICY_INSIDE = re.compile(
    r"关于.{2,60}的(?:实施|若干|指导)?(?:意见|通知|决定)|规划纲要|若干(?:政策|措施|意见|规定)"
)
_REPORT = re.compile(
    r"(?:报告|(?<!代表)发言|讲话|致辞|经验|材料|汇报|总结|述职|介绍|打算)(?:[（][^（）]{1,24}[）])*$|工作报告"
    r"|调研报告|工作总结|工作情况汇报"
)
_REPORT_NOTE = re.compile(r"发言|讲话|经验|材料|汇报|交流|报告")
_LEVELS = {"province": "province", "prefecture": "prefecture", "county": "county"}


@dataclass(slots=True)
class FrontMatter:
    """What stands before the body and behind it; spans are source offsets.

    `printed_titles` are the titles as printed, `titles` the same in simplified characters, `title` the one
    taken of these; `named` is what the table of facts above the text calls it. `page_spans` are lines of the
    page that the text was copied from, above and below it.
    """

    title: str = ""
    titles: list[str] = field(default_factory=list)
    printed_titles: list[str] = field(default_factory=list)
    title_spans: list[tuple[int, int]] = field(default_factory=list)
    issuer_lines: list[str] = field(default_factory=list)
    number: str | None = None
    author: str | None = None
    header_date: tuple[str, str] | None = None
    signature_date: tuple[str, str] | None = None
    signers: list[str] = field(default_factory=list)
    office: str = ""
    note: str = ""
    issue_line: str = ""
    published_by: str = ""
    named: tuple[int, int] | None = None
    header_spans: list[tuple[int, int]] = field(default_factory=list)
    page_spans: list[tuple[int, int]] = field(default_factory=list)


def document_id(document: SourceDocument) -> str:
    """The manifest's id, or one derived from the text without its blanks: of 48 bits, so that among three
    million texts two share one with a chance of one in sixty."""
    if document.facts and document.facts.document_id:
        return document.facts.document_id
    letters = "".join(document.text.split())
    return "doc-" + hashlib.sha256(letters.encode()).hexdigest()[:12]


def read_front_matter(document: SourceDocument) -> FrontMatter:
    """Read title, issuer, number, byline and dates from the lines around the body."""
    front = FrontMatter()
    pieces: list[Line] = []
    lines = document.lines
    label: tuple[str, str] | None = None
    left, of_site = _FRONT_LINES, 0
    for index, printed in enumerate(lines[: 3 * _FRONT_LINES]):
        line = _without_sign(printed)
        if index == 0 and document.compiled:
            # A compiler's line announces the document, with its title (第五篇：…) or without (范文二).
            found = COMPILER_LINE.match(line.text)
            if found:
                _add_title(document, front, [(line.start + found.start("title"), line.end)])
            continue
        above, label = label, label_of(line.text)
        if label or is_page_line(line.text):
            front.page_spans.append((line.start, line.end))
            is_taken = True
            of_site = len(front.titles) + bool(pieces) if is_path(line.text) else of_site
        elif above and re.fullmatch(above[1], line.text):
            is_taken = _take_value(document, front, above[0], line)
        elif left == 0 or _is_body(line, lines, index):
            break
        else:
            left -= 1
            is_taken = _take_line(document, front, line, pieces, index)
        if is_taken or _is_repeated(pieces, line):
            _close_title(document, front, pieces)
            pieces = []
        if not is_taken:
            pieces.append(line)
    _close_title(document, front, pieces)
    if len(front.titles) > of_site:
        # What stands above the path of a page is its site's.
        del front.titles[:of_site], front.printed_titles[:of_site], front.title_spans[:of_site]
    if front.named and not front.titles:
        _add_title(document, front, [front.named])
    foot = foot_start(lines)
    front.page_spans.extend((line.start, line.end) for line in lines[foot:])
    _read_closing(document, front, lines[:foot])
    if front.author is None:
        front.author = _reporter(lines[:foot])
    return front


_FRONT_LINES = 16  # a text begins behind so many lines that are no buttons or labels of a page


def _without_sign(line: Line) -> Line:
    """A line without the sign of a list before it, as a page sets one before each fact of its table."""
    length = behind_sign(line.text)
    if not 0 < length < len(line.text):
        return line
    return replace(line, start=line.start + length, text=line.text[length:])


def _is_repeated(pieces: list[Line], line: Line) -> bool:
    """Whether a line prints once more what the title so far ends with: the headline of a page, and the text's
    own below it."""
    letters, above = _letters(line.text), _letters("".join(piece.text for piece in pieces))
    is_again = len(letters) >= _TITLE_LETTERS and above.endswith(letters)
    return is_again or _is_same_subject(above, letters)


_TITLE_LETTERS, _SUBJECT_LETTERS = 8, 12


def _is_same_subject(one: str, other: str) -> bool:
    """Whether two titles go on alike from 关于 on, whoever is named before it in short or in full."""
    first, second = one.find("关于"), other.find("关于")
    return (
        first >= 0 and second >= 0 and len(one) - first >= _SUBJECT_LETTERS and one[first:] == other[second:]
    )


def _take_value(document: SourceDocument, front: FrontMatter, label: str, line: Line) -> bool:
    """Take the value of a label that stands in the line above it: 发文字号： over 某政办发〔2021〕18号."""
    text, printed = line.text, document.source.text[line.start : line.end]
    front.header_spans.append((line.start, line.end))
    if label.endswith(("标题", "名称")):
        front.named = (line.start, line.end)
    elif label.endswith(("机构", "机关", "单位")) and _BODY_NAME.search(text):
        front.published_by = front.published_by or text
    elif label.endswith("号"):
        number = _NUMBER.search(text)
        if number and not front.number:
            front.number = printed[number.start("number") : number.end("number")]
    elif label.startswith(("成文", "生成", "发布", "发文", "公开", "印发")):
        found = _DATE.search(text.replace(" ", ""))
        if found and not front.header_date:
            front.header_date = (iso_date(found), printed)
    return True


def _reporter(lines: list[Line]) -> str | None:
    """The reporter that a news item names in its first words or its last line: 本报讯（记者周明远）."""
    for line in lines[:8]:
        found = _REPORTER.match(line.text)
        if found:
            names = re.sub("(?:实习|见习|特约)记者[：\\s]?", "", found["names"])
            return re.sub(r"\s+", " ", names).strip(" 、")
    signed = _SIGNED_BY.fullmatch(lines[-1].text)
    return signed["names"] if signed else None


def _is_body(line: Line, lines: list[Line], index: int) -> bool:
    """Whether the body begins with this line: a numbered part, a full stop, an addressee, or a long line."""
    text = line.text
    marker = match_marker(text, 0, len(text))
    if marker and not (index == 0 and COMPILER_LINE.match(text)) and marker.kind != "dash":
        return True
    compact = text.replace(" ", "")
    if _is_occasion(compact) or _HEADER.match(compact) or _NAVIGATION.match(text):
        return False
    if text.endswith("：") and len(text) > 3:
        return True
    return (
        _ADDRESSED.match(text) is not None
        or "。" in text
        or len(text) > 90
        or (len(text) > 45 and "，" in text)
    )


def _take_line(
    document: SourceDocument, front: FrontMatter, line: Line, pieces: list[Line], index: int
) -> bool:
    """Take a line that is no part of the title; tells whether it was taken."""
    text = line.text
    printed = document.source.text[line.start : line.end]
    titled = _TITLED.fullmatch(text)
    if titled:
        front.named = line.start + titled.start("title"), line.end
        return True
    number = _NUMBER_LINE.match(text)
    if number:
        front.number = front.number or printed[number.start("number") : number.end("number")]
        return True
    if _ISSUE_LINE.match(text):
        front.issue_line = printed
        return True
    compact = text.replace(" ", "")
    given = _GIVEN_OUT.match(compact)
    if given and (pieces or front.titles):
        front.issuer_lines.append(given["who"])
        found = _DATE.search(given["date"])
        if found and not front.header_date:
            front.header_date = (iso_date(found), given["date"])
        return True
    if _GROUP.match(compact) and (pieces or front.titles):
        front.author = front.author or compact
        return True
    if (pieces or front.titles) and _FURNITURE.fullmatch(compact):
        return True
    published = _PUBLISHED_BY.search(text)
    if published:
        front.published_by = published["body"]
    by_whom = _ISSUED_BY.match(compact)
    if by_whom and (pieces or front.titles) and _BODY_NAME.search(by_whom["who"]):
        front.issuer_lines.append(by_whom["who"])
    if DATE_LINE.match(text.replace(" ", "")) or _is_occasion(compact) or _HEADER.match(compact):
        if _HEADER.match(compact):
            front.header_spans.append((line.start, line.end))
            wrote = _HEADER_AUTHOR.search(text)
            if wrote and not _NO_PERSON.search(wrote["names"]):
                front.author = front.author or wrote["names"]
        inside = _NUMBER.search(text)
        if inside and not front.number:
            front.number = printed[inside.start("number") : inside.end("number")]
        found = _DATE.search(compact)
        day = _DAY.search(text)
        if day and found and not found["day"]:
            # 索引号 0123/2023-04100 生成日期 2023-10-18
            found = _DATE.match(text, day.start())
        is_code = day is None and compact.startswith(("索引", "信息索引"))
        if found and not is_code and not front.header_date:
            short = len(printed) <= 24 or compact != text
            front.header_date = (iso_date(found), printed if short else printed[found.start() : found.end()])
        return True
    dated = _DATED_LINE.match(compact)
    if dated and (pieces or front.titles):
        found = _DATE.search(dated["date"])
        if found and not front.header_date:
            front.header_date = (iso_date(found), dated["date"])
        who = dated["who"].strip(" （）")
        if who and _BODY_NAME.search(who) and not _GROUP.match(who):
            front.issuer_lines.append(who)
        elif who and not who.endswith(("报", "网", "社", "杂志", "讯", "电", "台")):
            front.author = front.author or who
        return True
    if _BYLINE_MARK.match(text):
        front.author = front.author or re.sub(
            r"\s*(?:本报|本刊|特约|《[^《》]{2,12}》)?(?:记者|通讯员)[：\s]\s*",
            " ",
            _BYLINE_MARK.sub("", text),
        ).strip(" （）")
        return True
    if _NAVIGATION.match(text) or _LETTERHEAD.match(text):
        return True
    if (pieces or front.titles) and (
        _PERSON.match(text)
        and not _BODY_NAME.search(text)
        and not _NO_PERSON.fullmatch(compact)
        and (len(compact) <= 3 or " " in text or compact.startswith(_DOUBLE_SURNAMES))
        and len(compact) <= 4
    ):
        front.author = front.author or text.replace(" ", "")
        return True
    if pieces and _POST_ONLY.match(text):
        front.office = text
        return True
    post = _POST.match(text)
    if post and (pieces or front.titles):
        front.author = front.author or post["name"].replace(" ", "")
        front.office = post["post"].strip()
        return True
    if _BODY_NAME.search(text) and "关于" not in text and "：" not in text and len(text) <= 40:
        front.issuer_lines.append(text.replace(" ", ""))
        return bool(pieces) or not _title_follows(document.lines, index)
    return False


def _is_occasion(text: str) -> bool:
    """A line that says when and where a text was given: （2019年1月15日在…会议上）, ——2019年1月9日在….

    Not （2023-2025年）.
    """
    return bool(_OCCASION.match(text) and re.search("月|会议|大会|通过", text)) or bool(
        re.match(
            r"^——(?:.{0,40}(?:\d{4}|[一二][九〇○零][〇○零一二三四五六七八九]{2})年|在.{4,60}(?:会议|大会|会)上?$)",
            text,
        )
    )


_YEARS_WORK = re.compile(
    r"(?:19|20)\d\d年(?:度|上半年|前三季度)?[^，。：]{0,14}?(?:工作)?(?:总结|打算|要点|计划|安排|汇报|报告|情况)[^，。：]{0,24}$"
)


def _title_follows(lines: list[Line], index: int) -> bool:
    """Whether the next line carries on a title that begins with its issuer."""
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    if _YEARS_WORK.match(following.replace(" ", "")):
        return True  # 青石高新区管委会|2022年工作总结和2023年工作打算
    return following.startswith(("关于", "印发", "转发", "批转")) or (
        bool(_BODY_NAME.search(following))
        and index + 2 < len(lines)
        and lines[index + 2].text.startswith("关于")
    )


def _close_title(document: SourceDocument, front: FrontMatter, pieces: list[Line]) -> None:
    if not pieces:
        return
    _add_title(document, front, [(line.start, line.end) for line in pieces])


def _add_title(document: SourceDocument, front: FrontMatter, spans: list[tuple[int, int]]) -> None:
    front.titles.append("".join(document.plain[start:end].strip() for start, end in spans))
    front.printed_titles.append("".join(document.source.text[start:end].strip() for start, end in spans))
    front.title_spans.append((spans[0][0], spans[-1][1]))


def _read_closing(document: SourceDocument, front: FrontMatter, lines: list[Line]) -> None:
    """Signature, date and byline behind the body; `lines` go to the foot of the page."""
    note = _CLOSING_NOTE.search(lines[-1].text)
    if note:
        front.note = note["note"]
        author = re.match(r"作者(?:系|为|：|是|单位：)?(?P<author>.{2,50})$", note["note"])
        if author and not front.author:
            front.author = author["author"]
    closing = range(len(lines) - 1, max(len(lines) - 12, 0), -1)
    # A notice signs before what it prints: its signature stands inside the file, a body's name above the
    # date.
    inside = (
        index
        for index in range(2, len(lines) - 1)
        if _BODY_NAME.search(lines[index - 1].text) and len(lines[index - 1].text) <= 40
    )
    for index in (*closing, *inside):
        text = lines[index].text.replace(" ", "")
        signed = _SIGNED_LINE.match(text)
        found = _DATE.match(signed["date"] if signed else text.lstrip("（"))
        if not found or not (signed or DATE_LINE.match(text)):
            continue
        printed = document.source.text[lines[index].start : lines[index].end]
        front.signature_date = (
            iso_date(found),
            printed[printed.find(printed.split()[-1]) :] if signed and " " in lines[index].text else printed,
        )
        if signed:
            front.signers.append(signed["body"])
            return
        for above in range(index - 1, max(index - 6, 0), -1):
            name = lines[above].text.replace(" ", "")
            if len(name) > 80 or "。" in name:
                break
            # 省工业和信息化厅　省财政厅: two that sign on one line
            parted = [part for part in re.split(r"\s{1,8}", lines[above].text.strip()) if part]
            if len(parted) == 1 or any(len(part) < 4 for part in parted):
                parted = [name]
            if not _sign(parted, front.signers):
                break
            front.signers[:0] = parted
        return
    found = _DATE.search(note["note"]) if note else None
    if found and found["month"]:
        front.signature_date = (iso_date(found), found[0])


def _sign(names: list[str], beside: list[str]) -> bool:
    """Whether names on one line of a signature are bodies; a bank or society signs beside an authority."""
    bodies = [name for name in names if _BODY_NAME.search(name)]
    others = [name for name in names if not _BODY_NAME.search(name)]
    return (
        all(len(name) <= 40 for name in names)
        and all(_SIGNS_BESIDE.search(name) for name in others)
        and bool(bodies or beside)
    )


def iso_date(found: re.Match[str]) -> str:
    """ISO date, of reduced precision where month or day are not printed or do not exist (11月31日)."""
    year = year_value(found["year"])
    month, day = found["month"], found["day"]
    if not month:
        return str(year)
    number = _ordinal(month)
    if not 1 <= number <= 12:
        return str(year)
    if not day or not 1 <= _ordinal(day) <= monthrange(year, number)[1]:
        return f"{year}-{number:02d}"
    return f"{year}-{number:02d}-{_ordinal(day):02d}"


def _ordinal(text: str) -> int:

    return ordinal_value(text.replace("○", "〇"))


def read_document(
    document: SourceDocument, identifier: str, frame: Frame, places: Places
) -> tuple[Document, FrontMatter]:
    """The documents row of a document, manifest facts over printed ones."""
    front = read_front_matter(document)
    facts = document.facts
    title = _title(front.titles, front.named, document, frame, document.plain)
    front.title = facts.title if facts and facts.title else title
    printed_title = _title(front.printed_titles, front.named, document, frame, document.source.text)
    issuer = _issuer(front, title)
    author = front.author
    issued, issued_text, basis = _issued(front, title)
    if issued is None and (year := infer_year(frame.text)):
        issued, basis = year, "inferred"
    elif issued is None and front.issue_line:
        found = _DATE.search(front.issue_line)
        issued, issued_text, basis = iso_date(found) if found else None, front.issue_line, "header"
    kind = _kind(title, front, issuer)
    region = _region(issuer, title, author, front, frame, places, issued)
    if facts:
        issuer, author = facts.issuer or issuer, facts.author or author
        region, kind = facts.region_code or region, facts.document_type or kind
        if facts.issued_on:
            issued, basis = facts.issued_on, "curated"
    text = document.text
    row = Document(
        document_id=identifier,
        title=facts.title if facts and facts.title else printed_title,
        title_basis="curated" if facts and facts.title else "printed",
        issuer=issuer,
        author=author,
        issuer_level=facts.issuer_level
        if facts and facts.issuer_level
        else _level(issuer, author, front.office, region, places),
        region_code=region,
        document_number=front.number,
        document_type=kind,
        issued_on=issued,
        issued_on_text=_printed_date(issued_text) if issued_text else None,
        issued_on_basis=basis,
        source_file=document.source.name,
        source_encoding=document.source.encoding,
        start=document.start,
        end=document.end,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        characters=len(text),
        rights=facts.rights if facts and facts.rights else "unknown",
    )
    return row, front


def _title(
    titles: list[str],
    named: tuple[int, int] | None,
    document: SourceDocument,
    frame: Frame,
    text: str,
) -> str:
    """The printed title nearest the body; where none is printed, the first heading or line stands in.

    `text` is the source's, or the same in simplified characters, and `titles` are those in it; `named` is
    where the page's table of facts has the title.
    """
    if titles:
        titles = titles[1:] if document.compiled and len(titles) > 1 else titles
        repeated = [
            title for title in titles if title is not titles[0] and _letters(titles[0]) in _letters(title)
        ]
        if repeated:
            return repeated[-1]
        return _of_page(titles, text[slice(*named)].strip() if named else "")
    quoted = _PRINTED_IN.search(frame.text, 0, 600)
    if quoted:
        return document.view.printed(text, *quoted.span("title" if quoted["title"] else "other"))
    run_on = _RUN_ON_TITLE.match(document.lines[0].text)
    if run_on:
        return text[document.lines[0].start :][: run_on.end()]
    lines = document.lines[: foot_start(document.lines)]
    first = frame.headings[1] if len(frame.headings) > 1 else None
    if first and first.heading[0] < first.heading[1] and document.view.offset(first.start) <= lines[-1].start:
        return document.view.printed(text, *first.heading)
    printed = [line for line in lines if not _is_no_title(line.text)]
    line = (printed or lines)[0]
    end = _TITLE_CUT.search(line.text, 8, 61)
    return text[line.start : line.end][: end.start() if end else 60]


def _of_page(titles: list[str], named: str) -> str:
    """The title among the lines above a text: a page sets its own name before it, and the headline twice.

    `named` is the title by the page's table of facts, or empty.
    """
    whole = _letters(titles[0])
    again = [title for title in (*titles[1:], named) if len(_letters(title)) >= _TITLE_LETTERS]
    repeated = [title for title in again if whole.endswith(_letters(title))]
    if repeated:
        return repeated[0]
    in_full = [title for title in again if _is_same_subject(whole, _letters(title))]
    if in_full:
        return max(titles[0], *in_full, key=len)
    if named and any(_letters(title).endswith(_letters(named)) for title in titles[1:]):
        return named
    if named and len(whole) < _TITLE_LETTERS and not (_POLICY.search(titles[0]) or _REPORT.search(titles[0])):
        return next((title for title in titles[1:] if len(_letters(title)) >= _TITLE_LETTERS), titles[0])
    return titles[0]


# A title that the text runs on from: 在全县经济工作会议上的讲话 同志们：.
_RUN_ON_TITLE = re.compile(
    r"[\u4e00-\u9fff\d“”（）、]{4,40}?(?:讲话|报告|发言|意见|通知|方案|规划|总结|汇报)(?=\s|同志们|各位)"
)
# Where an untitled text breaks off for a title, and what a notice without a title of its own prints.
_TITLE_CUT = re.compile("[，。；：！？]")
_PRINTED_IN = re.compile(
    r"(?:《(?P<title>[^《》]{6,70})》[^《》。]{0,40}印发给你们|(?:将|对)《(?P<other>[^《》]{6,70})》[^《》。]{0,20}印发)"
)


def _is_no_title(text: str) -> bool:
    """A line that names no document even where nothing else does: a page's header, a number, an addressee."""
    compact = text.replace(" ", "")
    if is_page_line(text) or (text.endswith("：") and len(text) > 3):
        return True
    return bool(_HEADER.match(compact) or _NUMBER_LINE.match(text) or _FURNITURE.fullmatch(compact))


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def _issuer(front: FrontMatter, title: str) -> str | None:
    """The issuing body: the signature, the line above the title, or the words before 关于 in it."""
    if front.signers:
        return "、".join(front.signers) if len(front.signers) > 1 else front.signers[0]
    if front.issuer_lines:
        return front.issuer_lines[-1]
    before = re.match(r"^(?P<issuer>[\u4e00-\u9fff、（） ]{3,60}?)(?:关于|印发|转发|批转)", title)
    if before and _BODY_NAME.search(before["issuer"].strip()):
        return before["issuer"].replace(" ", "")
    return front.published_by or None


# A title that opens with the months it tells of: 2022年1-11月全市工业运行情况.
_MONTHS_OF = re.compile(r"(?:19|20)\d\d年\d{1,2}(?:-|—{1,2}|~|至|到)\d{1,2}月")


def _issued(front: FrontMatter, title: str) -> tuple[str | None, str | None, str | None]:
    """Date, as printed, and basis: the signature before the page header, then a year in the title."""
    if front.signature_date:
        return front.signature_date[0], front.signature_date[1], "signature"
    if front.header_date:
        return front.header_date[0], front.header_date[1], "header"
    year = re.match(r"(?:.{0,12}?)((?:19|20)\d\d)年(?!-|至|到)", title)
    if year and (_REPORT.search(title) or _MONTHS_OF.match(title)):
        return year[1], year[1] + "年", "inferred"
    return None, None, None


# The hour that a page prints behind the day, and the date of a date line that stands in brackets.
_HOUR = re.compile(r"\s{0,3}[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?")

_ISSUE = re.compile(r"\d{4}年?第\s?\d{1,3}期")


def _printed_date(line: str) -> str:
    """The date that a line prints, its hour with it, without what else it says; the line if it has none.

    2024-11-20　来源：蓉西新报 gives 2024-11-20, （2012年7月16日） the day,
    2025年第6期——经济建设 its issue.
    """
    kept = [index for index, character in enumerate(line) if not character.isspace()]
    plain = "".join(unicodedata.normalize("NFKC", line[index])[:1] for index in kept)
    found = max(_DATE.finditer(plain), key=lambda date: bool(date["month"]) + bool(date["day"]), default=None)
    issue = _ISSUE.match(line)
    if found is None or not found["month"]:
        return issue[0] if issue else line
    first, last = kept[found.start()], kept[found.end() - 1] + 1
    hour = _HOUR.match(line, last)
    return line[first : hour.end() if hour else last]


_DOUBLED = re.compile(r"(?:今年|年内|全年)[^。]{0,60}在\s?((?:19|20)\d\d)年的?基础上")


def infer_year(text: str) -> str | None:
    """The year an undated text speaks in.

    年内…在2005年的基础上翻一番 is said in 2006, where no later year is printed.
    """
    found = _DOUBLED.search(text)
    years = [int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)(?=年)", text)]
    return str(int(found[1]) + 1) if found and max(years, default=0) <= int(found[1]) else None


def _kind(title: str, front: FrontMatter, issuer: str | None) -> str:
    """policy, report or article, from the title's last word, then the closing note, then who signs."""
    bare = re.sub(r"[（(][^（）()]*[）)]$", "", title.strip())
    if _REPORT.search(bare):
        return "report"
    if _POLICY.search(bare) or _POLICY_INSIDE.search(bare):
        return "policy"
    if _REPORT_NOTE.search(front.note) or re.search("会议|大会", (front.header_date or ("", ""))[1]):
        return "report"
    if front.number or (front.signers and not front.author):
        return "policy"
    return "article"


def _region(
    issuer: str | None,
    title: str,
    author: str | None,
    front: FrontMatter,
    frame: Frame,
    places: Places,
    issued: str | None,
) -> str | None:
    """Code of the place a document speaks for.

    Its issuer's, its author's, its title's, else the place named most.
    """
    year = int(issued[:4]) if issued else None
    speaker = author if author and (_BODY_NAME.search(author) or _POST_ONLY.match(author)) else None
    congress = _CONGRESS.search(frame.text, 0, 400)
    held_in = re.sub("^.*[在于]", "", congress["place"]) if congress else None
    printed_title = title if front.titles else None
    for name in (issuer, speaker, held_in, front.office, printed_title, front.note):
        if name:
            code = places.region_of(name, None, year)
            if code and code.endswith("0000") and _ZONE_BODY.search(name):
                code = (
                    _addressed(frame.text, places, year, code) or _zone_of(name, places, year, code) or code
                )
            if code:
                return code
    if front.titles:
        for name in (*front.titles, "".join(front.titles)):
            code = places.region_of(name, None, year)
            if code:
                return code
    found = places.find(frame.text[:3000], PlaceContext())
    counts = Counter(place.code for place in found if place.code and place.code != _COUNTRY)
    own = _OWN_PLACE.findall(frame.text[:6000])
    if own:
        levels = _LEVELS_OF_OWN[Counter(own).most_common(1)[0][0]]
        counts = Counter({code: count for code, count in counts.items() if level_of(code) in levels})
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


_COUNTRY = "100000"  # no document of a place speaks for it
# 我县 in a text that names no county is of a place unknown, not of the country or the city it names.
_OWN_PLACE = re.compile("我(省|市|县|区|州)")
_LEVELS_OF_OWN = {
    "省": ("province",),
    "市": ("prefecture", "county", "province"),
    "县": ("county",),
    "区": ("county", "province"),
    "州": ("prefecture",),
}


def _addressed(text: str, places: Places, year: int | None, province: str) -> str | None:
    """Code of the division that a zone reports to: 静海区人民政府： below its report's title."""
    found = _ADDRESSEE.search(text, 0, 400)
    code = places.region_of(found["place"], None, year) if found else None
    return code if code and code[:2] == province[:2] else None


# The county a zone is named after, behind its province: 四川|南部|经济开发区.
_ZONE_NAME = re.compile(
    r"^[\u4e00-\u9fff]{2,3}?(?P<place>[\u4e00-\u9fff]{2,3})(?:经济|高新|工业|产业|技术|循环)[\u4e00-\u9fff]{0,8}?(?:开发区|园区|高新区)"
)


def _zone_of(name: str, places: Places, year: int | None, province: str) -> str | None:
    """Code of the division that a zone is named after, where the name leaves out its 县, 市 or 区."""
    found = _ZONE_NAME.match(name)
    for level in "县市区" if found else "":
        code = places.region_of(f"{found['place']}{level}", None, year) if found else None
        if code and code[:2] == province[:2] and code != province:
            return code
    return None


def _level(
    issuer: str | None, author: str | None, office: str, region: str | None, places: Places
) -> str | None:
    """Administrative level of the issuing body or, failing one, of who speaks.

    None where neither is named.
    """
    body = (
        issuer
        or office
        or (author if author and len(author.replace(" ", "")) > 4 and " " not in author else None)
    )
    if not body:
        return None
    if re.search(r"(?:镇|乡|街道)(?:人民政府|党委|办事处|党工委)", body):
        return "township"
    if re.match(
        r"^(?:中共中央|国务院|国家|全国|工业和信息化部|科技部|科学技术部|财政部|商务部|农业部|农业农村部"
        r"|教育部)",
        body,
    ):
        return "national"
    level = level_of(region) if region else None
    return _LEVELS.get(level or "")
