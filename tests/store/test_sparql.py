"""SPARQL in the user's own words: answers, and what is refused before it runs."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.errors import QueryError, UsageError
from kg.rows import Rows
from kg.store import Store, Triples
from kg.store.guard import is_update, refuse
from tests.store.conftest import Exported


def rows(answer: Rows | Triples) -> list[dict[str, object]]:
    assert isinstance(answer, Rows)
    return [dict(row) for row in answer]


def test_select_goes_over_all_graphs_with_prefixes_declared(read_only: Store) -> None:
    assert rows(read_only.sparql("SELECT (COUNT(*) AS ?n) { ?a a kg:Attribution }")) == [{"n": 10}]
    assert rows(read_only.sparql("SELECT DISTINCT ?k { GRAPH ?g { ?a kg:key ?k } } ORDER BY ?k LIMIT 1")) == [
        {"k": "https://news.example/harbour"}
    ]


def test_ask(read_only: Store) -> None:
    assert rows(read_only.sparql("ASK { ?a kg:stance kg:Denies }")) == [{"answer": True}]


def test_construct(read_only: Store) -> None:
    found = read_only.sparql("CONSTRUCT { ?a a kg:Attribution . k:x kg:doc ?d } WHERE { ?a kg:stance kg:Denies . ?b kg:doc ?d }")
    assert isinstance(found, Triples)
    assert (len(found), len(list(found)), repr(found)) == (3, 3, "<3 statements>")
    out = BytesIO()
    assert found.write(out, "turtle") == 3
    assert b'k:x kg:doc "news/harbour.txt" , "news/later.txt" .' in out.getvalue()
    assert found.to_networkx().number_of_edges() == 3
    with pytest.raises(UsageError):
        found.write(out, "xml")


def test_describe_writes_every_format(read_only: Store) -> None:
    found = read_only.sparql("DESCRIBE ?a { ?a a kg:Run }")
    assert isinstance(found, Triples)
    for name in ("turtle", "trig", "ntriples", "nquads", "jsonld"):
        assert found.write(BytesIO(), name) == len(found) == 6


def test_an_update_only_with_write(store: Store, exported: Exported) -> None:
    before = exported(store)
    with pytest.raises(QueryError, match="add --write"):
        store.sparql("DELETE WHERE { ?s ?p ?o }")
    assert exported(store) == before
    assert rows(store.sparql("INSERT { GRAPH ?g { ?r kg:parameter 'x' } } WHERE { GRAPH ?g { ?r a kg:Run } }", write=True)) == []
    assert exported(store) != before


@pytest.mark.parametrize("text", ["SELECT * {?s", "", "SELECT ?x", "nonsense", "DELETE WHERE {", "SELECT * { ?s ?p 'x\ud800' }"])
def test_what_is_no_sparql(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="not SPARQL") as caught:
        store.sparql(text, write=True)
    assert "\n" not in str(caught.value)


NETWORK = [
    "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { service SILENT ?x { ?s ?p ?o } }",
    "SELECT*{?s?p?o.SERVICE<http://x/>{?a?b?c}}",
    "SELECT * { ?s ?p '#' . SERVICE <http://x/> {} }",
    'SELECT * { ?s ?p """a"b""" . SERVICE <http://x/> {} }',
    "SELECT * { ?s ?p 'it\\'s' . SERVICE <http://x/> {} }",
    "SELECT * { ?s ?p ?o FILTER(?o <?s&&?o>1) SERVICE <http://x/> {} }",
    "SELECT * { ?s <http://x/#a> ?o . SERVICE <http://x/> {} }",
    "SELECT * { { SELECT * { \\u0053ERVICE <http://x/> {} } } }",
    "SELECT * { ?s ?p ?o # comment\n SERVICE <http://x/> {} }",
    "SELECT * { ?s ?p ?o # comment\r SERVICE <http://x/> {} }",
    "LOAD <http://x/>",
    "INSERT DATA { <a:a> <a:b> <a:c> } ; LOAD SILENT <http://x/> INTO GRAPH <a:g>",
    "DELETE WHERE { ?s ?p ?o SERVICE <http://x/> {} }",
]


@pytest.mark.parametrize("text", NETWORK)
def test_the_network_is_refused(read_only: Store, text: str) -> None:
    with pytest.raises(QueryError, match="add --allow-network"):
        refuse(text, write=True, allow_network=False)
    refuse(text, write=True, allow_network=True)


