// The twin of disputes.rq, which explains parameters and columns. Give every parameter, null where it is not to restrict:
// cypher-shell -P 'a => "ana ruiz"' -P 'b => null' -P 'min_score => null' -P 'limit => 10' (names in lower case, without title or "the")
// Of each name, also the IRI of the entity whose other names are meant, too (`kg entities` lists them), or null: -P 'a_entity => null' -P 'b_entity => null'
CALL () {
  WITH coalesce($a, $b) AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS party
  WITH party WHERE coalesce($a, $b) IN party.nameKey
  MATCH (party)-[:MEMBER_OF*0..1]->(voice)
  MATCH (side:Kg:Attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->(voice)
  RETURN side
UNION
  MATCH (:Kg:Entity {iri: CASE WHEN $a IS NULL THEN $b_entity ELSE $a_entity END})-[:MEMBER]->(party)
  MATCH (party)-[:MEMBER_OF*0..1]->(voice)
  MATCH (side:Kg:Attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->(voice)
  RETURN side
UNION
  WITH 1 AS all WHERE $a IS NULL AND $b IS NULL
  MATCH (side:Kg:Attribution)-[:DISPUTES]->()
  RETURN side
UNION
  WITH 1 AS all WHERE $a IS NULL AND $b IS NULL
  MATCH (:Kg:Link {relation: 'contradicts'})-[:FROM_ATTRIBUTION]->(side)
  RETURN side
}
CALL (side) {
  MATCH (link:Kg:Link {relation: 'contradicts'})-[:FROM_ATTRIBUTION|TO_ATTRIBUTION]->(side)
  MATCH (link)-[:FROM_ATTRIBUTION]->(attribution)
  MATCH (link)-[:TO_ATTRIBUTION]->(other)
  RETURN attribution, other, link.basis AS by, link.rule AS rule, link.score AS score
UNION
  MATCH (side)-[:DISPUTES]->(other)
  RETURN side AS attribution, other, 'dispute' AS by, side.method AS rule, side.score AS score
UNION
  MATCH (attribution:Kg:Attribution)-[:DISPUTES]->(side)
  RETURN attribution, side AS other, 'dispute' AS by, attribution.method AS rule, attribution.score AS score
}
WITH DISTINCT attribution, other, by, rule, score
WITH *,
  EXISTS { (attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->()<-[:MEMBER_OF*0..1]-(p)
    WHERE $a IN p.nameKey OR EXISTS { (p)<-[:MEMBER]-(:Kg:Entity {iri: $a_entity}) } } AS a_here,
  EXISTS { (other)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->()<-[:MEMBER_OF*0..1]-(p)
    WHERE $a IN p.nameKey OR EXISTS { (p)<-[:MEMBER]-(:Kg:Entity {iri: $a_entity}) } } AS a_there,
  EXISTS { (attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->()<-[:MEMBER_OF*0..1]-(p)
    WHERE $b IN p.nameKey OR EXISTS { (p)<-[:MEMBER]-(:Kg:Entity {iri: $b_entity}) } } AS b_here,
  EXISTS { (other)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->()<-[:MEMBER_OF*0..1]-(p)
    WHERE $b IN p.nameKey OR EXISTS { (p)<-[:MEMBER]-(:Kg:Entity {iri: $b_entity}) } } AS b_there
WHERE ($min_score IS NULL OR score >= $min_score)
  AND CASE
    WHEN $a IS NOT NULL AND $b IS NOT NULL THEN (a_here AND b_there) OR (a_there AND b_here)
    WHEN $a IS NOT NULL THEN a_here OR a_there
    WHEN $b IS NOT NULL THEN b_here OR b_there
    ELSE true
  END
OPTIONAL MATCH (attribution)-[:IN_ARTICLE]->(article)
OPTIONAL MATCH (attribution)-[:WAS_ATTRIBUTED_TO]->(who)
OPTIONAL MATCH (attribution)-[:ON_BEHALF_OF]->(whom)
OPTIONAL MATCH (attribution)-[:CLAIM]->(claim_node)
OPTIONAL MATCH (other)-[:IN_ARTICLE]->(other_article)
OPTIONAL MATCH (other)-[:WAS_ATTRIBUTED_TO]->(other_who)
OPTIONAL MATCH (other)-[:ON_BEHALF_OF]->(other_whom)
OPTIONAL MATCH (other)-[:CLAIM]->(other_claim_node)
WITH *,
  coalesce(attribution.saidFrom, attribution.saidTo, article.datePublished) AS first,
  coalesce(attribution.saidTo, attribution.saidFrom, article.datePublished) AS last,
  coalesce(other.saidFrom, other.saidTo, other_article.datePublished) AS other_first,
  coalesce(other.saidTo, other.saidFrom, other_article.datePublished) AS other_last
RETURN DISTINCT
  who.name AS speaker,
  whom.name AS on_behalf_of,
  attribution.stance AS stance,
  coalesce(claim_node.text, attribution.contentWords) AS claim,
  other_who.name AS other_speaker,
  other_whom.name AS other_on_behalf_of,
  coalesce(other_claim_node.text, other.contentWords) AS other_claim,
  by,
  rule,
  score,
  CASE WHEN first < last THEN toString(first) + '/' + toString(last) ELSE first END AS date,
  CASE WHEN other_first < other_last THEN toString(other_first) + '/' + toString(other_last) ELSE other_first END AS other_date,
  article.doc AS doc,
  other_article.doc AS other_doc,
  attribution.contentBegin AS begin,
  attribution.contentEnd AS end,
  other.contentBegin AS other_begin,
  other.contentEnd AS other_end,
  attribution.iri AS attribution,
  other.iri AS other_attribution
ORDER BY doc, coalesce(begin, -1), other_doc, coalesce(other_begin, -1), by, attribution, other_attribution, rule
LIMIT coalesce($limit, 9223372036854775807)
