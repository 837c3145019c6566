"""Documents that speak: for whom they speak is who made them, by the phrase itself or by what the text says of them before."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading import joint, named, nominals, phrases
from kg.reading.figures import Figure
from kg.reading.lexicon import any_of
from kg.reading.owners import owner
from kg.reading.pronouns import pronoun
from kg.reading.scene import Scene, Speaker

_POSTED = re.compile(
    r"\b(?:on|to|in|via)\s+(?P<who>its|his|her|their|.{2,80}?(?P<of>(?=[’'])))(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}"
    r"(?:website|web site|site|page|account|channel|portal|blog)\b"
)
_THROUGH = re.compile(
    r"\b(?:in|via|through|issued|released|published|posted|wrote)\s+(?:an?|its|his|her|their|the)\s+(?:[\w-]+\s+){0,3}?"
    rf"(?P<paper>{any_of('papers')})\b",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?:\s+\w+){{0,3}}?,?\s+(?:(?:signed|sent|{any_of('making')})\s+by|by|from)\s+(?=[A-Z]|the\s[A-Z]|[a-z]+\s[A-Z])(?P<who>[^,.;:]{{2,80}})"
)
_BRINGS_OUT = re.compile(
    r"\b(?:sent|sends|unveiled|released|releases|published|issued|issues|wrote|presented|submitted|filed|posted|launched)\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:an?|its|his|her|their)\s+(?:[\w-]+\s+){0,3}$"
)
_FROM = re.compile(r"\s+(?:by|from|of)\s+(?=[A-Za-z])")
_OWNS = re.compile(r"(?:\s+\([^()\n]{1,20}\))?[’']s?\s+(?:[\w-]+\s+){0,4}|\s+(?:[a-z-]+\s+){0,1}")
_DAY = re.compile(r"(?:[A-Z][a-z]+day|[Yy]esterday|[Tt]oday)[’']s\s")
_ANY_PAPER = {"document", "paper", "report", "filing", "statement"}


def remember(scene: Scene, said: Speaker, sentence: Span, content: Spans) -> None:
    """Keep whose the document is through which somebody speaks, outside what is said: "said in a statement", "released a report"."""
    found = _THROUGH.search(scene.text, *sentence) if said.figure else None
    if found and not any(b <= found.start() < e for b, e in content):
        scene.papers.pop(found["paper"].lower(), None)
        scene.papers[found["paper"].lower()] = said.figure


def speaker(scene: Scene, span: Span, noun: Span, head: str) -> Speaker:
    """A document speaks for its maker; "the report" for the maker of the report that spoke before."""
    whose = _poster(scene, span) or _makers(scene, span, noun) or owner(scene, span, noun) or _source(scene, span, noun)
    if whose is None and (phrases.is_definite(scene.text, noun) or _DAY.match(scene.text, *noun)):
        whose = scene.papers.get(head) if head in scene.papers else _made(scene, head, noun[0]) or _last_paper(scene, head)
    scene.papers.pop(head, None)
    scene.papers[head] = whose
    return Speaker(whose, paper=True)


def _source(scene: Scene, span: Span, noun: Span) -> Figure | None:
    """People without a name from whom a document is: "a statement from Olandic officials"."""
    found = _FROM.match(scene.text, noun[1], span[1])
    if not found:
        return None
    rest = (found.end(), span[1])
    who = phrases.noun_phrase(scene.text, rest)
    tokens = phrases.tokens(scene.text, who)
    return nominals.match(scene, who) or nominals.unnamed(scene, who, rest) if tokens and phrases.kind(tokens) else None


def _makers(scene: Scene, span: Span, noun: Span) -> Figure | None:
    """Several who made a document: "a study by Ana Ruiz and Tom Hale"."""
    by = _FROM.match(scene.text, noun[1], span[1])
    several = joint.find(scene, (by.end(), span[1])) if by else None
    return several.figure if several else None


def _sender(scene: Scene, at: int) -> Figure | None:
    """Who is said to bring out the document whose noun stands at `at`: "The board sent Hale a letter", "Hale unveiled a report"."""
    begin = scene.sentence(at)[0]
    found = _BRINGS_OUT.search(scene.text, begin, at)
    before = [f for _, e, f in scene.names(begin, found.start()) if e <= found.start()] if found else []
    return before[-1] if before else None


def _poster(scene: Scene, span: Span) -> Figure | None:
    """On whose pages a document came out: "a statement posted on the firm’s website", "posts on its Facebook page"."""
    found = _POSTED.search(scene.text, *span)
    if not found:
        return None
    known = [f for _, e, f in scene.names(*found.span("who")) if not f.platform and e == found.end("who")]
    if known:
        return known[0]
    return pronoun(scene, found["who"].lower(), found.span("who")) if found["of"] is None else nominals.match(scene, found.span("who"))


def _last_paper(scene: Scene, head: str) -> Figure | None:
    return next(reversed(scene.papers.values()), None) if head in _ANY_PAPER else None


def _made(scene: Scene, head: str, at: int) -> Figure | None:
    """Whose such a document is by what the text says of it before: "a poll by Selm Research", "the Water Board’s annual survey"."""
    for m in reversed(list(re.finditer(rf"\b{re.escape(head)}\b", scene.text[max(0, at - 4000) : at], re.IGNORECASE))):
        begin, end = m.start() + max(0, at - 4000), m.end() + max(0, at - 4000)
        by = _BY.match(scene.text, end)
        after = [f for b, _, f in scene.names(by.start("who"), by.start("who") + 5) if by.start("who") <= b] if by else []
        if by and (whole := named.find(scene, by.span("who"))):
            after.insert(0, whole)
        if maker := _sender(scene, begin):
            after.append(maker)
        before = [f for _, e, f in scene.names(begin - 60, begin) if e <= begin and _OWNS.fullmatch(scene.text, e, begin)]
        if made := next((f for f in [*after, *before[-1:]] if f.type in {"Organization", "Person"} and not f.platform), None):
            return made
    return None
