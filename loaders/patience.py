"""A limit on how long a piece of work may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kg.errors import InputError


@contextmanager
def patience(seconds: float, words: str) -> Iterator[None]:
    """Raise `InputError(words)` in the block when it takes longer than `seconds`.

    Works in a process's main thread, where signals are to be had; elsewhere there is no limit. A library's code that is not Python is
    interrupted only when it comes back.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise InputError(words)

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
