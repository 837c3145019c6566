"""Cypher in the user's own words. What would write, or make the server go out, is refused before anything runs.

The server itself says what a query would do: it is asked to explain it, and then to run it where nothing but reading is let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, LiteralString

from kg.errors import QueryError
from kg.neo4j.connection import Connection
from kg.neo4j.values import jsonable, rows
from kg.rows import Rows

if TYPE_CHECKING:
    from neo4j import Session

_READING: Final[LiteralString] = "SHOW PROCEDURES YIELD name, mode WHERE mode = 'READ' RETURN collect(name) AS names"
_EXPLAIN: Final = "EXPLAIN "
_PLACE: Final = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")
_SHOW: Final = re.compile(r"(?:\s|/\*(?:(?!\*/).)*\*/|//[^\n]*\n)*SHOW\b(?!.*(?:TERMINATE|\\u)).*", re.IGNORECASE | re.DOTALL)
"""Looking up users and databases: to the server a matter of administration, as changing them is."""
_NO_WRITE: Final = "this may change the database: add --write if that is meant"


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows, the same with nested values as JSON has them, and what was written: name of the count → number, where it is not 0."""

    rows: Rows
    nested: list[dict[str, Any]]
    written: dict[str, int]


def run(server: Connection, text: str, parameters: Mapping[str, Any], *, write: bool = False, allow_network: bool = False) -> Answer:
    """Answer `text` with `parameters`.

    Raises `QueryError` for what writes unless `write`, for LOAD CSV unless `allow_network`, and for what is not Cypher.
    """
    with server.session(write=write) as session:
        _refuse(session, text, dict(parameters), write=write, allow_network=allow_network)
        result = session.run(text, dict(parameters))
        columns, records = list(result.keys()), [record.values() for record in result]
        counters = {name: number for name, number in vars(result.consume().counters).items() if isinstance(number, int) and number > 0}
    nested = [dict(zip(columns, map(jsonable, record), strict=True)) for record in records]
    return Answer(rows(columns, records), nested, {name: number for name, number in counters.items() if not name.startswith("_")})


def _refuse(session: Session, text: str, parameters: dict[str, Any], *, write: bool, allow_network: bool) -> None:
    summary = _explained(session, text, parameters)
    steps = list(_steps(summary.plan or {}))
    if not write and summary.query_type not in (None, "r") and not _SHOW.fullmatch(text):
        raise QueryError(_NO_WRITE)
    if not allow_network and any(name.startswith("LoadCSV") for name, _ in steps):
        raise QueryError("LOAD CSV would make the server read files or go out to the network: add --allow-network if that is meant")
    if not write and any(name.startswith("Terminate") for name, _ in steps):
        raise QueryError("TERMINATE would end what others are doing in the database: add --write if that is meant")
    called = {details.partition("(")[0].strip() for name, details in steps if "ProcedureCall" in name}
    if called and not write:
        harmless = set(session.run(_READING).single(strict=True)["names"])
        if unsafe := sorted(called - harmless):
            raise QueryError(f"{', '.join(unsafe)} may do more than read: add --write if that is meant")


def _explained(session: Session, text: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
    """What the server makes of `text`; places in its complaints are those in `text`."""
    from neo4j.exceptions import ClientError

    try:
        return session.run(_EXPLAIN + text, parameters).consume()
    except ClientError as error:
        if ".Statement." not in str(error.code):
            raise
        told = " ".join((error.message or "").split()).partition(' "')[0]
        raise QueryError(f"this is not Cypher as it should be: {_PLACE.sub(_place, told)}") from error


def _place(found: re.Match[str]) -> str:
    line, column = int(found[1]), int(found[2])
    return f"(line {line}, column {column - len(_EXPLAIN) if line == 1 else column})"


def _steps(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield str(plan.get("operatorType", "")), str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", ()):
        yield from _steps(child)
