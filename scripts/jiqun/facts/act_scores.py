"""How much a sentence acts: a score from its verbs, means, actor and sums, less what describes or aims."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jiqun.facts.frame import Frame
from jiqun.language.acting import Acting, Word
from jiqun.language.instruments import Cue
from jiqun.patterns import quick

_CLAUSE_END = re.compile(r"[，；：](?![^，。；：（）]{0,12}）)|。(?=.)")
# What may stand between the start of a clause and its verb.
_LEAD = re.compile(
    r"(?:[“（\s]|同时|此外|另外|因此|为此|并且|并(?!购|网|轨)|又(?!好)|也要|还|一方面|另一方面|当前|目前|今后|今年(?:来|以来)?|近年来|近几年来?"
    r"|去年|先后|首先|其次|最后|已经?|共(?!同|享|建)|也|都|进一步|积极|大力(?!度)|着力(?!点)|重点|切实|认真|全面|努力|扎实|持续|有序|充分|深入|不断"
    r"|坚决|突出|主动|适当|适时|及时|定期|不定期地?|按月|按季|每[月季]|统一|共同|独立|依法|尽快|要|应当?|必须|须|可以?|将(?=[^，]{0,3}(?:统筹|设立|安排|支持|建立|实施|出台|开展|组织|加大|给予|投入))|拟|再|专门"
    r"|千方百计|集中力量|集中精力|继续|加快|加速|逐步|联合|高标准|高起点|科学|合理|稳步|严格按|密切|牢牢|紧紧|探索|创新|有针对性地?|多次|深度|“?十[一二三四五]五”?(?:期间|时期)|坚持不懈地?"
    r"|[一二两三四五六七八九十\d]年(?:之?内|累计)?(?=[引培新建实盘])|(?:20\d\d年(?:\d{1,2}月)?|年)底?前|年内(?!完)"
    r"|逐[个项链](?:产业|集群|企业|园区)?|抓紧|有效|率先|分批|分类|大胆|广泛|全力|强力|精准|高效|更加|更好地?|及早|尽早|一律|全程|每年|按年度|逐年|逐项|全面|同步|优先(?=[支引培发推安])|[的地])*+"
)
# What opens a clause whose verb stands at its end: 对企业给予补助, 将规划纳入考核.
# What stands before the verb of a clause: with whom (与大学共建研究院), where (在上海设立招商组).
_JOINS = re.compile(
    r"(?:(?:[\u4e00-\u9fff]{1,8}?(?:[省市县区州旗]|园区)[里上]?|我们|下一步，)?(?:还|也|正|已|将|拟|要|计划|先后)*)"
    r"(?:与|同|会同|联合|携手|联手)[^，；。：]{2,60}?(?:联手，|合作，|携手，)?"
    r"(?=(?:合作|联合|共同)?(?:共建|合建|合办|联办|共办|组建|建设|成立|设立|创办|建立))"
)
_WHERE = re.compile(
    r"(?:在[^，；。：]{2,40}?(?=各建|设立|新建|组建|举办|先行试点|试点|推行|布局建设)"
    r"|(?:围绕|瞄准|聚焦|针对|依托|利用)[^，；。：]{2,40}?(?=开展|组建|建立|设立|实施|制定|编制|举办))"
    r"(?![^，；。]{0,20}[了的])"
)
# How far before a verb that is looked for.
_REACH = 200
_LED = quick(r"对|为(?!了)|将|把|由|从|与|向|凡|按|给|优先|各")
_DUTY = re.compile(r"(?:同时)?(?:也?要(?!素|求|件|闻|么)|应当?|必须)")
_COPULA = re.compile(r"[^，。：；“”]{1,18}?(?<![要就而或凡还但不都])是(?!否)")
# What a firm is told: 龙头企业要加大投入; not 支持龙头企业加大投入.
_FIRM_DUTY = re.compile(r"(?:龙头|骨干|重点|核心|各|各类|该|园区|大|我们)?(?:企业|公司)(?:要|应|必须)")
# What a firm does: 骏马纸业投入3000万元.
_FIRM_ACTS = re.compile(
    r"(?!对|凡|按|给|为|以|由|依托|[省市县区州旗](?![级域属内场]))(?:[^，。；：]{0,10})(?:集团|(?<!担保)公司|厂|企业(?![信融]?[用资]?担保|服务|发展促)|纸业|机械|行业|团队"
    r"|制造业?)[^，。；：对为]{0,6}?(?:投资|投入|拥有|已|为|与|具有|畅销|主要)"
)
# What a bank, a school or a society does: 农商银行累计发放贷款, 行业协会牵头制定标准.
_OTHERS_ACT = re.compile(
    r"[^，。；：、对为由与和]{0,14}(?:银行|信用社|农商行|学院|学校|大学|协会)(?:今年|去年|先后)*(?:已经?|累计|牵头|开办|开设|与)"
)
# What a passage must hold for some openings of its clauses to be looked for at all.
_TOLD = re.compile("[要应必]")
_OTHERS = quick("银行|信用社|农商行|学院|学校|大学|协会")
_JOINED = re.compile("[与同联携]")
# How many projects there are, no act: 三年实施技改项目600项.
_COUNTED = re.compile(r"[^，；。：]{0,40}项目[\d一二三四五六七八九十百千]+多?[项个]")
_OF_PROJECTS = frozenset(("实施", "签约", "启动", "推进", "储备", "抓好"))
# What is counted: 全年完成投资10亿元; not 全年开展招商活动20次.
_STATISTIC = re.compile(
    r"(?:全[省市县区年]|上半年|前\d|截至|截止|仅|其中|预计|去年|\d{4}年)[^，。；：]{0,12}(?:共|完成"
    r"|实现|达(?!产|标|规|效)|有|新增|实施|引进|聚集|签约)"
)
# Money brought in, told as a fact: 招商引资到位资金达40亿元.
_BROUGHT_IN = re.compile(r"招商(?:引资)?(?:实际)?(?:到位|项目|资金|成绩|成果|总额|额)|签约项目|到位资金")
# What a project brings: 项目建成后，年产值可达10亿元.
_OUTCOME = re.compile(r"[^，。；：]{0,14}(?:建成|达产|投产|完工|竣工)后")
_PROJECTS = re.compile(
    r"投资(?:约|近|超|过)?[\d一二三四五六七八九十][^，。；]{0,10}元的(?!项目|企业|[，。；])"
)
_PRINCIPLE = re.compile(r"坚持")
# Three watchwords and more are the principle that others act on: 坚持政府推动、政策引导、市场运作，按照…原则.
_WATCHWORDS = re.compile(
    r"坚持[“]?[^，。；、“”]{3,8}(?:、[^，。；、“”]{3,8}){2,5}[”]?(?:，按照[^，。；]{2,40})?的?(?:基本)?原则"
)
# What it is all to become: 成为工业的重要支撑力量.
_BECOMES = re.compile(r"成为[^，。；]{2,24}(?:支撑|力量|增长点|支柱|亮点|引擎|极)。?$")
# What is laid with 加快 and the like is a means, whatever opens the clause: 加快集聚区基础设施建设.
_BUILDS = quick(
    r"(?:加快|推进|加强|抓好)[^，。；：]{0,24}(?:基础设施|服务平台|标准厂房|路网|管网)[^，。；：]{0,10}建设"
)
# What something is to become: 将园区打造成基地.
_AIM = quick(r"[将把][^，。；]{2,80}?(?:打造|培育|建设|发展)成|(?:始终|一直)把")
_NAMES_WAY = quick(
    r"(?:通过|采取|采用|运用|实行|利用|由).{2,40}?(?:方式|办法|途径|形式|机制|模式|渠道|制度|政策)"
)
# A quota of which a part is set apart: 每年新增建设用地计划的40%用于工业; not 新增建设用地1200亩.
_SET_APART = quick(
    r"(?:用地|土地|能耗|排污|排放)[^，；。：]{0,10}(?:指标|计划|份额)(?![^，；。：]{0,16}(?:已|了))[^，；。：用]{1,16}"
    r"(?:优先|专项|全部|重点|单独)?(?:用于|投向|安排给|留给|保障(?!性))"
)
# A fee that a body may ask at most: 担保费率不高于1.5%; not 费率比上年下降0.3个百分点.
_FEE_BOUND = quick(
    r"(?:担保|服务|手续|代理|贷款)(?:收取)?的?费率?(?:一律|原则上|统一|应当?)?(?:不得|不)(?:高于|超过)"
    r"|(?:担保|服务|手续|代理)费率?[^，；。：]{0,3}(?:降至|降到|控制在|压减到)[^，；。：]{2,10}以[内下]"
    r"|收取的[^，；。]{0,4}费率?(?:不得|不)(?:高于|超过)|担保，(?:年化?|综合|平均)?费率(?:不得|不)(?:高于|超过)"
)
_BODY = (
    r"(?:该[省市县区镇乡]|全[省市县区镇]|财政(?!部)|政府|厅|局|委(?!托|员)|办(?![理法好成企事])|部门"
    r"|[传织战贸务]部|单位|管委会|委员会|各地|[各省市县区镇州]级|各[省市县区镇州](?!级)|市县|区县|银行"
    r"|农信联社|党委|指挥部|领导小组|新闻媒体|媒体|中心|我们|上下|园区|机关|干部|领导|法院|检察院|协会"
    r"|工会|荣誉|公安|税务|海关|供电公司|担保公司|县长|市长|区长|书记)"
)
_ACTS = (
    r"(?:要|应|每年|年底|今年|三年|将|拟|须|负责|牵头|会同|统筹|按|对|给予|设立|安排|出资|列支|投入"
    r"|投资|拿出|与|成立|首期|预留|优先|支持|鼓励|引导|扶持|积极|扎实|大力|着力|在|从|实施|建立|采取"
    r"|累计(?:拿出|安排)|推行|推出|开展|组建|选派|举办|计划|注资|增资|负担|拨付|补助|补贴|奖励|坚持|抢抓|切实|始终|立足|通过|制定|联系|任|给|和|可|沉|主动|定期|组织|印发|出台|以|重点|同时|也"
    r"|先后|全力|紧紧|围绕|结合|举全)"
)
_ACTOR = quick(
    rf"(?P<actor>(?:[\u4e00-\u9fff]{{0,10}}?){_BODY}(?:（[^，。；）]{{1,10}}）)?"
    rf"(?:[、和及与][^，。；：、和及与]{{1,16}}?{_BODY}){{0,6}})(?:（[^，。；）]{{1,10}}）)?{_ACTS}"
)
_BY = re.compile(
    rf"由(?P<actor>[^，。；：]{{0,24}}?{_BODY})(?=牵头|负责|出资|会同|组织|承担|统一|按|授信|具体|共同"
    rf"|任)"
)


class Weights:
    """How much each trait of a sentence says for or against an act of the authority.

    Main verb first: what opens with 设立 or 支持 acts, with 发展 or 实现 says what is to grow.
    """

    verb = 1.0  # times the weight of the main verb (3 an act, 2 an act if it has a means)
    develop_by = 1.5  # the same with a means beside it (发展研发、物流一体化的产业链体系)
    develop = -1.0  # the main verb only says what is to grow (重点发展汽车产业)
    result = -2.0  # the main verb reports or aims (实现产值23亿元)
    led = 0.85  # times the weight of a verb behind 对, 将, 由 (对X给予补助)
    inside = 0.5  # times the weight of a verb behind another opening, where none opens a clause
    with_means = 0.5  # an act of weight 2 whose clause has a sure cue of its means
    counted = -2.0  # the main verb only has a number of projects (实施技改项目600项)
    more = 0.5  # each further clause that opens with an act, at most three
    then = 1.0  # the main verb only says what is to grow, but a later one is the means (提高…，支持企业申报)
    means = 0.25  # times the weight of the best cue above 4
    no_means = -1.0
    actor = 1.5
    duty = 1.0  # a clause that opens with 要
    grant = 1.0  # times the weight of the granting word, where a sum or a length stands with it
    way = 0.5  # names a way (采取…方式)
    builds = 0.5  # lays infrastructure, behind another opening
    background = -1.0  # times the weight of background words, at most 6
    target = -0.75  # each target word, at most four
    copula = -2.5  # says what something is (园区是产业集聚的平台)
    copula_first = -1.5  # does so before it acts
    done = 0.5  # the main verb has 了
    firm = -4.0  # what a firm does or is to do
    aim = -2.0  # what a place or trade is to be made into (将X打造成基地)
    projects = -2.0  # lists projects by their sums (投资1亿元的灯饰城)
    principle = -2.0  # 坚持 more than once, or first under a heading of principles
    statistic = -2.0
    figures = -0.5  # each quantity beyond two that no grant explains, at most four
    heading = 1.0  # times the weight of the headings around it
    front = -2.0  # before the first heading of a policy: its reasons
    set_apart = 4.0  # sets a part of a quota apart, or bounds a fee
    item = 1.0  # the only sentence of a 一是 or 一要 item


@dataclass(slots=True)
class Passage:
    """A sentence to judge, in the view; `is_title`: a heading with text below it, `is_item`: 一是…."""

    start: int
    end: int
    section: int
    is_title: bool = False
    is_item: bool = False


@dataclass(slots=True)
class Verdict:
    """What was found in a passage: its score by trait, who acts, and the clause of the main verb."""

    traits: list[tuple[str, float]] = field(default_factory=list)
    actor: tuple[int, int] | None = None
    main: Word | None = None
    main_clause: tuple[int, int] = (0, 0)
    inside: float = 0.0
    more: int = 0
    later: int = 0  # the weight of the best verb behind the main one
    seen: set[str] = field(default_factory=set)

    @property
    def score(self) -> float:
        """The sum of the traits."""
        return sum(value for _, value in self.traits)


class ActScorer:
    """Scores the passages of one document; see `Weights`."""

    def __init__(self, frame: Frame) -> None:
        self.frame, self.text = frame, frame.text
        self.acting = Acting(frame.text)
        self._heading_weights: dict[int, float] = {}
        self._told = self._others = self._joined = False  # of the passage being read

    def judge(self, passage: Passage, cues: list[Cue]) -> Verdict:
        """The verdict on a passage with these cues."""
        verdict = Verdict()
        words = self.acting.within(passage.start, passage.end)
        self._read_clauses(passage, words, verdict)
        self._weigh_verbs(verdict, cues)
        self._weigh_figures(passage, words, verdict)
        self._weigh_rest(passage, cues, verdict)
        return verdict

    def _read_clauses(self, passage: Passage, words: list[Word], verdict: Verdict) -> None:
        """Find the main verb, the actor and what the clauses open with."""
        start, end, text = passage.start, passage.end, self.text
        by = _BY.search(text, start, end)
        verdict.actor = by.span("actor") if by else None
        if passage.is_item:
            start = max(start, self.frame.headings[passage.section].heading[0])
        at = {word.start: word for word in words if word.role in ("verb", "develop", "result", "passing")}
        self._told, self._others, self._joined = (
            words.search(text, start, end) is not None for words in (_TOLD, _OTHERS, _JOINED)
        )
        position = start
        while position < end:
            mark = _CLAUSE_END.search(text, position, end)
            stop = mark.start() if mark else end
            lead = self._behind_lead(position, stop)
            self._note_opening(position, lead, stop, position == start, lead in at, verdict)
            if lead not in at:
                lead = self._behind_actor(lead, stop, verdict)
            if lead not in at:
                lead = self._behind_company(position, lead, stop)
            word = at.get(lead)
            if word is None:
                self._read_inside(lead, stop, verdict)
            elif word.role != "passing" and verdict.main is None:
                verdict.main, verdict.main_clause = word, (position, stop)
            elif word.role == "verb":
                verdict.more += 1
                verdict.later = max(verdict.later, word.weight)
            position = stop + 1

    def _note_opening(
        self, position: int, lead: int, stop: int, first: bool, has_verb: bool, verdict: Verdict
    ) -> None:
        """Note what the opening of a clause says beside its verb."""
        text, seen = self.text, verdict.seen
        if self._told and "duty" not in seen and _DUTY.match(text, position, stop):
            seen.add("duty")
        if first and not has_verb and _COPULA.match(text, position, stop):
            seen.add("copula")
        if verdict.main is None and "statistic" not in seen and _STATISTIC.match(text, position, stop):
            seen.add("statistic")
        if first and (_OUTCOME.match(text, position, stop) or _BROUGHT_IN.match(text, position, stop)):
            seen.add("statistic")
        if self._told and "firm" not in seen and _FIRM_DUTY.match(text, position, stop):
            seen.add("firm")
        if self._others and verdict.main is None and not has_verb and _OTHERS_ACT.match(text, position, stop):
            seen.add("firm")
        if first and not has_verb and _FIRM_ACTS.match(text, lead, stop):
            seen.add("firm")

    def _behind_lead(self, position: int, stop: int) -> int:
        found = _LEAD.match(self.text, position, stop)
        return found.end() if found else position

    def _behind_company(self, position: int, lead: int, stop: int) -> int:
        """Where the verb behind 与 and 在 may stand: 与大学[共建]研究院, 在上海[设立]招商组."""
        joins = _JOINS.match(self.text, position, stop + 1) if self._joined else None
        found = joins or _WHERE.match(self.text, lead, stop + 1)
        return self._behind_lead(found.end(), stop) if found else lead

    def _behind_actor(self, lead: int, stop: int, verdict: Verdict) -> int:
        """Where the verb behind an actor may stand: 市财政局要[设立]…; notes the actor."""
        actor = _ACTOR.match(self.text, lead)
        if actor is None or actor.end("actor") > stop:
            return lead
        verdict.actor = verdict.actor or actor.span("actor")
        end = actor.end("actor")
        if self.text[end : end + 1] == "（":
            end = self.text.index("）", end) + 1
        return self._behind_lead(end, stop)

    def _read_inside(self, lead: int, stop: int, verdict: Verdict) -> None:
        """A clause that no verb opens: the best verb inside it."""
        for word in self.acting.within(lead, stop):
            if word.role == "verb":
                led = _LED.search(self.text, max(lead, word.start - _REACH), word.start)
                weight = word.weight * (Weights.led if led else Weights.inside)
                verdict.inside = max(verdict.inside, weight)

    def _weigh_verbs(self, verdict: Verdict, cues: list[Cue]) -> None:
        main, seen, add = verdict.main, verdict.seen, verdict.traits.append
        first, last = verdict.main_clause
        if main is None:
            add(("inside", verdict.inside))
        elif main.role == "verb":
            add(("verb", Weights.verb * main.weight))
            if "了" in self.text[main.end : last]:
                add(("done", Weights.done))
            if main.weight == 2 and any(c.weight >= 8 and first <= c.start and c.end <= last for c in cues):
                add(("with_means", Weights.with_means))
            if self.text[main.start : main.end] in _OF_PROJECTS and _COUNTED.match(self.text, main.end, last):
                add(("counted", Weights.counted))
        elif main.role == "result":
            add(("result", Weights.result + verdict.inside))
        else:
            meant = any(cue.weight >= 8 and first <= cue.start and cue.end <= last for cue in cues)
            add(("develop", (Weights.develop_by if meant else Weights.develop) + verdict.inside))
        add(("more", Weights.more * min(verdict.more, 3)))
        if main is not None and main.role == "develop" and verdict.later == 4:
            add(("then", Weights.then))
        if "copula" in seen:
            add(("copula", Weights.copula if main is None else Weights.copula_first))
        if "duty" in seen:
            add(("duty", Weights.duty))
        if "statistic" in seen:
            add(("statistic", Weights.statistic))
        if "firm" in seen:
            add(("firm", Weights.firm))
        if verdict.actor:
            add(("actor", Weights.actor))

    def _weigh_figures(self, passage: Passage, words: list[Word], verdict: Verdict) -> None:
        """Sums that are granted speak for the passage; targets, counts and background against it.

        Behind a ；reports turn to results (投入11亿元实施治理；空气优良天数276天), so counts end there.
        """
        start, end, add = passage.start, passage.end, verdict.traits.append
        part = self.text.find("；", start, end)
        part = end if part < 0 else part
        numerals = self.frame.numerals_in(start, end)
        quantities = sum(1 for numeral in numerals if numeral.kind == "quantity" and numeral.start < part)
        sized = quantities or any(numeral.unit for numeral in numerals if numeral.kind == "period")
        grants = max((word.weight for word in words if word.role == "grant"), default=0)
        if grants and (sized or self.text.startswith("对", start)):
            add(("grant", Weights.grant * grants))
        elif quantities > 2:
            add(("figures", Weights.figures * min(quantities - 2, 4)))
        if grants == 3 and sized:
            return  # 突破 and 总投资 bound who is granted something
        begun = {numeral.start for numeral in numerals}
        background = sum(
            word.weight
            for word in words
            if word.role == "background"
            # 产值不足五千万元 bounds, and laments nothing.
            and not (word.end in begun and self.text.startswith("不足", word.start))
        )
        targets = sum(1 for word in words if word.role == "target" and word.end <= part)
        add(("background", Weights.background * min(background, 6)))
        add(("target", Weights.target * min(targets, 4)))

    def _weigh_rest(self, passage: Passage, cues: list[Cue], verdict: Verdict) -> None:
        start, end, text, add = passage.start, passage.end, self.text, verdict.traits.append
        best = max((cue.weight for cue in cues), default=0)
        add(("means", Weights.means * (best - 4)) if best > 4 else ("no_means", Weights.no_means))
        around = self._headings_weight(passage)
        opens = around < 0 and text.startswith("坚持", start)
        opens = opens or (text.startswith("坚持", start) and _WATCHWORDS.match(text, start, end) is not None)
        if opens or len(_PRINCIPLE.findall(text, start, end)) > 1:
            add(("principle", Weights.principle))
        if _PROJECTS.search(text, start, end):
            add(("projects", Weights.projects))
        if _AIM.search(text, start, end):
            add(("aim", Weights.aim))
        if best <= 4 and _BECOMES.search(text, start, end):
            add(("aim", Weights.aim / 2))
        if (verdict.main is None or verdict.main.role != "verb") and _BUILDS.search(text, start, end):
            add(("builds", Weights.builds))
        if _NAMES_WAY.search(text, start, end):
            add(("way", Weights.way))
        if _SET_APART.search(text, start, end) or _FEE_BOUND.search(text, start, end):
            add(("set_apart", Weights.set_apart))
        if passage.is_item:
            add(("item", Weights.item))
        add(("heading", Weights.heading * around))

    def _headings_weight(self, passage: Passage) -> float:
        """What the headings around say: 措施 for it, 指导思想 against; the innermost counts whole."""
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
