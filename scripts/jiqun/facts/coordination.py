"""Lists in running text: their members, and where 和 and 及 split and where they do not."""

from __future__ import annotations

import re

from jiqun.language.industries import industries

_STRONG = re.compile(r"以及|暨")
_JOINT_OR_BRACKET = re.compile(r"[（“《）”》、]|以及")
_WEAK = re.compile(r"和|及|与")
_ZONE_END = re.compile(
    r"(?:区|园|湾|基地|集群|走廊|带|谷|小镇|城|港|岛|县|市|省|镇|乡|公司|集团|厂|银行|大学|局|厅|委|期|项目|工程|线)(?:（[^（）]*）)?$"
)
DEPENDENT = re.compile(
    r"^(?:其|其他|相关|关联|配套|外设|零部件|配件|元器件|深加工|精深加工|加工|制品|衍生|延伸|下游|上下游|部件|附件|维修|服务|应用|设备|用品|辅料|终端)"
)


def split_members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Members of the list between two positions, as spans.

    、 and 以及 always split. 和, 及 and 与 split in the last member only, where they close the list, or
    behind a zone or body (武夷新区和三明生态工贸区): 塑胶及金属深加工 at the end of a list is two trades;
    汽车及零部件 and 生物与新医药 are one wherever they stand.
    Brackets are not opened: 金沙园（沙县、永安） is one member.
    """
    parts = _split_outside_brackets(text, start, end)
    members: list[tuple[int, int]] = []
    for number, (first, last) in enumerate(parts):
        # 绿色铝及深加工、有色金属及新材料: the same joint stands inside the members.
        inside = len(members) > 1 and all("及" in text[begin:end] for begin, end in members)
        closing = number == len(parts) - 1 and not (inside and text.count("及", first, last) == 1)
        members.extend(_split_weak(text, first, last, closing, len(parts)))
    return [(first, last) for first, last in members if first < last]


def _split_outside_brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, depth, begin = [], 0, start
    # One further character, for the 及 of an 以 that the stretch ends with.
    for found in _JOINT_OR_BRACKET.finditer(text, start, end + 1):
        sign = found[0]
        if found.start() == end:
            break
        if sign in "（“《":
            depth += 1
        elif sign in "）”》":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append((begin, found.start()))
            begin = found.end()
    parts.append((begin, end))
    return parts


def _split_weak(text: str, start: int, end: int, last: bool, count: int) -> list[tuple[int, int]]:
    # 单晶硅—电池及组件—发电 is one chain, whatever its links hold.
    if not _WEAK.search(text, start + 1, end - 1) or "—" in text[start:end]:
        return [(start, end)]
    if any(trade.start == 0 and trade.end == end - start for trade in industries().find(text[start:end])):
        return [(start, end)]
    for found in _WEAK.finditer(text, start + 1, end - 1):
        if text.count("（", start, found.start()) > text.count("）", start, found.start()):
            continue
        left, right = text[start : found.start()], text[found.end() : end]
        zone = _ZONE_END.search(left) is not None
        if not zone and (not last or DEPENDENT.match(right) or len(left) < 1):
            continue
        if found[0] == "与" and count > 1 and not zone:
            continue  # 农业机械、建材与装配式建筑
        if len(left) == 1 and not industries().find(left + "产业"):
            continue  # 新和, a county
        if not zone and count == 1 and len(right) < 2:
            continue
        return [(start, found.start()), *_split_weak(text, found.end(), end, last, count)]
    return [(start, end)]
