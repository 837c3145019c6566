"""The log of a store, `log.nt` in its folder: what was done to it, when, by which version and by whom; only ever added to.

What holds of it, for whoever checks it:

- It is N-Triples. Entries are blocks of lines ended by an empty line, in the order of `kg:number`, which counts from 1.
- The IRI of an entry is a hash of what it says and of the IRI of the entry before (`kg:after`): no entry can be changed, left out or
  put in without all later names being wrong. `faults` names the first that is.
- Times never go back: where the clock does, the time of the entry before is taken.
- An entry is written before what it tells of is done. A crash can leave the last block cut off, or a last entry whose deed was not done:
  `heal` takes that one out when the store is opened to write. Nobody was ever told that it was done.
- `prov:generated` and `prov:invalidated` are the graphs of articles, and the decisions, merges and splits, that came and went. The last
  entry that names one says whether it counts; what none names was there before there was a log.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from pyoxigraph import NamedNode, Quad

from kg import __version__
from kg.rdf import logged
from kg.rdf.logged import Act, Entry
from kg.rdf.names import digest
from kg.store.export import in_order, write_quads

_TAIL: Final = 1 << 16
_END: Final = b"\n\n"
_FIRST: Final = Entry("edited", datetime.min.replace(tzinfo=UTC), "", number=0)


class Log:
    """The log at `path`, of a store whose names begin with `base`; entries are `by` somebody, where a name was given."""

    def __init__(self, path: Path, base: str, by: str | None = None) -> None:
        self.path, self.by = path, by
        self._base = base
        self._last: Entry | None = None

    def add(self, act: Act, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC), **told: Any) -> Entry:  # noqa: ANN401
        """Append an entry, `told` as in `Entry`; it is in the file, though maybe not yet on the disk, when this returns."""
        last = self.last() or _FIRST
        entry = Entry(act, max(clock(), last.at), f"claim-kg {__version__}", self.by, **told)
        entry = replace(entry, number=last.number + 1, after=last.iri or None)
        entry = replace(entry, iri=logged.name(entry, self._base))
        self._append(logged.write(entry))
        self._last = entry
        return entry

    def _append(self, block: bytes) -> None:
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            if os.write(handle, block) != len(block):
                raise OSError(28, "No space left on device", str(self.path))
        finally:
            os.close(handle)

    def entries(self) -> Iterator[Entry]:
        """All entries, the oldest first. Raises `ValueError` or `SyntaxError` for what is none."""
        return map(logged.read, logged.blocks(self._data()))

    def last(self) -> Entry | None:
        """The newest entry."""
        self._last = self._last or self._newest()
        return self._last

    def size(self) -> int:
        """Its length in bytes."""
        return self.path.stat().st_size if self.path.exists() else 0

    def cut(self, size: int) -> None:
        """Take out all after the first `size` bytes: what was never told to have been done."""
        if self.size() > size:
            os.truncate(self.path, size)
        self._last = None

    def heal(self, is_done: Callable[[Entry], bool]) -> None:
        """Take out a last block that was cut off, and a last entry for which `is_done` is false."""
        rest = self._tail().rpartition(_END)[2]
        if rest:
            self.cut(self.size() - len(rest))
        last = self.last()
        if last is not None and not is_done(last):
            self.cut(self.size() - len(logged.write(last)))

    def faults(self) -> Iterator[str]:
        """What is wrong with it, a line each: entries that cannot be read, are not named as what they say, or do not follow on."""
        last = _FIRST
        for number, block in enumerate(logged.blocks(self._data()), 1):
            try:
                entry = logged.read(block)
            except (ValueError, SyntaxError, TypeError) as error:
                yield f"entry {number} cannot be read: {error}"
                return
            if logged.write(entry).strip() != block.strip():
                yield f"entry {number} was changed: there is more or other in it than kg wrote"
            if logged.name(entry, self._base) != entry.iri:
                yield f"entry {number} was changed: {entry.iri} is not the name of what it says"
            if (entry.number, entry.after) != (last.number + 1, last.iri or None) or entry.at < last.at:
                yield f"entry {number} does not follow on the one before"
            last = entry

    def _newest(self) -> Entry | None:
        found = logged.blocks(self._tail())
        return logged.read(found[-1]) if found else None

    def _tail(self) -> bytes:
        """The end of it with at least one whole block, from some place within a block on."""
        if not self.path.exists():
            return b""
        with self.path.open("rb") as stream:
            stream.seek(max(0, self.size() - _TAIL))
            tail = stream.read()
        return tail if tail.count(_END) > 1 else self._data()

    def _data(self) -> bytes:
        return self.path.read_bytes() if self.path.exists() else b""


def write_entries(entries: Iterable[Entry], base: str, out: BinaryIO, name: str) -> int:
    """Write entries as statements to `out` in the format called `name`; the number of statements."""
    graph = NamedNode(f"{base}g_{digest('log')}")
    quads = [Quad(one.subject, one.predicate, one.object, graph) for entry in entries for one in logged.triples(entry)]
    return write_quads(in_order(quads), base, out, name)
