"""A finished package wherever it is: a folder, a descriptor, or a zip that holds one."""

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from jiqun.package.finished import DESCRIPTOR, FinishedPackage, PackageError, read_package

# A zip is unpacked where it is this small or, when unpacked, not many times its size: no bomb.
_LARGE = 4 * 1024**3
_LIKELY_RATIO = 100


@contextmanager
def open_package(path: Path) -> Iterator[FinishedPackage]:
    """The package in a folder, beside a descriptor, or in a zip, which is unpacked as long as it is open.

    In a zip the package is where the descriptor nearest to its root lies. Raises PackageError.
    """
    if path.suffix.lower() != ".zip":
        yield read_package(path.parent if path.name == DESCRIPTOR else path)
        return
    with tempfile.TemporaryDirectory(prefix="jiqun-") as folder:
        yield read_package(_unpack(path, Path(folder)))


def _unpack(path: Path, folder: Path) -> Path:
    """Unpack the package's part of a zip and return its folder there."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            if size > max(_LARGE, path.stat().st_size * _LIKELY_RATIO):
                reason = f"would be {size / 1e9:,.0f} GB when unpacked: unpack it, and name the folder"
                raise PackageError(path, reason)
            found = [name for name in archive.namelist() if PurePosixPath(name).name == DESCRIPTOR]
            if not found:
                raise PackageError(path, f"holds no {DESCRIPTOR}")
            home = PurePosixPath(min(found, key=lambda name: (name.count("/"), name))).parent
            # Members with .. or a root in their names are put below the folder, too.
            archive.extractall(
                folder,
                [name for name in archive.namelist() if PurePosixPath(name).is_relative_to(home)],
            )
    except OSError as error:
        raise PackageError(path, f"cannot be read: {error.strerror or error}") from None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        raise PackageError(path, f"cannot be read as a zip: {error}") from None
    return folder / home
