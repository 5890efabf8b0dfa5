"""What the site counts: the charts, and the account of every number in the sources."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jiqun.package.finished import FinishedPackage
from jiqun.site.addresses import Address, table_path
from jiqun.site.charts import Bar, Chart
from jiqun.site.labels import code_label, row_label, shorten

_MOST_BARS = 15
# As wide as a chart leaves room for beside its bars.
_LABEL = 40


def draw_up(package: FinishedPackage, address: Address) -> list[Chart]:
    """The charts of a package, without those that would be empty."""
    say = address.language.say
    charts = [
        instrument_families(package, address),
        _counts(package, address, "measures", "instrument", say("chart_instruments")),
        _counts(package, address, "clusters", "kind", say("chart_cluster_kinds")),
        _counts(package, address, "clusters", "industry_code", say("chart_industries")),
        _counts(package, address, "targets", "indicator", say("chart_targets")),
        _counts(package, address, "indicators", "indicator", say("chart_indicators")),
        _counts(package, address, "projects", "stage", say("chart_stages")),
        _counts(package, address, "organizations", "role", say("chart_roles")),
    ]
    return [chart for chart in charts if chart.bars]


def instrument_families(package: FinishedPackage, address: Address) -> Chart:
    """Measures by instrument family, a bar per document: the picture policy analysts draw."""
    language = address.language
    table = package.table_names.get("measures")
    counts: dict[str, Counter[str]] = {}
    families: dict[str, str] = {}
    for row in table.rows if table else []:
        family = row["instrument_family"]
        counts.setdefault(row["document_id"], Counter())[family] += 1
    if table:
        for field in table.fields:
            if field.name == "instrument_family":
                families = {one.value: language.pick(one.label) for one in field.categories}
    titles = {row["document_id"]: row["title"] for row in package.rows("documents")}
    bars = [
        Bar(
            shorten(titles.get(document, document), _LABEL),
            count,
            address.page(table_path("measures")) + f"?document_id={document}",
        )
        for document, count in counts.items()
    ]
    total = sum((Counter(bar.parts) for bar in bars), Counter[str]())
    summary = _sentence(address, [(families.get(name, name), total[name]) for name in families])
    return Chart("families", language.say("chart_families"), summary, bars[:_MOST_BARS], families)


def _counts(package: FinishedPackage, address: Address, name: str, column: str, title: str) -> Chart:
    """How many rows of a table have each value of a column, the most frequent first."""
    language = address.language
    table = package.table_names.get(name)
    values = (
        Counter(row[column] for row in table.rows if row[column])
        if table and table.has(column)
        else Counter()
    )
    bars = [
        Bar(
            shorten(code_label(table, column, value, package, language), _LABEL),
            {"": count},
            f"{address.page(table_path(name))}?{column}={value}",
        )
        for value, count in sorted(values.items(), key=lambda item: (-item[1], item[0]))[:_MOST_BARS]
        if table
    ]
    summary = _sentence(address, [(bar.label, bar.total) for bar in bars[:5]])
    return Chart(f"{name}-{column}".replace("_", "-"), title, summary, bars)


def _sentence(address: Address, pairs: Sequence[tuple[str, int]]) -> str:
    """Labels and figures as a text alternative."""
    comma, colon = ("，", "") if address.language.code == "zh" else (", ", ": ")
    return comma.join(f"{label}{colon or ' '}{count}" for label, count in pairs)


@dataclass(frozen=True, slots=True)
class Account:
    """The numbers of one document: how many there are, how many feed facts, and why the others feed none."""

    document_id: str
    title: str
    mentions: int
    used: int
    reasons: Counter[str]


def account(package: FinishedPackage) -> list[Account]:
    """The ledger of every document, in the package's order."""
    used: Counter[str] = Counter()
    reasons: dict[str, Counter[str]] = {}
    for row in package.rows("mentions"):
        if row["fact_id"]:
            used[row["document_id"]] += 1
        else:
            reasons.setdefault(row["document_id"], Counter())[row["reason"]] += 1
    return [
        Account(
            row["document_id"],
            row["title"],
            used[row["document_id"]] + sum(reasons.get(row["document_id"], Counter()).values()),
            used[row["document_id"]],
            reasons.get(row["document_id"], Counter()),
        )
        for row in package.rows("documents")
    ]


@dataclass(frozen=True, slots=True)
class Notice:
    """An anomaly of a source, as a page lists it."""

    identifier: str
    document_id: str
    kind: str
    message: str
    resolution: str
    placed: bool


def notices(package: FinishedPackage, address: Address, document_id: str) -> list[Notice]:
    """The anomalies of a document."""
    table = package.table_names.get("issues")
    if table is None or not table.primary_key:
        return []
    return [
        Notice(
            row[table.primary_key],
            document_id,
            code_label(table, "kind", row["kind"], package, address.language),
            row["message"] or row_label(table, row, address.language),
            row["resolution"],
            bool(row["start"]),
        )
        for row in table.rows
        if row["document_id"] == document_id
    ]
