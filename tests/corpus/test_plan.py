from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.corpus import plan
from kg.corpus.plan import Shard
from kg.errors import InputError
from kg.loaders.base import Source
from kg.loaders.choice import Choice


def planned(folder: Path, sources: Iterable[Source], workers: int = 2, about: int | None = None) -> list[Shard]:
    count = plan.make(folder, sources, Choice(), workers, about)
    found = list(plan.shards(folder))
    assert [shard.number for shard in found] == list(range(count))
    return found


@pytest.fixture
def files(tmp_path: Path) -> list[Source]:
    found = []
    for number in range(20):
        path = tmp_path / f"{number:02}.txt"
        path.write_text("word " * 1000)
        found.append(Source(path.name, path))
    return found


def test_every_file_is_in_one_shard_in_order(tmp_path: Path, files: list[Source]) -> None:
    for about in (1, 10_000, 20_000, 10**9):
        shards = planned(tmp_path, files, about=about)
        assert [piece.source for shard in shards for piece in shard.pieces] == files
    assert len(planned(tmp_path, files, about=12_000)) == 10


def test_a_small_run_has_work_for_all(tmp_path: Path, files: list[Source]) -> None:
    assert len(planned(tmp_path, files * 5, workers=2)) >= 8


def test_a_large_table_is_split(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text("".join(json.dumps({"text": f"word {i}"}) + "\n" for i in range(1000)))
    shards = planned(tmp_path, [Source("d.jsonl", path)], about=5_000)
    parts = [piece.part for shard in shards for piece in shard.pieces]
    assert len(shards) == len(parts) > 3
    assert parts[0] == (0, 5_000)
    assert parts[-1]
    assert parts[-1][1] == path.stat().st_size
    packed = tmp_path / "d.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    inner = [piece.part for shard in planned(tmp_path, [Source("d", packed)], about=1_000) for piece in shard.pieces]
    assert inner[-1] == (parts[-1][1] // 1_000 * 1_000, parts[-1][1])
    packed.write_bytes(packed.read_bytes()[:-100])
    assert [piece.part for shard in planned(tmp_path, [Source("d", packed)], about=1_000) for piece in shard.pieces] == [None]


def test_a_file_that_cannot_be_split_is_read_whole_and_tells_then(tmp_path: Path) -> None:
    path = tmp_path / "d.parquet"
    path.write_bytes(b"x" * 10_000)
    assert [piece.part for shard in planned(tmp_path, [Source("d", path)], about=5_000) for piece in shard.pieces] == [None]


@pytest.mark.parametrize("source", [Source("-", None), Source("u", None, "https://e.example/")])
def test_what_can_be_read_only_once_is_refused(tmp_path: Path, source: Source) -> None:
    with pytest.raises(InputError, match="reads files"):
        planned(tmp_path, [source])
    assert not plan.is_made(tmp_path)


def test_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to read"):
        planned(tmp_path, [])
