"""A corpus run from its beginning, or from where it was left, to its end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TypeAlias

from kg.corpus import duplicates, is_run, plan, scale, tables
from kg.corpus.plan import Shard
from kg.corpus.pool import Pool
from kg.corpus.settings import Settings, check_same, save, stored
from kg.corpus.work import Done
from kg.errors import InputError, KgError
from kg.loaders.base import Source
from kg.loaders.choice import Choice
from kg.model import Extraction
from kg.plurals import many


@dataclass(frozen=True, slots=True)
class State:
    """How far a run has come, in shards; and what it has read, in articles and in documents that failed.

    `skipped` are articles in another language than the one asked for, `under_way` those of shards that are not finished, `alike`, of a
    finished run, those that are much like an earlier one.
    """

    shards: int
    finished: int
    articles: int = 0
    errors: int = 0
    skipped: int = 0
    under_way: int = 0
    alike: int = 0


Watch: TypeAlias = Callable[[State], None]


def begin(out: Path, settings: Settings, sources: Iterable[Source], workers: int, about: int | None) -> None:
    """Make the folder and the plan of a run, or see that what is there is a run with the same settings.

    Raises `UsageError` when it is one with others, `InputError` when it is something else or there is nothing to read.
    """
    if is_run(out):
        check_same(out, stored(out), settings)
    elif out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(f"{out}: neither empty nor the output of a corpus run: give another --out")
    if plan.is_made(out):
        return
    is_new = not out.exists()
    out.mkdir(parents=True, exist_ok=True)
    try:
        plan.make(out, sources, Choice(settings.loader), workers, about)
        save(out, settings)
    except BaseException:
        if is_new:
            shutil.rmtree(out)
        raise


def go_on(out: Path, workers: int, memory: int | None, watch: Watch, *, by_daft: bool = False) -> State:
    """Read the shards of the run in `out` that are not finished; `watch` is told at least once a second how far that has come.

    By plain processes of at most `memory` bytes each, or with `by_daft` by Daft. Raises `KgError` when another process is at it, and what
    a worker could not go on with.
    """
    with _alone(out):
        state = State(*_counted(out))
        crew = min(workers, max(1, state.shards - state.finished))
        events: Iterator[Done | int] = (
            scale.run(_left(out), stored(out), out, crew) if by_daft else Pool(crew, stored(out), out, memory).run(_left(out))
        )
        for event in events:
            state = replace(state, under_way=event) if isinstance(event, int) else _counted_in(state, event)
            watch(state)
        return replace(state, alike=duplicates.note(out, [out / shard.name for shard in plan.shards(out)]))


def _counted_in(state: State, done: Done) -> State:
    """The state when one more shard is finished."""
    articles, errors, skipped = (getattr(state, name) + getattr(done, name) for name in ("articles", "errors", "skipped"))
    return State(state.shards, state.finished + 1, articles, errors, skipped)


def check_finished(out: Path) -> None:
    """Raise `InputError` when the run in `out` is not finished, or there is none."""
    count, finished = _counted(out)
    if finished < count:
        raise InputError(
            f"{out}: {count - finished:,} of {many(count, 'shard')} still to be read: `kg corpus run --out {out}` goes on with them"
        )


def extractions(out: Path) -> Iterator[Extraction]:
    """All that a finished run read, in the order of its inputs. Raises `InputError` when it is not finished."""
    check_finished(out)
    for shard in plan.shards(out):
        yield from tables.read(out / shard.name)


def failures(out: Path) -> Iterator[tuple[str, str]]:
    """The documents that could not be read, with what was wrong, of all finished shards."""
    for shard in plan.shards(out):
        if (out / shard.name).is_dir():
            yield from tables.failures(out / shard.name)


def _left(out: Path) -> Iterator[Shard]:
    return (shard for shard in plan.shards(out) if not (out / shard.name).is_dir())


def _counted(out: Path) -> tuple[int, int]:
    """How many shards there are, and how many are finished."""
    if not is_run(out) or not plan.is_made(out):
        raise InputError(f"{out}: no corpus run is here")
    count = sum(1 for _ in plan.shards(out))
    return count, count - sum(1 for _ in _left(out))


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Keep other processes from the run while the block lasts, and remove what a process that died left half done."""
    with (out / ".lock").open("a") as lock:
        if not _locked(lock):
            raise KgError(f"{out}: another process is at this run: wait for it to end, or give another --out")
        for left_over in out.glob(".shard-*"):
            shutil.rmtree(left_over, ignore_errors=True)
        yield


def _locked(lock: IO[str]) -> bool:
    if os.name == "nt":
        return True
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
