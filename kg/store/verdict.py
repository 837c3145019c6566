"""What a claim is to a sentence: whether it says the same or excludes it, by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.link import across
from kg.link.amounts import WORDS, amounts, apart
from kg.link.counting import counts, disjoint
from kg.link.dated import dated_otherwise
from kg.link.excluding import EACH, aside, excluded, rest, shared
from kg.link.mood import same_mood, single
from kg.link.negation import LIGHT
from kg.link.pairs import STOP, Said, stem, stems, tokens
from kg.link.possession import excludes, possession
from kg.link.reasons import only_how
from kg.link.roles import done_by_another, swapped
from kg.link.shares import Agreement, agreement, without
from kg.link.slots import CALENDAR, akin, lacks, replaced
from kg.link.told import Told
from kg.link.turned import Turned, turned
from kg.model import Attribution, Claim
from kg.rdf.namekey import name_key
from kg.store.tally import bears_out

ALIKE, MOSTLY = 0.5, 0.75
"""Share of the sentence's words that a claim has that bears on it at all, and one that says the same."""
WHOLE = 0.4
"""Share of the words of both that a claim has which says the same."""
FEW = 2
"""Words in common with which light verbs count, too; a sentence with fewer words tells not of whom or what."""
ASSERTED, DISPUTED = "asserted by", "disputed by"
DENIALS = {"denies", "disputes"}

