// The twin of speakers.rq, which explains parameters and columns. Give every parameter, null where it is not to restrict:
// cypher-shell -P 'about => "lark bridge"' -P 'min_score => 0.5' -P 'limit => 10' (names in lower case, without title or "the")
CALL () {
  WITH $about AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS topic
  WITH topic WHERE $about IN topic.nameKey
  MATCH (attribution:Kg:Attribution)-[:CLAIM]->()-[:ABOUT]->(topic)
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
UNWIND [label IN labels(party) WHERE label IN ['Person', 'Organization', 'Group', 'Place']] AS label
WITH DISTINCT attribution, type(voice) = 'WAS_ATTRIBUTED_TO' AS own, party.name AS speaker, toLower(label) AS type, article,
  coalesce(attribution.saidFrom, attribution.saidTo, article.datePublished) AS first,
  coalesce(attribution.saidTo, attribution.saidFrom, article.datePublished) AS last
WITH speaker, type, own, article,
  CASE WHEN first < last THEN toString(first) + '/' + toString(last) ELSE toString(first) END AS days, toString(last) AS last
WITH speaker, type,
  sum(CASE WHEN own THEN 1 ELSE 0 END) AS claims,
  sum(CASE WHEN own THEN 0 ELSE 1 END) AS on_behalf,
  count(DISTINCT article) AS articles,
  min(days) AS first,
  split(max(last + ' ' + days), ' ')[1] AS last
RETURN speaker, type, claims, on_behalf, articles,
  CASE WHEN first CONTAINS '/' THEN first ELSE date(first) END AS first,
  CASE WHEN last CONTAINS '/' THEN last ELSE date(last) END AS last
ORDER BY claims DESC, on_behalf DESC, speaker, type
LIMIT coalesce($limit, 9223372036854775807)
