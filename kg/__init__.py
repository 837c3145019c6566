"""A claim-verification knowledge graph: who said what, in which words, and who disputes it.

`extract(text)` reads one article; `open(path)` opens a store. Both import what they need when called.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Article, Extraction
    from kg.store import Store

__version__ = "0.1.0"
__all__ = ["extract", "open"]


def extract(article: Article | str, *, model: str | None = None) -> Extraction:
    """Read one article: an `Article` from a loader, or plain text (boilerplate is then looked for, as the text loader does).

    `model` is the name or path of the weights (default: the ones that ship with the package). Offsets in the result are `str` indices of
    `result.article.text`. Never raises on a bad text: see `result.errors`.
    """
    from kg.loaders.text import from_text
    from kg.reading import read

    return read(from_text(article) if isinstance(article, str) else article, model=model)


def open(path: str | Path = "kg.db", *, base: str | None = None, create: bool = True, read_only: bool = False) -> Store:  # noqa: A001
    """Open the embedded store in folder `path`, making it when it is not there and `create` is true.

    `base` is the IRI under which a new store mints its names. Raises `StoreLocked`, `StoreTooNew` or `StoreError`.
    """
    from kg.store import open_store

    return open_store(Path(path), base=base, create=create, read_only=read_only)
