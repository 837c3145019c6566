from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.report.tones import TONES, tones

NAMES = st.text("abcdefgh", min_size=1, max_size=2)


def test_a_name_has_its_colour_whatever_else_there_is() -> None:
    alone = tones([["Ann Lee"]])["Ann Lee"]
    assert tones([["Ann Lee", "Ann Lee", "Bo Ray"], ["Cy Day"]])["Ann Lee"] == alone


@given(st.lists(st.lists(NAMES, max_size=TONES), max_size=3))
def test_those_who_stand_together_are_told_apart(met: list[list[str]]) -> None:
    found = tones(met)
    assert set(found) == {name for place in met for name in place}
    assert all(1 <= tone <= TONES for tone in found.values())
    assert found == tones([place[::-1] for place in met[::-1]])
    if len(met) == 1:
        assert len({found[name] for name in met[0]}) == len(set(met[0]))


def test_more_speakers_than_colours_share_them_evenly() -> None:
    found = list(tones([[f"P{n}" for n in range(2 * TONES)]]).values())
    assert all(found.count(tone) == 2 for tone in range(1, TONES + 1))
