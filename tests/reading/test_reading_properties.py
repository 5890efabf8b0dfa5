"""What holds for reading whatever the text: round trips, tiling, nesting."""

from itertools import pairwise

import hard_texts
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import strategies
from jiqun.facts.frame import open_frame
from jiqun.facts.sections import read_sections
from jiqun.reading import Document, Source, Span, find_documents, find_outline, find_sentences
from jiqun.reading.lines import LAYOUT, split_lines
from jiqun.reading.view import NOTHING, fold

# Signs that fold according to what stands beside them.
_BY_CONTEXT = {",": ",，", ":": ":：", "?": "?？", ".": ".。"}


def check_tiling(source: Source, documents: list[Document]) -> None:
    """Each document begins where the one before it ends, and nothing is left out."""
    assert documents, "a text with more than blanks has a document"
    assert (documents[0].start, documents[-1].end) == (0, len(source.text))
    for document, following in pairwise(documents):
        assert document.end == following.start
    assert all(document.text.strip(LAYOUT) for document in documents)


def check_view(document: Document) -> None:
    """Each character of the view stands for one of the source, in order, and every letter is in the view."""
    text, source = document.view.text, document.source.text
    last = document.start - 1
    seen = set()
    for position, character in enumerate(text):
        start, end = document.view.bounds(position, position + 1)
        assert end == start + 1
        assert document.start <= start < document.end
        assert start > last
        last = start
        printed = source[start]
        if character in " \n":
            assert printed in LAYOUT
        else:
            assert character in _BY_CONTEXT.get(printed, fold(printed))
            assert document.view.position(start) == position
        seen.add(start)
    left_out = [source[at] for at in range(document.start, document.end) if at not in seen]
    assert all(character in LAYOUT or character in "#-*+>" for character in left_out)


def check_outline(document: Document) -> None:
    """Sections nest, none crosses another, sentences stay inside their section and cover what is no blank."""
    frame = open_frame(document, "text")
    headings = frame.headings
    assert (headings[0].start, headings[0].end, headings[0].level) == (0, len(frame.text), 0)
    for index, heading in enumerate(headings[1:], 1):
        assert heading.parent is not None and heading.parent < index
        around = headings[heading.parent]
        assert heading.level == around.level + 1
        assert around.start <= heading.start < heading.end <= around.end
        assert headings[index - 1].start <= heading.start
        assert heading.start <= heading.heading[0] <= heading.heading[1] <= heading.end
        assert frame.text.startswith(heading.ordinal_text, heading.start)
    for heading in headings[1:]:
        beside = [
            other for other in headings[1:] if other.parent == heading.parent and other.start > heading.start
        ]
        assert all(heading.end <= other.start for other in beside)
    position = 0
    for sentence in frame.sentences:
        assert not frame.text[position : sentence.start].strip()
        assert position <= sentence.start < sentence.end
        assert frame.innermost(sentence.start) == frame.innermost(sentence.end - 1) == sentence.section
        position = sentence.end
    assert not frame.text[position:].strip()


def check_section_rows(document: Document) -> None:
    """Rows of sections lie in the document and in each other, as the outline does, with ids of their own."""
    rows = read_sections(open_frame(document, "text"), "标题")
    by_id = {row.section_id: row for row in rows}
    assert len(by_id) == len(rows)
    assert (rows[0].start, rows[0].end) == (document.start, document.end)
    for row in rows[1:]:
        assert row.parent_id is not None
        around = by_id[row.parent_id]
        assert around.start <= row.start < row.end <= around.end


def check(source: Source) -> None:
    documents = find_documents(source)
    check_tiling(source, documents)
    for document in documents:
        check_view(document)
        check_outline(document)
        check_section_rows(document)


@given(strategies.filled_texts)
@example("\u200b一、总则")
@example("一、\n\n")
@example("# ")
@example("**")
@example("\ufeff第一章\n附件")
def test_any_text_is_read_whole(text: str) -> None:
    check(strategies.source_of(text))


@pytest.mark.parametrize("name", hard_texts.HARD_TEXTS)
def test_hard_texts_are_read_whole(name: str) -> None:
    check(strategies.source_of(hard_texts.HARD_TEXTS[name](1500)))


@pytest.mark.parametrize("name", hard_texts.HARD_TEXTS)
def test_long_hard_texts_are_read(name: str) -> None:
    """At this length anything quadratic takes minutes."""
    source = strategies.source_of(hard_texts.HARD_TEXTS[name](60_000))
    documents = find_documents(source)
    check_tiling(source, documents)
    for document in documents:
        headings = find_outline(document)
        assert headings[0].end == len(document.view.text)


@given(strategies.texts)
def test_lines_hold_all_that_is_printed(text: str) -> None:
    lines = split_lines(text)
    position = 0
    for line in lines:
        skipped = text[position : line.start]
        assert all(character in LAYOUT or character in "#-*+>" for character in skipped)
        assert line.text == line.text.strip(LAYOUT) != ""
        assert len(line.text) == line.end - line.start
        position = line.end
    assert not text[position:].strip(LAYOUT)


@given(strategies.texts)
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    for printed, character in zip(text, folded, strict=True):
        assert character in _BY_CONTEXT.get(printed, fold(printed))


@given(strategies.texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(strategies.texts, st.data())
def test_sentences_cover_a_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    position = start
    for sentence in find_sentences(text, start, end, 7):
        assert not text[position : sentence.start].strip(" \n")
        assert position <= sentence.start < sentence.end <= end
        assert "\n" not in text[sentence.start : sentence.end]
        assert sentence.section == 7
        position = sentence.end
    assert not text[position:end].strip(" \n")


@given(strategies.filled_texts, st.integers(-3, 130), st.integers(-3, 130))
def test_a_span_is_inside_its_text_or_none(text: str, start: int, end: int) -> None:
    source = strategies.source_of(text)
    if 0 <= start < end <= len(text):
        assert Span(source, start, end).quote == text[start:end]
    else:
        with pytest.raises(ValueError, match="outside the text"):
            Span(source, start, end)


def test_nothing_is_a_character_of_no_width() -> None:
    assert fold("产\ufeff业\u200d集\u00ad群") == f"产{NOTHING}业{NOTHING}集{NOTHING}群"
