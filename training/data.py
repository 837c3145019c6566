"""Corpora to training windows: pieces with gold labels."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kg.reading.network.pieces import Pieces, encode, paragraphs, windows

from .labels import CUE_LABELS, NER_LABELS, ROLE_LABELS

IGNORE = -100
TENTH, SIXTH = 10, 6  # every tenth text of the world's news with names and every sixth of the US's is left out of training


@dataclass
class Window:
    pieces: Pieces
    ner: np.ndarray | None = None
    cue: np.ndarray | None = None
    spans: np.ndarray | None = None
    cues: list[tuple[int, int, np.ndarray]] = field(default_factory=list)  # first and last piece of the cue, role labels


@dataclass
class Document:
    name: str
    text: str
    attributions: list[dict] | None = None
    names: list[tuple[int, int, str]] | None = None
    unsure: list[tuple[int, int]] = field(default_factory=list)  # names of kinds that were not marked: nothing is learned there


def polnear(path: Path) -> list[Document]:
    """PolNeAR articles; attributions with character ranges."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [Document(r["doc"], r["text"], attributions=r["attributions"]) for r in rows]


def world(marked: Path, raw: Path) -> list[Document]:
    """World news whose attributions are marked in `marked` (tuned, corrected); inner ones are left out, as PolNeAR leaves them out."""
    texts = _texts(raw)
    paths = [path for part in ("tuned", "corrected") for path in sorted((marked / part).glob("*.json"))]
    rows = [json.loads(path.read_text("utf-8")) for path in paths]
    return [Document(r["doc"], texts[r["doc"]], attributions=_outer(r["attributions"])) for r in rows]


def _texts(raw: Path) -> dict[str, str]:
    return {r["doc"]: r["text"] for r in map(json.loads, raw.read_text("utf-8").splitlines())}


def _outer(attributions: list[dict]) -> list[dict]:
    spoken = [a for a in attributions if a["cue"]]
    return [a for a in spoken if not any(o is not a and any(b <= a["cue"][0][0] < e for b, e in o["content"]) for o in spoken)]


def names(tagged: Path, raw: Path) -> list[Document]:
    """Worldwide news with names, the tagged tokens found again in the raw text so that spacing is that of real articles."""
    texts = _texts(raw)
    return [Document(doc, texts[doc], names=_align(texts[doc], tokens)) for doc, tokens in _tagged(tagged) if doc in texts]


def named(marked: Path, raw: Path) -> list[Document]:
    """US news whose persons, organizations and places are marked in `marked`."""
    texts = _texts(raw)
    rows = [json.loads(path.read_text("utf-8")) for path in sorted(marked.glob("*.json"))]
    return [Document(r["doc"], texts[r["doc"]], names=[(b, e, k) for b, e, k in r["names"]], unsure=r["other"]) for r in rows]


def _tagged(path: Path):
    doc, rows = None, []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# doc = "):
            if doc:
                yield doc, rows
            doc, rows = line[8:].strip(), []
        elif "\t" in line:
            rows.append(line.split("\t")[:2])
    if doc:
        yield doc, rows


def _align(text: str, tokens: list[list[str]]) -> list[tuple[int, int, str]]:
    at, found = 0, []
    for word, tag in tokens:
        begin = text.find(word, at, at + 60 + len(word))
        if begin < 0:
            continue
        at = begin + len(word)
        kind = tag[2:].replace("Location", "Place").replace("Facility", "Place").replace("Product", "Misc")
        if tag.startswith("I-") and found and found[-1][2] == kind and begin - found[-1][1] <= 2:
            found[-1] = (found[-1][0], at, kind)
        elif tag != "O":
            found.append((begin, at, kind))
    return found


_SWAP = [str.maketrans("“”", '""'), str.maketrans("’‘", "''"), str.maketrans("“”’‘", "\"\"''")]


def vary(text: str, rng: random.Random) -> str:
    """The text with other quotation marks now and then, of the same length."""
    return text.translate(rng.choice(_SWAP)) if rng.random() < 0.3 else text


def label(doc: Document, tok, limit: int, rng: random.Random | None = None) -> list[Window]:
    text = vary(doc.text, rng) if rng else doc.text
    parts = encode(text, paragraphs(text), tok)
    if rng:
        limit = rng.randint(limit // 2, limit)
    return [w for p in windows(parts, limit) if (w := _window(doc, p))]


def _tag(pieces: Pieces, spans, labels, into=None) -> np.ndarray:
    """BIO labels: `spans` are (begin, end, type)."""
    out = np.zeros(len(pieces), np.int64) if into is None else into
    for b, e, kind in spans:
        inside = np.flatnonzero((pieces.begin < e) & (pieces.end > b) & (pieces.end > pieces.begin))
        if len(inside):
            out[inside] = labels.index(f"I{kind}")
            out[inside[0]] = labels.index(f"B{kind}")
    return out


def _window(doc: Document, p: Pieces) -> Window | None:
    w = Window(p)
    if doc.names is not None:
        w.ner = _tag(p, [(b, e, f"-{k}") for b, e, k in doc.names], NER_LABELS)
        for b, e in doc.unsure:
            w.ner[(p.begin < e) & (p.end > b)] = IGNORE
    if doc.attributions is None:
        return w
    w.cue, w.spans = np.zeros(len(p), np.int64), np.zeros(len(p), np.int64)
    for a in doc.attributions:
        if not a["cue"]:
            continue
        b, e = a["cue"][0][0], a["cue"][-1][1]
        inside = np.flatnonzero((p.begin < e) & (p.end > b) & (p.end > p.begin))
        if not len(inside):
            continue
        spans = [(*s, "-source") for s in a["source"]] + [(*s, "-content") for s in a["content"]]
        _tag(p, [(b, e, "")], CUE_LABELS, w.cue)
        _tag(p, spans, ROLE_LABELS, w.spans)
        w.cues.append((int(inside[0]), int(inside[-1]), _tag(p, spans, ROLE_LABELS)))
    return w
