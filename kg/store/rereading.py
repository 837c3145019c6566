"""Reading stored texts again: what would count otherwise, and which decisions would find nothing that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg import __version__
from kg.errors import InputError
from kg.model import Extraction, Run
from kg.review import reviewed
from kg.review.diff import Difference, diff
from kg.rows import Rows
from kg.store.decided import unattached_by
from kg.store.store import Store
from kg.store.versions import rows


@dataclass(frozen=True, slots=True)
class Reread:
    """A stored text as it was read, and as it is read now; `lost` are the decisions, by IRI with the words they are about, that found
    something in the old reading and nothing in the new."""

    old: Extraction
    new: Extraction
    differences: list[Difference]
    lost: dict[str, str]

    @property
    def rows(self) -> Rows:
        """What counts otherwise, after review."""
        return rows(self.differences)


def readings_anew(store: Store, articles: Sequence[str], model: str | None) -> Iterator[Reread]:
    """The texts of the store that were read by another version or model, or those of `articles`, read again, one by one.

    Texts that are not in the store, or were changed by hand, are passed over. Raises `InputError` for an unknown article.
    """
    from kg import extract
    from kg.reading.network.reader import load

    network = load(model)
    run = Run(__version__, network.name, network.sha256)
    decisions = store.decisions()
    for graph in store.article_graphs(articles):
        try:
            old = store.reading(graph).extraction
        except InputError:
            continue
        if old.run == run:
            continue
        new = extract(old.article, model=model)
        text = new.article.text
        lost = set(unattached_by(old, new, list(decisions.values())))
        words = {iri: " … ".join(text[b:e] for b, e in one.place.content) for iri, one in decisions.items() if one in lost}
        before, after = (reviewed(told, decisions.values()).extraction for told in (old, new))
        yield Reread(old, new, diff(before, after), words)
