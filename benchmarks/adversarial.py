"""Whether hostile texts take time that is linear in their size.

    python benchmarks/adversarial.py [--size 2500] [--mixtures 1500] [--seed 1]

Each text is a unit of a few characters over and over, as the last sentence of a policy document, before a
figure: digits, brackets, marks, blanks, particles, units, list members, and mixtures of what one of the
rules' own expressions looks for, half of them opened and closed by further words of the expression. Texts
with two and with four times so many characters are read to all tables. Prints the texts whose time grows
more than threefold where they double, and how the growth of all is spread. Times are the least of three
where they matter.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from fuzz.expressions import expressions  # noqa: E402
from fuzz.texts import literals  # noqa: E402
from jiqun.facts import extract  # noqa: E402
from jiqun.reading import Source, find_documents  # noqa: E402

_BEFORE = "江苏省人民政府关于加快产业集群发展的意见\n\n一、主要目标\n\n到2015年，"
_BEHIND = "产值达到5亿元，增长15%，企业20家。\n江苏省人民政府\n二〇一〇年三月五日\n"
_WORDS = """
1 １ 一 十 百 千 万 亿 半 几 〇 1. 1, 1- 1% 1、 1/ 1: 、 ， 。 ； ： （ ） （） () 《 “ ” “” - — ~ · |
的 和 及 与 等 年 月 日 个 第 其中 以及 其 了 将 从 由 对 以 向 A A1 A-
2010年 2010年至 2010- 上年 今年 每年 2010年、 2010年5亿元 5亿元 5亿 亿元 1个 20家 每年1个 3.5万
甲、 甲和 甲乙、 甲、乙和 和的 市 县 省 市县 区、 产业 产业、 企业 企业、 项目 项目、
工业园 开发区和 集群 产业集群、 有限公司 集团、 分别 达到 增长 增长、 力争 达到1、 由1提高到
（1） 一、 一是 —— 附件 第一章 第一条 〔2010〕1号 “1 《1》 工业园、5个 58个续建 低于0.8、
甲乙、丙丁和戊己三大产业产值达到5亿元， 嘉陵果业年产6万吨橙汁
"""
_BLANKS = ("\t", " ", "\u3000", "\n", "\r\n", "\n\n", " \n", "1\n", "1 ", "的\n", "1.\n", "（一）\n")
# Some machines' clocks of the processor tick a hundred times a second.
_TICKS = 0.02


class Hostile(NamedTuple):
    """What is said over and over, and what stands before and behind it."""

    unit: str
    opening: str = ""
    closing: str = ""


class _TooLong(Exception):
    pass


def _stop(number: int, frame: FrameType | None) -> None:
    raise _TooLong


def seconds(hostile: Hostile, size: int, most: float) -> float:
    """Processor time of a text with so many characters of the unit, `most` where it takes longer."""
    unit, opening, closing = hostile
    text = f"{_BEFORE}{opening}{(unit * (size // len(unit) + 1))[:size]}{closing}{_BEHIND}"
    signal.setitimer(signal.ITIMER_PROF, most)
    begun = time.process_time()
    try:
        for document in find_documents(Source("text.txt", "0" * 64, text, "utf-8")):
            extract(document)
    except _TooLong:
        return most
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begun


def growth(hostile: Hostile, size: int, most: float = 20) -> tuple[float, float]:
    """How many times longer four times the text takes than twice the text, and the seconds that it takes."""
    half, whole = seconds(hostile, 2 * size, most), seconds(hostile, 4 * size, most)
    if whole > 2.5 * half:
        half = min(half, *(seconds(hostile, 2 * size, most) for _ in range(2)))
        whole = min(whole, *(seconds(hostile, 4 * size, most) for _ in range(2)))
    return whole / max(half, _TICKS), whole


def mixtures(number: int, seed: int) -> list[Hostile]:
    """One to four words of one expression, sometimes with a mark or numeral, so many times."""
    chance = random.Random(seed)
    words = [sorted(literals(expression.pattern)) for expression in expressions().values()]
    words = [own for own in words if own]
    found = []
    for _ in range(number):
        own = chance.choice(words)
        parts = chance.choices(own, k=chance.choice((1, 1, 2, 2, 3, 4)))
        if chance.random() < 0.4:
            parts.insert(chance.randrange(len(parts) + 1), chance.choice("、，1一的和 亿（）“年"))
        ends = chance.choices(own, k=2) if chance.random() < 0.5 else ("", "")
        found.append(Hostile("".join(parts), *ends))
    return found


def main() -> None:
    """Print what grows too fast, and how the rest grows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=2500, help="characters of the smallest text")
    parser.add_argument("--mixtures", type=int, default=1500, help="texts made by chance")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    signal.signal(signal.SIGPROF, _stop)
    seconds(Hostile("产业、"), 1000, 20)
    found = []
    for one in [*map(Hostile, (*_WORDS.split(), *_BLANKS)), *mixtures(options.mixtures, options.seed)]:
        times, slowest = growth(one, options.size)
        found.append((times, slowest, one))
        if times > 3:
            print(f"{times:5.1f} times, {slowest:6.2f} s: {' | '.join(one)!r}", flush=True)
    found.sort()
    spread = ", ".join(f"{found[int(share * (len(found) - 1))][0]:.2f}" for share in (0.5, 0.9, 0.99, 1))
    size = 4 * options.size
    print(f"{len(found):,} texts, {size:,} characters against half of them: {spread} times")
    print("(the median, 9 of 10, 99 of 100, the most)")
    _, slowest, one = max(found, key=lambda item: item[1])
    print(f"the slowest takes {slowest:.2f} s: {' | '.join(one)!r}")


if __name__ == "__main__":
    main()
