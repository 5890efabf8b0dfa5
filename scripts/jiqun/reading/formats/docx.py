"""DOCX: paragraphs with the numbers that Word sets before them, tables, notes, tracked changes taken as made.

ECMA-376 part 1 (WordprocessingML), read from the parts of the file with lxml. Names are told apart by their
local part: the transitional and the strict form differ in nothing but the namespace.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from jiqun.reading.formats.blocks import Blank, Block, Paragraph, Row, Unread
from jiqun.reading.formats.docx_numbering import Numbering
from jiqun.reading.formats.docx_parts import attribute, child, children, local, value
from jiqun.reading.formats.limits import MAX_DIRECTORY_BYTES, MAX_PART_BYTES
from jiqun.reading.source import ReadingError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "open it in a word processor and save it as .docx"
_DAMAGED = "receive the file once more, or save it anew as .docx"
# What a broken archive makes zipfile raise.
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
# Parts of a paragraph or body that only wrap others.
_WRAPPERS = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "sdt", "sdtContent", "dir", "bdo"}
)
_REMOVED = frozenset({"del", "moveFrom"})
_CONTENTS = re.compile(r"toc ?\d|table of contents", re.IGNORECASE)


def read_docx(data: bytes, path: str) -> list[Block]:
    """The paragraphs and rows of a DOCX file. Raises ReadingError where it is none, damaged, encrypted or
    a bomb."""
    try:
        return _Body(_Parts(data, path)).read()
    except RecursionError:
        raise ReadingError(path, "holds notes within notes without end", _SAVE) from None


class _Parts:
    """The parts of the file that hold text, each unpacked up to a limit and parsed without entities."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        if data.startswith(_OLE):
            raise ReadingError(path, "is an old .doc file or an encrypted one, whatever its name", _SAVE)
        if not data.startswith(b"PK"):
            raise ReadingError(path, "is no .docx file, whatever its name", _SAVE)
        self._refuse_long_directory(data)
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
            self._names = {info.filename: info for info in self._file.infolist()}
        except _BROKEN as error:
            raise ReadingError(path, f"is a damaged .docx file: {error}", _DAMAGED) from None
        self.main = self._main()

    def _refuse_long_directory(self, data: bytes) -> None:
        """A million names cost memory before any of them is read."""
        at = data.rfind(b"PK\x05\x06")
        if (
            at >= 0
            and len(data) >= at + 16
            and struct.unpack_from("<I", data, at + 12)[0] > MAX_DIRECTORY_BYTES
        ):
            raise ReadingError(
                self.path, "lists more parts than any document has", "receive the document anew"
            )

    def _main(self) -> str:
        """Name of the part with the text, as the file's relations name it."""
        relations = self.parse("_rels/.rels")
        for relation in [] if relations is None else relations:
            if (relation.get("Type") or "").endswith("/officeDocument"):
                return (relation.get("Target") or "").lstrip("/")
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise ReadingError(
            self.path, "is a ZIP archive, but no .docx document", "unpack it, or save it as .docx"
        )

    def beside(self, kind: str) -> Any | None:
        """The part of a kind (styles, numbering, footnotes, endnotes) of the main part; None where it has
        none."""
        folder = PurePosixPath(self.main).parent
        relations = self.parse(f"{folder}/_rels/{PurePosixPath(self.main).name}.rels")
        for relation in [] if relations is None else relations:
            if (relation.get("Type") or "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = relation.get("Target") or ""
                return self.parse(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}")
        return None

    def parse(self, name: str) -> Any | None:
        """The root element of a part, None where there is no such part."""
        info = self._names.get(name)
        if info is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(self._unpack(info), parser)
        except etree.XMLSyntaxError as error:
            raise ReadingError(self.path, f"is damaged: {name}: {error.msg}", _DAMAGED) from None
        if root.getroottree().docinfo.doctype:
            raise ReadingError(self.path, f"declares entities in {name}, which no document does", _SAVE)
        return root

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise ReadingError(self.path, "is encrypted", "save it without a password")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ReadingError(self.path, f"packs {info.filename} as no .docx file does", _SAVE)
        try:
            with self._file.open(info) as stream:
                data = stream.read(MAX_PART_BYTES + 1)
        except _BROKEN as error:
            raise ReadingError(self.path, f"is damaged: {info.filename}: {error}", _DAMAGED) from None
        if len(data) > MAX_PART_BYTES:
            raise ReadingError(
                self.path,
                f"unpacks to more than {MAX_PART_BYTES:,} bytes in {info.filename}",
                "no document needs that: receive it anew, or divide it",
            )
        return data


class _Body:
    """Walks the body in order of print; notes follow the paragraph that cites them."""

    def __init__(self, parts: _Parts) -> None:
        root = parts.parse(parts.main)
        self.body = child(root, "body") if root is not None else None
        if self.body is None:
            raise ReadingError(parts.path, f"is damaged: {parts.main} has no body", _DAMAGED)
        styles = parts.beside("styles")
        self.numbering = Numbering(parts.beside("numbering"), styles)
        self.contents = _styles_of_contents(styles)
        self.notes = {kind: _notes(parts.beside(f"{kind}s")) for kind in ("footnote", "endnote")}
        self._cited: list[Any] = []
        self._boxes: list[Any] = []
        self._cells = self._foreign = 0

    def read(self) -> list[Block]:
        """All blocks of the document, and what of it is not among them."""
        blocks = list(self._blocks(self.body))
        if not self._foreign:
            return blocks
        parts = "a part that is" if self._foreign == 1 else f"{self._foreign} parts that are"
        return [*blocks, Unread(f"{parts} kept in another format", _SAVE)]

    def _blocks(self, parent: Any) -> Iterator[Block]:
        """Blocks of a body, a text box, a note or a cell."""
        kept = ""
        for element in parent:
            name = local(element)
            if name == "p":
                text, goes_on = self._paragraph(element)
                kept += text
                if goes_on:
                    continue
                yield from self._finished(kept, element)
                kept = ""
            elif name == "tbl":
                yield from self._rows(element)
                yield from self._cited_here()
            elif name in _WRAPPERS and not _is_contents(element):
                yield from self._blocks(element)
            elif name == "altChunk":
                self._foreign += 1
        if kept:
            yield Paragraph(kept)

    def _finished(self, text: str, element: Any) -> Iterator[Block]:
        """A paragraph that is complete, then its text boxes and the notes that it cites."""
        if text.strip():
            yield Paragraph(text)
        elif not self._boxes and not _is_placeholder(element):
            yield Blank()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._blocks(box)
        yield from self._cited_here()

    def _cited_here(self) -> Iterator[Block]:
        """The notes that were cited since; those of a table come behind it."""
        if self._cells:
            return
        cited, self._cited = self._cited, []
        for note in cited:
            yield Blank()
            yield from self._blocks(note)
            yield Blank()

    def _paragraph(self, element: Any) -> tuple[str, bool]:
        """Text of a paragraph with its number, and whether its end was deleted, so that the next one goes
        on."""
        properties = child(element, "pPr")
        if value(child(properties, "pStyle")) in self.contents:
            return "", True
        text = "".join(self._runs(element))
        mark = child(properties, "rPr")
        goes_on = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        number = self.numbering.before(properties) if text.strip() else ""
        if number and (text[0].isdigit() or number[-1].isdigit()):
            number += " "
        return number + text, goes_on

    def _runs(self, parent: Any) -> Iterator[str]:
        """The text of the runs of a paragraph; deletions and field codes are none."""
        for element in parent:
            name = local(element)
            if name == "r":
                if not _is_hidden(element):
                    yield from self._run(element)
            elif name in _WRAPPERS:
                yield from self._runs(element)
            elif name == "oMath" or name == "oMathPara":
                yield "".join(part.text or "" for part in element.iter() if local(part) == "t")

    def _run(self, run: Any) -> Iterator[str]:
        for element in run:
            name = local(element)
            if name == "t":
                yield element.text or ""
            elif name == "tab" or name == "ptab":
                yield "\t"
            elif name == "br" or name == "cr":
                yield "\n"
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "sym":
                yield _symbol(attribute(element, "char"))
            elif name in ("footnoteReference", "endnoteReference"):
                note = self.notes[name.removesuffix("Reference")].pop(attribute(element, "id"), None)
                if note is not None:
                    self._cited.append(note)
            elif name in ("pict", "drawing", "object", "AlternateContent"):
                self._boxes += _boxes(element)
            elif name == "ruby":
                base = child(element, "rubyBase")
                if base is not None:
                    yield from self._runs(base)

    def _rows(self, table: Any) -> Iterator[Row]:
        """Rows of a table. A merged cell stands in its first row and column; the others that it covers
        are empty."""
        for row in _members(table, "tr"):
            if child(child(row, "trPr"), "del") is not None:
                continue
            cells: list[str] = [""] * _number(child(child(row, "trPr"), "gridBefore"))
            for cell in _members(row, "tc"):
                properties = child(cell, "tcPr")
                merge = child(properties, "vMerge")
                continues = merge is not None and value(merge) in ("", "continue")
                cells.append("" if continues else self._cell(cell))
                cells += [""] * (max(_number(child(properties, "gridSpan")), 1) - 1)
            if any(cell.strip() for cell in cells):
                yield Row(cells)

    def _cell(self, cell: Any) -> str:
        """The text of a cell, its notes left for the end of the table; rows of a table inside it are
        lines."""
        lines: list[str] = []
        self._cells += 1
        for block in self._blocks(cell):
            if isinstance(block, Paragraph):
                lines.append(block.text)
            elif isinstance(block, Row):
                lines.append(" ".join(block.cells))
        self._cells -= 1
        return "\n".join(lines)


def _members(parent: Any, name: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls and insertions."""
    for element in parent:
        found = local(element)
        if found == name:
            yield element
        elif found in _WRAPPERS:
            yield from _members(element, name)


def _number(element: Any | None) -> int:
    """A small count in an element's value; 0 where it has none."""
    printed = value(element)
    return min(int(printed), 100) if printed.isdecimal() and len(printed) < 6 else 0


def _boxes(element: Any) -> list[Any]:
    """Text boxes of a drawing: of its two forms, for newer and older programs, the first."""
    if local(element) == "AlternateContent":
        choice = child(element, "Choice")
        return [] if choice is None else _boxes(choice)
    found = []
    stack = [element]
    while stack:
        for part in stack.pop():
            if local(part) == "txbxContent":
                found.append(part)
            elif local(part) == "AlternateContent":
                found += _boxes(part)
            else:
                stack.append(part)
    return found


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _is_hidden(run: Any) -> bool:
    vanish = child(child(run, "rPr"), "vanish")
    return vanish is not None and value(vanish) not in ("0", "false", "off")


def _is_contents(element: Any) -> bool:
    """Whether a content control is the table of contents, which repeats the headings."""
    if local(element) != "sdt":
        return False
    gallery = child(child(child(element, "sdtPr"), "docPartObj"), "docPartGallery")
    return _CONTENTS.match(value(gallery)) is not None


def _is_placeholder(element: Any) -> bool:
    """Whether an empty paragraph only holds the end of a section or stands in for a line of contents."""
    properties = child(element, "pPr")
    return child(properties, "sectPr") is not None


def _styles_of_contents(styles: Any | None) -> frozenset[str]:
    """Ids of the styles of a table of contents."""
    return frozenset(
        attribute(style, "styleId")
        for style in children(styles, "style")
        if _CONTENTS.match(value(child(style, "name")))
    )


def _notes(part: Any | None) -> dict[str, Any]:
    """Notes by id; the lines that separate them from the text have a type and are none."""
    return {
        attribute(note, "id"): note
        for note in ([] if part is None else part)
        if attribute(note, "type") in ("", "normal")
    }
