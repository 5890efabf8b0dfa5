"""Organizations by their full names: known as a whole, or ending in what they are (集团, 厅, 大学)."""

from __future__ import annotations

import re

from jiqun.facts.organization_bodies import NAME_EDGES, PUBLIC_BUSINESS, Bodies, behind_rank
from jiqun.facts.organization_roles import PROJECT_TALK, role_of
from jiqun.facts.organization_terms import (
    GOES_ON,
    LEVEL,
    MATERIAL,
    OF_LEVEL,
    PLURAL_STEM,
    is_generic,
    is_registered,
    kind_of_name,
    name_suffixes,
    tail_lengths,
    tail_terms,
    whole_names,
)
from jiqun.language.industries import industries
from jiqun.language.words import breakers

_BEFORE_SHORT_NAMES = frozenset(NAME_EDGES + "入与和对给为以")
_LEVEL_FIRST = re.compile(f"(?:中共|中国)?(?:{LEVEL})")
_LEVEL_OR_NATION = re.compile(f"{LEVEL}|中共|中国")
_SEAT = re.compile("(?:省|市|县|区|州|旗|盟|自治区)(?!级|内)")
_NO_OWN_NAME = re.compile(r"[的了等各到\n]|^(?:该|本|其|我|两|一家|全)|企业|民营|有关|所在")
# 日本|和泉电装株式会社: 和 opens the name.
_ABROAD_AND = re.compile("(?:日本|韩国|美国|德国|法国|英国|意大利|瑞士|荷兰|新加坡|台湾|香港|澳门)[和与及]$")
# 中国电子|信息产业发展研究院 is no firm's.
_INSTITUTE_OF = re.compile(
    r"(?:(?!投资|建设|成立|设立|共建|组建|联合|合作)[^，；。：、（）“”\n与和同及的了在等将]){2,10}?(?:研究院|研究所|研究会|学会|协会)"
)
_INSTITUTE = re.compile("[\u4e00-\u9fff]{2,10}?(?:研究所|研究院|(?<!研究)所(?!属|有|以|在))")
# Bodies of one level in a list, which only the first of them names: 盟发改委、|国土资源局.
_OF_ONE_LEVEL = re.compile(
    r"[省市县区州盟旗](?:[^，。；、（）\n]{1,10}(?:委|局|厅|办|部|署|办公室|会)[、和]){1,9}$"
)
# What follows a firm's name with its trade in a list.
_TRADE_ENDS = re.compile("[、，。；]|等|相继|先后|陆续")
_DROPPED = re.compile(
    r"^(?:各)?(?:市)?县?(?:市|区)?(?:市区|县区|县市区|旗县区)(?:人民)?政府|^(?:各类?|有关|相关|地方|省|市|县|区)?行业协会$|(?:产业园|工业园|示范)区?$|(?:污水|垃圾|固废|危废|水质|自来水|净水|再生水)[\u4e00-\u9fff]{0,4}厂$|技术中心$|孵化器$|平台$|^(?:省|市|县|区)(?:委|政府)$|国务院"
)
# The committee of a zone that has a name of its own.
_ZONE_COMMITTEE = re.compile(
    "(?!各|该|本|全|我|所|[省市县区]|重点|相关|有关|国家|自治)[\u4e00-\u9fff]{2,8}?(?:工业园区?|产业园区?|开发区|高新区|经开区|新区|集聚区|集中区|工业区)"
    "(?:管委会|管理委员会|管理办公室|管理处)|(?!各|该|本|全|所)[\u4e00-\u9fff]{2,4}街道办事处"
)
_LEADER = re.compile("[\u4e00-\u9fff]{0,10}?(?:龙头|链主|骨干|核心|领军|牵头|头部)企业(?=[\u4e00-\u9fff]{2})")
# A firm whose name holds a place in brackets: 香港恒昌实业（福安）有限公司.
_FORM_BEHIND_BRACKETS = re.compile(
    r"（[\u4e00-\u9fff]{2,8}）[\u4e00-\u9fff]{0,10}?(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|公司)"
)
_LONGEST_STEM = 16
# 的 as a word of its own; 美的 is a firm.
_ARTICLE = re.compile("(?<!美)的")
_FUNCTION_WORD = re.compile("(?<!美)的|[了等各到由与和及对向把被在于以将]")
_BEFORE_BRACKETS = re.compile(rf"[\u4e00-\u9fffA-Za-z]{{2,{_LONGEST_STEM}}}\Z")
# What follows a firm known by a short name that has many by number: 中铁|四局集团有限公司.
_NUMBERED = re.compile(
    r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:公局|航局|工程局|局|设计院|研究院|院|冶|建(?!设))(?:集团)?(?:有限公司|公司)?"
)
# The branch behind a registered name: 海峡科化股份有限公司|永春分公司.
_BRANCH = re.compile("[\u4e00-\u9fff]{2,6}?分公司")
# Two characters between a place and 集团 or 公司.
_ODD_STEM = re.compile("[^的等与及在各多大两三几家个对向从（）、，。；：\\s]{2}")
_MODEL_FACTORY = ("智能工厂", "未来工厂", "数字工厂", "灯塔工厂", "绿色工厂", "无人工厂", "标准厂")
_FIRM_BEFORE = re.compile("(?:公司|集团)[^，；。、公]{0,16}、$")
_FIRM_BEHIND = re.compile("[^，；。、的]{0,16}、[^，；。、]{2,8}(?:公司|集团)")
# Works and offices that a firm has in a place: 深圳工厂, 上海总部.
_WORKS_OF_A_FIRM = re.compile("(?:工|分|总)厂$|[分总]公司$")
# 北方民族大学, 中南大学
_REGION_OF_SCHOOL = re.compile("(?:北方|南方|东北|西北|西南|东南|华东|华中|华南|华北|中南|中央|中国|首都)$")
_CAMPUS = re.compile("（(?:华东|北京|武汉|青岛|保定|徐州|威海|深圳|珠海)）")


