// The twin of corroboration.rq, which explains the columns.
// cypher-shell -P 'claim => "http://localhost:8421/id/clm_…"' (the IRI of a claim)
MATCH (asked:Kg {iri: $claim})
CALL (asked) {
  RETURN asked AS core
UNION
  MATCH (asked)<-[:MEMBER]-(:Kg:Cluster)-[:MEMBER]->(core)
  RETURN core
}
WITH core, core.polarity = asked.polarity AS alike, ['denies', 'disputes'] AS against, ['questions', 'requests'] AS open
CALL (core, alike, against, open) {
  MATCH (attribution:Kg:Attribution)-[:CLAIM]->(core)
  WITH attribution, attribution.stance AS does, alike, against, open, EXISTS {
    MATCH (attribution)-[:DISPUTES]->(denial:Kg:Attribution)-[:CLAIM]->(core) WHERE denial.stance IN against
  } AS of_denial
  RETURN attribution, null AS ground, null AS sure, CASE
    WHEN does IN open THEN does
    WHEN (NOT does IN against OR of_denial) <> alike THEN 'disputes'
    WHEN does IN against THEN 'supports'
    ELSE 'same'
  END AS relation
UNION
  MATCH (attribution:Kg:Attribution)-[:DISPUTES]->(maker:Kg:Attribution)-[:CLAIM]->(core)
  WHERE NOT maker.stance IN open
  RETURN attribution, null AS ground, null AS sure, CASE WHEN (maker.stance IN against) = alike THEN 'supports' ELSE 'disputes' END AS relation
UNION
  MATCH (link:Kg:Link)-[:FROM|TO]->(core)
  WHERE link.relation <> 'same'
  MATCH (maker:Kg:Attribution)<-[one:FROM_ATTRIBUTION|TO_ATTRIBUTION]-(link)-[other:FROM_ATTRIBUTION|TO_ATTRIBUTION]->(attribution)
  WHERE type(one) <> type(other) AND EXISTS { (maker)-[:CLAIM]->(core) } AND NOT maker.stance IN open
    AND NOT EXISTS { (attribution)-[:CLAIM]->(core) } AND EXISTS { (attribution)-[:CLAIM]->() }
  RETURN attribution, link.basis AS ground, link.score AS sure,
    CASE WHEN ((link.relation = 'supports') <> (maker.stance IN against)) = alike THEN 'supports' ELSE 'contradicts' END AS relation
}
WITH attribution, relation, min(ground) AS basis, max(sure) AS sure,
  COLLECT {
    MATCH (attribution)-[:WAS_ATTRIBUTED_TO|ON_BEHALF_OF]->()<-[:MEMBER_OF]-(member)
    OPTIONAL MATCH (member)<-[:MEMBER]-(member_entity:Kg:Entity)
    WITH DISTINCT member.name + coalesce(' | ' + member_entity.iri, '') AS one
    WHERE one IS NOT NULL
    RETURN one ORDER BY one
  } AS members
OPTIONAL MATCH (attribution)-[:IN_ARTICLE]->(article)
OPTIONAL MATCH (article)-[:PUBLISHER]->(house)
OPTIONAL MATCH (article)<-[:TO_ARTICLE]-(copy)
OPTIONAL MATCH (copy)-[:FROM_ARTICLE]->(copied)
OPTIONAL MATCH (attribution)-[:WAS_ATTRIBUTED_TO]->(who)
OPTIONAL MATCH (who)<-[:MEMBER]-(who_entity)
OPTIONAL MATCH (attribution)-[:ON_BEHALF_OF]->(whom)
OPTIONAL MATCH (whom)<-[:MEMBER]-(whom_entity)
OPTIONAL MATCH (attribution)-[:CLAIM]->(claim_node)
OPTIONAL MATCH (attribution)-[:RELAYS]->(passed_on)
OPTIONAL MATCH (passed_on)-[:WAS_ATTRIBUTED_TO]->(teller)
OPTIONAL MATCH (passed_on)-[:ON_BEHALF_OF]->(told_for)
RETURN DISTINCT
  relation,
  who.name AS speaker,
  whom.name AS on_behalf_of,
  attribution.stance AS stance,
  coalesce(claim_node.text, attribution.contentWords) AS claim,
  attribution.certainty AS certainty,
  attribution.kind AS kind,
  coalesce(attribution.saidFrom, article.datePublished) AS date,
  coalesce(whom_entity.iri, who_entity.iri) AS entity,
  CASE WHEN size(members) > 0 THEN reduce(all = head(members), one IN tail(members) | all + ' | ' + one) END AS members,
  coalesce(teller.name, told_for.name) AS relays,
  copied.iri AS copies,
  article.creditText AS agency,
  house.name AS publisher,
  claim_node.unverified AS unverified,
  basis,
  coalesce(sure, attribution.score) AS score,
  attribution.sentenceWords AS sentence,
  article.headline AS headline,
  article.url AS url,
  article.doc AS doc,
  attribution.contentBegin AS begin,
  attribution.contentEnd AS end,
  attribution.iri AS attribution,
  claim_node.iri AS claim_id,
  article.iri AS article
ORDER BY relation <> 'same', relation, coalesce(toString(date), ''), doc, coalesce(begin, -1), attribution, coalesce(copies, ''), coalesce(entity, '')
