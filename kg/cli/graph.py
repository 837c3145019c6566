"""`kg graph`: who disputes, supports and quotes whom, as a network."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import options as o
from kg.cli.output import text_output
from kg.cli.rows import show
from kg.cli.stores import asked

if TYPE_CHECKING:
    from kg.rows import Rows


_COLUMNS = ("party", "group", "centrality", "disputes", "disputed", "contradicts", "supports", "relays", "relayed")


class GraphFormat(StrEnum):
    """What other tools read."""

    graphml = "graphml"
    gexf = "gexf"
    json = "json"


def graph(
    export: Annotated[GraphFormat | None, typer.Option(help="Write the network for other tools instead of a table.")] = None,
    min_score: o.MinScore = None,
    limit: o.Limit = None,
    as_of: o.AsOf = None,
    store: o.Asked = None,
    form: o.Format = None,
    output: o.Output = "-",
) -> int:
    """Show who disputes, supports or quotes whom.

    A row for each party: its group of connected parties, how central it is (the share of others it is joined to), and how often it
    disputes, is disputed, and so on. What contradicts, or is the same, has no direction: it counts for both. With --export, the network
    itself, an edge for each two parties and relation.
    """
    with asked(store, as_of) as opened:
        edges = opened.query("network", min_score=min_score)
    network = _network(edges)
    if export is not None:
        with text_output(output) as out:
            out.write(_exported(network, export))
        return 0
    rows = _parties(network, edges)
    show(rows[:limit], _COLUMNS, form, output=output, nothing="nobody disputes, supports or quotes anybody here")
    return 0


def _network(edges: Rows) -> Any:  # noqa: ANN401 (networkx has no types)
    import networkx as nx

    made = nx.MultiDiGraph()
    for edge in edges:
        made.add_edge(edge["source"], edge["target"], key=edge["relation"], relation=edge["relation"], weight=edge["count"])
    return made


def _parties(network: Any, edges: Rows) -> list[dict[str, Any]]:  # noqa: ANN401
    import networkx as nx

    groups = {party: number for number, group in enumerate(_largest_first(network), 1) for party in group}
    rank = nx.degree_centrality(nx.Graph(network))

    def count(party: str, relation: str, *ends: str) -> int:
        return sum(int(str(e["count"])) for e in edges if e["relation"] == relation and party in [e[end] for end in ends])

    rows = [
        {
            "party": party,
            "group": groups[party],
            "centrality": round(rank[party], 4),
            "disputes": count(party, "disputes", "source"),
            "disputed": count(party, "disputes", "target"),
            "contradicts": count(party, "contradicts", "source", "target"),
            "supports": count(party, "supports", "source") + count(party, "same", "source", "target"),
            "relays": count(party, "relays", "source"),
            "relayed": count(party, "relays", "target"),
        }
        for party in network
    ]
    return sorted(rows, key=lambda row: (-float(str(row["centrality"])), str(row["party"])))


def _largest_first(network: Any) -> list[list[str]]:  # noqa: ANN401
    import networkx as nx

    return sorted((sorted(group) for group in nx.weakly_connected_components(network)), key=lambda group: (-len(group), group))


def _exported(network: Any, form: GraphFormat) -> str:  # noqa: ANN401
    import networkx as nx

    if form is GraphFormat.json:
        return json.dumps(nx.node_link_data(network, edges="edges"), ensure_ascii=False, indent=1) + "\n"
    lines = nx.generate_graphml(network) if form is GraphFormat.graphml else nx.generate_gexf(network)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines]) + "\n"
