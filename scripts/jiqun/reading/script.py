"""Text in traditional characters, read in the simplified ones that all rules and lists are written in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# Characters that policy texts are full of, and that each script alone has, pair by pair. 后, 里, 只, 范 and
# others are words of their own in traditional texts, 著, 乾 and 瞭 in simplified ones.
_PAIRS = (
    "產产業业發发國国經经濟济億亿區区縣县園园廠厂實实現现與与為为個个開开關关進进達达設设資资創创術术點点長长"
    "東东車车機机電电動动環环規规標标質质積积極极間间時时來来對对會会應应當当過过這这種种將将帶带總总體体專专"
    "優优勢势鏈链鎮镇農农務务興兴導导組组織织強强項项單单號号財财稅税龍龙頭头領领協协調调監监"
)
_TRADITIONAL = re.compile(f"[{_PAIRS[::2]}]")
_SIMPLIFIED = re.compile(f"[{_PAIRS[1::2]}]")
# A name or a word quoted in traditional characters makes no traditional line in a simplified text.
_LEAST = 4


def simplified(text: str) -> str:
    """`text` with its traditional lines in simplified characters, length unchanged.

    A line is traditional where at least four characters of it are that simplified texts never have, and more
    than those that traditional ones never have; in a text that is traditional as a whole, every line that has
    as many of the one as of the other. All other lines stay as they are: 乾县, 著名 and 瞭望 in a simplified
    text.
    """
    if not _TRADITIONAL.search(text):
        return text
    throughout = _is_traditional(text)
    return "".join(
        _line(line) if _is_traditional(line, throughout) else line for line in text.splitlines(keepends=True)
    )


def _is_traditional(text: str, throughout: bool = False) -> bool:
    """Whether a line or text is; `throughout` tells that the text is that holds the line."""
    ours, others = len(_TRADITIONAL.findall(text)), len(_SIMPLIFIED.findall(text))
    return ours >= others if throughout else ours >= _LEAST and ours > others


def _line(line: str) -> str:
    converted = line
    for converter in _converters():
        converted = converter.convert(converted)
    # Offsets into the line must not move.
    return converted if len(converted) == len(line) else line


@cache
def _converters() -> tuple[OpenCC, ...]:
    """From Hong Kong's forms (衞生), then from Taiwan's (著力) and the common ones. Loaded when the first
    traditional text is met; most packages hold none.
    """
    from opencc import OpenCC

    return OpenCC("hk2t"), OpenCC("tw2s")
