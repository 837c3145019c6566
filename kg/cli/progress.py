"""One line on stderr that says how far a command has come: on a terminal only, and not under `--quiet`."""

from __future__ import annotations

import sys
import time

from kg.cli.terminal import FLAGS

_EVERY = 0.2


class Progress:
    """Counts what is done and what failed, and shows it at most five times a second; a context manager that wipes its line at the end."""

    def __init__(self, what: str) -> None:
        self._what, self._began = what, time.monotonic()
        self._shown = 0.0
        self._live = sys.stderr.isatty() and not FLAGS.quiet

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

    def show(self, done: int, failed: int, total: int | None = None) -> None:
        """Say that so many of `total` (None: unknown) are done, and so many failed."""
        now = time.monotonic()
        if not self._live or now - self._shown < _EVERY:
            return
        self._shown = now
        rate = (done + failed) / max(now - self._began, 1e-6)
        of = f" of {total:,}" if total else ""
        left = f", {_clock((total - done - failed) / rate)} left" if total and rate else ""
        print(f"\r\x1b[K{self._what}: {done:,}{of}, {failed:,} failed, {rate:.1f}/s{left}", end="", file=sys.stderr, flush=True)  # noqa: T201

    def wipe(self) -> None:
        """Take the line away, for other words to be written."""
        if self._live and self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201
            self._shown = 0.0


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
