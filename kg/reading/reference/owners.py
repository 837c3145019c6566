"""Whose a noun is: "X’s spokesman", "its spokesman", "X spokesman", "spokesman for X", "the head of the agency"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import any_of, words
from kg.reading.reference import behind, nominals, principal
from kg.reading.reference.behalf import SENT
from kg.reading.reference.figures import Figure
from kg.reading.reference.pronouns import pronoun
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases

_ITS = re.compile(r"(its|their|his|her)\b", re.IGNORECASE)
GENITIVE = re.compile(r"(?P<who>(?:the |an? |this |that )?(?:[\w-]+ ){0,4}?[\w-]+)[’']s?\s", re.IGNORECASE)
_OF = re.compile(
    rf",?\s+(?:(?:in|on|last|this)\s+\w+\s+by|of|for|from|with|at|in|by|on behalf of|"
    rf"(?:[a-z]+ly\s+)?(?:{any_of('making')})(?:\s+[\w.]+){{0,6}}?\s+by)\s+(?=\S)",
    re.IGNORECASE,
)
TITLED = re.compile(r"\s+[“\"‘][^“”\"\n]{2,150}[”\"’]?,?")  # the title of what a noun names: "the book | “Towers of Selm,”"
WHEN = re.compile(
    r"\s+(?:(?:earlier\s+)?(?:last|this)\s+(?:week|month|year|\w+day)|(?:late\s+)?(?:on\s+)?[A-Z][a-z]{2,5}day|yesterday|today)"
)
_PAST = re.compile(r"(?:[Ll]ast|[Tt]his)\s+\w+|[A-Z][a-z]{2,5}day|[Yy]esterday|[Tt]oday")
_IN = re.compile(r",?\s+(?:in|at|with)\b")
_LINK = re.compile(
    r"\s+(?:of|for|from|with|at|in|by)\s+(?:the\s+|an?\s+|her\s+|his\s+|its\s+)?[\w’'-]+(?:\s+[\w-]+)?\s+(?:of|for|at)\s+(?=\S)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"[,.;]|\s+(?:had|has|have|is|are|was|were|would|will|could|and|to|who|said|say|[a-z]{2,}ed)\b")
_THEIRS = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,3}?(?P<head>[a-z-]+)(?=[,.;:—)]|\s*$|\s+(?:who|which|said|says|told|in|at|and|for|of)\b)")
_BODY_FIRST = re.compile(rf"(?P<who>The\s+(?:[a-z-]+\s+){{0,2}}?(?:{any_of('organizations')}))(?=,|[’']s\s|\s+[a-z])")
_THEIR_BODY = re.compile(rf"[’']s?\s+(?:[a-z-]+\s+){{0,3}}?(?:{any_of('organizations')})\b")
_BODY = re.compile(r"\s+(?:[a-z-]+\s+)?(?P<body>[a-z-]+)(?=\s)")
_BOARD = re.compile(r"(?:the\s+)?(?i:board|council|committee|cabinet)(?:\s+of\s+\w+(?:\s+\w+)?)?\s+(?:of|at)\s+(?:the\s+)?(?=[A-Z])")
OF_THEM = re.compile(r"\b(?:polls?|surveys?|stud(?:y|ies)|anal[a-z]+|reviews?|footage|photos?|images?|videos?)$", re.IGNORECASE)
_MADE_BY = re.compile(r"\s(?:by|from)\s+(?=\S)")
_HOME = re.compile(r",?\s+(?:of|from)\b")
_RANK = re.compile(  # of the person: "a senior | police official", "Deputy | treasury secretary"
    r"(?:(?:senior|top|high-ranking|unnamed|anonymous|deputy|assistant|acting|vice)\s+)+", re.IGNORECASE
)
_OF_STATE = {"minister", "ministers"}  # "defence minister": whose head names a field
_BASED = re.compile(r"-(?:based|headquartered|born|wide)\b")  # "the Selm-based Water Institute"
REACH = 30  # characters after "of" within which a name must begin


def owner(scene: Scene, phrase: Span, noun: Span) -> Figure | None:
    """The owner of the head of `noun`, a noun phrase at the head of `phrase`.

    Figures are made for owners that the text knows by a nominal only."""
    begin, end = noun
    if inside := _inside(scene, noun):
        body = _after(scene, phrase, end) if inside.type == "Place" and not _sent(scene, noun) else None
        return body if body and body.type == "Organization" else inside
    if m := _ITS.match(scene.text, begin, end):
        word, at = m.group().lower(), m.start()
        return principal.find(scene, noun, word, at) or _opening(scene, word, at) or pronoun(scene, word, m.span())
    if (m := GENITIVE.match(scene.text, begin, end)) and not _PAST.fullmatch(m["who"]):
        return nominals.organization(scene, m.span("who"))
    found = _after(scene, phrase, end)
    if found and found.type == "Place" and _sent(scene, noun) and not _HOME.match(scene.text, end):
        return None  # "special envoy for the islands"
    return found or _before(scene, noun)


def _opening(scene: Scene, word: str, at: int) -> Figure | None:
    """The body with which a sentence opens, for "its" behind a comma at offset `at`: "The union struck, its president, Ana Ruiz, said"."""
    found = _BODY_FIRST.match(scene.text, *scene.sentence(at))
    if word != "its" or found is None or scene.text[at - 2 : at] != ", " or scene.names(found.end(), at):
        return None
    return nominals.organization(scene, found.span("who"))


def compound(scene: Scene, noun: Span) -> Figure | None:
    """The owner that stands before the head within the noun phrase itself: "a union official", "the Water Board’s official"."""
    return _inside(scene, noun) or _before(scene, noun)


def _inside(scene: Scene, noun: Span) -> Figure | None:
    """A name in the phrase, or an organization word with the name in front: "Selm council leader" is the council’s."""
    inside = [
        (b, e, f)
        for b, e, f in scene.names(*noun)
        if b >= noun[0]
        and e <= noun[1]
        and _may_own(scene, f, e)
        and not (f.platform and _is_paper(scene, noun[1]) and scene.text[e] == " ")
    ]
    if not inside:
        return None
    b, e, f = inside[0]
    if len(inside) > 1 and f.type == "Place" and scene.text[e : e + 2] in {"’s", "'s"} and inside[1][2].type == "Organization":
        b, e, f = inside[1]  # "Selm’s Water Board chief"
    body = _BODY.match(scene.text, e, noun[1])
    if body and body["body"].lower() in words("organizations") and scene.text[body.end() : noun[1]].strip():
        return nominals.organization(scene, (b, body.end()), definite=True) or f
    return f


def _sent(scene: Scene, noun: Span) -> bool:
    """Whether a country has sent whom the noun tells of, to another one or to a body: "Oland’s ambassador | at the United Nations"."""
    return phrases.tokens(scene.text, noun)[-1] in SENT


def _after(scene: Scene, phrase: Span, end: int) -> Figure | None:
    skipped = (m for m in (p.match(scene.text, end, phrase[1]) for p in (TITLED, WHEN)) if m)
    link = _OF.match(scene.text, end, phrase[1]) or next((m for s in skipped if (m := _OF.match(scene.text, s.end(), phrase[1]))), None)
    if not link or (_IN.match(scene.text, end) and _is_paper(scene, end) and not link.group().strip().endswith("by")):
        return None
    if link.group().strip() == "of" and _is_paper(scene, end) and OF_THEM.search(scene.text, max(0, end - 14), end):
        link = _MADE_BY.search(scene.text, link.end(), phrase[1])  # "a poll of voters", "photos of the council by Ana Ruiz"
        if link is None:
            return None
    board = _BOARD.match(scene.text, link.end(), phrase[1])  # "chairman of the board of directors of the Water Board"
    if board and any(b < board.end() < e for b, e, _ in scene.names(link.end(), board.end())):
        board = None  # "leader of the Board at Freedom and Roam", which is its name
    part = None if board else behind.part(scene, (link.end(), phrase[1]))
    if part and (whole := _after(scene, phrase, part)):
        return whole
    rest = (board.end() if board else link.end(), phrase[1])
    whose = GENITIVE.match(scene.text, *rest)
    if whose and not scene.names(*whose.span()) and (found := nominals.organization(scene, whose.span("who"))):
        return found  # "superintendent of the hospital’s Selm branch"
    names = [(b, e, f) for b, e, f in scene.names(*rest) if rest[0] <= b <= rest[0] + REACH and not _comma(scene.text, rest[0], b)]
    if names and names[0][2].type == "Place" and _THEIR_BODY.match(scene.text, names[0][1]):  # "data from Oland’s finance ministry"
        return nominals.organization(scene, phrases.noun_phrase(scene.text, rest)) or names[0][2]
    named = next(
        ((e, f) for _, e, f in names if _may_own(scene, f, e) and not _of_others(scene.text, e) and not _BASED.match(scene.text, e)), None
    )
    if named:
        return behind.body(scene, *named, phrase[1])
    return nominals.organization(scene, phrases.noun_phrase(scene.text, rest))


def _is_paper(scene: Scene, end: int) -> bool:
    """Whether the word that ends at `end` is one for a document, which a journal or a town it is in does not own."""
    return re.split(r"\W+", scene.text[max(0, end - 20) : end])[-1].lower() in words("papers")


def _may_own(scene: Scene, f: Figure, end: int) -> bool:
    """A nationality word before a noun owns nothing ("a European diplomat"); a people that is spoken of by itself does."""
    if not f.people or scene.text[end : end + 1] in {"’", "'"}:
        return True
    return any(_ALONE.match(scene.text, m.end) for m in f.mentions if m.kind == "name")


def _of_others(text: str, end: int) -> bool:
    """Whether a possessive name owns people rather than an organization: "head of Norland’s teachers"."""
    found = _THEIRS.match(text, end)
    return found is not None and found["head"].lower() not in words("organizations")


def _comma(text: str, begin: int, end: int) -> bool:
    return any(c in text[begin:end] for c in ",;")


def _before(scene: Scene, noun: Span) -> Figure | None:
    """An organization word right before the head: "a union official", "the police report", "company spokesman"."""
    tokens = list(phrases.WORD.finditer(scene.text, *noun))
    if len(tokens) < 2 or tokens[-2].group().lower() not in words("organizations") or tokens[-1].group().lower() in _OF_STATE:
        return None
    start = phrases.bare(scene.text, noun)[0]
    start += len(m.group()) if (m := _RANK.match(scene.text, start, tokens[-2].start())) else 0
    return nominals.organization(scene, (start, tokens[-2].end()), definite=True)
