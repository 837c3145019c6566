"""Titles and appositives: "Ana Ruiz, the ministry's spokeswoman", "party leader Ana Ruiz", "its spokesman, Ana Ruiz"."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.model import Span
from kg.reading.lexicon import any_of, forms, is_person_noun, table, words
from kg.reading.reference import nominals
from kg.reading.reference.figures import Figure, key_of
from kg.reading.reference.owners import GENITIVE, owner
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases, titles

_VERB = r"who|which|said|says|told|wrote|was|were|is|are|has|had|have"
_AFTER = re.compile(
    rf"(?:\s+\([^()\n]{{1,40}}\))?(?:,\s+(?:aged\s+)?\d{{1,3}})?,\s+(?P<body>(?:(?!\b(?:{_VERB})\b)[^,;.!?“”\"\n—]){{2,140}})(?=[,;.!?“”\"\n—]|\s(?:{_VERB})|$)"
)
_WORKS_FOR = re.compile(
    rf",?\s+(?:of|at|from|with)\s+(?:the\s+)?(?:(?:[a-z-]+\s+){{0,3}}(?:{any_of('organizations')})\s+|(?:(?:{any_of('leanings')})\s+){{1,2}})?(?=\w)"
)
_PARTY = re.compile(r"\s+\((?=[^\W\d_a-z][^()]{1,40}\))")
_NOUN_BEFORE = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|of|and|for|the)\s+|(?:foreign|prime|interior|defence|defense|finance|health|minister|president|ambassador)\s+)+$"
)
_BASED = re.compile(r"[A-Z][\w’'.-]*-(?:based|listed|owned)\s+(?=[A-Z])")
_CALLED = re.compile(r"\b(?P<nation>[A-Z][a-z]+)\s+(?P<noun>[a-z-]+)\s+$")
_WORD = re.compile(r"[\w-]+(?:[’'.][\w-]+)*")
_DETERMINER = {"the", "a", "an", "his", "her", "their", "its", "our", "my", "another", "one", "some", "two", "as"}
_ADVERBS = {"now", "most", "much", "well", "long", "once", "best", "self", "then", "also", "late", "former"}
_SAID = {form for lemma in words("saying") for form in forms(lemma) if form.endswith(("ed", "id", "s"))}
TOLD = re.compile(rf"\s+(?:says|told|tells|{'|'.join(sorted(_SAID))})\b")
_OBLIQUE = re.compile(r"\b(?:by|with|for|of|to|from|against|and|between|in|on)\s+(?:[\w’'.-]+\s+){0,4}$")
_HELPING = {"had", "has", "have", "was", "were", "be", "been", "he", "she", "who", "they", "it", "also", "now"}
_SAYS = re.compile(r"\s+(?:said|says|told|claimed|added|alleged|wrote|explained|noted|argued|insisted|stressed)\b")
_OF_FIELD = re.compile(rf"(?:[’']s |\) )?\s?(?:(?i:{any_of('levels')})\s)+")
_OWNS = {"’s ", "'s ", "’ ", "' "}
_PRONOUN = {"its", "his", "her", "their"}
_AIDES = {"assistant", "associate", "deputy", "vice", "chief", "principal", "senior", "general", "executive", "lead", "head"}
_BODIES = {
    "authority",
    "center",
    "centre",
    "company",
    "family",
    "force",
    "opposition",
    "regulator",
    "watchdog",
}  # that WordNet has as persons
_OWN = re.compile(r"(?:\b(?:its|his|her|their)|[’']s?)\s+(?:[\w-]+\s+){0,3}[\w-]+,\s$", re.IGNORECASE)
_THEIRS = re.compile(r"(?P<who>\b(?:[Tt]he|[Ii]ts)\s+(?:[\w-]+\s+){0,3}?[\w-]+)[’']s?\s$")
_GAP = re.compile(r"(?:\s+\([^()\n]{1,30}\))?,?\s+")
_LINK = re.compile(rf"\s+(?P<by>of|for|at)\s+(?:the\s+)?(?:(?!(?:{any_of('not_in_roles')}|the)\b)[a-z][a-z-]+\s+){{0,3}}$")
_JOIN = words("not_in_roles") - {"of", "for", "in"} | {"or", "that", "to"}
_PARTICIPLE = re.compile(r"(?:ing|ed|known|chosen|as)$")

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
_AND = re.compile(r",?\s+and\s+")
_NEXT = re.compile(r",\s+")
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x-?)\s*$")
_PROFESSOR = re.compile(r"(?:Assistant |Associate |Emeritus )?Prof(?:essor|\.)")
_AND_ALSO = re.compile(r",?\s+(?:and|&)\s+[\w-]+(?:\s+[\w-]+){0,2}?(?=\s+(?:of|at|for)\s)")
Tokens = list[re.Match[str]]


def find(scene: Scene) -> None:
    """Give each person the roles that stand beside a name mention, with what they are a role of where the text says it."""
    at = sorted((m.begin, m.end, f) for f in scene.figures if f.type == "Person" for m in f.mentions if m.kind == "name")
    for begin, end, person in at:
        read(scene, person, (begin, end))
    for (_, end, one), (begin, _, other) in pairwise(at):
        _share(scene, one, other, (end, begin))


def _share(scene: Scene, one: Figure, other: Figure, between: Span) -> None:
    """Let what one is a role of be what the next one's role is of: "the board’s chair Ana Ruiz and chief executive Tom Hale"."""
    i = next((i for i, (_, of, b, e) in enumerate(other.roles) if of is None and between[0] <= b and e < between[1]), None)
    if i is None or not _AND.fullmatch(scene.text, between[0], other.roles[i][2]):
        return
    whose = next((of for _, of, _b, e in one.roles if of and between[0] - 60 <= e < between[0] and of.type == "Organization"), None)
    other.roles[i] = (other.roles[i][0], whose, *other.roles[i][2:])


