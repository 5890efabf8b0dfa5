"""Which characters of a Chinese text are numerals.

ASCII and full-width digits, the Chinese digits and powers of ten, circled numbers, ○ used as a zero, and the
formal digits of accounts (壹贰叁 …) where they are numbers and not parts of other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLAIN = "0-9０-９〇零一二三四五六七八九十百千万亿两廿卅①-⑳"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬億"
# ○ is a zero only in a run with another numeral (二○○九), a formal digit only in a run of two or more, or
# before a power of ten or 元 (壹万, 伍元): alone it is part of a word (队伍, 收拾, 陆地).
_RUN = re.compile(f"[{_PLAIN}○]*[{_PLAIN}][{_PLAIN}○]*|[{_FORMAL}]{{2,}}|[{_FORMAL}](?=[佰仟万亿元])")


def numeral_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of numeral characters in `text[start:end]`, as offsets in `text`, end-exclusive."""
    for match in _RUN.finditer(text, start, end):
        yield match.span()
