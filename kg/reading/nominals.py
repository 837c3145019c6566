"""Whom a noun phrase without a name speaks of: "the group", "the county council", "two Western diplomats", "the minister"."""

from __future__ import annotations

import re

from kg.model import EntityType, Mention, Span
from kg.reading import titles
from kg.reading.figures import Figure, key_of
from kg.reading.lexicon import words
from kg.reading.scene import Scene

WORD = re.compile(r"[\w-]+(?:[’'.][\w-]+)*")
_DETERMINER = re.compile(
    r"(?:(?:the|a|an|this|that|these|those|his|her|its|their|our|my|one|some|several|many|two|three|four|five|six|other|another|"
    r"both|all|at least|said)\b\s*)+",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s+(?:of|for|from|in|at|with|on|by|near|to|about|familiar|close|there|here|who|which|that|whose|and|including|involved|briefed|speaking|within|inside|"
    r"based|reached|obtained|shown|seen|published|released|issued|dated|not|under|outside|across|as)\b|[,;:(—–]"
)
_CLAUSE = re.compile(
    r",|[;:(—–]|\s+(?:who|which|that|whose|speaking|briefed|reached|involved|interviewed|contacted|quoted|asked|familiar|not|\w{3,}ed by)\b"
)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)
_MEASURE = {
    "group",
    "number",
    "handful",
    "coalition",
    "team",
    "crowd",
    "dozens",
    "hundreds",
    "thousands",
    "majority",
    "pair",
    "couple",
    "one",
    "some",
    "many",
    "few",
}
_PLURAL = {"people", "men", "women", "sources", "children", "staff", "side", "sides", "others", "some", "many", "candidates", "locals"}
_COMMON = {"the", "of", "and", "for", "national", "united", "international", "state", "regional", "local", "general"}


def noun_phrase(text: str, span: Span) -> Span:
    """The phrase without quotation marks before it and what follows its head; "a group of soldiers" is kept whole."""
    phrase = text[slice(*span)]
    start = m.end() if (m := re.match(r"[\s“\"‘']+", phrase)) else 0
    cut = _BREAK.search(phrase, start + 1)
    while cut and cut.group().strip() == "of" and phrase[: cut.start()].split()[-1].lower() in _MEASURE:
        cut = re.compile(r"\s+(?:who|which|that|in|at|on|from|with)\b|[,;:(—–]").search(phrase, cut.end())
    return span[0] + start, span[0] + (cut.start() if cut else len(phrase.rstrip(" .,")))


def bare(text: str, noun: Span) -> Span:
    """The noun phrase without determiners and numbers in front."""
    found = _DETERMINER.match(text, *noun)
    if found is None or found.end() >= noun[1] or text.startswith("of ", found.end()):
        return noun
    return found.end(), noun[1]


def match(scene: Scene, noun: Span) -> Figure | None:
    """A figure that the text has named or spoken of and that the phrase points at; the phrase becomes a mention of it."""
    tokens = [t.group().lower() for t in WORD.finditer(scene.text, *bare(scene.text, noun))]
    if not tokens:
        return None
    definite = bool(_DEFINITE.match(scene.text, *noun))
    figure = _by_words(scene, tokens, noun[0]) if definite or len(tokens) > 1 else None
    if figure is None and definite and tokens[-1] in words("persons") | words("leaders"):
        figure = by_role(scene, tokens[-1], noun[0]) or (_last_person(scene, noun[0], tokens[-1]) if len(tokens) == 1 else None)
    if figure is None and definite and len(tokens) == 1 and tokens[0] in words("pointing"):
        figure = _latest(scene, tokens[0], noun[0])
    if figure:
        scene.note(figure, noun, "nominal")
    return figure


def organization(scene: Scene, noun: Span, *, definite: bool = False) -> Figure | None:
    """The organization or group a phrase points at; made when the text knows it by such a phrase only."""
    known = match(scene, noun)
    if known:
        return known
    begin, end = bare(scene.text, noun)
    tokens = [t.group().lower() for t in WORD.finditer(scene.text, begin, end)]
    if not tokens or tokens[-1] not in words("organizations"):
        return None
    if len(tokens) == 1 and (longer := _introduced(scene, tokens[0], begin)):
        made = _make(scene, longer, "Organization")
        scene.note(made, noun, "nominal")
        return made
    return _make(scene, (begin, end), "Organization") if definite or begin > noun[0] or len(tokens) > 1 else None


def whole(text: str, noun: Span, phrase: Span) -> Span:
    """The noun phrase without determiners, with what follows its head up to a clause: "nurse at St. Mary’s".

    "a group of …" keeps its article."""
    begin = bare(text, noun)[0]
    if re.match(r"\w+ of\b", text[begin : phrase[1]]) and text[slice(*noun)].split()[0].lower() in {"a", "an", "one"}:
        begin = noun[0]
    cut = _CLAUSE.search(text, noun[1], phrase[1])
    return begin, cut.start() if cut else phrase[0] + len(text[slice(*phrase)].rstrip(' .,”"'))


def unnamed(scene: Scene, noun: Span, phrase: Span) -> Figure | None:
    """A new figure known by a phrase alone, or the one made of the same words before; None when the phrase's head is no word for people."""
    begin, end = bare(scene.text, noun)
    tokens = [t.group().lower() for t in WORD.finditer(scene.text, begin, end)]
    kind = _kind(tokens) if tokens else None
    if kind == "Organization" and phrase[1] <= noun[1] + 1:
        return organization(scene, noun, definite=True)
    indefinite = re.match(r"(?:an?|another|one)\b", scene.text[slice(*noun)], re.IGNORECASE)
    return _make(scene, whole(scene.text, noun, phrase), kind, new=kind == "Person" and bool(indefinite)) if kind else None


