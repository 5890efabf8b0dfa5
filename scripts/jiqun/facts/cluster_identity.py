"""Which names are of one cluster: document, name and place are its identity, and short names are its too."""

from __future__ import annotations

import re

from jiqun.facts.cluster_clauses import LONGEST_LIST
from jiqun.facts.cluster_lists import CLUSTER_END
from jiqun.facts.cluster_rows import Named
from jiqun.facts.cluster_stems import Stems
from jiqun.facts.cluster_words import BRACKETS, is_trade, is_trade_alone, without_generic
from jiqun.language.industries import industries

_HEAD_CLASS = re.compile(
    "(?:工业|产业|科技|化工)?园区?$|(?:工业|产业)?(?:小区|集中区|集聚区|功能区)$|(?:经济|技术|高新|产业|工业)*开发区$|基地$|产业集群$"
)


class Kept:
    """The clusters found so far, each once."""

    def __init__(self, stems: Stems) -> None:
        self.stems, self.frame, self.text = stems, stems.frame, stems.text
        self.found: list[Named] = []
        self._by_key: dict[tuple[str, str], Named] = {}
        self._by_name: dict[str, Named] = {}

    def keep(self, named: Named) -> None:
        """Keep a cluster unless the same one was named before: document, name and place are its identity.

        A name with half a pair of brackets (评论 新闻）装备制造基地) is what a page's layout left of one.
        """
        if sum(named.name.count(mark) for mark in "（(") != sum(named.name.count(mark) for mark in "）)"):
            return
        if named.parent:
            named.parent = self._kept(named.parent)
        self._kept(named)

    def _kept(self, named: Named) -> Named:
        key = self._key(named)
        placed = bool(self.stems.places_in(*named.member))
        earlier = self._by_key.get((named.name, "")) or (None if placed else self._by_name.get(named.name))
        earlier = earlier or self._by_key.setdefault(key, named)
        if earlier is named:
            self.found.append(named)
            if placed:
                self._by_name.setdefault(named.name, named)
        elif (
            named.kind == "cluster"
            and named.name.endswith("产业集群")
            and not earlier.name.endswith("产业集群")
            and "集群" in earlier.name
        ):
            earlier.name = named.name
        elif named.kind in ("cluster", "chain") and placed and named.name.endswith(earlier.name):
            earlier.also.append(earlier.name)
            earlier.name = named.name  # 佳木斯农机装备产业集群 behind 我市农机装备产业集群
        return earlier

    def _key(self, named: Named) -> tuple[str, str]:
        """What makes two mentions the same: 与 is 和, 集群 is 产业集群, and the document's own place may be
        left out.
        """
        name = named.name
        places = self.stems.places_in(*named.member)
        if named.kind == "growth_region":
            return name, ""
        if (
            len(places) > 1
            and places[0].start == named.member[0]
            and places[1].start == places[0].end
            and _holds(places[0].code, places[1].code)
        ):
            name = name[places[0].end - places[0].start :]  # 黑龙江|虎林产业园区
            places = places[1:]
        elif places and places[0].start > named.member[0]:
            places = []
        if places and places[0].code:
            rest = name[places[0].end - places[0].start :]
            if places[0].code != self.frame.region_code:
                name = places[0].code + rest  # 广水风机 is 广水市风机
            elif len(rest) > (4 if named.kind == "park" else 3) and not rest.startswith(
                ("经济", "高新", "工业", "产业")
            ):
                name = rest
        name = CLUSTER_END.sub("集群", name).replace("与", "和").replace("及", "和").replace("园区", "园")
        name = name.replace("业集群", "集群")
        return BRACKETS.sub("", name), named.region_code or ""

    def join_names(self) -> None:
        """拍马工业园 is 拍马纸品工业园; 湄洲湾 is 湄洲湾南北岸; 湄洲湾石化基地 is 湄洲湾石化产业集群 where
        产业集群（基地） is said.
        """
        bases_too = "集群（基地）" in self.text or "集群和基地" in self.text
        by_opening: dict[str, list[Named]] = {}
        for named in self.found:
            by_opening.setdefault(_opening(named), []).append(named)
            places = self.stems.places_in(*named.member)
            if places and places[0].start > named.member[0]:
                by_opening.setdefault(places[0].term[:2], []).append(named)
            elif places and named.kind == "park":
                by_opening.setdefault(named.name[len(places[0].term) :][:2], []).append(named)
            if named.kind == "park" and len(named.name) >= 8 and not industries().find(named.name[2:]):
                villages = by_opening.setdefault(named.name[2:4], [])
                if not any(other is named for other in villages):
                    villages.append(named)  # 七圩|虹桥工业园区
            if named.parent and named.kind == "park":
                # 敦化经济开发区医药园 is 医药园 further on
                by_opening.setdefault(named.name[len(named.parent.name) :][:2], []).append(named)
        dropped: dict[int, Named] = {}
        for named in self.found:
            others = [
                other
                for other in by_opening[_opening(named)]
                if other is not named and id(other) not in dropped
            ]
            longer = [
                other
                for other in others
                if _is_short_for(named, other, bases_too) and not self._are_listed(named, other)
            ]
            if len(longer) == 1:
                dropped[id(named)] = longer[0]
                self._take_over(longer[0], named)
        for named in self.found:
            if named.parent and id(named.parent) in dropped:
                named.parent = dropped[id(named.parent)]
        self.found = [named for named in self.found if id(named) not in dropped]

    def _are_listed(self, one: Named, other: Named) -> bool:
        """Whether two names are members of one list, so two zones: 连江可门经济开发区、…、连江经济开发区."""
        first, last = sorted((one, other), key=lambda named: named.member)
        if last.member[0] - first.member[1] > LONGEST_LIST:
            return False
        between = self.text[first.member[1] : last.member[0]]
        return "、" in between and not re.search("[，。；：\n]", between)

    def _take_over(self, full: Named, short: Named) -> None:
        """The first mention is the evidence, and a name in which brackets explain gives way to the plain
        one.
        """
        full.also += [short.name, *short.also]
        if short.start < full.start:
            if "（" in full.name or "(" in full.name:
                full.name = short.name
            full.start, full.end, full.member, full.status, full.tier = (
                short.start,
                short.end,
                short.member,
                short.status,
                short.tier,
            )


