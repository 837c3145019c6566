"""Numbers that somebody puts on something."""

from __future__ import annotations

import pytest

from kg.reading.rules import counted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police put the size of the crowd at 8,000.", [("Police", "put", "the size of the crowd at 8,000")]),
        (
            "The union has put the number of idle mills at more than 40.",
            [("The union", "has put", "the number of idle mills at more than 40")],
        ),
        ("He put the front's losses at four dead.", [("He", "put", "the front's losses at four dead")]),
        ("Ruiz put the toll at 12, while Hale left.", [("Ruiz", "put", "the toll at 12")]),
        ("The mill acknowledged six deaths.", [("The mill", "acknowledged", "six deaths")]),
        ("Police spoke of four arrests.", [("Police", "spoke of", "four arrests")]),
        ("The mill puts the figure at 11.", [("The mill", "puts", "the figure at 11")]),
        ("Insurers put the damage at $4 billion.", [("Insurers", "put", "the damage at $4 billion")]),
        ("The mill puts the cost of the work at £30m.", [("The mill", "puts", "the cost of the work at £30m")]),
        ("The union’s own figure is 600.", [("The union", "own figure is", "600")]),
        ("The board's count was about 40 crates.", [("The board", "count was", "about 40 crates")]),
        ("The board put the spill at 2,000 barrels.", [("The board", "put", "the spill at 2,000 barrels")]),
        ("The board, citing its own inspectors, put the spill at 2,000 barrels.", [("The board", "put", "the spill at 2,000 barrels")]),
        ("It fell, though the Teachers’ Union estimates 11 percent.", [("the Teachers’ Union", "estimates", "11 percent")]),
        ("The estimates 11 percent of them gave were wrong.", []),
        ("He put the child at 8 o’clock.", []),
        ("He puts the kettle on at 8.", []),
        ("The board’s figure is wrong.", []),
        ("The team's number was 12.", []),
        ("He put the kettle on at 8.", []),
        ("He put the child to bed at 8.", []),
        ("They wanted to put the price at 8 dollars.", []),
        ("Nobody would put the toll at 12.", []),
        ("The mill reported six new looms.", []),
    ],
)
def test_find(text: str, found: list[tuple[str, str, str]]) -> None:
    frames = counted.find(text, [(0, len(text))], [], [])
    assert [(text[slice(*f.source[0])], text[slice(*f.cue[0])], text[slice(*f.content[0])]) for f in frames] == found
    assert counted.find(text, [(0, len(text))], frames, []) == []
    assert counted.find(text, [(0, len(text))], [], [(0, len(text))]) == []
