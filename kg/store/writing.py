"""Changing a store: adding, replacing and removing whole articles, each in one transaction of the database.

What holds of `live/` and `history/`, for whoever checks them:

- `live/` holds what counts. `history/` holds what was superseded or retracted, as it was read, and decisions, merges and splits that were
  taken back. A run's graph may be in both, since articles on both sides need it; so may a decision, merge or split that was made again.
- Any other graph is in both only where review changed it: then `history/` has it as it was read or found, and `live/` as it is after
  review, which is different. Applying the decisions in `live/` to the one gives the other.
- `settling.json` is there while something is decided or taken out, and names the texts about which is decided: what hangs on that, links,
  entities and notes, is brought in step when the store is opened to write.
- What goes, or is about to be changed by review, is in the history before it leaves the live database. `moving.json` names what is on its
  way: `copied` is in the history and may not have left or have changed yet, `new` is the reading of what may not have come yet. When the
  store is opened to write, `finish` takes both out of the history where it did not.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.rdf.logged import Act, Entry
from kg.rdf.terms import DOC, IN_GRAPH, IS_STRING, READ_BY, RUN, TYPE
from kg.store import links_index
from kg.store.counted import counted
from kg.store.edited import renew, touch
from kg.store.engine import open_database
from kg.store.find import called
from kg.store.folder import Folder, read_json
from kg.store.graphs import FAR_ENDS, articles_with_key, graph_of, graphs_with, node_of, statements
from kg.store.log import Log
from kg.store.succession import siblings, was_replaced

Change = tuple[Collection[Quad], Collection[Quad]]
"""Statements to take out, and to put in."""
_FLUSH_EVERY: Final = 50_000
"""Statements: whoever opens the store beside a writer has to read again what was not flushed."""


Status = Literal["added", "unchanged", "replaced", "restored", "retracted"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading an article did. `quads` is the number of statements written: 0 when it was there already, or is retracted.

    `restored` is a version that another had replaced, and that counts again in the place of that."""

    graph: str
    article: str
    status: Status
    quads: int


@dataclass(frozen=True, slots=True)
class Put:
    """An article to be stored: its node, graph and document key, the quads to show and, where review changed them, how it was read (`raw`);
    the articles that it `revises` beside those with the same key; and what the log calls it when it replaces nothing."""

    node: NamedNode
    graph: NamedNode
    key: str
    quads: Sequence[Quad]
    raw: Sequence[Quad] = ()
    revises: Sequence[NamedNode] = ()
    act: Literal["loaded", "imported"] = "loaded"

    @property
    def named(self) -> str:
        """What people call it: its key, or the file where that is only a hash."""
        docs = (quad.object.value for quad in self.quads if quad.predicate == DOC)  # type: ignore[union-attr]
        return called(self.key, next(docs, None))


