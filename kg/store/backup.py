"""Copies of a whole store, made and put back: every file with its checksum, and nothing at the place until all of it is there."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pyoxigraph

from kg import __version__
from kg.errors import StoreDamaged, StoreError
from kg.plurals import many
from kg.store.engine import open_database, readable_errors
from kg.store.folder import MANIFEST, open_folder, replaced

SCRATCH: Final = "backup-"
_MARK: Final = "claim-kg backup"
_KEPT: Final = (".json", ".nt")
"""What a store is described in and what was done to it; its indexes are made again."""
_OWN: Final = ("LOCK", "LOG")
"""Beginnings of the names of files that a database has for itself."""
_CHUNK: Final = 1 << 20


def write_backup(folder: Path, databases: Mapping[str, pyoxigraph.Store], target: Path, *, read_only: bool = False) -> dict[str, Any]:
    """Copy the store in `folder`, whose `databases` are open, to the new folder `target`; what its manifest says.

    With `read_only`, nothing is written to `folder`, and nobody else may write to it meanwhile. Indexes and the data of a local Neo4j are
    left out: they are made again from the store. Raises `StoreError` when `target` is there already or cannot be written; then nothing is
    left of it.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise StoreError(f"{target}: something is there already: name a new folder")
    if target.absolute().is_relative_to(folder.absolute()):
        raise StoreError(f"{target}: this is inside the store: name a folder elsewhere")
    for left_over in [] if read_only else folder.glob(f"{SCRATCH}*"):
        shutil.rmtree(left_over)
    with readable_errors(target):
        part = _made_beside(target)
        try:
            sums = dict(_files(folder, databases, part) if read_only else _linked(folder, databases, part))
            made = _fill(folder, databases, part, sums)
            part.chmod(0o755)
            part.replace(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return made


def _linked(folder: Path, databases: Mapping[str, pyoxigraph.Store], part: Path) -> Iterator[tuple[str, str]]:
    """Copy what the databases hold now, by way of links to their files; the name and SHA-256 of each."""
    with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder) as scratch:
        for name, database in databases.items():
            database.backup(str(Path(scratch, name)))
            yield from _copied(Path(scratch, name), part, name)


def _files(folder: Path, databases: Iterable[str], part: Path) -> Iterator[tuple[str, str]]:
    """Copy the files of databases that nobody writes to; the name and SHA-256 of each."""
    for name in databases:
        yield from _copied(folder / name, part, name)


def _fill(folder: Path, databases: Mapping[str, pyoxigraph.Store], part: Path, sums: dict[str, str]) -> dict[str, Any]:
    for file in sorted(file for file in folder.iterdir() if file.is_file() and file.suffix in _KEPT):
        sums[file.name] = _copy(file, part / file.name)
    statements = {name: len(database) for name, database in databases.items()}
    made = {_MARK: 1, "made_by": f"claim-kg {__version__}", "made_at": datetime.now(UTC).isoformat(timespec="seconds")}
    made |= {"statements": statements, "files": sums}
    (part / MANIFEST).write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    return made


def _copied(source: Path, part: Path, name: str) -> Iterator[tuple[str, str]]:
    (part / name).mkdir()
    for file in sorted(source.iterdir()):
        if not file.name.startswith(_OWN):
            yield f"{name}/{file.name}", _copy(file, part / name / file.name)


def _copy(source: Path, target: Path) -> str:
    """Copy a file through to the disk; the hex SHA-256 of what was copied."""
    digest = hashlib.sha256()
    with source.open("rb") as reading, target.open("xb") as writing:
        while chunk := reading.read(_CHUNK):
            digest.update(chunk)
            writing.write(chunk)
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()


