"""What of a web page is the document: the pieces of a page to those that a reader came for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jiqun.reading.formats.blocks import Blank, Block, Paragraph, Row


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page.

    `element` is the number of the element that it stands in (of those that can hold a document, in the order
    of their start tags); `printed` and `linked` count its characters and those that are links; `is_heading`
    tells that it stands in h1, h2 or h3.
    """

    block: Block
    element: int
    printed: int
    linked: int
    is_heading: bool

    @property
    def text(self) -> str:
        """The text of a paragraph; of a row its cells."""
        if isinstance(self.block, Paragraph):
            return self.block.text
        return " ".join(self.block.cells) if isinstance(self.block, Row) else ""


# The element with the document holds at least this share of all text that is neither link nor widget.
_SHARE = 0.75
_LONGEST_WIDGET = 120
_SHORTEST_TITLE = 6
_PROSE = re.compile("[。；]|，.{6}")
# Widgets inside a line that also says something: 来源：省政府办公厅 浏览次数：12 【字体：大 中 小】.
_INSIDE = re.compile(
    r"""[【\[（(]?\s*字[体号]\s*[:：]?\s*[【\[（(]?\s*(?:特大|超大)?\s*大\s*[】\]）)|]?\s*[【\[（(]?\s*中\s*[】\]）)|]?\s*[【\[（(]?\s*小\s*[】\]）)]*
      | (?:浏览|阅读|点击|访问)(?:次数|量|数|率)?\s*[:：]\s*\d*\s*次?
      | [【\[]\s*(?:我要)?(?:打印|关闭|收藏|纠错|返回|分享)[^】\]]{0,8}[】\]]
      | (?<=\s)(?:打印(?:本页)?|关闭窗口|分享到|我要纠错|收藏)(?=\s|$)
    """,
    re.VERBOSE,
)
# Blocks that are one widget to their end.
_WIDGET = re.compile(
    r"""[您你]?(?:现在|当前|目前)?(?:的|所在|所处|在)*位置\s*[:：].*
      | (?:网站)?首页\s*(?:>|›|»|->).*
      | (?:用微信|微信|手机)?扫(?:一扫|码).{0,30}
      | [上下]一[篇条]\s*[:：].*
      | (?:相关(?:链接|阅读|新闻|文章|文档|推荐|稿件|附件下载)|热点推荐|推荐阅读|延伸阅读|友情链接)\s*[:：]?
      | (?:欢迎(?:您|访问|光临)|今天是|您好|你好).{0,40}
    """,
    re.VERBOSE,
)
# Words that are widgets where nothing else stands in the block, parted or not: 登录 | 注册　无障碍浏览,
# 分享到：微信微博.
_WIDGET_WORDS = re.compile(
    r"""(?>(?:我要)?分享(?:到|至)?[:：]? | (?:新浪|腾讯)?微博 | 微信(?:好友)? | QQ(?:空间|好友)? | 朋友圈
      | 人人网 | 豆瓣 | 客户端 | 手机版 | 电脑版 | 无障碍(?:浏览|阅读)? | 长者(?:模式|专区) | 关怀版
      | 适老版 | 繁[體体](?:版|中文)? | 简体(?:版|中文)? | English
      | 打印(?:本页|本文)? | 关闭(?:窗口|本页)? | 收藏(?:本页)? | 返回(?:顶部|首页|列表)? | 回到顶部
      | 加入收藏 | 设为首页 | (?:我要)?纠错 | 下载 | 复制链接 | 字[号体][:：]? | [大中小]
      | 登录 | 注册 | 搜索 | 检索 | 高级搜索 | 站内搜索 | 热门搜索[:：]? | 网站(?:导航|地图|首页) | 首页)+
    """,
    re.VERBOSE,
)
_BETWEEN_WORDS = re.compile("[\\s|丨/·、【】\\[\\]]+")
# What pages end with.
_FOOTER = re.compile(
    r"ICP备|ICP证|公网安备|网安备|网站标识码|版权所有|[Cc]opyright|©|主办单位|承办单位|主办[:：]|承办[:：]|技术支持|网站地图|联系我们|网站声明|隐私|"
    r"建议使用|浏览器|分辨率|维护单位|投稿|举报电话|联系电话|邮编|责任编辑|编辑[:：]|All [Rr]ights"
)
# What a portal prints between title and text and a reader wants: where from and when.
_ORIGIN = re.compile(
    r"(?:发布|发文|成文|印发|公布|更新|录入)?(?:时间|日期|机关|机构|单位|字号|文号)\s*[:：]|(?:信息|文章|稿件)?来源\s*[:：]|作者\s*[:：]|"
    r"(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}"
)
# What documents are called, in full: 关于发展集群的通知, …规划（2021—2025年）; the name of a column, such as
# 通知公告, is shorter.
_TITLE = re.compile(
    ".{4,70}(?:通知|意见|办法|规划|方案|决定|公告|通告|报告|细则|规定|条例|纲要|计划|措施|批复|复函|命令|公报|要点|讲话)"
    "(?:[（(].{1,14}[）)])?"
)
_MARKS = re.compile(r"\W+")