class Writer:
    """Writes to the live database of a store, to its history when something leaves, and to its log before anything is done."""

    def __init__(self, folder: Folder, live: pyoxigraph.Store, by: str | None = None) -> None:
        self.folder = folder
        self.live = live
        self.log = Log(folder.log, folder.base, by)
        self._history: pyoxigraph.Store | None = None
        self._unflushed = 0
        finish(self)

    @property
    def history(self) -> pyoxigraph.Store:
        """The database of what was replaced, retracted or overruled, opened on first use."""
        if self._history is None:
            self._history = open_database(self.folder.history, read_only=False)
        return self._history

    @property
    def has_history(self) -> bool:
        """Whether there is one, without making it."""
        return self._history is not None or self.folder.history.exists()

    def is_in_history(self, graph: NamedNode) -> bool:
        """Whether the history holds a graph, without making one where there is none."""
        return self.has_history and self.history.contains_named_graph(graph)

    def put(self, article: Put) -> Loaded:
        """Store an article's quads, in place of what counts of the same document, or of what it revises."""
        node, graph = article.node, article.graph
        if self.live.contains_named_graph(graph):
            text = self._missing_text(graph, article.quads)
            touch(self.folder.path, [graph] if text else [])
            self.live.extend(text)
            return Loaded(graph.value, node.value, "replaced" if text else "unchanged", len(text))
        old = list(dict.fromkeys([*articles_with_key(self.live, article.key), *article.revises, *siblings(self, node, article.key)]))
        status: Status = "restored" if was_replaced(self, node) else "replaced" if old else "added"
        back = links_back(self, graph)
        with self._telling_of(article, old, back, again=status == "restored"):
            if article.raw:
                self.keep(article.raw, new=True)
            if back:
                self._note(own_graphs([*article.quads, *back]), ())
            written = self.move(old, [*article.quads, *back]) if old else self.add([*article.quads, *back])
        if not article.raw:
            self.forget({graph, *own_graphs([*article.quads, *back])})
        self.folder.pending.unlink(missing_ok=True)
        return Loaded(graph.value, node.value, status, written)

    def _telling_of(self, article: Put, old: Sequence[NamedNode], back: Sequence[Quad], *, again: bool) -> AbstractContextManager[None]:
        act: Act = "restored" if again else article.act if not old else "reread" if old == [article.node] else "changed"
        revised = next((one.value for one in old if one != article.node), None)
        gone = tuple(name for one in old for name in leaving(self.live, one))
        said = {"concerns": article.node.value, "adds": coming(article.graph, [*article.quads, *back]), "removes": gone, "revises": revised}
        return self.telling(act, named=article.named, **said)

    @contextmanager
    def telling(self, act: Act, **told: Any) -> Iterator[None]:  # noqa: ANN401
        """Do what the block does with an entry in the log, `told` as in `Entry`; it goes again when that fails with nothing done."""
        self.log.add(act, **told)
        try:
            yield
        except BaseException:
            self.log.heal(lambda entry: _is_done(self.live, entry))
            raise

    def move(self, articles: Sequence[NamedNode], replacement: Sequence[Quad] = (), change: Change = ((), ())) -> int:
        """Take `articles` out of the live database into the history, put `replacement` in, and make a `change`, in one transaction.

        The number of quads put in. What the history holds of a graph already is how it was read, before review: it stays.
        """
        homes = [(article, graph) for article in articles if (graph := graph_of(self.live, article))]
        gone = {name for article, graph in homes for name in graphs_with(self.live, article, graph)} - {q.graph_name for q in replacement}
        new = [quad for quad in replacement if not self._is_there(quad.graph_name)]
        whole = {name for article, graph in homes for name in graphs_with(self.live, article, graph, shared=True)}
        self.keep([quad for name in whole if not self.history.contains_named_graph(name) for quad in statements(self.live, name)])
        links_index.forget(self.folder.links, [graph.value for _, graph in homes])
        self._renew(new)
        if not self.folder.settling.exists():
            self.folder.settling.write_text("[]", encoding="utf-8")
        updates = [
            replacing(sorted(gone, key=lambda name: name.value), new),
            changing(*change, self._emptied(change[0], [*change[1], *new])),
        ]
        touch(self.folder.path, {node_of(quad.graph_name) for part in change for quad in part})
        self.live.update(" ;\n".join(one for one in updates if one))
        return len(new)

    def keep(self, quads: Collection[Quad], *, new: bool = False) -> None:
        """Put graphs into the history that are about to leave, or that review is about to change; with `new`, that come only now."""
        mine = [graph for graph in own_graphs(quads) if not self.history.contains_named_graph(graph)]
        self._note(*((), mine) if new else (mine, ()))
        self.history.extend(quads)
        self.history.flush()

    def _note(self, copied: Iterable[NamedNode], new: Iterable[NamedNode]) -> None:
        before = noted(self.folder.pending)
        both = {"copied": {*before["copied"], *(one.value for one in copied)}, "new": {*before["new"], *(one.value for one in new)}}
        draft = self.folder.pending.with_suffix(".new")
        draft.write_text(json.dumps({name: sorted(graphs) for name, graphs in both.items()}), encoding="utf-8")
        draft.replace(self.folder.pending)

    def put_back(self, quads: Collection[Quad], gone: Collection[Quad], *, overruled: bool) -> None:
        """Take the graphs of `quads` from the history into the live database, and the statements `gone` out of it, in one transaction.

        With `overruled`, the history goes on holding how an article was read that review changed.
        """
        back = [quad for quad in quads if not self._is_there(quad.graph_name)]
        own = own_graphs(back)
        self._note(own, ())
        touch(self.folder.path, {*own, *(node_of(quad.graph_name) for quad in gone)})
        self.live.update(changing(gone, back, self._emptied(gone, back)))
        if not overruled:
            self.forget(own)
        self.folder.pending.unlink()

    def forget(self, graphs: Iterable[NamedNode]) -> None:
        """Take graphs out of the history, and those of runs that nothing in it needs any more."""
        there = [graph for graph in graphs if self.is_in_history(graph)]
        for graph in there:
            self.history.remove_graph(graph)
        runs = list(self.history.quads_for_pattern(None, TYPE, RUN, None)) if there else []
        for run in runs:
            if not any(self.history.quads_for_pattern(None, READ_BY, run.subject, None)):
                self.history.remove_graph(node_of(run.graph_name))

    def put_shared(self, graph: NamedNode, quads: Sequence[Quad]) -> int:
        """Store the quads of a run or of links, unless that graph is there; the number of quads written."""
        return 0 if self.live.contains_named_graph(graph) else self.add(quads)

    def add(self, quads: Sequence[Quad]) -> int:
        """Store those of `quads` whose graphs are not there yet; their number."""
        new = [quad for quad in quads if not self._is_there(quad.graph_name)]
        self._renew(new)
        self.live.extend(new)
        self._unflushed += len(new)
        if self._unflushed >= _FLUSH_EVERY:
            self.live.flush()
            self._unflushed = 0
        return len(new)

    def change(self, removed: Collection[Quad], added: Collection[Quad]) -> None:
        """Take out and put in statements of graphs that change in place, in one transaction; nothing happens when there are none."""
        if removed or added:
            touch(self.folder.path, {node_of(quad.graph_name) for quad in (*removed, *added)})
            self.live.update(changing(removed, added, self._emptied(removed, added)))

    def _emptied(self, removed: Collection[Quad], added: Iterable[Quad]) -> list[NamedNode]:
        """The graphs of which nothing is left when `removed` is taken out and `added` put in."""
        gone, new = set(removed), {quad.graph_name for quad in added}
        graphs = {node_of(quad.graph_name) for quad in gone if quad.graph_name not in new}
        return [graph for graph in sorted(graphs, key=str) if all(quad in gone for quad in statements(self.live, graph))]

    def _renew(self, quads: Sequence[Quad]) -> None:
        renew(self.folder.path, {node_of(quad.graph_name) for quad in quads})

    def _missing_text(self, graph: NamedNode, quads: Sequence[Quad]) -> list[Quad]:
        """The text of an article that was imported without it."""
        return [q for q in quads if q.predicate == IS_STRING and not any(self.live.quads_for_pattern(q.subject, IS_STRING, None, graph))]

    def _is_there(self, graph: object) -> bool:
        return self.live.contains_named_graph(node_of(graph))

    def erase(self, graph: NamedNode) -> None:
        """Remove an article's graph and what belongs to it from the history for good."""
        if self.is_in_history(graph):
            for quad in list(self.history.quads_for_pattern(None, IN_GRAPH, graph, graph)):
                self.history.update(replacing(graphs_with(self.history, node_of(quad.subject), graph), ()))


