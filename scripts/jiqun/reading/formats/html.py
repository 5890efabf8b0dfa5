"""HTML: the document of a saved page, without what the site puts around it.

lxml parses what browsers would. What is left out is decided by structure, not by guessing at prose: elements
that are never text (scripts, styles, forms), navigation, what is hidden, blocks of links, and the widgets of
portals. The element that holds nearly all other text is the document; of what stands before it, its title and
the line of source and date are kept. `webpage` holds what portals print.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from jiqun.reading.formats.blocks import Blank, Block, Paragraph, Row, Unread, one_line
from jiqun.reading.formats.limits import MAX_HTML_BYTES, MAX_HTML_DEPTH
from jiqun.reading.formats.webpage import Piece, article
from jiqun.reading.source import ReadingError, decode, looks_chinese

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,40})|<\?xml[^>]{0,200}?encoding=["']([A-Za-z0-9_-]{2,40})""",
    re.IGNORECASE,
)
# What the web means by these names.
_MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb-2312": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "iso-8859-1": "cp1252",
}
# The codecs that pages are in, by Python's names; any other that a page declares is a mistake or a trap.
_OF_PAGES = re.compile(
    r"gb18030|big5hkscs|euc_(?:jp|kr)|shift_jis|cp(?:125[0-8]|866|874|949)|iso8859-\d+|koi8-[ru]|ascii"
)
# Of so many Chinese characters one may be broken, and a few in any page: a description cut off in the middle.
_BROKEN_SHARE, _FEW_BROKEN = 200, 3
_REPLACED = "\ufffd"
_DECLARATION = re.compile(r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>\[]*\[[^\]]*\]\s*>)?", re.IGNORECASE)
_INLINE_IMAGE = re.compile(rb"data:[a-z]{1,20}/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=%\s]+", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")

_OTHER_FORMATS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_NEVER_TEXT = frozenset(
    {"script", "style", "noscript", "template", "head", "iframe", "object", "embed", "applet", "svg", "math"}
    | {"canvas", "audio", "video", "map", "select", "option", "button", "textarea", "input", "datalist"}
    | {"dialog", "rt", "rp", "nav", "footer", "aside", "menu", "del"}
)
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"}
    | {"html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td"}
    | {"tfoot", "th", "thead", "tr", "ul"}
)
# What pages set documents in; lists and quotations are parts of them.
_SECTIONS = frozenset({"article", "body", "center", "div", "form", "main", "section", "table", "td", "tr"})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Marks of notes: in brackets or circled where they are raised or lead to a place of the page, bare only where
# they do both.
_NOTE_MARK = re.compile(r"[\[［〔【]\s*注?\s*\d{1,3}\s*[\]］〕】]|[①-⑳]")
_BARE_NOTE_MARK = re.compile(r"\d{1,3}|[*†‡]")
_MOST_IN_NOTE_MARK = 4
_BLANKS = re.compile("[ \t\n\r\f]+")
# A line end of the file between Chinese characters is none of the text.
_BROKEN = re.compile(
    "(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\u9fff\uff00-\uffef])"
)
_PRINTED = re.compile(r"[^\s\xa0\u3000]")
_HAN = re.compile("[\u4e00-\u9fff]")
# Beyond this a cell holds paragraphs: the table is there for the layout of the page.
_LONGEST_CELL = 1000
_MOST_COLUMNS = 200
_LEFT_OUT = -1


def read_html(data: bytes, path: str) -> list[Block]:
    """The paragraphs and rows of the document that a page shows; characters that are broken in the file are
    U+FFFD, and said to be missing. Raises ReadingError where it cannot be parsed."""
    data = _INLINE_IMAGE.sub(b"", data)
    if len(data) > MAX_HTML_BYTES:
        raise ReadingError(path, f"has {len(data):,} bytes", f"at most {MAX_HTML_BYTES:,} of a page are read")
    text, is_broken = _decoded(data, path)
    if "\x00" in text or data.startswith(_OTHER_FORMATS):
        raise ReadingError(path, "is no page, whatever its name", "give it the suffix of its format")
    root = _parse(text, path)
    page = _Page()
    body = root.find("body")
    pieces = list(page.pieces(root if body is None else body))
    title = root.find("head/title")
    printed = "" if title is None else "".join(title.itertext())
    found = article(pieces, page.parents, printed)
    broken = sum(piece.text.count(_REPLACED) for piece in found) if is_broken else 0
    characters = "a character that is" if broken == 1 else f"{broken} characters that are"
    unread = [Unread(f"{characters} broken in the file", "receive it once more")] if broken else []
    return [*(piece.block for piece in found), *unread]


