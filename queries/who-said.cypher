// The twin of who-said.rq, which explains parameters and columns. Give every parameter, null where it is not to restrict:
// cypher-shell -P 'speaker => "ana ruiz"' -P 'since => date("2024-05-01")' -P 'about => null' … (names in lower case, without title or "the")
CALL () {
  WITH $speaker AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS party
  WITH party WHERE $speaker IN party.nameKey
  MATCH (party)-[:MEMBER_OF*0..1]->(voice)
  MATCH (attribution:Kg:Attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->(voice)
  RETURN attribution, party
UNION
  WITH $about AS name WHERE name IS NOT NULL AND $speaker IS NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS topic
  WITH topic WHERE $about IN topic.nameKey
  MATCH (attribution:Kg:Attribution)-[:CLAIM]->()-[:ABOUT]->(topic)
  RETURN attribution, null AS party
UNION
  WITH 1 AS all WHERE $speaker IS NULL AND $about IS NULL
  MATCH (attribution:Kg:Attribution)
  RETURN attribution, null AS party
}
MATCH (attribution)-[:IN_ARTICLE]->(article)
WHERE ($about IS NULL OR EXISTS { (attribution)-[:CLAIM]->()-[:ABOUT]->(topic) WHERE $about IN topic.nameKey })
  AND ($stance IS NULL OR attribution.stance = $stance)
  AND ($manner IS NULL OR attribution.manner = $manner)
  AND ($medium IS NULL OR toLower(attribution.medium) CONTAINS $medium)
  AND ($min_score IS NULL OR attribution.score >= $min_score)
OPTIONAL MATCH (attribution)-[:WAS_ATTRIBUTED_TO]->(who)
OPTIONAL MATCH (attribution)-[:ON_BEHALF_OF]->(whom)
OPTIONAL MATCH (attribution)-[:ADDRESSEE]->(hearer)
OPTIONAL MATCH (attribution)-[:CLAIM]->(claim_node)
WITH attribution, party, article, who, whom, hearer, claim_node,
  coalesce(attribution.saidFrom, attribution.saidTo, article.datePublished) AS first,
  coalesce(attribution.saidTo, attribution.saidFrom, article.datePublished) AS last
WHERE ($since IS NULL OR last >= $since) AND ($until IS NULL OR first <= $until)
RETURN DISTINCT
  CASE WHEN first < last THEN toString(first) + '/' + toString(last) ELSE first END AS date,
  who.name AS speaker,
  CASE WHEN $speaker IS NULL THEN null WHEN who = party THEN 'own' WHEN EXISTS { (party)-[:MEMBER_OF]->(who) } THEN 'joint' ELSE 'on behalf' END AS voice,
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
