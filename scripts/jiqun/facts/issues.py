"""The issues table: anomalies of the source, found by general rules and published."""

from __future__ import annotations

import re
from decimal import Decimal

from jiqun.facts.coordination import split_members
from jiqun.facts.documents import FrontMatter
from jiqun.facts.figure_state import Figure
from jiqun.facts.frame import Frame
from jiqun.facts.years import FalseYear
from jiqun.language.numbers import number_value
from jiqun.patterns import quick
from jiqun.tables import Document, Issue

_GARBLED = quick(
    r"\ufffd+|(?<=[\u4e00-\u9fff])\?(?=[\u4e00-\u9fff][^。？“]{0,12}”)|(?<=\d)[?？](?=\d)|[\u0080-\u009f]+|锟斤拷|(?:&[a-z]{2,6};)+|□{2,}|[ﾀ-ﾟ]{3,}"
)
_SAME_YEAR = quick(r"(?<!\d)((?:19|20)\d\d)(?:年度?)?(?:-|—{1,2}|~|至|到)\1(?!\d)年?")
_YEAR_AS_SUM = quick(r"(?<![\d.])(?:19|20)\d\d(?=亿元|亿美元)")
_COUNTED_LIST = re.compile(
    r"等(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个|大|家|条|项|类|户|位)"
)
# What is listed in full where its number is printed; firms, roads and projects are mostly given as examples.
_AGGLOMERATION = re.compile(r"^[^，；。、]{0,8}?(?:集群|基地|园区|区域|开发区|产业链|工业小区|小镇)")


# The longest base of a share: 占…的比重.
_LONGEST_BASE = 24