def read(scene: Scene, person: Figure, name: Span) -> None:
    """Give a person the roles beside one mention of their name."""
    begin, end = name
    sentence = scene.sentence(begin)
    person.nations |= _nations(scene.text, max(sentence[0], begin - 60), begin)
    _before(scene, person, name, sentence)
    _title(scene, person, begin, end)
    _after(scene, person, name, sentence)
    _of(scene, person, end)
    _sent(scene, person, begin)
    _of_body(scene, person, name, sentence)
    _of_field(scene, person, begin)
    _of_country(scene, person)
    if person.works_for is None:
        person.works_for = _whose(scene, begin)
    if (
        person.works_for is None
        and _PROFESSOR.match(scene.text, begin)
        and (body := _named_before(scene, begin))
        and body.type == "Organization"
    ):
        person.works_for = body  # "Selm University Professor Ana Ruiz"


def _of_field(scene: Scene, person: Figure, begin: int) -> None:
    """An office with its field right before the name: "President of the Republic Ana Ruiz", "Oland’s Secretary of State Tom Hale"."""
    start = max(scene.sentence(begin)[0], begin - 120)
    found = _FIELD_AFTER.search(scene.text, start, begin)
    if not found or any(f.type != "Place" or e < found.end("what") for _, e, f in scene.names(*found.span("what"))):
        return
    role = found["role"].lower() + (" of state" if found["what"] == "State" else "")
    hold(person, role, _named_before(scene, found.start("role")), found.span("role"))


def _of_country(scene: Scene, person: Figure) -> None:
    """The country of a minister or the like whose nation alone is told: "Olandic Foreign Minister Ana Ruiz"."""
    lands = {table("demonyms")[nation].lower() for nation in person.nations}
    home = next((f for f in scene.figures if f.type == "Place" and _land(f) in lands), None) if len(lands) == 1 else None
    for i, (role, of, *span) in enumerate(person.roles if home else ()):
        if of is None and set(role.split()) & words("of_state"):
            person.roles[i] = (role, home, span[0], span[1])


def _land(f: Figure) -> str:
    return table("aliases").get(key_of(f.name), key_of(f.name))


def _whose(scene: Scene, begin: int) -> Figure | None:
    """The organization of which a person is named as its own: "the Selm Courier’s | Ana Ruiz"."""
    found = [f for _, e, f in scene.names(begin - 4, begin) if f.type == "Organization" and scene.text[e:begin] in _OWNS]
    return found[0] if found else None


