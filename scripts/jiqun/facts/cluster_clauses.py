"""Clauses that hold head nouns: where they begin, and how far what belongs to a head reaches."""

from __future__ import annotations

import re

from jiqun.facts.cluster_heads import LISTED_BEHIND, MODIFIER, NUMBER, TIER, Head, list_tail, number_of
from jiqun.facts.cluster_lists import JOINT
from jiqun.facts.cluster_stems import Stems
from jiqun.facts.cluster_words import CHINESE, is_trade
from jiqun.patterns import quick

# A list of names is not longer; it keeps the work linear where a text has no marks.
LONGEST_LIST = 300
# A quotation mark before a count is none: 化工、建材“两大支柱产业”.
_EDGE = re.compile(r"[，；。：！？”《》 |■□①-⑳]|“(?![一二两三四五六七八九十\d]+[大个])|——|其中")
# The number of a member in a roll that runs on in one line: 开封产业集聚区|2.|新乡产业集聚区.
_RUN_IN = quick(r"\d{1,2}[.．](?=[\u4e00-\u9fff])")
# A count and what kind of zones it counts: 等4个|乡镇.
_COUNTED_TAIL = re.compile(
    rf"(?P<et>等)?(?P<count>(?P<number>{NUMBER})(?:个|大|条|类))(?P<modifiers>(?:(?!园|区|基地|集群)[\u4e00-\u9fff]){{1,8}})$"
)
# What sort of trades a list was of: 等|海洋|传统.
_OF_A_SORT = re.compile(
    rf"(?P<et>等)(?P<count>(?P<number>{NUMBER})(?:个|大|条))?"
    rf"(?P<modifiers>{MODIFIER}*(?:海洋|涉海|农业|现代农业|服务业|现代服务业|制造业|先进制造业|实体){MODIFIER}*)$"
)
# Behind a list of places, what they all make: 等|百亿级|装备制造|特色.
_SHARED_TRADE = re.compile(
    rf"(?P<et>等)(?P<count>(?P<number>{NUMBER})(?:个|大))?(?:地区|县区|县市|市县|市|县|区|地)?"
    r"(?P<modifiers>(?:国家级|[省市县]级|[一二两三五八\d]*[百千万]?亿元?级?|重点|成长型)*)(?P<own>[\u4e00-\u9fff]{2,8}?)(?P<sort>(?:特色|优势)?)$"
)
# Behind a head of its own: 甲产业集群（基地）、.
_OWN_HEAD_ENDS = re.compile("(?:（[^（）]{1,12}）)?(?:、|以及|和(?=[\u4e00-\u9fff]{2}))")
_INCLUDING = re.compile("不?含|包括|即|原")
_ALSO_CALLED = re.compile("即|又[名称]|[亦也]称|简称|以下简称|下称")
_GOES_ON = ("、", "和", "及", "与", "以及", "（", "等")


