"""The Cypher that writes the projection. Constant texts: whatever comes from a store is a parameter, labels and types, too."""

from __future__ import annotations

from typing import Final, LiteralString

SCHEMA: Final[tuple[LiteralString, ...]] = (
    "CREATE CONSTRAINT kg_iri IF NOT EXISTS FOR (n:Kg) REQUIRE n.iri IS UNIQUE",
    "CREATE INDEX kg_graph IF NOT EXISTS FOR (n:Kg) ON (n.graph)",
    """
    CREATE FULLTEXT INDEX kg_names IF NOT EXISTS FOR (n:Person|Organization|Group|Place) ON EACH [n.nameKey]
    OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
    """,
    "CREATE FULLTEXT INDEX kg_texts IF NOT EXISTS FOR (n:Claim) ON EACH [n.text]",
)
"""What must be there before anything is changed; an empty database needs only the first, and gets the others when it is full, which is
cheaper by a tenth. Name keys are found by their words, which no length of a name can break."""

INDEXES: Final[LiteralString] = (
    "SHOW INDEXES YIELD name WHERE name IN ['kg_iri', 'kg_graph', 'kg_names', 'kg_texts'] RETURN count(name) AS there"
)

STATE: Final[LiteralString] = "MATCH (s:Kg:Store) RETURN s.id AS id, s.name AS name, s.base AS base, s.projection AS projection"

STORE: Final = "urn:claim-kg:store"
CLAIM_DATABASE: Final[LiteralString] = """
    MERGE (s:Kg {iri: 'urn:claim-kg:store'})
    SET s:Store, s.id = $id, s.name = $name, s.base = $base, s.projection = $projection
"""

GRAPHS: Final[LiteralString] = "MATCH (g:Kg:Graph) RETURN g.iri AS graph, g.stamp AS stamp"

HELD: Final[LiteralString] = "UNWIND $graphs AS g RETURN sum(COUNT { (:Kg {graph: g}) }) AS nodes"
"""How many nodes are stated by some graphs."""

AWAIT_INDEXES: Final[LiteralString] = "CALL db.awaitIndexes(3600)"

_OF_GRAPH: Final[LiteralString] = "UNWIND $graphs AS g MATCH (n:Kg {graph: g}) "
_OF_NODES: Final[LiteralString] = "UNWIND $nodes AS i MATCH (n:Kg {iri: i}) WITH n, n.graph AS g "


def _removal(which: LiteralString) -> tuple[LiteralString, ...]:
    return (
        which + "MATCH (n:Link)-[:FROM]->()-[x]->() WHERE x.derived AND x.link = n.iri DELETE x",
        which + "MATCH (n)-[r]->() WHERE r.graph IS NULL OR r.graph = g DELETE r",
        which + "WITH n WHERE NOT EXISTS { (n)--() } DELETE n",
        which + "SET n = {iri: n.iri} REMOVE n:$(labels(n)) SET n:Kg:Missing",
    )


REMOVE_NODES: Final = _removal(_OF_NODES)
"""One node after another: shortcuts of links, what leads out of the node, the node; one that others still point at stays, as `:Missing`,
without all that was said of it."""

REMOVE: Final[tuple[LiteralString, ...]] = (*_removal(_OF_GRAPH), "UNWIND $graphs AS g MATCH (n:Kg:Graph {iri: g}) DETACH DELETE n")
"""The same for all nodes of a graph, and the mark that the graph is there."""

SWEEP: Final[LiteralString] = "MATCH (n:Kg:Missing) WHERE NOT EXISTS { (n)--() } DELETE n"

WRITE_GRAPHS: Final[LiteralString] = """
    UNWIND $graphs AS g
    MERGE (n:Kg {iri: g.iri})
    SET n:Graph, n.stamp = g.stamp
    REMOVE n:Missing
"""

WRITE: Final[LiteralString] = """
    UNWIND $parts AS part
    CALL (part) {
      UNWIND range(0, size(part.nodes) - 1) AS i
      MERGE (n:Kg {iri: part.nodes[i].iri})
      WITH n, i, n.graph AS was
      SET n = part.nodes[i], n:$(part.labels[i])
      REMOVE n:Missing
      WITH n, i, was ORDER BY i
      RETURN collect(n) AS ns, collect(CASE WHEN was IS NOT NULL THEN n.iri END)[0] AS twice
    }
    CALL (part, ns) {
      UNWIND part.inner AS r
      WITH ns[r[0]] AS a, r[1] AS type, ns[r[2]] AS b
      CREATE (a)-[:$(type)]->(b)
    }
    CALL (part, ns) {
      UNWIND part.outer AS o
      MERGE (b:Kg {iri: o[1]}) ON CREATE SET b:Missing
      WITH o, b
      UNWIND o[2] AS i
      WITH ns[i] AS a, o[0] AS type, b
      CREATE (a)-[:$(type)]->(b)
    }
    CALL (part, ns) {
      UNWIND part.said AS r
      WITH ns[r[0]] AS speaker, ns[r[1]] AS claim, r[2] AS told
      CREATE (speaker)-[s:SAID]->(claim)
      SET s = told
    }
    RETURN collect(twice)[0] AS twice
"""

WRITE_SHORTCUTS: Final[LiteralString] = """
    UNWIND $links AS iri
    MATCH (link:Kg {iri: iri})-[:FROM]->(a), (link)-[:TO]->(b)
    WHERE toUpper(link.relation) IN $types
    CREATE (a)-[x:$(toUpper(link.relation))]->(b)
    SET x = {derived: true, graph: link.graph, link: link.iri, basis: link.basis, rule: link.rule, score: link.score}
"""
