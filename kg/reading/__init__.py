"""Article to Extraction: one stage a file, called in turn by `read`."""

from __future__ import annotations

from kg.model import Article, Extraction


def read(article: Article, *, model: str | None = None) -> Extraction:
    """Read one article with the model of that name or in that folder (default: the one that ships).

    Returns sentences, entities, claims, attributions and links, with offsets into `article.text`; what could not be read is in `errors`.
    Raises only `UsageError`, for a model that is not there.
    """
    from kg.reading.assemble import assemble

    return assemble(article, model)
