"""Bytes to text: decoding, the text of a source, and spans that point into it."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass, field

from jiqun.failure import Failure
from jiqun.reading.script import simplified
from jiqun.reading.view import ZERO_WIDTH

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Control characters that no text holds; tab, line ends and form feed are layout, U+001A ends old DOS files.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")
_PRINTED = re.compile(rf"[^\s{ZERO_WIDTH}]")
_RECEIVE_AGAIN = "receive the file once more, or mend it and save it as UTF-8"
_HAN = re.compile("[\u4e00-\u9fff]")
_TEXT_LIKE = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\u0020-\u007e\\s]")


class ReadingError(Failure):
    """A source that cannot be read."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A decoded file, never altered afterwards.

    `name` is the posix path, below the sources folder, of the file that holds the text; `text` is that text
    with line ends untouched and without a byte order mark. `sha256` is of the bytes of the file as received,
    and `received_as` its name where the text was extracted from it and is kept in a file of its own. `unread`
    says what of that file is not in the text, and what to do about it.
    """

    name: str
    sha256: str
    text: str
    encoding: str
    received_as: str = ""
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def received(self) -> str:
        """Name of the file as received: what the manifest calls it."""
        return self.received_as or self.name

    def span(self, start: int, end: int) -> Span:
        """The span of code points `start` to `end` (end-exclusive) of this source."""
        return Span(self, start, end)


@dataclass(frozen=True, slots=True)
class Span:
    """A checked stretch of a source: the only way to point at text.

    Offsets are 0-based, end-exclusive, in Unicode code points of the source's decoded text. An empty or
    reversed span, or one outside the text, raises ValueError.
    """

    source: Source = field(repr=False)
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.source.text):
            raise ValueError(
                f"{self.source.name}: span {self.start}..{self.end} is outside the text of "
                f"{len(self.source.text)} characters or empty"
            )

    @property
    def quote(self) -> str:
        """The source text at the span, character for character."""
        return self.source.text[self.start : self.end]


def decode(data: bytes, path: str = "<bytes>") -> tuple[str, str]:
    """Text of `data` and the name of the Python codec that gave it.

    Tried in order: a byte order mark, UTF-8, UTF-16 without a mark, GB18030 (which holds GBK and GB2312).
    GB18030 accepts almost any bytes, so its result must look like Chinese prose: at least seven in ten of its
    Chinese characters from the 3,755 common ones of GB 2312 level 1. Raises ReadingError otherwise, with the
    place where the likeliest encoding breaks.
    """
    if not data.strip():
        raise ReadingError(path, "is empty", "a document needs at least one character")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_mark(data, mark, encoding, path), encoding
    utf8_error: UnicodeDecodeError | None = None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        utf8_error = error
    else:
        if not _CONTROL.search(text):
            return _not_blank(text, path), "utf-8"
        if "\x00" not in text and looks_chinese(text, 12):
            raise _has_control(text, path)
    for encoding in ("utf-16-le", "utf-16-be"):
        wide = _plausible_utf16(data, encoding)
        if wide is not None and len(data) % 2:
            raise ReadingError(path, f"breaks off in the middle of a {encoding} character", _RECEIVE_AGAIN)
        if wide is not None:
            return _not_blank(wide, path), encoding
    if b"\x00" in data or utf8_error is None:
        raise _is_binary(path)
    return _decode_gb18030(data, utf8_error, path), "gb18030"


def _decode_gb18030(data: bytes, utf8_error: UnicodeDecodeError, path: str) -> str:
    """Text of `data` in GB18030. Raises ReadingError naming the place where it, or else UTF-8, breaks."""
    if utf8_error.start and looks_chinese(data[: utf8_error.start].decode("utf-8"), 12):
        raise ReadingError(path, _where("UTF-8", data, utf8_error), _RECEIVE_AGAIN)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        if looks_chinese(data[: error.start].decode("gb18030"), 12):
            raise ReadingError(path, _where("GB18030", data, error), _RECEIVE_AGAIN) from None
        text = ""
    if _CONTROL.search(text) and looks_chinese(text, 12):
        raise _has_control(text, path)
    if not text or _CONTROL.search(text) or not looks_chinese(text):
        raise ReadingError(
            path,
            f"is in no encoding known here: as UTF-8 it breaks at byte {utf8_error.start}, "
            "as GB18030 it is no Chinese",
            "save it as UTF-8",
        )
    return _not_blank(text, path)


def _where(name: str, data: bytes, error: UnicodeDecodeError) -> str:
    """What breaks where in a file that is otherwise in an encoding."""
    if error.reason in ("unexpected end of data", "incomplete multibyte sequence", "truncated data"):
        return f"breaks off in the middle of a {name} character at its end"
    line = data.count(b"\n", 0, error.start) + 1
    return (
        f"reads as {name} up to byte {error.start} (line {line}), "
        f"where {data[error.start]:#04x} is no part of a character"
    )


def _is_binary(path: str) -> ReadingError:
    return ReadingError(path, "is binary: it holds control characters", "convert it to plain text first")


def _has_control(text: str, path: str) -> ReadingError:
    """What is wrong with a text that reads well but for characters that no text holds."""
    found = _CONTROL.search(text)
    assert found is not None
    line = text.count("\n", 0, found.start()) + 1
    hint = "take it out, or save the text anew in the program it is from"
    return ReadingError(path, f"holds the control character U+{ord(found[0]):04X} in line {line}", hint)


def _with_mark(data: bytes, mark: bytes, encoding: str, path: str) -> str:
    codec = "utf-8" if encoding == "utf-8-sig" else encoding
    body = data[len(mark) :]
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        reason = _where(codec.upper(), body, error)
        raise ReadingError(path, f"has a byte order mark of {codec} and {reason}", _RECEIVE_AGAIN) from None
    if _CONTROL.search(text):
        is_text = "\x00" not in text and looks_chinese(text, 12)
        raise _has_control(text, path) if is_text else _is_binary(path)
    return _not_blank(text, path)


def _not_blank(text: str, path: str) -> str:
    if not _PRINTED.search(text):
        raise ReadingError(path, "is empty: it holds blanks only", "a document needs at least one character")
    return text


def _plausible_utf16(data: bytes, encoding: str) -> str | None:
    """UTF-16 without a mark: Chinese or ASCII nearly throughout, with line ends or Chinese punctuation."""
    try:
        text = data[: len(data) // 2 * 2].decode(encoding)
    except UnicodeDecodeError:
        return None
    if _CONTROL.search(text) or not re.search("[\n。，、]", text):
        return None
    likely = sum(count for character, count in Counter(text).items() if _TEXT_LIKE.match(character))
    return text if likely >= 0.95 * len(text) and looks_chinese(text) else None


def looks_chinese(text: str, least: int = 1) -> bool:
    """Whether a text has at least so many Chinese characters and seven in ten of them are common ones.

    Traditional characters count as the simplified ones.
    """
    counted = Counter(simplified(text)).items()
    han = {character: count for character, count in counted if _HAN.match(character)}
    common = sum(count for character, count in han.items() if _is_common(character))
    total = sum(han.values())
    return total >= least and common >= 0.7 * total


def _is_common(character: str) -> bool:
    """GB 2312 level 1: rows 16 to 55, the 3,755 common characters."""
    try:
        encoded = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return 0xB0 <= encoded[0] <= 0xD7
