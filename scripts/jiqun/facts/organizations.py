"""The organizations table: firms, bodies, schools and banks that a document names, and what they do there.

Full names end in a word that says what they are (集团, 厅, 大学). Firms in short form are known by what
surrounds them: a list that a head noun calls firms, a frame (以…为龙头), money that they put up, or a proper
stem before a trade (玉龙科技).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from jiqun.facts.cluster_rows import Named
from jiqun.facts.firm_lists import read_investors, read_lists, read_named_leaders, read_supported
from jiqun.facts.firm_names import TOWN_LIKE, is_member
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.organization_bodies import LEGAL_FORM, Bodies, Body
from jiqun.facts.organization_names import read_bracketed_firms, read_known, read_suffixed
from jiqun.facts.organization_terms import known_firms, tail_terms
from jiqun.facts.project_plans import Plan
from jiqun.facts.public_bodies import (
    add_issuer,
    read_duties,
    read_governments,
    read_jointly_founded,
    read_leading_groups,
    read_levelled,
    read_papers,
    read_policy_bank,
    read_responsible,
    read_set_up,
)
from jiqun.facts.same_organization import merged
from jiqun.facts.short_firms import read_beside_firms, read_short_firms
from jiqun.language.industries import industries
from jiqun.language.words import Words
from jiqun.tables import Organization

_ZONES_OF_FIRMS = ("产业基地", "产业园", "工业园", "科技园", "绿色智造园", "智造园", "生产基地", "加工基地")
_FIRMS_BY_FORM = ("公司", "集团", "厂", "股份", "控股")
_LONGEST_BUILDER = 14
# Works and people that build by no name of their own.
_NO_BUILDER = re.compile(
    "(?:净化厂|处理厂|水厂|电厂|客商|企业家|企业|行业|产业|园区?|中心|基地|[省市县区镇乡村])$|[、的与和]"
)
# A list of leading firms, before one of them: 龙头企业川锂新能源、|盛源材料.
_LEADS_LIST = re.compile("(?:龙头|链主|骨干|核心|领军)企业(?:[^，；。：]{2,24}、)?$")
_LIST_BEFORE = 40
_ZONE_INSIDE = re.compile("开发区|高新区|经开区|园区|工业区")


def read(frame: Frame, words: Words, issuer: str | None) -> list[Body]:
    """All organizations of one document, each once, by where it is first named."""
    bodies = Bodies(frame, words)
    if issuer:
        add_issuer(bodies, issuer)
    read_responsible(bodies)
    read_duties(bodies)
    read_lists(bodies)
    read_supported(bodies)
    read_investors(bodies)
    read_named_leaders(bodies)
    read_known(bodies)
    read_policy_bank(bodies)
    read_suffixed(bodies)
    read_bracketed_firms(bodies)
    read_levelled(bodies)
    read_governments(bodies)
    read_set_up(bodies)
    read_leading_groups(bodies)
    read_jointly_founded(bodies)
    read_papers(bodies)
    read_short_firms(bodies)
    read_beside_firms(bodies)
    return merged(bodies)


def add_builders(frame: Frame, words: Words, found: list[Body], plans: list[Plan]) -> None:
    """Add the firms that build a project and are named nowhere else: 旭晖电子|高密度互连板项目.

    Not who is known by a fuller name, nor a trade, a place or works before what is built (冷链装备项目).
    """
    bodies: Bodies | None = None
    for plan in plans:
        if plan.enterprise_span is None or plan.enterprise is not None:
            continue
        first, last = plan.enterprise_span
        name = re.sub(r"\s", "", frame.text[first:last])
        stem = LEGAL_FORM.sub("", name)
        if not 3 <= len(name) <= _LONGEST_BUILDER or _NO_BUILDER.search(name):
            continue
        if frame.text.startswith("一体化", last):
            continue  # 福建炼化|一体化项目
        if any(stem in body.name or body.name in name for body in found):
            continue
        bodies = bodies or Bodies(frame, words)
        trades = industries().find(name)
        if not is_member(bodies, first, last, name) or (trades and trades[0].start == 0):
            continue
        plain = stem == name and bodies.is_common(first, last)
        if _is_placed_only(bodies, first, last) or plain:
            continue
        bodies.found.clear()
        earliest = frame.text.find(name)
        if 0 <= earliest < first:
            leads = _LEADS_LIST.search(frame.text, max(0, earliest - _LIST_BEFORE), earliest)
            bodies.add(earliest, earliest + len(name), "enterprise", "leading" if leads else "investor")
        else:
            bodies.add(first, last, "enterprise", "investor")
        for body in bodies.found:
            body.name = re.sub(r"\s", "", body.name)
            found.append(body)
            plan.enterprise = body


def _is_placed_only(bodies: Bodies, start: int, end: int) -> bool:
    """Whether a name is a zone, or places and at most one character: 岳阳云溪, 拉萨高新区藏泉冰川."""
    places = bodies.frame.places_between(start, end)
    covered = places[-1].end if places and places[0].start == start else start
    return end - covered < 2 or _ZONE_INSIDE.search(bodies.text, start, end) is not None


def rows(frame: Frame, found: list[Body]) -> list[Organization]:
    """Rows of a document's organizations."""
    found.sort(key=lambda body: (body.start, body.end))
    result = []
    for body in found:
        start, end = frame.bounds(body.start, body.end)
        body.row_id = frame.row_id("o", start)
        result.append(
            Organization(
                organization_id=body.row_id,
                document_id=frame.document_id,
                section_id=frame.section_id(body.start, body.end),
                start=start,
                end=end,
                quote=frame.document.source.text[start:end],
                name=body.name,
                kind=body.kind,
                role=body.role,
                cluster_id=body.cluster.row_id if body.cluster else None,
                region_code=body.region_code,
                origin=RULE,
            )
        )
    return result


