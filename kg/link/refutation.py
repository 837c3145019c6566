"""A verdict on what somebody else has said: "That never happened", "thought she had made up the story", "called it nonsense"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.negation import LIGHT
from kg.link.pairs import Said, apart, link, said
from kg.model import Extraction, Link
from kg.reading.lexicon import any_of

RULE = "refutation/4"
REACH, AFTER = 5, 2  # sentences back, and on to one whom the verdict names
_OWNER = 12  # characters at its very head
HEAD = 60  # characters of a verdict in which it says whose words it is about
_CHARGE = re.compile(r"\b(?:accus|alleg|charg|blam|criticiz|criticis)\w+", re.IGNORECASE)
_WILL = re.compile(r"\b(?:refus|declin|vow|pledg|urg|demand|ask|thank|hop|want|plan|oppos)\w*", re.IGNORECASE)
_THINGS = (
    r"(?:claim|allegation|report|accusation|story|charge|suggestion|account|figure|number|finding|comment|statement|remark|assertion|speech"
    r"|argument|criticism|attack|tweet|article|letter|word)(?:s|es)?"
)
_WHOLE = re.compile(
    rf"^\W*(?:that\s+)?(?:that|this|it|they|these|those|your {_THINGS}|the (?:[\w-]+ )?{_THINGS}(?: (?:in|by|from|of|against) .{{1,40}}?)?"
    rf"|(?:his|her|their|its|(?:the )?[\w.]+[’']s?) (?:\w+ )?{_THINGS}(?: (?:about|that|of|on) .{{1,60}}?)?)"
    rf"(?:[’']s| is| was| are| were|[’']re)\s+(?:\w+\s+){{0,2}}(?:{any_of('refutations')}|incorrect|not right|not correct|false)\b"
    r"(?![\"”’']*\s+(?:to|that|for|in|if)\b)"
    r"|^\W*(?:that|it|this) (?:never|did not|didn[’']t) happen(?:ed)?\b|^\W*(?:no, )?not (?:so|true)\b"
    rf"|\b(?:your|those|these|the) {_THINGS} (?:is|are) (?:false|untrue|wrong)\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"\b(?:made (?:it|that|this|the (?:whole )?\w+) up|made up the \w+|delusional|fabricat\w+|(?:were|was|been|being|am|is|are) "
    r"(?:\w+ )?(?:misinterpreted|misunderstood|misrepresented|misquoted|taken out of context)"
    rf"|(?:false|baseless|untrue|fabricated|unfounded) {_THINGS}"
    r"|(?:he|she|they) (?:has |have |had )?lied|(?:is|are|was|were) lying"
    r"|(?:unfairly|falsely|wrongly) (?:\w+ing|accused|targeted|singled out|blamed|accuses?|blames?)"
    r"|(?:is|are|was|were|of) (?:\w+ly )?(?:malign|smear|distort|misrepresent|mischaracteri[sz]|twist|exaggerat)ing)\b",
    re.IGNORECASE,
)
_CALLS = re.compile(
    rf"^\W*(?:that|this|it|them|(?:the|those|these|his|her|their|its|all|such|any|[\w.]+[’']s?) (?:[\w-]+ )?{_THINGS})\s+(?:as\s+)?\W*"
    rf"(?:\w+\W+){{0,3}}?(?:{any_of('refutations')}|unsubstantiated)\b",
    re.IGNORECASE,
)
_CALL = re.compile(r"\b(?:call|dismiss|describ|denounc|brand|label|decr|slam)\w*", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """A verdict with the last saying of another side before it that it can be about."""
    text, all_said = extraction.article.text, said(extraction)
    last = {e.id: e.name.split()[-1] for e in extraction.entities}
    for i, b in enumerate(all_said):
        cue = text[slice(*b.attribution.cue[0])]
        whole = bool(_WHOLE.search(b.claim.text) or (_CALL.search(cue) and _CALLS.search(b.claim.text)))
        if not _CHARGE.search(cue) and (whole or _VERDICT.search(b.claim.text)):
            named = {e for e in b.claim.about if e not in b.side and last[e] in b.claim.text[:HEAD]}
            near = [a for a in reversed(all_said[max(0, i - 8) : i]) if apart(a, b) and b.sentence - a.sentence <= REACH]
            near += [a for a in all_said[i + 1 : i + 4] if named & a.side and apart(a, b) and a.sentence - b.sentence <= AFTER]
            whose = _owners(extraction, b) & frozenset().union(*(s.side for s in all_said))
            near = [a for a in near if not whose or whose & a.side]
            near = [a for a in near if not _WILL.search(text[slice(*a.attribution.cue[0])])]
            fits = [a for a in near if _about(text, a, b, named) or (whole and b.sentence - a.sentence <= 1)]
            a = next((a for a in fits if _charged(text, a)), next(iter(fits), None))
            if a:
                yield link(a, b, "contradicts", "explicit", RULE, 0.75 if whole else 0.65)


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
    return bool(_CHARGE.search(text[slice(*a.attribution.cue[0])]))
