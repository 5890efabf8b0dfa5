"""Words that name organizations and what their ends make of them: the vocabulary `organization_terms`."""

from __future__ import annotations

import re
from functools import cache

import ahocorasick_rs

from jiqun.language import vocabulary
from jiqun.patterns import quick

NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})"
# What opens a trade or a list and no firm's name.
NO_STEM = re.compile(
    "现代|绿色|传统|新型|特色|生态|智慧|数字|高端|先进|精深|有机|冷冻|休闲|海洋|健康|重点|其中|另有|包括|引进|建设|推进|加快|新建|[的了和与及等各该本由对]"
)
LEVEL = "省|市|县|地区|区|州|盟|旗|镇|自治区|国家|园区|开发区|高新区|经开区"
# What turns the end of a name into another word: 厂区, 公司制, 大学生, 集团化.
GOES_ON = re.compile(
    r"^(?:区|品|房|商|家(?!具|居)|长|制|化|生(?!产)|城|式|军|业|卡|贷|派|面(?!向)|员|队|件|校|士|所|一体化|效应|引领型|治理|及其)"
)
PLURAL_STEM = quick(
    rf"{NUMBER}[家个户]|^首(?:批次|版次|台套|台|批|创(?!担保))|^(?:大型|中小|重点|骨干|龙头|民营|国有|上市|知名|大|小|一批|企业|跨国|行业|相关|产业|股份制|有限|省级|国家级|市级|市县|各|优势|核心|配套|投资|创业|风险|专业"
    r"|新兴|融资|工业|商业|政策性|外资|地方|中介|金融|担保|保险|物流|外贸|新|老|原|平台|乡镇|村镇|三地|各地|新办|合作|国际|国内|运营|建设|开发|入驻|入园|高新技术|农业|智能网联|子|分|母|总|全资|控股|合资|设备制造|加工|供应链|集体|外来|外地|本地|当地|制造|生产|科研|有条件的|村集体|第三方|高强|国家|中央|地方性|区域性|股份|新型|社会|所属|下属|县域|物业|劳务|融资租赁|政府|国企)+$"
)
ABROAD = re.compile(
    "(?:中国)?(?:香港|台湾|澳门)|新加坡|马来西亚|韩国|日本|德国|美国|法国|英国|泰国|瑞士|荷兰|意大利|加拿大|澳大利亚|印尼|越南"
)
# What is made of elements is a material: 钒钛磁铁, 铜基.
MATERIAL = re.compile(
    "[钛铜钒铁铝镁锂硅碳镍钴锰锌硼磷硫氯氟钾钠钨钼铬铅锡锑]+(?:基|系|磁铁|石膏|酸盐|酸|化)?|彝族|藏族|苗族"
)
OF_LEVEL = re.compile("自治区|[省市县区州盟旗]")


@cache
def known_firms() -> frozenset[str]:
    """Firms that are known by their names alone."""
    return frozenset(
        row["term"]
        for row in vocabulary.read("organization_terms")
        if row["position"] == "whole" and row["kind"] == "enterprise"
    )


@cache
def whole_names() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str, bool], ...]]:
    """Names of organizations known as a whole."""
    rows = tuple(
        (row["term"].replace("(", "（").replace(")", "）"), row["kind"], row["generic"] == "1")
        for row in vocabulary.read("organization_terms")
        if row["position"] == "whole"
    )
    return ahocorasick_rs.AhoCorasick(
        [row[0] for row in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    ), rows


@cache
def name_suffixes() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...], dict[str, str]]:
    """Words at the end of full names, and what they make of the name."""
    kinds = {
        row["term"].replace("(", "（").replace(")", "）"): row["kind"]
        for row in vocabulary.read("organization_terms")
        if row["position"] == "suffix" and row["term"] not in tail_terms()
    }
    terms = tuple(sorted(kinds))
    return ahocorasick_rs.AhoCorasick(terms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), terms, kinds


@cache
def tail_terms() -> frozenset[str]:
    """Words that end the short name of a firm behind a proper stem only: trades (科技, 纸业) and 业-words."""
    return frozenset(
        row["term"]
        for row in vocabulary.read("organization_terms")
        if row["kind"] == "enterprise"
        and (
            row["position"] == "tail"
            or (
                row["position"] == "suffix"
                and (row["term"].endswith("业") or row["term"] in ("重工", "重机", "重汽", "控股"))
            )
        )
    )


@cache
def tail_lengths() -> tuple[int, ...]:
    """How long the words of `tail_terms` are, in characters."""
    return tuple(sorted({len(term) for term in tail_terms()}))


@cache
def weak_tails() -> frozenset[str]:
    """Tails marked generic: trades that stand behind common words everywhere (关键技术, 城市建设)."""
    rows = vocabulary.read("organization_terms")
    return frozenset(row["term"] for row in rows if row["position"] == "tail" and row["generic"] == "1")


@cache
def any_tail() -> re.Pattern[str]:
    """An expression for the words of `tail_terms`, the longest first."""
    return re.compile(
        "|".join(re.escape(term) for term in sorted(tail_terms(), key=lambda term: (-len(term), term)))
    )


@cache
def tail_automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    """The words of `tail_terms` to scan a text for, and in their order."""
    terms = tuple(sorted(tail_terms()))
    return ahocorasick_rs.AhoCorasick(terms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), terms


@cache
def _kinds_by_suffix() -> dict[str, str]:
    return {
        row["term"]: row["kind"]
        for row in vocabulary.read("organization_terms")
        if row["position"] == "suffix"
    }


def kind_of_name(name: str) -> str | None:
    """What the end of a name makes of it, by the longest suffix known."""
    kinds = _kinds_by_suffix()
    return next((kinds[name[start:]] for start in range(len(name)) if name[start:] in kinds), None)


def is_registered(name: str) -> bool:
    """Whether a name has its legal form: 银星能源股份公司 is a firm, though its words are common ones."""
    return name.endswith(("股份公司", "有限公司", "有限责任公司"))


def is_generic(name: str) -> bool:
    """Whether a word names no organization by itself, though it ends like one."""
    return name in _generic_names()


@cache
def _generic_names() -> frozenset[str]:
    return frozenset(row["term"] for row in vocabulary.read("organization_terms") if row["generic"] == "1")
