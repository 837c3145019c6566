"""The query files keep their contract: help, parameters, columns, and SPARQL that any other tool can read."""

from __future__ import annotations

import re
from datetime import date, datetime

import pyoxigraph
import pytest

from kg.errors import QueryError
from kg.store import NamedQuery, Store, named_queries
from kg.store.named import _parse, named_query

NAMES = [
    "about",
    "contradictions",
    "corroboration",
    "disputes",
    "entities",
    "network",
    "provenance",
    "speakers",
    "timeline",
    "unattributed",
    "who-said",
]
REQUIRED = {"provenance": ("id", "attribution"), "corroboration": ("claim", "claim_id")}


def test_what_there_is() -> None:
    assert [query.name for query in named_queries()] == NAMES


@pytest.mark.parametrize("query", named_queries(), ids=NAMES)
def test_a_query_file_keeps_the_contract(query: NamedQuery, read_only: Store) -> None:
    assert query.help.endswith(".")
    assert all(parameter.help for parameter in query.parameters)
    assert all(words for _, words in query.columns)
    name, column = REQUIRED.get(query.name, ("", ""))
    required = {name: read_only.query("who-said")[0][column]} if name else {}
    assert read_only.query(query.name, **required).columns == tuple(name for name, _ in query.columns)
    assert set(re.findall(r"\$(\w+)", query.text)) == {parameter.name for parameter in query.parameters}
    conditions = {name for found in re.findall(r"# if (.+)$", query.text, re.MULTILINE) for name in found.split()}
    assert conditions <= {parameter.name for parameter in query.parameters}


@pytest.mark.parametrize("query", named_queries(), ids=NAMES)
def test_a_query_file_is_sparql_as_it_stands(query: NamedQuery) -> None:
    text = query.text.replace("LIMIT $limit", "LIMIT 5")
    assert isinstance(pyoxigraph.Store().query(text), pyoxigraph.QuerySolutions)


def test_conditions_choose_lines() -> None:
    query = _parse("x", "# Help.\n# param a name  help\n# param b count help\nA $a # if a\nB $b   # if b\nAB   # if a b\nC\n")
    assert query.sparql({}) == "C"
    assert query.sparql({"a": "The Ash"}) == 'A "ash"\nC'
    assert query.sparql({"a": "Ash", "b": 3}) == 'A "ash"\nB 3\nAB\nC'
    assert (query.help, query.parameters[0].help) == ("Help.", "help")


def test_a_name_may_stand_for_an_entity() -> None:
    query = _parse("x", "# Help.\n# param a name  help\n# param n count help\n?x kg:nameKey $a . # if a\nA $a # if a\n")
    assert query.sparql({"a": "Ash"}) == '?x kg:nameKey "ash" .\nA "ash"'
    widened = '?x kg:nameKey|^kg:member ?a_called . VALUES ?a_called { "ash" <urn:e> } .\nA "ash"'
    assert query.sparql({"a": "Ash"}, {"a": "urn:e"}) == widened
    assert query.values({"a": "Ash"}, {"a": "urn:e"}) == {"a": "ash", "n": None, "a_entity": "urn:e"}
    assert query.entities({"a": "The Ash", "n": 1}, lambda key: f"urn:{key}") == {"a": "urn:ash"}
    assert query.entities({"a": "The Ash"}, lambda _: None) == query.entities({"a": None}, str) == {}


def test_an_unknown_kind_is_a_mistake_in_the_file() -> None:
    with pytest.raises(QueryError, match="unknown kind 'colour'"):
        _parse("x", "# param a colour  help\nC\n")


@pytest.mark.parametrize("value", ['"', "\\", "} DROP ALL #", "\n", "x' OR 1=1", '""" }', "\u0000", "𝄞"])
def test_values_cannot_break_out(read_only: Store, value: str) -> None:
    if value.strip():
        assert len(read_only.exactly("who-said", speaker=value)) == 0
        assert len(read_only.query("who-said", medium=value)) == 0
    else:
        with pytest.raises(QueryError, match="speaker: the name is empty"):
            read_only.query("who-said", speaker=value)


@pytest.mark.parametrize(
    ("name", "params", "says"),
    [
        ("who-sad", {}, "no query is called 'who-sad': there is about, contradictions"),
        ("who-said", {"speeker": "x"}, "who-said has no parameter 'speeker': it has speaker, about"),
        ("who-said", {"since": "last week"}, "since: 'last week' is no date: write YYYY-MM-DD"),
        ("who-said", {"until": "2024-13-01"}, "until: '2024-13-01' is no date"),
        ("who-said", {"stance": "shouts"}, "stance: 'shouts' is none of asserts, denies"),
        ("who-said", {"min_score": 2}, "min-score: 2 is no score: a number from 0 to 1"),
        ("who-said", {"min_score": "high"}, "min-score: 'high' is no score"),
        ("who-said", {"min_score": float("nan")}, "min-score: nan is no score"),
        ("who-said", {"limit": -1}, "limit: -1 is no number of rows"),
        ("who-said", {"limit": "٣"}, "limit: '٣' is no number of rows"),
        ("who-said", {"limit": 0}, "limit: 0 is no number of rows: 1, 2, 3 …"),
        ("who-said", {"limit": "000"}, "limit: '000' is no number of rows"),
        ("who-said", {"limit": 10**20}, "limit: 100000000000000000000 is no number of rows"),
        ("who-said", {"limit": True}, "limit: True is no number of rows"),
        ("who-said", {"speaker": "Mr. \ud800"}, "speaker: "),
        ("who-said", {"medium": "  "}, "medium: there are no words in it"),
        ("provenance", {"id": "att_zzz"}, "no claim or attribution is called 'att_zzz'"),
        ("provenance", {"id": "att_"}, r"'att_' fits 10 claims and attributions: give more of one of att_.* …"),
        ("provenance", {"id": ""}, "no claim or attribution is called ''"),
        ("provenance", {}, "provenance needs id"),
    ],
)
def test_refusals(read_only: Store, name: str, params: dict[str, str], says: str) -> None:
    with pytest.raises(QueryError, match=says) as caught:
        read_only.query(name, **params)
    assert "\n" not in str(caught.value)


def test_dates_in_any_form(read_only: Store) -> None:
    for since in ("2024-03-08", date(2024, 3, 8), datetime(2024, 3, 8, 12)):  # noqa: DTZ001
        assert len(read_only.query("who-said", since=since)) == 2


def test_a_limit_in_any_form(read_only: Store) -> None:
    assert [len(read_only.query("who-said", limit=limit)) for limit in (3, "3", "03", 10**17)] == [3, 3, 3, 10]


def test_choices_are_the_closed_lists() -> None:
    parameters = {parameter.name: parameter for parameter in named_query("who-said").parameters}
    assert parameters["manner"].choices == ("direct", "indirect", "mixed")
    assert parameters["speaker"].choices == ()
