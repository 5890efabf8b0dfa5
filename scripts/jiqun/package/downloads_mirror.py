"""The package file by file, for a web server to hand out.

A page among the sources would run its scripts as the site's own, with all that the site may do, were it
handed out as a page. So a file of a kind that browsers may run lies in a zip of its own, `plan.html.zip`,
which no server takes for a page, and the descriptor beside it names that zip. The archive of the whole
package has every file as it is.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from jiqun.package.finished import DESCRIPTOR, FinishedPackage

# Kinds that browsers show as text, in a viewer that shuts them in, or not at all; all others are packed.
_HARMLESS = frozenset([".csv", ".docx", ".json", ".md", ".parquet", ".pdf", ".txt"])
# The earliest time a zip can hold: no clock goes into the outputs.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def served_path(path: str) -> str:
    """The path below the package's folder on the site of a file of the package."""
    return path if PurePosixPath(path).suffix.lower() in _HARMLESS else f"{path}.zip"


def write_mirror(package: FinishedPackage, folder: Path) -> Iterator[str]:
    """Write the package's files into `folder` and give their paths below it, the descriptor first."""
    packed: dict[str, bytes] = {}
    for path in package.files[1:]:
        data = (package.folder / path).read_bytes()
        if served_path(path) != path:
            data = packed[path] = _pack(PurePosixPath(path).name, data)
        _write(folder / served_path(path), data)
    _write(folder / DESCRIPTOR, _descriptor(package, packed))
    return map(served_path, package.files)


def zip_member(name: str) -> zipfile.ZipInfo:
    """The entry of a file in a zip that comes out the same each time."""
    member = zipfile.ZipInfo(name, _ZIP_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _pack(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zip_member(name), data)
    return stream.getvalue()


def _descriptor(package: FinishedPackage, packed: Mapping[str, bytes]) -> bytes:
    """The package's own descriptor, byte for byte where nothing is packed."""
    if not packed:
        return (package.folder / DESCRIPTOR).read_bytes()
    descriptor = {
        **package.descriptor,
        "resources": [_resource(one, packed) for one in package.descriptor["resources"]],
    }
    if "sources" in descriptor:
        descriptor["sources"] = [_source(one, packed) for one in descriptor["sources"]]
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(resource: Mapping[str, Any], packed: Mapping[str, bytes]) -> Mapping[str, Any]:
    data = packed.get(str(resource["path"]))
    if data is None:
        return resource
    return {
        **{name: value for name, value in resource.items() if name != "encoding"},
        "path": served_path(str(resource["path"])),
        "format": "zip",
        "mediatype": "application/zip",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _source(source: Mapping[str, Any], packed: Mapping[str, bytes]) -> Mapping[str, Any]:
    path = str(source.get("path"))
    return {**source, "path": served_path(path)} if path in packed else source
