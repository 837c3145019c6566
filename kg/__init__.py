"""A claim-verification knowledge graph: who said what, in which words, and who disputes it.

`articles(path)` loads articles, `extract(text)` reads one; `open(path)` opens a store. All import what they need when called.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Article, Extraction
    from kg.store import Store

__version__ = "0.1.0"
__all__ = ["articles", "extract", "open"]


def articles(*paths: str | Path, loader: str | None = None, fields: dict[str, str] | None = None) -> Iterator[Article]:
    """The articles of files, folders, patterns and web addresses, one by one, by the loaders that their names or first bytes choose.

    `loader` is the name of one for all of them; `fields` says which field of a table holds what, as in `{"text": "body"}`. What cannot be
    read is logged as a warning, by the logger `kg.loaders`, and left out. Raises `UsageError` for an unknown loader or field,
    `MissingExtra` for a kind of file whose optional package is not installed.
    """
    from kg.loaders.opening import load

    return load([str(path) for path in paths], loader, [f"{name}={field}" for name, field in (fields or {}).items()])


def extract(article: Article | str, *, model: str | None = None) -> Extraction:
    """Read one article: an `Article` from a loader, or plain text (boilerplate is then looked for, as the text loader does).

    `model` is the name or path of the weights (default: the ones that ship with the package). Offsets in the result are `str` indices of
    `result.article.text`. What cannot be read of a text is in `result.errors`; raises `InputError` for a `str` that is no text (binary,
    HTML), and `TypeError` for what is neither `str` nor `Article`.
    """
    from kg.loaders.text import from_text
    from kg.model import Article
    from kg.reading import read

    if not isinstance(article, str | Article):
        raise TypeError(_no_article(article))
    return read(from_text(article) if isinstance(article, str) else article, model=model)


def open(path: str | Path = "kg.db", *, base: str | None = None, create: bool = True, read_only: bool = False) -> Store:  # noqa: A001
    """Open the embedded store in folder `path`, making it when it is not there and `create` is true.

    `base` is the IRI under which a new store mints its names. Raises `StoreLocked`, `StoreTooNew` or `StoreError`, as where there is no
    store and none may be made, and `TypeError` when `path` is no path.
    """
    from kg.errors import StoreError
    from kg.store import open_store

    if not isinstance(path, str | Path):
        raise TypeError(f"kg.open takes the path of the store's folder as str or Path, not {type(path).__name__}")
    if (read_only or not create) and not Path(path).exists():
        raise StoreError(f"{path}: there is no store here")
    return open_store(Path(path), base=base, create=create, read_only=read_only)


def _no_article(given: object) -> str:
    hint = "decode it first" if isinstance(given, bytes) else "for a file, give next(kg.articles(path))"
    return f"kg.extract takes the text of an article as str, or an Article, not {type(given).__name__}; {hint}"
