"""What an organization does in the text: it leads, supports, invests, has a duty, or is mentioned."""

from __future__ import annotations

import re

ROLES = ("issuer", "leading", "supporting", "investor", "responsible", "mentioned")
BUILDS = re.compile(
    r"^[^，；。]{0,24}?(?:各建|合资|有意[^，；。]{0,6}投资|投资建|投资兴建|兴建|共同投资|出资建|建立[^，；。]{2,12}基地|各投)"
)
# Who is to do something, by the words before the name.
_ENTRUSTED_BODY = re.compile("(?:由|请|责任单位：|牵头单位：|设在|办公室于|会同|以及|、)$")
_ENTRUSTED = re.compile("(?:由|会同)$")
# A firm that leads others, by the words before and behind its name.
_LEADING_FIRM = re.compile("(?:龙头|核心|骨干|链主|领军)企业$")
_LEADS_OTHERS = re.compile(
    "牵头|领衔|担当链主|带动|联合[^，。；]{2,30}?(?:等|企业)|[^。；]{0,60}带动[^，。；]{0,4}(?:配套|上下游)企业"
    "|(?:、[^，。；、]{2,10}){0,3}(?:牵头|领衔|担当链主|领跑|龙头(?:引领|带动)?作用)"
)
_IS_LEADING = re.compile(
    "等?[^，。；、]{0,10}(?:龙头|核心|骨干|链主|领军)|是[^，。；]{0,20}(?:龙头|“火车头”|骨干)"
)
PROJECT_TALK = re.compile(
    r"项目|投产|竣工|开工|签约|工程(?!技术|研究|师|机械)|落户|封顶|投用|建成|安装|调试|试车|动工|拟建|在建|总投资"
)
INVESTS = re.compile(
    r"^(?:集团)?(?:[^，；。]{0,12}[与按][^，；。]{2,10})?(?:计划|拟|将|有意|意向|累计|追加|总|再)*(?:投资|出资|投入|斥资|增资|拿出)"
    r"|^(?:同日|正|已|上月|去年|今年)*[与同][^，；。]{2,16}(?:签订|签署|签约|洽谈|达成)"
    r"|^，(?:占地[^，；。]{1,10}，)?(?:计划|总|拟|累计)*投资\d"
)


def role_of(text: str, start: int, end: int, kind: str) -> str:
    """What the words around a name say it does."""
    before, after = text[max(0, start - 12) : start], text[end : end + 40]
    if kind == "enterprise":
        return _firm_role(text, text[max(0, start - 24) : start], after, end)
    if before.endswith("请") and kind in ("government", "financial"):
        return "responsible"
    if kind == "financial" and not re.match("要|应|负责|牵头", after):
        return "mentioned"
    if (kind == "government" and _ENTRUSTED_BODY.search(before)) or _ENTRUSTED.search(before):
        return "responsible"
    if kind in ("government", "party", "other", "university", "association", "financial") and re.match(
        "(?:、[^，。；]{2,40}?|和[^，。；]{2,14}?)?(?:要|会同|负责|牵头|应当|应|具体负责|按月|按季|每年|建立[^，。；]{2,12}制度|从[^，。；]{1,6}起对|将会同|统筹|配合|参与|参加|按职责|为成员|作为成员|等省级|等部门)",
        after,
    ):
        return "mentioned" if re.search("贯彻|落实|根据|按照", before) else "responsible"
    return "mentioned"


def _firm_role(text: str, before: str, after: str, end: int) -> str:
    if _LEADING_FIRM.search(before) or _LEADS_OTHERS.match(after):
        return "leading"
    if (
        INVESTS.match(after)
        or (before.endswith("元的") and not re.search("注册资|财政", before))
        or BUILDS.match(re.sub("[，；。].*", "", after))
        or re.match("在[^，；。]{2,20}(?:建立|建设|兴建|投资)", after)
    ):
        return "investor"
    if _IS_LEADING.match(after):
        return "leading"
    if re.search("[与同]$", before) and re.match("(?:达成|签订|签署|签约)[^。；]{0,16}投资", after):
        return "investor"
    if re.match("[^。；]{0,36}为[^，。；]{2,10}配套(?:生产|加工)", after):
        return "supporting"
    member = re.match("[^，；。、]*", after)
    clause = text[end : end + 120]
    clause = re.split("[；。]", clause)[0]
    goes_on = (
        member is not None
        and (len(member[0]) >= 2 or member[0] in tuple("一二三四五"))
        and not re.match("[和与及等的]|分别|成为|通过|牵头|达|已|要|集团中国区", member[0])
    )
    return "investor" if goes_on and PROJECT_TALK.search(clause) else "mentioned"
