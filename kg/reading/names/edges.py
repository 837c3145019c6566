"""Names cut and joined: "southern Oland" is Oland, "Selm, Oland" is two places, "Isthmus" and "of Oland" are one."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import any_of, table, words

Spotted = tuple[int, int, str]
_PARTICLE = any_of("particles")
_LOWER_HEAD = re.compile(rf"(?:(?!(?:{_PARTICLE})\b)[a-z][a-z]+[\s-]+|(?:by|in|of|the)\s+(?:the\s+)?)+(?=\S)")
_LOWER_TAIL = re.compile(rf"\s+(?!(?:{_PARTICLE})\b)[a-z][a-z-]+\b")
_MEMBERS_OF = re.compile(rf"(?:{any_of('members')}) of the (?=[A-Z])", re.IGNORECASE)
_PAPER = re.compile(r"(?<=\w)\s+(?:daily|newspaper|magazine|website|newswire|party)$")
_OWN = re.compile(r"[’']s?$")
_FIRST = re.compile(r"(?P<word>[A-Z][a-z]+)\s+(?=[A-Z])")
_HONOURS = re.compile(r",?\s+(?:[KQ]C|[CMO]BE|MP|MEP|MSP)$")
_STOP = re.compile(r"(?<=[a-z]{3})\.$")
_REGION = re.compile(r",\s+(?=[^\W\d_a-z])")
_ABBREVIATED = re.compile(r",\s+(?:[A-Z]\.)+|,\s+[A-Z]{2}$")
_OWNER = re.compile(r"[’']s\s+(?=[^\W\d_a-z])")
_AND = re.compile(r"\s+and\s+(?:the\s+)?(?=[^\W\d_a-z])")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_COUNTRIES = frozenset(land.casefold() for land in table("demonyms").values())
_OFFICE = re.compile(r"(?:Ministry|Department|Secretariat|Directorate|Committee|Commission|Office|Agency) (?:of|for|on) ")
_FIELDS = re.compile(
    r"(?:,\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?){0,4},?\s(?:and|&)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*(?!\w|\s(?:of|for)\s)"
)
_MINISTER = re.compile(r"\s(?:and|&)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?=\s(?:Minister|Secretary)\b)")
_ROYAL = re.compile(r"\b(?:King|Queen|Prince|Princess|Sultan|Emperor|Imam)\s$")
_IN_TITLE = re.compile(rf"(?:\s(?:{any_of('levels')}|marketing|communications|high|sec|senior|chief))+$", re.IGNORECASE)
_CALLED = re.compile(rf"\.?\s(?:{any_of('leaders')}|officer|gen)\b", re.IGNORECASE)
_LAND = words("land_of")


def whole(text: str, spotted: list[Spotted]) -> list[Spotted]:
    """Names as the model gave them, in text order, with their edges mended and what are several names taken apart."""
    joined = _join(text, spotted)
    known = {text[b:e] for b, e, kind in joined if kind == "Organization"}
    pieces = [piece for s in joined for part in _apart(text, s, known) if (piece := _trim(text, part))[1] - piece[0] > (part != s)]
    return [
        _filled(text, s, pieces[i - 1][1] if i else 0, pieces[i + 1][0] if i + 1 < len(pieces) else len(text)) for i, s in enumerate(pieces)
    ]


def _filled(text: str, spotted: Spotted, after: int, before: int) -> Spotted:
    """The name of a body with the words that the model left out: "Ministry of Water | , Land and Fish", "King | Hale University"; those
    begin and end between its neighbours."""
    b, e, kind = spotted
    if kind == "Organization":
        fields = _FIELDS.match(text, e, before) if _OFFICE.match(text, b, e) else _MINISTER.match(text, e, before)
        e = fields.end() if fields else e
        b = (
            m.start()
            if (m := _ROYAL.search(text, max(after, b - 10), b)) and set(text[b:e].lower().split()) & words("organizations")
            else b
        )
    return b, e, kind


def _join(text: str, spotted: list[Spotted]) -> list[Spotted]:
    """ "Isthmus" and "Oland" with nothing but "of" between them are one place."""
    out: list[Spotted] = []
    for b, e, kind in spotted:
        last = out[-1] if out else None
        if last and kind == "Place" and text[slice(*last[:2])].lower() in _LAND and _OF.fullmatch(text, last[1], b):
            out[-1] = (last[0], e, "Place")
        elif last and last[2] == kind == "Organization" and _goes_on(text, last, (b, e)):
            out[-1] = (last[0], e, kind)
        else:
            out.append((b, e, kind))
    return out


def _goes_on(text: str, last: Spotted, span: Span) -> bool:
    """Whether a piece names more fields of the ministry before it: "Ministry of Water", "Land and Fish"."""
    fields = text[slice(*span)].lower().split()
    return (
        bool(_OFFICE.match(text, *last[:2]))
        and text[last[1] : span[0]] == ", "
        and "and" in fields
        and not set(fields) & words("organizations")
    )


def _apart(text: str, spotted: Spotted, known: set[str]) -> list[Spotted]:
    b, e, kind = spotted
    name = text[b:e]
    if kind == "Place":
        cut = None if name.split()[-1].lower() in words("organizations") else _OWNER.search(name)
        cut = cut or (None if _ABBREVIATED.search(name) else _REGION.search(name))
    elif kind == "Organization":
        cut = _AND.search(name)
        apart = cut and name[: cut.start()] in known and name[cut.end() :] in known
        cut = cut if cut and (apart or name[: cut.start()].split()[-1].lower() in words("organizations")) else _before_country(name)
    else:
        cut = None
    if not cut:
        return [spotted]
    after = kind if name[cut.end() :] in known else _kind_after(kind, name, cut)
    return [(b, b + cut.start(), kind), *_apart(text, (b + cut.end(), e, after), known)]


def _before_country(name: str) -> re.Match[str] | None:
    """The comma before the country that an organization is in: "Selm Hospital | , Oland"."""
    comma = _REGION.search(name)
    return comma if comma and name[comma.end() :].casefold() in _COUNTRIES else None


def _kind_after(kind: str, name: str, cut: re.Match[str]) -> str:
    """What follows "and" is an organization only when its last word says so, and what follows a comma is a country."""
    last = name[cut.end() :].split()[-1].lower()
    return kind if kind == "Place" or last in words("organizations") or name[cut.end() :].isupper() else "Place"


def _trim(text: str, spotted: Spotted) -> Spotted:
    b, e, kind = spotted
    if m := _LOWER_HEAD.match(text, b, e):
        b = m.end() if any(c.isupper() for c in text[m.end() : e]) else b
    if kind == "Person" and (m := _FIRST.match(text, b, e)) and m["word"].lower() in table("demonyms") and " " in text[m.end() : e]:
        b = m.end()
    if kind == "Person" and (m := _HONOURS.search(text, b, e)) and " " in text[b : m.start()]:
        e = m.start()
    if kind == "Person" and _STOP.search(text[b:e]):
        e -= 1
    if kind == "Person" and (m := _LOWER_TAIL.search(text, b, e)):
        e = m.start()
        e -= len(m.group()) if (m := _OWN.search(text[b:e])) else 0
    if kind == "Organization" and (m := _PAPER.search(text, b, e)):
        e = m.start()
    if kind == "Organization" and (m := _IN_TITLE.search(text, b, e)) and _CALLED.match(text, e):
        e = m.start()
    if kind == "Organization" and (m := _MEMBERS_OF.match(text, b, e)):
        b = m.end()
    return b, e, kind
