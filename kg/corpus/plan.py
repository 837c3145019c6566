"""Cutting the inputs of a run into shards, once: the plan is kept, so that a second run knows what is left."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from kg.errors import InputError
from kg.loaders.base import Loader, Part, Source
from kg.loaders.choice import Choice
from kg.loaders.unpack import UNPACKS_TO

_NAME: Final = "plan.jsonl"
_LARGEST: Final = 4_000_000
_SMALLEST: Final = 32_000
_SHARDS_PER_WORKER: Final = 8
_PER_FILE: Final = 1_000
"""Bytes that a file weighs beside its own: opening it takes time, too."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or a part of one in the sense of its loader's `split`."""

    doc: str
    path: str
    part: Part | None = None

    @property
    def source(self) -> Source:
        """The file."""
        return Source(self.doc, Path(self.path))


@dataclass(frozen=True, slots=True)
class Shard:
    """Pieces that are read by one process to one set of tables."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> str:
        """The name of the folder of its tables."""
        return f"shard-{self.number:06}"


def make(folder: Path, sources: Iterable[Source], choice: Choice, workers: int, about: int | None = None) -> int:
    """Write the plan of a new run to `folder`; the number of its shards.

    A shard weighs about so many bytes of input (default: a small part of what a worker has to do, at most 4 MB). Raises `InputError`
    for a source that can be read only once, and when there is none.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as listed:
        total = _list(sources, choice, listed)
        size = about or min(_LARGEST, max(_SMALLEST, total // (workers * _SHARDS_PER_WORKER)))
        listed.seek(0)
        count = 0
        draft = folder / f".{_NAME}"
        with draft.open("w", encoding="utf-8") as plan:
            for pieces in _group(_pieces(map(json.loads, listed), choice, size), size):
                plan.write(json.dumps([[one.doc, one.path, one.part] for one in pieces]) + "\n")
                count += 1
    if not count:
        draft.unlink()
        raise InputError("nothing to read")
    draft.replace(folder / _NAME)
    return count


def is_made(folder: Path) -> bool:
    """Whether the plan of the run in `folder` was made."""
    return (folder / _NAME).is_file()


def shards(folder: Path) -> Iterator[Shard]:
    """The shards of the run in `folder`, in order."""
    with (folder / _NAME).open(encoding="utf-8") as plan:
        for number, line in enumerate(plan):
            pieces = (Piece(doc, path, tuple(part) if part else None) for doc, path, part in json.loads(line))
            yield Shard(number, tuple(pieces))


def _list(sources: Iterable[Source], choice: Choice, to: IO[str]) -> int:
    """Write name, path and size (unpacked, about) of every source, a line each; their sizes together."""
    total = 0
    for source in sources:
        if source.path is None:
            raise InputError(f"{source.doc}: a corpus run reads files, which it may have to read twice; save it as one first")
        path = source.path.resolve()
        size = (path.stat().st_size if path.exists() else 0) * (UNPACKS_TO if _is_packed(path, choice.by_suffix(path.name)) else 1)
        total += size + _PER_FILE
        to.write(json.dumps([source.doc, str(path), size]) + "\n")
    return total


def _pieces(listed: Iterable[tuple[str, str, int]], choice: Choice, size: int) -> Iterator[tuple[Piece, int]]:
    """Every source, or the parts of one that is large and can be split, with what each weighs."""
    for doc, path, bytes_ in listed:
        loader = choice.by_suffix(path)
        parts = _parts(loader, Path(path), size) if loader and bytes_ > size else [None]
        for part in parts:
            yield Piece(doc, path, part), bytes_ + _PER_FILE if part is None else size


def _parts(loader: Loader, path: Path, size: int) -> Sequence[Part | None]:
    if loader.split is None or (_is_packed(path, loader) and not loader.splits_packed):
        return [None]
    try:
        return loader.split(path, size)
    except InputError:
        return [None]  # reading it will say what is wrong, if something is


def _is_packed(path: Path, loader: Loader | None) -> bool:
    """Whether a file has to be unpacked before its loader reads it."""
    return path.name.lower().endswith(".gz") and not (loader and loader.unpacks)


def _group(pieces: Iterable[tuple[Piece, int]], size: int) -> Iterator[list[Piece]]:
    waiting: list[Piece] = []
    weight = 0
    for piece, weighs in pieces:
        if waiting and weight + weighs > size:
            yield waiting
            waiting, weight = [], 0
        waiting.append(piece)
        weight += weighs
    if waiting:
        yield waiting
