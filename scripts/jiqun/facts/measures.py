"""The measures table: sentences in which the authority acts or commits to act, and with which instrument."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from jiqun.facts.frame import RULE, Frame
from jiqun.language.instruments import Cue, Cues, family
from jiqun.tables import Measure

_ACT = re.compile(
    r"支持|鼓励|引导|扶持|设立|建立|成立|组建|给予|奖励|补助|补贴|资助|安排|加大|加强|完善|健全|推行|实行|推广|开展|组织|制定|编制|出台|落实|减免|降低|简化|下放|搭建|建设|引进|培养|培训|选派|聘请|整合|统筹|协调|争取|扩大|拓宽|强化|优化|改革|深化|推进|推动|促进|发挥|实施|严格|考核|督导|督查|通报|表彰|宣传|保障|预留|优先|提供|搞好|抓好|发展|创新|打造|投入|出资|列支|扶优|举办|承接|发布|调整|规范|清理|取消|严厉|加快|加速|提高|跟踪|帮助|坚持|采取|探索|运用|调动|集聚|构建|拓展|培育|推出|约谈|调度|拉练|警告|复制|赴|新设|盘活|供地|贴息|担保|依托|联合|合作|立足|利用|通过"
)
_BACKGROUND = re.compile(
    r"^(?:[^，。]{0,20}(?:是|有利于|意义|任务(?:十分)?艰巨|处于|面临|存在|不足|滞后|偏低|偏小|突出矛盾|仍然突出|取得了|呈现出|良好态势))|(?:有利于[^。]*；[^。]*有利于)|问题(?:仍然|依然|较为|比较|十分)突出|任务十分艰巨|必须清醒|不够|较低$|优势。$"
)
_DIAGNOSIS = re.compile(r"^(?:[^，。]{1,16}是[^，。]{2,30}[。，]|项目是|环境是|规划是|园区是)")
_SLOGAN = re.compile(r"指导思想|以.{2,30}为指导|深入贯彻(?:落实)?(?:科学发展观|.{0,12}(?:精神|思想|讲话))|^为(?:了)?(?:深入|全面|认真)?贯彻|现提出|提出(?:以下|如下)(?:意见|措施)|特制定|特提出|(?:以下|如下)(?:意见|措施|方案)[：。]?$")
_DEVELOP_ONLY = re.compile(r"^(?:[^，。；]{0,24})?(?:重点发展|集中发展|着力发展|大力发展|主要发展|重点培育|培育壮大|发展壮大|推进[^，。]{2,60}项目)")
_MEANS = re.compile(
    r"资金|基金|补助|奖励|补贴|贴息|担保|贷款|融资|税|费|土地|用地|人才|培训|平台|服务|技术|研发|创新|改造|制度|机制|领导小组|考核|招商|审批|规划|方案|标准|信息|基础设施|厂房|合作|协作|配套|宣传|监督|督|专班|联席|采购|出口|展|品牌|保护|上市|保险|投资|扶持|政策"
)
_SKIP_HEADING = re.compile(r"指导思想|总体要求|基本原则|重大意义|重要意义|发展现状|现状|形势|存在(?:的)?(?:主要)?问题|总体思路|主要目标|发展目标|行动目标|目标任务$|工作目标|预期目标|背景|基本情况|规模倍增|质效倍增")
_TARGET_ONLY = re.compile(r"(?:达到|突破|超过|增长|提高到|实现)[^，。；]{0,12}\d")
_FIRM_DUTY = re.compile(r"^(?:[^，。]{0,6}企业|龙头企业|各企业|重点企业)(?:要|应|必须)(?!.*政府)")
_DONE = re.compile(r"了|已|先后|累计|得到|促成|今年来|今年以来|近年来|近几年|上半年|去年|共[引实建完]")
_ACTOR = re.compile(
    r"^(?:(?:[\u4e00-\u9fff]{0,12}?)(?:财政(?!部)|政府|厅|局|委|办|部门|管委会|委员会|各地|各市|各县|各区|市县|银行|县委|市委|党委|指挥部|领导小组|新闻媒体|我们|全县上下|全市上下|全省上下|省级|市级|县级|园区|行政机关|各级))(?:[、和及][^，。]{2,40}?(?:部门|政府|局|厅|委|办|银行|协会))*(?=要|应|每年|对|将|给予|设立|安排|按|出资|会同|负责|统筹|列支|投入|与|成立|首期|预留|优先|支持|鼓励|引导|积极|扎实|在|实施|牵头|建立|采取|坚持|抢抓|切实|三年)"
)
_GROUP = re.compile(r"(?:支持|鼓励|引导|扶持|帮助|对|为|向|培育|推动|促进)(?P<group>[^，。；]{2,30}?(?:企业|项目|人才|集群|园区|产业|单位|机构|个人|平台|基地|大户|团队|部门|县|区|主体|公司))")


@dataclass(slots=True)
class Act:
    """A measure while its document is read; positions are of the view."""

    start: int
    end: int
    title: tuple[int, int]
    instrument: str
    actor: tuple[int, int] | None
    group: tuple[int, int] | None
    tense: str
    row_id: str = ""


class MeasureReader:
    """Finds the measures of one document."""

    def __init__(self, frame: Frame, cues: Cues) -> None:
        self.frame, self.cues, self.text = frame, cues, frame.text

    def read(self) -> list[Act]:
        """All measures in order."""
        by_section: dict[int, list[Act]] = defaultdict(list)
        acts: list[Act] = []
        for sentence in self.frame.sentences:
            section = sentence.section
            heading = self.frame.headings[section]
            if section == 0 or self._is_heading(sentence.start, sentence.end, section) or self._skipped(section):
                continue
            start = sentence.start
            if heading.start == start:
                start = self._behind_heading(heading.start, heading.heading[1], sentence.end)
            act = self._judge(start, sentence.end, section)
            if act:
                acts.append(act)
                by_section[section].append(act)
        self._take_in_titles(by_section)
        return acts

    def _is_heading(self, start: int, end: int, section: int) -> bool:
        """A sentence that is only a section's heading: its short title sentence, or a line without a stop."""
        heading = self.frame.headings[section]
        if heading.start <= start < heading.heading[1] and end <= heading.heading[1] + 1:
            return True
        return self.text[end - 1] not in "。；！？”）■" and end - start < 40

    def _behind_heading(self, start: int, heading_end: int, end: int) -> int:
        """Where a sentence that opens with its heading (推进创新：支持…) goes on; the marker's end where it is one clause."""
        if heading_end < end and self.text[heading_end] == "：":
            return heading_end + 1
        heading = next(h for h in self.frame.headings if h.start == start)
        return heading.heading[0] if heading.kind not in ("clause", "duty") else start

    def _skipped(self, section: int) -> bool:
        for index in self.frame.section_path(section):
            first, last = self.frame.headings[index].heading
            if index and _SKIP_HEADING.search(self.text[first:last]):
                return True
        return False

    def _judge(self, start: int, end: int, section: int) -> Act | None:
        """A measure of the sentence, if it acts: it names a means, and is neither background nor a bare wish to develop."""
        text = self.text[start:end]
        if len(text) < 10 or not _ACT.search(text) or _BACKGROUND.search(text) or _SLOGAN.search(text) or _FIRM_DUTY.search(text):
            return None
        if _DIAGNOSIS.match(text) and not re.search(r"要|采取|引进", text):
            return None
        cues = self.cues.within(start, end)
        if not cues or not _MEANS.search(text):
            return None
        if _DEVELOP_ONLY.match(text) and max(cue.weight for cue in cues) < 8 and not re.search(r"支持|鼓励|给予|设立|建立", text):
            return None
        if _TARGET_ONLY.search(text) and len(re.findall(r"\d", text)) > 6 and not re.search(r"支持|鼓励|给予|设立|补助|奖励|建立|安排|投资|组织|成立", text):
            return None
        adopted = self._is_adopted(text, section)
        if adopted and not re.search(r"实施|建立|成立|引进|投入|投资|出资|开展|组织|推行|扶持|支持|引导|采取|调整|列支|争取|探索|搭建|下放|创新|落实|建设|聘请|鼓励|依托|坚持|完善|推进|优化|举办|出台|包装|确立", text):
            return None
        return Act(start, end, self._title(section, start), self._instrument(cues, start), self._actor(start, end), self._group(start, end), "adopted" if adopted else "planned")

    def _is_adopted(self, text: str, section: int) -> bool:
        if self.frame.document_type == "policy":
            return False
        if re.search(r"^.{0,30}(?:要|将|力争|拟|计划|今后|下一步)", text) and not re.search(r"了", text):
            return False
        for index in self.frame.section_path(section):
            first, last = self.frame.headings[index].heading
            if re.search(r"对策|措施|打算|下一步|目标|任务|思路|建议|今后|部署", self.text[first:last]):
                return False
        return bool(_DONE.search(text)) or self.frame.document_type in ("report", "article")

    def _instrument(self, cues: list[Cue], start: int) -> str:
        """The instrument with most weight, the one named first among equals."""
        weights: dict[str, int] = defaultdict(int)
        first: dict[str, int] = {}
        for cue in cues:
            weights[cue.instrument] = max(weights[cue.instrument], cue.weight)
            first.setdefault(cue.instrument, cue.start)
        return min(weights, key=lambda code: (-weights[code], first[code], code))

    def _title(self, section: int, start: int) -> tuple[int, int]:
        for index in self.frame.section_path(section):
            first, last = self.frame.headings[index].heading
            if index and first < last and last - first <= 60:
                return first, last
        return start, min(start + 20, len(self.text))

    def _actor(self, start: int, end: int) -> tuple[int, int] | None:
        found = _ACTOR.match(self.text[start:end])
        return (start, start + found.end()) if found else None

    def _group(self, start: int, end: int) -> tuple[int, int] | None:
        found = _GROUP.search(self.text, start, end)
        return found.span("group") if found else None

    def _take_in_titles(self, by_section: dict[int, list[Act]]) -> None:
        """一是加强组织领导。市政府成立…。: an item of its title and one acting sentence is one measure as a whole."""
        for section, acts in by_section.items():
            heading = self.frame.headings[section]
            if heading.kind not in ("clause", "duty") or len(acts) != 1:
                continue
            sentences = [s for s in self.frame.sentences if s.section == section]
            if len(sentences) == 2 and sentences[1].start <= acts[0].start:
                acts[0].start = heading.start


def rows(frame: Frame, acts: list[Act]) -> list[Measure]:
    """Rows of a document's measures."""
    result = []
    for act in acts:
        start, end = frame.bounds(act.start, act.end)
        act.row_id = frame.row_id("a", start)
        result.append(
            Measure(
                measure_id=act.row_id,
                document_id=frame.document_id,
                section_id=frame.section_id(act.start),
                start=start,
                end=end,
                quote=frame.document.source.text[start:end],
                title=frame.printed(*act.title),
                instrument=act.instrument,
                instrument_family=family(act.instrument),
                actor_text=frame.printed(*act.actor) if act.actor else None,
                target_group_text=frame.printed(*act.group) if act.group else None,
                tense=act.tense,
                origin=RULE,
            )
        )
    return result
