"""The measures table: sentences in which the authority acts or commits to act, and with which instrument.

Every sentence gets a score from what it is made of (see `Weights`); one that reaches the threshold is a measure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from jiqun.facts.frame import RULE, Frame
from jiqun.language.acting import Acting, Word
from jiqun.language.instruments import Cue, Cues, family
from jiqun.tables import Measure

THRESHOLD = 2.75
_TITLE_THRESHOLD = 6.0  # what a heading with text below it must reach to be an act of its own

_CLAUSE_END = re.compile(r"[，；：](?![^，。；：（）]{0,12}）)|。(?=.)")
_LONGEST_TITLE = 40
_MAIN_CLAUSE = 1.0  # what a cue gains in the clause of the main verb
_REPEATED = 0.5  # what each further place gains that tells of the same instrument
# What may stand between the start of a clause and its verb.
_LEAD = re.compile(
    r"(?:[“（\s]|同时|此外|另外|因此|为此|并且|并(?!购|网|轨)|又(?!好)|也要|还|一方面|另一方面|当前|目前|今后|今年(?:来|以来)?|近年来|近几年来?"
    r"|去年|先后|首先|其次|最后|已经?|共(?!同|享|建)|也|都|进一步|积极|大力(?!度)|着力(?!点)|重点|切实|认真|全面|努力|扎实|持续|有序|充分|深入|不断"
    r"|坚决|突出|主动|适时|及时|定期|不定期地?|按月|按季|每[月季]|统一|共同|独立|依法|尽快|要|应当?|必须|须|可以?|将(?=[^，]{0,3}(?:统筹|设立|安排|支持|建立|实施|出台|开展|组织|加大|给予|投入))|拟|再|专门"
    r"|千方百计|集中力量|集中精力|继续|加快|加速|逐步|联合|高标准|高起点|科学|合理|稳步|严格按|密切|牢牢|紧紧|探索实行|探索|创新|有针对性地?|多次|坚持不懈地?"
    r"|抓紧|有效|率先|分批|分类|大胆|广泛|全力|强力|精准|高效|更加|更好地?|及早|尽早|一律|全程|每年|按年度|逐年|逐项|全面|同步|优先(?=[支引培发推安])|[的地])*+"
)
_LED = re.compile(r"对|为(?!了)|将|把|由|从|与|向|凡|按|给|优先|各")
_DUTY = re.compile(r"(?:同时)?(?:也?要(?!素|求|件|闻|么)|应当?|必须)")
_COPULA = re.compile(r"[^，。：；“”]{1,18}?(?<![要就而或凡还但不都])是(?!否)")
_FIRM_DUTY = re.compile(r"(?:龙头|骨干|重点|核心|各|各类|该|园区|大|我们)?(?:企业|公司)(?:要|应|必须)")
_FIRM_ACTS = re.compile(
    r"(?:[^，。；：]{0,10})(?:集团|公司|厂|企业|纸业|机械|行业|团队"
    r"|制造业?)[^，。；：对为]{0,6}?(?:投资|投入|拥有|已|为|具有|畅销|主要)"
)
_STATISTIC = re.compile(
    r"(?:全[省市县区年]|上半年|前\d|截至|截止|仅|其中|预计|去年|\d{4}年)[^，。；：]{0,12}(?:共|完成"
    r"|实现|达|有|新增|实施|引进|聚集|签约)"
)
_OUTCOME = re.compile(r"[^，。；：]{0,14}(?:建成|达产|投产|完工|竣工)后")
_PROJECTS = re.compile(
    r"投资(?:约|近|超|过)?[\d一二三四五六七八九十][^，。；]{0,10}元的(?!项目|企业|[，。；])"
)
_PRINCIPLE = re.compile(r"坚持")
_AIM = re.compile(r"[将把][^，。；]{2,80}?(?:打造|培育|建设|发展)成|(?:始终|一直)把")
_SPEECH = re.compile(r"[“\"][^”\"]*[”\"]?(?:[^，。；]{0,20}(?:说|表示|介绍|告诉记者)。)?$")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]$")
_MODAL = re.compile(r".{0,30}(?:要|将|力争|拟|计划|今后|下一步)")
_NAMES_WAY = re.compile(
    r"(?:通过|采取|采用|运用|实行|利用|由).{2,40}?(?:方式|办法|途径|形式|机制|模式|渠道|制度|政策)"
)
_DONE = re.compile(r"了|已|先后|累计|得到|促成|今年来|今年以来|近年来|近几年|上半年|去年|共[引实建完]")
_AIMS = re.compile(r"对策|措施|打算|下一步|目标|任务|思路|建议|今后|部署")
_BODY = (
    r"(?:该[省市县区镇乡]|全[省市县区镇]|财政(?!部)|政府|厅|局|委(?!托|员)|办(?![理法好成企事])|部门"
    r"|[传织战贸务]部|单位|管委会|委员会|各地|[各省市县区镇州]级|各[省市县区镇州](?!级)|市县|区县|银行"
    r"|农信联社|党委|指挥部|领导小组|新闻媒体|媒体|中心|我们|上下|园区|机关|干部|领导|法院|检察院|协会"
    r"|工会|荣誉|公安|税务|海关|县长|市长|区长|书记)"
)
_ACTS = (
    r"(?:要|应|每年|年底|今年|三年|将|拟|须|负责|牵头|会同|统筹|按|对|给予|设立|安排|出资|列支|投入"
    r"|投资|拿出|与|成立|首期|预留|优先|支持|鼓励|引导|扶持|积极|扎实|大力|着力|在|从|实施|建立|采取"
    r"|坚持|抢抓|切实|始终|立足|通过|制定|联系|任|给|和|可|沉|主动|定期|组织|印发|出台|以|重点|同时|也"
    r"|先后|全力|紧紧|围绕|结合|举全)"
)
_ACTOR = re.compile(
    rf"(?P<actor>(?:[\u4e00-\u9fff]{{0,10}}?){_BODY}(?:（[^，。；）]{{1,10}}）)?"
    rf"(?:[、和及与][^，。；：]{{1,24}}?{_BODY}){{0,6}})(?:（[^，。；）]{{1,10}}）)?{_ACTS}"
)
_BY = re.compile(
    rf"由(?P<actor>[^，。；：]{{0,24}}?{_BODY})(?=牵头|负责|出资|会同|组织|承担|统一|按|授信|具体|共同"
    rf"|任)"
)
_RESPONSIBLE = re.compile(r"^[（(](?:牵头|责任|负责|主管)(?:单位|部门)：(?P<actor>[^；。）)]+)")
_GROUP = re.compile(
    r"(?:支持|鼓励|引导|扶持|帮助|对|为|向|培育|推动|促进|组织)(?P<group>[^，。；]{2,30}?"
    r"(?:企业|项目|人才|集群|园区|产业|单位|机构|个人|平台|基地|大户|团队|部门|县|区|主体|公司|集团))"
)


class Weights:
    """How much each trait of a sentence says for or against an act of the authority.

    Main verb first: a sentence that opens with 设立 or 支持 acts; one that opens with 发展 or 实现 says what is to grow.
    """

    verb = 1.0  # times the weight of the main verb (3 an act, 2 an act if it has a means)
    develop = -1.0  # the main verb only says what is to grow (重点发展汽车产业)
    result = -2.0  # the main verb reports or aims (实现产值23亿元)
    led = 0.85  # times the weight of a verb behind 对, 将, 由 (对X给予补助)
    inside = 0.5  # times the weight of a verb behind another opening, where none opens a clause
    more = 0.5  # each further clause that opens with an act, at most three
    means = 0.25  # times the weight of the best cue above 4
    no_means = -1.0
    actor = 1.5
    duty = 1.0  # a clause that opens with 要
    grant = 1.0  # times the weight of the granting word, where a sum or a length stands with it
    way = 0.5  # names a way (采取…方式)
    background = -1.0  # times the weight of background words, at most 6
    target = -0.75  # each target word, at most four
    copula = -2.5  # says what something is (园区是产业集聚的平台)
    copula_first = -1.5  # does so before it acts
    done = 0.5  # the main verb has 了
    firm = -4.0  # what a firm does or is to do
    aim = -2.0  # what a place or trade is to be made into (将X打造成基地)
    projects = -2.0  # lists projects by their sums (投资1亿元的灯饰城)
    principle = -2.0  # 坚持 more than once
    statistic = -2.0
    figures = -0.5  # each quantity beyond two that no grant explains, at most four
    heading = 1.0  # times the weight of the headings around it
    front = -2.0  # before the first heading of a policy: its reasons
    item = 1.0  # the only sentence of a 一是 or 一要 item


@dataclass(slots=True)
class Passage:
    """A sentence to judge: positions of the view, its section, and whether it is a heading with text below it."""

    start: int
    end: int
    section: int
    is_title: bool = False
    is_item: bool = False


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
        self.acting = Acting(frame.text)
        self._heading_weights: dict[int, float] = {}
        self._actor: tuple[int, int] | None = None
        self._main_clause = (0, 0)

    def read(self) -> list[Act]:
        """All measures in order."""
        acts: list[Act] = []
        passages = self.passages()
        for index, passage in enumerate(passages):
            following = passages[index + 1] if index + 1 < len(passages) else None
            act = self._judge(passage, following)
            if act:
                acts.append(act)
        return acts

    def passages(self) -> list[Passage]:
        """The sentences that may be measures, in order: whole over broken lines, behind their ordinals.

        An item of a short 一是 title and one sentence is one passage; a heading with sentences below it is a title.
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
        return [passage for passage in result if passage.end > passage.start]

    def _runs_on(self, last: Passage, start: int) -> bool:
        """Whether a hard line end broke a sentence: 投⏎诉机制 runs on, a title line does not."""
        if (
            self.text[last.end - 1] in "。；！？：”）■…"
            or (last.section == 0
            and len(self.frame.headings) > 1
            and last.start < self.frame.headings[1].start)
        ):
            return False
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
                (first.end - first.start <= _LONGEST_TITLE
                and (nested or bool(rest)))
                or self.text[first.end - 1] not in "。；！？”）"
            )
            first.is_item = run_in

    def _judge(self, passage: Passage, following: Passage | None) -> Act | None:
        """A measure of the passage, if it scores enough."""
        start, end = passage.start, passage.end
        if _BRACKET.match(self.text, start, end) or _SPEECH.match(self.text, start, end):
            return None
        if end - start < 10 or (self.text[end - 1] not in "。；！？”）■）" and end - start < 40):
            return None
        cues = self.cues.within(start, end)
        score = self.score(passage, cues)
        if score < (_TITLE_THRESHOLD if passage.is_title else THRESHOLD):
            return None
        adopted = self._is_adopted(passage)
        return Act(
            start,
            end,
            self._title(passage.section, start),
            self._instrument(cues),
            self._actor or self._named_behind(following, passage.section),
            self._group(start, end),
            "adopted" if adopted else "planned",
        )

    def score(self, passage: Passage, cues: list[Cue]) -> float:
        """How much the passage acts; see `Weights`."""
        return sum(value for _, value in self.traits(passage, cues))

    def traits(self, passage: Passage, cues: list[Cue]) -> list[tuple[str, float]]:
        """What the score is made of: names of weights and what each adds."""
        start, end, text = passage.start, passage.end, self.text
        words = self.acting.within(start, end)
        found = self._verbs(passage, words, cues)
        best = max((cue.weight for cue in cues), default=0)
        found.append(
            ("means", Weights.means * max(best - 4, 0)) if best > 4 else ("no_means", Weights.no_means)
        )
        part = text.find("；", start, end)
        part = end if part < 0 else part
        quantities = sum(1 for numeral in self.frame.numerals_in(start, part) if numeral.kind == "quantity")
        lengths = quantities or any(
            numeral.unit for numeral in self.frame.numerals_in(start, end) if numeral.kind == "period"
        )
        grants = max((word.weight for word in words if word.role == "grant"), default=0)
        if self._actor:
            found.append(("actor", Weights.actor))
        if grants and (lengths or text.startswith("对", start)):
            found.append(("grant", Weights.grant * grants))
        elif quantities > 2:
            found.append(("figures", Weights.figures * min(quantities - 2, 4)))
        background = sum(word.weight for word in words if word.role == "background")
        targets = sum(1 for word in words if word.role == "target" and word.end <= part)
        # 突破 and 总投资 in a sentence that grants a sum bound who gets it.
        if not (grants == 3 and lengths):
            found.append(("background", Weights.background * min(background, 6)))
            found.append(("target", Weights.target * min(targets, 4)))
        if len(_PRINCIPLE.findall(text, start, end)) > 1:
            found.append(("principle", Weights.principle))
        if _PROJECTS.search(text, start, end):
            found.append(("projects", Weights.projects))
        if _AIM.search(text, start, end):
            found.append(("aim", Weights.aim))
        if _NAMES_WAY.search(text, start, end):
            found.append(("way", Weights.way))
        if passage.is_item:
            found.append(("item", Weights.item))
        found.append(("heading", Weights.heading * self._headings_weight(passage)))
        return found

    def _verbs(self, passage: Passage, words: list[Word], cues: list[Cue]) -> list[tuple[str, float]]:
        """What the verbs that open the clauses add; remembers the actor."""
        found: list[tuple[str, float]] = []
        start, end, text = passage.start, passage.end, self.text
        by = _BY.search(text, start, end)
        self._actor = by.span("actor") if by else None
        main, inside, more, statistic, copula, duty = None, 0.0, 0, False, False, False
        at = {word.start: word for word in words if word.role in ("verb", "develop", "result", "passing")}
        position = start
        if passage.is_item:
            position = max(position, self.frame.headings[passage.section].heading[0])
        first = position
        while position < end:
            mark = _CLAUSE_END.search(text, position, end)
            stop = mark.start() if mark else end
            duty = duty or bool(_DUTY.match(text, position, stop))
            lead = self._behind_lead(position, stop)
            word = at.get(lead)
            copula = (
                copula or (position == first and word is None and bool(_COPULA.match(text, position, stop)))
            )
            if (
                (main is None
                and _STATISTIC.match(text, position, stop))
                or (position == first
                and _OUTCOME.match(text, position, stop))
            ):
                statistic = True
            if (
                _FIRM_DUTY.match(text, position, stop)
                or (position == first
                and word is None
                and _FIRM_ACTS.match(text, lead, stop))
            ):
                found.append(("firm", Weights.firm))
            if word is None:
                actor = _ACTOR.match(text, lead, end)
                if actor and actor.end("actor") <= stop:
                    self._actor = self._actor or actor.span("actor")
                    lead = (
                        self._behind_lead(actor.end(), stop)
                        if text[actor.end() - 1] == "）"
                        else self._behind_lead(actor.end("actor"), stop)
                    )
                    word = at.get(lead)
            if word is None:
                for inner in words:
                    if inner.role == "verb" and lead <= inner.start and inner.end <= stop:
                        led = _LED.search(text, lead, inner.start)
                        inside = max(inside, inner.weight * (Weights.led if led else Weights.inside))
            elif word.role == "passing":
                pass
            elif main is None:
                main = (word, position, stop)
            elif word.role == "verb":
                more += 1
            position = stop + 1
        if duty:
            found.append(("duty", Weights.duty))
        if copula:
            found.append(("copula", Weights.copula if main is None else Weights.copula_first))
        if main and main[0].role == "verb" and "了" in text[main[0].end : main[2]]:
            found.append(("done", Weights.done))
        if statistic:
            found.append(("statistic", Weights.statistic))
        self._main_clause = (main[1], main[2]) if main else (0, 0)
        found.append(("more", Weights.more * min(more, 3)))
        found.append(self._main(main, inside, cues))
        return found

    def _behind_lead(self, position: int, stop: int) -> int:
        found = _LEAD.match(self.text, position, stop)
        return found.end() if found else position

    def _main(self, main: tuple[Word, int, int] | None, inside: float, cues: list[Cue]) -> tuple[str, float]:
        """What the first verb that opens a clause adds, or one inside where none opens a clause."""
        if main is None:
            return "inside", inside
        word, position, stop = main
        if word.role == "verb":
            return "verb", Weights.verb * word.weight
        if word.role == "result":
            return "result", Weights.result + inside
        meant = any(cue.weight >= 8 and position <= cue.start and cue.end <= stop for cue in cues)
        return "develop", (1.0 if meant else Weights.develop) + inside

    def _headings_weight(self, passage: Passage) -> float:
        """What the headings around a passage say:措施 for it, 指导思想 against it; the innermost counts whole."""
        if passage.section == 0:
            outlined = len(self.frame.headings) > 1 and self.frame.document_type == "policy"
            return Weights.front if outlined and passage.start < self.frame.headings[1].start else 0.0
        # A title does not speak for itself.
        section = (self.frame.headings[passage.section].parent or 0) if passage.is_title else passage.section
        if section not in self._heading_weights:
            total = 0.0
            for depth, index in enumerate(self.frame.section_path(section)):
                first, last = self.frame.headings[index].heading
                weights = (
                    [w.weight for w in self.acting.within(first, last) if w.role == "heading"]
                    if index
                    else []
                )
                if "，" in self.text[first:last]:
                    weights = [weight for weight in weights if weight != -2]
                if weights and not min(weights) < 0 < max(weights):
                    total += (min(weights) if min(weights) < 0 else max(weights)) * (
                        1.0 if depth == 0 else 0.75
                    )
            self._heading_weights[section] = max(-4.0, min(total, 1.0))
        return self._heading_weights[section]

    def _named_behind(self, following: Passage | None, section: int) -> tuple[int, int] | None:
        """The body that a bracket behind the measure makes responsible: （责任单位：省财政厅）."""
        if following is None or following.section != section:
            return None
        found = _RESPONSIBLE.match(self.text[following.start : following.end])
        return (
            (following.start + found.start("actor"), following.start + found.end("actor")) if found else None
        )

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
        return bool(_DONE.search(text)) or self.frame.document_type in ("report", "article")

    def _instrument(self, cues: list[Cue]) -> str:
        """The instrument with most weight, a cue in the main verb's clause before others, the first among equals."""
        if not cues:
            return "strategic_measure"
        first, last = self._main_clause
        best: dict[str, tuple[float, int]] = {}
        places: dict[str, set[int]] = defaultdict(set)
        for cue in cues:
            weight = cue.weight + (_MAIN_CLAUSE if first <= cue.start and cue.end <= last else 0.0)
            if cue.instrument not in best or weight > best[cue.instrument][0]:
                best[cue.instrument] = weight, cue.start
            if cue.weight >= 6:
                places[cue.instrument].add(cue.end)
        return min(
            best,
            key=lambda code: (-best[code][0] - _REPEATED * min(len(places[code]), 4), best[code][1], code),
        )

    def _title(self, section: int, start: int) -> tuple[int, int]:
        for index in self.frame.section_path(section):
            first, last = self.frame.headings[index].heading
            if index and first < last and last - first <= 60:
                return first, last
        return start, min(start + 20, len(self.text))

    def _group(self, start: int, end: int) -> tuple[int, int] | None:
        found = _GROUP.search(self.text, start, end)
        return found.span("group") if found else None


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
