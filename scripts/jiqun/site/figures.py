"""The figures of the site: what its charts show, and the same as tables."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from jiqun.package.finished import FinishedPackage, FinishedTable
from jiqun.site.accounts import Account
from jiqun.site.addresses import Address, table_path
from jiqun.site.charts import Axis, Bar, Bars, Cell, Drawing, Matrix, Panel, Panels, Point, Strip, Strips
from jiqun.site.charts.strips import linear, logarithmic, spans_widely
from jiqun.site.labels import code_label, plain_labels, row_label

# What a chart can hold and still be read; where there is more, the largest are shown.
_MOST_BARS = 15
_MOST_STRIPS = 16
_MOST_COLUMNS = 14
_MOST_COMPARED = 6
# The families of instruments after Rothwell and Zegveld, in the order of their picture, and how each works.
_FAMILIES: Mapping[str, Literal["right", "up", "left"]] = {
    "supply": "right",
    "environment": "up",
    "demand": "left",
}
_STAGES = ("planned", "negotiating", "signed", "under_construction", "operational", "unspecified")
_STEPS = {
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
    "en": ((12, "tn"), (9, "bn"), (6, "m"), (3, "k")),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A cell of the table of figures that leads somewhere."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its title, how it is read, its text alternative, its key and its figures as a table.

    `key` has a class of the style sheet and a label for each kind of mark; `more` is how many things were
    left out. `remark` is what its note does not say of charts of its kind, but of this one.
    """

    identifier: str
    title: str
    note: str
    summary: str
    drawing: Drawing
    header: Sequence[str]
    rows: Sequence[Sequence[Link | str | int]]
    key: Sequence[tuple[str, str]] = ()
    more: int = 0
    remark: str = ""


