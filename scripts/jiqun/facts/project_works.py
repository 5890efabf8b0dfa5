"""Works that the public builds, told without the word 项目: roads and railways from A to B, reservoirs,
hospitals, schools.
"""

from __future__ import annotations

import re
from functools import cache

from jiqun.facts.project_lists import ListReader
from jiqun.facts.project_names import Span, pattern
from jiqun.facts.project_plans import COUNTED, Plan
from jiqun.language import vocabulary
from jiqun.patterns import quick

_CLOSED = re.compile(
    r"等(?![级待候])(?P<count>(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[条座处所])?(?:(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[个项])?(?P<between>[^，；。、：等]{0,14})"
)
_ROUTE = re.compile(r"[^至到—－\-]{2,12}(?:至|到|—+|－|-)[^至到—－\-]{2,12}")
# What a name of one work does not hold: 通往开发区的公路, 距高速公路, 与铁路, 4条高速公路.
_NO_STEM = re.compile(
    r"^沿(?!江|海|河|湖|山|淮|黄)|[的距在把将从向被让使为是有对于与和、“”]|通往|以及|\d[条座个所处]|[两三四五六七八九十多几]条|实现|达到|完成|进行|覆盖|通达|里程"
)
_LEADS = re.compile(r"(?:(?:建设|开工|新建|续建|在建|规划|拟建)(?:的)?)+")
_DONE = re.compile(r"(?:工程)?(?:全面|顺利|如期|圆满|提前|已|已经|均已)*完成(?=[，；。、])")
_HURRIED = re.compile(
    r"(?:正在|正|顺利|有序|扎实|稳步|全力|积极|全面)*(?:加快(?:推进|实施|建设)|推进|实施|建设|进展顺利|进展良好)(?:中|之中)?(?=[，；。]|$)"
)
_PREPARED = re.compile(r"(?:项目|工程)?(?:的)?(?:建设)?前期(?:工作|研究|准备)?|(?:项目|工程)?可研")
_BUILDING = re.compile(
    r"(?:项目|工程)?(?:的)?(?:建设|改造|施工|规划)(?:进度|步伐|工作|进程|任务)?(?=[，；。]|$|前期)"
)
_KIND_OF_LIST = re.compile(r"[^，；。、：]{0,12}?(?:项目|工程|建设|基础设施|公路|铁路|机场|水库)+")
_REMARK = re.compile(r"（[^（）\n]{0,60}）")
_AND = re.compile("[和与及]|以及")
_SHORTEST, _LONGEST = 3, 30
_SHORTEST_OTHER = 4

# A plant that is built: the verb, its size before or behind its name.
_LONGEST_TIME = 14  # what may stand before the verb: 2007年底前
_SIZE = r"日(?:处理|供水|供热|供气|处置|焚烧)(?:污水|废水|垃圾)?(?:能力|规模)?(?:达到|达|为|约)?"
_PLANT = re.compile(
    r"(?P<verb>(?:加快|开工|抓紧|启动|年底前|月底前)*(?:建成|新建|续建|扩建|改扩建|兴建|建设|启动|配套建设)(?:了|一座|1座)?)"
    rf"(?:{_SIZE}(?P<size>[\d.一二三四五六七八九十两]{{1,6}}万?(?:吨|立方米|方))的)?"
    r"(?P<name>(?![了的等])[\u4e00-\u9fff]{0,14}?(?:(?:污水|废水|垃圾|固废|危废|中水|尾水)[\u4e00-\u9fff]{0,4}(?:厂|中心|站)|净水厂|自来水厂|水厂|净化厂))"
    rf"(?:(?:，|（)(?:设计|总|新增)?{_SIZE}(?P<behind>[\d.一二三四五六七八九十两]{{1,6}}万?(?:吨|立方米|方)))?"
)


@cache
def _work() -> re.Pattern[str]:
    """One work: what it is called, its kind, and what is done to it."""
    rest = pattern("work_rest")
    return re.compile(
        rf"(?P<stem>[^，；。：\n]{{0,24}}?)(?P<noun>{pattern('public_work')})"
        rf"(?:（[^（）\d\n]{{1,12}}）)?(?:[^，；。：、\n]{{1,8}}段)?(?:{rest}){{0,4}}(?:及其?(?:配套|附属)[^，；。、]{{0,8}})?"
        r"(?:（[^（）\d\n]{1,12}）)?"
    )


@cache
def _nouns() -> re.Pattern[str]:
    return quick(f"(?:{pattern('public_work')})")


