"""Places named in a text, and the codes of GB/T 2260 that they had.

The vocabulary `place_terms.csv` gives each form of each name since 1995 with its code, the years it was in
use, and what makes it doubtful. Its column `ambiguous` reads

- `word`: a word first (合作, 长安, 城区). A place only in a list of places that belong together;
- `name`: also a brand, a river, a district hardly known outside its city (白银, 鼓楼). A place where its own
  prefecture, or the passage around it, speaks for it;
- `shared`: several codes carry the name. The passage decides which;

and its column `kind`: `full` 福建省, `short` 福建, `zone` 苏州工业园区 (code of the unit that holds it),
`area` 长三角 (no code), `abbreviation` 闽 and `body` 国务院 (both only for issuers and document numbers),
`none` 长治久安 (no place, but it holds the name of one).

Offsets are 0-based, end-exclusive, in code points of the text handed in.
"""

import csv
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, MatchKind
from rjieba import Jieba

from jiqun import codes

NATION = "100000"


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What is known of a document: the code of the place it speaks for, and the year it was written."""

    region_code: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place named at [start, end). `code` is None for an area without one, and where nothing decides."""

    start: int
    end: int
    term: str
    code: str | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """One meaning of a term: a line of the vocabulary."""

    code: str
    first: int
    last: int
    kind: str
    ambiguous: str


@dataclass(slots=True)
class _Found:
    """A term found in the text, on its way to a Place."""

    start: int
    end: int
    term: str
    readings: list[_Reading]
    code: str | None = None
    settled: bool = False
    dropped: bool = False

    def settle(self, code: str | None) -> None:
        self.code = code
        self.settled = True

    def drop(self) -> None:
        self.settled = self.dropped = True


@dataclass(slots=True)
class _Passage:
    """A text being read: its finds, and how often each province and prefecture was settled on."""

    text: str
    context: PlaceContext
    finds: list[_Found]
    seen: Counter[str] = field(default_factory=Counter)

    def settle(self, index: int, code: str | None) -> None:
        self.finds[index].settle(code)
        if code:
            self.seen.update((code[:2], code[:4]))


# 上海市场 is the market of Shanghai: the last character of the name begins the next word.
_NEXT_WORD = re.compile("市(?:场|民|容|值|政(?!府|协))|区(?:域|间|位|块)|县(?:域|城)|省(?:道|会|际)")
# 长安镇 and 江阴路 are other places than 长安 and 江阴.
_SMALLER_PLACE = re.compile(
    "镇(?!域|级)|乡(?!镇|村)|街道|社区|(?:中|东|西|南|北)?路(?!桥|网|灯)|大道|大街|村(?!镇|级|民|集)"
)
# What marks a name as that of a stretch of land in the document's own area: 江阴半岛, 江阴工业集中区.
_LOCAL_COMPOUND = re.compile("半岛|湾|港|岛|澳|工业集中区|工业小区|片区|组团|新城")
# What follows the proper part of a firm's name: 玉龙科技 is not from 玉龙, unless the document is.
_FIRM = re.compile(
    "(?:公司|集团|股份|厂|科技|实业|控股|食品|油脂|药业|制药|医药|生物|化工|化学|纸业|木业|面粉|机械|重工|电子|电气|电器|软件|钢铁"
    "|汽车|纺织|服饰|置业|建材|水泥|投资|能源|环保|农业|牧业|饲料|啤酒|酒业|煤机|煤矿|光电|材料|银行)"
)
_LIST_GAP = re.compile("[、，,和及与以]|以及|[ 　]*、[ 　]*")

# Provinces that are one city: 北京, 天津, 上海, 重庆. Their districts and counties differ in four digits.
_MUNICIPALITIES = frozenset(("11", "12", "31", "50"))

_NEAR = 60
_UNSUPPORTED = 15
_SUPPORTED = 35


