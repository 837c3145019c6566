"""The embedded store: RDF on disk, and the named queries over it."""

from kg.store.named import NamedQuery, named_queries
from kg.store.parameters import Parameter
from kg.store.shacl import Violation
from kg.store.store import Store, open_store
from kg.store.triples import Triples
from kg.store.writing import Loaded

__all__ = ["Loaded", "NamedQuery", "Parameter", "Store", "Triples", "Violation", "named_queries", "open_store"]
