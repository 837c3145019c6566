// The twin of speakers.rq, which explains parameters and columns. Give every parameter, null where it is not to restrict:
// cypher-shell -P 'about => "lark bridge"' -P 'min_score => 0.5' -P 'limit => 10' (names in lower case, without title or "the")
// Of each name, also the IRI of the entity whose other names are meant, too (`kg entities` lists them), or null: -P 'about_entity => null'
CALL () {
  WITH $about AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS topic
  WITH topic WHERE $about IN topic.nameKey
  MATCH (attribution:Kg:Attribution)-[:CLAIM]->()-[:ABOUT]->(topic)
  RETURN DISTINCT attribution
UNION
  MATCH (attribution:Kg:Attribution)-[:CLAIM]->()-[:ABOUT]->()<-[:MEMBER]-(:Kg:Entity {iri: $about_entity})
  RETURN DISTINCT attribution
UNION
  WITH 1 AS all WHERE $about IS NULL
  MATCH (attribution:Kg:Attribution)
  RETURN attribution
}
MATCH (attribution)-[:IN_ARTICLE]->(article)
WHERE $min_score IS NULL OR attribution.score >= $min_score
MATCH (attribution)-[voice:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->(party)
WHERE party.name IS NOT NULL
OPTIONAL MATCH (party)<-[:MEMBER]-(entity:Kg:Entity)
UNWIND [label IN labels(party) WHERE label IN ['Person', 'Organization', 'Group', 'Place']] AS label
WITH attribution, max(CASE WHEN type(voice) = 'WAS_ATTRIBUTED_TO' THEN 1 ELSE 0 END) AS own,
  max(coalesce(entity.name, party.name)) AS name, toLower(coalesce(entity.name, party.name)) AS folded, toLower(label) AS type, article,
  coalesce(attribution.saidFrom, attribution.saidTo, article.datePublished) AS first,
  coalesce(attribution.saidTo, attribution.saidFrom, article.datePublished) AS last
WITH name, folded, type, own, article,
  CASE WHEN first < last THEN toString(first) + '/' + toString(last) ELSE toString(first) END AS days, toString(last) AS last
WITH folded, type,
  max(name) AS speaker,
  sum(own) AS claims,
  sum(1 - own) AS on_behalf,
  count(DISTINCT article) AS articles,
  min(days) AS first,
  split(max(last + ' ' + days), ' ')[1] AS last
RETURN speaker, type, claims, on_behalf, articles,
  CASE WHEN first CONTAINS '/' THEN first ELSE date(first) END AS first,
  CASE WHEN last CONTAINS '/' THEN last ELSE date(last) END AS last
ORDER BY claims DESC, on_behalf DESC, speaker, type
LIMIT coalesce($limit, 9223372036854775807)
