"""What a dispute disputes: "disputed that account", "denied that it had sold them", "rejected the ministry’s claim"."""

from __future__ import annotations

import re

from kg.link.control import of_one_state
from kg.link.pairs import stems
from kg.reading.attributions import anaphora, retorts, verdicts
from kg.reading.attributions.asserters import asserter
from kg.reading.attributions.drafts import Draft
from kg.reading.attributions.fitting import CHARGE, fits
from kg.reading.lexicon import any_of, words
from kg.reading.properties import stance
from kg.reading.reference.owners import owner
from kg.reading.reference.scene import Scene

CLOSE = 3  # sentences back within which what fits no noun may be meant
FAR = 40  # sentences back to what somebody is accused of
REACH, NEAR = 6, 4  # sentences to look back; within the nearer ones, one word in common is enough for a denial in own words
_VERDICT = re.compile(r"(?:it|them|him|her)\s(?!of\b|for\b|… that\b)", re.IGNORECASE)  # "called it careful": about a claim, not one
_CALLS = re.compile(
    r"\b(?:call|label|brand|deem|dub|term|describ|dismiss|denounc|declar|rul|judg|consider|mak|made|find|found|thought|think)\w*",
    re.IGNORECASE,
)
_OWNED = re.compile(rf"[’']s?\s|\b(?:by|from)\b|\b(?:{any_of('organizations')})\s+(?:{any_of('accounts')})\b")
_CHARGE_THAT = re.compile(rf"(?:,|\s[-–—])\s+(?:an?|both|all)\s+(?:[\w-]+\s+)?(?:point|{any_of('accounts')})\s+(?:(?:that|which)\s+)?$")
_THAT_ONE = re.compile(r"(?:that|this)(?!\s+(?:the|an?|his|her|its|their)\b)\b", re.IGNORECASE)
_BESIDE = re.compile(r"(?:[;:—–]|[,;]\s+(?:and|but|while|though|although|whereas))\s+(?:the\s+)?$", re.IGNORECASE)
_WHICH = re.compile(r"(?:all of |both of |most of )?which|that", re.IGNORECASE)
_THESE = re.compile(r"(?:that\s+)?(?:all\s+)?(?:(?:any|all|no)\s+such|that|this|these|those|such)\s+\w", re.IGNORECASE)
_THAT = re.compile(r"\b(?:that|of)\b", re.IGNORECASE)
_ACCOUNT = re.compile(rf"\b(?:{any_of('accounts')})\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:that\s+)?(?:(?:the|these|those|all|any|such|both|all\s+the)\s+)?(?:allegations|accusations|charges|claims|criticisms?|critiques?)\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(rf"(?:the\s+)?(?:{any_of('organizations')})\s+(?:{any_of('accounts')})\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:is|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+ed\b", re.IGNORECASE)  # "it was rejected": an appeal, not a claim
_AS = re.compile(r"\bas\s+[\"“‘']?(?:an?\s+)?(?:\w+\s*){2,}", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|\w+n[’']t)\b", re.IGNORECASE)
_TELLING = words("reporting") | words("holding")
_REFUSES = re.compile(r"\b(?:refus|declin|disallow|fail|unwilling|hesita)\w*", re.IGNORECASE)
_GRANTED = re.compile(
    r"(?:(?:them|him|her|us|me|you|many|people)\s+\w|(?:(?:an?|the|his|her|their|its|both|all|any|several|\w+[’']s?)\s+)?(?:\w+\s+){0,2}?"
    r"(?:petitions?|applications?|requests?|appeals?|motions?|bids?|offers?|proposals?|bail|permission|permits?|entry|access|visas?"
    r"|charges? against))\b",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(r"(?<=\w\s)(?:that|of)\s+(?:the\s+)?\w+\s+\w+", re.IGNORECASE)
_PLEDGE = re.compile(
    r"(?:his|her|their|its|the|an?|[\w’']+[’']s?)\s+(?:\w+\s+)?(?:pledge|plan|promise|vow|offer|threat|decision|bid|refusal)s?\b",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"(?:these|those|such|both|all|the|his|her|their|[\w’']+[’']s?)\s+(?:\w+\s+)?(?:objections|critiques|criticisms?|concerns)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"(?:his|her|their|its)\s+(?:own\s+)?(?:earlier|own|previous|past|initial|prior)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:(?:fir|hit|push|shoot|shot|punch|str[iu]k)\w* back|disagree\w*|(?:not|n[’']t) agree\b|contradict\w*|took issue|rebut\w*"
    r"|corrected)\b",
    re.IGNORECASE,
)
_DENIED_DOING = re.compile(r".*\bden(?:y|ies|ied|ying)\b|^(?!.*\bden).*$", re.IGNORECASE)  # "denied | demanding": a word of what is denied
_LIE = re.compile(r"\W*(?:that\s+)?(?:it|that|this)(?:[’']s|\s+(?:is|was))\s+(?:\w+\s+){0,2}lies?\b", re.IGNORECASE)
_ADMITS = re.compile(r"\b(?:admit|conced|acknowledg|confess|apologi[sz])\w*", re.IGNORECASE)
SHORT = 60  # characters of a content that begins with a pointing noun and says little more
AGAINST = {"denies", "disputes"}
_QUOTATION = {"quotation", "quote", "quotes"}  # of one’s own words, too


def link(scene: Scene, drafts: list[Draft]) -> None:
    """Point each draft that stands against something at the attribution it stands against, where that can be told.

    An anaphoric content whose antecedent is not found, but which carries a verdict of its own, stays a claim.
    """
    _at_once(scene, drafts)
    for i, draft in enumerate(drafts):
        cue, content = scene.text[slice(*draft.cue[0])], draft.words(scene.text)
        retorts.mark(scene, draft, drafts[:i])
        if draft.speaker is None or not (draft.stance in AGAINST or _BACK.search(cue)) or _no_dispute(cue, content):
            continue
        draft.disputes = draft.disputes or _disputed(scene, draft, drafts, i)
        draft.anaphoric = draft.anaphoric or bool(draft.disputes and (_WHICH.fullmatch(content) or anaphora.names_no_act(content)))
        if draft.anaphoric and draft.disputes is None and " " in content and (anaphora.refutation(content) or _AS.search(content)):
            draft.anaphoric = False


def _at_once(scene: Scene, drafts: list[Draft]) -> None:
    """Let each draft dispute the claim that a noun within it tells and that it says is false: "said any claim that it fell was baseless";
    who denies such a claim need not be known."""
    for inner in drafts:
        outer = inner.inside
        if not outer or not outer.source or not _is_told(scene, inner):
            continue
        if outer.stance == "asserts" and outer.speaker and outer.speaker is not inner.speaker:
            if verdicts.rejects(scene.text, outer.content, inner.cue[0], inner.content):
                outer.stance, outer.disputes = "disputes", inner
        elif outer.stance in AGAINST and not outer.speaker and not inner.source and _opens(scene, outer, inner):
            outer.disputes = inner


def _is_told(scene: Scene, inner: Draft) -> bool:
    return scene.text[slice(*inner.cue[0])].lower() in _TELLING and _claims(scene, inner)


def _disputed(scene: Scene, draft: Draft, drafts: list[Draft], i: int) -> Draft | None:
    cue, content = scene.text[slice(*draft.cue[0])], draft.words(scene.text)
    inner = next((d for d in drafts[max(0, i - 8) : i + 9] if d.inside is draft and d.content), None)
    if inner and _opens(scene, draft, inner) and _claims(scene, inner):
        return (asserter(scene, draft, inner, drafts, i) if not inner.source and inner.speaker is None else None) or inner
    if found := _apposed(scene, draft, drafts[:i]) or _of_whom(scene, draft, drafts[:i]) or _goes_on(scene, draft, drafts[i + 1 : i + 3]):
        return found
    if draft.stance not in AGAINST:
        return None
    if draft.anaphoric or anaphora.refutation(content) or anaphora.names_no_act(content) or (len(content) < SHORT and _points(content)):
        if _OWN_WORDS.search(content) and not anaphora.refutation(content) and not _OWNED.search(content):
            found = _alike(scene, draft, drafts[:i], content)
            if found or anaphora.noun(content) not in CHARGE:
                return found
        return _target(scene, draft, drafts[:i], anaphora.noun(content)) or _to_come(scene, draft, drafts[i + 1 :])
    if draft.stance == "denies":
        return _alike(scene, draft, drafts[:i], f"{_DENIED_DOING.sub('', cue)} {content}")
    return asserter(scene, draft, draft, drafts, i) if _ACCOUNT.search(cue) else None


def _no_dispute(cue: str, content: str) -> bool:
    """Whether something is refused or not granted, or "it" is merely not liked: no claim is disputed."""
    if (
        _REFUSES.search(cue)
        or _GRANTED.match(content)
        or (content.lower() == "it" and _WAS.search(cue))
        or content.strip("“”\"'‘’., ").lower() == "no"
    ):
        return True
    return content.lower() == "it" and (stance.kind(cue, content) == "belief" or bool(_NOT.search(cue)))


def _claims(scene: Scene, d: Draft) -> bool:
    """Whether it is a claim, and no plan, plea or question."""
    cue, words = scene.text[slice(*d.cue[0])], d.words(scene.text)
    return not (stance.kind(cue, words) in {"intention", "request", "question"} or _REFUSES.search(cue) or _PLEDGE.match(words))


def _of_whom(scene: Scene, draft: Draft, before: list[Draft]) -> Draft | None:
    """The last saying of the one whom an answer names: "fired back at Ruiz", "does not agree with Hale", "contradicting Ruiz"."""
    begin, end = draft.content[0]
    if not _BACK.search(scene.text, *draft.cue[0]) or end - begin > SHORT:
        return None
    named = [f for m, f in scene.mentions(begin, end) if m.begin - begin < 8]
    earlier = reversed(_earlier(scene, draft, before, NEAR))
    return next((d for d in earlier if d.speaker in named or (not named and retorts.is_of(scene, d, (begin, end)))), None)


def _points(content: str) -> bool:
    """Whether a short content begins with a noun for what somebody has said: "the finding", "police account"."""
    return anaphora.noun(content) is not None or bool(_COMPOUND.match(content) or _RAISED.match(content))


def _opens(scene: Scene, draft: Draft, inner: Draft) -> bool:
    """Whether an inner attribution stands at the head of the content: "rejected suggestions that …", "a report from the firm saying …"."""
    begin, end = draft.content[0][0], inner.cue[0][0]
    who = inner.source and inner.source[0][0] - begin < 12
    told = who or (_ACCOUNT.search(scene.text, begin, end) and not _THAT.search(scene.text, begin, end))
    return (end - begin < 25 or bool(told and end - begin < 90)) and (
        inner.speaker is not draft.speaker or not (draft.speaker or inner.source)
    )


def _goes_on(scene: Scene, draft: Draft, after: list[Draft]) -> Draft | None:
    """What goes on from the end of the content, which is no more than whose it is: "rebutted the firm’s accusation that …"."""
    end = draft.content[-1][1]
    for d in after:
        own = any(b >= draft.content[0][0] and e <= end for b, e in d.source)
        if own and 0 <= d.cue[0][0] - end <= 2 and _ACCOUNT.search(scene.text, *d.cue[0]) and d.speaker is not draft.speaker:
            return d
    return None


def _apposed(scene: Scene, draft: Draft, before: list[Draft]) -> Draft | None:
    """What is told right before "…, a charge that the army rejected" or "…, which the army rejected"."""
    if not draft.source:
        return None
    found = _CHARGE_THAT.search(scene.text, max(0, draft.begin - 40), draft.source[0][0])
    which = _WHICH.fullmatch(draft.words(scene.text)) and draft.content[0][1] <= draft.source[0][0]
    at = found.start() if found else draft.content[0][0] - 2 if which else None
    near = [d for d in before if at is not None and d.source != draft.source and (d.source or which) and 0 <= at - d.content[-1][1] <= 2]
    return next((d for d in reversed(near) if d.speaker is not draft.speaker), None)


def _to_come(scene: Scene, draft: Draft, after: list[Draft]) -> Draft | None:
    """What a headline disputes is told further on: the first saying of whose account it is."""
    whose = _whose(scene, draft) if scene.sentence_of(draft.cue[0][0]) == 0 else None
    return next((d for d in after if whose and d.speaker is whose and not d.anaphoric and d.stance == "asserts"), None)


def _earlier(scene: Scene, draft: Draft, before: list[Draft], reach: int, *, own: bool = False, charges: bool = False) -> list[Draft]:
    """What was said in the sentences before, by others unless `own`; what is told within another’s words only of `charges`."""
    here = scene.sentence_of(draft.cue[0][0])
    side = {draft.speaker, draft.on_behalf_of}
    return [
        d
        for d in before[-60:]
        if not d.anaphoric
        and draft.inside is not d
        and _claims(scene, d)
        and (d.inside is None or not d.source or (charges and fits(scene.text, d, "accusation")))
        and not (_CALLS.search(scene.text, *d.cue[0]) and _VERDICT.match(d.words(scene.text)))
        and here - scene.sentence_of(d.cue[0][0]) <= reach
        and (own or not {f for f in (d.speaker, d.on_behalf_of) if f} & side)
    ]


def _target(scene: Scene, draft: Draft, before: list[Draft], noun: str | None) -> Draft | None:
    """The last thing that another side has said, and which fits the noun and its owner."""
    earlier = bool(_EARLIER.match(draft.words(scene.text)))
    candidates = _earlier(scene, draft, before, REACH, own=earlier or noun in _QUOTATION)
    if earlier:
        candidates = [d for d in candidates if {d.speaker, d.on_behalf_of} & {draft.speaker, draft.on_behalf_of} - {None}]
    whose = _whose(scene, draft)
    if whose:
        candidates = [d for d in candidates if whose in {d.speaker, d.on_behalf_of}]
    fitting = [d for d in candidates if noun and fits(scene.text, d, noun)]
    vague = noun in CHARGE if whose else _VAGUE.match(scene.text, draft.content[0][0]) and not _just_before(scene, draft, candidates)
    if vague and not fitting:
        fitting = candidates = [d for d in candidates if _about(scene, d, draft)] or _charges(scene, draft, before)
    if noun in CHARGE and not whose and not candidates:
        return _accused(scene, draft, before)
    here = scene.sentence_of(draft.cue[0][0])
    near = [d for d in candidates if whose or here - scene.sentence_of(d.cue[0][0]) <= CLOSE]
    if not noun and _THAT_ONE.match(scene.text, draft.content[0][0]) and (last := _said_last(scene, draft, before)):
        return last
    if _LIE.match(scene.text, *draft.content[0]):
        near = [d for d in near if not _ADMITS.search(scene.text, *d.cue[0])] or near
    near = near if noun else [d for d in near if not _VERDICT.match(d.words(scene.text))] or near  # "it is done" goes on from another
    return max(fitting or near, key=lambda d: (scene.sentence_of(d.cue[0][0]), d.stance == "asserts", d.cue[0][0]), default=None)


def _said_last(scene: Scene, draft: Draft, before: list[Draft]) -> Draft | None:
    """What another side said last in the sentence right before "that", also as the second there: "…; the mill had said that it fell"."""
    here = scene.sentence_of(draft.cue[0][0])
    side = {draft.speaker, draft.on_behalf_of} - {None}
    known = {id(d) for d in _earlier(scene, draft, before, 1)}
    near = [
        d
        for d in before[-60:]
        if here - scene.sentence_of(d.cue[0][0]) == 1
        and (id(d) in known or (_is_beside(scene.text, d) and _claims(scene, d) and not {d.speaker, d.on_behalf_of} & side))
    ]
    return max(near, key=lambda d: (d.stance == "asserts", d.cue[0][0]), default=None)


def _is_beside(text: str, d: Draft) -> bool:
    """Whether a saying that was read within another’s words stands beside them: "he slept; | the mill said", "…, and | the mill said"."""
    return bool(d.inside and d.source and not d.anaphoric and _BESIDE.search(text, max(0, d.begin - 24), min(d.begin, d.source[0][0])))


def _charges(scene: Scene, draft: Draft, before: list[Draft]) -> list[Draft]:
    """Charges in the sentences right before, told within another’s words too."""
    return [d for d in _earlier(scene, draft, before, CLOSE, charges=True) if fits(scene.text, d, "accusation")]


def _just_before(scene: Scene, draft: Draft, candidates: list[Draft]) -> bool:
    """Whether "those claims" stands in the sentence of one of the candidates or in the next."""
    here = scene.sentence_of(draft.cue[0][0])
    pointed = _THESE.match(scene.text, draft.content[0][0])
    return bool(pointed and candidates) and here - scene.sentence_of(candidates[-1].cue[0][0]) <= 1


def _whose(scene: Scene, draft: Draft) -> object:
    content = draft.content[0]
    return owner(scene, content, content) if _OWNED.search(scene.text, *content) else None


def _about(scene: Scene, d: Draft, draft: Draft) -> bool:
    """Whether what was said names the side that disputes it."""
    named = {id(f) for b, e in d.content for m, f in scene.mentions(b, e)}
    return bool(named & {id(draft.speaker), id(draft.on_behalf_of)})


def _accused(scene: Scene, draft: Draft, before: list[Draft]) -> Draft | None:
    """The last accusation, however far back, of the side that denies "the allegations"."""
    charges = [d for d in _earlier(scene, draft, before, FAR) if fits(scene.text, d, "accusation") and _about(scene, d, draft)]
    return charges[-1] if charges else None


def _alike(scene: Scene, draft: Draft, before: list[Draft], content: str) -> Draft | None:
    """The earlier saying of another side, itself no denial, that shares most words with a denial in own words."""
    own, here = stems(content), scene.sentence_of(draft.cue[0][0])
    best: tuple[int, int, Draft] | None = None
    plain = stance.polarity(content) == "positive"
    for d in _earlier(scene, draft, before, REACH):
        if draft.speaker and d.speaker and of_one_state(draft.speaker.name, d.speaker.name):
            continue
        if d.stance == "denies" or (plain and stance.polarity(d.words(scene.text)) == "negative"):
            continue  # both say that it is not so
        there = scene.sentence_of(d.cue[0][0])
        shared = len(own & stems(d.words(scene.text)))
        if shared >= (1 if here - there <= NEAR else 2) and (best is None or (shared, there) >= best[:2]):
            best = (shared, there, d)
    return best[2] if best else None
