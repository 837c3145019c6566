"""What the store holds for and against a sentence: claims that say it, claims that exclude it, and who makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.link.excluding import rest
from kg.link.pairs import tokens
from kg.link.told import Told
from kg.rdf import terms as t
from kg.rdf.lists import VALUES
from kg.rows import Rows
from kg.store.corroborating import AGAINST, FOR, Counts, counted, of_one, settled
from kg.store.graphs import node_of
from kg.store.hearsay import as_told
from kg.store.tally import is_brief
from kg.store.verdict import ASSERTED, DENIALS, DISPUTED, Made, compare, told
from kg.store.witnesses import Row, is_named, names

MOST = 150
"""Claims that are looked at, the best first."""
UNATTRIBUTED = "unattributed"
OPEN = {"questions": "questioned by", "requests": "asked for by"}
IN_ORDER = (ASSERTED, DISPUTED, *OPEN.values(), UNATTRIBUTED)
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


@dataclass(frozen=True, slots=True)
class Verified:
    """`rows` say who asserts and who disputes it, each with its sentence and place; `line` is that in words, with no verdict on truth."""

    rows: Rows
    counts: Counts
    line: str


def attributions(live: pyoxigraph.Store, claim: str) -> Iterator[Made]:
    """Who makes a claim."""
    node = NamedNode(claim)
    words = next((q.object.value for q in live.quads_for_pattern(node, t.TEXT, None, None) if isinstance(q.object, Literal)), "")
    about = tuple(sorted(_named(live, node, t.ABOUT)))
    for quad in live.quads_for_pattern(None, t.CLAIM, node, None):
        one = node_of(quad.subject)
        voices = tuple(name for end in (t.ATTRIBUTED_TO, t.ON_BEHALF_OF) for name in sorted(_named(live, one, end)))
        direct = any(VALUES["manner"].get(node_of(q.object)) == "direct" for q in live.quads_for_pattern(one, t.MANNER, None, None))
        for stance in live.quads_for_pattern(one, t.STANCE, None, None):
            sentence, around = _where(live, one) if is_brief(words) else ("", "")
            yield Made(one.value, claim, words, VALUES["stance"][node_of(stance.object)], about, sentence, around, voices, direct)


def _where(live: pyoxigraph.Store, attribution: NamedNode) -> tuple[str, str]:
    """The sentence, or sentences, that an attribution stands in, and the headline and all such sentences of its article."""
    article = next((node_of(q.object) for q in live.quads_for_pattern(attribution, t.IN_ARTICLE, None, None)), None)
    context = next((node_of(q.subject) for q in live.quads_for_pattern(None, t.DERIVED_FROM, article, None)), None) if article else None
    text = _value(live, context, t.IS_STRING) if context else ""

    def sentence(of: NamedNode) -> str:
        begin, end = (_value(live, of, place) or "0" for place in (t.SENTENCE_BEGIN, t.SENTENCE_END))
        return text[int(begin) : int(end)]

    told = {sentence(node_of(q.subject)) for q in live.quads_for_pattern(None, t.IN_ARTICLE, article, None)} if article else ()
    return sentence(attribution), " ".join((_value(live, article, t.HEADLINE) if article else "", *sorted(told)))


def _value(live: pyoxigraph.Store, node: NamedNode, predicate: NamedNode) -> str:
    return next((q.object.value for q in live.quads_for_pattern(node, predicate, None, None) if isinstance(q.object, Literal)), "")


def _named(live: pyoxigraph.Store, node: NamedNode, end: NamedNode) -> Iterator[str]:
    for about in live.quads_for_pattern(node, end, None, None):
        for name in live.quads_for_pattern(node_of(about.object), t.NAME, None, None):
            if isinstance(name.object, Literal):
                yield name.object.value


def verify(sentence: str, said: Iterable[Made], about: Callable[[str], Rows]) -> Verified:
    """Compare a sentence with what is `said`; `about` gives the rows of a claim's corroboration.

    Raises `UsageError` for a sentence without words.
    """
    if not tokens(sentence):
        raise UsageError("there is no word in the sentence: give one that somebody may have said, in quotes")
    found = _found(told(rest(sentence)), said, about)
    ordered = sorted(found.values(), key=lambda rows: _order(rows[0]))
    counts = counted(row for rows in ordered for row in rows)
    return Verified(Rows(COLUMNS, [tuple(rows[0].get(column) for column in COLUMNS) for rows in ordered]), counts, _line(ordered, counts))


def _found(asked: Told, said: Iterable[Made], about: Callable[[str], Rows]) -> dict[str, list[Row]]:
    """By attribution the rows that bear on what is asked: of those who make a claim that says or excludes it, and of all that bear on one
    that says it. What an attribution itself says goes before what others make of it; nobody is asked about twice."""
    found: dict[str, list[Row]] = {}
    for claim, made in sorted(_by_claim(said).items()):
        says = next((one for one in made if one.stance not in DENIALS), replace(made[0], voices=()))
        words = compare(asked, replace(says, stance="asserts"))
        verdicts = {one.attribution: words or compare(asked, one) for one in made}
        if not any(verdicts.values()) or verdicts.keys() <= found.keys():
            continue
        here: dict[str, list[Row]] = {}
        for row in as_told(settled(of_one(about(claim), claim)), asked.said.claim.text):
            attribution = str(row["attribution"])
            judged = verdicts.get(attribution, words if words and words[0] == ASSERTED else None)
            if judged and (relation := _relation(row, judged, of_words=bool(words))):
                basis = row["basis"] if attribution not in verdicts else "negation" if row["relation"] == "disputes" else judged[1]
                here.setdefault(attribution, []).append(row | {"relation": relation, "verdict": _label(row, relation), "basis": basis})
        found = here | found | {one: rows for one, rows in here.items() if one in verdicts}
    return found


def _by_claim(said: Iterable[Made]) -> dict[str, list[Made]]:
    found: dict[str, list[Made]] = {}
    for one in said:
        found.setdefault(one.claim, []).append(one)
    return found


def _relation(row: Row, verdict: tuple[str, str], *, of_words: bool) -> str | None:
    """What the attribution of a row is to what is asked, when its claim's words, or else it itself, say the same or exclude it."""
    relation = str(row["relation"])
    if relation in OPEN:
        return relation
    if not of_words:
        return "supports" if verdict[0] == ASSERTED else "contradicts"
    if verdict[0] == ASSERTED:
        return relation
    if relation in FOR:
        return "contradicts"
    return "supports" if verdict[1] == "negation" else None


def _label(row: Row, relation: str) -> str:
    if relation in OPEN:
        return OPEN[relation]
    return (DISPUTED if relation in AGAINST else ASSERTED) if is_named(row) else UNATTRIBUTED


def _order(row: Row) -> tuple[int, float, str]:
    return IN_ORDER.index(str(row["verdict"])), -float(str(row["score"])), str(row["attribution"])


def _line(found: list[list[Row]], counts: Counts) -> str:
    if not found:
        return "unverified: nobody in this store says so, and nobody says otherwise"
    who = {side: names(row for rows in found for row in rows if row["verdict"] == side) for side in (ASSERTED, DISPUTED)}
    parts = [f"{side} {', '.join(some[:4])}{' …' if len(some) > 4 else ''}" for side, some in who.items() if some]
    if counts.sources:
        parts.append(counts.borne if counts.independent > 1 else f"unverified: {counts.borne}")
    else:
        parts.append("unverified: no source asserts it")
    return "; ".join([*parts, *counts.notes, *counts.caution])
