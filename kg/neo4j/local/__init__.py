"""A local Neo4j server of a store: real, on loopback only, without Docker and without a Java on the system."""
