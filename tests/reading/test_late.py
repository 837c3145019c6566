"""People who are named only after they have spoken."""

from __future__ import annotations

import pytest

from kg.reading import late, refer
from kg.reading.drafts import Draft
from tests.reading.scenes import called, scene


def first_speaker(text: str, *said: tuple[str, str, str]) -> str | None:
    """Who speaks in the first of `said` (source, cue, content), once all are read."""
    made, drafts = scene(text, Person="Ana Ruiz|Tom Hale"), []
    for source, cue, content in said:
        spans = [((b := text.rindex(part)), b + len(part)) for part in (source, cue, content)]
        d = Draft((spans[0],), (spans[1],), (spans[2],), 0.9, "test")
        d.speaker = refer.speaker(made, spans[0], spans[1]).figure
        drafts.append(d)
    late.name(made, drafts)
    return called(drafts[0].speaker)


RUIZ = ("Ana Ruiz", "told", "It is done")


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("It held, his agent said. “It is done,” Ana Ruiz told the Courier.", "his agent", "Ana Ruiz"),
        ("It held, a witness said. “It is done,” Ana Ruiz told the Courier.", "a witness", "Ana Ruiz"),
        ("It held, a witness said. It rained. It snowed. “It is done,” Ana Ruiz told the Courier.", "a witness", "witness"),
        ("It held, a witness said. “It is done,” Ana Ruiz, a lawyer, told the Courier.", "a witness", "witness"),
        ("It held, his brother said. “It is done,” Ana Ruiz told the Courier.", "his brother", "brother"),
        ("It held, the governor said. “It is done,” Ana Ruiz told the Courier.", "the governor", "governor"),
        ("It held, two witnesses said. “It is done,” Ana Ruiz told the Courier.", "two witnesses", "witnesses"),
        ("Ana Ruiz left. It held, a witness said. “It is done,” Ana Ruiz told the Courier.", "a witness", "witness"),
    ],
)
def test_who_is_named_late(text: str, source: str, speaker: str) -> None:
    assert first_speaker(text, (source, "said", "It held"), RUIZ) == speaker
