"""The GitHub Action and the pre-commit hook, as far as they run here: their commands, with the validator of
this tree."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
FIELDS = [{"name": "a", "type": "integer"}]
VALID, WARNING, ERROR = "a\n1\n", "a\n１\n", "a\nx\n"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a command where `jiqun` is the command line of this tree."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "jiqun"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(REPOSITORY / 'scripts')!r})\n"
        "from jiqun.checks.cli import run\n"
        "assert sys.argv[1] == 'validate'\nsys.exit(run(sys.argv[2:]))\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def call(
        command: list[str], folder_of_package: Path, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"} | variables
        return subprocess.run(
            command, cwd=folder_of_package, env=environment, capture_output=True, text=True, check=False
        )

    return call


def action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize(
    ("data", "fail_on_warnings", "code", "annotation"),
    [
        (VALID, "false", 0, ""),
        (WARNING, "false", 0, "::warning file=data/one.csv,"),
        (WARNING, "true", 2, "::warning file=data/one.csv,"),
        (ERROR, "false", 1, "::error file=data/one.csv,"),
    ],
)
def test_the_action_annotates_and_fails_as_it_should(
    table: Callable[..., Path],
    run: Callable[..., subprocess.CompletedProcess[str]],
    data: str,
    fail_on_warnings: str,
    code: int,
    annotation: str,
) -> None:
    script = action()["runs"]["steps"][-1]["run"]
    folder = table(data, FIELDS).parent
    done = run(
        ["bash", "-e", "-c", script], folder, PACKAGE="datapackage.json", FAIL_ON_WARNINGS=fail_on_warnings
    )
    assert done.returncode == code, done.stderr
    assert annotation in done.stdout
    assert bool(done.stdout) == bool(annotation)


def test_the_action_hands_inputs_over_as_variables_only() -> None:
    # An input that is pasted into a script could run as a command.
    assert all("${{" not in step.get("run", "") for step in action()["runs"]["steps"])


@pytest.mark.parametrize(("data", "code"), [(VALID, 0), (WARNING, 0), (ERROR, 1)])
def test_the_hook_lets_warnings_pass(
    table: Callable[..., Path], run: Callable[..., subprocess.CompletedProcess[str]], data: str, code: int
) -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    command = shlex.split(hooks[0]["entry"])
    folder = table(data, FIELDS).parent
    assert run(command, folder).returncode == code
    assert run([*command, "none.json"], folder).returncode == 1
