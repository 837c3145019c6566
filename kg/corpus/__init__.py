"""Reading a corpus: shards of the input, each to a set of Parquet files, by several processes; and reading those back.

The folder that a run writes is described in docs/corpus.md.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kg.errors import MissingExtra

RUN_FILE: Final = "run.json"
MARK: Final = "claim-kg corpus"
"""The key in that file that holds the version of the format."""


def require() -> None:
    """Raise `MissingExtra` where the tables of a run cannot be read and written."""
    if find_spec("pyarrow") is None or find_spec("rensa") is None:
        raise MissingExtra("a corpus run", "corpus")


def is_run(folder: Path) -> bool:
    """Whether `folder` is the output of a run, whole or not."""
    try:
        with (folder / RUN_FILE).open("rb") as file:
            return MARK.encode() in file.read(100)
    except OSError:
        return False
