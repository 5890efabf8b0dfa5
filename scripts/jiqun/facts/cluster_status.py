"""Whether a cluster is there or planned: by the verb that governs its name.

A name that a text speaks of presupposes that there is such a thing (依托青石工业园, 青石工业园产值40亿元).
Verbs of making plan it (建设青石工业园), verbs of furthering (培育壮大陶瓷产业集群) leave it open: it may be
there or not. A project that has not been finished is planned whatever its clause says.
"""

from __future__ import annotations

import re
from typing import Literal, cast

Status = Literal["existing", "planned", "unspecified"]

# The last verb before the name, or before the list that it stands in, decides.
_VERBS = re.compile(
    "(?P<existing>现有|已(?:经)?(?:形成|建成|初具|拥有|有|建)|(?:形成|建成|培育|打造|建起|集聚)(?:了|出)|初步形成|基本形成|拥有|依托|发挥|巩固"
    "|升级|转型|提升|改造|做大|做强|做优|做特|补强|延伸|扩大|完善|支持|位于|落户|入驻|现已|辖|包括|(?<!培育)(?<!发展)壮大|建成)"
    "|(?P<unspecified>培育|发展壮大|推进|推动|抓好|抓实|促进|扶持|发展(?!重点))"
    r"|(?P<planned>(?:力争|争取|确保|计划|到20\d\d年|年[底内]前?)[^，；。]{0,12}?(?:形成|建成|建设|打造)|(?:重点|优先)发展|规划(?:建设|新建|布局)?|谋划|拟建?|筹建|筹划|新建|另建|将建|创建|共建|兴建|续建|打造"
    "|启动|建设(?!了)|建立|形成|洽谈|(?<=[内里])设|新设|增设)"
)
# What a project is told by, right before and behind its name.
_IS_WORK_BEFORE = re.compile("(?:总?投资[\\d.]+[万亿]*(?:美)?元的|洽谈)$")
_IS_WORK_BEHIND = re.compile(
    "(?:项目)?(?:：总投资|正在做前期|前期工作|(?:建设)?(?:[一二三四]季度|上半年|下半年|年[初内底]|已)?(?:开工|动工|奠基|签约)|，规划用地)"
)
_STANDS_BEHIND = re.compile(
    "(?:加快|着力|进一步)?(?:转型|升级|提升|改造|扩大|提质)|(?:去年|已)?(?:现有|占地|拥有|聚集|集聚|实现|完成)"
)
_JOINT = re.compile("(?:、|和|及|与|以及|暨)$")
# How far before a name its verb is looked for, in characters.
_REACH = 240
_MARKS = "，；。：\n！？—"


def status_of(text: str, start: int, end: int) -> Status:
    """Status of the cluster at [start, end) of a document's text.

    `start` is that of the list that it is a member of, `end` behind its head noun.
    """
    if _IS_WORK_BEFORE.search(text, max(0, start - 24), start) or _IS_WORK_BEHIND.match(text, end):
        return "planned"
    if _STANDS_BEHIND.match(text, end):
        return "existing"
    return _governing(text, start) or "existing"


def _governing(text: str, start: int) -> Status | None:
    """What the last verb says before a name, or before the list that it goes on; None without one."""
    first = max(0, start - _REACH)
    edge = _clause(text, first, start)
    if _JOINT.fullmatch(text, edge, start) and edge - 1 > first:
        # …等产业集群，以及|钼、钛等子集群
        start = edge - 1
        edge = _clause(text, first, start)
    stop = start
    if _JOINT.search(text, edge, start):
        listed = text.find("、", edge, start)
        stop = listed if listed > 0 else start
    found = [verb.lastgroup for verb in _VERBS.finditer(text, edge, stop)]
    return cast("Status", found[-1]) if found else None


def _clause(text: str, first: int, start: int) -> int:
    """Where the clause that ends at `start` begins, at `first` at the earliest."""
    return max([first, *(text.rfind(mark, first, start) + 1 for mark in _MARKS)])
