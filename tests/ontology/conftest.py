"""The stores of the store's tests."""

from tests.store.conftest import empty, linked, store

__all__ = ["empty", "linked", "store"]
