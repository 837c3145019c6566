"""Claims that are the same but for one thing: what stands in its place, and whether that excludes them."""

from __future__ import annotations

import pytest

from kg.link.excluding import LONG, excluded, is_other, negates, rest
from kg.link.slots import replaced


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("the fire killed three workers", "the fire killed five workers", True),
        ("the fire killed three workers", "the fire killed 3 workers", False),
        ("the fire killed three workers", "the fire injured three workers", True),
        ("the fire injured three workers", "the blaze wounded three workers", False),
        ("the army killed 20 civilians in Selm", "the army killed 20 soldiers in Selm", True),
        ("the army killed 20 civilians in Selm", "the army killed 20 civilians in Orlen", True),
        ("Karsia’s army killed 20 civilians", "Sudland’s army killed 20 civilians", True),
        ("Karsia’s army killed 20 civilians", "the Karsian army killed 20 civilians", False),
        ("the mine owes 5 million dollars to the bank", "the mine owes 5 million euros to the bank", True),
        ("the mine owes 5 million dollars to the bank", "the mine owes the bank $5 million", False),
        ("the dam was built by Dutch engineers", "the dam was built by Danish engineers", True),
        ("the crane fell in Friday’s storm", "the crane fell in the storm on Friday", False),
        ("the old crane fell on Friday", "the crane fell in a storm", False),
        ("the crane fell on Friday", "the crane fell on Monday", True),
        ("the crane fell on Friday", "the crane fell on 3 May", False),
        ("drinking tea lowers the risk of a stroke", "drinking coffee lowers the risk of a stroke", True),
        ("the students were beaten by police", "police officers beat the students with batons", False),
        ("the ministry hid the report", "the report was hidden by the ministry", False),
        ("rebels shelled the town", "the army shelled the town", True),
        ("Karl Osten leads Tom J. Hale in Selm", "Mr. Osten leads Mr. Hale in Selm", False),
        ("the e-mail was sent by Hale", "the email was sent by Hale", False),
        ("I’ll say it again, it’s misleading to call it a bailout", "I'll say it again, it's misleading to call it a bailout", False),
    ],
)
def test_what_stands_in_the_place_of_what(one: str, other: str, differ: bool) -> None:
    assert bool(replaced(one, other)) == bool(replaced(other, one)) == differ


@pytest.mark.parametrize(
    ("one", "other", "basis"),
    [
        ("the fire killed three workers", "the fire killed five workers", "numeric"),
        ("the fire killed three workers", "the fire killed at least two workers", None),
        ("the fire killed three workers", "the fire killed five soldiers", None),
        ("the mine owes 5 million dollars to the bank", "the mine owes 6 million dollars to the bank", "numeric"),
        ("the mine owes 5 million dollars to the bank", "the mine owes 6 million euros to the bank", None),
        ("the pension age will be raised to 66", "the pension age would be raised to 65, not 66", "numeric"),
        ("Hale was arrested in Selm", "Hale was arrested in Orlen, not Selm", "negation"),
        ("Hale was arrested in Selm", "Hale was arrested in Orlen", None),
        ("the bypass will open in July", "the bypass would open in June", "time"),
        ("the bypass will open in May", "the bypass would open in June", "time"),
        ("the bypass will open in July", "the bypass would open by June", None),
        ("the bypass will open in July", "the bypass would not open in June", None),
        ("the ministers will meet in July", "the ministers would meet in June", None),
        ("rebels fired rockets in July", "rebels fired rockets in June", None),
        ("coffee lowers the risk of a stroke", "coffee raises the risk of a stroke", "antonym"),
        ("coffee lowers the risk of a stroke", "tea raises the risk of a stroke", None),
        ("unemployment in Selm fell to 4 percent", "unemployment in Selm rose to 4 percent", "antonym"),
        ("United beat City", "City beat United", "state"),
        ("United lost to City on Sunday", "United beat City on Sunday", "state"),
        ("United drew with City", "United beat City on Sunday", "state"),
        ("City lost to United", "United beat City on Sunday", None),
        ("United beat City on Monday", "City beat United on Sunday", None),
        ("United beat Rovers", "City beat United", None),
        ("three men died", "two men died", None),
        ("to win 334 of the 865 delegates at stake on the first day", "150 delegates are at stake in the votes of Selm and Orlen", None),
    ],
)
def test_what_excludes(one: str, other: str, basis: str | None) -> None:
    assert excluded(one, other) == excluded(other, one) == basis


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("the library would not open in June", "the library would open in June", True),
        ("the strike over pay will not go ahead next month", "the strike over pay will go ahead next month", True),
        ("the bridge was not inspected in April", "the bridge was inspected in April by engineers", True),
        ("the bridge was inspected in April", "the bridge was inspected in April by engineers", True),
        ("the bridge was not inspected in April by engineers", "the bridge was inspected in April", False),
        ("the library would not open in June", "the library would open in July", False),
        ("no school will close", "six schools will close", True),
        ("the library would not open", "the library opened", False),
        ("no one died", "one died", False),
        ("no bank executive has been prosecuted", "the bank executives escaped prosecution", False),
        ("no bank executive has been prosecuted", "the bank failed to have executives prosecuted", False),
    ],
)
def test_what_denies_nothing_else(one: str, other: str, found: bool) -> None:
    assert negates(one, other) == found


def test_a_long_claim_says_too_much_for_one_word_to_make_it_another() -> None:
    more = " ".join(f"mill{n}" for n in range(LONG))
    assert is_other("the fire killed three workers", "the fire killed five workers")
    assert not is_other(f"the fire killed three workers at {more}", f"the fire killed five workers at {more}")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the age will be raised to 65, not 66", "the age will be raised to 65"),
        ("the age will be 65, not 66, not 67", "the age will be 65"),
        ("a faulty wire, and not arson, caused the fire", "a faulty wire caused the fire"),
    ],
)
def test_what_is_set_aside(text: str, left: str) -> None:
    assert rest(text) == left