def _holds(outer: str | None, inner: str | None) -> bool:
    """Whether one division lies in another: 黑龙江 holds 虎林, 策勒 does not hold 天津."""
    if outer is None or inner is None:
        return True
    return inner.startswith(outer.removesuffix("00").removesuffix("00"))


def _opening(named: Named) -> str:
    return named.name[:2]


def _is_short_for(short: Named, full: Named, bases_too: bool) -> bool:
    """Whether one name is a short form of another: same opening, same sort of head, all of it in order
    inside the other.
    """
    if ("—" in full.name) != ("—" in short.name):
        return False  # 甲—乙工业园 is of two places
    if short.kind == full.kind == "growth_region":
        return len(short.name) < len(full.name) and full.name.startswith(short.name)
    if short.kind == "base" and full.kind == "cluster" and bases_too:
        return short.region_code == full.region_code and re.sub(
            "(?:产业|生产)?基地$", "", short.name
        ) == re.sub("产业集群$", "", full.name)
    if short.kind == full.kind == "park" and (
        _shortened(short.name) == _shortened(full.name) or _is_bare(short.name, full.name)
    ):
        return len(short.name) < len(full.name)
    if short.kind not in ("park", "base") or full.kind != short.kind or len(short.name) >= len(full.name):
        return False
    if len(short.name) >= 6 and full.name.endswith(short.name):
        return True
    if len(short.name) >= 5 and _shortened(full.name).endswith(_shortened(short.name)):
        return True  # 扶风经开区 is 陕西扶风经济技术开发区
    heads = [_HEAD_CLASS.search(named.name) for named in (short, full)]
    if not (heads[0] and heads[1]):
        return False
    classes = [re.sub("^(?:产业|工业|科技|化工)?园区?$", "园", head[0]) for head in heads if head]
    stem, whole = short.name[: heads[0].start()], full.name[: heads[1].start()]
    rest = whole.removeprefix(stem)
    differ = heads[0][0] != heads[1][0] and whole.startswith(stem)
    if differ and without_generic(rest) and not is_trade(rest):
        return False  # 永兴工业园区 is another than 永兴|龙安|化工园区
    return (
        classes[0] == classes[1]
        and len(stem) >= 2
        # 玉米产业园 is no short form of 玉米现代物流园: nothing in it is a name.
        and (short.kind != "park" or whole.endswith(stem) or not is_trade_alone(stem))
        and _is_inside(stem, whole)
        and (stem != whole or short.name != full.name)
    )


def _shortened(name: str) -> str:
    """A zone's name with the short form of its kind: 青石高新技术产业开发区 is 青石高新区."""
    name = re.sub("高新技术产业开发区|高新技术产业园区?|高新技术开发区|高新技术产业园", "高新区", name)
    return re.sub("经济技术开发区|经济开发区", "经开区", name)


def _is_bare(short: str, full: str) -> bool:
    """Whether a zone is called 开发区 of its place only: 西宁开发区 for 西宁经济技术开发区."""
    place = short.removesuffix("开发区")
    if place == short or not 2 <= len(place) <= 5:
        return False
    stems = {place, place[:-1] if len(place) > 2 and place[-1] in "市县区州旗" else place}
    stems |= {stem + suffix for stem in tuple(stems) for suffix in "市县区州旗"}
    return any(full in (f"{stem}经济技术开发区", f"{stem}经济开发区") for stem in stems)


def _is_inside(short: str, long: str) -> bool:
    """Whether all characters of `short` occur in `long` in order."""
    position = 0
    for character in short:
        position = long.find(character, position) + 1
        if position == 0:
            return False
    return True
