"""The sources are the files that the manifest describes."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.problem import Problem
from .engine.sources import FOLDER


class SourceHashes(Check):
    """Each source file has the sha256 that `data/sources/manifest.csv` gives."""

    name = "source-hashes"
    title = "Hashes of the source files"
    types = ("source-hash",)
    hint = "A source is never edited: restore the file, or register it anew."

    def missing(self, package: Package) -> str:
        return "" if (package.sources.folder / FOLDER / "manifest.csv").is_file() else "there is no manifest"

    def run(self, package: Package) -> Iterator[Problem]:
        folder = (package.sources.folder / FOLDER).resolve()
        before = ""
        with (folder / "manifest.csv").open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                name, expected = row.get("file") or "", row.get("sha256") or ""
                path = (folder / name).resolve()
                # Several documents of one file have a row each.
                if name == before or not expected or not path.is_relative_to(folder) or not path.is_file():
                    continue
                before = name
                with path.open("rb") as file:
                    found = hashlib.file_digest(file, "sha256").hexdigest()
                if found != expected:
                    yield self.problem(None, f"{name} has the sha256 {found}, the manifest says {expected}")
