"""MkDocs hook: makes the pages of a package before MkDocs reads them, and mends what the theme prints.

`extra.package` of mkdocs.yml names the package, relative to that file; `extra.workplace` the folder the pages
are made in, which is emptied first.
"""

import os
import re
import shutil
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from jiqun.package.downloads import CHECKSUMS
from jiqun.site.languages import LANGUAGES
from jiqun.site.workplace import Workplace

# Pages have no date of their own, and the time of building is nobody's business: the earliest a zip can hold.
os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")

_ALTERNATE = re.compile(r'\s*<link rel="alternate"[^>]*>')


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the pages and read from where they are; before all plugins, which look at the folder and words."""
    folder = Path(config.config_file_path).parent
    workplace = Workplace(folder / config.extra["workplace"])
    # The other language's build comes through here again.
    if Path(config.docs_dir) == workplace.markdown:
        return config
    names = workplace.make(
        folder / config.extra["package"],
        Path(config.docs_dir),
        config.site_url or "",
        config.extra.get("feedback") or "",
    )
    config.docs_dir = str(workplace.markdown)
    config.plugins["material/search"].config.jieba_dict_user = str(workplace.search_words)
    _fill_nav(config.nav, [f"tables/{name}/index.md" for name in names])
    return config


def _fill_nav(nav: Any, tables: list[str]) -> None:
    """Add the tables' pages to the part of the navigation that begins with their list."""
    for item in nav:
        for children in item.values() if isinstance(item, dict) else []:
            if isinstance(children, list) and children[0] == "tables/index.md":
                children.extend(tables)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Any) -> str:
    """The body and the outline of a generated page."""
    if not page.meta.get("generated"):
        return html
    page.toc = get_toc(_nest(page.meta["outline"]))
    body = Workplace.of_markdown(Path(config.docs_dir)).bodies / page.file.src_uri
    return body.with_suffix(".html").read_text("utf-8")


def _nest(outline: list[tuple[int, str, str]]) -> list[Any]:
    """The flat outline as Python-Markdown nests it."""
    top: list[Any] = []
    path: list[Any] = []
    for level, anchor, name in outline:
        token = {
            "level": level,
            "id": anchor,
            "name": name,
            "html": name,
            "data-toc-label": "",
            "children": [],
        }
        while path and path[-1]["level"] >= level:
            path.pop()
        (path[-1]["children"] if path else top).append(token)
        path.append(token)
    return top


def _i18n(page: Page) -> Any:
    """What the i18n plugin notes on a page's file: `locale`, and `alternates` by language."""
    return vars(page.file)


def _alternates(config: MkDocsConfig) -> Any:
    """The entries of the language switch; the i18n plugin sets an attribute, which templates see first."""
    return getattr(config.extra, "alternate", [])


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Let the language switch lead to the same page below any address."""
    for alternate in _alternates(config):
        other = _i18n(page)["alternates"].get(alternate["lang"])
        if other is not None:
            alternate["link"] = other.url
    return context


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """On the page for what is not found the language switch leads home."""
    for alternate in _alternates(config):
        alternate["link"] = next(one.folder for one in LANGUAGES if one.code == alternate["lang"]) or "."
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Drop the relative alternates of the page for what is not found."""
    return _ALTERNATE.sub("", output) if template_name == "404.html" else output


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Drop the theme's relative alternates, which are read as addresses, and name its search dialog."""
    label = "搜索" if _i18n(page)["locale"] == "zh" else "Search"
    output = _ALTERNATE.sub("", output)
    dialog = 'data-md-component="search" role="dialog"'
    return output.replace(dialog, f'{dialog} aria-label="{label}"')


def on_post_build(config: MkDocsConfig) -> None:
    """Lay downloads and static JSON beside the pages, once for both languages; drop a relative site map."""
    if not config.site_url:
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            (Path(config.site_dir) / name).unlink(missing_ok=True)
    workplace = Workplace.of_markdown(Path(config.docs_dir))
    target = Path(config.site_dir) / workplace.downloads.name
    # The page about them is in the same folder already.
    if not (target / CHECKSUMS).exists():
        shutil.copytree(workplace.downloads, target, dirs_exist_ok=True)
        # A file for each row: too many to copy.
        shutil.move(workplace.row_files, Path(config.site_dir) / workplace.row_files.name)
