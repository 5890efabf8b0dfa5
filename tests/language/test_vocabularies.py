"""Code lists and vocabularies hang together: codes exist, terms are folded and unique, cells are filled."""

import csv
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jiqun.reading.view import fold

ROOT = Path(__file__).parents[2]
CODES = ROOT / "data" / "codes"
VOCABULARY = ROOT / "scripts" / "jiqun" / "language" / "vocabulary"

Row = dict[str, str]

COLUMNS = {
    "indicator_codes": ["code", "label_zh", "label_en", "dimension", "definition", "definition_en"],
    "unit_codes": ["code", "label_zh", "label_en", "dimension", "factor_to_base"],
    "instrument_codes": ["code", "family", "label_zh", "label_en", "definition", "definition_en"],
    "indicator_terms": ["term", "code", "measures", "subject_like"],
    "unit_terms": ["term", "unit", "factor", "measure_word", "note"],
    "numeral_words": ["word", "kind"],
    "instrument_cues": ["cue", "also", "instrument", "weight", "note"],
    "dated_events": ["term", "kind", "from", "to", "note"],
    "organization_terms": ["term", "kind", "position", "generic"],
    "verb_terms": ["term", "role", "value", "position"],
}
# What makes a row one of a kind, and the cells that may stay empty.
KEYS = {
    "indicator_codes": ("code",),
    "unit_codes": ("code",),
    "instrument_codes": ("code",),
    "indicator_terms": ("term",),
    "unit_terms": ("term",),
    "numeral_words": ("word",),
    "instrument_cues": ("cue", "also"),
    "dated_events": ("term",),
    "organization_terms": ("term", "position"),
    "verb_terms": ("term", "role", "position"),
}
MAY_BE_EMPTY = {
    "unit_terms": {"note"},
    "instrument_cues": {"also", "note"},
    "dated_events": {"to", "note"},
    "verb_terms": {"value"},
}
ENUMS = {
    ("indicator_terms", "measures"): {"level", "rate", "count", "any"},
    ("indicator_terms", "subject_like"): {"0", "1"},
    ("unit_terms", "measure_word"): {"0", "1"},
    ("numeral_words", "kind"): {"idiom", "name_part"},
    ("instrument_codes", "family"): {"supply", "environment", "demand"},
    ("instrument_cues", "weight"): set("3456789"),
    ("dated_events", "kind"): {"plan", "congress", "plenary", "event", "office"},
    ("organization_terms", "kind"): {
        "enterprise",
        "government",
        "party",
        "university",
        "financial",
        "association",
        "other",
    },
    ("organization_terms", "position"): {"suffix", "tail", "prefix", "whole"},
    ("organization_terms", "generic"): {"0", "1"},
    ("verb_terms", "position"): {"before", "after", "between", "whole", "any"},
}
VALUES_OF_ROLE = {
    "comparator": {"eq", "ge", "gt", "le", "lt", "approx", "range"},
    "growth": {"1"},
    "fall": {"-1"},
    "difference": {"1", "-1"},
    "stage": {"planned", "negotiating", "signed", "under_construction", "operational"},
    "firm_lead": {"leading"},
    "firm_support": {"supporting"},
    "firm_investor": {"investor"},
    "firm_responsible": {"responsible"},
}
CONTRACT_INDICATORS = [
    "gdp",
    "fiscal_revenue",
    "fixed_asset_investment",
    "export_value",
    "retail_sales",
    "urban_income",
    "rural_income",
    "gross_output",
    "value_added",
    "sales_revenue",
    "profit",
    "profit_and_tax",
    "tax",
    "investment",
    "funding",
    "loan",
    "contracted_investment",
    "utilized_fdi",
    "land_area",
    "floor_area",
    "enterprise_count",
    "project_count",
    "cluster_count",
    "park_count",
    "institution_count",
    "employment",
    "talent",
    "patents",
    "rd_intensity",
    "energy_intensity",
    "production_capacity",
    "equipment_count",
    "local_supply_rate",
    "transaction_value",
    "emission",
    "other",
]
CONTRACT_UNITS = [
    "CNY",
    "USD",
    "%",
    "1",
    "pp",
    "ha",
    "km2",
    "m2",
    "mu",
    "t",
    "t/a",
    "t/d",
    "1/a",
    "kW",
    "kV",
    "spindle",
    "a",
    "d",
    "CNY/mu",
]
CONTRACT_INSTRUMENTS = {
    "supply": "talent information technology infrastructure funding public_service",
    "environment": "goal_planning finance tax regulation land strategic_measure",
    "demand": "procurement outsourcing trade overseas demonstration investment_promotion",
}


