"""Model → RDF → model loses nothing, and gives the same RDF whatever the order."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TypeVar

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article, Attribution, Claim, Extraction, Run
from kg.rdf import canonical, from_quads, to_quads
from kg.rdf.terms import IS_STRING
from tests.rdf.strategies import extractions
from tests.store.sample import joint, other, sample

T = TypeVar("T")


@settings(max_examples=80, deadline=None)
@given(extractions())
def test_every_extraction_comes_back(extraction: Extraction) -> None:
    assert from_quads(to_quads(extraction)) == canonical(extraction)


@settings(max_examples=30, deadline=None)
@given(extractions())
def test_oxigraph_gives_back_the_very_terms(extraction: Extraction) -> None:
    quads = to_quads(extraction)
    store = pyoxigraph.Store()
    store.extend(quads)
    assert set(store) == set(quads)
    assert len(quads) == len(set(quads))


@settings(max_examples=30, deadline=None)
@given(extractions(), st.randoms(use_true_random=False))
def test_neither_order_nor_ids_matter(extraction: Extraction, random: Random) -> None:
    def shuffled(things: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(random.sample(things, len(things)))

    mixed = replace(
        extraction,
        entities=shuffled(extraction.entities),
        attributions=shuffled(extraction.attributions),
        claims=shuffled(extraction.claims),
        links=shuffled(extraction.links),
    )
    assert set(to_quads(mixed)) == set(to_quads(extraction))
    assert to_quads(canonical(extraction)) == to_quads(extraction)


@pytest.mark.parametrize("extraction", [sample(), other(), joint()], ids=["sample", "other", "joint"])
def test_the_samples_come_back(extraction: Extraction) -> None:
    assert from_quads(to_quads(extraction)) == canonical(extraction)


def test_hostile_text_comes_back() -> None:
    text = "NUL \x00 bell \x07 emoji 👩‍👩‍👧 right-to-left \u202e مرحبا non-character \uffff quotes \"'''\\ newline \r\n" + "x" * 1_000_000
    article = Article(text, "d", "k", "0")
    content = ((0, len(text)),)
    told = Extraction(
        article, Run("r", "m", ""), claims=(Claim("c", text, content),), attributions=(Attribution("a", (), (), content, "b", 1.0, "c"),)
    )
    assert from_quads(to_quads(told)) == canonical(told)


def test_attributions_in_the_same_place_stay_two() -> None:
    told = sample()
    twins = replace(told.attributions[0], id="twin", speaker="e4")
    both = replace(told, attributions=(*told.attributions, twins))
    assert len(from_quads(to_quads(both)).attributions) == len(told.attributions) + 1
    assert from_quads(to_quads(both)) == canonical(both)


def test_a_claim_that_nobody_makes_is_left_out() -> None:
    told = sample()
    assert "c6" in {claim.id for claim in told.claims}
    lonely = replace(told, attributions=tuple(replace(a, claim=None) if a.claim == "c6" else a for a in told.attributions), links=())
    assert len(canonical(lonely).claims) == len(told.claims) - 1


def test_statements_without_the_text_are_not_an_article() -> None:
    quads = [quad for quad in to_quads(sample()) if quad.predicate != IS_STRING]
    with pytest.raises(InputError, match="not the whole of one article"):
        from_quads(quads)
