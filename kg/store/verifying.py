"""What the store holds for and against a sentence: claims that say it, claims that exclude it, and who makes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.link import across
from kg.link.negation import LIGHT
from kg.link.pairs import Said, stems
from kg.link.told import Told
from kg.model import Attribution, Claim
from kg.rdf import name_key
from kg.rdf import terms as t
from kg.rdf.lists import VALUES
from kg.rows import Rows, Value
from kg.store.corroborating import ASSERTS, corroboration, independent_of, unverified_in
from kg.store.graphs import node_of

MOST = 150
"""Claims that are looked at, the best first."""
ALIKE, MOSTLY = 0.5, 0.75
"""Share of the sentence's words that a claim has that bears on it at all, and one that says the same."""
WHOLE = 0.4
"""Share of the words of both that a claim has which says the same."""
ASSERTED, DISPUTED = "asserted by", "disputed by"
COLUMNS = (
    *(
        "verdict",
        "speaker",
        "on_behalf_of",
        "stance",
        "claim",
        "basis",
        "unverified",
        "date",
        "score",
        "sentence",
        "headline",
        "url",
        "doc",
        "begin",
        "end",
    ),
    *("attribution", "claim_id"),
)
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Verified:
    """`rows` say who asserts and who disputes it, each with its sentence and place; `line` is that in words, with no verdict on truth."""

    rows: Rows
    line: str


@dataclass(frozen=True, slots=True)
class Made:
    """A claim and one attribution that makes it."""

    attribution: str
    claim: str
    words: str
    stance: str


def attributions(live: pyoxigraph.Store, claim: str) -> Iterator[Made]:
    """Who makes a claim."""
    node = NamedNode(claim)
    words = next((q.object.value for q in live.quads_for_pattern(node, t.TEXT, None, None) if isinstance(q.object, Literal)), "")
    for quad in live.quads_for_pattern(None, t.CLAIM, node, None):
        for stance in live.quads_for_pattern(node_of(quad.subject), t.STANCE, None, None):
            yield Made(node_of(quad.subject).value, claim, words, VALUES["stance"][node_of(stance.object)])


def verify(sentence: str, said: Iterable[Made], about: Callable[[str], Rows]) -> Verified:
    """Compare a sentence with what is `said`; `about` gives the rows of a claim's corroboration."""
    asked = _told(sentence)
    rows: dict[str, Row] = {}
    for one in said:
        verdict = _verdict(asked, one)
        if verdict and one.attribution not in rows:
            found = corroboration(about(one.claim))
            for row in found.rows:
                if row["attribution"] == one.attribution:
                    rows[one.attribution] = row | {"verdict": verdict[0], "basis": verdict[1]}
                elif verdict[0] == ASSERTED:
                    rows.setdefault(str(row["attribution"]), row | {"verdict": ASSERTED if row["relation"] in ASSERTS else DISPUTED})
    ordered = sorted(rows.values(), key=lambda r: (str(r["verdict"]), -float(str(r["score"])), str(r["attribution"])))
    return Verified(Rows(COLUMNS, [tuple(row.get(column) for column in COLUMNS) for row in ordered]), _line(ordered))


def _line(rows: list[Row]) -> str:
    if not rows:
        return "unverified: nobody in this store says so, and nobody says otherwise"
    who = {verdict: _names(row for row in rows if row["verdict"] == verdict) for verdict in (ASSERTED, DISPUTED)}
    parts = [f"{verdict} {', '.join(names[:4])}{' …' if len(names) > 4 else ''}" for verdict, names in who.items() if names]
    independent = independent_of(row for row in rows if row["verdict"] == ASSERTED)
    if who[ASSERTED]:
        parts.append(f"independently corroborated {independent - 1}×" if independent > 1 else "unverified: no independent corroboration")
    if note := unverified_in(row for row in rows if row["verdict"] == ASSERTED):
        parts.append(note)
    return "; ".join(parts)


def _names(rows: Iterator[Row]) -> list[str]:
    return list(dict.fromkeys(str(row["speaker"] or row["on_behalf_of"] or "an unnamed source") for row in rows))


def _told(words: str, stance: str = "asserts") -> Told:
    from kg.reading.stance import polarity

    names = frozenset(stem for word in re.findall(r"\b[A-Z][\w’'.-]+", words) for stem in stems(word))
    a = Attribution("asked", (), ((0, 1),), ((0, 1),), "", 1.0, "asked", stance=stance)  # type: ignore[arg-type]
    said = Said(a, Claim("asked", words, ((0, 1),), polarity(words)), 0, names)
    return Told(said, "", ("", "", ()), frozenset(), frozenset(name_key(stem) for stem in names), None)


def verdict(sentence: str, made: Made) -> str | None:
    """`ASSERTED` or `DISPUTED` when a claim says the same as a sentence or excludes it; None when it does neither."""
    found = _verdict(_told(sentence), made)
    return found[0] if found else None


def _verdict(asked: Told, made: Made) -> tuple[str, str] | None:
    """Whether a claim asserts or excludes what is asked, and by what; a denial of the same disputes it."""
    claim = _told(made.words, made.stance)
    one, other = asked.said.stems - LIGHT, claim.said.stems - LIGHT
    share = len(one & other) / max(1, len(one))
    if share < ALIKE:
        return None
    if across.is_open(asked) != across.is_open(claim) or across.is_hard(made.words) or across.is_hard(asked.said.claim.text):
        return None
    for rule in (across.negation, across.numbers, across.states):
        if found := rule(asked, claim):
            return DISPUTED, found.basis
    alike = share >= MOSTLY and (across.same(asked, claim) or len(one & other) / max(1, len(one | other)) >= WHOLE)
    agrees = asked.said.affirmed == claim.said.affirmed
    return (ASSERTED, "wording") if alike and agrees else (DISPUTED, "negation") if alike else None
