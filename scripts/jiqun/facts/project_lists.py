"""Lists of projects: 推进A、B、C等项目, and the members of any list."""

from __future__ import annotations

import re
from decimal import Decimal

from jiqun.facts.project_names import Span, is_capacity, pattern
from jiqun.facts.project_plans import (
    COUNTED,
    FLOW,
    FURTHER_WORK,
    INVEST,
    INVESTED,
    NOT_NOUN,
    SUM_OF,
    Plan,
    PlanReader,
    is_money,
)
from jiqun.language.industries import industries
from jiqun.language.numbers import Numeral
from jiqun.patterns import quick

_LIST = re.compile(
    rf"(?:等|为(?:代表|重点|龙头|支撑|标志)的)(?P<between>[^，；。、：\n]{{0,24}}?)(?P<noun>项目|工程){NOT_NOUN}(?P<tail>建设)?"
)
# A list closed by its count alone: A、B、C三个项目.
_COUNTED_LIST = quick(
    rf"(?<=[\u4e00-\u9fff）])(?:\d+|[二两三四五六七八九十])(?:个|项|大)[^，；。、：等\n\d]{{0,4}}"
    rf"(?:投资[^，；。、\n]{{2,10}}的)?[^，；。、：等\n\d]{{0,6}}(?:项目|工程){NOT_NOUN}"
)
# 甲市、乙县先后有28个项目: who has them, no list of them.
_HAS_SO_MANY = re.compile("(?:有|共|达|引进|签约|新增|谋划|储备|实施)$")
_INVESTED_MEMBER = re.compile(rf"(?P<firm>[^，；。、]{{0,20}}?)(?P<what>{INVEST})$")
# Lists before 项目 whose members are no projects: 电子、机械等产业项目, 水、电等方面的工程.
_OTHER_LIST = re.compile(
    r"企业|央企|民企|产品|产业(?!化)|领域|方面|部门|措施|条件|方式|手续|等|内容|环节|行业|类|资金|扶持"
)


# A counted group and the verb that lists it.
_ENUMERATED = quick(
    r"(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?[个项][^，；。：\n、]{0,12}?(?:项目|工程)(?:[^，；。：\n、]{0,8}，)?(?:分别是|分别为|包括|即|：)"
    r"|(?:项目|工程)(?:共|共有|有|占到?)?(?:\d+|[一二两三四五六七八九十百]+)[个项]，(?:分别[是为]|即)：?"
    r"|(?:签约|开工|投产|竣工|参加|推介|落地)[^，；。：\n、]{0,8}的项目(?:主要)?(?:包括|有)"
)
# Which projects a list tells: 续建项目有|甲搬迁改造、乙综合利用等.
_HEADED = re.compile(
    "(?:续建|新开工|开工|在建|前期|储备|竣工|投产|签约|新建|拟建|建成|落地)项目(?:主要|分别)?(?:有|包括|为|是|：)"
)
_SHORTEST_FIRM, _SHORTEST_OF_LIST = 2, 4
# How projects go on, without a word of their course.
_GOES_ON = re.compile(
    "(?:建设)?(?:正在|正|均|也|已)?(?:加快|全面|稳步|扎实|有序|顺利|快速|抓紧|强力|积极|成功|相继|先后|陆续)*"
    "(?:推进|实施|落地|落户|进展(?:顺利|良好|较快))"
)
# Whom or what a list is for: 对甲、乙等项目, 用于甲、乙等项目.
_RULED = re.compile("[对凡]|符合|属于|用于|鼓励|从事|围绕|聚焦|依托|支持")
_SUM_FOLLOWS = re.compile("[^，；。]{0,8}，(?:合计|共计|计划|协议)?(?:总投资|投资总额)")
# What a list of projects is closed with, not one of products: 等|重点产业|项目.
_CLASS_BETWEEN = re.compile(
    r"重[大点]|产业|工业|[新续扩在拟]建|开工|竣工|投产|签约|[大好新一]|\d|支撑|民生|基础|设施|工程|建设|科技|技改"
)
_TWO = re.compile("[二两2]个?")
_BOTH_WORKS = re.compile(rf"(?:{pattern('tail')}|厂房)[和与](?=[^，；。、]{{4,30}}$)")
_MOST_CLAUSES = 8
_PHASE_LAST = re.compile("[一二三四五六]期$")
# What a figure is told with, not a work: 产能达到20万吨.
_FIGURE_VERB = re.compile("达|增|下降|产值|收入|完成|占|同比|实现|超|形成")
_ANY_JOINT = re.compile("[、，和与及]|以及")
_LIST_SUM = re.compile(
    "(?:项目)?等(?=[，。；])|，(?:合计|共计|计划|预计|概算)?(?:总投资|投资总额|投资)|，其中|，涉及|，涵盖"
)
_SUM_BEFORE = re.compile(r"投资(?:额|约|近|达|超过|超)*[\d.]+[十百千万]*亿?(?:美)?元的[^，；。、]{2,30}、")
_TOLD_AS_WORK = re.compile(r"(?:项目|工程|基地|中心|生产线|产业园|厂|技改|改造|扩建|二期|三期)$")


