"""One order and one numbering for extractions that say the same, so that reading them back from RDF can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from kg.model import Article, Attribution, Claim, Entity, Extraction, Link, Spans

Renamed = Mapping[str, str]
_REFERENCES = frozenset({"id", "claim", "speaker", "on_behalf_of", "addressee", "disputes", "relays"})


def canonical(extraction: Extraction) -> Extraction:
    """The same extraction in text order, with the ids `e1…`, `c1…`, `a1…` in that order, and each list without repeats.

    Claims that no attribution makes are left out: nobody claims them.
    """
    entities = sorted(extraction.entities, key=_entity_key)
    entity_ids = _number("e", (e.id for e in entities))
    made = {a.claim for a in extraction.attributions}
    claims = sorted(
        (c for c in extraction.claims if c.id in made), key=lambda c: (_sorted(c.content), c.text, c.polarity, _ids(c.about, entity_ids))
    )
    claim_ids = _number("c", (c.id for c in claims))
    attributions = _sorted_attributions(extraction.attributions, entity_ids, claim_ids)
    ids = entity_ids | claim_ids | _number("a", (a.id for a in attributions))
    return replace(
        extraction,
        article=_article(extraction.article),
        run=replace(extraction.run, parameters=tuple(sorted(set(extraction.run.parameters)))),
        entities=tuple(_entity(e, ids) for e in entities),
        claims=tuple(_claim(c, ids) for c in claims),
        attributions=tuple(_attribution(a, ids) for a in attributions),
        links=tuple(sorted({_link(link, ids) for link in extraction.links}, key=repr)),
        errors=tuple(sorted(set(extraction.errors))),
    )


def _number(prefix: str, ids: Iterable[str]) -> dict[str, str]:
    """`prefix` is also put before the old id, so that ids of different kinds may be equal."""
    return {prefix + old: f"{prefix}{number}" for number, old in enumerate(ids, 1)}


def _new(prefix: str, old: str | None, ids: Renamed) -> str | None:
    return None if old is None else ids[prefix + old]


def _ids(old: Iterable[str], ids: Renamed) -> tuple[str, ...]:
    return tuple(sorted({ids["e" + one] for one in old}, key=_place))


def _place(new_id: str) -> tuple[int, str]:
    return len(new_id), new_id


def _sorted(spans: Spans) -> Spans:
    return tuple(sorted(set(spans)))


def _article(article: Article) -> Article:
    return replace(article, headlines=_sorted(article.headlines), skipped=_sorted(article.skipped))


def _entity_key(entity: Entity) -> tuple[object, ...]:
    return (
        sorted((m.begin, m.end, m.kind) for m in entity.mentions),
        entity.type,
        entity.name,
        sorted((r.begin, r.end, r.role) for r in entity.roles),
    )


def _entity(entity: Entity, ids: Renamed) -> Entity:
    roles = {replace(role, of=_new("e", role.of, ids)) for role in entity.roles}
    mentions = sorted(set(entity.mentions), key=lambda m: (m.begin, m.end, m.kind))
    return replace(
        entity,
        id=ids["e" + entity.id],
        mentions=tuple(mentions),
        roles=tuple(sorted(roles, key=lambda r: (r.begin, r.end, r.role, str(r.of)))),
        members=_ids(entity.members, ids),
    )


def _claim(claim: Claim, ids: Renamed) -> Claim:
    return replace(claim, id=ids["c" + claim.id], content=_sorted(claim.content), about=_ids(claim.about, ids))


def _sorted_attributions(attributions: tuple[Attribution, ...], entities: Renamed, claims: Renamed) -> list[Attribution]:
    def key(a: Attribution) -> tuple[object, ...]:
        told = tuple(str(getattr(a, f.name)) for f in fields(a) if f.name not in _REFERENCES)
        people = tuple(str(_new("e", who, entities)) for who in (a.speaker, a.on_behalf_of, a.addressee))
        return (_sorted(a.content), _sorted(a.source), _sorted(a.cue), told, people, str(_new("c", a.claim, claims)))

    spans = {a.id: (a.content, a.source, a.cue) for a in attributions}
    return sorted(attributions, key=lambda a: (key(a), str(spans.get(a.disputes or "")), str(spans.get(a.relays or ""))))


def _attribution(a: Attribution, ids: Renamed) -> Attribution:
    return replace(
        a,
        id=ids["a" + a.id],
        source=_sorted(a.source),
        cue=_sorted(a.cue),
        content=_sorted(a.content),
        score=round(a.score, 3),
        claim=_new("c", a.claim, ids),
        speaker=_new("e", a.speaker, ids),
        on_behalf_of=_new("e", a.on_behalf_of, ids),
        addressee=_new("e", a.addressee, ids),
        disputes=_new("a", a.disputes, ids),
        relays=_new("a", a.relays, ids),
    )


def _link(link: Link, ids: Renamed) -> Link:
    return replace(link, a=ids["a" + link.a], b=ids["a" + link.b], score=round(link.score, 3), evidence=tuple(sorted(set(link.evidence))))
