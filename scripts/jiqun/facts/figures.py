"""Targets and indicators: what each quantity of a sentence is a figure of.

A sentence is read from left to right. Each quantity is judged by the words between it and what stands before it: they
name an indicator and a subject, or say that the one named last goes on (同比增长15%). What is carried along is small: the
last indicator, subject and period, and the figures so far, which 分别 may refer to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache

from jiqun import codes
from jiqun.facts.claims import Claims
from jiqun.facts.coordination import split_members
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.modality import Modality, judge
from jiqun.language import cues
from jiqun.language.industries import industries
from jiqun.language.lexicon import Term, Terms
from jiqun.language.numbers import Numeral, bounds_without_digit
from jiqun.language.periods import Period, find_periods, plan_of
from jiqun.language.places import Place, level_of
from jiqun.language.words import Words
from jiqun.tables import Indicator, Target

_BOUNDARY = "，；：。！？\n"
_LIST_JOINT = re.compile(
    r"^[:：]$|^(?:以上|以下|左右|以内|多)?(?:、|和|与|及|以及|，|,|或)(?:约|近|超过|突破|达到|达|至少|不低于)?$"
)
_RESPECTIVELY = re.compile(r"分别|依次|各自")
_COMPARED = re.compile(
    r"(?:同比|[比较](?:上年|去年|前年|上年同期|去年同期|同期|年初|期初|“?[一二三四五六七八九十]{1,3}五”?末?|\d{4}年|[一二三四五六七八九十两\d]+年前)(?:同期|末|底)?|年均|平均|每年|环比|累计|实际|可比价?|分别|也|都|均|各|又|再|净|名义|将|约|力争|要|达到|以|保持|实现|其中|继续)*$"
)
_RISE_TO = re.compile(
    r"(?:提(?=到)|压(?=到)|提高|提升|增长|增加|上升|发展|扩大|增|壮大|攀升|跃升|升|扩展|拓展|下降|降低|减少|降|压缩|缩短|压减|控制|回落|缩小|减)(?:了)?(?:到|至|为|在)(?:约|近|了)?$"
)
_RISE = re.compile(
    r"(?:增长|增加|增速|增幅|涨幅|递增|提高|提升|上升|上涨|增|加快|增收|上浮|升|多增|净增|涨|扩大|高|快)(?:率|速度|幅度|额)?(?:了|为|达到|达|约|近|超过|突破|不低于|高于|保持在|控制在|在|力争|不少于|至少|大于|超|过|逾|均达|均|稳定在|控制在|到|预期)*$"
)
_FALL = re.compile(
    r"(?:下降|降低|减少|回落|下滑|削减|压减|下跌|减|降|缩短|缩小|收窄|压缩|下调|降幅|负增长|累计下降|节约|节省)(?:率|幅度|额)?(?:了|为|达到|达|约|近|超过|突破|不低于|高于|不少于|至少|超|过|逾|均|到|在)*$"
)
_SHARE = re.compile(
    r"占(?!有|比|地)(?P<base>[^，；。占]{0,30}?)(?:的)?(?:比重|比例|份额|比率|比)?(?:已|也|均|都|由|从|将|要|分别|仅|约|近|达到|达|为|超过|突破|提高到|提高|上升到|提升到|提升至|到|在|不低于|力争|降低到|降到|下降到|稳定在|控制在|低于|不足|不到|高达|的|以上)*$"
)
_SHARE_NOUN = re.compile(
    r"(?:比重|占比|份额|比例|比率)(?:不足|不到|低于|已|也|均|都|由|从|将|要|分别|仅|约|近|达到|达|为|超过|突破|提高到|上升到|提升到|提升至|到|在|不低于|力争|不少于|控制在)*$"
)
_COMPLETION = re.compile(
    r"(?:完成|占|为|达到|实现)?(?:了)?(?:全年|年度|年初|年|预期|计划|既定|调整|当年)*(?:计划|目标|任务|预算|预期目标|目标任务|进度)(?:数|值)?的$|完成率(?:为|达到|达)?$|(?:超额完成|超计划|超目标)(?:任务|计划|目标)?$"
)
_OWN_YEAR = re.compile(r"(?:(?:19|20)\d\d|[今去上前明]|本|当)年(?:末|底|初|上半年)?的?$")
_RATE_NOUN = re.compile(r"(?:涨幅|增幅|增速|增长率|增长速度|降幅|减幅)[^，；。\d]{0,8}$")
# 完成年计划3.6万人的126.7%: the plan's own number stands between.
_OF_A_PLAN = re.compile(r"(?:计划|目标|任务|预算)[\d.,一二三四五六七八九十百千万亿]+[^，；。\d]{0,6}的$")
_DIFFERENCE = re.compile(
    r"(?P<sign>(?<=[重率量额例])[高低](?=$)|(?<!不)高于|快于|高出|超出|优于|好于|领先|(?<!不)大于|(?<!不)多于|高过|(?<!不)低于|慢于|落后于?|(?<!不)少于|(?<![同环占对])比(?![重例率])(?P<than>[^，；。]{1,16}?)(?P<compared>高出?|快|低|慢|多|少))(?P<base>[^，；。\d]{0,24})$"
)
_TIMES = re.compile(r"(?:是|为|相当于|达到?|约为|超过)(?P<base>[^，；。]{0,24})的$")
_BASELINE_AFTER = re.compile(
    r"^(?:以上|以下|左右|多)?(?:的水平)?(?:，)?(?:[^，；。\d]{0,8}?)(?:提高|提升|增加|增长|上升|扩大|发展|下降|降低|减少|缩短|降|减|升|压缩|调整|优化|回落|增|提|压|缩小|拓展|攀升|壮大|跃升)(?:了)?(?:到|至|为)"
)
_FROM = re.compile(r"(?:由|从)(?P<inside>[^，；。由从]{0,24})$")
_AFTER_NOUN_END = re.compile(r"[，；。：、！？\n（）“”《》]|\d")
_QUALIFIER = re.compile(
    r"(?:元|吨|亩|人)?(?:及以上|以上|以下|以内|左右|级)?的?(?P<noun>[\u4e00-\u9fffA-Za-z0-9“”（）]{0,24}?(?:企业|项目|集群|园区|基地|集团|公司|大户|产业|大企业|品牌|县|乡镇|镇|区|市|工程|链|单位|行业|产品|机构|商场|市场))"
)
_LABEL_BEFORE = re.compile(
    r"(?:等|这|其余|其他|其它|上述|以上|以下|下列|如下|该|前|后|余下|剩余|全部|另外|另|所有|现有|原有|两者|我市|我省|我县|我区|全市|全省|全县|全区)$"
)
_CLAIM = re.compile(
    r"(?:有|达|达到|达成|为|是|到|新增|新建|建设|建成|建立|培育|形成|打造|引进|引入|实施|完成|组织|开展|发展|创建|创成|认定|获|获得|拥有|设立|组建|成立|安排|推进|开工|竣工|投产|启动|签约|签订|落户|入驻|聚集|集聚|吸引|吸纳|支持|扶持|选派|选择|遴选|共|计|超过|突破|增加|增|净增|新|扩大|改造|淘汰|关停|培养|招聘|申报|争取|转化|突破|攻克|制定|修订|举办|办|至少|各|每年|建|招引|储备|谋划|包装|带动|孵化|布局|列入|入选|在建|续建|减少|关闭|整合|盘活|收回|清理|约|近|逾|过|超|仅|均|供应|提供|安置|解决|增设|选树|投放|新上|上|实现|购置|生产|推广|建起|实行|进行|涉及|覆盖|包括|惠及|服务|惠及|创办|派出|接待|备案|论证)(?:了|起|成|出|约|近|达|至少|不少于|不低于|超过|突破|各|以上)*$"
)
# Verbs that claim the whole of 等N个 as their object: 吸引甲、乙等28家企业落户, 力争形成…等12个集群.
_LIST_CLAIM = re.compile(
    r"(?:力争|争取|计划|确保)?(?:吸引|带动|建成|形成|引进|新建|组建|引入|建立|设立|集聚)(?:了|起|出)?(?!.*的.*、)|将[^，；。]*$"
)
_EACH = re.compile(r"每(?:个)?$|平均每$")
_ATTRIBUTE_UNITS = {
    "kV",
    "V",
    "mm",
    "cm",
    "um",
    "nm",
    "in",
    "Hz",
    "MPa",
    "degC",
    "dB",
    "km/h",
    "kcal",
    "lm/W",
}
_DURATION_UNITS = {"a", "mo", "d", "h", "min", "s", "week"}
_SUBJECT_TRIM_LEFT = re.compile(
    r"(?:其中|同时|此外|另外|目前|预计|预期|力争|确保|到|使|年内|全年|全年预计|今年|去年|通过|随着|截至|并|且|而|但|在|对|由|从|将|已|累计|初步统计|据统计|据初步统计|预期|主要|合计|积极|努力|进一步|仅|一年就|建好|新设|引育|实施|着力|大力|重点|加快|推动|促进|实现|完成|达到|争取|培育|形成|建成|带动|使得|以及|和|与|及|新增|其|的|是|其他|，|、|末|底|期间|时期|”|年)+"
)
_SUBJECT_TRIM_RIGHT = re.compile(
    r"(?:预计|共|共计|已|累计|实现|完成|达到|达|年|全年|力争|总|的|将|要|可|均|新增|拥有|现有|现|有|聚集|集聚|发展|内|为|是|，|、|分别|今年|预期|当年|合计|上半年|去年|平均|年均|确保|争取|由|从|年内|全部|仅|企业共|实际|新|到|计划|目标|也|都|：|、)+$"
)
# What ends a noun phrase that figures can be said of: a trade, a zone, a firm, a place, a group of them.
_TOPIC = re.compile(
    r"(?:业|集群|园区|开发区|高新区|经开区|工业园|产业园|园|集团|公司|厂|企业|领域|全[省市县区州旗盟国]|我[省市县区]|新区|片区|基地|项目|板块|镇|村|区|街道|工业带|产业带|用地|单位|家庭|支柱产业|产业链|小镇|中心|港|湾|半岛|工程)$"
)
_MODIFIER = re.compile(
    r"(?:新增|新建|新签|新开工|引进|签约|上缴|实际|外贸|地方|规模以上工业|规模以上|规上|全口径|全社会|工业|技改|总|农产品|工业品)+$"
)
# Words that break no noun phrase though the dictionary calls them adverbs, pronouns or conjunctions.
_INSIDE_NOUN = frozenset(
    "该 本 和 与 及 、 以及 以上 以下 每 每个 各 全省 全市 全县 全区 全州 全国 我省 我市 我县 我区 规模以上 收入 加工 制造 生产".split()
)
_HEADING_SUBJECT = re.compile(
    r"(?:产业集群|集群|产业链|产业园|工业园|园区|开发区|高新区|基地|集中区|小镇|小区|制造业|产业|[\u4e00-\u9fff]业)$"
)
# Words of an indicator's name that say whose figure it is.
_WHOSE = re.compile(
    r"(?!第.产业)(?:[\u4e00-\u9fff]{0,8}?(?:产业集群|集群|产业(?!化|园)|园区|行业|(?<![工农务产企行事就])业(?=产值|总产值|增加值|主营|营业|销售|收入|利润|利税|税收|完成|实现))|企业(?!数|家)|全[省市县区国]|区域|县域)+(?=[\u4e00-\u9fff]{2})"
)
_GENERIC_PLACES = re.compile(r"(?:全|我|本)(?:省|市|县|区|州|旗|盟|国|镇|乡)")
_CLAUSE_END = re.compile(r"[，；。：！？\n]")
_NOUN_END = re.compile(r"[、（）\d]|[一二三四五六七八九十]{1,3}[个家项]")
_NOUN_VERB = re.compile(
    r"实现|完成|达到|分别|均|全部|进入|总投资|投资(?!企业)|协议|引资|到位|参加|落户|就近|集聚|入驻|取得|共"
)
# Public money laid out, whatever noun stands before the verb: 财政预算内优先安排700万元.
_SPENT = re.compile(
    r"(?P<verb>(?:优先|统筹|共|累计|先后)?(?:安排|列支|拨付|拨款|争取(?:扶持|专项|上级|国家|省级)?资金))(?:了|资金|专项资金)*(?:约|近|达|共)?$"
)
_PAID = re.compile(r"(?P<verb>出资|投入|投资|斥资|注资|耗资)(?:了|资金|共|约|近|达|又|再|逾|超过?)*$")
_PART_OF = re.compile(r"占[^，；。占]{2,24}?(?:比重|比例|份额)")
_TOTAL = re.compile(r"(?:总数|总量|总额|总计|合计|数量|规模|总规模|总值|金额)")
_NO_COUNTED_NOUN = re.compile(r"(?:总投资|投资|合计|分别|其中|同比|实现|增长|占)")
# What a quantity is of where no word says: an area of land or floor, a capacity.
_UNIT_INDICATORS = {
    "km2": "land_area",
    "mu": "land_area",
    "ha": "land_area",
    "m2": "floor_area",
    "t/a": "production_capacity",
    "1/a": "production_capacity",
    "t/d": "production_capacity",
    "kW": "installed_capacity",
    "d": "time_limit",
    "mo": "time_limit",
    "h": "time_limit",
}
_COUNT_HEADS = (
    ("项目", "project_count"),
    ("工程", "project_count"),
    ("集群", "cluster_count"),
    ("园区", "park_count"),
    ("开发区", "park_count"),
    ("产业园", "park_count"),
    ("工业园", "park_count"),
    ("基地", "park_count"),
    ("小区", "park_count"),
    ("企业", "enterprise_count"),
    ("公司", "enterprise_count"),
    ("集团", "enterprise_count"),
    ("户", "enterprise_count"),
    ("中心", "institution_count"),
    ("平台", "institution_count"),
    ("机构", "institution_count"),
    ("实验室", "institution_count"),
    ("工作站", "institution_count"),
    ("研究院", "institution_count"),
    ("孵化器", "institution_count"),
    ("人才", "talent"),
    ("专家", "talent"),
    ("院士", "talent"),
    ("博士", "talent"),
    ("人员", "employment"),
    ("就业", "employment"),
    ("岗位", "employment"),
    ("职工", "employment"),
    ("工人", "employment"),
    ("专业镇", "administrative_count"),
    ("乡镇", "administrative_count"),
    ("镇", "administrative_count"),
    ("县", "administrative_count"),
    ("专利", "patents"),
    ("设备", "equipment_count"),
    ("机床", "equipment_count"),
    ("生产线", "equipment_count"),
    ("织机", "equipment_count"),
    ("机器人", "equipment_count"),
)


@dataclass(slots=True)
class Figure:
    """A figure while its sentence is read. Positions are of the view."""

    numeral: Numeral
    indicator: tuple[int, int] | None
    code: str
    subject: tuple[int, int] | None
    statistic: str
    operator: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    period: Period | None
    modality: Modality
    baseline: Numeral | None = None
    start: int = 0


@dataclass(slots=True)
class Carried:
    """What one quantity hands on to the next inside a sentence and, in part, to the next sentence of a section."""

    indicator: tuple[int, int] | None = None
    code: str = ""
    measures: str = "any"
    subject: tuple[int, int] | None = None
    period: Period | None = None
    figures: list[Figure] = field(default_factory=list)
    section: int = -1
    sentence: int = -1


class FigureReader:
    """Reads the figures of one document, sentence by sentence."""

    def __init__(
        self,
        frame: Frame,
        claims: Claims,
        terms: Terms,
        words: Words,
        places: list[Place],
        named: dict[int, int],
    ) -> None:
        self.frame = frame
        self.claims = claims
        self.terms = terms
        self.words = words
        self.named = named
        self.text = frame.text
        self.places = places
        self.carried = Carried()
        self.figures: list[Figure] = []
        self._pending_position = 0
        self._periods: dict[int, Period] = {}
        self._previous_end: int | None = None
        self._members: list[tuple[str, object]] = []

    def read(self) -> list[Figure]:
        """All figures of the document, in order."""
        for index, sentence in enumerate(self.frame.sentences):
            quantities = [
                n for n in self.frame.numerals_in(sentence.start, sentence.end) if n.kind == "quantity"
            ]
            if quantities:
                self._read_sentence(index, sentence.start, sentence.end, quantities)
        return self._without_repetitions()

    def _without_repetitions(self) -> list[Figure]:
        """The figures without those that a document states again: the first full statement owns a figure.

        培育38个重点产业集群 and, further on, 壮大38个省级重点产业集群 are one; two firms added here and two there are not.
        """
        kept: list[Figure] = []
        seen: dict[tuple[object, ...], list[Figure]] = {}
        for figure in self.figures:
            key = (
                figure.modality.table,
                figure.code,
                figure.statistic,
                figure.operator,
                figure.value,
                figure.value_max,
                figure.unit,
            )
            if any(self._repeats(earlier, figure) for earlier in seen.get(key, ())):
                self.claims.give_reason(figure.numeral, "duplicate")
                continue
            seen.setdefault(key, []).append(figure)
            kept.append(figure)
        return kept

    def _repeats(self, earlier: Figure, figure: Figure) -> bool:
        """Whether a figure of equal value speaks of the same thing: one name of the indicator holds the other, subject and period agree."""
        if earlier.indicator is None or figure.indicator is None or earlier.indicator == figure.indicator:
            return False
        one, other = (
            re.sub(r"\s", "", self.text[slice(*span)]) for span in (earlier.indicator, figure.indicator)
        )
        if (
            not (one in other or other in one or one.endswith(other[-6:]))
            or min(len(one), len(other)) < 4
            and abs(figure.value) < 20
        ):
            return False
        subjects = [self.text[slice(*f.subject)] if f.subject else "" for f in (earlier, figure)]
        periods = [(f.period.first, f.period.last) if f.period else None for f in (earlier, figure)]
        same_period = periods[0] == periods[1] or None in periods
        return same_period and (subjects[0] == subjects[1] or "" in subjects) and abs(figure.value) >= 2

    # --- one sentence ---------------------------------------------------------------------------------------------

    def _read_sentence(self, index: int, start: int, end: int, quantities: list[Numeral]) -> None:
        section = self.frame.sentences[index].section
        self.carried.indicator, self.carried.figures = None, []
        if section != self.carried.section:
            self.carried = Carried(section=section)
        self.carried.sentence = index
        self.carried.subject = self._subject_of_heading()
        periods = [
            p
            for p in find_periods(self.text, start, end, self.frame.issued)
            if not self._only_compared(p, start)
        ]
        position = start
        self._previous_end = None
        pending: Numeral | None = None
        for number, numeral in enumerate(quantities):
            if self.claims.is_free(numeral):
                following = quantities[number + 1] if number + 1 < len(quantities) else None
                previous = quantities[number - 1] if number else None
                if self._read_quantity(numeral, previous, following, position, start, end, periods, pending):
                    pending = None
                elif self.claims.reason(numeral) == "baseline":
                    if pending is None:
                        self._pending_position = position
                    pending = numeral
            self._previous_end = numeral.end
            if self.claims.reason(numeral) not in ("label_count", "threshold", "denominator", "attribute"):
                position = numeral.end

    def _subject_of_heading(self) -> tuple[int, int] | None:
        """The zone, chain or trade that heads the section, as subject of what is said below it: 1.羊绒科技产业园。占地2600亩."""
        for index in self.frame.section_path(self.frame.sentences[self.carried.sentence].section)[:2]:
            first, last = self.frame.headings[index].heading
            if (
                index
                and 2 <= last - first <= 24
                and _HEADING_SUBJECT.search(self.text[first:last])
                and "，" not in self.text[first:last]
            ):
                if self._noun(first, last) == (first, last):
                    return first, last
        return None

    def _only_compared(self, period: Period, start: int) -> bool:
        """Whether a period only says what is compared with: 比上年增长, 较“十一五”末降低, 在2005年的基础上."""
        before = self.text[max(start, period.start - 2) : period.start]
        after = self.text[period.end : period.end + 6]
        return (
            before.endswith(("比", "较", "与", "同", "于", "由", "是", "为"))
            or after.startswith(("的基础上", "基础上", "相比"))
            or bool(
                re.match(
                    r"(?:的)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍",
                    self.text[period.end : period.end + 10],
                )
            )
            or bool(re.match(r"年?前", after))
        )

    def _read_quantity(
        self,
        numeral: Numeral,
        previous: Numeral | None,
        following: Numeral | None,
        position: int,
        start: int,
        end: int,
        periods: list[Period],
        pending: Numeral | None,
    ) -> bool:
        text = self.text
        if pending is not None:
            position = self._pending_position
        boundary = max(
            (
                text.rfind(mark, position, numeral.start if pending is None else pending.start)
                for mark in _BOUNDARY
            ),
            default=-1,
        )
        clause = max(boundary + 1, position)
        gap = text[position : numeral.start]
        known = bool(self.carried.figures) and self.carried.figures[-1].numeral is previous
        # 培育3个国家级集群、10个省级集群: what stands before 、 belongs to the number before it
        if boundary < position and known and "、" in gap and not _LIST_JOINT.match(gap) and pending is None:
            clause = position + gap.rfind("、") + 1
        reason = self._not_a_figure(numeral, following, clause, start, end, gap, pending)
        if reason:
            self.claims.give_reason(numeral, reason)
            return False
        statistic, value, unit = self._statistic(numeral, clause, pending)
        if not _LIST_JOINT.match(gap):
            self._members = []
        in_list = (
            previous is not None
            and _LIST_JOINT.match(gap) is not None
            and bool(self.carried.figures)
            and self.carried.figures[-1].numeral is previous
        )
        if in_list:
            figure = self._next_of_list(numeral, previous, value, unit, start, end)
        else:
            figure = self._new_figure(
                numeral, statistic, value, unit, clause, position, start, end, periods, pending
            )
        if figure is None:
            self.claims.give_reason(numeral, "unresolved")
            return False
        figure.baseline = pending
        self._add(figure)
        if in_list:
            self._spread_operator(figure)
        return True

    def _spread_operator(self, figure: Figure) -> None:
        """以上 behind a 分别 list binds every member: 分别提高到55%、70%以上."""
        if figure.operator not in ("ge", "approx", "le") or not self._members:
            return
        for earlier in reversed(self.carried.figures[:-1]):
            if (
                not _LIST_JOINT.match(self.text[earlier.numeral.end : figure.numeral.start])
                or earlier.operator != "eq"
            ):
                break
            earlier.operator = figure.operator
            figure = earlier

    def _add(self, figure: Figure) -> None:
        self.figures.append(figure)
        self.carried.figures.append(figure)
        if figure.code != "other" or figure.statistic == "level":
            self.carried.indicator, self.carried.code = figure.indicator, figure.code
        self.carried.subject = figure.subject

    # --- what is no figure -------------------------------------------------------------------------------------------

    def _not_a_figure(
        self,
        numeral: Numeral,
        following: Numeral | None,
        clause: int,
        start: int,
        end: int,
        gap: str,
        pending: Numeral | None,
    ) -> str | None:
        text = self.text
        before = text[clause : numeral.start]
        after = text[numeral.end : min(end, numeral.end + 60)]
        if (
            numeral.unit is None
            and numeral.form in ("", "bound")
            and not numeral.code
            and not self._elided_unit(numeral, following, before)
        ):
            return (
                "attribute"
                if numeral.number_end < end
                and re.match(r"[A-Za-z]", text[numeral.number_end : numeral.number_end + 1])
                else None
            )
        if numeral.form == "denominator" or (
            _EACH.search(before)
            and (numeral.unit is None or not re.search(r"\d", text[numeral.start : numeral.end]))
        ):
            return "denominator"
        if text[numeral.start - 1 : numeral.start] == "（" or re.search(
            r"（(?:即|约合|折合|合|约)?(?:人民币|美元)?$", text[max(start, numeral.start - 8) : numeral.start]
        ):
            if (
                after.startswith("）")
                and self._previous_end is not None
                and numeral.start - self._previous_end <= 8
            ):
                return "duplicate"
        if numeral.code in _ATTRIBUTE_UNITS:
            return "attribute"
        if numeral.form == "structure" and re.match(
            r"^[\d:：.]*(?:调整|优化|变|演变|转变|发展|改善)(?:到|为|至)", after
        ):
            return "baseline"
        if (
            pending is None
            and _FROM.search(before)
            and (_BASELINE_AFTER.match(after) or re.match(r"^(?:以上|左右)?[^，；。]{0,6}(?:到|至)", after))
        ):
            return "baseline"
        if (
            re.search(r"在[^，；。]{0,14}$", before)
            and re.match(r"^(?:左右)?的基础上", after)
            and not re.search(r"投入|完成", before)
        ):
            return "baseline"
        if self._is_threshold(numeral, before, after) or self._bounds_counted(numeral, start):
            return "threshold"
        if self._is_label(numeral, before, after, clause, start, end):
            return "label_count"
        return None

    def _elided_unit(self, numeral: Numeral, following: Numeral | None, before: str) -> bool:
        """Give a number without unit the one its list or its indicator has: 15和50个百分点, 总投资5800亿."""
        text = self.text
        if (
            following is not None
            and following.code
            and re.fullmatch(r"[、和与及或]", text[numeral.end : following.start])
        ):
            numeral.code, numeral.unit = following.code, following.unit
            return True
        if re.search(r"[万亿]", text[numeral.start : numeral.end]):
            term = self.terms.last(max(0, numeral.start - 20), numeral.start)
            money = re.search(
                r"投资|资金|产值|收入|税|利润|贷款|融资|销售|出口|GDP|生产总值|增加值|产业|规模|总额", before
            ) or (term and term.measures in ("level", "any") and not term.code.endswith("count"))
            if money:
                numeral.code = "CNY"
                return True
        return False

    def _is_threshold(self, numeral: Numeral, before: str, after: str) -> bool:
        """Whether a quantity bounds the members of a group: 产值过10亿元的企业, 5亿以上的113个项目, 投资亿元以上项目45个.

        设立1亿元的专项资金 bounds nothing: no comparator and no indicator stands at the number.
        """
        if (
            numeral.unit is not None
            and numeral.unit.measure_word
            and numeral.code == "1"
            and not re.match(r"^(?:及?以上|以下)的", after)
        ):
            return False
        if re.match(
            r"^(?:及?以上|以下|以内)的?(?:共)?(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[个家项户]", after
        ):
            return True
        if re.match(
            r"^的(?:有|只有|共|仅)?(?:\d+|[一二两三四五六七八九十百]+)(?:余|多|几)?[个家户项]", after
        ) and re.search(r"(?:超过?|过|突破|达到?|上)$", before):
            return True
        found = _QUALIFIER.match(after)
        if not found:
            return False
        bounded = re.match(r"^(?:元)?(?:及以上|以上|以下|以内)", after) or cues.ending("comparator").match(
            before, 0, len(before)
        )
        indicator = self.terms.last(numeral.start - len(before), numeral.start)
        close = indicator is not None and len(before) - (indicator.end - numeral.start + len(before)) <= 4
        linked = after[: found.start("noun")].endswith("的")
        if bounded and (linked or not re.match(r"^(?:元)?(?:及以上|以上|以下|以内)[，；。、]", after)):
            return True
        return bool(close and linked and not re.search(r"(?:设立|安排|给予|投入|建立|提供|筹集)", before))

    def _bounds_counted(self, numeral: Numeral, start: int) -> bool:
        """Whether a sum bounds what the count just before it counts: 3家产值过10亿元、20家产值过亿元的企业."""
        if numeral.code in ("1", "%", "pp", None):
            return False
        before = self.text[max(start, numeral.start - 24) : numeral.start]
        found = re.search(
            r"[\d一二两三四五六七八九十百千万余多][个家户项](?:以上|左右|以内)?(?P<what>[\u4e00-\u9fff]{0,10}?)(?:过|超过|超|突破|达到?|不低于|在)$",
            before,
        )
        if found is None or re.search(r"实现|完成|，|全部|均|都", found["what"]):
            return False
        return not re.match(r"产业集群|集群|企业|园区|项目|产业|基地|县|镇", found["what"])

    def _is_label(self, numeral: Numeral, before: str, after: str, clause: int, start: int, end: int) -> bool:
        """Whether a count only names the size of a list or group: 四大园区, 等12个集群, 94个园区实现收入…."""
        if numeral.code != "1" or numeral.form in ("multiple", "ratio"):
            return False
        if numeral.unit is not None and numeral.unit.term == "大":
            return True
        if re.match(
            r"^(?:者|侧|端|方面|问题|环节|层次|层面|转变|结合|原则|重点(?!企业|项目|产业|集群|园区)|关键|优先|坚持|着力)",
            after,
        ):
            return True
        if before.endswith("等"):
            return not _LIST_CLAIM.search(self.text[max(start, clause - 1) : numeral.start])
        if self._closes_list(numeral, before, clause):
            return True
        if _CLAIM.search(before):
            return bool(re.match(r"^(?:方面|环节|问题)", after))
        if _LABEL_BEFORE.search(before) and not _CLAIM.search(before):
            claim = re.search(r"(?:有|共|新增|建成|完成|达|形成|培育|引进|实施|推进)", before)
            if not claim or before.endswith(("等", "其余", "上述", "这")):
                return self._noun_then_verb(after) or before.endswith(
                    ("等", "其余", "上述", "这", "其他", "现有")
                )
        left, right = self._trim(clause, numeral.start)
        bare = self.text[left:right]
        if (
            not bare
            or _GENERIC_PLACES.fullmatch(bare)
            or self._is_place(numeral.start - len(bare), numeral.start)
        ):
            return self._noun_then_verb(after)
        return False

    def _closes_list(self, numeral: Numeral, before: str, clause: int) -> bool:
        """Whether a count stands right behind the list whose members it counts: 南昌、九江、赣州三市. 开展…招商不少于20次 claims its own."""
        found = re.search(r"、(?P<last>[^、，；。：]{1,16})$", before)
        if not found or found.start() == 0 or re.search(r"\d", found["last"]) or _CLAIM.search(before):
            return False
        first = numeral.start - len(found["last"])
        inside = self.words.between(first, numeral.start)
        if any(
            self.words.breaks(i) and self.text[self.words.starts[i] : self.words.ends[i]] not in _INSIDE_NOUN
            for i in inside
        ):
            return False
        return not re.search(r"建成|新建|设立|组建|新增|建起", self.text[clause : numeral.start])

    def _is_place(self, start: int, end: int) -> bool:
        return any(
            place.start <= start and place.end >= end - 1
            for place in self.places
            if place.start < end and place.end > start
        )

    def _noun_then_verb(self, after: str) -> bool:
        """Whether a noun and its predicate follow a count, which is then the subject of the clause."""
        found = re.match(
            r"^[\u4e00-\u9fff“”]{1,20}?(?:实现|完成|达到|达|全部|均|分别|年均|销售收入|产值|总产值|营业收入|主营|率先|占|超过|突破|要|都|产业集群省|增长|营收|共|累计|平均|成为|建设|合计|力争|预计|进入|呈|发展|被|获|通过|涉及|同比|新增|已)",
            after,
        )
        return bool(found)

    # --- statistic ---------------------------------------------------------------------------------------------------

    def _statistic(self, numeral: Numeral, clause: int, pending: Numeral | None) -> tuple[str, Decimal, str]:
        """(statistic, value, unit) of a quantity from the words before it; `pending` is its baseline, if one is printed."""
        before = self.text[clause : self._edge(clause, numeral.start)]
        value = numeral.value if numeral.value is not None else Decimal(0)
        unit = numeral.code or "1"
        term = numeral.unit.term if numeral.unit else ""
        if numeral.form == "multiple":
            return "multiple", value, "1"
        if numeral.form == "structure":
            return "share", value, "%"
        if numeral.form == "ratio":
            return "ratio", value, "1"
        if term == "倍":
            if _RISE.search(before) and not _RISE_TO.search(before):
                return "growth_rate", value * 100, "%"
            return "multiple", value, "1"
        if unit == "%" and (
            _COMPLETION.search(before)
            or (
                before.endswith("的")
                and _OF_A_PLAN.search(self.text, max(0, numeral.start - 30), numeral.start)
            )
        ):
            return "completion_rate", value, unit
        difference = _DIFFERENCE.search(before)
        if difference and unit in ("pp", "%") and (unit == "pp" or difference["than"]):
            negative = (difference["sign"][:1] in "低慢落少") or (difference["compared"] or "")[:1] in (
                "低",
                "慢",
                "少",
            )
            if not (
                difference["than"]
                and re.match(
                    r"(?:上年|去年|前年|年初|五年前|“|\d{4}|上年同期|去年同期|同期)", difference["than"]
                )
            ):
                return "difference", -value if negative else value, unit
            return "growth_amount" if unit == "pp" else "growth_rate", -value if negative else value, unit
        if unit == "%" and _RATE_NOUN.search(before):
            return "growth_rate", -value if "降" in before[-12:] or "减幅" in before[-12:] else value, unit
        rise_to = _RISE_TO.search(before)
        if not rise_to and _FALL.search(before):
            return ("growth_rate" if unit == "%" else "growth_amount"), -value, unit
        if not rise_to and _RISE.search(before) and not self._rate_level(numeral, before):
            return ("growth_rate" if unit == "%" else "growth_amount"), value, unit
        if unit == "pp":
            return "growth_amount", value, unit
        if unit == "%":
            if re.match(
                r"^(?:以上|左右)?的(?:年均)?(?:增速|速度|增幅|增长)",
                self.text[numeral.end : numeral.end + 10],
            ):
                return "growth_rate", value, unit
            whole = self.text[clause : self._edge(clause, pending.start)] if pending is not None else before
            if _SHARE.search(whole) or _SHARE_NOUN.search(whole) or self._part_printed_behind(numeral):
                return "share", value, unit
        return "level", value, unit

    def _edge(self, clause: int, end: int) -> int:
        """Where the words before a number end, its own year left out: 由2010年的5%提高到2015年的10%."""
        found = _OWN_YEAR.search(self.text, clause, end)
        return found.start() if found else end

    def _part_printed_behind(self, numeral: Numeral) -> Term | None:
        """What a share is of where it stands behind: 以全市1%的面积，贡献了42%的工业产值."""
        found = re.compile(r"(?:以上|左右)?的").match(self.text, numeral.end)
        if not found:
            return None
        terms = self.terms.within(found.end(), found.end() + 10)
        return terms[0] if terms and terms[0].start <= found.end() + 2 else None

    def _rate_level(self, numeral: Numeral, before: str) -> bool:
        """Whether words that end in 高 or 升 belong to a level: 配套率提高, handled where a rate of its own is named with 到."""
        return bool(re.search(r"(?:最高|不高|较高)$", before))

    # --- indicator, subject, period ---------------------------------------------------------------------------------

    def _new_figure(
        self,
        numeral: Numeral,
        statistic: str,
        value: Decimal,
        unit: str,
        clause: int,
        position: int,
        start: int,
        end: int,
        periods: list[Period],
        pending: Numeral | None,
    ) -> Figure | None:
        indicator, code, subject = self._indicator(
            numeral, statistic, unit, clause, position, start, end, pending
        )
        if code is None:
            return None
        period = self._period(numeral, start, periods, clause)
        operator = self._operator(numeral, clause)
        modality = judge(self.frame, self.carried.sentence, numeral.start, numeral.end, start, end, period)
        if numeral.value_max is not None:
            operator = "range"
        if numeral.form == "structure":
            code = "gdp"
        elif statistic == "ratio":
            code = "other"
        if statistic == "share" or unit == "pp":
            code = self._share_code(numeral, code, clause)
            behind = self._part_printed_behind(numeral)
            if behind is not None and "占" not in self.text[clause : numeral.start]:
                indicator, code = (behind.start, behind.end), behind.code
        respective = self._respective(numeral, clause, position, start)
        if (
            respective is None
            and self._list_length(numeral) == 2
            and _RESPECTIVELY.search(self.text, clause, numeral.start)
        ):
            both = self._town_and_country(indicator, code)
            if both:
                respective = self._members = both  # type: ignore[assignment]
        if respective:
            indicator, code, subject = self._respective_member(respective, 0, indicator, code, subject)
        first = min(x[0] for x in (indicator, subject, (numeral.start, 0)) if x and x[0] >= start)
        if indicator and start <= indicator[0] and indicator[0] < numeral.start:
            first = (
                min(indicator[0], subject[0])
                if subject and start <= subject[0] and self._same_clause(subject[0], indicator[0])
                else indicator[0]
            )
        value_max = -numeral.value_max if numeral.value_max is not None and value < 0 else numeral.value_max
        if numeral.value_max is not None and unit == "%" and numeral.unit and numeral.unit.term == "倍":
            value_max = numeral.value_max * 100
        if value_max is not None and value_max < value:
            value, value_max = value_max, value
        return Figure(
            numeral,
            indicator,
            code,
            subject,
            statistic,
            operator,
            value,
            value_max,
            unit,
            period,
            modality,
            start=first,
        )

    def _term_cut_short(self, start: int, end: int, unit: str, statistic: str) -> Term | None:
        """A term that a longer one hides which runs past the end: 税收 before 占比, where 税收占比 is a term as well."""
        for term in reversed(Terms(self.text[start:end]).found):
            moved = Term(start + term.start, start + term.end, term.code, term.measures)
            if self._fits(moved, unit, statistic):
                return moved
        return None

    def _share_of_base(
        self, share: re.Match[str], term: Term | None, clause: int, noun_end: int, start: int, position: int
    ) -> tuple[tuple[int, int] | None, str | None, tuple[int, int] | None] | None:
        """A share whose part names no measure: 三大产业占工业总产值的比重 is of output; 企业设立研发机构的比例 covers firms."""
        if term is not None and self._dimension(term.code) != "count" and term.end >= noun_end - 1:
            return None
        if share.re is _SHARE:
            bases = [
                base
                for base in self.terms.within(*share.span("base"))
                if self._dimension(base.code) not in ("count", "")
            ]
            if bases and (term is None or self._dimension(term.code) == "count"):
                return (
                    (bases[-1].start, bases[-1].end),
                    bases[-1].code,
                    self._subject(clause, noun_end, start, position),
                )
        elif term is not None and self._dimension(term.code) == "count" and "比例" in share[0]:
            return (clause, noun_end), "coverage_rate", self._subject(clause, noun_end, start, position)
        elif term is not None and self._dimension(term.code) == "count":
            return (clause, noun_end), "other", self._subject(clause, noun_end, start, position)
        return None

    def _share_match(self, clause: int, numeral: Numeral, pending: Numeral | None) -> re.Match[str] | None:
        """占…的比重 before a share, or before the baseline that precedes it."""
        for end in (numeral.start, pending.start if pending is not None else numeral.start):
            edge = self._edge(clause, end)
            found = _SHARE.search(self.text, clause, edge) or _SHARE_NOUN.search(self.text, clause, edge)
            if found:
                return found
        return None

    def _share_code(self, numeral: Numeral, code: str, clause: int) -> str:
        """A share of a market is market_share, research money per revenue rd_intensity, whatever noun is shared."""
        found = _SHARE.search(self.text, clause, numeral.start)
        if found and "市场" in found["base"]:
            return "market_share"
        if re.search(
            r"研发|R&D|研究(?:与|和)?(?:试验)?发展", self.text[clause : numeral.start]
        ) and re.search(r"收入|产值|生产总值|GDP|增加值", self.text[clause : numeral.start]):
            return "rd_intensity"
        return code

    def _same_clause(self, left: int, right: int) -> bool:
        return right - left < 60 and not any(mark in self.text[left:right] for mark in "；。")

    def _indicator(
        self,
        numeral: Numeral,
        statistic: str,
        unit: str,
        clause: int,
        position: int,
        start: int,
        end: int,
        pending: Numeral | None,
    ) -> tuple[tuple[int, int] | None, str | None, tuple[int, int] | None]:
        """(indicator span, code, subject span) of a quantity; code None where nothing names one."""
        text = self.text
        count = unit == "1" and statistic in ("level", "growth_amount")
        stop = self._edge(clause, numeral.start)
        share = self._share_match(clause, numeral, pending) if statistic == "share" else None
        if share:
            stop = share.start()
        elif unit == "pp" and (part := _PART_OF.search(text, clause, numeral.start)):
            stop = part.start()
        elif statistic in ("completion_rate",):
            found = _COMPLETION.search(text, clause, numeral.start)
            stop = found.start() if found else stop
        elif statistic == "difference":
            found = _DIFFERENCE.search(text, clause, numeral.start)
            stop = found.start() if found else stop
        noun_end = self._strip_right(clause, stop)
        left, right_end = self._trim(clause, noun_end)
        if left >= right_end:
            noun_end = clause
        term = self._term(clause, noun_end, unit, statistic)
        if term is None and noun_end > clause and statistic != "level":
            term = self._term_cut_short(clause, noun_end, unit, statistic)
        if (
            statistic == "share"
            and share is not None
            and noun_end > clause
            and self._trim(clause, noun_end)[0] < self._trim(clause, noun_end)[1]
        ):
            found_share = self._share_of_base(share, term, clause, noun_end, start, position)
            if found_share:
                return found_share
        if count:
            right = self._right_noun(numeral, end)
            if right and not _NO_COUNTED_NOUN.match(text, *right):
                code = self._count_code(right)
                return right, code, self._subject(clause, noun_end, start, position)
        if unit == "CNY" and statistic == "level" and (spent := _SPENT.search(text, clause, numeral.start)):
            return (
                (spent.start("verb"), noun_end if noun_end > spent.start("verb") else spent.end("verb")),
                "funding",
                self._subject(clause, spent.start("verb"), start, position),
            )
        if (
            unit in ("CNY", "USD")
            and statistic == "level"
            and term is None
            and (paid := _PAID.search(text, clause, numeral.start))
        ):
            return paid.span("verb"), "investment", self._subject(clause, paid.start("verb"), start, position)
        if term:
            head = self._extend_left(term, clause)
            return (
                (head, term.end),
                self._code(term, statistic, unit),
                self._subject(clause, head, start, position),
            )
        if noun_end > clause and statistic == "level" and not count:
            # An earlier clause of the same sentence may name the indicator: 石油机械制造业产值，力争达到25亿元.
            wider = self._term(max(position, start), clause, unit, statistic) if position < clause else None
            if wider and re.fullmatch(r"[，：]?", text[wider.end : clause][:1] or ""):
                return (
                    (wider.start, wider.end),
                    self._code(wider, statistic, unit),
                    self._subject(max(position, start), wider.start, start, position),
                )
        if self._carries_on(statistic, unit) and (
            statistic != "level" or unit in ("%", "pp") or self._narrows(clause, noun_end)
        ):
            subject = self._part_named(clause, noun_end) or self._subject(clause, noun_end, start, position)
            if position < clause and subject is None:
                subject = self._subject(position, clause, start, position)
            return self.carried.indicator, self.carried.code, subject or self.carried.subject
        if position < clause or statistic != "level":
            wider = self._term(max(position, start), numeral.start, unit, statistic)
            if wider:
                return (
                    (wider.start, wider.end),
                    self._code(wider, statistic, unit),
                    self._subject(max(position, start), wider.start, start, position),
                )
        right = self._right_noun(numeral, end)
        if right:
            term = self.terms.last(right[0], right[1])
            if term and not count:
                return (
                    (right[0], right[1]),
                    self._code(term, statistic, unit),
                    self._subject(clause, noun_end, start, position),
                )
        if noun_end > clause:
            code = self._count_code((clause, noun_end)) if count else _UNIT_INDICATORS.get(unit, "other")
            return (clause, noun_end), code, self._subject(clause, clause, start, position)
        if right and count:
            return right, self._count_code(right), self._subject(clause, noun_end, start, position)
        return None, ("other" if right else None), None

    def _part_named(self, start: int, end: int) -> tuple[int, int] | None:
        """镁质材料 in 其中镁质材料412.6亿元."""
        found = re.compile(r"其中，?").match(self.text, start)
        if not found:
            return None
        left, right = self._noun(*self._trim(found.end(), end))
        return (left, right) if 2 <= right - left <= 16 else None

    def _narrows(self, start: int, end: int) -> bool:
        """Whether a clause without an indicator names a part, a place or a whole of what the last one counted: 其中镁质材料, 总数."""
        left, right = self._trim(start, end)
        printed = self.text[left:right]
        if (
            not printed
            or self.text.startswith("其中", start)
            or re.fullmatch(r"(?:总数|总量|总额|总计|合计|总|共|累计|余额|规模)+", printed)
        ):
            return True
        return self._is_topic(left, right) or bool(industries().find(printed)) and len(printed) <= 12

    def _term(self, start: int, end: int, unit: str, statistic: str) -> Term | None:
        """The last indicator term between two positions that can be measured in the unit."""
        for term in reversed(self.terms.within(start, end)):
            if term.code == "other" and _TOTAL.fullmatch(self.text, term.start, term.end):
                continue
            if self._fits(term, unit, statistic) and not self.text.endswith(
                ("可比", "不变", "现行", "当年"), max(0, term.start - 2), term.start
            ):
                return term
        return None

    def _fits(self, term: Term, unit: str, statistic: str) -> bool:
        """Whether a term can be the indicator of such a figure: an area is no money, a count no sum."""
        if statistic in (
            "growth_rate",
            "share",
            "completion_rate",
            "difference",
            "multiple",
            "ratio",
        ) or unit in ("pp", "%"):
            return True
        dimension = self._dimension(term.code)
        wanted = self._unit_dimension(unit)
        return (
            dimension in (wanted, "any", "")
            or (dimension == "rate" and unit == "%")
            or wanted in ("price", "intensity", "density")
        )

    def _dimension(self, code: str) -> str:
        return self.claims.indicator_dimensions.get(code, "")

    def _unit_dimension(self, unit: str) -> str:
        return self.claims.unit_dimensions.get(unit, "")

    def _code(self, term: Term, statistic: str, unit: str) -> str:
        if term.code == "rd_expenditure" and statistic == "share":
            return "rd_intensity"
        if term.code == "rural_income" and re.search(
            r"城镇(?:居民)?[和与、及]$", self.text[max(0, term.start - 6) : term.start]
        ):
            return "resident_income"
        return term.code

    def _carries_on(self, statistic: str, unit: str) -> bool:
        """Whether a quantity without an indicator of its own speaks of the last one."""
        if not self.carried.code:
            return False
        if statistic != "level" or unit in ("%", "pp"):
            return True
        wanted = self._unit_dimension(unit)
        return self._dimension(self.carried.code) == wanted or any(
            self._unit_dimension(figure.unit) == wanted for figure in self.carried.figures[-4:]
        )

    def _is_counted(self, term: Term, numeral: Numeral) -> bool:
        return self._dimension(term.code) in ("count", "any")

    def _count_code(self, noun: tuple[int, int]) -> str:
        term = None
        for found in reversed(self.terms.within(*noun)):
            if self._dimension(found.code) == "count":
                term = found
                break
        if term and term.end == noun[1]:
            return term.code
        printed = self.text[noun[0] : noun[1]]
        best = max(
            ((printed.rfind(head) + len(head), code) for head, code in _COUNT_HEADS if head in printed),
            default=None,
        )
        if best and (term is None or best[0] > term.end - noun[0]):
            return best[1]
        return term.code if term else "other"

    def _right_noun(self, numeral: Numeral, end: int) -> tuple[int, int] | None:
        """The noun phrase counted by a number before it: 20个国家级企业技术中心; its head may stand behind a clause with 的."""
        text = self.text
        after = re.compile(r"(?:以上|左右|多|以内|以下)?(?:的)?").match(text, numeral.end)
        start = after.end() if after else numeral.end
        stop = _CLAUSE_END.search(text, start, end)
        close = stop.start() if stop else end
        head = text.rfind("的", start, close)
        if head < start or close - head < 3:
            inner = _NOUN_END.search(text, start, close)
            close = inner.start() if inner else close
        else:
            inner = re.compile(r"[、（）\d]").search(text, head, close)
            close = inner.start() if inner else close
        if close <= start:
            return None
        verb = _NOUN_VERB.search(text, start + 1, close)
        if verb and (self._count_head(start, verb.start()) is not None or verb.start() - start <= 12):
            close = verb.start()
        while close > start and text[close - 1] in "和与及等以的":
            close -= 1
        return (start, close) if close > start else None

    def _count_head(self, start: int, end: int) -> str | None:
        printed = self.text[start:end]
        return next((code for head, code in _COUNT_HEADS if printed.endswith(head)), None)

    def _strip_right(self, start: int, end: int) -> int:
        """End of the noun phrase before a verb group: 主营业务收入力争突破 → behind 收入."""
        text = self.text
        ending = cues.ending(
            "goal",
            "forecast",
            "requirement",
            "comparator",
            "growth",
            "fall",
            "baseline",
            "distribution",
            "completion",
        )
        while end > start:
            if text[end - 1] in "，、：的了达到为是至由从在也已均约近超过可要将共各":
                if (
                    self.terms.last(max(start, end - 4), end)
                    and self.terms.last(max(start, end - 4), end).end == end
                ):  # type: ignore[union-attr]
                    return end
                end -= 1
                continue
            found = ending.match(text, start, end)
            if not found:
                return end
            covering = self.terms.last(start, end)
            if covering and covering.end == end and covering.start <= found[0]:
                return end
            end = found[0]
        return end

    def _extend_left(self, term: Term, clause: int) -> int:
        """Start of an indicator's name: with the modifiers before it (新增就业), without whose it is (产业 of 产业产值)."""
        text = self.text
        start = term.start
        if (
            text[start] == "年"
            and start > clause
            and (text[start - 1].isdigit() or text[start - 1] in "今去")
        ):
            return start + 1
        whose = _WHOSE.match(text, start, term.end)
        if whose and self._dimension(term.code) != "count":
            return whose.end()
        found = _MODIFIER.search(text, clause, start)
        return found.start() if found else start

    def _subject(self, start: int, end: int, sentence: int, position: int) -> tuple[int, int] | None:
        """The noun phrase left of the indicator, trimmed of verbs and adverbs; else the topic that opens the clause; else what is carried."""
        text = self.text
        left, right = self._noun(*self._trim(start, end))
        if left in self.named:
            right = max(right, self.named[left]) if self.named[left] <= end else right
        if right - left >= 2 and self._is_subject(left, right) and self._is_topic(left, right):
            return left, right
        # a topic before a comma: 石油机械制造业，力争年内实现产值25亿元; what a number before it counts is none
        edge = max(position, sentence)
        if edge < start:
            for mark in re.finditer(r"[^，；。：]+", text[edge:start]):
                if mark.start() == 0 and edge > sentence:
                    continue
                left, right = self._noun(*self._trim(edge + mark.start(), edge + mark.end()))
                if right - left >= 2 and self._is_topic(left, right):
                    return left, right
        if self.carried.figures and text.find("；", self.carried.figures[-1].numeral.end, end) >= 0:
            return self._opening_subject()
        return self.carried.subject

    def _opening_subject(self) -> tuple[int, int] | None:
        """Behind a semicolon a sentence comes back to the place or group it opened with, not to a part it named since."""
        first = self.carried.figures[0].subject
        if first and (
            re.match(r"全[省市县区州旗盟国]|我[省市县区]", self.text[first[0] : first[1]])
            or self._is_place(*first)
            or re.search(r"[\d一二三四五六七八九十]个", self.text[first[0] : first[1]])
        ):
            return first
        return self._subject_of_heading()

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without periods, adverbs and connectives at its ends."""
        text = self.text
        while start < end:
            before = start
            found = _SUBJECT_TRIM_LEFT.match(text, start, end)
            if found:
                start = found.end()
            for period in find_periods(text, start, end, None):
                if period.start == start:
                    start = period.end
                break
            if start == before:
                break
        found = _SUBJECT_TRIM_RIGHT.search(text[start:end])
        if found:
            end = start + found.start()
        return start, max(start, end)

    def _noun(self, start: int, end: int) -> tuple[int, int]:
        """The noun phrase that opens a stretch: 四机厂 of 四机厂解决了西厂区扩规所需的; nothing where a verb opens it."""
        for index in self.words.between(start, end):
            if (
                self.words.breaks(index)
                and self.text[self.words.starts[index] : self.words.ends[index]] not in _INSIDE_NOUN
            ):
                return (
                    (start, start) if self.words.starts[index] <= start else (start, self.words.starts[index])
                )
        return start, end

    def _is_subject(self, start: int, end: int) -> bool:
        printed = self.text[start:end]
        return (
            end - start <= (60 if "、" in printed else 30)
            and not re.search(r"[，；。]", printed)
            and not re.fullmatch(r"[一-鿿]?(?:全年|同比|年均|平均|累计)", printed)
        )

    def _is_topic(self, start: int, end: int) -> bool:
        """A trade, place, firm or zone set before a comma as what the clause is about."""
        printed = self.text[start:end]
        if end - start > (60 if "、" in printed else 20):
            return False
        return (
            bool(_TOPIC.search(printed))
            or self._is_place(start, end)
            or self.named.get(start) == end
            or self._is_trade(printed)
        )

    def _is_trade(self, printed: str) -> bool:
        """Whether a phrase is the name of a trade and nothing else: 稀土功能材料, 光伏."""
        trades = industries().find(printed)
        return bool(trades) and trades[0].start <= 2 and trades[-1].end == len(printed)

    # --- period, operator ----------------------------------------------------------------------------------------------

    def _period(self, numeral: Numeral, start: int, periods: list[Period], clause: int) -> Period | None:
        """The last period printed before the number in its sentence, else the one that the section carries along.

        年均 under a deadline speaks for the whole plan; 三年累计 for the plan that heads the section, where it is as long.
        """
        found = None
        for period in periods:
            if (
                period.start < numeral.start
                and period.kind not in ("every", "recent")
                and self.text[period.start : period.end] not in ("全年", "年度", "年均")
            ):
                found = period
        section = self.frame.sentences[self.carried.sentence].section
        if found is None:
            found = self._period_of_section(section)
        elif found.kind not in ("within", "now", "span", "day"):
            self.carried.period = self._periods[section] = found
        if found is not None and found.kind == "span":
            outer = self._period_of_section(section) or self._period_of_title()
            if (
                outer is not None
                and outer.first
                and outer.last
                and int(outer.last[:4]) - int(outer.first[:4]) + 1 == found.length
            ):
                found = replace(found, first=outer.first, last=outer.last)
            elif outer is not None and outer.last and (plan := plan_of(outer.last)) and found.length == 5:
                found = replace(found, first=plan[0], last=plan[1], status=outer.status)
        if (
            found is not None
            and found.kind == "deadline"
            and found.first is None
            and found.last
            and re.search(r"年均|每年|平均", self.text[clause : numeral.start])
        ):
            plan = plan_of(found.last)
            if plan:
                found = replace(found, first=plan[0])
        return found

    def _period_of_title(self) -> Period | None:
        """The plan span that the document's title prints: …三年行动计划（2023-2025年）."""
        first = self.frame.headings[1].start if len(self.frame.headings) > 1 else 200
        spans = [
            period
            for period in find_periods(self.text, 0, min(first, 200), self.frame.issued)
            if period.kind in ("range", "plan")
        ]
        return spans[0] if spans else None

    def _period_of_section(self, section: int) -> Period | None:
        """The period printed last in a section's own text, else in its heading, else the same of the section around it."""
        for index in self.frame.section_path(section):
            if index == section and index in self._periods:
                return self._periods[index]
            first, last = self.frame.headings[index].heading
            if first < last:
                periods = find_periods(self.text, first, last, self.frame.issued)
                if periods:
                    return periods[-1]
        return None

    def _operator(self, numeral: Numeral, clause: int) -> str:
        """Comparator of a number: the word behind it (以上), the word before it (超过), 多 or 余 inside."""
        after = cues.opening("comparator").match(self.text, numeral.end)
        if after and after[1] != "range":
            return after[1]
        before = cues.ending("comparator").match(self.text, clause, numeral.start)
        if before and before[1] not in ("eq", "range"):
            return before[1]
        if numeral.form == "multiple":
            return "eq"
        if numeral.rough or re.search(r"(?:约|近|大约)占[^，；。]{0,20}$", self.text[clause : numeral.start]):
            return "approx"
        if numeral.code in _DURATION_UNITS and self.text.startswith(("内", "以内", "之内"), numeral.end):
            return "le"
        tail = self.text[max(clause, numeral.start - 8) : numeral.start]
        if re.search(r"(?:不少于|不低于|至少|突破|超过|迈上|跨入|达到或超过)[^，；。]{0,3}$", tail):
            return "ge"
        return "eq"

    # --- distribution --------------------------------------------------------------------------------------------------

    def _respective(
        self, numeral: Numeral, clause: int, position: int, start: int
    ) -> list[tuple[str, tuple[int, int]]] | None:
        """Members that 分别 hands its values to, as (kind, span); kept on the reader for the values that follow."""
        text = self.text
        found = None
        for found in _RESPECTIVELY.finditer(text, clause, numeral.start):
            pass
        values = self._list_length(numeral)
        if values < 2:
            return None
        if found is None:
            return self._respective_without_word(numeral, clause, values)
        segment = max(
            clause, max((text.rfind(mark, start, found.start()) for mark in "，；：。"), default=-1) + 1
        )
        members = self._coordinated(segment, found.start(), values)
        if members is None:
            members = self._group_named_before(segment, found.start(), values)
        if members is None and clause - position <= 1 or members is None:
            last = self.carried.figures[-values:]
            if len(last) == values:
                self._members = [("figure", figure) for figure in last]
        else:
            self._members = members
        return self._members or None  # type: ignore[return-value]

    def _respective_without_word(
        self, numeral: Numeral, clause: int, values: int
    ) -> list[tuple[str, tuple[int, int]]] | None:
        """…分别为34872元、17046元，增长6.3%和7.1%: growth of as many figures as the list before it holds."""
        last = self.carried.figures[-values:]
        if (
            len(last) < values
            or not _RISE.search(self.text, clause, numeral.start)
            and not _FALL.search(self.text, clause, numeral.start)
        ):
            return None
        joined = all(
            _LIST_JOINT.match(self.text[one.numeral.end : other.numeral.start])
            for one, other in zip(last, last[1:], strict=False)
        )
        if not joined:
            return None
        self._members = [("figure", figure) for figure in last]
        return self._members  # type: ignore[return-value]

    def _town_and_country(
        self, indicator: tuple[int, int] | None, code: str
    ) -> list[tuple[str, object]] | None:
        """城乡居民收入分别为A、B is the town's income, then the country's."""
        if (
            code != "resident_income"
            or indicator is None
            or not re.search("城乡|城镇.{0,3}农村", self.text[max(0, indicator[0] - 6) : indicator[1]])
        ):
            return None
        return [("indicator", (indicator, code, None)) for code in ("urban_income", "rural_income")]

    def _group_named_before(self, segment: int, end: int, values: int) -> list[tuple[str, object]] | None:
        """两大集群本地配套率分别提升至60%、45%: the subjects of the figures before, under an indicator of its own."""
        last = self.carried.figures[-values:]
        if (
            len(last) < values
            or self.terms.last(segment, end) is None
            or not re.match(r"[两二三四五六七八九十\d]+[大个家]|上述|以上", self.text[segment:end])
        ):
            return None
        return (
            [("subject", figure.subject) for figure in last if figure.subject]
            if all(figure.subject for figure in last)
            else None
        )

    def _list_length(self, numeral: Numeral) -> int:
        """How many quantities of one kind follow each other, from this one on."""
        numerals = self.frame.numerals_in(numeral.start, min(len(self.text), numeral.start + 400))
        count, end = 1, numeral.end
        for following in numerals[1:]:
            if following.kind != "quantity" or not _LIST_JOINT.match(self.text[end : following.start]):
                break
            count, end = count + 1, following.end
        return count

    def _coordinated(self, start: int, end: int, count: int) -> list[tuple[str, object]] | None:
        """A、B和C before 分别, where there are as many as values: indicators, or subjects that share one indicator."""
        text = self.text
        start, end = self._trim(start, self._strip_right(start, end))
        parts = split_members(text, start, end)
        if len(parts) != count:
            parts = [
                (start + m.start(), start + m.end()) for m in re.finditer(r"[^、和与及]+", text[start:end])
            ]
        if len(parts) != count:
            return None
        terms = [self.terms.last(*part) for part in parts]
        if all(terms):
            codes: list[tuple[str, object]] = []
            for part, term in zip(parts, terms, strict=True):
                assert term is not None
                head = self._extend_left(term, part[0])
                codes.append(
                    (
                        "indicator",
                        (
                            (head, term.end),
                            term.code,
                            (parts[0][0], head) if part == parts[0] and head - part[0] >= 2 else None,
                        ),
                    )
                )
            return codes
        return [
            ("subject", self._without_head(part, terms[-1] if part == parts[-1] else None)) for part in parts
        ]

    def _without_head(self, part: tuple[int, int], term: Term | None) -> tuple[int, int]:
        """The last member of 南昌、九江、赣州三市园区主营业务收入 without what all share."""
        start, end = part
        if term:
            end = term.start
        found = re.search(r"[一二两三四五六七八九十\d]+(?:个|大|家)?[\u4e00-\u9fff]*$", self.text[start:end])
        if found and found.start() >= 2:
            end = start + found.start()
        return start, max(end, start + 1)

    def _respective_member(
        self,
        members: list[tuple[str, object]],
        number: int,
        indicator: tuple[int, int] | None,
        code: str,
        subject: tuple[int, int] | None,
    ) -> tuple[tuple[int, int] | None, str, tuple[int, int] | None]:
        kind, member = members[number]
        if kind == "figure":
            figure = member
            assert isinstance(figure, Figure)
            return figure.indicator, figure.code, figure.subject
        if kind == "indicator":
            span, member_code, member_subject = member  # type: ignore[misc]
            return span, member_code, member_subject or subject
        return indicator, code, member  # type: ignore[return-value]

    def _next_of_list(
        self, numeral: Numeral, previous: Numeral, value: Decimal, unit: str, start: int, end: int
    ) -> Figure | None:
        """A further value of a list: it shares all with the one before but what 分别 gives it."""
        last = self.carried.figures[-1]
        members = self._members
        indicator, code, subject = last.indicator, last.code, last.subject
        if members:
            number = next((i for i, _ in enumerate(members) if i == self._list_position(last)), 0) + 1
            if number < len(members):
                indicator, code, subject = self._respective_member(members, number, indicator, code, subject)
        elif unit == "1":
            right = self._right_noun(numeral, end)
            if right:
                indicator, code = right, self._count_code(right)
        if last.statistic in ("growth_rate", "growth_amount") and last.value < 0:
            value = -abs(value)
        operator = self._operator(numeral, previous.end)
        statistic = last.statistic if unit == last.unit else "level"
        first = (
            min(indicator[0], last.start)
            if indicator and members and members[0][0] == "subject"
            else (indicator[0] if indicator else last.start)
        )
        first = min(max(first, start), numeral.start)
        return Figure(
            numeral,
            indicator,
            code,
            subject,
            statistic,
            "range" if numeral.value_max is not None else operator,
            value,
            numeral.value_max,
            unit,
            last.period,
            last.modality,
            start=first,
        )

    def _list_position(self, figure: Figure) -> int:
        count = 0
        for earlier in reversed(self.carried.figures):
            if earlier is figure:
                break
        index = self.carried.figures.index(figure)
        while index > 0 and _LIST_JOINT.match(
            self.text[self.carried.figures[index - 1].numeral.end : self.carried.figures[index].numeral.start]
        ):
            index -= 1
            count += 1
        return count


