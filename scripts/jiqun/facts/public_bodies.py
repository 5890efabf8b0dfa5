"""Public bodies: issuers, who is responsible for a task, offices of a level, leading groups, what is set up.

They are known by the frame that names them, whether or not their names end in a word that says what they
are.
"""

from __future__ import annotations

import re

from jiqun.facts.coordination import split_members
from jiqun.facts.organization_bodies import Bodies
from jiqun.facts.organization_roles import role_of
from jiqun.facts.organization_terms import LEVEL, OF_LEVEL, is_generic, kind_of_name
from jiqun.language.industries import industries

_RESPONSIBLE_LIST = re.compile(
    r"(?:责任|牵头|配合|主办|承办|实施|落实|参与|协办|成员)(?:单位|部门|领导)?：(?P<list>[^）；。\n]+)"
)
# Who has to do what stands before: 。（省财政厅牵头，省商务厅、能源局配合）, 〔责任单位：省农牧厅〕.
_DUTY_BRACKET = re.compile(
    r"[（〔【\[](?P<list>(?:[^（）〔〕【】\[\]\n]|（[^（）\n]{1,20}）){3,400})[）〕】\]](?=\s|$|[。；（〔【\[])"
)
_DUTY = re.compile(
    r"牵头|负责|配合|落实|承办|承担|协办|按职责|(?:责任|主管|实施|参与|主办|成员)(?:单位|部门)"
)
_DUTY_PIECE = re.compile(r"(?:[^、，；：\s（）]|（[^（）]{1,20}）)+(?P<label>：)?")
_DUTY_VERBS = re.compile(
    r"等|(?<=.{3})(?:牵头|配合|负责|落实|承办|承担|协办|参与|组织|实施)|(?:按照?|依)[^，；]{0,6}(?:职[责能]|分工)|共同|分别|具体"
)
_DUTY_JOINT = re.compile("(?<=[局厅委办部院会行府司团])(?:和|及|与|以及|会同|联合)(?=[^，；、]{3})")
_NO_DUTY = re.compile(
    "[一二两三四五六七八九十几\\d]+[个家]|各|有关|相关|其他|其它|[省市县区州盟旗]直|[省市县区州盟旗]级|所在|属地|本|全"
)
_OFFICE_END = re.compile("(?:局|厅|委|办|署|院|部|司)$")
_SET_UP = re.compile(
    r"(?:成立|组建|设立|建立|组成|共建)(?:了)?(?:由[^，；。]{2,12}(?:任|担任)(?:组长|主任|总指挥|召集人)的)?(?P<name>(?!由|以|共享|健全|完善|若干|一批|一支|一个|高水平|了)[\u4e00-\u9fff]{2,20}?"
    r"(?P<what>领导小组|指挥部|工作小组|推进小组|协调小组|工作组|委员会|工作专班|联盟|协会|商会|研究院|实验室|联席会议|创新中心|公司|集团|工程技术中心|(?<!技术)(?<!研发)(?<!研究)(?<!检测)(?<!服务)中心|巡逻队|服务队|招商局|办公室))"
    r"(?=[，；。、）和及并与\n]|$|统筹|负责|由|下设|办公室|具体)"
)
_PARTY = re.compile(r"中共[\u4e00-\u9fff]{2,12}?(?:[省市县区州盟旗]委)(?!员)(?:办公室|办公厅|宣传部|组织部)?")
_LEVELLED = re.compile(
    rf"(?:{LEVEL})(?!级|内|域|场|长|直)(?:[\u4e00-\u9fff]{{2,14}}?)(?P<what>厅|局|委员会|办公室|办公厅|委(?!员|托|派|会(?!同))|(?<![开创合举兴])办(?!公|法|理|事|好|学|厂)|纪委|联社|融媒体中心|服务中心|促进中心|担保中心|供电公司|工作推进组|推进小组|(?:建设|推进|工作)专班)"
    r"(?:(?<=担保中心)|(?=[、，；。：）和及与会要对按负牵等为作将每切具设联配主\n（]|$|相关|有关|共同|组织|统筹|制定|实行|开展|启动|出台|印发|发布|公布|下发|召开|举办|推荐|审核|认定|受理|拨付|兑付|协调|监督|考核|获悉|介绍|了解|表示|局长|厅长|主任|副局长))"
)
_TALK = re.compile(
    r"以及|按照|根据|贯彻|落实|坚持|要|委常|工程|改扩建|各|有关|部门|政府(?!办)|党委|企业|等|的|产业(?!发展局|集群链长|链)|工作(?!委|办)|由|与|向|对|把|在"
)
# What makes 政府 another word: 政府工作报告, 政府网, 政府采购.
_NO_GOVERNMENT = re.compile(
    "工作|网|门户|办|常务|全会|会议|采购|投资|[各有]?关?部门|债|引导|补|令|党组|党委|所在|驻|主要|领导|副|和社会|性|督|信息"
)
_LEADING_GROUP = re.compile("(?:领导小组|推进组|协调小组)(?:办公室)?")
_ORGANIZES = re.compile("(?:组织|协调|督促|报)(?=[省市县区州盟旗])")
_NO_GROUP = re.compile(
    "成立|组建|设立|建立|[的等各了和与及]|[省市县区州盟旗](?:委|政府)[^，]{0,2}(?:成立|决定)"
)
_JOINTLY = re.compile(
    r"(?:共建|组建|合建|合作建设|联合建设|联合建立|联合设立)(?:了)?(?P<name>(?!共享|一批|若干|一个|高水平|了)[\u4e00-\u9fff]{2,18}?"
    r"(?:研究中心|检测中心|试验站|中试中心|中试基地(?!项目)))(?=[，；。、）\n]|$)"
)
# A centre for a trade that somebody sets up: 建设印制电路板检测中心; not 建设企业研发中心, 检测中心5个.
_CENTRE = re.compile(
    r"(?:共建|组建|合建|合作建设|联合建设|联合建立|联合设立|建设|新建|筹建|设立|建立|成立|建成|打造)(?:了|好)?"
    r"(?P<name>(?!共享|一批|若干|一个|高水平|了|企业|公共|产业|技术|重点|国家|省级|市级|院士|博士|各|现代|新型)[\u4e00-\u9fff]{2,16}?"
    r"(?:研发中心|研究中心|检测中心|检验中心|检验检测中心|创新联合体|创新中心|工程技术(?:研究)?中心|工程研究中心|中试平台|中试中心))(?=[，；。、）\n]|$)"
)
_POLICY_BANK = re.compile("开行(?=贷款|融资|授信|基金|资金|、农发行)|(?<=农发行、)开行(?!了)")
_PAPER = re.compile(
    r"(?:来源|来自)：(?:[\u4e00-\u9fff]{2,8}[-—]{1,2})?(?P<source>[\u4e00-\u9fff]{2,10}(?:报|讯|周刊|杂志|融媒|电视台))(?![道告料社息体])|《(?P<paper>[\u4e00-\u9fff]{2,10}报)》(?:见习|实习|首席)?记者"
)
# A centre that works for firms is no authority: 担保中心, 检测中心; 投诉举报中心 is one.
_WORKS = re.compile("担保|检测|技术|研发|中试|实验|数据|创新|孵化|试验|设计")


