"""Elements of WordprocessingML by their local names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    name: str = element.tag
    return name[name.rfind("}") + 1 :]


def children(parent: Any | None, name: str) -> Iterator[Any]:
    """The children of that name; none of no parent."""
    for element in [] if parent is None else parent:
        if local(element) == name:
            yield element


def child(parent: Any | None, name: str) -> Any | None:
    """The first child of that name, None where there is none."""
    return next(children(parent, name), None)


def attribute(element: Any | None, name: str) -> str:
    """An attribute by its local name, "" where there is none."""
    for key, found in [] if element is None else element.attrib.items():
        if key == name or key.endswith("}" + name):
            return str(found)
    return ""


def value(element: Any | None) -> str:
    """The attribute `val` of an element, "" where either is missing."""
    return attribute(element, "val")
