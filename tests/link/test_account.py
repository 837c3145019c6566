"""The writer says that accounts differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import account
from tests.link.articles import Line, article

ONE: Line = ("Police", "said", "the man had raised a pistol")
OTHER: Line = ("Witnesses", "said", "the man had raised his empty hands")


@pytest.mark.parametrize(
    ("writer", "other", "linked"),
    [
        ("Those who saw it gave a different account.", OTHER, True),
        ("The union told a very different story.", OTHER, True),
        ("His family disputed that version.", OTHER, True),
        ("The families maintained their innocence.", OTHER, True),
        ("Villagers denied any wrongdoing.", OTHER, True),
        ("It was a cold evening.", OTHER, False),
        ("The shop has a different owner now.", OTHER, False),
        ("Those who saw it gave a different account.", ("Police", "said", "the man had raised a gun"), False),
    ],
)
def test_find(writer: str, other: Line, linked: bool) -> None:
    found = [(link.a, link.b, link.basis) for link in account.find(article(ONE, ("", "", writer), other))]
    assert found == ([("a0", "a2", "explicit")] if linked else [])


@pytest.mark.parametrize(
    ("between", "linked"),
    [
        (", a charge that the board denied,", True),
        (" - an account which the board strongly disputed -", True),
        (", a horse that the board bought,", False),
    ],
)
def test_apposed(between: str, linked: bool) -> None:
    words = "the vote was rigged"
    made = article(("Board", "said", f"{words}{between}"), ("", "noting", "that it used old rules"))
    first, second = made.attributions
    begin = first.content[0][0]
    content = ((begin, begin + len(words)),)
    claims = (replace(made.claims[0], content=content, text=words), made.claims[1])
    sides = (replace(first, content=content, speaker=None), second)
    assert bool(list(account.find(replace(made, claims=claims, attributions=sides)))) is linked


@pytest.mark.parametrize(
    ("writer", "one", "linked"),
    [
        ("The two firms disagree over the mine.", ("Police", "argue", "that the shaft is flooded"), True),
        ("The council is split on whether to sell.", ("Police", "said", "it would be wise"), True),
        ("The land is contested by both.", ("Police", "say", "it was given to them"), True),
        ("The land is contested by many.", ("Police", "say", "it was given to them"), False),
        ("The council is split.", ("Police", "say", "it was given to them"), False),
        ("The two firms disagree over the mine.", ("Police", "welcomed", "the new road"), False),
        ("The two firms disagree over the mine.", ("Police", "said", "40 percent of those asked were for it"), False),
        ("The two firms disagree over the mine.", ("Witnesses", "said", "the man had run"), False),
    ],
)
def test_both_follow(writer: str, one: Line, linked: bool) -> None:
    assert bool(list(account.find(article(("", "", writer), one, OTHER)))) is linked