@cache
def level_of(code: str) -> str:
    """`national`, `province`, `prefecture` or `county`, by a code's zeros. ValueError if it is no code."""
    if not re.fullmatch("[1-9][0-9]{5}", code):
        raise ValueError(f"region code {code!r}: expected six digits as in GB/T 2260, for instance 350000")
    if code == NATION:
        return "national"
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def contains(outer: str, inner: str) -> bool:
    """Whether the place `outer` is, or holds, the place `inner`: 350000 holds 350181, 350900 does not."""
    return _digits(inner).startswith(_digits(outer))


def _digits(code: str) -> str:
    """The digits of a code that its level uses: 35 for 350000, none for the nation."""
    return {"national": "", "province": code[:2], "prefecture": code[:4], "county": code}[level_of(code)]


@cache
def _region_names() -> dict[str, str]:
    return {row["code"]: row["label_zh"] for row in codes.read("region_codes")}


def region_name(code: str) -> str:
    """The name of a region code; empty where there is none."""
    return _region_names().get(code, "")


@cache
def places() -> "Places":
    """The places of the package's vocabulary, loaded at the first call."""
    return Places()


class Places:
    """Finds places in texts. Building one reads the vocabulary, a third of a second; see `places()`."""

    def __init__(self) -> None:
        self._readings = _read_vocabulary()
        self._names: list[str] = []
        self._bodies: list[str] = []
        self._abbreviations: dict[str, str] = {}
        for term, readings in self._readings.items():
            kinds = {reading.kind for reading in readings}
            if "body" in kinds:
                self._bodies.append(term)
            elif "abbreviation" in kinds:
                self._abbreviations[term] = readings[0].code
            else:
                self._names.append(term)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)
        self._segmenter = Jieba()
        for term in self._names:
            if not self._segmenter.has_word(term):
                # A rare word: it wins over single characters, not over two words of the dictionary.
                self._segmenter.add_word(term, 10, "ns")

    def find(self, text: str, context: PlaceContext) -> list[Place]:
        """The places named in `text`, in order, without overlaps; offsets in `text`.

        Give a whole document at once: one passage settles another (江阴半岛 in a text from Fuqing shows that
        its 江阴 is not the city in Jiangsu). 福建省宁德市 gives two places. Time is linear in the text.
        """
        passage = _Passage(text, context, list(self._scan(text)))
        self._mark_local_names(passage)
        _settle_unmistakable(passage)
        _settle_lists(passage)
        for index, found in enumerate(passage.finds):
            if not found.settled:
                _settle_by_evidence(passage, index)
        return [Place(f.start, f.end, f.term, f.code) for f in passage.finds if not f.dropped]

    def region_of(self, name: str, within: str | None = None, year: int | None = None) -> str | None:
        """The code of the place that a body, a title or a document number speaks for, or None.

        陕西省人民政府 gives 610000, 中共远安县委 420525, 国务院 100000, 闽经贸发展〔2025〕501号 350000, and
        福州市鼓楼区人民政府 350102, the innermost of the chain that it opens with. 鼓楼区人民政府 alone needs
        `within` (350100); 高新区管委会 gives None.
        """
        name = re.sub("^(?:中国共产党|中共)(?!中央)", "", name)
        chain: list[Place] = []
        for place in self.find(name, PlaceContext(within, year)):
            if chain and (place.start != chain[-1].end or place.code is None):
                break
            chain.append(place)
        if chain and chain[-1].code:
            return chain[-1].code
        if within and not chain:
            unit = self._opening_unit(name, within, year)
            if unit:
                return unit
        if any(name.startswith(body) for body in self._bodies):
            return NATION
        if re.search(r"[〔［\[（(]\s*[0-9０-９]{4}", name):
            return self._abbreviations.get(name[:1])
        return None

    def _opening_unit(self, name: str, within: str, year: int | None) -> str | None:
        """The code of a unit whose full name is a word (新城区人民政府), if the prefecture has one."""
        matches = self._automaton.find_matches_as_indexes(name)
        if not matches or matches[0][1] != 0:
            return None
        readings = self._readings[self._names[matches[0][0]]]
        units = [r for r in readings if r.kind == "full" and r.code[:4] == within[:4]]
        return _in_force(units, year).code if units else None

    def _scan(self, text: str) -> Iterator[_Found]:
        """The terms of the vocabulary, longest first, at word boundaries, in order."""
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            term = self._names[number]
            readings = self._readings[term]
            if readings[0].kind == "none":
                continue
            if _NEXT_WORD.match(text, end - 1) and term[:-1] in self._readings:
                term, end = term[:-1], end - 1
                readings = self._readings[term]
            is_short = any(reading.kind == "short" for reading in readings)
            if (is_short or len(term) == 2) and not self._is_word(text, start, end):
                continue
            if is_short and _SMALLER_PLACE.match(text, end):
                continue
            yield _Found(start, end, term, readings)

    def _is_word(self, text: str, start: int, end: int) -> bool:
        """Whether a word begins at `start` and ends at `end`, or goes on as one (福建 in 福建省委).

        For 太湖南岸 (no 湖南), 相应县市 (no 应县); it must leave 唐山东部 its 唐山.
        """
        begin = max(0, start - 6)
        words = self._segmenter.cut(text[begin : end + 6], hmm=False)
        bounds = [begin, *accumulate(map(len, words), initial=begin)]
        if start not in bounds:
            return False
        following = bounds[bisect_right(bounds, start)]
        return following >= end or end in bounds

    def _mark_local_names(self, passage: _Passage) -> None:
        """Settles, without code, names of counties elsewhere that stand for land of the document's own.

        For 江阴半岛 or 福清江阴 in a document from Fujian, and then every 江阴 in it; it must leave 江阴
        alone in a document from Jiangsu, and in one from Hubei that goes to learn from it.
        """
        home = passage.context.region_code
        if home is None or home == NATION:
            return
        local: set[str] = set()
        for before, found in zip([None, *passage.finds], passage.finds, strict=False):
            if _is_county_elsewhere(found, home):
                touches = before is not None and before.end == found.start and not _may_hold(before, found)
                if touches or _LOCAL_COMPOUND.match(passage.text, found.end):
                    local.add(found.term)
        for found in passage.finds:
            if found.term in local:
                found.settle(None)


