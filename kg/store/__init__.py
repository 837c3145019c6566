"""The embedded store: RDF on disk, and the named queries over it."""

from kg.store.named import NamedQuery, named_queries
from kg.store.parameters import Parameter
from kg.store.store import Store, open_store
from kg.store.writing import Loaded

__all__ = ["Loaded", "NamedQuery", "Parameter", "Store", "named_queries", "open_store"]
