"""A store is a folder: `store.json` says what it is, `live/` and `history/` hold the statements, `log.nt` what was done to
them, `names.sqlite` finds names."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Final

from pyoxigraph import NamedNode

from kg import __version__
from kg.errors import StoreError, StoreTooNew, UsageError
from kg.rdf import DEFAULT_BASE
from kg.store.engine import readable_errors

FORMAT: Final = 1
"""Raised when an older version could no longer read what this one writes."""

_ANEW: Final = "`kg check --repair` makes it anew, `kg restore` puts a backup back"
MANIFEST: Final = "backup.json"
"""In a backup, and in no store."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the parts of the store at `path` lie, and the base IRI of the names it mints."""

    path: Path
    base: str

    @property
    def live(self) -> Path:
        """The current statements."""
        return self.path / "live"

    @property
    def history(self) -> Path:
        """Statements that were replaced or retracted."""
        return self.path / "history"

    @property
    def log(self) -> Path:
        """What was done to the store, as RDF: only ever added to."""
        return self.path / "log.nt"

    @property
    def index(self) -> Path:
        """The full-text index: it can be deleted at any time."""
        return self.path / "names.sqlite"

    @property
    def links(self) -> Path:
        """What linking keeps to compare articles: it can be deleted at any time."""
        return self.path / "links.sqlite"

    @property
    def pending(self) -> Path:
        """There while graphs are on their way from `live` to `history`."""
        return self.path / "moving.json"

    @property
    def settling(self) -> Path:
        """There while what hangs on what was decided or taken out is not in step yet."""
        return self.path / "settling.json"

    def identity(self) -> str:
        """A name for this store, the same in its copies, given when first asked for: other places say with it whose they are."""
        return str(self._told().get("id") or self._tell("id", secrets.token_hex(8)))

    @property
    def was_sealed(self) -> bool:
        """Whether `seals.json` was ever written."""
        return bool(self._told().get("sealed"))

    def tell_sealed(self) -> None:
        """Note that it is written: if it goes, that is seen."""
        if (told := self._told()) and not told.get("sealed"):
            self._tell("sealed", True)

    def _told(self) -> dict[str, Any]:
        return read_json(self.path / "store.json", dict) or {}

    def _tell(self, name: str, value: object) -> object:
        write_json(self.path / "store.json", {**self._told(), name: value})
        return value


def open_folder(path: Path, *, base: str | None, create: bool) -> Folder:
    """The store at `path`, made when `create` is true and nothing is there.

    Raises `StoreTooNew` for a store of a later version, `StoreError` for anything that is no store, `UsageError` for a base that is none.
    """
    described = path / "store.json"
    with readable_errors(path):
        if described.is_file():
            return _existing(path, _description(described), base)
        if (path / "live" / "CURRENT").exists():
            raise StoreError(f"{described}: this is missing, and the store cannot be opened without it: {_ANEW}")
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise StoreError(f"{path}: this is not a store: give a new folder, or one that `kg load` made")
        if path.name and replaced(path).is_dir():
            raise StoreError(
                f"{path}: a command was killed while it put this store out of the way: run that `kg restore` or `kg optimize --anew` again"
            )
        if not create:
            raise StoreError(f"{path}: there is no store here: `kg load ARTICLE` makes one, --store names another")
        return _new(path, base or DEFAULT_BASE)


def refuse_backup(path: Path) -> None:
    """Raise `StoreError` when the folder at `path` is a backup: it is only read."""
    if (path / MANIFEST).exists():
        raise StoreError(f"{path}: this is a backup, which is kept as it is: `kg restore {path} --store NEW` makes a store of it")


def read_json(file: Path, kind: type | UnionType) -> Any:  # noqa: ANN401
    """What a file beside the databases holds, of the `kind` that it must be; None when it is not there. Raises `StoreError` naming it."""
    try:
        found = json.loads(file.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError:
        found = None
    if not isinstance(found, kind):
        raise damaged(file)
    return found


def damaged(file: Path) -> StoreError:
    """That a file beside the databases does not hold what it must."""
    return StoreError(f"{file}: damaged: put it back from a copy, or `kg restore` a backup")


def write_json(file: Path, what: dict[str, Any]) -> None:
    """Write a file beside the databases: all of it, or nothing."""
    draft = file.with_name(f"{file.name}.new")
    draft.write_text(json.dumps(what, indent=1) + "\n", encoding="utf-8")
    draft.replace(file)


def replaced(path: Path) -> Path:
    """Where the store at `path` is put while a backup takes its place."""
    return path.with_name(f".{path.name}.replaced")


def _description(described: Path) -> dict[str, Any]:
    try:
        found = json.loads(described.read_bytes())
        return {"format": int(found["format"]), "base": str(found["base"]), "made_by": str(found.get("made_by", "a later version"))}
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{described}: damaged: it must say the format and the base IRI: {_ANEW}") from None


def _existing(path: Path, found: dict[str, Any], base: str | None) -> Folder:
    if found["format"] > FORMAT:
        made_by = f"made by {found['made_by']} in format {found['format']}"
        raise StoreTooNew(f"{path}: {made_by}, too new for claim-kg {__version__}: upgrade it to open this store")
    if base is not None and base != found["base"]:
        raise StoreError(f"{path}: its names start with {found['base']}, not {base}: leave --base out, or use a new --store")
    return Folder(path, found["base"])


def _new(path: Path, base: str) -> Folder:
    try:
        NamedNode(base)
    except ValueError:
        raise UsageError(f"{base!a} is no IRI: a base looks like {DEFAULT_BASE}") from None
    if not base.endswith(("/", "#")):
        raise UsageError(f"{base}: a base ends with / or #, for names to follow")
    try:
        path.mkdir(parents=True, exist_ok=True)
        describe(path, base)
    except (FileNotFoundError, PermissionError) as error:
        raise StoreError(f"{path}: no store can be made here ({error.strerror}): choose another --store") from error
    return Folder(path, base)


def describe(path: Path, base: str) -> None:
    """Write down what the store at `path` is, whose names begin with `base`."""
    write_json(path / "store.json", {"format": FORMAT, "base": base, "made_by": f"claim-kg {__version__}"})