class Figures:
    """Draws up the figures of a package for the pages of one language."""

    def __init__(self, package: FinishedPackage, address: Address) -> None:
        self.package = package
        self.address = address
        self.say = address.language.say
        documents = package.table_names["documents"]
        self.titles = {row["document_id"]: row["title"] for row in documents.rows}
        self.places = {row["document_id"]: self._place(documents, row) for row in documents.rows}

    def _place(self, documents: FinishedTable, row: Mapping[str, str]) -> str:
        """A document by its region and year, which say more in a chart than the beginning of its title."""
        region = row.get("region_code", "")
        name = (
            code_label(documents, "region_code", region, self.package, self.address.language)
            if region
            else row["title"]
        )
        return " ".join(filter(None, [name, row.get("issued_on", "")[:4]]))

    def _table(self, name: str, *columns: str) -> FinishedTable | None:
        table = self.package.table_names.get(name)
        return table if table and table.rows and table.has("document_id", *columns) else None

    def _label(self, table: FinishedTable, column: str, value: str) -> str:
        return code_label(table, column, value, self.package, self.address.language)

    def _rows_with(self, table: str, **values: str) -> str:
        """The page of a table, its rows chosen by values."""
        asked = "&".join(f"{name}={value}" for name, value in values.items())
        return f"{self.address.page(table_path(table))}?{asked}#rows"

    def _row(self, table: FinishedTable, row: Mapping[str, str]) -> str:
        return self.address.page(table_path(table.name), row[table.primary_key or ""])

    # --- Measures ----------------------------------------------------------------------------------------

    def instruments(self) -> Figure | None:
        """The picture of Rothwell and Zegveld: what supply, environment and demand are made of."""
        table = self._table("measures", "instrument", "instrument_family")
        if table is None:
            return None
        counts = Counter((row["instrument_family"], row["instrument"]) for row in table.rows)
        panels = []
        for family, points in _FAMILIES.items():
            bars = [
                Bar(
                    self._label(table, "instrument", instrument),
                    {"": count},
                    {"": self._rows_with("measures", instrument=instrument)},
                )
                for (one, instrument), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
                if one == family
            ]
            title = self._label(table, "instrument_family", family)
            panels.append(Panel(title, self.say(f"family_{family}"), points, bars))
        if not any(panel.bars for panel in panels):
            return None
        return Figure(
            "instruments",
            self.say("chart_instruments"),
            self.say("note_instruments"),
            self._sentence((panel.title, panel.total) for panel in panels),
            Panels(panels),
            (self.say("family"), self.say("instrument"), self.say("count")),
            [
                (panel.title, Link(bar.label, bar.links[""]), bar.total)
                for panel in panels
                for bar in panel.bars
            ],
        )

    def instruments_by_document(self) -> Figure | None:
        """How often each document uses each instrument."""
        table = self._table("measures", "instrument", "instrument_family")
        if table is None:
            return None
        counts = Counter((row["document_id"], row["instrument"]) for row in table.rows)
        families = {row["instrument"]: row["instrument_family"] for row in table.rows}
        used = Counter(row["instrument"] for row in table.rows)
        order = list(_FAMILIES)
        instruments = sorted(
            used,
            key=lambda one: (order.index(families[one]) if families[one] in order else 9, -used[one], one),
        )
        return self._documents_by(
            "instruments-by-document",
            table,
            "instrument",
            [(one, 1 + order.index(families[one]) if families[one] in order else 4) for one in instruments],
            counts,
            key=[
                (f"series-{number}", self._label(table, "instrument_family", family))
                for number, family in enumerate(order, 1)
            ],
        )

    def _documents_by(
        self,
        identifier: str,
        table: FinishedTable,
        column: str,
        values: Sequence[tuple[str, int]],
        counts: Counter[tuple[str, str]],
        key: Sequence[tuple[str, str]] = (),
    ) -> Figure:
        """A matrix of documents by values of a column; each value comes with the number of its colour."""
        totals = Counter(dict.fromkeys(self.titles, 0))
        for (document, _), count in counts.items():
            totals[document] += count
        documents = [one for one, count in totals.most_common(_MOST_STRIPS) if count]
        cells = {
            (row, number): Cell(
                counts[document, value],
                self._rows_with(table.name, document_id=document, **{column: value}),
            )
            for row, document in enumerate(documents)
            for number, (value, _) in enumerate(values)
        }
        name = identifier.replace("-", "_")
        labels = [(self._label(table, column, value), colour) for value, colour in values]
        sums = Counter(
            {
                label: sum(counts[one, value] for one in documents)
                for (label, _), (value, _) in zip(labels, values, strict=True)
            }
        )
        return Figure(
            identifier,
            self.say(f"chart_{name}"),
            self.say(f"note_{name}"),
            self._sentence(sums.most_common(5)),
            Matrix([self.places[one] for one in documents], labels, cells),
            (self.say("documents"), *(label for label, _ in labels)),
            [
                (self.titles[document], *(self._count(cells[row, number]) for number in range(len(values))))
                for row, document in enumerate(documents)
            ],
            key,
            sum(1 for count in totals.values() if count) - len(documents),
        )

    @staticmethod
    def _count(cell: Cell) -> Link | int:
        return Link(str(cell.count), cell.place) if cell.count else 0

    # --- Targets and indicators --------------------------------------------------------------------------

    def subjects_of_figures(self) -> Figure | None:
        """What the figures are of: targets and reported values by indicator."""
        tables = [table for name in ("targets", "indicators") if (table := self._table(name, "indicator"))]
        if not tables:
            return None
        counts: dict[str, Counter[str]] = {}
        for table in tables:
            for row in table.rows:
                counts.setdefault(row["indicator"], Counter())[table.name] += 1
        order = sorted(counts, key=lambda one: (one == "other", -sum(counts[one].values()), one))
        series = {table.name: self.address.language.pick(table.title) for table in tables}
        bars = [
            Bar(
                self._label(tables[0], "indicator", one),
                counts[one],
                {name: self._rows_with(name, indicator=one) for name in series},
            )
            for one in order[:_MOST_BARS]
        ]
        colours = {"targets": 2, "indicators": 1}
        drawn = {name: series[name] for name in sorted(series, key=lambda name: colours[name])}
        return Figure(
            "figures",
            self.say("chart_figures"),
            self.say("note_figures"),
            self._sentence((bar.label, bar.total) for bar in bars[:5]),
            Bars(bars, drawn),
            (self.say("indicator"), *drawn.values(), self.say("total")),
            [(bar.label, *(self._part(bar, name) for name in drawn), bar.total) for bar in bars],
            [(f"series-{number}", label) for number, label in enumerate(drawn.values(), 1)],
            len(order) - len(bars),
        )

    @staticmethod
    def _part(bar: Bar, name: str) -> Link | int:
        return Link(str(bar.parts[name]), bar.links[name]) if bar.parts.get(name) else 0

    def comparisons(self) -> list[Figure]:
        """The figures that most documents have, side by side, a chart for each indicator and statistic."""
        groups: dict[tuple[str, str, str], list[tuple[FinishedTable, Mapping[str, str]]]] = {}
        for name in ("targets", "indicators"):
            table = self._table(name, "indicator", "statistic", "unit", "value")
            for row in table.rows if table else []:
                if row["value"] and row["indicator"] != "other" and table:
                    key = (row["indicator"], row["statistic"], row["unit"])
                    groups.setdefault(key, []).append((table, row))
        documents = {key: len({row["document_id"] for _, row in found}) for key, found in groups.items()}
        common = sorted(
            (key for key, count in documents.items() if count > 1),
            key=lambda key: (-documents[key], -len(groups[key]), key),
        )
        return [self._comparison(key, groups[key]) for key in common[:_MOST_COMPARED]]

    def _comparison(
        self, key: tuple[str, str, str], found: Sequence[tuple[FinishedTable, Mapping[str, str]]]
    ) -> Figure:
        indicator, statistic, unit = key
        table = found[0][0]
        values = [float(row["value"]) for _, row in found]
        many = Counter(row["document_id"] for _, row in found)
        documents = [one for one, _ in many.most_common(_MOST_STRIPS)]
        highest = {
            one: max(float(row["value"]) for _, row in found if row["document_id"] == one)
            for one in documents
        }
        documents.sort(key=lambda one: -highest[one])
        shown = [(one, row) for one, row in found if row["document_id"] in highest]
        strips = [
            Strip(
                self.places[document],
                [
                    Point(
                        float(row["value"]),
                        row_label(one, row, self.address.language),
                        self._row(one, row),
                        2 if one.name == "targets" else 1,
                        one.name == "targets",
                    )
                    for one, row in shown
                    if row["document_id"] == document
                ],
            )
            for document in documents
        ]
        titles = {one.name: self.address.language.pick(one.title) for one, _ in found}
        axis = self._axis(values, unit)
        return Figure(
            f"compare-{indicator}-{statistic}-{unit}".replace("_", "-")
            .replace("/", "-")
            .replace("%", "percent"),
            self._figure_title(table, indicator, statistic, unit),
            self.say("note_compare"),
            self._sentence(
                (self.places[one], sum(row["document_id"] == one for _, row in shown))
                for one in documents[:5]
            ),
            Strips(strips, axis),
            (self.say("documents"), self.say("figure"), self.say("kind")),
            [
                (
                    self.places[row["document_id"]],
                    Link(row_label(one, row, self.address.language), self._row(one, row)),
                    titles[one.name],
                )
                for document in documents
                for one, row in shown
                if row["document_id"] == document
            ],
            [
                (f"{'ring series-2' if one == 'targets' else 'dot series-1'}", label)
                for one, label in titles.items()
            ],
            len(many) - len(documents),
            self.say("note_logarithmic") if axis.logarithmic else "",
        )

    def _figure_title(self, table: FinishedTable, indicator: str, statistic: str, unit: str) -> str:
        """An indicator, its statistic where it is no plain level, and its unit: 增加值 · 增长率（%）."""
        title = self._label(table, "indicator", indicator)
        if statistic != "level":
            (field,) = (one for one in table.fields if one.name == "statistic")
            title += f" · {plain_labels(field, self.address.language).get(statistic, statistic)}"
        if unit == "1":
            return title
        label = unit if unit == "%" else self._label(table, "unit", unit)
        return f"{title}（{label}）" if self.address.language.code == "zh" else f"{title} ({label})"

    def _axis(self, values: Sequence[float], unit: str) -> Axis:
        if spans_widely(values):
            return logarithmic(values, self._short)
        return linear(values, (lambda value: f"{value:g}%") if unit == "%" else self._short)

    def _short(self, value: float) -> str:
        """A round figure in the words of the language: 亿 is a step in Chinese, a billion one in English."""
        for power, word in _STEPS[self.address.language.code]:
            if abs(value) >= 10.0**power:
                return f"{value / 10.0**power:,g}{word}"
        return f"{value:,g}"

    # --- Projects, clusters ------------------------------------------------------------------------------

    def projects(self) -> Figure | None:
        """Projects by stage, each at its investment."""
        table = self._table("projects", "stage", "investment", "investment_unit")
        if table is None:
            return None
        by_stage: dict[str, list[Mapping[str, str]]] = {}
        for row in table.rows:
            by_stage.setdefault(row["stage"], []).append(row)
        stages = [one for one in _STAGES if one in by_stage]
        stages += sorted(set(by_stage) - set(stages))
        strips = []
        for stage in stages:
            points = [
                Point(
                    float(row["investment"]),
                    f"{row_label(table, row, self.address.language)}: {row['investment_text']}",
                    self._row(table, row),
                    3 if row.get("kind") == "programme" else 1,
                    row.get("kind") == "programme",
                )
                for row in by_stage[stage]
                if row["investment"] and row["investment_unit"] == "CNY" and float(row["investment"]) > 0
            ]
            remark = f"{len(points)} / {len(by_stage[stage])}"
            strips.append(Strip(self._label(table, "stage", stage), points, remark))
        values = [point.value for strip in strips for point in strip.points]
        if not values:
            return None
        kinds = {row.get("kind", "") for row in table.rows}
        return Figure(
            "projects",
            self.say("chart_projects"),
            self.say("note_projects"),
            self._sentence(
                (strip.label, len(by_stage[stage])) for strip, stage in zip(strips, stages, strict=True)
            ),
            Strips(strips, logarithmic(values, self._short)),
            (self.say("stage"), self.say("count"), self.say("with_investment"), self.say("largest")),
            [
                (
                    Link(strip.label, self._rows_with("projects", stage=stage)),
                    len(by_stage[stage]),
                    len(strip.points),
                    Link(top.name, top.place)
                    if (top := max(strip.points, key=lambda point: point.value, default=None))
                    else "",
                )
                for strip, stage in zip(strips, stages, strict=True)
            ],
            [
                (style, self._label(table, "kind", kind))
                for kind, style in (("project", "dot series-1"), ("programme", "ring series-3"))
                if kind in kinds
            ],
        )

    def industries(self) -> Figure | None:
        """Clusters by industry, and where they are said to be."""
        table = self._table("clusters", "industry_code")
        if table is None:
            return None
        lacking = sum(not row["industry_code"] for row in table.rows)
        return self._values_by_document(
            "industries",
            table,
            "industry_code",
            self.say("industry"),
            lambda code: code[:2],
            self.say("note_industries_lacking").format(count=lacking) if lacking else "",
        )

    def cluster_kinds(self) -> Figure | None:
        """What is named: clusters, bases, parks and the rest, by document."""
        table = self._table("clusters", "kind")
        if table is None:
            return None
        return self._values_by_document("cluster-kinds", table, "kind", self.say("kind"), str)

    def _values_by_document(
        self,
        identifier: str,
        table: FinishedTable,
        column: str,
        heading: str,
        group: Callable[[str], str],
        remark: str = "",
    ) -> Figure | None:
        """A matrix of a column's values by documents, with a total for each; `group` puts values together.

        The values are the rows, whose labels have room; what has no value is left out.
        """
        counts = Counter((group(row[column]), row["document_id"]) for row in table.rows if row[column])
        totals: Counter[str] = Counter()
        for (value, _), count in counts.items():
            totals[value] += count
        if not totals:
            return None
        values = [one for one, _ in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))][:_MOST_BARS]
        by_document = Counter(dict.fromkeys(self.titles, 0))
        for (value, document), count in counts.items():
            if value in values:
                by_document[document] += count
        named = [one for one, count in by_document.most_common() if count]
        columns = named[:_MOST_COLUMNS]
        labels = [self._label(table, column, one) for one in values]
        cells = {
            (row, number): Cell(
                counts[value, document],
                self._rows_with(table.name, document_id=document, **{column: value}),
            )
            for row, value in enumerate(values)
            for number, document in enumerate(columns)
        }
        places = [self.places[one] for one in columns]
        sums = [totals[one] for one in values]
        name = identifier.replace("-", "_")
        return Figure(
            identifier,
            self.say(f"chart_{name}"),
            self.say(f"note_{name}"),
            self._sentence(list(zip(labels, sums, strict=True))[:5]),
            Matrix(labels, [(one, 1) for one in places], cells, [str(one) for one in sums]),
            (heading, *places, self.say("total")),
            [
                (
                    Link(label, self._rows_with(table.name, **{column: value})),
                    *(self._count(cells[row, number]) for number in range(len(columns))),
                    totals[value],
                )
                for row, (label, value) in enumerate(zip(labels, values, strict=True))
            ],
            more=len(totals) - len(values) + len(named) - len(columns),
            remark=remark,
        )

    # --- The ledger --------------------------------------------------------------------------------------

    def ledger(self, accounts: Sequence[Account]) -> Figure | None:
        """What became of the numbers of each document, as shares."""
        accounts = sorted((one for one in accounts if one.mentions), key=lambda one: -one.mentions)
        if not accounts:
            return None
        series = {
            name: self.say(f"ledger_{name}") for name in ("used", "no_figure", "unresolved", "not_a_quantity")
        }
        bars = []
        for one in accounts[:_MOST_STRIPS]:
            known = {name: one.reasons[name] for name in ("not_a_quantity", "unresolved")}
            parts = {"used": one.used, **known}
            parts["no_figure"] = one.mentions - sum(parts.values())
            link = self._rows_with("mentions", document_id=one.document_id)
            bars.append(Bar(self.places[one.document_id], parts, dict.fromkeys(series, link)))
        total = Counter[str]()
        for bar in bars:
            total.update(bar.parts)
        return Figure(
            "ledger-chart",
            self.say("chart_ledger"),
            self.say("note_ledger"),
            self._sentence((label, total[name]) for name, label in series.items()),
            Bars(bars, series, whole=True),
            (self.say("documents"), *series.values(), self.say("total")),
            [(bar.label, *(bar.parts.get(name, 0) for name in series), bar.total) for bar in bars],
            [(f"series-{number}", label) for number, label in enumerate(series.values(), 1)],
            len(accounts) - len(bars),
        )

    def _sentence(self, pairs: Iterable[tuple[str, int]]) -> str:
        """Labels and figures as a text alternative."""
        comma, colon = ("，", "：") if self.address.language.code == "zh" else (", ", ": ")
        return comma.join(f"{label}{colon}{count}" for label, count in pairs)
