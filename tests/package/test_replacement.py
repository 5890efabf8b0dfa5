"""Aside, then replace: good output is never destroyed."""

import json
import os
import signal
from pathlib import Path

import pytest

from jiqun import WORK
from jiqun.package import Replacement, finish_interrupted


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()
    }


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_files_are_put_in_place_and_obsolete_ones_removed(tmp_path: Path) -> None:
    write(tmp_path, data__a="old", data__b="old", data__mine="mine")
    with Replacement(tmp_path) as aside:
        write(aside.folder, data__a="new", data__sub__c="new")
        assert contents(tmp_path)["data/a"] == "old"
        aside.commit(obsolete={"data/b"})
    assert contents(tmp_path) == {"data/a": "new", "data/sub/c": "new", "data/mine": "mine"}
    assert list(tmp_path.iterdir()) == [tmp_path / "data"]


def test_a_file_that_is_the_same_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path, a="same", b="old")
    (tmp_path / "a").chmod(0o400)
    before = (tmp_path / "a").stat()
    with Replacement(tmp_path) as aside:
        write(aside.folder, a="same", b="new")
        aside.commit(obsolete=set())
    after = (tmp_path / "a").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert contents(tmp_path) == {"a": "same", "b": "new"}


def test_a_failure_before_the_commit_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, a="old")
    with pytest.raises(RuntimeError), Replacement(tmp_path) as aside:
        write(aside.folder, a="new")
        raise RuntimeError
    assert contents(tmp_path) == {"a": "old"}
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_a_failure_amid_the_commit_is_undone(tmp_path: Path) -> None:
    """`b` cannot be replaced because a folder stands there; by then `a` has been replaced already."""
    write(tmp_path, a="old", b__inside="kept", c="old", d="gone?")
    with pytest.raises(OSError, match="b"), Replacement(tmp_path) as aside:
        write(aside.folder, a="new", b="new", c="new")
        aside.commit(obsolete={"d"})
    assert contents(tmp_path) == {"a": "old", "b/inside": "kept", "c": "old", "d": "gone?"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c", "d"]


def test_a_new_target_appears_only_with_its_files(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "er"
    with pytest.raises(RuntimeError), Replacement(target) as aside:
        write(aside.folder, a="new")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    with Replacement(target) as aside:
        write(aside.folder, a="new")
        aside.commit(obsolete=set())
    assert contents(target) == {"a": "new"}


# --- Killed ------------------------------------------------------------------------------------------------

OLD = {"data/a": "old", "data/b": "old", "data/sub/c": "old", "mine": "mine"}
NEW = {"data/a": "new", "data/sub/c": "new", "data/sub/d": "new", "descriptor": "new", "mine": "mine"}


def replace_everything(target: Path) -> None:
    with Replacement(target) as aside:
        for name in NEW.keys() - {"mine"}:
            path = aside.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("new")
        aside.commit(obsolete={"data/b"})


def killed(target: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Replace in a child process that is killed before the move with this number; whether it was."""
    child = os.fork()
    if child == 0:
        plain, moves = Path.replace, [0]

        def move(self: Path, place: Path) -> Path:
            if moves[0] == step:
                os.kill(os.getpid(), signal.SIGKILL)
            moves[0] += 1
            return plain(self, place)

        Path.replace = move  # type: ignore[assignment,method-assign]
        replace_everything(target)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize("step", range(9))
def test_killed_at_any_step_the_package_is_the_old_or_the_new(
    tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first step is to put the journal in place; from there on the new package counts."""
    for name, text in OLD.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert killed(tmp_path, step, monkeypatch) == (step < 8)
    finish_interrupted(tmp_path)
    found = {name: text for name, text in contents(tmp_path).items() if not name.startswith(WORK)}
    assert found == (OLD if step == 0 else NEW)
    assert (tmp_path / WORK).exists() == (step == 0)
    replace_everything(tmp_path)
    assert contents(tmp_path) == NEW


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "link/outside"])
def test_a_journal_from_elsewhere_moves_nothing_out(tmp_path: Path, name: str) -> None:
    """A package that was received may hold anything, a journal too."""
    package = tmp_path / "package"
    (package / WORK / "new").mkdir(parents=True)
    (package / "link").symlink_to(tmp_path)
    (tmp_path / "outside").write_text("mine")
    (package / WORK / "journal").write_text(json.dumps(["drop", name]) + "\n")
    with pytest.raises(OSError, match="outside the package"):
        finish_interrupted(package)
    assert (tmp_path / "outside").read_text() == "mine"


def test_nobody_finishes_what_is_under_way(tmp_path: Path) -> None:
    with Replacement(tmp_path) as aside:
        write(aside.folder, a="new")
        (aside.work / "journal").write_text(json.dumps(["put", "a"]) + "\n")
        finish_interrupted(tmp_path)
        assert not (tmp_path / "a").exists()


def test_a_folder_is_written_by_one_at_a_time(tmp_path: Path) -> None:
    with Replacement(tmp_path), pytest.raises(OSError, match="another conversion"), Replacement(tmp_path):
        pass
    with Replacement(tmp_path):
        pass


@pytest.mark.parametrize(
    ("error", "kept"), [(KeyboardInterrupt, True), (OSError, True), (RuntimeError, False)]
)
def test_work_is_kept_for_going_on(tmp_path: Path, error: type[BaseException], kept: bool) -> None:
    with pytest.raises(error), Replacement(tmp_path / "out") as aside:
        aside.keep = True
        (aside.work / "shard").write_text("made")
        raise error
    assert (tmp_path / "out" / WORK / "shard").exists() == kept
    with Replacement(tmp_path / "out", resume=True) as aside:
        assert (aside.work / "shard").exists() == kept
