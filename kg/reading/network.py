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
from kg.reading.decode import Floats, Run, all_paths, bio, by_word, softmax
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
        found = [self.scores(w) for w in windows(encode(text, paragraphs, self.tokenizer), WINDOW)]
        frames = [replace(f, score=self.settings.calibrated(f.score)) for f in self.frames(found, self.settings)]
        return self.names(found), frames

    def scores(self, window: Pieces) -> Scores:
        """What the graphs say of one window: names, cues, and the roles of each cue."""
        hidden, names, cue_scores = self.run(window)
        cues = self.cues(cue_scores, self.settings)
        return Scores(window, Words.of(window), names, cue_scores, cues, self.roles(hidden, cues))

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
        if not cues:
            return np.zeros((0, hidden.shape[1], 5), np.float32)
        first, last = (np.array([c[i] for c in cues], np.int64) for i in (0, 1))
        return softmax(self._roles.run(None, {"hidden": hidden, "window": np.zeros_like(first), "first": first, "last": last})[0])

    def frames(self, found: list[Scores], settings: Decode) -> list[Frame]:
        """Frames of all windows' cues, those left out that have no content or score too low; scores are not calibrated yet."""
        paths = all_paths([by_word(np.log(w.roles + 1e-9), w.words.starts) for w in found], settings.new_span)
        frames = [
            f for w, path in zip(found, paths, strict=True) for i, labels in enumerate(path) if (f := _frame(w, i, w.words.runs(labels)))
        ]
        return [f for f in frames if f.score >= settings.least]

    def names(self, found: list[Scores]) -> list[Name]:
        """Names of all windows."""
        paths = all_paths([by_word(np.log(w.names + 1e-6)[None], w.words.starts) for w in found], NEW_NAME)
        return [n for w, path in zip(found, paths, strict=True) for n in self._names(w, w.words.runs(path[0]))]

    def _names(self, w: Scores, runs: list[Run]) -> list[Name]:
        mean = _Means(w.names)
        return [Name(*_span(w.pieces, (f, last)), self.types[k], mean((f, last, k))) for f, last, k in runs]


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


@dataclass(frozen=True)
class Scores:
    """What the graphs say of one window: probabilities of names and scores of cues (pieces, labels), the cues, and for each of them
    probabilities of roles (cues, pieces, labels)."""

    pieces: Pieces
    words: Words
    names: Floats
    cue_scores: Floats
    cues: list[Run]
    roles: Floats

    def certain(self, index: int) -> float:
        """Mean probability, over a cue's pieces, that they are of a cue."""
        first, last, _ = self.cues[index]
        return 1 - float(softmax(self.cue_scores[first : last + 1])[:, 0].mean())


class _Means:
    """Mean probability, over a run's pieces, that they are of its type; from (pieces, labels)."""

    def __init__(self, scores: Floats) -> None:
        self._sums = np.pad((scores[:, 1::2] + scores[:, 2::2]).cumsum(0, dtype=np.float64), ((1, 0), (0, 0))).tolist()

    def __call__(self, run: Run) -> float:
        first, last, kind = run
        return float((self._sums[last + 1][kind] - self._sums[first][kind]) / (last + 1 - first))


def _frame(w: Scores, index: int, runs: list[Run]) -> Frame | None:
    content = [r for r in runs if r[2] == 1]
    if not content:
        return None
    mean = _Means(w.roles[index])
    source = max((r for r in runs if r[2] == 0), key=lambda r: mean(r) * (r[1] - r[0] + 1), default=None)
    parts = [mean(r) for r in (*content, *([source] if source else ()))]
    return Frame(
        source=(_span(w.pieces, source[:2]),) if source else (),
        cue=(_span(w.pieces, w.cues[index][:2]),),
        content=tuple(_span(w.pieces, r[:2]) for r in content),
        score=w.certain(index) * math.prod(parts) ** (1 / len(parts)),
    )


def _span(p: Pieces, run: tuple[int, int]) -> Span:
    return int(p.begin[run[0]]), int(p.end[run[1]])


def _session(path: Path) -> Any:  # noqa: ANN401
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    # The fused form of "add, then normalize" is the slower one on CPU: without it reading takes a quarter less time.
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"])


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for name in FILES:
        whole.update((folder / name).read_bytes())
    return whole.hexdigest()
