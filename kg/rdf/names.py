"""The names that the graph's nodes get: `k:att_…`, hashes of what makes a thing that thing.

No clock and no chance: the same article read by the same run gets the same names in every store with the same base. A name is
its kind and 80 bits of a SHA-256 in base 32, flat under the base, without slashes or fragments.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from pyoxigraph import NamedNode

from kg.model import Article, Run, Span

_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz234567"
_TWO: Final = [one + other for one in _LETTERS for other in _LETTERS]
"""Base 32, ten bits at a time: names are minted by the hundred for each article."""
DEFAULT_BASE: Final = "http://localhost:8421/id/"


def digest(*parts: object) -> str:
    """16 letters and digits that stand for `parts` (strings, numbers, lists of them, None)."""
    hashed = sha256(_CANONICAL.encode(parts).encode("utf-8", "surrogatepass")).digest()
    high, low = int.from_bytes(hashed[:5]), int.from_bytes(hashed[5:10])
    return "".join([_TWO[number >> shift & 1023] for number in (high, low) for shift in (30, 20, 10, 0)])


@dataclass(frozen=True, slots=True)
class Names:
    """Mints the names of one article as read by one run. `version` stands for the document key, the text and the metadata."""

    base: str
    version: str
    run_digest: str

    @property
    def article(self) -> NamedNode:
        """The article, in this version of its text and metadata."""
        return NamedNode(f"{self.base}art_{self.version}")

    @property
    def run(self) -> NamedNode:
        """What read it: the same versions, weights and parameters are the same run."""
        return NamedNode(f"{self.base}run_{self.run_digest}")

    @property
    def graph(self) -> NamedNode:
        """The graph of the article and of everything it speaks of."""
        return self._mint("g", "article", self.version, self.run_digest)

    @property
    def run_graph(self) -> NamedNode:
        """The run's own graph: many articles share a run, and a subject lives in one graph."""
        return self._mint("g", "run", self.run_digest)

    @property
    def link_graph(self) -> NamedNode:
        """The graph of the links within the article."""
        return self._mint("g", "links", self.version, self.version, self.run_digest)

    def node(self, kind: str, *what: object) -> NamedNode:
        """A node of this article: `kind` is `txt`, `sen`, `men`, `att`, `clm`, …; `what` tells it from its siblings."""
        return self._mint(kind, self.version, *what)

    def span(self, kind: str, span: Span) -> NamedNode:
        """A node that stands for a stretch of the text: a sentence (`sen`) or a piece (`spn`)."""
        return self.node(kind, *span)

    def _mint(self, kind: str, *what: object) -> NamedNode:
        return NamedNode(f"{self.base}{kind}_{digest(*what)}")


def names(article: Article, run: Run, base: str) -> Names:
    """The names of `article` as read by `run`: cheap, so that a caller can ask for the graph before reading anything.

    Where the file lies (`doc`) and the bytes around its text (`sha256`) make no new version: the same article found elsewhere is the same.
    """
    published, updated = (day.isoformat() if day else None for day in (article.published, article.updated))
    told = (article.headline, published, article.url, article.publisher, article.language)
    more = (updated, article.agency) if updated or article.agency else ()
    version = digest(article.key, article.text, *told, article.headlines, article.skipped, *more)
    return Names(base, version, digest(run.extractor, run.model, run.model_sha256, sorted(set(run.parameters))))
