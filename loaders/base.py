"""What a loader is, and what it is told about a document."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeAlias

from kg.model import Article

MAX_BYTES = 1_000_000
SECONDS = 60.0

Note: TypeAlias = Callable[[str], None]
Part: TypeAlias = tuple[int, ...]
"""Where in a file some of its records are, in numbers that its loader understands."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says about a document, rather than the document itself.

    `doc` is the document's name in listings and outputs. `encoding` overrules detection; `charset` is what the transport (HTTP) declared,
    and is only tried first; `base` is the address that the document was fetched from. A document of more than `max_bytes` bytes is
    refused. `note` is called with one line for each thing that the caller should know of a document that is read nevertheless; `refuse`
    with one line for each document, among the many of one file, that cannot be read: the next one is. By default both are logged as
    warnings. `fields` says which column or field of a table's records holds what: pairs such as `("text", "body")`. `part`, when not None,
    is the part of the file of which the records are wanted: one of those that the loader's `split` gave. `seconds` is how
    long loading one document may take.
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
    refuse: Note = logging.getLogger("kg.loaders").warning
    charset: str | None = None
    base: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    part: Part | None = None
    seconds: float = SECONDS


def record(given: Given, doc: str, line: int | None) -> Given:
    """What is given of one record of a file, named `doc`: what is noted and refused of it names its line, if that is known."""
    own = replace(given, doc=doc)

    def naming(tell: Note) -> Note:
        return lambda words: tell(words.replace(f"{doc}: ", f"{doc}: line {line}: ", 1))

    return own if line is None else replace(own, note=naming(given.note), refuse=naming(given.refuse))


Read: TypeAlias = Callable[[BinaryIO, Given], Iterator[Article]]
Split: TypeAlias = Callable[[Path, int], Sequence[Part]]


@dataclass(frozen=True, slots=True)
class Loader:
    """One kind of input: `read` takes an open binary stream and yields its articles, or raises `InputError`.

    `suffixes` are the file name endings (with the dot, lower case) that this loader is chosen for, in a folder only when `in_folders`;
    `media_types` are those that it is chosen for on the web; `recognise` tells from a document's first bytes whether it is one for this
    loader. `many`: one file holds many articles. `max_bytes` is the largest document (of many: the largest single one) unless the caller
    says otherwise. `unpacks`: it reads gzip by itself. `split` cuts a file, and with `splits_packed` one of gzip, too,
    into parts of about so many bytes, each to be read by itself; it raises `InputError` for one that must be read whole.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    read: Read
    media_types: tuple[str, ...] = ()
    recognise: Callable[[bytes], bool] | None = None
    many: bool = False
    in_folders: bool = True
    max_bytes: int = MAX_BYTES
    unpacks: bool = False
    split: Split | None = None
    splits_packed: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One file to load, or an address, or standard input when both are None; `doc` names it relative to the argument that led to it."""

    doc: str
    path: Path | None
    url: str | None = None
