"""Counting what a store holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.store import Store
from kg.store.stats import _size


def test_a_file_that_goes_meanwhile_is_not_counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    files = list(Path.rglob(store.path, "*"))
    monkeypatch.setattr(Path, "rglob", lambda *_: iter([*files, store.path / "gone.sst"]))
    assert store.stats()["bytes"] == sum(map(_size, files)) > 0
