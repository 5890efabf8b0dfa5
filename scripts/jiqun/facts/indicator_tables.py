"""Tables of figures inside a text: the headers supply indicator, unit and period.

Two forms are read. In one each row is an indicator and the columns are years (指标 单位 2023年 2025年目标);
in the other each row is a place, trade or firm and the columns are indicators (县区 产值（亿元） 增长（%）).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from jiqun.facts.claims import Claims
from jiqun.facts.figure_state import Figure, Span
from jiqun.facts.frame import Frame
from jiqun.facts.modality import FACT, FORECAST, GOAL, REQUIREMENT, Modality
from jiqun.facts.table_cells import TableRow, find_tables, has_number, is_year
from jiqun.language.lexicon import Terms
from jiqun.language.numbers import Numeral
from jiqun.language.periods import Period, find_periods, plan_of
from jiqun.language.units import unit_at

_NUMBER_HEAD = re.compile(r"序号|编号|号|排名|位次")
_UNIT_HEAD = re.compile(r"(?:计量|度量)?单位")
_INDICATOR_HEAD = re.compile(
    r".*指标(?:名称|内容|项目|体系)?|(?:目标|项目|统计)?名称|目标(?:内容)?|内容|项目"
)
_VALUE_HEAD = re.compile(
    r"目标|现状|基期|基数|实际|完成|预期|预计|数值|规划值|任务|达到|本月|当月|本期|绝对[量额值数]|总量"
)
# A column that counts from the beginning of the year on: 1-本月, 本月止累计.
_FROM_JANUARY = re.compile(r"1(?:-|—|~|至|到)[本当]月|累计")
# Heads whose numbers are in percent though they print no unit.
_IN_PERCENT = re.compile(r"(?:增速|增长|增幅|增长率|比重|占比|率)$")
_RATE_HEAD = re.compile(r"(?P<yearly>年均)?(?:递增|增长|增速|增幅|变化)(?:率|速度|幅度)?|同比|比上年|累计")
_ASIDE_HEAD = re.compile(r"属性|类型|类别|备注|说明|责任|牵头|部门|来源|依据|权重|分值|联系|电话")
# Heads of the tables that `project_tables` reads, and of others whose numbers are no figures.
_OTHER_TABLE = re.compile(
    r"(?:项目|工程)名称|建设单位|建设内容|建设规模|总投资|投资额|姓名|电话|代码|时间安排|完成时限"
)
_OWNER = re.compile(
    r"[\u4e00-\u9fff]{2,16}?(?:产业集群|集群|产业链|园区|开发区|制造业|基地)(?=产值|总产值|营业|主营|销售|增加值|从业|税收|利润|出口|研发)"
)
_CAPTION_UNIT = re.compile(r"单位[：:](?P<unit>[^，；。）)\s]{1,12})")
_BRACKET = re.compile(r"[（(\[](?P<inside>[^（）()\[\]]{1,14})[）)\]]$")
_TABLE_NUMBER = re.compile(r"附?表$")
_TOTAL = re.compile(r"合\s?计|总\s?计|小\s?计|共\s?计|总数|平均")
_BEFORE = re.compile(
    r"(?P<ge>≥|⩾|>=|不低于|不少于|至少|超过|突破|达到?)|(?P<gt>>|高于|大于|多于)"
    r"|(?P<le>≤|⩽|<=|不超过|不高于|控制在)|(?P<lt><|低于|小于|少于|不到)|(?P<approx>约|近)"
)
_AFTER = re.compile(r"(?P<ge>以上|[＋+])|(?P<le>以内|以下)|(?P<approx>左右|上下|余|多)")
_FALL = re.compile(r"下降|降低|减少|降幅|削减|压减")
_GROWTH = re.compile(r"(?:增长|增速|增幅|增长率|增长速度|涨幅)(?:率|速度)?$")
_RESEARCH = re.compile(
    r"(?:研发|R&D|研究与试验发展|研究开发).{0,10}占.{0,10}(?:收入|产值|生产总值|GDP|增加值)"
)
_CAPTIONS, _CAPTION_LENGTH = 3, 80
# How many cells make a row of numbers, and what may stand beside a number in a cell of its own.
_FEWEST_CELLS = 3
_ALONE = re.compile(r"[\s\-−—+≥≤<>＞＜≈±*（）()\[\]〔〕左右上下以内约]*")


@dataclass(slots=True)
class Column:
    """A column: what it holds, the spans of its head from the top, and the period and unit that the head
    prints."""

    role: str
    heads: list[Span]
    printed: str
    period: Period | None = None
    unit: str = ""
    heading: Span | None = None


@dataclass(slots=True)
class _Head:
    """What the head of a table and the lines above it say."""

    columns: list[Column]
    rows: int
    unit: str = ""
    period: Period | None = None
    goes_by_row: bool = True
    indicators: list[int] = field(default_factory=list)


class TableReader:
    """Reads the figures in the tables of one document. Positions are of the view."""

    def __init__(self, frame: Frame, claims: Claims, terms: Terms) -> None:
        self.frame = frame
        self.claims = claims
        self.terms = terms
        self.text = frame.text

    def read(self) -> list[Figure]:
        """The figures of all tables, in order; their numerals are held, those of other columns have a
        reason."""
        figures: list[Figure] = []
        for table in find_tables(self.frame):
            head = self._head(table)
            if head is not None:
                for row in table[head.rows :]:
                    figures += self._row(head, row)
            for row in table:
                self._leave(row)
        return figures

    def _leave(self, row: TableRow) -> None:
        """Say of the bare numbers that fill cells of a row and that no figure holds that they are unresolved.

        The words beside them are other cells: no sentence says what they are of.
        """
        cells = [cell for cell in row.cells if cell is not None]
        if len(cells) < _FEWEST_CELLS:
            return
        for first, last in cells:
            for numeral in self.frame.numerals_in(first, last):
                bare = numeral.kind == "quantity" and numeral.unit is None and not numeral.code
                if (
                    bare
                    and self.claims.is_free(numeral)
                    and _ALONE.fullmatch(self.text[first : numeral.start] + self.text[numeral.end : last])
                ):
                    self.claims.give_reason(numeral, "unresolved")

    # --- The head ------------------------------------------------------------------------------------------

    def _head(self, table: Sequence[TableRow]) -> _Head | None:
        """The head of a table of figures; None where it is another table."""
        count = self._head_rows(table)
        if not count or count == len(table):
            return None
        columns = [self._column(spans) for spans in _heads(table[:count])]
        if any(_OTHER_TABLE.search(column.printed) for column in columns):
            return None
        for at, column in enumerate(columns):
            cells = [cell for row in table[count:] if (cell := row.cell(at)) is not None]
            if column.role == "figure" and not any(self._has_quantity(cell) for cell in cells):
                # 园区 above the names of zones counts none
                column.role, column.heading = "", None
        head = _Head(columns, count)
        self._read_captions(head, table[0].start)
        roles = [column.role for column in columns]
        head.indicators = [at for at, role in enumerate(roles) if role == "indicator"]
        if head.indicators and ("value" in roles or "rate" in roles):
            return head
        figures = [column for column in columns if column.role == "figure"]
        if figures and any(column.unit or head.unit for column in figures):
            head.goes_by_row = False
            return head
        return None

    def _head_rows(self, table: Sequence[TableRow]) -> int:
        """How many rows the head has: the first, and those below it that leave its first cell to it."""
        count = 0
        for row in table[:3]:
            if (count and row.cell(0) is not None) or has_number(self.frame, row):
                break
            count += 1
        return count

    def _column(self, spans: list[Span]) -> Column:
        printed = " ".join(self.text[slice(*span)] for span in spans)
        bare = re.sub(r"\s|（[^（）]*）", "", printed)
        column = Column("", spans, bare)
        for span in spans:
            column.period = self._period(span) or column.period
            bracket = _BRACKET.search(self.text[slice(*span)])
            if bracket and _unit(bracket["inside"]):
                column.unit = bracket["inside"]
        column.role, column.heading = self._role(column)
        return column

    def _period(self, span: Span) -> Period | None:
        """The period that a head prints; a bare year is one as well."""
        found = [
            one
            for one in find_periods(self.text, *span, self.frame.issued)
            if one.kind != "every" and not self.text.startswith(("比", "较"), one.start - 1)
        ]
        if found:
            return found[-1]
        for numeral in self.frame.numerals_in(*span):
            if is_year(self.frame, numeral):
                year = self.text[numeral.start : numeral.end]
                numeral.kind, numeral.value, numeral.code = "period", None, None
                return Period(
                    numeral.start,
                    numeral.end,
                    "year",
                    f"{year}-01-01",
                    f"{year}-12-31",
                    "printed",
                    (int(year),),
                )
        return None

    def _role(self, column: Column) -> tuple[str, Span | None]:
        """What a column holds, and the indicator in its head."""
        bare = column.printed
        if not bare:
            return "", None
        for pattern, role in ((_NUMBER_HEAD, "number"), (_UNIT_HEAD, "unit")):
            if pattern.fullmatch(bare):
                return role, None
        if column.period is None and _ASIDE_HEAD.search(bare) and len(bare) <= 8:
            return "", None
        if column.period is None and _INDICATOR_HEAD.fullmatch(bare) and not re.fullmatch(r"目标", bare):
            return "indicator", None
        heading = self._heading(column)
        if heading is not None and not _RATE_HEAD.fullmatch(bare):
            return "figure", heading
        if _RATE_HEAD.search(bare):
            return "rate", None
        return ("value" if column.period is not None or _VALUE_HEAD.search(bare) else ""), None

    def _heading(self, column: Column) -> Span | None:
        """The indicator that a head names: its words without the unit in brackets and the period before
        them."""
        for start, end in reversed(column.heads):
            start, end = self._without_unit(start, end)
            if column.period is not None and start <= column.period.start < end:
                start = column.period.end if column.period.start == start else start
            # 2014年营业收入: the 年 of the year opens the longer term 年营业收入
            if (
                self.terms.within(start - 1, end)
                if column.period is not None
                else self.terms.within(start, end)
            ):
                return start, end
        return None

    def _without_unit(self, start: int, end: int) -> Span:
        bracket = _BRACKET.search(self.text[start:end])
        if bracket and _unit(bracket["inside"]):
            end = start + bracket.start()
        while end > start and self.text[end - 1] in " \u3000":
            end -= 1
        return start, end

    def _read_captions(self, head: _Head, start: int) -> None:
        """Unit and period that lines above the table print for all of it: 单位：亿元, 表2
        2023年各县区主要指标."""
        end = start
        for _ in range(_CAPTIONS):
            end = self.text.rfind("\n", 0, end)
            if end <= 0:
                return
            first = max(self.text.rfind("\n", 0, end) + 1, end - _CAPTION_LENGTH)
            caption = self.text[first:end]
            if "。" in caption:
                return
            for numeral in self.frame.numerals_in(first, end):
                if numeral.kind == "quantity" and _TABLE_NUMBER.search(self.text[first : numeral.start]):
                    numeral.kind, numeral.value, numeral.code = "ordinal", None, None
            unit = _CAPTION_UNIT.search(caption)
            if unit and not head.unit:
                # 单位：亿元、%: rates print or imply theirs
                listed = [one for one in re.split("[、，,/和]", unit["unit"]) if _unit(one)]
                measured = [one for one in listed if one != "%"]
                whole = [unit["unit"]] if _unit(unit["unit"]) else []
                head.unit = next(iter(whole + measured + listed), "")
            periods = find_periods(self.text, first, end, self.frame.issued)
            head.period = head.period or (periods[-1] if periods else None)

    # --- Rows ----------------------------------------------------------------------------------------------

    def _row(self, head: _Head, row: TableRow) -> list[Figure]:
        """The figures of a row; none where its cells do not stand below the head's."""
        if len(row.cells) > len(head.columns) or (not row.sign and len(row.cells) != len(head.columns)):
            return []
        for column, cell in zip(head.columns, row.cells, strict=False):
            if column.role == "number" and cell is not None:
                for numeral in self.frame.numerals_in(*cell):
                    if numeral.kind == "quantity" and self.claims.is_free(numeral):
                        numeral.kind, numeral.end = "list_marker", numeral.number_end
                        numeral.value = numeral.value_max = numeral.unit = numeral.code = None
        return self._by_row(head, row) if head.goes_by_row else self._by_column(head, row)

    def _by_row(self, head: _Head, row: TableRow) -> list[Figure]:
        """A row that is an indicator: its values by the periods of the columns."""
        named = [cell for at in head.indicators if (cell := row.cell(at)) is not None]
        if not named:
            return []
        name = self._without_unit(*named[-1])
        whose, name = self._whose(name)
        bracket = _BRACKET.search(self.text[slice(*named[-1])])
        units = [self.text[slice(*cell)] for cell in self._cells(head, row, "unit")]
        units += [bracket["inside"]] if bracket else []
        aside = " ".join(self.text[slice(*cell)] for cell in self._cells(head, row, ""))
        figures = []
        for column, cell in zip(head.columns, row.cells, strict=False):
            if column.role in ("value", "rate") and cell is not None:
                printed = self._units(column, cell, units) or [*units, column.unit, head.unit]
                period = self._period_of(head, column)
                start = whose[0] if whose else name[0]
                figure = self._figure(cell, name, whose, printed, period, column, "约束性" in aside, start)
                figures += [figure] if figure else []
        return figures

    def _whose(self, name: Span) -> tuple[Span | None, Span]:
        """The cluster, zone or trade that opens an indicator's name, and the rest: 工程机械集群|营业收入."""
        owner = _OWNER.match(self.text, *name)
        return (owner.span(), (owner.end(), name[1])) if owner else (None, name)

    def _units(self, column: Column, cell: Span, units: Sequence[str]) -> list[str]:
        """Units of a rate. 〔0.6〕 is what a plan adds over all its years: points, where the indicator is
        in percent."""
        if column.role != "rate":
            return []
        is_sum = self.text[cell[0]] in "〔["
        measured = [unit for unit in units if _unit(unit) and _unit(unit) != (Decimal(1), "%")]
        if is_sum and measured:
            return measured  # [190] of firms is what the years add up to
        return ["个百分点"] if is_sum and any(_unit(unit) == (Decimal(1), "%") for unit in units) else ["%"]

    def _by_column(self, head: _Head, row: TableRow) -> list[Figure]:
        """A row that is a place, trade or firm: its values by the indicators of the columns."""
        subject = next(
            (
                cell
                for column, cell in zip(head.columns, row.cells, strict=False)
                if cell is not None and column.role in ("", "indicator") and not self._has_quantity(cell)
            ),
            None,
        )
        if subject is None:
            return []
        start = subject[0]
        whose = None if _TOTAL.fullmatch(self.text, *subject) else subject
        figures = []
        last: Span | None = None
        for column, cell in zip(head.columns, row.cells, strict=False):
            last = column.heading or last
            if cell is None or column.role not in ("figure", "rate") or last is None:
                continue
            in_percent = column.role == "rate" or _IN_PERCENT.search(column.printed)
            units = [column.unit or ("%" if in_percent else ""), head.unit]
            period = column.period or head.period
            figure = self._figure(cell, last, whose, units, period, column, False, start)
            figures += [figure] if figure else []
        return figures

    def _cells(self, head: _Head, row: TableRow, role: str) -> list[Span]:
        return [
            cell
            for column, cell in zip(head.columns, row.cells, strict=False)
            if column.role == role and cell is not None
        ]

    def _has_quantity(self, cell: Span) -> bool:
        return any(numeral.kind == "quantity" for numeral in self.frame.numerals_in(*cell))

    def _counts_from_january(self, head: _Head, column: Column) -> bool:
        """Whether a column, or the one of values that a rate stands behind, sums up the months of a year."""
        at = next(index for index, other in enumerate(head.columns) if other is column)
        while column.role == "rate" and at and not _FROM_JANUARY.search(column.printed):
            at -= 1
            column = head.columns[at]
        return column.role in ("value", "rate") and _FROM_JANUARY.search(column.printed) is not None

    def _period_of(self, head: _Head, column: Column) -> Period | None:
        """The period of a column; of a yearly rate the plan that the last year of the table ends."""
        if column.period is None and self._counts_from_january(head, column):
            return _from_january(head.period)
        if column.period is not None or column.role != "rate":
            return column.period or head.period
        years = [other.period for other in head.columns if other.period is not None and other.period.last]
        if not years or "年均" not in column.printed:
            return years[-1] if years else head.period
        last = max(years, key=lambda period: period.last or "")
        plan = plan_of(last.last or "")
        return replace(last, first=plan[0], last=plan[1], status="resolved") if plan else last

    # --- Figures -------------------------------------------------------------------------------------------

    def _figure(
        self,
        cell: Span,
        name: Span,
        subject: Span | None,
        units: Sequence[str],
        period: Period | None,
        column: Column,
        is_binding: bool,
        start: int,
    ) -> Figure | None:
        """The figure of a cell, its numeral held; None where it holds none, or several, or its unit is not
        known.

        `start` is where its passage begins: the row's indicator, or its subject.
        """
        numerals = [
            numeral
            for numeral in self.frame.numerals_in(*cell)
            if numeral.kind == "quantity" and self.claims.is_free(numeral) and numeral.value is not None
        ]
        if not numerals:
            return None
        numeral = numerals[0]
        before, after = self.text[cell[0] : numeral.start], self.text[numeral.end : cell[1]]
        if len(numerals) == 1 and numeral.code is None:
            _give_unit(numeral, units)
        statistic = self._statistic(numeral, name, column)
        code = self._code(name, numeral, statistic)
        is_index = self.text.endswith(("指数", "系数"), *name)
        if numeral.code is None and (is_index or self.claims.indicator_dimensions.get(code) == "count"):
            numeral.code = "1"
        if len(numerals) > 1 or numeral.code is None or numeral.value is None:
            for other in numerals:
                self.claims.give_reason(other, "unresolved")
            return None
        is_fall = numeral.value > 0 and (
            before.rstrip().endswith(("-", "−"))
            or (
                statistic == "growth_rate" and _FALL.search(self.text[slice(*name)] + column.printed + before)
            )
        )
        value, value_max = numeral.value, numeral.value_max
        if is_fall:
            value, value_max = (-value, None) if value_max is None else (-value_max, -value)
        self.claims.hold(numeral)
        return Figure(
            numeral,
            name,
            code,
            subject,
            statistic,
            "range" if value_max is not None else _operator(before, after, numeral),
            value,
            value_max,
            numeral.code,
            period,
            self._modality(column, before, period, is_binding),
            start=start,
            given=True,
        )

    def _statistic(self, numeral: Numeral, name: Span, column: Column) -> str:
        printed = self.text[slice(*name)]
        if numeral.code == "pp":
            return "growth_amount"
        if column.role == "rate":
            return "growth_rate" if numeral.code == "%" else "growth_amount"
        if numeral.code == "%":
            if _GROWTH.search(printed) or _FALL.search(printed):
                return "growth_rate"
            return "share" if "占" in printed else "level"
        return "level"

    def _code(self, name: Span, numeral: Numeral, statistic: str) -> str:
        """Code of the last term in the indicator's name that can be measured in the unit."""
        if statistic == "share" and _RESEARCH.search(self.text, *name):
            return "rd_intensity"
        wanted = self.claims.unit_dimensions.get(numeral.code or "", "")
        # 2014年营业收入: the 年 of the year opens the longer term 年营业收入
        first = name[0] - (self.text[name[0] - 1 : name[0]] == "年")
        for term in reversed(self.terms.within(first, name[1])):
            dimension = self.claims.indicator_dimensions.get(term.code, "")
            fits = (
                not wanted or dimension in (wanted, "any", "") or wanted in ("price", "intensity", "density")
            )
            if fits or statistic != "level" or numeral.code == "%":
                return term.code
        return "other"

    def _modality(self, column: Column, before: str, period: Period | None, is_binding: bool) -> Modality:
        """Goal or fact: by the head's words, else by the period against the document's date."""
        if re.search("预计|预测", column.printed):
            return FORECAST
        says_goal = re.search("目标|预期|计划|规划|任务", column.printed) is not None
        if re.search("实际|完成值|完成数|现状|基期|基数|已完成", column.printed):
            return FACT
        issued, last = self.frame.issued, (period.last or period.first) if period else None
        if not says_goal and (issued is None or last is None or last[:4] <= issued[:4]):
            return FACT
        return REQUIREMENT if is_binding or re.search("不低于|不少于|不超过|至少", before) else GOAL


