"""Coreference of named persons, organizations, places and groups: MUC, B³, LEA by the heads of mentions, and whom pronouns stand for.

Gold clusters without a name are left out, and predicted entities without a name too, since kg makes entities of persons, organizations,
places and groups only; dates, works and abstract things that have a name stay in the gold, so recall is below what it could be.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import kg
from evals.conllu import Clusters, Document, read
from evals.tally import Count, Score, hits
from kg.loaders.text import from_text

NEWS = ("news", "interview", "bio", "speech")


def score(doc: Document, model: str | None = None) -> Score:
    """The figures of one document."""
    gold = doc.named()
    found = predicted(doc, model)
    return {
        "coref, MUC": _muc(gold, found),
        "coref, B³": _b3(gold, found),
        "coref, LEA": _lea(gold, found),
        "coref, pronouns": _pronouns(doc, gold, found),
    }


def predicted(doc: Document, model: str | None = None) -> Clusters:
    """Heads of mentions by entity, of what kg reads as entities with a name."""
    entities = kg.extract(from_text(doc.text, doc=doc.name), model=model).entities
    found = []
    for entity in entities:
        heads = {h for m in entity.mentions if (h := doc.head_at((m.begin, m.end))) is not None}
        if len(heads) > 1 and any(m.kind == "name" for m in entity.mentions):
            found.append(frozenset(heads))
    return found


def documents(folder: Path, genres: Iterable[str] = NEWS, *, dev_only: bool = False) -> list[Document]:
    """The documents of the folder’s gum-dev.conllu and gum-train.conllu in those genres; nothing here is trained on either."""
    names = ["gum-dev.conllu"] if dev_only else ["gum-dev.conllu", "gum-train.conllu"]
    return [d for name in names for d in read(folder / name) if d.genre in set(genres)]


def _muc(gold: Clusters, found: Clusters) -> Count:
    return Count(_links(found, gold), sum(len(c) - 1 for c in found), _links(gold, found), sum(len(c) - 1 for c in gold))


def _links(of: Clusters, by: Clusters) -> int:
    """Links of the clusters `of` that remain when they are cut by the clusters `by`."""
    home = {i: n for n, c in enumerate(by) for i in c}
    return sum(len(c) - len({home.get(i, -1 - i) for i in c}) for c in of)


def _b3(gold: Clusters, found: Clusters) -> Count:
    return Count(*_scaled(found, gold), *_scaled(gold, found))


_SCALE = 1000  # fractions of mentions are counted in thousandths


def _scaled(of: Clusters, by: Clusters) -> tuple[int, int]:
    right = sum(len(c & d) ** 2 / len(c) for c in of for d in by)
    return round(_SCALE * right), _SCALE * sum(map(len, of))


def _lea(gold: Clusters, found: Clusters) -> Count:
    return Count(*_weighed(found, gold), *_weighed(gold, found))


def _weighed(of: Clusters, by: Clusters) -> tuple[int, int]:
    right = sum(sum(_pairs(len(c & d)) for d in by) / _pairs(len(c)) * len(c) for c in of)
    return round(_SCALE * right), _SCALE * sum(map(len, of))


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _pronouns(doc: Document, gold: Clusters, found: Clusters) -> Count:
    """Pronouns put together with another mention of their cluster that is no pronoun; of all predicted, of all asked."""
    asked = doc.pronouns(gold)
    entity = {i: c for c in found for i in c}
    plain = {i for i, _ in asked}
    right = sum(bool((entity.get(i, frozenset()) & cluster) - plain) for i, cluster in asked)
    return hits(right, len(doc.pronouns(found)), len(asked))
