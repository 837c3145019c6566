"""What the store holds for and against a sentence: claims that say it, claims that exclude it, and who makes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.link import across
from kg.link.amounts import WORDS, amounts, apart
from kg.link.mood import same_mood
from kg.link.negation import LIGHT
from kg.link.numeric import counts, disjoint
from kg.link.pairs import Said, stem, stems, tokens
from kg.link.roles import swapped
from kg.link.told import Told
from kg.model import Attribution, Claim
from kg.rdf import name_key
from kg.rdf import terms as t
from kg.rdf.lists import VALUES
from kg.rows import Rows
from kg.store.corroborating import AGAINST, FOR, Counts, Row, counted, settled
from kg.store.graphs import node_of
from kg.store.witnesses import is_named, names

MOST = 150
"""Claims that are looked at, the best first."""
ALIKE, MOSTLY = 0.5, 0.75
"""Share of the sentence's words that a claim has that bears on it at all, and one that says the same."""
WHOLE = 0.4
"""Share of the words of both that a claim has which says the same."""
FEW = 2
"""Words in common with which light verbs count, too."""
NUMBERS = frozenset(stem(word) for word in WORDS)
ASSERTED, DISPUTED, UNATTRIBUTED = "asserted by", "disputed by", "unattributed"
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

_TITLE = r"(?:Mr|Ms|Mrs|Dr)\.? "
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verified:
    """`rows` say who asserts and who disputes it, each with its sentence and place; `line` is that in words, with no verdict on truth."""

    rows: Rows
    counts: Counts
    line: str


@dataclass(frozen=True, slots=True)
class Made:
    """A claim and one attribution that makes it; `about` are names of whom and what it is about."""

    attribution: str
    claim: str
    words: str
    stance: str
    about: tuple[str, ...] = ()


def attributions(live: pyoxigraph.Store, claim: str) -> Iterator[Made]:
    """Who makes a claim."""
    node = NamedNode(claim)
    words = next((q.object.value for q in live.quads_for_pattern(node, t.TEXT, None, None) if isinstance(q.object, Literal)), "")
    about = tuple(sorted(_named(live, node)))
    for quad in live.quads_for_pattern(None, t.CLAIM, node, None):
        for stance in live.quads_for_pattern(node_of(quad.subject), t.STANCE, None, None):
            yield Made(node_of(quad.subject).value, claim, words, VALUES["stance"][node_of(stance.object)], about)


def _named(live: pyoxigraph.Store, claim: NamedNode) -> Iterator[str]:
    for about in live.quads_for_pattern(claim, t.ABOUT, None, None):
        for name in live.quads_for_pattern(node_of(about.object), t.NAME, None, None):
            if isinstance(name.object, Literal):
                yield name.object.value


def verify(sentence: str, said: Iterable[Made], about: Callable[[str], Rows]) -> Verified:
    """Compare a sentence with what is `said`; `about` gives the rows of a claim's corroboration.

    Raises `UsageError` for a sentence without words.
    """
    if not tokens(sentence):
        raise UsageError("there is no word in the sentence: give one that somebody may have said, in quotes")
    found = _found(_told(sentence), said, about)
    ordered = sorted(found.values(), key=lambda rows: _order(rows[0]))
    counts = counted(row for rows in ordered for row in rows)
    return Verified(Rows(COLUMNS, [tuple(rows[0].get(column) for column in COLUMNS) for rows in ordered]), counts, _line(ordered, counts))


def _found(asked: Told, said: Iterable[Made], about: Callable[[str], Rows]) -> dict[str, list[Row]]:
    """By attribution the rows that bear on what is asked: of those who make a claim that says or excludes it, and of all that bear on one
    that says it. What an attribution itself says goes before what others make of it; nobody is asked about twice."""
    found: dict[str, list[Row]] = {}
    for claim, made in sorted(_by_claim(said).items()):
        words = _verdict(asked, replace(made[0], stance="asserts"))
        verdicts = {one.attribution: words or _verdict(asked, one) for one in made}
        if not any(verdicts.values()) or verdicts.keys() <= found.keys():
            continue
        here: dict[str, list[Row]] = {}
        for row in settled(about(claim)):
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


