"""Where the pages are made: what is generated from the package and what people wrote, laid out for MkDocs."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from jiqun.package.downloads import write_downloads
from jiqun.package.finished import FinishedPackage, read_package
from jiqun.site.pages import Site, write_pages
from jiqun.site.row_files import FOLDER, write_row_files

_ASSETS = ("jiqun.css", "jiqun.js", "rows.js", "store.js", "passage.js")
# Columns whose values are words that a search must not cut apart.
_NAMES = ("name", "industry_text", "label_zh")


@dataclass(frozen=True, slots=True)
class Workplace:
    """A folder with the Markdown files MkDocs reads, the bodies the hook puts in, and finished files."""

    folder: Path

    @property
    def markdown(self) -> Path:
        """The folder MkDocs reads."""
        return self.folder / "pages"

    @property
    def bodies(self) -> Path:
        """The bodies of generated pages, laid out as their Markdown files."""
        return self.folder / "bodies"

    @property
    def downloads(self) -> Path:
        """The downloads, which go to the site as they are."""
        return self.folder / "downloads"

    @property
    def row_files(self) -> Path:
        """The tables and rows as static JSON, which go to the site as they are."""
        return self.folder / FOLDER

    @property
    def search_words(self) -> Path:
        """Names that the search takes for one word each."""
        return self.folder / "search-words.txt"

    @classmethod
    def of_markdown(cls, markdown: Path) -> "Workplace":
        """The workplace that a folder of Markdown files belongs to."""
        return cls(markdown.parent)

    def make(self, package_folder: Path, written: Path, base: str, feedback: str) -> FinishedPackage:
        """Make everything for a package anew and return the package.

        `written` holds the pages that people wrote, `base` is the site's address, `feedback` the one for
        reports of mistakes. Raises PackageError.
        """
        base = f"{base.rstrip('/')}/" if base else ""
        shutil.rmtree(self.folder, ignore_errors=True)
        package = read_package(package_folder)
        self.downloads.mkdir(parents=True)
        listed = write_downloads(package, self.downloads, base)
        site = Site(package, listed, base, feedback)
        write_row_files(package, site.about, self.row_files)
        shutil.copytree(written, self.markdown)
        self._copy_assets()
        write_pages(site.pages(), self.markdown, self.bodies)
        words = "".join(f"{word}\n" for word in sorted(set(_words(package))))
        self.search_words.write_text(words, "utf-8", newline="\n")
        return package

    def _copy_assets(self) -> None:
        """Our style sheet and scripts, and the script of DataTables that comes with the package itables."""
        assets = self.markdown / "assets"
        assets.mkdir()
        own = resources.files("jiqun.site").joinpath("assets")
        for name in _ASSETS:
            (assets / name).write_bytes(own.joinpath(name).read_bytes())
        bundle = resources.files("itables").joinpath("html", "dt_bundle.js")
        (assets / "datatables.js").write_bytes(bundle.read_bytes())


def _words(package: FinishedPackage) -> Iterator[str]:
    """Names from the package, those that jieba's format can hold: no blanks, at least two characters."""
    for table in package.tables:
        if table.name == "region_codes":
            continue
        for column in _NAMES:
            if table.has(column):
                for row in table.rows:
                    if 2 <= len(row[column]) <= 20 and row[column].isalnum():
                        yield row[column]
