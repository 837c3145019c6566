"""The import files of a graph: what `kg.neo4j.sync` would write of the same parts, as tables of nodes and of relationships."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import IO, Final

from kg.neo4j import statements as s
from kg.neo4j.bulk.tables import ARRAYS, Row, Tables
from kg.neo4j.mapping import OURS, SHORTCUTS
from kg.neo4j.project import Part
from kg.neo4j.sync import PROJECTION, no_collecting

ARGUMENTS: Final = "arguments.txt"
SCHEMA: Final = "schema.cypher"
_ENDS: Final = ":START_ID,:END_ID"
_PLAIN: Final = "relationships"
_SMALLEST_BUFFER: Final = 4 << 20
_REMEMBERED: Final = 200_000
"""IRIs that were found to be told of, kept so as not to look again."""
_COUNTED: Final = ("graphs_added", "nodes_created", "relationships_created")
Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Origin:
    """What is to be mirrored: the mark that tells it from others (see `sync`), its parts, each with its graph's stamp, and whether any of
    them tells of a thing, by its IRI."""

    mark: Row
    parts: Iterable[tuple[Part, str | None]]
    tells_of: Callable[[str], bool]


def write(origin: Origin, folder: Path, step: Step | None = None) -> dict[str, int]:
    """Write the import files of `origin` to `folder`, and what `neo4j-admin database import full` and `cypher-shell` are told.

    Returns counts of graphs, nodes and relationships. `step(done)` is called after each graph. Memory does not grow with the graph.
    """
    plain_file = folder / f"{_PLAIN}.csv"
    with no_collecting(), Tables(folder) as tables, plain_file.open("w", 1 << 20, encoding="utf-8", newline="\n") as plain:
        writer = _Writer(tables, plain, origin.tells_of)
        writer.node(("Store",), {"iri": s.STORE, **origin.mark, "projection": PROJECTION})
        for done, (part, stamp) in enumerate(origin.parts, 1):
            writer.part(part, stamp)
            if step:
                step(done)
    (folder / SCHEMA).write_text("".join(f"{statement.strip()};\n" for statement in s.SCHEMA), encoding="utf-8")
    (folder / ARGUMENTS).write_text("\n".join(_arguments(tables)) + "\n", encoding="utf-8")
    return {name: writer.counts[name] for name in _COUNTED}


def _arguments(tables: Tables) -> Iterator[str]:
    """Names of files, to be run in their folder. Texts may go over several lines."""
    yield f"--array-delimiter=U+{ord(ARRAYS):04X}"
    yield "--multiline-fields=true"
    yield f"--read-buffer-size={max(_SMALLEST_BUFFER, 2 * tables.longest)}"
    for table, header in tables.headers():
        what = "relationships" if table.ends else "nodes"
        yield f"--{what}={':'.join(table.kind)}={header.name},{table.path.name}"
    header = tables.folder / f"{_PLAIN}.header.csv"
    header.write_text(f"{_ENDS},:TYPE\n", encoding="utf-8")
    yield f"--relationships={header.name},{_PLAIN}.csv"


@dataclass
class _Writer:
    tables: Tables
    plain: IO[str]
    tells_of: Callable[[str], bool]
    counts: Counter[str] = field(default_factory=Counter)
    _missing: set[str] = field(default_factory=set)
    _known: set[str] = field(default_factory=set)

    def node(self, labels: Iterable[str], row: Row) -> None:
        self.tables.add((OURS, *labels), "", "", row)
        self.counts["nodes_created"] += 1

    def shortcut(self, kind: str, begin: str, end: str, told: Row) -> None:
        self.tables.add((kind,), _ENDS, f'"{begin}","{end}",', told)
        self.counts["relationships_created"] += 1

    def part(self, part: Part, stamp: str | None) -> None:
        """All of one graph, and the node that says that it is there."""
        self.node(("Graph",), {"iri": part.graph} | ({"stamp": stamp} if stamp else {}))
        self.counts["graphs_added"] += 1
        self._known.add(part.graph)
        for row, labels in zip(part.nodes, part.labels, strict=True):
            self.node(labels, row)
        names = [row["iri"] for row in part.nodes]
        self._edges(part, names)
        for begin, end, told in part.said:
            self.shortcut("SAID", names[begin], names[end], told)
        self._links(part, names)

    def _edges(self, part: Part, names: list[str]) -> None:
        lines = [f'"{names[begin]}","{names[end]}",{kind}\n' for begin, kind, end in part.inner]
        for (kind, end), places in part.outer.items():
            self._point_at(end)
            lines += [f'"{names[begin]}","{end}",{kind}\n' for begin in places]
        self.plain.writelines(lines)
        self.counts["relationships_created"] += len(lines)

    def _point_at(self, iri: str) -> None:
        """What no graph tells of is a node without properties."""
        if iri in self._known or iri in self._missing:
            return
        if self.tells_of(iri):
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known.add(iri)
        else:
            self._missing.add(iri)
            self.node(("Missing",), {"iri": iri})

    def _links(self, part: Part, names: list[str]) -> None:
        """From claim to claim in one step, for each link."""
        ends: dict[tuple[int, str], list[str]] = defaultdict(list)
        for begin, kind, place in part.inner:
            if kind in ("FROM", "TO"):
                ends[begin, kind].append(names[place])
        for (kind, iri), places in part.outer.items():
            if kind in ("FROM", "TO"):
                for at in places:
                    ends[at, kind].append(iri)
        for place, (row, labels) in enumerate(zip(part.nodes, part.labels, strict=True)):
            if "Link" in labels and (relation := str(row.get("relation")).upper()) in SHORTCUTS:
                told = {"derived": True, "graph": part.graph, "link": row["iri"]}
                told |= {name: row[name] for name in ("basis", "rule", "score") if name in row}
                for one, other in product(ends[place, "FROM"], ends[place, "TO"]):
                    self.shortcut(relation, one, other, told)
