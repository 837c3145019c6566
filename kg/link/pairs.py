"""What the rules share: which two attributions may be compared at all, and their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.model import Attribution, Claim, Extraction
from kg.reading.lexicon import words

STOP = words("stopwords")
_TOKEN = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
WITHIN = 200  # sayings that a saying is compared with: more than an ordinary article has
COMPARED = {"statement", "belief", "perception"}


def stem(word: str) -> str:
    """A crude stem, alike for a word's common inflections."""
    word = re.sub(r"[’']s?$", "", word.lower())
    for suffix in ("ations", "ation", "ments", "ment", "ingly", "ings", "ing", "edly", "ied", "ies", "ed", "es", "s", "e"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)].rstrip("i")
    return word


def stems(text: str) -> frozenset[str]:
    """Stems of the words of a text that carry meaning."""
    return frozenset(
        stem(m.group()) for m in _TOKEN.finditer(text) if m.group().lower() not in STOP and not re.search(r"n[’']t$", m.group())
    )


@dataclass(frozen=True)
class Said:
    """One attribution with its claim and where it stands, as the rules see it."""

    attribution: Attribution
    claim: Claim
    sentence: int

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the claim's words."""
        return stems(self.claim.text)

    @property
    def affirmed(self) -> bool:
        """Whether the speaker holds the claim's main clause to be so, without its negation."""
        return (self.claim.polarity == "positive") != (self.attribution.stance in {"denies", "disputes"})

    @cached_property
    def side(self) -> frozenset[str]:
        """Entity ids of who speaks and for whom."""
        a = self.attribution
        return frozenset(x for x in (a.speaker, a.on_behalf_of) if x)


def sentences_of(extraction: Extraction) -> dict[str, int]:
    """For each attribution's id the index of the sentence in which its cue begins."""
    begins = [s.begin for s in extraction.sentences]
    return {a.id: max(0, bisect_right(begins, a.cue[0][0]) - 1) for a in extraction.attributions}


def said(extraction: Extraction) -> list[Said]:
    """Attributions that have a claim of their own and state or believe something, in text order."""
    claims = {c.id: c for c in extraction.claims}
    sentences = sentences_of(extraction)
    out = []
    for a in extraction.attributions:
        claim = claims.get(a.claim or "")
        if claim and claim.content == a.content and a.kind in COMPARED and a.stance not in {"questions", "requests"}:
            out.append(Said(a, claim, sentences[a.id]))
    return out


def opposed(extraction: Extraction) -> Iterator[tuple[Said, Said]]:
    """Pairs of sayings by different sides, neither nested in the other."""
    all_said = said(extraction)
    for i, a in enumerate(all_said):
        for b in all_said[i + 1 : i + 1 + WITHIN]:
            if apart(a, b):
                yield a, b


def apart(a: Said, b: Said) -> bool:
    """Whether two sayings come from different known sides and neither passes the other on."""
    nested = a.attribution.relays == b.attribution.id or b.attribution.relays == a.attribution.id
    return bool(a.side and b.side) and not a.side & b.side and not nested
