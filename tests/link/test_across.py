"""Sayings of two articles: the same claim, claims that exclude each other, and what the days between make of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.link.across import POSSIBLE, judge
from kg.link.blocks import keys
from kg.link.pairs import stem
from kg.link.told import Told, dump, load, told
from kg.rdf import DEFAULT_BASE, canonical, names
from tests.link.articles import Line, article

DAY = date(2024, 3, 8)


def one(line: Line, day: date | None = DAY) -> Told:
    made = article(line, Averly="Place", Selm="Place")
    made = canonical(replace(made, article=replace(made.article, published=day)))
    [found] = told(made, names(made.article, made.run, DEFAULT_BASE))
    return found


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("the old Averly crane fell into the harbor", "the old crane at Averly fell into the harbor on Friday", "wording"),
        ("the old rusty crane fell into the harbor", "the old rusty crane fell into the harbor", None),
        ("the old Averly crane fell into the harbor", "the old Selm crane fell into the harbor", None),
        ("12 people were killed at the Averly harbor", "20 people were killed at the Averly harbor", "numeric"),
        ("the Averly vote was free and fair to voters", "the Averly vote was rigged against voters", "state"),
        ("the Averly union released every old prisoner", "the Averly union had not released any old prisoner", "negation"),
        ("it might have released every Averly prisoner", "it had not released every Averly prisoner", None),
        ("the mayor of Averly should pay the old union", "the mayor of Averly did not pay the old union", None),
        ("the mayor for not paying the old Averly union", "the mayor had paid the old Averly union", None),
        ("crane wages in Averly rose sharply last year", "crane wages in Averly fell sharply last year", "antonym"),
        ("the Averly group gave an award for raising money", "the Averly group is no committee and will not raise money", None),
        ("three other people were killed at the Averly harbor", "20 people were killed at the Averly harbor", None),
        ("the Averly ferry sank", "the Averly ferry was painted", None),
        ("the blaze at the Averly mill killed three workers", "the blaze at the Averly mill killed five workers", "numeric"),
        ("the blaze at the Averly mill killed three workers", "the blaze at the Averly mill injured three workers", None),
        ("the blaze at the Averly mill killed three workers", "the Averly mill fire killed 3 workers", "wording"),
        ("the army of Averly killed 20 civilians in the south", "the army of Averly killed 20 soldiers in the south", None),
        ("the Averly mine owes 5 million dollars to the bank", "the Averly mine owes 5 million euros to the bank", None),
        ("the Averly mine owes 5 million dollars to the bank", "the bank owes 5 million dollars to the Averly mine", None),
        ("Averly beat Selm in the final of the old cup", "Selm beat Averly in the final of the old cup", "state"),
        ("the Averly library would open in June", "the Averly library would open in July", "time"),
        ("the Averly library would open in June", "the Averly library would not open in June", "negation"),
        ("the Averly library would open in July", "the Averly library would not open in June", None),
        ("the Averly strike over pay will go ahead", "the Averly strike over pay will not go ahead", "negation"),
    ],
)
def test_judge(a: str, b: str, found: str | None) -> None:
    finding = judge(one(("Army", "said", a)), one(("Front", "said", b)))
    assert (finding and finding.basis) == found


def called(told_: Told, word: str) -> Told:
    """The same in an article of which that word is part of a name."""
    return replace(told_, said=replace(told_.said, names=told_.said.names | {word}))


DENIED: Line = ("Front", "denied", "that the old Averly crane fell into the harbor")
FELL: Line = ("Army", "said", "the old Averly crane fell into the harbor")


@pytest.mark.parametrize(
    ("day", "sure"), [(DAY, 0.8), (date(2024, 3, 11), 0.8), (date(2024, 3, 20), 0.64), (date(2024, 5, 1), None), (None, 0.36)]
)
def test_what_was_so_may_be_so_no_more(day: date | None, sure: float | None) -> None:
    finding = judge(one(FELL), one(DENIED, day))
    assert (finding and finding.sure) == sure


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (("Army", "said", "no old Averly crane fell into the harbor"), None),
        (("Army", "said", "the old Averly crane never fell into the harbor"), None),
        (("Army", "disputed", "reports that the old Averly crane fell into the harbor"), "wording"),
        (("Army", "said", "the old Averly crane fell into the harbor"), "negation"),
    ],
)
def test_who_denies_it_is_not_contradicted_by_who_says_it_is_not_so(line: Line, found: str | None) -> None:
    finding = judge(one(line), one(DENIED))
    assert (finding and finding.basis) == found


def test_one_speaker_who_turns_round() -> None:
    one_day = date(2024, 3, 10)
    finding = judge(one(FELL), one(("Army", *DENIED[1:]), one_day))
    assert finding is not None
    assert (finding.relation, finding.basis) == ("contradicts", "reversal")
    assert judge(one(FELL), one(("Army", *DENIED[1:]))) is None


def test_a_toll_may_rise() -> None:
    few, many = (
        ("Army", "said", "12 people were killed at the Averly harbor"),
        ("Front", "said", "20 people were killed at the Averly harbor"),
    )
    risen = judge(one(few), one(many, date(2024, 3, 10)))
    assert risen is not None
    assert risen.sure < POSSIBLE
    fallen = judge(one(many), one(few, date(2024, 3, 10)))
    assert fallen is not None
    assert fallen.sure > POSSIBLE


@pytest.mark.parametrize(
    ("a", "b", "sure"),
    [
        ("crane wages in Averly rose sharply", "crane wages in Averly fell sharply", False),
        ("crane wages in Averly rose sharply last year", "crane wages in Averly fell sharply last year", True),
        ("Averly beat Selm in the old cup", "Selm beat Averly in the old cup", False),
        ("Averly beat Selm in the old cup on Sunday", "Selm beat Averly in the old cup on Sunday", True),
        ("the Averly library would open in June", "the Averly library would not open in June", True),
    ],
)
def test_prices_rise_and_fall_from_day_to_day(a: str, b: str, sure: bool) -> None:
    finding = judge(one(("Army", "said", a)), one(("Front", "said", b), date(2024, 3, 10)))
    assert finding is not None
    assert (finding.sure > POSSIBLE) == sure


@pytest.mark.parametrize(
    ("a", "b", "met"),
    [
        ("the Averly library would open in June", "the Averly library would not open in June", True),
        ("the old Averly crane fell", "the old crane at Averly would fall", True),
        ("Averly beat Selm in May", "Averly beat Selm on Sunday", True),
        ("Averly beat Selm in May", "Averly beat Orlen in May", False),
        ("the old Averly crane fell", "the old Selm crane fell", False),
    ],
)
def test_which_are_compared_at_all(a: str, b: str, met: bool) -> None:
    left, right = (called(one((who, "said", words)), stem("library")) for who, words in (("Army", a), ("Front", b)))
    assert bool(keys(left) & keys(right)) == met


def test_what_is_kept_of_a_saying_is_what_is_compared() -> None:
    a, b = one(FELL), one(DENIED)
    assert judge(load(dump(a)), load(dump(b))) == judge(a, b)
    assert dump(load(dump(a))) == dump(a)
