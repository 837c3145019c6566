"""CoNLL-U with coreference (OntoGUM) to texts with the heads of mentions by cluster."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Span

Clusters = list[frozenset[int]]
_ENTITY = re.compile(r"\((?P<one>\w+)\)|\((?P<open>\w+)|(?P<close>\w+)\)")
_PRONOUNS = frozenset(
    ["he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves"]
)


@dataclass
class Token:
    """A syntactic word: its place in the text, its part of speech, and the index of its head in the document (-1: none)."""

    begin: int
    end: int
    form: str
    upos: str
    head: int


@dataclass
class Document:
    """One text. `mentions` are pairs of a cluster’s name and the indices of a mention’s first and last token."""

    name: str
    genre: str
    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    mentions: list[tuple[str, int, int]] = field(default_factory=list)

    def head(self, first: int, last: int) -> int:
        """The token of a span that hangs on one outside it."""
        return next((i for i in range(first, last + 1) if not first <= self.tokens[i].head <= last), last)

    def head_at(self, span: Span) -> int | None:
        """The head of the shortest gold mention that holds a span of the text and ends with it ("captain Tom Hale" for "Tom Hale"), else
        that of the span’s own tokens; None when it has none."""
        inside = [i for i, t in enumerate(self.tokens) if span[0] <= t.begin and t.end <= span[1] and t.upos != "PUNCT"]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        wider = [(f - first, f, e) for _, f, e in self.mentions if f <= first and e == last]
        return self.head(*max(wider)[1:]) if wider else self.head(first, last)

    def named(self) -> Clusters:
        """Heads by cluster, of the clusters with a name in them: others speak of things that kg makes no entity of."""
        found: dict[str, set[int]] = defaultdict(set)
        named = set()
        for cluster, first, last in self.mentions:
            head = self.head(first, last)
            found[cluster].add(head)
            if self.tokens[head].upos == "PROPN" or (self.tokens[last].upos == "PROPN" and self.tokens[last].head >= first):
                named.add(cluster)
        return [frozenset(c) for cluster, c in found.items() if len(c) > 1 and cluster in named]

    def pronouns(self, clusters: Clusters) -> list[tuple[int, frozenset[int]]]:
        """Third-person pronouns of the clusters, each with its cluster."""
        return [(i, c) for c in clusters for i in sorted(c) if self.tokens[i].form.lower() in _PRONOUNS]


def read(path: Path) -> Iterator[Document]:
    """The documents of a file, in order."""
    for block in path.read_text("utf-8").split("# newdoc id = ")[1:]:
        name = block.split("\n", 1)[0]
        yield _document(Document(name, name.split("_")[1]), block)


def _document(doc: Document, block: str) -> Document:
    parts: list[str] = []
    opened: dict[str, list[int]] = defaultdict(list)
    at = 0
    for sentence in block.split("\n\n"):
        base = len(doc.tokens)
        gap = "\n\n" if "# newpar" in sentence and parts else ""
        words: dict[str, str] = {}
        for line in (row for row in sentence.split("\n") if row and not row.startswith("#")):
            columns = line.split("\t")
            if len(columns) < 10 or "." in columns[0]:
                continue
            if "-" in columns[0]:
                first, last = columns[0].split("-")
                words = {first: columns[1], **{str(n): "" for n in range(int(first) + 1, int(last) + 1)}, "last": last, "misc": columns[9]}
                continue
            surface = words.get(columns[0], columns[1])
            parts.append(gap + surface)
            at += len(gap)
            head = int(columns[6]) - 1 + base if columns[6].isdigit() and columns[6] != "0" else -1
            doc.tokens.append(Token(at, at + len(surface), columns[1], columns[3], head))
            at += len(surface)
            inside = columns[0] in words and columns[0] != words["last"]
            misc = words["misc"] if columns[0] in words and not inside else columns[9]
            gap = "" if inside or "SpaceAfter=No" in misc else " "
            _entities(doc, columns[9], len(doc.tokens) - 1, opened)
        if parts and gap:
            parts.append(gap)
            at += len(gap)
    doc.text = "".join(parts)
    return doc


def _entities(doc: Document, misc: str, index: int, opened: dict[str, list[int]]) -> None:
    value = next((m.removeprefix("Entity=") for m in misc.split("|") if m.startswith("Entity=")), "")
    for m in _ENTITY.finditer(value):
        if m["one"]:
            doc.mentions.append((m["one"], index, index))
        elif m["open"]:
            opened[m["open"]].append(index)
        elif opened[m["close"]]:
            doc.mentions.append((m["close"], opened[m["close"]].pop(), index))
