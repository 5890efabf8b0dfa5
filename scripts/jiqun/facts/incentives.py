"""The incentives table: each sum, rate, cap, count and duration that a measure grants or commits."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from jiqun.facts.claims import Claims
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.incentive_parties import (
    Grant,
    Place,
    beneficiary_text,
    condition_text,
    name_parties,
    name_recipient,
    share_beneficiaries,
    share_conditions,
)
from jiqun.facts.measures import Act
from jiqun.language import cues
from jiqun.language.numbers import DIGITS, Numeral, number_value
from jiqun.patterns import quick
from jiqun.tables import Incentive

_GRANTS = (
    r"(?:重?奖励|重奖|补助|补贴|补偿|给予|予以|资助|贴息|奖补|奖扶|返还|减免|减征|免征|奖金|兑现|拨付|拨给|发放|扶持|匹配"
    r"|减按|补足|授信|支付|代缴|承担|退还|减收|贴补|抵扣|奖(?=[\d一二三四五六七八九十])|补(?=[\d一二三四五六七八九十])|[奖补]$)"
)
_GRANT = re.compile(_GRANTS)
_GRANT_BEHIND = re.compile(
    r"(?:以内|以下|左右|的|不等|标准|比例|额度|/[\u4e00-\u9fff]{1,3}|（[^）]{1,10}）|一次性|资金|财政|风险|贷款|以?现金|专项|定额"
    r"|给予(?:[^，。；、\d]{0,4}(?=补[贴助]|奖励|资助))?|予以){0,4}"
    r"(?:奖励|补助|补贴|资助|扶持|支持|奖补|贴息|配套|奖金|经费|补偿|返还|研发补|启动资金|购房|安家|拨付)"
)
# A granting clause: what is granted need not stand beside the number (最高500万元 behind 给予奖励).
_GRANTING = quick(
    _GRANTS + r"|减半|全免|免缴|免交|先征后|全额|免租|免费|免收|注入|上浮|下浮|贷款|利率|配套|优惠|加计扣除"
)
# What an act sets a price, a share or a quota of, where no word of granting stands in it.
_SHARED_OUT = quick(
    r"最低价|底价|起始价|出让价|费率|指标|份额|用地计划|计划中|缓缴|切出|预留|留成|留用|财政|负担|单列|免除|分期缴"
)
_FUND_VERB = re.compile(
    r"(?:设立|安排|挤出|列支|单列|注资|出资|建立|筹集|筹措|组建|拨付|拨出|切块|统筹|整合|拿出|预留|注入|增资|规模"
    r"|授信|募集)[^，；。：\d]{0,10}$"
)
# The treasury itself lays out the sum: 县财政拿出300万元.
_TREASURY = re.compile(
    r"财政[^，；。\d]{0,4}向[^，；。\d]{2,20}(?:增资|注资|出资)(?:了|近|约)?$|财政(?:局)?(?:计划|将|拟|每年|今年|去年|明年|当年|累计|先后|专门|年均|共|再|连续[\d一二三四五两]+年)*"
    r"(?:拿出|出资|安排|列支|拨付|拨出|注资|支持)(?:了|资金|专项资金|近|约)*$"
)
_FUND = re.compile(r"(?:基金|资金|周转金|风险池|补偿金|奖励金|专项|经费|注册资本|增资|担保公司)")
_NO_FUND = re.compile(r"债券|争取|招商|引资|到位资金|融资|贷款|投资(?!公司|集团|控股|发展)|总产值")
_FUND_GOES = re.compile(r"[^，。；：\d]{0,6}(?:用于|支持|扶持|奖励|设立|建立|增资|作为)")
_FUND_SPENT = re.compile(r"(?:拿出|挤出|安排|列支|拨出|统筹|切块|预留)[^，；。：\d]{0,8}$")
_FUND_GOES_ON = re.compile(r"(?:以上|左右)?，(?:专项|重点|主要|专门)?(?:用于|支持|奖励|设立|对|作为|补)")
# 筹措重大项目前期工作经费3亿元: public money by its name, laid out by a verb further before.
_FUND_NAMED = re.compile(
    r"(?:财政|省|市|县|区|州|级|新增|每年)(?:安排|筹措|列支|拨付|下达)[^，；。：\d]{2,24}(?:资金|基金|经费)(?:共|约|近|达)?$"
)
_FUND_PART = re.compile(
    r"(?:(?:首期|其中|每年|一期|年度|当年|每年度|其余|[一二三四五六七八九十\d]年累计)"
    r"(?:再|各|出资|安排|到位|规模|财政|投入|拨付)*|配套(?:总额|资金|规模)|每[个家][^，。；、\d]{1,6})"
    r"(?:不少于|不低于|约|达|为)?$"
)
# A bank's loans are its business, not what is granted: 发放创业担保贷款2.2亿元.
_LENT = re.compile(r"发放[^，；。\d]{0,14}贷(?:款|[”\"]|资金)?[^，；。\d]{0,6}$")
_CAP = re.compile(
    r"(?:最高|不超过|上限|封顶|至多|最多|不得超过|不高于|限额|最长|总额|控制在)(?:不超过|不得超过"
    r"|可|达|为|给予|奖励|补助|补贴|资助|支持|抵扣|返还|贴息|额|额度|限额|金额|总额|到|至|依次为|分别为)*(?:人民币)?$"
)
_CAP_WORD = re.compile(r"最高|不超过|上限|封顶|至多|最多|不得超过|不高于|限额|最长|控制在")
_CAP_BEHIND = re.compile(r"(?:封顶|为限|以内|为上限|上限)")
_THRESHOLD = re.compile(
    r"(?:投资|收入|产值|纳税|税收|税金|入库|营收|销售|出口|额|规模|资本|资产|产出|利润|达到|达|突破|超过|首超|超|满|不低于|不少于|新增|购置|跃上|增幅|增长|占|比重|比例|强度|每新增|净增|累计|分别|过|在)"
    r"(?:首次|达到|达|突破|超过|超|满|不低于|不少于|比上年|同比|增长|在|为|额|总额|合同额|金额|人民币)*$"
)
_THRESHOLD_BEHIND = re.compile(
    r"(?:及其?)?(?:（含）)?(?:以上|以下|以内)?(?:（[^）]{1,6}）)?(?:的|且|，且|、|至)"
)
# 年纳税超过100万元的给予奖励: who gets something, not how much.
_EXCEEDS = re.compile(
    "(?:纳税|税收|收入|产值|利润|投资|销售|出口|营收|贡献|入库)[^，；。\\d]{0,6}(?:超过|超|达到|达|突破|满|在)$"
)
# 产值每新增1000万元奖励2万元
_EACH_MORE = re.compile("每(?:新增|增加|增长|增|超过|超|满|达到|达|出口|销售|采购|实现)(?:加|投资)?$")
_WHO_GETS = re.compile("(?:及)?(?:以上)?(?:（[^）]{1,8}）)?的，?(?:企业|项目)?，?(?:给予|予以|奖励|补助)")
_BETWEEN = re.compile(r"(?:（[^）]{1,8}）)?(?:以上|以下)?[、和及与或至—-]")
_RATE_VERB = re.compile(
    r"按|给予|予以|补助|补贴|奖励|贴息|返还|减按|上浮|下浮|切块|切出|提取|计提|预留|减免|减征|免征|优惠|负担"
    r"|享受|资助|承担|分担|退还|减收|代缴|抵扣|补|安排|拿出|列支|配套|支持"
)
_RATE_BEHIND = re.compile(
    r"(?:以内|左右|以上)?的?(?:比例|标准|额度)?(?:[，、])?(?:一次性|分别|专项)?(?:给予|予以|进行|实行"
    r"|补助|补贴|奖励|资助|贴息|返还|安排|减征|减免|计提|提取|(?:专项|优先|全部)?用于|收取|兑现|支持|征收|执行|确定|留用|缴纳|加计扣除)"
)
# A quota or fund of which a part is set apart: 用地指标的45%用于, 从留成中安排8%, 投向集群的比例不低于70%.
_OF_A_QUOTA = re.compile(
    r"(?:指标|用地计划|份额|留成|分成|基金|资金)[^，；。]{0,12}$|财政(?:局)?(?:出资|承担|负担|分担)$"
)
# 面向本地企业的份额不低于采购金额的三成; 指标单列，每年不低于全省用地计划的30%; 用地计划的三分之二用于园区
_OF_PURCHASES = re.compile(r"(?:份额|比例)(?:应|要)?(?:不低于|不少于)[^，；。\d]{0,8}采购[^，；。\d]{0,6}的$")
_OF_LAND = re.compile(r"(?:用地计划|用地指标|计划指标)的$")
# 给予后补助，比例为研发费用增量的20%
_RATE_IS = re.compile(r"^(?:补助|奖励|补贴|资助|贴息|奖补)?(?:比例|标准)为[^，；。\d]{0,14}$")
_QUOTA_BEHIND = re.compile(r"(?:以上)?的?[^，；。\d]{0,10}(?:指标|用地计划|份额)")
# A share that is raised, and what it was: 采购份额由30%提高到40%, 加计扣除比例由50%提高到75%.
_RAISED_FROM = re.compile(r"(?:份额|扣除比例|补助比例|补贴比例|奖励比例|补偿比例)[^，；。\d]{0,4}由$")
_RAISED_TO = re.compile(
    r"(?:份额|扣除比例|补助比例|补贴比例|奖励比例|补偿比例)[^，；。\d]{0,4}由[^，；。]{2,8}(?:提高|提升|增加)[到至]$"
)
# A change of the rate before it: 补助比例提高2个百分点, 利率下浮0.3个百分点.
_RATE_MOVES = re.compile(r"(?:利率|费率|比例|标准|贴息)[^，；。\d]{0,12}(?:上浮|下浮|下调|提高|降低|优惠)$")
# What a grant falls or rises to: 前三年每平方米10元，后两年降为5元.
# A share for each year of a grant: 按第一年度100%，第二、三年度50%的比例.
_NTH_YEAR = re.compile(
    "(?:第[一二三四五六七八九十\\d、至-]{1,7}|[前后][一二两三四五\\d])年度?(?:给予|按|为|补助|奖励|减按|返还)?$"
)
_BY_YEARS = re.compile("按|给予|奖励|返还|补助|补贴|扶持")
# What a grant was before: 补贴从700元/吨上调至800元/吨.
_FROM = re.compile("(?:补贴|补助|奖励|标准|补偿|津贴)[^，；。\\d]{0,6}[由从](?:每[^，；。\\d]{1,3})?$")
_RAISED = re.compile("(?:上调|提高|提升|增加|调整|上浮|下调|降低)[到至为]")
# 单个项目上限由300万元提高到500万元
_CAP_FROM = re.compile("(?:上限|限额|最高额度)[^，；。\\d]{0,4}[由从]$")
_CAP_TO = re.compile(
    "(?:上限|限额|最高额度)[^，；。\\d]{0,4}[由从][^，；。]{2,10}(?:提高|提升|增加|上调)[到至]$"
)
# 土地出让金每亩优惠2万元
_CHEAPER = re.compile("每[^，；。、\\d]{1,3}(?:优惠|减收|少收|降低|下调)$")
_MOVES_TO = re.compile(r"(?:降为|降至|减为|提高到|提高至|增至)$")
# How much space or how many of a kind are granted at most: 提供不超过300平方米的场所, 每家最多两个.
_SPACE = re.compile(r"(?:场所|厂房|办公|用房|场地)")
# 奖励建设用地50亩; 安排不少于2000亩用地指标保障集群项目
_QUOTA_GIVEN = re.compile(r"奖励[^，；。\d]{0,6}(?:用地|指标)(?:指标)?$")
_QUOTA_LAID_OUT = re.compile(r"(?:安排|预留|单列|切出)(?:不少于|不低于|约)?$")
_QUOTA_FOR = re.compile(r"[^，；。]{0,6}指标，?(?:保障|支持|用于|专项|优先)")
_FREE_SPACE = re.compile("(?:免费|免租|无偿)[^，；。]{0,6}(?:场所|厂房|办公|用房|场地)")
_EACH_AT_MOST = re.compile(r"每[家户人个][^，；。\d]{0,4}(?:最多|不超过|至多)$")
# A rate that is to change or be reached, not one that is granted: 配套率由37%提高到50%, 对整机厂的配套率达
# 六成.
_OF_A_FIGURE = re.compile(
    r"(?<![费利税])率要?(?:由|从|仅|只有|不足)[^，；。]{0,8}$"
    r"|(?:配套|采购|自给|就近转化|国产化|本地化|覆盖|普及|入驻|开工)率[^，；。\d]{0,8}$"
)
# 按不超过实际付息额的30%给予贴息: a rate with a bound, no cap on a sum.
_OF_A_BASE = re.compile(r"按(?:照)?(?:不超过|不高于|最高)[^，；。\d]{2,20}的$")
# 地价可按不低于最低价标准的60%执行
_OF_A_LEAST = re.compile(r"(?:按(?:照)?)?(?:不低于|不少于)[^，；。\d]{2,26}的$")
# 担保费率不得高于1.8%
_FEE_BOUND = re.compile(
    r"(?:担保|服务|手续|代理)(?:收取)?的?费率?(?:一律|原则上|统一|应当?)?(?:不得|不)(?:高于|超过)$"
    r"|(?:担保|服务|手续|代理)费率?[^，；。：\d]{0,3}(?:降至|降到|控制在|压减到)$"
    r"|^(?:年化?|综合|平均)?费率(?:一律|原则上|统一|应当?)?(?:不得|不)(?:高于|超过)$"
)
_RATE_NOT = re.compile(
    r"(?:提高|降低|压缩|占|权重|增长|下降|达到|增幅|比重|占比|提升|缩短|减少|完成(?![投金总]?[资额]))[^，；。]{0,6}$"
)
_PER = re.compile(
    r"(?:按|每)[^，；。、]{0,4}(?:平方米|亩|吨|人|件|台|度|千瓦|米|公里)(?:补助|补贴|奖励|给予|补|奖"
    r"|按|由[^，；。]{1,6}补)?$"
)
_LAST = re.compile(
    r"(?:连续|连续安排|连[补奖]|为期|期限|期|前|头|后|后续|次|免租|免费|免收|免除|减免|补贴|补助|贴息|奖励|扶持|给予|发放|享受|执行"
    r"|起|最长|年限|时间)(?:为|是|不超过|最长|不得超过|可达|原则上)*$|缓缴[^，；。\d]{0,12}$|价款[^，；。\d]{0,3}在$"
)
# 第四、五年 is no span.
_ORDINAL_YEAR = re.compile("第[一二三四五六七八九十\\d、至]{0,6}$")
# What lasts though nothing is granted in so many words.
_LASTING = re.compile(r"缓缴|分期缴|免除|留用|财政[^，；。]{0,10}(?:支持|安排)")
_LAST_BEHIND = re.compile(
    r"(?:以?内|期)?(?:的|，)?(?:[^，；。\d]{0,6}(?:免租|免费|免收|减半|全额|全免|补贴|补助|贴息|奖励"
    r"|租金|返还|减免|减征|免征|给予)|将)"
)
# 连续两年增长10%以上的 bounds who is granted something; 前两年缴纳的税收 is what is granted.
_QUALIFIES = re.compile(r"(?!以?内，?按)(?![^的]*(?:缴纳|上缴|形成|产生|实现|给予|奖|补|免|返))[^的]{2,}的")
_WITHIN = re.compile(r"以?内，?[^；。的\d]{0,20}(?:按|给予|予以|免|减|奖|补)")
_NO_LAST = re.compile(
    r"(?:有效|过渡|建设|施工|连续亏|注册|成立|经营|合作|出让|承诺|工作|使用(?!税)|满|不少于|不低于|营业|任职"
    r"|服务|缴纳社保|上[一两])[^，；。]{0,5}$"
)
_FUND_COUNT = re.compile(r"(?:设立|建立|组建|成立)[^，；。\d]{0,4}$")
_BASE = re.compile(
    r"(?:按照?|从|以(?![上下内后前]))(?:不超过|不高于|最高)?(?:其|该|照|企业)?(?P<base>(?!每)[^，；。：]{2,26}?)(?:中|的|总额的)?(?:切块|提取|安排"
    r"|拿出|计提|列支|单列|切出|划出|预留|拨出)?(?:最高|不超过|不低于|不少于|给予)*$"
)
_BASE_OF = re.compile(
    r"(?:给予|予以|补助|补贴|奖励|资助|返还|上浮|不得超过|不超过|最高|预留|，)?(?:其|该)?"
    r"(?P<base>[^，；。：]{2,20}?)的(?:最高|不超过|不低于)*$"
)
_BASE_VERB = re.compile(
    r"(?:给予|予以|补助|补贴|奖励|资助|返还|上浮|不得超过|不超过|预留)(?:其|该)?"
    r"(?P<base>[^，；。：]{2,20}?)的(?:最高|不超过|不低于)*$"
)
# 每年|新增建设用地指标|的40%
_BASE_LAND = re.compile(r"(?:每年|全[省市县区州])*(?P<base>[^，；。：]{0,8}(?:用地计划|用地指标|计划指标))的")
_ANNOUNCED = re.compile(r"(?:奖励|补助|补贴|资助|奖补|奖金|津贴)(?:资金|标准)?(?:为|如下|分别为)?[，：]$")
_LABEL = re.compile(r"[、，]?[^，。；\d]{0,3}(?:级|类|等奖|等|档|名|层次|奖|星|型)(?:的|奖|各|为)?")
# 分别给予博士60万元、|硕士|20万元
_NEXT_LABEL = re.compile(
    "、(?![^，。；、\\d]*(?:超|达|满|不低|不少|投资|产值|收入|纳税|营收))[^，。；、\\d]{1,8}"
)
_SHARES_OUT = re.compile("(?:分别|各)(?:给予|奖励|补助|补贴|发放)")
_REACH = 300  # how far to either side of a figure a clause is read: a sentence may have no end
_STOP = re.compile("[；。]")


class IncentiveReader:
    """Finds the incentives of one document inside its measures."""

    def __init__(self, frame: Frame, acts: list[Act], claims: Claims) -> None:
        self.frame, self.acts, self.claims, self.text = frame, acts, claims, frame.text

    def read(self) -> list[Grant]:
        """All incentives in order; thresholds in their conditions get their reason."""
        grants: list[Grant] = []
        for act in self.acts:
            if any(words.search(self.text, act.start, act.end) for words in (_GRANTING, _FUND, _SHARED_OUT)):
                grants.extend(self._read_act(act))
        return grants

    def _read_act(self, act: Act) -> list[Grant]:
        grants: list[Grant] = []
        bounds: list[Numeral] = []
        last: tuple[Numeral, str] | None = None
        stops = [mark.start() for mark in _STOP.finditer(self.text, act.start, act.end)]
        for numeral in self.frame.numerals_in(act.start, act.end):
            if not self.claims.is_free(numeral) or numeral.kind not in ("quantity", "period"):
                continue
            place = self._place(act, numeral, stops, grants)
            listed = self._listed(numeral, last, place)
            role = listed or self._role(numeral, place)
            if role is None:
                last = None
                continue
            last = numeral, role
            if role == "threshold":
                bounds.append(numeral)
                continue
            if role == "duration" and not _make_duration(self.text, numeral):
                continue
            grant = self._grant(numeral, role, place)
            if listed and grants:
                grant.base = grants[-1].base  # 分别按投资额的8%、10%: of the same
            grants.append(grant)
            self.claims.hold(numeral)
        share_conditions(self.text, grants, bounds)
        share_beneficiaries(self.text, grants)
        for numeral in bounds:
            if numeral.kind == "quantity" and grants and numeral.end <= grants[-1].numeral.start:
                self.claims.give_reason(numeral, "threshold")
        return grants

    def _place(self, act: Act, numeral: Numeral, stops: list[int], grants: list[Grant]) -> Place:
        text = self.text
        index = bisect_right(stops, numeral.start)
        clause = max(stops[index - 1] + 1 if index else act.start, numeral.start - _REACH)
        stop = min(stops[index] if index < len(stops) else act.end, numeral.end + _REACH)
        earlier = grants[-1] if grants and grants[-1].numeral.start >= clause else None
        if earlier:
            # A second 对… behind a grant opens a clause of its own.
            again = max(text.rfind(mark, earlier.numeral.end, numeral.start) for mark in ("，对", "，凡"))
            if again >= 0:
                clause, earlier = again + 1, None
        local = max(clause, max(text.rfind(mark, clause, numeral.start) for mark in "，：") + 1)
        return Place(
            act,
            clause,
            local,
            stop,
            text[local : numeral.start],
            text[numeral.end : min(stop, numeral.end + 24)],
            earlier,
            next((grant for grant in grants[-2:] if earlier and "/" in (grant.numeral.code or "")), None),
        )

    def _listed(self, numeral: Numeral, last: tuple[Numeral, str] | None, place: Place) -> str | None:
        """The role of the number before it in a plain list: 100万元、300万元 and 600万元 are read alike."""
        if last is None or last[0].kind != numeral.kind or numeral.code is None or last[0].code is None:
            return None
        between = self.text[last[0].end : numeral.start]
        if not _BETWEEN.fullmatch(between) or numeral.code not in (last[0].code, last[0].code.split("/")[0]):
            return None
        # 每人3000元、2000元: what the first is per, the others are too.
        numeral.code = last[0].code
        return last[1]

    def _role(self, numeral: Numeral, place: Place) -> str | None:
        """amount, cap, rate, count, duration; threshold for a bound in a condition; None: nothing granted."""
        if numeral.kind == "period" or numeral.code in ("a", "mo", "d"):
            return self._duration(numeral, place)
        if numeral.kind != "quantity" or numeral.code is None:
            return None
        if numeral.code.split("/")[0] in ("CNY", "USD"):
            return self._money(numeral, place)
        if numeral.form == "structure":
            return None
        if numeral.code == "pp" or (numeral.unit is not None and numeral.unit.term == "倍"):
            return (
                "rate"
                if _GRANT_BEHIND.match(place.after)
                or re.search(r"按[^，；。]{2,16}的$|(?:给予|贴补|贴息|补贴)$", place.before)
                or _RATE_MOVES.search(place.before)
                else None
            )
        if numeral.code == "%" or numeral.form == "ratio":
            return self._share(numeral, place)
        if self._is_bounded(numeral, place):
            return "cap"
        if self._is_quota(numeral, place):
            return "amount"
        if (
            numeral.code == "1"
            and _FUND_COUNT.search(place.before)
            and re.match(r"[^，；。]{0,14}基金", place.after)
        ):
            return "count"
        return "threshold" if self._bounds(numeral, place) else None

    def _is_bounded(self, numeral: Numeral, place: Place) -> bool:
        """Whether the number says how many, or how much space, is granted at most."""
        if numeral.code == "1":
            return place.earlier is not None and bool(_EACH_AT_MOST.search(place.before))
        return numeral.code == "m2" and bool(
            (re.search(r"提供(?:不超过|最高|最多)$", place.before) and _SPACE.search(place.after))
            or re.search(r"(?:补贴|补助|减免|免租)面积(?:不超过|最高|最多)$", place.before)
            or (
                re.search(r"面积(?:不超过|最高|最多)$", place.before)
                and _FREE_SPACE.search(self.text, place.clause, place.local)
            )
        )

    def _is_quota(self, numeral: Numeral, place: Place) -> bool:
        """Whether land or energy of this size is set apart for somebody: 每年预留8000亩…计划专项用于."""
        if numeral.code not in ("mu", "ha", "tce", "kWh"):
            return False
        if _QUOTA_GIVEN.search(place.before):
            return True
        if re.search(r"预留$|(?:安排|预留)[^，；。\d]{0,6}指标$", place.before):
            return re.match(r"[^，；。]{0,12}(?:专项|优先)|，(?:专项|优先)", place.after) is not None
        return bool(_QUOTA_LAID_OUT.search(place.before) and _QUOTA_FOR.match(place.after))

    def _bounds(self, numeral: Numeral, place: Place) -> bool:
        """Whether the number bounds who is granted something further on in the clause."""
        if not _GRANTING.search(self.text, numeral.end, place.stop):
            return False
        condition = self.text.find("的", numeral.end, place.stop)
        return condition >= 0 and bool(
            _THRESHOLD.search(place.before) or _THRESHOLD_BEHIND.match(place.after)
        )

    def _money(self, numeral: Numeral, place: Place) -> str | None:
        before, after = place.before, place.after
        assert numeral.code is not None
        if _LENT.search(before):
            return None
        if (_FROM.search(before) or _CAP_FROM.search(before)) and _RAISED.match(after):
            self.claims.give_reason(numeral, "baseline")
            return None
        if _CAP_TO.search(before):
            return "cap"
        if "/" in numeral.code and _CHEAPER.search(before):
            return "rate"
        granted = _GRANT.search(before) or _GRANT_BEHIND.match(after)
        if place.priced and _MOVES_TO.search(before):
            numeral.code = place.priced.numeral.code
            return place.priced.role
        if _CAP.search(before) or (_CAP_BEHIND.match(after) and (granted or place.earlier)):
            wide = self.text[place.clause : place.stop]
            return (
                "cap" if place.earlier or (_GRANTING.search(wide) and not _FUND.search(before[:-6])) else None
            )
        if self._is_fund(numeral, place):
            return "amount"
        if place.earlier and self._goes_on(numeral, place.earlier):
            return "amount"
        if _EACH_MORE.search(before):
            return "threshold" if _GRANTING.search(self.text, numeral.end, place.stop) else None
        if self._bounds(numeral, place) and _EXCEEDS.search(before) and _WHO_GETS.match(after):
            return "threshold"
        if (
            self._bounds(numeral, place)
            and not _GRANT_BEHIND.match(after)
            and not re.search(_GRANTS + r"[^，；。]{0,3}$", before)
        ):
            return "threshold"
        announced = _ANNOUNCED.search(self.text[place.clause : place.local]) and not _THRESHOLD.search(before)
        if "/person" in numeral.code and granted:
            return "amount"
        if "/" in numeral.code or _PER.search(before):
            return "rate" if granted or announced else None
        if announced:
            return "amount"
        if granted and not re.search(
            r"争取[^，；。]{0,8}$|(?:投资|产值|收入|税收|利润)(?:达到?|超过|突破)?$", before
        ):
            return "amount"
        if place.earlier and place.earlier.role in ("amount", "count") and _FUND_PART.search(before):
            return "amount"
        return None

    def _goes_on(self, numeral: Numeral, earlier: Grant) -> bool:
        """国家级100万元，省级50万元: a sum with its own short label behind a sum that is granted."""
        label = self.text[earlier.numeral.end : numeral.start]
        return (
            earlier.role == "amount"
            and earlier.numeral.code == numeral.code
            and bool(
                _LABEL.fullmatch(label)
                or (
                    _NEXT_LABEL.fullmatch(label)
                    and _SHARES_OUT.search(
                        self.text, max(0, earlier.numeral.start - 12), earlier.numeral.start
                    )
                )
            )
        )

    def _is_fund(self, numeral: Numeral, place: Place) -> bool:
        """设立20亿元产业基金, 财政安排2亿元用于…: public money set apart, not sums to be raised."""
        before = place.before
        if _TREASURY.search(before) or (_FUND_NAMED.search(before) and not _NO_FUND.search(before)):
            return True
        if place.earlier and place.earlier.role == "count" and place.earlier.numeral.end == numeral.start:
            before = before[: place.earlier.numeral.start - place.local]
        if not _FUND_VERB.search(before) or _NO_FUND.search(before[-8:]):
            return False
        if re.search(r"授信[^，；。]{0,3}$", before):
            return True
        behind = re.split("[，；。]", place.after)[0]
        return bool(
            _FUND.search(behind)
            or _FUND_GOES.match(behind)
            or (_FUND_SPENT.search(before) and _FUND_GOES_ON.match(place.after))
            or re.search(r"(?:资金|基金|经费)[^，；。]{0,8}$", before)
        )

    def _share(self, numeral: Numeral, place: Place) -> str | None:
        before, after = place.before, place.after
        if _OF_A_FIGURE.search(before):
            return None
        if _RAISED_FROM.search(before):
            self.claims.give_reason(numeral, "baseline")
            return None
        if _RAISED_TO.search(before):
            return "rate"
        if _RATE_IS.search(before) and _GRANTING.search(self.text, place.clause, place.stop):
            return "rate"
        if numeral.form == "ratio":
            return "rate" if re.search(r"配套|匹配|补助|配比", before[-8:] + after[:8]) else None
        if _FEE_BOUND.search(before):
            return "cap"
        if _RATE_NOT.search(before) and not _RATE_BEHIND.match(after):
            return "threshold" if self._bounds(numeral, place) else None
        if _OF_A_BASE.search(before) and _GRANTING.search(self.text, numeral.end, place.stop):
            return "rate"
        if place.earlier and place.earlier.role in ("rate", "duration") and _MOVES_TO.search(before):
            return "rate"
        if _CAP_WORD.search(before) and re.search(
            r"上浮|利率|比例|补助|补贴|奖励|给予|按|资助|贴息|担保费|费率",
            self.text[place.clause : numeral.start],
        ):
            return "cap"
        if self._is_part_of_quota(numeral, place):
            return "rate"
        if (
            _NTH_YEAR.search(before)
            and (_BY_YEARS.search(self.text[place.clause : place.local]) or place.earlier is not None)
            and _GRANTING.search(self.text, place.clause, place.stop)
        ):
            return "rate"
        if self._bounds(numeral, place) and not _RATE_VERB.search(before):
            return "threshold"
        if _RATE_BEHIND.match(after) or _RATE_VERB.search(before):
            return (
                "rate"
                if _GRANTING.search(self.text, place.clause, place.stop)
                or re.search(r"切块|预留|提取|计提|收取|按|补|财政负担", before + after[:6])
                else None
            )
        return None

    def _is_part_of_quota(self, numeral: Numeral, place: Place) -> bool:
        """Whether the share is that of a quota, budget or fund which is set apart."""
        before, after = place.before, place.after
        if re.search(r"财政(?:局)?(?:出资|承担|负担|分担)$", before):
            return True
        if _OF_PURCHASES.search(before) or (
            _OF_LAND.search(before)
            and (_RATE_BEHIND.match(after) or "单列" in self.text[place.clause : place.local])
        ):
            return True
        if _QUOTA_BEHIND.match(after):
            return bool(re.search(r"(?:安排|切出|预留|拿出|划出|统筹)[^，；。\d]{0,5}$", before))
        return bool(_OF_A_QUOTA.search(before)) and bool(
            _RATE_BEHIND.match(after)
            or re.search(r"(?:切出|安排|预留|拿出|划出)[^，；。\d]{0,4}$|比例(?:不低于|不少于)$", before)
        )

    def _duration(self, numeral: Numeral, place: Place) -> str | None:
        """How long a grant lasts (期限1年, 前两年全额奖励): not how old a firm is."""
        if numeral.unit is None or (numeral.code is None and numeral.unit.code not in ("a", "mo", "d")):
            return None
        if _ORDINAL_YEAR.search(place.before):
            return None
        clause = self.text[place.clause : place.stop]
        if not (_GRANTING.search(clause) or _LASTING.search(clause)) or _NO_LAST.search(place.before):
            return None
        part = re.split("[，；。]", self.text[numeral.end : place.stop], maxsplit=1)[0]
        if _QUALIFIES.match(part):
            return None
        if _LAST.search(place.before) and not re.match(r"(?:以上|度|末|底|内新)", place.after):
            return "duration"
        if _FREE_SPACE.search(place.before):
            return "duration"
        behind = (
            (re.match(r"以?内", place.after) and _LAST_BEHIND.match(place.after))
            or _WITHIN.match(place.after)
            or re.match(r"(?:免租|免费|全额|减半)", place.after)
        )
        return "duration" if behind else None

    def _grant(self, numeral: Numeral, role: str, place: Place) -> Grant:
        text = self.text
        grant = Grant(place.act, numeral, role, self._operator(numeral, role, place), place.local)
        subject = name_parties(self.text, grant, place)
        name_recipient(self.text, grant, place)
        if role == "rate" or (role == "cap" and numeral.code == "%"):
            base = (
                _BASE.search(text, place.local, numeral.start)
                or _BASE_OF.match(text, place.local, numeral.start)
                or _BASE_VERB.search(text, place.local, numeral.start)
                or _BASE_LAND.match(text, place.local, numeral.start)
            )
            grant.base = base.span("base") if base else None
        if subject:
            grant.start = place.clause
        return grant

    def _operator(self, numeral: Numeral, role: str, place: Place) -> str:
        if numeral.value_max is not None:
            return "range"
        if role == "cap" or (role == "duration" and _CAP_WORD.search(place.before[-6:])):
            return "le"
        after = cues.opening("comparator").match(self.text, numeral.end)
        if after and after[1] != "range":
            return after[1]
        if role == "rate" and _OF_A_BASE.search(place.before):
            return "le"
        if role == "rate" and _OF_A_LEAST.search(place.before):
            return "ge"
        before = cues.ending("comparator").match(self.text, place.local, numeral.start)
        if before and before[1] not in ("eq", "range") and role != "duration":
            return before[1]
        return "approx" if numeral.rough else "eq"


_DURATION = re.compile(
    r"(?P<low>[\d.]+|[一二两三四五六七八九十]+)(?:(?:-|—{1,2}|~|至|到)(?P<high>[\d.]+"
    r"|[一二两三四五六七八九十]+))?"
)


def _make_duration(text: str, numeral: Numeral) -> bool:
    """Turn a period of printed length (两年, 18个月) into a quantity in a, mo or d; whether it has one."""
    if numeral.kind == "quantity":
        return True
    found = _DURATION.match(text, numeral.start, numeral.number_end)
    if not found or numeral.unit is None or numeral.unit.code not in ("a", "mo", "d"):
        return False
    numeral.kind, numeral.code = "quantity", numeral.unit.code
    numeral.value = _length(found["low"]) * numeral.unit.factor
    numeral.value_max = _length(found["high"]) * numeral.unit.factor if found["high"] else None
    return True


def _length(printed: str) -> Decimal:
    return Decimal(DIGITS[printed]) if printed in DIGITS else number_value(printed)


def rows(frame: Frame, grants: list[Grant], claims: Claims) -> list[Incentive]:
    """Rows of a document's incentives."""
    result = []
    for grant in grants:
        start, end = frame.bounds(grant.start, grant.numeral.end)
        row_id = frame.row_id("g", start)
        claims.claim(grant.numeral, "incentives", row_id)
        assert grant.numeral.value is not None and grant.numeral.code is not None
        result.append(
            Incentive(
                incentive_id=row_id,
                measure_id=grant.act.row_id,
                document_id=frame.document_id,
                start=start,
                end=end,
                quote=frame.document.source.text[start:end],
                mention_id=frame.mention_id(grant.numeral),
                role=grant.role,
                operator=grant.operator,
                value=grant.numeral.value,
                value_max=grant.numeral.value_max,
                unit=grant.numeral.code,
                value_text=frame.quote(grant.numeral.start, grant.numeral.end),
                beneficiary_text=beneficiary_text(frame, grant),
                condition_text=condition_text(frame, grant),
                base_text=frame.printed(*grant.base) if grant.base else None,
                origin=RULE,
            )
        )
    return result
