"""When a name stands for an entity, and when for nobody in particular."""

from __future__ import annotations

import pytest

from kg.namesakes import Called, Member, may_be_one, stands_for

MEMBERS = {
    "E": [Member("m1", {"ana ruiz", "ruiz"}, "Person"), Member("m2", {"pell"}, "Person")],
    "B": [Member("m3", {"selm bank", "sb"}, "Organization")],
}
ANA = Called("m1", "ana ruiz", "Person", "E")


def asked(*called: Called) -> str | None:
    return stands_for("ruiz", called, MEMBERS.__getitem__)


def test_what_is_of_one_entity() -> None:
    assert asked(ANA) == asked(ANA, Called("m2", "pell", "Person", "E")) == "E"
    assert asked() is asked(Called("m9", "ana ruiz", "Person", None)) is None


@pytest.mark.parametrize(
    "beside",
    [
        Called("m8", "pedro ruiz", "Person", "F"),
        Called("m8", "pedro ruiz", "Person", None),
        Called("m8", "ruiz", "Place", None),
        Called("m8", "ana ruiz", "Person", None, frozenset({"m2"})),
    ],
)
def test_a_namesake_makes_it_nobody_in_particular(beside: Called) -> None:
    assert asked(ANA, beside) is None


@pytest.mark.parametrize(
    "beside",
    [
        Called("m8", "ruiz", "Person", None),
        Called("m8", "ana ruiz", "Person", None, frozenset({"m9"})),
        Called("m8", "pell", "Person", None),
    ],
)
def test_who_is_alone_and_has_no_other_name_is_no_namesake(beside: Called) -> None:
    assert asked(ANA, beside) == "E"


def test_what_is_only_called_so_is_no_namesake_of_an_organization() -> None:
    bank = Called("m3", "selm bank", "Organization", "B")
    for other in (Called("m7", "selm bank trust", "Organization", None), Called("m7", "selm bank trust", "Organization", "F")):
        assert stands_for("selm bank", [bank, other], MEMBERS.__getitem__) == "B"
        assert stands_for("bank", [bank, other], MEMBERS.__getitem__) is None
    for other in (Called("m7", "selm bank", "Organization", "F"), Called("m7", "tom selm bank", "Person", None)):
        assert stands_for("selm bank", [bank, other], MEMBERS.__getitem__) is None
    assert stands_for("sb", [bank, Called("m7", "sb", "Group", None)], MEMBERS.__getitem__) == "B"


@pytest.mark.parametrize(
    ("kinds", "others", "may"),
    [
        ({"Person"}, {"Person"}, True),
        ({"Person"}, {"Place"}, False),
        ({"Person"}, {"Group"}, False),
        ({"Organization"}, {"Group"}, True),
        ({"Place"}, {"Organization"}, True),
        ({"Place"}, {"Group"}, False),
        ({"Place"}, {"Group", "Organization"}, True),
    ],
)
def test_kinds_that_may_be_one(kinds: set[str], others: set[str], *, may: bool) -> None:
    assert may_be_one(kinds, others) is may_be_one(others, kinds) is may
