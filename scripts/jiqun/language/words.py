"""Words of a text with their parts of speech, for the rules that need to know where a name begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate

import rjieba

from jiqun.language import vocabulary

# Parts of speech (of jieba's dictionary) that no name of a trade, place or firm begins behind without a
# break.
_BREAKING = frozenset(("v", "d", "p", "c", "r", "uj", "ul", "ud", "uv", "uz", "ug", "f", "y", "e"))
# Of these, the ones that break as single characters too; a single verb may be part of a name (汽保, 喷铝).
_BREAKING_SINGLY = frozenset(("p", "uj", "ul", "d", "c", "r"))
_RARELY_ALONE = frozenset("能可会当如自因即像令用")
# Single characters that the dictionary takes for function words and that stand in names all the same: 鉴水.
OF_NAMES = frozenset("正鉴针靶顺莫常太甫衷虚何越")
_JOINTS = frozenset(("和", "及", "与", "以及", "、", "暨"))


# Nouns that a verb before them tells the use of.
_MACHINES = ("装备", "设备", "机械", "仪器", "器械", "装置", "材料", "机床", "机器人", "电池", "终端")


_NOUNS = ("n", "nz", "vn", "v", "b")
# What is done with a good, and part of a trade's name behind it: 油气|生产加工, 钢铁材料及|应用.
PROCESSES = frozenset(("生产", "应用", "利用", "开发", "服务"))
_WORKED = frozenset(("加工", "制造", "研发", "检测", "维修", "回收", "服务", "应用", "利用"))
# What goes with the verb before it: 构建起, 打造出.
_GO_WITH_VERBS = frozenset("起出好")
# Single characters that stand for themselves wherever the dictionary knows no longer word.
_FUNCTION = frozenset(
    "将在也都并已又还就要使把被让再正可能应须只仅更最很较先后内外上下中的了和与及以为从由向对到是有等其该此本各每全不未无令于之所而且或则"
    "拟若如因自即则至当同且均另总共凡按据靠往沿经随给请建搞抓办引占看去来做开投设用做大强优精新老旧原现近远多少几个家户项座条处批类种次年月日时期"
    "省市县区州旗镇乡村我你他这那一二三四五六七八九十百千万亿两半余约达超过"
)
_ALWAYS_BREAK = frozenset("和与及向是在对由从被把将为有于共进到以同让给的使靠按据凡并也还就要")
_TOWNS = frozenset("街镇乡村")
_LONGEST_RUN = 5
# What a zone ends with: what it does may follow.
_ZONE_ENDS = frozenset("区园群链地带")


@cache
def breakers() -> frozenset[str]:
    """Words that end what stands before a name: 发展, 推进, 依托, 其中."""
    return frozenset(row["term"] for row in vocabulary.read("list_breakers") if row["kind"] == "break")


@cache
def _joiners() -> frozenset[str]:
    """Words that may stand inside a name whatever their part of speech: 加工, 制造, 先进, 装备."""
    return frozenset(row["term"] for row in vocabulary.read("list_breakers") if row["kind"] == "join")


@lru_cache(65536)
def _tag(word: str) -> str:
    """The part of speech of a word of the dictionary, or what the segmenter calls one that it has not."""
    tag: str = rjieba.tag(word, False)[0][1]
    return tag


class _Tags:
    """Parts of speech by the index of the word, looked up where they are asked for."""

    __slots__ = ("_words",)

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def __getitem__(self, index: int) -> str:
        return _tag(self._words[index])


class Words:
    """The words of one text in order; offsets are of the text."""

    def __init__(self, text: str) -> None:
        words: list[str] = rjieba.cut(text, hmm=False)
        self.text = text
        self.words = words
        self.tags = _Tags(words)
        self.ends: list[int] = list(accumulate(map(len, words)))
        self.starts: list[int] = [0, *self.ends[:-1]] if words else []

    def starts_word(self, position: int) -> bool:
        """Whether a word begins at a position."""
        index = bisect_left(self.starts, position)
        return index < len(self.starts) and self.starts[index] == position

    def covers(self, start: int, end: int) -> bool:
        """Whether one word holds the characters between two positions."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and self.ends[index] >= end

    def is_noun_over(self, position: int) -> bool:
        """Whether a common noun of the dictionary runs over a position; a name (nz, nt, nr, ns) does not."""
        index = bisect_right(self.starts, position - 1) - 1
        return index >= 0 and self.ends[index] > position and self.tags[index] == "n"

    def name_start(
        self, start: int, end: int, solid: Sequence[tuple[int, int]] = (), joints: bool = False
    ) -> int:
        """Where the name that ends at `end` begins, not before `start`: behind the last word that breaks.

        力争5年内形成湄洲湾石化产业集群 begins at 湄洲湾; 装备制造 is not broken at its verb. `solid` are
        spans in order (places, trades) that no word breaks, and that begin a name where the word before them
        does (做强|大石桥); with `joints` the stretch is a member of a list: 和 及 与 are part of it, and so
        are a verb at its end (卫星导航应用) and a word at its beginning that only the dictionary takes for a
        verb (、拍马纸品工业园).
        """
        index = bisect_left(self.ends, end)
        if index >= len(self.ends):
            index = len(self.ends) - 1
        nearest = bisect_left(solid, (self.ends[index], 0)) - 1 if index >= 0 else -1
        while index >= 0 and self.ends[index] > start:
            word_start, word_end = self.starts[index], self.ends[index]
            # The last of the solid spans that begins before the word's end.
            while nearest >= 0 and solid[nearest][0] >= word_end:
                nearest -= 1
            if nearest >= 0 and solid[nearest][1] > word_start:
                block = solid[nearest]
                if word_start < block[0] and block[0] >= start and self._breaks_before(block[0]):
                    return block[0]
            elif (
                _breaks(self.words[index])
                and not (joints and self._belongs(index, start, end))
                and not self._inside_name(index, solid)
                and not self._modifies(index)
                and not self._follows_place(index, end, solid)
                and not self._is_process(index, end)
                and not self._is_spelt_out(index, start)
            ):
                return min(self._break_end(index), end) if word_start >= start else start
            elif self.text[word_start:word_end] in ("年", "月", "日") and self.text[word_start - 1].isdigit():
                return word_end  # 到2027年|合肥智能家电产业集群
            elif self._ends_cut_break(index, start):
                return word_end  # 3月获|批|国家级高新区
            index -= 1
        first = bisect_left(self.starts, start)
        if (
            self.ends[first : first + 2] == [start + 1, start + 2]
            and self.text[start : start + 2] in breakers()
        ):
            return start + 2  # 获|批: a verb that the dictionary does not know
        return start

    def _belongs(self, index: int, start: int, end: int) -> bool:
        """Whether a word that else breaks is part of a list's member: 和, the last word, a name like 拍马."""
        word = self.text[self.starts[index] : self.ends[index]]
        if word in _JOINTS:
            return True
        if self.ends[index] == end and self.starts[index] > start:
            return True
        if (
            self.text[start - 1 : start] == "、"
            and self.starts[index] > start
            and self.tags[index] == "v"
            and word not in breakers()
        ):
            return True  # 、冀州采暖铸造: where the member begins is plain
        return (
            self.starts[index] == start
            and self.tags[index] == "v"
            and word not in breakers()
            and self.text[start - 1 : start] == "、"
        )

    def _inside_name(self, index: int, solid: Sequence[tuple[int, int]]) -> bool:
        """Whether a single character right behind a place or trade is no word of its own: 能 in
        陕北能化装备.
        """
        start, end = self.starts[index], self.ends[index]
        if self.text.endswith("部", start, end) and _block_at(solid, start - 1, start) is not None:
            return self.tags[index] == "f"  # 四川|南部|经济开发区
        if end - start == 1 and self._is_odd(index - 1) and self._is_odd(index + 1):
            return True  # 沃|特|玛
        return (
            end - start == 1
            and self.text[start] in _RARELY_ALONE
            and _block_at(solid, start - 1, start) is not None
        )

    def _is_spelt_out(self, index: int, start: int) -> bool:
        """Whether a single character is part of a name that the dictionary has not, and that is cut into its
        characters: 边|务 before 工业园, 甘|其|毛|都; and 走 in 走|马街. Not 将|在, 也|要.
        """
        if self.ends[index] - self.starts[index] != 1 or self.words[index] in _ALWAYS_BREAK:
            return False
        following = self.words[index + 1] if index + 1 < len(self.words) else ""
        if len(following) == 2 and following[1] in _TOWNS and self.tags[index + 1] == "ns":
            opens = self.starts[index]
            return opens == 0 or not self.text[opens - 1].isalnum()
        return self._is_inside_run(index, start)

    def _is_inside_run(self, index: int, start: int) -> bool:
        first = last = index
        while first > 0 and self.starts[first - 1] >= start and len(self.words[first - 1]) == 1:
            first -= 1
        while last + 1 < len(self.words) and len(self.words[last + 1]) == 1 and last - first < _LONGEST_RUN:
            last += 1
        while first < index and not _may_spell(self.words[first]):
            first += 1
        run = self.words[first : last + 1]
        telling = sum(_may_spell(word) for word in run)
        return (
            2 <= len(run) <= _LONGEST_RUN
            and _may_spell(run[0])
            and telling >= 2
            and telling * 2 >= len(run)
            and all("\u4e00" <= word <= "\u9fff" for word in run)
        )

    def _is_odd(self, index: int) -> bool:
        """Whether a word is a single character that the dictionary knows from names alone."""
        return (
            0 <= index < len(self.words)
            and len(self.words[index]) == 1
            and self.tags[index] in ("nr", "nrt", "nrfg")
        )

    def _modifies(self, index: int) -> bool:
        """Whether a verb says what a machine or material is for: 输送 in 智能输送装备; 发展装备 does not."""
        word = self.words[index]
        return (
            len(word) == 2
            and word not in breakers()
            and self.tags[index] == "v"
            and index + 1 < len(self.words)
            and self.words[index + 1].startswith(_MACHINES)
        )

    def _follows_place(self, index: int, end: int, solid: Sequence[tuple[int, int]]) -> bool:
        """Whether what only the dictionary takes for a verb stands between a place or trade and a noun: 采暖
        in 冀州采暖铸造; 主攻 in 冀州主攻铸造 is a word that breaks.
        """
        start, word = self.starts[index], self.words[index]
        return (
            len(word) == 2
            and self.ends[index] < end
            and self.tags[index] == "v"
            and word not in breakers()
            and self.tags[index + 1] in _NOUNS
            and self.text[start - 1 : start] not in _ZONE_ENDS
            and (block := _block_at(solid, start - 1, start)) is not None
            and block[1] == start
        )

    def _is_process(self, index: int, end: int) -> bool:
        """Whether a word is what is done with the good before it, at the end of a name or before another such
        word: 生产 in 油气生产加工; 主要生产 opens what is made, and no name ends in 推广应用.
        """
        if index == 0 or self.words[index] not in PROCESSES:
            return False
        before = self.words[index - 1]
        joined = before in ("及", "和", "与")
        return (
            joined or before in _WORKED or (self.tags[index - 1] in ("n", "nz", "ns") and not _breaks(before))
        ) and (self.ends[index] == end or (self.ends[index] < end and self.words[index + 1] in _WORKED))

    def _break_end(self, index: int) -> int:
        """Where a breaking word ends, however the text was cut: 做强 before 大石桥; and behind a character
        that goes with a verb: 构建|起, not 建设|起重机械.
        """
        start, end = self.starts[index], self.ends[index]
        if end - start == 1 and self.text[start : end + 1] in breakers():
            return end + 1
        goes_with = (
            self.tags[index].startswith("v")
            and index + 1 < len(self.words)
            and self.words[index + 1] in _GO_WITH_VERBS
        )
        return end + 1 if goes_with else end

    def _ends_cut_break(self, index: int, start: int) -> bool:
        """Whether a word of one character ends a verb that the dictionary does not know: 获|批, 锻造|出."""
        return (
            index > 0
            and len(self.words[index]) == 1
            and self.starts[index - 1] >= start
            and self.words[index - 1] + self.words[index] in breakers()
        )

    def _breaks_before(self, position: int) -> bool:
        """Whether the characters before a position are a word that breaks, however the text was cut."""
        terms, text = breakers(), self.text
        return any(text[max(0, position - length) : position] in terms for length in (2, 3, 4))

    def breaks(self, index: int) -> bool:
        """Whether a word ends what stands before a name."""
        return _breaks(self.words[index])

    def behind_break(self, position: int) -> int:
        """Where a name may begin from a position on: behind the verb that it lies in (大力|发展|现代农业)."""
        index = bisect_right(self.starts, position) - 1
        lies_in = index >= 0 and self.starts[index] < position < self.ends[index]
        return self.ends[index] if lies_in and self.breaks(index) else position

    def between(self, start: int, end: int) -> range:
        """Indices of the words that lie whole between two positions."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_right(self.ends, end))


@lru_cache(65536)
def _breaks(word: str) -> bool:
    if word in breakers():
        return True
    if word in _joiners():
        return False
    tag = _tag(word)
    return tag in _BREAKING and (len(word) > 1 or (tag in _BREAKING_SINGLY and word not in OF_NAMES))


def _may_spell(word: str) -> bool:
    """Whether a single character may be part of a name that no dictionary has."""
    return len(word) == 1 and word not in _FUNCTION


def _block_at(solid: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The solid span that a word lies in or reaches into."""
    index = bisect_left(solid, (end, 0)) - 1
    if index >= 0 and solid[index][1] > start:
        return solid[index]
    return None
