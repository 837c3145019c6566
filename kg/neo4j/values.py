"""What Neo4j answers as plain values of rows."""

from __future__ import annotations

import json
import math
from datetime import date
from typing import Any

from kg.rows import Rows, Value


def rows(columns: list[str], records: list[list[Any]]) -> Rows:
    """Rows of a Cypher answer: what is no plain value (a node, a list, a map) is its JSON text."""
    return Rows(columns, [tuple(map(value, record)) for record in records])


def value(found: Any) -> Value:  # noqa: ANN401
    """One value; days are dates, other temporal values their ISO text."""
    if found is None or (isinstance(found, str | int | float) and found == found):
        return found
    from neo4j.graph import Node

    plain = jsonable(found)
    if isinstance(plain, date | str):
        return plain
    return json.dumps(plain, ensure_ascii=False, sort_keys=isinstance(found, Node), default=str)


def jsonable(found: Any) -> Any:  # noqa: ANN401
    """A value of the driver as what JSON can say: nodes and relationships are maps of what they have."""
    from neo4j.graph import Node, Path, Relationship
    from neo4j.time import Date

    if isinstance(found, Date):
        return found.to_native()
    if isinstance(found, Node):
        return {"labels": sorted(found.labels), "properties": jsonable(dict(found))}
    if isinstance(found, Relationship):
        return {"type": found.type, "properties": jsonable(dict(found))}
    if isinstance(found, Path):
        return [jsonable(one) for pair in zip(found.nodes, (*found.relationships, None), strict=True) for one in pair if one is not None]
    if isinstance(found, dict):
        return {key: jsonable(one) for key, one in found.items()}
    if isinstance(found, list):
        return [jsonable(one) for one in found]
    if isinstance(found, float) and not math.isfinite(found):
        return str(found)
    return found.iso_format() if hasattr(found, "iso_format") else found
