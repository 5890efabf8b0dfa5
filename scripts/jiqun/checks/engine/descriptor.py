"""Loading `datapackage.json`, and what is refused before any data is read.

Frictionless follows symbolic links out of a package and fetches remote addresses unasked. Here both need
`trusted`; neither is ever needed to judge a package that lies on disk.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .endless import endless
from .problem import Problem

_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]+):")
_FETCHED = {
    *("path", "extrapaths", "profile", "profiles", "schema", "dialect", "checklist", "detector"),
    *("resource", "resources", "package", "packages", "dataset", "datasets", "tasks", "source"),
}
"""The properties of a package, an inquiry or a catalogue whose addresses are fetched."""
_LARGEST = 256 * 1024 * 1024
"""Bytes of a descriptor."""


class Refusal(Exception):
    """A package that is not judged at all, with the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = list(problems)


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A descriptor as it was read: `path` of the file, or its address, the `folder` that holds the package
    (one that is not there if it was fetched), its JSON `content`."""

    path: str
    folder: Path
    content: dict[str, Any]

    @property
    def resources(self) -> list[dict[str, Any]]:
        """The resource descriptors that are objects, in package order."""
        found = self.content.get("resources")
        return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def load(path: str | os.PathLike[str], *, trusted: bool = False) -> Descriptor:
    """Read a descriptor, or the `datapackage.json` of a folder.

    Raises Refusal for what is not there, is not a JSON object, or points to places that an untrusted
    package must not point to: addresses on the network, and files outside its folder through links.
    """
    if is_remote(os.fspath(path)):
        return _fetch(os.fspath(path), trusted)
    location = Path(path)
    if location.is_dir():
        location = _of_folder(location)
    content = _read(location)
    descriptor = Descriptor(str(location), location.parent, content)
    problems = [] if trusted else list(_untrusted_places(descriptor))
    problems += list(_unreadable_files(descriptor, trusted))
    if problems:
        raise Refusal(*problems)
    return descriptor


def _fetch(address: str, trusted: bool) -> Descriptor:
    """A descriptor on the network, whose relative paths are addresses as well."""
    if not trusted:
        raise Refusal(untrusted_address(address, ""))
    from frictionless import FrictionlessException, Package

    try:
        content = Package.metadata_retrieve(address)
    except FrictionlessException as exception:
        note = exception.error.note
        raise Refusal(Problem(type="package-error", message=note, hint="Check the address.")) from None
    return Descriptor(address, Path(os.devnull), dict(content))


def is_remote(path: str) -> bool:
    """Whether a path is an address with a scheme other than `file:`."""
    found = _SCHEME.match(path)
    return bool(found) and found is not None and found.group(1).lower() != "file"


def paths_of(resource: dict[str, Any]) -> list[str]:
    """All data paths that a resource names: `path` (a string, or a list for a file in parts) and
    `extrapaths`."""
    paths: list[str] = []
    for name in ("path", "extrapaths"):
        value = resource.get(name)
        paths += [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]
    return paths


def _of_folder(folder: Path) -> Path:
    candidate = folder / "datapackage.json"
    if not candidate.is_file():
        message = f"{folder} is a folder without a datapackage.json"
        raise Refusal(Problem(type="package-error", message=message, hint="Name the descriptor file."))
    return candidate


def _read(path: Path) -> dict[str, Any]:
    """The JSON object in a file; raises Refusal with frictionless's `package-error` otherwise."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _unusable(path, "is a device or a pipe, not a file", "Name a regular file.")
        if status.st_size > _LARGEST:
            raise _unusable(
                path, f"has more than {_LARGEST // 1024**2} MB", "Name the descriptor, not the data."
            )
        text = path.read_text(encoding="utf-8")
        content = _of_yaml(path, text) if path.suffix == ".yaml" else json.loads(text)
    except FileNotFoundError:
        raise _unusable(path, "no such file", "Check the path.") from None
    except OSError as error:
        raise _unusable(path, f"cannot be read: {error.strerror}", "Check the file.") from None
    except UnicodeDecodeError as error:
        raise _unusable(
            path, f"is not UTF-8: {error.reason} at byte {error.start}", "Save it as UTF-8."
        ) from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _unusable(path, f"is not JSON: {error.msg} at {place}", "Correct the JSON.") from None
    except RecursionError:
        raise _unusable(path, "is nested too deeply to be a descriptor", "Check the file.") from None
    except ValueError as error:  # a number of thousands of digits
        raise _unusable(path, f"cannot be read: {error}", "Correct the JSON.") from None
    if not isinstance(content, dict):
        raise _unusable(path, "is not a JSON object", "A descriptor begins with { and has `resources`.")
    return content


