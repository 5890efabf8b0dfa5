"""Texts made to be slow or strange to read, each of any length: for tests of correctness and for
benchmarks/reading.py.
"""

from collections.abc import Callable, Mapping

PROSE = "依托园区，壮大纺织产业集群，到2025年产值达到１２０亿元，年均增长15%以上。"


def repeated(unit: str) -> Callable[[int], str]:
    """A maker of texts that say one thing again and again."""

    def make(length: int) -> str:
        return (unit * (length // len(unit) + 1))[:length]

    return make


def opened_then_closed(length: int) -> str:
    """Brackets nested as deep as the text is long."""
    half = length // 2
    return "（" * half + "）" * (length - half)


def quoted_titles(length: int) -> str:
    """A notice whose head names very many documents, and bylines in front of one of those titles."""
    head = "关于印发" + "《甲乙丙丁实施方案》" * (length // 20) + "的通知。\n"
    return (head + repeated("（作者甲）\n甲乙丙丁实施方案\n")(length))[:length]


def short_documents(length: int) -> str:
    """Documents of two lines, one behind the other."""
    return repeated("（作者系某市市长）\n关于加快产业集群发展的几点思考\n")(length)


HARD_TEXTS: Mapping[str, Callable[[int], str]] = {
    "prose": repeated(PROSE + "\n"),
    "prose on one line": repeated(PROSE),
    "one line without a stop": repeated("产业集群"),
    "one-character lines": repeated("一\n"),
    "one-character lines of prose": repeated("，\n业\n"),
    "blank lines": repeated("业\n\n\n\n"),
    "carriage returns": repeated("产业。\r"),
    "（一）（一）": repeated("（一）"),
    "（一）（二） in turn": repeated("。（一）业（二）集"),
    "一是一是": repeated("一是"),
    "，一是，一是": repeated("，一是"),
    "，一是，二是 in turn": repeated("，一是群，二是群"),
    "，1、，2、 in turn": repeated("。1、群。2、群"),
    "paragraphs 一、": repeated("一、\n"),
    "paragraphs 一是": repeated("一是\n"),
    "paragraphs 第一章": repeated("第一章 总则\n"),
    "paragraphs ——": repeated("——产业集群\n"),
    "enumeration marks": repeated("、"),
    "digits": repeated("1234567890"),
    "digits with commas": repeated("1,234"),
    "spaced digits": repeated("１ "),
    "Chinese numerals": repeated("一二三十百"),
    "nested brackets": opened_then_closed,
    "opening brackets": repeated("（作者"),
    "opening title marks": repeated("《"),
    "blanks": repeated("业" + " " * 1000),
    "ideographic blanks": repeated("产业集群\u3000"),
    "dates": repeated("2025年8月16日\n"),
    "signatures": repeated("某省人民政府\n2025年8月16日\n"),
    "bylines": repeated("（作者系某市市长）\n"),
    "bylines and titles": short_documents,
    "compiler's lines": repeated("第五篇：关于产业集群\n关于产业集群\n"),
    "document numbers": repeated("关于加快发展的意见\n某政发〔2025〕20号\n"),
    "a notice of many titles": quoted_titles,
    "table rows": repeated("产值\t120\t15%\n"),
    "horizontal rules": repeated("------\n"),
    "Markdown": repeated("## 一、总体要求\n- **产业**集群\n"),
    "closing marks": repeated("。”"),
    "closing brackets": repeated("。）））））））））"),
}
