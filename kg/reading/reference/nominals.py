"""Whom a noun phrase without a name speaks of: "the group", "the county council", "two Western diplomats", "the minister"."""

from __future__ import annotations

import re

from kg.model import EntityType, Mention, Span
from kg.reading.lexicon import table, words
from kg.reading.reference import anybody, holders
from kg.reading.reference.figures import Figure, key_of
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases

_COMMON = {"the", "of", "and", "for", "national", "united", "international", "state", "regional", "local", "general"}
_ANY_KIND = {"trade", "labour", "labor", "political"}  # "the trade union" is one of any name
_AT = re.compile(r"\s+(?:at|of|from)\s+(?:the\s+)?(?=[A-Z])")
_ANY = {"group", "organization", "organisation", "body", "institution"}
_ANY_BODY = {"agency", "association", "body", "group", "organisation", "organization", "regulator", "watchdog"}
_OF_A_KIND = {"company", "bank", "party", "ministry", "court", "police", "university", "government", "council", "team", "club"}
JUST = 3  # sentences back in which who spoke has just spoken
_GENITIVE = re.compile(r"[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3}[’']s?\s")
_TOLD = re.compile(
    r"\b(?:[Tt]old|tells|telling|(?:[Aa]sked|[Ii]nterviewed) by|(?:spoke|speaking|spoken) (?:to|with)|interview with)\s+(?:the\s+)?$"
)
_REPORTS = re.compile(r"\s+(?:(?:first|has)\s+)?(?:report(?:s|ed)|learned|understands)\b")
_STATE = {"authority", "ministry", "department", "commission", "council", "court", "agency", "regulator", "watchdog"}
_INFORMANTS = {"source", "insider", "pal", "friend", "mole", "onlooker"}
_ARMED = {"side", "rebels", "fighters", "forces"}


def match(scene: Scene, noun: Span, *, part: bool = False) -> Figure | None:
    """A figure that the text has named or spoken of and that the phrase points at; the phrase becomes a mention of it.

    `part`: the phrase stands within another, before its head ("board" of "a board report"), so that an article says nothing.
    """
    found = phrases.tokens(scene.text, phrases.bare(scene.text, noun))
    if not found:
        return None
    definite = part or phrases.is_definite(scene.text, noun) or phrases.is_office(scene.text, noun)
    general = definite and len(found) == 1 and found[0] in words("pointing") - (words("public") if part else set())
    figure = _latest(scene, found[0], noun[0]) if general else None
    figure = figure or (_by_words(scene, found, noun[0]) if definite or len(found) > 1 else None)
    figure = figure or (_who_spoke(scene, found, noun[0]) if definite and not part else None)
    figure = figure or (_government(scene, found, noun[0]) if definite and not part else None)
    if figure is None and len(found) == 1 and (definite or scene.text[slice(*noun)].lower() == "sources"):
        figure = _same_head(scene, found[0], noun[0])  # "sources said" after "investigative sources said"
    if figure is None and definite and not part and len(found) == 1 and found[0] in _INFORMANTS:
        figure = _informant(scene, noun[0])
    if figure is None and definite and not part:
        figure = anybody.witness(scene, found, noun)
    if figure is None and definite and not part:
        figure = holders.by_role(scene, found, noun) or (None if _is_of(scene.text, noun) else anybody.find(scene, found, noun))
    if figure is None and not definite and _GENITIVE.match(scene.text, *noun):
        holder = holders.by_role(scene, found, noun)
        figure = holder if holder and _belongs(scene, holder, found, noun) else None
    if figure:
        scene.note(figure, noun, "nominal")
    return figure


def _informant(scene: Scene, at: int) -> Figure | None:
    """The one without a name who has just spoken as a source or the like: "the pal" after "a source close to the actor"."""
    said = scene.heard(at, 2 * JUST)
    f = said.figure if said else None
    return f if f and f.unnamed and f.type == "Person" and _INFORMANTS & set(f.name.lower().split()) else None


