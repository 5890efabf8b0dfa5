"""The manifest: read strictly, held against the files, and obeyed where it overrules the rules."""

from pathlib import Path

import pytest

from jiqun.reading import Manifest, ManifestRow, ReadingError, Source, find_documents, read_manifest
from jiqun.reading.manifest import check_files, check_hash

TEXT = (
    "推进块状经济转型升级\n近年来，我市块状经济发展较快，已形成一批特色产业。\n"
    "园区建设情况\n全市有工业园区十二个，入园企业三千多家。\n"
    "（作者系某市经贸委主任）\n某市工业立县的实践\n工业立县，产业集群是关键，园区是平台。\n"
)
SOURCE = Source("a.txt", "0" * 64, TEXT, "utf-8")


def openings(source: Source, *rows: ManifestRow) -> list[str]:
    return [document.text[:6] for document in find_documents(source, Manifest(rows))]


def row(opening: str = "", boundary: str = "", file: str = "a.txt", **cells: str) -> ManifestRow:
    return ManifestRow(file=file, opening=opening, boundary=boundary, **cells)


def test_without_rows_the_rules_decide() -> None:
    assert openings(SOURCE) == ["推进块状经济", "某市工业立县"]
    assert openings(SOURCE, row("园区建设", "manual", file="b.txt")) == ["推进块状经济", "某市工业立县"]


def test_manual_sets_a_boundary() -> None:
    assert openings(SOURCE, row("园区建设情况", "manual")) == ["推进块状经济", "园区建设情况", "某市工业立县"]


def test_manual_sets_a_boundary_inside_a_line() -> None:
    first, second, _ = find_documents(SOURCE, Manifest((row("已形成一批", "manual"),)))
    assert first.text.endswith("发展较快，")
    assert first.view.text.endswith("发展较快，")
    assert second.view.text.startswith("已形成一批特色产业。\n园区")
    assert second.view.bounds(0, 3) == (TEXT.index("已形成"), TEXT.index("已形成") + 3)


def test_join_takes_a_boundary_away() -> None:
    assert openings(SOURCE, row("某市工业立县的实践", "join")) == ["推进块状经济"]


def test_rule_expects_a_boundary_and_its_row_describes_the_document() -> None:
    rows = (row("", title="一"), row("某市工业立县的实践", "rule", document_id="practice"))
    first, second = find_documents(SOURCE, Manifest(rows))
    assert first.facts is rows[0]
    assert second.facts is rows[1]


def test_an_opening_is_looked_for_at_the_head_of_lines_first() -> None:
    text = TEXT.replace("已形成一批特色产业。", "见《某市工业立县的实践》一文。")
    source = Source("a.txt", "0" * 64, text, "utf-8")
    assert openings(source, row("某市工业立县的实践", "rule")) == ["推进块状经济", "某市工业立县"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ((row("没有的话", "manual"),), "'没有的话' is not in the text"),
        ((row("园区建设情况", "rule"),), "the rules find none there"),
        ((row(), row("推进块状经济")), "two rows of the manifest describe"),
    ],
)
def test_a_manifest_that_does_not_fit_the_text(rows: tuple[ManifestRow, ...], reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as caught:
        find_documents(SOURCE, Manifest(rows))
    assert caught.value.path == "a.txt"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "has no header row"),
        ("file,colour\na.txt,red\n", "'colour'"),
        ("sha256\nabc\n", "expected file"),
        ("file,title\na.txt\n", "line 2 has not as many cells"),
        ("file,title\na.txt,x,y\n", "line 2 has not as many cells"),
        ('file,title\na.txt,"x\ny"\n../b.txt,z\n', "line 4 names the file"),
        ("file,boundary\na.txt,perhaps\n", "has boundary 'perhaps'"),
        ("file,boundary\na.txt,manual\n", "no opening"),
        ('file,title\na.txt,"x\n', "cannot be read as CSV"),
    ],
)
def test_a_manifest_that_is_none(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadingError, match=reason) as caught:
        read_manifest(path)
    assert str(caught.value).startswith(str(path))


def test_a_manifest_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    path.write_bytes("file,title\na.txt,产业集群\n".encode("gb18030"))
    with pytest.raises(ReadingError, match="cannot be read as CSV in UTF-8"):
        read_manifest(path)


def test_a_manifest_as_a_spreadsheet_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    path.write_bytes("\ufefffile,title,opening\r\na.txt, 标题 , 开头\r\nb.txt,,\r\n".encode())
    manifest = read_manifest(path)
    assert manifest.files() == ["a.txt", "b.txt"]
    assert manifest.rows_for("a.txt") == [ManifestRow(file="a.txt", title="标题", opening=" 开头")]
    assert manifest.rows_for("c.txt") == []


def test_files_and_hashes_are_checked(tmp_path: Path) -> None:
    manifest = Manifest((row(sha256="AB" * 32), row("x", sha256="ab" * 32)))
    check_files(manifest, tmp_path, {"a.txt", "other.txt"}.__contains__)
    with pytest.raises(ReadingError, match=r"a\.txt: is named by manifest\.csv but is not there"):
        check_files(manifest, tmp_path, {"other.txt"}.__contains__)
    check_hash(manifest, "a.txt", tmp_path / "a.txt", "ab" * 32)
    check_hash(manifest, "other.txt", tmp_path / "other.txt", "00" * 32)
    with pytest.raises(ReadingError, match=r"a\.txt: has sha256 cd"):
        check_hash(manifest, "a.txt", tmp_path / "a.txt", "cd" * 32)
    second_differs = Manifest((row(sha256="cd" * 32), row("x", sha256="ab" * 32)))
    with pytest.raises(ReadingError, match=r"manifest\.csv says ab"):
        check_hash(second_differs, "a.txt", tmp_path / "a.txt", "cd" * 32)
