"""Who asserts something by the words of the sentences that tell it, on rows made by hand."""

from __future__ import annotations

import pytest

from kg.store.corroborating import counted
from kg.store.hearsay import as_told, said_by
from kg.store.witnesses import Row


def row(speaker: str, claim: str, sentence: str = "", **more: str) -> Row:
    blank = {"entity": None, "on_behalf_of": None, "relation": "same", "unverified": None, "date": None, "basis": None, "article": "a"}
    return {**blank, "speaker": speaker, "claim": claim, "sentence": sentence or f"{speaker} said {claim}.", **more}


@pytest.mark.parametrize(
    ("claim", "who"),
    [
        ("that Energy Minister Lev Falk had told MPs that the state paid", "Lev Falk"),
        ("Falk told them that the firm had threatened to cut supplies", "Falk"),
        ("Falk had said that the mayor, Ana Ruiz, knew of the payment", "Falk"),
        ("that Ana Ruiz, the mayor, said the bridge was safe", "Ana Ruiz"),
        ("that the state paid 400 million marks", None),
        ("Falk told a lie", None),
        ("that Falk built the bridge that the state paid for", None),
        ("the minister had told MPs that the state paid", None),
    ],
)
def test_whom_a_claim_tells_to_have_said_it(claim: str, who: str | None) -> None:
    assert said_by(claim) == who


PAID, TOLD = "that the state paid 400 million marks", "that Lev Falk had told MPs that the state paid 400 million marks"


@pytest.mark.parametrize(
    ("rows", "asked", "independent"),
    [
        ([row("Lev Falk", PAID), row("officials", TOLD)], PAID, 1),
        ([row("Falk", PAID), row("officials", TOLD), row("Two MPs", TOLD)], PAID, 1),
        ([row("officials", TOLD), row("Two MPs", TOLD)], PAID, 1),
        ([row("officials", TOLD), row("Two MPs", TOLD)], TOLD, 2),
        ([row("Lev Falk", PAID), row("Ana Ruiz", PAID), row("officials", TOLD)], PAID, 2),
        ([row("officials", PAID), row("BRANSK", PAID, "BRANSK — Officials said on Tuesday that the state paid.")], PAID, 1),
        ([row("officials", PAID), row("NATO", PAID, "NATO said on Tuesday that the state paid.")], PAID, 2),
    ],
)
def test_hearsay_through_a_chain_counts_once(rows: list[Row], asked: str, independent: int) -> None:
    assert counted(as_told(rows, asked)).independent == independent


DIED = "14 people had died in the Averly landslide"


@pytest.mark.parametrize(
    ("claim", "sentence", "kept"),
    [
        (DIED, f"The governor said {DIED}, fewer than the police had reported.", False),
        (f"{DIED}, fewer than", f"The governor said {DIED}, fewer than the police had reported.", False),
        (DIED, f"The governor said {DIED}, far more than police have acknowledged.", False),
        (DIED, f"The governor said {DIED}, not 20 as the police had reported.", False),
        (DIED, f"The governor said {DIED}, double what the police had reported.", False),
        (DIED, f"The police said {DIED}, more than last year.", True),
        (DIED, f"The police said {DIED}, fewer than the army had reported.", True),
        (DIED, f"The governor said {DIED}, as the police had reported.", True),
    ],
)
def test_who_said_otherwise_does_not_say_it(claim: str, sentence: str, *, kept: bool) -> None:
    assert bool(as_told([row("police", claim, sentence)], DIED)) == kept
