"""From what a caller names (files, folders, patterns, `-`) to the sources to load."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.loaders.base import Source

_MAGIC = "*?["


def sources(argument: str, suffixes: Collection[str]) -> list[Source]:
    """The sources that one argument names, in a stable order.

    `-` is standard input; a folder gives its files with one of `suffixes`, at any depth, hidden ones left out; a pattern gives the files it
    matches. Raises `InputError` when there is nothing.
    """
    path = Path(argument)
    if argument == "-":
        return [Source("-", None)]
    if path.is_dir():
        return _in_folder(path, suffixes)
    if not path.exists() and any(c in argument for c in _MAGIC):
        return _matching(argument)
    if not path.exists():
        raise InputError(f"{argument}: no such file or folder")
    return [Source(path.name, path)]


def _in_folder(folder: Path, suffixes: Collection[str]) -> list[Source]:
    found = sorted((path for path in _walk(folder) if path.suffix.lower() in suffixes), key=lambda path: path.relative_to(folder).parts)
    if not found:
        raise InputError(f"{folder}: no articles in this folder; looked for {', '.join('*' + s for s in sorted(suffixes))} at any depth")
    return [Source(path.relative_to(folder).as_posix(), path) for path in found]


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in files if not name.startswith("."))


def _matching(pattern: str) -> list[Source]:
    found = sorted((Path(name) for name in glob.glob(pattern, recursive=True)), key=lambda path: path.parts)  # noqa: PTH207
    files = [path for path in found if path.is_file()]
    if not files:
        raise InputError(f"{pattern}: no file matches this pattern")
    base = _fixed_part(pattern)
    return [Source(path.relative_to(base).as_posix() if path.is_relative_to(base) else path.name, path) for path in files]


def _fixed_part(pattern: str) -> Path:
    parts = Path(pattern).parts
    magic = next(i for i, part in enumerate(parts) if any(c in part for c in _MAGIC))
    return Path(*parts[:magic])