def restore_backup(source: Path, target: Path, *, replace: bool = False) -> dict[str, Any]:
    """Put the backup in folder `source` in the place `target`; what its manifest says.

    Everything is copied and compared with the checksums first. What is at `target` is only put out of the way, with `replace`, when the
    copy is whole; the data of its local Neo4j stays. Raises `StoreError` when `source` is no backup or damaged, and when `target` is there.
    """
    made, target = _manifest(source), target.resolve()
    settle(target)
    taken = target.exists() and (not target.is_dir() or any(target.iterdir()))
    if taken and not ((target / "store.json").is_file() or (target / "live" / "CURRENT").is_file()):
        raise StoreError(f"{target}: something is there that is not a store: name another --store")
    _refuse_overlap(source.resolve(), target)
    if taken and not replace:
        raise StoreError(f"{target}: a store is there already: --replace puts the backup in its place, or name another --store")
    with readable_errors(target):
        part = _made_beside(target)
        try:
            _take(source, made, part)
            part.chmod(0o755)
            if taken:
                _let_go(target)
                put(part, target)
            else:
                part.replace(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return made


def _made_beside(target: Path) -> Path:
    """A new folder that is to become `target`."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    except (FileNotFoundError, PermissionError) as error:
        raise StoreError(f"{target}: no folder can be made here ({error.strerror}): name another place") from error


def _refuse_overlap(source: Path, target: Path) -> None:
    """A backup is put back beside itself only, and never in the place of a backup."""
    if source.is_relative_to(target) or target.is_relative_to(source):
        raise StoreError(f"{target}: the backup {source} is there, and must stay as it is: name another --store")
    if (target / MANIFEST).exists():
        raise StoreError(f"{target}: a backup is there, which is kept: name another --store")


def _take(source: Path, made: dict[str, Any], part: Path) -> None:
    for name, expected in made["files"].items():
        (part / name).parent.mkdir(exist_ok=True)
        try:
            found = _copy(source / name, part / name)
        except FileNotFoundError:
            raise StoreError(f"{source}: the backup is not whole: {name} is missing") from None
        if found != expected:
            raise StoreError(f"{source}: the backup is damaged: {name} is not what it was when it was made")
    open_folder(part, base=None, create=False)
    for name, count in made["statements"].items():
        if len(open_database(part / name, read_only=True)) != count:
            raise StoreError(f"{source}: the backup is damaged: {name} does not hold {many(count, 'statement')}")


def _let_go(target: Path) -> None:
    """Raise `StoreLocked` where another process writes to the store at `target`."""
    if (target / "live" / "CURRENT").exists():
        with suppress(StoreDamaged):
            open_database(target / "live", read_only=False)  # and closed again: one that is open would clear up in the new one's folder


def put(part: Path, target: Path) -> None:
    """Put `part` in the place of the store at `target`, which nobody may be writing to, and remove that."""
    target.replace(replaced(target))
    part.replace(target)
    settle(target)


def settle(target: Path) -> None:
    """Finish a restore that was killed while it put the old store out of the way: bring that back, or remove it where the new one is."""
    old = replaced(target)
    if old.is_dir() and not target.exists():
        old.replace(target)
    elif old.is_dir():
        if (old / "neo4j").is_dir() and not (target / "neo4j").exists():
            (old / "neo4j").replace(target / "neo4j")
        shutil.rmtree(old)


def _manifest(source: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((source / MANIFEST).read_bytes())
        if found[_MARK] == 1 and all(isinstance(found[name], dict) for name in ("files", "statements")) and _all_inside(found):
            return found
    except OSError:
        raise StoreError(f"{source}: no backup is here: `kg backup FOLDER` makes one") from None
    except (ValueError, KeyError, TypeError):
        pass
    raise StoreError(f"{source / MANIFEST}: damaged, or made by a later version: this is not restored")


def _all_inside(found: dict[str, Any]) -> bool:
    """Whether every file and database that a manifest names lies where backups have them: it may come from anybody."""
    return all(re.fullmatch(r"(?:\w+/)?\w[\w.-]*", name) for name in found["files"]) and all(map(str.isalpha, found["statements"]))
