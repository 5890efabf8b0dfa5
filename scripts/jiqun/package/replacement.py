"""Aside, then replace: a package is written beside its place and put there only when it is whole."""

import filecmp
import shutil
import tempfile
from pathlib import Path
from types import TracebackType


class Replacement:
    """A folder to write a package into, and putting its files in place of a package's older ones.

    Use as a context manager: `folder` is empty and lies on the file system of `target`; `commit` moves what
    it holds to `target`. Whatever happens before or during the commit, the files of `target` end as they
    were, and the folder is gone afterwards.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self._made: list[Path] = []

    def __enter__(self) -> "Replacement":
        for folder in reversed([self.target, *self.target.parents]):
            if not folder.exists():
                folder.mkdir()
                self._made.append(folder)
        self._aside = Path(tempfile.mkdtemp(prefix=".jiqun-", dir=self.target))
        self.folder = self._aside / "new"
        self.folder.mkdir()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._aside, ignore_errors=True)
        if kind is not None:
            for folder in reversed(self._made):
                # Only folders made here, and only if nothing else has come to lie in them.
                try:
                    folder.rmdir()
                except OSError:
                    break

    def commit(self, obsolete: set[str]) -> None:
        """Move the files of `folder` to their places in `target`, and remove the `obsolete` ones from there.

        `obsolete` holds posix paths relative to `target`. A file that is the same already is not touched.
        Raises OSError, with all files as before, when a file cannot be moved.
        """
        written = {path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file()}
        new = {name for name in written if not _is_equal(self.folder / name, self.target / name)}
        old = self._aside / "old"
        done: list[tuple[Path, Path]] = []
        try:
            for name in sorted({*new, *map(Path, obsolete)}):
                place, kept = self.target / name, old / name
                if place.is_file() or place.is_symlink():
                    _move(place, kept)
                    done.append((kept, place))
                if name in new:
                    _move(self.folder / name, place)
                    done.append((place, self.folder / name))
        except BaseException:
            for current, before in reversed(done):
                _move(current, before)
            raise


def _is_equal(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _move(source: Path, destination: Path) -> None:
    destination.parent.mkdir(parents=True, exist_ok=True)
    source.replace(destination)