def _sent(scene: Scene, person: Figure, begin: int) -> None:
    """The country whose envoy to another somebody is: "Olandic Ambassador to Norland Ana Ruiz"."""
    found = _ENVOY.search(scene.text, max(0, begin - 90), begin)
    land = table("demonyms").get(found["nation"].lower()) if found else None
    if found and land and (home := next((f for f in scene.figures if f.type == "Place" and f.name.lower() == land), None)):
        hold(person, found["role"].lower(), home, found.span("role"))


def _of(scene: Scene, person: Figure, end: int) -> None:
    """An organization right after "of", "at" or "from", or in parentheses: "Ana Ruiz of the Water Institute", "Tom Hale (OPP)"."""
    link = _WORKS_FOR.match(scene.text, end) or _PARTY.match(scene.text, end)
    found = [f for b, _, f in scene.names(link.end(), link.end() + 1) if b == link.end()] if link else []
    if based := link and _BASED.match(scene.text, link.end()):
        found = [f for b, _, f in scene.names(based.end(), based.end() + 1) if b == based.end()]
    if found and found[0].type == "Organization" and person.works_for is None:
        person.works_for = found[0]


def _of_body(scene: Scene, person: Figure, name: Span, sentence: Span) -> None:
    """A role with its body right before the name: "CEO of ADC Ana Ruiz", "Director of the Water Board, Ana Ruiz"."""
    near = [(m.begin, m.end, f) for m, f in scene.mentions(name[0] - 80, name[0]) if m.kind != "pronoun" and f.type != "Person"]
    found = next(((b, e) for b, e, f in reversed(near) if not f.people and _GAP.fullmatch(scene.text, e, name[0])), None)
    link = _LINK.search(scene.text, max(sentence[0], name[0] - 140), found[0]) if found else None
    if found is None or link is None:
        return
    if link["by"] == "for" and not set(phrases.tokens(scene.text, found)) & words("organizations"):
        return  # "Undersecretary for Financial Affairs Ana Ruiz"
    tokens = list(_WORD.finditer(scene.text, max(sentence[0], link.start() - 60), link.start()))
    if not tokens or not _person_noun(tokens[-1].group()):
        return
    start = _start(scene, tokens, len(tokens) - 1)
    told = tokens[start].start() > sentence[0] and _SAYS.match(scene.text, name[1])  # "… to the head of the board, Ana Ruiz said"
    if "," not in scene.text[found[1] : name[0]] or tokens[-1].group()[0].isupper() or (_definite(tokens[start:]) and not told):
        _give(scene, person, tokens[start:], (tokens[start].start(), found[1]))


def _after(scene: Scene, person: Figure, name: Span, sentence: Span) -> None:
    end = name[1]
    match = _AFTER.match(scene.text, end, min(len(scene.text), sentence[1] + 1))
    if not match:
        return
    if person.roles and _calls_next(scene, person, match.end("body")):
        return
    tokens = list(_WORD.finditer(scene.text, *match.span("body")))
    names = [(b, e) for b, e, f in scene.names(*match.span("body")) if f.type != "Person"]
    nouns = [
        i
        for i, t in enumerate(tokens)
        if _person_noun(t.group()) and not _qualifies(scene.text, tokens, i) and not any(b <= t.start() < t.end() <= e for b, e in names)
    ]
    head = next(iter(nouns), None)
    if head is not None and tokens[head].group().lower() in _AIDES:  # "assistant regional representative"
        head = next((i for i in nouns[1:3] if _is_phrase(scene.text, tokens[head : i + 1])), head)
    if (
        head is not None
        and tokens[head].group().istitle()
        and any(b <= tokens[head].end() + 1 < e for b, e, f in scene.names(*match.span("body")) if f.type == "Person" and f is not person)
    ):
        return  # "Ana Ruiz, President Hale’s lawyer"
    if head is None or not _one_phrase([t.group() for t in tokens[:head]]):
        return
    while head + 1 < len(tokens) and _person_noun(tokens[head + 1].group()) and scene.text[tokens[head].end()] == " ":
        head += 1
    if TOLD.match(scene.text, tokens[head].end()) and _OBLIQUE.search(scene.text, sentence[0], name[0]):
        return  # "… attended by Ana Ruiz, the king said"
    _give(scene, person, tokens[: head + 1], (tokens[0].start(), match.end("body")))