def article(pieces: Sequence[Piece], parents: Sequence[int], title: str) -> list[Piece]:
    """The pieces that are the document, without blocks of links and widgets.

    `parents` gives for each element the one around it; `title` is the page's own. For 首页 > 政策文件,
    【字体：大 中 小】 and 粤ICP备…号 around a notice; leaves a page whose prose lies in many places whole.
    """
    kept = [stripped for piece in pieces if (stripped := _without_widgets(piece)) is not None]
    kept = kept[: len(kept) - _footer(kept)]
    first, last = _container(kept, pieces, parents)
    begin = next((at for at, piece in enumerate(kept) if first <= piece.element <= last), 0)
    inside = [piece for piece in kept if first <= piece.element <= last]
    return [*_front(kept[:begin], inside, title), *inside]


def _without_widgets(piece: Piece) -> Piece | None:
    """A piece without the widgets in it; None where nothing else is left, or where it is a block of links."""
    if isinstance(piece.block, Blank):
        return piece
    if piece.linked * 2 > piece.printed and not _is_prose(piece.text):
        return None
    if not isinstance(piece.block, Paragraph) or piece.printed > _LONGEST_WIDGET:
        return piece
    text = _INSIDE.sub("", piece.text).strip()
    if not _MARKS.sub("", text) or _is_widget(text):
        # A line of marks alone is the document's own.
        return piece if text == piece.text.strip() and not _is_widget(text) else None
    if text == piece.text.strip():
        return piece
    printed = len("".join(text.split()))
    return Piece(Paragraph(text), piece.element, printed, min(piece.linked, printed), piece.is_heading)


def _is_widget(text: str) -> bool:
    words = [word for word in _BETWEEN_WORDS.split(text) if word]
    return _WIDGET.fullmatch(text) is not None or (
        bool(words) and all(_WIDGET_WORDS.fullmatch(word) for word in words)
    )


def _is_prose(text: str) -> bool:
    return "。" in text and len(text) > 40


def _footer(pieces: Sequence[Piece]) -> int:
    """How many pieces at the end are what every page of the site ends with."""
    found = 0
    for number, piece in enumerate(reversed(pieces), 1):
        if isinstance(piece.block, Blank):
            continue
        if piece.printed > 300 or not _FOOTER.search(piece.text) or _is_prose(piece.text):
            break
        found = number
    return found


def _container(kept: Sequence[Piece], pieces: Sequence[Piece], parents: Sequence[int]) -> tuple[int, int]:
    """The element with the document: its number and that of the last element inside it.

    The innermost one of several blocks with nearly all text that is no link, widened until no prose is
    outside.
    """
    weights, blocks, prose, last = ([0] * len(parents) for _ in range(4))
    for piece in pieces:
        blocks[piece.element] += piece.printed > 0
    for piece in kept:
        weights[piece.element] += piece.printed - piece.linked
        prose[piece.element] += _PROSE.search(piece.text) is not None
    for element in range(len(parents) - 1, 0, -1):
        around = parents[element]
        last[element] = max(last[element], element)
        last[around] = max(last[around], last[element])
        for counts in (weights, blocks, prose):
            counts[around] += counts[element]
    found = 0
    for element in range(1, len(parents)):
        if blocks[element] > 1 and weights[element] >= _SHARE * weights[0] and weights[0]:
            found = element
    while prose[found] < prose[0]:
        found = parents[found]
    return found, last[found]


def _front(before: Sequence[Piece], inside: Sequence[Piece], title: str) -> list[Piece]:
    """The title and the line of source and date that stand before the document's element.

    Where nothing is marked as the title, by a heading or by the page's own, it is the last line that reads
    like one: 关于发展集群的通知 in a cell of its own over the text.
    """
    named = _MARKS.sub("", title)
    opening = _MARKS.sub("", "".join(piece.text for piece in inside[:4]))
    titles = [piece for piece in before if _is_marked(piece, named)]
    if not titles and not any(_is_marked(piece, named) or _is_like_title(piece) for piece in inside[:4]):
        titles = [piece for piece in before if _is_like_title(piece)][-1:]
    chosen = {id(piece) for piece in titles}
    front: list[Piece] = []
    for piece in before:
        is_title = id(piece) in chosen
        if is_title and _MARKS.sub("", piece.text) in opening:
            continue
        if is_title or (front and piece.printed <= _LONGEST_WIDGET and _ORIGIN.search(piece.text)):
            front.append(piece)
    return front


def _is_marked(piece: Piece, named: str) -> bool:
    letters = _MARKS.sub("", piece.text)
    return len(letters) >= _SHORTEST_TITLE and (piece.is_heading or letters in named)


def _is_like_title(piece: Piece) -> bool:
    return (
        not piece.linked
        and piece.printed <= _LONGEST_WIDGET
        and _TITLE.fullmatch("".join(piece.text.split())) is not None
    )