def _told(words: str, stance: str = "asserts") -> Told:
    from kg.reading.properties.stance import polarity

    names = frozenset(stem for word in re.findall(r"\b[A-Z][\w’'.-]+", words) for stem in stems(word))
    a = Attribution("asked", (), ((0, 1),), ((0, 1),), "", 1.0, "asked", stance=stance)  # type: ignore[arg-type]
    said = Said(a, Claim("asked", words, ((0, 1),), polarity(words)), 0, names)
    return Told(said, "", ("", "", ()), frozenset(), frozenset(name_key(stem) for stem in names), None)


def spelled_out(words: str, about: Iterable[str]) -> str:
    """A claim's words with whole names of those it is about: for "the hospital", "Ms. Dunne", and "he" or "it" where one is left."""
    left = []
    for name in dict.fromkeys(about):
        last = name.split()[-1] if name.split() else name
        if not stems(name) & stems(words):
            left.append(name)
        elif not stems(name) <= stems(words):
            words = _put(re.compile(rf"\b(?:the |{_TITLE})?{re.escape(last)}\b", re.IGNORECASE), name, words)
    return _put(_PRONOUN, left[0], words) if len(left) == 1 else words


def _put(pattern: re.Pattern[str], name: str, words: str) -> str:
    found = pattern.search(words)
    return words[: found.start()] + name + words[found.end() :] if found else words


def verdict(sentence: str, made: Made) -> str | None:
    """`ASSERTED` or `DISPUTED` when a claim says the same as a sentence or excludes it; None when it does neither."""
    found = _verdict(_told(sentence), made)
    return found[0] if found else None


def _verdict(asked: Told, made: Made) -> tuple[str, str] | None:
    """Whether a claim asserts or excludes what is asked, and by what; a denial of the same disputes it."""
    claim = _told(spelled_out(made.words, made.about), made.stance)
    words, told = asked.said.claim.text, claim.said.claim.text
    one, other = asked.said.stems - LIGHT, claim.said.stems - LIGHT
    others = {word for word in one ^ other if word in NUMBERS or word[0].isdigit()}
    one, other = one - others, other - others
    share = len(one & other) / max(1, len(one))
    if share < ALIKE or any(across.is_hard(text) for text in (words, told)):
        return None
    if not same_mood(words, told, one & other) or swapped(words, told) or _other_deed(asked, claim, one & other):
        return None
    for rule in (across.negation, across.numbers, across.states):
        if found := rule(asked, claim):
            return DISPUTED, found.basis
    if share < MOSTLY or not (across.same(asked, claim) or len(one & other) / max(1, len(one | other)) >= WHOLE):
        return None
    agrees = asked.said.affirmed == claim.said.affirmed
    more, fewer = _numbers(words) - _numbers(told), _numbers(told) - _numbers(words)
    if more and (agrees or fewer):
        return (DISPUTED, "numeric") if agrees and _count_otherwise(words, told) else None
    return (ASSERTED, "wording") if agrees else (DISPUTED, "negation")


def _other_deed(asked: Told, claim: Told, common: frozenset[str]) -> bool:
    """Whether two claims that have little in common tell of it with other light verbs: "took bribes", "was given bribes"."""
    left, right = asked.said.stems & LIGHT, claim.said.stems & LIGHT
    return len(common) <= FEW and bool(left and right) and not left & right


def _numbers(text: str) -> set[str | int]:
    return {WORDS.get(word, word) for word in tokens(text) if (word in WORDS and word != "one") or word[0].isdigit()}


def _count_otherwise(one: str, other: str) -> bool:
    """Whether two texts give one amount each, of the same kind and thing, in ranges that do not meet."""
    found = [[x for x in amounts(text) if not x.part] for text in (one, other)]
    if any(len(some) != 1 for some in found):
        return disjoint(counts(one), counts(other))
    [left], [right] = found
    return left.kind == right.kind and (left.noun == right.noun or not (left.noun and right.noun)) and apart(left, right)
