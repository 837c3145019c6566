"""The questions of the embedded store, answered by Neo4j."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import TracebackType
from typing import Any, Final, LiteralString, Self

from kg.answers import POSSIBLE
from kg.errors import QueryError
from kg.link.sought import sought
from kg.meant import answered
from kg.namesakes import Called, Member, stands_for
from kg.near import holders, nearest, office_key, surnamed
from kg.neo4j.connection import Address, Connection
from kg.neo4j.readback import base_of
from kg.neo4j.values import rows
from kg.rdf import name_key
from kg.rdf.lists import LISTS
from kg.rows import Rows
from kg.store import find
from kg.store.corroborating import Corroboration, corroboration
from kg.store.named import named_query
from kg.store.parameters import Given
from kg.store.verdict import Made
from kg.store.verifying import MOST, Verified, verify

_NAMED: Final[LiteralString] = """
    CALL db.index.fulltext.queryNodes('kg_names', $words) YIELD node
    WHERE node:Kg AND $key IN node.nameKey
    RETURN node.name AS name LIMIT 1
"""
_CALLED: Final[LiteralString] = """
    CALL db.index.fulltext.queryNodes('kg_names', $words) YIELD node AS one
    WHERE one:Kg AND $key IN one.nameKey
    OPTIONAL MATCH (one)<-[:MEMBER]-(entity:Kg:Entity)
    WITH collect({one: one, entity: entity.iri}) AS found, count(DISTINCT entity) AS entities
    WHERE entities > 0
    UNWIND found AS this
    WITH this.one AS one, this.entity AS entity
    RETURN one.iri AS iri, one.name AS name, labels(one) AS labels, entity,
      [(one)<-[:FROM_MENTION|TO_MENTION]-(:Kg:Split)-[:FROM_MENTION|TO_MENTION]->(other) | other.iri] AS apart
"""
_BEARERS: Final[LiteralString] = """
    CALL db.index.fulltext.queryNodes('kg_names', $words) YIELD node AS one
    WHERE one:Kg AND $key IN one.nameKey
    OPTIONAL MATCH (one)<-[:MEMBER]-(entity:Kg:Entity)
    RETURN count(DISTINCT coalesce(entity.iri, one.iri)) AS count
"""
_MEMBERS: Final[LiteralString] = """
    MATCH (:Kg:Entity {iri: $entity})-[:MEMBER]->(one)
    RETURN one.iri AS iri, one.nameKey AS keys, labels(one) AS labels
"""
_NEAR: Final[LiteralString] = """
    CALL db.index.fulltext.queryNodes('kg_names', $words, {limit: 500}) YIELD node
    WHERE node:Kg
    UNWIND node.nameKey AS key
    RETURN DISTINCT key, node.name AS name
"""
_SURNAMED: Final[LiteralString] = """
    CALL db.index.fulltext.queryNodes('kg_names', $words) YIELD node AS one
    WHERE one:Kg AND one:Person
    OPTIONAL MATCH (one)<-[:MEMBER]-(entity:Kg:Entity)
    UNWIND one.nameKey AS key
    RETURN key, one.name AS name, entity.iri AS entity
"""
_OFFICES: Final[LiteralString] = """
    MATCH (who:Kg)-[:ROLE]->(role:Kg:Role)
    WHERE $asked CONTAINS toLower(role.roleName) OR toLower(role.roleName) CONTAINS $asked
    OPTIONAL MATCH (role)-[:ROLE_OF]->(of)
    RETURN who.name AS name, role.roleName AS role, of.name AS of