def without_repeated(tabled: Sequence[Figure], printed: Sequence[Figure], claims: Claims) -> list[Figure]:
    """The figures of tables that no sentence before them has stated; the others are duplicates."""
    stated = {_stated(figure): figure.numeral.start for figure in reversed(printed)}
    kept = []
    for figure in tabled:
        if (
            stated.get(_stated(figure), figure.numeral.start) < figure.numeral.start
            and abs(figure.value) >= 2
        ):
            claims.give_reason(figure.numeral, "duplicate")
        else:
            kept.append(figure)
    return kept


def _stated(figure: Figure) -> tuple[object, ...]:
    period = figure.period
    return (
        figure.code,
        figure.statistic,
        figure.value,
        figure.value_max,
        figure.unit,
        (period.first, period.last) if period else None,
    )


def _from_january(period: Period | None) -> Period | None:
    """The months of a year up to the one that a table is of; no other period is changed."""
    if period is None or period.kind != "part" or period.last is None:
        return period
    return replace(period, first=f"{period.last[:4]}-01-01", status="resolved")


def _heads(rows: Sequence[TableRow]) -> list[list[Span]]:
    """The head of each column from the top; a cell that covers several columns heads those with a cell
    below."""
    heads: list[list[Span]] = []
    for column in range(max(len(row.cells) for row in rows)):
        spans: list[Span] = []
        for at, row in enumerate(rows):
            cell = row.cell(column)
            if cell is None and at + 1 < len(rows) and rows[at + 1].cell(column) is not None:
                cell = next(
                    (row.cell(left) for left in range(column, -1, -1) if row.cell(left) is not None), None
                )
            if cell is not None:
                spans.append(cell)
        heads.append(spans)
    return heads


