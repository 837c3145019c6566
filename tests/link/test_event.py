"""Sayings of two articles of one event that exclude each other though they share few words, and of two events that do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.link.across import POSSIBLE, judge
from kg.link.blocks import keys
from kg.link.told import Told, dump, load, told
from kg.link.unheeded import excludes
from kg.model import EntityType
from kg.rdf import DEFAULT_BASE, canonical, names
from tests.link.articles import Line, article

DAY, NEXT = date(2024, 3, 8), date(2024, 3, 9)
OF_FERRY: dict[str, EntityType] = {"Ester_Dawn": "Organization", "Port_Averly": "Place", "Selm": "Place"}
ELSEWHERE: dict[str, EntityType] = {"Tom_Hale": "Person", "Orlen": "Place", "Selm": "Place"}


def one(line: Line, day: date | None = DAY, **entities: EntityType) -> Told:
    """What is said in an article that names `entities`, or what those of the same ferry do."""
    made = article(line, disputes=None, relays=None, **(entities or OF_FERRY))
    made = canonical(replace(made, article=replace(made.article, published=day)))
    [found] = told(made, names(made.article, made.run, DEFAULT_BASE))
    return found


def met(a: Told, b: Told) -> str | None:
    """On what it rests that they exclude each other, of those that are compared at all."""
    finding = judge(a, b) if keys(a) & keys(b) else None
    return finding.basis if finding and finding.relation == "contradicts" else None


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("at least 31 people died when the Ester Dawn capsized", "27 people had been killed in the sinking of the Ester Dawn", "numeric"),
        ("31 people died when the Ester Dawn capsized on Sunday", "the Ester Dawn left 27 dead on Sunday", "numeric"),
        ("31 people died when the Ester Dawn capsized on Sunday", "the Ester Dawn left 27 dead on Monday", None),
        ("31 people died when the Ester Dawn capsized", "more than 27 people had been killed on the Ester Dawn", None),
        ("31 people died when the Ester Dawn capsized", "27 people were hurt on the Ester Dawn", None),
        ("31 people died when the Ester Dawn capsized", "12 others had been killed on the Ester Dawn", None),
        ("31 people died when the Ester Dawn capsized", "up to 40 would have been killed on the Ester Dawn if it had burned", None),
        ("31 people died in a fire at Port Averly", "27 people had been killed in the landslide at Selm", None),
        ("31 people died in a fire in Selm", "27 people had been killed by the landslide in Selm", None),
        ("31 people died in the landslide in Selm", "27 people had been killed by the landslide in Selm", "numeric"),
        ("14 people died in the landslide in Selm", "nine children had died in the landslide in Selm", None),
        ("the mine lost 2.3 million crowns last year", "the mine had lost 3.1 million crowns last year, not 2.3 million", "numeric"),
        ("the mine sold 2.3 million tonnes", "the firm had spent 3.1 million crowns last year, not 2.3 million", None),
        ("31 people were on board", "the figure of 31 is wrong", "numeric"),
        ("31 people were on board", "the figure of 31 is right", None),
        ("37 people were on board", "the figure of 31 is wrong", None),
        ("the army controls Selm", "the rebels control Selm", "state"),
        ("the army controls Selm", "the rebels control Port Averly", None),
        ("the army controls Selm", "the rebels control the airport of Selm", None),
        ("the army controls the airport of Selm", "the rebels control the airport of Selm", "state"),
        ("the army controls Selm", "government forces control Selm", None),
        ("the army controls Selm", "the rebels would control Selm", None),
        ("the army controls Selm", "the rebels had lost Selm", None),
        ("government troops have recaptured the town of Selm", "our fighters hold Selm, and they will go on holding it", "state"),
        ("the captain had ignored a storm warning", "the captain had not received any storm warning", "negation"),
        ("the captain had ignored a storm warning", "no warning ever reached the bridge", "negation"),
        ("the captain had ignored a storm warning", "the mate had not received any storm warning", None),
        ("the old captain was drunk that night", "the old captain was not drunk that night", "negation"),
        ("the old captain was drunk that night", "the old captain was not asleep in the harbour", None),
    ],
)
def test_of_one_event(a: str, b: str, found: str | None) -> None:
    assert met(one(("Army", "said", a)), one(("Front", "said", b), NEXT)) == found
    assert met(one(("Front", "said", b), NEXT), one(("Army", "said", a))) == found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the captain had ignored a storm warning", "the captain had not received any storm warning"),
        ("the old captain was drunk that night", "the old captain was not drunk that night"),
        ("31 people were on board", "the figure of 31 is wrong"),
    ],
)
def test_what_names_nothing_itself_is_of_the_event_of_its_article(a: str, b: str) -> None:
    there = one(("Army", "said", a))
    assert met(there, one(("Front", "said", b), DAY, **ELSEWHERE)) is None
    assert met(there, one(("Front", "said", b), date(2024, 3, 14))) is None
    finding = judge(there, one(("Front", "said", b), None))
    assert finding is not None
    assert finding.sure < POSSIBLE


def test_a_toll_may_have_risen_and_a_place_long_since_taken_excludes_nothing() -> None:
    few, many = (("Army", "said", f"{n} people died when the Ester Dawn capsized on Sunday") for n in (27, 31))
    risen = judge(one(few), one(("Front", *many[1:]), NEXT))
    assert risen is not None
    assert risen.sure < POSSIBLE
    held, taken = ("Army", "said", "the army controls Selm"), ("Front", "said", "the rebels control Selm")
    assert met(one(held), one(taken, date(2024, 5, 8))) is None


@pytest.mark.parametrize(
    ("a", "b", "sure"),
    [
        ("the landslide in Selm killed 31 people", "27 people were killed in the landslide in Selm", True),
        ("a landslide in Selm killed 31 people", "27 people were killed in a landslide in Selm", False),
        ("at least 31 people had died", "27 people had died on the Ester Dawn", False),
        ("strikes of Averly on Selm killed 31 people", "27 people were killed in Selm by strikes of Averly", False),
    ],
)
def test_of_what_there_may_be_two_it_is_only_possible(a: str, b: str, *, sure: bool) -> None:
    one_, other = one(("Army", "said", a)), one(("Front", "said", b), NEXT)
    finding = judge(one_, other) if keys(one_) & keys(other) else None
    assert finding is not None
    assert (finding.sure > POSSIBLE) == sure


def test_who_speaks_of_the_same_side_is_no_other() -> None:
    assert met(one(("Army", "said", "Selm is under our control")), one(("Army", "said", "the army holds Selm"), NEXT)) is None
    assert met(one(("Army", "said", "Selm is under our control")), one(("Front", "said", "our fighters hold Selm"), NEXT)) == "state"


def test_it_is_kept_for_later() -> None:
    a, b = one(("Army", "said", "Selm is under our control")), one(("Front", "said", "we hold Selm"), NEXT)
    assert met(load(dump(a)), load(dump(b))) == met(a, b) == "state"
    assert load(dump(a)).around == a.around == ("army", "ester dawn", "port averly", "selm")
    assert a.voices == ("Army",)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("the mayor ignored two letters", "the mayor never received a letter", True),
        ("the mayor ignored two letters", "the mayor never received an order", False),
        ("the mayor may have ignored a letter", "the mayor never received a letter", False),
        ("the crew was given an evacuation order", "no order was given", True),
        ("the crew was given an evacuation order", "no order was obeyed", False),
        ("the mayor did not ignore the letter", "the mayor never received a letter", False),
    ],
)
def test_who_ignored_something_had_it(one: str, other: str, *, found: bool) -> None:
    assert excludes(one, other) == excludes(other, one) == found


OF_OFFICE: dict[str, EntityType] = {"Ana_Ruiz": "Person", "Tom_Hale": "Person", "Selm": "Place"}


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (("Army", "said", "Tom Hale had resigned of his own accord"), ("Front", "said", "Ana Ruiz sacked Tom Hale"), "state"),
        (("Army", "said", "Ana Ruiz had forced Tom Hale out"), ("Tom Hale", "said", "I was not pushed"), "state"),
        (("Army", "said", "Ana Ruiz had not sacked Tom Hale"), ("Front", "said", "Tom Hale was dismissed by her"), "state"),
        (("Tom Hale", "said", "I was fired"), ("Tom Hale", "said", "I was not pushed"), "reversal"),
        (("Hale", "said", "I was fired"), ("Tom Hale", "said", "I was not pushed"), "reversal"),
        (("Army", "said", "Tom Hale had resigned"), ("Front", "said", "Ana Ruiz sacked Tom Hale"), None),
        (("Army", "said", "Ana Ruiz would sack Tom Hale"), ("Front", "said", "Tom Hale was not sacked"), None),
        (("Army", "said", "Ana Ruiz sacked Tom Hale"), ("Front", "said", "Tom Hale was dismissed"), None),
        (("Army", "said", "Ana Ruiz dismissed Tom Hale as a liar"), ("Front", "said", "Tom Hale was not dismissed"), None),
        (("Army", "said", "Tom Hale was sacked"), ("Front", "said", "Ana Ruiz resigned of her own will"), None),
        (("Army", "said", "the mayor fired Selm rockets"), ("Tom Hale", "said", "I was not fired"), None),
    ],
)
def test_who_was_made_to_go(a: Line, b: Line, found: str | None) -> None:
    assert met(one(a, DAY, **OF_OFFICE), one(b, NEXT, **OF_OFFICE)) == found
