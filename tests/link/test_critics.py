"""What is said to unnamed critics."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import critics
from kg.model import Attribution, Claim, Entity, Extraction, Mention
from tests.link.articles import article


def nested(cue: str, content: str, goes_on: str = "") -> Extraction:
    """One who speaks of others, in whose words stands "who say …"; perhaps with what the first goes on to say."""
    made = article(("Mayor", cue, content), *([("", "saying", goes_on)] if goes_on else []))
    text = made.article.text
    begin = text.index("who say") + 4
    told = (begin + 4, text.index(content) + len(content))
    claim = Claim("c9", text[slice(*told)], (told,))
    inner = Attribution("a9", ((begin - 4, begin - 1),), ((begin, begin + 3),), (told,), "test", 0.9, "c9", speaker="e9")
    who = Entity("e9", "critics", "Group", (Mention(begin - 4, begin - 1, "pronoun"),))
    return replace(made, entities=(*made.entities, who), claims=(*made.claims, claim), attributions=(*made.attributions, inner))


@pytest.mark.parametrize(
    ("cue", "content", "goes_on", "expected"),
    [
        ("rebuked", "critics who say the wall will fall", "it was sound", ("a9", "a1")),
        ("dismissed", "those who say the wall will fall", "", ("a0", "a9")),
        ("hit back", "at people who say the wall will fall", "it was sound", ("a9", "a1")),
        ("praised", "critics who say the wall will fall", "they were brave", None),
        ("rebuked", "a baker who say the wall will fall", "", None),
        ("rebuked", "the guests for a party with critics who say the wall will fall", "", None),
    ],
)
def test_find(cue: str, content: str, goes_on: str, expected: tuple[str, str] | None) -> None:
    assert [(x.a, x.b) for x in critics.find(nested(cue, content, goes_on))] == ([expected] if expected else [])
