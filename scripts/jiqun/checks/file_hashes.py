"""File hashes by algorithms that frictionless skips."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from .engine.check import Check, Package
from .engine.problem import Problem

_JUDGED_BY_FRICTIONLESS = {"md5", "sha256"}


class FileHashes(Check):
    """A resource's `hash` is its file's, also for sha1, sha384, sha512 and the other algorithms of
    hashlib."""

    name = "file-hashes"
    title = "File hashes"
    types = ("file-hash", "file-hash-unknown")
    hint = "The file was changed after the descriptor was written: write the descriptor anew."

    def missing(self, package: Package) -> str:
        return "" if any(_others(package)) else "every hash is md5 or sha256, which frictionless judges"

    def run(self, package: Package) -> Iterator[Problem]:
        for resource, algorithm, expected in _others(package):
            name = str(resource.get("name", ""))
            if algorithm not in hashlib.algorithms_guaranteed or algorithm.startswith("shake"):
                message = f"the hash algorithm {algorithm!r} is not known"
                yield Problem(type="file-hash-unknown", message=message, title=self.title, resource=name)
                continue
            path = package.sources.folder / str(resource["path"])
            if not path.is_file():
                continue
            with path.open("rb") as stream:
                found = hashlib.file_digest(stream, algorithm).hexdigest()
            if found != expected.lower():
                message = f"the {algorithm} of {resource['path']} is {found}, the descriptor says {expected}"
                yield Problem(
                    type="file-hash", message=message, title=self.title, hint=self.hint, resource=name
                )


def _others(package: Package) -> Iterator[tuple[dict[str, object], str, str]]:
    """Resources with a hash that frictionless does not judge: descriptor, algorithm, hash."""
    for resource in package.resources:
        stated, path = resource.get("hash"), resource.get("path")
        if not isinstance(stated, str) or not isinstance(path, str):
            continue
        algorithm, _, expected = stated.rpartition(":")
        if algorithm and algorithm not in _JUDGED_BY_FRICTIONLESS:
            yield dict(resource), algorithm, expected
