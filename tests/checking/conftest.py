from __future__ import annotations

from tests.store.conftest import empty, linked, store

__all__ = ["empty", "linked", "store"]
