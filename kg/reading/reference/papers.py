"""Documents that speak: for whom they speak is who made them, by the phrase itself or by what the text says of them before."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading.lexicon import any_of, words
from kg.reading.reference import joint, named, nominals
from kg.reading.reference.figures import Figure
from kg.reading.reference.owners import OF_THEM, TITLED, WHEN, owner
from kg.reading.reference.pronouns import pronoun
from kg.reading.reference.scene import Scene, Speaker
from kg.reading.text import phrases

_POSTED = re.compile(
    r"\b(?:on|to|in|via)\s+(?P<who>its|his|her|their|.{2,80}?(?P<of>(?=[’'])))(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}"
    r"(?:website|web site|site|page|account|channel|portal|blog)\b"
)
_THROUGH = re.compile(
    r"\b(?=(?:in|via|through|issued|released|published|posted|wrote)\s)"
    r"(?<!\binvolved )(?<!\bpart )(?<!\bparticipated )(?<!\bparticipate )(?<!\bparticipating )(?<!\bnamed )(?<!\bmentioned )"
    r"\w+\s+(?:an?|its|his|her|their|the)\s+(?:[\w-]+\s+){0,3}?"
    rf"(?P<paper>{any_of('papers')})\b",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?:\s+\w+){{0,3}}?,?\s+(?:(?:signed|sent|{any_of('making')})\s+by|by|from)\s+(?=[A-Z]|the\s[A-Z]|[a-z]+\s[A-Z])(?P<who>[^,.;:]{{2,80}})"
)
_BRINGS_OUT = re.compile(
    r"\b(?:sent|sends|mailed|unveiled|released|releases|published|issued|issues|wrote|penned|drafted|presented|submitted|filed|posted|launched)\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){0,3}$"
)
_ASIDE = re.compile(r",\s[^;:“”\"\n]{3,160},\s+(?:(?:has|have|had|also|then|later)\s+)*$")  # "Ana Ruiz | , a clerk in Selm, has | filed"
_FROM = re.compile(r"\s+(?:by|from|of)\s+(?=[A-Za-z])")
_OWNS = re.compile(r"(?:\s+\([^()\n]{1,20}\))?[’']s?\s+(?:[\w-]+\s+){0,4}|\s+(?:[a-z-]+\s+){0,1}")
_DAY = re.compile(r"(?:[A-Z][a-z]+day|[Yy]esterday|[Tt]oday)[’']s\s")
_CUT = re.compile(rf"{TITLED.pattern}$|{WHEN.pattern}$|\s+[a-z]{{2,}}ly$|\s+out(?:{WHEN.pattern})?$")
_PART = re.compile(
    r"(?:(?:an?|the|one|another)\s+)?(?:[a-z-]+\s+){0,2}?(?:part|section|copy|draft|version|summary|text|excerpts?|page|passage|chapter"
    r"|results|findings|contents?)\s+of\s+(?=(?:the|an?|his|her|its|their|this|that)\s)",
    re.IGNORECASE,
)
_COURT = re.compile(r"(?<![’']s )\bcourt\s+(?:documents?|records?|papers|filings?|transcripts?)$", re.IGNORECASE)
_PRINTED = re.compile(
    rf"(?:{TITLED.pattern})?,?\s+(?:in|(?:published|printed|carried|(?:that|which) appeared)\s+(?:(?:\w+\s+){{1,2}}?)?(?:in|by|on))"
    r"\s+(?:(?:the|an?)\s+)?(?:[a-z-]+\s+){0,3}(?=[A-Z])"
)
_WITHIN = re.compile(rf"(?<=\w),?\s+in\s+(?:an?|its|his|her|their)\s+(?:[\w’'-]+\s+){{0,4}}?(?:{any_of('papers')})$", re.IGNORECASE)
_PRESS = {"article", "articles", "column", "editorial", "interview", "op-ed", "report", "story", "stories"}
_SAID = {"announcement", "comments", "message", "release", "remarks", "statement"}  # which go on with what somebody has just said
_LETTERS = {
    "announcement", "circular", "communique", "communiqué", "declaration", "email", "letter", "memo", "message", "note", "notice", "post",
}  # fmt: skip
_SHOWN = {"footage", "image", "images", "photos", "video", "videos"}  # which are of a place, and not by it
_ALIKE = (
    {"poll", "polls", "report", "research", "studies", "study", "survey", "surveys"},
    {"data", "figures", "numbers", "statistics"},
)
SOON = 600  # characters on within which the text tells who made a document that spoke first
_ANY_PAPER = {"document", "paper", "report", "filing", "statement"}


def remember(scene: Scene, said: Speaker, sentence: Span, content: Spans, cue: str) -> None:
    """Keep whose the document is through which somebody speaks, outside what is said: "said in a statement", "released a report",
    or of which the cue tells: "reported", "wrote"."""
    if said.figure is None:
        return
    found = _THROUGH.search(scene.text, *sentence)
    if found and not any(b <= found.start() < e for b, e in content):
        _keep(scene, found["paper"].lower(), said.figure)
    elif said.figure.type == "Organization" and cue in {"reported", "reports"}:
        _keep(scene, "report", said.figure)
    elif cue in {"wrote", "writes", "posted", "shared"}:
        _keep(scene, "post", said.figure)


def _keep(scene: Scene, paper: str, whose: Figure | None) -> None:
    scene.papers.pop(paper, None)
    scene.papers[paper] = whose


def find(scene: Scene, span: Span, noun: Span) -> Speaker | None:
    """A document speaks for its maker; "the report" for the maker of the report that spoke before. None when no document speaks."""
    if part := _PART.match(scene.text, *span):
        rest = (part.end(), span[1])
        if found := find(scene, rest, phrases.noun_phrase(scene.text, rest)):
            return found
    noun = (noun[0], cut.start() if (cut := _CUT.search(scene.text, noun[0] + 1, noun[1])) else noun[1])
    head = next(reversed(phrases.tokens(scene.text, noun)), "")
    if head not in words("papers"):
        whose = _of_work(scene, span, noun, head)
        return Speaker(whose, paper=True) if whose else None
    if _COURT.search(scene.text, *noun):
        whose = None
    else:
        whose = _poster(scene, span) or _outlet(scene, head, noun[1], span[1]) or _makers(scene, span, noun) or _agent(scene, span, noun)
        whose = whose or owner(scene, span, noun) or _source(scene, span, noun)
    if whose and whose.type == "Place" and head in _SHOWN:
        whose = None
    if whose is None and (phrases.is_definite(scene.text, noun) or _DAY.match(scene.text, *noun)):
        whose = scene.papers.get(head) if head in scene.papers else _told(scene, head, noun[0])
    _keep(scene, head, whose or _made_later(scene, head, span[1]))
    return Speaker(scene.papers[head], paper=True)


def through(text: str, span: Span) -> int | None:
    """Where a source phrase ends before the document that it goes on with: "the council | in its latest report"."""
    found = _WITHIN.search(text, *span)
    return found.start() if found and found.start() > span[0] else None


def _told(scene: Scene, head: str, at: int) -> Figure | None:
    """Whose a document is that has not spoken, by what is said before of it or of one of its kind, or by who has just spoken through it."""
    if head in _SAID and (last := scene.heard(at, 1)) and last.figure and not last.paper:
        return last.figure
    if whose := _made(scene, head, at):
        return whose
    alike = next((alike for alike in _ALIKE if head in alike), set())
    first = head in _LETTERS and not re.search(rf"\b{re.escape(head)}\b", scene.text[:at], re.IGNORECASE)
    kept = [f for paper, f in scene.papers.items() if paper in alike or head in _ANY_PAPER or first]
    return kept[-1] if kept else None


def _of_work(scene: Scene, span: Span, noun: Span, head: str) -> Figure | None:
    """Whose a plan, a ruling or the like is, that speaks for nobody unless the text says whose; or whose reports."""
    if head == "reports":
        whose = owner(scene, span, noun)
        return whose if whose and whose.type == "Organization" else None
    if head not in words("works"):
        return None
    whose = _by(scene, noun[1], span[1]) or owner(scene, noun, noun) or _outlet(scene, head, noun[1], span[1])
    whose = whose or (scene.papers.get(head) if phrases.is_definite(scene.text, noun) else None)
    if whose is None or whose.type == "Place":
        return None
    _keep(scene, head, whose)
    return whose


def _outlet(scene: Scene, head: str, at: int, stop: int) -> Figure | None:
    """The newspaper or the like in which an article of that noun came out, which ends at `at`: "a story in the Selm Courier"."""
    found = _PRINTED.match(scene.text, at, stop) if head in _PRESS else None
    names = scene.names(found.end(), found.end() + 1) if found else []
    return next((f for *_, f in names if f.type == "Organization" and not f.platform), None)


def _made_later(scene: Scene, head: str, at: int) -> Figure | None:
    """Who made a document that is told only of after it has spoken: "A new poll shows … According to the poll by Selm Research"."""
    heads = next((alike for alike in _ALIKE if head in alike), {head})
    for m in re.finditer(rf"\b[Tt]he\s+(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(sorted(heads))})\b", scene.text[at : at + SOON]):
        if (whose := _by(scene, at + m.end(), len(scene.text))) and whose.type in {"Organization", "Person"}:
            return whose
    return None


def _source(scene: Scene, span: Span, noun: Span) -> Figure | None:
    """People without a name from whom a document is: "a statement from Olandic officials"."""
    found = _FROM.match(scene.text, noun[1], span[1])
    if not found or (found.group().strip() == "of" and OF_THEM.search(scene.text, *noun)):
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


def _agent(scene: Scene, span: Span, noun: Span) -> Figure | None:
    """Who is named after "by", further on: "a report for the board on towers by Selm Research", not "data used by Hale"."""
    for m in re.finditer(
        r"(?<![\w-])(?P<done>[\w-]+)(?:\s+(?:on|over|in|for|with|this|last|earlier)(?:\s+\w+){1,3})?\s+by\s+(?:the\s+)?(?=[A-Z])",
        scene.text[slice(*span)],
    ):
        done = m["done"].lower()
        if done in words("making") or not re.search(r"ed$|en$|^(?:led|run|held|sent|said|told)$", done):
            at = span[0] + m.end()
            if span[0] + m.start() >= noun[0] and (f := next((f for b, _, f in scene.names(at, at + 1) if b == at), None)):
                return f if f.type in {"Organization", "Person"} else None
    return None


def _sender(scene: Scene, at: int) -> Figure | None:
    """Who is said to bring out the document whose noun stands at `at`: "The board sent Hale a letter", "Hale unveiled a report"."""
    begin = scene.sentence(at)[0]
    found = _BRINGS_OUT.search(scene.text, begin, at)
    if found is None:
        return None
    aside = _ASIDE.search(scene.text, begin, found.start())
    who = (begin, aside.start() if aside else found.start())
    several = joint.find(scene, who)
    before = [f for _, e, f in scene.names(*who) if e <= who[1] and f.type in {"Organization", "Person"}]
    return several.figure if several else before[-1] if before else None


def _poster(scene: Scene, span: Span) -> Figure | None:
    """On whose pages a document came out: "a statement posted on the firm’s website", "posts on its Facebook page"."""
    found = _POSTED.search(scene.text, *span)
    if not found:
        return None
    known = [f for _, e, f in scene.names(*found.span("who")) if not f.platform and e == found.end("who")]
    if known:
        return known[0]
    return pronoun(scene, found["who"].lower(), found.span("who")) if found["of"] is None else nominals.match(scene, found.span("who"))


def _by(scene: Scene, at: int, stop: int) -> Figure | None:
    """Whom the words after a document’s noun name as its maker: ", signed by Ana Ruiz"."""
    by = _BY.match(scene.text, at, stop)
    if by is None:
        return None
    whole = named.find(scene, by.span("who"))
    return whole or next((f for b, _, f in scene.names(by.start("who"), by.start("who") + 5) if by.start("who") <= b), None)


def _made(scene: Scene, head: str, at: int) -> Figure | None:
    """Whose such a document is by what the text says of it before: "a poll by Selm Research", "the Water Board’s annual survey"."""
    for m in reversed(list(re.finditer(rf"\b{re.escape(head)}\b", scene.text[max(0, at - 4000) : at], re.IGNORECASE))):
        begin, end = m.start() + max(0, at - 4000), m.end() + max(0, at - 4000)
        after = [by] if (by := _by(scene, end, len(scene.text))) else []
        if maker := _outlet(scene, head, end, end + 200) or _sender(scene, begin):
            after.append(maker)
        before = [f for _, e, f in scene.names(begin - 60, begin) if e <= begin and _OWNS.fullmatch(scene.text, e, begin)]
        if made := next(
            (f for f in [*after, *before[-1:]] if (f.type in {"Organization", "Person"} or f.members) and not f.platform), None
        ):
            return made
    return None