def _unit(printed: str) -> tuple[Decimal, str] | None:
    """Factor and code of a unit printed by itself: 亿元, 万元, %, 家, 个百分点; None where it is none."""
    printed = printed.strip().removeprefix("人民币")
    scale = re.match(r"[百千]?[万亿](?!元)", printed)
    factor = Decimal(1)
    if scale and (rest := printed[scale.end() :]):
        for sign in scale[0]:
            factor *= {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[sign]
        printed = rest
    elif len(printed) > 1 and printed[0] in "十百千" and printed[1] in "万亿":
        factor, printed = Decimal({"十": 10, "百": 100, "千": 1000}[printed[0]]), printed[1:]
    scaled = re.fullmatch(r"([万亿])(美?元)(/.+)?", printed)
    if scaled:
        factor *= 10**4 if scaled[1] == "万" else 10**8
        if scaled[3] is None:
            return factor, "USD" if scaled[2] == "美元" else "CNY"
        printed = scaled[2] + scaled[3]
    unit = unit_at(printed, 0)
    return (factor * unit.factor, unit.code) if unit is not None and len(unit.term) == len(printed) else None


def _give_unit(numeral: Numeral, printed: Sequence[str]) -> None:
    """Multiply a bare number out by the first unit that head, row or caption prints."""
    unit = next((found for one in printed if (found := _unit(one))), None)
    if unit is None or numeral.value is None:
        return
    numeral.value *= unit[0]
    if numeral.value_max is not None:
        numeral.value_max *= unit[0]
    numeral.code = unit[1]


def _operator(before: str, after: str, numeral: Numeral) -> str:
    """The bound that a cell prints around its number: ≥200, 200以上, 约5."""
    for found in (_AFTER.search(after), _BEFORE.search(before)):
        if found:
            return found.lastgroup or "eq"
    return "approx" if numeral.rough else "eq"