def _decoded(data: bytes, path: str) -> tuple[str, bool]:
    """The page as text, and whether some characters of it are broken.

    It is read by its byte order mark, as UTF-8, as the GB that it declares, as plain text is, and as what
    else it declares: saved pages in GB 2312 often say that they are ISO 8859-1. Raises ReadingError.
    """
    declared = _declared(data)
    for name in ("utf-8-sig", "gb18030" if declared == "gb18030" else "utf-8-sig"):
        try:
            return data.decode(name), False
        except UnicodeDecodeError:
            continue
    try:
        return decode(data, path)[0], False
    except ReadingError as error:
        refusal = error
    for name in ("utf-8", "gb18030"):
        text = data.decode(name, "replace")
        most = max(_FEW_BROKEN, len(_HAN.findall(text)) // _BROKEN_SHARE)
        if text.count(_REPLACED) <= most and looks_chinese(text, 12):
            return text, True
    try:
        return data.decode(declared), False
    except (LookupError, UnicodeDecodeError):
        raise refusal from None


def _declared(data: bytes) -> str:
    """The codec that a page declares, by Python's name; "" where it declares none that pages are in."""
    found = _DECLARED.search(data[:4096])
    if found is None:
        return ""
    name = (found[1] or found[2]).decode("ascii").lower()
    try:
        codec = codecs.lookup(_MEANT.get(name, name)).name
    except LookupError:
        return ""
    return codec if _OF_PAGES.fullmatch(codec) else ""


def _parse(text: str, path: str) -> Any:
    text = _CONTROL.sub("", _DECLARATION.sub("", text))
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError(path, f"cannot be parsed as HTML: {error.msg}", "save the page anew") from None
    if root is None:
        raise ReadingError(path, "holds no text", "save the page anew, once it has loaded")
    for entry in parser.error_log:
        if "depth" in entry.message or "limit" in entry.message:
            raise ReadingError(
                path,
                f"is nested more than {MAX_HTML_DEPTH} deep or has an endless element (line {entry.line})",
                "open it in a browser and save its text",
            )
    return root


class _Page:
    """Walks a page once, from its first element to its last."""

    def __init__(self) -> None:
        # Elements that can hold a document, in the order of start tags: the number of the one around each.
        self.parents: list[int] = [0]
        self._text: list[str] = []
        self._linked = 0
        self._number = ""

    def pieces(self, body: Any) -> Iterator[Piece]:
        """The blocks of the page with the elements that hold them and how much of each is links."""
        walk = etree.iterwalk(body, events=("start", "end"))
        path: list[int] = [0]
        headings = links = preformatted = 0
        ordered: list[int | None] = []
        for event, element in walk:
            name = element.tag.lower() if isinstance(element.tag, str) else ""
            if event == "start":
                if name == "br":
                    self._text.append("\n")
                elif name == "table" and _is_table(element):
                    yield from self._piece(path[-1], headings)
                    yield from self._table(element, path[-1])
                    walk.skip_subtree()
                    path.append(_LEFT_OUT)
                    continue
                elif _is_left_out(element, name):
                    walk.skip_subtree()
                    path.append(_LEFT_OUT)
                    continue
                if name in _BLOCKS:
                    yield from self._piece(path[-1], headings)
                path.append(self._section(path[-1]) if name in _SECTIONS else path[-1])
                headings += name in _HEADINGS
                links += name == "a" and element.get("href") is not None
                preformatted += name == "pre"
                if name in ("ol", "ul"):
                    ordered.append(_first_number(element) if name == "ol" else None)
                elif name == "li" and ordered:
                    self._number, ordered[-1] = _count(ordered[-1])
                self._add(element.text, links, preformatted)
            else:
                number = path.pop()
                if number != _LEFT_OUT:
                    if name in _BLOCKS:
                        yield from self._piece(number, headings, is_paragraph=name == "p")
                    headings -= name in _HEADINGS
                    links -= name == "a" and element.get("href") is not None
                    preformatted -= name == "pre"
                    if name in ("ol", "ul") and ordered:
                        ordered.pop()
                if element is not body:
                    self._add(element.tail, links, preformatted)
        yield from self._piece(0, headings)

    def _section(self, around: int) -> int:
        """The number of an element that can hold a document, inside another."""
        self.parents.append(around)
        return len(self.parents) - 1

    def _add(self, text: str | None, links: int, preformatted: int) -> None:
        if not text:
            return
        text = text if preformatted else _BLANKS.sub(" ", _BROKEN.sub("", text))
        self._text.append(text)
        if links:
            self._linked += len(_PRINTED.findall(text))

    def _piece(self, element: int, headings: int, is_paragraph: bool = False) -> Iterator[Piece]:
        """What has been gathered as a block; an empty `p` is a blank line."""
        text = "\n".join(line.strip(" ") for line in "".join(self._text).split("\n")).strip("\n")
        linked, self._linked = self._linked, 0
        self._text = []
        printed = len(_PRINTED.findall(text))
        if printed:
            number, self._number = self._number, ""
            if number and text.lstrip()[:1].isdigit():
                number += " "
            yield Piece(Paragraph(number + text), element, printed, linked, headings > 0)
        elif is_paragraph:
            yield Piece(Blank(), element, 0, 0, False)

    def _table(self, table: Any, element: int) -> Iterator[Piece]:
        for cells, linked in _rows(table):
            printed = sum(len(_PRINTED.findall(cell)) for cell in cells)
            if printed:
                yield Piece(Row(cells), element, printed, linked, False)


def _is_left_out(element: Any, name: str) -> bool:
    """Whether an element is no text to a reader: never, or here."""
    if name in _NEVER_TEXT or not name or (name in ("a", "sup") and _is_note_mark(element)):
        return True
    if name in ("html", "body", "main", "article"):
        return False
    return (
        element.get("role") in _ROLES
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def _is_note_mark(element: Any) -> bool:
    """Whether an element is the mark of a note, in the text or before the note, and not a number of the
    text.

    For `<sup><a href="#n1">[1]</a></sup>` and the like; leaves m<sup>2</sup> and links to sections alone.
    """
    inside = list(islice(element.iter(), _MOST_IN_NOTE_MARK + 1))
    if len(inside) > _MOST_IN_NOTE_MARK:
        return False
    text = "".join(element.itertext()).strip()
    leads_within = any((other.get("href") or "").startswith("#") for other in inside)
    raised = any(other.tag == "sup" for other in (element.getparent(), *inside))
    if _NOTE_MARK.fullmatch(text):
        return leads_within or raised
    return leads_within and raised and _BARE_NOTE_MARK.fullmatch(text) is not None


def _is_table(table: Any) -> bool:
    """Whether a table holds cells, and is not there to lay out a page.

    No other table inside, two rows of two cells that are not empty, no cell with paragraphs of prose.
    """
    if table.find(".//table") is not None:
        return False
    rows = 0
    for cells, _ in _rows(table):
        filled = [cell for cell in cells if cell.strip()]
        if any(len(cell) > _LONGEST_CELL for cell in filled):
            return False
        rows += len(filled) > 1
    return rows > 1


def _rows(table: Any) -> Iterator[tuple[list[str], int]]:
    """Cells of each row and how many characters of it are links; cells that merged ones cover are empty."""
    covered: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        linked = 0
        below: dict[int, int] = {}
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while covered.get(len(cells), 0) > 0:
                cells.append("")
            first, columns, rows = len(cells), _span(cell, "colspan"), _span(cell, "rowspan")
            text, links = _cell(cell)
            linked += links
            cells += [text] + [""] * (columns - 1)
            below |= dict.fromkeys(range(first, first + columns), rows - 1)
            if len(cells) > _MOST_COLUMNS:
                break
        covered = {column: left - 1 for column, left in covered.items() if left > 1} | {
            column: left for column, left in below.items() if left > 0
        }
        yield cells, linked


def _span(cell: Any, name: str) -> int:
    printed = (cell.get(name) or "1").strip()
    return max(1, min(int(printed), _MOST_COLUMNS)) if printed.isdecimal() and len(printed) < 6 else 1


def _cell(cell: Any) -> tuple[str, int]:
    """The text of a cell on one line, and how many of its characters are links."""
    parts: list[str] = []
    linked = links = 0
    walk = etree.iterwalk(cell, events=("start", "end"))
    skipped: Any | None = None
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if element is not cell and _is_left_out(element, name):
                skipped = element
                walk.skip_subtree()
                continue
            if name in _BLOCKS or name == "br":
                parts.append("\n")
            links += name == "a"
            text = element.text or ""
        else:
            if element is skipped:
                skipped = None
            else:
                links -= name == "a"
                if name in _BLOCKS:
                    parts.append("\n")
            text = (element.tail or "") if element is not cell else ""
        parts.append(_BLANKS.sub(" ", _BROKEN.sub("", text)))
        if links:
            linked += len(_PRINTED.findall(text))
    return one_line("".join(parts)), linked


def _first_number(element: Any) -> int:
    printed = (element.get("start") or "1").strip()
    return int(printed) if printed.isdecimal() and len(printed) < 6 else 1


def _count(number: int | None) -> tuple[str, int | None]:
    """What a browser prints before an item, and the number of the next."""
    return ("", None) if number is None else (f"{number}.", number + 1)
