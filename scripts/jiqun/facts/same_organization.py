"""One organization for all the names that a document prints for it."""

from __future__ import annotations

import re

from jiqun.facts.organization_bodies import LEGAL_FORM, Bodies, Body
from jiqun.facts.organization_roles import ROLES
from jiqun.facts.organization_terms import OF_LEVEL, any_tail, name_suffixes

_WHOLE_SUFFIXES = (
    "厂",
    "集团",
    "公司",
    "股份",
    "有限公司",
    "集团有限公司",
    "股份有限公司",
    "集团公司",
    "科技",
    "控股",
)
_COMMISSION = re.compile("委员会$")


def _office_key(office: str) -> str:
    """What an office and its short form have alike, as no name is: 省经*委."""
    return f"{office[:2]}*{_COMMISSION.sub('委', office)[-1:]}"


def _is_abbreviated(one: str, other: str) -> bool:
    """Whether of two offices of a level one is short for the other: 省经信委, 省经济和信息化委员会."""
    short, long = sorted((_COMMISSION.sub("委", one), _COMMISSION.sub("委", other)), key=len)
    if len(short) < 4 or short[:2] != long[:2] or short[-1] != long[-1] or short[-1] not in "委局厅办":
        return False
    signs = iter(long)
    return all(sign in signs for sign in short)


def _is_same(one: Body, name: str, other: Body, other_name: str) -> bool:
    """四机 for 四机厂, 湘味坊 for 湘味坊食品, 桂海石化 for 广西桂海石化集团: one firm's name begins with
    the other's.

    The names come without their places. What the longer adds is its trade or its legal form; 瑞能负极材料
    is 瑞能公司.
    """
    if one.kind != other.kind:
        return False
    if name == other_name:
        return (
            (one.kind == "enterprise" and name not in (one.name, other.name))
            or one.name == other.name
            or one.kind == "enterprise"
        )
    short, long = sorted((name, other_name), key=len)
    stem = re.sub("(?:集团|公司)$", "", short)
    if one.kind == "enterprise" and len(stem) >= 2 and stem != short and long.startswith(stem):
        return True
    if not long.startswith(short) or len(short) < 2:
        return False
    added = long[len(short) :]
    return added in _WHOLE_SUFFIXES or (
        one.kind == "enterprise"
        and len(short) <= 4
        and (
            any_tail().fullmatch(added) is not None
            or added in name_suffixes()[2]
            or (len(added) <= 6 and added.endswith(("集团", "公司")))
        )
    )


def _fullness(name: str) -> tuple[bool, int]:
    """Which of two printed names is the fuller: the one with its legal form, then the longer."""
    return name.endswith(("公司", "集团", "厂")), len(name)


def _offices(bodies: Bodies, body: Body) -> list[str]:
    """What a body of the document's own place is also called: 江西省财政厅 is 省财政厅, and behind
    another of its level 财政厅."""
    if body.kind != "government":
        return []
    name = body.name.replace("人民政府办公", "政府办公")
    places = bodies.frame.places_between(body.start, body.end)
    if places and places[0].start == body.start:
        own = places[0]
        for place in places[1:]:
            own = place if place.start == own.end else own  # 青石市|北原区经信局
        if own.code != bodies.frame.region_code:
            return []
        name = name[own.start - body.start :]
        level = OF_LEVEL.search(name[: own.end - own.start])
        name = name[level.start() :] if level else name
    level = OF_LEVEL.match(name)
    return [name, name[level.end() :]] if level and len(name) - level.end() >= 3 else [name]


def _same_office(bodies: Bodies, body: Body, by_office: dict[str, Body]) -> Body | None:
    """The body that this one is by another name, if one is known."""
    offices = _offices(bodies, body)
    same = by_office.get(offices[0]) if offices else None
    # 工信局 first, and then 市工信局.
    short = by_office.get(offices[1]) if same is None and len(offices) == 2 else None
    if short and short.name == offices[1]:
        return short
    if same is None and len(offices) == 2:
        alike = by_office.get(_office_key(offices[0]))
        return alike if alike and _is_abbreviated(_offices(bodies, alike)[0], offices[0]) else None
    return same


def _without_place(bodies: Bodies, body: Body) -> str:
    """A firm's name without the place before it (广西桂海石化集团, 福州耀隆化工); other names as they
    are.
    """
    places = bodies.frame.places_between(body.start, body.end) if body.kind == "enterprise" else []
    length = places[0].end - body.start if places and places[0].start == body.start else 0
    own = body.name[length:]
    return own if len(LEGAL_FORM.sub("", own)) >= 3 else body.name


def merged(bodies: Bodies) -> list[Body]:
    """One body per name: overlapping finds give way to the longest, short forms to the fullest name,
    roles to the first.
    """
    bodies.found.sort(key=lambda body: (body.start, -body.end, ROLES.index(body.role)))
    kept: list[Body] = []
    for body in bodies.found:
        if kept and body.start < kept[-1].end:
            last = kept[-1]
            last.role = min(last.role, body.role, key=ROLES.index)
            if body.start == last.start and body.end == last.end:
                last.region_code = last.region_code or body.region_code
            if body.end > last.end and body.start == last.start:
                last.end, last.name = body.end, body.name
            continue
        if kept and body.start == kept[-1].end and body.kind == kept[-1].kind == "enterprise":
            last = kept[-1]  # 华菱|湘钢
            last.end, last.name, last.role = (
                body.end,
                last.name + body.name,
                min(last.role, body.role, key=ROLES.index),
            )
            continue
        kept.append(body)
    by_name: dict[str, Body] = {}
    by_opening: dict[str, list[Body]] = {}
    by_office: dict[str, Body] = {}
    for body in kept:
        own = _without_place(bodies, body)
        earlier = (
            by_name.get(body.name)
            or _same_office(bodies, body, by_office)
            or next(
                (
                    other
                    for other in by_opening.get(own[:2], [])
                    if _is_same(other, _without_place(bodies, other), body, own)
                ),
                None,
            )
        )
        if earlier is None:
            by_name[body.name] = body
            offices = _offices(bodies, body)
            for office in [*offices, *map(_office_key, offices[:1])]:
                by_office.setdefault(office, body)
            by_opening.setdefault(own[:2], []).append(body)
            continue
        earlier.role = min(earlier.role, body.role, key=ROLES.index)
        if _fullness(body.name) > _fullness(earlier.name):
            earlier.name = body.name
    return list(by_name.values())