"""
_NODES: Final[LiteralString] = "MATCH (n:Kg) WHERE (n:Claim OR n:Attribution) AND n.iri STARTS WITH $beginning RETURN n.iri AS iri LIMIT 6"
_CLAIM_OF: Final[LiteralString] = "MATCH (:Kg {iri: $iri})-[:CLAIM]->(c) RETURN c.iri AS claim"
_MADE: Final[LiteralString] = """
    CALL db.index.fulltext.queryNodes('kg_texts', $words, {limit: $most}) YIELD node AS claim, score
    MATCH (a:Kg:Attribution)-[:CLAIM]->(claim)
    RETURN a.iri AS attribution, claim.iri AS claim, claim.text AS words, a.stance AS stance,
      COLLECT { MATCH (claim)-[:ABOUT]->(one) WHERE one.name IS NOT NULL RETURN one.name ORDER BY one.name } AS about,
      COLLECT { MATCH (a)-[:WAS_ATTRIBUTED_TO]->(who) WHERE who.name IS NOT NULL RETURN who.name ORDER BY who.name } +
      COLLECT { MATCH (a)-[:ON_BEHALF_OF]->(whom) WHERE whom.name IS NOT NULL RETURN whom.name ORDER BY whom.name } AS voices,
      coalesce(a.manner, '') = 'direct' AS direct,
      coalesce(a.sentenceWords, '') AS sentence, reduce(all = '', one IN COLLECT {
        MATCH (a)-[:IN_ARTICLE]->(article)<-[:IN_ARTICLE]-(other)
        UNWIND [article.headline, other.sentenceWords] AS one
        RETURN DISTINCT one
      } | all + ' ' + coalesce(one, '')) AS around
    ORDER BY score DESC, attribution
"""
_KINDS: Final = ("att_", "clm_")
_COUNTS: Final[LiteralString] = """
    RETURN COUNT { (:Kg:NewsArticle) } AS articles, COUNT { (:Kg:Attribution) } AS attributions, COUNT { (:Kg:Claim) } AS claims,
      COUNT { (:Kg:Link) } AS links, COUNT { (:Kg:Person) } AS people, COUNT { (:Kg:Organization) } AS organizations,
      COUNT { (:Kg:Group) } AS groups, COUNT { (:Kg:Place) } AS places, COUNT { (:Kg:Run) } AS runs,
      COUNT { (:Kg:Attribution)-[:WAS_ATTRIBUTED_TO]->() } AS attributed, COUNT { (:Kg:Attribution)-[:DISPUTES]->() } AS disputing,
      COUNT { (:Kg:Link {relation: 'contradicts'}) } AS contradictions,
      COUNT { (l:Kg:Link {relation: 'contradicts'}) WHERE l.score < $possible } AS possible_contradictions,
      COUNT { (:Kg) } AS nodes, COUNT { (:Kg)-->() } AS relationships,
      COUNT { (:Kg:Graph) } AS graphs
