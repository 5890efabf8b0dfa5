"""Texts for property tests: anything at all, and what looks like documents in the ways that matter to
reading.
"""

from hypothesis import strategies as st

from jiqun.reading import Source
from jiqun.reading.lines import LAYOUT

_LINE_ENDS = ("\n", "\n\n", "\r\n", "\r", "\f", "\n\u3000\u3000", "\n \n", " \u3000", "\u2028")
_MARKERS = [
    "一、",
    "二、",
    "三、",
    "十一、",
    "（一）",
    "（二）",
    "(三)",
    "1、",
    "2.",
    "１、",
    "（1）",
    "①",
    "②",
    "一是",
    "二是",
    "三是",
    "一要",
    "二要",
    "——",
    "第一章\u3000",
    "第二节",
    "第三篇：",
    "附件",
    "附件1：",
    "㈠",
    "⑵",
    "⒊",
    "篇二：",
    "范文三：",
    "【篇一】",
    "# ",
    "## ",
    "- ",
    "> ",
]
_PIECES = [
    "产业集群",
    "加快工业园区建设 推进产业集群发展",
    "关于加快发展的意见",
    "某省人民政府",
    "各市、县人民政府：",
    "某政发〔2009〕20号",
    "二○○九年三月十九日",
    "2025年8月16日",
    "（作者系某市市长）",
    "■",
    "《关于加快发展的意见》",
    "现印发给你们。",
    "产值达到１２０亿元，",
    "年均增长１５ ０％。",
    "三年内翻一番；",
    "按 照高标准",
    "到2015年",
    "12",
    "亿元",
    "，",
    "。",
    "：",
    "”。",
    "（",
    "产值\t120\t15%",
    "| 产值 | 120 |",
    "------",
    "— 3 —",
    "第3页",
    "**重点**",
    "PX项目 abc",
    "\u200b",
    "\ufeff",
    "\u3000",
    "\t",
]

# Any text a file can hold; blanks, line ends, digits and brackets more often than chance would have it.
any_texts = st.text(max_size=120) | st.text(
    alphabet="一二三十是要、。，：；（）()《》“”１２3４5.%％亿元年月日第章附件—-# \t\u3000\u00a0\u200b\n\r\f",
    max_size=200,
)
# Texts made of what documents are made of, in any order.
document_texts = st.lists(
    st.sampled_from(_MARKERS) | st.sampled_from(_PIECES) | st.sampled_from(_LINE_ENDS), max_size=60
).map("".join)
texts = any_texts | document_texts
# Texts as a file holds them: with more in them than blanks, which read_source refuses.
filled_texts = texts.filter(lambda text: bool(text.strip(LAYOUT)))


def source_of(text: str) -> Source:
    """A source that holds a text."""
    return Source("text.txt", "0" * 64, text, "utf-8")


sources = texts.map(source_of)
