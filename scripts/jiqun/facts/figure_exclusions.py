"""Quantities that are no figure: labels, thresholds, baselines, denominators, attributes, repetitions."""

from __future__ import annotations

import re

from jiqun.facts.figure_phrases import Phrases
from jiqun.facts.figure_state import Quantity
from jiqun.facts.figure_statistics import part_of_them
from jiqun.facts.figure_words import (
    ATTRIBUTE_UNITS,
    BASELINE_AFTER,
    CLAIM,
    EACH,
    FROM,
    GENERIC_PLACES,
    INSIDE_NOUN,
    LABEL_BEFORE,
    LIST_CLAIM,
    QUALIFIER,
    SHARED_UNIT_JOINT,
)
from jiqun.language import cues
from jiqun.language.numbers import Numeral
from jiqun.language.words import breakers

# How often something is done as a routine.
_ROUTINE = re.compile(
    r"每(?:个?(?:季度?|月|周|半年|年)|半年)[^，；。\d]{0,6}"
    r"(?:调度|会商|通报|召开|研究|听取|督查|分析|协商|开会)[^，；。\d]{0,6}$"
)
# 投资强度低于90万元、容积率低于0.8的项目: bounds in a list.
_FURTHER_BOUND = re.compile(
    r"(?:及?以上|以下|以内)?(?:、|和|或|且)[^，；。、\d]{2,14}[\d.]+[^，；。、]{0,6}的(?:项目|企业|单位|用地|园区)"
)
# 容积率达到1.2以上的，免收: what must be met.
_MUST_BE_MET = re.compile(r"(?:及?以上|以下|以内)?的，")
_REACHED = re.compile(r"(?:达到?|不足|不到|超过?|低于|高于|过|满|不少于|不低于|大于|小于)(?:了|到)?$")
_PLACES_COUNTED = frozenset(("区", "县", "市", "镇", "乡", "地", "州", "校", "院"))
_COUNTED_PLACES = re.compile("[两二三四五六七八九十][区县市镇乡地州校院](?![级内外])")
_ABOUT = re.compile(r"对(?:全|我)?[省市县区州旗国]?(?:现有|所有|已有)?$")
_SLOGAN = re.compile(
    r"(?:加快|坚持|确保|面向|率先|统筹|突出|聚焦|毫不|维护|强化|转变|提升(?!改造|工程)|提高|明确|到位|不变|不放松|更加|必须|一律|始终|延伸|覆盖|对接(?!会|活动)|回归)"
)
_AND_ZONES = re.compile("(?:园区|开发区|高新区|集群|基地|新区|园)[和与及]$")
_VISITED = re.compile(
    r"(?:走访|调研|考察|抽查|座谈)(?:了|[^，；。]{0,12}和)?$|(?:参观|考察|走访|调研)(?:考察|调研)?了[^，；。]{0,24}的?$"
)
# 居全省34个县区第1位: among how many one is ranked.
_RANKED_AMONG = re.compile(
    "(?:[\u4e00-\u9fff]{1,10}?(?:中)?|（[市区县、]{1,5}）)(?:排名|排|位列|位居|居|列)?第[\\d一二三四五六七八九十]"
)
_LIES_OFF = re.compile(
    "(?:位于|地处|距离?|相距|离)(?!地)[^，；。\\d]{1,14}$|[往向][东西南北]{1,2}(?:约|近|行)?$"
)
# How far around: 沿江1公里范围内的企业.
_AROUND = re.compile("(?:以内|之内)?(?:的)?(?:范围|半径|沿线|纵深)")
_RANKING = re.compile("(?:排位|排名|位次|名次)[^；。]*$")
# 增速居全市第6位，较1-5月上升1位
_PLACES_WON = re.compile("(?:上升|前移|前进|提升|提高|下降|后移|下滑|退后)(?:了)?$")
# What leads from a number without unit to the one that has it, perhaps over further numbers.
_SHARES_UNIT = re.compile(
    f"{SHARED_UNIT_JOINT.pattern}(?:[\\d.]{{1,12}}[十百千万亿]{{0,2}}{SHARED_UNIT_JOINT.pattern})*"
)
_LASTED = re.compile("(?:历时|会期|为期|用时)(?:约|近|共)?$")
_WHOLE_OF_SHARE = re.compile(r"[\u4e00-\u9fff]{2,10}的(?:近|约|超过?)?[\d百一二两三四五六七八九十]")
_BASE_OF_SHARES = re.compile(
    r"[\d:：.]*，?(?:进一步|逐步|不断)?(?:调整|优化|变|演变|转变|发展|改善)(?:到|为|至)"
)
_RISES_TO = re.compile(r"(?:以上|左右)?[^，；。]{0,6}(?:到|至)")
_BOUNDED_GROUP = re.compile(r"(?:及?以上|以下)的")
_BOUNDED_COUNT = re.compile(
    r"(?:及?以上|以下|以内)的?(?:共)?(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[个家项户]"
    r"|(?:及?以上|以下|以内)的?[\u4e00-\u9fff]{0,6}?(?:厂|窑|炉|矿|机组|锅炉|生产线|设备|装置|轧机)(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[个家座台套条口孔]"
)
# 500万元投资建设项目15个: what each of them costs at least.
_BOUND_OF_WORKS = re.compile(
    r"(?:以上)?(?:投资)?(?:建设|产业|工业)?项目(?:共|达|达到|有)?(?:\d+|[一二两三四五六七八九十百]+)[个项]"
)
# 30亿元以上、50亿元以上以及百亿元龙头型重大项目: bounds in a list.
_LIST_OF_BOUNDS = re.compile(
    r"(?:及?以上)(?:(?:、|和|及|以及)[\d.百千万亿一二三四五六七八九十]+[万亿]?元(?:及?以上)?)+的?[^，；。、\d]{0,10}(?:项目|企业|集群|园区|基地)"
)
_COUNT_OF_THESE = re.compile(
    r"的(?:有|只有|共|仅|达到?|不足|增加到|发展到|约|近)*"
    r"(?:\d+|[一二两三四五六七八九十百]+)(?:余|多|几)?[个家户项]"
)
_LISTED_BOUND = re.compile(
    r"[\d一二两三四五六七八九十百千万余多][个家户项](?:以上|左右|以内)?(?P<what>[\u4e00-\u9fff]{0,10}?)(?:过|超过|超|突破|达到?|不低于|在)$"
)
_NAMES_A_LIST = re.compile(
    r"(?:者|侧|端|方面|问题|意思|道理|(?:重点)?工作(?!站|室|日|专班|组|人员|小组)|难题|做法|举措|抓手|短板|体会|环节|层次|层面|转变|结合|原则"
    r"|重点(?!企业|项目|产业|集群|园区)|关键|优先|坚持|着力|底线|红线|主线)"
)
# 在产的35个行业中，24个增长: the whole, and its part.
_PARTED = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12})?(?:之?中|里)(?:，[^，；。、\d]{0,4})?(?:已有|有|仅有?|只有)?"
    r"[\d一二三四五六七八九十两]+[余多]?[个家户项]"
)
_PART_OF_THESE = re.compile(
    r"[\d一二三四五六七八九十两][个家户项](?:[\u4e00-\u9fff]{2,12})?(?:之?中|里)，?(?:已有|有|仅有?|只有)?$"
)
# What a price is set by, or how it is paid: 出让底价按最低价标准的70%执行, 首付50%.
_PRICE_RULE = re.compile(
    r"(?:底价|起始价|最低价|基准地价)(?:标准)?》?[^，；。\d]{0,6}的?$|(?:首付|首期缴纳|首缴)(?:款|比例)?[^，；。\d]{0,4}$"
)
# The sum of an earlier year that one has grown from: 较2022年的3885亿元|接近翻番.
_COMPARED_SUM = re.compile(r"(?:比|较)(?:上年|去年|(?:19|20)\d\d年)[^，；。]{0,16}的$")
_REACH_OF_COMPARED = 30
# How large a thing is whose name follows: 占地1200亩的加工基地.
_COVERS = re.compile("(?:占地|用地|占地面积|规划面积|建筑面积)(?:约|近|共)?$")
# What firms by their number are to do, which is what is counted.
_DO_WORKS = re.compile(
    "(?:规上|规模以上|工业|骨干|重点|中小)*企业(?:完成|实现|开展|实施)(?:了)?(?:新一轮)?(?:技术改造|技改|智能化|数字化|绿色化|股改|股份制|上市|改造)"
)
# 将全市|9个工业集中区|整合为5个
_TAKES = re.compile("[将把](?!军|来)[^，；。\\d]{0,10}$")
_MADE_INTO = re.compile(
    "[^，；。、\\d]{0,12}(?:整合|合并|归并|撤并|精简|压减|压缩|缩减|减少|调整|优化|增加|扩大|扩展|发展)(?:成|为|到|至)(?=[^，；。]{0,2}[\\d一二两三四五六七八九十])"
)
_HAS_GROWN = re.compile("(?:增长|增加|提高|接近翻|近乎翻|翻了?|净增)")
# 三层以上标准厂房
_STOREYS = re.compile("(?:及?以上)?的?(?:高?标准|工业|多层)?(?:厂房|建筑|楼)")
# 榜单中的34名, 分两批确定
_ON_A_LIST, _IN_TURNS = re.compile("榜[^，；。]{0,6}$"), re.compile("(?<![部区县市])分$")
# How many firms somebody has been to see or asked: 走访企业320家, 调查的38家企业.
_SURVEYED = re.compile(
    r"(?:走访|(?<!统计)调查|暗访|摸排|实地察看|察看|调研|抽查)(?:(?:走访|调研)?"
    r"(?:重点|规上|规模以上|工业|辖区内?|联系|民营|各类|有关)*(?:企业|园区|单位|商户)(?:共|达|近|约)*|了?的)$"
)
# Those who put in the sum told next, by their number: 两位|客商联合投资3亿元; not 引进|客商12位.
_INVESTORS = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:老板|客商|企业家|投资商|投资者|投资人)(?:[将已拟]|计划|准备|共同|联合|合伙|先后)*(?:投资|出资|注资|投入)"
)
# Leaders given a task, by their number: 每条产业链明确|1名|市级领导任链长.
_LEADERS_NAMED = re.compile(
    "(?:[省市县区州]级?)?(?:分管|挂钩|党政|班子)?(?:领导(?:干部)?|负责人|副[省市县区]长)[^，；。]{0,4}(?:任|担任|牵头|挂钩|包联|挂联|联系|负责|领衔|包抓)"
)
# Zones and chains whose firms a clause speaks of: 园区58户规上企业|实现产值.
_OF_A_ZONE = re.compile(
    "[\u4e00-\u9fff]{0,14}(?:园区|开发区|高新区|经开区|集聚区|工业园|产业园|产业链|产业集群|全镇|乡)(?:内|的)?"
)
_SAID = re.compile(r"(?:强调|讲|谈|说|提|汇报|出台[^，；。、]{0,8}|印发[^，；。、]{0,8})$")
# A list of names that something is done to, in front of their number: 对|甲厂、乙厂|两家.
_NAMES_BEFORE = re.compile(r"(?<=[对将把由与向])(?:[^、，；。：\d]{2,16}、){1,11}[^、，；。：\d]{2,16}$")
_LAST_OF_LIST = re.compile(r"、(?P<last>[^、，；。：]{1,16})$")
# Sizes that stand in the name of a plant or park.
_SIZES = frozenset(("mass", "power", "energy", "volume", "capacity", "money"))
# So many of a size: 2×350MW.
_TIMES_SIZE = re.compile(r"[×xX*]\d")
# How far before a number its words are read: a clause may have no end.
_REACH = 400


