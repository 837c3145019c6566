"""The log says what its ontology says, and nothing else."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from typing import get_args

import pyshacl
import rdflib
from rdflib import OWL, RDF, RDFS, SH

from kg.rdf.logged import Act
from kg.rdf.terms import KG
from kg.store import Store
from kg.store.log import write_entries
from tests.store.test_history import STEPS

TERMS = rdflib.Graph().parse(data=files("kg.ontology").joinpath("log.ttl").read_bytes(), format="turtle")


def test_a_log_conforms(empty: Store) -> None:
    for step in STEPS:
        step(empty)
    empty.delete("later-1")
    out = BytesIO()
    write_entries(empty.log(), empty.base, out, "turtle")
    data = rdflib.Graph().parse(data=out.getvalue(), format="turtle")
    conforms, _, text = pyshacl.validate(data, shacl_graph=TERMS)
    assert conforms, text
    known = {TERMS.value(shape, SH.path) for shape in TERMS.objects(None, SH.property)}
    assert set(data.predicates()) - {RDF.type, rdflib.PROV.wasRevisionOf} <= known
    assert set(data.objects(None, RDF.type)) == {rdflib.URIRef(KG + "LogEntry")}
    lines = rdflib.Graph().parse(data=(empty.path / "log.nt").read_bytes(), format="nt")
    assert set(lines) == set(data)


def test_every_term_is_declared_and_every_act_listed() -> None:
    own = {path for shape in TERMS.objects(None, SH.property) if (path := TERMS.value(shape, SH.path)).startswith(KG)}  # type: ignore[union-attr]
    for term in own - {rdflib.URIRef(KG + "by")}:
        assert any((term, RDF.type, kind) in TERMS for kind in (OWL.DatatypeProperty, OWL.ObjectProperty))
        assert str(TERMS.value(term, RDFS.comment)).endswith(".")
    [listed] = TERMS.objects(None, SH["in"])
    assert [str(one) for one in TERMS.items(listed)] == list(get_args(Act))
