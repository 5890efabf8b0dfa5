"""Places: recognition, homonyms, the codes of the year, and the lists they come from."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiqun.language.places import PlaceContext, contains, level_of, places

FUJIAN = "350000"


def found(text: str, home: str | None = None, year: int | None = None) -> list[tuple[str, str | None]]:
    return [(place.term, place.code) for place in places().find(text, PlaceContext(home, year))]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def region_codes() -> dict[str, dict[str, str]]:
    path = Path(__file__).parents[2] / "data/codes/region_codes.csv"
    return {row["code"]: row for row in rows(path)}


@pytest.mark.parametrize(
    ("name", "within", "year", "code"),
    [
        ("陕西省人民政府", None, None, "610000"),
        ("荆州区", None, None, "421003"),
        ("曲阜市经济贸易局", None, None, "370881"),
        ("中共远安县委", None, None, "420525"),
        ("福州市鼓楼区人民政府", None, None, "350102"),
        ("鼓楼区人民政府", "350100", None, "350102"),
        ("鼓楼区人民政府", "320100", None, "320106"),
        ("鼓楼区人民政府", None, None, None),
        ("新城区人民政府", "610100", None, "610102"),
        ("和平区人民政府", "210100", None, "210102"),
        ("国务院办公厅", None, None, "100000"),
        ("中共中央办公厅", None, None, "100000"),
        ("闽经贸发展〔2025〕501号", None, None, "350000"),
        ("平潭综合实验区管委会", None, None, "350128"),
        ("高新区管委会", None, None, None),
        ("襄樊市人民政府", None, 2005, "420600"),
        ("宁德地区行署", None, 1997, "352200"),
    ],
)
def test_region_of_issuer(name: str, within: str | None, year: int | None, code: str | None) -> None:
    assert places().region_of(name, within, year) == code


@pytest.mark.parametrize(
    ("year", "code"), [(2011, "421023"), (2019, "421023"), (2024, "421088"), (None, "421088")]
)
def test_short_name_takes_the_code_of_its_year(year: int | None, code: str) -> None:
    """监利县 (421023) became 监利市 (421088) in 2020."""
    assert found("监利", "421000", year) == [("监利", code)]


def test_printed_generic_beats_the_year() -> None:
    assert found("监利县", "421000", 2025) == [("监利县", "421023")]


def test_district_that_was_a_county() -> None:
    assert found("沙县的机械产业", "350400", 2011) == [("沙县", "350427")]
    assert found("沙县的机械产业", "350400", 2023) == [("沙县", "350405")]


def test_a_short_name_follows_its_county_into_the_district() -> None:
    assert found("建设璧山智能厨电基地", "500000", 2021) == [("璧山", "500120")]
    assert found("建设璧山智能厨电基地", "500000", 2010) == [("璧山", "500227")]
    assert found("比怀柔开发区低", "110228", 2012) == [("怀柔", "110116")]


def test_a_whole_prefecture_is_no_county() -> None:
    """全州 is all of an autonomous prefecture, and a county of 桂林; any coast can have a 滨海新区."""
    assert found("全州实施项目150个", "532300", 2019) == []
    assert found("兴安、全州、灌阳三县", "450300", 2019)[1] == ("全州", "450324")
    assert found("在银湖湾滨海新区整备用地", "440700", 2024) == [("滨海新区", None)]
    assert found("天津滨海新区", "110000", 2024)[1] == ("滨海新区", "120116")


def test_place_names_are_spans_of_the_text() -> None:
    text = "——闽江口集中发展福清、长乐的石化；福建省宁德市。"
    spans = [(text[p.start : p.end], p.code) for p in places().find(text, PlaceContext(FUJIAN, 2011))]
    assert spans == [("福清", "350181"), ("长乐", "350182"), ("福建省", "350000"), ("宁德市", "350900")]


def test_land_of_the_documents_own_is_no_county_elsewhere() -> None:
    assert found("推进江阴半岛建设，江阴、中化福清江阴项目", FUJIAN) == [
        ("江阴", None),
        ("江阴", None),
        ("福清", "350181"),
        ("江阴", None),
    ]


def test_county_elsewhere_stays_where_it_is() -> None:
    assert found("赴江阴、昆山考察", "420000") == [("江阴", "320281"), ("昆山", "320583")]
    assert found("江阴港的吞吐量", "320200") == [("江阴", "320281")]


def test_words_are_places_only_in_lists_of_places() -> None:
    assert found("加强区域合作，推动和平发展", "623000") == []
    assert found("夏河、合作、碌曲三地", "623000") == [
        ("夏河", "623027"),
        ("合作", "623001"),
        ("碌曲", "623026"),
    ]
    assert found("长安汽车集团落户", "130100") == []
    assert found("长安、桥西、新华、裕华四区", "130100") == [
        ("长安", "130102"),
        ("桥西", "130104"),
        ("新华", "130105"),
        ("裕华", "130108"),
    ]
    assert found("会同有关部门综合利用资源", "430000") == []


def test_general_terms_need_the_city_before_them() -> None:
    assert found("城区、郊区统筹发展", "140300") == []
    assert found("阳泉市城区", "140000") == [("阳泉市", "140300"), ("城区", "140302")]


def test_homonyms_by_the_place_before_and_the_documents_own() -> None:
    assert found("南京市鼓楼区、徐州市鼓楼区", "350100")[1::2] == [("鼓楼区", "320106"), ("鼓楼区", "320302")]
    assert found("鼓楼区的企业", "350100") == [("鼓楼区", "350102")]
    assert found("鼓楼区的企业") == [("鼓楼区", None)]


def test_brands_and_things_need_their_province() -> None:
    assert found("朝阳、锦州的产业", "210000") == [("朝阳", "211300"), ("锦州", "210700")]
    assert found("朝阳产业") == []
    assert found("日照时间长", "370000") == []
    assert found("引进日照钢铁", "370000") == [("日照", "371100")]
    assert found("引进日照钢铁", "420000") == []


def test_name_of_a_firm_far_away() -> None:
    assert found("引进培育了玉龙科技", "421003") == []
    assert found("云南省丽江市玉龙县") == [("云南省", "530000"), ("丽江市", "530700"), ("玉龙县", "530721")]


def test_names_across_word_boundaries() -> None:
    text = "太湖南岸、黄河北岸，相应县市区，市和县政府，担任县长，建成县级企业"
    assert found(text, "130000") == []
    assert found("唐山东部") == [("唐山", "130200")]
    assert found("上海市场、福建省委、厦门市政府") == [
        ("上海", "310000"),
        ("福建省", "350000"),
        ("厦门市", "350200"),
    ]
    assert found("维护长治久安") == []


def test_areas_have_no_code() -> None:
    assert found("面向长三角和珠三角") == [("长三角", None), ("珠三角", None)]


def test_national_document_favours_no_province() -> None:
    assert found("鼓楼区", "100000") == [("鼓楼区", None)]


@pytest.mark.parametrize(
    ("code", "level"),
    [("100000", "national"), ("350000", "province"), ("350100", "prefecture"), ("429004", "county")],
)
def test_level_of(code: str, level: str) -> None:
    assert level_of(code) == level


@pytest.mark.parametrize("code", ["", "3500", "35000X", "050000"])
def test_level_of_refuses_what_is_no_code(code: str) -> None:
    with pytest.raises(ValueError, match="region code"):
        level_of(code)


def test_contains() -> None:
    assert contains("100000", "350181")
    assert contains("350000", "350181")
    assert contains("350100", "350181")
    assert contains("350181", "350181")
    assert not contains("350181", "350100")
    assert not contains("350900", "350181")
    assert contains("420000", "429004")


@given(st.text(alphabet="福建江阴清长乐市县区、，合作发展鼓楼荆州沙 和\n", max_size=60))
def test_any_text_gives_ordered_spans_of_known_terms(text: str) -> None:
    end = 0
    for place in places().find(text, PlaceContext("350100", 2011)):
        assert end <= place.start < place.end
        assert text[place.start : place.end] == place.term
        end = place.end


def test_region_codes_hang_together(region_codes: dict[str, dict[str, str]]) -> None:
    assert list(region_codes) == sorted(region_codes)
    assert sum(row["level"] == "province" for row in region_codes.values()) == 34
    for code, row in region_codes.items():
        assert row["level"] == level_of(code)
        if code != "100000":
            parent = region_codes[row["parent_code"]]
            assert contains(parent["code"], code)
            assert row["full_name_zh"].endswith(row["label_zh"])
        if row["valid_from"] and row["valid_to"]:
            assert int(row["valid_from"]) <= int(row["valid_to"])


@pytest.mark.parametrize(
    ("code", "label", "first", "last", "former"),
    [
        ("350181", "福清市", "1995", "", ""),
        ("350182", "长乐市", "1995", "2016", ""),
        ("350112", "长乐区", "2017", "", ""),
        ("420600", "襄阳市", "", "", "襄樊市"),
        ("421000", "荆州市", "1994", "", "荆沙市"),
        ("371200", "莱芜市", "1992", "2017", ""),
        ("350427", "沙县", "1983", "2020", ""),
        ("350405", "沙县区", "2021", "", ""),
        ("500157", "两江新区", "2025", "", ""),
        ("710000", "台湾省", "", "", ""),
        ("810000", "香港特别行政区", "", "", ""),
    ],
)
def test_known_changes(
    region_codes: dict[str, dict[str, str]], code: str, label: str, first: str, last: str, former: str
) -> None:
    row = region_codes[code]
    assert (row["label_zh"], row["valid_from"], row["valid_to"], row["former_names"]) == (
        label,
        first,
        last,
        former,
    )


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("350200", "Xiamen City"),
        ("610100", "Xi'an City"),
        ("341500", "Lu'an City"),
        ("411100", "Luohe City"),
        ("140400", "Changzhi City"),
        ("422800", "Enshi Tujia and Miao Autonomous Prefecture"),
        ("421003", "Jingzhou District"),
        ("540100", ""),
    ],
)
def test_english_labels(region_codes: dict[str, dict[str, str]], code: str, label: str) -> None:
    assert region_codes[code]["label_en"] == label


def test_terms_have_published_codes(region_codes: dict[str, dict[str, str]], repository: Path) -> None:
    terms = rows(repository / "scripts/jiqun/language/vocabulary/place_terms.csv")
    assert {row["code"] for row in terms if row["code"]} <= set(region_codes)
    assert all(row["code"] for row in terms if row["kind"] not in ("area", "none"))