class Exclusions:
    """Says of a quantity why it is no figure."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.text = phrases.text

    def reason(self, quantity: Quantity, previous_end: int | None) -> str | None:
        """Reason code of a quantity that is no figure, else None.

        `previous_end` is the end of the number before it. A number without unit is given the one that its
        list or its indicator has.
        """
        numeral, clause, end = quantity.numeral, quantity.clause, quantity.end
        text = self.text
        before = text[max(clause, numeral.start - _REACH) : numeral.start]
        after = text[numeral.end : min(end, numeral.end + 60)]
        if _TIMES_SIZE.match(text, numeral.number_end):
            return "attribute"
        if (
            numeral.unit is None
            and numeral.form in ("", "bound")
            and not numeral.code
            and not self._elided_unit(numeral, quantity.following, before)
        ):
            if self._is_threshold(numeral, before, after):
                return "threshold"
            letter = re.match(r"[A-Za-z]", text[numeral.number_end : numeral.number_end + 1])
            return "attribute" if numeral.number_end < end and letter else None
        # 每季度至少调度1次, 由1名市领导担任: how work is done
        if numeral.unit is not None and (
            (numeral.unit.term in ("次", "轮") and _ROUTINE.search(before))
            or (numeral.unit.term in ("名", "位", "个") and re.search(r"由$", before))
        ):
            return "attribute"
        if numeral.form == "denominator" or (
            EACH.search(before)
            and (numeral.unit is None or not re.search(r"\d", text[numeral.start : numeral.end]))
        ):
            return "denominator"
        if self._is_repeated(numeral, quantity.start, after, previous_end):
            return "duplicate"
        reach = max(quantity.start, numeral.start - 40)
        is_place = numeral.unit is not None and numeral.unit.term == "位"
        if is_place and (_RANKING.search(self.text, reach, numeral.start) or _PLACES_WON.search(before)):
            return "attribute"  # 在全市排位，分别由20位、第7位上升为11位、第5位
        if numeral.code == "%" and _PRICE_RULE.search(before):
            return "attribute"
        turns = numeral.unit is not None and numeral.unit.term in ("批", "步") and _IN_TURNS.search(before)
        if numeral.unit is not None and numeral.unit.term == "层" and _STOREYS.match(after):
            return "attribute"
        if turns or (numeral.unit is not None and numeral.unit.term == "名" and _ON_A_LIST.search(before)):
            return "attribute"
        if numeral.code == "1" and (_INVESTORS.match(after) or _LEADERS_NAMED.match(after)):
            return "attribute"  # 3位客商将投资6亿元, 明确1名市级领导任链长
        if numeral.code == "1" and _SURVEYED.search(before):
            return "attribute"
        if numeral.code in ("km", "m") and (
            _LIES_OFF.search(before) or _AROUND.match(self.text, numeral.end)
        ):
            return "attribute"  # 位于县城北12公里
        if numeral.code in ATTRIBUTE_UNITS or _LASTED.search(before):
            return "attribute"
        part = quantity.previous
        if (
            part is not None
            and numeral.code not in ("%", "pp", "1")
            and part_of_them(text, part)
            and not re.search("[，；。]", text[part.end : numeral.start])
        ):
            # 七成企业产值不足五百万元: what tells the part
            return "threshold"
        if self._is_baseline(quantity, before, after):
            return "baseline"
        if self._is_threshold(numeral, before, after) or self._bounds_counted(numeral, quantity.start):
            return "threshold"
        if self._is_size_in_name(quantity):
            return "attribute"
        if self._is_label(quantity, before, after):
            return "label_count"
        return None

    def _is_size_in_name(self, quantity: Quantity) -> bool:
        """Whether a number tells how large the plant or park behind it is, and no indicator stands before it:
        推进5万吨铝硅合金项目, 首个300亿元园区; 产量5万吨的项目 has one.
        """
        numeral = quantity.numeral
        if self.phrases.unit_dimension(numeral.code or "") not in _SIZES:
            return False
        if any(term.code != "other" for term in self.phrases.terms.within(quantity.clause, numeral.start)):
            return False
        if _COVERS.search(self.text, max(quantity.clause, numeral.start - 6), numeral.start):
            return False
        noun = self.phrases.right_noun(numeral, quantity.end)
        term = self.phrases.terms.last(*noun) if noun else None
        return (
            term is not None
            and noun is not None
            and term.end == noun[1]
            and (self.phrases.dimension(term.code) == "count")
        )

    def _is_repeated(self, numeral: Numeral, start: int, after: str, previous_end: int | None) -> bool:
        """Whether brackets say the number before them once more: 5亿元（约合8000万美元）."""
        if previous_end is None or numeral.start - previous_end > 8 or not after.startswith("）"):
            return False
        if self.text.endswith(("任务（", "计划（", "目标（", "预算（"), 0, numeral.start):
            return False  # 完成年任务（40亿元）的30%
        return self.text[numeral.start - 1 : numeral.start] == "（" or bool(
            re.search(
                r"（(?:即|约合|折合|合|约)?(?:人民币|美元)?$",
                self.text[max(start, numeral.start - 8) : numeral.start],
            )
        )

    def _is_baseline(self, quantity: Quantity, before: str, after: str) -> bool:
        """Whether a number is what another starts from: 由5%提高到10%, 在50亿元的基础上."""
        if quantity.numeral.form == "structure" and _BASE_OF_SHARES.match(after):
            return True
        if (
            quantity.baseline is None
            and FROM.search(before)
            and (BASELINE_AFTER.match(after) or _RISES_TO.match(after))
        ):
            return True
        if quantity.baseline is None and _TAKES.search(before) and _MADE_INTO.match(after):
            return True  # 将9个集中区整合为5个
        reach = max(quantity.start, quantity.numeral.start - _REACH_OF_COMPARED)
        if _HAS_GROWN.match(after) and _COMPARED_SUM.search(self.text, reach, quantity.numeral.start):
            return True
        return bool(
            after.startswith(("的基础上", "左右的基础上"))
            and re.search(r"在[^，；。]{0,14}$", before)
            and not re.search(r"投入|完成", before)
        )

    def _elided_unit(self, numeral: Numeral, following: Numeral | None, before: str) -> bool:
        """Give a number without unit the one its list or its indicator has: 15和50个百分点, 总投资5800亿."""
        text = self.text
        if (
            following is not None
            and following.code
            and _SHARES_UNIT.fullmatch(text, numeral.end, following.start)
        ):
            numeral.code, numeral.unit = following.code, following.unit
            return True
        if re.search(r"(?:总|户籍|常住)?人口(?:达|约|近|有)?$", before):
            numeral.code = "1"
            return True
        if re.search(r"(?:容积率|系数|指数)[^，；。\d]{0,6}$", before):
            numeral.code = "1"
            return True
        if re.search(r"[万亿]", text[numeral.start : numeral.end]):
            term = self.phrases.terms.last(max(0, numeral.start - 20), numeral.start)
            money = re.search(
                r"投资|资金|产值|收入|税|利润|贷款|融资|销售|出口|GDP|生产总值|增加值|产业|规模|总额", before
            ) or (term and term.measures in ("level", "any") and not term.code.endswith("count"))
            if money:
                numeral.code = "CNY"
                return True
        return False

    def _is_threshold(self, numeral: Numeral, before: str, after: str) -> bool:
        """Whether a quantity bounds the members of a group: 产值过10亿元的企业.

        So it does in 5亿以上的113个项目 and 投资亿元以上项目45个. 设立1亿元的专项资金 bounds nothing: no
        comparator and no indicator stands at the number.
        """
        if (
            numeral.unit is not None
            and numeral.unit.measure_word
            and numeral.code == "1"
            and not _BOUNDED_GROUP.match(after)
        ):
            return False
        if _BOUNDED_COUNT.match(after) or _BOUND_OF_WORKS.match(after) or _LIST_OF_BOUNDS.match(after):
            return True
        if _FURTHER_BOUND.match(after) and cues.ending("comparator").match(before, 0, len(before)):
            return True
        if _MUST_BE_MET.match(after) and _REACHED.search(before):
            return True
        if _COUNT_OF_THESE.match(after) and re.search(r"(?:超过?|过|突破|达到?|上)$", before):
            return True
        found = QUALIFIER.match(after)
        if not found:
            return False
        bounded = re.match(r"^(?:元)?(?:及以上|以上|以下|以内)", after) or cues.ending("comparator").match(
            before, 0, len(before)
        )
        indicator = self.phrases.terms.last(numeral.start - len(before), numeral.start)
        close = indicator is not None and len(before) - (indicator.end - numeral.start + len(before)) <= 4
        linked = after[: found.start("noun")].endswith("的")
        if bounded and (linked or not re.match(r"^(?:元)?(?:及以上|以上|以下|以内)[，；。、]", after)):
            return True
        if _COVERS.search(before):
            return False  # 占地1200亩的加工基地
        return bool(close and linked and not re.search(r"(?:设立|安排|给予|投入|建立|提供|筹集)", before))

    def _bounds_counted(self, numeral: Numeral, start: int) -> bool:
        """Whether a sum bounds what the count just before it counts.

        3家产值过10亿元、20家产值过亿元的企业.
        """
        if numeral.code in ("1", "%", "pp", None):
            return False
        before = self.text[max(start, numeral.start - 24) : numeral.start]
        found = _LISTED_BOUND.search(before)
        if found is None or re.search(r"实现|完成|，|全部|均|都|分别", found["what"]):
            return False
        return not re.match(r"产业集群|集群|企业|园区|项目|产业|基地|县|镇", found["what"])

    def _is_label(self, quantity: Quantity, before: str, after: str) -> bool:
        """Whether a count only names the size of a list or group: 四大园区, 等12个集群, 94个园区实现收入…."""
        numeral, clause, start = quantity.numeral, quantity.clause, quantity.start
        if numeral.code != "1" or numeral.form in ("multiple", "ratio"):
            return False
        if numeral.unit is not None and numeral.unit.term == "大":
            return True
        if numeral.unit is None and self.text[numeral.number_end : numeral.end] == "级":
            return True
        # 走访6个县, 占17个集群总量的53.3%
        if _RANKED_AMONG.match(after):
            return True
        if _VISITED.search(before) or (before.endswith("占") and _WHOLE_OF_SHARE.match(after)):
            return True
        if _NAMES_A_LIST.match(after) or _PARTED.match(after):
            return True
        if _PART_OF_THESE.search(self.text, max(start, numeral.start - 24), numeral.start):
            return False  # 40个行业大类中，28个增加值增长
        # “两个加快”: a slogan counted by its verbs
        if (
            numeral.unit is not None
            and numeral.unit.term == "个"
            and self.text[numeral.start] not in "-−0123456789"
            and _SLOGAN.match(after)
        ):
            return True
        # 我强调四条, 出台纾困十二条
        if (
            numeral.unit is not None
            and numeral.unit.term in ("条", "点", "层", "句")
            and _SAID.search(before)
        ):
            return True
        # 两区, 三地: places counted without a measure word
        if (
            (numeral.unit is None or numeral.unit.term in _PLACES_COUNTED)
            and not CLAIM.search(before)
            and _COUNTED_PLACES.match(self.text, numeral.start)
        ):
            return True
        if _ABOUT.search(before) and re.match("[\u4e00-\u9fff]{2,12}(?:组织|进行|开展|实行|实施)", after):
            return True
        if _DO_WORKS.match(after):
            return False  # 全区300家企业完成技术改造
        if before.endswith("等"):
            return not LIST_CLAIM.search(self.text[max(start, clause - 1) : numeral.start])
        if self._closes_list(numeral, before, clause) or self._closes_pair(quantity, after):
            return True
        if _AND_ZONES.search(before) and self._noun_then_verb(after):
            return True  # 高新区和六个省级工业园区完成产值
        if CLAIM.search(before):
            return bool(re.match(r"^(?:方面|环节|问题)", after))
        if LABEL_BEFORE.search(before) and not CLAIM.search(before):
            claim = re.search(r"(?:有|共|新增|建成|完成|达|形成|培育|引进|实施|推进)", before)
            if not claim or before.endswith(("等", "其余", "上述", "这")):
                return self._noun_then_verb(after) or before.endswith(
                    ("等", "其余", "上述", "这", "其他", "现有")
                )
        left, right = self.phrases.trim(clause, numeral.start)
        bare = self.text[left:right]
        if (
            not bare
            # 纳入省重点统计的50个集群实现产值: a group known by what is said of it
            or before.endswith("的")
            or GENERIC_PLACES.fullmatch(bare)
            or self.phrases.is_place(numeral.start - len(bare), numeral.start)
            or _OF_A_ZONE.fullmatch(bare)
        ):
            return self._noun_then_verb(after)
        return False

    def _closes_list(self, numeral: Numeral, before: str, clause: int) -> bool:
        """Whether a count stands right behind the list whose members it counts: 南昌、九江、赣州三市.

        开展…招商不少于20次 claims its own.
        """
        found = _LAST_OF_LIST.search(before)
        if not found or found.start() == 0 or re.search(r"\d", found["last"]) or CLAIM.search(before):
            return False
        first = numeral.start - len(found["last"])
        inside = self.phrases.words.between(first, numeral.start)
        if any(
            self._ends_a_name(i)
            and self.text[self.phrases.words.starts[i] : self.phrases.words.ends[i]] not in INSIDE_NOUN
            for i in inside
        ):
            return False
        return not re.search(
            r"建成|新建|设立|组建|新增|建起|关停|淘汰|关闭|取缔|退出", self.text[clause : numeral.start]
        )

    def _closes_pair(self, quantity: Quantity, after: str) -> bool:
        """Whether a count stands behind as many names, in a list that a sum stands before.

        投资2000万元对东渔场、园艺场两家企业实行改制; not 投资2000万元新建车间、仓库两座, nor a list of counts
        (培育国家级集群3个、省级集群2个), whose names are not what the number counts.
        """
        numeral, previous = quantity.numeral, quantity.previous
        found = _NAMES_BEFORE.search(self.text, quantity.position, numeral.start)
        return (
            found is not None
            and (previous is None or previous.code != "1")
            and numeral.value == found[0].count("、") + 1
            and re.match("(?:企业|公司|园区|集群|乡镇|镇|县|市|区|村|单位|项目)(?![、，；。])", after)
            is not None
        )

    def _ends_a_name(self, index: int) -> bool:
        """Whether a word before a count ends a list; 抛光 in 稀土储氢、稀土抛光3条 does not."""
        words = self.phrases.words
        return words.breaks(index) and (
            words.ends[index] - words.starts[index] == 1
            or words.words[index] in breakers()
            or words.tags[index] != "v"
        )

    def _noun_then_verb(self, after: str) -> bool:
        """Whether a noun and its predicate follow a count, which is then the subject of the clause."""
        found = re.match(
            r"^[\u4e00-\u9fff“”]{1,20}?(?:实现|完成|达到|达|全部|均|各|分别|(?:19|20)\d\d年|去年|年均|销售收入|产值|总产值|营业收入|主营|率先|占|超过|突破|要|都|增长|营收|有(?![望限色机关效])|拥有|聚集|集聚|吸纳|带动(?!作用|能力)|上缴|出口|共|累计|平均|成为|建设|合计|力争|预计|进入|呈|发展|被|获|通过|涉及|同比|新增|已)",
            after,
        )
        return bool(found)
