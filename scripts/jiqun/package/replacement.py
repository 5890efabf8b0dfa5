"""Aside, then replace: a package is written beside its place and put there only when it is whole.

All that is written lies in the folder `.jiqun-work` of the package until it is whole. Then a journal says
which files are to be put where, and from that moment the new package counts: whoever finds the journal of a
program that was killed finishes what it began.
"""

import filecmp
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from jiqun import WORK

try:
    import fcntl
except ImportError:  # not there on Windows, where two conversions into one folder are not told apart
    fcntl = None  # type: ignore[assignment]

_WASTE = ".jiqun-waste"
_JOURNAL = "journal"


class InUseError(OSError):
    """A folder that another conversion is writing to."""


class Replacement:
    """A folder to write a package into, and putting its files in place of a package's older ones.

    Use as a context manager: `folder` is empty and lies on the file system of `target`; `commit` moves what
    it holds to `target`. Whatever happens before or during the commit, the files of `target` end as they were
    or all as they are to be. `work` is for what is made on the way: it is gone afterwards, unless `keep` is
    set and an interruption or the system ended the writing; with `resume` it is found again. Raises
    InUseError when another conversion writes to the target.
    """

    def __init__(self, target: Path, *, resume: bool = False) -> None:
        self.target = target
        self.keep = False
        self._resume = resume
        self._made: list[Path] = []

    def __enter__(self) -> "Replacement":
        for folder in reversed([self.target, *self.target.parents]):
            if not folder.exists():
                folder.mkdir()
                self._made.append(folder)
        self._lock = _lock(self.target)
        try:
            _finish(self.target)
            self.work = self.target / WORK
            self.folder = self.work / "new"
            if not self._resume:
                _remove(self.work)
            shutil.rmtree(self.folder, ignore_errors=True)
            shutil.rmtree(self.target / _WASTE, ignore_errors=True)
            self.folder.mkdir(parents=True)
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        interrupted = kind is not None and issubclass(kind, (KeyboardInterrupt, OSError))
        if not (self.keep and interrupted):
            _remove(self.work)
        self._leave(failed=kind is not None)

    def _leave(self, failed: bool = True) -> None:
        """Remove the folders made here if nothing else has come to lie in them, and let others write."""
        for folder in reversed(self._made if failed else []):
            try:
                folder.rmdir()
            except OSError:
                break
        os.close(self._lock)

    def commit(self, obsolete: Iterable[str]) -> None:
        """Move the files of `folder` to their places in `target`, and remove the `obsolete` ones from there.

        `obsolete` holds posix paths relative to `target`. A file that is the same already is not touched.
        Raises OSError, with all files as before, when a file cannot be moved.
        """
        journal = self.work / _JOURNAL
        begun = self.work / "journal.begun"
        with begun.open("w", encoding="ascii") as stream:
            for name in sorted(obsolete):
                stream.write(json.dumps(["drop", name]) + "\n")
            for name in _names(self.folder):
                if not _is_equal(self.folder / name, self.target / name):
                    stream.write(json.dumps(["put", name]) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        begun.replace(journal)
        try:
            _replace(self.target)
        except BaseException:
            _put_back(self.target)
            journal.unlink()
            raise


def finish_interrupted(target: Path) -> None:
    """Finish what a program that was killed while it put a package in place had begun.

    Does nothing where there is nothing to finish, or while a conversion is at work.
    """
    if not (target / WORK / _JOURNAL).is_file():
        return
    try:
        lock = _lock(target)
    except InUseError:
        return
    try:
        _finish(target)
    finally:
        os.close(lock)


def _lock(target: Path) -> int:
    """Keep others from writing to a folder, until the descriptor returned is closed or the program ends."""
    descriptor = os.open(target, os.O_RDONLY) if fcntl else os.open(os.devnull, os.O_RDONLY)
    if fcntl:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise InUseError(
                f"{target}: another conversion is writing to this folder (wait for it, or name another)"
            ) from None
        except OSError:
            pass  # a file system without locks
    return descriptor


def _finish(target: Path) -> None:
    """Do what the journal says, and tidy up. The one who calls holds the lock."""
    if (target / WORK / _JOURNAL).is_file():
        _refuse_foreign_places(target)
        _replace(target)
        _remove(target / WORK)


def _remove(work: Path) -> None:
    """Remove a folder of work. It loses its name first, so that nobody takes half of it for the whole."""
    waste = work.with_name(_WASTE)
    shutil.rmtree(waste, ignore_errors=True)
    with suppress(OSError):
        work.rename(waste)
    shutil.rmtree(waste, ignore_errors=True)


def _refuse_foreign_places(target: Path) -> None:
    """A package from elsewhere may come with a journal: it must move nothing to or from other places."""
    inside, work = target.resolve(), target.resolve() / WORK
    folders = ((target, inside), (target / WORK / "new", work), (target / WORK / "old", work))
    for _, name in _entries(target):
        for folder, limit in folders:
            place = folder / name
            if ".." in place.parts or not place.parent.resolve().is_relative_to(limit):
                raise OSError(
                    f"{target / WORK}: is left of a conversion that was killed, and names {name!r}, which "
                    "lies outside the package (remove it if you do not know where it is from)"
                )


def _replace(target: Path) -> None:
    """Do what the journal says, as far as it is not yet done."""
    new, old = target / WORK / "new", target / WORK / "old"
    for action, name in _entries(target):
        place = target / name
        if action == "drop" or (new / name).exists():
            if place.is_file() or place.is_symlink():
                _move(place, old / name)
            if action == "put":
                _move(new / name, place)
            else:
                _remove_empty(place.parent, target)


def _put_back(target: Path) -> None:
    """Undo what was done of the journal."""
    new, old = target / WORK / "new", target / WORK / "old"
    for action, name in _entries(target):
        place = target / name
        if action == "put" and not (new / name).exists() and place.exists():
            _move(place, new / name)
        if (old / name).exists() or (old / name).is_symlink():
            _move(old / name, place)


def _entries(target: Path) -> Iterator[tuple[str, str]]:
    with (target / WORK / _JOURNAL).open(encoding="ascii") as stream:
        for line in stream:
            action, name = json.loads(line)
            yield action, name


def _names(folder: Path) -> Iterator[str]:
    """Paths of the files below a folder, relative to it; the descriptor, which lies in the folder itself,
    comes last."""
    for place, _, files in os.walk(folder, topdown=False):
        for name in sorted(files):
            yield (Path(place) / name).relative_to(folder).as_posix()


def _remove_empty(folder: Path, target: Path) -> None:
    """Remove a folder and those around it, up to the target, as far as nothing is in them."""
    with suppress(OSError):
        while folder != target:
            folder.rmdir()
            folder = folder.parent


def _is_equal(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _move(source: Path, destination: Path) -> None:
    destination.parent.mkdir(parents=True, exist_ok=True)
    source.replace(destination)
