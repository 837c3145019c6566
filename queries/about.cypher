// The twin of about.rq, which explains parameters and columns. Give every parameter, null where it is not to restrict:
// cypher-shell -P 'entity => "lark bridge"' -P 'since => null' … (names in lower case, without title or "the")
// Of each name, also the IRI of the entity whose other names are meant, too (`kg entities` lists them), or null: -P 'entity_entity => null'
CALL () {
  WITH $entity AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS topic
  WITH topic WHERE $entity IN topic.nameKey
  MATCH (claim_node)-[:ABOUT]->(topic)
  RETURN DISTINCT claim_node
UNION
  MATCH (claim_node)-[:ABOUT]->(:Kg)<-[:MEMBER]-(:Kg:Entity {iri: $entity_entity})
  RETURN DISTINCT claim_node
UNION
  WITH 1 AS all WHERE $entity IS NULL
  MATCH (claim_node)-[:ABOUT]->()
  RETURN DISTINCT claim_node
}
MATCH (attribution:Kg:Attribution)-[:CLAIM]->(claim_node)
MATCH (attribution)-[:IN_ARTICLE]->(article)
WHERE $min_score IS NULL OR attribution.score >= $min_score
OPTIONAL MATCH (attribution)-[:WAS_ATTRIBUTED_TO]->(who)
OPTIONAL MATCH (attribution)-[:ON_BEHALF_OF]->(whom)
WITH attribution, article, who, whom, claim_node,
  coalesce(attribution.saidFrom, attribution.saidTo, article.datePublished) AS first,
  coalesce(attribution.saidTo, attribution.saidFrom, article.datePublished) AS last
WHERE ($since IS NULL OR last >= $since) AND ($until IS NULL OR first <= $until)
RETURN DISTINCT
  CASE WHEN first < last THEN toString(first) + '/' + toString(last) ELSE first END AS date,
  who.name AS speaker,
  whom.name AS on_behalf_of,
  attribution.stance AS stance,
  claim_node.polarity AS polarity,
  attribution.certainty AS certainty,
  coalesce(claim_node.text, attribution.contentWords) AS claim,
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
