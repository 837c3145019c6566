"""Claims of which the article says that nobody has verified them: "could not be independently verified", "unconfirmed reports"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Claim, Extraction
from kg.reading.text.holding import holding

_UNVERIFIED = re.compile(
    r"\b(?:(?:could|can|were|was|is|are|has|have|had)(?:\s+not|n[’']t)\s+(?:yet\s+)?(?:been\s+|be\s+)?(?:immediately\s+|independently\s+|able\s+to\s+)*"
    r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?)\b"
    r"|(?:unable|impossible)\s+to\s+(?:independently\s+|immediately\s+)?(?:verify|confirm|corroborate|authenticate)\b"
    r"|unconfirmed\s+(?:\w+\s+)?(?:reports?|accounts?|claims?|rumou?rs?)\b|(?:reports?|accounts?|claims?)\s+(?:\w+\s+)?(?:remain|is|are|was|were)\s+un(?:confirmed|verified)\b"
    r"|no\s+independent\s+(?:confirmation|verification)\b|independent\s+(?:confirmation|verification)\s+was\s+not\b)",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\b(?:(?P<all>none)|neither)\b(?:\s+(?!(?:but|and|said|says)\b)[\w’'-]+){0,6}?\s+(?:could|can|has|have|had|was|were|is|are)\s+(?:been\s+|be\s+)?"
    r"(?:immediately\s+|independently\s+)*(?:verified|confirmed|corroborated|authenticated)\b",
    re.IGNORECASE,
)
_STEMS = ("verif", "confirm", "corroborat", "authenticat")
LONGEST = 300  # characters of the words that are kept
REACH = 6  # sentences back to the accounts of which neither could be verified


def mark(read: Extraction) -> Extraction:
    """The same, with the sentence that says so kept on the claim it is about: the last one told before it in that sentence or the one
    before, or the one told in the words themselves."""
    text = read.article.text
    found: dict[str, str] = {}
    near = set(holding(text, [(s.begin, s.end) for s in read.sentences], _STEMS))
    for s in (s for s in read.sentences if (s.begin, s.end) in near):
        match = _UNVERIFIED.search(text, s.begin, s.end)
        claim = _told(read, s.index, match.start(), match.end()) if match else None
        sides = _SIDES.search(text, s.begin, s.end)
        if both := _of_both(read, s.index, sides) if sides else [claim] if claim else []:
            found = dict.fromkeys(both, " ".join(text[s.begin : s.end].split())[:LONGEST]) | found
    if not found:
        return read
    return replace(read, claims=tuple(replace(c, unverified=found[c.id]) if c.id in found else c for c in read.claims))


def _of_both(read: Extraction, sentence: int, told: re.Match[str]) -> list[str]:
    """The last claims of the two sides of which "neither" tells: of the last two that contradict each other, else of the last two who
    spoke; those without a name only where no two others did. Of "none of" them, those of all."""
    begin = told.start()
    first = read.sentences[max(0, sentence - REACH)].begin
    asserting = [a for a in read.attributions if a.claim and a.speaker and first <= a.cue[0][0] < begin and a.kind == "statement"]
    near = {a.id: a for a in asserting if a.stance in {"asserts", "confirms"}}
    opposed = [(near[x.a], near[x.b]) for x in read.links if x.relation == "contradicts" and x.a in near and x.b in near]
    if opposed and not told["all"]:
        return [a.claim for a in max(opposed, key=lambda pair: max(a.cue[0][0] for a in pair)) if a.claim]
    last = {a.speaker: a for a in sorted(near.values(), key=lambda a: a.cue[0][0])}
    named = {e.id for e in read.entities if e.type != "Person" or any(m.kind == "name" for m in e.mentions)}
    sides = [a for who, a in last.items() if who in named] if len(named & set(last)) > 1 else list(last.values())
    return [a.claim for a in sorted(sides, key=lambda a: a.cue[0][0])[0 if told["all"] else -2 :] if a.claim] if len(sides) > 1 else []


def _told(read: Extraction, sentence: int, begin: int, end: int) -> str | None:
    first, own = read.sentences[max(0, sentence - 1)].begin, read.sentences[sentence]
    claims: dict[str, Claim] = {c.id: c for c in read.claims}
    told = [a for a in read.attributions if a.claim in claims and a.kind not in {"question", "request", "intention"}]
    for a in told:
        if any(b < end and begin < e for b, e in (*a.source, *a.cue)) and a.cue[0][0] >= begin and a.stance == "asserts":
            return a.claim  # "unconfirmed reports said …"
    before = [a for a in told if first <= a.cue[0][0] and a.cue[-1][1] <= begin and not any(b <= begin < e for b, e in a.content)]
    if not before:
        before = [a for a in told if own.begin <= a.content[0][0] and a.content[-1][1] <= begin]
    return max(before, key=lambda a: a.cue[0][0]).claim if before else None