class IssueReader:
    """Collects the issues of one document."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.found: list[Issue] = []

    def add(self, kind: str, bounds: tuple[int, int] | None, message: str, resolution: str) -> None:
        """One issue; `bounds` are source offsets, or None where it concerns the whole document."""
        start, end = bounds if bounds else (None, None)
        frame = self.frame
        self.found.append(
            Issue(
                issue_id=frame.row_id("i", start if start is not None else frame.document.start),
                document_id=frame.document_id,
                start=start,
                end=end,
                quote=frame.document.source.text[start:end] if start is not None else None,
                kind=kind,
                message=message,
                resolution=resolution,
            )
        )

    def read(
        self, row: Document, front: FrontMatter, false_years: list[FalseYear], figures: list[Figure]
    ) -> list[Issue]:
        """All issues, in order of place."""
        self._read_front(row, front)
        self._read_layout()
        self._read_characters()
        self._read_years(false_years)
        self._read_values()
        self._read_lists()
        self._read_shares(figures)
        self._read_completions(figures)
        return sorted(self.found, key=lambda issue: issue.start if issue.start is not None else -1)

    def _read_front(self, row: Document, front: FrontMatter) -> None:
        document = self.frame.document
        first = (document.lines[0].start, document.lines[0].end)
        if not front.titles:
            self.add(
                "missing_title",
                None,
                "正文前没有印出标题",
                "由人工给出" if row.title_basis == "curated" else "暂取第一个小标题",
            )
        if (row.issued_on is None and row.issued_on_text is None) or row.issued_on_basis in (
            "inferred",
            "curated",
        ):
            self.add(
                "missing_date",
                None,
                "没有印出成文日期",
                "留空" if row.issued_on is None else "由其他证据推定",
            )
        if document.start > 0 and not document.compiled:
            self.add("run_together", first, "与上一篇连排在同一文件中，其间没有可靠的分隔", "在此处分开")
        letters = [re.sub(r"\W", "", title) for title in front.titles]
        for earlier, span in zip(letters[:-1], front.title_spans, strict=False):
            if earlier and (earlier in letters[-1] or letters[-1] in earlier):
                self.add("duplicate_title", span, "标题印了两次", "取正文前的标题行")

    def _read_layout(self) -> None:
        frame, document = self.frame, self.frame.document
        source = document.source.text
        numbers: set[int] = set()
        broken = [
            numeral
            for numeral in frame.numerals
            if not frame.document.view.is_whole(numeral.start, numeral.end)
        ]
        everywhere = len(broken) > 20 and len(broken) * 3 > len(frame.numerals)
        if everywhere:
            self.add("broken_number", None, f"全文数字中间夹有空白，共{len(broken)}处", "读时略去")
        for numeral in broken:
            start, end = frame.bounds(numeral.start, numeral.end)
            numbers.update(range(start, end))
            if not everywhere:
                self.add(
                    "broken_number",
                    (start, end),
                    "数字中间有空白或换行",
                    f"读作{frame.text[numeral.start : numeral.end]}",
                )
        if document.blanks >= 10:
            self.add("broken_line", None, f"全文夹有排版留下的空白，共{document.blanks}处", "读时略去")
        for offset in document.soft_breaks:
            after = offset
            while after < document.end and source[after].isspace():
                after += 1
            if offset not in numbers and offset > document.start and after < document.end:
                self.add("broken_line", (offset - 1, after + 1), "句子或词语中间换行", "读时接上")

    def _read_characters(self) -> None:
        document = self.frame.document
        for found in _GARBLED.finditer(document.source.text, document.start, document.end):
            kind = "encoding" if "\ufffd" in found[0] or "锟" in found[0] else "garbled_character"
            start, end = found.span()
            if found[0] in "?？":
                text = document.source.text
                while start > document.start and text[start - 1].isdigit():
                    start -= 1
                while end < document.end and text[end].isdigit():
                    end += 1
            self.add(kind, (start, end), "字符损坏或丢失", "照印")

    def _read_years(self, false_years: list[FalseYear]) -> None:
        frame = self.frame
        for false in false_years:
            self.add(
                "year_conflict", frame.bounds(false.start, false.end), false.evidence, "照印；所涉时期留空"
            )
        for found in _SAME_YEAR.finditer(frame.text):
            end = found.end()
            self.add("duplicate_period", frame.bounds(found.start(), end), "时期的起止年份相同", "时期留空")

    def _read_values(self) -> None:
        """2025亿元 as the size of one fund among several: a replaced year where a sum stood."""
        frame = self.frame
        false = {str(year) for year in frame.false_years}
        for found in _YEAR_AS_SUM.finditer(frame.text):
            if found[0] in false:
                unit = re.compile(r"亿(?:美)?元").match(frame.text, found.end())
                self.add(
                    "implausible_value",
                    frame.bounds(found.start(), unit.end() if unit else found.end()),
                    "数额与文中被改换的年份相同，疑为误改",
                    "照印",
                )

    def _read_lists(self) -> None:
        """等12个 before which there are not twelve names; 等8家 behind examples is no claim.

        和, 与 and 及 may join two names or stand inside one (软件与信息服务和冶金等5个): a count that some
        reading gives is no mismatch.
        """
        text = self.frame.text
        for found in _COUNTED_LIST.finditer(text):
            reach = max(0, found.start() - 400)
            start = max(reach - 1, *(text.rfind(mark, reach, found.start()) for mark in "，；。：\n")) + 1
            if "、" not in text[start : found.start()]:
                continue
            stretch = text[start : found.start()]
            fewest = len(re.split("、|以及", stretch))
            most = fewest + len(re.findall("[和与及]", re.sub("以及", "", stretch)))
            listed = len(split_members(text, start, found.start()))
            claimed = int(number_value(found["number"]))
            noun = text[found.end() : found.end() + 14]
            open_list = not _AGGLOMERATION.search(noun) or claimed > 20
            if fewest > claimed or (most < claimed and not open_list):
                self.add(
                    "count_mismatch",
                    self.frame.bounds(start, found.end()),
                    f"写明{found['number']}{found['unit']}，所列为{listed}个",
                    "照所列",
                )

    def _read_completions(self, figures: list[Figure]) -> None:
        """完成年计划3.6万人的126.7% of 4.2万人: the share of the plan that the two numbers give."""
        for number, figure in enumerate(figures):
            if figure.statistic != "completion_rate" or number < 2:
                continue
            plan, done = figures[number - 1], figures[number - 2]
            near = (
                figure.numeral.start - plan.numeral.end <= 3 and plan.numeral.start - done.numeral.end <= 16
            )
            if not near or plan.unit != done.unit or plan.value <= 0:
                continue
            actual = done.value * 100 / plan.value
            if abs(actual - figure.value) > 1:
                bounds = self.frame.bounds(done.numeral.start, figure.numeral.end)
                self.add(
                    "arithmetic_mismatch",
                    bounds,
                    f"{done.value}为{plan.value}的{actual.quantize(Decimal('0.1'))}%，印作{figure.value}%",
                    "照印",
                )

    def _by_ending(self, levels: list[Figure]) -> dict[str, list[Figure]]:
        """The first two figures by each ending of their indicators, of the lengths that a base can have."""
        endings: dict[str, list[Figure]] = {}
        for level in levels:
            first, last = level.indicator or (0, 0)
            for length in range(2, min(_LONGEST_BASE, last - first) + 1):
                found = endings.setdefault(self.frame.text[last - length : last], [])
                if len(found) < 2:
                    found.append(level)
        return endings

    def _read_shares(self, figures: list[Figure]) -> None:
        """A share that does not fit the two levels it stands between: 22 of 23.4 is not 91 %."""
        levels = [
            figure
            for figure in figures
            if figure.statistic == "level" and figure.unit == "CNY" and figure.indicator
        ]
        named: dict[object, Figure] = {}
        endings: dict[str, list[Figure]] | None = None
        for level in levels:
            named.setdefault((level.subject, level.indicator), level)
        for share in figures:
            if share.statistic != "share" or share.value <= 0 or share.operator not in ("eq", "approx"):
                continue
            part = named.get((share.subject, share.indicator))
            base = re.search(
                r"占(?P<base>[^，；。占]{2,24}?)(?:的|比重)",
                self.frame.text[max(0, share.numeral.start - 60) : share.numeral.start],
            )
            if part is None or base is None:
                continue
            name = re.sub(r"^(?:全[市县区省]|我[市县区省])", "", base["base"])
            if len(name) < 2:
                continue
            if endings is None:
                endings = self._by_ending(levels)
            whole = next((level for level in endings.get(name, ()) if level is not part), None)
            if whole is None or whole.value <= 0 or abs(whole.numeral.start - share.numeral.start) > 400:
                continue
            actual = part.value * 100 / whole.value
            if abs(actual - share.value) > max(Decimal(1), share.value * Decimal("0.02")):
                self.add(
                    "arithmetic_mismatch",
                    self.frame.bounds(share.numeral.start, share.numeral.end),
                    f"{part.value}占{whole.value}应为{actual.quantize(Decimal('0.1'))}%，印作{share.value}%",
                    "照印",
                )
