"""What every worker needs, loaded by importing this: in the process from which workers are forked, once for all of them."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from importlib.resources import files


def _load() -> None:
    """Read something, so that weights, word lists and patterns are in memory; without threads, which forks would not have."""
    os.environ.update({"OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"})
    from kg.corpus.duplicates import signature
    from kg.loaders.text import from_text
    from kg.reading import read

    text = files("kg").joinpath("samples", "kessary.txt").read_text("utf-8")
    read(from_text(text, doc="-"), model=None)
    signature(text)


signal.signal(signal.SIGINT, signal.SIG_IGN)
with suppress(Exception):  # workers will say what is wrong
    _load()
