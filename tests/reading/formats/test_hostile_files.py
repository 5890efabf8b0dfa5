"""Files that are not what they say, broken, or made to harm: a clear message, in bounded time and memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jiqun.reading.formats as formats
from jiqun.reading import ReadingError, decode, read_source
from jiqun.reading.formats import docx, extract, html, pdf
from made_files import page, word

LINES = ["一、目标", "　　到2015年产值100亿元。", "指标\t2020年", "产值\t12", "", "甲、乙"]
WHOLE = {"docx": word(LINES), "html": page(LINES)}

RELATIONS = (
    '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
)


def refusal(data: bytes, suffix: str) -> str:
    """What is said of a file that cannot be read; the message names it."""
    with pytest.raises(ReadingError) as caught:
        extract(data, suffix, "folder/file" + suffix)
    assert str(caught.value).startswith("folder/file" + suffix)
    assert caught.value.hint
    return caught.value.reason


def archive(document: bytes, method: int = zipfile.ZIP_DEFLATED, **more: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as file:
        file.writestr("_rels/.rels", RELATIONS)
        file.writestr("word/document.xml", document)
        for name, content in more.items():
            file.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html"])
@pytest.mark.parametrize("data", [b"", b"  \n"])
def test_empty_files(suffix: str, data: bytes) -> None:
    assert refusal(data, suffix) == "is empty"


def test_files_of_another_format() -> None:
    assert "old .doc file or an encrypted one" in refusal(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".docx"
    )
    assert "no .docx file" in refusal(b"%PDF-1.7 text", ".docx")
    assert "no PDF file" in refusal(b"PK\x03\x04", ".pdf")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("a.txt", "1")
    assert "no .docx document" in refusal(stream.getvalue(), ".docx")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (b"{\\rtf1\\ansi text}", "an RTF document"),
    ],
)
def test_documents_that_are_called_text(data: bytes, kind: str, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes(data)
    with pytest.raises(ReadingError, match=f"is {kind}"):
        read_source(tmp_path / "plan.txt")


def test_files_above_the_limits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(formats, "MAX_FILE_BYTES", 20)
    assert "has 21 bytes" in refusal(b"<p>" + b"1" * 18, ".html")
    monkeypatch.setattr(formats, "MAX_FILE_BYTES", 1000)
    monkeypatch.setattr(formats, "MAX_CHARACTERS", 20)
    assert "characters" in refusal(b"<p>" + b"1" * 30, ".html")
    monkeypatch.setattr(html, "MAX_HTML_BYTES", 20)
    assert "has 33 bytes" in refusal(b"<p>" + b"1" * 30, ".html")
    # A hole of a terabyte takes no room on the disk: it must be refused before it is read.
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(ReadingError, match="larger than any document"):
        read_source(tmp_path / "large.pdf")


# --- DOCX --------------------------------------------------------------------------------------------------


def test_a_bomb_is_unpacked_no_further_than_the_limit() -> None:
    bomb = archive(b" " * (docx.MAX_PART_BYTES + 1))
    assert len(bomb) < 100_000
    assert "unpacks to more than" in refusal(bomb, ".docx")


def test_a_part_that_lies_about_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is of what comes out, not of what the archive says."""
    monkeypatch.setattr(docx, "MAX_PART_BYTES", 5000)
    data = archive(b" " * 6000).replace((6000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert refusal(data, ".docx")


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        '<!DOCTYPE a [<!ENTITY c "1234567890"><!ENTITY b "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>',
    ],
)
def test_entities_are_never_read(declaration: str) -> None:
    body = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    assert "declares entities" in refusal(archive((declaration + body).encode()), ".docx")


def test_a_list_of_a_million_parts() -> None:
    data = bytearray(archive(b"<a/>"))
    at = data.rfind(b"PK\x05\x06")
    data[at + 12 : at + 16] = (docx.MAX_DIRECTORY_BYTES + 1).to_bytes(4, "little")
    assert "more parts than any document" in refusal(bytes(data), ".docx")


def test_names_that_lead_out_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is ever unpacked to the disk."""
    monkeypatch.chdir(tmp_path)
    body = b'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>1</w:t></w:r></w:p></w:body></w:document>'
    assert extract(archive(body, **{"../../evil.txt": b"evil", "word/styles.xml": b"<"}), ".docx") == "1\n"
    assert list(tmp_path.iterdir()) == []


def test_damaged_archives() -> None:
    whole = archive(b"<w:document xmlns:w='w'><w:body/></w:document>")
    assert "damaged" in refusal(whole[: len(whole) // 2], ".docx")
    assert "holds no text" in refusal(whole, ".docx")
    assert "damaged" in refusal(archive(b"<w:document"), ".docx")
    assert "damaged" in refusal(archive(b"<document/>"), ".docx")
    assert "packs" in refusal(archive(b"<a/>", zipfile.ZIP_LZMA), ".docx")
    assert "damaged" in refusal(b"PK" + whole[30:], ".docx")
    deep = b"<a>" * 5000 + b"</a>" * 5000
    assert "damaged" in refusal(archive(deep), ".docx")


def test_tables_in_tables_as_deep_as_the_parser_goes() -> None:
    opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    for depth in (80, 3000):
        table = f"{opened * depth}<w:p><w:r><w:t>1</w:t></w:r></w:p>{closed * depth}"
        data = archive(f'<w:document xmlns:w="w"><w:body>{table}</w:body></w:document>'.encode())
        if depth == 80:
            assert extract(data, ".docx") == "1\n"
        else:
            assert "damaged" in refusal(data, ".docx")


# --- HTML --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("element", ["div", "b", "span", "table><tr><td"])
def test_nesting_without_end_is_refused_not_cut_off(element: str) -> None:
    assert extract(f"{f'<{element}>' * 200}深处".encode(), ".html").strip() == "深处"
    assert "nested" in refusal(f"{f'<{element}>' * 100_000}深处<p>后面".encode(), ".html")


def test_spans_of_cells_beyond_reason() -> None:
    table = "<table><tr><td colspan=99999 rowspan=99999>甲<td>乙</tr><tr><td>1<td>2</tr></table>"
    assert len(extract(table.encode(), ".html")) < 1000


def test_bytes_that_are_no_page() -> None:
    assert refusal(bytes(range(256)) * 10, ".html")


# --- PDF ---------------------------------------------------------------------------------------------------


def printed(*objects: bytes) -> bytes:
    """A PDF file of numbered objects, the first its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            len(places) + 1,
            table,
            len(places) + 1,
            len(data),
        )
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), more, content)


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources"
    b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X 5 0 R>>>>>>"
)
WORDS = b"BT /F 12 Tf 50 700 Td (Good day to you all, 12 of you) Tj ET"


