"""Who holds a role, and of what it is one."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import any_of, is_person_noun, words
from kg.reading.reference import nominals
from kg.reading.reference.figures import Figure
from kg.reading.reference.owners import GENITIVE, owner
from kg.reading.reference.roles.callings import DETERMINER, Tokens
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases, titles

_OF_FIELD = re.compile(rf"(?:[’']s |\) )?\s?(?:(?i:{any_of('levels')})\s)+")
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
REACH = 1500  # characters back in which whoever is "the spokeswoman" has spoken
_AND_ALSO = re.compile(r",?\s+(?:and|&)\s+[\w-]+(?:\s+[\w-]+){0,2}?(?=\s+(?:of|at|for)\s)")


def hold(person: Figure, title: str, of: Figure | None, span: Span) -> None:
    """Give a person a role of `of`, or tell of whom one is that they have; not one of the other gender: "Tom Hale’s mother"."""
    gender = titles.gender_of_role(title)
    if gender and person.gender not in {None, gender}:
        return
    person.gender = person.gender or gender
    known = next((i for i, (t, *_) in enumerate(person.roles) if t == title), None)
    if known is None:
        person.roles.append((title, of, *span))
    elif person.roles[known][1] is None and of:
        person.roles[known] = (title, of, *span)


def give(scene: Scene, person: Figure, role: Tokens, whole: Span) -> None:
    """`role` are the words up to the role noun, perhaps with whose it is; `whole` is the phrase with what follows ("of the commission")."""
    noun = (role[0].start(), role[-1].end())
    shared = _AND_ALSO.match(scene.text, noun[1], whole[1])  # "founder and chairman of"
    of = (
        owner(scene, whole, (noun[0], shared.end()) if shared else noun)
        or _office(scene, role, noun)
        or named_before(scene, noun[0])
        or _relative(scene, role, noun)
    )
    owned, names = 0, [(b, e) for b, e, f in scene.names(*noun) if f is of or (of and f.type == "Place")]
    for i, token in enumerate(role):
        named = any(b <= token.start() < e for b, e in names)
        if (
            named
            or scene.text.startswith(")", token.end())
            or re.search(r"[’'][sS]?$", token.group())
            or token.group().lower() in DETERMINER
        ):
            owned = i + 1
    if owned < len(role):
        span = (role[owned].start(), role[-1].end())
        past = next((f"{t.group().lower()} " for t in role[:owned] if t.group().lower() in {"former", "retired"}), "")
        hold(person, past + scene.text[slice(*span)].lower(), of if of is not person else None, span)


def _relative(scene: Scene, role: Tokens, noun: Span) -> Figure | None:
    """The person without a name whose kin the role tells of: "the captain’s wife"."""
    whose = GENITIVE.match(scene.text, *noun) if role[-1].group().lower() in words("ties") else None
    found = phrases.tokens(scene.text, phrases.bare(scene.text, whose.span("who"))) if whose else []
    if whose and found and is_person_noun(found[-1]):
        return nominals.match(scene, whose.span("who")) or nominals.make(scene, phrases.bare(scene.text, whose.span("who")), "Person")
    return None


def _office(scene: Scene, role: Tokens, noun: Span) -> Figure | None:
    """ "The minister" of the one ministry spoken of; a spokesman of what was spoken of last."""
    head = role[-1].group().lower()
    if head == "minister" and len(role) <= 2:
        ministries = [f for f in scene.figures if f.type == "Organization" and "ministry" in f.words() and f.mentions[0].begin < noun[0]]
        return ministries[0] if len(ministries) == 1 else None
    if head in words("spokespeople") and len(role) <= 2:
        if before := _spoke_before(scene, head, noun):
            return before
        scores = {f: s for f, s in scene.recent(noun[0]).items() if f.type == "Organization" and not f.platform}
        return max(scores, key=lambda f: scores[f], default=None)
    return None


def _spoke_before(scene: Scene, head: str, role: Span) -> Figure | None:
    """Whose voice "the spokeswoman" is by the last such word before: "A government spokeswoman denied it"."""
    at = role[0]
    begin = max(0, at - REACH)
    if not (phrases.is_definite(scene.text, role) or _THE.search(scene.text, begin, at)):
        return None
    found = [m.span() for m in re.finditer(rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Ii]ts)\s(?:[\w’'-]+\s){{0,4}}?{head}\b", scene.text[begin:at])]
    for b, e in reversed(found):
        noun = (begin + b, begin + e)
        if whose := owner(scene, (noun[0], scene.sentence(noun[0])[1]), noun):
            return whose
    return None


def named_before(scene: Scene, at: int) -> Figure | None:
    """The organization or place that is named right before a title: "Selm Steel President Ana Ruiz", "Oland Foreign Minister Tom Hale"."""
    near = [(m.end, f) for m, f in scene.mentions(at - 48, at) if m.kind != "pronoun" and at - 24 <= m.end <= at]
    found = [f for e, f in near if scene.text[e:at] in {" ", ") ", "’s ", "'s "} or _OF_FIELD.fullmatch(scene.text, e, at)]
    return found[0] if found and found[0].type != "Person" and not found[0].people else None
