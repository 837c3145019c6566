// The twin of entities.rq, which explains parameters and columns. Give every parameter, null where it is not to restrict:
// cypher-shell -P 'entity => "lark bridge"' -P 'limit => 10' (names in lower case, without title or "the")
CALL () {
  WITH $entity AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS called
  WITH called WHERE $entity IN called.nameKey
  MATCH (entity:Kg:Entity)-[:MEMBER]->(called)
  RETURN DISTINCT entity
UNION
  WITH 1 AS all WHERE $entity IS NULL
  MATCH (entity:Kg:Entity)
  RETURN entity
}
WITH entity, COUNT { MATCH (entity)-[:MEMBER]->()<-[:MENTIONS]-(article) RETURN DISTINCT article } AS articles,
  COLLECT { MATCH (entity)-[:MEMBER]->(member) WITH DISTINCT member.name AS one WHERE one IS NOT NULL RETURN one ORDER BY one } AS names
OPTIONAL MATCH (entity)-[:SAME_AS]->(known)
RETURN
  entity.name AS name,
  articles,
  reduce(all = head(names), one IN tail(names) | all + ', ' + one) AS names,
  known.iri AS same_as,
  entity.iri AS entity
ORDER BY articles DESC, name, entity
LIMIT coalesce($limit, 9223372036854775807)
