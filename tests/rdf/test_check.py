"""An extraction that does not hold together is refused with one line that names the document and the fault."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from kg.errors import InputError
from kg.model import Attribution, Entity, Extraction, Link, Mention, Run, Sentence
from kg.rdf import to_quads
from tests.store.sample import sample

TOLD = sample()
FIRST = TOLD.attributions[0]


def with_first(first: Attribution) -> Extraction:
    return replace(TOLD, attributions=(first, *TOLD.attributions[1:]))


def linked(**changes: object) -> Extraction:
    return replace(TOLD, links=(replace(Link("a1", "a2", "same", "wording", "r/1", 0.5), **changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (with_first(replace(FIRST, speaker="e99")), "attribution a1 names 'e99'"),
        (with_first(replace(FIRST, claim="c99")), "attribution a1 names 'c99'"),
        (with_first(replace(FIRST, disputes="a99")), "attribution a1 names 'a99'"),
        (with_first(replace(FIRST, cue=((5, 5),))), "span 5–5"),
        (with_first(replace(FIRST, cue=((5, 9999),))), "span 5–9999"),
        (with_first(replace(FIRST, score=1.5)), "score of attribution a1 is 1.5"),
        (with_first(replace(FIRST, score=float("nan"))), "score of attribution a1 is nan"),
        (with_first(replace(FIRST, stance="shouts")), "'shouts' is no stance"),  # type: ignore[arg-type]
        (with_first(replace(FIRST, said_from=datetime(2024, 3, 5))), "is no date"),  # noqa: DTZ001
        (with_first(replace(FIRST, medium="Radio \ud800")), "lone surrogate .* at offset 6"),
        (replace(TOLD, article=replace(TOLD.article, doc="bad\udcff.txt")), "lone surrogate"),
        (replace(TOLD, attributions=(FIRST, FIRST), links=()), "two attribution ids"),
        (replace(TOLD, sentences=(Sentence(1, 0, 3),), links=()), "sentence 1 stands at place 0"),
        (replace(TOLD, sentences=(Sentence(0, 0, 3), Sentence(1, 0, 3)), links=()), "same place"),
        (replace(TOLD, entities=(*TOLD.entities, Entity("e8", "x", "Person", ()))), "entity e8 has no mention"),
        (replace(TOLD, entities=(*TOLD.entities, Entity("e8", "x", "Dog", (Mention(0, 1),)))), "'Dog' is no type"),  # type: ignore[arg-type]
        (replace(TOLD, claims=(replace(TOLD.claims[0], content=()), *TOLD.claims[1:])), "claim c1 has no content"),
        (linked(a="a3"), "attribution a3, which has no claim"),
        (linked(a="a99"), "a link names 'a99'"),
        (linked(evidence=(7,)), "sentence 7, which is not there"),
        (linked(score=-1), "the score of the link a1–a2 is -1"),
        (replace(TOLD, run=Run("r", "m", "", (("a=b", "c"),))), "parameter name 'a=b'"),
    ],
)
def test_what_does_not_hold_together(told: Extraction, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        to_quads(told)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(("news/harbour.txt", "'news/harbour.txt", "'bad"))