def test_a_whole_file_is_read() -> None:
    assert (
        extract(printed(CATALOGUE, PAGES, PAGE, stream(WORDS)), ".pdf") == "Good day to you all, 12 of you\n"
    )


def test_pages_that_hold_themselves_and_counts_that_lie() -> None:
    loop = printed(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 5>>")
    assert "damaged" in refusal(loop, ".pdf")
    many = printed(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", PAGE, stream(b""))
    assert refusal(many, ".pdf")


def test_a_scan_is_said_to_be_one() -> None:
    assert "is a scan: 1 of 1 pages" in refusal(
        printed(CATALOGUE, PAGES, PAGE, stream(b"0 0 9 9 re f")), ".pdf"
    )


def test_a_damaged_file() -> None:
    assert "damaged" in refusal(printed(CATALOGUE, PAGES, PAGE, stream(WORDS))[:150], ".pdf")


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes that unpack to a quarter of a gigabyte."""
    monkeypatch.setattr(pdf, "MAX_PDF_MEMORY_BYTES", 400 * 2**20)
    packed = zlib.compress(zlib.compress(b" " * 250_000_000, 1), 9)
    data = printed(CATALOGUE, PAGES, PAGE, stream(packed, b"/Filter[/FlateDecode/FlateDecode]"))
    assert len(data) < 10_000
    assert "of memory" in refusal(data, ".pdf")


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that draws itself twice: each is drawn twice as often as the one around it."""
    monkeypatch.setattr(pdf, "MAX_PDF_SECONDS", 1)
    # What it draws fills memory, too; which of the two limits it meets first must not depend on the machine.
    monkeypatch.setattr(pdf, "MAX_PDF_MEMORY_BYTES", 2**36)
    form = stream(
        b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    )
    data = printed(CATALOGUE, PAGES, PAGE, stream(b"/X Do " + WORDS), form)
    assert "seconds of processor time" in refusal(data, ".pdf")


@pytest.fixture
def started_anew() -> Iterator[None]:
    """With no process left over from other tests, and leaving none."""
    pdf.stop()
    yield
    pdf.stop()


@pytest.mark.usefixtures("started_anew")
def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PDF_WAIT_SECONDS", 0.1)
    monkeypatch.setattr(pdf, "_START", "import time; time.sleep(60)")
    assert "seconds to read" in refusal(b"%PDF-1.7", ".pdf")


@pytest.mark.usefixtures("started_anew")
def test_a_reader_that_dies_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = printed(CATALOGUE, PAGES, PAGE, stream(WORDS))
    with monkeypatch.context() as patched:
        patched.setattr(pdf, "_START", "raise SystemExit(1)")
        assert "makes the PDF reader fail" in refusal(whole, ".pdf")
    assert extract(whole, ".pdf").startswith("Good day")


@pytest.mark.usefixtures("started_anew")
def test_one_process_reads_file_after_file() -> None:
    whole = printed(CATALOGUE, PAGES, PAGE, stream(WORDS))
    first = extract(whole, ".pdf")
    process = pdf._reader().process
    assert "damaged" in refusal(whole[:150], ".pdf")
    assert extract(whole, ".pdf") == first
    assert pdf._reader().process is process


# --- Any bytes ---------------------------------------------------------------------------------------------


@given(
    st.sampled_from(["docx", "html"]),
    st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=12), st.integers(0, 40)), max_size=6),
)
@settings(max_examples=150)
def test_changed_files_are_read_or_refused(kind: str, changes: list[tuple[int, bytes, int]]) -> None:
    """Whatever is cut out of a file or put into it: a text without control characters, or a ReadingError."""
    data = WHOLE[kind]
    for place, put, cut in changes:
        at = place % (len(data) + 1)
        data = data[:at] + put + data[at + cut :]
    try:
        text = extract(data, f".{kind}")
    except ReadingError:
        return
    assert text.endswith("\n")
    assert not set(text) & set("\x00\r\x0b\x0c\ufeff")
    assert decode(text.encode("utf-8")) == (text, "utf-8")


@given(st.text(st.sampled_from("甲1，。 \n<>/&;") | st.characters(), max_size=200))
@settings(max_examples=100)
def test_any_text_in_a_page_is_read_or_refused(text: str) -> None:
    try:
        extract(f"<html><body>{text}</body></html>".encode("utf-8", "replace"), ".html")
    except ReadingError:
        return
