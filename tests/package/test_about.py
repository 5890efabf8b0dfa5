"""What the metadata say of a package, and how they tell programs to cite it."""

from pathlib import Path

import pytest

from jiqun.package.about import About, describe_package
from jiqun.package.citation import bibtex, citation_file
from jiqun.package.finished import read_package
from made_packages import make_package

LICENCE = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}


def about(folder: Path, base: str = "", **properties: object) -> About:
    return describe_package(read_package(make_package(folder, **properties)), base)  # type: ignore[arg-type]


def test_the_repository_s_package(repository: Path) -> None:
    found = describe_package(read_package(repository))
    assert (found.title.zh, found.title.en) == ("中国产业集群政策数据", "Chinese industrial-cluster policies")
    assert found.licence == LICENCE["path"]
    assert found.years is not None
    assert "1990" < found.years[0] < found.years[1] < "2040"
    assert ("福建省", "Fujian Province") in [(place.zh, place.en) for place in found.places]


def test_the_day_of_release_is_that_of_the_version(tmp_path: Path) -> None:
    changelog = "## 1.2.4 (2026-03-04)\n\n## 1.2.3 (2026-01-02)\n\n## 1.2.2\n"
    assert about(tmp_path / "one", changelog=changelog).released == "2026-01-02"
    assert about(tmp_path / "two", version="1.2.2", changelog=changelog).released is None
    assert about(tmp_path / "three", version="9.9.9", changelog=changelog).released is None


def test_what_is_not_said_has_a_stand_in(tmp_path: Path) -> None:
    found = about(tmp_path / "package")
    assert (found.title.zh, found.description.en, found.creators) == ("made", "made", ("anonymous",))
    assert (found.licence, found.years, found.places) == ("", None, ())


def test_a_licence_is_no_address_that_runs(tmp_path: Path) -> None:
    licence = {"name": "mine", "path": "javascript:alert(1)"}
    assert about(tmp_path / "package", licenses=[licence, LICENCE]).licence == LICENCE["path"]


@pytest.mark.parametrize("text", ["}, year = {1900", "100 % & _more_", "\\input{x}"])
def test_no_text_ends_a_field_of_bibtex_early(tmp_path: Path, text: str) -> None:
    entry = bibtex(about(tmp_path / "package", title=text, licenses=[LICENCE]))
    fields = [line.partition(" = ")[0].strip() for line in entry.splitlines()[1:-1]]
    assert fields == ["title", "author", "version", "note"]
    depth = 0
    for character in entry:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    assert depth == 0
    assert "\\input" not in entry


def test_the_citation_file_quotes_every_value(tmp_path: Path) -> None:
    text = citation_file(about(tmp_path / "package", base="https://example.org/", title='a: "b"\n- c'))
    assert '\ntitle: "a: \\"b\\"\\n- c / a: \\"b\\"\\n- c"\n' in text
    assert '\nurl: "https://example.org/"\n' in text
