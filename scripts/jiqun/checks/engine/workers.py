"""Threads, where there is enough to do for them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any


class _InPlace(Executor):
    """Does what it is given at once."""

    def submit(self, call: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(call(*arguments, **named))
        except Exception as error:
            done.set_exception(error)
        return done


def workers(number: int, *, worthwhile: bool) -> Executor:
    """So many threads; none where they are not worthwhile, for a thread takes longer to start than a small
    file to read."""
    return ThreadPoolExecutor(number) if worthwhile else _InPlace()