def _on_duty(part: str) -> tuple[str, str] | None:
    """Name and kind of the body in a part of a list of duties: 能源局按职责分工负责 is 能源局."""
    verb = _DUTY_VERBS.search(part)
    name = re.sub("（.*?）", "", part[: verb.start()] if verb else part)
    if not 3 <= len(name) <= 20 or not part.startswith(name) or _NO_DUTY.match(name) or is_generic(name):
        return None
    kind = kind_of_name(name) or ("government" if _OFFICE_END.search(name) else None)
    return (name, kind) if kind else None


def add_issuer(bodies: Bodies, issuer: str) -> None:
    """The bodies that issue the document, where its text prints them first."""
    for name in issuer.split("、"):
        at = bodies.text.find(name)
        if at >= 0 and not (at and bodies.text[at - 1] == "□"):
            bodies.add(at, at + len(name), kind_of_name(name) or "government", "issuer")


def read_responsible(bodies: Bodies) -> None:
    """（责任单位：省财政厅、省科技厅）"""
    for found in _RESPONSIBLE_LIST.finditer(bodies.text):
        for start, end in split_members(bodies.text, found.start("list"), found.end("list")):
            for piece in re.finditer(r"[^，,\s]+", bodies.text[start:end]):
                first = start + piece.start()
                name = re.sub("等.*$", "", piece[0])
                if (
                    3 <= len(name) <= 20
                    and not _NO_DUTY.match(name)
                    and not is_generic(name)
                    and kind_of_name(name)
                ):
                    bodies.add(first, first + len(name), kind_of_name(name) or "government", "responsible")


def read_duties(bodies: Bodies) -> None:
    """（省财政厅牵头，能源局负责）and （州财政局、州工信局）behind a task: who has to do it, with or
    without its level."""
    text = bodies.text
    for found in _DUTY_BRACKET.finditer(text):
        if text[found.start() - 1] not in "。；！：\n）〕】 ":
            continue
        parts = _DUTY_PIECE.finditer(text, *found.span("list"))
        pieces = [piece for piece in parts if not piece["label"]]
        named = [_on_duty(piece[0]) or _NO_DUTY.match(piece[0]) for piece in pieces]
        if not _DUTY.search(found["list"]) and not all(named):
            continue
        for piece in pieces:
            start = piece.start()
            for part in _DUTY_JOINT.split(piece[0]):
                start = text.index(part, start)
                body = _on_duty(part)
                if body:
                    bodies.add(start, start + len(body[0]), body[1], "responsible")
                start += len(part)


