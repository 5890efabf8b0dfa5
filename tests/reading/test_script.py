from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from jiqun.reading.script import _PAIRS, simplified

TRADITIONAL = "大力發展產業集羣，到2015年全縣實現產值３億元，着力完善園區。"
SIMPLIFIED = "大力发展产业集群，到2015年全县实现产值３亿元，着力完善园区。"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (TRADITIONAL, SIMPLIFIED),
        ("產業園區著力發展，瞭解情況，瞭望全國", "产业园区着力发展，了解情况，瞭望全国"),
        ("乾縣發展乾貨產業，縣衞生局、皇后鎮同後勤處", "乾县发展干货产业，县卫生局、皇后镇同后勤处"),
        ("臺灣產業園裡的企業與瀋陽經濟區", "台湾产业园里的企业与沈阳经济区"),
    ],
)
def test_traditional_text_is_read_in_simplified_characters(printed: str, read: str) -> None:
    assert simplified(printed) == read


@pytest.mark.parametrize(
    "text",
    [
        "乾县著名的瞭望台产业，藉此发展，於潜镇、慰藉、覆盖、准备",
        "繁體版|無障礙\n" + SIMPLIFIED,
        "企业“萬國產業”发展经济，实现产值３亿元",
        "於潜乾县著名",
        SIMPLIFIED,
        "",
    ],
)
def test_simplified_text_stays(text: str) -> None:
    assert simplified(text) == text


def test_each_line_is_read_by_itself() -> None:
    lines = SIMPLIFIED + "乾县著名\r\n" + TRADITIONAL + "\n" + SIMPLIFIED
    assert simplified(lines) == SIMPLIFIED + "乾县著名\r\n" + SIMPLIFIED + "\n" + SIMPLIFIED


def test_short_lines_go_with_the_text_around_them() -> None:
    assert (
        simplified("第一節\n" + TRADITIONAL + "\n乾县著名\n鋼鐵")
        == "第一节\n" + SIMPLIFIED + "\n乾县著名\n钢铁"
    )


def test_the_characters_that_tell_are_told_apart_as_the_library_does() -> None:
    converter = OpenCC("t2s")
    assert [converter.convert(character) for character in _PAIRS[::2]] == list(_PAIRS[1::2])
    assert converter.convert(_PAIRS[1::2]) == _PAIRS[1::2]
    for character in _PAIRS[::2]:
        with pytest.raises(UnicodeEncodeError):
            character.encode("gb2312")


@given(st.lists(st.sampled_from([*TRADITIONAL, *"乾著瞭\n\r\u2028 \x00𠀀豈"]), max_size=60).map("".join))
def test_offsets_never_move(text: str) -> None:
    for whole in (text, TRADITIONAL + "\n" + text):
        read = simplified(whole)
        assert len(read) == len(whole)
        assert [at for at, sign in enumerate(read) if sign == "\n"] == [
            at for at, sign in enumerate(whole) if sign == "\n"
        ]