def rows(
    frame: Frame, figures: list[Figure], claims: Claims, places: list[Place]
) -> tuple[list[Target], list[Indicator]]:
    """Targets and indicators of a document's figures."""
    targets: list[Target] = []
    indicators: list[Indicator] = []
    for figure in figures:
        is_target = figure.modality.table == "targets"
        end = max(
            figure.numeral.end,
            figure.indicator[1] if figure.indicator and figure.indicator[0] >= figure.numeral.start else 0,
        )
        first, last = frame.bounds(min(figure.start, figure.numeral.start), end)
        row_id = frame.row_id("t" if is_target else "n", first)
        claims.claim(figure.numeral, "targets" if is_target else "indicators", row_id)
        shared = _shared(frame, figure, first, last, places)
        if is_target:
            targets.append(Target(target_id=row_id, modality=figure.modality.modality or "goal", **shared))  # type: ignore[arg-type]
        else:
            indicators.append(Indicator(indicator_id=row_id, **shared))  # type: ignore[arg-type]
    return targets, indicators


def _shared(frame: Frame, figure: Figure, first: int, last: int, places: list[Place]) -> dict[str, object]:
    """The columns that targets and indicators share."""
    period, baseline = figure.period, figure.baseline
    subject = (
        frame.printed(*figure.subject)
        if figure.subject and figure.subject[0] < figure.subject[1]
        else _whole_place(frame)
    )
    conflict = period is not None and any(year in frame.false_years for year in period.years)
    return {
        "document_id": frame.document_id,
        "section_id": frame.section_id(figure.numeral.start),
        "start": first,
        "end": last,
        "quote": frame.document.source.text[first:last],
        "mention_id": frame.mention_id(figure.numeral),
        "subject_text": subject,
        "region_code": _region(frame, figure.subject, places),
        "indicator": figure.code,
        "indicator_text": _indicator_text(frame, figure),
        "statistic": figure.statistic,
        "operator": figure.operator,
        "value": figure.value,
        "value_max": figure.value_max,
        "unit": figure.unit,
        "value_text": frame.quote(figure.numeral.start, figure.numeral.end),
        "baseline_text": frame.printed(baseline.start, baseline.end) if baseline else None,
        "baseline_value": baseline.value if baseline else None,
        "period_text": frame.printed(period.start, period.end) if period else None,
        "period_start": period.first if period and not conflict else None,
        "period_end": period.last if period and not conflict else None,
        "period_status": "conflict" if conflict else period.status if period else "unknown",
        "origin": RULE,
    }


