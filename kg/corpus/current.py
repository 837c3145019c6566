"""What a store would hold of a run's articles: each once, and of those with one document key the last."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import compress
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from kg.corpus import plan, tables
from kg.corpus.run import check_finished
from kg.model import Extraction

_HASH: Final = "S16"
Hashes: TypeAlias = NDArray[np.bytes_]


def current(out: Path) -> Iterator[Extraction]:
    """The extractions of the finished run in `out` that loading them one after the other would leave in a store, in their order.

    Some 40 bytes of memory an article. Raises `InputError` when the run is not finished.
    """
    check_finished(out)
    kept = _kept(out)
    articles = (extraction for shard in plan.shards(out) for extraction in tables.read(out / shard.name))
    return compress(articles, kept)


def _kept(out: Path) -> NDArray[np.bool_]:
    """For every article of the run whether it stays. The same again changes nothing; another one with the same key replaces it."""
    versions, keys = (np.concatenate(column) for column in zip(*_hashes(out), strict=True))
    first = np.unique(versions, return_index=True)[1]
    first.sort()
    last = len(first) - 1 - np.unique(keys[first][::-1], return_index=True)[1]
    kept = np.zeros(len(versions), np.bool_)
    kept[first[last]] = True
    return kept


def _hashes(out: Path) -> Iterator[tuple[Hashes, Hashes]]:
    """Of what was read, by article and run, and of document keys; shard by shard."""
    empty = np.zeros(0, _HASH)
    yield empty, empty
    for shard in plan.shards(out):
        with pq.ParquetFile(out / shard.name / "articles.parquet", pre_buffer=False) as table:
            for batch in table.iter_batches(4096, columns=["article", "key", "run"], use_threads=False):
                rows = batch.to_pylist()
                yield _hashed(f"{row['article']} {row['run']}" for row in rows), _hashed(row["key"] for row in rows)


def _hashed(texts: Iterator[str]) -> Hashes:
    return np.frombuffer(b"".join(sha256(text.encode("utf-8", "surrogatepass")).digest()[:16] for text in texts), _HASH)
