"""The same sources give the same bytes: on every run, in every checkout, under every locale."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENTS = [
    {"LC_ALL": "C.utf8", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "POSIX", "PYTHONHASHSEED": "random", "TZ": "Asia/Shanghai"},
]


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def convert(script: Path, *arguments: str, cwd: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, str(script), *arguments]
    result = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def checkout(repository: Path, folder: Path) -> Path:
    """Another checkout: the scripts, the code lists and what people supply, no derived file."""
    skip = shutil.ignore_patterns("__pycache__")
    for name in ("scripts", "data/codes", "data/sources", "data/curation"):
        shutil.copytree(repository / name, folder / name, ignore=skip)
    return folder


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as one run makes it."""
    repository = Path(__file__).parents[1]
    folder = tmp_path_factory.mktemp("first") / "out"
    arguments = (str(repository / "data" / "sources"), "--output", str(folder))
    convert(repository / "scripts" / "convert.py", *arguments, cwd=repository, environment=ENVIRONMENTS[0])
    return folder


@pytest.mark.parametrize("environment", ENVIRONMENTS[1:], ids=["C", "POSIX"])
def test_another_checkout_under_another_locale_gives_the_same(
    repository: Path, package: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    other = checkout(repository, tmp_path / "别处")
    convert(other / "scripts" / "convert.py", cwd=tmp_path, environment=environment)
    skip = ("scripts/",)
    made = {name: data for name, data in files_of(other).items() if not name.startswith(skip)}
    made.pop("data/curation/README.md")
    assert made == files_of(package)


def test_the_committed_package_is_what_its_sources_give(repository: Path, package: Path) -> None:
    for name, data in files_of(package).items():
        assert (repository / name).read_bytes() == data, f"{name}: run `make convert` and commit"


def test_nothing_of_the_clock_or_the_machine_is_in_the_descriptor(package: Path) -> None:
    text = (package / "datapackage.json").read_text("utf-8")
    assert '"created"' not in text
    assert str(package.parent) not in text
    assert str(Path.home()) not in text