def _calls_next(scene: Scene, person: Figure, end: int) -> bool:
    """Whether a calling that ends at `end` is of the next in a list of persons: "the mayor Ana Ruiz, the rector, | Tom Hale"."""
    gap = _NEXT.match(scene.text, end)
    return gap is not None and any(m.begin == gap.end() and f.type == "Person" and f is not person for m, f in scene.mentions(end, end + 8))


def _qualifies(text: str, tokens: Tokens, i: int) -> bool:
    """Whether a word that may be a person’s calling qualifies the plural noun behind it: "national | deputies"."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return bool(after and text[tokens[i].end() : after.start()] == " " and re.fullmatch(r"[a-z]+[^s]s", after.group()))


def _one_phrase(found: list[str]) -> bool:
    """Whether no other is spoken of before the role noun: "heritage and land | worker", not "Tom Hale and the | director"."""
    plain = all(w.islower() and w not in _DETERMINER for w in found)
    if "as" in found and found[0].islower() and not _PARTICIPLE.search(found[0]):
        return False  # "Ana Ruiz, 83, wept as the | judge"
    return not any(w.lower() in _JOIN - ({"and"} if plain and found[0] != "and" else set()) for w in found)


def _is_phrase(text: str, tokens: Tokens) -> bool:
    """Whether nothing but spaces parts the words, of which none joins phrases."""
    joined = all(text[a.end() : b.start()] == " " for a, b in pairwise(tokens))
    return joined and not any(t.group().lower() in words("not_in_roles") for t in tokens)


def _before(scene: Scene, person: Figure, name: Span, sentence: Span) -> None:
    begin = name[0]
    tokens = list(_WORD.finditer(scene.text, max(sentence[0], begin - 90), begin))
    if not tokens or not re.fullmatch(r",?\s+", scene.text[tokens[-1].end() : begin]):
        return
    comma = "," in scene.text[tokens[-1].end() : begin]
    nouns = [i for i in range(len(tokens) - 1, -1, -1) if _person_noun(tokens[i].group())]
    head = next((i for i in nouns if i == len(tokens) - 1 or (comma and _leads_to(scene.text, tokens[i:]))), None)
    if head is None:
        return
    start = _start(scene, tokens, head)
    named = next((b for b, e, _ in scene.names(tokens[start].start(), tokens[start].end()) if b <= tokens[start].start() < e), None)
    definite = named is not None or _definite(tokens[start:])
    if comma and (not definite or (tokens[start].start() > sentence[0] and _SAYS.match(scene.text, name[1]))):
        return  # "… to his nominee, Mr. Hale said"
    while start > 0 and named is not None and tokens[start - 1].start() >= named:
        start -= 1
    _give(scene, person, tokens[start : head + 1], (tokens[start].start(), tokens[-1].end()))
    if _definite(tokens[start:]) and tokens[start].group().lower() not in {"a", "an"}:
        scene.note(person, (tokens[start].start(), tokens[head].end()), "nominal")
    if start and not comma and scene.text[tokens[start - 1].end() : tokens[start].start()] == ", ":
        _apposed(scene, person, (tokens[start].start(), name[1]), sentence)


def _apposed(scene: Scene, person: Figure, name: Span, sentence: Span) -> None:
    """A calling with whose it is before the calling right before a name: "her legal representative, | advocate Ana Ruiz"."""
    if _OWN.search(scene.text, max(sentence[0], name[0] - 60), name[0]):
        _before(scene, person, name, sentence)


def _start(scene: Scene, tokens: Tokens, head: int) -> int:
    """The first token of the noun phrase that ends in the token `head`."""
    start = head
    while start > 0 and _joins(scene.text, tokens[start - 1], tokens[start]) and not _is_verb(scene, tokens, start - 1):
        start -= 1
    return start


def _is_verb(scene: Scene, tokens: Tokens, i: int) -> bool:
    """Whether a word in "-ed" is what somebody did: "Ruiz implored", "had married"; not "retired" of a retired judge."""
    if not re.fullmatch(r"[a-z]{2,}ed|lost|won|met|beat", tokens[i].group()):
        return False
    start = tokens[i].start()
    after_name = any(scene.text[e:start] == " " for _, e, _ in scene.names(start - 2, start))
    before = tokens[i - 1].group() if i else ""
    subject = i > 1 and before.islower() and tokens[i - 2].group().lower() in _DETERMINER and not before.endswith("ly")
    return after_name or before.lower() in _HELPING or (subject and before not in _ADVERBS)  # "the kingdom | executed"


def _nations(text: str, begin: int, end: int) -> set[str]:
    """Words for the people of a country in the noun phrase before a name: "Olandic Minister of Interior Ana Ruiz"."""
    if (
        (called := _CALLED.search(text, begin, end))
        and (called["noun"] == "counterpart" or is_person_noun(called["noun"]))
        and called["nation"].lower() in table("demonyms")
    ):
        return {called["nation"].lower()}
    found = _NOUN_BEFORE.search(text, begin, end)
    return {w for w in re.findall(r"[\w-]+", found.group().lower()) if w in table("demonyms")} if found else set()


def _title(scene: Scene, person: Figure, begin: int, end: int) -> None:
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
        whose = _named_before(scene, begin) or _called_before(scene, begin)
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


def _named_before(scene: Scene, at: int) -> Figure | None:
    """The organization or place that is named right before a title: "Selm Steel President Ana Ruiz", "Oland Foreign Minister Tom Hale"."""
    near = [(m.end, f) for m, f in scene.mentions(at - 48, at) if m.kind != "pronoun" and at - 24 <= m.end <= at]
    found = [f for e, f in near if scene.text[e:at] in {" ", ") ", "’s ", "'s "} or _OF_FIELD.fullmatch(scene.text, e, at)]
    return found[0] if found and found[0].type != "Person" and not found[0].people else None


def _leads_to(text: str, tokens: Tokens) -> bool:
    """Whether a role noun and its "of …" fill the words up to the name: "the head of the agency, Ana Ruiz"."""
    return tokens[1].group().lower() in {"of", "for", "at", "with"} and text[tokens[0].end() : tokens[-1].end()].count(",") == 0


def _definite(tokens: Tokens) -> bool:
    first = tokens[0].group().lower()
    return first in {"the", "a", "an", *_PRONOUN} or any(re.search(r"[’'][sS]?$", t.group()) for t in tokens)


def _joins(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two words next to each other belong to one noun phrase that ends in the role."""
    gap = text[left.end() : right.start()]
    closed = left.group().lower() in words("not_in_roles") or right.group().lower() in _DETERMINER
    return gap.strip() in {"", "’", "'"} and not closed


