"""For whom somebody works, told in words that no rule for roles knows: where the phrase they speak in names the body ("Ana Ruiz, chief
scientist on Selm Waters"), or a sentence says it ("Ana Ruiz is the SWB camp lead")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span
from kg.reading.attributions.drafts import Draft
from kg.reading.lexicon import is_person_noun, words
from kg.reading.reference import nominals
from kg.reading.reference.behalf import PAST, behalf
from kg.reading.reference.figures import Figure
from kg.reading.reference.roles.held import hold
from kg.reading.reference.scene import Scene
from kg.reading.text import titles
from kg.reading.text.phrases import WORD, noun_phrase, tokens

_APPOSED = re.compile(r"(?:\s*\([^()\n]{1,40}\))?(?:,|\s+[–—-]|\s+(?:of|from|at|with|for|who)\b)")
_AT_ONCE = re.compile(r"(?:\s*\([^()\n]{1,40}\))?,?\s+(?:(?:of|from|at|with|for)\s+)?(?:(?:the|[a-z-]+)\s+){0,3}")
_LINK = re.compile(r"\b(?P<by>of|at|with|from|for)\s+(?:the\s+)?$")
_CLAUSE = re.compile(r"\b(?:who|whose|whom|which|that)\b")
_WORKS = re.compile(
    r"who\s+(?:(?:also|now|currently|has|is|was)\s+)*"
    r"(?:work|lectur|teach|lead|head|chair|run|direct|co-?found|found|manag|represent|serv|sit|own)(?:s|e|es|ed|ing|t)?\b"
)
_OPENS = re.compile(r"(?:[Tt]he\s+)?(?P<body>[A-Z][a-z]+)\s+")
_WHO_IS = re.compile(r"who\s+(?:is|serves as|works as)\b")
_NOW = re.compile(r"\bnow\b")
_ASIDE = r",[^,;:“”\"\n]{1,60},"
_IS = re.compile(
    rf"(?:{_ASIDE}|,?\s+who|\s+[a-z]+\s[^,;:.“”\"\n]{{2,80}}?\s+and)?\s+"
    r"(?:is|serves as|works as|acts as)\s+(?:(?:also|now|currently|both)\s+)?(?:(?:the|an?|one of the)\s+)?(?=\w)"
)
_AT_WORK = re.compile(
    rf"(?:{_ASIDE}|(?:,?\s+(?:who|also))+|\s+(?:from|of|in)\s+[A-Z][\w-]+)?\s+"
    r"(?:works? (?:for|at|with)|is (?:with|part of)|heads|leads|runs|(?:co-)?chairs|(?:co-)?founded|set up|represents)\s+(?:the\s+)?"
    r"(?:[a-z]+(?:-[a-z]+)*\s+){0,2}(?=[A-Z])"
)
_ON_BEHALF = re.compile(r",?\s+(?:(?:speaking|acting|appearing|writing)\s+(?:on\s+behalf\s+of|for)|on\s+behalf\s+of)\s+(?=\w)")
_OTHER_CLAUSE = re.compile(r"[,;:“”\"]|\b(?:who|which|that|to)\b")
_CALLING_AFTER = re.compile(r"(?:\s+[\w-]+){1,4}")
_JOINT = re.compile(r",|(?<!\w)(?:and|of|at|for|from|with|on|in|who|the|an?)(?!\w)", re.IGNORECASE)
_PAST = PAST | {"formerly", "late", "previously", "once", "then", "retired"}
_APART = {"against", "contributor", "contributors", "author", "opposed", "backed", "sacked", "fired", "dismissed", "suspended"}
_OF = {"of", "from", "at", "with", "for"}
REACH = 100  # characters of a sentence after "is a" in which the body is named


def find(scene: Scene, drafts: list[Draft]) -> None:
    """Let each person who speaks for nobody yet work for the body that a source phrase or a sentence about them gives them."""
    for d in drafts:
        if d.source:
            _by_source(scene, d.source[0])
    people = [(m.end, f) for f in scene.figures if f.type == "Person" and not behalf(f) for m in f.mentions if m.kind == "name"]
    for end, person in sorted(people, key=lambda p: p[0]):
        if not person.has_role("minister"):  # who is of the ministry, wherever else
            person.works_for = person.works_for or _by_sentence(scene, end)


def _by_source(scene: Scene, source: Span) -> None:
    """The one person whom the phrase names works for a body before the name, else one in apposition to it."""
    inside = [(b, e, f) for b, e, f in scene.names(*source) if source[0] <= b and e <= source[1]]
    people = [n for n in inside if n[2].type == "Person"]
    if len(people) != 1 or behalf(people[0][2]):
        return
    begin, end, person = people[0]
    for b, e, body in inside:
        before = e < begin and _leads(scene, source[0], (b, e), begin) and _holds(scene, (source[0], begin), (b, e))
        after = b > end and _APPOSED.match(scene.text, end, b) and _tells(scene, (end, b)) and _holds(scene, (end, source[1]), (b, e))
        if _is_body(body) and (before or after):
            person.works_for = body
            for calling in _callings(scene, (source[0], begin) if before else (end, b)):
                hold(person, scene.text[slice(*calling)].lower(), body, calling)
            return
    if any(e <= begin for _, e, f in inside if f is not person):
        return
    opens = _OPENS.match(scene.text, source[0], begin)
    if opens and opens["body"].lower() in words("organizations") and any(map(is_person_noun, tokens(scene.text, (opens.end(), begin)))):
        whose = nominals.match(scene, opens.span("body"), part=True)
        person.works_for = whose if whose and _is_body(whose) else None


def _tells(scene: Scene, between: Span) -> bool:
    """Whether the words between a name and a body name a calling or work, or nothing parts the two: "Ana Ruiz from the Water Board"."""
    found = tokens(scene.text, between)
    at_once = _AT_ONCE.fullmatch(scene.text, *between) and not set(found) & (words("not_in_roles") - _OF)
    return bool(at_once or any(w == "lead" or is_person_noun(w) for w in found) or _WORKS.search(scene.text, *between))


def _callings(scene: Scene, part: Span) -> Iterator[Span]:
    """The callings in a part of a phrase: "director", "producer" and "founder" of "The director, producer and founder of"."""
    names = [(b, e) for b, e, _ in scene.names(*part)]
    joints = [part[0], *(i for m in _JOINT.finditer(scene.text, *part) for i in m.span()), part[1]]
    for begin, end in zip(joints[::2], joints[1::2], strict=True):
        found = [w for w in WORD.finditer(scene.text, begin, end) if not any(b <= w.start() < e for b, e in names)]
        ends = [w.end() for w in found if is_person_noun(w.group().lower())]
        if ends and not _PAST & {w.group().lower() for w in found}:
            yield found[0].start(), ends[-1]


def _is_body(f: Figure) -> bool:
    return f.type == "Organization" and not f.platform


def _by_sentence(scene: Scene, end: int) -> Figure | None:
    """The body for which somebody whose name ends at `end` is said to work, outside quotes."""
    if sent := _ON_BEHALF.match(scene.text, end):
        phrase = noun_phrase(scene.text, (sent.end(), min(scene.sentence(end)[1], sent.end() + REACH)))
        known = [f for b, _, f in scene.names(*phrase) if b >= phrase[0] and f.type in {"Organization", "Person"} and not f.platform]
        return known[0] if known else nominals.organization(scene, phrase, definite=True)
    at_work = _AT_WORK.match(scene.text, end)
    found = at_work or _IS.match(scene.text, end)
    if not found or scene.is_quoted(end):
        return None
    begin, stop = found.end(), min(scene.sentence(end)[1], found.end() + REACH)
    b, e, body = next(((b, e, f) for b, e, f in scene.names(begin, stop) if b >= begin and _is_body(f)), (0, 0, None))
    if body is None:
        return None
    if at_work:
        return body if b == begin else None
    after = _CALLING_AFTER.match(scene.text, e, stop) if b == begin else None
    calling = tokens(scene.text, after.span() if after else (begin, b))
    fits = any(w == "lead" or is_person_noun(w) or is_person_noun(w.removesuffix("s")) for w in calling) and not _OTHER_CLAUSE.search(
        scene.text, begin, b
    )
    return body if fits and _holds(scene, (begin, stop), (b, e)) else None


def _leads(scene: Scene, begin: int, body: Span, name: int) -> bool:
    """Whether a body before a name is whose the person is: a calling or title stands between them, or it is what a calling is "of"."""
    if re.search(r"\w{2}|[’']s", scene.text[body[1] : name]) or titles.leading(scene.text[name : name + 60]):
        return True
    link = _LINK.search(scene.text, begin, body[0])
    return link is not None and (link["by"] != "for" or bool(set(tokens(scene.text, body)) & words("organizations")))


def _holds(scene: Scene, around: Span, body: Span) -> bool:
    """Whether the words of `around` say that the person belongs to the body: no former one, no tie, no other verb than one of work."""
    clause = next(reversed(list(_CLAUSE.finditer(scene.text, around[0], body[0]))), None)
    now = [m.end() for m in _NOW.finditer(scene.text, around[0], body[0])]
    chunk = max(around[0], scene.text.rfind(",", around[0], body[0]) + 1, clause.start() if clause else 0, *now)
    stop = scene.text.find(",", body[1], around[1])
    before = set(tokens(scene.text, (chunk, body[0])))
    after = set(tokens(scene.text, (body[1], stop if stop >= 0 else around[1])))
    if before & (_PAST | _APART | words("ties")) or after & words("ties"):
        return False
    if clause is None or _WORKS.match(scene.text, clause.start(), body[0]):
        return True
    return bool(_WHO_IS.match(scene.text, clause.start())) and any(map(is_person_noun, before))
