"""A query about a claim takes an attribution for the claim that it makes, by every name that it has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.store import Store
from tests.store.sample import sample


@pytest.mark.parametrize(
    "cut",
    [str, lambda iri: f"<{iri}>", lambda iri: iri.rpartition("/")[2], lambda iri: iri.rpartition("/")[2][:12]],
    ids=["IRI", "marked IRI", "name", "beginning"],
)
def test_an_attribution_stands_for_its_claim(empty: Store, cut: Callable[[str], str]) -> None:
    empty.load(sample())
    said = next(row for row in empty.query("who-said") if row["claim_id"])
    attribution, claim = (cut(str(said[column])) for column in ("attribution", "claim_id"))
    asked = [list(empty.query("corroboration", claim=one)) for one in (attribution, claim)]
    assert asked[0] == asked[1] != []
    assert list(empty.corroboration(attribution).rows) == asked[0]
