"""What is told within a saying that sets it aside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import aside
from kg.model import Attribution, Claim, Extraction
from tests.link.articles import article


def nested(cue: str, content: str, inner: str, told: str, *, speaker: str = "") -> Extraction:
    """One saying of Hale's, in which `inner` tells `told`: of nobody, or of `speaker`."""
    made = article(("Hale", cue, content), Ruiz="Person")
    [outer] = made.attributions
    at = made.article.text.index(inner, outer.content[0][0])
    begin = made.article.text.index(told, at + len(inner))
    spans = ((begin, begin + len(told)),)
    who = next((e.id for e in made.entities if e.name == speaker), None)
    saying = Attribution("a9", (), ((at, at + len(inner)),), spans, "test", 0.6, "c9", speaker=who)
    return replace(made, claims=(*made.claims, Claim("c9", told, spans)), attributions=(outer, saying))


@pytest.mark.parametrize(
    ("cue", "content", "inner", "told", "linked"),
    [
        ("forcefully struck down", "assertions that the mill leaks", "assertions", "that the mill leaks", True),
        ("pushed back against", "the firm’s suggestion that the mill leaks", "suggestion", "that the mill leaks", True),
        ("did not believe", "the government’s claims that money was lost", "claims", "that money was lost", True),
        ("denounced", "the mayor’s call for a ban on barges", "call for", "a ban on barges", True),
        ("did not dismiss", "the notion that the mill leaks", "notion", "that the mill leaks", False),
        ("refused to denounce", "the claim that the mill leaks", "claim", "that the mill leaks", False),
        ("repeated", "assertions that the mill leaks", "assertions", "that the mill leaks", False),
        ("struck down", "a law that came after assertions that the mill leaks", "assertions", "that the mill leaks", False),
        ("struck down", "a ban on barges and heard in a long and noisy meeting of all the council, till late, the claim that it leaks",
         "claim", "that it leaks", False),
        ("denounced", "what they called a war of words", "called", "a war of words", False),
        ("scolded", "Ruiz for suggesting that they should leave", "suggesting", "that they should leave", True),
        ("blasted", "Ruiz over his remarks that they should leave", "remarks", "that they should leave", True),
        ("blasted", "Ruiz after the port claims a nuclear test", "claims", "a nuclear test", False),
        ("thanked", "Ruiz for suggesting that they should leave", "suggesting", "that they should leave", False),
    ],
)  # fmt: skip
def test_find(cue: str, content: str, inner: str, told: str, linked: bool) -> None:
    found = [frozenset((x.a, x.b)) for x in aside.find(nested(cue, content, inner, told))]
    assert found == ([frozenset(("a0", "a9"))] if linked else [])


@pytest.mark.parametrize(("speaker", "linked"), [("Ruiz", True), ("Hale", False)])
def test_one_does_not_set_aside_what_oneself_has_said(speaker: str, linked: bool) -> None:
    made = nested("dismissed", "the claim that the mill leaks", "claim", "that the mill leaks", speaker=speaker)
    assert bool(list(aside.find(made))) is linked


@pytest.mark.parametrize(("disputed", "speaker", "linked"), [("a9", "", False), ("a7", "", False), ("a7", "Ruiz", True)])
def test_what_the_reading_has_is_not_linked_again(disputed: str, speaker: str, linked: bool) -> None:
    """That one disputes what is told, or somebody else who says what is told of nobody."""
    made = nested("dismissed", "the claim that the mill leaks", "claim", "that the mill leaks", speaker=speaker)
    outer, saying = made.attributions
    assert bool(list(aside.find(replace(made, attributions=(replace(outer, disputes=disputed), saying))))) is linked


def test_what_is_told_elsewhere_is_not_set_aside() -> None:
    made = article(("Ruiz", "repeated", "the claim that it leaks"), ("Hale", "dismissed", "the mayor"))
    assert not list(aside.find(made))
