"""What a reader is told about a text that is no SPARQL: the place, what stands there, and nothing of the parser's insides."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.store import Store


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1, column 1: the text ends too early"),
        ("SELECT", "line 1, column 7: the text ends too early"),
        ("nonsense", "line 1, column 1: not understood from 'nonsense' on"),
        ("SELECT (COUNT(*) {?s ?p ?o}", "line 1, column 18: not understood from '{?s ?p ?o}' on"),
        ("SELECT ?s, ?p { ?s ?p ?o }", "line 1, column 10: not understood from ', ?p { ?s ?p ?o }' on"),
        ("ASK {\n ?s ?p ?o .\n ?x . }", "line 3, column 2: not understood from '?x . }' on"),
        ("SELECT * { ?s ?p ?o } LIMIT many rows if there are such", "column 23: not understood from 'LIMIT many rows if there are s…' on"),
        ("SELECT * { ?s foo:bar ?o }", "no PREFIX foo: is declared (in foo:bar)"),
        ("SELECT * { ?s ?p <bad iri> }", "column 12: not understood from '?s ?p <bad iri> }' on (IRI parsing failed)"),
        ("INSERT DATA { GRAPH <a:g> { ?s <a:b> <a:c> } }", "Variables are not allowed in INSERT DATA"),
        ("DELETE WHERE {", "line 1, column 1: not understood from 'DELETE WHERE {' on"),
        ("SELECT * { BIND(1 AS ?s) ?s ?p ?o BIND(2 AS ?s) }", "it is not understood (read up to line 1, column 50)"),
        ("SELECT * { ?s ?p '\ud800' }", "surrogates not allowed"),
    ],
)
def test_broken_sparql_in_one_readable_line(store: Store, text: str, says: str) -> None:
    with pytest.raises(QueryError, match="this is not SPARQL as it should be: ") as caught:
        store.sparql(text, write=True)
    message = str(caught.value)
    assert says in message
    assert "\n" not in message
    assert "expected" not in message
    assert len(message) < 200