def _read_vocabulary() -> dict[str, list[_Reading]]:
    """The lines of place_terms.csv by term."""
    text = (files("jiqun.language") / "vocabulary" / "place_terms.csv").read_text(encoding="utf-8")
    readings: dict[str, list[_Reading]] = {}
    for row in csv.DictReader(text.splitlines()):
        first, last = int(row["valid_from"] or 0), int(row["valid_to"] or 9999)
        reading = _Reading(row["code"], first, last, row["kind"], row["ambiguous"])
        readings.setdefault(row["term"], []).append(reading)
    return readings


def _is_county_elsewhere(found: _Found, home: str) -> bool:
    """Whether a short name, if it is a place at all, can only be that of counties in other provinces."""
    plain = [reading for reading in found.readings if reading.ambiguous not in ("word", "name")]
    return bool(plain) and all(r.kind == "short" and _is_county_outside(r.code, home) for r in plain)


def _is_county_outside(code: str, home: str) -> bool:
    return not code.endswith("00") and code[:2] != home[:2]


def _may_hold(outer: _Found, inner: _Found) -> bool:
    """Whether one of the places the outer name can mean holds one that the inner can mean."""
    return any(o.code and i.code and contains(o.code, i.code) for o in outer.readings for i in inner.readings)


def _settle_unmistakable(passage: _Passage) -> None:
    """Settles the names that mean one place only, whatever the passage says."""
    for index, found in enumerate(passage.finds):
        if found.settled:
            continue
        readings = found.readings
        is_plain = not any(reading.ambiguous in ("word", "name") for reading in readings)
        if readings[0].kind == "area":
            passage.settle(index, None)
        elif is_plain and len(_units(readings)) == 1 and not _is_in_firm_name(passage, found):
            passage.settle(index, _in_force(readings, passage.context.year).code)


