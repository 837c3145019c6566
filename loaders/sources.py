"""From what a caller names (files, folders, patterns, addresses, `-`) to the sources to load."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.loaders.base import Source

_MAGIC = "*?["
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_TABLES = "tables such as *.jsonl, *.csv and *.parquet are read when they are named, or with --loader"


def sources(argument: str, suffixes: Collection[str]) -> Iterator[Source]:
    """The sources that one argument names, one by one, in a stable order.

    `-` is standard input; an address of http or https is fetched; a folder gives its files with one of `suffixes`, at any depth, hidden
    ones left out; a pattern gives the files it matches. Raises `InputError` when there is nothing.
    """
    path = Path(argument)
    if argument == "-":
        yield Source("-", None)
    elif _ADDRESS.match(argument):
        yield Source(argument, None, argument)
    elif path.is_dir():
        yield from _in_folder(path, tuple(suffixes))
    elif not path.exists() and any(c in argument for c in _MAGIC):
        yield from _matching(argument)
    elif not path.exists():
        raise InputError(f"{argument}: no such file or folder")
    elif not path.is_file() and not argument.startswith(_OPENED):
        raise InputError(f"{argument}: neither a file nor a folder: give what a pipe brings as standard input, with -")
    else:
        yield Source(path.name, path)


_OPENED = ("/dev/", "/proc/")
"""Where standard input and the pipes that a shell has opened have names."""


def _in_folder(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Source]:
    """All but links that lead out of the folder: whoever filled it could have files read that the caller has not named."""
    empty, root, outside = True, folder.resolve(), list[str]()
    for path in _walk(folder):
        if path.name.lower().endswith(suffixes):
            empty, doc = False, path.relative_to(folder).as_posix()
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                outside.append(doc)
            else:
                yield Source(doc, path)
    if outside:
        more = f" and {len(outside) - 1} more" if len(outside) > 1 else ""
        raise InputError(f"{folder}: {outside[0]}{more}: not read: a link that leads out of the folder; name the file itself to load it")
    if empty:
        looked = ", ".join(f"*{suffix}" for suffix in sorted(suffixes) if not suffix.endswith(".gz"))
        raise InputError(f"{folder}: no articles in this folder; looked for {looked} at any depth; {_TABLES}")


def _walk(folder: Path) -> Iterator[Path]:
    """The files in `folder` at any depth, by name; only one folder's names are held at a time on each level."""
    with os.scandir(folder) as entries:
        found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)


def _matching(pattern: str) -> Iterator[Source]:
    found = sorted((Path(name) for name in glob.iglob(pattern, recursive=True)), key=lambda path: path.parts)  # noqa: PTH207
    files = [path for path in found if path.is_file()]
    if not files:
        raise InputError(f"{pattern}: no file matches this pattern")
    base = _fixed_part(pattern)
    yield from (Source(path.relative_to(base).as_posix() if path.is_relative_to(base) else path.name, path) for path in files)


def _fixed_part(pattern: str) -> Path:
    parts = Path(pattern).parts
    magic = next(i for i, part in enumerate(parts) if any(c in part for c in _MAGIC))
    return Path(*parts[:magic])
