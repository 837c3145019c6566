"""What a run was asked to do, kept beside its output, so that a second run goes on with the same."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Final

from kg.corpus import MARK
from kg.corpus import RUN_FILE as _NAME
from kg.errors import InputError, UsageError
from kg.loaders.base import Given

FORMAT: Final = 1
"""Raised when an older version could no longer read what this one writes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The inputs, and all that changes what is read of them. `extractor` and `model_sha256` are of what reads."""

    inputs: tuple[str, ...]
    extractor: str
    model_sha256: str
    loader: str | None = None
    max_bytes: int | None = None
    model: str | None = None
    date: str | None = None
    publisher: str | None = None
    encoding: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    language: str | None = None

    @property
    def given(self) -> Given:
        """What the caller says about every document."""
        day = date.fromisoformat(self.date) if self.date else None
        return Given(date=day, publisher=self.publisher, encoding=self.encoding, fields=self.fields)


def save(folder: Path, settings: Settings) -> None:
    """Write the settings of a new run, whole or not at all."""
    draft = folder / f".{_NAME}"
    draft.write_text(json.dumps({MARK: FORMAT, **asdict(settings)}, indent=1) + "\n", encoding="utf-8")
    draft.replace(folder / _NAME)


def stored(folder: Path) -> Settings:
    """The settings of the run in `folder`. Raises `InputError` when they cannot be read, or are of a later version."""
    try:
        found = json.loads((folder / _NAME).read_bytes())
        if found.pop(MARK) > FORMAT:
            raise InputError(f"{folder}: made by claim-kg {found.get('extractor')}, which is newer: upgrade it to go on")
        return Settings(**{name: _plain(value) for name, value in found.items()})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder / _NAME}: not the settings of a run: {error}") from error


def check_same(folder: Path, old: Settings, new: Settings) -> None:
    """Raise `UsageError` naming what differs, when a run is to go on with other settings than it began with."""
    for field in fields(Settings):
        was, is_ = getattr(old, field.name), getattr(new, field.name)
        if was != is_:
            told = f"{folder} holds a run with {field.name} {_shown(was)}, not {_shown(is_)}"
            raise UsageError(f"{told}: go on with what it began with, or give another --out")


def _plain(value: Any) -> Any:  # noqa: ANN401
    return tuple(_plain(one) for one in value) if isinstance(value, list) else value


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
