"""A cluster while its document is read, and its row: trade, region, parent, status."""

from __future__ import annotations

from dataclasses import dataclass, field

from jiqun.facts.cluster_heads import BIG, HEAD, Head
from jiqun.facts.cluster_status import status_of
from jiqun.facts.cluster_stems import Stems


@dataclass(slots=True)
class Named:
    """A cluster while its document is read; positions are of the view. `also` are shorter names that the
    text prints for it.
    """

    start: int
    end: int
    name: str
    member: tuple[int, int]
    kind: str
    tier: str | None
    industry: tuple[int, int] | None
    industry_code: str | None
    region: tuple[int, int] | None
    region_code: str | None
    status: str
    parent: Named | None = None
    row_id: str = ""
    also: list[str] = field(default_factory=list)


class Maker:
    """Fills in what a name alone does not say."""

    def __init__(self, stems: Stems) -> None:
        self.stems, self.frame, self.text = stems, stems.frame, stems.text

    def parent_inside(self, named: Named, head: Head, start: int, stop: int) -> None:
        """A park inside a cluster's or base's name is a row of its own and the parent:
        厦门火炬高新区电子信息产业集群.
        """
        for inner in HEAD.finditer(self.text, start, stop):
            if (
                inner.lastgroup != "park"
                or inner.end() >= stop
                or (named.kind == "park" and not inner[0].endswith(("开发区", "高新区", "经开区")))
                or not self.stems.names_something(start, inner.start(), "park")
                or self.stems.is_division(start, inner.end())
            ):
                continue
            park = self.named((start, inner.end()), self.text[start : inner.end()], "park", head, [], None)
            park.start, park.end = start, inner.end()
            if self.text.startswith("（", inner.end()):
                places = self.stems.places_in(inner.end(), stop)
                if places:
                    park.region, park.region_code = (places[-1].start, places[-1].end), places[-1].code
            park.status = "existing" if named.status == "existing" else "unspecified"
            named.parent = park
            return

    def named(
        self,
        member: tuple[int, int],
        name: str,
        kind: str,
        head: Head,
        members: list[tuple[int, int]],
        tier: str | None,
    ) -> Named:
        start = members[0][0] if members else member[0]
        places = self.stems.places_in(*member)
        text = self.text
        region = (
            (places[0].start, places[-1].end)
            if places and (places[0].start - member[0] <= 8 or kind in ("park", "growth_region"))
            else None
        )
        code = places[-1].code if region else None
        trade_start = region[1] if region and region[1] < member[1] else member[0]
        industry, industry_code = (
            self.stems.industry(trade_start, member[1]) if kind != "growth_region" else (None, None)
        )
        if region is None:
            region, code = self._region_of_passage(start)
            if (
                kind == "park"
                and industry
                and 2 <= industry[0] - member[0] <= 4
                and self.stems.is_proper(member[0], industry[0])
            ):
                region = (member[0], industry[0])
        name = self._printed_name(name.replace("\n", ""), member, text)
        return Named(
            # Members may stand behind their head, which is then the begin of what proves them.
            min(start, head.start),
            max(member[1], head.end, members[-1][1] if members else 0),
            name,
            member,
            kind,
            tier,
            industry,
            industry_code,
            region,
            code or self.frame.region_code,
            self._status(start, head, kind),
        )

    def _printed_name(self, name: str, member: tuple[int, int], text: str) -> str:
        """A name with brackets as the source prints them (the view has folded them)."""
        if "（" not in name:
            return name
        view, source = self.frame.document.view, self.frame.document.source.text
        for position in range(*member):
            if text[position] in "（）" and source[view.offset(position)] in "()":
                name = name.replace(text[position], source[view.offset(position)])
        return name

    def _region_of_passage(self, position: int) -> tuple[tuple[int, int] | None, str | None]:
        """The place that heads the section (——闽江口), else the document's."""
        for index in self.frame.section_path(self.frame.innermost(position)):
            heading = self.frame.headings[index]
            if heading.kind == "dash":
                first, last = heading.heading
                places = self.stems.places_in(first, last)
                if places or (last - first <= 14 and BIG.search(self.text[first:last])):
                    return (first, last), (places[-1].code if places else None) or self.frame.region_code
        return None, self.frame.region_code

    def _status(self, start: int, head: Head, kind: str) -> str:
        if kind == "pillar_industry":
            return "existing"
        return status_of(self.text, start, head.end)
