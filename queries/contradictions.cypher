// The twin of contradictions.rq, which explains parameters and columns. Give every parameter, null where it is not to restrict:
// cypher-shell -P 'speaker => "ana ruiz"' -P 'topic => null' … (names in lower case, without title or "the")
// Of each name, also the IRI of the entity whose other names are meant, too (`kg entities` lists them), or null: -P 'speaker_entity => null' -P 'topic_entity => null'
CALL () {
  WITH $speaker AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(replace(name, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS party
  WITH party WHERE $speaker IN party.nameKey
  MATCH (party)-[:MEMBER_OF*0..1]->(voice)
  MATCH (side:Kg:Attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->(voice)
  RETURN side
UNION
  MATCH (:Kg:Entity {iri: $speaker_entity})-[:MEMBER]->(party)
  MATCH (party)-[:MEMBER_OF*0..1]->(voice)
  MATCH (side:Kg:Attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->(voice)
  RETURN side
UNION
  WITH 1 AS all WHERE $speaker IS NULL
  MATCH (side:Kg:Attribution)-[:DISPUTES]->()
  RETURN side
UNION
  WITH 1 AS all WHERE $speaker IS NULL
  MATCH (:Kg:Link {relation: 'contradicts'})-[:FROM_ATTRIBUTION]->(side)
  RETURN side
}
CALL (side) {
  MATCH (link:Kg:Link {relation: 'contradicts'})-[:FROM_ATTRIBUTION|TO_ATTRIBUTION]->(side)
  MATCH (link)-[:FROM_ATTRIBUTION]->(attribution)
  MATCH (link)-[:TO_ATTRIBUTION]->(other)
  RETURN attribution, other, link, link AS reason, link.basis AS basis, link.rule AS rule, link.score AS score
UNION
  MATCH (side)-[:DISPUTES]->(other)
  RETURN side AS attribution, other, null AS link, side AS reason, 'explicit' AS basis, side.method AS rule, side.score AS score
UNION
  MATCH (attribution:Kg:Attribution)-[:DISPUTES]->(side)
  RETURN attribution, side AS other, null AS link, attribution AS reason, 'explicit' AS basis, attribution.method AS rule,
    attribution.score AS score
}
WITH DISTINCT attribution, other, link, reason, basis, rule, score
WHERE ($basis IS NULL OR basis = $basis)
  AND ($min_score IS NULL OR score >= $min_score)
  AND (link IS NOT NULL OR NOT EXISTS {
    MATCH (attribution)-[:WAS_QUOTED_FROM]->(sentence)
    MATCH (sentence)<-[:WAS_QUOTED_FROM]-(counter)
    WHERE EXISTS { MATCH (attribution)-[:WAS_ATTRIBUTED_TO]->(same) MATCH (counter)-[:WAS_ATTRIBUTED_TO]->(same) }
      OR NOT (EXISTS { (attribution)-[:WAS_ATTRIBUTED_TO]->() } OR EXISTS { (counter)-[:WAS_ATTRIBUTED_TO]->() })
    MATCH (counter)<-[:FROM_ATTRIBUTION|TO_ATTRIBUTION]-(:Kg:Link {relation: 'contradicts'})-[:FROM_ATTRIBUTION|TO_ATTRIBUTION]->(other)
  })
WITH *, COLLECT {
    MATCH (reason)-[:EVIDENCE|WAS_QUOTED_FROM]->(place)
    OPTIONAL MATCH (place)-[:REFERENCE_CONTEXT]->(context)
    WITH DISTINCT context.iri AS context, place.beginIndex AS at, place.words AS words
    RETURN words ORDER BY context, at
  } AS sentences
OPTIONAL MATCH (attribution)-[:IN_ARTICLE]->(article)
OPTIONAL MATCH (attribution)-[:WAS_ATTRIBUTED_TO]->(who)
OPTIONAL MATCH (attribution)-[:ON_BEHALF_OF]->(whom)
OPTIONAL MATCH (attribution)-[:CLAIM]->(claim_node)
OPTIONAL MATCH (other)-[:IN_ARTICLE]->(other_article)
OPTIONAL MATCH (other)-[:WAS_ATTRIBUTED_TO]->(other_who)
OPTIONAL MATCH (other)-[:ON_BEHALF_OF]->(other_whom)
OPTIONAL MATCH (other)-[:CLAIM]->(other_claim_node)
WITH *,
  coalesce(CASE WHEN claim_node = other_claim_node THEN attribution.contentWords END, claim_node.text, attribution.contentWords) AS claim,
  coalesce(other_claim_node.text, other.contentWords) AS other_claim,
  coalesce(attribution.saidFrom, attribution.saidTo, article.datePublished) AS first,
  coalesce(attribution.saidTo, attribution.saidFrom, article.datePublished) AS last,
  coalesce(other.saidFrom, other.saidTo, other_article.datePublished) AS other_first,
  coalesce(other.saidTo, other.saidFrom, other_article.datePublished) AS other_last
WHERE ($since IS NULL OR coalesce(last >= $since, false) OR coalesce(other_last >= $since, false))
  AND ($topic IS NULL
    OR replace(toLower(claim + ' ' + other_claim), '’', "'") CONTAINS $topic
    OR EXISTS { (claim_node)-[:ABOUT]->(topic) WHERE $topic IN topic.nameKey }
    OR EXISTS { (other_claim_node)-[:ABOUT]->(topic) WHERE $topic IN topic.nameKey }
    OR EXISTS { (claim_node)-[:ABOUT]->()<-[:MEMBER]-(:Kg:Entity {iri: $topic_entity}) }
    OR EXISTS { (other_claim_node)-[:ABOUT]->()<-[:MEMBER]-(:Kg:Entity {iri: $topic_entity}) })
RETURN
  who.name AS speaker,
  whom.name AS on_behalf_of,
  attribution.stance AS stance,
  claim,
  other_who.name AS other_speaker,
  other_whom.name AS other_on_behalf_of,
  other.stance AS other_stance,
  other_claim,
  basis,
  rule,
  score,
  CASE WHEN size(sentences) > 0 THEN reduce(all = head(sentences), words IN tail(sentences) | all + ' … ' + words) END AS evidence,
  CASE WHEN first < last THEN toString(first) + '/' + toString(last) ELSE first END AS date,
  CASE WHEN other_first < other_last THEN toString(other_first) + '/' + toString(other_last) ELSE other_first END AS other_date,
  article.doc AS doc,
  other_article.doc AS other_doc,
  article.url AS url,
  other_article.url AS other_url,
  attribution.contentBegin AS begin,
  attribution.contentEnd AS end,
  other.contentBegin AS other_begin,
  other.contentEnd AS other_end,
  attribution.iri AS attribution,
  other.iri AS other_attribution,
  link.iri AS link
ORDER BY score DESC, doc, coalesce(begin, -1), other_doc, coalesce(other_begin, -1), attribution, other_attribution, link
LIMIT coalesce($limit, 9223372036854775807)
