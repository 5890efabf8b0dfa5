"""The measures table: sentences in which the authority acts or commits to act, and with which instrument.

Every sentence gets a score (see `act_scores`); one that reaches the threshold is a measure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from jiqun.facts.act_scores import ActScorer, Passage, Verdict
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.target_groups import GroupReader
from jiqun.language.instruments import Cue, Cues, family
from jiqun.reading.markers import match_marker
from jiqun.tables import Measure

THRESHOLD = 2.75
_TITLE_THRESHOLD = 6.25  # what a heading with text below it must reach to be an act of its own

_LONGEST_TITLE = 40
_MAIN_CLAUSE = 1.0  # what a cue gains in the clause of the main verb
_REPEATED = 0.5  # what each further place gains that tells of the same instrument
_HEADED = 2.0  # what an instrument gains that the section's heading names
_SURE = 8  # the weight from which a cue tells a purpose by itself
_SHORT_HEADING = 16
_PURPOSES = frozenset(
    ("trade", "overseas", "outsourcing", "procurement", "demonstration", "talent", "investment_promotion")
)
# What says, in a condition, who is granted money, and is no means itself.
_CONDITIONAL = frozenset(
    (
        "technology",
        "infrastructure",
        "information",
        "public_service",
        "goal_planning",
        "regulation",
        "strategic_measure",
        "demonstration",
        "investment_promotion",
    )
)
_GRANTED = 7  # the weight from which a cue of money tells that some is granted
_CLAUSE = 120  # how far to either side of a cue its clause is looked for
_CLAUSE_ENDS = re.compile("[，；。：]")
_HELPS = re.compile("[局厅办](?:配合|协助|参加|参与)")
# A cue in the name of a body that only helps is no means: 县财政局、县|营商环境|建设局配合.
_OF_HELPER = re.compile(
    r"[\u4e00-\u9fff]{0,4}?[局厅](?:、[^，。；]{2,40}?[局厅委办])?(?:配合|协助|参加|参与)"
)
# Public money set up for loans and guarantees is a means of finance: 设立应急转贷资金.
_FOR_LENDING = re.compile(
    r"(?:设立|成立|组建|建立|出资|注资|增资|充实)[^，；。]{0,30}?(?:担保|风险补偿|转贷|助保金|过桥|周转金|小额贷款)"
)
# What may stand between the start of a clause and its verb.
_SPEECH = re.compile(r"[“\"][^”\"]*[”\"]?(?:[^，。；]{0,20}(?:说|表示|介绍|告诉记者)。)?$")
_BRACKET = re.compile(r"[（(〔【](?:[^（）()〔〕【】]|（[^（）]{1,20}）)*[）)〕】]$")
# Who has to do the task before, at the head of the next sentence where a copy lost its line ends.
_REMARK = re.compile(
    r"[（〔【](?:责任|牵头|配合|负责|主管)(?:[^（）〔〕【】]|（[^（）]{1,20}）){2,200}[）〕】]\s*"
)
_MODAL = re.compile(r".{0,30}(?:要|将|力争|拟|计划|今后|下一步)")
_DONE = re.compile(r"了|已|先后|累计|得到|促成|今年来|今年以来|近年来|近几年|上半年|去年|共[引实建完]")
_AIMS = re.compile(r"对策|措施|打算|下一步|目标|任务|思路|建议|今后|部署|安排")
# Who speaks before those who are to act asks, where nothing says that it is done.
_ADDRESS = re.compile("讲话|发言(?!人)|致辞")
_OFFICE = "[^、，；。：（）]{1,18}(?:厅|局|委|委员会|办|办公室|部|支行|政府|管委会)"
# Who has to do it: （责任单位：省财政厅）, 〔省财政厅牵头〕, （市财政局、市科技局）.
_RESPONSIBLE = re.compile(
    r"\s{0,4}[（(〔【](?:(?:牵头|责任|负责|主管)(?:单位|部门)：(?P<actor>(?:[^；，。（）)〕】]|（[^）]{1,20}）)+)"
    r"|(?P<leads>[^（）()〔〕【】；。：，]{3,60}?)(?:牵头|按职责|负责)"
    rf"|(?P<bodies>(?:[省市县区州]|自治区){_OFFICE}(?:[、，]{_OFFICE}){{0,12}})[）)〕】])"
)
# As far as a paragraph is looked through for the bracket that closes it.
_PARAGRAPH = 800
# When, before who acts: 下一步，市里将….
_IN_TIME = re.compile(
    "(?:(?:从?自?20\\d\\d年?(?:[—至到-]+20\\d\\d年)?(?:起|以来)?|今年|明年|去年|近年来|今年以来|今年来|近几年来|下一步|下阶段|目前|同时|此外|每年|年内|\\d月)，?)*(?:为了?[^，。]{2,16}，)?"
)
# Who acts without being a body by name, and the verbs that follow.
_ACTING = (
    "(?:自20\\d\\d年起|还|也|都|今年|每年|首期|按月|先后)*(?:将|要|拟|须|与|同|会同|联合|依托|立足|以|投资|投入|出资|设立|安排|出台|拿出|建立|推行|实行|采取|制定|组织|统筹|集中|补|给|负担"
    "|贴息|按|连续|引进|共建|支持|包联|包抓|分头|带队|联系)"
)
_WHO_ACTS = re.compile(
    "(?P<actor>[省市县区州镇]里|县上|市上|省上|我们|(?:[省市县区州]级?|地区|[省市]、[市县](?:两级)?)财政|各(?:设区市|县（市、区）|县市|市县|地)|[各省市县区州]级(?:领导|预算单位)"
    f"|[省市县区州]领导|开发区|管委会|[省市县区州]国投集团)(?={_ACTING})"
)
_GOES_ON = re.compile(_ACTING)
# What stands before who acts and is no part of the name, and what says that the words name nobody who acts.
_ASKED = re.compile("建议|商?请|[今明去]年|[^，。；：]{0,8}由(?=[^，。；：]{2})")
_NO_ACTOR = re.compile(
    "依托|租用|其中|列入|利用|组织|引导|参加"
    r"|全[省市县区镇](?:\Z|(?=每年|今年|组织|年))"
)
_LEADERS = (
    "(?:[省市县区州镇]|政府|县委|市委|委|[省市县区州各]级|各级)(?:主要|分管)?领导"
    "|(?:政府|管委会)主要负责(?:人|同志)"
)
_BY_LEADERS = re.compile(
    f"由(?P<actor>[^，。；：]{{0,4}}?(?:{_LEADERS}))(?:分别|分头|一对一|具体|各)*(?:领衔|挂帅|包联|包保|包抓|联系|约谈|担任|牵头|负责)"
)
_LEADERS_OF = re.compile(
    f"[^，。；：]{{0,16}}?(?:实行|推行|落实|建立|坚持)[^，。；：]{{0,6}}?(?P<actor>{_LEADERS})(?:分别|分头|一对一|带头)*(?:包联|包保|包抓|挂钩|联系|领办|挂点|领衔)"
)


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


# A first sentence that says who must do something is no title: 县、乡两级要明确专项经费。
_TELLS_WHOM = re.compile("(?:各|全|[省市县区乡])[^，。]{0,12}要(?!素|求|点|闻)[^。]{2,40}，[^。]*。")
_PROSE = re.compile("[，；]")
_CONTACT = re.compile("联系人|联系电话|联系方式|电子邮箱|传真：|邮编")
# What a web site says of itself below a text.
_OF_THE_PAGE = re.compile(
    "(?:郑重|特别|免责|版权)?声明：|免责条款|版权所有|本(?:网|站)(?:转发|转载|所有)|转载请注明|(?:凡本网|以上内容)"
)
# Whom a document is sent to: 各市人民政府，省有关部门：.
_ADDRESSED = re.compile("(?:各|有关|县|市|区|省)[^。；]{1,90}：$")


class MeasureReader:
    """Finds the measures of one document."""

    def __init__(self, frame: Frame, cues: Cues, names: Mapping[int, int]) -> None:
        """`names` are the bodies and zones that the text names, end by start."""
        self.frame, self.cues, self.text = frame, cues, frame.text
        self.scorer = ActScorer(frame)
        self.groups = GroupReader(frame.text, names)

    def read(self) -> list[Act]:
        """All measures in order."""
        acts: list[Act] = []
        for passage in self.passages():
            act = self._judge(passage)
            if act:
                acts.append(act)
        return acts

    def passages(self) -> list[Passage]:
        """The sentences that may be measures, in order: whole over broken lines, behind their ordinals.

        An item of a 一是 title and one sentence is one passage; a heading with text below is a title.
        """
        by_section: dict[int, list[Passage]] = defaultdict(list)
        result: list[Passage] = []
        for sentence in self.frame.sentences:
            own = by_section[sentence.section]
            last = result[-1] if result else None
            if last and own and own[-1] is last and self._runs_on(last, sentence.start):
                last.end = sentence.end
                continue
            passage = Passage(sentence.start, sentence.end, sentence.section)
            own.append(passage)
            result.append(passage)
        for section, own in by_section.items():
            if section:
                self._open_section(section, own)
        for passage in result:
            remark = _REMARK.match(self.text, passage.start, passage.end)
            if remark and remark.end() < passage.end:
                mark = match_marker(self.text, remark.end(), passage.end)
                passage.start = remark.end() + (mark.length if mark else 0)
        return [passage for passage in result if passage.end > passage.start]

    def _runs_on(self, last: Passage, start: int) -> bool:
        """Whether a hard line end broke a sentence: 投⏎诉机制 runs on, a title line does not."""
        if self.text[last.end - 1] in "。；！？：”）■…" or (
            last.section == 0 and len(self.frame.headings) > 1 and last.start < self.frame.headings[1].start
        ):
            return False
        if _CONTACT.search(self.text, last.start, last.end):
            return False
        if not _PROSE.search(self.text, last.start, last.end):
            return False  # 三大产业集群初具规模: a heading without a number
        heading = self.frame.headings[last.section]
        if last.section and heading.start <= last.start and last.end <= heading.heading[1] + 1:
            return False
        return self.text.count("\n", last.end, start) == 1

    def _open_section(self, section: int, own: list[Passage]) -> None:
        """Sort out a section's heading: a title to skip, a whole act, or the opening of an item."""
        heading = self.frame.headings[section]
        first = own[0]
        if first.start != heading.start:
            return
        body = heading.heading[0]
        rest = [passage for passage in own[1:] if not _BRACKET.match(self.text, passage.start, passage.end)]
        run_in = heading.kind in ("clause", "duty")
        nested = section + 1 < len(self.frame.headings) and self.frame.headings[section + 1].parent == section
        if first.end > heading.heading[1] + 1:
            # The heading is only the opening of its sentence: 优化环境：对企业…
            if heading.heading[1] < first.end and self.text[heading.heading[1]] == "：":
                first.start = heading.heading[1] + 1
            elif not run_in:
                first.start = body
            first.is_item = run_in
        elif run_in and len(rest) == 1:
            own[1].start, first.end = first.start, first.start
            own[1].is_item = True
        else:
            first.start = first.start if run_in else body
            first.is_title = (
                first.end - first.start <= _LONGEST_TITLE
                and (nested or bool(rest))
                and not _TELLS_WHOM.match(self.text, first.start, first.end)
            ) or self.text[first.end - 1] not in "。；！？”）"
            first.is_item = run_in

    def _judge(self, passage: Passage) -> Act | None:
        """A measure of the passage, if it scores enough."""
        start, end = passage.start, passage.end
        if end - start < 10 or (self.text[end - 1] not in "。；！？”）■）" and end - start < 40):
            return None
        if _BRACKET.match(self.text, start, end) or _SPEECH.match(self.text, start, end):
            return None
        if _OF_THE_PAGE.match(self.text, start, end):
            return None
        if self.text[end - 1] == "：" and _ADDRESSED.match(self.text, start, end):
            return None
        cues = self.cues.within(start, end)
        verdict = self.scorer.judge(passage, cues)
        if verdict.score < (_TITLE_THRESHOLD if passage.is_title else THRESHOLD):
            return None
        adopted = self._is_adopted(passage)
        return Act(
            start,
            end,
            self._title(passage.section, start),
            self._instrument(cues, self._heading_cues(passage.section), *self._main_clause(passage, verdict)),
            self._actor(verdict.actor)
            or self._named_behind(end)
            or self._opens(start, end)
            or self._leads(start, end),
            self.groups.read(start, end),
            "adopted" if adopted else "planned",
        )

    def _main_clause(self, passage: Passage, verdict: Verdict) -> tuple[int, int]:
        """The clause of the main verb; of an item, none in its title sentence: 三是加大扶持。…."""
        first, last = verdict.main_clause
        title = self.text.find("。", passage.start, passage.end - 1) if passage.is_item else -1
        return (0, 0) if last <= title else (first, last)

    def _actor(self, found: tuple[int, int] | None) -> tuple[int, int] | None:
        """The body among the words before its verb: 建议|市财政|, 学费由|市财政|, |地区财政|.

        None where it is what is made use of (依托|协会|) or all of the place is meant (全市每年安排).
        """
        if found is None:
            return None
        start, end = found
        if self.text.startswith("区", start) and self.text[start - 1 : start] == "地":
            start -= 1
        opening = _ASKED.match(self.text, start, end)
        start = opening.end() if opening else start
        if _NO_ACTOR.match(self.text, start, end):
            return None
        return start, end

    def _leads(self, start: int, end: int) -> tuple[int, int] | None:
        """Leaders who are given something to look after: 由|市领导|领衔, 实行|县级领导|包联."""
        found = _BY_LEADERS.search(self.text, start, end) or _LEADERS_OF.match(self.text, start, end)
        return found.span("actor") if found else None

    def _named_behind(self, end: int) -> tuple[int, int] | None:
        """The body that a bracket behind the measure makes responsible: （责任单位：省财政厅）,
        〔省财政厅牵头〕."""
        found = _RESPONSIBLE.match(self.text, end, end + _CLAUSE) or self._closing_bracket(end)
        if found is None:
            return None
        return found.span(next(name for name in ("actor", "leads", "bodies") if found[name]))

    def _closing_bracket(self, end: int) -> re.Match[str] | None:
        """The bracket of that kind that closes the paragraph: all its measures are for those it names."""
        last = self.text.find("\n", end, end + _PARAGRAPH)
        stop = last if last >= 0 else min(len(self.text), end + _PARAGRAPH)
        opens = self.text.find("（", end, stop)
        while opens >= 0:
            found = _RESPONSIBLE.match(self.text, opens, stop)
            if found:
                return found
            opens = self.text.find("（", opens + 1, stop)
        return None

    def _opens(self, start: int, end: int) -> tuple[int, int] | None:
        """Who opens a sentence without any body: a place, its treasury, its leaders, 我们."""
        lead = _IN_TIME.match(self.text, start, end)
        first = lead.end() if lead else start
        found = _WHO_ACTS.match(self.text, first, min(end, first + 40))
        if found:
            return found.span("actor")
        places = self.frame.places_between(first, min(end, first + 16))
        if places and places[0].start == first and _GOES_ON.match(self.text, places[0].end):
            return places[0].start, places[0].end
        return None

    def _is_adopted(self, passage: Passage) -> bool:
        if self.frame.document_type == "policy":
            return False
        text = self.text[passage.start : passage.end]
        if _MODAL.match(text) and "了" not in text:
            return False
        for index in self.frame.section_path(passage.section):
            first, last = self.frame.headings[index].heading
            if _AIMS.search(self.text, first, last):
                return False
        if _DONE.search(text):
            return True
        return self.frame.document_type in ("report", "article") and not _ADDRESS.search(self.frame.title)

    def _heading_cues(self, section: int) -> list[Cue]:
        """Cues of purposes in the heading of a measure's section: 政府采购, 境外布局."""
        heading = self.frame.headings[section].heading
        if not section or heading[1] - heading[0] > _SHORT_HEADING:
            return []
        return [cue for cue in self.cues.within(*heading) if cue.instrument in _PURPOSES]

    def _instrument(self, cues: list[Cue], heading: list[Cue], first: int, last: int) -> str:
        """The instrument with most weight; a cue in the main verb's clause [first, last) weighs more.

        Money granted is only the means where the words tell what it is for: 参加博览会的，按展位费的六成补贴.
        """
        if cues and _HELPS.search(self.text, cues[0].start, cues[-1].end + _CLAUSE):
            cues = [cue for cue in cues if not _OF_HELPER.match(self.text, cue.end)]
        cues = self._without_conditions(cues)
        if not cues:
            return "strategic_measure"
        best: dict[str, tuple[float, int]] = {}
        places: dict[str, list[int]] = defaultdict(list)  # ends of cues that do not overlap
        for cue in cues:
            weight = cue.weight + (_MAIN_CLAUSE if first <= cue.start and cue.end <= last else 0.0)
            if cue.instrument not in best or weight > best[cue.instrument][0]:
                best[cue.instrument] = weight, cue.start
            own = places[cue.instrument]
            if cue.weight >= 6 and (not own or own[-1] <= cue.start):
                own.append(cue.end)
        if "finance" in best and _FOR_LENDING.search(self.text, first, last):
            best["finance"] = best["finance"][0] + _HEADED, best["finance"][1]
        for cue in heading:
            if cue.weight >= _SURE and cue.instrument in best:
                best[cue.instrument] = best[cue.instrument][0] + _HEADED, best[cue.instrument][1]
        told = [cue.start for cue in cues if cue.instrument in _PURPOSES and cue.weight >= _SURE]
        granted = [cue.start for cue in cues if cue.instrument == "funding"]
        if told and granted and min(told) < min(granted):
            del best["funding"]
        return min(
            best,
            key=lambda code: (-best[code][0] - _REPEATED * min(len(places[code]), 4), best[code][1], code),
        )

    def _without_conditions(self, cues: list[Cue]) -> list[Cue]:
        """The cues without those that only say who is granted money: 对新引进的项目，按投资额的5%给予补助."""
        if all(cue.instrument != "funding" or cue.weight < _GRANTED for cue in cues):
            return cues
        return [cue for cue in cues if cue.instrument not in _CONDITIONAL or not self._in_condition(cue)]

    def _in_condition(self, cue: Cue) -> bool:
        """Whether a cue stands in a clause that opens with 对 or ends with 的."""
        opens = max(self.text.rfind(mark, max(0, cue.start - _CLAUSE), cue.start) for mark in "，；。：") + 1
        ends = _CLAUSE_ENDS.search(self.text, cue.end, cue.end + _CLAUSE)
        return self.text.startswith(("对", "凡"), opens) or (
            ends is not None and self.text[ends.start() - 1] == "的"
        )

    def _title(self, section: int, start: int) -> tuple[int, int]:
        for index in self.frame.section_path(section):
            first, last = self.frame.headings[index].heading
            if index and first < last and last - first <= 60:
                return first, last
        return start, min(start + 20, len(self.text))


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
                section_id=frame.section_id(act.start, act.end),
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