def _is_in_firm_name(passage: _Passage, found: _Found) -> bool:
    """Whether a county far from the document's province stands before a firm's trade, as in 玉龙科技.

    Such a name is left to the evidence around it, so that 昆山电子 keeps its place next to 江苏.
    """
    home = passage.context.region_code
    if home is None or home == NATION or not _is_county_elsewhere(found, home):
        return False
    return _FIRM.match(passage.text, found.end) is not None


def _units(readings: list[_Reading]) -> set[tuple[str, bool]]:
    """The distinct places among the readings: successors (监利县, 监利市) share prefecture and level."""
    return {(reading.code[:4], reading.code.endswith("00")) for reading in readings}


def _in_force(readings: list[_Reading], year: int | None) -> _Reading:
    """The reading in force in the year or nearest to it; without a year, the present one."""
    return max(readings, key=lambda r: (-_years_away(r, year), r.last, r.first))


def _years_away(reading: _Reading, year: int | None) -> int:
    if year is None:
        return 0 if reading.last == 9999 else 9999 - reading.last
    return max(reading.first - year, year - reading.last, 0)


def _settle_lists(passage: _Passage) -> None:
    """Settles the members of lists (A、B、C) by the prefecture or province that most of them can lie in.

    For 长安、桥西、新华、裕华四区 and 夏河、合作、碌曲, where hardly a name is a place on its own account; it
    must leave alone 和平、发展、合作, where no prefecture is shared.
    """
    for run in _lists(passage):
        digits = _common_digits(passage, run)
        if digits is None:
            continue
        for index in run:
            found = passage.finds[index]
            within = [reading for reading in found.readings if reading.code.startswith(digits)]
            if not found.settled and within:
                passage.settle(index, _in_force(within, passage.context.year).code)


def _lists(passage: _Passage) -> Iterator[list[int]]:
    """Runs of two or more finds with nothing but a list mark between them, as indexes."""
    run: list[int] = []
    for index, found in enumerate(passage.finds):
        if run and not _LIST_GAP.fullmatch(passage.text, passage.finds[run[-1]].end, found.start):
            if len(run) > 1:
                yield run
            run = []
        run.append(index)
    if len(run) > 1:
        yield run


def _common_digits(passage: _Passage, run: list[int]) -> str | None:
    """First digits, four or else two, of the codes that hold a list's members; None if they share no place.

    A prefecture must hold three members, or two of which one is no word; a province, one that is no word.
    """
    for length in (4, 2):
        votes, firm = _votes(passage, run, length)
        home = (passage.context.region_code or "")[:length]
        ranking = sorted(votes, key=lambda digits: (votes[digits] + (digits == home), digits), reverse=True)
        if not ranking:
            return None
        digits = ranking[0]
        is_tie = digits != home and any(votes[other] == votes[digits] for other in ranking[1:])
        needed = 2 if firm[digits] else 3
        if votes[digits] >= needed and not is_tie and (length == 4 or firm[digits]):
            return digits
    return None


def _votes(passage: _Passage, run: list[int], length: int) -> tuple[Counter[str], Counter[str]]:
    """How many members of a list can lie in each place of so many digits; and how many that are no words."""
    votes: Counter[str] = Counter()
    firm: Counter[str] = Counter()
    for index in run:
        found = passage.finds[index]
        codes = {found.code} if found.settled else {reading.code for reading in found.readings}
        heads = {code[:length] for code in codes if code and len(_digits(code)) >= length}
        votes.update(heads)
        if found.settled or not any(reading.ambiguous == "word" for reading in found.readings):
            firm.update(heads)
    return votes, firm