"""


def open_neo4j(address: Address) -> Neo4j:
    """The database at `address`; raises `ServerError` when it cannot be reached, and when no store was synced to it."""
    server = Connection(address)
    try:
        return Neo4j(server)
    except BaseException:
        server.close()
        raise


class Neo4j:
    """A Neo4j database that mirrors a store; a context manager. Answers what `kg.store.Store` answers, in the same rows."""

    def __init__(self, server: Connection) -> None:
        self._server = server
        self._base = base_of(server)

    @property
    def place(self) -> str:
        """The server's address."""
        return self._server.place

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.close()

    def query(self, name: str, **params: Given) -> Rows:
        """See `kg.answers.Answers.query`."""
        return answered(self, name, params)

    def exactly(self, name: str, **params: Given) -> Rows:
        """See `kg.answers.Answers.exactly`."""
        query = named_query(name)
        nodes = [p.name for p in query.parameters if p.kind == "node" and params.get(p.name) is not None]
        found = {name: (self._claim if name == "claim" else self._node)(str(params[name])) for name in nodes}
        given = {**params, **found}
        values = query.values(given, query.entities(given, self._entity_called))
        return self._server.reading(lambda tx: _rows(tx.run(twin(name), dict(values))))

    def corroboration(self, claim: str) -> Corroboration:
        """See `kg.answers.Answers.corroboration`."""
        return corroboration(self.query("corroboration", claim=claim), self._claim(claim))

    def verify(self, sentence: str) -> Verified:
        """See `kg.answers.Answers.verify`."""
        words = " OR ".join(_phrase(word) for word in sought(sentence))
        rows = self._server.read(_MADE, {"words": words, "most": MOST}) if words else []
        made = [Made(**(row | {"about": tuple(row["about"]), "voices": tuple(row["voices"])})) for row in rows]
        return verify(sentence, made, lambda claim: self.query("corroboration", claim=claim))

    def knows(self, name: str) -> bool:
        """See `kg.answers.Answers.knows`."""
        key = name_key(name)
        return bool(key) and bool(self._server.read(_NAMED, {"words": _phrase(key), "key": key}))

    def suggest(self, name: str, count: int = 5) -> list[str]:
        """See `kg.answers.Answers.suggest`."""
        key = name_key(name)
        words = " OR ".join(f"{_phrase(word)} OR {_escaped(word)}~2" for word in key.split())
        near = self._server.read(_NEAR, {"words": words}) if words else []
        return nearest(key, ((row["key"], row["name"]) for row in near), count)

    def surnamed(self, name: str) -> list[str]:
        """See `kg.answers.Answers.surnamed`."""
        key = name_key(name)
        found = self._server.read(_SURNAMED, {"words": _phrase(key)}) if key else []
        return surnamed(key, ((row["key"], row["name"] or "", row["entity"]) for row in found))

    def holders(self, office: str) -> list[tuple[str, str]]:
        """See `kg.answers.Answers.holders`."""
        asked = office_key(office)
        return holders(asked, ((row["name"] or "", row["role"], row["of"]) for row in self._server.read(_OFFICES, {"asked": asked})))

    def bearers(self, name: str) -> int:
        """See `kg.answers.Answers.bearers`."""
        key = name_key(name)
        if not key or self._entity_called(key) is not None:
            return int(bool(key))
        return int(self._server.read(_BEARERS, {"words": _phrase(key), "key": key})[0]["count"])

    def once_said(self, speaker: str) -> None:
        """See `kg.answers.Answers.once_said`: nothing of what was is in Neo4j."""

    def stats(self) -> dict[str, int]:
        """See `kg.answers.Answers.stats`."""
        return dict(self._server.read(_COUNTS, {"possible": POSSIBLE})[0])

    def _claim(self, words: str) -> str:
        """The IRI of the claim that `words` stand for, or that the attribution makes for which they stand."""
        found = self._node(words)
        [row] = self._server.read(_CLAIM_OF, {"iri": found}) or [{"claim": found}]
        return str(row["claim"])

    def _entity_called(self, key: str) -> str | None:
        called = self._server.read(_CALLED, {"words": _phrase(key), "key": key})
        return stands_for(
            key,
            [Called(row["iri"], name_key(row["name"] or ""), _kind(row), row["entity"], frozenset(row["apart"])) for row in called],
            lambda entity: [Member(row["iri"], row["keys"] or (), _kind(row)) for row in self._server.read(_MEMBERS, {"entity": entity})],
        )

    def _node(self, words: str) -> str:
        """The IRI of the claim or attribution that `words` stand for; raises `QueryError` when nothing or more than one thing fits."""
        name = find.local(self._base, words)
        beginnings = [name] if ":" in name else [self._base + kind + name.removeprefix(kind) for kind in _KINDS if _fits(name, kind)]
        found = sorted({row["iri"] for one in beginnings for row in self._server.read(_NODES, {"beginning": one})})
        if words in found or self._base + name in found:
            return words if words in found else self._base + name
        if len(found) == 1:
            return str(found[0])
        if not found:
            raise QueryError(f"no claim or attribution is called {words!r}: `kg who-said` lists them, with their IRIs in the rows")
        some = ", ".join(iri.removeprefix(self._base) for iri in found[:5])
        raise QueryError(f"{words!r} fits several claims and attributions: give more of one of {some}")


@cache
def twin(name: str) -> LiteralString:
    """The Cypher text of the named query `name`: a file of ours, in which nothing is put in."""
    return files("kg.queries").joinpath(f"{name}.cypher").read_text("utf-8")


def _rows(result: Any) -> Rows:  # noqa: ANN401
    columns = list(result.keys())
    return rows(columns, [record.values() for record in result])


def _kind(row: dict[str, Any]) -> str:
    return next((label for label in row["labels"] if label in LISTS["type"]), "")


def _fits(name: str, kind: str) -> bool:
    return bool(name) and (name.startswith(kind) or "_" not in name)


def _phrase(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _escaped(word: str) -> str:
    return "".join(f"\\{c}" if not c.isalnum() else c for c in word)