def _is_levelled(text: str, start: int) -> bool:
    """Whether the character before a position is a level of government that stands alone."""
    return text[start - 1 : start] in tuple("省市县区州旗") and text[start - 2 : start - 1] not in tuple(
        "全各我本该"
    )


def read_known(bodies: Bodies) -> None:
    """Names known as a whole, with the suffix that follows them: 延长石油集团."""
    automaton, rows = whole_names()
    for index, start, end in automaton.find_matches_as_indexes(bodies.text):
        term, kind, generic = rows[index]
        if generic or bodies.in_title(start) or not bodies.opens(start) or bodies.is_address(start):
            continue
        if kind == "financial" and (
            places := [place for place in bodies.places_near(start) if place[1] == start]
        ):
            start = places[0][0]  # 武汉中信银行
        elif kind == "financial" and _is_levelled(bodies.text, start) and bodies.opens(start - 1):
            start -= 1  # 市农业银行
        if kind == "enterprise":
            suffix = re.match(
                "(?:集团|股份|控股)?(?:有限责任公司|有限公司|公司)?", bodies.text[end : end + 8]
            )
            grown = end + (suffix.end() if suffix else 0)
            institute = _INSTITUTE_OF.match(bodies.text, end)
            if institute:
                end = institute.end()
                kind = kind_of_name(bodies.text[start:end]) or "other"
                bodies.add(start, end, kind, role_of(bodies.text, start, end, kind))
                continue
            grown = grown if grown > end else _with_trade(bodies, end)
            numbered = _NUMBERED.match(bodies.text, end)
            grown = numbered.end() if numbered else grown
            if grown == end and not _stands_alone(bodies, start, end, term):
                continue
            end = grown
        elif (kind in ("government", "party") and len(term) <= 2) or term in (
            "国务院",
            "党中央",
            "中共中央",
        ):
            continue
        elif term in ("中科院", "中国科学院"):
            institute = _INSTITUTE.match(bodies.text, end)
            end = institute.end() if institute else end
        bodies.add(start, end, kind, role_of(bodies.text, start, end, kind))


def _with_trade(bodies: Bodies, end: int) -> int:
    """Where a known firm's name ends with its trade: 蔚来|动力; 蔚来|动力电池 is what it makes."""
    trade = next(
        (n for n in reversed(tail_lengths()) if bodies.text[end : end + n] in tail_terms()),
        0,
    )
    return end + trade if trade and _TRADE_ENDS.match(bodies.text, end + trade) else end


