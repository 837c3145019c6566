"""What the files of a store were when it was last closed: with that, damage on the disk is seen without reading every statement.

`seals.json` holds, for each database, its RocksDB identity, the size and SHA-256 of its table files, which are never written again, and how
long the list of them was, which is only added to; and how long the log was, both with a checksum of their end. What is found to be other
than it was stays so: no later seal makes it right. Files that a command wrote that was killed are not in it, and are sealed by the next
that closes the store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from kg.errors import StoreError
from kg.plurals import many
from kg.store.engine import damaged_files
from kg.store.folder import Folder, damaged, read_json, write_json

NAME: Final = "seals.json"
_TAIL: Final = 1 << 12
_KINDS: Final = ("live", "history")
_NO_LOG: Final = [0, ""]
_NO_LIST: Final = ["", 0, ""]


def seal(folder: Folder) -> None:
    """Write down what the files of the store are. Those that were sealed before are not read again, nor is what they are now believed.

    Raises `StoreError` when the seals that are there cannot be read."""
    before = _read(folder)
    found = {kind: _of(folder.path / kind, before.get(kind, {})) for kind in _KINDS if (folder.path / kind / "CURRENT").exists()}
    was = before.get("log", _NO_LOG)
    new = {**found, "log": was if _log(folder, was[0]) != was else _log(folder)}
    if new != before:
        write_json(folder.path / NAME, new)
    folder.tell_sealed()


def gone(folder: Folder) -> bool:
    """Whether the seals were made, and are not there any more."""
    return folder.was_sealed and not (folder.path / NAME).exists()


def lost(folder: Folder) -> list[str]:
    """The databases, or their first files, that were there and are gone: nothing may be opened, or made, in their place."""
    gone = [kind for kind in _KINDS if not (folder.path / kind / "CURRENT").exists()]
    if not gone:
        return []
    sealed: dict[str, Any] = {}
    with suppress(StoreError):
        sealed = _read(folder)
    if not (sealed.get("log", _NO_LOG)[0] or _log(folder)[0]):
        return []  # nothing was ever stored
    first = {kind: folder.path / kind / "CURRENT" for kind in gone if kind == "live" or kind in sealed}
    return [f"{kind}/CURRENT" if file.parent.exists() else kind for kind, file in first.items() if not file.exists()]


def refuse_lost(folder: Folder, *, history: bool) -> None:
    """Raise `StoreDamaged` where the current statements are gone or, when they are needed or written to, those of the `history`."""
    for name in lost(folder):
        if history or name.startswith("live"):
            raise damaged_files(folder.path, f"{name} is missing", name)


def refuse_cut(folder: Folder) -> None:
    """Raise `StoreDamaged` where a database's list of files is not what it was: it could open, without what came last."""
    try:
        sealed = _read(folder)
    except StoreError:
        return
    for kind in _KINDS:
        name, *was = sealed.get(kind, {}).get("list", _NO_LIST)
        now = was
        with suppress(FileNotFoundError, IsADirectoryError):  # no list is sealed, or a database that was opened since has a new one
            now = _end(folder.path / kind / name, was[0])
        if now != was:
            raise damaged_files(folder.path, f"{kind}/{name} is not what it was when the store was closed", f"{kind}/{name}")


@contextmanager
def healing(folder: Folder) -> Iterator[None]:
    """While the block takes an entry out of the log whose deed was not done: the log is sealed anew, if it was what its seal says."""
    sealed: dict[str, Any] = {}
    with suppress(StoreError):
        sealed = _read(folder)
    was = sealed.get("log", _NO_LOG)
    holds = _log(folder, was[0]) == was
    yield
    if holds and _log(folder)[0] < was[0]:
        write_json(folder.path / NAME, {**sealed, "log": _log(folder)})


