"""Who is spoken of in an article's first lines before the text gives their name."""

from __future__ import annotations

import pytest

from kg.reading.attributions.drafts import Draft
from kg.reading.reference import introduced, refer
from tests.reading.scenes import called, scene

KINDS = {"Person": "Ana Ruiz|Ruiz|Tom Hale|Hale", "Organization": "Selm Bank", "Place": "Selm"}


def speakers(text: str, *said: tuple[str, str]) -> list[str | None]:
    made, drafts, at = scene(text, **KINDS), [], 0
    for source, cue in said:
        begin = text.index(source, at)
        at = text.index(cue, begin)
        content = (begin - 9, begin - 2) if text[begin - 2 : begin] == "” " else (at + len(cue), at + len(cue) + 4)
        draft = Draft(((begin, begin + len(source)),), ((at, at + len(cue)),), (content,), 0.9, "test")
        draft.speaker = refer.speaker(made, draft.source[0], draft.cue[0]).figure
        drafts.append(draft)
    introduced.find(made, drafts)
    return [called(draft.speaker) for draft in drafts]


@pytest.mark.parametrize(
    ("opening", "further", "name"),
    [
        ("A judge said no.", "Judge Ana Ruiz gave no reason.", "Ana Ruiz"),
        ("Another Selm mayoral candidate said no.", "Now, candidate Tom Hale has left.", "Tom Hale"),
        ("One worried resident said no.", "For Selm resident Ana Ruiz it was too late.", "Ana Ruiz"),
        ("The central bank chief said no.", "Ana Ruiz, governor of Selm Bank, said it was too late.", "Ana Ruiz"),
        ("A judge said no.", "Judge Ana Ruiz and Judge Tom Hale gave no reason.", "judge"),
        ("A judge said no.", "Ana Ruiz said it was too late.", "judge"),
        ("A top Selm scientist said no.", "Ana Ruiz, of Selm Bank, made the comments in an answer.", "Ana Ruiz"),
        ("A senior official said no.", "The head of the board, Ana Ruiz, disclosed this on Tuesday.", "Ana Ruiz"),
        ("A senior official said no.", "Ana Ruiz, who leads Selm Bank, made this known.", "Ana Ruiz"),
        ("A senior official said no.", "It rained. Tom Hale left. It froze. Ana Ruiz made the remarks.", "Ana Ruiz"),
        ("A senior official said no.", "It rained. It poured. It froze. It thawed. Ana Ruiz made the remarks.", "senior official"),
        ("A senior official said no.", "Ana Ruiz left. The bank made the remarks.", "senior official"),
        ("A senior official said no.", "Ana Ruiz made the comment that it froze.", "senior official"),
        ("A senior official said no.", "Ana Ruiz, a nurse, said this week was cold.", "senior official"),
        ("The central bank chief said no.", "Ana Ruiz, a customer of Selm Bank, said it was too late.", "central bank chief"),
        ("The central bank chief said no.", "It hit Ana Ruiz, governor of Selm Bank.", "central bank chief"),
        ("One worried woman said no.", "For Selm resident Tom Hale it was too late.", "worried woman"),
        ("A nurse and a judge said no.", "Judge Ana Ruiz gave no reason.", "nurse and a judge"),
    ],
)
def test_named_further_on(opening: str, further: str, name: str) -> None:
    source = opening.removesuffix(" said no.")
    said = [(source, "said"), ("Ana Ruiz", "said")] if " said it" in further else [(source, "said")]
    assert speakers(f"{opening}\n\n{further}", *said)[0] == name


def test_who_was_named_before_is_not_meant() -> None:
    assert speakers("Judge Ana Ruiz spoke.\n\nA judge said no.\n\nAna Ruiz left.", ("A judge", "said")) == ["judge"]


def test_far_from_the_opening_it_is_another() -> None:
    text = "It rained. It poured. It froze. It thawed. A resident said no. Selm resident Ana Ruiz left."
    assert speakers(text, ("A resident", "said")) == ["resident"]


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
def test_who_goes_on_by_a_bare_name(text: str, source: str, speaker: str) -> None:
    assert speakers(text, (source, "said"), ("Ana Ruiz", "told"))[0] == speaker
