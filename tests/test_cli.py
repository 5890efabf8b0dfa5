"""The command line: what it offers, how it fails, and that the documents speak only of what is there."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import jiqun.convert
from jiqun import __version__
from jiqun.cli import _COMMANDS, main

DOCUMENTS = ("README.md", "CONTRIBUTING.md")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, env={**os.environ, **environment}, check=False
    )


def help_of(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", _COMMANDS)
def test_each_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert help_of(command, capsys).startswith(f"usage: jiqun {command}")


def test_the_general_help_lists_all_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    assert all(command in text and purpose in text for command, purpose in _COMMANDS.items())


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"jiqun {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["revert"],
        ["explain"],
        ["score"],
        ["diff", "one"],
        ["convert", "--workers", "0"],
        ["convert", "--workers", "many"],
        ["convert", "--scheduler", "tcp://nowhere:1"],
        ["diff", "one", "two", "--limit", "-1"],
        *([command, "--speed"] for command in _COMMANDS),
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 1, never 2, which says that the work was done with warnings or in part."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    prog = "jiqun " + arguments[0] if arguments and arguments[0] in _COMMANDS else "jiqun"
    usage, *_, error = captured.err.splitlines()
    assert usage.startswith(f"usage: {prog} ")
    assert error.startswith(f"{prog}: error: ")
    assert "invalid _" not in error, "no name of a function"


def test_a_wrong_number_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["convert", "--workers", "1.5"])
    assert "argument --workers: '1.5' is not a number from 1" in capsys.readouterr().err


@pytest.mark.parametrize("script", ["convert", "validate", "publish"])
def test_scripts_are_the_commands(repository: Path, script: str) -> None:
    """Also where nothing of the package is installed and Python does not look at the script's folder."""
    result = run("-I", str(repository / "scripts" / f"{script}.py"), "--help")
    assert result.returncode == 0, result.stderr.decode()
    assert result.stdout.decode().startswith(f"usage: jiqun {script}")


def test_module_is_the_command(repository: Path) -> None:
    result = run("-m", "jiqun", "--version", PYTHONPATH=str(repository / "scripts"))
    assert result.stdout.decode() == f"jiqun {__version__}\n"


def test_a_message_in_chinese_on_a_terminal_without_it(repository: Path) -> None:
    """Escapes, not a traceback."""
    result = run(
        str(repository / "scripts" / "convert.py"),
        "没有.txt",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        PYTHONIOENCODING="ascii",
    )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith(b"jiqun convert: error: ")


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (KeyboardInterrupt(), 130, "jiqun convert: interrupted"),
        (
            OSError(28, "No space left on device"),
            1,
            "jiqun convert: error: [Errno 28] No space left on device",
        ),
    ],
)
def test_failures_from_outside_are_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    line: str,
) -> None:
    def fail(*arguments: object) -> None:
        raise error

    monkeypatch.setattr(jiqun.convert, "convert", fail)
    assert main(["convert", "x"]) == code
    assert capsys.readouterr().err == line + "\n"


@pytest.fixture
def valid_package(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_text("a\n1\n")
    path = tmp_path / "datapackage.json"
    path.write_text('{"resources": [{"name": "a", "path": "a.csv"}]}')
    return path


def judge(repository: Path, package: Path, redirection: str) -> subprocess.CompletedProcess[bytes]:
    """`jiqun validate` with its streams as a shell redirects them, and buffered as they usually are."""
    command = [sys.executable, str(repository / "scripts" / "validate.py"), str(package)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        ["bash", "-c", f"{shlex.join(command)} {redirection}"],
        capture_output=True,
        env=environment,
        check=False,
    )


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_no_verdict(repository: Path, valid_package: Path, closed: str) -> None:
    done = judge(repository, valid_package, closed)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"valid") == (">&-" not in closed.split())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_report_that_cannot_be_written_is_one_line_and_no_verdict(
    repository: Path, valid_package: Path
) -> None:
    done = judge(repository, valid_package, ">/dev/full")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(b"jiqun validate: error: ")


def test_a_reader_that_has_gone_is_no_matter_for_words(repository: Path, valid_package: Path) -> None:
    done = judge(repository, valid_package, "| (exec <&-; sleep 3); exit ${PIPESTATUS[0]}")
    assert (done.returncode, done.stderr) == (1, b"")


def test_wrong_usage_of_validate_does_not_look_like_warnings_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Its code 2 says that the package is valid: hooks and actions let it pass."""
    with pytest.raises(SystemExit) as stopped:
        main(["validate", "--speed"])
    assert stopped.value.code == 1
    assert capsys.readouterr().err.startswith("usage: jiqun validate")


def test_judging_loads_nothing_of_the_conversion(repository: Path, valid_package: Path) -> None:
    """It would take a fifth of the time that a small package takes."""
    code = (
        f"import sys; sys.path.insert(0, {str(repository / 'scripts')!r}); from jiqun.cli import main; "
        f"main(['validate', {str(valid_package)!r}]); "
        "print([name for name in sys.modules if name.startswith(('jiqun.reading', 'jiqun.tables'))])"
    )
    done = run("-c", code)
    assert done.stdout.decode().splitlines()[-1] == "[]", done.stderr.decode()


def test_publish_hands_over_to_the_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls: list[tuple[Path, Path]] = []
    site = ModuleType("jiqun.site")
    site.publish = lambda *arguments: calls.append(arguments)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "jiqun.site", site)
    assert main(["publish", "--package", str(tmp_path), "--output", str(tmp_path / "out")]) == 0
    assert main(["publish", "--package", str(tmp_path)]) == 0
    assert calls == [(tmp_path, tmp_path / "out"), (tmp_path, tmp_path / "site")]


def test_publish_without_its_extra_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "jiqun.site", None)
    assert main(["publish", "--package", str(tmp_path)]) == 1
    assert "jiqun[site]" in capsys.readouterr().err


# --- What the documents say --------------------------------------------------------------------------------


def commands_of(repository: Path, document: str) -> list[list[str]]:
    blocks = re.findall(r"```sh\n(.*?)```", (repository / document).read_text("utf-8"), re.DOTALL)
    return [shlex.split(line) for block in blocks for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_in_the_documents_exist(
    repository: Path, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = commands_of(repository, document)
    assert commands
    makefile = (repository / "Makefile").read_text("utf-8")
    for program, *arguments in commands:
        if program == "make":
            assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in arguments)
        elif program == ".venv/bin/jiqun":
            text = help_of(arguments[0], capsys)
            assert all(option in text for option in arguments if option.startswith("--"))
        elif program == "export":
            assert arguments[0].partition("=")[0] in (repository / "mkdocs.yml").read_text("utf-8")
        elif program.startswith(".ci/"):
            assert os.access(repository / program, os.X_OK)
        else:
            assert [program, *arguments] == [".venv/bin/frictionless", "validate", "datapackage.json"]


def test_every_command_and_option_is_in_the_readme(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (repository / "README.md").read_text("utf-8")
    chinese, english = readme.split('<a id="english"></a>')
    for command in _COMMANDS:
        for part in (chinese, english):
            assert f"jiqun {command}" in part
    for command in ("convert", "publish"):
        for option in re.findall(r"^  (--[a-z]+)", help_of(command, capsys), re.MULTILINE):
            assert option in readme


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_between_files_lead_somewhere(repository: Path, document: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", (repository / document).read_text("utf-8")):
        assert (repository / link).exists(), link
