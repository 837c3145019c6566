"""The same work by Daft: on the processors of one machine, or on a Ray cluster, as the variable `DAFT_RUNNER` says (native, ray)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.corpus.plan import Piece, Shard
from kg.corpus.settings import Settings
from kg.corpus.work import Done, read_shard
from kg.errors import KgError, MissingExtra

if TYPE_CHECKING:
    from daft import Series

_QUIET = {"DO_NOT_TRACK": "true", "SCARF_NO_ANALYTICS": "true", "RAY_USAGE_STATS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0"}


def run(shards: Iterable[Shard], settings: Settings, out: Path, workers: int) -> Iterator[Done]:
    """Read all `shards` to sets of tables in `out`, `workers` at a time, each in a process of its own; gives each when it is done.

    On a cluster, the input and `out` lie where all its machines find them under the same names. Raises `KgError` when a process dies or
    cannot go on: what was finished stays.
    """
    if find_spec("daft") is None:
        raise MissingExtra("a run by Daft", "scale")
    os.environ.update({name: value for name, value in _QUIET.items() if name not in os.environ})
    import daft

    packed = [pack(shard) for shard in shards]
    if not packed:
        return
    frame = daft.from_pydict({"shard": packed})
    if daft.runners.get_or_infer_runner_type() == "ray":
        frame = frame.into_partitions(len(packed))
    reader = _reader(workers)(settings, str(out))
    try:
        for row in frame.select(reader.read(frame["shard"]).alias("done")).iter_rows(results_buffer_size=None):
            yield Done(*json.loads(row["done"]))
    except KgError:
        raise
    except Exception as error:
        raise KgError(f"Daft stopped: {' '.join(str(error).split())[:300]}; what was finished stays: run it again to go on") from error


def _reader(workers: int) -> Any:  # noqa: ANN401
    """The class of which Daft makes an object in each process."""
    import daft

    @daft.cls(use_process=True, max_concurrency=workers)
    class Reader:
        def __init__(self, settings: Settings, out: str) -> None:
            self.settings, self.out = settings, Path(out)

        @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)
        def read(self, shards: Series) -> list[str]:
            done = [read_shard(unpack(shard), self.settings, self.out) for shard in shards.to_pylist()]
            return [json.dumps([one.articles, one.errors, one.skipped]) for one in done]

    return Reader


def pack(shard: Shard) -> str:
    """A shard as one string."""
    return json.dumps([shard.number, [[one.doc, one.path, one.part] for one in shard.pieces]])


def unpack(packed: str) -> Shard:
    """The way back."""
    number, pieces = json.loads(packed)
    return Shard(number, tuple(Piece(doc, path, tuple(part) if part else None) for doc, path, part in pieces))
