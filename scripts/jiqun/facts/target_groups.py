"""For whom a measure is: the firms, people, bodies, projects, zones or places that it names as served.

A sentence names many; whoever it acts upon is found by what stands before them (对|X, 支持|X, 为|X|提供,
用于|X) or by what is granted behind them (X|，按…补助). The first so named is the measure's. What only
restricts a group (租用标准厂房的|科技型企业) and how many they are (32户|企业) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jiqun.facts.group_nouns import (
    AND,
    BEFORE,
    COUNT,
    FIRM,
    GROUP,
    JOINED,
    LENDER,
    LIST,
    NO_MODIFIER,
    NOUN,
    OF,
    PLACE,
    SCHOOL,
    TRADES,
    ZONE,
)
from jiqun.patterns import Tail, quick

Span = tuple[int, int]

_ONE = re.compile(rf"(?P<group>{GROUP})")
_NOUNS = re.compile(rf"(?P<group>(?:{TRADES}|{LIST}){GROUP})")
_TAILED = re.compile(rf"(?P<group>(?:{TRADES}|{JOINED}){GROUP})")
_FIRMS = re.compile(
    rf"(?P<group>(?:{TRADES}|{LIST}){BEFORE}(?:{ZONE}{OF})?{FIRM}(?:{AND}{BEFORE}(?:{FIRM}|项目)){{0,8}})"
)
# Of those one does something for, a trade too: 为|新兴产业|发展提供支撑.
_SERVED = re.compile(rf"(?P<group>{LIST}{GROUP}|[^，。；：、的\d]{{2,8}}产业(?=发展|[^，。；]{{0,6}}提供))")
_TRAINED = re.compile(
    r"(?P<group>企业家|企业经营管理人员|技术人员|农民工|[果菜茶]农|农民|下岗职工|职工|退役军人|残疾人)"
)
_ASSESSED = re.compile(
    rf"(?P<group>各?{PLACE}(?:、(?:园区|{PLACE})){{0,4}}|园区)(?=[^，。；]{{0,14}}?(?:考核|考评|主要负责))"
)
_PAID = re.compile(
    rf"(?P<group>(?:所在地?)?(?:{NOUN}|政府|管委会)(?:政府|管委会)?)"
    r"(?=\d|[一二三五十百][一二三四五六七八九十百千]?[十百千万]|奖励|补贴|补助|缴纳|资助|技改)"
)
_OF_FUND = re.compile(
    r"了?(?:[近约超]?[\d.]*[一二三四五六七八九十百千万亿]*元)?的?"
    rf"(?P<group>(?:(?!{NO_MODIFIER})[^，。；：、的\d]){{0,6}}?企业)(?=贷款|发展|技改|创新)[^，；。担保]{{0,8}}[资基]金"
)
_NOBODY = re.compile("(?!)")
# The last resort but one: 专业镇|发展资金.
_OF_ZONE_FUND = re.compile(
    r"(?:设立|安排|建立|列支)[^，；。的\d]{0,4}?(?P<group>(?:县域)?(?:工业|产业)?园区|专业镇|特色小镇)(?=发展|建设)[^，；。]{0,4}[资基]金"
)


class _Way(NamedTuple):
    """How a word takes a group: which nouns stand behind it, and what must stand behind these.

    `restricted`: words with 的 may stand between; `named`: names count too.
    """

    nouns: re.Pattern[str]
    behind: re.Pattern[str] | None = None
    restricted: bool = False
    named: bool = True


_WAYS = {
    "support": _Way(_NOUNS, restricted=True),
    "move": _Way(_FIRMS, restricted=True),
    "ask": _Way(_NOBODY),
    "serve": _Way(
        _SERVED,
        re.compile(
            r"[^，。；]{0,12}?(?:提供|协调|担保|输送|周转|解决|争取|减|办|发放|配备|开展|服务|融资|送|降|落实|引进|招聘|搭建|拨付|开辟|授信)"
        ),
    ),
    "face": _Way(_FIRMS),
    "go": _Way(_NOUNS, re.compile(r"[，。；）]|建设|发展|的|资金|用地|奖|$")),
    "secure": _Way(
        _NOUNS, re.compile(r"(?<=项目)(?:[，。；]|用|供|资金|要素|指标|融资|需求)|(?<=企业)|(?<=平台)")
    ),
    "prefer": _Way(_NOUNS),
    "put": _Way(_NOUNS, re.compile(r"(?:优先)?(?:纳入|列入)|贷款|融资")),
    "reform": _Way(_NOUNS, re.compile(r"[^，。；的]{0,4}(?:治理|提升|改造|培育|梯度|倍增)")),
    "invite": _Way(_NOUNS, re.compile(rf"(?:{COUNT})?(?:[来到]|[^。；]{{0,20}}(?:给予|资助|安家))")),
    "train": _Way(_TRAINED),
    "assess": _Way(_ASSESSED, named=False),
    "fund": _Way(_OF_FUND, named=False),
    "hand": _Way(_NOUNS, restricted=True),
    "pay": _Way(_PAID, named=False),
}
_TRIGGER = quick(
    r"(?P<towards>凡是?|(?<![针相应面反绝核比校配])对于?(?!接|外|照|标|口|准|比|策|手|象|内|症|价|应|方|我|此|上|本|其|每))"
    r"|(?P<support>(?:支持|鼓励(?!类)|引导|扶持|帮助|帮扶|帮(?![忙办带代])|协助|督促|督导|指导)"
    r"(?:[和并、与]?(?:支持|鼓励|引导|扶持|帮助|促进|推动|督促|督导|服务|培植)){0,4})"
    r"|(?P<move>推动|组织|吸引|承接|聚集|集聚|遴选|评选|(?<![共术务介息流产化])服务|联合(?=[^，。；]{2,30}等\d))"
    r"|(?P<ask>协调|(?<![聘申邀])请(?![求示]))"
    r"|(?P<serve>(?<![成作变认称因])为(?!了|主|期|核心|龙头|重点|目标|导向|契机|抓手|载体))"
    r"|(?P<face>面向|惠及(?=[^，。；]{0,6}[企户]))"
    r"|(?P<go>(?:用于|投向)(?:支持|扶持|保障)?)"
    r"|(?P<prefer>优先安排[在给到]|优先考虑)"
    r"|(?P<secure>(?:确保|保障|优先安排|优先供应|优先用于)(?!了|项目))"
    r"|(?P<put>[将把]|新增)"
    r"|(?P<reform>实施)"
    r"|(?P<invite>引进|引育|招引)"
    r"|(?P<train>培训|轮训|选送|选派)"
    r"|(?P<assess>纳入|约谈|作为对?)"
    r"|(?P<fund>设立|安排|建立|列支|充实)"
    r"|(?P<hand>(?:奖励|补贴|补助|返还)给|奖励(?=[为对在作][^，。；]{2,30}的))"
    r"|(?P<pay>(?:奖励|补贴|补助|给予|拨付|支付)(?!资金|办法))"
)
_PAYS = quick(r"(?:奖励|补贴|补助|给予|拨付|支付)(?!资金|办法)")
# What fills in between a verb and the group it acts on.
_FILL = re.compile(
    rf"(?:了|一批|部分|更多|广大|各类|有关|现有|其[他它]|全[省市县区]|每[个家户]|{COUNT}){{0,4}}"
)
# A bound that stands before the group without 的: 亩均税收30万元以上|项目, 产值前50名|企业.
_BOUND = re.compile(
    r"[^，。；的]{0,20}?(?:(?:\d|[百千万亿]元)[^，。；：的]{0,8}?以[上下内]|前\d+[名位强家]|[一二三四五]十强)"
)
# What is newly so is a restriction, with 的 or without: 对|首次认定|示范企业, 对|新获批的|研究院.
_NEWLY = re.compile(r"(?:首次|当年|本年度|新)(?:认定|获批|备案|成立|建成|引进)(?![为的])")
# How many of a place: 扶持|重点县400家|中小企业.
_SO_MANY = re.compile(rf"(?:(?!{NO_MODIFIER})[^，。；：、的\d]){{0,8}}?{COUNT}(?![级型])")
_BARE = frozenset(("项目", "企业"))
_ETC = re.compile(
    r"等?(?:(?:\d+|[一二两三四五六七八九十]+)[多余来几]?[家户个])?(?:[^，。；、的]{2,20}的)?"
    rf"(?P<class>{BEFORE}(?:{FIRM}|{LENDER}|{SCHOOL}|机构))"
)
# Firms of a zone that is named: 某某高新区|内企业.
_OF_ZONE = re.compile(rf"(?<=[区园群镇]){OF}(?:{FIRM}|项目)")
_NAMES_JOIN = re.compile(r"、|和|与|及(?!其)")
_SCHOOLS = ("大学", "学院", "学校", "中专")
_RESEARCH = (*_SCHOOLS, "院", "所", "分校")
# A firm, bank or school that no other sentence names.
_A_NAME = re.compile(
    rf"(?P<group>(?:(?!{NO_MODIFIER})[^，。；：、的\d（）]){{2,12}}?"
    r"(?:公司|集团|银行|大学|学院|学校|中专|研究院|研究所)(?!与))(?![，。；])"
)
# Those who pass on what a measure gives: 引导|银行机构|对龙头企业….
_PASSES_ON = re.compile(rf"(?:{LENDER}|银行|信用社|联社|分行|支行|协会|商会)$")
_ENDS_AS_ZONE = re.compile(rf"{ZONE}$")
_PAYEE = re.compile(rf"(?:所在|{PLACE}|园区)[^，。；\d]{{0,8}}(?:政府|管委会)$")

_GRANTED = quick(
    r"奖励|补助|补贴|奖补|资助|给予|予以|贴息|返还|免征|免收|减免|减收|减征|减按|免租|全免|优惠|减半|优先(?!安排在|采购|选用|使用)|单列|奖|补|分担|按|可(?=[享按给选缓优分在依采实申])|免除"
    r"|享受|约谈|警告|通报|取消|暂停|关停|不再供地|不供地|不得超过|再|说明情况|检讨|原则上不"
)
_PLACES_ONLY = re.compile(rf"各?{PLACE}(?:{AND}(?:{PLACE}|园区)){{0,4}}")
_ACTS_ON = re.compile(r"[^，。；]{0,2}(?:对|应|须|要)")
_NOT_GRANTED = re.compile(r"对|由|单个|单户|单家|每[家户个]|同一|各|全[省市县区]")
# How long an approval may take: 工业项目|从签约到开工.
_TIMED = re.compile(r"从(?!业)[^，。；]{1,8}到|全流程|审批时限|办理时限")
_CLAUSE = quick(r"[，；：。]")
_PART = quick(r"[；。]")
_REACH = 80  # how far a condition is read
_NEXT = 120  # how far behind a clause that only says who what is granted may stand
_LONGEST_KIND = 24

# Who is only named, and the words that may stand before them: 集群内|中小|企业.
_NAMED = quick(
    r"(?:企业家?|企业集团|大集团|大公司|人才(?![培引政工队密公成]|市场)|创业者|创业人员|投资者|客商|农户|大户|合作社|商户|职工)"
    r"(?!协会|联合会|商会|家|技术(?:中心|研发)|研发|孵化|园|服务|总部|管理|经营|文化|办|标准|所得税|自主|精神|周边|体制|制度|局|信用"
    "|担保|集群|联盟|数(?![字据])|[的化])"
)
_KINDS = Tail(
    "县域|新办|微型|小型|重点|骨干|核心|龙头|中小|中小微|中|微|小|小微|微小|民营|私营|大|大型|大中型|优秀|优势|优质|规上|规模以上|限上|现有|配套|外资|外来|外商"
    "|入园|入驻|入区|落户|集群|集群内|产业集群|产业集群内|产业链|链上|链主|园区|园区内|区内|市内|县内|全市|全县|科技|科技型|高新技术|成长型"
    "|高成长|高成长性|成长性|创新型|上市|拟上市|后备|各类|各|广大|国有|本地|专精特新|“专精特新”|小巨人|“小巨人”|瞪羚|独角兽|进出口|出口|外贸"
    "|初创|困难|生产|制造|制造业|加工|工业|农业|服务业|投资|新建|在建|重大|招商|高层次|紧缺|急需|领军|技能|创业|返乡|国内外"
)
_FURTHER = re.compile(rf"、(?:(?!{NO_MODIFIER})[^，。；：、的\d（）]){{0,8}}?企业家?(?![协局园信])")
_FIT = re.compile(r"(?:符合|具备|有)[^，。；的]{0,6}(?:条件|能力|实力)的$")
# Whom one brings in, closes down or goes by: 引进了|一批产业关联企业, 以|企业|为主体.
_NOT_SERVED = re.compile(
    r"(?:引进|(?<!培)育|招引|引入|关停|关闭|清退|淘汰|取缔|重组为|规模以上|包保|依托|驻|以)(?:了|一批)?[^，。；]{0,16}$"
)
_BUT_SERVED = re.compile(r"签订|支持|帮|为(?!了|主)|解决|协调|促进|对|引导")


class GroupReader:
    """Reads for whom the measures of one text are; positions are of the text.

    `names` are the bodies and zones known by name in it, end by start.
    """

    def __init__(self, text: str, names: Mapping[int, int]) -> None:
        self.text, self.names = text, names

    def read(self, start: int, end: int) -> Span | None:
        """Whom the measure at [start, end) is for; None where it names nobody.

        The first acted upon or granted something; of banks and the like, only where nobody else is.
        """
        found: Span | None = None
        passing: Span | None = None
        limit = end
        for groups in (self._acted_upon(start, end), self._granted(start, end)):
            for group in groups:
                if group[0] >= limit:
                    break
                if _PASSES_ON.search(self.text, *group):
                    passing = passing or group
                    continue
                found, limit = group, group[0]
                break
        if found:
            return self._paid_for(found, end) or found
        if passing:
            return passing
        zone = _OF_ZONE_FUND.search(self.text, start, end)
        return zone.span("group") if zone else self._anywhere(start, end)

    # What stands before a group

    def _acted_upon(self, start: int, end: int) -> Iterator[Span]:
        """Those behind a word that takes somebody, in order."""
        for found in _TRIGGER.finditer(self.text, start, end):
            if self._in_title(start, found.start()):
                continue
            way = found.lastgroup
            if way == "towards":
                group = self._conditioned(found.end(), end, towards=True)
            else:
                group = self._object(found.end(), end, _WAYS[str(way)])
            if group:
                yield group

    def _in_title(self, start: int, position: int) -> bool:
        """Whether a position lies in the title of a document: 出台《关于|扶持|企业的意见》."""
        opens = self.text.rfind("《", start, position)
        return opens >= 0 and self.text.find("》", opens, position) < 0

    def _object(self, position: int, end: int, way: _Way) -> Span | None:
        """The group right behind a word: a list of names, a group, or one behind its restriction."""
        group = self._noun(position, end, way)
        if group and way.behind and not way.behind.match(self.text, group[1], end):
            return None
        return group

    def _noun(self, position: int, end: int, way: _Way) -> Span | None:
        fill = _FILL.match(self.text, position, end) if way.named else None
        position = fill.end() if fill else position
        named = self._named(position, end) if way.named else None
        if named:
            return named
        found = way.nouns.match(self.text, position, end)
        if found is None and way.restricted:
            counted = _SO_MANY.match(self.text, position, end)
            found = way.nouns.match(self.text, counted.end(), end) if counted else None
        if way.restricted:
            found = self._closer(found, position, end, way.nouns)
        if found is None:
            return None
        first, last = found.span("group")
        if self.text.startswith("等", last):
            etc = _ETC.match(self.text, last, end) if way.restricted else None
            return (first, etc.end()) if etc else None
        # 支持龙头企业|某某集团: the name says who
        return (self._named(last, end) if way.named else None) or (first, last)

    def _closer(
        self, found: re.Match[str] | None, position: int, end: int, nouns: re.Pattern[str]
    ) -> re.Match[str] | None:
        """A name that runs on over the noun found, or the group behind a restriction."""
        name = _A_NAME.match(self.text, position, end)
        if name and (found is None or (found.end() < name.end() and found.end() not in self.names)):
            return name
        if found and not self.text.startswith("的", found.end()):
            return found
        mark = _CLAUSE.search(self.text, position, min(end, position + _REACH))
        return self._restricted(position, mark.start() if mark else end, nouns) or found

    def _restricted(self, position: int, stop: int, nouns: re.Pattern[str]) -> re.Match[str] | None:
        """The first group behind a 的: 租用标准厂房的|科技型企业."""
        reach = min(stop, position + _REACH)
        tail = self.text.find("的", position, reach)
        while tail >= 0:
            fill = _FILL.match(self.text, tail + 1, stop)
            found = nouns.match(self.text, fill.end() if fill else tail + 1, stop)
            if found and not self.text.startswith(("的", "及"), found.end()):
                return found
            tail = self.text.find("的", tail + 1, reach)
        return None

    def _named(self, position: int, end: int) -> Span | None:
        """A list of names from a position on, with the class that closes it: 甲公司、乙公司等龙头企业."""
        last = self.names.get(position)
        if last is None or last > end:
            return None
        school = self.text.endswith(_SCHOOLS, position, last)
        while join := _NAMES_JOIN.match(self.text, last, end):
            further = self.names.get(join.end(), end + 1)
            if further > end or (join[0] != "、" and not school and self._is_school(join.end(), further)):
                break  # 支持某公司|与某大学: for the firm
            last = further
        etc = _ETC.match(self.text, last, end)
        if etc and (self.text[last] == "等" or etc.start("class") > last):
            return position, etc.end()
        members = _OF_ZONE.match(self.text, last, end)
        if members:
            return position, members.end()
        return None if self.text.startswith(("，", "。", "；"), last) and last < end - 1 else (position, last)

    def _is_school(self, first: int, last: int) -> bool:
        bracket = self.text.find("（", first, last)
        return self.text.endswith(_RESEARCH, first, bracket if bracket > 0 else last)

    # Whom something is granted to

    def _conditioned(self, position: int, end: int, towards: bool) -> Span | None:
        """The group of a condition: 对|设备投资500万元以上的|技改项目, 镇级技术中心|，通过验收的."""
        text = self.text
        mark = _CLAUSE.search(text, position, min(end, position + _REACH))
        stop = mark.start() if mark else min(end, position + _REACH)
        found = self._restricted(position, stop, _TAILED)
        if found:
            return found.span("group")
        named = self._named(position, stop)
        if named:
            return named
        fill = _NEWLY.match(text, position, stop) or _FILL.match(text, position, stop)
        position = fill.end() if fill else position
        found = (_TAILED if towards else _NOUNS).match(text, position, stop)
        if found:
            return None if self._is_theme(found.span("group")) else found.span("group")
        bound = _BOUND.match(text, position, stop) if towards else None
        found = _ONE.match(text, bound.end(), stop) if bound else None
        if found is None:
            return None
        return (position if found["group"] in _BARE else found.start(), found.end())

    def _is_theme(self, group: Span) -> bool:
        """加大对产业集群的宣传, 对园区发展进行规划: what it is about, and nobody who is given something."""
        return self.text.startswith(("的", "发展", "建设", "培育", "及"), group[1]) and bool(
            _ENDS_AS_ZONE.search(self.text, *group)
        )

    def _granted(self, start: int, end: int) -> Iterator[Span]:
        """Those who open a clause that grants them something or calls them to account, in order."""
        position = start
        while position < end:
            mark = _CLAUSE.search(self.text, position, end)
            stop = mark.start() if mark else end
            if not _NOT_GRANTED.match(self.text, position, stop) and self._may_grant(position, stop, end):
                group = self._conditioned(position, stop, towards=False)
                if group and self._is_granted(group, stop, end):
                    yield group
            position = stop + 1

    def _may_grant(self, position: int, stop: int, end: int) -> bool:
        """Whether anything in the clause or behind it grants: what is read closely, then."""
        return bool(
            _GRANTED.search(self.text, position, min(end, stop + _NEXT))
            or _TIMED.search(self.text, position, stop)
        )

    def _is_granted(self, group: Span, stop: int, end: int) -> bool:
        """Whether the clause up to `stop`, or the next where it only says who, grants or refuses."""
        text = self.text
        if _TIMED.match(text, group[1], stop):
            return True
        if _ACTS_ON.match(text, group[1], stop):
            return False
        if _PLACES_ONLY.fullmatch(text, *group) and text[group[0] - 1] != "的":
            return False  # 各县要安排资金
        if _GRANTED.search(text, group[1], stop):
            return True
        if group[1] < stop and text[stop - 1] != "的":
            return False
        part = _PART.search(text, stop, min(end, stop + _NEXT))
        return _GRANTED.search(text, stop, part.start() if part else min(end, stop + _NEXT)) is not None

    def _paid_for(self, group: Span, end: int) -> Span | None:
        """Who is paid for a cluster or zone: 营业收入突破50亿元的集群，奖励|所在县政府."""
        if not _ENDS_AS_ZONE.search(self.text, *group):
            return None
        mark = _PART.search(self.text, group[1], end)
        stop = mark.start() if mark else end
        for found in _PAYS.finditer(self.text, group[1], stop):
            paid = _PAID.match(self.text, found.end(), stop)
            if paid and _PAYEE.search(paid["group"]):
                return paid.span("group")
        return None

    # Failing all that

    def _anywhere(self, start: int, end: int) -> Span | None:
        """Who is named first, and not as brought in, closed down or led by: 解决|中小企业|融资难."""
        text = self.text
        for found in _NAMED.finditer(text, start, end):
            if self._in_title(start, found.start()):
                continue
            first = _KINDS.start(text, max(start, found.start() - _LONGEST_KIND), found.start())
            if text[first - 1] in "加扩壮做" and text[first] == "大":
                first += 1  # 加大|企业上市力度
            if text[first - 1] in "“‘":
                continue  # 开展“企业服务年”活动
            fit = _FIT.search(text, max(start, first - _LONGEST_KIND), first)
            first = fit.start() if fit else first
            opens = max(start, *(text.rfind(mark, start, first) + 1 for mark in "，；：。"))
            before = text[max(opens, first - 24) : first]
            if not _NOT_SERVED.search(before) or _BUT_SERVED.search(before):
                return first, self._listed_on(found.end(), end)
        return None

    def _listed_on(self, last: int, end: int) -> int:
        """Where the list ends whose first member ends at `last`: 制造业企业|、科技型企业、“三农”企业."""
        while join := _FURTHER.match(self.text, last, end):
            last = join.end()
        return last
