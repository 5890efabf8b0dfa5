"""What every kind of metadata says of a package, gathered once from its descriptor, tables and changelog."""

from collections.abc import Iterator
from dataclasses import dataclass

from jiqun.package.changelog import CHANGELOG, read_changelog
from jiqun.package.finished import FinishedPackage, Words

_WEB = ("https://", "http://")
# Where a table tells of which time it speaks: begin and end.
_PERIODS = (("issued_on", "issued_on"), ("period_start", "period_end"))


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Title, makers, licence and reach of a package.

    `licence` is the address of the first licence that has one, `released` the day of the version's release,
    `years` the first and the last year that the tables speak of, `places` the provinces, or what stands for
    them; any of these may be missing. `base` is the address of the site with a slash at its end, or `""`.
    """

    name: str
    title: Words
    description: Words
    version: str
    creators: tuple[str, ...]
    keywords: tuple[str, ...]
    licence_name: str
    licence: str
    released: str | None
    years: tuple[str, str] | None
    places: tuple[Words, ...]
    base: str

    @property
    def citation(self) -> str:
        """How to cite it, in both languages at once."""
        year = f" ({self.released[:4]})" if self.released else ""
        return (
            f"{'; '.join(self.creators)}{year}: {self.title.zh} / {self.title.en}, "
            f"{self.version}. {self.licence_name}"
        )


def describe_package(package: FinishedPackage, base: str = "") -> About:
    """Gather what the metadata need; raises PackageError where the changelog cannot be read."""
    descriptor = package.descriptor
    licences = descriptor.get("licenses", [])
    version = str(descriptor.get("version", ""))
    title = Words(package.title.zh or package.name, package.title.en or package.name)
    creators = tuple(str(one["title"]) for one in descriptor.get("contributors", []) if one.get("title"))
    releases = {release.version: release for release in read_changelog(package.folder / CHANGELOG)}
    return About(
        name=package.name,
        title=title,
        description=Words(package.description.zh or title.zh, package.description.en or title.en),
        version=version,
        creators=creators or ("anonymous",),
        keywords=tuple(str(word) for word in descriptor.get("keywords", [])),
        licence_name=", ".join(str(one.get("name", "")) for one in licences),
        licence=next((str(one["path"]) for one in licences if str(one.get("path", "")).startswith(_WEB)), ""),
        released=releases[version].day if version in releases else None,
        years=_years(package),
        places=tuple(_places(package)),
        base=base,
    )


def _years(package: FinishedPackage) -> tuple[str, str] | None:
    years = {
        row[name][:4]
        for table in package.tables
        for pair in _PERIODS
        if table.has(*pair)
        for name in pair
        for row in table.rows
        if row[name]
    }
    return (min(years), max(years)) if years else None


def _places(package: FinishedPackage) -> Iterator[Words]:
    """The provinces that the documents speak for, by their GB/T 2260 codes; the country has a code, too."""
    regions = package.table_names.get("region_codes")
    documents = package.table_names.get("documents")
    if not (regions and documents and regions.has("label_zh", "label_en") and documents.has("region_code")):
        return
    for code in sorted({row["region_code"][:2] for row in documents.rows if row["region_code"]}):
        row = regions.by_key.get(f"{code}0000")
        if row:
            yield Words(row["label_zh"], row["label_en"] or row["label_zh"])
