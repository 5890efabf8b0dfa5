"""The organizations table: firms, bodies, schools and banks that a document names, and what they do there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from jiqun.facts.clusters import Named
from jiqun.facts.coordination import split_members
from jiqun.facts.frame import RULE, Frame
from jiqun.language import vocabulary
from jiqun.language.industries import industries
from jiqun.language.words import Words
from jiqun.tables import Organization

ROLES = ("issuer", "leading", "supporting", "investor", "responsible", "mentioned")
_LIST_TAIL = re.compile(
    r"等?(?:一批|(?:\d{1,4}|[一二两三四五六七八九十]{1,3})(?:余|多)?[家户个])?(?P<what>(?:[\u4e00-\u9fff“”]{0,12}?)(?:企业|公司|集团|厂家|厂商|商场|银行|高校|院校|机构|链主|龙头|单位|部门|老板))"
)
_LEADING_FRAME = re.compile(r"为(?:龙头|核心|支撑|骨干|依托|链主|引领|主体|代表|主导|牵引|主|重点)")
_LEAD_WORDS = re.compile(r"龙头|核心|骨干|链主|领军|头部|支柱|重点企业|优势企业|行业领先|“火车头”|旗舰|主导企业|大企业")
_SUPPORT_BEFORE = re.compile(r"(?:带动|联合|吸引|辐射|引进|集聚|促进|催生|推动)(?:了)?$")
_SUPPORT_WORDS = re.compile(r"配套|中小企业|小企业|上下游|关联|协作|加工制造企业|加工企业|食品加工业|供应商|小型")
_RESPONSIBLE_OPEN = re.compile(r"(?:责任|牵头|配合|主办|承办|实施|落实|参与|协办)(?:单位|部门)?：(?P<list>[^）；。\n]+)")
_GENERIC_TAIL = re.compile(r"^(?:各|有关|相关|本|该|我|其|全|等|及|和|与|或|外|由|向|对|为)")
_LEADER_BODY = re.compile(r"(?:[\u4e00-\u9fff]{2,24}?)(?:领导小组|指挥部|工作小组|推进小组|协调小组|工作专班|联席会议办公室)(?!办公室|成员|组长|下设|研究)")
_BODY = re.compile(r"(?P<where>中共|省|市|县|区|州|盟|旗|镇|自治区|国家)?(?P<stem>[\u4e00-\u9fff]{2,16}?)(?P<suffix>局|厅|委员会|办公室|办公厅|委|办|部|院|中心|协会|商会|联合会|银行|大学|学院|研究院|研究所|公司|集团|厂|行)")
_DROP_KINDS = re.compile(r"行业协会|企业家协会|产业园|工业园|示范区|开发区|技术中心$|孵化器$|平台$")


@dataclass(slots=True)
class Body:
    """An organization while its document is read; positions are of the view."""

    start: int
    end: int
    name: str
    kind: str
    role: str
    cluster: Named | None = None
    region_code: str | None = None
    row_id: str = ""


@cache
def _terms() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str, bool], ...]]:
    """Names of organizations known as a whole."""
    rows = tuple(
        (row["term"].replace("(", "（").replace(")", "）"), row["kind"], row["generic"] == "1")
        for row in vocabulary.read("organization_terms")
        if row["position"] == "whole"
    )
    return ahocorasick_rs.AhoCorasick([row[0] for row in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), rows


@cache
def _suffixes() -> tuple[re.Pattern[str], dict[str, str]]:
    """Suffixes of full names, long ones of firms, schools and bodies; a bare 中心 or 工业 makes no name."""
    kinds: dict[str, str] = {}
    weak = {"信息", "工业", "农业", "光电", "化工", "医药", "商贸", "建设", "建材", "服务平台", "中心", "光伏", "包装", "广告", "半导体", "家具", "家居", "地产", "建筑", "工具", "影视", "快递", "宾馆", "保险", "基金", "信托", "期货", "证券", "厂", "担保", "交易中心", "委", "办", "局", "厅", "部", "所", "学校", "商城", "商场", "书店", "事务所", "实业", "国投", "城投", "交投", "冶金", "冶炼", "化学", "化纤", "制药", "印刷", "印染", "传媒", "供应链", "农场", "引导基金", "产业基金", "母基金", "联盟", "实验室", "中学", "小学", "医院", "党组", "党委", "党支部", "人大", "政法委", "协调小组", "领导小组", "指挥部", "专班", "孵化器", "孵化中心", "创新中心", "技术中心", "研发中心", "重点实验室", "国家实验室", "工程研究中心", "工程技术研究中心", "研究中心", "公共服务平台", "开发中心", "服务站", "推广站", "服务中心", "信息中心", "检测中心", "培训中心", "支行", "分行", "营业部", "联社"}
    for row in vocabulary.read("organization_terms"):
        if row["position"] == "suffix" and row["term"] not in weak and len(row["term"]) >= 2:
            kinds[row["term"].replace("(", "（").replace(")", "）")] = row["kind"]
    kinds["集团"] = "enterprise"
    kinds["公司"] = "enterprise"
    ordered = sorted(kinds, key=lambda term: (-len(term), term))
    return re.compile("|".join(re.escape(term) for term in ordered)), kinds


class OrganizationReader:
    """Finds the organizations of one document."""

    def __init__(self, frame: Frame, words: Words) -> None:
        self.frame, self.words = frame, words
        self.text = frame.text
        self.found: list[Body] = []
        self._titles = [found.span() for found in re.finditer(r"《[^《》]{2,60}》", frame.text)]

    def read(self, issuer: str | None) -> list[Body]:
        """All organizations, the issuing body first."""
        if issuer:
            self._add_issuer(issuer)
        self._read_responsible()
        self._read_known()
        self._read_lists()
        self._read_suffixed()
        self._read_bodies()
        return self._merged()

    # --- finders ------------------------------------------------------------------------------------------------------

    def _add_issuer(self, issuer: str) -> None:
        for name in issuer.split("、"):
            at = self.text.find(name)
            if at >= 0:
                self._add(at, at + len(name), self._kind(name) or "government", "issuer")

    def _read_responsible(self) -> None:
        """（责任单位：省财政厅、省科技厅）"""
        for found in _RESPONSIBLE_OPEN.finditer(self.text):
            for start, end in split_members(self.text, found.start("list"), found.end("list")):
                for piece in re.finditer(r"[^，,\s]+", self.text[start:end]):
                    first, last = start + piece.start(), start + piece.end()
                    name = re.sub(r"等.*$", "", self.text[first:last])
                    if 3 <= len(name) <= 20 and not _GENERIC_TAIL.match(name) and not self._is_generic(name):
                        self._add(first, first + len(name), self._kind(name) or "government", "responsible")

    def _read_known(self) -> None:
        automaton, rows = _terms()
        for index, start, end in automaton.find_matches_as_indexes(self.text):
            term, kind, generic = rows[index]
            if generic or self._in_title(start) or (len(term) <= 2 and not self.words.starts_word(start)):
                continue
            if kind == "enterprise" and len(term) <= 2 and not re.match(r"[、，。）等]|集团|公司", self.text[end : end + 2]) :
                continue
            self._add(start, end, kind, self._role(start, end, kind))

    def _read_lists(self) -> None:
        """Names in a list that a head noun calls firms: 支持陕鼓集团、西电集团等龙头企业, 以A、B为龙头，带动C、D等一批企业."""
        text = self.text
        for found in re.finditer(r"以(?P<list>[^，；。：]{2,80}?)为(?:龙头|核心|支撑|骨干|依托|链主|引领|代表|牵引)", text):
            if found["list"].endswith(("企业", "业")) and "、" not in found["list"]:
                continue
            self._add_list(found.start("list"), found.end("list"), "leading", strict=True)
        for found in _LIST_TAIL.finditer(text):
            if not text.startswith("等", found.start()) and not re.match(r"(?:\d|[一二两三四五六七八九十])", found[0]):
                continue
            end = found.start()
            start = max(text.rfind(mark, 0, end) for mark in "，；。：！？（\n") + 1
            if end - start < 2 or end - start > 120:
                continue
            begin = self.words.name_start(start, text.find("、", start, end) if "、" in text[start:end] else end)
            before = text[max(0, begin - 6) : begin]
            what = found["what"]
            if re.search(r"部门|单位|高校|院校|机构|商场|银行", what) and "企业" not in what:
                continue
            role = "leading" if _LEAD_WORDS.search(what) else "supporting" if _SUPPORT_WORDS.search(what) or _SUPPORT_BEFORE.search(before) else "mentioned"
            self._add_list(begin, end, role, strict=False)

    def _add_list(self, start: int, end: int, role: str, strict: bool) -> None:
        for first, last in split_members(self.text, start, end):
            name = self.text[first:last]
            name = re.sub(r"^(?:以|由|和|与|及|了)", "", name)
            first = last - len(name)
            if self._is_name(name):
                self._add(first, last, self._kind(name) or "enterprise", role)

    def _is_name(self, name: str) -> bool:
        """Whether a list member can be a firm's name: short, no function word, no trade or generic noun by itself."""
        if not 2 <= len(re.sub(r"（.*?）", "", name)) <= 14 or re.search(r"[的了是在，。；：]|等|一批|各类|企业$|行业$|产业$|园$|市$|县$|省$", name):
            return False
        if self._is_generic(name) or re.fullmatch(r"[一二三四五六七八九十\d]+.*", name):
            return False
        if re.search(r"(?:集团|公司|厂|股份|科技|银行)$", name):
            return True
        terms = industries().find(name)
        return not any(trade.start == 0 and trade.end == len(name) for trade in terms) and not re.fullmatch(r"(?:[\u4e00-\u9fff]{2,6})(?:业|产品|技术|服务|设备|材料|人才|资源|要素|领域|方面|环节|项目|装备|平台|工程|制度|机制)", name)

    def _read_suffixed(self) -> None:
        pattern, kinds = _suffixes()
        for found in pattern.finditer(self.text):
            if self._in_title(found.start()):
                continue
            left = max(self.text.rfind(mark, max(0, found.start() - 24), found.start()) for mark in "，；。：、！？（“《”\n") + 1
            left = max(left, found.start() - 24)
            start = self.words.name_start(left, found.start())
            name = self.text[start : found.end()]
            stem = self.text[start : found.start()]
            if len(stem) < 2 or self._is_generic(name) or re.search(r"[一二两三四五六七八九十\d]+[家个户]|^(?:大型|中小|重点|骨干|龙头|民营|国有|上市|知名|大|小|一批|企业|跨国|行业|相关|产业|股份制|有限|省级|国家级|市级|各|优势|核心|配套|投资|创业|风险|专业|新兴|融资|创业投资|工业|商业|政策性|外资|地方|中介|金融)+$", stem):
                continue
            kind = kinds[found[0]]
            if kind == "other" or _DROP_KINDS.search(name):
                continue
            self._add(start, found.end(), kind, self._role(start, found.end(), kind))

    def _read_bodies(self) -> None:
        """省工业和信息化厅 and the like, and groups to be set up."""
        for found in re.finditer(r"(?:省|市|县|区|州|盟|旗|自治区)(?:[\u4e00-\u9fff]{2,12}?)(?:厅|局|委员会|办公室|办公厅|委(?!员|托)|办(?!公|法|理|事))(?=[、，；。：）和及与会要按负牵]|等|为|作)", self.text):
            name = found[0]
            if self._in_title(found.start()) or self._is_generic(name) or not self.words.starts_word(found.start()) and self.text[found.start() - 1 : found.start()] not in "、，（：和与由":
                continue
            if re.search(r"各|有关|部门|政府(?!办)|党委|企业|产业|发展.{4}", name[1:]) and not re.search(r"发展(?:和)?改革", name):
                continue
            self._add(found.start(), found.end(), "government", self._role(found.start(), found.end(), "government"))
        for found in _LEADER_BODY.finditer(self.text):
            start = self.words.name_start(max(found.start(), max(self.text.rfind(mark, 0, found.end()) for mark in "，；。：、（\n") + 1), found.end() - 3)
            name = self.text[start : found.end()]
            if len(name) > 5 and not self._in_title(start):
                self._add(start, found.end(), "government", "responsible")

    # --- judging -------------------------------------------------------------------------------------------------------

    def _kind(self, name: str) -> str | None:
        best: tuple[int, str] | None = None
        for row in vocabulary.read("organization_terms"):
            if row["position"] == "suffix" and name.endswith(row["term"]) and (best is None or len(row["term"]) > best[0]):
                best = (len(row["term"]), row["kind"])
        return best[1] if best else None

    def _is_generic(self, name: str) -> bool:
        return name in _generic()

    def _in_title(self, position: int) -> bool:
        return any(start <= position < end for start, end in self._titles)

    def _role(self, start: int, end: int, kind: str) -> str:
        text = self.text
        before = text[max(0, start - 12) : start]
        after = text[end : end + 14]
        if kind in ("government", "party", "association") and re.search(r"(?:由|责任单位：|牵头单位：|（)$|^.*设在$", before):
            return "responsible"
        if kind in ("government", "party") and re.match(r"(?:要|会同|负责|牵头|按|应|具体|为成员|作为|、|和)", after) and not re.search(r"党的|贯彻", before):
            return "responsible" if kind == "government" or re.match(r"(?:要|会同|负责|牵头)", after) else "mentioned"
        if kind == "enterprise" and (re.match(r"(?:总)?投资|出资|投入", after)):
            return "investor"
        if kind == "enterprise" and re.match(r"等?[^，。；]{0,10}(?:龙头|核心|骨干|链主|领军)", after):
            return "leading"
        return "mentioned"

    def _add(self, start: int, end: int, kind: str, role: str) -> None:
        name = self.text[start:end]
        if kind == "university" and re.fullmatch(r"各?(?:大学|高校|院校|研究院|研究所|学院)", name):
            return
        self.found.append(Body(start, end, name, kind, role, region_code=self._region(start, end, kind)))

    def _region(self, start: int, end: int, kind: str) -> str | None:
        name = self.text[start:end]
        if kind in ("government", "party", "association") and re.match(r"^(?:省|市|县|区|州|盟|旗|自治区|全省|全市|全县|全区)", name):
            return self.frame.region_code
        places = self.frame.places_between(start, end)
        if places and places[0].start <= start + 2:
            return places[-1].code if places[-1].start == places[0].end else places[0].code
        return self.frame.region_code if kind in ("government", "party") else None

    def _merged(self) -> list[Body]:
        """One body per name: overlapping finds give way to the longest, short forms to the fullest name, roles to the first."""
        self.found.sort(key=lambda body: (body.start, -body.end, ROLES.index(body.role)))
        kept: list[Body] = []
        for body in self.found:
            if kept and body.start < kept[-1].end:
                last = kept[-1]
                if (body.start, body.end) == (last.start, last.end) or ROLES.index(body.role) < ROLES.index(last.role):
                    last.role = min(last.role, body.role, key=ROLES.index)
                continue
            kept.append(body)
        by_name: dict[str, Body] = {}
        for body in kept:
            earlier = by_name.get(body.name) or next((other for name, other in by_name.items() if self._same(name, body.name)), None)
            if earlier:
                earlier.role = min(earlier.role, body.role, key=ROLES.index)
                if len(body.name) > len(earlier.name):
                    earlier.name = body.name
                continue
            by_name[body.name] = body
        return list(by_name.values())

    def _same(self, one: str, other: str) -> bool:
        """四机 for 四机厂: one begins with the other and adds a firm's suffix only."""
        short, long = sorted((one, other), key=len)
        return len(short) >= 2 and long.startswith(short) and long[len(short) :] in ("厂", "集团", "公司", "股份", "有限公司", "集团有限公司", "股份有限公司", "集团公司")


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["term"] for row in vocabulary.read("organization_terms") if row["generic"] == "1")


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
                section_id=frame.section_id(body.start),
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
    """The cluster that a firm leads or supports: the one its section's heading names (机电汽配业：以…为龙头)."""
    for body in found:
        if body.role not in ("leading", "supporting"):
            continue
        for index in frame.section_path(frame.innermost(body.start)):
            first, last = frame.headings[index].heading
            heading = re.sub(r"(?:产业链|产业|业)$", "", frame.text[first:last])
            if index and 2 <= len(heading) <= 14:
                matching = [named for named in clusters if named.name.startswith(heading)]
                if matching:
                    body.cluster = min(matching, key=lambda named: (named.kind not in ("cluster", "chain"), named.start))
                    break
