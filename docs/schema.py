"""The Neo4j schema as Markdown, from the ontology and its shapes."""

from __future__ import annotations

from importlib.resources import files

from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.term import Node

from kg.neo4j.mapping import DERIVED, mapping

SH = Namespace("http://www.w3.org/ns/shacl#")
_TYPES = {"string": "string", "integer": "integer", "double": "float", "date": "date"}
_WORDS = {
    "words": ("Sentence, Span", "its words"),
    "sourceWords": ("Attribution", "the words that name who said it"),
    "cueWords": ("Attribution", "the words that say that it is said"),
    "contentWords": ("Attribution", "the words that are said"),
    "sentenceWords": ("Attribution", "the sentence, or sentences, it stands in"),
}


def schema() -> str:
    """Tables of labels with their properties, and of relationships."""
    shapes, ontology = _graph("shapes.ttl"), _graph("kg.ttl")
    rows = sorted(_rows(shapes, ontology))
    own = [f"| `{label}` | `{name}` | {kind} | {said} |" for label, name, kind, said in rows if kind != "relationship"]
    led = [f"| `(:{label})` | `{name}` | {said} |" for label, name, kind, said in rows if kind == "relationship"]
    cut = [f"| `{_WORDS[name][0]}` | `{name}` | string | {_WORDS[name][1]} |" for name in DERIVED]
    return "\n".join(
        [
            "### Nodes",
            "",
            "| label | property | type | what it holds |\n|---|---|---|---|",
            *own,
            "",
            "Cut out of the article's text, for reading and for queries, and ignored when read back:",
            "",
            "| label | property | type | what it holds |\n|---|---|---|---|",
            *cut,
            "",
            "### Relationships",
            "",
            "| from | type | what it says |\n|---|---|---|",
            *led,
        ]
    )


def _graph(name: str) -> Graph:
    return Graph().parse(data=files("kg.ontology").joinpath(name).read_text("utf-8"), format="turtle")


def _rows(shapes: Graph, ontology: Graph) -> list[tuple[str, str, str, str]]:
    known = mapping()
    rows = []
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        labels = ", ".join(sorted(known.labels[str(target)] for target in shapes.objects(shape, SH.targetClass)))
        for one in shapes.objects(shape, SH.property) if labels else ():
            iri = str(shapes.value(one, SH.path))
            said = str(shapes.value(one, SH.description) or ontology.value(URIRef(iri), RDFS.comment) or "").replace("|", "\\|")
            if iri in known.relationships:
                rows.append((labels, known.relationships[iri], "relationship", said))
            else:
                rows.append((labels, known.fields[iri].name, _type(shapes, one, many=known.fields[iri].many), said))
    return rows


def _type(shapes: Graph, one: Node, *, many: bool) -> str:
    datatype = shapes.value(one, SH.datatype)
    if datatype is None:
        values = shapes.collection(shapes.value(one, SH["in"]))  # type: ignore[arg-type]
        return ", ".join(f'"{str(value).rpartition("#")[2].lower()}"' for value in values)
    name = _TYPES[str(datatype).rpartition("#")[2]]
    return f"list of {name}s" if many else name
