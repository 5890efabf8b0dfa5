"""The code on the page about use, run as a reader would: in the folder of the unpacked package."""

import re
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

_DOCS = Path(__file__).parents[2] / "docs"
LANGUAGES = ("zh", "en")


def snippets(language: str, kind: str) -> list[str]:
    text = (_DOCS / language / "about" / "use.md").read_text("utf-8")
    found = re.findall(rf"^```{kind}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert found
    return found


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    archive = next((site / "downloads").glob("*.zip"))
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder)
    return folder / archive.stem


@pytest.mark.parametrize("language", LANGUAGES)
def test_python_snippets_run(unpacked: Path, language: str) -> None:
    for code in snippets(language, "python"):
        subprocess.run([sys.executable, "-c", code], cwd=unpacked, check=True, capture_output=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_snippet_finds_passages(site: Path, language: str) -> None:
    code = next(code for code in snippets(language, "sql") if "passages" in code)
    database = sqlite3.connect(next((site / "downloads").glob("*.sqlite")))
    found = database.execute(code).fetchall()
    database.close()
    assert ("clusters", "plan-c1", "“纺织”产业集群") in found


def test_both_languages_have_the_same_snippets() -> None:
    for kind in ("python", "r", "sql"):
        assert snippets("zh", kind) == snippets("en", kind)