def _person_noun(word: str) -> bool:
    """Whether a word may be one person’s role; plurals are not."""
    low = re.sub(r"[’']s?$", "", word.lower())
    return low == word.lower() and is_person_noun(low) and low not in _BODIES and word != "National"


def _give(scene: Scene, person: Figure, role: Tokens, whole: Span) -> None:
    """`role` are the words up to the role noun, perhaps with whose it is; `whole` is the phrase with what follows ("of the commission")."""
    noun = (role[0].start(), role[-1].end())
    shared = _AND_ALSO.match(scene.text, noun[1], whole[1])  # "founder and chairman of"
    of = (
        owner(scene, whole, (noun[0], shared.end()) if shared else noun)
        or _office(scene, role, noun)
        or _named_before(scene, noun[0])
        or _relative(scene, role, noun)
    )
    owned, names = 0, [(b, e) for b, e, f in scene.names(*noun) if f is of or (of and f.type == "Place")]
    for i, token in enumerate(role):
        named = any(b <= token.start() < e for b, e in names)
        if (
            named
            or scene.text.startswith(")", token.end())
            or re.search(r"[’'][sS]?$", token.group())
            or token.group().lower() in _DETERMINER
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
        scores = {f: s for f, s in scene.recent(noun[0]).items() if f.type == "Organization" and not f.platform}
        return max(scores, key=lambda f: scores[f], default=None)
    return None


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
