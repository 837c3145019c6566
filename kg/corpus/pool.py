"""Worker processes that read shards: one that dies is replaced, and its shard read again; what kills it twice in one place is left out."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from tempfile import gettempdir
from typing import Any, Final

from kg.corpus.limits import limit_memory
from kg.corpus.plan import Shard
from kg.corpus.settings import Settings
from kg.corpus.work import Done, Place, Stage, read_shard
from kg.errors import KgError
from kg.loaders.patience import READING
from kg.reading.network.reader import load

_DEATHS: Final = 2
_STUCK: Final = 3 * READING
_LOOK: Final = 1.0
_LONGEST: Final = 70
WARM: Final = "kg.corpus.warm"
"""The module that loads what workers have in common."""


@dataclass(slots=True)
class _Worker:
    """A process, and what it is at."""

    process: Any
    pipe: Connection
    shard: Shard | None = None
    at: tuple[Stage, Place] | None = None
    since: float = 0.0
    articles: int = 0


@dataclass
class Pool:
    """So many processes, each with at most `memory` bytes, that read shards to sets of tables in `out`."""

    workers: int
    settings: Settings
    out: Path
    memory: int | None = None
    stuck: float = _STUCK
    _fatal: dict[int, dict[Place, Stage]] = field(default_factory=dict)
    _deaths: Counter[tuple[int, tuple[Stage, Place] | None]] = field(default_factory=Counter)

    def run(self, shards: Iterable[Shard]) -> Iterator[Done | int]:
        """Read all `shards`. Gives what became of each, in no order, and at least once a second how many articles were read of those that
        are not done yet. Raises what a worker could not go on with; then, and when the caller stops, all workers are ended."""
        waiting, again = iter(shards), deque[Shard]()
        crew = [self._hire() for _ in range(self.workers)]
        try:
            for worker in crew:
                self._give(worker, again, waiting)
            while any(worker.shard for worker in crew):
                for index, worker in enumerate(crew):
                    if worker.shard and self._is_lost(worker):
                        again.append(self._bury(worker))
                        crew[index] = self._hire()
                        self._give(crew[index], again, waiting)
                for worker in self._heard(crew):
                    done = self._listen(worker)
                    if done:
                        yield done
                        self._give(worker, again, waiting)
                yield sum(worker.articles for worker in crew)
        finally:
            for worker in crew:
                _end(worker)

    def _hire(self) -> _Worker:
        made_by = context()
        ours, theirs = made_by.Pipe()
        process = made_by.Process(target=serve, args=(theirs, self.settings, self.out, self.memory), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker, again: deque[Shard], waiting: Iterator[Shard]) -> None:
        worker.shard = again.popleft() if again else next(waiting, None)
        worker.at, worker.since, worker.articles = None, time.monotonic(), 0
        if worker.shard:
            worker.pipe.send((worker.shard, self._fatal.get(worker.shard.number, {})))

    def _heard(self, crew: list[_Worker]) -> list[_Worker]:
        busy = {worker.pipe: worker for worker in crew if worker.shard}
        return [busy[pipe] for pipe in wait(list(busy), _LOOK)]  # type: ignore[index]

    def _listen(self, worker: _Worker) -> Done | None:
        """Take what a worker says; its result when it is done."""
        try:
            while worker.pipe.poll():
                kind, what = worker.pipe.recv()
                if kind == "done":
                    return what  # type: ignore[no-any-return]
                if kind == "failed":
                    raise what
                worker.at, worker.since = what, time.monotonic()
                worker.articles += what[0] == "reading"
        except (EOFError, ConnectionError):
            worker.process.join(_LOOK)
        return None

    def _is_lost(self, worker: _Worker) -> bool:
        return not worker.process.is_alive() or time.monotonic() - worker.since > self.stuck

    def _bury(self, worker: _Worker) -> Shard:
        """End a worker that died or is stuck, and note where; its shard, to be read again."""
        assert worker.shard
        _end(worker)
        number = worker.shard.number
        self._deaths[number, worker.at] += 1
        if worker.at and self._deaths[number, worker.at] >= _DEATHS:
            self._fatal.setdefault(number, {})[worker.at[1]] = worker.at[0]
        elif self._deaths[number, None] > _DEATHS:
            raise ChildProcessError("a worker process dies before it has read anything; is --worker-memory too small?")
        return worker.shard


def context() -> Any:  # noqa: ANN401
    """How workers are made: on Linux as forks of a process that has loaded what all of them need, which takes more than a second.

    That process is called over a socket in the folder for temporary files; where its name would be too long, workers start by themselves.
    """
    if sys.platform != "linux" or len(os.fsencode(gettempdir())) > _LONGEST:
        return multiprocessing.get_context("spawn")
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload([WARM])
    return forking


def serve(pipe: Connection, settings: Settings, out: Path, memory: int | None) -> None:
    """A worker's life: take a shard, read it, say so, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(memory)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        load(settings.model)
        while True:
            shard, fatal = pipe.recv()
            pipe.send(("done", read_shard(shard, settings, out, lambda stage, place: pipe.send(("step", (stage, place))), fatal)))
    except (EOFError, ConnectionError):
        return
    except Exception as error:
        told = error if isinstance(error, KgError | OSError) else KgError(f"a worker cannot go on: {type(error).__name__}: {error}")
        pipe.send(("failed", told))


def _end(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
