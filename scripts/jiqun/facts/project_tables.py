"""Tables of projects inside a text: a header row, and rows whose cells mean what the header says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from jiqun.facts.frame import Frame
from jiqun.facts.table_cells import cells_between
from jiqun.language import vocabulary
from jiqun.language.numbers import Numeral
from jiqun.reading.view import fold

Span = tuple[int, int]
_BETWEEN_BARS = re.compile(r"[^|｜\r\n]+")
_BETWEEN_GAPS = re.compile(r"\S+(?: \S+)*(?=[ \u3000\u00a0]{2}|\u3000|$)|[^\s\u3000]+")
_BETWEEN_BLANKS = re.compile(r"[^ \u3000\u00a0\r\n]+")
_UNIT = re.compile(r"(?P<scale>[百千]?[万亿])?(?P<currency>元|美元)")
_CAPTION = re.compile(r"单位[：:]?(?P<unit>(?:人民币)?[百千]?[万亿]?(?:元|美元))")
_SCALES = {None: 1, "万": 10**4, "亿": 10**8, "百万": 10**6, "千万": 10**7}
_YEAR_HEAD = re.compile(r"年|完成|累计|到位|截至")
_TOTAL_ROW = re.compile(r"^(?:合计|总计|小计|共计)")


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One row of a table: the view's spans of its cells by role, and the whole row's span."""

    start: int
    end: int
    cells: dict[str, Span]


@cache
def _headers() -> dict[str, str]:
    return {row["term"]: row["value"] for row in vocabulary.read("project_terms") if row["role"] == "header"}


def read_tables(frame: Frame) -> list[ProjectRow]:
    """Rows of all project tables of a document, in order.

    Numbers under a header of money get value and unit from the header (总投资（万元）) or from the caption
    (单位：万元);
    those of the first column become list markers. 序号 项目名称 建设单位 总投资 opens a table; 姓名 单位
    职务 opens none.
    """
    rows: list[ProjectRow] = []
    paragraphs = list(_paragraphs(frame.text))
    number = 0
    while number < len(paragraphs):
        header = _header(frame, *paragraphs[number])
        number += 1
        if header is None:
            continue
        captions = " ".join(
            frame.text[max(start, end - 60) : end] for start, end in paragraphs[max(0, number - 4) : number]
        )
        caption = _CAPTION.search(captions)
        while number < len(paragraphs):
            cells = _cells(frame, *paragraphs[number])
            if _is_tabbed(frame, *paragraphs[number]) and len(cells) < len(header):
                # Behind the last filled cell of a row there are no tabs.
                cells += [(cells[-1][1], cells[-1][1])] * (len(header) - len(cells)) if cells else []
            if not len(header) - 1 <= len(cells) <= len(header) + 1 or len(cells) < 3:
                break
            row = _row(frame, header, cells, caption["unit"] if caption else "")
            if row is not None:
                rows.append(row)
            number += 1
    return rows


def _paragraphs(text: str) -> Iterator[Span]:
    position = 0
    while position <= len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        if end > position:
            yield position, end
        position = end + 1


def _is_tabbed(frame: Frame, start: int, end: int) -> bool:
    first, last = frame.bounds(start, end)
    return frame.document.source.text.find("\t", first, last) >= 0


def _cells(frame: Frame, start: int, end: int) -> list[Span]:
    """Spans of a line's cells: set apart by tabs or bars, else by runs of blanks, else by single ones.

    Between tabs a cell may be empty: its span is, too.
    """
    if end - start > 400 or (" " not in frame.text[start:end] and "|" not in frame.text[start:end]):
        return []
    first, last = frame.bounds(start, end)
    line = frame.document.source.text[first:last]
    view = frame.document.view
    if "\t" in line:
        return _between_tabs(frame, first, last)
    if "|" in line or "｜" in line:
        pattern = _BETWEEN_BARS
    else:
        pattern = _BETWEEN_GAPS if re.search(r"[ \u3000\u00a0]{2}", line) else _BETWEEN_BLANKS
    spans = []
    for found in pattern.finditer(line):
        cell = found[0].strip(" \u3000\u00a0")
        if cell:
            offset = first + found.start() + found[0].index(cell)
            position = view.position(offset)
            spans.append((position, view.position(offset + len(cell) - 1) + 1))
    return spans


def _between_tabs(frame: Frame, first: int, last: int) -> list[Span]:
    spans: list[Span] = []
    for cell in cells_between(frame, first, last):
        at = spans[-1][1] if spans else frame.document.view.position(first)
        spans.append((at, at) if cell is None else cell)
    return spans


def _header(frame: Frame, start: int, end: int) -> list[tuple[str, str]] | None:
    """(role, unit) of each column where a line heads a table of projects: it has a name and a sum, an
    owner or a stage.
    """
    if (
        end - start > 200
        or ("项目" not in frame.text[start:end] and "工程" not in frame.text[start:end])
        or "。" in frame.text[start:end]
    ):
        return None
    columns = []
    for first, last in _cells(frame, start, end):
        printed = re.sub(r"\s", "", frame.text[first:last])
        unit = re.search(r"[（(](?P<unit>[^（）()]*元)[）)]", printed)
        columns.append((_role(fold(re.sub(r"（[^（）]*）", "", printed))), unit["unit"] if unit else ""))
    roles = [role for role, _ in columns]
    if len(columns) >= 3 and "name" in roles and {"investment", "enterprise", "stage"} & set(roles):
        return columns
    return None


def _role(head: str) -> str:
    """What a column holds, from its header."""
    if re.search("投资", head) and _YEAR_HEAD.search(head):
        return "money"
    known = _headers().get(head)
    if known and known != "year":
        return known
    if head.endswith("投资"):
        return "money"
    return "number" if head in ("序号", "编号", "号") else ""


def _row(frame: Frame, header: list[tuple[str, str]], cells: list[Span], caption: str) -> ProjectRow | None:
    columns = (
        header
        if len(cells) == len(header)
        else header[1:]
        if header[0][0] == "number" and len(cells) == len(header) - 1
        else header
    )
    found: dict[str, Span] = {}
    for (role, unit), (first, last) in zip(columns, cells, strict=False):
        if role in ("investment", "money"):
            for numeral in frame.numerals_in(first, last):
                _give_unit(numeral, unit or caption)
        elif role == "number":
            for numeral in frame.numerals_in(first, last):
                numeral.kind, numeral.end = "list_marker", numeral.number_end
                numeral.value = numeral.unit = numeral.code = None
        if role and first < last and role not in found:
            found[role] = (first, last)
    if (
        "name" not in found
        or not re.search(r"[\u4e00-\u9fff]", frame.text[slice(*found["name"])])
        or _TOTAL_ROW.match(frame.text[cells[0][0] : cells[0][1]])
        or _TOTAL_ROW.match(frame.text[slice(*found["name"])])
    ):
        return None
    return ProjectRow(found["name"][0], cells[-1][1], found)


def _give_unit(numeral: Numeral, printed: str) -> None:
    """Multiply a bare number out by the unit that the header or caption prints."""
    unit = _UNIT.search(printed)
    if numeral.code is not None or numeral.value is None or unit is None:
        return
    numeral.value *= Decimal(_SCALES[unit["scale"]])
    numeral.code = "USD" if unit["currency"] == "美元" else "CNY"
