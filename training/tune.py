"""Set how label scores become spans, and calibrate scores, on the development articles; writes `decode` into the model's labels.json.

python -m training.tune kg/reading/weights/news --data ../shared/data
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np

from evals.corpora import polnear
from kg.reading.attributions import continued
from kg.reading.attributions.mend import mend
from kg.reading.network.pieces import encode, paragraphs, windows
from kg.reading.network.reader import WINDOW, Decode, Frame, Network, Scores
from kg.reading.text import quotes

from .score import Pairs, attribution_f1

LOOSEST = Decode(cue_bias=1.5)


def chosen(net: Network, found: list[Scores], decode: Decode) -> list[Scores]:
    """Of the cues that the loosest setting finds those that `decode` finds, or that overlap one of them."""
    out = []
    for w in found:
        keep = net.cues(w.cue_scores, decode)
        rows = [i for i, (f, last, _) in enumerate(w.cues) if any(f <= b and a <= last for a, b, _ in keep)]
        out.append(replace(w, cues=[w.cues[i] for i in rows], roles=w.roles[rows]))
    return out


def frames(net: Network, text: str, found: list[Scores], decode: Decode) -> list[Frame]:
    """Frames under one setting, mended as in reading."""
    spans = paragraphs(text)
    marks = quotes.find(text, spans)
    raw = net.frames(chosen(net, found, decode), decode)
    return [m for f in continued.extend(raw, marks, spans) if (m := mend(text, f, marks, []))]


def logistic(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Slope and offset of the logistic curve that best gives y in {0, 1} from x."""
    w = np.array([1.0, 0.0])
    a = np.stack([x, np.ones_like(x)], 1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-a @ w))
        w += np.linalg.solve(a.T @ (a * (p * (1 - p))[:, None]) + 1e-6 * np.eye(2), a.T @ (y - p))
    return float(w[0]), float(w[1])


def main() -> None:
    ap = argparse.ArgumentParser()
    ap.add_argument("model", type=Path)
    ap.add_argument("--data", type=Path, required=True)
    a = ap.parse_args()
    net = Network(a.model)
    golds = list(polnear(a.data / "attribution/polnear-dev.jsonl"))
    net.settings = LOOSEST
    found = [[net.scores(w) for w in windows(encode(g.text, paragraphs(g.text), net.tokenizer), WINDOW)] for g in golds]

    def run(decode: Decode) -> Pairs:
        return attribution_f1(golds, [frames(net, g.text, f, decode) for g, f in zip(golds, found, strict=True)])

    def worth(setting: tuple[float, float, float]) -> float:
        return run(Decode(*setting)).f1

    best = max(product((0.0, 0.5, 1.0), (-0.5, 0.0, 0.5), (0.35, 0.45, 0.55)), key=worth)
    near = product({best[0], best[0] + 0.25}, (best[1] - 0.25, best[1], best[1] + 0.25), (best[2] - 0.05, best[2], best[2] + 0.05))
    best = max(near, key=worth)
    result = run(Decode(*best))
    raw = np.clip([s for s, _ in result.scored], 1e-4, 1 - 1e-4)
    slope, offset = logistic(np.log(raw / (1 - raw)), np.array([ok for _, ok in result.scored], float))
    chosen = Decode(*best, slope=slope, offset=offset)
    print(chosen, result)
    path = a.model / "labels.json"
    labels = json.loads(path.read_text("utf-8"))
    labels["decode"] = {k: round(getattr(chosen, k), 4) for k in Decode.__dataclass_fields__}
    path.write_text(json.dumps(labels, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