def path_of(name: str) -> Path:
    return (CODES if name.endswith("_codes") else VOCABULARY) / f"{name}.csv"


def rows(name: str) -> list[Row]:
    with path_of(name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def values(name: str, column: str) -> set[str]:
    return {row[column] for row in rows(name)}


@pytest.mark.parametrize("name", COLUMNS)
def test_file_is_plain(name: str) -> None:
    content = path_of(name).read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert content.split(b"\n", 1)[0].decode("utf-8").split(",") == COLUMNS[name]


@pytest.mark.parametrize("name", COLUMNS)
def test_no_cell_is_empty_or_padded(name: str) -> None:
    allowed = MAY_BE_EMPTY.get(name, set())
    for number, row in enumerate(rows(name), start=2):
        for column, cell in row.items():
            assert cell == cell.strip(), f"{name}.csv line {number}: {column} has blanks around it"
            assert cell or column in allowed, f"{name}.csv line {number}: {column} is empty"


@pytest.mark.parametrize("name", COLUMNS)
def test_nothing_is_said_twice(name: str) -> None:
    counted = Counter(tuple(row[column] for column in KEYS[name]) for row in rows(name))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(("name", "column"), ENUMS)
def test_closed_lists(name: str, column: str) -> None:
    assert values(name, column) - ENUMS[name, column] == set()


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("indicator_terms", "term"),
        ("unit_terms", "term"),
        ("numeral_words", "word"),
        ("instrument_cues", "cue"),
        ("instrument_cues", "also"),
        ("dated_events", "term"),
        ("organization_terms", "term"),
        ("verb_terms", "term"),
    ],
)
def test_terms_are_in_folded_form(name: str, column: str) -> None:
    assert [term for term in values(name, column) if fold(term) != term] == []


@pytest.mark.parametrize(
    ("terms", "column", "codes"),
    [
        ("indicator_terms", "code", "indicator_codes"),
        ("unit_terms", "unit", "unit_codes"),
        ("instrument_cues", "instrument", "instrument_codes"),
    ],
)
def test_codes_exist_and_are_used(terms: str, column: str, codes: str) -> None:
    published, named = values(codes, "code"), values(terms, column)
    assert named - published == set()
    assert published - named == set(), "a code that no term leads to"


def test_codes_of_the_contract_are_there() -> None:
    assert set(CONTRACT_INDICATORS) - values("indicator_codes", "code") == set()
    assert set(CONTRACT_UNITS) - values("unit_codes", "code") == set()
    families: dict[str, set[str]] = {}
    for row in rows("instrument_codes"):
        families.setdefault(row["family"], set()).add(row["code"])
    assert families == {family: set(codes.split()) for family, codes in CONTRACT_INSTRUMENTS.items()}


def test_dimensions_of_indicators_are_those_of_units() -> None:
    assert values("indicator_codes", "dimension") - values("unit_codes", "dimension") == {"any"}


def test_factors_are_positive_and_each_dimension_has_a_base() -> None:
    based = set()
    for row in rows("unit_codes"):
        factor = Decimal(row["factor_to_base"])
        assert factor > 0, row
        if factor == 1:
            based.add(row["dimension"])
    # A percentage is a hundredth of one, an ampere-hour 3600 coulombs: bases not in use.
    assert values("unit_codes", "dimension") - based <= {"rate", "charge", "energy", "pressure", "voltage"}
    assert all(Decimal(row["factor"]) > 0 for row in rows("unit_terms"))


@pytest.mark.parametrize(
    ("term", "unit", "factor"),
    [
        ("元", "CNY", "1"),
        ("美元", "USD", "1"),
        ("‰", "%", "0.1"),
        ("成", "%", "10"),
        ("个百分点", "pp", "1"),
        ("公斤", "kg", "1"),
        ("兆瓦", "kW", "1000"),
        ("平方公里", "km2", "1"),
        ("㎡", "m2", "1"),
        ("吨标准煤/万元", "tce/CNY", "0.0001"),
        ("吨/年", "t/a", "1"),
        ("元/亩", "CNY/mu", "1"),
        ("锭", "spindle", "1"),
        ("人次", "1", "1"),
    ],
)
def test_unit_terms(term: str, unit: str, factor: str) -> None:
    found = {row["term"]: row for row in rows("unit_terms")}[term]
    assert (found["unit"], Decimal(found["factor"])) == (unit, Decimal(factor))


def test_a_measure_word_counts_things() -> None:
    for row in rows("unit_terms"):
        if row["measure_word"] == "1":
            assert row["unit"] == "1" or row["unit"].startswith("1/"), row
            assert row["factor"] == "1", row


