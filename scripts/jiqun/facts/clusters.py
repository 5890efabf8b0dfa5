"""The clusters table: named agglomerations: clusters, bases, parks, regions, chains, pillar industries.

A clause is read from its last head noun (产业集群, 工业园, 支柱产业 …) to its first. What stands before a
head is a list that shares it, where 等, a count or a coordination says so, else one name. A name begins
behind the last word that no name holds (`Words.name_start`); it is a row only where something in it tells it
from others: a trade, a place, a proper noun.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from jiqun.facts.cluster_clauses import Clauses
from jiqun.facts.cluster_heads import LISTED_BEHIND, Head, find_heads
from jiqun.facts.cluster_identity import Kept
from jiqun.facts.cluster_lists import BAY, JOINT, ListReader
from jiqun.facts.cluster_names import NameReader
from jiqun.facts.cluster_rows import Maker, Named
from jiqun.facts.cluster_stems import Stems
from jiqun.facts.cluster_words import within
from jiqun.facts.frame import RULE, Frame
from jiqun.facts.table_cells import find_tables
from jiqun.language.places import Place
from jiqun.language.words import Words
from jiqun.patterns import quick
from jiqun.tables import Cluster

_TITLE = re.compile(r"《[^《》]{2,60}》")
_COLUMN_OF_NAMES = re.compile("(?P<kind>产业集群|产业链)(?:名称)?")
_COMPLEMENT = quick(
    "(?:(?:打造|建设|发展|培育)成(?![都渝德])|建成为|建成了?全|升级为|打造为|建设为|创成|创建为?国家|壮大成|提升为|成长为|形成为|争创|列为|列入|获评为?|荣获|荣膺|跻身|评为|认定为|命名为|授予(?![^，；。]{2,40}等(?:\\d+|[一二三四五六七八九十]+)[个家])|誉为|称为|申报|入选|成为(?!链主|龙头)|作为|转变为|变成|(?:是|系)(?=国家|全国|中国|首批|全省))[^，；。]*$"
)
# 已成为甲集群的重要组成部分 names a cluster that is there.
# 茶叶成为我县支柱产业 tells what is; with 将, 使, 力争 … it is what is meant to be.
_HAS_BECOME = re.compile(
    "已经?(?:迅速|快速|逐步|逐渐)?成为[^，；。]{0,10}$|"
    "^(?:(?!将|使|让|把|要|力争|争取|努力|打造|培育|推动|推进|促进|确保|有望|尽快|加快|真正|建设|发展).){2,60}"
    "(?<!逐步)(?<!逐渐)(?:成长?|跃升|上升)为[^，；。]{0,10}$"
)
# 茶产业作为我县主导产业 tells what is, 把茶产业作为主导产业 what is meant to be.
_IS_CALLED = re.compile("^[^把将]{2,20}作为[^，；。]{0,10}$")
_LISTED_AS = re.compile("(?:列入|入选|纳入|列为|认定为|评为|跻身)[^，；。的]{2,20}的")
_PART_OF = re.compile("的[^，；。]{0,6}(?:部分|成员|一员|载体|环节)")
_TOWARDS = re.compile("向[^，；。]*$")
_TURNS = re.compile("(?:转变|迈进|进军|挺进|转型|升级|跨越|迈上)")
_REGION_TALK = re.compile("区域|板块|增长极|经济带|走廊|都市圈|经济区|片区|组团")


class ClusterReader:
    """Finds the clusters of one document."""

    def __init__(self, frame: Frame, words: Words, places: list[Place]) -> None:
        self.frame, self.text = frame, frame.text
        self._heads = find_heads(frame.text)
        self.stems = Stems(frame, words, places, self._heads)
        maker = Maker(self.stems)
        self.maker, self.names, self.lists = (
            maker,
            NameReader(self.stems, maker),
            ListReader(self.stems, maker),
        )
        self.clauses, self.kept = Clauses(self.stems), Kept(self.stems)
        self._edges = self.clauses.edges()
        self._headings = {heading.heading for heading in frame.headings}

    def read(self) -> list[Named]:
        """All clusters in order of first mention."""
        titles = [found.span() for found in _TITLE.finditer(self.text)]
        clauses: dict[int, list[re.Match[str]]] = {}
        for head in self._heads:
            if not within(titles, head.start()):
                clauses.setdefault(bisect_right(self._edges, head.start()) - 1, []).append(head)
        for clause, heads in clauses.items():
            self._read_clause(self._edges[clause], self._edges[clause + 1], heads)
        self._read_regions()
        self._read_tables()
        self.kept.join_names()
        found = self.kept.found
        found.sort(key=lambda named: (named.start, named.member))
        return found

    def _read_tables(self) -> None:
        """Clusters that a table's column lists below 产业集群, without their head: 孟村弯头管件."""
        for table in find_tables(self.frame):
            for column, cell in enumerate(table[0].cells):
                kind = _COLUMN_OF_NAMES.fullmatch(self.text, *cell) if cell is not None else None
                if kind is None:
                    continue
                for row in table[1:]:
                    span = row.cell(column)
                    if span is not None and self._is_listed(span):
                        self.kept.keep(self._of_table(span, kind["kind"]))

    def _is_listed(self, span: tuple[int, int]) -> bool:
        """Whether a cell holds a name that no other rule reads: short, no number in it, no head."""
        printed = self.text[slice(*span)]
        return (
            2 <= len(printed) <= 20
            and re.fullmatch("[\u4e00-\u9fff（）、及和与]+", printed) is not None
            and not re.search("(?:集群|产业链|园区?|基地|合计|总计|小计|平均)$", printed)
            and self.stems.names_something(*span, "cluster")
        )

    def _of_table(self, span: tuple[int, int], head_text: str) -> Named:
        kind = "chain" if head_text == "产业链" else "cluster"
        head = Head(span[1], span[1], head_text, kind, span[0], span[1], span[1], False, None, None)
        named = self.maker.named(span, self.text[slice(*span)] + head_text, kind, head, [span], None)
        named.start, named.end, named.status = *span, "existing"
        return named

    def _read_clause(self, left: int, right: int, heads: list[re.Match[str]]) -> None:
        """From the last head to the first, for a list's head speaks for what stands before it."""
        claimed = right
        found: list[list[Named]] = []
        for number in range(len(heads) - 1, -1, -1):
            match = heads[number]
            if match.end() > claimed:
                continue
            head = self.clauses.head(match, self.clauses.left_of(left, heads, number), right)
            before = self.text[head.left : head.start]
            if self._is_aim(head, before):
                continue
            named = (
                self.names.read_heading(head)
                if not head.marked and (head.left, head.end) in self._headings
                else None
            )
            named = named or self.names.read_line(head)
            if named is None and head.kind in LISTED_BEHIND and self.text.startswith("”", head.list_end - 1):
                named = self.lists.quoted_members(head) or None
            named = named or (
                self.lists.read_list(head)
                if head.list_end < head.start or JOINT.search(self.text, head.left, head.start)
                else None
            )
            if named is None:
                single = self.names.read_single(head)
                named = self.names.for_each_place(single, head) if single else []
            if not named and head.kind == "pillar_industry":
                named = self.lists.subject_members(head)
            elif not named and head.kind in LISTED_BEHIND:
                named = self.lists.listed_behind(head)
            if named:
                claimed = min(item.member[0] for item in named)
                found.append(named)
        for named in reversed(found):
            for item in named:
                self.kept.keep(item)

    def _is_aim(self, head: Head, before: str) -> bool:
        """Whether a head is what something is to become: 打造成…基地, 向产业集群转变. What has become a
        pillar is one, and what is part of a cluster leaves that a cluster.
        """
        if head.kind == "pillar_industry" and (_HAS_BECOME.search(before) or _IS_CALLED.search(before)):
            return False
        if _TOWARDS.search(before) and _TURNS.match(self.text, head.end):
            return True
        listed = _LISTED_AS.search(before)
        if listed and any(
            place.start == head.start - len(before) + listed.end()
            for place in self.frame.places_between(head.start - len(before) + listed.end(), head.start)
        ):
            return False  # 列入省级试点的|青石领带产业集群
        return _COMPLEMENT.search(before) is not None and not _PART_OF.match(self.text, head.end)

    def _read_regions(self) -> None:
        """Places that head —— items under a sentence that speaks of regions or blocks are growth regions."""
        headings = self.frame.headings
        first_of: dict[int | None, int] = {}
        for heading in headings:
            if heading.kind == "dash":
                first_of.setdefault(heading.parent, heading.start)
        for heading in headings:
            if heading.kind != "dash":
                continue
            opening = first_of[heading.parent]
            if not _REGION_TALK.search(self.text[max(0, opening - 40) : opening]):
                continue
            start, end = heading.heading
            places = self.stems.places_in(start, end)
            if end - start <= 14 and (places or BAY.search(self.text[start:end])):
                named = Named(
                    start,
                    end,
                    self.text[start:end],
                    (start, end),
                    "growth_region",
                    None,
                    None,
                    None,
                    (start, end),
                    (places[-1].code if places else None) or self.frame.region_code,
                    "unspecified",
                )
                self.kept.keep(named)


def rows(frame: Frame, found: list[Named]) -> list[Cluster]:
    """Rows of a document's clusters."""
    for named in found:
        named.row_id = frame.row_id("c", frame.bounds(named.start, named.end)[0])
    result = []
    for named in found:
        start, end = frame.bounds(named.start, named.end)
        result.append(
            Cluster(
                cluster_id=named.row_id,
                document_id=frame.document_id,
                section_id=frame.section_id(named.start, named.end),
                start=start,
                end=end,
                quote=frame.document.source.text[start:end],
                name=named.name,
                name_text=frame.printed(*named.member),
                kind=named.kind,
                tier_text=frame.written(named.tier) if named.tier else None,
                industry_text=frame.printed(*named.industry) if named.industry else None,
                industry_code=named.industry_code,
                region_text=frame.printed(*named.region) if named.region else None,
                region_code=named.region_code,
                parent_cluster_id=named.parent.row_id if named.parent else None,
                status=named.status,
                origin=RULE,
            )
        )
    return result
