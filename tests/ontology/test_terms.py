"""Ontology, shapes, context and code say the same: one source, and nothing undeclared."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
import rdflib
from pyoxigraph import NamedNode
from rdflib import OWL, RDF, RDFS, SH, XSD, URIRef

from kg.rdf import terms, to_quads
from kg.rdf.decided import decision_quads
from kg.rdf.linked import Copy, FarLink, Merge, pair_quads
from kg.rdf.lists import LISTS
from kg.rdf.terms import KG, PREFIXES
from kg.review import Decision, Place, Speaker
from kg.store.vocabulary import vocabulary
from tests.store.sample import joint, other, sample

FOLDER = files("kg.ontology")
ONTOLOGY = rdflib.Graph().parse(data=FOLDER.joinpath("kg.ttl").read_bytes(), format="turtle")
SHAPES = rdflib.Graph().parse(data=FOLDER.joinpath("shapes.ttl").read_bytes(), format="turtle")
CONTEXT: dict[str, Any] = json.loads(FOLDER.joinpath("context.jsonld").read_bytes())["@context"]
CLASSES = {
    "ATTRIBUTION",
    "CLAIM_CLASS",
    "CONTEXT",
    "LINK",
    "NEWS_ARTICLE",
    "ORGANIZATION",
    "ROLE_CLASS",
    "RUN",
    "SENTENCE",
    "SPAN",
    "COPY",
    "MERGE",
    "SPLIT",
    "ENTITY",
    "CLUSTER",
    "DECISION",
}
NODES = {name: value for name, value in vars(terms).items() if isinstance(value, NamedNode) and not value.value.startswith(terms.XSD)}
PROPERTIES = {URIRef(value.value) for name, value in NODES.items() if name not in CLASSES | {"TYPE"}}
PROPERTIES |= {URIRef(node.value) for part in terms.SPANS_OF.values() for node in part}
OWN = sorted(one for one in PROPERTIES if one.startswith(KG))


def shapes_of(path: URIRef) -> list[rdflib.term.Node]:
    return [one for one in SHAPES.subjects(SH.path, path) if (None, SH.targetClass, None) in _above(one)]


def _above(shape: rdflib.term.Node) -> rdflib.Graph:
    above = rdflib.Graph()
    for node in SHAPES.subjects(SH.property, shape):
        above += SHAPES.triples((node, None, None))
    return above


def test_the_code_writes_only_what_it_names() -> None:
    link = FarLink(("k:a", "k:c", ("k:s",)), ("k:b", "k:d", ()), "same", "wording", "r/1", 1.0)
    far = pair_quads("k:", NamedNode("k:g"), [link, Merge("k:m", "k:n", "r/1", 1.0, "x"), Copy("k:x", "k:y", "r/1", 1.0)])
    place = Place("ab", ((0, 1),), ((2, 3),), ((4, 5),))
    spans = place.content
    decided = Decision(
        "corrected",
        place,
        place,
        "same",
        spans,
        spans,
        spans,
        Speaker("x", "Person", (0, 1)),
        "key",
        "reason",
        "me",
        Speaker("y", "Person", (0, 1)),
    )
    computed = {URIRef(terms.MEMBER.value), URIRef(terms.SAME_AS.value)}
    written = {
        URIRef(quad.predicate.value)
        for quad in [*to_quads(sample()), *to_quads(other()), *to_quads(joint()), *far, *decision_quads("k:", decided)]
    } | computed
    assert written - {RDF.type} <= PROPERTIES
    assert PROPERTIES - written <= {URIRef(KG + "contentSpan"), URIRef(KG + "sourceSpan"), URIRef(KG + "cueSpan")}


@pytest.mark.parametrize("name", OWN, ids=[one.removeprefix(KG) for one in OWN])
def test_a_property_of_ours_is_declared(name: URIRef) -> None:
    kind = (
        OWL.DatatypeProperty
        if ONTOLOGY.value(name, RDFS.range, any=False) in (XSD.string, XSD.integer, XSD.double, XSD.date)
        else OWL.ObjectProperty
    )
    assert (name, RDF.type, kind) in ONTOLOGY
    assert ONTOLOGY.value(name, RDFS.domain, any=False) is not None
    assert str(ONTOLOGY.value(name, RDFS.label, any=False))
    assert str(ONTOLOGY.value(name, RDFS.comment, any=False)).endswith(".")


def test_nothing_is_declared_that_nothing_uses() -> None:
    declared = {one for kind in (OWL.DatatypeProperty, OWL.ObjectProperty) for one in ONTOLOGY.subjects(RDF.type, kind)}
    assert declared == set(OWN)


@pytest.mark.parametrize("name", sorted(PROPERTIES), ids=[one.rpartition("/")[2].rpartition("#")[2] for one in sorted(PROPERTIES)])
def test_a_property_has_a_shape_with_its_values_and_cardinality(name: URIRef) -> None:
    shapes = shapes_of(name)
    assert shapes
    for shape in shapes:
        kinds = [SHAPES.value(shape, how) for how in (SH.datatype, SH["class"], SH["in"], SH.nodeKind)]
        assert sum(kind is not None for kind in kinds) == 1
        if not name.startswith(KG):
            assert str(SHAPES.value(shape, SH.description)).endswith(".")


@pytest.mark.parametrize("name", OWN, ids=[one.removeprefix(KG) for one in OWN])
def test_shapes_and_ontology_agree(name: URIRef) -> None:
    range_ = ONTOLOGY.value(name, RDFS.range)
    shapes = shapes_of(name)
    once = all(SHAPES.value(shape, SH.maxCount) is not None for shape in shapes)
    assert ((name, RDF.type, OWL.FunctionalProperty) in ONTOLOGY) == once
    for shape in shapes:
        given = SHAPES.value(shape, SH.datatype) or SHAPES.value(shape, SH["class"])
        assert given in (None, range_)
    domain = ONTOLOGY.value(name, RDFS.domain)
    union = ONTOLOGY.value(domain, OWL.unionOf)
    domains = set(ONTOLOGY.items(union)) if union else {domain}
    targets = {one for shape in shapes for node in SHAPES.subjects(SH.property, shape) for one in SHAPES.objects(node, SH.targetClass)}
    assert targets == domains


@pytest.mark.parametrize("name", LISTS)
def test_closed_lists(name: str) -> None:
    members = {URIRef(node.value) for node in LISTS[name].values()}
    if name == "type":
        assert members <= {URIRef(one.value) for one in vocabulary().classes}
        return
    property_ = URIRef(KG + name)
    listed = [one for shape in shapes_of(property_) for one in SHAPES.objects(shape, SH["in"])]
    assert listed
    assert all(set(SHAPES.items(one)) == members for one in listed)
    assert set(ONTOLOGY.subjects(RDF.type, ONTOLOGY.value(property_, RDFS.range))) == members
    for member in members:
        assert ONTOLOGY.value(member, RDFS.label)
        assert str(ONTOLOGY.value(member, RDFS.comment)).endswith(".")


def test_classes_are_declared() -> None:
    used = {URIRef(node.value) for node in vocabulary().classes}
    assert {URIRef(NODES[name].value) for name in CLASSES} <= used
    for one in used:
        if one.startswith(KG):
            assert (one, RDF.type, OWL.Class) in ONTOLOGY
            assert ONTOLOGY.value(one, RDFS.comment)


def test_the_vocabulary_at_run_time_is_that_of_the_shapes() -> None:
    known = vocabulary().properties
    assert {URIRef(one.value) for one in known} == PROPERTIES | {RDF.type}
    for name in PROPERTIES:
        datatypes = {str(SHAPES.value(shape, SH.datatype)) for shape in shapes_of(name)}
        found = known[NamedNode(str(name))]
        assert datatypes == {found.datatype.value if found.datatype else "None"}
        assert found.closed == any((shape, SH["in"], None) in SHAPES for shape in shapes_of(name))


@pytest.mark.parametrize("name", sorted(PROPERTIES), ids=[one.rpartition("/")[2].rpartition("#")[2] for one in sorted(PROPERTIES)])
def test_the_context_reads_values_as_the_shapes_say(name: URIRef) -> None:
    short = name.rpartition("/")[2].rpartition("#")[2]
    how = CONTEXT[short]
    prefix, _, local = how["@id"].partition(":")
    assert PREFIXES[prefix] + local == str(name)
    shape = shapes_of(name)[0]
    datatype = SHAPES.value(shape, SH.datatype)
    if datatype is None:
        assert how["@type"] == ("@vocab" if SHAPES.value(shape, SH["in"]) else "@id")
    else:
        assert how.get("@type") == (None if datatype == XSD.string else f"xsd:{str(datatype).rpartition('#')[2]}")
    assert ("@container" in how) == (SHAPES.value(shape, SH.maxCount) is None)


def test_the_context_names_nothing_twice() -> None:
    targets = [how["@id"] if isinstance(how, dict) else how for name, how in CONTEXT.items() if name != "@version"]
    assert len(targets) == len(set(targets))
    individuals = {node.value.rpartition("#")[2] for name, members in LISTS.items() if name != "type" for node in members.values()}
    assert individuals - set(CONTEXT) == set()
    assert {name for name in individuals if CONTEXT[name] != f"kg:{name}"} == {"Place"}


def test_the_ontology_says_what_it_is() -> None:
    assert (URIRef("https://w3id.org/claim-kg"), RDF.type, OWL.Ontology) in ONTOLOGY
