"""What another version of an article, or another reading of it, says otherwise: claims that appeared, vanished, or changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from kg.model import Attribution, Extraction

ALIKE: Final = 0.5
"""F1 of the words of two claims, from which on they count as one claim that was worded anew."""
Kind = Literal["appeared", "vanished", "reworded", "reattributed", "reworded and reattributed"]
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution in words: who said what, for whom and how."""

    id: str
    claim: str
    speaker: str | None
    on_behalf_of: str | None
    stance: str
    source: str

    @property
    def attribution(self) -> tuple[str | None, ...]:
        """Who says it and how."""
        return self.speaker or self.source, self.on_behalf_of, self.stance


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim that is not what it was; `old` is None for one that appeared, `new` for one that vanished."""

    kind: Kind
    old: Said | None
    new: Said | None


def diff(old: Extraction, new: Extraction) -> list[Difference]:
    """The differences from `old` to `new`, in the order of the texts; none between equal readings, whatever their ids and scores."""
    before, after = ([_said(told, a) for a in told.attributions if a.content] for told in (old, new))
    pairs = _pairs(before, after)
    found = [(j, _kind(before[i], after[j]), before[i], after[j]) for i, j in pairs.items()]
    differences: list[tuple[float, Difference]] = [(j, Difference(kind, one, other)) for j, kind, one, other in found if kind]
    differences += [(j, Difference("appeared", None, after[j])) for j in range(len(after)) if j not in pairs.values()]
    differences += [(i - 0.5, Difference("vanished", before[i], None)) for i in range(len(before)) if i not in pairs]
    return [difference for _, difference in sorted(differences, key=lambda item: item[0])]


def _said(told: Extraction, a: Attribution) -> Said:
    names = {e.id: e.name for e in told.entities}
    text = told.article.text
    claim, source = (" … ".join(text[b:e] for b, e in sorted(spans)) for spans in (a.content, a.source))
    return Said(a.id, claim, names.get(a.speaker or ""), names.get(a.on_behalf_of or ""), a.stance, source)


def _kind(old: Said, new: Said) -> Kind | None:
    worded, attributed = old.claim == new.claim, old.attribution == new.attribution
    if worded:
        return None if attributed else "reattributed"
    return "reworded" if attributed else "reworded and reattributed"


def _pairs(before: list[Said], after: list[Said]) -> dict[int, int]:
    """Places in `before` and in `after` of what is one claim: the most alike first; of those as much alike, the first."""
    bags = [[Counter(_WORD.findall(said.claim.casefold())) for said in side] for side in (before, after)]
    found: dict[int, int] = {}
    for _, _, i, j in sorted(_candidates(before, after, bags)):
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _candidates(before: list[Said], after: list[Said], bags: list[list[Counter[str]]]) -> Iterator[tuple[float, int, int, int]]:
    for i, one in enumerate(before):
        for j, other in enumerate(after):
            alike = 1.0 if one.claim == other.claim else _alike(bags[0][i], bags[1][j])
            if alike >= ALIKE:
                yield -alike - 0.5 * (one.attribution == other.attribution) * (alike >= 1), abs(i - j), i, j


def _alike(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total * 0.999 if total else 0.0
