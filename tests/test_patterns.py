"""Quick expressions find what plain ones find."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiqun.patterns import Tail, quick

MODULES = sorted((Path(__file__).parents[1] / "scripts").rglob("*.py"))
TEXT = "到2020年，力争（含3家）产值达1.5亿元；A-B 县\n第一章 总则。年均增长12%以上：#[园]区 3/4、二、三期"

CASES = [
    (r"达到|达|产值|(?P<place>县|区)", 0, True),
    (r"(?:约|近)?\d+(?:\.\d+)?(?P<unit>亿元|年|%)", 0, True),
    (r"(?<!\d)(?:19|20)\d\d|[一二三](?:、|期)", 0, True),
    (r"\d+年", 0, True),
    (r"(?=力)力争|(?!x)(?:产|年)|\s第", 0, True),
    (r"(?:[A-Z]-)+B|\[园\]|[#/]\d?", 0, True),
    ("力争 # the verb\n | 产值 # the noun\n | (?:增|以)", re.VERBOSE, True),
    ("(?:约)? 产值 # may be opened\n | \\d+ # a number", re.VERBOSE, True),
    (r"(?:约|近)?产|a|县", re.IGNORECASE, True),
    # Alternatives that only look around open with what follows them.
    (r"(?:(?<=第)|(?<=（)|约)?(?:含|\d|一)|县", 0, True),
    (r"(?:(?<=第)|(?<=达))(?:一|到)", 0, True),
    # These can match nothing, but only at the end.
    (r"(?:含)?(?P<count>\d+家)?(?:产|值|，)*$", 0, True),
    (r"(?:年|月)*$", 0, True),
    # These can begin with any character, or match nothing.
    (r"(?:年|月)*$|家", 0, False),
    (r"(?:年|月)*(?=到|$)", 0, False),
    (r"[^，。]{2}年|.元", 0, False),
    (r"(?:(?<=第)|年)", 0, False),
    # `re` itself looks for these by their first character.
    (r"[。；]|县", 0, False),
    (r"年|月|日", 0, False),
]


@pytest.mark.parametrize(("pattern", "flags", "changed"), CASES)
def test_quick_finds_the_same(pattern: str, flags: int, changed: bool) -> None:
    plain, found = re.compile(pattern, flags), quick(pattern, flags)
    assert (found.pattern != plain.pattern) == changed
    for method in ("finditer", "match", "search"):
        for start in range(len(TEXT)):
            for end in (start + 3, len(TEXT)):
                results = []
                for expression in (plain, found):
                    result = getattr(expression, method)(TEXT, start, end)
                    matches = list(result) if method == "finditer" else [result] if result else []
                    results.append([(m.span(), m.groups(), m.lastgroup) for m in matches])
                assert results[0] == results[1]


TERMS = "共|共计|已|完成|成|企业共|业|达|，"


@given(st.text("共计已完成企业达，x\n", max_size=12), st.integers(0, 3))
def test_a_tail_is_what_its_expression_finds(text: str, start: int) -> None:
    end = max(start, len(text) - 1)
    found = re.search(f"(?:{TERMS})+$", text[start:end])
    assert Tail(TERMS).start(text, start, end) == (start + found.start() if found else end)


def test_a_tail_of_any_length_is_read_in_linear_time() -> None:
    """An expression would look ten billion times."""
    assert Tail(TERMS).start("共" * 100_000 + "x" + "共计" * 100_000, 0, 300_001) == 100_001


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_name_is_given_twice(path: Path) -> None:
    """A second expression of the same name would silently take the place of the first."""
    tree = ast.parse(path.read_text("utf-8"))
    names = [
        target.id
        for statement in tree.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
