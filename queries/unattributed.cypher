// The twin of unattributed.rq, which explains parameters and columns. Give every parameter, null where it is not to restrict:
// cypher-shell -P 'about => "lark bridge"' -P 'since => null' … (names in lower case, without title or "the")
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
WHERE NOT EXISTS { (attribution)-[:WAS_ATTRIBUTED_TO]->() }
  AND ($min_score IS NULL OR attribution.score >= $min_score)
OPTIONAL MATCH (attribution)-[:CLAIM]->(claim_node)
WITH attribution, article, claim_node,
  coalesce(attribution.saidFrom, attribution.saidTo, article.datePublished) AS first,
  coalesce(attribution.saidTo, attribution.saidFrom, article.datePublished) AS last
WHERE ($since IS NULL OR last >= $since) AND ($until IS NULL OR first <= $until)
RETURN DISTINCT
  CASE WHEN first < last THEN toString(first) + '/' + toString(last) ELSE first END AS date,
  attribution.stance AS stance,
  attribution.certainty AS certainty,
  coalesce(claim_node.text, attribution.contentWords) AS claim,
  attribution.cueWords AS cue,
  attribution.saidWords AS said,
  attribution.sentenceWords AS sentence,
  article.headline AS headline,
  article.url AS url,
  article.doc AS doc,
  attribution.contentBegin AS begin,
  attribution.contentEnd AS end,
  attribution.score AS score,
  attribution.iri AS attribution,
  claim_node.iri AS claim_id
ORDER BY coalesce(toString(date), ''), doc, coalesce(begin, -1), attribution
LIMIT coalesce($limit, 9223372036854775807)
