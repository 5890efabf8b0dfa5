"""A font for PDF files that bring none: every character is a box as wide and high as the type size.

PDFium takes fonts that a file names without embedding them from the system, and drops a character that
stands by itself (家, % in a cell of a table) where no font there has it. With this one it reads the same
text, at the same places, on machines with other fonts and with none.

The file in `fonts/` is what `python -m jiqun.reading.formats.stand_in_font` writes. The tables are those of
OpenType that FreeType asks for, <https://learn.microsoft.com/typography/opentype/spec/>; lengths are in units
of 1/1000 of the type size.
"""

from __future__ import annotations

import struct
from pathlib import Path

_EM, _ASCENT, _DESCENT = 1000, 880, -120
_NAME = "Jiqun Stand-in"
FOLDER = Path(__file__).parent / "fonts"
FILE = FOLDER / "stand-in.ttf"
# Latin 1, and Chinese in short and in long characters, so that it is looked at for text of any of these.
_CODE_PAGES = 1 | 1 << 18 | 1 << 20
# The planes that have text, without surrogates.
_CHARACTERS = ((0x20, 0xD7FF), (0xE000, 0xFFFD), (0x20000, 0x2FFFD))
_MAGIC = 0x5F0F3CF5
_CHECKSUM = 0xB1B0AFBA


def font() -> bytes:
    """The font as a file of TrueType outlines with two glyphs: the box of no character, and that of all."""
    box = (
        struct.pack(">5h", 1, 0, _DESCENT, _EM, _ASCENT)  # one outline, and what it covers
        + struct.pack(">HH4B", 3, 0, 1, 1, 1, 1)  # its last point, no instructions, four points on the curve
        + struct.pack(">4h", 0, 0, _EM, 0)
        + struct.pack(">4h", _DESCENT, _ASCENT - _DESCENT, 0, _DESCENT - _ASCENT)
    )
    box += bytes(-len(box) % 4)
    tables = {
        b"OS/2": _os2(),
        b"cmap": _cmap(),
        b"glyf": box * 2,
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh",
            0x10000, 0x10000, 0, _MAGIC, 0b11, _EM, 0, 0, 0, _DESCENT, _EM, _ASCENT, 0, 8, 2, 1, 0,
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhh8xhH",
            0x10000, _ASCENT, _DESCENT, 0, _EM, 0, 0, _EM, 1, 0, 0, 0, 2,
        ),
        b"hmtx": struct.pack(">HhHh", _EM, 0, _EM, 0),
        b"loca": struct.pack(">3I", 0, len(box), len(box) * 2),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": _names(),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 1, 0, 0, 0, 0),
    }  # fmt: skip
    return _file(tables)


def _cmap() -> bytes:
    """Each character and the second glyph, by format 13: many to one."""
    groups = b"".join(struct.pack(">III", first, last, 1) for first, last in _CHARACTERS)
    body = struct.pack(">HHIII", 13, 0, 16 + len(groups), 0, len(_CHARACTERS)) + groups
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + body


def _os2() -> bytes:
    weight, width, panose = 400, 5, bytes(10)
    return (
        struct.pack(">HhHHH10hh", 4, _EM, weight, width, 0, *([0] * 10), 0)
        + panose
        + struct.pack(">4I4sHHH", 1, 0, 0, 0, b"    ", 0x40, 0x20, 0xFFFF)
        + struct.pack(">hhhHH", _ASCENT, _DESCENT, 0, _ASCENT, -_DESCENT)
        + struct.pack(">IIhhHHH", _CODE_PAGES, 0, 500, 700, 0, 0x20, 0)
    )  # fmt: skip


def _names() -> bytes:
    """The family, the style, what it is called whole and in PostScript, in Windows' Unicode."""
    texts = {1: _NAME, 2: "Regular", 4: _NAME, 6: _NAME.replace(" ", "")}
    records, strings = b"", b""
    for number, text in texts.items():
        encoded = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(encoded), len(strings))
        strings += encoded
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + strings


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables behind their directory, each at a multiple of four bytes, with checksums."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, (count - (1 << power)) * 16)
    offset = len(head) + 16 * count
    directory, bodies, at_head = b"", b"", 0
    for tag, table in sorted(tables.items()):
        if tag == b"head":
            at_head = offset + len(bodies)
        directory += struct.pack(">4sIII", tag, _sum(table), offset + len(bodies), len(table))
        bodies += table + bytes(-len(table) % 4)
    whole = bytearray(head + directory + bodies)
    struct.pack_into(">I", whole, at_head + 8, (_CHECKSUM - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


if __name__ == "__main__":
    FILE.write_bytes(font())
