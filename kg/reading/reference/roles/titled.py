"""Titles that are offices, and offices with their field or land right before a name: "Economy Minister Ana Ruiz"."""

from __future__ import annotations

import re

from kg.reading.lexicon import table, words
from kg.reading.reference import nominals
from kg.reading.reference.figures import Figure
from kg.reading.reference.roles.held import hold, named_before
from kg.reading.reference.scene import Scene
from kg.reading.text import titles

_THEIRS = re.compile(r"(?P<who>\b(?:[Tt]he|[Ii]ts)\s+(?:[\w-]+\s+){0,3}?[\w-]+)[’']s?\s$")
_ENVOY = re.compile(
    r"\b(?P<nation>[A-Z][a-z]+)\s+(?P<role>(?:[Aa]mbassador|[Ee]nvoy|[Cc]onsul(?:[ -][Gg]eneral)?|[Hh]igh [Cc]ommissioner))"
    r"\s+(?:to|in)\s+(?:the\s+)?"
    r"[A-Z]\w*(?:\s+[A-Z]\w*){0,3}?,?\s+(?:(?:H\.?\s?E\.?|[Hh]is [Ee]xcellency|[Hh]er [Ee]xcellency|(?:Dr|Mr|Ms|Mrs)\.?)\s+)*$"
)
_FIELD = re.compile(r"(?:^|\s)(?P<what>(?:[A-Z][a-z-]{3,}\s+(?:and\s+)?){1,4})$")
_OFFICES = "|".join(
    sorted({w.title() for w in words("leaders")} | {"MEC", "Undersecretary", "Under-Secretary", "Rector"}, key=len, reverse=True)
)
_FIELD_AFTER = re.compile(
    rf"\b(?P<role>(?:(?:Deputy|Vice|Prime|First|Assistant|Cabinet|Permanent|General)[ -])*(?:{_OFFICES})(?:[ -]General)?)\s+(?:of|for)\s+"
    r"(?:the\s+)?(?P<what>[A-Z][\w-]+(?:(?:,|,?\s+(?:and|&))?\s+[A-Z][\w-]+){0,5}?),?\s+$"
)
_DAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december", "former",
}  # fmt: skip
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x-?)\s*$")


def title(scene: Scene, person: Figure, begin: int, end: int) -> None:
    """A title that is an office: "President", "Mayor"; not "Mr."."""
    title = scene.text[begin : begin + titles.leading(scene.text[begin:end])].strip()
    kept = titles.OFFICES | words("ranks")
    while title and not {title.lower(), re.split(r"[\s-]", title.lower())[-1]} & kept:  # "Foreign Minister Sheikh"
        title = title.rpartition(" ")[0].strip()
    if title and title.split()[-1].lower() in words("ranks"):
        person.ranks.add(title.split()[-1].lower())
    elif title:
        end, begin = begin + len(title), _with_field(scene, begin)
        past = "former " if _FORMER.search(scene.text, max(0, begin - 10), begin) else ""
        whose = named_before(scene, begin) or _called_before(scene, begin)
        hold(person, past + scene.text[begin:end].lower(), whose, (begin, end))


def _called_before(scene: Scene, at: int) -> Figure | None:
    """The organization that a phrase right before a title owns it to: "the chamber’s | President Ana Ruiz"."""
    found = _THEIRS.search(scene.text, max(scene.sentence(at)[0], at - 60), at)
    known = nominals.match(scene, found.span("who")) if found else None
    return known if known and known.type == "Organization" else None


def _with_field(scene: Scene, begin: int) -> int:
    """Where an office begins that a title ends: "Economy | Minister", "Public Works | Secretary"; not with a name or a country’s people."""
    found = _FIELD.search(scene.text, max(scene.sentence(begin)[0], begin - 60), begin)
    if not found or scene.names(found.start("what"), begin):
        return begin
    tokens = found["what"].lower().split()
    if set(tokens) & (table("demonyms").keys() | words("stopwords") | _DAYS):
        return begin
    return found.start("what")


def of_field(scene: Scene, person: Figure, begin: int) -> None:
    """An office with its field right before the name: "President of the Republic Ana Ruiz", "Oland’s Secretary of State Tom Hale"."""
    start = max(scene.sentence(begin)[0], begin - 120)
    found = _FIELD_AFTER.search(scene.text, start, begin)
    if not found or any(f.type != "Place" or e < found.end("what") for _, e, f in scene.names(*found.span("what"))):
        return
    role = found["role"].lower() + (" of state" if found["what"] == "State" else "")
    hold(person, role, named_before(scene, found.start("role")), found.span("role"))


def envoy(scene: Scene, person: Figure, begin: int) -> None:
    """The country whose envoy to another somebody is: "Olandic Ambassador to Norland Ana Ruiz"."""
    found = _ENVOY.search(scene.text, max(0, begin - 90), begin)
    land = table("demonyms").get(found["nation"].lower()) if found else None
    if found and land and (home := next((f for f in scene.figures if f.type == "Place" and f.name.lower() == land), None)):
        hold(person, found["role"].lower(), home, found.span("role"))