def broken(folder: Folder) -> Iterator[tuple[str, str]]:
    """Files that are not what they were: name within the store and what is wrong. Raises `StoreError` when the seals themselves are."""
    sealed = _read(folder)
    yield from ((name, f"{name} is missing") for name in lost(folder))
    for kind in _KINDS:
        of = sealed.get(kind)
        if of and of["id"] == _identity(folder.path / kind):
            yield from _changed(folder.path / kind, of["files"])
    was = sealed.get("log", _NO_LOG)
    now, size = _log(folder, was[0]), _log(folder)[0]
    if size < was[0]:
        yield "log.nt", f"{many(was[0] - size, 'byte')} {'is' if was[0] - size == 1 else 'are'} missing at its end"
    elif now != was:
        yield "log.nt", "its end is not what it was when the store was closed"


def is_sealed(folder: Folder, kind: str) -> bool:
    """Whether all table files of a database are sealed, so that they need not be read to know that they are whole."""
    try:
        of = _read(folder).get(kind)
    except StoreError:
        return False
    names = {path.name for path in (folder.path / kind).glob("*.sst")}
    return of is not None and of["id"] == _identity(folder.path / kind) and names <= set(of["files"])


def _read(folder: Folder) -> dict[str, Any]:
    """The seals, in their form; none when there are none."""
    file = folder.path / NAME
    found: dict[str, Any] = read_json(file, dict) or {}
    of = [found[kind] for kind in _KINDS if kind in found]
    if not (_is_mark(found.get("log", _NO_LOG)) and all(map(_is_seal, of))):
        raise damaged(file)
    return found


def _is_seal(of: Any) -> bool:  # noqa: ANN401
    """Whether it is what is written of one database."""
    if not (isinstance(of, dict) and isinstance(of.get("id"), str) and isinstance(of.get("files"), dict)):
        return False
    list_ = of.get("list", _NO_LIST)
    return isinstance(list_, list) and isinstance(list_[0], str) and all(map(_is_mark, (list_[1:], *of["files"].values())))


def _is_mark(mark: Any) -> bool:  # noqa: ANN401
    """Whether it is a size and a checksum."""
    return isinstance(mark, list) and [type(part) for part in mark] == [int, str]


def _log(folder: Folder, size: int | None = None) -> list[Any]:
    """How long the log is, or its first `size` bytes, and the checksum of their end."""
    return _NO_LOG if size == 0 or not folder.log.exists() else _end(folder.log, size)


def _end(file: Path, size: int | None = None) -> list[Any]:
    with file.open("rb") as stream:
        end = min(size or file.stat().st_size, file.stat().st_size)
        stream.seek(max(0, end - _TAIL))
        return [end, hashlib.sha256(stream.read(end - stream.tell())).hexdigest()]


def _of(database: Path, before: dict[str, Any]) -> dict[str, Any]:
    identity = _identity(database)
    known = before.get("files", {}) if before.get("id") == identity else {}
    tables = sorted(database.glob("*.sst"))
    files = {path.name: known.get(path.name) or what for path in tables if (what := _what(path, known))}
    list_ = database / (database / "CURRENT").read_text(encoding="utf-8").strip()
    return {"id": identity, "files": files, "list": [list_.name, *_end(list_)]}


def _what(path: Path, known: dict[str, Any]) -> list[Any] | None:
    """Size and checksum of a file; None where it went meanwhile."""
    return list(known[path.name]) if path.name in known else _now(path)


def _now(path: Path) -> list[Any] | None:
    """What a file is now; None where it went: the database may be clearing up."""
    try:
        with path.open("rb") as stream:
            return [path.stat().st_size, hashlib.file_digest(stream, "sha256").hexdigest()]
    except FileNotFoundError:
        return None


def _changed(database: Path, files: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Files of the same size and other contents; of another size the database itself complains."""
    for name, (size, checksum) in sorted(files.items()):
        now = _now(database / name)
        if now is not None and now[0] == size and now[1] != checksum:
            yield f"{database.name}/{name}", "was changed on the disk since the store was closed"


def _identity(database: Path) -> str:
    file = database / "IDENTITY"
    return file.read_text(encoding="ascii", errors="replace").strip() if file.exists() else ""