def _stands_alone(bodies: Bodies, start: int, end: int, term: str) -> bool:
    """Whether a known firm's name is used as such: 炼化一体化 and 其中石油机械 hold none."""
    if (bodies.text.startswith("一体化", end) and term.endswith(("化", "化工"))) or bodies.text.startswith(
        ("镇", "区", "县", "市", "街", "路", "化", "人", "性", "年"), end
    ):
        return False
    if not bodies.words.starts_word(start) and bodies.text[start - 1 : start] not in NAME_EDGES:
        return False
    if len(term) >= 4:
        return True
    following = bodies.text[end : end + 1]
    if following in NAME_EDGES or following in "等和与及的在" or not following:
        return bodies.text[start - 1 : start] in _BEFORE_SHORT_NAMES or bodies.words.starts_word(end)
    opens = bodies.text[start - 1 : start] in NAME_EDGES or bodies.follows_verb(start)
    goes_on = any(first == end for first, _ in bodies.places_near(end)) or bodies.words.starts_word(end)
    return opens and goes_on and bool(PROJECT_TALK.search(bodies.text, end, end + 60))


def read_suffixed(bodies: Bodies) -> None:
    """Names that end in what they are: 省工业和信息化厅, 江南机械有限公司."""
    automaton, terms, kinds = name_suffixes()
    for index, suffix_start, end in automaton.find_matches_as_indexes(bodies.text):
        kind = kinds[terms[index]]
        if bodies.in_title(suffix_start):
            continue
        if kind != "government" and GOES_ON.match(bodies.text[end : end + 3]):
            continue
        short = kind not in ("enterprise", "university") and end - suffix_start <= 2
        if short and bodies.words.covers(suffix_start - 1, suffix_start + 1):
            continue  # 办公会 ends in no 公会
        start = _full_name_start(bodies, suffix_start, end, kind)
        leader = _LEADER.match(bodies.text, start, suffix_start) if kind == "enterprise" else None
        start = behind_rank(bodies.text, leader.end() if leader else start, suffix_start)
        campus = _CAMPUS.match(bodies.text, end) if kind == "university" else None
        end = campus.end() if campus else end
        name, stem = bodies.text[start:end], bodies.text[start:suffix_start]
        if _is_full_name(bodies, start, suffix_start, name, stem, kind):
            branch = _BRANCH.match(bodies.text, end) if is_registered(name) else None
            end = branch.end() if branch else end
            bodies.add(start, end, kind, role_of(bodies.text, start, end, kind))


def read_bracketed_firms(bodies: Bodies) -> None:
    """香港恒昌实业（福安）有限公司: a legal form behind a place in brackets."""
    done = 0
    for form in _FORM_BEHIND_BRACKETS.finditer(bodies.text):
        bracket = form.start()
        stem = _BEFORE_BRACKETS.search(bodies.text, max(done, bracket - _LONGEST_STEM), bracket)
        if stem is None:
            continue
        done = form.end()
        start = behind_rank(bodies.text, bodies.words.name_start(*stem.span(), bodies.places), bracket)
        if bracket - start >= 2 and not bodies.in_title(start):
            bodies.add(start, done, "enterprise", role_of(bodies.text, start, done, "enterprise"))


