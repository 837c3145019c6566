"""How the model looks in RDF: the only place that knows.

`to_quads` and `from_quads` are each other's inverse, up to order and numbering: `from_quads(to_quads(x)) == canonical(x)`.
"""

from kg.rdf.namekey import name_key
from kg.rdf.names import DEFAULT_BASE, Names, names
from kg.rdf.order import canonical
from kg.rdf.read import from_quads, named_from_quads
from kg.rdf.write import to_graphs, to_quads

__all__ = ["DEFAULT_BASE", "Names", "canonical", "from_quads", "name_key", "named_from_quads", "names", "to_graphs", "to_quads"]
