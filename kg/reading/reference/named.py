"""Whom a phrase names: a name at its head, a name the model passed over, a person by their country or beside their role."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.reading.lexicon import any_of, is_person_noun, words
from kg.reading.names.clusters import initials
from kg.reading.reference import anybody, roles
from kg.reading.reference.figures import Figure, key_of
from kg.reading.reference.roles.behind import TOLD
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases, titles

_BEFORE_HEAD = re.compile(
    r"(?:\b(?:of|for|from|in|at|with|on|by|near|to|about|against|around|along|beside|above|below|outside|inside|and|including"
    r"|like|such as)\s+(?:the\s+)?|-)$",
    re.IGNORECASE,
)
_AFTER_PERSON = re.compile(rf"\s+(?!(?:{any_of('after_names')}|from|with|an?|the|himself|herself|recently|[a-z]+ed\s+[a-z]+)\b)[a-z]")
_AFTER_OTHER = re.compile(rf"\s+(?!(?:{any_of('after_names')}|which|that|itself|themselves|[a-z]+ed\s+(?:the|an?|to|that|in|on))\b)\w")
_CALLED = re.compile(r"\b(?:called|named|surnamed|known|identified|name\s+(?:(?:only|simply|just)\s+)?as)\s+(?:\w+\s+){0,2}$")
_RELATIVE = re.compile(r"\b(?:who|which|whose|whom)\s")
_WITHIN = re.compile(r"\b(?:of|in|at|for|from|by|with|as per|according to)\s")  # "officials in the capital, Selm"
_ONE_OF = re.compile(r"(?:the|this|that)\s+(?P<who>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"one of [^,;:]{3,80},\s+(?:the\s+)?", re.IGNORECASE)  # "one of the oldest banks in Selm, | Morton"
_SHORT = re.compile(r"(?:\s*\([^()\n]{1,20}\))?[\s,]*")
_APPOSED = re.compile(r"(?:\s+\([^()\n]*\))?,\s+")
_UNREAD = re.compile(
    r"(?P<name>(?:[A-Z][\w’-]+\s+){1,3}[A-Z][\w’-]+),\s+(?:[\w’'-]+\s+){1,6}?(?P<role>[a-z][\w-]+)(?=$|[,.]|\s+(?:of|at|for|in|from|who)\b)"
)
_CAPITALS = re.compile(
    r"(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'.&-]*(?:\s+(?:of|for|and|the|de|del|la|las|los|por|y|&|[A-Z][\w’'.&-]*)){0,6}(?<![a-z]\sof))"
)
_INTRODUCED = re.compile(
    rf"(?:(?:the|an?)\s+)?(?:[\w’'-]+\s+){{0,3}}(?:{any_of('organizations')})\s+(?P<name>[A-Z][\w’'.&-]*(?:\s+(?:[A-Z\d][\w’'.&-]*)){{0,3}})"
)
_GIVEN = re.compile(r"(?P<name>\b(?P<given>[A-Z][a-z]+)\s+(?:[A-Z]\.\s+)?[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)?)$")
_FIRST = re.compile(
    r"(?P<name>(?P<given>[A-Z][a-z]+)\s+(?:[A-Z]\.\s+)?[A-Z][\w’-]+(?:\s+(?:[A-Z][\w’-]+|Jr\.))?)(?=,|\s+\(|\s+(?:of|who|in|from|at)\b)"
)
_BUSY = re.compile(
    r"(?:\s+\([^()]{1,12}\))?,?\s+[a-z]{3,}(?<!dur)(?<!includ)(?<!accord)ing\s"
)  # "the SIT (…) probing charges against Tom Hale"
_KIND = re.compile(  # "the AFP | news agency"
    r"\s+(?:[a-z-]+\s+){0,2}(?:agency|newspaper|site|website|nonprofit|non-profit)"
)
_BOTH = re.compile(r"(?:(?:,| and| or)\s+[A-Z][\w-]+)+\s+[a-z]+[^s]s\b")  # "Olandic | and Norlandic officials"
_ROLE_OF = re.compile(r"(?:[Tt]he|[Aa]n?|[Oo]ne)\s+(?:[\w’'-]+\s+){0,4}(?P<role>[a-z-]+)\s+of\s")
_OFFICE = re.compile(r"(?:^|\s)(?:Minister|Secretary|Commissioner|Director|Governor)\s+(?:of|for)\s+[A-Z]\w+(?:\s+and\s+[A-Z]\w+)?\s+$")
_OFFICE_ALONE = re.compile(r"(?:The|the)\s+(?P<office>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})")
_SHORT_OFFICE = re.compile(r"(?:[Tt]he\s+)?(?P<short>[A-Z]{2,4})")
_NICKNAME = re.compile(r"(?P<noun>(?:the|an?)\s+[\w’' -]+),\s+(?:the\s+)?", re.IGNORECASE)


def find(scene: Scene, span: Span) -> Figure | None:
    """The figure that the phrase names; None when it speaks of somebody without a name."""
    return _compatriot(scene, span) or _titled(scene, span) or head(scene, span) or _known(scene, span) or _unread(scene, span)


def namesake(scene: Scene, figure: Figure, span: Span) -> Figure:
    """Of several with the one name that a phrase gives ("Ruiz") the one who spoke last, to whom that mention then goes."""
    at = next(((b, e) for b, e, f in scene.names(*span) if f is figure), None)
    if figure.type != "Person" or at is None:
        return figure
    lead = titles.leading(scene.text[slice(*at)])
    gender, key = titles.gender_of_title(scene.text[at[0] : at[0] + lead]), key_of(scene.text[at[0] + lead : at[1]])
    alike = [f for f in scene.figures if f.type == "Person" and " " in f.name and not f.unnamed and _ends(key, key_of(f.name).split())]
    spoke = (s.figure for _, s in reversed(scene.spoke) if s.figure in alike and s.figure.gender in {None, gender or s.figure.gender})
    last = next(spoke, figure) if len(alike) > 1 else figure
    if last is not figure:
        scene.forget(figure, at)
        scene.note(last, at, "name")
    return last


def _ends(key: str, parts: list[str]) -> bool:
    return key in {parts[0], parts[-1]}


def passed_over(scene: Scene, span: Span) -> Figure | None:
    """An organization for a phrase in capitals that speaks and was read as no name; one word counts within a sentence only."""
    found = _CAPITALS.fullmatch(scene.text, *span) or _INTRODUCED.fullmatch(scene.text, *span)
    heads = phrases.tokens(scene.text, phrases.bare(scene.text, span))
    if (
        not found
        or scene.names(*span)
        or phrases.kind(heads)
        or heads[0] in words("leaders")
        or heads[-1] in words("papers") | words("hearsay") | words("silent") | words("works")
    ):
        return None
    if " " not in found["name"] and scene.sentence(span[0])[0] == span[0]:
        return None
    return scene.add(Figure(found["name"], "Organization", [Mention(*found.span("name"))]))


def beside(scene: Scene, span: Span, head: str) -> Figure | None:
    """The person named right before a phrase for their role, of which `head` is the noun: "Wei Hale (韋), | chairman of the temple"."""
    if not is_person_noun(head) or TOLD.match(scene.text, span[1]):
        return None
    found = [f for _, e, f in scene.names(span[0] - 40, span[0]) if f.type == "Person" and _APPOSED.fullmatch(scene.text, e, span[0])]
    return found[-1] if found else None


def _compatriot(scene: Scene, span: Span) -> Figure | None:
    """ "The Swede", who has been spoken of."""
    found = _ONE_OF.fullmatch(scene.text, *span)
    who = found["who"].lower() if found else ""
    figure = anybody.find(scene, [who], span) if anybody.is_compatriot(who) else None
    if figure:
        scene.note(figure, span, "nominal")
    return figure


def head(scene: Scene, span: Span) -> Figure | None:
    """A name that heads the phrase: the first person, else what ends a noun phrase of it."""
    inside = scene.names(*span)
    busy = next((e for _, e, f in inside if f.type != "Person" and _BUSY.match(scene.text, e, span[1])), span[1])
    for b, e, f in sorted(inside, key=lambda i: (i[2].type != "Person", i[0])):
        if b < busy and _heads(scene, b, e, span, f):
            if f.type != "Person" and (m := _NICKNAME.fullmatch(scene.text, span[0], b)):
                f.nicknames.add(key_of(m["noun"]))
                scene.note(f, m.span("noun"), "nominal")
            return f
    return None


def _heads(scene: Scene, b: int, e: int, span: Span, f: Figure) -> bool:
    if _is_owner(scene, b, e, span):
        return False
    before, after = scene.text[span[0] : b], scene.text[e : span[1]].removeprefix("." if scene.text[e - 2] == "." else "")  # "U.S | ."
    if _OFFICE.search(before):  # "Minister of Trade | Hale"
        return not _AFTER_OTHER.match(after)
    if f.type == "Organization" and _ONE_OF_THEM.fullmatch(before) and _SHORT.fullmatch(after):
        return True
    if (_RELATIVE.search(before) and not _CALLED.search(before)) or (f.type != "Person" and _WITHIN.search(before)):
        return False
    if re.match(r"[’'](?:s\b|\s)|-\w", after) or (_BEFORE_HEAD.search(before) and not (f.type == "Person" and before.endswith("-"))):
        return False
    if f.type != "Person" and _BUSY.match(scene.text, e, span[1]):
        return True
    if f.type != "Person" and _BOTH.match(after):
        return False
    if f.type == "Organization" and _KIND.fullmatch(after):
        return True
    return not (_AFTER_PERSON if f.type == "Person" else _AFTER_OTHER).match(after)


def _is_owner(scene: Scene, b: int, e: int, span: Span) -> bool:
    """Whether a name is of what one is a role of, who is named behind it: "The captain of the trawler | Bonnie |, Ewan Grieve"."""
    role = _ROLE_OF.match(scene.text, span[0], b)
    if role is None or not is_person_noun(role["role"]):
        return False
    return any(f.type == "Person" and scene.text[e:begin] == ", " and end >= span[1] for begin, end, f in scene.names(e, span[1]))


def _known(scene: Scene, span: Span) -> Figure | None:
    """Who is called by the very words of the phrase, or by the one word of it, where nothing was read as a name."""
    text = scene.text[slice(*span)].strip()
    text = text[titles.leading(text) :]
    text = text.removeprefix("The ").removeprefix("the ")
    key = key_of(text)
    known = [(f, key_of(f.name)) for f in scene.figures if not f.unnamed] if text[:1].isupper() else []
    found = [f for f, name in known if key == name or (f.type == "Person" and key in name.split())]
    found = found or [f for f, name in known if f.type == "Organization" and text.isupper() and key in initials(name)]
    last = max(found, key=lambda f: max((m.begin for m in f.mentions if m.begin < span[0]), default=-1), default=None)
    if last:
        scene.note(last, span, "name")
    return last


def _titled(scene: Scene, span: Span) -> Figure | None:
    """The person before whose name the text has the office in capitals, or words of which it is the initials: "The Trade CS", "LG"."""
    if office := _OFFICE_ALONE.fullmatch(scene.text, *span):
        before = re.compile(rf"(?<!\w){re.escape(office['office'])}\s+$")
    elif short := _SHORT_OFFICE.fullmatch(scene.text, *span):
        before = re.compile(r"(?<!\w)" + r"\s+".join(rf"{letter}[a-z]+" for letter in short["short"]) + r"\s+$")
    else:
        return None
    people = [
        (m.begin, m.end, f) for f in scene.figures if f.type == "Person" for m in f.mentions if m.kind == "name" and m.begin < span[0]
    ]
    held = [f for b, e, f in people if before.search(scene.text, max(0, b - 60), b + titles.leading(scene.text[b:e]))]
    found = scene.last(held, span[0])
    if found:
        scene.note(found, span, "nominal")
    return found


def _unread(scene: Scene, span: Span) -> Figure | None:
    """A new person for a name before their role, or for a given name and another at the end: "Ana Ruiz, the board’s director"."""
    m = _UNREAD.match(scene.text, *span)
    if not m or not is_person_noun(m["role"]):
        m = _GIVEN.search(scene.text, *span) or _FIRST.match(scene.text, span[0] + titles.leading(scene.text[slice(*span)]), span[1])
        if not m or m["given"].lower() not in words("given_m") | words("given_f") or scene.names(*m.span()):
            return None
    surname = key_of(m["name"]).split()[-1]
    if known := next((f for f in scene.figures if f.type == "Person" and key_of(f.name) == surname), None):
        known.name = m["name"]
        scene.note(known, m.span("name"), "name")
        return known
    person = scene.add(Figure(m["name"], "Person", [Mention(*m.span("name"))], gender=titles.gender_of_name(key_of(m["name"]))))
    roles.read(scene, person, m.span("name"))
    return person