def _full_name_start(bodies: Bodies, suffix_start: int, end: int, kind: str) -> int:
    """Where a full name begins: at its place or level if it has one, else behind the last word that
    breaks.
    """
    text = bodies.text
    left = max(bodies.stop_before(suffix_start), suffix_start - 24)
    start = bodies.words.name_start(left, suffix_start, bodies.places)
    if kind == "enterprise" and suffix_start - start < 2 <= suffix_start - left <= 4:
        start = left  # 瑞能公司: a name too short to be broken
    if kind == "enterprise":
        start = _with_cut_word(bodies, left, start)
    if kind == "enterprise" and text[start:suffix_start] in tail_terms() and 1 <= start - left <= 4:
        start = left  # 天开|钨业|有限公司: a trade and a legal form are no name
    if kind == "enterprise":
        start = _with_owner(bodies, left, start)
        if is_registered(text[suffix_start:end]):
            start = _from_place(bodies, left, start, suffix_start)
        abroad = _ABROAD_AND.search(text, left, start)
        start = abroad.start() if abroad else start
        if _ODD_STEM.fullmatch(text, suffix_start - 2, suffix_start):
            place = next((one for one in bodies.places_near(start) if one[1] == suffix_start - 2), None)
            start = place[0] if place and start > place[1] else start  # 上海均和集团: no conjunction
    if kind == "enterprise" and start - left >= 2 and text[start - 1] in "和与":
        # 浙江瑞|和电子公司: one character between the place and what looks like a conjunction
        place = next((one for one in bodies.places_near(start) if one[1] == start - 2), None)
        start = place[0] if place else start
    region = _REGION_OF_SCHOOL.search(text, max(left, start - 2), start)
    if region and kind == "university":
        return region.start()
    if region and kind == "enterprise" and any(one[1] == region.start() for one in bodies.places_near(start)):
        start = region.start()  # 宁夏|北方|精工钢结构公司
    before = bodies.frame.places_between(max(left, start - 8), start)
    joined = bool(before) and text[before[-1].end : start] in tuple("与和及同由对")
    near = bool(before) and 0 <= start - before[-1].end <= 1 and before[-1].end < suffix_start
    if kind == "enterprise" and near and not joined:
        # 浙江正禾新能源公司: what stands between the place and the suffix is the name
        start = before[-1].start
    places = bodies.frame.places_between(start, suffix_start)
    if kind in ("government", "party", "association") and places:
        return places[0].start
    level = _LEVEL_FIRST.match(text, start, suffix_start)
    if (
        not level
        and start - left >= 1
        and text[start - 1] in "省市县区"
        and bodies.opens(start - 1)
        and not bodies.ends_zone(start - 1)
    ):
        return start - 1
    return start


def _with_cut_word(bodies: Bodies, left: int, start: int) -> int:
    """Start of a name that the dictionary cuts at a verb of its own, a character before it and nothing else:
    由|金|满仓|蛋业集团; not 由政府支持|蛋业集团, whose verb is one that breaks.
    """
    words = bodies.words
    index = next((i for i in words.between(left, start) if words.ends[i] == start), None)
    if index is None or words.words[index] in breakers() or words.ends[index] - words.starts[index] != 2:
        return start
    first = words.starts[index] - 1
    opens = first == left or (first - 1 >= left and bodies.text[first - 1] in "由与和以及同")
    is_odd = (
        index > 0
        and words.starts[index - 1] == first
        and words.tags[index - 1] in ("nr", "nrt", "nz", "n", "g", "zg")
    )
    return first if first >= left and opens and is_odd else start


def _from_place(bodies: Bodies, left: int, start: int, stem_end: int) -> int:
    """Start of a registered name that opens its clause with a place, whatever its words are else:
    的|河北领标科技发展有限公司; in 河北省引进恒泰有限公司 a verb stands between."""
    begin = left
    for article in _ARTICLE.finditer(bodies.text, left, start):
        begin = article.end()
    first = next(iter(bodies.frame.places_between(begin, stem_end)), None)
    if first is None or first.end >= start or stem_end - first.start > _LONGEST_STEM:
        return start
    if first.start != begin and not bodies.follows_verb(first.start):
        return start
    begin = first.start
    between = [
        bodies.text[bodies.words.starts[i] : bodies.words.ends[i]]
        for i in bodies.words.between(first.end, start)
    ]
    verbs = [
        word
        for word in between
        if len(word) > 1 and word in breakers() and not PUBLIC_BUSINESS.fullmatch(word)
    ]
    return start if verbs or _FUNCTION_WORD.search(bodies.text, first.end, start) else begin


def _with_owner(bodies: Bodies, left: int, start: int) -> int:
    """Start of a public firm's name with its place or level: 青石|发展|控股公司, 市|产业投资|集团."""
    business = PUBLIC_BUSINESS.search(bodies.text, left, start)
    first = business.start() if business else start
    place = next((one for one in bodies.frame.places_between(left, first) if one.end == first), None)
    if business is None:
        return start
    if place is not None:
        return place.start
    at_level = first - 1 >= left and bodies.text[first - 1] in "省市县区州" and bodies.opens(first - 1)
    return first - 1 if at_level and bodies.text[first - 2 : first - 1] not in "全各我本" else start