def _same_head(scene: Scene, head: str, at: int) -> Figure | None:
    """The people without a name of whom a longer phrase spoke last: "sources in the ministry", or "informed sources" who have spoken."""
    said = {id(s.figure) for _, s in scene.spoke}
    groups = [(f, f.name.lower().split()) for f in scene.figures if f.unnamed and f.type == "Group"]
    fits = [f for f, called in groups if called[0] == head or (called[-1] == head and id(f) in said)]
    return scene.last(fits, at)


def _who_spoke(scene: Scene, found: list[str], at: int) -> Figure | None:
    """The organization that has just spoken, for a word that suits most: "the agency", "the anti-corruption group"; where nobody has
    spoken yet, the one named last."""
    if found[-1] not in _ANY_BODY or len(found) > 2 + ("rights" in found or not scene.spoke):
        return None
    said = scene.heard(at, JUST)
    last = said.figure if said else None if scene.spoke else _named_last(scene, at)
    kinds = _OF_A_KIND - ({"bank"} if found[-1] == "regulator" and last and "central" in last.words() else set())
    return last if last and last.type == "Organization" and not (last.platform or last.words() & kinds) else None


def _named_last(scene: Scene, at: int) -> Figure | None:
    near = [f for m, f in scene.mentions(scene.sentences[max(0, scene.sentence_of(at) - 1)].begin, at) if m.kind == "name"]
    bodies = [f for f in near if f.type == "Organization"]
    return bodies[-1] if bodies else None


def _government(scene: Scene, found: list[str], at: int) -> Figure | None:
    """ "The city" of the City of Selm, "the county" of Selm County: the latest body with the word in its name."""
    if len(found) > 1 or found[0] not in words("land"):
        return None
    fits = [f for f in scene.figures if f.type in {"Organization", "Place"} and f.name[0].isupper() and found[0] in f.words()]
    return scene.last(fits, at)


def _belongs(scene: Scene, f: Figure, found: list[str], noun: Span) -> bool:
    """Whether an office of a person is held where the phrase says: "Oland’s foreign minister"."""
    named = holders.named_in(scene, found, noun)
    return any(holders.home_of(f, of) & named for _, of, *_ in f.roles)


def _is_of(text: str, noun: Span) -> bool:
    """Whether the phrase goes on with whose it is: "the leader | of the group"."""
    return bool(re.match(r"\s+of\s", text[noun[1] : noun[1] + 5]))


def organization(scene: Scene, noun: Span, *, definite: bool = False) -> Figure | None:
    """The organization or group a phrase points at; made when the text knows it by such a phrase only.

    `definite`: what stands before another noun, which is taken as pointing at one that exists."""
    known = match(scene, noun, part=definite)
    if known:
        return known if known.type != "Person" else None
    begin, end = phrases.bare(scene.text, noun)
    found = phrases.tokens(scene.text, (begin, end))
    if not found or found[-1] not in words("organizations"):
        return None
    if len(found) == 1 and (longer := _introduced(scene, found[0], begin)):
        made = next((f for b, e, f in scene.names(*longer) if b <= longer[0] and longer[1] <= e), None) or make(
            scene, longer, "Organization"
        )
        scene.note(made, noun, "nominal")
        return made
    return make(scene, (begin, end), "Organization") if definite or begin > noun[0] or len(found) > 1 else None


def unnamed(scene: Scene, noun: Span, phrase: Span, *, speaks: bool = False) -> Figure | None:
    """A new figure known by a phrase alone, or the one made of the same words before; None when the phrase's head is no word for people.

    `speaks`: the phrase is what a verb of speech has as its subject, so that a head that no list knows ("the planetarium") is taken too.
    """
    begin, end = phrases.bare(scene.text, noun)
    found = phrases.tokens(scene.text, (begin, end))
    kind = (phrases.kind(found) or (_speaking(scene.text, noun, found) if speaks else None)) if found else None
    if kind == "Organization" and phrase[1] <= noun[1] + 1 and found[-1] in words("organizations"):
        return organization(scene, noun, definite=True)
    indefinite = re.match(r"(?:an?|another|one)\b", scene.text[slice(*noun)], re.IGNORECASE)
    return (
        make(scene, phrases.whole(scene.text, noun, _with_home(scene, noun, phrase)), kind, new=kind == "Person" and bool(indefinite))
        if kind
        else None
    )


