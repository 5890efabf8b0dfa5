"""The source texts of a package, as `documents.source_file` names them.

They lie in `data/sources` beside the tables. The text is decoded as `documents.source_encoding` says, a byte
order mark is removed, and line ends stay as they are, so that offsets count what the file holds.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path("data") / "sources"
_MARKS = {
    "utf-8": codecs.BOM_UTF8.decode("utf-8"),
    "utf-16-le": "\ufeff",
    "utf-16-be": "\ufeff",
    "gb18030": "\ufeff",
}


class Unreadable(Exception):
    """A source that cannot be read, and why."""


@dataclass
class Sources:
    """Reads each source once. `folder` is the package's folder."""

    folder: Path
    _texts: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    def text(self, name: str, encoding: str) -> str:
        """The text of a source file (posix path below `data/sources`); raises Unreadable."""
        key = (name, encoding)
        if key not in self._texts:
            self._texts[key] = self._decode(name, encoding)
        return self._texts[key]

    def _decode(self, name: str, encoding: str) -> str:
        root = (self.folder / FOLDER).resolve()
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            raise Unreadable(f"source file {name!r} lies outside {FOLDER.as_posix()}")
        try:
            codec = codecs.lookup(encoding or "utf-8").name
            text = path.read_bytes().decode(codec)
        except LookupError:
            raise Unreadable(f"source encoding {encoding!r} is not known") from None
        except OSError as error:
            raise Unreadable(f"source file {name!r} cannot be read: {error.strerror}") from None
        except UnicodeDecodeError as error:
            raise Unreadable(
                f"source file {name!r} is not {codec}: byte {error.start} is {error.reason}"
            ) from None
        mark = _MARKS.get(codec, "")
        return text.removeprefix(mark) if mark else text
