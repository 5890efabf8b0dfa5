"""Where things are on the site: every link is relative, so that the site works below any address."""

from dataclasses import dataclass
from urllib.parse import quote

from jiqun.site.languages import Language


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the site, by its language and its path within it, such as `tables/targets/`."""

    language: Language
    path: str

    @property
    def source(self) -> str:
        """The page's Markdown file below the pages' folder."""
        return f"{self.language.code}/{self.path}index.md"

    @property
    def _up(self) -> str:
        return "../" * self.path.count("/")

    def page(self, path: str, anchor: str = "") -> str:
        """Link to a page in the same language; `""` is its home page."""
        target = f"{self._up}{path}" if path != self.path else ""
        return (target or ("" if anchor else "./")) + (f"#{quote(anchor)}" if anchor else "")

    def file(self, path: str) -> str:
        """Link to a file that both languages share, relative to the site's root."""
        return self._up + "../" * self.language.folder.count("/") + quote(path)


def table_path(name: str) -> str:
    """The page of a table."""
    return f"tables/{name}/"


def document_path(document_id: str) -> str:
    """The page of a document."""
    return f"documents/{document_id}/"
