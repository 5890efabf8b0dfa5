"""Faults of the machine: the converter killed, the disk full, the folder not to be written to."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import kills
from jiqun import WORK
from jiqun.cli import main
from jiqun.convert import convert
from kills import documents, state


@pytest.mark.usefixtures("plain_extraction")
def test_the_package_is_whole_after_a_kill(tmp_path: Path) -> None:
    """A handful; `python tests/kills.py` makes two hundred."""
    kills.run(tmp_path, kills=3, seed=7)


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.usefixtures("plain_extraction")
def test_a_full_disk(mounted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was there stays; what was made on the way is kept for --resume, once there is room."""
    out = mounted / "out"
    convert([documents(tmp_path / "a", 1)], out)
    before = state(out)
    filler = mounted / "filler"
    filler.write_bytes(b"x" * 1_900_000)
    newer = documents(tmp_path / "b", 2)
    arguments = ["convert", str(newer), "--output", str(out)]
    assert main(arguments) == 1
    note, line = capsys.readouterr().err.splitlines()
    assert "No space left on device" in line and str(out) in line
    assert "--resume" in note
    assert state(out) == before
    assert (out / WORK).exists()
    filler.unlink()
    assert main([*arguments, "--resume"]) == 0
    assert state(out) != before
    assert not (out / WORK).exists()


@pytest.mark.usefixtures("plain_extraction")
def test_a_folder_that_is_read_only(
    mounted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = mounted / "out"
    convert([documents(tmp_path / "a", 1)], out)
    before = state(out)
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
    assert main(["convert", str(documents(tmp_path / "b", 2)), "--output", str(out)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "Read-only file system" in line and str(out) in line
    assert state(out) == before
    assert main(["validate", str(out)]) in (0, 2)
