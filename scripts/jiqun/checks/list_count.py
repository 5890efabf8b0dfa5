"""A list does not have more members than its printed count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.documents import COLUMNS, DocumentSpan, document_spans
from .engine.figures import read_figure
from .engine.problem import Problem

_COUNTED_LIST = re.compile(
    r"(?P<list>[^，。；：！？、\n（）]{1,20}(?:、[^，。；：！？、\n（）]{1,20}){2,})"
    r"等\s*(?P<count>[\d０-９一二三四五六七八九十百两]+)\s*(?:个|家|大|种|条|项|类|户|座|名)"
)
_KIND = "count_mismatch"


class ListCount(Check):
    """Before 等12个 stand at most twelve names, or `issues` says that they do not (kind `count_mismatch`).

    Fewer names are no fault: 等 also means "and others". 和 and 及 may stand inside a name, so they are not
    counted.
    """

    name = "list-count"
    title = "Lists and their printed count"
    level = "warning"
    of_documents = True
    types = ("list-longer-than-count",)
    hint = "Count the list in the source; a mismatch that the source prints belongs into issues."
    reads = (("documents", COLUMNS),)

    def run(self, package: Package) -> Iterator[Problem]:
        known = _known(package)
        for document in document_spans(package).values():
            if document.text is not None:
                yield from self._judge(package, document, known)

    def _judge(
        self, package: Package, document: DocumentSpan, known: dict[str, list[tuple[int, int]]]
    ) -> Iterator[Problem]:
        assert document.text is not None
        for found in _COUNTED_LIST.finditer(document.text, document.start, document.end):
            figure = read_figure(found["count"])
            members = found["list"].count("、") + 1
            if figure is None or members <= figure.value:
                continue
            spans = known.get(document.document_id, [])
            if any(start < found.end() and found.start() < end for start, end in spans):
                continue
            message = f"{members} names stand before 等{found['count']} at {found.start()}..{found.end()}: "
            message += repr(found[0][-40:])
            yield self.problem(
                package.tables["documents"], message, row_number=document.row_number, column="document_id"
            )


def _known(package: Package) -> dict[str, list[tuple[int, int]]]:
    """The spans of the mismatches that `issues` has, by document."""
    table = package.tables.get("issues")
    spans: dict[str, list[tuple[int, int]]] = {}
    if table is None or not table.has("document_id", "kind", "start", "end"):
        return spans
    starts, ends = table.integers("start"), table.integers("end")
    for row_number, (document_id, kind) in table.rows("document_id", "kind"):
        start, end = starts[row_number - 2], ends[row_number - 2]
        if kind == _KIND and document_id is not None and start is not None and end is not None:
            spans.setdefault(document_id, []).append((start, end))
    return spans
