"""A verdict on what somebody else has said: "That never happened", "thought she had made up the story", "called it nonsense"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.negation import LIGHT, NOT
from kg.link.pairs import Said, apart, link, said
from kg.model import Extraction, Link
from kg.reading.lexicon import any_of

RULE = "refutation/7"
REACH, AFTER = 5, 2  # sentences back, and on to one whom the verdict names
THEIRS = 2  # sentences back to what "their number" is; else to what is just a verdict it is one
_OWNER = 12  # characters at its very head
HEAD = 60  # characters of a verdict in which it says whose words it is about
_CHARGE = re.compile(r"\b(?:accus|alleg|charg|blam|criticiz|criticis)\w+", re.IGNORECASE)
_WILL = re.compile(r"\b(?:refus|declin|vow|pledg|urg|demand|ask|thank|hop|want|plan|oppos)\w*", re.IGNORECASE)
_THINGS = (
    r"(?:claim|allegation|report|accusation|story|charge|suggestion|account|figure|number|finding|comment|statement|remark|assertion|speech"
    r"|argument|criticism|attack|tweet|article|letter|word|announcement|explanation|theory|version|testimony|video|footage|recording"
    r"|picture|photograph|image|data|study|survey|poll)(?:s|es)?"
)
_VERDICTS = (
    rf"(?:{any_of('refutations')}|incorrect|outrageous|scaremongering|wishful thinking|a pretext|pure speculation|not credible|disgraceful"
    r"|hard to believe|far from the truth|an? (?:\w+ )?(?:insult|outrage|disgrace|farce|joke))"
)
_WHOLE = re.compile(
    rf"^\W*(?:that\s+)?(?:that|this|it|they|these|those|your {_THINGS}|the (?:[\w-]+ )?{_THINGS}(?: (?:in|by|from|of|against) .{{1,40}}?)?"
    rf"|(?:his|her|their|its|(?:the )?[\w.]+[’']s?) (?:\w+ )?{_THINGS}(?: (?:about|that|of|on) .{{1,60}}?)?)"
    rf"(?:[’']s| is| was| are| were|[’']re)\s+(?:\w+\s+){{0,2}}(?:{any_of('refutations')}|incorrect|false"
    r"|not (?:right|correct|credible))\b"
    r"(?![\"”’']*\s+(?:…\s+)?(?:to|that|for|in|if)\b)"
    rf"|^\W*(?:that\s+)?(?:that|this|it) (?:is|was) {_VERDICTS}(?:\W*$|,? (?:and|as|because)\b)"
    rf"|^\W*(?:that|this|the) {_THINGS} (?:is|was) {_VERDICTS}"
    rf"|^\W*(?:(?:an?|utter|complete|total|pure|sheer|absolute) )*{_VERDICTS}(?: {_THINGS})?\W*$"
    r"|^\W*(?:that|this)(?:[’']s| is| was) an? \w+ thing to say\b"
    r"|^\W*(?:that|it|this) (?:never|did not|didn[’']t) happen(?:ed)?\b|^\W*(?:no, )?not (?:so|true)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(rf"\W*(?:that\s+)?(?:his|her|their) (?:\w+ )?{_THINGS}\b", re.IGNORECASE)
_FALSE = re.compile(rf"\b(?:your|those|these|the) {_THINGS} (?:is|are) (?:false|untrue|wrong)\b", re.IGNORECASE)
_VERDICT = re.compile(
    r"\b(?:made (?:it|that|this|the (?:whole )?\w+) up|made up the \w+|delusional|fabricat\w+|(?:were|was|been|being|am|is|are) "
    r"(?:\w+ )?(?:misinterpreted|misunderstood|misrepresented|misquoted|taken out of context)"
    rf"|(?:false|baseless|untrue|fabricated|unfounded) {_THINGS}"
    r"|(?:he|she|they) (?:has |have |had )?lied|(?:is|are|was|were) lying"
    r"|(?:unfairly|falsely|wrongly) (?:\w+ing|accused|targeted|singled out|blamed|accuses?|blames?)"
    r"|(?:is|are|was|were|of) (?:\w+ly )?(?:malign|smear|distort|misrepresent|mischaracteri[sz]|twist|exaggerat)ing)\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(  # what somebody has just shown, rather than charged
    r"^\W*(?:the|that|this|those|these|his|her|their|its) (?:\w+ )?"
    r"(?:video|footage|recording|picture|photograph|image|data|study|survey|poll|document)s?\b",
    re.IGNORECASE,
)
_MISTAKEN = re.compile(
    r"^\W*(?:that\s+)?(?:the |mr\.? |mrs\.? |ms\.? |dr\.? |[\w.]+[’']s? )?(?:[\w-]+ )?(?P<who>[\w-]+) (?:(?:is|was|were|are|had been) "
    r"(?:(?:simply|clearly|completely|badly|just|obviously) )?(?:mistaken|wrong|lying|confused|misinformed|badly informed)"
    r"|must (?:be|have been) (?:mistaken|thinking of|confus)\w*"
    r"|(?:has |had )?(?:misspoke|misspoken|misremembered|misread|misunderstood)|(?:has |had )?got it wrong)\b",
    re.IGNORECASE,
)
_CALLS = re.compile(
    rf"^\W*(?:that|this|it|them|(?:the|those|these|his|her|their|its|all|such|any|[\w.]+[’']s?) (?:[\w-]+ )?{_THINGS})\s+(?:as\s+)?\W*"
    rf"(?:\w+\W+){{0,3}}?(?:{_VERDICTS}|unsubstantiated)\b",
    re.IGNORECASE,
)
_PRAISE = (
    r"(?:an? |the )?(?:\w+ )?(?:good|great|excellent|important|welcome|positive|significant|critical|encouraging|historic|step|success"
    r"|victory|triumph|fair|right|credible|compelling|serious)\b"
)
_NAMES = re.compile(
    r"^\W*(?:that|(?:the|that|this|those|these|such|his|her|their|its|(?:the )?[\w.]+[’']s?) (?:[\w-]+ )?(?:claim|allegation|report"
    r"|accusation|charge|suggestion|account|figure|number|finding|explanation|theory|version|study|survey|poll|comparison|method|estimate)s?)"
    rf"\s+(?:as\s+)?[“\"‘](?!{_PRAISE})",
    re.IGNORECASE,
)
"""What somebody has said, and a name for it in quotes: no praise."""
_CALL = re.compile(r"\b(?:call|dismiss|describ|denounc|brand|label|decr|slam)\w*", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """A verdict with the last saying of another side before it that it can be about."""
    text, all_said = extraction.article.text, said(extraction)
    last = {e.id: e.name.split()[-1] for e in extraction.entities}
    for i, b in enumerate(all_said):
        cue = text[slice(*b.attribution.cue[0])]
        whole = bool(
            _WHOLE.match(b.claim.text)
            or _FALSE.search(b.claim.text)
            or (_CALL.search(cue) and (_CALLS.search(b.claim.text) or _NAMES.search(b.claim.text)))
        )
        mistaken = _mistaken(text, all_said[max(0, i - 8) : i], b)
        if mistaken and not _CHARGE.search(cue):
            yield link(mistaken, b, "contradicts", "explicit", RULE, 0.7)
        elif not _CHARGE.search(cue) and (whole or _VERDICT.search(b.claim.text)):
            named = {e for e in b.claim.about if e not in b.side and last[e] in b.claim.text[:HEAD]}
            near = [a for a in reversed(all_said[max(0, i - 8) : i]) if apart(a, b) and b.sentence - a.sentence <= REACH]
            near += [a for a in all_said[i + 1 : i + 4] if named & a.side and apart(a, b) and a.sentence - b.sentence <= AFTER]
            whose = _owners(extraction, b) & frozenset().union(*(s.side for s in all_said))
            near = [a for a in near if not whose or whose & a.side]
            near = [a for a in near if not _WILL.search(text[slice(*a.attribution.cue[0])])]
            next_to = THEIRS if _THEIRS.match(b.claim.text) else 1
            fits = [a for a in near if _about(text, a, b, named) or (whole and b.sentence - a.sentence <= next_to)]
            first = next(iter(fits), None)
            a = first if _SHOWN.match(b.claim.text) else next((a for a in fits if _charged(text, a)), first)
            if a:
                yield link(a, b, "contradicts", "explicit", RULE, 0.75 if whole else 0.65)


def _mistaken(text: str, before: list[Said], b: Said) -> Said | None:
    """The last saying of the one who is said to be mistaken, by the last word of the name or noun that the saying has for them."""
    found = _MISTAKEN.match(b.claim.text)
    who = found["who"].lower() if found else ""
    for a in reversed(before):
        sources = re.findall(r"[\w-]+", " ".join(text[x:y] for x, y in a.attribution.source).lower())
        if (
            who
            and who in sources
            and apart(a, b)
            and b.sentence - a.sentence <= REACH
            and not _WILL.search(text[slice(*a.attribution.cue[0])])
        ):
            return a
    return None


def _owners(extraction: Extraction, b: Said) -> frozenset[str]:
    """Whose words a verdict says it is about, at its head: "the president’s claims are unfounded"."""
    begin = b.claim.content[0][0]
    text = extraction.article.text
    return frozenset(
        e.id
        for e in extraction.entities
        if any(
            begin <= m.begin < begin + _OWNER and text[m.end - 2 : m.end + 2].count("’s") + text[m.end - 2 : m.end + 2].count("'s")
            for m in e.mentions
        )
    )


def _about(text: str, a: Said, b: Said, named: set[str]) -> bool:
    """Whether the verdict names whose claim it is about, or the claim is an accusation of the one who gives the verdict."""
    if named & a.side or (_charged(text, a) and b.sentence - a.sentence <= 1 and named <= set(a.claim.about)):
        return True
    return _charged(text, a) and not named and (bool(set(a.claim.about) & b.side or (a.words & b.words) - LIGHT) or not a.claim.about)


def _charged(text: str, a: Said) -> bool:
    cue = text[slice(*a.attribution.cue[0])]
    return bool(_CHARGE.search(cue)) and not NOT.search(cue)
