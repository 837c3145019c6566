"""The trained reader: text to names and attribution frames, by ONNX Runtime."""

from __future__ import annotations

import functools
import hashlib
import json
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.errors import UsageError
from kg.model import Span, Spans
from kg.reading.decode import Floats, Run, best_paths, bio, by_word, softmax
from kg.reading.pieces import Pieces, encode, tokenizer, windows, word_starts

WEIGHTS = Path(__file__).parent / "weights"
WINDOW = 256
NEW_NAME = 1.0  # what beginning a name costs, in log probability
FILES = ("reader.onnx", "roles.onnx", "tokenizer.json", "labels.json")


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


@dataclass(frozen=True, slots=True)
class Decode:
    """How scores become frames, set on development articles by training/tune.py and kept beside the weights.

    `new_span`: what beginning a span costs; `cue_bias`: taken off the score of "no cue"; `least`: frames that score less are dropped;
    `slope`, `offset`: from the logit of a frame's score to the logit of the chance that it is right.
    """

    new_span: float = 1.0
    cue_bias: float = 0.0
    least: float = 0.0
    slope: float = 1.0
    offset: float = 0.0

    def calibrated(self, score: float) -> float:
        """The chance that a frame of this score is right."""
        raw = min(max(score, 1e-4), 1 - 1e-4)
        return 1 / (1 + math.exp(-self.slope * math.log(raw / (1 - raw)) - self.offset))


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
        self.settings = Decode(**labels.get("decode", {}))
        self._reader = _session(folder / "reader.onnx")
        self._roles = _session(folder / "roles.onnx")

    def read(self, text: str, paragraphs: list[Span]) -> tuple[list[Name], list[Frame]]:
        """Names and frames found in the paragraphs of `text`, in text order of their first piece (frames: of their cue)."""
        names: list[Name] = []
        frames: list[Frame] = []
        for window in windows(encode(text, paragraphs, self.tokenizer), WINDOW):
            hidden, name_scores, cue_scores = self.run(window)
            names += self._names(window, name_scores)
            if cues := self.cues(cue_scores, self.settings):
                frames += self.decode(window, cue_scores, cues, self.roles(hidden, cues), self.settings)
        return names, [replace(f, score=self.settings.calibrated(f.score)) for f in frames]

    def run(self, p: Pieces) -> tuple[Floats, Floats, Floats]:
        """Hidden states (1, pieces, hidden), probabilities of names and scores of cues (pieces, labels) of one window."""
        feed = {"ids": p.ids, "shape": p.shape, "flags": p.flags}
        hidden, names, cues = self._reader.run(None, {k: v[None].astype(np.int64) for k, v in feed.items()})
        return hidden, softmax(names[0]), cues[0]

    def cues(self, scores: Floats, settings: Decode) -> list[Run]:
        """Cues as runs of pieces."""
        return bio((scores - np.array([settings.cue_bias, 0, 0], np.float32)).argmax(-1))

    def roles(self, hidden: Floats, cues: list[Run]) -> Floats:
        """Role probabilities (cues, pieces, labels) for each cue."""
        first, last = (np.array([c[i] for c in cues], np.int64) for i in (0, 1))
        return softmax(self._roles.run(None, {"hidden": hidden, "window": np.zeros_like(first), "first": first, "last": last})[0])

    def decode(self, p: Pieces, cue_scores: Floats, cues: list[Run], roles: Floats, settings: Decode) -> list[Frame]:
        """Frames of one window's cues, those left out that have no content or score too low; scores are not calibrated yet."""
        certainty = 1 - softmax(cue_scores)[:, 0]
        words = Words.of(p)
        paths = best_paths(by_word(np.log(roles + 1e-9), words.starts), settings.new_span)
        found = [
            _frame(p, (f, last), float(certainty[f : last + 1].mean()), scores, words.runs(path))
            for (f, last, _), scores, path in zip(cues, roles, paths, strict=True)
        ]
        return [f for f in found if f and f.score >= settings.least]

    def _names(self, p: Pieces, scores: Floats) -> list[Name]:
        words = Words.of(p)
        path = best_paths(by_word(np.log(scores + 1e-6)[None], words.starts), NEW_NAME)[0]
        return [Name(*_span(p, (f, last)), self.types[k], _mean(scores, (f, last, k))) for f, last, k in words.runs(path)]


@dataclass(frozen=True)
class Words:
    """Where the words of a window begin and end, as indices of pieces."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    @classmethod
    def of(cls, p: Pieces) -> Words:
        """The words of one window."""
        starts = word_starts(p)
        return cls(starts, np.append(starts[1:], len(p)) - 1)

    def runs(self, path: NDArray[np.int64]) -> list[Run]:
        """Labels of words as runs of pieces."""
        return [(int(self.starts[f]), int(self.ends[last]), k) for f, last, k in bio(path)]


def _frame(p: Pieces, cue: tuple[int, int], cue_score: float, scores: Floats, runs: list[Run]) -> Frame | None:
    content = [r for r in runs if r[2] == 1]
    if not content:
        return None
    source = max((r for r in runs if r[2] == 0), key=lambda r: _mean(scores, r) * (r[1] - r[0] + 1), default=None)
    parts = [_mean(scores, r) for r in (*content, *([source] if source else ()))]
    return Frame(
        source=(_span(p, source[:2]),) if source else (),
        cue=(_span(p, cue),),
        content=tuple(_span(p, r[:2]) for r in content),
        score=cue_score * float(np.prod(parts)) ** (1 / len(parts)),
    )


def _mean(scores: Floats, run: Run) -> float:
    """Mean probability, over the run's pieces, that they are of its type."""
    first, last, kind = run
    return float(scores[first : last + 1, 2 * kind + 1 : 2 * kind + 3].sum(-1).mean())


def _span(p: Pieces, run: tuple[int, int]) -> Span:
    return int(p.begin[run[0]]), int(p.end[run[1]])


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
