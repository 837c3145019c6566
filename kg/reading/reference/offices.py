"""Offices and where they are held, when the text names one such body only: the minister’s ministry, the principal’s school."""

from __future__ import annotations

import re
from functools import cache

from kg.reading.lexicon import is_person_noun, table, words
from kg.reading.reference.figures import Figure, key_of

_HEADS = re.compile(r"\b(?:minister|secretary)\b")
_OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?(?P<what>[A-Z][\w-]+)")
_BEFORE = re.compile(r"(?P<what>[A-Z][\w-]+)\s+$")
_SHORT_OFFICE = re.compile(r"(?P<long>(?:[A-Z][\w-]+\s+(?:of\s+|for\s+|and\s+)?){1,5}[A-Z][\w-]+)\s+\((?P<short>[A-Z]{2,6})\)")
LONGEST, OFTEN = 5, 3  # words of such a title, and how often a body is spoken of, and twice as often as others, that an article is about
_TAUGHT_AT = {"school", "college", "university", "academy"}
_OTHER = re.compile(  # a body of which "the chair" may be, too
    r"\b(?:committee|inquiry|inquest|panel|commission|hearing|tribunal|meeting)\b[^.!?\n]*$"
)
_MINISTRY = {"ministry", "department"}
_LOOSE = {"the", "of", "for", "and", "minister", "secretary", "prime", "deputy", "state", "former", "general", "press", "first"}


def find(text: str, figures: list[Figure]) -> None:
    """Let each person who holds an office nowhere else work for the ministry whose name shares a word with it, or for the one body of the
    text where such an office is held."""
    bodies = [f for f in figures if f.type == "Organization"]
    for person in figures if bodies else ():
        if person.type == "Person" and person.works_for is None and not any(of and of.type != "Place" for _, of, *_ in person.roles):
            near = [b for b in bodies if not _is_foreign(b, person)]
            found = (_of_subject(text, role, near) or _near(text, role, near) for role in person.roles)
            person.works_for = next((f for f in found if f), None) or _led(text, person, near)


def _led(text: str, person: Figure, bodies: list[Figure]) -> Figure | None:
    """The body that an article is about, for whoever leads something that it does not tell: "founder Ana Ruiz"."""
    alone = [(title, begin) for title, of, begin, _ in person.roles if of is None and len(title.split()) <= LONGEST]
    titles = {title for title, begin in alone if not (title.startswith("chair") and _OTHER.search(text, max(0, begin - 200), begin))}
    leads = {title.split()[-1] for title in titles} & words("leading") or titles & words("chiefs")
    named = sorted((b for b in bodies if not (b.platform or b.unnamed or b.people)), key=lambda b: -len(b.mentions))
    if not named or not leads or len(named[0].mentions) < OFTEN:
        return None
    return named[0] if len(named) < 2 or len(named[0].mentions) >= 2 * len(named[1].mentions) else None


def _is_foreign(body: Figure, person: Figure) -> bool:
    """Whether a body is named by another nation than a person’s: "Olandic Ministry of Defence" beside a Norlandic minister."""
    nations = body.words() & table("demonyms").keys()
    lands, homes = {table("demonyms")[n] for n in nations}, {_land(of) for _, of, *_ in person.roles if of and of.type == "Place"}
    homes &= _countries()
    if lands and homes and not {_land_of(name) for name in lands} & homes:
        return True
    return bool(nations and person.nations and not nations & person.nations)


@cache
def _countries() -> frozenset[str]:
    return frozenset(_land_of(name) for name in table("demonyms").values())


def _land_of(name: str) -> str:
    return table("aliases").get(name.lower(), name.lower())


def _land(f: Figure) -> str:
    return _land_of(key_of(f.name))


def _of_subject(text: str, role: tuple[str, Figure | None, int, int], bodies: list[Figure]) -> Figure | None:
    subject = _subject(text, role)
    return next((f for f in bodies if f.words() & _MINISTRY and subject & f.words()), None)


def _near(text: str, role: tuple[str, Figure | None, int, int], bodies: list[Figure]) -> Figure | None:
    """The body where an office with no subject of its own is held: of several schools the one named last before."""
    title = role[0]
    places = set(table("offices").get(title.split()[-1], "").split())
    if not places or set(title.split()[:-1]) & words("elsewhere") or _subject(text, role) or _OF.match(text, role[3]):
        return None
    fits = [f for f in bodies if f.words() & places]
    if len(fits) < 2 or not places & _TAUGHT_AT:  # one of several councils need not be a councillor’s
        return fits[0] if len(fits) == 1 else None
    before = [(m.begin, f) for f in fits for m in f.mentions if m.begin < role[2]]
    return max(before, key=lambda n: n[0])[1] if before else None


def _subject(text: str, role: tuple[str, Figure | None, int, int]) -> frozenset[str]:
    """What the office is about: "foreign" of "foreign minister", "tourism" of "minister of tourism", "Health" before "Minister"."""
    title, _, begin, end = role
    if not _HEADS.search(title):
        return frozenset()
    around = [m["what"].lower() for m in (_OF.match(text, end), _BEFORE.search(text, max(0, begin - 30), begin)) if m]
    return (frozenset(re.findall(r"\w+", title)) | frozenset(around)) - _LOOSE


def abbreviated(text: str) -> dict[str, str]:
    """From initials to the office they are said to stand for, both in lower case: "Municipal Chief Executive (MCE)"."""
    found = {}
    for m in _SHORT_OFFICE.finditer(text):
        short, long = m["short"].lower(), m["long"].lower().split()
        telling = [i for i, w in enumerate(long) if w not in {"of", "for", "and"}][-len(short) :]
        tokens = long[telling[0] :]
        head = tokens[tokens.index("of") - 1] if "of" in tokens else tokens[-1]
        if "".join(long[i][0] for i in telling) == short and is_person_noun(head) and head not in words("organizations"):
            found[short] = " ".join(tokens)
    return found