def by_role(scene: Scene, noun: str, at: int) -> Figure | None:
    """The person with that role who was spoken of last before offset `at`; else the first to come."""
    people = [f for f in scene.figures if f.type == "Person" and (f.has_role(noun) or (f.unnamed and noun in f.words()))]
    before = [f for f in people if f.mentions[0].begin < at]
    return max(before, key=lambda f: max(m.begin for m in f.mentions if m.begin < at), default=people[0] if people else None)


def _kind(tokens: list[str]) -> EntityType | None:
    head = tokens[-1]
    measured = next((t for i, t in enumerate(tokens) if t in _MEASURE and tokens[i + 1 : i + 2] == ["of"]), None)
    if measured:
        return "Person" if measured == "one" else "Group"
    if head in words("organizations"):
        return "Group" if head.endswith("s") and head != "police" else "Organization"
    if head in words("persons") or head.endswith("-year-old"):
        return "Person"
    return (
        "Group"
        if head in _PLURAL
        or head.rstrip("s") in words("organizations")
        or head.endswith("men")
        or re.sub(r"(?:ies|e?s)$", "", head) in words("persons")
        or head.rstrip("s") in words("persons")
        else None
    )


def _make(scene: Scene, span: Span, kind: EntityType, *, new: bool = False) -> Figure:
    name = " ".join(scene.text[slice(*span)].split()).strip(" ,.“”\"’'")
    key = key_of(name)
    known = None if new else next((f for f in scene.figures if f.unnamed and key_of(f.name) == key), None)
    if known:
        scene.note(known, span, "nominal")
        return known
    return scene.add(Figure(name, kind, [Mention(*span, "nominal")], unnamed=True))


def _introduced(scene: Scene, head: str, at: int) -> Span | None:
    """An earlier, fuller phrase with the same head: "the regional environment agency" before "the agency"."""
    begin = max(0, at - 3000)
    pattern = re.compile(rf"\b(?P<full>(?:[A-Z][\w’'-]+\s+){{1,3}}{re.escape(head)})\b")
    named = [
        m.span("full") for m in pattern.finditer(scene.text, begin, at) if m["full"].split()[0] not in {"The", "A", "An", "This", "That"}
    ]
    pattern = re.compile(
        rf"\b(?:the|an?)\s+(?P<full>(?:(?!(?:the|an?|of|in|on|to|and|or|by|for|that)\b)[\w-]+\s+){{1,3}}{re.escape(head)})\b(?!\s+[a-z-]+s?\s+(?:said|told))",
        re.IGNORECASE,
    )
    return max([*named, *(m.span("full") for m in pattern.finditer(scene.text, begin, at))], default=None)


def _by_words(scene: Scene, tokens: list[str], at: int) -> Figure | None:
    """An organization that shares the phrase's head or telling modifiers with its name or with an earlier phrase for it."""
    head, modifiers = tokens[-1], set(tokens[:-1]) - _COMMON
    if head not in words("organizations") and head not in {"side", "rebels", "fighters", "forces"}:
        return None
    best: tuple[float, int, Figure] | None = None
    for f in scene.figures:
        own = f.words()
        if f.type == "Person" or (f.type == "Place" and head not in own) or f.people or f.mentions[0].begin >= at:
            continue
        score = 2.0 * bool(modifiers & own) + (head in own) - (2 if modifiers and not modifiers & own else 0)
        if score > 0 and (modifiers or head in own):
            distance = min(abs(m.begin - at) for m in f.mentions)
            best = max(best or (0.0, 0, f), (score, -distance, f), key=lambda b: b[:2])
    return best[2] if best else None


def _last_person(scene: Scene, at: int, noun: str) -> Figure | None:
    """The latest speaker, for a calling that may be theirs: "the minister", "the woman"."""
    if noun not in words("callings"):
        return None
    gender = titles.gender_of_role(noun)
    here = scene.sentence_of(at)
    for cue, speaker in reversed(scene.spoke):
        if here - scene.sentence_of(cue) > 2:
            return None
        if (
            speaker.figure
            and speaker.figure.type == "Person"
            and cue < at
            and speaker.figure.gender in {None, gender or speaker.figure.gender}
        ):
            return speaker.figure
    return None


def _latest(scene: Scene, noun: str, at: int) -> Figure | None:
    """The most salient organization that a general word such as "company" may point at."""
    scores = {f: s - 4 * f.platform for f, s in scene.recent(at).items() if _is_body(f) and _may_be(f, noun)}
    best = max(scores, key=lambda f: scores[f], default=None)
    return best if best and scores[best] > -8 else None


def _is_body(f: Figure) -> bool:
    return f.type == "Organization" or (f.type == "Group" and not f.people and not f.unnamed)


def _may_be(f: Figure, noun: str) -> bool:
    """Whether an organization may be called `noun`, by what its name says it is; "council" and the like must stand in it."""
    heads = f.words() & words("organizations")
    if noun in heads or noun in {"group", "organization", "organisation", "body"}:
        return True
    return noun not in words("public") and not heads & words("public")
