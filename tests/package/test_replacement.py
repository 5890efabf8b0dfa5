"""Aside, then replace: good output is never destroyed."""

from pathlib import Path

import pytest

from jiqun.package import Replacement


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
