"""Who a source phrase speaks of: names first, then pronouns, then noun phrases; and for whom they speak."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading import anybody, nominals, phrases, pronouns, speech, voices
from kg.reading.behalf import behalf
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
_RELATIVE = re.compile(r"(?:who|which|that|whose|whom)(?=$|\s)")
_BY = re.compile(r"by\s+", re.IGNORECASE)
_ONE_OF = re.compile(r"(?:the|this|that)\s+(?P<who>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:of|in|at|for|from|by|with|as per|according to)\s")  # "officials in the capital, Selm"
_APPOSED = re.compile(r"(?:\s+\([^()\n]*\))?,\s+")
_STYLE = re.compile(r"(?P<whose>his|her)\s+(?:(?:royal|imperial)\s+)?(?:majesty|highness|excellency|holiness|honou?r|lordship|ladyship)")
_NOBODY = {"nobody", "none", "everyone", "anyone"}
_NICKNAME = re.compile(r"(?P<noun>(?:the|an?)\s+[\w’' -]+),\s+(?:the\s+)?", re.IGNORECASE)


def speaker(scene: Scene, source: Span, cue: Span) -> Speaker:
    """Who speaks in the phrase `source` with the cue `cue`; figures are made for those the text does not name."""
    found = resolve(scene, source, speaks=speech.is_speech(scene.text[slice(*cue)]))
    scene.spoke.append((cue[0], found))
    return found


def resolve(scene: Scene, span: Span, *, speaks: bool = False) -> Speaker:
    """Whom the phrase `span` speaks of, without making them the latest speaker; `speaks` as in `nominals.unnamed`."""
    word = scene.text[slice(*span)].lower().strip("“”\"'’‘ ,")
    if m := _RELATIVE.match(word):
        return _who(scene, (span[0], span[0] + len(m.group())))
    if m := _STYLE.fullmatch(word):
        return _as_speaker(pronouns.pronoun(scene, m["whose"], span))
    if word == "the latter":
        return _as_speaker(pronouns.latter(scene, span))
    if m := _BY.match(scene.text, *span):
        span = (m.end(), span[1])
    if word in pronouns.ALL:
        if word in pronouns.IT and scene.spoke and scene.spoke[-1][1].paper and _near(scene, span[0]):
            return Speaker(paper=True)
        return _again(scene, pronouns.pronoun(scene, word, span))
    return _compatriot(scene, span) or _named(scene, span) or nominal(scene, span, speaks=speaks)


def _near(scene: Scene, at: int) -> bool:
    return scene.apart(scene.spoke[-1][0], at) <= 1


def _again(scene: Scene, figure: Figure | None) -> Speaker:
    """Whom a pronoun means; the one without a name who has just spoken for a body still speaks for it."""
    last = scene.spoke[-1][1] if scene.spoke else Speaker()
    return last if last.voice and last.figure is figure else _as_speaker(figure)


def _as_speaker(figure: Figure | None) -> Speaker:
    return Speaker(figure, behalf(figure)) if figure else Speaker()


def _who(scene: Scene, span: Span) -> Speaker:
    noun = pronouns.antecedent(scene, span[0])
    if noun and not (found := nominal(scene, noun)).paper and found.figure:
        return found
    return _as_speaker(pronouns.relative(scene, span))


def _named(scene: Scene, span: Span) -> Speaker | None:
    """A name that heads the phrase: the first person, else what ends a noun phrase of it."""
    for b, e, f in sorted(scene.names(*span), key=lambda i: (i[2].type != "Person", i[0])):
        if _heads(scene, b, e, span, f):
            _nickname(scene, f, span, b)
            return Speaker(f, behalf(f))
    return None


def _compatriot(scene: Scene, span: Span) -> Speaker | None:
    """ "The Swede", who has been spoken of: one person by their country."""
    found = _ONE_OF.fullmatch(scene.text, *span)
    who = found["who"].lower() if found else ""
    if not anybody.is_compatriot(who):
        return None
    figure = anybody.find(scene, [who], span)
    if figure:
        scene.note(figure, span, "nominal")
    return _as_speaker(figure) if figure else None


def _heads(scene: Scene, b: int, e: int, span: Span, f: Figure) -> bool:
    before, after = scene.text[span[0] : b], scene.text[e : span[1]]
    if f.type != "Person" and _WITHIN.search(before):
        return False
    if re.match(r"[’'](?:s\b|\s)|-\w", after) or _BEFORE_HEAD.search(before):
        return False
    return not (_AFTER_PERSON if f.type == "Person" else _AFTER_OTHER).match(after)


def _nickname(scene: Scene, f: Figure, span: Span, b: int) -> None:
    if f.type != "Person" and (m := _NICKNAME.fullmatch(scene.text, span[0], b)):
        f.nicknames.add(key_of(m["noun"]))
        scene.note(f, m.span("noun"), "nominal")


def nominal(scene: Scene, span: Span, *, speaks: bool = False) -> Speaker:
    """Whom a phrase without a name at its head speaks of: spokespeople and papers are their owner's voice."""
    noun = phrases.noun_phrase(scene.text, span)
    found = phrases.tokens(scene.text, noun)
    if not found:
        return Speaker()
    head = found[-1]
    if head in _NOBODY or (head in words("hearsay") and _vague(scene, span, found)):
        return Speaker()
    if beside := _beside(scene, span, head):
        return beside
    if voice := voices.find(scene, span, noun):
        return voice
    known = nominals.match(scene, noun) or _office_holder(scene, span, noun, head)
    figure = known or nominals.unnamed(scene, noun, span, speaks=speaks)
    if figure is None or (known and known.type == "Person" and not known.unnamed):
        return _as_speaker(figure)
    whose = owner(scene, span, noun) if head in words("leaders") else None
    return Speaker(figure, whose if whose is not figure else None)


def _beside(scene: Scene, span: Span, head: str) -> Speaker | None:
    """The person right before a phrase for their role: "Wei Hale (韋), | chairman of the temple"."""
    if head not in words("persons") | words("leaders"):
        return None
    found = [f for _, e, f in scene.names(span[0] - 40, span[0]) if f.type == "Person" and _APPOSED.fullmatch(scene.text, e, span[0])]
    return _as_speaker(found[-1]) if found else None


def _vague(scene: Scene, span: Span, found: list[str]) -> bool:
    """Whether nobody in particular is meant: "some", "many"; not "one person", "one of them"."""
    return len(scene.text[slice(*span)].split()) <= 2 and (len(found) == 1 or found[-1] not in {"one", "people"})


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
