"""What a loader is, and what it is told about a document."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeAlias

from kg.model import Article

MAX_BYTES = 1_000_000


Note: TypeAlias = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says about a document, rather than the document itself.

    `doc` is the document's name in listings and outputs. `encoding` overrules detection.
    A document of more than `max_bytes` bytes is refused. `note` is called with one line for each thing that the caller should know of a
    document that is read nevertheless; by default it is logged as a warning.
    """

    doc: str = "-"
    id: str | None = None
    url: str | None = None
    title: str | None = None
    date: date | None = None
    publisher: str | None = None
    encoding: str | None = None
    max_bytes: int = MAX_BYTES
    note: Note = logging.getLogger("kg.loaders").warning


Read: TypeAlias = Callable[[BinaryIO, Given], Iterator[Article]]


@dataclass(frozen=True, slots=True)
class Loader:
    """One kind of input: `read` takes an open binary stream and yields its articles, or raises `InputError`.

    `suffixes` are the file name endings (with the dot, lower case) that this loader is chosen for in a folder.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    read: Read


@dataclass(frozen=True, slots=True)
class Source:
    """One file to load, or standard input when `path` is None; `doc` names it relative to the argument that led to it."""

    doc: str
    path: Path | None
