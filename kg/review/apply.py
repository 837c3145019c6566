"""What a reading is after review: a pure function, so that decisions in any order, or taken back, leave no trace of the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model import Attribution, Claim, Entity, Extraction, Link, Mention, Spans
from kg.review.attach import ALIKE, alike, attach
from kg.review.decision import Decision, Place, Speaker, text_sha256
from kg.review.fit import is_fit
from kg.review.themselves import without_themselves

REVIEWED = "review/1"
OUT = ("rejected", "retracted")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reading after review; `attached` are the decisions about it that found what they are about, by the ids they found."""

    extraction: Extraction
    attached: dict[Decision, tuple[str, ...]]


def reviewed(extraction: Extraction, decisions: Iterable[Decision]) -> Reviewed:
    """Apply those of `decisions` that are about the text of `extraction`, and can be; those about links to other texts are left alone."""
    text = extraction.article.text
    mine = text_sha256(text)
    about = sorted({d for d in decisions if d.place.text == mine and d.place.content and is_fit(d, text)}, key=repr)
    on_words, on_links = [d for d in about if not d.other], [d for d in about if d.other and d.other.text == mine]
    found = attach(on_words, extraction.attributions, text)
    by_id = {name: decision for decision, name in found.items()}
    told = _with_parties(extraction, by_id.values())
    kept = [_decided(told, a, by_id.get(a.id)) for a in told.attributions if not _is_out(by_id.get(a.id))]
    told = _without_loose_ends(replace(told, attributions=tuple(kept), claims=_claims(told, kept, by_id)))
    links, joined = decided_links(told, on_links)
    told = without_themselves(replace(told, links=links), {n for n, d in by_id.items() if d.speaker}, set(joined.values()))
    attached: dict[Decision, tuple[str, ...]] = {decision: (name,) for decision, name in found.items()}
    return Reviewed(told, attached | joined) if attached or joined else Reviewed(extraction, {})


def sure(rule: str) -> str:
    """What read something, and that people looked at it."""
    return rule if rule.endswith(REVIEWED) else f"{rule}+{REVIEWED}"


def _is_out(decision: Decision | None) -> bool:
    return decision is not None and decision.verdict in OUT


def _decided(told: Extraction, a: Attribution, decision: Decision | None) -> Attribution:
    if decision is None:
        return a
    a = replace(a, score=1.0, by=sure(a.by))
    for part in ("source", "cue", "content"):
        if (spans := getattr(decision, part)) is not None:
            a = replace(a, **{part: spans})
    if decision.on_behalf_of is not None:
        a = replace(a, on_behalf_of=_party(told.entities, decision.on_behalf_of))
    if decision.speaker is not None:
        a = replace(a, speaker=_party(told.entities, decision.speaker))
    return replace(a, on_behalf_of=None) if a.on_behalf_of == a.speaker else a


def _with_parties(told: Extraction, decisions: Iterable[Decision]) -> Extraction:
    """With the speakers that people named and no reading found."""
    entities = list(told.entities)
    for speaker in (party for d in decisions for party in (d.speaker, d.on_behalf_of)):
        if speaker and speaker.mention and _party(entities, speaker) is None:
            name = f"by hand {speaker.mention[0]}-{speaker.mention[1]}"
            entities.append(Entity(name, speaker.name, speaker.type, (Mention(*speaker.mention),)))
    return replace(told, entities=tuple(entities))


def _party(entities: Sequence[Entity], speaker: Speaker) -> str | None:
    """The entity with that mention, else one with a mention that overlaps it and is called the same.

    A description that says nothing of the name is no mention of that entity, when a person says that it is whom the words mean.
    """
    if speaker.mention is None:
        return None
    begin, end = speaker.mention
    exact = [e.id for e in entities if any((m.begin, m.end) == (begin, end) and _may_mean(m, e, speaker) for m in e.mentions)]
    near = [e.id for e in entities if e.name == speaker.name and any(m.begin < end and begin < m.end for m in e.mentions)]
    return next(iter([*exact, *near]), None)


def _may_mean(mention: Mention, entity: Entity, speaker: Speaker) -> bool:
    from kg.rdf import name_key

    names = (set(name_key(name).split()) for name in (entity.name, speaker.name))
    return mention.kind != "nominal" or bool(set.intersection(*names))


def _claims(told: Extraction, kept: Sequence[Attribution], by_id: dict[str, Decision]) -> tuple[Claim, ...]:
    """Those that somebody still makes; one whose words were corrected has the new ones."""
    was = {a.id: a for a in told.attributions}
    content = {claim.id: claim.content for claim in told.claims}
    moved = {
        a.claim: a.content
        for a in kept
        if a.claim and a.id in by_id and a.content != was[a.id].content and was[a.id].content == content[a.claim]
    }
    made = {a.claim for a in kept}
    return tuple(_moved(told, claim, moved.get(claim.id)) for claim in told.claims if claim.id in made)


def _moved(told: Extraction, claim: Claim, content: Spans | None) -> Claim:
    if content is None:
        return claim
    from kg.reading.properties.stance import polarity

    words = " … ".join(told.article.text[begin:end] for begin, end in content)
    about = tuple(e.id for e in told.entities if any(b <= m.begin and m.end <= end for m in e.mentions for b, end in content))
    return replace(claim, text=words, content=content, polarity=polarity(words), about=about)


def _without_loose_ends(told: Extraction) -> Extraction:
    left, claims = {a.id for a in told.attributions}, {c.id for c in told.claims}
    attributions = tuple(
        replace(
            a,
            disputes=a.disputes if a.disputes in left else None,
            relays=a.relays if a.relays in left else None,
            claim=a.claim if a.claim in claims else None,
        )
        for a in told.attributions
    )
    silent = {a.id for a in attributions if a.claim is None}
    return replace(told, attributions=attributions, links=tuple(x for x in told.links if {x.a, x.b} <= left - silent))


def decided_links(told: Extraction, decisions: Sequence[Decision]) -> tuple[tuple[Link, ...], dict[Decision, tuple[str, ...]]]:
    """The links that are left, and the decisions that were about one of them."""
    text, ends = told.article.text, {a.id: a for a in told.attributions}
    found: dict[Decision, tuple[str, ...]] = {}
    links = []
    for link in told.links:
        decision = link_decision(decisions, (ends[link.a], text), (ends[link.b], text), link.relation)
        if decision is not None:
            found[decision] = (link.a, link.b)
        if decision is None:
            links.append(link)
        elif decision.verdict not in OUT:
            links.append(replace(link, score=1.0, rule=sure(link.rule)))
    return tuple(links), found


def link_decision(
    decisions: Iterable[Decision], one: tuple[Attribution, str], other: tuple[Attribution, str], relation: str
) -> Decision | None:
    """The decision about the link of that relation between two attributions, each given with the text that it stands in."""
    for decision in decisions:
        if (
            decision.other
            and decision.relation == relation
            and (
                (_fits(decision.place, *one) and _fits(decision.other, *other))
                or (_fits(decision.place, *other) and _fits(decision.other, *one))
            )
        ):
            return decision
    return None


def _fits(place: Place, a: Attribution, text: str) -> bool:
    return place.text == text_sha256(text) and alike(place, a, text) >= ALIKE
