"""Packages that come as one zip file with a `datapackage.json` at its top."""

from __future__ import annotations

import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .descriptor import Refusal
from .problem import Problem

_LARGE = 4 * 1024**3
_LIKELY_RATIO = 100
"""How many times its size a packed table may well be when unpacked."""


@contextmanager
def unpacked(path: str | os.PathLike[str], *, trusted: bool = False) -> Iterator[str | os.PathLike[str]]:
    """Where the package at `path` can be read: a zip file is unpacked while the context lasts, anything else
    is where it is.

    Raises Refusal for what is no archive, and for one that is far larger unpacked than any table is.
    """
    if not os.fspath(path).lower().endswith(".zip") or not Path(path).is_file():
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="jiqun-") as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                size = sum(entry.file_size for entry in archive.infolist())
                if not trusted and size > max(_LARGE, Path(path).stat().st_size * _LIKELY_RATIO):
                    message = f"{path} would be {size / 1e9:,.0f} GB when unpacked"
                    hint = "Unpack it and validate the folder, or validate with --trusted."
                    raise Refusal(Problem(type="archive-too-large", message=message, hint=hint))
                archive.extractall(folder)
        except (
            OSError,
            zipfile.BadZipFile,
            RuntimeError,
            NotImplementedError,
            EOFError,
            zlib.error,
        ) as error:
            message = f"{path} cannot be unpacked: {error}"
            raise Refusal(
                Problem(
                    type="package-error", message=message, hint="Pack the folder anew, without a password."
                )
            ) from None
        if not (Path(folder) / "datapackage.json").is_file():
            message = f"{path} has no datapackage.json at its top"
            raise Refusal(Problem(type="package-error", message=message, hint="Pack the folder's content."))
        yield Path(folder)
