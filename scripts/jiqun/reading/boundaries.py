"""Where one document of a compilation ends and the next begins: rules over printed lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from jiqun.patterns import quick
from jiqun.reading.lines import RULE, Line
from jiqun.reading.markers import Marker, match_marker

_CN = "一二三四五六七八九十"
DATE_LINE = re.compile(
    r"^[（(]?(?:二[〇○零Ｏ0O]|一九|\d\d)[〇○零Ｏ0O一二三四五六七八九\d]{2}年"
    r"(?:[一二三四五六七八九十\d]{1,2}月(?:[一二三四五六七八九十\d]{1,3}日)?)[）)]?$"
)
_SIGNATURE_DATE = re.compile(r"[^（(]{4,5}年[^（）()]{1,3}月(?:[^（）()]{1,3}日)?$")
# A compiler's line in front of a document, with the document's title where it gives one.
COMPILER_LINE = re.compile(
    rf"""^(?:(?:第(?:[{_CN}]{{1,3}}|\d{{1,3}})篇|[篇例](?:[{_CN}]{{1,3}}|\d{{1,3}})|.{{0,12}}范文(?:[{_CN}]{{1,3}}|\d{{1,3}})?)
          [：:]\s?(?P<title>.{{4,60}})$)""",
    re.VERBOSE,
)
# The same without a title or with it behind a bracket or a blank; its title is only a title line's
# repetition.
_COMPILER_TAG = re.compile(
    rf"""^(?:【\s?(?:第\s?)?(?:篇|范文|例|文章|材料)?\s?(?:[{_CN}]{{1,3}}|\d{{1,3}})\s?(?:篇|范文)?\s?】
          | (?:第(?:[{_CN}]{{1,3}}|\d{{1,3}})篇|(?:[篇例]|.{{0,12}}范文)(?:[{_CN}]{{1,3}}|\d{{1,3}}))
            (?=[：:\s]|$))
         [：:\s]*(?P<rest>.{{0,60}})$""",
    re.VERBOSE,
)
_CHAPTER_TAG = re.compile(r"^第[^篇]{1,3}篇")
CLOSING_LINE = quick(
    r"""(?:^|(?<=[。！？…”■]))
        [（][^（）]{0,40}(?:作者|本文|此文|此件|供稿|撰稿|执笔|发言|讲话|整理|单位|责任编辑|原载|摘自|选自)[^（）]{0,60}[）]■?$
      | ■$
      | ^(?:主题词|抄送|抄报|印发机关|责任编辑|编辑|审核)(?:\s?[：]|\s|$)
      | (?:印发|共印\s?\d+\s?份[）]?)$
    """,
    re.VERBOSE,
)
# Lines of a page, not of a document: page numbers, links and buttons of the site a text was copied from.
_FURNITURE = re.compile(
    r"""^(?:[-—–·~]{0,2}\s?\d{1,4}\s?[-—–·~]{0,2}|第\s?\d{1,4}\s?页.{0,12}|\d{1,4}\s?/\s?\d{1,4})$
      | ^[【\[（]?(?:打印|关闭|返回|收藏|分享|[上下]一[篇页条]|相关(?:链接|阅读|新闻|文章|附件)
                |扫一扫|点击|浏览|阅读(?:次数|量)|版权|主办|承办|网站|网址|.{0,6}ICP备|更多|推荐阅读|热门)
    """,
    re.VERBOSE,
)
# What stands below the text of a page, at its very end.
_BUTTONS = re.compile(r"[【\[（]?(?:打印|关闭)(?:本页|本文|窗口)?[】\]）]?(?:\s|$|[【\[（])")
_SOON = 6  # a title's text begins within so many lines
_TITLE_END = re.compile(
    r"(?:意见|通知|规划|纲要|计划|方案|办法|细则|规定|措施|政策|决定|决议|报告|讲话|发言|通报|公告|批复|函|实践|思考|建议|对策|要点"
    r"|行动|经验|材料|发展|建设)(?:[（].{1,16}[）])?$"
)
_FORMAL_END = re.compile(
    r"(?:意见|通知|规划|纲要|计划|方案|办法|决定|报告|讲话|发言|公告|批复|致辞|汇报|总结)(?:[（].{1,16}[）])?$"
)
_FORMAL_WORDS = re.compile(r"关于|在.{2,40}上的|工作报告|规划纲要|行动计划|实施方案|若干")
_STOP = re.compile(r"[。；！？]")
_TERMINAL = re.compile(r"[。！？…■][”’』》）\]]*$")
NUMBER_LINE = re.compile(r"^[^。，；]{2,14}[〔\[（(【]\s?\d{4}\s?[〕\]）)】]\s?(?:第)?\s?\d{1,4}\s?号$")
_ADDRESSEE = re.compile(
    r"^(?:各|市|县|区|省|州|盟|旗|有关|机关)[^。；]{1,80}：$|^[^，。；]{2,20}[省市县区州盟旗]?(?:人民政府|管委会|委员会)[^。；]{0,60}：$"
)
_BODY_NAME = re.compile(r"^[^，。；：]{2,30}(?:政府|委员会|管委会|办公厅|办公室|[省市县区州盟旗]委|厅|局)$")
_HEADER = re.compile(
    r"^(?:(?:信息|文章|稿件)?来源|发布(?:时间|日期|机构)?|(?:发文|成文|生成)日期|作者|记者|撰稿|文/)[：\s/]"
    r"|^\d{4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}日?.{0,20}(?:来源|作者|浏览|点击|字号|$)"
    r"|^[（][^（）]{0,40}\d{4}年.{0,30}[）]$|^□[^，。；]{2,20}$|^[（]?(?:本报|本刊|特约)?(?:记者|通讯员)\s"
)
_QUOTED = re.compile(r"《([^《》]{4,60})》")
_PRINTS = re.compile(r"印发|转发|批转|公布|发布|下发")
_LETTERS = re.compile(r"[^\w]")
# Body text, in characters of lines with a full stop, that stands before a signature and before an unsigned
# end.
_SIGNED, _UNSIGNED, _OPENED = 20, 120, 10
# A notice says in its first lines what it prints; what stands further on is another matter.
_HEAD_LINES, _HEAD_CHARACTERS = 30, 2000


def find_boundaries(lines: Sequence[Line]) -> dict[int, bool]:
    """Indices of the lines that open a document, the first line among them; each with whether a compiler
    announces it.
    """
    return _Boundaries(lines).find() if lines else {}


class _Boundaries:
    """One pass over the lines of a source. Each question looks at a bounded number of lines around the one
    asked.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.opened = 0
        self.is_numbered = False
        bodies = (len(line.text) if _STOP.search(line.text) else 0 for line in lines)
        self.body_before = list(accumulate(bodies, initial=0))
        # For each line the nearest line before it that is none of the page's.
        self.before = [-1] * len(lines)
        for index in range(1, len(lines)):
            skip = _is_furniture(lines[index - 1])
            self.before[index] = self.before[index - 1] if skip else index - 1

    @cached_property
    def restarts(self) -> list[bool]:
        """For each line whether the next part numbered 一、 二、 … at or behind it is number one."""
        found = [False] * (len(self.lines) + 1)
        for index in range(len(self.lines) - 1, -1, -1):
            marker = self.marker(index)
            is_part = marker is not None and marker.kind == "chinese"
            found[index] = marker.ordinal == 1 if marker and is_part else found[index + 1]
        return found

    def find(self) -> dict[int, bool]:
        """All boundaries in order, and whether a compiler announces a document there."""
        found = {0: self._is_label(0)}
        self._open(0)
        for index in range(1, len(self.lines)):
            if self._is_boundary(index):
                found[index] = self._announces(index)
                self._open(index)
            elif not self.is_numbered:
                marker = self.marker(index)
                self.is_numbered = marker is not None and marker.kind == "chinese"
        return found

    def _open(self, index: int) -> None:
        self.opened = index
        marker = self.marker(index)
        self.is_numbered = marker is not None and marker.kind == "chinese"

    def marker(self, index: int) -> Marker | None:
        """The list mark that a line begins with."""
        text = self.lines[index].text
        return match_marker(text, 0, min(len(text), 12))

    def body(self, index: int) -> int:
        """Characters of body text between where the current document opened and a line."""
        return self.body_before[index] - self.body_before[self.opened]

    def _is_boundary(self, index: int) -> bool:
        """Whether a line opens a document.

        It does where the text before has come to its close and the line can be a first one, where a compiler
        announces a document, or where what stands here is a title by its words and the lines below it.
        """
        line = self.lines[index]
        if len(line.text) > 100 and not self.marker(index):
            return False
        if self.body_before[-1] - self.body_before[index] < _OPENED or _is_furniture(line):
            return False
        if self._announces(index):
            return True
        if not self._opens(index):
            return False
        if self._closes(self.before[index]):
            return not self._is_annex(index)
        return self._is_title(index) and not self._is_annex(index)

    def _closes(self, index: int) -> bool:
        """Whether the text comes to its close with this line: a byline in brackets, ■, an imprint, a dated
        signature.
        """
        if index <= self.opened or self.body(index + 1) < _SIGNED:
            return False
        text = self.lines[index].text
        if CLOSING_LINE.search(text[-120:]):
            return True
        return index - self.opened >= 3 and DATE_LINE.match(text.replace(" ", "")) is not None

    def _opens(self, index: int) -> bool:
        """Whether a line can be the first of a document: a short line without a stop, or 一、 once more."""
        text = self.lines[index].text
        marker = self.marker(index)
        if marker is not None:
            return self.is_numbered and marker.kind == "chinese" and marker.ordinal == 1
        if DATE_LINE.match(text.replace(" ", "")) or CLOSING_LINE.search(text) or RULE.match(text):
            return False
        return 4 <= len(text) <= 60 and not _STOP.search(text) and not text.endswith("：")

    def _is_label(self, index: int) -> bool:
        """Whether a line reads as a compiler's: 范文二, 【篇三】 or 第五篇：…; not 第二篇 发展目标 with
        第一章 below it.
        """
        text = self.lines[index].text
        if len(text) > 80 or (text[0] not in "第篇例【" and "范文" not in text[:20]):
            return False
        if index + 1 >= len(self.lines) or (_CHAPTER_TAG.match(text) and self.marker(index + 1)):
            return False
        return bool(COMPILER_LINE.match(text) or (_COMPILER_TAG.match(text) and not _CHAPTER_TAG.match(text)))

    def _announces(self, index: int) -> bool:
        """Whether a compiler's line announces a document here.

        第五篇：产业集群调研 does behind a text that has closed or in front of its own title; 范文二 and
        【篇三】 do behind any full stop; 第二篇 发展目标 in front of 第一章 is a part of a plan.
        """
        text = self.lines[index].text
        is_label = self._is_label(index)
        found = _COMPILER_TAG.match(text[:81])
        if not found or index + 1 >= len(self.lines) or (not is_label and self.marker(index + 1)):
            return False
        if is_label and self._closes(self.before[index]):
            return True
        title = _LETTERS.sub("", found["rest"])
        following = _LETTERS.sub("", "".join(line.text[:80] for line in self.lines[index + 1 : index + 4]))
        if len(title) >= 4 and following.startswith(title[:12]):
            return True
        is_numbered = text[0] in "篇【" or "范文" in text[:20]
        return is_label and is_numbered and self.body(index) >= _SIGNED and self._ends(self.before[index])

    def _ends(self, index: int) -> bool:
        """Whether a line ends a paragraph with a full stop, or is a rule across the page."""
        text = self.lines[index].text
        return index >= self.opened and (bool(_TERMINAL.search(text[-12:])) or RULE.match(text) is not None)

    def _is_title(self, index: int) -> bool:
        """Whether a line in running text, behind no close, is the title of a new document.

        For 关于加快…的意见 with 某政发〔2009〕5号 or 各市人民政府： below it, for a headline with a line of
        source and date below it, for 在…会议上的讲话 where 一、 follows once more; leaves 三、保障措施, a
        label of a few words and a title that the text quotes or prints as an annex alone.
        """
        if self.body(index) >= _SIGNED and self._is_behind_foot(index):
            return self._is_titled(index) or (
                _HEADER.match(self.lines[index].text) is not None and self._is_titled(index + 1)
            )
        if self.body(index) < _SIGNED or not self._ends(self.before[index]):
            return self.body(index) >= _UNSIGNED and self._is_numbered_title(index)
        if self._is_numbered_title(index) or self._is_headline(index):
            return True
        if not self._is_formal(index):
            return self._is_behind_rule(index) and self._restarts(index) and not self.lines[index].opens
        return self._is_behind_rule(index) or self._restarts(index)

    def _is_behind_foot(self, index: int) -> bool:
        """Whether the buttons below a page's text stand right before a line, and prose follows it soon: links
        to other pages have none."""
        return _BUTTONS.match(self.lines[index - 1].text) is not None and any(
            "。" in line.text for line in self.lines[index + 1 : index + 1 + _SOON]
        )

    def _is_titled(self, index: int) -> bool:
        """Whether a line is a title by its words or by the lines below it: 某县2020年工作总结."""
        if index >= len(self.lines):
            return False
        text = self.lines[index].text
        by_words = len(text) >= 8 and "《" not in text and _FORMAL_END.search(text) is not None
        return by_words or self._is_numbered_title(index) or self._is_headline(index)

    def _is_behind_rule(self, index: int) -> bool:
        return RULE.match(self.lines[self.before[index]].text) is not None

    def _restarts(self, index: int) -> bool:
        """Whether the document had parts numbered 一、 二、 … and the next one behind a line is 一、 once
        more.
        """
        return self.is_numbered and self.restarts[index + 1]

    def _is_formal(self, index: int) -> bool:
        """A title by its words, on one line or two: 关于…的意见, 在…上的讲话, …规划纲要."""
        text = self.lines[index].text
        if "《" in text or self.marker(index) is not None:
            return False
        following = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        for title in (text, text + following[:60]):
            if _FORMAL_WORDS.search(title) and _FORMAL_END.search(title) and len(title) >= 8:
                return True
        return False

    def _is_numbered_title(self, index: int) -> bool:
        """A title, or the issuer's line above it, with a document number or an addressee below; or the number
        first.
        """
        if self.lines[self.before[index]].text.endswith("："):
            return False
        text = self.lines[index].text
        if NUMBER_LINE.match(text) or _BODY_NAME.match(text):
            return index + 1 < len(self.lines) and self._is_formal(index + 1) and self._has_number(index)
        return self._is_policy_title(index) and self._has_number(index + 1)

    def _is_policy_title(self, index: int) -> bool:
        text = self.lines[index].text
        joined = text + (self.lines[index + 1].text[:60] if index + 1 < len(self.lines) else "")
        if "《" in text or self.marker(index) is not None:
            return False
        return bool(
            ("关于" in joined and _TITLE_END.search(text)) or ("关于" in text and _TITLE_END.search(joined))
        )

    def _has_number(self, index: int) -> bool:
        """Whether one of the next lines is a document number or an addressee, before any full stop."""
        for line in self.lines[index : index + 4]:
            if NUMBER_LINE.match(line.text) or _ADDRESSEE.match(line.text[:100]):
                return True
            if _STOP.search(line.text):
                return False
        return False

    def _is_headline(self, index: int) -> bool:
        """A headline with a line of source, author, occasion or date right below it or one line further down.

        A body's name with a dated line below it is a signature.
        """
        text = self.lines[index].text
        if self.marker(index) is not None or len(text) < 6 or _BODY_NAME.match(text):
            return False
        for line in self.lines[index + 1 : index + 3]:
            if _STOP.search(line.text) or _SIGNATURE_DATE.match(line.text.replace(" ", "")):
                return False
            if len(line.text) <= 80 and _HEADER.match(line.text):
                return True
        return False

    def _is_annex(self, index: int) -> bool:
        """Whether a line opens what the current notice prints: its title is in 《》 or behind 附件 there."""
        text = self.lines[index].text
        title = _LETTERS.sub("", text)
        if len(title) < 4:
            return False
        following = self.lines[index + 1].text[:60] if index + 1 < len(self.lines) else ""
        quoted, prints = self._head_of(self.opened, min(index, self.opened + _HEAD_LINES))
        first = _LETTERS.sub("", self.lines[self.opened].text[:120])
        same = any(
            len(own) >= 12 and first.startswith(own) for own in (title, _LETTERS.sub("", text + following))
        )
        if same and self._asks_for_comment(index):
            return True  # the title again, above what is sent for comment
        above = self.lines[max(self.opened, index - 4) : index]
        annexes = "".join(_LETTERS.sub("", line.text[:120]) for line in above if line.text.startswith("附"))
        if annexes and (title in annexes or self.lines[index - 1].text.startswith("附")):
            return True
        joined = _LETTERS.sub("", text + following)
        return (prints or bool(annexes)) and any(title in part or part in joined for part in quoted)

    def _asks_for_comment(self, end: int) -> bool:
        lines = self.lines[self.opened : min(end, self.opened + _HEAD_LINES)]
        return any("征求意见" in line.text[:_HEAD_CHARACTERS] for line in lines)

    _head: tuple[int, int, list[str], bool] = (-1, -1, [], False)

    def _head_of(self, opened: int, end: int) -> tuple[list[str], bool]:
        """Titles in 《》 in the first lines of a document, and whether it says that it prints something; kept
        for asking again.
        """
        if self._head[:2] != (opened, end):
            text = "".join(line.text[:_HEAD_CHARACTERS] for line in self.lines[opened:end])[:_HEAD_CHARACTERS]
            quoted = [_LETTERS.sub("", part) for part in _QUOTED.findall(text)]
            self._head = (
                opened,
                end,
                [part for part in quoted if len(part) >= 4],
                _PRINTS.search(text) is not None,
            )
        return self._head[2], self._head[3]


def _is_furniture(line: Line) -> bool:
    return len(line.text) <= 60 and _FURNITURE.match(line.text) is not None
