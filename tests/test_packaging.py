"""The lock files, and the package as built and installed from a wheel."""

import csv
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from jiqun import __version__
from jiqun.package.changelog import read_changelog
from licences import stated
from sample_rows import REPORT

LOCKS = (
    "requirements/build.txt",
    "requirements/lock.txt",
    "requirements/benchmarks.txt",
    "requirements/judges.txt",
    "requirements/citation-judge.txt",
    "requirements/audit.txt",
)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes_and_no_place(repository: Path, name: str) -> None:
    text = (repository / name).read_text("utf-8")
    body = "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("#"))
    entries = re.split(r"\n(?=\S)", body.strip())
    assert entries
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry
    assert not re.search(r"https?:|file:|index-url|trusted-host|find-links|^\s*#.*\s/", text, re.MULTILINE)


def test_the_lock_files_have_what_the_project_asks_for(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for lock, names in ((LOCKS[1], ("site", "test")), (LOCKS[2], ("benchmarks",))):
        locked = _locked(repository / lock)
        for requirement in [*project["dependencies"], *(one for name in names for one in extras[name])]:
            name, operator, version = re.fullmatch(
                r"([A-Za-z0-9._-]+)(==|>=)([0-9.a]+)", requirement
            ).groups()  # type: ignore[union-attr]
            found = locked[name.lower().replace("_", "-")]
            assert operator != "==" or found == version, requirement
    assert set(extras) == {"site", "dask", "test", "benchmarks"}


@pytest.mark.parametrize("name", ["build", "judges", "citation-judge", "audit"])
def test_a_lock_file_has_what_is_written_beside_it(repository: Path, name: str) -> None:
    locked = _locked(repository / "requirements" / f"{name}.txt")
    lines = (repository / "requirements" / f"{name}.in").read_text("utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            package, operator, version = re.fullmatch(
                r"([a-z-]+)(?:\[[a-z]+\])?(==|>=)?([0-9.]*)", line
            ).groups()  # type: ignore[union-attr]
            assert operator != "==" or locked[package] == version, line
            assert package in locked


def test_the_lock_files_agree(repository: Path) -> None:
    main, benchmarks = _locked(repository / LOCKS[1]), _locked(repository / LOCKS[2])
    shared = main.keys() & benchmarks.keys()
    assert {name: main[name] for name in shared} == {name: benchmarks[name] for name in shared}


def test_the_licences_of_all_packages_are_listed(repository: Path) -> None:
    """By `python tests/licences.py`; what is installed here must state what the list says."""
    with (repository / "requirements/licences.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    wanted = _locked(repository / LOCKS[0]) | _locked(repository / LOCKS[1])
    assert {row["package"]: row["version"] for row in rows} == wanted
    for row in rows:
        try:
            installed = version(row["package"])
        except PackageNotFoundError:
            continue  # a package of another system, or one that only builds others
        if installed == row["version"]:
            assert row["licence"] == stated(row["package"]) != "", row["package"]


def test_every_lock_file_is_looked_up_by_the_audit(repository: Path) -> None:
    makefile = (repository / "Makefile").read_text("utf-8")
    (names,) = re.findall(r"^LOCKS := (.+)$", makefile, re.MULTILINE)
    assert {f"requirements/{name}.txt" for name in names.split()} == {*LOCKS}


def _locked(path: Path) -> dict[str, str]:
    """Versions by package; the last where it depends on the Python."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)", path.read_text("utf-8"), re.M)
    return {name.lower().replace("_", "-"): version for name, version in found}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with what is installed."""
    repository = Path(__file__).parents[1]
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=repository,
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_code_and_data(repository: Path, wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert wheel.name == f"jiqun-{__version__}-py3-none-any.whl"
    package = repository / "scripts" / "jiqun"
    files = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {f"jiqun/{path.relative_to(package).as_posix()}" for path in files} <= names
    assert {f"jiqun/codes/{path.name}" for path in (repository / "data" / "codes").glob("*.csv")} <= names
    licences = {name.rsplit("/", 1)[1] for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "LICENSE-DATA", "NOTICE"}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that has the wheel, and the dependencies of this one by a path file."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*command, "--no-deps", "--no-index", str(wheel)], check=True)
    site = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    (Path(site) / "parent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin"


def test_the_installed_command_knows_its_version(installed: Path) -> None:
    result = subprocess.run([installed / "jiqun", "--version"], capture_output=True, text=True, check=True)
    assert result.stdout == f"jiqun {__version__}\n"


def test_the_installed_package_brings_its_code_lists(installed: Path) -> None:
    code = "import jiqun.codes as c; print(c.folder()); print(len(c.read('unit_codes')))"
    result = subprocess.run(
        [installed / "python", "-I", "-c", code], capture_output=True, text=True, check=True
    )
    folder, units = result.stdout.split()
    assert Path(folder).is_relative_to(installed.parent)
    assert int(units) > 20


def test_the_installed_command_converts(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    subprocess.run(
        [installed / "jiqun", "convert", "report.txt", "--output", "out"], cwd=tmp_path, check=True
    )
    subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json"],
        cwd=tmp_path / "out",
        check=True,
    )


def test_the_version_is_told_the_same_everywhere(repository: Path) -> None:
    citation = (repository / "CITATION.cff").read_text("utf-8")
    assert f'\nversion: "{__version__}"\n' in citation
    newest = read_changelog(repository / "CHANGELOG.md")[0]
    assert newest.version == __version__
    assert newest.day is None or f'\ndate-released: "{newest.day}"\n' in citation