def _of_yaml(path: Path, text: str) -> Any:
    from frictionless.platform import platform

    try:
        return platform.yaml.safe_load(text)
    except (platform.yaml.YAMLError, ValueError) as error:
        said = " ".join(str(error).split())
        raise _unusable(path, f"is not YAML: {said}", "Correct the YAML.") from None


def _unusable(path: Path, reason: str, hint: str) -> Refusal:
    return Refusal(
        Problem(type="package-error", message=f"{path}: {reason}", hint=hint, title="Package Error")
    )


def _untrusted_places(descriptor: Descriptor) -> Iterator[Problem]:
    """Addresses on the network, and links that lead out of the package's folder.

    `$schema` is left out: it names the version of the standard, or somebody's profile, and nobody fetches it.
    """
    yield from _untrusted_reference(descriptor.content.get("profile"), "")
    for resource in descriptor.resources:
        name = str(resource.get("name", ""))
        for key in ("profile", "schema", "dialect"):
            yield from _untrusted_reference(resource.get(key), name)
        for path in paths_of(resource):
            if is_remote(path):
                yield untrusted_address(path, name)
            elif _leads_out(descriptor.folder, path):
                message = f"path {path!r} leads out of the package's folder through a link"
                hint = "Copy the file into the package, or validate with --trusted."
                yield Problem(type="path-outside-package", message=message, hint=hint, resource=name)


def untrusted_addresses(metadata: object, folder: Path, resource: str) -> Iterator[Problem]:
    """Addresses on the network in a resource that is itself a descriptor, and in those that it leads to.

    `metadata` is its content, or the path of its file from `folder`.
    """
    waiting, seen = [metadata], set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            waiting += [value for name, value in found.items() if name in _FETCHED]
        elif isinstance(found, list):
            waiting += found
        elif isinstance(found, str) and is_remote(found):
            yield from _untrusted_reference(found, resource)
        elif isinstance(found, str) and found.endswith((".json", ".yaml")) and found not in seen:
            seen.add(found)
            with suppress(Refusal, ValueError):
                waiting.append(_read(folder / found))


def _untrusted_reference(value: object, resource: str) -> Iterator[Problem]:
    if isinstance(value, str) and is_remote(value):
        yield untrusted_address(value, resource)


def untrusted_address(address: str, resource: str) -> Problem:
    """The problem of an address that somebody wanted to fetch."""
    return Problem(
        type="address-not-trusted",
        message=f"{address!r} is an address on the network and is not fetched",
        hint="Download it into the package, or validate with --trusted.",
        resource=resource,
    )


def _leads_out(folder: Path, path: str) -> bool:
    """Whether a path that looks local ends outside the folder once links are followed.

    Paths that are absolute or climb with `..` are left to frictionless, which reports them itself.
    """
    if _climbs(path) or path.startswith(("~", "file:")):
        return False
    try:
        return not Path(os.path.realpath(folder / path)).is_relative_to(os.path.realpath(folder))
    except ValueError:  # no path at all: frictionless says so
        return False


def _climbs(path: str) -> bool:
    """Whether a path is absolute or has a `..` in it."""
    return Path(path).is_absolute() or ".." in Path(path).parts


def _unreadable_files(descriptor: Descriptor, trusted: bool) -> Iterator[Problem]:
    """Files that would hang a reader: devices and pipes, and records without end."""
    for resource in descriptor.resources:
        name = str(resource.get("name", ""))
        for path in paths_of(resource):
            if is_remote(path) or (not trusted and _climbs(path)):
                continue
            file = descriptor.folder / path
            try:
                mode = file.stat().st_mode
            except (OSError, ValueError):
                continue
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                message = f"{path!r} is a device or a pipe, not a file"
                yield Problem(
                    type="path-not-a-file", message=message, hint="Name a regular file.", resource=name
                )
            elif stat.S_ISREG(mode) and _is_csv(resource, file) and (said := endless(file)):
                hint = "Check that the table has one record to a line, and that its quotes are closed."
                yield Problem(type="line-too-long", message=f"{path!r} {said}", hint=hint, resource=name)


def _is_csv(resource: dict[str, Any], file: Path) -> bool:
    return file.suffix.lower() in (".csv", ".tsv") or resource.get("format") in ("csv", "tsv")
