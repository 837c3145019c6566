"""The trained reader: text to names and attribution frames, by ONNX Runtime."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from kg.errors import UsageError
from kg.model import Span
from kg.reading.network.agree import agree
from kg.reading.network.decode import Floats, Run, all_paths, bio, by_word, merged, softmax
from kg.reading.network.frames import Decode, Frame, Name
from kg.reading.network.pieces import Pieces, encode, tokenizer, windows
from kg.reading.network.scores import Means, Scores, Words, frame, span
from kg.reading.text import speech

__all__ = ["Decode", "Frame", "Name", "Network", "Scores", "load"]
WEIGHTS = Path(__file__).parent.parent / "weights"
WINDOW = 256
NEW_NAME = 1.5  # what beginning a name costs, in log probability
FILES = ("reader.onnx", "roles.onnx", "tokenizer.json", "labels.json")


@functools.cache
def load(name: str | None = None) -> Network:
    """The model called `name` among those that ship (default "news"), or in the folder `name`. Raises `UsageError` when there is none."""
    return Network(_folder(name))


def digest(name: str | None = None) -> str:
    """The SHA-256 of the model that `load` would load, without loading it. Raises `UsageError` when there is none."""
    return _digest(_folder(name))


def _folder(name: str | None) -> Path:
    folder = WEIGHTS / (name or "news")
    if name and not folder.is_dir():
        folder = Path(name)
    missing = [f for f in FILES if not (folder / f).is_file()]
    if missing:
        known = ", ".join(sorted(p.name for p in WEIGHTS.iterdir() if p.is_dir()))
        raise UsageError(
            f"no model {name!r}: {folder} lacks {missing[0]}; models that ship: {known}; or give a folder with {', '.join(FILES)}"
        )
    return folder


class Network:
    """Weights in memory; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.sha256 = _digest(folder)
        self.tokenizer = _part(folder / "tokenizer.json", tokenizer)
        self.types, self.settings = _part(folder / "labels.json", _labels)
        self._reader = _part(folder / "reader.onnx", _session)
        self._roles = _part(folder / "roles.onnx", _session)

    def read(self, text: str, paragraphs: list[Span]) -> tuple[list[Name], list[Frame]]:
        """Names and frames found in the paragraphs of `text`, in text order (frames: of their cues)."""
        found = [self.scores(w) for w in windows(encode(text, paragraphs, self.tokenizer), WINDOW)]
        loose = replace(self.settings, least=min(self.settings.least, self.settings.least_speech))
        kept = [f for f in self.frames(found, loose) if f.score >= self.settings.least or _speaks(text, f)]
        frames = [replace(f, score=self.settings.calibrated(f.score)) for f in kept]
        return agree(text, paragraphs, self.names(found)), frames

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
        return bio((merged(scores) - np.array([settings.cue_bias, 0, 0], np.float32)).argmax(-1))

    def roles(self, hidden: Floats, cues: list[Run]) -> Floats:
        """Role probabilities (cues, pieces, labels) for each cue."""
        if not cues:
            return np.zeros((0, hidden.shape[1], 5), np.float32)
        first, last = (np.array([c[i] for c in cues], np.int64) for i in (0, 1))
        return softmax(self._roles.run(None, {"hidden": hidden, "window": np.zeros_like(first), "first": first, "last": last})[0])

    def frames(self, found: list[Scores], settings: Decode) -> list[Frame]:
        """Frames of all windows' cues, those left out that have no content or score too low; scores are not calibrated yet."""
        paths = all_paths([by_word(np.log(w.roles + 1e-9), w.words.starts) for w in found], settings.new_span)
        return [
            f
            for w, path in zip(found, paths, strict=True)
            for i, labels in enumerate(path)
            if (f := frame(w, i, w.words.runs(labels))) and f.score >= (settings.least_inner if w.inner(i) else settings.least)
        ]

    def names(self, found: list[Scores]) -> list[Name]:
        """Names of all windows."""
        paths = all_paths([by_word(np.log(w.names + 1e-6)[None], w.words.starts) for w in found], NEW_NAME)
        return [n for w, path in zip(found, paths, strict=True) for n in self._names(w, w.words.runs(path[0]))]

    def _names(self, w: Scores, runs: list[Run]) -> list[Name]:
        mean = Means(w.names)
        return [Name(*span(w.pieces, (f, last)), self.types[k], mean((f, last, k))) for f, last, k in runs]


def _speaks(text: str, f: Frame) -> bool:
    """Whether a frame has a source and a verb of speech, so that a low score is doubt about the edges only."""
    return bool(f.source) and speech.is_speech(text[f.cue[0][0] : f.cue[-1][1]])


T = TypeVar("T")


def _part(path: Path, read: Callable[[Path], T]) -> T:
    """What `read` makes of a model's file; `UsageError` in one line when it can make nothing of it."""
    try:
        return read(path)
    except Exception as error:
        said = str(error).strip().splitlines() or [type(error).__name__]
        raise UsageError(f"{path} cannot be read as part of a model: {said[0]}") from error


def _labels(path: Path) -> tuple[list[str], Decode]:
    labels = json.loads(path.read_text("utf-8"))
    return [label[2:] for label in labels["names"][1::2]], Decode(**labels.get("decode", {}))


def _session(path: Path) -> Any:  # noqa: ANN401
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    # The fused form of "add, then normalize" is the slower one on CPU: without it reading takes a quarter less time. A scale that is
    # multiplied into a product is rounded otherwise than before it, and no faster.
    slower = ["SkipLayerNormFusion", "MatMulScaleFusion"]
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slower)


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for name in FILES:
        whole.update((folder / name).read_bytes())
    return whole.hexdigest()