def _settle_by_evidence(passage: _Passage, index: int) -> None:
    """Settles one find by what stands around it, the document's place and year; drops what is no place."""
    found, year = passage.finds[index], passage.context.year
    readings = [r for r in found.readings if r.ambiguous != "word" or _follows_holder(passage, index, r)]
    scores = {reading: (_support(passage, index, reading), _rank(reading)) for reading in readings}
    accepted = [r for r in readings if r.ambiguous != "name" or scores[r][0] >= _SUPPORTED]
    accepted += [r for r in readings if r not in accepted and _succeeds(r, accepted, passage.context)]
    if not accepted or (max(scores[r][0] for r in accepted) <= 0 and _is_in_firm_name(passage, found)):
        # The full name of a district is a place for certain, even if nothing tells which.
        is_certain = any(reading.kind == "full" for reading in readings)
        found.settle(None) if is_certain else found.drop()
        return
    top = max(scores[reading] for reading in accepted)
    best = [reading for reading in accepted if scores[reading] == top]
    current = [reading for reading in best if _years_away(reading, year) <= 1] or best
    is_one_place = len({reading.code[:4] for reading in current}) == 1
    passage.settle(index, _in_force(current, year).code if is_one_place else None)


def _succeeds(reading: _Reading, accepted: list[_Reading], context: PlaceContext) -> bool:
    """Whether a name hardly known outside its city is what a place known by it has become: the county of 璧山
    was one until 2013, then a district. Not the district of that name in another province.
    """
    home = context.region_code or NATION
    return _years_away(reading, context.year) <= 1 and any(
        _years_away(other, context.year) > 1 and reading.code[:2] in (other.code[:2], home[:2])
        for other in accepted
    )


def _follows_holder(passage: _Passage, index: int, reading: _Reading) -> bool:
    """For 阳泉市城区; it must leave alone 甘肃合作, whose second word is a verb: full names only."""
    if index == 0 or reading.kind != "full":
        return False
    before, found = passage.finds[index - 1], passage.finds[index]
    return before.end == found.start and before.code is not None and contains(before.code, reading.code)


def _rank(reading: _Reading) -> int:
    """Provinces before prefectures before counties, where nothing else decides: 荆州 is the city first."""
    return {"province": 2, "prefecture": 1}.get(level_of(reading.code), 0)


def _support(passage: _Passage, index: int, reading: _Reading) -> int:
    """How much speaks for a reading, in points: the place before it, the document's own, those near by."""
    points = _home_points(passage.context.region_code, reading)
    for other in range(max(0, index - 4), min(len(passage.finds), index + 5)):
        if other != index and passage.finds[other].settled and passage.finds[other].code:
            points = max(points, _neighbour_points(passage.finds[other], passage.finds[index], reading))
    if points < _UNSUPPORTED:
        points += (passage.seen[reading.code[:4]] > 0) * 6 + (passage.seen[reading.code[:2]] > 0) * 3
    away = _years_away(reading, passage.context.year)
    return points - (2 if away > 1 else 0)


def _home_points(home: str | None, reading: _Reading) -> int:
    """Points for lying where the document comes from."""
    if home is None or home == NATION:
        return 0
    if home == reading.code:
        return 60 if reading.kind == "full" or reading.code.endswith("00") else 45
    if contains(reading.code, home):
        return 50
    if home[:4] == reading.code[:4] or (home[:2] == reading.code[:2] and home[:2] in _MUNICIPALITIES):
        return 40
    if home[:2] == reading.code[:2]:
        # Within its own province a prefecture is meant even if its name is a word elsewhere (白银, 日照).
        return _SUPPORTED if reading.code.endswith("00") else 22
    return 0


def _neighbour_points(other: _Found, found: _Found, reading: _Reading) -> int:
    """Points that a settled neighbour gives a reading: most for the place right before it that holds it."""
    assert other.code is not None
    if other.end == found.start and contains(other.code, reading.code) and other.code != reading.code:
        return 80
    if min(abs(found.start - other.end), abs(other.start - found.end)) > _NEAR:
        return 0
    if other.code[:4] == reading.code[:4] and not other.code.endswith("0000"):
        return 38
    if other.code == NATION or other.code[:2] != reading.code[:2]:
        return 0
    return 30 if level_of(other.code) == level_of(reading.code) or other.code.endswith("0000") else 20
