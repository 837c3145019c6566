"""The trained reader: text to names and attribution frames, by ONNX Runtime."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.errors import UsageError
from kg.model import Span, Spans
from kg.reading.decode import Floats, best_paths, bio, softmax
from kg.reading.pieces import Pieces, encode, tokenizer, windows

WEIGHTS = Path(__file__).parent / "weights"
WINDOW = 256
FILES = ("reader.onnx", "roles.onnx", "tokenizer.json", "labels.json")
CUE_BIAS = 0.0  # taken off the score of "no cue": above 0 finds more attributions, below 0 fewer


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the model read it: span, one of the labels' types, probability."""

    begin: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution as the model read it; `score` is the product of the mean probabilities of its parts."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


@functools.cache
def load(name: str | None = None) -> Network:
    """The model called `name` among those that ship (default "news"), or in the folder `name`. Raises `UsageError` when there is none."""
    folder = WEIGHTS / (name or "news")
    if name and not folder.is_dir():
        folder = Path(name)
    missing = [f for f in FILES if not (folder / f).is_file()]
    if missing:
        known = ", ".join(sorted(p.name for p in WEIGHTS.iterdir() if p.is_dir()))
        raise UsageError(
            f"no model {name!r}: {folder} lacks {missing[0]}; models that ship: {known}; or give a folder with {', '.join(FILES)}"
        )
    return Network(folder)


class Network:
    """Weights in memory; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.sha256 = _digest(folder)
        self.tokenizer = tokenizer(folder / "tokenizer.json")
        labels = json.loads((folder / "labels.json").read_text("utf-8"))
        self.types = [label[2:] for label in labels["names"][1::2]]
        self._reader = _session(folder / "reader.onnx")
        self._roles = _session(folder / "roles.onnx")

    def read(self, text: str, paragraphs: list[Span]) -> tuple[list[Name], list[Frame]]:
        """Names and frames found in the paragraphs of `text`, in text order of their first piece (frames: of their cue)."""
        names: list[Name] = []
        frames: list[Frame] = []
        for window in windows(encode(text, paragraphs, self.tokenizer), WINDOW):
            hidden, name_scores, cue_scores = self._run(window)
            names += self._names(window, name_scores)
            frames += self._frames(window, hidden, cue_scores)
        return names, frames

    def _run(self, p: Pieces) -> tuple[Floats, Floats, Floats]:
        feed = {"ids": p.ids, "shape": p.shape, "flags": p.flags}
        hidden, names, cues = self._reader.run(None, {k: v[None].astype(np.int64) for k, v in feed.items()})
        return hidden, softmax(names[0]), cues[0]

    def _names(self, p: Pieces, scores: Floats) -> list[Name]:
        best = scores.argmax(-1)
        return [
            Name(int(p.begin[f]), int(p.end[last]), self.types[k], float(scores[np.arange(f, last + 1), best[f : last + 1]].mean()))
            for f, last, k in bio(best)
        ]

    def _frames(self, p: Pieces, hidden: Floats, cue_scores: Floats) -> list[Frame]:
        cue_scores[:, 0] -= CUE_BIAS
        cue = softmax(cue_scores)
        cues = bio(cue.argmax(-1))
        if not cues:
            return []
        first, last = (np.array([c[i] for c in cues], np.int64) for i in (0, 1))
        scores = softmax(self._roles.run(None, {"hidden": hidden, "window": np.zeros_like(first), "first": first, "last": last})[0])
        paths = best_paths(np.log(scores + 1e-9))
        found = (
            _frame(p, (f, last), float(1 - cue[f : last + 1, 0].mean()), s, path)
            for (f, last, _), s, path in zip(cues, scores, paths, strict=True)
        )
        return [frame for frame in found if frame]


def _frame(p: Pieces, cue: tuple[int, int], cue_score: float, scores: Floats, best: NDArray[np.int64]) -> Frame | None:
    runs = bio(best)
    content = [(f, last) for f, last, k in runs if k == 1]
    if not content:
        return None
    source = max(((f, last) for f, last, k in runs if k == 0), key=lambda r: _mass(scores, best, r), default=None)
    parts = [_mean(scores, best, r) for r in (*content, *([source] if source else ()))]
    return Frame(
        source=(_span(p, source),) if source else (),
        cue=(_span(p, cue),),
        content=tuple(_span(p, r) for r in content),
        score=cue_score * float(np.prod(parts)) ** (1 / len(parts)),
    )


def _span(p: Pieces, run: tuple[int, int]) -> Span:
    return int(p.begin[run[0]]), int(p.end[run[1]])


def _mass(scores: Floats, best: NDArray[np.int64], run: tuple[int, int]) -> float:
    at = np.arange(run[0], run[1] + 1)
    return float(scores[at, best[at]].sum())


def _mean(scores: Floats, best: NDArray[np.int64], run: tuple[int, int]) -> float:
    return _mass(scores, best, run) / (run[1] - run[0] + 1)


def _session(path: Path) -> Any:  # noqa: ANN401
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for name in FILES:
        whole.update((folder / name).read_bytes())
    return whole.hexdigest()
