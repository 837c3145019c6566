"""One side says it, the other says it is not so: what is negated in one claim is affirmed in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.link.contrast import Between
from kg.link.pairs import STOP, WITHIN, Said, apart, both_reject, link, said, stem, stems, tokens
from kg.link.themselves import each_of_own
from kg.model import Extraction, Link

RULE = "negation/7"
NOT = re.compile(
    r"\b(?P<not>not(?!\s+(?:only|just|merely|simply|least)\b)|never|no(?!\s+(?:(?:longer|more|fewer|less|later) than"
    r"|doubt|wonder|matter|one knows)\b)"
    r"|nobody|none|nothing(?! to do)|neither|nor|cannot|\w+n[’']t"
    r")\b",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"[,;:.!?…—–”\"]|\b(?:because|when|while|although|though|but|unless|since|until|after|before|which|who)\b", re.IGNORECASE
)
_NO = {"no", "none", "neither", "nor", "nobody", "nothing"}
RAISED = 3  # words after "does not believe" that it may negate
SCOPE = 2  # words after "no" that it may negate, as in "no siren sounded"; after "not" it is the first
NOBODY = 4  # words after "nobody", as in "no one from the club had met him"
FARTHER = 8  # sentences within which all words of the shorter claim in the longer, names too, are enough
NEAR = 3  # sentences within which one shared word that is negated is enough
MAIN = 4  # words that a clause has at least
LIGHT = frozenset(
    stem(w)
    for w in [
        "be",
        "have",
        "do",
        "make",
        "take",
        "get",
        "give",
        "go",
        "come",
        "say",
        "know",
        "think",
        "want",
        "see",
        "time",
        "thing",
        "way",
        "people",
        "person",
        "year",
        "day",
        "any",
        "anyone",
        "anything",
        "all",
        "one",
        "two",
        "first",
        "last",
    ]
)


_POINTS = re.compile(r"\b(?:claims?|allegations?|accusations?|suggestions?|notion|idea|reports?|rumou?rs?|assertions?)\b", re.IGNORECASE)


_CLAUSE = re.compile(
    r"^(?:that|any|having|being|it|he|she|they|ever|\w+ing)\b|\b(?:was|were|is|are|had|has|have|did|does|would|will|been)\b|\w+ed\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def main(text: str) -> str:
    """About the first clause of a claim: the words before the first border that has some words before it."""
    for border in _BORDER.finditer(text):
        if len(tokens(text[: border.start()])) >= MAIN:
            return text[: border.start()]
    return text


_IMPLIED = re.compile(
    r"\b(?:without(?=\s+\w+ing\b)|fail(?:s|ed|ing)?\s+to\b|(?:was|were|is|are|been|being)\s+unable\s+to\b"
    r"|rul(?:e|es|ed|ing)\s+out\b|stop(?:s|ped|ping)?\s+short\s+of\b|far\s+from\s+(?=\w+ing\b)|(?:absence|lack)\s+of\b|lack(?:s|ed|ing)\b)",
    re.IGNORECASE,
)
_BAR = re.compile(
    r"\s+(?:\w+\s+)?(?:bars?|obstacles?|barriers?|impediments?|hindrances?|restrictions?|limits?|objections?|problem)\s+(?:to|on|for|with|in)\b"
)
_NAME = re.compile(r"\s[A-Z]\w+ [A-Z]")  # "No Child Left Behind"
_PROSE = re.compile(r"\b[a-z]{4,}\b.*\b[a-z]{4,}\b", re.DOTALL)  # no headline in capitals
_NOBODY = re.compile(r"\b(?:nobody|no one|none of)\b", re.IGNORECASE)
_THINKS = re.compile(r"(?:believ|think|thought|seem|appear|look|expect)\w*")
_THROUGH = re.compile(rf"{_THINKS.pattern}|(?!family|supply|apply|reply|comply|imply|assembly|bully|rally)\w{{3,}}ly")
"""What a negation reaches through: "does not really believe it is safe" negates "safe"."""


@lru_cache(maxsize=4096)
def negated(text: str) -> frozenset[str]:
    """Stems of the first words that stand after a negation, or after what negates as "failed to" does; "no bar to" negates nothing."""
    found: set[str] = set()
    for match in (*NOT.finditer(text), *_IMPLIED.finditer(text)):
        no = match.re is NOT and match["not"].lower() in _NO
        if no and (_BAR.match(text, match.end()) or (match["not"] == "No" and _NAME.match(text, match.end()) and _PROSE.search(text))):
            continue
        border = _BORDER.search(text, match.end())
        after = [t for t in tokens(text[match.end() : border.start() if border else len(text)]) if t not in STOP]
        told = [t for t in after if not _THROUGH.fullmatch(t)] or after
        raised = any(_THINKS.fullmatch(t) for t in after[:2])
        whole = _NOBODY.search(text, max(0, match.start() - 6), match.end() + 4)
        found |= {stem(t) for t in told[: NOBODY if whole else RAISED if raised else SCOPE if no else 1]}
    return frozenset(found - LIGHT)


def scope(s: Said) -> frozenset[str]:
    """What a saying says is not so: of a denial all its claim says, else what is negated in it."""
    inner = negated(s.claim.text) - s.names
    if (s.attribution.stance == "denies" and _CLAUSE.search(s.claim.text)) or (
        s.attribution.stance == "disputes" and _POINTS.search(s.claim.text)
    ):
        return frozenset() if s.claim.polarity == "negative" else stems(main(s.claim.text)) - s.names - LIGHT
    return inner


def held(s: Said) -> frozenset[str]:
    """What a saying says is so, as far as a negation could be of it: the words of its main clause, unless it stands against them."""
    if s.attribution.stance in {"denies", "disputes"}:
        return frozenset() if s.claim.polarity == "positive" else stems(main(s.claim.text)) - s.names
    return s.words - negated(s.claim.text)


_HARD = re.compile(
    r"\b(?:never|nobody|no one|not)\b.{0,60}\b(?:more|less|better|worse)\b|\brefus\w+|\bwhether\b|\bfor (?:not|never)\b"
    r"|\b(?:more|less|better|worse)\s+(?!than\b)\w.{0,60}\bthan\b|(?:^|\W)not to\b|\bown (?:side|ranks|people)\b",
    re.IGNORECASE,
)


def is_hard(text: str) -> bool:
    """Whether what a claim negates cannot be told by the words after a negation."""
    return bool(_HARD.search(text)) or len(NOT.findall(main(text))) > 1


def find(extraction: Extraction) -> Iterator[Link]:
    """Claims of different sides, of which one negates what the other affirms."""
    between = Between.of(extraction)
    all_said = said(extraction)
    scopes, holds = [scope(s) for s in all_said], [held(s) for s in all_said]
    for i, a in enumerate(all_said):
        for j in range(i + 1, min(len(all_said), i + 1 + WITHIN)):
            b = all_said[j]
            focus = (scopes[i] & holds[j]) | (scopes[j] & holds[i])
            if a.stems == b.stems and apart(a, b) and _but_for_not(extraction, a, b):
                yield link(a, b, "contradicts", "negation", RULE, 0.8)
            elif focus and apart(a, b) and not both_reject(a, b) and not _both_deny(a.claim.text, b.claim.text):
                sure = _sure(between, a, b, focus)
                if sure:
                    yield link(a, b, "contradicts", "negation", RULE, sure)


def _but_for_not(extraction: Extraction, a: Said, b: Said) -> bool:
    """Whether two claims of the same words are near each other, and one of them is negated: "the mill will open", "it will not open"."""
    asserted = {a.attribution.stance, b.attribution.stance} == {"asserts"}
    negations = sum(len(NOT.findall(s.claim.text)) for s in (a, b))
    told = len(a.stems) >= LEAST and not is_hard(a.claim.text) and not is_hard(b.claim.text)
    return asserted and negations == 1 and told and b.sentence - a.sentence <= NEAR and not each_of_own(extraction, a, b)


_PLANS = re.compile(
    rf"{NOT.pattern.replace('?P<not>', '?:')}\s+(?:\w+\s+)?(?:plan\w*|intend\w*|intention|going|mean\w*)\s+(?:to|on|of)\s+(?P<act>\w+)",
    re.IGNORECASE,
)


def _both_deny(one: str, other: str) -> bool:
    """Whether both negate the same, or one negates what the other does not plan to do."""
    plans = [negated(text) | {stem(m["act"]) for m in _PLANS.finditer(text)} for text in (one, other)]
    return bool(plans[0] & plans[1])


SHARE = re.compile(r"\d ?%|\bper ?cent\b|\bmajority\b|\bone in \w+\b|\b(?:half|third|quarter) of\b", re.IGNORECASE)
LEAST = 2  # words without which nothing is said
SHORT = 3  # words of a negated claim that says little else
BRIEF = 10  # words of either claim, of which one affirms and the other does not
_NONE = re.compile(r"\bthere (?:is|was|are|were|has been|have been|had been) (?:no|never any)\b|\bno such\b", re.IGNORECASE)
OPEN = re.compile(
    r"\b(?:if|unless|would have|should|could|(?-i:may)|might|must|whether"
    r"|responsib\w+ (?:of|to|for)|dut(?:y|ies)|obligat\w+|supposed to)\b",
    re.IGNORECASE,
)


_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_JOINED = re.compile(r"[,;:…]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])[.!?]\s|\b(?:and|but)\b")


def _left_open(text: str, focus: frozenset[str]) -> bool:
    """Whether a claim leaves open what it says in the words of `focus`: not "it is safe" in "it is safe, and should be opened"."""
    borders = (m.start() for m in _JOINED.finditer(text))
    end = next((at for at in borders if stems(text[:at]) & focus), len(text))
    return bool(_IF.search(text) or OPEN.search(text, 0, end))


def _sure(between: Between, a: Said, b: Said, focus: frozenset[str]) -> float:
    """How sure it is that what is in the one scope is what the other affirms; 0 when it is not."""
    common = (a.words & b.words) - LIGHT
    share = len(common) / max(1, min(len(a.words - LIGHT), len(b.words - LIGHT)))
    whole = len(common) / max(1, len((a.words | b.words) - LIGHT))
    contrast = between.contrast(a, b)
    near = b.sentence - a.sentence
    if any(SHARE.search(between.told(s)) or is_hard(s.claim.text) for s in (a, b)):
        return 0.0
    if near <= 1 and contrast and len(common) >= 3 and share >= 0.5:
        return 0.8
    if min(len(a.words), len(b.words)) < LEAST or not all(_same_thing(n, p) for n, p in ((a, b), (b, a)) if scope(n) & focus):
        return 0.0
    if any(_own_doings(n, p) or _only_blame(n, p) or _other_doer(between, n, p) for n, p in ((a, b), (b, a)) if scope(n) & focus):
        return 0.0
    if _left_open(a.claim.text, focus) != _left_open(b.claim.text, focus):
        return 0.0
    least = min(len(n.words - LIGHT) for n in (a, b) if scope(n) & focus)
    if near <= FARTHER and share == 1 and len(common) >= 2 and len(a.stems & b.stems) >= 3:
        return 0.7
    if len(common) >= 3 and share >= 0.6 and whole >= (0.3 if near <= NEAR else 0.5):
        return 0.85
    if near <= NEAR and contrast == 2 and len(common) >= 2 and share >= 0.3:
        return 0.8
    if near <= NEAR and len(common) >= 2 and share == 1:
        return 0.75
    if near <= 1 and len(common) >= 2 and share >= 0.45:
        return 0.65
    if near <= NEAR and contrast == 2 and least <= SHORT:
        return 0.7
    if near <= 2 and (set(a.claim.about) & b.side or set(b.claim.about) & a.side) and least <= SHORT:
        return 0.65
    if near <= 1 and least <= SHORT - 1:
        return 0.65
    if near <= 1 and least <= SHORT and max(len(a.words), len(b.words)) <= BRIEF and a.affirmed != b.affirmed:
        return 0.6
    if near <= 1 and contrast and (least <= SHORT or (share >= 0.34 and len(common) >= 2)):
        return 0.65
    if near <= NEAR and any(_NONE.search(n.claim.text) for n in (a, b) if scope(n) & focus):
        return 0.65
    return 0.0


_PERSON = re.compile(r"^\W*(?:that\s+)?(?:[\w ]+,\s+)?(?:I|we|he|she|they|you)\b", re.IGNORECASE)


def _own_doings(n: Said, p: Said) -> bool:
    """Whether two speakers each tell of themselves: that the one does not believe it is no answer to the other who does."""
    return bool(_PERSON.match(n.claim.text) and _PERSON.match(p.claim.text)) and not (
        set(p.claim.about) & n.side or set(n.claim.about) & p.side
    )


_OWN = re.compile(r"\W*(?:that\s+)?(?:(?:I|we|he|she|they)\b|(?:ever\s+)?(?:having\b|\w+ing\b))", re.IGNORECASE)
HEAD = 30  # characters of a claim in which it says who does it


def _other_doer(between: Between, n: Said, p: Said) -> bool:
    """Whether one person denies to have done what the other claim says somebody else has: "Pyle forged the signature"."""
    if n.attribution.stance != "denies" or not _OWN.match(n.claim.text):
        return False
    persons = {e.id: e.name.split()[-1] for e in between.extraction.entities if e.type == "Person"}
    doers = {e for e in p.claim.about if e in persons and persons[e] in p.claim.text[:HEAD]}
    return bool(doers) and doers.isdisjoint(n.side) and n.attribution.speaker in persons


_BLAME = re.compile(
    r"\b(?:caus(?:e[sd]?|ing)|start(?:s|ed|ing)?|trigger\w*|spark(?:s|ed|ing)?|provok\w+|(?:lead|leads|led|leading) to"
    r"|behind|responsib\w+|to blame|at fault)\b",
    re.IGNORECASE,
)


def _only_blame(n: Said, p: Said) -> bool:
    """Whether the one denies to have brought about what the other tells of without saying who did: "40 homes were lost in the fire"."""
    return n.attribution.stance == "denies" and bool(_BLAME.search(n.claim.text)) and not _BLAME.search(p.claim.text)


def _same_thing(n: Said, p: Said) -> bool:
    """Whether a name in the clause after the negation is in the other claim too, if there is one."""
    match = NOT.search(n.claim.text)
    after = {stem(t) for t in tokens(main(n.claim.text[match.end() :]))} & n.names if match else set()
    return not after or bool(after & p.stems) or not (p.stems & p.names)
