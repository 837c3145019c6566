"""A limit on how long a piece of work may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from kg.errors import InputError
from kg.plurals import many

READING: Final = 120.0
"""How many seconds reading one article may take."""
_AGAIN = 1.0
"""Seconds after which it is raised once more, where a library has kept the first from coming through."""


@contextmanager
def patience(seconds: float, doc: str, doing: str = "loading", hint: str = "") -> Iterator[None]:
    """Raise an `InputError` about `doc`, which ends with `hint`, in the block when it takes longer than `seconds`.

    Works in a process's main thread, where signals are to be had; elsewhere there is no limit. A library's code that is not Python is
    interrupted only when it comes back.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise InputError(f"{doc}: {doing} it took longer than {many(round(seconds), 'second')}{hint}")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
