"""For whom a measure is: the firms, people, bodies, projects, zones or places that it names as served.

A sentence names many; whoever it acts upon is found by what stands before them (对|X, 支持|X, 为|X|提供, 用于|X)
or by what is granted behind them (X|，按…补助). The first so named is the measure's. What only restricts a group
(租用标准厂房的|科技型企业) and how many they are (32户|企业) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jiqun.patterns import quick

Span = tuple[int, int]

# --- nouns --------------------------------------------------------------------------------------------------

_PLACE = (
    r"(?:县（市、区）|县（市）区|县（市）|县\(市、区\)|县市区|县区|区县|县市|市县|市区|市州|州市|盟市|旗县|旗区|乡镇|镇街|镇办|街镇|乡镇（街道）"
    r"|设区市|专业镇|(?<=各)[省市县区镇乡州]|(?<=的)[市县区镇](?!场|政|级|内|域|外|长|委|财|里|属|直|城|民|场))"
)
_ZONE = (
    r"(?:集群(?!化|式|效应|规划|发展规划|贷)|园区(?!贷|化)|工业园(?!区)|产业园(?!区)|工业区|开发区|高新区|经开区|保税区|集中区|集聚区|功能区|示范区"
    r"|工业小区|小区(?!域)|小镇|孵化器|综合体)"
)
_FIRM = (
    r"(?:企业(?:集团|家|技术中心|研发中心|研发机构|研究院|投资项目)?(?!协会|联合会|商会|局|园(?!区)|所得税|精神|文化|家协会)"
    r"|市场主体|经营主体|加工户|养殖户|种植户|专业户|农户|商户|工商户|经销商|供应商|厂商|客商|投资者|投资商|投资人|创业者|创业人员"
    r"|合作社|家庭农场|加盟商|服务商|中介人|引荐人|大公司|大集团)"
)
_PERSON = (
    r"(?:人才(?:团队)?(?!培|引|政|工|队|公寓|市场|支撑|强|兴|计划|密|服|战|环|优|集|聚|资源|住房)|创新团队|创业团队|领军人物|博士(?!后|点)|硕士"
    r"|毕业生|职工|员工|农民工|果农|菜农|茶农|农民(?!工|专)|技术人员|业务骨干|技术骨干|带头人)"
)
_SCHOOL = r"(?:高校|院校|科研院所|科研机构|院所|职业学院|技术学院|职业学校|中职学校)"
_LENDER = (
    r"(?:(?:银行|金融|担保|保险|融资|信贷)(?:业)?机构|(?<![\u4e00-\u9fff])银行(?!贷)|商业银行|农商行|信用社|担保公司|部门)"
)
_THING = r"(?:项目(?!管理|库|清单|化|包|组|投资主体)|平台|中心|机构|实验室|基地|研究院|装备|产品|工作站|行业(?!协会|技术|标准|准入|管理|规范|主管|组织|商会))"
# A thing says for whom only where something tells which.
_KIND = r"(?:首台（套）[^，。；：、的\d]{0,6}?(?:装备|产品|设备)|标准厂房)"
_OF = (
    r"(?:内|中|里)?(?:重点|龙头|骨干|核心|领军|优势|配套|成员|中小微?|小微|公共|技术|服务|检测|检验|创新|研发|科技|重大|优质|投资|工业"
    r"|加工|制造|基础|在建|新建|新上|招商|关键|孵化|示范|链主|链上|高新技术|规上|规模以上){0,4}"
)
# What ends a run of modifiers: words that act on the group or on something before it.
_NO_MODIFIER = (
    r"建设|开展|实施|推进|组建|组织|建立|设立|打造|申报|创建|申请|投向|购置|购买|采购|参加|参与|租用|租赁|获得|获评|获批|入选|认定|评为|列入|纳入|进行"
    r"|提供|给予|予以|加大|加快|加强|提高|提升|扩大|完成|达到|带动|通过|采取|利用|运用|联合|牵头|承担|承接|吸引|引导|引进(?=[^，。；]{0,3}技)|争取|解决|支持|鼓励"
    r"|落户|入驻(?=[^，。；]{0,6}[园区])|增加|新增(?=[^，。；]{0,4}[贷投])|不低于|不少于|超过|突破|在(?!建|孵)|向|把|将|以(?![上下内外])|与|对(?!外)|为|于"
    r"|由|按|从(?!业)|拨付|落实|委托|领导|分头|出台|印发|(?<![重主])要(?!素)|育人|到|被|使|是|和|及|或|并(?!购)|了|等|其"
)
_BEFORE = rf"(?:(?!{_NO_MODIFIER})[^，。；：、的\d（）〔〕《》\n]){{0,14}}?"
_HEAD = (
    rf"(?:{_KIND}|(?:{_ZONE}|{_PLACE})(?:{_OF}(?:{_FIRM}|{_THING}|{_ZONE}|{_SCHOOL}|政府|管委会))*"
    rf"|{_FIRM}|{_PERSON}|{_SCHOOL}|{_LENDER})"
)
_NOUN = rf"(?:{_BEFORE}{_HEAD}|(?!公共服务平台)(?={_BEFORE}[\u4e00-\u9fff]{{2}}{_THING}){_BEFORE}{_THING}|公共服务平台|项目)"
_AND = r"(?:[、和与及或]|以及)"
_COUNT = r"(?:近|约|超过?|上)?(?:\d+|[一二两三四五六七八九十百千]+)[多余来几]?(?:[家户个名位支]|万[家户名])"
_GROUP = rf"(?:{_NOUN}(?:{_AND}(?:{_NOUN}|{_BEFORE}产品|{_THING}))*)"
# A list whose members share one head: 石油机械、造纸、纺织行业.
_LIST = rf"(?:(?:(?!{_NO_MODIFIER})[^，。；：、的\d（）《》\n]){{1,12}}、){{0,4}}"
_NOUNS = re.compile(rf"(?P<group>{_LIST}{_GROUP})")
_TAILED = re.compile(rf"(?P<group>{_LIST.replace('、)', '[、和与])')}{_GROUP})")
_ONE = re.compile(rf"(?P<group>{_GROUP})")
# Trades that a class of firms closes: 竹胶板、竹家具、竹炭等企业.
_TRADES = rf"(?:(?:(?!{_NO_MODIFIER})[^，。；：、的\d（）《》\n]){{1,12}}、){{1,4}}{_BEFORE}等(?:{_COUNT})?"
_FIRMS = re.compile(
    rf"(?P<group>(?:{_TRADES}|{_LIST}){_BEFORE}(?:(?:{_ZONE}){_OF})?(?:{_FIRM})(?:{_AND}{_BEFORE}(?:{_FIRM}|项目))*)"
)
# What fills in between a verb and the group it acts on.
_FILL = re.compile(
    rf"(?:了|一批|部分|更多|广大|各类|有关|现有|其他|其它|全市|全县|全省|全区|(?:{_COUNT}))*"
)
_RESTRICTION = re.compile(r"[^，。；：]{1,60}?的(?=[^，。；：的]{0,24}?)")
_ENOUGH = re.compile(r"\d|[百千万亿]元")
# A bound that stands before the group without 的: 亩均税收30万元以上|项目, 产值前50名|企业.
_BOUND = re.compile(
    r"[^，。；：的]{0,20}?(?:(?:\d|[百千万亿]元)[^，。；：的]{0,8}?以[上下内]|前\d+[名位强家]|[一二三四五]十强)"
)
_BARE = frozenset(("项目", "企业"))
_ETC = re.compile(
    rf"等?(?:(?:\d+|[一二两三四五六七八九十]+)[多余来几]?[家户个])?(?:[^，。；、的]{2,20}的)?(?P<class>{_BEFORE}(?:{_FIRM}|{_LENDER}|{_SCHOOL}|机构))"
)
_OF_ZONE = re.compile(rf"(?<=[区园群镇]){_OF}{_FIRM}")
_NAMES_JOIN = re.compile(r"、|和|与|及(?!其)")

# --- what stands before a group -----------------------------------------------------------------------------

_TOWARDS = re.compile(
    r"(?<![针相应面反绝核比校配])对于?(?!接|外|照|标|口|准|比|策|手|象|内|症|价|应|方|我|此|上|本|其|每)"
)
_SUPPORT = quick(
    r"(?:支持|鼓励|引导|扶持|帮助|帮扶|帮(?!忙|办|带|代)|协助|督促|督导|指导)(?:(?:和|并|、|与)?(?:支持|鼓励|引导|扶持|帮助|促进|推动|督促|督导|服务|培植))*"
)
_ASKS = re.compile(r"协调|(?<![聘申邀])请(?!求|示)")
# A firm, bank or school that no other sentence names.
_A_NAME = re.compile(
    rf"(?P<group>(?:(?!{_NO_MODIFIER})[^，。；：、的\d（）]){{2,12}}?(?:公司|集团|银行|大学|学院|学校|中专|研究院|研究所)(?!与))(?![，。；])"
)
_MOVES = quick(r"(?:推动|组织|吸引|承接|聚集|集聚|遴选|评选|(?<![共术务介息流产化])服务|(?:引导|鼓励|支持)?(?:联合)(?=[^，。；]{2,30}等\d))")
_FOR = re.compile(r"(?<![成作变认称因])为(?!了|主|期|核心|龙头|重点|目标|导向|契机|抓手|载体)")
_SERVES = re.compile(
    r"[^，。；]{0,12}?(?:提供|协调|担保|输送|周转|解决|争取|减|办|发放|配备|开展|服务|融资|送|降|落实|引进|招聘|搭建|拨付)"
)
_OF_TRADE = re.compile(r"(?P<group>[^，。；：、的\d]{2,8}产业)(?=发展|[^，。；]{0,6}提供)")
_FACING = quick(r"面向|惠及(?=[^，。；]{0,6}[企户])")
_GOES_TO = quick(r"(?:用于|投向)(?:支持|扶持|保障)?")
_GOES_TO_BEHIND = re.compile(r"[，。；）]|建设|发展|的|资金|用地|奖|$")
_SECURES = quick(r"(?:确保|保障|优先安排|优先供应|优先用于)(?!了|项目)")
_SECURED = re.compile(r"(?<=项目)|(?<=企业)|(?<=平台)")
_PUTS = re.compile(r"[将把]")
_PUTS_BEHIND = re.compile(r"纳入|列入|贷款|融资")
_LOANS = re.compile(r"新增")
_TRAINS = quick(r"(?:培训|轮训|选送|选派)(?:了)?")
_TRAINED = re.compile(r"(?P<group>企业家|企业经营管理人员|技术人员|农民工|果农|菜农|茶农|农民|下岗职工|职工|退役军人|残疾人)")
_REFORMS = re.compile(r"实施")
_REFORMED = re.compile(r"[^，。；的]{0,4}(?:治理|提升|改造|培育|梯度|倍增)")
_ASSESSED = re.compile(
    rf"(?:纳入|约谈|作为对?)(?P<group>(?:各)?{_PLACE}(?:、(?:园区|{_PLACE}))*|园区)(?P<rest>[^，。；]{{0,14}}?(?:考核|考评|主要负责))"
)
_PAYS = quick(r"(?:奖励|补贴|补助|给予|拨付|支付给?)(?!资金|办法)")
_PAID = re.compile(
    rf"(?P<group>(?:所在(?:地)?)?(?:{_NOUN}|政府|管委会)+?)(?=\d|[一二三五十百][一二三四五六七八九十百千]?[十百千万]|奖励|补贴|补助|缴纳|资助|技改)"
)
_PAYEE = re.compile(rf"(?:所在|{_PLACE}|园区)[^，。；\d]{{0,8}}(?:政府|管委会)$")
_OF_FUND = re.compile(
    r"(?:设立|安排|建立|列支|充实)了?(?:[近约超]?[\d.]*[一二三四五六七八九十百千万亿]*元)?的?"
    rf"(?P<group>(?:(?!{_NO_MODIFIER})[^，。；：、的\d]){{0,6}}?企业)(?=贷款|发展|技改|创新)[^，；。担保]{{0,8}}(?:资金|基金)"
)
_OF_ZONE_FUND = re.compile(
    r"(?:设立|安排|建立|列支)[^，；。的\d]{0,4}?(?P<group>(?:工业|产业)?园区|专业镇|特色小镇)(?=发展|建设)[^，；。]{0,4}(?:资金|基金)"
)
_COMES = re.compile(rf"(?:{_COUNT})?(?:[来到]|[^。；]{{0,20}}(?:给予|资助|安家))")
_INVITES = quick(r"引进|引育|招引")

# --- what stands behind a group ------------------------------------------------------------------------------

_GRANTED = quick(
    r"奖励|补助|补贴|奖补|资助|给予|予以|贴息|返还|免征|免收|减免|减收|减征|减按|免租|全免|优惠|减半|优先|单列|奖|补|分担|按|可(?=享|按|给|选|缓|优|分|在)|享受|约谈|警告|通报|取消|暂停"
    r"|关停|不再供地|不供地|不得超过|再|说明情况|检讨|原则上不"
)
_CLAUSE = quick(r"[，；：。]")
_PLACE_ONLY = re.compile(rf"(?:各)?(?:{_PLACE})(?:{_AND}(?:{_PLACE}|园区))*")
_ACTS_ON = re.compile(r"[^，。；]{0,2}(?:对|应|须|要)")
_NOT_GRANTED = re.compile(r"(?:单个|单户|单家|每[家户个]|同一|各|全[省市县区])")
_TIMED = re.compile(r"(?:从(?!业)[^，。；]{1,8}到|全流程|审批时限|办理时限)")
_TAILS = re.compile("的")
_REACH = 80

# --- who is only named ---------------------------------------------------------------------------------------

_OF_GROUP = (
    "(?:(?:符合|具备|有)[^，。；的]{0,6}(?:条件|能力|实力)的|重点|骨干|核心|龙头|中小微?|小微|微小|民营|私营|(?<![加扩壮做])大型?|大中型|优秀|优势|优质"
    "|规上|规模以上|限上|现有|配套|外资|外来|外商|入园|入驻|入区|落户|集群内?|产业集群内?|产业链|链上|链主|园区内?|区内|市内|县内|全市|全县"
    "|科技型?|高新技术|高成长性?|成长型|成长性|创新型|上市|拟上市|后备|各类|各|广大|国有|本地|“?专精特新”?|“?小巨人”?|瞪羚|独角兽"
    "|进出口|出口|外贸|初创|困难|生产|制造业?|加工|工业|农业|服务业|投资|新建|在建|重大|招商|高层次|紧缺|急需|领军|技能|创业|返乡|国内外){0,6}"
)
_ANYWHERE = re.compile(
    rf"(?<![“‘])(?P<group>{_OF_GROUP}(?:企业家?|企业集团|大集团|大公司|人才(?!培|引|政|工|队|密|公|市场)|创业者|创业人员|投资者"
    r"|客商|农户|大户|合作社|商户|职工))(?!协会|联合会|商会|家|技术(?:中心|研发)|研发|孵化|园|服务|总部|管理|经营|文化|办|标准|所得税"
    "|自主|精神|周边|体制|制度|局|信用|担保|集群|联盟|[的化])"
)
_NOT_SERVED = re.compile(
    r"(?:引进|(?<!培)育|招引|引入|关停|关闭|清退|淘汰|取缔|重组为|规模以上|包保|驻|以)(?:了|一批)?[^，。；]{0,16}$"
)
_BUT_SERVED = re.compile(r"签订|支持|帮|为(?!了|主)|解决|协调|促进|对|引导")


class GroupReader:
    """Reads for whom the measures of one text are; positions are of the text.

    `names` are the bodies and zones known by name in it, end by start.
    """

    def __init__(self, text: str, names: Mapping[int, int]) -> None:
        self.text, self.names = text, names

    def read(self, start: int, end: int) -> Span | None:
        """Whom the measure at [start, end) is for; None where it names nobody."""
        best = min(self._candidates(start, end), default=None)
        if best is None:
            return self._anywhere(start, end)
        group = best[1:]
        return self._paid_for(group, end) or group

    def _candidates(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Rank, start and end of those acted upon; those who only pass it on (银行, 部门) rank behind."""
        for first, last in self._acted_upon(start, end):
            yield (self._rank(first, last), first, last)
        zone = _OF_ZONE_FUND.search(self.text, start, end)
        if zone:
            yield (2, *zone.span("group"))

    def _rank(self, first: int, last: int) -> int:
        return 1 if re.search(rf"(?:{_LENDER}|银行|信用社|联社|分行|支行|协会|商会)$", self.text[first:last]) else 0

    def _acted_upon(self, start: int, end: int) -> Iterator[Span]:
        text = self.text
        for found in _TOWARDS.finditer(text, start, end):
            group = self._conditioned(found.end(), end, towards=True)
            if group:
                yield group
        for found in _SUPPORT.finditer(text, start, end):
            group = self._object(found.end(), end, _NOUNS)
            if group:
                yield group
        for found in _ASKS.finditer(text, start, end):
            group = self._named(found.end(), end)
            if group:
                yield group
        for found in _MOVES.finditer(text, start, end):
            group = self._object(found.end(), end, _FIRMS)
            if group:
                yield group
        yield from self._served(start, end)
        yield from self._granted(start, end)

    # Objects of verbs

    def _object(self, position: int, end: int, nouns: re.Pattern[str], free: bool = True) -> Span | None:
        """The group right behind a verb: a list of names, a group, or one behind its restriction."""
        at = _FILL.match(self.text, position, end)
        position = at.end() if at else position
        named = self._named(position, end)
        if named:
            return named
        found = nouns.match(self.text, position, end)
        if free:
            found = self._closer(found, position, end, nouns)
        if found is None:
            return None
        first, last = found.span("group")
        if self.text.startswith("等", last):
            etc = _ETC.match(self.text, last, end) if free else None
            return (first, etc.end()) if etc else None
        # 支持龙头企业|某某集团: the name says who
        return self._named(last, end) or (first, last)

    def _closer(
        self, found: re.Match[str] | None, position: int, end: int, nouns: re.Pattern[str]
    ) -> re.Match[str] | None:
        """A name that runs on over the noun found, or the group behind a restriction."""
        name = _A_NAME.match(self.text, position, end)
        if name and (found is None or (found.end() < name.end() and found.end() not in self.names)):
            return name
        if found and not self.text.startswith("的", found.end()):
            return found
        behind = _RESTRICTION.match(self.text, position, end)
        return (nouns.match(self.text, behind.end(), end) if behind else None) or found

    def _named(self, position: int, end: int) -> Span | None:
        """A list of names from a position on, with the class that closes it: 甲公司、乙公司等龙头企业."""
        last = self.names.get(position)
        if last is None or last > end:
            return None
        school = self.text[position:last].endswith(("大学", "学院", "学校", "中专"))
        while True:
            join = _NAMES_JOIN.match(self.text, last, end)
            further = self.names.get(join.end()) if join else None
            if join is None or further is None or further > end:
                break
            if join[0] != "、" and not school and self._is_school(join.end(), further):
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
        return self.text[first:last].split("（")[0].endswith(("大学", "学院", "学校", "院", "所", "分校"))

    # Whom something is granted to

    def _conditioned(self, position: int, end: int, towards: bool) -> Span | None:
        """The group of a condition: 对|设备投资500万元以上的|技改项目, 镇级技术中心|，通过验收的."""
        text = self.text
        mark = _CLAUSE.search(text, position, min(end, position + _REACH))
        stop = mark.start() if mark else min(end, position + _REACH)
        for tail in _TAILS.finditer(text, position, stop):
            found = _ONE.match(text, tail.end(), stop) or self._listed(tail.end(), stop)
            if found and not text.startswith(("的", "及"), found.end()):
                return found.span("group")
        named = self._named(position, stop)
        if named:
            return named
        count = _FILL.match(text, position, stop)
        position = count.end() if count else position
        found = _NOUNS.match(text, position, stop)
        if found:
            return None if self._is_only_told_of(found) else found.span("group")
        bound = _BOUND.match(text, position, stop) if towards else None
        found = _ONE.match(text, bound.end(), stop) if bound else None
        if found is None:
            return None
        return (position if found["group"] in _BARE else found.start(), found.end())

    def _listed(self, position: int, stop: int) -> re.Match[str] | None:
        """A group whose members share one head behind 的: 国家级、省级|企业技术中心."""
        return _TAILED.match(self.text, position, stop)

    def _is_only_told_of(self, found: re.Match[str]) -> bool:
        """加大对产业集群的宣传, 对园区发展进行规划: a theme, and nobody who is given something."""
        last = found.end()
        zone = re.search(rf"(?:{_ZONE})$", found["group"]) is not None
        return zone and self.text.startswith(("的", "发展", "建设", "培育", "及"), last)

    def _granted(self, start: int, end: int) -> Iterator[Span]:
        """Those who open a clause that grants them something or calls them to account."""
        text = self.text
        position = start
        while position < end:
            mark = _CLAUSE.search(text, position, end)
            stop = mark.start() if mark else end
            if not text.startswith(("对", "由"), position) and not _NOT_GRANTED.match(text, position, stop):
                group = self._conditioned(position, stop, towards=False)
                if group and self._is_granted(group, stop, end):
                    yield group
            position = stop + 1
        for found in _PAYS.finditer(text, start, end):
            paid = _PAID.match(text, found.end(), end)
            if paid:
                yield paid.span("group")

    def _is_granted(self, group: Span, stop: int, end: int) -> bool:
        """Whether the clause up to `stop`, or the next where it only says who, grants or refuses something."""
        text = self.text
        if _TIMED.match(text, group[1], stop):
            return True
        if _ACTS_ON.match(text, group[1], stop):
            return False
        if _PLACE_ONLY.fullmatch(text, *group) and text[group[0] - 1] != "的":
            return False  # 各县要安排资金
        if _GRANTED.search(text, group[1], stop):
            return True
        says_who = group[1] == stop or text[stop - 1] == "的"
        return says_who and _GRANTED.search(text, stop, min(end, stop + 40)) is not None

    def _paid_for(self, group: Span, end: int) -> Span | None:
        """Who is paid for a cluster or zone: 营业收入突破50亿元的集群，奖励|所在县政府."""
        if not re.search(rf"(?:{_ZONE})$", self.text[group[0] : group[1]]):
            return None
        mark = re.compile("[；。]").search(self.text, group[1], end)
        stop = mark.start() if mark else end
        for found in _PAYS.finditer(self.text, group[1], stop):
            paid = _PAID.match(self.text, found.end(), stop)
            if paid and _PAYEE.search(paid["group"]):
                return paid.span("group")
        return None

    # Other ways to serve

    def _served(self, start: int, end: int) -> Iterator[Span]:
        text = self.text
        for found in _FOR.finditer(text, start, end):
            group = self._object(found.end(), end, _NOUNS, free=False)
            if group and text.startswith("的", group[1]):
                continue  # 为龙头企业的配套户提供
            if group is None:
                trade = _OF_TRADE.match(text, found.end(), end)
                group = trade.span("group") if trade else None
            if group and _SERVES.match(text, group[1], end):
                yield group
        for pattern, nouns, behind in (
            (_FACING, _FIRMS, None),
            (_GOES_TO, _NOUNS, _GOES_TO_BEHIND),
            (_SECURES, _NOUNS, _SECURED),
            (_PUTS, _FIRMS, _PUTS_BEHIND),
            (_LOANS, _FIRMS, _PUTS_BEHIND),
            (_REFORMS, _NOUNS, _REFORMED),
            (_INVITES, _NOUNS, _COMES),
        ):
            for found in pattern.finditer(text, start, end):
                group = self._object(found.end(), end, nouns, free=False)
                if group and (behind is None or behind.match(text, group[1], end)):
                    yield group
        for found in _TRAINS.finditer(text, start, end):
            at = _FILL.match(text, found.end(), end)
            trained = _TRAINED.match(text, at.end() if at else found.end(), end)
            if trained:
                yield trained.span("group")
        for pattern in (_ASSESSED, _OF_FUND):
            for found in pattern.finditer(text, start, end):
                yield found.span("group")

    # Failing all that

    def _anywhere(self, start: int, end: int) -> Span | None:
        """Who is named first, and not as brought in, closed down or led by: 解决|中小企业|融资难."""
        for found in _ANYWHERE.finditer(self.text, start, end):
            opens = max(start, *(self.text.rfind(mark, start, found.start()) + 1 for mark in "，；：。"))
            before = self.text[max(opens, found.start() - 24) : found.start()]
            if _NOT_SERVED.search(before) and not _BUT_SERVED.search(before):
                continue
            return found.span("group")
        return None
