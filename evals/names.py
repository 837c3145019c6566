"""The model's names against tagged texts: spans and types must be equal."""

from __future__ import annotations

from pathlib import Path

from kg.reading.network.pieces import paragraphs
from kg.reading.network.reader import Name, Network, load
from training import data as training
from training.data import Document

KINDS = ("Person", "Organization", "Place")
US = Path(__file__).parent / "named" / "us"


def worldwide(tagged: Path, news: Path) -> list[Document]:
    """The texts of a tagged corpus that training leaves out."""
    return training.names(tagged, news)[:: training.TENTH]


def us(articles: Path) -> list[Document]:
    """The articles of evals/named/us that training leaves out; `articles` is the JSONL file that holds their texts."""
    return training.named(US, articles)[:: training.SIXTH]


def table(docs: list[Document], model: str | None = None) -> str:
    """Precision, recall and F1 by type."""
    network = load(model)
    gold = {(d.name, *entry) for d in docs for entry in d.names or ()}
    found = {(d.name, n.begin, n.end, n.type) for d in docs for n in _read(network, d)}
    rows = [_row(kind, {g for g in gold if g[3] == kind}, {f for f in found if f[3] == kind}) for kind in KINDS]
    all_kinds = _row("names", {g for g in gold if g[3] in KINDS}, {f for f in found if f[3] in KINDS})
    return "\n".join([f"{'':14}{'P':>7}{'R':>7}{'F1':>7}   right/predicted, found/asked", all_kinds, *rows, f"\n{len(docs)} texts"])


def _read(network: Network, doc: Document) -> list[Name]:
    return network.read(doc.text, paragraphs(doc.text))[0]


def _row(label: str, gold: set[tuple[object, ...]], found: set[tuple[object, ...]]) -> str:
    right = len(gold & found)
    p, r = right / max(1, len(found)), right / max(1, len(gold))
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return f"{label:14}{100 * p:7.1f}{100 * r:7.1f}{100 * f1:7.1f}   {right}/{len(found)}, {right}/{len(gold)}"
