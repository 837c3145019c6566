"""The output contract: an `Extraction` as the JSON object that `kg extract` prints, one per article.

Offsets are `str` indices of `text`. Keys and their order are part of the contract; dates are ISO strings. An entity has `members`,
the ids of those who speak as one in it, only where there are any.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.model import Attribution, Claim, Entity, Extraction, Link, Span

JSON = dict[str, Any]


def to_contract(extraction: Extraction) -> JSON:
    """The whole extraction; `relations` are its links, `attributions` carry the polarity and subjects of their claims."""
    claims = {claim.id: claim for claim in extraction.claims}
    article = extraction.article
    return {
        "doc": article.doc,
        "text": article.text,
        "headline": article.headline,
        "published": _iso(article.published),
        "sentences": [[sentence.begin, sentence.end] for sentence in extraction.sentences],
        "entities": [_entity(entity) for entity in extraction.entities],
        "attributions": [_attribution(a, claims.get(a.claim) if a.claim else None) for a in extraction.attributions],
        "relations": [_relation(link) for link in extraction.links],
        "errors": list(extraction.errors),
    }


def _entity(entity: Entity) -> JSON:
    members = {"members": list(entity.members)} if entity.members else {}
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "mentions": [[mention.begin, mention.end] for mention in entity.mentions],
        "roles": [{"role": role.role, "of": role.of} for role in entity.roles],
    } | members


def _attribution(attribution: Attribution, claim: Claim | None) -> JSON:
    return {
        "id": attribution.id,
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "speaker": attribution.speaker,
        "on_behalf_of": attribution.on_behalf_of,
        "manner": attribution.manner,
        "stance": attribution.stance,
        "polarity": claim.polarity if claim else None,
        "certainty": attribution.certainty,
        "kind": attribution.kind,
        "medium": attribution.medium,
        "said_words": attribution.said_words,
        "said_from": _iso(attribution.said_from),
        "said_to": _iso(attribution.said_to),
        "addressee": attribution.addressee,
        "about": list(claim.about) if claim else [],
        "disputes": attribution.disputes,
        "relays": attribution.relays,
        "by": attribution.by,
        "score": attribution.score,
    }


def _relation(link: Link) -> JSON:
    return {
        "a": link.a,
        "b": link.b,
        "relation": link.relation,
        "basis": link.basis,
        "rule": link.rule,
        "score": link.score,
        "evidence": list(link.evidence),
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[begin, end] for begin, end in spans]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
