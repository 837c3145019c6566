"""Who a source phrase speaks of: names first, then pronouns, then noun phrases; and for whom they speak."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Span
from kg.reading.attributions.drafts import Draft
from kg.reading.lexicon import is_person_noun, words
from kg.reading.reference import anybody, author, joint, many, named, nominals, papers, pronouns, voices
from kg.reading.reference.behalf import behalf
from kg.reading.reference.figures import Figure
from kg.reading.reference.owners import compound, owner
from kg.reading.reference.scene import Scene, Speaker
from kg.reading.text import phrases, speech

_INITIALS = re.compile(r"WHO\b(?!\s+[A-Z]{2})")  # of a body, not a pronoun
_MIND = re.compile(r"\b(?:alleg|believ|hop|fear|think|thought|want|worr|doubt)(?:e|es|ed|s|ing|ied|ies)?\b")  # as only people and bodies do
_TAIL = re.compile(r"(?:[’']s?|\s+(?:has|have|had|also|since))$")  # "the board’s | claims", "the board has | never said"
_RELATIVE = re.compile(r"(?:who|which|that|whose|whom)(?=$|\s)")
_OWNED = re.compile(r"[’'](?:s\b|\s)")
_WITH = re.compile(r"\s+with\b")  # "the agreement | with the Bank of Oland" is nobody's alone
_BY = re.compile(r"(?:(?:on\s+)?\w+day\s+)?by\s+", re.IGNORECASE)
_THAT_NAME = re.compile(r"that\s+(?=[A-Z])")  # "a line | that the" before a name: "that Selm Aid"
_STYLE = re.compile(r"(?P<whose>his|her)\s+(?:(?:royal|imperial)\s+)?(?:majesty|highness|excellency|holiness|honou?r|lordship|ladyship)")
_LINE_ENDS = re.compile(r"[ .]*(?:\n|$)")
_TOLD_IN_HEADLINE = re.compile(r"(?:is |are )?(?:told|hears)$")
_HEARD = re.compile(r"\b(?:heard|hears)\b")
_HEARERS = {"court", "tribunal", "council", "inquest", "inquiry", "committee", "commission", "jury", "hearing"}  # who are told
_MANY_HEARERS = {"jurors", "mps", "peers", "trial", "judge", "lawmakers", "senators"}
JUST = 4  # sentences back in which who spoke has just spoken
_FOLLOWERS = {
    "advocate", "supporter", "member", "backer", "voter", "fighter", "activist", "follower", "loyalist",
    "viewer", "reader", "opponent", "critic", "disapprover",
}  # fmt: skip
_NOBODY = {"nobody", "none", "everyone", "anyone"}
_AUTHOR = {"i", "we", "you", "me", "us", "my"}  # who writes, unless what they say is quoted
_ANSWERS = {"a", "answer"}  # labels of who is interviewed


def speaker(scene: Scene, source: Span, cue: Span, *, inner: bool = False) -> Speaker:
    """Who speaks in the phrase `source` with the cue `cue`; figures are made for those the text does not name.

    `inner`: they speak in what another says, who remains the latest speaker."""
    said = scene.text[slice(*cue)]
    found = resolve(scene, source, speaks=speech.is_speech(said) or bool(_MIND.search(said)), source=True)
    if _HEARD.search(scene.text, *cue) and found.figure and found.figure.words() & _HEARERS:
        return Speaker()
    if found.paper and found.figure and found.on_behalf_of is None:
        found = replace(found, on_behalf_of=behalf(found.figure))
    if not inner:
        scene.spoke.append((cue[0], found))
    return found


def is_told(text: str, d: Draft) -> bool:
    """Whether who is taken for a source ends its line with the cue, and so is told what stands before: "…, | trustees told"."""
    cue = d.cue[0]
    ends = _TOLD_IN_HEADLINE.match(text, *cue) and _LINE_ENDS.match(text, cue[1])
    who = text[slice(*d.source[0])].lower().split() if d.source else []
    return bool(ends and who) and (who[-1] in _HEARERS | _MANY_HEARERS or phrases.kind(who) == "Group")


def resolve(scene: Scene, span: Span, *, speaks: bool = False, source: bool = False) -> Speaker:
    """Whom the phrase `span` speaks of, without making them the latest speaker; `speaks` as in `nominals.unnamed`, `source` as in
    `pronouns.pronoun`."""
    if tail := _TAIL.search(scene.text[slice(*span)]):
        span = (span[0], span[0] + tail.start())
    word = scene.text[slice(*span)].lower().strip("“”\"'’‘ ,")
    if m := re.match(r"that\s+(?=[a-z]+s\b\s)", word):
        return resolve(scene, (span[1] - len(word[m.end() :]), span[1]), speaks=speaks)  # "that investigations from Selm"
    if _THAT_NAME.match(scene.text, *span) and (figure := named.head(scene, (span[0] + len("that "), span[1]))):
        return _as_speaker(figure)
    if (m := _RELATIVE.match(word)) and not _INITIALS.match(scene.text, span[0]):
        return _who(scene, (span[0], span[0] + len(m.group())))
    if m := _STYLE.fullmatch(word):
        return _as_speaker(pronouns.pronoun(scene, m["whose"], span))
    if word == "the latter":
        return _as_speaker(pronouns.latter(scene, span))
    if m := _BY.match(scene.text, *span):
        span = (m.end(), span[1])
    if (through := papers.through(scene.text, span)) is not None:
        span = (span[0], through)
    if word in _ANSWERS and scene.text.startswith(":", span[1]):
        return _as_speaker(scene.interviewed)
    if word in _AUTHOR:
        return _as_speaker(_first_person(scene, word, span))
    if word in pronouns.ALL and not _INITIALS.match(scene.text, span[0]):
        if word in pronouns.IT and (last := scene.heard(span[0], 1)) and last.paper:
            return last
        figure = pronouns.pronoun(scene, word, span, source=source)
        if word == "they" and source and (figure is None or figure.type == "Organization"):
            figure = _they(scene, figure, span)
        return _again(scene, figure)
    if several := joint.find(scene, span):
        return several
    if figure := joint.both(scene, span) or named.find(scene, span) or (named.passed_over(scene, span) if speaks else None):
        return _as_speaker(named.namesake(scene, figure, span) if source else figure)
    return nominal(scene, span, speaks=speaks)


def _first_person(scene: Scene, word: str, span: Span) -> Figure | None:
    """Who "I" is outside quotes, or "you" of whoever asks: who is interviewed, else for "I" the author."""
    if word not in {"i", "my", "you"} or scene.is_quoted(span[0]):
        return None
    if scene.interviewed or word == "you" or scene.author is None:
        return scene.interviewed
    author.note(scene, scene.author, span)
    return scene.author


def _they(scene: Scene, figure: Figure | None, span: Span) -> Figure | None:
    """Whom "they" means where it is nobody, or a body that has not just spoken: those of whom the sentence tells."""
    said = scene.heard(span[0], 1)
    several = None if said and figure and said.figure is figure else many.find(scene, span[0])
    if several is None or several is figure:
        return figure
    if figure:
        scene.forget(figure, span)
    scene.note(several, span, "pronoun")
    return several


def _again(scene: Scene, figure: Figure | None) -> Speaker:
    """Whom a pronoun means; the one without a name who has just spoken for a body still speaks for it."""
    last = scene.spoke[-1][1] if scene.spoke else Speaker()
    return last if last.voice and last.figure is figure else _as_speaker(figure)


def _as_speaker(figure: Figure | None) -> Speaker:
    return Speaker(figure, behalf(figure)) if figure else Speaker()


def _who(scene: Scene, span: Span) -> Speaker:
    noun = pronouns.antecedent(scene, span[0])
    named = any(f.type == "Person" and scene.text[e : span[0]] in {" ", ", "} for _, e, f in scene.names(span[0] - 3, span[0]))
    if noun and not named and (meant := next((f for m, f in scene.mentions(noun[0], noun[0] + 1) if m.kind == "nominal"), None)):
        return _as_speaker(meant)  # "the 23-year-old | nurse, who"
    if noun and not named and (found := nominal(scene, noun)).figure:
        return found
    return _as_speaker(pronouns.relative(scene, span))


def nominal(scene: Scene, span: Span, *, speaks: bool = False) -> Speaker:
    """Whom a phrase without a name at its head speaks of: spokespeople and papers are their owner's voice."""
    noun = _whole(scene, phrases.noun_phrase(scene.text, span), span)
    found = phrases.tokens(scene.text, noun)
    if not found:
        return Speaker()
    head = found[-1]
    if head in _NOBODY or (head in words("hearsay") and _vague(scene, span, found)):
        return Speaker()
    if phrases.is_amount(scene.text, noun) and (last := scene.heard(span[0], JUST)):
        return last if last.figure and last.figure.type == "Group" else Speaker()
    if person := named.beside(scene, span, head):
        return _as_speaker(person)
    if voice := voices.find(scene, span, noun):
        return voice
    known = nominals.match(scene, noun) or _office_holder(scene, span, noun, head) or (anybody.anew(scene, noun) if speaks else None)
    maker = None if known or phrases.kind(found) else _maker(scene, span, noun)
    if maker and (_OWNED.search(scene.text, *noun) or not compound(scene, noun)):
        return Speaker(maker, paper=True)
    figure = known or nominals.unnamed(scene, noun, span, speaks=speaks)
    if figure is None and maker:
        return Speaker(maker, paper=True)
    if figure is None or (known and known.type == "Person" and not known.unnamed):
        return _as_speaker(figure)
    whose = owner(scene, span, noun) if head in words("leaders") else _employer(scene, figure, noun) if figure.unnamed else None
    if figure.unnamed and figure.works_for is None and whose is not figure:
        figure.works_for = whose
    return Speaker(figure, whose if whose is not figure else None)


