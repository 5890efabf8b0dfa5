"""The code of a figure that no term of the vocabulary decides: by its unit, its measure word, its verb.

A sum for each mu is what the land yields, bears in tax or holds in investment, whatever noun names it; money
handed out as 某某贷 is a loan; machines are counted in 台 and works in 座.
"""

from __future__ import annotations

import re

from jiqun.facts.figure_state import Measure, Quantity, Span

# What a sum for each mu is of; the price of land is none of these.
_PER_LAND = (
    (re.compile("税"), "tax_per_land"),
    (re.compile("投资|投入"), "investment_intensity"),
    (re.compile("产出|产值|收入|销售|增加值|效益|利润"), "output_per_land"),
)
_OF_LAND = frozenset(("CNY/mu", "CNY/ha", "CNY/m2", "CNY/km2"))
_PRICE = re.compile("地价|出让|底价|补偿|租金|价格|征地|奖|补")
# 发放“绿贷”4.7亿元, “泵业贷”余额, 年内放款
_LENT = re.compile('(?:贷[”"]|放款|贷款|应急转贷|转贷资金)[^，；。\\d]{0,6}$')
_GUARANTEED, _SURETY = re.compile("担保贷款[^，；。]*$"), re.compile("担保(?:公司|机构|集团|中心)")
_SAVED = re.compile("(?:节省|节约|降低|减少)[^，；。\\d]{0,12}(?:费用?|成本|开支|支出)[^，；。\\d]{0,4}$")
# A time in which so much was made, not what can be made.
_MADE_IN = re.compile(
    r"(?:(?:19|20)\d\d年|[去今]年|年内|全年|[上下]半年|季度|\d月)[^，；。、\d]{0,6}(?:生产|加工|冶炼)(?!能力|线)[^，；。、\d]{0,10}$"
)
_MADE = re.compile(
    r"(?:(?<!年)|(?<=[全今去\d]年))(?:生产|加工|分梳|冶炼|酿造|出栏|屠宰|下线|洗选|转化(?!科技|成果|技术|专利)|消化)(?![线能基率])(?!.*(?:能力|设备|线|产能))[^，；。、\d]{2,8}$"
)
# What is sold by weight or number: 出口籽仁9.8万吨, 销售整车3万辆; no sum.
_SOLD = re.compile(
    r"(?:出口|外销|内销|销售|销往[省国境]外)(?![额收总量创产货])(?!.*(?:能力|渠道))[^，；。、\d]{1,8}$"
)
# Money put into roads and mains: 投入基础设施资金14.6亿元.
_INTO_WORKS = re.compile(r"(?:投入|完成)[^，；。\d]{0,6}基础设施[^，；。\d]{0,4}资金[^，；。\d]{0,4}$")
_HELPED = frozenset(("other", "enterprise_count", "loan", "financing"))
# Those who grow what a cluster works up: 带动药农7万户.
_FARMERS = re.compile("(?:带动|惠及|辐射)[^，；。\\d]{0,6}(?:农|农牧民|牧民|渔民)$")
# What is solved for firms: 协调解决用地、用电等问题215个.
_SETTLED = re.compile("(?:解决|办理|化解|协调)[^，；。\\d]{0,14}(?:问题|难题|事项|困难)(?:近|约|达|共)?$")
_PRODUCTS = frozenset(("1", "t", "m", "m2", "m3", "L", "kg"))
_NO_PRODUCTS = frozenset(("个", "家", "户", "人", "名", "项", "次", "条", "座", "处", "场"))
_MACHINES = frozenset(("台", "台套", "台（套）", "台(套)", "锭", "架"))
# Nobody counts these in 台: they hold the machines that are counted.
_HOLDERS = frozenset(("other", "administrative_count", "park_count", "cluster_count", "enterprise_count"))
_PREMISES = re.compile("厂房|楼宇|仓库|场所|设施|网点|站点|旧厂")
# How far before a number its words are read.
_REACH = 40


def code_of(text: str, quantity: Quantity, measure: Measure, code: str, indicator: Span | None) -> str:
    """The code of a figure: `code`, unless unit, measure word or verb tell what it leaves open."""
    if measure.statistic not in ("level", "growth_amount", "difference"):
        return code
    number = quantity.numeral.start
    before = text[max(quantity.clause, number - _REACH) : number]
    named = before + (text[slice(*indicator)] if indicator is not None else "")
    if measure.unit in _OF_LAND:
        return _per_land(named, code)
    if measure.unit == "CNY":
        if code == "loan" and _GUARANTEED.search(before):
            # what a company stands surety for is its business, what is lent to firms a loan
            return "financing" if _SURETY.search(text, quantity.start, number) else code
        if code in ("other", "funding") and _LENT.search(before):
            return "loan"
        if code == "funding" and _INTO_WORKS.search(before):
            return "investment"
        return "cost_saving" if code == "other" and _SAVED.search(before) else code
    if measure.unit == "CNY/kWh" and code == "electricity_consumption":
        return "other"  # what a kilowatt-hour costs
    if measure.unit in ("d", "h") and code == "other":
        return "time_limit"
    if measure.unit == "spindle" and code == "other":
        return "equipment_count"
    return _of_count(quantity, measure, code, before, named)


def _per_land(named: str, code: str) -> str:
    """What a sum for each mu is of."""
    if _PRICE.search(named):
        return code
    return next((found for words, found in _PER_LAND if words.search(named)), code)


def _of_count(quantity: Quantity, measure: Measure, code: str, before: str, named: str) -> str:
    """The code of what is counted or weighed."""
    unit = quantity.numeral.unit
    term = unit.term if unit is not None else ""
    if measure.unit in _PRODUCTS and term not in _NO_PRODUCTS and term:
        if code == "production_capacity" and _MADE_IN.search(before):
            return "production_volume"
        if code in ("other", "production_capacity", "equipment_count") and _MADE.search(before):
            return "production_volume"
        if code == "other" and _SOLD.search(before):
            return "sales_volume"
    if measure.unit != "1":
        return code
    if term == "户" and code == "other" and _FARMERS.search(before):
        return "household_count"
    if term in ("个", "件", "项") and code in _HELPED and _SETTLED.search(before):
        return "service_count"
    if term in ("个", "支") and before.endswith(("专班", "小分队", "招商队", "工作队", "小组")):
        return "other"
    if term in ("名", "人", "位") and code == "enterprise_count":
        # 抽调48名|干部驻点帮扶重点企业
        return "other" if "干部" in named else code
    if term == "家" and code == "other" and before.endswith(("厂", "作坊")):
        return "enterprise_count"
    if code in _HOLDERS and term in _MACHINES:
        return "equipment_count"
    if code == "other" and before.endswith(("炉", "窑", "机组")):
        return "equipment_count"
    if code == "other" and (term == "座" or (term == "处" and _PREMISES.search(named))):
        return "facility_count"
    if (code == "population" and "干部" in named) or (code == "institution_count" and term == "支"):
        return "other"  # those sent out: 选派136名干部, 招商小分队5支
    return code
