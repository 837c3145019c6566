"""Speakers, claims and what is between them: as nodes and edges for drawing, and as a table of who is at odds with whom."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from kg.report.material import Account, Material, Saying
from kg.report.words import shown

AT_ODDS: Final = ("contradicts", "disputes")
_LONGEST: Final = 160


def elements(material: Material) -> dict[str, list[dict[str, Any]]]:
    """Nodes (`kind` speaker or claim) and edges, for cytoscape.js: said and disputes from a speaker to a claim, contradicts, supports,
    same and relays from claim to claim.

    A claim is a node once, whoever makes it; a speaker, too, under the name that the store knows it by, and so is each of several who
    speak as one. `tone` is the number of the
    speaker's colour, of a claim that of the first who makes it, 0 when it is only denied. `tied` says that a claim, or the speaker of one,
    is joined to another claim: what is shown at first where there is much.
    """
    held = {saying.id: saying for saying in material.sayings}
    edges = [_said(saying, party) for saying in held.values() for party, _ in saying.parties]
    for account in material.accounts:
        a, b = (side.saying for side in account.sides)
        edges.append(
            {
                "s": _claim(a) if account.is_link else _party(a),
                "t": _claim(b),
                "kind": _kind(account),
                "score": account.score,
                "to": account.id,
            }
        )
    edges += [
        {"s": _claim(held[tie.a]), "t": _claim(held[tie.b]), "kind": tie.relation, "score": tie.score, "to": tie.a}
        for tie in material.relations
        if tie.relation in ("supports", "same", "relays")
    ]
    edges = list({(edge["s"], edge["t"], edge["kind"]): edge for edge in edges if edge["s"] != edge["t"]}.values())
    tied = {end for edge in edges if edge["kind"] != "said" for end in (edge["s"], edge["t"])}
    tied |= {edge["s"] for edge in edges if edge["t"] in tied}
    nodes: dict[str, dict[str, Any]] = {}
    for saying in sorted(held.values(), key=lambda one: one.against):
        for node in _nodes(saying):
            nodes.setdefault(node["id"], node)
    return {"nodes": [node | {"tied": node["id"] in tied} for node in nodes.values()], "edges": edges}


def between(material: Material) -> list[tuple[str, str, str, int]]:
    """Who disputes, contradicts, supports, repeats or passes on whom, and how often; the most first. `AT_ODDS` are those that oppose."""
    held = {saying.id: saying for saying in material.sayings}
    ties = [(side.saying.party, _kind(account), other.saying.party) for account in material.accounts for side, other in [account.sides]]
    ties += [(held[r.a].party, r.relation, held[r.b].party) for r in material.relations if r.relation not in ("contradicts", "disputes")]
    counted = Counter((a, relation, b) for a, relation, b in ties if a and b and a != b)
    return [(a, relation, b, n) for (a, relation, b), n in sorted(counted.items(), key=lambda one: (-one[1], one[0]))]


def _kind(account: Account) -> str:
    return "contradicts" if account.is_link else "disputes"


def _said(saying: Saying, party: str) -> dict[str, Any]:
    a = saying.attribution
    return {
        "s": f"p:{shown(party)}",
        "t": _claim(saying),
        "kind": "disputes" if saying.against else "said",
        "score": a.score,
        "to": saying.id,
    }


def _nodes(saying: Saying) -> list[dict[str, Any]]:
    tone = saying.tone
    parties = [{"id": f"p:{shown(party)}", "kind": "speaker", "tone": own, "label": shown(party)} for party, own in saying.parties]
    return [
        *parties,
        {
            "id": _claim(saying),
            "kind": "claim",
            "tone": 0 if saying.against else tone,
            "label": shown(saying.claim[:_LONGEST]),
            "to": saying.id,
        },
    ]


def _party(saying: Saying) -> str:
    return f"p:{shown(saying.party)}"


def _claim(saying: Saying) -> str:
    return saying.claim_id or saying.id
