"""Claims that cannot be understood alone, with the sentence they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.cli.formats import Row
from kg.cli.terminal import one_line

if TYPE_CHECKING:
    from kg.answers import Answers

_FEW, _SOME = 3, 7
_POINTING: Final = re.compile(r"(?:it|this|these|those|they|both|neither|so|such)\b|that(?:['’]s| is| was)\b", re.IGNORECASE)


def is_bare(claim: str) -> bool:
    """Whether the words of a claim say little by themselves: there are very few, or few that begin by pointing at something else."""
    words = len(claim.split())
    return words <= _FEW or (words <= _SOME and bool(_POINTING.match(claim)))


def in_context(store: Answers, row: Row) -> Row:
    """`row` of two claims, each of which is followed by its sentence where it says little by itself."""
    for side in ("", "other_"):
        claim, attribution = row[f"{side}claim"], row[f"{side}attribution"]
        if claim and attribution and is_bare(str(claim)) and (sentence := _sentence(store, str(attribution))):
            row = {**row, f"{side}claim": f"{claim} (in: {one_line(sentence)})"}
    return row


def _sentence(store: Answers, attribution: str) -> str | None:
    rows = store.query("provenance", id=attribution)
    return next((str(row["sentence"]) for row in rows if row["attribution"] == attribution and row["sentence"]), None)