def _is_full_name(bodies: Bodies, start: int, stem_end: int, name: str, stem: str, kind: str) -> bool:
    if not stem and kind == "government" and len(name) >= 3:
        return not is_generic(name) and bool(_OF_ONE_LEVEL.search(bodies.text[max(0, start - 80) : start]))
    if (
        not stem
        or bodies.is_address(start)
        or bodies.ends_zone(start)
        or is_generic(name)
        or _DROPPED.search(name)
        or PLURAL_STEM.search(stem)
        or len(name) > 26
        or name.endswith(_MODEL_FACTORY)
        or _is_works_in_place(bodies, start, name)
    ):
        return False
    if kind == "enterprise" and re.search(r"\d[\u4e00-\u9fff]?[名个家户人位]", stem):
        return False
    if is_registered(name) and len(stem) >= 4 and not PUBLIC_BUSINESS.fullmatch(stem):
        return not re.search(r"(?<!美)的|[了等各到\n]|^(?:该|本|其|我|两|一家|全)|企业|民营|有关", stem)
    if name.endswith("矿") and (MATERIAL.fullmatch(stem.rstrip("磁")) or _is_ore(bodies, start + len(name))):
        return False  # 钒钛磁铁矿
    own = stem.replace("中小企业", "") if _SEAT.match(stem) else stem
    if _NO_OWN_NAME.search(own):
        return False
    if kind in ("government", "party"):
        anchored = _LEVEL_OR_NATION.match(stem) or any(
            place.start == start for place in bodies.frame.places_between(start, stem_end)
        )
        if _ZONE_COMMITTEE.fullmatch(name) and not _FUNCTION_WORD.search(name):
            return True  # 正港路工业园区管委会
        return (
            bool(anchored)
            and not re.match("^(?:省|市|县|区)级", stem)
            and (
                not name.endswith(("领导小组", "指挥部", "工作专班"))
                or (len(name) >= 8 and re.match("[省市县区州旗盟]", name) is not None)
                or any(place.start == start for place in bodies.frame.places_between(start, stem_end))
            )
        )
    if kind == "other" and len(stem) < 2:
        return re.fullmatch("[省市县区旗州]", stem) is not None
    if kind in ("university", "financial", "association"):
        return len(stem) >= 2 or bool(re.match(LEVEL, stem))
    if OF_LEVEL.fullmatch(stem) and len(name) > 3:
        return True  # 县|担保公司
    if len(stem) < 2:
        return bodies.follows_verb(start) is False and stem + "厂" == name and len(name) >= 3
    return (
        not bodies.is_common(start, stem_end)
        or bool(re.match("(?:省|市|县|区)(?!级|内)", stem))
        or (name == stem + "集团" and _is_adjective(bodies, start, stem_end))
        or (name == stem + "公司" and _is_among_firms(bodies, start, start + len(name)))
    )


def _is_adjective(bodies: Bodies, start: int, end: int) -> bool:
    """Whether a stem of two is one word for a quality, as firms are named: 宏远|集团; 大型|集团 is any."""
    index = next(iter(bodies.words.between(start, end)), None)
    return (
        index is not None
        and (bodies.words.starts[index], bodies.words.ends[index]) == (start, end)
        and bodies.words.tags[index] in ("a", "ad", "an", "z", "i")
        and "大" not in bodies.text[start:end]
    )


def _is_among_firms(bodies: Bodies, start: int, end: int) -> bool:
    """Whether a name of common words stands in a list of firms: 众沅公司选矿、|宏大公司|石材加工."""
    text = bodies.text
    return (
        end - start == 4
        and not industries().find(text[start : end - 2])
        and not tail_terms().intersection((text[start : end - 2],))
        and (
            (
                text[start - 1 : start] == "、"
                and _FIRM_BEFORE.search(text, max(0, start - 30), start) is not None
            )
            or _FIRM_BEHIND.match(text, end) is not None
        )
    )


def _is_works_in_place(bodies: Bodies, start: int, name: str) -> bool:
    """Whether a name is but a place and what some firm has there."""
    works = _WORKS_OF_A_FIRM.search(name)
    places = bodies.frame.places_between(start, start + works.start()) if works else []
    return bool(works and places and places[0].start == start and places[-1].end == start + works.start())


def _is_ore(bodies: Bodies, end: int) -> bool:
    """Whether what is named is what lies in the ground: 翁泉沟硼铁矿资源."""
    return bodies.text.startswith(("资源", "石", "砂", "储量", "床"), end)
