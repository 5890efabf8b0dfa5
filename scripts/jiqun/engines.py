"""Where batches are converted: in this process, in several, or on a Dask cluster.

Each engine is a context manager with `run(function, tasks)`, which gives the results as they come, in any
order, and never has more tasks under way than it needs to keep its workers busy.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Any, Protocol, TypeVar

from jiqun.curation import ConversionError

Task = TypeVar("Task")
Result = TypeVar("Result")


class WorkerDiedError(OSError):
    """A task that no worker survives."""


class Engine(Protocol):
    """Something that runs a function on tasks."""

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results, in no particular order. An error of the function is raised here."""

    def __enter__(self) -> "Engine": ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class InProcess:
    """One task after the other, here."""

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """See Engine."""
        return map(function, tasks)

    def __enter__(self) -> "InProcess":
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Processes:
    """Several processes of this machine, new ones for each run: what one function has loaded takes memory
    that the next has no use for. When one dies they are all replaced, and what was under way is done again,
    one task after the other; a task that dies alone, too, ends the conversion."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._context: BaseContext = _context()

    def __enter__(self) -> "Processes":
        if self._context.get_start_method() == "forkserver":
            # It loads what the workers need while the first files are looked for.
            try:
                forkserver.ensure_running()
            except ChildProcessError:
                # This process was forked from one that has such a server, which serves that one alone.
                self._context = multiprocessing.get_context("spawn")
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """See Engine."""
        left = iter(tasks)
        running: dict[Future[Result], Task] = {}
        again: list[Task] = []
        while True:
            alone = bool(again)
            while len(running) < (1 if again or alone else 2 * self._workers):
                task = again.pop() if again else next(left, None)
                if task is None:
                    break
                running[self._submit(function, task)] = task
            if not running:
                self._stop()
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                task = running.pop(future)
                try:
                    result = future.result()
                except BrokenProcessPool:
                    self._pool = None
                    if alone:
                        raise WorkerDiedError(
                            f"{_name_of(task)}: the worker that converts this dies (is there enough memory? "
                            "--resume keeps what is done)"
                        ) from None
                    again.append(task)
                else:
                    yield result

    def _submit(self, function: Callable[[Task], Result], task: Task) -> Future[Result]:
        for _ in range(2):
            if self._pool is None:
                self._pool = ProcessPoolExecutor(self._workers, self._context, _begin_worker)
            try:
                return self._pool.submit(function, task)
            except BrokenProcessPool:
                self._pool = None
        raise OSError("worker processes cannot be started")


def _context() -> BaseContext:
    """How processes begin: forked from one that has loaded all, where there is such a thing, so that only one
    of them pays for it."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # `__main__` first: it may say where the package lies.
    context.set_forkserver_preload(["__main__", "jiqun.loaded"])
    return context


def _begin_worker() -> None:
    """Leave interruptions to the parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


class Dask:
    """A Dask cluster: the one whose scheduler is at the address, or a local one of so many workers.

    All its machines must see sources and output under the same paths. Tasks of workers that die are given to
    others by the scheduler.
    """

    def __init__(self, scheduler: str | None, workers: int) -> None:
        try:
            import distributed
        except ImportError as error:
            raise ConversionError(
                error.name or "distributed", f"cannot be loaded: {error}", "pip install 'jiqun[dask]'"
            ) from None
        try:
            if scheduler is None:
                self._cluster = distributed.LocalCluster(
                    n_workers=workers, threads_per_worker=1, dashboard_address=None
                )
                self._client = distributed.Client(self._cluster)
            else:
                self._cluster = None
                self._client = distributed.Client(scheduler, timeout="20s")
        except OSError as error:
            raise ConversionError(
                scheduler or "dask", f"cannot be reached: {error}", "is it running?"
            ) from None
        self._distributed = distributed

    def __enter__(self) -> "Dask":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """See Engine."""
        left = iter(tasks)
        # Without its loop named, that of a client which the caller has open would be taken.
        running = self._distributed.as_completed(loop=self._client.loop)
        under_way = 0
        while True:
            while under_way < 2 * max(1, len(self._client.nthreads())):
                task = next(left, None)
                if task is None:
                    break
                running.add(self._client.submit(function, task, pure=False))
                under_way += 1
            if not under_way:
                return
            future = next(running)
            under_way -= 1
            try:
                result = future.result()
            except self._distributed.KilledWorker as error:
                raise WorkerDiedError(f"dask: workers died over and over: {error} (see their logs)") from None
            yield result


def _name_of(task: object) -> str:
    """What to call a task in a message."""
    files = getattr(task, "files", None)
    return f"{files[0].name} to {files[-1].name}" if files else str(task)