def _maker(scene: Scene, span: Span, noun: Span) -> Figure | None:
    """The body by whose name a thing that speaks is called, which no list knows: "the Water Board’s database", "a test by Selm Labs"."""
    if _WITH.match(scene.text, noun[1], span[1]):
        return None
    whose = owner(scene, span, noun)
    return whose if whose and whose.type in {"Organization", "Person"} and not (whose.unnamed or whose.platform) else None


def _spoke_for(scene: Scene, whose: Figure, noun: Span) -> Figure | None:
    """The named person who has just spoken and is of the organization that a definite phrase names: "the Water Board director"."""
    last = scene.heard(noun[0], JUST) if phrases.is_definite(scene.text, noun) else None
    figure = last.figure if last else None
    if figure is None or figure.unnamed or behalf(figure) is not whose:
        return None
    scene.note(figure, noun, "nominal")
    return figure


def _employer(scene: Scene, figure: Figure, noun: Span) -> Figure | None:
    """The organization that is named right before a calling: "Selm Bank analysts"; who is merely for it or in it does not speak for it."""
    head = phrases.tokens(scene.text, noun)[-1]
    if figure.type not in {"Person", "Group"} or {head, head.removesuffix("s")} & (words("ties") | _FOLLOWERS):
        return None
    near = [f for b, e, f in scene.names(*noun) if b >= noun[0] and re.fullmatch(r"\s(?:[a-z]+\s)?[\w-]+", scene.text[e : noun[1]])]
    if named := next((f for f in near if f.type == "Organization" and not (f.people or f.platform)), None):
        return named
    whose = compound(scene, noun) if not near else None
    return whose if whose and not whose.unnamed and whose.type == "Organization" else None