_TITLE = r"(?:Mr|Ms|Mrs|Dr)\.? "
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them)\b", re.IGNORECASE)
_WE = re.compile(r"^(?P<before>\W*(?:that\s+)?)(?:I|we|(?P<whose>my|our))\s+(?=\w)", re.IGNORECASE)
_OUR = re.compile(r"\bour\b", re.IGNORECASE)
_THEY = re.compile(
    r"^(?P<before>\W*(?:that\s+)?)"
    r"(?:to\s+(?=have\b|be\b)|(?:I|we|he|she|they|it|(?P<whose>my|our|his|her|their|its))\s+(?=\w))",
    re.IGNORECASE,
)
_HELP = r"(?:should|must|will|would|is|was|are|were|had|has|have|can|could)"
_PART = re.compile(rf"(?<=[.!?])[”\"’')]*\s+|;\s+|,?\s+(?:and|but)\s+(?:that\s+|(?={_HELP}\b))", re.IGNORECASE)
_SUBJECT = re.compile(rf"(?P<who>\S.{{1,80}}?)\s+{_HELP}\b", re.IGNORECASE)
_PREDICATE = re.compile(rf"{_HELP}\b", re.IGNORECASE)
_ASKS = re.compile(r"\?[”\"’')\s]*$")
_OF_CLAIMS = re.compile(
    r"^\W*(?:(?:the|any|all|such|these)\s+)?(?:claims?|allegations?|accusations?|suggestions?|notion|idea|reports?|rumou?rs?|assertions?)\b.*\bthat\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"(?<![\w.’'-])[A-Z]\w*(?:[.’'-]\w+)*(?:\s+[A-Z]\w*(?:[.’'-]\w+)*)*")


@dataclass(frozen=True, slots=True)
class Made:
    """A claim and one attribution that makes it; `about` are names of whom and what it is about, and it stands in `sentence`; `around` are
    the article's headline and sentences with attributions; `voices` are the names of who speaks and for whom, `direct` whether in their
    very words."""

    attribution: str
    claim: str
    words: str
    stance: str
    about: tuple[str, ...] = ()
    sentence: str = ""
    around: str = ""
    voices: tuple[str, ...] = ()
    direct: bool = False


def verdict(sentence: str, made: Made) -> str | None:
    """`ASSERTED` or `DISPUTED` when a claim says the same as a sentence or excludes it; None when it does neither."""
    found = compare(told(rest(sentence)), made)
    return found[0] if found else None


def compare(asked: Told, made: Made) -> tuple[str, str] | None:
    """Whether a claim asserts or excludes what is asked, and by what; a denial of the same disputes it."""
    words = spelled_out(_of_speaker(made), made.about)
    sentence, whole = asked.said.claim.text, _compare(asked, words, made)
    parts = _parts(words) if made.stance not in DENIALS else ()
    if parts and turned(rest(words), sentence):
        parts = tuple(part for part in parts if turned(rest(part), sentence))
    if found := next(filter(None, (_compare(asked, part, made) for part in parts)), None) or whole:
        return found
    found = _holding(sentence, words, made) or _counting(sentence, words, made)
    return None if found and any(_turns(sentence, words)) else found


def _counting(sentence: str, words: str, made: Made) -> tuple[str, str] | None:
    """Whether a claim that is little more than a number counts what a sentence does, and as many."""
    counts_so = bears_out(sentence, made)
    if (
        counts_so is None
        or agreement(sentence, words)
        or dated_otherwise(sentence, words)
        or not same_mood(sentence, words, stems(sentence))
    ):
        return None
    return (ASSERTED, "wording") if counts_so else (DISPUTED, "numeric")


def _parts(words: str) -> tuple[str, ...]:
    """What a claim of several sentences or clauses says one after the other, "and could not be trusted" of whom the first tells; none of
    one."""
    found = [part for part in _PART.split(words) if part]
    if len(found) < 2:
        return ()
    subject = _SUBJECT.match(found[0])
    return tuple(f"{subject['who']} {part}" if subject and _PREDICATE.match(part) else part for part in found)


def told(words: str, stance: str = "asserts") -> Told:
    """A sentence as it is compared across articles."""
    from kg.reading.properties.stance import polarity

    names = frozenset(stem for word in re.findall(r"\b[A-Z][\w’'.-]+", words) for stem in stems(word))
    a = Attribution("asked", (), ((0, 1),), ((0, 1),), "", 1.0, "asked", stance=stance)  # type: ignore[arg-type]
    said = Said(a, Claim("asked", words, ((0, 1),), polarity(words)), 0, names)
    return Told(said, "", ("", "", ()), frozenset(), frozenset(name_key(stem) for stem in names), None)


def _of_speaker(made: Made) -> str:
    """A claim's words with who speaks for "we", and, told indirectly, for "to have" or the pronoun that it begins with."""
    if not made.voices or made.stance in DENIALS:
        return made.words
    if made.direct and not _WE.search(made.words):
        return _OUR.sub(f"{made.voices[0]}’s", made.words)
    return (_WE if made.direct else _THEY).sub(lambda m: f"{m['before']}{made.voices[0]}{'’s' if m['whose'] else ''} ", made.words, count=1)


def _holding(words: str, text: str, made: Made) -> tuple[str, str] | None:
    """Whether a claim gives a place to the side to which a sentence gives it, or to another than the one who speaks."""
    asked, claim = possession(words), possession(text)
    other = excludes(asked, claim, " ".join(made.voices)) if asked and claim else None
    if other is None:
        return None
    if made.stance in DENIALS:
        return None if other else (DISPUTED, "state")
    return (DISPUTED if other else ASSERTED), "state"


def spelled_out(words: str, about: Iterable[str]) -> str:
    """A claim's words with whole names of those it is about: for "the hospital", "Ms. Dunne", and "he" or "it" where one is left."""
    left = []
    for name in dict.fromkeys(about):
        last = name.split()[-1] if name.split() else name
        if not stems(name) & stems(words):
            left.append(name)
        elif not stems(name) <= stems(words):
            words = _put(re.compile(rf"\b(?:the |{_TITLE})?{re.escape(last)}\b", re.IGNORECASE), name, words)
    return _put(_PRONOUN, left[0], words) if len(left) == 1 else words


def _put(pattern: re.Pattern[str], name: str, words: str) -> str:
    found = pattern.search(words)
    return words[: found.start()] + name + words[found.end() :] if found else words


def _compare(asked: Told, full: str, made: Made) -> tuple[str, str] | None:
    words, claim = asked.said.claim.text, told(rest(full), made.stance)
    text = claim.said.claim.text
    one, other = single(asked.said.stems - LIGHT), single(claim.said.stems - LIGHT)
    others = {word for word in one ^ other if word[0].isdigit()}
    one, other = one - others, other - others
    share = len(one & other) / max(1, len(one))
    if share < ALIKE:
        return None
    mine, theirs = _turns(words, full)
    if (mine or theirs) and not (mine and theirs and mine.frame == theirs.frame):
        return _turned(asked, full, made, mine, theirs)
    if agreed := agreement(words, text):
        return _of_share(agreed, _compare(told(without(words)), without(full), made))
    if (
        _ASKS.search(full)
        or (_OF_CLAIMS.match(full) and not _OF_CLAIMS.match(words))
        or any(across.is_hard(each) for each in (words, text))
    ):
        return None
    if not same_mood(words, text, one & other):
        return None
    if asked.said.affirmed and claim.said.affirmed and _sets_aside(full, words):
        return DISPUTED, "negation"
    if asked.said.affirmed and claim.said.affirmed and (basis := excluded(words, full)):
        return (DISPUTED, basis) if not _nameless(words, full) else None
    if swapped(words, text) or done_by_another(words, text) or _other_deed(asked, claim, one & other) or _of_another(words, text, made):
        return None
    if (not claim.said.affirmed and only_how(text, words)) or (not asked.said.affirmed and only_how(words, text)):
        return None
    for rule in (across.negation, across.numbers, across.states):
        if found := rule(asked, claim):
            return DISPUTED, found.basis
    if share < MOSTLY or not (across.same(asked, claim) or len(one & other) / max(1, len(one | other)) >= WHOLE):
        return None
    agrees = asked.said.affirmed == claim.said.affirmed
    more, fewer = _numbers(words) - _numbers(text), _numbers(text) - _numbers(words)
    if more and (agrees or fewer):
        return (DISPUTED, "numeric") if agrees and _count_otherwise(words, text) else None
    if agrees:
        return None if dated_otherwise(words, text) or _votes_otherwise(words, text) else (ASSERTED, "wording")
    return (DISPUTED, "negation") if len(one) >= FEW else None


def _sets_aside(full: str, words: str) -> bool:
    """Whether a claim sets aside all of a sentence that it does not say: "a wire, and not arson, caused the fire"."""
    gone, left = lacks(words, rest(full)), shared(words, rest(full))
    return bool(gone) and len(left) >= FEW and all(word.stem in aside(full) for word in gone)


_FOR, _AGAINST = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (r"for|in\s+favou?r", "against"))


def _votes_otherwise(one: str, other: str) -> bool:
    """Whether one text has something for what the other has it against."""
    return any(
        _AGAINST.search(x) and not _AGAINST.search(y) and _FOR.search(y) and not _FOR.search(x) for x, y in ((one, other), (other, one))
    )


def _turns(words: str, full: str) -> tuple[Turned | None, Turned | None]:
    text = rest(full)
    return turned(words, text), turned(text, words)


def _turned(asked: Told, full: str, made: Made, mine: Turned | None, theirs: Turned | None) -> tuple[str, str] | None:
    """What a claim is to a sentence when one of them turns what both tell of: the other way round, or nothing where that is left open."""
    if any(one and one.so is None for one in (mine, theirs)):
        return None
    found = _compare(told(mine.plain) if mine else asked, theirs.plain if theirs else full, made)
    if found is None or all(one is None or one.so for one in (mine, theirs)) or (mine and theirs and mine.so == theirs.so):
        return found
    if found[0] == ASSERTED:
        return DISPUTED, "negation"
    return (ASSERTED, "wording") if found[1] == "negation" else None


def _of_share(agreed: Agreement, rest_of_it: tuple[str, str] | None) -> tuple[str, str] | None:
    """What a claim is to a sentence by its share of a thing and by what it says of that: "few residents had left", "most had left"."""
    if agreed == "within" or not rest_of_it:
        return rest_of_it
    return (DISPUTED, "numeric") if agreed == "apart" and rest_of_it[0] == ASSERTED else None


def _of_another(words: str, text: str, made: Made) -> bool:
    """Whether a claim has something else where a sentence has a word or a name, amounts aside, or none of the words of a name in it."""
    found = [pair for pair in replaced(words, text) if not (pair.one.amount and pair.other.amount)]
    other_words = all("word" in (pair.one.kind, pair.other.kind) for pair in found)
    return not other_words or len(shared(words, text)) < EACH * len(found) or _nameless(words, " ".join((text, *made.about)))


def _nameless(words: str, text: str) -> bool:
    known = stems(text)
    runs = [{stem(word) for word in tokens(run) if word not in STOP} for run in _NAMES.findall(words)]
    names = [run for run in runs if not all(word[0].isdigit() for word in run - CALENDAR)]
    return any(not any(akin(x, y) for x in run for y in known) for run in names)


def _other_deed(asked: Told, claim: Told, common: frozenset[str]) -> bool:
    """Whether two claims that have little in common tell of it with other light verbs: "took bribes", "was given bribes"."""
    left, right = asked.said.stems & LIGHT, claim.said.stems & LIGHT
    return len(common) <= FEW and bool(left and right) and not left & right


def _numbers(text: str) -> set[str | int]:
    return {WORDS.get(word, word) for word in tokens(text) if (word in WORDS and word != "one") or word[0].isdigit()}


def _count_otherwise(one: str, other: str) -> bool:
    """Whether two texts give one amount each, of the same kind and thing, in ranges that do not meet."""
    found = [[x for x in amounts(text) if not x.part] for text in (one, other)]
    if any(len(some) != 1 for some in found):
        return disjoint(counts(one), counts(other))
    [left], [right] = found
    return left.kind == right.kind and (left.noun == right.noun or not (left.noun and right.noun)) and apart(left, right)