def own_graphs(quads: Collection[Quad]) -> set[NamedNode]:
    """The graphs of some quads, but for those of runs, which articles share."""
    runs = {quad.graph_name for quad in quads if quad.predicate == TYPE and quad.object == RUN}
    return {node_of(quad.graph_name) for quad in quads if quad.graph_name not in runs}


def coming(graph: NamedNode, quads: Collection[Quad]) -> tuple[str, ...]:
    """The graphs that come with an article, its own first."""
    return (graph.value, *sorted(one.value for one in own_graphs(quads) if one != graph))


def leaving(live: pyoxigraph.Store, article: NamedNode) -> tuple[str, ...]:
    """The graphs that go with an article, its own first."""
    graph = graph_of(live, article)
    if graph is None:
        return ()
    runs = {graph_of(live, node_of(quad.object)) for quad in live.quads_for_pattern(article, READ_BY, None, graph)}
    return (graph.value, *(one.value for one in graphs_with(live, article, graph) if one != graph and one not in runs))


def links_back(writer: Writer, graph: NamedNode) -> list[Quad]:
    """What was found between an article that comes back and others, when either left: with those that are there, as they were read then."""
    if not writer.is_in_history(graph):
        return []
    log = counted(writer.log.entries())
    own = {quad.subject for quad in statements(writer.history, graph)}
    found: list[Quad] = []
    for name in sorted((NamedNode(one) for one in log.went if one != graph.value), key=str):
        quads = list(statements(writer.history, name)) if not writer.live.contains_named_graph(name) else []
        ends = {quad.object for quad in quads if quad.predicate in FAR_ENDS}
        if len(own & ends) in (0, len(ends)):
            continue
        homes = [
            next((node_of(q.graph_name) for q in writer.live.quads_for_pattern(node_of(end), TYPE, None, None)), None) for end in ends - own
        ]
        made = log.first(name.value)
        if all(home and (made is None or log.at(home.value, made)) for home in [graph, *homes]):
            found += quads
    return found


