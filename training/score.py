"""Attribution F1 of bare frames, paired and counted as `evals` does it for whole readings."""

from __future__ import annotations

from dataclasses import dataclass, field

from evals.gold import Gold
from evals.matching import matched


@dataclass
class Pairs:
    right: int = 0
    predicted: int = 0
    gold: int = 0
    scored: list[tuple[float, bool]] = field(default_factory=list, repr=False)

    @property
    def f1(self) -> float:
        return round(200 * self.right / max(1, self.predicted + self.gold), 2)

    def __str__(self) -> str:
        return f"P {100 * self.right / max(1, self.predicted):.1f} R {100 * self.right / max(1, self.gold):.1f} F1 {self.f1}"


def attribution_f1(golds: list[Gold], frames: list[list]) -> Pairs:
    """Gold articles beside predicted frames (objects with source, cue, content and score)."""
    total = Pairs()
    for gold, found in zip(golds, frames, strict=True):
        pairing = matched(gold, {"attributions": [{role: getattr(f, role) for role in ("source", "cue", "content")} for f in found]})
        good = {j for i, j in pairing.pairs if pairing.same_source(i, j) and pairing.same_content(i, j)}
        total.right += len(good)
        total.predicted += len(pairing.pred)
        total.gold += len(pairing.gold)
        total.scored += [(f.score, j in good) for j, f in enumerate(found)]
    return total