def _with_home(scene: Scene, noun: Span, phrase: Span) -> Span:
    """A phrase that was cut off before where they are of: "A nurse | at St. Mary’s Hospital"."""
    link = _AT.match(scene.text, phrase[1]) if phrase[1] == noun[1] else None
    end = next((e for b, e, _ in scene.names(link.end(), link.end() + 1) if b == link.end()), None) if link else None
    return (phrase[0], end) if end else phrase


def _speaking(text: str, noun: Span, found: list[str]) -> EntityType | None:
    """What a phrase of unknown head is, that is said to speak: one thing with an article is an organization."""
    things = words("papers") | words("accounts") | words("hearsay") | words("silent") | words("works")
    if found[-1] in things or not text[slice(*noun)][-1:].isalpha():
        return None
    if len(found) > 4:
        return None
    if not re.match(r"(?:the|an?|one|its|his|her|their)\s", text[slice(*noun)], re.IGNORECASE):
        return "Group" if re.fullmatch(r"[a-z]{4,}[^su]s", found[-1]) else None
    return "Group" if re.search(r"[^s]s$", found[-1]) else "Organization"


def make(scene: Scene, span: Span, kind: EntityType, *, new: bool = False) -> Figure:
    """A figure that the text knows by this phrase only; unless `new`, the one of the same words when there is one."""
    name = " ".join(scene.text[slice(*span)].split()).strip(" ,.“”\"’'")
    key = key_of(name)
    alike = [f for f in scene.figures if f.unnamed and key_of(f.name) == key]
    known = next((f for f in alike if not new or any(m.begin < span[1] and m.end > span[0] for m in f.mentions)), None)
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
        rf"\b(?:the|an?)\s+(?P<full>(?:(?!(?:the|an?|of|in|on|at|to|and|or|as|by|for|from|into|with|against|that|his|her|its|their|our|this|last)\b)[\w-]+\s+){{1,3}}{re.escape(head)})\b{phrases.ENDS}",
        re.IGNORECASE,
    )
    return max([*named, *(m.span("full") for m in pattern.finditer(scene.text, begin, at))], default=None)


def _by_words(scene: Scene, found: list[str], at: int) -> Figure | None:
    """An organization that shares the phrase's head or telling modifiers with its name or with an earlier phrase for it."""
    head, modifiers = found[-1], set(found[:-1]) - _COMMON - _ANY_KIND - table("demonyms").keys()
    known = head in words("organizations") or head in _ARMED
    peoples = set(found[:-1]) & table("demonyms").keys()
    nations = peoples | {w for n in peoples for w in table("demonyms")[n].lower().split()}
    if not known and not any(f.type == "Organization" and key_of(f.name).split()[-1] == head and " " in f.name for f in scene.figures):
        return None
    best: tuple[float, int, Figure] | None = None
    for f in scene.figures:
        own = f.words()
        if f.type == "Person" or (f.type == "Place" and head not in own) or f.people:
            continue
        if f.unnamed and f.type == "Group" and head not in own and not _are_many(head):
            continue  # "the rights group" beside "rights groups"
        if _are_many(head) and f.type == "Organization" and head not in own and not set(key_of(f.name).split()) <= modifiers:
            continue  # "steel manufacturers" beside Selm Steel
        if f.mentions[0].begin >= at and not any(modifiers & set(name.split()) for name in f.nicknames):
            continue  # named further on; only what the text calls it there tells that it is meant here
        tells = head == "government" or own & table("demonyms").keys()
        if f.unnamed and f"{head}s" in own:
            continue  # "the human rights group" after "human rights groups"
        if f.unnamed and not modifiers and _is_of_another(f.name.lower().split()[-1], head):
            continue
        if nations and tells and not nations & {w for n in own for w in (n, table("aliases").get(n, n))}:
            continue  # "the Norlandic government" beside the Olandic one
        score = 2.0 * bool(modifiers & own) + (head in own) - (2 if modifiers and not modifiers & own else 0)
        score -= 2 * (head in words("public") and head not in own and bool(own & words("organizations")))
        if score > 0 and (modifiers or head in own):
            distance = min((abs(m.begin - at) for m in f.mentions if not m.begin <= at < m.end), default=0)
            best = max(best or (0.0, 0, f), (score, -distance, f), key=lambda b: b[:2])
    return best[2] if best else None


