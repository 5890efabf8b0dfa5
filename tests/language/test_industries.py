"""Trades: recognition, the code of a cluster's industry, and the lists they come from."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiqun.language.industries import industries


def found(text: str) -> list[tuple[str, str | None]]:
    return [(text[trade.start : trade.end], trade.code) for trade in industries().find(text)]


def test_an_ending_of_trade_is_no_second_trade() -> None:
    assert found("木材制造业、文化制造业") == [("木材制造业", "20"), ("文化制造业", "88")]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        # 石化 is refining (25) and chemicals (26), 纺织服装 textiles (17) and clothing (18): no one division
        ("石化", None),
        ("磷化工", "26"),
        ("汽车", "36"),
        ("汽车零部件", "367"),
        ("汽车及零部件产业集群", "36"),
        ("纺织服装", None),
        ("服装", "18"),
        ("光伏", "382"),
        ("半导体照明", "397"),
        ("电光源", "387"),
        ("船舶修造", "373"),
        ("制鞋", "195"),
        ("陶瓷", "307"),
        ("食品", "14"),
        ("生物医药产业", "27"),
        ("装备制造业", None),
        ("通用设备", "34"),
        ("电工电器", "38"),
        ("锂电池", "384"),
        ("石油机械制造业", "351"),
        ("农副食品加工业", "13"),
        ("黑色金属冶炼和压延加工业", "31"),
        ("铁路、船舶、航空航天和其他运输设备制造业", "37"),
        ("食品加工机械", "34"),
        ("石墨烯新材料", "309"),
        ("电机和电缆", "38"),
        ("铜", "32"),
        ("文化", "88"),
        ("新材料", None),
        ("高新技术", None),
        ("电子信息和食品", None),
        ("综合", None),
        ("", None),
    ],
)
def test_code_of(name: str, code: str | None) -> None:
    assert industries().code_of(name) == code


def test_longest_term_wins() -> None:
    assert found("汽车零部件和电动汽车") == [("汽车零部件", "367"), ("电动汽车", "36")]


def test_an_ending_of_trade_belongs_to_the_span_and_a_head_noun_does_not() -> None:
    assert found("纺织业、造纸行业") == [("纺织业", "17"), ("造纸行业", "22")]
    assert found("纺织产业的产值") == [("纺织产业", "17")]
    assert found("纺织产业集群、石化产业基地") == [("纺织", "17"), ("石化", None)]


def test_common_words_are_trades_in_lists_and_before_endings() -> None:
    assert found("加强企业文化建设") == []
    assert found("发展文化产业") == [("文化产业", "88")]
    assert found("培育铜、铝、不锈钢等产业") == [("铜", "32"), ("铝", "32"), ("不锈钢", "31")]
    assert found("铜墙铁壁") == []


def test_a_zone_is_named_after_a_trade() -> None:
    assert found("胜芳家具园") == [("家具", "21")]
    assert found("沙溪服装工业园") == [("服装", "18")]
    # 园 begins another word, or nothing stands before it as a trade
    assert ("服装", "18") not in found("参观服装园艺展")


def test_words_that_hold_a_trade() -> None:
    assert found("推进城镇化工作、农业机械化和新型工业化，延伸产业链条") == []


def test_trades_without_a_code() -> None:
    assert found("新材料") == [("新材料", None)]


@given(st.text(alphabet="石化纺织服装产业集群、和汽车文铜铝工加食品制造", max_size=60))
def test_any_text_gives_ordered_spans_that_begin_with_their_term(text: str) -> None:
    end = 0
    for trade in industries().find(text):
        assert end <= trade.start < trade.end
        assert text[trade.start : trade.end].startswith(trade.term)
        end = trade.end


def test_industry_codes_are_those_of_the_standard(repository: Path) -> None:
    """GB/T 4754-2017 with its first amendment has 20 sections, 97 divisions and 473 groups."""
    codes = rows(repository / "data/codes/industry_codes.csv")
    assert Counter(row["level"] for row in codes) == {"section": 20, "division": 97, "group": 473}
    by_code = {row["code"]: row for row in codes}
    assert len(by_code) == len(codes)
    for row in codes:
        if row["level"] == "group":
            assert by_code[row["parent_code"]]["level"] == "division"
            assert row["code"].startswith(row["parent_code"])
        elif row["level"] == "division":
            assert by_code[row["parent_code"]]["level"] == "section"


@pytest.mark.parametrize(
    ("code", "label", "parent"),
    [
        ("A", "农、林、牧、渔业", ""),
        ("17", "纺织业", "C"),
        ("46", "水的生产和供应业", "D"),
        ("97", "国际组织", "T"),
        ("178", "产业用纺织制成品制造", "17"),
        ("367", "汽车零部件及配件制造", "36"),
        ("396", "智能消费设备制造", "39"),
        ("412", "核辐射加工", "41"),
        ("653", "信息系统集成和物联网技术服务", "65"),
    ],
)
def test_known_industries(repository: Path, code: str, label: str, parent: str) -> None:
    by_code = {row["code"]: row for row in rows(repository / "data/codes/industry_codes.csv")}
    assert (by_code[code]["label_zh"], by_code[code]["parent_code"]) == (label, parent)


def test_terms_have_published_codes(repository: Path) -> None:
    codes = {row["code"] for row in rows(repository / "data/codes/industry_codes.csv")}
    terms = rows(repository / "scripts/jiqun/language/vocabulary/industry_terms.csv")
    assert {row["industry_code"] for row in terms if row["industry_code"]} <= codes
    assert len({row["term"] for row in terms}) == len(terms)
