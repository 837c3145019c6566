"""A country and its people."""

from __future__ import annotations

import pytest

from kg.reading.names.demonyms import settle


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ({"lothia": "Place", "lothian": "Place"}, {"lothia": "Place", "lothian": "NORP"}),
        ({"sarrane": "Person", "sarrani": "Place"}, {"sarrane": "Place", "sarrani": "NORP"}),
        ({"swede": "Organization"}, {"swede": "NORP"}),
        ({"selm": "Place", "hale": "Person"}, {"selm": "Place", "hale": "Person"}),
        ({"martin": "Person", "mart": "Place"}, {"martin": "Person", "mart": "Place"}),
    ],
)
def test_settle(kinds: dict[str, str], found: dict[str, str]) -> None:
    assert settle(kinds, set()) == found


def test_parts_of_full_names_stay_what_they_are() -> None:
    assert settle({"lothia": "Place", "lothian": "Place"}, {"lothian"})["lothian"] == "Place"
