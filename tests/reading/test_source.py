"""Bytes to text: every encoding that Chinese documents come in, and a clear word about what is none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from jiqun.reading import ReadingError, Source, Span, decode, read_source

TEXT = (
    "关于加快产业集群发展的意见\n为推动我省产业集群加快发展，现提出如下意见。\n到2015年，产值达到１２０亿元，"
    "年均增长15％；规模以上企业达到300家。\n"
)
# Characters that GBK holds and GB2312 does not, and that GB18030 holds and GBK does not.
BEYOND_GB2312 = "朱镕基、喆、堃、㎡。"
BEYOND_GBK = "㑇䶮𬬭。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode("utf-8"), "utf-8-sig"),
        (TEXT.encode("gb2312"), "gb18030"),
        ((TEXT + BEYOND_GB2312.replace("㎡", "")).encode("gbk"), "gb18030"),
        ((TEXT + BEYOND_GBK).encode("gb18030"), "gb18030"),
        (("\ufeff" + TEXT + BEYOND_GBK).encode("gb18030"), "gb18030"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"Industrial clusters, 2015\n", "utf-8"),
        ("产业集群".encode(), "utf-8"),
        ("集群发展".encode("gb2312"), "gb18030"),
        (TEXT.replace("\n", "\r\n").encode("gb2312"), "gb18030"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    text, found = decode(data)
    assert found == encoding
    codec = "utf-8-sig" if encoding == "utf-8-sig" else encoding
    assert text == data.decode(codec).removeprefix("\ufeff")


def test_what_claims_to_be_gb2312_may_hold_more() -> None:
    page = '<meta charset="gb2312">' + TEXT + "朱镕基考察产业集群。"
    assert decode(page.encode("gbk")) == (page, "gb18030")


def test_line_ends_are_untouched() -> None:
    assert decode("产业\r\n集群\r发展\n".encode())[0] == "产业\r\n集群\r发展\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty: it holds blanks only"),
        ("\u3000\u200b\n".encode(), "is empty: it holds blanks only"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is binary"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", "is binary"),
        (b"%PDF-1.4\n\x01\x02\x03 plain", "is binary"),
        (TEXT.encode()[:-5], "breaks off in the middle of a UTF-8 character at its end"),
        (b"\xef\xbb\xbf" + TEXT.encode()[:-5], "breaks off in the middle of a UTF-8 character at its end"),
        (TEXT.encode("gb2312")[:-2], "breaks off in the middle of a GB18030 character at its end"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "breaks off in the middle of a UTF-16-LE character"),
        (TEXT.encode("utf-16-be")[:-1], "breaks off in the middle of a utf-16-be character"),
        (TEXT.encode() + b"\xff\xfe\xff" + TEXT.encode(), f"up to byte {len(TEXT.encode())} (line 4)"),
        (TEXT.encode("gb2312") + b"\xff\xff" + TEXT.encode("gb2312"), "reads as GB18030 up to byte"),
        (TEXT.encode() + b"\x07", f"holds the control character U+0007 in line {TEXT.count(chr(10)) + 1}"),
        (b"\xef\xbb\xbf\x13" + TEXT.encode(), "holds the control character U+0013 in line 1"),
        (TEXT.encode("gb2312") + b"\x07", "holds the control character U+0007 in line"),
        (TEXT.encode() + b"\x00", "is binary"),
        (TEXT.encode("utf-32"), "is binary"),
        (bytes(range(0xA1, 0xFF)) * 9, "is in no encoding known here"),
        ("產業聚落發展計畫與園區建設推動要點".encode("big5"), "is in no encoding known here"),
        ("Développement économique régional à l’œuvre".encode("cp1252"), "is in no encoding known here"),
        ("産業クラスターの発展について。".encode("shift_jis"), "is in no encoding known here"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(ReadingError) as caught:
        decode(data, "sources/a.txt")
    assert reason in str(caught.value)
    assert str(caught.value).startswith("sources/a.txt: ")
    assert caught.value.hint


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"gone\.txt: no such file"):
        read_source(tmp_path / "gone.txt")
    with pytest.raises(ReadingError, match="is a folder"):
        read_source(tmp_path)


def test_a_source_knows_its_name_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    source = read_source(path, "2009/a.txt")
    assert (source.name, source.text, source.encoding) == ("2009/a.txt", "abc", "utf-8")
    # FIPS 180-4's own example for SHA-256.
    assert source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert read_source(path).name == "a.txt"
    assert source.span(1, 3).quote == "bc"
    assert source.span(1, 3) == Span(source, 1, 3)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except ReadingError:
        return
    assert text.strip()
    assert data.decode(encoding).removeprefix("\ufeff") == text.removeprefix("\ufeff")


@given(strategies.filled_texts, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_comes_back_from_unicode(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    try:
        found, _ = decode(data)
    except ReadingError as error:
        assert "binary" in error.reason or "empty" in error.reason
    else:
        assert found == text.removeprefix("\ufeff") or encoding != "utf-8"


@given(st.integers(0, len(TEXT)), st.sampled_from(["gb2312", "utf-8", "utf-16-le", "utf-16-be"]))
def test_chinese_prose_of_any_length_comes_back(length: int, encoding: str) -> None:
    text = TEXT[: max(length, 40)]
    assert decode(text.encode(encoding))[0] == text


def test_a_source_is_a_value_of_its_own() -> None:
    source = Source("a.txt", "0" * 64, "产业集群", "utf-8")
    with pytest.raises(AttributeError):
        source.text = "x"  # type: ignore[misc]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le"])
def test_traditional_characters_are_chinese(encoding: str) -> None:
    text = "關於發展產業集羣的意見，縣經濟和信息化局負責園區建設、發展規劃與專項資金。\n" * 3
    assert decode(text.encode(encoding)) == (text, encoding)


def test_big5_is_no_gb18030() -> None:
    with pytest.raises(ReadingError, match="in no encoding known here"):
        decode(("關於發展產業集群的意見，縣經濟和信息化局負責園區建設。\n" * 3).encode("big5"))
