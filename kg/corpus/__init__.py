"""Reading a corpus: shards of the input, each to a set of Parquet files, by several processes; and reading those back.

The folder that a run writes is described in docs/corpus.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

RUN_FILE: Final = "run.json"


def is_run(folder: Path) -> bool:
    """Whether `folder` is the output of a run, whole or not."""
    return (folder / RUN_FILE).is_file()
