"""The code on the page about use, run as a reader would: in the folder of the unpacked package, and with the
downloads. Both pages have the same code, so one of them is run."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from judge_programs import judge

_DOCS = Path(__file__).parents[2] / "docs"
_KINDS = ("python", "r", "sql", "json", "yaml", "sh")


def snippets(kind: str, language: str = "en") -> list[str]:
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


@pytest.mark.parametrize("number", range(2))
def test_python_snippets_run(unpacked: Path, number: int) -> None:
    code = [code for code in snippets("python") if "mlcroissant" not in code][number]
    subprocess.run([sys.executable, "-c", code], cwd=unpacked, check=True, capture_output=True)


def test_the_r_snippet_runs(unpacked: Path, repository: Path) -> None:
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("Rscript is not installed")
    [code] = snippets("r")
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [program, "-e", code], cwd=repository, env=environment, capture_output=True, text=True, check=True
    )
    assert "growth" not in done.stderr
    assert re.search(r"value_added +[0-9.]+", done.stdout)


def test_the_duckdb_snippet_counts_the_measures(unpacked: Path) -> None:
    code = next(code for code in snippets("sql") if "passages" not in code)
    script = f"import duckdb, os\nos.chdir({str(unpacked)!r})\nprint(duckdb.sql({code!r}).fetchall()[0][1:])"
    assert judge("judges", "python", "-c", script).stdout == "('supply', 1)\n"


def test_the_search_snippet_finds_passages(site: Path) -> None:
    code = next(code for code in snippets("sql") if "passages" in code)
    database = sqlite3.connect(next((site / "downloads").glob("*.sqlite")))
    found = database.execute(code).fetchall()
    database.close()
    assert ("clusters", "plan-c1", "“纺织”产业集群") in found


def test_the_croissant_snippet_loads_a_table(site: Path) -> None:
    code = next(code for code in snippets("python") if "mlcroissant" in code)
    script = f"import os\nos.chdir({str(site / 'downloads')!r})\n{code}"
    said = judge("judges", "python", "-c", script)
    assert said.stdout == "产值 5000000000.0\n", said.stderr


def test_a_row_file_is_as_the_example_says(site: Path) -> None:
    [example] = map(json.loads, snippets("json"))
    row = json.loads((site / "api" / "targets" / "plan-t1.json").read_text("utf-8"))
    assert list(row) == list(example)
    assert set(example["row"]) <= set(row["row"])
    assert set(example["references"]) <= set(row["references"])
    shown = (
        json.dumps(example).replace(example["id"], "plan-t1").replace(example["row"]["document_id"], "plan")
    )
    assert json.loads(shown)["pages"] == row["pages"]
    assert json.loads(shown)["references"].items() <= row["references"].items()


def test_the_workflow_validates_a_package(unpacked: Path, tmp_path: Path) -> None:
    workflow = next(loaded for loaded in map(yaml.safe_load, snippets("yaml")) if "jobs" in loaded)
    steps = [step["run"] for step in workflow["jobs"]["validate"]["steps"] if "run" in step]
    assert steps == snippets("sh")[0].splitlines()
    folder = tmp_path / "package"
    shutil.copytree(unpacked, folder)

    def validate() -> int:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        command = ["bash", "-e", "-c", steps[-1]]
        environment: dict[str, Any] = {**os.environ, "PATH": path}
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, check=False
        ).returncode

    assert validate() == 0
    with (folder / "data" / "targets.csv").open("a", encoding="utf-8") as table:
        table.write("torn\n")
    assert validate() != 0


def test_both_languages_have_the_same_snippets() -> None:
    for kind in _KINDS[:-1]:
        assert snippets(kind, "zh") == snippets(kind)
    # Names of folders are translated.
    commands = [
        [line.split()[:2] for line in "".join(snippets("sh", one)).splitlines()] for one in ("zh", "en")
    ]
    assert commands[0] == commands[1]
