// The twin of network.rq, which explains parameters and columns.
// cypher-shell -P 'min_score => 0.5' (or null)
CALL () {
  MATCH (link:Kg:Link)-[:FROM_ATTRIBUTION]->(a)
  MATCH (link)-[:TO_ATTRIBUTION]->(b)
  WHERE $min_score IS NULL OR link.score >= $min_score
  RETURN a, b, link.relation AS relation
UNION
  MATCH (a:Kg:Attribution)-[:DISPUTES]->(b)
  WHERE $min_score IS NULL OR a.score >= $min_score
  RETURN a, b, 'disputes' AS relation
UNION
  MATCH (a:Kg:Attribution)-[:RELAYS]->(b)
  WHERE $min_score IS NULL OR a.score >= $min_score
  RETURN a, b, 'relays' AS relation
}
MATCH (a)-[:WAS_ATTRIBUTED_TO]->(one)
MATCH (b)-[:WAS_ATTRIBUTED_TO]->(other)
OPTIONAL MATCH (one)<-[:MEMBER]-(one_entity:Kg:Entity)
OPTIONAL MATCH (other)<-[:MEMBER]-(other_entity:Kg:Entity)
WITH coalesce(one_entity.name, one.name) AS source, relation, coalesce(other_entity.name, other.name) AS target
WHERE source <> target
RETURN source, relation, target, count(*) AS count
ORDER BY count DESC, source, relation, target