def _whole(plan: Plan) -> Span:
    return plan.start, plan.end


class ListReader(PlanReader):
    """Reads lists of projects in one sentence."""

    def _read_lists(self, start: int, end: int) -> None:
        floor = start
        for found in _LIST.finditer(self.masked, start, end):
            if _OTHER_LIST.search(found["between"]) or self._is_in_word(found.start()):
                continue
            left = self._before_commas(start, max(self._clause(start, found.start()), floor))
            left, floor = max(left, floor), found.end()
            if self._read_products(left, found):
                continue
            self._read_list(
                left, found.start(), found.end(), end, counted=COUNTED.search(found["between"]) is not None
            )
        floor = start
        for found in _COUNTED_LIST.finditer(self.masked, start, end):
            left, floor = max(self._clause(start, found.start()), floor), found.end()
            if _HAS_SO_MANY.search(self.text, left, found.start()) or self.text.startswith(
                "等", found.start() - 1
            ):
                continue
            joined = "、" in self.masked[left : found.start()] or (
                _TWO.match(self.text, found.start())
                and _BOTH_WORKS.search(self.masked, left, found.start()) is not None
            )
            if joined and not self._inside(found.start() - 1):
                self._read_list(left, found.start(), found.end(), end, counted=True)

    def _before_commas(self, start: int, left: int) -> int:
        """Where a list begins whose members commas part, too: 确保甲公司40万吨铝，|乙公司20万吨PVC等项目投产.

        Each member before must show a firm's work, a size or a phase, and no more be told.
        """
        for _ in range(_MOST_CLAUSES):
            if self.text[left - 1 : left] != "，" or left - 1 <= start:
                break
            first = self._clause(start, left - 1)
            begin, verb = self._begin(first, left - 1)
            pieces = self._members(begin, left - 1)
            plans = [plan for one, last, tail in pieces if (plan := self._member(one, last, tail))]
            if len(plans) != len(pieces) or not all(self._is_sized_work(plan) for plan in plans):
                break
            left = first
            if verb:
                break
        return left

    def _is_sized_work(self, plan: Plan) -> bool:
        """Whether a member shows a size or a phase and ends with its name."""
        first, last = plan.name[0][0], plan.name[-1][1]
        sized = any(is_capacity(n) and n.start < last - 1 for n in self.frame.numerals_in(first, last))
        told = self.stages.events(first, last) or self._opens_predicate(last, last + 1)
        return (
            (sized or _PHASE_LAST.search(self.text, first, last) is not None)
            and not told
            and not self._is_unnamed(plan)
            and self.text[last] in "，、"
            and _FIGURE_VERB.search(self.text, first, last) is None
        )

    def _read_products(self, left: int, found: re.Match[str]) -> bool:
        """Whether a list is of one project's products, which is kept: 远拓气体年产50万立方米乙炔、
        氧气等标准气体|项目; 甲公司年产5万吨乙、丙改造等重点项目 is of projects.
        """
        between = found["between"]
        if not 2 <= len(between) <= 8 or _CLASS_BETWEEN.search(between) or found["noun"] != "项目":
            return False
        begin, _ = self._begin(left, self.masked.find("、", left, found.start()))
        members = self._members(begin, found.start())
        if not members:
            return False
        first, *others = members
        size = next((n for n in self.frame.numerals_in(*first[:2]) if is_capacity(n)), None)
        if size is None or self.names.capacity_start(first[0], size) == size.start or not others:
            return False
        if any(last - start > 6 or self.names.parse_strong(start, last) for start, last, _ in others):
            return False
        plan = self._member(first[0], found.start("noun"))
        if plan is None or self._is_unnamed(plan):
            return False
        plan.before, plan.after = (left, begin), found.end()
        self._keep(plan)
        return True

    def _is_in_word(self, position: int) -> bool:
        """Whether the 等 at a position is part of a word: 高等级化工溶剂项目."""
        return self.text[position] == "等" and (
            self.words.covers(position - 1, position + 1) or self.words.covers(position, position + 2)
        )

    def _read_enumerated(self, start: int, end: int) -> None:
        """The members behind a counted group: 集中开工的4个项目分别是甲项目、乙养护中心、年产4万吨丙生产线.

        Most of them must be told as projects; 15个项目涉及装备、建材等领域 names none.
        """
        for found in _ENUMERATED.finditer(self.masked, start, end):
            stop = self._clause_end(found.end(), end, "；。")
            sum_behind = _LIST_SUM.search(self.text, found.end(), stop)
            stop = sum_behind.start() if sum_behind else stop
            pieces = self._members(found.end(), stop)
            number = next((n.value for n in self.frame.numerals_in(found.start(), found.end())), None)
            pieces = self._as_many(found.end(), stop, number) or pieces
            members = [plan for first, last, tail in pieces if (plan := self._member(first, last, tail))]
            told = [plan for plan in members if plan.strong or _TOLD_AS_WORK.search(self.text, *_whole(plan))]
            if 0 < sum(plan.investment is not None for plan in members) < len(pieces):
                continue  # 分别是甲公司投资2亿元的乙、丙公司…: the sums tell where each begins
            as_many = number == len(pieces) and len(told) > 0
            few = len(pieces) < 3 and len(told) < 2
            if not as_many and (few or len(told) * 3 < len(pieces) * 2):
                continue
            left = self._clause(start, found.start())
            for plan in members:
                plan.before, plan.after, plan.joined = (left, found.end()), stop, plan is not members[-1]
                self._keep(plan)

    def _as_many(self, start: int, stop: int, number: Decimal | None) -> list[tuple[int, int, Span | None]]:
        """The pieces of a list with commas among its 、 where they are as many as counted and end alike:
        6个煤矿项目，分别是甲煤矿、乙煤矿，丙煤矿和丁煤矿…; else none.
        """
        pieces: list[tuple[int, int, Span | None]] = []
        position = start
        while number is not None and len(pieces) < number and position < stop:
            found = _ANY_JOINT.search(self.masked, position + 1, stop)
            end = found.start() if found else stop
            pieces.append((position, end, None))
            position = found.end() if found else stop
        endings = {self.text[last - 2 : last] for _, last, _ in pieces}
        return pieces if len(pieces) > 2 and len(pieces) == number and len(endings) == 1 else []

    def _read_list(self, left: int, list_end: int, anchor_end: int, end: int, *, counted: bool) -> None:
        """Rows for the members of one list, and for the one sum that several share."""
        joint = self.masked.find("、", left, list_end)
        begin, verb = self._begin(left, joint if joint >= 0 else list_end)
        header = _HEADED.search(self.text, left, joint if joint >= 0 else list_end)
        begin = header.end() if header else begin
        if self.text.startswith("为", list_end + 1 - self.text.startswith("为", list_end)):
            begin += self.text.startswith("以", begin)  # 以|甲新厂、乙基地为代表的一批项目
        members = [
            plan
            for first, last, tail in self._members(begin, list_end)
            if (plan := self._member(first, last, tail))
        ]
        strong = any(plan.investment or plan.strong for plan in members) or self._are_told(begin, list_end)
        strong = strong or (header is not None and all(self._is_work(plan) for plan in members))
        strong = strong or (
            counted
            and self._is_staged(list_end, anchor_end, end)
            and self._are_works(members, verb, left, begin, shortest=_SHORTEST_FIRM)
        )
        strong = strong or (
            counted
            and _SUM_FOLLOWS.match(self.text, anchor_end, end) is not None
            and self._are_works(members, verb, left, begin)
        )
        strong = strong or (
            len(members) > 1
            and not _RULED.search(self.text, left, begin)
            and (self._becomes(anchor_end, end) or _GOES_ON.match(self.text, anchor_end, end) is not None)
            and self._are_works(members, verb, left, begin, shortest=_SHORTEST_OF_LIST)
        )
        if not strong and not self._is_list_of_projects(members, verb, left, begin):
            return
        kept = [plan for plan in members if plan.investment or plan.strong or not self._is_class(plan)]
        if not kept:
            return
        for plan in kept:
            plan.before, plan.after, plan.joined = (left, max(begin, kept[0].name[0][0])), anchor_end, True
        kept[-1].joined = False
        if not counted:
            self._share_sum(kept, left, begin, anchor_end, end)
        for plan in kept:
            self._keep(plan)

    def _are_works(self, members: list[Plan], verb: str, left: int, begin: int, shortest: int = 5) -> bool:
        """Whether what a count closes are works: 明一养殖厂区等4个在建项目有序推进, or firms that stand for
        them: 臻秦、亿鸿展盛等19个项目开工; trades and fields are none.
        """
        return (
            bool(members)
            and verb not in ("包括", "涵盖", "涉及")
            and not re.search("涉及|涵盖|聚焦|围绕", self.text[left:begin])
            and all(self._is_work(plan, shortest) for plan in members)
        )

    def _is_staged(self, list_end: int, anchor_end: int, end: int) -> bool:
        """Whether the words that close a list, or what follows, tell of its course: 等4个|在建|项目."""
        return bool(self.stages.events(list_end, anchor_end)) or self._becomes(anchor_end, end)

    def _is_work(self, plan: Plan, shortest: int = 5) -> bool:
        printed = self.text[slice(*plan.name[-1])]
        trade = any(
            found.start == 0 and found.end >= len(printed) - 1 for found in industries().find(printed)
        )
        return (
            len(printed) >= shortest and not trade and not self._is_class(plan) and not self._is_unnamed(plan)
        )

    def _are_told(self, begin: int, list_end: int) -> bool:
        """Whether every member of a list of three or more is called a project: 甲扩能项目、乙技改项目、丙
        材料项目四个子项目; 技改、研发项目 are kinds.
        """
        pieces = [self.text[first:last] for first, last, _ in self._members(begin, list_end)]
        return len(pieces) > 2 and all(piece.endswith("项目") and len(piece) > 5 for piece in pieces)

    def _is_list_of_projects(self, members: list[Plan], verb: str, left: int, begin: int) -> bool:
        """Whether a list without firm, place or size names projects: 推进天然林保护、
        生态环境治理等重点工程 does, 对道路、供水等项目 does not.
        """
        if not verb or verb in (
            "支持",
            "服务",
            "协调",
            "围绕",
            "依托",
            "促进",
            "包括",
            "涵盖",
            "涉及",
            "组织",
        ):
            return False
        if _RULED.search(self.text, left, begin):
            return False
        return len(members) >= 2 and all(
            plan.name[-1][1] - plan.name[0][0] >= 4 and not self._is_class(plan) for plan in members
        )

    def _members(self, start: int, end: int) -> list[tuple[int, int, Span | None]]:
        """(start, end, head shared with the next member) of each member of a list.

        、 and 以及 split, outside brackets, 和 behind 项目, too; 三、四期 does not; 和 splits the last
        member where both sides can be projects of their own (A基地和B基地), not inside one
        (低丘岗地和低产林改造).
        """
        pieces: list[Span] = []
        position = start
        for found in re.finditer(
            "、|以及|(?<!\\d)，|，(?!\\d)|(?<=项目)[和及与]|(?<=项目（□□）)[和及与]", self.masked[start:end]
        ):
            at = start + found.start()
            if (
                re.match(r"[一二三四五六\d]+期", self.text[start + found.end() : start + found.end() + 3])
                and self.text[at - 1] in "一二三四五六0123456789期"
            ):
                continue
            if self._is_sum(position, at) and re.match(
                r"占地|年产|日产|日处理|年处理|年加工|建筑面积",
                self.text[start + found.end() : start + found.end() + 4],
            ):
                continue
            if FURTHER_WORK.match(self.text, start + found.end(), end + 2):
                continue  # 电动车研发、制造及销售项目
            pieces.append((position, at))
            position = start + found.end()
        pieces.append((position, end))
        pieces = [(first, last) for first, last in pieces if last > first]
        if pieces:
            pieces[-1:] = self._split_last(*pieces[-1])
        return [
            (first, last, self._shared_head(first, last, pieces[number + 1 :]))
            for number, (first, last) in enumerate(pieces)
        ]

    def _is_sum(self, first: int, last: int) -> bool:
        """Whether a stretch is a sum invested and no more: 总投资3.5亿元."""
        return any(
            is_money(n) and n.end == last and INVESTED.search(self.text, first, n.start)
            for n in self.frame.numerals_in(first, last)
        )

    def _split_last(self, first: int, last: int) -> list[Span]:
        for found in re.finditer("[和及与]", self.masked[first + 2 : last - 2]):
            at = first + 2 + found.start()
            left, right = self.names.parse(first, at), self.names.parse(at + 1, last)
            if left and right and right.strong and not re.match(r"新增|配套|其", self.text[at + 1 : last]):
                tail = re.search(rf"(?:{pattern('tail')})$", self.text[first:at])
                if tail or (left.firm and right.firm):
                    return [(first, at), (at + 1, last)]
        return [(first, last)]

    def _shared_head(self, first: int, last: int, following: list[Span]) -> Span | None:
        """The head noun that a bare place shares with a later member: 南安、晋江装备制造业基地."""
        for head in [(first, last), *following]:
            places = [place for place in self.frame.places_between(*head) if place.start == head[0]]
            if not places:
                return None
            if places[0].end < head[1]:
                return (places[0].end, head[1]) if head[0] != first else None
        return None

    def _member(self, first: int, last: int, tail: Span | None = None) -> Plan | None:
        """One project as printed in a list: 总投资12.8亿元的共青城羽绒服装产业基地,
        湘味坊三期（总投资18.6亿元）.
        """
        text = self.text
        money = next(
            (n for n in self.frame.numerals_in(first, last) if is_money(n) and self.masked[n.start] != "□"),
            None,
        )
        invested = _INVESTED_MEMBER.fullmatch(text, first, money.start) if money else None
        start, firm = first, None
        owner = invested.span("firm") if invested else (first, first)
        what = invested["what"] if invested else "" if money and self._goes_on(first, money) else None
        if money and what is not None:
            of = SUM_OF.match(text, money.end, last) or re.compile(
                r"(?:兴建|新建|建设|扩建|创建)(?:的)?"
            ).match(text, money.end, last)
            first = of.end() if of else money.end
            if owner[1] > owner[0]:
                firm = self.names.firm_before(*owner)
        elif COUNTED.match(text, first, last):
            return None
        bracket = self._size_bracket(first, last)
        parsed = self.names.parse(first, bracket[0] if bracket else last)
        if parsed is None or (money and what is not None and self._bounds(money) and not parsed.strong):
            return None
        plan = Plan(
            start,
            max(last, parsed.name[-1][1]),
            "project",
            parsed.name,
            (first, first),
            last,
            strong=parsed.strong or firm is not None,
        )
        plan.enterprise_span = firm or parsed.firm
        if tail:
            plan.name, plan.end, plan.strong = [*parsed.name, tail], tail[1], True
        if money and what is not None and money.form != "bound":
            self._invest(plan, money, what)
        if bracket:
            plan.strong = True
            plan.end = max(plan.end, bracket[1])
            self._read_bracket(plan, bracket)
        return plan

    def _goes_on(self, first: int, money: Numeral) -> bool:
        """Whether a member opens with its sum alone, the word for it stands with the member before:
        总投资50亿元的甲、|30亿元的乙.
        """
        return (
            first == money.start
            and self.text.startswith("、", first - 1)
            and self.text.startswith("的", money.end)
            and _SUM_BEFORE.search(self.text, max(0, first - 60), first) is not None
        )

    def _size_bracket(self, first: int, last: int) -> Span | None:
        """The bracket behind a name that says what the project costs and makes; （CPP） and （一期） say
        neither.
        """
        at = self.text.find("（", first + 2, last)
        while at >= 0:
            close = self.text.find("）", at)
            if close < 0:
                return None
            if any(is_money(n) or is_capacity(n) for n in self.frame.numerals_in(at, close)):
                return at, close + 1
            at = self.text.find("（", close, last)
        return None

    def _read_bracket(self, plan: Plan, bracket: Span) -> None:
        """（总投资18.6亿元、年产烘焙食品12万吨）"""
        for numeral in self.frame.numerals_in(*bracket):
            before = self.text[max(bracket[0], numeral.start - 14) : numeral.start]
            if (
                is_money(numeral)
                and plan.investment is None
                and (INVESTED.search(before) or before.endswith("（"))
                and not FLOW.search(before)
            ):
                self._invest(plan, numeral, "")
            elif is_capacity(numeral) and plan.capacity is None:
                self._give_capacity(plan, numeral, bracket[0])

    def _share_sum(self, kept: list[Plan], left: int, begin: int, anchor_end: int, end: int) -> None:
        """A sum before or behind a whole list: the project's own where the list has one member, else a
        programme's.

        投资3亿元完成A、B等工程 and A、B等项目，总投资20亿元.
        """
        found: tuple[Numeral, int, int] | None = None
        for numeral in self.frame.numerals_in(left, begin):
            before = INVESTED.search(self.text, left, numeral.start) if is_money(numeral) else None
            if before and self._is_free(numeral) and not self.text.startswith("的", numeral.end):
                found = (numeral, before.start(), anchor_end)
        for numeral in self.frame.numerals_in(anchor_end, min(end, anchor_end + 24)):
            between = self.text[anchor_end : numeral.start]
            if (
                is_money(numeral)
                and re.fullmatch(
                    r"，?(?:合计|共|共计|计划|概算|估算|预计)*总投资(?:额|合计|共计|共|总计|约|近|达|超过|超|逾)*",
                    between,
                )
                and self._is_free(numeral)
            ):
                found = (numeral, kept[0].start, numeral.end)
        if found is None:
            return
        numeral, first, last = found
        if len(kept) == 1:
            if kept[0].investment is None:
                self._invest(kept[0], numeral, "")
            return
        plan = Plan(
            min(first, kept[0].start), max(last, kept[-1].end), "programme", [], (left, begin), anchor_end
        )
        self._invest(plan, numeral, "")
        self._keep(plan)
