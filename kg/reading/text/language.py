"""Which language a text is in."""

from __future__ import annotations

from kg.model import Article
from kg.reading.network.pieces import paragraphs

SHORTEST, SHORT, SAMPLE = 60, 200, 600  # characters: below the first nothing is told, and no more than the last are looked at
_PLAIN = 60  # how much more likely, as a logarithm, another language than English must be for a short text to be in it


def of_article(article: Article) -> str | None:
    """The language that the article says it is in, else the one of its first paragraphs; None when that cannot be told."""
    first = paragraphs(article.text[: 50 * SAMPLE], article.skipped)[:40]
    return article.language or of("\n".join(article.text[b:e] for b, e in first))


def is_another(found: str | None, wanted: str) -> bool:
    """Whether `found`, as `of_article` tells it, is another language than `wanted`; what cannot be told is taken for it."""
    return found is not None and found.split("-")[0].lower() != wanted.split("-")[0].lower()


def is_code(text: str) -> bool:
    """Whether `text` is the code of a language that can be told, perhaps with a country: "en", "pt-BR"."""
    import py3langid

    return text.split("-")[0].lower() in {code for code, _ in py3langid.rank("")}


def of(text: str) -> str | None:
    """ISO 639-1 code of the language, or None for a text too short to tell; a short one is told only where it is plainly not English."""
    import py3langid

    sample = " ".join(text[: 2 * SAMPLE].split())[:SAMPLE].lower()
    if len(sample) >= SHORT:
        return str(py3langid.classify(sample)[0])
    likely = dict(py3langid.rank(sample)) if len(sample) >= SHORTEST else {"en": 0}
    best = max(likely, key=likely.__getitem__)
    return str(best) if likely[best] - likely["en"] >= _PLAIN else None
