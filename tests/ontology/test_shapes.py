"""A store of ours conforms; and for every constraint of every shape there is a store that it catches."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest
import rdflib
from rdflib import SH, URIRef

from kg.rdf.terms import PREFIXES
from kg.review import Decision
from kg.store import Store, Violation
from tests.store.conftest import damage
from tests.store.sample import joint
from tests.store.test_reviewing import at

EXAMPLES: dict[str, list[tuple[str, str, str]]] = {
    "schema:NewsArticle": [
        ("kg:key", "DELETE", "MinCount"),
        ("kg:key", "'second'", "MaxCount"),
        ("kg:doc", "DELETE", "MinCount"),
        ("kg:doc", "5", "Datatype"),
        ("kg:inGraph", "'g'", "NodeKind"),
        ("kg:readBy", "k:nobody", "Class"),
        ("kg:readingError", "5", "Datatype"),
        ("schema:headline", "'second'", "MaxCount"),
        ("schema:datePublished", "'Monday'", "Datatype"),
        ("schema:dateModified", "'Monday'", "Datatype"),
        ("schema:creditText", "'second'", "MaxCount"),
        ("schema:publisher", "k:nobody", "Class"),
        ("schema:url", "k:x", "Datatype"),
        ("schema:inLanguage", "'fr'", "MaxCount"),
        ("schema:mentions", "'Ash'", "NodeKind"),
        ("kg:stance", "kg:Denies", "Closed"),
    ],
    "nif:Context": [
        ("prov:wasDerivedFrom", "DELETE", "MinCount"),
        ("kg:sha256", "'xyz'", "Pattern"),
        ("nif:isString", "'second'", "MaxCount"),
        ("nif:beginIndex", "-1", "MinInclusive"),
        ("nif:endIndex", "DELETE", "MinCount"),
        ("kg:sentenceSpans", "'0-5,6-7'", "Pattern"),
        ("kg:headlineSpans", "'5'", "Pattern"),
        ("kg:skippedSpans", "'a-b'", "Pattern"),
        ("kg:key", "'x'", "Closed"),
    ],
    "nif:Sentence": [
        ("nif:referenceContext", "DELETE", "MinCount"),
        ("nif:beginIndex", "99999", "LessThan"),
        ("nif:endIndex", "'9'", "Datatype"),
        ("schema:name", "'x'", "Closed"),
    ],
    "kg:Span": [("nif:referenceContext", "k:nobody", "Class"), ("nif:endIndex", "DELETE", "MinCount")],
    "schema:Person": [
        ("schema:name", "DELETE", "MinCount"),
        ("kg:nameKey", "5", "Datatype"),
        ("kg:mentionSpans", "'0-5x'", "Pattern"),
        ("kg:mentionSpans", "DELETE", "MinCount"),
        ("kg:role", "k:nobody", "Class"),
        ("schema:memberOf", "k:nobody", "Class"),
        ("schema:url", "'x'", "Closed"),
    ],
    "schema:Role": [
        ("schema:roleName", "DELETE", "MinCount"),
        ("kg:roleOf", "k:nobody", "Or"),
        ("nif:beginIndex", "99999", "LessThan"),
        ("nif:endIndex", "DELETE", "MinCount"),
        ("kg:key", "'x'", "Closed"),
    ],
    "kg:Attribution": [
        ("kg:inArticle", "DELETE", "MinCount"),
        ("prov:wasQuotedFrom", "k:nobody", "Class"),
        ("kg:sentenceBegin", "99999", "LessThan"),
        ("kg:sentenceEnd", "-1", "MinInclusive"),
        ("prov:wasAttributedTo", "k:nobody", "Or"),
        ("kg:onBehalfOf", "k:nobody", "Or"),
        ("kg:addressee", "'Ash'", "NodeKind"),
        ("kg:claim", "k:nobody", "Class"),
        ("kg:disputes", "k:nobody", "Class"),
        ("kg:relays", "k:nobody", "Class"),
        ("kg:sourceBegin", "99999", "LessThan"),
        ("kg:sourceEnd", "'x'", "Datatype"),
        ("kg:sourceSpan", "k:nobody", "Class"),
        ("kg:cueBegin", "99999", "LessThan"),
        ("kg:cueEnd", "'x'", "Datatype"),
        ("kg:cueSpan", "k:nobody", "Class"),
        ("kg:contentBegin", "99999", "LessThan"),
        ("kg:contentEnd", "'x'", "Datatype"),
        ("kg:contentSpan", "k:nobody", "Class"),
        ("kg:stance", "kg:Shouts", "In"),
        ("kg:manner", "DELETE", "MinCount"),
        ("kg:certainty", "kg:Positive", "In"),
        ("kg:kind", "DELETE", "MinCount"),
        ("kg:medium", "5", "Datatype"),
        ("kg:saidWords", "5", "Datatype"),
        ("kg:saidFrom", "'2999-01-01'^^xsd:date", "LessThanOrEquals"),
        ("kg:saidTo", "'Monday'", "Datatype"),
        ("prov:wasGeneratedBy", "DELETE", "MinCount"),
        ("kg:method", "DELETE", "MinCount"),
        ("kg:score", "'1.5'^^xsd:double", "MaxInclusive"),
        ("kg:key", "'x'", "Closed"),
    ],
    "schema:Claim": [
        ("schema:text", "DELETE", "MinCount"),
        ("kg:polarity", "kg:Denies", "In"),
        ("kg:unverified", "1", "Datatype"),
        ("schema:about", "k:nobody", "Or"),
        ("kg:contentBegin", "'x'", "Datatype"),
        ("kg:contentEnd", "'x'", "Datatype"),
        ("kg:contentSpan", "k:nobody", "Class"),
        ("kg:score", "'1'^^xsd:double", "Closed"),
    ],
    "kg:Link": [
        ("kg:inGraph", "DELETE", "MinCount"),
        ("kg:from", "DELETE", "MinCount"),
        ("kg:to", "k:nobody", "Class"),
        ("kg:fromAttribution", "DELETE", "MinCount"),
        ("kg:toAttribution", "k:nobody", "Class"),
        ("kg:relation", "kg:Denies", "In"),
        ("kg:basis", "DELETE", "MinCount"),
        ("kg:rule", "DELETE", "MinCount"),
        ("kg:score", "'-1'^^xsd:double", "MinInclusive"),
        ("kg:evidence", "k:nobody", "Class"),
        ("kg:key", "'x'", "Closed"),
    ],
    "kg:Copy": [
        ("kg:inGraph", "DELETE", "MinCount"),
        ("kg:fromArticle", "k:nobody", "Class"),
        ("kg:toArticle", "DELETE", "MinCount"),
        ("kg:rule", "DELETE", "MinCount"),
        ("kg:score", "'2'^^xsd:double", "MaxInclusive"),
        ("kg:key", "'x'", "Closed"),
    ],
    "kg:Merge": [
        ("kg:inGraph", "DELETE", "MinCount"),
        ("kg:fromMention", "DELETE", "MinCount"),
        ("kg:toMention", "'Ash'", "NodeKind"),
        ("kg:rule", "DELETE", "MinCount"),
        ("kg:reason", "5", "Datatype"),
        ("kg:score", "DELETE", "MinCount"),
        ("kg:key", "'x'", "Closed"),
    ],
    "kg:Split": [
        ("kg:inGraph", "DELETE", "MinCount"),
        ("kg:fromMention", "DELETE", "MinCount"),
        ("kg:toMention", "'Ash'", "NodeKind"),
        ("kg:rule", "DELETE", "MinCount"),
        ("kg:reason", "5", "Datatype"),
        ("kg:key", "'x'", "Closed"),
    ],
    "kg:Entity": [
        ("kg:inGraph", "DELETE", "MinCount"),
        ("schema:name", "DELETE", "MinCount"),
        ("kg:member", "DELETE", "MinCount"),
        ("owl:sameAs", "'Q1'", "NodeKind"),
        ("kg:key", "'x'", "Closed"),
    ],
    "kg:Cluster": [
        ("kg:inGraph", "DELETE", "MinCount"),
        ("schema:text", "DELETE", "MinCount"),
        ("kg:member", "DELETE", "MinCount"),
        ("kg:key", "'x'", "Closed"),
    ],
    "kg:Decision": [
        ("kg:inGraph", "DELETE", "MinCount"),
        ("kg:verdict", "kg:Denies", "In"),
        ("kg:textSha256", "'xyz'", "Pattern"),
        ("kg:otherTextSha256", "'xyz'", "Pattern"),
        *((f"kg:{name}Spans", "'a-b'", "Pattern") for name in ("source", "cue", "content", "otherSource", "otherCue", "otherContent")),
        *(
            (f"kg:{name}", "'5'", "Pattern")
            for name in ("newSourceSpans", "newCueSpans", "newContentSpans", "newSpeakerSpan", "newOnBehalfOfSpan")
        ),
        ("kg:newSpeaker", "5", "Datatype"),
        ("kg:newSpeakerType", "'Dog'", "Pattern"),
        ("kg:newOnBehalfOf", "5", "Datatype"),
        ("kg:newOnBehalfOfType", "'Dog'", "Pattern"),
        ("kg:ofRelation", "'likes'", "Pattern"),
        ("kg:ofDocument", "5", "Datatype"),
        ("kg:reason", "5", "Datatype"),
        ("kg:by", "5", "Datatype"),
        ("kg:key", "'x'", "Closed"),
    ],
    "kg:Run": [
        ("kg:inGraph", "DELETE", "MinCount"),
        ("kg:extractor", "DELETE", "MinCount"),
        ("kg:model", "'second'", "MaxCount"),
        ("kg:modelSha256", "DELETE", "MinCount"),
        ("kg:parameter", "5", "Datatype"),
        ("kg:key", "'x'", "Closed"),
    ],
}
FLAT = [(kind, *example) for kind, examples in EXAMPLES.items() for example in examples]


def long(compact: str) -> str:
    prefix, _, local = compact.partition(":")
    return PREFIXES[prefix] + local


@pytest.fixture
def broken(linked: Store) -> Callable[[str, str, str], list[Violation]]:
    """The violations in a store in which every thing of a kind lacks a property, or has one value more."""

    def make(kind: str, path: str, value: str) -> list[Violation]:
        if value == "DELETE":
            change = f"DELETE {{ GRAPH ?g {{ ?x {path} ?old }} }} WHERE {{ GRAPH ?g {{ ?x a {kind} ; {path} ?old }} }}"
        else:
            change = f"INSERT {{ GRAPH ?g {{ ?x {path} {value} }} }} WHERE {{ GRAPH ?g {{ ?x a {kind} }} }}"
        linked.decide([Decision("rejected", at("a4"))])
        before = linked.stats()["statements"]
        damage(linked, change)
        assert linked.stats()["statements"] != before
        return linked.validate()

    return make


@pytest.mark.parametrize(("kind", "path", "value", "says"), FLAT, ids=[f"{kind} {path} {value}" for kind, path, value, _ in FLAT])
def test_a_failing_example(broken: Callable[[str, str, str], list[Violation]], kind: str, path: str, value: str, says: str) -> None:
    found = broken(kind, path, value)
    assert [one for one in found if says == one.constraint and one.path in ("", long(path))]
    assert all("\n" not in one.message for one in found)


def test_every_property_of_every_shape_has_a_failing_example() -> None:
    shapes = rdflib.Graph().parse(data=files("kg.ontology").joinpath("shapes.ttl").read_bytes(), format="turtle")
    for node, kind in shapes.subject_objects(SH.targetClass):
        wanted = {str(shapes.value(one, SH.path)) for one in shapes.objects(node, SH.property)}
        kinds = {str(one) for one in shapes.objects(node, SH.targetClass)}
        shown = {long(path) for name, path, *_ in FLAT if long(name) in kinds}
        assert isinstance(kind, URIRef)
        assert wanted <= shown
        assert any(says == "Closed" for name, _, _, says in FLAT if long(name) in kinds)


def test_a_store_of_ours_conforms(store: Store, linked: Store) -> None:
    assert store.validate() == linked.validate() == []


def test_several_who_speak_as_one_conform(empty: Store) -> None:
    empty.load(joint())
    assert empty.validate() == []


def test_a_large_store_is_validated_in_portions(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.shacl._ARTICLES_AT_A_TIME", 1)
    assert store.validate() == []
    damage(store, "DELETE { GRAPH ?g { ?x kg:stance ?s } } WHERE { GRAPH ?g { ?x kg:stance ?s } }")
    assert len(store.validate()) == 10


def test_an_empty_store_conforms(empty: Store) -> None:
    assert empty.validate() == []
