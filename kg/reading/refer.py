"""Who a source phrase speaks of: names first, then pronouns, then noun phrases; and for whom they speak."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading import nominals, pronouns
from kg.reading.figures import Figure, key_of
from kg.reading.lexicon import words
from kg.reading.owners import owner
from kg.reading.scene import Scene, Speaker

_BEFORE_HEAD = re.compile(
    r"(?:\b(?:of|for|from|in|at|with|on|by|near|to|about|against|around|outside|inside|and|including)\s+(?:the\s+)?|-)$",
    re.IGNORECASE,
)
_AFTER_PERSON = re.compile(r"\s+(?!(?:and|of|in|at|who|from|for|with|also|to|on|the|as|himself|herself|recently|later)\b)[a-z]")
_AFTER_OTHER = re.compile(r"\s+(?!(?:and|of|in|at|who|which|that|also|itself|themselves|on|to|for|under|as)\b)\w")
_NICKNAME = re.compile(r"(?P<noun>(?:the|an?)\s+[\w’' -]+),\s+(?:the\s+)?", re.IGNORECASE)


def speaker(scene: Scene, source: Span, cue: int) -> Speaker:
    """Who speaks in the phrase `source`, whose cue begins at `cue`; figures are made for those the text does not name."""
    found = resolve(scene, source)
    scene.spoke.append((cue, found))
    return found


def resolve(scene: Scene, span: Span) -> Speaker:
    """Whom the phrase `span` speaks of, without making them the latest speaker."""
    word = scene.text[slice(*span)].lower().strip("“”\"'’‘ ,")
    if word in pronouns.WHO:
        return _who(scene, span)
    if word in pronouns.ALL:
        if word in pronouns.IT and scene.spoke and scene.spoke[-1][1].paper and _near(scene, span[0]):
            return Speaker(paper=True)
        return _as_speaker(pronouns.pronoun(scene, word, span))
    return _named(scene, span) or nominal(scene, span)


def behalf(figure: Figure) -> Figure | None:
    """For whom a person speaks: what their first role is a role of, unless it is a tie of family or the like."""
    if figure.type != "Person":
        return None
    for role, of, *_ in figure.roles:
        tokens = set(role.split())
        if (
            of
            and not tokens & (words("ties") | {"former", "ex"})
            and (of.type in {"Organization", "Group"} or tokens & words("agents" if of.type == "Person" else "leaders"))
        ):
            return of
    return figure.works_for


def _near(scene: Scene, at: int) -> bool:
    return scene.sentence_of(at) - scene.sentence_of(scene.spoke[-1][0]) <= 1


def _as_speaker(figure: Figure | None) -> Speaker:
    return Speaker(figure, behalf(figure)) if figure else Speaker()


def _who(scene: Scene, span: Span) -> Speaker:
    noun = pronouns.antecedent(scene, span[0])
    if noun and not (found := nominal(scene, noun)).paper and found.figure:
        return found
    return _as_speaker(pronouns.relative(scene, span[0]))


def _named(scene: Scene, span: Span) -> Speaker | None:
    """A name that heads the phrase: the first person, else what ends a noun phrase of it."""
    for b, e, f in sorted(scene.names(*span), key=lambda i: (i[2].type != "Person", i[0])):
        if _heads(scene, b, e, span, f):
            _nickname(scene, f, span, b)
            return Speaker(f, behalf(f))
    return None


def _heads(scene: Scene, b: int, e: int, span: Span, f: Figure) -> bool:
    before, after = scene.text[span[0] : b], scene.text[e : span[1]]
    if re.match(r"[’'](?:s\b|\s)", after) or _BEFORE_HEAD.search(before):
        return False
    return not (_AFTER_PERSON if f.type == "Person" else _AFTER_OTHER).match(after)


def _nickname(scene: Scene, f: Figure, span: Span, b: int) -> None:
    if f.type != "Person" and (m := _NICKNAME.fullmatch(scene.text, span[0], b)):
        f.nicknames.add(key_of(m["noun"]))
        scene.note(f, m.span("noun"), "nominal")


def nominal(scene: Scene, span: Span) -> Speaker:
    """Whom a phrase without a name at its head speaks of: spokespeople and papers are their owner's voice."""
    noun = nominals.noun_phrase(scene.text, span)
    tokens = [t.group().lower() for t in nominals.WORD.finditer(scene.text, *noun)]
    if not tokens:
        return Speaker()
    head = tokens[-1]
    if head in words("voices") | words("papers") or (
        head in words("representatives") and re.match(r"\s+(?:of|from|for)\b", scene.text[noun[1] : span[1]])
    ):
        return _voice(scene, span, noun, head)
    if head in words("hearsay") and len(scene.text[slice(*span)].split()) <= 2 and (len(tokens) == 1 or head not in {"one", "people"}):
        return Speaker()
    known = nominals.match(scene, noun) or _office_holder(scene, span, noun, head)
    figure = known or nominals.unnamed(scene, noun, span)
    if figure is None or (known and known.type == "Person" and not known.unnamed):
        return _as_speaker(figure)
    whose = owner(scene, span, noun) if head in words("leaders") else None
    return Speaker(figure, whose if whose is not figure else None)


def _office_holder(scene: Scene, span: Span, noun: Span, head: str) -> Figure | None:
    """ "The agency's chief", "the division commander": the one person whose role is a leading one of that organization."""
    if head not in words("leaders"):
        return None
    whose = owner(scene, span, noun)
    held = [f for f in scene.figures if whose and any(of is whose and set(r.split()) & words("leaders") for r, of, *_ in f.roles)]
    if len(held) != 1 or held[0].mentions[0].begin > span[0]:
        return None
    scene.note(held[0], noun, "nominal")
    return held[0]


def _voice(scene: Scene, span: Span, noun: Span, head: str) -> Speaker:
    whose = owner(scene, span, noun)
    if head in words("papers"):
        return Speaker(whose, paper=whose is None)
    if whose:
        return Speaker(whose)
    known = nominals.by_role(scene, head, span[0])
    if known:
        scene.note(known, noun, "nominal")
        return Speaker(known, behalf(known))
    return Speaker(nominals.unnamed(scene, noun, span)) if head not in words("papers") else Speaker()
