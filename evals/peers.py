"""Others in the same harness: textacy’s quotations, and what a spaCy pipeline takes for its own stages. Neither is needed by `kg`."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from evals.gold import Gold
from evals.tokens import words


class Missing(Exception):
    """A peer that is not installed; says what to install."""


@dataclass(frozen=True)
class Peer:
    """`read` gives a prediction for each article, by its name; raises `Missing`."""

    name: str
    read: Callable[[list[Gold]], dict[str, dict[str, Any]]]


def pipeline() -> Any:  # noqa: ANN401
    """The first English spaCy pipeline that is installed."""
    try:
        spacy: Any = importlib.import_module("spacy")
    except ImportError:
        raise Missing("spaCy is not installed") from None
    found = sorted(name for name in spacy.util.get_installed_models() if name.startswith("en_"))
    if not found:
        raise Missing("no English spaCy pipeline is installed")
    return spacy.load(found[0])


def stages(text: str) -> str:
    """How fast the stages of that pipeline are on `text`, read once before."""
    nlp = pipeline()
    nlp(text)
    began = time.process_time()
    nlp(text)
    return f"{nlp.meta['lang']}_{nlp.meta['name']}, all its stages: {words(text) / (time.process_time() - began):.0f} words per CPU second"


def _textacy(golds: list[Gold]) -> dict[str, dict[str, Any]]:
    try:
        triples: Any = importlib.import_module("textacy.extract.triples")
    except ImportError:
        raise Missing("textacy is not installed") from None
    nlp = pipeline()
    return {gold.doc: {"attributions": [_quotation(q) for q in _safe(triples, nlp(gold.text))]} for gold in golds}


def _safe(triples: Any, doc: Any) -> list[Any]:  # noqa: ANN401
    """Its direct quotations; none where it fails on unbalanced marks."""
    try:
        return list(triples.direct_quotations(doc))
    except ValueError:
        return []


def _quotation(found: Any) -> dict[str, Any]:  # noqa: ANN401
    spans = {role: [[t.idx, t.idx + len(t)] for t in getattr(found, role)] for role in ("cue", "content")}
    return spans | {"source": [[t.idx, t.idx + len(t)] for t in found.speaker], "manner": "direct"}


PEERS = (Peer("textacy", _textacy),)