def test_multipliers_belong_to_the_number() -> None:
    """万元 is 万 and 元: a unit that began with a multiplier would be read twice."""
    allowed = re.compile(r"千(?:瓦|伏|克|米|卡|赫|安|升|牛)|百分点")
    terms = [term for term in values("unit_terms", "term") if term[0] in "十百千万亿"]
    assert [term for term in terms if not allowed.match(term)] == []


NUMERAL = re.compile(r"[0-9〇零一二三四五六七八九十百千万亿两]")


def test_numeral_words_hold_a_numeral() -> None:
    assert [word for word in values("numeral_words", "word") if not NUMERAL.search(word)] == []


def test_numeral_words_swallow_no_number() -> None:
    """No word is a number with the measure word, unit or calendar word that counts in ordinary prose."""
    measure = "[个家户项名人位座台套辆件条亩吨元倍年月天期届次]|公里|公顷|平方米|周岁|个月|人次|家企业"
    counted = re.compile(rf"[约近超达共每]?(?!零件)[0-9〇零一二三四五六七八九十百千万亿两]+(?:{measure})")
    assert [word for word in values("numeral_words", "word") if counted.fullmatch(word)] == []


@pytest.mark.parametrize(
    "word",
    [
        "统一",
        "一致",
        "零部件",
        "一系列",
        "三峡",
        "第二产业",
        "三去一降一补",
        "四上企业",
        "九江",
        "万科",
        "长三角",
        "863计划",
        "5A",
        "千方百计",
    ],
)
def test_numeral_words_known(word: str) -> None:
    assert word in values("numeral_words", "word")


@pytest.mark.parametrize(
    "word",
    [
        "一个",
        "三年",
        "两家",
        "十个",
        "三名",
        "三台",
        "五台",
        "九台",
        "一百",
        "万元",
        "亿元",
        "两个",
        "一家",
        "一名",
        "十二大",
        "2025",
        "3",
    ],
)
def test_numeral_words_left_out(word: str) -> None:
    assert word not in values("numeral_words", "word")


def test_digit_terms_are_more_than_digits() -> None:
    """A bare run of digits is a number unless it is a number people dial."""
    bare = {word for word in values("numeral_words", "word") if re.fullmatch(r"[0-9.]+", word)}
    assert all(re.fullmatch(r"12\d{3}|4050", word) for word in bare)


def test_events_are_dated() -> None:
    for row in rows("dated_events"):
        first = date.fromisoformat(row["from"])
        assert not row["to"] or first <= date.fromisoformat(row["to"]), row
        if row["kind"] in ("plan", "congress", "plenary"):
            assert row["to"], row


def test_plans_follow_each_other() -> None:
    """Each five-year plan begins on the day after the one before, since 1966; names of one plan agree."""
    plans = {(row["from"], row["to"]) for row in rows("dated_events") if row["kind"] == "plan"}
    spans = sorted(span for span in plans if span[0] >= "1966")
    assert [int(span[0][:4]) for span in spans] == list(range(1966, 1966 + 5 * len(spans), 5))
    assert all(int(span[1][:4]) == int(span[0][:4]) + 4 for span in spans)


def test_sessions_lie_within_their_congress() -> None:
    """十七届三中全会 is held after 十七大 and before 十八大."""
    congress = {}
    for row in rows("dated_events"):
        found = re.fullmatch(r"党的(.+)大", row["term"])
        if found and row["kind"] == "congress":
            congress[found[1]] = row["from"]
    names = sorted(congress, key=lambda name: congress[name])
    checked = 0
    for row in rows("dated_events"):
        found = re.fullmatch(r"(.+)届.中全会", row["term"])
        if found and row["kind"] == "plenary" and found[1] in congress:
            following = names[names.index(found[1]) + 1 :]
            assert congress[found[1]] < row["from"], row
            assert not following or row["to"] <= congress[following[0]], row
            checked += 1
    assert checked > 50


def test_values_of_verbs() -> None:
    for row in rows("verb_terms"):
        expected = VALUES_OF_ROLE.get(row["role"])
        if expected:
            assert row["value"] in expected, row
        elif row["role"] == "multiple":
            assert Decimal(row["value"]) > 0, row
        else:
            assert row["value"] == "", row


def test_a_comparator_has_one_meaning_on_each_side() -> None:
    sides = Counter(
        (row["term"], row["position"]) for row in rows("verb_terms") if row["role"] == "comparator"
    )
    assert [side for side, count in sides.items() if count > 1] == []


def test_second_phrases_differ_from_their_cue() -> None:
    assert [row["cue"] for row in rows("instrument_cues") if row["also"] and row["also"] == row["cue"]] == []
