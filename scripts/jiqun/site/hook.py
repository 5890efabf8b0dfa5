"""MkDocs hook: makes the pages of a package before MkDocs reads them, and mends what the theme prints.

`extra.package` of mkdocs.yml names the package, relative to that file; `extra.workplace` the folder the pages
are made in, which is emptied first.
"""

import gzip
import json
import os
import re
import shutil
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jieba
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from jiqun.package.downloads import CHECKSUMS
from jiqun.package.finished import FinishedPackage
from jiqun.site.languages import LANGUAGES, Language
from jiqun.site.workplace import Workplace

# Pages have no date of their own, and the time of building is nobody's business: the earliest a zip can hold.
os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")

# How the theme's search cuts a Chinese query: as it comes, no word may end where the query ends, so that 集群
# is looked for as 集 wherever some text has that character by itself.
_CUTTING = (
    ("o<t.length;o++)t.slice(s,o)in e", "o<=t.length;o++)t.slice(s,o)in e"),
    ("n[a]&&a<t.length-1&&", "n[a]&&"),
)
_ALTERNATE = re.compile(r'\s*<link rel="alternate"[^>]*>')
# Marks in the bodies around what the search need not read, around a document's text, which it reads without
# markup, section by section, and around what only the search reads.
_UNSEARCHED = re.compile("<!--unsearched-->.*?<!--/unsearched-->", re.DOTALL)
_TEXT = re.compile("<!--text-->.*?<!--/text-->", re.DOTALL)
_SEARCHED = re.compile("<!--searched-->.*?<!--/searched-->", re.DOTALL)
_SECTION = re.compile(r"<!--section (\S+) (.*?)-->|<[^>]*>", re.DOTALL)
# Tags that part what stands before them from what follows, which the search would read as one word.
_PARTING = re.compile(r"</(?:t[dh]|d[td]|li|p|span|figcaption)>|</?small>|<br>")
_MARKS = re.compile("<!--/?(?:unsearched|text)-->|<!--section .*?-->", re.DOTALL)
# The theme's script, and what stands for it on the page of a table, whose rows come first: jiqun.js runs it.
_THEME_SCRIPT = re.compile(r'<script src="([^"]*assets/javascripts/bundle\.[^"]*)"></script>')
_LATER = r'<link rel="preload" as="script" href="\1" data-theme>'
# Where a page's scripts look for the index of the search, from the page.
_BASE = re.compile(r'(<script id="__config" type="application/json">.*?"base": )"[^"]*"')
_SEARCH_INDEX = Path("search", "search_index.json")
# The theme puts the page's title before the site's; the home page is named as the site.
_HOME_TITLE = re.compile(r"<title>[^<]*? - ")
_UNKNOWN_DATES = re.compile(r"\s*<(lastmod|changefreq)>[^<]*</\1>")
_NOT_FOUND = "<h1>404 - Not found</h1>"
# What the theme prints that HTML does not allow, or that leaves a part of the page without a name.
_MENDED = (
    (re.compile(r'(<input class="md-(?:toggle|option|nav__toggle)[^>]*?) autocomplete="off"'), r"\1"),
    (re.compile(r' tabindex=""'), ""),
    (re.compile(r'(<label class="md-nav__title") for="__toc"'), r"\1"),
    (
        re.compile(
            r'aria-labelledby="(\w+)_label"( aria-expanded="\w+">\s*<label class="md-nav__title" for="\1">'
            r'\s*<span class="md-nav__icon md-icon"></span>\s*)([^<]*?)(\s*</label>)'
        ),
        r'aria-label="\3"\2\3\4',
    ),
)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the pages and read from where they are; before all plugins, which look at the folder and words."""
    folder = Path(config.config_file_path).parent
    workplace = Workplace(folder / config.extra["workplace"])
    # The other language's build comes through here again.
    if Path(config.docs_dir) == workplace.markdown:
        return config
    package = workplace.make(
        folder / config.extra["package"],
        Path(config.docs_dir),
        config.site_url or "",
        config.extra.get("feedback") or "",
    )
    _entitle(config, package)
    config.docs_dir = str(workplace.markdown)
    # The search's dictionary is one for the process: the words of a package made before must not cut this
    # one's texts. It is read anew when it is next asked.
    jieba.dt.initialized = False
    config.plugins["material/search"].config.jieba_dict_user = str(workplace.search_words)
    _fill_nav(config.nav, [f"tables/{table.name}/index.md" for table in package.tables])
    return config


def _entitle(config: MkDocsConfig, package: FinishedPackage) -> None:
    """Name the site as the package is named, in each language."""
    for language in config.plugins["i18n"].config.languages:
        words = next(one for one in LANGUAGES if one.code == language.locale)
        language.site_name = escape(words.pick(package.title))
        language.site_description = escape(words.pick(package.description))
    config.site_name = escape(package.title.zh)
    config.site_description = escape(package.description.zh)


def _fill_nav(nav: Any, tables: list[str]) -> None:
    """Add the tables' pages to the part of the navigation that begins with their list."""
    for item in nav:
        for children in item.values() if isinstance(item, dict) else []:
            if isinstance(children, list) and children[0] == "tables/index.md":
                children.extend(tables)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Any) -> str:
    """The outline of a generated page, and of its body what the search reads, which takes the most time."""
    if not page.meta.get("generated"):
        return html
    page.toc = get_toc(_nest(page.meta["outline"]))

    def headed(mark: re.Match[str]) -> str:
        return f'<h3 id="{mark[1]}">{mark[2]}</h3>' if mark[1] else ""

    body = _UNSEARCHED.sub("", _body(page, config))
    return _PARTING.sub(r" \g<0>", _TEXT.sub(lambda text: _SECTION.sub(headed, text[0]), body))