@pytest.mark.parametrize(
    "text",
    [
        "PREFIX service: <http://x/service> SELECT ?service { ?service service:load 'SERVICE' }",
        'SELECT * { ?s ?p """LOAD " SERVICE""" , "SERVICE" # SERVICE\n }',
        "SELECT * { <http://x/SERVICE> ?p 'a'@service }",
        "SELECT (?load AS ?delete) { ?s ?p ?load }",
        "PREFIX : <http://x/> SELECT * { ?s :insert :service }",
        "SELECT ?s { ?s ?p '\\\\' , 'SERVICE' }",
    ],
)
def test_words_that_only_look_like_it(read_only: Store, text: str) -> None:
    refuse(text, write=False, allow_network=False)
    assert not is_update(text)
    assert isinstance(read_only.sparql(text), Rows)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> 'SELECT' }",
        "PREFIX ex: <http://x/> BASE <http://y/> DELETE WHERE { ?s ?p ?o }",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "# SELECT\nCLEAR ALL",
        "drop silent all",
        "INSERT { ?s ?p ?o } WHERE { SELECT * { ?s ?p ?o } }",
        "COPY <a:a> TO <a:b>",
        "MOVE <a:a> TO <a:b>",
        "ADD <a:a> TO <a:b>",
        "CREATE GRAPH <a:b>",
    ],
)
def test_updates_are_known(read_only: Store, text: str) -> None:
    assert is_update(text)
    with pytest.raises(QueryError, match="add --write"):
        read_only.sparql(text)


DOCS = "{ ?a kg:doc ?d } ORDER BY ?d"
NAMED = "{ GRAPH ?g { ?a kg:doc ?d } } ORDER BY ?d"


def test_from_names_the_graphs_that_count(read_only: Store) -> None:
    graphs = [str(row["g"]) for row in rows(read_only.sparql(f"SELECT ?g {NAMED}"))]
    first, second = (f"<{graph}>" for graph in graphs)
    told = {
        f"SELECT ?d FROM {second} {DOCS}": ["news/later.txt"],
        f"SELECT ?d FROM {first} FROM {second} {DOCS}": ["news/harbour.txt", "news/later.txt"],
        f"SELECT ?d FROM NAMED {first} {NAMED}": ["news/harbour.txt"],
        f"SELECT ?d FROM NAMED {first} {DOCS}": [],
        f"select ?d from # here\n named {first} {NAMED}": ["news/harbour.txt"],
        f"PREFIX p: <{graphs[1]}> SELECT ?d FROM p: {DOCS}": ["news/later.txt"],
        f"BASE {first} SELECT ?d FROM <> {DOCS}": ["news/harbour.txt"],
    }
    for text, docs in told.items():
        assert [row["d"] for row in rows(read_only.sparql(text))] == docs


@pytest.mark.parametrize(
    ("graph", "named"),
    [("<file:///etc/passwd>", "file:///etc/passwd"), ("NAMED <http://x/y>", "http://x/y"), ("k:g_none", "g_none"), ("named k:n", "n")],
)
def test_from_a_graph_that_is_not_here(read_only: Store, graph: str, named: str) -> None:
    for text in (f"SELECT * FROM {graph} {{ ?s ?p ?o }}", f"ASK FROM {graph} {{ ?s ?p ?o }}", f"DESCRIBE ?s FROM {graph} {{ ?s ?p ?o }}"):
        with pytest.raises(QueryError, match=rf"there is no graph <\S*{named}> in this store") as caught:
            read_only.sparql(text)
        assert "\n" not in str(caught.value)


def test_columns_stand_as_they_were_asked_for(read_only: Store) -> None:
    answer = read_only.sparql("SELECT ?z ?b (1 AS ?m) ?a { ?z a kg:Run ; kg:model ?b . BIND('x' AS ?a) }")
    assert isinstance(answer, Rows)
    assert answer.columns == ("z", "b", "m", "a")


@pytest.mark.parametrize("bracket", ["{", "(", "["])
def test_brackets_nested_deeper_than_the_parser_can_take(read_only: Store, bracket: str) -> None:
    with pytest.raises(QueryError, match="brackets are nested more than 300 deep"):
        read_only.sparql("SELECT * {" + bracket * 100_000)
    shallow = "SELECT (COUNT(*) AS ?n) {" + "{}" * 1000 + "}"
    assert rows(read_only.sparql(shallow)) == [{"n": 1}]
