"""A verdict on what is told within it."""

from __future__ import annotations

import pytest

from kg.link import embedded
from kg.model import Attribution, Claim, Extraction
from tests.link.articles import article

NOUNS = ("allegations", "claim", "date")


def nested(content: str) -> Extraction:
    """One saying, in which a nominal one ("allegations that he sold it") has the words between "that" and the next verb "was" or "were"."""
    made = article(("Hale", "said", content))
    [outer] = made.attributions
    noun = next(n for n in NOUNS if n in content)
    begin = made.article.text.index(noun)
    told = begin + len(noun) + 1
    end = min(i for i in (made.article.text.find(w, told) for w in (" was ", " were ")) if i > 0)
    claim = Claim("c9", made.article.text[told:end], ((told, end),))
    inner = Attribution("a9", (), ((begin, begin + len(noun)),), ((told, end),), "test", 0.9, "c9")
    return Extraction(made.article, made.run, made.sentences, made.entities, (*made.claims, claim), (outer, inner))


@pytest.mark.parametrize(
    ("content", "linked"),
    [
        ("the allegations that he sold the mill were false", True),
        ("the allegations that he sold the mill were patently false", True),
        ("the claim that rents rose was nonsense", True),
        ("the claim that rents rose was not false", False),
        ("the claim that rents rose was made in May", False),
        ("the date that rents rose was wrong", False),
        ("it rained, and the police had heard in a letter the claim that rents rose was false", False),
    ],
)
def test_find(content: str, linked: bool) -> None:
    assert [(x.a, x.b) for x in embedded.find(nested(content))] == ([("a0", "a9")] if linked else [])