def link(frame: Frame, found: list[Body], clusters: list[Named]) -> None:
    """The cluster that a firm leads or supports: the one its section's heading names
    (机电汽配业：以…为龙头).
    """
    stems = {named.member[0]: named.member[1] for named in clusters}
    parks = {named.member[0]: named.member[1] for named in clusters if named.kind == "park"}
    # Where all of a name is taken off as what stands before a name, nothing is left of it.
    found[:] = [body for body in found if body.name and body.start < body.end]
    # 古镇灯饰 of 古镇灯饰等产业集群 and 九阳机械 of 九阳机械电子工业园 are no firms.
    found[:] = [
        body
        for body in found
        if body.role != "mentioned" or body.kind != "enterprise" or body.end > stems.get(body.start, -1)
    ]
    found[:] = [
        body
        for body in found
        if body.end > parks.get(body.start, -1)
        or body.name in known_firms()
        or not tail_terms().intersection((body.name[-2:], body.name[-3:]))
    ]
    # 郑集冷链 of 郑集冷链食品产业基地, named nowhere else, is none either.
    whole = {
        start: end
        for start, end in stems.items()
        if frame.text.startswith(_ZONES_OF_FIRMS, end) or frame.text.endswith(_ZONES_OF_FIRMS, start, end)
    }
    found[:] = [
        body
        for body in found
        if body.kind != "enterprise"
        or body.end >= whole.get(body.start, -1)
        or not TOWN_LIKE.match(body.name)
        or body.name.endswith(_FIRMS_BY_FORM)
        or body.name in known_firms()
        or frame.text.count(body.name) > 1
    ]
    by_name = sorted(range(len(clusters)), key=lambda number: clusters[number].name)
    names = [clusters[number].name for number in by_name]
    for body in found:
        if body.role not in ("leading", "supporting"):
            continue
        for index in frame.section_path(frame.innermost(body.start)):
            first, last = frame.headings[index].heading
            heading = re.sub(r"(?:产业链|产业|业)$", "", frame.text[first:last])
            if index and 2 <= len(heading) <= 14:
                first = bisect_left(names, heading)
                last = bisect_left(names, heading + "\U0010ffff", first)
                matching = [clusters[number] for number in sorted(by_name[first:last])]
                if matching:
                    body.cluster = min(
                        matching, key=lambda named: (named.kind not in ("cluster", "chain"), named.start)
                    )
                    break
