"""A claim-verification knowledge graph: who said what, in which words, and who disputes it.

`extract(text)` reads one article; `open(path)` opens a store. Both import what they need when called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.extract import extract as extract
    from kg.store import open as open  # noqa: A004

__version__ = "0.1.0"
__all__ = ["extract", "open"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name == "extract":
        from kg.extract import extract

        return extract
    if name == "open":
        from kg.store import open as open_store

        return open_store
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