def _body(page: Page, config: MkDocsConfig) -> str:
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


@event_priority(-100)
def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """The whole body, now that the search has read it; the language switch leads to the same page below any
    address.
    """
    if page.meta.get("generated"):
        page.content = _MARKS.sub("", _SEARCHED.sub("", _body(page, config)))
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
    """The page for what is not found: one for both languages, in the frame of the first.

    Raises PluginError where the theme is another than expected.
    """
    if template_name != "404.html":
        return output
    if config.theme["language"] != LANGUAGES[0].code:
        # MkDocs writes no empty page: the one of the first language stays.
        return ""
    if _NOT_FOUND not in output:
        raise PluginError(f"the theme's page for what is not found is not as expected: {_NOT_FOUND!r}")
    base = urlsplit(config.site_url or "").path.rstrip("/") + "/"
    return _mend(
        output.replace(_NOT_FOUND, "\n".join(_not_found(base, one) for one in LANGUAGES)), "搜索 / Search"
    )


def _not_found(base: str, language: Language) -> str:
    """What it says in a language, and where to go on; shown at any address, so its links are absolute."""
    level = 1 if language == LANGUAGES[0] else 2
    places = {"home": "", "tables": "tables/", "documents": "documents/", "downloads": "downloads/"}
    links = "".join(
        f'<li><a href="{base}{language.folder}{path}">{escape(language.say(name))}</a></li>'
        for name, path in places.items()
    )
    return (
        f'<div lang="{language.code}"><h{level}>404 · {language.say("not_found")}</h{level}>'
        f"<p>{language.say('not_found_why')}</p><ul>{links}</ul></div>"
    )


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend what the theme prints; let its script wait where there are rows to be shown; let the search look
    among the pages of the same language.

    Raises PluginError where the theme is another than expected.
    """
    if '<div class="rows"' in output:
        output, found = _THEME_SCRIPT.subn(_LATER, output)
        if not found:
            raise PluginError("the theme's pages are not as expected: they have no assets/javascripts/bundle")
    language = next(one for one in LANGUAGES if one.code == _i18n(page)["locale"])
    base = get_relative_url(language.folder or "./", page.url)
    output, found = _BASE.subn(rf'\1"{base}"', output)
    if not found:
        raise PluginError("the theme's pages are not as expected: they do not say where the search looks")
    if page.file.dest_uri == f"{language.folder}index.html":
        output = _HOME_TITLE.sub("<title>", output, count=1)
    return _mend(output, "搜索" if language.code == "zh" else "Search")


def _mend(output: str, search: str) -> str:
    """Drop the theme's relative alternates, which are read as addresses; name its search dialog."""
    output = _ALTERNATE.sub("", output)
    for pattern, replacement in _MENDED:
        output = pattern.sub(replacement, output)
    dialog = 'data-md-component="search" role="dialog"'
    return output.replace(dialog, f'{dialog} aria-label="{search}"')


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Lay downloads and static JSON beside the pages, once for both languages; drop a relative site map.

    Comes after the i18n plugin, which builds the other language and then writes the index of both.
    """
    _mend_site_map(Path(config.site_dir), bool(config.site_url))
    _mend_search(Path(config.site_dir))
    _part_search(Path(config.site_dir))
    workplace = Workplace.of_markdown(Path(config.docs_dir))
    target = Path(config.site_dir) / workplace.downloads.name
    # The page about them is in the same folder already.
    if not (target / CHECKSUMS).exists():
        shutil.copytree(workplace.downloads, target, dirs_exist_ok=True)
        # A file for each row: too many to copy.
        shutil.move(workplace.row_files, Path(config.site_dir) / workplace.row_files.name)


def _mend_site_map(site: Path, addressed: bool) -> None:
    """Drop from the site map what it cannot know: when pages changed and how often, and without the site's
    address all of it.
    """
    whole, packed = site / "sitemap.xml", site / "sitemap.xml.gz"
    if not addressed:
        whole.unlink(missing_ok=True)
        packed.unlink(missing_ok=True)
        return
    text = _UNKNOWN_DATES.sub("", whole.read_text("utf-8"))
    whole.write_text(text, "utf-8", newline="\n")
    packed.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


def _mend_search(site: Path) -> None:
    """Let the search find words at the end of a Chinese query.

    Raises PluginError where the theme is another than expected.
    """
    for worker in (site / "assets" / "javascripts" / "workers").glob("search.*.js"):
        text = worker.read_text("utf-8")
        for found, meant in _CUTTING:
            if found not in text and meant not in text:
                raise PluginError(
                    f"{worker.name}: the theme's search is not as expected: {found!r} is missing"
                )
            text = text.replace(found, meant)
        worker.write_text(text, "utf-8", newline="\n")


def _part_search(site: Path) -> None:
    """Give each language an index of its own, beside its pages: whoever reads one searches in that one, and
    fetches half as much.
    """
    whole = json.loads((site / _SEARCH_INDEX).read_text("utf-8"))
    folders = [one.folder for one in LANGUAGES if one.folder]
    for language in LANGUAGES:
        others = tuple(one for one in folders if one != language.folder)
        entries = [
            {**entry, "location": entry["location"].removeprefix(language.folder)}
            for entry in whole["docs"]
            if entry["location"].startswith(language.folder) and not entry["location"].startswith(others)
        ]
        if entries:
            path = site / language.folder / _SEARCH_INDEX
            path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps({**whole, "docs": entries}, ensure_ascii=False, separators=(",", ":"))
            path.write_text(text, "utf-8", newline="\n")