@cache
def _generic() -> re.Pattern[str]:
    """Words that say what kind of works, not which: 农村, 病险."""
    return re.compile(rf"(?:{pattern('generic_work')}|{pattern('generic')})*+")


@cache
def _other_verbs() -> frozenset[str]:
    """Verbs that do no building to what follows them: 依托, 引进."""
    return frozenset(
        row["term"]
        for row in vocabulary.read("project_terms")
        if row["role"] == "verb" and row["value"] == "other"
    )


class WorksReader(ListReader):
    """Reads public works that are named by their kind, and begun, built, prepared or hurried on."""

    def _read_public(self, start: int, end: int) -> None:
        """青石至河口高速公路、白云水库除险加固工程开工建设; 推进甲铁路、乙机场建设.

        农村公路建成通车 and 依托京广铁路 name none.
        """
        position = start
        for found in _nouns().finditer(self.masked, start, end):
            if found.start() < position:
                continue
            left = self._clause(start, found.start())
            stop = self._clause_end(found.end(), end)
            position = stop
            self._read_clause(left, stop)

    def _read_plants(self, start: int, end: int) -> None:
        """建成日处理能力1万吨的污水处理厂; 建成污水处理厂，日处理能力1万吨: a plant with its size.

        What a plant that is there can do (污水处理厂日处理能力1万吨) is its figure.
        """
        for found in _PLANT.finditer(self.text, start, end):
            first, last = found.span("name")
            size = found.span("size") if found["size"] else found.span("behind")
            if size[0] < 0 or self._inside(last - 1) or self._inside(first):
                continue
            numeral = next(iter(self.frame.numerals_in(*size)), None)
            if numeral is None or numeral.kind != "quantity" or not self._is_free(numeral):
                continue
            left = self._clause(start, found.start())
            left = left if found.start() - left <= _LONGEST_TIME else found.start()
            plan = Plan(
                left,
                last,
                "project",
                [(first, last)],
                (left, first),
                last,
                strong=True,
            )
            plan.end = max(last, size[1])
            self._give_capacity(plan, numeral, size[0])
            self._keep(plan)

    def _read_clause(self, left: int, stop: int) -> None:
        closed = next(
            (one for one in _CLOSED.finditer(self.masked, left, stop) if not self._in_word(one.start())), None
        )
        head: Span | None = None
        if closed:
            last, after = closed.start(), closed.start("between")
            kind = _nouns().match(self.masked, after, closed.end("between"))
            head = kind.span() if kind else None
        else:
            last = after = self._works_end(left, stop)
        joint = self.masked.find("、", left, last)
        begin, verb = self._begin(left, joint if joint >= 0 else last)
        if lead := _LEADS.match(self.text, begin, last):
            begin = lead.end()
        if verb in _other_verbs() or begin >= last:
            return
        if (
            closed
            and closed["count"]
            and not _ROUTE.fullmatch(self.text, begin, joint if joint >= 0 else last)
        ):
            return  # 建成九阳大道、太晖路等7条道路: things counted, no projects
        becomes, done = self._is_told(after, stop, closed is not None)
        if not becomes and not (verb and (closed or self._ends_there(last, stop))):
            return
        self._keep_works(self._works(begin, last, head), (left, begin), after, done=done)

    def _in_word(self, position: int) -> bool:
        return self.words.covers(position - 1, position + 1) or self.words.covers(position, position + 2)

    def _works_end(self, left: int, stop: int) -> int:
        """Where the last name of a clause ends: before what becomes of it, else with the clause."""
        joint = self.masked.rfind("、", left, stop)
        first = joint + 1 if joint >= 0 else left
        last = stop
        for kind in _nouns().finditer(self.masked, first, stop):
            work = _work().match(self.text, max(first, kind.start() - 24), stop)
            first = work.end() if work else first  # 白云水库除险加固工程和|市人民医院新院区
            last = work.end() if work and work.end("noun") >= kind.end() else kind.end()
            remark = _REMARK.match(self.text, last, stop)
            last = remark.end() if remark else last
        if last == stop and joint >= 0 and _nouns().search(self.masked, first, stop) is None:
            return self._name_end(first, stop)
        return last

    def _ends_there(self, last: int, stop: int) -> bool:
        """Whether nothing but 建设 or its preparation follows a name up to the end of the clause."""
        behind = _PREPARED.match(self.text, last, stop) or _BUILDING.match(self.text, last, stop)
        return last == stop or (behind is not None and behind.end() >= stop - 2)

    def _is_told(self, after: int, stop: int, closed: bool) -> tuple[bool, bool]:
        """(whether a predicate of the works' course follows, whether it says that they are done)."""
        if closed:
            noun = _KIND_OF_LIST.match(self.text, after, stop)
            after = noun.end() if noun else after
        if _DONE.match(self.text, after, min(stop + 1, len(self.text))):
            return True, True
        if _HURRIED.match(self.text, after, min(stop + 1, len(self.text))):
            return True, False
        return self._opens_predicate(after, stop) and self._becomes(after, stop), False

    def _works(self, begin: int, last: int, head: Span | None) -> list[Plan]:
        """The named works of a list, and the other members that are works beside them."""
        pieces = [piece for first, end, _ in self._members(begin, last) for piece in self._parted(first, end)]
        found: list[Plan] = []
        others: list[Plan] = []
        named = False
        for number, (first, end) in enumerate(pieces):
            if self._inside(end - 1) or self._inside(first) or COUNTED.match(self.text, first, end):
                continue
            while end - first > _SHORTEST and self.text.endswith(("项目", "建设"), first, end):
                end -= 2
            remark = self._size_bracket(first, end)
            stop = remark[0] if remark else end
            spans = self._spans(first, stop, self._head(pieces[number + 1 :], head))
            plan = (
                Plan(first, spans[-1][1], "project", spans, (first, first), end, strong=True)
                if spans
                else None
            )
            if plan is not None:
                named = True
                found.append(plan)
                if remark:
                    plan.end = remark[1]
                    self._read_bracket(plan, remark)
            elif (other := self._member(first, end)) and self._is_other(other):
                found.append(other)
                others.append(other)
        return found if named and len(others) <= len(found) - len(others) + 1 else []

    def _parted(self, first: int, end: int) -> list[Span]:
        """The two members that 和 joins, where the first is a work: 京沪高速铁路和|千万吨级炼油厂."""
        for joint in _AND.finditer(self.masked, first + _SHORTEST, end - _SHORTEST):
            work = _work().fullmatch(self.text, first, joint.start())
            if work and self._is_named(work):
                return [(first, joint.start()), (joint.end(), end)]
        return [(first, end)]

    def _spans(self, first: int, end: int, head: Span | None) -> list[Span]:
        """The name of a piece that names one public work; 忠县至万州 with the kind that its list shares."""
        if not _SHORTEST <= end - first <= _LONGEST:
            return []
        work = _work().fullmatch(self.text, first, end)
        if work and self._is_named(work):
            return [(first, end)]
        if work is None and head is not None and _ROUTE.fullmatch(self.text, first, end):
            return [(first, end), head]
        return []

    def _head(self, following: list[Span], head: Span | None) -> Span | None:
        """The kind of work that the next member with one, or the list's end, says."""
        for first, end in following:
            work = _work().fullmatch(self.text, first, end)
            if work:
                return work.span("noun")
        return head

    def _is_named(self, work: re.Match[str]) -> bool:
        """Whether what stands before the kind says which one: 白云|水库, 青石至河口|公路; not 农村|公路."""
        first, end = work.span("stem")
        stem = work["stem"]
        if _NO_STEM.search(stem) and not _ROUTE.fullmatch(stem):
            return False
        if end - first < 1 or (end - first == 1 and stem not in "省市县区州镇第"):
            return False
        if stem in ("省", "市", "县", "区", "州", "镇"):
            return len(work["noun"]) > 2
        places = self.frame.places_between(first, end)
        whole = bool(places) and places[0].start == first and places[-1].end == end
        if whole and stem[-1] in "省市县区州旗":
            return len(work["noun"]) > 2 and not work["noun"].endswith("公路")
        return whole or _generic().fullmatch(stem) is None

    def _is_other(self, plan: Plan) -> bool:
        first, end = plan.name[0][0], plan.name[-1][1]
        return (
            end - first >= _SHORTEST_OTHER
            and re.search(rf"(?:{pattern('tail')})$", self.text[first:end]) is not None
            and not self._is_unnamed(plan)
            and not self._is_class(plan)
            and _generic().fullmatch(self.text, first, end) is None
            and _nouns().search(self.text, first, end) is None
        )

    def _keep_works(self, plans: list[Plan], before: Span, after: int, *, done: bool) -> None:
        for plan in plans:
            plan.before, plan.after, plan.joined = before, after, plan is not plans[-1]
            if done:
                plan.stage, plan.staged = "operational", True
            self._keep(plan)
