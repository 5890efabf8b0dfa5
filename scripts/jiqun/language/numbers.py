"""Every numeral of a text, with its kind, value and unit.

Works on folded text (see `jiqun.reading.view`): ASCII digits, no layout blanks. Offsets are of that text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import ahocorasick_rs

from jiqun.language import vocabulary
from jiqun.language.units import Unit, unit_at
from jiqun.patterns import quick

DIGITS = {
    "〇": 0,
    "○": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億", "一二三四五六七八九十百千万亿")
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_CN = "〇零一二三四五六七八九十百千万亿两"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬億"
_ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_YEAR_CN = r"[一二][九〇○零0O][〇○零一二三四五六七八九0O]{2}"
_YEAR = rf"(?:(?:19|20)\d\d|{_YEAR_CN})"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r"(?:-|—{1,2}|~|至|到)"

# What a numeral can be, tried in this order where one begins.
_NUMERAL = quick(
    rf"""
      (?P<date>
          (?:{_YEAR}年{_DAY}月(?:{_DAY}[日号])?)(?:{_TO}(?:{_YEAR}年)?(?:{_DAY}月)?{_DAY}[日月])?
        | (?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?!\d)
        | (?<![\d{_CN}.]){_DAY}(?:-|—{{1,2}}|~|至|到){_DAY}月(?:份)?(?![\d{_CN}])
        | (?<![\d{_CN}])\d{{1,2}}时\d{{1,2}}分(?!之)
        | (?<=[在于从自至，。\n]){_DAY}日(?=[上下]午|晚|举行|召开|下发|印发|至|，|在|起(?!步)|开幕)
        | (?<![\d{_CN}]){_DAY}月(?:份|{_DAY}[日号])?(?:{_TO}{_DAY}月?(?:{_DAY}[日号]|份)?)?
      )
    | (?P<period>
          (?<![\d.])1{_TO}[本当上]月
        | 第[{_CN}]{{1,3}}个五年(?:规划|计划)
        | {_YEAR}(?:年度?)?{_TO}{_YEAR}(?!\d)(?:年度?)?
        | (?<!\d)\d{{4}}-\d\d年度?
        | (?<!\d)(?:{_YEAR}年度?(?:第?[一二三四]季度|前三季度)?)
        | (?<![\d.])[0-9]\d年(?=底|末|初|度|全|上|下|[，、])
        | (?:第?[一二三四1-4]|前[二三两]|[一二三四]至[二三四])季度
        | (?:[六七八九]|十[一二三四五]?)五(?=[”"](?:$|[^\d])|规划|计划|期间|时期|末|初|以来|后[期三两])
        | (?P<half>[上下]半年|半年)
      )
    | (?P<ordinal>第(?:{_ARABIC}|[{_CN}]+)
        | (?<=[第前居后])(?:\d+|[{_CN}]+)(?=位|名|强(?!度))
        | (?<=[居列省市区县州国位入进]前)\d{{1,3}}(?=[，；。、）]|$)
        | (?<=\n[图表])\d{{1,2}}(?:[-—.]\d{{1,2}})?(?=[:：\s]|(?![个家项条户年月])[\u4e00-\u9fff])
        | (?:(?<=专栏)|(?<=附件)|(?<=附表)|(?<=附图))
          (?:\d{{1,2}}(?:[-—.]\d{{1,2}})?(?![\d年月个亿万])|[{_CN}]{{1,3}}(?=[\s：:　、，）)]))
        | [{_CN}]{{1,3}}(?=届|次(?:全会|全体|会议|代表大会|党代会|常委|常务)))
    | (?P<share>[百千万]分之(?:{_ARABIC}|[{_CN}]+(?:点[{_CN}]+)?)
          (?:{_TO}[百千万]分之(?:{_ARABIC}|[{_CN}]+(?:点[{_CN}]+)?))?
        | [{_CN}]{{1,3}}分之[{_CN}]{{1,3}})
    | (?P<multiple>翻(?:了)?(?:[一两二三四五]番|\d番|番)(?:多|半)?)
    | (?P<ratio>(?<![\d:：.]){_ARABIC}[:：]{_ARABIC}(?:[:：]{_ARABIC})*(?!\d)
        | [{_CN}]比[一二三四五六七八九](?![{_CN}年上较重例]))
    | (?P<tenths>[一二两三四五六七八九]成[一二三四五六七八九半]?
          (?=以上|以下|左右|多|的|，|。|；|、|）|和|提|增|扩|到|是|为|来自|靠|用于|$))
    | (?P<half_part>一半(?=以上|以下|左右|，|。|；|、))
    | (?P<fraction>(?<![\d/.年月-])[1-9]/\d{{1,2}}(?![\d/月]))
    | (?P<quantity>
          \d[\d,.]*
        | [几数](?=[十百千万亿])[十百千万亿]+
        | [{_CN}]+(?:点[{_CN}]+)?
        | (?:[{_FORMAL}][{_FORMAL}万亿]+|[{_FORMAL}](?=元))
        | 半(?!导体|岛|径|成品|自动|潜|殖民|封建)
      )
    | (?P<circled>[①-⑳])
    """,
    re.VERBOSE,
)
_ARABIC_NUMBER = re.compile(
    rf"(?P<digits>{_ARABIC})(?P<infix>[多余几])?(?P<scale>(?:[十百千]?[万亿]{{1,2}}|[百千](?!瓦|伏|米|克|卡|帕|赫|安|公里|斤)))?(?P<infix2>[多余](?=[万亿]?元|[\u4e00-\u9fff]))?"
)
_CHINESE_NUMBER = re.compile(rf"[几数]?[{_CN}]+(?:点[{_CN}]+)?|[{_FORMAL}][{_FORMAL}万亿]*")
_PAIR = re.compile(
    r"(?<![十百千万亿])([一二三四五六七八九两])([二三四五六七八九])(?=[十百千万亿]|[^一二三四五六七八九十百千万亿]|$)"
)
_BOUND_BEFORE = re.compile(
    r"(?:迈过|迈上|跨过|跨入|跨上|超过|突破|超|过|上|破|达到|达|近|逾|实现|不足|不到|数)$"
)
_BOUND_AFTER = re.compile(r"大关|台阶|(?:元|美元|吨|亩|人|户|家|辆|台|件)?(?:以上|以下|以内|左右|多|余)")


@dataclass(slots=True)
class Numeral:
    """One numeral: a mention to be.

    `start`, `end`: span with unit or calendar unit; `number_end`: end of the bare number; `value` and
    `value_max` are in `unit` (code) where the kind is `quantity`; `rough` tells of 多 余 几 inside; `unit` is
    None where none is printed.
    """

    start: int
    end: int
    number_end: int
    kind: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: Unit | None = None
    code: str | None = None
    rough: bool = False
    form: str = ""


# What looks like a word of the dictionary but is a number with its measure word.
_COUNTED = re.compile(rf"[{_CN}]+(?:年|个|大|个月|期|市|家|户|名|位|天|月|届|项|条|座|类|种|亩|吨|倍|成|岁)")


@cache
def _words() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str], ...]]:
    rows = tuple(
        (row["word"], row["kind"])
        for row in vocabulary.read("numeral_words")
        if not _COUNTED.fullmatch(row["word"]) and not row["word"].isdigit()
    )
    return ahocorasick_rs.AhoCorasick(
        [word for word, _ in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    ), rows


_TAIL = re.compile(r"(\d+(?:\.\d+)?)([千百]?万|[千百])(?=[\u4e00-\u9fff])")
_LARGE_SCALES = re.compile(r"[万亿]+")
_MIXED = re.compile(r"(\d+(?:\.\d+)?)([十百千万亿]*)")
_RUN = quick(rf"[{_CN}]+|\d+(?:\.\d+)?")


# Telephone numbers, addresses of pages and of mail boxes count nothing.
_ADDRESS = quick(
    r"(?<![\d.])(?:0\d{2,3}-\d{7,8}|400-\d{3}-\d{4}|1[3-9]\d{9})(?!\d)|(?:https?://|www\.)[A-Za-z0-9./?=&%#_-]+"
    r"|[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{1,40}"
)
# A tier in digits before what it ranks: 500亿|产业园区, 300—500亿级|集群; 500亿元产业集群 is read as a sum,
# 500亿产值 too.
_TIER = quick(
    r"(?<![\d.,])\d{1,4}(?:(?:-|—{1,2}|~|至)\d{1,4})?(?:[百千]?亿)(?=级|产业(?:园区|集群|基地|链)|园区|集群)"
)
# The year in the name of a meeting or a list: “2017中国产业园区论坛”.
_YEAR_OF_NAME = re.compile(r"(?<=[“《])(?:19|20)\d\d(?=[\u4e00-\u9fff]{4})(?!年)")
# Numbers that open with a zero are codes: 003010.
_CODE = re.compile(r"(?<![\d.,:：/-])0\d{3,}(?![\d.,:：/-])")
# Roads known by their number: 卫六路改扩建, 经三路、纬四路; 修建三路公交 counts.
_ROAD = quick(
    r"(?<=[\u4e00-\u9fff])(?<![第共有成条建修通了分各兵])[一二三四五六七八九十]{1,2}"
    r"(?=[路街](?:改|延伸|东|西|南|北|中|段|沿线|以|两侧|道路|大桥|隧道|，|、|等|至|与|和|项目|工程|口|\d{1,4}号))"
)
# Bodies known by their number: 中铁四局, 中建三局一公司, 中国二十二冶; 新建三局 is a count.
_NUMBERED_BODY = quick(
    rf"(?:中铁|中建|中交|中冶|中水|中化|中核|水电|电建|铁建|能建|国机|中国|兵器|航天|船舶)(?:集团)?第?(?P<number>[{_CN}]{{1,3}}|\d{{1,2}})"
    r"(?=局|院|冶|公局|航局|建(?!设)|工程局|设计院|研究院|研究所|所)"
)


# What stands behind the point of a number in characters, with what it is of: 一点|二亿元; not 一点|一滴.
_DECIMALS = re.compile("[〇零一二三四五六七八九]{1,3}(?:[百千万亿成倍元米吨亩家]|个百|平方|公[里顷斤])")


def _fixed_words(text: str) -> dict[int, tuple[int, str]]:
    """Numerals that are part of a word: run start -> (run end, kind).

    统一, 零部件 and 三峡 hold no number. A word counts only where it covers each run of numerals that it
    touches: 十分 in 三十分别 is none. Only 一 behind 一 is another number: 唯一|一个.
    """
    automaton, rows = _words()
    fixed: dict[int, tuple[int, str]] = {}
    for index, start, end in automaton.find_matches_as_indexes(text):
        if text.startswith("点", end - 1) and _DECIMALS.match(text, end):
            continue  # 一点二亿元
        reach = end if text.startswith("一一", end - 1) and start < end - 1 else min(end + 12, len(text))
        for run in _RUN.finditer(text, max(start - 12, 0), reach):
            if (run.start() < start and run.end() > start) or run.end() > end > run.start():
                break
        else:
            for run in _RUN.finditer(text, start, end):
                fixed[run.start()] = (run.end(), rows[index][1])
    for tier in _TIER.finditer(text):
        fixed[tier.start()] = (tier.end(), "name_part")
    for code in _CODE.finditer(text):
        fixed[code.start()] = (code.end(), "name_part")
    for address in _ADDRESS.finditer(text):
        for run in _RUN.finditer(text, *address.span()):
            fixed[run.start()] = (run.end(), "name_part")
    for year in _YEAR_OF_NAME.finditer(text):
        fixed[year.start()] = (year.end(), "name_part")
    for road in _ROAD.finditer(text):
        fixed[road.start()] = (road.end(), "name_part")
    for body in _NUMBERED_BODY.finditer(text):
        fixed[body.start("number")] = (body.end("number"), "name_part")
    return fixed


def find_numerals(text: str, markers: dict[int, int]) -> list[Numeral]:
    """All numerals of `text` in order, none overlapping another.

    `markers` maps the start of each list marker's numeral to its end. Linear in the length of the text.
    """
    fixed = _fixed_words(text)
    document_numbers = _document_numbers(text)
    numerals: list[Numeral] = []
    position = 0
    length = len(text)
    while position < length:
        found = _NUMERAL.search(text, position)
        if not found:
            break
        start = found.start()
        if found["ordinal"] and text[start] == "第" and start + 1 in markers:
            start += 1
        if start in markers:
            numeral = Numeral(start, markers[start], markers[start], "list_marker")
        elif start in document_numbers:
            numeral = Numeral(start, document_numbers[start], document_numbers[start], "document_number")
        else:
            numeral = _read(text, found, fixed)
        if numerals and _goes_on_counting(text, numerals[-1], numeral):
            numeral = Numeral(start, numeral.number_end, numeral.number_end, "ordinal", form="ordinal")
        if numeral.form == "structure":
            numerals.extend(_parts_of_structure(found))
            position = found.end()
            continue
        if numeral.unit is not None and numeral.unit.code in _CALENDAR and numeral.kind == "quantity":
            _make_period(numeral)
        if numeral.kind == "quantity" and numeral.value is not None and _is_negative(text, start):
            numeral.start, numeral.value = start - 1, -numeral.value
        numerals.append(numeral)
        position = max(numeral.end, start + 1)
    return numerals


# What stands before the minus sign of a number: 增长-3.2%, |-8.3|, （-1.5%）; none in 2-3家, G-7.
_BEFORE_MINUS = frozenset("|\t\n 　（(：:，,、为是比达长速率幅至到")


def _is_negative(text: str, start: int) -> bool:
    """Whether a minus sign belongs to the number that begins at `start`."""
    return (
        start > 0
        and text[start - 1] in "-−"
        and text[start].isdecimal()
        and (start == 1 or text[start - 2] in _BEFORE_MINUS)
    )


_ORDINAL_JOINT = re.compile("[、和至]")
_RANKED = frozenset(("名", "位", "批", "期", "次", "类", "届"))


def _goes_on_counting(text: str, previous: Numeral, numeral: Numeral) -> bool:
    """Whether a bare number goes on with an ordinal: 第一、二批, 居全省第三、六名; not 获第一、8家企业."""
    return (
        previous.kind == "ordinal"
        and numeral.kind == "quantity"
        and numeral.number_end - numeral.start <= 2
        and text[numeral.start].isdecimal() == text[previous.start].isdecimal()
        and _ORDINAL_JOINT.fullmatch(text, previous.end, numeral.start) is not None
        and (numeral.unit is None or numeral.unit.term in _RANKED)
    )


# Every character that is a numeral: ○ in a run with another, formal digits in a run or before a power of ten.
_CHARACTERS = quick(
    rf"[\d{_CN}廿卅①-⑳○]*[\d{_CN}廿卅①-⑳][\d{_CN}廿卅①-⑳○]*|[{_FORMAL}]{{2,}}|[{_FORMAL}](?=[佰仟万亿元])"
)


def find_leftovers(text: str, numerals: list[Numeral]) -> list[Numeral]:
    """Characters of numbers that are in none of the numerals, which are in order: ○○ of 9二○○九, 廿.

    They say nothing for sure, but a number that is not counted is lost.
    """
    found: list[Numeral] = []
    index = 0
    for run in _CHARACTERS.finditer(text):
        reached, end = run.span()
        while index < len(numerals) and numerals[index].end <= reached:
            index += 1
        following = index
        while reached < end:
            inside = following < len(numerals) and numerals[following].start < end
            stop = numerals[following].start if inside else end
            if stop > reached:
                found.append(Numeral(reached, stop, stop, "idiom", form="word"))
            reached = max(reached, numerals[following].end) if inside else end
            following += 1
    return found


_CALENDAR = ("a", "mo", "week")


def _make_period(numeral: Numeral) -> None:
    """五年 and 18个月 are durations: periods without a value of their own."""
    numeral.kind, numeral.value, numeral.value_max, numeral.code = "period", None, None, None


def _parts_of_structure(found: re.Match[str]) -> list[Numeral]:
    """12.5:48.3:39.2 is three shares."""
    parts = []
    for piece in re.finditer(_ARABIC, found[0]):
        start, end = found.start() + piece.start(), found.start() + piece.end()
        parts.append(
            Numeral(
                start, end, end, "quantity", Decimal(piece[0].replace(",", "")), code="%", form="structure"
            )
        )
    return parts


_DOCUMENT_NUMBER = quick(
    r"(?<=[\u4e00-\u9fff〔\[（【 ])[〔\[（【]\s?((?:19|20)\d\d)\s?[〕\]）】]\s?第?\s?(\d{1,5})\s?号"
)


def _document_numbers(text: str) -> dict[int, int]:
    """Starts and ends of the numerals of 闽经贸发展〔2010〕501号."""
    return {
        found.start(group): found.end(group) for found in _DOCUMENT_NUMBER.finditer(text) for group in (1, 2)
    }


# No number is longer: forty 亿 are a row of signs.
_LONGEST = 40


def _read(text: str, found: re.Match[str], fixed: dict[int, tuple[int, str]]) -> Numeral:
    start, end = found.span()
    form = found.lastgroup or ""
    if form == "half":
        form = "period"
    if end - start > _LONGEST:
        return Numeral(start, end, end, "idiom", form="word")
    if form in ("quantity", "ordinal"):
        at = start + 1 if form == "ordinal" and text[start] == "第" else start
        word = fixed.get(at)
        if word and not (text[at].isdigit() and form == "ordinal"):
            return Numeral(at, word[0], word[0], word[1], form="word")
        if form == "ordinal":
            return Numeral(at, end, end, "ordinal", form="ordinal")
        return _read_quantity(text, start)
    if form == "share":
        return _read_share(text, start, end)
    if form in ("tenths", "half_part", "fraction"):
        return _read_part(text, start, end, form)
    if form == "multiple":
        times = re.search(r"[一两二三四五\d]", found[0])
        power = DIGITS.get(times[0], 0) or int(times[0]) if times else 1
        return Numeral(start, end, end, "quantity", Decimal(2) ** power, code="1", form="multiple")
    if form == "ratio":
        return _read_ratio(text, start, end)
    return Numeral(start, end, end, "list_marker" if form == "circled" else form, form=form)


def _read_share(text: str, start: int, end: int) -> Numeral:
    """百分之二十 and 三分之一, in percent."""
    parts = re.findall(rf"([{_CN}]+)分之({_ARABIC}|[{_CN}]+(?:点[{_CN}]+)?)", text[start:end])
    values = []
    for below, above in parts:
        if number_value(below) == 0:
            return Numeral(start, end, end, "idiom", form="word")
        values.append(_rounded(number_value(above) * 100 / number_value(below)))
    return Numeral(
        start, end, end, "quantity", values[0], values[1] if len(values) > 1 else None, code="%", form="share"
    )


def _rounded(value: Decimal) -> Decimal:
    """A quotient as it is where four places hold it or where it is too large for more, else to six."""
    if value.adjusted() > _LARGE or value == value.quantize(Decimal("0.0001")):
        return value
    return value.quantize(Decimal("0.000001"))


# A power of ten whose numbers leave no room for six places in a decimal.
_LARGE = 20


def _read_part(text: str, start: int, end: int, form: str) -> Numeral:
    """三成, 六成五, 一半 and 1/4, in percent."""
    if form == "half_part":
        value = Decimal(50)
    elif form == "fraction":
        above, below = text[start:end].split("/")
        value = _rounded(Decimal(above) * 100 / Decimal(below)) if int(below) else Decimal(0)
    else:
        more = text[start + 2 : end]
        value = Decimal(DIGITS[text[start]] * 10 + (5 if more == "半" else DIGITS.get(more, 0)))
    return Numeral(start, end, end, "quantity", value, code="%", form="share")


# A day before a time of it: 2021-10-16 08:30:05, 9月3日 15:30.
_DAY_BEFORE = re.compile(r"(?:[-/.月]\d{1,2}日?|\d日)\s?$")


def _read_ratio(text: str, start: int, end: int) -> Numeral:
    if re.fullmatch(r"[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?", text[start:end]) and _DAY_BEFORE.search(
        text[max(0, start - 12) : start]
    ):
        return Numeral(start, end, end, "date", form="date")
    parts = re.split("[:：比]", text[start:end])
    if len(parts) == 2 and number_value(parts[1]) != 0:
        value = _rounded(number_value(parts[0]) / number_value(parts[1]))
        return Numeral(start, end, end, "quantity", value, code="1", form="ratio")
    first = start + len(parts[0])
    return Numeral(
        start, first, first, "quantity", Decimal(parts[0].replace(",", "")), code="%", form="structure"
    )


def number_value(text: str) -> Decimal:
    """Value of a number as printed: 1,200.5, 三亿五千万, 二〇一五, 贰佰, 三点五, 3.5万, 数百 (its scale)."""
    text = text.translate(FORMAL).replace(",", "").replace("多", "").replace("余", "")
    mixed = _MIXED.fullmatch(text)
    if mixed:
        value = Decimal(mixed[1])
        for scale in mixed[2]:
            value *= SCALES[scale]
        return value
    if "点" in text:
        whole, fraction = text.split("点", 1)
        scale = fraction[len(fraction.rstrip("十百千万亿")) :]
        digits = fraction[: len(fraction) - len(scale)]
        value = number_value(whole) + Decimal(
            "0." + "".join(str(DIGITS.get(character, 0)) for character in digits)
        )
        for character in scale:
            value *= SCALES[character]
        return value
    text = text.lstrip("几数")
    if text and not any(character in SCALES for character in text):
        return Decimal("".join(str(DIGITS[character]) for character in text))
    return Decimal(_chinese_integer(text))


def _chinese_integer(text: str) -> int:
    """三亿五千万 and 一百二十: sections of 亿 and 万, each of thousands, hundreds and tens.

    A bare scale counts once.
    """
    total = section = 0
    digit: int | None = None
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character] if digit is None else digit * 10 + DIGITS[character]
            continue
        scale = SCALES[character]
        if scale >= 10**4:
            section = section + (digit or 0)
            if section == 0 and total == 0:
                section = 1
            if total and scale > 10**4 and section == 0:
                total *= scale
            else:
                total = (
                    (total + section) * scale if scale == 10**8 and total < scale else total + section * scale
                )
            section = 0
        else:
            section += (1 if digit is None else digit) * scale
        digit = None
    return total + section + (digit or 0)


def _read_one(text: str, at: int) -> tuple[int, Decimal, Decimal | None, bool] | None:
    """(end, value, upper value of 两三百, rough) of the number at `at`, without unit."""
    found = _ARABIC_NUMBER.match(text, at) or _CHINESE_NUMBER.match(text, at)
    if not found or found.end() - at > _LONGEST:
        return None
    if found.re is _ARABIC_NUMBER:
        return _read_arabic(text, found)
    end = found.end()
    rough = text[at] in "几数"
    if end < len(text) and text[end] in "几" and text[end - 1] in "十百千":
        more = _CHINESE_NUMBER.match(text, end + 1)
        end, rough = (more.end() if more and text[end + 1] in "万亿十百千" else end + 1), True
    printed = text[at] + text[at + 1 : end].replace("几", "")
    low = high = None
    pair = _PAIR.search(printed)
    if pair and _is_pair(pair[1], pair[2]):
        low = number_value(printed[: pair.start(1)] + pair[1] + printed[pair.end(1) + 1 :])
        high = number_value(printed[: pair.start(1)] + pair[2] + printed[pair.end(2) :])
    value = low if low is not None else number_value(printed)
    if end < len(text) and text[end] in "多余" and text[end + 1 : end + 2]:
        following = _LARGE_SCALES.match(text, end + 1)
        if following:
            if high is None:
                # 一亿一千多万: the scale behind 多 is of the last section alone
                return following.end(), number_value(printed + following[0]), None, True
            for character in following[0]:
                value, high = value * SCALES[character], high * SCALES[character]
            return following.end(), value, high, True
        if unit_at(text, end + 1):
            return end + 1, value, high, True
    if text.startswith("来", end) and text[end - 1] in "十百千万" and unit_at(text, end + 1):
        return end + 1, value, high, True
    return end, value, high, rough


def _is_pair(first: str, second: str) -> bool:
    """两三 and 三五 are about two to three; 二三 in a year is none (years are read before)."""
    low, high = DIGITS[first], DIGITS[second]
    return high - low == 1 or (low, high) == (3, 5)


def _scaled_value(value: Decimal, scale: str | None) -> Decimal:
    for character in scale or "":
        value *= SCALES[character]
    return value


def _read_arabic(text: str, found: re.Match[str]) -> tuple[int, Decimal, Decimal | None, bool]:
    value = Decimal(found["digits"].replace(",", ""))
    infix, scale, end = found["infix"], found["scale"], found.end()
    if found["infix2"] and not unit_at(text, end):
        return found.end("infix2") - 1, _scaled_value(value, scale), None, False
    if found["infix2"]:
        infix = infix or found["infix2"]
    if infix and not scale and not unit_at(text, found.end("infix")):
        return found.end("digits"), value, None, False
    for character in scale or "":
        value *= SCALES[character]
    if scale and scale[-1] in "亿万" and not infix:
        tail = _TAIL.match(text, end)
        if tail and number_value(tail[0]) < SCALES[scale[-1]]:
            value, end = value + number_value(tail[0]), tail.end()
            if scale[-1] == "万" and text.startswith("亿", end):
                # 1万2千亿元
                return end + 1, value * SCALES["亿"], None, False
            if text[end] in "多余" and unit_at(text, end + 1):
                return end + 1, value, None, True
            return end, value, None, False
    return end, value, None, bool(infix)


_RANGE = quick(r"(?:-|—{1,2}|~|至|到)(?=[\d一二三四五六七八九十百千两])")


def _read_quantity(text: str, start: int) -> Numeral:
    """A number, its range and its unit; kinds other than quantity are told apart later, in context."""
    one = _read_one(text, start)
    if one is None:
        return Numeral(start, start + 1, start + 1, "idiom", form="word")
    end, value, high, rough = one
    unit = unit_at(text, end)
    stop = end + len(unit.term) if unit else end
    join = _RANGE.match(text, stop)
    if join and high is None and not (start and text[start - 1] in "由从"):
        second = _read_one(text, join.end())
        if second:
            second_unit = unit_at(text, second[0])
            # 5-10亿元: the first number shares scale and unit of the second; 2%-3% prints both.
            if (
                second_unit
                and (unit is None or unit.code == second_unit.code)
                and _is_range(text, start, end, second)
            ):
                low = _share_scale(text, start, end, join.end(), second[0], value) if unit is None else value
                if low < second[1]:
                    stop = second[0] + len(second_unit.term)
                    factor = second_unit.factor
                    return Numeral(
                        start,
                        stop,
                        second[0],
                        "quantity",
                        low * factor,
                        second[1] * factor,
                        second_unit,
                        second_unit.code,
                        form="range",
                    )
    numeral = Numeral(start, stop, end, "quantity", value, high, unit, unit.code if unit else None, rough)
    if unit and unit.factor != 1:
        numeral.value = value * unit.factor
        numeral.value_max = high * unit.factor if high is not None else None
    return numeral


def _is_range(text: str, start: int, end: int, second: tuple[int, Decimal, Decimal | None, bool]) -> bool:
    return second[2] is None


def _share_scale(
    text: str, start: int, end: int, second_start: int, second_end: int, value: Decimal
) -> Decimal:
    """5-10亿: the first number's scale is the second's where it prints none itself."""
    if re.search(r"[百千万亿]$", text[start:end]):
        return value
    scale = re.search(r"[万亿]+$", text[second_start:second_end])
    for character in scale[0] if scale else "":
        value *= SCALES[character]
    return value


# What a number is per, where that stands before it: 每亩180万元, 亩均税收12万元.
_PER = re.compile(
    r"(?:每(?P<unit>亩|平方米|平方公里|吨|人|名|户|公斤|千瓦时|度|千瓦|立方米|公里)(?:土地|用地|投资|产值|税收|投入|补助?|补贴|奖励|给予|达|平均)*[^，；。\d、]{0,8}|亩均(?P<mu>[^，；。、]{2,8}?)(?:由|从|达到|达|提高到|为|超过|突破|不低于)*(?:(?:19|20)\d\d年的?)?|人均(?P<head>补助|奖励)|每(?![年月季日])[\u4e00-\u9fff]{2,5}[一1][名人][^，；。\d、]{0,12})(?:由[^，；。]{2,16}(?:提高到|增加到|上升到|提升到|增至|升至|提高至))?$"
)
# 每人每月2000元, 每月每平方米10元
_PER_PACE = re.compile(
    r"(?:每(?:人|名|亩|平方米)(?:，)?每(?P<pace>年|月|日)|每(?P<first>年|月|日)每(?:人|名|亩|平方米))[^，；。\d]{0,8}$"
)
_PER_UNIT = {
    "亩": "mu",
    "平方米": "m2",
    "平方公里": "km2",
    "吨": "t",
    "人": "person",
    "名": "person",
    "公斤": "kg",
    "千瓦时": "kWh",
    "度": "kWh",
    "千瓦": "kW",
    "立方米": "m3",
    "公里": "km",
}
# What a quantity is per year or day, where that stands before it: 年产20万吨, 日处理40吨, 年生产能力30万吨.
_PACE = quick(
    r"(?P<pace>(?<![\d今去上前当明])年|日|月)(?:(?:产(?!量)|处理|加工|生产(?!量)|发电|供|纺|吞吐|周转)(?:能力|规模)?|[\u4e00-\u9fff]{1,5}能力|均进水|均排放)(?:[\u4e00-\u9fff]{0,6}?)(?:可)?(?:达到|达|为|约|超过|近)?(?:由[^，；。]{2,10}(?:提高|增加|提升|扩大?|上升|增)(?:到|至))?$"
)
_PACED = {
    "t": "t/{}",
    "m3": "m3/{}",
    "m2": "m2/{}",
    "m": "m/{}",
    "kWh": "kWh/{}",
    "1": "1/{}",
    "kW": "kW/{}",
    "L": "L/{}",
    "kg": "kg/{}",
    "km": "km/{}",
}
# A further output of one capacity, and what stands between two of them.
_FURTHER_PACED = re.compile(r"[^，；。、\d]{0,12}的(?:生产|加工)?(?:产能|能力)")
_NEXT_OUTPUT = re.compile(r"[^，；。、\d]{1,12}[、和及]|[、和及][^，；。、\d]{1,12}")
_NEXT_PRODUCT = re.compile(
    r"[、和及](?![^，；。\d]*(?:库存|销|出口|带动|新增|实现|消耗|排放|用|购|有))[^，；。、\d]{2,10}"
)
# A list of outputs that a pace behind it is of: 形成1000万台、800万台的年产能.
_PACE_BEHIND = re.compile(
    r"(?:[、和及]\d[\d.]{0,8}[十百千万亿]{0,2}[\u4e00-\u9fff]{1,2}){0,6}的年(?:产能|生产能力|加工能力)"
)
_PACE_SIGN = {"年": "a", "日": "d", "月": "mo"}


def rate_units(text: str, numerals: list[Numeral], known: frozenset[str]) -> None:
    """Give quantities the unit that words before them make of it: 每亩150万元 is CNY/mu, 年产8000吨 is t/a.

    Only codes in `known` are given. 年产值15亿元 keeps its yuan: an output in money has its period, not its
    pace.
    """
    last: Numeral | None = None
    for numeral in numerals:
        if numeral.kind != "quantity":
            continue  # 零部件 holds a numeral, but no output
        if numeral.code is None or "/" in numeral.code:
            last = numeral
            continue
        before = text[max(0, numeral.start - 22) : numeral.start]
        if numeral.code in ("CNY", "USD"):
            per = _PER.search(before)
            if per:
                name = per["unit"] or ("亩" if per["mu"] else "人")
                code = f"{numeral.code}/{_PER_UNIT.get(name, '')}"
                pace = _PER_PACE.search(before)
                sign = _PACE_SIGN[pace["pace"] or pace["first"]] if pace else ""
                if sign and f"{code}/{sign}" in known:
                    code += f"/{sign}"
                numeral.code = code if code in known else numeral.code
        elif numeral.code in _PACED:
            pace = _PACE.search(before)
            if pace and not (
                numeral.code == "1"
                and numeral.unit
                and numeral.unit.term in ("个", "家", "项", "人", "名", "户")
            ):
                code = _PACED[numeral.code].format(_PACE_SIGN[pace["pace"]])
                numeral.code = code if code in known else numeral.code
            elif _PACE_BEHIND.match(text, numeral.end):
                code = _PACED[numeral.code].format("a")
                numeral.code = code if code in known else numeral.code
            elif pace is None and last is not None and _goes_on_paced(text, last, numeral):
                # 年产1110吨鱼油、2600吨中药饮片的产能
                code = _PACED[numeral.code].format((last.code or "")[-1])
                numeral.code = code if code in known else numeral.code
        last = numeral


def _goes_on_paced(text: str, last: Numeral, numeral: Numeral) -> bool:
    """Whether a number is a further output of the pace before.

    年产1110吨鱼油、2600吨药片的产能, 年产整机3万台、零件9万台.
    """
    if not (last.code or "").endswith(("/a", "/d")):
        return False
    if _FURTHER_PACED.match(text, numeral.end):
        return _NEXT_OUTPUT.fullmatch(text, last.end, numeral.start) is not None
    same_measure = last.unit is not None and numeral.unit is not None and last.unit.term == numeral.unit.term
    return same_measure and _NEXT_PRODUCT.fullmatch(text, last.end, numeral.start) is not None


def bounds_without_digit(text: str, numeral: Numeral) -> bool:
    """Whether 亿元, 千万元, 百亿 without a digit bounds something.

    过亿元项目 does, 千亿产业集群 names a tier.
    """
    return bool(_BOUND_BEFORE.search(text, max(0, numeral.start - 3), numeral.start)) or bool(
        _BOUND_AFTER.match(text, numeral.number_end)
    )
