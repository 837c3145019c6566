"""Loaders: bytes of one kind of input to `Article`.

A loader is a `Loader` object that an entry point of the group `kg.loaders` names; `sources` finds what there is to load.
"""

from __future__ import annotations

from kg.loaders.base import MAX_BYTES, Given, Loader, Source

__all__ = ["MAX_BYTES", "Given", "Loader", "Source"]