def _whole_place(frame: Frame) -> str | None:
    """全省, 全市, 全县 or 全区: whose figure it is where the passage names no subject."""
    code = frame.region_code
    if code is None:
        return None
    level = level_of(code)
    if level == "national":
        return "全国"
    if re.search("开发区|高新区|园区|管委会|管理委员会|新区|示范区|保税区", frame.issuer or frame.title):
        return "全区"
    name = region_name(code)
    sign = {
        "自治区": "区",
        "特别行政区": "区",
        "自治州": "州",
        "自治县": "县",
        "地区": "区",
        "盟": "盟",
        "自治旗": "旗",
    }
    ending = next((value for key, value in sign.items() if name.endswith(key)), name[-1:])
    return "全" + ending if ending in "省市县区州盟旗" else None


@cache
def _region_names() -> dict[str, str]:
    return {row["code"]: row["label_zh"] for row in codes.read("region_codes")}


def region_name(code: str) -> str:
    """The name of a region code, or ""."""
    return _region_names().get(code, "")


def _indicator_text(frame: Frame, figure: Figure) -> str:
    """The indicator as printed; where the sentence prints none, the words before the number, or the number itself."""
    span = figure.indicator
    if span is None or span[0] >= span[1]:
        span = (
            (figure.start, figure.numeral.start)
            if figure.start < figure.numeral.start
            else (figure.numeral.start, figure.numeral.end)
        )
    return frame.printed(*span)


def _region(frame: Frame, subject: tuple[int, int] | None, places: list[Place]) -> str | None:
    """Code of the place in the subject, else of the document."""
    if subject:
        for place in places:
            if place.code and subject[0] <= place.start and place.end <= subject[1]:
                return place.code
    return frame.region_code
