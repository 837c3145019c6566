"""Attribution F1 as the trials measured it: content token F1 of at least a half, and a source token in common."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TOKEN = re.compile(r"\w+(?:[’'.-]\w+)*")


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


def tokens(text: str, spans) -> frozenset[int]:
    return frozenset(m.start() + b for b, e in spans for m in TOKEN.finditer(text[b:e]))


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def attribution_f1(docs: list[dict], frames: list[list]) -> Pairs:
    """Gold articles beside predicted frames (objects with source, cue, content and score)."""
    total = Pairs()
    for doc, found in zip(docs, frames, strict=True):
        text = doc["text"]
        gold = [{k: tokens(text, g[k]) for k in ("source", "cue", "content")} for g in doc["attributions"]]
        pred = [{k: tokens(text, getattr(f, k)) for k in ("source", "cue", "content")} for f in found]
        pairs = sorted(
            (
                (overlap(p["content"], g["content"]) + 0.5 * bool(p["cue"] & g["cue"]) + 0.1 * bool(p["source"] & g["source"]), -i, -j)
                for i, g in enumerate(gold)
                for j, p in enumerate(pred)
                if p["content"] & g["content"] or p["cue"] & g["cue"]
            ),
            reverse=True,
        )
        right, seen = set(), set()
        for _, i, j in pairs:
            if i in seen or j in {k for k, _ in right}:
                continue
            g, p = gold[-i], pred[-j]
            seen.add(i)
            ok = overlap(p["content"], g["content"]) >= 0.5 and (bool(p["source"] & g["source"]) or not (p["source"] or g["source"]))
            right.add((j, ok))
        good = {-j for j, ok in right if ok}
        total.right += len(good)
        total.predicted += len(pred)
        total.gold += len(gold)
        total.scored += [(f.score, j in good) for j, f in enumerate(found)]
    return total
