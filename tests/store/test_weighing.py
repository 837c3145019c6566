"""A link between articles is as sure as the less sure of its readings: also at once after a decision, and after that was taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.model import Extraction
from kg.review import Decision, Speaker, text_sha256
from kg.review.decision import place_of
from kg.store import Store
from tests.store.conftest import rows_of
from tests.store.test_linking import DENIED, SAID, told

SCORES = "SELECT ?l ?s { ?l a kg:Link ; kg:score ?s ; kg:rule ?r FILTER(CONTAINS(?r, 'across') || CONTAINS(?r, 'same-claim')) }"


def unsure(made: Extraction) -> Extraction:
    return replace(made, attributions=tuple(replace(a, score=0.6) for a in made.attributions))


@pytest.fixture
def linked(empty: Store) -> tuple[Store, Decision]:
    made = unsure(told("one", SAID))
    empty.load(made)
    empty.load(told("two", DENIED))
    empty.link()
    return empty, Decision("accepted", place_of(made.attributions[0], text_sha256(made.article.text)))


@pytest.mark.parametrize("of", [lambda d: d, lambda d: replace(d, verdict="corrected", speaker=Speaker())], ids=["accepted", "corrected"])
def test_links_are_weighed_with_the_decision_and_without_it(
    linked: tuple[Store, Decision], of: Callable[[Decision], Decision], exported: Callable[[Store], bytes]
) -> None:
    store, decision = linked
    before, was = rows_of(store, SCORES), exported(store)
    assert before
    [iri] = store.decide([of(decision)])
    after = exported(store)
    assert min(float(str(row["s"])) for row in rows_of(store, SCORES)) > min(float(str(row["s"])) for row in before)
    assert store.link().statements == 0
    assert exported(store) == after
    store.undecide(iri)
    assert exported(store) == was
    assert store.link().statements == 0
    assert exported(store) == was