def _are_many(head: str) -> bool:
    """Whether a head is the plural of people or bodies, and no word for one: "forces"."""
    return bool(re.search(r"(?<!force)[^s]s$", head)) and head not in _ARMED


def _latest(scene: Scene, noun: str, at: int) -> Figure | None:
    """The most salient organization that a general word such as "company" may point at; else the only one of the text so far."""
    fits = {f: s for f, s in scene.recent(at).items() if _is_body(f) and _may_be(f, noun) and not _only_told(scene, f, noun, at)}
    if noun in words("public") and not any(noun in f.words() for f in fits):  # "the council" is rather the Selm Council than ENGO
        called = [f for f in scene.figures if f.type == "Organization" and " " in f.name and noun in f.words() and f.mentions[0].begin < at]
        if last := scene.last(called, at):
            return last
    elif noun in words("public"):
        fits = {f: s for f, s in fits.items() if noun in f.words()}
    scores = {f: s - 8 * f.platform - 3 * f.unnamed + 3 * bool(f.words() & _called(noun)) for f, s in fits.items()}
    best = max(scores, key=lambda f: scores[f], default=None)
    if best and scores[best] > -8:
        return best
    bodies = [f for f in scene.figures if _is_body(f) and not f.platform and _may_be(f, noun) and f.mentions[0].begin < at]
    bodies = [f for f in bodies if not _only_told(scene, f, noun, at)]
    return max(bodies, key=lambda f: sum(m.begin < at for m in f.mentions), default=None)


def _only_told(scene: Scene, f: Figure, noun: str, at: int) -> bool:
    """Whether a body is named before offset `at` only as papers and stations are, which are told something or report it: "told Sky"."""
    if noun in f.words():
        return False
    named = [m for m in f.mentions if m.begin < at and m.kind == "name"]
    told = (_TOLD.search(scene.text, max(0, m.begin - 24), m.begin) or _REPORTS.match(scene.text, m.end) for m in named)
    return bool(named) and all(told)


def _is_body(f: Figure) -> bool:
    return f.type == "Organization" or (f.type == "Group" and not f.people and not f.unnamed)


def _may_be(f: Figure, noun: str) -> bool:
    """Whether an organization may be called `noun`, by what its name says it is; "council" must stand in it, or it is initials."""
    heads = f.words() & words("organizations")
    if f.unnamed and (not f.words() & _called(noun) or _is_of_another(f.name.lower().split()[-1], noun)):
        return False
    if noun in _ANY or (f.words() & _called(noun) and not (heads & _STATE and noun not in words("public") | _STATE)):
        return True
    if heads & words("public") or (heads and noun in table("bodies")):
        return False
    return noun not in words("public") or (not heads and f.name.isupper() and " " not in f.name)


def _is_of_another(head: str, noun: str) -> bool:
    """Whether a phrase only has the noun before its head: "the police inquiry" is not the police."""
    return head in words("organizations") and head not in _called(noun)


def _called(noun: str) -> set[str]:
    """Words of a name that tell that it is one: "airways" of an airline."""
    return {noun, *table("bodies").get(noun, "").split()}
