"""The graph in Neo4j: a lossless projection of a store, the same questions in Cypher, and a local server that needs no Docker and no Java.

`kg.neo4j.sync.sync` writes what changed, `kg.neo4j.readback.statements` reads it back, `kg.neo4j.answers.open_neo4j` asks it.
"""
