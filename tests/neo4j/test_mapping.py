"""The ontology as labels, properties and relationships: one name a term, and a way back for each."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode

from kg.neo4j.mapping import DERIVED, OURS, SHORTCUTS, Scalar, mapping
from kg.rdf import terms as t
from kg.rdf.lists import LISTS
from kg.store.vocabulary import vocabulary


def test_every_term_has_a_name_of_its_own() -> None:
    known, terms = mapping(), vocabulary()
    assert len(known.classes) == len(known.labels) == len(terms.classes)
    assert len(known.fields) == len(known.fields_by_name)
    assert len(known.relationships) == len(known.relationships_by_name)
    assert {one.value for one in terms.properties} == {*known.fields, *known.relationships, t.TYPE.value}


def test_names_of_ours_are_no_terms() -> None:
    known = mapping()
    assert not {"iri", "graph", "stamp", *DERIVED} & known.fields_by_name.keys()
    assert not {OURS, "Graph", "Store", "Missing"} & known.classes.keys()
    assert not set(SHORTCUTS) & known.relationships_by_name.keys()


@pytest.mark.parametrize(
    ("iri", "name"),
    [(t.IN_ARTICLE, "IN_ARTICLE"), (t.ATTRIBUTED_TO, "WAS_ATTRIBUTED_TO"), (t.FROM, "FROM"), (t.ROLE_OF, "ROLE_OF"), (t.ABOUT, "ABOUT")],
)
def test_relationships(iri: NamedNode, name: str) -> None:
    assert mapping().relationships[iri.value] == name
    assert mapping().relationships_by_name[name] == iri


@pytest.mark.parametrize(
    ("iri", "term", "value"),
    [
        (t.NAME, Literal("Zoë \x00 🙂"), "Zoë \x00 🙂"),
        (t.BEGIN, Literal("812", datatype=t.INTEGER), 812),
        (t.SCORE, Literal("0.95", datatype=t.DOUBLE), 0.95),
        (t.PUBLISHED, Literal("2024-03-06", datatype=t.DATE), date(2024, 3, 6)),
        (t.STANCE, LISTS["stance"]["denies"], "denies"),
        (t.BASIS, LISTS["basis"]["numeric"], "numeric"),
        (t.STANCE, NamedNode("https://w3id.org/claim-kg#Shrugs"), "https://w3id.org/claim-kg#Shrugs"),
    ],
)
def test_values_go_there_and_back(iri: NamedNode, term: Literal | NamedNode, value: Scalar) -> None:
    field = mapping().fields[iri.value]
    assert field.write(term.value) == value
    assert field.read(value) == term


def test_what_may_be_several_is_a_list() -> None:
    assert {field.name for field in mapping().fields.values() if field.many} == {"nameKey", "readingError", "parameter"}
