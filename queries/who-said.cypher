// The twin of who-said.rq, which explains parameters and columns. Give every parameter, null where it is not to restrict:
// cypher-shell -P 'speaker => "ana ruiz"' -P 'since => date("2024-05-01")' -P 'about => null' … (names in lower case, without title or "the")
// Of each name, also the IRI of the entity whose other names are meant, too (`kg entities` lists them), or null: -P 'speaker_entity => null' -P 'about_entity => null'
CALL () {
  WITH $speaker AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS party
  WITH party WHERE $speaker IN party.nameKey
  MATCH (party)-[:MEMBER_OF*0..1]->(voice)
  MATCH (attribution:Kg:Attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->(voice)
  RETURN DISTINCT attribution
UNION
  MATCH (:Kg:Entity {iri: $speaker_entity})-[:MEMBER]->(party)
  MATCH (party)-[:MEMBER_OF*0..1]->(voice)
  MATCH (attribution:Kg:Attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->(voice)
  RETURN DISTINCT attribution
UNION
  WITH $about AS name WHERE name IS NOT NULL AND $speaker IS NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS topic
  WITH topic WHERE $about IN topic.nameKey
  MATCH (attribution:Kg:Attribution)-[:CLAIM]->()-[:ABOUT]->(topic)
  RETURN DISTINCT attribution
UNION
  WITH $about_entity AS entity WHERE entity IS NOT NULL AND $speaker IS NULL
  MATCH (attribution:Kg:Attribution)-[:CLAIM]->()-[:ABOUT]->()<-[:MEMBER]-(:Kg:Entity {iri: entity})
  RETURN DISTINCT attribution
UNION
  WITH 1 AS all WHERE $speaker IS NULL AND $about IS NULL
  MATCH (attribution:Kg:Attribution)
  RETURN DISTINCT attribution
}
MATCH (attribution)-[:IN_ARTICLE]->(article)
WHERE ($about IS NULL
    OR EXISTS { (attribution)-[:CLAIM]->()-[:ABOUT]->(topic) WHERE $about IN topic.nameKey }
    OR EXISTS { (attribution)-[:CLAIM]->()-[:ABOUT]->()<-[:MEMBER]-(:Kg:Entity {iri: $about_entity}) })
  AND ($stance IS NULL OR attribution.stance = $stance)
  AND ($manner IS NULL OR attribution.manner = $manner)
  AND ($medium IS NULL OR toLower(attribution.medium) CONTAINS $medium)
  AND ($min_score IS NULL OR attribution.score >= $min_score)
OPTIONAL MATCH (attribution)-[:WAS_ATTRIBUTED_TO]->(who)
OPTIONAL MATCH (attribution)-[:ON_BEHALF_OF]->(whom)
OPTIONAL MATCH (attribution)-[:ADDRESSEE]->(hearer)
OPTIONAL MATCH (attribution)-[:CLAIM]->(claim_node)
WITH attribution, article, who, whom, hearer, claim_node,
  coalesce(attribution.saidFrom, attribution.saidTo, article.datePublished) AS first,
  coalesce(attribution.saidTo, attribution.saidFrom, article.datePublished) AS last
WHERE ($since IS NULL OR last >= $since) AND ($until IS NULL OR first <= $until)
RETURN DISTINCT
  CASE WHEN first < last THEN toString(first) + '/' + toString(last) ELSE first END AS date,
  who.name AS speaker,
  CASE
    WHEN $speaker IS NULL THEN null
    WHEN $speaker IN who.nameKey OR EXISTS { (who)<-[:MEMBER]-(:Kg:Entity {iri: $speaker_entity}) } THEN 'own'
    WHEN EXISTS { (who)<-[:MEMBER_OF]-(one) WHERE $speaker IN one.nameKey OR EXISTS { (one)<-[:MEMBER]-(:Kg:Entity {iri: $speaker_entity}) } } THEN 'joint'
    ELSE 'on behalf'
  END AS voice,
  whom.name AS on_behalf_of,
  attribution.stance AS stance,
  coalesce(claim_node.text, attribution.contentWords) AS claim,
  attribution.sourceWords AS source,
  attribution.cueWords AS cue,
  attribution.manner AS manner,
  attribution.certainty AS certainty,
  attribution.kind AS kind,
  attribution.medium AS medium,
  attribution.saidWords AS said,
  hearer.name AS addressee,
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
