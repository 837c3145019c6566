"""The stores of the store's tests."""

from tests.store.conftest import empty, store

__all__ = ["empty", "store"]