def finish(writer: Writer) -> None:
    """Finish or undo what a crash left half done: on its way to the history, in the log, or only half deleted."""
    writer.log.heal(lambda entry: _is_done(writer.live, entry))
    pending = writer.folder.pending
    if pending.exists():
        note = noted(pending)
        copied, new = ([NamedNode(name) for name in note[kind]] for kind in ("copied", "new"))
        twice = [one for one in copied if set(statements(writer.live, one)) == set(statements(writer.history, one))]
        writer.forget([*twice, *(one for one in new if not writer.live.contains_named_graph(one))])
        pending.unlink()
    last = writer.log.last()
    if last is not None and last.act == "deleted":
        for name in last.removes:
            writer.erase(NamedNode(name))


def noted(pending: Path) -> dict[str, list[str]]:
    """What `moving.json` says; nothing when it is not there."""
    note = read_json(pending, dict | list) or []
    return note if isinstance(note, dict) else {"copied": note, "new": []}


def _is_done(live: pyoxigraph.Store, entry: Entry) -> bool:
    if entry.adds:
        return _is_known(live, entry.adds[0])
    return not (entry.removes and _is_known(live, entry.removes[0]))


def _is_known(live: pyoxigraph.Store, iri: str) -> bool:
    node = NamedNode(iri)
    return live.contains_named_graph(node) or any(live.quads_for_pattern(node, None, None, None))


def changing(removed: Collection[Quad], added: Collection[Quad], emptied: Iterable[NamedNode] = ()) -> str:
    """The SPARQL update that takes out `removed` and puts in `added`: one request is one transaction.

    The graphs `emptied` by it go, too: the database would keep their names, and they would seem to be there.
    """
    parts = (("DELETE", removed), ("INSERT", added))
    data = [f"{verb} DATA {{\n{_data(quads)}\n}}" for verb, quads in parts if quads]
    return " ;\n".join(data + [f"DROP SILENT GRAPH {graph}" for graph in emptied])


def _data(quads: Iterable[Quad]) -> str:
    return "\n".join(f"GRAPH {q.graph_name} {{ {q.triple} }}" if isinstance(q.graph_name, NamedNode) else f"{q.triple} ." for q in quads)


def replacing(graphs: Sequence[NamedNode], quads: Iterable[Quad]) -> str:
    """The SPARQL update that drops `graphs` and inserts `quads`: one request is one transaction.

    Only terms that the database parsed or made are written into it, by its own serialiser.
    """
    drops = [f"DROP SILENT GRAPH {graph}" for graph in graphs]
    data = [f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads]
    return " ;\n".join([*drops, "INSERT DATA {\n" + "\n".join(data) + "\n}"] if data else drops)