def _whole(scene: Scene, noun: Span, span: Span) -> Span:
    """The noun phrase that is not cut within a name: "a Bank of Oland official"."""
    cut = next((e for b, e, f in scene.names(*noun) if b < noun[1] < e <= span[1] and f.type == "Organization"), None)
    return (noun[0], phrases.noun_phrase(scene.text, (cut, span[1]))[1] if scene.text[cut : cut + 1] == " " else cut) if cut else noun


def _vague(scene: Scene, span: Span, found: list[str]) -> bool:
    """Whether nobody in particular is meant: "some", "many"; not "one person", "one of them"."""
    return len(scene.text[slice(*span)].split()) <= 2 and (len(found) == 1 or found[-1] not in {"one", "people"})


def _office_holder(scene: Scene, span: Span, noun: Span, head: str) -> Figure | None:
    """ "The agency's chief", "the division commander": the one person whose role is a leading one of that organization."""
    if not is_person_noun(head):
        return None
    whose = owner(scene, span, noun)
    if whose and (said := _spoke_for(scene, whose, noun)):
        return said
    if head not in words("leaders"):
        return None
    held = [
        f for f in scene.figures if whose and any(of is whose and set(re.split(r"[\s-]", r)) & words("leaders") for r, of, *_ in f.roles)
    ]
    if len(held) != 1 or held[0].mentions[0].begin > span[0]:
        return None
    scene.note(held[0], noun, "nominal")
    return held[0]