class Clauses:
    """Finds for each head of a document what stands before it."""

    def __init__(self, stems: Stems) -> None:
        self.stems, self.frame, self.words, self.text = stems, stems.frame, stems.words, stems.text

    def edges(self) -> list[int]:
        """Where clauses begin: behind commas, colons, quotation marks and list markers."""
        edges = {0, len(self.text)} | {found.end() for found in _EDGE.finditer(self.text)}
        edges |= {
            found.end()
            for found in _RUN_IN.finditer(self.text)
            if CHINESE.match(self.text, found.start() - 1) or self.text.startswith("）", found.start() - 1)
        }
        for heading in self.frame.headings:
            edges |= {heading.start, heading.heading[0], heading.end}
        edges.update(sentence.start for sentence in self.frame.sentences)
        return sorted(edge for edge in edges if edge <= len(self.text))

    def left_of(self, left: int, heads: list[re.Match[str]], number: int) -> int:
        """Where what belongs to a head can begin: behind an earlier head that closes a list of its own, or
        an open bracket.
        """
        text, start = self.text, heads[number].start()
        left = max(left, start - LONGEST_LIST)
        for index in range(number - 1, -1, -1):
            earlier, following = heads[index], heads[index + 1].start()
            if earlier.start() < left:
                break
            named = _OWN_HEAD_ENDS.match(text, earlier.end())
            if (
                named
                and named.end() <= start
                and earlier.lastgroup == heads[number].lastgroup in ("cluster", "subcluster", "chain")
            ):
                left = named.end()  # 甲特色产业集群、|乙特色产业集群
                break
            tail = list_tail(text, left, earlier.start())
            closes = tail is not None and (tail["et"] or tail["count"])
            counted = list_tail(text, earlier.end(), following)
            goes_on = text.startswith(_GOES_ON, earlier.end()) or (
                counted is not None and counted.start() == earlier.end()
            )
            if closes or not (goes_on or self._runs_on(earlier.end(), following)):
                left = earlier.end()
                break
        bracket = text.rfind("（", left, start)
        if bracket >= 0 and text.find("）", bracket, start) < 0:
            if _ALSO_CALLED.match(text, bracket + 1) and bracket in self.stems.head_ends:
                return start  # 甲开发区（即乙新区）: one zone by two names
            opened = _INCLUDING.match(text, bracket + 1)
            return opened.end() if opened else bracket + 1
        return left

    def _runs_on(self, start: int, end: int) -> bool:
        """Whether a name can run from one head to the next: 厦门火炬高新区电子信息产业集群, with no verb
        between; in a list to its next member (中原电气谷智能电网装备、|新乡高端装备产业集群).
        """
        joint = self.text.find("、", start, end)
        end = joint if joint > start else end
        if self.text.startswith(("建一", "建了", "建成", "建有"), start):
            return False  # 在甲工业园|建一个船舶基地
        joined = self.text[start : start + 1] not in ("和", "及", "与") and joint < 0
        return (
            end - start <= 14 and self.words.name_start(start, end, self.stems.solid, joints=joined) == start
        )

    def head(self, match: re.Match[str], left: int, right: int) -> Head:
        text = self.text
        kind = match.lastgroup or "cluster"
        tail = list_tail(text, left, match.start())
        assert tail is not None  # every part of the expression may be empty
        head_text = match[0]
        if kind in LISTED_BEHIND and not (tail["et"] or tail["count"]):
            counted = _COUNTED_TAIL.search(text, max(left, match.start() - 30), match.start())
            if counted and JOINT.search(text, left, counted.start()) and is_trade(counted["modifiers"]):
                tail = counted  # 光伏制造、储能电池两个|新能源|产业集群: the trade is what they are all of
            of_a_sort = _OF_A_SORT.search(text, max(left, match.start() - 12), match.start())
            if of_a_sort and JOINT.search(text, left, of_a_sort.start()):
                tail = of_a_sort  # 海洋渔业、船舶工业等|海洋|传统优势产业
        if kind in ("park", "base") and not (tail["et"] or tail["count"]):
            counted = _COUNTED_TAIL.search(text, max(left, match.start() - 30), match.start())
            goods = counted is not None and is_trade(counted["modifiers"])
            if counted and (goods or kind == "park") and JOINT.search(text, left, counted.start()):
                # 徐墩、东峰、小松三个|竹制品加工|集中区: a trade is part of each name, 乡镇 is not
                tail, own = counted, counted["modifiers"]
                head_text = own + head_text if goods else head_text
        near = max(left, match.start() - 30)
        listed = text.find("等", near, match.start()) >= 0
        shared = _SHARED_TRADE.search(text, near, match.start()) if listed else None
        if shared and is_trade(shared["own"]) and self.stems.are_placed(left, shared.start()):
            # 林州、安阳新区等百亿级|装备制造特色|产业集群: places share what they make
            tail, head_text = shared, shared["own"] + shared["sort"] + head_text
        number = number_of(tail["number"]) if tail["number"] else None
        tier = TIER.search(tail["modifiers"])
        return Head(
            match.start(),
            match.end(),
            head_text,
            kind,
            left,
            right,
            tail.start() - (text[tail.start() - 1 : tail.start()] == "“"),
            bool(tail["et"] or tail["count"] or tail.groupdict().get("these")),
            number,
            tier[0] if tier else None,
        )
