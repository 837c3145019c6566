"""Different counts of the same."""

from __future__ import annotations

import pytest

from kg.link import numeric
from tests.link.articles import article


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("12 people were killed", "at least 20 people were killed", True),
        ("it had treated three patients", "five patients were treated", True),
        ("two workers had been injured", "the number of injured at four", True),
        ("it had treated three patients", "five patients were wounded", False),
        ("three people died", "40 bodies lay there", True),
        ("12 people were killed", "12 people died", False),
        ("at least 12 people were killed", "20 people were killed", False),
        ("about 100 protesters came", "105 protesters came", False),
        ("12 people were killed", "20 people were wounded", False),
        ("12 people were killed", "the town was calm", False),
        ("he heard two shots", "there were five", True),
        ("repairs would cost $3 million", "the repairs cost $12 million", True),
        ("repairs would cost $3 million", "the repairs took 12 weeks", False),
        ("he heard two shots", "two shots were heard", False),
        ("his net worth exceeds $10 billion", "it is $4.5 billion", True),
        ("his net worth exceeds $10 billion", "it is $14.5 billion", False),
        ("his net worth exceeds $10 billion", "her net worth was $3 million", False),
        ("30,000 people remain in the city", "there are no more than 9,000", True),
        ("30,000 people remain in the city", "there are no more than 90,000", False),
        ("the camp holds 120,000 people", "the true number is closer to 200,000", True),
        ("the camp holds 120,000 people", "the true number is 120,000", False),
        ("the camp holds 120,000 people in 40 rows", "the true number is closer to 200,000", False),
        ("the camp costs $3 million", "the true number is closer to 200,000", False),
        ("traders lost $6 million a day", "the cost at $2 million a day", True),
        ("traders lost $6 million a day", "they had sold goods for $2 million a week", False),
        ("repairs would cost $3 million", "it is $4.5 billion too much for anybody in this town to pay", False),
        ("Tom is 45", "that Tom is 47", True),
        ("the mill owes 5 million euros", "the mill owed nine million euros", True),
        ("a vote for the toll was 40 percent", "the vote for the toll was 45 percent", True),
        ("Tom is over 40", "Tom is 47", False),
        ("he is 45", "he is 47", False),
        ("it sold 45 mugs", "it sold 47 mugs", False),
        ("the mill owes 5 million euros", "the mill owes 9 million dollars", False),
        ("the mill opened in 1960", "the mill opened in 1970", False),
        ("the toll rose on 3 June", "the toll rose on 4 June", False),
        ("Tom has 45", "Tom lost 47", False),
    ],
)
def test_find(one: str, other: str, linked: bool) -> None:
    assert bool(list(numeric.find(article(("Army", "said", one), ("Front", "said", other))))) is linked


def test_a_bare_number_with_a_bound_answers_only_what_was_just_said() -> None:
    rain = ("", "", "It rained.")
    assert not list(
        numeric.find(article(("Army", "said", "it had asked six members"), rain, ("Front", "said", "that there are more than 100")))
    )
    assert list(numeric.find(article(("Army", "said", "he heard two shots"), rain, ("Front", "said", "there were five"))))


def test_the_third_who_counts_answers_the_first() -> None:
    told = article(("Army", "said", "it heard two shots"), ("Front", "said", "that there were five"), ("Union", "speaks of", "three"))
    assert {(x.a, x.b) for x in numeric.find(told)} == {("a0", "a1"), ("a1", "a2"), ("a0", "a2")}


def test_one_side_may_count_twice() -> None:
    assert not list(numeric.find(article(("Army", "said", "12 people were killed"), ("Army", "said", "20 people were killed"))))
