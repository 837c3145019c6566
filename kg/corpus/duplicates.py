"""Articles of a run that are much like an earlier one: noted, not left out."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

FILE: Final = "near-duplicates.parquet"
LEAST: Final = 0.8
"""How much of their runs of five words two articles share, as estimated, to be called alike."""
_NUMBERS, _BANDS, _SEED, _RUN, _FEWEST = 64, 16, 1, 5, 20
SIZE: Final = 4 * _NUMBERS
"""Bytes of a signature."""
_WORD = re.compile(r"\w+")
_AT_ONCE: Final = 100_000
SCHEMA: Final = pa.schema(
    [pa.field(name, pa.string(), nullable=False) for name in ("article", "doc", "earlier", "earlier_doc")]
    + [pa.field("similarity", pa.float64(), nullable=False)]
)


def signature(text: str) -> bytes | None:
    """What stands for a text when it is compared with others (MinHash of its runs of five words); None for one of few words."""
    from rensa import RMinHash

    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST:
        return None
    sketch = RMinHash(num_perm=_NUMBERS, seed=_SEED)
    sketch.update([" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)])
    return np.array(sketch.digest(), np.uint32).tobytes()


def note(out: Path, sets: Sequence[Path]) -> int:
    """Write to `out` which articles of `sets` are much like one before them; how many those are. Some 100 bytes of memory an article."""
    with tempfile.TemporaryFile() as file:
        count = _gather(sets, file)
        if not count:
            return _write(out, sets, np.zeros(0, np.int64), np.zeros(0))
        signatures = np.memmap(file, np.uint32, "r", shape=(count, _NUMBERS))
        earlier, similarity = _nearest(signatures)
        return _write(out, sets, earlier, similarity)


def _gather(sets: Sequence[Path], file: IO[bytes]) -> int:
    """Write all signatures to a file, one after the other; zeros for an article without one."""
    count = 0
    for column in _columns(sets, ["minhash"]):
        for value in column["minhash"].to_pylist():
            file.write(value or bytes(SIZE))
            count += 1
    file.flush()
    return count


def _columns(sets: Sequence[Path], names: list[str]) -> Iterator[pa.RecordBatch]:
    for folder in sets:
        with pq.ParquetFile(folder / "articles.parquet", pre_buffer=False) as table:
            yield from table.iter_batches(4096, columns=names, use_threads=False)


def _nearest(signatures: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """For every article the one before it that it is most like, among those that share a band with it (-1: none), and how much."""
    earlier, similarity = np.full(len(signatures), -1, np.int64), np.zeros(len(signatures))
    there = signatures[:, 0] != 0
    for band in range(_BANDS):
        for one, other in _pairs(_keys(signatures, band), there):
            alike = _alike(signatures, one, other)
            better = alike > similarity[other]
            similarity[other[better]], earlier[other[better]] = alike[better], one[better]
    return earlier, similarity


def _keys(signatures: NDArray[np.uint32], band: int) -> NDArray[np.uint64]:
    rows = _NUMBERS // _BANDS
    keys = np.zeros(len(signatures), np.uint64)
    for column in range(band * rows, (band + 1) * rows):
        keys = keys * np.uint64(0x9E3779B97F4A7C15) + signatures[:, column]
    return keys


def _pairs(keys: NDArray[np.uint64], there: NDArray[np.bool_]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Articles with the same key: each with the first of them, and with the one before it."""
    order = np.argsort(keys, kind="stable")
    order = order[there[order]]
    same = np.flatnonzero(keys[order[1:]] == keys[order[:-1]]) + 1
    starts = np.flatnonzero(np.concatenate([[True], keys[order[1:]] != keys[order[:-1]]])) if len(order) else order
    first = starts[np.searchsorted(starts, same, "right") - 1]
    for at in range(0, len(same), _AT_ONCE):
        part = slice(at, at + _AT_ONCE)
        yield order[first[part]], order[same[part]]
        yield order[same[part] - 1], order[same[part]]


def _alike(signatures: NDArray[np.uint32], one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.asarray((signatures[one] == signatures[other]).mean(axis=1), np.float64)


def _write(out: Path, sets: Sequence[Path], earlier: NDArray[np.int64], similarity: NDArray[np.float64]) -> int:
    found = np.flatnonzero(similarity >= LEAST)
    names = dict(_names(sets, {*found.tolist(), *earlier[found].tolist()}))
    rows = [
        dict(zip(SCHEMA.names, (*names[one], *names[int(earlier[one])], round(float(similarity[one]), 3)), strict=True))
        for one in found.tolist()
    ]
    draft = out / f".{FILE}"
    pq.write_table(pa.Table.from_pylist(rows, SCHEMA), draft)
    draft.replace(out / FILE)
    return len(rows)


def _names(sets: Sequence[Path], wanted: set[int]) -> Iterator[tuple[int, tuple[str, str]]]:
    number = 0
    for batch in _columns(sets, ["article", "doc"]):
        here = [one for one in range(number, number + batch.num_rows) if one in wanted]
        for one in here:
            yield one, (batch["article"][one - number].as_py(), batch["doc"][one - number].as_py())
        number += batch.num_rows
