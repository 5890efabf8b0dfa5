"""Lines of the web page that a text was copied from: its path, buttons, counters and foot.

All take folded text (see `view.fold`), in simplified characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jiqun.reading.lines import Line
from jiqun.reading.markers import match_marker

# Signs of a list that a page sets before the cells of its table of facts: • 黑政办规〔2023〕4号.
_SIGN = re.compile(r"[•·▪►▶]\s*")
_CONTROLS = (
    r"无障碍(?:浏览|阅读|版)?|简体(?:中文|版)?|繁[体體](?:中文|版)?|登[录陆]|注册|手机版|移动版|客户端|设为首页|加入收藏|网站地图|长者(?:版|模式)"
    r"|关怀版|适老版|智能问答|站内搜索|搜索|RSS|English|ENGLISH|大|中|小|打印(?:本[页文])?|关闭(?:窗口|本页)?|分享(?:到)?|收藏|返回(?:顶部|首页|列表)?"
    r"|纠错|复制链接|微信|微博|QQ空间|小字号|大字号|放大字体|缩小字体|字体|字号|听全文|朗读|下载(?:PDF)?|导出|使用帮助"
)
# A line of nothing but buttons: 打印本页 关闭窗口, 【字体：大 中 小】, 无障碍浏览 | 简体 | 登录.
_BUTTONS = re.compile(rf"[【\[（(|/:：\s]*(?:{_CONTROLS})(?:[】\])）|/、:：\s+\-]+(?:{_CONTROLS})?)*")
_LONE_WORDS = frozenset("大中小")
# Where in its site a page stands: 首页 > 政务公开, 当前位置：首页>>新闻中心.
_PATH = re.compile(
    r"""(?:网站)?首页\s?[>»›|].{0,80}|(?:当前位置|[您你](?:的|现在的|当前的|所在的)?位置|位置)[：:].{0,80}
      | [^<《]{1,30}(?:\s>\s|>>|\s?[»›]).{0,60}|[^<《]{1,30}\s>
    """,
    re.VERBOSE,
)
_PAGE_LINE = re.compile(
    r"""(?:网站)?首页|>>|.{0,24}欢迎(?:您|你|使用|来到|访问|光临|浏览|进入).{0,30}
      | \d{1,4}|\d{1,2}[/:]\d{1,2}(?::\d{2})?|[A-Za-z][A-Za-z0-9 ./:_-]*|\d{6,9}/(?:19|20)\d\d-\d{2,8}
      | (?:现行)?有效|失效|已废止|新闻(?:中心)?|要闻|资讯|动态|通知公告|信息公开|政务公开
      | (?:文章|信息|新闻)?(?:正文|详情|内容)
      | [\u4e00-\u9fff]{2,6}(?<!互联)网|（(?:(?:相关)?资料图片?|图片来源.{0,20}|配图|网络图片)）
      | (?:\d{1,2}[.、]\s?)?(?:</?[a-zA-Z][^<>]{0,80}>\s?){1,20}
      | (?:标王\s)?热搜[：:].{0,200}
      | (?:今天是|今日)[：:]?.{0,40}|(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s?星期[一二三四五六日天].{0,20}
    """,
    re.VERBOSE,
)
# Labels of the table of facts above a text, and what may stand in the next line for its value.
_LABELS: tuple[tuple[str, str], ...] = (
    (r"(?:信息)?索引号?|统一登记号", r"[\dA-Z/.\-—]{4,40}"),
    (r"文号|发文字号|文件编号|文件字号", r".{0,20}[〔\[（【]\d{4}.{1,12}号|无|/|-{1,4}"),
    (r"(?:文件|信息|公文)?(?:标题|名称)", r".{4,90}"),
    (r"(?:发布|发文|制文|制发|成文)(?:机构|机关|单位)|(?:公开)?责任部门|信息来源", r"[^，。；：]{2,40}"),
    (
        r"(?:成文|生成|发布|发文|公开|印发|生效|施行|实施|失效|废止)(?:日期|时间)",
        r"(?:19|20)\d\d\s?[年\-/.].{1,30}|-{1,4}|无",
    ),
    (
        r"(?:主题|组配|信息|体裁)分类|主题词?|关键词|体裁|文种|信息类别|公文种类|公开(?:方式|形式|范围|时限)|服务对象",
        r"[^。；：]{1,30}",
    ),
    (r"有效性|时效性?|效力状[态况]|是否有效", r"[^，。；：]{1,8}"),
    (r"(?:浏览|阅读|访问|点击)(?:次数|量|数)|字号|字体(?:大小)?|视力保护色|来源|作者|编辑|内容概[述况]", r""),
)
_LABEL = re.compile("|".join(f"(?P<l{at}>{label})" for at, (label, _) in enumerate(_LABELS)))
_FOOT = re.compile(
    r"""[【\[（(]?(?:打印|关闭|返回|分享|[上下]一[篇页条]|相关(?:链接|阅读|新闻|文章|稿件|信息|报道|推荐)|扫一扫|扫码|责任?编[辑：]|网友评论|友情链接|推荐阅读|热门
        |版权(?:所有|声明)|主办|承办|网站标识码|免责声明|郑重声明|联系我们|热图|高清图集|[不良违法]{2}信息)
      | .{0,30}ICP备|.{0,20}公网安备|地址：.{2,40}(?:电话|邮编)
    """,
    re.VERBOSE,
)
# What a site says of itself, with sentences and numbers of its own.
_DECLARES = re.compile(
    r"(?:\d[、.]\s?)?(?:凡|经)?本[网站](?:版权|声明|其他|注明|所有|未|转载)|(?:[^，。；]{0,8}版权及)?免责声明|版权声明|资讯权限|郑重声明"
)
_SENTENCE = 20  # a line of this length with a full stop is prose
_FOOT_LINES = 60  # how far from the end of a text the foot of its page is looked for


def behind_sign(text: str) -> int:
    """How many characters of a line are the sign of a list that stands before it."""
    found = _SIGN.match(text)
    return found.end() if found else 0


def is_path(text: str) -> bool:
    """Whether a line says where in its site the page stands; a title stands below it."""
    return len(text) <= 120 and "。" not in text and _PATH.fullmatch(text) is not None


def is_page_line(text: str) -> bool:
    """Whether a line belongs to the page and not to the text.

    For 首页 > 政务公开, 打印本页 关闭窗口, 14:53 and 人民网; leaves 政府工作报告 alone.
    """
    if len(text) > 120 or text in _LONE_WORDS or "。" in text:
        return False
    return is_path(text) or _PAGE_LINE.fullmatch(text) is not None or _BUTTONS.fullmatch(text) is not None


def label_of(text: str) -> tuple[str, str] | None:
    """The label that a line is made of alone, and the expression of its value; None where it is none.

    For 发布机构： above 某县人民政府, as the cells of a table come out one below the other.
    """
    bare = text.replace(" ", "").rstrip("：|")
    found = _LABEL.fullmatch(bare) if len(bare) <= 8 else None
    return (bare, _LABELS[int((found.lastgroup or "l0")[1:])][1]) if found else None


def _is_numbered(text: str) -> bool:
    return match_marker(text, 0, min(len(text), 12)) is not None


def foot_start(lines: Sequence[Line]) -> int:
    """Index of the line where the foot of the page begins behind a text; the number of lines where none does.

    For 上一篇：…, 相关链接, 版权所有 and all below them; leaves a text alone that goes on in prose behind
    such a line.
    """
    first = max(1, len(lines) - _FOOT_LINES)
    declared = (index for index in range(first, len(lines)) if _DECLARES.match(lines[index].text))
    lines = lines[: next(declared, len(lines))]
    start = len(lines)
    for index in range(len(lines) - 1, max(0, len(lines) - _FOOT_LINES), -1):
        text = lines[index].text
        if _FOOT.match(text):
            start = index
        elif ("。" in text and len(text) >= _SENTENCE) or lines[index].tabular or _is_numbered(text):
            break
    return start
