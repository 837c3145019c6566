"""Signs that a saying answers the one before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link.pairs import said
from kg.link.signs import Turn, heated, points
from tests.link.articles import article


def _turn(one: str = "the dam had held", other: str = "water had come in", cue: str = "said") -> Turn:
    made = article(("Mill", "said", one), ("Union", cue, other))
    a, b = said(made)
    return Turn(a, b, made.article.text, " ", *[False] * 8)


PLAIN = points(_turn())


def _with_a_scrap() -> Turn:
    """A turn over two paragraphs, the second saying with a scrap of the first paragraph in its content."""
    turn = _turn()
    attribution = replace(turn.b.attribution, content=(turn.a.attribution.content[0], *turn.b.attribution.content))
    return replace(turn, b=replace(turn.b, attribution=attribution), text=turn.text.replace(". ", ".\n"))


@pytest.mark.parametrize(
    ("turn", "worth"),
    [
        (replace(_turn(), opens=True), 0.5),
        (replace(_turn(), closes=True), 0.75),
        (replace(_turn(), third=True), -1.0),
        (replace(_turn(), answered=True), -1.5),
        (replace(_turn(), went_on=True), 0.5),
        (replace(_turn(), goes_on=True), 0.5),
        (replace(_turn(), at_odds=True), 1.0),
        (replace(_turn(), allies=True), -1.0),
        (replace(_turn(), between="also"), -1.0),
        (replace(_turn(), between="One of them"), -1.0),
        (_turn(other="water, too, had come in"), -1.0),
        (replace(_turn(), text=_turn().text.replace(". ", ".\n")), -1.75),
        (_with_a_scrap(), -1.75),
        (_turn(other="no water had come in"), 0.5 + 0.25),
        (_turn(other="the dam had never held"), 0.25 + 1.5),
        (_turn(other="nothing had come in"), 0.5 + 0.25),
        (_turn(other="water comes in"), -0.25),
        (_turn(other="water would come in, it had warned"), -0.75),
        (_turn(other="it had hoped for rain"), 0.5 - 1.0),
        (_turn(other="it had sympathised with them"), 0.5 - 1.0),
        (_turn(other="water had burst the sluices, swept away two barns and drowned sixty cattle in the lower meadows near Selm"), -0.5),
        (_turn(cue="repeated"), -1.0),
        (_turn(cue="replied"), -1.0 + 0.5),
        (_turn("40 had come", "12 had come"), 0.75),
    ],
)
def test_points(turn: Turn, worth: float) -> None:
    assert points(turn) - PLAIN == pytest.approx(worth)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill denied it. The union insisted.", True),
        ("The mill said so. The union agreed.", False),
        ("The mill denied it. " + "It rained. " * 120, False),
    ],
)
def test_heated(text: str, expected: bool) -> None:
    assert heated(text) is expected
