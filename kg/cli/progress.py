"""One line on stderr that says how far a command has come: on a terminal only, and not under `--quiet`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kg.cli.terminal import FLAGS

_EVERY = 0.2


class Progress:
    """Counts what is done and what failed, and shows it at most five times a second; a context manager that wipes its line at the end."""

    def __init__(self, what: str) -> None:
        self._what, self._began = what, time.monotonic()
        self._shown = 0.0
        self._first: int | None = None
        self._live = sys.stderr.isatty() and not FLAGS.quiet

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

    def show(self, done: int, failed: int, shards: tuple[int, int] | None = None) -> None:
        """Say that so many documents are done, and so many failed; of how many `shards` how many are finished, and when all will be."""
        now = time.monotonic()
        if not self._live or now - self._shown < _EVERY:
            return
        self._shown = now
        rate = (done + failed) / max(now - self._began, 1e-6)
        left = self._left(*shards, now) if shards else ""
        print(f"\r\x1b[K{self._what}: {done:,} done, {failed:,} failed, {rate:.1f}/s{left}", end="", file=sys.stderr, flush=True)  # noqa: T201

    def _left(self, finished: int, total: int, now: float) -> str:
        self._first = finished if self._first is None else self._first
        here = finished - self._first
        left = f", {_clock((now - self._began) / here * (total - finished))} left" if here else ""
        return f", {finished:,} of {total:,} shards{left}"

    def wipe(self) -> None:
        """Take the line away, for other words to be written."""
        if self._live and self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201
            self._shown = 0.0


@contextmanager
def bar_of(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """Steps of a bar that is as long as `of` says, `step(done, of)`; None where no bar is shown."""
    if FLAGS.quiet or not sys.stderr.isatty():
        yield None
        return
    import typer

    with typer.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def step(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield step


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
