"""`jiqun explain`: cells, sections and the marked passage."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from jiqun.cli import main
from jiqun.convert import convert
from jiqun.curation import ConversionError
from jiqun.explain import PLAIN_MARK, TERMINAL_MARK, explain
from jiqun.package import write_table
from jiqun.tables import TABLES_BY_NAME, Document, Issue, Section, Target
from sample_rows import PLAN

HEAD = "青石县规划\r\n一、目标\r\n（一）产值\r\n"
# U+009B steers some terminals as ESC [ does.
TEXT = HEAD + "甲" * 300 + "达到５\r\n０亿元\x9b2J。" + "乙" * 300 + "\r\n"


def row_ids(package: Path) -> dict[str, str]:
    lines = (package / "data" / "targets.csv").read_text("utf-8").splitlines()
    return {line.split(",")[5]: line.split(",")[0] for line in lines[1:]}


@pytest.fixture
def package(tmp_path: Path, plain_extraction: None) -> Path:
    """The sample plan, converted."""
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    convert([tmp_path / "plan.txt"], tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def broken_number(tmp_path: Path) -> Path:
    """A package with nested sections and a target in the middle of a long line, its number broken by a line
    end."""
    (tmp_path / "data" / "sources").mkdir(parents=True)
    (tmp_path / "data" / "sources" / "a.txt").write_bytes(TEXT.encode())
    whole = {"document_id": "a", "start": 0, "end": len(TEXT)}
    document = Document(
        **whole,
        title="青石县规划",
        title_basis="printed",
        document_type="policy",
        source_file="a.txt",
        source_encoding="utf-8",
        sha256="0" * 64,
        characters=len(TEXT),
        rights="公有领域",
    )
    first, second = TEXT.index("一、"), TEXT.index("（一）")
    plan = Section(**whole, section_id="a-s0", level=0, heading="青石县规划")
    goals = replace(
        plan, start=first, section_id="a-s7", parent_id="a-s0", level=1, ordinal_text="一、", heading="目标"
    )
    output = replace(
        goals,
        start=second,
        section_id="a-s13",
        parent_id="a-s7",
        level=2,
        ordinal_text="（一）",
        heading="产值",
    )
    start, end = TEXT.index("达到"), TEXT.index("亿元") + 2
    target = Target(
        **{**whole, "start": start, "end": end},
        target_id="a-t1",
        section_id="a-s13",
        quote=TEXT[start:end],
        mention_id="a-m1",
        indicator="gross_output",
        indicator_text="产值",
        statistic="level",
        operator="eq",
        value=Decimal(5_000_000_000),
        unit="CNY",
        value_text="５\r\n０亿元",
        period_status="unknown",
        modality="goal",
        origin="rule",
    )
    issue = Issue(
        issue_id="a-i0", document_id="a", kind="missing_date", message="没有日期", resolution="留空"
    )
    rows = {
        "documents": [document],
        "sections": [plan, goals, output],
        "targets": [target],
        "issues": [issue],
    }
    for table in TABLES_BY_NAME.values():
        if not table.is_code_list:
            write_table(table, rows.get(table.name, []), tmp_path)  # type: ignore[arg-type]
    return tmp_path


def test_the_whole_output(broken_number: Path) -> None:
    assert explain("a-t1", broken_number, PLAIN_MARK) == (
        "targets  a-t1\n\n"
        "  target_id       a-t1\n"
        "  document_id     a\n"
        "  section_id      a-s13\n"
        "  start           320\n"
        "  end             328\n"
        "  quote           达到５⏎０亿元\n"
        "  mention_id      a-m1\n"
        "  indicator       gross_output\n"
        "  indicator_text  产值\n"
        "  statistic       level\n"
        "  operator        eq\n"
        "  value           5000000000\n"
        "  unit            CNY\n"
        "  value_text      ５⏎０亿元\n"
        "  period_status   unknown\n"
        "  modality        goal\n"
        "  origin          rule\n\n"
        "a.txt: 青石县规划\n"
        "  一、目标\n"
        "    （一）产值\n\n"
        f"…{'甲' * 200}【达到５\n０亿元】2J。{'乙' * 196}…"
    )


def test_a_terminal_gets_the_span_in_reverse_and_nothing_from_the_source(broken_number: Path) -> None:
    text = explain("a-t1", broken_number, TERMINAL_MARK)
    assert "\x1b[7m达到５\n０亿元\x1b[0m" in text
    assert text.count("\x1b") == 2
    assert "\x9b" not in text


def test_a_row_about_the_whole_document(broken_number: Path) -> None:
    assert explain("a-i0", broken_number, PLAIN_MARK).endswith("\n(about the whole document)")


def test_a_document_is_explained_too(broken_number: Path) -> None:
    assert explain("a", broken_number, PLAIN_MARK).startswith("documents  a\n")


def test_the_command_marks_the_passage(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row_id = row_ids(package)["产值达到20亿元"]
    assert main(["explain", row_id, "--package", str(package)]) == 0
    output = capsys.readouterr().out
    assert "全县工业总产值达到50亿元，“园区”【产值达到20亿元】。" in output


@pytest.mark.parametrize(("row_id", "reason"), [("a-t9", "has no row 'a-t9'"), ("", "has no row ''")])
def test_an_unknown_row(
    broken_number: Path, capsys: pytest.CaptureFixture[str], row_id: str, reason: str
) -> None:
    assert main(["explain", row_id, "--package", str(broken_number)]) == 1
    assert reason in capsys.readouterr().err


def test_a_folder_that_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match="is no package"):
        explain("a-t1", tmp_path, PLAIN_MARK)


def test_a_package_whose_source_is_gone(broken_number: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (broken_number / "data" / "sources" / "a.txt").unlink()
    assert main(["explain", "a-t1", "--package", str(broken_number)]) == 1
    assert "a.txt" in capsys.readouterr().err


def test_a_source_outside_the_package_is_not_shown(tmp_path: Path, broken_number: Path) -> None:
    (broken_number.parent / "secret.txt").write_text(TEXT, encoding="utf-8")
    path = broken_number / "data" / "documents.csv"
    path.write_text(path.read_text("utf-8").replace("a.txt", "../../../secret.txt"), encoding="utf-8")
    with pytest.raises(ConversionError, match="outside it"):
        explain("a-t1", broken_number, PLAIN_MARK)