def read_levelled(bodies: Bodies) -> None:
    """省工业和信息化厅, 县融媒体中心: a body of the level that the text speaks of; and 中共…县委."""
    text = bodies.text
    for found in _LEVELLED.finditer(text):
        start = found.start()
        if bodies.ends_zone(start):
            continue
        if (
            _TALK.search(found[0][1:].replace("中小企业", "").replace("产业链工作", ""))
            or is_generic(found[0])
            or not bodies.opens(start)
        ):
            continue
        if (start and text[start - 1] in "各全我本该") or bodies.is_address(start) or bodies.in_title(start):
            continue
        kind = {
            "纪委": "party",
            "联社": "financial",
            "融媒体中心": "other",
            "供电公司": "enterprise",
        }.get(found["what"], "government")
        kind = kind_of_name(found[0]) or kind
        bodies.add(start, found.end(), kind, role_of(bodies.text, start, found.end(), kind))
    for found in _PARTY.finditer(text):
        if not bodies.in_title(found.start()):
            bodies.add(found.start(), found.end(), "party", "mentioned")


def read_governments(bodies: Bodies) -> None:
    """咸安县政府与五家企业签约: the government of a place that the text names; 县政府 alone names none."""
    text = bodies.text
    for place in bodies.frame.places:
        if text.startswith("政府", place.end) and text[place.end - 1] in "省市县区旗州盟":
            end = place.end + 2
            if not _NO_GOVERNMENT.match(text, end) and not bodies.in_title(place.start):
                role = role_of(text, place.start, end, "government")
                bodies.add(place.start, end, "government", role)


def read_set_up(bodies: Bodies) -> None:
    """成立园区建设指挥部: a body named in full where it is set up; 建立技术中心 names none."""
    for found in _SET_UP.finditer(bodies.text):
        start, end = found.span("name")
        if (
            bodies.in_title(start)
            or is_generic(found["name"])
            or end - start < 5
            or re.search(r"[的等各]|国家级|省级以上|\d", found["name"])
        ):
            continue
        what = found["what"]
        kind = {
            "联盟": "association",
            "协会": "association",
            "商会": "association",
            "公司": "enterprise",
            "集团": "enterprise",
            "研究院": "other",
            "实验室": "other",
            "创新中心": "other",
            "工程技术中心": "other",
        }.get(what, "government")
        if what == "中心" and _WORKS.search(found["name"]):
            kind = "other"
        bodies.add(start, end, kind, "responsible" if kind == "government" else "mentioned", founded=True)


def read_leading_groups(bodies: Bodies) -> None:
    """自治区发展纺织产业带动就业领导小组办公室: a leading group by its whole name, whatever verbs are in
    it."""
    for found in _LEADING_GROUP.finditer(bodies.text):
        end = found.end()
        left = max(bodies.stop_before(found.start()), found.start() - 30)
        said = max(bodies.text.rfind(mark, left, found.start()) + 1 for mark in "从由据向经")
        start = max(left, said)
        places = bodies.frame.places_between(start, end)
        organized = _ORGANIZES.match(bodies.text, start, end)
        start = organized.end() if organized else start
        is_named = (places and places[0].start == start) or OF_LEVEL.match(bodies.text, start)
        if is_named and end - start >= 10 and not _NO_GROUP.search(bodies.text, start, end):
            bodies.add(start, end, "government", role_of(bodies.text, start, end, "government"))


def read_jointly_founded(bodies: Bodies) -> None:
    """共建纺织技术研究中心: a centre that two set up together, by its name."""
    for found in _JOINTLY.finditer(bodies.text):
        start, end = found.span("name")
        if (
            bodies.in_title(start)
            or re.search(r"[的等各]|国家级|省级以上|\d", found["name"])
            or end - start < (5 if found["name"].endswith("站") else 6)
        ):
            continue
        bodies.add(start, end, "other", "mentioned", founded=True)
    for found in _CENTRE.finditer(bodies.text):
        start, end = found.span("name")
        placed = any(place.start == start for place in bodies.frame.places_between(start, end))
        if (
            not bodies.in_title(start)
            and not re.search(r"[的等各]|级|\d", found["name"])
            and (placed or industries().find(found["name"]))
        ):
            bodies.add(start, end, "other", "mentioned", founded=True)


def read_papers(bodies: Bodies) -> None:
    """The paper that a page names as its source or its reporter's: 来源：青石新报, 《青石报》记者."""
    for found in _PAPER.finditer(bodies.text):
        name = "source" if found["source"] else "paper"
        bodies.add(*found.span(name), "other", "mentioned")


def read_policy_bank(bodies: Bodies) -> None:
    """争取开行贷款: the development bank; to 开行 a train is another word."""
    for found in _POLICY_BANK.finditer(bodies.text):
        bodies.add(*found.span(), "financial", "mentioned")
