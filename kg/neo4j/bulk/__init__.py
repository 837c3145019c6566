"""Filling an empty Neo4j with `neo4j-admin database import`: what `kg.neo4j.sync` would write there one transaction after the other.

`files.write` writes the import files, `offline.fill` imports them into a store's local server.
"""
