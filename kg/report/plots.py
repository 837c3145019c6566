"""Plots for notebooks, with matplotlib: when who spoke, and who is at odds with whom."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from kg.errors import MissingExtra
from kg.rows import Rows, Value

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLOURS: Final = {"contradicts": "#b3202c", "disputes": "#b3202c", "supports": "#1f7a4a", "same": "#1f7a4a", "relays": "#6b5bb0"}
_DASHED: Final = {"disputes", "relays"}


def timeline(rows: Rows, ax: Axes | None = None, *, most: int = 12) -> Axes:
    """A line for each of the `most` who speak most, with a point for each day: larger the more was said, ringed red where it denies.

    `rows` have the columns date, speaker and stance, as those of who-said and of `kg.report.frames.attributions` have; rows without a
    day or a speaker are left out. Gives the axes, new ones unless given; raises `MissingExtra` without matplotlib.
    """
    axes = ax or _axes(8, 4)
    from matplotlib.dates import date2num

    said = [(day, str(row["speaker"]), str(row["stance"])) for row in rows if row["speaker"] and (day := _day(row["date"]))]
    names = [name for name, _ in Counter(who for _, who, _ in said).most_common(most)][::-1]
    counted = Counter((day, who) for day, who, _ in said if who in names)
    against = {(day, who) for day, who, stance in said if stance in ("denies", "disputes")}
    for (day, who), count in sorted(counted.items()):
        edge = COLOURS["disputes"] if (day, who) in against else "white"
        place = date2num(day)  # type: ignore[no-untyped-call]
        axes.scatter(place, names.index(who), s=40 + 25 * count, color="#3b76b5", edgecolors=edge, linewidths=1.6, zorder=2)
    axes.set_yticks(range(len(names)), names)
    axes.grid(axis="y", alpha=0.3)
    axes.margins(y=0.08)
    axes.xaxis_date()
    axes.tick_params(axis="x", rotation=30)
    return axes


def speakers(rows: Rows, ax: Axes | None = None) -> Axes:
    """Who disputes, supports or passes on whom, as a network.

    `rows` are those of the queries network, contradictions or disputes; what has one party only is left out. Gives the axes, new ones
    unless given; raises `MissingExtra` without matplotlib.
    """
    import networkx as nx

    axes = ax or _axes(7, 5)
    begin, end = ("source", "target") if "source" in rows.columns else ("speaker", "other_speaker")
    graph: Any = nx.MultiDiGraph()
    for row in rows:
        if row[begin] and row[end] and row[begin] != row[end]:
            graph.add_edge(row[begin], row[end], relation=row.get("relation", "contradicts"))
    where = nx.spring_layout(graph, seed=1, k=1.6 / max(1, len(graph)) ** 0.5)
    nx.draw_networkx_nodes(graph, where, ax=axes, node_size=260, node_color="#3b76b5")
    for relation, colour in COLOURS.items():
        edges = [(a, b) for a, b, kind in graph.edges(data="relation") if kind == relation]
        style = "dashed" if relation in _DASHED else "solid"
        nx.draw_networkx_edges(graph, where, ax=axes, edgelist=edges, edge_color=colour, style=style, width=1.6)
    nx.draw_networkx_labels(graph, {name: (x, y + 0.12) for name, (x, y) in where.items()}, ax=axes, font_size=9)
    axes.margins(0.2)
    axes.set_axis_off()
    return axes


def _axes(width: float, height: float) -> Axes:
    try:
        from matplotlib import pyplot
    except ImportError:
        raise MissingExtra("plots", "plots") from None
    return pyplot.subplots(figsize=(width, height), layout="constrained")[1]


def _day(value: Value) -> date | None:
    if isinstance(value, date) or value is None:
        return value
    return date.fromisoformat(str(value).partition("/")[0])
