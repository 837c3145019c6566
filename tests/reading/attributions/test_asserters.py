"""Who says what a noun within a dispute tells."""

from __future__ import annotations

import pytest

import kg
from kg.loaders.text import from_text
from kg.model import Attribution, Extraction


def read(text: str) -> tuple[Extraction, Attribution | None, Attribution]:
    """What is read, what the first dispute in it disputes, and that dispute."""
    made = kg.extract(from_text(f"{text}\n", doc="one"))
    dispute = next(a for a in made.attributions if a.stance in {"disputes", "denies"})
    return made, next((a for a in made.attributions if a.id == dispute.disputes), None), dispute


REJECTS = "The firm’s director, Lena Hark, rejected the claim that the mine had poisoned the river."
VILLAGERS = "Villagers said on Monday that the Orvik mine had poisoned the river Tarn."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{VILLAGERS} {REJECTS}", "Villagers"),
        (f"{REJECTS} {VILLAGERS}", "Villagers"),
        (f"{VILLAGERS} The mayor, Tom Reyes, said that it had rained. {REJECTS}", "Villagers"),
        (f"Villagers said that the mine had closed. {REJECTS}", None),
        (f"Villagers said that the mine had not poisoned the river. {REJECTS}", None),
        (f"Villagers asked whether the mine had poisoned the river. {REJECTS}", None),
        (f"A lawyer for Hark, Ida Prell, denied that the mine had poisoned the river. {REJECTS}", None),
        ("The health ministry denied reports that two children had died.", None),
    ],
)
def test_a_dispute_is_against_who_says_so(text: str, speaker: str | None) -> None:
    made, disputed, _ = read(text)
    names = {e.id: e.name for e in made.entities}
    assert (names.get(disputed.speaker or "") if disputed else None) == speaker


def test_who_rejects_a_claim_passes_it_on_for_nobody() -> None:
    _, disputed, dispute = read(f"{VILLAGERS} {REJECTS}")
    assert disputed
    assert dispute.relays is None


def test_a_claim_of_nobody_is_disputed_once() -> None:
    made, disputed, dispute = read(REJECTS)
    assert disputed
    assert (disputed.speaker, dispute.disputes) == (None, disputed.id)
    assert not [x for x in made.links if x.relation == "contradicts"]
