"""All expressions of reading, language and facts, by where they stand."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

_ROOMS = ("jiqun.reading", "jiqun.language", "jiqun.facts")
_AT_THE_CALL = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub")


@cache
def expressions() -> dict[str, re.Pattern[str]]:
    """Expressions by module and name or line, each one once: values of modules, of their tables and cached
    functions without arguments, and what is written at a call (`re.search("…", text)`).
    """
    found: dict[str, re.Pattern[str]] = {}
    seen: set[tuple[str, int]] = set()
    for module in _modules():
        values = (
            hit for name, value in sorted(vars(module).items()) for hit in _in_value(name, value, module)
        )
        for label, expression in (*values, *_at_calls(module)):
            if (expression.pattern, expression.flags) not in seen:
                seen.add((expression.pattern, expression.flags))
                found[f"{module.__name__}.{label}"] = expression
    return found


def _modules() -> Iterator[ModuleType]:
    for room in _ROOMS:
        package = import_module(room)
        yield package
        for information in pkgutil.walk_packages(package.__path__, f"{room}."):
            yield import_module(information.name)


def _in_value(name: str, value: Any, module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield name, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _in_value(f"{name}[{key!r}]", item, module)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _in_value(f"{name}[{index}]", item, module)
    elif getattr(value, "__module__", "") == module.__name__ and _is_constant(value):
        yield from _in_value(f"{name}()", value(), module)


def _is_constant(value: Any) -> bool:
    """Whether a value is a cached function without arguments."""
    return (
        hasattr(value, "cache_info")
        and value.cache_info().maxsize is None
        and not value.__wrapped__.__code__.co_argcount
    )


def _at_calls(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in _AT_THE_CALL
            and isinstance(node.args[0], ast.Constant)
        ):
            yield f"{node.lineno}", re.compile(str(node.args[0].value))
